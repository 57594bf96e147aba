"""How a reception comes to each state, and what may be done about it: what the second book of receptions is tried on.

All is done on Thursday 5 March 2026 at ten o'clock; in a week of five days 7 to 9 March are off.
"""

from attrs import evolve
from citizens.cases import CHIEF, CITIZEN, DEPUTY, FIRM, FIVE, FOR_HER, NODIRA, REGISTRY, SON, WORKER, at
from second_book import File

from prcomm import Actor, Reference
from prcomm.citizens.receptions import (
    PERSONAL,
    VIDEO,
    AskReception,
    Correct,
    ExplainWhereToTurn,
    HoldReception,
    PutBeforeHead,
    ReceptionAction,
    ReceptionKind,
    ReceptionState,
    RefuseReception,
    RegisterRequest,
)
from prcomm.law import ORQ445
from prcomm.law.roles import APPELLANT

LAW = ORQ445
DAY = at(3, 5)
A_STRANGER = Actor("p9", APPELLANT)
ACTORS = {
    "REGISTRAR": REGISTRY,
    "HEAD": CHIEF,
    "AUTHORISED": DEPUTY,
    "EXECUTOR": WORKER,
    "APPELLANT": CITIZEN,
    "REPRESENTATIVE": FOR_HER,
}

ASK = AskReception(
    at=DAY, by=CITIZEN, case="7", kind=PERSONAL, office=FIVE, visitor=NODIRA, convenient=at(3, 20), content="digest 1"
)
REGISTER = RegisterRequest(at=DAY, by=REGISTRY, number="1")
PUT = PutBeforeHead(at=DAY, by=REGISTRY)
HOLD = HoldReception(at=DAY, by=WORKER)
REFUSE = RefuseReception(
    at=DAY,
    by=CHIEF,
    former=Reference("appeal", "5"),
    appellants=("p1",),
    same_nature=True,
    decided=True,
    told=True,
)
EXAMPLES: tuple[ReceptionAction, ...] = (
    ASK,
    REGISTER,
    PUT,
    HOLD,
    ExplainWhereToTurn(at=DAY, by=WORKER, to="gas supply"),
    REFUSE,
    Correct(at=DAY, by=REGISTRY, record=0, field="content", value="digest 9", why="sheet 3"),
)
"""Each action once, as it is lawful wherever it has a place."""

S = ReceptionState
LIVES = {
    PERSONAL: {S.ASKED: (ASK,), S.HELD: (ASK, HOLD), S.REFUSED: (ASK, REFUSE)},
    VIDEO: {
        S.ASKED: (ASK,),
        S.REGISTERED: (ASK, REGISTER),
        S.PUT_BEFORE_HEAD: (ASK, REGISTER, PUT),
        S.HELD: (ASK, REGISTER, PUT, HOLD),
        S.REFUSED: (ASK, REFUSE),
    },
}


def lives(state: ReceptionState, kind: ReceptionKind) -> tuple[ReceptionAction, ...]:
    """What leads a reception of a kind to a state; nothing if it never comes there."""
    first, *others = LIVES[kind].get(state, (ASK,))
    return (evolve(first, kind=kind), *others) if state in LIVES[kind] else ()


def asked(**fields: object) -> File:
    """The file of a request that said something else."""
    return File(changed={AskReception: fields})


FILES = {
    "of a firm by its representative": asked(visitor=FIRM, representative=SON, by=FOR_HER),
    "of a firm": asked(visitor=FIRM, by=Actor("firm", APPELLANT)),
    "of a person by her son": asked(representative=SON, by=FOR_HER),
    "of a foreign matter": File(changed={HoldReception: {"foreign": True}}),
}
"""How the file of a reception may differ, in the words of the book."""
