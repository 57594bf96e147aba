"""What the command line prints: sentences and tables for a terminal, lines for another program, or JSON.

Here alone bytes leave: always as UTF-8, whatever the console says of itself, and with nothing in them that moves its
cursor, clears it or turns its text round.
"""

import json
import os
import sys
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import NoReturn, TextIO

import click
from attrs import evolve, field, frozen

from prcomm.adapters.commands import wording
from prcomm.adapters.commands.layout import Screen, laid_out, lines_of, tabbed, unpainted
from prcomm.adapters.commands.writing import write_whole
from prcomm.adapters.json import FORMAT
from prcomm.adapters.whys import why_not
from prcomm.core.questions.audits import FindingKind
from prcomm.core.table.dues import Status
from prcomm.core.table.entities import Action
from prcomm.core.table.reasons import Reason
from prcomm.core.values.characters import escaped, visible
from prcomm.core.values.display import Sheet
from prcomm.core.values.errors import BadInput, FaultsError, PrcommError
from prcomm.core.values.messages import Say
from prcomm.labels import LABELS
from prcomm.processes import PROCESSES, AnyLifecycle

FOUND, BAD, NOT_WHOLE = 1, 2, 3
"""The exit status of something refused or found, of bad input, and of a register of which lines can't be read, so that
the others alone were judged. It is 0 when all is well."""

MARK = "\ufeff"
"""What stands before a text so that a spreadsheet takes it for UTF-8."""

REFERENCE = "PRCOMM_REFERENCE"
"""The variable of the environment that says where the pages of the reference are, with a slash at its end."""

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


def faint(text: str) -> str:
    """A text that stands back."""
    return click.style(text, dim=True)


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
    _kept: list[str] = field(factory=list, init=False, eq=False, repr=False)
    _made: list[bytes] = field(factory=list, init=False, eq=False, repr=False)
    _begun: set[bool] = field(factory=set, init=False, eq=False, repr=False)

    @property
    def say(self) -> Say:
        """What becomes of a word in its language."""
        return LABELS.say(self.lang)

    @property
    def screen(self) -> Screen | None:
        """The terminal it writes to; ``None`` for a pipe or a file."""
        if self.to is not None or not sys.stdout.isatty():
            return None
        plain = bool(os.environ.get("NO_COLOR")) or os.environ.get("TERM") == "dumb"
        width = _width(sys.stdout)
        return Screen(width) if plain else Screen(width, painted, strong, faint)

    @property
    def beside(self) -> "Output":
        """The standard output, for what is told beside a file."""
        return evolve(self, to=None)

    def data(self, value: object) -> None:
        """Write a value as JSON."""
        self._write(escaped(json.dumps(value, ensure_ascii=False, indent=2)) + "\n")

    def document(self, text: str) -> None:
        """Write a text that is made for another program: a picture, a calendar."""
        self._write("\r\n".join(visible(part) for part in text.split("\r\n")))

    def line(self, *texts: str, bold: bool = False) -> None:
        """Write sentences in its language, each on a line of its own; on a terminal no line is cut."""
        screen = self.screen
        for line in lines_of((visible(self.say(text)) for text in texts), None if screen is None else screen.width):
            self._write((screen.strong(line) if screen and bold and line else line) + "\n")

    def where(self, of: AnyLifecycle, action: type[Action], reasons: Iterable[Reason]) -> None:
        """Write where the reference says why, for each reason against an action, if it tells of the process: the line
        of an address is not broken."""
        screen, known = self.screen, of.name in PROCESSES and PROCESSES[of.name] is of
        places = dict.fromkeys(why_not(of, action, reason, self.lang) for reason in reasons) if known else ()
        for place in places:
            line = visible(self.say(wording.TOLD_AT(where=f"{os.environ.get(REFERENCE, '')}{place}")))
            self._write((screen.faint(line) if screen else line) + "\n")

    def part(self) -> None:
        """An empty line, unless nothing was written yet."""
        if self._begun:
            self._write("\n")

    def dots(self, picture: bytes) -> None:
        """Write a picture of dots: to a terminal none is written."""
        if self.to is None and self.screen is not None:
            raise BadInput("png", (wording.INTO_A_FILE(),))
        if self.to is None:
            click.echo(picture, nl=False)
        else:
            self._made.append(picture)

    def sheets(self, sheets: Iterable[Sheet]) -> None:
        """Write tables."""
        screen = self.screen
        for sheet in sheets:
            self.part()
            if sheet.caption:
                self.line(sheet.caption)
            lines = tabbed(sheet, self.say) if screen is None else laid_out(sheet, self.say, screen)
            self._write("".join(f"{line}\n" for line in lines))

    def csv(self, sheet: Sheet) -> None:
        """Write a table as CSV."""
        from prcomm.adapters.tables import csv_of

        self._write((MARK if self.bom else "") + csv_of(sheet, self.say))

    def aside(self, text: str) -> None:
        """Tell something on the error channel, in its language."""
        complain(self.say(text))

    def bad(self, error: Exception) -> NoReturn:
        """Write what is wrong with the input, and end with its exit status. The file to write stays as it was."""
        faults = [self.say(fault) for fault in _faults(error)]
        what = self.say(error.what) if isinstance(error, FaultsError) else ""
        if self.json:
            beside = self.beside
            beside.data({"prcomm": FORMAT, "error": {"what": what or type(error).__name__, "faults": faults}})
            beside.done()
        elif len(faults) == 1:
            complain(": ".join(filter(None, ("prcomm", what, *faults))))
        else:
            complain("\n  - ".join((f"prcomm: {what}:", *faults)))
        sys.exit(BAD)

    def done(self) -> None:
        """Put the file in its place, if there is one to write; show what is for a terminal, through a pager if it is
        longer than that."""
        text, screen = "".join(self._kept), self.screen
        self._kept.clear()
        if self.to is not None:
            write_whole(self.to, b"".join(self._made) or text.encode())
        elif text and screen is not None:
            _shown(text, screen)

    def _write(self, text: str) -> None:
        self._begun.add(True)
        if self.to is None and self.screen is None:
            click.echo(text.encode(), nl=False)
        else:
            self._kept.append(text)


def complain(text: str) -> None:
    """Write on the error channel: on a terminal, in lines of whole words."""
    width = _width(sys.stderr) if sys.stderr.isatty() else None
    click.echo("".join(f"{line}\n" for line in lines_of(visible(text).split("\n"), width)).encode(), nl=False, err=True)


def _faults(error: Exception) -> tuple[str, ...]:
    """What is wrong, in words that can be said in another language."""
    if isinstance(error, FaultsError):
        return (*error.faults, wording.AND_MORE(n=error.more)) if error.more else error.faults
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
        click.echo(text.encode(), nl=False)
        return
    os.environ.setdefault("LESS", "FRX")
    click.echo_via_pager(text, color=colour)


def guarded(command: Callable[[], int], output: Output) -> NoReturn:
    """Run a command, and end with the exit status of what it came to: whether anything was refused or found, or what
    else it gives."""
    try:
        found = command()
        output.done()
    except (PrcommError, OSError, UnicodeError) as error:
        if isinstance(error, OSError) and error.filename is None:
            raise  # no file, but a stream: where it ends is told where the program begins
        output.bad(error)
    sys.exit(int(found))
