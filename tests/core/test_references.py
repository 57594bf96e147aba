"""References are one form: made so where they come in, refused where an action is judged, trusted on file."""

import unicodedata

import pendulum
import pytest
from attrs import evolve, frozen
from book_loan import LIBRARIAN, LOAN, READER, RULES, Lend, LoanState, Renew, Return
from core.test_in_force import BOX, FEBRUARY, MARCH, Open as BoxOpen, Shut as BoxShut
from hypothesis import given, strategies as st
from one_duty import ANN, at as on

from prcomm import (
    Action,
    Actor,
    BadInput,
    Entity,
    FindingKind,
    Lifecycle,
    Office,
    Person,
    Reference,
    State,
    in_one_form,
    rows,
)
from prcomm.core.engine.forms import in_form, of_references, texts_of
from prcomm.core.values.references import is_one_form, oddities

TOWN = Office("town library", zone="Europe/Amsterdam", week=6)
ANNA, DESK = Actor("reader 7", READER), Actor("desk 1", LIBRARIAN)


def at(day: int) -> pendulum.DateTime:
    return pendulum.datetime(2026, 3, day, 11, tz=TOWN.tz)


LEND = Lend(at=at(7), by=DESK, loan="b-42", office=TOWN)
LENT = LOAN.begin(LEND)
ODD = [
    "b-42 ", " b-42", "\u00a0b-42", "b-42\n", "b\t42", "b\x0042", "b\x1b42", "b\u200b42", "\ufeffb-42", "b\u202e42",
    "b\u00a042", "b\u200942", "\u0438\u0306", "e\u0301", "b\u2028", "\u3164", "b\ufe0f",
]  # fmt: skip


class TestTheOneForm:
    @pytest.mark.parametrize(
        ("text", "form"),
        [
            (" b-42\u00a0", "b-42"), ("b\t42", "b 42"), ("b\r\n42", "b 42"), ("b\u00a042", "b 42"),
            ("b\u200942", "b 42"),
            ("b\u200b42", "b42"), ("\ufeffb-42", "b-42"), ("b\x0042", "b42"), ("\u202eb", "b"),
            ("\u0438\u0306", "\u0439"),
            ("e\u200b\u0301", "\u00e9"), ("\u200b \u200b", ""), ("", ""), ("№ 15-сон", "№ 15-сон"),
            ("oʻ", "oʻ"), ("🙂", "🙂"), ("\ue000", "\ue000"),
        ],
    )  # fmt: skip
    def test_is_what_is_seen(self, text, form):
        assert in_one_form(text) == form
        assert is_one_form(form)
        assert is_one_form(text) is (text == form)

    @given(st.text())
    def test_is_its_own(self, text):
        form = in_one_form(text)
        assert in_one_form(form) == form
        assert is_one_form(form)
        assert is_one_form(text) is (form == text)
        assert (not list(oddities(text))) is (form == text)

    def test_letters_of_two_alphabets_stay_two(self):
        """A Latin a and a Cyrillic one: which is meant, nobody knows."""
        assert in_one_form("a-1") != in_one_form("\u0430-1")

    @pytest.mark.parametrize(
        ("text", "told"),
        [
            (" b", ["a blank at its ends"]),
            ("b\u00a042", ["other blanks than plain ones (U+00A0)"]),
            ("b\x1b\u202e\x1b42", ["what can't be seen (U+001B, U+202E)"]),
            ("e\u0301 ", ["a blank at its ends", "letters that are not composed (NFC)"]),
        ],
    )
    def test_in_what_a_text_is_not(self, text, told):
        assert list(oddities(text)) == told


class TestWhereAnActionIsJudged:
    @pytest.mark.parametrize("odd", ODD)
    def test_any_other_is_refused(self, odd):
        faulty = evolve(LEND, loan=odd)
        for judge in (lambda: LOAN.begin(faulty), lambda: LOAN.explain(None, faulty), lambda: LOAN.replay([faulty])):
            with pytest.raises(BadInput) as raised:
                judge()
            (fault,) = raised.value.faults
            assert fault.startswith("loan: a reference in its one form, not one with ")
            assert fault.endswith("; prcomm.in_one_form(text) gives it")
            assert odd not in fault

    @pytest.mark.parametrize(
        "by", [Actor("reader 7 ", READER), Actor("r", READER, office="\x1b"), Actor("r", READER, of="r\u200b")]
    )
    def test_and_one_of_who_acts(self, by):
        for judge in (LOAN.apply, LOAN.explain):
            with pytest.raises(BadInput, match=r"by\.(id|office|of): a reference in its one form"):
                judge(LENT, Renew(at=at(8), by=by))

    def test_and_one_of_an_office(self):
        with pytest.raises(
            BadInput, match=r"office\.id: a reference in its one form, not one with a blank at its ends"
        ):
            LOAN.begin(evolve(LEND, office=evolve(TOWN, id="town library ")))

    def test_all_faults_at_once(self):
        with pytest.raises(BadInput) as raised:
            LOAN.begin(evolve(LEND, loan="b\u200b", by=Actor("desk 1\n", LIBRARIAN)))
        assert [fault.split(":")[0] for fault in raised.value.faults] == ["by.id", "loan"]

    def test_what_is_on_file_is_trusted(self):
        """A case of before goes on, and is audited as it is."""
        renewed = LOAN.apply(LENT, Renew(at=at(8), by=ANNA))
        odd = evolve(renewed.history[0], action=evolve(LEND, loan="b-42 ", by=Actor("desk 1\u200b", LIBRARIAN)))
        restored = LOAN.restore([odd, renewed.history[1]])
        assert restored.id == "b-42 "
        assert LOAN.apply(restored, Return(at=at(9), by=DESK)).state is LoanState.RETURNED
        audit = LOAN.audit([record.action for record in restored.history], at(9))
        assert audit.findings == ()

    def test_an_audit_of_a_day_before_the_law_says_so_of_it_too(self):
        """The act of its row is not known to have been in force in February: that is noted, whatever its references."""
        by, office = Actor("ann ", ANN.role), Office("o", zone="Asia/Tashkent")
        acts = [BoxOpen(at=on(FEBRUARY), by=by, office=office), BoxShut(at=on(FEBRUARY), by=by)]
        found = [one.kind for one in BOX.audit(acts, on(MARCH)).findings if one.step is not None]
        assert found == [FindingKind.NOT_IN_FORCE]

    def test_who_asks_what_may_be_done_is_not_judged(self):
        assert LOAN.allowed(LENT, Actor("reader 7 ", READER), at(8)) == LOAN.allowed(LENT, ANNA, at(8))


