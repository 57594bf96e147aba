"""Fines in base units. The unit is handed in."""

from datetime import date

import pytest
from places import stands

from prcomm import BadInput, Basis, Dated, Law, NotInForce
from prcomm.labels import text
from prcomm.law import ADMINISTRATIVE_CODE, CRIMINAL_CODE, ORQ445, Fine
from prcomm.law.liability import (
    BASE_UNIT,
    CRIMINAL_FINE_FOR_A_BREACH,
    CRIMINAL_FINE_FOR_PERSECUTION,
    FINAL_DOCUMENTS_SINCE,
    FINE_FOR_A_BREACH,
    FINE_FOR_A_FINAL_DOCUMENT,
    FINE_FOR_CLOSEDNESS,
    FINE_FOR_CLOSEDNESS_AGAIN,
    FINE_FOR_HIDING_DOCUMENTS,
    MONTHS_OF_A_PENALTY,
    MONTHS_TO_PUNISH,
    ORQ586,
)
from prcomm.law.neighbours import MAJORITY_OF

ARTICLES_OF = (ADMINISTRATIVE_CODE, CRIMINAL_CODE)


class TestArticle43:
    """Officials, for a breach of the law on appeals: one to three base units, since 3 December 2019."""

    def test_the_range(self, law: Law):
        assert law.on(date(2019, 12, 3))[FINE_FOR_A_BREACH] == Fine(1, 3)
        assert law.on(date(2026, 11, 22))[FINE_FOR_A_BREACH] == Fine(1, 3)

    def test_before_the_amount_is_known_it_is_not_in_force(self, law: Law):
        with pytest.raises(NotInForce) as caught:
            law.on(date(2019, 12, 2))[FINE_FOR_A_BREACH]
        assert caught.value.value == "fine of an official for a breach of the law on appeals"
        assert caught.value.day == date(2019, 12, 2)
        assert not caught.value.unknown

    def test_what_it_rests_on(self, law: Law):
        """The range was read in the code; that it holds since the day its law was adopted is inferred."""
        version = law.dated(FINE_FOR_A_BREACH).version(date(2026, 1, 1))
        assert version.cites == (ADMINISTRATIVE_CODE(43), ORQ586("the amounts of fines"), ORQ445(38))
        assert [cite.basis for cite in version.cites] == [Basis.STATUTE, Basis.INFERRED, Basis.STATUTE]
        assert version.basis is Basis.INFERRED

    def test_in_soum(self, law: Law):
        """By a unit of 340,000 and of 375,000 soum."""
        fine = law.on(date(2024, 6, 1))[FINE_FOR_A_BREACH]
        assert fine.in_soum(340_000) == (340_000, 1_020_000)
        assert fine.in_soum(375_000) == (375_000, 1_125_000)


class TestArticle198_7:
    """Officials, for a final document of public oversight: three to five base units, since 22 August 2025."""

    def test_the_range_on_its_first_day(self, law: Law):
        assert law.on(date(2025, 8, 22))[FINE_FOR_A_FINAL_DOCUMENT] == Fine(3, 5)
        assert law.on(date(2026, 11, 22))[FINE_FOR_A_FINAL_DOCUMENT] == Fine(3, 5)
        assert date(2025, 8, 22) == FINAL_DOCUMENTS_SINCE

    @pytest.mark.parametrize("day", [date(2025, 8, 21), date(2018, 4, 12)])
    def test_before_it_nobody_is_fined(self, law: Law, day: date):
        """Not on the day of the amending law either: it was published on the next."""
        with pytest.raises(NotInForce) as caught:
            law.on(day)[FINE_FOR_A_FINAL_DOCUMENT]
        assert (caught.value.day, caught.value.unknown) == (day, False)

    def test_what_it_rests_on(self, law: Law):
        version = law.dated(FINE_FOR_A_FINAL_DOCUMENT).version(date(2025, 8, 22))
        assert (version.cites, version.basis) == ((ADMINISTRATIVE_CODE("198⁷"),), Basis.STATUTE)

    def test_in_soum(self, law: Law):
        """By a unit of 375,000 soum: from 1,125,000 to 1,875,000."""
        assert law.on(date(2025, 8, 22))[FINE_FOR_A_FINAL_DOCUMENT].in_soum(375_000) == (1_125_000, 1_875_000)

    def test_the_act_names_both_limbs_and_how_it_came(self):
        (said,) = ADMINISTRATIVE_CODE.article("198⁷").gist
        assert "is not considered, or the term for it is broken without a valid reason" in said
        assert "O‘RQ-1083 of 21.08.2025, published on 22.08.2025" in said

    def test_what_is_open_is_a_question(self):
        """A delay begun before; delivery; the second limb; the body above; form of what."""
        assert len(ADMINISTRATIVE_CODE.questions) == 5


