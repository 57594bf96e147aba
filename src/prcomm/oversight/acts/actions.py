"""What is done about an act of public oversight: by who organises it, by the body, by the organisation behind it."""

from typing import Annotated as An, Protocol, cast

from attrs import evolve, field, frozen
from pendulum import Date, DateTime

from prcomm.core.sources.people import Actor, Office, hidden
from prcomm.core.table.dues import Due
from prcomm.core.table.entities import Action, Reference
from prcomm.oversight.acts import model as m
from prcomm.oversight.recommendations import FinalForm, Outcome

__all__ = [
    "AdmitParticipant", "AnnounceAct", "BeginAct", "CallOffAct", "CloseAct", "Considered", "Deliver", "DrawUp",
    "EndAct", "NoteOutcome", "OrderRepetition", "OversightAction", "PublishResult", "RecordMeeting", "ReplaceOrganiser",
    "RescheduleAct", "SetsDay", "Undertake",
]  # fmt: skip


class Considered(Protocol):
    """What is copied of the file in which a body considers a final document."""

    @property
    def reference(self) -> Reference:
        """Where it is."""
        ...

    @property
    def content(self) -> str:
        """A reference to the document."""
        ...

    @property
    def outcome(self) -> Outcome | None:
        """What was decided on it."""
        ...


def last_day(due: Due | None) -> Date | None:
    """The last day of a due; ``None`` if it has none."""
    last = None if due is None else due.last
    return last.date() if isinstance(last, DateTime) else last


@frozen(kw_only=True)
class OversightAction(Action):
    """What is done about an act of public oversight."""


@frozen(kw_only=True)
class SetsDay(OversightAction):
    """What sets the day of it."""

    starts_on: An[Date | None, "the day on which it is held, or begins"]


@frozen(kw_only=True)
class Undertake(SetsDay):
    """An act of oversight is undertaken: it is planned from now on."""

    act: An[str, "its reference"]
    kind: An[m.OversightKind, "its form"]
    office: An[Office, "the body overseen"]
    topic: An[str, "a reference to the topic"]
    sphere: An[m.Sphere, "in what sphere it is"]
    matter: An[m.Matter | None, "what it is for, if it is for what public oversight is for"]
    subject: An[
        bool,
        "whether a citizen of Uzbekistan, a self-government body, a registered organisation or outlet, or a council "
        "that exists oversees; of a draft that the body puts: whether the council is one",
    ]
    own_matter: An[bool, "whether who oversees is a party to the matter"] = False
    starts_on: An[Date | None, "the day on which it is held, or begins"] = None
    place: An[str, "where it is held"] = ""
    discussed_on: An[Date | None, "of an expertise, the day of the discussion before it, if there was one"] = None
    provided_by: An[str, "of a form that the Law does not name, what legislation provides for it"] = ""
    concerns: An[Reference | None, "the appeal or request by which an enquiry is made; the draft act"] = None
    repeats: An[Reference | None, "the act that it repeats"] = None
    put_to: An[str, "of a draft that the body puts, the id of who in the council receives it"] = ""
    council_office: An[str, "of such a draft, the id of the council"] = ""

    @classmethod
    def again(cls, oversight: m.Oversight, *, act: str, at: DateTime, by: Actor, starts_on: Date) -> "Undertake":
        """The plan of the act that repeats another."""
        return evolve(
            cast("Undertake", oversight.history[0].action), act=act, at=at, by=by, starts_on=starts_on,
            place=oversight.place, repeats=oversight.reference,
        )  # fmt: skip


@frozen(kw_only=True)
class AnnounceAct(OversightAction):
    """It is announced."""

    issues: An[str, "a reference to the issues, or to the draft agenda, as announced"] = ""
    time: An[str, "a reference to the time as announced"] = ""
    procedure: An[str, "a reference to the order as announced"] = ""


