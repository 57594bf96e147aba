"""Days counted day by day and working time minute by minute, over all kinds of weeks, hours, calendars and zones.

The counts here share nothing with those of the library: days off are looked up by asking each rule of each day, Easter
is dateutil's, and the clock is that of the standard library, asked every minute. ``python -m naive_counts 50000`` tries
so many of each kind; a number alone tells which case failed.
"""

import sys
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from zoneinfo import ZoneInfo

import pendulum
from attrs import frozen
from dateutil import easter as dateutil_easter

from prcomm import (
    Calendar,
    Computus,
    Count,
    DayRange,
    EveryWeek,
    FromEaster,
    GeneralRule,
    Holiday,
    Instead,
    Minutes,
    Near,
    NthWeekday,
    Office,
    Opening,
    WeekdayNear,
    WorkingDays,
    WorkingHours,
    WorkingMinutes,
    YearlyRange,
    before,
)

ZONES = (
    "Europe/London", "Pacific/Auckland", "America/New_York", "Australia/Lord_Howe", "America/St_Johns",
    "Asia/Tashkent", "Africa/Casablanca", "America/Santiago", "Asia/Beirut", "UTC",
)  # fmt: skip
"""With clocks that change by an hour or by half of one, at midnight, over a feast, or never."""
ONE = timedelta(days=1)


# -- days off, asked of each rule


def falls(rule: object, on: date) -> bool:
    """Whether a rule gives a day, by looking at that day alone."""
    since, until = getattr(rule, "since", None), getattr(rule, "until", None)
    if (since and on < since) or (until and on >= until):
        return False
    match rule:
        case Holiday(month=month, day=day):
            return (on.month, on.day) == (month, day)
        case NthWeekday(nth=nth, weekday=weekday, month=month, plus=plus):
            named = on - plus * ONE
            if named.month != month or named.isoweekday() != weekday:
                return False
            alike = [d for d in _month(named) if d.isoweekday() == weekday]
            return len(alike) >= abs(nth) and alike[nth - 1 if nth > 0 else nth] == named
        case WeekdayNear(weekday=weekday, month=month, day=day, near=near):
            reach = {Near.ON_OR_AFTER: range(7), Near.ON_OR_BEFORE: range(-6, 1), Near.NEAREST: range(-3, 4)}[near]
            if on.isoweekday() != weekday:
                return False
            about = (on - n * ONE for n in reach)
            return any((d.month, d.day) == (month, day) for d in about)
        case FromEaster(plus=plus, computus=computus):
            way = dateutil_easter.EASTER_ORTHODOX if computus is Computus.ORTHODOX else dateutil_easter.EASTER_WESTERN
            return dateutil_easter.easter((on - plus * ONE).year, way) == on - plus * ONE
        case YearlyRange(first_month=m1, first_day=d1, last_month=m2, last_day=d2):
            here, first, last = (on.month, on.day), (m1, d1), (m2, d2)
            return first <= here <= last if first <= last else here >= first or here <= last
        case EveryWeek(weekday=weekday):
            return on.isoweekday() == weekday
    raise AssertionError(rule)


def _month(of: date) -> list[date]:
    first = of.replace(day=1)
    return [first + n * ONE for n in range(31) if (first + n * ONE).month == of.month]


