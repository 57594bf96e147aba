"""``prcomm.testing.drawn``: values of a strategy, the same each time."""

import math
from collections.abc import Sequence
from datetime import date, time
from decimal import Decimal

import pendulum
import pytest
from book_loan import LIBRARIAN, LOAN, Lend, Loan, LoanState, Return
from citizens.payloads_appeals import PAYLOADS
from hypothesis import strategies as st
from samples.petition import PETITION

from prcomm import Actor, BadInput, Office, Person
from prcomm.citizens.appeals import APPEAL
from prcomm.testing import drawn, lives
from prcomm.testing.holding import fit, is_held
from prcomm.testing.walking import FIRST, Walk

LEND = Lend(
    at=pendulum.datetime(2026, 3, 7, 11, tz="Europe/Amsterdam"), by=Actor("desk 2", LIBRARIAN), loan="b-42",
    office=Office("town library", zone="Europe/Amsterdam", week=6),
)  # fmt: skip
LENT = LOAN.begin(LEND)
PERSON_KEYS = {Person("a"): (time(9), True)}


@st.composite
def fitting(draw, values):
    return fit(draw, values)


def test_so_many_values_the_same_each_time():
    first = drawn(st.integers(0, 10**9), 200, by=7)
    assert len(first) == 200
    assert drawn(st.integers(0, 10**9), 200, by=7) == first
    assert drawn(st.integers(0, 10**9), 200, by=8) != first


def test_a_strategy_with_few_values_gives_them_again():
    assert set(drawn(st.booleans(), 50, by=1)) == {True, False}
    assert len(drawn(st.booleans(), 50, by=1)) == 50


def test_lives_are_drawn_too():
    loans = drawn(lives(LOAN), 30, by=3)
    assert loans == drawn(lives(LOAN), 30, by=3)
    assert {loan.state.name for loan in loans} == {"LENT", "RETURNED"}


def test_what_is_drawn_differs():
    """A test of a thousand lives is of a thousand, and not of a hundred ten times."""
    assert len(set(drawn(lives(PETITION), 100, by=1))) == 100


def test_offices_are_in_the_zone_of_the_law_and_where_clocks_change():
    appeals = drawn(lives(APPEAL, PAYLOADS), 60, by=1)
    assert {appeal.office.zone for appeal in appeals} == {"Asia/Tashkent", "Europe/Berlin", "America/New_York"}


def test_some_lives_meet_a_night_on_which_clocks_change():
    """In 2026 on 29 March and 25 October in Berlin, on 8 March and 1 November in New York."""
    nights = {("Europe/Berlin", 3, 29), ("Europe/Berlin", 10, 25), ("America/New_York", 3, 8)}
    nights.add(("America/New_York", 11, 1))
    first = [(loan.office.zone, loan.history[0].action.at) for loan in drawn(lives(LOAN), 600, by=1)]
    assert nights <= {(zone, at.month, at.day) for zone, at in first}


def test_a_payload_may_say_by_whose_hand():
    """Of another office than the one whose file it is, say: what is drawn else acts for that."""
    judge = Actor("judge", LIBRARIAN, "court")
    hands = {Return: st.sampled_from(({"by": judge}, {}))}
    returned = [
        loan.history[-1].action for loan in drawn(lives(LOAN, hands), 60, by=1) if loan.state.name == "RETURNED"
    ]
    assert {action.by == judge for action in returned} == {True, False}


def test_a_payload_may_name_the_hand_and_the_instant():
    """Where only one day or hand will do."""
    desk = Actor("desk 1", LIBRARIAN)
    payloads = {Return: lambda loan: st.just({"by": desk, "at": (loan or LENT).history[-1].action.at})}
    returned = [loan for loan in drawn(lives(LOAN, payloads), 30, by=3) if loan.state is LoanState.RETURNED]
    assert returned
    for loan in returned:
        *_, before, last = loan.history
        assert (last.action.by, last.action.at) == (desk, before.action.at)


def test_every_other_life_may_begin_with_what_is_told():
    """Where chance alone would hardly come so far."""
    begun = [loan for loan in drawn(lives(LOAN, {Loan: st.just((LEND,))}), 40, by=3) if loan.id == "b-42"]
    assert 5 < len(begun) < 35
    assert {len(loan.history) for loan in begun} >= {2, 3}
    assert all(loan.history[0].action == LEND for loan in begun)


def test_a_strategy_that_gives_nothing_is_given_up():
    with pytest.raises(BadInput, match="it gave nothing in 1000 tries"):
        drawn(st.integers().filter(lambda n: False), 1, by=1)


def test_none_at_all_is_bad_input():
    with pytest.raises(BadInput, match="at least 1, not 0"):
        drawn(st.booleans(), 0, by=1)


HOSTILE = ("\ud800", "a\udfff", math.nan, math.inf, -math.inf, 2**53, -(10**400), Decimal("NaN"), Decimal("1e1000"))


@pytest.mark.parametrize("value", [*HOSTILE, date(1, 1, 1)])
def test_what_no_document_holds_is_not_drawn(value):
    """Half of a surrogate pair, what is no number, and what other readers of JSON would round."""
    for held in (value, (1, value), frozenset({value}), {"a": [value]}, {value: 1}, Person("a", contacts=(value,))):
        assert not is_held(held)
        assert set(drawn(fitting(st.sampled_from((held, 7))), 20, by=1)) == {7}


@pytest.mark.parametrize(
    "value", ["oʻ\x00\u202e", 2**53 - 1, -0.5, Decimal("0.1"), date(2026, 3, 7), None, (), LEND, LENT, PERSON_KEYS]
)
def test_what_a_document_holds_is(value):
    assert is_held(value)


def test_whatever_a_payload_gives():
    """The half that no document can hold is passed over."""
    odd = st.sampled_from(("\ud800", "b-42", "b\udfff"))
    loans = drawn(lives(LOAN, {Lend: st.fixed_dictionaries({"loan": odd})}), 30, by=4)
    assert {loan.id for loan in loans} == {"b-42"}


def test_a_tuple_of_several_types_is_drawn_as_such():
    walk = Walk(LOAN, None, FIRST)
    several = drawn(walk._of(tuple[str, bool, Sequence[int]], None, FIRST), 20, by=5)
    assert {tuple(type(one) for one in value[:2]) for value in several} == {(str, bool)}
    assert all(isinstance(value[2], Sequence) for value in several)
