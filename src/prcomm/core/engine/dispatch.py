"""The tables compiled: one dispatch for each interval of days, one short function for each cell.

A cell is a state, an action and a kind. Its function does what its row says and nothing else: it is written
out as source text and compiled, since generic code costs half as much again (see docs/performance.md). So is one for
each row that begins an entity. ``Steps.source`` shows the text; ``Entity`` and ``Record`` in it make these frozen
values quickly (see making.py).
"""

import linecache
from collections.abc import Callable, Hashable, Iterator
from functools import cache
from itertools import count
from types import MethodType
from typing import Never, TypeVar, cast, get_type_hints

import attrs
from attrs import evolve
from pendulum import DateTime

from prcomm.core.calendar.days import day, ordinal
from prcomm.core.calendar.law import Dues, Law
from prcomm.core.engine.clocks import AnyDeadline, Clocks, begun, begun_too, new_clock, touched
from prcomm.core.sources.citations import Cites
from prcomm.core.sources.people import Actor, Office
from prcomm.core.table.entities import Action, Entity, Item, Record, State, earlier
from prcomm.core.table.guards import OF_ALL
from prcomm.core.table.in_force import AnyPart, Cell, Row, RowsInForce, find_item
from prcomm.core.values.alternatives import Kind
from prcomm.core.values.errors import BadInput, a, said
from prcomm.core.values.making import maker

K = TypeVar("K")
V = TypeVar("V")

Step = Callable[[Entity[State], Action], "Entity[State] | None"]
First = Callable[[Action], "Entity[State] | None"]
new_record = maker(Record)


class Laws(dict[int, Law]):
    """A law bound to days, each once, and to the lifecycle that applies it.

    Attributes:
        on: the law of the day of an ordinal.
    """

    def __init__(self, law: Law, dues: Dues) -> None:
        super().__init__()
        self.law = law
        self.dues = dues
        self.on: Callable[[int], Law] = self.__getitem__

    def __missing__(self, o: int) -> Law:
        law = self[o] = self.law.bound(day(o), self.dues)
        return law


_numbers = count()


class Made(dict[K, V]):
    """What is made when it is first looked up: nobody uses every cell of a table."""

    def __init__(self, make: Callable[[K], V | None]) -> None:
        super().__init__()
        self.make = make

    def find(self, key: K) -> V | None:
        """What there is under a key that was not looked up before; ``None`` if nothing can be made of it."""
        value = self.make(key)
        if value is not None:
            self[key] = value
        return value


