"""The command line: what each command prints, in which language, and how it ends."""

import csv
import io
import json
import os
import pty
import re
import struct
import subprocess
import sys
from pathlib import Path

import jsonschema
import pendulum
import pytest
from adapters.case_files import LAWFUL, RECEIVE, REFUSE, REGISTER, TO_THE_ACCUSED, case_file
from adapters.test_registers import COLUMNS, FAULTY, LAWFUL as LAWFUL_LINES, MAPPING
from attrs import evolve
from click.testing import CliRunner
from ical.calendar_stream import IcsCalendarStream
from press import lives_briefings, lives_dialogues

from prcomm import PROCESSES
from prcomm.adapters.commands import main
from prcomm.adapters.diagrams import lifecycle_picture
from prcomm.adapters.diagrams.dots import plain
from prcomm.adapters.json import Codec, action_schema, answer_schema, schema
from prcomm.adapters.registers import opened
from prcomm.citizens.appeals import APPEAL, Register
from prcomm.citizens.receptions import RECEPTION
from prcomm.labels import LABELS
from prcomm.law import office
from prcomm.press.briefings import BRIEFING
from prcomm.press.dialogues import DIALOGUE

ROOT = Path(__file__).parents[2]


def runner():
    """What runs a command, with its two channels apart; click 8.1 must be told."""
    try:
        return CliRunner(mix_stderr=False)
    except TypeError:
        return CliRunner()


def run(*args, stdin=None):
    result = runner().invoke(main, args, input=stdin, catch_exceptions=False)
    return result.exit_code, result.stdout, result.stderr


def said(*args, stdin=None):
    """The exit status, and the JSON that was written."""
    status, text, _ = run(*args, "--json", stdin=stdin)
    return status, json.loads(text)


@pytest.fixture
def written(tmp_path):
    def write(name, text):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return str(path)

    return write


class TestDraw:
    @pytest.mark.parametrize(
        ("form", "begins"), [("svg", "<svg xmlns"), ("mermaid", "stateDiagram-v2\n"), ("dot", "digraph appeal {\n")]
    )
    def test_each_form(self, form, begins):
        status, text, _ = run("draw", "appeal", "--as", form, "--lang", "ru")
        assert status == 0
        assert text.startswith(begins)
        assert "на рассмотрении" in text

    def test_into_a_file(self, tmp_path):
        assert run("draw", "book_loan:LOAN", "--to", str(tmp_path / "loan.svg")) == (0, "", "")
        assert "LENT" in (tmp_path / "loan.svg").read_text(encoding="utf-8")

    @pytest.mark.parametrize(
        ("name", "begins"),
        [("a.svg", b"<svg"), ("a.mmd", b"stateDiagram"), ("a.gv", b"digraph"), ("a.png", b"\x89PNG")],
    )
    def test_the_name_of_a_file_says_in_which_form(self, name, begins, tmp_path):
        assert run("draw", "reception", "--to", str(tmp_path / name)) == (0, "", "")
        assert (tmp_path / name).read_bytes().startswith(begins)

    def test_one_that_is_in_no_form(self, tmp_path):
        status, _, told = run("draw", "reception", "--to", str(tmp_path / "a.pdf"), "--lang", "ru")
        assert (status, told.count("\n")) == (2, 1)
        assert ".pdf" in told
        assert ".png" in told
        assert not list(tmp_path.iterdir())

    def test_of_dots_it_is_twice_as_fine(self, tmp_path):
        run("draw", "--to", str(tmp_path / "all.svg"))
        run("draw", "--to", str(tmp_path / "all.png"))
        wide, high = re.search(
            r'width="([\d.]+)" height="([\d.]+)"', (tmp_path / "all.svg").read_text("utf-8")
        ).groups()
        told = struct.unpack(">II", (tmp_path / "all.png").read_bytes()[16:24])
        assert told == pytest.approx((2 * float(wide), 2 * float(high)), abs=2)

    def test_of_dots_each_colour_stands_where_it_is_used(self):
        picture = plain(lifecycle_picture(RECEPTION))
        assert "var(" not in picture
        assert "prefers-color-scheme" not in picture
        assert len(set(re.findall(r"\.arrow\.r\d+\{[^}]*stroke:(#\w+)", picture))) > 2

    def test_without_the_extra_dots_are_refused_in_one_sentence(self, tmp_path, monkeypatch):
        monkeypatch.setitem(sys.modules, "resvg_py", None)
        monkeypatch.delitem(sys.modules, "prcomm.adapters.diagrams.dots", raising=False)
        status, _, told = run("draw", "reception", "--to", str(tmp_path / "a.png"))
        assert (status, told) == (2, "prcomm: png: it needs resvg_py: pip install 'prcomm[png]'\n")

    def test_what_is_none(self):
        status, _, told = run("draw", "nobody")
        assert status == 2
        assert f"the name of a process: there is none called 'nobody'; there are: {', '.join(PROCESSES)}" in told


