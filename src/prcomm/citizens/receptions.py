"""The reception of a person by a body, in person or by video: Law O‘RQ-445, articles 8 and 9."""

from typing import Annotated as An

from attrs import field, frozen
from pendulum import DateTime

from prcomm import (
    SAME,
    Action,
    Actor,
    Basis,
    Correction,
    Entity,
    Kind,
    LegalEntity,
    Lifecycle,
    Office,
    OneOf,
    Person,
    Phase,
    Reference,
    State,
    Term,
    Until,
    Who,
    WorkingDays,
    given,
    guard,
    owes,
    rows,
)
from prcomm.citizens.appeals.model import ANSWERED, Appeal, Appellant
from prcomm.core.calendar.days import day, ordinal
from prcomm.core.sources.people import hidden
from prcomm.law import UZ
from prcomm.law.house import HOUSE
from prcomm.law.model_regulation import MODEL_REGULATION, WORKING_DAYS_TO_PUT_A_VIDEO_REQUEST
from prcomm.law.orq445 import ORQ445
from prcomm.law.roles import APPELLANT, AUTHORISED, EXECUTOR, HEAD, REGISTRAR, REPRESENTATIVE


class ReceptionKind(Kind):
    """How a person is received."""

    PERSONAL = 1
    VIDEO = 2


class ReceptionState(State):
    """Where a reception stands."""

    ASKED = 1, Phase.PLAN
    REGISTERED = 2, Phase.PLAN
    PUT_BEFORE_HEAD = 3, Phase.PLAN
    HELD = 4, Phase.ACT
    REFUSED = 5, Phase.FEEDBACK


PERSONAL, VIDEO = ReceptionKind
S = ReceptionState
VIDEO_ORDER = MODEL_REGULATION("video reception")


@frozen(kw_only=True)
class ReceptionAction(Action):
    """What is done about a reception."""


@frozen(kw_only=True)
class AskReception(ReceptionAction):
    """A person asks to be received."""

    case: An[str, "the reference of the request"]
    kind: An[ReceptionKind, "in person or by video"]
    office: An[Office, "by which office"]
    visitor: An[Appellant, "who is to be received"] = field(repr=hidden)
    representative: An[Person | None, "who comes for the visitor, if anyone does"] = field(default=None, repr=hidden)
    named: An[bool, "whether identity and residence (location) are given"] = True
    contacts: An[bool, "whether an e-mail address and a telephone are given"] = True
    convenient: An[DateTime | None, "when it would suit"] = None
    language: An[str, "in which language, by code"] = "uz"
    content: An[str, "a reference to the short content"] = ""


@frozen(kw_only=True)
class RegisterRequest(ReceptionAction):
    """The appeals unit registers the request for a video reception."""

    number: An[str, "its number"]


@frozen(kw_only=True)
class PutBeforeHead(ReceptionAction):
    """The request for a video reception is put before the head."""


@frozen(kw_only=True)
class HoldReception(ReceptionAction):
    """The person is received."""

    public: An[bool, "whether it is a public reception, where no document is asked for"] = False
    identity_shown: An[bool, "whether a document of identity was shown"] = True
    authority_shown: An[bool, "whether an entity's representative showed their authority"] = False
    foreign: An[bool, "whether a matter was raised that is foreign to this body"] = False
    recorded: An[bool, "whether it was recorded or photographed"] = False
    recording_decided: An[bool, "whether the head decided that"] = False
    recording_told: An[bool, "whether the person was told of it"] = False


@frozen(kw_only=True)
class ExplainWhereToTurn(ReceptionAction):
    """The matter is foreign to this body: during the reception the official explains which one to turn to (art. 9)."""

    to: An[str, "the id of that body"]


@frozen(kw_only=True)
class RefuseReception(ReceptionAction):
    """The person is not received."""

    former: An[Reference | None, "the earlier appeal"] = None
    appellants: An[tuple[str, ...], "the ids of those who made that"] = field(default=(), repr=hidden)
    same_nature: An[bool, "whether it was of the same nature, as a person judged it"] = False
    decided: An[bool, "whether it was decided"] = False
    told: An[bool, "whether the person was told of that"] = False

    @classmethod
    def of(cls, former: Appeal, *, same_nature: bool, at: DateTime, by: Actor) -> "RefuseReception":
        """The refusal in view of an earlier appeal as it stands."""
        return cls(
            at=at,
            by=by,
            former=former.reference,
            appellants=former.appellant_ids,
            same_nature=same_nature,
            decided=former.outcome is not None,
            told=former.state in ANSWERED,
        )


@frozen(kw_only=True)
class Correct(ReceptionAction, Correction):
    """A fact of the file that was stated wrongly is corrected."""

    value: An[bool | str | DateTime | Person | None, "what it is"] = field(repr=hidden)


@frozen(kw_only=True)
class Reception(Entity[ReceptionState]):
    """The reception of a person."""

    kind: An[ReceptionKind, "in person or by video"]
    visitor: An[Appellant, "who is to be received"] = field(repr=hidden)
    representative: An[Person | None, "who comes for the visitor, if anyone does"] = field(default=None, repr=hidden)


