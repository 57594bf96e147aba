"""Tables of what the library says, in whichever language, as texts or as HTML."""

import pickle

import pytest
from attrs import evolve
from core.one_duty import (
    ACT,
    ANN,
    CODE,
    FIVE,
    LAW,
    TRANSITIONS,
    Begin,
    Close,
    Do,
    DutyState,
    at as on,
    begun,
    duty,
    its_day,
    lived,
    owed,
    row,
)
from samples.petition import CARL, PETITION, Refer, at, filed_on, opened_on

from prcomm import Actor, BadInput, Basis, Days, Lifecycle, Role, Source, Unmapped, Who, guard
from prcomm.adapters import sheets
from prcomm.adapters.json_view import lifecycle_view
from prcomm.adapters.sheets import sheets as tables_of
from prcomm.core.sources.citations import Under
from prcomm.core.values.messages import Said, filled, in_english, one_or_more


class TestOfALifecycle:
    def test_states_with_their_place(self):
        rows = sheets.states(PETITION).texts()
        assert [row[0] for row in rows] == [state.name for state in PETITION.states]
        places = {row[0]: row[2] for row in rows}
        initial = {row.target.name for row in PETITION.transitions if row.starts}
        assert {name for name, place in places.items() if "initial" in place} == initial
        assert {name for name, place in places.items() if "final" in place} == {state.name for state in PETITION.final}

    def test_all_three_tables(self):
        captions = [sheet.caption for sheet in sheets.sheets(PETITION)]
        assert captions == ["petition: states", "petition: transitions", "petition: deadlines"]

    def test_of_anything_else_there_is_none(self):
        with pytest.raises(BadInput, match="an int"):
            sheets.sheets(7)


class TestOfDues:
    def test_one_line_for_each_as_it_stands(self):
        entity = opened_on(3, 3)
        dues = PETITION.due(entity, at(3, 4))
        table = sheets.dues(dues, at(3, 4))
        assert table.caption == "what is owed"
        assert [row[0] for row in table.texts()] == [due.name for due in dues]
        assert [row[2] for row in table.texts()] == [due.status(at(3, 4)).value for due in dues]
        assert dues


def test_a_verdict_without_reasons():
    verdict = PETITION.explain(filed_on(3, 3), Refer(at=at(3, 3), by=CARL, to="elsewhere"))
    assert len(sheets.verdict(verdict).rows) == len(verdict.reasons)


# A duty of two days from Thursday 5 March 2026: the last day is Saturday the 7th. By the wall calendar the working
# days beside it are Friday the 6th and Monday the 9th.
DUTY = duty(Days(2))
BEGUN = lived(DUTY, FIVE, "2026-03-05 10:00")
READER = Role("reader")
RULES = Source("House rules", basis=Basis.ASSUMED, unit="rule")

RUSSIAN: dict[object, str] = {
    "{process}: deadlines": "сроки: {process}",
    "owed": "что",
    "within": "за сколько",
    "{n} day|{n} days": "{n} день|{n} дня",
    "begins with": "начало",
    "met by": "исполнение",
    "owed by": "кто",
    "under": "основание",
    "duty": "обязанность",
    Begin: "начать",
    Do: "исполнить",
    ANN.role: "сотрудник",
    Basis.ANALOGY: "аналогия",
}


def in_russian(word: object) -> str:
    if isinstance(word, Said):
        return filled(RUSSIAN.get(word.sentence, word.sentence), word.words, in_russian, one_or_more)
    if isinstance(word, tuple):
        return ", ".join(map(in_russian, word))
    told = getattr(word, "rendered", None)
    return told(in_russian) if told else RUSSIAN.get(word) or in_english(word)


