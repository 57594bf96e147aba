"""Days off by rule: a fixed day, the nth of its kind in a month, so many days from Easter, a range of every year.

Each rule is a value, so that a table of them reads as the statute does. What a holiday that falls on a day of rest
gives instead stands beside it.
"""

from calendar import monthrange
from collections.abc import Iterable, Iterator
from datetime import MAXYEAR, MINYEAR, date, time, timedelta
from enum import Enum
from typing import cast

from attrs import field, frozen
from attrs.converters import optional

from prcomm.core.calendar.days.special import A_DAY_OFF, Off, SpecialDay
from prcomm.core.sources.citations import Cites, as_cites, weakest
from prcomm.core.sources.working_hours import weekdays
from prcomm.core.values.errors import BadInput, no_day, quoted, unlike_each

__all__ = [
    "NEXT_WORKING_DAY", "WORKING_DAY_BEFORE", "Computus", "DayRange", "EveryWeek", "FromEaster", "Holiday", "Instead",
    "Near", "NthWeekday", "WeekdayNear", "Yearly", "YearlyRange", "YearlyRule", "easter",
]  # fmt: skip

_MONTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def _weekday(day: object) -> int:
    (one,) = weekdays(day) or (0,)
    return one


@frozen
class Instead:
    """What a holiday gives where it falls on a day of rest: another day off.

    Attributes:
        back: whether that is the working day before, and not the next one.
        on: the days of the week on which it must fall; without any, the days of rest of the office.
        to: the day of the week that is given, the next one or the one before, whatever else it is; without it, the
            nearest day that is neither a day of rest nor a holiday nor given instead of another.
        stays: whether the holiday itself is off as well; false where it is only moved.
    """

    back: bool = False
    on: tuple[int, ...] = field(default=(), converter=weekdays, kw_only=True)
    to: int | None = field(default=None, converter=optional(_weekday), kw_only=True)
    stays: bool = field(default=True, kw_only=True)


NEXT_WORKING_DAY = Instead()
"""A holiday on a day of rest of the office gives its next working day off."""
WORKING_DAY_BEFORE = Instead(back=True)
"""A holiday on a day of rest of the office gives the working day before off."""


def _instead(given: object) -> tuple[Instead, ...]:
    several = (given,) if isinstance(given, Instead) else tuple(cast("Iterable[object]", given))
    faults = unlike_each("instead", "an Instead in each place", several, Instead)
    if faults:
        raise BadInput("a rule for days off", tuple(faults))
    return cast("tuple[Instead, ...]", several)


def _first(day: object) -> date | None:
    """A day from which, or until which, a rule holds; of a year its first day."""
    if isinstance(day, int) and not isinstance(day, bool) and MINYEAR <= day <= MAXYEAR:
        return date(day, 1, 1)
    if isinstance(day, date):
        return day
    raise BadInput("a rule for days off", (f"since and until: a day, or a year from 1 to 9999, not {quoted(day)}",))


@frozen
class YearlyRule:
    """A rule by which days of every year are off. The kinds of rules below are all there are, and each has a ``reason``
    and ``cites``; they stand where they are given in a row.

    Attributes:
        instead: what it gives where it falls on a day of rest; several for days of rest that differ in this.
        holiday: true for a holiday, whose eve is shorter where the calendar says so, and which may give another day.
        closes: of days that are worked for fewer hours, when these end; ``None`` for days off.
    """

    instead: tuple[Instead, ...] = field(default=(), converter=_instead, kw_only=True)
    holiday: bool = field(default=True, kw_only=True)
    closes: time | None = field(default=None, kw_only=True)

    def of_year(self, year: int) -> Iterator[date]:
        """The days that the rule gives in a year, whether it holds on them or not."""
        raise TypeError(f"{type(self).__name__} gives no days")

    def days(self, year: int) -> tuple[date, ...]:
        """The days off by it in a year; none in one that can't be counted."""
        if not MINYEAR <= year <= MAXYEAR:
            return ()
        return tuple(on for on in self.of_year(year) if self.holds(on))

    def holds(self, on: date) -> bool:
        """Whether the rule holds on a day."""
        since, until = self._while
        return (since is None or since <= on) and (until is None or on < until)

    @property
    def _while(self) -> tuple[date | None, date | None]:
        """The first day on which the rule holds, and the first on which it no longer does."""
        raise TypeError(f"{type(self).__name__} gives no days")


@frozen
class SinceAndUntil(YearlyRule):
    """One of which may be said since when and until when it holds.

    Attributes:
        since: the first day on which the rule holds; a year stands for its first day.
        until: the first day on which it no longer does.
    """

    since: date | None = field(default=None, converter=optional(_first), kw_only=True)
    until: date | None = field(default=None, converter=optional(_first), kw_only=True)

    @property
    def _while(self) -> tuple[date | None, date | None]:
        return self.since, self.until


