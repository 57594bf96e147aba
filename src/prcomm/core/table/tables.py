"""All that is said of one kind of entity, as whatever looks at a whole table sees it: a lifecycle is such."""

from typing import Protocol

from prcomm.core.calendar.law import Law
from prcomm.core.sources.people import Role
from prcomm.core.table.deadlines import Deadline
from prcomm.core.table.entities import Action, Entity, State
from prcomm.core.table.in_force import AnyPart, Row
from prcomm.core.values.alternatives import Kind

AnyDeadline = Deadline[Entity[State], Action]


class Tables(Protocol):
    """Its rows, parts and deadlines, and under which law they stand."""

    @property
    def name(self) -> str: ...
    @property
    def law(self) -> Law: ...
    @property
    def transitions(self) -> tuple[Row, ...]: ...
    @property
    def parts(self) -> tuple[AnyPart, ...]: ...
    @property
    def deadlines(self) -> tuple[AnyDeadline, ...]: ...
    @property
    def rows(self) -> tuple[Row, ...]: ...
    @property
    def actions(self) -> tuple[type[Action], ...]: ...
    @property
    def action(self) -> type[Action]: ...
    @property
    def kinds(self) -> tuple[Kind, ...]: ...
    @property
    def final(self) -> tuple[State, ...]: ...
    @property
    def roles(self) -> tuple[Role, ...]: ...
