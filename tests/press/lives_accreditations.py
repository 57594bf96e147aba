"""How an accreditation comes to each state, and what may be done about it: what its second book is tried on.

All is done on Thursday 5 March 2026 at ten o'clock, unless the book says otherwise.
"""

from attrs import evolve, frozen
from pendulum import Date, DateTime, datetime
from second_book import File

from prcomm import Action, Actor, Outlet
from prcomm.law import office
from prcomm.law.press_acts import CM243
from prcomm.law.roles import EDITORIAL_OFFICE, OTHER_BODY, PRESS_HEAD, PRESS_OFFICER
from prcomm.press.accreditations import (
    ABROAD,
    DOMESTIC,
    AccreditationAction,
    AccreditationState,
    Annex,
    Apply,
    AskAnew,
    Attach,
    Challenge,
    Complete,
    Detach,
    End,
    FiledWith,
    GiveBack,
    Grant,
    Press,
    Prolong,
    Reconsider,
    RefuseAccreditation,
    RefuseToProlong,
    Restore,
    Resume,
    ReturnIncomplete,
    Review,
    Suspend,
    WithdrawAccreditation,
    WorkAsJournalist,
)
from prcomm.press.roles import COMMISSION, EXPERT_GROUP, FOREIGN_MINISTRY

LAW = CM243
BODY = office("a regional IIB")
DAY = datetime(2026, 3, 5, 10, tz=BODY.tz)
ACTORS = {
    "EDITORIAL_OFFICE": Actor("an editor", EDITORIAL_OFFICE),
    "COMMISSION": Actor("its secretary", COMMISSION),
    "EXPERT_GROUP": Actor("an expert", EXPERT_GROUP),
    "FOREIGN_MINISTRY": Actor("a diplomat", FOREIGN_MINISTRY),
    "OTHER_BODY": Actor("a clerk of the court", OTHER_BODY),
    "PRESS_OFFICER": Actor("press officer", PRESS_OFFICER),
    "PRESS_HEAD": Actor("press head", PRESS_HEAD),
}
THE_OFFICE, THE_COMMISSION, THE_MINISTRY = (
    ACTORS[name] for name in ("EDITORIAL_OFFICE", "COMMISSION", "FOREIGN_MINISTRY")
)
A_COURT = ACTORS["OTHER_BODY"]
OUTLET, UNREGISTERED = Outlet("gazeta", registered=True), Outlet("a page")
PAPERS = frozenset({Annex.CERTIFICATE, Annex.PASSPORT, Annex.DIPLOMA})
PAPERS_ABROAD = frozenset({Annex.LETTER, Annex.OUTLET_DATA, Annex.CV, Annex.PASSPORT})
UNTIL = Date(2026, 5, 20)

APPLY = Apply(
    at=DAY,
    by=THE_OFFICE,
    case="7",
    kind=DOMESTIC,
    office=BODY,
    outlet=OUTLET,
    journalist="j1",
    filed_with=FiledWith.THIS_BODY,
    signed=True,
    annexes=PAPERS,
    photographs=4,
)
RETURN = ReturnIncomplete(at=DAY, by=THE_COMMISSION, missing="digest 1")
REVIEW = Review(at=DAY, by=ACTORS["EXPERT_GROUP"], conclusion="digest 2")
GRANT = Grant(at=DAY, by=THE_COMMISSION, valid_until=UNTIL, decision="3", already=0)
REFUSE = RefuseAccreditation(at=DAY, by=THE_COMMISSION, reasons="digest 3", told=True)
SUSPEND = Suspend(at=DAY, by=THE_COMMISSION, reasons="digest 4", told=True)
WITHDRAW = WithdrawAccreditation(at=DAY, by=THE_COMMISSION, reasons="digest 5", told=True)
ASK_ANEW = AskAnew(at=DAY, by=THE_OFFICE)
GIVE_BACK = GiveBack(at=DAY, by=THE_OFFICE, reason="digest 6")
CHALLENGE = Challenge(at=DAY, by=THE_OFFICE, case_number="4-1001")
ATTACH = Attach(at=DAY, by=THE_OFFICE, member="t1", agreed=True)
DETACH = Detach(at=DAY, by=THE_OFFICE, member="t1")
EXAMPLES: tuple[AccreditationAction, ...] = (
    APPLY,
    RETURN,
    Complete(at=DAY, by=THE_OFFICE, signed=True, annexes=PAPERS, photographs=4),
    REVIEW,
    GRANT,
    REFUSE,
    SUSPEND,
    Resume(at=DAY, by=THE_COMMISSION),
    WITHDRAW,
    ASK_ANEW,
    Prolong(at=DAY, by=THE_COMMISSION, valid_until=Date(2026, 6, 1), decision="4", simplified=False, flawless=True),
    RefuseToProlong(at=DAY, by=THE_COMMISSION, reasons="digest 7", told=True),
    End(at=DAY, by=ACTORS["PRESS_OFFICER"]),
    GIVE_BACK,
    CHALLENGE,
    Restore(at=DAY, by=A_COURT, number="8", valid_until=UNTIL),
    Reconsider(at=DAY, by=A_COURT, number="9"),
    ATTACH,
    DETACH,
    WorkAsJournalist(at=DAY, by=THE_OFFICE),
)
"""Each action once, as it is lawful wherever it has a place, if what it needs was done before."""

