"""The course of a clock: the terms that follow one another, as records move, lengthen, pause and resume it."""

from collections.abc import Callable, Iterator
from datetime import date, datetime
from functools import partial
from itertools import starmap

from attrs import evolve, frozen
from pendulum import DateTime

from prcomm.core.calendar import hours
from prcomm.core.calendar.days import day, ordinal
from prcomm.core.calendar.law import Read
from prcomm.core.calendar.pauses import Hold
from prcomm.core.calendar.periods import Each
from prcomm.core.calendar.terms import (
    STANDS,
    Days,
    End,
    Further,
    Months,
    Start,
    Term,
    WorkingDays,
    sooner,
)
from prcomm.core.calendar.traces import DAY_ZERO, TraceLine
from prcomm.core.sources.citations import Cites, weakest
from prcomm.core.sources.dated import Dated
from prcomm.core.table.context import Context
from prcomm.core.table.deadlines import Deadline
from prcomm.core.table.entities import Action, Clock, Entity, Record, State, earlier
from prcomm.core.table.moves import Move, Pause, Restart, RunningTerm, term_of
from prcomm.core.values.errors import BadInput
from prcomm.core.values.making import maker
from prcomm.core.values.messages import Message

TOLD_OF = Message("{action}: {what}")
NO_LIMIT = Message("the limit is lifted")
AS_IT_IS = Message("the term stands as it is")
UNLAWFUL = Message("unlawful, so the term stands as it is")
IN_PLACE_OF = Message("{term}, in place of {raw}")
NONE_RUNNING = Message("no term is running that could be longer by {term}")
STOPPED = Message("the clock is stopped")
GOES_ON = Message("the clock runs again")
ANEW = Message("the clock begins anew")
NOT_ANEW = Message("its last day had passed, so the clock does not begin anew")
NOTHING_OWED = Message("the clock begins anew, and nothing is owed")
RUNS_ON = Message("while the clock stands still, only this runs: {term}")

Opens = Callable[[int], Context]
"""The law of the day of an ordinal."""
Told = tuple[tuple[Record, Callable[[], object]], ...]
"""The records that moved a clock, and how each did, in words once they are asked for."""


