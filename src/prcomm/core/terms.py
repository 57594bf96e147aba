"""The algebra of terms: so many days, months or working hours; periods; backwards; at least so long.

A term is a value. It is counted from a :class:`Start`, and gives a day as an ordinal, an instant, or
``None`` where the law gives no number. How it was counted it tells as lines of a :class:`Trace`.
"""

from calendar import monthrange
from collections.abc import Iterator
from datetime import date, datetime
from functools import lru_cache
from typing import ClassVar

from attrs import field, frozen
from pendulum import Date, DateTime

from prcomm.core import hours
from prcomm.core.byfields import ByFields
from prcomm.core.calendar import DayTable, day, local
from prcomm.core.errors import BadInput
from prcomm.core.law import Basis, Cites, weakest
from prcomm.core.people import Office

End = int | DateTime | None
"""Where a term ends: the ordinal of a day, an instant, or nowhere in particular."""


@frozen
class Line(ByFields):
    """One line of a trace.

    Attributes:
        day: the day it is about, or ``None``.
        counted: whether the day was counted.
        text: why, in words.
        cites: what says so.
        basis: how we know; ``None`` for plain arithmetic.
    """

    day: Date | None
    counted: bool
    text: str
    cites: Cites = ()
    basis: Basis | None = None

    def __str__(self) -> str:
        on = f"{self.day.isoformat()} {self.day:%a}" if self.day else " " * 14
        cites = ", ".join(map(str, self.cites))
        told = "" if self.basis in (None, Basis.STATUTE) or not cites else f", {self.basis.name}"
        return f"{on}  {'+' if self.counted else '-'}  {self.text}" + (f" ({cites}{told})" if cites else "")


class Trace(tuple[Line, ...]):
    """How a day was reached, line by line."""

    __slots__ = ()

    def __str__(self) -> str:
        return "\n".join(map(str, self))


@frozen
class Start(ByFields):
    """From where a term is counted.

    Attributes:
        day: the office's day of the start, as an ordinal. It is day 0: the count begins with the next.
        at: the instant of the start; ``None`` where only the day is known.
        table: the days as the office works them.
        office: the office.
        holds: the times during which the clock was paused, in seconds.
        months: what the convention rests on by which a month ends, for the traces.
    """

    day: int
    at: datetime | None
    table: DayTable
    office: Office
    holds: tuple[hours.Span, ...] = ()
    months: Cites = ()

    def instant(self, term: object) -> datetime:
        """The instant of the start, for a term that needs one."""
        if self.at is None:
            raise BadInput(f"{term!r}", ("a term in hours is counted from an instant, not from a day",))
        return self.at

    def held_days(self) -> Iterator[tuple[int, int]]:
        """The pauses as days: after the first, up to and with the second, nothing is counted."""
        for held, resumed in self.holds:
            last = hours.instant(resumed, self.office).toordinal()
            if last > self.day:
                yield max(hours.instant(held, self.office).toordinal(), self.day), last


@frozen
class Term(ByFields):
    """How long. The kinds of term below are all there are."""

    backwards: ClassVar[bool] = False
    """whether it is counted back from a later day"""
    least: ClassVar[bool] = False
    """whether it says how long to wait at least, not at most"""

    def counted(self, start: Start) -> "Term":
        """The term that is counted: of several, the one that ends first."""
        return self

    def end(self, start: Start) -> End:
        """Where it ends: the last day (the first lawful one, of a least term)."""
        raise TypeError(f"{type(self).__name__} is counted by periods or not at all")

    def lines(self, start: Start) -> Iterator[Line]:
        """How that day was reached."""
        return iter(())

    def days_off(self, start: Start) -> Iterator[Line]:
        """Of these lines the ones about days off that it passed over."""
        return (line for line in self.lines(start) if line.cites and not line.counted)


def _count(n: object) -> int:
    if not isinstance(n, int) or isinstance(n, bool) or n < 0:
        raise BadInput("a term", (f"how many must be a whole number, 0 or more, not {n!r}",))
    return n


