"""The house rules: which numbers there are. What each says is tested where something rests on it."""

from prcomm import Basis
from prcomm.law.house import HOUSE


def test_their_numbers():
    """Forty of appeals and of oversight, fifty of the press from 101 on; 41 to 100 are left to other wings."""
    numbers = [article.number for article in HOUSE.articles]
    assert numbers == [str(number) for number in (*range(1, 41), *range(101, 151))]


def test_none_is_law():
    assert HOUSE(101).basis is Basis.ASSUMED
    assert str(HOUSE(150)) == "House rules rule 150"


def test_each_says_something_and_why_the_law_leaves_it_open():
    of_the_press = [article for article in HOUSE.articles if int(article.number) > 100]
    assert all(len(article.gist) == 1 and article.gist[0].count(".") >= 2 for article in of_the_press)
