"""The algebra of terms: so many days, months or working hours; periods; backwards; at least so long.

A term is a value. It is counted from a :class:`Start`, and gives a day as an ordinal, an instant, or
``None`` where the law gives no number. How it was counted it tells as lines of a ``Trace``.
"""

from calendar import monthrange
from collections.abc import Iterator
from datetime import MAXYEAR, MINYEAR, date, datetime
from functools import lru_cache
from typing import ClassVar, cast

from attrs import field, frozen
from pendulum import Date, DateTime

from prcomm.core.calendar import hours
from prcomm.core.calendar.days import DayTable, beyond, countable, day, local
from prcomm.core.calendar.law import OpenLaw
from prcomm.core.calendar.traces import TraceLine
from prcomm.core.sources.citations import Basis, Cites, weakest
from prcomm.core.sources.dated import Dated
from prcomm.core.sources.people import Office
from prcomm.core.values.errors import BadInput, quoted
from prcomm.core.values.messages import Message, named

DAYS = Message("{n} day|{n} days")
WORKING_DAYS = Message("{n} working day|{n} working days")
MONTHS = Message("{n} month|{n} months")
HOURS = Message("{n} hour|{n} hours")
WORKING_HOURS = Message("{n} working hour|{n} working hours")
NTH_DAY = Message("day {which}")
NTH_WORKING_DAY = Message("working day {which}")
NTH_DAY_BEFORE = Message("day {which} before")
NTH_WORKING_DAY_BEFORE = Message("working day {which} before")
PAUSED = Message("the clock was paused")
SAME_NUMBER = Message("{term}: the same number of the month")
LAST_OF_MONTH = Message("{term}: its last day, it has no {number}")
MORE_FOR_A_PAUSE = Message("{days} more: the clock was paused from {held} to {resumed}")
UNTIL_HOUR = Message("{term}, until {hour}")
WORKED = Message("{first} to {last}")
WORKED_ON_AN_EVE = Message("{first} to {last}, the eve of a holiday")
PAUSED_HOURS = Message("paused from {first} to {last}")
AFTER_HOURS = Message("it came at or after {closes}, after working hours")
ON_THE_SAME = Message("the same working day")
ON_THE_NEXT = Message("the next working day")
NO_NUMBER = Message("promptly: no number in the law")
AT_ONCE = Message("promptly")
NO_DAY_YET = Message("owed, and its day is not named yet")
BY_A_DAY_TO_COME = Message("by a day that is still to be named")
THE_DAY_SET = Message("the day that was set")
UP_TO = Message("until {day}")
THE_LATER_DAY = Message("the later day, from which it is counted back")
BACK = Message("{term} before")
BACK_FROM = Message("{term} before {day}")
FIRST_LAWFUL = Message("this is the first lawful day, not the last")
NO_LESS = Message("at least {term}")
ENDS_FIRST = Message("{one} ends no later than {other}")
WHICHEVER = Message("{one} or {other}, whichever ends first")
COUNTED_ON = Message("counted on from the end of the running term")
SO_MUCH_MORE = Message("{term} more")

End = int | DateTime | None
"""Where a term ends: the ordinal of a day, an instant, or nowhere in particular."""


@frozen
class Start:
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
class Term:
    """How long. The kinds of term below are all there are."""

    backwards: ClassVar[bool] = False
    """whether it is counted back from a later day"""
    least: ClassVar[bool] = False
    """whether it says how long to wait at least, not at most"""

    def under(self, law: OpenLaw) -> "Term":
        """The same term, its dated numbers as they are in force."""
        return self

    def counted(self, start: Start) -> "Term":
        """The term that is counted: of several, the one that ends first."""
        return self

    def end(self, start: Start) -> End:
        """Where it ends: the last day (the first lawful one, of a least term)."""
        raise TypeError(f"{type(self).__name__} is counted by periods or not at all")

    def lines(self, start: Start) -> Iterator[TraceLine]:
        """How that day was reached."""
        return iter(())

    def days_off(self, start: Start) -> Iterator[TraceLine]:
        """Of these lines the ones about days off that it passed over, and about days of rest that it counted."""
        return (line for line in self.lines(start) if line.day is not None and line.cites)


