"""Hypothesis strategies for any lifecycle, yours too: lawful lives, refusals, and a check that all rows are reached.

Random lists of actions find nothing. These walk: every other step goes towards one row drawn as the goal, the rest
take any row that has a place now, however many there are; ids come from one small pool and from the entity itself,
days from around its dues.
"""

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from enum import Enum
from functools import cache
from itertools import count
from types import NoneType, UnionType
from typing import Generic, TypeVar, Union, cast, get_args, get_origin, get_type_hints

import attrs
import pendulum
from attrs import frozen
from pendulum import Date, DateTime

try:
    from hypothesis import HealthCheck, Phase, given, reject, seed, settings, strategies as st
except ImportError as error:  # pragma: no cover  # shown by the wheel test, in an environment without it
    raise ImportError("prcomm.testing needs Hypothesis: pip install 'prcomm[testing]'") from error

from prcomm.core.allowed import places
from prcomm.core.entities import Action, Entity, Item, State
from prcomm.core.errors import BadInput, NotInForce
from prcomm.core.lifecycle import Lifecycle
from prcomm.core.oneof import Kind, OneOf
from prcomm.core.people import Actor, Office
from prcomm.core.steps import Row
from prcomm.core.tables import Transition
from prcomm.core.verdicts import Verdict

__all__ = ["Payloads", "Refusal", "drawn", "lives", "refusals", "unreached"]

E = TypeVar("E", bound=Entity[State])
A = TypeVar("A", bound=Action)
T = TypeVar("T")
E_co = TypeVar("E_co", bound=Entity[State], covariant=True)
A_co = TypeVar("A_co", bound=Action, covariant=True)

Values = st.SearchStrategy[object]
Payload = Values | Callable[[Entity[State] | None], Values]
Payloads = Mapping[type, Payload]
"""How to fill what can't be guessed: by action class, a strategy of dicts of its fields (some or all); by any
other type, a strategy of its values; either may be a function of the entity so far (``None`` before it begins)."""

IDS = ("a", "b", "c")
OFFICES = (Office("a", zone="Asia/Tashkent"), Office("b", zone="Asia/Tashkent", week=6))
FIRST = date(2026, 1, 1)
STEPS = 16
TRIES = 5
ROUND = 100
SLOW = (HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much, HealthCheck.large_base_example)
"""What Hypothesis would complain of: walks are long."""


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


def lives(lifecycle: Lifecycle[E, A], payloads: Payloads | None = None, *, first: date = FIRST) -> st.SearchStrategy[E]:
    """Entities that lived lawfully; ``entity.history`` holds what was done.

    Args:
        lifecycle: any lifecycle.
        payloads: how to fill fields that can't be guessed from their types.
        first: the first day of the year in which lives begin.
    """
    walk = _Walk(lifecycle, payloads or {}, first)
    return walk.lives(walk.rows)


def refusals(
    lifecycle: Lifecycle[E, A], payloads: Payloads | None = None, *, first: date = FIRST
) -> st.SearchStrategy[Refusal[E, A]]:
    """Actions that are refused, of every kind: no row, a forbidding row, the wrong role, too early, a guard.

    Args:
        lifecycle: any lifecycle.
        payloads: how to fill fields that can't be guessed from their types.
        first: the first day of the year in which lives begin.
    """
    walk = _Walk(lifecycle, payloads or {}, first)
    return walk.refusals(walk.rows)


def drawn(strategy: st.SearchStrategy[T], n: int, *, by: int) -> tuple[T, ...]:
    """So many values of a strategy: a register to try things on, the same each time.

    They are the same for the same number ``by`` under the same version of Hypothesis. Values may come twice. Raises
    ``BadInput`` if ``n`` is less than 1.

    Args:
        strategy: any strategy: ``lives(APPEAL, payloads)``, or your own of what a register holds.
        n: how many.
        by: by which number they are drawn; another gives others.
    """
    if n < 1:
        raise BadInput("drawn", (f"n: at least 1, not {n}",))
    found: list[T] = []
    rounds = count(by)
    while len(found) < n:
        found += _some(strategy, n - len(found), next(rounds))
    return tuple(found[:n])


def _some(strategy: st.SearchStrategy[T], n: int, by: int) -> list[T]:
    """Up to so many values: Hypothesis may have no more, or may give some up."""
    found: list[T] = []

    @seed(by)
    @settings(
        max_examples=n,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=SLOW,
    )
    @given(strategy)
    def keep(value: T) -> None:
        found.append(value)

    keep()
    return found


