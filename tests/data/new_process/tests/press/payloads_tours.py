"""How a tour comes to each state, an example of each action, and what can't be guessed of its fields.

All is done on Thursday 5 March 2026 at ten o'clock, in a museum that is shut from Saturday to Monday that week: 8 March
is a Sunday, and its day off is moved to Monday.
"""

import pendulum
from attrs import evolve
from hypothesis import strategies as st
from second_book import File

from prcomm import Actor
from prcomm.law import office
from prcomm.law.museum import MUSEUM
from prcomm.law.roles import HEAD
from prcomm.press.tours import (
    BY_DAY,
    GUIDE,
    KEEPER,
    VISITOR,
    Announce,
    AnswerQuestion,
    CallOff,
    Enlist,
    OpenList,
    PassOn,
    PlanTour,
    PutOff,
    PutQuestion,
    Return,
    SetNewDay,
    SetOff,
    ShutBook,
    Tour,
    TourAction,
    TourKind,
    TourState,
    WalkRoute,
    WriteUp,
)

LAW = MUSEUM
PLACE = office("the museum")
ANNA, BORIS, CLARA, DIRECTOR = Actor("k", KEEPER), Actor("g", GUIDE), Actor("t1", VISITOR), Actor("h", HEAD)
ACTORS = {"KEEPER": ANNA, "GUIDE": BORIS, "VISITOR": CLARA, "HEAD": DIRECTOR}


def at(month: int, day: int, hour: int = 10) -> pendulum.DateTime:
    return pendulum.datetime(2026, month, day, hour, tz=PLACE.tz)


DAY = at(3, 5)
PLAN = PlanTour(at=DAY, by=ANNA, case="7", kind=BY_DAY, office=PLACE, route="rooms 1 to 5", guide=BORIS.id)
ANNOUNCE = Announce(at=DAY, by=ANNA, place="north door", meets=at(3, 20, 11), hung=True)
OPEN = OpenList(at=DAY, by=ANNA, until=at(3, 20))
ENLIST = Enlist(at=DAY, by=CLARA, visitor="t1")
ASK = PutQuestion(at=DAY, by=CLARA, question="q1", visitor="t1")
SET_OFF = SetOff(at=DAY, by=BORIS, group=3, teacher=True)
RETURN = Return(at=DAY, by=BORIS, group=3)
WRITE_UP = WriteUp(at=DAY, by=BORIS, report="digest 2")
SHUT = ShutBook(at=DAY, by=ANNA)
PUT_OFF = PutOff(at=DAY, by=ANNA, reason="digest 1")
CALL_OFF = CallOff(at=DAY, by=ANNA, reason="digest 1")
EXAMPLES: tuple[TourAction, ...] = (
    PLAN,
    ANNOUNCE,
    OPEN,
    ENLIST,
    WalkRoute(at=DAY, by=ANNA),
    SET_OFF,
    RETURN,
    ASK,
    AnswerQuestion(at=DAY, by=BORIS, question="q1", answer="digest 3"),
    PassOn(at=DAY, by=BORIS, question="q1", desk="the library"),
    WRITE_UP,
    SHUT,
    PUT_OFF,
    SetNewDay(at=DAY, by=ANNA, meets=at(4, 3, 11)),
    CALL_OFF,
)
"""Each action once, as it is lawful wherever it has a place."""

S = TourState
WAY = (PLAN, ANNOUNCE, OPEN, evolve(ENLIST, visitor="t0"), SET_OFF, RETURN, WRITE_UP, SHUT)
LIVES: dict[TourState, tuple[TourAction, ...]] = {
    S.PLANNED: WAY[:1],
    S.ANNOUNCED: WAY[:2],
    S.LIST_OPEN: WAY[:4],
    S.UNDER_WAY: WAY[:5],
    S.OVER: WAY[:6],
    S.WRITTEN_UP: WAY[:7],
    S.SHUT: WAY,
    S.PUT_OFF: (*WAY[:2], PUT_OFF),
    S.CALLED_OFF: (*WAY[:2], CALL_OFF),
}


def lives(state: TourState, kind: TourKind) -> tuple[TourAction, ...]:
    """What leads a tour of a kind to a state."""
    _, *others = LIVES[state]
    return (evolve(PLAN, kind=kind), *others)


FULL = tuple(evolve(ENLIST, visitor=f"n{n}") for n in range(14))
FILES = {
    "she is on the list": File(after={OpenList: (ENLIST,)}),
    "all places are taken": File(after={OpenList: FULL}),
    "she asked": File(after={OpenList: (ENLIST,), SetOff: (ASK,)}),
}
"""How the file of a tour may differ, in the words of the book."""

MOSTLY = st.sampled_from((True, True, True, False))


def some_days_later(tour: Tour | None) -> st.SearchStrategy[pendulum.DateTime]:
    """An instant some months after the last step, seldom before it."""
    last = DAY if tour is None else tour.history[-1].action.at
    return st.sampled_from((200, 300, 400, -1)).map(lambda days: last.add(days=days))


PAYLOADS = {
    PlanTour: st.fixed_dictionaries({"route": st.just("rooms 1 to 5"), "guide": st.just("a")}),
    Announce: lambda tour: st.fixed_dictionaries({"meets": some_days_later(tour), "hung": MOSTLY}),
    OpenList: lambda tour: st.fixed_dictionaries({"until": some_days_later(tour)}),
    SetNewDay: lambda tour: st.fixed_dictionaries({"meets": some_days_later(tour)}),
    Enlist: st.fixed_dictionaries({"visitor": st.sampled_from("abcdef")}),
    PutQuestion: lambda tour: st.fixed_dictionaries({"visitor": st.sampled_from((tour and tour.visitors) or "z")}),
    SetOff: st.fixed_dictionaries({"group": st.sampled_from((1, 1, 2, 0)), "teacher": MOSTLY}),
    Return: lambda tour: st.fixed_dictionaries({"group": st.sampled_from((1, 2) if tour is None else (tour.group, 1))}),
}
"""What prcomm.testing can't guess from the types."""
