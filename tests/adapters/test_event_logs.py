"""Event logs as registers: XES and OCEL 2.0 read, audited and written; mappings drafted; what attacks is refused."""

import csv
import gzip
import io
import json
import os
from itertools import groupby
from pathlib import Path
from xml.sax.saxutils import quoteattr

import pendulum
import pytest
from adapters.test_registers import COLUMNS, FAULTY, FOUND_IN_B, LAWFUL, MAPPING, NOW, PERMITS, REAL, ROOT, faults, line
from attrs import evolve, frozen

from prcomm import (
    EVERY_DAY,
    Action,
    Basis,
    Dated,
    Days,
    Entity,
    FindingKind,
    LastDay,
    Law,
    Lifecycle,
    Office,
    Role,
    Source,
    State,
    owes,
    rows,
)
from prcomm.adapters.registers import audit_register, audited_cases, opened, read_mapping, read_register
from prcomm.adapters.registers.drafting import drafted
from prcomm.adapters.registers.histories import write_ocel, write_xes
from prcomm.adapters.registers.lines import LineFault
from prcomm.adapters.registers.xml_events import DEEPEST, LONGEST, MOST_ATTRIBUTES
from prcomm.citizens.appeals import APPEAL

LOGS = os.environ.get("PRCOMM_LOGS", "")
"""A folder of event logs that others published, if there is one: none is ours to bring along."""


def xes(rows, case="file", of_case=()) -> bytes:
    """Rows of a register as XES, those of a case together."""

    def told(row, keys):
        return "".join(f"<string key={quoteattr(key)} value={quoteattr(row[key])}/>\n" for key in keys if row[key])

    text = '<?xml version="1.0" encoding="UTF-8"?>\n<log xmlns="http://www.xes-standard.org/">\n'
    for _, several in groupby(rows, lambda row: row[case]):
        rows_of_case = list(several)
        first = rows_of_case[0]
        keys = [key for key in first if key not in of_case]
        text += "<trace>\n" + told(
            {key.removeprefix("case:"): first[key] for key in of_case}, [key.removeprefix("case:") for key in of_case]
        )
        text += "".join(f"<event>\n{told(row, keys)}</event>\n" for row in rows_of_case) + "</trace>\n"
    return (text + "</log>\n").encode()


def rows_of(*lines):
    return [dict(zip(COLUMNS.split(","), one.split(","), strict=True)) for one in lines]


def read(content: bytes, columns=()):
    with opened(io.BytesIO(content)) as register:
        return register.form, list(register.lines(columns))


def cells(content: bytes, columns=()):
    return [one.cells for one in read(content, columns)[1]]


def refused(content: bytes) -> str:
    (told,) = faults(read, content)
    return told


def kinds(audit):
    return [(one.finding.kind, one.finding.name) for one in audit.found]


class TestXes:
    def test_it_is_judged_as_the_same_register_is_as_csv(self):
        for content in (xes(rows_of(*LAWFUL, *FAULTY)), gzip.compress(xes(rows_of(*LAWFUL, *FAULTY)))):
            register, how = read_register(io.BytesIO(content), json.dumps(MAPPING))
            audit = audit_register(register, how, NOW)
            assert (audit.cases, audit.lines, audit.seen.form, kinds(audit)) == (2, 12, "XES", FOUND_IN_B)
            assert audit.found[0].line == 9  # the ninth event

    def test_attributes_have_their_kinds_and_those_of_a_trace_stand_with_each_event_wherever_they_come(self):
        content = b"""<log><global scope="trace"><string key="concept:name" value="x"/></global>
        <trace><string key="concept:name" value=" c1 "/><event><string key="concept:name" value="a"/>
        <int key="n" value="5"/><float key="f" value="1.5"/><boolean key="b" value="true"/><id key="i" value="u"/>
        <date key="time:timestamp" value="2026-03-03T10:00:00+05:00"/>
        <list key="l"><string key="inner" value="z"/></list>
        <string key="s" value="t"><string key="meta" value="m"/></string>
        </event><string key="late" value="yes"/></trace></log>"""
        assert cells(content) == [
            {
                "case:concept:name": "c1", "case:late": "yes", "concept:name": "a", "n": 5, "f": 1.5, "b": True,
                "i": "u", "time:timestamp": "2026-03-03T10:00:00+05:00", "s": "t",
            }
        ]  # fmt: skip

    @pytest.mark.parametrize(
        ("kind", "value"), [("int", "many"), ("float", "nan"), ("float", "much"), ("int", "9" * 20)]
    )
    def test_a_number_that_is_none_stays_a_text(self, kind, value):
        content = f'<log><trace><event><{kind} key="n" value="{value}"/></event></trace></log>'
        assert cells(content.encode()) == [{"n": value}]

    def test_an_event_without_a_trace_names_no_case(self):
        content = b'<log><event><string key="what" value="received"/></event></log>'
        register, how = read_register(io.BytesIO(content), json.dumps(MAPPING))
        assert [one.text for one in audit_register(register, how, NOW).unread] == ["it names no case under 'file'"]

    @pytest.mark.parametrize("encoding", ["windows-1251", "utf-16"])
    def test_in_the_encoding_that_it_names(self, encoding):
        text = f'<?xml version="1.0" encoding="{encoding}"?><log><trace><event><string key="к" value="дело"/></event>'
        text += "</trace></log>"
        assert cells(text.encode(encoding)) == [{"к": "дело"}]


