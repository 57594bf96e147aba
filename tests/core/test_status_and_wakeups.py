"""How each due stands changes at its wakeups, and only there: over random lives, whatever the term and what moves it.

Three hundred lives; as many as ``PRCOMM_WAKEUPS`` says in the deep run (``.ci/deep``).
"""

import os
from collections.abc import Iterator
from datetime import date
from random import Random
from typing import Any

from attrs import frozen
from one_duty import ANN, LAST_DAY, UZ
from one_request import (
    EXTENDED,
    Answer,
    Ask,
    AskToo,
    Clarify,
    Drop,
    Extend,
    Notice,
    Pay,
    Query,
    Request,
    RequestAction,
    its_own,
    owed,
    request,
)
from pendulum import DateTime, datetime

from prcomm import (
    NOT_YET_NAMED,
    PROMPTLY,
    SAME_WORKING_DAY,
    STANDS,
    Days,
    Due,
    EndDays,
    Hours,
    LastDay,
    Lifecycle,
    Months,
    Office,
    Reform,
    Status,
    Term,
    Until,
    WorkingDays,
    WorkingHours,
    at_least,
    before,
    by_field,
    each_month,
    earliest,
    further,
)

LIVES = int(os.environ.get("PRCOMM_WAKEUPS", "300"))
ROLLED = Reform(LAST_DAY, LastDay.ROLL_FORWARD, "as other codes do")
ZONES = ("Asia/Tashkent", "Europe/Berlin", "America/Santiago")
MOVES = (
    EXTENDED,
    owed.paused(Notice, Pay, counts=EndDays.NEITHER),
    owed.paused(Query, Clarify, counts=EndDays.BOTH),
    owed.restarted(Drop, by_field("key", {None: WorkingDays(4), "b": Hours(30)})),
)


def lifecycles() -> Iterator[Lifecycle[Request, RequestAction]]:
    """Of one duty, of one for each key, of one in each period; each under both readings of a last day."""
    from one_request import TRANSITIONS

    table = (
        owed("answer", Ask, its_own, Answer, ANN.role, UZ.last_day.cites, *MOVES),
        owed("each", (Ask, AskToo), Days(6), Answer, ANN.role, UZ.last_day.cites, *MOVES, per="key"),
        owed("monthly", Ask, each_month(day=12), Answer, ANN.role, UZ.last_day.cites, until=Drop),
    )
    for law in (UZ, UZ.under(ROLLED)):
        yield Lifecycle("request", TRANSITIONS, table, law=law)


RUN_BY = tuple(lifecycles())


def a_term(random: Random, begun: DateTime) -> Term:
    some = begun.add(days=random.randint(1, 20), hours=random.randint(-8, 8))
    simple: list[Term] = [
        Days(random.randint(0, 12)), WorkingDays(random.randint(0, 9)), Months(1), Hours(random.randint(1, 90)),
        WorkingHours(random.randint(1, 40)),
    ]  # fmt: skip
    fixed: list[Term] = [Until(some), Until(some.date()), before(some.date(), WorkingDays(2)), SAME_WORKING_DAY]
    one = random.choice([*simple, *simple, *fixed, PROMPTLY, NOT_YET_NAMED])
    return random.choice((one, one, one, at_least(one), earliest(one, random.choice([*simple, *fixed]))))


def a_step(random: Random, at: DateTime) -> RequestAction:
    kind = random.choice((AskToo, Notice, Pay, Query, Clarify, Extend, Notice, Query, Drop, Answer))
    more: dict[str, Any] = {"key": random.choice((None, "b"))}
    if kind is Extend:
        more["to"] = random.choice(
            (further(Days(3)), further(WorkingDays(2)), Days(9), None, STANDS, Until(at.add(days=4)))
        )
    return kind(at=at, by=ANN, **more)


@frozen
class Life:
    lifecycle: Lifecycle[Request, RequestAction]
    entity: Request
    now: DateTime


