"""One date, without any process: until when a term runs, how that day is reached, how much has passed and is left."""

from collections.abc import Iterator
from datetime import date, datetime
from functools import cached_property
from typing import overload

from attrs import field, frozen
from pendulum import Date, DateTime

from prcomm.core.calendar import hours
from prcomm.core.calendar.days import WEEKS, Calendar, day, ordinal
from prcomm.core.calendar.law import Law
from prcomm.core.calendar.terms.amounts import Amount, amount
from prcomm.core.calendar.terms.combined import Before
from prcomm.core.calendar.terms.in_days import Days, Months, WorkingDays
from prcomm.core.calendar.terms.in_hours import Running, SameWorkingDay, Working
from prcomm.core.calendar.terms.passed import days_off
from prcomm.core.calendar.terms.starts import At, End, Start, Term
from prcomm.core.calendar.traces import DAY_ZERO, PROVISIONAL, THE_LAST_DAY, Trace, TraceLine
from prcomm.core.sources.citations import weakest
from prcomm.core.sources.dated import LastDay
from prcomm.core.sources.people import Office
from prcomm.core.values.errors import BadInput, quoted
from prcomm.core.values.messages import named

__all__ = ["ByTheClock", "Count", "InDays", "OnADay", "before", "until"]

InDays = Days | WorkingDays | Months
"""Terms that are counted from a day, and end with one."""
OnADay = InDays | SameWorkingDay
"""Terms that end with a day."""
ByTheClock = Running | Working
"""Terms that end with an instant."""


def _calendar(by: object) -> Calendar | Law:
    if isinstance(by, Calendar | Law):
        return by
    raise BadInput("a count of days", (f"by: a Calendar or a Law, not {quoted(by)}",))


def _since(since: object) -> date:
    if isinstance(since, datetime) and since.tzinfo is None:
        raise BadInput("a count of days", (f"since: a day, or an instant with a zone, not {since.isoformat()}",))
    if isinstance(since, date):
        return since
    raise BadInput("a count of days", (f"since: a day or an instant, not {quoted(since)}",))


