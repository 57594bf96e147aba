"""A duty with one clock, to be given any term: the smallest lifecycle in which days can be counted.

And a calendar to count them by: the days off of Uzbekistan in 2026, as they were decreed. 1 January 2026 is a
Thursday; so are 1 October and 31 December. 1 March is a Sunday, 1 May a Friday.
"""

from collections.abc import Hashable, Iterable
from datetime import date
from typing import Any

import pendulum
from attrs import frozen
from pendulum import DateTime

from prcomm import (
    SAME,
    WEEKS,
    Action,
    Actor,
    Basis,
    Calendar,
    Conventions,
    Dated,
    Due,
    Enactment,
    Entity,
    GeneralRule,
    Holiday,
    LastDay,
    Law,
    Lifecycle,
    Office,
    Reform,
    Role,
    SpecialDay,
    State,
    Term,
    owes,
    rows,
)

CODE = Enactment("Labour Code")
DECREE = Enactment("PF-257", basis=Basis.OFFICIAL)
QUARTERLY = Enactment("PQ-106", basis=Basis.REPORTED)
ACT = Enactment("Civil Code")

SIGNED = date(2025, 12, 24)
ART_208 = CODE(208, 1)
MOVED = CODE(208, 2)


def off(month: int, day: int, reason: str, *weeks: int, **more: Any) -> SpecialDay:
    return SpecialDay(date(2026, month, day), reason, DECREE(1), weeks=weeks or (5, 6, 7), decreed=SIGNED, **more)


UZ_2026 = Calendar(
    "Uzbekistan, 2026",
    days=(
        off(1, 2, "an extra day"),
        off(1, 3, "an extra day", 6),
        off(3, 9, "instead of Sun 8 March", 5, 6, moved=True),
        SpecialDay(date(2026, 3, 20), "Ramazon hayit", QUARTERLY(1), holiday=True, decreed=date(2026, 3, 17)),
        off(3, 23, "instead of Sat 21 March", 5, moved=True),
        off(5, 11, "instead of Sat 9 May", 5, moved=True),
        SpecialDay(date(2026, 5, 27), "Qurbon hayit", QUARTERLY(2), holiday=True, decreed=date(2026, 5, 20)),
        off(5, 28, "an extra day"),
        off(5, 29, "an extra day"),
        off(5, 30, "an extra day", 6),
        off(8, 31, "an extra day"),
        off(12, 12, "worked instead of Thu 31 December", 5, works=True, moved=True),
        off(12, 31, "instead of Sat 12 December", 5, moved=True),
        off(12, 31, "an extra day", 6),
    ),
    holidays=tuple(
        Holiday(month, day, name, ART_208)
        for month, day, name in (
            (1, 1, "New Year"),
            (3, 8, "Women's Day"),
            (3, 21, "Navroʻz"),
            (5, 9, "Remembrance Day"),
            (9, 1, "Independence Day"),
            (10, 1, "Teachers' Day"),
            (12, 8, "Constitution Day"),
        )
    ),
    rest=CODE(207),
    decreed={2026: SIGNED},
    shift=GeneralRule(MOVED, date(2023, 4, 30)),
    eve=GeneralRule(CODE(187), hours=1),
)

FIVE = Office("five days", zone="Asia/Tashkent")
SIX = Office("six days", zone="Asia/Tashkent", week=6)
MONDAYS_OFF = Office("Mondays off", zone="Asia/Tashkent", second_day_off=1)
ROTA = Office("rota", zone="Asia/Tashkent", roster=True)
SEVEN = Office("seven days", zone="Asia/Tashkent", week=7)
BERLIN = Office("a long day", zone="Europe/Berlin", week=7, opens=pendulum.time(0), closes=pendulum.time(23))

LAST_DAY = Dated.of("a last day that is a day off", LastDay.STRICT, ACT(148), since=date(1997, 3, 1))
LAW = Law("the town", WEEKS, LAST_DAY, Conventions(ACT(146), ACT(147)))
UZ = Law("Uzbekistan", UZ_2026, LAST_DAY, Conventions(ACT(146), ACT(147)))
ROLLED = Reform(LAST_DAY, LastDay.ROLL_FORWARD, "as other codes do", cites=CODE(9).by(Basis.ANALOGY))

