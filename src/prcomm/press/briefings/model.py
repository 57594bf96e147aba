"""The briefing or press conference: its kinds and states, and what is kept of it."""

from enum import Enum
from typing import Annotated as An

from attrs import field, frozen
from pendulum import DateTime

from prcomm.core.sources.people import hidden
from prcomm.core.table.entities import Entity, Item, Phase, Reference, State
from prcomm.core.values.alternatives import Kind

__all__ = ["ANNUAL", "OPERATIONAL", "ROUTINE", "Briefing", "BriefingKind", "BriefingState", "Question", "QuestionState",
           "Standing"]  # fmt: skip


class BriefingKind(Kind):
    """What it is for: the month's meeting with the media, the yearly report, or a resonant event."""

    ROUTINE = 1
    ANNUAL = 2
    OPERATIONAL = 3


class BriefingState(State):
    """Where a briefing stands."""

    PLANNED = 1, Phase.PLAN
    ANNOUNCED = 2, Phase.PLAN
    POSTPONED = 3, Phase.PLAN
    HELD = 4, Phase.ACT
    PUBLISHED = 5, Phase.FEEDBACK
    CLOSED = 6, Phase.EVALUATION
    CANCELLED = 7, Phase.EVALUATION


class QuestionState(State):
    """Where a question put at it stands."""

    ASKED = 1
    ANSWERED = 2
    TURNED = 3
    DROPPED = 4


class Standing(Enum):
    """As whom a guest comes: accredited here, accredited at the Ministry of Foreign Affairs, or invited."""

    ACCREDITED = 1
    FOREIGN = 2
    INVITED = 3


ROUTINE, ANNUAL, OPERATIONAL = BriefingKind


@frozen(kw_only=True)
class Question(Item[QuestionState]):
    """A question that was put."""

    into: An[Reference | None, "the request or appeal that it became"] = None


@frozen(kw_only=True)
class Briefing(Entity[BriefingState]):
    """A briefing or a press conference. It is of one day: a further day is a further file."""

    kind: An[BriefingKind, "what it is for"]
    topic: An[str, "what it is about"]
    on: An[DateTime, "when it begins"]
    place: An[str, "where"]
    incident: An[Reference | None, "the resonant event it is on, if it is on one"] = None
    together: An[frozenset[str], "the ids of other bodies that hold it too"] = frozenset()
    cut_off: An[DateTime | None, "until when guests may apply"] = None
    guests: An[tuple[str, ...], "the ids of those admitted"] = field(default=(), repr=hidden)
    questions: An[tuple[Question, ...], "the questions that were put"] = ()
    record: An[Reference | None, "what was published of it"] = None

    @property
    def reference(self) -> Reference:
        """Where it is, for other files."""
        return Reference("briefing", self.id)

    @property
    def refers_to(self) -> tuple[Reference, ...]:
        """The other files it names."""
        became = (one.into for one in self.questions)
        return tuple(one for one in (self.incident, self.record, *became) if one is not None)
