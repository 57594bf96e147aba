"""One running instance of a deadline: its days, how it stands, and how its day was counted."""

from collections.abc import Callable, Hashable, Iterator
from datetime import date, datetime
from enum import StrEnum
from typing import cast

from attrs import evolve, field, frozen
from pendulum import Date, DateTime

from prcomm.core import hours
from prcomm.core.calendar import day, local, ordinal
from prcomm.core.deadlines import Deadline, Move, Pause, Running
from prcomm.core.entities import Action, Clock, Entity, State
from prcomm.core.errors import BadInput
from prcomm.core.law import Basis, Cites, Law, Read, weakest
from prcomm.core.people import Office, Role
from prcomm.core.periods import Each
from prcomm.core.terms import End, Further, Line, Promptly, Start, Term, Trace


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
    LIFTED = "lifted"
    """no longer owed, or without limit"""


@frozen
class Due:
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
        cites: what says so.
        office: whose days these are.
        provisional: whether a day of the count stands on the general rule alone, before the year's decree.
        lifted: whether it was ended without being met, or its limit was lifted.
        least: whether it says how long to wait at least.
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
    cites: Cites
    office: Office = field(repr=False)
    provisional: bool = False
    lifted: bool = False
    least: bool = False
    _count: "Count | Trace" = field(default=Trace(), eq=False, repr=False)

    @property
    def basis(self) -> Basis:
        """The weakest basis of what it rests on."""
        return weakest(self.cites)

    @property
    def trace(self) -> Trace:
        """How its day was reached, line by line."""
        return self._count if isinstance(self._count, Trace) else self._count.trace(self)

    def status(self, at: DateTime) -> Status:
        """How it stands at an instant: what was done later is not yet done."""
        now = local(at, self.office) if isinstance(self.last, DateTime) else day(ordinal(at, self.office))
        met = None if self.met is None or self.met > now else self.met
        if self.last is None or self.raw is None or (self.lifted and met is None):
            return Status.MET if met is not None else Status.LIFTED if self.lifted else Status.PROMPTLY
        if self.least:
            done = met or now
            return Status.MET if done >= self.last else Status.RUNNING if met is None else Status.TOO_EARLY
        if met is None:
            return self._open(now)
        if met <= self.last:
            return Status.MET
        return Status.MET_BY_ANALOGY if self.rolled is not None and met <= self.rolled else Status.LATE

    def _open(self, now: date) -> Status:
        if self.last is not None and now > self.last:
            return Status.OVERDUE
        return Status.TIGHT if self.control is not None and now > self.control else Status.RUNNING

    def __getstate__(self) -> dict[str, object]:
        return {"_count": self.trace, **{name: cast("object", getattr(self, name)) for name in _KEPT}}

    def __setstate__(self, state: dict[str, object]) -> None:
        for name, value in state.items():
            object.__setattr__(self, name, value)

    def _repr_html_(self) -> str:
        from prcomm.core.html import due_html

        return due_html(self)


_KEPT = (
    "name", "key", "start", "met", "raw", "rolled", "control", "last", "owed_by", "cites",
    "office", "provisional", "lifted", "least",
)  # fmt: skip


