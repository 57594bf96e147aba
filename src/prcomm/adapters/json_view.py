"""What the tables of a lifecycle say, as JSON has it: names are codes in any language, texts and labels are said."""

from collections.abc import Iterable

from prcomm.adapters.json import FORMAT, header
from prcomm.adapters.json.answers import rests_on, who_rests_on
from prcomm.adapters.terms import Terms
from prcomm.core.sources.citations import weakest
from prcomm.core.table.deadlines import Deadline
from prcomm.core.table.entities import Action, Entity, State
from prcomm.core.table.in_force import Row
from prcomm.core.table.moves import Move, Pause, Restart
from prcomm.core.table.rows import Same
from prcomm.core.values.messages import Say
from prcomm.processes import AnyLifecycle


def lifecycle_view(lifecycle: AnyLifecycle, say: Say) -> dict[str, object]:
    """A lifecycle: its states, transitions and deadlines."""
    terms = Terms.of(lifecycle)
    initial = {row.target for row in lifecycle.transitions if row.starts and not row.never}
    return {
        "prcomm": FORMAT,
        **header(lifecycle),
        "label": say(lifecycle.name),
        "states": [
            {
                "name": state.name,
                "label": say(state),
                "phase": None if state.phase is None else state.phase.name,
                "initial": state in initial,
                "final": state in lifecycle.final,
            }
            for state in lifecycle.states
        ],
        "transitions": [_row(row, "", say) for row in lifecycle.transitions]
        + [
            _row(row, part.name, say, row.during or part.during) for part in lifecycle.parts for row in part.transitions
        ],
        "deadlines": [_deadline(deadline, terms, say) for deadline in lifecycle.deadlines],
    }


def _row(row: Row, part: str, say: Say, during: tuple[State, ...] = ()) -> dict[str, object]:
    target = row.target
    return {
        "part": part or None,
        "sources": [state.name for state in row.sources],
        **({"during": [state.name for state in during]} if during else {}),
        "action": row.action.__name__,
        "label": say(row.action),
        "target": None if target is None else "SAME" if isinstance(target, Same) else target.name,
        "never": say(row.never) or None,
        "roles": [role.name for role in row.roles],
        "roles_rest_on": who_rests_on(row.who),
        "given": [
            {"name": guard.name, "text": say(guard), "remedy": say(guard.remedy), **rests_on(guard.cites, guard.basis)}
            for guard in row.given
        ],
        "only": [kind.name for kind in row.only],
        "since": row.since and row.since.isoformat(),
        "until": row.until and row.until.isoformat(),
        **rests_on(row.cites, row.basis),
    }


def _names(actions: Iterable[type[Action]]) -> list[str]:
    return [action.__name__ for action in actions]


def _deadline(deadline: Deadline[Entity[State], Action], terms: Terms, say: Say) -> dict[str, object]:
    return {
        "name": deadline.name,
        "label": say(deadline),
        "begins": _names(deadline.begins),
        "met_by": _names(deadline.met_by),
        "until": _names(deadline.until),
        "moved_by": _names(move.by for move in deadline.moves if isinstance(move, Move)),
        "paused": [
            {
                "by": _names(pause.by),
                "until": _names(pause.until),
                "counts": terms.end_days(pause).name,
                **rests_on(pause.cites, weakest(pause.cites) if pause.cites else None),
            }
            for pause in deadline.moves
            if isinstance(pause, Pause)
        ],
        "restarted": [
            {
                "by": _names(restart.by),
                "within": say(terms.anew(restart)),
                **rests_on(restart.cites, weakest(restart.cites) if restart.cites else None),
            }
            for restart in deadline.moves
            if isinstance(restart, Restart)
        ],
        "owed_by": deadline.owed_by.name,
        "owed_by_rests_on": who_rests_on(deadline.who),
        "only": [kind.name for kind in deadline.only],
        "provided": say(deadline.provided),
        **rests_on(deadline.cites, deadline.basis),
    }
