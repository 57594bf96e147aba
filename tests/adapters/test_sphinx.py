"""The domain and the directives in a Sphinx project that the tests make, with a lifecycle of its own."""

import json
import re
import subprocess
import sys
import zlib
from collections import Counter
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from attrs import evolve
from book_loan import LIBRARIAN, LOAN, RULES, LoanState
from docutils import nodes
from own_names import OWN
from pendulum import datetime
from samples.petition import PETITION

from prcomm import PROCESSES, Basis, Citation, Lifecycle, Source, Status, Who, given
from prcomm.adapters.examples import example
from prcomm.adapters.field_names import NAMES
from prcomm.adapters.json import Codec
from prcomm.adapters.sphinx import things
from prcomm.adapters.sphinx.around import around_a_page, spoken
from prcomm.adapters.sphinx.citing import everything
from prcomm.adapters.sphinx.flat import written
from prcomm.adapters.sphinx.nodes import Tag, picture, ref, tag
from prcomm.adapters.sphinx.processes import ProcessPage
from prcomm.adapters.sphinx.review import ReviewPage
from prcomm.adapters.sphinx.search import apart
from prcomm.adapters.sphinx.telling import Telling
from prcomm.adapters.sphinx.things import Kind, Thing
from prcomm.adapters.sphinx.values_pages import doubts
from prcomm.adapters.sphinx.why import WhyPage
from prcomm.adapters.whys import why_of
from prcomm.citizens.appeals import APPEAL, LeavingGround, Study
from prcomm.labels.lacking import lists_of
from prcomm.law import ORQ445, SOURCES, UZ, office
from prcomm.law.house import HOUSE
from prcomm.law.orq445 import DOUBTS as ORQ445_DOUBTS
from prcomm.press.monitoring import MONITORING, FoundKind
from prcomm.press.press_services import PRESS_SERVICE
from prcomm.processes import AnyLifecycle

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
    "why_petition.rst": ":orphan:\n\n.. prcomm:why:: samples.petition:PETITION\n",
    "review.rst": ":orphan:\n\n.. prcomm:review:: samples.petition:PETITION\n",
    "why.rst": ":orphan:\n\n.. prcomm:why:: book_loan:LOAN\n",
    "rules.rst": ".. prcomm:source:: Library rules\n",
    "act.rst": ".. prcomm:source:: petitions act\n",
    "values.rst": "Values\n======\n\n.. prcomm:values::\n",
    "doubts.rst": "Doubts\n======\n\n.. prcomm:doubts::\n",
    "citations.rst": "Citations\n=========\n\n.. prcomm:citations::\n",
}


def build(
    folder: Path, pages: dict[str, str], conf: str = CONF, builder: str = "html"
) -> subprocess.CompletedProcess[str]:
    """A project built without a warning, every reference resolved."""
    source = folder / "source"
    source.mkdir()
    for name, text in {"conf.py": conf, **pages}.items():
        (source / name).write_text(text, encoding="utf-8")
    command = [
        sys.executable,
        "-m",
        "sphinx",
        "-n",
        "-W",
        "--keep-going",
        "-q",
        "-b",
        builder,
        str(source),
        str(folder / "built"),
    ]
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
        heads = ("States", "Transitions", "Actions", "Deadlines")
        assert [name for name in heads if f"<h2>{name}" not in page] == []
        assert "never: a term is lengthened once" in page
        assert "ASKED while the whole is OPEN, EXTENDED" in page

    def test_each_deadline_has_a_worked_example_with_its_trace(self, built: Path):
        """A book lent on Monday 16 March 2026 is to be back after three weeks: on Monday 6 April."""
        page = html(built, "why")
        assert "2026-04-06 Mon  +  day 21" in page
        assert page.count('class="pc"') == 1  # the calendar of its one deadline

    def test_so_has_one_that_is_owed_where_a_set_holds_something(self):
        """What is found on a Thursday and alleges a crime is handed on promptly: of either kind."""
        (deadline,) = (one for one in MONITORING.deadlines if one.name == "to_duty")
        body = office("a body")
        at = datetime(2026, 3, 5, 10, tz=body.tz)
        ((kinds, due),) = example(Codec(MONITORING), deadline, at, body)
        assert set(kinds) == set(FoundKind)
        assert due.status(at) is Status.PROMPTLY

    def test_what_only_another_reading_makes_owed_has_none(self):
        """A month after the last briefing is not how the duty is read: whichever of three acts begins it."""
        (deadline,) = (one for one in PRESS_SERVICE.deadlines if one.name == "briefing_within_a_month")
        body = office("a body")
        assert example(Codec(PRESS_SERVICE), deadline, datetime(2026, 3, 5, 10, tz=body.tz), body) == ()

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


