"""What is done about a citizen's appeal: by those who consider it, by the appellant, by other bodies."""

from typing import Annotated as An, cast

from attrs import evolve, field, frozen
from pendulum import Date, DateTime

from prcomm.citizens.appeals import kinds as k, model as m
from prcomm.core.sources.people import Actor, Office, Person, hidden
from prcomm.core.table.entities import Action, Correction, Reference
from prcomm.core.values.fields import formerly

__all__ = [
    "AddMaterials", "AnswerRequest", "AnsweredQuestion", "AppealAction", "AskAppellant", "AskClarification",
    "AskInformation", "AskProgress", "Assign", "BringIn", "Clarify", "Complete", "Correct", "Decide",
    "DeclineInformation", "Divert", "Extend", "Forward", "ForwardPart", "GiveInformation", "Hear", "InformAnswered",
    "InterimReply", "Join", "KeepPart", "LayAside", "Leave", "Link", "NoteDeath", "NoteEnclosures", "NoteExecution",
    "Notify", "OfACopy", "Pointing", "ProtectIdentity", "PutOnControl", "PutOnSuperiorControl", "Receive", "Recognise",
    "RefuseRegistration", "Register", "RestoreFiling", "Return", "ReturnEnclosures", "ReturnWithdrawn", "SendReply",
    "SetApart", "ShowFile", "SolveOnTheSpot", "Study", "Summon", "TakeMeasures", "TakeOffControl",
    "TakeOffSuperiorControl", "Terminate", "Visit", "Withdraw",
]  # fmt: skip


@frozen
class AnsweredQuestion:
    """The answer to one question raised, by reference."""

    question: An[str, "which of the questions of the appeal"]
    grounds: An[str, "a reference to the concrete grounds given, with norms where needed"]


@frozen(kw_only=True)
class AppealAction(Action):
    """What is done about an appeal."""


@frozen(kw_only=True)
class Receive(AppealAction):
    """An appeal is received."""

    case: An[str, "the reference of the file"]
    kind: An[k.AppealKind, "what it is, as judged on receipt"]
    form: An[k.Form, "in what form it was made"]
    channel: An[k.Channel, "by which way it came"]
    office: An[Office, "which office received it"]
    appellants: An[
        tuple[m.Appellant, ...],
        "who appeals, the first named first; several for a collective appeal, none if nobody is named",
    ] = field(repr=hidden)
    named: An[bool, "whether at least one gives a name and a residence (an entity a name and a location)"] = True
    signed: An[bool, "whether a written one is signed"] = True
    identified: An[bool, "whether an electronic one allows its sender to be identified"] = True
    representative: An[Person | None, "who acts for the appellant, if anyone does"] = field(default=None, repr=hidden)
    authority: An[str, "a reference to the representative's proof of authority; empty if none is attached"] = ""
    minor: An[bool, "whether the appellant is under age"] = False
    against: An[tuple[str, ...], "the ids of the bodies and officials complained of"] = ()
    questions: An[tuple[str, ...], "references to the questions it raises"] = ("1",)
    content: An[str, "a reference to the short content in the register"] = ""
    language: An[str, "its language, by code"] = "uz"
    reply_to: An[str, "to whom a collective appeal asks the reply to go; empty for the first named"] = field(
        default="", repr=hidden
    )
    learned: An[Date | None, "of one to the superior body, the day the appellant learned of what it complains of"] = (
        None
    )
    came_from: An[Reference | None, "the file it was sent on from, if it was"] = None
    identity_protected: An[bool, "whether an individual asked that nothing about their person be disclosed"] = False

    @classmethod
    def of_forwarded(
        cls, appeal: m.Appeal, *, at: DateTime, by: Actor, case: str, office: Office, part: str = ""
    ) -> "Receive":
        """The receipt, by the addressee of a transfer, of an appeal that was sent on: a file with its own clock.

        Article 28(1) counts from receipt by the body bound to decide; that the days run anew there is inferred. It
        brings what was named and added since; where only a ``part`` was sent on, the questions of that. Whether it was
        filed in time was for the first office to judge.
        """
        return evolve(
            cast("Receive", appeal.told[0].action), at=at, by=by, case=case, kind=appeal.kind, office=office,
            appellants=appeal.remaining, named=appeal.named, signed=appeal.signed, identified=appeal.identified,
            representative=appeal.representative, authority=appeal.authority, against=appeal.against,
            language=appeal.language, learned=None,
            questions=appeal.questions_of(part) if part else appeal.own_questions, came_from=appeal.reference,
            identity_protected=appeal.identity_protected,
        )  # fmt: skip


