"""What the core says, in Uzbek and in Russian: nothing left out, nothing lost, nothing left in English."""

import inspect
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from enum import Enum
from types import ModuleType

import pendulum
import pytest
from core.one_duty import ANN, FIVE, UZ_2026, Close, at, due_of, duty, lived
from labels.checks import TABLES, missing, modules_of, sentences_of, stale

from prcomm import (
    PROCESSES,
    SAME,
    Actor,
    Computus,
    Days,
    LastDay,
    Months,
    Near,
    Phase,
    Role,
    Weekday,
    WorkingDays,
    at_least,
    before,
    each_month,
    each_year,
    earliest,
    further,
)
from prcomm.adapters import sheets
from prcomm.adapters.sheets import sheets as tables_of
from prcomm.core.calendar import days as calendar, terms
from prcomm.core.calendar.terms import WORKING_HOURS, Hours, Until
from prcomm.core.calendar.traces import TraceLine
from prcomm.core.engine import counting, explaining as reasons
from prcomm.core.engine.counting import VALUE
from prcomm.core.questions import audits
from prcomm.core.sources.dated import UNITS
from prcomm.core.table import dues, entities
from prcomm.core.table.linting import FaultKind
from prcomm.core.values import messages as sentences
from prcomm.core.values.messages import Message, Said, named, scoped
from prcomm.labels import Label, parse, say, text

CORE = (*modules_of("prcomm.core"), sheets)  # the tables of what the core says are drawn above it, in its words
LABELS = TABLES["core"]
FOR_PROGRAMMERS = {FaultKind, Computus, Near, Weekday, type(entities.UNBEGUN)}
"""What the linter knows, how rules for days off are written, and the state that no reader sees: a lifecycle gives another before it shows the entity."""


PLAIN = (*calendar.WEEKDAYS, calendar.A_DAY_OFF, *(str(day.value) for day in LastDay))
"""Names that are no sentences, and stand in traces as they are."""


def enumerations_of(modules: Iterable[ModuleType]) -> list[type[Enum]]:
    """The Enums with members that are defined in some modules."""
    return [
        value
        for module in modules
        for value in vars(module).values()
        if inspect.isclass(value) and issubclass(value, Enum) and value.__module__ == module.__name__ and len(value)
    ]


def called_alike(labels: Iterable[Label]) -> set[frozenset[str]]:
    """The texts that are one in some language."""
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for label in labels:
        for lang, said in label.words.items():
            found[lang, said.casefold()].add(label.name)
    return {frozenset(texts) for texts in found.values() if len(texts) > 1}


class TestNothingIsLeftOut:
    def test_every_module_of_the_core_is_looked_at(self) -> None:
        assert {calendar, sheets, audits, counting, dues, reasons, sentences, terms} <= set(CORE)

    def test_every_sentence_has_a_row(self) -> None:
        assert missing(sentences_of(CORE), LABELS) == []

    def test_the_walk_finds_what_is_deep(self) -> None:
        """In a mapping, in a tuple, and by its own name."""
        assert {"the month {key} begins", "Mon", "{role} may not {action}"} <= set(sentences_of(CORE))

    @pytest.mark.parametrize(
        "planted",
        [
            pytest.param(Message("{role} sleeps"), id="alone"),
            pytest.param({1: (True, Message("{role} sleeps"))}, id="deep"),
            pytest.param(Enum("Sleep", {"DEEP": Message("{role} sleeps")}), id="in an Enum"),
        ],
    )
    def test_a_new_sentence_would_be_found(self, planted: object) -> None:
        module = ModuleType("prcomm.core.planted")
        vars(module)["PLANTED"] = planted
        assert missing(sentences_of([*CORE, module]), LABELS) == ["{role} sleeps"]

    def test_so_has_every_plain_name(self) -> None:
        """Seven days of the week, a day off, and the two that may be the last of a term."""
        assert len(PLAIN) == 10
        assert missing(PLAIN, LABELS) == []

    def test_every_member_a_reader_is_shown_has_a_row(self) -> None:
        shown = [kind for kind in enumerations_of(CORE) if kind not in FOR_PROGRAMMERS]
        names = {
            "Basis",
            "EndDays",
            "FindingKind",
            "LastDay",
            "OpenTo",
            "Phase",
            "ReasonKind",
            "RuleKind",
            "Same",
            "Status",
        }
        assert {kind.__name__ for kind in shown} == names
        assert missing([member for kind in shown for member in kind], LABELS) == []

    def test_a_new_enumeration_would_be_found(self) -> None:
        module = ModuleType("prcomm.core.planted")
        new = Enum("Mood", ["GLAD"], module=module.__name__)
        vars(module)["Mood"] = new
        assert enumerations_of([module]) == [new]
        assert missing(new, LABELS) == ["GLAD"]

    def test_every_row_is_of_a_sentence_or_a_member_of_today(self) -> None:
        shown = (member for kind in enumerations_of(CORE) for member in kind)
        phases = (scoped(phase.name, "", "phase") for phase in Phase)
        units = (Said("{n}|{n}", {"n": 1}, ("", unit)) for unit in UNITS)
        assert stale(LABELS, (*sentences_of(CORE), *PLAIN, *shown, *phases, *units)) == []

    def test_one_of_what_is_gone_would_be_found(self) -> None:
        gone = parse("kind,name,known,uz\nStatus,ASLEEP,draft,uxlamoqda\n")
        assert stale(gone, dues.Status) == [("Status", "ASLEEP")]


