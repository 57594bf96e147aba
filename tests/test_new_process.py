"""A process is added in ten files, and all the rest finds it through ``PROCESSES``: tried with one that is made up.

Its files lie in ``data/new_process`` as they would lie in the project; what it changes in files that are there already
stands in ``lines.toml`` beside them. A list of processes that is written anywhere else makes its copy fail.
"""

import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from prcomm import PROCESSES

pytestmark = pytest.mark.xdist_group("a copy of the project")

ROOT = Path(__file__).parents[1]
NEW = ROOT / "tests/data/new_process"
CHANGES = tomllib.loads((NEW / "lines.toml").read_text(encoding="utf-8"))["line"]
OF_THE_WING = "src/prcomm/press/__init__.py"
"""It is there once for all institutions of a wing."""
ADDED = {str(path.relative_to(NEW)) for folder in ("src", "tests") for path in (NEW / folder).rglob("*.*")}
TOUCHED = {path for path in ADDED if "__pycache__" not in path} - {OF_THE_WING} | {one["file"] for one in CHANGES}
MODULE = NEW / "src/prcomm/press/tours.py"


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project with the tour in it."""
    made = tmp_path_factory.mktemp("project")
    left_out = shutil.ignore_patterns("__pycache__", ".*", "new_process", "reference")
    for folder in ("src", "tests", "docs", "examples"):
        shutil.copytree(ROOT / folder, made / folder, ignore=left_out)
    for file in ROOT.glob("*.*"):
        if file.is_file():
            shutil.copy(file, made)
    shutil.copy(ROOT / "LICENSE", made)
    for folder in ("src", "tests"):
        shutil.copytree(NEW / folder, made / folder, dirs_exist_ok=True, ignore=left_out)
    for one in CHANGES:
        changed(made / one["file"], one["finds"], one["becomes"])
    return made


def changed(path: Path, finds: str, becomes: str) -> None:
    """Write something else for what is found in a file, once."""
    text = path.read_text(encoding="utf-8")
    (found,) = re.finditer(finds, text)
    new = becomes.format(found[0], *found.groups())
    path.write_text(text[: found.start()] + new + text[found.end() :], encoding="utf-8")


TABLE = """
from pathlib import Path
import prcomm
from prcomm import PROCESSES
assert Path(prcomm.__file__).is_relative_to(Path.cwd()), prcomm.__file__
tour = PROCESSES["tour"]
assert tour.lint() == ()
assert (len(tour.states), len(tour.actions), len(tour.deadlines)) == (9, 15, 5)
"""

NAMES = """
from prcomm import PROCESSES
from prcomm.labels import LABELS, text
tour = PROCESSES["tour"]
for lang in ("uz", "uz-Cyrl", "ru"):
    assert LABELS.missing(tour, lang) == (), LABELS.missing(tour, lang)
assert text(tour.states[0], "uz-Cyrl") == "экскурсия режалаштирилган"
"""

COMMANDS = """
import json
from click.testing import CliRunner
from prcomm.adapters.commands import main

def tells(what, *words, stdin=None):
    done = CliRunner().invoke(main, words, input=stdin, catch_exceptions=False)
    assert done.exit_code == 0 and what in done.stdout, (words, what, done.output)

tells("экскурсия по музею", "processes", "--lang", "ru")
tells("экскурсия запланирована", "show", "tour", "--lang", "ru")
tells("PlanTour", "schema", "tour")
tells("10.03.2026 (вт)", "due", "tour", "write_up", "2026-03-05", "--lang", "ru")
tells("экскурсия запланирована", "draw", "tour", "--as", "dot", "--lang", "ru")
planned = {"action": "PlanTour", "at": "2026-03-05T10:00:00+05:00", "by": {"id": "k", "role": "keeper"}, "case": "7",
           "kind": "BY_DAY", "route": "rooms 1 to 5", "guide": "g"}
case = {"prcomm": 1, "process": "tour", "office": {"id": "the museum"}, "actions": [planned]}
tells("экскурсия запланирована", "replay", "-", "--lang", "ru", stdin=json.dumps(case))
"""

LAWS = """
from press.payloads_tours import PAYLOADS
from prcomm import PROCESSES
from prcomm.testing import check
report = check(PROCESSES["tour"], PAYLOADS, examples=20)
assert report.rows == len(PROCESSES["tour"].rows), report
"""

SITE = """
import tempfile
from pathlib import Path
from sphinx.application import Sphinx

