"""What the command line prints: tables on a terminal, or JSON for another program."""

import json
import sys
from collections.abc import Callable, Iterable
from typing import NoReturn

import click
from attrs import frozen
from rich.console import Console
from rich.table import Table
from rich.text import Text

from prcomm.adapters.json import FORMAT
from prcomm.adapters.tables import csv_of
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


@frozen
class Output:
    """Where a command writes, and how.

    Attributes:
        lang: the language of its texts.
        json: whether it writes JSON instead of tables.
    """

    lang: str
    json: bool

    @property
    def say(self) -> Say:
        """What becomes of a word in its language."""
        return LABELS.say(self.lang)

    def data(self, value: object) -> None:
        """Write a value as JSON."""
        click.echo(json.dumps(value, ensure_ascii=False, indent=2))

    def line(self, text: str = "") -> None:
        """Write a line in its language."""
        click.echo(self.say(text))

    def sheets(self, sheets: Iterable[Sheet]) -> None:
        """Write tables."""
        console = Console(width=None if sys.stdout.isatty() else WIDTH, highlight=False)
        for sheet in sheets:
            console.print(self._table(sheet))

    def csv(self, sheet: Sheet) -> None:
        """Write a table as CSV."""
        click.echo(csv_of(sheet, self.say), nl=False)

    def _table(self, sheet: Sheet) -> Table:
        rows = sheet.texts(self.say)
        long = any(len(cell) > LONG for row in rows for cell in row)
        table = Table(title=Text(self.say(sheet.caption)), title_justify="left", show_lines=long)
        for name in sheet.head:
            table.add_column(Text(self.say(name)))
        for row in rows:
            table.add_row(*map(Text, row))
        return table

    def bad(self, error: Exception) -> NoReturn:
        """Write what is wrong with the input, and end with its exit status."""
        faults = error.faults if isinstance(error, FaultsError) else (str(error),)
        if self.json:
            what = error.what if isinstance(error, FaultsError) else type(error).__name__
            self.data({"prcomm": FORMAT, "error": {"what": what, "faults": list(faults)}})
        else:
            click.echo(f"prcomm: {error}", err=True)
        sys.exit(BAD)


def guarded(command: Callable[[], int], output: Output) -> NoReturn:
    """Run a command, and end with the exit status of what it came to: whether anything was refused or found, or what
    else it gives."""
    try:
        found = command()
    except (PrcommError, OSError, UnicodeError) as error:
        output.bad(error)
    sys.exit(int(found))
