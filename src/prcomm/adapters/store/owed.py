"""What a case owes as rows of an index, and until when they hold if nothing is done."""

from collections.abc import Iterator
from datetime import date
from typing import Final, TypeVar, cast

from attrs import frozen
from pendulum import DateTime

from prcomm.adapters.store.rows import OpenDue, instant
from prcomm.core.calendar import hours
from prcomm.core.calendar.days import LAST_ORDINAL, ordinal
from prcomm.core.questions.lifecycle import Lifecycle
from prcomm.core.questions.wakeups import next_period
from prcomm.core.table.deadlines import Deadline
from prcomm.core.table.entities import Action, Clock, Entity, State
from prcomm.core.table.moves import Move
from prcomm.core.values.errors import BadInput

E = TypeVar("E", bound=Entity[State])
A = TypeVar("A", bound=Action)

FAR: Final = 1100
"""Days in which a clock that stands still would have moved its end."""
NO_PERIOD: Final = 366
"""Days after which to look again, if a recurring duty has no period so long."""


@frozen
class Owed:
    """What a case owes.

    Attributes:
        dues: what is open.
        counted: as of when: it holds from then on.
        again: until when it holds, if nothing is done; ``None`` for ever.
    """

    dues: tuple[OpenDue, ...]
    counted: str
    again: str | None

    def holds(self, at: str) -> bool:
        """Whether it is what is owed at an instant."""
        return self.counted <= at and (self.again is None or at < self.again)


def owed(lifecycle: Lifecycle[E, A], entity: E, at: DateTime, written: str = "") -> Owed:
    """What a case owes at an instant, and until when that holds.

    Args:
        lifecycle: its lifecycle.
        entity: the case.
        at: the instant.
        written: the same as rows have it, if it is known.
    """
    return Owed(open_dues(lifecycle, entity, at), written or instant(at), _again(lifecycle, entity, at))


def open_dues(lifecycle: Lifecycle[E, A], entity: E, at: DateTime) -> tuple[OpenDue, ...]:
    """What a case owes at an instant."""
    return tuple(
        OpenDue(
            str(lifecycle.name), entity.id, str(due.name), None if due.key is None else str(due.key), entity.office.id,
            str(due.owed_by.name), _iso(due.control), _iso(due.last),
        )
        for due in lifecycle.due(entity, at, open=True)
    )  # fmt: skip


def _again(lifecycle: Lifecycle[E, A], entity: E, at: DateTime) -> str | None:
    """When to count again: the first instant at which the open dues may be others, if nothing is done until then."""
    turns = [turn for clock in entity.clocks for turn in _turns(lifecycle, entity, clock, at)]
    return min(map(instant, turns)) if turns else None


def _turns(lifecycle: Lifecycle[E, A], entity: E, clock: Clock, at: DateTime) -> Iterator[DateTime]:
    deadline = next((deadline for deadline in lifecycle.deadlines if deadline.name == clock.deadline), None)
    if deadline is None:
        return
    if deadline.recurring:
        coming = next(next_period(lifecycle, entity, clock, at), None)
        yield coming or hours.midnight(min(LAST_ORDINAL, ordinal(at, entity.office) + NO_PERIOD), entity.office)
    elif clock.touched and _may_stand_still(deadline) and not _stands(lifecycle, entity, clock, at):
        yield at


def _may_stand_still(deadline: Deadline[E, A]) -> bool:
    """Whether something else than a move touches its clocks: a move gives the same term whenever it is asked."""
    return any(not isinstance(cast("object", move), Move) for move in deadline.moves)


def _stands(lifecycle: Lifecycle[E, A], entity: E, clock: Clock, at: DateTime) -> bool:
    """Whether a clock comes to the same day whenever it is asked; one that is paused moves its day with the time."""
    try:
        later = tuple(lifecycle.counted(entity, clock, at.add(days=FAR)))
    except (BadInput, OverflowError):
        return False
    return later == tuple(lifecycle.counted(entity, clock, at))


def _iso(at: date | None) -> str | None:
    return None if at is None else at.isoformat()