class Steps:
    """The functions of one edition, by cell, each written when it is first looked up."""

    def __init__(
        self,
        entity: type[Entity[State]],
        edition: RowsInForce,
        parts: tuple[AnyPart, ...],
        clocks: dict[Kind | None, Clocks],
        laws: Laws,
    ) -> None:
        self.entity = entity
        self.edition = edition
        self.parts = {action: part for part in parts for action in part.actions}
        self.clocks = clocks
        self.laws = laws
        self.names: dict[str, object] = {
            "DateTime": DateTime, "Entity": maker(entity), "Record": new_record, "earlier": earlier, "touched": touched,
            "new_clock": new_clock, "begun": begun, "begun_too": begun_too, "ordinal": ordinal, "laws": laws,
            "law_on": laws.on,
            "Begun": entity, "Actor": Actor, "Office": Office,
        }  # fmt: skip
        self.by_cell = Made[Cell, Step](self._step)
        self.by_beginning = Made[tuple[type[Action], Kind | None], First](self._first)
        self.written: dict[tuple[int, Kind | None], Step] = {}

    def _step(self, cell: Cell) -> Step | None:
        """The function of one cell; cells of one row and kind share it. ``None`` where nothing is lawful."""
        state, action, kind = cell
        part = self.parts.get(action)
        if part is not None:
            return self._part_step(part, kind) if not part.during or state in part.during else None
        row = self.edition.cells.get(cell)
        if row is None or row.never:
            return None
        step = self.written.get((id(row), kind))
        if step is None:
            step = self.written[id(row), kind] = cast("Step", self._compiled(row, self._write(row, self.clocks[kind])))
        return step

    def _first(self, beginning: tuple[type[Action], Kind | None]) -> First | None:
        """The function of the row that begins an entity with such an action; ``None`` if none does."""
        action, kind = beginning
        row = self.edition.cells.get((None, action, kind))
        if row is None or not isinstance(row.target, State) or not row.roles:
            return None
        return cast("First", self._compiled(row, self._write_first(row, kind)))

    def _compiled(self, row: Row, lines: list[str]) -> object:
        """The function of the lines; tracebacks show them."""
        filename = f"<prcomm step {next(_numbers)}: {row.action.__name__} of {self.entity.__name__}>"
        linecache.cache[filename] = (sum(map(len, lines)), None, [f"{line}\n" for line in lines], filename)
        made: dict[str, object] = {}
        exec(compile("\n".join(lines), filename, "exec"), self.names, made)
        return made[row.action.__name__]

    def _write(self, row: Row, clocks: Clocks) -> list[str]:
        """The function of one cell, written out."""
        conditions = ["at.__class__ is DateTime", "at >= last", "(at.fold == last.fold or not earlier(at, last))"]
        if row.roles:
            conditions.append(f"action.by.role in {self._name(row.roles, 'roles')}")
        conditions += _zoned(row.action)
        guards = [f"{self._name(g.holds, 'guard')}({', '.join(OF_ALL[: g.takes])})" for g in row.given]
        target = f"{self._name(row.target, 'target')}" if isinstance(row.target, State) else "entity.state"
        cites = self._name(rests_on(row), "cites")
        lines = [
            f"def {row.action.__name__}(entity, action):",
            "    at = action.at",
            "    history = entity.history",
            "    last = history[-1].action.at",
            f"    if not ({' and '.join(conditions)}):",
            "        return None",
        ]
        if any(guard.reads_law for guard in row.given):
            lines += [
                "    office = entity.office",
                "    day = at.toordinal() if at.tzinfo is office.tz else ordinal(at, office)",
                "    law = laws.get(day) or law_on(day)",
            ]
        if guards:
            lines += [f"    if not ({' and '.join(guards)}):", "        return None"]
        lines += self._clock_lines(row.action, clocks)
        kept = "clocks" if row.action in clocks.concerned else "entity.clocks"
        lines.append(f"    state = {target}")
        if row.then is not None:
            if kept == "entity.clocks":
                lines.append("    clocks = entity.clocks")
                kept = "clocks"
            lines.append(f"    entity = {self._name(row.then, 'then')}(entity, action)")
        given = {"state": "state", "history": f"history + (Record(action, state, {cites}),)", "clocks": kept}
        return [*lines, f"    return Entity({', '.join(_arguments(self.entity, given))})"]

    def _write_first(self, row: Row, kind: Kind | None) -> list[str]:
        """The function of a row that begins an entity of one kind, written out."""
        conditions = ["at.__class__ is DateTime", "at.tzinfo is not None", "action.by.__class__ is Actor"]
        conditions += [f"action.by.role in {self._name(row.roles, 'roles')}", *_zoned(row.action)]
        guards = [
            f"{self._name(g.holds, 'guard')}({'None, action, law' if g.reads_law else 'action'})" for g in row.given
        ]
        lines = [
            f"def {row.action.__name__}(action):",
            "    at = action.at",
            f"    if not ({' and '.join(conditions)}):",
            "        return None",
        ]
        if any(guard.reads_law for guard in row.given):
            lines += [
                "    office = getattr(action, 'office', None)",
                "    law = law_on(ordinal(at, office) if isinstance(office, Office) else at.toordinal())",
            ]
        if guards:
            lines += [f"    if not ({' and '.join(guards)}):", "        return None"]
        same = "" if kind is None else " or entity.kind is not action.kind"
        lines += [
            f"    entity = {self._name(row.then, 'then')}(action)",
            f"    if entity.__class__ is not Begun or entity.office.__class__ is not Office{same}:",
            "        return None",
        ]
        clocks = self.clocks[kind]
        begun = [
            f"new_clock({deadline.name!r}, {self._key(deadline)}, 0), "
            for deadline in clocks.begun.get(row.action, ())
            if not clocks.at_once(deadline, row.action)
        ]
        record = f"Record(action, {self._name(row.target, 'target')}, {self._name(rests_on(row), 'cites')})"
        given = {"state": self._name(row.target, "target"), "history": f"({record},)", "clocks": f"({''.join(begun)})"}
        return [*lines, f"    return Entity({', '.join(_arguments(self.entity, given))})"]

    def _clock_lines(self, action: type[Action], clocks: Clocks) -> Iterator[str]:
        if action not in clocks.concerned:
            return
        yield "    clocks = entity.clocks"
        for deadline in clocks.moved.get(action, ()):
            mine = self._mine(deadline, action)
            yield f"    clocks = tuple([touched(c, len(history)) if {mine} else c for c in clocks])"
        for deadline in (*clocks.met.get(action, ()), *clocks.ended.get(action, ())):
            yield f"    clocks = tuple([c for c in clocks if not ({self._mine(deadline, action)})])"
        for deadline in clocks.begun.get(action, ()):
            begin = "begun" if deadline.certain else "begun_too"
            yield f"    clocks = {begin}(clocks, {deadline.name!r}, {self._key(deadline)}, len(history))"

    def _key(self, deadline: AnyDeadline) -> str:
        return f"{self._name(deadline.key, 'key')}(action)" if deadline.keyed else "None"

    def _mine(self, deadline: AnyDeadline, action: type[Action]) -> str:
        mine = f"c.deadline == {deadline.name!r}"
        return f"{mine} and c.key == {self._key(deadline)}" if deadline.keyed and deadline.tells(action) else mine

    def _name(self, value: object, what: str) -> str:
        """A name under which a value stands in the written functions."""
        for name, known in self.names.items():
            if known is value or (isinstance(value, MethodType) and known == value):
                return name
        name = f"{what}_{len(self.names)}"
        self.names[name] = value
        return name

    def _part_step(self, part: AnyPart, kind: Kind | None) -> Step:
        cells, clocks = self.edition.part_cells[part.name], self.clocks[kind]

        def step(entity: Entity[State], action: Action) -> Entity[State] | None:
            item = find_item(entity, part, action)
            row = cells.get((None if item is None else item.state, type(action), kind))
            if row is None or row.never or not row.applies_in(entity.state):
                return None
            if earlier(action.at, entity.history[-1].action.at):
                return None
            if (row.roles and action.by.role not in row.roles) or unzoned(action) or type(action.at) is not DateTime:
                return None
            if row.given:
                law = self.laws.on(ordinal(action.at, entity.office))
                if not all(g.met(entity, action, law) for g in row.given):
                    return None
            state = row.leads_to(None if item is None else item.state)
            record = Record(action, cast("State", state), rests_on(row))
            return with_part(entity, part, item, row, record, clocks)

        return step