def _plural(n: int, unit: str) -> str:
    return f"{n} {unit}" if n == 1 else f"{n} {unit}s"


@frozen
class Days(Term):
    """So many calendar days after the day of the event. Days off are counted in."""

    n: int = field(converter=_count)

    def end(self, start: Start) -> int:
        end = start.day + self.n
        for held, resumed in start.held_days() if start.holds else ():
            if held <= end:
                end += resumed - held
        return end

    def lines(self, start: Start) -> Iterator[Line]:
        held, n = _held(start), 0
        for on in range(start.day + 1, self.end(start) + 1):
            n += on not in held
            yield Line(day(on), False, _PAUSED) if on in held else Line(day(on), True, f"day {n}")

    def days_off(self, start: Start) -> Iterator[Line]:
        return iter(())

    def __str__(self) -> str:
        return _plural(self.n, "day")


@frozen
class WorkingDays(Term):
    """So many working days after the day of the event."""

    n: int = field(converter=_count)

    def end(self, start: Start) -> int:
        table = start.table
        end = table.add(start.day, self.n) if self.n else table.on_or_after(start.day)
        for held, resumed in start.held_days() if start.holds else ():
            if held <= end:
                end = table.add(end, table.between(held, resumed))
        return end

    def lines(self, start: Start) -> Iterator[Line]:
        held, n = _held(start), 0
        for on in range(start.day + bool(self.n), self.end(start) + 1):
            off = start.table.why_off(on)
            if off is not None:
                yield Line(day(on), False, off.reason, off.cites, off.basis)
            elif on in held:
                yield Line(day(on), False, _PAUSED)
            else:
                n += bool(self.n)
                yield Line(day(on), True, f"working day {n}")

    def __str__(self) -> str:
        return _plural(self.n, "working day")


_PAUSED = "the clock was paused"


def _known(cites: Cites) -> tuple[Cites, Basis | None]:
    """What a line of a trace rests on; a house may have conventions without a source."""
    return cites, weakest(cites) if cites else None


def _held(start: Start) -> set[int]:
    return {on for held, resumed in start.held_days() for on in range(held + 1, resumed + 1)}


def month_later(on: date, months: int) -> Date:
    """The same number so many months later (earlier, if negative), or the last day of a shorter month."""
    return day(_month_later(on.toordinal(), months))


@lru_cache(maxsize=4096)
def _month_later(o: int, months: int) -> int:
    on = date.fromordinal(o)
    year, month = divmod(on.year * 12 + on.month - 1 + months, 12)
    return date(year, month + 1, min(on.day, monthrange(year, month + 1)[1])).toordinal()


@frozen
class Months(Term):
    """So many months: the same number of the last month, or its last day if it has no such number."""

    n: int = field(converter=_count)

    def end(self, start: Start) -> int:
        end = _month_later(start.day, self.n)
        for held, resumed in start.held_days() if start.holds else ():
            if held <= end:
                end += resumed - held
        return end

    def lines(self, start: Start) -> Iterator[Line]:
        first = day(start.day)
        last = month_later(first, self.n)
        text = (
            f"{self}: the same number of the month"
            if first.day == last.day
            else f"{self}: its last day, it has no {first.day}"
        )
        yield Line(last, True, text, *_known(start.months))
        end = last.toordinal()
        for held, resumed in start.held_days():
            if held <= end:
                end += resumed - held
                more = _plural(resumed - held, "day")
                yield Line(day(end), True, f"{more} more: {_PAUSED} from {day(held):%d.%m} to {day(resumed):%d.%m}")

    def __str__(self) -> str:
        return _plural(self.n, "month")


@frozen
class Hours(Term):
    """So many hours, by any clock, after the instant of the event."""

    n: int = field(converter=_count)

    def end(self, start: Start) -> DateTime:
        return hours.add_running(start.instant(self), self.n, start.holds, start.office)

    def lines(self, start: Start) -> Iterator[Line]:
        end = self.end(start)
        yield from _paused_hours(start, start.instant(self), end)
        yield Line(end.date(), True, f"{self}, until {end:%H:%M}")

    def __str__(self) -> str:
        return _plural(self.n, "hour")


