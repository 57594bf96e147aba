"""Terms made of terms: counted back, at least, whichever ends first, so much more."""

from collections.abc import Iterator
from datetime import date
from typing import ClassVar

from attrs import field, frozen
from pendulum import DateTime

from prcomm.core.calendar.days import Calendar, countable, day
from prcomm.core.calendar.law import OpenLaw
from prcomm.core.calendar.terms.in_days import Days, Months, WorkingDays, month_on
from prcomm.core.calendar.terms.passed import resting_on, worked
from prcomm.core.calendar.terms.starts import At, End, Numbered, Start, Term
from prcomm.core.calendar.terms.unnumbered import a_day, its_date
from prcomm.core.calendar.traces import TraceLine
from prcomm.core.values.errors import BadInput
from prcomm.core.values.messages import Message

__all__ = [
    "BACK",
    "BACK_FROM",
    "COUNTED_ON",
    "ENDS_FIRST",
    "FIRST_LAWFUL",
    "NO_LESS",
    "NTH_DAY_BEFORE",
    "NTH_WORKING_DAY_BEFORE",
    "SO_MUCH_MORE",
    "THE_LATER_DAY",
    "WHICHEVER",
    "AtLeast",
    "Before",
    "Earliest",
    "Further",
    "at_least",

    "earliest",
    "further",
    "sooner",
]  # fmt: skip

NTH_DAY_BEFORE = Message("day {which} before")
NTH_WORKING_DAY_BEFORE = Message("working day {which} before")
THE_LATER_DAY = Message("the later day, from which it is counted back")
BACK = Message("{term} before")
BACK_FROM = Message("{term} before {day}")
FIRST_LAWFUL = Message("this is the first lawful day, not the last")
NO_LESS = Message("at least {term}")
ENDS_FIRST = Message("{one} ends no later than {other}")
WHICHEVER = Message("{one} or {other}, whichever ends first")
COUNTED_ON = Message("counted on from the end of the running term")
SO_MUCH_MORE = Message("{term} more")


def _in_days(term: Term) -> "Days | WorkingDays | Months":
    if not isinstance(term, (Days, WorkingDays, Months)):
        raise BadInput("a term", (f"counted from a day are days, working days or months, not: {term}",))
    return term


@frozen
class Before(Term):
    """So long before a later day, counted backwards."""

    backwards: ClassVar[bool] = True
    day: date = field(converter=a_day)
    term: Days | WorkingDays | Months = field(converter=_in_days)

    @property
    def days(self) -> Calendar | None:
        return self.term.days

    def under(self, law: OpenLaw) -> Term:
        return Before(self.day, _in_days(self.term.under(law)))

    def later(self, start: Start) -> int:
        """The later day, on the office's clock, as an ordinal."""
        return its_date(self.day, start.office).toordinal()

    def end(self, start: Start) -> int:
        start = self.its_own(start)
        n, o = self.term.number, self.later(start)
        if isinstance(self.term, Days):
            return countable(o - n)
        if isinstance(self.term, Months):
            return month_on(o, -n)
        return start.table.add(o, -n) if n else start.table.on_or_before(o)

    def lasting(self, start: Start, since: At, until: At) -> tuple[Numbered, ...]:
        return self.term.lasting(start, since, until)

    def lines(self, start: Start) -> Iterator[TraceLine]:
        start = self.its_own(start)
        later = its_date(self.day, start.office)
        yield TraceLine(later, False, THE_LATER_DAY())
        if isinstance(self.term, Months):
            yield TraceLine(day(self.end(start)), True, BACK(term=self.term), *resting_on(start.months))
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
                yield worked(start, on, nth(which=n)) if working else TraceLine(day(on), True, nth(which=n))

    def days_off(self, start: Start) -> Iterator[TraceLine]:
        return super().days_off(start) if isinstance(self.term, WorkingDays) else iter(())

    def __str__(self) -> str:
        return BACK_FROM(term=self.term, day=self.day)


@frozen
class AtLeast(Term):
    """At least so long: the end is the first lawful day (instant), and acting before it is too early."""

    least: ClassVar[bool] = True
    term: Term

    @property
    def days(self) -> Calendar | None:
        return self.term.days

    def under(self, law: OpenLaw) -> Term:
        return AtLeast(self.term.under(law))

    def while_paused(self) -> Term | None:
        on = self.term.while_paused()
        return None if on is None else AtLeast(on)

    def counted(self, start: Start) -> Term:
        return self.term.counted(start)

    def end(self, start: Start) -> End:
        return self.term.end(start)

    def lasting(self, start: Start, since: At, until: At) -> tuple[Numbered, ...]:
        return self.term.lasting(start, since, until)

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

    @property
    def days(self) -> Calendar | None:
        return self.one.days or self.other.days

    def its_own(self, start: Start) -> Start:
        return self.first(start).its_own(start)

    def under(self, law: OpenLaw) -> Term:
        return Earliest(self.one.under(law), self.other.under(law))

    def while_paused(self) -> Term | None:
        one, other = self.one.while_paused(), self.other.while_paused()
        return one or other if one is None or other is None else Earliest(one, other)

    def first(self, start: Start) -> Term:
        """The one that ends first; of two that end together, the first named."""
        return self.one if sooner(self.one.end(start), self.other.end(start)) else self.other

    def counted(self, start: Start) -> Term:
        return self.first(start).counted(start)

    def end(self, start: Start) -> End:
        return self.first(start).end(start)

    def lasting(self, start: Start, since: At, until: At) -> tuple[Numbered, ...]:
        return self.first(start).lasting(start, since, until)

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

    @property
    def days(self) -> Calendar | None:
        return self.term.days

    def under(self, law: OpenLaw) -> Term:
        return Further(_in_days(self.term.under(law)))

    def while_paused(self) -> Term | None:
        return self.term.while_paused()

    def end(self, start: Start) -> End:
        return self.term.end(start)

    def lasting(self, start: Start, since: At, until: At) -> tuple[Numbered, ...]:
        return self.term.lasting(start, since, until)

    def lines(self, start: Start) -> Iterator[TraceLine]:
        yield TraceLine(day(start.day), False, COUNTED_ON())
        yield from self.term.lines(start)

    def __str__(self) -> str:
        return SO_MUCH_MORE(term=self.term)


def further(term: Days | WorkingDays | Months) -> Further:
    """So much more, from the end of the running term: ``further(Months(1))``."""
    return Further(term)