def _there_is(what: str, *days: tuple[int, int]) -> None:
    """Refuse days of a year that there are not. Raises ``BadInput``."""
    wrong = [one for one in days if not (1 <= one[0] <= 12 and 1 <= one[1] <= _MONTHS[one[0] - 1])]
    faults = (f"no such day: month {quoted(month)}, day {quoted(day)}" for month, day in wrong)
    if wrong:
        raise BadInput(what, tuple(faults))


@frozen
class Holiday(YearlyRule):
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
    cites: Cites = field(default=(), converter=as_cites)
    since: date | None = field(default=None, converter=optional(_first))
    until: date | None = field(default=None, converter=optional(_first))

    def __attrs_post_init__(self) -> None:
        _there_is(f"the holiday {self.reason!r}", (self.month, self.day))

    @property
    def _while(self) -> tuple[date | None, date | None]:
        return self.since, self.until

    def of(self, year: int) -> date | None:
        """The day it falls on in that year, or ``None`` where the rule did not hold or the year lacks the day."""
        return next(iter(self.days(year)), None)

    def of_year(self, year: int) -> Iterator[date]:
        if (self.month, self.day) != (2, 29) or monthrange(year, 2)[1] == 29:
            yield date(year, self.month, self.day)


@frozen
class NthWeekday(SinceAndUntil):
    """The nth Monday of a month, or the last.

    Attributes:
        nth: which one: 1 to 5, or -1 for the last, -2 for the last but one, to -5.
        weekday: which day of the week, 1 (Monday) to 7.
        month: 1 to 12.
        plus: so many days later, or earlier if negative: the Friday after a fourth Thursday.
    """

    nth: int
    weekday: int = field(converter=_weekday)
    month: int
    reason: str
    cites: Cites = field(default=(), converter=as_cites)
    plus: int = field(default=0, kw_only=True)

    def __attrs_post_init__(self) -> None:
        faults = [f"month: 1 to 12, not {quoted(self.month)}"] if self.month not in range(1, 13) else []
        if self.nth == 0 or self.nth not in range(-5, 6):
            faults.append(f"nth: 1 to 5, or -1 to -5 from the end, not {quoted(self.nth)}")
        if faults:
            raise BadInput(f"the holiday {self.reason!r}", tuple(faults))

    def of_year(self, year: int) -> Iterator[date]:
        first, long = monthrange(year, self.month)
        days = range((self.weekday - 1 - first) % 7 + 1, long + 1, 7)
        if len(days) >= abs(self.nth):
            on = days[self.nth - 1 if self.nth > 0 else self.nth]
            yield from _moved(date(year, self.month, on), self.plus)


def _moved(on: date, days: int) -> Iterator[date]:
    """A day so many days later; none beyond the years that there are."""
    if 1 <= on.toordinal() + days <= date.max.toordinal():
        yield on + timedelta(days)


class Near(Enum):
    """Which day of the week near a day of the year."""

    ON_OR_AFTER = 1
    ON_OR_BEFORE = 2
    NEAREST = 3


@frozen
class WeekdayNear(SinceAndUntil):
    """A day of the week near a day of the year: the Monday on or before 24 May, the Monday nearest to 29 January.

    Attributes:
        weekday: which day of the week, 1 (Monday) to 7.
        month: 1 to 12.
        day: 1 to 31.
        near: on or after that day, on or before it, or nearest to it.
    """

    weekday: int = field(converter=_weekday)
    month: int
    day: int
    reason: str
    cites: Cites = field(default=(), converter=as_cites)
    near: Near = field(default=Near.ON_OR_AFTER, kw_only=True)

    def __attrs_post_init__(self) -> None:
        _there_is(f"the holiday {self.reason!r}", (self.month, self.day))

    def of_year(self, year: int) -> Iterator[date]:
        about = _on(year, self.month, self.day)
        later = (self.weekday - about.isoweekday()) % 7
        back = self.near is Near.ON_OR_BEFORE or (self.near is Near.NEAREST and later > 3)
        yield from _moved(about, later - 7 if back and later else later)


class Computus(Enum):
    """By which reckoning Easter falls: both are given as days of the Gregorian calendar."""

    WESTERN = 1
    ORTHODOX = 2


