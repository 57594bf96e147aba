"""What the one measured run must have covered, and by whose tests: ``python tests/coverage_gates.py DATA``.

A line counts only if a test of the folders named beside it reached it, or if it ran outside any test, as the lines of
a module do when it is imported. The data are those of ``pytest --cov --cov-branch --cov-context=test``.
"""

import base64
import io
import json
import re
import sys
from collections.abc import Iterable, Iterator, MutableMapping
from contextlib import contextmanager
from pathlib import Path

from attrs import frozen
from coverage import Coverage

OF_SUBPROCESSES = "COVERAGE_PROCESS_CONFIG"
"""Where coverage tells subprocesses how to measure."""
HERE = Path(__file__).parent
SOURCES = HERE.parent / "src" / "prcomm"
FLOORS_WITHOUT_A_TABLE = ("core", "views", "labels", "adapters", "testing")
WINGS = tuple(
    sorted(one.parent.name for one in SOURCES.glob("*/__init__.py") if one.parent.name not in FLOORS_WITHOUT_A_TABLE)
)
"""The law, and the wings that stand on it."""


@frozen
class Gate:
    """How much of some folders of the library the tests of some folders, or files, must reach.

    Attributes:
        name: what is covered, in words.
        sources: the folders of the library.
        tests: the folders and files of tests that count.
        percent: how many of a hundred lines and branches at least.
    """

    name: str
    sources: tuple[str, ...]
    tests: tuple[str, ...]
    percent: float


GATES = (
    Gate("the core", ("core",), ("core/",), 100),
    Gate("the law and the wings", WINGS, (*(f"{wing}/" for wing in WINGS), "test_second_book.py"), 100),
    Gate("the views", ("views",), ("views/",), 100),
    Gate("the adapters and the labels", ("adapters", "labels"), ("adapters/", "labels/", "store/", "web/"), 95),
    Gate(
        "what tests a lifecycle of one's own",
        ("testing",),
        ("properties/test_check.py", "test_drawn.py", "store/test_store_contract.py"),
        93,
    ),
)


def counts(nodeid: str, tests: str = "tests") -> bool:
    """Whether some gate reads what a test reaches."""
    return any(re.match(one, nodeid) for gate in GATES for one in contexts_of(gate, tests)[1:])


@contextmanager
def measuring_subprocesses(nodeid: str, environment: MutableMapping[str, str]) -> Iterator[None]:
    """While a test runs: what its subprocesses reach is reached by it, or not measured if no gate reads it.

    Else it would be reached outside any test, and count for every gate.
    """
    genuine = environment.pop(OF_SUBPROCESSES, None)
    if genuine is not None and counts(nodeid):
        config = json.loads(base64.b64decode(genuine)) | {"context": nodeid}
        environment[OF_SUBPROCESSES] = base64.b64encode(json.dumps(config).encode()).decode()
    try:
        yield
    finally:
        if genuine is not None:
            environment[OF_SUBPROCESSES] = genuine


def contexts_of(gate: Gate, tests: str = "tests") -> list[str]:
    """The contexts that count, as patterns: no test at all, and each test of the folders named."""
    return ["^$", *(f"^{tests}/{one}".replace(".", r"\.") for one in gate.tests)]


def missed(gate: Gate, data: Path, sources: Path) -> str:
    """What is not covered, line by line; nothing if it is enough."""
    measured = Coverage(data_file=str(data), config_file=str(HERE.parent / "pyproject.toml"))
    measured.load()
    said = io.StringIO()
    include = [str(sources / one / "*") for one in gate.sources]
    total = measured.report(include=include, contexts=contexts_of(gate), file=said, show_missing=True)
    return "" if total >= gate.percent else f"{gate.name}: {total:.2f} of {gate.percent} percent\n{said.getvalue()}"


def main(data: Path, sources: Path = SOURCES, gates: Iterable[Gate] = GATES) -> int:
    """Say what each gate lacks; 0 if nothing."""
    lacking = 0
    for gate in gates:
        found = missed(gate, data, sources)
        lacking += bool(found)
        print(found or f"{gate.name}: {gate.percent} percent, by {', '.join(gate.tests)}")
    return 1 if lacking else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
