"""How a council comes to each state, and what may be done about it: what the second book of councils is tried on.

All is done on Thursday 5 March 2026 at ten o'clock. In each state in which a council lives one member is nominated,
one has agreed, and four are appointed: chair, deputy chair, secretary, and one without a post.
"""

import pendulum
from attrs import evolve
from second_book import File

from prcomm import Actor, Reference
from prcomm.law import office
from prcomm.law.public_councils import PQ3837
from prcomm.law.roles import AUTHORISED, CANDIDATE, CHAIR, DEPUTY_CHAIR, HEAD, MEMBER, SECRETARY
from prcomm.oversight.councils import (
    MINISTRY,
    Activate,
    AmendRegulation,
    Appoint,
    BeginRenewal,
    Category,
    Consent,
    Constitute,
    CouncilAction,
    CouncilKind,
    CouncilState,
    Decline,
    Dissolve,
    Elect,
    EndMembership,
    Exclude,
    FormGroup,
    Nominate,
    NoteDeath,
    NoteSession,
    PassOver,
    Post,
    Propose,
    Resign,
    Seat,
    StepDown,
)

LAW = PQ3837
BODY = office("the ministry")
DAY = pendulum.datetime(2026, 3, 5, 10, tz=BODY.tz)

THE_CHAIR, THE_DEPUTY, THE_SECRETARY, THE_MEMBER = "rais", "oʻrinbosar", "kotib", "aʼzo"
THE_NOMINATED, THE_CONSENTED, NEWCOMER = "nomzod", "rozi", "yangi"
SEATED = (THE_CHAIR, THE_DEPUTY, THE_SECRETARY, THE_MEMBER)
ACTORS = {
    "HEAD": Actor("boshliq", HEAD),
    "AUTHORISED": Actor("vakil", AUTHORISED),
    "SECRETARY": Actor(THE_SECRETARY, SECRETARY),
    "CHAIR": Actor(THE_CHAIR, CHAIR),
    "DEPUTY_CHAIR": Actor(THE_DEPUTY, DEPUTY_CHAIR),
    "MEMBER": Actor(THE_MEMBER, MEMBER),
    "CANDIDATE": Actor(THE_NOMINATED, CANDIDATE),
}
CHIEF, OFFICIAL, KEEPER, LEADER = (ACTORS[role] for role in ("HEAD", "AUTHORISED", "SECRETARY", "CHAIR"))
THE_NEWCOMER, ANOTHER_CANDIDATE = Actor(NEWCOMER, CANDIDATE), Actor(THE_CONSENTED, CANDIDATE)
ANOTHER_MEMBER, CHAIR_AS_MEMBER = Actor(THE_DEPUTY, MEMBER), Actor(THE_CHAIR, MEMBER)

THIS, ANOTHER_COUNCIL = Reference("council", "c1"), Reference("council", "c2")
FOUNDING_SESSION = Reference("session", "1")


def nominated(who: str) -> Nominate:
    return Nominate(at=DAY, by=OFFICIAL, member=who, category=Category.SCHOLAR, nominated_by="academy", seat=Seat.NGO)


def agreed(who: str) -> tuple[CouncilAction, ...]:
    return nominated(who), Consent(at=DAY, by=Actor(who, CANDIDATE), member=who)


def seated(who: str) -> tuple[CouncilAction, ...]:
    return *agreed(who), Appoint(at=DAY, by=CHIEF, member=who, order="order 2")