class Stage(State):
    OPEN = 1
    SHUT = 2


@frozen(kw_only=True)
class CaseAction(Action): ...


@frozen(kw_only=True)
class Box:
    """Holds another, at most."""

    label: str = ""
    inside: "Box | None" = None


@frozen(kw_only=True)
class Knot:
    """Holds another, and no text."""

    size: int = 0
    inside: "Knot | None" = None


@frozen(kw_only=True)
class Open(CaseAction):
    case: str
    office: Office
    numbers: tuple[str, ...] = ()
    marks: frozenset[str] = frozenset()
    source: Reference | None = None
    people: tuple[Person, ...] = ()
    more: object = None
    box: Box | None = None
    maybe: str | None = None
    other: Office | None = None
    knot: Knot | None = None


@frozen(kw_only=True)
class Shut(CaseAction): ...


@frozen(kw_only=True)
class Case(Entity[Stage]): ...


row = rows(Case, Stage, CaseAction)
CASE = Lifecycle(
    "case",
    (row.start(Open, Stage.OPEN, READER, RULES(1), id="case"), row(Stage.OPEN, Shut, Stage.SHUT, READER, RULES(1))),
    law=LOAN.law,
    final=Stage.SHUT,
)
OPEN = Open(at=at(7), by=ANNA, case="7", office=TOWN)


class TestWhereverItStands:
    @pytest.mark.parametrize(
        ("field", "value", "path"),
        [
            ("numbers", ("1", "2 "), "numbers[1]"),
            ("marks", frozenset({"m\x00"}), "marks"),
            ("source", Reference("appeal", "1\u200b"), "source.id"),
            ("people", (Person("p-1 "),), "people[0].id"),
            ("more", ["a", ("b ",)], "more[1][0]"),
            ("box", Box(label="x "), "box.label"),
            ("box", Box(inside=Box(label="x ")), "box.inside.label"),
            ("maybe", "a ", "maybe"),
            ("other", Office("o ", zone="UTC"), "other.id"),
        ],
    )
    def test_it_is_refused_and_can_be_brought_to_its_form(self, field, value, path):
        odd = evolve(OPEN, **{field: value})
        with pytest.raises(BadInput) as raised:
            CASE.begin(odd)
        (fault,) = raised.value.faults
        assert fault.split(":")[0] == path
        assert CASE.begin(in_form(odd)).state is Stage.OPEN

    @pytest.mark.parametrize(
        ("field", "value"),
        [
            ("people", (Person("p-1", name="A \u200b", residence="1\n2"),)), ("numbers", ("1",)),
            ("more", {"a ": 1}), ("more", 7),
            ("source", Reference("appeal", "1")), ("box", Box(inside=Box(label="x"))), ("maybe", None), ("other", TOWN),
        ],
    )  # fmt: skip
    def test_names_of_people_are_none_and_what_is_in_order_is_judged(self, field, value):
        whole = evolve(OPEN, **{field: value})
        assert CASE.begin(whole).state is Stage.OPEN
        assert list(of_references(whole)) == []

    def test_only_fields_that_may_hold_a_text_are_looked_into(self):
        texts = texts_of(Open)
        assert texts.plain == ("case", "numbers", "marks", "maybe")
        assert texts.offices == ("office",)
        assert texts.inside == ("source", "people", "more", "box", "other")

    def test_what_is_in_its_form_is_the_very_same(self):
        whole = evolve(OPEN, numbers=("1",), people=(Person("p-1", "A"),))
        assert in_form(whole) is whole

    def test_more_actions_than_are_remembered(self):
        for n in range(3000):
            assert CASE.begin(evolve(OPEN, case=f"c-{n}")).id == f"c-{n}"
        with pytest.raises(BadInput):
            CASE.begin(evolve(OPEN, case="c-1 "))


def test_a_composed_letter_is_what_this_is_about():
    assert unicodedata.normalize("NFC", "\u0438\u0306") == "\u0439"
