"""The days of a calendar as one kind of week works them: ordinals, counted by tables of prefixes, never in a loop."""

from collections.abc import Iterator
from datetime import date, time
from itertools import accumulate, count
from typing import TYPE_CHECKING

from attrs import evolve

from prcomm.core.calendar.days.ordinals import LAST_ORDINAL, countable
from prcomm.core.calendar.days.rules import EveryWeek, Instead, Yearly, YearlyRule, off_by
from prcomm.core.calendar.days.special import INSTEAD, WEEKDAYS, Off, SpecialDay, Why
from prcomm.core.sources.citations import weakest
from prcomm.core.values.errors import BadInput

if TYPE_CHECKING:
    from prcomm.core.calendar.days.calendars import Calendar

__all__ = [
    "DayTable",
]  # fmt: skip

_MARGIN = 14  # days beside a span, so that a day of rest moved over New Year arrives
_IN_VAIN = 40 * 366  # days: where so many in a row are not worked, no day ever is
_FAR = 100  # years: a day so far from a span gets one of its own, lest all that lies between be counted


class _Span:
    """The tables of some whole years, one after the other."""

    def __init__(self, table: "DayTable", first: int, last: int) -> None:
        self.years = first, last
        self.first = date(first, 1, 1).toordinal()
        self.end = date(last, 12, 31).toordinal() + 1
        self.off: dict[int, Off] = {}
        self.eves: dict[int, Why] = {}
        self.worked: dict[int, Why] = {}
        self.early: dict[int, tuple[time, Why]] = {}
        self._mark(table, range(first, last + 1))
        works = [o not in self.off for o in range(self.first, self.end)]
        self.before = [0, *accumulate(works)]
        self.working = [self.first + i for i, worked in enumerate(works) if worked]

    def _mark(self, table: "DayTable", years: range) -> None:
        calendar = table.calendar
        self._rest(table)
        reach = range(years.start - 1, years.stop + 1)
        special = [s for s in calendar.days if s.day.year in reach and table.keeps(s)]
        yearly = [(on, rule) for year in reach for rule in calendar.holidays for on in rule.days(year)]
        given = [(on, rule, off_by(rule)) for on, rule in yearly if rule.holiday and rule.closes is None]
        holidays: list[tuple[date, Yearly | SpecialDay, Off]] = [
            *given, *((s.day, s, off_by(s)) for s in special if s.holiday and not s.works and s.closes is None)
        ]  # fmt: skip
        others = {s.day.toordinal() for s in special if not s.works and not s.moved and s.closes is None}
        self._closed([(on, rule) for on, rule in yearly if isinstance(rule, EveryWeek)])
        gone = self._shift(table, holidays, others)
        self._closed([(on, rule) for on, rule in yearly if not rule.holiday])
        for on, _, off in holidays:
            if on.toordinal() in gone:
                continue
            self.off[on.toordinal()] = off
            eve = calendar.eve
            if eve is not None and eve.holds(on):
                self.eves[on.toordinal() - 1] = off
        for s in special:
            if s.works:
                self.worked[s.day.toordinal()] = Why(s.reason, s.cites, s.basis)
                self.off.pop(s.day.toordinal(), None)
            elif not s.holiday and s.closes is None:
                self.off[s.day.toordinal()] = off_by(s)
        self._early([*yearly, *((s.day, s) for s in special)])

    def _rest(self, table: "DayTable") -> None:
        """The weekly days of rest."""
        calendar = table.calendar
        since = -_MARGIN if calendar.rest_since is None else calendar.rest_since.toordinal()
        now, before = (
            {d: Off(WEEKDAYS[d - 1], cites, weakest(cites)) for d in table.rest}
            for cites in (calendar.rest, calendar.rest_before)
        )
        for o in range(self.first - _MARGIN, self.end + _MARGIN) if now else ():
            rest = (now if o >= since else before).get((o - 1) % 7 + 1)
            if rest is not None:
                self.off[o] = rest

    def _closed(self, yearly: list[tuple[date, Yearly]]) -> None:
        """The days off by rules that are no holidays: they move nothing, and nothing is moved beyond them."""
        for on, rule in yearly:
            if rule.closes is None:
                self.off.setdefault(on.toordinal(), off_by(rule))

    def _early(self, days: list[tuple[date, Yearly | SpecialDay]]) -> None:
        """The days that are worked for fewer hours, with when these end; the earliest of several."""
        for on, why in days:
            o = on.toordinal()
            if why.closes is not None and (o not in self.early or why.closes < self.early[o][0]):
                self.early[o] = why.closes, off_by(why)

    def _shift(
        self, table: "DayTable", holidays: list[tuple[date, Yearly | SpecialDay, Off]], others: set[int]
    ) -> set[int]:
        """The days off that holidays give which fall on a day of rest. Which holidays are only moved, and not off."""
        taken = others | {on.toordinal() for on, _, _ in holidays}
        gone: set[int] = set()
        several: dict[date, list[Yearly | SpecialDay]] = {}
        for on, rule, _ in holidays:
            several.setdefault(on, []).append(rule)
        for on in sorted(several):
            by_law = True
            for rule in several[on]:
                ways = rule.instead if isinstance(rule, YearlyRule) else ()
                if ways:
                    self._give_instead(on, rule, ways, taken, gone)
                elif by_law:
                    by_law = False
                    self._give_by_law(table, on, taken)
        return gone

    def _give_by_law(self, table: "DayTable", on: date, taken: set[int]) -> None:
        """The next working day off, by the rule of the calendar; a year that is decreed lists the outcome."""
        rule, o = table.calendar.shift, on.toordinal()
        if rule is None or table.roster or o not in self.off or not rule.holds(on):
            return
        if on.year not in table.calendar.settled:
            free = self._free(o, Instead(), taken)
            self.off[free] = Off(INSTEAD(day=f"{on:%d.%m}"), rule.cites, weakest(rule.cites))

    def _give_instead(
        self, on: date, rule: Yearly | SpecialDay, ways: tuple[Instead, ...], taken: set[int], gone: set[int]
    ) -> None:
        o = on.toordinal()
        for way in ways:
            if (on.isoweekday() in way.on) if way.on else o in self.off:
                free = self._free(o, way, taken)
                self.off[free] = Off(INSTEAD(day=f"{on:%d.%m}"), rule.cites, weakest(rule.cites))
                if not way.stays:
                    gone.add(o)
                return

    def _free(self, o: int, way: Instead, taken: set[int]) -> int:
        """The day that is given instead of another."""
        step = -1 if way.back else 1
        free = o + step
        while (free - 1) % 7 + 1 != way.to if way.to else self._is_taken(free, way, taken):
            free += step
        return free

    def _is_taken(self, o: int, way: Instead, taken: set[int]) -> bool:
        return o in self.off or o in taken or (o - 1) % 7 + 1 in way.on


