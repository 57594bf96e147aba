"""What a store costs: python benchmarks/store.py [--appeals 100000] [--docs]

First appeals are written step by step, in turns by ``Store`` and by a plain program that executes the same statements
of SQLAlchemy Core with the same rows ready made: it judges nothing, counts nothing and writes no JSON. Each commit
waits for the disk, on SQLite and on PostgreSQL. Then a store is filled with an older system's appeals, and asked. All
by the clock on the wall, since much of it is waiting for the disk.
"""

import argparse
import sys
import tempfile
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import timedelta
from itertools import islice
from pathlib import Path
from random import Random
from statistics import median
from time import perf_counter

from sqlalchemy import Connection, Executable, text

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT / "examples"), str(ROOT / "tests")]

import databases  # noqa: E402
from what_if import NOW, OFFICES, made_up  # noqa: E402

from prcomm.adapters.store import Store, make_tables  # noqa: E402
from prcomm.adapters.store.connections import Connections, engine_of  # noqa: E402
from prcomm.adapters.store.statements import COUNTED_FIRST  # noqa: E402
from prcomm.citizens.appeals import APPEAL, Appeal  # noqa: E402

PAGE = ROOT / "docs" / "performance.md"
BEGIN, END = "<!-- written by benchmarks/store.py --docs -->\n", "<!-- end of what benchmarks/store.py writes -->"
TURN, TURNS = 25, 24
TARGET = 0.85
LATER = NOW.add(years=1)

Line = tuple[str, str, str, str]
Statement = tuple[Executable, object, Mapping[str, object]]


class Noting:
    """A connection that notes what it is told to do."""

    def __init__(self, connection: Connection, noted: list[Statement]) -> None:
        self._connection, self._noted = connection, noted

    def execute(self, statement: Executable, given: object = None, **more: object) -> object:
        self._noted.append((statement, given, more))
        return self._connection.execute(statement, given, **more)  # type: ignore[call-overload]  # as it was given


def store_in(url: str) -> Store:
    """A store that takes what was done long ago."""
    store = Store(url, [APPEAL], clock=lambda: LATER, tolerance=timedelta(days=9999))
    store._first(store._shelf(APPEAL))
    return store


def live(store: Store, appeal: Appeal) -> None:
    """Every step of an appeal, judged and written."""
    first, *rest = appeal.history
    store.begin(APPEAL, first.action)  # type: ignore[arg-type]  # an action of an appeal
    for record in rest:
        store.apply(APPEAL, appeal.id, lambda _, action=record.action: action)  # type: ignore[misc]  # the same


def steps_of(url: str, appeals: Sequence[Appeal]) -> list[list[list[Statement]]]:
    """Of every appeal, of every step of it, what a store executes."""
    found: list[list[Statement]] = []
    with store_in(url) as store:
        real = store._db.writing

        @contextmanager
        def writing() -> Generator[Noting, None, None]:
            with real() as connection:
                found.append([])
                yield Noting(connection, found[-1])

        store._db.writing = writing  # type: ignore[method-assign,assignment]  # to listen
        by_appeal: list[list[list[Statement]]] = []
        for appeal in appeals:
            before = len(found)
            live(store, appeal)
            by_appeal.append(found[before:])
    return by_appeal


def took(work: Callable[[], object]) -> float:
    began = perf_counter()
    work()
    return perf_counter() - began


def inserts(database: str, urls: Iterator[str]) -> Iterator[Line]:
    """The store and the plain program by turns, the same appeals by each."""
    appeals = tuple(made_up(TURN * TURNS * 7, 7))[: TURN * TURNS]
    steps = steps_of(next(urls), appeals)
    engine = engine_of(next(urls))
    make_tables(engine)
    plain, ours, theirs = Connections(engine), list[float](), list[float]()

    def write(some: list[list[Statement]]) -> None:
        for step in some:
            with plain.writing() as connection:
                for statement, given, more in step:
                    connection.execute(statement, given, **more)  # type: ignore[call-overload]  # as it was noted

    with store_in(next(urls)) as store:
        with engine.begin() as connection:
            row = {"process": "appeal", "digest": store._shelf(APPEAL).dues}
            connection.execute(COUNTED_FIRST[plain.postgresql], row)
        for turn in range(TURNS):
            span = slice(turn * TURN, (turn + 1) * TURN)
            some = [step for appeal in steps[span] for step in appeal]
            tasks: list[tuple[list[float], Callable[[], object]]] = [
                (ours, lambda span=span: [live(store, appeal) for appeal in appeals[span]]),  # type: ignore[misc]  # called at once
                (theirs, lambda some=some: write(some)),  # type: ignore[misc]  # the same
            ]
            for times, work in tasks if turn % 2 else reversed(tasks):
                times.append(took(work) / len(some))
    engine.dispose()
    ratio = median(other / own for other, own in zip(theirs, ours, strict=True))
    figure = f"{ratio:.2f} × ({median(theirs) * 1e3:.2f} / {median(ours) * 1e3:.2f} ms a step)"
    met = "met" if ratio >= TARGET else "not met"
    yield f"the same rows by SQLAlchemy Core / the store, {database}", f"**{figure}**", f"at least {TARGET} ×", met