MANY = " ".join(f"a{n}='x'" for n in range(MOST_ATTRIBUTES + 1))
BOMB = "".join(f"<!ENTITY e{n} '" + f"&e{n - 1};" * 10 + "'>" for n in range(1, 20))


class TestWhatAttacksAReader:
    @pytest.mark.parametrize(
        "declared",
        [
            f'<!DOCTYPE log [<!ENTITY e0 "ha">{BOMB}]>',
            '<!DOCTYPE log [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
            '<!DOCTYPE log SYSTEM "http://127.0.0.1/log.dtd">',
            "<!DOCTYPE log>",
        ],
    )
    @pytest.mark.parametrize("kind", ["<trace><event/></trace>", "<objects/><events/>"])
    def test_a_declared_type_or_entity_is_refused_before_anything_is_read(self, declared, kind):
        told = refused(f"<?xml version='1.0'?>{declared}<log>{kind}</log>".encode())
        assert told.endswith("it declares a document type or an entity, which no event log needs: it is not read")

    @pytest.mark.parametrize(
        ("inside", "why"),
        [
            ("<a>" * (DEEPEST + 1), "its elements lie more than 64 deep in each other"),
            (f"<event {MANY}/>", "an element has more than 200 attributes"),
            ("x" * (LONGEST + 1), "a text is longer than 1048576 characters"),
            (f"<event x='{'x' * 5 * LONGEST}", "a tag is longer than 1048576 characters"),
        ],
    )
    def test_what_is_out_of_bounds_is_refused(self, inside, why):
        assert refused(f"<log><trace>{inside}".encode()).endswith(why)

    @pytest.mark.parametrize(
        "content", [b"<log><trace>", b"<log", b"<log></lag>", b"<log>\xff\xfe</log>", b"<log>&e;</log>"]
    )
    def test_what_is_no_xml_is_told_with_its_line(self, content):
        assert refused(content).startswith("line 1: it is no XML from there on: ")

    def test_an_encoding_that_there_is_not(self):
        assert "line 1: " in refused(b'<?xml version="1.0" encoding="song"?><log/>')

    @pytest.mark.parametrize("content", [b"<html><body/></html>", b"<!-- x --><svg/>"])
    def test_what_is_no_log(self, content):
        assert refused(content) == "it is XML or HTML, and no event log"

    @pytest.mark.parametrize("content", [b'{"ocel:events": {}}', b"<log><global scope='log'/><events/></log>"])
    def test_the_version_before_is_told(self, content):
        assert refused(content) == "it is OCEL 1.0: write it as OCEL 2.0"


