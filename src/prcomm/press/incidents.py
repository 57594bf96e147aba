"""A resonant event: what the body says of it, from the first word to the review.

No term that was read says how soon: the first word and the decision on a briefing are owed promptly. What a word says
is a release, and stands under the rules of releases.
"""

from datetime import date
from enum import Enum
from typing import Annotated as An, cast

from attrs import evolve, frozen
from pendulum import Date, DateTime

from prcomm import (
    PROMPTLY,
    SAME,
    Action,
    Actor,
    BadInput,
    Entity,
    Item,
    Lifecycle,
    Office,
    Part,
    Phase,
    Reference,
    State,
    Term,
    Until,
    Who,
    given,
    guard,
    keeps,
    owes,
    part_rows,
    rows,
)
from prcomm.core.table.entities import earlier
from prcomm.law import UZ
from prcomm.law.criminal_procedure import CRIMINAL_PROCEDURE
from prcomm.law.house import HOUSE
from prcomm.law.practice import PRACTICE
from prcomm.law.press_acts import CM882, FIRST_WORD, SIGNS_OF_CORRUPTION
from prcomm.law.public_councils import PQ10
from prcomm.law.roles import PRESS_HEAD
from prcomm.law.source_article import SOURCE_ARTICLE
from prcomm.press.monitoring import Confirm, Disprove, FoundItem, Judging, LeaveOpen, verdict
from prcomm.press.releases import Release
from prcomm.press.roles import BODY, CENTRAL, CHIEF, TEAM, WATCH


class IncidentState(State):
    """Where an incident stands."""

    NOTICED = 1, Phase.PLAN
    HOLDING = 2, Phase.ACT
    UPDATING = 3, Phase.ACT
    RESOLVED = 4, Phase.FEEDBACK
    REVIEWED = 5, Phase.EVALUATION
    DISMISSED = 6, Phase.EVALUATION
    JOINED = 7, Phase.EVALUATION


class PromiseState(State):
    """Where a promise stands."""

    OPEN = 1
    KEPT = 2
    GIVEN_UP = 3


class Truth(Enum):
    """What was shown of what is told about the event."""

    CONFIRMED = 1
    DISPROVED = 2
    UNVERIFIABLE = 3


S, P = IncidentState, PromiseState
SPOKEN_OF = S.HOLDING | S.UPDATING
GOING_ON = S.NOTICED | SPOKEN_OF
RESONANT = CM882("resonant events")
SINCE = cast("date", CM882.adopted)
COUNCILS_SINCE = cast("date", PQ10.adopted)
TRUTHS: dict[type[Judging], Truth] = {
    Confirm: Truth.CONFIRMED,
    Disprove: Truth.DISPROVED,
    LeaveOpen: Truth.UNVERIFIABLE,
}
WHY = "a reference to the reason"
OTHER_FILES = ("former", "found", "line", "briefing", "to", "release", "first")
"""The fields of the actions that name another file."""


@frozen(kw_only=True)
class Line:
    """A word on the event: three things, and the release that says them."""

    known: An[str, "what is known, by reference"]
    unknown: An[str, "what is not known yet, by reference"]
    doing: An[str, "what is being done, by reference"]
    release: An[Reference, "the release"]
    published: An[bool, "whether it is out"]

    @classmethod
    def of(cls, release: Release, *, known: str, unknown: str, doing: str) -> "Line":
        """A word by a release as it stands."""
        out = release.is_out
        return cls(known=known, unknown=unknown, doing=doing, release=release.reference, published=out)


@frozen(kw_only=True)
class IncidentAction(Action):
    """What is done about an incident."""


@frozen(kw_only=True)
class WithWhy(IncidentAction):
    """It is said why."""

    why: An[str, WHY]


@frozen(kw_only=True)
class Saying(IncidentAction):
    """A word is said on it."""

    line: An[Line, "what is said"]


@frozen(kw_only=True)
class Notice(IncidentAction):
    """Somebody who watches noticed it."""

    case: An[str, "the reference of the incident"]
    office: An[Office, "the body that speaks of it"]
    found: An[Reference | None, "the item of monitoring, if it came from there"]
    noticed: An[DateTime, "when it was noticed"]
    former: An[Reference | None, "the incident of before, if that was reviewed and there is news of it"] = None

    @classmethod
    def of(cls, found: FoundItem, *, case: str, noticed: DateTime, at: DateTime, by: Actor) -> "Notice":
        """The notice of what a found item tells."""
        return cls(at=at, by=by, case=case, office=found.office, found=found.reference, noticed=noticed)


@frozen(kw_only=True)
class Verify(IncidentAction):
    """It was looked into whether it is true."""

    truth: An[Truth, "what was shown"]
    found: An[Reference | None, "the item of monitoring that has the verdict"] = None
    official: An[str, "the id of the official who answers for it"] = ""

    @classmethod
    def of(cls, found: FoundItem, *, at: DateTime, by: Actor) -> "Verify":
        """By the last verdict on a found item. Raises ``BadInput`` if there is none yet."""
        last = verdict(found)
        if last is None:
            raise BadInput("Verify", (f"found: there is no verdict on {found.id!r} yet",))
        return cls(at=at, by=by, truth=TRUTHS[type(last)], found=found.reference)


