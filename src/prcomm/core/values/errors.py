"""What may go wrong, as types with fields.

``Refused`` (an unlawful action) lives in :mod:`prcomm.core.engine.verdicts`, beside the verdict it carries.
"""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from enum import Enum
from typing import Final, TypeGuard, TypeVar, cast

from prcomm.core.values.messages import vowel

T = TypeVar("T")


class PrcommError(Exception):
    """Every error this library raises on purpose."""


MOST_FAULTS: Final = 100
"""How many faults an error tells; of more it says how many."""
LONGEST_FAULT: Final = 1000
"""How many characters of a fault are told."""
LONGEST_SHOWN: Final = 500
"""How many characters of a value are shown in an error."""


class FaultsError(PrcommError):
    """An error that lists its faults at once: the first hundred, and how many more there are.

    Attributes:
        what: what was tried.
        faults: one sentence for each fault, in the order they were found; no more than a hundred, none longer than a
            thousand characters.
        more: how many faults are not told.
    """

    what: str
    faults: tuple[str, ...]
    more: int

    def __init__(self, what: str, faults: Sequence[str], more: int = 0) -> None:
        self.what = cut(what, LONGEST_FAULT)
        self.faults = tuple(cut(fault, LONGEST_FAULT) for fault in faults[:MOST_FAULTS])
        self.more = more + len(faults) - len(self.faults)
        rest = (f"and {self.more:,} more",) if self.more else ()
        super().__init__(f"{self.what}:" + "".join(f"\n  - {fault}" for fault in (*self.faults, *rest)))

    def __reduce__(self) -> tuple[type["FaultsError"], tuple[str, tuple[str, ...], int]]:
        return type(self), (self.what, self.faults, self.more)


def cut(text: str, most: int = LONGEST_SHOWN) -> str:
    """A text, or its beginning and how long it is; what was cut once is not cut again."""
    return text if len(text) <= most + 40 else f"{text[:most]}… ({len(text):,} characters)"


def quoted(thing: object) -> str:
    """A value as code has it, however long it is: its beginning."""
    if isinstance(thing, str | bytes) and len(thing) > LONGEST_SHOWN:
        return f"{thing[:LONGEST_SHOWN]!r}… ({len(thing):,} characters)"
    try:
        return cut(repr(thing))
    except ValueError:  # Python writes no number of more than some thousand digits
        return f"{a(type(thing).__name__)} too long to show"


def a(noun: str) -> str:
    """A noun with its article, for messages: a loan, an appeal."""
    return f"an {noun}" if vowel(noun) else f"a {noun}"


def said(thing: object) -> str:
    """A thing in an error: a text as it is, anything else by its class, lest it show personal data."""
    if thing is None or isinstance(thing, str):
        return quoted(thing)
    return f"the class {thing.__name__}" if isinstance(thing, type) else a(type(thing).__name__)


def shown(thing: object) -> str:
    """What was written in a table, in an error: what has a name by its name, anything else as it is."""
    if isinstance(thing, Enum):
        return str(thing)
    if isinstance(thing, list | tuple):
        several = cast("list[object]", thing)
        rest = ["…"] if len(several) > MOST_FAULTS else []
        return cut(f"[{', '.join([*map(shown, several[:MOST_FAULTS]), *rest])}]")
    name = getattr(thing, "__name__", None)
    if name is None:
        return quoted(thing)
    return f"the class {name}" if isinstance(thing, type) else f"the function {name}"


def is_below(given: object, kind: type[T]) -> TypeGuard[type[T]]:
    """Whether it is a class of that kind."""
    return isinstance(given, type) and issubclass(given, kind)


def unlike(what: str, wanted: str, given: object, *kinds: type) -> Iterable[str]:
    """The fault of an argument that is of none of the classes it may be of."""
    return () if isinstance(given, kinds) else (f"{what}: {wanted}, not {shown(given)}",)


def unlike_each(what: str, wanted: str, given: Iterable[object], *kinds: type) -> tuple[str, ...]:
    """The faults of those of several arguments that are of none of the classes."""
    return tuple(fault for one in given for fault in unlike(what, wanted, one, *kinds))


def no_day(what: str, given: object) -> Iterable[str]:
    """The fault of an argument that is no day; ``None`` is none given."""
    if given is None or (isinstance(given, date) and not isinstance(given, datetime)):
        return ()
    return (f"{what}: a date, as date(2026, 7, 1), not {shown(given)}",)


def those(given: Iterable[object], kind: type[T]) -> tuple[T, ...]:
    """Those of several things that are of a kind."""
    return tuple(one for one in given if isinstance(one, kind))


def in_a_row(what: str, given: Iterable[T], kind: type[T], faults: list[str]) -> tuple[T, ...]:
    """Those of what was given that are of a kind, as a tuple; adds to the faults what is not."""
    if isinstance(given, str) or not hasattr(given, "__iter__"):
        faults.append(f"{what}: a tuple, with a comma even where it is of one, not {said(given)}")
        return those((given,), kind)
    several = tuple(given)
    faults += unlike_each(what, f"{a(kind.__name__)} in each place", several, kind)
    return those(several, kind)


class BadInput(FaultsError, ValueError):
    """What was given can't be judged at all: a time without a zone, an action of another lifecycle."""


class FaultyLifecycle(FaultsError, TypeError):
    """A table that contradicts itself. Raised when a lifecycle is built, with every fault of its rows, parts and
    deadlines."""


class NotInForce(PrcommError, LookupError):
    """What was asked of a day on which it is not known to be in force: a dated value, or what rests on an act.

    Attributes:
        value: the name of the value, or of the act or the place in it.
        day: the day asked about.
        unknown: true if the value may have been in force, but nobody has read so.
    """

    value: str
    day: date
    unknown: bool

    def __init__(self, value: str, day: date, unknown: bool = False) -> None:
        self.value = value
        self.day = day
        self.unknown = unknown
        why = "unknown: it was seen in force only later" if unknown else "not in force"
        super().__init__(f"{value!r} on {day.isoformat()}: {why}")

    def __reduce__(self) -> tuple[type["NotInForce"], tuple[str, date, bool]]:
        return type(self), (self.value, self.day, self.unknown)
