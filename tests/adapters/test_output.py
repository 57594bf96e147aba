"""Where what the command line prints leaves: as UTF-8, whole, and with nothing in it that a terminal obeys."""

import csv
import io
import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest
from adapters.case_files import RECEIVE, case_file
from adapters.test_registers import COLUMNS, FAULTY, MAPPING
from click.testing import CliRunner

from prcomm.adapters.commands import main
from prcomm.adapters.commands.output import Output
from prcomm.adapters.commands.writing import write_whole
from prcomm.adapters.tables import csv_of
from prcomm.core.values.characters import visible
from prcomm.core.values.display import Sheet
from prcomm.core.values.errors import BadInput

CLEARS = "\x1b[2J\x1b[H"
"""Clears the screen, and goes to its beginning: what stood there is hidden."""


def run(*args, stdin=None):
    result = CliRunner().invoke(main, args, input=stdin, catch_exceptions=False)
    return result.exit_code, result.stdout_bytes, result.stderr_bytes


@pytest.fixture
def register(tmp_path):
    """The arguments that audit a register with findings."""
    mapping = tmp_path / "mapping.json"
    mapping.write_text(json.dumps(MAPPING | {"as_of": "2026-04-01T12:00:00+05:00"}), encoding="utf-8")
    path = tmp_path / "register.csv"
    path.write_text("\n".join((COLUMNS, *FAULTY)), encoding="utf-8")
    return "audit", str(path), "--mapping", str(mapping)


