"""The reception of a person by a body, in person or by video: Law O‘RQ-445, articles 8 and 9."""

from attrs import field, frozen
from pendulum import DateTime

from prcomm.citizens.appeals.model import ANSWERED, Appeal, Appellant
from prcomm.core.deadlines import owes
from prcomm.core.entities import Action, Entity, Phase, Reference, State
from prcomm.core.law import Law
from prcomm.core.lifecycle import Lifecycle
from prcomm.core.oneof import Kind
from prcomm.core.people import Actor, Office, Person, Who, hidden
from prcomm.core.tables import SAME, guard, rows
from prcomm.core.terms import WorkingDays
from prcomm.law import UZ
from prcomm.law.house import HOUSE
from prcomm.law.model_regulation import MODEL_REGULATION, WORKING_DAYS_TO_PUT_A_VIDEO_REQUEST
from prcomm.law.orq445 import ORQ445
from prcomm.law.roles import APPELLANT, AUTHORISED, EXECUTOR, HEAD, REGISTRAR, REPRESENTATIVE

VIDEO_ORDER = MODEL_REGULATION("video reception")


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


@frozen(kw_only=True)
class ReceptionAction(Action):
    """What is done about a reception."""


@frozen(kw_only=True)
class AskReception(ReceptionAction):
    """A person asks to be received.

    Attributes:
        case: the reference of the request.
        kind: in person or by video.
        office: by which office.
        visitor: who is to be received.
        representative: who comes for the visitor, if anyone does.
        named: whether identity and residence (location) are given.
        contacts: whether an e-mail address and a telephone are given.
        convenient: when it would suit.
        language: in which language, by code.
        content: a reference to the short content.
    """

    case: str
    kind: ReceptionKind
    office: Office
    visitor: Appellant = field(repr=hidden)
    representative: Person | None = field(default=None, repr=hidden)
    named: bool = True
    contacts: bool = True
    convenient: DateTime | None = None
    language: str = "uz"
    content: str = ""


@frozen(kw_only=True)
class RegisterRequest(ReceptionAction):
    """The appeals unit registers the request for a video reception.

    Attributes:
        number: its number.
    """

    number: str


@frozen(kw_only=True)
class PutBeforeHead(ReceptionAction):
    """The request for a video reception is put before the head."""


@frozen(kw_only=True)
class HoldReception(ReceptionAction):
    """The person is received.

    Attributes:
        public: whether it is a public reception, where no document is asked for.
        identity_shown: whether a document of identity was shown.
        authority_shown: whether a representative showed their authority.
        recorded: whether it was recorded or photographed.
        recording_decided: whether the head decided that.
        recording_told: whether the person was told of it.
    """

    public: bool = False
    identity_shown: bool = True
    authority_shown: bool = False
    recorded: bool = False
    recording_decided: bool = False
    recording_told: bool = False


@frozen(kw_only=True)
class ExplainWhereToTurn(ReceptionAction):
    """The matter is foreign to this body: the official explains which one to turn to.

    Attributes:
        to: the id of that body.
    """

    to: str


@frozen(kw_only=True)
class RefuseReception(ReceptionAction):
    """The person is not received.

    Attributes:
        former: the earlier appeal.
        appellants: the ids of those who made that.
        same_nature: whether it was of the same nature, as a person judged it.
        decided: whether it was decided.
        told: whether the person was told of that.
    """

    former: Reference | None = None
    appellants: tuple[str, ...] = field(default=(), repr=hidden)
    same_nature: bool = False
    decided: bool = False
    told: bool = False

    @classmethod
    def of(cls, former: Appeal, *, same_nature: bool, at: DateTime, by: Actor) -> "RefuseReception":
        """The refusal in view of an earlier appeal as it stands."""
        return cls(
            at=at,
            by=by,
            former=Reference("appeal", former.id),
            appellants=former.appellant_ids,
            same_nature=same_nature,
            decided=former.outcome is not None,
            told=former.state in ANSWERED,
        )


@frozen(kw_only=True)
class Reception(Entity[ReceptionState]):
    """The reception of a person.

    Attributes:
        kind: in person or by video.
        visitor: who is to be received.
        represented: whether somebody comes for them.
    """

    kind: ReceptionKind
    visitor: Appellant = field(repr=hidden)
    represented: bool = False


@guard("the request says who, how to reach them, when, in which language and on what", VIDEO_ORDER)
def request_is_complete(action: AskReception, law: Law) -> bool:
    return bool(action.named and action.contacts and action.convenient and action.language and action.content)


