"""The article behind the project: each of its 63 entries has a place in the library that cites it, or a reason to have
none; and the page that says so is made in each language."""

import csv
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from enum import Enum
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from types import ModuleType
from typing import cast

import pytest
from labels import checks

from prcomm import PROCESSES, Action, Citation, Dated, Kind, Lifecycle, Phase, Role, Source
from prcomm.labels import LABELS, text
from prcomm.law import SOURCES, VALUES
from prcomm.law.source_article import SOURCE_ARTICLE

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
LANGUAGES = LABELS.languages
WITHOUT = ("2", "5", "6", "7", "8", "26", "27", "28", "30", "32", "35", "47", "49", "61", "62", "63")
"""Goals, effects, quotations, definitions, virtues, a risk."""


def table() -> dict[str, list[str]]:
    """Where each entry lives, as the table of the page has it."""
    with (DOCS / "source_article.csv").open(encoding="utf-8", newline="") as file:
        return {row["entry"]: row["lives"].split() for row in csv.DictReader(file)}


LIVES = table()
PLACES = [(entry, where) for entry, places in LIVES.items() for where in places]


# -- what is asked of a place


def modules(name: str) -> list[ModuleType]:
    """A module, and those inside it."""
    home = import_module(name)
    inside = iter_modules(getattr(home, "__path__", ()))
    return [home, *(import_module(f"{name}.{one.name}") for one in inside)]


def described() -> set[str]:
    """The modules that the pages of the API tell of."""
    pages = "\n".join(page.read_text(encoding="utf-8") for page in DOCS.glob("api/*.md"))
    of_processes = {one.__name__ for name in PROCESSES for one in modules(PROCESSES.module(name))}
    return {*re.findall(r"auto(?:module|data):: ([\w.]+)", pages), *of_processes}


def public(module: str, name: str, found: object) -> bool:
    """Whether a reader may rely on it: it has no private name, and a page tells of it."""
    if any(part.startswith("_") for part in (*module.split("."), *name.split("."))):
        return False
    first, there = name.split(".")[0], import_module(module)
    if first not in getattr(there, "__all__", vars(there)):
        return False
    if isinstance(found, Lifecycle):
        return any(found is one for one in PROCESSES.values())
    if isinstance(found, Source | Dated):
        return any(found is one for one in (*SOURCES, *VALUES))
    if isinstance(found, Role):
        return any(found in one.roles for one in PROCESSES.values())
    home = getattr(type(found) if isinstance(found, Enum) else found, "__module__", module)
    return not described().isdisjoint({module, home})


def beside(module: str, name: str) -> object:
    """What stands beside it as what it cites: ``UNIT_KIND_CITES`` beside ``UnitKind``."""
    wanted = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name.split(".")[0]).upper() + "_CITES"
    return next((getattr(one, wanted) for one in modules(module) if hasattr(one, wanted)), ())


def cited(module: str, name: str, found: object) -> Iterator[Citation]:
    """The places on which it rests: by its rows, as a figure, or by what stands beside it."""
    said = beside(module, name)
    if isinstance(said, Mapping):
        several = [said[found]] if isinstance(found, Enum) else list(said.values())
        said = tuple(one for each in several for one in (each if isinstance(each, tuple) else (each,)))
    yield from cast("tuple[Citation, ...]", said)
    of = next((PROCESSES[one] for one in PROCESSES if PROCESSES.module(one) == module), None)
    if isinstance(found, Lifecycle):
        yield from (cite for rule in found.cited() for cite in rule.cites)
    elif isinstance(found, Dated):
        yield from (cite for version in found.versions for cite in version.cites)
    elif of is not None and isinstance(found, type) and issubclass(found, Action):
        yield from (cite for row in of.rows if row.action is found for cite in row.cites)
    elif of is not None and isinstance(found, Kind):
        yield from (cite for row in of.rows if row.only == (found,) for cite in row.cites)


def fault(entry: str, where: str) -> str:
    """What is wrong with a place of an entry; nothing if nothing is."""
    module, _, name = where.partition(":")
    try:
        found: object = import_module(module)
        for part in name.split("."):
            found = getattr(found, part)
    except (ImportError, AttributeError, ValueError):
        return "there is no such thing"
    if not public(module, name, found):
        return "it is not public"
    return "" if SOURCE_ARTICLE(entry) in cited(module, name, found) else "it does not cite the entry"


