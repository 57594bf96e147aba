"""What the laws are asked of: a life, a refusal, a cell of the table; and what is made once for all of them."""

import pickle
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING, Protocol, cast

import attrs
from attrs import field, frozen
from jsonschema import Draft202012Validator
from pendulum import DateTime

from prcomm.adapters.json import Codec, schema
from prcomm.core.calendar.days import day, ordinal
from prcomm.core.engine.verdicts import Verdict
from prcomm.core.questions.audits import Audit
from prcomm.core.questions.machines import fired
from prcomm.core.sources.redaction import emptied
from prcomm.core.table.dues import Due
from prcomm.core.table.entities import Action, Entity, State
from prcomm.core.values.alternatives import Kind
from prcomm.core.values.messages import Say
from prcomm.labels import LABELS
from prcomm.processes import AnyLifecycle

if TYPE_CHECKING:
    from transitions import Machine

LATER = (0, 20, 70, 400)
"""How many days after the last record what is owed is asked for, in turn."""
TELLING = 4
"""The fewest letters by which a text tells of whom it speaks: fewer stand anywhere by chance."""


class Valid(Protocol):
    """What a schema says of a document."""

    def is_valid(self, instance: object) -> bool: ...


def each_language() -> tuple[Say, ...]:
    """The languages in which everything is told."""
    return tuple(LABELS.say(lang) for lang in LABELS.languages)


@frozen(eq=False, slots=False)
class Subject:
    """The lifecycle that is asked, with what is made once for it.

    Attributes:
        lifecycle: the lifecycle.
        secrets: personal data that nothing may show, and that ``redacted`` takes away.
        references: to private persons, which nothing may show either.
    """

    lifecycle: AnyLifecycle
    secrets: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    _machines: "dict[tuple[Kind | None, object], Machine]" = field(factory=dict, init=False)

    @cached_property
    def codec(self) -> Codec[Entity[State], Action]:
        return Codec(self.lifecycle)

    @cached_property
    def validator(self) -> Valid:
        return cast("Valid", Draft202012Validator(schema(self.lifecycle)))

    @cached_property
    def says(self) -> tuple[Say, ...]:
        return each_language()

    def in_turn(self, n: int) -> Say:
        """The language in which the nth is told, where telling it in each would cost too much."""
        return self.says[n % len(self.says)]

    def fired(self, entity: Entity[State], action: Action) -> State | None:
        """Where the machine of its kind and day goes; ``None`` if it refuses."""
        on = day(ordinal(action.at, entity.office))
        kind = self.lifecycle.kind_of(entity)
        rows = kind, self.lifecycle.rows_on(on)
        if rows not in self._machines:
            self._machines[rows] = self.lifecycle.machine(kind, on)
        return fired(self._machines[rows], entity, action)

    def done(self, entity: Entity[State] | None, action: Action) -> Entity[State]:
        """The entity after an action, by the verb that it takes."""
        return self.lifecycle.begin(action) if entity is None else self.lifecycle.apply(entity, action)

    def telling(self, actions: Iterable[Action]) -> tuple[str, ...]:
        """The texts that tell who somebody in these actions is: those given, and those that ``redacted`` takes out."""
        found = dict.fromkeys((*self.secrets, *self.references))
        for action in actions:
            left = set(_texts(emptied(action)))
            found |= dict.fromkeys(text for text in _texts(action) if text not in left and len(text) >= TELLING)
        return tuple(found)


def _texts(value: object) -> Iterator[str]:
    """Every text in a value, in all its depth."""
    if type(value) is str:
        yield value
    elif isinstance(value, tuple | frozenset):
        for one in cast("Iterable[object]", value):
            yield from _texts(one)
    else:
        kind: type[object] = type(value)
        if attrs.has(kind):
            for own in attrs.fields(kind):
                yield from _texts(getattr(value, own.name))


@frozen(eq=False)
class Taken:
    """One step of a life.

    Attributes:
        before: the entity it was done to; ``None`` where it began one.
        action: the action.
        after: the entity it made.
        kept: the entity before it, pickled before it was done.
    """

    before: Entity[State] | None
    action: Action
    after: Entity[State]
    kept: bytes


@frozen(eq=False, slots=False)
class Life:
    """A lawful life.

    Attributes:
        of: what it is a life of.
        n: the how manieth it was drawn: what is costly is asked of some in turn.
        entity: what it came to.
        end: the same led on to an end, if a way was found.
    """

    of: Subject
    n: int
    entity: Entity[State]
    end: Entity[State] | None

    @cached_property
    def actions(self) -> tuple[Action, ...]:
        return tuple(record.action for record in self.entity.history)

    @cached_property
    def steps(self) -> tuple[Taken, ...]:
        made: list[Taken] = []
        before: Entity[State] | None = None
        for action in self.actions:
            kept = pickle.dumps(before)
            after = self.of.done(before, action)
            made.append(Taken(before, action, after, kept))
            before = after
        return tuple(made)

    @cached_property
    def later(self) -> DateTime:
        return self.actions[-1].at.add(days=LATER[self.n % len(LATER)])

    @cached_property
    def dues(self) -> tuple[Due, ...]:
        return self.of.lifecycle.due(self.entity, self.later)

    @cached_property
    def audit(self) -> Audit[Entity[State]]:
        return self.of.lifecycle.audit(self.actions, self.actions[-1].at)

    @cached_property
    def gap(self) -> Audit[Entity[State]]:
        """The audit of the same life with one of its steps not on file."""
        missing = 1 + self.n % max(len(self.actions) - 1, 1)
        return self.of.lifecycle.audit((*self.actions[:missing], *self.actions[missing + 1 :]), self.later)

    @cached_property
    def telling(self) -> tuple[str, ...]:
        return self.of.telling(self.actions)


@frozen(eq=False, slots=False)
class Tried:
    """An action that was tried on an entity.

    Attributes:
        of: what it was tried in.
        n: the how manieth it was drawn.
        entity: the entity; ``None`` for an action that would begin one.
        action: the action.
        verdict: what was said to it.
    """

    of: Subject
    n: int
    entity: Entity[State] | None
    action: Action
    verdict: Verdict | None = None

    @cached_property
    def actions(self) -> tuple[Action, ...]:
        return () if self.entity is None else tuple(record.action for record in self.entity.history)

    @cached_property
    def audit(self) -> Audit[Entity[State]]:
        """The audit of what was done, and then of what was refused, as of the latest of it."""
        done = (*self.actions, self.action)
        return self.of.lifecycle.audit(done, max((action.at for action in done), key=DateTime.timestamp))

    @cached_property
    def telling(self) -> tuple[str, ...]:
        return self.of.telling((*self.actions, self.action))


@frozen(eq=False)
class Coming:
    """What walks come to of the table as a whole.

    Attributes:
        of: what it is the table of.
        left: the rows that no walk came to, in words.
    """

    of: Subject
    left: tuple[str, ...]
