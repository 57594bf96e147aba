"""The domain and the directives in a Sphinx project that the tests make, with a lifecycle of its own."""

import json
import re
import subprocess
import sys
import zlib
from pathlib import Path

import pytest

from prcomm.adapters.sphinx.search import SearchWords
from prcomm.adapters.sphinx.things import Kind, Thing

TESTS = Path(__file__).parents[1]
EXAMPLES = TESTS.parent / "examples"

CONF = f"""
import sys
sys.path[:0] = [{str(TESTS)!r}, {str(EXAMPLES)!r}]
project = "a town"
extensions = ["prcomm.adapters.sphinx"]
html_search_language = "prcomm"
prcomm_processes = ["samples.petition:PETITION", "book_loan:LOAN"]
prcomm_labels = "own_names:OWN"
prcomm_law = "samples.petition:LAW"
prcomm_sources = ["book_loan:RULES", "samples.petition:ACT"]
"""

INDEX = """
A town
======

See :prcomm:process:`petition`, :prcomm:state:`petition.OPEN`, :prcomm:action:`loan.Renew`,
:prcomm:deadline:`loan.return`, :prcomm:article:`library rules rule 3`, :prcomm:value:`days to answer a petition`,
and :prcomm:state:`as you like <loan.LENT>`; :any:`petition.OPEN` too.

.. toctree::

   petition
   loan
   ru
   rules
   act
   values
   doubts
   citations
"""

PAGES = {
    "index.rst": INDEX,
    "petition.rst": ".. prcomm:process:: samples.petition:PETITION\n",
    "loan.rst": ".. prcomm:process:: book_loan:LOAN\n",
    "ru.rst": ".. prcomm:process:: book_loan:LOAN\n   :lang: ru\n",
    "rules.rst": ".. prcomm:source:: Library rules\n",
    "act.rst": ".. prcomm:source:: petitions act\n",
    "values.rst": "Values\n======\n\n.. prcomm:values::\n",
    "doubts.rst": "Doubts\n======\n\n.. prcomm:doubts::\n",
    "citations.rst": "Citations\n=========\n\n.. prcomm:citations::\n",
}


def build(folder: Path, pages: dict[str, str], conf: str = CONF) -> subprocess.CompletedProcess[str]:
    """A project built without a warning, every reference resolved."""
    source = folder / "source"
    source.mkdir()
    for name, text in {"conf.py": conf, **pages}.items():
        (source / name).write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", "sphinx", "-n", "-W", "--keep-going", "-q", str(source), str(folder / "built")]
    return subprocess.run(command, capture_output=True, text=True, timeout=300)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("town")
    done = build(folder, PAGES)
    assert (done.returncode, done.stderr) == (0, "")
    return folder / "built"


def html(built: Path, page: str) -> str:
    return (built / f"{page}.html").read_text(encoding="utf-8")


class TestAnyLifecycle:
    def test_its_page_has_its_picture_its_tables_and_its_deadlines(self, built: Path):
        page = html(built, "petition")
        assert '<svg xmlns="http://www.w3.org/2000/svg" class="pc"' in page
        heads = ("States", "Transitions", "Actions", "Deadlines", "Guards")
        assert [name for name in heads if f"<h2>{name}" not in page] == []
        assert "never: a term is lengthened once" in page
        assert "ASKED while the whole is OPEN, EXTENDED" in page

    def test_each_deadline_has_a_worked_example_with_its_trace(self, built: Path):
        """A book lent on Monday 16 March 2026 is to be back after three weeks: on Monday 6 April."""
        page = html(built, "loan")
        assert "2026-04-06 Mon  +  day 21" in page
        assert page.count('class="pc"') == 2  # the whole, and the calendar of its one deadline

    def test_what_is_drawn_leads_to_its_place_on_the_page(self, built: Path):
        page = html(built, "petition")
        picture = page[page.index("<svg") : page.index("</svg>")]
        anchors = set(re.findall(r'<a href="#([^"]+)"', picture))
        assert len(anchors) > 10
        assert anchors <= set(re.findall(r' id="([^"]+)"', page))

    def test_a_page_in_another_language_says_so(self, built: Path):
        page = html(built, "ru")
        assert '<html lang="ru"' in page
        assert "Выдача книги" in page
        assert 'href="loan.html" lang="en" hreflang="en">English</a>' in page

    def test_a_page_in_one_language_links_no_others(self, built: Path):
        assert "hreflang" not in html(built, "petition")


