"""Public councils: the model regulation, those at internal affairs bodies, the criteria of their composition, and what
was seen in practice. What each place asks is tested with the council."""

from datetime import date

import pytest
from places import parts, ruleless, stands

from prcomm import PROMPTLY, BadInput, Basis, Dated, Days, Law, Months, NotInForce, Reform
from prcomm.law import public_councils
from prcomm.law.house import HOUSE
from prcomm.law.practice import PRACTICE
from prcomm.law.public_councils import (
    GROUNDS_OF_EXCLUSION,
    LEAST_MEMBERS,
    ORDER_122,
    PF154,
    PQ10,
    PQ3837,
    SHARE_OF_NGO_SEATS,
    TERM_OF_A_COUNCIL,
    TERM_TO_STUDY,
    TIME_BETWEEN_SESSIONS,
)
from prcomm.law.shares import Share
from prcomm.law.source_article import SOURCE_ARTICLE

ARTICLES_OF = (PQ3837, PQ10, ORDER_122, PF154, PRACTICE, SOURCE_ARTICLE)
SEEN = date(2025, 1, 13)


class TestModelRegulation:
    """PQ-3837: its first eight paragraphs, as bodies show them."""

    def test_the_list(self):
        assert parts(PQ3837) == dict.fromkeys("12345678", 1)
        assert ruleless(PQ3837) == ["1", "6", "8"]
        assert str(PQ3837(4)) == "PQ-3837 para 4"
        assert PQ3837(4).basis is Basis.OFFICIAL
        with pytest.raises(BadInput, match="there is no para 9 in its list"):
            PQ3837(9)

    def test_the_act(self):
        assert PQ3837.adopted == date(2018, 7, 4)
        assert "from paragraph 9 on not read" in PQ3837.edition

    @pytest.mark.parametrize(
        ("number", "words"),
        [
            (2, "of its members' own will, unpaid"),
            (3, "all territorial divisions and subordinate organisations"),
            (4, "By decision of the head"),
            (5, "recommendations"),
            (7, "It and its changes are approved by decision of the head"),
        ],
    )
    def test_in_the_words_of_the_list(self, number: int, words: str):
        assert words in PQ3837.article(number).gist[0]


class TestWhatTheModelRegulationLeavesOpen:
    """What stands after paragraph 8 was not read: nothing is owed and nothing refused, until a Reform sets it."""

    @pytest.mark.parametrize("value", [TERM_OF_A_COUNCIL, TIME_BETWEEN_SESSIONS, GROUNDS_OF_EXCLUSION])
    def test_it_is_open(self, law: Law, value: Dated):
        assert stands(law, value, None, HOUSE(12))
        assert law.dated(value).version(date(2026, 1, 1)).basis is Basis.ASSUMED

    @pytest.mark.parametrize(
        ("value", "to"),
        [
            (TERM_OF_A_COUNCIL, Months(36)),
            (TIME_BETWEEN_SESSIONS, Months(3)),
            (GROUNDS_OF_EXCLUSION, ("absent three times",)),
            (TERM_TO_STUDY, Days(30)),
        ],
        ids=lambda x: getattr(x, "name", None),
    )
    def test_a_reform_sets_it(self, law: Law, value: Dated, to: object):
        assert law.under(Reform(value, to, "on trial")).on(date(2026, 3, 2))[value] == to


class TestPQ10:
    """Paragraph 6 of PQ-10, as the press and the article tell it."""

    def test_the_list(self):
        assert parts(PQ10) == {"6": 4}
        assert ruleless(PQ10) == []
        assert str(PQ10(6, 1)) == "PQ-10 para 6(1)"
        assert PQ10(6, 4).basis is Basis.REPORTED

    def test_the_act(self):
        assert PQ10.adopted == date(2023, 1, 20)
        assert PQ10.unread == ("PQ-282 of 18.08.2023",)

    def test_three_groups(self):
        assert "of scholars of the field, veterans and journalists" in PQ10.article(6).gist[0]

    def test_a_signal_is_studied_promptly_as_no_term_was_read(self, law: Law):
        assert stands(law, TERM_TO_STUDY, PROMPTLY, HOUSE(12))


class TestOrder122:
    def test_its_content_was_not_read(self):
        assert ruleless(ORDER_122) == ["public councils"]
        assert (ORDER_122.basis, ORDER_122.adopted) == (Basis.REPORTED, date(2023, 3, 11))


class TestCriteriaOfComposition:
    """PF-154: half of the seats, the Public Chamber, fifteen members, working groups."""

    def test_the_list(self):
        assert parts(PF154) == {"the public council": 4, "events on the site": 1, "openness index": 1}
        assert str(PF154("the public council", 3)) == "PF-154 on the public council(3)"

    @pytest.mark.parametrize(
        ("value", "figure", "part"), [(SHARE_OF_NGO_SEATS, Share(1, 2, more=False), 1), (LEAST_MEMBERS, 15, 3)]
    )
    def test_a_figure_since_it_was_seen(self, law: Law, value: Dated, figure: object, part: int):
        assert stands(law, value, figure, PF154("the public council", part), seen=SEEN)
        assert law.dated(value).version(SEEN).basis is Basis.REPORTED
        with pytest.raises(NotInForce) as caught:
            law.on(date(2025, 1, 12))[value]
        assert caught.value.unknown

    @pytest.mark.parametrize(("members", "seats"), [(15, 8), (16, 8), (21, 11)])
    def test_seats_of_non_profit_organisations(self, law: Law, members: int, seats: int):
        """Half of 15 is 7.5: eight. Of 21 with 10 it fails."""
        share = law.on(SEEN)[SHARE_OF_NGO_SEATS]
        assert share.met(seats, members)
        assert not share.met(seats - 1, members)


class TestPractice:
    def test_what_was_seen(self):
        of_the_press = ("official response", "reaction lags", "monitoring statistics", "event cut-off", "receptions")
        others = ("Samarkand 2023", "Khorezm 2019", *of_the_press, "draft of 2020", "a week's notice")
        assert parts(PRACTICE) == dict.fromkeys(others, 1)
        assert ruleless(PRACTICE) == ["a week's notice"]
        assert str(PRACTICE("Samarkand 2023")) == "Practice of Samarkand 2023"
        assert not PRACTICE("Khorezm 2019").basis.is_law
        assert "the chair was elected there" in PRACTICE.article("Samarkand 2023").gist[0]


class TestTheArticleBehindTheProject:
    def test_its_entries(self):
        """All that it names, in order; of most entries there is no rule, and each says why."""
        assert list(parts(SOURCE_ARTICLE)) == [str(number) for number in range(1, 64)]
        assert set(parts(SOURCE_ARTICLE).values()) == {1}
        with_a_rule = {"20", "24", "25", "29", "39", "40", "43", "48", "51", "57"}
        assert set(parts(SOURCE_ARTICLE)) - set(ruleless(SOURCE_ARTICLE)) == with_a_rule
        assert str(SOURCE_ARTICLE(57)) == "Source article entry 57"
        assert SOURCE_ARTICLE(57).basis is Basis.REPORTED


def test_these_are_all():
    open_ones = (TERM_OF_A_COUNCIL, TIME_BETWEEN_SESSIONS, GROUNDS_OF_EXCLUSION, TERM_TO_STUDY)
    assert (*open_ones, SHARE_OF_NGO_SEATS, LEAST_MEMBERS) == public_councils.VALUES
