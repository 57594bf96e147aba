"""What the tests of every process share: its payloads, found beside its tests, and one draw of its lives and refusals.

The payloads of the process of ``prcomm.<wing>.<module>`` are ``PAYLOADS`` of ``tests/<wing>/payloads_<module>.py``,
with ``SECRETS`` and ``REFERENCES`` if it has to do with people. There is no other list.
"""

import os
import sys
import time
from functools import cache
from importlib import import_module

from prcomm import PROCESSES
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
    known = payloads_of(process)
    return draw_for_check(
        PROCESSES[process],
        known.PAYLOADS,
        EXAMPLES,
        secrets=getattr(known, "SECRETS", ()),
        references=getattr(known, "REFERENCES", ()),
    )


def main(processes) -> None:
    """Ask every law of these processes, and print one line for each."""
    for process in processes:
        began = time.perf_counter()
        report = draw_of(process).asked()
        print(f"{report}; {time.perf_counter() - began:.0f} s", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
