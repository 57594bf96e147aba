"""Who wants to know is told: a feed of records in the order in which they became visible, and a relay of messages."""

from collections.abc import Callable, Iterator

from sqlalchemy import Connection, func, select, text, update

from prcomm.adapters.store import statements as do
from prcomm.adapters.store.keeping import Keeping
from prcomm.adapters.store.rows import Message, StoredRecord
from prcomm.adapters.store.tables import CASES, FEED, READERS, RECORDS

_GIVE_POSITIONS = text("""
    WITH told AS (DELETE FROM prcomm_outbox RETURNING record)
    INSERT INTO prcomm_feed (position, record)
    SELECT (SELECT coalesce(max(position), 0) FROM prcomm_feed) + row_number() OVER (ORDER BY record), record FROM told
""")


class Telling(Keeping):
    """Who wants to know is told."""

    def read_from(self, position: int, most: int = 1000) -> list[StoredRecord]:
        """The records that became visible after a position, in that order: whoever goes on from the position of the
        last one misses none, however many write.

        Args:
            position: that of the last record read; 0 at first.
            most: how many at most.
        """
        if not self._db.postgresql:
            with self._db.reading() as connection:
                return self._after(connection, position, most)
        with self._db.writing() as connection:
            return self._after(connection, position, most)

    def _after(self, connection: Connection, position: int, most: int) -> list[StoredRecord]:
        if not self._db.postgresql:  # one writes at a time: they become visible in the order of their numbers
            found = select(RECORDS).where(RECORDS.c.id > position).order_by(RECORDS.c.id).limit(most)
            return [do.stored(row, row.id) for row in connection.execute(found)]
        connection.exec_driver_sql("SELECT pg_advisory_xact_lock(7295121)")
        connection.execute(_GIVE_POSITIONS)
        found = (
            select(RECORDS, FEED.c.position).join(FEED, FEED.c.record == RECORDS.c.id)
            .where(FEED.c.position > position).order_by(FEED.c.position).limit(most)
        )  # fmt: skip
        return [do.stored(row, row.position) for row in connection.execute(found)]

    def records(self, process: str, case: str) -> list[StoredRecord]:
        """The records of a case as they are stored, in order of version; none if there is no such case."""
        with self._db.reading() as connection:
            rows = connection.execute(do.OF_CASE, {"its_process": process, "its_case": case})
            return [do.stored(row) for row in rows]

    def ends(self) -> Iterator[tuple[str, str, int, bytes]]:
        """Of every case its process, its reference, its version and what its chain came to, in order of the first
        two."""
        with self._db.reading() as connection:
            found = select(CASES).order_by(CASES.c.process, CASES.c.case_id)
            for row in connection.execution_options(yield_per=1000).execute(found):
                yield row.process, row.case_id, row.version, bytes(row.chain)

    def relay(self, send: Callable[[str], None], most: int = 100, *, name: str = "relay") -> int:
        """Send the messages not yet sent, oldest first, and note how far it came. Whoever is killed in between sends
        some once more, so each comes at least once. What ``send`` raises ends the round.

        On PostgreSQL a second relay of the same name finds the first at work, and sends nothing meanwhile; on SQLite it
        may send the same ones.

        Returns how many were sent.

        Args:
            send: takes the text of a message.
            most: how many at most.
            name: to whom: each name is told everything.
        """
        self._introduce(name)
        if self._db.postgresql:
            return self._relay_alone(send, most, name)
        with self._db.reading() as connection:
            position = connection.execute(select(READERS.c.position).where(READERS.c.name == name)).scalar_one()
            found = self._after(connection, position, most)
        for stored in found:
            send(Message.of(stored).text())
            with self._db.writing() as connection:
                self._came_to(connection, name, stored.position)
        return len(found)

    def _relay_alone(self, send: Callable[[str], None], most: int, name: str) -> int:
        """The same where a row can be locked: it is free again as soon as whoever holds it is gone."""
        at, sent, failed = 0, 0, None
        with self._db.writing() as connection:
            mine = select(READERS.c.position).where(READERS.c.name == name).with_for_update(skip_locked=True)
            position = connection.execute(mine).scalar_one_or_none()
            if position is None:
                return 0
            for stored in self._after(connection, position, most):
                try:
                    send(Message.of(stored).text())
                except Exception as error:
                    failed = error
                    break
                at, sent = stored.position, sent + 1
            if sent:
                self._came_to(connection, name, at)
        if failed is not None:
            raise failed
        return sent

    def _introduce(self, name: str) -> None:
        with self._db.reading() as connection:
            known = connection.execute(select(func.count()).where(READERS.c.name == name)).scalar_one()
        if not known:
            with self._db.writing() as connection:
                connection.execute(do.READER[self._db.postgresql], {"name": name, "position": 0})

    def _came_to(self, connection: Connection, name: str, position: int) -> None:
        """Note how far it came; what another has noted further on stays."""
        reader = (READERS.c.name == name, READERS.c.position < position)
        connection.execute(update(READERS).where(*reader).values(position=position))