class DayTable:
    """The days of one calendar as worked by one kind of week. All days are ordinals.

    Attributes:
        calendar: the calendar.
        week: for weeks of how many days its special days are: 5, 6 or 7; a shorter week has those of 5.
        roster: whether it is a duty rota's, which does not follow moved days.
        rest: the weekly days of rest, 1 (Monday) to 7.
    """

    __slots__ = ("_end", "_extra", "_first", "_settled", "_span", "calendar", "rest", "roster", "week")

    def __init__(self, calendar: "Calendar", week: int, rest: tuple[int, ...], roster: bool) -> None:
        self.calendar = calendar
        self.week = max(week, 5)
        self.roster = roster
        self.rest = rest
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
        """Why a day is worked for fewer hours: the holiday of which it is the eve, or what has it end earlier; ``None``
        if it is not."""
        span = self._covering(o)
        early = span.early.get(o)
        return span.eves.get(o) if early is None else early[1]

    def closes(self, o: int) -> time | None:
        """When the hours of a day end that are fewer by the calendar, eves apart; ``None`` where they are not."""
        early = self._covering(o).early.get(o)
        return None if early is None else early[0]

    def works(self, o: int) -> bool:
        """Whether a day is worked."""
        span = self._span  # what _covering does, without a call, here and below: these are asked most
        if span is None or not span.first <= o < span.end:
            span = self._grown(o, o)
        return o not in span.off

    def shorter(self, o: int) -> bool:
        """Whether a day is worked for fewer hours: as the eve of a holiday, or as the calendar has it end earlier."""
        span = self._covering(o)
        return o in span.eves or o in span.early

    def is_eve(self, o: int) -> bool:
        """Whether a day is the eve of a holiday, and shorter for it."""
        return o in self._covering(o).eves

    def usual(self, o: int) -> bool:
        """Whether a day is worked, and to the usual hour."""
        span = self._span
        if span is None or not span.first <= o < span.end:
            span = self._grown(o, o)
        return o not in span.off and o not in span.eves and o not in span.early

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
        worked = 7 - len(self.rest)
        return max(0, days - self._extra - worked) * 7 // worked

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
