"""A store for the cases of one lifecycle, in one SQLite file: python examples/store_sqlite.py [FILE]

What is kept are records: each is written once and never changed, and a case is opened by folding its own. Beside them,
in the same transaction, stand a message to whoever wants to know (the outbox), and what is owed, by office and day (an
index, which can be made anew from the records). Nothing here knows any law: another lifecycle is another ``Store``.

Several threads and processes may use one file. No writer waits for another while it decides; of two that decided on one
version of a case one finds it taken, reads the case again, and decides again.
"""

import hashlib
import json
import sqlite3
import sys
import tempfile
import threading
from collections import OrderedDict, deque
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import contextmanager, suppress
from datetime import date
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Final, Generic, TypeVar

from attrs import fields_dict, frozen
from pendulum import DateTime

from prcomm import Action, Actor, Change, Entity, Lifecycle, Person, Refused, State, changed
from prcomm.adapters.json import BadDocument, Codec, header
from prcomm.citizens.appeals import APPEAL, COMPLAINT, Assign, Channel, Form, Receive, Register
from prcomm.law import office
from prcomm.law.roles import HEAD, REGISTRAR

E = TypeVar("E", bound=Entity[State])
A = TypeVar("A", bound=Action)

TABLES: Final = 1
"""The version of the tables below, kept in the file."""
SCHEMA: Final = """
CREATE TABLE IF NOT EXISTS about (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS records (
    id INTEGER PRIMARY KEY, case_id TEXT NOT NULL, version INTEGER NOT NULL, document TEXT NOT NULL,
    UNIQUE (case_id, version)
);
CREATE TABLE IF NOT EXISTS outbox (
    id INTEGER PRIMARY KEY AUTOINCREMENT, message TEXT NOT NULL, sent INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX IF NOT EXISTS outbox_to_send ON outbox (id) WHERE NOT sent;
CREATE TABLE IF NOT EXISTS dues (
    case_id TEXT NOT NULL, place INTEGER NOT NULL, name TEXT NOT NULL, key TEXT, office TEXT NOT NULL,
    owed_by TEXT NOT NULL, control TEXT, last TEXT, day TEXT, PRIMARY KEY (case_id, place)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS dues_by_office ON dues (office, day);
"""


class StoreError(Exception):
    """What the store can't do."""


class NoCase(StoreError):
    """There is no case of that reference."""

    def __init__(self, case: str) -> None:
        super().__init__(f"there is no case {case!r}")


class CaseExists(StoreError):
    """A case of that reference was begun before."""

    def __init__(self, case: str) -> None:
        super().__init__(f"there is a case {case!r} already")


class Stale(StoreError):
    """The case is no longer as whoever acts has seen it.

    Attributes:
        version: the version it has now.
    """

    def __init__(self, case: str, seen: int, version: int) -> None:
        self.version = version
        super().__init__(f"the case {case!r} was seen at version {seen}, and has version {version}")


class Unreadable(StoreError):
    """A case can't be read: its records were written by a newer library, or by somebody else."""

    def __init__(self, case: str, why: BadDocument) -> None:
        super().__init__(f"the case {case!r}: {why}")


class WrongStore(StoreError):
    """The file holds cases of another process, or tables that a newer store has made."""


class Damaged(StoreError):
    """The file is no store any more: something else stands in it, or part of it is gone. Its backup is needed."""

    def __init__(self, path: Path, why: Exception | str) -> None:
        super().__init__(f"the file {path.name!r} is damaged, or no store: {why}")


class OldIndex(StoreError):
    """What is owed was counted under another law: ``store.recount(…)`` counts it under this one."""

    def __init__(self) -> None:
        super().__init__("what is owed was counted under another law: store.recount(at) counts it anew")


@frozen
class OpenDue:
    """What the index says of an open due.

    Attributes:
        case: the reference of the case.
        name: the name of the deadline.
        key: which of several, as text; ``None`` where there is one.
        office: the id of the office whose case it is.
        owed_by: the role that owes it.
        control: the office's own target, as ISO 8601 has it; ``None`` without number.
        last: the last day (instant), as ISO 8601 has it; ``None`` without number.
    """

    case: str
    name: str
    key: str | None
    office: str
    owed_by: str
    control: str | None
    last: str | None


