"""Who acts, for whom, in which office. People are shown by reference: no name in a repr, an error or a finding."""

import pickle
from datetime import datetime, time, timedelta, timezone

import pendulum
import pytest
from attrs import frozen
from hypothesis import given, strategies as st
from one_duty import ACT, LAW

from prcomm import (
    SAME,
    Action,
    Actor,
    BadInput,
    Days,
    Entity,
    Institution,
    LegalEntity,
    Lifecycle,
    Office,
    Outlet,
    Person,
    Refused,
    Role,
    State,
    guard,
    owes,
    rows,
)
from prcomm.core.sources.people import hidden
from prcomm.core.values.alternatives import OneOf, one_of
from prcomm.core.values.display import as_shown

CLERK, CITIZEN = Role("clerk"), Role("citizen")
OFFICE = Office("o", zone="Asia/Tashkent")
NOON = pendulum.datetime(2026, 3, 2, 12, tz="Asia/Tashkent")


class TestOffices:
    def test_what_it_is_without_more(self) -> None:
        assert (OFFICE.week, OFFICE.second_day_off, OFFICE.opens, OFFICE.closes) == (5, 6, time(9), time(18))
        assert not OFFICE.roster

    def test_all_faults_at_once(self) -> None:
        with pytest.raises(BadInput) as caught:
            Office("o", zone="Asia/Tashkend", week=4, second_day_off=0, opens=time(18), closes=time(9))
        assert caught.value.what == "office 'o'"
        assert caught.value.faults == (
            "week: 5, 6 or 7 days, not 4",
            "second_day_off: 1 (Monday) to 7 (Sunday), not 0",
            "closes: after 18:00, not 09:00",
            "zone: there is no time zone 'Asia/Tashkend'",
        )

    def test_it_closes_after_it_opens(self) -> None:
        with pytest.raises(BadInput, match="closes: after 09:00, not 09:00"):
            Office("o", zone="Asia/Tashkent", opens=time(9), closes=time(9))

    @pytest.mark.parametrize("zone", ["", "Tashkent", "../etc/passwd", "+05:00"])
    def test_a_zone_is_a_name(self, zone: str) -> None:
        with pytest.raises(BadInput, match="there is no time zone"):
            Office("o", zone=zone)

    def test_its_zone_is_that_of_pendulum(self) -> None:
        assert NOON.tzinfo is OFFICE.tz

    def test_offices_are_values(self) -> None:
        loaded = pickle.loads(pickle.dumps(OFFICE))
        assert loaded == OFFICE
        assert hash(loaded) == hash(OFFICE)
        assert loaded.tz is OFFICE.tz
        assert Office("o", zone="Asia/Samarkand") != OFFICE


class TestInstantsOfAnOffice:
    @pytest.mark.parametrize(
        "given",
        [
            pytest.param("2026-03-03T01:30:00+05:00", id="text with its offset"),
            pytest.param("2026-03-02T20:30:00Z", id="text of UTC"),
            pytest.param("2026-03-02 21:30:00+01:00", id="text with a blank"),
            pytest.param(pendulum.datetime(2026, 3, 2, 20, 30), id="pendulum"),
            pytest.param(datetime(2026, 3, 3, 0, 30, tzinfo=timezone(timedelta(hours=4))), id="standard library"),
        ],
    )
    def test_on_its_clock(self, given: str | datetime) -> None:
        there = OFFICE.instant(given)
        assert isinstance(there, pendulum.DateTime)
        assert there.tzinfo is OFFICE.tz
        assert there.isoformat() == "2026-03-03T01:30:00+05:00"

    @pytest.mark.parametrize(
        "given",
        [
            pytest.param("2026-03-03T01:30:00", id="text without an offset"),
            pytest.param(pendulum.naive(2026, 3, 3, 1, 30), id="pendulum without a zone"),
            pytest.param("2026-03-33T01:30:00+05:00", id="no such day"),
            pytest.param("tomorrow", id="words"),
        ],
    )
    def test_it_is_never_guessed(self, given: str | datetime) -> None:
        """A trap: pendulum reads a text without a zone as UTC. The error shows what was given."""
        with pytest.raises(BadInput, match="an instant:\n  - a time with its offset, not") as caught:
            OFFICE.instant(given)
        assert repr(str(given)) in str(caught.value)


class TestRoles:
    def test_several_keep_their_order_each_once(self) -> None:
        head = Role("head")
        assert tuple(head | CLERK | (CITIZEN | head)) == (head, CLERK, CITIZEN)

    def test_a_role_is_its_name(self) -> None:
        assert Role("clerk") == CLERK != CITIZEN
        assert len({Role("clerk"), CLERK}) == 1


