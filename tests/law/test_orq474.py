"""Law O‘RQ-474 on public oversight: what was read of it, and the terms it leaves open. What each article asks is tested
with the acts of oversight."""

from datetime import date

import pytest
from places import parts, ruleless, stands, weak

from prcomm import PROMPTLY, BadInput, Basis, Days, Law, Reform
from prcomm.core.sources.citations import is_law
from prcomm.law import ADMINISTRATIVE_CODE, orq474
from prcomm.law.house import HOUSE
from prcomm.law.neighbours import TOWN_PLANNING_CODE
from prcomm.law.orq474 import DAYS_BEFORE_A_HEARING, ORQ474, TERM_TO_CONSIDER

ARTICLES_OF = (ORQ474,)

ARTICLES = [
    # article, part, what it says
    (2, 3, "public safety and law and order"),
    (3, 1, "registered as legislation says"),
    (3, 2, "Public councils"),
    (4, None, "touch social and public interests"),
    (6, 1, "taking part in open board meetings"),
    (6, 2, "where legislation provides for them"),
    (10, 2, "non-profit organisations, citizens' self-government bodies and mass media"),
    (10, 5, "announces beforehand the issues, the time and the order"),
    (11, 2, "other subjects as legislation says"),
]


class TestTheList:
    def test_what_was_read_and_in_how_many_parts(self):
        """Articles 5, 7 to 9, and from 12 on, were not read."""
        assert parts(ORQ474) == {"1": 1, "2": 3, "3": 2, "4": 1, "6": 2, "10": 5, "11": 2}
        for number in (5, 7, 8, 9, 12):
            with pytest.raises(BadInput, match=f"there is no art. {number} in its list"):
                ORQ474(number)

    def test_the_act(self):
        assert ORQ474.code == "O\u2018RQ-474"
        assert ORQ474.adopted == date(2018, 4, 12)
        assert ORQ474(10, 5).basis is Basis.STATUTE
        assert "articles 5, 7 to 9 and from 12 on were not read" in ORQ474.edition
        assert ORQ474.unread == ("O‘RQ-1083 of 21.08.2025, as far as it touches this Law",)

    @pytest.mark.parametrize(("number", "part", "words"), ARTICLES)
    def test_in_the_words_of_the_list(self, number: int, part: int | None, words: str):
        assert words in ORQ474.article(number).gist[(part or 1) - 1]
        assert ORQ474(number, part).part == part


class TestArticle1:
    def test_it_has_no_rule(self):
        assert ruleless(ORQ474) == ["1"]


class TestArticle2:
    def test_parts_1_and_2_need_no_code(self):
        """They name the legislation, and leave trade unions a law of their own. Part 3 is a carve-out."""
        assert "This Law and other acts." in ORQ474.article(2).gist
        assert "separate act of article 2(3)" in " ".join(ORQ474.questions)


class TestArticle10:
    """A public hearing. Part 3 needs no code: whoever takes part may, and nobody is kept out."""

    def test_how_long_before_it_is_announced_is_left_open(self, law: Law):
        assert stands(law, DAYS_BEFORE_A_HEARING, None, HOUSE(12))

    def test_a_reform_may_set_it(self, law: Law):
        ten = law.under(Reform(DAYS_BEFORE_A_HEARING, 10, "on trial"))
        assert ten.on(date(2026, 3, 2))[DAYS_BEFORE_A_HEARING] == 10
        assert law.on(date(2026, 3, 2))[DAYS_BEFORE_A_HEARING] is None


class TestTheTermOfAFinalDocument:
    """No text read gives days: it is considered promptly."""

    @pytest.mark.parametrize(
        ("day", "cite"),
        [
            (date(2018, 4, 12), TOWN_PLANNING_CODE(35, 3).by(Basis.ANALOGY)),
            (date(2025, 8, 21), TOWN_PLANNING_CODE(35, 3).by(Basis.ANALOGY)),
            (date(2025, 8, 22), ADMINISTRATIVE_CODE("198⁷").by(Basis.INFERRED)),
            (date(2026, 11, 22), ADMINISTRATIVE_CODE("198⁷").by(Basis.INFERRED)),
        ],
    )
    def test_on_both_sides_of_22_august_2025(self, law: Law, day: date, cite):
        """Before it by analogy, which is not law; from then on inferred from the fine, which is."""
        version = law.dated(TERM_TO_CONSIDER).version(day)
        assert (version.value, version.cites) == (PROMPTLY, (cite,))
        assert is_law(version.cites) is (day >= date(2025, 8, 22))

    def test_a_reform_of_fifteen_days_is_assumed(self, law: Law):
        """Without a citation: one by analogy beside one that is inferred would be no law."""
        tried = law.under(Reform(TERM_TO_CONSIDER, Days(15), "on trial"))
        for day in (date(2025, 8, 21), date(2026, 3, 2)):
            version = tried.dated(TERM_TO_CONSIDER).version(day)
            assert (version.value, version.basis) == (Days(15), Basis.ASSUMED)
            assert not is_law(version.cites)

    def test_one_from_a_day_on_leaves_what_was_before(self, law: Law):
        tried = law.under(Reform(TERM_TO_CONSIDER, Days(15), "an amendment", since=date(2027, 1, 1)))
        assert tried.on(date(2026, 12, 31))[TERM_TO_CONSIDER] is PROMPTLY
        assert tried.on(date(2027, 1, 1))[TERM_TO_CONSIDER] == Days(15)


def test_these_are_all():
    assert orq474.VALUES == (TERM_TO_CONSIDER, DAYS_BEFORE_A_HEARING)
    assert weak(DAYS_BEFORE_A_HEARING) == {Basis.ASSUMED}
