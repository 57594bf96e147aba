"""A request for information with one clock, which may be stopped, run again and begun anew."""

from collections.abc import Iterable
from typing import Any

from attrs import frozen
from one_duty import ACT, ANN, CLERK, FIVE, LAST_DAY, LAW, at

from prcomm import (
    SAME,
    Action,
    Dated,
    Due,
    EndDays,
    Entity,
    LastDay,
    Lifecycle,
    Office,
    Reform,
    State,
    Term,
    owes,
    rows,
)

LAW_THAT_ROLLS = LAW.under(Reform(LAST_DAY, LastDay.ROLL_FORWARD, "as other codes do"))
FOI = ACT(10, 2)


class S(State):
    OPEN = 1
    CLOSED = 2


@frozen(kw_only=True)
class RequestAction(Action):
    """What is done about a request."""

    key: str | None = None


@frozen(kw_only=True)
class Ask(RequestAction):
    office: Office
    term: Term | None = None


@frozen(kw_only=True)
class AskToo(RequestAction): ...


@frozen(kw_only=True)
class Notice(RequestAction):
    """A fee is asked for."""


@frozen(kw_only=True)
class Pay(RequestAction): ...


@frozen(kw_only=True)
class Waive(RequestAction): ...


@frozen(kw_only=True)
class Query(RequestAction):
    """The asker is asked what is meant."""


@frozen(kw_only=True)
class Clarify(RequestAction): ...


@frozen(kw_only=True)
class Extend(RequestAction):
    to: Term | None


@frozen(kw_only=True)
class Answer(RequestAction): ...


@frozen(kw_only=True)
class Drop(RequestAction): ...


@frozen(kw_only=True)
class Request(Entity[S]): ...


row, owed = rows(Request, S, RequestAction), owes(Request, RequestAction)
STEPS = (AskToo, Notice, Pay, Waive, Query, Clarify, Extend, Answer, Drop)
TRANSITIONS = (
    row.start(Ask, S.OPEN, CLERK, ACT(1), then=lambda action: Request(id="r", office=action.office)),
    *(row(S.OPEN, step, SAME, CLERK, ACT(1)) for step in STEPS),
)


def as_it_says(request: Request, action: Extend, running: object) -> Term | None:
    return action.to


def its_own(request: Request, action: Ask) -> Term | None:
    """The term that a request itself names."""
    return action.term


EXTENDED = owed.moved(Extend, as_it_says)


def request(within: Any, *moves: Any, law: Any = LAW, keyed: bool = False) -> Lifecycle[Request, RequestAction]:
    one = owed(
        "answer", (Ask, AskToo) if keyed else Ask, within, Answer, CLERK, ACT(2), *moves, until=Drop,
        per="key" if keyed else None,
    )  # fmt: skip
    return Lifecycle("request", TRANSITIONS, [one], law=law, final=S.OPEN)


Step = tuple[Any, ...]


def lived(
    lifecycle: Lifecycle[Request, RequestAction], asked: str, steps: Iterable[Step], office: Office = FIVE
) -> Request:
    entity = lifecycle.begin(Ask(at=at(asked, office.zone), by=ANN, office=office))
    for kind, when, *fields in steps:
        entity = lifecycle.apply(entity, kind(at=at(when, office.zone), by=ANN, **(fields[0] if fields else {})))
    return entity


def due(lifecycle: Lifecycle[Request, RequestAction], asked: str, *steps: Step, now: str = "") -> Due:
    """The one due of a request, asked about at an instant (of its last record)."""
    entity = lived(lifecycle, asked, steps)
    (one,) = lifecycle.due(entity, at(now) if now else entity.history[-1].action.at)
    return one


def paused(counts: EndDays | Dated[EndDays] = EndDays.FIRST) -> Any:
    return owed.paused(Notice, (Pay, Waive), counts=counts, cites=FOI)
