"""What is not wrong enough to refuse a table, and yet wrong: it is reported when asked for."""

from collections.abc import Callable, Iterator
from enum import Enum, StrEnum
from gc import collect
from typing import TYPE_CHECKING, Any, get_args, get_type_hints

from attrs import frozen

from prcomm.core.table.entities import Action, Entity, State
from prcomm.core.table.in_force import Row

if TYPE_CHECKING:
    from prcomm.core.engine.engine import Engine

    AnyLifecycle = Engine[Entity[State], Action]


class FaultKind(StrEnum):
    """What the linter knows."""

    UNREACHABLE = "unreachable state"
    DEAD_END = "dead end"
    NOT_FINAL = "final state with a way out"
    NO_CITATION = "row without citation"
    NEVER_MET = "deadline nothing can meet"
    UNUSED = "unused action"
    IDLE = "role that may do nothing"
    ALIAS = "aliased enum value"
    ANY = "Any in an action"


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


def lint(lifecycle: "AnyLifecycle") -> tuple[Fault, ...]:
    """What the linter finds in a lifecycle."""
    return tuple(Fault(kind, text) for kind, finder in _FINDERS.items() for text in dict.fromkeys(finder(lifecycle)))


def _tables(lifecycle: "AnyLifecycle") -> Iterator[tuple[str, type[State], tuple[Row, ...], tuple[State, ...] | None]]:
    """Each table with its name, its states, its rows, and its final states."""
    yield (
        "",
        lifecycle.transitions[0].table.states,
        lifecycle.transitions,
        lifecycle.final,
    )
    for part in lifecycle.parts:
        yield f"{part.name}: ", part.transitions[0].table.states, part.transitions, None


def _unreachable(lifecycle: "AnyLifecycle") -> Iterator[str]:
    for name, states, rows, _ in _tables(lifecycle):
        reached: set[State | None] = {None}
        size = 0
        while size != len(reached):
            size = len(reached)
            reached |= {row.leads_to(state) for row in rows for state in tuple(reached) if row.stands_in(state)}
        yield from (f"{name}{state.name}" for state in states if state not in reached)


def _dead_ends(lifecycle: "AnyLifecycle") -> Iterator[str]:
    for name, states, rows, final in _tables(lifecycle):
        left = {state for row in rows for state in row.sources if row.leads_to(state) is not state}
        if final is not None:
            ends = [state for state in states if state not in left and state not in final]
            yield from (f"{name}{state.name}: if it is to have no way out, name it in final=" for state in ends)


def _not_final(lifecycle: "AnyLifecycle") -> Iterator[str]:
    left = {s for row in lifecycle.transitions for s in row.sources if row.leads_to(s) is not s}
    yield from (state.name for state in lifecycle.final if state in left)


def _uncited(lifecycle: "AnyLifecycle") -> Iterator[str]:
    yield from (str(row) for row in lifecycle.rows if not row.cites)
    yield from (f"the guard {g.name!r}" for row in lifecycle.rows for g in row.given if not g.cites)
    yield from (f"the deadline {d.name!r}" for d in lifecycle.deadlines if not d.cites)


def _never_met(lifecycle: "AnyLifecycle") -> Iterator[str]:
    yield from (deadline.name for deadline in lifecycle.deadlines if not deadline.met_by)


def _below(base: type[Action]) -> Iterator[type[Action]]:
    for kind in base.__subclasses__():
        yield from _below(kind)
        yield kind


def _unused(lifecycle: "AnyLifecycle") -> Iterator[str]:
    used = {(c.__module__, c.__qualname__) for action in lifecycle.actions for c in action.__mro__}
    base = lifecycle.transitions[0].table.actions

    def unused() -> list[str]:
        return [kind.__name__ for kind in _below(base) if (kind.__module__, kind.__qualname__) not in used]

    if unused():
        collect()  # a class that is gone (attrs leaves one behind for each it makes) may still be listed
        yield from unused()


def _idle(lifecycle: "AnyLifecycle") -> Iterator[str]:
    may = {role for row in lifecycle.rows for role in row.roles} | {d.owed_by for d in lifecycle.deadlines}
    yield from (role.name for role in lifecycle.roles if role not in may)


def _aliases(lifecycle: "AnyLifecycle") -> Iterator[str]:
    enums: list[type[Enum]] = [states for _, states, _, _ in _tables(lifecycle)]
    enums += [type(kind) for kind in lifecycle.kinds]
    for enum in dict.fromkeys(enums):
        yield from (
            f"{enum.__name__}.{name} is {member.name}"
            for name, member in enum.__members__.items()
            if name != member.name
        )


def _anys(lifecycle: "AnyLifecycle") -> Iterator[str]:
    for action in lifecycle.actions:
        for name, hint in get_type_hints(action).items():
            if _has_any(hint):
                yield f"{action.__name__}.{name}"


def _has_any(hint: object) -> bool:
    return hint is Any or any(_has_any(part) for part in get_args(hint))


_FINDERS: dict[FaultKind, Callable[["AnyLifecycle"], Iterator[str]]] = {
    FaultKind.UNREACHABLE: _unreachable,
    FaultKind.DEAD_END: _dead_ends,
    FaultKind.NOT_FINAL: _not_final,
    FaultKind.NO_CITATION: _uncited,
    FaultKind.NEVER_MET: _never_met,
    FaultKind.UNUSED: _unused,
    FaultKind.IDLE: _idle,
    FaultKind.ALIAS: _aliases,
    FaultKind.ANY: _anys,
}
