"""The statements by which a store writes and reads, each made once."""

from collections.abc import Iterable
from typing import Final

from attrs import frozen
from sqlalchemy import Connection, Row, and_, bindparam as given, delete, exists, insert, or_, select, update
from sqlalchemy.dialects import postgresql, sqlite

from prcomm.adapters.store.errors import Damaged
from prcomm.adapters.store.names import Name
from prcomm.adapters.store.rows import OpenDue, StoredRecord, from_instant
from prcomm.adapters.store.tables import CASES, COUNTED, DUES, KEYS, NAMES, OUTBOX, READERS, RECORDS

_UNDER_THIS_LAW: Final = exists().where(
    COUNTED.c.process == given("its_process"), COUNTED.c.digest == given("its_digest")
)
_CASE: Final = and_(CASES.c.process == given("its_process"), CASES.c.case_id == given("its_case"))


def _upsert(postgres: bool, table: object) -> "postgresql.Insert | sqlite.Insert":
    return postgresql.insert(table) if postgres else sqlite.insert(table)  # type: ignore[arg-type]  # one of the tables


def _begun(postgres: bool) -> "postgresql.Insert | sqlite.Insert":
    columns = ("process", "case_id", "office", "version", "turn", "chain", "counted", "again")
    types = {column: CASES.c[column].type for column in columns}
    row = select(*(given(f"new_{name}", type_=types[name]) for name in columns)).where(_UNDER_THIS_LAW)
    return _upsert(postgres, CASES).from_select(columns, row).on_conflict_do_nothing()


BEGUN: Final = {postgres: _begun(postgres) for postgres in (False, True)}
"""A case is begun, unless there is one, or what is owed was counted under another law."""
MOVED: Final = (
    update(CASES)
    .where(_CASE, CASES.c.turn == given("its_turn"), CASES.c.chain == given("its_chain"), _UNDER_THIS_LAW)
    .values({name: given(f"new_{name}") for name in ("office", "version", "turn", "chain", "counted", "again")})
)
"""A case moves, unless somebody else was faster, or what is owed was counted under another law."""
_WRITTEN: Final = [column.name for column in RECORDS.columns if column.name != "id"]
RECORDED: Final = insert(RECORDS).values({name: given(f"new_{name}") for name in _WRITTEN})
_RECORDED_ID: Final = RECORDED.returning(RECORDS.c.id).cte("written")
RECORDED_TO_TELL: Final = insert(OUTBOX).from_select(["record"], select(_RECORDED_ID.c.id))
"""The same where several write at a time: its position is given when the feed is read."""
NAMED: Final = insert(NAMES)
OWED_NO_MORE: Final = delete(DUES).where(DUES.c.process == given("its_process"), DUES.c.case_id == given("its_case"))
OWED: Final = insert(DUES)
HEAD: Final = select(CASES).where(_CASE)
OF_CASE: Final = (
    select(RECORDS).where(RECORDS.c.process == given("its_process"), RECORDS.c.case_id == given("its_case"))
    .order_by(RECORDS.c.version)
)  # fmt: skip
NAMES_OF_CASE: Final = select(NAMES).where(
    NAMES.c.process == given("its_process"), NAMES.c.case_id == given("its_case")
)
DUES_OF_CASE: Final = (
    select(DUES).where(DUES.c.process == given("its_process"), DUES.c.case_id == given("its_case"))
    .order_by(DUES.c.place)
)  # fmt: skip
DIGEST: Final = select(COUNTED.c.digest).where(COUNTED.c.process == given("its_process"))
KNOWN_KEY: Final = select(KEYS).where(KEYS.c.key == given("its_key"))
FORGOTTEN: Final = delete(KEYS).where(KEYS.c.recorded < given("before"))


def used_key(postgres: bool) -> "postgresql.Insert | sqlite.Insert":
    """A key is used, unless it was before."""
    return _upsert(postgres, KEYS).on_conflict_do_nothing()


def counted_first(postgres: bool) -> "postgresql.Insert | sqlite.Insert":
    """What is owed of a process is counted under a law, unless it was before."""
    return _upsert(postgres, COUNTED).on_conflict_do_nothing()


USED_KEY: Final = {postgres: used_key(postgres) for postgres in (False, True)}
COUNTED_FIRST: Final = {postgres: counted_first(postgres) for postgres in (False, True)}
READER: Final = {postgres: _upsert(postgres, READERS).on_conflict_do_nothing() for postgres in (False, True)}


def stored(row: Row[tuple[object, ...]], position: int = 0) -> StoredRecord:
    """A row of the table of records."""
    return StoredRecord(
        position, _text(row.process), _text(row.case_id), _whole(row.version), _bytes(row.document),
        _text(row.recorded), _text(row.signed_in), _text(row.origin), _bytes(row.names), _bytes(row.digest),
        _bytes(row.chain),
    )  # fmt: skip


