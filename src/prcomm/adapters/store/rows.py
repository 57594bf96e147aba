"""What stands in the rows of a store: stored records, open dues, and the messages about them."""

import json
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Final

import pendulum
from attrs import fields_dict, frozen
from pendulum import DateTime

from prcomm.adapters.seal import Kept, broken, chained
from prcomm.adapters.store.errors import Damaged


def instant(at: DateTime) -> str:
    """An instant as rows have it: in UTC, of one length, so that the order of texts is that of time."""
    plain = datetime(at.year, at.month, at.day, at.hour, at.minute, at.second, at.microsecond, at.tzinfo, fold=at.fold)
    return f"{plain.astimezone(UTC).isoformat('T', 'microseconds')[:26]}Z"


def from_instant(text: str) -> DateTime:
    """The instant of a row."""
    return DateTime.fromisoformat(text).replace(tzinfo=pendulum.UTC)


_Told = tuple[str, str, int, bytes, str, str, str, bytes, bytes]
"""All of a record but its position and its chain."""


@frozen
class StoredRecord:
    """A record as it is stored.

    Attributes:
        position: its place among all records, in the order in which they became visible; 0 if it was not asked for.
        process: the name of its process.
        case: the reference of its case.
        version: which of its case it is, from 1.
        document: its document, byte for byte.
        recorded: when it was entered, by the clock of the store: in UTC, as ISO 8601 has it.
        signed_in: who was signed in; empty if nobody said.
        origin: as JSON, why it was entered late, or from where it was taken over; empty otherwise.
        names: of each thing said of who somebody is, a digest; what is said stands elsewhere, and can be erased.
        table: the digest of the table under which it was judged.
        chain: what the chain of its case came to with it.
    """

    position: int
    process: str
    case: str
    version: int
    document: bytes
    recorded: str
    signed_in: str
    origin: str
    names: bytes
    table: bytes
    chain: bytes

    @classmethod
    def after(cls, previous: bytes, *told: *_Told) -> "StoredRecord":
        """The record that comes after another in the chain of its case."""
        return cls(0, *told, chained(previous, _sealed(*told)))

    @property
    def sealed(self) -> bytes:
        """What the chain covers: all of it but its position and the chain itself, each with its length before it."""
        return _sealed(
            self.process, self.case, self.version, self.document, self.recorded, self.signed_in, self.origin,
            self.names, self.table,
        )  # fmt: skip

    @property
    def kept(self) -> Kept:
        """The record as its chain sees it."""
        return Kept(self.process, self.case, self.version, self.chain, self.sealed)


def _sealed(
    process: str, case: str, version: int, document: bytes, recorded: str, signed_in: str, origin: str, names: bytes,
    table: bytes,
) -> bytes:  # fmt: skip
    """All of a record in a row, each with its length before it: no two records come to the same bytes."""
    texts = (process, case, str(version), recorded, signed_in, origin)
    parts = (*[text.encode("utf-8", "surrogatepass") for text in texts], names, table, document)
    return b"".join([b"%d:%b" % (len(part), part) for part in parts])


def unbroken(process: str, case: str, records: Iterable[StoredRecord], version: int, chain: bytes) -> None:
    """Raises ``Damaged`` if the records of a case are not those that were written, naming each that is not."""
    found = broken((record.kept for record in records), {(process, case): (version, chain)})
    if found:
        why = "; ".join(f"record {one.version} is {one.flaw.name.lower().replace('_', ' ')}" for one in found[:5])
        raise Damaged(why, process, case, min(one.version for one in found), found)


@frozen
class OpenDue:
    """What the index says of an open due.

    Attributes:
        process: the name of the process.
        case: the reference of the case.
        name: the name of the deadline.
        key: which of several, as text; ``None`` where there is one.
        office: the id of the office whose case it is.
        owed_by: the role that owes it.
        control: the office's own target, as ISO 8601 has it; ``None`` without number.
        last: the last day (instant), as ISO 8601 has it; ``None`` without number.
    """

    process: str
    case: str
    name: str
    key: str | None
    office: str
    owed_by: str
    control: str | None
    last: str | None

    @property
    def day(self) -> str | None:
        """The day of ``last``."""
        return None if self.last is None else self.last[:10]


@frozen
class Message:
    """What is told of one record to whoever wants to know. It names nobody, and carries no field of the action.

    Messages may come twice, and of one case in order: whoever keeps the newest version it has seen of each case can
    drop the rest (``Inbox`` does).

    Attributes:
        process: the name of the process.
        case: the reference of the case.
        version: which record of the case it is about.
        action: the action that was done.
        state: the state it led to.
        at: when it was done, as ISO 8601 has it.
    """

    process: str
    case: str
    version: int
    action: str
    state: str
    at: str

    @classmethod
    def of(cls, stored: StoredRecord) -> "Message":
        """The message about a record as it is stored."""
        try:
            record = json.loads(stored.document)["record"]
            action, state = record["action"], record["state"]
            state = state if isinstance(state, str) else str(state.get("name", ""))
            return cls(stored.process, stored.case, stored.version, str(action["action"]), state, str(action["at"]))
        except (ValueError, LookupError, TypeError, AttributeError):
            why = f"record {stored.version} is no document of a record"
            raise Damaged(why, stored.process, stored.case, stored.version) from None

    @classmethod
    def read(cls, text: str) -> "Message":
        """The message of a text. Raises ``ValueError`` for what is none."""
        try:
            told: Mapping[str, object] = json.loads(text)
            fields = {name: told[name] for name in _TOLD}
        except (ValueError, LookupError, TypeError):
            raise ValueError("it is no message of a store") from None
        if any(type(value) is not (int if name == "version" else str) for name, value in fields.items()):
            raise ValueError("it is no message of a store: a field of it is of another type")
        return cls(**fields)  # type: ignore[arg-type]  # of their types

    def text(self) -> str:
        """The message as it is sent."""
        return json.dumps({name: getattr(self, name) for name in _TOLD}, ensure_ascii=False)


_TOLD: Final = tuple(fields_dict(Message))