class TestEachRow:
    @pytest.mark.parametrize("label", LABELS, ids=[label.name[:40] for label in LABELS])
    def test_quotes_are_those_of_the_language(self, label: Label) -> None:
        assert not set("„«»'\"`") & set(label.words["uz"])
        assert not set("„“”'\"`") & set(label.words["ru"])

    ALIKE = (
        # the same text twice: what stands in its places differs, or how the code comes to it
        {"a {thing}", "an {thing}"},  # no articles in either language
        {"STATE", "state"},  # the kind of a reason and the head of a column: one word in English too
        {"STRICT", str(LastDay.STRICT.value)},  # the member, and what it says of itself
        {"ROLL_FORWARD", str(LastDay.ROLL_FORWARD.value)},
        # a term, and the number of a value, which English says without its unit
        *({f"{{n}} {unit}|{{n}} {unit}s", "{n}|{n}"} for unit in ("day", "working day", "month", "hour")),
    )

    def test_no_two_texts_of_the_core_are_called_alike(self) -> None:
        assert called_alike(LABELS) == set(map(frozenset, self.ALIKE))

    def test_two_that_are_would_be_found(self) -> None:
        both = parse("kind,name,known,ru\nsentence,one,draft,вещь\nsentence,two,draft,Вещь\n")
        assert called_alike(both) == {frozenset({"one", "two"})}


def letters(thing: str, alphabet: str) -> list[str]:
    return re.findall(f"[{alphabet}]+", thing.replace("prcomm", ""))  # its name is its name


def shown_of(process: str, lang: str) -> Iterator[str]:
    """Every text in the tables of a process."""
    for sheet in tables_of(PROCESSES[process]):
        yield say(lang)(sheet.caption)
        yield from map(say(lang), sheet.head)
        for row in sheet.texts(say(lang)):
            yield from row


class TestNothingIsLeftInEnglish:
    @pytest.mark.parametrize("process", PROCESSES)
    def test_the_tables_of_a_process_in_russian(self, process: str) -> None:
        assert [one for one in shown_of(process, "ru") if letters(one, "A-Za-z")] == []

    @pytest.mark.parametrize("process", PROCESSES)
    def test_the_tables_of_a_process_in_uzbek(self, process: str) -> None:
        assert [one for one in shown_of(process, "uz") if letters(one, "А-яЁё")] == []
        assert [one for one in shown_of(process, "uz-Cyrl") if letters(one, "A-Za-z")] == []

    def test_a_row_that_keeps_the_state_says_so(self) -> None:
        assert [text(SAME, lang) for lang in ("en", "uz", "uz-Cyrl", "ru")] == [
            "SAME",
            "oʻzgarishsiz",
            "ўзгаришсиз",
            "без изменений",
        ]

    def test_a_reading_that_a_term_came_from(self) -> None:
        read = VALUE(name=named("duty"), value=LastDay.ROLL_FORWARD)
        assert read == "duty: ROLL_FORWARD"
        assert text(read, "ru") == "duty: следующий рабочий день"
        assert text(read, "uz") == "duty: keyingi ish kuni"


