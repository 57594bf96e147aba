"""What is not wrong enough to refuse a table, and yet wrong: it is reported when asked for."""

from collections.abc import Callable, Iterable, Iterator
from enum import Enum, StrEnum
from typing import Any, get_args, get_type_hints

import attrs
from attrs import frozen

from prcomm.core.calendar.terms import Term
from prcomm.core.sources.dated import Dated
from prcomm.core.table.entities import Action, State
from prcomm.core.table.graph import Graph
from prcomm.core.table.in_force import Row
from prcomm.core.table.moves import Pause
from prcomm.core.table.tables import Tables
from prcomm.core.values.errors import is_below


class FaultKind(StrEnum):
    """What the linter knows."""

    UNREACHABLE = "unreachable state"
    DEAD_END = "dead end"
    NOT_FINAL = "final state with a way out"
    NO_CITATION = "row without citation"
    NEVER_MET = "deadline nothing can meet"
    ENDED = "dated value that has ended"
    IN_VAIN = "move in vain"
    IDLE = "role that may do nothing"
    ALIAS = "aliased enum value"
    ANY = "Any in an action"
    UNUSED = "unused action"


@frozen
class Fault:
    """One thing the linter found.

    Attributes:
        kind: what it is.
        text: which, in words.
    """

    kind: FaultKind
    text: str

    def __str__(self) -> str:
        return f"{self.kind}: {self.text}"


def lint(lifecycle: Tables, actions: Iterable[object] = ()) -> tuple[Fault, ...]:
    """What the linter finds in a lifecycle.

    Args:
        lifecycle: the lifecycle.
        actions: the actions it is to use. What else is among them is passed over.
    """
    found = [Fault(kind, text) for kind, finder in _FINDERS.items() for text in dict.fromkeys(finder(lifecycle))]
    return (*found, *(Fault(FaultKind.UNUSED, text) for text in _unused(lifecycle, actions)))


def _tables(lifecycle: Tables) -> Iterator[tuple[str, type[State], tuple[Row, ...], tuple[State, ...] | None]]:
    """Each table with its name, its states, its rows, and its final states."""
    yield (
        "",
        lifecycle.transitions[0].table.states,
        lifecycle.transitions,
        lifecycle.final,
    )
    for part in lifecycle.parts:
        yield f"{part.name}: ", part.transitions[0].table.states, part.transitions, None


def _unreachable(lifecycle: Tables) -> Iterator[str]:
    for name, states, rows, _ in _tables(lifecycle):
        reached = Graph.of(rows).steps_from(None)
        yield from (f"{name}{state.name}" for state in states if state not in reached)


def _dead_ends(lifecycle: Tables) -> Iterator[str]:
    for name, states, rows, final in _tables(lifecycle):
        left = Graph.of(rows).left
        if final is not None:
            ends = [state for state in states if state not in left and state not in final]
            yield from (f"{name}{state.name}: if it is to have no way out, name it in final=" for state in ends)


def _not_final(lifecycle: Tables) -> Iterator[str]:
    left = Graph.of(lifecycle.transitions).left
    yield from (state.name for state in lifecycle.final if state in left)


def _uncited(lifecycle: Tables) -> Iterator[str]:
    yield from (str(row) for row in lifecycle.rows if not row.cites)
    yield from (f"the guard {g.name!r}" for row in lifecycle.rows for g in row.given if not g.cites)
    yield from (f"the deadline {d.name!r}" for d in lifecycle.deadlines if not d.cites)


def _never_met(lifecycle: Tables) -> Iterator[str]:
    yield from (deadline.name for deadline in lifecycle.deadlines if not deadline.met_by)


def _ended(lifecycle: Tables) -> Iterator[str]:
    """What a term names: a value that only a function reads is not seen."""
    for deadline in lifecycle.deadlines:
        counts = (pause.counts for pause in deadline.moves if isinstance(pause, Pause))
        for value in (dated for term in (*deadline.terms, *counts) for dated in _dated(term)):
            last = lifecycle.law.dated(value).versions[-1:]
            yield from (f"{value.name}, until {v.until.isoformat()}: {deadline.name}" for v in last if v.until)


def _dated(term: object) -> "Iterator[Dated[object]]":
    """The dated values in a term."""
    if isinstance(term, Dated):
        yield term
    elif isinstance(term, Term):
        for field in attrs.fields(type(term)):
            yield from _dated(getattr(term, field.name))


def _in_vain(lifecycle: Tables) -> Iterator[str]:
    """What is to move a duty of periods, or to stop what ends on a day of its own."""
    for deadline in lifecycle.deadlines:
        moves = deadline.moves
        why = "is owed in each period, whose last day the calendar says"
        if not deadline.recurring:
            fixed = isinstance(deadline.within, Term) and deadline.within.while_paused() is deadline.within
            moves = tuple(move for move in moves if isinstance(move, Pause)) if fixed and _stands(moves) else ()
            why = "ends on a day of its own, which no pause moves"
        names = ", ".join(action.__name__ for move in moves for action in move.actions)
        if names:
            yield f"{names}: {deadline.name} {why}"


def _stands(moves: Iterable[object]) -> bool:
    """Whether nothing gives a deadline another term."""
    return all(isinstance(move, Pause) for move in moves)


def _unused(lifecycle: Tables, actions: Iterable[object]) -> Iterator[str]:
    used: set[type] = {above for action in lifecycle.actions for above in action.__mro__}
    base: type[Action] = lifecycle.action
    yield from (kind.__name__ for kind in actions if is_below(kind, base) and kind not in used)


def _idle(lifecycle: Tables) -> Iterator[str]:
    may = {role for row in lifecycle.rows for role in row.roles} | {d.owed_by for d in lifecycle.deadlines}
    yield from (role.name for role in lifecycle.roles if role not in may)


def _aliases(lifecycle: Tables) -> Iterator[str]:
    enums: list[type[Enum]] = [states for _, states, _, _ in _tables(lifecycle)]
    enums += [type(kind) for kind in lifecycle.kinds]
    for enum in dict.fromkeys(enums):
        yield from (
            f"{enum.__name__}.{name} is {member.name}"
            for name, member in enum.__members__.items()
            if name != member.name
        )


def _anys(lifecycle: Tables) -> Iterator[str]:
    for action in lifecycle.actions:
        for name, hint in get_type_hints(action).items():
            if _has_any(hint):
                yield f"{action.__name__}.{name}"


def _has_any(hint: object) -> bool:
    return hint is Any or any(_has_any(part) for part in get_args(hint))


_FINDERS: dict[FaultKind, Callable[[Tables], Iterator[str]]] = {
    FaultKind.UNREACHABLE: _unreachable,
    FaultKind.DEAD_END: _dead_ends,
    FaultKind.NOT_FINAL: _not_final,
    FaultKind.NO_CITATION: _uncited,
    FaultKind.NEVER_MET: _never_met,
    FaultKind.ENDED: _ended,
    FaultKind.IN_VAIN: _in_vain,
    FaultKind.IDLE: _idle,
    FaultKind.ALIAS: _aliases,
    FaultKind.ANY: _anys,
}
