"""What is wrong with a table. It is asked once, when the lifecycle is built, of every row, part and deadline.

The faults are what a type checker would have caught, for those who have none, and what it can't see.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import cast, get_args, get_origin, get_type_hints

from attrs import evolve, frozen

from prcomm.core.calendar.law import Law
from prcomm.core.calendar.terms import Further, Promptly, Stands
from prcomm.core.sources.citations import uncited
from prcomm.core.sources.dated import Dated
from prcomm.core.sources.people import Role
from prcomm.core.table.corrections import Corrects
from prcomm.core.table.effects import Begins, Keeps, names_of
from prcomm.core.table.entities import Action, Entity, Item, State
from prcomm.core.table.faulty_deadlines import ONLY, name_of, of_deadline, unfit
from prcomm.core.table.guards import OF_ACTION, OF_ALL, OF_BOTH, OF_NO_ENTITY, Guard, taken_by
from prcomm.core.table.in_force import AnyPart, Row, RowsInForce, editions
from prcomm.core.table.rows import Same, Table
from prcomm.core.table.tables import AnyDeadline, Tables
from prcomm.core.values.alternatives import Kind
from prcomm.core.values.errors import a, is_below, no_day, shown, those, unlike, unlike_each


@frozen
class _Tables:
    """The rows, parts and deadlines of a lifecycle, or those of them that can be read."""

    transitions: tuple[Row, ...]
    parts: tuple[AnyPart, ...]
    deadlines: tuple[AnyDeadline, ...]

    @property
    def rows(self) -> tuple[Row, ...]:
        return (*self.transitions, *(row for part in self.parts for row in part.transitions))

    @property
    def kinds(self) -> tuple[type[Kind], ...]:
        """The Enums of the kinds to which something is limited."""
        limits = (*(row.only for row in self.rows), *(deadline.only for deadline in self.deadlines))
        return tuple(dict.fromkeys(type(kind) for only in limits for kind in those(only, Kind)))

    def where(self, right: Callable[[Row], bool]) -> "_Tables":
        """The same with some of the rows; without a part of which none is left."""
        kept = [(part, tuple(filter(right, part.transitions))) for part in self.parts]
        parts = tuple(evolve(part, transitions=rows) for part, rows in kept if rows or not part.transitions)
        return _Tables(tuple(filter(right, self.transitions)), parts, self.deadlines)


def faults_of(lifecycle: Tables) -> tuple[str, ...]:
    """Every fault for which a lifecycle can't be built."""
    given = _Tables(lifecycle.transitions, lifecycle.parts, lifecycle.deadlines)
    found = [*_of_name(lifecycle.name), *(fault for row in given.rows for fault in _of_table(row.table))]
    found += _unfrozen(given.rows)
    if not given.transitions:
        found.append("it has no transitions")
    read = given.where(lambda row: not _of_table(row.table))
    if read.transitions:
        whole = read.transitions[0].table
        found += (*_of_options(lifecycle, whole.states), *_of_whole(read, whole), *_of_kinds(read, whole.entity))
        found += (f"part {part.name!r}: {fault}" for part in read.parts for fault in _of_part(part, read, whole))
        for deadline in given.deadlines:
            found += (f"deadline {deadline.name!r}: {fault}" for fault in of_deadline(deadline, given.rows, whole))
        found += (*_repeated(given.deadlines, "deadline"), *_repeated(given.parts, "part"), *_of_asked(given))
        found += _endless(given)
        found += _clashes(read.where(lambda row: not any(_unplaced(row, Action))))
    return tuple(dict.fromkeys(found))


def _of_whole(tables: _Tables, whole: Table) -> Iterator[str]:
    """What is wrong with the rows, and with whether they are those of the whole."""
    yield from _of_states(row for row in tables.transitions if not row.table.inside)
    for row in tables.transitions:
        if row.table.inside:
            yield f"{_named(row)}: it is about a {row.table.about.__name__} inside, and belongs to a part"
    if not any(row.starts for row in tables.transitions):
        yield "no row starts it: row.start(…)"
    for rows in (tables.transitions, *(part.transitions for part in tables.parts)):
        yield from _of_rows(rows, whole)


