"""The rows in force over an interval of days, by cell: a state, an action and a kind."""

from collections.abc import Iterable
from datetime import date
from typing import Never, cast

from attrs import frozen

from prcomm.core.sources.citations import FirstDay
from prcomm.core.table.entities import Action, Entity, Item, State
from prcomm.core.table.guards import Guard
from prcomm.core.table.rows import Part, Transition
from prcomm.core.values.alternatives import Kind
from prcomm.core.values.errors import a, no_day

Row = Transition[Entity[State], Action]
Cell = tuple[State | None, type[Action], Kind | None]
AnyPart = Part[Entity[State], Action]


@frozen
class Match:
    """Where an action stands in the table.

    Attributes:
        row: its row; ``None`` if the table has none.
        part: the part it is about, if it is about one.
        state: the state of the entity, or of the thing inside it; ``None`` for nothing yet.
        item: the thing inside it, if there is one.
    """

    row: Row | None
    part: AnyPart | None
    state: State | None
    item: Item[State] | None = None


class RowsInForce:
    """The rows in force over one interval of days.

    Attributes:
        day: its first day.
        rows: the rows, of the entity and of its parts.
        cells: the row of each cell of the entity.
        clashes: what two rows claim at once, as sentences.
    """

    def __init__(
        self,
        rows: Iterable[Row],
        parts: tuple[AnyPart, ...],
        kinds: tuple[Kind | None, ...],
        day: date = date.max,
    ) -> None:
        self.day = day
        self.rows = tuple(rows)
        self.clashes: list[str] = []
        self.part_of = {row.action: part for part in parts for row in part.transitions}
        own = [row for row in self.rows if not row.table.inside]
        self.cells = self._cells(own, kinds)
        self.part_cells = {
            part.name: self._cells([row for row in part.transitions if row in self.rows], kinds) for part in parts
        }

    def _cells(self, rows: list[Row], kinds: tuple[Kind | None, ...]) -> dict[Cell, Row]:
        cells: dict[Cell, Row] = {}
        for row in sorted(rows, key=lambda row: not row.only):
            for state in row.sources or (None,):
                for kind in row.only or kinds:
                    other = cells.get((state, row.action, kind))
                    if other is None:
                        cells[state, row.action, kind] = row
                    elif bool(other.only) == bool(row.only):
                        where = f"{row.action.__name__} in {state.name if state else 'nothing yet'}"
                        self.clashes.append(f"two rows for {where}" + (f" of {a(kind.name)}" if kind else ""))
        return cells

    def find(self, entity: Entity[State] | None, action: Action, kind: Kind | None) -> Match:
        """Where an action stands."""
        part = self.part_of.get(type(action))
        if part is None or entity is None:
            state = None if entity is None else entity.state
            return Match(self.cells.get((state, type(action), kind)), part, state)
        item = find_item(entity, part, action)
        state = None if item is None else item.state
        if part.during and entity.state not in part.during:
            return Match(None, part, state, item)
        row = self.part_cells[part.name].get((state, type(action), kind))
        return Match(row if row is not None and row.applies_in(entity.state) else None, part, state, item)

    def asked(self, row: Row) -> "tuple[Guard[Never, Never], ...]":
        """The guards of a row that are in force."""
        return row.asked(self.day)

    def unknown(self, *rows: Row) -> FirstDay | None:
        """From when any of these rows is known to be in force, if none is yet; ``None`` if one is, or of no rows."""
        if any(row.known(self.day) for row in rows):
            return None
        return min((row.first for row in rows if row.first is not None), key=lambda first: first.day, default=None)

    def noted(self, found: Match, action: Action) -> tuple[Row | None, bool]:
        """The row whose effect and target an unlawful action is entered with, and whether its target holds.

        Its own row; else, where all rows of the action agree on the target (on the effect), one of them.
        """
        if found.row is not None and not found.row.never:
            return found.row, True
        rows = [r for r in self.rows if r.action is type(action) and not r.never and r.starts == (found.state is None)]
        if not rows or len({row.then for row in rows}) > 1:
            return None, False
        return rows[0], len({row.target for row in rows}) == 1


def find_item(entity: Entity[State], part: AnyPart, action: Action) -> Item[State] | None:
    """The thing inside an entity that an action names."""
    key = getattr(action, part.key)
    for item in cast("tuple[Item[State], ...]", getattr(entity, part.name)):
        if item.id == key:
            return item
    return None


def editions(rows: Iterable[Row]) -> tuple[tuple[date, ...], list[tuple[Row, ...]]]:
    """The days on which the table changes, and the rows in force from each."""
    rows = tuple(rows)
    guards = (guard for row in rows for guard in row.given if isinstance(cast("object", guard), Guard))
    dated: list[Row | Guard[Never, Never]] = [*rows, *guards]
    spans = [(of.since, of.until, None if of.first is None else of.first.day) for of in dated]
    changes = {day for span in spans for day in span if not (day is None or any(no_day("", day)))}
    days = (date.min, *sorted(changes - {date.min}))
    return days, [tuple(row for row in rows if row.in_force(day)) for day in days]
