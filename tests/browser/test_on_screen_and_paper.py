"""Pages of processes as they are read on a screen and on paper: all in one script, three of them in four."""

import base64
import re
from io import BytesIO
from pathlib import Path

import pytest
from browser.conftest import Browser
from pypdf import PdfReader

from prcomm import PROCESSES
from prcomm.adapters.terms import Terms
from prcomm.labels import LABELS

pytestmark = pytest.mark.xdist_group("browser")

IN_FOUR = ("appeal", "session", "briefing")
READ = [(process, "ru") for process in PROCESSES if process not in IN_FOUR]
READ += [(process, lang) for process in IN_FOUR for lang in LABELS.languages]
KILOBYTES = 300
SHEETS = 2

WIDER = """
const edge = document.querySelector("article").getBoundingClientRect().right;
return [...document.querySelectorAll("article .prcomm-scroller, article table")]
  .filter((el) => el.scrollWidth > el.clientWidth + 1 || el.getBoundingClientRect().right > edge + 1)
  .filter((el) => !el.closest(".prcomm-picture") && !(el.tabIndex === 0 && el.getAttribute("role") === "region"))
  .map((el) => `${el.className}: ${el.textContent.trim().slice(0, 40)}`);
"""
HEADS = """
const bad = [];
for (const table of document.querySelectorAll("article table.docutils")) {
  if (!table.caption || !table.caption.textContent.trim()) bad.push("no caption");
  for (const th of table.querySelectorAll("th")) if (!th.scope) bad.push("no scope: " + th.textContent);
  const head = table.querySelector("thead th");
  if (head && getComputedStyle(head).position !== "sticky") bad.push("does not stick: " + head.textContent);
}
return bad;
"""
OWED = """
return [...document.querySelectorAll("article a[href*='#deadline-']")].filter((a) => !a.closest("svg, .prcomm-card"))
  .map((a) => [a.getAttribute("href").split("#")[1], a.nextSibling ? a.nextSibling.textContent : ""]);
"""
CUT = """
const wide = arguments[0];
const bad = [...document.querySelectorAll("article *")]
  .filter((el) => !el.closest("svg") && el.getClientRects().length && el.getBoundingClientRect().right > wide + 1)
  .map((el) => `right of the sheet: ${el.tagName} ${el.textContent.trim().slice(0, 40)}`);
for (const one of document.querySelectorAll("article details > :not(summary)"))
  if (!one.getBoundingClientRect().height) bad.push(`folded: ${one.textContent.trim().slice(0, 40)}`);
const beside = ".sidebar-drawer, .toc-drawer, .mobile-header, .related-pages, .headerlink";
for (const one of document.querySelectorAll(beside))
  if (one.getClientRects().length) bad.push(`navigation: ${one.className}`);
const kept = (el) => ["auto", "scroll", "hidden"].includes(getComputedStyle(el).overflowX);
for (const el of document.querySelectorAll("article *"))
  if (kept(el) && el.scrollWidth > el.clientWidth + 1 && !el.closest("svg, .prcomm-hidden"))
    bad.push(`cut: ${el.className} ${el.textContent.trim().slice(0, 40)}`);
return bad;
"""
PICTURES = """
const svgs = [...document.querySelectorAll(".prcomm-lifecycle .prcomm-picture > svg")];
const seen = svgs.map((svg) => svg.getBoundingClientRect().height).filter((high) => high > 1);
const high = (svg) => svg.viewBox.baseVal.height;
return [seen, high(svgs[0]), svgs.slice(1).map(high)];
"""
SHEET_HIGH = 1009  # what 14 and 16 mm leave of 297, in pixels
PAPER = 703  # what 14 and 12 mm leave of 210, in pixels


def page_of(process: str, lang: str) -> str:
    return f"reference/{process}{'' if lang == 'en' else f'.{lang}'}.html"


def printed(browser: Browser, ranges: str = "") -> list[str]:
    """The texts of the sheets on which the page is printed."""
    told = browser.chrome.execute_cdp_cmd("Page.printToPDF", {"preferCSSPageSize": True, "pageRanges": ranges})
    return [sheet.extract_text() for sheet in PdfReader(BytesIO(base64.b64decode(told["data"]))).pages]


@pytest.mark.parametrize(("process", "lang"), READ)
class TestEachProcess:
    def test_it_fits_its_column_and_two_sheets(self, browser: Browser, process: str, lang: str):
        """Its tables say what they are, and each deadline has its term; on paper its steps take two sheets at most,
        with acts and day in the foot. A page is opened once for both."""
        browser.size(1280, 900)
        browser.open(page_of(process, lang))
        fits(browser, process, lang)
        is_printed(browser)