def text(markup: str) -> str:
    """What is read of some HTML, its blanks as one, and quotation marks as they are typed."""
    return re.sub("[‘’]", "'", " ".join(unescape(re.sub(r"<[^>]+>", " ", markup)).split()))


class TestItsTable:
    """One row after another under the states in which they begin, so that it fits the column."""

    @pytest.fixture
    def page(self, built: Path) -> str:
        page = html(built, "petition")
        return page[page.index('id="transitions"') : page.index('id="actions"')]

    def test_it_has_a_caption_and_its_heads_name_what_they_are_of(self, page: str):
        assert "<caption>petition: transitions</caption>" in page
        head = page[page.index("<thead") : page.index("</thead")]
        assert re.findall(r'<th scope="col">([^<]+)', head)[:5] == [
            "no.",
            "act → state",
            "who may",
            "under",
            "given that",
        ]
        assert page.count('scope="rowgroup"') == page.count("<tbody")

    def test_each_row_stands_under_its_states_once(self, page: str):
        for number, row in enumerate(PETITION.rows, 1):
            (group,) = [one for one in page.split("<tbody>")[1:] if f'id="row-petition-{number}"' in one]
            head = text(group[: group.index("</tr>")])
            others = [state for state in row.table.states if state not in row.sources]
            named = others if "every state" in head else row.sources
            assert all(state.name in head for state in named), (number, head)
            told = text(group[group.index(f'id="row-petition-{number}"') :].partition("</tr>")[0])
            assert all(guard.text in told for guard in row.given)
            assert row.never in told

    def test_days_have_a_column_only_where_a_row_has_one(self, page: str, built: Path):
        dated = any(row.since or row.until for row in PETITION.rows)
        assert ("in force" in page) == dated
        assert ">in force<" not in html(built, "loan")


class TestHowItGoes:
    def test_steps_are_numbered_with_who_term_and_article(self, built: Path):
        """A book is lent, and is back within three weeks: rules 1 and 2 of the library."""
        page = html(built, "loan")
        steps = page[page.index('id="step-by-step"') : page.index('id="the-whole-at-a-glance"')]
        lend, back = (text(one) for one in re.findall(r"<li>.*?(?=<li>|</ol>)", steps, re.DOTALL)[:2])
        assert lend.startswith("Lend → LENT")
        assert "librarian" in lend
        assert "It begins: return : 21 days" in lend
        assert back.startswith("Return → RETURNED")
        assert "By when: return : 21 days" in back
        assert "1 act that may be done meanwhile Renew" in back
        assert "Library rules rule" in lend

    def test_it_stands_first(self, built: Path):
        sections = re.findall(r"<h2>([^<]+)", html(built, "petition"))
        assert sections[0] == "Step by step"


class TestWrittenAtOnce:
    """Elements of HTML are written as soon as they are made, as the writer of docutils writes them."""

    def test_texts_marks_and_references_are_as_docutils_has_them(self, built: Path):
        made = tag("td", 'a < "b" & c@d', ref(things.process(LOAN), "e > f"), tag("br"), ids=["x", "y"], classes=["z"])
        (whole,) = written([made])
        shown = whole.html(lambda thing, lang, words: f"[{thing.name}|{lang}|{words}]")
        assert shown == (
            '<td class="z" id="x"><span id="y"></span>a &lt; &quot;b&quot; &amp; c&#64;d[loan||e &gt; f]<br></td>'
        )

    def test_what_holds_another_node_is_kept_as_nodes_and_its_parts_are_written(self):
        picture = nodes.raw("", "<svg/>", format="html")
        (kept,) = written([tag("div", tag("b", "x"), picture)])
        assert [type(one).__name__ for one in kept.children] == ["Written", "raw"]
        assert all(one.parent is kept for one in kept.children)

    def test_its_text_is_that_of_the_elements(self):
        row = tag("table", tag("tbody", tag("tr", tag("td", "a"), tag("td", "b < c")), tag("tr", tag("td", "d"))))
        (whole,) = written([row])
        assert whole.astext().split() == row.astext().split() == ["a", "b", "<", "c", "d"]

    def test_other_forms_of_pages_have_their_nodes(self, tmp_path: Path):
        """As text the page of a loan has its table, and no mark of HTML."""
        done = build(tmp_path, {"index.rst": "Town\n====\n\n.. prcomm:process:: book_loan:LOAN\n"}, builder="text")
        assert (done.returncode, done.stderr) == (0, "")
        page = (tmp_path / "built" / "index.txt").read_text(encoding="utf-8")
        assert "LENT" in page
        assert "<td" not in page


