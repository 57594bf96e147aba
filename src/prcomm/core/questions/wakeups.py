"""When to look again: the instants at which what is owed will stand otherwise, if nothing is done until then."""

from collections.abc import Hashable, Iterator
from itertools import islice
from typing import TypeVar

from attrs import frozen
from pendulum import DateTime

from prcomm.core.calendar import hours
from prcomm.core.calendar.days import LAST_ORDINAL, day, ordinal
from prcomm.core.engine.counting import ClockFacts
from prcomm.core.engine.engine import Engine
from prcomm.core.questions.audits import FOUND, FOUND_BY
from prcomm.core.table.dues import Due, Status, which
from prcomm.core.table.entities import Action, Clock, Entity, State, earlier
from prcomm.core.values.messages import Say, in_english

E = TypeVar("E", bound=Entity[State])
A = TypeVar("A", bound=Action)


@frozen
class Wakeup:
    """An instant at which to look again, and why.

    Attributes:
        at: the instant, on the office's clock.
        due: the due that stands otherwise from then on, as counted at that instant.
        status: how it stands from then on.
    """

    at: DateTime
    due: Due
    status: Status

    def rendered(self, say: Say) -> str:
        """When, what and how it stands from then on, in the language of ``say``."""
        due, last = which(self.due), self.due.last
        how = FOUND(due=due, how=self.status) if last is None else FOUND_BY(due=due, how=self.status, last=last)
        return f"{say(self.at)}  {say(how)}"

    def __str__(self) -> str:
        return self.rendered(in_english)


def next_wakeups(lifecycle: Engine[E, A], entity: E, after: DateTime) -> tuple[Wakeup, ...]:
    """The instants at which an open due of an entity stands otherwise, in order of time."""
    known = lifecycle.as_known(entity, after) if earlier(after, entity.history[-1].known) else entity
    wakeups = () if known is None else _of_each_clock(lifecycle, known, after)
    return tuple(sorted(wakeups, key=lambda wakeup: wakeup.at.timestamp()))


def _of_each_clock(lifecycle: Engine[E, A], entity: E, after: DateTime) -> Iterator[Wakeup]:
    for clock in lifecycle.standing(entity, entity.clocks):
        stands: dict[Hashable, Status] = {}
        turns: list[DateTime] = []
        for due in _open(lifecycle, entity, clock, after):
            stands[due.key] = due.status(after)
            turns += _turns(due)
        turns += next_period(lifecycle, entity, clock, after)
        # by their seconds: two instants of the hour that comes twice are equal
        instants = {at.timestamp(): at for at in turns if earlier(after, at)}
        for _, at in sorted(instants.items()):
            for due in _open(lifecycle, entity, clock, at):
                status = due.status(at)
                if stands.get(due.key) is not status:
                    stands[due.key] = status
                    yield Wakeup(at, due, status)


def _open(lifecycle: Engine[E, A], entity: E, clock: Clock, at: DateTime) -> Iterator[Due]:
    return (due for due in lifecycle.counted(entity, clock, at) if due.met is None and not due.lifted)


def _turns(due: Due) -> Iterator[DateTime]:
    """When a due may turn: past the office's own target, past its last day, or on the first lawful one. One that stands
    still does not."""
    if due.paused is not None:
        return
    for end in (due.last,) if due.least else (due.control, due.last):
        if isinstance(end, DateTime):
            yield end if due.least else end.add(microseconds=1)
        elif end is not None:
            yield hours.midnight(end.toordinal() + (not due.least), due.office)


def next_period(lifecycle: Engine[E, A], entity: E, clock: Clock, after: DateTime) -> Iterator[DateTime]:
    """When the next period of a recurring duty begins, if one does within a year."""
    deadline = next((deadline for deadline in lifecycle.deadlines if deadline.name == clock.deadline), None)
    if deadline is None or not deadline.recurring:
        return
    office = entity.office
    start = deadline.not_before(ordinal(deadline.begun(entity, entity.told[clock.begun].action), office))
    since = day(max(start, ordinal(after, office) + 1))
    coming = ClockFacts(deadline, entity, clock, lifecycle.context_on, after).in_force(
        since, day(min(LAST_ORDINAL, since.toordinal() + 366))
    )
    yield from (hours.midnight(period.first.toordinal(), office) for _, period in islice(coming, 1))
