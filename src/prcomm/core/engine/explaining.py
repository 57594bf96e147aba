"""Every reason against an action, in words: asked only once the fast way has said no."""

from collections.abc import Iterator
from typing import Never

from pendulum import DateTime

from prcomm.core.engine.allowed import places
from prcomm.core.engine.dispatch import Contexts, Dispatch
from prcomm.core.sources.citations import is_law, law_or_less, weakest
from prcomm.core.sources.people import Role
from prcomm.core.table.entities import Action, Entity, State, earlier
from prcomm.core.table.guards import Guard
from prcomm.core.table.in_force import Match, Row, RowsInForce
from prcomm.core.table.reasons import Reason, ReasonKind
from prcomm.core.values.alternatives import Kind
from prcomm.core.values.messages import Message, Said, joined, named, one

BEFORE_THE_LAST = Message("it is before the last record, of {last}")
NOT_BEFORE = Message("not before {last}")
MAY_NOT = Message("{role} may not {action}")
STRANGER_MAY_NOT = Message("{role}, no role of the {process}, may not {action}")
WHO_MAY = Message("who may: {roles}")
AN_INSTANT = Message("{day} {time}")
LIFTED = Message("lifted by {code}")
BEGINS_NO = Message("{action} begins no {process}")
BEGINS_WITH = Message("it begins with: {actions}")
NO_ROW_BEGINS = Message("no row begins it on that day")
NO_PLACE = Message("{action} has no place in {state}")
NO_PLACE_OF_KIND = Message("{action} has no place in {state} of {kind}")
NO_PLACE_WHILE = Message("{action} has no place while {item} of the {part} is {state}")
NONE_SUCH = Message("{action}: there is no {item} among the {part}")
ITS_PLACES = Message("its place is: {states}")
ITS_KINDS = Message("it is for: {kinds}")
MAY_BE_DONE = Message("in {state} may be done: {actions}")
NOTHING_MAY = Message("in {state} may be done: nothing")


def reasons_against(
    process: str,
    entity: Entity[State] | None,
    action: Action,
    kind: Kind | None,
    dispatch: Dispatch,
    roles: tuple[Role, ...],
    contexts: Contexts,
) -> tuple[Reason, ...]:
    """All reasons against an action; none if it is lawful.

    Raises ``NotInForce`` for an action of a day on which what its row rests on is not known to be in force. That it
    comes before a record on file stands against it whatever the law.
    """
    edition = dispatch.rows
    found = edition.find(entity, action, kind)
    late = tuple(_out_of_order(entity, action))
    row = found.row
    its = (row,) if row is not None else tuple(row for row in edition.rows if row.action is type(action))
    first = edition.unknown(*its)
    if first is not None:
        if late:
            return late
        raise first.before(contexts.day_of(entity, action))
    if row is None:
        return (
            _no_place(process, entity, action, kind, found, edition),
            *late,
            *_nobody(action, edition, kind, roles, process),
        )
    if row.never:
        lifted = "" if is_law(row.cites) else _lifted("its row")
        return (Reason(ReasonKind.NEVER, row.never, row.cites, row.basis, lifted), *late)
    ready = dispatch.ready(row, kind)
    unmet = () if ready is None else map(_of_guard, ready.unmet(entity, action, contexts))
    return (*_role(action, [row], roles, process), *late, *unmet)


def _out_of_order(entity: Entity[State] | None, action: Action) -> Iterator[Reason]:
    if entity is not None and earlier(action.at, entity.history[-1].action.at):
        yield out_of_order(entity.history[-1].action.at)


def out_of_order(last: DateTime) -> Reason:
    """The reason against an action before a record that is on file."""
    on = _told(last)
    return Reason(ReasonKind.TIME, BEFORE_THE_LAST(last=on), remedy=NOT_BEFORE(last=on))


def _lifted(rule: str) -> Said:
    return LIFTED(code=f"lifecycle.without({rule}) or a Reform")


def _told(at: DateTime) -> str:
    return AN_INSTANT(day=at.date(), time=at.isoformat(sep=" ", timespec="seconds")[len("2026-02-28 ") :])


