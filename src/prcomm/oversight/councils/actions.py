"""What is done about a public council and its members."""

from typing import Annotated as An, Protocol

from attrs import frozen
from pendulum import DateTime

from prcomm.core.sources.people import Actor, Office
from prcomm.core.table.entities import Action, Reference
from prcomm.oversight.councils import model as m

__all__ = [
    "Activate", "AmendRegulation", "Appoint", "BeginRenewal", "Consent", "Constitute", "CouncilAction", "Decline",
    "Dissolve", "Elect", "EndMembership", "Exclude", "FormGroup", "Nominate", "NoteDeath", "NoteSession",
    "OfMember", "OfSession", "PassOver", "Propose", "Resign", "Sitting", "StepDown",
]  # fmt: skip


class Sitting(Protocol):
    """What a council takes from the file of a session."""

    @property
    def reference(self) -> Reference: ...
    @property
    def council(self) -> Reference: ...
    @property
    def opened_at(self) -> DateTime | None: ...
    @property
    def was_held(self) -> bool: ...
    @property
    def is_founding(self) -> bool: ...
    @property
    def elected(self) -> m.Elections: ...


@frozen(kw_only=True)
class CouncilAction(Action):
    """What is done about a council."""


@frozen(kw_only=True)
class OfSession(CouncilAction):
    """What a session did is entered."""

    session: An[Reference, "that session"]
    council: An[Reference, "whose session it was"]
    held_at: An[DateTime | None, "when it was opened, the last time"] = None


@frozen(kw_only=True)
class OfMember(CouncilAction):
    """What is done about somebody who is in the council, or is to be."""

    member: An[str, "who"]


@frozen(kw_only=True)
class Propose(CouncilAction):
    """It is proposed that there be a council."""

    council: An[str, "the reference of the council"]
    kind: An[m.CouncilKind, "at what it is to be"]
    office: An[Office, "the body under which it is"]


@frozen(kw_only=True)
class Constitute(CouncilAction):
    """Its composition and its regulation are approved."""

    order: An[str, "a reference to the head's decision"] = ""
    regulation: An[str, "a reference to the council's own regulation"] = ""
    chamber_agreed: An[bool, "whether the decision tells of agreement with the Public Chamber"] = False


@frozen(kw_only=True)
class Activate(OfSession):
    """It begins its work with its founding session."""

    founding: An[bool, "whether it was a founding session that was held"]
    chair: An[str, "who was elected chair"] = ""
    deputy: An[str, "who was elected deputy chair, if anyone was"] = ""
    secretary: An[str, "who was elected secretary, if anyone was"] = ""

    @property
    def elections(self) -> m.Elections:
        """Who was elected to what."""
        named = zip(m.Post, (self.chair, self.deputy, self.secretary), strict=True)
        return tuple((post, who) for post, who in named if who)

    @classmethod
    def of(cls, session: Sitting, *, at: DateTime, by: Actor) -> "Activate":
        """The beginning of its work, as the file of the founding session tells it."""
        chair, deputy, secretary = (dict(session.elected).get(post, "") for post in m.Post)
        return cls(
            at=at, by=by, session=session.reference, council=session.council, held_at=session.opened_at,
            founding=session.is_founding and session.was_held, chair=chair, deputy=deputy, secretary=secretary,
        )  # fmt: skip


@frozen(kw_only=True)
class Elect(OfSession):
    """Whom a session elected to a post is entered."""

    post: An[m.Post, "the post"]
    elected: An[str, "who was elected"]

    @property
    def elections(self) -> m.Elections:
        """Who was elected to what."""
        return ((self.post, self.elected),)

    @classmethod
    def of(cls, session: Sitting, post: m.Post, *, at: DateTime, by: Actor) -> "Elect":
        """The election to a post, as the file of the session tells it; of nobody if there was none."""
        return cls(
            at=at, by=by, session=session.reference, council=session.council, held_at=session.opened_at,
            post=post, elected=dict(session.elected).get(post, ""),
        )  # fmt: skip


@frozen(kw_only=True)
class StepDown(CouncilAction):
    """Who holds a post gives it up, and stays a member."""

    post: An[m.Post, "the post"]


@frozen(kw_only=True)
class FormGroup(CouncilAction):
    """A working (expert) group is formed."""

    group: An[str, "its reference"]
    members: An[tuple[str, ...], "who is in it"] = ()


@frozen(kw_only=True)
class AmendRegulation(CouncilAction):
    """The council's own regulation is changed."""

    order: An[str, "a reference to the head's decision"] = ""
    regulation: An[str, "a reference to the regulation as changed"] = ""


@frozen(kw_only=True)
class NoteSession(OfSession):
    """A session of the council is entered."""

    held: An[bool, "whether it was held"]

    @classmethod
    def of(cls, session: Sitting, *, at: DateTime, by: Actor) -> "NoteSession":
        """The session, as its file tells it."""
        return cls(
            at=at, by=by, session=session.reference, council=session.council, held_at=session.opened_at,
            held=session.was_held,
        )  # fmt: skip


@frozen(kw_only=True)
class BeginRenewal(CouncilAction):
    """The next convocation is prepared, while the council works on."""


@frozen(kw_only=True)
class Dissolve(CouncilAction):
    """It is dissolved. Its memberships stay on file as they were: a seat serves only in a council that lives."""

    order: An[str, "a reference to the head's decision"] = ""


@frozen(kw_only=True)
class Nominate(OfMember):
    """Somebody is nominated."""

    category: An[m.Category, "who they are, as who nominates says"]
    nominated_by: An[str, "the id of the institution that nominates"] = ""
    seat: An[m.Seat, "whose seat it counts as"] = m.Seat.UNCLEAR


@frozen(kw_only=True)
class Consent(OfMember):
    """Who is nominated agrees."""


@frozen(kw_only=True)
class Decline(OfMember):
    """Who is nominated does not agree, or no more."""


@frozen(kw_only=True)
class PassOver(OfMember):
    """Who is nominated is not appointed."""


@frozen(kw_only=True)
class Appoint(OfMember):
    """Who agreed becomes a member."""

    order: An[str, "a reference to the head's decision"] = ""


@frozen(kw_only=True)
class Resign(OfMember):
    """A member leaves."""


@frozen(kw_only=True)
class EndMembership(OfMember):
    """A membership ends with the term of the council."""

    order: An[str, "a reference to the head's decision"] = ""


@frozen(kw_only=True)
class Exclude(OfMember):
    """A member is excluded."""

    order: An[str, "a reference to the head's decision"] = ""
    ground: An[str, "on what ground"] = ""


@frozen(kw_only=True)
class NoteDeath(OfMember):
    """A member, or who was to be one, has died."""
