"""Each command in each language, on a narrow terminal and a wide one, into a pipe and into a file."""

import json
import re
import shlex
import subprocess
import sys
from pathlib import Path

import click
import pytest
from adapters.case_files import LAWFUL, RECEIVE, REFUSE, REGISTER, case_file
from adapters.on_a_terminal import bare, into_a_file, into_a_pipe, on_a_terminal
from adapters.test_registers import COLUMNS, FAULTY, LAWFUL as LAWFUL_LINES, MAPPING
from adapters.test_sealed_store import sealed_and_tampered
from click.testing import CliRunner

from prcomm.adapters.commands import MODULES, main
from prcomm.adapters.commands.layout import width_of, wrapped
from prcomm.adapters.commands.parsing import Command
from prcomm.labels import LABELS

ROOT = Path(__file__).parents[2]
COMMANDS = (
    (0, "processes"),
    (0, "show", "appeal"),
    (0, "due", "appeal", "consideration", "13.02.2026"),
    (0, "due", "appeal", "13.02.2026", "--kind", "жалоба", "--full"),
    (0, "until", "2026-02-13", "15d"),
    (0, "article", "O‘RQ-445", "28(2)"),
    (0, "doubts", "release"),
    (0, "why", "case.json", "1"),
    (1, "why", "refused.json", "2"),
    (1, "replay", "refused.json", "--traces"),
    (0, "replay", "case.json"),
    (1, "agenda", "refused.json", "--as-of", "02.03.2026"),
    (0, "agenda", "case.json", "--as-of", "02.03.2026"),
    (1, "audit", "register.csv", "--mapping", "mapping.json"),
    (3, "audit", "unread.csv", "--mapping", "mapping.json"),
    (0, "verify", "cases.sqlite", "--head", "head.json", "--key", "public.pem"),
    (1, "verify", "tampered.sqlite", "--head", "head.json"),
)
"""What is shown to people, with how each ends."""
DOCUMENTS = (
    (0, "schema", "appeal", "--action", "Register"),
    (0, "draw", "reception"),
    (0, "sql", "reception", "--as-of", "01.04.2026", "--since", "01.01.2026"),
    (0, "ics", "case.json", "--office", "district", "--at", "20.02.2026"),
)
"""What is made for other programs."""
BOX = re.compile("[\u2500-\u259f]")
DAY = re.compile(r"\d{2}\.\d{2}\.\d{4} \(\S+\)")


def called(command):
    return " ".join(command[1:])


@pytest.fixture(autouse=True, scope="module")
def files(tmp_path_factory):
    """The files that the commands read, in the folder in which they run."""
    folder = tmp_path_factory.mktemp("office")
    mapping = MAPPING | {"as_of": "2026-04-01T12:00:00+05:00"}
    written = {
        "case.json": case_file(*LAWFUL),
        "refused.json": case_file(RECEIVE, REFUSE, REGISTER),
        "mapping.json": json.dumps(mapping),
        "register.csv": "\n".join((COLUMNS, *LAWFUL_LINES, *FAULTY)),
        "unread.csv": "\n".join((COLUMNS, "A,received", *FAULTY)),
    }
    for name, text in written.items():
        (folder / name).write_text(text, encoding="utf-8")
    sealed_and_tampered(folder)
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        patch.setenv("PAGER", "cat")
        patch.setenv("TERM", "xterm")
        for name in ("COLUMNS", "LINES", "NO_COLOR", "PRCOMM_LANG"):
            patch.delenv(name, raising=False)
        yield folder


class TestShownToPeople:
    @pytest.mark.parametrize("lang", LABELS.languages)
    @pytest.mark.parametrize("command", COMMANDS, ids=called)
    def test_nothing_is_cut_and_a_pipe_gets_no_box(self, command, lang, tmp_path):
        expected, *args = command
        args += ["--lang", lang]
        status, piped = into_a_pipe(*args)
        assert status == expected
        assert into_a_file(tmp_path / "told", *args) == (status, piped)
        self.is_for_a_program(piped)
        for columns in (80, 120):
            ended, shown = on_a_terminal(*args, columns=columns)
            assert ended == expected
            self.is_whole(bare(shown), piped, columns)

    @staticmethod
    def is_for_a_program(piped):
        """No box, no colour, and as many tabs in a row as in the heads above it."""
        assert not BOX.search(piped)
        assert "\x1b" not in piped
        tabs = 0
        for line in piped.split("\n"):
            assert not tabs or line.count("\t") in (0, tabs)
            tabs = line.count("\t")

    @staticmethod
    def is_whole(shown, piped, columns):
        """No line is too long, each word and each day is there as the pipe has it, and nothing else stands for it."""
        assert max(map(width_of, shown.split("\n"))) <= columns
        assert "…" not in shown
        assert set(piped.split()) <= set(re.sub(r":(?=\s|$)", " ", shown).split()) | set(shown.split())
        assert set(DAY.findall(piped)) <= set(DAY.findall(shown))


