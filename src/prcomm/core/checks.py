"""What is wrong with a table: faults, for which it is refused, and lint, which is reported.

The faults are what a type checker would have caught, for those who have none, and what it can't see.
"""

from collections.abc import Callable, Iterable, Iterator
from enum import Enum, StrEnum
from typing import TYPE_CHECKING, Any, get_args, get_type_hints

import attrs
from attrs import frozen

from prcomm.core.deadlines import Deadline, Pause
from prcomm.core.entities import Action, Entity, State
from prcomm.core.steps import AnyPart, Edition, Row, editions
from prcomm.core.tables import Same, written_for

if TYPE_CHECKING:
    from prcomm.core.lifecycle import Lifecycle

    AnyLifecycle = Lifecycle[Entity[State], Action]


def faults_of(lifecycle: "AnyLifecycle") -> tuple[str, ...]:
    """Every fault for which a lifecycle can't be built."""
    if not lifecycle.transitions:
        return ("it has no transitions",)
    whole = lifecycle.transitions[0].table
    entity, base = whole.entity, whole.actions
    found: list[str] = []
    found += [
        f"{row}: it is about a {row.table.about.__name__} inside, and belongs to a part"
        for row in lifecycle.transitions
        if row.table.inside
    ]
    if not any(row.starts for row in lifecycle.transitions):
        found.append("no row starts it: row.start(…)")
    for row in lifecycle.rows:
        found += [f"{row}: {fault}" for fault in _of_row(row, entity, base)]
    found += _of_kinds(lifecycle, entity)
    for part in lifecycle.parts:
        found += [f"part {part.name!r}: {fault}" for fault in _of_part(part, lifecycle, entity)]
    used = {row.action for row in lifecycle.rows if not row.never}
    for deadline in lifecycle.deadlines:
        found += [f"deadline {deadline.name!r}: {fault}" for fault in _of_deadline(deadline, base, used)]
    found += _repeated((d.name for d in lifecycle.deadlines), "deadline")
    found += _repeated((part.name for part in lifecycle.parts), "part")
    names = {deadline.name for deadline in lifecycle.deadlines}
    asked = {g.deadline for row in lifecycle.rows for g in row.given if g.deadline}
    found += [f"a guard asks for the deadline {name!r}, which it does not have" for name in sorted(asked - names)]
    if not found:
        found += _clashes(lifecycle)
    return tuple(dict.fromkeys(found))


def _clashes(lifecycle: "AnyLifecycle") -> Iterator[str]:
    kinds = lifecycle.kinds or (None,)
    days, tables = editions(lifecycle.rows)
    for day, table in zip(days, tables, strict=True):
        since = "" if len(days) == 1 else f" from {day.isoformat()}"
        yield from (f"{clash}{since}" for clash in Edition(table, lifecycle.parts, kinds).clashes)


def _of_row(row: Row, entity: type[Entity[State]], base: type[Action]) -> Iterator[str]:
    if row.table.entity is not entity or row.table.actions is not base:
        yield f"it is a row of the {row.table.entity.__name__}, not of the {entity.__name__}"
    if not _is_action(row.action, base):
        yield f"its action is no {base.__name__}"
        return
    yield from (f"{s!r} is no {row.table.states.__name__}" for s in row.sources if not isinstance(s, row.table.states))
    if not row.never and not isinstance(row.target, (Same, row.table.states)):
        yield f"it leads to {row.target!r}, which is no {row.table.states.__name__}"
    if not row.never and not row.roles and row.who_cites:
        yield "it names no role"
    if row.since is not None and row.until is not None and row.since >= row.until:
        yield f"it ends on {row.until.isoformat()}, not after it begins on {row.since.isoformat()}"
    for guard in row.given:
        if not written_for(guard.holds, row.action):
            yield f"the guard {guard.name!r} is not written for it"
        if (len(_parameters(guard.holds)) == 2) is not (row.starts and not row.table.inside):
            yield f"the guard {guard.name!r} takes {'an entity, and there is none yet' if row.starts else 'no entity'}"
    if row.then is not None and not written_for(row.then, row.action):
        yield f"its effect {_name(row.then)!r} is not written for it"


def _is_action(action: object, base: type[Action]) -> bool:
    return isinstance(action, type) and issubclass(action, base)


def _parameters(function: Callable[..., object]) -> list[str]:
    code = getattr(function, "__code__", None)
    return list(code.co_varnames[: code.co_argcount]) if code is not None else ["entity", "action", "law"]


def _of_kinds(lifecycle: "AnyLifecycle", entity: type[Entity[State]]) -> Iterator[str]:
    limits = (*(row.only for row in lifecycle.rows), *(deadline.only for deadline in lifecycle.deadlines))
    named = {type(kind) for only in limits for kind in only}
    if not named:
        return
    if len(named) > 1:
        yield "only: kinds of several Enums: " + ", ".join(sorted(kind.__name__ for kind in named))
    starts = {row.action for row in lifecycle.transitions if row.starts}
    for thing, fields in ((entity, attrs.fields_dict(entity)), *((a, attrs.fields_dict(a)) for a in starts)):
        if "kind" not in fields:
            yield f"only: {thing.__name__} has no field 'kind'"


