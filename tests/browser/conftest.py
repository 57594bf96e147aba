"""A real browser on the real site, served on this machine alone. Nothing outside it resolves."""

import functools
import importlib.util
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

TOP = Path(__file__).parents[2]
CHROMEDRIVER = "/usr/bin/chromedriver"
NEEDED = ("selenium", "sphinx", "furo", "myst_nb", "axe_playwright_python")
OPTIONS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--hide-scrollbars"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
    "--force-device-scale-factor=1",
)
WIDE, NARROW = (1400, 1000), (390, 844)


def missing() -> list[str]:
    """What a browser test needs and this machine lacks."""
    lacks = [name for name in NEEDED if importlib.util.find_spec(name) is None]
    return lacks + [name for name in (CHROMEDRIVER, "chromium") if shutil.which(name) is None]


@pytest.fixture(scope="session", autouse=True)
def possible() -> None:
    lacks = missing()
    if lacks and os.environ.get("CI"):
        pytest.fail(f"with CI set no browser test is skipped; missing: {', '.join(lacks)}", pytrace=False)
    if lacks:
        pytest.skip(f"no browser test without {', '.join(lacks)}")


@pytest.fixture(scope="session")
def site(possible: None) -> Path:
    """The site, built without a warning; or one that was built before, where ``PRCOMM_SITE`` names it."""
    if "PRCOMM_SITE" in os.environ:
        return Path(os.environ["PRCOMM_SITE"])
    built = TOP / "build" / "docs"
    command = [
        sys.executable,
        "-m",
        "sphinx",
        "-n",
        "-W",
        "--keep-going",
        "-q",
        "-b",
        "html",
        str(TOP / "docs"),
        str(built),
    ]
    subprocess.run(command, check=True, cwd=TOP, timeout=600)
    return built


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        pass


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """A folder served on this machine, by its address."""
    with ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(folder))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    with served(site) as found:
        yield found


@pytest.fixture(scope="session")
def chrome(possible: None, tmp_path_factory: pytest.TempPathFactory):
    from selenium import webdriver
    from selenium.webdriver.chrome.service import Service

    options = webdriver.ChromeOptions()
    for option in (*OPTIONS, f"--user-data-dir={tmp_path_factory.mktemp('chrome')}"):
        options.add_argument(option)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    driver = webdriver.Chrome(options=options, service=Service(CHROMEDRIVER))
    driver.set_page_load_timeout(60)
    yield driver
    driver.quit()


class Browser:
    """The browser as a reader has it.

    Attributes:
        chrome: the driver.
        address: where the site is.
    """

    def __init__(self, chrome, address: str) -> None:
        self.chrome = chrome
        self.address = address
        self.size(*WIDE)
        chrome.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})

    def size(self, width: int, height: int) -> None:
        metrics = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
        self.chrome.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)

    def open(self, page: str) -> None:
        self.chrome.get(page if "://" in page else f"{self.address}/{page}")

    def run(self, script: str, *given: object):
        return self.chrome.execute_script(script, *given)

    def all(self, selector: str) -> list:
        return self.chrome.find_elements("css selector", selector)

    def one(self, selector: str):
        return self.chrome.find_element("css selector", selector)

    def until(self, condition) -> None:
        from selenium.webdriver.support.wait import WebDriverWait

        WebDriverWait(self.chrome, 20).until(lambda _: condition())

    def click(self, element) -> None:
        """Click what may still be moving: a page scrolls smoothly to its anchor."""
        from selenium.common.exceptions import ElementClickInterceptedException
        from selenium.webdriver.support.wait import WebDriverWait

        def clicked(_) -> bool:
            self.run("arguments[0].scrollIntoView({behavior: 'instant', block: 'center', inline: 'center'})", element)
            element.click()
            return True

        WebDriverWait(self.chrome, 20, ignored_exceptions=[ElementClickInterceptedException]).until(clicked)

    def errors(self) -> list[str]:
        """What the console said since it was asked last."""
        return [entry["message"] for entry in self.chrome.get_log("browser") if entry["level"] in ("SEVERE", "WARNING")]

    def keep(self, name: str) -> None:
        """Keep a screenshot for who wants to look."""
        folder = TOP / "build" / "screenshots"
        folder.mkdir(parents=True, exist_ok=True)
        self.chrome.save_screenshot(str(folder / f"{name}.png"))


@pytest.fixture
def browser(chrome, address: str) -> Iterator[Browser]:
    """The browser; whatever the console says is an error fails the test."""
    browser = Browser(chrome, address)
    browser.errors()
    yield browser
    assert browser.errors() == []
