"""Measure everything in docs/performance.md, and show each figure beside its target: python benchmarks/run.py

Nothing is asserted: a figure says "met" or "not met", and the exit code is 0 either way.
"""

import argparse
import inspect
import os
import platform
from collections.abc import Iterable, Iterator
from itertools import zip_longest
from pathlib import Path
from textwrap import wrap

import figures
from contenders import appeal, hand
from timing import ROUNDS, SLICES

import prcomm
from prcomm.core.engine import clocks, dispatch

WIDTH = 92
PAGE = Path(__file__).resolve().parents[1] / "docs" / "performance.md"
BEGIN, END = "<!-- written by benchmarks/run.py --docs -->\n", "<!-- end of what is written -->"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("numbers", nargs="*", type=int, help="which figures, 1 to 14; all without it")
    parser.add_argument("--rounds", type=int, default=ROUNDS, help=f"how many rounds ({ROUNDS})")
    parser.add_argument("--csv", type=Path, help="a register for figure 5, as examples/permit_register.py reads it")
    parser.add_argument("--docs", action="store_true", help="write the table of docs/performance.md anew")
    parser.add_argument("--show", action="store_true", help="what is compared in figure 1, side by side")
    given = parser.parse_args()
    if given.show:
        print("\n".join(side_by_side()))
        return
    print(machine(given.rounds), flush=True)
    found: list[figures.Figure] = []
    for figure in measured(given.numbers or list(figures.ALL), figures.Options(given.rounds, given.csv)):
        print("\n".join(as_text(figure)), flush=True)
        found.append(figure)
    if given.docs:
        write(PAGE, [*as_table(found), "", f"{machine(given.rounds)}."])


def measured(numbers: list[int], options: figures.Options) -> Iterator[figures.Figure]:
    for measure in dict.fromkeys(figures.ALL[number] for number in numbers):
        yield from (figure for figure in measure(options) if figure.number in numbers)


def machine(rounds: int) -> str:
    """What it ran on, as far as it is anybody's business."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    python = f"{platform.python_implementation()} {platform.python_version()}"
    return f"prcomm {prcomm.__version__}, {python}, one of {cores} cores, {rounds} rounds of {SLICES} slices"


def verdict(figure: figures.Figure) -> str:
    return "" if figure.met is None else "met" if figure.met else "not met"


def as_text(figure: figures.Figure) -> Iterator[str]:
    yield f"\n{figure.number}  {figure.name:<46}{figure.value:>20}   {figure.target:<26}{verdict(figure)}".rstrip()
    yield from (f"     {name:<58}{value}" for name, value in figure.details)


def as_table(found: list[figures.Figure]) -> Iterator[str]:
    yield "| | what | figure | target | |"
    yield "|---|---|---|---|---|"
    for figure in found:
        target = figure.target or "for information"
        yield f"| {figure.number} | {figure.name} | **{figure.value}** | {target} | {verdict(figure)} |"
        yield from (f"| | {name} | {value} | | |" for name, value in figure.details)


def write(page: Path, lines: list[str]) -> None:
    """Put the lines between the two marks of a page."""
    text = page.read_text(encoding="utf-8")
    before, rest = text.split(BEGIN)
    body = "\n".join(lines)
    page.write_text(f"{before}{BEGIN}\n{body}\n\n{END}{rest.split(END)[1]}", encoding="utf-8")


# -- what is compared in figure 1


def side_by_side() -> Iterator[str]:
    """What runs when prcomm takes the five steps, and the same written by hand."""
    yield f"{'prcomm: what runs':<{WIDTH}}  by hand"
    yield f"{'-' * WIDTH}  {'-' * WIDTH}"
    for left, right in zip_longest(folded(ours()), folded(by_hand()), fillvalue=""):
        yield f"{left:<{WIDTH}}  {right}".rstrip()


def ours() -> Iterator[str]:
    """``Lifecycle.apply``, the row made ready that it asks, and what that does to the clocks."""
    for one in (prcomm.Lifecycle.apply, dispatch.Ready, dispatch.with_record, clocks.Clocks.after, appeal.by_prcomm):
        yield inspect.getsource(one)


def by_hand() -> Iterator[str]:
    """The contender that runs, then the table it reads and what that does to the clocks."""
    source = inspect.getsource(hand)
    table, runs = source.index("def registered"), source.index("def apply")
    yield source[runs:]
    yield ""
    yield source[table:runs]


def folded(texts: Iterable[str]) -> Iterator[str]:
    for line in "\n".join(texts).splitlines():
        indent = " " * (len(line) - len(line.lstrip()))
        yield from wrap(line, WIDTH, subsequent_indent=f"{indent}        ", drop_whitespace=True) or [""]


if __name__ == "__main__":
    main()
