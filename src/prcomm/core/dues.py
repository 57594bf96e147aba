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
from prcomm.core.terms import STANDS, Days, End, Further, Line, Months, Start, Term, Trace, WorkingDays


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
        ended: the day (instant) on which it was ended without being met, or ``None``.
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
    ended: Date | DateTime | None = None
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
        lifted = self.lifted and (self.ended is None or self.ended <= now)
        if self.last is None or self.raw is None or (lifted and met is None):
            return Status.MET if met is not None else Status.LIFTED if lifted else Status.PROMPTLY
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
    "office", "provisional", "lifted", "least", "ended",
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
        start, law = self._start()
        term = self.deadline.term(self.entity, self._begun, law)
        if term is None:
            return
        if isinstance(term, Each):
            if not self.deadline.recurring:
                how = f"within: {term} is given itself, neither by a function nor as a dated value"
                raise BadInput(f"the deadline {self.deadline.name!r}", (how,))
            yield from self._periods(term, start)
        elif self.clock.touched:
            course = Course.of(self, term, start, law)
            yield self._due(start, course.end(), law, self.clock.key, course)
        else:
            yield self._due(start, term.end(start), law, self.clock.key, Course(start, (term,), (), (), law))

    @property
    def _begun(self) -> Action:
        return self.entity.history[self.clock.begun].action

    def _start(self, reads: list[Read] | None = None) -> tuple[Start, Law]:
        """From where it is counted, and the law of that day, noting what is read from it."""
        entity, deadline = self.entity, self.deadline
        since = cast("Callable[[Entity[State], Action], date]", deadline.counted_from)(entity, self._begun)
        o = ordinal(since, entity.office)
        law = self.laws(o) if reads is None else self.laws(o).noting(reads)
        at = since if isinstance(since, datetime) else None
        return Start(o, at, law.calendar.of(entity.office), entity.office, months=law.conventions.months), law

    def _due(self, start: Start, end: End, law: Law, key: Hashable, course: "Course") -> Due:
        deadline, office, least = self.deadline, start.office, course.least
        first: Date | DateTime = day(start.day)
        provisional = False
        if end is None:
            raw = rolled = control = None
        elif isinstance(end, int):
            raw = day(end)
            before = start.table.on_or_before(end)
            after = before if before == end or course.backwards else start.table.on_or_after(end)
            rolled, control = day(after), day(after if least else before)
            provisional = start.table.provisional(min(start.day, before), max(after, start.day))
        else:
            raw = end
            first = first if start.at is None else hours.on_clock(start.at, office)
            rolled, control = _around(end, start)
            o = ordinal(rolled, office)
            provisional = start.table.provisional(min(start.day, o), max(start.day, o))
        met, ended = (None if a is None else _on(a.at, raw, office) for a in (self.met, self.ended))
        ended = ended if course.legs else None  # a limit that was lifted has nothing left to end
        last = rolled if law.rolls else raw
        lifted = not course.legs or (ended is not None and met is None)
        return Due(
            deadline.name, key, first, met, raw, rolled, control, last, deadline.owed_by, deadline.cites,
            office, provisional, lifted, least, ended, self,
        )  # fmt: skip

    def _periods(self, term: Each, start: Start) -> Iterator[Due]:
        """One due for each period up to the one asked about, or up to the one in which the duty ended.

        Each has a clock of its own, under the law of its first day.
        """
        office = start.office
        touched = (self.entity.history[i].action for i in self.clock.touched)
        done = [(ordinal(a.at, office), a) for a in touched if type(a) in self.deadline.met_by]
        ended = self.ended if self.ended is not None and self.ended.at <= self.at else None
        until = day(ordinal(self.at if ended is None else ended.at, office))
        for period in term.periods(day(start.day), until):
            begins, ends = period.first.toordinal(), period.end.toordinal()
            law = self.laws(begins)
            met = next((action for on, action in done if begins <= on <= ends), None)
            one = evolve(self, met=met, ended=ended if until <= period.last else None)
            first = evolve(start, day=begins, at=None)
            yield one._due(first, period.last.toordinal(), law, period.key, Course(first, (term,), (), (), law))

    def trace(self, due: Due) -> Trace:
        """The lines that tell how a due of this clock was reached."""
        reads: list[Read] = []
        start, law = self._start(reads)
        term = cast("Term", self.deadline.term(self.entity, self._begun, law))  # there is a due of it
        lines: list[Line] = []
        if isinstance(term, Each):
            start = evolve(start, day=ordinal(due.start, start.office))
            law = self.laws(start.day)
            lines += term.lines(start)
        else:
            lines += Course.of(self, term, start, law).lines()
        if self.ended is not None and due.lifted:
            on = day(ordinal(self.ended.at, start.office))
            lines.append(Line(on, False, f"{type(self.ended).__name__}: it is owed no more"))
        lines += _closing_lines(due, start, law)
        return Trace((*map(_value_line, dict.fromkeys(reads)), *lines))