@frozen
class WorkingHours(Term):
    """So many of the office's working hours after the instant of the event."""

    n: int = field(converter=_count)

    def end(self, start: Start) -> DateTime:
        return hours.add_working(start.instant(self), self.n, start.holds, start.table, start.office)

    def lines(self, start: Start) -> Iterator[Line]:
        end = self.end(start)
        yield from _paused_hours(start, start.instant(self), end)
        worked = hours.spans(start.instant(self).timestamp(), start.table, start.office)
        before = start.day - 1
        for span in hours.up_to(hours.without(worked, start.holds), end.timestamp()):
            first, last = (hours.instant(seconds, start.office) for seconds in span)
            yield from _days_off(start, before + 1, first.toordinal())
            before = first.toordinal()
            eve = ", the eve of a holiday" if start.table.shorter(before) else ""
            yield Line(first.date(), True, f"{first:%H:%M} to {last:%H:%M}{eve}")

    def __str__(self) -> str:
        return _plural(self.n, "working hour")


def _paused_hours(start: Start, begun: datetime, end: DateTime) -> Iterator[Line]:
    for held, resumed in start.holds:
        first, last = hours.instant(held, start.office), hours.instant(resumed, start.office)
        if first < end and last > begun:
            yield Line(first.date(), False, f"paused from {first:%d.%m %H:%M} to {last:%d.%m %H:%M}")


def _days_off(start: Start, first: int, end: int) -> Iterator[Line]:
    for on in range(first, end):
        off = start.table.why_off(on)
        if off is not None:
            yield Line(day(on), False, off.reason, off.cites, off.basis)


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

    def lines(self, start: Start) -> Iterator[Line]:
        end = self.end(start)
        if start.table.works(start.day) and end != start.day:
            closes = hours.closing(start.day, start.table, start.office)
            yield Line(day(start.day), False, f"it came at or after {closes:%H:%M}, after working hours")
            yield from _days_off(start, start.day + 1, end)
        else:
            yield from _days_off(start, start.day, end)
        yield Line(day(end), True, "the same working day" if end == start.day else "the next working day")

    def __str__(self) -> str:
        return "the same working day"


@frozen
class Promptly(Term):
    """Owed, but the law gives no number."""

    def end(self, start: Start) -> None:
        return None

    def lines(self, start: Start) -> Iterator[Line]:
        yield Line(None, False, "promptly: no number in the law")

    def __str__(self) -> str:
        return "promptly"


@frozen
class Stands(Term):
    """What a move gives where it leaves the running term as it is: ``STANDS``."""


STANDS = Stands()
SAME_WORKING_DAY = SameWorkingDay()
PROMPTLY = Promptly()


def _a_day(on: object) -> date:
    if not isinstance(on, date):
        raise BadInput("a term", (f"up to a day or an instant, not {on!r}",))
    return on


@frozen
class Until(Term):
    """Up to a day that somebody named."""

    day: date = field(converter=_a_day)

    def end(self, start: Start) -> End:
        if isinstance(self.day, datetime):
            return hours.on_clock(self.day, start.office)
        return self.day.toordinal()

    def lines(self, start: Start) -> Iterator[Line]:
        yield Line(_date(self.day, start.office), True, "the day that was set")

    def __str__(self) -> str:
        return f"until {self.day.isoformat()}"


def _date(on: date, office: Office) -> Date:
    return day((local(on, office) if isinstance(on, datetime) else on).toordinal())


def _in_days(term: Term) -> "Days | WorkingDays | Months":
    if not isinstance(term, (Days, WorkingDays, Months)):
        raise BadInput("a term", (f"counted from a day are days, working days or months, not: {term}",))
    return term


