"""The citizen's appeal: its states, and what is kept of it."""

from attrs import field, frozen

from prcomm.citizens.appeals.kinds import AppealKind, Form, Outcome, Withdrawal
from prcomm.core.entities import Entity, Item, Phase, Reference, State
from prcomm.core.people import LegalEntity, Person, hidden

Appellant = Person | LegalEntity


class AppealState(State):
    """Where an appeal stands, by the participles of the law."""

    RECEIVED = 1, Phase.PLAN
    REGISTERED = 2, Phase.PLAN
    IN_REVIEW = 3, Phase.ACT
    EXTRA_STUDY = 4, Phase.ACT
    EXTENDED = 5, Phase.ACT
    DECIDED = 6, Phase.FEEDBACK
    CONSIDERED = 7, Phase.EVALUATION
    OFF_CONTROL = 8, Phase.EVALUATION
    SOLVED_ON_SPOT = 9, Phase.FEEDBACK
    FORWARDED = 10, Phase.FEEDBACK
    RETURNED = 11, Phase.FEEDBACK
    DIVERTED = 12, Phase.FEEDBACK
    JOINED = 13, Phase.FEEDBACK
    INFORMED = 14, Phase.FEEDBACK
    LEFT = 15, Phase.FEEDBACK
    TERMINATED = 16, Phase.FEEDBACK
    LAID_ASIDE = 17, Phase.FEEDBACK


class RequestState(State):
    """Where a request for information from another body stands."""

    ASKED = 1
    ANSWERED = 2
    DECLINED = 3


S = AppealState
REVIEWED = S.IN_REVIEW | S.EXTRA_STUDY | S.EXTENDED
"""Under consideration."""
OPEN = S.REGISTERED | REVIEWED
"""Registered, and nothing decided or ended yet."""
PENDING = S.RECEIVED | OPEN | S.DECIDED
"""Not yet replied to, nor ended otherwise."""
ANSWERED = S.CONSIDERED | S.OFF_CONTROL
"""Considered, the reply sent."""
SETTLED = S.DECIDED | ANSWERED | S.SOLVED_ON_SPOT | S.LEFT | S.TERMINATED
"""A decision on it was taken, if only to leave it or to end its consideration."""


@frozen(kw_only=True)
class InformationRequest(Item[RequestState]):
    """A request for information to another body, with a clock of its own.

    Attributes:
        of: the id of the body asked.
    """

    of: str = ""


@frozen(kw_only=True)
class Appeal(Entity[AppealState]):
    """A citizen's appeal: what its receipt said of it, as far as rules ask for it, and what was done since.

    Attributes:
        kind: what it is.
        form: in what form it was made.
        appellants: who appeals, the first named first.
        named: whether each gives a name and a residence (of an entity a name and a location).
        signed: whether a written one is signed.
        identified: whether an electronic one allows its sender to be identified.
        representative: who acts for the appellant.
        authority: a reference to the representative's proof of authority.
        minor: whether the appellant is under age.
        against: the ids of the bodies and officials complained of.
        questions: references to the questions it raises.
        content: a reference to the short content.
        language: its language, by code.
        reply_to: to whom a collective appeal asks the reply to go.
        came_from: the file it was sent on from.
        number: its number in the register, never changed.
        executors: who considers it, the lead first.
        requests: the requests for information.
        control_by: the id of who put it on control.
        former: the former appeal it repeats.
        correspondence_ended: whether correspondence on the matter is ended.
        withdrawal: what the appellant asked for who withdrew it.
        summoned: whether the appellant was summoned.
        outcome: what was decided.
        identity_protected: whether nothing about the person may be disclosed.
    """

    kind: AppealKind
    form: Form
    appellants: tuple[Appellant, ...] = field(repr=hidden)
    named: bool = True
    signed: bool = True
    identified: bool = True
    representative: Person | None = field(default=None, repr=hidden)
    authority: str = ""
    minor: bool = False
    against: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    content: str = ""
    language: str = ""
    reply_to: str = field(default="", repr=hidden)
    came_from: Reference | None = None
    number: str = ""
    executors: tuple[str, ...] = ()
    requests: tuple[InformationRequest, ...] = ()
    control_by: str = ""
    former: Reference | None = None
    correspondence_ended: bool = False
    withdrawal: Withdrawal | None = None
    summoned: bool = False
    outcome: Outcome | None = None
    identity_protected: bool = False

    @property
    def appellant_ids(self) -> tuple[str, ...]:
        """Who appeals, by reference."""
        return tuple(appellant.id for appellant in self.appellants)
