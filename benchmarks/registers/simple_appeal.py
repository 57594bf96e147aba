"""An appeal as a register of eleven columns can hold it: kinds, states, who may, and terms of most kinds, under the law
of Uzbekistan. What the register does not hold (who is complained of, what was asked) is left out of the table too."""

from datetime import date

from attrs import frozen

from prcomm import (
    PROMPTLY,
    SAME,
    SAME_WORKING_DAY,
    STANDS,
    Action,
    Context,
    Days,
    Entity,
    Kind,
    Lifecycle,
    Months,
    RunningTerm,
    State,
    Term,
    Until,
    WorkingDays,
    by_law,
    owes,
    rows,
)
from prcomm.core.calendar.days import day, ordinal
from prcomm.law import UZ, office
from prcomm.law.orq445 import DAYS_TO_CONSIDER, MONTHS_FOR_A_PROPOSAL, MONTHS_WITH_STUDY, ORQ445
from prcomm.law.roles import AUTHORISED, EXECUTOR, HEAD, OTHER_BODY, REGISTRAR

POST = office("district", week=6)


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


@frozen(kw_only=True)
class Register(AppealAction): ...


@frozen(kw_only=True)
class Assign(AppealAction): ...


@frozen(kw_only=True)
class Study(AppealAction): ...


@frozen(kw_only=True)
class Extend(AppealAction):
    until: date


@frozen(kw_only=True)
class Decide(AppealAction): ...


@frozen(kw_only=True)
class SendReply(AppealAction): ...


@frozen(kw_only=True)
class Forward(AppealAction): ...


@frozen(kw_only=True)
class Ask(AppealAction):
    request: str


@frozen(kw_only=True)
class Give(AppealAction):
    request: str


@frozen(kw_only=True)
class Appeal(Entity[AppealState]):
    kind: AppealKind


def opened(action: Receive) -> Appeal:
    return Appeal(id=action.case, office=POST, kind=action.kind)


def its_term(appeal: Appeal, action: Receive, context: Context) -> Term:
    if appeal.kind is AppealKind.PROPOSAL:
        return Months(context[MONTHS_FOR_A_PROPOSAL])
    return Days(context[DAYS_TO_CONSIDER])


def ran_out(appeal: Appeal, action: AppealAction, running: RunningTerm) -> bool:
    return running.last is not None and day(ordinal(action.at, appeal.office)) > running.last


def by_study(appeal: Appeal, action: Study, running: RunningTerm) -> Term | None:
    if ran_out(appeal, action, running):
        return STANDS
    return None if appeal.kind is AppealKind.PROPOSAL else Months(MONTHS_WITH_STUDY)


def to_its_day(appeal: Appeal, action: Extend, running: RunningTerm) -> Term:
    return STANDS if ran_out(appeal, action, running) else Until(action.until)


S, K = AppealState, AppealKind
REVIEWED = S.IN_REVIEW | S.EXTRA_STUDY | S.EXTENDED
DEMANDS = K.APPLICATION | K.COMPLAINT
DESK = HEAD | AUTHORISED
row, owed = rows(Appeal, AppealState, AppealAction), owes(Appeal, AppealAction)
# fmt: off
TRANSITIONS = (
    row.start(                         Receive,   S.RECEIVED,    REGISTRAR,  ORQ445(15, 1), then=opened),
    row(S.RECEIVED,                    Register,  S.REGISTERED,  REGISTRAR,  ORQ445(23, 1)),
    row(S.REGISTERED,                  Forward,   S.FORWARDED,   DESK,       ORQ445(25, 2)),
    row(S.REGISTERED,                  Assign,    S.IN_REVIEW,   DESK,       ORQ445(24, 3)),
    row(REVIEWED,                      Assign,    SAME,          DESK,       ORQ445(24, 3)),
    row(S.IN_REVIEW,                   Study,     S.EXTRA_STUDY, EXECUTOR,   ORQ445(28, 1)),
    row(S.IN_REVIEW | S.EXTRA_STUDY,   Extend,    S.EXTENDED,    HEAD,       ORQ445(28, 2), only=DEMANDS),
    row.never(S.EXTENDED,              Extend,    ORQ445(28, 2), "a term is lengthened once"),
    row.never(S.IN_REVIEW | S.EXTRA_STUDY, Extend, ORQ445(28, 3), "no proposal's term is lengthened", only=K.PROPOSAL),
    row(REVIEWED,                      Ask,       SAME,          EXECUTOR,   ORQ445(24, 4)),
    row(REVIEWED,                      Give,      SAME,          OTHER_BODY, ORQ445(24, 4)),
    row(REVIEWED,                      Decide,    S.DECIDED,     DESK,       ORQ445(27, 1)),
    row(S.DECIDED,                     SendReply, S.CONSIDERED,  DESK,       ORQ445(27, 2)),
)
DEADLINES = (
    owed("registration",  Receive, SAME_WORKING_DAY,  Register,             REGISTRAR,  ORQ445(23, 1)),
    owed("forwarding",    Receive, WorkingDays(5),    Forward,              AUTHORISED, ORQ445(25, 2),
         owed.moved(Assign, STANDS), until=(SendReply, Assign), provided="the matter is not this body's"),
    owed("consideration", Receive, by_law(its_term),  (SendReply, Forward), EXECUTOR,   ORQ445(28, 1),
         owed.moved(Study, by_study), owed.moved(Extend, to_its_day)),
    owed("reply",         Decide,  PROMPTLY,          SendReply,            AUTHORISED, ORQ445(27, 1)),
    owed("information",   Ask,     WorkingDays(10),   Give,                 OTHER_BODY, ORQ445(24, 4), per="request"),
)
# fmt: on
LIFECYCLE = SIMPLE_APPEAL = Lifecycle("simple_appeal", TRANSITIONS, DEADLINES, law=UZ, final=S.CONSIDERED | S.FORWARDED)
MAPPING = {
    "prcomm": 1,
    "process": "simple_appeal",
    "office": {"id": "district", "week": 6},
    "case": "case",
    "activity": "activity",
    "order": "register",
    "each": {"at": "{time:at}", "by": {"id": "somebody", "role": "{role}"}},
    "actions": {
        "Receive": {"action": "Receive", "case": "{case}", "kind": "{kind}"},
        **{name: {"action": name} for name in ("Register", "Assign", "Study", "Decide", "SendReply", "Forward")},
        "Extend": {"action": "Extend", "until": "{until:day}"},
        "Ask": {"action": "Ask", "request": "{request}"},
        "Give": {"action": "Give", "request": "{request}"},
        "Note": None,
    },
}
