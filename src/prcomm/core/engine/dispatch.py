"""The rows made ready: each judges an action, and enters it. One dispatch for each interval of days between amendments.

A cell is a state, an action and a kind. What stands in it is asked the same two things by whoever comes: the quick way
asks whether anything stands against an action, a refusal asks for all that does. Nothing is made at first use, so
threads share nothing half made.
"""

from collections.abc import Callable, Hashable, Mapping
from datetime import date
from functools import cache
from operator import attrgetter
from typing import Final, Never, TypeVar, cast, get_type_hints

from attrs import evolve
from pendulum import Date, DateTime

from prcomm.core.calendar.days import day, ordinal
from prcomm.core.calendar.law import Law
from prcomm.core.engine.clocks import Clocks
from prcomm.core.engine.forms import is_odd, texts_of
from prcomm.core.sources.citations import Basis, Cites
from prcomm.core.sources.dated import LastDay
from prcomm.core.sources.people import Actor, Office
from prcomm.core.table.context import Context, Finds
from prcomm.core.table.corrections import Corrects
from prcomm.core.table.entities import Action, Entity, Item, Record, State, earlier
from prcomm.core.table.guards import Guard
from prcomm.core.table.in_force import AnyPart, Cell, Match, Row, RowsInForce
from prcomm.core.table.reasons import Reason
from prcomm.core.values.alternatives import Kind
from prcomm.core.values.errors import BadInput, a, said, unlike
from prcomm.core.values.making import changer, maker

E = TypeVar("E", bound=Entity[State])
kind_in: Callable[[object], Kind] = attrgetter("kind")
Beginning = Callable[[Action], Entity[State]]
new_record, new_context = maker(Record), maker(Context)
REMEMBERED: Final = 1024
"""Of how many actions of a row it is remembered that their references are in their one form."""
Changed = Callable[..., Entity[State]]
"""A function (entity, *changes) that gives the entity with some fields changed."""
Folded = Callable[[Entity[State]], Entity[State]]
"""A function that folds an entity anew by what its records are told to say."""


class Contexts(dict[int, Context]):
    """A law opened at days by their ordinals, each once, for the lifecycle that applies it.

    Attributes:
        law: the law.
        finds: how a running due is found.
        on: the law of the day of an ordinal, at no case.
    """

    def __init__(self, law: Law, finds: Finds) -> None:
        super().__init__()
        self.law = law
        self.finds = finds
        self.on: Callable[[int], Context] = self.__getitem__

    def __missing__(self, o: int) -> Context:
        on = day(o)
        rolls = self.law.dated(self.law.last_day).on(on) is LastDay.ROLL_FORWARD
        opened = self[o] = Context(self.law, on, memo={}, rolls=rolls, finds=self.finds)
        return opened

    def day_of(self, entity: Entity[State] | None, action: Action) -> Date:
        """The office's day of an action."""
        office: object = getattr(action, "office", None) if entity is None else entity.office
        return day(ordinal(action.at, office) if isinstance(office, Office) else action.at.toordinal())

    def of(self, entity: Entity[State] | None, action: Action) -> Context:
        """The law of the day of an action, at its case: what a guard is handed."""
        opened = self[self.day_of(entity, action).toordinal()]
        return new_context(opened.law, opened.day, None, opened.memo, opened.rolls, entity, action.at, self.finds)