@guard("the request is registered under a number", VIDEO_ORDER)
def under_a_number(reception: Reception, action: RegisterRequest, law: Law) -> bool:
    return bool(action.number)


@guard("it is said which body to turn to", ORQ445(9, 6))
def body_is_named(reception: Reception, action: ExplainWhereToTurn, law: Law) -> bool:
    return bool(action.to)


@guard("a document of identity is shown, save at a public reception", ORQ445(9, 8))
def identity_is_shown(reception: Reception, action: HoldReception, law: Law) -> bool:
    return action.identity_shown or action.public


@guard("a representative shows their authority, save at a public reception", ORQ445(9, 8))
def authority_is_shown(reception: Reception, action: HoldReception, law: Law) -> bool:
    return action.authority_shown or action.public or not reception.represented


@guard("it is recorded only by decision of the head, and the person is told", ORQ445(9, 7))
def recorded_by_the_rules(reception: Reception, action: HoldReception, law: Law) -> bool:
    return not action.recorded or (action.recording_decided and action.recording_told)


@guard("it is refused only if an earlier appeal of the same nature was decided and the person told", ORQ445(8, 3))
def same_matter_was_decided(reception: Reception, action: RefuseReception, law: Law) -> bool:
    return action.former is not None and action.same_nature and action.decided and action.told


@guard("that earlier appeal was of the same person", ORQ445(8, 3))
def of_the_same_person(reception: Reception, action: RefuseReception, law: Law) -> bool:
    return reception.visitor.id in action.appellants


def asked(action: AskReception) -> Reception:
    return Reception(
        id=action.case,
        office=action.office,
        kind=action.kind,
        visitor=action.visitor,
        represented=action.representative is not None,
    )


CITIZEN = APPELLANT | REPRESENTATIVE
REGISTRY = Who(REGISTRAR, HOUSE(7))
RECEIVER = Who(HEAD | AUTHORISED | EXECUTOR, HOUSE(7))
WAITING = S.ASKED | S.REGISTERED | S.PUT_BEFORE_HEAD

row = rows(Reception, ReceptionState, ReceptionAction)
# fmt: off
TRANSITIONS = (
    #   in state           action              leads to           who may   under         given that, and then
    row.start(             AskReception,       S.ASKED,           CITIZEN,  ORQ445(8, 1), then=asked, only=PERSONAL),
    row.start(             AskReception,       S.ASKED,           CITIZEN,  (ORQ445(9, 9), ORQ445(9, 10)),
        request_is_complete, then=asked, only=VIDEO),
    row(S.ASKED,           RegisterRequest,    S.REGISTERED,      REGISTRY, VIDEO_ORDER,  under_a_number, only=VIDEO),
    row(S.REGISTERED,      PutBeforeHead,      S.PUT_BEFORE_HEAD, REGISTRY, VIDEO_ORDER,  only=VIDEO),
    row(S.ASKED,           HoldReception,      S.HELD,            RECEIVER, ORQ445(9, 1), identity_is_shown,
        authority_is_shown, recorded_by_the_rules, only=PERSONAL),
    row(S.PUT_BEFORE_HEAD, HoldReception,      S.HELD,            RECEIVER, ORQ445(9, 9), recorded_by_the_rules,
        identity_is_shown, authority_is_shown, only=VIDEO),
    row(S.HELD,            ExplainWhereToTurn, SAME,              RECEIVER, ORQ445(9, 6), body_is_named),
    row(WAITING,           RefuseReception,    S.REFUSED,         RECEIVER, (ORQ445(8, 2), ORQ445(8, 3)),
        same_matter_was_decided, of_the_same_person),
)
# fmt: on


def its_instant(reception: Reception, action: AskReception) -> DateTime:
    return action.at


def in_working_days(reception: Reception, action: AskReception, law: Law) -> WorkingDays:
    return WorkingDays(law[WORKING_DAYS_TO_PUT_A_VIDEO_REQUEST])


owed = owes(Reception, ReceptionAction)
# fmt: off
DEADLINES = (
    #    what is owed, begins with, counted from, within, met by, owed by, under; only, until
    owed("video_request", AskReception, its_instant, in_working_days, (PutBeforeHead,), REGISTRAR, VIDEO_ORDER,
         only=VIDEO, until=(RefuseReception,)),
)
# fmt: on
RECEPTION = Lifecycle("reception", TRANSITIONS, DEADLINES, law=UZ, final=S.HELD | S.REFUSED)
"""The reception of a person, in person or by video."""