@frozen(slots=False)
class Count:
    """A term counted from one day: ``Count(day, WorkingDays(20), office, calendar)``.

    Attributes:
        since: the day (instant) of the event, which is day 0. Terms in hours and minutes need an instant.
        term: how long.
        office: whose days and hours count.
        by: the calendar; or a law, which has a calendar too, dated numbers, and says what becomes of a last day that is
            a day off. Without it the days off are those of the week of the office.
    """

    since: date = field(converter=_since)
    term: Term
    office: Office
    by: Calendar | Law = field(default=WEEKS, converter=_calendar)

    @cached_property
    def start(self) -> Start:
        """From where it is counted."""
        law = self.by if isinstance(self.by, Law) else None
        o, at = ordinal(self.since, self.office), self.since if isinstance(self.since, datetime) else None
        calendar = self.by if isinstance(self.by, Calendar) else self.by.calendar
        start = Start(o, at, calendar.of(self.office), self.office, (), law.conventions.months if law else ())
        return self._term.its_own(start)

    @cached_property
    def _term(self) -> Term:
        """The term as it is in force on the day from which it is counted."""
        if isinstance(self.by, Law):
            return self.term.under(self.by.on(day(ordinal(self.since, self.office))))
        return self.term

    @cached_property
    def end(self) -> End:
        """The last day by the text as an ordinal, or the instant; ``None`` without a number."""
        return self._term.end(self.start)

    @property
    def raw(self) -> Date | DateTime | None:
        """The last day (instant) as the text counts; ``None`` for a term without a number."""
        return day(self.end) if isinstance(self.end, int) else self.end

    @property
    def rolled(self) -> Date | DateTime | None:
        """The same, or the next working day if that is a day off; of what is counted backwards, the one before."""
        if not isinstance(self.end, int):
            return None if self.end is None else hours.around(self.end, self.start.table, self.office)[0]
        table = self.start.table
        back = self._term.counted(self.start).backwards
        return day(table.on_or_before(self.end) if back else table.on_or_after(self.end))

    @property
    def last(self) -> Date | DateTime | None:
        """The day that binds: ``rolled`` where the law says so, else ``raw``."""
        return self.rolled if self._reading is LastDay.ROLL_FORWARD else self.raw

    @property
    def _reading(self) -> LastDay | None:
        """What the law of that day says of a last day that is a day off; a calendar alone says nothing."""
        return self.by.on(day(self.start.day))[self.by.last_day] if isinstance(self.by, Law) else None

    @property
    def provisional(self) -> bool:
        """Whether it meets a year whose days off the calendar was not told."""
        end = self.end
        return end is not None and self.start.table.provisional(self.start.day, self.start.day_of(end))

    @property
    def trace(self) -> Trace:
        """How the day was reached, line by line."""
        return Trace(self._lines())

    def _lines(self) -> Iterator[TraceLine]:
        start, term = self.start, self._term
        if isinstance(term.counted(start), InDays):
            cites = self.by.conventions.day_zero if isinstance(self.by, Law) else ()
            yield TraceLine(day(start.day), False, DAY_ZERO(), cites, weakest(cites) if cites else None)
        yield from term.lines(start)
        last = self.last
        if last is not None and last != self.raw and isinstance(self.by, Law):
            first, end = sorted(ordinal(one, self.office) for one in (last, self.raw or last))
            yield from days_off(start, first, end + 1)
            version = self.by.dated(self.by.last_day).version(day(start.day))
            told = THE_LAST_DAY(which=named(str(version.value.value)))
            yield TraceLine(day(ordinal(last, self.office)), True, told, version.cites, version.basis)
        if self.provisional:
            yield TraceLine(None, False, PROVISIONAL())

    def passed(self, at: datetime | date) -> Amount | None:
        """How much of it has passed by an instant, in its own unit; by a day, of terms in days. Of terms in hours a day
        stands for its beginning."""
        since = self.start.day if self.start.at is None else hours.on_clock(self.start.at, self.office)
        return None if self.end is None else amount(self._term, self.start, since, self._at(at))

    def left(self, at: datetime | date) -> Amount | None:
        """How much of it is left at an instant, or after a day, in its own unit; what it is overrun by is ``over``."""
        last = self.last
        if last is None:
            return None
        end = last if isinstance(last, DateTime) else last.toordinal()
        return amount(self._term, self.start, self._at(at), end)

    def _at(self, at: datetime | date) -> At:
        """An instant as the term ends: as one on the clock of the office, or as its day."""
        at = _since(at)
        if not isinstance(self.end, DateTime):
            return ordinal(at, self.office)
        if isinstance(at, datetime):
            return hours.on_clock(at, self.office)
        return hours.midnight(at.toordinal(), self.office)


@overload
def until(since: date, term: OnADay, office: Office, by: Calendar | Law = WEEKS) -> Date: ...
@overload
def until(since: date, term: ByTheClock, office: Office, by: Calendar | Law = WEEKS) -> DateTime: ...
@overload
def until(since: date, term: Term, office: Office, by: Calendar | Law = WEEKS) -> Date | DateTime | None: ...
def until(since: date, term: Term, office: Office, by: Calendar | Law = WEEKS) -> Date | DateTime | None:
    """Until when a term runs: ``until(day, WorkingDays(20), office, calendar)``.

    The day of the event is not counted. How it was counted tells ``Count(day, term, office, calendar).trace``.

    Args:
        since: the day of the event, or its instant, which terms in hours and minutes need.
        term: how long.
        office: whose days and hours count.
        by: the calendar; or a law, by which a last day that is a day off may roll to the next working day. Without it
            the days off are those of the week of the office.

    Raises:
        BadInput: a term in hours from a day; an instant without a zone; beyond the years that can be counted.
        NotInForce: a dated number, or the Reading of the law, is not known to be in force on that day.
    """
    return Count(since, term, office, by).last


@overload
def before(day: date, term: InDays) -> Before: ...
@overload
def before(day: date, term: InDays, office: Office, by: Calendar | Law = WEEKS) -> Date: ...
def before(day: date, term: InDays, office: Office | None = None, by: Calendar | Law = WEEKS) -> Before | Date:
    """So long before a later day, which is not counted: of an office, the last day on which it can still be done.

    ``before(meeting, Days(3))`` is a term, for a deadline. ``before(meeting, WorkingDays(3), office, calendar)`` is a
    date. Arguments and errors are those of ``until``.
    """
    term_back = Before(day, term)
    if office is None:
        return term_back
    found = Count(day, term_back, office, by).last
    assert isinstance(found, Date)
    return found
