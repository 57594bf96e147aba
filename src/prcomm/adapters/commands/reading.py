"""Files that the command line reads."""

import click


def read(file: str) -> bytes:
    """What is in a file, or comes from standard input."""
    with click.open_file(file, "rb") as opened:
        return plain(opened.read())


def plain(text: bytes) -> bytes:
    """A text without the byte order mark that some editors put before it."""
    return text.removeprefix(b"\xef\xbb\xbf")
