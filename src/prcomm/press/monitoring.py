"""What is found about a body in the media and on the internet, and what the body does about it.

Word and verdict are two things: an official response may go before the verdict and after it. False is what the last
verdict says.
"""

from collections.abc import Callable
from datetime import date
from enum import Enum
from itertools import dropwhile
from typing import Annotated as An, cast

from attrs import evolve, frozen
from pendulum import DateTime

from prcomm import (
    PROMPTLY,
    SAME,
    Action,
    Actor,
    Entity,
    Kind,
    Lifecycle,
    Office,
    Outlet,
    Phase,
    Reference,
    State,
    Who,
    given,
    guard,
    owes,
    rows,
)
from prcomm.core.calendar.days import ordinal
from prcomm.law import UZ
from prcomm.law.constitution import CONSTITUTION
from prcomm.law.criminal_procedure import CRIMINAL_PROCEDURE, TO_THE_DUTY_UNIT
from prcomm.law.house import HOUSE
from prcomm.law.informatisation import INFORMATISATION
from prcomm.law.mass_media import MASS_MEDIA, MASS_MEDIA_SINCE, NO_DEMAND
from prcomm.law.practice import PRACTICE
from prcomm.law.press_acts import CM882, PQ4366, RESPONSE_TO_A_FOUND_ITEM, SIGNS_OF_CORRUPTION
from prcomm.law.public_councils import PQ10
from prcomm.law.roles import PRESS_OFFICER
from prcomm.press.releases import Release
from prcomm.press.roles import ANSWERERS, CHIEF, DUTY_OFFICER, TEAM, WATCH


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
NO_VERDICT = S.FOUND | S.RESPONDED
OPEN = S.FOUND | JUDGED | S.RESPONDED
WATCHED = CM882("monitoring")
JUDGES = (WATCHED, PRACTICE("monitoring statistics"))
REACTS = (WATCHED, PQ4366("tasks"))
CRIME_REPORTED = CRIMINAL_PROCEDURE(327, 1)
REFUTATION = MASS_MEDIA(34)
OWNER = INFORMATISATION("12-1")
NO_CENSORSHIP = (CONSTITUTION(82, 1), NO_DEMAND)
COUNCILS_SINCE = cast("date", PQ10.adopted)
OTHER_FILES = ("release", "signal", "refutation", "first")
"""The fields of the actions that name another file."""


@frozen(kw_only=True)
class FoundAction(Action):
    """What is done about a found item."""


@frozen(kw_only=True)
class Alleging(FoundAction):
    """It is entered what it alleges."""

    alleges: An[frozenset[Allegation], "what it alleges"]


@frozen(kw_only=True)
class Find(Alleging):
    """Somebody who watches found it."""

    case: An[str, "the reference of the found item"]
    office: An[Office, "the body it is about"]
    kind: An[FoundKind, "whether it is mass media"]
    outlet: An[Outlet, "where it was published"]
    alleges: An[frozenset[Allegation], "what it alleges"] = frozenset()


@frozen(kw_only=True)
class AddAllegations(Alleging):
    """It alleges more than was seen at first."""


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
class Respond(FoundAction):
    """The official response: before the verdict it says that a check goes on."""

    release: An[Reference, "the release"]
    published: An[bool, "whether it is out"]

    @classmethod
    def of(cls, found: FoundItem, release: Release, *, at: DateTime, by: Actor) -> "Respond":
        """The word on a found item by a release as it stands."""
        return cls(at=at, by=by, release=release.reference, published=release.is_out)


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
    backwards = (record.action for record in reversed(found.told))
    return next((action for action in backwards if isinstance(action, Judging)), None)


@guard("a named official answers for it", HOUSE(116), remedy="name the official")
def a_named_official_answers(found: FoundItem, action: Judging) -> bool:
    return bool(action.official)


@guard("another verdict than before has a reason", HOUSE(142), remedy="give the reason")
def a_change_has_a_reason(found: FoundItem, action: Judging) -> bool:
    before = verdict(found)
    return before is None or type(before) is type(action) or bool(action.why)


@guard("the response is published", WATCHED, remedy="publish it as a release")
def the_response_is_out(found: FoundItem, action: Respond) -> bool:
    return action.published and action.release.process == "release"


def was_disproved(found: FoundItem, action: FoundAction) -> bool:
    """False is what the last verdict says."""
    return isinstance(verdict(found), Disprove)


def is_handed_on(found: FoundItem, action: Close) -> bool:
    """Signs of corruption hold nothing up before there was a council to hand them to."""
    left = found.alleges - found.handed
    council = ordinal(action.at, found.office) >= COUNCILS_SINCE.toordinal()
    return not (left if council else left - {Allegation.CORRUPTION})


def after_a_word(found: FoundItem, action: Judging) -> bool:
    """Whether an official response stands in the file before a verdict."""
    up_to_it = dropwhile(lambda record: record.action is not action, reversed(found.told))
    return any(isinstance(record.action, Respond) for record in up_to_it)


def alleging(allegation: Allegation) -> Callable[[FoundItem, Alleging], bool]:
    """Whether what is entered alleges it."""
    return lambda found, action: allegation in action.alleges