class Ready:
    """A row for one kind, made ready.

    Attributes:
        row: the row.
        cites: what a record of it rests on.
        clocks: what its action does to the open clocks.
    """

    __slots__ = (
        "_changed", "_guards", "_inside", "_instants", "_offices", "_reads_law", "_seen", "_target", "_texts",
        "cites", "clocks", "row",
    )  # fmt: skip

    def __init__(self, row: Row, on: date, clocks: Clocks, changed: Changed) -> None:
        self.row = row
        self.cites = rests_on(row, on)
        self.clocks = clocks
        self._changed = changed
        self._target = row.target if isinstance(row.target, State) else None
        self._guards = row.asked(on)
        self._reads_law = any(guard.reads_law for guard in self._guards)
        self._instants = bool(_instants_of(row.action))
        texts = texts_of(row.action)
        self._texts: Callable[[Action], Hashable] | None = attrgetter(*texts.plain) if texts.plain else None
        self._offices, self._inside = texts.offices, texts.inside
        self._seen = set[Hashable]()

    def unmet(self, entity: Entity[State] | None, action: Action, contexts: Contexts) -> list[Guard[Never, Never]]:
        """The conditions that are not met, in the order of the row."""
        context = contexts.of(entity, action) if self._reads_law else None
        return [guard for guard in self._guards if not guard.met(entity, action, context)]

    def lawful(self, entity: Entity[State] | None, action: Action, contexts: Contexts) -> bool:
        """Whether nothing stands against an action. Also false for what is to be looked at closer: an instant without a
        zone, or of a class of the user's own; a reference that is not in its one form."""
        at = action.at
        if at.__class__ is not DateTime or at.tzinfo is None:
            return False
        if entity is not None:
            last = entity.history[-1].action.at
            if at < last or (at.fold != last.fold and earlier(at, last)):
                return False
        by, roles = action.by, self.row.roles
        if (by.role not in roles if roles else not isinstance(cast("object", by), Actor)) or (
            self._instants and unzoned(action)
        ):
            return False
        texts = self._texts
        if not by.in_form or (texts is not None and texts(action) not in self._seen and self._odd(texts(action))):
            return False
        if (self._offices or self._inside) and self._odd_inside(action):
            return False
        return not self._guards or self._met(entity, action, contexts)

    def _met(self, entity: Entity[State] | None, action: Action, contexts: Contexts) -> bool:
        context = contexts.of(entity, action) if self._reads_law else None
        for guard in self._guards:  # noqa: SIM110  # a generator costs more than what it asks
            if not guard.met(entity, action, context):
                return False
        return True

    def _odd_inside(self, action: Action) -> bool:
        for name in self._offices:
            office: object = getattr(action, name)
            if not office.in_form if isinstance(office, Office) else is_odd(office):
                return True
        for name in self._inside:
            value: object = getattr(action, name)
            if value and is_odd(value):
                return True
        return False

    def _odd(self, texts: Hashable) -> bool:
        """Whether a reference is not in its one form. Those of the last actions that are, are remembered."""
        if is_odd(texts):
            return True
        if len(self._seen) == REMEMBERED:
            self._seen.clear()
        self._seen.add(texts)
        return False

    def entered(self, entity: Entity[State], action: Action) -> Entity[State]:
        """The entity after an action against which nothing stands."""
        record = new_record(action, self._target or entity.state, self.cites)
        return with_record(entity, self.row, record, self.clocks, self._changed)


class ReadyCorrection(Ready):
    """A row by which a fact of the file is corrected, made ready: after it the file is folded anew."""

    __slots__ = ("_folded",)

    def __init__(self, row: Row, on: date, clocks: Clocks, changed: Changed, folded: "Folded") -> None:
        super().__init__(row, on, clocks, changed)
        self._folded = folded

    def entered(self, entity: Entity[State], action: Action) -> Entity[State]:
        """The entity after a correction against which nothing stands."""
        return self._folded(super().entered(entity, action))


class ReadyStart(Ready):
    """A row that begins an entity, made ready.

    Attributes:
        process: what it begins, in a word.
        clocks_of: what actions do to the clocks of an entity of each kind.
    """

    __slots__ = ("_alone", "_begins", "clocks_of", "process")

    def __init__(
        self,
        process: str,
        row: Row,
        on: date,
        clocks_of: Mapping[Kind | None, Clocks],
        kind: Kind | None,
        changed: Changed,
    ) -> None:
        super().__init__(row, on, clocks_of[kind], changed)
        self.process = process
        self.clocks_of = clocks_of
        self._alone = None in clocks_of
        self._begins = cast("Beginning", row.then)

    def begun(self, action: Action, record: Record | None = None, against: tuple[Reason, ...] = ()) -> Entity[State]:
        """The entity that an action begins: with the record that is on file, if there is one.

        Raises ``BadInput`` if the effect gives no entity, or one without an office.
        """
        row = self.row
        made: Entity[State] = self._begins(action)
        if made.__class__ is not row.table.entity:
            effected(row, made)
        office = cast("object", made.office)
        if not isinstance(office, Office):
            faults = tuple(unlike("office", "an Office", office, Office))
            raise BadInput(f"{row.action.__name__} of the {self.process}", faults)
        first = record or new_record(action, self._target or made.state, self.cites, against)
        clocks = self.clocks if self._alone else self.clocks_of[kind_in(made)]
        return self._changed(made, first.state, (first,), clocks.first(action))