class TestReferences:
    def test_roles_lead_to_the_things(self, built: Path):
        page = html(built, "index")
        for href, words in (
            ("petition.html#process-petition", "petition"),
            ("petition.html#state-petition-OPEN", "OPEN"),
            ("loan.html#action-loan-Renew", "Renew"),
            ("loan.html#deadline-loan-return", "return"),
            ("rules.html#article-Library-rules-rule-3", "Library rules rule 3"),
            ("values.html#value-days-to-answer-a-petition", "days to answer a petition"),
            ("loan.html#state-loan-LENT", "as you like"),
        ):
            assert re.search(f'href="{re.escape(href)}"[^>]*><span[^>]*>{words}</span></a>', page), href

    def test_a_place_is_found_however_its_apostrophe_is_typed(self):
        assert Thing(Kind.ARTICLE, "O'RQ-445 art. 28(2)").key == Thing(Kind.ARTICLE, "oʻrq-445  ART. 28(2)").key

    def test_no_two_places_have_one_anchor(self):
        """Part 1 of article 24, and article 24-1."""
        one, other = (Thing(Kind.ARTICLE, f"O‘RQ-445 art. {number}").anchor for number in ("24(1)", "24-1"))
        assert one != other

    def test_a_reference_to_nothing_is_a_warning(self, tmp_path: Path):
        done = build(tmp_path, {"index.rst": "Town\n====\n\n:prcomm:state:`loan.LOST`\n"})
        assert done.returncode == 1
        assert "prcomm:state reference target not found: loan.LOST" in done.stderr

    def test_other_projects_can_refer_to_them(self, built: Path):
        data = (built / "objects.inv").read_bytes()
        names = zlib.decompress(data.split(b"\n", 4)[4]).decode()
        assert "loan.LENT en prcomm:state 1 loan.html#state-loan-LENT" in names
        assert "loan.LENT ru prcomm:state 1 ru.html#state-loan-LENT" in names


class TestWhatRulesRestOn:
    def test_an_article_says_where_it_lives(self, built: Path):
        page = html(built, "rules")
        third = page[page.index('id="article-Library-rules-rule-3"') :]
        assert "loan, transition: 2, Renew" in third
        assert "loan, guard: a loan is renewed once" in third

    def test_citations_go_both_ways(self, built: Path):
        page = html(built, "citations")
        assert "From a place to its rules" in page
        assert "From a rule to its places" in page
        assert page.count("loan, transition: 2, Renew") == 2

    def test_places_stand_as_the_act_has_them(self, built: Path):
        page = html(built, "citations")
        page = page[: page.index('id="rules"')]
        told = [int(number) for number in re.findall(r"Petitions Act art. ([0-9]+)", page)]
        assert told == sorted(told)
        assert len(set(told)) > 5

    def test_values_have_all_their_versions(self, built: Path):
        page = html(built, "values")
        rows = re.findall(r"<tr.*?</tr>", page, re.DOTALL)
        assert sum("days to answer a petition" in row for row in rows) == 2

    def test_what_rests_on_less_than_law_is_listed(self, built: Path):
        assert "Assumed by this library" in html(built, "doubts")
        assert 'id="questions"' not in html(built, "doubts")  # nothing is to be asked of these sources

    def test_what_is_to_be_asked_of_a_lawyer_stands_there_with_its_source(self, tmp_path: Path):
        """And the test of an article with a raised figure is found: 198⁷."""
        conf = CONF.replace('"samples.petition:ACT"]', '"samples.petition:ACT", "prcomm.law:ADMINISTRATIVE_CODE"]')
        tests = 'prcomm_tests = {"Code of Administrative Liability": ["source/*.txt"]}\n'
        code = ".. prcomm:source:: Code of Administrative Liability\n"
        index = f"Town\n====\n\n.. prcomm:doubts::\n\n{code}"
        pages = {"index.rst": index, "t.txt": "class TestArticle198_7:\nclass TestArticle198:\n"}
        done = build(tmp_path, pages, conf + tests)
        assert (done.returncode, done.stderr) == (0, "")
        page = html(tmp_path / "built", "index")
        assert "Whether the body above may judge that reason at all." in page
        assert page.count("t.txt::TestArticle198") == 1
        assert "t.txt::TestArticle198_7" in page

    def test_an_unknown_source_is_told_with_those_there_are(self, tmp_path: Path):
        done = build(tmp_path, {"index.rst": "Town\n====\n\n.. prcomm:source:: Nobody's act\n"})
        assert done.returncode == 1
        assert 'there is no source "Nobody\'s act"; there are: Library rules, Petitions Act' in done.stderr

    @pytest.mark.parametrize(
        ("directive", "fault"),
        [
            (".. prcomm:process:: nobody", "there is no process 'nobody'"),
            (".. prcomm:process:: book_loan:LOAN\n   :lang: de", "'de' is no language; there are: en, uz, uz-Cyrl, ru"),
            (".. prcomm:until:: book_loan:LOAN nothing", "there is no deadline 'nothing'; there are: return"),
        ],
    )
    def test_a_mistake_is_one_clear_error(self, tmp_path: Path, directive: str, fault: str):
        done = build(tmp_path, {"index.rst": f"Town\n====\n\n{directive}\n"})
        assert done.returncode == 1
        assert fault in done.stderr
        assert "Traceback" not in done.stderr


