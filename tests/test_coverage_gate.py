"""The gate of coverage: what only the tests of another folder reach is not covered."""

import base64
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from coverage_gates import GATES, OF_SUBPROCESSES, SOURCES, Gate, main, measuring_subprocesses

GATE = (Gate("the core", ("core",), ("core/",), 100),)
MODULE = """
LIMIT = 3


def within(number):
    if number > LIMIT:
        return "above"
    return "within"
"""
HERE_TOO = "from tiny.core.numbers import within\n\n\ndef test_within():\n    assert within(1) == 'within'\n"
ABOVE = "from tiny.core.numbers import within\n\n\ndef test_above():\n    assert within(4) == 'above'\n"


def measured(project: Path, **tests: str) -> Path:
    """A project with one module, and a test in each of some folders, run as CI runs ours."""
    files = {"tiny/__init__.py": "", "tiny/core/__init__.py": "", "tiny/core/numbers.py": MODULE}
    files |= {f"tests/{folder}/test_{folder}.py": text for folder, text in tests.items()}
    for name, text in files.items():
        (project / name).parent.mkdir(parents=True, exist_ok=True)
        (project / name).write_text(text, encoding="utf-8")
    (project / "pytest.ini").write_text("[pytest]\npythonpath = .\n", encoding="utf-8")
    data = project / "data"
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("COVERAGE_", "PYTEST_"))}
    said = {"COVERAGE_FILE": str(data), "PYTEST_ADDOPTS": "--cov=tiny --cov-branch --cov-context=test --cov-report="}
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "tests"]
    subprocess.run(command, check=True, cwd=project, env=kept | said, capture_output=True, timeout=120)
    return data


def test_what_its_own_tests_reach_is_covered(tmp_path: Path):
    data = measured(tmp_path, core=HERE_TOO + ABOVE.partition("\n\n\n")[2])
    assert main(data, tmp_path / "tiny", GATE) == 0


def test_a_line_that_only_another_folder_reaches_is_not(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    data = measured(tmp_path, core=HERE_TOO, adapters=ABOVE)
    both = (Gate("the core", ("core",), ("core/", "adapters/"), 100),)
    assert main(data, tmp_path / "tiny", both) == 0
    capsys.readouterr()
    assert main(data, tmp_path / "tiny", GATE) == 1
    said = capsys.readouterr().out
    assert said.startswith("the core: ")
    assert "numbers.py" in said
    assert "7" in said.partition("numbers.py")[2].split("\n")[0].split()[-1]  # return "above"


def test_each_floor_of_the_library_has_its_gate():
    floors = {one.parent.name for one in SOURCES.glob("*/__init__.py")}
    assert floors == {source for gate in GATES for source in gate.sources}


def test_what_a_subprocess_reaches_counts_for_the_test_that_ran_it():
    config = base64.b64encode(b'{"branch": true, "context": null}').decode()
    environment = {OF_SUBPROCESSES: config, "HOME": "here"}
    with measuring_subprocesses("tests/adapters/test_sphinx.py::test_it", environment):
        told = json.loads(base64.b64decode(environment[OF_SUBPROCESSES]))
    assert told == {"branch": True, "context": "tests/adapters/test_sphinx.py::test_it"}
    with measuring_subprocesses("tests/test_web.py::test_it", environment):
        assert environment == {"HOME": "here"}
    assert environment == {OF_SUBPROCESSES: config, "HOME": "here"}
    with measuring_subprocesses("tests/core/test_it.py::test_it", unmeasured := {}):
        assert unmeasured == {}
