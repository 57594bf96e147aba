"""Keys of idempotency: what is asked for twice is done once."""

import hashlib
from typing import TypeVar

from attrs import frozen
from pendulum import DateTime
from sqlalchemy import Connection, Row

from prcomm.adapters.store import statements as do
from prcomm.adapters.store.errors import KeyReused
from prcomm.adapters.store.keeping import Keeping
from prcomm.adapters.store.rows import from_instant, instant
from prcomm.core.questions.lifecycle import Lifecycle
from prcomm.core.table.entities import Action, Entity, State

E = TypeVar("E", bound=Entity[State])
A = TypeVar("A", bound=Action)


@frozen
class Key:
    """By what a request is known when it comes again. The store keeps a digest of it for a while, and forgets it.

    Attributes:
        who: whose key it is: those of two do not meet.
        key: what whoever asks has named the request.
        asked: what was asked for, as a digest: the same key for something else is refused. Empty if nobody is to ask.
    """

    who: str
    key: str
    asked: str = ""

    @property
    def digest(self) -> bytes:
        """The key as it is kept: of one length, and nobody's words."""
        who, key = (text.encode("utf-8", "surrogatepass") for text in (self.who, self.key))
        return hashlib.sha256(b"%d:%b%b" % (len(who), who, key)).digest()


@frozen
class KeptKey:
    """What a key was used for.

    Attributes:
        process: the name of the process.
        case: the reference of the case.
        version: the version that the request made, or, of one that was refused, that it was judged by.
        recorded: when it was answered, by the clock of the store.
        refused: whether it was refused.
    """

    process: str
    case: str
    version: int
    recorded: DateTime
    refused: bool


class Answering(Keeping):
    """What was asked for before is answered as it was."""

    def kept(self, key: Key) -> KeptKey | None:
        """What a key was used for; ``None`` if it was not, or is forgotten.

        Raises ``KeyReused`` if something else was asked for with it.
        """
        with self._db.reading() as connection:
            return kept_key(connection, key)

    def keep_refusal(self, key: Key, lifecycle: Lifecycle[E, A], case: str, version: int) -> bool:
        """Keep that a request was refused, so that it is refused when it comes again.

        Returns whether it was the first of that key.

        Args:
            key: the key.
            lifecycle: one of its lifecycles.
            case: the reference of the case.
            version: the version it was judged by.
        """
        process, recorded = self._shelf(lifecycle).process, instant(self.clock())
        with self._db.writing() as connection:
            return self._use(connection, key, process, case, version, recorded, refused=True)

    def _use(
        self, connection: Connection, key: Key, process: str, case: str, version: int, recorded: str, *, refused: bool
    ) -> bool:
        """Keep a key with what came of it, and forget the old ones. Returns whether it was the first."""
        old = instant(from_instant(recorded) - self.keys_for)
        connection.execute(do.FORGOTTEN, {"before": old})
        row = {
            "key": key.digest, "asked": key.asked, "process": process, "case_id": case, "version": version,
            "recorded": recorded, "refused": int(refused),
        }  # fmt: skip
        used = connection.execute(do.USED_KEY[self._db.postgresql], row, execution_options={"preserve_rowcount": True})
        return used.rowcount == 1


def kept_key(connection: Connection, key: Key) -> KeptKey | None:
    """What a key was used for. Raises ``KeyReused`` if something else was asked for with it."""
    found: Row[tuple[object, ...]] | None = connection.execute(do.KNOWN_KEY, {"its_key": key.digest}).one_or_none()
    if found is None:
        return None
    if found.asked != key.asked:
        raise KeyReused(found.process, found.case_id)
    recorded = from_instant(found.recorded)
    return KeptKey(found.process, found.case_id, found.version, recorded, bool(found.refused))
