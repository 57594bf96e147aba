"""Every reason against an action, in words: asked only once the fast way has said no."""

from collections.abc import Iterator
from typing import Never

from attrs import evolve
from pendulum import DateTime

from prcomm.core.allowed import places
from prcomm.core.calendar import ordinal
from prcomm.core.entities import Action, Entity, State, earlier
from prcomm.core.errors import a
from prcomm.core.law import Law, weakest
from prcomm.core.oneof import Kind
from prcomm.core.people import Office, Role
from prcomm.core.steps import Edition, Found, Laws, Row
from prcomm.core.tables import Guard
from prcomm.core.verdicts import Reason, ReasonKind


def reasons_against(
    process: str,
    entity: Entity[State] | None,
    action: Action,
    kind: Kind | None,
    edition: Edition,
    roles: tuple[Role, ...],
    laws: Laws,
) -> tuple[Reason, ...]:
    """All reasons against an action; none if it is lawful."""
    found = edition.find(entity, action, kind)
    late = tuple(_out_of_order(entity, action))
    row = found.row
    if row is None:
        return (
            _no_place(process, entity, action, kind, found, edition),
            *late,
            *_nobody(action, edition, kind, roles, process),
        )
    if row.never:
        return (Reason(ReasonKind.NEVER, row.never, row.cites, row.basis, _lifted(row.basis.is_law, "its row")), *late)
    office = getattr(action, "office", None) if entity is None else entity.office
    law = laws.on(ordinal(action.at, office) if isinstance(office, Office) else action.at.toordinal())
    return (*_role(action, row, roles, process), *late, *_unmet(row, entity, action, law))


def _out_of_order(entity: Entity[State] | None, action: Action) -> Iterator[Reason]:
    if entity is not None and earlier(action.at, entity.history[-1].action.at):
        yield out_of_order(entity.history[-1].action.at)


def out_of_order(last: DateTime) -> Reason:
    """The reason against an action before a record that is on file."""
    text = f"it is before the last record, of {_told(last)}"
    return Reason(ReasonKind.TIME, text, remedy=f"not before {_told(last)}")


def _told(at: DateTime) -> str:
    return at.isoformat(sep=" ", timespec="seconds")


def _lifted(is_law: bool, how: str) -> str:
    return "" if is_law else f"lifted by lifecycle.without({how}) or a Reform"


def _role(action: Action, row: Row, roles: tuple[Role, ...], process: str) -> Iterator[Reason]:
    if not row.roles or action.by.role in row.roles:
        return
    who = ", ".join(role.name for role in row.roles)
    known = "" if action.by.role in roles else f", no role of the {process},"
    cites, basis = row.who_cites, weakest(row.who_cites)
    lifted = _lifted(basis.is_law, f"roles=[{row.action.__name__}]")
    text = f"{action.by.role.name}{known} may not {row.action.__name__}"
    yield Reason(ReasonKind.ROLE, text, cites, basis, f"who may: {who}" + (f"; {lifted}" if lifted else ""))


def _unmet(row: Row, entity: Entity[State] | None, action: Action, law: Law) -> Iterator[Reason]:
    for guard in row.given:
        if not (guard.holds(action, law) if entity is None else guard.holds(entity, action, law)):
            yield _of_guard(guard)


def _of_guard(guard: Guard[Never, Never]) -> Reason:
    lifted = _lifted(guard.basis.is_law, repr(guard.name))
    remedy = "; ".join(text for text in (guard.remedy, lifted) if text)
    return Reason(ReasonKind.GUARD, guard.text, guard.cites, guard.basis, remedy, guard.name)


def _no_place(
    process: str, entity: Entity[State] | None, action: Action, kind: Kind | None, found: Found, edition: Edition
) -> Reason:
    """The reason of a missing row: where the action has a place, and what may be done here."""
    its = [row for row in edition.rows if row.action is type(action) and not row.never]
    mine = [row for row in its if _for(row, kind)]
    name = type(action).__name__
    if entity is None:
        starts = sorted({row.action.__name__ for row in edition.rows if row.starts and not row.table.inside})
        known = f"it begins with: {', '.join(starts)}" if starts else "no row begins it on that day"
        return Reason(ReasonKind.STATE, f"{name} begins no {process}", remedy=known)
    basis = min((row.basis for row in mine or its), key=lambda b: b.value, default=None)
    cites = tuple(dict.fromkeys(c for row in mine or its for c in row.cites))
    apart = kind if any(row.only for row in edition.rows if row.action is type(action)) else None
    text = _where_it_stands(name, entity, action, apart, found)
    may = _may_now(entity, edition, kind)
    where = _its_places(mine) if mine else _its_kinds(its)
    remedy = f"{where}in {entity.state.name} may be done: {', '.join(may) or 'nothing'}"
    return Reason(ReasonKind.STATE, text, cites, basis, remedy)


def _for(row: Row, kind: Kind | None) -> bool:
    return not row.only or kind in row.only


def _where_it_stands(name: str, entity: Entity[State], action: Action, kind: Kind | None, found: Found) -> str:
    part = found.part
    if part is None:
        return f"{name} has no place in {entity.state.name}" + (f" of {a(kind.name)}" if kind else "")
    if part.during and entity.state not in part.during:
        return f"{name} has no place in {entity.state.name}"
    if found.item is None:
        return f"{name}: there is no {getattr(action, part.key)!r} among the {part.name}"
    return f"{name} has no place while {found.item.id!r} of the {part.name} is {found.item.state.name}"


def _its_places(rows: list[Row]) -> str:
    places = dict.fromkeys(state.name for row in rows for state in row.sources)
    return f"its place is: {', '.join(places)}; " if places else ""


def _its_kinds(rows: list[Row]) -> str:
    kinds = dict.fromkeys(kind.name for row in rows for kind in row.only)
    return f"it is for: {', '.join(kinds)}; " if kinds else ""


def _may_now(entity: Entity[State], edition: Edition, kind: Kind | None) -> list[str]:
    """The actions that have a place now, whoever does them and whatever the guards say."""
    fit = (row for row in edition.rows if not row.never and places(row, entity, kind, edition) is not None)
    return list(dict.fromkeys(row.action.__name__ for row in fit))


def _nobody(
    action: Action, edition: Edition, kind: Kind | None, roles: tuple[Role, ...], process: str
) -> Iterator[Reason]:
    """Where no row fits the state, the role may yet be one that may never do it."""
    mine = [row for row in edition.rows if row.action is type(action) and not row.never and _for(row, kind)]
    if mine and all(row.roles for row in mine):
        merged = evolve(mine[0], roles=tuple(dict.fromkeys(role for row in mine for role in row.roles)))
        yield from _role(action, merged, roles, process)
