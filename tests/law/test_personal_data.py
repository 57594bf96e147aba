"""Personal data, informatisation, the codes of criminal and of administrative court procedure: what of them is of the
press. What each place asks is tested with releases, requests and what was found."""

from datetime import date

import pytest
from places import parts, ruleless, stands

from prcomm import Basis, Law
from prcomm.law import administrative_court, criminal_procedure, personal_data
from prcomm.law.administrative_court import ADMINISTRATIVE_COURT, FROM_LEARNING, MONTHS_TO_GO_TO_COURT
from prcomm.law.criminal_procedure import (
    CRIMINAL_PROCEDURE,
    FROM_THE_DEMAND,
    MONTHS_TO_REPORT_REHABILITATION,
    TO_THE_DUTY_UNIT,
)
from prcomm.law.informatisation import INFORMATISATION
from prcomm.law.personal_data import DAYS_TO_CORRECT_DATA, NAMED_ONLY_WITH_A_GROUND, PERSONAL_DATA

ARTICLES_OF = (PERSONAL_DATA, INFORMATISATION, CRIMINAL_PROCEDURE, ADMINISTRATIVE_COURT)


class TestTheLawOnPersonalData:
    """14 and 29 need no code: who lets a text out asks for a ground by 28; what is taken out of a public source is
    taken down."""

    def test_the_list(self):
        assert parts(PERSONAL_DATA) == {"3": 2, "11": 2, "14": 2, "28": 2, "29": 4, "31": 1}
        assert ruleless(PERSONAL_DATA) == ["14", "29"]

    def test_the_act(self):
        assert PERSONAL_DATA.code == "O\u2018RQ-547"
        assert (PERSONAL_DATA.adopted, PERSONAL_DATA.basis) == (date(2019, 7, 2), Basis.STATUTE)
        assert PERSONAL_DATA.unread == ("O‘RQ-1115", "O‘RQ-1125 of 26.03.2026")
        assert "27¹ since replaced" in PERSONAL_DATA.edition

    def test_naming_a_person_is_inferred_from_it(self):
        assert PERSONAL_DATA(28, 2).by(Basis.INFERRED) == NAMED_ONLY_WITH_A_GROUND


class TestPersonalData3:
    def test_what_was_gained_in_fighting_crime_is_outside(self):
        assert "in fighting crime or in keeping order" in PERSONAL_DATA.article(3).gist[1]


class TestPersonalData11:
    def test_three_days_on_request(self, law: Law):
        assert stands(law, DAYS_TO_CORRECT_DATA, 3, PERSONAL_DATA(11, 1))

    def test_what_proves_wrong_at_once(self):
        assert "at once" in PERSONAL_DATA.article(11).gist[1]


class TestInformatisation12_1:
    def test_the_owner_of_a_site(self):
        assert parts(INFORMATISATION) == {"12-1": 1}
        assert ruleless(INFORMATISATION) == []
        (said,) = INFORMATISATION.article("12-1").gist
        assert "deletes at once what proves wrong" in said
        assert (INFORMATISATION.adopted, INFORMATISATION.basis) == (date(2003, 12, 11), Basis.STATUTE)


class TestCriminalProcedure:
    """353 needs no code: what leaves an investigation asks for its permission by the law on mass media."""

    def test_the_list(self):
        assert parts(CRIMINAL_PROCEDURE) == {"309": 1, "322": 1, "327": 2, "353": 3}
        assert ruleless(CRIMINAL_PROCEDURE) == ["353"]
        assert str(CRIMINAL_PROCEDURE(327)) == "Code of Criminal Procedure art. 327"


class TestCriminalProcedure309:
    def test_a_month(self, law: Law):
        assert stands(law, MONTHS_TO_REPORT_REHABILITATION, 1, CRIMINAL_PROCEDURE(309))

    def test_that_it_runs_from_the_demand_is_inferred(self):
        assert CRIMINAL_PROCEDURE(309).by(Basis.INFERRED) == FROM_THE_DEMAND


class TestCriminalProcedure322And327:
    def test_reports_of_mass_media_are_an_occasion(self):
        for number in (322, 327):
            article = CRIMINAL_PROCEDURE.article(number)
            assert "mass media" in article.heading + article.gist[0]

    def test_that_they_are_handed_on_is_inferred(self):
        assert CRIMINAL_PROCEDURE(327, 1).by(Basis.INFERRED) == TO_THE_DUTY_UNIT


class TestAdministrativeCourt185And186:
    """186(2), on bailiffs, and 186(3), on restoring a term, need no code: they are a court's."""

    def test_the_list(self):
        assert parts(ADMINISTRATIVE_COURT) == {"185": 1, "186": 3}
        assert ruleless(ADMINISTRATIVE_COURT) == []

    def test_six_months(self, law: Law):
        assert stands(law, MONTHS_TO_GO_TO_COURT, 6, ADMINISTRATIVE_COURT(186, 1))
        assert ADMINISTRATIVE_COURT(186, 1).by(Basis.INFERRED) == FROM_LEARNING


@pytest.mark.parametrize(
    ("module", "value"),
    [
        (personal_data, DAYS_TO_CORRECT_DATA),
        (criminal_procedure, MONTHS_TO_REPORT_REHABILITATION),
        (administrative_court, MONTHS_TO_GO_TO_COURT),
    ],
    ids=lambda one: getattr(one, "__name__", ""),
)
def test_these_are_all(module, value):
    assert (value,) == module.VALUES
