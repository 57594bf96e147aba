"""The figures: what is measured, and the target each stands beside."""

import gc
import os
import subprocess
import sys
import tracemalloc
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from attrs import evolve, frozen
from contenders import (
    appeal,
    bombs,
    councils,
    dues,
    files,
    hand,
    hand_quick,
    permits,
    plain_transitions,
    real_appeal,
    told_audits,
    with_automat,
    with_statemachine,
)
from timing import contest, microseconds, ratio

from prcomm import PROCESSES, Record
from prcomm.views.department import agenda

Detail = tuple[str, str]


@frozen
class Figure:
    """One thing measured.

    Attributes:
        number: its number in docs/performance.md.
        name: what was measured.
        value: what came out.
        target: what it should be; empty for what is shown for information.
        met: whether it is; ``None`` without a target.
        details: what else was measured beside it.
    """

    number: int
    name: str
    value: str
    target: str = ""
    met: bool | None = None
    details: tuple[Detail, ...] = ()


@frozen
class Options:
    """What the runner was asked for: how many rounds, and a register to read."""

    rounds: int
    csv: Path | None


def steps(options: Options) -> Iterator[Figure]:
    """1 and 2: five steps by prcomm, by hand and by plain transitions, in one contest."""
    contenders = {
        "lifecycle.apply": appeal.by_prcomm,
        "by hand": hand.by_hand,
        "by hand, its values made as the library makes its own": hand_quick.by_hand,
        "transitions": plain_transitions.by_transitions,
        "transitions, the rules of a row folded into one condition": plain_transitions.by_lean_transitions,
    }
    found = contest(contenders, options.rounds)
    each = {name: f"{microseconds(times) / len(appeal.STEPS):.2f} µs a step" for name, times in found.items()}
    ours, by_hand, quick, plain, lean = contenders
    to_hand, to_plain, to_lean = ratio(found, ours, by_hand), ratio(found, plain, ours), ratio(found, lean, ours)
    yield Figure(
        1, "five steps: apply / by hand", f"{to_hand:.2f} ×", "at most 0.85 ×", to_hand <= 0.85,
        ((ours, each[ours]), (by_hand, each[by_hand]), (quick, f"{each[quick]}, {ratio(found, ours, quick):.2f} ×")),
    )  # fmt: skip
    yield Figure(
        2, "five steps: plain transitions / apply", f"{to_plain:.1f} ×", "at least 4 ×", to_plain >= 4,
        ((plain, each[plain]), (lean, f"{each[lean]}, {to_lean:.1f} ×")),
    )  # fmt: skip


def one_due(options: Options) -> Iterator[Figure]:
    """3: one term counted with its Due, of an entity with one open clock."""

    def asked(name: str) -> Callable[[], object]:
        lifecycle = dues.TERMS[name]
        return lambda: lifecycle.due(dues.DUTY, dues.NOW, open=True)

    function = "15 days, from a function that reads a dated value"
    found = contest(
        {**{name: asked(name) for name in dues.TERMS}, function: lambda: due_of(dues.SHORT)}, options.rounds
    )
    times = {name: microseconds(of) for name, of in found.items()}
    worst = max(times[name] for name in dues.TERMS)
    details = tuple((name, f"{time:.2f} µs") for name, time in times.items())
    yield Figure(3, "one term with its Due, the slowest", f"{worst:.2f} µs", "at most 3 µs", worst <= 3, details)


def due_of(entity: appeal.Appeal) -> object:
    return appeal.APPEAL.due(entity, dues.NOW, open=True)


def long_history(options: Options) -> Iterator[Figure]:
    """4: the open dues of an entity with 5 records and of one with 5,001."""
    found = contest({"5": lambda: due_of(dues.SHORT), "5001": lambda: due_of(dues.LONG)}, options.rounds)
    times = ratio(found, "5001", "5")
    details = tuple((f"{int(n):,} records", f"{microseconds(of):.2f} µs") for n, of in found.items())
    yield Figure(4, "due(open=True): 5,001 records / 5", f"{times:.2f} ×", "at most 2 ×", times <= 2, details)


def audits(options: Options) -> Iterator[Figure]:
    """5: audits of ready-made histories, and of a register from its file."""
    found = contest({"audit": permits.audited, "lawful": permits.audited_lawful}, options.rounds)
    rate = permits.EVENTS / median(found["audit"])
    lawful = permits.LAWFUL_EVENTS / median(found["lawful"])
    details = [("only histories with nothing against them", f"{lawful:,.0f} a second")]
    path = options.csv
    if path is not None:
        events = permits.audited_file(path)
        took = median(contest({"file": lambda: permits.audited_file(path)}, 3)["file"])
        details.append((f"read from {path.name} and reported, {events:,} events", f"{events / took:,.0f} a second"))
    yield Figure(
        5, "audit of ready-made actions", f"{rate:,.0f} a second", "at least 150,000 a second", rate >= 150_000,
        tuple(details),
    )  # fmt: skip


