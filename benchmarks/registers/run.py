"""How many events a second the columns judge, and how much memory they need, beside ``lifecycle.audit``.

    python -m registers.run appeal 1e6 10e6      python -m registers.run permit 50e6 --csv --python 20000

Made-up registers are written beside this run and removed. Every line tells the seconds of the processor too: a busy
neighbour changes the seconds of the clock, and hardly those.
"""

import argparse
import json
import resource
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pendulum

from prcomm.adapters import columns
from prcomm.adapters.registers import RegisterMapping, audit_register, opened, read_mapping
from registers import made_up, permit, simple_appeal

AT = pendulum.datetime(2026, 8, 1, tz="Asia/Tashkent")


def mapping_of(which: str) -> RegisterMapping:
    """The mapping of a made-up register."""
    of = {"appeal": simple_appeal, "permit": permit}[which]
    return read_mapping(json.dumps(of.MAPPING), {of.MAPPING["process"]: of.LIFECYCLE})


def measured(what: str, lines: int, run: Callable[[], str]) -> None:
    """Run something, and say what it took."""
    clock, cpu = time.perf_counter(), time.process_time()
    told = run()
    cpu, clock = time.process_time() - cpu, time.perf_counter() - clock
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    took = f"{clock:8.1f} s, processor {cpu:8.1f} s, peak {peak:6,.0f} MB"
    print(f"{what:34} {lines / clock:12,.0f} a second {took}  {told}")


def by_columns(path: Path, mapping: RegisterMapping) -> str:
    found = columns.audit(path, mapping, AT, sample=100)
    return f"{len(found.findings):,} findings, {found.by_python} cases by Python"


def by_python(path: Path, mapping: RegisterMapping) -> str:
    with path.open("rb") as file, opened(file) as register:
        return f"{len(audit_register(register, mapping, AT).found):,} findings"


def main() -> None:
    """Make the registers, and measure."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("which", choices=["appeal", "permit"])
    asked.add_argument("events", nargs="+", type=float)
    asked.add_argument("--csv", action="store_true", help="from CSV as well")
    asked.add_argument("--python", type=int, default=0, help="audit a CSV of so many lines in Python as well")
    given = asked.parse_args()
    mapping = mapping_of(given.which)
    with TemporaryDirectory() as place:
        if given.python:
            path = Path(place) / "python.csv"
            lines = made_up.write(given.which, given.python, path)
            measured(f"{lines:,} lines of CSV, in Python", lines, lambda: by_python(path, mapping))
        for events in map(int, given.events):
            for form in ("parquet", "csv") if given.csv else ("parquet",):
                path = Path(place) / f"{events}.{form}"
                lines = made_up.write(given.which, events, path)
                measured(f"{lines:,} lines of {form}", lines, lambda path=path: by_columns(path, mapping))
                path.unlink()


if __name__ == "__main__":
    main()
