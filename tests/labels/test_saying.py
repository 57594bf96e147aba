"""The engine that says in another language what the library says in English: on a table of the test's own."""

import pickle
from enum import Enum

import pendulum
import pytest
from attrs import evolve
from samples.petition import PETITION, PetitionKind, Take

from prcomm import Action, BadInput, Citation, Guard, Reason, ReasonKind, Role
from prcomm.core.values.messages import Message, joined, named, scoped
from prcomm.labels import LABELS, LAW, Label, Labels, parse, text


class Pet(Enum):
    CAT = 1
    DOG = 2


class Feed(Action): ...


KEEPER = Role("keeper")
MAY_NOT = Message("{role} may not {action}")
LEFT = Message("{n} day left|{n} days left")
OURS = """\
kind,name,known,en,uz,ru
Pet,CAT,law,,mushuk,кошка
action,Feed,draft,,boqish,кормить
"""
SHARED = """\
kind,name,known,uz,ru
role,keeper,draft,boquvchi,смотритель
source,ZOO-1,law,HB-1,ЗО-1
sentence,{role} may not {action},draft,{role}: „{action}“ mumkin emas,{role}: нельзя «{action}»
sentence,{n} day left|{n} days left,draft,{n} kun qoldi,остался {n} день|осталось {n} дня|осталось {n} дней
sentence,the bowl is full,draft,idish toʻla,миска полна
cited,ZOO-1,draft,HB-1,закона ЗО-1
sentence,{source} art. {article},law,{source} {article}-modda,ст. {article} {source}
again,{source} art. {article},law,{article}-modda,ст. {article}
sentence,{source} art. {article}({part}),law,{source} {article}-modda {part}-qism,ч. {part} ст. {article} {source}
"""


def ours(rows: str) -> tuple[Label, ...]:
    """Labels of the classes of this module."""
    return tuple(evolve(label, spaces=(__name__,)) for label in parse(rows))


ZOO = Labels((*ours(OURS), *parse(SHARED)))


def in_all(thing: object) -> tuple[str, ...]:
    return tuple(ZOO.text(thing, lang) for lang in ("en", "uz", "uz-Cyrl", "ru"))


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
        assert ZOO.text((Pet.CAT, KEEPER, Pet.DOG), "ru") == "кошка, смотритель, DOG"

    def test_a_member_and_a_text_that_read_the_same_are_told_apart(self):
        labels = ZOO.extended(parse("kind,name,known,uz,ru\nsentence,CAT,draft,toifa,категория\n"))
        assert (labels.text(Pet.CAT, "ru"), labels.text("CAT", "ru")) == ("кошка", "категория")

    def test_days_and_instants_are_written_as_the_language_has_them(self):
        at = pendulum.datetime(2026, 3, 3, 18, 30, tz="Asia/Tashkent")
        assert in_all(at) == ("2026-03-03 18:30+05:00", *("03.03.2026 18:30+05:00",) * 3)
        assert in_all(at.date()) == ("2026-03-03", *("03.03.2026",) * 3)

    def test_in_a_language_of_somebody_elses_they_stay_as_iso_has_them(self):
        french = ZOO.extended(parse("kind,name,known,fr\nrole,keeper,draft,gardien\n"))
        assert french.text(pendulum.date(2026, 3, 3), "fr") == "2026-03-03"

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
        assert ZOO.text(LEFT(n=n), "ru") == said

    def test_uzbek_has_one(self):
        assert [ZOO.text(LEFT(n=n), "uz") for n in (1, 2, 5)] == ["1 kun qoldi", "2 kun qoldi", "5 kun qoldi"]

    def test_a_plain_text_in_a_place_is_a_reference_and_stays(self):
        """Whoever is called as some thing is called, keeps that name."""
        assert ZOO.text(MAY_NOT(role="the bowl is full", action=Feed), "ru") == "the bowl is full: нельзя «кормить»"

    def test_a_name_in_a_place_is_looked_up(self):
        assert ZOO.text(MAY_NOT(role=named("the bowl is full"), action=Feed), "ru") == "миска полна: нельзя «кормить»"

    def test_several_one_after_the_other(self):
        both = joined(MAY_NOT(role=KEEPER, action=Feed), LEFT(n=2))
        assert ZOO.text(both, "ru") == "смотритель: нельзя «кормить»; осталось 2 дня"

    def test_of_a_sentence_without_a_label_the_words_are_said(self):
        said = Message("{role} sleeps")(role=KEEPER)
        assert ZOO.text(said, "ru") == "смотритель sleeps"

    def test_it_can_be_said_again_after_it_was_pickled(self):
        said = pickle.loads(pickle.dumps(LEFT(n=3)))
        assert ZOO.text(said, "ru") == "осталось 3 дня"

    def test_a_name_may_hold_signs_that_mean_something_in_a_sentence(self):
        assert str(named("a {form} is owed | or not")) == "a {form} is owed | or not"
        assert ZOO.text(named("a {form} is owed | or not"), "ru") == "a {form} is owed | or not"


