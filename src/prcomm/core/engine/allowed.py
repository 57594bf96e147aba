"""What an actor may do now."""

from collections.abc import Iterator
from typing import Never, cast

from attrs import frozen

from prcomm.core.table.context import Context
from prcomm.core.table.entities import Action, Entity, Item, State
from prcomm.core.table.guards import Guard
from prcomm.core.table.in_force import Row, RowsInForce
from prcomm.core.table.rows import Transition
from prcomm.core.values.alternatives import Kind
from prcomm.core.values.errors import NotInForce


@frozen
class Allowed:
    """One thing an actor may do now.

    Attributes:
        action: the action.
        transition: its row.
        conditions: the guards that depend on what the action carries, quoted and not answered.
        items: of an action about parts, the ids it may name; empty for one that begins a part.
    """

    action: type[Action]
    transition: Transition[Entity[State], Action]
    conditions: tuple[Guard[Never, Never], ...] = ()
    items: tuple[str, ...] = ()


def allowed_now(
    entity: Entity[State], probe: Action, kind: Kind | None, edition: RowsInForce, context: Context
) -> Iterator[Allowed]:
    """Each row that has a place now, whose roles fit, and whose guards that need no payload hold."""
    for row in edition.rows:
        if row.never or not row.known(edition.day) or (row.roles and probe.by.role not in row.roles):
            continue
        items = places(row, entity, kind, edition)
        if items is None:
            continue
        blank = _without_payload(row.action, probe)
        asked = {guard: _asked(guard, entity, blank, context) for guard in edition.asked(row)}
        if False not in asked.values():
            yield Allowed(row.action, row, tuple(guard for guard, holds in asked.items() if holds is None), items)


def _without_payload(kind: type[Action], probe: Action) -> Action:
    """An action of a class of which only is known when and by whom: to read more of it is an error."""
    action = object.__new__(kind)
    for name in ("at", "by"):
        object.__setattr__(action, name, getattr(probe, name))
    return action


def _asked(guard: Guard[Never, Never], entity: Entity[State], probe: Action, context: Context) -> bool | None:
    """Whether a guard holds; ``None`` if that depends on what the action carries, or on what is not known to be law."""
    try:
        return bool(guard.met(entity, probe, context))
    except NotInForce:
        return None
    except AttributeError as error:
        if error.obj is probe:
            return None
        raise


def places(row: Row, entity: Entity[State], kind: Kind | None, edition: RowsInForce) -> tuple[str, ...] | None:
    """Whether a row has a place now: ``None`` if not; else the ids of the things inside that it fits."""
    part = edition.part_of.get(row.action)
    if part is None:
        return () if edition.cells.get((entity.state, row.action, kind)) is row else None
    if part.during and entity.state not in part.during:
        return None
    if not row.applies_in(entity.state) or (row.only and kind not in row.only):
        return None
    inside = cast("tuple[Item[State], ...]", getattr(entity, part.name))
    items = tuple(item.id for item in inside if item.state in row.sources)
    return items if items or row.starts else None
