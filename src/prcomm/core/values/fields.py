"""What is said of the fields of a class, beside them: ``number: Annotated[str, "its number"]``."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from types import MappingProxyType, NoneType, UnionType
from typing import Annotated, Final, Union, cast, get_args, get_origin

FORMERLY: Final = "formerly"
"""Under which the metadata of a field has what older documents said in it."""


def formerly(words: Mapping[str, object]) -> Mapping[str, object]:
    """The metadata of a field that was once a text: by each text that is still read, what it is today.

    ``requirement: Requirement | None = field(default=None, metadata=formerly({"": None}))``
    """
    return MappingProxyType({FORMERLY: MappingProxyType(dict(words))})


def field_docs(kind: type) -> Mapping[str, str]:
    """What is said of each field of a class and of those above it, by the field's name."""
    hints = {name: hint for one in reversed(kind.__mro__) for name, hint in annotations_of(one).items()}
    told = {name: _told(hint) for name, hint in hints.items()}
    return MappingProxyType({name: text for name, text in told.items() if text})


def annotations_of(kind: type) -> Mapping[str, object]:
    """The annotations of a class itself, as they were written."""
    own: Mapping[str, object] = vars(kind).get("__annotations__", {})
    return own


def alone(hint: object) -> object:
    """A type without what is said beside it."""
    return get_args(hint)[0] if get_origin(hint) is Annotated else hint


def _told(hint: object) -> str:
    beside: tuple[object, ...] = get_args(hint)[1:] if get_origin(hint) is Annotated else ()
    return next((text for text in beside if isinstance(text, str)), "")


def is_union(hint: object) -> bool:
    """Whether a type is one of several."""
    return get_origin(hint) in (Union, UnionType)


def alternatives_of(hint: object) -> tuple[object, ...]:
    """The types of a union; a type alone is the only one."""
    return get_args(hint) if is_union(hint) else (hint,)


def fits(value: object, hint: object) -> bool:
    """Whether a value is one of a type, in all its depth; an instant only with a zone."""
    return any(_fits(value, one) for one in alternatives_of(hint))


def _fits(value: object, hint: object) -> bool:
    origin, args = get_origin(hint), get_args(hint)
    if hint is None or hint is NoneType:
        return value is None
    kind = cast("type[object]", origin or hint)
    if not isinstance(value, kind) or (kind in (int, float) and isinstance(value, bool)):
        return False
    if isinstance(value, datetime):
        return issubclass(kind, datetime) and value.tzinfo is not None
    if isinstance(value, date) or not args:
        return True
    several = tuple(cast("Iterable[object]", value))
    if kind is tuple and args[1:] != (Ellipsis,):
        return len(several) == len(args) and all(map(fits, several, args))
    return all(fits(one, args[0]) for one in several)


def covers(hint: object, other: object) -> bool:
    """Whether whatever is of the other type is of this one too, as far as the types themselves say."""
    return all(any(_covers(mine, its) for mine in alternatives_of(hint)) for its in alternatives_of(other))


def _covers(mine: object, its: object) -> bool:
    if mine is object or mine == its:
        return True
    of, other = get_args(mine), get_args(its)
    return get_origin(mine) is get_origin(its) is not None and len(of) == len(other) and all(map(covers, of, other))