RowOfKind = tuple[int, Kind | None]


class Dispatch:
    """The rows in force over one interval of days, made ready.

    Attributes:
        process: the name of the process.
        rows: the rows.
        cells: what stands in each cell of the whole.
        beginnings: what begins an entity, by action and kind.
        changed: how the whole is changed: (entity, state, history, clocks).
    """

    def __init__(
        self,
        process: str,
        rows: RowsInForce,
        entity: type[Entity[State]],
        clocks: Mapping[Kind | None, Clocks],
        folded: Folded,
    ) -> None:
        self.process = process
        self.rows = rows
        self._clocks = clocks
        self._folded = folded
        self.changed = changer(entity, "state", "history", "clocks")
        self._inside = {part.name: changer(entity, part.name, "history", "clocks") for part in rows.part_of.values()}
        lawful = [row for row in rows.rows if not row.never and row.known(rows.day)]
        made = {(id(row), kind): self._made(row, kind) for row in lawful for kind in clocks}
        self._made_of: dict[RowOfKind, Ready] = made
        self.cells: dict[Cell, Ready] = {
            cell: made[id(row), cell[2]]
            for cell, row in rows.cells.items()
            if cell[0] is not None and (id(row), cell[2]) in made
        }
        self.beginnings = {
            (action, kind): cast("ReadyStart", made[id(row), kind])
            for (state, action, kind), row in rows.cells.items()
            if state is None and (id(row), kind) in made
        }

    def _made(self, row: Row, kind: Kind | None) -> Ready:
        if row.starts and not row.table.inside:
            return ReadyStart(self.process, row, self.rows.day, self._clocks, kind, self.changed)
        if isinstance(row.then, Corrects):
            return ReadyCorrection(row, self.rows.day, self._clocks[kind], self.changed, self._folded)
        return Ready(row, self.rows.day, self._clocks[kind], self.changed)

    def ready(self, row: Row | None, kind: Kind | None) -> Ready | None:
        """A row made ready for a kind; ``None`` of none, of one that forbids, and of one not known to be in force."""
        return None if row is None else self._made_of.get((id(row), kind))

    def inside(
        self, entity: Entity[State], action: Action, kind: Kind | None, contexts: Contexts
    ) -> Entity[State] | None:
        """The entity after an action about a part of it, which the action names: that tells which row. ``None`` if
        something stands against it, or if it is about the whole."""
        found = self.rows.find(entity, action, kind)
        ready = self.ready(found.row, kind)
        if ready is None or found.part is None or not ready.lawful(entity, action, contexts):
            return None
        row = ready.row
        record = new_record(action, row.leads_to(found.state) or entity.state, ready.cites)
        return with_part(entity, found, row, record, ready.clocks, self._inside[found.part.name])

    def entered(
        self,
        entity: Entity[State],
        action: Action,
        kind: Kind | None,
        record: Record | None = None,
        against: tuple[Reason, ...] = (),
        *,
        corrects: bool = True,
    ) -> Entity[State]:
        """The entity after an action, whatever stands against it: its effect and its target, as far as the table says.

        Args:
            entity: the entity.
            action: the action.
            kind: its kind.
            record: the record that is on file, if there is one.
            against: what an audit found against it.
            corrects: whether it corrects the file, if it is a correction that no law stands against.
        """
        found = self.rows.find(entity, action, kind)
        row, leads = self.rows.noted(found, action)
        clocks = self._clocks[kind]
        if record is None:
            state = found.state if row is None or not leads else row.leads_to(found.state)
            cites = () if found.row is None else rests_on(found.row, self.rows.day)
            record = new_record(action, state or entity.state, cites, against)
        if row is not None and isinstance(row.then, Corrects):
            corrects = corrects and not record.unlawful
            made = with_record(entity, row if corrects else None, record, clocks, self.changed)
            return self._folded(made) if corrects else made
        if found.part is None:
            return with_record(entity, row, record, clocks, self.changed)
        return with_part(entity, found, row, record, clocks, self._inside[found.part.name])


