"""The tables of names: nothing missing, nothing called as another thing is, no script mixed with another."""

import importlib
import pkgutil
from enum import Enum, StrEnum

import pytest
from labels import checks

import prcomm.core
from prcomm import PROCESSES, Basis, FindingKind, Phase, ReasonKind, Role, Status
from prcomm.core.law import LastDay, RuleKind
from prcomm.core.sentences import Said, Sentence
from prcomm.labels import DRAFT, LABELS, LAW, Lang, appeals, core, law, receptions, reports, text, vocabulary
from prcomm.law import CALENDAR, SOURCES, days_off
from prcomm.law.house import HOUSE

TABLES = {module.__name__: module.NAMES for module in (appeals, core, law, receptions, reports, vocabulary)}
OF_PROCESSES = {"appeal": (*appeals.NAMES, *law.ROLES), "reception": (*receptions.NAMES, *law.ROLES)}
EVERY = [pytest.param(names, id=name) for name, names in TABLES.items()]


def sentences(*modules):
    """Every sentence in some modules, however deep in a tuple or a mapping."""

    def within(value):
        if isinstance(value, Sentence):
            yield value
        elif isinstance(value, (tuple, list)):
            for one in value:
                yield from within(one)
        elif isinstance(value, dict):
            yield from within(tuple(value.values()))

    return {str(found) for module in modules for value in vars(module).values() for found in within(value)}


class TestNothingIsMissing:
    @pytest.mark.parametrize("process", PROCESSES)
    def test_of_a_process(self, process):
        assert checks.missing(checks.named(PROCESSES[process]), OF_PROCESSES[process]) == []

    def test_every_process_has_a_table(self):
        assert set(OF_PROCESSES) == set(PROCESSES)

    def test_of_what_the_core_says(self):
        modules = [
            importlib.import_module(f"prcomm.core.{one.name}") for one in pkgutil.iter_modules(prcomm.core.__path__)
        ]
        said = sentences(*modules)
        assert len(said) > 100
        assert checks.missing(said, core.NAMES) == []

    @pytest.mark.parametrize("kind", [Basis, FindingKind, Phase, ReasonKind, RuleKind, Status])
    def test_of_an_enumeration_of_the_core(self, kind):
        assert checks.missing(kind, core.NAMES) == []

    def test_of_what_binds_on_a_last_day(self):
        assert checks.missing([one.value for one in LastDay], core.NAMES) == []

    def test_of_the_law(self):
        names = (*law.NAMES, *reports.NAMES, *core.NAMES)
        assert checks.missing((*SOURCES, HOUSE), names) == []
        assert checks.missing({holiday.reason for holiday in CALENDAR.holidays}, names) == []
        assert checks.missing(sentences(days_off), names) == []

    def test_of_every_day_off(self):
        """Each reason is a sentence or a name that is in a table."""
        told = {day.reason for day in CALENDAR.days}
        texts = {reason.sentence if isinstance(reason, Said) else reason for reason in told}
        assert checks.missing(texts, (*law.NAMES, *core.NAMES)) == []

    def test_of_every_place_that_is_cited(self):
        """An entry with a name of its own, and a way to name a place by its unit."""
        cites = {cite for process in PROCESSES.values() for rule in process.cited() for cite in rule.cites}
        assert checks.missing({cite.article for cite in cites if not cite.article[:1].isdigit()}, law.NAMES) == []
        units = {f"{cite.unit} {{article}}" + ("({part})" if cite.part else "") for cite in cites}
        assert checks.missing(units, law.NAMES) == []

    def test_a_state_without_a_name_would_be_found(self):
        class New(Enum):
            STATE = 1

        assert checks.missing([New.STATE, Role("newcomer"), "a new guard"], core.NAMES) == [
            "STATE",
            "newcomer",
            "a new guard",
        ]


class TestEachTable:
    @pytest.mark.parametrize("names", EVERY)
    def test_no_name_is_the_english_one(self, names):
        assert checks.like_english(names) == []

    @pytest.mark.parametrize("names", [*OF_PROCESSES.values(), reports.NAMES])
    def test_no_two_things_of_a_process_are_called_alike(self, names):
        assert checks.alike(names) == []

    @pytest.mark.parametrize("names", EVERY)
    def test_no_script_is_mixed_with_another(self, names):
        assert checks.mixed(names) == []

    @pytest.mark.parametrize("names", EVERY)
    def test_apostrophes_are_the_ones_of_the_alphabet(self, names):
        assert checks.apostrophes(names) == []

    @pytest.mark.parametrize("names", EVERY)
    def test_no_place_is_lost(self, names):
        assert checks.places(names) == []

    @pytest.mark.parametrize("names", EVERY)
    def test_russian_has_a_form_for_each_kind_of_number(self, names):
        assert checks.needs_forms(names) == []

    def test_one_text_is_called_one_way(self):
        """Tables meet in one mapping: a text that two of them name would be named by the later one alone."""
        seen = {}
        for names in (appeals.NAMES, core.NAMES, law.NAMES, receptions.NAMES, reports.NAMES):
            for thing, uz, ru, _ in names:
                assert seen.setdefault(checks.key(thing), (uz, ru)) == (uz, ru), checks.english(thing)


