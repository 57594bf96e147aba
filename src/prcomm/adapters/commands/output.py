"""What the command line prints: tables on a terminal, or JSON for another program.

Here alone bytes leave: always as UTF-8, whatever the console says of itself, and with nothing in them that moves its
cursor, clears it or turns its text round. Where rich draws, what others wrote (a reference, the name of a file) stands
in it as ``cell``.
"""

import json
import sys
from collections.abc import Callable, Iterable
from io import StringIO
from pathlib import Path
from typing import NoReturn

import click
from attrs import evolve, field, frozen
from rich.console import Console, RenderableType
from rich.table import Table
from rich.text import Text

from prcomm.adapters.commands.writing import write_whole
from prcomm.adapters.json import FORMAT
from prcomm.adapters.tables import csv_of
from prcomm.core.values.characters import escaped, visible
from prcomm.core.values.display import Sheet
from prcomm.core.values.errors import FaultsError, PrcommError
from prcomm.core.values.messages import Say
from prcomm.labels import LABELS

FOUND, BAD, NOT_WHOLE = 1, 2, 3
"""The exit status of something refused or found, of bad input, and of a register of which lines can't be read, so that
the others alone were judged. It is 0 when all is well."""

WIDTH = 160
"""How many columns a table has where there is no terminal to measure."""


LONG = 80
"""How long a cell may be before lines are drawn between the rows, to tell where one ends."""

MARK = "\ufeff"
"""What stands before a text so that a spreadsheet takes it for UTF-8."""


@frozen
class Output:
    """Where a command writes, and how.

    Attributes:
        lang: the language of its texts.
        json: whether it writes JSON instead of tables.
        to: the file to write, whole, when the command has ended well; the standard output if there is none.
        bom: whether CSV begins with a byte order mark.
    """

    lang: str
    json: bool
    to: Path | None = None
    bom: bool = False
    _kept: list[str] = field(factory=list, init=False, repr=False, eq=False)

    @property
    def say(self) -> Say:
        """What becomes of a word in its language."""
        return LABELS.say(self.lang)

    @property
    def beside(self) -> "Output":
        """The standard output, for what is told beside a file."""
        return evolve(self, to=None)

    def data(self, value: object) -> None:
        """Write a value as JSON."""
        self._write(escaped(json.dumps(value, ensure_ascii=False, indent=2)) + "\n")

    def line(self, text: str = "") -> None:
        """Write a line in its language."""
        self._write(visible(self.say(text)) + "\n")

    def document(self, text: str) -> None:
        """Write a text that is made for another program: a picture, a calendar."""
        self._write("\r\n".join(visible(part) for part in text.split("\r\n")))

    def sheets(self, sheets: Iterable[Sheet]) -> None:
        """Write tables."""
        self.drawn(*map(self._table, sheets))

    def drawn(self, *things: RenderableType) -> None:
        """Write what rich draws: as wide as the terminal, and in its colours, where there is one.

        What others wrote must stand in it as ``cell``.
        """
        live = self.to is None and sys.stdout.isatty()
        console = Console(
            file=StringIO(),
            force_terminal=(live or None) if self.to is None else False,
            width=None if live else WIDTH,
            highlight=False,
        )
        with console.capture() as caught:
            for thing in things:
                console.print(thing)
        self._write(caught.get())

    def csv(self, sheet: Sheet) -> None:
        """Write a table as CSV."""
        self._write((MARK if self.bom else "") + csv_of(sheet, self.say))

    def aside(self, text: str) -> None:
        """Tell something on the error channel, in its language."""
        _told(self.say(text))

    def bad(self, error: Exception) -> NoReturn:
        """Write what is wrong with the input, and end with its exit status. The file to write stays as it was."""
        faults = error.faults if isinstance(error, FaultsError) else (str(error),)
        if self.json:
            what = error.what if isinstance(error, FaultsError) else type(error).__name__
            self.beside.data({"prcomm": FORMAT, "error": {"what": what, "faults": list(faults)}})
        else:
            _told(f"prcomm: {error}")
        sys.exit(BAD)

    def done(self) -> None:
        """Put the file in its place, if there is one to write."""
        if self.to is not None:
            write_whole(self.to, "".join(self._kept).encode())

    def _write(self, text: str) -> None:
        if self.to is None:
            click.echo(text.encode(), nl=False)
        else:
            self._kept.append(text)

    def _table(self, sheet: Sheet) -> Table:
        rows = sheet.texts(self.say)
        long = any(len(cell) > LONG for row in rows for cell in row)
        table = Table(title=cell(self.say(sheet.caption)), title_justify="left", show_lines=long)
        for name in sheet.head:
            table.add_column(cell(self.say(name)))
        for row in rows:
            table.add_row(*map(cell, row))
        return table


def cell(text: str) -> Text:
    """A text where rich draws: its marks are no marks of rich, and all of it is seen."""
    return Text(visible(text))


def _told(text: str) -> None:
    click.echo((visible(text) + "\n").encode(), nl=False, err=True)


def guarded(command: Callable[[], int], output: Output) -> NoReturn:
    """Run a command, and end with the exit status of what it came to: whether anything was refused or found, or what
    else it gives."""
    try:
        found = command()
        output.done()
    except BrokenPipeError:
        raise
    except (PrcommError, OSError, UnicodeError) as error:
        output.bad(error)
    sys.exit(int(found))
