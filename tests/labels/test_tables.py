"""The tables of names: nothing missing, nothing called as another thing is, no script mixed with another."""

import subprocess
import sys
from enum import Enum, StrEnum
from itertools import chain
from typing import ClassVar

import pytest
from labels import checks
from labels.checks import TABLES, modules_of, sentences_of

from prcomm import PROCESSES, Basis, FindingKind, Phase, ReasonKind, Role, Status
from prcomm.citizens.appeals import AppealKind, AppealState, Channel, Withdrawal
from prcomm.core.sources.citations import RuleKind
from prcomm.core.sources.dated import LastDay
from prcomm.core.values.messages import Message, Said, scoped
from prcomm.labels import LABELS, LAW, Label, parse, text
from prcomm.labels.lacking import things_of
from prcomm.law import (
    CALENDAR,
    DOUBTS,
    ORQ445,
    SOURCES,
    VALUES,
    administrative_court,
    criminal_procedure,
    days_off,
    information,
    mass_media,
    neighbours,
    openness,
    orq474,
    personal_data,
    practice,
    press_acts,
    public_councils,
    roles,
    shares,
)
from prcomm.press import roles as press_roles
from prcomm.views.principles import MEASURES, Band, Principle

CORE, SHARED = TABLES["core"], (*TABLES["core"], *TABLES["law"])
ALL = tuple(chain.from_iterable(TABLES.values()))
ROLES = tuple(label for label in TABLES["law"] if label.kind == "role")
OF_THE_PRESS = (*openness.SOURCES, *mass_media.SOURCES, *press_acts.SOURCES, practice.PRACTICE, public_councils.PF154)
LANGUAGES = LABELS.languages[1:]
EVERY = [pytest.param(labels, id=name) for name, labels in TABLES.items()]


def said_by(process: str) -> list[Message]:
    """The sentences of a process itself: of its reports, say."""
    return sentences_of(modules_of(PROCESSES.module(process).rpartition(".")[0]), process)


def views_say() -> list[object]:
    """The sentences of the views, and the members of what they bring."""
    measured = (text for one in MEASURES.values() for text in (one.formula, one.inputs, one.cannot_tell))
    return [*sentences_of(modules_of("prcomm.views"), "views"), *measured, *Principle, *Band]


def rests_on(process: str) -> list[object]:
    """The sources that a process cites, and the dated values of these."""
    codes = {cite.source for rule in PROCESSES[process].cited() for cite in rule.cites}
    values = [value for value in VALUES if codes.issuperset(cite.source for cite in value.cites)]
    return [*(scoped(code, "", "source") for code in codes), *values]