def test_a_lifecycle_is_three_tables() -> None:
    states, transitions, deadlines = tables_of(DUTY)
    assert states.caption == "duty: states"
    assert states.head == ("state", "phase", "place")
    assert states.texts() == (("OPEN", "", "initial"), ("CLOSED", "", "final"))
    assert transitions.caption == "duty: transitions"
    assert transitions.head == ("in state", "action", "leads to", "who may", "under", "given that", "only")
    assert len(transitions.rows) == 8
    assert transitions.texts()[0] == ("", "Begin", "OPEN", "clerk (Civil Code art. 1)", "Civil Code art. 1", "", "")
    assert transitions.texts()[1] == ("OPEN", "Again", "SAME", "clerk (Civil Code art. 1)", "Civil Code art. 1", "", "")
    assert transitions.texts()[7] == (
        "OPEN",
        "Close",
        "CLOSED",
        "clerk (Civil Code art. 1)",
        "Civil Code art. 1",
        "",
        "",
    )
    assert deadlines.caption == "duty: deadlines"
    assert deadlines.head == ("owed", "within", "begins with", "met by", "owed by", "under")
    assert deadlines.texts() == (("duty", "2 days", "Begin", "Do", "clerk (Civil Code art. 2)", "Civil Code art. 2"),)


def test_what_is_forbidden_and_what_is_asked_stand_in_the_row() -> None:
    @guard("somebody has asked", ACT(3))
    def asked(action: Begin) -> bool:
        return True

    @guard("the day is named", ACT(4))
    def named(action: Begin) -> bool:
        return True

    begin = row.start(Begin, DutyState.OPEN, ANN.role, ACT(1), asked, named, then=begun)
    never = row.never(DutyState.CLOSED, Do, ACT(5), "what is closed is done")
    _, transitions, _ = tables_of(Lifecycle("duty", (begin, *TRANSITIONS[1:], never), law=LAW, final=DutyState.CLOSED))
    first, *_, last = transitions.texts()
    assert first[5] == "somebody has asked; the day is named"
    assert last == ("CLOSED", "Do", "never: what is closed is done", "", "Civil Code art. 5", "", "")


def test_a_deadline_that_is_owed_on_a_condition_says_so() -> None:
    deadline = owed("duty", Begin, Days(2), (Do,), ANN.role, ACT(2), provided="it is not ours", since=its_day)
    lifecycle = Lifecycle("duty", TRANSITIONS, [deadline], law=LAW, final=DutyState.CLOSED)
    *_, deadlines = tables_of(lifecycle)
    assert deadlines.texts()[0][0] == "duty, provided that it is not ours"
    (due,) = lifecycle.due(lived(lifecycle, FIVE, "2026-03-05 10:00"), on("2026-03-05 10:00"))
    assert [sheet.caption for sheet in tables_of(due)] == [
        "duty, provided that it is not ours",
        "duty, provided that it is not ours: why this day",
    ]


def test_an_entity_is_its_history() -> None:
    (history,) = tables_of(BEGUN)
    assert history.caption == "Duty d: OPEN, version 1"
    assert history.head == ("at", "action", "by", "state", "under", "against")
    assert history.texts() == (("2026-03-05 10:00+05:00", "Begin", "c1 (clerk)", "OPEN", "Civil Code art. 1", ""),)


def test_what_was_against_a_record_stands_with_it() -> None:
    late = Close(at=on("2026-03-04 10:00"), by=Actor("r1", READER))
    audit = DUTY.audit([BEGUN.history[0].action, late], on("2026-03-05 10:00"))
    assert audit.entity is not None
    (history,) = tables_of(audit.entity)
    assert history.texts()[1][5] == (
        "reader, no role of the duty, may not Close; it is before the last record, of 2026-03-05 10:00:00+05:00"
    )