def unreached(
    lifecycle: Lifecycle[E, A], payloads: Payloads | None = None, *, examples: int = 300, first: date = FIRST
) -> tuple[Transition[E, A], ...]:
    """The rows that no walk came to: none, where your payloads are rich enough and no row is dead.

    Forbidding rows count as reached when a refusal cites them.

    Args:
        lifecycle: any lifecycle.
        payloads: how to fill fields that can't be guessed from their types.
        examples: how many lives and refusals to try at most. After each hundred only the rows still left are goals.
        first: the first day of the year in which lives begin.
    """
    walk = _Walk(lifecycle, payloads or {}, first)
    left = {id(row): row for row in walk.rows}
    for tried in range(0, examples, ROUND):
        if left:
            _come_to(walk, left, min(ROUND, examples - tried))
    return cast("tuple[Transition[E, A], ...]", tuple(left.values()))


def _come_to(walk: "_Walk[E, A]", left: "dict[int, Row]", examples: int) -> None:
    """Walk to the rows that are left, and strike off all that are come to."""
    lifecycle = walk.lifecycle
    goals = tuple(left.values())

    def note(entity: E | None, action: A) -> None:
        row = lifecycle.found(entity, action).row
        left.pop(id(row), None)

    @settings(
        max_examples=examples,
        database=None,
        deadline=None,
        derandomize=True,
        phases=[Phase.generate],
        suppress_health_check=SLOW,
    )
    @given(walk.lives(goals), walk.refusals(goals))
    def over_goals(entity: E, refusal: Refusal[E, A]) -> None:
        before: E | None = None
        for record in entity.history:
            action = cast("A", record.action)
            note(before, action)
            before = lifecycle.begin(action) if before is None else lifecycle.apply(before, action)
        if any(reason.kind == "never" for reason in refusal.verdict.reasons):
            note(refusal.entity, refusal.action)

    over_goals()


@frozen
class _Goal:
    """A row that a life makes for.

    Attributes:
        row: the row.
        state: the state of the whole in which it is to have its place; ``None`` for a row that begins it.
    """

    row: Row
    state: State | None = None