@frozen(kw_only=True)
class SolveOnTheSpot(AppealAction):
    """An oral appeal at a public reception is solved at once: minutes instead of registration (art. 23)."""

    case: An[str, "the reference of the entry in the minutes"]
    kind: An[k.AppealKind, "what it is"]
    channel: An[k.Channel, "by which way it came"]
    office: An[Office, "which office held the reception"]
    appellants: An[tuple[m.Appellant, ...], "who appealed"] = field(repr=hidden)
    content: An[str, "a reference to the short content in the minutes"]
    result: An[str, "a reference to the result in the minutes"]
    named: An[bool, "whether the minutes hold name and residence"] = True


@frozen(kw_only=True)
class Register(AppealAction):
    """It is entered in the register under a number."""

    number: An[str, "its number in the register"]


@frozen(kw_only=True)
class RefuseRegistration(AppealAction):
    """What the law forbids in words: neither registration nor consideration is refused."""


@frozen(kw_only=True)
class NoteEnclosures(AppealAction):
    """The envelope is empty or damaged, or a listed enclosure is missing: an act is drawn up."""

    copy_sent: An[bool, "whether one copy of the act went to the sender's address"]


@frozen(kw_only=True)
class AddMaterials(AppealAction):
    """The appellant adds materials, a proof of authority among them."""

    authority: An[str, "a reference to a proof of authority, if that is what was added"] = ""


@frozen(kw_only=True)
class Complete(AppealAction):
    """The appellant makes up what the appeal lacked (a proof of authority is added as a material)."""

    appellants: An[tuple[m.Appellant, ...], "who appeals, as now named: in place of the same, or of nobody"] = field(
        default=(), repr=hidden
    )
    named: An[bool, "whether each now gives a name and a residence (of an entity a name and a location)"] = False
    signed: An[bool, "whether it is now signed"] = False
    identified: An[bool, "whether its sender can now be identified"] = False
    against: An[tuple[str, ...], "the ids of more bodies and officials complained of"] = ()
    language: An[str, "its language, by code, if that was unknown or wrong"] = ""


@frozen(kw_only=True)
class Recognise(AppealAction):
    """A letter proves to be an appeal, and was one from its receipt (art. 3)."""

    kind: An[k.AppealKind, "what it is"]


@frozen(kw_only=True)
class ReturnEnclosures(AppealAction):
    """What was enclosed goes back to the appellant (art. 21)."""

    asked_in_writing: An[bool, "whether the appellant asked for that in writing"]


@frozen(kw_only=True)
class ProtectIdentity(AppealAction):
    """An individual asks that nothing about their person be disclosed (art. 19)."""


@frozen(kw_only=True)
class Pointing(AppealAction):
    """What is done about an appeal in view of a former one."""

    former: An[Reference, "the former appeal"]
    appellants: An[tuple[str, ...], "the ids of those who made that"] = field(repr=hidden)


@frozen(kw_only=True)
class Link(Pointing):
    """It repeats a former appeal of the same person."""

    why: An[k.Why, "disagreement with the decision, or that it was not considered in time"]
    decided: An[DateTime | None, "when the former was decided; ``None`` if it was not"] = None
    last: An[Date | None, "the last day of the former one's term; ``None`` if it had no end"] = None
    correspondence_ended: An[bool, "whether correspondence on the matter was ended with the former"] = False
    answered: An[bool, "whether a reply to the former was sent"] = True

    @classmethod
    def of(cls, former: m.Appeal, last: Date | None, *, why: k.Why, at: DateTime, by: Actor) -> "Link":
        """The link to a former appeal. ``last`` is the last day of its due ``consideration``."""
        return cls(
            at=at,
            by=by,
            former=former.reference,
            appellants=former.appellant_ids,
            why=why,
            decided=next((r.action.at for r in former.told if r.state in m.SETTLED), None),
            last=last,
            correspondence_ended=former.correspondence_ended,
            answered=former.state in m.ANSWERED,
        )


@frozen(kw_only=True)
class OfACopy(Pointing):
    """What is done about a copy in view of the appeal that came first."""

    exact_copy: An[bool, "whether this is a copy of it"]
    received: An[DateTime | None, "when the first was received; ``None`` where nobody says so"] = None
    body: An[str, "the id of the body that received the first"] = ""


@frozen(kw_only=True)
class Join(OfACopy):
    """A duplicate is considered together with the first appeal (art. 25)."""

    pending: An[bool, "whether the first is still under consideration"]

    @classmethod
    def of(cls, first: m.Appeal, *, exact_copy: bool, at: DateTime, by: Actor) -> "Join":
        """The joining of a duplicate to a first appeal as it stands."""
        return cls(
            at=at, by=by, former=first.reference, appellants=first.remaining_ids, exact_copy=exact_copy,
            received=first.history[0].action.at, body=first.office.id, pending=first.state in m.PENDING,
        )  # fmt: skip


