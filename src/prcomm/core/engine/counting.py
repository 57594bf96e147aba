"""How dues are counted: from facts, by the law of the day on which a clock started; and told, when asked."""

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime

from attrs import evolve, frozen
from pendulum import Date, DateTime

from prcomm.core.calendar import hours
from prcomm.core.calendar.days import day, ordinal
from prcomm.core.calendar.law import Read
from prcomm.core.calendar.periods import Each, Period, last_of_month
from prcomm.core.calendar.terms import (
    Before,
    End,
    Gauge,
    NotYetNamed,
    Start,
    Term,
)
from prcomm.core.calendar.traces import PROVISIONAL, THE_LAST_DAY, Trace, TraceLine
from prcomm.core.engine.courses import TOLD_OF, Course, Opens, Told, new_course, new_touches, one_term, start_of
from prcomm.core.sources.citations import Basis, Cites
from prcomm.core.sources.dated import LastDay, in_units
from prcomm.core.sources.people import Office
from prcomm.core.table.context import Context
from prcomm.core.table.deadlines import Deadline
from prcomm.core.table.dues import Due, Traced
from prcomm.core.table.entities import Action, Clock, Entity, State, earlier
from prcomm.core.table.moves import Move, Pause
from prcomm.core.values.errors import BadInput, NotInForce
from prcomm.core.values.making import maker
from prcomm.core.values.messages import Message, Said, named

NO_MORE = Message("it is owed no more")
TOO_LATE = Message("it is owed no more, and its last day had passed")
DAY_OFF = Message("day off: {why}")
VALUE = Message("{name}: {value}")
FOR_THIS_REASON = Message("{told}, {why}")
UNKNOWN = Message("{what} on {day}: unknown, it was seen in force only later")
NOT_IN_FORCE = Message("{what} on {day}: not in force")


Facts = tuple[
    Deadline[Entity[State], Action],
    Entity[State],
    Clock,
    Opens,
    DateTime,
    Action | None,
    Action | None,
]
"""What a due is counted from, in the order of the attributes of ``ClockFacts``."""


@frozen(eq=False)
class ClockFacts:
    """One clock that is to be counted: the facts it starts from.

    Attributes:
        deadline: what is owed.
        entity: in which entity.
        clock: which record began it, which touched it.
        laws: the law of the day of an ordinal, under the lifecycle being applied.
        at: the instant asked about, up to which a clock still paused has stood still.
        met: the record that met it, or ``None``.
        ended: the record that ended it without meeting it, or ``None``.
    """

    deadline: Deadline[Entity[State], Action]
    entity: Entity[State]
    clock: Clock
    laws: Opens
    at: DateTime
    met: Action | None = None
    ended: Action | None = None

    def periods(self, start: Start) -> Iterator[Due]:
        """One due for each period up to the one asked about, or up to the one in which the duty ended.

        Each has a clock of its own, under the law of its first day. The end of the duty ends no period whose last day
        had passed: that stays owed.
        """
        office, table = start.office, start.table
        done = self._done(office)
        until = ordinal(self.at if self.ended is None else self.ended.at, office)
        since = day(self.deadline.not_before(start.day))
        try:
            self.each(self.laws(since.toordinal()))
        except NotInForce as error:
            facts = (self.deadline, self.entity, self.clock, self.laws, self.at, None, self.ended)
            yield _unknown(facts, evolve(start, day=since.toordinal()), error)
        for each, period in self.in_force(since, day(until)):
            begins, last = period.first.toordinal(), period.last.toordinal()
            law = self.laws(begins)
            met = next((action for on, action in done if self._meets(period, on, action)), None)
            in_time = until <= (table.on_or_after(last) if law.rolls else last)
            one = (self.deadline, self.entity, self.clock, self.laws, self.at, met, self.ended if in_time else None)
            yield _due(one, evolve(start, day=begins, at=None), (each,), (), law, (), last, period.key)

    def in_force(self, since: Date, until: Date) -> Iterator[tuple[Each, Period]]:
        """The periods of the recurring term that begin from one day to another, each as in force on its first day;
        none of a day of which the law is not known."""
        last = since.toordinal() - 1 if since.day == 1 else last_of_month(since).toordinal()
        while last < until.toordinal():
            on = day(last + 1)
            try:
                each = self.each(self.laws(on.toordinal()))
            except NotInForce:
                each = None
            period = None if each is None else each.period(on)
            if each is not None and period is not None and period.first == on:
                yield each, period
                last = period.end.toordinal()
            else:
                last = last_of_month(on).toordinal()

    def each(self, law: Context) -> Each | None:
        """The recurring term on the day that a law is bound to; ``None`` if nothing is owed then. Raises ``NotInForce``
        if what it rests on is not known to be in force."""
        known, begun = self.deadline.first, self.entity.told[self.clock.begun].action
        if known is not None and law.day < known.day:
            if known.unknown and self.deadline.arises(self.entity, begun):
                raise known.before(law.day)
            return None
        term = self.deadline.term(self.entity, begun, law)
        if term is None or isinstance(term, Each):
            return term
        raise BadInput(f"the deadline {self.deadline.name!r}", (f"within: periods, as each_month(), not {term}",))

    def _done(self, office: Office) -> list[tuple[Date, Action]]:
        """What was done to meet periods, with the day on which: of one period the earliest counts."""
        touched = (self.entity.told[i].action for i in self.clock.touched)
        mine = [action for action in touched if type(action) in self.deadline.met_by]
        done = [(day(ordinal(self.deadline.met_at(action), office)), action) for action in mine]
        return sorted(done, key=lambda one: one[0])

    def _meets(self, period: Period, on: Date, action: Action) -> bool:
        """Whether what was done on a day meets a period: the one it names, or else the one in which it is done."""
        named = self.deadline.per is not None
        return self.deadline.told(action) == period.key if named else period.first <= on <= period.end