OCEL = {
    "objectTypes": [{"name": "appeal", "attributes": []}],
    "eventTypes": [],
    "objects": [
        {
            "id": "A", "type": "appeal",
            "attributes": [
                {"name": "kind", "time": "1970-01-01T00:00:00Z", "value": "ariza"},
                {"name": "kind", "time": "2026-03-04T00:00:00Z", "value": "shikoyat"},
            ],
        },
        {"id": "B", "type": "appeal", "attributes": []},
        {"id": "p-1", "type": "person", "attributes": []},
    ],
    "events": [
        {
            "id": "e1", "type": "received", "time": "2026-03-03T05:00:00Z", "attributes": [{"name": "n", "value": 7}],
            "relationships": [{"objectId": "A", "qualifier": "of"}, {"objectId": "p-1", "qualifier": "by"}],
        },
        {
            "id": "e2", "type": "joined", "time": "2026-03-05T05:00:00Z", "attributes": [],
            "relationships": [{"objectId": "A", "qualifier": "of"}, {"objectId": "B", "qualifier": "of"}],
        },
        {"id": "e3", "type": "met", "time": "2026-03-05T05:00:00Z", "relationships": [{"objectId": "p-1"}]},
    ],
}  # fmt: skip
OCEL_XML = """<?xml version="1.0"?><log><object-types/><event-types/>
<events><event id="e1" type="received" time="2026-03-03T05:00:00Z">
<attributes><attribute name="n">7</attribute></attributes>
<objects><relationship object-id="A" qualifier="of"/><relationship object-id="p-1" qualifier="by"/></objects></event>
<event id="e2" type="joined" time="2026-03-05T05:00:00Z"><attributes/>
<objects><object object-id="A"/><object object-id="B"/></objects></event>
<event id="e3" type="met" time="2026-03-05T05:00:00Z"><objects><relationship object-id="p-1"/></objects>
</event></events>
<objects><object id="A" type="appeal"><attributes><attribute name="kind" time="1970-01-01T00:00:00Z">ariza</attribute>
<attribute name="kind" time="2026-03-04T00:00:00Z">shikoyat</attribute></attributes>
<objects><relationship object-id="p-1" qualifier="of"/></objects></object>
<object id="B" type="appeal"><attributes/></object><object id="p-1" type="person"/></objects></log>"""


class TestOcel:
    @pytest.mark.parametrize("content", [json.dumps(OCEL), json.dumps(OCEL, indent=1), OCEL_XML])
    def test_each_event_is_a_line_of_each_case_it_is_about(self, content):
        form, lines = read(content.encode(), ("ocel:type:appeal",))
        assert form == "OCEL"
        told = [(one.number, one.cells["ocel:activity"], one.cells["ocel:type:appeal"]) for one in lines]
        assert told == [(1, "received", "A"), (2, "joined", "A"), (2, "joined", "B")]
        assert str(lines[0].cells["n"]) == "7"
        assert lines[0].cells["ocel:type:person"] == "p-1"

    @pytest.mark.parametrize("content", [json.dumps(OCEL), OCEL_XML])
    def test_an_attribute_of_an_object_is_as_it_was_then(self, content):
        lines = cells(content.encode(), ("ocel:type:appeal",))
        assert [one.get("appeal:kind") for one in lines] == ["ariza", "shikoyat", None]

    def test_an_event_about_an_object_that_is_not_there_is_told(self):
        stray = {**OCEL, "objects": OCEL["objects"][:1]}
        (_, *others) = read(json.dumps(stray).encode(), ("ocel:type:appeal",))[1]
        assert others == [LineFault(2, "it is about an object that the log has not")]

    def test_an_array_of_json_is_a_register_too(self):
        with opened(io.BytesIO(b'[{"file": 1}, 2]')) as register:
            first, second = register.lines()
        assert (first.number, first.cells, second) == (1, {"file": 1}, LineFault(2, "an object, not a number"))


def audited():
    return audited_cases([f"{one}\n" for one in (COLUMNS, *LAWFUL, *FAULTY)], read_mapping(json.dumps(MAPPING)), NOW)


@pytest.fixture(scope="module")
def as_xes():
    file = io.StringIO()
    assert write_xes(audited(), NOW, file) == 2
    return cells(file.getvalue().encode())


@pytest.fixture(scope="module")
def as_ocel():
    file = io.StringIO()
    assert write_ocel(audited(), NOW, file) == 2
    return json.loads(file.getvalue())


