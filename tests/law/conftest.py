"""The law under test, as a fixture: its one name, where a mutant stands in for it (tests/test_tables_matter.py)."""

import pytest

from prcomm import Law
from prcomm.law import UZ


@pytest.fixture
def law() -> Law:
    return UZ
