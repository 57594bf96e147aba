"""Shares and majorities, counted by hand."""

import pickle

import pytest

from prcomm import BadInput
from prcomm.labels import text
from prcomm.law.shares import MajorityOf, Share

MORE_THAN_HALF = Share(1, 2, more=True)
HALF = Share(1, 2, more=False)
TWO_THIRDS = Share(2, 3, more=False)
MORE_THAN_TWO_THIRDS = Share(2, 3, more=True)


class TestMet:
    @pytest.mark.parametrize(
        ("share", "whole", "least"),
        [
            (MORE_THAN_HALF, 1, 1),
            (MORE_THAN_HALF, 2, 2),
            (MORE_THAN_HALF, 15, 8),
            (MORE_THAN_HALF, 16, 9),
            (MORE_THAN_HALF, 1000, 501),
            (HALF, 15, 8),
            (HALF, 16, 8),
            (HALF, 21, 11),
            (TWO_THIRDS, 15, 10),
            (TWO_THIRDS, 16, 11),
            (TWO_THIRDS, 1, 1),
            (MORE_THAN_TWO_THIRDS, 15, 11),
            (MORE_THAN_TWO_THIRDS, 16, 11),
            (Share(1, 1, more=False), 7, 7),
        ],
    )
    def test_by_so_many_and_by_none_fewer(self, share: Share, whole: int, least: int):
        assert share.met(least, whole)
        assert not share.met(least - 1, whole)

    def test_a_half_is_not_more_than_a_half(self):
        assert not MORE_THAN_HALF.met(8, 16)
        assert HALF.met(8, 16)

    def test_of_nobody_no_more_than_a_half_is_there(self):
        assert not MORE_THAN_HALF.met(0, 0)

    def test_no_fraction_is_rounded(self):
        """A third of 10 ** 20 + 1, to the last one."""
        whole = 10**20 + 1
        third = whole // 3 + 1
        assert Share(1, 3, more=True).met(third, whole)
        assert not Share(1, 3, more=True).met(third - 1, whole)


class TestAShare:
    @pytest.mark.parametrize(
        ("share", "english", "uz", "ru"),
        [
            (MORE_THAN_HALF, "more than 1/2", "1/2 dan koʻp", "более 1/2"),
            (TWO_THIRDS, "at least 2/3", "kamida 2/3", "не менее 2/3"),
        ],
    )
    def test_says_itself_in_each_language(self, share: Share, english: str, uz: str, ru: str):
        assert (str(share), text(share, "uz"), text(share, "ru")) == (english, uz, ru)

    def test_is_a_value(self):
        assert Share(1, 2, more=True) == MORE_THAN_HALF != HALF
        assert pickle.loads(pickle.dumps(TWO_THIRDS)) == TWO_THIRDS
        assert len({MORE_THAN_HALF, HALF, Share(1, 2, more=False)}) == 2

    @pytest.mark.parametrize(("n", "of"), [(0, 2), (-1, 2), (1, 0), (True, 2), (1.5, 2), ("1", 2)])
    def test_of_whole_numbers(self, n, of):
        with pytest.raises(BadInput, match="a share:\n  - whole numbers from 1 on, not"):
            Share(n, of, more=False)

    @pytest.mark.parametrize(("n", "of", "more"), [(3, 2, False), (2, 2, True)])
    def test_that_nothing_can_meet_is_none(self, n: int, of: int, more: bool):
        with pytest.raises(BadInput, match=f"no part is {'more than' if more else 'at least'} {n}/{of} of the whole"):
            Share(n, of, more)


def test_of_whom_a_majority_may_be_counted():
    assert {one.name: one.value for one in MajorityOf} == {
        "PRESENT": "those present who are not recused",
        "MEMBERS": "all on the roll",
        "VOTING": "those who vote",
    }
    assert text(MajorityOf.PRESENT, "ru") == "присутствующие без самоотвода"
