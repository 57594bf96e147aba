"""The records of a store in a database, as they stand there: read without its lifecycles, and without writing.

Needs the extra ``sql``. What can't be a record any more is read all the same, so that the chain says which one it is.
"""

try:
    import sqlalchemy as _sqlalchemy
except ImportError as error:  # pragma: no cover  # shown by the wheel test, in an environment without it
    raise ImportError("prcomm.adapters.seal.stored needs SQLAlchemy: pip install 'prcomm[sql]'") from error

import sqlite3
from collections.abc import Generator, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final, Protocol, cast

from attrs import evolve, frozen
from sqlalchemy import (
    Column,
    Connection,
    Engine,
    Label,
    LargeBinary,
    NullPool,
    Table,
    cast as as_type,
    create_engine,
    select,
)
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError, ProgrammingError

from prcomm.adapters.seal.chain import Broken, Ends, Flaw, Kept
from prcomm.adapters.seal.heads import Head
from prcomm.adapters.seal.verifying import Sealed, Verified, verify
from prcomm.adapters.store.connections import undamaged
from prcomm.adapters.store.names import Name, held
from prcomm.adapters.store.rows import StoredRecord
from prcomm.adapters.store.store import Store
from prcomm.adapters.store.tables import CASES, FEED, NAMES, RECORDS, check_tables
from prcomm.core.values.errors import BadInput

ESCAPE: Final = "surrogateescape"
"""How a text that is no UTF-8 any more is read and written, so that it can be told which bytes stood there."""
AT_ONCE: Final = 1000
"""How many records are read at a time."""


@frozen
class StoreRows:
    """What stands in the tables of a store, all of it as it was at one instant.

    Attributes:
        connection: a connection on which nothing else is written meanwhile.
    """

    connection: Connection

    def verify(self, *, heads: Iterable[Head] = (), sealed: Iterable[Sealed] = ()) -> Verified:
        """What is wrong with the store, as ``prcomm.adapters.seal.verify`` finds it; and in which records somebody else
        is named than was. Names that were erased are not missed.

        Args:
            heads: of the store, at any time before.
            sealed: the list of what was sealed. Raises ``BadInput`` if it comes to none of the heads.
        """
        found = verify(self.records(), ends=self.ends, heads=heads, sealed=sealed)
        misnamed = tuple(dict.fromkeys(self._misnamed()))
        return evolve(found, broken=(*found.broken, *misnamed)) if misnamed else found

    def _misnamed(self) -> Iterator[Broken]:
        """The records beside which does not stand what was said of who is named in them."""
        beside: dict[tuple[str, str, int], list[Name]] = {}
        for row in self._rows(NAMES, ("process", "case_id", "path", "person", "said", "salt")):
            version, process, case, path, person, said, salt = row
            name = Name(_text(path), _text(person), _text(said), _bytes(salt))
            beside.setdefault((_text(process), _text(case), _whole(version)), []).append(name)
        for version, process, case, digests in self._rows(RECORDS, ("process", "case_id", "names")):
            of = _text(process), _text(case), _whole(version)
            if (digests or of in beside) and not held(_bytes(digests), beside.pop(of, ())):
                yield Broken(*of, Flaw.MISNAMED)
        for of in beside:
            yield Broken(*of, Flaw.MISNAMED)

    def _rows(self, table: Table, columns: Iterable[str]) -> Iterator[tuple[object, ...]]:
        asked = select(table.c.version, *(self._raw(table.c[name]) for name in columns))
        with self.connection.execute(asked.execution_options(yield_per=AT_ONCE)) as rows:
            yield from (cast("tuple[object, ...]", row) for row in rows)

    def records(self, *, placed: bool = False) -> Iterator[Kept]:
        """Every record, in the order in which they were written; those come last that have no place yet.

        Args:
            placed: whether those are left out: where several write at a time a record has its place from when somebody
                was told of it (``read_from`` and ``relay`` of a store), and a head may count no other.
        """
        columns = (self._raw(RECORDS.c[name]) for name in _PARTS)
        asked = select(RECORDS.c.version, *columns)
        if self._told:
            feed = RECORDS.outerjoin(FEED, FEED.c.record == RECORDS.c.id)
            asked = asked.select_from(feed).order_by(FEED.c.position.asc().nulls_last())
            asked = asked.where(FEED.c.position.is_not(None)) if placed else asked
        asked = asked.order_by(RECORDS.c.id).execution_options(yield_per=AT_ONCE)
        with self.connection.execute(asked) as rows:
            yield from map(_record, rows)

    @property
    def ends(self) -> Ends:
        """With which record each case ends."""
        return dict(map(_end, self._rows(CASES, ("process", "case_id", "chain"))))

    @property
    def _told(self) -> bool:
        """Whether records have their places by the feed: where several write at a time."""
        return self.connection.dialect.name == "postgresql"

    def _raw(self, column: "Column[object]") -> "Label[object]":
        """A column as the bytes that stand there, whatever SQLite takes them for."""
        raw = column if self._told else as_type(column, LargeBinary)
        return cast("Label[object]", raw.label(column.name))


