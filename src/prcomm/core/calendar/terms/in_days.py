"""Terms in days: calendar days, working days, months."""

from calendar import monthrange
from collections.abc import Iterator
from datetime import MAXYEAR, MINYEAR, date
from functools import lru_cache
from typing import ClassVar

from attrs import frozen
from pendulum import Date

from prcomm.core.calendar.days import beyond, countable, day
from prcomm.core.calendar.pauses import Hold
from prcomm.core.calendar.terms.passed import resting_on, worked
from prcomm.core.calendar.terms.starts import At, ByACalendar, Numbered, Start
from prcomm.core.calendar.traces import TraceLine
from prcomm.core.values.messages import Message

__all__ = [
    "DAYS",
    "ENDS_AFTER_A_PAUSE",
    "LAST_OF_MONTH",
    "MONTHS",
    "MORE_FOR_A_PAUSE",
    "NTH_DAY",
    "NTH_WORKING_DAY",
    "PAUSED",
    "RUNS_AGAIN",
    "SAME_NUMBER",
    "THE_STOP",
    "WORKING_DAYS",
    "Days",
    "Months",
    "WorkingDays",
    "month_later",
]  # fmt: skip

DAYS = Message("{n} day|{n} days")
WORKING_DAYS = Message("{n} working day|{n} working days")
MONTHS = Message("{n} month|{n} months")
NTH_DAY = Message("day {which}")
NTH_WORKING_DAY = Message("working day {which}")
PAUSED = Message("the clock was paused")
THE_STOP = Message("the clock was paused: the day on which it was stopped does not count")
RUNS_AGAIN = Message("the clock was paused: the day on which it runs again does not count")
ENDS_AFTER_A_PAUSE = Message("its last day had come when the clock was stopped: it ends when it runs again")
SAME_NUMBER = Message("{term}: the same number of the month")
LAST_OF_MONTH = Message("{term}: its last day, it has no {number}")
MORE_FOR_A_PAUSE = Message("{days} more: the clock was paused from {held} to {resumed}")


@frozen
class Days(Numbered):
    """So many calendar days after the day of the event. Days off are counted in."""

    unit: ClassVar[Message] = DAYS
    most: ClassVar[int] = 366_000

    def end(self, start: Start) -> int:
        end = start.day + self.number
        return countable(_with_pauses(start, end) if start.holds else end)

    def lasting(self, start: Start, since: At, until: At) -> tuple[Numbered, ...]:
        first, last = start.day_of(since), start.day_of(until)
        return (Days(last - first - sum(first < on <= last for on in _held(start))),)

    def lines(self, start: Start) -> Iterator[TraceLine]:
        return _day_by_day(start, start.day + 1, self.end(start), self.number, working=False)

    def days_off(self, start: Start) -> Iterator[TraceLine]:
        return iter(())


@frozen
class WorkingDays(ByACalendar):
    """So many working days after the day of the event."""

    unit: ClassVar[Message] = WORKING_DAYS
    most: ClassVar[int] = 366_000

    def end(self, start: Start) -> int:
        if self.calendar is not None:
            start = self.its_own(start)
        table, n = start.table, self.number
        end = table.add(start.day, n) if n else table.on_or_after(start.day)
        if not start.holds:
            return end
        for hold, first, last in start.left_out():
            if start.in_time(hold.stopped, end):
                end = table.add(end, table.between(first - 1, last))
        return start.no_sooner(end, working=True)

    def lasting(self, start: Start, since: At, until: At) -> tuple[Numbered, ...]:
        table, first, last = self.its_own(start).table, start.day_of(since), start.day_of(until)
        held = sum(first < on <= last and table.works(on) for on in _held(start))
        return (self.of(table.between(first, last) - held),)

    def lines(self, start: Start) -> Iterator[TraceLine]:
        own = self.its_own(start)
        return _day_by_day(own, own.day + bool(self.number), self.end(start), self.number, working=True)