@guard("one asks to be received oneself; for another their representative asks", ORQ445(8, 1).by(Basis.INFERRED))
def asks_for_oneself(action: AskReception) -> bool:
    if action.by.role != REPRESENTATIVE:
        return action.by.known_as == action.visitor.id
    return action.representative is not None and action.representative.id in (action.by.id, action.by.known_as)


@guard("a document of identity is shown, save at a public reception", ORQ445(9, 8))
def identity_is_shown(reception: Reception, action: HoldReception) -> bool:
    return action.identity_shown or action.public


@guard("an entity's representative shows their authority, save at a public reception", ORQ445(9, 8))
def authority_is_shown(reception: Reception, action: HoldReception) -> bool:
    """An entity comes only so, whether or not its representative was named."""
    return action.authority_shown or action.public or not isinstance(reception.visitor, LegalEntity)


@guard("it is recorded only by decision of the head, and the person is told", ORQ445(9, 7))
def recorded_by_the_rules(reception: Reception, action: HoldReception) -> bool:
    return not action.recorded or (action.recording_decided and action.recording_told)


def that_day(reception: Reception, action: HoldReception) -> Term:
    return Until(day(ordinal(action.at, reception.office)))


BY_ANOTHER = ORQ445(8, 1).by(Basis.INFERRED)
"""That somebody may ask for an individual: the Law speaks of individuals, and of representatives of legal entities."""
CITIZEN = Who(APPELLANT | REPRESENTATIVE, (ORQ445(8, 1), BY_ANOTHER))
REGISTRY = Who(REGISTRAR, HOUSE(7))
RECEIVER = Who(HEAD | AUTHORISED | EXECUTOR, HOUSE(7))
CORRECTOR = Who(HEAD | AUTHORISED | REGISTRAR, HOUSE(40))
FACTS_OF_THE_FILE = {
    AskReception: ("at", "representative", "named", "contacts", "convenient", "language", "content"),
    HoldReception: ("at", "public", "foreign"),
}
"""What the file states, and may state wrongly: never who came, who received them, nor what was shown."""
WAITING = S.ASKED | S.REGISTERED | S.PUT_BEFORE_HEAD

THAT_DAY = ORQ445(9, 6).by(Basis.INFERRED)
"""During the reception, says the Law; what is on file is its day."""

row = rows(Reception, ReceptionState, ReceptionAction)
owed = owes(Reception, ReceptionAction)
# fmt: off
TRANSITIONS = (
    #   in state           action              leads to           who may   under         given that, and then
    row.start(             AskReception,       S.ASKED,           CITIZEN,  ORQ445(8, 1), asks_for_oneself, id="case",
              only=PERSONAL),
    row.start(             AskReception,       S.ASKED,           CITIZEN,  (ORQ445(9, 9), ORQ445(9, 10)),
        asks_for_oneself,
        given("the request says who, how to reach them, when, in which language and on what", VIDEO_ORDER,
              lambda a: bool(a.named and a.contacts and a.convenient and a.language and a.content)),
        id="case", only=VIDEO),
    row(S.ASKED,           RegisterRequest,    S.REGISTERED,      REGISTRY, VIDEO_ORDER,
        given("the request is registered under a number", VIDEO_ORDER, lambda r, a: bool(a.number)), only=VIDEO),
    row(S.REGISTERED,      PutBeforeHead,      S.PUT_BEFORE_HEAD, REGISTRY, VIDEO_ORDER,  only=VIDEO),
    row(S.ASKED,           HoldReception,      S.HELD,            RECEIVER, ORQ445(9, 1),
        identity_is_shown, authority_is_shown, recorded_by_the_rules, only=PERSONAL),
    row(S.PUT_BEFORE_HEAD, HoldReception,      S.HELD,            RECEIVER, ORQ445(9, 9),
        recorded_by_the_rules, identity_is_shown, authority_is_shown, only=VIDEO),
    row(S.HELD,            ExplainWhereToTurn, SAME,              RECEIVER, ORQ445(9, 6),
        given("it is said which body to turn to", ORQ445(9, 6), lambda r, a: bool(a.to))),
    row(WAITING,           RefuseReception,    S.REFUSED,         RECEIVER, (ORQ445(8, 2), ORQ445(8, 3)),
        given("it is refused only if an earlier appeal of the same nature was decided and the person told",
              ORQ445(8, 3), lambda r, a: a.former is not None and a.same_nature and a.decided and a.told),
        given("that earlier appeal was of the same person", ORQ445(8, 3), lambda r, a: r.visitor.id in a.appellants)),
    row.corrects(OneOf(ReceptionState), Correct,           CORRECTOR, HOUSE(40), FACTS_OF_THE_FILE),
)
DEADLINES = (
    #    what is owed     begins        within                                             met by         owed by
    owed("video_request", AskReception, WorkingDays(WORKING_DAYS_TO_PUT_A_VIDEO_REQUEST), PutBeforeHead, REGISTRY,
         VIDEO_ORDER, only=VIDEO, until=RefuseReception),
    owed("explanation", HoldReception, that_day, ExplainWhereToTurn, Who(AUTHORISED, HOUSE(7)),
         (ORQ445(9, 6), THAT_DAY), when=lambda r, a: a.foreign),
)
# fmt: on
RECEPTION = Lifecycle("reception", TRANSITIONS, DEADLINES, law=UZ, final=S.HELD | S.REFUSED)
"""The reception of a person, in person or by video."""
