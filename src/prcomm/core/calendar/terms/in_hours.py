"""Terms in hours, and the working day of the event itself."""

from collections.abc import Iterator
from datetime import datetime
from typing import ClassVar

from attrs import frozen
from pendulum import DateTime

from prcomm.core.calendar import hours
from prcomm.core.calendar.days import day
from prcomm.core.calendar.terms.passed import days_off, eve, resting_on, worked
from prcomm.core.calendar.terms.starts import Numbered, Start, Term
from prcomm.core.calendar.traces import TraceLine
from prcomm.core.values.messages import Message

__all__ = [
    "AFTER_HOURS",
    "HOURS",
    "ON_THE_NEXT",
    "ON_THE_SAME",
    "PAUSED_HOURS",
    "SAME_WORKING_DAY",
    "UNTIL_HOUR",
    "WORKED",
    "WORKED_ON_AN_EVE",
    "WORKING_HOURS",
    "Hours",
    "SameWorkingDay",
    "WorkingHours",
]  # fmt: skip

HOURS = Message("{n} hour|{n} hours")
WORKING_HOURS = Message("{n} working hour|{n} working hours")
UNTIL_HOUR = Message("{term}, until {hour}")
WORKED = Message("{first} to {last}")
WORKED_ON_AN_EVE = Message("{first} to {last}, the eve of a holiday")
PAUSED_HOURS = Message("paused from {first} to {last}")
AFTER_HOURS = Message("it came at or after {closes}, after working hours")
ON_THE_SAME = Message("the same working day")
ON_THE_NEXT = Message("the next working day")


@frozen
class Hours(Numbered):
    """So many hours, by any clock, after the instant of the event."""

    unit: ClassVar[Message] = HOURS
    most: ClassVar[int] = 8_784_000

    def end(self, start: Start) -> DateTime:
        end = hours.add_running(start.instant(self), self.number, start.spans, start.office)
        return _no_sooner(start, end) if start.holds else end

    def lines(self, start: Start) -> Iterator[TraceLine]:
        end = self.end(start)
        yield from _paused_hours(start, start.instant(self), end)
        yield TraceLine(end.date(), True, UNTIL_HOUR(term=self, hour=f"{end:%H:%M}"))


@frozen
class WorkingHours(Numbered):
    """So many of the office's working hours after the instant of the event."""

    unit: ClassVar[Message] = WORKING_HOURS
    most: ClassVar[int] = 100_000

    def end(self, start: Start) -> DateTime:
        end = hours.add_working(start.instant(self), self.number, start.spans, start.table, start.office)
        return _no_sooner(start, end, working=True) if start.holds else end

    def lines(self, start: Start) -> Iterator[TraceLine]:
        end = self.end(start)
        yield from _paused_hours(start, start.instant(self), end)
        spans = hours.spans(start.instant(self).timestamp(), start.table, start.office)
        before = start.day - 1
        for span in hours.up_to(hours.without(spans, start.spans), end.timestamp()):
            first, last = (hours.instant(seconds, start.office) for seconds in span)
            yield from days_off(start, before + 1, first.toordinal())
            before = first.toordinal()
            during = WORKED_ON_AN_EVE if start.table.shorter(before) else WORKED
            yield worked(start, before, during(first=f"{first:%H:%M}", last=f"{last:%H:%M}"))

    def days_off(self, start: Start) -> Iterator[TraceLine]:
        for line in self.lines(start):
            if line.day is not None and line.cites:
                yield line
            if line.day is not None and line.counted:
                yield from eve(start, line.day.toordinal())


def _no_sooner(start: Start, end: DateTime, *, working: bool = False) -> DateTime:
    """The end of a term that was stopped: never before the instant at which it runs again, if it was stopped in time,
    though on the day off on which it ended; of working hours no sooner than the office is open then."""
    office, table = start.office, start.table
    for held, resumed in () if start.goes_on else start.spans:
        o = end.toordinal()
        rolled = end if not start.rolls or table.works(o) else hours.opening(table.on_or_after(o), office)
        if end.timestamp() < resumed and held < rolled.timestamp():
            end = hours.instant(next(hours.spans(resumed, table, office))[0] if working else resumed, office)
    return end


def _paused_hours(start: Start, begun: datetime, end: DateTime) -> Iterator[TraceLine]:
    for hold in start.holds:
        if hold.held < end.timestamp() and hold.resumed > begun.timestamp():
            first, last = hours.instant(hold.held, start.office), hours.instant(hold.resumed, start.office)
            paused = PAUSED_HOURS(first=f"{first:%d.%m %H:%M}", last=f"{last:%d.%m %H:%M}")
            yield TraceLine(first.date(), False, paused, *resting_on(hold.cites))


@frozen
class SameWorkingDay(Term):
    """On the day of the event; what comes after working hours or on a day off, on the next working day."""

    def end(self, start: Start) -> int:
        on, at, table = start.day, start.at, start.table
        if at is None:
            return table.on_or_after(on)
        if hours.after_hours(at, table, start.office):
            return table.on_or_after(on + 1 if table.works(on) else on)
        return on

    def lines(self, start: Start) -> Iterator[TraceLine]:
        end = self.end(start)
        if start.table.works(start.day) and end != start.day:
            closes = hours.closing(start.day, start.table, start.office)
            yield TraceLine(day(start.day), False, AFTER_HOURS(closes=f"{closes:%H:%M}"))
            yield from days_off(start, start.day + 1, end)
        else:
            yield from days_off(start, start.day, end)
        yield worked(start, end, (ON_THE_SAME if end == start.day else ON_THE_NEXT)())

    def days_off(self, start: Start) -> Iterator[TraceLine]:
        yield from super().days_off(start)
        if start.at is not None:
            yield from eve(start, start.day)

    def __str__(self) -> str:
        return ON_THE_SAME()


SAME_WORKING_DAY = SameWorkingDay()
