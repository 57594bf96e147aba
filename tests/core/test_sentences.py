"""Sentences with places for words: said in English, and able to be said again in another language."""

import copy
import pickle
from datetime import date

import pendulum
import pytest
from one_duty import ANN, CLERK, FIVE, WEEKS, Close, DutyState, at, due_of, duty, lived

from prcomm import Actor, Basis, Days, Role, WorkingDays
from prcomm.core.reasons import MAY_NOT, STRANGER_MAY_NOT, WHO_MAY
from prcomm.core.sentences import (
    A,
    Said,
    Sentence,
    filled,
    in_english,
    in_place,
    joined,
    named,
    one,
    one_or_more,
    vowel,
)
from prcomm.core.terms import DAYS
from prcomm.core.verdicts import REFUSED, TRIED_IN, ReasonKind

READER = Role("reader")
MORE_DAYS = Sentence("{n} day|{n} days")

RUSSIAN: dict[object, str] = {
    A: "{thing}",
    DAYS: "{n} день|{n} дня|{n} дней",
    TRIED_IN: "{when}, {role}, {process} ({state}): действие «{action}»",
    REFUSED: "{tried}: отказано",
    MAY_NOT: "{role}: не вправе выполнить действие «{action}»",
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


class TestWhatIsSaid:
    def test_it_is_a_text_like_any_other(self) -> None:
        said = MAY_NOT(role=CLERK, action=Close)
        assert said == "clerk may not Close"
        assert said.startswith("clerk")
        assert {said: 1}["clerk may not Close"] == 1

    def test_it_remembers_which_sentence_it_is_and_its_words(self) -> None:
        said = MAY_NOT(role=CLERK, action=Close)
        assert said.sentence == "{role} may not {action}"
        assert said.words == {"role": CLERK, "action": Close}

    def test_its_words_can_not_be_changed(self) -> None:
        with pytest.raises(TypeError):
            MAY_NOT(role=CLERK, action=Close).words["role"] = READER  # type: ignore[index]  # that is the point

    @pytest.mark.parametrize(
        "again",
        [
            pytest.param(lambda said: pickle.loads(pickle.dumps(said)), id="pickled"),
            pytest.param(copy.copy, id="copied"),
            pytest.param(copy.deepcopy, id="copied in all its depth"),
        ],
    )
    def test_it_keeps_its_words_when_pickled_and_copied(self, again) -> None:
        """A word may be a sentence with words of its own."""
        said = REFUSED(tried=MAY_NOT(role=CLERK, action=Close))
        other = again(said)
        assert type(other) is Said
        assert (str(other), other.sentence, other.words) == (str(said), said.sentence, said.words)
        assert in_russian(other) == "сотрудник: не вправе выполнить действие «закрыть»: отказано"

    def test_a_place_for_which_there_is_no_word_is_an_error(self) -> None:
        with pytest.raises(KeyError, match="action"):
            MAY_NOT(role=CLERK)


class TestForms:
    @pytest.mark.parametrize(("n", "text"), [(0, "0 days"), (1, "1 day"), (2, "2 days"), (21, "21 days")])
    def test_english_has_one_and_more(self, n: int, text: str) -> None:
        assert MORE_DAYS(n=n) == text

    @pytest.mark.parametrize(
        ("n", "text"),
        [
            (1, "1 день"),
            (3, "3 дня"),
            (5, "5 дней"),
            (11, "11 дней"),
            (21, "21 день"),
            (102, "102 дня"),
            (112, "112 дней"),
        ],
    )
    def test_another_language_has_forms_of_its_own(self, n: int, text: str) -> None:
        assert in_russian(MORE_DAYS(n=n)) == text

    def test_of_a_language_with_one_form_that_one_stands_for_all(self) -> None:
        assert [filled("{n} kun", {"n": n}, in_english, one_or_more) for n in (1, 2)] == ["1 kun", "2 kun"]

    def test_without_a_number_it_is_the_first(self) -> None:
        assert Sentence("a day|days")() == "a day"
        assert MORE_DAYS(n="no") == "no day"


class TestWordsInEnglish:
    @pytest.mark.parametrize(
        ("word", "text"),
        [
            pytest.param(None, "", id="nothing"),
            pytest.param("7", "7", id="a text"),
            pytest.param(ReasonKind.ROLE, "role", id="what is a text itself"),
            pytest.param(DutyState.OPEN, "OPEN", id="a state"),
            pytest.param(Basis.ASSUMED, "ASSUMED", id="a basis"),
            pytest.param(CLERK, "clerk", id="a role"),
            pytest.param(WEEKS, "weeks", id="whatever has a name"),
            pytest.param(Close, "Close", id="an action"),
            pytest.param(ANN, "c1 (clerk)", id="what tells of itself"),
            pytest.param((CLERK, READER), "clerk, reader", id="several"),
            pytest.param((), "", id="none"),
            pytest.param(date(2026, 3, 2), "2026-03-02", id="a day"),
            pytest.param(
                pendulum.datetime(2026, 3, 2, 9, 5, 7, tz="Asia/Tashkent"), "2026-03-02 09:05+05:00", id="instant"
            ),
            pytest.param(Days(3), "3 days", id="a term"),
            pytest.param(7, "7", id="a number"),
        ],
    )
    def test_each_as_the_code_has_it(self, word: object, text: str) -> None:
        assert in_english(word) == text

    def test_a_name_that_is_no_text_is_none(self) -> None:
        class Thing:
            name = 7

            def __str__(self) -> str:
                return "a thing"

        assert in_english(Thing()) == "a thing"

    @pytest.mark.parametrize(
        ("thing", "text"),
        [
            ("loan", "a loan"),
            ("appeal", "an appeal"),
            ("IDEA", "an IDEA"),
            ("one-off", "a one-off"),
            ("order", "an order"),
        ],
    )
    def test_a_thing_has_its_article(self, thing: str, text: str) -> None:
        assert one(thing) == text
        assert vowel(thing) is text.startswith("an ")


class TestWordsInTheirPlaces:
    def test_somebodys_own_text_is_never_translated(self) -> None:
        """A reference that reads as a name of the library's stays what it is."""
        assert in_place("duty", in_russian) == "duty"
        assert in_russian(A(thing="duty")) == "duty"

    def test_a_name_of_the_librarys_own_is(self) -> None:
        assert in_russian(A(thing=named("duty"))) == "обязанность"
        assert A(thing=named("duty")) == "a duty"

    def test_what_was_said_already_is_named_as_it_is(self) -> None:
        said = MAY_NOT(role=CLERK, action=Close)
        assert named(said) is said

    def test_braces_in_a_word_are_no_place(self) -> None:
        assert A(thing="{role}") == "a {role}"


class TestJoined:
    def test_what_says_nothing_is_left_out(self) -> None:
        assert joined() == joined("", "") == ""
        assert joined("", "send it on", "") == "send it on"

    def test_one_thing_said_is_said_as_it_was(self) -> None:
        said = WHO_MAY(roles=(CLERK,))
        assert joined("", said) is said

    def test_each_of_several_can_be_said_in_another_language(self) -> None:
        both = joined(WHO_MAY(roles=(CLERK, READER)), MAY_NOT(role=READER, action=Close))
        assert both == "who may: clerk, reader; reader may not Close"
        assert in_russian(both) == "кто вправе: сотрудник, читатель; читатель: не вправе выполнить действие «закрыть»"


class TestInAnotherLanguage:
    """Whatever tells of itself takes a ``say``, and hands it every sentence, name and word."""

    def test_a_verdict_with_its_reasons(self) -> None:
        lifecycle = duty(Days(3))
        entity = lived(lifecycle, FIVE, "2026-03-02 10:00")
        verdict = lifecycle.explain(entity, Close(at=at("2026-03-03 10:00"), by=Actor("r1", READER)))
        assert verdict.told(in_russian) == (
            "2026-03-03 10:00+05:00, читатель, обязанность (открыто): действие «закрыть»: отказано\n"
            "  - роль: читатель (нет такой роли: обязанность): не вправе выполнить действие «закрыть»"
            " (Civil Code art. 1); кто вправе: сотрудник"
        )

    def test_a_trace_where_no_name_is_known_stays_english(self) -> None:
        trace = due_of(WorkingDays(1), "2026-03-02 10:00").trace
        assert trace.told(in_russian) == str(trace)
        assert "2026-03-03 Tue  +  working day 1" in str(trace)

    def test_a_term_says_its_number_by_the_forms_of_the_language(self) -> None:
        assert in_russian(str(Days(22))) == "22 дня"
