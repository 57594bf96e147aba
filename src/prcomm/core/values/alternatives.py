"""``A | B``: several states, roles or kinds, each once, kept in order."""

from enum import Enum
from typing import Generic, TypeVar, cast

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)
M = TypeVar("M", bound="Member")


class OneOf(tuple[T_co, ...], Generic[T_co]):
    """Several alternatives, each once. Members of an Enum stand in the order of their definition."""

    __slots__ = ()

    def __or__(self: "OneOf[T]", other: "T | OneOf[T]") -> "OneOf[T]":
        return one_of(*self, *alternatives(other))


def alternatives(value: T | OneOf[T]) -> tuple[T, ...]:
    """One alternative or several, as a tuple."""
    return tuple(cast("OneOf[T]", value)) if isinstance(value, OneOf) else (value,)


def one_of(*values: T) -> OneOf[T]:
    """The values, each once: members of one Enum in order of definition, others as they are given."""
    unique = tuple(dict.fromkeys(values))
    kinds = {type(value) for value in unique}
    kind: type[object] = kinds.pop() if len(kinds) == 1 else object
    if issubclass(kind, Enum):
        unique = tuple(cast("T", member) for member in kind if member in unique)
    return OneOf(unique)


class Member(Enum):
    """An Enum whose members join with ``|``. Members are singletons, so their identity is their hash."""

    __hash__ = object.__hash__

    def __or__(self: M, other: "M | OneOf[M]") -> OneOf[M]:
        return one_of(self, *alternatives(other))


class Kind(Member):
    """The kinds of one entity, where a rule holds for some of them only (``only=``)."""


def counted(things: tuple[object, ...]) -> str:
    """A long tuple in a repr: how many there are."""
    return f"<{len(things)}>"
