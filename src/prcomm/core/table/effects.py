"""What most actions leave in the file: fields that the action and the entity both name."""

from collections.abc import Callable, Iterable
from typing import Never, TypeVar, cast

import attrs
from attrs import Factory, evolve, field, frozen

from prcomm.core.table.entities import Action, Entity, Item, State
from prcomm.core.values.making import copier

P = TypeVar("P", bound=Entity[State] | Item[State])

OF_THE_LIFECYCLE = frozenset({"id", "state", "history", "clocks", "corrected"})
"""The fields of an entity, or of a thing inside one, that no action keeps by its name."""


def names_of(kind: object) -> tuple[str, ...]:
    """The fields of a class, in order; none of what is no attrs class."""
    return tuple(attrs.fields_dict(kind)) if isinstance(kind, type) and attrs.has(kind) else ()


@frozen
class Keeps:
    """An effect: these fields of the entity (or of the thing inside it) become what the action says.

    Attributes:
        names: the fields, which the action has too.
    """

    names: tuple[str, ...]

    def __call__(self, about: P, action: Action) -> P:
        values: dict[str, Never] = {name: cast("Never", getattr(action, name)) for name in self.names}
        return evolve(about, **values)

    def faults(self, about: type, action: type[Action]) -> Iterable[str]:
        """What is wrong with it in a row."""
        if not self.names:
            yield "keeps() names no field"
        for kind in (about, action):
            missing = [name for name in self.names if name not in names_of(kind)]
            yield from (f"keeps({name!r}): {kind.__name__} has no field {name!r}" for name in missing)
        yield from (
            f"keeps({name!r}): that is the lifecycle's to fill in" for name in self.names if name in OF_THE_LIFECYCLE
        )


def keeps(*names: str) -> Keeps:
    """The effect of a row: what the action says in these fields is kept under the same names.

    It is checked when the lifecycle is built: action and entity must have them.
    """
    return Keeps(names)


@frozen
class Begins:
    """The effect of a row that starts, where none is written: each field that the action names too is taken from it.

    Attributes:
        kind: the class of what begins.
        id: the field of the action that is its reference.
        names: the fields that are taken.
        beside: an effect that was written all the same, by mistake.
    """

    kind: type
    id: str
    names: tuple[str, ...]
    beside: object = None
    _copied: Callable[[Action], object] = field(
        default=Factory(lambda self: self.copying(), takes_self=True), init=False, eq=False, repr=False
    )

    def copying(self) -> Callable[[Action], object]:
        """What makes it of an action; of what is no attrs class, nothing that a lifecycle would take."""
        if not attrs.has(self.kind) or not str(self.id).isidentifier():
            return self.kind
        return copier(self.kind, {"id": self.id, **{name: name for name in self.names}})

    @classmethod
    def with_all(cls, kind: type, action: type[Action], id: str, beside: object = None) -> "Begins":
        """With every field that both name, but those that are the lifecycle's to fill in."""
        both = {*names_of(action)} - OF_THE_LIFECYCLE
        return cls(kind, id, tuple(name for name in names_of(kind) if name in both), beside)

    def __call__(self, action: Action) -> object:
        return self._copied(action)

    def faults(self, about: type, action: type[Action]) -> Iterable[str]:
        """What is wrong with it in a row."""
        if self.beside is not None:
            yield "id: not beside then, which gives the reference itself"
            return
        if self.id not in names_of(action):
            yield f"id={self.id!r}: {action.__name__} has no field {self.id!r}"
        if not attrs.has(self.kind):
            return
        theirs = {*names_of(action)} | OF_THE_LIFECYCLE
        for one in attrs.fields(self.kind):
            if one.init and one.default is attrs.NOTHING and one.name not in theirs:
                yield f"{self.kind.__name__}.{one.name} has no default, and {action.__name__} no field of that name"
