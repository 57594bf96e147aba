"""The engine that says in another language what the library says in English: on a table of the test's own."""

import pickle
from enum import Enum

import pendulum
import pytest

from prcomm import BadInput, Citation, Guard, Reason, ReasonKind, Role
from prcomm.core.sentences import Sentence, joined, named
from prcomm.labels import LABELS, Labels, Lang, text
from prcomm.labels.tables import DRAFT, LAW


class Pet(Enum):
    CAT = 1
    DOG = 2


class Feed: ...


KEEPER = Role("keeper")
MAY_NOT = Sentence("{role} may not {action}")
LEFT = Sentence("{n} day left|{n} days left")
NAMES = (
    (Pet.CAT, "mushuk", "кошка", LAW),
    (KEEPER, "boquvchi", "смотритель", DRAFT),
    (Feed, "boqish", "кормить", DRAFT),
    (MAY_NOT, "{role}: „{action}“ mumkin emas", "{role}: нельзя «{action}»", DRAFT),
    (LEFT, "{n} kun qoldi", "остался {n} день|осталось {n} дня|осталось {n} дней", DRAFT),
    ("the bowl is full", "idish toʻla", "миска полна", DRAFT),
    ("art. {article}", "{article}-modda", "ст. {article}", LAW),
    ("art. {article}({part})", "{article}-modda {part}-qism", "ст. {article} ч. {part}", LAW),
    ("ZOO-1", "HB-1", "ЗО-1", LAW),
)
ZOO = Labels(NAMES)


def in_all(thing: object) -> tuple[str, ...]:
    return tuple(ZOO.text(thing, lang) for lang in Lang)


class TestAWord:
    def test_a_member_a_role_and_a_class_have_a_name_in_each_script(self):
        assert in_all(Pet.CAT) == ("CAT", "mushuk", "мушук", "кошка")
        assert in_all(KEEPER) == ("keeper", "boquvchi", "боқувчи", "смотритель")
        assert in_all(Feed) == ("Feed", "boqish", "боқиш", "кормить")

    def test_what_has_no_label_comes_in_english(self):
        assert in_all(Pet.DOG) == ("DOG",) * 4
        assert in_all("a text of somebody's") == ("a text of somebody's",) * 4

    def test_a_guard_is_said_by_what_must_hold(self):
        guard = Guard("bowl_is_full", "the bowl is full", Citation("ZOO-1", "3"), lambda *given: True)
        assert in_all(guard) == ("the bowl is full", "idish toʻla", "идиш тўла", "миска полна")

    def test_several_are_joined(self):
        assert ZOO.text((Pet.CAT, KEEPER, Pet.DOG), Lang.RU) == "кошка, смотритель, DOG"

    def test_a_member_and_a_text_that_read_the_same_are_told_apart(self):
        labels = ZOO.extended([("CAT", "toifa", "категория", DRAFT)])
        assert (labels.text(Pet.CAT, Lang.RU), labels.text("CAT", Lang.RU)) == ("кошка", "категория")

    def test_days_and_instants_stay_as_iso_has_them(self):
        at = pendulum.datetime(2026, 3, 3, 18, 30, tz="Asia/Tashkent")
        assert in_all(at) == ("2026-03-03 18:30+05:00",) * 4
        assert in_all(at.date()) == ("2026-03-03",) * 4

    def test_nothing_is_said_of_nothing(self):
        assert in_all(None) == ("",) * 4


