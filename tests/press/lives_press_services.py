"""How a press service comes to each state, and what may be done about it: what its second book is tried on.

It is set up on Monday 12 January 2026 at ten, reviewed that day, and notes on Tuesday 17 February a briefing of that
day.
"""

from attrs import evolve
from pendulum import Date, DateTime, datetime
from second_book import File

from prcomm import Actor, Reference
from prcomm.law import office
from prcomm.law.press_acts import CM125
from prcomm.law.roles import AUTHORISED, HEAD, PRESS_HEAD, PRESS_OFFICER
from prcomm.press.press_services import (
    MAIN_DEPARTMENT,
    TERRITORIAL,
    Abolish,
    Advise,
    AskHelp,
    Establish,
    FindInOrder,
    NoteBriefing,
    NoteConference,
    Punish,
    PutRight,
    Reorganise,
    ServiceAction,
    ServiceState,
    UnitKind,
    Visit,
)
from prcomm.press.roles import CENTRAL

LAW = CM125
BODY = office("a regional IIB")
DAY = datetime(2026, 1, 12, 10, tz=BODY.tz)
ACTORS = {
    "HEAD": Actor("head", HEAD),
    "AUTHORISED": Actor("deputy head", AUTHORISED),
    "PRESS_HEAD": Actor("press head", PRESS_HEAD),
    "PRESS_OFFICER": Actor("press officer", PRESS_OFFICER),
    "CENTRAL": Actor("main department", CENTRAL),
}
ANOTHER_PRESS_HEAD = Actor("another press head", PRESS_HEAD, "another body")
A_BRIEFING, ANOTHER_BRIEFING = Reference("briefing", "b1"), Reference("briefing", "b2")
THIS_BODY_AND_ANOTHER = frozenset({BODY.id, "another body"})


def on(month: int, day: int, hour: int = 10, *, year: int = 2026) -> DateTime:
    return datetime(year, month, day, hour, tz=BODY.tz)


ESTABLISH = Establish(
    at=DAY, by=ACTORS["HEAD"], case="1", office=BODY, kind=TERRITORIAL, act="order 1", secretary_of_minister=True
)
REORGANISE = Reorganise(at=DAY, by=ACTORS["HEAD"], act="order 2")
ABOLISH = Abolish(at=DAY, by=ACTORS["HEAD"], act="order 3")
ASK_HELP = AskHelp(at=DAY, by=ACTORS["PRESS_HEAD"])
VISIT = Visit(at=DAY, by=ACTORS["CENTRAL"])
ADVISE = Advise(at=DAY, by=ACTORS["CENTRAL"], recommendations=frozenset({"a duty rota"}))
IN_ORDER = FindInOrder(at=DAY, by=ACTORS["CENTRAL"])
PUT_RIGHT = PutRight(at=DAY, by=ACTORS["PRESS_HEAD"])
PUNISH = Punish(at=DAY, by=ACTORS["CENTRAL"])
NOTE = NoteBriefing(
    at=on(2, 17), by=ACTORS["PRESS_OFFICER"], briefing=A_BRIEFING, held=True, held_on=Date(2026, 2, 17),
    offices=frozenset({BODY.id}),
)  # fmt: skip
NOTE_CONFERENCE = NoteConference(
    at=on(2, 17), by=ACTORS["PRESS_OFFICER"], briefing=A_BRIEFING, held=True, held_on=Date(2026, 2, 17),
    offices=frozenset({BODY.id}), annual=True,
)  # fmt: skip
EXAMPLES: tuple[ServiceAction, ...] = (
    ESTABLISH, REORGANISE, ABOLISH, ASK_HELP, VISIT, ADVISE, IN_ORDER, PUT_RIGHT, PUNISH, NOTE, NOTE_CONFERENCE,
)  # fmt: skip
"""Each action once, as it is lawful wherever it has a place."""

S = ServiceState
LIVES = {
    S.OPERATING: (ESTABLISH,),
    S.UNDER_REVIEW: (ESTABLISH, VISIT),
    S.ADVISED: (ESTABLISH, VISIT, ADVISE),
    S.ABOLISHED: (ESTABLISH, ABOLISH),
}


def lives(state: ServiceState, kind: UnitKind) -> tuple[ServiceAction, ...]:
    """What leads a press service of a kind to a state: nobody reviews the Main Department."""
    if kind is MAIN_DEPARTMENT and state in S.UNDER_REVIEW | S.ADVISED:
        return ()
    establish, *rest = LIVES[state]
    return (evolve(establish, kind=kind), *rest)


def noted(held_on: Date, briefing: str, at: DateTime | None = None) -> NoteBriefing:
    """A note of a briefing; at ten on the day after it, if nothing else is said."""
    at = on(held_on.month, held_on.day, year=held_on.year).add(days=1) if at is None else at
    return evolve(NOTE, at=at, held_on=held_on, briefing=Reference("briefing", briefing))


OF_FEBRUARY, OF_MARCH, OF_MAY = (
    noted(day, briefing)
    for day, briefing in ((Date(2026, 2, 17), "feb"), (Date(2026, 3, 31), "mar"), (Date(2026, 5, 4), "may"))
)
NOTED_THAT_DAY = evolve(OF_FEBRUARY, at=on(2, 17))


def established(at: DateTime, *then: ServiceAction) -> File:
    """The file of a press service that was set up at another time."""
    return File(changed={Establish: {"at": at}}, after={Establish: then})


FILES = {
    "established on 1 June 2026": established(on(6, 1)),
    "established on 1 May 2026": established(on(5, 1)),
    "established on 30 October 2017": established(on(10, 30, year=2017)),
    "established on 1 October 2026 and help was asked on 30 October at 16:00": established(
        on(10, 1), evolve(ASK_HELP, at=on(10, 30, 16))
    ),
    "help was asked": File(after={Establish: (ASK_HELP,)}),
    "the briefing is noted already": File(after={Establish: (evolve(NOTE, at=on(2, 17, 9)),)}),
    "the briefing of 17 February is noted": File(after={Establish: (OF_FEBRUARY,)}),
    "briefings of 17 February and 31 March are noted": File(after={Establish: (OF_FEBRUARY, OF_MARCH)}),
    "briefings of 17 February and 31 March and 4 May are noted": File(
        after={Establish: (OF_FEBRUARY, OF_MARCH, OF_MAY)}
    ),
}
"""How the file of a press service may differ, in the words of the book."""
