"""The command line in hostile surroundings: ``PYTHON=… python tests/surroundings.py`` asks the library installed there.

No encoding of a console, no closed or full stream, no missing home and no interruption makes it end in a traceback, and
nothing of it rests on asserts or docstrings.
"""

import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path

PYTHON = os.environ.get("PYTHON", sys.executable)
ENV = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "LANG", "LC_"))}
CASE = {
    "prcomm": 1, "process": "appeal", "office": {"id": "district"},
    "actions": [
        {
            "action": "Receive", "at": "2026-02-13T18:30:00+05:00", "by": {"id": "desk 1", "role": "registrar"},
            "case": "2026/77", "kind": "COMPLAINT", "form": "WRITTEN", "channel": "POST",
            "appellants": [{"type": "Person", "id": "p-17"}], "against": [], "questions": ["conduct"],
        }
    ],
}  # fmt: skip
DUE = "due", "appeal", "consideration", "2026-02-13", "--kind", "COMPLAINT"
UZBEK = *DUE, "--lang", "uz"
TABLE, PICTURE, HELP, VERSION = ("show", "reception"), ("draw", "reception"), ("--help",), ("--version",)
CALENDAR = "ics", "{case}", "--office", "district", "--at", "2026-03-02T09:00:00+05:00"


class Surroundings:
    """Asks, and counts."""

    def __init__(self, folder: Path) -> None:
        self.case = folder / "case.json"
        self.case.write_text(json.dumps(CASE), encoding="utf-8")
        self.asked = 0
        self.known: dict[tuple[str, ...], tuple[bytes, bytes]] = {}

    def line(self, words: tuple[str, ...], *flags: str) -> list[str]:
        return [PYTHON, *flags, "-m", "prcomm", *(word.format(case=self.case) for word in words)]

    def ask(
        self,
        *words: str,
        flags: tuple[str, ...] = (),
        status: object = 0,
        env: Mapping[str, str] = ENV,
        **streams: object,
    ) -> tuple[bytes, bytes]:
        """Run it to the end: in that status, and without a traceback. What it wrote on either channel."""
        told = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "stdin": subprocess.DEVNULL, **streams}
        done = subprocess.run(self.line(words, *flags), env=dict(env), timeout=60, check=False, **told)
        self.asked += 1
        out, err = done.stdout or b"", done.stderr or b""
        assert done.returncode in (status if isinstance(status, tuple) else (status,)), (
            words,
            done.returncode,
            err[-500:],
        )
        assert not [sign for sign in (b"Traceback", b"Exception ignored") if sign in out + err], (words, err[-800:])
        return out, err

    def usual(self, *words: str) -> tuple[bytes, bytes]:
        """What it writes in friendly surroundings."""
        if words not in self.known:
            self.known[words] = self.ask(*words)
        return self.known[words]

    def whatever_the_encoding(self) -> None:
        """The same bytes leave, as UTF-8, whatever the console says of itself."""
        cyrillic, ascii_alone = (
            {**ENV, "PYTHONIOENCODING": "cp1251"},
            {**ENV, "LANG": "C", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        )
        for words, env in ((UZBEK, cyrillic), (("replay", "{case}", "--lang", "ru", "--json"), ascii_alone)):
            assert not self.usual(*words)[0].decode().isascii()
            assert self.ask(*words, env=env) == self.usual(*words), (words, env)

    def without_a_home(self) -> None:
        """Nor anything else in the environment."""
        for home in ({"HOME": "/nonexistent"}, {}):
            assert self.ask(*UZBEK, env={"PATH": ENV["PATH"], **home}) == self.usual(*UZBEK)

    def without_asserts_and_docstrings(self) -> None:
        """Help and descriptions are docstrings: what is left out is that alone."""
        for words in (UZBEK, CALENDAR):
            assert self.ask(*words, flags=("-OO",)) == self.usual(*words), words
        self.ask(*HELP, flags=("-OO",))
        schema = json.loads(self.ask("schema", "reception", flags=("-OO",))[0])
        assert schema["properties"].keys() == {"prcomm", "process", "office", "actions", "as_of"}

    def on_a_full_disk(self) -> None:
        """One sentence, and no status of success."""
        for words in (TABLE, PICTURE, VERSION):
            with Path("/dev/full").open("wb") as full:
                _, err = self.ask(*words, stdout=full, status=2)
            told = err.splitlines()[-1:]
            assert told == [b"prcomm: reading or writing failed: No space left on device"], (words, err)
        assert b"no regular file" in self.ask(*PICTURE, "--to", "/dev/full", status=2)[1]
        with Path("/dev/full").open("wb") as full:
            self.ask("show", "nothing", stderr=full, status=(2, 120))  # Python's own, where it can't even complain

    def into_a_closed_pipe(self) -> None:
        """As into ``head -1``: it ends, and complains of nothing."""
        reader, writer = os.pipe()
        os.close(reader)
        try:
            done = subprocess.run(self.line(TABLE), stdout=writer, stderr=subprocess.PIPE, env=ENV, check=False)
        finally:
            os.close(writer)
        self.asked += 1
        assert (done.returncode, done.stderr) in ((1, b""), (2, b"")), (done.returncode, done.stderr[-500:])

    def with_closed_streams(self) -> None:
        for words, closed, status in (
            (("show", "nothing"), "2>&-", 2), (("replay", "-"), "<&- 2>&1", 2), (TABLE, ">&- 2>&- <&-", 0),
        ):  # fmt: skip
            line = " ".join(f"'{word}'" for word in self.line(words))
            done = subprocess.run(["sh", "-c", f"{line} {closed}"], capture_output=True, env=ENV, check=False)
            self.asked += 1
            assert done.returncode == status, (words, closed, done.returncode, done.stderr[-500:])
            assert b"Traceback" not in done.stderr, (words, closed, done.stderr[-500:])

    def interrupted(self) -> None:
        """While it loads, while it waits for its input, while it counts: status 130, and no traceback."""
        many = self.case.with_name("many.json")
        many.write_text(json.dumps({**CASE, "actions": CASE["actions"] * 20_000}), encoding="utf-8")
        for words, after in ((("replay", "-"), 3.0), (("replay", str(many)), 3.0), (DUE, 0.2)):
            with subprocess.Popen(
                self.line(words), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=ENV
            ) as running:
                time.sleep(after)
                running.send_signal(signal.SIGINT)
                _, err = running.communicate(timeout=60)
            self.asked += 1
            ended = (130,) if words[0] == "replay" else (130, 0)  # a quick one may have come to its end
            assert running.returncode in ended, (words, running.returncode, err[-800:])
            assert b"Traceback" not in err, (words, err[-800:])

    def words_of_no_encoding(self) -> None:
        """A name of bytes that are no UTF-8."""
        strange = os.fsdecode(b"\xff\xfe")
        for words in (("replay", strange), ("due", "appeal", strange)):
            _, err = self.ask(*words, status=2)
            assert err.startswith(b"prcomm: "), (words, err)
            err.decode()


def main() -> None:
    # What a shell starts in the background without job control ignores Ctrl-C, and so would all that is started here.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    with tempfile.TemporaryDirectory() as folder:
        asked = Surroundings(Path(folder))
        for ask in (
            asked.whatever_the_encoding, asked.without_a_home, asked.without_asserts_and_docstrings,
            asked.on_a_full_disk, asked.into_a_closed_pipe, asked.with_closed_streams, asked.interrupted,
            asked.words_of_no_encoding,
        ):  # fmt: skip
            before, began = asked.asked, time.perf_counter()
            ask()
            name = ask.__name__.replace("_", " ")
            print(f"{name}: {asked.asked - before} runs, {time.perf_counter() - began:.1f} s", flush=True)


if __name__ == "__main__":
    main()