@frozen(eq=False)
class Counted:
    """How a due was counted: the facts, and the course by which its day was reached. Tells it when asked; no day is
    counted again.

    Attributes:
        facts: what it was counted from.
        start: from where, with the pauses.
        legs: the terms that followed one another.
        told: the records that moved it.
        law: the law of the day the clock started.
        reads: the values that were read for its moves; those of its own term are looked up when asked.
        base: the terms as they would follow one another without the lengthenings; empty where there were none.
        anew: what says that its clock began anew; ``None`` if it did not.
    """

    facts: Facts
    start: Start
    legs: tuple[Term, ...]
    told: Told
    law: Context
    reads: Sequence[Read]
    base: tuple[Term, ...] = ()
    anew: Cites | None = None

    def unlengthened(self, due: Due) -> Date | DateTime | None:
        """The last day as it would be without the lengthenings."""
        end = Course(self.start, self.base, (), (), self.law).end() if self.base else None
        return day(end) if isinstance(end, int) else end or due.raw

    @property
    def gauge(self) -> Gauge | None:
        """What tells how much of it has passed and is left; ``None`` once the limit is lifted."""
        return Gauge.of(self.legs[-1], self.start) if self.legs else None

    def trace(self, due: Due) -> Trace:
        """The lines that tell how the due was reached."""
        ended = self.facts[-1]
        lines = [*map(_value_line, dict.fromkeys(self._values())), *self._course.lines()]
        if ended is not None and due.met is None:
            on, what = day(ordinal(ended.at, due.office)), (NO_MORE if due.lifted else TOO_LATE)()
            lines.append(TraceLine(on, False, TOLD_OF(action=type(ended), what=what)))
        lines += _off_at_the_end(due, self.start)
        lines += _worked_at_the_end(due, self.start)
        if due.rolled != due.raw:
            binds, read = _binding(self.law)
            told = _with_why(THE_LAST_DAY(which=named(str(binds.value))), read)
            lines.append(TraceLine(_day(due.last), True, told, read.version.cites, read.version.basis))
        if due.provisional:
            lines.append(TraceLine(None, False, PROVISIONAL()))
        return Trace(lines)

    def cites(self, due: Due) -> Cites:
        """What the due rests on, besides the articles of its deadline."""
        reads = [*self._values(), *((_binding(self.law)[1],) if due.last != due.raw else ())]
        ends = (*_off_around_the_end(due, self.start), *_worked_at_the_end(due, self.start))
        values = [cite for read in reads for cite in read.version.cites]
        met = (line for line in (*self._course.days_off(), *ends) if line.basis is not Basis.STATUTE)
        pauses = (cite for hold in self.start.holds for cite in hold.cites)
        return (*values, *pauses, *(self.anew or ()), *(cite for line in met for cite in line.cites))

    @property
    def _course(self) -> Course:
        return Course(self.start, self.legs, (), self.told, self.law)

    def _values(self) -> list[Read]:
        deadline, entity, clock, *_ = self.facts
        reads: list[Read] = []
        if self.anew is None:  # of one that began anew they were noted with the rest
            deadline.term(entity, entity.told[clock.begun].action, self.law.noting(reads))
        return [*reads, *self.reads]


