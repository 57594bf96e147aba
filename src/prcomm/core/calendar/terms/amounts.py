"""How much time has passed of a term, and how much is left, in its own unit."""

from datetime import datetime

from attrs import field, frozen

from prcomm.core.calendar.days import WEEKS, Calendar
from prcomm.core.calendar.pauses import Hold
from prcomm.core.calendar.terms.combined import sooner
from prcomm.core.calendar.terms.starts import At, ByACalendar, Numbered, Start, Term
from prcomm.core.sources.people import Office
from prcomm.core.values.errors import BadInput
from prcomm.core.values.messages import Message, Say, in_english

__all__ = ["AND_SO_MUCH", "SO_MUCH_OVER", "Amount", "Gauge", "amount"]

AND_SO_MUCH = Message("{one} and {other}")
SO_MUCH_OVER = Message("{amount} over")


@frozen
class Amount:
    """So much time, in the unit of a term: ``13 working days``, ``1 month and 4 days``, ``2 hours and 30 minutes``.

    Attributes:
        parts: how many of the unit; what is left over of months in days, and what is left over of hours in minutes.
        over: whether it is time by which a term has been overrun, and not time within it.
    """

    parts: tuple[Numbered, ...]
    over: bool = field(default=False, kw_only=True)

    @property
    def n(self) -> int:
        """How many whole ones of the unit; negative for what is over."""
        return -self.parts[0].number if self.over else self.parts[0].number

    def rendered(self, say: Say) -> str:
        """The same in the language of ``say``."""
        return say(self._said())

    def _said(self) -> object:
        some = [part for part in self.parts if part.number] or [self.parts[0]]
        shown = some[0] if len(some) == 1 else AND_SO_MUCH(one=some[0], other=some[1])
        return SO_MUCH_OVER(amount=shown) if self.over else shown

    def __str__(self) -> str:
        return self.rendered(in_english)


@frozen
class Gauge:
    """What tells how much of a term has passed and is left, apart from how it was counted.

    Attributes:
        term: the term, in the unit of which it is told; of several that follow one another, the last.
        day: the office's day of the start, as an ordinal.
        at: the instant of the start; ``None`` where only the day is known.
        calendar: the calendar by which it is counted; ``None`` of one that was pickled, for it is not kept.
        office: the office.
        holds: the times during which the clock was paused.
    """

    term: Term
    day: int
    at: datetime | None
    calendar: Calendar | None
    office: Office
    holds: tuple[Hold, ...]

    @classmethod
    def of(cls, term: Term, start: Start) -> "Gauge":
        """That of a term that is counted from a start."""
        return cls(term, start.day, start.at, start.table.calendar, start.office, start.holds)

    @property
    def start(self) -> Start:
        """From where it is counted, with its days."""
        return Start(self.day, self.at, (self.calendar or WEEKS).days_of(self.office), self.office, self.holds)

    def between(self, since: At, until: At) -> Amount:
        """How much time lies between two ends. Raises ``BadInput`` where its days off are needed and were not kept."""
        found = amount(self.term, self.start, since, until)
        if self.calendar is None and isinstance(found.parts[0], ByACalendar):
            raise BadInput(f"{self.term}", ("it was pickled, without its days off: ask the lifecycle for it again",))
        return found


def amount(term: Term, start: Start, since: At, until: At) -> Amount:
    """How much time lies between two ends, in the unit of a term; over, where the second is the earlier."""
    over = not sooner(since, until)
    parts = term.lasting(start, until, since) if over else term.lasting(start, since, until)
    return Amount(parts, over=over)
