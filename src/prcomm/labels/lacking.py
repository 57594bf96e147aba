"""What of a lifecycle a reader is shown by a name."""

import sys
from collections.abc import Iterator, Mapping
from enum import Enum
from types import UnionType
from typing import TypeVar, Union, cast, get_args, get_origin, get_type_hints

from prcomm.core.questions.lifecycle import Lifecycle
from prcomm.core.table.entities import Action, Entity, State
from prcomm.core.values.alternatives import OneOf
from prcomm.core.values.messages import scoped

E = TypeVar("E", bound=Entity[State])
A = TypeVar("A", bound=Action)


def things_of(lifecycle: "Lifecycle[E, A]") -> Iterator[object]:
    """Everything of a lifecycle that has a name: states, actions, roles, kinds, and every text of its table."""
    yield lifecycle.name
    yield from lifecycle.roles
    for kind in classes_of(lifecycle):
        yield from kind if issubclass(kind, Enum) else (kind,)
    for part in lifecycle.parts:
        yield part.name
    yield from named_sets(lifecycle).values()
    for row in lifecycle.rows:
        yield from (row.never, row.who_remedy, *(guard.remedy for guard in row.given))
        yield from (guard for guard in row.given if not guard.deadline)
    yield from (scoped(state.phase.name, lifecycle.name, "phase") for state in lifecycle.states if state.phase)
    for deadline in lifecycle.deadlines:
        yield from (deadline.name, deadline.provided)


def classes_of(lifecycle: "Lifecycle[E, A]") -> Iterator[type]:
    """The classes and Enums that a lifecycle brings: its entity, the things inside it, their states, its actions."""
    yield lifecycle.entity
    for row in lifecycle.rows:
        yield from (row.table.about, row.table.states, row.action)
        for hint in get_type_hints(row.action).values():
            yield from (one for one in _within(hint) if isinstance(one, type) and issubclass(one, Enum))
    yield from map(type, lifecycle.kinds)


def lists_of(action: type[Action]) -> Mapping[str, tuple[Enum, ...]]:
    """What the fields of an action are chosen from, where that is a list: grounds, kinds, channels."""
    found: dict[str, tuple[Enum, ...]] = {}
    for name, hint in get_type_hints(action).items():
        members = (m for one in _within(hint) if isinstance(one, type) and issubclass(one, Enum) for m in one)
        found[name] = tuple(members)
    return {name: members for name, members in found.items() if members}


def _within(hint: object) -> Iterator[object]:
    if get_origin(hint) in (Union, UnionType, tuple, frozenset):
        for one in get_args(hint):
            yield from _within(one)
    else:
        yield hint


def named_sets(lifecycle: "Lifecycle[E, A]") -> Mapping[frozenset[State], str]:
    """The names of states in which rows hold alike, as the modules of a lifecycle have them: ``OPEN = S.SET | S.MET``.

    Of two names of the same states the first one counts.
    """
    several = {frozenset(row.sources): row.table.states for row in lifecycle.rows if len(row.sources) > 1}
    found: dict[frozenset[State], str] = {}
    for module in _modules(lifecycle):
        for name, value in vars(sys.modules[module]).items():
            of = cast("tuple[State, ...]", value) if isinstance(value, OneOf) else ()
            members = frozenset(of)
            if members in several and len(members) < len(several[members]):
                found.setdefault(members, scoped(name, lifecycle.name, "set"))
    return found


def _modules(lifecycle: "Lifecycle[E, A]") -> list[str]:
    """The modules of a lifecycle: those of its states, its actions, and of the conditions in its rows."""
    near = {row.table.states.__module__ for row in lifecycle.rows}
    near |= {guard.holds.__module__ for row in lifecycle.rows for guard in row.given}
    near |= {action.__module__ for action in lifecycle.actions}
    return sorted(name for name in near if name in sys.modules)
