"""What the command line prints: sentences and tables for a terminal, lines for another program, or JSON."""

import json
import os
import sys
from collections.abc import Callable, Generator, Iterable, Mapping
from contextlib import contextmanager
from typing import NoReturn, TextIO

import click
from attrs import field, frozen

from prcomm.adapters.commands import wording
from prcomm.adapters.commands.layout import Screen, laid_out, lines_of, tabbed, unpainted
from prcomm.adapters.json import FORMAT
from prcomm.core.questions.audits import FindingKind
from prcomm.core.table.dues import Status
from prcomm.core.values.display import Sheet
from prcomm.core.values.errors import FaultsError, PrcommError
from prcomm.core.values.messages import Say
from prcomm.labels import LABELS

FOUND, BAD = 1, 2
"""The exit status of something refused or found, and of bad input. It is 0 when all is well."""

RED, YELLOW, GREEN = "red", "yellow", "green"
MEANS: Mapping[str, str] = {
    Status.OVERDUE: RED,
    Status.LATE: RED,
    Status.TOO_EARLY: RED,
    Status.TIGHT: YELLOW,
    Status.PROMPTLY: YELLOW,
    Status.MET_BY_ANALOGY: YELLOW,
    Status.MET: GREEN,
    FindingKind.UNLAWFUL: RED,
    FindingKind.LATE: RED,
    FindingKind.OWED: RED,
    FindingKind.DEPARTURE: YELLOW,
    FindingKind.CONFLICT: YELLOW,
    wording.REFUSED(): RED,
    wording.ACCEPTED(): GREEN,
}
"""What has a colour, since it tells of something that is wrong, near, or well."""


def painted(thing: object, text: str) -> str:
    """A text in the colour of what it tells of, if that has one."""
    colour = MEANS.get(thing) if isinstance(thing, str) else None
    return click.style(text, fg=colour) if colour and text else text


def strong(text: str) -> str:
    """A text that stands out."""
    return click.style(text, bold=True)


@frozen
class Output:
    """Where a command writes, and how.

    Attributes:
        lang: the language of its texts.
        json: whether it writes JSON instead of tables.
    """

    lang: str
    json: bool
    _page: list[str] = field(factory=list, init=False, eq=False, repr=False)
    _begun: set[bool] = field(factory=set, init=False, eq=False, repr=False)

    @property
    def say(self) -> Say:
        """What becomes of a word in its language."""
        return LABELS.say(self.lang)

    @property
    def screen(self) -> Screen | None:
        """The terminal it writes to; ``None`` for a pipe or a file."""
        if not sys.stdout.isatty():
            return None
        plain = bool(os.environ.get("NO_COLOR")) or os.environ.get("TERM") == "dumb"
        return Screen(_width(sys.stdout), unpainted, str) if plain else Screen(_width(sys.stdout), painted, strong)

    def write(self, text: str) -> None:
        """Write a text as it is; on a terminal it may be paged with all the rest."""
        self._begun.add(True)
        if self.screen is None:
            click.echo(text, nl=False)
        else:
            self._page.append(text)

    def data(self, value: object) -> None:
        """Write a value as JSON."""
        self.write(json.dumps(value, ensure_ascii=False, indent=2) + "\n")

    def line(self, *texts: str, bold: bool = False) -> None:
        """Write sentences in its language, each on a line of its own; on a terminal no line is cut."""
        screen = self.screen
        for line in lines_of(map(self.say, texts), None if screen is None else screen.width):
            self.write((screen.strong(line) if screen and bold and line else line) + "\n")

    def part(self) -> None:
        """An empty line, unless nothing was written yet."""
        if self._begun:
            self.write("\n")

    def sheets(self, sheets: Iterable[Sheet]) -> None:
        """Write tables."""
        screen = self.screen
        for sheet in sheets:
            if sheet.caption:
                self.part()
                self.line(sheet.caption)
            lines = tabbed(sheet, self.say) if screen is None else laid_out(sheet, self.say, screen)
            for line in lines:
                self.write(f"{line}\n")

    def csv(self, sheet: Sheet) -> None:
        """Write a table as CSV."""
        from prcomm.adapters.tables import csv_of

        self.write(csv_of(sheet, self.say))

    @contextmanager
    def paged(self) -> Generator[None]:
        """What is written meanwhile goes through a pager, if it is for a terminal and longer than that."""
        try:
            yield
        finally:
            text, screen = "".join(self._page), self.screen
            self._page.clear()
            if text and screen is not None:
                _shown(text, screen)

    def bad(self, error: Exception) -> NoReturn:
        """Write what is wrong with the input, and end with its exit status."""
        faults = [self.say(fault) for fault in _faults(error)]
        if self.json:
            what = self.say(error.what) if isinstance(error, FaultsError) else type(error).__name__
            click.echo(
                json.dumps({"prcomm": FORMAT, "error": {"what": what, "faults": faults}}, ensure_ascii=False, indent=2)
            )
        else:
            told = "\n".join(faults)
            if isinstance(error, FaultsError):
                told = f"{self.say(error.what)}:" + (
                    f" {faults[0]}" if len(faults) == 1 else "".join(f"\n  - {one}" for one in faults)
                )
            complain(f"prcomm: {told}")
        sys.exit(BAD)


def complain(text: str) -> None:
    """Write on the error channel: on a terminal, in lines of whole words."""
    for line in lines_of(text.split("\n"), _width(sys.stderr) if sys.stderr.isatty() else None):
        click.echo(line, err=True)


def _faults(error: Exception) -> tuple[str, ...]:
    """What is wrong, in words that can be said in another language."""
    if isinstance(error, FaultsError):
        return error.faults
    for kind, words in _OF_FILES.items():
        if isinstance(error, kind):
            return (words(name=str(error.filename)),)
    return (str(error),)


_OF_FILES = {
    FileNotFoundError: wording.NO_FILE,
    IsADirectoryError: wording.A_FOLDER,
    PermissionError: wording.NO_ACCESS,
}


def _width(stream: TextIO) -> int:
    """How many columns a terminal has."""
    return _told("COLUMNS") or _size(stream)[0] or 80


def _height(stream: TextIO) -> int:
    """How many lines a terminal has."""
    return _told("LINES") or _size(stream)[1] or 24


def _told(name: str) -> int:
    told = os.environ.get(name, "")
    return int(told) if told.isdecimal() else 0


def _size(stream: TextIO) -> tuple[int, int]:
    try:
        return os.get_terminal_size(stream.fileno())
    except (OSError, ValueError):
        return 0, 0


def _shown(text: str, screen: Screen) -> None:
    """Write a text to the terminal: as git does, through a pager where it is longer than that."""
    colour = screen.paint is not unpainted
    if text.count("\n") < _height(sys.stdout) or os.environ.get("PAGER") in ("", "cat"):
        click.echo(text, nl=False, color=colour)
        return
    os.environ.setdefault("LESS", "FRX")
    click.echo_via_pager(text, color=colour)


def guarded(command: Callable[[], bool], output: Output) -> NoReturn:
    """Run a command, and end with the exit status of what it came to: whether anything was refused or found."""
    try:
        with output.paged():
            found = command()
    except (PrcommError, OSError, UnicodeError) as error:
        output.bad(error)
    sys.exit(FOUND if found else 0)
