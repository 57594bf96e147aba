"""The case file: judged step by step, going on after a refusal; and all that is wrong with one at once."""

import json
from datetime import date

import jsonschema
import pytest
from adapters.case_files import (
    ASSIGN,
    DECIDE,
    LAWFUL,
    OFFICE,
    RECEIVE,
    REFUSE,
    REGISTER,
    REPLY,
    TO_THE_ACCUSED,
    case_file,
    step,
)
from attrs import frozen

from prcomm import (
    EVERY_DAY,
    Action,
    Article,
    Dated,
    Days,
    Entity,
    Guard,
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
from prcomm.adapters.case_files import answer, live, read_case
from prcomm.adapters.json import BadDocument, answer_schema, schema
from prcomm.citizens.appeals import APPEAL
from prcomm.labels import say


class BoxState(State):
    OPEN = 1
    PAID = 2


@frozen(kw_only=True)
class BoxAction(Action): ...


@frozen(kw_only=True)
class Open(BoxAction):
    office: Office


@frozen(kw_only=True)
class Pay(BoxAction): ...


@frozen(kw_only=True)
class Box(Entity[BoxState]): ...


NOW = "2026-03-01T12:00:00+05:00"


def answered(*actions, lang="en", **changes):
    return answer(live(read_case(case_file(*actions, **changes))), say(lang))


def faults(text):
    with pytest.raises(BadDocument) as raised:
        live(read_case(text))
    return raised.value.faults


class TestALawfulCase:
    def test_where_it_stands(self):
        said = answered(*LAWFUL, as_of=NOW)
        assert (said["state"], said["version"], said["id"], said["process"]) == ("CONSIDERED", 5, "2026/77", "appeal")
        assert said["law"] == {"pack": "Uzbekistan", "version": "2026-11-22", "calendar_known": "2026-05-20"}
        assert [one["accepted"] for one in said["steps"]] == [True] * 5
        assert [one["state"] for one in said["steps"]] == [
            "RECEIVED",
            "REGISTERED",
            "IN_REVIEW",
            "DECIDED",
            "CONSIDERED",
        ]

    def test_what_is_owed_and_why_that_day(self):
        """15 days after 13 February are 28 February, a Saturday: the text gives that day; the working day after it is
        Monday 2 March, the one before it Friday the 27th."""
        due = {one["name"]: one for one in answered(RECEIVE, REGISTER, as_of="2026-02-20T12:00:00+05:00")["due"]}
        its = due["consideration"]
        assert (its["raw"], its["rolled"], its["control"], its["last"]) == (
            "2026-02-28",
            "2026-03-02",
            "2026-02-27",
            "2026-02-28",
        )
        assert (its["status"], its["owed_by"], its["basis"], its["key"]) == ("running", "executor", "STATUTE", None)
        assert "O‘RQ-445 art. 28(1)" in its["cites"]
        counted = [line for line in its["trace"] if line["text"].startswith("day ") and line["counted"]]
        assert [line["day"] for line in counted] == [f"2026-02-{day}" for day in range(14, 29)]
        # Received after hours on a Friday: registered on the next working day, Monday.
        assert (due["registration"]["last"], due["registration"]["status"]) == ("2026-02-16", "met")

    def test_without_as_of_the_dues_are_as_of_the_last_action(self):
        assert answered(RECEIVE, REGISTER)["as_of"] == REGISTER["at"]

    def test_the_answer_keeps_to_its_schema(self):
        for actions in ((), (REFUSE,), LAWFUL, (RECEIVE, REFUSE, TO_THE_ACCUSED)):
            jsonschema.validate(answered(*actions), answer_schema(APPEAL))
            jsonschema.validate(json.loads(case_file(*actions)), schema(APPEAL))


class TestARefusal:
    def test_it_is_reported_and_the_case_goes_on_from_the_state_before(self):
        said = answered(RECEIVE, REFUSE, REGISTER, TO_THE_ACCUSED, ASSIGN, REPLY, DECIDE, REPLY)
        assert [one["accepted"] for one in said["steps"]] == [True, False, True, False, True, False, True, True]
        assert [one["state"] for one in said["steps"]][:4] == ["RECEIVED", "RECEIVED", "REGISTERED", "REGISTERED"]
        assert (said["state"], said["version"]) == ("CONSIDERED", 5)

    def test_it_gives_every_reason(self):
        refused = answered(RECEIVE, REGISTER, TO_THE_ACCUSED)["steps"][2]
        assert [(one["kind"], one["cites"], one["basis"]) for one in refused["reasons"]] == [
            ("role", ["House rules rule 2"], "ASSUMED"),
            ("guard", ["O‘RQ-445 art. 25(3)"], "STATUTE"),
        ]
        assert refused["reasons"][1]["remedy"] == "give it to somebody else"
        assert refused["cites"] == []

    def test_if_nothing_begins_it_there_is_no_state(self):
        said = answered(REGISTER)
        assert (said["state"], said["version"], said["id"], said["due"]) == (None, 0, None, [])
        assert said["steps"][0]["state"] is None

    def test_it_may_begin_later(self):
        assert answered(REGISTER, RECEIVE)["state"] == "RECEIVED"

    def test_texts_are_in_the_language_asked_for_and_names_are_codes(self):
        reason = answered(RECEIVE, REFUSE, lang="ru")["steps"][1]["reasons"][0]
        assert reason["text"] == "в регистрации никогда не отказывают"
        assert (reason["kind"], reason["basis"]) == ("never", "STATUTE")
        assert answered(RECEIVE, REFUSE, lang="uz-Cyrl")["steps"][1]["reasons"][0]["text"] == (
            "рўйхатдан ўтказиш ҳеч қачон рад этилмайди"
        )


class TestBadInput:
    def test_a_misspelt_field_is_guessed_at(self):
        (told,) = faults(case_file(RECEIVE, as_off="2026-02-16T10:00:00+05:00"))
        assert told.endswith("did you mean as_of?")

    def test_all_of_it_is_told_at_once(self):
        told = faults(
            case_file(
                {**RECEIVE, "kind": "SONG"},
                {**REGISTER, "colour": "red"},
                {**ASSIGN, "at": "2026-02-16 10:00"},
                {**DECIDE, "by": {"id": "head", "role": "king"}},
                {"action": "Fly"},
                7,
                prcomm=2,
                as_of="yesterday",
                colour="red",
            )
        )
        paths = [fault.split(": ")[0] for fault in told]
        assert paths == [
            "the field colour is not known; there are",
            "prcomm",
            "actions[0].kind",
            "actions[1]",
            "actions[2].at",
            "actions[3].by.role",
            "actions[4].action",
            "actions[5]",
            "as_of",
        ]

    def test_no_value_is_quoted(self):
        secret = "Karimova Nodira"
        bad = {**RECEIVE, "kind": secret, "by": {"id": secret, "role": secret}, "appellants": [{"type": secret}]}
        told = faults(case_file(bad, {"action": secret}, office={**OFFICE, "opens": secret}, as_of=secret))
        assert len(told) > 5
        assert not [fault for fault in told if "Karimova" in fault]

    @pytest.mark.parametrize(
        ("changes", "path"),
        [
            ({"process": None}, "process"),
            ({"process": "song"}, "process"),
            ({"process": ["appeal"]}, "process"),
            ({"process": "os:system"}, "process"),
            ({"prcomm": None}, "prcomm"),
            ({"prcomm": True}, "prcomm"),
            ({"office": {"week": 5}}, "office.id"),
            ({"office": {"id": "a", "week": 4}}, "office.week"),
            ({"office": {"id": "a", "zone": "Nowhere/Land"}}, "office.zone"),
            ({"office": None}, "actions[0].office"),
            ({"actions": None}, "actions"),
            ({"actions": {}}, "actions"),
            ({"as_of": "2026-03-01"}, "as_of"),
            ({"as_of": "2026-02-01T12:00:00+05:00"}, "as_of"),  # before the last action
        ],
    )
    def test_one_thing(self, changes, path):
        (fault,) = faults(case_file(RECEIVE, **changes))
        assert fault.startswith(path)

    @pytest.mark.parametrize("text", ["", "[]", "null", '{"prcomm": 1', b"\xff", '{"prcomm": 1, "prcomm": 1}'])
    def test_what_is_no_case_file_at_all(self, text):
        assert faults(text)

    def test_an_action_that_can_not_be_judged_is_bad_input_too(self):
        """Its effect needs what the file does not give: it is told with its place, and nothing is half done."""
        backwards = step("Extend", "2026-02-20T10:00", {"id": "head", "role": "head"}, until="2026-02-30", needs=[])
        (fault,) = faults(case_file(RECEIVE, backwards))
        assert fault.startswith("actions[1].until")


class TestWhatTheLawOfTheDayDoesNotSay:
    """An action that would be judged by a value that was not in force is bad input, a due that would be counted by one
    is unknown and says so: nothing is guessed."""

    ACT = Source("Act", "An act", (Article("1", "one"),))
    FEE = Dated.of("the fee", 3, ACT(1), since=date(2027, 1, 1))
    DAYS = Dated.of("the days", 3, ACT(1), since=date(2027, 1, 1))
    LAST_DAY = Dated.of("a last day that is a day off", LastDay.STRICT, ACT(1))
    KEEPER = Role("keeper")

    def lifecycle(self):
        row, owed = rows(Box, BoxState, BoxAction), owes(Box, BoxAction)

        def opened(action: Open) -> Box:
            return Box(id="1", office=action.office)

        def fee_is_paid(box: Box, action: Pay, law: Law) -> bool:
            return law[self.FEE] > 0

        paid = Guard("fee_is_paid", "the fee is paid", self.ACT(1), fee_is_paid)
        table = (
            row.start(Open, BoxState.OPEN, self.KEEPER, self.ACT(1), then=opened),
            row(BoxState.OPEN, Pay, BoxState.PAID, self.KEEPER, self.ACT(1), paid),
        )
        due = owed("pay", Open, Days(self.DAYS), Pay, self.KEEPER, self.ACT(1))
        law = Law("here", EVERY_DAY, self.LAST_DAY, zone="UTC", sources=(self.ACT,), values=(self.FEE, self.DAYS))
        return Lifecycle("box", table, (due,), law=law)

    def lived(self, *actions):
        by = {"id": "k", "role": "keeper"}
        steps = [{"action": action, "at": "2026-02-16T10:00:00+00:00", "by": by} for action in actions]
        file = {"prcomm": 1, "process": "box", "office": {"id": "a"}, "actions": steps}
        return live(read_case(json.dumps(file), {"box": self.lifecycle()}))

    def test_of_a_due(self):
        (due,) = answer(self.lived("Open"))["due"]
        assert (due["status"], due["last"], due["basis"]) == ("unknown", None, "ASSUMED")
        assert [line["text"] for line in due["trace"]] == ["the days on 2026-02-16: not in force"]

    def test_of_an_action_too(self):
        with pytest.raises(BadDocument) as raised:
            self.lived("Open", "Pay")
        assert raised.value.faults == ("actions[1]: 'the fee' on 2026-02-16: not in force",)


def test_a_process_of_ones_own(monkeypatch):
    from book_loan import LOAN

    file = {"prcomm": 1, "process": LOAN.name, "office": {"id": "library", "zone": "Europe/Paris"}, "actions": []}
    assert read_case(json.dumps(file), {LOAN.name: LOAN}).lifecycle is LOAN
    with pytest.raises(BadDocument):
        read_case(json.dumps(file))
