"""The small pools from which walks draw: ids, people, offices, hours, and the nights on which clocks change."""

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from datetime import date, time, timedelta
from decimal import Decimal
from functools import cache
from types import NoneType
from typing import TypeVar, cast

import pendulum
from hypothesis import strategies as st
from pendulum import Date, DateTime

from prcomm.core.sources.people import LegalEntity, Office, Person

T = TypeVar("T")

IDS = ("a", "b", "c", "d")
"""One more than an entity names at once, so that there is always another."""
PEOPLE = tuple(Person(who, f"Surname {who}", f"1 {who} street", (f"{who}@example.uz",)) for who in IDS)
FIRMS = tuple(LegalEntity(who, f"Firm {who}", f"2 {who} avenue", (f"firm-{who}@example.uz",)) for who in IDS)
YEAR = 365


# A strategy is checked by Hypothesis when it is first drawn from: those made once are drawn from in half the time.


@cache
def less_than(n: int) -> st.SearchStrategy[int]:
    return st.integers(0, n - 1)


def pick(draw: st.DrawFn, several: Sequence[T]) -> T:
    return several[draw(less_than(len(several)))]


@cache
def _among(values: tuple[Hashable, ...], kinds: tuple[type, ...]) -> st.SearchStrategy[Hashable]:
    return st.sampled_from(values)


def among(values: tuple[T, ...]) -> st.SearchStrategy[T]:
    """One of these values."""
    kinds = tuple(map(type, values))  # a member of an Enum of texts equals its text
    return cast("st.SearchStrategy[T]", _among(values, kinds))


BOOLEANS = st.booleans()
SHIFTS = st.sampled_from((-48, -1, 0, 1, 48, 240))
PLAIN: Mapping[type, st.SearchStrategy[object]] = {
    NoneType: st.none(),
    bool: BOOLEANS,
    int: less_than(6),
    float: st.floats(-1e6, 1e6),
    Decimal: st.decimals(-(10**6), 10**6),
    Person: st.sampled_from(PEOPLE),
    LegalEntity: st.sampled_from(FIRMS),
}
HOURS = (time(1, 30), time(2, 30), time(8), time(10), time(12, 30), time(17, 59), time(18), time(22))


@cache
def offices_of(zone: str) -> tuple[Office, ...]:
    """Offices in the law's own zone, and in two where the clocks change, on different days."""
    own = zone or "UTC"
    return (
        Office("a", zone=own),
        Office("b", zone=own, week=6),
        Office("c", zone="Europe/Berlin"),
        Office("d", zone="America/New_York", week=7),
    )


@cache
def nights_of_change(zone: str, first: date) -> tuple[date, ...]:
    """The days of a year before and on which the clocks of a zone change."""
    days = [first + timedelta(n) for n in range(YEAR)]
    noons = [pendulum.datetime(day.year, day.month, day.day, 12, tz=zone).utcoffset() for day in days]
    changed = [n for n in range(1, YEAR) if noons[n] != noons[n - 1]]
    return tuple(days[n - back] for n in changed for back in (1, 0))


def people_in(values: Iterable[object]) -> Iterator[Person | LegalEntity]:
    """The people and legal entities among these values, alone or several together."""
    for value in values:
        if isinstance(value, Person | LegalEntity):
            yield value
        elif isinstance(value, tuple):
            yield from people_in(cast("tuple[object, ...]", value))


def marks(*days: Date | DateTime | None) -> Iterator[Date]:
    """The days of a due that has them."""
    for on in days:
        if on is not None:
            yield on.date() if isinstance(on, DateTime) else on