def test_a_due_is_its_days_and_why() -> None:
    (due,) = DUTY.due(BEGUN, on("2026-03-05 10:00"))
    days, why = tables_of(due)
    assert days.caption == "duty"
    assert days.head == ("counted from", "raw", "rolled", "control", "last", "met", "owed by", "under")
    assert days.texts() == (
        (
            *("2026-03-05", "2026-03-07", "2026-03-09", "2026-03-06", "2026-03-07", ""),
            *("clerk (Civil Code art. 2)", "Civil Code art. 2"),
        ),
    )
    assert why.caption == "duty: why this day"
    assert why.head == ("day", "counted", "why", "under")
    assert why.texts() == (
        ("2026-03-05", "-", "day 0: the event itself", "Civil Code art. 146"),
        ("2026-03-06", "+", "day 1", ""),
        ("2026-03-07", "+", "day 2", ""),
        ("2026-03-07", "-", "day off: Saturday", ""),
        ("2026-03-08", "-", "day off: Sunday", ""),
        ("2026-03-07", "+", "the last day: the day the text gives, even if it is a day off", "Civil Code art. 148"),
    )


def test_a_verdict_is_its_reasons() -> None:
    (refused,) = tables_of(DUTY.explain(BEGUN, Close(at=on("2026-03-05 11:00"), by=Actor("r1", READER))))
    assert refused.caption == "Close of a duty in OPEN by reader on 2026-03-05 11:00+05:00 is refused"
    assert refused.head == ("why not", "reason", "under", "what would do")
    assert refused.texts() == (
        ("role", "reader, no role of the duty, may not Close", "Civil Code art. 1", "who may: clerk"),
    )
    (accepted,) = tables_of(DUTY.explain(BEGUN, Close(at=on("2026-03-05 11:00"), by=ANN)))
    assert accepted.caption == "Close of a duty in OPEN by clerk on 2026-03-05 11:00+05:00 is accepted"
    assert accepted.rows == ()


def test_an_audit_is_its_findings() -> None:
    (findings,) = tables_of(DUTY.audit([BEGUN.history[0].action, Unmapped("Wait")], on("2026-03-09 10:00")))
    assert findings.caption == "findings"
    assert findings.texts() == (
        ("1", "", "unmapped", "'Wait' is no action of the duty", ""),
        ("", "", "owed", "duty: not done by its last day, 2026-03-07", "Civil Code art. 2"),
    )


class TestInAnotherLanguage:
    def test_every_cell_is_said_in_it(self) -> None:
        *_, deadlines = tables_of(DUTY)
        assert deadlines.texts(in_russian) == (
            ("обязанность", "2 дня", "начать", "исполнить", "сотрудник (Civil Code art. 2)", "Civil Code art. 2"),
        )

    def test_the_caption_and_the_head_too(self) -> None:
        shown = sheets.html(DUTY, in_russian)
        assert shown.count("<table>") == 3
        assert "<caption>сроки: обязанность</caption>" in shown
        assert (
            "<th>что</th><th>за сколько</th><th>начало</th><th>исполнение</th><th>кто</th><th>основание</th>" in shown
        )

    def test_what_a_rule_rests_on_says_its_basis_where_it_is_less_than_the_act(self) -> None:
        weak = CODE(9).by(Basis.ANALOGY)
        assert str(Under((weak,), Basis.ANALOGY)) == "Labour Code art. 9, ANALOGY"
        assert (
            Under((weak, ACT(2)), Basis.ANALOGY).rendered(in_russian)
            == "Labour Code art. 9, Civil Code art. 2, аналогия"
        )
        assert str(Under((ACT(2),), Basis.STATUTE)) == "Civil Code art. 2"
        assert str(Under((), Basis.ASSUMED)) == ""


