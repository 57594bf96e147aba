"""The audit of a register as columns: what was found, how many cases went to Python, and that both ways agree."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final, cast

import numpy as np
from attrs import define, field, frozen
from numpy.typing import NDArray
from pendulum import DateTime

from prcomm.adapters.columns.arrows import Table, arrow, coded
from prcomm.adapters.columns.asking import instant_at
from prcomm.adapters.columns.batches import NONE, Bools, Ints, distinct, together
from prcomm.adapters.columns.kernel import Compiled
from prcomm.adapters.columns.layouts import Layout, layout_of
from prcomm.adapters.columns.registers import Clockwork, Found, Judging, chunks_of, offset_of
from prcomm.adapters.columns.sources import READ, Opened, Source, source_of
from prcomm.adapters.columns.standins import Demand
from prcomm.adapters.columns.telling import OUT_OF_ORDER, kind_of, last_day
from prcomm.adapters.registers import AuditedCase, Order, RegisterMapping, Tally, judged_case
from prcomm.adapters.registers.ordering import ASKED, order_of
from prcomm.core.questions.audits import Finding, FindingKind
from prcomm.core.values.errors import BadInput, PrcommError

SAMPLE: Final = 1000
"""How many cases are judged both ways, unless more or fewer are asked for."""
LOOKED_AT: Final = 200_000
"""Among how many lines those are looked for whose order is seen."""
FIRST_ASKED: Final = 30_000
"""In about how many lines it is looked first what rules read."""
AT_ONCE: Final = 20_000
"""How many cases are handed to Python at once."""
STEP, WAY, DUE, CONFLICT = 0, 1, 2, 3
Columns = NDArray[np.int64]
Row = tuple[Hashable, ...]


class DisagreementError(PrcommError):
    """A case of which columns and Python do not find the same: a defect of the columns.

    Attributes:
        case: the case, as the register has it.
        columns: what only the columns found.
        python: what only Python found.
    """

    def __init__(self, case: str, columns: Sequence[Row], python: Sequence[Row]) -> None:
        self.case, self.columns, self.python = case, tuple(columns), tuple(python)
        super().__init__(case, self.columns, self.python)

    def __str__(self) -> str:
        told = f"only the columns found {list(self.columns)}, only Python {list(self.python)}"
        return f"case {self.case!r} is judged differently as columns: {told}. Report it: nothing was audited"


@frozen(eq=False)
class ColumnAudit:
    """What the audit of a register came to.

    Attributes:
        process: the name of the process.
        cases: how many cases it has.
        lines: how many lines.
        left_out: how many of them the mapping leaves out.
        later: how many are of a later instant than the audit.
        findings: what was found, one a row: ``case``, ``line``, ``kind``, ``name``, ``reasons``, ``key``, ``last``.
        by_python: how many cases were judged by ``lifecycle.audit``, since the columns can't.
        whys: why, in words.
        sample: how many cases were judged both ways, and found the same.
    """

    process: str
    cases: int
    lines: int
    left_out: int
    later: int
    findings: Table
    by_python: int
    whys: tuple[str, ...]
    sample: int


@define(eq=False)
class _Sum:
    """What the chunks came to, put together."""

    rows: list[Columns] = field(factory=list[Columns])
    cases: int = 0
    lines: int = 0
    left_out: int = 0
    later: int = 0
    strange: bool = False
    hard: list[tuple[int, int, int]] = field(factory=list[tuple[int, int, int]])
    sampled: list[tuple[int, int, int]] = field(factory=list[tuple[int, int, int]])


class ColumnAuditor:
    """An audit of a register as columns.

    Args:
        opened: the register.
        compiled: by what it is judged.
        at: the instant as of which; ``None`` for that of the last line of each case.
        sample: how many cases are judged both ways.
        seed: by which number these are chosen.
    """

    def __init__(
        self, opened: Opened, compiled: Compiled, at: DateTime | None, *, sample: int = SAMPLE, seed: int = 0
    ) -> None:
        self.opened, self.compiled, self.at, self.sample, self.seed = opened, compiled, at, sample, seed
        self.mapping = opened.mapping
        self.refused = frozenset[tuple[str, str]]()
        self.order = self.mapping.order or self._seen()
        self.fixed = self._fixed()

    def _seen(self) -> Order:
        """The order in which the register is written, as its first cases have it."""
        case = self.opened.text(self.mapping.case)
        some = f"SELECT * FROM reg ORDER BY line_ LIMIT {LOOKED_AT}"
        query = f"SELECT hash({case}) >> 1, min(line_) FROM ({some}) GROUP BY 1 ORDER BY 2 LIMIT {ASKED}"
        hashes = [int(cast("int", one[0])) for one in self.opened.connection.execute(query).fetchall()]
        return order_of(self.opened.cases(hashes).items(), self.mapping.at)

    def _fixed(self) -> int | None:
        """By how much the office's clock is before UTC, if that never changes in the register."""
        first, last = 0, 2 * 10**9 * 1_000_000
        return offset_of(self.mapping.office, first, last) or self._fixed_here()

    def _fixed_here(self) -> int | None:
        office = self.mapping.office
        return offset_of(office, 10**9 * 1_000_000, 2 * 10**9 * 1_000_000)

    # -- the columns

    def judged(
        self, progress: "Callable[[Iterable[Found]], Iterable[Found]]" = lambda found: found
    ) -> tuple[Layout, _Sum]:
        """What the columns come to, begun anew for as long as a rule turns out to read more."""
        few = self.opened.count() // FIRST_ASKED
        parts = [few, 1] if few > 1 else [1]  # a few cases first: what rules read is seen in them
        while True:
            try:
                layout = self._laid()
                total = _Sum()
                chunks = self._chunks(layout, parts[0])
                for found in chunks if parts[0] > 1 else progress(chunks):
                    self._add(total, found)
                    if self.compiled.wants - self.compiled.exact - self.refused:
                        break
                else:
                    if len(parts) == 1:
                        return layout, total
                    del parts[0]
                    continue
            except Demand as demand:
                if demand.label[0] != "law":
                    raise
                self.compiled.anew(self.compiled.exact)
                continue
            self.compiled.anew(self.compiled.exact | (self.compiled.wants - self.refused))

    def _laid(self) -> Layout:
        """The layout, with all told apart that rules read, as far as it is not too much."""
        exact = self.compiled.exact
        try:
            layout = layout_of(self.mapping, exact)
            self.opened.code(layout)
            return layout
        except BadInput:
            plain = layout_of(self.mapping)
            self.opened.code(plain)
            self.refused |= self.compiled.wants | exact
            self.compiled.anew(frozenset())
            return plain

    def _chunks(self, layout: Layout, part: int) -> Iterator[Found]:
        clock = Clockwork(self.mapping.office, self.fixed)
        mends = self.mapping.order in (None, Order.TIME)
        judging = Judging(self.opened, layout, self.compiled, clock, self.order, mends=mends)
        for chunk in chunks_of(self.opened.lines(layout, self.fixed, READ, part), layout):
            yield judging.judge(chunk, self.at)

    def _add(self, total: _Sum, found: Found) -> None:
        lines, left_out, later = found.counts
        easy = ~found.hard & ~found.unmapped
        total.cases += len(found.hard)
        total.strange |= found.strange
        total.lines += int(lines.sum())
        total.left_out += int(left_out[easy].sum())
        total.later += int(later[easy].sum())
        hard = np.flatnonzero(~easy)
        last = found.last
        total.hard += zip(found.hashes[hard].tolist(), found.first[hard].tolist(), last[hard].tolist(), strict=True)
        total.rows += self._rows(found, easy)
        mixed = (found.hashes ^ (self.seed * 0x9E3779B97F4A7C15 & (1 << 62) - 1)) * 0x5851F42D4C957F2D & (1 << 62) - 1
        some = np.flatnonzero(easy)
        some = some[np.argsort(mixed[some], kind="stable")[: self.sample]]
        chosen = zip(mixed[some].tolist(), found.hashes[some].tolist(), last[some].tolist(), strict=True)
        total.sampled = sorted([*total.sampled, *chosen])[: self.sample]

    def _rows(self, found: Found, easy: Bools) -> Iterator[Columns]:
        """What was found: hash, first line, what, line, of what, how, key, last, whether that is an instant."""
        judged, fold = found.judged, found.judged.fold
        case = found.of_case[fold.number[judged.line]]
        keep = easy[case]
        case, line, against, late = case[keep], judged.line[keep], judged.against[keep], judged.late[keep]
        way = np.array([one.way for one in self.compiled.folding.against], np.bool_)[against]
        letter = fold.batch.letter[line]
        none = np.full(len(case), NONE, np.int64)
        of = found.lines[line]
        yield _stacked(found, case, np.full(len(case), STEP), of, letter, against * 2 + late, none, none, none)
        if way.any():
            w = np.flatnonzero(way)
            yield _stacked(found, case[w], np.full(len(w), WAY), of[w], letter[w], none[w], none[w], none[w], none[w])
        for n, counted in judged.dues:
            noted = counted.noted
            case = found.of_case[noted.case]
            k = np.flatnonzero(easy[case])
            how = noted.how[k] * 2 + noted.law[k]
            what, which = np.full(len(k), DUE), np.full(len(k), n)
            yield _stacked(
                found,
                case[k],
                what,
                np.full(len(k), NONE),
                which,
                how,
                noted.key[k],
                noted.last[k],
                noted.instants[k].astype(np.int64),
            )
        for n, case, last, key in found.conflicts:
            k = np.flatnonzero(easy[case])
            what, which, no = np.full(len(k), CONFLICT), np.full(len(k), n), np.full(len(k), NONE)
            yield _stacked(found, case[k], what, no, which, no, key[k], last[k], np.zeros(len(k), np.int64))

    def told(self, rows: Columns) -> Iterator[Row]:
        """Rows in words: kind, line, name, reasons, key, last."""
        compiled, number = self.compiled, self.opened.source.number
        names = [letter.kind.__name__ for letter in compiled.letters.all]
        for _, _, what, line, of, how, key, last, instant in cast("list[list[int]]", rows.tolist()):
            if what in (STEP, WAY):
                reasons: frozenset[Hashable] = frozenset()
                kind = FindingKind.MISSING
                if what == STEP:
                    against = compiled.against(how // 2)
                    reasons = frozenset((*against.reasons, *((OUT_OF_ORDER,) if how % 2 else ())))
                    kind = FindingKind.UNLAWFUL if against.law or how % 2 else FindingKind.DEPARTURE
                yield kind, line + number, names[of], reasons, None, None
                continue
            dues = compiled.dues[of]
            kind = FindingKind.CONFLICT if what == CONFLICT else kind_of(how // 2, law=bool(how % 2))
            yield (
                kind,
                None,
                str(dues.deadline.name),
                frozenset(),
                dues.clock.keys[key],
                last_day(compiled, last, instant=bool(instant)),
            )

    def whys(self) -> Iterator[str]:
        """Why cases went to Python, in words."""
        yield from self.compiled.whys

    def table(self, total: _Sum, python: Sequence[tuple[str, int, Row]]) -> Table:
        """What was found, as a table: by the first line of each case, then by line, then what is about dues.

        Args:
            total: what the columns came to.
            python: what Python found: the case, its first line, and each finding as a row.
        """
        rows, number = self._put_together(total), self.opened.source.number
        place, which = distinct(together(rows[:, 1]))
        names = [*self.opened.names(rows[place, 1]), *(case for case, _, _ in python)]
        of = np.concatenate((which, len(place) + np.arange(len(python))))
        some, same = distinct(together(*(rows[:, n] for n in (2, 4, 5, 6, 7, 8))))
        told = [*map(_written, self.told(rows[some])), *(_written(row) for _, _, row in python)]
        what = np.concatenate((same, len(some) + np.arange(len(python))))
        own = [NONE if row[1] is None else int(cast("int", row[1])) - number for _, _, row in python]
        lines = np.concatenate((rows[:, 3], np.array(own, np.int64)))
        firsts = np.concatenate((rows[:, 1], np.array([first - number for _, first, _ in python], np.int64)))
        order = np.lexsort((np.where(lines == NONE, np.iinfo(np.int64).max, lines), firsts))
        line = arrow.array((lines + number)[order], arrow.int64(), mask=(lines == NONE)[order])
        given = {name: coded(what[order], [one[n + 1] for one in told]) for n, name in enumerate(COLUMNS[2:])}
        return arrow.Table.from_pydict({"case": coded(of[order], names), "line": line, **given})

    @staticmethod
    def _put_together(total: _Sum) -> Columns:
        return np.concatenate(total.rows) if total.rows else np.zeros((0, 9), np.int64)

    # -- Python

    def by_python(self, several: Sequence[tuple[int, int, int]], tally: Tally) -> Iterator[tuple[int, AuditedCase]]:
        """Cases judged by Python, each with its first line.

        Args:
            several: their hashes, first lines and last instants.
            tally: where is counted what is gone through.
        """
        for low in range(0, len(several), AT_ONCE):
            part = several[low : low + AT_ONCE]
            last = {h: at for h, _, at in part}
            for (name, h), lines in self.opened.cases_of([h for h, _, _ in part]).items():
                turned = tuple(reversed(lines)) if self.order is Order.NEWEST_FIRST else lines
                at = self.at or instant_at(last[h], self.mapping.office)
                yield min(line.number for line in lines), judged_case(name, turned, self.mapping, at, tally)

    def to_be_told(self, total: _Sum) -> "list[tuple[int, int, int, bool]]":
        """The cases in which something was found, or which are for Python, in the order of their first lines: hash,
        first line, last instant, and whether they are counted already."""
        rows = self._put_together(total)
        first = dict(zip(rows[:, 0].tolist(), rows[:, 1].tolist(), strict=True))
        found = [(h, line, NONE, True) for h, line in first.items()]
        return sorted([*found, *((*one, False) for one in total.hard)], key=lambda one: one[1])

    def told_by_python(self, wanted: "Sequence[tuple[int, int, int, bool]]", tally: Tally) -> Iterator[AuditedCase]:
        """These cases as Python judges and tells them, in their order. Those that are counted are not counted again."""
        counted = Tally()
        for low in range(0, len(wanted), AT_ONCE):
            part = wanted[low : low + AT_ONCE]
            of = {h: (name, lines) for (name, h), lines in self.opened.cases_of([one[0] for one in part]).items()}
            for h, _, last, known in part:
                name, lines = of[h]
                turned = tuple(reversed(lines)) if self.order is Order.NEWEST_FIRST else lines
                at = self.at or instant_at(last, self.mapping.office)
                yield judged_case(name, turned, self.mapping, at, counted if known else tally)

    def agreed(self, total: _Sum) -> int:
        """Judge the sample both ways. Raises ``DisagreementError`` for the first case in which they differ."""
        rows = self._put_together(total)
        of: dict[int, list[int]] = {}
        wanted = {h for _, h, _ in total.sampled}
        for n in np.flatnonzero(np.isin(rows[:, 0], np.array(sorted(wanted), np.int64))).tolist():
            of.setdefault(int(rows[n, 0]), []).append(n)
        last = {h: at for _, h, at in total.sampled}
        for (name, h), lines in self.opened.cases_of(sorted(wanted)).items():
            turned = tuple(reversed(lines)) if self.order is Order.NEWEST_FIRST else lines
            at = self.at or instant_at(last[h], self.mapping.office)
            one = judged_case(name, turned, self.mapping, at, Tally())
            mine, python = Counter(self.told(rows[of.get(h, [])])), Counter(rows_of(one))
            if mine != python:
                raise DisagreementError(name, [*(mine - python)], [*(python - mine)])
        return len(total.sampled)


def rows_of(case: AuditedCase) -> Iterator[Row]:
    """What Python found in a case, as rows."""
    for one in case.found:
        yield row_of(one.finding, one.line)


def row_of(finding: Finding, line: int | None) -> Row:
    """A finding as a row."""
    due = finding.due
    if due is not None:
        return finding.kind, None, str(finding.name), frozenset[Hashable](), due.key, due.last
    return finding.kind, line, finding.name, frozenset((one.kind, one.name) for one in finding.reasons), None, None


def _stacked(found: Found, case: Ints, *columns: Ints) -> Columns:
    return np.stack((found.hashes[case], found.first[case], *(one.astype(np.int64) for one in columns)), 1)


COLUMNS: Final = "case", "line", "kind", "name", "reasons", "key", "last"
"""The columns of findings."""


def audit(
    register: Path | Source, mapping: RegisterMapping, at: DateTime | None = None, *, sample: int = SAMPLE,
    seed: int = 0, threads: int = 0, memory: str = "",
) -> ColumnAudit:  # fmt: skip
    """Audit a register as columns.

    Raises ``BadInput`` for a register or a mapping that is one for Python altogether (it says why), and
    ``DisagreementError`` where a case of the sample is judged differently both ways.

    Args:
        register: a file (CSV, JSON lines or Parquet), or what DuckDB is to read.
        mapping: how its lines become actions.
        at: the instant as of which it is audited; ``None`` for each case that of its own last line.
        sample: how many cases are judged both ways.
        seed: by which number these are chosen.
        threads: how many threads may be used; 0 for as many as there are cores.
        memory: how much memory DuckDB may use, as ``2GB``; what is more goes to disk.
    """
    source = source_of(register, mapping.delimiter) if isinstance(register, Path) else register
    compiled = Compiled(mapping.lifecycle, mapping.office)
    with Opened(source, mapping, threads, memory) as opened:
        one = ColumnAuditor(opened, compiled, at, sample=sample, seed=seed)
        _, total = one.judged()
        sampled = one.agreed(total)
        tally = Tally()
        python = [(case.case, first, row) for first, case in one.by_python(total.hard, tally) for row in rows_of(case)]
        table = one.table(total, python)
        return ColumnAudit(
            str(mapping.lifecycle.name), total.cases, total.lines, total.left_out + tally.left_out,
            total.later + tally.later, table, len(total.hard), tuple(one.whys()), sampled,
        )  # fmt: skip


def _written(row: Row) -> tuple[object, ...]:
    kind, line, name, reasons, key, last = row
    several = cast("Iterable[tuple[str, str]]", reasons)
    told = sorted(f"{of}: {guard}" if guard else of for of, guard in several)
    ends = None if last is None else cast("DateTime", last).isoformat()
    return line, str(kind), name, "; ".join(told), None if key is None else str(key), ends
