"""A store: the cases of any lifecycles in one database, SQLite or PostgreSQL, the host's own or one of its own.

What is kept are records: each is written once and never changed, and a case is opened by folding its own. In the same
transaction stand what is owed (an index, which can be made anew), what whoever wants to know is told, and what else the
host writes. Nothing here knows any law.
"""

try:
    import sqlalchemy as _sqlalchemy
except ImportError as error:  # pragma: no cover  # shown by the wheel test, in an environment without it
    raise ImportError("prcomm.adapters.store needs SQLAlchemy: pip install 'prcomm[sql]'") from error

from prcomm.adapters.store.acting import Also
from prcomm.adapters.store.errors import (
    CaseExists,
    Contended,
    Damaged,
    KeyReused,
    KeyTaken,
    NoCase,
    NotYet,
    OldIndex,
    Stale,
    StoreError,
    TooLate,
    Unreadable,
    WrongStore,
)
from prcomm.adapters.store.inbox import Inbox, inbox_metadata
from prcomm.adapters.store.keys import KeptKey, Key
from prcomm.adapters.store.rows import Message, OpenDue, StoredRecord
from prcomm.adapters.store.store import Store
from prcomm.adapters.store.tables import make_tables, metadata
from prcomm.adapters.store.upgrades import Renamed

__all__ = [
    "Also", "CaseExists", "Contended", "Damaged", "Inbox", "KeptKey", "Key", "KeyReused", "KeyTaken",
    "Message", "NoCase", "NotYet", "OldIndex", "OpenDue", "Renamed",
    "Stale", "Store", "StoreError", "StoredRecord", "TooLate", "Unreadable", "WrongStore",
    "inbox_metadata", "make_tables", "metadata",
]  # fmt: skip

del _sqlalchemy
