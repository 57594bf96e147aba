"""How an incident comes to each state, and what may be done about it: what the second book of them is tried on.

It was noticed on Tuesday 3 November 2026 at half past eight, and all is done at nine.
"""

from attrs import evolve
from pendulum import Date, datetime
from second_book import File

from prcomm import Actor, Reference
from prcomm.law import office
from prcomm.law.press_acts import CM882
from prcomm.law.roles import AUTHORISED, EXECUTOR, HEAD, PRESS_HEAD, PRESS_OFFICER
from prcomm.press.incidents import (
    DecideBriefing,
    Dismiss,
    GiveUp,
    HandToDuty,
    IncidentAction,
    IncidentState,
    JoinTo,
    Keep,
    Line,
    Notice,
    Promise,
    Rate,
    Refer,
    Reopen,
    Resolve,
    Review,
    SayFirst,
    Truth,
    Update,
    Verify,
)
from prcomm.press.roles import CENTRAL, DUTY_OFFICER

LAW = CM882
BODY = office("a regional IIB")
DAY = datetime(2026, 11, 3, 9, tz=BODY.tz)
AS_IT_IS_ENTERED, A_MINUTE_LATER = DAY, DAY.add(minutes=1)
ACTORS = {
    "DUTY_OFFICER": Actor("duty officer", DUTY_OFFICER),
    "PRESS_OFFICER": Actor("press officer", PRESS_OFFICER),
    "PRESS_HEAD": Actor("press head", PRESS_HEAD),
    "HEAD": Actor("head", HEAD),
    "AUTHORISED": Actor("authorised", AUTHORISED),
    "CENTRAL": Actor("central officer", CENTRAL),
    "EXECUTOR": Actor("executor", EXECUTOR),
}
THE_DUTY, AN_OFFICER, THE_CHIEF = (ACTORS[one] for one in ("DUTY_OFFICER", "PRESS_OFFICER", "PRESS_HEAD"))
THIS, ANOTHER_INCIDENT = Reference("incident", "1"), Reference("incident", "0")
A_FOUND_ITEM, A_BRIEFING = Reference("monitoring", "m1"), Reference("briefing", "b4")
A_SIGNAL, AN_APPEAL = Reference("signal", "s1"), Reference("appeal", "a1")
A_RELEASE, THE_FIRST_WORD, THE_LAST_UPDATE, A_LATER_WORD = (Reference("release", f"r{n}") for n in (9, 1, 2, 3))
WHY = "digest 4"

THE_FIRST_LINE = Line(known="digest 1", unknown="digest 2", doing="digest 3", release=THE_FIRST_WORD, published=True)
AN_UPDATE = evolve(THE_FIRST_LINE, release=THE_LAST_UPDATE)
A_LATER_LINE = evolve(THE_FIRST_LINE, release=A_LATER_WORD)
WITHOUT_KNOWN, WITHOUT_UNKNOWN, WITHOUT_DOING = (
    evolve(THE_FIRST_LINE, **{name: ""}) for name in ("known", "unknown", "doing")
)
NOT_PUBLISHED = evolve(THE_FIRST_LINE, published=False)
WITHOUT_UNKNOWN_NOT_PUBLISHED = evolve(WITHOUT_UNKNOWN, published=False)
NO_RELEASE = evolve(THE_FIRST_LINE, release=A_BRIEFING)

