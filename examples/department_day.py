"""What whoever leads a press department sees on a Monday morning, over twelve territorial services and 5,000 files.

    python examples/department_day.py [--plots DIR]

The files are made up, by one seed, in ``department_files.py``: the figures show what can be asked, not how anybody
works. Each view reads the files one at a time and keeps none.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from heapq import nsmallest
from importlib.util import find_spec
from itertools import groupby
from pathlib import Path

import department_files as made
from pendulum import Date

from prcomm import PROCESSES, Conflict, Due, Entity, PublicEvent, State, Status
from prcomm.views.department import Figures, Load, Task, agenda, calendar, load, quarter, verify
from prcomm.views.principles import Scoreboard, scoreboard

NOW = made.NOW
QUARTER = (Date(2026, 4, 1), Date(2026, 6, 30))
WEEK = (Date(2026, 7, 6), Date(2026, 7, 12))
SERVICES = tuple(one.id for one in made.OFFICES)
Files = Iterable[Entity[State]]


# -- what is asked


def of_each_process(files: Files) -> Counter[str]:
    """How many files of each process."""
    name = {lifecycle.entity: name for name, lifecycle in PROCESSES.items()}
    return Counter(name[type(file)] for file in files)


def oldest_overdue(files: Files, how_many: int = 10) -> list[Task]:
    """What has been overdue for longest, whatever happens: not what is owed only provided somebody finds something."""
    tasks = agenda(files, NOW, PROCESSES)
    return nsmallest(how_many, (one for one in tasks if one.status is Status.OVERDUE and not one.provided), key=_age)


def _age(task: Task) -> tuple[int, str, str]:
    return 0 if task.last is None else task.last.toordinal(), task.process, task.id


def with_articles(files: Files, tasks: Sequence[Task]) -> Iterator[tuple[Task, Due]]:
    """Each task with the due itself, which says under which article it is owed, and how that is known."""
    wanted = {(one.process, one.id): one for one in tasks}
    of = {lifecycle.entity: name for name, lifecycle in PROCESSES.items()}
    found = {key: file for file in files if (key := (of[type(file)], file.id)) in wanted}
    for task in tasks:
        dues = PROCESSES[task.process].due(found[task.process, task.id], NOW, open=True)
        yield task, next(due for due in dues if (due.name, due.key) == (task.name, task.key))


# -- how it is printed


def heading(text: str) -> None:
    print(f"\n{text}\n{'-' * len(text)}")


def print_processes(counts: Mapping[str, int]) -> None:
    cells = [f"{name:<16}{counts[name]:>6,}" for name in PROCESSES]
    for n in range(0, len(cells), 3):
        print("     ".join(cells[n : n + 3]))


def print_load(loads: Mapping[str, Load]) -> None:
    print(f"{'service':<16}{'open files':>12}{'owed':>8}{'overdue':>10}")
    for name in (*SERVICES, made.MINISTRY.id):
        one = loads[name]
        print(f"{name:<16}{one.open_files:>12,}{one.open_dues:>8,}{one.overdue:>10,}")
    files, dues, late = (
        sum(of) for of in zip(*((o.open_files, o.open_dues, o.overdue) for o in loads.values()), strict=True)
    )
    print(f"{'in all':<16}{files:>12,}{dues:>8,}{late:>10,}")


def print_oldest(found: Iterable[tuple[Task, Due]]) -> None:
    for task, due in found:
        under = ", ".join(dict.fromkeys(map(str, due.cites)))
        what = f"{task.process} {task.id}: {task.name} by {task.owed_by.name}"
        print(f"{task.last}  {task.office.id:<15}{what} ({under}, {due.basis.name})")


def print_calendar(events: Iterable[PublicEvent]) -> None:
    """Who may come to what, day by day; an id begins with the number of the region."""
    for (on, process, who, state), several in groupby(sorted(events, key=_where), key=_where):
        ids = ", ".join(one.id for one in several)
        print(f"{on:%a %d.%m.}  {process:<11}{who.lower().replace('_', ' '):<15}{state.lower():<11}{ids}")


def _where(event: PublicEvent) -> tuple[Date, str, str, str]:
    return event.on, event.process, event.open_to.name, event.state.name


def print_figures(figures: Figures) -> None:
    """Two in a line; what is none is left out."""
    cells = [f"{name:<54}{n:>4}" for name, n in figures.counts if n]
    for n in range(0, len(cells), 2):
        print("     ".join(cells[n : n + 2]))


def print_conflicts(conflicts: Iterable[Conflict], planted: int) -> None:
    found = sorted(conflicts, key=_kind)
    print(f"{len(found)} found; {planted} statements were made false on purpose. One of each kind:")
    for (process, _), alike in groupby(found, key=_kind):
        first, *others = alike
        alike_in = f" (likewise {', '.join(one.id for one in others)})" if others else ""
        print(f"{process} {first.id}: {first.finding.text}{alike_in}")


def _kind(one: Conflict) -> tuple[str, str]:
    return one.process, one.field


def print_shares(board: Scoreboard) -> None:
    """Each share with its counts, and what is counted beside it; a share of nothing is undefined."""
    for one in board:
        beside = ", ".join(f"{of.what}: {of.number}" for of in one.besides if of.number)
        print(f"{one.principle.name.lower():<15}{one.counts!s:<25}{beside}".rstrip())


# -- what is drawn


def plots(loads: Mapping[str, Load], board: Scoreboard, folder: Path) -> Iterator[Path]:
    """The load of each service and the scoreboard, as SVG in which text stays text."""
    import matplotlib as mpl
    from matplotlib.figure import Figure

    from prcomm.adapters.plots import BAR, FRAME, INK, scoreboard_figure

    figure = Figure(figsize=(9, 6), layout="constrained")
    axes = figure.subplots()
    rows = [(name, loads[name]) for name in SERVICES]
    axes.barh(range(len(rows)), [one.open_dues for _, one in rows], fill=False, edgecolor=FRAME)
    axes.barh(range(len(rows)), [one.overdue for _, one in rows], color=BAR)
    for place, (_, one) in enumerate(rows):
        axes.text(one.open_dues + 1, place, f"{one.overdue} of {one.open_dues} overdue", va="center", color=INK)
    axes.set_yticks(range(len(rows)), [name for name, _ in rows])
    axes.set_xlim(0, 1.25 * max(one.open_dues for _, one in rows))
    axes.invert_yaxis()
    axes.spines[["top", "right"]].set_visible(False)
    figure.suptitle(f"What is owed, and what of it is overdue, on {NOW:%d.%m.%Y}", color=INK)
    folder.mkdir(parents=True, exist_ok=True)
    with mpl.rc_context({"svg.fonttype": "none", "svg.hashsalt": "department"}):
        for name, drawn in (("load", figure), ("scoreboard", scoreboard_figure(board))):
            path = folder / f"{name}.svg"
            drawn.savefig(path, metadata={"Date": None})
            yield path


def main() -> None:
    """One day and one quarter."""
    parser = argparse.ArgumentParser(description="One day and one quarter of a press department.")
    parser.add_argument("--plots", type=Path, metavar="DIR", help="write load.svg and scoreboard.svg there")
    folder: Path | None = parser.parse_args().plots
    if folder and find_spec("matplotlib") is None:
        sys.exit("the plots need matplotlib: pip install 'prcomm[plots]'")

    department = made.made_up()
    files = department.files
    print(f"{len(files):,} files of {len(SERVICES)} territorial services and a ministry, on {NOW:%A %d.%m.%Y at %H:%M}")
    print_processes(of_each_process(iter(files)))
    refused = Counter(type(one.verdict.action).__name__ for one in department.refused)
    print("Tried besides, and refused by a table:", ", ".join(f"{name} {n}" for name, n in sorted(refused.items())))
    heading("Today: what is owed, by service")
    loads = load(iter(files), NOW, PROCESSES)
    print_load(loads)
    heading("Overdue for longest")
    print_oldest(with_articles(iter(files), oldest_overdue(iter(files))))
    heading(f"This week: what the public may come to, {WEEK[0]:%d.%m.} to {WEEK[1]:%d.%m.%Y}")
    print_calendar(calendar(iter(files), *WEEK))
    heading(f"The quarter {QUARTER[0]:%d.%m.} to {QUARTER[1]:%d.%m.%Y} in figures")
    print_figures(quarter(iter(files), *QUARTER, NOW))
    heading("The quarter by the six principles")
    board = scoreboard(iter(files), *QUARTER, NOW)
    print_shares(board)
    print("the same of the ministry's own office, which held no event and was asked nothing")
    print_shares(scoreboard((file for file in files if file.office == made.MINISTRY), *QUARTER, NOW))
    heading("What files state of each other, and those do not say")
    print_conflicts(verify(files, PROCESSES), len(department.planted))
    for path in plots(loads, board, folder) if folder else ():
        print(f"drawn: {path}")


if __name__ == "__main__":
    main()