@frozen
class Before(Term):
    """So long before a later day, counted backwards."""

    backwards: ClassVar[bool] = True
    day: date = field(converter=_a_day)
    term: Days | WorkingDays | Months = field(converter=_in_days)

    def end(self, start: Start) -> int:
        later = _date(self.day, start.office)
        n, o = self.term.n, later.toordinal()
        if isinstance(self.term, Days):
            return o - n
        if isinstance(self.term, Months):
            return _month_later(o, -n)
        return start.table.add(o, -n) if n else start.table.on_or_before(o)

    def lines(self, start: Start) -> Iterator[Line]:
        later = _date(self.day, start.office)
        yield Line(later, False, "the later day, from which it is counted back")
        if isinstance(self.term, Months):
            yield Line(day(self.end(start)), True, f"{self.term} before", *_known(start.months))
            return
        working = isinstance(self.term, WorkingDays)
        n = 0
        for on in range(later.toordinal() - 1, self.end(start) - 1, -1):
            off = start.table.why_off(on) if working else None
            if off is not None:
                yield Line(day(on), False, off.reason, off.cites, off.basis)
            else:
                n += bool(self.term.n)
                yield Line(day(on), True, f"{'working day' if working else 'day'} {n} before")

    def __str__(self) -> str:
        return f"{self.term} before {self.day.isoformat()}"


def before(day: date, term: Days | WorkingDays | Months) -> Before:
    """So long before a later day: ``before(meeting, Days(3))``."""
    return Before(day, term)


@frozen
class AtLeast(Term):
    """At least so long: the end is the first lawful day (instant), and acting before it is too early."""

    least: ClassVar[bool] = True
    term: Term

    def counted(self, start: Start) -> Term:
        return self.term.counted(start)

    def end(self, start: Start) -> End:
        return self.term.end(start)

    def lines(self, start: Start) -> Iterator[Line]:
        yield from self.term.lines(start)
        yield Line(None, False, "this is the first lawful day, not the last")

    def __str__(self) -> str:
        return f"at least {self.term}"


def at_least(term: Term) -> AtLeast:
    """At least so long: ``at_least(Days(15))``."""
    return AtLeast(term)


@frozen
class Earliest(Term):
    """Whichever of two terms ends first."""

    one: Term
    other: Term

    def first(self, start: Start) -> Term:
        """The one that ends first; of two that end together, the first named."""
        return self.one if _sooner(self.one.end(start), self.other.end(start)) else self.other

    def counted(self, start: Start) -> Term:
        return self.first(start).counted(start)

    def end(self, start: Start) -> End:
        return self.first(start).end(start)

    def lines(self, start: Start) -> Iterator[Line]:
        first = self.first(start)
        rest = self.other if first is self.one else self.one
        yield Line(None, False, f"{first} ends no later than {rest}")
        yield from first.lines(start)

    def __str__(self) -> str:
        return f"{self.one} or {self.other}, whichever ends first"


def earliest(one: Term, other: Term) -> Earliest:
    """Whichever of two terms ends first: ``earliest(Days(15), Until(day))``."""
    return Earliest(one, other)


def _sooner(one: End, other: End) -> bool:
    """Whether ``one`` ends no later. A day ends at its midnight; no number ends last."""
    if one is None or other is None:
        return other is None
    if isinstance(one, DateTime) and isinstance(other, DateTime):
        return one <= other
    first = one if isinstance(one, int) else one.toordinal()
    second = other if isinstance(other, int) else other.toordinal()
    return first < second or (first == second and (isinstance(one, DateTime) or isinstance(other, int)))


@frozen
class Further(Term):
    """So much more, counted from the end of the running term: an extension chained to it."""

    term: Days | WorkingDays | Months = field(converter=_in_days)

    def end(self, start: Start) -> End:
        return self.term.end(start)

    def lines(self, start: Start) -> Iterator[Line]:
        yield Line(day(start.day), False, "counted on from the end of the running term")
        yield from self.term.lines(start)

    def __str__(self) -> str:
        return f"{self.term} more"


def further(term: Days | WorkingDays | Months) -> Further:
    """So much more, from the end of the running term: ``further(Months(1))``."""
    return Further(term)
