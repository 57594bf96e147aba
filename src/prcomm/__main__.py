"""``python -m prcomm``: the command line, if the extra ``cli`` is installed."""

import sys


def main() -> None:
    """Run the command line, or say what it needs."""
    try:
        from prcomm.adapters.commands import main as command
    except ModuleNotFoundError as missing:
        if missing.name is None or missing.name.split(".")[0] == "prcomm":
            raise
        print(f"the command line needs {missing.name}: pip install 'prcomm[cli]'", file=sys.stderr)
        sys.exit(2)
    command(prog_name="prcomm")


if __name__ == "__main__":
    main()
