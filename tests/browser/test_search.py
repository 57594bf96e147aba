"""The search, as readers ask: in four scripts, in whatever form, with whatever apostrophe."""

import csv
from pathlib import Path

import pytest
from browser.conftest import Browser

pytestmark = pytest.mark.xdist_group("browser")

ASKED = Path(__file__).parents[1] / "data" / "searched.csv"
"""What readers ask for, and the anchor to which the first thing found must lead; several where either will do."""


def page(lang: str) -> str:
    return "search.html" if lang == "en" else f"search.{lang}.html"


def found(browser: Browser, question: str) -> list[dict[str, str]]:
    """The first things that are found, by what the page loads for itself."""
    browser.until(lambda: browser.run("return 'prcommFind' in window"))
    return browser.chrome.execute_async_script("window.prcommFind(arguments[0]).then(arguments[1])", question)


def asked() -> dict[str, list[tuple[str, str]]]:
    """Each question with where it leads, by language."""
    several: dict[str, list[tuple[str, str]]] = {}
    with ASKED.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            several.setdefault(row["lang"], []).append((row["asked"], row["leads"]))
    return several


def leads(hit: dict[str, str], wanted: str) -> bool:
    """Whether something found is what was wanted: by its anchor; a kind of an appeal by its process."""
    anchor = hit["url"].partition("#")[2]
    if wanted.startswith("kind:"):
        return anchor == f"process-{wanted.removeprefix('kind:')}" and bool(hit["where"])
    if wanted == "article-O-RQ-445-art-24-1":
        return anchor.startswith(wanted)
    return anchor in wanted.split("|")


class TestTheFirstThingFound:
    @pytest.mark.parametrize("lang", ["en", "ru", "uz", "uz-Cyrl"])
    def test_is_what_readers_ask_for(self, browser: Browser, lang: str):
        browser.open(page(lang))
        faults = []
        for question, wanted in asked()[lang]:
            hits = found(browser, question)
            if not hits or not leads(hits[0], wanted):
                faults.append((question, wanted, hits[:1]))
        assert faults == []

    @pytest.mark.parametrize("apostrophe", "'`´ʻʼ‘’")
    def test_is_the_same_with_any_apostrophe_and_with_none(self, browser: Browser, apostrophe: str):
        browser.open(page("uz"))
        first = found(browser, "korib chiqish muddati")[0]
        assert found(browser, f"ko{apostrophe}rib chiqish muddati")[0]["url"] == first["url"]

    @pytest.mark.parametrize("question", ["28(2)", "ст. 28(2)", "статья 28(2)"])
    def test_is_a_part_of_an_article_by_its_place(self, browser: Browser, question: str):
        browser.open(page("ru"))
        assert found(browser, question)[0]["url"].endswith("#article-O-RQ-445-art-28_2")

    @pytest.mark.parametrize(("lang", "question"), [("ru", "жалобами"), ("ru", "ЖАЛОБА"), ("uz", "shikoyatlarning")])
    def test_is_found_in_every_form(self, browser: Browser, lang: str, question: str):
        browser.open(page(lang))
        assert leads(found(browser, question)[0], "kind:appeal")

    def test_another_script_is_found_from_a_page_of_this_one(self, browser: Browser):
        browser.open(page("ru"))
        assert found(browser, "шикоят")[0]["lang"] == "uz-Cyrl"

    def test_what_nobody_has_is_not_found(self, browser: Browser):
        browser.open(page("ru"))
        assert found(browser, "ыыъъщщ") == []


class TestAReader:
    def test_asks_beside_any_page_and_reads_what_is_told(self, browser: Browser):
        browser.open("index.ru.html")
        field = browser.one("input[name='q']")
        field.send_keys("продление срока")
        field.submit()
        browser.until(lambda: browser.all(".prcomm-hits li"))
        browser.keep("search-ru")
        assert browser.run("return document.documentElement.lang") == "ru"
        first = browser.one(".prcomm-hits li")
        assert "Обращение" in first.text
        assert "ст. 28" in first.text
        assert browser.all(".prcomm-hits mark")
        browser.click(browser.one(".prcomm-hits a"))
        assert "#act-appeal-Extend" in browser.chrome.current_url
        assert browser.all(":target")

    def test_finds_pages_and_the_api_in_english(self, browser: Browser):
        browser.open(page("en"))
        assert found(browser, "embed it")[0]["url"].startswith("how_to/embed.html")
        assert any("api/" in hit["url"] for hit in found(browser, "Lifecycle"))
