"""What is wrong with lines, each kind told once: how often, and where first."""

from collections.abc import Iterable, Iterator
from typing import Final

from attrs import define, field, frozen

from prcomm.adapters import says
from prcomm.adapters.registers.lines import LineFault
from prcomm.core.questions.audits import Finding, FindingKind

FIRST: Final = 5
"""How many lines of a kind are named."""
KINDS: Final = 200
"""How many kinds are kept apart."""
UNREAD = says("{fault} ({n} line: {lines})|{fault} ({n} lines: {lines})")
OTHERS: Final = "what is wrong with them is of yet other kinds"
_UNFIT: Final = "it can't be judged"


@frozen
class Unread:
    """Lines that can't be read, and are not judged, for one reason.

    Attributes:
        text: what is wrong, with the field of the action that it is about. It quotes no cell.
        count: how many lines there are of it.
        lines: the numbers of the first of them.
    """

    text: str
    count: int
    lines: tuple[int, ...]

    @property
    def finding(self) -> Finding:
        """The same as a finding."""
        more = ", …" if self.count > len(self.lines) else ""
        where = ", ".join(map(str, self.lines)) + more
        return Finding(FindingKind.UNREAD, UNREAD(fault=self.text, n=self.count, lines=where))


@define
class UnreadLines:
    """Counts what is wrong with lines, by kind in the order in which each comes first."""

    _found: dict[str, tuple[int, list[int]]] = field(factory=dict)
    _numbers: set[int] = field(factory=set)

    def add(self, faults: Iterable[LineFault]) -> None:
        """Count some more."""
        for fault in faults:
            text = f"{fault.field}: {fault.text}" if fault.field else fault.text
            if text not in self._found and len(self._found) >= KINDS:
                text = OTHERS
            count, lines = self._found.get(text, (0, []))
            if len(lines) < FIRST and fault.number not in lines:
                lines.append(fault.number)
            self._found[text] = count + 1, lines
            self._numbers.add(fault.number)

    def __len__(self) -> int:
        return len(self._numbers)

    def __iter__(self) -> Iterator[Unread]:
        for text, (count, lines) in self._found.items():
            yield Unread(text, count, tuple(sorted(lines)))