@frozen(eq=False)
class Count:
    """One clock being counted: the facts it starts from. Counts a due, and its trace when asked.

    Attributes:
        deadline: what is owed.
        entity: in which entity.
        clock: which record began it, which touched it.
        laws: the law bound to the day of an ordinal, under the lifecycle being applied.
        at: the instant asked about, up to which a clock still paused has stood still.
        met: the record that met it, or ``None``.
        ended: the record that ended it without meeting it, or ``None``.
    """

    deadline: Deadline[Entity[State], Action]
    entity: Entity[State]
    clock: Clock
    laws: Callable[[int], Law]
    at: DateTime
    met: Action | None = None
    ended: Action | None = None

    def dues(self) -> Iterator[Due]:
        """The due; of a recurring deadline, one for each period; none if nothing is owed in this case."""
        entity, deadline = self.entity, self.deadline
        begun = entity.history[self.clock.begun].action
        since = cast("Callable[[Entity[State], Action], date]", deadline.counted_from)(entity, begun)
        o = ordinal(since, entity.office)
        law = self.laws(o)
        term = deadline.term(entity, begun, law)
        if term is None:
            return
        start = Start(o, since if isinstance(since, datetime) else None, law.calendar.of(entity.office), entity.office)
        if isinstance(term, Each):
            yield from self._periods(term, start, law)
        elif self.clock.touched:
            yield self._touched(term, start, law)
        else:
            yield self._due(term, start, term.end(start), law, self.clock.key)

    def _touched(self, term: Term, start: Start, law: Law) -> Due:
        course = Course.of(self, term, start, law)
        if course.legs:
            return self._due(course.legs[-1], start, course.end(), law, self.clock.key)
        return self._due(term, start, None, law, self.clock.key, lifted=True)

    def _due(self, term: Term, start: Start, end: End, law: Law, key: Hashable, *, lifted: bool = False) -> Due:
        deadline, office, least = self.deadline, start.office, term.least
        first: Date | DateTime = day(start.day)
        met: Date | DateTime | None = None
        if end is None:
            raw = rolled = control = None
            provisional = False
        elif isinstance(end, int):
            raw = day(end)
            before = start.table.on_or_before(end)
            after = before if before == end or term.backwards else start.table.on_or_after(end)
            rolled, control = day(after), day(after if least else before)
            provisional = start.table.provisional(min(start.day, before), max(after, start.day))
        else:
            raw = end
            first = local(start.at, office) if start.at is not None else first  # type: ignore[assignment]  # a DateTime
            rolled, control = _around(end, start)
            provisional = start.table.provisional(start.day, ordinal(rolled, office))
        if self.met is not None:
            met = local(self.met.at, office) if isinstance(raw, DateTime) else day(ordinal(self.met.at, office))  # type: ignore[assignment]  # a DateTime
        last = rolled if law.rolls else raw
        return Due(
            deadline.name, key, first, met, raw, rolled, control, last, deadline.owed_by, deadline.cites,
            office, provisional, lifted or (self.ended is not None and self.met is None), least, self,
        )  # fmt: skip

    def _periods(self, term: Each, start: Start, law: Law) -> Iterator[Due]:
        office = start.office
        done = [self.entity.history[i].action for i in self.clock.touched]
        until = day(ordinal(self.at if self.ended is None else min(self.at, self.ended.at), office))
        for period in term.periods(day(start.day), until):
            within = (a for a in done if period.first <= day(ordinal(a.at, office)) <= period.end)
            ended = self.ended if until <= period.last else None
            one = evolve(self, met=next(within, None), ended=ended)
            first = Start(period.first.toordinal(), None, start.table, office)
            yield one._due(term, first, period.last.toordinal(), law, period.key)

    def trace(self, due: Due) -> Trace:
        """The lines that tell how a due of this clock was reached."""
        reads: list[Read] = []
        entity = self.entity
        begun = entity.history[self.clock.begun].action
        o = ordinal(
            cast("Callable[[Entity[State], Action], date]", self.deadline.counted_from)(entity, begun), entity.office
        )
        law = self.laws(o).noting(reads)
        term = self.deadline.term(entity, begun, law)
        since = cast("Callable[[Entity[State], Action], date]", self.deadline.counted_from)(entity, begun)
        table = law.calendar.of(entity.office)
        start = Start(o, since if isinstance(since, datetime) else None, table, entity.office)
        lines: list[Line] = []
        if isinstance(term, Each):
            lines += term.lines(Start(ordinal(due.start, entity.office), None, table, entity.office))
        elif term is not None:
            course = Course.of(self, term, start, law)
            lines += course.lines()
        told = [_value_line(read) for read in dict.fromkeys(reads)]
        return Trace((*told, *lines, *_closing_lines(due, start, law)))


def _around(end: DateTime, start: Start) -> tuple[DateTime, DateTime]:
    """The instant rolled to the next working day, and the last working instant on or before it."""
    table, office = start.table, start.office
    o = ordinal(end, office)
    works = table.works(o)
    rolled = end if works else hours.opening(table.on_or_after(o), office)
    if works and end >= hours.opening(o, office):
        return rolled, min(end, hours.closing(o, table, office))
    return rolled, hours.closing(table.add(o, -1), table, office)


def _value_line(read: Read) -> Line:
    why = f", {read.why}" if read.why else ""
    return Line(None, False, f"{read.name}: {read.version.value}{why}", read.version.cites, read.version.basis)