class TestWhatActsAreChosenFrom:
    def test_lists_are_on_the_page_in_its_language(self):
        page = ProcessPage(APPEAL, OWN, "ru", Nowhere()).sections()
        (row,) = [one.astext() for one in page.findall(Tag) if one["ids"] == ["action-appeal-Leave"]]
        grounds = [OWN.text(ground, "ru") for ground in LeavingGround]
        assert len(grounds) > 2
        assert all(ground in row for ground in grounds)

    def test_what_is_chosen_is_told_in_words_and_not_in_code(self):
        page = ProcessPage(APPEAL, OWN, "ru", Nowhere()).sections()
        (row,) = [one.astext() for one in page.findall(Tag) if one["ids"] == ["action-appeal-Leave"]]
        assert "на каком основании" in row
        assert "ground" not in row

    def test_every_list_of_our_acts_has_a_name(self):
        wanted = {
            name
            for process in PROCESSES.values()
            for action in process.actions
            for name in lists_of(action)
            if name not in ("at", "by")
        }
        assert wanted - NAMES.keys() == set()
        assert NAMES.keys() - wanted == set()


class TestWhy:
    """Each act, condition and term has a place, and there all that is asked of it."""

    def part(self, built: Path, page: str, anchor: str) -> str:
        whole = html(built, page)
        return text(whole[whole.index(f'<section id="{anchor}"') :].partition("</section>")[0])

    def test_every_thing_has_its_place(self, built: Path):
        page = html(built, "why_petition")
        wanted = [why_of(PETITION, action=action) for action in PETITION.actions]
        wanted += [why_of(PETITION, term=deadline.name) for deadline in PETITION.deadlines]
        wanted += [why_of(PETITION, condition=guard.text) for row in PETITION.rows for guard in row.given]
        assert [one for one in wanted if f'id="{one.partition("#")[2]}"' not in page] == []

    def test_a_term_says_what_it_rests_on_how_that_is_known_and_what_would_change_it(self, built: Path):
        told = self.part(built, "why", "term-loan-return")
        assert "Within 21 days" in told
        assert "STATUTE: read in the act" in told
        assert "an amendment of Library rules rule" in told
        assert "when the last day is a day off, what binds is" in told
        assert "2026-04-06 Mon + day 21" in told

    def test_a_condition_names_the_acts_of_which_it_is_asked(self, built: Path):
        assert "Renew" in self.part(built, "why", "guard-loan-a-loan-is-renewed-once")

    def test_doubts_are_other_readings(self):
        """How often a term may be lengthened is in doubt, and so is told where it is lengthened."""
        page = WhyPage(Telling(APPEAL, OWN, "ru", Nowhere()), SOURCES, lambda place: ()).sections()
        (extend,) = [one.astext() for one in page.findall(Tag) if one["ids"] == ["act-appeal-Extend"]]
        assert OWN.text(ORQ445_DOUBTS[0].text, "ru") in extend
        assert OWN.text(ORQ445.article(28).gist[1], "ru") in extend