@frozen
class Numbered(Term):
    """So many of a unit.

    Attributes:
        n: how many: a number, or a dated one, as the law of the day has it on which the clock begins.
    """

    unit: ClassVar[Message]
    most: ClassVar[int]
    """the longest that can be counted: a thousand years, of working hours some forty"""
    n: int | Dated[int]

    def __attrs_post_init__(self) -> None:
        n = self.n
        if isinstance(n, Dated):
            return
        if not isinstance(cast("object", n), int) or isinstance(n, bool) or n < 0:
            raise BadInput("a term", (f"how many must be a whole number, 0 or more, not {quoted(n)}",))
        if n > self.most:
            raise BadInput("a term", (f"no more than {self.unit(n=self.most)} can be counted, not {quoted(n)}",))

    def under(self, law: OpenLaw) -> "Numbered":
        n = self.n
        if not isinstance(n, Dated):
            return self
        if law.memo is None:
            return type(self)(law[n])
        key = type(self), id(n)
        known = law.memo.get(key)
        if known is None or known[0] is not n:
            known = law.memo[key] = n, type(self)(law[n])
        return cast("Numbered", known[1])

    @property
    def number(self) -> int:
        """How many. Raises ``BadInput`` for a dated number, which is known only under a law."""
        if isinstance(self.n, Dated):
            raise BadInput("a term", (f"{self.n.name!r} is known only under a law: term.under(law)",))
        return self.n

    def __str__(self) -> str:
        return named(self.n.name) if isinstance(self.n, Dated) else self.unit(n=self.n)


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

    def lines(self, start: Start) -> Iterator[TraceLine]:
        held, n = _held(start), 0
        for on in range(start.day + 1, self.end(start) + 1):
            n += on not in held
            yield TraceLine(day(on), False, PAUSED()) if on in held else TraceLine(day(on), True, NTH_DAY(which=n))

    def days_off(self, start: Start) -> Iterator[TraceLine]:
        return iter(())


@frozen
class WorkingDays(Numbered):
    """So many working days after the day of the event."""

    unit: ClassVar[Message] = WORKING_DAYS
    most: ClassVar[int] = 366_000

    def end(self, start: Start) -> int:
        table, n = start.table, self.number
        end = table.add(start.day, n) if n else table.on_or_after(start.day)
        for held, resumed in start.held_days() if start.holds else ():
            if held <= end:
                end = table.add(end, table.between(held, resumed))
        return end

    def lines(self, start: Start) -> Iterator[TraceLine]:
        held, n = _held(start), 0
        for on in range(start.day + bool(self.number), self.end(start) + 1):
            off = start.table.why_off(on)
            if off is not None:
                yield TraceLine(day(on), False, off.reason, off.cites, off.basis)
            elif on in held:
                yield TraceLine(day(on), False, PAUSED())
            else:
                n += bool(self.number)
                yield _worked(start, on, NTH_WORKING_DAY(which=n))


def _worked(start: Start, on: int, text: str) -> TraceLine:
    """The line of a day that is worked, with what makes it so where its week has it for a day of rest."""
    why = start.table.why_worked(on)
    return TraceLine(day(on), True, text) if why is None else TraceLine(day(on), True, text, why.cites, why.basis)


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
    if not MINYEAR <= year <= MAXYEAR:
        raise beyond()
    return date(year, month + 1, min(on.day, monthrange(year, month + 1)[1])).toordinal()


@frozen
class Months(Numbered):
    """So many months: the same number of the last month, or its last day if it has no such number."""

    unit: ClassVar[Message] = MONTHS
    most: ClassVar[int] = 12_000

    def end(self, start: Start) -> int:
        end = _month_later(start.day, self.number)
        for held, resumed in start.held_days() if start.holds else ():
            if held <= end:
                end += resumed - held
        return countable(end)

    def days_off(self, start: Start) -> Iterator[TraceLine]:
        return iter(())

    def lines(self, start: Start) -> Iterator[TraceLine]:
        first = day(start.day)
        last = month_later(first, self.number)
        same = first.day == last.day
        text = SAME_NUMBER(term=self) if same else LAST_OF_MONTH(term=self, number=first.day)
        yield TraceLine(last, True, text, *_known(start.months))
        end = last.toordinal()
        for held, resumed in start.held_days():
            if held <= end:
                end += resumed - held
                more = DAYS(n=resumed - held)
                when = {"held": f"{day(held):%d.%m}", "resumed": f"{day(resumed):%d.%m}"}
                yield TraceLine(day(end), True, MORE_FOR_A_PAUSE(days=more, **when))