def filled(path: Path, appeals: int) -> Iterator[Line]:
    """A store with so many appeals: its size, and what asking costs."""
    began = perf_counter()
    with store_in(f"sqlite:///{path}") as store:
        lived = iter(made_up(appeals * 7))
        count = 0
        while some := list(islice(lived, min(500, appeals - count))):
            store.take_over(APPEAL, [life.history for life in some], source="benchmark", day=NOW)
            count += len(some)
        with store.engine.connect() as connection:
            records = connection.execute(text("SELECT count(*) FROM prcomm_records")).scalar_one()
            documents = connection.execute(text("SELECT sum(length(document)) FROM prcomm_records")).scalar_one()
            connection.execute(text("PRAGMA wal_checkpoint(TRUNCATE)"))
    yield f"{count:,} appeals, {records:,} records", f"**{path.stat().st_size / 1e6:,.0f} MB**", "", ""
    yield "of these, the documents of the records", f"{documents / 1e6:,.0f} MB", "", ""
    yield "take them over from an older system", f"{perf_counter() - began:.0f} s", "", ""
    yield "open the store", f"{took(lambda: store_in(f'sqlite:///{path}').close()) * 1e3:.1f} ms", "", ""
    with Store(path, [APPEAL], clock=lambda: LATER, keep=0) as store:
        cases = [case for _, case, _, _ in store.ends()]
        store.open(APPEAL, cases[0])
        some_cases = Random(1).sample(cases, min(1000, len(cases)))
        times = [took(lambda case=case: store.open(APPEAL, case)) for case in some_cases]  # type: ignore[misc]  # called at once
        yield "open a case, any of them, along its chain", f"{median(times) * 1e3:.2f} ms", "", ""

        def week() -> int:
            last = NOW.date().add(days=6)
            return len(store.dues(LATER, office=OFFICES[0].id, first=NOW.date(), last=last))

        owed = week()
        times = [took(week) for _ in range(21)]
        yield f"what one office owes in a week, {owed:,} dues", f"**{median(times) * 1e3:.1f} ms**", "", ""
        whole = store.dues(LATER)
        yield f"all that is open, {len(whole):,} dues", f"{took(lambda: store.dues(LATER)) * 1e3:.0f} ms", "", ""
        yield "count all of it anew", f"{took(lambda: store.recount(APPEAL)):.0f} s", "", ""


def table(lines: Sequence[Line]) -> str:
    head = "| what | figure | target | |\n|---|---|---|---|\n"
    return head + "".join(f"| {' | '.join(line)} |\n".replace("  ", " ") for line in lines)


def main() -> None:
    """Measure, print, and write the page if asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--appeals", type=int, default=100_000, help="how many (100,000)")
    parser.add_argument("--docs", action="store_true", help="write the table of docs/performance.md anew")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        lines = [*inserts("SQLite", (f"sqlite:///{folder / str(n)}" for n in range(3)))]
        with databases.served(sure=True) as server:
            lines += inserts("PostgreSQL", (server.new() for _ in range(3)))
        print(table(lines), flush=True)
        lines += filled(folder / "filled", given.appeals)
    print(table(lines))
    if given.docs:
        page = PAGE.read_text(encoding="utf-8")
        before, rest = page.split(BEGIN)
        PAGE.write_text(f"{before}{BEGIN}\n{table(lines)}\n{END}{rest.split(END)[1]}", encoding="utf-8")


if __name__ == "__main__":
    main()
