"""What the library says remembers how it was said, so that it can be said again in another language."""

import copy
import json
import pickle
from enum import Enum

import pendulum
import pytest
from attrs import evolve
from one_duty import ANN, CLERK, FIVE, Close, DutyState, at, due_of, duty, lived
from samples.petition import PETITION

from prcomm import Actor, Days, Lifecycle, Role, WorkingDays
from prcomm.core.calendar.terms import DAYS
from prcomm.core.engine.explaining import MAY_NOT as ROLE_MAY_NOT, STRANGER_MAY_NOT, WHO_MAY
from prcomm.core.engine.verdicts import REFUSED, TRIED_IN
from prcomm.core.table.reasons import ReasonKind
from prcomm.core.values.messages import (
    PLAIN,
    A,
    Message,
    Said,
    filled,
    in_english,
    in_place,
    joined,
    named,
    one,
    one_or_more,
    scoped,
)


class Pet(Enum):
    CAT = 1


class Feed: ...


MAY_NOT = Message("{role} may not {action}")
LEFT = Message("{n} day left|{n} days left")
FRENCH = {MAY_NOT: "{role} ne peut pas {action}", LEFT: "{n} jour|{n} jours", "keeper": "gardien", "Feed": "nourrir"}


def in_french(word: object) -> str:
    """A language of the test's own: zero is one, as French has it."""
    if isinstance(word, Said):
        return filled(FRENCH.get(word.sentence, word.sentence), word.words, in_french, lambda n: 0 if n < 2 else 1)
    return FRENCH.get(in_english(word), in_english(word))


class TestASentence:
    def test_it_is_an_english_text(self):
        said = MAY_NOT(role=Role("keeper"), action=Feed)
        assert said == "keeper may not Feed"
        assert f"{said}!" == "keeper may not Feed!"

    def test_it_remembers_its_words(self):
        said = MAY_NOT(role=Role("keeper"), action=Feed)
        assert said.sentence == MAY_NOT
        assert said.words == {"role": Role("keeper"), "action": Feed}
        with pytest.raises(TypeError):
            said.words["role"] = Role("king")

    def test_it_can_be_said_in_another_language(self):
        assert in_french(MAY_NOT(role=Role("keeper"), action=Feed)) == "gardien ne peut pas nourrir"

    def test_a_plain_text_in_it_is_somebodys_own(self):
        assert in_french(MAY_NOT(role="keeper", action=Feed)) == "keeper ne peut pas nourrir"
        assert in_french(MAY_NOT(role=named("keeper"), action=Feed)) == "gardien ne peut pas nourrir"

    @pytest.mark.parametrize(
        ("n", "english", "french"), [(0, "0 days", "0 jour"), (1, "1 day", "1 jour"), (2, "2 days", "2 jours")]
    )
    def test_each_language_has_its_forms(self, n, english, french):
        assert LEFT(n=n) == f"{english} left"
        assert in_french(LEFT(n=n)) == french

    def test_without_a_number_the_first_form_holds(self):
        assert filled("{n} day|{n} days", {"n": "some"}, in_english, one_or_more) == "some day"

    def test_a_language_with_fewer_forms_uses_its_last(self):
        assert filled("{n} kun", {"n": 5}, in_english, lambda n: 2) == "5 kun"

    @pytest.mark.parametrize("again", [copy.copy, copy.deepcopy, lambda said: pickle.loads(pickle.dumps(said))])
    def test_copies_remember_too(self, again):
        said = again(LEFT(n=2))
        assert (said, said.sentence, dict(said.words)) == ("2 days left", LEFT, {"n": 2})

    def test_a_name_with_signs_of_a_sentence_is_no_sentence(self):
        assert named("{this} | that") == "{this} | that"

    def test_what_was_said_stays_as_it_was_said(self):
        said = LEFT(n=1)
        assert named(said) is said


