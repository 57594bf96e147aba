"""How a file is written: whole or not at all."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from stat import S_IMODE
from typing import BinaryIO
from uuid import uuid4

from prcomm.core.values.errors import BadInput


def write_whole(path: Path, data: bytes) -> None:
    """Write a file whole or not at all, as ``fill_whole`` does."""

    def write(file: BinaryIO) -> None:
        file.write(data)

    fill_whole(path, write)


def fill_whole(path: Path, fill: Callable[[BinaryIO], None]) -> None:
    """Write a file beside where it belongs, and put it there once it is whole: nobody reads half of it.

    A file that is there already keeps its mode. A link is not written through.

    Raises ``BadInput`` if it can't be written; what was there is then as it was.
    """
    if path.is_symlink():
        raise _unwritten(path, "it is a link to another file; name the file itself")
    if path.exists() and not path.is_file():
        raise _unwritten(path, "it is no regular file")
    if not path.parent.is_dir():
        raise _unwritten(path, f"there is no folder {str(path.parent)!r}")
    beside = path.with_name(f".{uuid4().hex}.tmp")
    try:
        _put(path, beside, fill)
    except OSError as error:
        raise _unwritten(path, error.strerror or type(error).__name__) from error
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)


def _put(path: Path, beside: Path, fill: Callable[[BinaryIO], None]) -> None:
    with beside.open("xb") as file:
        fill(file)
    if path.exists():
        beside.chmod(S_IMODE(path.stat().st_mode))
    beside.replace(path)


def _unwritten(path: Path, why: str) -> BadInput:
    return BadInput(f"a file to write, {str(path)!r}", (why,))
