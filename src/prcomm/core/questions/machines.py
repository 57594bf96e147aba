"""The same rows as a ``transitions.Machine``: the only module that imports it."""

from collections.abc import Callable
from datetime import date
from typing import Never, cast

from attrs import define
from transitions import EventData, Machine, MachineError

from prcomm.core.engine.engine import Engine
from prcomm.core.table.entities import Action, Entity, State, earlier
from prcomm.core.table.guards import Guard
from prcomm.core.table.in_force import Row
from prcomm.core.values.alternatives import Kind
from prcomm.core.values.errors import BadInput, said


def machine(lifecycle: Engine[Entity[State], Action], kind: Kind | None, day: date | None) -> Machine:
    """A model-less machine of one kind of entity, with the rows of one day."""
    if kind not in (lifecycle.kinds or (None,)):
        known = ", ".join(k.name for k in lifecycle.kinds) or "none: give no kind"
        raise BadInput(
            f"a machine of the {lifecycle.name}", (f"kind: one of its kinds, not {said(kind)}; they are {known}",)
        )
    edition = lifecycle.rows_on(day or date.max)
    fired = [
        {
            "trigger": action.__name__,
            "source": state,
            "dest": row.leads_to(state),
            "conditions": _conditions(lifecycle, row, edition.asked(row)),
        }
        for (state, action, k), row in edition.cells.items()
        if state is not None and k is kind and not row.never
    ]
    for part in lifecycle.parts:
        for state in part.during or lifecycle.states:
            fired += [
                {"trigger": a.__name__, "source": state, "dest": None, "conditions": [_accepted(lifecycle)]}
                for a in part.actions
            ]
    return Machine(
        model=None,
        states=type(lifecycle.states[0]),
        initial=None,
        auto_transitions=False,
        send_event=True,
        transitions=fired,
    )


@define
class _Model:
    """All that a machine asks of a model."""

    state: State


def fired(machine: Machine, entity: Entity[State], action: Action) -> State | None:
    """The state to which a machine goes with an action; ``None`` if it refuses."""
    event = machine.events.get(type(action).__name__)
    model = _Model(entity.state)
    try:
        moved = event is not None and event.trigger(model, entity, action)
    except MachineError:
        moved = False
    return model.state if moved else None


Condition = Callable[[EventData], bool]


def _conditions(
    lifecycle: Engine[Entity[State], Action], row: Row, guards: tuple[Guard[Never, Never], ...]
) -> list[Condition]:
    """The order of time, the roles of a row and each of its guards, as conditions over ``(entity, action)``."""

    def in_order(event: EventData) -> bool:
        entity, action = _given(event)
        return not earlier(action.at, entity.history[-1].action.at)

    def may(event: EventData) -> bool:
        return not row.roles or _given(event)[1].by.role in row.roles

    def condition(guard: Guard[Never, Never]) -> Condition:
        def holds(event: EventData) -> bool:
            entity, action = _given(event)
            return guard.met(entity, action, lifecycle.context(entity, action))

        holds.__name__ = guard.name
        return holds

    return [in_order, may, *map(condition, guards)]


def _accepted(lifecycle: Engine[Entity[State], Action]) -> Condition:
    """Whether an action about a part is lawful: its own state is the part's, which no machine sees."""

    def accepted(event: EventData) -> bool:
        return lifecycle.explain(*_given(event)).accepted

    return accepted


def _given(event: EventData) -> tuple[Entity[State], Action]:
    entity, action = event.args
    return cast("Entity[State]", entity), cast("Action", action)
