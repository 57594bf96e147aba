"""The README keeps its word: its example prints what it says, its table is the appeal's own."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import prcomm

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```", README, re.MULTILINE | re.DOTALL)


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


def test_two_commands_that_need_only_python_and_pip():
    run, test = blocks("console")
    assert "examples/appeal.py" in run
    assert (ROOT / "examples" / "appeal.py").exists()
    assert "pytest" in test
    assert "[test]" in test


@pytest.mark.parametrize("link", re.findall(r"\]\(([^)#]+)\)", README))
def test_every_link_leads_somewhere(link):
    assert (ROOT / link).exists()


@pytest.mark.parametrize("name", sorted(set(re.findall(r"`APPEAL\.(\w+)\(", README))))
def test_every_verb_is_there(name):
    assert hasattr(prcomm.Lifecycle, name)
