"""What is done about a request: by who asks, by the body, by who hears the complaint; and what who asks was told."""

from typing import Annotated as An

from attrs import field, fields, frozen
from pendulum import DateTime

from prcomm.core.sources.people import Office, hidden
from prcomm.core.table.entities import Action, Reference
from prcomm.press.requests import model as m
from prcomm.press.speaking import Speaker

__all__ = [
    "Answer", "AnswerAtOnce", "AnswerInPart", "Close", "Complain", "Decides", "Dismiss", "Extend", "Forward",
    "GiveInterview", "GoToCourt", "Receive", "Refuse", "Register", "ReplyLine", "RequestAction", "SayNotHeld",
    "SetAside", "TakeBack", "Tells", "Turn", "Uphold", "reply_line",
]  # fmt: skip


@frozen(kw_only=True)
class RequestAction(Action):
    """What is done about a request."""


@frozen(kw_only=True)
class Tells(RequestAction):
    """Whatever tells who asked something."""


@frozen(kw_only=True)
class Decides(Tells):
    """Whatever of that answers or refuses: this body has said what it has to say."""


@frozen(kw_only=True)
class Receive(RequestAction):
    """It comes."""

    case: An[str, "the reference of the file"]
    office: An[Office, "the body that is asked"]
    kind: An[m.RequestKind, "who asks"]
    form: An[m.Form, "in what form"]
    requester: An[m.Requester, "who asks"] = field(repr=hidden)
    named: An[bool, "whether it says who asks: name and residence, or firm name and address"] = True
    interview: An[bool, "whether an interview is asked for"] = False
    question: An[Reference | None, "the event at which it was put as a question, if it was"] = None
    asked: An[str, "which question of that event it is"] = ""
    put: An[DateTime | None, "when it was put, if before it is entered"] = None
    registered_outlet: An[bool, "whether it comes from the editorial office of a registered outlet"] = False


@frozen(kw_only=True)
class Register(RequestAction):
    """It is registered."""

    number: An[str, "its number in the register"]


@frozen(kw_only=True)
class SetAside(RequestAction):
    """It is anonymous, and not considered."""


@frozen(kw_only=True)
class Turn(RequestAction):
    """It is an appeal by its substance, and goes on as one."""

    into: An[Reference, "that appeal"]


@frozen(kw_only=True)
class AnswerAtOnce(Decides):
    """What was asked by word of mouth is answered there and then."""


@frozen(kw_only=True)
class SayNotHeld(Decides):
    """The body does not hold the information, and says so."""

    holder: An[str, "who holds it, if that is known"] = ""


@frozen(kw_only=True)
class Answer(Decides):
    """It is answered."""

    reply: An[Reference, "the answer"]
    published_at: An[str, "where what was asked for is published, by reference, if the answer points to it"] = ""


@frozen(kw_only=True)
class AnswerInPart(Decides):
    """One part of it is answered, access to the other refused."""

    reply: An[Reference, "the answer"]
    withheld: An[str, "a reference to what is withheld"] = ""
    ground: An[m.RefusalGround, "why it is"]
    reasons: An[str, "a reference to the reasons"] = ""
    route: An[str, "where to complain"] = ""
    not_held: An[str, "a reference to what the body does not hold, if anything"] = ""
    holder: An[str, "who holds that, if it is known"] = ""


@frozen(kw_only=True)
class GiveInterview(Decides):
    """The interview is given."""

    speaker: An[Speaker, "who speaks for the body"]


@frozen(kw_only=True)
class Refuse(Decides):
    """Access, or the interview, is refused."""

    ground: An[m.RefusalGround, "why"]
    reasons: An[str, "a reference to the reasons"] = ""
    route: An[str, "where to complain"] = ""


@frozen(kw_only=True)
class Forward(Tells):
    """It goes to the body that is competent."""

    to: An[str, "the id of that body"] = ""
    told: An[bool, "whether who asked was told where it went"] = False


@frozen(kw_only=True)
class Extend(RequestAction):
    """The term to answer is lengthened."""

    told: An[bool, "whether who asked was told"] = False


@frozen(kw_only=True)
class Complain(RequestAction):
    """Who asked, or somebody for them, complains to another body."""


@frozen(kw_only=True)
class GoToCourt(RequestAction):
    """Who asked goes to court."""


@frozen(kw_only=True)
class Uphold(RequestAction):
    """The complaint is upheld: the request is to be answered."""

    decision: An[str, "the number of the decision, under which a request stands that had none"] = ""


@frozen(kw_only=True)
class Dismiss(RequestAction):
    """The complaint is dismissed."""


@frozen(kw_only=True)
class TakeBack(RequestAction):
    """Who asked takes it back."""


@frozen(kw_only=True)
class Close(RequestAction):
    """Nothing is open, and the file is closed."""


@frozen(kw_only=True)
class ReplyLine:
    """What who asked was told, as far as it was: what is not said is empty."""

    reply: An[Reference | None, "the answer"] = None
    published_at: An[str, "where what was asked for is published"] = ""
    withheld: An[str, "a reference to what is withheld"] = ""
    reasons: An[str, "a reference to the reasons"] = ""
    route: An[str, "where to complain"] = ""
    not_held: An[str, "a reference to what the body does not hold"] = ""
    holder: An[str, "who holds it"] = ""
    to: An[str, "the id of the body to which it went"] = ""


def reply_line(request: m.Request) -> ReplyLine | None:
    """What who asked was told by the last action that told something; ``None`` if nothing was yet."""
    told = next((one.action for one in reversed(request.told) if isinstance(one.action, Tells)), None)
    if told is None:
        return None
    names = (one.name for one in fields(ReplyLine))
    return ReplyLine(**{name: getattr(told, name) for name in names if hasattr(told, name)})
