"""The cases of one lifecycle in a store: how they are written and read, and those kept at hand."""

import json
import threading
from collections import OrderedDict
from collections.abc import Callable, Collection, Iterable, Mapping
from functools import cached_property
from typing import Generic, TypeVar, cast

from attrs import frozen

from prcomm.adapters.digests import dues_digest, table_digest
from prcomm.adapters.json import BadDocument, Codec, parse
from prcomm.adapters.store.errors import Damaged, Unreadable
from prcomm.adapters.store.names import Name, held, put_back, take_out
from prcomm.adapters.store.owed import Owed
from prcomm.adapters.store.rows import StoredRecord
from prcomm.core.questions.lifecycle import Lifecycle
from prcomm.core.table.entities import Action, Entity, Record, State

E = TypeVar("E", bound=Entity[State])
A = TypeVar("A", bound=Action)

_text = json.JSONEncoder(ensure_ascii=False, allow_nan=False, check_circular=False).encode

Upgrade = Callable[[dict[str, object]], dict[str, object]]
"""The document of a record as it was written, as the lifecycle reads it today."""


@frozen
class AtHand(Generic[E]):
    """A case as it was read or written last.

    Attributes:
        entity: the case.
        chain: what its chain came to.
        turn: how often its row had changed.
        owed: what it owes, as the index has it.
    """

    entity: E
    chain: bytes
    turn: int
    owed: Owed


class Shelf(Generic[E, A]):
    """The cases of one lifecycle.

    Args:
        lifecycle: the lifecycle.
        keep: how many cases are kept at hand. They are values: what is kept can be old, and never wrong.
        upgrade: brings documents up to the lifecycle of today.
    """

    def __init__(self, lifecycle: Lifecycle[E, A], keep: int, upgrade: Upgrade | None = None) -> None:
        self.lifecycle = lifecycle
        self.process = str(lifecycle.name)
        self._upgrade = upgrade
        self._keep = keep
        self._kept: OrderedDict[str, AtHand[E]] = OrderedDict()
        self._lock = threading.Lock()

    @cached_property
    def codec(self) -> Codec[E, A]:
        """What reads and writes its documents."""
        return Codec(self.lifecycle)

    @cached_property
    def dues(self) -> str:
        """What its index of dues is counted under."""
        return dues_digest(self.lifecycle)

    @cached_property
    def table(self) -> bytes:
        """The digest of its table."""
        return bytes.fromhex(table_digest(self.lifecycle))

    # -- documents

    def written(self, record: Record) -> tuple[bytes, tuple[Name, ...]]:
        """The document of a record, and who the persons in it are."""
        document = self.codec.document(record)
        names = take_out(document, record.action)
        return _text(document).encode(), names

    def restored(self, case: str, records: Iterable[StoredRecord], names: Mapping[int, list[Name]]) -> E:
        """The case that its records come to. Raises ``Unreadable``; or ``Damaged`` if it comes to another case."""
        documents = [self._read(record, names.get(record.version, ())) for record in records]
        try:
            entity = self.codec.restore(documents)
        except BadDocument as bad:
            raise Unreadable(self.process, case, tuple(str(bad).splitlines()[1:]) or (str(bad),)) from None
        if entity.id != case:
            raise Damaged("its records are those of another case", self.process, case, 1)
        return entity

    def _read(self, record: StoredRecord, names: Collection[Name]) -> str | bytes:
        """A document as it is read: with the names put back, and brought up to the lifecycle of today."""
        if not names and not record.names and self._upgrade is None:
            return record.document
        if not held(record.names, names):
            why = f"who is named in record {record.version} is not who was"
            raise Damaged(why, self.process, record.case, record.version)
        try:
            document = cast("dict[str, object]", parse(record.document))
            put_back(document, names)
            return _text(document if self._upgrade is None else self._upgrade(document))
        except BadDocument as bad:
            raise Unreadable(self.process, record.case, (f"records[{record.version - 1}]: {bad}",)) from None
        except (LookupError, TypeError, ValueError, AttributeError) as error:
            fault = f"records[{record.version - 1}]: it can't be brought up ({type(error).__name__})"
            raise Unreadable(self.process, record.case, (fault,)) from None

    # -- at hand

    def at_hand(self, case: str) -> AtHand[E] | None:
        """A case as it is kept at hand."""
        with self._lock:
            return self._kept.get(case)

    def keep(self, case: str, kept: AtHand[E]) -> None:
        """Keep a case at hand, in the place of the one longest ago."""
        with self._lock:
            self._kept[case] = kept
            self._kept.move_to_end(case)
            while len(self._kept) > self._keep:
                self._kept.popitem(last=False)

    def drop(self, case: str) -> None:
        """Keep a case no longer."""
        with self._lock:
            self._kept.pop(case, None)

    def clear(self) -> None:
        """Keep none."""
        with self._lock:
            self._kept.clear()