def with_part(
    entity: Entity[State], found: Match, row: Row | None, record: Record, clocks: Clocks, changed: Changed
) -> Entity[State]:
    """The entity with one part changed (or begun) by a record."""
    action, then, item = record.action, None if row is None else row.then, found.item
    new = item
    if then is not None:
        new = cast("Item[State]", effected(row, then(action) if item is None else then(item, action)))
    items = cast("tuple[Item[State], ...]", getattr(entity, cast("AnyPart", found.part).name))
    if new is not None:
        new = new if new.state is record.state else evolve(new, state=record.state)
        items = items + (new,) if item is None else tuple([new if i is item else i for i in items])  # noqa: RUF005
    history = entity.history
    return changed(entity, items, history + (record,), clocks.after(entity.clocks, action, len(history)))  # noqa: RUF005


def with_record(
    entity: Entity[State], row: Row | None, record: Record, clocks: Clocks, changed: Changed
) -> Entity[State]:
    """The entity after a record about the whole of it. One that proves to be of another kind was of it all the time."""
    action, history, running = record.action, entity.history, entity.clocks
    if type(action) in clocks.concerned:
        running = clocks.after(running, action, len(history))
    if row is not None and (then := row.then) is not None:
        made = then(entity, action)
        entity = cast("Entity[State]", made if made.__class__ is entity.__class__ else effected(row, made))
        if clocks.kind is not None and kind_in(entity) is not clocks.kind:
            of_it = clocks.of_kinds[kind_in(entity)]
            return changed(entity, record.state, (*history, record), of_it.of_history((*history, record)))
    return changed(entity, record.state, history + (record,), running)  # noqa: RUF005  # twice as fast for a long history


def with_recorded(entity: E, recorded: DateTime) -> E:
    """The entity with the instant told at which its last record was entered."""
    *before, last = entity.history
    return evolve(entity, history=(*before, evolve(last, recorded=recorded)))


def effected(row: Row | None, made: object) -> object:
    """What the effect of a row made. Raises ``BadInput`` if it is not what it is to make: no ``return``, mostly."""
    if row is not None and not isinstance(made, row.table.about):
        name = getattr(row.then, "__name__", str(row.then))
        fault = f"{name!r} returns {said(made)}, not {a(row.table.about.__name__)}"
        raise BadInput(f"the effect of {row.action.__name__}", (fault,))
    return made


def rests_on(row: Row, on: date) -> Cites:
    """What a record of a row rests on: the row's articles and those of its guards on that day; on nothing that was
    read, where the row is not known to be in force."""
    if not row.known(on):
        return tuple(cite.by(Basis.ASSUMED) for cite in row.cites)
    return tuple(dict.fromkeys((*row.cites, *(c for g in row.asked(on) for c in g.cites))))


def _instants(action: type[Action]) -> dict[str, bool]:
    """The fields of an action, besides ``at``, that hold an instant, and whether they may be ``None``."""
    hints = get_type_hints(action)
    optional = DateTime | None
    return {name: hints[name] == optional for name in hints if name != "at" and hints[name] in (DateTime, optional)}


_instants_of = cast("Callable[[type[Action]], dict[str, bool]]", cache(cast("Callable[[Hashable], object]", _instants)))


def unzoned(action: Action) -> list[str]:
    """The fields of an action that hold an instant without a zone."""
    found = [
        name
        for name, optional in _instants_of(type(action)).items()
        if getattr(getattr(action, name), "tzinfo", None) is None and not (optional and getattr(action, name) is None)
    ]
    return (["at"] if getattr(action.at, "tzinfo", None) is None else []) + found