def with_part(
    entity: Entity[State], part: AnyPart, item: Item[State] | None, row: Row | None, record: Record, clocks: Clocks
) -> Entity[State]:
    """The entity with one part changed (or begun) by a record."""
    action, then = record.action, None if row is None else row.then
    new = item
    if then is not None:
        new = cast("Item[State]", effected(row, then(action) if item is None else then(item, action)))
    items = cast("tuple[Item[State], ...]", getattr(entity, part.name))
    if new is not None:
        new = evolve(new, state=record.state)
        items = (*items, new) if item is None else tuple([new if i is item else i for i in items])
    changed = evolve(
        entity,
        history=(*entity.history, record),
        clocks=clocks.after(entity.clocks, action, len(entity.history)),
    )
    held: dict[str, Never] = {part.name: cast("Never", items)}
    return evolve(changed, **held)


def effected(row: Row | None, made: object) -> object:
    """What the effect of a row made. Raises ``BadInput`` if it is not what it is to make: no ``return``, mostly."""
    if row is not None and not isinstance(made, row.table.about):
        name = getattr(row.then, "__name__", str(row.then))
        fault = f"{name!r} returns {said(made)}, not {a(row.table.about.__name__)}"
        raise BadInput(f"the effect of {row.action.__name__}", (fault,))
    return made


def with_record(entity: Entity[State], row: Row | None, record: Record, clocks: Clocks) -> Entity[State]:
    """The entity after a record about the whole of it."""
    new = entity
    if row is not None and row.then is not None:
        new = cast("Entity[State]", effected(row, row.then(entity, record.action)))
    return evolve(
        new,
        state=record.state,
        history=(*entity.history, record),
        clocks=clocks.after(entity.clocks, record.action, len(entity.history)),
    )


def rests_on(row: Row) -> Cites:
    """What a record of a row rests on: the row's articles and those of its guards."""
    return tuple(dict.fromkeys((*row.cites, *(c for g in row.given for c in g.cites))))


def _arguments(entity: type[Entity[State]], given: dict[str, str]) -> Iterator[str]:
    for field in attrs.fields(entity):
        if field.init:
            yield f"{field.alias}={given.get(field.name, f'entity.{field.name}')}"


@cache
def instants(action: Hashable) -> dict[str, bool]:
    """The fields of an action, besides ``at``, that hold an instant, and whether they may be ``None``."""
    hints = get_type_hints(action)
    optional = DateTime | None
    return {name: hints[name] == optional for name in hints if name != "at" and hints[name] in (DateTime, optional)}


def fields_of_instants(action: type[Action]) -> dict[str, bool]:
    """The same for an action's class."""
    return instants(cast("Hashable", action))


def unzoned(action: Action) -> list[str]:
    """The fields of an action that hold an instant without a zone."""
    found = [
        name
        for name, optional in fields_of_instants(type(action)).items()
        if getattr(getattr(action, name), "tzinfo", None) is None and not (optional and getattr(action, name) is None)
    ]
    return (["at"] if getattr(action.at, "tzinfo", None) is None else []) + found


def _zoned(action: type[Action]) -> Iterator[str]:
    for name, optional in fields_of_instants(action).items():
        zoned = f"action.{name}.tzinfo is not None"
        yield f"(action.{name} is None or {zoned})" if optional else zoned