class TestWritten:
    """Case A is lawful, of case B one line is no action, and the reply is a day late."""

    def test_xes_has_the_steps_with_their_verdicts(self, as_xes):
        of_b = [one for one in as_xes if one["case:concept:name"] == "B"]
        assert [one["concept:name"] for one in of_b] == [
            "Receive", "Register", "telephoned", "Assign", "Decide", "SendReply",
        ]  # fmt: skip
        assert [one.get("prcomm:found") for one in of_b] == [None, None, "unmapped", None, None, None]
        assert (of_b[0]["org:resource"], of_b[0]["org:role"], of_b[0]["prcomm:lawful"]) == (
            "clerk 1",
            "registrar",
            True,
        )
        assert of_b[1]["time:timestamp"] == "2026-03-04T11:00:00+05:00"

    def test_xes_has_the_dues_with_their_last_days(self, as_xes):
        told = {name.removeprefix("case:prcomm:due:consideration:"): cell for name, cell in as_xes[-1].items()}
        assert (told["last_day"], told["status"], told["days_late"]) == ("2026-03-19T00:00:00Z", "late", 1)

    def test_ocel_has_cases_that_change_and_dues_that_are_owed_in_them(self, as_ocel):
        objects = {one["id"]: one for one in as_ocel["objects"]}
        states = [(of["time"], of["value"]) for of in objects["A"]["attributes"] if of["name"] == "state"]
        assert states[:2] == [("2026-03-03T05:00:00Z", "RECEIVED"), ("2026-03-03T06:00:00Z", "REGISTERED")]
        due = {of["name"]: of["value"] for of in objects["B#due-3"]["attributes"]}
        assert (due["deadline"], due["status"], due["days_late"]) == ("consideration", "late", 1)
        assert objects["B#due-3"]["relationships"] == [{"objectId": "B", "qualifier": "owed in"}]

    def test_ocel_declares_every_attribute_with_its_type_and_all_references_are_there(self, as_ocel):
        declared = {
            (of["name"], attribute["name"]): attribute["type"]
            for name in ("objectTypes", "eventTypes")
            for of in as_ocel[name]
            for attribute in of["attributes"]
        }
        used = {
            (one["type"], of["name"])
            for name in ("objects", "events")
            for one in as_ocel[name]
            for of in one["attributes"]
        }
        assert used == declared.keys()
        assert (declared["due", "last_day"], declared["due", "law"], declared["due", "days_late"]) == (
            "time",
            "boolean",
            "integer",
        )
        ids = [one["id"] for name in ("objects", "events") for one in as_ocel[name]]
        assert len(ids) == len(set(ids))
        related = {
            of["objectId"] for name in ("objects", "events") for one in as_ocel[name] for of in one["relationships"]
        }
        assert related <= {one["id"] for one in as_ocel["objects"]}

    def test_what_was_written_is_read_as_a_log(self, as_ocel):
        form, lines = read(json.dumps(as_ocel).encode(), ("ocel:type:appeal",))
        assert (form, len(lines)) == ("OCEL", 11)

    def test_a_private_person_is_in_neither(self):
        more = {"action": "AddMaterials", "by": {"id": "{applicant}", "role": "appellant"}}
        how = read_mapping(json.dumps(MAPPING | {"actions": {**MAPPING["actions"], "more": more}}))
        lines = [f"{one}\n" for one in (COLUMNS, *LAWFUL[:2], line("A", "more", "03.03.2026 11:30"))]
        for write in (write_xes, write_ocel):
            file = io.StringIO()
            write(audited_cases(lines, how, NOW), NOW, file)
            assert "AddMaterials" in file.getvalue()
            assert "p-A" not in file.getvalue()

    def test_what_xml_has_no_place_for_is_not_in_it(self):
        (first, *_) = audited()
        file = io.StringIO()
        write_xes([evolve(first, case='A\x01<&\x02"\ud800')], NOW, file)
        assert cells(file.getvalue().encode())[0]["case:concept:name"] == 'A\ufffd<&\ufffd"\ufffd'


