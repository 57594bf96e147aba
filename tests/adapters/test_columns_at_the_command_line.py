"""``prcomm audit`` comes to the same, byte for byte, whether a register is judged as columns or not."""

import csv
import json
import random
import sys
from pathlib import Path

import pytest
from test_command_line import run

from prcomm.adapters.columns import files
from prcomm.adapters.commands import judging

FOUND = Path(__file__).parents[1] / "data" / "found"
OFFICE = {"id": "district", "week": 5}
RECEIVED = {
    "action": "Receive", "by": {"role": "registrar"}, "case": "{file}", "kind": "{kind}", "form": "WRITTEN",
    "channel": "POST", "appellants": [{"type": "Person", "id": "p-1"}],
}  # fmt: skip
MAPPING = {
    "prcomm": 1, "process": "appeal", "office": OFFICE, "case": "file", "activity": "what",
    "format": "%d.%m.%Y %H:%M", "day_format": "%d.%m.%Y",
    "words": {"kind": {"ariza": "APPLICATION", "shikoyat": "COMPLAINT"}},
    "each": {"at": "{when:at}", "by": {"id": "{who|not named}", "role": "executor"}},
    "actions": {
        "received": RECEIVED,
        "registered": {"action": "Register", "by": {"role": "registrar"}, "number": "{number}"},
        "given": {"action": "Assign", "by": {"role": "head"}, "executors": ["{who}"]},
        "studied": {"action": "Study", "needs": ["STUDY"]},
        "decided": {"action": "Decide", "by": {"role": "head"}, "outcome": "REFUSED", "answers": []},
        "forwarded": {
            "action": "Forward", "by": {"role": "head"}, "to": "another", "outside_competence": True,
            "data_suffice": True,
        },
        "printed": None,
    },
    "as_of": "2026-06-01T12:00:00+05:00",
}  # fmt: skip
HEADS = "file", "what", "when", "who", "kind", "applicant", "number"


@pytest.fixture
def both(tmp_path, monkeypatch):
    """What a command comes to when every register is long enough for columns, and when none is; and how often the
    columns judged."""
    judged = []
    quickly = files.quickly
    monkeypatch.setattr(files, "quickly", lambda *given: judged.append(quickly(*given)) or judged[-1])

    def ran(register, mapping, *more):
        place = tmp_path / "mapping.json"
        place.write_text(json.dumps(mapping), encoding="utf-8")
        came = []
        for least in (0, sys.maxsize):
            monkeypatch.setattr(judging, "LONG", least)
            came.append(run("audit", str(register), "--mapping", str(place), *more))
        return came, judged

    return ran


def register(path, cases, seed=3):
    """A register of so many appeals, with errors of all kinds, written to a file."""
    chance = random.Random(seed)
    lines = []
    for case in range(cases):
        day = chance.randint(1, 28)
        steps = ["received", "registered", "given", "studied", "decided"]
        for _ in range(chance.choice((0, 0, 1, 2))):
            n = chance.randrange(len(steps))
            more = chance.choice(("forwarded", "printed", "given", "lost", "received", ""))
            steps[n : n + (not more and len(steps) > 1)] = [more] if more else []
        for hour, what in enumerate(steps):
            on = max(1, min(28, day + chance.choice((0, 0, 0, 1, -1))))
            when = f"{on:02}.03.2026 {9 + hour:02}:{chance.choice((0, 0, 30)):02}"
            number = chance.choice((f"{case}/1", "")) if what == "registered" else ""
            kind = chance.choice(("ariza", "shikoyat")) if what == "received" else ""
            lines.append((f"А-{case}", what, when, chance.choice(("a", "b", "")), kind, "", number))
    lines.sort(key=lambda line: (line[2][:10], line[2][11:]))
    with path.open("w", newline="", encoding="utf-8") as to:
        csv.writer(to, lineterminator="\n").writerows([HEADS, *lines])
    return path


class TestTheSameBytes:
    @pytest.mark.parametrize("more", [(), ("--json",), ("--csv",), ("--by", "month", "--lang", "ru")])
    def test_of_a_register_with_errors_of_every_kind(self, both, tmp_path, more):
        (columns, python), judged = both(register(tmp_path / "register.csv", 120), MAPPING, *more)
        assert columns[:2] == python[:2]
        assert judged[0] is not None  # the columns did judge it
        assert "judged both ways" in columns[2] or "обоими способами" in columns[2]
        assert not python[2]

    @pytest.mark.parametrize("name", sorted(path.name for path in FOUND.iterdir()))
    def test_of_registers_as_offices_have_them(self, both, name):
        (columns, python), _ = both(FOUND / name, MAPPING)
        assert columns[:2] == python[:2]

    def test_of_one_in_order_of_time(self, both, tmp_path):
        (columns, python), judged = both(register(tmp_path / "register.csv", 60, 5), MAPPING | {"order": "time"})
        assert columns[:2] == python[:2]
        assert judged[0] is not None

    def test_of_one_that_is_newest_first(self, both, tmp_path):
        path = register(tmp_path / "register.csv", 60, 6)
        heads, *lines = path.read_text(encoding="utf-8").splitlines()
        path.write_text("\n".join([heads, *reversed(lines)]) + "\n", encoding="utf-8")
        (columns, python), judged = both(path, MAPPING)
        assert columns[:2] == python[:2]
        assert judged[0] is not None
