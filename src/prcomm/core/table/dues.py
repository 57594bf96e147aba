"""One running instance of a deadline, its days, and how it stands."""

from collections.abc import Callable, Hashable
from datetime import date
from enum import StrEnum
from typing import Protocol, cast

from attrs import field, frozen
from pendulum import Date, DateTime

from prcomm.core.calendar.days import day, local, ordinal
from prcomm.core.calendar.traces import Trace
from prcomm.core.sources.citations import Basis, Cites, weakest
from prcomm.core.sources.people import Office, Role
from prcomm.core.values.display import Displayed


class Status(StrEnum):
    """How a due stands at an instant."""

    RUNNING = "running"
    TIGHT = "tight"
    """still running, but past the office's own target"""
    OVERDUE = "overdue"
    MET = "met"
    MET_BY_ANALOGY = "met by analogy"
    """done after the day the text gives, but on the next working day at the latest"""
    LATE = "late"
    TOO_EARLY = "too early"
    """done before a least term had run"""
    PROMPTLY = "promptly"
    """owed, without a number in the law"""
    UNDATED = "undated"
    """owed, by a day that is not named yet"""
    UNKNOWN = "unknown"
    """it began on a day of which the law is not known: nobody can say by when it was owed, or whether"""
    LIFTED = "lifted"
    """no longer owed, or without limit"""


class Counting(Protocol):
    """What tells how a due was counted."""

    def trace(self, due: "Due") -> Trace: ...

    def cites(self, due: "Due") -> Cites: ...


@frozen
class Traced:
    """What a count has told, kept in its stead where a due is pickled.

    Attributes:
        lines: the trace.
        rests_on: what the due rests on, besides the articles of its deadline.
    """

    lines: Trace
    rests_on: Cites

    def trace(self, due: "Due") -> Trace:
        """The lines that tell how the due was reached."""
        return self.lines

    def cites(self, due: "Due") -> Cites:
        """What it rests on, besides the articles of its deadline."""
        return self.rests_on


@frozen
class Due(Displayed):
    """One running instance of a deadline in one entity.

    Days are the office's. Terms in days give days, terms in hours give instants.

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
        lifted: whether it was ended without being met, or its limit was lifted.
        least: whether it says how long to wait at least.
        ended: the day (instant) on which it was ended without being met, or ``None``.
        provided: what somebody must find for it to be owed at all, in words; empty if it is owed in any case.
        noted: the day (instant) on which it was noted that it was met, where it was met on a day that was named.
        undated: whether it is owed by a day that is not named yet.
        unknown: whether it began on a day of which the law is not known.
    """

    name: str
    key: Hashable
    start: Date | DateTime
    met: Date | DateTime | None
    raw: Date | DateTime | None
    rolled: Date | DateTime | None
    control: Date | DateTime | None
    last: Date | DateTime | None
    owed_by: Role
    under: Cites
    office: Office = field(repr=False)
    provisional: bool = False
    lifted: bool = False
    least: bool = False
    ended: Date | DateTime | None = None
    provided: str = ""
    noted: Date | DateTime | None = None
    undated: bool = False
    unknown: bool = False
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
    def trace(self) -> Trace:
        """How its day was reached, line by line."""
        return self._told.trace(self)

    @property
    def _told(self) -> Counting:
        return self._counting(*self._facts)

    def status(self, at: DateTime) -> Status:
        """How it stands at an instant: what was done later is not yet done."""
        now = local(at, self.office) if isinstance(self.last, DateTime) else day(ordinal(at, self.office))
        known = self.noted or self.met
        met = None if known is None or known > now else self.met
        lifted = self.lifted and (self.ended is None or self.ended <= now)
        if self.unknown and not lifted:
            return Status.UNKNOWN
        if self.last is None or self.raw is None or (lifted and met is None):
            return Status.MET if met is not None else Status.LIFTED if lifted else self._without_a_day
        if self.least:
            done = met or now
            return Status.MET if done >= self.last else Status.RUNNING if met is None else Status.TOO_EARLY
        if met is None:
            return self._open(now)
        if met <= self.last:
            return Status.MET
        return Status.MET_BY_ANALOGY if self.rolled is not None and met <= self.rolled else Status.LATE

    @property
    def _without_a_day(self) -> Status:
        return Status.UNDATED if self.undated else Status.PROMPTLY

    def _open(self, now: date) -> Status:
        if self.last is not None and now > self.last:
            return Status.OVERDUE
        return Status.TIGHT if self.control is not None and now > self.control else Status.RUNNING

    def __getstate__(self) -> dict[str, object]:
        kept = {name: cast("object", getattr(self, name)) for name in _KEPT}
        return {**kept, "_facts": (self.trace, self._told.cites(self)), "_counting": Traced}

    def __setstate__(self, state: dict[str, object]) -> None:
        for name, value in state.items():
            object.__setattr__(self, name, value)


_KEPT = (
    "name", "key", "start", "met", "raw", "rolled", "control", "last", "owed_by", "under",
    "office", "provisional", "lifted", "least", "ended", "provided", "noted", "undated",
    "unknown",
)  # fmt: skip