class TestEachEntry:
    def test_all_63_stand_there_once(self):
        with (DOCS / "source_article.csv").open(encoding="utf-8", newline="") as file:
            entries = [row["entry"] for row in csv.DictReader(file)]
        assert entries == [str(n) for n in range(1, 64)]
        assert entries == [article.number for article in SOURCE_ARTICLE.articles]

    def test_sixteen_need_no_code(self):
        """At most twenty may."""
        assert tuple(entry for entry, places in LIVES.items() if not places) == WITHOUT

    @pytest.mark.parametrize("entry", WITHOUT)
    def test_and_a_sentence_says_why(self, entry: str):
        why = SOURCE_ARTICLE.article(entry).no_rule
        assert why.endswith(".")
        assert len(why.split()) > 4

    @pytest.mark.parametrize(("entry", "where"), PLACES)
    def test_each_other_lives_where_it_is_public_and_cited(self, entry: str, where: str):
        assert fault(entry, where) == ""

    @pytest.mark.parametrize(
        ("entry", "where", "told"),
        [
            ("3", "prcomm.press.dialogues:DIALOG", "there is no such thing"),
            ("3", "prcomm.press.dialog:DIALOGUE", "there is no such thing"),
            ("3", "", "there is no such thing"),
            ("44", "prcomm.press.press_services:UnitKind.REGIONAL", "there is no such thing"),
            ("43", "prcomm.press.press_services.rules:HELP", "it is not public"),
            ("59", "prcomm.press.press_services.reviews:DECIDED", "it is not public"),
            ("20", "prcomm.press.channels:PROGRAMMES", "it does not cite the entry"),
            ("40", "prcomm.press.briefings:BRIEFING", "it does not cite the entry"),
            ("18", "prcomm.press.channels:Family.ONLINE", "it does not cite the entry"),
            ("43", "prcomm.press.press_services:Punish", "it does not cite the entry"),
            ("11", "prcomm.law.press_acts:CM882", "it does not cite the entry"),
            ("36", "prcomm.law.press_acts:CENTRAL_UNIT", "it does not cite the entry"),
            ("45", "prcomm.views.principles:Principle.OPENNESS", "it does not cite the entry"),
        ],
    )
    def test_a_planted_wrong_place_is_found(self, entry: str, where: str, told: str):
        assert fault(entry, where) == told

    def test_what_stands_beside_a_place_names_no_other_entry(self):
        """Whatever says of itself that it is in the article is told of on the page."""
        told = {(where.partition(":")[0], where.partition(":")[2].split(".")[0]): set[str]() for _, where in PLACES}
        for entry, where in PLACES:
            module, _, name = where.partition(":")
            told[module, name.split(".")[0]].add(entry)
        for (module, name), entries in told.items():
            said = beside(module, name)
            several = list(said.values()) if isinstance(said, Mapping) else [said]
            flat = [one for each in several for one in (each if isinstance(each, tuple) else (each,))]
            assert {cite.article for cite in flat if cite.source == SOURCE_ARTICLE.code} <= entries, name


class TestItsWords:
    def test_none_is_missing_and_none_is_left_of_what_is_gone(self, monkeypatch: pytest.MonkeyPatch):
        monkeypatch.syspath_prepend(str(DOCS))
        article_page = import_module("article_page")
        said = [*filter(None, checks.told_of([SOURCE_ARTICLE]))]
        said += checks.sentences_of([article_page], "source_article")
        assert checks.missing(said, checks.TABLES["source_article"]) == []
        assert checks.stale(checks.TABLES["source_article"], said) == []

    @pytest.mark.parametrize(
        ("entry", "cyrillic"),
        [("14", "Жамоатчилик кенгашлари"), ("25", "Ҳар бир босқичда демократик тамойиллар"), ("53", "Шаффофлик")],
    )
    def test_in_cyrillic_letters_they_are_the_articles_own(self, entry: str, cyrillic: str):
        assert text(SOURCE_ARTICLE.article(entry).heading, "uz-Cyrl") == cyrillic


# -- the page

