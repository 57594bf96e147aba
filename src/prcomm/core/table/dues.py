"""One running instance of a deadline, its days, and how it stands."""

from collections.abc import Callable, Hashable
from datetime import date
from enum import Enum, StrEnum
from typing import Protocol, cast

from attrs import evolve, field, frozen
from pendulum import Date, DateTime

from prcomm.core.calendar import hours
from prcomm.core.calendar.days import day, local, ordinal
from prcomm.core.calendar.terms import Amount, At, Gauge
from prcomm.core.calendar.traces import Trace
from prcomm.core.sources.citations import Basis, Cites, weakest
from prcomm.core.sources.people import Office, Role, Who
from prcomm.core.table.entities import earlier
from prcomm.core.values.display import Displayed
from prcomm.core.values.messages import Message, Said, named

ONE_OF = Message("{due} {key}")


class NamedByItsDue(Enum):
    """Keys of which each has a deadline of its own, whose name says which it is: nobody needs to be told it again."""


class Status(StrEnum):
    """How a due stands at an instant."""

    RUNNING = "running"
    TIGHT = "tight"
    """still running, but past the office's own target"""
    PAUSED = "paused"
    """its clock stands still, and had not run out when it was stopped"""
    OVERDUE = "overdue"
    MET = "met"
    MET_BY_ANALOGY = "met by analogy"
    """done after the day the text gives, but on the next working day at the latest"""
    LATE = "late"
    """done after its last day, or ended after it without being done"""
    TOO_EARLY = "too early"
    """done before a least term had run"""
    PROMPTLY = "promptly"
    """owed, without a number in the law"""
    UNDATED = "undated"
    """owed, by a day that is not named yet"""
    UNKNOWN = "unknown"
    """it began on a day of which the law is not known: nobody can say by when it was owed, or whether"""
    LIFTED = "lifted"
    """owed no more, since it was ended in time or its limit was lifted"""


class Counting(Protocol):
    """What tells how a due was counted."""

    def trace(self, due: "Due") -> Trace: ...

    def cites(self, due: "Due") -> Cites: ...

    def unlengthened(self, due: "Due") -> Date | DateTime | None: ...

    @property
    def gauge(self) -> Gauge | None: ...


@frozen
class Traced:
    """What a count has told, kept in its stead where a due is pickled.

    Attributes:
        lines: the trace.
        rests_on: what the due rests on, besides the articles of its deadline.
        without: the last day without the lengthenings; ``None`` if there were none.
        gauge: what tells how much of it is left; ``None`` of what has no term.
    """

    lines: Trace
    rests_on: Cites
    without: Date | DateTime | None = None
    gauge: Gauge | None = None

    def trace(self, due: "Due") -> Trace:
        """The lines that tell how the due was reached."""
        return self.lines

    def cites(self, due: "Due") -> Cites:
        """What it rests on, besides the articles of its deadline."""
        return self.rests_on

    def unlengthened(self, due: "Due") -> Date | DateTime | None:
        """The last day as it would be without the lengthenings."""
        return self.without or due.raw


def in_real_time(on: date | None) -> object:
    """What a day or an instant is told apart by: to Python two instants of the hour that comes twice are equal."""
    return on.timestamp() if isinstance(on, DateTime) else on