settings = {"project": "p", "extensions": ["myst_parser", "prcomm.adapters.sphinx"], "prcomm_pages": "ref"} | MORE
source = Path(tempfile.mkdtemp(dir=Path.cwd()))
(source / "conf.py").write_text("\\n".join(f"{name} = {value!r}" for name, value in settings.items()))
(source / "index.md").write_text("# P\\n\\n```{toctree}\\nref/index\\n```\\n")
built = source / "built"
app = Sphinx(source, source, built, source / "trees", "html", {"nitpicky": True}, status=None, warningiserror=True)
pages = {path.stem for path in (source / "ref").iterdir()}
assert {"tour", "tour.uz", "tour.uz-Cyrl", "tour.ru", "source_museum_rules"} <= pages, sorted(pages)
"""

WHICH_PAGES = f"MORE = {{}}{SITE}"

PAGES = """
app.build()
assert app.statuscode == 0
told = {page: (built / "ref" / f"{page}.html").read_text() for page in pages}
assert "Экскурсия по музею" in told["tour.ru"]
assert 'hreflang="uz-Cyrl"' in told["tour"]
assert "tour, guard: no question is open" in told["source_museum_rules"]
assert "places on a tour" in told["values"]
"""

ITS_PAGES = f'MORE = {{"prcomm_processes": ["tour"]}}{SITE}{PAGES}'
"""To build those of all others takes a minute, and is done for the site."""

ITS_TESTS = """
import pytest, second_book
assert "tour" in second_book.WRITTEN, "no line of its book is asked"
what = ["tests/press", "tests/test_second_book.py", "-k", "press or tour"]
raise SystemExit(pytest.main(["-q", "-x", "--tb=short", *what]))
"""

PYTEST = ("-m", "pytest", "-vv", "-x", "--tb=short")
CHECKS = {
    "its table": ("-c", TABLE),
    "its names": ("-c", NAMES),
    "the command line": ("-c", COMMANDS),
    "every law of a lifecycle": ("-c", LAWS),
    "which pages there are": ("-c", WHICH_PAGES),
    "its pages": ("-c", ITS_PAGES),
    "its tests": ("-c", ITS_TESTS),
    "tests of names and law": (
        *PYTEST,
        "tests/labels/test_tables.py",
        "tests/law/test_uz.py",
        "tests/citizens/test_citations.py",
        "tests/adapters/test_command_line.py",
        "-k",
        "tour or Nothing or EachTable or law or TheWay or TestProcesses",
    ),
    "tests of documents": (*PYTEST, "tests/test_docs.py", "tests/test_readme.py", "-k", "docs or covered"),
}
"""What finds the tour, each in one process."""


def found(copy: Path, check: str, *flags: str) -> subprocess.CompletedProcess[str]:
    """What a check says in the copy: on its own code and tests, and not measured with ours."""
    ours = {name: value for name, value in os.environ.items() if not name.startswith(("COV", "PYTEST", "PYTHONDONT"))}
    paths = os.pathsep.join(str(copy / folder) for folder in ("src", "tests", "examples"))
    command = [sys.executable, *flags, *CHECKS[check]]
    env = ours | {"PYTHONPATH": paths, "PYTHONUTF8": "1"}
    return subprocess.run(command, capture_output=True, text=True, cwd=copy, env=env, timeout=300)


@pytest.mark.parametrize("check", CHECKS)
def test_a_process_that_is_added_is_found_by(check: str, copy: Path):
    done = found(copy, check)
    assert done.returncode == 0, done.stdout + done.stderr


OURS = repr(tuple(PROCESSES))
PLANTS = [
    (
        "src/prcomm/adapters/commands/asking.py",
        "for name in PROCESSES",
        f"for name in {OURS}",
        "the command line",
        "('processes', '--lang', 'ru')",
    ),
    (
        "src/prcomm/adapters/commands/options.py",
        r"PROCESSES\)\)",
        f"{{{{name: PROCESSES[name] for name in {OURS}}}}}))",
        "the command line",
        f"the name of a process; there are: {', '.join(PROCESSES)}",
    ),
    ("src/prcomm/labels/collected.py", r"\*PROCESSES", f"*{OURS}", "its names", "('process', 'tour')"),
    (
        "src/prcomm/adapters/sphinx/__init__.py",
        r"list\(PROCESSES\)",
        f"list({OURS})",
        "which pages there are",
        "'reception.ru'",
    ),
    (
        "tests/second_book.py",
        "for process in PROCESSES if",
        f"for process in {OURS} if",
        "its tests",
        "no line of its book",
    ),
    ("tests/labels/checks.py", r"\*PROCESSES", f"*{OURS}", "tests of names and law", "KeyError: 'tour'"),
    ("tests/test_readme.py", r"\*\*PROCESSES", f"**dict.fromkeys({OURS})", "tests of documents", "'tour'"),
]
"""Lists of processes written by hand: in which file, for what, what stands there, which check fails, what it says."""


@pytest.fixture
def planted(copy: Path, request: pytest.FixtureRequest) -> Iterator[Path]:
    """The copy with a list of processes in it, which is taken out again."""
    name, finds, becomes, *_ = request.param
    genuine = (copy / name).read_text(encoding="utf-8")
    changed(copy / name, finds, becomes)
    yield copy
    (copy / name).write_text(genuine, encoding="utf-8")


@pytest.mark.parametrize(
    ("planted", "check", "tells"),
    [pytest.param(plant, *plant[3:], id=plant[0]) for plant in PLANTS],
    indirect=["planted"],
)
def test_a_list_of_processes_written_by_hand_is_found(planted: Path, check: str, tells: str):
    done = found(planted, check, "-B")  # nothing made of it is kept
    assert done.returncode == 1
    assert tells in done.stdout + done.stderr


class TestWhatItTakes:
    def test_at_most_ten_files(self):
        assert len(TOUCHED) <= 10

    def test_at_most_three_hundred_lines(self):
        """In a module of the size of an ordinary institution."""
        assert 250 < len(MODULE.read_text(encoding="utf-8").splitlines()) <= 300

    def test_they_are_those_that_contributors_are_told(self):
        guide = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
        section = guide.split("## A new institution\n")[1].split("\n## ")[0]
        told = re.findall(r"^\d+\. `([^`]+)`", section, re.MULTILINE)
        names = {"wing": "press", "module": "tours", "process": "tour", "act": "museum"}
        assert {re.sub(r"<(\w+)>", lambda word: names[word[1]], path) for path in told} == TOUCHED
