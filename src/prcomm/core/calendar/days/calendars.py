"""Calendars as data by year and act, and plain ones that need no country."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import MAXYEAR, MINYEAR, date
from typing import cast

from attrs import Factory, evolve, field, frozen
from attrs.converters import optional

from prcomm.core.calendar.days.ordinals import beyond
from prcomm.core.calendar.days.rules import DayRange, Holiday, Yearly, YearlyRule
from prcomm.core.calendar.days.special import A_DAY_OFF, GeneralRule, SpecialDay
from prcomm.core.calendar.days.tables import DayTable
from prcomm.core.sources.citations import Cites, as_cites
from prcomm.core.sources.people import Office, rest_of
from prcomm.core.sources.working_hours import WEEK, weekdays
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


def _each_day(days: Iterable[SpecialDay | DayRange]) -> tuple[SpecialDay, ...]:
    return tuple(day for one in days for day in (one.days() if isinstance(one, DayRange) else (one,)))


@frozen
class Calendar:
    """The days off of a country or a house, as data.

    A year that is decreed has all its special days listed. Where none is decreed, it was told the years from its first
    special day to its last. In other years only the week, the holidays of every year and the rule ``shift`` are known:
    what rests on them is marked provisional. A calendar without special days has nothing else, and knows every year.

    Attributes:
        name: its name.
        days: the special days; ranges of days too.
        holidays: the holidays of every year, and other rules for days off.
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
        rest_days: the weekly days of rest whatever the office says, 1 (Monday) to 7, or ``None``.
        own: further calendars, for the offices that name them.
    """

    __rich_repr__ = as_shown

    name: str
    days: tuple[SpecialDay, ...] = field(default=(), repr=counted, converter=_each_day)
    holidays: tuple[Yearly, ...] = field(default=(), repr=counted)
    week: int | None = None
    rest: Cites = field(default=(), converter=as_cites, repr=False)
    decreed: tuple[tuple[int, date | None], ...] = field(default=(), converter=_years, repr=False)
    shift: GeneralRule | None = field(default=None, repr=False)
    eve: GeneralRule | None = field(default=None, repr=False)
    as_known: date | None = None
    rest_since: date | None = field(default=None, kw_only=True, repr=False)
    rest_before: Cites = field(default=(), converter=as_cites, kw_only=True, repr=False)
    listed: frozenset[int] | None = field(default=Factory(_listed, takes_self=True), repr=False)
    rest_days: tuple[int, ...] | None = field(default=None, kw_only=True, converter=optional(weekdays))
    own: "tuple[Calendar, ...]" = field(default=(), kw_only=True, repr=counted)
    _tables: "dict[tuple[object, ...], DayTable]" = field(factory=dict, init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        seen: set[tuple[date, int]] = set()
        faults = [] if self.week in (None, *_WEEKS) else [f"week: 5, 6 or 7 days, not {quoted(self.week)}"]
        if self.rest_days is not None and self.week is not None:
            faults.append("week: told by rest_days, where they are given")
        if self.rest_days is not None and len(self.rest_days) == len(WEEK):
            faults.append("rest_days: one day at least is worked")
        names = [one.name for one in self.own]
        faults += [f"own: {name!r} is there twice" for name in dict.fromkeys(names) if names.count(name) > 1]
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
        listed = None if self.listed is None else self.listed - untold
        return evolve(self, days=days, as_known=on, listed=listed, own=tuple(one.known(on) for one in self.own))

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
        """The days as one office works them. Raises ``BadInput`` if it names a calendar that is none of its own."""
        table = self._tables.get(office.days)
        if table is None:
            table = self._tables[office.days] = self._named(office.calendar).days_of(office)
        return table

    def days_of(self, office: Office) -> "DayTable":
        """The days of this calendar as one office works them, whatever calendar it names."""
        key = (None, *office.days)
        table = self._tables.get(key)
        if table is None:
            table = self._tables[key] = self._worked_by(office)
        return table

    def _named(self, name: str) -> "Calendar":
        """The calendar of that name; of none, this one."""
        if not name or name == self.name:
            return self
        found = next((one for one in self.own if one.name == name), None)
        if found is None:
            among = ", ".join(repr(one.name) for one in self.own) or "none"
            raise BadInput(f"the calendar {self.name!r}", (f"own: it lists {among}, not {quoted(name)}",))
        return found

    def _worked_by(self, office: Office) -> "DayTable":
        if self.rest_days is not None:
            return DayTable(self, 7 - len(self.rest_days), self.rest_days, office.roster)
        if self.week is not None:
            return DayTable(self, self.week, rest_of(self.week, office.second_day_off), office.roster)
        return DayTable(self, office.week, office.rest, office.roster)

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


def _every_year(holiday: Yearly) -> Said:
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
    "listed", "rest_days", "own",
)  # fmt: skip


def _apart(given: object, *kinds: type) -> tuple[tuple[object, ...], object]:
    """Those of what was given that are of some classes, and the rest of it as it was given."""
    if isinstance(given, str) or not hasattr(given, "__iter__"):
        return ((given,), ()) if isinstance(given, kinds) else ((), given)
    several = tuple(cast("Iterable[object]", given))
    return tuple(one for one in several if isinstance(one, kinds)), tuple(
        one for one in several if not isinstance(one, kinds)
    )


def plain(
    name: str,
    *,
    week: int | None = None,
    off: Iterable[date | DayRange | SpecialDay] = (),
    holidays: Iterable[Yearly] = (),
    years: Iterable[int] = (),
    rest_days: Iterable[int] | None = None,
) -> Calendar:
    """A calendar that needs no country.

    Args:
        name: its name.
        week: the days worked a week: 7 for every day, 6, 5; ``None`` for whatever the office works.
        off: further days off: days, ranges of days, and special days with what they rest on.
        holidays: holidays of every year, and other rules for days off.
        years: the years of which ``off`` names all; unless they are given, those from its first day to its last.
            What is counted in any other year is marked provisional. Without ``off`` it knows every year.
        rest_days: the weekly days of rest, 1 (Monday) to 7; ``None`` for those of the office.
    """
    faults: list[str] = []
    told, plainly = _apart(off, DayRange, SpecialDay)
    days = in_a_row("off", cast("Iterable[date]", plainly), date, faults)
    faults += [fault for on in days for fault in no_day("off", on)]
    rules, others = _apart(holidays, YearlyRule)
    in_a_row("holidays", cast("Iterable[Holiday]", others), Holiday, faults)
    if faults:
        raise BadInput(f"the calendar {name!r}", tuple(faults))
    each = *(SpecialDay(on, A_DAY_OFF, ()) for on in days), *_each_day(cast("tuple[SpecialDay, ...]", told))
    special = {(one.day, one.weeks): one for one in each}
    in_order = tuple(sorted(special.values(), key=lambda one: one.day))
    return Calendar(name, in_order, cast("tuple[Yearly, ...]", rules), week, decreed=years, rest_days=rest_days)


EVERY_DAY = plain("every day", week=7)
"""A calendar on which every day is worked."""

WEEKS = plain("weeks")
"""A calendar that knows only the office's week of 5, 6 or 7 days."""
