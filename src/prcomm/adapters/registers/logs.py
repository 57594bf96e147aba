"""Event logs read as registers."""

from collections.abc import Iterator
from typing import BinaryIO, Protocol

from prcomm.adapters.registers.lines import Read


class Log(Protocol):
    """An event log: its form, and its events as lines."""

    @property
    def form(self) -> str: ...
    def lines(self) -> Iterator[Read]: ...


def log_of(file: BinaryIO) -> Log | None:
    """The log in a file; ``None`` if it is none."""
    return None