class TestProcesses:
    def test_each_is_there_with_its_name(self):
        status, text, _ = run("processes", "--lang", "ru")
        assert status == 0
        assert "appeal" in text
        assert "обращение" in text

    def test_as_json(self):
        status, data = said("processes", "--lang", "uz-Cyrl")
        assert status == 0
        assert [one["name"] for one in data] == list(PROCESSES)
        labels = {one["name"]: one["label"] for one in data}
        assert (labels["appeal"], labels["reception"]) == ("мурожаат", "қабул")
        assert data[0]["law"] == {"pack": "Uzbekistan", "version": "2026-11-22", "calendar_known": "2026-05-20"}
        assert (data[0]["states"], data[0]["transitions"], data[0]["deadlines"]) == (17, 60, 19)


class TestShow:
    @pytest.mark.parametrize("lang", LABELS.languages)
    def test_every_state_action_and_deadline_is_shown(self, lang):
        status, text, _ = run("show", "appeal", "--lang", lang)
        assert status == 0
        shown = " ".join(text.split())
        names = {"en": "REGISTERED", "uz": "roʻyxatdan", "uz-Cyrl": "рўйхатдан", "ru": "зарегистрировано"}
        assert names[lang] in shown
        assert {"en": "art. 28(2)", "uz": "28-modda 2-qism"}.get(lang, "28") in shown

    def test_as_json(self):
        status, data = said("show", "appeal", "--lang", "ru")
        assert status == 0
        assert [state["name"] for state in data["states"]] == [state.name for state in APPEAL.states]
        assert len(data["transitions"]) == len(APPEAL.rows)
        assert [one["name"] for one in data["deadlines"]] == [one.name for one in APPEAL.deadlines]
        first = next(row for row in data["transitions"] if row["action"] == "Extend" and row["target"])
        assert (first["sources"], first["target"], first["roles"], first["cites"]) == (
            ["IN_REVIEW", "EXTRA_STUDY", "EXTENDED"],
            "EXTENDED",
            ["head"],
            ["O‘RQ-445 art. 28(2)"],
        )
        assert first["label"] == "продление срока"
        assert (
            first["given"][0]["text"] == "указана причина продления: проверка, дополнительные материалы или иные меры"
        )

    def test_a_guard_is_told_by_what_must_hold(self):
        _, data = said("show", "appeal")
        texts = {guard["name"]: guard["text"] for row in data["transitions"] for guard in row["given"]}
        assert texts["not_to_the_accused"] == "an appeal never goes to the body or official complained of"

    def test_one_of_ones_own(self, monkeypatch):
        monkeypatch.syspath_prepend(ROOT / "examples")
        status, data = said("show", "book_loan:LOAN")
        assert (status, data["process"]) == (0, "loan")

    @pytest.mark.parametrize("name", ["song", "no.such.module:LOAN", "json:loads", "prcomm:", ":", "prcomm.law:UZ"])
    def test_what_is_none(self, name):
        status, text, err = run("show", name)
        assert (status, text) == (2, "")
        assert err.startswith("prcomm: ")
        status, data = said("show", name)
        assert status == 2
        assert data["error"]["faults"]


class TestSchema:
    def test_of_the_case_file_its_answer_and_an_action(self):
        assert said("schema", "appeal") == (0, schema(APPEAL))
        assert said("schema", "appeal", "--answer") == (0, answer_schema(APPEAL))
        assert said("schema", "appeal", "--action", "Register") == (0, action_schema(Register, APPEAL))

    @pytest.mark.parametrize("name", PROCESSES)
    def test_it_is_a_schema(self, name):
        _, data = said("schema", name)
        meta = jsonschema.Draft202012Validator(jsonschema.Draft202012Validator.META_SCHEMA)
        assert data
        assert not list(meta.iter_errors(data))

    def test_an_action_that_is_none(self):
        status, _, err = run("schema", "appeal", "--action", "Fly")
        assert status == 2
        assert "Register" in err