@frozen(kw_only=True)
class InformAnswered(OfACopy):
    """A duplicate came after the reply: the appellant is informed of that (art. 25)."""

    answered: An[bool, "whether the first was considered and replied to"]

    @classmethod
    def of(cls, first: m.Appeal, *, exact_copy: bool, at: DateTime, by: Actor) -> "InformAnswered":
        """The answer to a duplicate of a first appeal as it stands."""
        return cls(
            at=at, by=by, former=first.reference, appellants=first.remaining_ids, exact_copy=exact_copy,
            received=first.history[0].action.at, body=first.office.id, answered=first.state in m.ANSWERED,
        )  # fmt: skip


@frozen(kw_only=True)
class RestoreFiling(AppealAction):
    """The term of filing was missed for a valid reason, and is restored (art. 22)."""

    valid_reason: An[bool, "whether the reason is valid"]


@frozen(kw_only=True)
class Leave(AppealAction):
    """It is left without consideration, by an approved conclusion (art. 29)."""

    ground: An[k.LeavingGround, "why"]
    conclusion: An[str, "a reference to the conclusion"]
    requirement: An[k.Requirement | None, "which other requirement it misses"] = field(
        default=None, metadata=formerly(k.REQUIREMENTS_BY_TEXT)
    )
    facts: An[frozenset[k.Fact], "what was established"] = frozenset()


@frozen(kw_only=True)
class Forward(AppealAction):
    """It is sent on to the body that is competent (art. 25)."""

    to: An[str, "the id of the body it goes to"]
    outside_competence: An[bool, "whether the matter is outside this body's competence"]
    data_suffice: An[bool, "whether its data suffice to know where it belongs"]
    addressee: An[k.Addressee, "as what that body gets it"] = k.Addressee.COMPETENT


@frozen(kw_only=True)
class SetApart(AppealAction):
    """Some of its questions are found to be outside this body's competence; the rest stays (art. 25)."""

    part: An[str, "the reference of the part"]
    questions: An[tuple[str, ...], "the questions that are outside its competence"]


@frozen(kw_only=True)
class ForwardPart(AppealAction):
    """A part set apart is sent on to the body that is competent (art. 25)."""

    part: An[str, "the reference of the part"]
    to: An[str, "the id of the body it goes to"]


@frozen(kw_only=True)
class KeepPart(AppealAction):
    """A part set apart is found to be within this body's competence after all."""

    part: An[str, "the reference of the part"]


@frozen(kw_only=True)
class Return(AppealAction):
    """It is returned, with reasons, since its data do not suffice to send it on (art. 25)."""

    reasons: An[str, "a reference to the explanation"]
    outside_competence: An[bool, "whether the matter is outside this body's competence"]
    data_suffice: An[bool, "whether its data suffice to know where it belongs"]


@frozen(kw_only=True)
class Divert(AppealAction):
    """It belongs to a procedure of another law, and is handed there (art. 1)."""

    procedure: An[str, "which procedure, as a person judged it"]


@frozen(kw_only=True)
class LayAside(AppealAction):
    """A letter that is no appeal is dealt with at the body's discretion (art. 25)."""


@frozen(kw_only=True)
class PutOnControl(AppealAction):
    """A head or authorised official puts it on control (art. 34)."""


@frozen(kw_only=True)
class PutOnSuperiorControl(AppealAction):
    """An official of a superior body puts it on that body's control, beside its own (art. 34)."""

    control: An[str, "the reference of the control"]


@frozen(kw_only=True)
class TakeOffSuperiorControl(AppealAction):
    """It is taken off the control of a superior body (art. 34)."""

    control: An[str, "the reference of the control"]


@frozen(kw_only=True)
class Assign(AppealAction):
    """It is given to executors, of whom the first named leads (art. 24)."""

    executors: An[tuple[str, ...], "the ids of units or officials, the lead first"]


@frozen(kw_only=True)
class AskInformation(AppealAction):
    """Another body is asked for information (art. 24)."""

    request: An[str, "the reference of the request"]
    of: An[str, "the id of the body asked"]
    arrived: An[DateTime, "when the request reached it"]


@frozen(kw_only=True)
class GiveInformation(AppealAction):
    """The other body answers a request."""

    request: An[str, "the reference of the request"]


@frozen(kw_only=True)
class DeclineInformation(AppealAction):
    """The other body declines a request."""

    request: An[str, "the reference of the request"]
    protected: An[bool, "whether the information is secret or would do harm"]


@frozen(kw_only=True)
class AskAppellant(AppealAction):
    """The appellant is asked for more information: the law sets no term for that (art. 24)."""

    request: An[str, "the reference of the request"]


@frozen(kw_only=True)
class AnswerRequest(AppealAction):
    """The appellant answers a request."""

    request: An[str, "the reference of the request"]


