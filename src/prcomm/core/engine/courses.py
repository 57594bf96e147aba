"""The course of a clock: the terms that follow one another, as records move, lengthen, pause and resume it."""

from collections.abc import Callable, Iterator
from functools import partial
from itertools import starmap

from attrs import evolve, frozen
from pendulum import DateTime

from prcomm.core.calendar import hours
from prcomm.core.calendar.days import day, ordinal
from prcomm.core.calendar.law import Read
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
from prcomm.core.sources.citations import weakest
from prcomm.core.table.context import Context
from prcomm.core.table.deadlines import Deadline, Move, Pause, RunningTerm
from prcomm.core.table.entities import Action, Clock, Entity, Record, State
from prcomm.core.values.messages import Message

TOLD_OF = Message("{action}: {what}")
NO_LIMIT = Message("the limit is lifted")
AS_IT_IS = Message("the term stands as it is")
UNLAWFUL = Message("unlawful, so the term stands as it is")
IN_PLACE_OF = Message("{term}, in place of {raw}")
NONE_RUNNING = Message("no term is running that could be longer by {term}")

Told = tuple[tuple[Record, Callable[[], object]], ...]
"""The records that moved a clock, and how each did, in words once they are asked for."""


@frozen(eq=False)
class Course:
    """The course of one clock: its start, the terms that follow one another, and the pauses.

    Attributes:
        start: from where the first term is counted.
        legs: the terms, each counted from the end of the one before; empty once the limit is lifted.
        holds: the pauses, in seconds of real time.
        told: the records that moved it, and how each did, in words once they are asked for.
        law: the law of the day the clock started.
        base: the terms as they would follow one another without the lengthenings; empty until there is one.
    """

    start: Start
    legs: tuple[Term, ...]
    holds: tuple[hours.Span, ...]
    told: Told
    law: Context
    base: tuple[Term, ...] = ()

    @classmethod
    def of(
        cls,
        deadline: Deadline[Entity[State], Action],
        entity: Entity[State],
        clock: Clock,
        term: Term,
        start: Start,
        law: Context,
        until: DateTime,
        reads: list[Read],
    ) -> "Course":
        """The course of a clock through all the records that touched it; notes each value that a move reads. A pause
        that nothing ended lasts ``until`` then."""
        course = cls(start, (term,), (), (), law)
        held: DateTime | None = None
        moves = deadline.moved_by
        for index in clock.touched:
            record = entity.told[index]
            action = record.action
            move = moves.get(type(action))
            if record.unlawful:
                course = course.telling(record, UNLAWFUL)
            elif isinstance(move, Pause):
                if type(action) is move.by:
                    held = held or action.at
                elif held is not None:
                    course, held = course._paused(held, action.at), None
            elif move is not None:
                end = (course if held is None else course._paused(held, action.at)).end()
                course = course._moved(move, entity, record, end, reads)
        if held is None:
            return course
        return course._paused(held, max(held, until, key=DateTime.timestamp))

    def held_start(self) -> Start:
        """The start, with the pauses."""
        return evolve(self.start, holds=self.holds) if self.holds else self.start

    def _paused(self, held: DateTime, resumed: DateTime) -> "Course":
        holds = (*self.holds, (held.timestamp(), resumed.timestamp()))
        return Course(self.start, self.legs, holds, self.told, self.law, self.base)

    def telling(self, record: Record, what: Callable[[], object]) -> "Course":
        """The same course with one more line to tell."""
        return Course(self.start, self.legs, self.holds, (*self.told, (record, what)), self.law, self.base)

    def _along(self, legs: tuple[Term, ...], base: tuple[Term, ...] = ()) -> "Course":
        """The same course with other terms."""
        return Course(self.start, legs, self.holds, self.told, self.law, base)

    def _line(self, record: Record, what: Callable[[], object]) -> TraceLine:
        """What was done, and under which articles."""
        action, cites = record.action, tuple(cite for cite in record.cites if cite.basis.is_law)
        on, basis = day(ordinal(action.at, self.start.office)), weakest(cites) if cites else None
        return TraceLine(on, False, TOLD_OF(action=type(action), what=what()), cites, basis)

    def _moved(
        self, move: Move[Entity[State], Action], entity: Entity[State], record: Record, end: End, reads: list[Read]
    ) -> "Course":
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
        return RunningTerm(day(start.day), day(end), day(start.table.on_or_after(end) if rolls else end))

    def _starts(self) -> Iterator[tuple[Term, Start]]:
        """Each term with its own start: a pause counts for the term that was running, being over when that ends."""
        start = self.held_start()
        for n, leg in enumerate(self.legs, 1):
            yield leg, start
            end = leg.end(start) if n < len(self.legs) else None
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