class TestDue:
    def test_the_day_and_its_trace(self):
        """Worked case: a complaint of Monday 2 February 2026 is to be answered by Tuesday the 17th."""
        status, data = said("due", "appeal", "consideration", "2026-02-02", "--kind", "COMPLAINT")
        (due,) = data["due"]
        assert status == 0
        assert (due["raw"], due["rolled"], due["control"], due["last"]) == ("2026-02-17",) * 4
        assert [line["day"] for line in due["trace"] if line["text"] == "day 15"] == ["2026-02-17"]

    def test_kinds_that_differ_are_told_apart(self):
        """15 days for an application and a complaint, a month for a proposal (art. 28)."""
        _, data = said("due", "appeal", "consideration", "2026-02-02")
        assert [(one["kinds"], one["last"]) for one in data["due"]] == [
            (["APPLICATION", "COMPLAINT"], "2026-02-17"),
            (["PROPOSAL"], "2026-03-02"),
        ]

    def test_without_a_deadline_all_that_run_from_the_beginning(self):
        _, data = said("due", "appeal", "2026-02-02", "--kind", "COMPLAINT")
        assert [one["name"] for one in data["due"]] == ["registration", "forwarding", "return", "consideration"]

    def test_after_hours_is_the_next_working_day(self):
        """Registration of what came on Friday at 18:30 (art. 23): on Monday."""
        for at, last in (("2026-02-13T17:59", "2026-02-13"), ("2026-02-13T18:30", "2026-02-16")):
            _, data = said("due", "appeal", "registration", at, "--kind", "COMPLAINT")
            assert [one["last"] for one in data["due"]] == [last]

    def test_six_days_a_week_and_other_hours(self):
        at = "2026-02-13T18:30"
        _, data = said("due", "appeal", "registration", at, "--kind", "COMPLAINT", "--week", "6")
        assert [one["last"] for one in data["due"]] == ["2026-02-14"]
        _, data = said("due", "appeal", "registration", at, "--kind", "COMPLAINT", "--hours", "09:00-20:00")
        assert [one["last"] for one in data["due"]] == ["2026-02-13"]

    def test_one_that_begins_with_a_later_action(self):
        """Ten days from the day the request reaches the other body (art. 24)."""
        given = '{"arrived": "2026-03-10T09:00:00+05:00"}'
        status, data = said("due", "appeal", "information", "2026-03-09", "--kind", "COMPLAINT", "--with", given)
        assert status == 0
        assert [one["last"] for one in data["due"]] == ["2026-03-20"]

    @pytest.mark.parametrize("deadline", [deadline.name for deadline in APPEAL.deadlines])
    def test_every_deadline_can_be_asked_about(self, deadline):
        status, data = said("due", "appeal", deadline, "2026-02-02")
        assert status == 0
        assert {one["name"] for one in data["due"]} <= {deadline}

    ANSWERS = (
        ("en", "28.02.2026 (Sat) · control day 27.02 · by analogy only: 02.03"),
        ("uz", "28.02.2026 (Shan) · nazorat kuni 27.02 · faqat oʻxshashlik boʻyicha: 02.03"),
        ("uz-Cyrl", "28.02.2026 (Шан) · назорат куни 27.02 · фақат ўхшашлик бўйича: 02.03"),
        ("ru", "28.02.2026 (сб) · контрольный день 27.02 · только по аналогии: 02.03"),
    )

    @pytest.mark.parametrize(("lang", "answer"), ANSWERS)
    @pytest.mark.parametrize("date", ["2026-02-13", "13.02.2026"])
    @pytest.mark.parametrize("kind", ["COMPLAINT", "жалоба", "Shikoyat", "шикоят"])
    def test_the_answer_is_the_first_line(self, date, kind, lang, answer):
        """Fifteen days from Friday 13 February are over on Saturday the 28th; the Friday before it is the 27th."""
        status, text, _ = run("due", "appeal", "consideration", date, "--kind", kind, "--lang", lang)
        assert status == 0
        assert text.splitlines()[0] == answer

    def test_a_run_of_plain_days_is_folded(self):
        asked = ("due", "appeal", "consideration", "2026-02-13", "--kind", "COMPLAINT")
        _, text, _ = run(*asked)
        assert "14.02 to 27.02\t+\tdays 1 to 14" in text
        assert "28.02.2026 (Sat)\t+\tday 15" in text
        assert "16.02.2026" not in text
        _, text, _ = run(*asked, "--full")
        assert "16.02.2026 (Mon)\t+\tday 3" in text
        assert "to 27.02" not in text

    def test_in_russian(self):
        status, text, _ = run("due", "appeal", "consideration", "2026-02-02", "--kind", "COMPLAINT", "--lang", "ru")
        assert status == 0
        assert "день 15" in text
        assert "срок рассмотрения: жалоба" in text

    def test_what_is_needed_and_was_not_given_is_named_by_its_field(self):
        """It is filed within a year of learning of what it complains of (art. 22): when that was, is not said."""
        status, text, _ = run("due", "appeal", "filing", "2026-02-02", "--kind", "COMPLAINT")
        assert status == 0
        assert text.splitlines() == [
            "nothing is owed from that day with what was given",
            'filing: it would be owed with learned: "2026-02-03"',
        ]

    def test_what_was_taken_for_an_example_is_named_by_its_field(self):
        """Ten days from the day the request reaches the other body (art. 24): the day was not given."""
        status, text, _ = run("due", "appeal", "information", "2026-03-09", "--kind", "COMPLAINT")
        assert status == 0
        told = 'the field arrived matters and was not given; taken here: "2026-03-09T09:00:00+05:00"'
        assert text.splitlines()[:2] == ["19.03.2026 (Thu)", f"information: {told}"]
        _, data = said("due", "appeal", "information", "2026-03-09", "--kind", "COMPLAINT")
        assert list(data["not_given"]["information"]) == ["arrived"]
        given = '{"arrived": "2026-03-10T09:00:00+05:00"}'
        _, data = said("due", "appeal", "information", "2026-03-09", "--kind", "COMPLAINT", "--with", given)
        assert data["not_given"] == {}

    @pytest.mark.parametrize(
        "args",
        [
            ("due", "appeal", "yesterday"),
            ("due", "appeal", "song", "2026-02-02"),
            ("due", "appeal", "consideration", "reply", "2026-02-02"),
            ("due", "song", "2026-02-02"),
            ("due", "appeal", "2026-02-02", "--kind", "SONG"),
            ("due", "appeal", "2026-02-02", "--with", "{"),
            ("due", "appeal", "2026-02-02", "--with", "[]"),
            ("due", "appeal", "2026-02-02", "--with", '{"colour": "red"}'),
            ("due", "appeal", "2026-02-02", "--hours", "late"),
            ("due", "appeal", "2026-02-02", "--zone", "Nowhere/Land"),
            ("due", "appeal", "2026-02-02", "--week", "4"),
            ("due", "appeal"),
            ("due", "appeal", "2026-02-02", "--lang", "fr"),
            ("sing",),
        ],
    )
    def test_bad_input(self, args):
        status, text, err = run(*args)
        assert (status, text) == (2, "")
        assert err


