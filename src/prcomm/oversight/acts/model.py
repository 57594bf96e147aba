"""An act of public oversight: its kinds, its states, and what is kept of it."""

from enum import Enum
from typing import Annotated as An

from attrs import field, frozen
from pendulum import Date

from prcomm.core.sources.people import hidden
from prcomm.core.table.entities import Entity, Phase, Reference, State
from prcomm.core.values.alternatives import Kind, OneOf
from prcomm.oversight.recommendations import FinalForm

__all__ = [
    "DISCUSSION", "DRAFT_ACT", "ENQUIRY", "EXPERTISE", "HEARING", "LEGALITY", "MEETING", "MONITORING", "OPINION",
    "OTHER", "QUIET", "REPORT", "Matter", "Oversight", "OversightKind", "OversightState", "Sphere",
]  # fmt: skip


class OversightKind(Kind):
    """Its form (art. 6): the eight that the Law names, others, and two tasks of councils at internal affairs bodies."""

    ENQUIRY = 1
    MEETING = 2
    DISCUSSION = 3
    HEARING = 4
    MONITORING = 5
    EXPERTISE = 6
    OPINION = 7
    REPORT = 8
    OTHER = 9
    LEGALITY = 10
    DRAFT_ACT = 11


class OversightState(State):
    """Where an act of oversight stands."""

    PLANNED = 1, Phase.PLAN
    ANNOUNCED = 2, Phase.PLAN
    UNDER_WAY = 3, Phase.ACT
    ENDED = 4, Phase.ACT
    DRAWN_UP = 5, Phase.FEEDBACK
    DELIVERED = 6, Phase.FEEDBACK
    CLOSED = 7, Phase.EVALUATION
    CALLED_OFF = 8, Phase.EVALUATION


class Sphere(Enum):
    """In what sphere: all but the first have separate acts (art. 2)."""

    GENERAL = 1
    REFERENDUM_OR_ELECTION = 2
    DEFENCE = 3
    PUBLIC_ORDER = 4
    OPERATIONAL_SEARCH = 5
    INQUIRY = 6
    INVESTIGATION = 7
    COURT = 8
    PUNISHMENT = 9


class Matter(Enum):
    """What public oversight is for (art. 4): interest and opinion are heeded, rights kept, public tasks done."""

    PUBLIC_INTEREST = 1
    RIGHTS = 2
    PUBLIC_TASKS = 3


(
    ENQUIRY, MEETING, DISCUSSION, HEARING, MONITORING, EXPERTISE, OPINION, REPORT, OTHER, LEGALITY, DRAFT_ACT,
) = OversightKind  # fmt: skip


def all_but(*kinds: OversightKind) -> OneOf[OversightKind]:
    """The other kinds."""
    return OneOf(kind for kind in OversightKind if kind not in kinds)


QUIET = all_but(MEETING, DISCUSSION, HEARING, REPORT)
"""What needs no announcement and no quorum."""


@frozen(kw_only=True)
class Oversight(Entity[OversightState]):
    """An act of public oversight. Its office is the body overseen."""

    kind: An[OversightKind, "its form"]
    topic: An[str, "a reference to the topic"]
    subject: An[bool, "whether who oversees is a subject of public oversight"]
    organiser: An[str, "the id of who organises it"] = field(repr=hidden)
    organised_at: An[str, "the id of the organisation for which they do; empty for a citizen"] = ""
    starts_on: An[Date | None, "the day on which it is held, or begins"] = None
    place: An[str, "where it is held"] = ""
    concerns: An[Reference | None, "the appeal or request by which an enquiry is made; the draft act"] = None
    repeats: An[Reference | None, "the act that it repeats"] = None
    form: An[FinalForm | None, "the form of its final document"] = None
    document: An[str, "a reference to its final document"] = ""
    recommendation: An[Reference | None, "the file in which the body considers that document"] = None
    again: An[Reference | None, "the act that repeats it"] = None

    @property
    def reference(self) -> Reference:
        """Where it is, for other files."""
        return Reference("oversight", self.id)

    @property
    def refers_to(self) -> tuple[Reference, ...]:
        """The files it points to."""
        return tuple(one for one in (self.concerns, self.repeats, self.recommendation, self.again) if one is not None)
