"""The citizen's appeal of the library: a complaint from receipt to removal from control."""

import pendulum

from prcomm import Actor, Person
from prcomm.citizens.appeals import (
    APPEAL,
    COMPLAINT,
    AnsweredQuestion,
    Assign,
    Channel,
    Decide,
    Extend,
    Form,
    Need,
    Notice,
    Notify,
    Outcome,
    PutOnControl,
    Receive,
    Register,
    SendReply,
    Study,
    TakeOffControl,
)
from prcomm.law import office
from prcomm.law.roles import AUTHORISED, EXECUTOR, HEAD, REGISTRAR

DISTRICT = office("district")
DESK, CHIEF, DEPUTY, OFFICER = (
    Actor("d", REGISTRAR), Actor("h", HEAD), Actor("a", AUTHORISED), Actor("e", EXECUTOR),
)  # fmt: skip
CHECK = frozenset({Need.CHECK})


def at(month: int, day: int) -> pendulum.DateTime:
    return pendulum.datetime(2026, month, day, 10, tz=DISTRICT.tz)


LIFE = (
    Receive(at=at(3, 3), by=DESK, case="1", kind=COMPLAINT, form=Form.WRITTEN, channel=Channel.POST, office=DISTRICT,
            appellants=(Person("p"),)),
    Register(at=at(3, 3), by=DESK, number="1"),
    PutOnControl(at=at(3, 4), by=DEPUTY),
    Assign(at=at(3, 4), by=DEPUTY, executors=("u",)),
    Study(at=at(3, 12), by=OFFICER, needs=CHECK),
    Extend(at=at(4, 1), by=CHIEF, needs=CHECK, until=pendulum.date(2026, 5, 3)),
    Notify(at=at(4, 1), by=OFFICER, of=Notice.EXTENDED, form=Form.WRITTEN),
    Decide(at=at(4, 28), by=CHIEF, outcome=Outcome.SATISFIED, answers=(AnsweredQuestion("1", "d"),)),
    SendReply(at=at(4, 28), by=CHIEF, to="p", form=Form.WRITTEN, language="uz", challenge_explained=True),
    TakeOffControl(at=at(5, 4), by=DEPUTY),
)  # fmt: skip
OPEN = APPEAL.replay(LIFE[:4])
NOW = at(3, 10)


def lived() -> object:
    """Ten steps, each judged."""
    return APPEAL.replay(LIFE)


def owed() -> object:
    """What is owed for an appeal under consideration."""
    return APPEAL.due(OPEN, NOW, open=True)


def audited() -> object:
    """The same ten steps judged as a register, with all dues."""
    return APPEAL.audit(LIFE, at(6, 1))