class Stage(State):
    OPEN = 1
    CLOSED = 2


@frozen(kw_only=True)
class CaseAction(Action): ...


@frozen(kw_only=True)
class File(CaseAction):
    case: str
    author: Person
    company: LegalEntity


@frozen(kw_only=True)
class Name(CaseAction):
    people: tuple[Person, ...] = ()
    about: Person | LegalEntity | None = None
    topics: OneOf[str] = one_of("water")


@frozen(kw_only=True)
class Shut(CaseAction): ...


@frozen(kw_only=True)
class Case(Entity[Stage]):
    author: Person
    company: LegalEntity
    _aside: tuple[Person, ...] = ()


@guard("nobody is named twice", ACT(3))
def not_twice(case: Case, action: Name, law: object) -> bool:
    return action.about != case.author


def filed(action: File) -> Case:
    return Case(id=action.case, office=OFFICE, author=action.author, company=action.company, aside=(action.author,))


row, owed = rows(Case, Stage, CaseAction), owes(Case, CaseAction)
CLOSING = row(Stage.OPEN, Shut, Stage.CLOSED, CLERK, ACT(4))
CASE = Lifecycle(
    "case",
    (
        row.start(File, Stage.OPEN, CITIZEN, ACT(1), then=filed),
        row(Stage.OPEN, Name, SAME, CLERK, ACT(2), not_twice),
        CLOSING,
    ),
    (owed("answer", File, Days(15), (Shut,), CLERK, ACT(2)),),
    law=LAW,
    final=Stage.CLOSED,
)

ANNA = Person("p1", "Qodirova Anna", "Tashkent, Navoi 1", ("anna@example.org",))
FIRM = LegalEntity("l1", "Qodirova & Sons", "Tashkent, Navoi 2", ("+998 71 0000000",))


def case(author: Person = ANNA, company: LegalEntity = FIRM) -> Case:
    file = File(at=NOON, by=Actor("p1", CITIZEN), case="7", author=author, company=company)
    name = Name(at=NOON, by=Actor("c1", CLERK), people=(author, Person("p2", author.name)), about=company)
    return CASE.apply(CASE.begin(file), name)


names = st.text(st.characters(categories=["L"]), min_size=1, max_size=20).map(lambda name: f"Zzyzx{name}")
people = st.builds(Person, st.just("p1"), name=names, residence=names, contacts=st.tuples(names))
companies = st.builds(LegalEntity, st.just("l1"), name=names, location=names, contacts=st.tuples(names))


class TestNobodyIsShownByName:
    @given(people, companies)
    def test_in_a_repr(self, person: Person, company: LegalEntity) -> None:
        whole = case(person, company)
        shown = [repr(thing) for thing in (person, company, whole, *whole.history, *CASE.due(whole, NOON))]
        assert not any("Zzyzx" in text for text in shown)
        assert "p1" in repr(person)
        assert "l1" in repr(company)

    @given(people, companies)
    def test_in_a_notebook(self, person: Person, company: LegalEntity) -> None:
        assert "Zzyzx" not in case(person, company)._repr_html_()

    @given(people, companies)
    def test_in_a_refusal(self, person: Person, company: LegalEntity) -> None:
        """By somebody who may not, before the last record, of one named already: with all the reasons."""
        twice = Name(at=NOON.subtract(days=1), by=Actor("p1", CITIZEN), people=(person,), about=person)
        with pytest.raises(Refused) as caught:
            CASE.apply(case(person, company), twice)
        refused = caught.value
        assert len(refused.verdict.reasons) == 3
        for text in (str(refused), repr(refused), repr(refused.verdict), refused.verdict._repr_html_()):
            assert "Zzyzx" not in text

    @given(people, companies)
    def test_in_bad_input(self, person: Person, company: LegalEntity) -> None:
        """Whatever is handed in at the wrong place."""
        wrong = [
            Name(at=NOON, by=person, about=company),  # type: ignore[arg-type]  # bad input: that is the point
            Name(at=person, by=Actor("c1", CLERK)),  # type: ignore[arg-type]  # bad input: that is the point
            person,
        ]
        for action in wrong:
            with pytest.raises(BadInput) as caught:
                CASE.apply(case(person, company), action)  # type: ignore[arg-type]  # bad input: that is the point
            assert "Zzyzx" not in str(caught.value)
            assert "Zzyzx" not in repr(caught.value)
        with pytest.raises(BadInput) as caught:
            Actor("c1", company)  # type: ignore[arg-type]  # bad input: that is the point
        assert str(caught.value) == "an Actor:\n  - role: a Role, not a LegalEntity"
        with pytest.raises(BadInput) as caught:
            CASE.apply(person, Shut(at=NOON, by=Actor("c1", CLERK)))  # type: ignore[arg-type]  # bad input: that is the point
        assert "Zzyzx" not in str(caught.value)

    @given(people, companies)
    def test_in_the_findings_of_an_audit(self, person: Person, company: LegalEntity) -> None:
        by = Actor("p1", CITIZEN)
        file = File(at=NOON, by=by, case="7", author=person, company=company)
        audit = CASE.audit([file, Name(at=NOON, by=by, people=(person,), about=person)], NOON.add(months=1))
        assert len(audit.findings) == 2
        assert not any("Zzyzx" in text for finding in audit.findings for text in (str(finding), repr(finding)))


