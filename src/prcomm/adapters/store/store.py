"""The store: what acts, lists and tells, in one."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import cast

from sqlalchemy import exists, update

from prcomm.adapters.store.errors import WrongStore
from prcomm.adapters.store.listing import Listing
from prcomm.adapters.store.tables import CASES, NAMES
from prcomm.adapters.store.taking import TakingOver
from prcomm.adapters.store.telling import Telling


class Store(TakingOver, Listing, Telling):
    """The cases of any lifecycles in one database.

    Several threads, processes and machines may use one. No writer waits for another while it decides; of two that
    decided on one version of a case one finds it taken, reads the case again, and decides again.

    Args:
        at: the database: a SQLAlchemy engine of the host's, a URL, or the path of a SQLite file, which is made if there
            is none.
        lifecycles: the lifecycles of its cases.
        clock: what time it is, with a zone: when a record is entered.
        tolerance: how long after it was done an action is entered without being told why.
        keep: how many cases of each lifecycle are kept at hand. They are values: what is kept can be old, never wrong.
        tries: how often a step is decided at most.
        keys_for: how long a key of idempotency is known.
        upgrades: by process, what brings the document of a record up to the lifecycle of today: ``Renamed``, or a
            function of your own.

    Raises ``WrongStore`` for tables that a newer library made, ``Damaged`` for a file that is no store any more.
    """

    def backup(self, path: str | Path) -> None:
        """Copy a SQLite file as a whole, while it is open and written to. Copying the file itself would lose what
        stands in the file beside it (``-wal``).

        Raises ``FileExistsError``; ``WrongStore`` for another database: ``pg_dump`` copies PostgreSQL.

        Args:
            path: the new file.
        """
        if self._db.postgresql:
            raise WrongStore("backup copies a SQLite file; pg_dump copies PostgreSQL")
        Path(path).touch(exist_ok=False)
        with self._db.reading() as connection, closing(sqlite3.connect(path)) as copy:
            cast("sqlite3.Connection", connection.connection.driver_connection).backup(copy)

    def erase(self, person: str) -> int:
        """Erase who a person is: names, addresses and contacts, in every case. Documents and their chains are not
        touched; the reference stays.

        Returns in how many records the person was named.

        Args:
            person: the reference of the person.
        """
        with self._db.writing() as connection:
            told = exists().where(
                NAMES.c.person == person, NAMES.c.process == CASES.c.process, NAMES.c.case_id == CASES.c.case_id
            )
            connection.execute(
                update(CASES).where(told).values(turn=CASES.c.turn + 1)
            )  # who keeps it at hand reads it anew
            named = connection.execute(
                update(NAMES).where(NAMES.c.person == person, NAMES.c.said != "").values(person="", said="", salt=b"")
            )
        for shelf in self._shelves.values():
            shelf.clear()
        return named.rowcount