class TestNothingIsMissing:
    @pytest.mark.parametrize("lang", LANGUAGES)
    @pytest.mark.parametrize("process", PROCESSES)
    def test_of_a_process(self, process, lang):
        assert LABELS.missing(PROCESSES[process], lang) == ()

    @pytest.mark.parametrize("process", PROCESSES)
    def test_of_what_a_process_says(self, process):
        assert checks.missing(said_by(process), TABLES[process]) == []

    def test_of_what_pages_pictures_and_the_command_line_say(self):
        said = sentences_of(modules_of("prcomm.adapters"), "adapters")
        assert len(said) > 70
        assert checks.missing(said, TABLES["adapters"]) == []

    def test_of_what_the_views_say(self):
        """Their sentences, the principles and the bands."""
        said = views_say()
        assert len(said) > 40
        assert checks.missing(said, TABLES["views"]) == []

    def test_of_what_the_core_says(self):
        said = sentences_of(modules_of("prcomm.core"))
        assert len(said) > 100
        assert checks.missing(said, CORE) == []

    @pytest.mark.parametrize("kind", [Basis, FindingKind, Phase, ReasonKind, RuleKind, Status])
    def test_of_an_enumeration_of_the_core(self, kind):
        assert checks.missing(kind, CORE) == []

    def test_of_what_binds_on_a_last_day(self):
        assert checks.missing([str(one.value) for one in LastDay], CORE) == []

    def test_of_the_law(self):
        """An act on which one process rests may be named in the table of that process."""
        assert checks.missing(SOURCES, ALL) == []
        assert checks.missing({holiday.reason for holiday in CALENDAR.holidays}, SHARED) == []
        assert checks.missing(sentences_of([days_off, shares]), SHARED) == []

    def test_of_what_oversight_borrows_and_leaves_open(self):
        """A figure that is a word is named too: of whom a majority is counted."""
        assert checks.missing(roles.ROLES, SHARED) == []
        assert checks.missing((*neighbours.VALUES, *orq474.VALUES, *public_councils.VALUES), SHARED) == []
        assert checks.missing([*shares.MajorityOf, *(str(one.value) for one in shares.MajorityOf)], SHARED) == []

    def test_of_what_the_press_rests_on(self):
        """Its roles, its figures, and the Readings and names that are figures of its law."""
        assert checks.missing(press_roles.ROLES, SHARED) == []
        modules = (openness, mass_media, information, personal_data, criminal_procedure, administrative_court)
        assert checks.missing([value for one in (*modules, press_acts) for value in one.VALUES], SHARED) == []
        for reading in (mass_media.WebsiteLimb, press_acts.BriefingMonth):
            assert checks.missing([*reading, *(str(one.value) for one in reading)], SHARED) == []
        named = (press_acts.CENTRAL_UNIT, press_acts.COORDINATOR)
        said = {version.value for one in named for version in one.versions} - {None}
        assert checks.missing(said, SHARED) == []

    def test_of_every_place_that_has_a_name(self):
        """Of the acts on the press, cited by now or not."""
        named = {a.number for one in OF_THE_PRESS for a in one.articles if not a.number[:1].isdigit()}
        assert len(named) > 30
        assert checks.missing(named, SHARED) == []

    def test_of_every_day_off(self):
        """Each reason is a sentence or a name that is in a table."""
        assert checks.missing({day.reason for day in CALENDAR.days}, SHARED) == []

    def test_of_every_place_that_is_cited(self):
        """An entry with a name of its own, and a way to name a place by its unit."""
        cites = {cite for process in PROCESSES.values() for rule in process.cited() for cite in rule.cites}
        assert checks.missing({cite.article for cite in cites if not cite.article[:1].isdigit()}, SHARED) == []
        told = [cite.told(kind) for cite in cites for kind in ("sentence", "again")]
        assert checks.missing(told, SHARED) == []
        assert (
            checks.missing({scoped(cite.source, "", kind) for cite in cites for kind in ("source", "cited")}, ALL) == []
        )

    @pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.code)
    def test_of_what_is_told_of_a_source(self, source):
        """Its title, headings and gists, why no rule rests on it, what was read, and what is to be asked."""
        assert checks.missing(filter(None, checks.told_of([source])), ALL) == []

    def test_of_what_is_in_doubt(self):
        assert checks.missing((doubt.text for doubt in DOUBTS), TABLES["doubts"]) == []

    @pytest.mark.parametrize("lang", LANGUAGES)
    def test_in_a_language(self, lang):
        assert LABELS.untold(lang) == ()

    def test_what_has_no_name_would_be_found(self):
        class New(Enum):
            STATE = 1

        new = [New.STATE, Role("newcomer"), "a new guard", Message("{n} left", of="appeal")]
        assert checks.missing(new, CORE) == ["STATE", "newcomer", "a new guard", "{n} left"]

    def test_so_would_what_has_none_in_one_language(self):
        rows = "kind,name,known,uz,ru\nrole,newcomer,draft,yangi,\n"
        assert checks.missing([Role("newcomer")], parse(rows)) == ["newcomer"]


class TestNothingIsLeftOfWhatIsGone:
    @pytest.mark.parametrize("process", PROCESSES)
    def test_each_row_is_of_something_that_the_process_has(self, process):
        """What says its act too: that is asked of all tables below."""
        things = chain(filter(None, things_of(PROCESSES[process])), said_by(process), rests_on(process))
        assert checks.stale([label for label in TABLES[process] if label.kind not in checks.OF_ACTS], things) == []

    def test_so_is_each_that_pages_pictures_and_the_command_line_say(self):
        said = sentences_of(modules_of("prcomm.adapters"), "adapters")
        assert checks.stale(TABLES["adapters"], said) == []

    def test_so_is_each_that_the_views_say(self):
        assert checks.stale(TABLES["views"], views_say()) == []

    def test_so_is_each_that_is_told_of_a_source(self):
        """A gist that is edited leaves its translation behind, which is no translation of it any more."""
        told = [label for label in ALL if label.kind == "told"]
        assert len(told) > 1000
        assert checks.stale(told, filter(None, (*checks.told_of(SOURCES), *(doubt.text for doubt in DOUBTS)))) == []

    def test_a_row_of_nothing_would_be_found(self):
        gone = parse("kind,name,known,uz\nguard,it is dry,draft,quruq\n", of="appeal")
        assert checks.stale(gone, filter(None, things_of(PROCESSES["appeal"]))) == [("guard", "it is dry")]


