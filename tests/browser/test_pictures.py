"""Every picture of a process, in every script, as a browser sets it."""

import pytest
from browser.conftest import NARROW, served
from browser.measuring import CONTRAST, MEASURE
from citizens import cases
from citizens.cases import at

from prcomm import PROCESSES
from prcomm.adapters.diagrams import due_picture, timeline
from prcomm.citizens.appeals import APPEAL, Notice
from prcomm.labels import LABELS, say

DRAWN = (*PROCESSES, "loan", "permit")
TAILS = {"en": "", "uz": ".uz", "uz-Cyrl": ".uz-Cyrl", "ru": ".ru"}

pytestmark = pytest.mark.xdist_group("browser")


def measured(browser, plant: str = "") -> dict:
    """The first picture of the page, after something was planted in it."""
    svg = browser.one("svg.pc")
    browser.run(f"const [svg] = arguments; {plant}", svg)
    return browser.run(MEASURE, svg)


class TestEachProcessInEachScript:
    @pytest.mark.parametrize("process", DRAWN)
    @pytest.mark.parametrize("lang", LABELS.languages)
    def test_it_can_be_read(self, browser, process: str, lang: str):
        """No two texts overlap, none leaves its box, no arrow and no frame crosses one, none is under 11 px; it is no
        wider than the column of text. Keys stop once at each row and each state. Of all in Russian, and of three in
        each script, texts are told from what they stand on by 4.5 to 1, frames by 3, whatever system and page are."""
        browser.open(f"reference/{process}{TAILS[lang]}.html")
        browser.keep(f"{process}-{lang}")
        found = measured(browser)
        assert found["faults"] == []
        assert found["texts"] > 5
        assert found["arrows"] > 0
        assert browser.run(STOPS) == []
        if lang == "ru" or process in IN_FOUR:
            for system, page in PAIRS:
                assert contrast(browser, system, page)["faults"] == [], (system, page)


IN_FOUR = ("appeal", "session", "briefing")
PAIRS = [(system, page) for system in ("light", "dark") for page in ("light", "dark")]
STOPS = """
const svg = document.querySelector("svg.pc");
const stops = [...svg.querySelectorAll("a[href]:not([tabindex='-1']), [tabindex='0']")];
const rows = [...svg.querySelectorAll(".entry .row, .state")];
return stops.filter((one) => !rows.includes(one)).concat(rows.filter((one) => !stops.includes(one)))
  .map((one) => one.outerHTML.slice(0, 80));
"""


def contrast(browser, system: str, page: str) -> dict:
    """How texts and frames are told from what they stand on, by the theme of the system and that of the page."""
    feature = {"name": "prefers-color-scheme", "value": system}
    browser.chrome.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [feature]})
    browser.run("document.body.dataset.theme = arguments[0]", page)
    return browser.run(CONTRAST)


class TestContrast:
    def test_the_four_pairs_are_two_looks(self, browser):
        """The page decides; where it says nothing, the system does."""
        browser.open("reference/session.html")
        looks = {}
        for system in ("light", "dark"):
            for page in ("light", "dark", "auto"):
                assert contrast(browser, system, page)["faults"] == []
                ground = "return getComputedStyle(document.querySelector('svg.pc .paper')).fill"
                looks[system, page] = browser.run(ground)
        light, dark = looks["light", "light"], looks["dark", "dark"]
        assert light != dark
        assert {pair: look for pair, look in looks.items() if look == light}.keys() == {
            ("light", "light"), ("dark", "light"), ("light", "auto")
        }  # fmt: skip

    @pytest.mark.parametrize(
        "plant",
        [
            "document.querySelector('svg.pc text.quiet').style.fill = '#8d98a3'",  # 2.9 to 1 on white
            "document.querySelector('svg.pc .frame').style.stroke = '#a9b4be'",  # 2.1 to 1
            "document.querySelector('svg.pc .role rect').style.fill = '#f39a5a'",  # white letters on orange
        ],
    )
    def test_a_planted_fault_is_found(self, browser, plant: str):
        browser.open("reference/session.html")
        assert contrast(browser, "dark", "light")["asked"] > 50
        browser.run(plant)
        assert contrast(browser, "dark", "light")["faults"]


