"""Terms without a number: promptly, up to a day that somebody named or is still to name, as it stands."""

from collections.abc import Iterator
from datetime import date, datetime

from attrs import field, frozen
from pendulum import Date

from prcomm.core.calendar import hours
from prcomm.core.calendar.days import day, local
from prcomm.core.calendar.terms.in_days import Days
from prcomm.core.calendar.terms.in_hours import Hours
from prcomm.core.calendar.terms.starts import At, End, Numbered, Start, Term
from prcomm.core.calendar.traces import TraceLine
from prcomm.core.sources.people import Office
from prcomm.core.values.errors import BadInput, quoted
from prcomm.core.values.messages import Message

__all__ = [
    "AT_ONCE",
    "BY_A_DAY_TO_COME",
    "NOT_YET_NAMED",
    "NO_DAY_YET",
    "NO_NUMBER",
    "PROMPTLY",
    "STANDS",
    "THE_DAY_SET",
    "UP_TO",
    "NotYetNamed",
    "Promptly",
    "Stands",
    "Until",
]  # fmt: skip

NO_NUMBER = Message("promptly: no number in the law")
AT_ONCE = Message("promptly")
NO_DAY_YET = Message("owed, and its day is not named yet")
BY_A_DAY_TO_COME = Message("by a day that is still to be named")
THE_DAY_SET = Message("the day that was set")
UP_TO = Message("until {day}")


@frozen
class Promptly(Term):
    """Owed, but the law gives no number."""

    def while_paused(self) -> Term | None:
        return None

    def end(self, start: Start) -> None:
        return None

    def lines(self, start: Start) -> Iterator[TraceLine]:
        yield TraceLine(None, False, NO_NUMBER())

    def __str__(self) -> str:
        return AT_ONCE()


@frozen
class NotYetNamed(Term):
    """Owed, by a day that somebody is still to name."""

    def while_paused(self) -> Term | None:
        return None

    def end(self, start: Start) -> None:
        return None

    def lines(self, start: Start) -> Iterator[TraceLine]:
        yield TraceLine(None, False, NO_DAY_YET())

    def __str__(self) -> str:
        return BY_A_DAY_TO_COME()


@frozen
class Stands(Term):
    """What a move gives where it leaves the running term as it is: ``STANDS``."""


PROMPTLY = Promptly()
NOT_YET_NAMED = NotYetNamed()
STANDS = Stands()


def a_day(on: object) -> date:
    if not isinstance(on, date):
        raise BadInput("a term", (f"up to a day or an instant, not {quoted(on)}",))
    return on


@frozen
class Until(Term):
    """Up to a day that somebody named."""

    day: date = field(converter=a_day)

    def end(self, start: Start) -> End:
        if isinstance(self.day, datetime):
            return hours.on_clock(self.day, start.office)
        return self.day.toordinal()

    def lasting(self, start: Start, since: At, until: At) -> tuple[Numbered, ...]:
        return (Hours(0) if isinstance(self.day, datetime) else Days(0)).lasting(start, since, until)

    def lines(self, start: Start) -> Iterator[TraceLine]:
        yield TraceLine(its_date(self.day, start.office), True, THE_DAY_SET())

    def __str__(self) -> str:
        return UP_TO(day=self.day)


def its_date(on: date, office: Office) -> Date:
    return day((local(on, office) if isinstance(on, datetime) else on).toordinal())