def standing(
    clocks: tuple[Clock, ...],
    deadlines: Mapping[str, Deadline[Entity[State], Action]],
    entity: Entity[State],
    laws: Opens,
) -> Iterable[Clock]:
    """Of several clocks of one deadline and key that which stands: the first by which anything is owed."""
    if len(clocks) < 2 or len({(clock.deadline, clock.key) for clock in clocks}) == len(clocks):
        return clocks
    stands: dict[tuple[str, Hashable], Clock] = {}
    for clock in clocks:
        place, deadline = (clock.deadline, clock.key), deadlines.get(clock.deadline)
        if place not in stands and deadline is not None and _is_owed(deadline, entity, clock, laws):
            stands[place] = clock
    return stands.values()


def lifted(deadline: Deadline[Entity[State], Action], entity: Entity[State], clock: Clock) -> bool:
    """Whether the last move of a clock lifted it: then nothing is to be counted to know that it runs no more."""
    for index in reversed(clock.touched):
        record = entity.told[index]
        moves = deadline.moved_by.get(type(record.action), ())
        move = next((move for move in moves if not isinstance(move, Pause)), None)
        if move is not None and not record.unlawful:
            return isinstance(move, Move) and move.to is None
    return False


def _is_owed(deadline: Deadline[Entity[State], Action], entity: Entity[State], clock: Clock, laws: Opens) -> bool:
    """Whether anything is owed by a clock, or may be, as far as is known; one by which nothing is keeps no place."""
    begun = entity.told[clock.begun].action
    if deadline.recurring:
        return deadline.arises(entity, begun)
    start, law = start_of(entity, deadline.begun(entity, begun), laws)
    try:
        return _term(deadline, entity, begun, start, law) is not None
    except NotInForce:
        return True


def _term(
    deadline: Deadline[Entity[State], Action], entity: Entity[State], begun: Action, start: Start, law: Context
) -> Term | None:
    """The term of a clock; ``None`` if nothing is owed in this case, or not from so early a day.

    Raises ``NotInForce`` if what it rests on is not known to be in force on the day the clock started.
    """
    first = deadline.first_day
    if first is not None and start.day < first.toordinal():
        return None
    known = deadline.first
    if known is not None and start.day < known.day.toordinal():
        if known.unknown and deadline.arises(entity, begun):
            raise known.before(day(start.day))
        return None
    return deadline.term(entity, begun, law)


def dues_of(
    deadline: Deadline[Entity[State], Action],
    entity: Entity[State],
    clock: Clock,
    laws: Opens,
    at: DateTime,
    met: Action | None = None,
    ended: Action | None = None,
) -> Iterable[Due]:
    """The due of a clock; of a recurring deadline, one for each period; none if nothing is owed in this case.

    Where the law of the day on which the clock started is not known, the due is unknown, and says so: nothing is
    counted by a law that was seen only later. What an amendment brought later is not owed. What it is given is told at
    ``ClockFacts``.
    """
    begun = entity.told[clock.begun].action
    start, law = start_of(entity, deadline.begun(entity, begun), laws)
    facts = (deadline, entity, clock, laws, at, met, ended)
    if deadline.recurring:
        return ClockFacts(*facts).periods(start)
    try:
        return _counted(facts, begun, start, law)
    except NotInForce as error:
        return (_unknown(facts, start, error),)