class _Walk(Generic[E, A]):
    """How lives of one lifecycle are drawn."""

    def __init__(self, lifecycle: Lifecycle[E, A], payloads: Payloads, first: date) -> None:
        self.lifecycle = lifecycle
        self.payloads = payloads
        self.first = first
        self.rows = cast("tuple[Row, ...]", lifecycle.rows)
        self.starts = [row for row in self.rows if row.starts and not row.table.inside]
        self.part_of = {row.action: part for part in lifecycle.parts for row in part.transitions}
        self._steps_to: dict[tuple[State, Kind | None], dict[State, int]] = {}

    # -- drawing

    def lives(self, goals: Sequence[Row]) -> st.SearchStrategy[E]:
        """Lives, each of which makes for one of these rows and, if it can, ends with it or a little later."""
        goals = [row for row in goals if not row.never] or self.rows
        return st.sampled_from(goals).flatmap(st.composite(self._life))

    def refusals(self, goals: Sequence[Row]) -> st.SearchStrategy[Refusal[E, A]]:
        """Refusals, each after a life that makes for one of these rows; forbidding rows before others."""
        goals = [*(row for row in goals if row.never), *(row for row in goals if not row.never)]
        return st.sampled_from(goals).flatmap(st.composite(self._refusal))

    def _life(self, draw: st.DrawFn, row: Row) -> E:
        goal = self._goal(draw, row)
        entity = self._begun(draw, goal)
        after = draw(st.integers(0, 3))
        for _ in range(STEPS):
            taken, entity = self._step(draw, entity, goal)
            if taken is None:
                break
            if taken is row or (row.never and entity.state is goal.state):
                if after == 0:
                    break
                after -= 1
        return entity

    def _goal(self, draw: st.DrawFn, row: Row) -> "_Goal":
        """A row, and one of the states in which it has its place: without that, most lives would go no further than
        the first of them."""
        part = self.part_of.get(cast("type[A]", row.action))
        ends = row.sources if part is None else part.during or self.lifecycle.states
        goals = [_Goal(row, state) for state in ends]
        goals = [goal for goal in goals if any(self._kinds_towards(goal, start) for start in self.starts)]
        return draw(st.sampled_from(goals or [_Goal(row)]))

    def _begun(self, draw: st.DrawFn, goal: "_Goal") -> E:
        leading = [row for row in self.starts if row is goal.row or self._kinds_towards(goal, row)]
        for _ in range(TRIES):
            row = draw(st.sampled_from(leading or self.starts))
            on = draw(self._beginning(goal.row))
            office = draw(self._of(Office, None, on))
            at = pendulum.instance(datetime.combine(on, draw(_HOURS)), tz=cast("Office", office).tz)
            action = self._action(draw, row, None, at, goal, cast("Office", office))
            if self._lawful(None, action):
                return self.lifecycle.begin(action)
        reject()

    def _beginning(self, goal: Row) -> st.SearchStrategy[date]:
        """The day a life begins: such that the goal is in force."""
        days = st.integers(0, 364)
        if goal.since is not None:
            since = goal.since
            return days.map(lambda n: since + timedelta(n % 30))
        if goal.until is not None and goal.until <= self.first + timedelta(365):
            until = goal.until
            return days.map(lambda n: until - timedelta(n % 60 + 1))
        return days.map(lambda n: self.first + timedelta(n))

    def _step(self, draw: st.DrawFn, entity: E, goal: "_Goal") -> tuple[Row | None, E]:
        """One more lawful action, or ``None`` if none was found."""
        failed: list[Row] = []
        later = self._later(entity)
        for _ in range(TRIES):
            at = draw(later)
            nearer, kept = self._rows(entity, at, goal)
            if not kept:
                return None, entity
            straight = [row for row in nearer if failed.count(row) < 2] if draw(st.booleans()) else []
            row = draw(st.sampled_from(straight or kept))
            action = self._action(draw, row, entity, at, goal, entity.office)
            if self._lawful(entity, action):
                return row, self.lifecycle.apply(entity, action)
            failed.append(row)
        return None, entity

    def _rows(self, entity: E, at: DateTime, goal: "_Goal") -> tuple[list[Row], list[Row]]:
        """The rows that have a place now and come nearer to the goal, and all that do not lose it."""
        edition = self.lifecycle.edition(at, entity.office)
        kind = self.lifecycle.kind_of(entity)
        steps = self._steps(goal, kind)
        here = steps.get(entity.state)
        fit = [row for row in edition.rows if not row.never and places(row, entity, kind, edition) is not None]
        if here is None:
            return [], fit
        after = [(row, here if row.table.inside else steps.get(self._to(row, entity.state))) for row in fit]
        kept = [row for row, there in after if there is not None or row is goal.row]
        nearer = [row for row, there in after if there is not None and there < here]
        if here == 0:
            mine = goal.row.table
            nearer = [goal.row] if goal.row in kept else [row for row in fit if mine.inside and row.table is mine]
        return nearer, kept or fit

    def _kinds_towards(self, goal: "_Goal", start: Row) -> list[Kind | None]:
        """The kinds of an entity that a row may begin and that may come to the goal."""
        kinds: tuple[Kind | None, ...] = self.lifecycle.kinds or (None,)
        return [kind for kind in kinds if _for(start, kind) and start.target in self._steps(goal, kind)]

    def _to(self, row: Row, state: State) -> State:
        return cast("State", row.leads_to(state))

    def _steps(self, goal: "_Goal", kind: Kind | None) -> dict[State, int]:
        """How many steps of the whole lie between each state and that of the goal."""
        if goal.state is None or not _for(goal.row, kind):
            return {}
        known = self._steps_to.get((goal.state, kind))
        if known is None:
            known = self._steps_to[goal.state, kind] = dict(self._counted_steps(goal.state, kind))
        return known

    def _counted_steps(self, end: State, kind: Kind | None) -> Iterator[tuple[State, int]]:
        mine = [row for row in self.rows if not row.table.inside and not row.never and _for(row, kind)]
        edge, seen, steps = {end}, {end}, 0
        while edge:
            yield from ((state, steps) for state in edge)
            edge = {state for row in mine for state in row.sources if self._to(row, state) in edge} - seen
            seen, steps = seen | edge, steps + 1

    def _lawful(self, entity: E | None, action: A) -> bool:
        try:
            return self.lifecycle.explain(entity, action).accepted
        except NotInForce:
            return False

    def _refusal(self, draw: st.DrawFn, goal: Row) -> Refusal[E, A]:
        entity = self._life(draw, goal)
        for _ in range(TRIES):
            tried = None if draw(st.integers(0, 19)) == 0 else entity
            row = goal if draw(st.booleans()) else draw(st.sampled_from(self.rows))
            back = timedelta(days=draw(st.sampled_from((0, 0, 0, 1, 40))))
            at = draw(self._later(entity)) - back
            action = self._action(draw, row, tried, at, _Goal(row), entity.office, any_role=draw(st.booleans()))
            try:
                verdict = self.lifecycle.explain(tried, action)
            except NotInForce:
                continue
            if not verdict.accepted:
                return Refusal(tried, action, verdict)
        reject()

    # -- what an action carries

    def _action(
        self,
        draw: st.DrawFn,
        row: Row,
        entity: E | None,
        at: DateTime,
        goal: "_Goal",
        office: Office,
        *,
        any_role: bool = False,
    ) -> A:
        """An action of a row: who may, when, and a payload that makes sense of the entity."""
        roles = self.lifecycle.roles if any_role or not row.roles else row.roles
        by = Actor(draw(self._ids(entity)), draw(st.sampled_from(roles)), office.id)
        values: dict[str, object] = {}
        given_payload = self._payload(row.action, entity)
        if given_payload is not None:
            values |= cast("dict[str, object]", draw(given_payload))
        hints = _hints(cast("Hashable", row.action))
        for field in attrs.fields(row.action):
            if field.init and field.alias not in values and field.name not in ("at", "by"):
                values[str(field.alias)] = draw(
                    self._field(field.name, hints[field.name], row, entity, at, goal, office)
                )
        return cast("A", row.action(at=at, by=by, **values))

    def _field(
        self, name: str, hint: object, row: Row, entity: E | None, at: DateTime, goal: "_Goal", office: Office
    ) -> Values:
        begins = row.starts and not row.table.inside
        if hint is Office and (begins or Office not in self.payloads):
            return st.just(office)
        if name == "kind" and begins and self.lifecycle.kinds:
            return st.sampled_from(self._kinds_towards(goal, row) or row.only or self.lifecycle.kinds)
        part = self.part_of.get(cast("type[A]", row.action))
        if part is not None and name == part.key and entity is not None and not row.starts:
            items = cast("tuple[Item[State], ...]", getattr(entity, part.name))
            ids = [item.id for item in items if item.state in row.sources]
            return st.sampled_from(ids or list(IDS))
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
        if origin in (tuple, OneOf) and args:
            several = st.lists(self._of(args[0], entity, at), max_size=2, unique=True)
            return several.map(OneOf if origin is OneOf else tuple)
        if origin is frozenset:
            return st.frozensets(self._of(args[0], entity, at), max_size=2)
        return self._plain(cast("type[object]", hint), entity, at)

    def _plain(self, hint: type[object], entity: E | None, at: date) -> Values:
        if hint is NoneType:
            return st.none()
        if hint is str:
            return self._ids(entity)
        if hint is int:
            return st.integers(0, 5)
        if hint is Office:
            return st.sampled_from(OFFICES)
        if hint in (datetime, DateTime):
            return st.sampled_from((-48, -1, 0, 1, 48, 240)).map(lambda hours: cast("DateTime", at).add(hours=hours))
        if hint in (date, Date):
            return self._days(entity, at)
        if issubclass(hint, Enum):
            return st.sampled_from(hint)
        if attrs.has(hint):
            hints = _hints(cast("Hashable", hint))
            own = {str(f.alias): self._of(hints[f.name], entity, at) for f in attrs.fields(hint) if f.init}
            return st.builds(hint, **own)
        return st.from_type(hint)

    def _ids(self, entity: E | None) -> st.SearchStrategy[str]:
        """One small pool, and every text the entity holds."""
        held: list[str] = []
        if entity is not None:
            named = (getattr(entity, field.name) for field in attrs.fields(type(entity)))
            held = [value for value in named if isinstance(value, str) and value]
        return st.sampled_from(tuple(dict.fromkeys((*IDS, *held))))

    def _days(self, entity: E | None, at: date) -> Values:
        days = [Date(at.year, at.month, at.day)]
        if entity is not None:
            days += [on for due in self.lifecycle.due(entity, cast("DateTime", at)) for on in _marks(due.raw, due.last)]
        shifted = [on.add(days=n) for on in dict.fromkeys(days) for n in (0, 1, -1, 3, 7, 14, 15, 28, 31, -30)]
        return st.sampled_from(shifted)

    def _later(self, entity: E) -> st.SearchStrategy[DateTime]:
        """An instant from the last record on: soon after, or around a due."""
        last = entity.history[-1].action.at
        soon = [last.add(minutes=m) for m in (0, 7, 180, 1440, 4320)]
        marks = [
            on for due in self.lifecycle.due(entity, last, open=True) for on in _marks(due.raw, due.control, due.last)
        ]
        later = [
            at
            for on in dict.fromkeys(marks)
            for n in (0, 1)
            if (at := pendulum.datetime(on.year, on.month, on.day, 11, tz=entity.office.tz).add(days=n)) > last
        ]
        return st.sampled_from(soon * (1 + len(later) // 4) + later)


_HOURS = st.sampled_from((time(8), time(10), time(12, 30), time(17, 59), time(18), time(22)))


@cache
def _hints(kind: Hashable) -> dict[str, object]:
    return get_type_hints(kind)


def _for(row: Row, kind: Kind | None) -> bool:
    """Whether a row is one for that kind."""
    return not row.only or kind in row.only


def _marks(*days: Date | DateTime | None) -> Iterator[Date]:
    for on in days:
        if on is not None:
            yield on.date() if isinstance(on, DateTime) else on