class TestTermsAreSaid:
    """In words, by the grammar of each language."""

    @pytest.mark.parametrize(
        ("term", "uz", "ru"),
        [
            (Days(1), "1 kun", "1 день"),
            (Days(15), "15 kun", "15 дней"),
            (WorkingDays(1), "1 ish kuni", "1 рабочий день"),
            (WorkingDays(3), "3 ish kuni", "3 рабочих дня"),
            (WorkingDays(11), "11 ish kuni", "11 рабочих дней"),
            (Months(2), "2 oy", "2 месяца"),
            (Hours(24), "24 soat", "24 часа"),
            (Until(date(2026, 3, 20)), "20.03.2026 gacha", "до 20.03.2026"),
            (before(date(2026, 3, 20), WorkingDays(3)), "20.03.2026 dan 3 ish kuni oldin", "за 3 рабочих дня до 20.03.2026"),
            (at_least(Days(15)), "kamida 15 kun", "не менее чем 15 дней"),
            (further(Months(1)), "yana 1 oy", "ещё 1 месяц"),
            (each_month(day=5), "har oyning 5-kunidan kechiktirmay", "ежемесячно, не позднее 5-го числа"),
            (each_year(month=3, day=1), "har yili, 01.03 dan kechiktirmay", "ежегодно, не позднее 01.03"),
            (
                earliest(Days(15), Months(1)),
                "15 kun yoki 1 oy, qaysi biri oldin tugasa",
                "15 дней или 1 месяц, смотря что истечёт раньше",
            ),
        ],
    )  # fmt: skip
    def test_a_term(self, term: object, uz: str, ru: str) -> None:
        assert text(term, "uz") == uz
        assert text(term, "ru") == ru

    def test_working_hours(self) -> None:
        assert [text(WORKING_HOURS(n=n), "ru") for n in (1, 2, 8)] == [
            "1 рабочий час",
            "2 рабочих часа",
            "8 рабочих часов",
        ]

    @pytest.mark.parametrize(
        ("day", "uz", "ru"),
        [(2, "Du", "пн"), (3, "Se", "вт"), (4, "Chor", "ср"), (5, "Pay", "чт"), (6, "Jum", "пт"), (7, "Shan", "сб"), (8, "Yaksh", "вс")],
    )  # fmt: skip
    def test_the_day_of_the_week(self, day: int, uz: str, ru: str) -> None:
        """2 March 2026 is a Monday."""
        line = TraceLine(pendulum.date(2026, 3, day), True, terms.ON_THE_SAME())
        assert line.rendered(say("uz")) == f"{day:02d}.03.2026 ({uz})  +  shu ish kunining oʻzi"
        assert line.rendered(say("ru")) == f"{day:02d}.03.2026 ({ru})  +  тот же рабочий день"


class TestATrace:
    def test_a_day_off_has_its_name(self) -> None:
        """One working day after Friday 6 March 2026, in weeks that know no holidays: Monday."""
        trace = due_of(WorkingDays(1), "2026-03-06 10:00").trace
        assert trace.rendered(say("ru")).splitlines()[1:] == [
            "07.03.2026 (сб)  -  суббота",
            "08.03.2026 (вс)  -  воскресенье",
            "09.03.2026 (пн)  +  рабочий день 1",
        ]

    def test_a_holiday_moved_by_the_general_rule(self) -> None:
        """9 May 2027 is a Sunday, in a year that nobody has decreed."""
        off = UZ_2026.of(FIVE).why_off(date(2027, 5, 10).toordinal())
        assert off is not None
        assert text(off.reason, "ru") == "вместо 09.05: праздничный день совпал с днём отдыха"
        assert text(off.reason, "uz") == "09.05 oʻrniga: bayram dam olish kuniga toʻgʻri kelgan"


class TestAVerdict:
    READER = Role("reader")

    def told(self, by: Actor, when: str, lang: str) -> str:
        lifecycle = duty(Days(3))
        entity = lived(lifecycle, FIVE, "2026-03-02 10:00")
        return lifecycle.explain(entity, Close(at=at(when), by=by)).rendered(say(lang))

    def test_a_role_unknown_here_and_a_time_before_the_last(self) -> None:
        """What has no label (the duty, its states and roles) stays as the code has it, and the sentence stands."""
        stranger = Actor("r1", self.READER)
        assert self.told(stranger, "2026-03-01 10:00", "uz") == (
            "duty (“OPEN” holati): reader, 01.03.2026 10:00+05:00, “Close”: rad etildi\n"
            "  - vakolat: reader (“duty” jarayonida bunday rol yoʻq): “Close” harakatini bajarishga haqli emas"
            " (Fuqarolik kodeksi 1-modda); haqli: clerk\n"
            "  - vaqt: bu oxirgi yozuvdan oldin: 02.03.2026 10:00:00+05:00; eng erta vaqti: 02.03.2026 10:00:00+05:00"
        )

    def test_one_that_is_lawful(self) -> None:
        assert self.told(ANN, "2026-03-03 10:00", "ru").endswith(
            ": clerk, 03.03.2026 10:00+05:00, «Close»: допускается"
        )


def test_what_is_said_twice_in_one_place_is_not_doubled() -> None:
    """Deadlines are called a term by their own labels: the sentence does not say the word again."""
    runs = Said("the term '{deadline}' runs", {"deadline": scoped("consideration", "appeal", "deadline")})
    assert text(runs, "ru") == "срок рассмотрения не истёк"
    assert text(runs, "uz") == "koʻrib chiqish muddati tugamagan"
