"""Every picture of a process, in every script, as a browser sets it."""

import pytest
from browser.conftest import served
from browser.measuring import MEASURE
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
        """No two texts overlap, none leaves its box, no arrow crosses one, none is under 11 px; at most 1,200 wide."""
        browser.open(f"reference/{process}{TAILS[lang]}.html")
        browser.keep(f"{process}-{lang}")
        found = measured(browser)
        assert found["faults"] == []
        assert found["texts"] > 5
        assert found["arrows"] > 0


ON_ANOTHER = """
const [a, b] = svg.querySelectorAll('text.title');
for (const k of ['x', 'y']) b.setAttribute(k, a.getAttribute(k));
"""
LONGER = "svg.querySelector('g.block text.title').textContent += ' and so on, and so on, and so on, and so on';"
THROUGH = "svg.querySelector('path.arrow').setAttribute('d', 'M0 0L600 600L0 300L600 100L0 60L800 80');"
SMALLER = "svg.querySelector('g.block text').style.fontSize = '10.5px';"
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
            ("svg.setAttribute('width', 1201);", "1201 px wide"),
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
