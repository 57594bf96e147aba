"""The stores of these tests: on SQLite, and on a PostgreSQL server started for them."""

import os
from collections.abc import Iterator

import databases
import pytest


@pytest.fixture(scope="session")
def postgresql() -> Iterator[databases.Server]:
    lacks = databases.missing()
    if lacks and os.environ.get("CI"):
        pytest.fail(f"with CI set no test on PostgreSQL is skipped; missing: {', '.join(lacks)}", pytrace=False)
    if lacks:
        pytest.skip(f"no test on PostgreSQL without {', '.join(lacks)}")
    with databases.served() as server:
        yield server


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.xdist_group("postgresql"))])
def url(request, tmp_path):
    """The URL of a new, empty database."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'cases.sqlite'}"
    return request.getfixturevalue("postgresql").new()