def _of_name(name: object) -> Iterator[str]:
    if not (isinstance(name, str) and name.isidentifier()):
        yield f"name: an identifier, as 'loan', not {shown(name)}"


def _of_table(table: Table) -> tuple[str, ...]:
    """What is wrong with the classes that a maker of rows was given: without them its rows can't be read."""
    maker = "rows" if table.about is table.entity else "part_rows"
    given = (("entity", table.entity, Entity), ("states", table.states, State), ("actions", table.actions, Action))
    faults = [
        f"{what}: a class below {kind.__name__}, not {shown(one)}"
        for what, one, kind in given
        if not is_below(one, kind)
    ]
    if maker == "part_rows" and not is_below(table.about, object):
        faults.append(f"part: a class below Item, not {shown(table.about)}")
    return tuple(f"{maker}(…): {fault}" for fault in faults)


def _unfrozen(rows: Iterable[Row]) -> Iterator[str]:
    """The classes of the author's own that attrs was not told of: it would lose their fields in silence."""
    named = (kind for row in rows for kind in (row.table.entity, row.table.about, row.table.actions, row.action))
    for kind in dict.fromkeys(above for one in named if is_below(one, object) for above in one.__mro__):
        if any(is_below(kind, root) for root in (Action, Entity, Item)) and "__attrs_attrs__" not in vars(kind):
            yield f"{kind.__name__} needs a @frozen(kw_only=True) of its own: without it, its fields are lost"


def _named(row: Row) -> str:
    """A row as it reads; by what it is about, where it can't be read."""
    if not any(_unplaced(row, Action)):
        return str(row)
    action = row.action.__name__ if is_below(row.action, object) else shown(row.action)
    return f"a row of the {row.table.about.__name__} for {action}"


def _of_rows(rows: Sequence[Row], whole: Table) -> Iterator[str]:
    """What is wrong with the rows of one table, each by its name; rows of one name by their place too."""
    names = [_named(row) for row in rows]
    for place, (name, row) in enumerate(zip(names, rows, strict=True), 1):
        which = f"{name} (row {place})" if names.count(name) > 1 else name
        faults = (*_unplaced(row, whole.actions), *_of_row(row, whole))
        yield from (f"{which}: {fault}" for fault in faults)


def _unplaced(row: Row, base: type[Action]) -> Iterator[str]:
    """What is wrong with where a row stands: of which states, action, kinds and days it is, and where it leads."""
    states, table = a(row.table.states.__name__), row.table
    yield from unlike_each("sources", f"{states}, or several joined with |", row.sources, table.states)
    if not is_below(row.action, base):
        yield f"action: a class below {base.__name__}, not {shown(row.action)}"
    if not row.never:
        same = () if row.starts else (Same,)
        yield from unlike("target", f"{states} or SAME" if same else states, row.target, table.states, *same)
    yield from (*unlike_each("only", ONLY, row.only, Kind), *no_day("since", row.since), *no_day("until", row.until))


def _of_row(row: Row, whole: Table) -> Iterator[str]:
    """What is wrong with what a row says there."""
    if row.table.entity is not whole.entity or row.table.actions is not whole.actions:
        yield f"it is a row of the {row.table.entity.__name__}, not of the {whole.entity.__name__}"
    yield from _ends_after(row.since, row.until)
    yield from uncited(row.cites)
    yield from _of_who(row)
    for guard in row.given:
        yield from _of_guard(guard, row, whole.entity)
    if row.never:
        yield from unlike("text", "a text", row.never, str)
    else:
        yield from _of_effect(row, row.table.about)


