"""Whole registers through a mapping: small ones counted by hand, faulty ones, the real one."""

import csv
import json
import os
from pathlib import Path

import pendulum
import pytest

from prcomm import PROCESSES, FindingKind
from prcomm.adapters.json import BadDocument
from prcomm.adapters.registers import audit_register, read_mapping

ROOT = Path(__file__).parents[2]
REAL = Path(os.environ.get("PRCOMM_RECEIPT", ROOT.parent / "shared" / "data" / "receipt.csv"))
REGISTRAR, HEAD = {"role": "registrar"}, {"role": "head"}
RECEIVED = {
    "action": "Receive",
    "by": REGISTRAR,
    "case": "{file}",
    "kind": "{kind}",
    "form": "WRITTEN",
    "channel": "POST",
    "appellants": [{"type": "Person", "id": "{applicant}"}],
}
REGISTERED = {"action": "Register", "by": REGISTRAR, "number": "{number}"}
MAPPING = {
    "prcomm": 1,
    "process": "appeal",
    "office": {"id": "district", "week": 5},
    "case": "file",
    "activity": "what",
    "format": "%d.%m.%Y %H:%M",
    "day_format": "%d.%m.%Y",
    "words": {"kind": {"ariza": "APPLICATION", "shikoyat": "COMPLAINT"}},
    "each": {"at": "{when:at}", "by": {"id": "{who|not named}", "role": "executor"}},
    "actions": {
        "received": RECEIVED,
        "registered": REGISTERED,
        "given": {"action": "Assign", "by": HEAD, "executors": ["{number}"]},
        "decided": {
            "action": "Decide",
            "by": HEAD,
            "outcome": "SATISFIED",
            "answers": [{"question": "1", "grounds": "{number}"}],
        },
        "replied": {
            "action": "SendReply",
            "by": HEAD,
            "to": "{applicant}",
            "form": "WRITTEN",
            "language": "uz",
            "challenge_explained": True,
        },
        "printed": None,
    },
    "on_file": {"consideration": "{answer by:day}"},
}
COLUMNS = "file,what,when,who,kind,applicant,number,answer by"
NOW = pendulum.datetime(2026, 4, 1, 12, tz="Asia/Tashkent")


def line(file: str, what: str, when: str, *, kind: str = "", number: str = "", answer_by: str = "") -> str:
    who = "" if what == "printed" else "clerk 1"
    return f"{file},{what},{when},{who},{kind},p-{file},{number},{answer_by}"


LAWFUL = (
    # Received on Tuesday 3 March 2026: 15 days, so by 18 March.
    line("A", "received", "03.03.2026 10:00", kind="ariza", answer_by="18.03.2026"),
    line("A", "registered", "03.03.2026 11:00", number="1"),
    line("A", "given", "03.03.2026 12:00", number="unit 2"),
    line("A", "printed", "03.03.2026 12:05"),
    line("A", "decided", "16.03.2026 12:00", number="grounds"),
    line("A", "replied", "17.03.2026 12:00"),
)
FAULTY = (
    # Received on Wednesday 4 March 2026, so by 19 March; the register has the 20th. It is replied to on the 20th,
    # a working day, so late by the day itself: the 19th was no day off.
    line("B", "received", "04.03.2026 10:00", kind="shikoyat", answer_by="20.03.2026"),
    line("B", "registered", "04.03.2026 11:00", number="2"),
    line("B", "telephoned", "05.03.2026 09:00"),
    line("B", "given", "05.03.2026 12:00", number="unit 2"),
    line("B", "decided", "19.03.2026 12:00", number="grounds"),
    line("B", "replied", "20.03.2026 12:00"),
)
FOUND_IN_B = [
    (FindingKind.UNMAPPED, "telephoned"),
    (FindingKind.LATE, "consideration"),
    (FindingKind.CONFLICT, "consideration"),
]


def mapping(**changes):
    return read_mapping(json.dumps(MAPPING | changes))


def audited(*lines: str, **changes):
    return audit_register("\n".join((COLUMNS, *lines)).splitlines(keepends=True), mapping(**changes), NOW)


def kinds(audit):
    return [(one.finding.kind, one.finding.name) for one in audit.found]


def faults(read, *given, **changes):
    with pytest.raises(BadDocument) as raised:
        read(*given, **changes)
    return raised.value.faults


