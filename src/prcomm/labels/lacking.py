"""What of a lifecycle a reader is shown by a name."""

from collections.abc import Iterator
from enum import Enum
from types import UnionType
from typing import TypeVar, Union, get_args, get_origin, get_type_hints

from prcomm.core.questions.lifecycle import Lifecycle
from prcomm.core.table.entities import Action, Entity, State
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


def _within(hint: object) -> Iterator[object]:
    if get_origin(hint) in (Union, UnionType, tuple, frozenset):
        for one in get_args(hint):
            yield from _within(one)
    else:
        yield hint