class TestArticles245And308And309:
    """Who tries a case; how a collegial body signs and decides: the last is borrowed for councils."""

    @pytest.mark.parametrize(
        ("number", "words"),
        [
            (245, "article 198⁷"),
            (308, "Who presides and the secretary sign"),
            (309, "simple majority of the members taking part"),
        ],
    )
    def test_what_it_says(self, number: int, words: str):
        assert words in ADMINISTRATIVE_CODE.article(number).gist[0]

    def test_only_by_analogy(self, law: Law):
        cites = law.dated(MAJORITY_OF).cites
        assert cites[1] == ADMINISTRATIVE_CODE(309).by(Basis.ANALOGY)


class TestArticle239:
    """It binds on whom the duty was laid; what it means for others is for a lawyer."""

    def test_what_it_says(self):
        assert "on whom the duty not to disclose was laid" in CRIMINAL_CODE.article(239).gist[0]
        assert "26.09.2025" in CRIMINAL_CODE.article(239).gist[0]
        assert len(CRIMINAL_CODE.questions) == 1


class TestArticle215_7:
    """Officials, for a breach of the law on openness: three to five base units, again within a year five to ten. The
    amounts are known from the day they were seen."""

    @pytest.mark.parametrize(
        ("value", "part", "fine", "soum"),
        [
            (FINE_FOR_CLOSEDNESS, 1, Fine(3, 5), (1_125_000, 1_875_000)),
            (FINE_FOR_CLOSEDNESS_AGAIN, 2, Fine(5, 10), (1_875_000, 3_750_000)),
        ],
    )
    def test_the_range(self, law: Law, value: Dated[Fine], part: int, fine: Fine, soum: tuple[int, int]):
        """By a base unit of 375,000 soum: case 70."""
        assert stands(law, value, fine, ADMINISTRATIVE_CODE("215⁷", part), seen=date(2026, 3, 3))
        assert law.on(date(2026, 3, 3))[value].in_soum(375_000) == soum

    @pytest.mark.parametrize("value", [FINE_FOR_CLOSEDNESS, FINE_FOR_CLOSEDNESS_AGAIN])
    def test_before_it_was_seen_it_is_unknown(self, law: Law, value: Dated[Fine]):
        with pytest.raises(NotInForce) as caught:
            law.on(date(2026, 3, 2))[value]
        assert caught.value.unknown


class TestFinesOnlySeen:
    """The amount is known from the day it was seen; before, it is unknown."""

    @pytest.mark.parametrize(
        ("value", "fine", "cites"),
        [
            (FINE_FOR_HIDING_DOCUMENTS, Fine(1, 2), (ADMINISTRATIVE_CODE(44),)),
            (CRIMINAL_FINE_FOR_A_BREACH, Fine(0, 25), (CRIMINAL_CODE(144, 1), ORQ445(38))),
            (CRIMINAL_FINE_FOR_PERSECUTION, Fine(25, 50), (CRIMINAL_CODE(144, 2), ORQ445(20))),
        ],
        ids=["44", "144(1)", "144(2)"],
    )
    def test_a_fine(self, law: Law, value: Dated[Fine], fine: Fine, cites: tuple):
        assert law.on(date(2026, 3, 3))[value] == fine
        version = law.dated(value).version(date(2026, 11, 22))
        assert (version.value, version.cites, version.basis) == (fine, cites, Basis.STATUTE)
        with pytest.raises(NotInForce) as caught:
            law.on(date(2026, 3, 2))[value]
        assert caught.value.unknown