def test_institutions_and_outlets_are_shown_by_reference() -> None:
    """A foundation may be called after a person, and a blog by whoever writes it."""
    foundation = Institution("i1", "Anna Qodirova Foundation", "a foundation")
    assert repr(foundation) == "Institution(id='i1', kind='a foundation')"
    assert repr(Outlet("m1", "Qodirova writes")) == "Outlet(id='m1', registered=False)"


class TestPrivatePersons:
    """Who acts as a private person is shown by role alone, and a field that names one not at all."""

    PATIENT, NURSE = Role("patient", private=True), Role("nurse")

    def test_a_private_person_is_not_shown_even_by_reference(self):
        actor = Actor("p-17", self.PATIENT, "ward 4")
        assert "p-17" not in repr(actor)
        assert repr(actor) == "Actor(id=<hidden>, role=Role(name='patient'), office='ward 4')"
        assert str(actor) == "patient"

    def test_nor_to_what_looks_past_a_repr(self):
        """Rich is handed the fields as the repr has them."""
        private = dict(Actor("p-17", self.PATIENT, "ward 4", of="p-1").__rich_repr__())
        assert {name: repr(value) for name, value in private.items()} == {
            "id": "<hidden>", "role": "Role(name='patient')", "office": "'ward 4'", "of": "<hidden>",
        }  # fmt: skip
        assert dict(Actor("n-3", self.NURSE).__rich_repr__()) == {"id": "n-3", "role": self.NURSE, "office": ""}
        told = dict(case().__rich_repr__())
        assert repr(told["history"]) == "<2>"
        assert told["id"] == "7"
        assert "contacts" not in dict(as_shown(ANNA))

    def test_nor_in_another_language(self) -> None:
        def say(word: object) -> str:
            return {self.PATIENT: "больной", self.NURSE: "сестра"}[word]

        assert Actor("+998901112233", self.PATIENT).rendered(say) == "больной"
        assert Actor("n-3", self.NURSE).rendered(say) == "n-3 (сестра)"

    def test_anybody_else_is(self):
        assert str(Actor("n-3", self.NURSE)) == "n-3 (nurse)"

    def test_texts_and_roles_of_classes_of_ones_own_will_do(self):
        class Login(str):
            __slots__ = ()

        assert Actor(Login("n-3"), self.NURSE).in_form
        assert not Actor(Login("n-3 "), self.NURSE).in_form

    def test_a_role_is_the_same_role_whether_private_or_not(self):
        assert Role("patient") == self.PATIENT
        assert hash(Role("patient")) == hash(self.PATIENT)

    @pytest.mark.parametrize(
        ("value", "told"), [("p-17", "<hidden>"), (("p-17",), "<hidden>"), ("", "''"), (None, "None"), ((), "()")]
    )
    def test_a_hidden_field_shows_only_that_it_is_empty(self, value, told):
        assert hidden(value) == told

    def test_no_reference_in_what_is_shown_of_a_case(self) -> None:
        number = "+998901112233"
        file = File(at=NOON, by=Actor(number, self.PATIENT), case="7", author=Person("p1"), company=LegalEntity("l1"))
        allowed = Lifecycle("case", (row.start(File, Stage.OPEN, self.PATIENT, ACT(1), then=filed), CLOSING), law=LAW)
        opened = allowed.begin(file)
        refused = allowed.explain(opened, Shut(at=NOON, by=Actor(number, self.PATIENT)))
        assert not refused.accepted
        audit = allowed.audit([file, Shut(at=NOON, by=Actor(number, self.PATIENT))], NOON)
        assert len(audit.findings) == 1
        shown = [repr(file), repr(opened.history), str(refused), repr(refused), opened._repr_html_()]
        shown += [refused._repr_html_(), audit._repr_html_(), *map(str, audit.findings), *map(repr, audit.findings)]
        assert not any(number in text for text in shown)
        assert "<td>patient</td>" in opened._repr_html_()