S = AccreditationState
LACKING = evolve(APPLY, photographs=3)
ACTIVE = (APPLY, REVIEW, GRANT)
LIVES = {
    S.APPLIED: (APPLY,),
    S.INCOMPLETE: (LACKING, RETURN),
    S.REVIEWED: (APPLY, REVIEW),
    S.ACTIVE: ACTIVE,
    S.SUSPENDED: (*ACTIVE, SUSPEND),
    S.REFUSED: (APPLY, REFUSE),
    S.WITHDRAWN: (*ACTIVE, WITHDRAW),
    S.ENDED: (*ACTIVE, GIVE_BACK),
}


def abroad(step: AccreditationAction, kind: Press) -> AccreditationAction:
    """The same as the foreign ministry has it."""
    if isinstance(step, Apply):
        return evolve(step, kind=kind, filed_with=FiledWith.FOREIGN_MINISTRY, annexes=PAPERS_ABROAD)
    return evolve(step, by=THE_MINISTRY) if step.by == THE_COMMISSION else step


def lives(state: AccreditationState, kind: Press) -> tuple[AccreditationAction, ...]:
    """What leads an accreditation of a kind to a state; nothing where it does not come there."""
    steps = LIVES[state]
    if kind not in ABROAD:
        return steps
    if state is S.REVIEWED:
        return ()
    return tuple(abroad(step, kind) for step in steps if step is not REVIEW)


@frozen
class Challenged:
    """The file of a decision that was taken to court."""

    def of(self, steps: tuple[Action, ...]) -> tuple[Action, ...]:
        return (*steps, CHALLENGE)


def applied(**fields: object) -> File:
    """The file of such an application."""
    return File(changed={Apply: fields})


def valid_to(until: Date) -> File:
    return File(changed={Grant: {"valid_until": until}})


def asked(at: DateTime) -> File:
    return File(after={Grant: (evolve(ASK_ANEW, at=at),)})


FILES = {
    "three photographs": applied(photographs=3),
    "unsigned": applied(signed=False),
    "without a diploma": applied(annexes=PAPERS - {Annex.DIPLOMA}),
    "without a letter": applied(annexes=PAPERS_ABROAD - {Annex.LETTER}),
    "filed on 10 February": applied(at=DAY.on(2026, 2, 10)),
    "valid to 31 October": valid_to(Date(2026, 10, 31)),
    "valid to 20 May": valid_to(UNTIL),
    "asked anew": asked(DAY),
    "asked on 30 September": asked(DAY.on(2026, 9, 30)),
    "asked on 1 October": asked(DAY.on(2026, 10, 1)),
    "challenged": Challenged(),
    "attached before": File(after={Grant: (ATTACH,)}),
    "detached before": File(after={Grant: (ATTACH, DETACH)}),
}
"""How the file of an accreditation may differ, in the words of the book."""
