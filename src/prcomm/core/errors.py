"""What may go wrong, as types with fields.

``Refused`` (an unlawful action) lives in :mod:`prcomm.core.verdicts`, beside the verdict it carries.
"""

from datetime import date


class PrcommError(Exception):
    """Every error this library raises on purpose."""


class FaultsError(PrcommError):
    """An error that lists every fault at once.

    Attributes:
        what: what was tried.
        faults: one sentence for each fault, in the order they were found.
    """

    what: str
    faults: tuple[str, ...]

    def __init__(self, what: str, faults: tuple[str, ...]) -> None:
        self.what = what
        self.faults = faults
        super().__init__(f"{what}:" + "".join(f"\n  - {fault}" for fault in faults))

    def __reduce__(self) -> tuple[type["FaultsError"], tuple[str, tuple[str, ...]]]:
        return type(self), (self.what, self.faults)


def a(noun: str) -> str:
    """A noun with its article, for messages: a loan, an appeal."""
    vowel = noun.lower().startswith(("a", "e", "i", "o")) and not noun.lower().startswith("one")
    return f"an {noun}" if vowel else f"a {noun}"


class BadInput(FaultsError, ValueError):
    """What was given can't be judged at all: a time without a zone, an action of another lifecycle."""


class FaultyLifecycle(FaultsError, TypeError):
    """A table that contradicts itself. Raised when a lifecycle is built, with all its faults."""


class NotInForce(PrcommError, LookupError):
    """A dated value was asked for a day on which no version of it is known.

    Attributes:
        value: the name of the value.
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
