"""``python -m prcomm``: the command line, if the extra ``cli`` is installed."""

import os
import sys
from contextlib import suppress
from io import TextIOWrapper
from pathlib import Path

BAD, INTERRUPTED = 2, 130
"""The exit status where a stream fails, and of what was interrupted."""


def main() -> None:
    """Run the command line, or say what it needs. Whatever the surroundings, it ends in a status and a sentence."""
    _have_streams()
    try:
        try:
            _run()
        finally:
            sys.stdout.flush()
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
    except OSError as error:
        _give_up_output()
        if not isinstance(error, BrokenPipeError):
            with suppress(OSError):
                print(f"prcomm: reading or writing failed: {error.strerror or type(error).__name__}", file=sys.stderr)
        sys.exit(BAD)


def _run() -> None:
    try:
        from prcomm.adapters.commands import main as command
    except ModuleNotFoundError as missing:
        if missing.name is None or missing.name.split(".")[0] == "prcomm":
            raise
        print(f"the command line needs {missing.name}: pip install 'prcomm[cli]'", file=sys.stderr)
        sys.exit(BAD)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    command(prog_name="prcomm")


def _have_streams() -> None:
    """What was closed before the program began is empty, and takes what is written to it."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115  # it is open to the end


def _give_up_output() -> None:
    """Let go of what is still to be written, lest Python try again at the end."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


if __name__ == "__main__":
    main()