class TestDrafts:
    def draft(self, content: bytes, lifecycle=APPEAL, **columns):
        with opened(io.BytesIO(content)) as register:
            return drafted(register, lifecycle, **columns)

    def test_a_register_shows_its_columns_and_activities_in_their_order(self):
        draft = self.draft("\n".join((COLUMNS, *LAWFUL, *FAULTY)).encode())
        assert (draft.case, draft.activity, draft.time, draft.who) == ("file", "what", "when", "who")
        assert (draft.lines, draft.cases, draft.unread) == (12, 2, 0)
        assert [(one.name, one.lines, one.cases) for one in draft.activities] == [
            ("received", 2, 2), ("registered", 2, 2), ("telephoned", 1, 1), ("given", 2, 2), ("printed", 1, 1),
            ("decided", 2, 2), ("replied", 2, 2),
        ]  # fmt: skip
        given = draft.activities[3]
        assert (given.first, given.last, given.after) == ("03.03.2026 12:00", "05.03.2026 12:00", "registered")

    def test_in_the_order_of_time_where_the_register_has_another(self):
        draft = self.draft("\n".join((COLUMNS, *reversed(LAWFUL))).encode())
        assert [one.name for one in draft.activities][:2] == ["received", "registered"]

    def test_what_only_an_expert_knows_is_left_so_that_the_mapping_says_it_is_missing(self):
        draft = self.draft("\n".join((COLUMNS, *LAWFUL)).encode(), None)
        told = faults(read_mapping, json.dumps(draft.mapping))
        assert [one.split(":")[0] for one in told] == ["process"]
        told = faults(read_mapping, json.dumps(draft.mapping | {"process": "appeal"}))
        assert {one.split(":")[0] for one in told} == {
            *(
                f"actions.{name}.action"
                for name in ("received", "registered", "given", "printed", "decided", "replied")
            ),
            "each.by.role",
        }
        assert (
            "actions.given.action: it is empty: the name of an action, or null in place of it all to leave it out"
            in told
        )

    def test_an_activity_that_is_called_as_an_action_is_taken_for_it_with_what_it_needs(self):
        done = ("register,2026-03-03T10:00", "Send reply,2026-03-04T10:00", "register,2026-03-05T10:00")
        written = "case,activity,time\n" + "".join(f"1,{one}\n" for one in done)
        draft = self.draft(written.encode())
        assert draft.mapping["actions"] == {
            "register": {"action": "Register", "number": "{number}"},
            "Send reply": {
                "action": "SendReply", "to": "{to}", "form": "{form}", "language": "{language}",
                "challenge_explained": "{challenge_explained}",
            },
        }  # fmt: skip

    def test_columns_without_telling_names_are_known_by_what_is_in_them(self):
        written = "a,b,c\n" + "".join(
            f"x{n},{'begun' if step else 'done'},0{step + 1}/13/2026\n" for n in range(9) for step in (0, 1)
        )
        draft = self.draft(written.encode())
        assert (draft.case, draft.activity, draft.time, draft.format) == ("a", "b", "c", "%m/%d/%Y")
        assert draft.mapping["format"] == "%m/%d/%Y"

    def test_columns_may_be_named(self):
        draft = self.draft("\n".join((COLUMNS, *LAWFUL)).encode(), case="number", activity="file", time="when")
        assert (draft.case, draft.activity, draft.unread) == ("number", "file", 3)
        told = faults(self.draft, f"{COLUMNS}\n{LAWFUL[0]}".encode(), case="fil")
        assert told == ("case: there is no column 'fil'; did you mean file?",)

    def test_what_can_not_be_told_is_asked_for(self):
        assert faults(self.draft, b"a,b\n1,2\n") == (
            "case: no column seems to tell it: name one of the 2 there are",
            "activity: no column seems to tell it: name one of the 2 there are",
        )
        assert faults(self.draft, b"a,b\n") == ("it has no lines that can be read",)

    def test_of_a_log(self):
        draft = self.draft(json.dumps(OCEL).encode())
        assert (draft.seen.form, draft.case, draft.activity, draft.time) == (
            "OCEL",
            "ocel:type:appeal",
            "ocel:activity",
            "ocel:timestamp",
        )
        assert draft.cases == 2

    def test_too_many_activities_are_none(self):
        written = "case,activity,time\n" + "".join(f"1,done {n},2026-03-03T10:00\n" for n in range(501))
        (told,) = faults(self.draft, written.encode())
        assert told == "activity: 'activity' holds 501 different texts: that is no column of activities"


@pytest.mark.skipif(not REAL.exists(), reason="the real register is not here")
class TestTheRealRegister:
    def test_as_xes_it_comes_to_what_it_comes_to_as_csv(self, monkeypatch):
        monkeypatch.syspath_prepend(ROOT / "examples")
        from permit_register import PERMIT

        with REAL.open(encoding="utf-8", newline="") as text:
            rows = list(csv.DictReader(text))
        of_case = [name for name in rows[0] if name.startswith("case:")]
        step = {"action": "Step", "at": "{time:timestamp:at}", "activity": "{concept:name}"}
        mapping = json.dumps(PERMITS | {"actions": dict.fromkeys({row["concept:name"] for row in rows}, step)})
        at = pendulum.datetime(2013, 1, 1, tz="Europe/Amsterdam")
        told = []
        for content in (REAL.read_bytes(), xes(rows, "case:concept:name", of_case)):
            register, how = read_register(io.BytesIO(content), mapping, {"permit": PERMIT})
            audit = audit_register(register, how, at)
            assert (audit.cases, audit.lines, audit.unread, audit.repeated) == (1434, 8577, (), 0)
            told.append([(one.case, str(one.finding)) for one in audit.found])
        assert told[0] == told[1]
        assert sum(one.startswith("owed") for _, one in told[0]) == 105  # the cases without an end

    def test_its_activities_are_drafted(self):
        with REAL.open("rb") as file, opened(file) as register:
            draft = drafted(register)
        assert (draft.case, draft.activity, draft.time, draft.who) == (
            "case:concept:name", "concept:name", "time:timestamp", "org:resource",
        )  # fmt: skip
        assert (draft.lines, draft.cases, len(draft.activities)) == (8577, 1434, 27)
        assert (draft.activities[0].name, draft.activities[0].cases) == ("Confirmation of receipt", 1434)


