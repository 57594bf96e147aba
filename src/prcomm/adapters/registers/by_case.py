"""Lines put together by case, however many: they are kept on disk, and handed back in the order of the file."""

import marshal
import sqlite3
from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter
from types import TracebackType
from typing import Final, cast

from prcomm.adapters.registers.lines import Cells, RegisterLine

TOGETHER: Final = 64
"""How many lines, and how many groups of them, are kept at once."""
_Kept = tuple[int, Cells, int | None]


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
        self._lines: list[_Kept] = []
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
        self._lines.append((line.number, line.cells, line.whole))

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
            lines = (line for _, several in kept for line in cast("list[_Kept]", marshal.loads(several)))
            yield case, tuple(RegisterLine(*line) for line in lines)
