"""What is done about a citizen's appeal: by those who consider it, by the appellant, by other bodies."""

from typing import cast

from attrs import evolve, field, frozen
from pendulum import Date, DateTime

from prcomm.citizens.appeals.kinds import (
    AppealKind,
    Channel,
    EndingGround,
    Fact,
    Form,
    LeavingGround,
    Need,
    Notice,
    Outcome,
    Why,
    Withdrawal,
)
from prcomm.citizens.appeals.model import ANSWERED, PENDING, SETTLED, Appeal, Appellant
from prcomm.core.entities import Action, Reference
from prcomm.core.people import Actor, Office, Person, hidden


@frozen
class AnsweredQuestion:
    """The answer to one question raised, by reference.

    Attributes:
        question: which of the questions of the appeal.
        grounds: a reference to the concrete grounds given, with norms where needed.
    """

    question: str
    grounds: str


@frozen(kw_only=True)
class AppealAction(Action):
    """What is done about an appeal."""


@frozen(kw_only=True)
class Receive(AppealAction):
    """An appeal is received.

    Attributes:
        case: the reference of the file.
        kind: what it is, as judged on receipt.
        form: in what form it was made.
        channel: by which way it came.
        office: which office received it.
        appellants: who appeals, the first named first; several for a collective appeal, none if nobody is named.
        named: whether each gives a name and a residence (of an entity a name and a location).
        signed: whether a written one is signed.
        identified: whether an electronic one allows its sender to be identified.
        representative: who acts for the appellant, if anyone does.
        authority: a reference to the representative's proof of authority; empty if none is attached.
        minor: whether the appellant is under age.
        against: the ids of the bodies and officials complained of.
        questions: references to the questions it raises.
        content: a reference to the short content in the register.
        language: its language, by code.
        reply_to: to whom a collective appeal asks the reply to go; empty for the first named.
        learned: of one to the superior body, the day the appellant learned of what it complains of.
        came_from: the file it was sent on from, if it was.
        identity_protected: whether the appellant asked that nothing about their person be disclosed.
    """

    case: str
    kind: AppealKind
    form: Form
    channel: Channel
    office: Office
    appellants: tuple[Appellant, ...] = field(repr=hidden)
    named: bool = True
    signed: bool = True
    identified: bool = True
    representative: Person | None = field(default=None, repr=hidden)
    authority: str = ""
    minor: bool = False
    against: tuple[str, ...] = ()
    questions: tuple[str, ...] = ("1",)
    content: str = ""
    language: str = "uz"
    reply_to: str = field(default="", repr=hidden)
    learned: Date | None = None
    came_from: Reference | None = None
    identity_protected: bool = False

    @classmethod
    def of_forwarded(cls, appeal: Appeal, *, at: DateTime, by: Actor, case: str, office: Office) -> "Receive":
        """The receipt, by the addressee of a transfer, of an appeal that was sent on: a file with its own clock.

        Whether it was filed in time was for the first office to judge.
        """
        return evolve(
            cast("Receive", appeal.history[0].action),
            at=at,
            by=by,
            case=case,
            office=office,
            authority=appeal.authority,
            identity_protected=appeal.identity_protected,
            learned=None,
            came_from=Reference("appeal", appeal.id),
        )


@frozen(kw_only=True)
class SolveOnTheSpot(AppealAction):
    """An oral appeal at a public reception is solved at once: minutes instead of registration (art. 23).

    Attributes:
        case: the reference of the entry in the minutes.
        kind: what it is.
        channel: by which way it came.
        office: which office held the reception.
        appellants: who appealed.
        named: whether the minutes hold name and residence.
        content: a reference to the short content in the minutes.
        result: a reference to the result in the minutes.
    """

    case: str
    kind: AppealKind
    channel: Channel
    office: Office
    appellants: tuple[Appellant, ...] = field(repr=hidden)
    content: str
    result: str
    named: bool = True


@frozen(kw_only=True)
class Register(AppealAction):
    """It is entered in the register under a number."""

    number: str


@frozen(kw_only=True)
class RefuseRegistration(AppealAction):
    """What the law forbids in words: neither registration nor consideration is refused."""


@frozen(kw_only=True)
class NoteEnclosures(AppealAction):
    """The envelope is empty or damaged, or a listed enclosure is missing: an act is drawn up.

    Attributes:
        copy_sent: whether one copy of the act went to the sender's address.
    """

    copy_sent: bool


