"""Rows of CSV as offices have it: a title above the heads, columns without a name, blank rows, an unclosed quote."""

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Final

from attrs import frozen

from prcomm.adapters.registers.lines import LineFault, Read, RegisterLine, clean, head

DELIMITERS: Final = ",", ";", "\t", "|"
"""What may stand between cells, if nobody says."""
NAMES: Final = {",": "a comma", ";": "a semicolon", "\t": "a tab", "|": "a bar", " ": "a blank"}
LOOKED_AT: Final = 30
"""Among how many lines the heads are looked for."""
_SEP: Final = re.compile(r'sep=([^"\r\n])\s*', re.IGNORECASE)
"""The line by which a spreadsheet is told what stands between the cells."""


def between(delimiter: str) -> str:
    """What stands between cells, in words."""
    return NAMES.get(delimiter, f"{delimiter!r}")


class _Feed:
    """Lines one by one, of which those of the last row may be taken back."""

    def __init__(self, text: Iterable[str]) -> None:
        self._text = iter(text)
        self._again: list[str] = []
        self.taken: list[str] = []
        self.number = 1

    def __iter__(self) -> "_Feed":
        return self

    def __next__(self) -> str:
        line = self._again.pop() if self._again else next(self._text)
        self.taken.append(line)
        return line

    def done(self) -> None:
        """The lines taken are a row: the next one begins after them."""
        self.number += len(self.taken)
        self.taken.clear()

    def back(self) -> None:
        """Only the first of them is: the others are read again."""
        self._again += reversed(self.taken[1:])
        del self.taken[1:]


class Rows:
    """The rows of CSV, each with the number of the line on which it begins; blank ones are left out.

    A row that can't be read costs no other: those after its first line are read as if it were not there.
    """

    def __init__(self, text: Iterable[str], delimiter: str) -> None:
        self._feed = _Feed(text)
        self._reader = csv.reader(self._feed, delimiter=delimiter, strict=True)

    def __iter__(self) -> Iterator[tuple[int, list[str]] | LineFault]:
        return self

    def __next__(self) -> "tuple[int, list[str]] | LineFault":
        while True:
            self._feed.done()
            try:
                cells = list(map(clean, next(self._reader)))
            except csv.Error as error:
                return self._unread(error)
            if any(cells):
                return self._feed.number, cells

    def _unread(self, error: csv.Error) -> LineFault:
        several, told = len(self._feed.taken) > 1, str(error)
        self._feed.back()
        if several or "unexpected end" in told:
            return LineFault(self._feed.number, "a quotation mark is opened in it and not closed")
        if "expected after" in told:
            return LineFault(self._feed.number, "a quotation mark stands inside a cell and is not doubled")
        return LineFault(self._feed.number, told)

    def not_as_wide(self, cells: int, columns: int) -> LineFault:
        """That the last row has more or fewer cells than there are columns; read again as its first line alone."""
        if len(self._feed.taken) > 1:
            self._feed.back()
            return LineFault(self._feed.number, "a quotation mark is opened in it and closed in a later line")
        return LineFault(self._feed.number, f"{cells} cells under {columns} columns")


@frozen
class Heads:
    """Where the names of the columns are.

    Attributes:
        line: their line; 0 where the file has none.
        names: the names, in order; those without one are empty.
        delimiter: what stands between the cells.
    """

    line: int
    names: tuple[str, ...]
    delimiter: str

    def named(self, columns: Sequence[str]) -> int:
        """How many of those columns they name."""
        return sum(name in self.names for name in set(columns))

    def wrong(self, columns: Sequence[str], seen: "Heads | None" = None) -> Iterator[str]:
        """What is wrong with them for whoever needs those columns.

        Args:
            columns: the columns.
            seen: where heads were seen if nobody declares what stands between the cells.
        """
        for name in dict.fromkeys(columns):
            if self.names.count(name) > 1:
                places = " and ".join(str(place) for place, other in enumerate(self.names, 1) if other == name)
                yield f"there are two columns {name!r} or more, in places {places}: which of them is meant?"
        missing = [name for name in dict.fromkeys(columns) if name not in self.names]
        if missing and len(missing) == len(set(columns)):
            told = f"neither this line nor those next to it name any of the columns {', '.join(map(repr, missing))}"
            told += f": with {between(self.delimiter)} between its cells it has {len(self.names)}"
            if seen is not None and seen.named(columns):
                told += f"; with {between(seen.delimiter)} line {seen.line} would name {seen.named(columns)} of them"
            yield told
        else:
            yield from (f"there is no column {name!r}{self._near(name)}" for name in missing)

    def _near(self, name: str) -> str:
        folded = name.casefold()
        for place, other in enumerate(self.names, 1):
            if other.casefold() == folded:
                return f"; column {place} differs from it only in capitals"
        return ""


