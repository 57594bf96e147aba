"""The press service: its kinds and states, and what is kept of it."""

from typing import Annotated as An

from attrs import frozen

from prcomm.core.table.entities import Entity, Phase, Reference, State
from prcomm.core.values.alternatives import Kind

__all__ = [
    "EDUCATIONAL", "HELPED", "IN_TOUCH", "JOINT_EDITORIAL_OFFICE", "MAIN_DEPARTMENT", "SECTORAL", "STANDING",
    "TERRITORIAL", "PressService", "ServiceState", "UnitKind",
]  # fmt: skip


class UnitKind(Kind):
    """Which unit of the system it is: the Main Department, the joint editorial office of newspapers and magazines, or
    the press group of a territorial body, of a sectoral service, of an educational institution."""

    MAIN_DEPARTMENT = 1
    JOINT_EDITORIAL_OFFICE = 2
    TERRITORIAL = 3
    SECTORAL = 4
    EDUCATIONAL = 5


class ServiceState(State):
    """Where a press service stands."""

    OPERATING = 1, Phase.ACT
    UNDER_REVIEW = 2, Phase.ACT
    ADVISED = 3, Phase.ACT
    ABOLISHED = 4, Phase.EVALUATION


S = ServiceState
MAIN_DEPARTMENT, JOINT_EDITORIAL_OFFICE, TERRITORIAL, SECTORAL, EDUCATIONAL = UnitKind
IN_TOUCH = MAIN_DEPARTMENT | TERRITORIAL
"""The information services of a body: who meets the media each month."""
HELPED = TERRITORIAL | SECTORAL | EDUCATIONAL | JOINT_EDITORIAL_OFFICE
"""Whom the Main Department helps."""
STANDING = S.OPERATING | S.UNDER_REVIEW | S.ADVISED
"""It was set up, and not abolished."""


@frozen(kw_only=True)
class PressService(Entity[ServiceState]):
    """A press service. Its office is the body whose service it is, not the unit."""

    kind: An[UnitKind, "which unit it is"]
    noted: An[tuple[Reference, ...], "the briefings that were noted as held"] = ()

    @property
    def reference(self) -> Reference:
        """Where it is, for other files."""
        return Reference("press_service", self.id)

    @property
    def refers_to(self) -> tuple[Reference, ...]:
        """The other files it names."""
        return self.noted
