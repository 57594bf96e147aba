"""From where a term is counted, and what every term is."""

from collections.abc import Iterator
from datetime import datetime
from typing import ClassVar, cast

from attrs import evolve, field, frozen
from pendulum import DateTime

from prcomm.core.calendar import hours
from prcomm.core.calendar.days import Calendar, DayTable, ordinal
from prcomm.core.calendar.law import OpenLaw
from prcomm.core.calendar.pauses import Hold, LeftOut
from prcomm.core.calendar.traces import TraceLine
from prcomm.core.sources.citations import Cites
from prcomm.core.sources.dated import Dated
from prcomm.core.sources.people import Office
from prcomm.core.values.errors import BadInput, quoted
from prcomm.core.values.messages import Message, named

__all__ = [
    "BY_A_CALENDAR",
    "At",
    "ByACalendar",
    "End", "Numbered", "Start", "Term",
]  # fmt: skip


BY_A_CALENDAR = Message("{term} by the calendar {calendar}")

At = int | DateTime
"""A day as an ordinal, or an instant."""
End = At | None
"""Where a term ends: the ordinal of a day, an instant, or nowhere in particular."""


@frozen
class Start:
    """From where a term is counted.

    Attributes:
        day: the office's day of the start, as an ordinal. It is day 0: the count begins with the next.
        at: the instant of the start; ``None`` where only the day is known.
        table: the days as the office works them.
        office: the office.
        holds: the times during which the clock was paused, in order.
        months: what the convention rests on by which a month ends, for the traces.
        rolls: whether a last day that is a day off moves to the next working day, before which it has not run out.
        goes_on: whether another term follows, which takes up the day on which the clock runs again.
        least: whether it is the start of a least term, whose last day has come as soon as it begins.
    """

    day: int
    at: datetime | None
    table: DayTable
    office: Office
    holds: tuple[Hold, ...] = ()
    months: Cites = ()
    rolls: bool = False
    goes_on: bool = False
    least: bool = False

    def instant(self, term: object) -> datetime:
        """The instant of the start, for a term that needs one."""
        if self.at is None:
            raise BadInput(f"{term!r}", ("a term in hours is counted from an instant, not from a day",))
        return self.at

    def day_of(self, end: At) -> int:
        """The office's day of an end."""
        return end if isinstance(end, int) else ordinal(end, self.office)

    def seconds_of(self, end: At) -> float:
        """An end in seconds of real time: of a day, when it begins."""
        return (end if isinstance(end, DateTime) else hours.midnight(self.day_of(end), self.office)).timestamp()

    @property
    def spans(self) -> tuple[hours.Span, ...]:
        """The pauses in seconds."""
        return tuple((hold.held, hold.resumed) for hold in self.holds)

    def left_out(self) -> list[LeftOut]:
        """The days that the pauses leave out of the count, in order and each once; none up to day 0, which does not
        count anyway."""
        found: list[LeftOut] = []
        done = self.day
        holds = self.holds if len(self.holds) < 2 else sorted(self.holds, key=lambda hold: hold.first)
        for hold in holds:
            first = hold.first if hold.first > done else done + 1
            if first <= hold.last:
                found.append((hold, first, hold.last))
                done = hold.last
        return found

    def in_time(self, held: int, end: int) -> bool:
        """Whether a clock that was stopped on a day had not run out, if it ends on another."""
        return held < end or (held == end and not self.least)

    def no_sooner(self, end: int, *, working: bool = False) -> int:
        """The last day of a term that was stopped: never before the day on which it runs again, if it was stopped in
        time."""
        for hold in () if self.goes_on else self.holds:
            if end < hold.ran and self.in_time(hold.stopped, self.table.on_or_after(end) if self.rolls else end):
                end = self.table.on_or_after(hold.ran) if working else hold.ran
        return end


@frozen
class Term:
    """How long. The kinds of term below are all there are."""

    backwards: ClassVar[bool] = False
    """whether it is counted back from a later day"""
    least: ClassVar[bool] = False
    """whether it says how long to wait at least, not at most"""

    @property
    def days(self) -> Calendar | None:
        """The calendar by which it is counted, if it has one of its own."""
        return None

    def its_own(self, start: Start) -> Start:
        """The start, with the days by which the term is counted."""
        return start if self.days is None else evolve(start, table=self.days.days_of(start.office))

    def under(self, law: OpenLaw) -> "Term":
        """The same term, its dated numbers as they are in force."""
        return self

    def counted(self, start: Start) -> "Term":
        """The term that is counted: of several, the one that ends first."""
        return self

    def while_paused(self) -> "Term | None":
        """What of it runs on while the clock stands still: what ends on a day of its own; ``None`` if nothing does."""
        return self

    def end(self, start: Start) -> End:
        """Where it ends: the last day (the first lawful one, of a least term)."""
        raise TypeError(f"{type(self).__name__} is counted by periods or not at all")

    def lasting(self, start: Start, since: At, until: At) -> "tuple[Numbered, ...]":
        """How much time passes from one end to a later one, in the unit of the term and less the pauses. What is left
        over of months is told in days, and what is left over of hours in minutes."""
        raise TypeError(f"{type(self).__name__} has no unit")

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
            return self.of(law[n])
        key = type(self), id(n)
        known = law.memo.get(key)
        if known is None or known[0] is not n:
            known = law.memo[key] = n, self.of(law[n])
        return cast("Numbered", known[1])

    def of(self, n: int) -> "Numbered":
        """So many of the same."""
        return type(self)(n)

    def while_paused(self) -> Term | None:
        return None

    @property
    def number(self) -> int:
        """How many. Raises ``BadInput`` for a dated number, which is known only under a law."""
        if isinstance(self.n, Dated):
            raise BadInput("a term", (f"{self.n.name!r} is known only under a law: term.under(law)",))
        return self.n

    def __str__(self) -> str:
        return named(self.n.name) if isinstance(self.n, Dated) else self.unit(n=self.n)


@frozen
class ByACalendar(Numbered):
    """So many of a unit that only working days have.

    Attributes:
        calendar: the calendar by which it is counted, if it is another than that of the law: school days, court days.
    """

    calendar: Calendar | None = field(default=None, kw_only=True)

    @property
    def days(self) -> Calendar | None:
        return self.calendar

    def under(self, law: OpenLaw) -> Numbered:
        """The same term, its number as it is in force, and its own calendar as known when that of the law is."""
        own, known = self.calendar, law.law.calendar.as_known
        if own is None:
            return super().under(law)
        n = law[self.n] if isinstance(self.n, Dated) else self.n
        if known is None or known == own.as_known:
            return self if n is self.n else self.of(n)
        return evolve(self, n=n, calendar=own.known(known))

    def of(self, n: int) -> Numbered:
        return type(self)(n, calendar=self.calendar)

    def __str__(self) -> str:
        text = super().__str__()
        return text if self.calendar is None else BY_A_CALENDAR(term=text, calendar=named(self.calendar.name))
