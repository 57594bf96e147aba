"""What is handed on without personal data, and what is kept of that: in whatever values hold it."""

import dataclasses
import functools
import pickle
import types
from collections import ChainMap, OrderedDict, UserDict, UserList, defaultdict, deque
from decimal import Decimal
from typing import NamedTuple

import attrs
import pytest
from attrs import define, field, frozen
from core.test_people import ANNA, CASE, CLERK, FIRM, NOON, OFFICE, File, Name, Shut, Stage, case

from prcomm import PERSONAL, Actor, BadInput, Institution, LegalEntity, Outlet, Person, Redaction, redacted
from prcomm.core.sources.redaction import emptied
from prcomm.core.values.alternatives import OneOf

BY = Actor("c1", CLERK)
P1 = Person("p1")


def clean(value):
    """A value without personal data."""
    return redacted(value, by=BY, why="order 7")[0]


def faults(value):
    """Why it can't be made."""
    with pytest.raises(BadInput) as raised:
        redacted(value, by=BY, why="order 7")
    assert raised.value.what == "what is to be redacted"
    assert "Qodirova" not in str(raised.value)
    return list(raised.value.faults)


class Two(NamedTuple):
    who: Person
    what: str


class Notes(list):
    """A list of one's own."""


class Pair(tuple):
    """A tuple of one's own, that is made of two."""

    def __new__(cls, one, other):
        return super().__new__(cls, (one, other))


class Plain:
    """A class that nobody can make anew."""

    def __init__(self, who):
        self.who = who


class Slotted:
    __slots__ = "who"

    def __init__(self, who):
        self.who = who


@dataclasses.dataclass(frozen=True)
class Line:
    who: Person
    note: str = dataclasses.field(default="", metadata=PERSONAL)
    heard: list = dataclasses.field(default_factory=list, metadata=PERSONAL)
    what: str = ""


@define
class Draft:
    """Not frozen, with a field of its own that is personal."""

    told: str = field(metadata=PERSONAL, default="")
    by: list[Person] = field(factory=list)
    _aside: Person | None = None


class TestRedacted:
    def test_a_person_keeps_the_reference_only(self) -> None:
        assert clean(ANNA) == Person("p1")

    def test_a_legal_entity_keeps_the_reference_only(self) -> None:
        assert clean(FIRM) == LegalEntity("l1")

    def test_an_entity_in_all_its_depth(self) -> None:
        """In its own fields, private ones too, and in the actions of its history, alone and in tuples."""
        one = clean(case())
        assert (one.author, one.company, one._aside) == (Person("p1"), LegalEntity("l1"), (Person("p1"),))
        file, name = (record.action for record in one.history)
        assert isinstance(file, File)
        assert isinstance(name, Name)
        assert (file.author, file.company) == (Person("p1"), LegalEntity("l1"))
        assert (name.people, name.about) == ((Person("p1"), Person("p2")), LegalEntity("l1"))

    def test_nothing_personal_is_left_in_its_bytes(self) -> None:
        kept = pickle.dumps(clean(case()))
        for personal in (b"Qodirova", b"Navoi", b"anna@", b"+998"):
            assert personal not in kept
            assert personal in pickle.dumps(case())

    def test_what_is_not_personal_stays(self) -> None:
        one = clean(case())
        assert (one.id, one.office, one.state, one.clocks) == ("7", OFFICE, Stage.OPEN, case().clocks)
        assert [record.cites for record in one.history] == [record.cites for record in case().history]
        name = one.history[1].action
        assert isinstance(name, Name)
        assert isinstance(name.topics, OneOf)

    def test_it_lives_on(self) -> None:
        shut = Shut(at=NOON, by=Actor("c1", CLERK))
        assert CASE.apply(clean(case()), shut).state is Stage.CLOSED

    def test_what_holds_nobody_is_the_very_same(self) -> None:
        one = clean(case())
        assert clean(one) is one
        assert clean(OFFICE) is OFFICE
        assert clean(Actor("c1", CLERK)) == Actor("c1", CLERK)
        assert clean(7) == 7

    def test_tuples_in_tuples_in_fields(self) -> None:
        @frozen
        class Minutes:
            present: frozenset[Person]
            spoke: tuple[tuple[Person, str], ...]

        one = clean(Minutes(frozenset({ANNA}), ((ANNA, "water"),)))
        assert one == Minutes(frozenset({Person("p1")}), ((Person("p1"), "water"),))

    def test_the_given_one_is_unchanged(self) -> None:
        whole = case()
        clean(whole)
        assert whole.author.name == "Qodirova Anna"

    def test_a_kind_of_person_of_ones_own_is_one(self) -> None:
        @frozen
        class Deputy(Person):
            district: str = ""

        one = clean(Deputy("d1", "Qodirova Anna", district="7"))
        assert (one.name, one.district) == ("", "7")


