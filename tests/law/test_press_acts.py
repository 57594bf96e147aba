"""What the press services rest on: acts of the President and the Cabinet, what the ministry says, what is done. What
each place asks is tested with the institution it is about."""

from datetime import date

import pytest
from places import parts, ruleless, stands, weak

from prcomm import PROMPTLY, Basis, Dated, Days, Hours, Law, NotInForce, Reform, Source
from prcomm.core.sources.citations import is_law
from prcomm.law import press_acts
from prcomm.law.house import HOUSE
from prcomm.law.practice import PRACTICE
from prcomm.law.press_acts import (
    A_MONTH_OF_BRIEFINGS,
    ANEW_ABROAD,
    AS_PRACTISED,
    BRIEFING_MONTH,
    CENTRAL_UNIT,
    CHARTER,
    CM33,
    CM125,
    CM243,
    CM882,
    COORDINATOR,
    DAYS_TO_ACCREDIT,
    DAYS_TO_ACCREDIT_A_FOREIGNER,
    DECREE_2025,
    DISPUTES,
    DRAFT_OF_2020,
    DRAFT_OF_2020_IN_HOURS,
    FIRST_WORD,
    FROM_A_PUBLISHED_RELEASE,
    FROM_FILING,
    GREEN_FROM,
    HELP_IS_NO_PUNISHMENT,
    MIA_STATEMENTS,
    MONTHS_OF_A_FOREIGN_CERTIFICATE,
    MONTHS_TO_ASK_ANEW,
    PF5653,
    PHOTOGRAPHS,
    PHOTOGRAPHS_ABROAD,
    PQ4366,
    PRESS_CONFERENCE,
    PRESS_SECRETARY,
    QUOTA,
    RENEWAL,
    RESPONSE_TO_A_FOUND_ITEM,
    SIGNS_OF_CORRUPTION,
    TECHNICAL_STAFF,
    TERM_OF_ACCREDITATION,
    YELLOW_FROM,
    BriefingMonth,
)
from prcomm.law.public_councils import PF154, PQ10
from prcomm.law.reporting import PF6247

ARTICLES_OF = (CM882, CHARTER, CM125, PQ4366, CM243, CM33, PF5653, DECREE_2025, MIA_STATEMENTS)
FOREIGN = CM33("foreign correspondents")


class TestTheActs:
    """Places that need no code: coordination of information is the department's agenda; a contact and a post ask
    nothing of a process."""

    @pytest.mark.parametrize(
        ("act", "basis", "adopted", "without_a_rule"),
        [
            (CM882, Basis.REPORTED, date(2017, 10, 30), ["coordination of information"]),
            (CM125, Basis.REPORTED, date(2018, 2, 15), []),
            (PQ4366, Basis.REPORTED, date(2019, 6, 27), ["press secretary"]),
            (CM243, Basis.OFFICIAL, date(2006, 11, 23), []),
            (CM33, Basis.OFFICIAL, date(2006, 2, 24), []),
            (PF5653, Basis.REPORTED, date(2019, 2, 2), []),
            (DECREE_2025, Basis.REPORTED, date(2025, 7, 14), []),
        ],
        ids=lambda one: getattr(one, "code", None),
    )
    def test_an_act(self, act, basis: Basis, adopted: date, without_a_rule: list[str]):
        assert (act.basis, act.adopted, ruleless(act)) == (basis, adopted, without_a_rule)
        assert act.edition

    def test_the_charter_has_no_first_day(self):
        """What rests on it beside an act does not begin with it."""
        assert (CHARTER.basis, CHARTER.adopted, CHARTER.seen) == (Basis.OFFICIAL, None, None)
        assert parts(CHARTER) == {"standing": 1, "system": 1, "contact": 1}
        assert ruleless(CHARTER) == ["contact"]

    def test_what_the_ministry_says_is_reported(self):
        assert parts(MIA_STATEMENTS) == {"official channels": 1}
        assert (type(MIA_STATEMENTS), MIA_STATEMENTS.basis) == (Source, Basis.REPORTED)


class TestCabinet882:
    def test_the_list(self):
        assert parts(CM882) == {
            "press service of the ministry": 2,
            "coordination of information": 1,
            "meetings and briefings": 1,
            "open dialogue": 1,
            "timely information": 1,
            "help to territorial press services": 1,
            "monitoring": 1,
            "resonant events": 1,
            "head": 1,
        }
        assert str(CM882("monitoring")) == "Cabinet 882 on monitoring"

    @pytest.mark.parametrize("place", [FROM_A_PUBLISHED_RELEASE, HELP_IS_NO_PUNISHMENT])
    def test_what_is_inferred_from_it(self, place):
        assert (place.source, place.basis) == (CM882.code, Basis.INFERRED)