CONF = f"""
import sys
sys.path[:0] = [{str(DOCS)!r}]
project = "an article"
extensions = ["prcomm.adapters.sphinx", "article_page"]
"""
INDEX = "Home\n====\n\n.. toctree::\n\n   article\n   ru\n   dialogue\n   channel\n   acts\n"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page in two languages, with a process that it links."""
    folder = tmp_path_factory.mktemp("article")
    for name, told in {
        "conf.py": CONF,
        "index.rst": INDEX,
        "article.rst": ".. prcomm:source-article::\n",
        "ru.rst": ".. prcomm:source-article::\n   :lang: ru\n",
        "dialogue.rst": ".. prcomm:process:: dialogue\n",
        "channel.rst": ".. prcomm:process:: channel\n   :lang: ru\n",
        "acts.rst": ".. prcomm:source:: Cabinet 882\n",
    }.items():
        (folder / name).write_text(told, encoding="utf-8")
    command = [sys.executable, "-m", "sphinx", "-W", "--keep-going", "-q", str(folder), str(folder / "built")]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300)
    assert (done.returncode, done.stderr) == (0, "")
    return folder / "built"


def stage(phase: Phase) -> str:
    return f"stage-{phase.name.lower()}"


def rows(built: Path, page: str, section: str) -> list[str]:
    """The rows of the table of a section, without its head."""
    html = (built / f"{page}.html").read_text(encoding="utf-8")
    part = html[html.index(f'id="{section}"') :]
    body = part[part.index("<tbody") : part.index("</table>")]
    return re.findall(r"<tr.*?</tr>", body, re.DOTALL)


def plain(row: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", row).split())


class TestThePage:
    @pytest.mark.parametrize(("page", "lang"), [("article", "en"), ("ru", "ru")])
    def test_it_has_a_row_for_each_entry_in_the_language_of_the_reader(self, built: Path, page: str, lang: str):
        found = [plain(row) for row in rows(built, page, "entries")]
        assert len(found) == 63
        for article, row in zip(SOURCE_ARTICLE.articles, found, strict=True):
            heading = text(article.heading, lang)
            assert row.replace("’", "'").startswith(f"{article.number} {heading} .".replace("’", "'"))
        assert f'<html lang="{lang}"' in (built / f"{page}.html").read_text(encoding="utf-8")

    def test_where_an_entry_lives_is_a_link(self, built: Path):
        of = dict(enumerate(rows(built, "article", "entries"), 1))
        assert 'href="dialogue.html#process-dialogue"' in of[3]
        assert 'href="acts.html#source-Cabinet-882"' in of[36]
        assert "press.channels:Family.ONLINE" in plain(of[21])
        assert 'href="channel.html#action-channel-SetSlot"' in rows(built, "ru", "entries")[19]

    def test_where_it_lives_nowhere_the_page_says_why(self, built: Path):
        of = dict(enumerate(map(plain, rows(built, "article", "entries")), 1))
        assert of[2].endswith("No code: a goal; no act measures peace.")
        told = dict(enumerate(map(plain, rows(built, "ru", "entries")), 1))
        assert told[2].endswith("Без кода: цель; ни один акт не измеряет спокойствие.")
        assert [str(n) for n, row in of.items() if "No code:" in row] == list(WITHOUT)

    def test_each_stage_has_its_states_and_is_taken_from_the_tables(self, built: Path):
        """A dialogue is planned, announced, put off; held; reported; closed or cancelled."""
        told: dict[str, dict[str, str]] = {}
        for phase in Phase:
            found = [re.findall(r"<t[dh].*?</t[dh]>", row, re.DOTALL) for row in rows(built, "article", stage(phase))]
            told[phase.name] = {plain(process): plain(states) for process, states in found}
        assert {name: of.get("Dialogue") for name, of in told.items()} == {
            "PLAN": "PLANNED , ANNOUNCED , POSTPONED", "ACT": "HELD", "FEEDBACK": "REPORTED",
            "EVALUATION": "CLOSED , CANCELLED",
        }  # fmt: skip
        assert "Press service" not in told["PLAN"]
        assert {process for of in told.values() for process in of} == {
            name.replace("_", " ").capitalize() for name in PROCESSES
        }

    def test_the_six_principles_stand_there_with_what_is_counted(self, built: Path):
        names = ("openness", "transparency", "accessibility", "understanding", "cooperation", "feedback")
        told = [list(map(plain, rows(built, "article", f"principle-{name}"))) for name in names]
        assert [number for number, *_ in told] == [
            "No. 52 Openness", "No. 53 Transparency", "No. 54 Accessibility", "No. 55 Mutual understanding",
            "No. 56 Cooperation", "No. 57 Feedback is mandatory",
        ]  # fmt: skip
        _, share, *_, cannot = told[0]
        assert share.endswith("Requests answered on the merits, of the requests decided")
        assert cannot == "What it cannot tell Whether the answer said anything"

    def test_it_counts_what_lives_in_code_and_what_does_not(self, built: Path):
        page = plain((built / "article.html").read_text(encoding="utf-8"))
        assert "It names 63 things" in page
        assert "47 live in the library, and 16 need no code" in page


class TestItIsFound:
    def test_from_the_home_page_of_the_site(self):
        home = (DOCS / "index.md").read_text(encoding="utf-8")
        assert "{prcomm:home}" in home
        assert '("source_article", ARTICLE)' in (DOCS / "home_page.py").read_text(encoding="utf-8")
        assert "\nsource_article\n" in home

    @pytest.mark.parametrize("lang", LANGUAGES)
    def test_in_each_language(self, lang: str):
        page = DOCS / f"source_article{'' if lang == 'en' else f'.{lang}'}.md"
        assert "{prcomm:source-article}" in page.read_text(encoding="utf-8")
        assert lang == "en" or f":lang: {lang}\n" in page.read_text(encoding="utf-8")
