"""The README keeps its word: its example prints what it says, its table is the appeal's own."""

import os
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from click.testing import CliRunner

import prcomm
from prcomm import PROCESSES, Basis
from prcomm.adapters.commands import main
from prcomm.adapters.diagrams import files_picture, lifecycle_picture
from prcomm.citizens.appeals import APPEAL
from prcomm.core.sources.citations import RuleKind as K
from prcomm.labels import text
from prcomm.law import UZ

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```", README, re.MULTILINE | re.DOTALL)


LAW = "the law itself"
COVERED = {**PROCESSES, LAW: UZ}


def blocks(language: str) -> list[str]:
    return [text for kind, text in BLOCKS if kind == language]


def test_the_ten_lines_print_what_the_readme_says():
    example, expected = blocks("python")[0], blocks("text")[0]
    env = os.environ | {"PYTHONPATH": str(ROOT / "examples"), "PYTHONIOENCODING": "utf-8"}
    run = subprocess.run([sys.executable, "-c", example], capture_output=True, text=True, check=True, env=env)
    assert run.stdout == expected


def test_the_table_is_the_appeals_own():
    source = (ROOT / "src/prcomm/citizens/appeals/rules.py").read_text(encoding="utf-8")
    rows = re.split(r"\n(?=    row)", blocks("python")[1].rstrip())
    assert len(rows) == 4
    assert all(row in source for row in rows)


def test_the_refusal_in_russian_and_the_trace_in_uzbek_are_those_of_the_ten_lines(capsys):
    kept: dict[str, object] = {}
    exec(blocks("python")[0].replace("print(refused)", "verdict = refused.verdict"), kept)
    shown = [text(kept["verdict"], "ru"), *text(kept["due"].trace, "uz").splitlines()[-6:]]
    assert blocks("text")[1].splitlines() == "\n".join(shown).splitlines()


def test_the_picture_is_the_appeals_own():
    """It is drawn anew by ``prcomm draw appeal --to docs/_static/appeal.svg``."""
    kept = (ROOT / "docs" / "_static" / "appeal.svg").read_text(encoding="utf-8")
    assert kept == lifecycle_picture(APPEAL) + "\n"
    assert "](docs/_static/appeal.svg)" in README


def test_the_picture_of_the_files_is_their_own():
    """It is drawn anew by ``prcomm draw --to docs/_static/files.svg``."""
    kept = (ROOT / "docs" / "_static" / "files.svg").read_text(encoding="utf-8")
    assert kept == files_picture() + "\n"
    assert "](docs/_static/files.svg)" in README


def test_each_process_has_its_line_with_the_command_that_shows_it():
    table = README[README.index("| | what it is |") :].split("\n\n")[0]
    lines = re.findall(r"^\| (\w+) \| (.+) \| `prcomm (.+)` \|$", table, re.MULTILINE)
    assert [name for name, _, _ in lines] == [*PROCESSES]
    for name, what, command in lines:
        shown = CliRunner().invoke(main, command.split())
        assert (shown.exit_code, shown.exception) == (0, None), (name, what)
        assert all(state.name in shown.output for state in PROCESSES[name].states)


def test_the_table_of_what_is_covered_is_counted():
    table = README[README.index("| | states |") :].split("\n\n")[0]
    lines = re.findall(r"^\| ([a-z_ ]+) \| (.*) \|$", table, re.MULTILINE)
    told = {name: [int(cell) if cell.strip() else 0 for cell in cells.split("|")] for name, cells in lines}
    assert told.keys() == COVERED.keys()
    (heads,) = re.findall(r" deadlines \| (.*) \|$", table, re.MULTILINE)
    bases = [Basis[head] for head in heads.split(" | ")]
    for name, of in COVERED.items():
        rules = list(of.cited())
        kinds = Counter(rule.kind for rule in rules)
        known = Counter(rule.basis for rule in rules)
        table = (
            [len(of.states), *(kinds[kind] for kind in (K.TRANSITION, K.GUARD, K.DEADLINE))] if name != LAW else [0] * 4
        )
        assert told[name] == [*table, *(known[basis] for basis in bases)]
        assert sum(known.values()) == sum(known[basis] for basis in bases)


def test_two_commands_that_need_only_python_and_pip():
    run, test, _ = blocks("console")
    assert "examples/appeal.py" in run
    assert (ROOT / "examples" / "appeal.py").exists()
    assert "pytest" in test
    assert "[test]" in test


@pytest.mark.parametrize(
    ("example", "last"),
    [
        ("appeal", "OFF_CONTROL, after 12 steps"),
        ("book_loan", "    RETURNED --> [*]"),
        ("briefing", "  appeal 2026/301 is IN_REVIEW, and names briefing 9"),
        ("council", "  recommendation r2 is PUBLISHED, and names session 2, feedback f2"),
        (
            "department_day",
            "signal 11/1: Approve: adopted is stated of session 11/3 as True; its file says False (likewise 2/1)",
        ),
        ("own_names", "    RETURNED --> [*]"),
        ("resonant_event", "  signal 5 is PUBLISHED, and names council 1, monitoring 21, session 8"),
        ("rumour", "}"),
        ("store_sqlite", "opened again: IN_REVIEW, version 3"),
    ],
)
def test_an_example_is_lived_to_its_end(example, last, tmp_path):
    """As a stranger types it: what is refused of its own story would end it with an error."""
    script = ROOT / "examples" / f"{example}.py"
    env = os.environ | {"PYTHONIOENCODING": "utf-8"}
    run = subprocess.run(
        [sys.executable, str(script)], capture_output=True, text=True, env=env, cwd=tmp_path, encoding="utf-8"
    )
    assert run.stderr == ""
    assert run.stdout.splitlines()[-1] == last


def test_the_commands_of_a_shell(tmp_path, monkeypatch):
    """Each as it stands, on the case file and the register of the documentation."""
    guide = (ROOT / "docs" / "command_line.md").read_text(encoding="utf-8")
    case, mapping = re.findall(r"```json\n(.*?)```", guide, re.DOTALL)
    register = "file,what,when,who,kind,applicant,number,answer by\n7,received,03.03.2026 10:00,desk 1,ariza,p-17,,\n"
    for name, told in (("case.json", case), ("mapping.json", mapping), ("register.csv", register)):
        (tmp_path / name).write_text(told, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    commands = [
        line.split("#")[0].split()[1:] for line in blocks("console")[2].splitlines() if line.startswith("prcomm")
    ]
    assert [command[0] for command in commands] == ["due", "replay", "audit"]
    # The register holds one appeal of March 2026 that nobody registered or answered: that is found.
    assert [CliRunner().invoke(main, command).exit_code for command in commands] == [0, 0, 1]


@pytest.mark.parametrize("link", re.findall(r"\]\(([^)#]+)\)", README))
def test_every_link_leads_somewhere(link):
    assert (ROOT / link).exists()


@pytest.mark.parametrize("name", sorted(set(re.findall(r"`APPEAL\.(\w+)\(", README))))
def test_every_verb_is_there(name):
    assert hasattr(prcomm.Lifecycle, name)