class TestTheChecksCanFail:
    def row(self, uz, ru, thing="a thing"):
        return ((thing, uz, ru, DRAFT),)

    def test_like_english(self):
        assert checks.like_english(self.row("a Thing", "вещь")) == ["a thing"]
        assert checks.like_english(self.row("narsa", "a thing")) == ["a thing"]

    def test_alike(self):
        both = (("one", "narsa", "вещь", DRAFT), ("two", "Narsa", "предмет", DRAFT))
        assert checks.alike(both) == ["uz narsa"]

    def test_mixed(self):
        assert checks.mixed(self.row("nаrsa", "вещь"))  # a Cyrillic а
        assert checks.mixed(self.row("narsa", "вeщь")) == ["вeщь"]  # a Latin e
        assert checks.mixed(self.row("narsa w", "вещь")) == ["нарса w"]

    @pytest.mark.parametrize("uz", ["o‘rganish", "o'rganish", "oʼrganish", "maʻlumot", "ma’lumot"])
    def test_apostrophes(self, uz):
        assert checks.apostrophes(self.row(uz, "вещь")) == [uz]

    def test_places(self):
        sentence = "{role} may not {action}"
        assert checks.places(self.row("{role}: {action}", "{role}", sentence)) == ["{role}"]
        assert checks.places(self.row("{role}", "{role}: {action}", sentence)) == ["{role}"]
        assert checks.places(self.row("{role}: {action}|{role}", "{role}: {action}", sentence))

    def test_forms(self):
        assert checks.needs_forms(self.row("{n} kun", "{n} дней", "{n} day|{n} days")) == ["{n} дней"]


class TestTheGlossary:
    """What the glossaries give for the states of an appeal, letter by letter, and which of it is the law's own."""

    # fmt: off
    STATES = (
        # state           Uzbek (Latin)                        Uzbek (Cyrillic)                     Russian
        ("RECEIVED",      "kelib tushgan",                     "келиб тушган",                      "поступило"),
        ("REGISTERED",    "roʻyxatdan oʻtkazilgan",            "рўйхатдан ўтказилган",              "зарегистрировано"),
        ("FORWARDED",     "tegishliligi boʻyicha yuborilgan",  "тегишлилиги бўйича юборилган",      "направлено по принадлежности"),
        ("RETURNED",      "qaytarilgan",                       "қайтарилган",                       "возвращено"),
        ("LEFT",          "koʻrmay qoldirilgan",               "кўрмай қолдирилган",                "оставлено без рассмотрения"),
        ("JOINED",        "dublikat, birga koʻrib chiqiladi",  "дубликат, бирга кўриб чиқилади",    "дубликат, рассматривается вместе"),
        ("IN_REVIEW",     "koʻrib chiqilmoqda",                "кўриб чиқилмоқда",                  "на рассмотрении"),
        ("EXTRA_STUDY",   "qoʻshimcha oʻrganilmoqda",          "қўшимча ўрганилмоқда",              "дополнительное изучение"),
        ("EXTENDED",      "muddati uzaytirilgan",              "муддати узайтирилган",              "срок продлён"),
        ("DECIDED",       "qaror qabul qilingan",              "қарор қабул қилинган",              "решение принято"),
        ("CONSIDERED",    "koʻrib chiqilgan, javob yuborilgan", "кўриб чиқилган, жавоб юборилган",  "рассмотрено, ответ направлен"),
        ("SOLVED_ON_SPOT", "joyida hal etilgan",               "жойида ҳал этилган",                "решено на месте"),
        ("TERMINATED",    "koʻrib chiqish tugatilgan",         "кўриб чиқиш тугатилган",            "рассмотрение прекращено"),
        ("OFF_CONTROL",   "nazoratdan olingan",                "назоратдан олинган",                "снято с контроля"),
    )
    # fmt: on

    @pytest.mark.parametrize(("state", "uz", "cyrillic", "ru"), STATES)
    def test_a_state(self, state, uz, cyrillic, ru):
        its = appeals.AppealState[state]
        assert [text(its, lang) for lang in Lang] == [state, uz, cyrillic, ru]
        label = LABELS.of(its)
        assert label is not None
        assert label.known is LAW  # ‡ in the glossary

    @pytest.mark.parametrize(("thing", "term"), [
        (appeals.AppealKind.APPLICATION, "application"),
        (appeals.AppealKind.PROPOSAL, "proposal"),
        (appeals.AppealKind.COMPLAINT, "complaint"),
        (appeals.Channel.VIDEO_CONFERENCE, "video conference"),
        (appeals.Channel.PEOPLES_RECEPTION, "People's Reception"),
        (appeals.Channel.VIRTUAL_RECEPTION, "Virtual Reception"),
        (appeals.Channel.TRUST_TELEPHONE, "trust telephone"),
        (appeals.Withdrawal.WITHDRAWN, "withdrawal"),
        (law.roles.HEAD, "head of the body"),
        (law.roles.AUTHORISED, "authorised official"),
        (law.roles.EXECUTOR, "executor"),
    ])  # fmt: skip
    def test_a_thing_is_called_as_the_glossary_calls_it(self, thing, term):
        (row,) = (row for row in vocabulary.NAMES if row[0] == term)
        assert (text(thing, Lang.UZ), text(thing, Lang.RU)) == row[1:3]

    def test_nothing_else_is_said_to_be_the_laws_own(self):
        own = {label.english for label in LABELS if label.known is LAW}
        assert own == {state for state, *_ in self.STATES}


def test_members_of_string_enumerations_are_told_from_texts():
    """``str`` and member at once: it is the member that is looked up."""

    class Colour(StrEnum):
        RED = "registered"

    assert text(Colour.RED, Lang.RU) == "registered"  # as English has it: it has no label
