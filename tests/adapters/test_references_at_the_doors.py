"""References where they come in: a case file, a register, the command line. There they get their one form."""

import json

import pytest
from adapters.case_files import OFFICE, RECEIVE, REGISTER, case_file
from adapters.test_registers import COLUMNS, MAPPING, line
from click.testing import CliRunner

from prcomm.adapters.case_files import live, read_case
from prcomm.adapters.commands import main
from prcomm.adapters.json import Codec, office_from
from prcomm.citizens.appeals import APPEAL
from prcomm.core.engine.forms import of_references

ODD = "{}\u00a0", "\u200b{}", "\ufeff {}", "{}\u202e", "{}\n", "{}\x00"


def spoilt(action: dict, odd: str) -> dict:
    """An action in which every reference has something that nobody sees."""
    texts = {name: odd.format(value) for name, value in action.items() if name in ("case", "number", "content")}
    by = {"by": {**action["by"], "id": odd.format(action["by"]["id"])}}
    people = [{**who, "id": odd.format(who["id"])} for who in action.get("appellants", ())]
    return {**action, **texts, **by, **({"appellants": people} if people else {})}


@pytest.mark.parametrize("odd", ODD)
class TestOfACaseFile:
    def test_they_are_as_without_what_nobody_sees(self, odd):
        plain = live(read_case(case_file(RECEIVE, REGISTER)))
        office = {**OFFICE, "id": odd.format(OFFICE["id"])}
        lived = live(read_case(case_file(spoilt(RECEIVE, odd), spoilt(REGISTER, odd), office=office)))
        assert lived.entity == plain.entity
        assert lived.entity.id == RECEIVE["case"]

    def test_of_an_action_that_comes_alone(self, odd):
        action = Codec(APPEAL).action_from(spoilt(RECEIVE, odd), office=office_from(OFFICE, "", "Asia/Tashkent"))
        assert list(of_references(action)) == []

    def test_what_is_stored_stays_as_it_was(self, odd):
        """A document of the store is read as it was written: what was judged then is not touched."""
        codec = Codec(APPEAL)
        entity = live(read_case(case_file(RECEIVE))).entity
        written = json.loads(codec.dumps(entity))
        written["entity"]["records"][0]["action"]["content"] = odd.format("c-1")
        assert codec.entity_from(json.dumps(written)).history[0].action.content == odd.format("c-1")


class TestOfARegister:
    def audited(self, folder, *lines):
        mapping = folder / "mapping.json"
        mapping.write_text(json.dumps(MAPPING | {"as_of": "2026-04-01T12:00:00+05:00"}), encoding="utf-8")
        register = folder / "register.csv"
        register.write_text("\n".join((COLUMNS, *lines)), encoding="utf-8", newline="")
        result = CliRunner().invoke(main, ("audit", str(register), "--mapping", str(mapping), "--json"))
        return json.loads(result.stdout)

    @pytest.mark.parametrize("odd", [one for one in ODD if "\n" not in one])
    def test_lines_of_one_case_are_of_one_case(self, odd, tmp_path):
        lines = [
            line("A", "received", "04.03.2026 10:00", kind="shikoyat"),
            line("A", "registered", "04.03.2026 11:00", number="1"),
        ]
        plain = self.audited(tmp_path, *lines)
        found = self.audited(tmp_path, lines[0], lines[1].replace("A,", odd.format("A") + ",", 1))
        assert (found["cases"], found["findings"]) == (1, plain["findings"])


def test_of_the_command_line(tmp_path):
    path = tmp_path / "case.json"
    path.write_text(case_file(RECEIVE), encoding="utf-8")
    told = [
        CliRunner()
        .invoke(main, ("ics", str(path), "--office", office, "--json", "--at", "2026-03-01T09:00:00+05:00"))
        .stdout
        for office in (OFFICE["id"], f" {OFFICE['id']}\u200b")
    ]
    assert told[0] == told[1]
    assert json.loads(told[0])["of_other_offices"] == 0
