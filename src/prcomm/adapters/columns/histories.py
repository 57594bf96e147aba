"""Histories of actions as columns: for tests, for the sample that is judged both ways, and for whoever has entities."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

import numpy as np
from pendulum import DateTime

from prcomm.adapters.columns.batches import NONE, Batch, Held, us_of
from prcomm.adapters.columns.kernel import Compiled
from prcomm.core.calendar.days import ordinal
from prcomm.core.questions.audits import Unmapped, later
from prcomm.core.table.entities import Action

Entry = Action | Unmapped
Case = Sequence[Entry]


def batch_of(
    compiled: Compiled, cases: Iterable[Case], at: DateTime
) -> "tuple[Batch, Held, tuple[tuple[int, ...], ...]]":
    """The lines of cases, the instant as of which each is judged, and of each its steps that are known then."""
    lines: list[tuple[int, int, int, int]] = []
    fields: dict[str, list[tuple[int, int, int]]] = {}
    steps: list[tuple[int, ...]] = []
    instants: set[str] = set()
    for n, case in enumerate(cases):
        known = tuple(step for step, entry in enumerate(case) if not later(entry, at))
        steps.append(known)
        for step in known:
            entry = case[step]
            when = entry.at
            day, us = (NONE, NONE) if when is None else (ordinal(when, compiled.office), us_of(when))
            number = NONE
            if isinstance(entry, Action):
                letter = compiled.letters.of(entry)
                number = letter.number
                for name, value in _held(entry, letter.held):
                    fields.setdefault(name, []).append((len(lines), *_coded(value, compiled)))
                    if isinstance(value, DateTime):
                        instants.add(name)
            lines.append((n, day, us, number))
    columns = np.array(lines, np.int64).reshape(-1, 4)
    held = {name: _column(given, len(lines), instants=name in instants) for name, given in fields.items()}
    several = sum(map(bool, steps))
    ats = Held(np.full(several, ordinal(at, compiled.office)), np.full(several, us_of(at)))
    return Batch(columns[:, 0], Held(columns[:, 1], columns[:, 2]), columns[:, 3], held), ats, tuple(steps)


def _held(action: Action, names: Iterable[str]) -> Iterator[tuple[str, date]]:
    for name in names:
        value = getattr(action, name, None)
        if isinstance(value, date):
            yield name, value


def _coded(value: date, compiled: Compiled) -> tuple[int, int]:
    return ordinal(value, compiled.office), us_of(value) if isinstance(value, DateTime) else NONE


def _column(given: list[tuple[int, int, int]], size: int, *, instants: bool) -> Held:
    day, us = np.full(size, NONE, np.int64), np.full(size, NONE, np.int64)
    for line, on, at in given:
        day[line], us[line] = on, at
    return Held(day, us if instants else None)
