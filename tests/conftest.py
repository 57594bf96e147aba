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


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What takes long goes first, so that no worker is left with it at the end; what has no group of its own goes with
    its module, since to hand each test over takes longer than most. What no gate reads (tests/coverage_gates.py) is not
    measured, nor is what one worker does alone, lives that are drawn: cases must reach every line."""
    for item in items:
        if not counts(item.nodeid) or group_of(item):
            item.add_marker("no_cover")
    items.sort(key=place_of)
    for item in items:
        if not group_of(item) and item.path.name not in LONG:
            item.add_marker(pytest.mark.xdist_group(item.path.name))


def group_of(item: pytest.Item) -> str:
    """What one worker does alone with a test, if it has a group of its own."""
    mark = item.get_closest_marker("xdist_group")
    return "" if mark is None else mark.args[0]


def place_of(item: pytest.Item) -> int:
    """The longest first, then what has a group, then the rest."""
    name = group_of(item) or item.path.name
    return LONG.index(name) if name in LONG else len(LONG) + (not group_of(item))


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


LONG = "browser", "test_tables_matter.py", "web", "a copy of the project", "lives of the appeal"
"""The groups and modules that take longest, in that order."""


def pytest_configure(config: pytest.Config) -> None:
    config.option.loadscopereorder = False  # xdist would put groups of one test last, and these take longest
    config.pluginmanager.register(BrowserTests(), "browser-tests")
