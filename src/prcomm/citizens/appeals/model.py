"""The citizen's appeal: its states, and what is kept of it."""

from typing import Annotated as An

from attrs import field, frozen

from prcomm.citizens.appeals import kinds as k
from prcomm.core.sources.people import LegalEntity, Person, hidden
from prcomm.core.table.entities import Entity, Item, Phase, Reference, State

__all__ = [
    "ANSWERED", "OPEN", "PENDING", "REVIEWED", "SETTLED", "Appeal", "AppealState", "Appellant", "ControlState",
    "ForeignPart", "InformationRequest", "PartState", "RequestState", "SuperiorControl",
]  # fmt: skip

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
    """Where a request for information stands: from another body, or from the appellant, whom no term binds."""

    ASKED = 1
    ANSWERED = 2
    DECLINED = 3
    APPELLANT_ASKED = 4


class PartState(State):
    """Where a part stands that is outside this body's competence."""

    APART = 1
    SENT = 2
    KEPT = 3


class ControlState(State):
    """Whether a superior body has it on its control."""

    ON = 1
    OFF = 2


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
    """A request for information: to another body, with a clock of its own, or to the appellant."""

    of: An[str, "the id of the body asked; empty if it is the appellant"] = ""


@frozen(kw_only=True)
class ForeignPart(Item[PartState]):
    """Questions outside this body's competence, which are sent on while the rest stays."""

    questions: An[tuple[str, ...], "references to them"] = ()


@frozen(kw_only=True)
class SuperiorControl(Item[ControlState]):
    """The control of a superior body, beside the body's own."""

    put_by: An[str, "the id of who put it on"] = ""


@frozen(kw_only=True)
class Appeal(Entity[AppealState]):
    """A citizen's appeal: what its receipt said of it, as far as rules ask for it, and what was done since."""

    kind: An[k.AppealKind, "what it is"]
    form: An[k.Form, "in what form it was made"]
    appellants: An[tuple[Appellant, ...], "who appeals, the first named first"] = field(repr=hidden)
    named: An[bool, "whether at least one gives a name and a residence (an entity a name and a location)"] = True
    signed: An[bool, "whether a written one is signed"] = True
    identified: An[bool, "whether an electronic one allows its sender to be identified"] = True
    representative: An[Person | None, "who acts for the appellant"] = field(default=None, repr=hidden)
    authority: An[str, "a reference to the representative's proof of authority"] = ""
    minor: An[bool, "whether the appellant is under age"] = False
    against: An[tuple[str, ...], "the ids of the bodies and officials complained of"] = ()
    questions: An[tuple[str, ...], "references to the questions it raises"] = ()
    content: An[str, "a reference to the short content"] = ""
    language: An[str, "its language, by code"] = ""
    reply_to: An[str, "to whom a collective appeal asks the reply to go"] = field(default="", repr=hidden)
    came_from: An[Reference | None, "the file it was sent on from"] = None
    number: An[str, "its number in the register, never changed"] = ""
    executors: An[tuple[str, ...], "who considers it, the lead first"] = ()
    requests: An[tuple[InformationRequest, ...], "the requests for information"] = ()
    foreign_parts: An[tuple[ForeignPart, ...], "the parts outside this body's competence"] = ()
    control_by: An[str, "the id of who put it on the body's own control"] = ""
    superior_controls: An[tuple[SuperiorControl, ...], "the controls of superior bodies"] = ()
    former: An[Reference | None, "the former appeal it repeats"] = None
    correspondence_ended: An[bool, "whether correspondence on the matter is ended"] = False
    gone: An[tuple[str, ...], "of several, the ids of those who withdrew it or died: it goes on for the rest"] = field(
        default=(), repr=hidden
    )
    withdrawal: An[k.Withdrawal | None, "what was asked for when nobody was left who did not ask for it"] = None
    summoned: An[bool, "whether the appellant was summoned, since it can't be considered without them"] = False
    outcome: An[k.Outcome | None, "what was decided"] = None
    identity_protected: An[bool, "whether nothing about the person may be disclosed"] = False

    @property
    def reference(self) -> Reference:
        """Where it is, for other files."""
        return Reference("appeal", self.id)

    @property
    def appellant_ids(self) -> tuple[str, ...]:
        """Who appeals, by reference."""
        return tuple(appellant.id for appellant in self.appellants)

    @property
    def own_questions(self) -> tuple[str, ...]:
        """The questions that are considered here: all but those set apart."""
        away = {one for part in self.foreign_parts if part.state is not PartState.KEPT for one in part.questions}
        return tuple(one for one in self.questions if one not in away)

    def questions_of(self, part: str) -> tuple[str, ...]:
        """The questions of a part; none if there is no such part."""
        return next((one.questions for one in self.foreign_parts if one.id == part), ())

    @property
    def remaining(self) -> tuple[Appellant, ...]:
        """For whom it goes on, the first named first."""
        return tuple(appellant for appellant in self.appellants if appellant.id not in self.gone)

    @property
    def remaining_ids(self) -> tuple[str, ...]:
        """For whom it goes on, by reference."""
        return tuple(appellant.id for appellant in self.remaining)
