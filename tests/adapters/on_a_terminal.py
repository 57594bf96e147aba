"""The command line run in this process: on a terminal of so many columns, into a pipe, into a file."""

import fcntl
import io
import os
import pty
import re
import struct
import sys
import termios
from contextlib import contextmanager
from threading import Thread

from prcomm.adapters.commands import main

ANSI = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")


def _ended(args) -> int:
    try:
        main(list(args), prog_name="prcomm")
    except SystemExit as end:
        return int(end.code or 0)
    raise AssertionError("a command ends the program")


@contextmanager
def _streams(**streams):
    before = {name: getattr(sys, name) for name in streams}
    for name, stream in streams.items():
        setattr(sys, name, stream)
    try:
        yield
    finally:
        for name, stream in before.items():
            setattr(sys, name, stream)


def _wrapped(fd: int, mode: str = "wb") -> io.TextIOWrapper:
    return io.TextIOWrapper(os.fdopen(fd, mode, 0), encoding="utf-8", write_through=True)


def on_a_terminal(*args, columns: int = 80, lines: int = 24, errors: bool = False) -> tuple[int, str]:
    """The exit status, and what a terminal got; of its error channel too, if asked for."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
    got: list[bytes] = []

    def read() -> None:
        while True:
            try:
                part = os.read(ours, 65536)
            except OSError:
                return
            if not part:
                return
            got.append(part)

    reader = Thread(target=read)
    reader.start()
    out, given = _wrapped(os.dup(theirs)), _wrapped(os.dup(theirs), "rb")
    err = _wrapped(os.dup(theirs)) if errors else io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    with _streams(stdout=out, stderr=err, stdin=given):
        status = _ended(args)
    for one in (out, given, err):
        one.close()
    os.close(theirs)
    reader.join()
    os.close(ours)
    return status, b"".join(got).decode().replace("\r\n", "\n")


def into_a_pipe(*args) -> tuple[int, str]:
    """The exit status, and what another program got."""
    ours, theirs = os.pipe()
    got: list[bytes] = []

    def read() -> None:
        with os.fdopen(ours, "rb") as end:
            got.append(end.read())

    reader = Thread(target=read)
    reader.start()
    out, err = _wrapped(theirs), io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    with _streams(stdout=out, stderr=err):
        status = _ended(args)
    out.close()
    reader.join()
    return status, b"".join(got).decode()


def into_a_file(path, *args) -> tuple[int, str]:
    """The exit status, and what is in the file to which the output was sent."""
    err = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    with path.open("wb", buffering=0) as file:
        out = io.TextIOWrapper(file, encoding="utf-8", write_through=True)
        with _streams(stdout=out, stderr=err):
            status = _ended(args)
        out.flush()
    return status, path.read_bytes().decode()


def bare(text: str) -> str:
    """A text without its colours."""
    return ANSI.sub("", text)
