"""How a demand for a refutation comes to each state, and what may be done about it: what its second book is tried on.

Without a word on it the demand is about a newspaper. It is made on 2 March 2026 and received on 1 September; all the
rest is done on 8 September.
"""

from collections.abc import Iterator

from attrs import evolve, frozen
from pendulum import Date, DateTime, datetime
from second_book import File

from prcomm import Action, Actor, Reference
from prcomm.law import office
from prcomm.law.mass_media import MASS_MEDIA
from prcomm.law.roles import AUTHORISED, EDITORIAL_OFFICE, HEAD, PRESS_HEAD, PRESS_OFFICER, REGISTRAR
from prcomm.press.refutations import (
    AgreeToEdit,
    Claim,
    Close,
    Decline,
    Deliver,
    Demand,
    Direction,
    GoToCourt,
    Medium,
    NameIssue,
    NoteJudgment,
    Publish,
    RefutationAction,
    RefutationState,
    Remove,
    Withdraw,
)
from prcomm.press.roles import CLAIMANT

LAW = MASS_MEDIA
BODY = office("a regional IIB")
ACTORS = {
    "PRESS_OFFICER": Actor("press officer", PRESS_OFFICER),
    "PRESS_HEAD": Actor("press head", PRESS_HEAD),
    "HEAD": Actor("head", HEAD),
    "AUTHORISED": Actor("deputy head", AUTHORISED),
    "CLAIMANT": Actor("claimant", CLAIMANT),
    "REGISTRAR": Actor("registrar", REGISTRAR),
    "EDITORIAL_OFFICE": Actor("editor", EDITORIAL_OFFICE),
}


def on(month: int, day: int, year: int = 2026, hour: int = 10) -> DateTime:
    return datetime(year, month, day, hour, tz=BODY.tz)


DAY = on(9, 8)
PRESS, CLAIMS, DESK, OUTLET = (ACTORS[one] for one in ("PRESS_HEAD", "CLAIMANT", "REGISTRAR", "EDITORIAL_OFFICE"))
DEMAND = Demand(
    at=on(3, 2),
    by=PRESS,
    case="1",
    office=BODY,
    kind=Direction.OUTGOING,
    claim=Claim.REFUTATION,
    medium=Medium.NEWSPAPER,
    registered=True,
    item=Reference("monitoring", "3"),
    false=True,
    harmful=True,
    infringed=True,
    official="the press secretary",
)
DELIVER = Deliver(at=on(9, 1), by=PRESS, received=on(9, 1), proof="receipt 14")
NAME = NameIssue(at=DAY, by=OUTLET, on=Date(2026, 9, 15))
PUBLISH = Publish(at=DAY, by=OUTLET, same_place=True, under_heading=True)
DECLINE = Decline(at=DAY, by=OUTLET, reason="digest 5")
TO_COURT = GoToCourt(at=DAY, by=PRESS)
JUDGMENT = NoteJudgment(at=DAY, by=PRESS, upheld=True, number="2-114")
CLOSE = Close(at=DAY, by=PRESS, reason="digest 6")
WITHDRAW = Withdraw(at=DAY, by=PRESS)
AGREE = AgreeToEdit(at=DAY, by=PRESS, too_long=True)
REMOVE = Remove(at=DAY, by=PRESS)
EXAMPLES: tuple[RefutationAction, ...] = (
    DEMAND,
    DELIVER,
    NAME,
    AGREE,
    PUBLISH,
    REMOVE,
    DECLINE,
    TO_COURT,
    JUDGMENT,
    CLOSE,
    WITHDRAW,
)
"""Each action once, as it is lawful wherever it has a place."""

S = RefutationState
SENT = (DEMAND, DELIVER)
LIVES: dict[RefutationState, tuple[RefutationAction, ...]] = {
    S.DEMANDED: (DEMAND,),
    S.RECEIVED: SENT,
    S.DECLINED: (*SENT, DECLINE),
    S.IN_COURT: (*SENT, DECLINE, TO_COURT),
    S.PUBLISHED: (*SENT, PUBLISH),
    S.JUDGED: (*SENT, DECLINE, TO_COURT, JUDGMENT),
    S.CLOSED: (*SENT, DECLINE, TO_COURT, JUDGMENT, CLOSE),
    S.WITHDRAWN: (DEMAND, WITHDRAW),
}


def lives(state: RefutationState, kind: Direction) -> tuple[RefutationAction, ...]:
    """What leads a demand of a kind to a state: one that is made of the body comes through its desk."""
    if kind is Direction.OUTGOING:
        return LIVES[state]
    by = {Demand: CLAIMS, Deliver: DESK, AgreeToEdit: CLAIMS, GoToCourt: CLAIMS, Withdraw: CLAIMS}
    steps = (evolve(step, by=by.get(type(step), step.by)) for step in LIVES[state])
    return tuple(evolve(step, kind=kind) if isinstance(step, Demand) else step for step in steps)


@frozen
class ReceivedOn:
    """The file of a demand that was received on a day: made before it, and what followed was done the day after."""

    day: DateTime

    def of(self, steps: tuple[Action, ...]) -> tuple[Action, ...]:
        return tuple(self._of_each(steps))

    def _of_each(self, steps: tuple[Action, ...]) -> Iterator[Action]:
        first, *others = steps
        yield evolve(first, at=min(first.at, self.day.subtract(days=1)))
        for step in others:
            delivers = isinstance(step, Deliver)
            yield evolve(step, at=self.day, received=self.day) if delivers else evolve(step, at=self.day.add(days=1))


def about(medium: Medium, **fields: object) -> File:
    """The file of what stood in a medium."""
    return File(changed={Demand: {"medium": medium, **fields}})


NAMED = NameIssue(at=on(11, 10), by=OUTLET, on=Date(2026, 11, 20))
FILES = {
    "of a newspaper": about(Medium.NEWSPAPER),
    "of a journal": about(Medium.PERIODICAL),
    "of a broadcast": about(Medium.BROADCAST),
    "of a website": about(Medium.WEBSITE),
    "on our registered site": about(Medium.WEBSITE),
    "on an unregistered page": about(Medium.WEBSITE, registered=False),
    "a reply": File(changed={Demand: {"claim": Claim.REPLY}}),
    "demanded on 28 January": File(changed={Demand: {"at": on(1, 28)}}),
    "received on 29 January": ReceivedOn(on(1, 29)),
    "received on 31 August": ReceivedOn(on(8, 31)),
    "received on 2 November": ReceivedOn(on(11, 2)),
    "received on 14 January 2027": ReceivedOn(on(1, 14, 2027)),
    "an issue was named": File(after={Deliver: (NAMED,)}),
    "an issue was named at receipt": File(changed={Deliver: {"next_issue": NAMED.on}}),
    "agreed to edit": File(after={Deliver: (AGREE,)}),
    "declined on 5 September": File(changed={Decline: {"at": on(9, 5)}}),
    "the court upheld it": File(changed={NoteJudgment: {"upheld": True}}),
    "the court did not uphold it": File(changed={NoteJudgment: {"upheld": False}}),
}
"""How the file of a demand may differ, in the words of the book."""