@frozen
class Due(Displayed):
    """One running instance of a deadline in one entity.

    Days are the office's. Terms in days give days, terms in hours give instants.

    What ends a duty does not undo its breach: ended in time it is lifted, ended after its last day it is late for good.
    Lifted on whatever day it is ended is what has no last day (``PROMPTLY``); a least term, which only acting too soon
    breaches; and what is owed only provided somebody finds something, for it is what meets it that finds so.

    Attributes:
        name: the name of the deadline.
        key: which of several; the period, of a recurring one.
        start: the day (instant) from which it is counted.
        met: the day (instant) on which it was met, or ``None``.
        raw: the last day as the text counts (of a least term, the first lawful one); ``None`` without number.
        rolled: ``raw``, or the next working day if that is a day off (counted backwards: the one before).
        control: the last working day on or before ``raw``: the office's own target.
        last: the day that binds under the Reading in force.
        owed_by: who owes it.
        under: the articles of the deadline itself.
        office: whose days these are.
        provisional: whether a day of the count stands on the general rule alone, before the year's decree.
        lifted: whether it is owed no more and was not breached: its limit was lifted, or it was ended in time. False
            of one that was ended after its last day.
        least: whether it says how long to wait at least.
        ended: the day (instant) on which it was ended without being met, in time or not, or ``None``.
        provided: what somebody must find for it to be owed at all, in words; empty if it is owed in any case.
        noted: the day (instant) on which it was noted that it was met, where it was met on a day that was named.
        undated: whether it is owed by a day that is not named yet.
        owed_by_cites: what says who owes it.
        unknown: whether it began on a day of which the law is not known.
        paused: the day (instant) since which its clock stands still, at the instant asked about; ``None`` if it runs,
            and of what had run out before it was stopped. Its days are then what they would be if it ran again at once.
    """

    name: str
    key: Hashable
    start: Date | DateTime = field(eq=in_real_time)
    met: Date | DateTime | None = field(eq=in_real_time)
    raw: Date | DateTime | None = field(eq=in_real_time)
    rolled: Date | DateTime | None = field(eq=in_real_time)
    control: Date | DateTime | None = field(eq=in_real_time)
    last: Date | DateTime | None = field(eq=in_real_time)
    owed_by: Role
    under: Cites
    office: Office = field(repr=False)
    provisional: bool = False
    lifted: bool = False
    least: bool = False
    ended: Date | DateTime | None = field(default=None, eq=in_real_time)
    provided: str = ""
    noted: Date | DateTime | None = field(default=None, eq=in_real_time)
    undated: bool = False
    owed_by_cites: Cites = ()
    unknown: bool = False
    paused: Date | DateTime | None = field(default=None, eq=in_real_time)
    _facts: tuple[object, ...] = field(default=(Trace(), ()), eq=False, repr=False)
    _counting: Callable[..., Counting] = field(default=Traced, eq=False, repr=False)

    @property
    def cites(self) -> Cites:
        """What it rests on: the articles of its deadline, the dated values its term came from, the Reading where
        that moved its last day, and what makes days off that were met, where that is less than law."""
        return tuple(dict.fromkeys((*self.under, *self._told.cites(self))))

    @property
    def basis(self) -> Basis:
        """The weakest basis of what it rests on."""
        return weakest(self.cites)

    @property
    def who(self) -> Who:
        """Who owes it, with what says so."""
        return Who(self.owed_by, self.owed_by_cites)

    @property
    def trace(self) -> Trace:
        """How its day was reached, line by line."""
        return self._told.trace(self)

    @property
    def unlengthened(self) -> Date | DateTime | None:
        """``raw`` as it would be had nobody lengthened the term; ``raw`` itself where nobody did."""
        return self._told.unlengthened(self)

    @property
    def _told(self) -> Counting:
        return self._counting(*self._facts)

    def passed(self, at: DateTime) -> Amount | None:
        """How much time has passed since its start at an instant, in the unit of its term, less the pauses; of several
        terms that followed one another, of the last. ``None`` for what has no number."""
        gauge = self._told.gauge
        if gauge is None or self.last is None:
            return None
        start = hours.on_clock(self.start, self.office) if isinstance(self.start, DateTime) else self.start.toordinal()
        return gauge.between(start, self._end_at(at))

    def left(self, at: DateTime) -> Amount | None:
        """How much time is left at an instant until ``last``, in the unit of its term: ``5 working days``; what it is
        overrun by is ``over``. ``None`` for what has no number."""
        gauge, last = self._told.gauge, self.last
        if gauge is None or last is None:
            return None
        return gauge.between(self._end_at(at), last if isinstance(last, DateTime) else last.toordinal())

    def _end_at(self, at: DateTime) -> At:
        """An instant as the term ends: as one on the office's clock, or as its day."""
        return hours.on_clock(at, self.office) if isinstance(self.last, DateTime) else ordinal(at, self.office)

    def status(self, at: DateTime) -> Status:
        """How it stands at an instant: what was done later is not yet done."""
        now = self._now(at)
        known = self.noted or self.met
        met = None if known is None or earlier(now, known) else self.met
        ended = self.ended is not None and not earlier(now, self.ended)
        lifted = self.lifted and (self.ended is None or ended)
        if self.unknown and not lifted:
            return Status.UNKNOWN
        if met is None and not lifted and self._stands_still(now):
            return Status.PAUSED
        if self.last is None or self.raw is None or (lifted and met is None):
            return Status.MET if met is not None else Status.LIFTED if lifted else self._without_a_day
        if self.least:
            done = met or now
            return Status.MET if not earlier(done, self.last) else Status.RUNNING if met is None else Status.TOO_EARLY
        if met is None:
            return Status.LATE if ended else self._open(now)
        if not earlier(self.last, met):
            return Status.MET
        return Status.MET_BY_ANALOGY if self.rolled is not None and not earlier(self.rolled, met) else Status.LATE

    def has_run_out(self, at: DateTime) -> bool:
        """Whether its term has run out at an instant: its last day has passed, or, of a least term, its first lawful
        one has come. What has no day never runs out."""
        now = self._now(at)
        if self.last is None or self._stands_still(now):
            return False
        return not earlier(now, self.last) if self.least else earlier(self.last, now)

    def _stands_still(self, now: date) -> bool:
        return self.paused is not None and not earlier(now, self.paused)

    def _now(self, at: DateTime) -> date:
        """An instant as its days are: on the office's clock, or the office's day of it."""
        return local(at, self.office) if isinstance(self.last, DateTime) else day(ordinal(at, self.office))

    @property
    def _without_a_day(self) -> Status:
        return Status.UNDATED if self.undated else Status.PROMPTLY

    def _open(self, now: date) -> Status:
        if self.last is not None and earlier(self.last, now):
            return Status.OVERDUE
        return Status.TIGHT if self.control is not None and earlier(self.control, now) else Status.RUNNING

    def __getstate__(self) -> dict[str, object]:
        kept = {name: cast("object", getattr(self, name)) for name in _KEPT}
        second = tuple(name for name, value in kept.items() if isinstance(value, DateTime) and value.fold)
        gauge = self._told.gauge
        kept_gauge = None if gauge is None else evolve(gauge, calendar=None)
        told = self.trace, self._told.cites(self), self.unlengthened, kept_gauge
        return {**kept, "_facts": told, "_counting": Traced, _SECOND: second}

    def __setstate__(self, state: dict[str, object]) -> None:
        second = cast("tuple[str, ...]", state.get(_SECOND, ()))
        for name, value in state.items():
            if name != _SECOND:
                value = value.replace(fold=1) if name in second and isinstance(value, DateTime) else value
                object.__setattr__(self, name, value)


_SECOND = "in the second of two hours"
"""In a pickle, which of its instants are in the second of the two hours: pendulum pickles an instant without that."""
_KEPT = (
    "name", "key", "start", "met", "raw", "rolled", "control", "last", "owed_by", "under",
    "office", "provisional", "lifted", "least", "ended", "provided", "noted", "undated", "owed_by_cites",
    "unknown", "paused",
)  # fmt: skip


class OneOwed(Protocol):
    """Something owed that may be one of several: a due, or a line about one."""

    @property
    def name(self) -> str: ...

    @property
    def key(self) -> Hashable: ...


def which(due: OneOwed) -> Said:
    """The name of a due, with its key if it is one of several that are called alike."""
    alone = due.key is None or isinstance(due.key, NamedByItsDue)
    return named(due.name) if alone else ONE_OF(due=named(due.name), key=due.key)
