"""What a guard or a term that reads the law is handed: the law opened at a day, and at a case."""

from collections.abc import Hashable
from typing import Protocol

from attrs import evolve, field, frozen
from pendulum import DateTime

from prcomm.core.calendar.law import OpenLaw
from prcomm.core.table.dues import Due
from prcomm.core.table.entities import Entity, State
from prcomm.core.values.errors import BadInput


class Finds(Protocol):
    """How a running due is found: by the lifecycle that is being applied."""

    def __call__(self, entity: Entity[State], name: str, key: Hashable, at: DateTime) -> Due | None: ...


@frozen(eq=False)
class Context(OpenLaw):
    """The law opened at a day and at a case: ``context[VALUE]``, ``context.due("reply")``, ``context.day``.

    For a guard the day is that of the action, for a term the one on which its clock started.

    Attributes:
        rolls: whether on that day a last day that is a day off moves to the next working day.
        entity: the case; ``None`` where an action begins one.
        at: the instant asked about; ``None`` for the start of the day.
        finds: how a running due is found.
    """

    rolls: bool = False
    entity: Entity[State] | None = field(default=None, repr=False)
    at: DateTime | None = None
    finds: Finds | None = field(default=None, repr=False)

    def at_case(self, entity: Entity[State]) -> "Context":
        """The same at a case."""
        return evolve(self, entity=entity)

    def due(self, name: str, key: Hashable = None) -> Due | None:
        """The running due of that name in the case, under the lifecycle and the Reforms being applied; or ``None``.

        Raises ``BadInput`` if there is no deadline of that name, or no case: where an action begins one, nothing runs.
        Raises ``NotInForce`` for one that began on a day of which the law is not known.

        Args:
            name: the name of the deadline.
            key: which of several running ones; ``None`` for the first.
        """
        entity = self.entity
        if entity is None or self.finds is None:
            raise BadInput(f"the due {name!r}", ("there is no case in which it could run",))
        start = DateTime(self.day.year, self.day.month, self.day.day, tzinfo=entity.office.tz)
        return self.finds(entity, name, key, self.at or start)