def fits(browser: Browser, process: str, lang: str) -> None:
    assert browser.run(WIDER) == []
    assert browser.run("return document.documentElement.scrollWidth") <= 1280
    assert browser.run(HEADS) == []
    terms, lifecycle = Terms.of(PROCESSES[process]), PROCESSES[process]
    wanted = {f"deadline-{process}-{one.name}": LABELS.text(terms(one), lang) for one in lifecycle.deadlines}
    beside = browser.run(OWED)
    assert {place for place, _ in beside} <= wanted.keys()
    assert [place for place, told in beside if not told.startswith(f": {wanted[place]}")] == []
    for place, term in wanted.items():
        assert term in browser.run("return document.getElementById(arguments[0]).textContent", place)


def is_printed(browser: Browser) -> None:
    sheets = printed(browser, f"1-{SHEETS + 1}")
    picture = browser.run(
        "return document.querySelector('section[id=the-whole-at-a-glance] h2').firstChild.textContent"
    )
    first = next(n for n, sheet in enumerate(sheets) if re.search(rf"^{re.escape(picture)}$", sheet, re.MULTILINE))
    assert 1 <= first <= SHEETS
    plain = ["".join(sheet.split()) for sheet in sheets]
    assert all(re.search(r"\d{4}-\d{2}-\d{2}", sheet) for sheet in plain)
    assert all(sheet.startswith(f"{n}/") for n, sheet in enumerate(plain, 1))


class TestOnPaper:
    @pytest.mark.parametrize(
        "page",
        ["reference/appeal.ru.html", "reference/review_appeal.ru.html", "reference/why_session.ru.html", "index.html"],
    )
    def test_nothing_is_cut_folded_or_beside_the_matter(self, browser: Browser, page: str):
        browser.open(page)
        browser.size(PAPER, 1000)
        browser.chrome.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
        try:
            assert browser.run(CUT, PAPER) == []
        finally:
            browser.chrome.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})

    def test_what_a_lawyer_is_asked_is_printed_to_the_last_question_with_room_to_sign(self, browser: Browser):
        browser.open("reference/review_session.ru.html")
        text = "\n".join(printed(browser))
        asked = len(browser.all(".prcomm-review > li"))
        assert asked > 20
        assert text.count("☐") == 2 * asked
        assert "Подпись" in text

    @pytest.mark.parametrize("process", ["appeal", "session", "reception"])
    def test_no_picture_is_sliced_by_the_end_of_a_sheet(self, browser: Browser, process: str):
        """One that is much higher than a sheet is shown piece by piece: each piece fits, and together they are it."""
        browser.open(f"reference/{process}.ru.html")
        browser.size(PAPER, 1000)
        browser.chrome.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
        try:
            shown, whole, parts = browser.run(PICTURES)
        finally:
            browser.chrome.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})
        assert shown
        assert max(shown) <= SHEET_HIGH
        assert (len(parts) > 1) == (whole > 1250)
        assert not parts or sum(parts) == pytest.approx(whole)

    def test_a_planted_wide_table_is_found(self, browser: Browser):
        browser.size(1280, 900)
        browser.open("reference/session.html")
        browser.run("document.querySelector('.prcomm-rows table').style.minWidth = '1500px'")
        assert browser.run(WIDER) != []


def test_each_page_of_a_process_weighs_less_than_300_kb(site: Path):
    heavy = {}
    for process in PROCESSES:
        for lang in LABELS.languages:
            size = (site / page_of(process, lang)).stat().st_size
            if size >= KILOBYTES * 1000:
                heavy[process, lang] = size
    assert heavy == {}


class TestTheBar:
    """How much is law is seen by more than colour: each part has its words, and what is less than law is hollow."""

    @pytest.mark.parametrize("theme", ["light", "dark"])
    def test_its_ink_is_seen_on_its_ground(self, browser: Browser, theme: str):
        browser.open("reference/appeal.ru.html")
        browser.run("document.body.dataset.theme = arguments[0]", theme)
        ink, ground = browser.run(
            "return [getComputedStyle(document.querySelector('.prcomm-bar span')).borderColor,"
            " getComputedStyle(document.body).backgroundColor]"
        )
        assert contrast(ink, ground) >= 3
        keys = browser.run(
            "return [...document.querySelectorAll('.prcomm-key li')].map((one) => one.textContent.trim())"
        )
        assert keys
        assert all(re.fullmatch(r".+: \d+", key) for key in keys)


def contrast(one: str, other: str) -> float:
    """How far two colours stand apart, as WCAG has it."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    parts = [int(part) / 255 for part in re.findall(r"\d+", colour)[:3]]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
