"""Histories that can be proved: a chain over the records of each case, a root over all, and a head that is signed.

Pure over bytes: nothing here knows a database. A store keeps with each record its link (``chained``), and refuses to
open a case in which a chain is broken (``broken``). ``root`` makes one value of all links, in the order in which they
were written; a ``Head`` says what it is, of how many records, and when. Published where whoever keeps the store can't
reach it, it tells of whatever is rewritten later, by whomever. Heads are signed by ``prcomm.adapters.seal.signing``,
which needs the extra ``seal``; all else needs ``json``.
"""

from prcomm.adapters.seal.chain import BEFORE_THE_FIRST, Broken, Ends, Flaw, Kept, broken, chained
from prcomm.adapters.seal.heads import Head, SignedHead, head_of, read_head
from prcomm.adapters.seal.tree import root
from prcomm.adapters.seal.verifying import (
    AgainstHead,
    Sealed,
    Verified,
    links_of,
    read_links,
    verify,
    written_links,
)

__all__ = [
    "BEFORE_THE_FIRST", "AgainstHead", "Broken", "Ends", "Flaw", "Head", "Kept", "Sealed", "SignedHead", "Verified",
    "broken", "chained", "head_of", "links_of", "read_head", "read_links", "root", "verify", "written_links",
]  # fmt: skip
