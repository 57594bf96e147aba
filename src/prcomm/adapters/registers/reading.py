"""A register out of the bytes of its file: how it is written is declared, or seen, and told."""

import gzip
import zlib
from collections.abc import Generator, Iterable, Iterator, Sequence
from itertools import chain
from tempfile import SpooledTemporaryFile
from types import TracebackType
from typing import BinaryIO, Final, cast
from weakref import finalize

from attrs import evolve, frozen

from prcomm.adapters.json import BadDocument, DocumentFault
from prcomm.adapters.registers import logs
from prcomm.adapters.registers.csv_lines import Heads, csv_lines, first_lines, heads_of
from prcomm.adapters.registers.encodings import text_of
from prcomm.adapters.registers.lines import Read, json_lines

CSV: Final = "CSV"
JSON_LINES: Final = "JSON lines"
IN_MEMORY: Final = 1 << 24
AT_ONCE: Final = 1 << 20
LARGEST: Final = 1 << 32
"""How many bytes a packed file may be unpacked to."""
PACKED_AT_MOST: Final = 250
"""How many times as long as itself it may become: a log becomes some 30 times as long."""
SMALL: Final = 1 << 18
"""Shorter files may become as long as one of this length may."""
_GZIP: Final = b"\x1f\x8b"


@frozen
class Seen:
    """How a register turned out to be written.

    Attributes:
        form: ``"CSV"``, ``"JSON lines"``, ``"XES"`` or ``"OCEL"``.
        encoding: the encoding of its text; empty where it was handed over as text, or says so itself.
        delimiter: what stands between the cells of CSV.
        heads: the line with the names of the columns; 0 where there is none.
        order: the order of its lines: ``"register"``, ``"time"`` or ``"newest first"``.
    """

    form: str
    encoding: str = ""
    delimiter: str = ""
    heads: int = 0
    order: str = ""


class Register:
    """A register that is open for reading, once.

    Args:
        text: the lines of the file, with their ends; none of a log.
        encoding: the encoding it was in.
        log: what reads the events of a log.
        kept: a file of its own, that is closed with it.

    Attributes:
        form: what it is: CSV, JSON lines, XES or OCEL.
    """

    def __init__(
        self, text: Iterable[str], encoding: str = "", log: "logs.Log | None" = None, kept: BinaryIO | None = None
    ) -> None:
        rest = iter(text)
        self._first = first_lines(rest)
        if self._first:
            self._first[0] = self._first[0].lstrip("\ufeff")
        self._rest, self._log, self._encoding = rest, log, encoding
        begins = next((line.strip() for line in self._first if line.strip()), "")
        self.form = log.form if log else JSON_LINES if begins.startswith("{") else CSV
        self._found: dict[tuple[tuple[str, ...], str], Heads] = {}
        self._close = finalize(self, _nothing if kept is None else kept.close)

    def __enter__(self) -> "Register":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of what it keeps, and read no further; the file it was opened from stays open."""
        rest: object = self._rest
        if isinstance(rest, Generator):
            cast("Generator[str, None, None]", rest).close()
        self._close()

    @classmethod
    def of(cls, register: "Register | Iterable[str]") -> "Register":
        """A register out of the lines of its text, if it is none yet."""
        return register if isinstance(register, Register) else cls(register)

    @property
    def cases(self) -> tuple[str, ...]:
        """The columns that may be that of the case, where the file itself says so, the likeliest first."""
        return self._log.cases if self._log else ()

    def heads(self, columns: Sequence[str] = (), delimiter: str = "") -> Heads:
        """Where its heads are, for whoever looks for those columns. What is no CSV has none."""
        if self.form != CSV:
            return Heads(0, (), "")
        key = tuple(columns), delimiter
        if key not in self._found:
            self._found[key] = heads_of(self._first, columns, delimiter)
        return self._found[key]

    def wrong(self, columns: Sequence[str], delimiter: str = "") -> tuple[DocumentFault, ...]:
        """What is wrong with its heads for whoever needs those columns."""
        heads = self.heads(columns, delimiter)
        if self.form != CSV or not any(map(str.strip, self._first)):
            return ()
        seen = self.heads(columns) if delimiter else None
        return tuple(DocumentFault(f"line {heads.line or 1}", fault) for fault in heads.wrong(columns, seen))

    def seen(self, columns: Sequence[str] = (), delimiter: str = "") -> Seen:
        """How it turned out to be written."""
        heads = self.heads(columns, delimiter)
        return Seen(self.form, self._encoding, heads.delimiter, heads.line)

    def lines(self, columns: Sequence[str] = (), delimiter: str = "") -> Iterator[Read]:
        """Its lines, with the cells under those columns; under all of them if none are named."""
        if self._log:
            return self._log.lines(columns)
        whole = chain(self._first, self._rest)
        if self.form == JSON_LINES:
            return json_lines(whole)
        heads = self.heads(columns, delimiter)
        return csv_lines(whole, heads, columns) if any(heads.names) else iter(())


def opened(file: BinaryIO, encoding: str = "") -> Register:
    """A register in a file: CSV, JSON lines, or an event log (XES or OCEL), packed by gzip or not.

    Raises ``BadDocument`` for a file that can't be read as text in its encoding.

    Args:
        file: the file, or what comes in through a pipe.
        encoding: the encoding that is declared; empty to see.
    """
    begins = file.read(len(_GZIP))
    if begins != _GZIP and file.seekable():
        file.seek(0)
        return _opened(file, encoding, None)
    kept = cast("BinaryIO", SpooledTemporaryFile(IN_MEMORY))  # noqa: SIM115  # the register closes it
    try:
        for chunk in _unpacked(begins, file) if begins == _GZIP else chain((begins,), _chunks(file)):
            kept.write(chunk)
        kept.seek(0)
        return _opened(kept, encoding, kept)
    except BaseException:
        kept.close()
        raise


def _opened(file: BinaryIO, encoding: str, kept: BinaryIO | None) -> Register:
    log = logs.log_of(file)
    if log is not None:
        return Register((), log=log, kept=kept)
    text, seen = text_of(file, encoding)
    return Register(text, seen, kept=kept)


def _nothing() -> None:
    """Nothing is kept."""


def _chunks(file: BinaryIO) -> Iterator[bytes]:
    while chunk := file.read(AT_ONCE):
        yield chunk


class _Packed:
    """A packed file, and how much of it was read."""

    def __init__(self, begins: bytes, file: BinaryIO) -> None:
        self._begins, self._file, self.length = begins, file, 0

    def read(self, size: int = -1) -> bytes:
        found, self._begins = self._begins, b""
        found += self._file.read(size - len(found) if size >= 0 else size)
        self.length += len(found)
        return found


def _unpacked(begins: bytes, file: BinaryIO) -> Iterator[bytes]:
    packed, length = _Packed(begins, file), 0
    try:
        for chunk in _chunks(cast("BinaryIO", gzip.GzipFile(fileobj=cast("BinaryIO", packed)))):
            length += len(chunk)
            if length > LARGEST or length > PACKED_AT_MOST * max(packed.length, SMALL):
                raise _bad("it is packed so that it grows beyond what a register is: unpack it yourself")
            yield chunk
    except (OSError, EOFError, zlib.error) as error:
        raise _bad(f"it begins as one packed by gzip, and can't be unpacked ({type(error).__name__})") from None


def _bad(text: str) -> BadDocument:
    return BadDocument("a register", (DocumentFault("", text),))


def with_order(seen: Seen, order: str) -> Seen:
    """The same, with the order of the lines."""
    return evolve(seen, order=order)
