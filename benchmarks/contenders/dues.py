"""Entities whose dues are counted: one open clock of each sort of term, and few records or many."""

from attrs import frozen

from contenders.appeal import (
    ACT,
    APPEAL,
    BEGUN,
    CHIEF,
    CLERK,
    EXPERT,
    LAW,
    OFFICE,
    OTHER_BODY,
    REGISTRAR,
    Answered,
    Appeal,
    AppealAction,
    AskOther,
    Assign,
    Register,
    at,
)
from prcomm import (
    SAME_WORKING_DAY,
    Action,
    Actor,
    Days,
    Entity,
    Lifecycle,
    Months,
    State,
    Term,
    WorkingDays,
    owes,
    rows,
)

NOW = at(12)
ANOTHER = Actor("e", OTHER_BODY)


class DutyState(State):
    OPEN = 1
    DONE = 2


@frozen(kw_only=True)
class DutyAction(Action): ...


@frozen(kw_only=True)
class Begin(DutyAction): ...


@frozen(kw_only=True)
class Do(DutyAction): ...


@frozen(kw_only=True)
class Duty(Entity[DutyState]): ...


def begun(action: Begin) -> Duty:
    return Duty(id="1", office=OFFICE)


row, owed = rows(Duty, DutyState, DutyAction), owes(Duty, DutyAction)
TRANSITIONS = (
    row.start(Begin, DutyState.OPEN, REGISTRAR, ACT(1), then=begun),
    row(DutyState.OPEN, Do, DutyState.DONE, REGISTRAR, ACT(1)),
)


def duty(term: Term) -> Lifecycle[Duty, DutyAction]:
    """A lifecycle that owes one thing within a term."""
    owing = owed("it", Begin, term, (Do,), REGISTRAR, ACT(2))
    return Lifecycle("duty", TRANSITIONS, (owing,), law=LAW, final=DutyState.DONE)


TERMS = {str(term): duty(term) for term in (Days(15), WorkingDays(15), Months(1), SAME_WORKING_DAY)}
DUTY = TERMS["15 days"].begin(Begin(at=at(3), by=CLERK))
"""One entity, one open clock: each of the lifecycles counts it as its own."""


def appeal(records: int) -> Appeal:
    """An appeal in review with so many records, and one open clock: most of them began a clock, or met one."""
    steps: list[AppealAction] = [Register(at=at(3), by=CLERK, number="1"), Assign(at=at(4), by=CHIEF, to="c")]
    for n in range((records - 3) // 2):
        steps += [AskOther(at=at(5), by=EXPERT, request=f"r{n}"), Answered(at=at(5), by=ANOTHER, request=f"r{n}")]
    entity = BEGUN
    for action in steps:
        entity = APPEAL.apply(entity, action)
    return entity


SHORT, LONG = appeal(5), appeal(5001)
