"""What is wrong with a document: every fault with its path, and never a text out of the document.

A document may have as many faults as it has places. So they are counted, and the first hundred are told: the words of
the others are never made.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from difflib import get_close_matches

from attrs import frozen

from prcomm.core.values.errors import MOST_FAULTS, BadInput, a

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
    """A document that can't be read, with its faults at once: the first hundred, and how many more there are.

    Attributes:
        found: each fault with its path.
        more: how many faults are not told.
    """

    found: tuple[DocumentFault, ...]

    def __init__(self, what: str, found: Iterable[DocumentFault], more: int = 0) -> None:
        told = found if isinstance(found, Faults) else Faults(found)
        self.found = told.told()
        super().__init__(what, tuple(map(str, self.found)), told.more + more)

    def __reduce__(self) -> tuple[type["BadDocument"], tuple[str, tuple[DocumentFault, ...], int]]:  # type: ignore[override]  # rebuilt from its own faults
        return type(self), (self.what, self.found, self.more)


Text = str | Callable[[], str]
"""What a fault says, or what makes it: that is asked only of faults that are told."""


@frozen
class Noted:
    """A fault before it is told.

    Attributes:
        path: where it is, from the place at which it was noted.
        text: what it says.
    """

    path: str
    text: Text


class Faults(Iterable[DocumentFault]):
    """Faults as they are found: the first hundred are kept, the rest are counted.

    Attributes:
        more: how many were not kept.
    """

    __slots__ = ("_kept", "more")

    def __init__(self, found: "Iterable[DocumentFault | Noted]" = (), more: int = 0) -> None:
        self._kept: list[DocumentFault | Noted] = []
        self.more = more
        self += found

    def note(self, path: str, text: Text) -> None:
        """One more."""
        if len(self._kept) < MOST_FAULTS:
            self._kept.append(Noted(path, text))
        else:
            self.more += 1

    def under(self, key: object, unfit: "Unfit") -> None:
        """What does not belong where that key or index stands."""
        room = MOST_FAULTS - len(self._kept)
        if room > 0:
            self._kept += unfit.under(key, room)
        self.more += unfit.more + max(0, len(unfit.faults) - max(0, room))

    def __iadd__(self, found: "Iterable[DocumentFault | Noted]") -> "Faults":
        for fault in found:
            self.note(fault.path, fault.text)
        self.more += found.more if isinstance(found, Faults) else 0
        return self

    def __bool__(self) -> bool:
        return bool(self._kept)

    def __len__(self) -> int:
        """How many there are, told or not."""
        return len(self._kept) + self.more

    def __iter__(self) -> Iterator[DocumentFault]:
        """Those that are told."""
        for fault in self._kept:
            yield DocumentFault(fault.path, fault.text if isinstance(fault.text, str) else fault.text())

    def told(self) -> tuple[DocumentFault, ...]:
        """Those that are told."""
        return tuple(self)

    def unfit(self) -> "Unfit":
        """What says all this of one place."""
        return Unfit(*self._kept, more=self.more)


class Unfit(Exception):
    """What stands in one place does not belong there. Raised while reading, and gathered into a ``BadDocument``.

    Attributes:
        faults: what is wrong, each with its path from that place; the first hundred.
        more: how many more there are.
    """

    def __init__(self, *faults: DocumentFault | Noted, more: int = 0) -> None:
        self.faults = faults
        self.more = more
        super().__init__("unfit")

    @classmethod
    def of(cls, wanted: str, given: object) -> "Unfit":
        """What belongs there, and what kind of thing was found."""
        return cls(Noted("", lambda: f"{wanted}, not {kind_of(given)}"))

    @classmethod
    def saying(cls, text: Text) -> "Unfit":
        """One fault, in words."""
        return cls(Noted("", text))

    def under(self, key: object, most: int = MOST_FAULTS) -> Iterator[Noted]:
        """Its faults, with their paths from where that key or index stands."""
        place = below("", key)
        return (Noted(beyond(place, fault.path), fault.text) for fault in self.faults[:most])

    def placed(self, key: object) -> "Unfit":
        """The same, said of what holds that place."""
        return Unfit(*self.under(key), more=self.more)


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


def unknown_field(key: object, known: Iterable[str]) -> Callable[[], str]:
    """That a field is not known, what there is, and which of it may be meant."""

    def told() -> str:
        names = sorted(known)
        there = ", ".join(names) or "none"
        if not isinstance(key, str) or not PLAIN_KEY.fullmatch(key):
            return f"a field that is not known (its key is not shown); there are: {there}"
        return f"the field {key} is not known; there are: {there}{meant(key, names)}"

    return told


def unknown(what: str, given: str, known: Iterable[str]) -> Callable[[], str]:
    """That a name is not known, what there is, and which of it may be meant. The name given is not shown."""

    def told() -> str:
        names = list(known)
        there = ", ".join(names) or "none"
        return f"{what}, which this is not; there are: {there}{meant(given, names)}"

    return told


def meant(given: str, names: list[str]) -> str:
    """A hint at the known name that is nearest to the one given."""
    if len(given) > LONGEST_GUESS:
        return ""
    folded = {name.casefold().replace(" ", "_"): name for name in names}
    near = get_close_matches(given.casefold().replace(" ", "_"), folded, 1)
    return f"; did you mean {folded[near[0]]}?" if near else ""