class TestMonitoringAndResonantEvents:
    """A response is obligatory; no hours or days were read: promptly. A draft of 2020, and practice, have figures."""

    TERMS = ((RESPONSE_TO_A_FOUND_ITEM, "monitoring"), (FIRST_WORD, "resonant events"))

    @pytest.mark.parametrize(("value", "place"), TERMS)
    def test_promptly_since_the_resolution(self, law: Law, value: Dated, place: str):
        assert law.on(date(2017, 10, 30))[value] is PROMPTLY
        assert law.on(date(2026, 11, 22))[value] is PROMPTLY
        assert value.cites == (CM882(place),)
        with pytest.raises(NotInForce):
            law.on(date(2017, 10, 29))[value]

    @pytest.mark.parametrize(
        ("reforms", "term", "of"),
        [
            (DRAFT_OF_2020, Days(1), "draft of 2020"),
            (DRAFT_OF_2020_IN_HOURS, Hours(24), "draft of 2020"),
            (AS_PRACTISED, Days(2), "reaction lags"),
        ],
    )
    def test_a_ready_reform_sets_both(self, law: Law, reforms: tuple[Reform, ...], term, of: str):
        tried = law.under(*reforms)
        for value, _ in self.TERMS:
            version = tried.dated(value).version(date(2026, 11, 3))
            assert (version.value, version.cites, version.basis) == (term, (PRACTICE(of),), Basis.PRACTICE)
            assert law.on(date(2026, 11, 3))[value] is PROMPTLY


class TestCabinet125:
    """Once a month: each calendar month, or within a month of the last. Since 15.02.2018."""

    def test_a_month_of_briefings(self, law: Law):
        assert stands(law, BRIEFING_MONTH, BriefingMonth.CALENDAR, A_MONTH_OF_BRIEFINGS)
        assert CM125("monthly briefings").by(Basis.INFERRED) == A_MONTH_OF_BRIEFINGS
        read = law.under(Reform(BRIEFING_MONTH, BriefingMonth.ROLLING, "as a period"))
        assert read.on(date(2026, 3, 2))[BRIEFING_MONTH] is BriefingMonth.ROLLING

    def test_in_words(self):
        assert [one.value for one in BriefingMonth] == ["each calendar month", "within a month of the last"]


class TestPQ4366:
    def test_the_list(self):
        assert parts(PQ4366) == {"tasks": 1, "press secretary": 1, "attestation": 1}
        assert PQ4366("press secretary").by(Basis.INFERRED) == PRESS_SECRETARY


class TestCabinet243:
    """Its renewal, technical staff and disputes are known of another committee's regulation on its model."""

    def test_the_list(self):
        places = ("application", "annexes", "expert group", "term", "renewal", "technical staff", "disputes")
        assert parts(CM243) == dict.fromkeys(places, 1)

    def test_how_well_each_place_is_known(self):
        assert {one.basis for one in (RENEWAL, TECHNICAL_STAFF, DISPUTES)} == {Basis.ANALOGY}
        assert CM243("term").by(Basis.ASSUMED) == TERM_OF_ACCREDITATION

    def test_its_figures(self, law: Law):
        assert stands(law, PHOTOGRAPHS, 4, CM243("annexes"))
        assert stands(law, MONTHS_TO_ASK_ANEW, 1, RENEWAL)
        assert not is_law(MONTHS_TO_ASK_ANEW.cites)

    def test_its_term_was_not_read(self, law: Law):
        assert stands(law, DAYS_TO_ACCREDIT, None, TERM_OF_ACCREDITATION)
        assert law.under(Reform(DAYS_TO_ACCREDIT, 10, "on trial")).on(date(2026, 3, 2))[DAYS_TO_ACCREDIT] == 10

    def test_there_is_no_quota_unless_a_body_sets_one(self, law: Law):
        assert stands(law, QUOTA, None, HOUSE(123))
        assert law.under(Reform(QUOTA, 3, "as in one region")).on(date(2026, 3, 2))[QUOTA] == 3