row = rows(FoundItem, FoundState, FoundAction)
owed = owes(FoundItem, FoundAction)
# fmt: off
TRANSITIONS = (
    #   in state                                   action          leads to        who may    under    given, and then
    row.start(                                     Find,           S.FOUND,        WATCH,     WATCHED,
        given("a registered outlet is mass media, any other page is not", MASS_MEDIA(4),
              lambda a: a.outlet.registered is (a.kind is K.MEDIA)),
        id="case", since=CM882.adopted),
    row(OPEN,                                      AddAllegations, SAME,           WATCH,     WATCHED,
        given("it was not alleged before", HOUSE(143),
              lambda it, a: bool(a.alleges) and a.alleges.isdisjoint(it.alleges)),
        then=lambda it, a: evolve(it, alleges=it.alleges | a.alleges), since=CM882.adopted),
    row(NO_VERDICT | S.DISPROVED | S.UNVERIFIABLE, Confirm,        S.CONFIRMED,    ANSWERERS, JUDGES,
        a_named_official_answers, a_change_has_a_reason, since=CM882.adopted),
    row(NO_VERDICT | S.CONFIRMED | S.UNVERIFIABLE, Disprove,       S.DISPROVED,    ANSWERERS, JUDGES,
        a_named_official_answers, a_change_has_a_reason, since=CM882.adopted),
    row(NO_VERDICT | S.CONFIRMED | S.DISPROVED,    LeaveOpen,      S.UNVERIFIABLE, ANSWERERS, JUDGES,
        a_named_official_answers, a_change_has_a_reason, since=CM882.adopted),
    row(JUDGED,                                    Respond,        S.RESPONDED,    CHIEF,     REACTS,
        the_response_is_out, since=CM882.adopted),
    row(NO_VERDICT,                                Respond,        SAME,           CHIEF,     REACTS,
        the_response_is_out, since=CM882.adopted),
    row(OPEN,                                      HandToDuty,     SAME,           WATCH,     CRIME_REPORTED,
        given("a crime is alleged", CRIME_REPORTED, lambda it, a: Allegation.CRIME in it.alleges),
        given("it has a number", HOUSE(104), lambda it, a: bool(a.number), remedy="give the number"),
        then=lambda it, a: evolve(it, handed=it.handed | {Allegation.CRIME})),
    row(OPEN,                                      HandToCouncil,  SAME,           TEAM,      SIGNS_OF_CORRUPTION,
        given("signs of corruption are alleged", SIGNS_OF_CORRUPTION,
              lambda it, a: Allegation.CORRUPTION in it.alleges),
        then=lambda it, a: evolve(it, handed=it.handed | {Allegation.CORRUPTION}), since=COUNCILS_SINCE),
    row(S.DISPROVED | S.RESPONDED,                 AskRefutation,  SAME,           CHIEF,     REFUTATION,
        given("it was shown to be false", REFUTATION, was_disproved), only=K.MEDIA, since=MASS_MEDIA_SINCE),
    row.never(S.CONFIRMED | S.UNVERIFIABLE,        AskRefutation, REFUTATION,
        "what is true, or not shown to be false, is answered, never refuted", since=MASS_MEDIA_SINCE),
    row(S.DISPROVED | S.RESPONDED,                 TellOwner,      SAME,           CHIEF,     OWNER,
        given("it proved wrong", OWNER, was_disproved), only=K.PAGE),
    row.never(OPEN,                                DemandApproval, NO_CENSORSHIP,
        "nobody may ask an outlet for approval beforehand: respond to what it publishes"),
    row.never(OPEN,                                DemandRemoval,  NO_CENSORSHIP,
        "nobody may ask an outlet to change or remove what it publishes: respond, ask for a refutation of what is "
        "false, or go to court", only=K.MEDIA),
    row(S.RESPONDED,                               Close,          S.CLOSED,       CHIEF,     HOUSE(117),
        given("each allegation was handed on", HOUSE(117), is_handed_on, remedy="hand it on")),
    row(S.CLOSED,                                  Reopen,         S.FOUND,        CHIEF,     HOUSE(143),
        given("it is said why", HOUSE(120), lambda it, a: bool(a.why), remedy="give the reason")),
    row(OPEN,                                      JoinTo,         S.JOINED,       CHIEF,     HOUSE(143),
        given("it is joined to another found item", HOUSE(143),
              lambda it, a: a.first.process == "monitoring" and a.first.id != it.id),
        given("what it alleges and was not handed on the first alleges too", HOUSE(143),
              lambda it, a: it.alleges - it.handed <= a.alleged, remedy="hand it on before")),
)
DEADLINES = (
    #    what is owed    begins                          within                    met by
    owed("verdict",     (Find, Reopen),                  PROMPTLY,                 (Confirm, Disprove, LeaveOpen),
         Who(PRESS_OFFICER, HOUSE(101)), WATCHED, until=JoinTo),
    owed("response",     Find,                           RESPONSE_TO_A_FOUND_ITEM, Respond,
         CHIEF, WATCHED, until=JoinTo),
    owed("second_word", (Confirm, Disprove, LeaveOpen),  PROMPTLY,                 Respond,
         CHIEF, HOUSE(142), when=after_a_word, until=JoinTo),
    owed("to_duty",     (Find, AddAllegations),          PROMPTLY,                 HandToDuty,
         Who(DUTY_OFFICER, HOUSE(104)), TO_THE_DUTY_UNIT, when=alleging(Allegation.CRIME), until=JoinTo),
    owed("to_council",  (Find, AddAllegations),          PROMPTLY,                 HandToCouncil,
         CHIEF, SIGNS_OF_CORRUPTION, when=alleging(Allegation.CORRUPTION), until=JoinTo,
         first_day=COUNCILS_SINCE),
)
# fmt: on
MONITORING = Lifecycle("monitoring", TRANSITIONS, DEADLINES, law=UZ, final=S.JOINED)
"""The found item, from its finding to the word on it and the verdict, and its handing on."""