@frozen(kw_only=True)
class Rate(WithWhy):
    """It is said whether it causes public resonance."""

    resonant: An[bool, "whether it does"]


@frozen(kw_only=True)
class SayFirst(Saying):
    """The first word: what is known, what is not, and what is being done."""


@frozen(kw_only=True)
class Update(Saying):
    """A later word, in place of the last."""

    supersedes: An[Reference, "the release of the last word"]


@frozen(kw_only=True)
class DecideBriefing(WithWhy):
    """It is decided whether to hold an operational briefing."""

    hold: An[bool, "whether one is held"]
    briefing: An[Reference | None, "the briefing"] = None


@frozen(kw_only=True)
class Refer(IncidentAction):
    """Something in it goes on elsewhere."""

    to: An[Reference, "the file there"]


@frozen(kw_only=True)
class HandToDuty(IncidentAction):
    """A crime that it tells of goes to the duty unit."""

    number: An[str, "the number under which it was entered there"]


@frozen(kw_only=True)
class JoinTo(IncidentAction):
    """It is the same event as another, and goes on with that."""

    first: An[Reference, "the other incident"]


@frozen(kw_only=True)
class Resolve(IncidentAction):
    """Nothing more is to be said of it."""


@frozen(kw_only=True)
class Reopen(WithWhy):
    """There is news of it."""


@frozen(kw_only=True)
class Dismiss(WithWhy):
    """There is nothing to speak of."""


@frozen(kw_only=True)
class Review(IncidentAction):
    """It is gone through afterwards."""

    lessons: An[str, "a reference to what was learned"]


@frozen(kw_only=True)
class Promise(IncidentAction):
    """More is promised."""

    promise: An[str, "its id in this file"]
    until: An[Date | None, "the day by which; nothing where no day was named"]


@frozen(kw_only=True)
class Keep(IncidentAction):
    """What was promised is told."""

    promise: An[str, "which promise"]
    release: An[Reference, "the release that tells it"]


@frozen(kw_only=True)
class GiveUp(IncidentAction):
    """What was promised will not come."""

    promise: An[str, "which promise"]
    reason: An[str, WHY]
    release: An[Reference | None, "the release that gives the reason"]


@frozen(kw_only=True)
class PromiseMade(Item[PromiseState]):
    """What was promised to be told."""


@frozen(kw_only=True)
class Incident(Entity[IncidentState]):
    """An event that may cause public resonance."""

    found: An[Reference | None, "the item of monitoring that has the verdict, if there is one"]
    resonant: An[bool, "whether it was rated resonant"] = False
    truth: An[Truth | None, "what was shown of it"] = None
    last: An[Reference | None, "the release of the last word"] = None
    briefing_decided: An[bool, "whether it was decided on a briefing"] = False
    promises: An[tuple[PromiseMade, ...], "what was promised"] = ()

    @property
    def reference(self) -> Reference:
        """Where it is, for other files."""
        return Reference("incident", self.id)

    @property
    def refers_to(self) -> tuple[Reference, ...]:
        """The other files it names, in order."""
        named = (getattr(record.action, name, None) for record in self.told for name in OTHER_FILES)
        files = (one.release if isinstance(one, Line) else one for one in named)
        return tuple(dict.fromkeys(one for one in files if isinstance(one, Reference)))

    @property
    def promise_is_open(self) -> bool:
        """Whether something was promised and neither told nor given up."""
        return any(one.state is P.OPEN for one in self.promises)


@guard("it is said why", HOUSE(120), remedy="give the reason")
def says_why(incident: Incident, action: WithWhy) -> bool:
    return bool(action.why)


@guard("it says what is known, what is not, and what is being done", HOUSE(129), remedy="say all three")
def three_things_are_said(incident: Incident, action: Saying) -> bool:
    line = action.line
    return bool(line.known and line.unknown and line.doing)


@guard("the word is a published release", HOUSE(129), remedy="publish it as a release")
def the_line_is_out(incident: Incident, action: Saying) -> bool:
    return action.line.published and action.line.release.process == "release"


@guard("no promise is open", HOUSE(131), remedy="keep it, or give it up with a reason")
def no_promise_is_open(incident: Incident, action: JoinTo | Resolve) -> bool:
    return not incident.promise_is_open


def verified(incident: Incident, action: Verify) -> Incident:
    """What an official says does not make it forget the found item."""
    return evolve(incident, truth=action.truth, found=action.found or incident.found)


def spoken(incident: Incident, action: Saying) -> Incident:
    return evolve(incident, last=action.line.release)


def with_a_published_reason(incident: Incident, action: GiveUp) -> bool:
    return bool(action.reason) and action.release is not None and action.release.process == "release"


def stays_resonant(incident: Incident, action: Rate) -> bool:
    """Rated so, and not otherwise since."""
    return action.resonant and incident.resonant


def as_promised(incident: Incident, action: Promise) -> Term:
    return PROMPTLY if action.until is None else Until(action.until)


