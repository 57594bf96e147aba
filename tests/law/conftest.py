"""The law under test, as a fixture, so that a mutant can stand in (tests/test_tables_matter.py)."""

import pytest
from mutants import standing_in

from prcomm import Law
from prcomm.law import UZ


@pytest.fixture
def law(request: pytest.FixtureRequest) -> Law:
    return standing_in(request, UZ)
