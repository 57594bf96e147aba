"""How cases are begun and moved: each step is one transaction, whole or not at all."""

import json
import random
import time
from collections.abc import Callable
from typing import Final, Generic, TypeVar

from attrs import frozen
from sqlalchemy import Connection

from prcomm.adapters.seal import BEFORE_THE_FIRST
from prcomm.adapters.store import statements as do
from prcomm.adapters.store.errors import (
    CaseExists,
    Contended,
    KeyReused,
    KeyTaken,
    NotYet,
    OldIndex,
    Stale,
    TooLate,
)
from prcomm.adapters.store.keys import Answering, Key, kept_key
from prcomm.adapters.store.owed import Owed, owed
from prcomm.adapters.store.rows import StoredRecord, from_instant, instant
from prcomm.adapters.store.shelves import AtHand, Shelf
from prcomm.core.engine.dispatch import with_recorded
from prcomm.core.questions.lifecycle import Lifecycle
from prcomm.core.table.entities import Action, Entity, State

E = TypeVar("E", bound=Entity[State])
A = TypeVar("A", bound=Action)

Also = Callable[[Connection, E], None]
"""What a host writes in the same transaction as a record: given the connection, and the case as it then stands."""

SHORT: Final = 0.002
"""Seconds to wait at first, after somebody else was faster."""


class Faster(Exception):
    """Somebody else was faster, or what is owed was counted under another law."""


@frozen
class Step(Generic[E]):
    """What a step is written with, besides its record.

    Attributes:
        signed_in: who was signed in.
        origin: why it is entered late, or from where it was taken over, as JSON.
        key: its key of idempotency.
        also: what else is written.
    """

    signed_in: str | None
    origin: str
    key: Key | None
    also: Also[E] | None


