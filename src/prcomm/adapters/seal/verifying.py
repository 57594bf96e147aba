"""Whether the records of a store are those that were entered, and those of which a head was published."""

import csv
from collections.abc import Iterable, Iterator
from typing import Final

from attrs import define, field, frozen

from prcomm.adapters.json import BadDocument
from prcomm.adapters.json.faults import Faults
from prcomm.adapters.seal.chain import Broken, Ends, Flaw, Kept, Walk
from prcomm.adapters.seal.heads import Head
from prcomm.adapters.seal.tree import Tree
from prcomm.core.values.errors import BadInput

MOST_SUSPECTS: Final = 1000
"""How many of the records between two heads are named."""


@frozen
class Sealed:
    """A record in the list of what was sealed. Kept beside a head it names whatever is rewritten later.

    Attributes:
        process: the name of the lifecycle.
        case: the reference of the case.
        version: which record of the case, from 1.
        link: its link.
    """

    process: str
    case: str
    version: int
    link: bytes


@frozen
class AgainstHead:
    """What records are, compared with a head.

    Attributes:
        head: the head.
        holds: whether the first of them, as many as it counts, come to its root.
        fewer: how many of them are gone at least: there are fewer than it counts.
        after: how many records the newest older head counts that holds: what is wrong stands after these.
        suspects: if it does not hold, the records of which one at least is another than it was, or has others gone
            before it: process, case and version of no more than a thousand.
    """

    head: Head
    holds: bool
    fewer: int = 0
    after: int = 0
    suspects: tuple[tuple[str, str, int], ...] = ()


@frozen
class Verified:
    """What was found of the records of a store.

    Attributes:
        records: how many there are.
        cases: of how many cases.
        root: what they come to, for a new head.
        broken: every record with which something is wrong.
        heads: what they are, compared with each head, that of the fewest records first.
    """

    records: int
    cases: int
    root: bytes
    broken: tuple[Broken, ...]
    heads: tuple[AgainstHead, ...]

    @property
    def holds(self) -> bool:
        """Whether nothing at all was found."""
        return not self.broken and all(one.holds for one in self.heads)


def verify(
    records: Iterable[Kept], *, ends: Ends | None = None, heads: Iterable[Head] = (), sealed: Iterable[Sealed] = ()
) -> Verified:
    """What is wrong with the records of a store: every chain is followed, and every head compared.

    Without a head, what it does not find is a history that was rewritten whole, each link anew. With one it finds
    that too; which records these are it can say as closely as there are heads, or to the record with the list of what
    was sealed.

    Args:
        records: all of them, in the order in which they were written.
        ends: with which record each case ends, where that is kept elsewhere too.
        heads: of the store, at any time before.
        sealed: the list of what was sealed. Raises ``BadInput`` if it comes to none of the heads.
    """
    asked = sorted(heads, key=lambda head: head.count)
    way = _Way(_listed(sealed, asked), asked)
    for record in records:
        way.take(record)
    return way.ended(ends)


