"""Actions as letters: what of them is told apart, and what stands for the rest.

Two lines of a register are one letter where they differ in nothing that a rule may tell apart: the action, the role,
and every field that is held exactly. An instant, a day and a reference are not held exactly, unless a rule turns out to
read them: stand-ins take their places, and only whether there is one is told apart.
"""

from collections.abc import Hashable, Iterator, Mapping
from functools import lru_cache
from typing import Final, TypeVar, cast

import attrs
from attrs import define, field, frozen

from prcomm.adapters.columns.standins import Label, held
from prcomm.core.engine.forms import of_references
from prcomm.core.sources.people import Actor
from prcomm.core.table.entities import Action

T = TypeVar("T", Action, Actor)
Exact = frozenset[tuple[str, str]]
"""The fields of which every value is a letter of its own: the name of the action, and that of the field."""
OF_AN_ACTOR: Final = "id", "office", "of"


@frozen
class Letter:
    """One letter: an action, with stand-ins for what is not told apart.

    Attributes:
        number: which letter it is.
        real: the first action of that letter, as it was done.
        asked: the same, as a rule is asked about it.
        filed: the same, as an effect puts it on file.
        first: the same, as the first record of a case tells it.
        held: the fields that stand-ins stand for, besides ``at``.
    """

    number: int
    real: Action
    asked: Action = field(eq=False, repr=False)
    filed: Action = field(eq=False, repr=False)
    first: Action = field(eq=False, repr=False)
    held: tuple[str, ...] = ()

    @property
    def kind(self) -> type[Action]:
        """The class of the action."""
        return type(self.real)


@define
class Letters:
    """The letters met so far.

    Attributes:
        exact: the fields of which every value is a letter of its own.
        beginnings: the actions that can only begin a case: what is on file of them its first record says.
        all: the letters, by their numbers.
    """

    exact: Exact = frozenset()
    beginnings: frozenset[type[Action]] = frozenset()
    all: list[Letter] = field(factory=list[Letter])
    _known: dict[object, Letter] = field(factory=dict[object, Letter])

    def of(self, action: Action) -> Letter:
        """The letter of an action. Raises ``TypeError`` for one that holds what can't be told apart."""
        key = (
            type(action),
            any(of_references(action)),
            *(self._told(action, name, value) for name, value in fields_of(action)),
        )
        letter = self._known.get(key)
        if letter is None:
            letter = self._known[key] = self._made(action)
            self.all.append(letter)
        return letter

    def _told(self, action: Action, name: str, value: object) -> object:
        """What of a field is told apart."""
        if (type(action).__name__, name) in self.exact or not is_held(name, value):
            return type(value), value
        return (type(value),)

    def _made(self, action: Action) -> Letter:
        kind = type(action).__name__
        names = tuple(n for n, value in fields_of(action) if (kind, n) not in self.exact and is_held(n, value))
        asked = _twin(action, {name: ("action", name) for name in ("at", *names)})
        first = _twin(action, {name: ("first", name, kind) for name in ("at", *names)})
        begins = type(action) in self.beginnings
        filed = first if begins else _twin(action, {name: ("file", name, kind) for name in ("at", *names)})
        return Letter(len(self.all), action, asked, filed, first, names)


def fields_of(action: Action) -> Iterator[tuple[str, object]]:
    """The fields of an action besides ``at``, and those of its actor as ``by.id``."""
    for own in attrs.fields(type(action)):
        if own.name == "by":
            yield "by.role", action.by.role
            yield from ((f"by.{name}", cast("object", getattr(action.by, name))) for name in OF_AN_ACTOR)
        elif own.name != "at":
            yield own.name, cast("object", getattr(action, own.name))


def is_held(name: str, value: object) -> bool:
    """Whether a stand-in stands for a value unless a rule reads it: for a reference, a day, an instant."""
    return bool(value) and (isinstance(value, str) or hasattr(value, "toordinal")) and type(value).__hash__ is not None


def _twin(action: Action, labels: Mapping[str, Label]) -> Action:
    """The same action with stand-ins: filled in as it is, since no rule is to look at it yet."""
    made = copied(action)
    by = copied(action.by)
    for name, label in labels.items():
        of, own = (by, name.removeprefix("by.")) if name.startswith("by.") else (made, name)
        object.__setattr__(of, own, held(getattr(of, own), label))
    object.__setattr__(made, "by", by)
    return made


def copied(of: T) -> T:
    """A copy that nobody has looked at, to be filled in."""
    made, put = object.__new__(type(of)), object.__setattr__
    for name in names_of(cast("Hashable", type(of))):
        put(made, name, getattr(of, name))
    return made


@lru_cache(maxsize=1024)
def names_of(kind: Hashable) -> tuple[str, ...]:
    """The names of the fields of a class."""
    return tuple(str(own.name) for own in attrs.fields(cast("type[attrs.AttrsInstance]", kind)))