class TestArticles36And37:
    @pytest.mark.parametrize(("value", "article"), [(MONTHS_TO_PUNISH, 36), (MONTHS_OF_A_PENALTY, 37)])
    def test_a_year(self, law: Law, value: Dated[int], article: int):
        assert law.on(date(2026, 1, 1))[value] == 12
        assert law.dated(value).cites == (ADMINISTRATIVE_CODE(article),)


class TestBaseUnit:
    @pytest.mark.parametrize(
        ("day", "unit", "basis"),
        [
            (date(2024, 1, 1), 340_000, Basis.REPORTED),
            (date(2024, 9, 30), 340_000, Basis.REPORTED),
            (date(2024, 10, 1), 375_000, Basis.REPORTED),
            (date(2024, 12, 31), 375_000, Basis.REPORTED),
            (date(2025, 1, 1), 375_000, Basis.REPORTED),
            (date(2025, 7, 31), 375_000, Basis.REPORTED),
            (date(2025, 8, 1), 412_000, Basis.REPORTED),
            (date(2026, 11, 22), 412_000, Basis.REPORTED),
        ],
    )
    def test_as_far_as_it_was_read(self, law: Law, day: date, unit: int, basis: Basis):
        version = law.dated(BASE_UNIT).version(day)
        assert (version.value, version.basis) == (unit, basis)

    def test_before_it_is_unknown(self, law: Law):
        with pytest.raises(NotInForce) as caught:
            law.on(date(2023, 12, 31))[BASE_UNIT]
        assert caught.value.unknown


class TestFine:
    @pytest.mark.parametrize(
        ("fine", "said"),
        [
            (Fine(1, 3), "1 to 3 base units"),
            (Fine(0, 25), "up to 25 base units"),
            (Fine(50, 50), "50 base units"),
            (Fine(1, 1), "1 base unit"),
        ],
    )
    def test_as_text(self, fine: Fine, said: str):
        assert str(fine) == said

    def test_in_words_of_another_language(self):
        said = [text(fine, "ru") for fine in (Fine(1, 3), Fine(0, 25), Fine(50, 50))]
        assert said == ["от 1 до 3 БРВ", "до 25 БРВ", "50 БРВ"]
        assert [text(fine, "uz") for fine in (Fine(1, 3), Fine(0, 25))] == ["1 BHMdan 3 BHMgacha", "25 BHMgacha"]

    def test_up_to_so_many_begins_at_nothing(self):
        assert Fine(0, 25).in_soum(340_000) == (0, 8_500_000)

    @pytest.mark.parametrize(("low", "high"), [(3, 1), (-1, 3)])
    def test_a_range_that_is_none(self, low: int, high: int):
        with pytest.raises(BadInput, match="a fine"):
            Fine(low, high)

    @pytest.mark.parametrize("unit", [0, -340_000])
    def test_the_unit_is_an_amount(self, unit: int):
        with pytest.raises(BadInput, match="unit: the base unit in soum, not"):
            Fine(1, 3).in_soum(unit)


def test_the_codes_are_told_apart():
    assert str(CRIMINAL_CODE(144, 2)) == "Criminal Code art. 144(2)"
    assert str(ADMINISTRATIVE_CODE(43)) == "Code of Administrative Liability art. 43"
    assert str(ADMINISTRATIVE_CODE("198⁷")) == "Code of Administrative Liability art. 198⁷"
    numbers = ["36", "37", "43", "44", "198⁷", "215⁷", "245", "308", "309"]
    assert [a.number for a in ADMINISTRATIVE_CODE.articles] == numbers
    assert [(a.number, len(a.gist)) for a in CRIMINAL_CODE.articles] == [("144", 2), ("239", 1)]
    assert not any(a.no_rule for code in ARTICLES_OF for a in code.articles)