class TestCountedByHand:
    def test_a_lawful_case_has_no_findings(self):
        audit = audited(*LAWFUL)
        assert (audit.cases, audit.lines, audit.left_out, audit.found) == (1, 6, 1, ())

    def test_lines_of_a_later_instant_are_not_known_and_counted(self):
        """As of twenty years before, none of them but the one that is left out."""
        lines = "\n".join((COLUMNS, *LAWFUL)).splitlines(keepends=True)
        full = audit_register(lines, mapping(), NOW)
        none = audit_register(lines, mapping(), NOW.subtract(years=20))
        assert (full.later, none.later, none.lines, none.found) == (0, full.lines - full.left_out, full.lines, ())

    def test_what_is_wrong_is_found_with_its_case_and_line(self):
        audit = audited(*LAWFUL, *FAULTY)
        assert (audit.cases, audit.lines, audit.left_out) == (2, 12, 1)
        assert kinds(audit) == FOUND_IN_B
        assert [(one.case, one.line) for one in audit.found] == [("B", 10), ("B", None), ("B", None)]

    def test_an_old_case_stops_no_other(self):
        """One of 2010, before the Law was adopted: what was done in it is not judged, and said so; B is, as ever."""
        old = [one.replace(".2026", ".2010").replace("A,", "C,", 1).replace("p-A", "p-C") for one in LAWFUL]
        audit = audited(*old, *FAULTY)
        of_c = [one for one in audit.found if one.case == "C"]
        assert {one.finding.kind for one in of_c} == {FindingKind.NOT_IN_FORCE}
        assert [one.line for one in of_c if one.line is not None] == [2, 3, 4, 6, 7]
        assert [(one.finding.kind, one.finding.name) for one in audit.found if one.case == "B"] == FOUND_IN_B

    def test_lines_of_several_cases_may_be_mixed(self):
        mixed = [one for pair in zip(LAWFUL, FAULTY, strict=True) for one in pair]
        assert kinds(audited(*mixed)) == FOUND_IN_B

    def test_json_lines_are_read_as_csv_is(self):
        names = COLUMNS.split(",")
        lines = [json.dumps(dict(zip(names, one.split(","), strict=True))) for one in (*LAWFUL, *FAULTY)]
        audit = audit_register(lines, mapping(), NOW)
        assert kinds(audit) == FOUND_IN_B
        assert audit.found[0].line == 9  # there is no line of names

    def test_what_json_lines_leave_out_is_empty(self):
        lines = [
            json.dumps({"file": "A", "what": "received", "when": "03.03.2026 10:00", "kind": "ariza", "applicant": "p"})
        ]
        audit = audit_register(lines, mapping(), pendulum.datetime(2026, 3, 3, 11, tz="Asia/Tashkent"))
        assert audit.found == ()

    def test_lines_out_of_order_are_unlawful_in_the_order_of_the_register_and_lawful_in_that_of_time(self):
        swapped = (*LAWFUL[:2], LAWFUL[4], LAWFUL[2], LAWFUL[5])
        assert FindingKind.UNLAWFUL in [kind for kind, _ in kinds(audited(*swapped))]
        assert kinds(audited(*swapped, order="time")) == []

    def test_a_time_without_an_offset_is_the_offices(self):
        """At 00:30 on 3 March in Tashkent it is still 2 March in UTC; the register's last day is 18 March."""
        assert kinds(audited(LAWFUL[0].replace("10:00", "00:30"), *LAWFUL[1:])) == []

    def test_another_delimiter(self):
        lines = [one.replace(",", ";") for one in (COLUMNS, *LAWFUL)]
        assert audit_register(lines, mapping(delimiter=";"), NOW).lines == 6

    def test_a_byte_order_mark_is_no_part_of_the_first_column(self):
        lines = [f"\ufeff{COLUMNS}", *LAWFUL]
        assert audit_register(lines, mapping(), NOW).found == ()


FIRST = {**RECEIVED, "at": "{came:at}"}
LAST = {"action": "AddMaterials", "at": "{more:at}", "by": {"id": "{applicant}", "role": "appellant"}}