class TestReview:
    """What rests on less than the text of an act is asked of a lawyer: what the law says, what is taken here."""

    def asked(self, lang: str = "en") -> list[str]:
        page = ReviewPage(Telling(APPEAL, OWN, lang, Nowhere())).sections()
        (several,) = [one for one in page.findall(Tag) if "prcomm-review" in one["classes"]]
        told = (" ".join(one.astext().split()) for one in several.children)
        return [re.sub(r" (?=[,.:)])|(?<=[(]) ", "", one) for one in told]

    def test_who_may_order_a_further_study_is_asked(self):
        (study,) = [one for one in self.asked() if "Who may: Study?" in one]
        assert "The law names nobody and nothing. We take: executor (House rules rule 3, ASSUMED)." in study
        assert "If that is wrong: others may, in rows: № 24, 25" in study
        (study,) = [one for one in self.asked("ru") if f"Кто вправе: {OWN.text(Study, 'ru')}?" in one]
        assert f"Закон не называет. Принимаем: исполнитель ({OWN.text(HOUSE(3), 'ru')}, предположение)." in study

    def test_all_that_rests_on_less_is_asked_and_nothing_else(self):
        asked = self.asked()
        for guard in {guard for row in APPEAL.rows for guard in row.given}:
            told = any(one.casefold().startswith(f"is it asked that: {guard.text}?".casefold()) for one in asked)
            assert told == (guard.basis is not Basis.STATUTE)
        for deadline in APPEAL.deadlines:
            told = any(one.startswith(f"Is it owed: {deadline.name}?") for one in asked)
            assert told == (deadline.basis is not Basis.STATUTE)
        for action in APPEAL.actions:
            rows = [row for row in APPEAL.rows if row.action is action and row.roles]
            told = any(one.startswith(f"Who may: {action.__name__}?") for one in asked)
            assert told == any(row.who.basis is not Basis.STATUTE for row in rows)

    def test_it_begins_with_doubts_and_then_with_what_rests_on_least(self):
        asked = self.asked()
        assert asked[0].startswith(ORQ445_DOUBTS[0].text)
        names = [re.search(r", ([A-Z]+)\)\.", one) for one in asked[len(ORQ445_DOUBTS) :]]
        bases = [Basis[name[1]].value for name in names if name]
        assert bases == sorted(bases, reverse=True)

    def test_there_is_room_to_sign(self, built: Path):
        page = html(built, "review")
        assert page.count("☐ right") == page.count('class="prcomm-room"') - 3
        assert all(word in page for word in ("Who answered", "Day", "Signature"))


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
        assert "loan.LENT en prcomm:state 0 loan.html#state-loan-LENT" in names
        assert "loan.LENT ru prcomm:state 0 ru.html#state-loan-LENT" in names


class TestHighPictures:
    """A picture that is much higher than a sheet is shown on paper piece by piece, cut through no block."""

    def blocks(self, *at: int) -> str:
        return "".join(f'<rect class="outline box" x="0" y="{top}" width="9" height="200"/>' for top in at)

    def test_one_as_high_as_a_sheet_is_one(self):
        svg = f'<svg class="pc" width="734" height="1200" viewBox="0 0 734 1200">{self.blocks(0)}</svg>'
        assert "prcomm-slice" not in picture(svg, "x").astext()

    def test_a_higher_one_is_cut_between_blocks(self):
        """Blocks of 200, the third from 650: a sheet of 900 ends 4 below it, the next below the fourth, from 1150."""
        blocks = self.blocks(0, 300, 650, 1150, 1560)
        svg = f'<svg class="pc" width="734" height="1800" viewBox="0 0 734 1800">{blocks}</svg>'
        told = picture(svg, "x").astext()
        assert re.findall(r'viewBox="0 ([\d.]+) 734 ([\d.]+)"><use href="#picture-x"/>', told) == [
            ("0", "854"),
            ("854", "500"),
            ("1354", "446"),
        ]
        assert told.count('<g id="picture-x" class="pc">') == 1

    def test_without_a_name_it_is_one(self):
        svg = f'<svg class="pc" width="734" height="1800" viewBox="0 0 734 1800">{self.blocks(0)}</svg>'
        assert "prcomm-slice" not in picture(svg).astext()


class TestWhatRulesRestOn:
    def test_where_each_process_has_its_page_the_rest_is_counted(self, tmp_path: Path):
        """Of the loan nothing rests on less than the rules of the library; of the petition what its house rules say."""
        pages = {
            "index.rst": "Town\n====\n\n.. prcomm:doubts::\n   :apart:\n\n.. toctree::\n\n   c\n   d\n   e\n",
            "c.rst": "Citations\n=========\n\n.. prcomm:citations::\n   :apart:\n",
            "d.rst": ".. prcomm:doubts::\n   :of: samples.petition:PETITION\n",
            "e.rst": ".. prcomm:citations::\n   :of: samples.petition:PETITION\n",
        }
        done = build(tmp_path, pages)
        assert (done.returncode, done.stderr) == (0, "")
        built = tmp_path / "built"
        whole, of = html(built, "index"), html(built, "d")
        assert 'href="d.html#doubts-petition"' in whole
        assert "petition, roles" not in whole
        assert 'id="known-ASSUMED"' in whole
        assert 'id="known-ASSUMED"' in of
        assert "petition, roles" in of
        assert "loan," not in of
        assert 'href="e.html#resting-petition"' in html(built, "c")
        assert "petition, transition: 1, File" in html(built, "e")
        assert "petition, transition: 1, File" not in html(built, "c")
        assert {'id="places"', 'id="rules"'} <= set(re.findall(r'id="\w+"', html(built, "c")))

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
            (".. prcomm:until:: council", "nothing runs from the beginning of: council"),
        ],
    )
    def test_a_mistake_is_one_clear_error(self, tmp_path: Path, directive: str, fault: str):
        done = build(tmp_path, {"index.rst": f"Town\n====\n\n{directive}\n"})
        assert done.returncode == 1
        assert fault in done.stderr
        assert "Traceback" not in done.stderr