class Acting(Answering):
    """Cases are begun and moved."""

    def begin(
        self,
        lifecycle: Lifecycle[E, A],
        action: A,
        *,
        signed_in: str | None = None,
        also: Also[E] | None = None,
        key: Key | None = None,
        late_because: str = "",
    ) -> E:
        """Begin a case with its first action.

        Raises ``Refused``, ``BadInput``, ``CaseExists``, ``NotYet``, ``TooLate``, ``OldIndex``, ``KeyReused``
        or ``KeyTaken``; then
        nothing is written.

        Args:
            lifecycle: one of its lifecycles.
            action: the action.
            signed_in: the id of whoever was signed in.
            also: what else is written in the same transaction.
            key: a key of idempotency: a second call with it gives what the first one wrote.
            late_because: why it is entered so late, where that is later than the store takes without: a reference.
        """
        shelf = self._shelf(lifecycle)
        done = self._done(shelf, key)
        if key is not None and done is not None:
            same = bool(key.asked) or done.history[0].action == action  # what was asked was compared already
            if done.version != 1 or not same:
                raise KeyReused(shelf.process, done.id)
            return done
        entity = self._entered(lifecycle.begin(action), late_because)
        step = Step(signed_in, _origin(late_because), key, also)
        try:
            return self._append(shelf, None, entity, step)
        except Faster:
            self._check_law(shelf)
            again = self._done(shelf, key)
            if again is not None:
                return again
            raise CaseExists(shelf.process, entity.id) from None

    def apply(
        self,
        lifecycle: Lifecycle[E, A],
        case: str,
        decide: Callable[[E], A],
        *,
        version: int | None = None,
        signed_in: str | None = None,
        also: Also[E] | None = None,
        key: Key | None = None,
        late_because: str = "",
    ) -> E:
        """Do something about a case. If somebody else was faster, the case is read and decided on again: the action
        is judged by what then stands, and may be refused. What was refused or can't be judged leaves no trace.

        Raises ``Refused``, ``BadInput``, ``NoCase``, ``Stale``, ``Contended``, ``NotYet``, ``TooLate``, ``OldIndex``,
        ``Unreadable``, ``Damaged``, ``KeyReused`` or ``KeyTaken``; then nothing is written.

        Args:
            lifecycle: one of its lifecycles.
            case: the reference of the case.
            decide: the action, given the case as it stands: here the clock is read, each time anew.
            version: the only version on which to act; without it, whichever stands.
            signed_in: the id of whoever was signed in.
            also: what else is written in the same transaction.
            key: a key of idempotency: a second call with it gives what the first one wrote.
            late_because: why it is entered so late, where that is later than the store takes without: a reference.
        """
        shelf = self._shelf(lifecycle)
        step = Step(signed_in, _origin(late_because), key, also)
        for one in range(self.tries):
            done = self._done(shelf, key, case)
            if done is not None:
                return done
            kept = shelf.at_hand(case)
            before = kept or self._read(shelf, case)
            try:
                if version not in (None, before.entity.version):
                    raise Stale(shelf.process, case, version or 0, before.entity.version)
                after = lifecycle.apply(before.entity, decide(before.entity))
                return self._append(shelf, before, self._entered(after, late_because), step)
            except Faster:
                self._check_law(shelf)
                shelf.drop(case)
                if kept is None:
                    time.sleep(random.random() * SHORT * (one + 1))
            except Exception:
                if kept is None or self._stands(shelf, case, before):
                    raise
                shelf.drop(case)  # it was decided on what stood before
        raise Contended(shelf.process, case, self.tries)

    def _entered(self, entity: E, late_because: str) -> E:
        """The case with its newest record as entered now."""
        at, now = entity.history[-1].action.at, self.clock()
        if at > now:
            raise NotYet(at, now)
        if not late_because and now.timestamp() - at.timestamp() > self.tolerance.total_seconds():
            raise TooLate(at, now)
        return entity if at == now else with_recorded(entity, entity.office.instant(now))

    def _append(self, shelf: Shelf[E, A], before: AtHand[E] | None, entity: E, step: "Step[E]") -> E:
        """Write the newest record of a case, and what goes with it."""
        record = entity.history[-1]
        document, names = shelf.written(record)
        recorded = instant(record.known)
        stored = StoredRecord.after(
            BEFORE_THE_FIRST if before is None else before.chain,
            shelf.process, entity.id, entity.version, document, recorded, step.signed_in or "", step.origin,
            b"".join([name.digest for name in names]), shelf.table,
        )  # fmt: skip
        after = AtHand(
            entity, stored.chain, 1 if before is None else before.turn + 1, self._owed(shelf, before, entity, recorded)
        )
        self._first(shelf)
        with self._db.writing() as connection:
            self._move(connection, shelf, before, after)
            self._record(connection, stored)
            do.write_names(connection, stored, names)
            if before is None or before.owed.dues != after.owed.dues:
                do.write_dues(connection, shelf.process, entity.id, after.owed.dues, new=before is None)
            if step.key is not None:
                of = shelf.process, entity.id, entity.version, recorded
                if not self._use(connection, step.key, *of, refused=False):
                    raise Faster
            if step.also is not None:
                step.also(connection, entity)
        shelf.keep(entity.id, after)
        return entity

    def _owed(self, shelf: Shelf[E, A], before: AtHand[E] | None, entity: E, recorded: str) -> Owed:
        """What a case owes after its newest record; of clocks that do not agree, as of the later."""
        if before is not None and before.owed.counted > recorded:
            return owed(shelf.lifecycle, entity, entity.office.instant(from_instant(before.owed.counted)))
        return owed(shelf.lifecycle, entity, entity.history[-1].known, recorded)

    def _move(self, connection: Connection, shelf: Shelf[E, A], before: AtHand[E] | None, after: AtHand[E]) -> None:
        """Move a case in the table of cases. Raises ``Faster`` if somebody else did, or the index is of another law."""
        new = {
            "new_office": after.entity.office.id,
            "new_version": after.entity.version, "new_turn": after.turn, "new_chain": after.chain,
            "new_counted": after.owed.counted, "new_again": after.owed.again,
        }  # fmt: skip
        its: dict[str, object] = {"its_process": shelf.process, "its_digest": shelf.dues}
        if before is None:
            given = {**new, **its, "new_process": shelf.process, "new_case_id": after.entity.id}
            moved = connection.execute(
                do.BEGUN[self._db.postgresql], given, execution_options={"preserve_rowcount": True}
            )
        else:
            given = {**new, **its, "its_case": after.entity.id, "its_turn": before.turn, "its_chain": before.chain}
            moved = connection.execute(do.MOVED, given)
        if moved.rowcount != 1:
            raise Faster

    def _record(self, connection: Connection, stored: StoredRecord) -> None:
        row = {
            "new_process": stored.process, "new_case_id": stored.case, "new_version": stored.version,
            "new_document": stored.document, "new_recorded": stored.recorded, "new_signed_in": stored.signed_in,
            "new_origin": stored.origin, "new_names": stored.names, "new_digest": stored.table,
            "new_chain": stored.chain,
        }  # fmt: skip
        connection.execute(do.RECORDED_TO_TELL if self._db.postgresql else do.RECORDED, row)

    # -- keys

    def _done(self, shelf: Shelf[E, A], key: Key | None, case: str | None = None) -> E | None:
        """The case as what was asked for with this key before left it; ``None`` if nothing was."""
        if key is None:
            return None
        with self._db.reading() as connection:
            found = kept_key(connection, key)
            if found is None:
                return None
            if found.process != shelf.process or case not in (None, found.case):
                raise KeyReused(found.process, found.case)
            if found.refused:
                raise KeyTaken(found.process, found.case)
            return self._read_from(connection, shelf, found.case, found.version).entity

    def _first(self, shelf: Shelf[E, A]) -> None:
        """Say under which law what is owed is counted, where nothing was owed before."""
        if shelf.process in self._known:
            return
        with self._db.writing() as connection:
            row = {"process": shelf.process, "digest": shelf.dues}
            connection.execute(do.COUNTED_FIRST[self._db.postgresql], row)
        self._known.add(shelf.process)

    def _check_law(self, shelf: Shelf[E, A]) -> None:
        """Raises ``OldIndex`` if what is owed was counted under another law."""
        with self._db.reading() as connection:
            if connection.execute(do.DIGEST, {"its_process": shelf.process}).scalar_one_or_none() != shelf.dues:
                raise OldIndex(shelf.process)


def _origin(late_because: str) -> str:
    """Why a record was entered late, as it is stored."""
    return json.dumps({"late_because": late_because}, ensure_ascii=False) if late_because else ""