class TestASentence:
    def test_its_words_are_said_too(self):
        assert in_all(MAY_NOT(role=KEEPER, action=Feed)) == (
            "keeper may not Feed",
            "boquvchi: „boqish“ mumkin emas",
            "боқувчи: „боқиш“ мумкин эмас",
            "смотритель: нельзя «кормить»",
        )

    @pytest.mark.parametrize(
        ("n", "said"),
        [
            (0, "осталось 0 дней"),
            (1, "остался 1 день"),
            (2, "осталось 2 дня"),
            (4, "осталось 4 дня"),
            (5, "осталось 5 дней"),
            (11, "осталось 11 дней"),
            (12, "осталось 12 дней"),
            (14, "осталось 14 дней"),
            (21, "остался 21 день"),
            (22, "осталось 22 дня"),
            (111, "осталось 111 дней"),
            (112, "осталось 112 дней"),
        ],
    )
    def test_russian_has_three_forms(self, n, said):
        assert ZOO.text(LEFT(n=n), Lang.RU) == said

    def test_uzbek_has_one(self):
        assert [ZOO.text(LEFT(n=n), Lang.UZ) for n in (1, 2, 5)] == ["1 kun qoldi", "2 kun qoldi", "5 kun qoldi"]

    def test_a_plain_text_in_a_place_is_a_reference_and_stays(self):
        """Whoever is called as some thing is called, keeps that name."""
        assert ZOO.text(MAY_NOT(role="the bowl is full", action=Feed), Lang.RU) == "the bowl is full: нельзя «кормить»"

    def test_a_name_in_a_place_is_looked_up(self):
        assert (
            ZOO.text(MAY_NOT(role=named("the bowl is full"), action=Feed), Lang.RU) == "миска полна: нельзя «кормить»"
        )

    def test_several_one_after_the_other(self):
        both = joined(MAY_NOT(role=KEEPER, action=Feed), LEFT(n=2))
        assert ZOO.text(both, Lang.RU) == "смотритель: нельзя «кормить»; осталось 2 дня"

    def test_of_a_sentence_without_a_label_the_words_are_said(self):
        said = Sentence("{role} sleeps")(role=KEEPER)
        assert ZOO.text(said, Lang.RU) == "смотритель sleeps"

    def test_it_can_be_said_again_after_it_was_pickled(self):
        said = pickle.loads(pickle.dumps(LEFT(n=3)))
        assert ZOO.text(said, Lang.RU) == "осталось 3 дня"

    def test_a_name_may_hold_signs_that_mean_something_in_a_sentence(self):
        assert str(named("a {form} is owed | or not")) == "a {form} is owed | or not"
        assert ZOO.text(named("a {form} is owed | or not"), Lang.RU) == "a {form} is owed | or not"


class TestWhatTells:
    KIND = (ReasonKind.GUARD, "shart", "условие", DRAFT)
    REASON = Reason(ReasonKind.GUARD, "the bowl is full", (Citation("ZOO-1", "28", 2), Citation("ZOO-1", "3")))

    def test_a_place_in_an_act(self):
        assert in_all(Citation("ZOO-1", "28", 2)) == (
            "ZOO-1 art. 28(2)",
            "HB-1 28-modda 2-qism",
            "ҲБ-1 28-модда 2-қисм",
            "ЗО-1 ст. 28 ч. 2",
        )

    def test_a_reason(self):
        assert (
            ZOO.extended([self.KIND]).text(self.REASON, Lang.RU)
            == "условие: миска полна (ЗО-1 ст. 28 ч. 2, ЗО-1 ст. 3)"
        )


class TestLabels:
    def test_a_later_row_stands_in_for_an_earlier_one(self):
        labels = ZOO.extended([(Pet.CAT, "pishak", "кот", DRAFT)])
        assert labels.text(Pet.CAT, Lang.RU) == "кот"
        assert ZOO.text(Pet.CAT, Lang.RU) == "кошка"

    def test_which_are_the_laws_own_words_can_be_asked(self):
        label = ZOO.of(Pet.CAT)
        assert label is not None
        assert label.known is LAW
        assert ZOO.of(Pet.DOG) is None

    def test_a_language_nobody_speaks_here_is_refused(self):
        with pytest.raises(BadInput, match="uz-Cyrl"):
            ZOO.say("fr")

    def test_its_repr_is_short(self):
        assert repr(ZOO) == "Labels(names=<9>)"

    def test_the_librarys_own_are_asked_without_more_ado(self):
        assert text(Role("registrar"), Lang.EN) == "registrar"
        assert text(Role("registrar"), Lang.RU) == LABELS.text(Role("registrar"), Lang.RU) != "registrar"