@frozen
class Message:
    """What is told of one action to whoever wants to know. It names nobody, and carries no field of the action.

    Messages may come twice, and of one case in order: whoever keeps the newest version it has seen of each case can
    drop the rest (``Inbox`` does).
    """

    process: str
    case: str
    version: int
    action: str
    state: str
    office: str
    at: str

    @classmethod
    def of(cls, process: str, entity: Entity[State]) -> "Message":
        """The message about the newest record of a case."""
        action = entity.history[-1].action
        name, at = type(action).__name__, action.at.isoformat()
        return cls(process, entity.id, entity.version, name, entity.state.name, entity.office.id, at)

    def text(self) -> str:
        """The message as it is sent."""
        return _as_text({name: getattr(self, name) for name in _TOLD})


_TOLD: Final = tuple(fields_dict(Message))
_as_text: Final = json.JSONEncoder(ensure_ascii=False).encode


class Store(Generic[E, A]):
    """The cases of one lifecycle.

    Args:
        path: the file; it is made if there is none.
        lifecycle: the lifecycle of its cases.
        keep: how many cases are kept at hand. They are values: what is kept can be old, and never wrong.

    Raises ``WrongStore`` for a file that holds something else, and ``Damaged`` for one that is no store any more, at
    once or whenever that is found.
    """

    def __init__(self, path: Path | str, lifecycle: Lifecycle[E, A], *, keep: int = 1000) -> None:
        self.path = Path(path)
        self.lifecycle = lifecycle
        self.codec = Codec(lifecycle)
        self._law = _law_of(lifecycle)
        self._keep = keep
        self._kept: OrderedDict[str, E] = OrderedDict()
        self._lock = threading.Lock()
        self._idle: deque[sqlite3.Connection] = deque()
        try:
            self._make_tables()
        except BaseException:
            self.close()
            raise

    # -- acting

    def begin(self, action: A, also: "Also[E] | None" = None, *, recorded: DateTime | None = None) -> E:
        """Begin a case with its first action.

        Raises ``Refused``, ``BadInput``, or ``CaseExists``.

        Args:
            action: the action.
            also: what else is written in the same transaction.
            recorded: when it is entered, where that is later than it was done.
        """
        entity = self.lifecycle.begin(action, recorded=recorded)
        if not self._append(entity, also):
            raise CaseExists(entity.id)
        return entity

    def apply(
        self,
        case: str,
        decide: Callable[[E], A],
        *,
        version: int | None = None,
        also: "Also[E] | None" = None,
        recorded: DateTime | None = None,
    ) -> E:
        """Do something about a case. If somebody else was faster, the case is read and decided on again: the action
        is judged by what then stands, and may be refused. What was refused or can't be judged leaves no trace.

        Raises ``Refused``, ``BadInput``, ``NoCase``, or ``Stale``.

        Args:
            case: the reference of the case.
            decide: the action, given the case as it stands: here the clock is read, each time anew.
            version: the only version on which to act; without it, whichever stands.
            also: what else is written in the same transaction.
            recorded: when it is entered, where that is later than it was done.
        """
        while True:
            before = self.open(case)
            if version not in (None, before.version):
                raise Stale(case, version or 0, before.version)
            after = self.lifecycle.apply(before, decide(before), recorded=recorded)
            if self._append(after, also):
                return after

    def _append(self, entity: E, also: "Also[E] | None") -> bool:
        """Write the newest record of a case, and what goes with it; or nothing, if its version is taken."""
        record = entity.history[-1]
        document = self.codec.dumps(record)
        message = Message.of(self.lifecycle.name, entity).text()
        dues = self._due_rows(entity, record.action.at)
        with self.writing() as db:
            if _counted_under(db) != self._law:
                raise OldIndex
            try:
                row = (entity.id, entity.version, document)
                db.execute("INSERT INTO records (case_id, version, document) VALUES (?, ?, ?)", row)
            except sqlite3.IntegrityError:
                return False
            db.execute("INSERT INTO outbox (message) VALUES (?)", (message,))
            _index(db, entity.id, dues)
            if also is not None:
                also(db, entity)
        self._keep_at_hand(entity)
        return True

    # -- reading

    def open(self, case: str) -> E:
        """A case as it stands: its records, folded. Raises ``NoCase``, or ``Unreadable``."""
        with self.connected() as db:
            (newest,) = db.execute("SELECT max(version) FROM records WHERE case_id = ?", (case,)).fetchone()
            if newest is None:
                raise NoCase(case)
            with self._lock:
                kept = self._kept.get(case)
            if kept is not None and kept.version == newest:
                return kept
            found = db.execute("SELECT document FROM records WHERE case_id = ? ORDER BY version", (case,)).fetchall()
        entity = self._restored(case, (document for (document,) in found))
        self._keep_at_hand(entity)
        return entity

    def cases(self) -> Iterator[E]:
        """Every case, one after the other, in the order of their references."""
        with self.connected() as db:
            yield from self._cases(db)

    def _cases(self, db: sqlite3.Connection) -> Iterator[E]:
        found = db.execute("SELECT case_id, document FROM records ORDER BY case_id, version")
        for case, rows in groupby(found, key=itemgetter(0)):
            yield self._restored(case, (document for _, document in rows))

    def dues(self, office: str | None = None, first: date | None = None, last: date | None = None) -> list[OpenDue]:
        """What is open, the nearest last day first; with a first or a last day, only what has a number.

        Raises ``OldIndex`` if it was counted under another law.

        Args:
            office: the id of the office; without it, of all.
            first: the first of the last days asked for; without it, from the beginning.
            last: the last of them; without it, to the end.
        """
        asked = {"office": office, "first": first and first.isoformat(), "last": last and last.isoformat()}
        known = {name: value for name, value in asked.items() if value is not None}
        where = " AND ".join(_ASKED[name] for name in known) or "1"
        with self.connected() as db:
            if _counted_under(db) != self._law:
                raise OldIndex
            found = db.execute(
                f"SELECT case_id, name, key, office, owed_by, control, last FROM dues WHERE {where} "
                "ORDER BY day IS NULL, day, case_id, place",
                known,
            )
            return [OpenDue(*row) for row in found]

    def _restored(self, case: str, documents: Iterable[str]) -> E:
        try:
            return self.codec.restore(documents)
        except BadDocument as bad:
            raise Unreadable(case, bad) from None

    def _keep_at_hand(self, entity: E) -> None:
        with self._lock:
            self._kept[entity.id] = entity
            self._kept.move_to_end(entity.id)
            while len(self._kept) > self._keep:
                self._kept.popitem(last=False)

    # -- telling others

    def relay(self, send: Callable[[str], None], most: int = 100) -> int:
        """Send the messages not yet sent, oldest first, and mark each once ``send`` has come back. Whoever is killed
        between the two sends it once more, so each comes at least once. What ``send`` raises ends the round.

        Returns how many were sent.

        Args:
            send: takes the text of a message.
            most: how many at most.
        """
        with self.connected() as db:
            found = db.execute("SELECT id, message FROM outbox WHERE NOT sent ORDER BY id LIMIT ?", (most,)).fetchall()
            for number, message in found:
                send(message)
                db.execute("UPDATE outbox SET sent = 1 WHERE id = ?", (number,))
        return len(found)

    # -- another law

    def recount(self, at: DateTime, old: Lifecycle[E, A] | None = None) -> tuple[Change, ...]:
        """Count what is owed under the law of this store, after a new calendar, a Reform or another release.

        No other writer gets in meanwhile; one that still runs under the old law gets ``OldIndex`` from then on.

        Returns what the new law moves, if the old one is given; then only what moves is written.

        Args:
            at: as of when.
            old: the lifecycle under the law by which the index was counted. Raises ``OldIndex`` if that is another.
        """
        with self.writing() as db:
            if old is None:
                db.execute("DELETE FROM dues")
                moved: tuple[Change, ...] = ()
                cases: Iterable[E] = self._cases(db)
            elif _counted_under(db) != _law_of(old):
                raise OldIndex
            else:
                moved = tuple(changed(self._cases(db), old, self.lifecycle, at))
                cases = map(self.open, dict.fromkeys(change.entity for change in moved))
            for entity in cases:
                _index(db, entity.id, self._due_rows(entity, at))
            db.execute("UPDATE about SET value = ? WHERE name = 'counted under'", (self._law,))
        return moved

    def _due_rows(self, entity: E, at: DateTime) -> list[tuple[object, ...]]:
        rows: list[tuple[object, ...]] = []
        for place, due in enumerate(self.lifecycle.due(entity, at, open=True)):
            key = None if due.key is None else str(due.key)
            last = _iso(due.last)
            of = (entity.id, place, due.name, key, entity.office.id, due.owed_by.name)
            rows.append((*of, _iso(due.control), last, last and last[:10]))
        return rows

    # -- the file

    @contextmanager
    def connected(self) -> Generator[sqlite3.Connection, None, None]:
        """A connection of one's own, until it is given back."""
        db = self._borrowed()
        try:
            with self._undamaged():
                yield db
        finally:
            self._idle.append(db)

    @contextmanager
    def _undamaged(self) -> Generator[None, None, None]:
        """Say of what SQLite finds damaged that it is; what it can't do now (a full disk, a lock) it says itself."""
        try:
            yield
        except UnicodeDecodeError as error:  # of what SQLite itself says of a spoilt file
            raise Damaged(self.path, "what is in it is no text") from error
        except sqlite3.DatabaseError as error:
            if type(error) is sqlite3.DatabaseError or str(error).startswith(_DAMAGED):
                raise Damaged(self.path, error) from error
            raise

    def _borrowed(self) -> sqlite3.Connection:
        try:
            return self._idle.pop()
        except IndexError:
            return self._connection()

    def _connection(self) -> sqlite3.Connection:
        db = sqlite3.connect(self.path, timeout=60, isolation_level=None, check_same_thread=False)
        db.text_factory = _text
        try:
            with self._undamaged():
                db.execute("PRAGMA journal_mode = WAL")
                db.execute("PRAGMA synchronous = FULL")  # what was answered for is on the disk
        except BaseException:
            db.close()
            raise
        return db

    @contextmanager
    def writing(self) -> Generator[sqlite3.Connection, None, None]:
        """One transaction: all of it or nothing."""
        db = self._borrowed()
        try:
            with self._undamaged():
                db.execute("BEGIN IMMEDIATE")
                yield db
                db.execute("COMMIT")
        finally:
            if db.in_transaction:
                with suppress(sqlite3.Error):  # what is damaged may not even do that
                    db.execute("ROLLBACK")
            self._idle.append(db)

    def _make_tables(self) -> None:
        with self.writing() as db:
            (tables,) = db.execute("PRAGMA user_version").fetchone()
            if tables > TABLES:
                raise WrongStore(f"its tables have version {tables}; {TABLES} is the newest known here")
            for statement in filter(str.strip, SCHEMA.split(";")):
                db.execute(statement)
            db.execute(f"PRAGMA user_version = {TABLES}")
            about = (("process", self.lifecycle.name), ("counted under", self._law))
            db.executemany("INSERT OR IGNORE INTO about VALUES (?, ?)", about)
            process = _about(db, "process")
            _counted_under(db)
        if process != self.lifecycle.name:
            raise WrongStore(f"it holds cases of the process {process}, not of {self.lifecycle.name}")

    def close(self) -> None:
        """Close its connections."""
        while self._idle:
            self._idle.pop().close()

    def __enter__(self) -> "Store[E, A]":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


