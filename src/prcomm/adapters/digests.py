"""Two digests of a lifecycle: of what its dues depend on, and of its whole table."""

import hashlib
from typing import TypeVar

from prcomm.core.questions.lifecycle import Lifecycle
from prcomm.core.table.entities import Action, Entity, State

E = TypeVar("E", bound=Entity[State])
A = TypeVar("A", bound=Action)


def dues_digest(lifecycle: Lifecycle[E, A]) -> str:
    """A digest of all that the dues of a lifecycle depend on."""
    law = lifecycle.law
    rest = repr((law.reforms, law.calendar.days, law.calendar.holidays, [d.name for d in lifecycle.deadlines]))
    return hashlib.sha256(rest.encode()).hexdigest()


def table_digest(lifecycle: Lifecycle[E, A]) -> str:
    """A digest of the whole table of a lifecycle."""
    rest = repr([(row.sources, row.action.__name__, row.target, row.cites) for row in lifecycle.rows])
    return hashlib.sha256(rest.encode()).hexdigest()
