"""The law of Uzbekistan as one value: what it cites exists, what it lists is cited, what is in doubt says so."""

import pickle
import subprocess
import sys
from datetime import date

import pytest

from prcomm import PROCESSES, BadInput, Basis, Citation, Law, Reform, Role, RuleKind, cite
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
    information,
    mass_media,
    neighbours,
    office,
    openness,
    orq474,
    press_acts,
    roles,
)
from prcomm.law.administrative_court import ADMINISTRATIVE_COURT
from prcomm.law.constitution import CONSTITUTION
from prcomm.law.criminal_procedure import CRIMINAL_PROCEDURE
from prcomm.law.informatisation import INFORMATISATION
from prcomm.law.model_regulation import WORKING_DAYS_TO_PUT_A_VIDEO_REQUEST
from prcomm.law.personal_data import PERSONAL_DATA
from prcomm.law.press_acts import AS_PRACTISED, DRAFT_OF_2020, DRAFT_OF_2020_IN_HOURS
from prcomm.law.reporting import PQ5050


def all_citations(law: Law) -> set[Citation]:
    """Every place that the law rests on."""
    calendar = law.calendar
    assert calendar.shift is not None
    assert calendar.eve is not None
    found = {c for rule in law.cited() for c in rule.cites}
    found.update(law.conventions.day_zero, law.conventions.months, ROLL_FORWARD_BY_ANALOGY.cites)
    found.update(c for reform in (*DRAFT_OF_2020, *DRAFT_OF_2020_IN_HOURS, *AS_PRACTISED) for c in reform.cites)
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
        """By the law itself, by a process, or by what is counted over files."""
        by_processes = {c for process in PROCESSES.values() for rule in process.cited() for c in rule.cites}
        cited = {(place.source, place.article) for place in all_citations(law) | by_processes}
        idle = [
            (source.code, article.number)
            for source in law.sources
            for article in source.articles
            if not article.no_rule and (source.code, article.number) not in cited
        ]
        by_what_is_counted_over_files = {
            ("Cabinet 40", "the rating"),
            ("Ministry of Internal Affairs", "receptions of nine months of 2024"),
            ("House rules", "133"),
        }
        assert set(idle) == by_what_is_counted_over_files

    def test_articles_of_the_law_on_appeals_that_a_figure_rests_on(self, law: Law):
        cited = {place.article for place in all_citations(law) if place.source == ORQ445.code}
        assert cited == {"20", "22", "24", "25", "28", "30", "31", "33", "35", "38"}
        assert not any(ORQ445.article(number).no_rule for number in cited)

    def test_what_rests_on_a_place_can_be_asked(self, law: Law):
        figure, *doubts = cite("O'RQ-445", 28, 2, among=[law])
        assert (figure.kind, figure.name) == (
            RuleKind.VALUE, "months by which the head may lengthen the term, at most",
        )  # fmt: skip
        assert {(rule.kind, rule.basis) for rule in doubts} == {(RuleKind.DOUBT, Basis.INFERRED)}


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
        """What to check with a lawyer first, among the figures: what was borrowed from acts about other matters."""
        sources = {source.code: source.basis.value for source in law.sources}
        told = {v: max(c.basis.value - sources[c.source] for c in v.cites) for v in law.values}
        borrowed = [value for value in neighbours.VALUES if value.cites[0].basis is Basis.ANALOGY]
        of_the_press = {
            information.DAYS_TO_TELL_OF_REFUSAL,
            mass_media.SILENT_ISSUE,
            mass_media.WEBSITE_LIMB,
            openness.DAYS_TO_ANSWER_THE_MEDIA,
            openness.DAYS_OF_EXTENSION,
            press_acts.BRIEFING_MONTH,
            press_acts.DAYS_TO_ACCREDIT,
            press_acts.MONTHS_TO_ASK_ANEW,
            press_acts.CENTRAL_UNIT,
            press_acts.COORDINATOR,
        }
        less = {value for value, by in told.items() if by > 0}
        assert less == {*borrowed, orq474.TERM_TO_CONSIDER} | of_the_press
        assert len(borrowed) == 8


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
        codes = (CIVIL_CODE, LABOUR_CODE, ADMINISTRATIVE_CODE, CRIMINAL_CODE, CRIMINAL_PROCEDURE, CONSTITUTION)
        for_the_press = (ADMINISTRATIVE_COURT, PERSONAL_DATA, INFORMATISATION)
        for_oversight = (neighbours.TOWN_PLANNING_CODE, neighbours.ORQ588, neighbours.ELECTION_CODE, PQ5050)
        read = {code.code for code in (*codes, ORQ445, orq474.ORQ474, *for_oversight, *for_the_press)}
        assert {source.code for source in law.sources if source.basis is Basis.STATUTE} == read


