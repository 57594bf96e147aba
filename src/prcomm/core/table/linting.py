"""What is wrong with a table: faults, for which it is refused, and lint, which is reported.

The faults are what a type checker would have caught, for those who have none, and what it can't see.
"""

from collections.abc import Callable, Iterable, Iterator
from enum import Enum, StrEnum
from gc import collect
from inspect import signature
from typing import TYPE_CHECKING, Any, get_args, get_origin, get_type_hints

import attrs
from attrs import frozen

from prcomm.core.calendar.law import Law
from prcomm.core.calendar.terms import Further, Promptly, Stands
from prcomm.core.sources.dated import Dated
from prcomm.core.sources.people import Role
from prcomm.core.table.deadlines import OF_A_MOVE, ByLaw, Deadline, Pause
from prcomm.core.table.effects import Begins, Keeps
from prcomm.core.table.entities import Action, Entity, Item, State
from prcomm.core.table.guards import OF_ACTION, OF_ALL, OF_BOTH, OF_NO_ENTITY, how_many, taken_by
from prcomm.core.table.in_force import AnyPart, Row, RowsInForce, editions
from prcomm.core.table.rows import Same, is_below
from prcomm.core.values.alternatives import Kind
from prcomm.core.values.errors import a, shown, unlike

if TYPE_CHECKING:
    from prcomm.core.engine.lifecycle import Lifecycle

    AnyLifecycle = Lifecycle[Entity[State], Action]


def faults_of(lifecycle: "AnyLifecycle") -> tuple[str, ...]:
    """Every fault for which a lifecycle can't be built."""
    if not lifecycle.transitions:
        return ("it has no transitions",)
    whole = lifecycle.transitions[0].table
    entity, base = whole.entity, whole.actions
    found = [*_of_states([row for row in lifecycle.transitions if not row.table.inside])]
    found += _of_options(lifecycle, whole.states)
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
        found += [f"deadline {deadline.name!r}: {fault}" for fault in _of_deadline(deadline, entity, base, used)]
    found += _repeated((d.name for d in lifecycle.deadlines), "deadline")
    found += _repeated((part.name for part in lifecycle.parts), "part")
    names = {deadline.name for deadline in lifecycle.deadlines}
    asked = {g.deadline for row in lifecycle.rows for g in row.given if g.deadline}
    found += [f"a guard asks for the deadline {name!r}, which it does not have" for name in sorted(asked - names)]
    found += _endless(lifecycle)
    found += _clashes(lifecycle)
    return tuple(dict.fromkeys(found))


def _endless(lifecycle: "AnyLifecycle") -> Iterator[str]:
    """The guards that ask whether a term runs or has run out which has no end, whatever moves it."""
    no_end = (Promptly, Stands, Further, type(None))
    for deadline in lifecycle.deadlines:
        moved = [move.to for move in deadline.moves if not isinstance(move, Pause)]
        asking = {g.name for row in lifecycle.rows for g in row.given if g.deadline == deadline.name}
        if all(isinstance(term, no_end) for term in (deadline.within, *moved)):
            never = "never holds: what is owed promptly has no last day"
            yield from (f"the guard {name} {never}" for name in sorted(asking))


def _clashes(lifecycle: "AnyLifecycle") -> Iterator[str]:
    kinds = lifecycle.kinds or (None,)
    days, tables = editions(lifecycle.rows)
    for day, table in zip(days, tables, strict=True):
        since = "" if len(days) == 1 else f" from {day.isoformat()}"
        yield from (f"{clash}{since}" for clash in RowsInForce(table, lifecycle.parts, kinds).clashes)


def _of_states(rows: Iterable[Row]) -> Iterator[str]:
    """Whether the rows of a table have the states of one Enum, and of the one their entity names."""
    tables = dict.fromkeys((row.table.about, row.table.states) for row in rows)
    enums = dict.fromkeys(states for _, states in tables)
    if len(enums) > 1:
        yield f"its rows have states of several Enums: {', '.join(states.__name__ for states in enums)}"
    for about, states in tables:
        yield from _of_another(about, states)