def _closing_lines(due: Due, start: Start, law: Law) -> Iterator[Line]:
    if due.raw is not None and due.rolled is not None and due.rolled != due.raw:
        low, high = sorted((ordinal(due.raw, start.office), ordinal(due.rolled, start.office)))
        for o in range(low, high + 1):
            off = start.table.why_off(o)
            if off is not None:
                yield Line(day(o), False, f"day off: {off.reason}", off.cites, off.basis)
        version = law.dated(law.last_day).version(law.day or due.start)
        yield Line(_day(due.last), True, f"the last day: {version.value.value}", version.cites, version.basis)
    if due.provisional:
        yield Line(None, False, "provisional: the days off of that year are not decreed yet")


def _day(on: Date | DateTime | None) -> Date | None:
    return on.date() if isinstance(on, DateTime) else on


@frozen(eq=False)
class Course:
    """The course of one clock: its start, the terms that follow one another, and the pauses.

    Attributes:
        start: from where the first term is counted.
        legs: the terms, each counted from the end of the one before; empty once the limit is lifted.
        holds: the pauses, in seconds of real time.
        told: what moved it, in words, one line for each.
        law: the law of the day the clock started.
    """

    start: Start
    legs: tuple[Term, ...]
    holds: tuple[hours.Span, ...]
    told: tuple[Line, ...]
    law: Law

    @classmethod
    def of(cls, count: Count, term: Term, start: Start, law: Law) -> "Course":
        """The course of a clock through all the records that touched it."""
        course = cls(start, (term,), (), (), law)
        held: DateTime | None = None
        moves = count.deadline.moved_by()
        for index in count.clock.touched:
            action = count.entity.history[index].action
            move = moves.get(type(action))
            if isinstance(move, Pause):
                if type(action) is move.by:
                    held = held or action.at
                elif held is not None:
                    course, held = course._paused(held, action.at), None
            elif move is not None:
                course = course._moved(move, count.entity, action)
        return course if held is None else course._paused(held, max(held, count.at))

    def _paused(self, held: DateTime, resumed: DateTime) -> "Course":
        return evolve(self, holds=(*self.holds, (held.timestamp(), resumed.timestamp())))

    def _moved(self, move: "Move[Entity[State], Action]", entity: Entity[State], action: Action) -> "Course":
        end = self.end() if self.legs else None
        raw = day(end) if isinstance(end, int) else end
        if isinstance(move.to, Term):
            to: Term | None = move.to
        else:
            decide = cast("Callable[[Entity[State], Action, Running, Law], Term | None]", move.to)
            to = decide(entity, action, Running(day(self.start.day), raw), self.law)
        name, on = type(action).__name__, day(ordinal(action.at, self.start.office))
        told = Line(on, False, f"{name}: {'the limit is lifted' if to is None else to}")
        if to is None:
            return evolve(self, legs=(), told=(*self.told, told))
        if isinstance(to, Further) and end is None:
            raise BadInput(f"the deadline {name} moves", (f"{to}: no term is running that could be lengthened",))
        legs = (*self.legs, to) if isinstance(to, Further) else (to,)
        return evolve(self, legs=legs, told=(*self.told, told))

    def _starts(self) -> Iterator[tuple[Term, Start]]:
        """Each term with its own start: a pause counts for the term that was running."""
        start, holds = self.start, self.holds
        for leg in self.legs:
            start = evolve(start, holds=holds)
            yield leg, start
            end = leg.end(start)
            if end is None:
                return
            o = end if isinstance(end, int) else ordinal(end, start.office)
            holds = tuple(h for h in holds if hours.instant(h[0], start.office).toordinal() >= o)
            start = Start(o, None if isinstance(end, int) else end, start.table, start.office)

    def end(self) -> End:
        """Where the last of its terms ends."""
        end: End = None
        for leg, start in self._starts():
            end = leg.end(start)
        return end

    def lines(self) -> Iterator[Line]:
        """How it got there."""
        cites = self.law.conventions.day_zero
        if not all(isinstance(leg, Promptly) for leg in self.legs):
            yield Line(day(self.start.day), False, "day 0: the event itself", cites, weakest(cites) if cites else None)
        yield from self.told
        for leg, start in self._starts():
            yield from leg.lines(start)
