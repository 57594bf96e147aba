"""The session of a public council: its states, its agenda, and what is kept of it."""

from enum import Enum
from typing import Annotated as An

from attrs import frozen
from pendulum import Date, DateTime

from prcomm.core.table.entities import Entity, Item, Phase, Reference, State
from prcomm.core.values.alternatives import Kind
from prcomm.core.values.errors import BadInput
from prcomm.oversight.councils import Post

__all__ = [
    "FOUNDING", "ORDINARY", "AgendaItem", "Ballot", "Choice", "ItemState", "Session", "SessionKind",
    "SessionState", "Tally",
]  # fmt: skip


class SessionKind(Kind):
    """Which session it is."""

    ORDINARY = 1
    FOUNDING = 2


class SessionState(State):
    """Where a session stands."""

    PLANNED = 1, Phase.PLAN
    ANNOUNCED = 2, Phase.PLAN
    OPENED = 3, Phase.ACT
    CLOSED = 4, Phase.ACT
    MINUTED = 5, Phase.FEEDBACK
    PUBLISHED = 6, Phase.FEEDBACK
    POSTPONED = 7, Phase.PLAN
    CALLED_OFF = 8, Phase.EVALUATION


class ItemState(State):
    """Where an item of the agenda stands."""

    LISTED = 1
    TAKEN_UP = 2
    ADOPTED = 3
    REJECTED = 4
    DEFERRED = 5


class Ballot(Enum):
    """How an item is voted on."""

    OPEN = 1
    SECRET = 2


class Choice(Enum):
    """How somebody votes in an open vote."""

    FOR = 1
    AGAINST = 2
    ABSTAINED = 3


ORDINARY, FOUNDING = SessionKind


@frozen
class Tally:
    """Votes in numbers."""

    in_favour: An[int, "how many for it"]
    against: An[int, "how many against it"]
    abstained: An[int, "how many for neither"]
    spoilt: An[int, "how many ballots that say nothing"] = 0

    @property
    def cast(self) -> int:
        """All of them."""
        return self.in_favour + self.against + self.abstained + self.spoilt

    @property
    def possible(self) -> bool:
        """Whether they can be numbers of votes."""
        return min(self.in_favour, self.against, self.abstained, self.spoilt) >= 0


@frozen(kw_only=True)
class AgendaItem(Item[ItemState]):
    """An item of the agenda. Of a secret vote it holds who cast a ballot and what was counted, never a choice."""

    subject: An[str, "a reference to what it is about"] = ""
    raised_by: An[Reference | None, "the file that it comes from, if it does"] = None
    ballot: An[Ballot, "how it is voted on"] = Ballot.OPEN
    elects: An[Post | None, "the post that it fills, if it does"] = None
    nominee: An[str, "the id of who is put up for that"] = ""
    recused: An[tuple[str, ...], "the ids of those who don't decide on it"] = ()
    voters: An[tuple[str, ...], "the ids of those who voted openly"] = ()
    choices: An[tuple[Choice, ...], "how each of them voted, in that order"] = ()
    cast: An[tuple[str, ...], "the ids of those who cast a ballot"] = ()
    counted: An[Tally | None, "what was counted, if hands or ballots were"] = None
    counted_there: An[int | None, "how many were there for it when they were counted"] = None
    counted_of: An[int | None, "how many of them decided"] = None
    decision: An[str, "a reference to what was decided"] = ""

    @property
    def votes(self) -> tuple[tuple[str, Choice], ...]:
        """Who voted openly, and how."""
        return tuple(zip(self.voters, self.choices, strict=True))

    @property
    def by_name(self) -> Tally:
        """The votes of those who voted by name."""
        return Tally(*(self.choices.count(choice) for choice in Choice))


@frozen(kw_only=True)
class Session(Entity[SessionState]):
    """A session of a public council."""

    kind: An[SessionKind, "which session it is"]
    council: An[Reference, "the council"]
    roll: An[tuple[str, ...], "the ids of its members"]
    day: An[Date, "on which day it is held"]
    place: An[str, "where"] = ""
    items: An[tuple[AgendaItem, ...], "the agenda"] = ()
    posts: An[tuple[tuple[Post, str], ...], "who held a post when it was opened"] = ()
    present: An[tuple[str, ...], "the ids of the members who are there"] = ()
    guests: An[tuple[str, ...], "the ids of those let in"] = ()
    opened_at: An[DateTime | None, "when it was opened: the last time, if more than once"] = None
    presided_by: An[str, "the id of who presides: the last to"] = ""
    opinions: An[tuple[tuple[str, str, str], ...], "separate opinions: item, member, and a reference to it"] = ()
    minutes: An[tuple[str, ...], "references to its minutes, and to each correction of them"] = ()

    @property
    def reference(self) -> Reference:
        """Where it is, for other files."""
        return Reference("session", self.id)

    @property
    def is_founding(self) -> bool:
        """Whether it is one with which a council begins its work."""
        return self.kind is FOUNDING

    @property
    def was_held(self) -> bool:
        """Whether it was held to its end."""
        return self.state in SessionState.CLOSED | SessionState.MINUTED | SessionState.PUBLISHED

    @property
    def attended(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The members and the guests who are there, or were at the end."""
        return self.present, self.guests

    @property
    def elected(self) -> tuple[tuple[Post, str], ...]:
        """Whom it elected, and to what."""
        adopted = (one for one in self.items if one.state is ItemState.ADOPTED)
        return tuple((one.elects, one.nominee) for one in adopted if one.elects is not None)

    @property
    def refers_to(self) -> tuple[Reference, ...]:
        """The other files: its council, and those from which items come."""
        raised = (one.raised_by for one in self.items)
        return self.council, *(file for file in raised if file is not None)

    def item(self, named: str) -> AgendaItem:
        """An item of the agenda by its reference. Raises ``BadInput`` if there is none of that name."""
        found = next((one for one in self.items if one.id == named), None)
        if found is None:
            raise BadInput("a session", (f"it has no item {named!r}",))
        return found
