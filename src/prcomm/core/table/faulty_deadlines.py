"""What is wrong with one row of a table of deadlines, and with the functions that stand in tables."""

from collections.abc import Iterable, Iterator
from enum import Enum
from inspect import signature
from typing import cast, get_type_hints

from prcomm.core.calendar.periods import Each
from prcomm.core.calendar.terms import Term
from prcomm.core.sources.citations import uncited
from prcomm.core.sources.dated import Dated, EndDays
from prcomm.core.sources.people import Role
from prcomm.core.table.effects import names_of
from prcomm.core.table.entities import Action, Entity, Item, State
from prcomm.core.table.guards import OF_ACTION, OF_BOTH, how_many, taken_by
from prcomm.core.table.in_force import Row
from prcomm.core.table.moves import OF_A_MOVE, ByLaw, ByOutcome, Move, Pause, Restart
from prcomm.core.table.rows import Same, Table
from prcomm.core.table.tables import AnyDeadline
from prcomm.core.values.alternatives import Kind
from prcomm.core.values.errors import a, is_below, no_day, shown, unlike, unlike_each
from prcomm.core.values.fields import alternatives_of

ONLY = "a Kind, or several joined with |"
"""What ``only=`` takes."""
_Move = Move[Entity[State], Action]
_Pause = Pause[Entity[State], Action]
_Restart = Restart[Entity[State], Action]


