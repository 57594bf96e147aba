"""How a recommendation comes to each state, and what may be done about it: what its second book is tried on.

All is done on Thursday 5 March 2026 at ten o'clock; in a week of five days 7 to 9 March are off.
"""

import pendulum
from attrs import evolve, frozen
from pendulum import DateTime
from second_book import File

from prcomm import Actor, Reference
from prcomm.law import ADMINISTRATIVE_CODE, office
from prcomm.law.roles import (
    AUTHORISED,
    CHAIR,
    COURT,
    HEAD,
    MEMBER,
    ORGANISER,
    PRESS_HEAD,
    PRESS_OFFICER,
    REGISTRAR,
    SECRETARY,
    SUPERIOR,
)
from prcomm.oversight.recommendations import (
    ADVICE,
    FINAL_DOCUMENT,
    Adopt,
    Answer,
    CorrectArrival,
    Decide,
    FinalForm,
    JudgeReason,
    Outcome,
    ProveDelivery,
    PublishOutcome,
    RecommendationAction,
    RecommendationKind,
    RecommendationState,
    RefuseToConsider,
    Register,
    Send,
    StateReason,
    Withdraw,
)

THE_BODY = office("district IIB", superior="region IIB")


def at(month: int, day: int, hour: int = 10, year: int = 2026) -> DateTime:
    """An instant on the clock of Tashkent."""
    return pendulum.datetime(year, month, day, hour, tz=THE_BODY.tz)


LAW = ADMINISTRATIVE_CODE
DAY = at(3, 5)
ACTORS = {
    "CHAIR": Actor("p1", CHAIR, "council 1"),
    "SECRETARY": Actor("p2", SECRETARY, "council 1"),
    "MEMBER": Actor("p3", MEMBER, "council 1"),
    "ORGANISER": Actor("p4", ORGANISER, "society"),
    "REGISTRAR": Actor("desk", REGISTRAR, "district IIB"),
    "HEAD": Actor("chief", HEAD, "district IIB"),
    "AUTHORISED": Actor("deputy", AUTHORISED, "district IIB"),
    "PRESS_OFFICER": Actor("press", PRESS_OFFICER, "district IIB"),
    "PRESS_HEAD": Actor("spokesman", PRESS_HEAD, "district IIB"),
    "COURT": Actor("judge", COURT, "district court"),
    "SUPERIOR": Actor("general", SUPERIOR, "region IIB"),
}
ANOTHER_CHAIR = Actor("p8", CHAIR, "council 2")
ANOTHER_ORGANISER = Actor("p9", ORGANISER, "club")
ANOTHER_SUPERIOR = Actor("general", SUPERIOR, "another region IIB")
BY_COUNCIL, BY_ORGANISER, DESK, CHIEF = (ACTORS[name] for name in ("CHAIR", "ORGANISER", "REGISTRAR", "HEAD"))

ADOPT = Adopt(
    at=DAY, by=BY_COUNCIL, recommendation="r1", kind=ADVICE, office=THE_BODY, rests_on=Reference("session", "s1"),
    content="digest 1", author=Reference("council", "council 1"), decided=True, by_a_subject=True,
    organiser=BY_ORGANISER.id, form=FinalForm.CONCLUSION,
)  # fmt: skip
SEND = Send(at=DAY, by=BY_COUNCIL)
PROVE = ProveDelivery(at=DAY, by=BY_COUNCIL, arrived=DAY, proof="receipt 1")
REGISTER = Register(at=DAY, by=DESK, number="17", arrived=DAY)
DECIDE = Decide(at=DAY, by=CHIEF, outcome=Outcome.ACCEPTED, reasons="digest 2")
ANSWER = Answer(at=DAY, by=CHIEF, answer="digest 3")
PUBLISH = PublishOutcome(at=DAY, by=ACTORS["SECRETARY"], feedback=Reference("feedback", "f1"))
PLEAD = StateReason(at=DAY, by=CHIEF, reason="digest 4")
JUDGE = JudgeReason(at=DAY, by=ACTORS["COURT"], valid=True, decision="decision 1")
WITHDRAW = Withdraw(at=DAY, by=BY_COUNCIL)
EXAMPLES: tuple[RecommendationAction, ...] = (
    ADOPT,
    SEND,
    PROVE,
    CorrectArrival(at=DAY, by=BY_COUNCIL, arrived=DAY, proof="receipt 2"),
    REGISTER,
    RefuseToConsider(at=DAY, by=CHIEF),
    DECIDE,
    ANSWER,
    PLEAD,
    JUDGE,
    PUBLISH,
    WITHDRAW,
)
"""Each action once, as it is lawful wherever it has a place."""

S = RecommendationState
WAY = {S.ADOPTED: ADOPT, S.SENT: SEND, S.DELIVERED: PROVE, S.REGISTERED: REGISTER, S.DECIDED: DECIDE,
       S.ANSWERED: ANSWER, S.PUBLISHED: PUBLISH}  # fmt: skip
"""What leads from one state to the next; it is taken back where it is only adopted."""


def lives(state: RecommendationState, kind: RecommendationKind) -> tuple[RecommendationAction, ...]:
    """What leads a recommendation of a kind to a state: of a final document by who organised the act."""
    steps = (ADOPT, WITHDRAW) if state is S.WITHDRAWN else tuple(WAY.values())[: tuple(WAY).index(state) + 1]
    return tuple(of_kind(step, kind) for step in steps)


def of_kind(step: RecommendationAction, kind: RecommendationKind) -> RecommendationAction:
    """A step as it is in a file of a kind."""
    if isinstance(step, Adopt):
        step = evolve(step, kind=kind)
    return evolve(step, by=BY_ORGANISER) if kind is FINAL_DOCUMENT and step.by == BY_COUNCIL else step


@frozen
class Whole:
    """A file of which all was done at another instant."""

    at: DateTime

    def of(self, steps: tuple[RecommendationAction, ...]) -> tuple[RecommendationAction, ...]:
        """The same steps, then."""
        arrived = {"arrived": self.at}
        return tuple(evolve(one, at=self.at, **(arrived if hasattr(one, "arrived") else {})) for one in steps)


FILES = {
    "sent on 2 March": File(changed={Adopt: {"at": at(3, 2)}, Send: {"at": at(3, 2)}}),
    "of 20 August 2025": Whole(at(8, 20, year=2025)),
    "a reason was stated": File(after={ProveDelivery: (PLEAD,)}),
    "a court judged the reason": File(after={ProveDelivery: (PLEAD, JUDGE)}),
    "the body above judged the reason": File(after={ProveDelivery: (PLEAD, evolve(JUDGE, by=ACTORS["SUPERIOR"]))}),
    "no body above": File(changed={Adopt: {"office": office("district IIB")}}),
}
"""How the file of a recommendation may differ, in the words of the book."""