class TestReplay:
    def test_a_lawful_case(self, written):
        status, text, _ = run("replay", written("case.json", case_file(*LAWFUL)))
        assert status == 0
        assert text.startswith("appeal 2026/77: CONSIDERED, version 5")

    def test_a_refused_step(self):
        status, text, _ = run("replay", "-", stdin=case_file(RECEIVE, REFUSE, REGISTER, TO_THE_ACCUSED))
        assert status == 1
        assert "  - never: registration is never refused" in text
        assert "  - guard: an appeal never goes to the body or official complained of (O‘RQ-445 art. 25(3))" in text
        assert text.splitlines()[1] == "2 steps refused"

    def test_in_russian(self):
        status, text, _ = run("replay", "-", "--lang", "ru", stdin=case_file(RECEIVE, REGISTER, TO_THE_ACCUSED))
        assert status == 1
        told = "обращение не направляется органу или должностному лицу, действия которых обжалуются"
        assert f"  - условие: {told} (ч. 3 ст. 25 Закона № ЗРУ-445); поручите другому" in text
        assert text.splitlines()[1] == "отказано в 1 действии"

    def test_as_json(self):
        status, data = said("replay", "-", stdin=case_file(RECEIVE, REFUSE))
        assert (status, data["state"]) == (1, "RECEIVED")
        jsonschema.validate(data, answer_schema(APPEAL))

    def test_with_traces(self):
        _, text, _ = run("replay", "-", "--traces", stdin=case_file(RECEIVE))
        assert "consideration: why this day" in text
        assert "day 15" in text

    def test_bad_input(self, written):
        bad = case_file({"action": "Fly"}, {**REGISTER, "colour": "red"})
        status, text, err = run("replay", "-", stdin=bad)
        assert (status, text) == (2, "")
        assert "actions[0].action" in err
        assert "actions[1]" in err
        status, data = said("replay", "-", stdin=bad)
        assert (status, len(data["error"]["faults"])) == (2, 2)

    def test_a_byte_order_mark_is_passed_over(self):
        """Some editors put one before a text."""
        assert run("replay", "-", stdin="\ufeff" + case_file(*LAWFUL))[0] == 0

    @pytest.mark.parametrize("file", ["no-such-file.json", "."])
    def test_a_file_that_can_not_be_read(self, file):
        status, text, err = run("replay", file)
        assert (status, text) == (2, "")
        assert file in err

    def test_a_lifecycle_of_ones_own_is_named_on_the_command_line_alone(self, monkeypatch):
        monkeypatch.syspath_prepend(ROOT / "examples")
        file = case_file(process="loan", office={"id": "library", "zone": "Europe/Paris"})
        assert run("replay", "-", stdin=file)[0] == 2
        status, text, _ = run("replay", "-", "--own", "book_loan:LOAN", stdin=file)
        assert (status, text.splitlines()[0]) == (0, "loan: nothing has begun it")


