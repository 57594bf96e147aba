"""A stand-in for an appeal, and the five steps every contender takes it through.

The shape is that of a real lifecycle: kinds, guards, an effect, rows and a deadline ``only=`` for some kinds,
a row that forbids, a deadline that is moved and one that runs per key. Its act is invented.
"""

from datetime import date

import pendulum
from attrs import evolve, frozen

from prcomm import (
    SAME,
    SAME_WORKING_DAY,
    Action,
    Actor,
    Calendar,
    Context,
    Dated,
    Days,
    Enactment,
    Entity,
    Holiday,
    Kind,
    LastDay,
    Law,
    Lifecycle,
    Months,
    Office,
    Role,
    RunningTerm,
    SpecialDay,
    State,
    Term,
    Until,
    by_law,
    guard,
    owes,
    rows,
    runs,
)

ACT = Enactment("The Act")
CONSIDERATION = Dated.of("the days of consideration", 15, ACT(28, 1), since=date(2018, 1, 1))
CALENDAR = Calendar(
    "the benchmark's",
    days=(
        SpecialDay(date(2026, 3, 20), "an extra day off", ACT(90)),
        SpecialDay(date(2026, 3, 28), "a working Saturday", ACT(90), works=True, weeks=(5,), moved=True),
    ),
    holidays=(Holiday(3, 8, "a holiday", ACT(91)), Holiday(3, 21, "another", ACT(91))),
    decreed=(2025, 2026),
)
LAW = Law("the Act", CALENDAR, Dated.of("the last day", LastDay.STRICT, ACT(92), since=date(2000, 1, 1)))
REGISTRAR, HEAD, AUTHORISED, EXECUTOR, OTHER_BODY = map(
    Role, ("registrar", "head", "authorised official", "executor", "other body")
)


class AppealKind(Kind):
    APPLICATION = 1
    PROPOSAL = 2
    COMPLAINT = 3


class AppealState(State):
    RECEIVED = 1
    REGISTERED = 2
    IN_REVIEW = 3
    EXTRA_STUDY = 4
    EXTENDED = 5
    DECIDED = 6
    CONSIDERED = 7
    FORWARDED = 8


@frozen(kw_only=True)
class AppealAction(Action): ...


@frozen(kw_only=True)
class Receive(AppealAction):
    case: str
    kind: AppealKind
    office: Office
    questions: tuple[str, ...] = ()
    against: tuple[str, ...] = ()


@frozen(kw_only=True)
class Register(AppealAction):
    number: str


@frozen(kw_only=True)
class Assign(AppealAction):
    to: str


@frozen(kw_only=True)
class Forward(AppealAction):
    to: str


@frozen(kw_only=True)
class Study(AppealAction):
    reason: str


@frozen(kw_only=True)
class NotifyOfStudy(AppealAction): ...


@frozen(kw_only=True)
class Extend(AppealAction):
    until: date


@frozen(kw_only=True)
class AskOther(AppealAction):
    request: str


@frozen(kw_only=True)
class Answered(AppealAction):
    request: str


@frozen(kw_only=True)
class Decide(AppealAction):
    answers: tuple[str, ...]


@frozen(kw_only=True)
class SendReply(AppealAction): ...


@frozen(kw_only=True)
class Appeal(Entity[AppealState]):
    kind: AppealKind
    questions: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
    lead: str = ""


@guard("an appeal never goes to the one complained of", ACT(25, 3))
def not_to_the_accused(appeal: Appeal, action: Assign | Forward) -> bool:
    return action.to not in appeal.against


@guard("a decision answers every question", ACT(27, 1))
def all_answered(appeal: Appeal, action: Decide) -> bool:
    return len(action.answers) >= len(appeal.questions)


def open_file(action: Receive) -> Appeal:
    return Appeal(
        id=action.case, office=action.office, kind=action.kind, questions=action.questions, against=action.against
    )


def assigned(appeal: Appeal, action: Assign) -> Appeal:
    return evolve(appeal, lead=action.to)


def the_request(action: AskOther | Answered) -> str:
    return action.request


def consideration_term(appeal: Appeal, action: Receive, context: Context) -> Term:
    return Months(1) if action.kind is AppealKind.PROPOSAL else Days(context[CONSIDERATION])


def to_its_day(appeal: Appeal, action: Extend, running: RunningTerm) -> Term:
    return Until(action.until)