def clicked(browser, found: str) -> None:
    """Click what a script finds: things in a picture have no box of their own to click at."""
    browser.run(f"({found}).dispatchEvent(new MouseEvent('click', {{bubbles: true, cancelable: true, view: window}}))")


def row(begins: str) -> str:
    return (
        "[...document.querySelectorAll('svg.pc .row')].find((one) => one.querySelector('title')"
        f".textContent.startsWith({begins!r}))"
    )


class TestAReaderOfAPicture:
    """Who reads the appeal's picture with a mouse or by keys."""

    def test_chooses_a_kind_and_a_role_and_the_rest_fades(self, browser):
        """A proposal's term can't be lengthened; of the representative are what an appellant does, and nothing else."""
        browser.open("reference/appeal.html")
        faded = "return [...document.querySelectorAll('svg.pc .entry')].filter((one) => one.matches('.faded') === %s)"
        called = ".map((one) => one.querySelector('.row > text').textContent.split(' ')[0])"
        assert browser.run(faded % "true" + called) == []
        chosen = (
            "const form = document.querySelector('.prcomm-choose');"
            "for (const [name, text] of Object.entries(arguments[0])) form.elements[name].value ="
            " [...form.elements[name].options].find((one) => one.text === text).value;"
            "form.dispatchEvent(new Event('input'));"
        )
        browser.run(chosen, {"kind": "PROPOSAL", "role": "head"})
        assert "Extend" not in browser.run(faded % "false" + called)
        browser.run(chosen, {"kind": "COMPLAINT", "role": "head"})
        assert "Extend" in browser.run(faded % "false" + called)
        browser.run(chosen, {"kind": "all of them", "role": "representative"})
        left = set(browser.run(faded % "false" + called))
        assert {"AddMaterials", "Withdraw", "AskClarification"} <= left
        assert not left & {"Register", "Extend", "Decide", "SendReply"}
        browser.keep("appeal-chosen")

    def test_clicks_at_a_state_and_sees_what_may_be_done_by_whom_until_when(self, browser):
        browser.open("reference/appeal.html")
        clicked(browser, "document.querySelector('svg.pc .state')")  # the first one, where it begins
        card = browser.one(".prcomm-card")
        assert card.is_displayed()
        assert card.find_element("css selector", "h2").text == "RECEIVED"
        told = [one.text for one in card.find_elements("css selector", "li")]
        assert "Register → REGISTERED – registrar (registration: the same working day)" in told
        assert not any(one.startswith("Extend") for one in told)
        assert "registration: the same working day" in card.text.splitlines()[-2]
        browser.keep("appeal-state")
        assert "reference/appeal.html" in browser.chrome.current_url
        assert "#" not in browser.chrome.current_url

    def test_clicks_at_an_act_and_a_card_opens_beside_the_picture(self, browser):
        browser.open("reference/appeal.html")
        clicked(browser, row("Extend: IN"))
        card = browser.one(".prcomm-card")
        assert "head (O‘RQ-445 art. 28(2))" in card.text
        assert "O‘RQ-445 art. 28(2)" in [link.text for link in card.find_elements("css selector", "dd a")]
        beside = "const [a, b] = arguments; return a.getBoundingClientRect().right <= b.getBoundingClientRect().left"
        assert browser.run(beside, browser.one("svg.pc"), card)
        browser.keep("appeal-card")
        from selenium.webdriver.common.keys import Keys

        card.send_keys(Keys.ESCAPE)
        assert not card.is_displayed()
        assert browser.run("return document.activeElement === " + row("Extend: IN"))

    def test_has_the_card_on_a_telephone_too(self, browser):
        browser.size(*NARROW)
        browser.open("reference/appeal.ru.html")
        clicked(browser, "document.querySelector('svg.pc .row')")
        card = browser.one(".prcomm-card")
        assert card.is_displayed()
        edges = browser.run("const b = arguments[0].getBoundingClientRect(); return [b.left, b.right, b.bottom]", card)
        assert edges[0] >= 0
        assert edges[1] <= NARROW[0]
        assert edges[2] <= NARROW[1]
        browser.keep("appeal-card-narrow")

    def test_follows_links_where_there_is_no_javascript(self, browser):
        """Each row and state leads to its place on the page, and the page is there without any script."""
        browser.chrome.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
        try:
            browser.open("reference/session.html")
            assert browser.all(".prcomm-choose, .prcomm-card") == []
            links = browser.all("svg.pc a.row, svg.pc a.state")
            assert len(links) > 20
            anchors = [link.get_dom_attribute("href") for link in links]
        finally:
            browser.chrome.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})
        browser.open("reference/session.html")
        there = "return arguments[0].every((one) => document.getElementById(decodeURIComponent(one.split('#')[1])))"
        assert browser.run(there, anchors)