class TestAudit:
    @pytest.fixture
    def mapping(self, written):
        return written("mapping.json", json.dumps(MAPPING | {"as_of": "2026-04-01T12:00:00+05:00"}))

    def register(self, written, *lines):
        return written("register.csv", "\n".join((COLUMNS, *lines)))

    def test_a_clean_register(self, written, mapping):
        status, text, _ = run("audit", self.register(written, *LAWFUL_LINES), "--mapping", mapping)
        assert status == 0
        assert text.splitlines() == [
            "appeal, audited as of 2026-04-01 12:00+05:00",
            "1 case; 6 lines; 1 line left out by the mapping",
            "0 findings",
        ]

    def test_as_of_an_instant_at_which_not_all_was_done(self, written, mapping):
        """As of a year before, nothing was: five lines are of a later instant, one is left out."""
        register = self.register(written, *LAWFUL_LINES)
        status, text, _ = run("audit", register, "--mapping", mapping, "--as-of", "2025-04-01T12:00:00+05:00")
        assert status == 0
        assert text.splitlines()[1:] == [
            "1 case; 6 lines; 1 line left out by the mapping; 5 lines of a later instant, not known as of then",
            "0 findings",
        ]

    def test_findings(self, written, mapping):
        status, text, _ = run("audit", self.register(written, *LAWFUL_LINES, *FAULTY), "--mapping", mapping)
        assert status == 1
        assert "3 findings" in text
        assert "telephoned" in text

    def test_findings_as_json(self, written, mapping):
        status, data = said("audit", self.register(written, *LAWFUL_LINES, *FAULTY), "--mapping", mapping)
        assert status == 1
        assert (data["cases"], data["lines"], data["counts"]) == (2, 12, {"unmapped": 1, "late": 1, "conflict": 1})
        assert [(one["case"], one["line"], one["kind"]) for one in data["findings"]] == [
            ("B", 10, "unmapped"),
            ("B", None, "late"),
            ("B", None, "conflict"),
        ]

    def test_findings_as_csv_in_russian(self, written, mapping):
        register = self.register(written, *LAWFUL_LINES, *FAULTY)
        status, text, _ = run("audit", register, "--mapping", mapping, "--csv", "--lang", "ru")
        rows = list(csv.reader(io.StringIO(text)))
        assert status == 1
        assert rows[0] == [
            "дело", "строка", "когда", "вид", "замечание", "основание", "срок", "последний день", "дней просрочки",
            "вид основания", "орган",
        ]  # fmt: skip
        assert [row[:2] for row in rows[1:]] == [["B", "10"], ["B", ""], ["B", ""]]
        assert "исполнено после последнего дня" in rows[2][4]
        assert rows[2][7:] == ["19.03.2026", "1", "текст закона", "district"]

    def test_findings_counted_by_deadline_stand_before_the_list(self, written, mapping):
        register = self.register(written, *LAWFUL_LINES, *FAULTY)
        _, text, _ = run("audit", register, "--mapping", mapping, "--by", "deadline")
        assert "\nconsideration\t2\t1\t1\t1\nabout none\t1\t1\t0\t0\n" in text
        _, data = said("audit", register, "--mapping", mapping, "--by", "month")
        assert [(one["of"], one["findings"], one["days_late"]) for one in data["groups"]] == [("2026-03", 3, 1)]
        _, text, _ = run("audit", register, "--mapping", mapping, "--by", "kind", "--lang", "ru")
        assert "срок нарушен\t1\t1\t1\t1\n" in text

    def test_a_finding_as_json_has_its_day_and_how_late_it_is(self, written, mapping):
        _, data = said("audit", self.register(written, *FAULTY), "--mapping", mapping)
        late = data["findings"][1]
        assert (late["deadline"], late["last_day"], late["days_late"]) == ("consideration", "2026-03-19", 1)
        assert data["seen"] == {"form": "CSV", "encoding": "utf-8", "delimiter": ",", "heads": 1, "order": "register"}

    def test_how_it_was_read_is_told_where_it_is_not_as_everywhere(self, tmp_path, mapping):
        path = tmp_path / "register.csv"
        lines = ("Реестр обращений,,,,,,,", COLUMNS, *reversed(LAWFUL_LINES))
        path.write_bytes("\n".join(lines).replace(",", ";").encode("cp1251"))
        status, text, _ = run("audit", str(path), "--mapping", mapping)
        assert status == 0
        seen = "in cp1251; cells apart by: semicolon; names of the columns in line 2; newest first"
        assert text.splitlines()[1] == f"the register is read so: {seen}"

    @pytest.mark.parametrize(("name", "form"), [("audited.xes", "XES"), ("audited.json", "OCEL")])
    def test_the_audited_histories_may_be_written_as_a_log(self, written, mapping, tmp_path, name, form):
        log = tmp_path / name
        register = self.register(written, *LAWFUL_LINES, *FAULTY)
        status, text, _ = run("audit", register, "--mapping", mapping, "--log", str(log))
        assert (status, "3 findings" in text) == (1, True)
        with log.open("rb") as file, opened(file) as read:
            assert (read.form, len(list(read.lines()))) == (form, 11)

    def test_a_log_of_another_kind_is_refused_before_anything_is_read(self, written, mapping, tmp_path):
        log = str(tmp_path / "log.csv")
        status, _, err = run("audit", self.register(written), "--mapping", mapping, "--log", log)
        assert (status, "a file that ends in .xes" in err) == (2, True)

    def test_as_of_another_day(self, written, mapping):
        """On 17 March the reply of case B, of the 20th, is still to come."""
        register = self.register(written, *FAULTY[:2])
        status, data = said("audit", register, "--mapping", mapping, "--as-of", "2026-03-17T12:00:00+05:00")
        assert (status, [one["kind"] for one in data["findings"]]) == (1, ["conflict"])

    def test_lines_that_can_not_be_read_are_findings_and_the_rest_is_judged(self, written, mapping):
        register = self.register(written, "A,received", ",,,,,,,", *FAULTY)
        status, data = said("audit", register, "--mapping", mapping)
        assert (status, data["lines"]) == (3, 7)
        assert data["counts"] == {"unread": 1, "unmapped": 1, "late": 1, "conflict": 1}
        assert data["findings"][0]["text"] == "2 cells under 8 columns (1 line: 2)"

    def test_a_mapping_that_is_wrong_stops_everything_in_one_error(self, written):
        wrong = MAPPING | {"each": {**MAPPING["each"], "by": {"id": "x", "role": "executr"}}}
        path = written("mapping.json", json.dumps(wrong))
        status, text, err = run("audit", self.register(written, *FAULTY), "--mapping", path)
        assert (status, text, err.count("\n")) == (2, "", 1)
        assert "each.by.role: the name of a role, which this is not" in err

    def test_how_a_register_is_written_may_be_said(self, written, mapping):
        register = written("register.csv", "\n".join((COLUMNS, *FAULTY)).replace(",", ";"))
        status, _, err = run("audit", register, "--mapping", mapping, "--delimiter", "comma")
        assert (status, "with a semicolon line 1 would name 8 of them" in err) == (2, True)
        said_all = ("--delimiter", "semicolon", "--encoding", "utf-8", "--order", "time")
        status, data = said("audit", register, "--mapping", mapping, *said_all)
        assert (status, data["counts"]) == (1, {"unmapped": 1, "late": 1, "conflict": 1})

    def test_a_file_that_is_no_text(self, tmp_path, mapping):
        path = tmp_path / "register.csv"
        path.write_bytes(b"\xff\xfe\x00")
        status, text, err = run("audit", str(path), "--mapping", mapping)
        assert (status, text) == (2, "")
        assert err.startswith("prcomm: ")

    def test_a_bar_shows_how_far_it_has_come(self, written, mapping):
        """On a terminal, and on its error channel: what is written stays clean."""
        register = self.register(written, *LAWFUL_LINES)
        ours, theirs = pty.openpty()
        done = subprocess.run(
            [sys.executable, "-m", "prcomm", "audit", register, "--mapping", mapping],
            stdout=subprocess.PIPE,
            stderr=theirs,
            check=True,
            env={**os.environ, "TERM": "xterm"},
        )
        os.close(theirs)
        bar = os.read(ours, 100_000).decode()
        os.close(ours)
        assert "judging" in bar
        assert done.stdout.decode().startswith("appeal, audited")