@frozen(slots=False)
class NaiveDays:
    """The days off of a calendar for one office, from one day to another."""

    calendar: Calendar
    rest: tuple[int, ...]
    off: set[date]
    early: dict[date, time]

    @classmethod
    def of(cls, calendar: Calendar, office: Office, first: date, last: date) -> "NaiveDays":
        """Looked up three weeks beyond both ends, for what is moved."""
        span = [first + n * ONE for n in range(-20, (last - first).days + 21)]
        rest = calendar.rest_days if calendar.rest_days is not None else office.rest
        weekly = [rule for rule in calendar.holidays if isinstance(rule, EveryWeek)]
        feasts = [rule for rule in calendar.holidays if rule.holiday]
        resting = {d for d in span if d.isoweekday() in rest or any(falls(rule, d) for rule in weekly)}
        listed = {special.day for special in calendar.days}
        holidays = {d: [rule for rule in feasts if falls(rule, d)] for d in span}
        holidays = {d: rules for d, rules in holidays.items() if rules}
        given: set[date] = set()
        for d, rules in sorted(holidays.items()):
            for rule in rules:
                given |= cls._instead(d, rule.instead, resting | given, listed | set(holidays))
        others = [rule for rule in calendar.holidays if not rule.holiday]
        closed = {d for d in span if any(falls(rule, d) for rule in others if rule.closes is None)}
        early = {d: min(r.closes for r in others if r.closes and falls(r, d)) for d in span
                 if any(r.closes and falls(r, d) for r in others)}  # fmt: skip
        return cls(calendar, rest, resting | given | listed | set(holidays) | closed, early)

    @staticmethod
    def _instead(on: date, ways: tuple[Instead, ...], rests: set[date], taken: set[date]) -> set[date]:
        for way in ways:
            if on.isoweekday() in way.on if way.on else on in rests:
                day = on
                while True:
                    day += -ONE if way.back else ONE
                    if (
                        day.isoweekday() == way.to
                        if way.to
                        else not (day in rests or day in taken or day.isoweekday() in way.on)
                    ):
                        return {day}
        return set()

    def works(self, on: date) -> bool:
        return on not in self.off

    def after(self, on: date, n: int) -> date:
        """The nth working day after a day, one day at a time; before it, if negative."""
        step = ONE if n > 0 else -ONE
        while n:
            on += step
            n -= self.works(on) * (1 if n > 0 else -1)
        return on


# -- working time, minute by minute


class NaiveClock:
    """The working minutes of an office, as minutes since 1970: what its wall clock shows is asked of each."""

    def __init__(self, office: Office, days: NaiveDays, eve: int) -> None:
        self.office, self.days, self.eve = office, days, eve
        self.zone = ZoneInfo(office.zone)
        self._of: dict[date, list[int]] = {}

    def shows(self, minute: int) -> datetime:
        shown = datetime.fromtimestamp(minute * 60, self.zone)
        return shown.replace(tzinfo=None, fold=0)

    def first(self, on: date, at: time) -> int:
        """The first minute at which the wall clock shows a time of a day, or a later one."""
        wanted = datetime.combine(on, at)
        offset = datetime.combine(on, at, self.zone).utcoffset() or timedelta(0)
        minute = int((wanted - offset).replace(tzinfo=UTC).timestamp()) // 60 - 61
        while self.shows(minute) < wanted:
            minute += 1
        return minute

    def of(self, on: date) -> list[int]:
        """The working minutes that begin on a day, in their order."""
        found = self._of.get(on)
        if found is None:
            found = self._of[on] = self._counted(on) if self.days.works(on) else []
        return found

    def _counted(self, on: date) -> list[int]:
        office = self.office
        spans = office.hours or (Opening(office.opens, office.closes),)
        named = [one for one in spans if on.isoweekday() in one.on]
        spans = named or [one for one in spans if not one.on]
        minutes: set[int] = set()
        for one in spans:
            ends = on if one.closes > one.opens else on + ONE
            if not one.on_call:
                minutes |= set(range(self.first(on, one.opens), self.first(ends, one.closes)))
        early = self.days.early.get(on)
        found = sorted(minutes)
        if early is not None:
            found = [minute for minute in found if minute < self.first(on, early)]
        eve = self.eve * 60 if any(r.holiday and falls(r, on + ONE) for r in self.days.calendar.holidays) else 0
        return found[: len(found) - eve] if len(found) > eve else []

    def after(self, start: int, n: int) -> int:
        """The minute at which so many working minutes have passed."""
        on = self.shows(start).date() - ONE
        while True:
            for minute in self.of(on):
                if minute >= start:
                    if n <= 1:
                        return minute + n
                    n -= 1
            on += ONE


