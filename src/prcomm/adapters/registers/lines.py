"""The lines of a register, from CSV or JSON lines, brought together by case in the order of the file."""

import csv
import marshal
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, compress, groupby
from operator import itemgetter
from types import TracebackType
from typing import Final, cast

from attrs import frozen

from prcomm.adapters.json import BadDocument, DocumentFault, parse
from prcomm.adapters.json.faults import beyond, kind_of

TOGETHER: Final = 64
"""How many lines, and how many groups of them, are kept at once."""
Cells = Mapping[str, object]
"""What one line holds, by the names of the columns."""


@frozen
class RegisterLine:
    """One line of a register.

    Attributes:
        number: its number in the file, from 1.
        cells: what it holds.
    """

    number: int
    cells: Cells

    @property
    def path(self) -> str:
        """Where it is, as faults say it."""
        return place(self.number)


def place(number: int) -> str:
    """Where a line is, as faults say it."""
    return f"line {number}"


Read = RegisterLine | DocumentFault
"""A line, or what is wrong with one."""


def lines_of(text: Iterable[str], delimiter: str = ",", columns: Sequence[str] = ()) -> Iterator[Read]:
    """The lines of a register: JSON lines if its first character is ``{``, else CSV with the names in the first line.

    Args:
        text: the lines of the file.
        delimiter: what stands between the cells of CSV.
        columns: those that CSV must have, and the only ones kept of it; none for all. A line of JSON may leave out what
            is empty.
    """
    rest, before = iter(text), list[str]()
    for line in rest:
        before.append(line)
        if line.strip():
            break
    if before:
        before[0] = before[0].removeprefix("\ufeff")
    first = before[-1] if before else ""
    whole = chain(before, rest)
    return _json_lines(whole) if first.lstrip().startswith("{") else _csv_lines(whole, delimiter, columns)


def _json_lines(text: Iterable[str]) -> Iterator[Read]:
    for number, line in enumerate(text, 1):
        if not line.strip():
            continue
        try:
            cells = parse(line)
        except BadDocument as bad:
            yield from (DocumentFault(beyond(place(number), fault.path), fault.text) for fault in bad.found)
            continue
        if isinstance(cells, dict):
            yield RegisterLine(number, cast("Cells", cells))
        else:
            yield DocumentFault(place(number), f"an object, not {kind_of(cells)}")


def _csv_lines(text: Iterable[str], delimiter: str, columns: Sequence[str]) -> Iterator[Read]:
    reader = csv.reader(text, delimiter=delimiter, strict=True)
    names: Sequence[str] = ()
    kept: Sequence[bool] = ()
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield DocumentFault(place(reader.line_num), str(error))
            continue
        if not names and cells:
            wrong = _wrong(cells, columns)
            if wrong:
                yield from (DocumentFault(place(reader.line_num), fault) for fault in wrong)
                return
            kept = [not columns or name in columns for name in cells]
            names = tuple(compress(cells, kept))
        elif cells and len(cells) != len(kept):
            yield DocumentFault(place(reader.line_num), f"{len(cells)} cells under {len(kept)} columns")
        elif cells:
            yield RegisterLine(reader.line_num, dict(zip(names, compress(cells, kept), strict=True)))


def _wrong(names: Sequence[str], columns: Sequence[str]) -> list[str]:
    """What is wrong with the names of the columns."""
    wrong = [f"there are two columns {name!r}" for name in sorted({n for n in names if names.count(n) > 1})]
    return wrong + [f"there is no column {name!r}" for name in columns if name not in names]


class ByCase:
    """Lines put together by case, the cases in the order of their first lines.

    However long the register, it is kept on disk, in a file of the system's own that goes when this is closed. Lines of
    a case that come one after the other are kept together.
    """

    def __init__(self) -> None:
        self._kept = sqlite3.connect("")
        self._kept.execute("CREATE TABLE cases (nth INTEGER PRIMARY KEY, name TEXT UNIQUE)")
        self._kept.execute("CREATE TABLE lines (nth INTEGER, number INTEGER, several BLOB)")
        self._case = ""
        self._lines: list[tuple[int, Cells]] = []
        self._waiting: list[tuple[int, bytes, str]] = []

    def __enter__(self) -> "ByCase":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._kept.close()

    def add(self, case: str, line: RegisterLine) -> None:
        """Add a line of a case."""
        if case != self._case or len(self._lines) >= TOGETHER:
            self._close()
            self._case = case
        self._lines.append((line.number, line.cells))

    def _close(self) -> None:
        """What comes next is not together with what came last."""
        if self._lines:
            self._waiting.append((self._lines[0][0], marshal.dumps(self._lines), self._case))
            self._lines = []
        if len(self._waiting) >= TOGETHER:
            self._keep()

    def _keep(self) -> None:
        self._kept.executemany("INSERT OR IGNORE INTO cases (name) VALUES (?)", ((case,) for *_, case in self._waiting))
        self._kept.executemany("INSERT INTO lines SELECT nth, ?, ? FROM cases WHERE name = ?", self._waiting)
        self._waiting = []

    def _all_kept(self) -> sqlite3.Connection:
        self._close()
        self._keep()
        return self._kept

    def __len__(self) -> int:
        return int(self._all_kept().execute("SELECT COUNT(*) FROM cases").fetchone()[0])

    def __iter__(self) -> Iterator[tuple[str, tuple[RegisterLine, ...]]]:
        found = self._all_kept().execute("SELECT name, several FROM lines JOIN cases USING (nth) ORDER BY nth, number")
        for case, kept in groupby(found, itemgetter(0)):
            lines = (line for _, several in kept for line in cast("list[tuple[int, Cells]]", marshal.loads(several)))
            yield case, tuple(RegisterLine(number, cells) for number, cells in lines)
