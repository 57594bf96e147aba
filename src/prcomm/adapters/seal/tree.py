"""One value for all records: the root of a Merkle tree over their links, as RFC 6962 has it.

Records are leaves in the order in which they were written. So a store that has grown since is asked for the root of as
many records as there were: an old head holds for ever, and no list of cases need be kept with it. A hash over sorted
cases would have to be told how long each was.
"""

from collections.abc import Iterable
from hashlib import sha256

from attrs import define, field


@define
class Tree:
    """A tree that grows by one leaf at a time: it keeps no more hashes than its size has binary digits.

    Attributes:
        count: how many leaves it has.
    """

    count: int = 0
    _peaks: list[bytes] = field(factory=list)

    def add(self, leaf: bytes) -> None:
        """One more leaf."""
        node, size = sha256(b"\0" + leaf).digest(), self.count
        while size & 1:
            node, size = _node(self._peaks.pop(), node), size >> 1
        self._peaks.append(node)
        self.count += 1

    @property
    def root(self) -> bytes:
        """Its root: 32 bytes; of none, the hash of nothing."""
        if not self._peaks:
            return sha256(b"").digest()
        node = self._peaks[-1]
        for peak in reversed(self._peaks[:-1]):
            node = _node(peak, node)
        return node


def _node(left: bytes, right: bytes) -> bytes:
    return sha256(b"\1" + left + right).digest()


def root(links: Iterable[bytes]) -> bytes:
    """The root over links, in the order in which their records were written: 32 bytes."""
    tree = Tree()
    for link in links:
        tree.add(link)
    return tree.root
