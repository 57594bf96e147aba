"""The lifecycle under test comes from a fixture, so that a mutant can stand in (tests/test_tables_matter.py)."""

import pytest
from mutants import standing_in

from prcomm import Lifecycle
from prcomm.citizens.appeals import APPEAL, Appeal, AppealAction


@pytest.fixture
def lifecycle(request: pytest.FixtureRequest) -> Lifecycle[Appeal, AppealAction]:
    return standing_in(request, APPEAL)
