"""A whole register judged as columns: read by DuckDB, judged by the kernel, and what that can't judge by Python."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import Final, cast

import numpy as np
from attrs import define, frozen
from pendulum import DateTime

from prcomm.adapters.columns.arrows import Table, arrow, bools, ints
from prcomm.adapters.columns.batches import EPOCH, NONE, Batch, Bools, Held, Ints, firsts, us_of
from prcomm.adapters.columns.kernel import Compiled, Judged
from prcomm.adapters.columns.layouts import Layout
from prcomm.adapters.columns.meanings import Meaning, Meanings, by_line
from prcomm.adapters.columns.sources import TOGETHER, Opened
from prcomm.adapters.registers import Order
from prcomm.core.calendar import hours
from prcomm.core.sources.people import Office

A_DAY: Final = 86_400_000_000
AN_HOUR: Final = 3_600_000_000
FIRST: Final = 4_000
"""How many lines are judged first, to see what rules read."""


def offset_of(office: Office, first: int, last: int) -> int | None:
    """By how much the office's clock is before UTC, in microseconds; ``None`` if that changes between two instants."""
    found = {_offset(office, us) for us in range(first, last + 31 * A_DAY, 30 * A_DAY)}
    return found.pop() if len(found) == 1 else None


def _offset(office: Office, us: int) -> int:
    told = hours.instant(us // 1_000_000, office).utcoffset()
    return 0 if told is None else (told.days * 86_400 + told.seconds) * 1_000_000


@define(eq=False)
class Clockwork:
    """The days of instants on an office's clock."""

    office: Office
    fixed: int | None

    def day(self, us: Ints) -> Ints:
        """The office's day of each, as an ordinal; ``NONE`` where there is none."""
        some = us != NONE
        if self.fixed is not None or not some.any():
            local = us + (self.fixed or 0)
        else:
            low, high = int(us[some].min()) // AN_HOUR, int(us[some].max()) // AN_HOUR
            by_hour = np.array([_offset(self.office, hour * AN_HOUR) for hour in range(low, high + 1)], np.int64)
            local = us + by_hour[np.clip(us // AN_HOUR - low, 0, high - low)]
        return np.where(some, local // A_DAY + EPOCH, NONE)


@frozen(eq=False)
class Chunk:
    """Lines of whole cases, as they were read.

    Attributes:
        case: the hash of the case of each line.
        line: which line of the register it is, from 0.
        us: its instant.
        told: what is told apart of it, by number.
        odd: whether it is one for Python.
        times: by field, the instants; ``NONE`` where there is none.
        on_file: by deadline, the days the register gives.
        edges: the instants of the action before and of that after the lines.
        strange: whether the name of a case may be another name once it is read.
    """

    case: Ints
    line: Ints
    us: Ints
    told: Ints
    odd: Bools
    times: Mapping[str, Ints]
    on_file: Mapping[str, Ints]
    edges: tuple[Ints, ...]
    strange: bool


def chunks_of(batches: Iterable[object], layout: Layout, first: int = FIRST, most: int = TOGETHER) -> Iterator[Chunk]:
    """The lines in chunks of whole cases, each twice as long as that before: what rules read turns up in the first.

    Args:
        batches: the lines, as they are read.
        layout: what their columns are.
        first: how many lines the first chunk has, about.
        most: how many lines a chunk has at most, about.
    """
    size, left = first, list[Table]()
    for batch in batches:
        left.append(arrow.Table.from_batches([batch]))
        held = sum(one.num_rows for one in left)
        if held < size:
            continue
        table, done = arrow.concat_tables(left).combine_chunks(), 0
        case = ints(table, "h")
        while held - done >= size:
            end = done + size
            cut = int(np.searchsorted(case, case[end - 1 : end])[0])
            if cut == done:  # one case is longer than that
                cut = int(np.searchsorted(case, case[done : done + 1], "right")[0])
            if cut == held:
                break
            yield _chunk(table.slice(done, cut - done), layout)
            done, size = cut, min(size * 2, most)
        left = [table.slice(done)]
    if sum(one.num_rows for one in left):
        yield _chunk(arrow.concat_tables(left).combine_chunks(), layout)


def _chunk(table: Table, layout: Layout) -> Chunk:
    case, check = ints(table, "h"), ints(table, "check_")
    new = firsts(case)
    again = np.zeros(len(case), np.bool_)
    again[1:] = ~new[1:] & (check[1:] != check[:-1])  # two cases of one hash
    odd = bools(table, "odd")
    strange = bools(table, "strange")
    times = {name: ints(table, f"t{n}") for n, name in enumerate(layout.times)}
    on_file = {name: ints(table, f"f{n}") for n, name in enumerate(layout.on_file)}
    edges = tuple(ints(table, f"e{n}") for n, name in enumerate(filter(None, (layout.first, layout.last))) if name)
    is_odd, lines, us, told = odd | strange | again, ints(table, "line_"), ints(table, "us"), ints(table, "told")
    return Chunk(case, lines, us, told, is_odd, times, on_file, edges, bool((strange | again).any()))


@frozen(eq=False)
class Found:
    """What was found in one chunk, in columns.

    Attributes:
        judged: what the kernel found in the lines that are actions.
        lines: of each of them the line of the register, from 0.
        hashes: of each case its hash.
        first: of each case its first line in the register.
        hard: of each case whether it is one for Python.
        counts: of each case how many lines it has, how many are left out, and how many are of a later instant.
        of_case: of each case of ``judged`` which of these it is.
        conflicts: by deadline, the cases in which the register gives another day, the day by law, and the key.
        unmapped: of each case whether a line of it is no action.
        last: of each case the instant as of which it is judged.
        strange: whether the name of a case may be another name once it is read.
    """

    judged: Judged
    lines: Ints
    hashes: Ints
    first: Ints
    hard: Bools
    counts: tuple[Ints, Ints, Ints]
    of_case: Ints
    conflicts: "tuple[tuple[int, Ints, Ints, Ints], ...]"
    unmapped: Bools
    last: Ints
    strange: bool


@frozen(eq=False)
class _Entries:
    """What was done in the lines of a chunk, in the order in which it is judged."""

    line: Ints
    letter: Ints
    us: Ints
    case: Ints


class Judging:
    """Judges the chunks of a register.

    Args:
        opened: the register.
        layout: what its columns are.
        compiled: by what it is judged.
        clock: how instants become days.
        order: the order in which the lines of a case stand.
        mends: whether nobody says which of the things of one instant came first, so that Python is to look for it.
    """

    def __init__(
        self, opened: Opened, layout: Layout, compiled: Compiled, clock: Clockwork, order: Order, *, mends: bool
    ) -> None:
        self.opened, self.layout, self.compiled, self.clock = opened, layout, compiled, clock
        self.order, self.mends = order, mends
        self.meanings = Meanings(opened.mapping, compiled.letters)

    def judge(self, chunk: Chunk, at: DateTime | None) -> Found:
        """What is found in a chunk.

        Args:
            chunk: its lines.
            at: the instant as of which every case is judged; ``None`` for that of its own last line.
        """
        new = firsts(chunk.case)
        first = np.flatnonzero(new)
        case = np.cumsum(new) - 1
        number, meanings = self._meant(chunk)
        sound = np.array([one.sound for one in meanings], np.bool_)[number]
        hard = np.zeros(len(first), np.bool_)
        hard[case[chunk.odd | ~sound]] = True
        size = np.array([len(one.letters) for one in meanings], np.int64)[number]
        left_out = np.bincount(case[(size == 0) & sound], minlength=len(first))
        strange = np.array([one.letters == (NONE,) for one in meanings], np.bool_)[number]
        unmapped = np.zeros(len(first), np.bool_)
        unmapped[case[strange]] = True
        entries = self._entries(chunk, case, first, number, meanings, size)
        last = np.full(len(first), NONE if at is None else us_of(at), np.int64)
        if at is None:
            np.maximum.at(last, entries.case, entries.us)
        late = entries.us > last[entries.case]
        later = np.zeros(len(first), np.int64)
        if late.any():
            pairs = np.unique(np.stack((entries.case[late], entries.line[late])), axis=1)[0]
            later = np.bincount(pairs, minlength=len(first))
        known = _Entries(*(one[~late] for one in (entries.line, entries.letter, entries.us, entries.case)))
        hard[self._repeated(known, chunk)] = True
        judged, of_case = self._judged(chunk, known, last)
        hard[of_case[judged.hard]] = True
        if self.mends:
            hard[self._to_be_mended(judged, of_case)] = True
        conflicts = tuple(self._conflicts(chunk, case, judged, of_case))
        counts = np.diff(np.append(first, len(chunk.case))), left_out, later
        lines = chunk.line[known.line]
        return Found(
            judged,
            lines,
            chunk.case[first],
            chunk.line[first],
            hard,
            counts,
            of_case,
            conflicts,
            unmapped,
            last,
            chunk.strange,
        )

    def _meant(self, chunk: Chunk) -> "tuple[Ints, list[Meaning]]":
        places, told = self.meanings.unknown(chunk.told)
        if len(places):
            lines = chunk.line[places].tolist()
            self.meanings.learn(told.tolist(), by_line(self.opened.cells(lines), lines))
        return self.meanings.of(chunk.told)

    def _entries(
        self, chunk: Chunk, case: Ints, first: Ints, number: Ints, meanings: "list[Meaning]", size: Ints
    ) -> _Entries:
        """What was done, in the order in which it is judged."""
        flat = np.array([one for meaning in meanings for one in meaning.letters] or [NONE], np.int64)
        begins = np.cumsum([0, *(len(meaning.letters) for meaning in meanings)])
        line = np.repeat(np.arange(len(size)), size)
        nth = np.arange(len(line)) - np.repeat(np.cumsum(size) - size, size)
        letter = flat[np.minimum(begins[number[line]] + nth, len(flat) - 1)]
        us = chunk.us[line]
        end = np.append(first[1:], len(case)) - 1
        if self.order is Order.NEWEST_FIRST:
            first, end = end, first
            turned = np.lexsort((nth, -line, case[line]))
            line, letter, us = line[turned], letter[turned], us[turned]
        parts = [_Entries(line, letter, us, case[line])]
        edges = iter(chunk.edges)
        for place, name, which in ((first, self.layout.first, "first"), (end, self.layout.last, "last")):
            if name:
                told = np.array([getattr(one, which) for one in meanings], np.int64)[number[place]]
                at = next(edges)[place]
                some = np.flatnonzero((told != NONE) & ((at != NONE) | (which == "first")))
                parts.append(_Entries(place[some], told[some], at[some], case[place[some]]))
        if len(parts) == 1 and self.order is not Order.TIME:
            return parts[0]
        return self._in_order(parts)

    def _in_order(self, parts: list[_Entries]) -> _Entries:
        """The action before a case, then its lines and that after it: by time, if the register has no order."""
        edge = iter((0, 2) if self.layout.first else (2,))
        rank = np.concatenate([np.full(len(one.line), 1 if n == 0 else next(edge)) for n, one in enumerate(parts)])
        line, letter, us, case = (
            np.concatenate([getattr(one, name) for one in parts]) for name in ("line", "letter", "us", "case")
        )
        by_time = self.order is Order.TIME
        order = np.lexsort((rank, us, rank > 0, case)) if by_time else np.lexsort((rank, case))
        return _Entries(line[order], letter[order], us[order], case[order])

    def _repeated(self, known: _Entries, chunk: Chunk) -> Ints:
        """The cases in which two lines may be the same: of one instant, and told apart in nothing."""
        same = np.zeros(len(known.line), np.bool_)
        if len(same) < 2:
            return known.case[same]
        together_ = known.case[1:] == known.case[:-1]
        tied = together_ & (known.us[1:] == known.us[:-1])
        back = together_ & (known.us[1:] < known.us[:-1])
        odd = np.zeros(int(known.case.max()) + 1, np.bool_)
        odd[known.case[1:][back]] = True
        some = odd[known.case]
        some[1:] |= tied
        some[:-1] |= tied
        lines = np.flatnonzero(some)
        rows = np.stack((known.case[lines], known.us[lines], known.letter[lines]), 1)
        _, which, count = np.unique(rows, axis=0, return_inverse=True, return_counts=True)
        return np.unique(known.case[lines[count[which.ravel()] > 1]])

    def _judged(self, chunk: Chunk, known: _Entries, last: Ints) -> tuple[Judged, Ints]:
        of_case = known.case[firsts(known.case)] if len(known.case) else known.case
        fields = {name: self._held(name, us[known.line]) for name, us in chunk.times.items()}
        at = Held(self.clock.day(known.us), known.us)
        batch = Batch(known.case, at, known.letter, fields)
        ends = last[of_case]
        return self.compiled.judge(batch, Held(self.clock.day(ends), ends)), of_case

    def _held(self, name: str, us: Ints) -> Held:
        """What a field holds; of what is a day the day alone."""
        instants = self.layout.times[name][1] == "at" and self._is_instant(name)
        return Held(self.clock.day(us), us if instants else None)

    def _is_instant(self, name: str) -> bool:
        return any(isinstance(getattr(letter.real, name, None), datetime) for letter in self.compiled.letters.all)

    def _to_be_mended(self, judged: Judged, of_case: Ints) -> Ints:
        """The cases in which something stands against a step, and two things were done in one instant."""
        fold = judged.fold
        us = cast("Ints", fold.batch.at.us)
        tied = np.zeros(len(us), np.bool_)
        tied[1:] = (us[1:] == us[:-1]) & (fold.number[1:] == fold.number[:-1])
        several = np.zeros(len(of_case), np.bool_)
        several[fold.number[tied]] = True
        against = np.zeros(len(of_case), np.bool_)
        against[fold.number[judged.line]] = True
        against[fold.number[fold.batch.letter == NONE]] = True
        return of_case[several & against]

    def _conflicts(
        self, chunk: Chunk, case: Ints, judged: Judged, of_case: Ints
    ) -> "Iterator[tuple[int, Ints, Ints, Ints]]":
        """By deadline, the cases in which the register gives another day than the first due that has one."""
        names = {str(one.deadline.name): n for n, one in enumerate(self.compiled.dues)}
        counted = dict(judged.dues)
        for name, us in chunk.on_file.items():
            n = names[name]
            if n not in counted:
                continue
            given = np.full(int(case[-1]) + 1, NONE, np.int64)
            some = np.flatnonzero(us != NONE)
            given[case[some]] = self.clock.day(us[some])  # the last that is given counts
            due = counted[n]
            dated = np.flatnonzero(due.last != NONE)
            order = dated[np.lexsort((due.begun[dated], due.case[dated]))]
            order = order[firsts(due.case[order])] if len(order) else order
            of = of_case[due.case[order]]
            other = (given[of] != NONE) & (given[of] != due.last[order])
            yield n, of[other], due.last[order][other], due.key[order][other]
