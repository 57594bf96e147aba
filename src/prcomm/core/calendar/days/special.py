"""What makes a day other than the week has it, and why it is not worked."""

from datetime import date

from attrs import field, frozen

from prcomm.core.sources.citations import Basis, Cites, as_cites, weakest
from prcomm.core.values.errors import BadInput, quoted
from prcomm.core.values.messages import Message

__all__ = [
    "A_DAY_OFF",
    "INSTEAD",
    "WEEKDAYS",
    "GeneralRule",
    "Holiday",
    "Off",
    "SpecialDay",
    "Why",
]  # fmt: skip

_MONTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
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
    """

    day: date
    reason: str
    cites: Cites = field(converter=as_cites)
    works: bool = False
    weeks: tuple[int, ...] = (5, 6, 7)
    moved: bool = False
    holiday: bool = False
    decreed: date | None = None

    @property
    def basis(self) -> Basis:
        return weakest(self.cites)


@frozen
class Holiday:
    """A holiday on the same day of every year.

    Attributes:
        month: 1 to 12.
        day: 1 to 31.
        reason: its name.
        cites: what makes it one.
        since: the first day of that rule, where known.
        until: the first day without it.
    """

    month: int
    day: int
    reason: str
    cites: Cites = field(converter=as_cites)
    since: date | None = None
    until: date | None = None

    def __attrs_post_init__(self) -> None:
        if not (1 <= self.month <= 12 and 1 <= self.day <= _MONTHS[self.month - 1]):
            fault = f"no such day: month {quoted(self.month)}, day {quoted(self.day)}"
            raise BadInput(f"the holiday {self.reason!r}", (fault,))

    def of(self, year: int) -> date | None:
        """The day it falls on in that year, or ``None`` where the rule did not hold or the year lacks the day."""
        try:
            on = date(year, self.month, self.day)
        except ValueError:
            return None
        known = (self.since is None or self.since <= on) and (self.until is None or on < self.until)
        return on if known else None


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


def off_by(day: SpecialDay | Holiday) -> Off:
    """Why a special day, or a holiday, is not worked."""
    return Off(day.reason, day.cites, weakest(day.cites))
