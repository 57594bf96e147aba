"""What is done about a recommendation: by who issues it, by the body, by who judges its reason for being late."""

from typing import Annotated as An, Protocol

from attrs import frozen
from pendulum import DateTime

from prcomm.core.sources.people import Actor, Office
from prcomm.core.table.entities import Action, Reference
from prcomm.oversight.recommendations import model as m
from prcomm.oversight.sessions.model import Session

__all__ = [
    "Adopt", "Answer", "CorrectArrival", "Decide", "JudgeReason", "ProveDelivery", "PublishOutcome",
    "RecommendationAction", "RefuseToConsider", "Register", "Send", "StateReason", "Withdraw",
]  # fmt: skip


class Overseeing(Protocol):
    """An act of public oversight, as far as its final document rests on it."""

    @property
    def id(self) -> str: ...
    @property
    def office(self) -> Office: ...
    @property
    def subject(self) -> bool: ...
    @property
    def organiser(self) -> str: ...
    @property
    def form(self) -> m.FinalForm | None: ...
    @property
    def document(self) -> str: ...


@frozen(kw_only=True)
class RecommendationAction(Action):
    """What is done about a recommendation."""


@frozen(kw_only=True)
class Adopt(RecommendationAction):
    """It is issued: a council's advice, or a final document."""

    recommendation: An[str, "the reference of the file"]
    kind: An[m.RecommendationKind, "what it is"]
    office: An[Office, "the body it goes to"]
    rests_on: An[Reference, "the session, or the act of oversight"]
    content: An[str, "a reference to what it says"] = ""
    author: An[Reference | None, "of advice, the council whose session it was"] = None
    decided: An[bool, "of advice, whether the council adopted it"] = False
    election: An[bool, "of advice, whether what was adopted is an election"] = False
    by_a_subject: An[bool, "of a final document, whether a subject of public oversight drew it up"] = False
    organiser: An[str, "of a final document, the id of who organised the act"] = ""
    form: An[m.FinalForm | None, "of a final document, its form"] = None
    provided_by: An[str, "of a form other than those named, a reference to the act that provides for it"] = ""

    @classmethod
    def of(cls, session: Session, item: str, *, recommendation: str, at: DateTime, by: Actor) -> "Adopt":
        """The advice that a session gave under an item, by its id: nothing was decided if there is no such item."""
        found = next((one for one in session.items if one.id == item), None)
        return cls(
            at=at, by=by, recommendation=recommendation, kind=m.ADVICE, office=session.office, author=session.council,
            rests_on=Reference("session", session.id), content="" if found is None else found.decision,
            decided=found is not None and found.state.name == "ADOPTED",
            election=found is not None and found.elects is not None,
        )  # fmt: skip

    @classmethod
    def of_act(
        cls, oversight: Overseeing, *, recommendation: str, at: DateTime, by: Actor, provided_by: str = ""
    ) -> "Adopt":
        """The final document of an act of oversight as it stands."""
        return cls(
            at=at, by=by, recommendation=recommendation, kind=m.FINAL_DOCUMENT, office=oversight.office,
            rests_on=Reference("oversight", oversight.id), content=oversight.document, by_a_subject=oversight.subject,
            organiser=oversight.organiser, form=oversight.form, provided_by=provided_by,
        )  # fmt: skip


@frozen(kw_only=True)
class Send(RecommendationAction):
    """It is sent to the body."""


@frozen(kw_only=True)
class Arrival(RecommendationAction):
    """Whatever says when it reached the body."""

    arrived: An[DateTime, "when it reached the body"]


@frozen(kw_only=True)
class Shown(Arrival):
    """Whatever who sent it shows of that."""

    proof: An[str, "a reference to the receipt: of the post, a stamp, a system"] = ""


@frozen(kw_only=True)
class ProveDelivery(Shown):
    """Who sent it shows that it arrived."""


@frozen(kw_only=True)
class CorrectArrival(Shown):
    """Who sent it shows that it arrived before the day in the body's register."""


@frozen(kw_only=True)
class Register(Arrival):
    """The body enters it."""

    number: An[str, "its number in the register"]


@frozen(kw_only=True)
class RefuseToConsider(RecommendationAction):
    """What may not be done to a final document: it is not considered at all."""


@frozen(kw_only=True)
class Decide(RecommendationAction):
    """The body decides on it."""

    outcome: An[m.Outcome, "what is decided"]
    reasons: An[str, "a reference to the reasons"] = ""


@frozen(kw_only=True)
class Answer(RecommendationAction):
    """The body answers."""

    answer: An[str, "a reference to the answer"] = ""


@frozen(kw_only=True)
class StateReason(RecommendationAction):
    """The body says why it is late."""

    reason: An[str, "a reference to the reason"] = ""


@frozen(kw_only=True)
class JudgeReason(RecommendationAction):
    """A court, or the body above, judges that reason."""

    valid: An[bool, "whether it is a valid one"]
    decision: An[str, "a reference to the decision"] = ""


@frozen(kw_only=True)
class PublishOutcome(RecommendationAction):
    """What came of it is published."""

    feedback: An[Reference | None, "the feedback asked on it, if any is"] = None


@frozen(kw_only=True)
class Withdraw(RecommendationAction):
    """It is taken back."""