class FineState(State):
    CREATED = 1
    SENT = 2


@frozen(kw_only=True)
class FineAction(Action): ...


@frozen(kw_only=True)
class Create(FineAction):
    fine: str


@frozen(kw_only=True)
class Send(FineAction): ...


@frozen(kw_only=True)
class Fine(Entity[FineState]): ...


CODE, POLICE = Source("Traffic code", basis=Basis.ASSUMED), Role("police")
COUNTED = Law("Italy", EVERY_DAY, Dated.of("a last day that is a day off", LastDay.STRICT, CODE(1)), sources=(CODE,))
TOWN = Office("a town", zone="Europe/Rome", week=7)
row, owed = rows(Fine, FineState, FineAction), owes(Fine, FineAction)
FINES = Lifecycle(
    "fine",
    (
        row.start(Create, FineState.CREATED, POLICE, CODE(1), then=lambda action: Fine(id=action.fine, office=TOWN)),
        row(FineState.CREATED, Send, FineState.SENT, POLICE, CODE(1)),
    ),
    (owed("sending", Create, Days(90), Send, POLICE, CODE(201)),),
    law=COUNTED,
    final=FineState.SENT,
)


@pytest.mark.skipif(not LOGS, reason="no folder of event logs is named in PRCOMM_LOGS")
class TestLogsThatOthersPublished:
    """Whatever lies in that folder is read to its end, or refused in one sentence; XES of others is drafted."""

    @pytest.mark.parametrize(
        "path", sorted(Path(LOGS or ".").glob("*.xes*")) if LOGS else [], ids=lambda path: path.name
    )
    def test_xes(self, path):
        with path.open("rb") as file, opened(file) as register:
            draft = drafted(register)
        assert (draft.seen.form, draft.unread) == ("XES", 0)
        assert draft.cases > 1

    @pytest.mark.parametrize("path", sorted(Path(LOGS or ".").glob("*roadtraffic*.xes*")) if LOGS else [])
    def test_fines_that_were_sent_more_than_ninety_days_after_they_were_made(self, path):
        """The fines of an Italian town, counted once with the library and once without."""
        by = {"by": {"id": "-", "role": "police"}, "at": "{time:timestamp:at}"}
        with path.open("rb") as file, opened(file) as register:
            left_out = {one.name: None for one in drafted(register).activities}
        actions = {"Create Fine": {"action": "Create", "fine": "{case:concept:name}"}, "Send Fine": {"action": "Send"}}
        mapping = {
            "prcomm": 1, "process": "fine", "office": {"id": "a town", "zone": "Europe/Rome", "week": 7},
            "case": "case:concept:name", "activity": "concept:name", "each": by, "actions": left_out | actions,
        }  # fmt: skip
        with path.open("rb") as file:
            register, how = read_register(file, json.dumps(mapping), {"fine": FINES})
            audit = audit_register(register, how, pendulum.datetime(2020, 1, 1, tz="Europe/Rome"))
        with path.open("rb") as file, opened(file) as register:
            days = {}
            for one in register.lines():
                day = pendulum.parse(one.cells["time:timestamp"]).date()
                days.setdefault(one.cells["case:concept:name"], {}).setdefault(one.cells["concept:name"], day)
        sent = [(of["Send Fine"] - of["Create Fine"]).days for of in days.values() if "Send Fine" in of]
        late = [one for one in audit.found if one.finding.kind is FindingKind.LATE]
        assert audit.unread == ()
        assert len(late) == sum(taken > 90 for taken in sent) > 0
        assert sum(one.finding.kind is FindingKind.OWED for one in audit.found) == audit.cases - len(sent)
