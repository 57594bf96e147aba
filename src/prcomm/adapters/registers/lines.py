"""The lines of a register: what one holds, or what is wrong with it."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final, cast

from attrs import field, frozen

from prcomm.adapters.json import BadDocument, parse
from prcomm.adapters.json.faults import kind_of
from prcomm.core.values.references import in_one_form

Cells = Mapping[str, object]
"""What one line holds, by the names of the columns."""

_BLANKS: Final = re.compile(r"\s+")
_PLACE_IN_JSON: Final = re.compile(r" from line \d+, column \d+ on")


@frozen
class RegisterLine:
    """One line of a register.

    Attributes:
        number: its number in the file, from 1; of an event log, which of the events it is.
        cells: what it holds.
        whole: by what a line is known that repeats it exactly; ``None`` where nobody asks.
    """

    number: int
    cells: Cells
    whole: int | None = field(default=None, eq=False)


@frozen
class LineFault:
    """What is wrong with a line. No cell is quoted.

    Attributes:
        number: the number of the line.
        text: what is wrong.
        field: the field of its action that can't be read, as ``by.role``; empty for the whole line.
    """

    number: int
    text: str
    field: str = ""


Read = RegisterLine | LineFault
"""A line, or what is wrong with one."""


def clean(cell: str) -> str:
    """What stands in a cell: without blanks at its ends, of whatever width, and without what can't be seen."""
    return in_one_form(cell)


def head(name: str) -> str:
    """The name of a column, as it is compared: a head may be broken into lines."""
    return _BLANKS.sub(" ", clean(name))


def json_lines(text: Iterable[str]) -> Iterator[Read]:
    """The lines of JSON lines. What is empty may be left out of one."""
    for number, line in enumerate(text, 1):
        if not line.strip():
            continue
        try:
            found = parse(line.removeprefix("\ufeff") if number == 1 else line)
        except BadDocument as bad:
            yield from (LineFault(number, _PLACE_IN_JSON.sub("", fault.text), fault.path) for fault in bad.found)
            continue
        if not isinstance(found, dict):
            yield LineFault(number, f"an object, not {kind_of(found)}")
            continue
        given = cast("Cells", found)
        cells = {head(name): clean(cell) if isinstance(cell, str) else cell for name, cell in given.items()}
        if len(cells) < len(given):
            yield LineFault(number, "two of its keys differ in nothing but blanks")
        else:
            yield RegisterLine(number, cells, hash(repr(sorted(cells.items()))))
