"""One duty counted under the law of Uzbekistan: the smallest lifecycle that gives a due."""

from datetime import date
from typing import Any

import pendulum
from attrs import frozen
from pendulum import DateTime

from prcomm import SAME, Action, Actor, Due, Entity, Law, Lifecycle, Office, Role, Source, State, Term, owes, rows
from prcomm.law import office

FIVE = office("five days")
SIX = office("six days", week=6)
ROTA = office("rota", roster=True)
ROTA_OF_SIX = office("rota of six", week=6, roster=True)

HOUSE = Source("House", unit="no.")
CLERK = Role("clerk")
ANN = Actor("c1", CLERK)


class CountState(State):
    OPEN = 1
    DONE = 2


@frozen(kw_only=True)
class CountAction(Action):
    """What is done about a duty."""


@frozen(kw_only=True)
class Begin(CountAction):
    office: Office


@frozen(kw_only=True)
class Move(CountAction):
    to: Term


@frozen(kw_only=True)
class Do(CountAction): ...


@frozen(kw_only=True)
class Counted(Entity[CountState]): ...


def begun(action: Begin) -> Counted:
    return Counted(id="d", office=action.office)


def as_it_says(entity: Counted, action: Move, running: object) -> Term:
    return action.to


row, owed = rows(Counted, CountState, CountAction), owes(Counted, CountAction)
TRANSITIONS = (
    row.start(Begin, CountState.OPEN, CLERK, HOUSE(1), then=begun),
    row(CountState.OPEN, Move, SAME, CLERK, HOUSE(1)),
    row(CountState.OPEN, Do, CountState.DONE, CLERK, HOUSE(1)),
)


def at(text: str) -> DateTime:
    """A day or an instant on the clock of Tashkent, as lawyers write it: ``05.03.2026`` or ``05.03.2026 17:30``."""
    day, _, time = text.partition(" ")
    return pendulum.from_format(f"{day} {time or '10:00'}", "DD.MM.YYYY HH:mm", tz="Asia/Tashkent")


def on(text: str) -> date:
    """A day, as lawyers write it."""
    return at(text).date()


def due_of(law: Law, within: Any, start: str, *moves: tuple[str, Term], office: Office = FIVE) -> Due:
    """The due of a duty that began on a day, moved on others by further terms."""
    deadline = owed("duty", Begin, within, (Do,), CLERK, HOUSE(1), owed.moved(Move, as_it_says))
    lifecycle = Lifecycle("duty", TRANSITIONS, [deadline], law=law, final=CountState.DONE)
    entity = lifecycle.begin(Begin(at=at(start), by=ANN, office=office))
    for day, to in moves:
        entity = lifecycle.apply(entity, Move(at=at(day), by=ANN, to=to))
    (due,) = lifecycle.due(entity, entity.history[-1].action.at)
    return due