def _on(at: DateTime, like: Date | DateTime | None, office: Office) -> Date | DateTime:
    """When it was, on the office's clock: an instant where the term ends at one, else a day."""
    return hours.on_clock(at, office) if isinstance(like, DateTime) else day(ordinal(at, office))


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
    return Line(None, False, f"{read.name}: {read.version.value}{_why(read)}", read.version.cites, read.version.basis)


def _why(read: Read) -> str:
    return f", {read.why}" if read.why else ""


def _closing_lines(due: Due, start: Start, law: Law) -> Iterator[Line]:
    if due.raw is not None and due.rolled is not None and due.rolled != due.raw:
        low, high = sorted((ordinal(due.raw, start.office), ordinal(due.rolled, start.office)))
        for o in range(low, high + 1):
            off = start.table.why_off(o)
            if off is not None:
                yield Line(day(o), False, f"day off: {off.reason}", off.cites, off.basis)
        reads: list[Read] = []
        binds = law.noting(reads)[law.last_day]
        (read,) = reads
        yield Line(
            _day(due.last), True, f"the last day: {binds.value}{_why(read)}", read.version.cites, read.version.basis
        )
    if due.provisional:
        yield Line(None, False, "provisional: it meets a year whose days off are known by the general rule alone")


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
                end = (course if held is None else course._paused(held, action.at)).end()
                course = course._moved(move, count.entity, action, end)
        if held is None:
            return course
        stopped = count.met or count.ended
        return course._paused(held, max(held, count.at if stopped is None else stopped.at))

    @property
    def least(self) -> bool:
        """Whether it says how long to wait at least; a longer wait is one still."""
        return bool(self.legs) and self.legs[0].least

    @property
    def backwards(self) -> bool:
        """Whether its day is counted back from a later one, and no further: it never moves to after it."""
        if self.least or len(self.legs) != 1:
            return False
        return self.legs[0].counted(evolve(self.start, holds=self.holds)).backwards

    def _paused(self, held: DateTime, resumed: DateTime) -> "Course":
        return evolve(self, holds=(*self.holds, (held.timestamp(), resumed.timestamp())))

    def _moved(self, move: Move[Entity[State], Action], entity: Entity[State], action: Action, end: End) -> "Course":
        name, on = type(action).__name__, day(ordinal(action.at, self.start.office))
        if isinstance(move.to, Term):
            to: Term | None = move.to
        else:
            decide = cast("Callable[[Entity[State], Action, Running, Law], Term | None]", move.to)
            to = decide(entity, action, self._running(end), self.law)
        if to is None:
            return evolve(self, legs=(), told=(*self.told, Line(on, False, f"{name}: the limit is lifted")))
        if to is STANDS:
            return evolve(self, told=(*self.told, Line(on, False, f"{name}: the term stands as it is")))
        if isinstance(to, Further) and end is None:
            told = Line(on, False, f"{name}: no term is running that could be longer by {to.term}")
            return evolve(self, told=(*self.told, told))
        legs = (*self.legs, to) if isinstance(to, Further) else (to,)
        return evolve(self, legs=legs, told=(*self.told, Line(on, False, f"{name}: {to}")))

    def _running(self, end: End) -> Running:
        start, rolls = self.start, self.law.rolls
        if isinstance(end, DateTime):
            begun = day(start.day) if start.at is None else hours.on_clock(start.at, start.office)
            return Running(begun, end, _around(end, start)[0] if rolls else end)
        if end is None:
            return Running(day(start.day), None)
        return Running(day(start.day), day(end), day(start.table.on_or_after(end) if rolls else end))

    def _starts(self) -> Iterator[tuple[Term, Start]]:
        """Each term with its own start: a pause counts for the term that was running, being over when that ends."""
        start = evolve(self.start, holds=self.holds)
        for leg in self.legs:
            yield leg, start
            end = leg.end(start)
            if end is None:
                return
            o = end if isinstance(end, int) else ordinal(end, start.office)
            start = evolve(start, day=o, at=None if isinstance(end, int) else end)

    def end(self) -> End:
        """Where the last of its terms ends."""
        end: End = None
        for leg, start in self._starts():
            end = leg.end(start)
        return end

    def lines(self) -> Iterator[Line]:
        """How it got there."""
        cites = self.law.conventions.day_zero
        if self.legs and isinstance(self.legs[0].counted(self.start), (Days, WorkingDays, Months)):
            yield Line(day(self.start.day), False, "day 0: the event itself", cites, weakest(cites) if cites else None)
        yield from self.told
        for leg, start in self._starts():
            yield from leg.lines(start)
