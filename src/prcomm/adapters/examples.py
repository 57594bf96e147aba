"""An action made up from its fields alone, where only its instant matters: for asking what is owed from a day."""

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from enum import Enum
from types import NoneType, UnionType
from typing import Union, cast, get_args, get_origin, get_type_hints

import attrs
from attrs import frozen
from pendulum import DateTime

from prcomm.adapters.json import Codec
from prcomm.core.questions.lifecycle import Lifecycle
from prcomm.core.sources.people import Office
from prcomm.core.table.deadlines import Deadline
from prcomm.core.table.dues import Due
from prcomm.core.table.entities import Action, Entity, State
from prcomm.core.values.alternatives import Kind
from prcomm.core.values.errors import FaultsError, NotInForce

AnyCodec = Codec[Entity[State], Action]
Given = Mapping[str, object]
SEVERAL = (tuple, frozenset)
"""What JSON has as an array."""


def begun(
    codec: AnyCodec,
    deadline: Deadline[Entity[State], Action],
    at: DateTime,
    office: Office,
    given: Given,
    kind: Kind | None,
) -> Entity[State]:
    """An entity in which that deadline has just begun to run, however it came there: nothing in it was judged.

    Args:
        codec: what reads the actions of the lifecycle.
        deadline: the deadline.
        at: the instant.
        office: whose days and hours count.
        given: the fields of the action that begins the deadline, as far as they matter; the others are made up.
        kind: of which kind it is, where the rows tell kinds apart.

    Raises ``BadInput`` for fields that the action does not have.
    """
    lifecycle = codec.lifecycle
    first, begins = beginnings(lifecycle), beginning(lifecycle, deadline)
    starts = begins in first
    begun = made(codec, begins if starts else first[0], at, office, given if starts else {}, kind)
    entity = lifecycle.enter(None, begun, ())
    return entity if starts else lifecycle.enter(entity, made(codec, begins, at, office, given, kind), ())


def made(
    codec: AnyCodec, action: type[Action], at: DateTime, office: Office, given: Given, kind: Kind | None = None
) -> Action:
    """An action with the fields that were given; what else it needs is made up.

    Args:
        codec: what reads the actions of the lifecycle.
        action: which action.
        at: the instant.
        office: whose days and hours count.
        given: the fields that matter, as JSON has them.
        kind: of which kind the entity is, where it is the action that says so.

    Raises ``BadInput`` for fields that the action does not have.
    """
    return _Maker(codec, at, office, {} if kind is None else {"kind": kind.name}).action(action, given)


def beginnings(lifecycle: Lifecycle[Entity[State], Action]) -> list[type[Action]]:
    """The actions with which an entity begins."""
    return [row.action for row in lifecycle.transitions if row.starts and not row.never]


def beginning(lifecycle: Lifecycle[Entity[State], Action], deadline: Deadline[Entity[State], Action]) -> type[Action]:
    """Of the actions that begin a deadline one with which an entity begins, if there is one."""
    first = beginnings(lifecycle)
    return next((action for action in deadline.begins if action in first), deadline.begins[0])


def dues_by_kind(
    codec: AnyCodec,
    deadline: Deadline[Entity[State], Action],
    at: DateTime,
    office: Office,
    given: Given,
    kinds: Iterable[Kind | None],
) -> tuple[tuple[tuple[Kind, ...], Due], ...]:
    """Each due of a deadline that has just begun, with the kinds of entity for which it is the same.

    Args:
        codec: what reads the actions of the lifecycle.
        deadline: the deadline.
        at: the instant.
        office: whose days and hours count.
        given: the fields of the action that begins the deadline, as far as they matter; the others are made up.
        kinds: the kinds asked about; ``None`` where rows tell none apart.
    """
    found: list[tuple[list[Kind], Due]] = []
    for kind in kinds:
        if deadline.only and kind not in deadline.only:
            continue
        entity = begun(codec, deadline, at, office, given, kind)
        for due in (due for due in codec.lifecycle.due(entity, at) if due.name == deadline.name):
            same = next((of for of, other in found if other == due and other.trace == due.trace), None)
            if same is None:
                found.append(([kind] if kind else [], due))
            elif kind:
                same.append(kind)
    return tuple((tuple(of), due) for of, due in found)


def example(
    codec: AnyCodec, deadline: Deadline[Entity[State], Action], at: DateTime, office: Office
) -> tuple[tuple[tuple[Kind, ...], Due], ...]:
    """What a deadline comes to that begins at an instant, by kind of entity; nothing if nothing made up begins it.

    A deadline that is owed only in some cases begins with the first value of some field for which it is owed.

    Args:
        codec: what reads the actions of the lifecycle.
        deadline: the deadline.
        at: the instant.
        office: whose days and hours count.
    """
    kinds = codec.lifecycle.kinds or (None,)
    tries = variants(beginning(codec.lifecycle, deadline), at)
    found = (dues_by_kind(codec, deadline, at, office, given, kinds) for given in tries)
    return next((dues for dues in found if dues), ())


