"""The six principles of relations with the public, and how each is counted: in words."""

from collections.abc import Mapping
from enum import Enum
from functools import partial
from typing import Annotated as An, Final

from attrs import frozen

from prcomm.core.values.messages import Message

says = partial(Message, of="views")
"""A sentence of the views' own."""

REFUSED, IN_PART = says("requests refused"), says("requests answered in part")
CANCELLED = says("events cancelled in the days")
BY_ANALOGY = says("requests in time only by analogy")
TURNED, DROPPED = says("questions turned into a request or an appeal"), says("questions dropped")
REFUSED_THERE = says("questions refused on the spot")
GRANTED = says("accreditations granted in the days")
SILENCE = says("events on which nobody spoke")


class Principle(Enum):
    """The six principles, each with its entry in the source article."""

    OPENNESS = 52
    TRANSPARENCY = 53
    ACCESSIBILITY = 54
    UNDERSTANDING = 55
    COOPERATION = 56
    FEEDBACK = 57

    @property
    def measure(self) -> "Measure":
        """How it is counted."""
        return MEASURES[self]


P = Principle


@frozen
class Measure:
    """How a principle is counted."""

    formula: An[Message, "what is divided by what"]
    inputs: An[Message, "from what it is counted"]
    beside: An[tuple[Message, ...], "what is counted beside it"]
    cannot_tell: An[Message, "what the share cannot tell"]


MEASURES: Final[Mapping[Principle, Measure]] = {
    P.OPENNESS: Measure(
        says("requests answered on the merits, of the requests decided"),
        says("requests of which the first answer or refusal lies in the days"),
        (REFUSED, IN_PART),
        says("whether the answer said anything"),
    ),
    P.TRANSPARENCY: Measure(
        says("events of which a record or report is out, of the events held"),
        says("briefings and dialogues held in the days"),
        (CANCELLED,),
        says("whether anybody read it"),
    ),
    P.ACCESSIBILITY: Measure(
        says("requests decided by their last day, of the requests decided that had one"),
        says("the same requests as of openness, but for those answered at once"),
        (BY_ANALOGY,),
        says("how hard it was to ask"),
    ),
    P.UNDERSTANDING: Measure(
        says("questions answered on the merits, of the questions put"),
        says(
            "questions put at briefings and dialogues held in the days; what was solved, explained or done is answered"
        ),
        (TURNED, DROPPED, REFUSED_THERE),
        says("whether who asked agrees"),
    ),
    P.COOPERATION: Measure(
        says("meetings with civil society held, of the meetings and open dialogues held"),
        says("meetings and open dialogues held in the days"),
        (GRANTED,),
        says("what came of them"),
    ),
    P.FEEDBACK: Measure(
        says("events on which feedback was answered or nobody spoke, of the events held"),
        says("briefings and dialogues held and programmes closed in the days, and the feedback on each"),
        (SILENCE,),
        says("whether the answer was heeded"),
    ),
}