def easter(year: int, computus: Computus = Computus.WESTERN) -> date:
    """Easter Sunday of a year, by the anonymous Gregorian algorithm or by that of the Julian calendar (J. Meeus,
    Astronomical Algorithms, chapter 8). Raises ``BadInput`` beyond the years that can be counted."""
    if not MINYEAR <= year < MAXYEAR:
        raise BadInput("Easter", (f"year: 1 to 9998, not {quoted(year)}",))
    century, of_century = divmod(year, 100)
    golden = year % 19
    if computus is Computus.ORTHODOX:
        d = (19 * golden + 15) % 30
        e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
        return date(year, *_month_and_day(d + e + 114)) + timedelta(century - century // 4 - 2)
    leap = (century - (century + 8) // 25 + 1) // 3
    h = (19 * golden + century - century // 4 - leap + 15) % 30
    to_sunday = (32 + 2 * (century % 4) + 2 * (of_century // 4) - h - of_century % 4) % 7
    m = (golden + 11 * h + 22 * to_sunday) // 451
    return date(year, *_month_and_day(h + to_sunday - 7 * m + 114))


def _month_and_day(n: int) -> tuple[int, int]:
    return n // 31, n % 31 + 1


@frozen
class FromEaster(SinceAndUntil):
    """So many days from Easter Sunday: ``FromEaster(-2, "Good Friday")``.

    Attributes:
        plus: how many days after it; before it, if negative.
        computus: by which reckoning.
    """

    plus: int
    reason: str
    cites: Cites = field(default=(), converter=as_cites)
    computus: Computus = field(default=Computus.WESTERN, kw_only=True)

    def of_year(self, year: int) -> Iterator[date]:
        if year < MAXYEAR:
            yield from _moved(easter(year, self.computus), self.plus)


@frozen
class YearlyRange(SinceAndUntil):
    """The days of every year from one to another, both included; over New Year, if the last comes first.

    Attributes:
        first_month: the month of its first day.
        first_day: the day of it.
        last_month: the month of its last day.
        last_day: the day of it.
    """

    first_month: int
    first_day: int
    last_month: int
    last_day: int
    reason: str
    cites: Cites = field(default=(), converter=as_cites)
    holiday: bool = field(default=False, kw_only=True)

    def __attrs_post_init__(self) -> None:
        _there_is(f"the days {self.reason!r}", (self.first_month, self.first_day), (self.last_month, self.last_day))

    def of_year(self, year: int) -> Iterator[date]:
        first, last = (_on(year, *one).toordinal() for one in self._ends)
        first += self._ends[0] == (2, 29) and monthrange(year, 2)[1] == 28  # it begins with the next day that there is
        several = [range(first, last + 1)]
        if self._ends[0] > self._ends[1]:
            several = [range(date(year, 1, 1).toordinal(), last + 1), range(first, date(year, 12, 31).toordinal() + 1)]
        return (date.fromordinal(o) for days in several for o in days)

    @property
    def _ends(self) -> tuple[tuple[int, int], tuple[int, int]]:
        return (self.first_month, self.first_day), (self.last_month, self.last_day)


def _on(year: int, month: int, day: int) -> date:
    """A day of a year; of 29 February, in a year that has none, the last of the month."""
    return date(year, month, min(day, monthrange(year, month)[1]))


@frozen
class EveryWeek(SinceAndUntil):
    """A day of the week: where the days of rest of a country have changed, ``since`` and ``until`` say when.

    Attributes:
        weekday: which, 1 (Monday) to 7.
    """

    weekday: int = field(converter=_weekday)
    reason: str
    cites: Cites = field(default=(), converter=as_cites)
    holiday: bool = field(default=False, kw_only=True)

    def of_year(self, year: int) -> Iterator[date]:
        first = date(year, 1, 1)
        begins = first.toordinal() + (self.weekday - first.isoweekday()) % 7
        return map(date.fromordinal, range(begins, date(year, 12, 31).toordinal() + 1, 7))


Yearly = Holiday | NthWeekday | WeekdayNear | FromEaster | YearlyRange | EveryWeek
"""A rule by which days of every year are off, of any kind."""


def off_by(day: SpecialDay | Yearly) -> Off:
    """Why a special day, or one that a rule gives, is not worked."""
    return Off(day.reason, day.cites, weakest(day.cites))


@frozen
class DayRange:
    """Days off from one day to another, both included: a closure, a vacation.

    Attributes:
        first: the first.
        last: the last.
        reason: why.
        cites: what says so.
    """

    first: date
    last: date
    reason: str = A_DAY_OFF
    cites: Cites = field(default=(), converter=as_cites)

    def __attrs_post_init__(self) -> None:
        faults = (*no_day("first", cast("object", self.first) or 0), *no_day("last", cast("object", self.last) or 0))
        if not faults and not self.first <= self.last:
            faults = (f"last: no earlier than {self.first.isoformat()}, not {self.last.isoformat()}",)
        if faults:
            raise BadInput(f"the days {self.reason!r}", faults)

    def days(self) -> Iterator[SpecialDay]:
        """Each of them."""
        for o in range(self.first.toordinal(), self.last.toordinal() + 1):
            yield SpecialDay(date.fromordinal(o), self.reason, self.cites)
