"""Every law of every lifecycle, asked of lifecycles made up by chance: duties that several actions stop and others let
run again, that begin anew, that depend on what was decided; one for each key."""

from random import Random

import pytest
from attrs import frozen
from one_duty import ACT, CLERK, CODE, LAST_DAY, UZ

from prcomm import (
    PROMPTLY,
    SAME,
    Action,
    Dated,
    Days,
    EndDays,
    Entity,
    Hours,
    Kind,
    LastDay,
    Lifecycle,
    Months,
    Office,
    Reform,
    State,
    WorkingDays,
    WorkingHours,
    at_least,
    by_field,
    by_state,
    each_month,
    earliest,
    further,
    owes,
    rows,
)
from prcomm.testing import check


class S(State):
    OPEN = 1
    GRANTED = 2
    REFUSED = 3
    CLOSED = 4


class Size(Kind):
    SMALL = 1
    LARGE = 2


@frozen(kw_only=True)
class CaseAction(Action):
    """What is done about a case."""


@frozen(kw_only=True)
class Ask(CaseAction):
    case: str
    office: Office
    size: Size


@frozen(kw_only=True)
class Decide(CaseAction):
    granted: bool


@frozen(kw_only=True)
class Refuse(CaseAction): ...


@frozen(kw_only=True)
class Notice(CaseAction):
    fee: str


@frozen(kw_only=True)
class Pay(CaseAction):
    fee: str


@frozen(kw_only=True)
class Wait(CaseAction):
    fee: str


@frozen(kw_only=True)
class Ready(CaseAction):
    fee: str


@frozen(kw_only=True)
class Stop(CaseAction): ...


@frozen(kw_only=True)
class Query(CaseAction): ...


@frozen(kw_only=True)
class Clarify(CaseAction): ...


@frozen(kw_only=True)
class Extend(CaseAction): ...


@frozen(kw_only=True)
class Tell(CaseAction): ...


@frozen(kw_only=True)
class Drop(CaseAction): ...


@frozen(kw_only=True)
class Case(Entity[S]):
    size: Size


row, owed = rows(Case, S, CaseAction), owes(Case, CaseAction)
RUNNING = S.OPEN | S.GRANTED | S.REFUSED
TABLE = (
    row.start(Ask, S.OPEN, CLERK, ACT(1), id="case"),
    row(S.OPEN, Decide, S.GRANTED, CLERK, ACT(1)),
    row(S.OPEN, Refuse, S.REFUSED, CLERK, ACT(1)),
    *(
        row(RUNNING, step, SAME, CLERK, ACT(1))
        for step in (Notice, Pay, Wait, Ready, Stop, Query, Clarify, Extend, Tell)
    ),
    row(RUNNING, Drop, S.CLOSED, CLERK, ACT(1)),
)
COUNTED = Dated.of("end days of a pause", EndDays.BOTH, CODE(7))


def made_up(seed: int) -> Lifecycle[Case, CaseAction]:
    random = Random(seed)

    def term() -> object:
        simple = (
            Days(random.randint(0, 20)),
            WorkingDays(random.randint(1, 15)),
            Months(1),
            Hours(30),
            WorkingHours(20),
        )
        one = random.choice((*simple, *simple, at_least(random.choice(simple)), PROMPTLY))
        return random.choice((one, one, earliest(random.choice(simple), random.choice(simple))))

    def moves() -> tuple[object, ...]:
        counts = random.choice((*EndDays, COUNTED))
        fee = owed.paused((Stop, Query), (Clarify, Tell), counts=counts, cites=ACT(5))
        anew = owed.restarted(Extend, random.choice((None, WorkingDays(3))), cites=ACT(6))
        alone = owed.paused(Stop), owed.restarted(Clarify)
        return random.choice(((fee, owed.moved(Extend, further(Days(3)))), (fee, anew), alone))

    each = owed.paused(Wait, Ready, counts=random.choice(tuple(EndDays)))
    by_size = by_field("size", {Size.SMALL: term(), Size.LARGE: term()})
    by = by_field("granted", {True: Days(10), False: WorkingDays(2)})
    table = (
        owed("answer", Ask, by_size, (Decide, Refuse), CLERK, ACT(2), *moves(), until=Drop),
        owed("reply", (Decide, Refuse), by_state({S.GRANTED: term(), S.REFUSED: None}), Drop, CLERK, ACT(2), *moves()),
        owed("word", Decide, by, Drop, CLERK, ACT(3), *moves()),
        owed("receipt", Notice, term(), Pay, CLERK, ACT(4), each, owed.restarted(Notice), per="fee", until=Drop),
        owed("report", Ask, each_month(), Tell, CLERK, ACT(4), until=Drop),
    )  # fmt: skip
    law = random.choice((UZ, UZ.under(Reform(LAST_DAY, LastDay.ROLL_FORWARD, "a bill"))))
    return Lifecycle("made_up", TABLE, table, law=law, final=S.CLOSED)


@pytest.mark.parametrize("seed", range(3))
def test_every_law_holds_of_it(seed: int) -> None:
    assert check(made_up(seed), examples=8).rows == len(TABLE)