def _counted(facts: Facts, begun: Action, start: Start, law: Context) -> Iterable[Due]:
    deadline, entity, clock, laws, at, met, ended = facts
    term = _term(deadline, entity, begun, start, law)
    if term is None:
        return ()
    if isinstance(term, Each):
        one_term(deadline, term)
    if clock.touched:
        reads: list[Read] = []
        closed = met or ended
        touches = new_touches(deadline, entity, clock, laws, reads)
        begins = new_course(start, (term,), (), (), law)
        course = touches.course(begins, at if closed is None else closed.at, closed=closed is not None)
        counted = course.held_start(), course.legs, course.told, course.law, reads
        return (_due(facts, *counted, course.end(), clock.key, course.base, course.anew, course.paused),)
    return (_due(facts, start, (term,), (), law, (), term.end(start), clock.key),)


def _unknown(facts: Facts, start: Start, error: NotInForce) -> Due:
    """The due of a clock that started on a day of which the law is not known. It has no day, and is late for nobody."""
    deadline, _, clock, _, _, met_by, ended_by = facts
    office, told = start.office, (UNKNOWN if error.unknown else NOT_IN_FORCE)(what=named(error.value), day=error.day)
    met = None if met_by is None else day(ordinal(deadline.met_at(met_by), office))
    noted = None if met_by is None or not deadline.met_on else day(ordinal(met_by.at, office))
    ended = None if ended_by is None else day(ordinal(ended_by.at, office))
    return new_due(
        deadline.name, clock.key, day(start.day), met, None, None, None, None, deadline.owed_by,
        tuple(cite.by(Basis.ASSUMED) for cite in deadline.cites), office, False,
        ended is not None and met is None, False, ended, deadline.provided, noted, False, deadline.owed_by_cites, True,
        None, (Trace([TraceLine(None, False, told)]), ()), Traced,
    )  # fmt: skip


def _due(
    facts: Facts,
    start: Start,
    legs: tuple[Term, ...],
    told: Told,
    law: Context,
    reads: Sequence[Read],
    end: End,
    key: Hashable,
    base: tuple[Term, ...] = (),
    anew: Cites | None = None,
    paused: DateTime | None = None,
) -> Due:
    """The due of terms that follow one another; of none, once the limit is lifted."""
    deadline, _, _, _, _, met_by, ended_by = facts
    if legs and legs[-1].days is not None:
        start = legs[-1].its_own(start)
    office, table = start.office, start.table
    least = legs[0].least if legs else False
    first: Date | DateTime = day(start.day)
    provisional = False
    if end is None:
        raw = rolled = control = None
    elif isinstance(end, int):
        raw = rolled = control = day(end)
        provisional = table.provisional(_counted_from(legs, start), end)
        if not table.works(end):
            low = table.on_or_before(end)
            high = low if _backwards(legs, start) else table.on_or_after(end)
            rolled, control = day(high), day(high if least else low)
            provisional = table.provisional(start.day, low) or table.provisional(low, high)
    else:
        raw = end
        first = first if start.at is None else hours.on_clock(start.at, office)
        rolled, control = hours.around(end, table, office)
        control = rolled if least else control
        provisional = table.provisional(start.day, ordinal(rolled, office)) or table.provisional(
            ordinal(control, office)
        )
    met = None if met_by is None else _on(deadline.met_at(met_by), raw, office)
    noted = None if met_by is None or not deadline.met_on else _on(met_by.at, raw, office)
    runs = bool(legs) and met_by is None  # met, or without limit, there is nothing to end
    ended = _on(ended_by.at, raw, office) if runs and ended_by is not None else None
    last = rolled if law.rolls else raw
    lifted = not legs or (ended is not None and _lifts(deadline, ended, None if least else last))
    return new_due(
        deadline.name, key, first, met, raw, rolled, control, last, deadline.owed_by, deadline.cites,
        office, provisional, lifted, least, ended, deadline.provided, noted,
        end is None and bool(legs) and isinstance(legs[-1].counted(start), NotYetNamed),
        deadline.owed_by_cites, False, None if paused is None else _on(paused, raw, office),
        (facts, start, legs, told, law, reads, base, anew), Counted,
    )  # fmt: skip