@frozen(eq=False)
class Course:
    """The course of one clock: its start, the terms that follow one another, and the pauses.

    Attributes:
        start: from where the first term is counted.
        legs: the terms, each counted from the end of the one before; empty once the limit is lifted.
        holds: the pauses, in order.
        told: the records that moved it, and how each did, in words once they are asked for.
        law: the law of the day the clock started.
        base: the terms as they would follow one another without the lengthenings; empty until there is one.
        anew: what says that it began anew; ``None`` if it did not.
        paused: since when it stands still; ``None`` if it runs, or had run out before it was stopped.
    """

    start: Start
    legs: tuple[Term, ...]
    holds: tuple[Hold, ...]
    told: Told
    law: Context
    base: tuple[Term, ...] = ()
    anew: Cites | None = None
    paused: DateTime | None = None

    def held_start(self) -> Start:
        """The start, with the pauses."""
        start = self.start
        if not self.holds:
            return start
        return new_start(
            start.day, start.at, start.table, start.office, self.holds, start.months, start.rolls, False, self.least
        )

    def standing(self, since: DateTime, stop: Record) -> "Course":
        """The same course while it stands still. What ends on a day of its own runs on, and is all that can run out."""
        last = self.legs[-1] if self.legs else None
        on = None if last is None else last.while_paused()
        if last is None or on is last:
            return self
        if on is None:
            return evolve(self, paused=since)
        return self._along((*self.legs[:-1], on), self.base).telling(stop, partial(RUNS_ON, term=on))

    def held(self, hold: Hold) -> "Course":
        """The same course with one more pause."""
        holds = (*self.holds, hold) if not self.holds else tuple(sorted((*self.holds, hold), key=lambda one: one.held))
        return new_course(self.start, self.legs, holds, self.told, self.law, self.base, self.anew)

    def telling(self, record: Record, what: Callable[[], object]) -> "Course":
        """The same course with one more line to tell."""
        told = (*self.told, (record, what))
        return new_course(self.start, self.legs, self.holds, told, self.law, self.base, self.anew)

    def _along(self, legs: tuple[Term, ...], base: tuple[Term, ...] = ()) -> "Course":
        """The same course with other terms."""
        return new_course(self.start, legs, self.holds, self.told, self.law, base, self.anew)

    def _line(self, record: Record, what: Callable[[], object]) -> TraceLine:
        """What was done, and under which articles."""
        action, cites = record.action, tuple(cite for cite in record.cites if cite.basis.is_law)
        on, basis = day(ordinal(action.at, self.start.office)), weakest(cites) if cites else None
        return TraceLine(on, False, TOLD_OF(action=type(action), what=what()), cites, basis)

    def moved(
        self, move: Move[Entity[State], Action], entity: Entity[State], record: Record, end: End, reads: list[Read]
    ) -> "Course":
        """The same course after a move, asked of the end it had; notes each value that the move reads."""
        running = self._running(end)
        to = move.term(entity, record.action, running, self.law.noting(reads))
        if to is None:
            return self._along(()).telling(record, NO_LIMIT)
        if to is STANDS:
            return self.telling(record, AS_IT_IS)
        if end is None and isinstance(to, Further):
            return self.telling(record, partial(NONE_RUNNING, term=to.term))
        new = self._along((*self.legs, to) if isinstance(to, Further) else (to,))
        if move.lengthens or self.base:
            base = self._unlengthened(move, to)
            if sooner(new.end(), end):
                return self._along(self.legs, base).telling(record, AS_IT_IS)
            new = self._along(new.legs, base)
        raw = None if isinstance(to, Further) else running.raw
        return new.telling(record, lambda: to if raw is None else IN_PLACE_OF(term=to, raw=raw))

    def _unlengthened(self, move: Move[Entity[State], Action], to: Term) -> tuple[Term, ...]:
        """The terms without the lengthenings, after one more move."""
        base = self.base or self.legs
        if move.lengthens:
            return base
        return (*base, to) if isinstance(to, Further) else (to,)

    def _running(self, end: End) -> RunningTerm:
        start, rolls = self.start, self.law.rolls
        if isinstance(end, DateTime):
            begun = day(start.day) if start.at is None else hours.on_clock(start.at, start.office)
            return RunningTerm(begun, end, hours.around(end, start.table, start.office)[0] if rolls else end)
        if end is None:
            return RunningTerm(day(start.day), None)
        return RunningTerm(day(start.day), day(end), day(self._binding(end)))

    def _binding(self, end: int) -> int:
        """The day that binds under the Reading in force."""
        if not self.law.rolls:
            return end
        backwards = len(self.legs) == 1 and not self.least and self.legs[0].counted(self.start).backwards
        table = self.legs[-1].its_own(self.start).table
        return table.on_or_before(end) if backwards else table.on_or_after(end)

    def _starts(self) -> Iterator[tuple[Term, Start]]:
        """Each term with its own start: a pause counts for the term that was running, being over when that ends."""
        start = self.held_start()
        for n, leg in enumerate(self.legs, 1):
            last = n == len(self.legs)
            on = evolve(start, goes_on=True) if start.holds and not last else start
            yield leg, on
            end = None if last else leg.end(on)
            if end is None:
                return
            o = end if isinstance(end, int) else ordinal(end, start.office)
            start = new_start(
                o, None if isinstance(end, int) else end, start.table, start.office, start.holds, start.months,
                start.rolls, False, start.least,
            )  # fmt: skip

    def over(self, at: DateTime, *, stopping: bool = False) -> bool:
        """Whether it had run out by an instant: its last day, the one that binds, had passed; of a least term, its
        first lawful one had come. Of hours that were stopped at the very instant of their end nothing was left."""
        end, start = self.end(), self.start
        if end is None:
            return False
        if isinstance(end, DateTime):
            last: date = hours.around(end, start.table, start.office)[0] if self.law.rolls else end
        else:
            last = day(self._binding(end))
        now = at if isinstance(end, DateTime) else day(ordinal(at, start.office))
        spent = self.least or (stopping and isinstance(end, DateTime))
        return not earlier(now, last) if spent else earlier(last, now)

    @property
    def least(self) -> bool:
        """Whether it says how long to wait at least."""
        return bool(self.legs) and self.legs[0].least

    def end(self) -> End:
        """Where the last of its terms ends."""
        end: End = None
        for leg, start in self._starts():
            end = leg.end(start)
        return end

    def lines(self) -> Iterator[TraceLine]:
        """How it got there."""
        cites = self.law.law.conventions.day_zero
        if self.legs and isinstance(self.legs[0].counted(self.start), (Days, WorkingDays, Months)):
            yield TraceLine(day(self.start.day), False, DAY_ZERO(), cites, weakest(cites) if cites else None)
        yield from starmap(self._line, self.told)
        for leg, start in self._starts():
            yield from leg.lines(start)

    def days_off(self) -> Iterator[TraceLine]:
        """Of its lines the ones about days off that it passed over."""
        for leg, start in self._starts():
            yield from leg.days_off(start)


Stopped = dict[type[Action], Record]
"""What a clock stands still by: the actions that stopped it, each with its record."""


