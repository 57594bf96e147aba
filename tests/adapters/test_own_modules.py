"""Lifecycles of one's own on the command line: found in the current folder, and one sentence where they are not."""

import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from prcomm.adapters.commands import main

EXAMPLE = Path(__file__).parents[2] / "examples" / "book_loan.py"


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    """The current folder, which Python has not been told of."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "path", [*sys.path])
    return tmp_path


def module(folder: Path, name: str, text: str) -> None:
    (folder / f"{name}.py").write_text(text, encoding="utf-8")


def told(*args):
    """What is told of what can't be shown: one sentence."""
    result = CliRunner().invoke(main, args, catch_exceptions=False)
    assert (result.exit_code, result.stdout) == (2, "")
    (line,) = result.stderr.splitlines()
    return line


class TestInTheCurrentFolder:
    def test_it_is_found_however_prcomm_is_called(self, folder):
        """With -P as the installed command is: the folder is not on the path of Python."""
        module(folder, "loan_of_this_folder", EXAMPLE.read_text(encoding="utf-8"))
        for args in (["show", "loan_of_this_folder:LOAN"], ["replay", "-", "--own", "loan_of_this_folder:LOAN"]):
            done = subprocess.run(
                [sys.executable, "-P", "-m", "prcomm", *args], capture_output=True, text=True, check=False, input="[]"
            )
            assert "loan_of_this_folder" not in done.stderr
            assert done.returncode == (0 if args[0] == "show" else 2)

    def test_it_hides_no_module_that_is_installed(self, folder):
        module(folder, "rich", "raise RuntimeError")
        module(folder, "loan_too", EXAMPLE.read_text(encoding="utf-8"))
        done = subprocess.run(
            [sys.executable, "-P", "-m", "prcomm", "show", "loan_too:LOAN"], capture_output=True, check=False
        )
        assert (done.returncode, done.stderr) == (0, b"")


class TestOneSentence:
    @pytest.mark.parametrize(
        ("name", "text", "sentence"),
        [
            ("no_name", "1 / 0\n", "ZeroDivisionError: division by zero (no_name.py, line 1)"),
            ("no_syntax", "x = (\n", "SyntaxError: '(' was never closed (no_syntax.py, line 1)"),
            (
                "no_import",
                "\nimport no_such_thing\n",
                "ModuleNotFoundError: No module named 'no_such_thing' (no_import.py, line 2)",
            ),
            ("no_end", "import sys\nsys.exit('bye')\n", "SystemExit: bye (no_end.py, line 2)"),
            ("no_words", "raise LookupError\n", "LookupError (no_words.py, line 1)"),
            ("no_lines", "raise ValueError('one\\n\\ntwo')\n", "ValueError: one two (no_lines.py, line 1)"),
            (
                "no_attribute",
                "import sys\nsys.nothing\n",
                "AttributeError: module 'sys' has no attribute 'nothing' (no_attribute.py, line 2)",
            ),
        ],
    )
    def test_of_a_module_that_is_broken(self, folder, name, text, sentence):
        module(folder, name, text)
        assert told("show", f"{name}:ANY") == f"prcomm: '{name}:ANY' can't be loaded: {sentence}"

    def test_of_a_module_that_lacks_it(self, folder):
        module(folder, "holds_other", "OTHER = 7\n")
        assert told("show", "holds_other:ANY").startswith("prcomm: there is no lifecycle 'holds_other:ANY': module ")
        assert told("show", "holds_other:OTHER") == "prcomm: 'holds_other:OTHER' is no Lifecycle, but of int"

    @pytest.mark.parametrize("name", ["nowhere:ANY", "nowhere.at_all:ANY", ":ANY", "nowhere:", ".nowhere:ANY", ":"])
    def test_of_what_is_nowhere(self, name):
        assert repr(name) in told("show", name)

    @pytest.mark.parametrize("name", ["appeals", "nobody", "", "appeal\x1b[2J"])
    def test_of_a_name_that_is_none(self, name):
        line = told("show", name)
        assert repr(name) in line
        assert "\x1b" not in line

    def test_its_own_faults_are_told_as_such(self, folder):
        """A lifecycle that contradicts itself says all that is wrong with it."""
        text = EXAMPLE.read_text(encoding="utf-8").replace("TRANSITIONS, DEADLINES", "TRANSITIONS * 2, DEADLINES")
        module(folder, "loan_with_faults", text)
        result = CliRunner().invoke(main, ("show", "loan_with_faults:LOAN"))
        assert result.exit_code == 2
        assert "can't be loaded" not in result.stderr
        assert "  - " in result.stderr