class TestDoubts:
    """The page lists every row, role, guard, figure, convention and day that rests on less than the text of an act."""

    def page(self, *lifecycles: AnyLifecycle) -> dict[Basis, list[str]]:
        """What it lists by each basis, line by line, days off by their number in each year."""
        rules = everything(lifecycles, dict.fromkeys((UZ, *(one.law for one in lifecycles))))
        told: dict[Basis, list[str]] = {}
        for part in doubts(rules, SOURCES, OWN):
            (anchor,) = part["ids"]
            if anchor.startswith("known-"):
                lines = [row.astext().split("\n\n")[0] for row in part.findall(Tag) if row["tag"] == "tr"][1:]
                days = [line for line in part.astext().splitlines() if line.startswith("Days off known")]
                told[Basis[anchor.removeprefix("known-")]] = [*lines, *days]
        return told

    def of_tables(self, one: AnyLifecycle) -> Iterator[tuple[tuple[Citation, ...], str]]:
        """What rests on what in the tables of a process, as the page is to tell it."""
        for n, row in enumerate(one.rows, 1):
            yield row.cites, f"{one.name}, transition: {n}, {row.action.__name__}"
            if row.who_cites != row.cites:
                yield row.who_cites, f"{one.name}, roles: who may {row.action.__name__} ({n})"
        for guard in {guard for row in one.rows for guard in row.given}:
            yield guard.cites, f"{one.name}, guard: {guard.text}"
        for deadline in one.deadlines:
            yield deadline.cites, f"{one.name}, deadline: {deadline.name}"
            if deadline.owed_by_cites != deadline.cites:
                yield deadline.owed_by_cites, f"{one.name}, roles: who owes {deadline.name}"

    def of_the_law(self) -> Iterator[tuple[tuple[Citation, ...], str]]:
        for value in (UZ.last_day, *UZ.values):
            for version in value.versions:
                since = f", since {version.since}" if version.since else ""
                yield version.cites, f"{UZ.name}, value: {value.name}{since}"
        yield UZ.conventions.day_zero, f"{UZ.name}, convention: the day of the event is day 0"
        yield UZ.conventions.months, f"{UZ.name}, convention: a month ends on the same number, or on the last day"
        for holiday in UZ.calendar.holidays:
            days = [f" {word} {day}" for word, day in (("since", holiday.since), ("until", holiday.until)) if day]
            yield holiday.cites, f"{UZ.name}, day: {holiday.reason}, every year{''.join(days)}"

    def test_all_of_the_library_stands_there(self):
        """Walked over the tables themselves, and not by what lists the rules of the page."""
        told = self.page(*PROCESSES.values())
        walked = [found for one in PROCESSES.values() for found in self.of_tables(one)] + list(self.of_the_law())
        for basis in (basis for basis in Basis if basis is not Basis.STATUTE):
            wanted = [line for cites, line in walked if basis in {cite.basis for cite in cites}]
            assert sorted(line for line in told.get(basis, ()) if "Days off known" not in line) == sorted(wanted)
        assert {line.split(":")[0] for cites, line in walked} > {"appeal, roles", "appeal, deadline", "appeal, guard"}

    @pytest.mark.parametrize("basis", [basis for basis in Basis if basis is not Basis.STATUTE])
    def test_and_each_day_off_by_its_year(self, basis: Basis):
        days = Counter(day.day.year for day in UZ.calendar.days if basis in {cite.basis for cite in day.cites})
        lines = [line for line in self.page().get(basis, ()) if "Days off known" in line]
        assert len(lines) == bool(days)
        assert all(f"{year}: {n}" in line for line in lines for year, n in days.items())

    def test_what_is_made_up_appears(self):
        """A role of a row and who owes, a row, a guard and a deadline, each by less than the act it stands beside."""
        guess, house = RULES(3).by(Basis.PRACTICE), Source("Town rules", basis=Basis.ASSUMED)(1)
        by = Who(LIBRARIAN, house)
        lend, renew, _ = LOAN.transitions
        rows = (
            evolve(lend, roles=by.roles, who_cites=by.cites),
            evolve(renew, cites=(guess,), given=(*renew.given, given("the moon is full", guess, lambda loan, a: True))),
            *LOAN.transitions[2:],
        )
        deadline = evolve(LOAN.deadlines[0], cites=(guess,), owed_by_cites=(house,))
        told = self.page(Lifecycle("loan", rows, [deadline], law=LOAN.law, final=LoanState.RETURNED))
        assert {"loan, roles: who may Lend (1)", "loan, roles: who owes return"} <= set(told[Basis.ASSUMED])
        assert {
            "loan, transition: 2, Renew",
            "loan, guard: the moon is full",
            "loan, deadline: return",
        } <= set(told[Basis.PRACTICE])

    def test_what_rests_on_nothing_is_assumed(self):
        renew = evolve(LOAN.transitions[1], cites=())
        rows = (LOAN.transitions[0], renew, *LOAN.transitions[2:])
        told = self.page(Lifecycle("loan", rows, LOAN.deadlines, law=LOAN.law, final=LoanState.RETURNED))
        assert "loan, transition: 2, Renew" in told[Basis.ASSUMED]


