"""How a programme comes to each state, and what may be done about it: what the second book of them is tried on.

All is done on Tuesday 1 September 2026 at ten o'clock; it is to be evaluated by Friday 30 October.
"""

from decimal import Decimal

from attrs import evolve
from pendulum import Date, datetime
from second_book import File

from prcomm import Actor, Reference
from prcomm.law import office
from prcomm.law.roles import AUTHORISED, EXECUTOR, HEAD, PRESS_HEAD, PRESS_OFFICER
from prcomm.law.source_article import SOURCE_ARTICLE
from prcomm.press.feedback import Heard
from prcomm.press.programmes import (
    Approve,
    Begin,
    Close,
    Drop,
    Evaluate,
    Lengthen,
    Measure,
    ProgrammeAction,
    ProgrammeKind,
    ProgrammeState,
    Propose,
    Stop,
)

LAW = SOURCE_ARTICLE
BODY = office("a regional IIB")
DAY = datetime(2026, 9, 1, 10, tz=BODY.tz)
THE_DAY_BEFORE, ITS_DAY, LATER = Date(2026, 8, 31), Date(2026, 10, 30), Date(2026, 11, 30)
ACTORS = {
    "PRESS_OFFICER": Actor("press officer", PRESS_OFFICER),
    "PRESS_HEAD": Actor("press head", PRESS_HEAD),
    "HEAD": Actor("head", HEAD),
    "AUTHORISED": Actor("authorised", AUTHORISED),
    "EXECUTOR": Actor("executor", EXECUTOR),
}
AN_OFFICER, THE_CHIEF, THE_HEAD = (ACTORS[one] for one in ("PRESS_OFFICER", "PRESS_HEAD", "HEAD"))
THIS, THE_FEEDBACK = Reference("programme", "1"), Reference("feedback", "f1")
ANSWERED_FEEDBACK = Heard(file=THE_FEEDBACK, event=THIS, done=True)
OPEN_FEEDBACK = evolve(ANSWERED_FEEDBACK, done=False)
FEEDBACK_OF_SILENCE = evolve(ANSWERED_FEEDBACK, file=Reference("feedback", "f2"))
FEEDBACK_OF_ANOTHER_EVENT = evolve(ANSWERED_FEEDBACK, event=Reference("programme", "2"))
NO_FEEDBACK = Heard.none()
TWO_AND_THREE_QUARTERS = Decimal("2.75")

PROPOSE = Propose(
    at=DAY,
    by=AN_OFFICER,
    case=THIS.id,
    office=BODY,
    kind=ProgrammeKind.COMMUNICATION,
    goals=frozenset({"goal"}),
    audience="schools",
    channels=frozenset({"page"}),
    indicators=frozenset({"reach", "trust"}),
)
APPROVE = Approve(at=DAY, by=THE_HEAD, act="order 1", until=ITS_DAY)
LENGTHEN = Lengthen(at=DAY, by=THE_HEAD, act="order 2", until=LATER)
BEGIN = Begin(at=DAY, by=AN_OFFICER)
MEASURE = Measure(at=DAY, by=AN_OFFICER, indicator="reach", value=Decimal(40))
MEASURE_THE_OTHER = evolve(MEASURE, indicator="trust", value=Decimal(3))
EVALUATE = Evaluate(at=DAY, by=AN_OFFICER, digest="digest 1")
STOP = Stop(at=DAY, by=THE_CHIEF, reason="digest 2")
CLOSE = Close(at=DAY, by=THE_CHIEF, heard=ANSWERED_FEEDBACK)
DROP = Drop(at=DAY, by=THE_CHIEF, reason="digest 3")
EXAMPLES: tuple[ProgrammeAction, ...] = (
    PROPOSE,
    APPROVE,
    LENGTHEN,
    BEGIN,
    MEASURE,
    EVALUATE,
    STOP,
    CLOSE,
    DROP,
)
"""Each action once, as it is lawful wherever it has a place: of what runs the evaluation once all was measured."""

S = ProgrammeState
BEGUN = (PROPOSE, APPROVE, BEGIN)
EVALUATED = (*BEGUN, MEASURE, MEASURE_THE_OTHER, EVALUATE)
LIVES = {
    S.PROPOSED: BEGUN[:1],
    S.APPROVED: BEGUN[:2],
    S.RUNNING: BEGUN,
    S.STOPPED: (*BEGUN, STOP),
    S.EVALUATED: EVALUATED,
    S.CLOSED: (*EVALUATED, CLOSE),
    S.DROPPED: (PROPOSE, DROP),
}


def lives(state: ProgrammeState, kind: ProgrammeKind) -> tuple[ProgrammeAction, ...]:
    """What leads a programme of a kind to a state."""
    propose, *others = LIVES[state]
    return (evolve(propose, kind=kind), *others)


FILES = {
    "one was measured": File(after={Begin: (MEASURE,)}),
    "both were measured": File(after={Begin: (MEASURE, MEASURE_THE_OTHER)}),
    "lengthened to 30 November": File(after={Approve: (LENGTHEN,)}),
}
"""How the file of a programme may differ, in the words of the book."""