class TestWhatIsKeptOfIt:
    def test_who_had_it_done_and_why_and_which_fields_were_emptied(self):
        one, redaction = redacted(ANNA, by=BY, why="order 7")
        assert one == P1
        assert redaction == Redaction(("name", "residence", "contacts"), BY, "order 7")

    def test_each_field_by_those_that_lead_to_it_once(self):
        """A file by Anna of a firm, and a record that names Anna and another."""
        _, redaction = redacted(case(company=LegalEntity("l1", location="Navoi 2")), by=BY, why="order 7")
        assert redaction.fields == (
            "history.action.author.name", "history.action.author.residence", "history.action.author.contacts",
            "history.action.company.location", "history.action.people.name", "history.action.people.residence",
            "history.action.people.contacts", "history.action.about.location", "author.name", "author.residence",
            "author.contacts", "company.location", "_aside.name", "_aside.residence", "_aside.contacts",
        )  # fmt: skip

    def test_nothing_where_there_was_nothing(self):
        assert redacted(P1, by=BY, why="order 7") == (P1, Redaction((), BY, "order 7"))

    def test_nothing_personal_stands_in_it(self):
        assert "Qodirova" not in repr(redacted({"Qodirova Anna": ANNA}, by=BY, why="order 7")[1])

    @pytest.mark.parametrize(
        ("by", "why", "fault"),
        [
            ("c1", "order 7", "by: an Actor, not 'c1'"),
            (BY, "", "why: a reference to what it is done for: a decision, a request"),
            (BY, " ", "why: a reference to what it is done for: a decision, a request"),
            (BY, None, "why: a text, not None"),
        ],
    )
    def test_it_says_who_and_why(self, by, why, fault):
        with pytest.raises(BadInput) as raised:
            redacted(ANNA, by=by, why=why)
        assert raised.value.faults == (fault,)

    def test_all_that_is_wrong_at_once(self):
        with pytest.raises(BadInput) as raised:
            redacted([Plain(ANNA)], by="c1", why="")
        assert [fault.split(":")[0] for fault in raised.value.faults] == ["by", "why", "the value"]

    def test_a_rule_hands_on_references_without_more(self):
        assert emptied((ANNA, 7)) == (P1, 7)


class TestWhateverHoldsIt:
    @pytest.mark.parametrize(
        ("held", "left"),
        [
            ([ANNA, 7], [P1, 7]),
            ((ANNA,), (P1,)),
            ({ANNA}, {P1}),
            (frozenset({ANNA, FIRM}), frozenset({P1, LegalEntity("l1")})),
            ({"who": ANNA, "what": [ANNA]}, {"who": P1, "what": [P1]}),
            ({ANNA: 1}, {P1: 1}),
            (OrderedDict(a=ANNA), OrderedDict(a=P1)),
            (types.MappingProxyType({"a": ANNA}), types.MappingProxyType({"a": P1})),
            (deque([ANNA], maxlen=3), deque([P1], maxlen=3)),
            (Two(ANNA, "water"), Two(P1, "water")),
            (Notes([ANNA]), Notes([P1])),
            (Line(ANNA, "Qodirova", ["Qodirova"], "water"), Line(P1, "", [], "water")),
            (Draft("Qodirova", [ANNA], ANNA), Draft("", [P1], P1)),
            (Institution("i1", "Qodirova Foundation", "a foundation"), Institution("i1", kind="a foundation")),
            (Outlet("m1", "Qodirova writes", registered=True), Outlet("m1", registered=True)),
            (([{"a": ({"b": ANNA},)}],), ([{"a": ({"b": P1},)}],)),
        ],
    )
    def test_it_is_made_anew_of_the_same_kind(self, held, left):
        before = repr(held), pickle.dumps(held) if not isinstance(held, types.MappingProxyType) else b""
        found = clean(held)
        assert found == left
        assert type(found) is type(held)
        assert (repr(held), pickle.dumps(held) if before[1] else b"") == before

    def test_what_else_a_list_or_a_dict_keeps_stays(self):
        assert clean(deque([ANNA], maxlen=3)).maxlen == 3
        assert clean(defaultdict(list, a=[ANNA])).default_factory is list
        notes = Notes([ANNA])
        notes.title = "minutes"
        assert clean(notes).title == "minutes"

    def test_a_generator_gives_what_it_gave(self):
        found = clean(one for one in (ANNA, 7))
        assert isinstance(found, types.GeneratorType)
        assert list(found) == [P1, 7]

    @pytest.mark.parametrize(
        "held",
        [
            [7],
            {"a": (1, "b")},
            (Decimal(1), None, ...),
            Two(P1, "water"),
            Line(P1),
            Draft(),
            Notes([1]),
            Plain(7),
            Slotted(P1),
        ],
    )  # fmt: skip
    def test_what_holds_nobody_is_the_very_same(self, held):
        assert clean(held) is held

    def test_a_cause_that_stands_in_many_places_is_looked_into_once(self):
        """So a long file costs what its records do."""
        shared = [ANNA.id] * 1000
        assert clean([[shared] * 1000])[0][0] is shared