row = rows(Incident, IncidentState, IncidentAction)
promise = part_rows(Incident, PromiseMade, PromiseState, IncidentAction)
owed = owes(Incident, IncidentAction)
# fmt: off
TRANSITIONS = (
    #   in state    action          leads to     who may  under       given that, and then
    row.start(      Notice,         S.NOTICED,   WATCH,   RESONANT,
        given("it was noticed by now", HOUSE(104), lambda a: not earlier(a.at, a.noticed)), id="case", since=SINCE),
    row(GOING_ON,   Verify,         SAME,        TEAM,    CM882("monitoring"),
        given("a found item, or a named official, answers for it", HOUSE(116),
              lambda i, a: a.found is not None or bool(a.official), remedy="name the official"),
        then=verified, since=SINCE),
    row(GOING_ON,   Rate,           SAME,        BODY,    RESONANT,   says_why, then=keeps("resonant"), since=SINCE),
    row(S.NOTICED,  SayFirst,       S.HOLDING,   CHIEF,   (RESONANT, SOURCE_ARTICLE(51)),
        three_things_are_said, the_line_is_out, then=spoken, since=SINCE),
    row(SPOKEN_OF,  Update,         S.UPDATING,  CHIEF,   RESONANT,
        three_things_are_said, the_line_is_out,
        given("it supersedes the last word", HOUSE(130), lambda i, a: a.supersedes == i.last),
        then=spoken, since=SINCE),
    row(SPOKEN_OF,  DecideBriefing, SAME,        BODY,    RESONANT,
        says_why,
        given("a briefing decided on is named", RESONANT,
              lambda i, a: not a.hold or (a.briefing is not None and a.briefing.process == "briefing"),
              remedy="name the briefing"),
        then=lambda i, a: evolve(i, briefing_decided=True), since=SINCE),
    row(SPOKEN_OF,  Refer,          SAME,        BODY,    SIGNS_OF_CORRUPTION,
        given("it goes to another process", HOUSE(120), lambda i, a: a.to.process != "incident",
              remedy="join it to the other incident"), since=COUNCILS_SINCE),
    row(GOING_ON,   HandToDuty,     SAME,        WATCH,   CRIMINAL_PROCEDURE(327, 1),
        given("it has a number", HOUSE(104), lambda i, a: bool(a.number), remedy="give the number")),
    row(GOING_ON,   JoinTo,         S.JOINED,    CHIEF,   HOUSE(143),
        given("it is joined to another incident", HOUSE(143),
              lambda i, a: a.first.process == "incident" and a.first.id != i.id),
        no_promise_is_open),
    row(SPOKEN_OF,  Resolve,        S.RESOLVED,  BODY,    HOUSE(121),
        given("it was verified", HOUSE(116), lambda i, a: i.truth is not None),
        no_promise_is_open,
        given("of a resonant event it is decided whether to hold a briefing", RESONANT,
              lambda i, a: not i.resonant or i.briefing_decided)),
    row(S.RESOLVED, Reopen,         S.UPDATING,  CHIEF,   HOUSE(143), says_why),
    row(S.NOTICED,  Dismiss,        S.DISMISSED, CHIEF,   HOUSE(120),
        says_why,
        given("what was rated resonant is not dismissed", RESONANT, lambda i, a: not i.resonant)),
    row(S.RESOLVED, Review,         S.REVIEWED,  Who(PRESS_HEAD | CENTRAL, HOUSE(102)), HOUSE(121),
        given("the lessons are written down", HOUSE(120), lambda i, a: bool(a.lessons), remedy="give it")),
)
PROMISES = Part("promises", "promise", (
    promise.start(  Promise,        P.OPEN,      TEAM,    PRACTICE("official response"), id="promise"),
    promise(P.OPEN, Keep,           P.KEPT,      TEAM,    HOUSE(131),
        given("a promise is kept by a release", HOUSE(131), lambda i, a: a.release.process == "release")),
    promise(P.OPEN, GiveUp,         P.GIVEN_UP,  BODY,    HOUSE(131),
        given("a promise is given up with a reason that is published", HOUSE(131), with_a_published_reason,
              remedy="give the reason in a release")),
), during=SPOKEN_OF)
DEADLINES = (
    #    what is owed          begins   within       met by          owed by
    owed("first_word",         Notice,  FIRST_WORD,  SayFirst,       CHIEF, RESONANT,
         since=lambda i, a: a.noticed, until=(Dismiss, JoinTo), first_day=SINCE),
    owed("briefing_decision",  Rate,    PROMPTLY,    DecideBriefing, CHIEF, RESONANT,
         when=stays_resonant, until=(Dismiss, JoinTo)),
    owed("promise",            Promise, as_promised, (Keep, GiveUp), CHIEF, HOUSE(131), per="promise"),
)
# fmt: on
FINAL = S.REVIEWED | S.DISMISSED | S.JOINED
INCIDENT = Lifecycle("incident", TRANSITIONS, DEADLINES, law=UZ, parts=(PROMISES,), final=FINAL)
"""The incident, from its notice to its review."""