class TestFirstAndLast:
    """What the register has of the case itself comes before and after its lines."""

    COLUMNS = "file,what,when,who,came,kind,applicant,more"
    OWED = FindingKind.OWED, "consideration"

    def lived(self, more: str):
        lines = (self.COLUMNS, f"A,registered,03.03.2026 11:00,clerk,03.03.2026 10:00,ariza,p,{more}")
        how = mapping(first=FIRST, last=LAST, actions={"registered": {**REGISTERED, "number": "1"}}, on_file={})
        return audit_register(lines, how, NOW)

    def test_they_are_judged_as_its_lines_are(self):
        audit = self.lived("05.03.2026 10:00")
        assert (audit.cases, audit.lines, kinds(audit)) == (1, 1, [self.OWED])

    def test_the_last_comes_only_if_its_time_is_given(self):
        assert kinds(self.lived("")) == [self.OWED]
        before_receipt = self.lived("02.03.2026 10:00")
        assert kinds(before_receipt) == [(FindingKind.UNLAWFUL, "AddMaterials"), self.OWED]


class TestBadLines:
    def test_every_one_is_found_and_the_rest_is_judged(self):
        audit = audited(
            line("A", "received", "soon", kind="ariza"),
            line("A", "received", "03.03.2026 10:00", kind="song"),
            line("", "received", "03.03.2026 10:00", kind="ariza"),
            "A,received",
            line("A", "registered", "03.03.2026 11:00"),
            *FAULTY,
        )
        assert {(one.text.partition(",")[0], one.lines) for one in audit.unread} == {
            ("the cell under 'when' is no instant", (2,)),
            ("kind: a name of AppealKind", (3,)),
            ("it names no case under 'file'", (4,)),
            ("2 cells under 8 columns", (5,)),
            ("number: it is missing", (6,)),
        }
        assert kinds(audit)[:5] == [(FindingKind.UNREAD, "")] * 5
        assert kinds(audit)[5:] == FOUND_IN_B

    def test_no_cell_is_quoted(self):
        audit = audited(line("A", "received", "Karimova", kind="Nodira"), "Karimova", '"Karimova')
        assert audit.unread
        assert not [one for one in audit.unread if "Karimova" in one.text or "Nodira" in one.text]

    def test_columns_that_are_not_there(self):
        told = faults(audit_register, ["file,what\n", "A,received"], mapping(), NOW)
        assert "line 1: there is no column 'when'" in told
        assert "line 1: there is no column 'answer by'" in told

    def test_a_column_that_is_there_twice(self):
        told = faults(audit_register, [f"{COLUMNS},file", "x"], mapping(), NOW)
        assert told == ("line 1: there are two columns 'file' or more, in places 1 and 9: which of them is meant?",)

    @pytest.mark.parametrize("lines", [[], [""], [COLUMNS], ["\n", "\n"]])
    def test_an_empty_register(self, lines):
        assert faults(audit_register, lines, mapping(), NOW) == ("it has no lines",)

    def test_lines_of_json_that_are_none(self):
        lines = ['{"file": "A"', "[1]", '{"file": 1, "file": 2}', '{"file": "A", "file ": "B"}', '{"what": "x"}']
        audit = audit_register(lines, mapping(), NOW)
        assert [one.lines for one in audit.unread] == [(1,), (2,), (3,), (4,), (5,)]
        assert audit.lines == 5


class TestBadMappings:
    def test_all_that_is_wrong_is_told_at_once(self):
        bad = {
            **{name: value for name, value in MAPPING.items() if name not in ("case", "office")},
            "prcomm": 2,
            "process": "song",
            "actions": {"received": 7},
            "order": "alphabet",
            "delimiter": "||",
            "colour": "red",
        }
        told = faults(read_mapping, json.dumps(bad))
        assert sorted(fault.split(": ")[0] for fault in told) == sorted(
            (
                "the field colour is not known; there are",
                "prcomm",
                "process",
                "office",
                "case",
                "actions.received",
                "delimiter",
                "order",
            )
        )

    def test_a_file_can_name_no_lifecycle_that_is_not_known(self):
        told = faults(read_mapping, json.dumps(MAPPING | {"process": "os:system"}))
        assert told == (f"process: the name of a process; there are: {', '.join(PROCESSES)}",)

    @pytest.mark.parametrize("text", ["", "[]", "7", "{", "\ud800"])
    def test_what_is_no_object_at_all(self, text):
        assert faults(read_mapping, text)