@frozen
class Hours(Numbered):
    """So many hours, by any clock, after the instant of the event."""

    unit: ClassVar[Message] = HOURS
    most: ClassVar[int] = 8_784_000

    def end(self, start: Start) -> DateTime:
        return hours.add_running(start.instant(self), self.number, start.holds, start.office)

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
        return hours.add_working(start.instant(self), self.number, start.holds, start.table, start.office)

    def lines(self, start: Start) -> Iterator[TraceLine]:
        end = self.end(start)
        yield from _paused_hours(start, start.instant(self), end)
        spans = hours.spans(start.instant(self).timestamp(), start.table, start.office)
        before = start.day - 1
        for span in hours.up_to(hours.without(spans, start.holds), end.timestamp()):
            first, last = (hours.instant(seconds, start.office) for seconds in span)
            yield from _days_off(start, before + 1, first.toordinal())
            before = first.toordinal()
            worked = WORKED_ON_AN_EVE if start.table.shorter(before) else WORKED
            yield _worked(start, before, worked(first=f"{first:%H:%M}", last=f"{last:%H:%M}"))

    def days_off(self, start: Start) -> Iterator[TraceLine]:
        for line in self.lines(start):
            if line.day is not None and line.cites:
                yield line
            if line.day is not None and line.counted:
                yield from _eve(start, line.day.toordinal())


def _paused_hours(start: Start, begun: datetime, end: DateTime) -> Iterator[TraceLine]:
    for held, resumed in start.holds:
        if held < end.timestamp() and resumed > begun.timestamp():
            first, last = hours.instant(held, start.office), hours.instant(resumed, start.office)
            paused = PAUSED_HOURS(first=f"{first:%d.%m %H:%M}", last=f"{last:%d.%m %H:%M}")
            yield TraceLine(first.date(), False, paused)


def _days_off(start: Start, first: int, end: int) -> Iterator[TraceLine]:
    for on in range(first, end):
        off = start.table.why_off(on)
        if off is not None:
            yield TraceLine(day(on), False, off.reason, off.cites, off.basis)


def _eve(start: Start, on: int) -> Iterator[TraceLine]:
    """The holiday for which a day was shorter: by it alone the office closed when it did."""
    why = start.table.why_shorter(on) if start.table.works(on) else None
    if why is not None:
        yield TraceLine(day(on), True, why.reason, why.cites, why.basis)


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
            yield from _days_off(start, start.day + 1, end)
        else:
            yield from _days_off(start, start.day, end)
        yield _worked(start, end, (ON_THE_SAME if end == start.day else ON_THE_NEXT)())

    def days_off(self, start: Start) -> Iterator[TraceLine]:
        yield from super().days_off(start)
        if start.at is not None:
            yield from _eve(start, start.day)

    def __str__(self) -> str:
        return ON_THE_SAME()


@frozen
class Promptly(Term):
    """Owed, but the law gives no number."""

    def end(self, start: Start) -> None:
        return None

    def lines(self, start: Start) -> Iterator[TraceLine]:
        yield TraceLine(None, False, NO_NUMBER())

    def __str__(self) -> str:
        return AT_ONCE()


@frozen
class NotYetNamed(Term):
    """Owed, by a day that somebody is still to name."""

    def end(self, start: Start) -> None:
        return None

    def lines(self, start: Start) -> Iterator[TraceLine]:
        yield TraceLine(None, False, NO_DAY_YET())

    def __str__(self) -> str:
        return BY_A_DAY_TO_COME()


@frozen
class Stands(Term):
    """What a move gives where it leaves the running term as it is: ``STANDS``."""


STANDS = Stands()
SAME_WORKING_DAY = SameWorkingDay()
PROMPTLY = Promptly()
NOT_YET_NAMED = NotYetNamed()


def _a_day(on: object) -> date:
    if not isinstance(on, date):
        raise BadInput("a term", (f"up to a day or an instant, not {quoted(on)}",))
    return on