class TestWhoMayAndWhoOwes:
    """Whoever names a role names what it rests on: it may be other than what the row or the deadline stands under."""

    RULE = RULES(2)
    WHO = Who(ANN.role, RULE)

    def lifecycle(self) -> Lifecycle:
        rows = (*TRANSITIONS[:-1], row(DutyState.OPEN, Close, DutyState.CLOSED, self.WHO, ACT(1)))
        deadline = owed("duty", Begin, Days(2), (Do,), self.WHO, ACT(2), since=its_day)
        return Lifecycle("duty", rows, [deadline], law=LAW, final=DutyState.CLOSED)

    def test_in_words(self) -> None:
        assert str(self.WHO) == "clerk (House rules rule 2, ASSUMED)"
        assert str(Who([ANN.role, READER], (ACT(1), self.RULE))) == (
            "clerk, reader (Civil Code art. 1, House rules rule 2, ASSUMED)"
        )
        assert str(Who(ANN.role, ACT(1))) == "clerk (Civil Code art. 1)"
        assert str(Who(ANN.role, ACT(1).by(Basis.INFERRED))) == "clerk (Civil Code art. 1, INFERRED)"
        assert str(Who(ANN.role, (ACT(1), ACT(1).by(Basis.INFERRED)))) == "clerk (Civil Code art. 1, INFERRED)"
        assert str(Who((), ACT(1))) == ""
        assert str(Who(ANN.role, ())) == "clerk"

    def test_in_every_table_that_names_a_role(self) -> None:
        lifecycle, told = self.lifecycle(), "clerk (House rules rule 2, ASSUMED)"
        _, transitions, deadlines = tables_of(lifecycle)
        assert transitions.texts()[-1][3:5] == (told, "Civil Code art. 1")
        assert transitions.texts()[0][3:5] == ("clerk (Civil Code art. 1)", "Civil Code art. 1")
        assert deadlines.texts()[0][4:6] == (told, "Civil Code art. 2")
        at = on("2026-03-05 10:00")
        (due,) = lifecycle.due(lived(lifecycle, FIVE, "2026-03-05 10:00"), at)
        assert sheets.dues([due], at).texts()[0][3:5] == (told, "Civil Code art. 2")
        assert sheets.due(due)[0].texts()[0][6:8] == (told, "Civil Code art. 2")
        assert pickle.loads(pickle.dumps(due)).who == due.who == self.WHO

    def test_for_other_programs_too(self) -> None:
        view, rests_on = lifecycle_view(self.lifecycle(), in_english), {"cites": [str(self.RULE)], "basis": "ASSUMED"}
        assert view["transitions"][-1]["roles_rest_on"] == view["deadlines"][0]["owed_by_rests_on"] == rests_on
        assert view["transitions"][0]["roles_rest_on"] == {"cites": ["Civil Code art. 1"], "basis": "STATUTE"}

    def test_of_what_anybody_may_do_nothing_says_it(self) -> None:
        lifecycle = self.lifecycle().without(roles=[Close])
        assert tables_of(lifecycle)[1].texts()[-1][3] == ""
        assert lifecycle_view(lifecycle, in_english)["transitions"][-1]["roles_rest_on"] == {"cites": [], "basis": None}


class TestRowsOfAPart:
    """In which states of the whole they apply stands beside their own."""

    def test_of_the_part_and_of_one_row_alone(self):
        _, transitions, _ = tables_of(PETITION)
        told = {row[1]: row[0] for row in transitions.texts()}
        assert told["Ask"] == "while the whole is OPEN, EXTENDED"
        assert told["Reply"] == "ASKED while the whole is OPEN, EXTENDED"
        assert told["Take"] == "RECEIVED"
        part = PETITION.parts[0]
        rows = tuple(evolve(row, during=part.during[:1]) for row in part.transitions)
        limited = PETITION._with(parts=(evolve(part, transitions=rows),))
        assert {row[1]: row[0] for row in tables_of(limited)[1].texts()}["Reply"] == "ASKED while the whole is OPEN"

    def test_in_the_view_for_other_programs_too(self):
        told = {row["action"]: row.get("during") for row in lifecycle_view(PETITION, in_english)["transitions"]}
        assert (told["Reply"], told["Take"]) == (["OPEN", "EXTENDED"], None)