class TestDraft:
    def test_the_mapping_goes_to_the_output_and_what_was_done_beside_it(self, written):
        register = written("register.csv", "\n".join((COLUMNS, *LAWFUL_LINES)))
        status, text, err = run("draft", register, "--process", "appeal")
        drafted = json.loads(text)
        assert (status, drafted["process"], drafted["case"]) == (0, "appeal", "file")
        assert list(drafted["actions"]) == ["received", "registered", "given", "printed", "decided", "replied"]
        assert err.splitlines()[0] == "CSV; 1 case; 6 lines"
        assert "received | 1 | 1 | 03.03.2026 10:00 | 03.03.2026 10:00 | " in err

    def test_as_one_document(self, written):
        register = written("register.csv", "\n".join((COLUMNS, *LAWFUL_LINES, "A,x")))
        status, data = said("draft", register, "--activity", "what")
        assert (status, data["lines"], data["unread"], data["activities"][0]["name"]) == (3, 7, 1, "received")
        assert data["mapping"]["each"]["at"] == "{when:at}"

    def test_what_is_still_to_be_filled_in_is_told_by_audit(self, written, tmp_path):
        register = written("register.csv", "\n".join((COLUMNS, *LAWFUL_LINES)))
        mapping = str(tmp_path / "mapping.json")
        assert run("draft", register, "--process", "appeal", "--to", mapping)[:2] == (0, "")
        status, _, err = run("audit", register, "--mapping", mapping)
        assert status == 2
        assert "actions.received.action: it is empty" in err
        assert "each.by.role: the name of a role" in err

    def test_a_column_that_is_not_there(self, written):
        status, _, err = run("draft", written("register.csv", f"{COLUMNS}\n{LAWFUL_LINES[0]}"), "--case", "fil")
        assert (status, "there is no column 'fil'; did you mean file?" in err) == (2, True)


