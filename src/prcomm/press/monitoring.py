"""What is found about a body in the media and on the internet, and what the body does about it.

Word and verdict are two things: an official response may go before the verdict and after it. False is what the last
verdict says.
"""

from enum import Enum
from typing import Annotated as An

from attrs import frozen
from pendulum import DateTime

from prcomm import (
    Action,
    Actor,
    Entity,
    Kind,
    Office,
    Outlet,
    Phase,
    Reference,
    State,
)
from prcomm.law.constitution import CONSTITUTION
from prcomm.law.criminal_procedure import CRIMINAL_PROCEDURE
from prcomm.law.informatisation import INFORMATISATION
from prcomm.law.mass_media import MASS_MEDIA, NO_DEMAND
from prcomm.law.practice import PRACTICE
from prcomm.law.press_acts import CM882, PQ4366


class FoundState(State):
    """Where a found item stands."""

    FOUND = 1, Phase.PLAN
    CONFIRMED = 2, Phase.ACT
    DISPROVED = 3, Phase.ACT
    UNVERIFIABLE = 4, Phase.ACT
    RESPONDED = 5, Phase.FEEDBACK
    CLOSED = 6, Phase.EVALUATION
    JOINED = 7, Phase.EVALUATION


class FoundKind(Kind):
    """Where it was found: in a registered outlet, or on any other page, blog or account."""

    MEDIA = 1
    PAGE = 2


class Allegation(Enum):
    """What it alleges that somebody else looks into."""

    CRIME = 1
    CORRUPTION = 2


S, K = FoundState, FoundKind
JUDGED = S.CONFIRMED | S.DISPROVED | S.UNVERIFIABLE
TOLD = S.FOUND | S.RESPONDED
OPEN = S.FOUND | JUDGED | S.RESPONDED
WATCHED = CM882("monitoring")
JUDGES = (WATCHED, PRACTICE("monitoring statistics"))
REACTS = (WATCHED, PQ4366("tasks"))
CRIME_REPORTED = CRIMINAL_PROCEDURE(327, 1)
REFUTATION = MASS_MEDIA(34)
OWNER = INFORMATISATION("12-1")
NO_CENSORSHIP = (CONSTITUTION(82, 1), NO_DEMAND)
OTHER_FILES = ("release", "signal", "refutation", "first")
"""The fields of the actions that name another file."""


@frozen(kw_only=True)
class FoundAction(Action):
    """What is done about a found item."""


@frozen(kw_only=True)
class Find(FoundAction):
    """Somebody who watches found it."""

    case: An[str, "the reference of the found item"]
    office: An[Office, "the body it is about"]
    kind: An[FoundKind, "whether it is mass media"]
    outlet: An[Outlet, "where it was published"]
    alleges: An[frozenset[Allegation], "what it alleges"] = frozenset()


@frozen(kw_only=True)
class AddAllegations(FoundAction):
    """It alleges more than was seen at first."""

    alleges: An[frozenset[Allegation], "what else it alleges"]


@frozen(kw_only=True)
class Judging(FoundAction):
    """A verdict on it."""

    official: An[str, "the id of the official who answers for the verdict"]
    why: An[str, "a reference to the reason, where the verdict was another before"] = ""


@frozen(kw_only=True)
class Confirm(Judging):
    """It is true."""


@frozen(kw_only=True)
class Disprove(Judging):
    """It was shown to be false."""


@frozen(kw_only=True)
class LeaveOpen(Judging):
    """Neither can be shown."""


@frozen(kw_only=True)
class HandToDuty(FoundAction):
    """The crime that it alleges goes to the duty unit."""

    number: An[str, "the number under which it was entered there"]


@frozen(kw_only=True)
class HandToCouncil(FoundAction):
    """The signs of corruption in it go to the public council."""

    signal: An[Reference, "the signal there"]


@frozen(kw_only=True)
class AskRefutation(FoundAction):
    """A refutation is demanded of the outlet."""

    refutation: An[Reference, "the demand"]


@frozen(kw_only=True)
class TellOwner(FoundAction):
    """The owner of the page is told that it is false."""


@frozen(kw_only=True)
class DemandApproval(FoundAction):
    """The outlet is asked to have approved what it will publish."""


@frozen(kw_only=True)
class DemandRemoval(FoundAction):
    """The outlet is asked to change or remove what it publishes."""


@frozen(kw_only=True)
class Close(FoundAction):
    """Nothing is left to do."""


@frozen(kw_only=True)
class Reopen(FoundAction):
    """It is looked at again."""

    why: An[str, "a reference to the reason"]


@frozen(kw_only=True)
class Respond(FoundAction):
    """The official response: before the verdict it says that a check goes on."""

    release: An[Reference, "the release"]
    published: An[bool, "whether it is out"]


@frozen(kw_only=True)
class FoundItem(Entity[FoundState]):
    """What was found about a body."""

    kind: An[FoundKind, "whether it is mass media"]
    outlet: An[Outlet, "where it was published"]
    alleges: An[frozenset[Allegation], "what it alleges"] = frozenset()
    handed: An[frozenset[Allegation], "what of it was handed on"] = frozenset()

    @property
    def reference(self) -> Reference:
        """Where it is, for other files."""
        return Reference("monitoring", self.id)

    @property
    def refers_to(self) -> tuple[Reference, ...]:
        """The other files it names, in order."""
        named = (getattr(record.action, name, None) for record in self.told for name in OTHER_FILES)
        return tuple(dict.fromkeys(one for one in named if isinstance(one, Reference)))


@frozen(kw_only=True)
class JoinTo(FoundAction):
    """It repeats another, and goes on with that."""

    first: An[Reference, "the other found item"]
    alleged: An[frozenset[Allegation], "what of this the other alleges too"]

    @classmethod
    def of(cls, found: FoundItem, first: FoundItem, *, at: DateTime, by: Actor) -> "JoinTo":
        """The joining to another found item as it stands."""
        return cls(at=at, by=by, first=first.reference, alleged=found.alleges & first.alleges)


def verdict(found: FoundItem) -> Judging | None:
    """The last of Confirm, Disprove, LeaveOpen; ``None`` before there is one."""
    given_so_far = (record.action for record in reversed(found.told))
    return next((action for action in given_so_far if isinstance(action, Judging)), None)