ON_ANOTHER = """
const [a, b] = svg.querySelectorAll('text.title');
for (const k of ['x', 'y']) b.setAttribute(k, a.getAttribute(k));
"""
LONGER = "svg.querySelector('g.block text.title').textContent += ' and so on,'.repeat(9);"
THROUGH = "svg.querySelector('path.arrow').setAttribute('d', 'M0 0L600 600L0 300L600 100L0 60L800 80');"
SMALLER = "svg.querySelector('g.block text').style.fontSize = '10.5px';"
ACROSS = """
const text = svg.querySelector('text.title').getBBox(), frame = svg.querySelector('rect.frame');
frame.setAttribute('x', text.x + text.width / 2); frame.setAttribute('y', text.y - 20);
"""
AWAY = "svg.querySelector('text').setAttribute('x', -40);"


class TestPlanted:
    """Each check finds the fault that is planted for it."""

    @pytest.mark.parametrize(
        ("plant", "fault"),
        [
            (ON_ANOTHER, "overlap"),
            (LONGER, "leaves its box"),
            (THROUGH, "an arrow crosses"),
            (SMALLER, "10.5 px"),
            (AWAY, "leaves the picture"),
            ("svg.setAttribute('width', 735);", "735 px wide"),
            (ACROSS, "a frame crosses"),
            ("svg.setAttribute('width', 500);", " px: "),
        ],
    )
    def test_a_fault_is_found(self, browser, plant: str, fault: str):
        browser.open("reference/appeal.ru.html")
        assert any(fault in found for found in measured(browser, plant)["faults"])


@pytest.mark.parametrize("lang", LABELS.languages)
class TestALifeAndACount:
    def shown(self, browser, tmp_path, svg: str) -> dict:
        head = '<head><meta charset="utf-8"><link rel="icon" href="data:,"></head>'
        page = f"<!doctype html><html>{head}<body>{svg}</body></html>"
        (tmp_path / "index.html").write_text(page, encoding="utf-8")
        with served(tmp_path) as address:
            browser.open(f"{address}/index.html")
            return measured(browser)

    def test_the_timeline_can_be_read(self, browser, tmp_path, lang: str, late_appeal):
        appeal, dues, findings, at = late_appeal
        found = self.shown(browser, tmp_path, timeline(appeal, dues, findings, at=at, say=say(lang)))
        assert found["faults"] == []
        assert found["texts"] > 20

    def test_the_calendar_can_be_read(self, browser, tmp_path, lang: str, late_appeal):
        _, dues, _, _ = late_appeal
        due = next(due for due in dues if due.name == "consideration")
        found = self.shown(browser, tmp_path, due_picture(due, say(lang)))
        assert found["faults"] == []
        assert found["texts"] > 60


@pytest.fixture(scope="module")
def late_appeal():
    """A complaint with a request for information, whose reply came late and by the wrong hand, as an audit sees it."""
    actions = (
        cases.receive(at(3, 3)),
        cases.register(at(3, 4)),
        cases.assign(at(3, 4, 11)),
        cases.ask(at(3, 9)),
        cases.study(at(3, 12)),
        cases.extend(at(4, 1), cases.on(5, 3)),
        cases.notify(at(4, 1, 12), Notice.EXTENDED),
        cases.decide(at(4, 28)),
        cases.reply(at(5, 11), by=cases.WORKER),
    )
    now = at(5, 20)
    audit = APPEAL.audit(actions, now)
    return audit.entity, APPEAL.due(audit.entity, now), audit.findings, now
