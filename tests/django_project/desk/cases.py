"""The cases of the project, in its own database and in its own transactions."""

from collections.abc import Generator
from contextlib import contextmanager
from functools import cache

from django.db import connection, transaction
from sqlalchemy import NullPool, create_engine

from prcomm.adapters.store import Store, make_tables
from prcomm.citizens.appeals import APPEAL


class Lent:
    """Django's connection, lent to SQLAlchemy: it reads and writes, and Django alone commits, rolls back and closes."""

    def __init__(self, own: object) -> None:
        self._own = own

    def __getattr__(self, name: str) -> object:
        return getattr(self._own, name)

    def commit(self) -> None:
        """Django does."""

    rollback = close = commit

    def create_function(self, *args: object, **kwargs: object) -> None:
        """Django has put its own functions there."""


def lend() -> Lent:
    """The connection of the thread that asks, within a transaction of Django's and nowhere else."""
    if not connection.in_atomic_block:
        raise RuntimeError("cases are read and written within transaction.atomic()")
    return Lent(connection.connection)


ENGINE = create_engine("sqlite://", creator=lend, poolclass=NullPool, hide_parameters=True)


@cache
def _store() -> Store:
    return Store(ENGINE, [APPEAL])


@contextmanager
def cases() -> Generator[Store, None, None]:
    """The store, within a transaction of Django's: all that is written in it stands or falls together."""
    with transaction.atomic(), ENGINE.connect() as lent:
        yield _store().within(lent)


def make_tables_of_cases() -> None:
    """For a migration."""
    with transaction.atomic(), ENGINE.begin() as lent:
        make_tables(lent)