def _ends_after(since: object, until: object) -> Iterator[str]:
    """What is wrong with a first day and the first without it, if both are days."""
    if isinstance(since, date) and isinstance(until, date) and since.toordinal() >= until.toordinal():
        yield f"it ends on {until.isoformat()}, not after it begins on {since.isoformat()}"


def _of_who(row: Row) -> Iterator[str]:
    yield from unlike_each("who", "a Role, several joined with |, or Who(roles, cites)", row.roles, Role)
    if row.who_cites != row.cites:
        yield from (f"who: {fault}" for fault in uncited(row.who_cites))
    yield from (f"who: {fault}" for fault in unlike("remedy", "a text", row.who_remedy, str))
    if not row.never and not row.roles and row.who_cites:
        yield "it names no role"


def _of_guard(guard: object, row: Row, entity: type[Entity[State]]) -> Iterator[str]:
    if not isinstance(guard, Guard):
        yield from unlike("given that", "a condition, as given(text, cites, lambda …) or made by @guard", guard, Guard)
        return
    told = (
        *unlike("text", "a text", guard.text, str),
        *uncited(guard.cites),
        *unlike("remedy", "a text", guard.remedy, str),
        *no_day("since", guard.since),
        *no_day("until", guard.until),
        *_ends_after(guard.since, guard.until),
    )
    yield from (f"the guard {guard.name!r}: {fault}" for fault in told)
    if not callable(guard.holds):
        yield f"the guard {guard.name!r}: holds: a function that says whether it is met, not {shown(guard.holds)}"
    takes = (OF_ACTION, OF_NO_ENTITY) if row.starts and not row.table.inside else (OF_BOTH, OF_ALL)
    unfitting = unfit(guard.holds, takes[0], row.action, entity, *takes[1:])
    yield from (f"the guard {guard.name!r} {fault}" for fault in unfitting)


def _of_then(then: object, starts: bool, about: type) -> Iterator[str]:
    if starts or then is not None:
        wanted = f"then: an effect, a function that gives {a(about.__name__)}"
        yield f"{'id: the field that is its reference, or ' if then is None else ''}{wanted}, not {shown(then)}"


def _of_effect(row: Row, about: type) -> Iterator[str]:
    then, action = row.then, row.action
    if isinstance(then, Corrects):
        if is_below(action, Action):
            yield from then.faults(action, row.table.actions)
        return
    if isinstance(then, Begins | Keeps):
        if is_below(action, Action):
            yield from then.faults(about, action)
        return
    if not callable(then):
        yield from _of_then(then, row.starts, about)
        return
    whom = () if row.starts else ("part" if row.table.inside else "entity",)
    effect = f"its effect {name_of(then)!r}"
    yield from (f"{effect} {fault}" for fault in unfit(then, (*whom, "action"), action, about))
    for kind in taken_by(then, given=True):
        if issubclass(kind, (Entity, Item)) and not issubclass(kind, about) and not issubclass(about, kind):
            yield f"{effect} gives {a(kind.__name__)}, not {a(about.__name__)}"


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


def _of_options(lifecycle: Tables, states: type[State]) -> Iterator[str]:
    yield from unlike_each("final", f"{a(states.__name__)}, or several joined with |", lifecycle.final, states)
    yield from unlike_each("roles", "a Role, or several joined with |", lifecycle.roles, Role)
    yield from unlike("law", "a Law", lifecycle.law, Law)
    last_day: object = getattr(lifecycle.law, "last_day", None)
    if last_day is not None:
        wanted = f"a Dated, as Dated.of('last day', {shown(last_day)}, ACT(1))"
        yield from unlike("law: its last_day", wanted, last_day, Dated)


def _of_kinds(tables: _Tables, entity: type[Entity[State]]) -> Iterator[str]:
    named = tables.kinds
    if not named:
        return
    if len(named) > 1:
        yield "only: kinds of several Enums: " + ", ".join(sorted(kind.__name__ for kind in named))
    starts = [row.action for row in tables.transitions if row.starts and is_below(row.action, Action)]
    for thing in dict.fromkeys((entity, *starts)):
        if "kind" not in names_of(thing):
            yield f"only: {thing.__name__} has no field 'kind'"
            continue
        its = get_type_hints(thing)["kind"]
        if is_below(its, Kind) and its not in named:
            yield f"only: the kind of {a(thing.__name__)} is {a(its.__name__)}"