def _with_pauses(start: Start, end: int) -> int:
    """The last day of a term in days, moved by the days that were left out."""
    for hold, first, last in start.left_out():
        if start.in_time(hold.stopped, end):
            end += last + 1 - first
    return start.no_sooner(end)


def _held(start: Start) -> set[int]:
    return {on for _, first, last in start.left_out() for on in range(first, last + 1)}


def _left_out(start: Start, end: int) -> dict[int, TraceLine]:
    """The line of each day that a pause leaves out of a term that ends on a day."""
    return {
        on: TraceLine(day(on), False, _why(hold, on)(), *resting_on(hold.cites))
        for hold, first, last in start.left_out()
        if start.in_time(hold.stopped, end)
        for on in range(first, last + 1)
    }


def _why(hold: Hold, on: int) -> Message:
    return THE_STOP if on == hold.stopped else RUNS_AGAIN if on == hold.ran else PAUSED


def _day_by_day(start: Start, first: int, end: int, of: int, *, working: bool) -> Iterator[TraceLine]:
    """Each day from the first to the last of so many: which it is, or why it does not count."""
    out, n = _left_out(start, end), 0
    needed = max(of, 1) if working else of  # of no working days the first is the last
    for on in range(first, end + 1):
        off = start.table.why_off(on) if working else None
        if off is not None:
            yield TraceLine(day(on), False, off.reason, off.cites, off.basis)
        elif n < needed and on not in out:
            n += 1
            nth = min(n, of)
            yield (
                worked(start, on, NTH_WORKING_DAY(which=nth))
                if working
                else TraceLine(day(on), True, NTH_DAY(which=nth))
            )
        elif n < needed or on < end:
            yield out.get(on) or TraceLine(day(on), False, PAUSED())
        else:
            yield TraceLine(day(on), False, ENDS_AFTER_A_PAUSE())


def month_later(on: date, months: int) -> Date:
    """The same number so many months later (earlier, if negative), or the last day of a shorter month."""
    return day(month_on(on.toordinal(), months))


@lru_cache(maxsize=4096)
def month_on(o: int, months: int) -> int:
    on = date.fromordinal(o)
    year, month = divmod(on.year * 12 + on.month - 1 + months, 12)
    if not MINYEAR <= year <= MAXYEAR:
        raise beyond()
    return date(year, month + 1, min(on.day, monthrange(year, month + 1)[1])).toordinal()


@frozen
class Months(Numbered):
    """So many months: the same number of the last month, or its last day if it has no such number."""

    unit: ClassVar[Message] = MONTHS
    most: ClassVar[int] = 12_000

    def end(self, start: Start) -> int:
        end = month_on(start.day, self.number)
        return countable(_with_pauses(start, end) if start.holds else end)

    def lasting(self, start: Start, since: At, until: At) -> tuple[Numbered, ...]:
        first, last = start.day_of(since), start.day_of(until)
        last -= sum(first < on <= last for on in _held(start))
        one, other = day(first), day(last)
        n = (other.year - one.year) * 12 + other.month - one.month
        n -= month_on(first, n) > last
        return Months(n), Days(last - month_on(first, n))

    def days_off(self, start: Start) -> Iterator[TraceLine]:
        return iter(())

    def lines(self, start: Start) -> Iterator[TraceLine]:
        first = day(start.day)
        last = month_later(first, self.number)
        same = first.day == last.day
        text = SAME_NUMBER(term=self) if same else LAST_OF_MONTH(term=self, number=first.day)
        yield TraceLine(last, True, text, *resting_on(start.months))
        end = last.toordinal()
        for hold, begins, ends in start.left_out():
            if start.in_time(hold.stopped, end):
                end += ends + 1 - begins
                held, resumed = (f"{day(on):%d.%m}" for on in (max(hold.stopped, start.day), hold.ran))
                more = MORE_FOR_A_PAUSE(days=DAYS(n=ends + 1 - begins), held=held, resumed=resumed)
                yield TraceLine(day(end), True, more, *resting_on(hold.cites))
        if start.holds and self.end(start) != end:
            yield TraceLine(day(self.end(start)), False, ENDS_AFTER_A_PAUSE())