def _of_another(about: type, states: type[State]) -> Iterator[str]:
    """Whether an entity (or a thing inside it) names other states than its table: ``Entity[DoorState]``."""
    bases: list[object] = [base for c in about.__mro__ for base in vars(c).get("__orig_bases__", ())]
    for base in bases:
        for named in get_args(base) if get_origin(base) in (Entity, Item) else ():
            if is_below(named, State) and named is not states:
                yield f"{about.__name__} has the states of {named.__name__}, its rows those of {states.__name__}"


def _of_options(lifecycle: "AnyLifecycle", states: type[State]) -> Iterator[str]:
    for state in lifecycle.final:
        yield from unlike("final", f"{a(states.__name__)}, or several joined with |", state, states)
    for role in lifecycle.roles:
        yield from unlike("roles", "a Role, or several joined with |", role, Role)
    yield from unlike("law", "a Law", lifecycle.law, Law)
    last_day: object = getattr(lifecycle.law, "last_day", None)
    if last_day is not None:
        wanted = f"a Dated, as Dated.of('last day', {shown(last_day)}, ACT(1))"
        yield from unlike("law: its last_day", wanted, last_day, Dated)


def _of_row(row: Row, entity: type[Entity[State]], base: type[Action]) -> Iterator[str]:
    if row.table.entity is not entity or row.table.actions is not base:
        yield f"it is a row of the {row.table.entity.__name__}, not of the {entity.__name__}"
    if not is_below(row.action, base):
        yield f"its action is no {base.__name__}"
    yield from (f"{s!r} is no {row.table.states.__name__}" for s in row.sources if not isinstance(s, row.table.states))
    if not row.never and not isinstance(row.target, (Same, row.table.states)):
        yield f"it leads to {row.target!r}, which is no {row.table.states.__name__}"
    if not row.never and not row.roles and row.who_cites:
        yield "it names no role"
    if row.since is not None and row.until is not None and row.since >= row.until:
        yield f"it ends on {row.until.isoformat()}, not after it begins on {row.since.isoformat()}"
    takes = (OF_ACTION, OF_NO_ENTITY) if row.starts and not row.table.inside else (OF_BOTH, OF_ALL)
    for guard in row.given:
        for fault in _unfit(guard.holds, takes[0], row.action, entity, *takes[1:]):
            yield f"the guard {guard.name!r} {fault}"
    yield from _of_effect(row, row.table.about)


def _of_effect(row: Row, about: type) -> Iterator[str]:
    if isinstance(row.then, Begins):
        yield from row.then.faults(row.action)
        return
    if isinstance(row.then, Keeps):
        yield from row.then.faults(about, row.action)
        return
    whom = ("part" if row.table.inside else "entity",) if not row.starts else ()
    effect = f"its effect {_name(row.then)!r}"
    yield from (f"{effect} {fault}" for fault in _unfit(row.then, (*whom, "action"), row.action, about))
    for kind in taken_by(row.then, given=True):
        if issubclass(kind, (Entity, Item)) and not issubclass(kind, about) and not issubclass(about, kind):
            yield f"{effect} gives {a(kind.__name__)}, not {a(about.__name__)}"


def _unfit(
    function: object, takes: tuple[str, ...], action: type[Action], about: type, *more: tuple[str, ...]
) -> Iterator[str]:
    """Why a function can't stand in a table: by the classes in its annotations, and by how much it takes.

    Args:
        function: the function.
        takes: what it is to take.
        action: the action it is called with.
        about: the class of what it is called with besides.
        more: what else it may take instead.
    """
    if not callable(function):
        return
    kinds = taken_by(function)
    actions = [kind for kind in kinds if issubclass(kind, Action)]
    if actions and not issubclass(action, tuple(actions)):
        yield f"is not written for {action.__name__}"
    others: list[type] = [kind for kind in kinds if issubclass(kind, (Entity, Item))]
    if others and not issubclass(about, tuple(others)):
        yield f"is written for {a(others[0].__name__)}, not for {a(about.__name__)}"
    fits = (takes, *more)
    if how_many(function) not in {None, *map(len, fits)}:
        wanted = " or ".join(f"({', '.join(one)})" for one in fits)
        yield f"takes ({', '.join(map(str, signature(function).parameters))}), not {wanted}"


