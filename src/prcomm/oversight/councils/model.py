"""The public council: its states, and what is kept of it and of its members."""

from enum import Enum
from typing import Annotated as An

from attrs import frozen
from pendulum import DateTime

from prcomm.core.table.entities import Entity, Item, Phase, Reference, State
from prcomm.core.values.alternatives import Kind
from prcomm.law.source_article import SOURCE_ARTICLE

__all__ = [
    "MINISTRY", "OTHER_CENTRAL", "OTHER_TERRITORIAL", "TERRITORIAL", "Category", "Council", "CouncilKind",
    "CouncilState", "Elections", "Membership", "MembershipState", "Post", "Seat",
]  # fmt: skip


class CouncilKind(Kind):
    """At what it is: the Ministry of Internal Affairs or a territorial division of it, or the same of another body."""

    MINISTRY = 1
    TERRITORIAL = 2
    OTHER_CENTRAL = 3
    OTHER_TERRITORIAL = 4


class CouncilState(State):
    """Where a council stands."""

    FORMING = 1, Phase.PLAN
    CONSTITUTED = 2, Phase.PLAN
    ACTIVE = 3, Phase.ACT
    RENEWING = 4, Phase.PLAN
    DISSOLVED = 5, Phase.EVALUATION


class MembershipState(State):
    """Where a membership stands. From the four ways out but death one may be nominated again."""

    NOMINATED = 1
    CONSENTED = 2
    APPOINTED = 3
    NOT_APPOINTED = 4
    RESIGNED = 5
    TERM_ENDED = 6
    EXCLUDED = 7
    DECEASED = 8


class Category(Enum):
    """Who a member is."""

    SCHOLAR = 1
    VETERAN = 2
    JOURNALIST = 3
    NGO = 4
    OTHER = 5


class Seat(Enum):
    """Whose seat it counts as, by the institution that nominated."""

    NGO = 1
    OTHER = 2
    UNCLEAR = 3


class Post(Enum):
    """To what a council elects."""

    CHAIR = 1
    DEPUTY_CHAIR = 2
    SECRETARY = 3


MINISTRY, TERRITORIAL, OTHER_CENTRAL, OTHER_TERRITORIAL = CouncilKind
COUNCIL_KIND_CITES = (SOURCE_ARTICLE(13),)
"""The article behind the project: where councils are set up."""
CATEGORY_CITES = (SOURCE_ARTICLE(16),)
"""The article behind the project: scholars of the field, veterans, journalists."""
Elections = tuple[tuple[Post, str], ...]
"""Who is elected to what, by id."""


@frozen(kw_only=True)
class Membership(Item[MembershipState]):
    """A seat, from the nomination on; its id is that of who sits in it."""

    category: An[Category, "who they are"]
    seat: An[Seat, "whose seat it counts as"] = Seat.UNCLEAR
    nominated_by: An[str, "the id of the institution that nominated"] = ""


@frozen(kw_only=True)
class Council(Entity[CouncilState]):
    """A public council."""

    kind: An[CouncilKind, "at what it is"]
    members: An[tuple[Membership, ...], "who is in it, was, or is to be"] = ()
    constituted_at: An[DateTime | None, "when it was last constituted"] = None
    chamber_agreed: An[bool, "whether the decision on it tells of agreement with the Public Chamber"] = False
    posts: An[Elections, "who was elected to what, and did not step down"] = ()
    elections: An[
        tuple[tuple[Reference, Post], ...], "by which session each post was filled, whoever holds it now"
    ] = ()
    groups: An[tuple[str, ...], "its working groups"] = ()
    sessions: An[tuple[Reference, ...], "the sessions that are entered"] = ()

    @property
    def reference(self) -> Reference:
        """Where it is, for other files."""
        return Reference("council", self.id)

    @property
    def appointed(self) -> tuple[str, ...]:
        """Its members, by id."""
        return tuple(one.id for one in self.members if one.state is MembershipState.APPOINTED)

    @property
    def filled(self) -> Elections:
        """Who holds what post: who resigned, died or was excluded holds none."""
        appointed = self.appointed
        return tuple((post, who) for post, who in self.posts if who in appointed)
