"""What the library says, as tables: in English, in another language, as HTML. Days are counted on a wall calendar.

5 March 2026 is a Thursday: two days later is Saturday the 7th, the working days beside it are the 6th and the 9th.
"""

import pytest
from one_duty import (
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
    at,
    begun,
    duty,
    its_day,
    lived,
    owed,
    row,
)

from prcomm import Actor, BadInput, Basis, Days, Lifecycle, Role, Unmapped, guard
from prcomm.core.sentences import Said, filled, in_english, one_or_more
from prcomm.core.sheets import Sheet, Under, html, sheets

DUTY = duty(Days(2))
BEGUN = lived(DUTY, FIVE, "2026-03-05 10:00")
READER = Role("reader")

RUSSIAN: dict[object, str] = {
    "{process}: deadlines": "сроки: {process}",
    "owed": "что",
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
    told = getattr(word, "told", None)
    return told(in_russian) if told else RUSSIAN.get(word) or in_english(word)


def test_a_lifecycle_is_two_tables() -> None:
    transitions, deadlines = sheets(DUTY)
    assert transitions.caption == "duty: transitions"
    assert transitions.head == ("in state", "action", "leads to", "who may", "under", "given that", "only")
    assert len(transitions.rows) == 8
    assert transitions.texts()[0] == ("", "Begin", "OPEN", "clerk", "Civil Code art. 1", "", "")
    assert transitions.texts()[1] == ("OPEN", "Again", "SAME", "clerk", "Civil Code art. 1", "", "")
    assert transitions.texts()[7] == ("OPEN", "Close", "CLOSED", "clerk", "Civil Code art. 1", "", "")
    assert deadlines.caption == "duty: deadlines"
    assert deadlines.head == ("owed", "begins with", "met by", "owed by", "under")
    assert deadlines.texts() == (("duty", "Begin", "Do", "clerk", "Civil Code art. 2"),)


def test_what_is_forbidden_and_what_is_asked_stand_in_the_row() -> None:
    @guard("somebody has asked", ACT(3))
    def asked(action: Begin, law: object) -> bool:
        return True

    @guard("the day is named", ACT(4))
    def named(action: Begin, law: object) -> bool:
        return True

    begin = row.start(Begin, DutyState.OPEN, ANN.role, ACT(1), asked, named, then=begun)
    never = row.never(DutyState.CLOSED, Do, ACT(5), "what is closed is done")
    transitions, _ = sheets(Lifecycle("duty", (begin, *TRANSITIONS[1:], never), law=LAW, final=DutyState.CLOSED))
    first, *_, last = transitions.texts()
    assert first[5] == "somebody has asked; the day is named"
    assert last == ("CLOSED", "Do", "never: what is closed is done", "", "Civil Code art. 5", "", "")


def test_a_deadline_that_is_owed_on_a_condition_says_so() -> None:
    deadline = owed("duty", Begin, its_day, Days(2), (Do,), ANN.role, ACT(2), provided="it is not ours")
    lifecycle = Lifecycle("duty", TRANSITIONS, [deadline], law=LAW, final=DutyState.CLOSED)
    _, deadlines = sheets(lifecycle)
    assert deadlines.texts()[0][0] == "duty, provided that it is not ours"
    (due,) = lifecycle.due(lived(lifecycle, FIVE, "2026-03-05 10:00"), at("2026-03-05 10:00"))
    assert [sheet.caption for sheet in sheets(due)] == [
        "duty, provided that it is not ours",
        "duty, provided that it is not ours: why this day",
    ]


def test_an_entity_is_its_history() -> None:
    (history,) = sheets(BEGUN)
    assert history.caption == "Duty d: OPEN, version 1"
    assert history.head == ("at", "action", "by", "state", "under", "against")
    assert history.texts() == (("2026-03-05 10:00+05:00", "Begin", "c1 (clerk)", "OPEN", "Civil Code art. 1", ""),)


def test_what_was_against_a_record_stands_with_it() -> None:
    late = Close(at=at("2026-03-04 10:00"), by=Actor("r1", READER))
    audit = DUTY.audit([BEGUN.history[0].action, late], at("2026-03-05 10:00"))
    assert audit.entity is not None
    (history,) = sheets(audit.entity)
    assert history.texts()[1][5] == (
        "reader, no role of the duty, may not Close; it is before the last record, of 2026-03-05 10:00:00+05:00"
    )


def test_a_due_is_its_days_and_why() -> None:
    (due,) = DUTY.due(BEGUN, at("2026-03-05 10:00"))
    days, why = sheets(due)
    assert days.caption == "duty"
    assert days.head == ("counted from", "raw", "rolled", "control", "last", "met", "owed by", "under")
    assert days.texts() == (
        ("2026-03-05", "2026-03-07", "2026-03-09", "2026-03-06", "2026-03-07", "", "clerk", "Civil Code art. 2"),
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
    (refused,) = sheets(DUTY.explain(BEGUN, Close(at=at("2026-03-05 11:00"), by=Actor("r1", READER))))
    assert refused.caption == "Close of a duty in OPEN by reader on 2026-03-05 11:00+05:00 is refused"
    assert refused.head == ("why not", "reason", "under", "what would do")
    assert refused.texts() == (
        ("role", "reader, no role of the duty, may not Close", "Civil Code art. 1", "who may: clerk"),
    )
    (accepted,) = sheets(DUTY.explain(BEGUN, Close(at=at("2026-03-05 11:00"), by=ANN)))
    assert accepted.caption == "Close of a duty in OPEN by clerk on 2026-03-05 11:00+05:00 is accepted"
    assert accepted.rows == ()


def test_an_audit_is_its_findings() -> None:
    (findings,) = sheets(DUTY.audit([BEGUN.history[0].action, Unmapped("Wait")], at("2026-03-09 10:00")))
    assert findings.caption == "findings"
    assert findings.texts() == (
        ("1", "", "unmapped", "'Wait' is no action of the duty", ""),
        ("", "", "owed", "duty: not done by its last day, 2026-03-07", "Civil Code art. 2"),
    )


def test_nothing_else_is_a_table() -> None:
    """And the error does not show what was given: it may be a person."""
    with pytest.raises(BadInput) as caught:
        sheets(7)  # type: ignore[arg-type]  # bad input: that is the point
    assert caught.value.what == "tables of what the library says"
    assert caught.value.faults == ("a lifecycle, an entity, a due, a verdict or an audit, not an int",)


class TestInAnotherLanguage:
    def test_every_cell_is_said_in_it(self) -> None:
        _, deadlines = sheets(DUTY)
        assert deadlines.texts(in_russian) == (
            ("обязанность", "начать", "исполнить", "сотрудник", "Civil Code art. 2"),
        )

    def test_the_caption_and_the_head_too(self) -> None:
        shown = html(DUTY, in_russian)
        assert shown.count("<table>") == 2
        assert "<caption>сроки: обязанность</caption>" in shown
        assert "<th>что</th><th>начало</th><th>исполнение</th><th>кто</th><th>основание</th>" in shown

    def test_what_a_rule_rests_on_says_its_basis_where_it_is_less_than_the_act(self) -> None:
        weak = CODE(9).by(Basis.ANALOGY)
        assert str(Under((weak,), Basis.ANALOGY)) == "Labour Code art. 9, ANALOGY"
        assert (
            Under((weak, ACT(2)), Basis.ANALOGY).told(in_russian) == "Labour Code art. 9, Civil Code art. 2, аналогия"
        )
        assert str(Under((ACT(2),), Basis.STATUTE)) == "Civil Code art. 2"
        assert str(Under((), Basis.ASSUMED)) == ""


class TestHtml:
    def test_a_table(self) -> None:
        sheet = Sheet("a < b", ("x & y",), (("<i>",), (None,)))
        assert sheet.html() == (
            "<table><caption>a &lt; b</caption><thead><tr><th>x &amp; y</th></tr></thead>"
            "<tbody><tr><td>&lt;i&gt;</td></tr><tr><td></td></tr></tbody></table>"
        )

    def test_what_another_language_says_is_escaped_too(self) -> None:
        assert "<b>" not in Sheet("x", ("y",), (("z",),)).html(lambda word: f"<b>{word}</b>")
