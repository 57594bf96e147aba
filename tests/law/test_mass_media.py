"""The laws on mass media and on journalists; the Constitution and the Civil Code, where they are of the press. What
each place asks is tested with releases, refutations and what was found."""

from datetime import date

import pytest
from places import parts, ruleless, stands

from prcomm import Basis, Dated, Law, Reform
from prcomm.core.sources.citations import is_law
from prcomm.law import CIVIL_CODE, mass_media
from prcomm.law.civil_code import SAME_CHANNELS
from prcomm.law.constitution import CONSTITUTION
from prcomm.law.mass_media import (
    HALF_A_YEAR,
    JOURNALISTS,
    MASS_MEDIA,
    MASS_MEDIA_SINCE,
    MONTHS_BETWEEN_ISSUES,
    MONTHS_TO_PUBLISH_A_REFUTATION,
    NO_DEMAND,
    REPUBLISHED,
    SILENT_ISSUE,
    WEBSITE_LIMB,
    WebsiteLimb,
)

ARTICLES_OF = (MASS_MEDIA, JOURNALISTS)


class TestTheLawOnMassMedia:
    def test_the_list(self):
        assert parts(MASS_MEDIA) == dict.fromkeys(("4", "6", "34", "35", "37", "40"), 1)
        assert str(MASS_MEDIA(34)) == "541-I art. 34"

    def test_the_act(self):
        """Of 26.12.1997; the edition that is told is of 15.01.2007."""
        assert MASS_MEDIA.adopted == date(1997, 12, 26)
        assert date(2007, 1, 15) == MASS_MEDIA_SINCE
        assert MASS_MEDIA.unread == ("O‘RQ-963 of 20.09.2024",)
        assert MASS_MEDIA(34).basis is Basis.REPORTED

    def test_two_articles_need_no_code(self):
        """35: what outlets of state bodies carry is theirs; 40: liability of an outlet."""
        assert ruleless(MASS_MEDIA) == ["35", "40"]


class TestArticle4:
    def test_at_least_once_in_six_months(self, law: Law):
        assert stands(law, MONTHS_BETWEEN_ISSUES, 6, MASS_MEDIA(4))
        assert MASS_MEDIA(4).by(Basis.INFERRED) == HALF_A_YEAR


class TestArticle34:
    """A month from receipt; other periodicals in the next issue."""

    def test_a_month(self, law: Law):
        assert stands(law, MONTHS_TO_PUBLISH_A_REFUTATION, 1, MASS_MEDIA(34))

    def test_of_who_names_no_issue_the_month_is_inferred(self, law: Law):
        assert stands(law, SILENT_ISSUE, 1, REPUBLISHED)
        assert MASS_MEDIA(34).by(Basis.INFERRED) == REPUBLISHED
        assert is_law(SILENT_ISSUE.cites)

    def test_a_website_has_the_month_unless_a_reform_reads_it_otherwise(self, law: Law):
        assert stands(law, WEBSITE_LIMB, WebsiteLimb.A_MONTH, REPUBLISHED)
        read = law.under(Reform(WEBSITE_LIMB, WebsiteLimb.NEXT_ISSUE, "as a periodical"))
        assert read.on(date(2026, 3, 2))[WEBSITE_LIMB] is WebsiteLimb.NEXT_ISSUE
        assert law.on(date(2026, 3, 2))[WEBSITE_LIMB] is WebsiteLimb.A_MONTH

    def test_the_limbs_in_words(self):
        assert [limb.value for limb in WebsiteLimb] == [
            "as for the rest, within a month",
            "as for a periodical: at the next issue it names, else within a month",
        ]


class TestJournalists:
    def test_what_nobody_may_demand(self):
        assert parts(JOURNALISTS) == {"no demand of approval or removal": 1}
        assert (NO_DEMAND.basis, JOURNALISTS.adopted) == (Basis.OFFICIAL, date(1997, 4, 24))
        assert str(NO_DEMAND) == "402-I on no demand of approval or removal"


class TestConstitution31And33And81And82:
    """69 and 81 need no code: that media are free is asked of the press service by 82."""

    @pytest.mark.parametrize(
        ("number", "part", "words"),
        [
            (28, 1, "reached in open court"),
            (31, 1, "private life, honour and dignity"),
            (31, 3, "wrong data are corrected"),
            (33, 1, "only by law and for listed aims"),
            (82, 2, "hinders mass media"),
        ],
    )
    def test_in_the_words_of_the_list(self, number: int, part: int, words: str):
        assert words in CONSTITUTION.article(number).gist[part - 1]
        assert CONSTITUTION(number, part).basis is Basis.STATUTE


class TestCivilCode100:
    def test_its_nine_parts(self):
        assert len(CIVIL_CODE.article(100).gist) == 9
        assert "the duty stays" in CIVIL_CODE.article(100).gist[6]
        assert "legal entity" in CIVIL_CODE.article(100).gist[8]

    def test_of_own_channels_it_speaks_by_analogy(self):
        """Part 3 is of mass media."""
        assert CIVIL_CODE(100, 3).by(Basis.ANALOGY) == SAME_CHANNELS
        assert not is_law((SAME_CHANNELS,))


def test_these_are_all():
    figures: tuple[Dated, ...] = (MONTHS_TO_PUBLISH_A_REFUTATION, SILENT_ISSUE, MONTHS_BETWEEN_ISSUES, WEBSITE_LIMB)
    assert figures == mass_media.VALUES
