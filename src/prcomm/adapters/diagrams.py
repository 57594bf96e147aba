"""Pictures of a lifecycle, drawn from its table."""

from collections.abc import Iterable
from typing import TypeVar

from prcomm.core.entities import Action, Entity, State
from prcomm.core.lifecycle import Lifecycle
from prcomm.core.tables import Transition

E = TypeVar("E", bound=Entity[State])
A = TypeVar("A", bound=Action)


def mermaid(lifecycle: Lifecycle[E, A]) -> str:
    """The lifecycle as the text of a Mermaid state diagram: its states, who does what, and its ends."""
    return "\n".join(["stateDiagram-v2", *(f"    {line}" for line in dict.fromkeys(_lines(lifecycle)))])


def _lines(lifecycle: Lifecycle[E, A]) -> Iterable[str]:
    for row in lifecycle.transitions:
        if row.never:
            continue
        for source in row.sources or (None,):
            start = "[*]" if source is None else source.name
            target = row.leads_to(source)
            yield f"{start} --> {'[*]' if target is None else target.name}: {_label(row)}"
    for state in lifecycle.final:
        yield f"{state.name} --> [*]"


def _label(row: Transition[E, A]) -> str:
    only = f" [{' or '.join(kind.name for kind in row.only)}]" if row.only else ""
    return row.action.__name__ + only
