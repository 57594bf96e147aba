"""Which days and hours are worked: data by year and act, and plain calendars that need no country.

Days are ordinals inside, counted by tables of prefixes, never in a loop.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import MAXYEAR, MINYEAR, date, datetime
from functools import lru_cache
from itertools import accumulate, count
from typing import cast

from attrs import Factory, evolve, field, frozen
from pendulum import Date

from prcomm.core.sources.citations import Basis, Cites, as_cites, weakest
from prcomm.core.sources.people import SUNDAY, Office
from prcomm.core.values.alternatives import counted
from prcomm.core.values.display import as_shown
from prcomm.core.values.errors import BadInput, in_a_row, no_day, quoted
from prcomm.core.values.messages import Message, Said, named

_MONTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_WEEKS = (5, 6, 7)
LAST_ORDINAL = date.max.toordinal()
INSTEAD = Message("instead of {day}, a holiday on a day of rest")
WEEKLY_DAYS_OF_REST = Message("the weekly days of rest")
EVERY_YEAR = Message("{holiday}, every year")
EVERY_YEAR_SINCE = Message("{holiday}, every year since {since}")
EVERY_YEAR_UNTIL = Message("{holiday}, every year until {until}")
EVERY_YEAR_SINCE_UNTIL = Message("{holiday}, every year since {since} until {until}")
GIVES_THE_NEXT_DAY = Message("a holiday on a day of rest gives the next working day off")
EVE_IS_SHORTER = Message("the eve of a holiday is shorter")
A_DAY_OFF = "a day off"
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def beyond() -> BadInput:
    """The error for what lies outside the years in which there are days to count."""
    return BadInput("a day", ("it lies beyond the years that can be counted, 1 to 9999",))


def countable(o: int) -> int:
    """The ordinal of a day, as it is. Raises ``BadInput`` if it lies beyond the years that can be counted."""
    if 1 <= o <= LAST_ORDINAL:
        return o
    raise beyond()


@lru_cache(maxsize=65536)
def day(ordinal: int) -> Date:
    """The day of an ordinal. Raises ``BadInput`` beyond the years that can be counted."""
    return Date.fromordinal(countable(ordinal))


def local(at: datetime, office: Office) -> datetime:
    """The same instant as the clock on the office's wall shows it. Raises ``BadInput`` without a zone."""
    if at.tzinfo is office.tz:
        return at
    if at.tzinfo is None:
        raise BadInput("a day of an office", (f"an instant with a zone, not {at.isoformat()}",))
    try:
        return at.astimezone(office.tz)
    except (OverflowError, ValueError):
        raise beyond() from None


def ordinal(at: date, office: Office) -> int:
    """The office's day of an instant, or of a plain date, as an ordinal."""
    return local(at, office).toordinal() if isinstance(at, datetime) else at.toordinal()


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


_Year = tuple[int, date | None]


def _years(years: Iterable[int | _Year] | Mapping[int, date | None]) -> tuple[_Year, ...]:
    given = cast("Mapping[int, date | None]", years).items() if isinstance(years, Mapping) else years
    found = sorted(dict(year if isinstance(year, tuple) else (year, None) for year in given).items())
    if any(not MINYEAR <= year <= MAXYEAR for year, _ in found):
        raise beyond()
    return tuple(found)


def _listed(calendar: "Calendar") -> frozenset[int] | None:
    """The years it was told, where none is decreed: from that of its first special day to that of its last."""
    if not calendar.days:
        return None
    years = [special.day.year for special in calendar.days]
    return frozenset(range(min(years), max(years) + 1))


def _known(decreed: date | None, on: date | None) -> bool:
    """Whether what was decreed on one day was known at the end of another; where no day is given, it was."""
    return decreed is None or on is None or decreed <= on