@frozen
class Until(Term):
    """Up to a day that somebody named."""

    day: date = field(converter=_a_day)

    def end(self, start: Start) -> End:
        if isinstance(self.day, datetime):
            return hours.on_clock(self.day, start.office)
        return self.day.toordinal()

    def lines(self, start: Start) -> Iterator[TraceLine]:
        yield TraceLine(_date(self.day, start.office), True, THE_DAY_SET())

    def __str__(self) -> str:
        return UP_TO(day=self.day)


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

    def under(self, law: OpenLaw) -> Term:
        return Before(self.day, _in_days(self.term.under(law)))

    def later(self, start: Start) -> int:
        """The later day, on the office's clock, as an ordinal."""
        return _date(self.day, start.office).toordinal()

    def end(self, start: Start) -> int:
        n, o = self.term.number, self.later(start)
        if isinstance(self.term, Days):
            return countable(o - n)
        if isinstance(self.term, Months):
            return _month_later(o, -n)
        return start.table.add(o, -n) if n else start.table.on_or_before(o)

    def lines(self, start: Start) -> Iterator[TraceLine]:
        later = _date(self.day, start.office)
        yield TraceLine(later, False, THE_LATER_DAY())
        if isinstance(self.term, Months):
            yield TraceLine(day(self.end(start)), True, BACK(term=self.term), *_known(start.months))
            return
        working = isinstance(self.term, WorkingDays)
        nth = NTH_WORKING_DAY_BEFORE if working else NTH_DAY_BEFORE
        n = 0
        for on in range(later.toordinal() - 1, self.end(start) - 1, -1):
            off = start.table.why_off(on) if working else None
            if off is not None:
                yield TraceLine(day(on), False, off.reason, off.cites, off.basis)
            else:
                n += bool(self.term.number)
                yield _worked(start, on, nth(which=n)) if working else TraceLine(day(on), True, nth(which=n))

    def days_off(self, start: Start) -> Iterator[TraceLine]:
        return super().days_off(start) if isinstance(self.term, WorkingDays) else iter(())

    def __str__(self) -> str:
        return BACK_FROM(term=self.term, day=self.day)


def before(day: date, term: Days | WorkingDays | Months) -> Before:
    """So long before a later day: ``before(meeting, Days(3))``."""
    return Before(day, term)


@frozen
class AtLeast(Term):
    """At least so long: the end is the first lawful day (instant), and acting before it is too early."""

    least: ClassVar[bool] = True
    term: Term

    def under(self, law: OpenLaw) -> Term:
        return AtLeast(self.term.under(law))

    def counted(self, start: Start) -> Term:
        return self.term.counted(start)

    def end(self, start: Start) -> End:
        return self.term.end(start)

    def lines(self, start: Start) -> Iterator[TraceLine]:
        yield from self.term.lines(start)
        yield TraceLine(None, False, FIRST_LAWFUL())

    def __str__(self) -> str:
        return NO_LESS(term=self.term)


def at_least(term: Term) -> AtLeast:
    """At least so long: ``at_least(Days(15))``."""
    return AtLeast(term)


@frozen
class Earliest(Term):
    """Whichever of two terms ends first."""

    one: Term
    other: Term

    def under(self, law: OpenLaw) -> Term:
        return Earliest(self.one.under(law), self.other.under(law))

    def first(self, start: Start) -> Term:
        """The one that ends first; of two that end together, the first named."""
        return self.one if sooner(self.one.end(start), self.other.end(start)) else self.other

    def counted(self, start: Start) -> Term:
        return self.first(start).counted(start)

    def end(self, start: Start) -> End:
        return self.first(start).end(start)

    def lines(self, start: Start) -> Iterator[TraceLine]:
        first = self.first(start)
        rest = self.other if first is self.one else self.one
        yield TraceLine(None, False, ENDS_FIRST(one=first, other=rest))
        yield from first.lines(start)

    def __str__(self) -> str:
        return WHICHEVER(one=self.one, other=self.other)


def earliest(one: Term, other: Term) -> Earliest:
    """Whichever of two terms ends first: ``earliest(Days(15), Until(day))``."""
    return Earliest(one, other)


def sooner(one: End, other: End) -> bool:
    """Whether ``one`` ends no later. A day ends at its midnight; no number ends last."""
    if one is None or other is None:
        return other is None
    if isinstance(one, DateTime) and isinstance(other, DateTime):
        return one.timestamp() <= other.timestamp()  # within a zone Python compares wall clocks
    first = one if isinstance(one, int) else one.toordinal()
    second = other if isinstance(other, int) else other.toordinal()
    return first < second or (first == second and (isinstance(one, DateTime) or isinstance(other, int)))


@frozen
class Further(Term):
    """So much more, counted from the end of the running term: an extension chained to it."""

    term: Days | WorkingDays | Months = field(converter=_in_days)

    def under(self, law: OpenLaw) -> Term:
        return Further(_in_days(self.term.under(law)))

    def end(self, start: Start) -> End:
        return self.term.end(start)

    def lines(self, start: Start) -> Iterator[TraceLine]:
        yield TraceLine(day(start.day), False, COUNTED_ON())
        yield from self.term.lines(start)

    def __str__(self) -> str:
        return SO_MUCH_MORE(term=self.term)


def further(term: Days | WorkingDays | Months) -> Further:
    """So much more, from the end of the running term: ``further(Months(1))``."""
    return Further(term)
