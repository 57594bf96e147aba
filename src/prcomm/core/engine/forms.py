"""The references in an action: whether each is in its one form, in all their depth, and how they are brought to it."""

from collections.abc import Callable, Hashable, Iterable, Iterator
from functools import cache
from typing import Final, Never, TypeVar, cast, get_args, get_type_hints

import attrs
from attrs import evolve, frozen

from prcomm.core.sources.people import PERSONAL, Actor, Office
from prcomm.core.table.entities import Action
from prcomm.core.values.references import in_one_form, is_one_form, oddities

T = TypeVar("T")
SEVERAL = (tuple, frozenset, list, set)


@frozen
class Texts:
    """The fields of an action, besides ``by``, in which there may be a reference.

    Attributes:
        plain: those that are texts alone, one or several: what was found in order once is found by its hash.
        offices: those that are an office.
        inside: those that may hold a text among other things.
    """

    plain: tuple[str, ...]
    offices: tuple[str, ...]
    inside: tuple[str, ...]


PLAIN: Final[tuple[object, ...]] = (str, str | None, tuple[str, ...], frozenset[str])


def _texts(action: type[Action]) -> Texts:
    hints = get_type_hints(action)
    names = [own.name for own in attrs.fields(action) if own.name != "by" and _may_hold(hints[own.name], ())]
    plain = tuple(name for name in names if hints[name] in PLAIN)
    offices = tuple(name for name in names if hints[name] is Office)
    return Texts(plain, offices, tuple(name for name in names if name not in plain + offices))


def _may_hold(hint: object, inside: tuple[object, ...]) -> bool:
    """Whether what is of a type may hold a text; what is one of its own in all its depth is not looked for there."""
    if hint is str or hint is object:
        return True
    if isinstance(hint, type) and attrs.has(hint):
        if hint in inside:
            return False
        hints = get_type_hints(hint)
        return any(_may_hold(hints[own.name], (*inside, hint)) for own in attrs.fields(hint) if own.init)
    return any(_may_hold(one, inside) for one in cast("tuple[object, ...]", get_args(hint)))


texts_of = cast("Callable[[type[Action]], Texts]", cache(cast("Callable[[Hashable], object]", _texts)))
"""The same for an action: asked of every row once."""


def is_odd(value: object) -> bool:
    """Whether a value holds a reference that is not in its one form. Personal data, as a name, is none."""
    if isinstance(value, str):
        return not is_one_form(value)
    if isinstance(value, Actor | Office):
        return not value.in_form
    return any(is_odd(inside) for _, inside in _inside(value))


def of_references(action: Action) -> Iterator[str]:
    """The faults of the references in an action that are not in their one form: none is quoted."""
    texts = texts_of(type(action))
    for name in ("by", *texts.plain, *texts.offices, *texts.inside):
        yield from _odd(cast("object", getattr(action, name, None)), name)


def _odd(value: object, path: str) -> Iterator[str]:
    if not isinstance(value, str):
        for name, inside in _inside(value):
            yield from _odd(inside, f"{path}{name}")
    elif not is_one_form(value):
        has = " and ".join(oddities(value))
        yield f"{path}: a reference in its one form, not one with {has}; prcomm.in_one_form(text) gives it"


def _inside(value: object) -> Iterable[tuple[str, object]]:
    """What stands in a value, each with the way to it."""
    if isinstance(value, SEVERAL):
        several = cast("Iterable[object]", value)
        return [(f"[{n}]" if isinstance(value, tuple | list) else "", one) for n, one in enumerate(several)]
    kind: type[object] = type(value)
    if not attrs.has(kind):
        return ()
    own = [field for field in attrs.fields(kind) if field.init and not PERSONAL.items() <= field.metadata.items()]
    return [(f".{field.name}", getattr(value, field.name)) for field in own]


def in_form(value: T) -> T:
    """A value with every text in it in its one form: the very same, if all are. For what comes in from outside."""
    return cast("T", _in_form(value))


def _in_form(value: object) -> object:
    if type(value) is str:
        text = in_one_form(value)
        return value if text == value else text
    if type(value) in SEVERAL:
        several = tuple(cast("Iterable[object]", value))
        new = tuple(map(_in_form, several))
        same = all(one is old for one, old in zip(new, several, strict=True))
        return value if same else cast("Callable[[object], object]", type(value))(new)
    kind: type[object] = type(value)
    if not attrs.has(kind):
        return value
    old = {field.alias: getattr(value, field.name) for field in attrs.fields(kind) if field.init}
    changed = {name: made for name, one in old.items() if (made := _in_form(one)) is not one}
    return evolve(cast("Actor", value), **cast("dict[str, Never]", changed)) if changed else value
