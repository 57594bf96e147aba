"""The law under test, as a fixture: another law can stand in for it."""

import pytest

from prcomm import Law
from prcomm.law import UZ


@pytest.fixture
def law() -> Law:
    return UZ