def _role(action: Action, rows: list[Row], roles: tuple[Role, ...], process: str) -> Iterator[Reason]:
    """The reason that others may: those of a row, or of several, each by what says so of it."""
    may = tuple(dict.fromkeys(role for row in rows for role in row.roles))
    if not may or action.by.role in may:
        return
    cites = tuple(dict.fromkeys(cite for row in rows for cite in row.who_cites))
    role, name = action.by.role, type(action)
    known = MAY_NOT(role=role, action=name)
    text = known if role in roles else STRANGER_MAY_NOT(role=role, process=named(process), action=name)
    lifted = "" if is_law(cites) else _lifted(f"roles=[{name.__name__}]")
    remedy = joined(WHO_MAY(roles=may), named(rows[0].who_remedy), lifted)
    yield Reason(ReasonKind.ROLE, text, cites, weakest(cites), remedy)


def _of_guard(guard: Guard[Never, Never]) -> Reason:
    lifted = "" if is_law(guard.cites) else _lifted(repr(guard.name))
    remedy = joined(named(guard.remedy), lifted) if guard.remedy and lifted else guard.remedy or lifted
    return Reason(ReasonKind.GUARD, guard.text, guard.cites, guard.basis, remedy, guard.name)


def _no_place(
    process: str, entity: Entity[State] | None, action: Action, kind: Kind | None, found: Match, edition: RowsInForce
) -> Reason:
    """The reason of a missing row: where the action has a place, and what may be done here."""
    its = [row for row in edition.rows if row.action is type(action) and not row.never]
    mine = [row for row in its if _for(row, kind)]
    name = type(action)
    if entity is None:
        starts = {row.action for row in edition.rows if row.starts and not row.table.inside}
        begins = tuple(sorted(starts, key=lambda one: one.__name__))
        known = BEGINS_WITH(actions=begins) if begins else NO_ROW_BEGINS()
        return Reason(ReasonKind.STATE, BEGINS_NO(action=name, process=named(process)), remedy=known)
    strongest = min(mine or its, key=lambda row: (not is_law(row.cites), row.basis.value), default=None)
    cites = tuple(dict.fromkeys(c for row in mine or its for c in row.cites))
    apart = kind if any(row.only for row in edition.rows if row.action is type(action)) else None
    elsewhere = [row for row in mine if found.state in (row.sources or (None,)) and not row.applies_in(entity.state)]
    text = NO_PLACE(action=name, state=entity.state) if elsewhere else _where_it_stands(entity, action, apart, found)
    may = _may_now(entity, edition, kind)
    where = _its_places(elsewhere or mine, whole=bool(elsewhere)) if mine else _its_kinds(its)
    now = MAY_BE_DONE(state=entity.state, actions=may) if may else NOTHING_MAY(state=entity.state)
    basis = None if strongest is None else law_or_less(strongest.cites)
    return Reason(ReasonKind.STATE, text, cites, basis, joined(where, now))


def _for(row: Row, kind: Kind | None) -> bool:
    return not row.only or kind in row.only


def _where_it_stands(entity: Entity[State], action: Action, kind: Kind | None, found: Match) -> Said:
    name, state, part = type(action), entity.state, found.part
    if part is None and kind is not None:
        return NO_PLACE_OF_KIND(action=name, state=state, kind=one(kind))
    if part is None or (part.during and state not in part.during):
        return NO_PLACE(action=name, state=state)
    if found.item is None:
        return NONE_SUCH(action=name, item=repr(getattr(action, part.key)), part=named(part.name))
    item, so = found.item.id, found.item.state
    return NO_PLACE_WHILE(action=name, item=repr(item), part=named(part.name), state=so)


def _its_places(rows: list[Row], *, whole: bool) -> str:
    """The states in which rows have their place; or those of the whole in which rows of a part apply."""
    places = tuple(dict.fromkeys(state for row in rows for state in (row.during if whole else row.sources)))
    return ITS_PLACES(states=places) if places else ""


def _its_kinds(rows: list[Row]) -> str:
    kinds = tuple(dict.fromkeys(kind for row in rows for kind in row.only))
    return ITS_KINDS(kinds=kinds) if kinds else ""


def _may_now(entity: Entity[State], edition: RowsInForce, kind: Kind | None) -> tuple[type[Action], ...]:
    """The actions that have a place now, whoever does them and whatever the guards say."""
    fit = (row for row in edition.rows if not row.never and places(row, entity, kind, edition) is not None)
    return tuple(dict.fromkeys(row.action for row in fit))


def _nobody(
    action: Action, edition: RowsInForce, kind: Kind | None, roles: tuple[Role, ...], process: str
) -> Iterator[Reason]:
    """Where no row fits the state, the role may yet be one that may never do it."""
    mine = [row for row in edition.rows if row.action is type(action) and not row.never and _for(row, kind)]
    if all(row.roles for row in mine):
        yield from _role(action, mine, roles, process)
