"""Calendars as data by year and act, and plain ones that need no country."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import MAXYEAR, MINYEAR, date
from typing import cast

from attrs import Factory, evolve, field, frozen

from prcomm.core.calendar.days.ordinals import beyond
from prcomm.core.calendar.days.special import A_DAY_OFF, GeneralRule, Holiday, SpecialDay
from prcomm.core.calendar.days.tables import DayTable
from prcomm.core.sources.citations import Cites, as_cites
from prcomm.core.sources.people import Office
from prcomm.core.values.alternatives import counted
from prcomm.core.values.display import as_shown
from prcomm.core.values.errors import BadInput, in_a_row, no_day, quoted
from prcomm.core.values.messages import Message, Said, named

__all__ = [
    "EVERY_DAY",
    "EVERY_YEAR",
    "EVERY_YEAR_SINCE",
    "EVERY_YEAR_SINCE_UNTIL",
    "EVERY_YEAR_UNTIL",
    "EVE_IS_SHORTER",
    "GIVES_THE_NEXT_DAY",
    "WEEKLY_DAYS_OF_REST",
    "WEEKS",
    "Calendar",
    "plain",
]  # fmt: skip

_WEEKS = (5, 6, 7)
WEEKLY_DAYS_OF_REST = Message("the weekly days of rest")
EVERY_YEAR = Message("{holiday}, every year")
EVERY_YEAR_SINCE = Message("{holiday}, every year since {since}")
EVERY_YEAR_UNTIL = Message("{holiday}, every year until {until}")
EVERY_YEAR_SINCE_UNTIL = Message("{holiday}, every year since {since} until {until}")
GIVES_THE_NEXT_DAY = Message("a holiday on a day of rest gives the next working day off")
EVE_IS_SHORTER = Message("the eve of a holiday is shorter")

_Year = tuple[int, date | None]


def _years(years: Iterable[int | _Year] | Mapping[int, date | None]) -> tuple[_Year, ...]:
    given = cast("Mapping[int, date | None]", years).items() if isinstance(years, Mapping) else years
    found = sorted(dict(year if isinstance(year, tuple) else (year, None) for year in given).items())
    if any(not MINYEAR <= year <= MAXYEAR for year, _ in found):
        raise beyond()
    return tuple(found)


def _listed(calendar: "Calendar") -> frozenset[int] | None:
    """The years it was told, where none is decreed: from that of its first special day to that of its last."""
    if not calendar.days:
        return None
    years = [special.day.year for special in calendar.days]
    return frozenset(range(min(years), max(years) + 1))


def _known(decreed: date | None, on: date | None) -> bool:
    """Whether what was decreed on one day was known at the end of another; where no day is given, it was."""
    return decreed is None or on is None or decreed <= on


@frozen
class Calendar:
    """The days off of a country or a house, as data.

    A year that is decreed has all its special days listed. Where none is decreed, it was told the years from its first
    special day to its last. In other years only the week, the holidays of every year and the rule ``shift`` are known:
    what rests on them is marked provisional. A calendar without special days has nothing else, and knows every year.

    Attributes:
        name: its name.
        days: the special days.
        holidays: the holidays of every year.
        week: the days worked a week whatever the office says (7: every day is worked), or ``None``.
        rest: what makes the weekly days of rest ones.
        rest_since: the first day on which that does; ``None`` for always.
        rest_before: what did before that day.
        decreed: the years whose days are decreed in full, each with the day of the decree where known,
            also those decreed after ``as_known``.
        shift: the rule by which a holiday on a day of rest gives the next working day off instead, applied
            in years that are not decreed: a decreed year lists the outcome.
        eve: the rule by which the day before a holiday is shorter by ``eve.hours``.
        as_known: the day as of which it is known, if one was asked for.
        listed: where no year is decreed, the years it was told; ``None`` if it knows every year.
    """

    __rich_repr__ = as_shown

    name: str
    days: tuple[SpecialDay, ...] = field(default=(), repr=counted)
    holidays: tuple[Holiday, ...] = field(default=(), repr=counted)
    week: int | None = None
    rest: Cites = field(default=(), converter=as_cites, repr=False)
    decreed: tuple[tuple[int, date | None], ...] = field(default=(), converter=_years, repr=False)
    shift: GeneralRule | None = field(default=None, repr=False)
    eve: GeneralRule | None = field(default=None, repr=False)
    as_known: date | None = None
    rest_since: date | None = field(default=None, kw_only=True, repr=False)
    rest_before: Cites = field(default=(), converter=as_cites, kw_only=True, repr=False)
    listed: frozenset[int] | None = field(default=Factory(_listed, takes_self=True), repr=False)
    _tables: "dict[tuple[int, int, bool], DayTable]" = field(factory=dict, init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        seen: set[tuple[date, int]] = set()
        faults = [] if self.week in (None, *_WEEKS) else [f"week: 5, 6 or 7 days, not {quoted(self.week)}"]
        for special in self.days:
            for week in special.weeks:
                if (special.day, week) in seen:
                    faults.append(f"{special.day.isoformat()} is given twice for a week of {week} days")
                seen.add((special.day, week))
        if faults:
            raise BadInput(f"the calendar {self.name!r}", tuple(faults))

    def known(self, on: date) -> "Calendar":
        """The calendar as it was known at the end of a day: without what was decreed later."""
        on = on if self.as_known is None else min(on, self.as_known)
        days = tuple(special for special in self.days if _known(special.decreed, on))
        untold = {special.day.year for special in self.days if not _known(special.decreed, on)}
        return evolve(self, days=days, as_known=on, listed=None if self.listed is None else self.listed - untold)

    @property
    def known_to(self) -> date | None:
        """The day up to which decrees are in it: the one asked for, else that of the latest; ``None`` without any."""
        return self.as_known or max((d for s in self.days if (d := s.decreed) is not None), default=None)

    def general(self) -> Iterator[tuple[str, Cites]]:
        """What holds in every year and rests on a source, in words."""
        if self.rest:
            yield WEEKLY_DAYS_OF_REST(), self.rest
        for holiday in self.holidays:
            yield _every_year(holiday), holiday.cites
        if self.shift is not None:
            yield GIVES_THE_NEXT_DAY(), self.shift.cites
        if self.eve is not None:
            yield EVE_IS_SHORTER(), self.eve.cites

    @property
    def settled(self) -> frozenset[int]:
        """The years whose days were decreed by then."""
        return frozenset(year for year, decreed in self.decreed if _known(decreed, self.as_known))

    @property
    def sure(self) -> frozenset[int] | None:
        """The years whose days off it was told in full; ``None`` if it knows every year."""
        return self.settled if self.decreed else self.listed

    def of(self, office: Office) -> "DayTable":
        """The days as one office works them."""
        table = self._tables.get(office.days)
        if table is None:
            table = DayTable(self, self.week or office.week, office.second_day_off, office.roster)
            self._tables[office.days] = table
        return table

    def provisional(self, year: int) -> bool:
        """Whether the days off of that year stand on the general rule alone: it is none of those that were told.

        Raises ``BadInput`` beyond the years that can be counted.
        """
        if not MINYEAR <= year <= MAXYEAR:
            raise beyond()
        return self.sure is not None and year not in self.sure

    def __getstate__(self) -> dict[str, object]:
        return {f: getattr(self, f) for f in _KEPT}

    def __setstate__(self, state: dict[str, object]) -> None:
        for name, value in state.items():
            object.__setattr__(self, name, value)
        object.__setattr__(self, "_tables", {})


def _every_year(holiday: Holiday) -> Said:
    days = {"since": holiday.since, "until": holiday.until}
    if holiday.since and holiday.until:
        text = EVERY_YEAR_SINCE_UNTIL
    elif holiday.since:
        text = EVERY_YEAR_SINCE
    else:
        text = EVERY_YEAR_UNTIL if holiday.until else EVERY_YEAR
    return text(holiday=named(holiday.reason), **{name: day for name, day in days.items() if day})


_KEPT = (
    "name", "days", "holidays", "week", "rest", "decreed", "shift", "eve", "as_known", "rest_since", "rest_before",
    "listed",
)  # fmt: skip


def plain(
    name: str,
    *,
    week: int | None = None,
    off: Iterable[date] = (),
    holidays: Iterable[Holiday] = (),
    years: Iterable[int] = (),
) -> Calendar:
    """A calendar that needs no country.

    Args:
        name: its name.
        week: the days worked a week: 7 for every day, 6, 5; ``None`` for whatever the office works.
        off: further days off.
        holidays: holidays of every year.
        years: the years of which ``off`` names all; unless they are given, those from its first day to its last.
            What is counted in any other year is marked provisional. Without ``off`` it knows every year.
    """
    faults: list[str] = []
    days = in_a_row("off", off, date, faults)
    faults += [fault for on in days for fault in no_day("off", on)]
    yearly = in_a_row("holidays", holidays, Holiday, faults)
    if faults:
        raise BadInput(f"the calendar {name!r}", tuple(faults))
    special = tuple(SpecialDay(on, A_DAY_OFF, ()) for on in sorted(set(days)))
    return Calendar(name, special, yearly, week, decreed=years)


EVERY_DAY = plain("every day", week=7)
"""A calendar on which every day is worked."""

WEEKS = plain("weeks")
"""A calendar that knows only the office's week of 5, 6 or 7 days."""
