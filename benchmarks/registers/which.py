"""Which processes are judged as columns whole, and which in part: the table of docs/performance.md.

python -m registers.which
"""

from collections.abc import Iterator

from prcomm import PROCESSES
from prcomm.adapters import columns
from prcomm.law import office

HEAD = "| process | as columns | what goes to `lifecycle.audit`, and why |\n|---|---|---|"


def table() -> str:
    """The table, as Markdown."""
    return "\n".join([HEAD, *_rows()])


def _rows() -> Iterator[str]:
    for process, lifecycle in PROCESSES.items():
        found = columns.compile(lifecycle, office("district")).explain()
        by_why: dict[str, list[str]] = {}
        for what, why in found.python:
            by_why.setdefault(why, []).append(f"`{what}`")
        told = "; ".join(f"{', '.join(several)}: {why}" for why, several in by_why.items())
        yield f"| {process} | {'whole' if found.whole else 'in part'} | {told} |"


if __name__ == "__main__":
    print(table())
