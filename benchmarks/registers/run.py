"""How many events a second the columns judge, and in what memory, beside SQL by hand and ``lifecycle.audit``.

    python -m registers.run appeal 1e6 10e6      python -m registers.run permit 50e6 --csv --python 20000

Made-up registers are written beside this run and removed; each contender runs in a process of its own. Every line tells
the seconds of the processor, of all cores together, and how many times those of SQL by hand for the same lines they
are: a busy neighbour changes the seconds of the clock most, those of the processor less, and their ratio hardly. Python
is given fewer lines; its ratio is for as many.
"""

import argparse
import json
import os
import resource
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, datetime
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory

import pendulum
from attrs import frozen

from prcomm.adapters import columns
from prcomm.adapters.registers import RegisterMapping, audit_register, opened, read_mapping
from registers import by_hand_sql, made_up, permit, simple_appeal

AT = pendulum.datetime(2026, 8, 1, tz="Asia/Tashkent")
STATUS = Path("/proc/self/status")


@frozen
class Took:
    """What a run took: seconds of the clock and of the processor, megabytes at most, and what it found, in words."""

    clock: float
    cpu: float
    peak: float
    told: str


def mapping_of(which: str) -> RegisterMapping:
    """The mapping of a made-up register."""
    of = {"appeal": simple_appeal, "permit": permit}[which]
    return read_mapping(json.dumps(of.MAPPING), {of.MAPPING["process"]: of.LIFECYCLE})


def by_columns(path: Path, which: str) -> str:
    found = columns.audit(path, mapping_of(which), AT)
    return f"{len(found.findings):,} findings, {found.by_python} cases by Python"


def by_sql(path: Path, which: str) -> str:
    """By hand, of the appeal alone."""
    steps, dues = by_hand_sql.audit(path, AT.date())
    return f"{steps:,} lines and {sum(dues.values()):,} dues"


def by_python(path: Path, which: str) -> str:
    with path.open("rb") as file, opened(file) as register:
        return f"{len(audit_register(register, mapping_of(which), AT).found):,} findings"


def _peak() -> float:
    """Megabytes held at most by this process; the kernel's count of a child also tells what its parent held."""
    if STATUS.exists():
        held = next(line for line in STATUS.read_text().splitlines() if line.startswith("VmHWM:"))
        return int(held.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _took(run: Callable[[Path, str], str], path: Path, which: str) -> Took:
    clock, cpu = time.perf_counter(), time.process_time()
    told = run(path, which)
    return Took(time.perf_counter() - clock, time.process_time() - cpu, _peak(), told)


def measured(what: str, lines: int, run: Callable[[Path, str], str], path: Path, which: str, beside: float) -> float:
    """Run something in a process of its own, and say what it took; its microseconds of the processor for a line.

    Args:
        what: what it is called.
        lines: how many lines it is given.
        run: what is run.
        path: the register.
        which: which register that is.
        beside: the microseconds for a line of what it is compared with; 0 of nothing.
    """
    with ProcessPoolExecutor(1, get_context("spawn")) as pool:
        took = pool.submit(_took, run, path, which).result()
    each = took.cpu * 1e6 / lines
    ratio = f"{each / beside:7.2f} ×" if beside else " " * 9
    cells = f"{lines / took.clock:12,.0f} a second, processor {took.cpu:7.1f} s = {each:6.2f} µs a line {ratio}"
    print(f"{what:28} {lines:12,} lines {cells}, peak {took.peak:6,.0f} MB, {took.told}", flush=True)
    return each


def main() -> None:
    """Make the registers, and measure."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("which", choices=["appeal", "permit"])
    asked.add_argument("events", nargs="+", type=float)
    asked.add_argument("--csv", action="store_true", help="from CSV as well")
    asked.add_argument("--python", type=int, default=0, help="audit a CSV of so many lines in Python as well")
    given = asked.parse_args()
    which = given.which
    print(
        f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC, load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores", flush=True
    )
    with TemporaryDirectory() as place:
        each = 0.0
        for events in map(int, given.events):
            path = Path(place) / f"{events}.parquet"
            lines = made_up.write(which, events, path)
            if which == "appeal":
                each = measured("SQL by hand, Parquet", lines, by_sql, path, which, 0)
            measured("columns, Parquet", lines, by_columns, path, which, each)
            path.unlink()
            if given.csv:
                path = path.with_suffix(".csv")
                lines = made_up.write(which, events, path)
                measured("columns, CSV", lines, by_columns, path, which, each)
                path.unlink()
        if given.python:
            path = Path(place) / "python.csv"
            lines = made_up.write(which, given.python, path)
            measured("lifecycle.audit, CSV", lines, by_python, path, which, each)


if __name__ == "__main__":
    main()
