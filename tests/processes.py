"""What the tests of every process share: its payloads, found beside its tests, and one draw of its lives and refusals.

The payloads of the process of ``prcomm.<wing>.<module>`` are ``PAYLOADS`` of ``tests/<wing>/payloads_<module>.py``,
with ``SECRETS`` and ``REFERENCES`` if it has to do with people. There is no other list. Where the law leaves a figure
open without which a row can't be reached, ``REFORMS`` sets it: that every row is reached is asked under these, and all
else of the law as it stands.
"""

import os
import sys
import time
from functools import cache
from importlib import import_module

from attrs import evolve

from prcomm import PROCESSES
from prcomm.testing import unreached
from prcomm.testing.asking import Coming
from prcomm.testing.checking import Draw, draw_for_check

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
    reforms = getattr(known, "REFORMS", ())
    draw = draw_for_check(
        lifecycle,
        known.PAYLOADS,
        EXAMPLES,
        secrets=getattr(known, "SECRETS", ()),
        references=getattr(known, "REFERENCES", ()),
        rows=not reforms,
    )
    if not reforms:
        return draw
    return evolve(draw, table=Coming(draw.of, rows_left(process, *reforms)))


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
