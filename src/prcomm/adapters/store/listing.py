"""What is owed in all cases: an index, and what it does not hold any more counted at reading."""

from collections.abc import Iterable
from datetime import date
from typing import TypeVar, cast

from pendulum import DateTime
from sqlalchemy import Connection, Select, delete, update

from prcomm.adapters.store import statements as do
from prcomm.adapters.store.errors import OldIndex, WrongStore
from prcomm.adapters.store.keeping import AnyShelf, Keeping
from prcomm.adapters.store.owed import Owed, open_dues, owed
from prcomm.adapters.store.rows import OpenDue, from_instant, instant
from prcomm.adapters.store.shelves import Shelf
from prcomm.adapters.store.tables import CASES, COUNTED, DUES
from prcomm.core.questions.lifecycle import Lifecycle
from prcomm.core.questions.what_if import Change, changed
from prcomm.core.table.entities import Action, Entity, State

E = TypeVar("E", bound=Entity[State])
A = TypeVar("A", bound=Action)


class Listing(Keeping):
    """What is owed is listed."""

    def dues(
        self,
        at: DateTime,
        *,
        office: str | None = None,
        process: str | None = None,
        first: date | None = None,
        last: date | None = None,
    ) -> list[OpenDue]:
        """What is open at an instant, the nearest last day first: the same as ``lifecycle.due(…, at, open=True)`` says
        of each case. With a first or a last day, only what has a number.

        The index holds for most cases for ever; those whose next period has begun, whose clock is paused or of which
        something was entered later are counted at reading.

        Raises ``OldIndex`` if it was counted under another law.

        Args:
            at: the instant, with a zone.
            office: the id of the office whose cases they are; without it, of all.
            process: the name of the process; without it, of all that are kept here.
            first: the first of the last days asked for; without it, from the beginning.
            last: the last of them; without it, to the end.
        """
        wanted = _Wanted(office, first, last)
        shelves = self._of(process)
        given = {"processes": list(shelves), "at": instant(at)}
        with self._db.reading(whole=True) as connection:
            for shelf in shelves.values():
                self._check_counted(connection, shelf)
            found = [(row.place, do.open_due(row)) for row in connection.execute(wanted.asked(), given)]
            for row in connection.execute(do.OUT_OF_DATE, given).all():
                shelf = shelves[row.process]
                entity = self._read_from(connection, shelf, row.case_id).entity
                found += ((n, due) for n, due in enumerate(open_dues(shelf.lifecycle, entity, at)) if wanted.takes(due))
        found.sort(key=_by_day)
        return [due for _, due in found]

    def _of(self, process: str | None) -> dict[str, AnyShelf]:
        """The shelves asked for."""
        if process is None:
            return dict(self._shelves)
        if process not in self._shelves:
            raise WrongStore(f"it keeps no {process}; it keeps: {', '.join(self._shelves) or 'none'}")
        return {process: self._shelves[process]}

    def wake(self, most: int = 10_000) -> int:
        """Write into the index what has come to be owed by the time alone: the next periods. ``dues`` is right without;
        after it there is less to count at reading. Once a day is enough.

        Returns how many cases were counted anew.

        Args:
            most: how many at most.
        """
        now, done = self.clock(), 0
        given = {"processes": list(self._shelves), "at": instant(now)}
        with self._db.writing() as connection:
            for row in connection.execute(do.OUT_OF_DATE, given).all()[:most]:
                shelf = self._shelves[row.process]
                self._check_counted(connection, shelf)
                kept = self._read_from(connection, shelf, row.case_id)
                new = owed(shelf.lifecycle, kept.entity, _as_of(kept.owed, kept.entity, now))
                if new != kept.owed:
                    self._index(connection, shelf, row.case_id, new)
                    done += 1
        return done

    # -- another law

    def recount(self, lifecycle: Lifecycle[E, A], *, old: Lifecycle[E, A] | None = None) -> tuple[Change, ...]:
        """Count what is owed anew, as of now: after a new calendar, a Reform, or another table.

        No other writer gets in meanwhile; one that still runs under the old law gets ``OldIndex`` from then on.

        Returns what the new law moves, if the old one is given; then only what moves is written.

        Args:
            lifecycle: one of its lifecycles.
            old: the lifecycle under the law by which the index was counted. Raises ``OldIndex`` if that is another.
        """
        shelf, now = self._shelf(lifecycle), self.clock()
        moved: tuple[Change, ...] = ()
        with self._db.writing() as connection:
            self._alone(connection)
            cases: Iterable[E] = self._cases(connection, shelf)
            if old is not None:
                if self._counted(connection, shelf.process) != Shelf(old, 0).dues:
                    raise OldIndex(shelf.process)
                moved = tuple(changed(cases, old, lifecycle, now))
                touched = dict.fromkeys(change.entity for change in moved)
                cases = (self._read_from(connection, shelf, case).entity for case in touched)
            for entity in cases:
                head = self._head(connection, shelf, entity.id)
                as_of = _as_of(Owed((), head.counted, None), entity, now)
                self._index(connection, shelf, entity.id, owed(lifecycle, entity, as_of))
            connection.execute(delete(COUNTED).where(COUNTED.c.process == shelf.process))
            connection.execute(COUNTED.insert(), {"process": shelf.process, "digest": shelf.dues})
        shelf.clear()
        return moved

    def _alone(self, connection: Connection) -> None:
        """Keep other writers out until the end of the transaction; of SQLite there is one anyway."""
        if self._db.postgresql:
            connection.exec_driver_sql(f"LOCK TABLE {CASES.name} IN SHARE ROW EXCLUSIVE MODE")

    def _counted(self, connection: Connection, process: str) -> str | None:
        return cast("str | None", connection.execute(do.DIGEST, {"its_process": process}).scalar_one_or_none())

    def _index(self, connection: Connection, shelf: Shelf[E, A], case: str, new: Owed) -> None:
        """Write what a case owes."""
        connection.execute(
            update(CASES)
            .where(CASES.c.process == shelf.process, CASES.c.case_id == case)
            .values(turn=CASES.c.turn + 1, counted=new.counted, again=new.again)
        )
        do.write_dues(connection, shelf.process, case, new.dues, new=False)


class _Wanted:
    """Which dues are asked for."""

    def __init__(self, office: str | None, first: date | None, last: date | None) -> None:
        self._office = office
        self._first = None if first is None else first.isoformat()[:10]
        self._last = None if last is None else last.isoformat()[:10]

    def asked(self) -> Select[tuple[object, ...]]:
        statement = do.IN_THE_INDEX
        if self._office is not None:
            statement = statement.where(DUES.c.office == self._office)
        if self._first is not None:
            statement = statement.where(DUES.c.day >= self._first)
        if self._last is not None:
            statement = statement.where(DUES.c.day <= self._last)
        return statement

    def takes(self, due: OpenDue) -> bool:
        if self._office not in (None, due.office):
            return False
        if due.day is None:
            return self._first is None and self._last is None
        return (self._first or "") <= due.day and (self._last is None or due.day <= self._last)


def _by_day(found: tuple[int, OpenDue]) -> tuple[object, ...]:
    place, due = found
    return due.day is None, due.day or "", due.process, due.case, place


def _as_of(before: Owed, entity: Entity[State], now: DateTime) -> DateTime:
    """As of when to count: now, or when it was counted last, if that is later."""
    return from_instant(before.counted) if before.counted > instant(now) else now