class TestForPrograms:
    @pytest.mark.parametrize("command", DOCUMENTS, ids=called)
    def test_it_is_the_same_wherever_it_goes(self, command, tmp_path):
        expected, *args = command
        status, piped = into_a_pipe(*args)
        assert status == expected
        assert into_a_file(tmp_path / "made", *args) == (status, piped)
        status, shown = on_a_terminal(*args)
        assert (status, shown) == (expected, piped)

    @pytest.mark.parametrize(
        "command", [one for one in (*COMMANDS, *DOCUMENTS) if one[1] not in ("draw", "sql")], ids=called
    )
    def test_as_json_on_a_terminal_too(self, command):
        expected, *args = command
        status, shown = on_a_terminal(*args, "--json", columns=40)
        assert status == expected
        assert json.loads(shown)


class TestDots:
    def test_they_go_into_a_pipe_and_not_to_a_terminal(self, tmp_path):
        with (tmp_path / "a.png").open("wb") as file:
            called = [sys.executable, "-m", "prcomm", "draw", "reception", "--as", "png"]
            assert subprocess.run(called, stdout=file, check=False).returncode == 0
        assert (tmp_path / "a.png").read_bytes().startswith(b"\x89PNG")
        status, shown = on_a_terminal("draw", "reception", "--as", "png", errors=True)
        assert (status, "not to a terminal" in shown) == (2, True)


class TestWrongWords:
    """Each is named, with what was probably meant, in the language asked for, and the status is 2."""

    WRONG = (
        (("dew", "appeal", "13.02.2026"), "'dew'", "due"),
        (("due", "apeal", "13.02.2026"), "'apeal'", "appeal"),
        (("due", "appeal", "considration", "13.02.2026"), "'considration'", "consideration"),
        (("due", "appeal", "срок рассмотренья", "13.02.2026"), "'срок рассмотренья'", "consideration"),
        (("due", "appeal", "13.02.2026", "--kind", "жалба"), "'жалба'", "COMPLAINT"),
        (("due", "appeal", "13.02.2026", "--with", '{"lerned": 1}'), "'lerned'", "learned"),
        (("due", "appeal", "13.02.2026", "--wek", "5"), "'--wek'", "--week"),
        (("due", "appeal", "13.02.2026", "--week", "8"), "'8'", "5, 6, 7"),
        (("due", "appeal", "31.02.2026"), "'31.02.2026'", ""),
        (("schema", "appeal", "--action", "Registr"), "'Registr'", "Register"),
        (("article", "O‘RQ-446", "28"), "'O‘RQ-446'", "O‘RQ-445"),
        (("until", "13.02.2026", "15x"), "'15x'", ""),
        (("why", "case.json", "17"), "17", "5"),
        (("replay", "cases.json"), "cases.json", ""),
        (("draw", "appeal", "--as", "sgv"), "'sgv'", "svg"),
        (("show",), "PROCESS", ""),
        (("show", "appeal", "reception"), "reception", ""),
        (("show", "appeal", "--lang"), "--lang", ""),
    )

    @pytest.mark.parametrize("lang", LABELS.languages)
    @pytest.mark.parametrize(("args", "word", "meant"), WRONG, ids=lambda one: " ".join(one) if len(one) > 1 else None)
    def test_it_is_named(self, args, word, meant, lang):
        asked = args if args[-1] == "--lang" else (*args, "--lang", lang)
        result = CliRunner().invoke(main, asked, env={"PRCOMM_LANG": lang})
        assert (result.exit_code, result.stdout) == (2, "")
        first = result.stderr.splitlines()[0]
        assert first.startswith("prcomm: ")
        assert word in first
        assert meant in first
        assert lang == "en" or not set(re.findall(r"[a-z]{3,}", first)) & {"there", "none", "called", "missing", "mean"}

    def test_did_you_mean_in_each_language(self):
        said = {
            "en": "did you mean",
            "uz": "demoqchimisiz",
            "uz-Cyrl": "демоқчимисиз",
            "ru": "возможно, имелось в виду",
        }
        for lang, words in said.items():
            result = CliRunner().invoke(main, ["due", "apeal", "13.02.2026", "--lang", lang])
            assert words in result.stderr

    def test_on_a_terminal_what_is_wrong_is_not_cut_either(self):
        status, shown = on_a_terminal("due", "apeal", "13.02.2026", "--lang", "ru", columns=60, errors=True)
        assert status == 2
        assert max(map(len, shown.split("\n"))) <= 60
        assert "recommendation (рекомендация)" in " ".join(shown.split())


class TestColour:
    """It tells of what is wrong, near or well, and of nothing else."""

    AUDIT = ("audit", "register.csv", "--mapping", "mapping.json")

    def test_what_is_late_is_red(self):
        _, shown = on_a_terminal(*self.AUDIT)
        assert "\x1b[31mlate" in shown

    @pytest.mark.parametrize(("name", "value"), [("NO_COLOR", "1"), ("TERM", "dumb")])
    def test_there_is_none_where_it_is_not_wanted(self, name, value, monkeypatch):
        monkeypatch.setenv(name, value)
        _, shown = on_a_terminal(*self.AUDIT)
        assert "\x1b" not in shown

    def test_an_empty_no_color_is_none(self, monkeypatch):
        monkeypatch.setenv("NO_COLOR", "")
        _, shown = on_a_terminal(*self.AUDIT)
        assert "\x1b[31m" in shown


