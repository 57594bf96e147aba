"""The accreditation: its kinds and states, and what is kept of it."""

from datetime import date
from enum import Enum
from typing import Annotated as An

from attrs import field, frozen

from prcomm.core.sources.people import Outlet, hidden
from prcomm.core.table.entities import Entity, Item, Phase, Reference, State
from prcomm.core.values.alternatives import Kind

__all__ = [
    "ABROAD", "DOMESTIC", "FOREIGN", "PERMANENT", "Accreditation", "AccreditationState", "Annex", "FiledWith", "Press",
    "StaffMember", "StaffState",
]  # fmt: skip


class Press(Kind):
    """Who is accredited: of media of this country, or of foreign ones for a time or for good."""

    DOMESTIC = 1
    FOREIGN = 2
    PERMANENT = 3


class AccreditationState(State):
    """Where an accreditation stands."""

    APPLIED = 1, Phase.PLAN
    INCOMPLETE = 2, Phase.PLAN
    REVIEWED = 3, Phase.PLAN
    ACTIVE = 4, Phase.ACT
    SUSPENDED = 5, Phase.ACT
    REFUSED = 6, Phase.EVALUATION
    WITHDRAWN = 7, Phase.EVALUATION
    ENDED = 8, Phase.EVALUATION


class StaffState(State):
    """Where one of the technical staff stands."""

    ATTACHED = 1
    DETACHED = 2


class FiledWith(Enum):
    """Where the application was filed."""

    THIS_BODY = 1
    FOREIGN_MINISTRY = 2


class Annex(Enum):
    """What goes with an application."""

    CERTIFICATE = 1
    """the office's certificate, with the journalist's post"""
    PASSPORT = 2
    DIPLOMA = 3
    LETTER = 4
    OUTLET_DATA = 5
    CV = 6


DOMESTIC, FOREIGN, PERMANENT = Press
ABROAD = FOREIGN | PERMANENT
"""What the Ministry of Foreign Affairs decides on."""


@frozen(kw_only=True)
class StaffMember(Item[StaffState]):
    """One of the technical staff who come with the journalist."""


@frozen(kw_only=True)
class Accreditation(Entity[AccreditationState]):
    """The accreditation of a journalist."""

    kind: An[Press, "who is accredited"]
    outlet: An[Outlet, "the outlet the journalist works for"]
    journalist: An[str, "the id of the journalist"] = field(repr=hidden)
    signed: An[bool, "whether the application is signed by the editor and sealed"]
    annexes: An[frozenset[Annex], "what goes with it"]
    photographs: An[int, "how many photographs go with it"]
    valid_until: An[date | None, "the last day of the certificate"] = None
    asked_anew: An[date | None, "the day on which a new term was asked for, until that is decided"] = None
    staff: An[tuple[StaffMember, ...], "the technical staff"] = ()

    @property
    def reference(self) -> Reference:
        """Where it is, for other files."""
        return Reference("accreditation", self.id)
