"""Neighbouring acts: what oversight borrows from them is by analogy, and no law."""

from datetime import date

import pytest
from places import parts, ruleless, stands, weak

from prcomm import Basis, Dated, Law, Reform
from prcomm.core.sources.citations import is_law
from prcomm.law import ADMINISTRATIVE_CODE, LABOUR_CODE, neighbours
from prcomm.law.constitution import CONSTITUTION
from prcomm.law.neighbours import (
    DAYS_BEFORE_A_DISCUSSION,
    DAYS_OF_A_DISCUSSION,
    DAYS_OF_AGENDA,
    DAYS_TO_A_CONCLUSION,
    DAYS_TO_APPLY_FOR_EXPERTISE,
    DAYS_TO_TELL_THE_OUTCOME,
    DOORS_OF_A_MEETING,
    ELECTION_CODE,
    LIST_OF_A_MEETING,
    MAJORITY,
    MAJORITY_OF,
    OPEN_MEETINGS_SINCE,
    ORQ588,
    PLAN_OF_A_MEETING,
    QUORUM,
    QUORUM_OF_AN_ASSEMBLY,
    RECORDING_OF_A_MEETING,
    REGULATION_2742,
    SELF_GOVERNMENT_LAW,
    TOWN_PLANNING_CODE,
    VIDEO_OF_A_MEETING,
    town,
    unions,
)
from prcomm.law.shares import MajorityOf, Share

ARTICLES_OF = (TOWN_PLANNING_CODE, ORQ588, ELECTION_CODE, SELF_GOVERNMENT_LAW, REGULATION_2742, CONSTITUTION)
AN = Basis.ANALOGY
MORE_THAN_HALF = Share(1, 2, more=True)
ASSEMBLY = "the assembly"


class TestTownPlanningCode:
    def test_the_list(self):
        assert parts(TOWN_PLANNING_CODE) == {"35": 3, "36": 2, "37": 1, "38": 4, "39": 3, "40": 7, "41": 4}
        assert ruleless(TOWN_PLANNING_CODE) == []
        assert TOWN_PLANNING_CODE.adopted == date(2021, 2, 22)

    def test_it_was_read_and_serves_us_by_analogy_alone(self):
        assert TOWN_PLANNING_CODE(38, 1).basis is Basis.STATUTE
        assert town(38, 1) == TOWN_PLANNING_CODE(38, 1).by(AN)
        assert not is_law((town(35, 3),))


class TestTownPlanningCode37And38And40:
    @pytest.mark.parametrize(
        ("value", "figure", "article", "part", "words"),
        [
            (DAYS_TO_TELL_THE_OUTCOME, 5, 37, None, "within five days"),
            (DAYS_BEFORE_A_DISCUSSION, 10, 38, 1, "ten days before"),
            (DAYS_OF_A_DISCUSSION, 15, 38, 2, "at least fifteen days"),
            (DAYS_TO_A_CONCLUSION, 15, 38, 4, "no later than fifteen days after the end"),
            (DAYS_TO_APPLY_FOR_EXPERTISE, 15, 40, 3, "within fifteen days after the discussion"),
        ],
        ids=lambda x: getattr(x, "name", ""),
    )
    def test_a_figure_and_its_place(
        self, law: Law, value: Dated[int], figure: int, article: int, part: int | None, words: str
    ):
        """Without a first day: an argument is not in force for us on any day."""
        assert stands(law, value, figure, town(article, part))
        assert weak(value) == {AN}
        assert words in TOWN_PLANNING_CODE.article(article).gist[(part or 1) - 1]


class TestTradeUnions43And46:
    def test_they_serve_by_analogy(self):
        assert parts(ORQ588) == {"43": 1, "46": 1}
        assert unions(46) == ORQ588(46).by(AN)
        assert ORQ588.code == "O\u2018RQ-588"
        assert "its number is from memory" in ORQ588.edition


class TestElectionCode26:
    """Another way to count, which a Reform may take; its casting vote is not offered."""

    def test_what_it_says(self):
        (said,) = ELECTION_CODE.article(26).gist
        assert "by a majority of all members" in said
        assert "A separate opinion goes to the minutes" in said

    @pytest.mark.parametrize("reading", [MajorityOf.MEMBERS, MajorityOf.VOTING])
    def test_a_reform_reads_it_so(self, law: Law, reading: MajorityOf):
        read = law.under(Reform(MAJORITY_OF, reading, "as elsewhere", cites=ELECTION_CODE(26).by(AN)))
        assert read.on(date(2026, 3, 2))[MAJORITY_OF] is reading
        assert law.on(date(2026, 3, 2))[MAJORITY_OF] is MajorityOf.PRESENT