@frozen(eq=False)
class Touches:
    """The records that touched a clock, and what each did to its course.

    Attributes:
        deadline: what is owed.
        entity: in which entity.
        clock: which records touched it.
        laws: the law of the day of an ordinal.
        reads: where each value is noted that a move, a pause or a new beginning reads.
    """

    deadline: Deadline[Entity[State], Action]
    entity: Entity[State]
    clock: Clock
    laws: Opens
    reads: list[Read]

    def course(self, begun: Course, until: DateTime, *, closed: bool) -> Course:
        """The course after all of them.

        Args:
            begun: the course as it began.
            until: how long a pause lasts that nothing ended.
            closed: whether it was met or ended then, and so stands still no more.
        """
        course, stopped = begun, Stopped()
        for index in self.clock.touched:
            record = self.entity.told[index]
            course = course.telling(record, UNLAWFUL) if record.unlawful else self._after(course, record, stopped)
        if not stopped:
            return course
        since = min((record.action.at for record in stopped.values()), key=DateTime.timestamp)
        still = self._still(course, stopped, until)
        return (
            still
            if closed or course.over(since, stopping=True)
            else still.standing(since, next(iter(stopped.values())))
        )

    def _after(self, course: Course, record: Record, stopped: Stopped) -> Course:
        """The course after one more record: what it lets run again, then what it moves, then what it stops."""
        action, kind = record.action, type(record.action)
        moves = self.deadline.moved_by.get(kind, ())
        course = self._run_again(course, record, stopped)
        for move in moves:
            if isinstance(move, Restart):
                course = self._anew(course, move, record, stopped)
            elif isinstance(move, Move):
                end = self._still(course, stopped, action.at).end()
                course = course.moved(move, self.entity, record, end, self.reads)
        if kind not in stopped and any(isinstance(move, Pause) and kind in move.by for move in moves):
            course = course if stopped else course.telling(record, STOPPED)
            stopped[kind] = record
        return course

    def _run_again(self, course: Course, record: Record, stopped: Stopped) -> Course:
        """The course with the pauses that a record ends."""
        over = [by for by in stopped if self._pauses(by, type(record.action))] if stopped else []
        for by in over:
            course = self._hold(course, stopped.pop(by), record.action.at, type(record.action))
        return course.telling(record, GOES_ON) if over and not stopped else course

    def _still(self, course: Course, stopped: Stopped, until: DateTime) -> Course:
        """The course with the pauses that nothing ended yet, as lasting until an instant."""
        for record in stopped.values():
            course = self._hold(course, record, max(record.action.at, until, key=DateTime.timestamp))
        return course

    def _hold(self, course: Course, stop: Record, until: DateTime, ended: type[Action] | None = None) -> Course:
        """The course with one more pause."""
        pause = self._pauses(type(stop.action), ended)[0]
        counts = pause.counts
        if isinstance(counts, Dated):
            counts = course.law.noting(self.reads)[counts]
        return course.held(Hold.of(stop.action.at, until, self.entity.office, counts, pause.cites))

    def _pauses(self, by: type[Action], until: type[Action] | None = None) -> "list[Pause[Entity[State], Action]]":
        """The pauses that an action begins, and another ends."""
        pauses = (move for move in self.deadline.moves if isinstance(move, Pause) and by in move.by)
        return [pause for pause in pauses if until is None or until in pause.until]

    def _anew(
        self, course: Course, restart: Restart[Entity[State], Action], record: Record, stopped: Stopped
    ) -> Course:
        """The course from its new beginning, unless it had run out."""
        action = record.action
        if not course.least and self._still(course, stopped, action.at).over(action.at):
            return course.telling(record, NOT_ANEW)
        stopped.clear()
        self.reads.clear()
        start, law = start_of(self.entity, restart.begun(self.entity, action), self.laws)
        noting, begun = law.noting(self.reads), self.entity.told[self.clock.begun].action
        term = (
            self.deadline.term(self.entity, begun, noting)
            if restart.within is None
            else term_of(restart.within, self.entity, action, noting)
        )
        if term is None:
            return new_course(start, (), (), course.told, law, (), restart.cites).telling(record, NOTHING_OWED)
        one_term(self.deadline, term)
        return new_course(start, (term,), (), course.told, law, (), restart.cites).telling(record, ANEW)


def one_term(deadline: Deadline[Entity[State], Action], term: Term) -> Term:
    """The term, if it is one. Raises ``BadInput`` for one of periods, which nobody could count from one start."""
    if not isinstance(term, Each):
        return term
    how = f"within: {term} is given itself, as a dated value, or by_law(…, recurring=True)"
    raise BadInput(f"the deadline {deadline.name!r}", (how,))


def start_of(entity: Entity[State], since: date, laws: Opens) -> tuple[Start, Context]:
    """From where a clock is counted that starts at an instant (or on a day), and the law of that day."""
    office = entity.office
    at = since if isinstance(since, datetime) else None
    o = since.toordinal() if at is None or at.tzinfo is office.tz else ordinal(at, office)
    law = laws(o)
    start = new_start(o, at, law.law.calendar.of(office), office, (), law.law.conventions.months, law.rolls)
    return start, law


new_start, new_course, new_touches = maker(Start), maker(Course), maker(Touches)
