"""The same steps in plain ``transitions``: model-less machines, and each rule one of their conditions.

They do less than prcomm: they keep no clocks, hand the guards no law and don't look at the kind, being a
complaint's only. ``MACHINE`` has a condition for each rule: the order of time, the roles, every guard. ``LEAN``
folds the rules of a row into one condition, since each costs time; nobody would write it so by choice.
"""

from collections.abc import Callable

from transitions import EventData, Machine

from contenders.appeal import APPEAL, STEPS, AppealKind, AppealState, Assign
from contenders.mutable import Case, new_record
from prcomm.core.table.in_force import Row

Condition = Callable[[EventData], bool]


def in_order(event: EventData) -> bool:
    return event.model.in_order(event.args[0])


def one_each(row: Row) -> list[Condition]:
    """A condition for each rule of a row."""

    def may(event: EventData) -> bool:
        return event.args[0].by.role in row.roles

    def condition(holds: Callable[..., bool]) -> Condition:
        return lambda event: holds(event.model, event.args[0])

    return [in_order, may, *(condition(guard.holds) for guard in row.given)]


def folded(row: Row) -> list[Condition]:
    """One condition for all the rules of a row."""
    roles, guards = row.roles, [guard.holds for guard in row.given]

    def lawful(event: EventData) -> bool:
        case, action = event.model, event.args[0]
        if action.by.role not in roles or action.at < case.history[-1].action.at:
            return False
        for guard in guards:  # noqa: SIM110  # a generator would cost more
            if not guard(case, action):
                return False
        return True

    return [lawful]


def assigned(event: EventData) -> None:
    event.model.lead = event.args[0].to


def recorded(event: EventData) -> None:
    event.model.history.append(new_record(event.args[0], event.model.state))


def machine(conditions: Callable[[Row], list[Condition]]) -> Machine:
    """A machine of the rows of a complaint."""
    return Machine(
        model=None,
        states=AppealState,
        initial=None,
        auto_transitions=False,
        send_event=True,
        after_state_change=recorded,
        transitions=[
            {
                "trigger": row.action.__name__,
                "source": list(row.sources),
                "dest": row.target if isinstance(row.target, AppealState) else "=",
                "conditions": conditions(row),
                "before": [assigned] if row.action is Assign else [],
            }
            for row in APPEAL.rows
            if row.sources and not row.never and (not row.only or AppealKind.COMPLAINT in row.only)
        ],
    )


MACHINE, LEAN = machine(one_each), machine(folded)


def by_transitions() -> Case:
    """The five steps."""
    case = Case().received()
    for action in STEPS:
        MACHINE.events[type(action).__name__].trigger(case, action)
    return case


def by_lean_transitions() -> Case:
    """The five steps, one condition a row."""
    case = Case().received()
    for action in STEPS:
        LEAN.events[type(action).__name__].trigger(case, action)
    return case
