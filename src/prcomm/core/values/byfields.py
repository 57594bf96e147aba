"""Values that compare, hash and show themselves by their fields, each class by the same three functions.

attrs writes the three anew for every class. For the dozens of action classes of an institution, compiling them is half
of what importing it costs; with this above them attrs finds that they are there, and leaves them.
"""

from collections.abc import Callable
from functools import cache
from typing import cast

import attrs

Shown = Callable[[object], str]


@cache
def _compared(kind: type[attrs.AttrsInstance]) -> tuple[str, ...]:
    return tuple(field.name for field in attrs.fields(kind) if field.eq)


@cache
def _shown(kind: type[attrs.AttrsInstance]) -> tuple[tuple[str, Shown], ...]:
    return tuple(
        (field.name, cast("Shown", field.repr) if callable(field.repr) else repr)
        for field in attrs.fields(kind)
        if field.repr
    )


class ByFields:
    """Equal if of one class with equal fields; hashed and shown by the same fields."""

    __slots__ = ()

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        for name in ("__eq__", "__hash__", "__repr__"):
            if name not in vars(cls):
                setattr(cls, name, vars(ByFields)[name])

    def _values(self) -> tuple[object, ...]:
        kind = cast("type[attrs.AttrsInstance]", type(self))
        return tuple([getattr(self, name) for name in _compared(kind)])

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, ByFields) or type(other) is not type(self):
            return NotImplemented
        return self._values() == other._values()

    def __hash__(self) -> int:
        return hash((type(self), self._values()))

    def __repr__(self) -> str:
        kind = cast("type[attrs.AttrsInstance]", type(self))
        shown = ", ".join(f"{name}={show(getattr(self, name))}" for name, show in _shown(kind))
        return f"{kind.__qualname__.rsplit('>.', 1)[-1]}({shown})"