@frozen
class Calendar:
    """The days off of a country or a house, as data.

    A year that is decreed has all its special days listed. Where none is decreed, it was told the years from its first
    special day to its last. In other years only the week, the holidays of every year and the rule ``shift`` are known:
    what rests on them is marked provisional. A calendar without special days has nothing else, and knows every year.

    Attributes:
        name: its name.
        days: the special days.
        holidays: the holidays of every year.
        week: the days worked a week whatever the office says (7: every day is worked), or ``None``.
        rest: what makes the weekly days of rest ones.
        rest_since: the first day on which that does; ``None`` for always.
        rest_before: what did before that day.
        decreed: the years whose days are decreed in full, each with the day of the decree where known,
            also those decreed after ``as_known``.
        shift: the rule by which a holiday on a day of rest gives the next working day off instead, applied
            in years that are not decreed: a decreed year lists the outcome.
        eve: the rule by which the day before a holiday is shorter by ``eve.hours``.
        as_known: the day as of which it is known, if one was asked for.
        listed: where no year is decreed, the years it was told; ``None`` if it knows every year.
    """

    __rich_repr__ = as_shown

    name: str
    days: tuple[SpecialDay, ...] = field(default=(), repr=counted)
    holidays: tuple[Holiday, ...] = field(default=(), repr=counted)
    week: int | None = None
    rest: Cites = field(default=(), converter=as_cites, repr=False)
    decreed: tuple[tuple[int, date | None], ...] = field(default=(), converter=_years, repr=False)
    shift: GeneralRule | None = field(default=None, repr=False)
    eve: GeneralRule | None = field(default=None, repr=False)
    as_known: date | None = None
    rest_since: date | None = field(default=None, kw_only=True, repr=False)
    rest_before: Cites = field(default=(), converter=as_cites, kw_only=True, repr=False)
    listed: frozenset[int] | None = field(default=Factory(_listed, takes_self=True), repr=False)
    _tables: "dict[tuple[int, int, bool], DayTable]" = field(factory=dict, init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        seen: set[tuple[date, int]] = set()
        faults = [] if self.week in (None, *_WEEKS) else [f"week: 5, 6 or 7 days, not {quoted(self.week)}"]
        for special in self.days:
            for week in special.weeks:
                if (special.day, week) in seen:
                    faults.append(f"{special.day.isoformat()} is given twice for a week of {week} days")
                seen.add((special.day, week))
        if faults:
            raise BadInput(f"the calendar {self.name!r}", tuple(faults))

    def known(self, on: date) -> "Calendar":
        """The calendar as it was known at the end of a day: without what was decreed later."""
        on = on if self.as_known is None else min(on, self.as_known)
        days = tuple(special for special in self.days if _known(special.decreed, on))
        untold = {special.day.year for special in self.days if not _known(special.decreed, on)}
        return evolve(self, days=days, as_known=on, listed=None if self.listed is None else self.listed - untold)

    @property
    def known_to(self) -> date | None:
        """The day up to which decrees are in it: the one asked for, else that of the latest; ``None`` without any."""
        return self.as_known or max((d for s in self.days if (d := s.decreed) is not None), default=None)

    def general(self) -> Iterator[tuple[str, Cites]]:
        """What holds in every year and rests on a source, in words."""
        if self.rest:
            yield WEEKLY_DAYS_OF_REST(), self.rest
        for holiday in self.holidays:
            yield _every_year(holiday), holiday.cites
        if self.shift is not None:
            yield GIVES_THE_NEXT_DAY(), self.shift.cites
        if self.eve is not None:
            yield EVE_IS_SHORTER(), self.eve.cites

    @property
    def settled(self) -> frozenset[int]:
        """The years whose days were decreed by then."""
        return frozenset(year for year, decreed in self.decreed if _known(decreed, self.as_known))

    @property
    def sure(self) -> frozenset[int] | None:
        """The years whose days off it was told in full; ``None`` if it knows every year."""
        return self.settled if self.decreed else self.listed

    def of(self, office: Office) -> "DayTable":
        """The days as one office works them."""
        table = self._tables.get(office.days)
        if table is None:
            table = DayTable(self, self.week or office.week, office.second_day_off, office.roster)
            self._tables[office.days] = table
        return table

    def provisional(self, year: int) -> bool:
        """Whether the days off of that year stand on the general rule alone: it is none of those that were told.

        Raises ``BadInput`` beyond the years that can be counted.
        """
        if not MINYEAR <= year <= MAXYEAR:
            raise beyond()
        return self.sure is not None and year not in self.sure

    def __getstate__(self) -> dict[str, object]:
        return {f: getattr(self, f) for f in _KEPT}

    def __setstate__(self, state: dict[str, object]) -> None:
        for name, value in state.items():
            object.__setattr__(self, name, value)
        object.__setattr__(self, "_tables", {})


def _every_year(holiday: Holiday) -> Said:
    days = {"since": holiday.since, "until": holiday.until}
    if holiday.since and holiday.until:
        text = EVERY_YEAR_SINCE_UNTIL
    elif holiday.since:
        text = EVERY_YEAR_SINCE
    else:
        text = EVERY_YEAR_UNTIL if holiday.until else EVERY_YEAR
    return text(holiday=named(holiday.reason), **{name: day for name, day in days.items() if day})


_MARGIN = 14  # days beside a span, so that a day of rest moved over New Year arrives
_IN_VAIN = 40 * 366  # days: where so many in a row are not worked, no day ever is
_FAR = 100  # years: a day so far from a span gets one of its own, lest all that lies between be counted
_KEPT = (
    "name", "days", "holidays", "week", "rest", "decreed", "shift", "eve", "as_known", "rest_since", "rest_before",
    "listed",
)  # fmt: skip


class _Span:
    """The tables of some whole years, one after the other."""

    def __init__(self, table: "DayTable", first: int, last: int) -> None:
        self.years = first, last
        self.first = date(first, 1, 1).toordinal()
        self.end = date(last, 12, 31).toordinal() + 1
        self.off: dict[int, Off] = {}
        self.eves: dict[int, Why] = {}
        self.worked: dict[int, Why] = {}
        self._mark(table, range(first, last + 1))
        works = [o not in self.off for o in range(self.first, self.end)]
        self.before = [0, *accumulate(works)]
        self.working = [self.first + i for i, worked in enumerate(works) if worked]

    def _mark(self, table: "DayTable", years: range) -> None:
        calendar = table.calendar
        since = -_MARGIN if calendar.rest_since is None else calendar.rest_since.toordinal()
        now, before = (
            {d: Off(WEEKDAYS[d - 1], cites, weakest(cites)) for d in table.rest}
            for cites in (calendar.rest, calendar.rest_before)
        )
        for o in range(self.first - _MARGIN, self.end + _MARGIN):
            off = (now if o >= since else before).get((o - 1) % 7 + 1)
            if off is not None:
                self.off[o] = off
        reach = range(years.start - 1, years.stop + 1)
        special = [s for s in calendar.days if s.day.year in reach and table.keeps(s)]
        holidays = [(on, _off(h)) for year in reach for h in calendar.holidays if (on := h.of(year))]
        holidays += [(s.day, _off(s)) for s in special if s.holiday and not s.works]
        others = {s.day.toordinal() for s in special if not s.works and not s.moved}
        self._shift(table, {on for on, _ in holidays}, others)
        for on, off in holidays:
            self.off[on.toordinal()] = off
            eve = calendar.eve
            if eve is not None and eve.holds(on):
                self.eves[on.toordinal() - 1] = off
        for s in special:
            if s.works:
                self.worked[s.day.toordinal()] = Why(s.reason, s.cites, s.basis)
                self.off.pop(s.day.toordinal(), None)
            elif not s.holiday:
                self.off[s.day.toordinal()] = _off(s)

    def _shift(self, table: "DayTable", holidays: set[date], others: set[int]) -> None:
        rule = table.calendar.shift
        if rule is None or table.roster:
            return
        taken = others | {on.toordinal() for on in holidays}
        settled = table.calendar.settled
        for on in sorted(holidays):
            if on.year in settled or not rule.holds(on) or on.toordinal() not in self.off:
                continue
            free = on.toordinal() + 1
            while free in self.off or free in taken:
                free += 1
            self.off[free] = Off(INSTEAD(day=f"{on:%d.%m}"), rule.cites, weakest(rule.cites))


def _off(day: SpecialDay | Holiday) -> Off:
    return Off(day.reason, day.cites, weakest(day.cites))


class DayTable:
    """The days of one calendar as worked by one kind of week. All days are ordinals.

    Attributes:
        calendar: the calendar.
        week: the days worked a week.
        roster: whether it is a duty rota's, which does not follow moved days.
        rest: the weekly days of rest, 1 (Monday) to 7.
    """

    __slots__ = ("_end", "_extra", "_first", "_settled", "_span", "calendar", "rest", "roster", "week")

    def __init__(self, calendar: Calendar, week: int, second_day_off: int, roster: bool) -> None:
        self.calendar = calendar
        self.week = week
        self.roster = roster
        self.rest = {7: (), 6: (SUNDAY,), 5: tuple(sorted({SUNDAY, second_day_off}))}[week]
        self._extra = sum(special.works for special in calendar.days)
        years = sorted(calendar.settled)
        self._settled = None if calendar.sure is None else tuple(_in_a_row(sorted(calendar.sure)))
        self._first, self._end = self._settled[-1] if self._settled else (0, 0)  # the latest: it is asked most
        self._span: _Span | None = _Span(self, years[0], years[-1]) if years else None

    def keeps(self, special: SpecialDay) -> bool:
        """Whether a special day is one for this week; a duty rota does not follow moved days."""
        return self.week in special.weeks and not (self.roster and (special.moved or special.works))

    def _covering(self, o: int) -> _Span:
        """A span that has the year of a day."""
        span = self._span
        return span if span is not None and span.first <= o < span.end else self._grown(o, o)

    def _grown(self, low: int, high: int) -> _Span:
        """A span that has the years of both days. The table keeps it for the next; the old one stays right.

        Whoever needs two days asks for both at once: another thread may have put its own span in between.
        """
        span = self._span
        if span is not None and span.first <= low and high < span.end:
            return span
        first, last = date.fromordinal(countable(low)).year - 1, date.fromordinal(countable(high)).year + 1
        if span is not None and first - _FAR <= span.years[1] and span.years[0] <= last + _FAR:
            first, last = min(first, span.years[0]), max(last, span.years[1])
        span = self._span = _Span(self, max(first, 1), min(last, 9999))
        return span

    def why_off(self, o: int) -> Off | None:
        """Why a day is not worked; ``None`` if it is."""
        off = self._covering(o).off.get(o)
        return evolve(off, provisional=True) if off is not None and self.provisional(o) else off

    def why_worked(self, o: int) -> Why | None:
        """Why a day is worked that the week has for a day of rest; ``None`` if it is not so."""
        return self._covering(o).worked.get(o)

    def why_shorter(self, o: int) -> Why | None:
        """The holiday for which a day is worked for fewer hours, being its eve; ``None`` if it is none."""
        return self._covering(o).eves.get(o)

    def works(self, o: int) -> bool:
        """Whether a day is worked."""
        span = self._span  # what _covering does, without a call, here and below: these are asked most
        if span is None or not span.first <= o < span.end:
            span = self._grown(o, o)
        return o not in span.off

    def shorter(self, o: int) -> bool:
        """Whether a day is the eve of a holiday, and shorter."""
        return o in self._covering(o).eves

    def usual(self, o: int) -> bool:
        """Whether a day is worked, and to the usual hour."""
        span = self._span
        if span is None or not span.first <= o < span.end:
            span = self._grown(o, o)
        return o not in span.off and o not in span.eves

    def on_or_after(self, o: int) -> int:
        """The first working day on or after a day."""
        span = self._covering(o)
        at = span.before[o - span.first]
        while at >= len(span.working):
            span = self._grown(o, _no_later(span, self._further(span.end - o, 1, 1)))
            at = span.before[o - span.first]
        return span.working[at]

    def on_or_before(self, o: int) -> int:
        """The last working day on or before a day."""
        span = self._covering(o)
        at = span.before[o - span.first + 1] - 1
        while at < 0:
            span = self._grown(_no_earlier(span, self._further(o - span.first, 1, 1)), o)
            at = span.before[o - span.first + 1] - 1
        return span.working[at]

    def add(self, o: int, days: int) -> int:
        """The day ``days`` working days after a day (before it, if negative); the day itself is not counted."""
        if days <= 0:
            return self._back(o, -days) if days else o
        span = self._span
        if span is None or not span.first <= o < span.end:
            span = self._grown(o, o)
        at = span.before[o - span.first + 1] - 1 + days
        if at >= len(span.working):
            span = self._grown(o, max(span.end, o + self.at_least(days)))
            at = span.before[o - span.first + 1] - 1 + days
        while at >= len(span.working):
            step = self._further(span.end - o, days, at - len(span.working) + 1)
            span = self._grown(o, _no_later(span, step))
            at = span.before[o - span.first + 1] - 1 + days
        return span.working[at]

    def _back(self, o: int, days: int) -> int:
        span = self._covering(o)
        at = span.before[o - span.first] - days
        if at < 0:
            span = self._grown(min(span.first - 1, o - self.at_least(days)), o)
            at = span.before[o - span.first] - days
        while at < 0:
            span = self._grown(_no_earlier(span, self._further(o - span.first, days, -at)), o)
            at = span.before[o - span.first] - days
        return span.working[at]

    def _further(self, looked: int, days: int, missing: int) -> int:
        """How many days more to look through for the working days that are missing: as many as they take, or, where
        most are still missing, as many as were looked through already.

        Raises ``BadInput`` for a calendar on which no day is worked for decades.
        """
        if missing == days and looked > _IN_VAIN:
            fault = f"no day of it is worked in {looked // 366} years"
            raise BadInput(f"the calendar {self.calendar.name!r}", (fault,))
        step = 2 * self.at_least(missing) + 1
        return step if 4 * missing < days else max(step, looked)

    def at_least(self, days: int) -> int:
        """How many days have passed at the least when so many working days have: what lies beyond the years that can be
        counted is known at once."""
        return max(0, days - self._extra - self.week) * 7 // self.week

    def between(self, o: int, until: int) -> int:
        """How many working days there are after a day, up to and with a later one."""
        span = self._grown(o, until)
        return span.before[until - span.first + 1] - span.before[o - span.first + 1]

    def provisional(self, one: int, other: int | None = None) -> bool:
        """Whether any year from one day to another, be it later or earlier, stands on the general rule alone; of one
        day, whether its own year does."""
        other = one if other is None else other
        if self._first <= one < self._end and self._first <= other < self._end:
            return False
        for o in (one, other):
            countable(o)
        return self._settled is not None and not any(
            first <= one < end and first <= other < end for first, end in self._settled
        )


def _no_later(span: _Span, step: int) -> int:
    """A day so far beyond a span, or the last that can be counted while that is beyond it too."""
    return max(span.end, min(span.end - 1 + step, LAST_ORDINAL))


def _no_earlier(span: _Span, step: int) -> int:
    """The same before it."""
    return min(span.first - 1, max(span.first - step, 1))


def _in_a_row(years: list[int]) -> Iterator[tuple[int, int]]:
    """Years that follow one another, as the ordinals of their first day and of the day after their last."""
    for first in years:
        if first - 1 not in years:
            last = next(year for year in count(first) if year + 1 not in years)
            yield date(first, 1, 1).toordinal(), date(last, 12, 31).toordinal() + 1


def plain(
    name: str,
    *,
    week: int | None = None,
    off: Iterable[date] = (),
    holidays: Iterable[Holiday] = (),
    years: Iterable[int] = (),
) -> Calendar:
    """A calendar that needs no country.

    Args:
        name: its name.
        week: the days worked a week: 7 for every day, 6, 5; ``None`` for whatever the office works.
        off: further days off.
        holidays: holidays of every year.
        years: the years of which ``off`` names all; unless they are given, those from its first day to its last.
            What is counted in any other year is marked provisional. Without ``off`` it knows every year.
    """
    faults: list[str] = []
    days = in_a_row("off", off, date, faults)
    faults += [fault for on in days for fault in no_day("off", on)]
    yearly = in_a_row("holidays", holidays, Holiday, faults)
    if faults:
        raise BadInput(f"the calendar {name!r}", tuple(faults))
    special = tuple(SpecialDay(on, A_DAY_OFF, ()) for on in sorted(set(days)))
    return Calendar(name, special, yearly, week, decreed=years)


EVERY_DAY = plain("every day", week=7)
"""A calendar on which every day is worked."""

WEEKS = plain("weeks")
"""A calendar that knows only the office's week of 5, 6 or 7 days."""
