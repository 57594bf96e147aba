"""The public council: what a session names of it."""

from enum import Enum

from prcomm import Phase, State

__all__ = ["CouncilState", "Post"]


class CouncilState(State):
    """Where a public council stands."""

    FORMING = 1, Phase.PLAN
    CONSTITUTED = 2, Phase.PLAN
    ACTIVE = 3, Phase.ACT
    RENEWING = 4, Phase.PLAN
    DISSOLVED = 5, Phase.EVALUATION


class Post(Enum):
    """What somebody is elected to."""

    CHAIR = 1
    DEPUTY_CHAIR = 2
    SECRETARY = 3