# -- what is tried


def calendar_of(random: Random) -> Calendar:
    """A calendar of any kind."""
    ways = ((), Instead(), Instead(back=True), Instead(on=(6, 7)), (Instead(back=True, on=6), Instead(on=7)),
            Instead(on=(2, 3, 4, 5, 6, 7), to=1))  # fmt: skip
    rules: list[object] = []
    for n in range(random.randrange(7)):
        instead, name = random.choice(ways), f"feast {n}"
        month, day, weekday = random.randint(1, 12), random.randint(1, 28), random.randint(1, 7)
        rules.append(
            random.choice(
                (
                    Holiday(month, day, name, instead=instead, since=random.choice((None, 2025))),
                    Holiday(12, random.choice((24, 25, 26, 31)), name, instead=instead),
                    Holiday(1, random.choice((1, 2)), name, instead=instead),
                    NthWeekday(
                        random.choice((1, 2, 3, 4, 5, -1, -2)), weekday, month, name, plus=random.choice((0, 1))
                    ),
                    WeekdayNear(weekday, month, day, name, near=random.choice(tuple(Near))),
                    FromEaster(random.choice((-2, 0, 1, 39, 50)), name, computus=random.choice(tuple(Computus))),
                    YearlyRange(12, 25, 1, random.randint(2, 15), name),
                    YearlyRange(month, day, month, 28, name),
                    EveryWeek(weekday, name, since=random.choice((None, 2025)), until=random.choice((None, 2026))),
                )
            )
        )
    if random.random() < 0.2:
        rules.append(YearlyRange(7, 1, 7, 2, "a short day", closes=time(random.randint(9, 15))))
    first = date(2025, 1, 1) + random.randrange(700) * ONE
    off = [DayRange(first, first + random.randrange(9) * ONE)] if random.random() < 0.3 else []
    rest = random.choice((None, None, (), (7,), (5, 6), (4, 5), (1, 4, 7)))
    eve = GeneralRule((), hours=random.randint(1, 9)) if random.random() < 0.3 else None
    weekly = [rule for rule in rules if isinstance(rule, EveryWeek)]
    kept = [rule for rule in rules if rule not in weekly[1:]]  # some day is worked in every week
    return Calendar("drawn", off, tuple(kept), rest_days=rest, eve=eve)  # type: ignore[arg-type]  # rules of any kind


HOURS: tuple[str, ...] = (
    "", "", "09:00-13:00, 14:00-18:00", "24/7", "20:00-04:00", "00:30-02:30", "22:00-01:30, 01:30-06:00",
    "Mon-Thu 08:30-12:30, 13:00-17:15; Fri-Sun 09:00-12:00", "06:00-14:00, 22:00-02:00 on call",
    "Mon 00:00-12:00; Tue-Sun 02:00-10:00", "08:00-08:00",
)  # fmt: skip


def office_of(random: Random) -> Office:
    """An office of any kind."""
    zone, hours = random.choice(ZONES), random.choice(HOURS)
    if random.random() < 0.5:
        rest = random.choice(((), (7,), (6, 7), (5, 6), (5,), (2, 4, 6)))
        return Office("drawn", zone=zone, rest_days=rest, hours=hours)
    opens, closes = random.choice(((9, 18), (0, 23), (1, 2), (8, 12)))
    of_day = {"opens": time(opens), "closes": time(closes, 30), "hours": hours}
    return Office("drawn", zone=zone, week=random.choice((5, 6, 7)), second_day_off=random.randint(1, 6), **of_day)


