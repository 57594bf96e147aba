"""What is done about a session of a public council: by its secretary, by who presides, by its members."""

from typing import Annotated as An

from attrs import frozen
from pendulum import Date, DateTime

from prcomm.core.sources.people import Actor, Office
from prcomm.core.table.entities import Action, Reference
from prcomm.oversight import quorum as q
from prcomm.oversight.councils import Council, CouncilState, Post
from prcomm.oversight.sessions import model as m

__all__ = [
    "AdmitGuest",
    "AdoptItem",
    "AmendRoll",
    "Announce",
    "Attend",
    "CallOff",
    "CastBallot",
    "Close",
    "CorrectMinutes",
    "CountBallots",
    "CountVotes",
    "DeferItem",
    "ItemAction",
    "LeaveSession",
    "ListItem",
    "Minute",
    "NoteOpinion",
    "Open",
    "Plan",
    "Postpone",
    "PublishMinutes",
    "Recuse",
    "RejectItem",
    "Reschedule",
    "SessionAction",
    "SetForADay",
    "TakeChair",
    "TakeUp",
    "TallyVotes",
    "Vote",
]  # fmt: skip


@frozen(kw_only=True)
class SessionAction(Action):
    """What is done about a session."""


@frozen(kw_only=True)
class SetForADay(SessionAction):
    """It is set for a day."""

    day: An[Date, "on which day it is to be held"]
    place: An[str, "where; empty if that is not said"] = ""


@frozen(kw_only=True)
class Plan(SetForADay):
    """A session is planned."""

    session: An[str, "the reference of the file"]
    kind: An[m.SessionKind, "which session it is"]
    office: An[Office, "the body at which the council is"]
    council: An[Reference, "the council"]
    council_state: An[CouncilState, "where the council stands"]
    roll: An[tuple[str, ...], "the ids of its members"]

    @classmethod
    def of(
        cls, council: Council, *, session: str, kind: m.SessionKind, day: Date, place: str = "", at: DateTime, by: Actor
    ) -> "Plan":
        """The plan of a session of a council as it stands: on the roll are those appointed."""
        return cls(
            at=at, by=by, session=session, kind=kind, office=council.office, council=council.reference,
            council_state=council.state, roll=council.appointed, day=day, place=place,
        )  # fmt: skip


@frozen(kw_only=True)
class AmendRoll(SessionAction):
    """Members joined the council or left it since the roll was made."""

    council: An[Reference, "the council"]
    roll: An[tuple[str, ...], "the ids of its members now"]

    @classmethod
    def of(cls, council: Council, *, at: DateTime, by: Actor) -> "AmendRoll":
        """The roll of a council as it stands."""
        return cls(at=at, by=by, council=council.reference, roll=council.appointed)


@frozen(kw_only=True)
class Announce(SessionAction):
    """The plan of the session is announced: its agenda, its day, its place."""


@frozen(kw_only=True)
class Reschedule(SetForADay):
    """It is moved to another day."""


@frozen(kw_only=True)
class Open(SessionAction):
    """It is opened; who opens it presides."""

    council: An[Reference, "the council"]
    council_state: An[CouncilState, "where the council stands"]
    posts: An[tuple[tuple[Post, str], ...], "who holds a post in it"]
    chosen_by: An[tuple[str, ...], "the ids of the members who chose an acting chair, if one opens it"] = ()

    @classmethod
    def of(cls, council: Council, *, chosen_by: tuple[str, ...] = (), at: DateTime, by: Actor) -> "Open":
        """The opening of a session of a council as it stands."""
        return cls(
            at=at, by=by, council=council.reference, council_state=council.state, posts=council.filled,
            chosen_by=chosen_by,
        )  # fmt: skip


@frozen(kw_only=True)
class TakeChair(SessionAction):
    """Another takes the chair."""

    chosen_by: An[tuple[str, ...], "the ids of the members who chose an acting chair, if it is one"] = ()
    why: An[str, "a reference to the reason"] = ""


@frozen(kw_only=True)
class AdmitGuest(SessionAction):
    """Somebody who is no member is let in."""

    guest: An[str, "the id of the guest"]


@frozen(kw_only=True)
class Attend(SessionAction):
    """A member comes."""

    member: An[str, "the id of the member"]


@frozen(kw_only=True)
class LeaveSession(SessionAction):
    """A member leaves."""

    member: An[str, "the id of the member"]


@frozen(kw_only=True)
class Postpone(SessionAction):
    """It ends for want of a quorum, and is to be held another day."""


