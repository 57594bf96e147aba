"""Pages for who cannot see them, or has no mouse: WCAG 2.2 AA as far as axe-core checks it; and the keyboard alone."""

import importlib.util
import os
from pathlib import Path

import pytest
from browser.conftest import Browser

pytestmark = pytest.mark.xdist_group("browser")

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
KINDS = [
    *("index", "reference/until_when", "reference/reception", "reference/why_reception", "reference/source_o_rq_445"),
    *("reference/values", "reference/doubts", "systems", "house_rules", "how_days_are_counted", "source_article"),
    *("reference/processes", "reference/sources", "search"),
]
"""One page of each kind that there is in every script."""
IN_ENGLISH = [
    "tutorial",
    "api/index",
    "notebooks/first_steps",
    "genindex",
    "where_to_start",
    "reference/doubts_reception",
]
CHECK = """
const [rules, off, done] = arguments;
const like = ["tbody tr:nth-of-type(n + 9)", "li:nth-of-type(n + 25)"];
like.push(".genindextable:nth-of-type(n + 3)", ".genindextable li:nth-of-type(n + 5)");
like.push(".toctree-wrapper li:nth-of-type(n + 7)");
document.querySelectorAll(like).forEach((one) => one.remove());
const of = (one) => `${one.target.join(" ")} ${one.failureSummary}`;
const told = ({id, nodes}) => `${id}: ${nodes.slice(0, 3).map(of).join(" | ")}`;
const options = {runOnly: {type: "tag", values: rules}, resultTypes: ["violations"]};
options.rules = Object.fromEntries(off.map((rule) => [rule, {enabled: false}]));
axe.run(document, options).then(({violations}) => done(violations.map(told)), (error) => done([String(error)]));
"""
"""Rows and items that are like those before them are left out: what is wrong with one is wrong with all."""
COLOURS = ("color-contrast",)
"""What is the same in every script is asked of one."""
ASKED_MOST = ("index", "reference/until_when", "reference/why_reception", "search")
"""Pages that are asked in each script at every change; all kinds are in English and in Russian, and, if ``PRCOMM_DEEP``
asks for that, in each."""


def axe() -> str:
    """The program that checks, as the package carries it."""
    found = importlib.util.find_spec("axe_playwright_python")
    assert found is not None
    assert found.origin is not None
    return Path(found.origin).with_name("axe.min.js").read_text(encoding="utf-8")


AXE = axe() if importlib.util.find_spec("axe_playwright_python") else ""


def faults(browser: Browser, page: str, off: tuple[str, ...] = ()) -> list[str]:
    browser.chrome.set_script_timeout(120)
    browser.open(page)
    browser.run(AXE)
    return browser.chrome.execute_async_script(CHECK, RULES, list(off))


class TestEveryKindOfPage:
    @pytest.mark.parametrize("lang", ["en", "uz", "uz-Cyrl", "ru"])
    def test_has_no_fault_that_a_machine_finds(self, browser: Browser, lang: str):
        tail = "" if lang == "en" else f".{lang}"
        kinds = KINDS if lang in ("en", "ru") or "PRCOMM_DEEP" in os.environ else ASKED_MOST
        pages = [f"{kind}{tail}.html" for kind in kinds] + (
            [f"{one}.html" for one in IN_ENGLISH] if lang == "en" else []
        )
        off = () if lang == "en" else COLOURS
        found = {page: told for page in pages if (told := faults(browser, page, off))}
        assert found == {}

    def test_by_night_either(self, browser: Browser):
        """Of the page that is asked most."""
        browser.open("index.ru.html")
        browser.run("localStorage.setItem('theme', 'dark')")
        try:
            assert faults(browser, "reference/until_when.ru.html#process=appeal&day=2026-02-13") == []
        finally:
            browser.run("localStorage.removeItem('theme')")

    def test_a_planted_fault_is_found(self, browser: Browser):
        browser.open("index.html")
        browser.run(AXE)
        browser.run("document.querySelector('article').append(new Image())")
        assert any("image-alt" in fault for fault in browser.chrome.execute_async_script(CHECK, RULES, []))


class TestTheKeyboardAlone:
    def test_leads_from_the_russian_home_page_to_the_answer(self, browser: Browser):
        """The day and the hour are typed, Enter asks, and Tab reaches the table's links and every button."""
        from selenium.webdriver.common.action_chains import ActionChains
        from selenium.webdriver.common.keys import Keys

        browser.open("index.ru.html")
        keys = ActionChains(browser.chrome)

        def focused() -> str:
            return browser.run("const el = document.activeElement; return el.name || el.className || el.tagName")

        for _ in range(60):
            if focused() == "day":
                break
            keys.send_keys(Keys.TAB).perform()
        assert focused() == "day"
        browser.run("document.activeElement.value = '2026-02-13'")  # how a day is typed differs from browser to browser
        for _ in range(6):
            keys.send_keys(Keys.TAB).perform()
            if focused() == "time":
                break
        browser.run("document.activeElement.value = '18:30'")
        keys.send_keys(Keys.ENTER).perform()
        browser.until(
            lambda: (
                browser.all("form.prcomm-until output") and "28.02.2026" in browser.one("form.prcomm-until output").text
            )
        )
        reached = set()
        for _ in range(80):
            keys.send_keys(Keys.TAB).perform()
            reached.add(focused())
        assert {"process", "kind", "day", "time", "week", "copy", "link", "ics", "print"} <= reached
