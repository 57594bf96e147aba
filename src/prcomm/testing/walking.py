"""How lives are drawn. Random lists of actions find nothing. These walk: every other step goes towards one row drawn as
the goal, the rest take any row that has a place now, however many there are; ids come from one small pool and from the
entity itself, days from around its dues and from the nights on which clocks change.
"""

from collections.abc import Callable, Hashable, Mapping, Sequence
from datetime import date, datetime, timedelta
from enum import Enum
from functools import cache
from types import UnionType
from typing import Generic, TypeVar, Union, cast, get_args, get_origin, get_type_hints

import attrs
import pendulum
from attrs import frozen
from hypothesis import reject, strategies as st
from pendulum import Date, DateTime

from prcomm.core.engine.allowed import places
from prcomm.core.engine.verdicts import Verdict
from prcomm.core.questions.lifecycle import Lifecycle
from prcomm.core.sources.people import Actor, Office, Role
from prcomm.core.table.corrections import Corrects
from prcomm.core.table.effects import Keeps
from prcomm.core.table.entities import Action, Entity, Item, State
from prcomm.core.table.graph import Graph
from prcomm.core.table.in_force import Row
from prcomm.core.values.alternatives import Kind, OneOf
from prcomm.core.values.errors import NotInForce
from prcomm.testing.holding import fit
from prcomm.testing.pools import (
    BOOLEANS,
    HOURS,
    IDS,
    PLAIN,
    SHIFTS,
    YEAR,
    among,
    less_than,
    marks,
    nights_of_change,
    offices_of,
    people_in,
    pick,
)

E = TypeVar("E", bound=Entity[State])
A = TypeVar("A", bound=Action)
T = TypeVar("T")
E_co = TypeVar("E_co", bound=Entity[State], covariant=True)
A_co = TypeVar("A_co", bound=Action, covariant=True)

Values = st.SearchStrategy[object]
Payload = Values | Callable[[Entity[State] | None], Values]
Payloads = Mapping[type, Payload]
"""How to fill what can't be guessed: by action class, a strategy of dicts of its fields (some or all); by any
other type, a strategy of its values; either may be a function of the entity so far (``None`` before it begins). By the
class of the entity, with what every other life begins."""

FIRST = date(2026, 1, 1)
STEPS = 16
TRIES = 5
PAST = ("history", "clocks", "corrected")
ENDINGS = 60
"""How many times a way to an end is looked for."""


@frozen
class Refusal(Generic[E_co, A_co]):
    """An action that is refused.

    Attributes:
        entity: the entity it is tried on; ``None`` for one that would begin it.
        action: the action.
        verdict: why it is refused.
    """

    entity: E_co | None
    action: A_co
    verdict: Verdict


@frozen
class Walked(Generic[E_co, A_co]):
    """One walk, and what came of it.

    Attributes:
        life: the entity that it made.
        refusal: an action that was then refused, if one was found.
        end: the entity at an end to which a lawful way led on, if one was found.
    """

    life: E_co
    refusal: Refusal[E_co, A_co] | None
    end: E_co | None


@frozen
class _Goal:
    """What a life makes for.

    Attributes:
        row: the row it is to take; ``None`` where only the state matters.
        state: the state of the whole in which it is to be; ``None`` for a row that begins it.
    """

    row: Row | None
    state: State | None = None


