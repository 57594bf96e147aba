"""Duties that come again: each month, quarter, half-year, or on one day of each year."""

from calendar import monthrange
from collections.abc import Container, Iterator
from datetime import date

from attrs import evolve, field, frozen
from pendulum import Date

from prcomm.core.calendar.days import day
from prcomm.core.calendar.law import OpenLaw
from prcomm.core.calendar.terms import At, Days, Numbered, Start, Term
from prcomm.core.calendar.traces import TraceLine
from prcomm.core.sources.dated import Dated
from prcomm.core.values.errors import BadInput, quoted
from prcomm.core.values.messages import Message, joined, named

_NAMES = {1: "month", 3: "quarter", 6: "half-year", 12: "year"}
BEGINS = {
    1: Message("the month {key} begins"),
    3: Message("the quarter {key} begins"),
    6: Message("the half-year {key} begins"),
    12: Message("the year {key} begins"),
}
ONCE = {
    1: Message("once each month"),
    3: Message("once each quarter"),
    6: Message("once each half-year"),
    12: Message("once each year"),
}
YEARLY_BY = Message("each year by {day}")
MONTHLY_BY = Message("each month by day {day}")


@frozen
class Period:
    """One period of a recurring duty.

    Attributes:
        key: its name: ``2026-03``, ``2026-Q1``, ``2026-H1``, ``2026``.
        first: its first day.
        end: its last day.
        last: the day by which it is to be done.
    """

    key: str
    first: Date
    end: Date
    last: Date


def last_of_month(on: date) -> Date:
    """The last day of the month a day lies in."""
    return Date(on.year, on.month, monthrange(on.year, on.month)[1])


def _months(months: int) -> int:
    if not _whole(months, _NAMES):
        raise BadInput("a recurring term", (f"every 1, 3, 6 or 12 months, not {quoted(months)}",))
    return months


def _whole(n: object, among: Container[int]) -> bool:
    return isinstance(n, int) and not isinstance(n, bool) and n in among


@frozen
class Each(Term):
    """Once in every period: one due for each, the first whole one first.

    Attributes:
        months: how long a period is: 1, 3, 6 or 12 months, counted from the start of the year.
        month: the month within the period by whose day it is due, from 1; ``None`` for the last.
        day: the day of that month by which it is due, or a dated one, as the law of the first day of the period has
            it; ``None`` for the last of it.
    """

    months: int = field(converter=_months)
    month: int | None = None
    day: int | Dated[int] | None = None

    def __attrs_post_init__(self) -> None:
        faults: list[str] = []
        if self.month is not None and not _whole(self.month, range(1, self.months + 1)):
            faults.append(f"month: 1 to {self.months}, not {quoted(self.month)}")
        if self.day is not None and not isinstance(self.day, Dated) and not _whole(self.day, range(1, 32)):
            faults.append(f"day: 1 to 31, not {quoted(self.day)}")
        if faults:
            raise BadInput(f"each {_NAMES[self.months]}", tuple(faults))

    def under(self, law: OpenLaw) -> "Each":
        return evolve(self, day=law[self.day]) if isinstance(self.day, Dated) else self

    def period(self, on: date) -> Period:
        """The period a day lies in; by a day that is still dated it is due at its end."""
        begins = on.month - (on.month - 1) % self.months
        end = last_of_month(Date(on.year, begins + self.months - 1, 1))
        last = last_of_month(Date(on.year, begins + (self.month or self.months) - 1, 1))
        if isinstance(self.day, int) and self.day < last.day:
            last = Date(last.year, last.month, self.day)
        return Period(self._key(on.year, begins), Date(on.year, begins, 1), end, last)

    def _key(self, year: int, begins: int) -> str:
        match self.months:
            case 1:
                return f"{year}-{begins:02d}"
            case 3:
                return f"{year}-Q{begins // 3 + 1}"
            case 6:
                return f"{year}-H{begins // 6 + 1}"
            case _:
                return f"{year}"

    def periods(self, begun: date, until: date) -> Iterator[Period]:
        """The periods from the first whole one after the duty began to the one ``until`` lies in."""
        period = self.period(begun)
        if period.first >= begun and begun <= until:
            yield period
        while period.end < until:
            period = self.period(day(period.end.toordinal() + 1))
            yield period

    def lasting(self, start: Start, since: At, until: At) -> tuple[Numbered, ...]:
        return Days(0).lasting(start, since, until)

    def lines(self, start: Start) -> Iterator[TraceLine]:
        period = self.period(date.fromordinal(start.day))
        yield TraceLine(period.first, False, BEGINS[self.months](key=period.key))
        yield TraceLine(period.last, True, str(self))

    def __str__(self) -> str:
        if isinstance(self.day, Dated):
            return joined(ONCE[self.months](), named(self.day.name))
        if self.months == 12 and self.month and self.day:
            return YEARLY_BY(day=f"{self.day:02d}.{self.month:02d}")
        if self.months == 1 and self.day:
            return MONTHLY_BY(day=self.day)
        return ONCE[self.months]()


def each_month(*, day: int | Dated[int] | None = None) -> Each:
    """Once each calendar month, by its last day or by ``day``."""
    return Each(1, None, day)


def each_quarter() -> Each:
    """Once each calendar quarter, by its last day."""
    return Each(3)


def each_half_year() -> Each:
    """Once each half of the calendar year, by its last day."""
    return Each(6)


def each_year(*, month: int = 12, day: int | Dated[int] | None = None) -> Each:
    """Once each calendar year, by a fixed day of it."""
    return Each(12, month, day)