@frozen(kw_only=True)
class RescheduleAct(SetsDay):
    """It is moved to another day, and is to be announced anew."""

    starts_on: An[Date, "that day"]
    place: An[str, "where it is held, if not where it was to be"] = ""
    why: An[str, "a reference to the reason"] = ""


@frozen(kw_only=True)
class ReplaceOrganiser(OversightAction):
    """The organisation for which it was undertaken puts another organiser in place."""

    organiser: An[str, "the id of that organiser"] = field(repr=hidden)
    why: An[str, "a reference to the reason"] = ""


@frozen(kw_only=True)
class AdmitParticipant(OversightAction):
    """Somebody is admitted to a meeting."""

    listed: An[bool, "whether they are on the list"]


@frozen(kw_only=True)
class RecordMeeting(OversightAction):
    """A meeting is filmed, photographed or recorded."""


@frozen(kw_only=True)
class BeginAct(OversightAction):
    """It begins."""

    in_public: An[bool, "whether it is public and open"] = True
    materials_free: An[bool, "whether all who take part may use the materials"] = True
    entitled: An[int, "of an assembly, how many may take part; of representatives, how many were elected"] = 0
    present: An[int, "how many of them are there"] = 0
    of_representatives: An[bool, "whether representatives meet in the place of the assembly"] = False


@frozen(kw_only=True)
class EndAct(OversightAction):
    """It has ended."""

    reply: An[Reference | None, "of an enquiry, where its answer is"] = None
    none_came: An[bool, "of an enquiry, whether none came"] = False
    was_due: An[Date | None, "of an enquiry, the last day for its answer, if it had one"] = None

    @classmethod
    def of(cls, file: Reference, due: Due, *, at: DateTime, by: Actor) -> "EndAct":
        """The end of an enquiry in view of the file by which it was made, and of what was owed there."""
        reply = None if due.met is None else file
        return cls(at=at, by=by, reply=reply, none_came=reply is None, was_due=last_day(due))


@frozen(kw_only=True)
class DrawUp(OversightAction):
    """Its final document is drawn up."""

    form: An[FinalForm, "the form of the document"]
    document: An[str, "a reference to it"] = ""
    subject: An[bool, "whether who draws it up still is a subject of public oversight"] = True
    opinion: An[Reference | None, "the act that studied public opinion of the matter"] = None


@frozen(kw_only=True)
class Deliver(OversightAction):
    """The document is sent to the body: a recommendation of its own from then on."""


@frozen(kw_only=True)
class NoteOutcome(OversightAction):
    """It is noted what came of the document."""

    recommendation: An[Reference, "the file in which the body considers it"]
    document: An[str, "a reference to the document considered there"]
    outcome: An[Outcome | None, "what was decided on it"]
    none_came: An[bool, "whether nothing was"] = False
    was_due: An[Date | None, "the last day for that, if there was one"] = None

    @classmethod
    def of(cls, recommendation: Considered, due: Due | None, *, at: DateTime, by: Actor) -> "NoteOutcome":
        """What came of the document, as its file and the due ``consideration`` of that stand."""
        outcome = recommendation.outcome
        return cls(
            at=at, by=by, recommendation=recommendation.reference, document=recommendation.content, outcome=outcome,
            none_came=outcome is None, was_due=last_day(due),
        )  # fmt: skip


@frozen(kw_only=True)
class PublishResult(OversightAction):
    """Its result is published."""


@frozen(kw_only=True)
class OrderRepetition(OversightAction):
    """A complaint about the order of a discussion was found justified: it is to be repeated."""

    complaint: An[Reference, "that complaint, an appeal"]
    upheld: An[bool, "whether it was found justified"]
    again: An[Reference, "the act that repeats it"]


@frozen(kw_only=True)
class CloseAct(OversightAction):
    """It is closed without a final document."""


@frozen(kw_only=True)
class CallOffAct(OversightAction):
    """It is called off."""

    why: An[str, "a reference to the reason"] = ""