Also = Callable[[sqlite3.Connection, E], None]
"""What a host writes in the same transaction as a record: given the connection, and the case as it then stands."""


class Inbox:
    """How a receiver drops repeats: it keeps the newest version it has handled of each case, in the same transaction
    as whatever it does with a message.

    Args:
        db: the receiver's own database, in autocommit mode (``isolation_level=None``).
    """

    def __init__(self, db: sqlite3.Connection) -> None:
        self.db = db
        db.execute(
            "CREATE TABLE IF NOT EXISTS seen (process TEXT, case_id TEXT, version INTEGER NOT NULL, "
            "PRIMARY KEY (process, case_id)) WITHOUT ROWID"
        )

    def take(self, message: str, handle: Callable[[Message], None]) -> bool:
        """Handle a message unless it was handled before. Returns whether it was new."""
        told = Message(**json.loads(message))
        self.db.execute("BEGIN IMMEDIATE")
        try:
            new = self.db.execute(
                "INSERT INTO seen VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET version = excluded.version "
                "WHERE version < excluded.version",
                (told.process, told.case, told.version),
            ).rowcount
            if new:
                handle(told)
        except BaseException:
            self.db.execute("ROLLBACK")
            raise
        self.db.execute("COMMIT")
        return bool(new)


_ASKED: Final = {"office": "office = :office", "first": "day >= :first", "last": "day <= :last"}