class TestEachTable:
    def test_there_is_one_for_each_process(self):
        assert set(PROCESSES) < set(TABLES)
        assert all(TABLES.values())

    @pytest.mark.parametrize("labels", EVERY)
    def test_no_name_is_the_english_one(self, labels):
        assert checks.like_english(labels) == []

    @pytest.mark.parametrize("process", PROCESSES)
    def test_no_two_things_of_a_process_are_called_alike(self, process):
        its = {thing.name for thing in things_of(PROCESSES[process]) if isinstance(thing, Role)}
        assert its
        assert checks.alike((*TABLES[process], *(label for label in ROLES if label.name in its))) == []

    @pytest.mark.parametrize("labels", EVERY)
    def test_no_script_is_mixed_with_another(self, labels):
        assert checks.mixed(labels) == []

    @pytest.mark.parametrize("labels", EVERY)
    def test_each_language_has_a_form_for_each_kind_of_number_and_loses_no_place(self, labels):
        assert checks.forms(labels) == []

    def test_nothing_is_named_by_two_tables(self):
        assert checks.twice(TABLES) == []


class TestTheChecksCanFail:
    def row(self, uz, ru, name="a thing", kind="sentence"):
        return (Label(kind, name, {"uz": uz, "ru": ru}),)

    def test_like_english(self):
        assert checks.like_english(self.row("a Thing", "вещь")) == ["a thing"]
        assert checks.like_english(self.row("narsa", "a thing")) == ["a thing"]

    def test_alike(self):
        both = (*self.row("narsa", "вещь", "one"), *self.row("Narsa", "предмет", "two"))
        assert checks.alike(both) == ["uz narsa"]

    def test_alike_of_two_kinds(self):
        both = (*self.row("narsa", "вещь", "one", "deadline"), *self.row("buyum", "вещь", "ONE", "Outcome"))
        assert checks.alike(both) == ["ru вещь"]

    def test_one_text_of_two_kinds_is_one_thing(self):
        both = (*self.row("narsa", "вещь", "one", "guard"), *self.row("narsa", "вещь", "one", "provided"))
        assert checks.alike(both) == []

    def test_mixed(self):
        assert checks.mixed(self.row("nаrsa", "вещь"))  # a Cyrillic а
        assert checks.mixed(self.row("narsa", "вeщь")) == ["вeщь"]  # a Latin e
        assert checks.mixed(parse("kind,name,known,uz\nrole,one,draft,narsa w\n")) == ["нарса w"]

    @pytest.mark.parametrize(
        ("uz", "ru"),
        [
            ("{n} kun", "{n} дней"),
            ("{n} kun", "{n} день|{n} дня"),
            ("{n} kun|{n} kunlar", "{n} день|{n} дня|{n} дней"),
            ("{n} kun", "{n} день|{n} дня|дней"),
            ("{n} {n} kun", "{n} день|{n} дня|{n} дней"),
            ("kun", "{n} день|{n} дня|{n} дней"),
        ],
    )
    def test_forms(self, uz, ru):
        assert len(checks.forms(self.row(uz, ru, "{n} day|{n} days"))) == 1

    def test_twice(self):
        tables = {"appeal": self.row("narsa", "вещь"), "reception": self.row("buyum", "предмет")}
        assert checks.twice(tables) == [("", "sentence", "a thing")]