DEPENDENCIES = "import attrs, transitions, pendulum"
IMPORT = "import time; {first}; begin = time.process_time(); {then}; print(time.process_time() - begin)"


def imports(options: Options) -> Iterator[Figure]:
    """6: what imports cost in a fresh interpreter."""

    def milliseconds(first: str, then: str) -> float:
        command = [sys.executable, "-c", IMPORT.format(first=first, then=then)]
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path)), "PYTHONPYCACHEPREFIX": kept}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)  # compiled before, as what is installed
        runs = [
            float(subprocess.run(command, capture_output=True, check=True, env=environment).stdout)
            for _ in range(2 * options.rounds + 1)
        ]
        return median(runs) * 1e3

    with TemporaryDirectory() as kept:
        alone = milliseconds(DEPENDENCIES, "import prcomm")
        wing = milliseconds(DEPENDENCIES, "import prcomm.citizens.appeals")
        details = (
            ("its three dependencies", f"{milliseconds('pass', DEPENDENCIES):.0f} ms"),
            ("everything public: from prcomm import *", f"{milliseconds(DEPENDENCIES, 'from prcomm import *'):.0f} ms"),
        )
    yield Figure(6, "import prcomm, beside them", f"{alone:.1f} ms", "at most 25 ms", alone <= 25, details)
    yield Figure(6, "import prcomm.citizens.appeals, beside them", f"{wing:.0f} ms", "at most 75 ms", wing <= 75)


def sizes(options: Options) -> Iterator[Figure]:
    """7: the bytes of what an entity adds; what it shares with others is not counted."""
    many = 2_000
    receipts = [evolve(appeal.RECEIPT, case=f"case {n}") for n in range(many)]
    first = appeal.BEGUN.history[0]
    entity = traced(lambda n: appeal.APPEAL.begin(receipts[n]), many)
    record = traced(lambda n: Record(receipts[n], first.state, first.cites), many)
    action = traced(lambda n: appeal.Register(at=appeal.at(3), by=appeal.CLERK, number="1"), many)
    details = (
        ("of these, its record", f"{record:.0f} bytes"),
        ("beside them, an action with one field and its instant", f"{action:.0f} bytes"),
    )
    yield Figure(7, "a fresh entity, with two open clocks", f"{entity:.0f} bytes", details=details)


def traced(make: Callable[[int], object], many: int) -> float:
    """The bytes of one of many things that live at once."""
    kept: list[object] = [None] * many
    make(0)
    gc.collect()
    tracemalloc.start()
    before = tracemalloc.get_traced_memory()[0]
    for n in range(many):
        kept[n] = make(n)
    size = tracemalloc.get_traced_memory()[0] - before
    tracemalloc.stop()
    return size / many


def lives(options: Options) -> Iterator[Figure]:
    """8: the whole life of an appeal, its beginning too, by three libraries."""
    contenders = {
        "prcomm": appeal.life_by_prcomm,
        "Automat": with_automat.life_by_automat,
        "python-statemachine": with_statemachine.life_by_statemachine,
        "python-statemachine, the machine alone": with_statemachine.only_a_statemachine,
    }
    found = contest(contenders, options.rounds)
    details = tuple((name, f"{microseconds(found[name]):,.0f} µs") for name in contenders if name != "prcomm")
    yield Figure(8, "six steps, from nothing to the end", f"{microseconds(found['prcomm']):,.0f} µs", details=details)


def real_appeals(options: Options) -> Iterator[Figure]:
    """9: the citizen's appeal of the library, with all its guards and deadlines."""
    contenders = {"lived": real_appeal.lived, "owed": real_appeal.owed, "audited": real_appeal.audited}
    found = {name: microseconds(times) for name, times in contest(contenders, options.rounds).items()}
    steps = len(real_appeal.LIFE)
    details = (
        ("what is owed for one under consideration", f"{found['owed']:.1f} µs"),
        ("audited, with all its dues", f"{found['audited'] / steps:.1f} µs a step"),
    )
    yield Figure(
        9, "the citizen's appeal, receipt to removal from control", f"{found['lived'] / steps:.1f} µs a step",
        details=details,
    )  # fmt: skip


FEW, MANY = 1_000, 5_000


