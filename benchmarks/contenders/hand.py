"""The same five steps as somebody would write them by hand.

One dict keyed by state, action and kind, and one function that reads it. It checks the order of time (the hour
that comes twice too), the role and the guards (handed the law of the office's day, as the library hands it), does
the effect, keeps the same open clocks as ``Clock`` values, and makes the record and the entity of the same classes.
It leaves out only what the library does once it has said no: the reasons. It raises ``Unlawful``, and that is all.
"""

from collections.abc import Callable

from contenders.appeal import (
    ACT,
    APPEAL,
    AUTHORISED,
    BEGUN,
    EXECUTOR,
    HEAD,
    OTHER_BODY,
    REGISTRAR,
    STEPS,
    Answered,
    Appeal,
    AppealAction,
    AppealKind,
    AppealState,
    AskOther,
    Assign,
    Decide,
    Extend,
    Forward,
    NotifyOfStudy,
    Register,
    SendReply,
    Study,
    all_answered,
    assigned,
    not_to_the_accused,
)
from prcomm import Citation, Clock, Record, Role, runs
from prcomm.core.table.entities import earlier

Clocks = tuple[Clock, ...]
Guards = tuple[Callable[..., bool], ...]
Row = tuple[
    AppealState | None,  # leads to; None keeps the state
    tuple[Role, ...],
    Guards,
    Callable[..., Appeal] | None,
    tuple[Citation, ...],
    Callable[..., Clocks] | None,  # what it does to the open clocks
]


class Unlawful(Exception):
    """The action is refused."""


def registered(clocks: Clocks, action: Register, index: int) -> Clocks:
    return tuple([c for c in clocks if c.deadline != "registration"])


def done(clocks: Clocks, action: SendReply | Forward, index: int) -> Clocks:
    return tuple([c for c in clocks if c.deadline != "consideration"])


def moved(clocks: Clocks, action: Study | Extend, index: int) -> Clocks:
    return tuple(
        [Clock(c.deadline, c.key, c.begun, (*c.touched, index)) if c.deadline == "consideration" else c for c in clocks]
    )


def moved_and_to_notify(clocks: Clocks, action: Study, index: int) -> Clocks:
    return (*moved(clocks, action, index), Clock("study_notice", None, index))


def notified(clocks: Clocks, action: NotifyOfStudy, index: int) -> Clocks:
    return tuple([c for c in clocks if c.deadline != "study_notice"])


def asked(clocks: Clocks, action: AskOther, index: int) -> Clocks:
    if any(c.deadline == "information" and c.key == action.request for c in clocks):
        return clocks
    return (*clocks, Clock("information", action.request, index))


def answered(clocks: Clocks, action: Answered, index: int) -> Clocks:
    return tuple([c for c in clocks if c.deadline != "information" or c.key != action.request])


S, K = AppealState, AppealKind
CLERKS, CHIEFS, HEADS, EXPERTS, OTHERS = (REGISTRAR,), (HEAD, AUTHORISED), (HEAD,), (EXECUTOR,), (OTHER_BODY,)
_runs = runs("consideration").holds


def term_runs(appeal: Appeal, action: AppealAction) -> bool:
    """The one condition that reads the law."""
    return _runs(appeal, action, APPEAL.context(appeal, action))


ACCUSED, COMPLETE, RUNNING = (not_to_the_accused.holds,), (all_answered.holds,), (term_runs,)
TABLE: dict[tuple[AppealState, type[AppealAction], AppealKind], Row] = {}
# fmt: off
for kind in K:
    TABLE[S.RECEIVED, Register, kind] = (S.REGISTERED, CLERKS, (), None, (ACT(23, 1),), registered)
    TABLE[S.REGISTERED, Forward, kind] = (S.FORWARDED, CHIEFS, ACCUSED, None, (ACT(25, 2), ACT(25, 3)), done)
    TABLE[S.REGISTERED, Assign, kind] = (S.IN_REVIEW, CHIEFS, ACCUSED, assigned, (ACT(24, 3), ACT(25, 3)), None)
    TABLE[S.DECIDED, SendReply, kind] = (S.CONSIDERED, CHIEFS, (), None, (ACT(27, 2),), done)
    for state in (S.IN_REVIEW, S.EXTRA_STUDY, S.EXTENDED):
        TABLE[state, AskOther, kind] = (None, EXPERTS, (), None, (ACT(24, 4),), asked)
        TABLE[state, Answered, kind] = (None, OTHERS, (), None, (ACT(24, 4),), answered)
        TABLE[state, Decide, kind] = (S.DECIDED, HEADS, COMPLETE, None, (ACT(27, 1),), None)
for kind in (K.APPLICATION, K.COMPLAINT):
    TABLE[S.IN_REVIEW, Study, kind] = (S.EXTRA_STUDY, EXPERTS, (), None, (ACT(28, 1),), moved)
    for state in (S.IN_REVIEW, S.EXTRA_STUDY):
        TABLE[state, Extend, kind] = (S.EXTENDED, HEADS, RUNNING, None, (ACT(28, 2), ACT(28, 1)), moved)
TABLE[S.IN_REVIEW, Study, K.PROPOSAL] = (S.EXTRA_STUDY, EXPERTS, (), None, (ACT(28, 3),), moved_and_to_notify)
TABLE[S.EXTRA_STUDY, NotifyOfStudy, K.PROPOSAL] = (None, EXPERTS, (), None, (ACT(28, 3),), notified)
# fmt: on
def apply(appeal: Appeal, action: AppealAction) -> Appeal:
    """The appeal after one more action."""
    row = TABLE.get((appeal.state, type(action), appeal.kind))
    if row is None:
        raise Unlawful
    state, roles, guards, effect, cites, touch = row
    at = action.at
    history = appeal.history
    last = history[-1].action.at
    if at < last or (at.fold != last.fold and earlier(at, last)) or action.by.role not in roles:
        raise Unlawful
    if guards:
        for guard in guards:
            if not guard(appeal, action):
                raise Unlawful
    clocks = appeal.clocks
    if touch is not None:
        clocks = touch(clocks, action, len(history))
    if state is None:
        state = appeal.state
    if effect is not None:
        appeal = effect(appeal, action)
    return Appeal(
        id=appeal.id,
        office=appeal.office,
        state=state,
        history=history + (Record(action, state, cites),),  # noqa: RUF005  # twice as fast for a long history
        clocks=clocks,
        kind=appeal.kind,
        questions=appeal.questions,
        against=appeal.against,
        lead=appeal.lead,
    )


def by_hand() -> Appeal:
    """The five steps."""
    appeal = BEGUN
    for action in STEPS:
        appeal = apply(appeal, action)
    return appeal
