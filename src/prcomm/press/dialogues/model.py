"""The dialogue: its kinds and states, what is kept of it, and what came of the questions put there."""

from collections import Counter
from enum import Enum
from fractions import Fraction
from typing import Annotated as An

from attrs import frozen
from pendulum import Date, DateTime

from prcomm.core.table.entities import Entity, Item, Phase, Reference, State
from prcomm.core.values.alternatives import Kind

__all__ = ["OUTSIDE", "RECEPTIONS", "TALKS", "Dialogue", "DialogueKind", "DialogueState", "Place", "Raised",
           "RaisedState", "solved_share", "totals"]  # fmt: skip


class DialogueKind(Kind):
    """With whom, and how: a dialogue open to anybody, a meeting with institutions of civil society, a reception."""

    OPEN_DIALOGUE = 1
    MEETING = 2
    RECEPTION_DAY = 3
    MOBILE_RECEPTION = 4
    PUBLIC_RECEPTION = 5


class DialogueState(State):
    """Where a dialogue stands."""

    PLANNED = 1, Phase.PLAN
    ANNOUNCED = 2, Phase.PLAN
    POSTPONED = 3, Phase.PLAN
    HELD = 4, Phase.ACT
    REPORTED = 5, Phase.FEEDBACK
    CLOSED = 6, Phase.EVALUATION
    CANCELLED = 7, Phase.EVALUATION


class RaisedState(State):
    """What became of a question."""

    RAISED = 1
    SOLVED = 2
    EXPLAINED = 3
    INSTRUCTED = 4
    DONE = 5
    """an instruction was carried out"""
    REFUSED = 6
    TURNED = 7
    DROPPED = 8


class Place(Enum):
    """Where it is announced: on the official site, on stands."""

    SITE = 1
    STAND = 2


K, R = DialogueKind, RaisedState
TALKS = K.OPEN_DIALOGUE | K.MEETING
OUTSIDE = K.MOBILE_RECEPTION | K.PUBLIC_RECEPTION
"""Receptions outside the body's own building."""
RECEPTIONS = K.RECEPTION_DAY | OUTSIDE


@frozen(kw_only=True)
class Raised(Item[RaisedState]):
    """A question that was put."""

    to: An[str, "the id of whoever was charged with it"] = ""
    into: An[Reference | None, "the request or appeal that it became"] = None


@frozen(kw_only=True)
class Dialogue(Entity[DialogueState]):
    """A dialogue. Of several days it is one file: held on the first, with questions until the last."""

    kind: An[DialogueKind, "with whom, and how"]
    topic: An[str, "what it is about"]
    on: An[DateTime, "when it begins"]
    place: An[str, "where"]
    last_day: An[Date | None, "its last day, if it has several"] = None
    questions: An[tuple[Raised, ...], "the questions that were put"] = ()
    published: An[Reference | None, "where its outcome was published"] = None

    @property
    def reference(self) -> Reference:
        """Where it is, for other files."""
        return Reference("dialogue", self.id)

    @property
    def refers_to(self) -> tuple[Reference, ...]:
        """The other files it names."""
        return tuple(one for one in (self.published, *(one.into for one in self.questions)) if one is not None)


def totals(dialogue: Dialogue) -> dict[str, int]:
    """How many questions have each of the six outcomes; what was given to somebody counts so when done, too."""
    of = Counter(one.state for one in dialogue.questions)
    return {
        "solved": of[R.SOLVED], "explained": of[R.EXPLAINED], "instructed": of[R.INSTRUCTED] + of[R.DONE],
        "refused": of[R.REFUSED], "turned": of[R.TURNED], "dropped": of[R.DROPPED],
    }  # fmt: skip


def solved_share(dialogue: Dialogue) -> Fraction | None:
    """The questions solved on the spot of all that were put, exactly; nothing where none was put."""
    return Fraction(totals(dialogue)["solved"], len(dialogue.questions)) if dialogue.questions else None
