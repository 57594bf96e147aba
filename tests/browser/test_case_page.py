"""The page of a case that ``examples/web.py`` serves, as a browser sets it."""

import base64

import httpx
import pytest
from browser.conftest import NARROW
from browser.measuring import CONTRAST, MEASURE
from drawing import contrast
from test_web import served

from prcomm.labels import LABELS

pytestmark = pytest.mark.xdist_group("browser")
CASE = "2026/<b>1</b>"
RECEIVE = {
    "action": "Receive", "case": CASE, "kind": "COMPLAINT", "form": "WRITTEN", "channel": "POST",
    "appellants": [{"type": "Person", "id": "p-17"}],
}  # fmt: skip


@pytest.fixture(scope="module")
def page(tmp_path_factory):
    """The address of a page about a case with a short life; its reference is markup."""
    with served(tmp_path_factory.mktemp("page") / "x.sqlite") as address:
        begun = httpx.post(f"{address}/appeals", json=RECEIVE, auth=("desk", "demo"))
        for user, action in (("desk", {"action": "Register", "number": "1"}), ("head", {"action": "PutOnControl"})):
            httpx.post(f"{address}{begun.headers['location']}", json=action, auth=(user, "demo"))
        yield address + begun.headers["location"].replace("/appeals", "/pages", 1)


@pytest.fixture
def signed_in(browser):
    header = "Basic " + base64.b64encode(b"desk:demo").decode()
    browser.chrome.execute_cdp_cmd("Network.enable", {})
    browser.chrome.execute_cdp_cmd("Network.setExtraHTTPHeaders", {"headers": {"Authorization": header}})
    yield browser
    browser.chrome.execute_cdp_cmd("Network.setExtraHTTPHeaders", {"headers": {}})


@pytest.mark.parametrize("lang", LABELS.languages)
def test_it_can_be_read(signed_in, page, lang):
    """The timeline has no fault that is measured elsewhere, no markup of the case is on it, every trace opens."""
    signed_in.open(f"{page}?lang={lang}")
    signed_in.keep(f"case-{lang}")
    for summary in signed_in.all("summary"):
        summary.click()
    assert signed_in.one("h1").text == CASE
    assert signed_in.all("h1 b, td b, svg b") == []
    assert signed_in.run(MEASURE, signed_in.one("svg.pc"))["faults"] == []
    opened = signed_in.all("details[open] table")
    assert len(opened) >= 2
    assert all(table.is_displayed() for table in opened)


def test_it_fits_a_telephone_and_leads_to_its_other_scripts(signed_in, page):
    signed_in.size(*NARROW)
    signed_in.open(page)
    assert signed_in.run("return document.documentElement.scrollWidth") <= NARROW[0]
    signed_in.click(signed_in.one('nav a[lang="ru"]'))
    signed_in.until(lambda: signed_in.one("html").get_attribute("lang") == "ru")


@pytest.mark.parametrize("system", ["light", "dark"])
def test_it_is_light_or_dark_as_the_system_is(signed_in, page, system):
    """The page and its picture alike: all texts are told from what they stand on by 4.5 to 1."""
    feature = {"name": "prefers-color-scheme", "value": system}
    signed_in.chrome.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [feature]})
    signed_in.open(page)
    assert signed_in.run(CONTRAST)["faults"] == []
    styles = "const [one, name] = arguments; return getComputedStyle(document.querySelector(one))[name]"
    inks = [signed_in.run(styles, *asked) for asked in (("body", "color"), ("nav a", "color"))]
    paper = signed_in.run(styles, "body", "backgroundColor")
    assert signed_in.run(styles, "svg.pc .paper", "fill") == paper
    assert all(contrast(*map(shade, (ink, paper))) >= 4.5 for ink in inks)
    signed_in.keep(f"case-{system}")


def shade(of: str) -> str:
    """``rgb(…)`` in the form that a style is written in."""
    return "#" + "".join(f"{int(part):02x}" for part in of[4:-1].split(","))
