"""Pauses against a count that goes day by day, or minute by minute, written from the rule alone.

A thousand cases; as many as ``PRCOMM_PAUSES`` says in the deep run (``.ci/deep``).
"""

import os
from calendar import monthrange
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import lru_cache
from random import Random

from attrs import evolve, frozen
from one_duty import ANN, LAST_DAY, LAW
from one_request import Ask, Clarify, Notice, Pay, Query, Request, RequestAction, its_own, owed, request
from pendulum import DateTime, datetime

from prcomm import (
    Days,
    EndDays,
    Hours,
    LastDay,
    Lifecycle,
    Months,
    Office,
    Reform,
    Status,
    Term,
    WorkingDays,
    WorkingHours,
    plain,
)
from prcomm.core.calendar.law import Law

CASES = int(os.environ.get("PRCOMM_PAUSES", "1000"))
ROLLED = Reform(LAST_DAY, LastDay.ROLL_FORWARD, "as other codes do")
ZONES = ("Asia/Tashkent", "Europe/Berlin", "America/New_York")


@frozen
class Pause:
    held: DateTime
    resumed: DateTime
    counts: EndDays
    over: bool = True


@frozen
class Case:
    """One request: what is counted, in which office, with which pauses, asked about when."""

    term: Term
    office: Office
    off: frozenset[date]
    rolls: bool
    counts: tuple[EndDays, EndDays]
    begun: DateTime
    steps: tuple[tuple[type[RequestAction], DateTime], ...]
    now: DateTime

    @property
    def pauses(self) -> list[Pause]:
        """Of a fee and of a question, each on its own; one that nothing ended lasts until now."""
        found = []
        for stop, go, counts in ((Notice, Pay, self.counts[0]), (Query, Clarify, self.counts[1])):
            held = None
            for kind, when in self.steps:
                if kind is stop and held is None:
                    held = when
                elif kind is go and held is not None:
                    found.append(Pause(held, when, counts))
                    held = None
            if held is not None:
                found.append(Pause(held, self.now, counts, over=False))
        return sorted(found, key=lambda one: one.held)

    def works(self, on: date) -> bool:
        return on not in self.off and on.weekday() < {5: 5, 6: 6, 7: 7}[self.office.week]


# -- the naive counts


def left_out(case: Case, on: date) -> bool:
    """Whether a day is left out of the count."""
    for one in case.pauses:
        first, last = one.held.date(), one.resumed.date()
        if first < on < last:
            return True
        if first == on == last:
            out = one.counts is EndDays.NEITHER
        elif on == first:
            out = one.counts in (EndDays.NEITHER, EndDays.LAST)
        else:
            out = on == last and one.counts in (EndDays.NEITHER, EndDays.FIRST)
        if out:
            return True
    return False


def next_working(case: Case, on: date) -> date:
    while not case.works(on):
        on += timedelta(1)
    return on


def stopped_in_time(case: Case, end: date, *, working: bool) -> date:
    """Stopped up to its last day (or the one to which that rolls) it ends no sooner than it runs again."""
    for one in case.pauses:
        binds = next_working(case, end) if case.rolls else end
        if one.held.date() <= binds and end < one.resumed.date():
            end = next_working(case, one.resumed.date()) if working else one.resumed.date()
    return end


def in_days(case: Case, counts: Callable[[date], bool], *, working: bool) -> date:
    """So many days, one after the other."""
    on, left = case.begun.date(), int(case.term.n)  # type: ignore[attr-defined]  # those with a number
    while left:
        on += timedelta(1)
        left -= counts(on) and not left_out(case, on)
    return stopped_in_time(case, on, working=working)


def in_months(case: Case) -> date:
    """The same number so many months later, and a day more for each day that was left out until then."""
    begun, months = case.begun.date(), int(case.term.n)  # type: ignore[attr-defined]  # only terms of so many are drawn
    year, month = divmod(begun.year * 12 + begun.month - 1 + months, 12)
    end = date(year, month + 1, min(begun.day, monthrange(year, month + 1)[1]))
    on = begun
    while on < end:
        on += timedelta(1)
        end += timedelta(left_out(case, on))
    return stopped_in_time(case, end, working=False)


MINUTE = 60


def in_minutes(case: Case, runs: Callable[[DateTime], bool]) -> float:
    """So many hours, minute by minute, from the instant to the instant."""
    at, left = case.begun.timestamp(), int(case.term.n) * 60  # type: ignore[attr-defined]  # only terms of so many are drawn
    spans = [(one.held.timestamp(), one.resumed.timestamp()) for one in case.pauses]
    while left:
        still = any(held <= at < resumed for held, resumed in spans)
        left -= not still and runs(DateTime.fromtimestamp(at, case.begun.tzinfo))
        at += MINUTE
    return at


