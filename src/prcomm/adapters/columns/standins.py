"""What stands for a value while a rule is asked: it tells that it was read, and what of it.

A rule of the library (a guard, an effect, a term, a move) is a function of Python, and nobody reads its text here. It
is asked, of values that stand for what differs from line to line. A rule that only passes one on, or never looks at it,
holds for all lines alike; the first that looks at one raises ``Demand``, with the name of what it looked at, and is
asked again with the value itself. So what a rule reads is observed, and never guessed.
"""

from collections.abc import Callable
from datetime import date
from typing import Final, Never, TypeVar, cast

from pendulum import Date, DateTime

T = TypeVar("T")
Label = tuple[str, ...]
"""What a stand-in stands for: whose field, and which."""
DAY: Final = 1
"""the office's day of an instant is read"""
WHOLE: Final = 2
"""the whole value is read"""


class Demand(BaseException):  # no rule may swallow it
    """A rule reads what only stands for a value.

    Attributes:
        label: what it reads.
        level: how much of it.
    """

    def __init__(self, label: Label, level: int = WHOLE) -> None:
        self.label = label
        self.level = level
        super().__init__(label, level)


_OF_A_DAY: Final = frozenset({"toordinal", "tzinfo", "year", "month", "day", "date", "weekday", "isoweekday"})
_COMPARED: Final = (
    "__eq__", "__ne__", "__lt__", "__le__", "__gt__", "__ge__", "__hash__", "__add__", "__radd__", "__sub__",
    "__rsub__", "__str__", "__repr__", "__format__",
)  # fmt: skip
_OF_A_THING: Final = (
    *_COMPARED, "__len__", "__iter__", "__contains__", "__getitem__", "__call__", "__reversed__", "__int__",
    "__index__", "__or__", "__ror__", "__and__", "__rand__",
)  # fmt: skip


def _label(of: object) -> Label:
    return cast("Label", object.__getattribute__(of, "_label"))


def _demanding(kind: type, names: tuple[str, ...], level: int) -> None:
    """Have every one of these operations of a class demand the value."""

    def demand(self: object, *_: object) -> Never:
        raise Demand(_label(self), level)

    for name in names:
        setattr(kind, name, demand)


class HeldInstant(DateTime):
    """Stands for an instant."""

    def __getattribute__(self, name: str) -> object:
        if name == "__class__":
            return type(self)
        raise Demand(_label(self), DAY if name in _OF_A_DAY else WHOLE)


class DayOfInstant(DateTime):
    """An instant of which the day may be read, and nothing else."""

    def __getattribute__(self, name: str) -> object:
        if name in _OF_A_DAY or name == "__class__":
            return super().__getattribute__(name)
        raise Demand(_label(self), WHOLE)


class HeldDay(Date):
    """Stands for a day."""

    def __getattribute__(self, name: str) -> object:
        if name == "__class__":
            return type(self)
        raise Demand(_label(self), WHOLE)


class HeldThing:
    """Stands for a text, or for anything else, that is not empty. That much may be asked of it."""

    def __init__(self, label: Label) -> None:
        object.__setattr__(self, "_label", label)

    def __getattribute__(self, name: str) -> object:
        raise Demand(_label(self))


_demanding(HeldInstant, _COMPARED, WHOLE)
_demanding(DayOfInstant, _COMPARED, WHOLE)
_demanding(HeldDay, _COMPARED, WHOLE)
_demanding(HeldThing, _OF_A_THING, WHOLE)


def held_instant(label: Label) -> HeldInstant:
    """What stands for an instant of which nothing may be read yet."""
    return _labelled(DateTime.__new__(HeldInstant, 1, 1, 1), label)


def day_of(at: DateTime, label: Label) -> DayOfInstant:
    """An instant of which only the day may be read."""
    made = DateTime.__new__(DayOfInstant, at.year, at.month, at.day, tzinfo=at.tzinfo)
    return _labelled(made, label)


def held_day(label: Label) -> HeldDay:
    """What stands for a day."""
    return _labelled(Date.__new__(HeldDay, 1, 1, 1), label)


def _labelled(made: T, label: Label) -> T:
    object.__setattr__(made, "_label", label)
    return made


def label_of(value: object) -> Label | None:
    """What a stand-in stands for; ``None`` of a value that is itself."""
    held = type(value) in (HeldInstant, HeldDay, HeldThing)
    return _label(value) if held else None


def held(value: object, label: Label) -> object:
    """What stands for a value of that type. Told at once is whether there is one: what is empty stands for itself."""
    makes: dict[type, Callable[[Label], object]] = {DateTime: held_instant, Date: held_day, date: held_day}
    if not value:
        return value
    return makes.get(type(value), HeldThing)(label)


class HeldHistory:
    """Stands for a history, of which only the first record is known: what was said where the case began."""

    def __init__(self, first: object) -> None:
        object.__setattr__(self, "_first", first)

    def __getitem__(self, place: object) -> object:
        first = object.__getattribute__(self, "_first")
        if place != 0:
            raise Demand(("history", "records"))
        if first is None:
            raise Demand(("first", ""))
        return _FirstRecord(first)

    def __getattribute__(self, name: str) -> object:
        raise Demand(("history", "records"))

    def __iter__(self) -> Never:
        raise Demand(("history", "records"))

    __len__ = __bool__ = __reversed__ = __contains__ = __eq__ = __hash__ = __iter__  # type: ignore[assignment]  # each demands


class _FirstRecord:
    """Stands for the first record."""

    def __init__(self, action: object) -> None:
        self.action = action

    def __getattr__(self, name: str) -> Never:
        raise Demand(("history", "records"))
