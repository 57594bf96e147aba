"""Values fixed by law, with since when; the ways it may be read; and what replaces them on trial."""

from collections.abc import Iterable
from datetime import date
from enum import Enum
from typing import Generic, TypeVar

from attrs import evolve, field, frozen

from prcomm.core.sources.citations import Basis, Citation, Cited, Cites, as_cites, weakest
from prcomm.core.values.errors import BadInput, NotInForce, a, no_day
from prcomm.core.values.messages import Said, scoped

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)


@frozen
class Version(Generic[T_co]):
    """A dated value as it stands from one day to another.

    Attributes:
        value: the value.
        cites: what fixes it.
        since: the first day in force; ``None`` if that day is not known.
        until: the first day no longer in force; ``None`` while it stands.
        seen: where ``since`` is not known, a day it was seen in force: before it the answer is unknown.
    """

    value: T_co
    cites: Cites = field(converter=as_cites)
    since: date | None = None
    until: date | None = None
    seen: date | None = None

    def __attrs_post_init__(self) -> None:
        _days(self, "since", "until", "seen")

    @property
    def first(self) -> date:
        """The first day on which this version is known to stand."""
        return self.since or self.seen or date.min

    @property
    def basis(self) -> Basis:
        return weakest(self.cites)


def _days(thing: object, *names: str) -> None:
    """Raise ``BadInput`` for fields that hold no day."""
    faults = [fault for name in names for fault in no_day(name, getattr(thing, name))]
    if faults:
        raise BadInput(a(type(thing).__name__), tuple(faults))


def _in_order(versions: Iterable[Version[T]]) -> tuple[Version[T], ...]:
    return tuple(sorted(versions, key=lambda version: version.first))


UNITS = ("working days", "days", "months", "years", "hours")
"""The units that the name of a value may begin with: ``days to answer a request``."""


def in_units(name: str, value: object) -> object:
    """A value as it is said beside its name: a number with its unit, in a language whose name of it has none."""
    unit = next((unit for unit in UNITS if name.startswith(f"{unit} ")), "")
    return Said("{n}|{n}", {"n": value}, ("", unit)) if unit and type(value) is int else value


def _named(text: str) -> str:
    return scoped(text, "", "value")


@frozen
class Dated(Generic[T_co]):
    """A value fixed by law, with all its versions. Named, since its name is its identity in a law."""

    name: str = field(converter=_named)
    versions: tuple[Version[T_co], ...] = field(converter=_in_order)

    @classmethod
    def of(
        cls, name: str, value: T, cites: Cited, *, since: date | None = None, seen: date | None = None
    ) -> "Dated[T]":
        """A value with one version."""
        return Dated(name, (Version(value, cites, since, None, seen),))

    def version(self, day: date) -> Version[T_co]:
        """The version in force on that day. Raises ``NotInForce`` if none is known to be."""
        for version in reversed(self.versions):
            if version.first <= day:
                if version.until is not None and day >= version.until:
                    raise NotInForce(self.name, day)
                return version
        raise NotInForce(self.name, day, bool(self.versions) and self.versions[0].since is None)

    def on(self, day: date) -> T_co:
        """The value on that day. Raises ``NotInForce`` if none is known to be in force."""
        return self.version(day).value

    @property
    def cites(self) -> Cites:
        return tuple(dict.fromkeys(c for version in self.versions for c in version.cites))


class Reading(Enum):
    """A place where the law can be read in two ways; itself the value of a ``Dated``."""


class LastDay(Reading):
    """Which day binds when the last day of a term is a day off."""

    STRICT = "the day the text gives, even if it is a day off"
    ROLL_FORWARD = "the next working day"


class EndDays(Reading):
    """Which of the two end days of a pause count: the one on which the clock is stopped, and the one on which it runs
    again. A day that is both is left out only by ``NEITHER``."""

    FIRST = "the day on which it is stopped counts, the day on which it runs again does not"
    LAST = "the day on which it runs again counts, the day on which it is stopped does not"
    BOTH = "the day on which it is stopped counts, and the day on which it runs again"
    NEITHER = "neither the day on which it is stopped nor the day on which it runs again counts"

    @property
    def first(self) -> bool:
        """Whether the day on which it is stopped counts."""
        return self is EndDays.FIRST or self is EndDays.BOTH

    @property
    def last(self) -> bool:
        """Whether the day on which it runs again counts."""
        return self is EndDays.LAST or self is EndDays.BOTH


_ON_TRIAL = Citation("a Reform", "on trial", None, Basis.ASSUMED, "")


@frozen
class Reform(Generic[T]):
    """A value replaced: an amendment on trial, a house rule, or a number the law leaves open.

    Attributes:
        value: the dated value it replaces.
        to: what it becomes.
        why: why, in words; it stands in every trace that uses the value.
        since: from which day; ``None`` for all days.
        cites: what it rests on; without it the value is ASSUMED.
    """

    value: Dated[T]
    to: T
    why: str = ""
    since: date | None = None
    cites: Cites = field(default=(_ON_TRIAL,), converter=as_cites)

    def __attrs_post_init__(self) -> None:
        _days(self, "since")

    def on(self, value: Dated[T]) -> Dated[T]:
        """The value as reformed."""
        new = Version(self.to, self.cites, self.since)
        if self.since is None:
            return Dated(value.name, (new,))
        kept = (v for v in value.versions if v.first < new.first)
        return Dated(value.name, (*(evolve(v, until=_earlier(v.until, new.first)) for v in kept), new))


def _earlier(until: date | None, day: date) -> date:
    return day if until is None else min(until, day)
