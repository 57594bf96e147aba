"""What the tests of every process share: its payloads, found beside its tests, and one draw of its lives and refusals.

The payloads of the process of ``prcomm.<wing>.<module>`` are ``PAYLOADS`` of ``tests/<wing>/payloads_<module>.py``,
with ``SECRETS`` and ``REFERENCES`` if it has to do with people. There is no other list. Where the law leaves a figure
open without which a row can't be reached, ``REFORMS`` sets it: that every row is reached is asked under these, and all
else of the law as it stands.
"""

import os
import sys
import time
from collections.abc import Iterator
from functools import cache
from importlib import import_module

from attrs import evolve
from hypothesis import strategies as st
from second_book import cells_of, life_of, lines_of, parted

from prcomm import PROCESSES, Action, Entity, ReasonKind
from prcomm.testing import drawn, lives, unreached
from prcomm.testing.asking import Coming, Tried
from prcomm.testing.checking import MORE, Draw, draw_for_check
from prcomm.testing.drawing import reached, still_unreached
from prcomm.testing.walking import FIRST, Walk

EXAMPLES = int(os.environ.get("PRCOMM_EXAMPLES", "100"))
"""How many lives and refusals of a process are drawn: more in the deep run (.ci/deep)."""


def payloads_of(process):
    """The module of payloads of a process."""
    _, wing, module, *_ = PROCESSES[process].entity.__module__.split(".")
    return import_module(f"{wing}.payloads_{module}")


@cache
def draw_of(process) -> Draw:
    """The lives and refusals of a process, drawn once for all tests that run in one interpreter."""
    known, lifecycle = payloads_of(process), PROCESSES[process]
    draw = draw_for_check(
        lifecycle,
        known.PAYLOADS,
        EXAMPLES,
        secrets=getattr(known, "SECRETS", ()),
        references=getattr(known, "REFERENCES", ()),
        rows=False,
    )
    reforms = getattr(known, "REFORMS", ())
    return evolve(draw, table=Coming(draw.of, rows_left(process, *reforms) if reforms else rows_missed(process, draw)))


def rows_missed(process, draw: Draw) -> tuple[str, ...]:
    """The rows to which neither the lives and refusals of a draw come, nor more walks. Of these every other goes on
    from where the second book tries such a row: else one that few files ever need takes a thousand."""
    lifecycle, refusals = PROCESSES[process], [one for one in draw.refusals if is_forbidden(one)]
    come_to = {id(row) for life in draw.lives for row in reached(lifecycle, life.entity, None)}
    come_to |= {id(lifecycle.found(one.entity, one.action).row) for one in refusals}
    left = [row for row in lifecycle.rows if id(row) not in come_to]
    files = [steps for row in left for steps in files_for(process, row.action.__name__)]
    begun = {lifecycle.entity: st.sampled_from(files)} if files else {}
    walk = Walk(lifecycle, {**payloads_of(process).PAYLOADS, **begun}, FIRST)
    return tuple(map(str, still_unreached(walk, left, MORE * EXAMPLES)))


def is_forbidden(one: Tried) -> bool:
    """Whether an action is refused by a row that forbids it."""
    return one.verdict is not None and any(reason.kind is ReasonKind.NEVER for reason in one.verdict.reasons)


def files_for(process, action: str) -> Iterator[tuple[Action, ...]]:
    """What was done in each file on which the second book tries an action."""
    for line in lines_of(process):
        if line.action == action:
            for cell in cells_of(line):
                file = None if cell[0] is None else life_of(PROCESSES[process], process, cell, parted(line.given)[0])
                if file is not None:
                    yield tuple(record.action for record in file.history)


@cache
def a_few_of_each() -> tuple[Entity, ...]:
    """Some lives of each process, of few names, so that they name each other; drawn when they are first asked for."""
    several = ((PROCESSES[process], payloads_of(process).PAYLOADS, len(process)) for process in PROCESSES)
    return tuple(life for lifecycle, payloads, by in several for life in drawn(lives(lifecycle, payloads), 8, by=by))


def rows_left(process, *reforms) -> tuple[str, ...]:
    """The rows that no walk comes to, under these Reforms."""
    lifecycle = PROCESSES[process]
    left = unreached(lifecycle.under(*reforms) if reforms else lifecycle, payloads_of(process).PAYLOADS)
    return tuple(map(str, left))


def main(processes) -> None:
    """Ask every law of these processes, and print one line for each."""
    for process in processes:
        began = time.perf_counter()
        report = draw_of(process).asked()
        print(f"{report}; {time.perf_counter() - began:.0f} s", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
