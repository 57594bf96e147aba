"""The law of Uzbekistan as one value: what it cites exists, what it lists is cited, what is in doubt says so."""

import pickle
import subprocess
import sys
from datetime import date

import pytest

from prcomm import PROCESSES, BadInput, Basis, Citation, Law, Reform, Role, cite
from prcomm.law import (
    ADMINISTRATIVE_CODE,
    CIVIL_CODE,
    CRIMINAL_CODE,
    LABOUR_CODE,
    MODEL_REGULATION,
    ORQ445,
    ROLL_FORWARD_BY_ANALOGY,
    UZ,
    VALUES,
    office,
    roles,
)
from prcomm.law.model_regulation import WORKING_DAYS_TO_PUT_A_VIDEO_REQUEST


def all_citations(law: Law) -> set[Citation]:
    """Every place that the law rests on."""
    calendar = law.calendar
    assert calendar.shift is not None
    assert calendar.eve is not None
    found = {c for rule in law.cited() for c in rule.cites}
    found.update(law.conventions.day_zero, law.conventions.months, ROLL_FORWARD_BY_ANALOGY.cites)
    found.update(calendar.rest, calendar.rest_before, calendar.shift.cites, calendar.eve.cites)
    found.update(c for holiday in calendar.holidays for c in holiday.cites)
    return found


class TestBothDirections:
    def test_every_citation_resolves_to_an_entry_of_its_source(self, law: Law):
        sources = {source.code: source for source in law.sources}
        assert len(sources) == len(law.sources)
        for place in all_citations(law):
            assert sources[place.source].articles
            assert str(sources[place.source](place.article, place.part)) == str(place)

    def test_every_listed_article_is_cited_or_says_why_not(self, law: Law):
        """By the law itself, or by a process."""
        by_processes = {c for process in PROCESSES.values() for rule in process.cited() for c in rule.cites}
        cited = {(place.source, place.article) for place in all_citations(law) | by_processes}
        idle = [
            (source.code, article.number)
            for source in law.sources
            for article in source.articles
            if not article.no_rule and (source.code, article.number) not in cited
        ]
        assert idle == [
            ("Cabinet 40", "the rating"),  # cited by the quarterly report, as the next is
            ("Ministry of Internal Affairs", "receptions of nine months of 2024"),
        ]

    def test_articles_of_the_law_on_appeals_that_a_figure_rests_on(self, law: Law):
        cited = {place.article for place in all_citations(law) if place.source == ORQ445.code}
        assert cited == {"20", "22", "24", "25", "28", "30", "31", "33", "35", "38"}
        assert not any(ORQ445.article(number).no_rule for number in cited)

    def test_what_rests_on_a_place_can_be_asked(self, law: Law):
        assert [rule.name for rule in cite("O'RQ-445", 28, 2, among=[law])] == [
            "months by which the head may lengthen the term, at most"
        ]


class TestValues:
    def test_each_has_a_name_of_its_own_in_words_without_figures(self):
        names = [value.name for value in (*VALUES, UZ.last_day)]
        assert len(set(names)) == len(names)
        assert not any(char.isdigit() for name in names for char in name)

    def test_each_version_has_a_citation(self):
        assert all(version.cites for value in VALUES for version in value.versions)

    def test_a_reform_of_anything_else_is_refused(self, law: Law):
        from prcomm import Dated

        with pytest.raises(BadInput, match="'days to sleep on it' is none of its values"):
            law.under(Reform(Dated.of("days to sleep on it", 1, ORQ445(4)), 2))

    def test_what_is_known_less_well_than_its_source(self, law: Law):
        """What to check with a lawyer first, among the figures."""
        sources = {source.code: source.basis.value for source in law.sources}
        told = {v.name: max(c.basis.value - sources[c.source] for c in v.cites) for v in law.values}
        assert [name for name, less in told.items() if less > 0] == []


class TestModelRegulation:
    def test_a_request_for_a_video_reception(self, law: Law):
        assert law.on(date(2026, 1, 1))[WORKING_DAYS_TO_PUT_A_VIDEO_REQUEST] == 1
        cites = law.dated(WORKING_DAYS_TO_PUT_A_VIDEO_REQUEST).cites
        assert cites == (MODEL_REGULATION("video reception"),)
        assert str(cites[0]) == "Cabinet 341 on video reception"
        assert cites[0].basis is Basis.REPORTED


class TestActs:
    @pytest.mark.parametrize("code", [CIVIL_CODE, LABOUR_CODE, ADMINISTRATIVE_CODE, CRIMINAL_CODE, ORQ445])
    def test_what_was_read_says_in_which_edition(self, code):
        assert code.edition
        assert code.title
        assert code.basis is Basis.STATUTE

    def test_no_act_that_was_not_read_passes_for_one(self, law: Law):
        read = {code.code for code in (CIVIL_CODE, LABOUR_CODE, ADMINISTRATIVE_CODE, CRIMINAL_CODE, ORQ445)}
        assert {source.code for source in law.sources if source.basis is Basis.STATUTE} == read


class TestOffices:
    def test_an_office_is_on_the_clock_of_the_country(self):
        assert office("district IIB", week=6).zone == "Asia/Tashkent"
        assert office("district IIB").week == 5


class TestRoles:
    def test_the_roles_that_institutions_share(self):
        names = ["head", "authorised official", "executor", "registrar", "appellant", "representative", "other body"]
        assert [role.name for role in roles.ROLES] == names
        assert (Role("head"), Role("authorised official")) == roles.HEAD | roles.AUTHORISED


class TestAsAValue:
    def test_it_survives_pickling(self, law: Law):
        loaded = pickle.loads(pickle.dumps(law))
        assert loaded == law
        assert hash(loaded) == hash(law)

    def test_its_repr_is_short(self):
        assert repr(UZ) == "Law(name='Uzbekistan', reforms=())"

    def test_importing_the_library_does_not_load_it(self):
        code = "import sys, prcomm, prcomm.core.questions.lifecycle; print(*sys.modules)"
        run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
        assert not any(name.startswith("prcomm.law") for name in run.stdout.split())

    def test_nor_does_it_load_institutions_or_adapters(self):
        code = "import sys, prcomm.law; print(*sys.modules)"
        run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
        loaded = {name.split(".")[1] for name in run.stdout.split() if name.startswith("prcomm.")}
        assert loaded == {"core", "law"}