def naive(case: Case) -> date | float:
    """Where the term ends."""
    if isinstance(case.term, Days):
        return in_days(case, lambda on: True, working=False)
    if isinstance(case.term, WorkingDays):
        return in_days(case, case.works, working=True)
    if isinstance(case.term, Months):
        return in_months(case)
    if isinstance(case.term, Hours):
        return in_minutes(case, lambda at: True)
    return in_minutes(case, lambda at: case.works(at.date()) and 9 <= at.hour < 18)


# -- the cases


@lru_cache(maxsize=1024)
def lifecycle(off: frozenset[date], counts: tuple[EndDays, EndDays], rolls: bool) -> Lifecycle[Request, RequestAction]:
    law = Law("the town", plain("some days off", off=sorted(off)), LAW.last_day, LAW.conventions)
    fee, question = (
        owed.paused(stop, go, counts=which)
        for (stop, go), which in zip(((Notice, Pay), (Query, Clarify)), counts, strict=True)
    )
    return request(its_own, fee, question, law=law.under(ROLLED) if rolls else law)


def some(random: Random) -> Case:
    """One case. Instants are whole minutes; many lie on the days around a weekend, around the last day, or on one day
    with another."""
    kind = random.choices((Days, WorkingDays, Months, Hours, WorkingHours), (6, 8, 3, 1, 1))[0]
    n = random.randint(1, {Months: 3, Hours: 60, WorkingHours: 20}.get(kind, 25))
    office = Office("an office", zone=random.choice(ZONES), week=random.choice((5, 5, 6, 7)))
    first = datetime(2026, random.randint(1, 12), random.randint(1, 28), tz=office.zone)
    off = OFF[random.randrange(len(OFF))]
    begun = first.add(hours=random.randint(7, 16), minutes=random.choice((0, 30)))
    now, steps = begun, []
    for _ in range(random.choice((1, 2, 2, 3, 4, 6))):
        wait = random.choice((0, 0, 1, 2, 5, n, n)) * 24 * 60 if kind not in (Hours, WorkingHours) else 0
        now = now.add(minutes=wait + random.choice((0, 30, 90, 600, 1440)))
        steps.append((random.choice((Notice, Pay, Pay, Query, Clarify)), now))
    now = now.add(minutes=random.choice((0, 60, 1440, 4 * 1440)))
    counts = random.choice(tuple(EndDays)), random.choice(tuple(EndDays))
    return Case(kind(n), office, off, random.random() < 0.5, counts, begun, tuple(steps), now)


def days_off(random: Random) -> frozenset[date]:
    return frozenset(date(2026, 1, 1) + timedelta(random.randrange(500)) for _ in range(60))


OFF = [days_off(Random(seed)) for seed in range(6)] + [frozenset()]


def cases() -> Iterator[Case]:
    random = Random(26)
    return (some(random) for _ in range(CASES))


def entity_of(case: Case) -> tuple[Lifecycle[Request, RequestAction], Request]:
    one = lifecycle(case.off, case.counts, case.rolls)
    entity = one.begin(Ask(at=case.begun, by=ANN, office=case.office, term=case.term))
    for kind, when in case.steps:
        entity = one.apply(entity, kind(at=when, by=ANN))
    return one, entity


class TestAgainstANaiveCount:
    def test_the_last_day_is_the_same(self) -> None:
        for case in cases():
            one, entity = entity_of(case)
            (due,) = one.due(entity, case.now)
            raw = due.raw.timestamp() if isinstance(due.raw, DateTime) else due.raw
            wanted = naive(case)
            if isinstance(wanted, float) and case.rolls:
                continue  # the instants to which hours roll have their own cases
            assert raw == wanted, case
            if isinstance(case.term, Days | WorkingDays):
                counted = [line.day for line in due.trace if line.day and line.counted and "day " in line.text[:12]]
                assert len(counted) == case.term.n, case
                assert not any(left_out(case, on) for on in counted), case

    def test_one_that_stands_still_is_paused_if_it_was_stopped_in_time(self) -> None:
        for case in cases():
            lasting = [one.held for one in case.pauses if not one.over]
            one, entity = entity_of(case)
            (due,) = one.due(entity, case.now)
            if not lasting:
                assert due.paused is None, case
            elif isinstance(case.term, Days | WorkingDays | Months):
                ran = evolve(case, now=min(lasting), steps=tuple(step for step in case.steps if step[1] < min(lasting)))
                end = naive(ran)
                assert isinstance(end, date)
                in_time = min(lasting).date() <= (next_working(case, end) if case.rolls else end)
                assert (due.paused is not None) == in_time, case
                assert due.status(case.now) is (Status.PAUSED if in_time else Status.OVERDUE), case
