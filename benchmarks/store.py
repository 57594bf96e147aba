"""What the store of the examples costs: python benchmarks/store.py [FILE] [--appeals 100000] [--docs]

First some appeals are written step by step, in turns by ``Store`` and by a plain program that writes the same rows by
the same statements: once it makes the two texts of a step out of plain dicts, as any program must, and once it has them
ready made. Then a store is filled, and asked. All by the clock on the wall, since much of it is waiting for the disk.
"""

import argparse
import json
import sqlite3
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from random import Random
from statistics import median
from time import perf_counter

from attrs import evolve, frozen

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "examples"))

from store_sqlite import SCHEMA, Message, Store  # noqa: E402
from what_if import NOW, OFFICES, made_up  # noqa: E402

from prcomm.citizens.appeals import APPEAL, Appeal, AppealAction  # noqa: E402

PAGE = ROOT / "docs" / "performance.md"
BEGIN, END = "<!-- written by benchmarks/store.py --docs -->\n", "<!-- end of what benchmarks/store.py writes -->"
TURN, TURNS = 50, 24
TARGET = 0.6

Line = tuple[str, str, str, str]


@frozen
class Rows:
    """The rows of one step, ready made but for two texts."""

    case: str
    version: int
    record: object
    message: object
    dues: list[tuple[object, ...]]

    @property
    def ready(self) -> "Rows":
        return evolve(self, record=as_text(self.record), message=as_text(self.message))


def as_text(value: object) -> str:
    """The JSON of a value, unless it is a text already."""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


class Plain:
    """The same inserts without the library: nothing is judged or counted."""

    def __init__(self, path: Path, sync: str) -> None:
        self.db = sqlite3.connect(path, isolation_level=None)
        self.db.execute("PRAGMA journal_mode = WAL")
        self.db.execute(f"PRAGMA synchronous = {sync}")
        self.db.executescript(SCHEMA)
        self.db.execute("INSERT INTO about VALUES ('counted under', 'x')")

    def write(self, rows: Rows) -> None:
        db = self.db
        record, message = as_text(rows.record), as_text(rows.message)
        if rows.version > 1:
            db.execute("SELECT max(version) FROM records WHERE case_id = ?", (rows.case,)).fetchone()
        db.execute("BEGIN IMMEDIATE")
        db.execute("SELECT value FROM about WHERE name = 'counted under'").fetchone()
        db.execute(
            "INSERT INTO records (case_id, version, document) VALUES (?, ?, ?)", (rows.case, rows.version, record)
        )
        db.execute("INSERT INTO outbox (message) VALUES (?)", (message,))
        db.execute("DELETE FROM dues WHERE case_id = ?", (rows.case,))
        db.executemany("INSERT INTO dues VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", rows.dues)
        db.execute("COMMIT")


class Synced(Store[Appeal, AppealAction]):
    """The store, with another promise about what is on the disk once a write has come back."""

    sync = "FULL"

    def _connection(self) -> sqlite3.Connection:
        db = super()._connection()
        db.execute(f"PRAGMA synchronous = {self.sync}")
        return db


def rows_of(store: Store[Appeal, AppealAction], appeal: Appeal) -> Iterator[Rows]:
    """The rows of every step of an appeal."""
    for n in range(1, appeal.version + 1):
        then = APPEAL.restore(appeal.history[:n])
        record = then.history[-1]
        message = json.loads(Message.of(APPEAL.name, then).text())
        dues = store._due_rows(then, record.action.at)
        yield Rows(then.id, n, store.codec.document(record), message, dues)


def live(store: Store[Appeal, AppealAction], appeal: Appeal) -> None:
    """Every step of an appeal, judged and written."""
    first, *rest = appeal.history
    store.begin(first.action)  # type: ignore[arg-type]  # an action of an appeal
    for record in rest:
        store.apply(appeal.id, lambda _, action=record.action: action)  # type: ignore[misc]  # the same


def took(work: Callable[[], object]) -> float:
    begin = perf_counter()
    work()
    return perf_counter() - begin


