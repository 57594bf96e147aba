"""JSON for any lifecycle: entities, actions, records, findings and dues, to and from, without loss.

``Codec(lifecycle)`` reads and writes its documents. Each names the version of its format, the process, and the law
with its version and the day its calendar was known. A document that can't be read gives one ``BadDocument`` with every
fault and its path, and no fault quotes a text of it. What is written holds the names of persons as the entity does;
that of ``redacted(entity, by=…, why=…)`` is without them.
"""

try:
    import cattrs as _cattrs
except ImportError as error:  # pragma: no cover  # shown by the wheel test, in an environment without it
    raise ImportError("prcomm.adapters.json needs cattrs: pip install 'prcomm[json]'") from error

from prcomm.adapters.json.answers import answer_schema
from prcomm.adapters.json.codec import Codec, header, office_from
from prcomm.adapters.json.faults import BadDocument, DocumentFault
from prcomm.adapters.json.parsing import parse
from prcomm.adapters.json.schemas import action_schema, schema
from prcomm.adapters.json.upcasting import FORMAT

__all__ = [
    "FORMAT", "BadDocument", "Codec", "DocumentFault", "action_schema", "answer_schema", "header", "office_from",
    "parse", "schema",
]  # fmt: skip

del _cattrs
