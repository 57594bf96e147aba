"""What makes a day other than the week has it, and why it is not worked."""

from datetime import date, time

from attrs import field, frozen

from prcomm.core.sources.citations import Basis, Cites, as_cites, weakest
from prcomm.core.values.messages import Message

__all__ = [
    "A_DAY_OFF",
    "INSTEAD",
    "WEEKDAYS",
    "GeneralRule",
    "Off",
    "SpecialDay",
    "Why",
]  # fmt: skip

INSTEAD = Message("instead of {day}, a holiday on a day of rest")
A_DAY_OFF = "a day off"
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@frozen
class SpecialDay:
    """One day on which the calendar differs from the week.

    Attributes:
        day: the day.
        reason: why, in words.
        cites: the act that says so.
        works: true for a day of rest that is worked instead of another.
        weeks: for weeks of how many days it holds.
        moved: true where a day of rest was moved: duty rosters do not follow it.
        holiday: true for a holiday of the law, whose eve is shorter.
        decreed: the day it was decreed, where known.
        closes: of a day that is worked for fewer hours, when these end; ``None`` for a day off, or one that is worked.
    """

    day: date
    reason: str
    cites: Cites = field(converter=as_cites)
    works: bool = False
    weeks: tuple[int, ...] = (5, 6, 7)
    moved: bool = False
    holiday: bool = False
    decreed: date | None = None
    closes: time | None = field(default=None, kw_only=True)

    @property
    def basis(self) -> Basis:
        return weakest(self.cites)


@frozen
class GeneralRule:
    """A general rule of a calendar, with what it rests on and from when.

    Attributes:
        cites: what says so.
        since: the first day on which it holds; ``None`` for always.
        hours: where the rule is about hours, how many.
    """

    cites: Cites = field(converter=as_cites)
    since: date | None = None
    hours: int = 0

    def holds(self, on: date) -> bool:
        return self.since is None or self.since <= on


@frozen
class Why:
    """Why a day is not as the week has it: worked though it is a day of rest, or for fewer hours.

    Attributes:
        reason: why, in words.
        cites: what says so.
        basis: the weakest basis of that.
    """

    reason: str
    cites: Cites
    basis: Basis


@frozen
class Off(Why):
    """Why a day is not worked.

    Attributes:
        provisional: whether the calendar was not told its year: a decree may yet have it worked.
    """

    provisional: bool = False
