"""The request for information, or for an interview: its kinds and states, and what is kept of it."""

from enum import Enum
from typing import Annotated as An

from attrs import field, frozen
from pendulum import DateTime

from prcomm.core.sources.people import LegalEntity, Person, hidden
from prcomm.core.table.entities import Entity, Phase, Reference, State
from prcomm.core.values.alternatives import Kind

__all__ = ["LODGED", "MEDIA", "TOLD", "USER", "Form", "RefusalGround", "Request", "RequestKind", "RequestState",
           "Requester"]  # fmt: skip

Requester = Person | LegalEntity


class RequestKind(Kind):
    """Who asks: the editorial office of a registered outlet, or anybody else."""

    MEDIA = 1
    USER = 2


class RequestState(State):
    """Where a request stands."""

    RECEIVED = 1, Phase.PLAN
    REGISTERED = 2, Phase.ACT
    ANSWERED = 3, Phase.FEEDBACK
    PARTLY_ANSWERED = 4, Phase.FEEDBACK
    REFUSED = 5, Phase.FEEDBACK
    NOT_HELD = 6, Phase.FEEDBACK
    FORWARDED = 7, Phase.FEEDBACK
    COMPLAINED = 8, Phase.ACT
    DISMISSED = 9, Phase.FEEDBACK
    """the complaint is; the request may be answered still"""
    NOT_CONSIDERED = 10, Phase.EVALUATION
    TURNED = 11, Phase.EVALUATION
    CLOSED = 12, Phase.EVALUATION


class Form(Enum):
    """In what form it was made. A question put at an event is oral."""

    ORAL = 1
    WRITTEN = 2
    ELECTRONIC = 3


class RefusalGround(Enum):
    """Why access is limited."""

    STATE_SECRET = 1
    PROTECTED_SECRET = 2
    OTHER = 3
    """no ground of the law's: it stands here so that a refusal can say so"""


MEDIA, USER = RequestKind
S = RequestState
TOLD = S.ANSWERED | S.PARTLY_ANSWERED | S.REFUSED | S.NOT_HELD | S.FORWARDED
"""Who asked was told something."""
LODGED = S.COMPLAINED | S.DISMISSED
"""A complaint lies, or was dismissed: neither ends the duty to answer."""


@frozen(kw_only=True)
class Request(Entity[RequestState]):
    """A request. An editorial office is entered as the legal entity to which it belongs."""

    kind: An[RequestKind, "who asks"]
    form: An[Form, "in what form it was made"]
    requester: An[Requester, "who asks"] = field(repr=hidden)
    named: An[bool, "whether it says who asks: name and residence, or firm name and address"] = True
    interview: An[bool, "whether an interview is asked for"] = False
    question: An[Reference | None, "the event at which it was put as a question, if it was"] = None
    asked: An[str, "which question of that event it is"] = ""
    put: An[DateTime | None, "when it was put, if before it was entered"] = None
    number: An[str, "its number in the register, or that of the decision by which it stands registered"] = ""
    into: An[Reference | None, "the appeal it was turned into"] = None

    @property
    def reference(self) -> Reference:
        """Where it is, for other files."""
        return Reference("request", self.id)

    @property
    def refers_to(self) -> tuple[Reference, ...]:
        """The other files it names."""
        return tuple(one for one in (self.question, self.into) if one is not None)
