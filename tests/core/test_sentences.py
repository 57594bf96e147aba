"""What the library says remembers how it was said, so that it can be said again in another language."""

import copy
import pickle
from enum import Enum

import pendulum
import pytest

from prcomm import Role
from prcomm.core.sentences import Said, Sentence, filled, in_english, in_place, joined, named, one, one_or_more


class Pet(Enum):
    CAT = 1


class Feed: ...


MAY_NOT = Sentence("{role} may not {action}")
LEFT = Sentence("{n} day left|{n} days left")
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