class TestQuorumAndMajority:
    """Labour collective and citizens' assembly: more than half present, and more than half of those taking part."""

    @pytest.mark.parametrize(("value", "part"), [(QUORUM, 1), (MAJORITY, 3)])
    def test_more_than_half(self, law: Law, value: Dated[Share], part: int):
        cites = (LABOUR_CODE(36).by(AN), SELF_GOVERNMENT_LAW(ASSEMBLY, part).by(AN))
        assert stands(law, value, MORE_THAN_HALF, *cites)

    def test_of_whom(self, law: Law):
        cites = (LABOUR_CODE(36).by(AN), ADMINISTRATIVE_CODE(309).by(AN))
        assert stands(law, MAJORITY_OF, MajorityOf.PRESENT, *cites)

    def test_none_of_it_is_law(self):
        assert not any(is_law(value.cites) for value in (QUORUM, MAJORITY, MAJORITY_OF))

    def test_a_reform_of_the_quorum(self, law: Law):
        """Of 15 more than half is 8, two thirds are 10."""
        strict = law.under(Reform(QUORUM, Share(2, 3, more=False), "the council's regulation"))
        assert law.on(date(2026, 3, 2))[QUORUM].met(8, 15)
        assert not strict.on(date(2026, 3, 2))[QUORUM].met(9, 15)
        assert strict.on(date(2026, 3, 2))[QUORUM].met(10, 15)


class TestCitizensAssembly:
    def test_the_list(self):
        assert parts(SELF_GOVERNMENT_LAW) == {ASSEMBLY: 4}
        assert SELF_GOVERNMENT_LAW(ASSEMBLY, 1).basis is Basis.OFFICIAL
        assert str(SELF_GOVERNMENT_LAW(ASSEMBLY, 1)) == "Self-government law on the assembly(1)"
        assert len(SELF_GOVERNMENT_LAW.questions) == 2

    def test_its_own_quorum_is_no_analogy(self, law: Law):
        assert stands(law, QUORUM_OF_AN_ASSEMBLY, MORE_THAN_HALF, SELF_GOVERNMENT_LAW(ASSEMBLY, 1))
        assert is_law(QUORUM_OF_AN_ASSEMBLY.cites)


class TestOpenMeetings:
    """Regulation 2742: the plan as bodies show it, the rest as a newspaper told it."""

    def test_the_list(self):
        assert parts(REGULATION_2742) == {"an open meeting": 6}
        assert ruleless(REGULATION_2742) == []

    def test_place_by_place(self):
        """Part 5, on questions by the rules of order, changes no state: nothing cites it."""
        assert (PLAN_OF_A_MEETING.part, PLAN_OF_A_MEETING.basis) == (1, Basis.OFFICIAL)
        others = (LIST_OF_A_MEETING, DOORS_OF_A_MEETING, VIDEO_OF_A_MEETING, RECORDING_OF_A_MEETING)
        assert [place.part for place in others] == [2, 3, 4, 6]
        assert {place.basis for place in others} == {Basis.REPORTED}

    def test_registered_and_in_force(self):
        assert (REGULATION_2742.adopted, OPEN_MEETINGS_SINCE) == (date(2015, 12, 22), date(2015, 12, 28))

    def test_three_days(self, law: Law):
        assert stands(law, DAYS_OF_AGENDA, 3, PLAN_OF_A_MEETING)


class TestConstitution:
    """What is of the press is tested with it."""

    def test_the_list(self):
        assert parts(CONSTITUTION) == {"28": 1, "31": 3, "33": 1, "36": 1, "69": 1, "81": 3, "82": 2}
        assert ruleless(CONSTITUTION) == ["36", "69", "81"]
        assert CONSTITUTION(28).basis is Basis.STATUTE


def test_these_are_all():
    assert set(neighbours.VALUES) == {
        *(QUORUM, MAJORITY, MAJORITY_OF, QUORUM_OF_AN_ASSEMBLY, DAYS_OF_AGENDA, DAYS_TO_TELL_THE_OUTCOME),
        *(DAYS_BEFORE_A_DISCUSSION, DAYS_OF_A_DISCUSSION, DAYS_TO_A_CONCLUSION, DAYS_TO_APPLY_FOR_EXPERTISE),
    }