@frozen(kw_only=True)
class CallOff(SessionAction):
    """It is not held."""

    why: An[str, "a reference to the reason"] = ""


@frozen(kw_only=True)
class Close(SessionAction):
    """It is closed."""


@frozen(kw_only=True)
class Minute(SessionAction):
    """The minutes are drawn up."""

    minutes: An[str, "a reference to them"] = ""
    signed_by: An[tuple[str, ...], "the ids of those who signed them"] = ()
    in_place: An[str, "the id of the member who signed for who presided, if that one is gone"] = ""
    note: An[str, "a reference to the note that says why"] = ""


@frozen(kw_only=True)
class CorrectMinutes(Minute):
    """The minutes are corrected."""

    why: An[str, "a reference to the reason"] = ""


@frozen(kw_only=True)
class PublishMinutes(SessionAction):
    """The minutes are published."""


@frozen(kw_only=True)
class NoteOpinion(SessionAction):
    """Who acts puts a separate opinion to the minutes."""

    item: An[str, "the item that it is about"]
    opinion: An[str, "a reference to it"] = ""


@frozen(kw_only=True)
class ItemAction(SessionAction):
    """What is done about an item of the agenda."""

    item: An[str, "which item"]


@frozen(kw_only=True)
class ListItem(ItemAction):
    """An item is put on the agenda."""

    subject: An[str, "a reference to what it is about"] = ""
    raised_by: An[Reference | None, "the file that it comes from: an appeal, a signal, an act of oversight"] = None
    ballot: An[m.Ballot, "how it is voted on"] = m.Ballot.OPEN
    elects: An[Post | None, "the post that it fills, if it does"] = None
    nominee: An[str, "the id of who is put up for that"] = ""
    agrees: An[bool, "whether they agree to stand"] = False


@frozen(kw_only=True)
class TakeUp(ItemAction):
    """It is taken up."""


@frozen(kw_only=True)
class Recuse(ItemAction):
    """A member does not decide on it, since it touches them."""

    member: An[str, "the id of the member"]


@frozen(kw_only=True)
class Vote(ItemAction):
    """Who acts votes openly."""

    choice: An[m.Choice, "how"]


@frozen(kw_only=True)
class CastBallot(ItemAction):
    """Who acts casts a ballot in a secret vote: how, nobody is told."""


@frozen(kw_only=True)
class TallyVotes(ItemAction):
    """Votes are counted."""

    in_favour: An[int, "how many for it"]
    against: An[int, "how many against it"]
    abstained: An[int, "how many for neither"]
    there: An[int, "how many are there for it"]
    deciding: An[int, "how many of them decide"]

    @property
    def tally(self) -> m.Tally:
        """The numbers."""
        return m.Tally(self.in_favour, self.against, self.abstained)


@frozen(kw_only=True)
class CountVotes(TallyVotes):
    """Hands are counted in an open vote, without names."""

    @classmethod
    def of(
        cls, session: m.Session, item: str, *, in_favour: int, against: int, abstained: int, at: DateTime, by: Actor
    ) -> "CountVotes":
        """The count of hands in a session as it stands."""
        of = session.item(item)
        return cls(
            at=at, by=by, item=item, in_favour=in_favour, against=against, abstained=abstained,
            there=q.there(session, of), deciding=q.deciding(session, of),
        )  # fmt: skip


@frozen(kw_only=True)
class CountBallots(TallyVotes):
    """The ballots of a secret vote are counted."""

    spoilt: An[int, "how many that say nothing"] = 0

    @property
    def tally(self) -> m.Tally:
        return m.Tally(self.in_favour, self.against, self.abstained, self.spoilt)

    @classmethod
    def of(
        cls, session: m.Session, item: str, *, in_favour: int, against: int, abstained: int, spoilt: int = 0,
        at: DateTime, by: Actor,
    ) -> "CountBallots":  # fmt: skip
        """The count of ballots in a session as it stands."""
        of = session.item(item)
        return cls(
            at=at, by=by, item=item, in_favour=in_favour, against=against, abstained=abstained, spoilt=spoilt,
            there=q.there(session, of), deciding=q.deciding(session, of),
        )  # fmt: skip


@frozen(kw_only=True)
class AdoptItem(ItemAction):
    """It is found to be adopted."""

    decision: An[str, "a reference to what was decided"] = ""


@frozen(kw_only=True)
class RejectItem(ItemAction):
    """It is found to be rejected."""


@frozen(kw_only=True)
class DeferItem(ItemAction):
    """It is left to a later session, as a new item there."""
