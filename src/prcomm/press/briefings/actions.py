"""What is done about a briefing: by the press service, by who speaks for the body, by who asks."""

from datetime import date
from typing import Annotated as An

from attrs import field, frozen
from pendulum import DateTime

from prcomm.core.sources.people import Actor, Office, hidden
from prcomm.core.table.entities import Action, Reference
from prcomm.press.accreditations import ABROAD, Accreditation, AccreditationState
from prcomm.press.briefings import model as m
from prcomm.press.feedback import Heard
from prcomm.press.requests import Form, Receive, Request, Requester, RequestKind
from prcomm.press.speaking import Speaker

__all__ = [
    "Admit", "Announce", "AnswerQuestion", "Ask", "BriefingAction", "Cancel", "Close", "DropQuestion", "Hold", "Plan",
    "Postpone", "PublishRecord", "Reschedule", "TellOfChange", "TurnQuestion", "put_at",
]  # fmt: skip


@frozen(kw_only=True)
class BriefingAction(Action):
    """What is done about a briefing."""


@frozen(kw_only=True)
class Plan(BriefingAction):
    """It is planned."""

    case: An[str, "the reference of the file"]
    office: An[Office, "the body that holds it"]
    kind: An[m.BriefingKind, "what it is for"]
    topic: An[str, "what it is about"]
    on: An[DateTime, "when it begins, with a zone"]
    place: An[str, "where"]
    incident: An[Reference | None, "the resonant event it is on, if it is on one"] = None
    together: An[frozenset[str], "the ids of other bodies that hold it too"] = frozenset()


@frozen(kw_only=True)
class Announce(BriefingAction):
    """It is announced."""

    on_site: An[bool, "whether on the official site"]
    accredited_told: An[bool, "whether the accredited media are told"]
    cut_off: An[DateTime | None, "until when guests may apply; nothing where no instant is set"] = None


@frozen(kw_only=True)
class Admit(BriefingAction):
    """A guest is admitted."""

    guest: An[str, "the id of the guest"] = field(repr=hidden)
    standing: An[m.Standing, "as whom the guest comes"]
    foreign: An[bool, "whether the guest works for a foreign outlet"] = False
    certificate: An[Reference | None, "the accreditation that is shown, if one is"] = None
    holder: An[str, "the id of its journalist"] = field(default="", repr=hidden)
    active: An[bool, "whether it is in force"] = False
    valid_until: An[date | None, "its last day"] = None

    @classmethod
    def of(cls, accreditation: Accreditation, *, guest: str, at: DateTime, by: Actor) -> "Admit":
        """The admission of who shows a certificate, as its file stands."""
        foreign = accreditation.kind in ABROAD
        standing = m.Standing.FOREIGN if foreign else m.Standing.ACCREDITED
        return cls(
            at=at, by=by, guest=guest, standing=standing, foreign=foreign,
            certificate=accreditation.reference, holder=accreditation.journalist,
            active=accreditation.state is AccreditationState.ACTIVE, valid_until=accreditation.valid_until,
        )  # fmt: skip


@frozen(kw_only=True)
class Hold(BriefingAction):
    """It is held."""

    speaker: An[Speaker, "who speaks for the body"]


@frozen(kw_only=True)
class Postpone(BriefingAction):
    """It is put off."""

    reason: An[str, "a reference to the reason"]


@frozen(kw_only=True)
class Reschedule(BriefingAction):
    """It has a new time: whoever was admitted is admitted anew."""

    on: An[DateTime, "when it begins, with a zone"]
    place: An[str, "where"]


@frozen(kw_only=True)
class Cancel(BriefingAction):
    """It is not held."""

    reason: An[str, "a reference to the reason"]


@frozen(kw_only=True)
class TellOfChange(BriefingAction):
    """Whoever was told of it is told that it is moved or cancelled."""


@frozen(kw_only=True)
class PublishRecord(BriefingAction):
    """What was said there is published."""

    record: An[Reference, "the record"]


@frozen(kw_only=True)
class Close(BriefingAction):
    """Nothing is open, and the file is closed."""

    heard: An[Heard, "what came of the feedback on it"]


@frozen(kw_only=True)
class Ask(BriefingAction):
    """A guest puts a question."""

    question: An[str, "its id in this file"]


@frozen(kw_only=True)
class AnswerQuestion(BriefingAction):
    """It is answered."""

    question: An[str, "which question"]
    speaker: An[Speaker, "who speaks for the body"]


@frozen(kw_only=True)
class TurnQuestion(BriefingAction):
    """It goes on as a request or an appeal."""

    question: An[str, "which question"]
    into: An[Reference, "the file that it became"]

    @classmethod
    def of(cls, request: Request, *, at: DateTime, by: Actor) -> "TurnQuestion":
        """The turning of a question into the request that names it."""
        return cls(at=at, by=by, question=request.asked, into=request.reference)


@frozen(kw_only=True)
class DropQuestion(BriefingAction):
    """It is not answered."""

    question: An[str, "which question"]
    reason: An[str, "a reference to the reason"]


def put_at(
    briefing: m.Briefing, question: str, *, case: str, kind: RequestKind, requester: Requester, at: DateTime, by: Actor,
    named: bool = True, interview: bool = False, registered_outlet: bool = False,
) -> Receive:  # fmt: skip
    """The receipt of a request that was put as a question at a briefing: spoken, at the instant of its asking.

    Of a question that was not put there the request says no such thing: it comes as any other does.
    """
    put = next((a.at for a in (r.action for r in briefing.told) if isinstance(a, Ask) and a.question == question), None)
    event, asked = (None, "") if put is None else (briefing.reference, question)
    return Receive(
        at=at, by=by, case=case, office=briefing.office, kind=kind, form=Form.ORAL, requester=requester, named=named,
        interview=interview, question=event, asked=asked, put=put, registered_outlet=registered_outlet,
    )  # fmt: skip
