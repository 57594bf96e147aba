"""How much of a file the command line reads: a document as long as ``--most`` says, of a register a line at a time."""

import json
import sys
import tracemalloc
from pathlib import Path

import pytest
from case_files import LAWFUL, case_file
from click.testing import CliRunner

from prcomm.__main__ import main as program
from prcomm.adapters.commands import main
from prcomm.adapters.commands.options import LONGEST
from prcomm.adapters.registers.encodings import LONGEST_LINE

MAPPING = {
    "prcomm": 1, "process": "appeal", "office": {"id": "district"}, "case": "file", "activity": "what",
    "each": {"at": "{when:at}", "by": {"id": "{who}", "role": "executor"}}, "actions": {"printed": None},
}  # fmt: skip


class Endless:
    """A file that never ends, and counts what is read of it."""

    def __init__(self, what: bytes) -> None:
        self.what, self.read_so_far = what, 0

    def read(self, size: int = -1) -> bytes:
        assert size >= 0, "it is read to its end"
        self.read_so_far += size
        return self.what * size

    readline = read

    def __enter__(self) -> "Endless":
        return self

    def __exit__(self, *error: object) -> None:
        """It stays open."""


def run(*words: object, given: str | bytes = "") -> tuple[int, str]:
    done = CliRunner().invoke(main, list(map(str, words)), input=given)
    return done.exit_code, done.output


class TestADocument:
    @pytest.mark.parametrize("words", [("replay", "-"), ("why", "-", "1"), ("agenda", "-"), (
        "ics", "-", "--office", "district")], ids=lambda words: words[0])  # fmt: skip
    def test_longer_than_it_may_be_is_not_read(self, words):
        text = case_file(*LAWFUL).encode()
        assert run(*words, "--most", len(text), given=text)[0] in (0, 1)
        status, told = run(*words, "--most", len(text) - 1, given=text)
        assert status == 2
        assert f"-: a document longer than {len(text) - 1} bytes is not read; --most says how long one may be" in told

    @pytest.mark.parametrize("words", [("replay", "x"), ("agenda", "x")], ids=lambda words: words[0])
    def test_of_a_file_without_an_end_no_more_is_read(self, words, monkeypatch):
        endless = Endless(b"x")
        monkeypatch.setattr("prcomm.adapters.commands.reading.opened", lambda _: endless)
        assert run(*words)[0] == 2
        assert endless.read_so_far == LONGEST + 1 == 16_000_001

    def test_a_mapping_is_one(self, tmp_path: Path):
        (tmp_path / "m.json").write_text(json.dumps(MAPPING))
        words = ("audit", "-", "--mapping", tmp_path / "m.json", "--most")
        assert run(*words, 10_000, given="file,what,when,who\n1,printed,,\n")[0] == 0
        assert "a document longer than 10 bytes" in run(*words, 10, given="file,what,when,who\n")[1]

    def test_of_several_in_one_file_each_may_be_as_long(self, tmp_path: Path):
        line = case_file(*LAWFUL)
        several = tmp_path / "several.jsonl"
        several.write_text(f"{line}\n\n{line}\n")
        assert run("agenda", several, "--most", len(line) + 1)[0] in (0, 1)
        several.write_text(f"{line}\n\n{line} {line}\n")
        status, told = run("agenda", several, "--most", len(line) + 1)
        assert status == 2
        assert f"{several}, line 3: a document longer than {len(line) + 1} bytes" in told

    def test_every_file_that_is_too_long_is_told(self, tmp_path: Path):
        for name in "ab":
            (tmp_path / name).write_text("x" * 20)
        _, told = run("agenda", tmp_path / "a", tmp_path / "b", "--most", 10)
        assert all(f"{tmp_path / name}: a document longer than 10 bytes" in told for name in "ab")


class TestARegister:
    def audited(self, tmp_path: Path, register: str) -> tuple[int, str]:
        (tmp_path / "m.json").write_text(json.dumps(MAPPING))
        (tmp_path / "r.csv").write_text(register)
        return run("audit", tmp_path / "r.csv", "--mapping", tmp_path / "m.json")

    def test_a_line_that_has_no_end_is_not_read(self, tmp_path: Path):
        head = "file,what,when,who\n1,printed,,\n"
        assert self.audited(tmp_path, head)[0] == 0
        status, told = self.audited(tmp_path, f"{head}2,{'x,' * (LONGEST_LINE // 2)}\n")
        assert status == 2
        assert "line 3 is longer than 1000000 characters" in told

    def test_however_long_it_is_it_takes_the_same_memory(self, tmp_path: Path):
        def peak(characters: int) -> int:
            (tmp_path / "r.csv").write_text("x" * characters)
            tracemalloc.start()
            try:
                assert run("audit", tmp_path / "r.csv", "--mapping", tmp_path / "m.json")[0] == 2
                return tracemalloc.get_traced_memory()[1]
            finally:
                tracemalloc.stop()

        assert self.audited(tmp_path, "file,what,when,who\n1,printed,,\n")[0] == 0
        assert peak(20 * LONGEST_LINE) < 1.1 * peak(2 * LONGEST_LINE)


class TestAZeroByte:
    """No system hands one on in a word; who calls the program in Python may."""

    @pytest.mark.parametrize("words", [
        ("replay", "a\0b"), ("draw", "appeal", "--to", "a\0"), ("audit", "a\0", "--mapping", "b"),
        ("agenda", "a\0"), ("draft", "\0"), ("show", "appeal\0"), ("\0",),
    ], ids=lambda words: words[0].strip("\0") or "nothing")  # fmt: skip
    def test_is_a_sentence_and_status_2(self, words, monkeypatch, capsys):
        monkeypatch.setattr(sys, "argv", ["prcomm", *words])
        with pytest.raises(SystemExit) as ended:
            program()
        assert ended.value.code == 2
        assert capsys.readouterr().err == "prcomm: no word of a command line holds a zero byte\n"
