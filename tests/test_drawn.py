"""``prcomm.testing.drawn``: values of a strategy, the same each time."""

import pytest
from book_loan import LOAN
from hypothesis import strategies as st

from prcomm import BadInput
from prcomm.testing import drawn, lives


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


def test_none_at_all_is_bad_input():
    with pytest.raises(BadInput, match="at least 1, not 0"):
        drawn(st.booleans(), 0, by=1)