class TestWhatTells:
    KIND = parse("kind,name,known,uz,ru\nReasonKind,GUARD,draft,shart,условие\n", of="core")
    REASON = Reason(ReasonKind.GUARD, "the bowl is full", (Citation("ZOO-1", "28", 2), Citation("ZOO-1", "3")))

    def test_a_place_in_an_act(self):
        assert in_all(Citation("ZOO-1", "28", 2)) == (
            "ZOO-1 art. 28(2)",
            "HB-1 28-modda 2-qism",
            "ҲБ-1 28-модда 2-қисм",
            "ч. 2 ст. 28 закона ЗО-1",
        )

    def test_a_reason(self):
        assert (
            ZOO.extended(self.KIND).text(self.REASON, "ru") == "условие: миска полна (ч. 2 ст. 28 закона ЗО-1, ст. 3)"
        )


class TestLabels:
    def test_a_later_row_stands_in_for_an_earlier_one(self):
        labels = ZOO.extended(ours("kind,name,known,uz,ru\nPet,CAT,draft,pishak,кот\n"))
        assert labels.text(Pet.CAT, "ru") == "кот"
        assert ZOO.text(Pet.CAT, "ru") == "кошка"

    def test_which_are_the_laws_own_words_can_be_asked(self):
        label = ZOO.of(Pet.CAT)
        assert label is not None
        assert label.known is LAW
        assert ZOO.of(Pet.DOG) is None

    def test_a_later_row_stands_in_language_by_language(self):
        labels = ZOO.extended(ours("kind,name,known,ru\nPet,CAT,draft,кот\n"))
        label = labels.of(Pet.CAT)
        assert label is not None
        assert [labels.text(Pet.CAT, lang) for lang in labels.languages] == ["CAT", "mushuk", "мушук", "кот"]
        assert label.law == {"uz", "uz-Cyrl"}
        assert [one.name for one in labels].count("CAT") == 1

    def test_a_language_nobody_speaks_here_is_refused_and_those_there_are_named(self):
        with pytest.raises(BadInput, match="lang: one of en, uz, uz-Cyrl, ru, not 'fr'"):
            ZOO.say("fr")
        with pytest.raises(BadInput, match="lang: one of en, uz, uz-Cyrl, ru, not None"):
            ZOO.text(Pet.CAT, None)
        with pytest.raises(BadInput, match="'fr'"):
            ZOO.untold("fr")
        with pytest.raises(BadInput, match="'fr'"):
            ZOO.missing(PETITION, "fr")

    def test_its_repr_is_short(self):
        assert repr(ZOO) == "Labels(names=<11>)"

    def test_the_librarys_own_are_asked_without_more_ado(self):
        assert text(Role("registrar")) == text(Role("registrar"), "en") == "registrar"
        assert text(Role("registrar"), "ru") == LABELS.text(Role("registrar"), "ru") != "registrar"


class TestAnEnglishWord:
    """Where the name in the code is not what a reader should see, and nowhere else."""

    SENTENCE = "kind,name,known,en\nsentence,{n} day left|{n} days left,draft,{n} more day|{n} more days\n"
    LABELS = ZOO.extended(ours("kind,name,known,en\nPet,DOG,draft,hound\n"))

    def test_stands_in_for_the_name(self):
        assert (self.LABELS.text(Pet.DOG), self.LABELS.text(Pet.CAT), ZOO.text(Pet.DOG)) == ("hound", "CAT", "DOG")
        assert self.LABELS.text(Role("keeper")) == "keeper"

    def test_so_does_a_sentence(self):
        labels = ZOO.extended(parse(self.SENTENCE))
        assert [labels.text(LEFT(n=n)) for n in (1, 2)] == ["1 more day", "2 more days"]
        assert labels.text(LEFT(n=2), "ru") == "осталось 2 дня"

    def test_stands_where_a_language_has_none(self):
        assert self.LABELS.text(Pet.DOG, "ru") == "hound"


