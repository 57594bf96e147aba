"""The tables of a store, for any lifecycles; and how they are made."""

from typing import Final

from sqlalchemy import (
    BigInteger,
    Column,
    Connection,
    Engine,
    Identity,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
    inspect,
)

from prcomm.adapters.store.errors import WrongStore

metadata: Final = MetaData()
"""The tables of a store: a host with migrations of its own (Alembic) lists it among its targets."""

VERSION: Final = "1"
"""The version of the tables below, kept in them."""

_NUMBER: Final = BigInteger().with_variant(Integer(), "sqlite")


def _key(*columns: str) -> PrimaryKeyConstraint:
    return PrimaryKeyConstraint(*columns)


CASES: Final = Table(
    "prcomm_cases",
    metadata,
    Column("process", Text, nullable=False),
    Column("case_id", Text, nullable=False),
    Column("office", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("turn", Integer, nullable=False),
    Column("chain", LargeBinary, nullable=False),
    Column("counted", Text, nullable=False),
    Column("again", Text),
    _key("process", "case_id"),
    sqlite_with_rowid=False,
)
Index("prcomm_cases_counted", CASES.c.counted)
Index("prcomm_cases_of_office", CASES.c.process, CASES.c.office, CASES.c.case_id)
"""Where each case stands. ``turn`` counts every change of this row; what is owed is as counted at ``counted`` until
``again``, for ever if that is empty."""
Index("prcomm_cases_again", CASES.c.again, sqlite_where=CASES.c.again.is_not(None),
      postgresql_where=CASES.c.again.is_not(None))  # fmt: skip

RECORDS: Final = Table(
    "prcomm_records",
    metadata,
    Column("id", _NUMBER, Identity(), primary_key=True),
    Column("process", Text, nullable=False),
    Column("case_id", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("document", LargeBinary, nullable=False),
    Column("recorded", Text, nullable=False),
    Column("signed_in", Text, nullable=False),
    Column("origin", Text, nullable=False),
    Column("names", LargeBinary, nullable=False),
    Column("digest", LargeBinary, nullable=False),
    Column("chain", LargeBinary, nullable=False),
    Index("prcomm_records_case", "process", "case_id", "version", unique=True),
)
"""Each record once, never changed: whoever writes needs no more than to insert."""

DUES: Final = Table(
    "prcomm_dues",
    metadata,
    Column("process", Text, nullable=False),
    Column("case_id", Text, nullable=False),
    Column("place", Integer, nullable=False),
    Column("name", Text, nullable=False),
    Column("key", Text),
    Column("office", Text, nullable=False),
    Column("owed_by", Text, nullable=False),
    Column("control", Text),
    Column("last", Text),
    Column("day", Text),
    _key("process", "case_id", "place"),
    Index("prcomm_dues_by_office", "office", "day"),
    sqlite_with_rowid=False,
)
"""What is open, an index which can be made anew from the records."""

NAMES: Final = Table(
    "prcomm_names",
    metadata,
    Column("process", Text, nullable=False),
    Column("case_id", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("path", Text, nullable=False),
    Column("person", Text, nullable=False),
    Column("said", Text, nullable=False),
    Column("salt", LargeBinary, nullable=False),
    _key("process", "case_id", "version", "path"),
    Index("prcomm_names_of", "person"),
    sqlite_with_rowid=False,
)
"""Who persons are, outside the documents and their chain, which holds no more of them than a salted
digest. Erased, a row says nothing any more, and stays: so it is told from one that is gone."""

KEYS: Final = Table(
    "prcomm_keys",
    metadata,
    Column("key", LargeBinary, primary_key=True),
    Column("asked", Text, nullable=False),
    Column("process", Text, nullable=False),
    Column("case_id", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("recorded", Text, nullable=False),
    Column("refused", Integer, nullable=False),
    Index("prcomm_keys_recorded", "recorded"),
    sqlite_with_rowid=False,
)
"""Which request made which record, for a while."""

COUNTED: Final = Table(
    "prcomm_counted",
    metadata,
    Column("process", Text, primary_key=True),
    Column("digest", Text, nullable=False),
    sqlite_with_rowid=False,
)
"""Under which digest of dues the index of each process was counted."""

READERS: Final = Table(
    "prcomm_readers",
    metadata,
    Column("name", Text, primary_key=True),
    Column("position", _NUMBER, nullable=False),
    sqlite_with_rowid=False,
)
"""How far whoever is told has been told."""

OUTBOX: Final = Table(
    "prcomm_outbox",
    metadata,
    Column("record", _NUMBER, primary_key=True, autoincrement=False),
)
"""Of a database in which several write at a time: the records that have no position yet."""

FEED: Final = Table(
    "prcomm_feed",
    metadata,
    Column("position", _NUMBER, primary_key=True, autoincrement=False),
    Column("record", _NUMBER, nullable=False, unique=True),
)
"""And the position of each, given when the feed is read."""

ABOUT: Final = Table(
    "prcomm_about",
    metadata,
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),
    sqlite_with_rowid=False,
)
"""What the store says of itself: the version of its tables."""


def make_tables(on: Engine | Connection) -> None:
    """Make the tables where there are none. In a host's own transaction it is the host that commits.

    Raises ``WrongStore`` where those of a newer library stand.
    """
    if isinstance(on, Engine):
        with on.begin() as connection:
            make_tables(connection)
        return
    if on.dialect.name == "postgresql":
        on.exec_driver_sql("SELECT pg_advisory_xact_lock(7295120)")  # two that start at once
    if not inspect(on).has_table(ABOUT.name):
        metadata.create_all(on)
        on.execute(ABOUT.insert(), {"name": "tables", "value": VERSION})
    check_tables(on)


def check_tables(connection: Connection) -> None:
    """Raises ``WrongStore`` where the tables are none that this library knows."""
    if not inspect(connection).has_table(ABOUT.name):
        raise WrongStore("there are no tables of a store: make_tables(engine) makes them")
    found = connection.execute(ABOUT.select().where(ABOUT.c.name == "tables")).one_or_none()
    version = "none" if found is None else str(found.value)
    if version != VERSION:
        raise WrongStore(f"its tables have version {version}; {VERSION} is the one known here")
