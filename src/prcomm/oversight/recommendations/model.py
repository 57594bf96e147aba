"""The recommendation: its kinds and states, and what is kept of it."""

from enum import Enum
from typing import Annotated as An

from attrs import frozen
from pendulum import DateTime

from prcomm.core.sources.people import Role
from prcomm.core.table.entities import Entity, Phase, Reference, State
from prcomm.core.values.alternatives import Kind

__all__ = ["ADVICE", "FINAL_DOCUMENT", "FinalForm", "Outcome", "Recommendation", "RecommendationKind",
           "RecommendationState"]  # fmt: skip


class RecommendationKind(Kind):
    """What it is: a council's decision, or the final document of an act of public oversight."""

    ADVICE = 1
    FINAL_DOCUMENT = 2


class RecommendationState(State):
    """Where a recommendation stands."""

    ADOPTED = 1, Phase.PLAN
    SENT = 2, Phase.PLAN
    DELIVERED = 3, Phase.ACT
    REGISTERED = 4, Phase.ACT
    DECIDED = 5, Phase.ACT
    ANSWERED = 6, Phase.FEEDBACK
    PUBLISHED = 7, Phase.EVALUATION
    WITHDRAWN = 8, Phase.EVALUATION


class FinalForm(Enum):
    """The form of a final document."""

    MINUTES = 1
    CONCLUSION = 2
    NOTE = 3
    OTHER = 4
    """one that another act provides for, which is named"""


class Outcome(Enum):
    """What the body decided."""

    ACCEPTED = 1
    PARTLY_ACCEPTED = 2
    REJECTED = 3


ADVICE, FINAL_DOCUMENT = RecommendationKind


@frozen(kw_only=True)
class Recommendation(Entity[RecommendationState]):
    """A recommendation. Its office is the body it goes to."""

    kind: An[RecommendationKind, "what it is"]
    rests_on: An[Reference, "the session that adopted it, or the act of oversight it comes of"]
    content: An[str, "a reference to what it says"] = ""
    author: An[Reference | None, "of advice, the council whose it is"] = None
    issued_by: An[str, "the id of who issued it"] = ""
    sent_at: An[DateTime | None, "when it was sent"] = None
    arrived: An[DateTime | None, "when it reached the body, by the earlier of proof and register"] = None
    outcome: An[Outcome | None, "what was decided"] = None
    pleaded_by: An[str, "the id of who stated for the body why it is late"] = ""
    excused: An[bool | None, "whether that reason was found valid; ``None`` until it is judged"] = None
    judged_by: An[Role | None, "in what capacity it was judged the last time"] = None
    feedback: An[Reference | None, "the feedback asked on the outcome"] = None

    @property
    def reference(self) -> Reference:
        """Where it is, for other files."""
        return Reference("recommendation", self.id)

    @property
    def refers_to(self) -> tuple[Reference, ...]:
        """The files it points to."""
        return tuple(one for one in (self.rests_on, self.feedback) if one is not None)
