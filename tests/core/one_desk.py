"""A desk that is asked, and that reports each month: the smallest lifecycle with several dues of one name.

1 January 2026 is a Thursday; 1 February and 1 March are Sundays.
"""

from datetime import date
from typing import Any

from attrs import frozen
from one_duty import ACT, ANN, CLERK, FIVE, LAW, at
from pendulum import DateTime

from prcomm import SAME, Action, Due, Entity, Law, Lifecycle, Office, State, owes, rows


class DeskState(State):
    OPEN = 1
    SHUT = 2


@frozen(kw_only=True)
class DeskAction(Action):
    """What is done at a desk."""


@frozen(kw_only=True)
class Set(DeskAction):
    office: Office


@frozen(kw_only=True)
class Ask(DeskAction):
    request: str
    urgent: bool = True


@frozen(kw_only=True)
class Answer(DeskAction):
    request: str
    on: date | None = None


@frozen(kw_only=True)
class Report(DeskAction):
    period: str = ""
    held: date | None = None


@frozen(kw_only=True)
class Free(DeskAction):
    """Nobody at the desk owes anything any more."""


@frozen(kw_only=True)
class Shut(DeskAction): ...


@frozen(kw_only=True)
class Desk(Entity[DeskState]): ...


def set_up(action: Set) -> Desk:
    return Desk(id="desk", office=action.office)


row, owed = rows(Desk, DeskState, DeskAction), owes(Desk, DeskAction)
OPEN = DeskState.OPEN
TRANSITIONS = (
    row.start(Set, OPEN, CLERK, ACT(1), then=set_up),
    *(row(OPEN, action, SAME, CLERK, ACT(1)) for action in (Ask, Answer, Report, Free)),
    row(OPEN, Shut, DeskState.SHUT, CLERK, ACT(1)),
)


def answers(within: Any, law: Law = LAW, **more: Any) -> Lifecycle[Desk, DeskAction]:
    """A desk that owes an answer to each request."""
    deadline = owed("answer", Ask, within, Answer, CLERK, ACT(2), per="request", until=Free, **more)
    return Lifecycle("desk", TRANSITIONS, [deadline], law=law, final=DeskState.SHUT)


def reports(within: Any, law: Law = LAW, **more: Any) -> Lifecycle[Desk, DeskAction]:
    """A desk that owes a report in each period."""
    deadline = owed("report", Set, within, Report, CLERK, ACT(2), until=Free, **more)
    return Lifecycle("desk", TRANSITIONS, [deadline], law=law, final=DeskState.SHUT)


def begun(lifecycle: Lifecycle[Desk, DeskAction], start: str, *then: tuple[Any, ...]) -> Desk:
    """A desk set up at an instant, and what was done: ``(action, when)`` or with fields."""
    desk = lifecycle.begin(Set(at=at(start), by=ANN, office=FIVE))
    for kind, when, *fields in then:
        desk = lifecycle.apply(desk, kind(at=at(when), by=ANN, **(fields[0] if fields else {})))
    return same_however_made(lifecycle, desk)


def same_however_made(lifecycle: Lifecycle[Desk, DeskAction], desk: Desk) -> Desk:
    """The desk: applied the fast way, restored, replayed and audited it is one."""
    actions: list[Any] = [record.action for record in desk.history]
    assert lifecycle.restore(desk.history) == desk
    assert lifecycle.audit(actions, actions[-1].at).entity == desk
    return desk


def told(dues: tuple[Due, ...], asked: DateTime) -> list[tuple[Any, ...]]:
    """Which each is, its last day, and how it stands."""
    return [(due.key, due.last, due.status(asked).name) for due in dues]
