"""How whoever is told drops what comes twice."""

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from typing import Final

from sqlalchemy import Column, Connection, Engine, Integer, MetaData, PrimaryKeyConstraint, Table, Text
from sqlalchemy.dialects import postgresql, sqlite

from prcomm.adapters.store.rows import Message

inbox_metadata: Final = MetaData()
"""The table of an inbox, in the database of whoever is told."""
SEEN: Final = Table(
    "prcomm_seen",
    inbox_metadata,
    Column("process", Text, nullable=False),
    Column("case_id", Text, nullable=False),
    Column("version", Integer, nullable=False),
    PrimaryKeyConstraint("process", "case_id"),
    sqlite_with_rowid=False,
)


class Inbox:
    """Keeps the newest version that was handled of each case, in the same transaction as whatever is done with a
    message.

    Args:
        at: the receiver's own database: an engine, or the connection of an open transaction, which the receiver
            commits.
    """

    def __init__(self, at: Engine | Connection) -> None:
        self._at = at
        with self._transaction() as connection:
            inbox_metadata.create_all(connection)

    def take(self, message: str, handle: Callable[[Connection, Message], object]) -> bool:
        """Handle a message unless it was handled before. What ``handle`` raises leaves it to be handled again.

        Returns whether it was new.

        Args:
            message: its text, as it was sent.
            handle: what is done with it, in the same transaction.
        """
        told = Message.read(message)
        row = {"process": told.process, "case_id": told.case, "version": told.version}
        with self._transaction() as connection:
            dialect = postgresql if connection.dialect.name == "postgresql" else sqlite
            seen = dialect.insert(SEEN)
            newer = seen.on_conflict_do_update(
                index_elements=["process", "case_id"],
                set_={"version": seen.excluded.version},
                where=SEEN.c.version < seen.excluded.version,
            )
            new = connection.execute(newer, row, execution_options={"preserve_rowcount": True}).rowcount == 1
            if new:
                handle(connection, told)
        return new

    def _transaction(self) -> AbstractContextManager[Connection]:
        return self._at.begin() if isinstance(self._at, Engine) else nullcontext(self._at)