class TestCabinet33:
    """Two weeks to decide, up to three months, four photographs."""

    @pytest.mark.parametrize(
        ("value", "figure"),
        [(DAYS_TO_ACCREDIT_A_FOREIGNER, 14), (MONTHS_OF_A_FOREIGN_CERTIFICATE, 3), (PHOTOGRAPHS_ABROAD, 4)],
    )
    def test_a_figure(self, law: Law, value: Dated[int], figure: int):
        assert stands(law, value, figure, FOREIGN)
        assert weak(value) == {Basis.OFFICIAL}

    def test_what_is_known_less_well(self):
        assert (FOREIGN.by(Basis.INFERRED), FOREIGN.by(Basis.ASSUMED)) == (FROM_FILING, ANEW_ABROAD)


class TestOpennessIndex:
    """Green from 71, yellow from 55."""

    @pytest.mark.parametrize(("value", "score"), [(GREEN_FROM, 71), (YELLOW_FROM, 55)])
    def test_a_band(self, law: Law, value: Dated[int], score: int):
        assert stands(law, value, score, PF154("openness index"))
        assert f"from {score}" in PF154.article("openness index").gist[0]


class TestPlacesSharedWithOversight:
    def test_they_are_cited_as_oversight_has_them(self):
        assert str(SIGNS_OF_CORRUPTION) == "PQ-10 para 6(4)"
        assert PQ10(6, 4) == SIGNS_OF_CORRUPTION
        assert PF6247(2, 3) == PRESS_CONFERENCE


class TestCentralUnit:
    """A name is not claimed for the years in which nobody saw it: case 53."""

    @pytest.mark.parametrize(
        ("day", "name", "basis"),
        [
            (date(2017, 10, 30), "department", Basis.REPORTED),
            (date(2017, 11, 1), "department", Basis.REPORTED),
            (date(2023, 1, 20), "department", Basis.REPORTED),
            (date(2023, 1, 21), None, Basis.ASSUMED),
            (date(2024, 6, 1), None, Basis.ASSUMED),
            (date(2026, 11, 21), None, Basis.ASSUMED),
            (date(2026, 11, 22), "main department", Basis.OFFICIAL),
        ],
    )
    def test_on_a_day(self, law: Law, day: date, name: str | None, basis: Basis):
        version = law.dated(CENTRAL_UNIT).version(day)
        assert (version.value, version.basis) == (name, basis)

    def test_before_the_resolution_there_was_none(self, law: Law):
        with pytest.raises(NotInForce) as caught:
            law.on(date(2017, 10, 29))[CENTRAL_UNIT]
        assert not caught.value.unknown


class TestCoordinator:
    """Case 53: nobody before 02.02.2019, then the agency, from 14.07.2025 the inspectorate."""

    AGENCY, INSPECTORATE = "Agency of Information and Mass Communications", "Inspectorate (Uzkomnazorat)"

    @pytest.mark.parametrize(
        ("day", "name"),
        [
            (date(2019, 2, 2), AGENCY),
            (date(2025, 7, 13), AGENCY),
            (date(2025, 7, 14), INSPECTORATE),
            (date(2026, 11, 22), INSPECTORATE),
        ],
    )
    def test_on_a_day(self, law: Law, day: date, name: str):
        assert law.on(day)[COORDINATOR] == name

    def test_on_1_february_2019_there_was_none(self, law: Law):
        with pytest.raises(NotInForce) as caught:
            law.on(date(2019, 2, 1))[COORDINATOR]
        assert not caught.value.unknown

    def test_that_it_changed_on_the_day_of_the_decree_is_inferred(self, law: Law):
        versions = [law.dated(COORDINATOR).version(day) for day in (date(2025, 7, 13), date(2025, 7, 14))]
        assert [version.basis for version in versions] == [Basis.REPORTED, Basis.INFERRED]
        assert DECREE_2025("coordination of press services") in versions[1].cites


def test_these_are_all():
    terms = {BRIEFING_MONTH, RESPONSE_TO_A_FOUND_ITEM, FIRST_WORD, CENTRAL_UNIT, COORDINATOR, GREEN_FROM, YELLOW_FROM}
    accreditation = {DAYS_TO_ACCREDIT, MONTHS_TO_ASK_ANEW, PHOTOGRAPHS, QUOTA}
    abroad = {DAYS_TO_ACCREDIT_A_FOREIGNER, MONTHS_OF_A_FOREIGN_CERTIFICATE, PHOTOGRAPHS_ABROAD}
    assert set(press_acts.VALUES) == terms | accreditation | abroad
