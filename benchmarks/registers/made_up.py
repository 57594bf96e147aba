"""Registers made up at any size, as Parquet or CSV: lawful courses with a share of each kind of error.

    python -m registers.made_up appeal 1000000 appeal.parquet        python -m registers.made_up permit 1e7 permit.csv

Cases overlap in time and stand interleaved, as a register has them. They are made in chunks, so memory stays flat.
"""

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final, Protocol

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray
from pyarrow import csv, parquet

A_DAY: Final = 86_400_000_000
FIRST: Final = 1_672_531_200_000_000  # 1 January 2023
SPAN: Final = 1300
"""Over how many days cases are received."""
CHUNK: Final = 200_000
ROLES: Final = ["registrar", "head", "authorised official", "executor", "other body"]
COURSE: Final = (
    # what is done    by   in how many cases     after how many days
    ("Receive",       0,   .998,                 0),
    ("Register",      0,   .99,                  .02),
    ("Assign",        1,   .90,                  .8),
    ("Assign",        2,   .45,                  1.5),
    ("Ask",           3,   .63,                  1),
    ("Give",          4,   .60,                  6),
    ("Ask",           3,   .25,                  1),
    ("Give",          4,   .24,                  5),
    ("Study",         3,   .22,                  2),
    ("Extend",        1,   .11,                  4),
    ("Forward",       1,   .08,                  3),
    ("Decide",        2,   .90,                  1),
    ("SendReply",     2,   .89,                  .7),
    ("Assign",        1,   .02,                  4),
    ("Note",          3,   .02,                  .5),
)  # fmt: skip
PERMIT: Final = (
    ("Receive", 1, 0), ("confirm", 1, .3), ("check", 1, 1), ("adjust", 1, 1), ("determine", 1, 1), ("send", 1, 1),
    ("advise", 1, 1), ("check", .3, 3), ("End", .93, 14), ("advise", .1, 1),
)  # fmt: skip


class Writer(Protocol):
    def write_table(self, table: pa.Table) -> None: ...
    def close(self) -> None: ...


def named(codes: NDArray[np.int64], names: list[str]) -> pa.Array:
    """Codes as words; what is below 0 as nothing."""
    return pa.DictionaryArray.from_arrays(pa.array(codes.astype(np.int8), mask=codes < 0), pa.array(names)).cast(
        "string"
    )