@frozen(kw_only=True)
class AddMaterials(AppealAction):
    """The appellant adds materials, a proof of authority among them.

    Attributes:
        authority: a reference to a proof of authority, if that is what was added.
    """

    authority: str = ""


@frozen(kw_only=True)
class ProtectIdentity(AppealAction):
    """The appellant asks that nothing about their person be disclosed (art. 19)."""


@frozen(kw_only=True)
class Pointing(AppealAction):
    """What is done about an appeal in view of a former one.

    Attributes:
        former: the former appeal.
        appellants: the ids of those who made that.
    """

    former: Reference
    appellants: tuple[str, ...] = field(repr=hidden)


@frozen(kw_only=True)
class Link(Pointing):
    """It repeats a former appeal of the same person.

    Attributes:
        why: disagreement with the decision, or that it was not considered in time.
        decided: when the former was decided; ``None`` if it was not.
        last: the last day of the former one's term; ``None`` if it had no end.
        correspondence_ended: whether correspondence on the matter was ended with the former.
    """

    why: Why
    decided: DateTime | None = None
    last: Date | None = None
    correspondence_ended: bool = False

    @classmethod
    def of(cls, former: Appeal, last: Date | None, *, why: Why, at: DateTime, by: Actor) -> "Link":
        """The link to a former appeal. ``last`` is the last day of its due ``consideration``."""
        return cls(
            at=at,
            by=by,
            former=Reference("appeal", former.id),
            appellants=former.appellant_ids,
            why=why,
            decided=next((r.action.at for r in former.history if r.state in SETTLED), None),
            last=last,
            correspondence_ended=former.correspondence_ended,
        )


@frozen(kw_only=True)
class Join(Pointing):
    """A duplicate is considered together with the first appeal (art. 25).

    Attributes:
        pending: whether the first is still under consideration.
        exact_copy: whether this is a copy of it.
    """

    pending: bool
    exact_copy: bool

    @classmethod
    def of(cls, first: Appeal, *, exact_copy: bool, at: DateTime, by: Actor) -> "Join":
        """The joining of a duplicate to a first appeal as it stands."""
        return cls(
            at=at,
            by=by,
            former=Reference("appeal", first.id),
            appellants=first.appellant_ids,
            pending=first.state in PENDING,
            exact_copy=exact_copy,
        )


@frozen(kw_only=True)
class InformAnswered(Pointing):
    """A duplicate came after the reply: the appellant is informed of that (art. 25).

    Attributes:
        answered: whether the first was considered and replied to.
        exact_copy: whether this is a copy of it.
    """

    answered: bool
    exact_copy: bool

    @classmethod
    def of(cls, first: Appeal, *, exact_copy: bool, at: DateTime, by: Actor) -> "InformAnswered":
        """The answer to a duplicate of a first appeal as it stands."""
        return cls(
            at=at,
            by=by,
            former=Reference("appeal", first.id),
            appellants=first.appellant_ids,
            answered=first.state in ANSWERED,
            exact_copy=exact_copy,
        )


@frozen(kw_only=True)
class RestoreFiling(AppealAction):
    """The term of filing was missed for a valid reason, and is restored (art. 22).

    Attributes:
        valid_reason: whether the reason is valid.
    """

    valid_reason: bool


@frozen(kw_only=True)
class Leave(AppealAction):
    """It is left without consideration, by an approved conclusion (art. 29).

    Attributes:
        ground: why.
        conclusion: a reference to the conclusion.
        requirement: which other requirement of the law it misses, by article and part.
        facts: what was established.
    """

    ground: LeavingGround
    conclusion: str
    requirement: str = ""
    facts: frozenset[Fact] = frozenset()


@frozen(kw_only=True)
class Forward(AppealAction):
    """It is sent on to the body that is competent (art. 25).

    Attributes:
        to: the id of the body it goes to.
        outside_competence: whether the matter is outside this body's competence.
        data_suffice: whether its data suffice to know where it belongs.
    """

    to: str
    outside_competence: bool
    data_suffice: bool


@frozen(kw_only=True)
class Return(AppealAction):
    """It is returned, with reasons, since its data do not suffice to send it on (art. 25).

    Attributes:
        reasons: a reference to the explanation.
        outside_competence: whether the matter is outside this body's competence.
        data_suffice: whether its data suffice to know where it belongs.
    """

    reasons: str
    outside_competence: bool
    data_suffice: bool