_DAMAGED: Final = "no such table", "no such column", "table "
"""How SQLite begins to say that tables are not those of a store."""


def _text(stored: bytes) -> str | bytes:
    """A text in the file; what is no UTF-8 is left to whoever reads it, and is no document."""
    try:
        return stored.decode()
    except UnicodeDecodeError:
        return stored


def _about(db: sqlite3.Connection, name: str) -> str:
    """What the file says of itself."""
    found = db.execute("SELECT value FROM about WHERE name = ?", (name,)).fetchone()
    if found is None:
        raise sqlite3.DatabaseError(f"it does not say {name!r}")
    return str(found[0])


def _counted_under(db: sqlite3.Connection) -> str:
    """The law under which the index was counted."""
    return _about(db, "counted under")


def _index(db: sqlite3.Connection, case: str, rows: list[tuple[object, ...]]) -> None:
    db.execute("DELETE FROM dues WHERE case_id = ?", (case,))
    db.executemany("INSERT INTO dues VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)


def _law_of(lifecycle: Lifecycle[E, A]) -> str:
    """What the dues of a lifecycle depend on, as text: its law, and a digest of its Reforms, days off and deadlines."""
    law = lifecycle.law
    names = [deadline.name for deadline in lifecycle.deadlines]
    rest = repr((law.reforms, law.calendar.days, law.calendar.holidays, names))
    return json.dumps([header(lifecycle)["law"], hashlib.sha256(rest.encode()).hexdigest()], ensure_ascii=False)


def _iso(at: date | None) -> str | None:
    return None if at is None else at.isoformat()


# -- how it is used

DISTRICT = office("district department")
DESK, HEAD_OF_IT = Actor("desk 1", REGISTRAR), Actor("head", HEAD)


def at(day: int, hour: int) -> DateTime:
    """An instant of March 2026, on the clock of the office."""
    return DateTime(2026, 3, day, hour, tzinfo=DISTRICT.tz)


def main(path: Path) -> None:
    """Live a complaint in a store, with two writers at once, and ask what is owed."""
    with Store(path, APPEAL) as store:
        case = f"2026/{118 + sum(1 for _ in store.cases())}"
        appeal = store.begin(
            Receive(
                at=at(4, 11), by=DESK, case=case, kind=COMPLAINT, form=Form.WRITTEN, channel=Channel.POST,
                office=DISTRICT, appellants=(Person("p-17"),),
            )
        )  # fmt: skip
        print(f"{appeal.id}: {appeal.state.name}, version {appeal.version}")

        def slowly(seen: object) -> Register:
            """Decides on what it has seen, and is overtaken."""
            if store.open(appeal.id).version == 1:
                store.apply(appeal.id, lambda _: Register(at=at(4, 12), by=DESK, number="118"))
            return Register(at=at(4, 12), by=DESK, number="119")

        try:
            store.apply(appeal.id, slowly)
        except Refused as refused:
            print("the slower of two clerks decided again, on what then stood:")
            print(refused)
        store.apply(appeal.id, lambda _: Assign(at=at(5, 9), by=HEAD_OF_IT, executors=("officer 5",)))

        inbox, sent = Inbox(sqlite3.connect(":memory:", isolation_level=None)), list[str]()
        print(f"{store.relay(sent.append)} messages sent")
        for message in (*sent, *sent):
            inbox.take(message, lambda told: print(f"  {told.case} version {told.version}: {told.action}"))
        for due in store.dues(DISTRICT.id, last=at(31, 0).date()):
            print(f"open: {due.name} of {due.case} by {due.last}, owed by the {due.owed_by}")
    with Store(path, APPEAL) as store:
        print(f"opened again: {store.open(appeal.id).state.name}, version {store.open(appeal.id).version}")


if __name__ == "__main__":
    if len(sys.argv) > 1:
        main(Path(sys.argv[1]))
    else:
        with tempfile.TemporaryDirectory() as folder:
            main(Path(folder) / "appeals.sqlite")