class TestInUtf8:
    @pytest.mark.parametrize(
        "console",
        [{"PYTHONIOENCODING": "cp1251"}, {"PYTHONIOENCODING": "ascii"}, {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0"}],
    )
    def test_whatever_the_console_says_of_itself(self, console):
        known = {name: value for name, value in os.environ.items() if name not in {"LC_ALL", "LANG", "PYTHONUTF8"}}
        called = [sys.executable, "-m", "prcomm", "show", "reception", "--lang", "uz"]
        done = subprocess.run(called, capture_output=True, check=True, env={**known, **console})
        assert "qabul" in done.stdout.decode("utf-8")
        assert "ʻ" in done.stdout.decode("utf-8")


class TestToAFile:
    @pytest.mark.parametrize(
        ("args", "in_it"),
        [
            (("processes",), "appeal"),
            (("show", "reception"), "reception"),
            (("schema", "reception"), "$schema"),
            (("due", "appeal", "consideration", "2026-02-13"), "consideration"),
            (("draw", "reception"), "<svg"),
            (("replay", "-"), "RECEIVED"),
        ],
    )
    def test_everywhere(self, args, in_it, tmp_path):
        to = tmp_path / "told"
        case = case_file(RECEIVE)
        status, printed, _ = run(*args, stdin=case)
        assert run(*args, "--to", str(to), stdin=case) == (status, b"", b"")
        assert in_it in to.read_text(encoding="utf-8")
        assert to.read_bytes() == printed

    def test_with_findings_too(self, register, tmp_path):
        to = tmp_path / "found.csv"
        assert run(*register, "--csv", "--to", str(to))[:2] == (1, b"")
        assert to.read_bytes() == run(*register, "--csv")[1]

    def test_bad_input_leaves_it_as_it_was(self, tmp_path):
        to = tmp_path / "told"
        to.write_text("of before", encoding="utf-8")
        status, printed, told = run("show", "nobody", "--to", str(to))
        assert (status, printed, to.read_text(encoding="utf-8")) == (2, b"", "of before")
        assert b"there is none called 'nobody'" in told
        assert list(tmp_path.iterdir()) == [to]

    def test_the_fault_as_json_goes_to_the_output(self, tmp_path):
        status, printed, _ = run("show", "nobody", "--json", "--to", str(tmp_path / "told"))
        assert status == 2
        assert "there is none called 'nobody'" in json.loads(printed)["error"]["faults"][0]
        assert list(tmp_path.iterdir()) == []


class TestAWholeFile:
    def test_it_takes_the_place_of_the_one_before_and_keeps_its_mode(self, tmp_path):
        path = tmp_path / "file"
        path.write_bytes(b"of before")
        path.chmod(0o640)
        before = path.stat().st_ino
        write_whole(path, b"whole")
        assert (path.read_bytes(), path.stat().st_mode & 0o777) == (b"whole", 0o640)
        assert path.stat().st_ino != before
        assert list(tmp_path.iterdir()) == [path]

    @pytest.mark.parametrize("there", [True, False])
    def test_a_link_is_not_written_through(self, tmp_path, there):
        other, link = tmp_path / "other", tmp_path / "link"
        if there:
            other.write_bytes(b"of before")
        link.symlink_to(other)
        with pytest.raises(BadInput, match="a link to another file; name the file itself"):
            write_whole(link, b"whole")
        assert link.is_symlink()
        assert other.read_bytes() == b"of before" if there else not other.exists()

    def test_what_is_no_file_is_not_one(self):
        with pytest.raises(BadInput, match="no regular file"):
            write_whole(Path(os.devnull), b"whole")

    def test_a_folder_that_is_none(self, tmp_path):
        with pytest.raises(BadInput, match=r"nowhere/file.*\n.*there is no folder .*nowhere"):
            write_whole(tmp_path / "nowhere" / "file", b"whole")

    def test_where_it_can_not_be_put_nothing_is_left(self, tmp_path, monkeypatch):
        def fails(self, target):
            raise OSError

        path = tmp_path / "file"
        path.write_bytes(b"of before")
        monkeypatch.setattr(Path, "replace", fails)
        with pytest.raises(BadInput, match="OSError"):
            write_whole(path, b"whole")
        assert [one.read_bytes() for one in tmp_path.iterdir()] == [b"of before"]


class TestForExcel:
    def test_csv_begins_with_its_mark_where_it_is_asked_for(self, register):
        _, plain, _ = run(*register, "--csv")
        assert run(*register, "--csv", "--bom")[1] == b"\xef\xbb\xbf" + plain

    def test_what_is_no_csv_has_none(self, register):
        status, _, told = run(*register, "--bom")
        assert status == 2
        assert b"it begins CSV: add --csv" in told


class TestFormulas:
    @pytest.mark.parametrize(
        "cell",
        [
            "=1+1",
            "+1",
            "-1+1",
            "@SUM(1)",
            " =1",
            "\u00a0=1",
            "\t=1",
            "\r=1",
            "\n =1",
            "\u200b=1",
            "\ufeff=1",
            "＝1",
            "\x1b=1",
        ],
    )
    def test_none_begins_a_cell(self, cell):
        ((written,),) = list(csv.reader(io.StringIO(csv_of(Sheet("", ("a",), ((cell,),))))))[1:]
        assert written.startswith("'")

    @pytest.mark.parametrize("mark", [";", "\t"])
    @pytest.mark.parametrize(
        "cell", ["a;=1+1", "a; =1+1", "a;;=1", "a\n=1", "a\n\u00a0=1", "a\t=1", '";=1', "a;\n\t=1"]
    )
    def test_nor_one_that_another_mark_ends(self, cell, mark):
        text = csv_of(Sheet("", ("a", "b"), (("x", cell),)))
        for row in csv.reader(io.StringIO(text), delimiter=mark, quoting=csv.QUOTE_NONE):
            assert not [one for one in row if one.strip().startswith("=")]

    @pytest.mark.parametrize("cell", ["a-b", "a = b", "-", "oʻ", "a, -b", "12", ""])
    def test_any_other_text_stays(self, cell):
        assert list(csv.reader(io.StringIO(csv_of(Sheet("", ("a", "b"), ((cell, "x"),))))))[1] == [cell, "x"]

    def test_a_number_stays_one(self):
        assert csv_of(Sheet("", ("a", "b"), ((-5, -0.5),))).splitlines()[1] == "-5,-0.5"

    def test_heads_are_guarded_too(self):
        assert csv_of(Sheet("", ("=a", "b"), ())) == "'=a,b\n"


class TestWhatATerminalObeys:
    SHEET = Sheet(CLEARS, (CLEARS,), ((CLEARS,), (f"a{CLEARS}\r\u202e",)))

    def test_none_is_in_what_is_drawn(self, capsysbinary):
        Output("en", False).sheets([self.SHEET])
        printed = capsysbinary.readouterr().out.decode()
        assert visible(printed) == printed
        assert r"\x1b[2J" in printed

    @pytest.mark.parametrize("write", [Output.line, Output.document, Output.aside, Output.data])
    def test_nor_in_anything_else(self, write, capsysbinary):
        write(Output("en", False), f"a{CLEARS}\u202eb")
        told = b"".join(capsysbinary.readouterr()).decode()
        assert visible(told) == told
        assert "[2J" in told

    def test_nor_in_csv(self):
        text = csv_of(self.SHEET)
        assert visible(text) == text

    def test_a_calendar_keeps_the_ends_of_its_lines(self, capsysbinary):
        Output("en", False).document("BEGIN\r\nEND\r\n")
        assert capsysbinary.readouterr().out == b"BEGIN\r\nEND\r\n"

    def test_nor_in_what_is_wrong(self):
        status, _, told = run("show", f"nobody{CLEARS}\u202e")
        assert status == 2
        assert visible(told.decode()) == told.decode()

    def test_on_a_terminal_a_register_can_not_hide_its_findings(self, register):
        path = Path(register[1])
        path.write_text(path.read_text(encoding="utf-8").replace("B,", f"B{CLEARS},"), encoding="utf-8")
        held, given = pty.openpty()
        with subprocess.Popen([sys.executable, "-m", "prcomm", *register], stdout=given, stderr=given) as child:
            os.close(given)
            shown = b""
            with os.fdopen(held, "rb", buffering=0) as terminal:
                while True:
                    try:
                        part = terminal.read(65536)
                    except OSError:
                        break
                    if not part:
                        break
                    shown += part
            child.wait()
        assert b"\x1b[2J" not in shown
        assert b"\x1b[H" not in shown
