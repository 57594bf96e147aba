"""The pages of the web application, as a browser sets them: on a screen and on a telephone, in every script."""

import base64

import pytest
from browser.conftest import NARROW
from browser.measuring import CONTRAST, MEASURE
from browser.test_accessible import faults
from drawing import contrast
from web_lives import FILES, LONGEST
from web_served import RECEIVE, STAFF, Clock, running, signed_in

from prcomm import PROCESSES
from prcomm.adapters.store import Store
from prcomm.adapters.web import app, basic
from prcomm.labels import LABELS

pytestmark = pytest.mark.xdist_group("browser")
CASE = "2026/<b>1</b>"
SCREEN = (1280, 900)
SHOWN = ("appeal", "council", "briefing", "incident")


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    """The address of the pages: a case whose reference is markup, and the made-up files of four processes."""
    clock = Clock()
    with Store(tmp_path_factory.mktemp("page") / "x.sqlite", PROCESSES.values(), clock=clock) as store:
        for process in SHOWN:
            lifecycle, file = PROCESSES[process], LONGEST[process]
            for n, action in enumerate(record.action for record in file.history):
                clock.at = action.at
                if n:
                    store.apply(lifecycle, file.id, lambda _, action=action: action)
                else:
                    store.begin(lifecycle, action)
        clock.at = max(file.history[-1].action.at for file in FILES)
        made = app(store, who=basic(STAFF, "demo"), may=lambda *_: True, reference="https://example.org")
        with running(made) as address:
            with signed_in(address, "desk") as desk, signed_in(address, "head") as head:
                begun = desk.post("/cases/appeal", json={**RECEIVE, "case": CASE}).json()
                act = begun["_links"]["act"]["href"]
                assert desk.post(act, json={"action": "Register", "number": "1"}).status_code == 200
                assert head.post(act, json={"action": "PutOnControl"}).status_code == 200
            clock.at = clock.at.add(days=20)
            yield address, address + begun["_links"]["page"]["href"]


@pytest.fixture
def reader(browser):
    """The browser, signed in as the head."""
    header = "Basic " + base64.b64encode(b"head:demo").decode()
    browser.chrome.execute_cdp_cmd("Network.enable", {})
    browser.chrome.execute_cdp_cmd("Network.setExtraHTTPHeaders", {"headers": {"Authorization": header}})
    yield browser
    browser.chrome.execute_cdp_cmd("Network.setExtraHTTPHeaders", {"headers": {}})


@pytest.mark.parametrize("lang", LABELS.languages)
def test_a_case_can_be_read(reader, pages, lang):
    """It begins with how it stands, what is overdue and by when; no markup of the case is on it; every trace opens; and
    it fits a screen and a telephone."""
    _, page = pages
    for size in (NARROW, SCREEN):
        reader.size(*size)
        reader.open(f"{page}?lang={lang}")
        assert reader.run("return document.documentElement.scrollWidth") <= size[0]
        reader.keep(f"case-{lang}-{size[0]}")
    assert reader.one("h1").text.endswith(CASE)
    assert reader.all("h1 b, td b, svg b") == []
    assert reader.one("main > :nth-child(2)").get_attribute("class") == "head overdue"
    assert len(reader.all(".head p")) >= 3
    assert reader.run(MEASURE, reader.one("svg.pc"))["faults"] == []
    for summary in reader.all("summary"):
        summary.click()
    opened = reader.all("details[open] table")
    assert len(opened) >= 2
    assert all(table.is_displayed() for table in opened)


@pytest.mark.parametrize("process", SHOWN)
def test_a_case_of_another_process_fits_too(reader, pages, process):
    """In Russian, whose words are the longest."""
    address, _ = pages
    for size in (NARROW, SCREEN):
        reader.size(*size)
        reader.open(f"{address}/pages/{process}/{LONGEST[process].id}?lang=ru")
        assert reader.run("return document.documentElement.scrollWidth") <= size[0]
        reader.keep(f"case-{process}-{size[0]}")
    assert reader.one(".head p b").text


def test_the_lists_fit_and_lead_on(reader, pages):
    address, page = pages
    for where in ("/", "/pages/appeal", "/agenda"):
        for size in (NARROW, SCREEN):
            reader.size(*size)
            reader.open(f"{address}{where}?lang=ru")
            assert reader.run("return document.documentElement.scrollWidth") <= size[0]
            reader.keep(f"web{where.replace('/', '-')}-{size[0]}")
    reader.open(page)
    reader.click(reader.one('nav a[lang="ru"]'))
    reader.until(lambda: reader.one("html").get_attribute("lang") == "ru")
    reader.click(reader.one("nav a"))
    reader.until(lambda: len(reader.all("ul.cards > li")) == len(PROCESSES))


@pytest.mark.parametrize("system", ["light", "dark"])
def test_it_is_light_or_dark_as_the_system_is(reader, pages, system):
    """The page and its picture alike: all texts are told from what they stand on by 4.5 to 1."""
    _, page = pages
    feature = {"name": "prefers-color-scheme", "value": system}
    reader.chrome.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [feature]})
    reader.open(page)
    assert reader.run(CONTRAST)["faults"] == []
    styles = "const [one, name] = arguments; return getComputedStyle(document.querySelector(one))[name]"
    inks = [reader.run(styles, *asked) for asked in (("body", "color"), ("nav a", "color"))]
    paper = reader.run(styles, "body", "backgroundColor")
    assert reader.run(styles, "svg.pc .paper", "fill") == paper
    assert all(contrast(*map(shade, (ink, paper))) >= 4.5 for ink in inks)
    reader.keep(f"case-{system}")


def test_on_paper_every_trace_is_open_and_nothing_of_the_screen_is_left(reader, pages):
    _, page = pages
    reader.open(page)
    reader.chrome.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    assert not reader.one("header").is_displayed()
    heights = reader.run("return [...document.querySelectorAll('details table')].map(t => t.offsetHeight)")
    assert heights
    assert min(heights) > 0
    reader.chrome.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})


def test_whoever_can_not_see_reads_it_too(reader, pages):
    """By the rules that a machine can check."""
    address, page = pages
    for where in (page, f"{address}/?lang=ru"):
        for size in (NARROW, SCREEN):
            reader.size(*size)
            assert faults(reader, where) == []


def shade(of: str) -> str:
    """``rgb(…)`` in the form that a style is written in."""
    return "#" + "".join(f"{int(part):02x}" for part in of[4:-1].split(","))