class TestHowMuchIsLaw:
    """The head of a page says it in one sentence, in the language of the page."""

    def loan(self, *bases: Basis) -> AnyLifecycle:
        """A loan of three rows, each known in its way."""
        rows = (evolve(row, cites=(RULES(3).by(basis),)) for row, basis in zip(LOAN.transitions, bases, strict=True))
        return Lifecycle("loan", rows, LOAN.deadlines, law=LOAN.law, final=LoanState.RETURNED)

    def head(self, lifecycle: AnyLifecycle, lang: str = "en") -> list[str]:
        """The paragraphs before the first section of a page."""
        page = ProcessPage(lifecycle, OWN, lang, Nowhere()).sections()
        return [f"{one}." for child in page.children for one in child.astext().removesuffix(".").split(". ")]

    @pytest.mark.parametrize(
        ("bases", "told"),
        [
            (
                (Basis.STATUTE, Basis.INFERRED, Basis.OFFICIAL),
                {
                    "en": "Every row of it rests on law: 3 in all.",
                    "uz": "Uning har bir qatori qonunga asoslangan: jami 3 ta.",
                    "uz-Cyrl": "Унинг ҳар бир қатори қонунга асосланган: жами 3 та.",
                    "ru": "Все строки основаны на законе: всего 3.",
                },
            ),
            (
                (Basis.STATUTE, Basis.ASSUMED, Basis.ANALOGY),
                {
                    "en": "Not every row of it rests on law: 3 in all, 1 by law, 1 by analogy, 1 by assumption.",
                    "uz": "Uning hamma qatorlari ham qonunga asoslangan emas: jami 3 ta, qonun asosida 1 ta, "
                    "oʻxshashlik boʻyicha 1 ta, taxmin boʻyicha 1 ta.",
                    "uz-Cyrl": "Унинг ҳамма қаторлари ҳам қонунга асосланган эмас: жами 3 та, қонун асосида 1 та, "
                    "ўхшашлик бўйича 1 та, тахмин бўйича 1 та.",
                    "ru": "Не все строки основаны на законе: всего 3, по закону 1, по аналогии 1, по допущению 1.",
                },
            ),
            (
                (Basis.PRACTICE, Basis.ASSUMED, Basis.PRACTICE),
                {
                    "en": "No row of it rests on law: 3 in all, 2 by practice, 1 by assumption.",
                    "uz": "Uning birorta qatori ham qonunga asoslanmagan: jami 3 ta, amaliyot boʻyicha 2 ta, "
                    "taxmin boʻyicha 1 ta.",
                    "uz-Cyrl": "Унинг бирорта қатори ҳам қонунга асосланмаган: жами 3 та, амалиёт бўйича 2 та, "
                    "тахмин бўйича 1 та.",
                    "ru": "Ни одна строка не основана на законе: всего 3, по практике 2, по допущению 1.",
                },
            ),
        ],
    )
    def test_all_some_and_none(self, bases: tuple[Basis, ...], told: dict[str, str]):
        for lang, sentence in told.items():
            assert self.head(self.loan(*bases), lang).count(sentence) == 1

    def test_a_row_that_needs_two_places_rests_on_the_weaker(self):
        lend, *others = self.loan(Basis.STATUTE, Basis.STATUTE, Basis.STATUTE).transitions
        lend = evolve(lend, cites=(RULES(1), RULES(2).by(Basis.ANALOGY), RULES(3).by(Basis.ASSUMED)))
        loan = Lifecycle("loan", (lend, *others), LOAN.deadlines, law=LOAN.law, final=LoanState.RETURNED)
        assert "Not every row of it rests on law: 3 in all, 2 by law, 1 by assumption." in self.head(loan)

    def test_what_is_inferred_is_law_and_does_not_hide_what_is_not(self):
        lend, *others = self.loan(Basis.STATUTE, Basis.INFERRED, Basis.STATUTE).transitions
        lend = evolve(lend, cites=(RULES(1).by(Basis.ANALOGY), RULES(2).by(Basis.INFERRED)))
        loan = Lifecycle("loan", (lend, *others), LOAN.deadlines, law=LOAN.law, final=LoanState.RETURNED)
        assert "Not every row of it rests on law: 3 in all, 2 by law, 1 by analogy." in self.head(loan)

    def test_a_row_that_rests_on_nothing_is_assumed(self):
        lend, *others = self.loan(Basis.STATUTE, Basis.STATUTE, Basis.STATUTE).transitions
        loan = Lifecycle(
            "loan", (evolve(lend, cites=()), *others), LOAN.deadlines, law=LOAN.law, final=LoanState.RETURNED
        )
        assert "Not every row of it rests on law: 3 in all, 2 by law, 1 by assumption." in self.head(loan)

    def test_no_row_of_a_session_is_law(self):
        (told,) = [line for line in self.head(PROCESSES["session"]) if "rests on law" in line]
        assert told.startswith("No row of it rests on law: 28 in all, ")

    def test_of_each_process_the_numbers_come_to_the_whole(self):
        for one in PROCESSES.values():
            (told,) = [line for line in self.head(one) if "rests on law" in line]
            whole, *parts = map(int, re.findall(r"\d+", told))
            assert whole == len(one.rows)
            assert sum(parts) == (0 if told.startswith("Every") else whole)


