"""What a new decree or Reform would move, by how much, and what would be late by it."""

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator
from typing import TypeVar

from attrs import frozen
from pendulum import DateTime

from prcomm.core.engine.engine import Engine
from prcomm.core.table.dues import Due, Status, in_real_time
from prcomm.core.table.entities import Action, Entity, State

E = TypeVar("E", bound=Entity[State])
A = TypeVar("A", bound=Action)

LATE = frozenset({Status.OVERDUE, Status.LATE, Status.MET_BY_ANALOGY})
"""After the last day that binds: not done yet, done or ended later, if only by analogy in time."""
DATES = ("raw", "rolled", "control", "last")


@frozen
class Change:
    """One due that is moved, begins or ceases.

    Attributes:
        entity: the reference of the entity.
        before: the due as it was; ``None`` if it was not owed.
        after: the due as it becomes; ``None`` if it is owed no more.
        at: the instant asked about: what is not met by then is late as of then.
    """

    entity: str
    before: Due | None
    after: Due | None
    at: DateTime

    @property
    def due(self) -> str:
        """The name of the due."""
        due = self.before or self.after
        return "" if due is None else due.name

    @property
    def begins(self) -> bool:
        """Whether it was not owed before."""
        return self.before is None

    @property
    def ceases(self) -> bool:
        """Whether it is owed no more."""
        return self.after is None

    @property
    def days(self) -> int | None:
        """By how many calendar days its last day moves, earlier if below 0; ``None`` if one of the two has none."""
        if self.before is None or self.before.last is None or self.after is None or self.after.last is None:
            return None
        return self.after.last.toordinal() - self.before.last.toordinal()

    @property
    def dates(self) -> tuple[str, ...]:
        """Which of its days change: ``raw``, ``rolled``, ``control``, ``last``; none if only how sure they are does."""
        days = ((name, getattr(self.before, name, None), getattr(self.after, name, None)) for name in DATES)
        return tuple(name for name, one, other in days if in_real_time(one) != in_real_time(other))

    @property
    def becomes_late(self) -> bool:
        """Whether it is late by the new law, and by the old one is not."""
        return self._late(self.after) and not self._late(self.before)

    @property
    def stops_being_late(self) -> bool:
        """Whether it is late by the old law, and by the new one is not."""
        return self._late(self.before) and not self._late(self.after)

    def _late(self, due: Due | None) -> bool:
        return due is not None and due.status(self.at) in LATE


def changed(
    entities: Iterable[E], old: Engine[E, A], new: Engine[E, A], at: DateTime, *, met: bool = False
) -> Iterator[Change]:
    """The dues that differ between two forms of one lifecycle, entity by entity.

    Nothing is judged again: what was done stays done, and is counted by the one law and by the other. An extension
    that by the new law comes after the last day moves nothing.

    Args:
        entities: the entities, read one at a time.
        old: the lifecycle as it stands.
        new: the same under another law: ``old.under(…)``.
        at: the instant at which the dues are asked for.
        met: whether those already met or ended are asked for too; else only those that are open.
    """
    for entity in entities:
        before, after = (_owed(lifecycle.due(entity, at, open=not met)) for lifecycle in (old, new))
        for key in dict.fromkeys((*before, *after)):
            one, other = before.get(key), after.get(key)
            if one != other and any(due is not None and (due.met or not due.lifted) for due in (one, other)):
                yield Change(entity.id, one, other, at)


def _owed(dues: Iterable[Due]) -> dict[Hashable, Due]:
    """What is owed, or was until it was met or ended, by its clock; of several alike, in the order in which they began.
    What was ended in time is kept: by another law it may have been ended late."""
    alike = Counter[Hashable]()
    found: dict[Hashable, Due] = {}
    for due in dues:
        clock = (due.name, due.key, due.start)
        alike[clock] += 1
        if due.met is not None or due.ended is not None or not due.lifted:
            found[*clock, alike[clock]] = due
    return found