class TestWhatItRefuses:
    @pytest.mark.parametrize(
        ("held", "fault"),
        [
            (iter([ANNA]), "the value: a list_iterator that would be used up: hand in a tuple of it"),
            ({"a": map(str, [ANNA])}, "the value: a map that would be used up: hand in a tuple of it"),
            (Plain(ANNA), "the value: a Plain that holds personal data and can't be made anew without it"),
            (Slotted(ANNA), "the value: a Slotted that holds personal data and can't be made anew without it"),
            ([Plain([ANNA])], "the value: a Plain that holds personal data and can't be made anew without it"),
            (Pair(ANNA, 7), "the value: a Pair can't be made anew: TypeError"),
            (UserDict(a=ANNA), "the value: a UserDict, which can't be looked into"),
            (UserList([ANNA]), "the value: a UserList, which can't be looked into"),
            (ChainMap({"a": ANNA}), "the value: a ChainMap, which can't be looked into"),
            (functools.partial(print, ANNA), "the value: a partial, which can't be looked into"),
            (ValueError(ANNA), "the value: a ValueError, which can't be looked into"),
            (object(), "the value: an object, which can't be looked into"),
            (
                {Person("p1", "Qodirova A"): 1, Person("p1", "Qodirova B"): 2},
                "the value: a dict whose keys are the same without their personal data",
            ),
        ],
    )
    def test_what_it_can_not_make_or_look_into(self, held, fault):
        assert fault in faults(held)

    def test_every_place_at_once_by_the_fields_that_lead_there(self):
        @frozen
        class Minutes:
            present: tuple
            notes: object

        assert faults(Minutes((Plain(ANNA),), {"a": iter([])})) == [
            "present: a Plain that holds personal data and can't be made anew without it",
            "notes: a list_iterator that would be used up: hand in a tuple of it",
        ]

    def test_a_slot_that_nothing_is_in_is_none(self):
        empty = Slotted.__new__(Slotted)
        assert clean([empty]) == [empty]

    def test_what_holds_itself(self):
        several = [ANNA]
        several.append(several)
        assert faults(several) == ["the value: a list that holds itself"]

    def test_what_else_a_list_of_ones_own_keeps(self):
        notes = Notes()
        notes.author = ANNA
        assert faults(notes) == ["the value: a Notes that holds personal data and can't be made anew without it"]

    def test_a_tuple_of_ones_own_that_is_not_made_of_what_it_holds(self):
        class Sorted(tuple):
            def __new__(cls, several):
                return super().__new__(cls, sorted(several, key=str)[:1])

        assert faults(tuple.__new__(Sorted, (ANNA, FIRM))) == [
            "the value: a Sorted that holds personal data and can't be made anew without it"
        ]

    def test_a_personal_field_that_has_no_default(self):
        @frozen
        class Caller:
            name: str = field(metadata=PERSONAL)
            number: str = field(metadata=PERSONAL, default=attrs.Factory(lambda self: self.name, takes_self=True))

        assert faults(Caller("Qodirova", "7"))[0] == "name: it is personal, and has no default that stands for nothing"

        @dataclasses.dataclass
        class Called:
            name: str = dataclasses.field(metadata=PERSONAL)

        assert faults(Called("Qodirova")) == ["name: it is personal, and has no default that stands for nothing"]

    def test_a_field_that_no_one_hands_in(self):
        @define
        class Kept:
            who: Person = field(init=False)

        @dataclasses.dataclass
        class Held:
            who: Person = dataclasses.field(init=False)

        for one in (Kept(), Held()):
            assert clean(one) is one
            one.who = ANNA
            assert len(faults(one)) == 1
            assert faults(one)[0].startswith("who: a ")

    def test_a_class_that_will_not_be_without(self):
        @frozen
        class Signed:
            by: Person = field(validator=lambda _, __, who: who.name or (_ for _ in ()).throw(ValueError(who.name)))

        assert faults(Signed(ANNA)) == ["the value: a Signed can't be made anew: ValueError"]