@frozen(kw_only=True)
class Divert(AppealAction):
    """It belongs to a procedure of another law, and is handed there (art. 1).

    Attributes:
        procedure: which procedure, as a person judged it.
    """

    procedure: str


@frozen(kw_only=True)
class LayAside(AppealAction):
    """A letter that is no appeal is dealt with at the body's discretion (art. 25)."""


@frozen(kw_only=True)
class PutOnControl(AppealAction):
    """A head or authorised official puts it on control (art. 34)."""


@frozen(kw_only=True)
class Assign(AppealAction):
    """It is given to executors, of whom the first named leads (art. 24).

    Attributes:
        executors: the ids of units or officials, the lead first.
    """

    executors: tuple[str, ...]


@frozen(kw_only=True)
class AskInformation(AppealAction):
    """Another body is asked for information (art. 24).

    Attributes:
        request: the reference of the request.
        of: the id of the body asked.
        arrived: when the request reached it.
    """

    request: str
    of: str
    arrived: DateTime


@frozen(kw_only=True)
class GiveInformation(AppealAction):
    """The other body answers a request."""

    request: str


@frozen(kw_only=True)
class DeclineInformation(AppealAction):
    """The other body declines a request.

    Attributes:
        request: the reference of the request.
        protected: whether the information is secret or would do harm.
    """

    request: str
    protected: bool


@frozen(kw_only=True)
class Study(AppealAction):
    """It needs study, a check or documents beyond the first term (art. 28)."""

    needs: frozenset[Need]


@frozen(kw_only=True)
class Extend(AppealAction):
    """The head lengthens the term, exceptionally (art. 28).

    Attributes:
        needs: what it needs the time for.
        until: the new last day.
    """

    needs: frozenset[Need]
    until: Date


@frozen(kw_only=True)
class Hear(AppealAction):
    """The appellant is heard (art. 26)."""


@frozen(kw_only=True)
class Visit(AppealAction):
    """It is considered on site (art. 24)."""


@frozen(kw_only=True)
class Summon(AppealAction):
    """The appellant is summoned.

    Attributes:
        needed: whether it can't be considered without the appellant.
    """

    needed: bool


@frozen(kw_only=True)
class ShowFile(AppealAction):
    """The appellant sees the documents that touch their rights (art. 33).

    Attributes:
        protected: whether they hold a secret or would do harm.
    """

    protected: bool


@frozen(kw_only=True)
class InterimReply(AppealAction):
    """The appellant is told how it stands. It stays on control (art. 34)."""


@frozen(kw_only=True)
class Decide(AppealAction):
    """A decision is taken (art. 27).

    Attributes:
        outcome: what was decided.
        answers: the answer to each question raised.
    """

    outcome: Outcome
    answers: tuple[AnsweredQuestion, ...]


@frozen(kw_only=True)
class SendReply(AppealAction):
    """The reply is sent (art. 27).

    Attributes:
        to: the id of the addressee.
        form: in what form.
        language: its language, by code.
        own_language_impossible: whether it could not be written in the language of the appeal.
        challenge_explained: whether it says how the decision may be challenged.
    """

    to: str = field(repr=hidden)
    form: Form
    language: str
    challenge_explained: bool
    own_language_impossible: bool = False


@frozen(kw_only=True)
class Withdraw(AppealAction):
    """The appellant withdraws it, or asks to end its consideration (arts 30, 32).

    Attributes:
        what: which of the two.
        form: in what form.
    """

    what: Withdrawal
    form: Form


@frozen(kw_only=True)
class Terminate(AppealAction):
    """Consideration is terminated (art. 30).

    Attributes:
        ground: why.
        facts: what was established.
    """

    ground: EndingGround
    facts: frozenset[Fact] = frozenset()


@frozen(kw_only=True)
class ReturnWithdrawn(AppealAction):
    """A withdrawn appeal is returned with a covering letter (art. 30)."""


@frozen(kw_only=True)
class Notify(AppealAction):
    """The appellant is told of a step.

    Attributes:
        of: of which.
        form: in what form.
    """

    of: Notice
    form: Form


@frozen(kw_only=True)
class AskClarification(AppealAction):
    """The appellant asks to explain or correct the reply (art. 31)."""


@frozen(kw_only=True)
class Clarify(AppealAction):
    """The reply is explained or its errors are corrected (art. 31).

    Attributes:
        substance_changed: whether that would change what it says.
    """

    substance_changed: bool


@frozen(kw_only=True)
class TakeOffControl(AppealAction):
    """It is taken off control and execution (art. 34)."""
