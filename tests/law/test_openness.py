"""The laws on openness and on information: requests, their terms, and what was not read of them. What each place asks
is tested with the request and with accreditation."""

from datetime import date

import pytest
from places import parts, ruleless, stands, weak

from prcomm import Basis, Dated, Law, NotInForce, Reform
from prcomm.core.sources.citations import is_law
from prcomm.law import information, openness
from prcomm.law.information import (
    COMPLAINT_ABOUT_A_REQUEST,
    DAYS_TO_SAY_NOT_HELD,
    DAYS_TO_TELL_OF_REFUSAL,
    FIGURES_OF_A_REFUSAL,
    FREEDOM,
    INFORMATION,
)
from prcomm.law.openness import (
    A_REQUEST,
    ACCREDITATION,
    COMPETENT_BODY,
    DAYS_OF_EXTENSION,
    DAYS_TO_ANSWER_A_REQUEST,
    DAYS_TO_ANSWER_THE_MEDIA,
    EXTENSION,
    FORM_OF_A_REQUEST,
    LIMITS,
    OPENNESS_SINCE,
    ORQ369,
    SCOPE,
    TERM_OF_A_REQUEST,
)

ARTICLES_OF = (ORQ369, INFORMATION, FREEDOM)


class TestTheLawOnOpenness:
    """Its text was not read. Two places need no code: what information is says what words mean, and each way of
    openness has rules of its own."""

    def test_the_list(self):
        assert list(parts(ORQ369)) == [
            *(
                "scope, article 3",
                "what information is, article 5",
                "limits, article 6",
                "ways of openness, article 11",
            ),
            *("what a request is, article 18", "form of a request, article 20", "term of a request", "accreditation"),
            *("extension", "competent body"),
        ]
        assert set(parts(ORQ369).values()) == {1}
        assert ruleless(ORQ369) == ["what information is, article 5", "ways of openness, article 11"]
        assert str(TERM_OF_A_REQUEST) == "O‘RQ-369 on term of a request"

    def test_the_act(self):
        assert ORQ369.code == "O\u2018RQ-369"
        assert (ORQ369.adopted, OPENNESS_SINCE) == (date(2014, 5, 5), date(2014, 5, 6))
        assert ORQ369.basis is Basis.OFFICIAL
        assert "not read" in ORQ369.edition

    def test_how_well_each_place_is_known(self):
        assert {place.basis for place in (A_REQUEST, TERM_OF_A_REQUEST)} == {Basis.OFFICIAL}
        assert {one.basis for one in (SCOPE, LIMITS, FORM_OF_A_REQUEST, ACCREDITATION)} == {Basis.REPORTED}
        assert {one.basis for one in (EXTENSION, COMPETENT_BODY)} == {Basis.ASSUMED}


class TestArticle20:
    def test_an_anonymous_request(self):
        """Without data that tell who asks it is not considered."""
        (said,) = ORQ369.article("form of a request, article 20").gist
        assert "anonymous and not considered" in said


class TestTheTermOfARequest:
    """Fifteen days; for an editorial office, or an interview, seven."""

    @pytest.mark.parametrize(("value", "days"), [(DAYS_TO_ANSWER_A_REQUEST, 15), (DAYS_TO_ANSWER_THE_MEDIA, 7)])
    def test_from_its_first_day(self, law: Law, value: Dated[int], days: int):
        assert law.on(date(2014, 5, 6))[value] == days
        assert law.on(date(2026, 11, 22))[value] == days
        with pytest.raises(NotInForce) as caught:
            law.on(date(2014, 5, 5))[value]
        assert not caught.value.unknown

    def test_from_when_the_media_count_is_inferred(self, law: Law):
        assert law.dated(DAYS_TO_ANSWER_A_REQUEST).version(date(2026, 3, 2)).basis is Basis.OFFICIAL
        assert law.dated(DAYS_TO_ANSWER_THE_MEDIA).version(date(2026, 3, 2)).basis is Basis.INFERRED
        assert {cite.article for cite in law.dated(DAYS_TO_ANSWER_THE_MEDIA).cites} == {"term of a request"}
        assert is_law(DAYS_TO_ANSWER_THE_MEDIA.cites)


class TestWhatWasNotRead:
    """Nothing is owed and nothing lengthened, until a Reform sets it."""

    @pytest.mark.parametrize(
        ("value", "cite"), [(DAYS_OF_EXTENSION, EXTENSION), (DAYS_TO_TELL_OF_REFUSAL, FIGURES_OF_A_REFUSAL)]
    )
    def test_it_is_open(self, law: Law, value: Dated, cite):
        assert stands(law, value, None, cite)
        assert weak(value) == {Basis.ASSUMED}
        assert law.under(Reform(value, 10, "on trial")).on(date(2026, 3, 2))[value] == 10
        assert law.on(date(2026, 3, 2))[value] is None


class TestTheLawsOnInformation:
    def test_the_lists(self):
        assert parts(INFORMATION) == {"6": 1, "12": 1}
        assert parts(FREEDOM) == {"9": 1, "10": 1}
        assert (INFORMATION.adopted, FREEDOM.adopted) == (date(1997, 4, 24), date(2002, 12, 12))

    def test_article_9_needs_no_code(self):
        """Anyone may ask: nobody is refused for who they are."""
        assert [*ruleless(INFORMATION), *ruleless(FREEDOM)] == ["9"]

    def test_how_well_each_is_known(self):
        assert (INFORMATION(6).basis, COMPLAINT_ABOUT_A_REQUEST.basis) == (Basis.OFFICIAL, Basis.REPORTED)
        assert (FREEDOM(10).basis, FIGURES_OF_A_REFUSAL.basis) == (Basis.REPORTED, Basis.ASSUMED)


class TestArticle6:
    def test_seven_days_to_say_that_it_is_not_held(self, law: Law):
        """Of receipt."""
        assert stands(law, DAYS_TO_SAY_NOT_HELD, 7, INFORMATION(6))
        assert "within seven days of receipt" in INFORMATION.article(6).gist[0]


def test_these_are_all():
    assert openness.VALUES == (DAYS_TO_ANSWER_A_REQUEST, DAYS_TO_ANSWER_THE_MEDIA, DAYS_OF_EXTENSION)
    assert information.VALUES == (DAYS_TO_SAY_NOT_HELD, DAYS_TO_TELL_OF_REFUSAL)