class TestPager:
    @pytest.fixture
    def pager(self, tmp_path, monkeypatch):
        """A pager that keeps what it was given, and what ``LESS`` said."""
        script = tmp_path / "pager"
        script.write_text(f'#!/bin/sh\necho "$LESS" > {tmp_path}/less\ncat > {tmp_path}/paged\n')
        script.chmod(0o755)
        monkeypatch.setenv("PAGER", str(script))
        monkeypatch.delenv("LESS", raising=False)
        return tmp_path

    def test_what_is_longer_than_the_terminal_goes_through_it(self, pager):
        status, shown = on_a_terminal("show", "reception")
        assert (status, shown) == (0, "")
        assert "RECEPTION" in (pager / "paged").read_text(encoding="utf-8").upper()
        assert (pager / "less").read_text() == "FRX\n"

    def test_what_is_short_does_not(self, pager):
        status, shown = on_a_terminal("show", "reception", lines=1000)
        assert status == 0
        assert "reception" in shown
        assert not (pager / "paged").exists()

    def test_nor_does_what_is_piped(self, pager):
        assert into_a_pipe("show", "reception")[1]
        assert not (pager / "paged").exists()

    def test_the_status_is_that_of_the_command(self, pager):
        assert on_a_terminal("replay", "refused.json", lines=3)[0] == 1
        assert (pager / "paged").exists()


class TestHelp:
    @pytest.mark.parametrize("name", MODULES)
    def test_its_example_runs(self, name, tmp_path, files, monkeypatch):
        """As a shell would read it, in a folder where there are the files it names."""
        for path in files.iterdir():
            (tmp_path / path.name).write_bytes(path.read_bytes())
        monkeypatch.chdir(tmp_path)
        command = main.get_command(click.Context(main), name)
        assert isinstance(command, Command)
        program, *args = shlex.split(command.example)
        assert (program, args[0]) == ("prcomm", name)
        shown = CliRunner().invoke(main, [name, "--help"]).stdout
        assert command.example in shown
        assert CliRunner().invoke(main, args, catch_exceptions=False).exit_code in (0, 1)

    def test_that_of_all_commands_lists_each_with_an_example(self):
        shown = CliRunner().invoke(main, ["--help"]).stdout
        assert all(f"  {name} " in shown for name in MODULES)
        assert CliRunner().invoke(main, shlex.split(shown.strip().splitlines()[-1])[1:]).exit_code == 0

    def test_the_version_says_by_which_law_and_calendar(self):
        shown = CliRunner().invoke(main, ["--version"]).stdout.splitlines()
        assert shown == [
            "prcomm 0.1.0",
            "law pack: Uzbekistan 2026-11-22",
            "calendar: Uzbekistan, decrees up to 2026-05-20",
        ]

    def test_each_command_is_told_of_in_the_guide_and_so_is_each_status(self):
        guide = (ROOT / "docs" / "command_line.md").read_text(encoding="utf-8")
        assert all(f"`prcomm {name}" in guide for name in MODULES)
        assert re.findall(r"^\| `(\d+)` \|", guide, re.MULTILINE) == ["0", "1", "2", "3", "130"]


class TestCompletion:
    """Click's own: what a shell asks for."""

    @pytest.mark.parametrize(
        ("typed", "told"),
        [
            ("prcomm d", {"draft", "draw", "due", "doubts"}),
            ("prcomm show app", {"appeal"}),
            ("prcomm due appeal consid", {"consideration"}),
            ("prcomm due appeal --kind COM", {"COMPLAINT"}),
            ("prcomm due appeal --lang u", {"uz", "uz-Cyrl"}),
        ],
    )
    def test_words_are_completed(self, typed, told):
        words = typed.split()
        env = {"_PRCOMM_COMPLETE": "bash_complete", "COMP_WORDS": typed, "COMP_CWORD": str(len(words) - 1)}
        result = CliRunner().invoke(main, prog_name="prcomm", env=env)
        assert {line.partition(",")[2] for line in result.stdout.splitlines()} == told


class TestLines:
    @pytest.mark.parametrize(
        ("text", "width", "lines"),
        [
            ("one two three", 7, ["one two", "three"]),
            ("one two", 3, ["one", "two"]),
            ("incomprehensible it is", 5, ["incomprehensible", "it is"]),
            ("on 28.02.2026 (Sat) it ends", 12, ["on", "28.02.2026 (Sat)", "it ends"]),
            ("under art. 28(2)", 10, ["under", "art. 28(2)"]),
            ("one\ntwo", 20, ["one", "two"]),
            ("", 5, [""]),
        ],
    )
    def test_are_of_whole_words(self, text, width, lines):
        assert wrapped(text, width) == lines

    @pytest.mark.parametrize(("text", "width"), [("oʻzbek", 6), ("жалоба", 6), ("字", 2), ("e\u0301字", 3)])
    def test_are_as_wide_as_a_terminal_has_them(self, text, width):
        assert width_of(text) == width