@define
class _Way:
    """One way over all records of a store."""

    listed: dict[tuple[str, str, int], bytes]
    heads: list[Head]
    walk: Walk = field(factory=Walk)
    tree: Tree = field(factory=Tree)
    roots: dict[int, bytes] = field(factory=dict)
    found: list[AgainstHead] = field(factory=list)
    strangers: list[Kept] = field(factory=list)
    _names: list[tuple[str, str, int]] = field(factory=list)
    _after: int = 0
    _next: int = 0

    def take(self, record: Kept) -> None:
        self._compare()
        self.walk.take(record)
        self.tree.add(record.link)
        if self._next < len(self.heads) and len(self._names) < MOST_SUSPECTS:
            self._names.append((record.process, record.case, record.version))
        if self.listed:
            self._as_sealed(record)

    def ended(self, ends: Ends | None) -> Verified:
        self._compare()
        for head in self.heads[self._next :]:
            fewer = head.count - self.tree.count
            self.found.append(AgainstHead(head, False, fewer, self._after, tuple(self._names)))
        broken = set(self.walk.ended(ends))
        gone = {of for one in broken if one.flaw is Flaw.MISSING for of in self._within(one)}
        broken |= {Broken(*of, Flaw.MISSING) for of in self.listed.keys() - gone}
        whole = tuple(sorted(broken, key=lambda one: (one.process, one.case, one.version, one.flaw.name)))
        return Verified(self.tree.count, self.walk.cases, self.tree.root, whole, tuple(self.found))

    def _within(self, gap: Broken) -> list[tuple[str, str, int]]:
        """Those of the list that a gap takes in."""
        if not gap.last:
            return [(gap.process, gap.case, gap.version)]
        return [of for of in self.listed if of[:2] == (gap.process, gap.case) and gap.version <= of[2] <= gap.last]

    def _compare(self) -> None:
        """Compare the heads that count as many records as there were so far."""
        while self._next < len(self.heads) and self.heads[self._next].count == self.tree.count:
            head = self.heads[self._next]
            self._next += 1
            if head.root == self.tree.root:
                self._after = head.count
                self._names.clear()
                self.found.append(AgainstHead(head, True))
            else:
                self.found.append(AgainstHead(head, False, 0, self._after, tuple(self._names)))

    def _as_sealed(self, record: Kept) -> None:
        """Compare a record with the list: one that is not in it may only come after all that are."""
        link = self.listed.pop((record.process, record.case, record.version), None)
        if link is None:
            self.strangers.append(record)
            return
        self.walk.found += (Broken(s.process, s.case, s.version, Flaw.NOT_SEALED) for s in self.strangers)
        self.strangers.clear()
        if link != record.link:
            self.walk.found.append(Broken(record.process, record.case, record.version, Flaw.NOT_AS_SEALED))


def _listed(sealed: Iterable[Sealed], heads: Iterable[Head]) -> dict[tuple[str, str, int], bytes]:
    """The list of what was sealed, by record; it is believed only if a head stands for it."""
    tree, listed = Tree(), dict[tuple[str, str, int], bytes]()
    for one in sealed:
        tree.add(one.link)
        listed[one.process, one.case, one.version] = one.link
    if tree.count and not any((head.count, head.root) == (tree.count, tree.root) for head in heads):
        raise BadInput("the list of what was sealed", ("it comes to none of the heads that were given",))
    return listed


# -- the list of what was sealed, as CSV

_COLUMNS: Final = ("process", "case", "version", "link")


def links_of(records: Iterable[Kept]) -> Iterator[Sealed]:
    """The list of what is sealed by a head of these records."""
    return (Sealed(record.process, record.case, record.version, record.link) for record in records)


def written_links(sealed: Iterable[Sealed]) -> Iterator[str]:
    """The list as lines of CSV. It has references of cases, and nothing that is in them."""
    line = csv.writer(_Line(), lineterminator="\n")
    yield _written(line.writerow(_COLUMNS))
    for one in sealed:
        yield _written(line.writerow((one.process, one.case, one.version, one.link.hex())))


def _written(row: object) -> str:
    return str(row)


class _Line:
    """What a writer of CSV writes a line to: it gives it back."""

    def write(self, text: str, /) -> str:
        return text


def read_links(lines: Iterable[str]) -> tuple[Sealed, ...]:
    """The list out of lines of CSV. Raises ``BadDocument`` with every line that can't be read."""
    rows = csv.reader(lines, strict=True)
    faults, sealed = Faults(), list[Sealed]()
    try:
        for n, row in enumerate(rows, 1):
            if n == 1:
                if tuple(row) != _COLUMNS:
                    faults.note("line 1", f"the columns {', '.join(_COLUMNS)}")
            else:
                sealed += _read_line(n, row, faults)
    except csv.Error:
        faults.note(f"line {rows.line_num}", "it is no CSV")
    if faults:
        raise BadDocument("the list of what was sealed", faults)
    return tuple(sealed)


def _read_line(n: int, row: list[str], faults: Faults) -> tuple[Sealed, ...]:
    try:
        process, case, version, link = row
        return (Sealed(process, case, int(version), bytes.fromhex(link)),)
    except ValueError:
        faults.note(f"line {n}", "a process, a case, the number of a record and its link in hexadecimal digits")
        return ()
