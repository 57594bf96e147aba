"""For every test: what was skipped for want of a browser is said last, so that nobody takes it for tested."""

import pytest

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


def pytest_configure(config: pytest.Config) -> None:
    config.pluginmanager.register(BrowserTests(), "browser-tests")