def a_life(random: Random) -> Life:
    lifecycle = random.choice(RUN_BY)
    office = Office("an office", zone=random.choice(ZONES), week=random.choice((5, 6, 7)))
    now = datetime(2026, random.randint(1, 12), random.randint(1, 28), random.randint(0, 23), 30, tz=office.zone)
    entity = lifecycle.begin(Ask(at=now, by=ANN, office=office, term=a_term(random, now)))
    for _ in range(random.randint(0, 6)):
        now = now.add(hours=random.choice((0, 1, 7, 24, 30, 72, 200)))
        entity = lifecycle.apply(entity, a_step(random, now))
    return Life(lifecycle, entity, now.add(hours=random.choice((0, 0, 5, 100))))


Standing = dict[tuple[str, object, int], Status]


def stands(life: Life, at: DateTime) -> Standing:
    """How each due that is not met stands, counted at an instant."""
    open_dues = life.lifecycle.due(life.entity, at, open=True)
    return {which(due): due.status(at) for due in open_dues}


def which(due: Due) -> tuple[str, object, int]:
    """Which due it is; by its day: of two terms whichever ends first may be one in hours."""
    return due.name, due.key, due.start.toordinal()


def lives() -> Iterator[tuple[Life, Random]]:
    random = Random(26)
    for _ in range(LIVES):
        yield a_life(random), random


def instants(life: Life, turns: list[DateTime], last: DateTime, random: Random) -> list[DateTime]:
    """Some on which nothing is expected, and each turn with the instant before it."""
    length = last.timestamp() - life.now.timestamp()
    some = [life.now.add(seconds=int(random.random() * length)) for _ in range(6)]
    around = [at for turn in turns for at in (turn.subtract(microseconds=1), turn) if at >= life.now]
    return sorted([*some, *around], key=DateTime.timestamp)


class TestHowItStands:
    def test_changes_at_its_wakeups_alone(self) -> None:
        """Between two wakeups nothing stands otherwise; from each one on it stands as was told."""
        changed = 0
        for life, random in lives():
            wakeups = life.lifecycle.next_wakeups(life.entity, life.now)
            periods = [one.at for one in wakeups if one.due.name == "monthly"]
            last = max(periods, default=life.now.add(days=60), key=DateTime.timestamp)
            told = [one for one in wakeups if one.at <= last]
            begins = stands(life, life.now)
            for at in instants(life, [one.at for one in told], last, random):
                wanted = dict(begins)
                for one in told:
                    if one.at <= at:
                        wanted[which(one.due)] = one.status
                assert stands(life, at) == wanted, (life, at)
            changed += len(told)
        assert changed > LIVES / 2

    def test_a_due_says_of_later_what_one_counted_then_says(self) -> None:
        """Nobody need count again to know how it stands, if nothing is done."""
        for life, random in lives():
            for due in life.lifecycle.due(life.entity, life.now, open=True):
                for at in (life.now.add(hours=random.randint(0, 1500)) for _ in range(3)):
                    then = stands(life, at)
                    assert due.status(at) is then[which(due)], (life, at)

    def test_what_stands_still_wakes_nobody(self) -> None:
        found = 0
        for life, _ in lives():
            paused = {
                (due.name, due.key)
                for due in life.lifecycle.due(life.entity, life.now, open=True)
                if due.paused is not None
            }
            woken = {(one.due.name, one.due.key) for one in life.lifecycle.next_wakeups(life.entity, life.now)}
            assert not paused & woken, life
            found += len(paused)
        assert found


def test_days_are_those_of_the_office() -> None:
    """So that the lives above meet them: the clocks of Santiago change at midnight."""
    assert Office("o", zone="America/Santiago").tz.name == "America/Santiago"
    assert request(Days(1)).due(
        request(Days(1)).begin(Ask(at=datetime(2026, 3, 2), by=ANN, office=Office("o", zone="America/Santiago"))),
        datetime(2026, 3, 2),
    )[0].raw == date(2026, 3, 2)