def appeals(chance: np.random.Generator, first: int, n: int, t0: float, days: float) -> pa.Table:
    """The lines of so many appeals."""
    steps = len(COURSE)
    names = sorted({one[0] for one in COURSE})
    act = np.array([names.index(one[0]) for one in COURSE])
    on = chance.random((n, steps)) < np.array([one[2] for one in COURSE])
    forwarded, extend = on[:, 10].copy(), names.index("Extend")
    on[:, 11:13] &= ~forwarded[:, None]
    on &= ~((chance.random(n) < 0.06)[:, None] & (np.arange(steps) >= chance.integers(2, steps - 3, n)[:, None]))
    gaps = chance.exponential([one[3] for one in COURSE], (n, steps))
    gaps[:, 11] += (chance.random(n) < 0.12) * chance.exponential(25, n)
    received = FIRST + ((t0 + chance.random(n) * days) // 1 * A_DAY) + chance.integers(180, 840, n) * 60_000_000
    at = (received[:, None] + np.cumsum(gaps * on, 1) * A_DAY).astype(np.int64)
    entered = at.copy()
    wrong = chance.random((n, steps)) < 0.01
    wrong[:, 0] = False
    at -= (wrong * chance.random((n, steps)) * 3 * A_DAY).astype(np.int64)
    role = np.broadcast_to(np.array([one[1] for one in COURSE]), (n, steps)).copy()
    odd = chance.random((n, steps)) < 0.01
    role[odd] = chance.integers(0, 5, int(odd.sum()))
    acts = np.broadcast_to(act, (n, steps))
    request = np.full((n, steps), -1)
    request[:, 4:6], request[:, 6:8] = 0, 1
    until = at // A_DAY + chance.integers(5, 30, (n, steps))
    kind = np.where(acts == names.index("Receive"), chance.choice(3, (n, 1), p=[0.55, 0.15, 0.30]), -1)
    case = np.broadcast_to(np.arange(first, first + n)[:, None], (n, steps))
    order = np.argsort(entered[on], kind="stable")
    case, acts, role, at, kind, until, request = (
        one[on][order] for one in (case, acts, role, at, kind, until, request)
    )
    days_of = pa.array(until.astype(np.int32), pa.date32(), mask=acts != extend)
    return pa.table({
        "case": pa.array(np.char.add("A-", np.char.zfill(case.astype(str), 9))), "activity": named(acts, names),
        "role": named(role, ROLES), "time": pa.array(at // 60_000_000 * 60_000_000, pa.timestamp("us", "UTC")),
        "kind": named(kind, ["APPLICATION", "PROPOSAL", "COMPLAINT"]), "until": days_of,
        "request": named(request, ["r1", "r2"]),
    })  # fmt: skip


def permits(chance: np.random.Generator, first: int, n: int, t0: float, days: float) -> pa.Table:
    """The lines of so many permits, as examples/permit_register.py has them: receipt and end are lines of their own."""
    steps = len(PERMIT)
    names = sorted({one[0] for one in PERMIT})
    on = chance.random((n, steps)) < np.array([one[1] for one in PERMIT])
    gaps = chance.exponential([one[2] for one in PERMIT], (n, steps))
    gaps[:, 8] += (chance.random(n) < 0.25) * chance.exponential(50, n)
    received = FIRST + (t0 + chance.random(n) * days) * A_DAY
    at = (received[:, None] + np.cumsum(gaps * on, 1) * A_DAY).astype(np.int64)
    entered = at.copy()
    early = chance.random((n, steps)) < 0.004
    early[:, 0] = False
    at = np.where(early, (received[:, None] - chance.random((n, steps)) * A_DAY).astype(np.int64), at)
    acts = np.broadcast_to(np.array([names.index(one[0]) for one in PERMIT]), (n, steps))
    deadline = received.astype(np.int64)[:, None] + chance.choice([56, 98, 60], (n, 1), p=[0.8, 0.17, 0.03]) * A_DAY
    deadline, receive = np.broadcast_to(deadline, (n, steps)), names.index("Receive")
    case = np.broadcast_to(np.arange(first, first + n)[:, None], (n, steps))
    order = np.argsort(entered[on], kind="stable")
    case, acts, at, deadline = (one[on][order] for one in (case, acts, at, deadline))
    return pa.table({
        "case": pa.array(np.char.add("case-", case.astype(str))), "activity": named(acts, names),
        "time": pa.array(at // 1_000_000 * 1_000_000, pa.timestamp("us", "UTC")),
        "deadline": pa.array(deadline // 1_000_000 * 1_000_000, pa.timestamp("us", "UTC"), mask=acts != receive),
    })  # fmt: skip


MADE: Final[Mapping[str, tuple[object, float]]] = {"appeal": (appeals, 6.94), "permit": (permits, 8.33)}


def tables(which: str, events: int, seed: int = 1) -> Iterator[pa.Table]:
    """A register in tables of whole cases, of about so many lines."""
    chance = np.random.default_rng(seed)
    make, each = MADE[which]
    cases, done = max(1, int(events / each)), 0
    while done < cases:
        n = min(CHUNK, cases - done)
        yield make(chance, done, n, SPAN * done / cases, SPAN * n / cases)  # type: ignore[operator]  # one of the two above
        done += n


def as_text(table: pa.Table) -> pa.Table:
    """The same as offices write it: instants on the clock of Tashkent, days with points."""
    made = {name: table.column(name) for name in table.column_names}
    for name in {"time", "deadline"} & made.keys():
        known = made[name].is_valid().to_numpy(zero_copy_only=False)
        clock = made[name].cast("int64").fill_null(0).to_numpy() // 1_000_000 + 5 * 3600
        made[name] = pa.array(np.datetime_as_string(clock.astype("datetime64[s]")), mask=~known)
    if "until" in made:
        made["until"] = pc.strftime(made["until"], "%d.%m.%Y")
    return pa.table(made)


def write(which: str, events: int, to: Path, seed: int = 1) -> int:
    """Write a register to a file; how many lines it has."""
    writer: Writer | None = None
    lines = 0
    for table in tables(which, events, seed):
        made = as_text(table) if to.suffix == ".csv" else table
        if writer is None:
            writer = csv.CSVWriter(to, made.schema) if to.suffix == ".csv" else parquet.ParquetWriter(to, made.schema)
        writer.write_table(made)
        lines += len(made)
    if writer is not None:
        writer.close()
    return lines


if __name__ == "__main__":
    print(f"{write(sys.argv[1], int(float(sys.argv[2])), Path(sys.argv[3])):,} lines")