def _of_part(part: AnyPart, tables: _Tables, whole: Table) -> Iterator[str]:
    if not part.transitions:
        yield "it has no transitions"
        return
    for row in part.transitions:
        if not row.table.inside:
            yield f"{_named(row)}: it is about the whole, and belongs to no part"
    if part.name not in names_of(whole.entity):
        yield f"{whole.entity.__name__} has no field {part.name!r}"
    about = part.transitions[0].table.about
    yield from _of_states(row for row in part.transitions if row.table.inside)
    if not {"id", "state"} <= {*names_of(about)}:
        yield f"{about.__name__} needs the fields 'id' and 'state': let it be an Item"
    if not any(row.starts for row in part.transitions):
        yield "no row starts one: row.start(…)"
    others = [row.action for row in tables.transitions]
    for action in dict.fromkeys(row.action for row in part.transitions if is_below(row.action, Action)):
        if part.key not in names_of(action):
            yield f"{action.__name__} has no field {part.key!r}"
        if action in others:
            yield f"{action.__name__} is about the part and about the whole"
    yield from _of_during(part, whole.states)


def _of_during(part: AnyPart, states: type[State]) -> Iterator[str]:
    """What is wrong with the states of the whole in which a part, or a row of it, applies."""
    every = (*part.during, *(state for row in part.transitions for state in row.during))
    strange = (state for state in every if not isinstance(state, states))
    yield from dict.fromkeys(f"during: {state!r} is no {states.__name__}" for state in strange)
    for row in part.transitions:
        never = [state for state in row.during if part.during and state not in part.during]
        yield from (
            f"{_named(row)}: during {getattr(state, 'name', state)}, in which the part has no rows" for state in never
        )


def _repeated(things: Iterable[AnyDeadline | AnyPart], what: str) -> Iterator[str]:
    names = [thing.name for thing in things]
    yield from (f"two of the {what}s are named {name!r}" for n, name in enumerate(names) if name in names[:n])


def _of_asked(tables: _Tables) -> Iterator[str]:
    """Whether each deadline is there that a ready guard asks about."""
    owed = [deadline.name for deadline in tables.deadlines]
    guards = [guard for row in tables.rows for guard in row.given if isinstance(cast("object", guard), Guard)]
    lost = {shown(guard.deadline) for guard in guards if guard.deadline and guard.deadline not in owed}
    yield from (f"a guard asks for the deadline {name}, which it does not have" for name in sorted(lost))


def _endless(tables: _Tables) -> Iterator[str]:
    """The guards that ask whether a term runs or has run out which has no end, whatever moves it."""
    no_end = (Promptly, Stands, Further, type(None))
    for deadline in tables.deadlines:
        guards = [guard for row in tables.rows for guard in row.given if isinstance(cast("object", guard), Guard)]
        asking = {guard.name for guard in guards if guard.deadline == deadline.name}
        if all(isinstance(term, no_end) for term in deadline.terms):
            never = "never holds: what is owed promptly has no last day"
            yield from (f"the guard {name} {never}" for name in sorted(asking))


def _clashes(tables: _Tables) -> Iterator[str]:
    """Where two rows claim one cell."""
    kinds: tuple[Kind | None, ...] = tuple(tables.kinds[0]) if tables.kinds else (None,)
    parts = tuple(part for part in tables.parts if isinstance(cast("object", part.name), str))
    days, several = editions(tables.rows)
    for day, rows in zip(days, several, strict=True):
        since = "" if len(days) == 1 else f" from {day.isoformat()}"
        yield from (f"{clash}{since}" for clash in RowsInForce(rows, parts, kinds).clashes)