def _of_kinds(lifecycle: "AnyLifecycle", entity: type[Entity[State]]) -> Iterator[str]:
    limits = (*(row.only for row in lifecycle.rows), *(deadline.only for deadline in lifecycle.deadlines))
    named = {type(kind) for only in limits for kind in only}
    if not named:
        return
    if len(named) > 1:
        yield "only: kinds of several Enums: " + ", ".join(sorted(kind.__name__ for kind in named))
    starts = {row.action for row in lifecycle.transitions if row.starts}
    for thing, fields in ((entity, attrs.fields_dict(entity)), *((kind, attrs.fields_dict(kind)) for kind in starts)):
        if "kind" not in fields:
            yield f"only: {thing.__name__} has no field 'kind'"
            continue
        its = get_type_hints(thing)["kind"]
        if is_below(its, Kind) and its not in named:
            yield f"only: the kind of {a(thing.__name__)} is {a(its.__name__)}"


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
    yield from _of_states(row for row in part.transitions if row.table.inside)
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
    every = dict.fromkeys((*part.during, *(state for row in part.transitions for state in row.during)))
    yield from (f"during: {state!r} is no {states.__name__}" for state in every if not isinstance(state, states))
    for row in part.transitions:
        never = [state.name for state in row.during if part.during and state not in part.during]
        yield from (f"{row}: during {state}, in which the part has no rows" for state in never)


def _of_deadline(
    deadline: Deadline[Entity[State], Action],
    entity: type[Entity[State]],
    base: type[Action],
    used: set[type[Action]],
) -> Iterator[str]:
    pauses = [move.until for move in deadline.moves if isinstance(move, Pause)]
    told = (*deadline.begins, *deadline.met_by, *(move.by for move in deadline.moves), *pauses)
    named = (*told, *deadline.until)
    for action in dict.fromkeys(named):
        if not is_below(action, base):
            yield f"{_name(action)} is no {base.__name__}"
        elif action not in used:
            yield f"no row lets anybody {action.__name__}"
    moves = [move for move in deadline.moves if not isinstance(move, Pause)]
    functions: list[tuple[str, object, tuple[str, ...], type[Action]]] = [
        *(("since", deadline.since, OF_BOTH, action) for action in deadline.begins),
        *(("when", deadline.when, OF_BOTH, action) for action in deadline.begins),
        *(("within", *_read(deadline.within, OF_BOTH), action) for action in deadline.begins),
        *(("moved", *_read(move.to, OF_A_MOVE), move.by) for move in moves),
        *(("per", deadline.per, OF_ACTION, action) for action in dict.fromkeys(_telling(deadline, named))),
    ]
    for what, function, takes, action in functions:
        by_law = f"; if it reads the law: by_law({_name(function)})" if how_many(function) == len(takes) + 1 else ""
        unfit = _unfit(function, takes, action, entity)
        yield from (f"{what}: {_name(function)!r} {fault}{by_law}" for fault in unfit)
    if isinstance(deadline.per, str):
        telling = [one for one in dict.fromkeys(_telling(deadline, told)) if is_below(one, base)]
        missing = [one.__name__ for one in telling if not deadline.tells(one)]
        yield from (f"per: {action} has no field {deadline.per!r}" for action in missing)
    yield from _unmet_on(deadline)


def _telling(deadline: Deadline[Entity[State], Action], named: tuple[type[Action], ...]) -> tuple[type[Action], ...]:
    """The actions of a deadline that say which instance they are about: of a recurring duty those that meet it."""
    return deadline.met_by if deadline.recurring else named


def _unmet_on(deadline: Deadline[Entity[State], Action]) -> Iterator[str]:
    """The actions that are to name the day on which they meet a deadline, and can't."""
    missing = [one.__name__ for one in deadline.met_by if deadline.met_on and not hasattr(one, deadline.met_on)]
    yield from (f"met_on: {action} has no field {deadline.met_on!r}" for action in missing)


def _read(function: object, takes: tuple[str, ...]) -> tuple[object, tuple[str, ...]]:
    """A function of a deadline, and what it takes: the law too, if it reads it."""
    return (function.function, (*takes, "law")) if isinstance(function, ByLaw) else (function, takes)


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
