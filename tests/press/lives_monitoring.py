"""How a found item comes to each state, and what may be done about it: what the second book of them is tried on.

All is done on Thursday 5 March 2026 at ten o'clock.
"""

from attrs import evolve, frozen
from pendulum import datetime
from second_book import File

from prcomm import Action, Actor, Outlet, Reference
from prcomm.law import office
from prcomm.law.press_acts import CM882
from prcomm.law.roles import AUTHORISED, EXECUTOR, HEAD, PRESS_HEAD, PRESS_OFFICER, REGISTRAR
from prcomm.press.monitoring import (
    AddAllegations,
    Allegation,
    AskRefutation,
    Close,
    Confirm,
    DemandApproval,
    DemandRemoval,
    Disprove,
    Find,
    FoundAction,
    FoundKind,
    FoundState,
    HandToCouncil,
    HandToDuty,
    JoinTo,
    Judging,
    LeaveOpen,
    Reopen,
    Respond,
    TellOwner,
)
from prcomm.press.roles import DUTY_OFFICER

LAW = CM882
BODY = office("a regional IIB")
DAY = datetime(2026, 3, 5, 10, tz=BODY.tz)
ACTORS = {
    "DUTY_OFFICER": Actor("duty officer", DUTY_OFFICER),
    "PRESS_OFFICER": Actor("press officer", PRESS_OFFICER),
    "PRESS_HEAD": Actor("press head", PRESS_HEAD),
    "EXECUTOR": Actor("executor", EXECUTOR),
    "REGISTRAR": Actor("registrar", REGISTRAR),
    "AUTHORISED": Actor("authorised", AUTHORISED),
    "HEAD": Actor("head", HEAD),
}
THE_DUTY, AN_OFFICER, THE_CHIEF = (ACTORS[one] for one in ("DUTY_OFFICER", "PRESS_OFFICER", "PRESS_HEAD"))
A_PAPER = Outlet("a paper", "A paper", registered=True)
A_BLOG = Outlet("a blog", "A blog")
CRIME, CORRUPTION = frozenset({Allegation.CRIME}), frozenset({Allegation.CORRUPTION})
THIS, ANOTHER = Reference("monitoring", "1"), Reference("monitoring", "0")
A_RELEASE = Reference("release", "0")
WHY = "digest 3"

FIND = Find(at=DAY, by=THE_DUTY, case=THIS.id, office=BODY, kind=FoundKind.MEDIA, outlet=A_PAPER)
ADD = AddAllegations(at=DAY, by=AN_OFFICER, alleges=CRIME)
CONFIRM = Confirm(at=DAY, by=AN_OFFICER, official="an official", why=WHY)
DISPROVE = Disprove(at=DAY, by=AN_OFFICER, official="an official", why=WHY)
LEAVE_OPEN = LeaveOpen(at=DAY, by=AN_OFFICER, official="an official", why=WHY)
RESPOND = Respond(at=DAY, by=THE_CHIEF, release=A_RELEASE, published=True)
HAND_TO_DUTY = HandToDuty(at=DAY, by=THE_DUTY, number="14")
HAND_TO_COUNCIL = HandToCouncil(at=DAY, by=AN_OFFICER, signal=Reference("signal", "7"))
ASK_REFUTATION = AskRefutation(at=DAY, by=THE_CHIEF, refutation=Reference("refutation", "5"))
TELL_OWNER = TellOwner(at=DAY, by=THE_CHIEF)
DEMAND_APPROVAL = DemandApproval(at=DAY, by=THE_CHIEF)
DEMAND_REMOVAL = DemandRemoval(at=DAY, by=THE_CHIEF)
CLOSE = Close(at=DAY, by=THE_CHIEF)
REOPEN = Reopen(at=DAY, by=THE_CHIEF, why=WHY)
JOIN = JoinTo(at=DAY, by=THE_CHIEF, first=ANOTHER, alleged=frozenset())
EXAMPLES: tuple[FoundAction, ...] = (
    FIND,
    ADD,
    CONFIRM,
    DISPROVE,
    LEAVE_OPEN,
    RESPOND,
    HAND_TO_DUTY,
    HAND_TO_COUNCIL,
    ASK_REFUTATION,
    TELL_OWNER,
    DEMAND_APPROVAL,
    DEMAND_REMOVAL,
    CLOSE,
    REOPEN,
    JOIN,
)
"""Each action once, as it is lawful wherever it has a place."""

S = FoundState
TOLD = (FIND, evolve(CONFIRM, why=""), RESPOND)
LIVES = {
    S.FOUND: TOLD[:1],
    S.CONFIRMED: TOLD[:2],
    S.DISPROVED: (FIND, evolve(DISPROVE, why="")),
    S.UNVERIFIABLE: (FIND, evolve(LEAVE_OPEN, why="")),
    S.RESPONDED: TOLD,
    S.CLOSED: (*TOLD, CLOSE),
    S.JOINED: (FIND, JOIN),
}


def lives(state: FoundState, kind: FoundKind) -> tuple[FoundAction, ...]:
    """What leads a found item of a kind to a state; it is told after it was confirmed."""
    find, *others = LIVES[state]
    outlet = A_PAPER if kind is FoundKind.MEDIA else A_BLOG
    return (evolve(find, kind=kind, outlet=outlet), *others)


def alleging(*allegations: Allegation) -> File:
    """The file of an item that alleges something from the beginning."""
    return File(changed={Find: {"alleges": frozenset(allegations)}})


@frozen
class ToldAfter:
    """The file of an item that was told of, and whose verdict was this one."""

    verdict: Judging

    def of(self, steps: tuple[Action, ...]) -> tuple[Action, ...]:
        told = any(isinstance(step, Respond) for step in steps)
        return tuple(self.verdict if isinstance(step, Judging) else step for step in steps) if told else ()


@frozen
class OfJanuary:
    """The file of an item of 9 January 2023, before there were councils to hand anything to."""

    def of(self, steps: tuple[Action, ...]) -> tuple[Action, ...]:
        return tuple(evolve(step, at=step.at.on(2023, 1, 9)) for step in steps)


FILES = {
    "alleges a crime": alleging(Allegation.CRIME),
    "alleges corruption": alleging(Allegation.CORRUPTION),
    "alleges both": alleging(*Allegation),
    "handed to the duty unit": File(after={Find: (HAND_TO_DUTY,)}),
    "handed to the council": File(after={Find: (HAND_TO_COUNCIL,)}),
    "a word went before": File(after={Find: (RESPOND,)}),
    "told after it was confirmed": ToldAfter(CONFIRM),
    "told after it was disproved": ToldAfter(DISPROVE),
    "told after it was left open": ToldAfter(LEAVE_OPEN),
    "disproved before": File(changed={Confirm: {"why": WHY}}, after={Find: (DISPROVE,)}),
    "reopened after it was disproved": File(after={Find: (DISPROVE, RESPOND, CLOSE, REOPEN)}),
    "of January 2023": OfJanuary(),
}
"""How the file of a found item may differ, in the words of the book."""
