"""For every test: what was skipped for want of a browser is said last, so that nobody takes it for tested."""

import os
from collections.abc import Iterator

import pytest
from coverage_gates import OF_SUBPROCESSES, counts, measuring_subprocesses

collect_ignore = ["data"]
"""What lies there is tried in a copy of the project."""


class BrowserTests:
    """Whether a browser test was skipped."""

    skipped = False

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.skipped and "browser/" in report.nodeid.replace("\\", "/"):
            self.skipped = True

    @pytest.hookimpl(trylast=True)
    def pytest_unconfigure(self, config: pytest.Config) -> None:
        if self.skipped and not hasattr(config, "workerinput"):
            print("BROWSER TESTS SKIPPED")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What one worker does alone, and what takes long, goes first, so that none is left with it at the end. What no
    gate reads (tests/coverage_gates.py) is not measured, nor are lives that are drawn: cases must reach every line."""
    for item in items:
        if not counts(item.nodeid) or item.get_closest_marker("xdist_group"):
            item.add_marker("no_cover")
    items.sort(key=lambda item: not (item.get_closest_marker("xdist_group") or item.path.name in LONG))


def pytest_xdist_setupnodes() -> None:
    """A worker measures by itself, test by test; begun with the interpreter as well, all would be measured twice."""
    os.environ.pop(OF_SUBPROCESSES, None)


@pytest.hookimpl(tryfirst=True)
def pytest_sessionstart(session: pytest.Session) -> None:
    """In a worker pytest-cov measures anew from here, and forgets to end what it began with: all that is not to be
    measured would be, into nothing, at half the speed."""
    measuring = session.config.pluginmanager.getplugin("_cov")
    if measuring is not None and hasattr(session.config, "workerinput"):
        measuring.cov_controller.cov.stop()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[None]:
    with measuring_subprocesses(item.nodeid, os.environ):
        return (yield)


LONG = {"test_web_openapi.py", "test_tables_matter.py", "test_new_process.py", "test_permit_register.py"}
"""The modules with the longest tests."""


def pytest_configure(config: pytest.Config) -> None:
    config.pluginmanager.register(BrowserTests(), "browser-tests")