@frozen
class NotGiven:
    """A field of the action that begins a deadline, by which what is owed differs, and which was not given.

    Attributes:
        field: its name.
        taken: what was taken in its place, as JSON has it; empty where it was left out.
        owed_with: the values tried with which it is owed, as JSON has them.
    """

    field: str
    taken: str
    owed_with: tuple[str, ...]


def not_given(
    codec: AnyCodec,
    deadline: Deadline[Entity[State], Action],
    at: DateTime,
    office: Office,
    given: Given,
    kinds: Iterable[Kind | None],
) -> tuple[NotGiven, ...]:
    """The fields that matter to a deadline and were not given: with another value of theirs it would be owed by another
    day, or not at all.

    Args:
        codec: what reads the actions of the lifecycle.
        deadline: the deadline.
        at: the instant.
        office: whose days and hours count.
        given: the fields of the action that begins the deadline, as far as they were given.
        kinds: the kinds asked about.
    """
    several = tuple(kinds)
    action = beginning(codec.lifecycle, deadline)
    usual = _days(dues_by_kind(codec, deadline, at, office, given, several))
    taken = _Maker(codec, at, office, {}).fields(action)
    with_it, matter = dict[str, list[str]](), list[str]()
    for other in variants(action, at, later=True):
        (name, value), *_ = [*other.items()] or [("", None)]
        if not name or name in given:
            continue
        try:
            days = _days(dues_by_kind(codec, deadline, at, office, {**given, **other}, several))
        except (FaultsError, NotInForce):
            continue
        if days != usual and name not in matter:
            matter.append(name)
        if days:
            with_it.setdefault(name, []).append(_as_json(value))
    told = {name: _as_json(taken[name]) if taken.get(name) is not None else "" for name in matter}
    return tuple(NotGiven(name, told[name], tuple(with_it.get(name, ()))) for name in matter)


def _days(found: tuple[tuple[tuple[Kind, ...], Due], ...]) -> list[tuple[object, ...]]:
    return [(kinds, due.raw, due.rolled, due.control, due.last, due.undated, due.unknown) for kinds, due in found]


def _as_json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def variants(action: type[Action], at: DateTime, *, later: bool = False) -> Iterator[Given]:
    """Nothing given, and then each value that a field of the action might have instead of its first or its default.

    Args:
        action: the class of the action.
        at: the instant of which days and instants are made up.
        later: whether they are of the day after, so that it shows if they matter; then a yes and a no are tried too.
    """
    yield {}
    day = at.add(days=1) if later else at
    for name, hint in get_type_hints(action).items():
        several = get_origin(hint) in SEVERAL
        for one in get_args(hint) or (hint,):
            if name not in ("at", "by", "kind") and isinstance(one, type):
                values = (True, False) if later and one is bool else _values(one, day)
                yield from ({name: [value] if several else value} for value in values)


def _values(kind: type[object], at: DateTime) -> Iterator[str]:
    """The values of a type that may matter, as JSON has them: of what has no end of them none."""
    if issubclass(kind, Enum):
        yield from (member.name for member in kind)
    elif issubclass(kind, date):
        yield (at if issubclass(kind, datetime) else at.date()).isoformat()


@frozen
class _Maker:
    codec: AnyCodec
    at: DateTime
    office: Office
    kind: Given

    def action(self, action: type[Action], given: Given) -> Action:
        """The action with the fields that were given; what else it needs is made up."""
        fields = {"by": {"id": "-", "role": self._role(action)}, **self.fields(action)}
        known = {name: value for name, value in self.kind.items() if name in fields}
        data = {"action": action.__name__, "at": self.at.isoformat(), **fields, **known, **given}
        return self.codec.action_from(data, action.__name__, self.office)

    def _role(self, action: type[Action]) -> str:
        rows = self.codec.lifecycle.rows
        roles = next((row.roles for row in rows if row.action is action and row.roles), self.codec.lifecycle.roles)
        return roles[0].name

    def fields(self, kind: type[object]) -> dict[str, object]:
        """What it needs, made up, as JSON has it."""
        hints = get_type_hints(kind)
        needed = [
            one.name
            for one in attrs.fields(cast("type[attrs.AttrsInstance]", kind))
            if one.init and one.default is attrs.NOTHING
        ]
        return {
            name: self._value(hints[name])
            for name in needed
            if name not in ("at", "by") and not (isinstance(hints[name], type) and issubclass(hints[name], Office))
        }

    def _value(self, hint: object) -> object:
        """A value of a type, as JSON has it: the least there is."""
        if get_origin(hint) in (Union, UnionType):
            alternatives = get_args(hint)
            if NoneType in alternatives:
                return None
            first: type[object] = alternatives[0]
            return {"type": first.__name__, **self.fields(first)} if attrs.has(first) else self._value(first)
        if get_origin(hint) in SEVERAL:
            return []
        return self._plain(cast("type[object]", hint)) if isinstance(hint, type) else None

    def _plain(self, kind: type[object]) -> object:
        if issubclass(kind, Enum):
            return next(iter(kind)).name
        if attrs.has(kind):
            return self.fields(kind)
        if issubclass(kind, datetime):
            return self.at.isoformat()
        if issubclass(kind, date):
            return self.at.date().isoformat()
        return True if kind is bool else 1 if kind is int else "1"