def _lifts(deadline: Deadline[Entity[State], Action], ended: date, last: date | None) -> bool:
    """Whether what ends a duty lifts it: up to its last day, if it has one; and on any day what is owed only provided
    somebody finds something, for it is what meets it that finds so."""
    return last is None or bool(deadline.provided) or not earlier(last, ended)


def _on(at: date, like: Date | DateTime | None, office: Office) -> Date | DateTime:
    """When it was, on the office's clock: an instant where the term ends at one, else a day.

    Of a day that was named, where an instant is asked for, the first of it: nobody can say that it was later.
    """
    if not isinstance(like, DateTime):
        return day(ordinal(at, office))
    return hours.on_clock(at, office) if isinstance(at, datetime) else hours.midnight(at.toordinal(), office)


def _backwards(legs: tuple[Term, ...], start: Start) -> bool:
    """Whether a day is counted back from a later one, and no further: it never moves to after it."""
    return len(legs) == 1 and not legs[0].least and legs[0].counted(start).backwards


def _counted_from(legs: tuple[Term, ...], start: Start) -> int:
    """The day from which it is counted: of what is counted back the later one, whenever its clock began."""
    term = legs[0].counted(start)
    return term.later(start) if isinstance(term, Before) else start.day


def _value_line(read: Read) -> TraceLine:
    told = _with_why(VALUE(name=named(read.name), value=in_units(read.name, read.version.value)), read)
    return TraceLine(None, False, told, read.version.cites, read.version.basis)


def _with_why(told: Said, read: Read) -> Said:
    return FOR_THIS_REASON(told=told, why=read.why) if read.why else told


def _off_at_the_end(due: Due, start: Start) -> Iterator[TraceLine]:
    """The days off for which the last day is another by the text than rolled."""
    if due.rolled != due.raw:
        yield from _off_between(start, due.raw, due.rolled)


def _off_around_the_end(due: Due, start: Start) -> Iterator[TraceLine]:
    """The days off between the office's own target, the last day by the text and the day it rolls to."""
    return _off_between(start, due.control, due.raw, due.rolled)


def _off_between(start: Start, *ends: date | None) -> Iterator[TraceLine]:
    days = [ordinal(end, start.office) for end in ends if end is not None]
    for o in range(min(days), max(days) + 1) if days else ():
        off = start.table.why_off(o)
        if off is not None:
            yield TraceLine(day(o), False, DAY_OFF(why=named(off.reason)), off.cites, off.basis)


def _worked_at_the_end(due: Due, start: Start) -> Iterator[TraceLine]:
    """Of the last day, the one it rolls to and the office's own target those that are worked by an act alone."""
    ends = (ordinal(on, start.office) for on in (due.control, due.raw, due.rolled) if on is not None)
    for o in sorted(set(ends)):
        why = start.table.why_worked(o)
        if why is not None:
            yield TraceLine(day(o), True, why.reason, why.cites, why.basis)


def _binding(law: Context) -> tuple[LastDay, Read]:
    """Which day binds if the last day is a day off, and the version of the law that says so."""
    reads: list[Read] = []
    binds = law.noting(reads)[law.law.last_day]
    return binds, reads[0]


def _day(on: Date | DateTime | None) -> Date | None:
    return on.date() if isinstance(on, DateTime) else on


new_due = maker(Due)