@frozen
class Head:
    """Where a case stands.

    Attributes:
        case: its reference.
        version: its version.
        turn: how often its row has changed.
        chain: what its chain came to.
        counted: as of when what it owes was counted.
        again: until when that holds; ``None`` for ever.
    """

    case: str
    version: int
    turn: int
    chain: bytes
    counted: str
    again: str | None

    @classmethod
    def of(cls, row: Row[tuple[object, ...]]) -> "Head":
        """A row of the table of cases."""
        counted = _text(row.counted)
        try:
            from_instant(counted)
        except ValueError:
            raise Damaged("an instant in it is none") from None
        again = None if row.again is None else _text(row.again)
        return cls(_text(row.case_id), _whole(row.version), _whole(row.turn), _bytes(row.chain), counted, again)


def _text(stored: object) -> str:
    if not isinstance(stored, str):
        raise Damaged(OF_ANOTHER_TYPE)
    return stored


def _whole(stored: object) -> int:
    if not isinstance(stored, int):
        raise Damaged(OF_ANOTHER_TYPE)
    return stored


def _bytes(stored: object) -> bytes:
    if not isinstance(stored, bytes):
        raise Damaged(OF_ANOTHER_TYPE)
    return stored


OF_ANOTHER_TYPE: Final = "a value in it is of another type than it was"


def due_row(due: OpenDue, place: int) -> dict[str, object]:
    """The row of an open due."""
    return {
        "process": due.process, "case_id": due.case, "place": place, "name": due.name, "key": due.key,
        "office": due.office, "owed_by": due.owed_by, "control": due.control, "last": due.last, "day": due.day,
    }  # fmt: skip


def open_due(row: Row[tuple[object, ...]]) -> OpenDue:
    """The open due of a row."""
    control, last = (None if one is None else _text(one) for one in (row.control, row.last))
    key = None if row.key is None else _text(row.key)
    return OpenDue(row.process, row.case_id, _text(row.name), key, row.office, _text(row.owed_by), control, last)


def write_dues(connection: Connection, process: str, case: str, dues: Iterable[OpenDue], *, new: bool) -> None:
    """Write what a case owes, in the place of what it owed."""
    if not new:
        connection.execute(OWED_NO_MORE, {"its_process": process, "its_case": case})
    rows = [due_row(due, place) for place, due in enumerate(dues)]
    if rows:
        connection.execute(OWED, rows)


def write_names(connection: Connection, stored: StoredRecord, names: Iterable[Name]) -> None:
    """Write who the persons in a record are."""
    of = {"process": stored.process, "case_id": stored.case, "version": stored.version}
    rows = [{**of, "path": name.path, "person": name.person, "said": name.said, "salt": name.salt} for name in names]
    if rows:
        connection.execute(NAMED, rows)


def names_of(rows: Iterable[Row[tuple[object, ...]]]) -> dict[int, list[Name]]:
    """By its version, who the persons in each record of a case are."""
    found: dict[int, list[Name]] = {}
    for row in rows:
        found.setdefault(row.version, []).append(
            Name(_text(row.path), _text(row.person), _text(row.said), _bytes(row.salt))
        )
    return found


HEADS: Final = (
    select(CASES).where(CASES.c.process == given("its_process"), CASES.c.case_id > given("after"))
    .order_by(CASES.c.case_id).limit(given("most"))
)  # fmt: skip
"""The next cases of a process."""
RECORDS_OF_CASES, NAMES_OF_CASES = (
    select(table)
    .where(table.c.process == given("its_process"), table.c.case_id.in_(given("its_cases", expanding=True)))
    .order_by(table.c.case_id, table.c.version)
    for table in (RECORDS, NAMES)
)
OUT_OF_DATE: Final = (
    select(CASES.c.process, CASES.c.case_id)
    .where(CASES.c.process.in_(given("processes", expanding=True)))
    .where(or_(CASES.c.again <= given("at"), CASES.c.counted > given("at")))
    .order_by(CASES.c.process, CASES.c.case_id)
)
"""The cases of which the index does not say what is owed at an instant."""
IN_THE_INDEX: Final = (
    select(DUES)
    .join(CASES, and_(CASES.c.process == DUES.c.process, CASES.c.case_id == DUES.c.case_id))
    .where(DUES.c.process.in_(given("processes", expanding=True)))
    .where(CASES.c.counted <= given("at"), or_(CASES.c.again.is_(None), CASES.c.again > given("at")))
)
"""What is owed at an instant, of the cases of which the index says it."""