NOTICE = Notice(
    at=DAY, by=THE_DUTY, case=THIS.id, office=BODY, found=A_FOUND_ITEM, noticed=DAY.subtract(minutes=30)
)  # fmt: skip
VERIFY = Verify(at=DAY, by=AN_OFFICER, truth=Truth.CONFIRMED, found=A_FOUND_ITEM)
RATE = Rate(at=DAY, by=THE_CHIEF, resonant=True, why=WHY)
SAY_FIRST = SayFirst(at=DAY, by=THE_CHIEF, line=THE_FIRST_LINE)
UPDATE = Update(at=DAY, by=THE_CHIEF, line=AN_UPDATE, supersedes=THE_FIRST_WORD)
DECIDE = DecideBriefing(at=DAY, by=THE_CHIEF, hold=True, why=WHY, briefing=A_BRIEFING)
DECIDE_AGAINST = evolve(DECIDE, hold=False, briefing=None)
REFER = Refer(at=DAY, by=THE_CHIEF, to=A_SIGNAL)
HAND_TO_DUTY = HandToDuty(at=DAY, by=AN_OFFICER, number="14")
JOIN = JoinTo(at=DAY, by=THE_CHIEF, first=ANOTHER_INCIDENT)
RESOLVE = Resolve(at=DAY, by=THE_CHIEF)
REOPEN = Reopen(at=DAY, by=THE_CHIEF, why=WHY)
DISMISS = Dismiss(at=DAY, by=THE_CHIEF, why=WHY)
REVIEW = Review(at=DAY, by=THE_CHIEF, lessons="digest 5")
PROMISE = Promise(at=DAY, by=AN_OFFICER, promise="p1", until=Date(2026, 11, 6))
KEEP = Keep(at=DAY, by=AN_OFFICER, promise="p1", release=A_RELEASE)
GIVE_UP = GiveUp(at=DAY, by=THE_CHIEF, promise="p1", reason=WHY, release=A_RELEASE)
EXAMPLES: tuple[IncidentAction, ...] = (
    NOTICE,
    VERIFY,
    RATE,
    SAY_FIRST,
    UPDATE,
    DECIDE,
    REFER,
    HAND_TO_DUTY,
    JOIN,
    RESOLVE,
    REOPEN,
    DISMISS,
    REVIEW,
    PROMISE,
    KEEP,
    GIVE_UP,
)
"""Each action once, as it is lawful wherever it has a place: an update after the first word."""

S = IncidentState
SPOKEN = (NOTICE, VERIFY, SAY_FIRST)
LIVES = {
    S.NOTICED: (NOTICE,),
    S.HOLDING: SPOKEN,
    S.UPDATING: (*SPOKEN, UPDATE),
    S.RESOLVED: (*SPOKEN, RESOLVE),
    S.REVIEWED: (*SPOKEN, RESOLVE, REVIEW),
    S.DISMISSED: (NOTICE, DISMISS),
    S.JOINED: (NOTICE, JOIN),
}


def lives(state: IncidentState, kind: None = None) -> tuple[IncidentAction, ...]:
    """What leads an incident to a state; it is verified before the first word."""
    return LIVES[state]


def noticed(*actions: IncidentAction) -> File:
    """The file of an incident about which something was done as soon as it was noticed."""
    return File(after={Notice: actions})


def spoken(*actions: IncidentAction) -> File:
    """The file of an incident about which something was done after the first word."""
    return File(after={SayFirst: actions})


FILES = {
    "noticed by the duty unit": File(changed={Notice: {"found": None}}),
    "not verified": File(without=(Verify,)),
    "a disproved rumour": File(changed={Verify: {"truth": Truth.DISPROVED}}),
    "left open as unverifiable": File(changed={Verify: {"truth": Truth.UNVERIFIABLE}}),
    "rated resonant": noticed(RATE),
    "rated not resonant": noticed(evolve(RATE, resonant=False)),
    "rated resonant and then not": noticed(RATE, evolve(RATE, resonant=False)),
    "rated resonant and a briefing decided against": spoken(RATE, DECIDE_AGAINST),
    "rated resonant and a briefing decided on": spoken(RATE, DECIDE),
    "a briefing was decided on": spoken(DECIDE),
    "referred to a signal": spoken(REFER),
    "a promise until 6 November": spoken(PROMISE),
    "a promise was kept": spoken(PROMISE, KEEP),
    "a promise was given up": spoken(PROMISE, GIVE_UP),
    "resolved and reopened": File(after={Update: (RESOLVE, REOPEN)}),
}
"""How the file of an incident may differ, in the words of the book."""