PROPOSE = Propose(at=DAY, by=CHIEF, council="c1", kind=MINISTRY, office=BODY)
CONSTITUTE = Constitute(at=DAY, by=CHIEF, order="order 3", regulation="regulation 1")
ACTIVATE = Activate(
    at=DAY,
    by=OFFICIAL,
    session=FOUNDING_SESSION,
    council=THIS,
    held_at=DAY,
    founding=True,
    chair=THE_CHAIR,
    deputy=THE_DEPUTY,
    secretary=THE_SECRETARY,
)
SECOND = Reference("session", "2")
ELECT = Elect(at=DAY, by=KEEPER, session=SECOND, council=THIS, held_at=DAY, post=Post.DEPUTY_CHAIR, elected=THE_MEMBER)
STEP_DOWN = StepDown(at=DAY, by=LEADER, post=Post.CHAIR)
NOTE = NoteSession(at=DAY, by=KEEPER, session=SECOND, council=THIS, held_at=DAY, held=True)
RENEW = BeginRenewal(at=DAY, by=CHIEF)
DISSOLVE = Dissolve(at=DAY, by=CHIEF, order="order 9")
EXAMPLES: tuple[CouncilAction, ...] = (
    PROPOSE,
    CONSTITUTE,
    ACTIVATE,
    ELECT,
    STEP_DOWN,
    FormGroup(at=DAY, by=LEADER, group="experts", members=(THE_MEMBER,)),
    AmendRegulation(at=DAY, by=CHIEF, order="order 4", regulation="regulation 2"),
    NOTE,
    RENEW,
    DISSOLVE,
    nominated(NEWCOMER),
    Consent(at=DAY, by=ACTORS["CANDIDATE"], member=THE_NOMINATED),
    Decline(at=DAY, by=ACTORS["CANDIDATE"], member=THE_NOMINATED),
    PassOver(at=DAY, by=CHIEF, member=THE_NOMINATED),
    Appoint(at=DAY, by=CHIEF, member=THE_CONSENTED, order="order 2"),
    Resign(at=DAY, by=ACTORS["MEMBER"], member=THE_MEMBER),
    EndMembership(at=DAY, by=CHIEF, member=THE_MEMBER, order="order 5"),
    Exclude(at=DAY, by=CHIEF, member=THE_MEMBER, order="order 6", ground="para 21 of its regulation"),
    NoteDeath(at=DAY, by=KEEPER, member=THE_MEMBER),
)
"""Each action once, as it is lawful wherever it has a place."""

S = CouncilState
FORMED = (
    PROPOSE,
    *(step for who in SEATED for step in seated(who)),
    nominated(THE_NOMINATED),
    *agreed(THE_CONSENTED),
)
LIVES: dict[CouncilState, tuple[CouncilAction, ...]] = {
    S.FORMING: FORMED,
    S.CONSTITUTED: (*FORMED, CONSTITUTE),
    S.ACTIVE: (*FORMED, CONSTITUTE, ACTIVATE),
    S.RENEWING: (*FORMED, CONSTITUTE, ACTIVATE, RENEW),
    S.DISSOLVED: (*FORMED, CONSTITUTE, ACTIVATE, DISSOLVE),
}


def lives(state: CouncilState, kind: CouncilKind) -> tuple[CouncilAction, ...]:
    """What leads a council of a kind to a state."""
    _, *others = LIVES[state]
    return evolve(PROPOSE, kind=kind), *others


def first(*steps: CouncilAction) -> File:
    """The file in which this was done at the beginning."""
    return File(after={Propose: steps})


def at_work(*steps: CouncilAction) -> File:
    """The file in which this was done once the council worked."""
    return File(after={Activate: steps})


NEW, RESIGNED = seated(NEWCOMER), Resign(at=DAY, by=Actor(NEWCOMER, MEMBER), member=NEWCOMER)
FILES = {
    "nominated before": first(nominated(NEWCOMER)),
    "consented before": first(*agreed(NEWCOMER)),
    "appointed before": first(*NEW),
    "not appointed before": first(nominated(NEWCOMER), PassOver(at=DAY, by=CHIEF, member=NEWCOMER)),
    "resigned before": first(*NEW, RESIGNED),
    "term ended before": first(*NEW, EndMembership(at=DAY, by=CHIEF, member=NEWCOMER, order="order 5")),
    "excluded before": first(
        *NEW, Exclude(at=DAY, by=CHIEF, member=NEWCOMER, order="order 6", ground="para 21 of its regulation")
    ),
    "died before": first(*NEW, NoteDeath(at=DAY, by=OFFICIAL, member=NEWCOMER)),
    "resigned and nominated again": first(*NEW, RESIGNED, nominated(NEWCOMER)),
    "nobody appointed": File(without=(Appoint,)),
    "constituted anew": File(after={Constitute: (ACTIVATE, RENEW, CONSTITUTE)}),
    "only a chair elected": File(changed={Activate: {"deputy": "", "secretary": ""}}),
    "the chair stepped down": at_work(STEP_DOWN),
    "the election is entered": at_work(ELECT),
    "elected and stepped down": at_work(
        ELECT, StepDown(at=DAY, by=Actor(THE_MEMBER, DEPUTY_CHAIR), post=Post.DEPUTY_CHAIR)
    ),
    "the session is entered": at_work(NOTE),
}
"""How the file of a council may differ, in the words of the book."""
