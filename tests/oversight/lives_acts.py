"""How an act of oversight comes to each state, and what may be done about it: what its second book is tried on.

All is done on Thursday 5 March 2026 at ten o'clock; in a week of five days 7 to 9 March are off. Whoever undertook
organises on, under the same id; the subjects of oversight act for one organisation, and a citizen for none.
"""

import pendulum
from attrs import evolve
from pendulum import Date, DateTime
from second_book import File

from prcomm import Actor, Reference
from prcomm.law import office
from prcomm.law.orq474 import ORQ474
from prcomm.law.roles import (
    BODY,
    CITIZEN,
    EDITORIAL_OFFICE,
    NGO,
    ORGANISER,
    PUBLIC_COUNCIL,
    SELF_GOVERNMENT,
)
from prcomm.oversight.acts import (
    DISCUSSION,
    DRAFT_ACT,
    HEARING,
    LEGALITY,
    MEETING,
    MONITORING,
    REPORT,
    AdmitParticipant,
    AnnounceAct,
    BeginAct,
    CallOffAct,
    CloseAct,
    Deliver,
    DrawUp,
    EndAct,
    Matter,
    NoteOutcome,
    OrderRepetition,
    OversightAction,
    OversightKind,
    OversightState,
    PublishResult,
    RecordMeeting,
    ReplaceOrganiser,
    RescheduleAct,
    Sphere,
    Undertake,
)
from prcomm.oversight.recommendations import FinalForm, Outcome

THE_BODY = office("district IIB")


def at(month: int, day: int, hour: int = 10, year: int = 2026) -> DateTime:
    """An instant on the clock of Tashkent."""
    return pendulum.datetime(year, month, day, hour, tz=THE_BODY.tz)


LAW = ORQ474
DAY = at(3, 5)
ACTORS = {
    "CITIZEN": Actor("p1", CITIZEN),
    "NGO": Actor("p1", NGO, "society"),
    "SELF_GOVERNMENT": Actor("p1", SELF_GOVERNMENT, "society"),
    "EDITORIAL_OFFICE": Actor("p1", EDITORIAL_OFFICE, "society"),
    "PUBLIC_COUNCIL": Actor("p1", PUBLIC_COUNCIL, "society"),
    "ORGANISER": Actor("p1", ORGANISER, "society"),
    "BODY": Actor("official", BODY, "district IIB"),
}
OURS, THEIRS = ACTORS["ORGANISER"], ACTORS["BODY"]
ANOTHER_ORGANISER = Actor("p7", ORGANISER, "club")
ANOTHER_NGO = Actor("p7", NGO, "club")
ANOTHER_BODY = Actor("official", BODY, "gas supply")
AN_APPEAL, A_REQUEST, A_SESSION = (Reference(process, "5") for process in ("appeal", "request", "session"))
ANOTHER_RECOMMENDATION = Reference("recommendation", "r9")
THIS = Reference("oversight", "o1")

UNDERTAKE = Undertake(
    at=DAY, by=ACTORS["NGO"], act="o1", kind=MONITORING, office=THE_BODY, topic="digest 1", sphere=Sphere.GENERAL,
    matter=Matter.PUBLIC_INTEREST, subject=True, starts_on=Date(2026, 3, 5), place="hall 1", concerns=AN_APPEAL,
    provided_by="law 1",
)  # fmt: skip
ANNOUNCE = AnnounceAct(at=DAY, by=OURS, issues="digest 2", time="digest 3", procedure="digest 4")
BEGIN = BeginAct(at=DAY, by=OURS, entitled=301, present=151)
END = EndAct(at=DAY, by=OURS, reply=Reference("appeal", "5"))
DRAW_UP = DrawUp(
    at=DAY, by=OURS, form=FinalForm.CONCLUSION, document="document 1", opinion=Reference("oversight", "o2")
)
DELIVER = Deliver(at=DAY, by=OURS)
NOTE = NoteOutcome(
    at=DAY,
    by=OURS,
    recommendation=Reference("recommendation", "r1"),
    document="document 1",
    outcome=Outcome.ACCEPTED,
)
CLOSE = CloseAct(at=DAY, by=OURS)
CALL_OFF = CallOffAct(at=DAY, by=OURS, why="digest 5")
REPLACE = ReplaceOrganiser(at=DAY, by=ACTORS["NGO"], organiser="p2", why="digest 6")
EXAMPLES: tuple[OversightAction, ...] = (
    UNDERTAKE,
    ANNOUNCE,
    RescheduleAct(at=DAY, by=OURS, starts_on=Date(2026, 3, 26), why="digest 7"),
    REPLACE,
    AdmitParticipant(at=DAY, by=THEIRS, listed=True),
    RecordMeeting(at=DAY, by=THEIRS),
    BEGIN,
    END,
    DRAW_UP,
    DELIVER,
    NOTE,
    PublishResult(at=DAY, by=OURS),
    OrderRepetition(at=DAY, by=THEIRS, complaint=AN_APPEAL, upheld=True, again=Reference("oversight", "o3")),
    CLOSE,
    CALL_OFF,
)
"""Each action once, as it is lawful wherever it has a place."""

S = OversightState
NONE_CAME = evolve(NOTE, outcome=None, none_came=True)
WAY: tuple[tuple[OversightState, OversightAction], ...] = (
    (S.PLANNED, UNDERTAKE),
    (S.ANNOUNCED, ANNOUNCE),
    (S.UNDER_WAY, BEGIN),
    (S.ENDED, END),
    (S.DRAWN_UP, DRAW_UP),
    (S.DELIVERED, DELIVER),
    (S.CLOSED, NONE_CAME),
)
"""From its plan to what came of it."""
OF_THE_BODY = (*WAY[:4], (S.CLOSED, CLOSE))
"""Of a meeting, which ends without a document."""
WHO = {MEETING: "BODY", REPORT: "SELF_GOVERNMENT", LEGALITY: "PUBLIC_COUNCIL", DRAFT_ACT: "PUBLIC_COUNCIL"}
"""Who undertakes it, if not an organisation."""


def lives(state: OversightState, kind: OversightKind) -> tuple[OversightAction, ...]:
    """What leads an act of a kind to a state; nothing if it never comes there."""
    way = dict(OF_THE_BODY if kind is MEETING else WAY)
    if kind not in (MEETING, DISCUSSION, HEARING):
        del way[S.ANNOUNCED]
    if state is S.CALLED_OFF:
        way = {S.PLANNED: UNDERTAKE, S.CALLED_OFF: CALL_OFF}
    if state not in way:
        return ()
    others = [way[one] for one in tuple(way)[1 : tuple(way).index(state) + 1]]
    begun = evolve(UNDERTAKE, kind=kind, by=ACTORS[WHO.get(kind, "NGO")])
    return (begun, *(evolve(one, by=THEIRS) if kind is MEETING else one for one in others))


FILES = {
    "set for 16 March": File(changed={Undertake: {"starts_on": Date(2026, 3, 16)}}),
    "no place named": File(changed={Undertake: {"place": ""}}),
    "the organiser is replaced": File(after={BeginAct: (REPLACE,)}),
}
"""How the file of an act may differ, in the words of the book."""
