"""``python -m prcomm``: the command line, if the extra ``cli`` is installed."""

import sys
from io import TextIOWrapper


def main() -> None:
    """Run the command line, or say what it needs."""
    try:
        from prcomm.adapters.commands import main as command
    except ModuleNotFoundError as missing:
        if missing.name is None or missing.name.split(".")[0] == "prcomm":
            raise
        print(f"the command line needs {missing.name}: pip install 'prcomm[cli]'", file=sys.stderr)
        sys.exit(2)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    command(prog_name="prcomm")


if __name__ == "__main__":
    main()