PERMITS = {
    "prcomm": 1,
    "process": "permit",
    "office": {"id": "the municipality", "zone": "Europe/Amsterdam", "week": 7},
    "case": "case:concept:name",
    "activity": "concept:name",
    "each": {"by": {"id": "{org:resource|-}", "role": "official"}},
    "first": {
        "action": "Receive",
        "at": "{case:startdate:at}",
        "by": {"id": "{case:responsible|-}"},
        "case": "{case:concept:name}",
        "deadline": "{case:deadline:at}",
    },
    "last": {"action": "End", "at": "{case:enddate:at}", "by": {"id": "{case:responsible|-}"}},
    "order": "time",
}


@pytest.mark.skipif(not REAL.exists(), reason="the real register is not here")
class TestTheRealRegister:
    """The lifecycle of the permit example, by a mapping alone."""

    def test_it_comes_to_what_a_plain_count_comes_to(self, monkeypatch):
        monkeypatch.syspath_prepend(ROOT / "examples")
        from permit_register import PERMIT

        with REAL.open(encoding="utf-8", newline="") as text:
            rows = list(csv.DictReader(text))
        step = {"action": "Step", "at": "{time:timestamp:at}", "activity": "{concept:name}"}
        activities = dict.fromkeys({row["concept:name"] for row in rows}, step)
        how = read_mapping(json.dumps(PERMITS | {"actions": activities}), {"permit": PERMIT})
        with REAL.open(encoding="utf-8", newline="") as text:
            audit = audit_register(text, how, pendulum.datetime(2013, 1, 1, tz="Europe/Amsterdam"))
        assert (audit.cases, audit.lines) == (1434, 8577)
        after_the_end = {
            row["case:concept:name"]
            for row in rows
            if row["case:enddate"] and instant(row["time:timestamp"]) > instant(row["case:enddate"])
        }
        unlawful = {one.case for one in audit.found if one.finding.kind is FindingKind.UNLAWFUL}
        assert after_the_end <= unlawful
        open_ones = {row["case:concept:name"] for row in rows if not row["case:enddate"]}
        assert open_ones == {one.case for one in audit.found if one.finding.kind is FindingKind.OWED}


def instant(text: str):
    return pendulum.parse(text)


class TestWhenALineWasEntered:
    """A line done on 3 March and entered on the 5th: two days between."""

    @staticmethod
    def lines(entered: str) -> list[str]:
        given = ("", "04.03.2026 09:00", entered, "", "", "")
        whole = [f"{one},{when}" for one, when in zip(LAWFUL, given, strict=True)]
        return "\n".join((f"{COLUMNS},entered", *whole)).splitlines(keepends=True)

    def test_later_than_it_was_done_is_found_with_the_line(self):
        found = audit_register(self.lines("05.03.2026 09:00"), mapping(recorded="{entered:at}"), NOW).found
        assert [(one.line, one.finding.kind, one.finding.name) for one in found] == [
            (3, FindingKind.ENTERED_LATER, "Register"),
            (4, FindingKind.ENTERED_LATER, "Assign"),
        ]
        assert found[1].finding.text == "Assign: entered on 2026-03-05, 2 days after it was done"

    def test_without_that_column_nobody_asks(self):
        assert audit_register(self.lines("05.03.2026 09:00"), mapping(), NOW).found == ()

    def test_in_order_of_time_what_was_done_counts_not_when_it_was_entered(self):
        found = audit_register(
            self.lines("05.03.2026 09:00"), mapping(recorded="{entered:at}", order="time"), NOW
        ).found
        assert [one.finding.kind for one in found] == [FindingKind.ENTERED_LATER] * 2

    def test_a_cell_that_is_no_instant_is_a_fault_of_its_line(self):
        (one,) = audit_register(self.lines("soon"), mapping(recorded="{entered:at}"), NOW).unread
        assert (one.text, one.lines) == ("the cell under 'entered' is no instant, written as '%d.%m.%Y %H:%M'", (4,))

    @pytest.mark.parametrize("recorded", ["entered", "{entered}", "{entered:day}", "on {entered:at}"])
    def test_it_names_the_place_of_an_instant(self, recorded):
        wrong = json.dumps(MAPPING | {"recorded": recorded})
        assert faults(read_mapping, wrong) == ("recorded: the place of an instant, as {entered:at}",)