class TestSearch:
    @pytest.mark.parametrize("apostrophe", "'`´ʻʼ‘’")
    def test_an_apostrophe_of_any_form_is_one_letter(self, apostrophe: str):
        assert SearchWords({}).split(f"ko{apostrophe}rib chiqish") == ["koʻrib", "chiqish"]

    def test_a_place_is_one_word(self):
        assert SearchWords({}).split("art. 28(2), 24-1(2)") == ["art", "28(2)", "24-1(2)"]

    def test_the_index_has_them(self, built: Path):
        index = (built / "searchindex.js").read_text(encoding="utf-8")
        terms = json.loads(index[len("Search.setIndex(") : -1])["terms"]
        assert "выдать" in terms


class TestUntilWhen:
    def test_a_deadline_of_an_own_lifecycle_is_answered_too(self, tmp_path: Path):
        """Lent on 1 January 2025, a Wednesday: back by 22 January."""
        done = build(tmp_path, {"index.rst": ".. prcomm:until:: book_loan:LOAN return\n"})
        assert (done.returncode, done.stderr) == (0, "")
        script = (tmp_path / "built" / "_static" / "until-loan-return.js").read_text(encoding="utf-8")
        data = json.loads(script.removeprefix("window.prcommUntil = ").removesuffix(";\n"))
        first = data["answers"][data["asked"][0]["answers"][0]]
        assert first[0][0] == ["2025-01-22", 2]
        assert len(data["days"]) == 730
        assert 'src="_static/until-loan-return.js' in html(tmp_path / "built", "index")


class TestWholeReference:
    def test_its_pages_are_written_and_old_ones_taken_away(self, tmp_path: Path):
        """One page for the process in each language, one for its source, and those where things are looked up."""
        folder = tmp_path / "source" / "ref"
        conf = (
            CONF.replace('["prcomm.adapters', '["myst_parser", "prcomm.adapters')
            + """
source_suffix = {".md": "markdown"}
prcomm_processes = ["book_loan:LOAN"]
prcomm_sources = ["book_loan:RULES"]
prcomm_law = "book_loan:LAW"
prcomm_tests = {"Library rules": ["source/*.txt"]}
prcomm_pages = "ref"
prcomm_until = ["book_loan:LOAN return"]
"""
        )
        pages = {"index.md": "# Town\n\n```{toctree}\nref/index\n```\n", "t.txt": "class TestRule3:\n    pass\n"}
        done = build(tmp_path, pages, conf)
        assert (done.returncode, done.stderr) == (0, "")
        in_each = {f"{name}{tail}" for name in ("loan", "until_when") for tail in ("", ".uz", ".uz-Cyrl", ".ru")}
        once = {"citations", "doubts", "index", "processes", "source_library_rules", "sources", "values"}
        assert {path.name.removesuffix(".md") for path in folder.iterdir()} == in_each | once
        assert "source/t.txt::TestRule3" in html(tmp_path / "built", "ref/source_library_rules")
        (folder / "old.md").write_text("# Old\n", encoding="utf-8")
        command = [sys.executable, "-m", "sphinx", "-q", str(tmp_path / "source"), str(tmp_path / "again")]
        subprocess.run(command, check=True, timeout=300)
        assert not (folder / "old.md").exists()
