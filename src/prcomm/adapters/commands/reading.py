"""Files that the command line reads."""

from contextlib import AbstractContextManager
from typing import BinaryIO, cast

import click


def opened(file: str) -> AbstractContextManager[BinaryIO]:
    """A file as bytes, or standard input."""
    return cast("AbstractContextManager[BinaryIO]", click.open_file(file, "rb"))


def read(file: str) -> bytes:
    """What is in a file, or comes from standard input, without the mark that some editors put before it."""
    with opened(file) as lines:
        return lines.read().removeprefix(b"\xef\xbb\xbf")
