"""Which event log a file is, if it is one: XES, or OCEL 2.0 as JSON or XML. Told by what is in it, not by its name."""

from collections.abc import Iterator, Sequence
from typing import BinaryIO, Final, Protocol, cast

from prcomm.adapters.json import BadDocument, DocumentFault, parse
from prcomm.adapters.json.faults import kind_of
from prcomm.adapters.registers import ocel, xes
from prcomm.adapters.registers.lines import LineFault, Read, RegisterLine, clean, head
from prcomm.adapters.registers.xml_events import gone_through

LARGEST: Final = 1 << 28
"""How many bytes a document of JSON may have: it is read whole."""
_MARKS: Final = b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff"
_OF_OCEL: Final = "object-types", "event-types", "objects", "events"


class Log(Protocol):
    """A log: what it is, and its events as lines."""

    @property
    def form(self) -> str: ...

    @property
    def cases(self) -> tuple[str, ...]: ...

    def lines(self, columns: Sequence[str] = ()) -> Iterator[Read]: ...


class JsonArray:
    """A register that is one array of JSON, an object for each line."""

    form = "JSON"
    cases = ()

    def __init__(self, items: list[object]) -> None:
        self._items = items

    def lines(self, columns: Sequence[str] = ()) -> Iterator[Read]:
        """Its lines, numbered from 1."""
        for number, one in enumerate(self._items, 1):
            if isinstance(one, dict):
                fields = cast("dict[str, object]", one).items()
                cells = {head(name): clean(cell) if isinstance(cell, str) else cell for name, cell in fields}
                yield RegisterLine(number, cells, hash(repr(sorted(cells.items()))))
            else:
                yield LineFault(number, f"an object, not {kind_of(one)}")


def log_of(file: BinaryIO) -> Log | None:
    """The log in a file that can be read from its beginning again; ``None`` if it is none. Raises ``BadDocument``."""
    begins = file.read(4096)
    for mark in _MARKS:
        begins = begins.removeprefix(mark)
    begins = begins.replace(b"\0", b"").lstrip()
    file.seek(0)
    if begins.startswith(b"<"):
        return _of_xml(file)
    if begins.startswith(b"["):
        return _of_array(file)
    return _of_json(file) if begins.startswith(b"{") else None


class _Children:
    """Finds out what the document is, and what the first things in it are."""

    def __init__(self) -> None:
        self.names: list[str] = []

    def begins(self, name: str, attributes: dict[str, str]) -> None:
        self.names.append(name)

    def ends(self, name: str, text: str) -> None:
        """Nothing is to be done."""


def _of_xml(file: BinaryIO) -> Log:
    children = _Children()
    for _ in gone_through(file, children):
        if len(children.names) > 1:
            break
    root, *inside = children.names or [""]
    if root != "log":
        old = "; OCEL 1.0 must be written as OCEL 2.0" if root == "ocel" else ""
        raise BadDocument("a register", (DocumentFault("", f"it is XML or HTML, and no event log{old}"),))
    return ocel.of_xml(file) if inside and inside[0] in _OF_OCEL else xes.Xes(file)


def _of_array(file: BinaryIO) -> Log | None:
    document = _document(file)
    return JsonArray(cast("list[object]", document)) if isinstance(document, list) else None


def _of_json(file: BinaryIO) -> Log | None:
    """A log of OCEL, if it is one object that holds events and objects: JSON lines hold others."""
    first = file.readline(LARGEST)
    rest = file.read(1)
    file.seek(0)
    try:
        parse(first.removeprefix(_MARKS[0]))
    except BadDocument:
        whole = True  # an object of several lines
    else:
        whole = not rest.strip() or b'"objects"' in first
    if not whole:
        return None
    document = _document(file)
    return None if document is None else ocel.of_json(document)


def _document(file: BinaryIO) -> object:
    """A whole document; ``None`` where it is none, which is told of its lines."""
    text = file.read(LARGEST + 1)
    file.seek(0)
    if len(text) > LARGEST:
        raise BadDocument(
            "a register", (DocumentFault("", f"a document of JSON longer than {LARGEST} bytes: write lines"),)
        )
    try:
        return parse(text.removeprefix(_MARKS[0]))
    except BadDocument:
        return None
