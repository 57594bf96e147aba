"""Terms in days: calendar days, working days, months."""

from calendar import monthrange
from collections.abc import Iterator
from datetime import MAXYEAR, MINYEAR, date
from functools import lru_cache
from typing import ClassVar

from attrs import frozen
from pendulum import Date

from prcomm.core.calendar.days import beyond, countable, day
from prcomm.core.calendar.terms.passed import resting_on, worked
from prcomm.core.calendar.terms.starts import ByACalendar, End, Numbered, Start
from prcomm.core.calendar.traces import TraceLine
from prcomm.core.values.messages import Message

__all__ = [
    "DAYS",
    "LAST_OF_MONTH",
    "MONTHS",
    "MORE_FOR_A_PAUSE",
    "NTH_DAY",
    "NTH_WORKING_DAY",
    "PAUSED",
    "SAME_NUMBER",
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
        for held, resumed in start.held_days() if start.holds else ():
            if held <= end:
                end += resumed - held
        return countable(end)

    def lasting(self, start: Start, since: End, until: End) -> tuple[Numbered, ...]:
        first, last = start.day_of(since), start.day_of(until)
        return (Days(last - first - sum(first < on <= last for on in _held(start))),)

    def lines(self, start: Start) -> Iterator[TraceLine]:
        held, n = _held(start), 0
        for on in range(start.day + 1, self.end(start) + 1):
            n += on not in held
            yield TraceLine(day(on), False, PAUSED()) if on in held else TraceLine(day(on), True, NTH_DAY(which=n))

    def days_off(self, start: Start) -> Iterator[TraceLine]:
        return iter(())


@frozen
class WorkingDays(ByACalendar):
    """So many working days after the day of the event."""

    unit: ClassVar[Message] = WORKING_DAYS
    most: ClassVar[int] = 366_000

    def end(self, start: Start) -> int:
        start = self.its_own(start)
        table, n = start.table, self.number
        end = table.add(start.day, n) if n else table.on_or_after(start.day)
        for held, resumed in start.held_days() if start.holds else ():
            if held <= end:
                end = table.add(end, table.between(held, resumed))
        return end

    def lasting(self, start: Start, since: End, until: End) -> tuple[Numbered, ...]:
        table, first, last = self.its_own(start).table, start.day_of(since), start.day_of(until)
        held = sum(first < on <= last and table.works(on) for on in _held(start))
        return (self.of(table.between(first, last) - held),)

    def lines(self, start: Start) -> Iterator[TraceLine]:
        start = self.its_own(start)
        held, n = _held(start), 0
        for on in range(start.day + bool(self.number), self.end(start) + 1):
            off = start.table.why_off(on)
            if off is not None:
                yield TraceLine(day(on), False, off.reason, off.cites, off.basis)
            elif on in held:
                yield TraceLine(day(on), False, PAUSED())
            else:
                n += bool(self.number)
                yield worked(start, on, NTH_WORKING_DAY(which=n))


def _held(start: Start) -> set[int]:
    return {on for held, resumed in start.held_days() for on in range(held + 1, resumed + 1)}


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
        for held, resumed in start.held_days() if start.holds else ():
            if held <= end:
                end += resumed - held
        return countable(end)

    def lasting(self, start: Start, since: End, until: End) -> tuple[Numbered, ...]:
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
        for held, resumed in start.held_days():
            if held <= end:
                end += resumed - held
                more = DAYS(n=resumed - held)
                when = {"held": f"{day(held):%d.%m}", "resumed": f"{day(resumed):%d.%m}"}
                yield TraceLine(day(end), True, MORE_FOR_A_PAUSE(days=more, **when))