def large_councils(options: Options) -> Iterator[Figure]:
    """10 and 11: one more vote and one more nomination among many, beside the copies and beside five times as many."""
    few, many = (councils.Crowd.of(n).works for n in (FEW, MANY))
    found = contest({f"{name} {FEW}": work for name, work in few.items()}, options.rounds)
    found |= contest({f"{name} {MANY}": work for name, work in many.items()}, options.rounds)
    for name in (councils.HALF, councils.LAST, councils.NOMINATE):
        ours, theirs, of_many = f"{name} {FEW}", f"{councils.copies(name)} {FEW}", f"{name} {MANY}"
        times = ratio(found, ours, theirs)
        details = tuple((f"of {FEW:,} members: {one}", f"{microseconds(found[of]):.1f} µs")
                        for one, of in (("it", ours), ("the copies", theirs)))  # fmt: skip
        yield Figure(10, f"{name} / two copies", f"{times:.2f} ×", "at most 5 ×", times <= 5, details)
        each = ratio(found, of_many, ours) * FEW / MANY
        details = ((f"of {MANY:,} members", f"{microseconds(found[of_many]):.1f} µs"),)
        yield Figure(11, f"{name}: {MANY:,} / {FEW:,}", f"{each:.2f} × a member", "at most 2 ×", each <= 2, details)


REGISTER = 100_000


def agendas(options: Options) -> Iterator[Figure]:
    """12: all that is open in a register of all processes, by the view and asked of each file; and what it takes."""
    register = list(files.several(REGISTER))
    entities = [one for _, one in register]
    each, view = "due(open=True) of each file", "agenda"
    contenders = {each: lambda: files.of_each_due(register), view: lambda: files.of_the_agenda(entities)}
    found = contest(contenders, 1)
    tasks, times = files.of_the_agenda(entities), ratio(found, view, each)
    few, many = (most(n) for n in (REGISTER // 100, REGISTER))
    details = (
        *((name, f"{median(found[name]):.2f} s") for name in contenders),
        (f"of these, {tasks:,} tasks", f"{median(found[view]) / tasks * 1e6:.1f} µs a task"),
        (f"memory at most, over {REGISTER // 100:,} files", f"{few / 1e3:.0f} kB"),
        (f"memory at most, over {REGISTER:,} files", f"{many / 1e3:.0f} kB"),
    )
    name = f"agenda of {REGISTER:,} files / due(open=True)"
    yield Figure(12, name, f"{times:.2f} ×", "at most 1.5 ×", times <= 1.5, details)


def most(n: int) -> int:
    """The most bytes that the agenda holds at once over so many files, each made when it is asked for."""
    gc.collect()
    tracemalloc.start()
    before = tracemalloc.get_traced_memory()[0]
    for _ in agenda((one for _, one in files.several(n)), files.NOW, PROCESSES):
        pass
    size = tracemalloc.get_traced_memory()[1] - before
    tracemalloc.stop()
    return size


def costs(options: Options) -> Iterator[Figure]:
    """13: documents made to cost much: what a character costs in one ten times as long, and beside a good document."""
    sizes = bombs.FEW, bombs.MANY
    texts = {(name, size): make(size) for name, make in bombs.BOMBS.items() for size in sizes}
    fine = bombs.good(bombs.MANY)
    works = {f"{name}, {size:,}": (lambda text=text: bombs.read(text)) for (name, size), text in texts.items()}
    found = contest({"good": lambda: bombs.read(fine), **works}, 1)
    length = {f"{name}, {size:,}": len(text) for (name, size), text in texts.items()} | {"good": len(fine)}

    def a_character(one: str, other: str) -> float:
        return ratio(found, one, other) * length[other] / length[one]

    few, many = sizes
    grown = {name: a_character(f"{name}, {many:,}", f"{name}, {few:,}") for name in bombs.BOMBS}
    beside = {name: a_character(f"{name}, {many:,}", "good") for name in bombs.BOMBS}
    for what, figures, most in (
        (f"{many:,} / {few:,} characters", grown, 2.0),
        ("beside a good document", beside, 12.0),
    ):
        worst = max(figures, key=lambda name: figures[name])
        details = tuple((name, f"{times:.2f} ×") for name, times in figures.items())
        name, met = f"{worst}: a character, {what}", figures[worst] <= most
        yield Figure(13, name, f"{figures[worst]:.2f} ×", f"at most {most:g} ×", met, details)


def tables(options: Options) -> Iterator[Figure]:
    """14: the command line's audit of a register on which much is found: its table beside its CSV."""
    with TemporaryDirectory() as folder:
        asked = told_audits.written(Path(folder))
        works = {
            "its CSV": told_audits.as_csv,
            "on a terminal": told_audits.on_a_screen,
            "in a pipe": told_audits.in_a_pipe,
        }
        found = contest({name: (lambda work=work: work(asked)) for name, work in works.items()}, 1)
    most = max(ratio(found, name, "its CSV") for name in works)
    details = tuple((name, f"{median(found[name]):.2f} s, {ratio(found, name, 'its CSV'):.2f} ×") for name in works)
    yield Figure(14, "prcomm audit: its table / its CSV", f"{most:.2f} ×", "at most 1.2 ×", most <= 1.2, details)


ALL = {1: steps, 2: steps, 3: one_due, 4: long_history, 5: audits, 6: imports, 7: sizes, 8: lives, 9: real_appeals,
       10: large_councils, 11: large_councils, 12: agendas, 13: costs, 14: tables}  # fmt: skip