@frozen(kw_only=True)
class BringIn(AppealAction):
    """A business it touches, an expert, an organisation or a minor's guardian is brought in (arts 24, 24-1, 26)."""

    who: An[str, "the id of who is brought in"]


@frozen(kw_only=True)
class Study(AppealAction):
    """It needs study, a check or documents beyond the first term (art. 28)."""

    needs: An[frozenset[k.Need], "what it needs"]


@frozen(kw_only=True)
class Extend(AppealAction):
    """The head lengthens the term, exceptionally (art. 28)."""

    needs: An[frozenset[k.Need], "what it needs the time for"]
    until: An[Date, "the new last day"]


@frozen(kw_only=True)
class Hear(AppealAction):
    """The appellant is heard (art. 26)."""


@frozen(kw_only=True)
class Visit(AppealAction):
    """It is considered on site (art. 24)."""


@frozen(kw_only=True)
class Summon(AppealAction):
    """The appellant, or another person, is summoned (art. 33)."""

    needed: An[bool, "whether it can't be considered without them"]
    to_hear: An[bool, "whether they are summoned in order to be heard"] = False
    other: An[str, "the id of the other person; empty where it is the appellant"] = field(default="", repr=hidden)


@frozen(kw_only=True)
class ShowFile(AppealAction):
    """The appellant sees the documents that touch their rights (art. 33)."""

    protected: An[bool, "whether they hold a secret or would do harm"]


@frozen(kw_only=True)
class InterimReply(AppealAction):
    """The appellant is told how it stands. It stays on control (art. 34)."""


@frozen(kw_only=True)
class AskProgress(AppealAction):
    """The appellant asks how it stands (art. 32). A notice tells."""


@frozen(kw_only=True)
class Decide(AppealAction):
    """A decision is taken (art. 27)."""

    outcome: An[k.Outcome, "what was decided"]
    answers: An[tuple[AnsweredQuestion, ...], "the answer to each question raised"]


@frozen(kw_only=True)
class SendReply(AppealAction):
    """The reply is sent (art. 27)."""

    to: An[str, "the id of the addressee"] = field(repr=hidden)
    form: An[k.Form, "in what form"]
    language: An[str, "its language, by code"]
    challenge_explained: An[bool, "whether it says how the decision may be challenged"]
    own_language_impossible: An[bool, "whether it could not be written in the language of the appeal"] = False


@frozen(kw_only=True)
class NoteExecution(AppealAction):
    """The decision is found to be carried out (art. 33)."""


@frozen(kw_only=True)
class TakeMeasures(AppealAction):
    """Something is done about violations that were found; a withdrawal does not rule that out (arts 30, 33)."""

    measures: An[str, "a reference to what was done"]


@frozen(kw_only=True)
class Withdraw(AppealAction):
    """The appellant withdraws it, or asks to end its consideration (arts 30, 32)."""

    what: An[k.Withdrawal, "which of the two"]
    form: An[k.Form, "in what form; the law asks one of a withdrawal only"]


@frozen(kw_only=True)
class NoteDeath(AppealAction):
    """One of several who appeal died: it goes on for the others."""

    who: An[str, "the id of who died"] = field(repr=hidden)
    no_succession: An[bool, "whether the matter allows no succession"]


@frozen(kw_only=True)
class Terminate(AppealAction):
    """Consideration is terminated (art. 30)."""

    ground: An[k.EndingGround, "why"]
    facts: An[frozenset[k.Fact], "what was established"] = frozenset()


@frozen(kw_only=True)
class ReturnWithdrawn(AppealAction):
    """An appeal that was ended as withdrawn is returned with a covering letter (art. 30)."""


@frozen(kw_only=True)
class Notify(AppealAction):
    """The appellant is told of a step."""

    of: An[k.Notice, "of which"]
    form: An[k.Form, "in what form"]


@frozen(kw_only=True)
class AskClarification(AppealAction):
    """The appellant asks to explain or correct the reply (art. 31)."""

    request: An[str, "which of several requests; each has its own days"] = ""


@frozen(kw_only=True)
class Clarify(AppealAction):
    """The reply is explained or its errors are corrected (art. 31)."""

    substance_changed: An[bool, "whether that would change what it says"]
    request: An[str, "which request it answers, if it answers one"] = ""


Stated = (
    k.AppealKind | k.Form | k.Channel | bool | str | Date | DateTime | tuple[str | m.Appellant, ...] | Person | None
)
"""What a fact of the file may be."""


@frozen(kw_only=True)
class Correct(AppealAction, Correction):
    """A fact of the file that was stated wrongly is corrected."""

    value: An[Stated, "what it is"] = field(repr=hidden)


@frozen(kw_only=True)
class TakeOffControl(AppealAction):
    """It is taken off control and execution (art. 34)."""