def inserts(folder: Path, sync: str) -> Iterator[Line]:
    """The store and the plain program by turns, the same appeals by each."""
    Synced.sync = sync
    plain, ready_made = Plain(folder / f"plain-{sync}", sync), Plain(folder / f"ready-{sync}", sync)
    ours, theirs, least = list[float](), list[float](), list[float]()
    with Synced(folder / f"store-{sync}", APPEAL) as store:
        appeals = tuple(made_up(TURN * TURNS, 7))
        for turn in range(TURNS):
            some = appeals[turn * TURN : (turn + 1) * TURN]
            rows = [row for appeal in some for row in rows_of(store, appeal)]
            ready = [row.ready for row in rows]
            tasks: list[tuple[list[float], Callable[[], object]]] = [
                (ours, lambda some=some: [live(store, appeal) for appeal in some]),  # type: ignore[misc]  # called at once
                (theirs, lambda rows=rows: [plain.write(row) for row in rows]),  # type: ignore[misc]  # the same
                (least, lambda ready=ready: [ready_made.write(row) for row in ready]),  # type: ignore[misc]  # the same
            ]
            for times, work in (*tasks[turn % 3 :], *tasks[: turn % 3]):
                times.append(took(work) / len(rows))
    how = "each step on the disk" if sync == "FULL" else "the disk follows in its own time"
    for what, others in (("the same inserts", theirs), ("the same inserts, of ready texts", least)):
        ratio = median(other / own for other, own in zip(others, ours, strict=True))
        judged = sync == "FULL" and others is theirs
        target, met = (f"at least {TARGET} ×", "met" if ratio >= TARGET else "not met") if judged else ("", "")
        figure = f"{ratio:.2f} × ({median(others) * 1e6:.0f} / {median(ours) * 1e6:.0f} µs a step)"
        yield f"{what} / the store, {how}", f"**{figure}**" if judged else figure, target, met


def filled(path: Path, appeals: int) -> Iterator[Line]:
    """A store with so many appeals: its size, and what asking costs."""
    Synced.sync = "NORMAL"
    if not path.exists():
        with Synced(path, APPEAL) as store:
            for number, appeal in enumerate(made_up(appeals), 1):
                live(store, appeal)
                if not number % 10_000:
                    print(f"  {number:,} appeals", file=sys.stderr)
    with sqlite3.connect(path) as db:
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        (records,) = db.execute("SELECT count(*) FROM records").fetchone()
        (text,) = db.execute("SELECT sum(length(CAST(document AS BLOB))) FROM records").fetchone()
        cases = [case for (case,) in db.execute("SELECT case_id FROM records WHERE version = 1")]
    size = path.stat().st_size
    yield f"{len(cases):,} appeals, {records:,} records", f"**{size / 1e6:,.0f} MB**", "", ""
    yield "of these, the documents of the records", f"{text / 1e6:,.0f} MB", "", ""
    yield "open the store", f"{took(lambda: Store(path, APPEAL).close()) * 1e3:.1f} ms", "", ""
    with Store(path, APPEAL, keep=0) as store:
        store.open(cases[0])
        some = Random(1).sample(cases, min(1000, len(cases)))
        times = [took(lambda case=case: store.open(case)) for case in some]  # type: ignore[misc]  # called at once
        yield "open a case, any of them, from its records", f"{median(times) * 1e3:.2f} ms", "", ""
        week = NOW.date().add(days=6)
        asked = {"office": OFFICES[0].id, "first": NOW.date(), "last": week}
        owed = store.dues(**asked)  # type: ignore[arg-type]  # as named
        times = [took(lambda: store.dues(**asked)) for _ in range(21)]  # type: ignore[arg-type]  # as named
        yield f"what one office owes this week, {len(owed):,} dues", f"**{median(times) * 1e3:.1f} ms**", "", ""
        whole = store.dues()
        yield f"all that is open, {len(whole):,} dues", f"{took(store.dues) * 1e3:.0f} ms", "", ""
        yield "count all of it anew", f"{took(lambda: store.recount(NOW)):.0f} s", "", ""


def table(lines: Sequence[Line]) -> str:
    head = "| what | figure | target | |\n|---|---|---|---|\n"
    return head + "".join(f"| {' | '.join(line)} |\n".replace("  ", " ") for line in lines)


def main() -> None:
    """Measure, print, and write the page if asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "file", nargs="?", type=Path, help="where the filled store is kept, or is; a temporary one without it"
    )
    parser.add_argument("--appeals", type=int, default=100_000, help="how many (100,000)")
    parser.add_argument("--docs", action="store_true", help="write the table of docs/performance.md anew")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        lines = [*inserts(folder, "FULL"), *inserts(folder, "NORMAL")]
        lines += filled(given.file or folder / "filled", given.appeals)
    print(table(lines))
    if given.docs:
        page = PAGE.read_text(encoding="utf-8")
        before, rest = page.split(BEGIN)
        PAGE.write_text(f"{before}{BEGIN}\n{table(lines)}\n{END}{rest.split(END)[1]}", encoding="utf-8")


if __name__ == "__main__":
    main()
