"""The chain over the records of a case: what is kept with each record, and what is wrong where it does not hold.

A link is SHA-256 over a name of what it is, the link of the record before and all of the record as it is stored, each
of the two with its length before it. Whoever changes any of it must change this link and all after it.
"""

from collections.abc import Iterable, Mapping
from enum import Enum
from hashlib import sha256
from typing import Final

from attrs import define, field, frozen

from prcomm.adapters import says

BEFORE_THE_FIRST: Final = b""
"""What stands for the link before the first record of a case."""
Ends = Mapping[tuple[str, str], tuple[int, bytes]]
"""By process and case, the version and the link of the newest record, where a store keeps these beside the records."""
_DOMAIN: Final = b"prcomm link 1\n"


def chained(previous: bytes, stored: bytes) -> bytes:
    """The link of a record: 32 bytes.

    Args:
        previous: the link of the record before; ``BEFORE_THE_FIRST`` of the first.
        stored: all of the record as it is stored, process, case and version with it: no two records may have the same
            bytes, so each part of it has its length before it.
    """
    return sha256(b"%b%d:%b%d:%b" % (_DOMAIN, len(previous), previous, len(stored), stored)).digest()


@frozen
class Kept:
    """A record as a store keeps it.

    Attributes:
        process: the name of the lifecycle.
        case: the reference of the case.
        version: which record of the case it is, from 1.
        link: its link, as it is kept beside it.
        stored: all of it as it is stored, as it was given to ``chained``.
    """

    process: str
    case: str
    version: int
    link: bytes = field(repr=False)
    stored: bytes = field(repr=False)

    def follows(self, previous: bytes) -> bool:
        """Whether its link is the one that comes of it after the record with that link."""
        return self.link == chained(previous, self.stored)


class Flaw(Enum):
    """What is wrong with a record; its value says it."""

    CHANGED = says("it is not what was entered")
    MISSING = says("it is missing")
    DOUBLED = says("it stands there more than once")
    OUT_OF_ORDER = says("it stands after one that was entered later")
    NOT_THE_END = says("it is not the one with which its case is said to end")
    MISNAMED = says("somebody else is named in it than was")
    NOT_AS_SEALED = says("it is not the one that was sealed")
    NOT_SEALED = says("it stands among those that were sealed, and is none of them")


@frozen
class Broken:
    """A record in which a chain is broken, or several in a row that are missing.

    Attributes:
        process: the name of the lifecycle.
        case: the reference of the case.
        version: which record of the case, from 1.
        flaw: what is wrong with it.
        last: the last of those in a row; 0 of one alone.
    """

    process: str
    case: str
    version: int
    flaw: Flaw
    last: int = 0

    @property
    def sentence(self) -> str:
        """Which record it is, and what is wrong with it."""
        words = {"process": self.process, "case": self.case, "version": self.version, "flaw": self.flaw.value}
        return ONE(**words) if not self.last else SEVERAL(last=self.last, **words)

    def __str__(self) -> str:
        return str(self.sentence)


ONE: Final = says("{process} {case}, record {version}: {flaw}")
SEVERAL: Final = says("{process} {case}, records {version} to {last}: {flaw}")


def broken(records: Iterable[Kept], ends: Ends | None = None) -> tuple[Broken, ...]:
    """Where chains are broken; nothing if all hold.

    Each record is judged by the link kept with the one before it, so that the one that was changed is named, and not
    all that come after it.

    Args:
        records: the records of one case or of many, in the order in which they were written.
        ends: with which record each case ends, where that is kept elsewhere too.
    """
    walk = Walk()
    for record in records:
        walk.take(record)
    return walk.ended(ends)


@define
class Walk:
    """One way over records, in the order in which they were written.

    Attributes:
        found: what was found broken, in the order in which it was found.
    """

    found: list[Broken] = field(factory=list)
    _ends: dict[tuple[str, str], tuple[int, bytes]] = field(factory=dict)
    _held: dict[tuple[str, str], list[Kept]] = field(factory=dict)

    @property
    def cases(self) -> int:
        """How many cases there are."""
        return len(self._ends.keys() | self._held.keys())

    def take(self, record: Kept) -> None:
        """One more record. From a gap on those of its case are held: what fills it may come later."""
        of = record.process, record.case
        version, link = self._ends.get(of, (0, BEFORE_THE_FIRST))
        if of in self._held:
            self._held[of].append(record)
        elif record.version == version + 1:
            self._follow(record, link)
        elif record.version > version:
            self._held[of] = [record]
        else:
            self._note(record, Flaw.DOUBLED if record.version > 0 else Flaw.CHANGED)

    def ended(self, ends: Ends | None = None) -> tuple[Broken, ...]:
        """What was found broken, when there are no more of them."""
        for of, records in self._held.items():
            self._after_a_gap(of, records)
        for of in () if ends is None else sorted({*ends, *self._ends}):
            self._end(of, self._ends.get(of, (0, b"")), (ends or {}).get(of, (0, b"")))
        return tuple(dict.fromkeys(self.found))

    def _follow(self, record: Kept, link: bytes) -> None:
        if not record.follows(link):
            self._note(record, Flaw.CHANGED)
        self._ends[record.process, record.case] = record.version, record.link

    def _after_a_gap(self, of: tuple[str, str], records: list[Kept]) -> None:
        """Those of a case that were held, in the order of their numbers."""
        highest = 0
        for record in records:
            if record.version < highest:
                self._note(record, Flaw.OUT_OF_ORDER)
            highest = max(highest, record.version)
        for record in sorted(records, key=lambda one: one.version):
            version, link = self._ends.get(of, (0, BEFORE_THE_FIRST))
            if record.version <= version:
                self._note(record, Flaw.DOUBLED)
            elif record.version == version + 1:
                self._follow(record, link)
            else:
                self.found.append(_missing(of, version + 1, record.version - 1))
                self._ends[of] = record.version, record.link

    def _end(self, of: tuple[str, str], there: tuple[int, bytes], told: tuple[int, bytes]) -> None:
        """Compare the end of a case with what is kept of it elsewhere."""
        if told[0] > there[0]:
            self.found.append(_missing(of, there[0] + 1, told[0]))
        elif told != there:
            self.found.append(Broken(*of, there[0], Flaw.NOT_THE_END))

    def _note(self, record: Kept, flaw: Flaw) -> None:
        self.found.append(Broken(record.process, record.case, record.version, flaw))


def _missing(of: tuple[str, str], first: int, last: int) -> Broken:
    return Broken(*of, first, Flaw.MISSING, last if last > first else 0)