class TestNamesAreFoundAmongTheirOwn:
    """In its process and its kind; a plain text is a sentence of the core or of the law, or nobody's name."""

    PLAIN = frozenset(label.name for label in SHARED if label.kind == "sentence")

    def test_a_text_that_reads_like_a_deadline_is_none(self):
        assert text("reply", "ru") == "reply"

    @pytest.mark.parametrize("table", [*PROCESSES, "vocabulary", "adapters", "views"])
    def test_no_plain_text_is_taken_for_a_name(self, table):
        names = [label.name for label in TABLES[table] if label.name not in self.PLAIN and "{" not in label.name]
        assert len(names) > 10
        assert [name for name in names if text(name, "ru") != name] == []

    @pytest.mark.parametrize("process", PROCESSES)
    def test_each_name_of_a_process_is_what_its_table_says(self, process):
        for label in TABLES[process]:
            if label.kind in ("process", "guard", "remedy", "never", "deadline", "provided", "part"):
                said = Said(label.name, {}, (process, label.kind))
                assert [text(said, lang) for lang in LANGUAGES] == [label.words[lang] for lang in LANGUAGES]

    def test_a_word_of_the_vocabulary_is_found_as_one(self):
        assert text(scoped("reply", "vocabulary", "term"), "ru") == "ответ"

    def test_loading_the_names_loads_no_process(self):
        code = (
            "import sys; from prcomm.labels import LABELS; from prcomm.processes import PROCESSES as P\n"
            "def loaded(): return [name for name in P if P.module(name) in sys.modules]\n"
            "print(len(LABELS.languages), loaded()); P['appeal']; print(loaded())"
        )
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
        assert done.stdout.splitlines() == ["4 []", "['appeal']"]


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
        ("JOINED",        "dublikat, birgalikda koʻrib chiqiladi", "дубликат, биргаликда кўриб чиқилади", "дубликат, рассматривается вместе"),
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

    # fmt: off
    OF_THE_ACT: ClassVar = {
        "RECEIVED":       (ORQ445(23, 1), "kelib tushgan murojaat"),
        "REGISTERED":     (ORQ445(23, 1), "roʻyxatdan oʻtkazilishi kerak"),
        "IN_REVIEW":      (ORQ445(24, 1), "koʻrib chiqiladi"),
        "EXTRA_STUDY":    (ORQ445(28, 1), "qoʻshimcha oʻrganish"),
        "EXTENDED":       (ORQ445(28, 2), "koʻrib chiqish muddatlari … uzaytirilishi mumkin"),
        "DECIDED":        (ORQ445(27, 1), "qaror qabul qilinadi"),
        "CONSIDERED":     (ORQ445(25, 6), "koʻrib chiqilganidan va javob yuborilganidan keyin"),
        "OFF_CONTROL":    (ORQ445(34, 2), "nazoratdan va ijrodan olinadi"),
        "SOLVED_ON_SPOT": (ORQ445(23, 5), "joyida hal etilgan"),
        "FORWARDED":      (ORQ445(11),    "tegishliligi boʻyicha davlat organlariga, tashkilotlarga yuborilgan"),
        "RETURNED":       (ORQ445(25, 4), "murojaat etuvchiga … qaytariladi"),
        "JOINED":         (ORQ445(25, 5), "murojaatning dublikati … avval kelib tushgan murojaat bilan birgalikda koʻrib chiqiladi"),
        "LEFT":           (ORQ445(29, 2), "murojaatlar koʻrmay qoldirilganda"),
        "TERMINATED":     (ORQ445(30),    "murojaatlarni koʻrib chiqish quyidagi hollarda tugatiladi"),
    }
    """Where the act has the words that are marked ‡, and how: in its own language, which is Uzbek."""
    # fmt: on

    OF_OVERSIGHT = frozenset({
        "chair", "deputy chair", "secretary", "member", "presiding", "organiser", "citizen", "NGO", "self-government body",
        "public council", "Kengash of deputies", "hokim",
    })  # fmt: skip
    """Roles that the glossary of public oversight gives as words of acts that were read."""
    OF_THE_PRESS = frozenset({
        "journalist", "information user", "data subject", "foreign ministry", "accreditation commission", "expert group",
    })  # fmt: skip
    """Roles that the glossary of the press gives as words of acts."""
    OF_THE_CHANNEL = frozenset({"channel", "SUSPENDED", "Air", "Post"})
    """The same of the channel."""
    OF_THE_RELEASE = frozenset({
        "APPROVED", "PUBLISHED", "WITHDRAWN", "ASKED", "DECLINED", "Approve", "Publish", "FindWrong", "TakeDown",
        "Withdraw", "DemandRehabilitation", "ReportRehabilitation", "AskCorrection", "CorrectData",
    })  # fmt: skip
    """The same of the release."""
    OF_MONITORING = frozenset({"monitoring", "Respond", "DemandApproval", "DemandRemoval"})
    """The same of what is found about a body."""
    OF_REFUTATIONS = frozenset({
        "refutation", "REPLY", "DEMANDED", "PUBLISHED", "Demand", "AgreeToEdit", "Publish", "GoToCourt",
    })  # fmt: skip
    """The same of a demand for a refutation."""
    OF_ACCREDITATION = frozenset({
        "accreditation", "APPLIED", "ACTIVE", "ENDED", "ATTACHED", "Apply", "Review", "Grant", "AskAnew", "Prolong",
        "Challenge", "Attach", "WorkAsJournalist",
    })  # fmt: skip
    """The same of accreditation."""
    OF_THE_REQUEST = frozenset({
        "request", "ANSWERED", "COMPLAINED", "NOT_CONSIDERED", "NOT_HELD", "REFUSED", "Answer", "AnswerAtOnce", "Complain",
        "Extend", "Forward", "GiveInterview", "GoToCourt", "Receive", "Refuse", "Register", "SayNotHeld", "Uphold",
    })  # fmt: skip
    """The same of the request, beside what others have in common with it."""
    OF_THE_BRIEFING = frozenset({"briefing", "PLANNED", "HELD", "CANCELLED", "Announce", "Hold"})
    """The same of briefings and press conferences."""
    OF_PRESS_SERVICES = frozenset({
        "press_service", "OPERATING", "ABOLISHED", "Establish", "Reorganise", "Abolish", "PutRight",
    })  # fmt: skip
    """The same of press services."""
    OF_THE_DIALOGUE = frozenset({
        "dialogue", "MEETING", "PLANNED", "ANNOUNCED", "HELD", "CANCELLED", "Announce", "Hold", "Report",
        "Explain",
    })  # fmt: skip
    """The same of dialogues and days of reception."""
    OF_INCIDENTS = frozenset({"incident"})
    OF_PROGRAMMES = frozenset({"programme", "APPROVED", "RUNNING"})
    """The same of resonant events and of programmes."""
    # fmt: off
    OF_ITS_ACTS: ClassVar = {
        "oversight":  "jamoatchilik nazorati",
        "ANNOUNCED":  "eʼlon qilingan",
        "ENQUIRY":    "murojaatlar va soʻrovlar",
        "MEETING":    "ochiq hayʼat majlislarida ishtirok etish",
        "DISCUSSION": "jamoatchilik muhokamasi",
        "HEARING":    "jamoatchilik eshituvi",
        "MONITORING": "jamoatchilik monitoringi",
        "EXPERTISE":  "jamoatchilik ekspertizasi",
        "OPINION":    "jamoatchilik fikrini oʻrganish",
        "REPORT":     "hisobot va axborotini eshitish",
    }
    """The same of the forms of oversight that article 6 names."""
    # fmt: on

    OF_ITS_TABLES = frozenset({
        "DECEASED", "recommendation", "FINAL_DOCUMENT", "MINUTES", "CONCLUSION", "NOTE",
        "session", "ANNOUNCED", "ADOPTED", "FOR", "AGAINST", "ABSTAINED", "OPEN", "SECRET",
    })  # fmt: skip
    """What it gives so of states, of documents and of steps."""
    OF_COMPETENCE = frozenset({"Train", "Attest"})
    OF_FEEDBACK = frozenset({"feedback", "SUMMARISED", "ANSWERED", "Summarise", "Answer"})
    """The same of what an officer is charged with, and of what people said of an event."""

    def test_what_is_marked_was_compared_with_the_act(self):
        marked = {label.name for label in LABELS if label.law}
        assert (
            marked
            == self.OF_THE_ACT.keys()
            | self.OF_OVERSIGHT
            | self.OF_ITS_TABLES
            | self.OF_ITS_ACTS.keys()
            | self.OF_THE_PRESS
            | self.OF_THE_CHANNEL
            | self.OF_THE_RELEASE
            | self.OF_MONITORING
            | self.OF_REFUTATIONS
            | self.OF_ACCREDITATION
            | self.OF_THE_REQUEST
            | self.OF_THE_BRIEFING
            | self.OF_PRESS_SERVICES
            | self.OF_THE_DIALOGUE
            | self.OF_COMPETENCE
            | self.OF_FEEDBACK
            | self.OF_INCIDENTS
            | self.OF_PROGRAMMES
        )

    @pytest.mark.parametrize("name", OF_ITS_ACTS)
    def test_a_form_of_oversight_is_called_as_the_glossary_calls_it(self, name):
        (label,) = (label for label in TABLES["oversight"] if label.name == name)
        assert label.words["uz"] == self.OF_ITS_ACTS[name]

    @pytest.mark.parametrize("state", OF_THE_ACT)
    def test_its_words_are_those_of_the_act_but_for_their_endings(self, state):
        _, act = self.OF_THE_ACT[state]
        for word in text(AppealState[state], "uz").replace(",", "").split():
            assert any(word[: min(4, len(word))] == other[: min(4, len(word))] for other in act.split()), word

    @pytest.mark.parametrize("label", [label for label in LABELS if label.law], ids=lambda label: label.name)
    def test_no_translation_of_them_is_marked(self, label):
        assert label.law == {"uz", "uz-Cyrl"}

    @pytest.mark.parametrize(("state", "uz", "cyrillic", "ru"), STATES)
    def test_a_state(self, state, uz, cyrillic, ru):
        its = AppealState[state]
        assert [text(its, lang) for lang in LABELS.languages] == [state, uz, cyrillic, ru]
        label = LABELS.of(its)
        assert label is not None
        assert label.known is LAW  # ‡ in the glossary

    @pytest.mark.parametrize(("thing", "term"), [
        (AppealKind.APPLICATION, "application"),
        (AppealKind.PROPOSAL, "proposal"),
        (AppealKind.COMPLAINT, "complaint"),
        (Channel.VIDEO_CONFERENCE, "video conference"),
        (Channel.PEOPLES_RECEPTION, "People's Reception"),
        (Channel.VIRTUAL_RECEPTION, "Virtual Reception"),
        (Channel.TRUST_TELEPHONE, "trust telephone"),
        (Withdrawal.WITHDRAWN, "withdrawal"),
        (roles.HEAD, "head of the body"),
        (roles.AUTHORISED, "authorised official"),
        (roles.EXECUTOR, "executor"),
    ])  # fmt: skip
    def test_a_thing_is_called_as_the_glossary_calls_it(self, thing, term):
        (label,) = (label for label in TABLES["vocabulary"] if label.name == term)
        assert [text(thing, lang) for lang in LANGUAGES] == [label.words[lang] for lang in LANGUAGES]

    # fmt: off
    IN_UZBEK = (
        # role                  Uzbek (Latin)
        ("chair",               "rais"),
        ("deputy chair",        "rais oʻrinbosari"),
        ("secretary",           "kotib"),
        ("member",              "aʼzo"),
        ("presiding",           "raislik qiluvchi"),
        ("organiser",           "tashkilotchi"),
        ("citizen",             "fuqaro"),
        ("NGO",                 "nodavlat notijorat tashkiloti"),
        ("self-government body", "fuqarolarning oʻzini oʻzi boshqarish organi"),
        ("public council",      "jamoatchilik kengashi"),
        ("Kengash of deputies", "xalq deputatlari Kengashi"),
        ("hokim",               "hokim"),
        ("journalist",          "jurnalist"),
        ("information user",    "axborotdan foydalanuvchi"),
        ("data subject",        "shaxsga doir maʼlumotlar subyekti"),
        ("foreign ministry",    "Tashqi ishlar vazirligi"),
        ("accreditation commission", "akkreditatsiya komissiyasi"),
        ("expert group",        "ekspert guruhi"),
    )
    # fmt: on

    @pytest.mark.parametrize(("role", "uz"), IN_UZBEK)
    def test_a_role_that_an_act_names_in_uzbek(self, role, uz):
        """No Russian text of these acts was read."""
        label = LABELS.of(Role(role))
        assert label is not None
        assert label.words["uz"] == uz
        assert label.law == {"uz", "uz-Cyrl"}

    def test_nothing_else_is_said_to_be_the_laws_own(self):
        own = {label.name for label in LABELS if label.known is LAW}
        marked = (
            self.OF_ITS_TABLES
            | self.OF_ITS_ACTS.keys()
            | self.OF_THE_CHANNEL
            | self.OF_MONITORING
            | self.OF_REFUTATIONS
            | self.OF_THE_REQUEST
            | self.OF_ACCREDITATION
            | self.OF_THE_BRIEFING
            | self.OF_THE_DIALOGUE
            | self.OF_COMPETENCE
            | self.OF_FEEDBACK
            | self.OF_THE_CHANNEL
            | self.OF_THE_RELEASE
            | self.OF_THE_REQUEST
            | self.OF_THE_BRIEFING
            | self.OF_PRESS_SERVICES
            | self.OF_INCIDENTS
            | self.OF_PROGRAMMES
        )
        assert own == {name for name, *_ in (*self.STATES, *self.IN_UZBEK)} | marked


def test_members_of_string_enumerations_are_told_from_texts():
    """``str`` and member at once: it is the member that is looked up."""

    class Colour(StrEnum):
        RED = "registered"

    assert text(Colour.RED, "ru") == "registered"  # as English has it: it has no label