class TestWhoMay:
    """A page names what a role rests on wherever it names the role."""

    def test_in_the_table_by_a_hollow_chip_and_its_place(self, built: Path):
        """Its place is told beside it, unless the row stands under the same."""
        page = html(built, "petition")
        rows = re.findall(r"<tr.*?</tr>", page[page.index('id="transitions"') :], re.DOTALL)
        told = {re.search(r'id="row-petition-(\d+)"', row).group(1): row for row in rows if 'id="row-' in row}
        for number, row in enumerate(PETITION.transitions, 1):
            if row.roles:
                hollow = 0 if row.who.basis is Basis.STATUTE else len(row.roles)
                assert told[str(number)].count('class="chip') == len(row.roles)
                assert told[str(number)].count('class="chip less"') == hollow
                asked = sum(guard.basis is not Basis.STATUTE for guard in row.given)
                assert told[str(number)].count("○") == hollow + asked
                assert all(str(cite) in told[str(number)] for cite in row.who_cites)
        assert "○: rests on less than the text of an act" in page
        assert "○" not in html(built, "loan")

    def test_of_a_deadline(self, built: Path):
        """What the cell tells, with references, is what the role says of itself."""
        page = " ".join(re.sub(r"<[^>]+>", " ", html(built, "petition")).split()).replace("( ", "(").replace(" )", ")")
        for deadline in PETITION.deadlines:
            assert f" {deadline.who} " in page.replace(" ,", ",")


class TestWhoseWords:
    """‡ stands on the law's own words alone, and the page does not speak of it where there are none."""

    def page(self, lang: str) -> str:
        made = ProcessPage(APPEAL, OWN, lang, Nowhere()).sections()
        return made.astext()

    def test_in_uzbek_they_are_marked(self):
        for lang, words in (("uz", "koʻrib chiqilmoqda‡"), ("uz-Cyrl", "кўриб чиқилмоқда‡")):
            assert words in self.page(lang)
            assert self.page(lang).count("‡") == 15  # fourteen states, and the note that tells what it means

    @pytest.mark.parametrize("lang", ["en", "ru"])
    def test_a_translation_of_them_is_not(self, lang: str):
        assert "‡" not in self.page(lang)

    def test_a_page_without_any_says_that_nobody_reviewed_it(self, built: Path):
        page = html(built, "ru")
        assert "Слова на этой странице – рабочий перевод, который никто не проверял" in page
        assert "‡" not in page


class Nowhere:
    """A domain that keeps nothing."""

    def note(self, *_: object) -> None: ...


