"""Words in Uzbek and Russian as a lawyer writes them: one word for one thing, and none of the kinds that were wrong once."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain

import pytest
from labels.checks import TABLES

from prcomm import PROCESSES
from prcomm.adapters.diagrams import lifecycle_picture
from prcomm.adapters.sheets import sheets
from prcomm.core.values.messages import scoped
from prcomm.labels import LABELS, Label, say, text
from prcomm.law import ORQ445
from prcomm.law.house import HOUSE

ALL = tuple(chain.from_iterable(TABLES.values()))
EVERY = [pytest.param(labels, id=name) for name, labels in TABLES.items()]
OF_PROCESSES = tuple(chain.from_iterable(TABLES[name] for name in PROCESSES))
LANGUAGES = ("uz", "ru")


# -- one word for one thing

TEXTS = ("guard", "never", "provided", "remedy", "sentence")
"""What is said by the same English sentence is the same, wherever it is said."""
APART = {
    "action": "the act is called by its noun, what it leads to by a participle",
    "cited": "an act beside a place in it stands in another case",
    "again": "a place after another of the same act leaves its name out",
    "deadline": "a term is called a term: how long there is for an answer, not the answer",
    "entity": "a file is called in full, its process in a word",
    "sentence": "the head of a column, or a line of a report that counts several",
    "set": "several states at once, not one of them",
    "Notice": "of what somebody is told: about it",
    "RuleKind": "what kind of rule it is, beside rules of other kinds",
    **dict.fromkeys(("days", "working days", "months", "years", "hours"), "a number in different units"),
}
"""The kinds whose names need not be those of another kind that is called alike in English, and why."""
NOT_ALIKE = {
    ("appeal", "withdrawn"): "a ground of ending: it was withdrawn; what is asked: to withdraw it",
    ("appeal", "died"): "a ground of ending is about the appellant, a fact about whoever died",
    ("council", "ngo"): "a seat of such organisations, and whoever sits on it",
    ("council", "other"): "a seat of others, and one of them",
    ("refutation", "refutation"): "what is claimed, and the process",
}
"""Names of a process that differ though English has one word, and why."""
SAID_APART = {
    "accepted": "of an action by the command line; of a person's appeal in the ministry's counts",
    "at": "the column of an instant; the hour that is asked for",
    "day": "the column of a day; a day that is asked for",
    "ended": "the column of the day on which it ended; that it did",
    "met": "the column of the day on which it was done; that it was",
    "counted from": "the day from which a term is counted; the files from which a share is",
    "how many": "the head of a column; a question",
    "it goes to another body": "Russian has genders: an appeal, a request",
    "promptly": "a term; the same as a fact about a term",
    "received on": "a question to be answered; a fact",
    "refused": "of an action by the command line; of appeals in a report",
    "{first} to {last}": "hours of a day; a run of days",
}
"""Sentences that differ from table to table, and why."""


def unlike(labels: Iterable[Label], apart: Iterable[str] = ()) -> set[str]:
    """The English words that are said in two ways in one language, beside kinds that may be."""
    said: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    for label in labels:
        if label.kind not in apart:
            said[label.english.casefold()].add(tuple(label.in_(lang) for lang in LANGUAGES))
    return {english for english, ways in said.items() if len(ways) > 1}


class TestOneWordForOneThing:
    @pytest.mark.parametrize("table", TABLES)
    def test_within_a_process_one_english_word_is_one_word_or_a_note_says_why_not(self, table):
        assert unlike(TABLES[table], APART) == {english for of, english in NOT_ALIKE if of == table}

    @pytest.mark.parametrize("table", TABLES)
    def test_so_is_one_sentence_of_it_whatever_it_is_for(self, table):
        assert unlike(label for label in TABLES[table] if label.kind in TEXTS) == set()

    def test_and_from_process_to_process(self):
        texts = (label for label in ALL if label.kind in TEXTS)
        assert unlike(texts) == {english.casefold() for english in SAID_APART}

    def test_two_ways_would_be_found(self):
        one = Label("guard", "it is dry", {"uz": "quruq", "ru": "сухо"})
        other = Label("provided", "It is dry", {"uz": "quruq", "ru": "просохло"})
        assert unlike([one, other]) == {"it is dry"}
        assert unlike([one, one]) == set()

    def test_every_note_is_of_something(self):
        kinds = {label.kind for label in ALL}
        assert set(APART) <= kinds


# -- the kinds that were wrong

GONE = {
    "ru": {
        r"внутренни\w+ правил": "reads as the body's own regulation",
        r"обращени\w+ граждан": "legal entities appeal too",
        r"подшит|подшив": "«списать в дело» is the term of records",
        r"кому-то|кем-то|кто-то": "colloquial",
        r"на контроль взя|взят\w+ на контроль": "«поставить на контроль»",
        r"просьб\w+ о приёме|приём запрошен": "«запись», «заявка на приём»",
        r"орган\w* опеки(?! и попечительства)": "its name is longer",
        r"дать сведения|дани\w+ сведений|в сведениях": "«представить сведения»",
        r"само событие|день 0": "the program's tongue",
        r"время ещё не истекло": "«срок не истёк»",
        r"\bпо тексту\b(?! закона)|\bс переносом\b": "not understood",
        r"в другой порядок": "«в ином установленном порядке»",
        r"выходн\w+ д\w+": "«нерабочий день» is the law's word",
        r"лет, не реже|дней на |месяцев на ": "a number stands after what it counts",
        r"\bКМ \d": "«ПКМ № 341»",
        r"всё сразу": "«общая схема процесса»",
        r"нельзя найти": "«местонахождение не установлено»",
        r" — ": "one dash in all texts",
    },
    "uz": {
        r"ichki qoida": "reads as the body's own regulation",
        r"fuqaro murojaati": "legal entities appeal too",
        r"yigʻmaga": "yigʻmajild is the term of records",
        r"vasiylik organ": "its name is longer",
        r"\bish tut": "to behave",
        r"\bamal(i|lar\w*|ini|ida|idan)?\b(?! qil| bilan|da)": "one word for what is done: harakat",
        r"muddat oʻtmoqda": "it runs, it is not overdue: davom etmoqda",
        r"suril": "uzaytiriladi",
        r"hodisaning oʻzi|0-kun": "the program's tongue",
        r"\bVM \d": "VMQ-341",
        r"^(dush|sesh|yak)$": "short names of days are Du, Se, … Yaksh",
        r" — ": "one dash in all texts",
    },
}
"""Words that are not written any more, and why."""
OPERATIONS = "What is to be done in an organisation: until the hour at which it stops such work."


def wrong(labels: Iterable[Label]) -> Iterator[tuple[str, str]]:
    """What a label says that is not said any more. By what people look for things is never shown: they say it as they do."""
    for label in (one for one in labels if one.kind != "sought"):
        for lang, patterns in GONE.items():
            for pattern in patterns:
                if label.name != OPERATIONS and re.search(pattern, label.in_(lang), re.IGNORECASE):
                    yield pattern, label.in_(lang)


class TestTheKindsThatWereWrong:
    @pytest.mark.parametrize("labels", EVERY)
    def test_none_is_left(self, labels):
        assert list(wrong(labels)) == []

    @pytest.mark.parametrize(
        ("lang", "said"),
        [
            ("ru", "взято на контроль"), ("ru", "Внутренние правила"), ("ru", "направить в орган опеки"),
            ("ru", "срок по тексту"), ("ru", "выходной день"), ("uz", "kim ish tutadi"), ("uz", "bu amalini bajaradi"),
            ("uz", "dush"), ("uz", "yigʻmaga qoʻyish"),
        ],
    )  # fmt: skip
    def test_one_would_be_found(self, lang, said):
        assert len(list(wrong([Label("guard", "it is so", {"uz": "shunday", "ru": "так", lang: said})]))) == 1

    @pytest.mark.parametrize("labels", EVERY)
    def test_no_day_is_written_as_a_machine_writes_it(self, labels):
        """Save where it is said how a day may be typed."""
        said = (label.in_(lang) for label in labels for lang in LANGUAGES if "or 13.02.2026" not in label.english)
        assert [one for one in said if re.search(r"\d{4}-\d\d-\d\d", one)] == []

    @pytest.mark.parametrize("labels", EVERY)
    def test_there_is_one_apostrophe(self, labels):
        """U+02BB in oʻ and gʻ, in the codes of acts too; U+02BC elsewhere."""
        assert [label.in_("uz") for label in labels if set("‘’'`´") & set(label.in_("uz"))] == []
        assert text(ORQ445, "uz") == "OʻRQ-445"

    def test_nothing_that_only_a_programmer_writes_is_said_to_a_lawyer(self):
        said = [label.in_(lang) for label in OF_PROCESSES + TABLES["core"] for lang in LANGUAGES]
        assert [one for one in said if re.search(r"lifecycle|\w\(|Reform", one)] == []

    def test_what_is_done_is_a_noun_in_russian(self):
        """It stands in cells and in quotation marks: начало: поступление."""
        verbs = (label.in_("ru") for label in OF_PROCESSES if label.kind == "action")
        assert [one for one in verbs if re.match(r"\w+(ть|ти|чь)(ся)?\b", one)] == []

    def test_what_would_make_it_lawful_is_asked_of_the_reader(self):
        remedies = [label for label in OF_PROCESSES if label.kind == "remedy"]
        assert len(remedies) > 50
        assert [one.in_("ru") for one in remedies if not re.search(r"\b\w+(те|тесь)\b", one.in_("ru"))] == []
        assert [one.in_("uz") for one in remedies if not re.search(r"(ing|ang)\b", one.in_("uz"))] == []

    def test_a_deadline_is_called_a_term(self):
        """So that it can be said that it has not run out, and which is its last day."""
        deadlines = [label for label in OF_PROCESSES if label.kind == "deadline"]
        assert [one.in_("ru") for one in deadlines if not re.match(r"(наименьший )?срок\b", one.in_("ru"))] == []
        assert [one.in_("uz") for one in deadlines if not one.in_("uz").endswith("muddati")] == []

    def test_days_have_their_short_names(self):
        days = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
        (core,) = ({label.name: label for label in TABLES["core"]},)
        assert [core[day].in_("uz") for day in days] == ["Du", "Se", "Chor", "Pay", "Jum", "Shan", "Yaksh"]
        assert [core[day].in_("uz-Cyrl") for day in days] == ["Ду", "Се", "Чор", "Пай", "Жум", "Шан", "Якш"]
        assert [core[day].in_("ru") for day in days] == ["пн", "вт", "ср", "чт", "пт", "сб", "вс"]


class TestAPlaceInAnAct:
    @pytest.mark.parametrize(
        ("cite", "uz", "cyrillic", "ru"),
        [
            (ORQ445(28, 2), "OʻRQ-445 28-modda 2-qism", "ЎРҚ-445 28-модда 2-қисм", "ч. 2 ст. 28 Закона № ЗРУ-445"),
            (ORQ445(28), "OʻRQ-445 28-modda", "ЎРҚ-445 28-модда", "ст. 28 Закона № ЗРУ-445"),
            (HOUSE(2), "prcomm taxminlari 2-band", "prcomm тахминлари 2-банд", "п. 2 Допущений prcomm"),
        ],
    )
    def test_is_named_as_lawyers_do(self, cite, uz, cyrillic, ru):
        assert [text(cite, lang) for lang in ("uz", "uz-Cyrl", "ru")] == [uz, cyrillic, ru]

    def test_the_cabinets_acts_have_their_usual_names(self):
        (cabinet,) = (label for label in TABLES["law"] if (label.kind, label.name) == ("source", "Cabinet 341"))
        assert [cabinet.in_(lang) for lang in ("uz", "uz-Cyrl", "ru")] == ["VMQ-341", "ВМҚ-341", "ПКМ № 341"]

    def test_every_source_has_a_form_for_a_place_in_it(self):
        sources = {label.name for label in ALL if label.kind == "source"}
        assert sources == {label.name for label in ALL if label.kind == "cited"}

    def test_languages_are_those_of_the_tables(self):
        assert LABELS.languages == ("en", "uz", "uz-Cyrl", "ru")


class TestAPhase:
    def test_is_called_as_its_process_calls_it_and_as_others_do_without(self):
        """Nobody plans what is received and registered."""
        said = {name: text(scoped("PLAN", name, "phase"), "ru") for name in ("appeal", "request", "briefing")}
        assert said == {
            "appeal": "приём и регистрация",
            "request": "приём и регистрация",
            "briefing": "планирование",
        }

    def test_stands_so_in_the_table_of_states_and_in_the_picture(self):
        (states, *_) = (sheet for sheet in sheets(PROCESSES["appeal"]) if str(sheet.caption) == "appeal: states")
        assert states.texts(say("ru"))[0][1] == "приём и регистрация"
        assert "приём и регистрация" in lifecycle_picture(PROCESSES["appeal"], say("ru"))
