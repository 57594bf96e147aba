"""The first pages of the site: every word of theirs is said in each script, and nothing that is said is left over."""

import sys
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest
from labels import checks
from labels.checks import TABLES

from prcomm import PROCESSES

DOCS = Path(__file__).parents[1] / "docs"


@pytest.fixture(scope="module")
def home() -> ModuleType:
    sys.path.insert(0, str(DOCS))
    try:
        return import_module("home_page")
    finally:
        sys.path.remove(str(DOCS))


class TestItsWords:
    def test_are_said_in_every_language(self, home: ModuleType):
        said = checks.sentences_of([home], "site")
        assert len(said) > 80
        things = [*said, *home.SOUGHT.values()]
        assert checks.missing(things, TABLES["site"]) == []
        assert checks.stale(TABLES["site"], things) == []

    def test_there_is_a_line_for_each_process(self, home: ModuleType):
        assert list(home.ONE_LINE) == list(PROCESSES)

    def test_nineteen_of_them_are_of_the_article(self, home: ModuleType):
        """The other two stand on the law on appeals."""
        assert [name for name in PROCESSES if home.wing_of(name) == "citizens"] == ["appeal", "reception"]
        assert len(PROCESSES) - 2 == 19