class TestWhoseItIs:
    """A text remembers whose name it is, and is otherwise the text that it was."""

    def test_a_name_reads_and_equals_as_before(self):
        name = scoped("reply", "appeal", "deadline")
        assert name == "reply"
        assert hash(name) == hash("reply")
        assert repr(name) == "'reply'"
        assert {"reply": 1}[name] == 1
        assert json.dumps({name: name}) == '{"reply": "reply"}'

    def test_it_remembers_whose_it_is_where_it_stands_as_a_word(self):
        assert named(scoped("reply", "appeal", "deadline")).scope == ("appeal", "deadline")
        assert named("reply").scope == LEFT(n=1).scope == PLAIN

    def test_somebody_else_may_take_it(self):
        taken = scoped(scoped("reply", "appeal", "deadline"), "request", "part")
        assert isinstance(taken, Said)
        assert taken.scope == ("request", "part")

    def test_a_sentence_with_words_is_one_whoever_says_it(self):
        said = LEFT(n=2)
        assert scoped(said, "appeal", "guard") is said

    def test_what_says_nothing_is_no_name(self):
        assert type(scoped("", "appeal", "remedy")) is str

    def test_a_sentence_may_be_somebodys(self):
        refused = Message("{n} refused", of="appeal")
        assert refused == "{n} refused"
        assert refused(n=3).scope == named(refused).scope == ("appeal", "sentence")
        assert refused(n=3) == "3 refused"

    @pytest.mark.parametrize("again", [copy.copy, copy.deepcopy, lambda said: pickle.loads(pickle.dumps(said))])
    def test_copies_remember_it_too(self, again):
        name, sentence = again(scoped("reply", "appeal", "deadline")), again(Message("{n} refused", of="appeal"))
        assert isinstance(name, Said)
        assert (name, name.scope) == ("reply", ("appeal", "deadline"))
        assert (sentence, sentence.scope) == ("{n} refused", ("appeal", "sentence"))


class TestALifecycleSaysWhoseItsNamesAre:
    @staticmethod
    def scope(text: str) -> tuple[str, str]:
        assert isinstance(text, Said)
        return text.scope

    def test_its_own_and_those_of_its_deadlines_and_parts(self):
        assert self.scope(PETITION.name) == ("petition", "process")
        assert {self.scope(one.name) for one in PETITION.deadlines} == {("petition", "deadline")}
        assert {self.scope(one.name) for one in PETITION.parts} == {("petition", "part")}

    def test_those_of_its_guards_and_of_what_it_forbids(self):
        guards = [guard for row in PETITION.rows for guard in row.given if not guard.deadline]
        assert {self.scope(guard.text) for guard in guards} == {("petition", "guard")}
        assert {self.scope(guard.remedy) for guard in guards if guard.remedy} == {("petition", "remedy")}
        assert {self.scope(row.never) for row in PETITION.rows if row.never} == {("petition", "never")}

    def test_a_ready_guard_is_a_sentence_of_the_core_about_a_deadline_of_its_own(self):
        guard = next(guard for row in PETITION.rows for guard in row.given if guard.deadline)
        assert isinstance(guard.text, Said)
        assert guard.text.scope == PLAIN
        assert self.scope(guard.text.words["deadline"]) == ("petition", "deadline")

    def test_so_do_its_dues_and_its_refusals(self):
        lifecycle = duty(Days(3))
        entity = lived(lifecycle, FIVE, "2026-03-02 10:00")
        (due,) = lifecycle.due(entity, at("2026-03-03 10:00"))
        assert self.scope(due.name) == ("duty", "deadline")
        assert self.scope(lifecycle.explain(entity, Close(at=at("2026-03-03 10:00"), by=ANN)).process)[0] == "duty"

    def test_what_somebody_must_find_for_a_deadline_too(self):
        owed = evolve(PETITION.deadlines[0], provided="the matter is urgent")
        (mine, *_) = Lifecycle("petition", PETITION.transitions, (owed, *PETITION.deadlines[1:]), law=PETITION.law,
                               parts=PETITION.parts).deadlines  # fmt: skip
        assert self.scope(mine.provided) == ("petition", "provided")

    def test_another_lifecycle_of_the_same_rows_has_them_for_itself(self):
        other = Lifecycle("other", PETITION.transitions, PETITION.deadlines, law=PETITION.law, parts=PETITION.parts)
        assert {self.scope(one.name)[0] for one in other.deadlines} == {"other"}
        assert {self.scope(one.name)[0] for one in PETITION.deadlines} == {"petition"}

    def test_a_rule_is_lifted_by_its_plain_name(self):
        name = str(PETITION.deadlines[0].name)
        assert name not in {one.name for one in PETITION.without(name).deadlines}


