"""Records of an older system are taken over as they are: judged by an audit, and never refused."""

import json
from collections.abc import Iterable
from datetime import date
from typing import TypeVar

from pendulum import DateTime
from sqlalchemy import Connection

from prcomm.adapters.seal import BEFORE_THE_FIRST
from prcomm.adapters.store import statements as do
from prcomm.adapters.store.acting import Acting, Faster
from prcomm.adapters.store.errors import CaseExists, NotYet
from prcomm.adapters.store.names import Name
from prcomm.adapters.store.owed import owed
from prcomm.adapters.store.rows import StoredRecord, instant
from prcomm.adapters.store.shelves import AtHand, Shelf
from prcomm.core.questions.audits import Audit, Entered, Unmapped
from prcomm.core.questions.lifecycle import Lifecycle
from prcomm.core.table.entities import Action, Entity, Record, State

E = TypeVar("E", bound=Entity[State])
A = TypeVar("A", bound=Action)


class TakingOver(Acting):
    """Records are taken over."""

    def take_over(
        self,
        lifecycle: Lifecycle[E, A],
        histories: Iterable[Iterable[A | Entered[A] | Record | Unmapped]],
        *,
        source: str,
        day: date,
        signed_in: str | None = None,
    ) -> list[Audit[E]]:
        """Enter the histories of an older system, all or none of them. Nothing of them is refused: each is audited as
        of now, and every record keeps what stands against it. That it was taken over stands with it, from where and on
        which day; that it was entered in time here is thus claimed by nobody.

        Raises ``CaseExists``, ``NotYet`` for an action that is later than the clock, ``OldIndex``.

        Returns the audit of each, with what was found; one without an entity begins no case, and nothing of it is kept.

        Args:
            lifecycle: one of its lifecycles.
            histories: of each case what ``lifecycle.audit`` takes.
            source: from where they were taken: the name of a register.
            day: the day on which they were.
            signed_in: the id of whoever was signed in.
        """
        shelf, now = self._shelf(lifecycle), self.clock()
        audits = [lifecycle.audit(self._past(history, now), now) for history in histories]
        origin = json.dumps({"taken_over_from": source, "on": day.isoformat()[:10]}, ensure_ascii=False)
        self._first(shelf)
        try:
            with self._db.writing() as connection:
                for audit in audits:
                    if audit.entity is not None:
                        self._take(connection, shelf, audit.entity, now, origin, signed_in or "")
        except Faster:
            self._check_law(shelf)
            raise CaseExists(shelf.process, self._first_known(shelf, audits)) from None
        return audits

    def _past(
        self, history: Iterable[A | Entered[A] | Record | Unmapped], now: DateTime
    ) -> list[A | Entered[A] | Record | Unmapped]:
        """A history of which nothing is still to come."""
        entries = list(history)
        for entry in entries:
            action = entry.action if isinstance(entry, Entered | Record) else entry
            recorded = entry.recorded if isinstance(entry, Entered | Record) else None
            for at in (action.at if isinstance(action, Action) else None, recorded):
                if at is not None and at > now:
                    raise NotYet(at, now)
        return entries

    def _take(
        self, connection: Connection, shelf: Shelf[E, A], entity: E, now: DateTime, origin: str, signed_in: str
    ) -> None:
        """Write all records of a case."""
        recorded, chain = instant(now), BEFORE_THE_FIRST
        written: list[tuple[StoredRecord, tuple[Name, ...]]] = []
        for version, record in enumerate(entity.history, 1):
            document, names = shelf.written(record)
            stored = StoredRecord.after(
                chain, shelf.process, entity.id, version, document, recorded, signed_in, origin,
                b"".join([name.digest for name in names]), shelf.table,
            )  # fmt: skip
            chain = stored.chain
            written.append((stored, names))
        owes = owed(shelf.lifecycle, entity, now, recorded)
        self._move(connection, shelf, None, AtHand(entity, chain, 1, owes))
        for stored, names in written:
            self._record(connection, stored)
            do.write_names(connection, stored, names)
        do.write_dues(connection, shelf.process, entity.id, owes.dues, new=True)

    def _first_known(self, shelf: Shelf[E, A], audits: Iterable[Audit[E]]) -> str:
        """The first of several cases that is known already, or comes twice."""
        seen = set[str]()
        with self._db.reading() as connection:
            for audit in audits:
                case = "" if audit.entity is None else audit.entity.id
                of = {"its_process": shelf.process, "its_case": case}
                if case and (case in seen or connection.execute(do.HEAD, of).one_or_none() is not None):
                    return case
                seen.add(case)
        return ""