def _of_part(part: AnyPart, lifecycle: "AnyLifecycle", entity: type[Entity[State]]) -> Iterator[str]:
    if not part.transitions:
        yield "it has no transitions"
        return
    yield from (
        f"{row}: it is about the whole, and belongs to no part" for row in part.transitions if not row.table.inside
    )
    if part.name not in attrs.fields_dict(entity):
        yield f"{entity.__name__} has no field {part.name!r}"
    about = part.transitions[0].table.about
    if not {"id", "state"} <= {*attrs.fields_dict(about)}:
        yield f"{about.__name__} needs the fields 'id' and 'state': let it be an Item"
    if not any(row.starts for row in part.transitions):
        yield "no row starts one: row.start(…)"
    whole = {row.action for row in lifecycle.transitions}
    for action in part.actions:
        if part.key not in attrs.fields_dict(action):
            yield f"{action.__name__} has no field {part.key!r}"
        if action in whole:
            yield f"{action.__name__} is about the part and about the whole"
    states = lifecycle.transitions[0].table.states
    yield from (f"during: {state!r} is no {states.__name__}" for state in part.during if not isinstance(state, states))


def _of_deadline(
    deadline: Deadline[Entity[State], Action], base: type[Action], used: set[type[Action]]
) -> Iterator[str]:
    pauses = [move.until for move in deadline.moves if isinstance(move, Pause)]
    named = (*deadline.begins, *deadline.met_by, *deadline.until, *(move.by for move in deadline.moves), *pauses)
    for action in dict.fromkeys(named):
        if not _is_action(action, base):
            yield f"{getattr(action, '__name__', action)!s} is no {base.__name__}"
        elif action not in used:
            yield f"no row lets anybody {action.__name__}"
    yield from _unfit(("counted from", deadline.counted_from, action) for action in deadline.begins)
    yield from _unfit(("within", deadline.within, action) for action in deadline.begins)
    moves = [move for move in deadline.moves if not isinstance(move, Pause)]
    functions = [("moved", move.to, move.by) for move in moves] + [
        ("per", deadline.per, a) for a in dict.fromkeys(named)
    ]
    yield from _unfit(functions)


def _unfit(functions: Iterable[tuple[str, object, type[Action]]]) -> Iterator[str]:
    for what, function, action in functions:
        if not written_for(function, action):
            yield f"{what}: {_name(function)!r} is not written for {action.__name__}"


def _name(function: object) -> str:
    return getattr(function, "__name__", str(function))


def _repeated(names: Iterable[str], what: str) -> Iterator[str]:
    seen: set[str] = set()
    for name in names:
        if name in seen:
            yield f"two of the {what}s are named {name!r}"
        seen.add(name)


class FaultKind(StrEnum):
    """What the linter knows."""

    UNREACHABLE = "unreachable state"
    DEAD_END = "dead end"
    NOT_FINAL = "final state with a way out"
    NO_CITATION = "row without citation"
    NEVER_MET = "deadline nothing can meet"
    UNUSED = "unused action"
    IDLE = "role that may do nothing"
    NOT_FROZEN = "action without its own @frozen"
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
    """Each table with its name, its states, its rows that lead somewhere, and its final states."""
    yield (
        "",
        lifecycle.transitions[0].table.states,
        tuple(r for r in lifecycle.transitions if not r.never),
        lifecycle.final,
    )
    for part in lifecycle.parts:
        rows = tuple(r for r in part.transitions if not r.never)
        yield f"{part.name}: ", part.transitions[0].table.states, rows, None


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
            yield from (f"{name}{state.name}" for state in states if state not in left and state not in final)


def _not_final(lifecycle: "AnyLifecycle") -> Iterator[str]:
    rows = [row for row in lifecycle.transitions if not row.never]
    left = {state for row in rows for state in row.sources if row.leads_to(state) is not state}
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
    yield from (kind.__name__ for kind in _below(base) if (kind.__module__, kind.__qualname__) not in used)


def _idle(lifecycle: "AnyLifecycle") -> Iterator[str]:
    may = {role for row in lifecycle.rows for role in row.roles} | {d.owed_by for d in lifecycle.deadlines}
    yield from (role.name for role in lifecycle.roles if role not in may)


def _unfrozen(lifecycle: "AnyLifecycle") -> Iterator[str]:
    yield from (action.__name__ for action in lifecycle.actions if "__attrs_attrs__" not in vars(action))


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
    FaultKind.NOT_FROZEN: _unfrozen,
    FaultKind.ALIAS: _aliases,
    FaultKind.ANY: _anys,
}
