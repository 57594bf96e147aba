"""Files of every process, each in every state it comes to: the lives on which the second books of the law are tried."""

import sys
from collections.abc import Iterator
from functools import cache
from itertools import cycle, islice
from pathlib import Path

import pendulum
from attrs import evolve

from prcomm import PROCESSES, Entity, State
from prcomm.processes import AnyLifecycle
from prcomm.views.department import agenda

sys.path.append(str(Path(__file__).resolve().parents[2] / "tests"))

from second_book import lives_of

NOW = pendulum.datetime(2026, 12, 31, 10, tz="Asia/Tashkent")
"""After all that was done in them."""
File = tuple[AnyLifecycle, Entity[State]]


@cache
def each() -> tuple[File, ...]:
    """One of each kind in each state."""
    return tuple(_lived())


def _lived() -> Iterator[File]:
    for process, lifecycle in PROCESSES.items():
        lives = lives_of(process).lives
        for life in (lives(state, kind) for kind in lifecycle.kinds or (None,) for state in lifecycle.states):
            if life:
                yield lifecycle, lifecycle.replay(life)


def several(n: int) -> Iterator[File]:
    """So many of them, all apart, each made when it is asked for."""
    return ((lifecycle, evolve(one, id=f"{k}")) for k, (lifecycle, one) in enumerate(islice(cycle(each()), n)))


def of_each_due(files: list[File]) -> int:
    """What is open, asked of each file by whoever knows its lifecycle."""
    return sum(len(lifecycle.due(one, NOW, open=True)) for lifecycle, one in files)


def of_the_agenda(files: list[Entity[State]]) -> int:
    """The same by the view."""
    return sum(1 for _ in agenda(files, NOW, PROCESSES))