class Walk(Generic[E, A]):
    """How lives of one lifecycle are drawn.

    Args:
        lifecycle: the lifecycle.
        payloads: how to fill fields that can't be guessed from their types.
        first: the first day of the year in which lives begin.

    Attributes:
        lifecycle: as given.
        rows: every row of it.
        tried: the entity and the action that were judged last: where it stumbled, if something was raised.
    """

    def __init__(self, lifecycle: Lifecycle[E, A], payloads: Payloads | None, first: date) -> None:
        self.lifecycle = lifecycle
        self.payloads = payloads or {}
        self.first = first
        self.rows = cast("tuple[Row, ...]", lifecycle.rows)
        self.tried: tuple[E | None, A] | None = None
        self.starts = [row for row in self.rows if row.starts and not row.table.inside]
        self.part_of = {row.action: part for part in lifecycle.parts for row in part.transitions}
        self.offices = offices_of(lifecycle.law.zone)
        self._steps_to: dict[tuple[State, Kind | None], dict[State | None, int]] = {}

    # -- drawing

    def lives(self, goals: Sequence[Row]) -> st.SearchStrategy[E]:
        """Lives, each of which makes for one of these rows and, if it can, ends with it or a little later."""
        goals = [row for row in goals if not row.never] or self.rows
        return st.sampled_from(goals).flatmap(st.composite(self._life))

    def refusals(self, goals: Sequence[Row]) -> st.SearchStrategy[Refusal[E, A]]:
        """Refusals, each after a life that makes for one of these rows; forbidding rows before others."""
        goals = [*(row for row in goals if row.never), *(row for row in goals if not row.never)]

        def refusal(draw: st.DrawFn, goal: Row) -> Refusal[E, A]:
            refused = self._refused(draw, self._life(draw, goal), goal)
            return reject() if refused is None else refused

        return st.sampled_from(goals).flatmap(st.composite(refusal))

    def walks(self, goals: Sequence[Row], *, ends: bool = True) -> st.SearchStrategy[Walked[E, A]]:
        """Lives that make for one of these rows, what is then refused, and how they might end."""

        def walked(draw: st.DrawFn, goal: Row) -> Walked[E, A]:
            life = self._life(draw, goal)
            return Walked(life, self._refused(draw, life, goal), self._ended(draw, life) if ends else None)

        return st.sampled_from(goals).flatmap(st.composite(walked))

    def anything(self, entity: E) -> st.SearchStrategy[tuple[A, ...]]:
        """An action of each row but those that begin an entity, whether it has a place or not."""
        rows = [row for row in self.rows if not row.starts or row.table.inside]

        def one_of_each(draw: st.DrawFn) -> tuple[A, ...]:
            at = draw(self._later(entity))
            return tuple(self._action(draw, row, entity, at, _Goal(row), entity.office) for row in rows)

        return st.composite(one_of_each)()

    def _life(self, draw: st.DrawFn, row: Row) -> E:
        goal = self._goal(draw, row)
        entity = self._begun(draw, goal)
        after = draw(less_than(4))
        for _ in range(STEPS):
            taken, entity = self._step(draw, entity, goal)
            if taken is None:
                break
            if taken is row or (row.never and entity.state is goal.state):
                if after == 0:
                    break
                after -= 1
        return entity

    def _goal(self, draw: st.DrawFn, row: Row) -> _Goal:
        """A row, and one of the states in which it has its place: without that, most lives would go no further than
        the first of them."""
        part = self.part_of.get(cast("type[A]", row.action))
        ends = row.sources if part is None else row.during or part.during or self.lifecycle.states
        goals = [_Goal(row, state) for state in ends]
        goals = [goal for goal in goals if any(self._kinds_towards(goal, start) for start in self.starts)]
        return pick(draw, goals or [_Goal(row)])

    def _begun(self, draw: st.DrawFn, goal: _Goal) -> E:
        told = self._payload(self.lifecycle.entity, None)
        if told is not None and draw(BOOLEANS):
            return self.lifecycle.replay(cast("tuple[A, ...]", draw(told)))
        leading = [row for row in self.starts if row is goal.row or self._kinds_towards(goal, row)]
        for _ in range(TRIES):
            row = pick(draw, leading or self.starts)
            office = cast("Office", draw(self._of(Office, None, self.first)))
            on = self._beginning(draw, goal.row, office)
            hour = pick(draw, HOURS)
            at = pendulum.datetime(
                on.year, on.month, on.day, hour.hour, hour.minute, tz=office.tz, fold=pick(draw, (0, 1))
            )
            action = self._action(draw, row, None, at, goal, office)
            if self._lawful(None, action):
                return self.lifecycle.begin(action)
        reject()

    def _beginning(self, draw: st.DrawFn, goal: Row | None, office: Office) -> date:
        """The day a life begins: such that the goal is in force; now and then one before the clocks change."""
        since = None if goal is None else goal.since
        until = None if goal is None else goal.until
        n = draw(less_than(YEAR))
        if since is not None:
            return since + timedelta(n % 30)
        if until is not None and until <= self.first + timedelta(YEAR):
            return until - timedelta(n % 60 + 1)
        nights = nights_of_change(office.zone, self.first)
        if nights and n % 5 == 0:
            return nights[n // 5 % len(nights)]
        return self.first + timedelta(n)

    def _step(self, draw: st.DrawFn, entity: E, goal: _Goal) -> tuple[Row | None, E]:
        """One more lawful action, or ``None`` if none was found."""
        failed: list[Row] = []
        later = self._later(entity)
        for _ in range(TRIES):
            at = draw(later)
            nearer, kept = self._rows(entity, at, goal)
            if not kept:
                return None, entity
            straight = [row for row in nearer if failed.count(row) < 2] if draw(BOOLEANS) else []
            row = pick(draw, straight or kept)
            action = self._action(draw, row, entity, at, goal, entity.office)
            if self._lawful(entity, action):
                return row, self.lifecycle.apply(entity, action)
            failed.append(row)
        return None, entity

    def _rows(self, entity: E, at: DateTime, goal: _Goal) -> tuple[list[Row], list[Row]]:
        """The rows that have a place now and come nearer to the goal, and all that do not lose it."""
        edition = self.lifecycle.rows_at(at, entity.office)
        kind = self.lifecycle.kind_of(entity)
        steps = self._steps(goal, kind)
        here = steps.get(entity.state)
        fit = [row for row in edition.rows if not row.never and places(row, entity, kind, edition) is not None]
        if here is None:
            return [], fit
        after = [(row, here if row.table.inside else steps.get(self._to(row, entity.state))) for row in fit]
        kept = [row for row, there in after if there is not None or row is goal.row]
        nearer = [row for row, there in after if there is not None and there < here]
        if here == 0 and goal.row is not None:
            mine = goal.row.table
            nearer = [goal.row] if goal.row in kept else [row for row in fit if mine.inside and row.table is mine]
        return nearer, kept or fit

    def _kinds_towards(self, goal: _Goal, start: Row) -> list[Kind | None]:
        """The kinds of an entity that a row may begin and that may come to the goal."""
        kinds: tuple[Kind | None, ...] = self.lifecycle.kinds or (None,)
        return [kind for kind in kinds if _for(start, kind) and start.target in self._steps(goal, kind)]

    def _to(self, row: Row, state: State) -> State:
        return cast("State", row.leads_to(state))

    def _steps(self, goal: _Goal, kind: Kind | None) -> dict[State | None, int]:
        """How many steps of the whole lie between each state and that of the goal."""
        if goal.state is None or (goal.row is not None and not _for(goal.row, kind)):
            return {}
        known = self._steps_to.get((goal.state, kind))
        if known is None:
            may_be = self._becomes(kind)
            whole = (row for row in self.rows if not row.table.inside)
            mine = Graph.of(row for row in whole if any(_for(row, one) for one in may_be))
            known = self._steps_to[goal.state, kind] = mine.steps_to(goal.state)
        return known

    def _becomes(self, kind: Kind | None) -> tuple[Kind | None, ...]:
        """The kinds of which an entity of one kind may be, or prove to be."""
        turns = (row for row in self.rows if isinstance(row.then, Keeps) and "kind" in row.then.names)
        return tuple(self.lifecycle.kinds) if any(_for(row, kind) for row in turns) else (kind,)

    def _lawful(self, entity: E | None, action: A) -> bool:
        verdict = self.judged(entity, action)
        return verdict is not None and verdict.accepted

    def judged(self, entity: E | None, action: A) -> Verdict | None:
        """The verdict on an action; ``None`` on a day for which a value of the law is not known."""
        self.tried = entity, action
        try:
            return self.lifecycle.explain(entity, action)
        except NotInForce:
            return None

    def _refused(self, draw: st.DrawFn, entity: E, goal: Row) -> Refusal[E, A] | None:
        for _ in range(TRIES):
            tried = None if draw(less_than(20)) == 0 else entity
            row = goal if draw(BOOLEANS) else pick(draw, self.rows)
            back = timedelta(days=pick(draw, (0, 0, 0, 1, 40)))
            at = draw(self._later(entity)) - back
            any_role = draw(BOOLEANS)
            action = self._action(draw, row, tried, at, _Goal(row), entity.office, any_role=any_role)
            verdict = self.judged(tried, action)
            if verdict is not None and not verdict.accepted:
                return Refusal(tried, action, verdict)
        return None

    def _ended(self, draw: st.DrawFn, entity: E) -> E | None:
        """The entity in a final state: as it is, or led on to the nearest one."""
        final = self.lifecycle.final
        if entity.state in final:
            return entity
        kind = self.lifecycle.kind_of(entity)
        goals = [_Goal(None, state) for state in final]
        ends = [goal for goal in goals if entity.state in self._steps(goal, kind)]
        ends.sort(key=lambda end: self._steps(end, kind)[entity.state])
        for n in range(ENDINGS if ends else 0):
            led = entity
            for _ in range(STEPS):
                taken, led = self._step(draw, led, ends[n % len(ends)])
                if led.state in final:
                    return led
                if taken is None:
                    break
        return None

    # -- what an action carries

    def _action(
        self,
        draw: st.DrawFn,
        row: Row,
        entity: E | None,
        at: DateTime,
        goal: _Goal,
        office: Office,
        *,
        any_role: bool = False,
    ) -> A:
        """An action of a row: who may, when, and a payload that makes sense of the entity."""
        role = pick(draw, self.lifecycle.roles if any_role or not row.roles else row.roles)
        values: dict[str, object] = {}
        if isinstance(row.then, Corrects):
            values |= self._corrected(draw, row.then, entity, at)
        given_payload = self._payload(row.action, entity)
        if given_payload is not None:
            values |= cast("dict[str, object]", fit(draw, given_payload))
        hints = _hints(cast("Hashable", row.action))
        for own in attrs.fields(row.action):
            if own.init and own.alias not in values and own.name not in ("at", "by"):
                values[str(own.alias)] = fit(
                    draw, self._field(own.name, hints[own.name], row, entity, at, goal, office)
                )
        by = cast("Actor | None", values.pop("by", None))
        if by is None:
            by = Actor(self._hand(draw, role, entity, values), role, office.id)
        return cast("Callable[..., A]", row.action)(**{"at": at, "by": by} | values)

    def _hand(self, draw: st.DrawFn, role: Role, entity: E | None, values: Mapping[str, object]) -> str:
        """Whose hand: every third time one whom the file names, since often only they may."""
        people = [who.id for who in people_in((*_held(entity), *values.values()))] if role.private else []
        held = _held(entity)
        several = [cast("tuple[object, ...]", one) for one in held if isinstance(one, tuple)]
        named = people or [one for one in IDS if one in held or any(one in some for some in several)]
        if len(named) > 0 and draw(BOOLEANS):
            return pick(draw, named)
        return draw(self._ids(entity, *people))

    def _corrected(self, draw: st.DrawFn, facts: Corrects, entity: E | None, at: DateTime) -> dict[str, object]:
        """A fact that some record states, and what it may be."""
        told = () if entity is None else entity.told
        names = dict(facts.facts)
        stated = [(n, name) for n, record in enumerate(told) for name in names.get(type(record.action), ())]
        if not stated:
            return {}
        n, name = pick(draw, stated)
        hint = _hints(cast("Hashable", type(told[n].action)))[name]
        return {"record": n, "field": name, "value": fit(draw, self._of(hint, entity, at))}

    def _field(
        self, name: str, hint: object, row: Row, entity: E | None, at: DateTime, goal: _Goal, office: Office
    ) -> Values:
        begins = row.starts and not row.table.inside
        if hint is Office and (begins or Office not in self.payloads):
            return st.just(office)
        if name == "kind" and begins and self.lifecycle.kinds:
            return among(tuple(self._kinds_towards(goal, row)) or row.only or self.lifecycle.kinds)
        part = self.part_of.get(cast("type[A]", row.action))
        if part is not None and name == part.key and entity is not None and not row.starts:
            items = cast("tuple[Item[State], ...]", getattr(entity, part.name))
            return among(tuple(item.id for item in items if item.state in row.sources) or IDS)
        return self._of(hint, entity, at)

    def _payload(self, kind: type, entity: E | None) -> Values | None:
        given_payload = self.payloads.get(kind)
        return given_payload(entity) if callable(given_payload) else given_payload

    def _of(self, hint: object, entity: E | None, at: date) -> Values:
        """Values of a type: those the entity already holds, days around its dues, a small pool of ids."""
        if isinstance(hint, type):
            given_values = self._payload(hint, entity)
            if given_values is not None:
                return given_values
        origin, args = get_origin(hint), get_args(hint)
        if origin in (Union, UnionType):
            return st.one_of([self._of(arg, entity, at) for arg in args])
        if origin is tuple and args[1:] not in ((), (Ellipsis,)):
            return st.tuples(*(self._of(arg, entity, at) for arg in args))
        if origin in (tuple, OneOf) and args:
            several = st.lists(self._of(args[0], entity, at), max_size=2, unique=True)
            return several.map(OneOf if origin is OneOf else tuple)
        if origin is frozenset:
            return st.frozensets(self._of(args[0], entity, at), max_size=2)
        return self._plain(cast("type[object]", hint), entity, at)

    def _plain(self, hint: type[object], entity: E | None, at: date) -> Values:
        known = PLAIN.get(hint)
        if known is not None:
            return known
        if hint is str:
            return self._ids(entity)
        if hint is Office:
            return among(self.offices)
        if hint in (datetime, DateTime):
            return SHIFTS.map(lambda hours: cast("DateTime", at).add(hours=hours))
        if hint in (date, Date):
            return self._days(entity, at)
        if isinstance(cast("object", hint), type) and issubclass(hint, Enum):
            return among(tuple(hint))
        if attrs.has(hint):
            hints = _hints(cast("Hashable", hint))
            own = {str(f.alias): self._of(hints[f.name], entity, at) for f in attrs.fields(hint) if f.init}
            return st.builds(hint, **own)
        return st.from_type(hint)

    def _ids(self, entity: E | None, *more: str) -> st.SearchStrategy[str]:
        """One small pool, every text the entity holds, and more. A reference to a person in it stands only for whoever
        acts as a private person: anywhere else it would show who that is."""
        values = _held(entity)
        people = [who.id for who in people_in(values)]
        held = [value for value in values if isinstance(value, str) and value and value not in people]
        return among(tuple(dict.fromkeys((*IDS, *held, *more))))

    def _days(self, entity: E | None, at: date) -> Values:
        days = [Date(at.year, at.month, at.day)]
        if entity is not None:
            days += [on for due in self.lifecycle.due(entity, cast("DateTime", at)) for on in marks(due.raw, due.last)]
        shifted = [on.add(days=n) for on in dict.fromkeys(days) for n in (0, 1, -1, 3, 7, 14, 15, 28, 31, -30)]
        return less_than(len(shifted)).map(shifted.__getitem__)

    def _later(self, entity: E) -> st.SearchStrategy[DateTime]:
        """An instant from the last record on: soon after, or around a due."""
        last = entity.history[-1].action.at
        soon = [last.add(minutes=m) for m in (0, 7, 60, 180, 1440, 4320)]
        days = [
            on for due in self.lifecycle.due(entity, last, open=True) for on in marks(due.raw, due.control, due.last)
        ]
        later = [
            at
            for on in dict.fromkeys(days)
            for n in (0, 1)
            if (at := pendulum.datetime(on.year, on.month, on.day, 11, tz=entity.office.tz).add(days=n)) > last
        ]
        instants = soon * (1 + len(later) // 4) + later
        return less_than(len(instants)).map(instants.__getitem__)


def _held(entity: Entity[State] | None) -> tuple[object, ...]:
    """What an entity holds, besides its past."""
    fields = () if entity is None else attrs.fields(type(entity))
    return tuple(getattr(entity, own.name) for own in fields if own.name not in PAST)


@cache
def _hints(kind: Hashable) -> dict[str, object]:
    return get_type_hints(kind)


def _for(row: Row, kind: Kind | None) -> bool:
    """Whether a row is one for that kind."""
    return not row.only or kind in row.only