class TestQuestions:
    """What to check with a lawyer stands with the source it is about."""

    ASKED = (
        # source,      words of the question
        ("O‘RQ-474", "term of considering a final document"),
        ("Code of Administrative Liability", "began before 22.08.2025"),
        ("PQ-3837", "term, number, quorum, frequency of sessions, exclusion"),
        ("PQ-3837", "agreement with the Public Chamber"),
        ("PQ-10", "order 122"),
        ("O‘RQ-474", "separate act of article 2(3)"),
        ("O‘RQ-474", "hold a hearing"),
        ("O‘RQ-474", "organise discussions, expertise and studies of opinion"),
        ("O‘RQ-474", "citizens and mass media may monitor"),
        ("Law of 2022 on reports", "its entry into force"),
        ("Town-Planning Code", "no town plan"),
        ("Town-Planning Code", "the law on normative acts"),
        ("Criminal Code", "26.09.2025"),
        ("Self-government law", "wordings"),
        ("PQ-3837", "bare majority"),
        ("PQ-5050", "may come after it"),
        ("PF-6247", "10 March"),
        ("O‘RQ-474", "first days in force"),
        ("Code of Administrative Liability", "counts as delivered"),
        ("Code of Administrative Liability", "second limb"),
        ("Code of Administrative Liability", "body above"),
        ("Self-government law", "meeting of representatives"),
        ("Regulation 2742", "own film"),
        ("PQ-10", "its own head"),
        ("O‘RQ-474", "article 12 on"),
        ("Code of Administrative Liability", "form of the document or that of the oversight"),
        ("O‘RQ-369", "from when the seven days of the media run"),
        ("O‘RQ-369", "lengthened more than once, refused in part, and forwarded"),
        ("541-I", "binds a registered site"),
        ("541-I", "who proves receipt"),
        ("O‘RQ-547", "article 3(2)"),
        ("Cabinet 243", "how long a certificate is valid"),
        ("Cabinet 882", "resonant events, due by 01.12.2017"),
        ("Cabinet 125", "a calendar month"),
        ("Cabinet 125", "a joint briefing"),
        ("Code of Criminal Procedure", "own page"),
        ("Code of Criminal Procedure", "exists no more"),
        ("Code of Criminal Procedure", "blogs"),
        ("Code of Administrative Court Procedure", "from when for silence"),
        ("Code of Administrative Court Procedure", "follows from a judgment"),
        ("Decree of 14.07.2025", "attests and coordinates"),
        ("PQ-4366", "beyond its paragraph 3"),
        ("Practice", "draft of 2020"),
        ("PF-154", "overlap at 71"),
        ("400-I", "Information Code"),
        ("560-II", "posted on while"),
        ("Civil Code", "article 100(3)"),
        ("Cabinet 33", "Permanent correspondents"),
        ("O‘RQ-445", "for an officer and a duty, or for a post"),
        ("Cabinet 882", "Since when each act"),
    )

    @pytest.mark.parametrize(("code", "words"), ASKED)
    def test_a_question(self, law: Law, code: str, words: str):
        (source,) = (source for source in law.sources if source.code == code)
        assert len([question for question in source.questions if words in question]) == 1

    def test_these_are_all(self, law: Law):
        assert sum(len(source.questions) for source in law.sources) == len(self.ASKED)


class TestOffices:
    def test_an_office_is_on_the_clock_of_the_country(self):
        assert office("district IIB", week=6).zone == "Asia/Tashkent"
        assert office("district IIB").week == 5


class TestRoles:
    def test_the_roles_that_institutions_share(self):
        """The desk and the appellant; a council; who exercises oversight; the body and who is above it; the press."""
        assert [role.name for role in roles.ROLES] == [
            *("head", "authorised official", "executor", "registrar", "appellant", "representative", "other body"),
            *("chair", "deputy chair", "acting chair", "secretary", "member", "candidate", "presiding", "teller"),
            *("organiser", "citizen", "NGO", "self-government body", "editorial office", "public council"),
            *("state body", "body above", "court", "Kengash of deputies", "hokim", "senior prevention inspector"),
            *("deputy head", "press officer", "head of the press service"),
        ]
        assert {role for role in vars(roles).values() if isinstance(role, Role)} == set(roles.ROLES)

    def test_who_acts_as_a_private_person(self):
        private = ["appellant", "representative", "candidate", "citizen"]
        assert [role.name for role in roles.ROLES if role.private] == private

    def test_the_subjects_of_public_oversight(self):
        """Law on public oversight, article 3."""
        names = ["citizen", "NGO", "self-government body", "editorial office", "public council"]
        assert [role.name for role in roles.SUBJECTS] == names
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