class TestAnotherLanguage:
    """One more column, and what says which form it uses for a number."""

    ROWS = parse(
        "kind,name,known,fr\nrole,keeper,draft,gardien\n"
        "sentence,{n} day left|{n} days left,draft,reste {n} jour|restent {n} jours\n"
    )
    FRENCH = ZOO.extended(ROWS, {"fr": lambda n: 0 if n < 2 else 1})

    def test_is_one_of_those_there_are(self):
        assert self.FRENCH.languages == ("en", "uz", "uz-Cyrl", "ru", "fr")
        assert ZOO.languages == ("en", "uz", "uz-Cyrl", "ru")

    def test_has_its_own_forms(self):
        assert [self.FRENCH.text(LEFT(n=n), "fr") for n in (0, 2)] == ["reste 0 jour", "restent 2 jours"]
        assert self.FRENCH.text(LEFT(n=2), "ru") == "осталось 2 дня"

    def test_what_it_lacks_comes_in_english_and_is_listed(self):
        assert self.FRENCH.text(MAY_NOT(role=KEEPER, action=Feed), "fr") == "gardien may not Feed"
        assert {(label.kind, label.name) for label in self.FRENCH.untold("fr")} == {
            ("Pet", "CAT"), ("action", "Feed"), ("source", "ZOO-1"), ("sentence", MAY_NOT), ("sentence", "the bowl is full"),
            ("cited", "ZOO-1"), ("again", "{source} art. {article}"),
            ("sentence", "{source} art. {article}"), ("sentence", "{source} art. {article}({part})"),
        }  # fmt: skip
        assert self.FRENCH.untold("ru") == self.FRENCH.untold("en") == ()

    def test_without_a_rule_for_its_forms_it_is_refused(self):
        with pytest.raises(BadInput, match=r"fr: which form is it for a number\? 'reste"):
            ZOO.extended(self.ROWS)


class TestALifecycleOfOnesOwn:
    NAMES = """\
kind,name,known,ru
process,petition,draft,прошение
deadline,answer,draft,срок ответа
guard,a petition never goes to whom it complains of,draft,"прошение не идёт тому, на кого жалуются"
remedy,send it to another office,draft,направьте в другое ведомство
PetitionKind,IDEA,draft,идея
action,Take,draft,принять
"""

    def labels(self) -> Labels:
        return LABELS.extended(parse(self.NAMES, of=PETITION))

    def test_its_names_are_found_among_its_own(self):
        labels = self.labels()
        answer = next(one for one in PETITION.deadlines if one.name == "answer")
        taking = next(one for one in PETITION.deadlines if one.name == "taking")
        assert labels.text(PETITION.name, "ru") == labels.text(PETITION, "ru") == "прошение"
        assert (labels.text(answer, "ru"), labels.text(taking, "ru")) == ("срок ответа", "taking")
        assert (labels.text(Take, "ru"), labels.text(PetitionKind.IDEA, "ru")) == ("принять", "идея")
        assert labels.text("answer", "ru") == "answer"

    def test_what_another_process_calls_by_the_same_word_stays(self):
        rows = "kind,name,known,ru\ndeadline,consideration,draft,срок прошения\n"
        labels = LABELS.extended(parse(rows, of=PETITION))
        assert labels.text(scoped("consideration", "petition", "deadline"), "ru") == "срок прошения"
        assert labels.text(scoped("consideration", "appeal", "deadline"), "ru") == "срок рассмотрения"

    def test_what_it_lacks_is_listed(self):
        missing = self.labels().missing(PETITION, "ru")
        assert {("deadline", "taking"), ("PetitionKind", "REQUEST"), ("never", "a term is lengthened once")} <= set(
            missing
        )
        assert not {("deadline", "answer"), ("action", "Take"), ("process", "petition")} & set(missing)
        assert len(set(missing)) == len(missing)
        assert self.labels().missing(PETITION, "en") == ()

    def test_a_ready_guard_says_the_name_of_its_deadline(self):
        guard = next(guard for row in PETITION.rows for guard in row.given if guard.deadline)
        assert self.labels().text(guard, "ru") == "срок ответа не истёк"
