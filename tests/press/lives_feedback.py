"""How feedback on an event comes to each state, and what may be done about it: what the second book is tried on.

All is done on Thursday 5 March 2026 at ten o'clock, but what waits for the day until which opinions were asked for.
"""

from pendulum import Date, datetime
from second_book import File

from prcomm import Actor, Reference
from prcomm.law import office
from prcomm.law.roles import AUTHORISED, HEAD, PRESS_HEAD, PRESS_OFFICER
from prcomm.law.source_article import SOURCE_ARTICLE
from prcomm.press.feedback import (
    Answer,
    Collect,
    FeedbackAction,
    FeedbackState,
    NoteSilence,
    Open,
    SetAside,
    Summarise,
    TakeUp,
    TurnOpinion,
)
from prcomm.press.roles import PARTICIPANT

LAW = SOURCE_ARTICLE
BODY = office("a regional IIB")
DAY = datetime(2026, 3, 5, 10, tz=BODY.tz)
AFTER = datetime(2026, 7, 1, 10, tz=BODY.tz)
ACTORS = {
    "HEAD": Actor("head", HEAD),
    "AUTHORISED": Actor("deputy head", AUTHORISED),
    "PRESS_HEAD": Actor("press head", PRESS_HEAD),
    "PRESS_OFFICER": Actor("press officer", PRESS_OFFICER),
    "PARTICIPANT": Actor("p7", PARTICIPANT),
}
A_BRIEFING, AN_INCIDENT, A_RELEASE = (
    Reference("briefing", "b1"),
    Reference("incident", "i1"),
    Reference("release", "r1"),
)
AN_APPEAL, A_REQUEST = Reference("appeal", "12"), Reference("request", "13")

OPEN = Open(at=DAY, by=ACTORS["PRESS_OFFICER"], case="1", office=BODY, event=A_BRIEFING, until=Date(2026, 6, 30))
COLLECT = Collect(at=DAY, by=ACTORS["PRESS_OFFICER"], opinion="o1")
TAKE_UP = TakeUp(at=DAY, by=ACTORS["PRESS_OFFICER"], opinion="o1")
SET_ASIDE = SetAside(at=DAY, by=ACTORS["PRESS_OFFICER"], opinion="o1", reason="digest 1")
TURN = TurnOpinion(at=DAY, by=ACTORS["PRESS_OFFICER"], opinion="o1", into=AN_APPEAL)
SUMMARISE = Summarise(at=DAY, by=ACTORS["PRESS_OFFICER"], digest="digest 2")
ANSWER = Answer(at=DAY, by=ACTORS["PRESS_HEAD"], reply=A_RELEASE)
SILENCE = NoteSilence(at=DAY, by=ACTORS["PRESS_OFFICER"], asked_by=frozenset({"site"}))
EXAMPLES: tuple[FeedbackAction, ...] = (OPEN, COLLECT, TAKE_UP, SET_ASIDE, TURN, SUMMARISE, ANSWER, SILENCE)
"""Each action once, as it is lawful wherever it has a place: the word of silence once its day has come."""

S = FeedbackState
HEARD = (OPEN, COLLECT, TAKE_UP, SUMMARISE)
LIVES = {
    S.OPEN: (OPEN,),
    S.SUMMARISED: HEARD,
    S.ANSWERED: (*HEARD, ANSWER),
    S.EMPTY: (OPEN, NoteSilence(at=AFTER, by=ACTORS["PRESS_HEAD"], asked_by=frozenset({"site"}))),
}


def lives(state: FeedbackState, kind: None = None) -> tuple[FeedbackAction, ...]:
    """What leads feedback to a state."""
    return LIVES[state]


def said(*actions: FeedbackAction) -> File:
    """The file of feedback in which something was said, and done about it."""
    return File(after={Open: (COLLECT, *actions)})


ANOTHER = Collect(at=DAY, by=ACTORS["PARTICIPANT"], opinion="o2")
FILES = {
    "one opinion": said(),
    "one taken up": said(TAKE_UP),
    "one set aside": said(SET_ASIDE),
    "one turned": said(TURN),
    "one taken up and one undecided": said(TAKE_UP, ANOTHER),
    "one taken up and one set aside": said(
        TAKE_UP, ANOTHER, SetAside(at=DAY, by=ACTORS["PRESS_OFFICER"], opinion="o2", reason="digest 3")
    ),
    "one taken up and one turned": said(
        TAKE_UP, ANOTHER, TurnOpinion(at=DAY, by=ACTORS["PRESS_OFFICER"], opinion="o2", into=A_REQUEST)
    ),
}
"""How the file of feedback may differ, in the words of the book."""
