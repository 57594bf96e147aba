"""What a new decree or Reform would move."""

from collections.abc import Iterable, Iterator
from typing import TypeVar

from attrs import frozen
from pendulum import DateTime

from prcomm.core.dues import Due
from prcomm.core.entities import Action, Entity, State
from prcomm.core.lifecycle import Lifecycle

E = TypeVar("E", bound=Entity[State])
A = TypeVar("A", bound=Action)


@frozen
class Change:
    """One open due that is moved.

    Attributes:
        entity: the reference of the entity.
        before: the due as it was; ``None`` if it was not owed.
        after: the due as it becomes; ``None`` if it is owed no more.
    """

    entity: str
    before: Due | None
    after: Due | None


def changed(entities: Iterable[E], old: Lifecycle[E, A], new: Lifecycle[E, A], at: DateTime) -> Iterator[Change]:
    """The open dues that differ between two forms of one lifecycle, entity by entity.

    Args:
        entities: the entities, read one at a time.
        old: the lifecycle as it stands.
        new: the same under another law: ``old.under(…)``.
        at: the instant at which the dues are asked for.
    """
    for entity in entities:
        before = {(due.name, due.key, due.start): due for due in old.due(entity, at, open=True)}
        after = {(due.name, due.key, due.start): due for due in new.due(entity, at, open=True)}
        for key in dict.fromkeys((*before, *after)):
            if before.get(key) != after.get(key):
                yield Change(entity.id, before.get(key), after.get(key))
