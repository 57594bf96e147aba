"""What is kept in a store: cases of any lifecycles, read out of their records."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import timedelta
from itertools import groupby
from operator import attrgetter
from pathlib import Path
from types import MappingProxyType, TracebackType
from typing import Protocol, Self, TypeVar, cast

import pendulum
from pendulum import DateTime
from sqlalchemy import Connection, Engine, Row

from prcomm.adapters.store import statements as do
from prcomm.adapters.store.connections import Connections, engine_of
from prcomm.adapters.store.errors import NoCase, OldIndex, WrongStore
from prcomm.adapters.store.owed import Owed
from prcomm.adapters.store.rows import StoredRecord, unbroken
from prcomm.adapters.store.shelves import AtHand, Shelf, Upgrade
from prcomm.adapters.store.tables import CASES, check_tables, make_tables
from prcomm.core.questions.lifecycle import Lifecycle
from prcomm.core.table.entities import Action, Entity, State

E = TypeVar("E", bound=Entity[State])
A = TypeVar("A", bound=Action)

FEW, MANY = 50, 500
"""How many cases are read at a time: at first, and then."""

AnyShelf = Shelf[Entity[State], Action]


class Named(Protocol):
    """A lifecycle of whatever entity and actions."""

    @property
    def name(self) -> str: ...


def now_in_utc() -> DateTime:
    """What the clock of the machine says."""
    return pendulum.now("UTC")


class Keeping:
    """What is kept: told at ``Store``."""

    def __init__(
        self,
        at: Engine | str | Path,
        lifecycles: Iterable[Named],
        *,
        clock: Callable[[], DateTime] = now_in_utc,
        tolerance: timedelta = timedelta(days=1),
        keep: int = 1000,
        tries: int = 50,
        keys_for: timedelta = timedelta(days=7),
        upgrades: Mapping[str, Upgrade] = MappingProxyType({}),
    ) -> None:
        engine = engine_of(at)
        self._own = engine is not at
        self._db = Connections(engine)
        self.clock = clock
        self.tolerance = tolerance
        self.tries = tries
        self.keys_for = keys_for
        held = {str(one.name): cast("Lifecycle[Entity[State], Action]", one) for one in lifecycles}
        self.lifecycles: Mapping[str, Lifecycle[Entity[State], Action]] = MappingProxyType(held)
        self._shelves = {name: Shelf(one, keep, upgrades.get(name)) for name, one in held.items()}
        self.engine = engine
        self._known = set[str]()
        try:
            with self._db.writing() as connection:
                make_tables(connection)
        except BaseException:
            self.close()
            raise

    def within(self, connection: Connection) -> Self:
        """The same store inside the open transaction of a host: what it writes stands or falls with the rest, and it is
        the host that commits. A step that fails leaves nothing of itself.

        Args:
            connection: a connection of the host's to the database.
        """
        bound = object.__new__(type(self))
        bound.__dict__.update(self.__dict__)
        bound._own = False
        bound._known = set[str]()
        bound._db = Connections(connection.engine, connection)
        check_tables(connection)
        return bound

    # -- reading

    def open(self, lifecycle: Lifecycle[E, A], case: str) -> E:
        """A case as it stands: its records, folded. They are not judged again.

        Raises ``NoCase``; ``Damaged``, which names the first record that is not as it was written; or ``Unreadable``.
        """
        shelf = self._shelf(lifecycle)
        with self._db.reading() as connection:
            head = self._head(connection, shelf, case)
            kept = shelf.at_hand(case)
            if kept is not None and (kept.turn, kept.chain) == (head.turn, head.chain):
                return kept.entity
            return self._read_from(connection, shelf, case).entity

    def cases(self, lifecycle: Lifecycle[E, A], *, office: str | None = None, after: str = "") -> Iterator[E]:
        """Every case, one after the other, in the order of their references, as they stood when it was begun.

        Raises ``Damaged`` or ``Unreadable`` for one that can't be opened.

        Args:
            lifecycle: one of its lifecycles.
            office: the id of the office whose cases they are; without it, of all.
            after: a reference after which to begin: that of the last one seen.
        """
        shelf = self._shelf(lifecycle)
        with self._db.reading(whole=True) as connection:
            yield from self._cases(connection, shelf, office, after)

    def _cases(
        self, connection: Connection, shelf: Shelf[E, A], office: str | None = None, after: str = ""
    ) -> Iterator[E]:
        page = do.HEADS if office is None else do.HEADS.where(CASES.c.office == office)
        most = FEW
        while rows_of_heads := connection.execute(
            page, {"its_process": shelf.process, "after": after, "most": most}
        ).all():
            heads, most = [do.Head.of(row) for row in rows_of_heads], MANY
            its = {"its_process": shelf.process, "its_cases": [head.case for head in heads]}
            rows, names = (
                {case: list(of) for case, of in groupby(connection.execute(which, its), key=attrgetter("case_id"))}
                for which in (do.RECORDS_OF_CASES, do.NAMES_OF_CASES)
            )
            for head in heads:
                stored = _upto(head, rows.get(head.case, ()))
                unbroken(shelf.process, head.case, stored, head.version, head.chain)
                yield shelf.restored(head.case, stored, do.names_of(names.get(head.case, ())))
            after = heads[-1].case

    def _read(self, shelf: Shelf[E, A], case: str) -> AtHand[E]:
        with self._db.reading() as connection:
            return self._read_from(connection, shelf, case)

    def _read_from(
        self, connection: Connection, shelf: Shelf[E, A], case: str, version: int | None = None
    ) -> AtHand[E]:
        """A case out of its records, checked against its chain; as it stood at a version, if one is given."""
        of = {"its_process": shelf.process, "its_case": case}
        head = self._head(connection, shelf, case)
        dues = tuple(map(do.open_due, connection.execute(do.DUES_OF_CASE, of)))
        rows = _upto(head, connection.execute(do.OF_CASE, of))
        names = do.names_of(connection.execute(do.NAMES_OF_CASE, of))
        unbroken(shelf.process, case, rows, head.version, head.chain)
        entity = shelf.restored(case, rows[:version], names)
        kept = AtHand(entity, head.chain, head.turn, Owed(dues, head.counted, head.again))
        if version is None:
            shelf.keep(case, kept)
        return kept

    def _head(self, connection: Connection, shelf: Shelf[E, A], case: str) -> do.Head:
        head = connection.execute(do.HEAD, {"its_process": shelf.process, "its_case": case}).one_or_none()
        if head is None:
            raise NoCase(shelf.process, case)
        return do.Head.of(cast("Row[tuple[object, ...]]", head))

    def _stands(self, shelf: Shelf[E, A], case: str, kept: AtHand[E]) -> bool:
        """Whether a case is still as it was kept."""
        with self._db.reading() as connection:
            head = self._head(connection, shelf, case)
            return (kept.turn, kept.chain) == (head.turn, head.chain)

    def _shelf(self, lifecycle: Lifecycle[E, A]) -> Shelf[E, A]:
        shelf = self._shelves.get(str(lifecycle.name))
        if shelf is None or shelf.lifecycle is not cast("object", lifecycle):
            known = ", ".join(self._shelves) or "none"
            other = f"another lifecycle of the name {lifecycle.name}" if shelf else f"no {lifecycle.name}"
            raise WrongStore(f"it was made for {other}; it keeps: {known}")
        return cast("Shelf[E, A]", shelf)

    def _check_counted(self, connection: Connection, shelf: Shelf[E, A]) -> None:
        found = connection.execute(do.DIGEST, {"its_process": shelf.process}).scalar_one_or_none()
        if found not in (None, shelf.dues):
            raise OldIndex(shelf.process)

    def close(self) -> None:
        """Close its connections; those of a host's engine are the host's."""
        if self._own:
            self._db.engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()


def _upto(head: do.Head, rows: Iterable[Row[tuple[object, ...]]]) -> list[StoredRecord]:
    """The records of a case up to where it stands; others may have come since that was read."""
    return [one for one in map(do.stored, rows) if one.version <= head.version]