class TestSearch:
    def test_each_language_has_what_is_found_in_it_and_a_page_to_ask(self, built: Path):
        for lang, page in (("en", "search"), ("ru", "search.ru")):
            script = (built / "_static" / f"search-{lang}.js").read_text(encoding="utf-8")
            entries = json.loads(script.partition(" = ")[2].removesuffix(";\n"))["entries"]
            assert {"loan.html", "ru.html"} & {entry[3].partition("#")[0] for entry in entries}
            assert f'"lang": "{lang}"' in html(built, page)
        assert any(entry[1].startswith("Выда") and entry[2] == "Выдача книги" for entry in entries)
        assert not (built / "searchindex.js").exists()

    def test_a_name_in_the_code_is_found_by_its_words(self):
        assert apart("SetEmbargo") == "Set Embargo, SetEmbargo"
        assert apart("IN_REVIEW") == "in review"
        assert apart("takedown") == "takedown, takedown"

    def test_where_it_is_not_asked_for_sphinx_has_its_own(self, tmp_path: Path):
        done = build(tmp_path, {"index.rst": "Town\n====\n"}, CONF.replace('html_search_language = "prcomm"', ""))
        assert (done.returncode, done.stderr) == (0, "")
        assert (tmp_path / "built" / "searchindex.js").exists()


class TestAroundAPage:
    """What a theme says around a page is said in its language, and what it leaves out for who can't see is put in."""

    def test_is_said_in_the_language_of_the_page(self):
        said = spoken(around_a_page(OWN, "ru"))
        assert said('<input aria-label="Toggle site navigation sidebar">') == (
            '<input aria-label="открыть или закрыть меню сайта">'
        )
        assert said('<label title="Toggle navigation of Процессы">').startswith('<label title="открыть или закрыть: П')

    def test_a_heading_says_its_level_and_code_is_reached_by_the_keys(self):
        said = spoken(around_a_page(OWN, "en"))
        assert said('<p class="caption" role="heading">') == '<p class="caption" role="heading" aria-level="2">'
        assert said("<pre>x</pre>") == '<pre tabindex="0">x</pre>'


class TestUntilWhen:
    def test_an_own_lifecycle_is_answered_too(self, tmp_path: Path):
        """Lent on 1 January 2026, a Thursday: back by 22 January. Three weeks on whatever day: one run of days."""
        done = build(tmp_path, {"index.rst": ".. prcomm:until:: book_loan:LOAN\n"})
        assert (done.returncode, done.stderr) == (0, "")
        script = (tmp_path / "built" / "_static" / "until-data.js").read_text(encoding="utf-8")
        data = json.loads(script.removeprefix("window.prcommUntil = ").removesuffix(";\n"))
        (item,) = data["items"]
        assert (item["process"], item["deadline"], data["first"]) == ("loan", "return", "2026-01-01")
        assert item["ways"][0]["ends"][""]["after"][1] == 21
        assert len(script) < 20_000
        assert 'src="_static/until-data.js' in html(tmp_path / "built", "index")

    def test_its_answers_lead_to_where_they_are_told_of(self, tmp_path: Path):
        pages = {
            "index.rst": ".. prcomm:until:: book_loan:LOAN\n\n.. toctree::\n\n   loan\n",
            "loan.rst": PAGES["loan.rst"],
        }
        done = build(tmp_path, pages)
        assert (done.returncode, done.stderr) == (0, "")
        assert '["loan.html#deadline-loan-return"]' in html(tmp_path / "built", "index")


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
prcomm_until = ["book_loan:LOAN"]
"""
        )
        others = "".join(
            f"ref/{name}.{lang}\n"
            for name in ("until_when", "values", "doubts", "processes", "sources")
            for lang in ("uz", "uz-Cyrl", "ru")
        )
        pages = {
            "index.md": f"# Town\n\n```{{toctree}}\nref/index\n{others}```\n",
            "t.txt": "class TestRule3:\n    pass\n",
        }
        done = build(tmp_path, pages, conf)
        assert (done.returncode, done.stderr) == (0, "")
        names = ("loan", "why_loan", "review_loan", "doubts_loan", "until_when", "values", "doubts", "processes")
        names = (*names, "sources", "source_library_rules")
        in_each = {f"{name}{tail}" for name in names for tail in ("", ".uz", ".uz-Cyrl", ".ru")}
        made = {path.name.removesuffix(".md") for path in folder.iterdir()}
        assert made == in_each | {
            "citations",
            "citations_loan",
            "index",
        }
        assert "source/t.txt::TestRule3" in html(tmp_path / "built", "ref/source_library_rules")
        (folder / "old.md").write_text("# Old\n", encoding="utf-8")
        command = [sys.executable, "-m", "sphinx", "-q", str(tmp_path / "source"), str(tmp_path / "again")]
        subprocess.run(command, check=True, timeout=300)
        assert not (folder / "old.md").exists()