class TestInEnglish:
    @pytest.mark.parametrize(
        ("word", "told"),
        [
            (None, ""),
            ("a text", "a text"),
            (7, "7"),
            (Pet.CAT, "CAT"),
            (Feed, "Feed"),
            (Role("keeper"), "keeper"),
            ((Pet.CAT, Role("keeper"), "x"), "CAT, keeper, x"),
            (pendulum.date(2026, 3, 3), "2026-03-03"),
            (pendulum.datetime(2026, 3, 3, 18, 30, 59, tz="Asia/Tashkent"), "2026-03-03 18:30+05:00"),
        ],
    )
    def test_a_word(self, word, told):
        assert in_english(word) == told
        assert in_place(word, in_english) == told

    def test_several_one_after_the_other(self):
        assert joined(LEFT(n=1), "", "then nothing") == "1 day left; then nothing"
        assert joined("", "") == ""
        assert joined("", "alone") == "alone"

    @pytest.mark.parametrize(
        ("noun", "told"), [("loan", "a loan"), ("appeal", "an appeal"), ("Item", "an Item"), ("one-off", "a one-off")]
    )
    def test_a_thing_has_its_article(self, noun, told):
        assert one(named(noun)) == told


READER = Role("reader")
RUSSIAN: dict[object, str] = {
    A: "{thing}",
    DAYS: "{n} день|{n} дня|{n} дней",
    TRIED_IN: "{when}, {role}, {process} ({state}): действие «{action}»",
    REFUSED: "{tried}: отказано",
    ROLE_MAY_NOT: "{role}: не вправе выполнить действие «{action}»",
    STRANGER_MAY_NOT: "{role} (нет такой роли: {process}): не вправе выполнить действие «{action}»",
    WHO_MAY: "кто вправе: {roles}",
    "duty": "обязанность",
    READER: "читатель",
    CLERK: "сотрудник",
    Close: "закрыть",
    DutyState.OPEN: "открыто",
    ReasonKind.ROLE: "роль",
}


def by_three(n: int) -> int:
    """1 день, 2 дня, 5 дней; 21 день, 22 дня; 11 дней."""
    if n % 10 == 1 and n % 100 != 11:
        return 0
    return 1 if 2 <= n % 10 <= 4 and not 12 <= n % 100 <= 14 else 2


def in_russian(word: object) -> str:
    if isinstance(word, Said):
        return filled(RUSSIAN.get(word.sentence, word.sentence), word.words, in_russian, by_three)
    if isinstance(word, tuple):
        return ", ".join(map(in_russian, word))
    return RUSSIAN.get(word) or in_english(word)


class TestInAnotherLanguage:
    """Whatever tells of itself takes a ``say``, and hands it every sentence, name and word."""

    def test_a_verdict_with_its_reasons(self) -> None:
        lifecycle = duty(Days(3))
        entity = lived(lifecycle, FIVE, "2026-03-02 10:00")
        verdict = lifecycle.explain(entity, Close(at=at("2026-03-03 10:00"), by=Actor("r1", READER)))
        assert verdict.rendered(in_russian) == (
            "2026-03-03 10:00+05:00, читатель, обязанность (открыто): действие «закрыть»: отказано\n"
            "  - роль: читатель (нет такой роли: обязанность): не вправе выполнить действие «закрыть»"
            " (Civil Code art. 1); кто вправе: сотрудник"
        )

    def test_a_trace_where_no_name_is_known_stays_english(self) -> None:
        trace = due_of(WorkingDays(1), "2026-03-02 10:00").trace
        assert trace.rendered(in_russian) == str(trace)
        assert "2026-03-03 Tue  +  working day 1" in str(trace)

    @pytest.mark.parametrize(
        ("n", "text"), [(1, "1 день"), (3, "3 дня"), (5, "5 дней"), (11, "11 дней"), (21, "21 день"), (102, "102 дня")]
    )
    def test_it_has_forms_of_its_own(self, n: int, text: str) -> None:
        assert in_russian(DAYS(n=n)) == text

    def test_a_term_says_its_number_by_the_forms_of_the_language(self) -> None:
        assert in_russian(str(Days(22))) == "22 дня"
