"""Connections to the database of a store: its own, or that of a host's open transaction."""

import sqlite3
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Final, Protocol, cast

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DatabaseError

from prcomm.adapters.store.errors import Damaged

_DAMAGED: Final = (
    "malformed",
    "not a database",
    "Could not decode",
    "no such table: prcomm",
    "no such column",
    "table prcomm_",
)
"""What SQLite says of a file that is no store any more."""


class _DBAPI(Protocol):
    """What is asked of a driver's connection."""

    @property
    def in_transaction(self) -> bool: ...

    def execute(self, sql: str, /) -> object: ...


def engine_of(at: Engine | str | Path) -> Engine:
    """An engine: the host's own as it is, or one of the store's. A path is that of a SQLite file: what was answered
    for is on its disk."""
    if isinstance(at, Engine):
        return at
    try:
        url = make_url(f"sqlite:///{at}" if isinstance(at, Path) else at)
    except ArgumentError:  # no URL: a path
        url = make_url(f"sqlite:///{at}")
    if url.get_backend_name() != "sqlite":
        return create_engine(url, hide_parameters=True)
    engine = create_engine(url, connect_args={"timeout": 60}, hide_parameters=True)
    event.listen(engine, "connect", _promise)
    return engine


def _promise(connection: sqlite3.Connection, _: object) -> None:
    """Readers and a writer at a time; what was answered for is on the disk, and what was erased is not."""
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA secure_delete = ON")


class Connections:
    """Where a store reads and writes.

    Args:
        engine: its engine.
        host: the host's connection, if it all belongs to the host's transaction.
    """

    def __init__(self, engine: Engine, host: Connection | None = None) -> None:
        self.engine = engine
        self.host = host
        self.postgresql = engine.dialect.name == "postgresql"

    @contextmanager
    def writing(self) -> Generator[Connection, None, None]:
        """All of it or nothing: a transaction, or a part of the host's."""
        with undamaged():
            if self.host is not None:
                _begun(self.host, "BEGIN IMMEDIATE")
                with self.host.begin_nested():
                    yield self.host
                return
            with self.engine.begin() as connection:
                _begun(connection, "BEGIN IMMEDIATE")
                yield connection

    @contextmanager
    def reading(self, *, whole: bool = False) -> Generator[Connection, None, None]:
        """A connection to read from.

        Args:
            whole: whether several statements are to see the same, whoever writes meanwhile.
        """
        with undamaged():
            if self.host is not None:
                yield self.host
                return
            with self.engine.connect() as connection:
                if whole and self.postgresql:
                    connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
                elif whole:
                    _begun(connection, "BEGIN")
                yield connection


def _begun(connection: Connection, how: str) -> None:
    """Begin a transaction of SQLite, whose driver would do so later, or not at all."""
    if connection.dialect.name == "sqlite":
        driver = cast("_DBAPI", connection.connection.driver_connection)
        if not driver.in_transaction:
            driver.execute(how)


@contextmanager
def undamaged() -> Generator[None, None, None]:
    """Say of what SQLite finds damaged that it is; what it can't do now (a full disk, a lock) it says itself."""
    try:
        yield
    except UnicodeDecodeError as error:  # of what SQLite itself says of a spoilt file
        raise Damaged("what is in it is no text") from error
    except DatabaseError as error:
        said = str(error.orig)
        if isinstance(error.orig, sqlite3.Error) and any(words in said for words in _DAMAGED):
            raise Damaged(said) from error
        raise