RECEIVED, REGISTERED, IN_REVIEW, EXTRA_STUDY, EXTENDED, DECIDED, CONSIDERED, FORWARDED = AppealState
OPEN = IN_REVIEW | EXTRA_STUDY | EXTENDED
OFFER, LONG = AppealKind.PROPOSAL, AppealKind.APPLICATION | AppealKind.COMPLAINT
CHIEFS = HEAD | AUTHORISED
row, owed = rows(Appeal, AppealState, AppealAction), owes(Appeal, AppealAction)
# fmt: off
TRANSITIONS = (
    #   in state                 action         leads to     who may     under       given that
    row.start(                   Receive,       RECEIVED,    REGISTRAR,  ACT(21, 1), then=open_file),
    row(RECEIVED,                Register,      REGISTERED,  REGISTRAR,  ACT(23, 1)),
    row(REGISTERED,              Forward,       FORWARDED,   CHIEFS,     ACT(25, 2), not_to_the_accused),
    row(REGISTERED,              Assign,        IN_REVIEW,   CHIEFS,     ACT(24, 3), not_to_the_accused, then=assigned),
    row(IN_REVIEW,               Study,         EXTRA_STUDY, EXECUTOR,   ACT(28, 1), only=LONG),
    row(IN_REVIEW,               Study,         EXTRA_STUDY, EXECUTOR,   ACT(28, 3), only=OFFER),
    row(EXTRA_STUDY,             NotifyOfStudy, SAME,        EXECUTOR,   ACT(28, 3), only=OFFER),
    row(IN_REVIEW | EXTRA_STUDY, Extend,        EXTENDED,    HEAD,       ACT(28, 2), runs("consideration"), only=LONG),
    row.never(OPEN,              Extend,        ACT(28, 2), "the term of a proposal is not lengthened", only=OFFER),
    row(OPEN,                    AskOther,      SAME,        EXECUTOR,   ACT(24, 4)),
    row(OPEN,                    Answered,      SAME,        OTHER_BODY, ACT(24, 4)),
    row(OPEN,                    Decide,        DECIDED,     HEAD,       ACT(27, 1), all_answered),
    row(DECIDED,                 SendReply,     CONSIDERED,  CHIEFS,     ACT(27, 2)),
)
TO_A_MONTH, TO_ITS_DAY = owed.moved(Study, Months(1)), owed.moved(Extend, to_its_day)
DEADLINES = (
    #   what is owed      begins    counted from within              met by                owed by     under
    owed("registration",  Receive,  SAME_WORKING_DAY,   (Register,),          REGISTRAR,  ACT(23, 1)),
    owed("consideration", Receive,  by_law(consideration_term), (SendReply, Forward), EXECUTOR,   ACT(28, 1),
         TO_A_MONTH, TO_ITS_DAY),
    owed("information",   AskOther, Days(10),           (Answered,),          OTHER_BODY, ACT(24, 4),
         per=the_request),
    owed("study_notice",  Study,    Days(10),           (NotifyOfStudy,),     EXECUTOR,   ACT(28, 3),
         only=OFFER),
)
# fmt: on
APPEAL = Lifecycle("appeal", TRANSITIONS, DEADLINES, law=LAW, final=CONSIDERED | FORWARDED)

OFFICE = Office("the office", zone="Asia/Tashkent")
CLERK, CHIEF, EXPERT = Actor("a", REGISTRAR), Actor("b", HEAD), Actor("c", EXECUTOR)


def at(day: int, hour: int = 10) -> pendulum.DateTime:
    """An instant of March 2026 on the office's clock."""
    return pendulum.datetime(2026, 3, day, hour, tz=OFFICE.tz)


RECEIPT = Receive(
    at=at(3),
    by=CLERK,
    case="1",
    kind=AppealKind.COMPLAINT,
    office=OFFICE,
    questions=("why?", "when?"),
    against=("d",),
)
STEPS: tuple[AppealAction, ...] = (
    Register(at=at(3, 11), by=CLERK, number="1"),
    Assign(at=at(4), by=CHIEF, to="c"),
    Study(at=at(5), by=EXPERT, reason="a document is to be found"),
    Decide(at=at(18), by=CHIEF, answers=("because", "soon")),
    SendReply(at=at(19), by=CHIEF),
)
BEGUN = APPEAL.begin(RECEIPT)


def by_prcomm() -> Appeal:
    """The five steps through ``lifecycle.apply``."""
    appeal = BEGUN
    for action in STEPS:
        appeal = APPEAL.apply(appeal, action)
    return appeal


def life_by_prcomm() -> Appeal:
    """All six steps, the one that begins it too."""
    appeal = APPEAL.begin(RECEIPT)
    for action in STEPS:
        appeal = APPEAL.apply(appeal, action)
    return appeal
