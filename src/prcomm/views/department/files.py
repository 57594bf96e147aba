"""Of which process a file is."""

from collections.abc import Mapping
from typing import Never

from prcomm.core.questions.lifecycle import Lifecycle
from prcomm.core.table.entities import Action, Entity, State
from prcomm.core.values.errors import BadInput

AnyLifecycle = Lifecycle[Entity[State], Action]
Processes = Mapping[str, AnyLifecycle]
"""Lifecycles by the names of their processes, as ``prcomm.PROCESSES`` has them."""


class ByEntity(dict[type, tuple[str, AnyLifecycle]]):
    """The processes by the class of their files. Raises ``BadInput`` for a file of none of them."""

    def __init__(self, processes: Processes) -> None:
        super().__init__({lifecycle.entity: (name, lifecycle) for name, lifecycle in processes.items()})

    def __missing__(self, kind: type) -> Never:
        raise BadInput("a view", (f"entities: files of the processes given, not of class {kind.__name__}",))
