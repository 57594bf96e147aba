"""The fields of a small JSON document as they are read, and every fault of them with its path."""

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import TypeVar, cast

from pendulum import DateTime

from prcomm.adapters.json import FORMAT, BadDocument, DocumentFault
from prcomm.adapters.json.faults import Faults, Text, below, kind_of, unknown_field
from prcomm.core.sources.people import Office
from prcomm.core.values.errors import BadInput, FaultsError

T = TypeVar("T")

KINDS: Mapping[type[object], str] = {dict: "an object", list: "an array", str: "a text", int: "a whole number"}
"""What JSON calls its kinds of values."""


class Fields:
    """An object of a document. Reading its fields gathers what is wrong with them; no value is ever quoted.

    Args:
        data: what stands where the object belongs.
        known: the names of its fields.
    """

    def __init__(self, data: object, known: Iterable[str]) -> None:
        self.faults = Faults()
        self._data: Mapping[str, object] = cast("dict[str, object]", data) if isinstance(data, dict) else {}
        names = tuple(known)
        if not isinstance(data, dict):
            self.fault("", f"an object, not {kind_of(data)}")
        for name in self._data:
            if name not in names:
                self.fault("", unknown_field(name, names))

    def fault(self, path: str, text: Text) -> None:
        """Note what is wrong in a place, or with the whole."""
        self.faults.note(path, text)

    def has(self, name: str) -> bool:
        """Whether a field is there, whatever it is."""
        return self._data.get(name) is not None

    def version(self) -> None:
        """Note it if the document is not of this format."""
        if self._of("prcomm", self._data.get("prcomm"), int, needed=True) not in (None, FORMAT):
            self.fault("prcomm", f"the version of the format: {FORMAT}")

    def text(self, name: str, *, needed: bool = False) -> str | None:
        """A field that is a text."""
        return self._of(name, self._data.get(name), str, needed=needed)

    def whole(self, name: str, *, needed: bool = False) -> int | None:
        """A field that is a whole number."""
        return self._of(name, self._data.get(name), int, needed=needed)

    def inside(self, name: str, *, needed: bool = False) -> dict[str, object] | None:
        """A field that is an object."""
        return cast("dict[str, object] | None", self._of(name, self._data.get(name), dict, needed=needed))

    def array(self, name: str, *, needed: bool = False) -> list[object]:
        """A field that is an array; empty if it is left out."""
        return cast("list[object] | None", self._of(name, self._data.get(name), list, needed=needed)) or []

    def texts(self, name: str) -> dict[str, str]:
        """A field that is an object of texts."""
        found = {key: self._of(below(name, key), value, str) for key, value in (self.inside(name) or {}).items()}
        return {key: value for key, value in found.items() if value is not None}

    def objects(self, name: str) -> dict[str, dict[str, object]]:
        """A field that is an object of objects."""
        objects = cast("type[dict[str, object]]", dict)
        found = {key: self._of(below(name, key), value, objects) for key, value in (self.inside(name) or {}).items()}
        return {key: value for key, value in found.items() if value is not None}

    def _of(self, path: str, value: object, kind: type[T], *, needed: bool = False) -> T | None:
        if isinstance(value, kind) and not isinstance(value, bool):
            return value
        if value is not None:
            self.fault(path, f"{KINDS[kind]}, not {kind_of(value)}")
        elif needed:
            self.fault(path, f"it is missing: {KINDS[kind]}")
        return None

    def read(self, name: str, reader: Callable[[object, str], T], *, needed: bool = False) -> T | None:
        """A field that is read by a function of its own, from its value and its path."""
        value = self._data.get(name)
        if value is not None:
            return self.gather(name, partial(reader, value))
        if needed:
            self.fault(name, "it is missing")
        return None

    def gather(self, path: str, reader: Callable[[str], T]) -> T | None:
        """What a function gives, handed the path; what it raises is noted."""
        try:
            return reader(path)
        except BadDocument as bad:
            self.faults += Faults(bad.found, bad.more)
        except FaultsError as bad:
            self.faults += Faults((DocumentFault(path, fault) for fault in bad.faults), bad.more)
        return None


def faults_of(error: Exception) -> tuple[str, ...]:
    """What is wrong, one sentence for each fault."""
    return error.faults if isinstance(error, FaultsError) else (str(error),)


def instant_from(at: object, path: str, zone: str) -> DateTime:
    """An instant in a zone, from an ISO 8601 text with an offset. Raises ``BadDocument`` for anything else."""
    wanted = "a time with its offset, as 2026-02-13T18:30:00+05:00"
    if not isinstance(at, str):
        raise BadDocument("an instant", (DocumentFault(path, f"{wanted}, not {kind_of(at)}"),))
    try:
        return Office("-", zone=zone or "UTC").instant(at)
    except BadInput as bad:
        raise BadDocument("an instant", (DocumentFault(path, wanted),)) from bad


def process_from(name: object, path: str, processes: Mapping[str, T]) -> T:
    """The process of a name. Raises ``BadDocument`` if there is none."""
    if isinstance(name, str) and name in processes:
        return processes[name]
    there = ", ".join(processes) or "none"
    raise BadDocument("a process", (DocumentFault(path, f"the name of a process; there are: {there}"),))
