"""What is wrong with a document: every fault with its path, and never a text out of the document."""

import re
from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from attrs import frozen

from prcomm.core.values.errors import BadInput, a

PLAIN_KEY = re.compile(r"[a-z_][a-z0-9_]{0,39}")
"""What a key must look like to be shown, as fields are named: anything else might be somebody's name."""
LONGEST_GUESS = 60


@frozen
class DocumentFault:
    """One fault of a document.

    Attributes:
        path: where it is: ``actions[2].by.role``; empty for the whole document.
        text: what is found there and what belongs there. It quotes no text of the document.
    """

    path: str
    text: str

    def __str__(self) -> str:
        return f"{self.path}: {self.text}" if self.path else self.text


class BadDocument(BadInput):
    """A document that can't be read, with every fault at once.

    Attributes:
        found: each fault with its path.
    """

    found: tuple[DocumentFault, ...]

    def __init__(self, what: str, found: Iterable[DocumentFault]) -> None:
        self.found = tuple(found)
        super().__init__(what, tuple(map(str, self.found)))

    def __reduce__(self) -> tuple[type["BadDocument"], tuple[str, tuple[DocumentFault, ...]]]:  # type: ignore[override]  # rebuilt from its own faults
        return type(self), (self.what, self.found)


class Unfit(Exception):
    """What stands in one place does not belong there. Raised while reading, and gathered into a ``BadDocument``.

    Attributes:
        faults: what is wrong, each with its path from that place.
    """

    def __init__(self, *faults: DocumentFault) -> None:
        self.faults = faults
        super().__init__("unfit")

    @classmethod
    def of(cls, wanted: str, given: object) -> "Unfit":
        """What belongs there, and what kind of thing was found."""
        return cls(DocumentFault("", f"{wanted}, not {kind_of(given)}"))

    @classmethod
    def saying(cls, text: str) -> "Unfit":
        """One fault, in words."""
        return cls(DocumentFault("", text))

    def under(self, key: object) -> Iterator[DocumentFault]:
        """Its faults, with their paths from where that key or index stands."""
        return (DocumentFault(beyond(below("", key), fault.path), fault.text) for fault in self.faults)


def below(path: str, key: object) -> str:
    """The path of what stands under a key or an index."""
    if isinstance(key, int):
        return f"{path}[{key}]"
    return f"{path}.{shown_key(key)}" if path else shown_key(key)


def beyond(path: str, rest: str) -> str:
    """The path of a place, given from a place on the way to it."""
    return f"{path}{rest}" if not path or not rest or rest.startswith("[") else f"{path}.{rest}"


def shown_key(key: object) -> str:
    """A key as faults show it: one that can't be a name of the format is not shown."""
    return key if isinstance(key, str) and PLAIN_KEY.fullmatch(key) else "<a key not shown>"


def kind_of(given: object) -> str:
    """The kind of thing found in a document."""
    if given is None:
        return "null"
    if isinstance(given, bool):
        return "true or false"
    for kinds, name in ((str, "a text"), (int | float, "a number"), (list, "an array"), (dict, "an object")):
        if isinstance(given, kinds):
            return name
    return a(type(given).__name__)


def unknown_field(key: object, known: Iterable[str]) -> str:
    """That a field is not known, what there is, and which of it may be meant."""
    names = sorted(known)
    there = ", ".join(names) or "none"
    if not isinstance(key, str) or not PLAIN_KEY.fullmatch(key):
        return f"a field that is not known (its key is not shown); there are: {there}"
    return f"the field {key} is not known; there are: {there}{meant(key, names)}"


def unknown(what: str, given: str, known: Iterable[str]) -> str:
    """That a name is not known, what there is, and which of it may be meant. The name given is not shown."""
    names = list(known)
    there = ", ".join(names) or "none"
    return f"{what}, which this is not; there are: {there}{meant(given, names)}"


def meant(given: str, names: list[str]) -> str:
    """A hint at the known name that is nearest to the one given."""
    if len(given) > LONGEST_GUESS:
        return ""
    folded = {name.casefold().replace(" ", "_"): name for name in names}
    near = get_close_matches(given.casefold().replace(" ", "_"), folded, 1)
    return f"; did you mean {folded[near[0]]}?" if near else ""