_PARTS: Final = "process", "case_id", "document", "recorded", "signed_in", "origin", "names", "digest", "chain"


@contextmanager
def rows_of(store: Engine | str | Path) -> Generator[StoreRows, None, None]:
    """The rows of a store, for a while. Nothing is written: the file may be one that can't be.

    Raises ``BadInput`` for what is no address, ``WrongStore`` for a database without its tables, and ``Damaged`` for a
    file that can't be read.

    Args:
        store: an engine, an address as SQLAlchemy has it, or the path of a SQLite file.
    """
    engine = store if isinstance(store, Engine) else _engine(str(store))
    try:
        with _reached(), undamaged(), engine.connect() as connection:
            if connection.dialect.name == "postgresql":
                connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
            elif not cast("_InTransaction", connection.connection.driver_connection).in_transaction:
                connection.exec_driver_sql("BEGIN")
            check_tables(connection)
            yield StoreRows(connection)
    finally:
        if engine is not store:
            engine.dispose()


def place(store: str) -> None:
    """Give every record its place, where several write at a time: what is sealed then comes before all that is written
    later. Elsewhere it has one from the beginning. Whoever may only read gives none: what has none is not sealed.

    Args:
        store: the address of a database, or the path of a SQLite file.
    """
    engine = _engine(store)
    try:
        if engine.dialect.name != "postgresql":
            return
        with _reached():
            with engine.connect() as connection:
                check_tables(connection)
            with suppress(ProgrammingError):
                Store(engine, ()).read_from(0, 1)
    finally:
        engine.dispose()


@contextmanager
def _reached() -> Generator[None, None, None]:
    """Say of a database that can't be reached, or not be read now, that it can't."""
    try:
        yield
    except DBAPIError as error:
        why = str(error.orig).split("\n")[0]
        raise BadInput("the database of a store", (f"it can't be read: {why}",)) from None


class _InTransaction(Protocol):
    """What is asked of the driver of SQLite."""

    @property
    def in_transaction(self) -> bool: ...


def _engine(store: str) -> Engine:
    if "://" in store:
        try:
            return create_engine(store, poolclass=NullPool, hide_parameters=True)
        except (ArgumentError, NoSuchModuleError, ImportError, ValueError) as error:
            raise BadInput("the address of a store", (f"it is none ({type(error).__name__})",)) from None
    path = Path(store)
    with path.open("rb"):
        pass  # what can't be opened says so by its name
    return create_engine("sqlite://", creator=lambda: _connected(path), poolclass=NullPool, hide_parameters=True)


def _connected(path: Path) -> sqlite3.Connection:
    """A connection that only reads. Where the folder can't be written either, SQLite can't watch for others: then it
    is taken for a file that nobody writes, if nothing lies beside it that somebody has not put into it yet."""
    address = f"{path.absolute().as_uri()}?mode=ro"
    connection = sqlite3.connect(address, uri=True)
    try:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite3.OperationalError:
        connection.close()
        beside = path.with_name(f"{path.name}-wal")
        if beside.exists() and beside.stat().st_size:
            raise
        return sqlite3.connect(f"{address}&immutable=1", uri=True)
    except sqlite3.DatabaseError:
        pass  # it is damaged, which is told by whoever reads it
    return connection


def _record(row: object) -> Kept:
    version, process, case, document, recorded, signed_in, origin, names, digest, chain = cast(
        "tuple[object, ...]", row
    )
    return StoredRecord(
        0, _text(process), _text(case), _whole(version), _bytes(document), _text(recorded), _text(signed_in),
        _text(origin), _bytes(names), _bytes(digest), _bytes(chain),
    ).kept  # fmt: skip


def _end(row: tuple[object, ...]) -> tuple[tuple[str, str], tuple[int, bytes]]:
    version, process, case, chain = row
    return (_text(process), _text(case)), (_whole(version), _bytes(chain))


def _bytes(stored: object) -> bytes:
    return stored.encode("utf-8", ESCAPE) if isinstance(stored, str) else bytes(cast("bytes", stored or b""))


def _text(stored: object) -> str:
    return stored if isinstance(stored, str) else _bytes(stored).decode("utf-8", ESCAPE)


def _whole(stored: object) -> int:
    """A number; 0, which no record has, for what is none any more."""
    return stored if isinstance(stored, int) else 0


del _sqlalchemy