class TestIcs:
    """A complaint received on Friday 13 February 2026 after hours: fifteen days are over on Saturday the 28th."""

    AT = "2026-02-17T10:00:00+05:00"
    ASKED = ("--office", "district", "--at", AT)
    OURS = office("district")
    TALK = DIALOGUE.replay((evolve(lives_dialogues.PLAN, office=OURS), lives_dialogues.ANNOUNCE))
    BRIEF = BRIEFING.replay(
        (
            evolve(lives_briefings.PLAN, office=OURS),
            lives_briefings.ANNOUNCE,
            evolve(lives_briefings.HOLD, speaker=evolve(lives_briefings.CHARGED, office="district")),
        )
    )
    ELSEWHERE = BRIEFING.begin(lives_briefings.PLAN)
    STORED = (Codec(DIALOGUE).dumps(TALK), Codec(BRIEFING).dumps(BRIEF), Codec(BRIEFING).dumps(ELSEWHERE))

    def calendar(self, text):
        return IcsCalendarStream.calendar_from_ics(text)

    def test_of_a_case_file(self, written):
        status, text, told = run("ics", written("case.json", case_file(RECEIVE, REGISTER)), *self.ASKED)
        assert status == 0
        days = {one.summary: str(one.dtstart) for one in self.calendar(text).events}
        assert days["appeal 2026/77: consideration"] == "2026-02-28"
        assert told == f"0 events; {len(days)} dues with a day\n"

    def test_of_several_files_with_a_document_on_each_line(self, written):
        case, store = written("case.json", case_file(RECEIVE)), written("store.jsonl", "\n".join((*self.STORED, "")))
        asked = ("--office", "district", "--at", "2026-10-20T10:00:00+05:00", "--only", "events")
        status, text, told = run("ics", case, store, *asked)
        assert (status, told) == (0, "2 events; 0 dues with a day; 1 file of another office\n")
        assert {one.summary for one in self.calendar(text).events} == {"dialogue: digest 1", "briefing: digest 1"}

    def test_twice_it_writes_the_same(self, written, tmp_path):
        store = written("store.jsonl", "\n".join(self.STORED))
        for name in ("one.ics", "two.ics"):
            assert run("ics", store, *self.ASKED, "--to", str(tmp_path / name))[:2] == (0, "")
        one, two = ((tmp_path / name).read_bytes() for name in ("one.ics", "two.ics"))
        assert one == two
        assert one.startswith(b"BEGIN:VCALENDAR\r\n")

    def test_what_is_owed_without_a_day_is_told_beside_it(self, written):
        store = written("store.jsonl", "\n".join(self.STORED))
        asked = ("--office", "district", "--at", "2026-09-16T12:00:00+05:00")
        _, text, told = run("ics", store, *asked, "--lang", "ru")
        left = "1 обязанность без известного дня; 1 дело другого органа; 1 дело, ещё не начатое к этому времени"
        assert self.calendar(text).todos == []
        assert told.splitlines() == [
            f"1 мероприятие; 0 сроков с известным днём; {left}",
            f"брифинг 1: {self.record('ru')}; подлежит немедленному исполнению",
        ]
        _, text, _ = run("ics", store, *asked, "--tasks")
        assert [one.summary for one in self.calendar(text).todos] == ["briefing 1: record"]

    def record(self, lang):
        (due,) = BRIEFING.due(self.BRIEF, self.BRIEF.history[-1].action.at)
        return LABELS.say(lang)(due.name)

    def test_as_json(self, written, tmp_path):
        store = written("store.jsonl", "\n".join(self.STORED))
        asked = ("ics", store, "--office", "district", "--at", "2026-09-16T12:00:00+05:00")
        status, data = said(*asked)
        calendar = data.pop("calendar")
        (owed,) = data.pop("without_a_day")
        assert status == 0
        assert data == {
            "prcomm": 1, "office": "district", "at": "2026-09-16T12:00:00+05:00", "events": 1, "dues": 0,
            "of_other_offices": 1, "not_begun": 1, "refused": 0,
        }  # fmt: skip
        assert (owed["process"], owed["id"], owed["name"], owed["status"]) == ("briefing", "1", "record", "promptly")
        assert len(self.calendar(calendar).events) == 1
        assert "calendar" not in said(*asked, "--to", str(tmp_path / "a.ics"))[1]

    def test_a_refused_step_is_told(self):
        status, text, told = run("ics", "-", *self.ASKED, stdin=case_file(RECEIVE, REFUSE, REGISTER))
        assert status == 1
        assert "1 step refused" in told
        assert self.calendar(text).events

    def test_without_an_instant_it_is_now(self, written):
        before = pendulum.now("UTC").replace(microsecond=0)
        _, text, _ = run("ics", written("case.json", case_file(RECEIVE)), "--office", "district")
        assert before <= self.calendar(text).events[0].dtstamp <= pendulum.now("UTC")

    @pytest.mark.parametrize(
        ("file", "more", "fault"),
        [
            (case_file(RECEIVE), ("--office", "region"), "no file is of 'region'; there are files of: district"),
            (case_file(RECEIVE), (*ASKED[:2], "--at", "yesterday"), "a date: 'yesterday' is no day"),
            (case_file({"action": "Fly"}), ASKED, "case.json: actions[0].action: "),
            ("{", ASKED, "case.json: it is no JSON from line 1"),
            ('{"prcomm": 1, "document": "entity", "process": "song"}', ASKED, "case.json: process: the name of a"),
            (f"{STORED[0]}\n[]\n{STORED[0]}x", ASKED, "case.json, line 3: it is no JSON"),
            (f"{STORED[0]}\n[]\n{STORED[0]}x", ASKED, "case.json, line 2: an object, not an array"),
            (f"{STORED[0]}\n{STORED[0]}", ASKED, "Dialogue '1' of 'district' is there twice"),
        ],
        ids=["an office", "an instant", "an action", "no JSON", "a process", "a line", "another line", "twice"],
    )
    def test_bad_input(self, written, file, more, fault):
        status, text, err = run("ics", written("case.json", file), *more)
        assert (status, text) == (2, "")
        assert err.startswith("prcomm: ")
        assert fault in err

    def test_an_office_is_named(self, written):
        status, text, err = run("ics", written("case.json", case_file(RECEIVE)))
        assert (status, text) == (2, "")
        assert "--office" in err

    @pytest.mark.parametrize("file", ["no-such-file.json", "."])
    def test_a_file_that_can_not_be_read(self, file):
        status, text, err = run("ics", file, *self.ASKED)
        assert (status, text) == (2, "")
        assert err.startswith("prcomm: ")
        assert file in err

    def test_a_lifecycle_of_ones_own(self, monkeypatch):
        monkeypatch.syspath_prepend(ROOT / "examples")
        file = case_file(process="loan", office={"id": "library", "zone": "Europe/Paris"})
        status, _, err = run("ics", "-", "--office", "library", "--own", "book_loan:LOAN", stdin=file)
        assert (status, err) == (0, "0 events; 0 dues with a day; 1 file not begun by then\n")

    def test_without_the_extra_it_says_what_it_needs(self, written):
        code = (
            "import sys; sys.modules['icalendar'] = None; import runpy; runpy.run_module('prcomm', run_name='__main__')"
        )
        asked = ("ics", written("case.json", case_file(RECEIVE)), *self.ASKED)
        done = subprocess.run([sys.executable, "-c", code, *asked], capture_output=True, text=True, check=False)
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr == "prcomm: prcomm.adapters.ics needs icalendar: pip install 'prcomm[ics]'\n"


class TestFromOutside:
    def test_as_a_module(self):
        done = subprocess.run(
            [sys.executable, "-m", "prcomm", "processes", "--json"], capture_output=True, text=True, check=True
        )
        assert [one["name"] for one in json.loads(done.stdout)] == list(PROCESSES)

    def test_without_the_extra_it_says_what_it_needs(self):
        code = "import sys; sys.modules['click'] = None; import runpy; runpy.run_module('prcomm', run_name='__main__')"
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
        assert done.returncode == 2
        assert done.stderr == "the command line needs click: pip install 'prcomm[cli]'\n"
