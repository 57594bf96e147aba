"""XES (IEEE 1849) read as a register: a line for each event.

The cells of a line are the attributes of its event, by their keys, and those of its trace, as ``case:`` and the key. So
a mapping for a log of XES serves for the same log as CSV, as tools of process mining write it.
"""

from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from math import isfinite
from typing import BinaryIO, Final

from prcomm.adapters.json import BadDocument, DocumentFault
from prcomm.adapters.registers.lines import Cells, Read, RegisterLine, clean, head
from prcomm.adapters.registers.xml_events import gone_through

FORM: Final = "XES"
OF_THE_CASE: Final = "case:"
"""What stands before the key of an attribute of a trace."""


def _whole(value: str) -> object:
    try:
        number = int(value)
    except ValueError:
        return clean(value)
    return number if abs(number) < 1 << 53 else value


def _number(value: str) -> object:
    try:
        number = float(value)
    except ValueError:
        return clean(value)
    return number if isfinite(number) else value


def _truth(value: str) -> object:
    return {"true": True, "1": True, "false": False, "0": False}.get(value.strip().lower())


VALUES: Final[Mapping[str, Callable[[str], object]]] = {
    "string": clean, "date": clean, "id": clean, "int": _whole, "float": _number, "boolean": _truth,
}  # fmt: skip
"""How the value of each kind of attribute is read."""


class _Traces:
    """Gathers the events of a log, trace by trace: what is said of a trace may come after its events."""

    def __init__(self) -> None:
        self.found: deque[Cells] = deque()
        self._within: list[str] = []
        self._trace: dict[str, object] = {}
        self._event: dict[str, object] = {}
        self._events: list[dict[str, object]] = []

    def begins(self, name: str, attributes: dict[str, str]) -> None:
        whose = self._within[-1] if self._within else ""
        if name in ("events", "objects") and whose == "log":
            raise BadDocument("an event log", (DocumentFault("", "it is OCEL 1.0: write it as OCEL 2.0"),))
        self._within.append(name)
        if name == "trace":
            self._trace, self._events = {}, []
        elif name == "event":
            self._event = {}
        elif name in VALUES and whose in ("trace", "event"):
            key, value = attributes.get("key", ""), attributes.get("value")
            if key and value is not None:
                of = self._event if whose == "event" else self._trace
                of[head(key if whose == "event" else OF_THE_CASE + key)] = VALUES[name](value)

    def ends(self, name: str, text: str) -> None:
        self._within.pop()
        if name == "event" and "trace" in self._within:
            self._events.append(self._event)
        elif name == "event":
            self.found.append(self._event)
        elif name == "trace":
            self.found += (self._trace | event for event in self._events)


class Xes:
    """A log of XES in a file.

    Args:
        file: the file; it is gone through once.
    """

    form = FORM
    cases = ("case:concept:name",)

    def __init__(self, file: BinaryIO) -> None:
        self._file = file

    def lines(self, columns: Sequence[str] = ()) -> Iterator[Read]:
        """Its events, each with all its cells."""
        traces, number = _Traces(), 0
        self._file.seek(0)
        for _ in gone_through(self._file, traces):
            while traces.found:
                cells = traces.found.popleft()
                number += 1
                yield RegisterLine(number, cells, hash(tuple(cells.items())))
