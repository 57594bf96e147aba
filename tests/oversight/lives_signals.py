"""How a signal comes to each state, and what may be done about it: what the second book of signals is tried on.

All is done on Thursday 5 March 2026 at ten o'clock.
"""

from attrs import frozen
from pendulum import datetime
from second_book import File

from prcomm import Action, Actor, Reference
from prcomm.law import office
from prcomm.law.public_councils import PQ10
from prcomm.law.roles import (
    ACTING_CHAIR,
    CHAIR,
    DEPUTY_CHAIR,
    HEAD,
    MEMBER,
    PRESS_HEAD,
    PRESS_OFFICER,
    SECRETARY,
)
from prcomm.oversight.signals import (
    Approve,
    CloseSilently,
    Conclude,
    HandOver,
    JoinTo,
    Medium,
    NoteSignal,
    NoteWhom,
    Pass,
    PublishStudy,
    SendBack,
    SignalAction,
    SignalState,
    Study,
    TakeBack,
)

LAW = PQ10
THE_BODY_ABOVE = "the body above"
BODY = office("a regional IIB", superior=THE_BODY_ABOVE)
DAY = datetime(2026, 3, 5, 10, tz=BODY.tz)
ACTORS = {
    "CHAIR": Actor("rais", CHAIR),
    "DEPUTY_CHAIR": Actor("deputy", DEPUTY_CHAIR),
    "ACTING_CHAIR": Actor("acting", ACTING_CHAIR),
    "SECRETARY": Actor("secretary", SECRETARY),
    "MEMBER": Actor("member", MEMBER),
    "PRESS_OFFICER": Actor("press officer", PRESS_OFFICER),
    "PRESS_HEAD": Actor("press head", PRESS_HEAD),
    "HEAD": Actor("head", HEAD),
}
WHO = {name: actor.id for name, actor in ACTORS.items()}
THE_CHAIR_ALONE = (WHO["CHAIR"],)
THE_COUNCIL = "the council"
COUNCIL, ANOTHER_COUNCIL = Reference("council", THE_COUNCIL), Reference("council", "another council")
THIS = Reference("signal", "1")

NOTE = NoteSignal(
    at=DAY,
    by=ACTORS["SECRETARY"],
    signal=THIS.id,
    office=BODY,
    council=COUNCIL,
    medium=Medium.INTERNET,
    link="link 1",
    about="a district IIB",
    corruption=True,
    meant=("p7",),
    found=Reference("monitoring", "3"),
)
STUDY = Study(at=DAY, by=ACTORS["DEPUTY_CHAIR"], by_whom=("a member who studies it",))
JOIN = JoinTo(
    at=DAY,
    by=ACTORS["ACTING_CHAIR"],
    first=Reference("signal", "0"),
    first_open=True,
    about="a district IIB",
    same=True,
)
PASS = Pass(at=DAY, by=ACTORS["ACTING_CHAIR"], to=THE_BODY_ABOVE, why="digest 3")
HAND_OVER = HandOver(at=DAY, by=ACTORS["ACTING_CHAIR"], to="the prosecutor", why="digest 4")
TAKE_BACK = TakeBack(at=DAY, by=ACTORS["ACTING_CHAIR"], why="digest 5")
CONCLUDE = Conclude(at=DAY, by=ACTORS["MEMBER"], result="digest 1")
APPROVE = Approve(
    at=DAY,
    by=ACTORS["ACTING_CHAIR"],
    session=Reference("session", "8"),
    council=COUNCIL,
    adopted=True,
    result="digest 1",
)
PUBLISH = PublishStudy(at=DAY, by=ACTORS["SECRETARY"])
EXAMPLES: tuple[SignalAction, ...] = (
    NOTE,
    STUDY,
    JOIN,
    PASS,
    HAND_OVER,
    TAKE_BACK,
    CONCLUDE,
    APPROVE,
    NoteWhom(at=DAY, by=ACTORS["MEMBER"], meant=("p8",)),
    SendBack(at=DAY, by=ACTORS["ACTING_CHAIR"]),
    CloseSilently(at=DAY, by=ACTORS["ACTING_CHAIR"]),
    PUBLISH,
)
"""Each action once, as it is lawful wherever it has a place."""

S = SignalState
STUDIED = (NOTE, STUDY, CONCLUDE)
LIVES = {
    S.FOUND: (NOTE,),
    S.UNDER_STUDY: (NOTE, STUDY),
    S.STUDIED: STUDIED,
    S.APPROVED: (*STUDIED, APPROVE),
    S.PUBLISHED: (*STUDIED, APPROVE, PUBLISH),
    S.JOINED: (NOTE, JOIN),
    S.PASSED: (NOTE, PASS),
    S.HANDED_OVER: (NOTE, HAND_OVER),
}


def lives(state: SignalState, kind: None = None) -> tuple[SignalAction, ...]:
    """What leads a signal to a state."""
    return LIVES[state]


def about(*roles: str) -> File:
    """The file of a signal about some who act in it."""
    return File(changed={NoteSignal: {"meant": tuple(WHO[role] for role in roles)}})


@frozen
class AboutTheHead:
    """The file of a signal of which it turned out, as early as it could, that it is about the head."""

    def of(self, steps: tuple[Action, ...]) -> tuple[Action, ...]:
        found = NoteWhom(at=DAY, by=ACTORS["MEMBER"], about_the_head=True)
        during = Study if any(isinstance(step, Study) for step in steps) else NoteSignal
        return File(after={during: (found,)}).of(steps)


FILES = {
    "about the chair": about("CHAIR"),
    "about chair and deputy": about("CHAIR", "DEPUTY_CHAIR"),
    "about the member": about("MEMBER"),
    "about the secretary": about("SECRETARY"),
    "about the head": AboutTheHead(),
    "handed over before": File(after={Study: (HAND_OVER, TAKE_BACK)}),
}
"""How the file of a signal may differ, in the words of the book."""