CLERK = Role("clerk")
ANN = Actor("c1", CLERK)


class DutyState(State):
    OPEN = 1
    CLOSED = 2


@frozen(kw_only=True)
class DutyAction(Action):
    """What is done about a duty."""

    key: Hashable = None


@frozen(kw_only=True)
class Begin(DutyAction):
    office: Office
    day: date | None = None


@frozen(kw_only=True)
class Again(DutyAction):
    """The same clock begins, with a key."""


@frozen(kw_only=True)
class Move(DutyAction):
    to: Term | None


@frozen(kw_only=True)
class Hold(DutyAction): ...


@frozen(kw_only=True)
class Resume(DutyAction): ...


@frozen(kw_only=True)
class Do(DutyAction): ...


@frozen(kw_only=True)
class Drop(DutyAction): ...


@frozen(kw_only=True)
class Close(DutyAction): ...


@frozen(kw_only=True)
class Duty(Entity[DutyState]): ...


def begun(action: Begin) -> Duty:
    return Duty(id="d", office=action.office)


def its_day(duty: Duty, action: Begin | Again) -> date:
    day = getattr(action, "day", None)
    return action.at if day is None else day


def as_it_says(duty: Duty, action: Move, running: object) -> Term | None:
    return action.to


def the_key(action: DutyAction) -> Hashable:
    return action.key


row, owed = rows(Duty, DutyState, DutyAction), owes(Duty, DutyAction)
OPEN = DutyState.OPEN
TRANSITIONS = (
    row.start(Begin, OPEN, CLERK, ACT(1), then=begun),
    *(row(OPEN, action, SAME, CLERK, ACT(1)) for action in (Again, Move, Hold, Resume, Do, Drop)),
    row(OPEN, Close, DutyState.CLOSED, CLERK, ACT(1)),
)
MOVES = (owed.moved(Move, as_it_says), owed.paused(Hold, Resume))


def duty(within: Any, *moves: Any, law: Law = LAW, keyed: bool = False) -> Lifecycle[Duty, DutyAction]:
    """The lifecycle of a duty that is owed within some term."""
    deadline = owed(
        "duty", (Begin, Again) if keyed else Begin, within, (Do,), CLERK, ACT(2),
        *(moves or MOVES), per=the_key if keyed else None, until=(Drop,), since=its_day
    )  # fmt: skip
    return Lifecycle("duty", TRANSITIONS, [deadline], law=law, final=DutyState.CLOSED)


def at(text: str, zone: str = "Asia/Tashkent") -> DateTime:
    """An instant: ``at("2026-03-02 10:00")`` by the clock of Tashkent, or of another zone."""
    parsed = pendulum.parse(text, tz=zone)
    assert isinstance(parsed, DateTime)
    return parsed


def lived(
    lifecycle: Lifecycle[Duty, DutyAction], office: Office, start: str, *then: tuple[Any, ...], day: date | None = None
) -> Duty:
    """A duty begun at an instant of the office's clock, and what was done: ``(action, when)`` or with fields."""
    entity = lifecycle.begin(Begin(at=at(start, office.zone), by=ANN, office=office, day=day))
    for kind, when, *fields in then:
        instant = when if isinstance(when, DateTime) else at(when, office.zone)
        entity = lifecycle.apply(entity, kind(at=instant, by=ANN, **(fields[0] if fields else {})))
    return entity


def due_of(
    within: Any,
    start: str,
    *then: tuple[Any, ...],
    asked: str | None = None,
    office: Office = FIVE,
    law: Law = LAW,
    day: date | None = None,
) -> Due:
    """The one due of a duty: begun, with what was done then, asked about at an instant (of the last record)."""
    lifecycle = duty(within, law=law)
    entity = lived(lifecycle, office, start, *then, day=day)
    (due,) = lifecycle.due(entity, at(asked, office.zone) if asked else entity.history[-1].action.at)
    return due


def days(texts: Iterable[str]) -> list[str]:
    """Days as text, in order."""
    return sorted(texts)