def heads_of(first: Sequence[str], columns: Sequence[str], delimiter: str = "") -> Heads:
    """The heads among the first lines of a file: the line, and what stands between cells, that name most columns.

    Args:
        first: the first lines.
        columns: those that are looked for; none where nobody knows them yet.
        delimiter: what stands between the cells, if it is declared.
    """
    told = _SEP.fullmatch(first[0]) if first else None
    known = delimiter or (told[1] if told else "")
    best = _best(first, columns, (known,) if known else DELIMITERS)
    if known or not columns or best.named(columns) == len(set(columns)):
        return best
    other = _best(first, columns, _others(first))
    return other if other.named(columns) == len(set(columns)) else best


def _best(first: Sequence[str], columns: Sequence[str], delimiters: Sequence[str]) -> Heads:
    """The heads that fit best, with one of those between the cells."""
    best, most = Heads(0, (), delimiters[0] if delimiters else ""), -1
    for one in delimiters:
        rows = list(_first_rows(first, one))
        for line, cells in rows:
            names = tuple(map(head, cells))
            fit = sum(name in names for name in set(columns)) if columns else _as_heads(names, rows)
            if fit > most:
                best, most = Heads(line, names, one), fit
    return best


def _others(first: Sequence[str]) -> list[str]:
    """What else stands among the first lines and may be between cells: it is taken only if it names every column."""
    found = {char for line in first for char in line if not (char.isalnum() or char in " \r\n\"'_")}
    return sorted(found - set(DELIMITERS))


def _first_rows(first: Sequence[str], delimiter: str) -> Iterator[tuple[int, list[str]]]:
    for row in Rows(first, delimiter):
        if not isinstance(row, LineFault) and not _SEP.fullmatch(first[row[0] - 1]):
            yield row


def _as_heads(names: Sequence[str], rows: Sequence[tuple[int, list[str]]]) -> int:
    """How like heads some cells are: how many cells there are in the rows that are as long."""
    filled = sum(map(bool, names))
    alike = sum(len(cells) == len(names) for _, cells in rows)
    return filled * alike if filled > 1 else 0


def csv_lines(text: Iterable[str], heads: Heads, columns: Sequence[str] = ()) -> Iterator[Read]:
    """The lines of CSV under those heads.

    Args:
        text: the lines of the file, from the first.
        heads: where its heads are.
        columns: those of which the cells are kept; none for all that have a name.
    """
    kept = [bool(name) and (not columns or name in columns) for name in heads.names]
    needed = max((place for place, keep in enumerate(kept, 1) if keep), default=0)
    names, places = zip(*((name, n) for n, name in enumerate(heads.names) if kept[n]), strict=True)
    rows, width = Rows(text, heads.delimiter), len(kept)
    for row in rows:
        if isinstance(row, LineFault):
            if row.number > heads.line:
                yield row
            continue
        number, cells = row
        if number <= heads.line or (cells[0] == heads.names[0] and tuple(map(head, cells)) == heads.names):
            continue  # heads that a printed page repeats
        if len(cells) < needed or any(cells[width:]):
            yield rows.not_as_wide(len(cells), width)
            continue
        yield RegisterLine(number, dict(zip(names, map(cells.__getitem__, places), strict=True)), hash(tuple(cells)))


def first_lines(text: Iterator[str]) -> list[str]:
    """The first lines of a text, among which its heads are."""
    return list(islice(text, LOOKED_AT))
