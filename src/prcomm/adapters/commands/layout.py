"""Tables as lines: in columns or in blocks as wide as a terminal is, or with a tab between cells for another program.

Nothing is ever cut: what does not fit into its column goes on in the next line, word by word, and where even words do
not fit, a table becomes blocks, a line for each of its cells.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import zip_longest
from typing import Final
from unicodedata import combining, east_asian_width

from attrs import frozen

from prcomm.core.values.characters import visible
from prcomm.core.values.display import Sheet
from prcomm.core.values.messages import Say

BETWEEN: Final = "  "
"""What stands between two columns."""
INDENT: Final = "  "
TALL: Final = 7
"""From how many lines in one cell a table is worse to read than blocks."""
AIRY: Final = 1.5
"""From how many lines a row, on average, an empty line parts the rows."""
ODD: Final = re.compile(
    "[\u0300-\u036f\u1100-\u11ff\u2300-\u27bf\u2b00-\u2bff\u2e80-\ud7ff\uf900-\ufaff\ufe30-\ufe6f\uff00-\uffef\U00010000-\U0010ffff]"
)
"""Where letters stand that may have the width of two, or none."""

GLUE: Final = "\x00"
TOGETHER: Final = re.compile(
    r"\d[\d.-]{7,9} (?:\d\d:\d\d\S*(?: \(\S+\))?|\(\S+\))"  # a day with its hour and its day of the week
    r"|\S+\. \d\S*"  # a place: art. 28(1)
)
"""What is read as one word, and stays in one line."""

Paint = Callable[[object, str], str]
"""Gives a text of some thing its colour, if that means anything."""


def unpainted(thing: object, text: str) -> str:
    """No colour at all."""
    return text


@frozen
class Screen:
    """What tables are laid out for.

    Attributes:
        width: how many columns there are.
        paint: what gives a cell its colour.
        strong: what makes the heads of columns stand out.
        faint: what makes a line stand back.
    """

    width: int
    paint: Paint = unpainted
    strong: Callable[[str], str] = str
    faint: Callable[[str], str] = str


def tabbed(sheet: Sheet, say: Say) -> Iterator[str]:
    """A table for another program: the heads, and a line for each row, with a tab between cells."""
    yield "\t".join(map(_one_line, map(say, sheet.head)))
    for row in sheet.texts(say):
        yield "\t".join(map(_one_line, row))


def _one_line(text: str) -> str:
    return text if text.isprintable() else visible(" ".join(text.split()))


def laid_out(sheet: Sheet, say: Say, screen: Screen) -> Iterator[str]:
    """A table for a terminal: in columns, as long as every word of it fits; else in blocks."""
    head = [visible(say(name)) for name in sheet.head]
    rows = [[visible(cell).replace("\t", " ") for cell in row] for row in sheet.texts(say)]
    sizes = [list(map(width_of, row)) for row in rows]
    widths = _widths(head, rows, sizes, screen.width)
    if widths is None or any(_height(row, widths) > TALL for row in sizes):
        yield from _blocks(head, sheet.rows, rows, screen)
    else:
        yield from _columns(head, zip(sheet.rows, rows, sizes, strict=True), widths, screen)


def _widths(
    head: Sequence[str], rows: Sequence[Sequence[str]], sizes: Sequence[Sequence[int]], width: int
) -> list[int] | None:
    """How wide each column is; ``None`` if not even their words fit."""
    room = width - len(BETWEEN) * (len(head) - 1)
    wanted = list(map(width_of, head))
    for size in sizes:
        wanted = list(map(max, wanted, size))
    if sum(wanted) <= room:
        return wanted
    columns = [{name, *(row[column] for row in rows)} for column, name in enumerate(head)]
    least = [max(map(_longest, cells)) for cells in columns]
    return _shared(wanted, least, room) if sum(least) <= room else None


def _shared(wanted: Sequence[int], least: Sequence[int], room: int) -> list[int]:
    """The room shared out: what is short gets all that it wants, the long ones share what is left."""
    widths = list(least)
    left = room - sum(widths)
    lacking = [column for column in range(len(widths)) if widths[column] < wanted[column]]
    while left > 0 and lacking:
        column = min(lacking, key=lambda one: widths[one])
        widths[column] += 1
        left -= 1
        if widths[column] == wanted[column]:
            lacking.remove(column)
    return widths


def _height(sizes: Sequence[int], widths: Sequence[int]) -> int:
    """How many lines a row has at the least."""
    return max(-(-size // width) if width else 0 for size, width in zip(sizes, widths, strict=True))


Made = tuple[Sequence[object], Sequence[str], Sequence[int]]
"""A row: its things, their texts, and how wide these are."""


def _columns(head: Sequence[str], rows: Iterable[Made], widths: Sequence[int], screen: Screen) -> Iterator[str]:
    yield from _row((head, head, list(map(width_of, head))), widths, lambda _, text: screen.strong(text))
    yield "─" * (sum(widths) + len(BETWEEN) * (len(widths) - 1))
    made = [list(_row(row, widths, screen.paint)) for row in rows]
    airy = sum(map(len, made)) > AIRY * len(made)
    for n, lines in enumerate(made):
        if airy and n:
            yield ""
        yield from lines


def _row(row: Made, widths: Sequence[int], paint: Paint) -> Iterator[str]:
    cells: list[list[tuple[str, int]]] = []
    for thing, cell, size, width in zip(*row, widths, strict=True):
        if size <= width and "\n" not in cell:
            cells.append([(paint(thing, cell), size)])
        else:
            cells.append([(paint(thing, line), width_of(line)) for line in wrapped(cell, width)])
    for line in zip_longest(*cells, fillvalue=("", 0)):
        padded = [text + " " * (width - taken) for (text, taken), width in zip(line, widths, strict=True)]
        yield BETWEEN.join(padded).rstrip()


def _blocks(
    head: Sequence[str], things: Sequence[Sequence[object]], rows: Sequence[Sequence[str]], screen: Screen
) -> Iterator[str]:
    """A block for each row: its first cell, and a line for each of the others that says anything."""
    for n, (of, row) in enumerate(zip(things, rows, strict=True)):
        if n:
            yield ""
        first = True
        for name, thing, cell in zip(head, of, row, strict=True):
            if cell:
                yield from _told(name, thing, cell, screen, "" if first else INDENT)
                first = False


def _told(name: str, thing: object, cell: str, screen: Screen, indent: str) -> Iterator[str]:
    begins = f"{indent}{name}: "
    lines = wrapped(cell, screen.width - len(indent) - 2 * len(INDENT), first=screen.width - width_of(begins))
    if lines and not lines[0]:
        yield begins.rstrip().replace(name, screen.strong(name), 1)
        lines = lines[1:]
    elif lines:
        yield begins.replace(name, screen.strong(name), 1) + screen.paint(thing, lines[0])
        lines = lines[1:]
    for line in lines:
        yield indent + 2 * INDENT + screen.paint(thing, line)


def wrapped(text: str, width: int, *, first: int | None = None) -> list[str]:
    """A text as lines of whole words. A word that is too long for any line has one of its own.

    Args:
        text: the text.
        width: how wide a line may be.
        first: how wide the first may be, if that is another; where not one word fits there, it is empty.
    """
    room = width if first is None else first
    if "\n" not in text and width_of(text) <= room:
        return [text]
    lines: list[str] = []
    for paragraph in _glued(text).split("\n"):
        line, taken = "", 0
        for word in paragraph.split(" "):
            its = width_of(word)
            if (line or (first is not None and not lines)) and taken + its + bool(line) > room:
                lines.append(line)
                line, taken, room = word, its, width
            else:
                line, taken = (f"{line} {word}", taken + its + 1) if line else (word, its)
        lines.append(line)
        room = width
    return [line.replace(GLUE, " ") for line in lines]


def _glued(text: str) -> str:
    return TOGETHER.sub(lambda found: found[0].replace(" ", GLUE), text)


def width_of(text: str) -> int:
    """How many columns a text takes."""
    if text.isascii() or not ODD.search(text):
        return len(text)
    return sum(0 if combining(one) else 2 if east_asian_width(one) in "WF" else 1 for one in text)


def _longest(text: str) -> int:
    """The width of the longest word."""
    return max(map(width_of, _glued(text).split()), default=0)


def lines_of(texts: Iterable[str], width: int | None) -> Iterator[str]:
    """Sentences as lines no longer than a terminal is wide, if there is one."""
    for text in texts:
        yield from [text] if width is None else wrapped(text, width)