def unfit(
    function: object, takes: tuple[str, ...], action: object, about: type, *more: tuple[str, ...]
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
    if actions and isinstance(action, type) and not issubclass(action, tuple(actions)):
        yield f"is not written for {action.__name__}"
    others: list[type] = [kind for kind in kinds if issubclass(kind, (Entity, Item))]
    if others and not issubclass(about, tuple(others)):
        yield f"is written for {a(others[0].__name__)}, not for {a(about.__name__)}"
    fits = (takes, *more)
    if how_many(function) not in {None, *map(len, fits)}:
        wanted = " or ".join(f"({', '.join(one)})" for one in fits)
        yield f"takes ({', '.join(map(str, signature(function).parameters))}), not {wanted}"


_TERM = "a term, as Days(3), a Dated one, or a function of entity and action"
_MOVE = "a term, as Days(3), STANDS, None, or a function of entity, action and running term"
_MOVES = "owed.moved(…), owed.paused(…) or owed.restarted(…)"
_SINCE = "a function (entity, action) -> the instant"


def of_deadline(deadline: AnyDeadline, rows: tuple[Row, ...], whole: Table) -> Iterator[str]:
    """What is wrong with a deadline, in a table of these rows."""
    moves = [move for move in deadline.moves if isinstance(move, Move)]
    pauses = [move for move in deadline.moves if isinstance(move, Pause)]
    restarts = [move for move in deadline.moves if isinstance(move, Restart)]
    named: dict[str, tuple[object, ...]] = {
        "begins": deadline.begins,
        "met_by": deadline.met_by,
        "until": deadline.until,
        "moved: by": tuple(move.by for move in moves),
        "paused: by": tuple(by for pause in pauses for by in pause.by),
        "paused: until": tuple(by for pause in pauses for by in pause.until),
        "restarted: by": tuple(by for one in restarts for by in one.by),
    }
    yield from _of_what_is_owed(deadline)
    for move in moves:
        yield from _of_function("moved: to", _MOVE, move.to, Term, ByLaw, ByOutcome, type(None))
    for wanted, several in named.items():
        one = "an action's class" if wanted == "moved: by" else "an action's class, or a tuple of several"
        yield from (f"{wanted}: {one}, not {shown(action)}" for action in several if not is_below(action, Action))
    actions = _those_below(Action, named.values())
    used = {row.action for row in rows if is_below(row.action, Action) and not row.never}
    yield from _unfit_for(deadline, moves, restarts, whole, actions, used)
    yield from _of_pauses(pauses, restarts)
    yield from _of_restarts(restarts)
    yield from _doing_two_things(moves, pauses, restarts)
    yield from _that_only_begin((*pauses, *restarts), rows)
    terms: list[tuple[str, object, tuple[type[Action], ...]]] = [("within", deadline.within, deadline.begins)]
    terms += [("moved: to", move.to, (move.by,)) for move in moves]
    terms += [("restarted: within", one.within, one.by) for one in restarts]
    for where, of, by in terms:
        if isinstance(of, ByOutcome):
            may = _those_below(whole.actions, [by])
            yield from (f"{where}: {fault}" for fault in _of_outcome(of, may, rows))


def _of_pauses(pauses: Iterable[_Pause], restarts: Iterable[_Restart]) -> Iterator[str]:
    """What is wrong with the pauses of a deadline, their actions apart."""
    for pause in pauses:
        if not pause.by:
            yield "paused: by: names no action"
        elif not pause.until and not any(restart.by for restart in restarts):
            stops = " or ".join(shown_action(by) for by in pause.by)
            yield f"paused: nothing lets it run again after {stops}: until=, or owed.restarted(…)"
        for both in dict.fromkeys(by for by in pause.by if by in pause.until):
            yield f"paused: {shown_action(both)} stops it and lets it run again"
        yield from _of_end_days(pause.counts)
        yield from (f"paused: {fault}" for fault in uncited(pause.cites))


def _of_end_days(counts: object) -> Iterator[str]:
    wanted = "one of EndDays, as EndDays.NEITHER, or a Dated one"
    if not isinstance(counts, Dated):
        yield from unlike("paused: counts", wanted, counts, EndDays)
        return
    values = (version.value for version in cast("Dated[object]", counts).versions)
    yield from unlike_each(f"paused: counts: {counts.name!r}", wanted, values, EndDays)


def _of_restarts(restarts: Iterable[_Restart]) -> Iterator[str]:
    """What is wrong with the new beginnings of a deadline, their actions apart."""
    for restart in restarts:
        if not restart.by:
            yield "restarted: by: names no action"
        within: object = restart.within
        yield from _of_function("restarted: within", _TERM, within, Term, Dated, ByLaw, ByOutcome, type(None))
        yield from _of_function("restarted: since", _SINCE, restart.since)
        yield from (f"restarted: {fault}" for fault in uncited(restart.cites))
        if isinstance(within, Each):
            yield f"restarted: within: {within} is of periods, which begin by the calendar and never anew"


def _doing_two_things(moves: Iterable[_Move], pauses: Iterable[_Pause], restarts: Iterable[_Restart]) -> Iterator[str]:
    """The actions that do two things to a clock which can't both be."""
    moved = [move.by for move in moves]
    paused = [by for pause in pauses for by in pause.actions]
    anew = [by for one in restarts for by in one.by]
    for by in _those_below(Action, [moved]):
        if moved.count(by) > 1:
            yield f"moves: {by.__name__} moves it twice: one action moves it to one term"
    for by in _those_below(Action, [anew]):
        if by in moved or anew.count(by) > 1:
            yield f"moves: {by.__name__} begins it anew, and moves it: owed.restarted(…, within) says which term it has"
        if by in paused:
            yield f"moves: {by.__name__} begins it anew, which ends every pause: it does no more to one"


def _that_only_begin(moves: Iterable[_Pause | _Restart], rows: Iterable[Row]) -> Iterator[str]:
    """The actions that stop a clock or begin it anew, and can be done only before any clock runs."""
    read = [row for row in rows if is_below(row.action, Action)]
    begin = {row.action for row in read if row.starts} - {
        row.action for row in read if not row.starts or row.table.inside
    }
    for by in begin.intersection(_those_below(Action, (move.actions for move in moves))):
        yield f"moves: {by.__name__} only begins an entity, and no clock runs before that"


def _of_outcome(of: ByOutcome, actions: tuple[type[Action], ...], rows: tuple[Row, ...]) -> Iterator[str]:
    what = f"by_field({of.field!r}, …)" if of.field else "by_state(…)"
    wanted = "a term, as Days(3), a Dated one, or None"
    for outcome, term in of.cases:
        yield from unlike(f"{what}: {shown(outcome)}", wanted, term, Term, Dated, type(None))
        if isinstance(term, Each):
            yield f"{what}: {shown(outcome)}: {term} is of periods, and can't depend on one action"
    named = [outcome for outcome, _ in of.cases]
    comes_to: list[object] = []
    few = True
    for action in actions:
        if of.field and of.field not in names_of(action):
            yield f"{what}: {action.__name__} has no field {of.field!r}"
        may = _values_of(action, of.field) if of.field else _led_to(action, rows)
        yield from (f"{what}: no case for {shown(one)}; None if nothing is owed" for one in may if one not in named)
        comes_to += may
        few = few and bool(may)
    by = " or ".join(action.__name__ for action in actions)
    never = [one for one in named if one not in comes_to] if few and actions else []
    yield from (f"{what}: {by} never comes to {shown(one)}" for one in never)


def _values_of(action: type[Action], name: str) -> tuple[object, ...]:
    """The values that a field of an action may have, where they are few: of an Enum, or True and False."""
    hint: object = get_type_hints(action).get(name)
    if hint is bool:
        return (True, False)
    members: list[object] = []
    for one in alternatives_of(hint):
        if one is type(None):
            members.append(None)
        elif is_below(one, Enum):
            members += one
        else:
            return ()
    return tuple(members)


def _led_to(action: type[Action], rows: Iterable[Row]) -> tuple[object, ...]:
    """The states to which an action may lead."""
    lawful = (row for row in rows if row.action is action and not row.never)
    states = (row.sources if isinstance(row.target, Same) else (row.target,) for row in lawful)
    return tuple(dict.fromkeys(state for several in states for state in several))


def shown_action(action: object) -> str:
    """An action in a sentence, by its name."""
    return action.__name__ if isinstance(action, type) else shown(action)


def _those_below(base: type[Action], given: Iterable[Iterable[object]]) -> tuple[type[Action], ...]:
    return tuple(dict.fromkeys(one for several in given for one in several if is_below(one, base)))


def _unfit_for(
    deadline: AnyDeadline,
    moves: Iterable[_Move],
    restarts: Iterable[_Restart],
    whole: Table,
    actions: tuple[type[Action], ...],
    used: set[type[Action]],
) -> Iterator[str]:
    """What of a deadline does not fit its actions, or these the table."""
    restarts = [move for move in deadline.moves if isinstance(move, Restart)]
    for action in actions:
        if not issubclass(action, whole.actions):
            yield f"{action.__name__} is no {whole.actions.__name__}"
        elif action not in used:
            yield f"no row lets anybody {action.__name__}"
    functions: list[tuple[str, object, tuple[str, ...], object]] = [
        *(("since", deadline.since, OF_BOTH, action) for action in deadline.begins),
        *(("when", deadline.when, OF_BOTH, action) for action in deadline.begins),
        *(("within", *_read(deadline.within, OF_BOTH), action) for action in deadline.begins),
        *(("moved", *_read(move.to, OF_A_MOVE), move.by) for move in moves),
        *(("restarted: within", *_read(one.within, OF_BOTH), by) for one in restarts for by in one.by),
        *(("restarted: since", one.since, OF_BOTH, by) for one in restarts for by in one.by),
        *(("per", deadline.per, OF_ACTION, action) for action in _telling(deadline, actions)),
    ]
    for what, function, takes, by in functions:
        by_law = f"; if it reads the law: by_law({name_of(function)})" if how_many(function) == len(takes) + 1 else ""
        faults = () if isinstance(function, type | ByOutcome) else unfit(function, takes, by, whole.entity)
        yield from (f"{what}: {name_of(function)!r} {fault}{by_law}" for fault in faults)
    if isinstance(deadline.per, str):
        told = [one for one in _telling(deadline, actions) if one not in deadline.until or deadline.recurring]
        lacking = [one for one in told if issubclass(one, whole.actions) and not hasattr(one, deadline.per)]
        yield from (f"per: {action.__name__} has no field {deadline.per!r}" for action in lacking)
    if deadline.met_on and isinstance(cast("object", deadline.met_on), str):
        lacking = [one for one in actions if one in deadline.met_by and not hasattr(one, deadline.met_on)]
        yield from (f"met_on: {action.__name__} has no field {deadline.met_on!r}" for action in lacking)


def _telling(deadline: AnyDeadline, actions: tuple[type[Action], ...]) -> tuple[type[Action], ...]:
    """The actions of a deadline that say which instance they are about: of a recurring duty those that meet it."""
    return tuple(one for one in actions if not deadline.recurring or one in deadline.met_by)


def _of_what_is_owed(deadline: AnyDeadline) -> Iterable[str]:
    """What of a deadline is not of the kind that belongs there, its actions apart."""
    return (
        *unlike("name", "a text", deadline.name, str),
        *_of_function("within", _TERM, deadline.within, Term, Dated, ByLaw, ByOutcome),
        *unlike("owed_by", "one Role, or Who(role, cites)", deadline.owed_by, Role),
        *_of_owing(deadline),
        *uncited(deadline.cites),
        *unlike_each("moves", _MOVES, deadline.moves, Move, Pause, Restart),
        *_of_function("since", _SINCE, deadline.since),
        *_of_function("when", "a function (entity, action) -> whether it is owed", deadline.when, type(None)),
        *_of_function(
            "per", "a field, or a function (action) -> what tells several apart", deadline.per, type(None), str
        ),
        *unlike_each("only", ONLY, deadline.only, Kind),
        *unlike("provided", "a text", deadline.provided, str),
        *unlike("met_on", "the name of a field", deadline.met_on, str),
        *no_day("first_day", deadline.first_day),
    )


def _of_owing(deadline: AnyDeadline) -> Iterable[str]:
    """What is wrong with the places that say who owes, where these are not the deadline's own."""
    if deadline.owed_by_cites != deadline.cites:
        yield from (f"owed_by: {fault}" for fault in uncited(deadline.owed_by_cites))


def _of_function(what: str, wanted: str, given: object, *others: type) -> Iterable[str]:
    """The fault of what is no function, nor one of the other things that may stand there."""
    return () if callable(given) and not isinstance(given, type) else unlike(what, wanted, given, *others)


def _read(function: object, takes: tuple[str, ...]) -> tuple[object, tuple[str, ...]]:
    """A function of a deadline, and what it takes: the law too, if it reads it."""
    return (function.function, (*takes, "context")) if isinstance(function, ByLaw) else (function, takes)


def name_of(function: object) -> str:
    return getattr(function, "__name__", str(function))