def days_differ(number: int) -> str:
    """One case of days: what is wrong with it, or nothing."""
    random = Random(f"days {number}")
    calendar, office = calendar_of(random), office_of(random)
    since, n = date(2025, 6, 1) + random.randrange(560) * ONE, random.choice((0, 1, 2, 5, 10, 20, 20, 30, 60))
    naive = NaiveDays.of(calendar, office, since - (40 + 3 * n) * ONE, since + (60 + 3 * n) * ONE)
    count = Count(since, WorkingDays(n), office, calendar)
    expected = naive.after(since, n) if n else since if naive.works(since) else naive.after(since, 1)
    back = naive.after(since, -n) if n else since if naive.works(since) else naive.after(since, -1)
    at = since + random.randrange(40) * ONE
    passed = sum(naive.works(since + k * ONE) for k in range(1, (at - since).days + 1))
    told = count.passed(at)
    found = (count.raw, before(since, WorkingDays(n), office, calendar), told.n if told else None)
    counted = [line.day for line in count.trace if line.counted]
    worked = [since + k * ONE for k in range(1, (expected - since).days + 1) if naive.works(since + k * ONE)]
    if found != (expected, back, passed):
        of = f"{office}, {calendar.holidays}, {calendar.days}, {calendar.rest_days}"
        return f"{number}: {n} from {since} of {of}: {found}, not {(expected, back, passed)}"
    return "" if not n or counted == worked else f"{number}: the trace counts {counted}, not {worked}"


def minutes_differ(number: int) -> str:
    """One case of working time: what is wrong with it, or nothing."""
    random = Random(f"minutes {number}")
    calendar, office = calendar_of(random), office_of(random)
    eve = calendar.eve.hours if calendar.eve else 0
    about = random.choice(
        (date(2026, 3, 28), date(2026, 10, 24), date(2026, 4, 4), date(2026, 9, 26), date(2026, 12, 23))
    )
    start = int(datetime(about.year, about.month, about.day, tzinfo=UTC).timestamp()) // 60 + random.randrange(
        -1440, 3 * 1440
    )
    clock = NaiveClock(office, NaiveDays.of(calendar, office, about - 10 * ONE, about + 60 * ONE), eve)
    n = random.choice((0, 1, 30, 59, 60, 120, 481, 600, 1500))
    term = WorkingHours(n // 60) if n % 60 == 0 and random.random() < 0.5 else WorkingMinutes(n)
    at = pendulum.from_timestamp(start * 60, tz=office.tz)
    found = Count(at, term, office, calendar)
    expected = clock.after(start, n)
    if found.raw is None or found.raw.timestamp() != expected * 60:
        return f"{number}: {term} from {at} of {office}, {calendar.holidays}: {found.raw}, not {clock.shows(expected)}"
    asked = start + random.randrange(3000)
    left = Count(at, Minutes(4000), office, calendar).left(pendulum.from_timestamp(asked * 60, tz=office.tz))
    if left is None or left.n != start + 4000 - asked:
        return f"{number}: {left} left of 4000 minutes, not {start + 4000 - asked}"
    passed = Count(at, WorkingMinutes(n), office, calendar).passed(pendulum.from_timestamp(asked * 60, tz=office.tz))
    on = clock.shows(start).date()
    days = (on + k * ONE for k in range(-1, 5))
    worked = sum(start <= minute < asked for d in days for minute in clock.of(d))
    return "" if passed and passed.n == worked else f"{number}: {passed} passed from {at}, not {worked} of {office}"


KINDS: dict[str, Callable[[int], str]] = {"days": days_differ, "working time": minutes_differ}


def differing(kind: str, numbers: range) -> Iterator[str]:
    """What is wrong with the cases of these numbers."""
    return (fault for number in numbers if (fault := KINDS[kind](number)))


def main(cases: int) -> int:
    """Try so many of each kind, and say what is wrong."""
    faults = 0
    for kind in KINDS:
        found = list(differing(kind, range(cases)))
        faults += len(found)
        print(f"{kind}: {cases} cases, {len(found)} differ", *found[:5], sep="\n  ")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 50_000))
