"""What is done about a dialogue: by the press service, by who decides for the body, by who comes to it."""

from typing import Annotated as An

from attrs import frozen
from pendulum import Date, DateTime

from prcomm.core.sources.people import Actor, Office
from prcomm.core.table.entities import Action, Reference
from prcomm.press.dialogues import model as m
from prcomm.press.feedback import Heard
from prcomm.press.requests import Request
from prcomm.press.speaking import Speaker

__all__ = [
    "Announce", "Cancel", "CarryOut", "Close", "DialogueAction", "Drop", "Explain", "Hold", "Instruct", "Plan",
    "Postpone", "Raise", "RefuseOnTheSpot", "Report", "Reschedule", "Solve", "TellOfChange", "TurnInto",
]  # fmt: skip


@frozen(kw_only=True)
class DialogueAction(Action):
    """What is done about a dialogue."""


@frozen(kw_only=True)
class Plan(DialogueAction):
    """It is planned."""

    case: An[str, "the reference of the file"]
    office: An[Office, "the body that holds it"]
    kind: An[m.DialogueKind, "with whom, and how"]
    topic: An[str, "what it is about"]
    on: An[DateTime, "when it begins, with a zone"]
    place: An[str, "where"]
    schedule: An[str, "the schedule of receptions in which its day stands"] = ""
    last_day: An[Date | None, "its last day, if it has several"] = None


@frozen(kw_only=True)
class Announce(DialogueAction):
    """It is announced."""

    where: An[frozenset[m.Place], "where"]


@frozen(kw_only=True)
class Hold(DialogueAction):
    """It is held: on its first day, if it has several."""

    speaker: An[Speaker, "who speaks for the body"]


@frozen(kw_only=True)
class Report(DialogueAction):
    """Its outcome is published."""

    solved: An[int, "how many questions were solved on the spot"]
    explained: An[int, "how many were explained"]
    instructed: An[int, "how many were given to somebody, done by now or not"]
    refused: An[int, "how many were refused on the spot"]
    turned: An[int, "how many became a request or an appeal"]
    dropped: An[int, "how many were dropped"]
    published: An[Reference, "where that is published"]

    @classmethod
    def of(cls, dialogue: m.Dialogue, *, published: Reference, at: DateTime, by: Actor) -> "Report":
        """The report with the totals of the file as it stands."""
        return cls(at=at, by=by, published=published, **m.totals(dialogue))


@frozen(kw_only=True)
class Close(DialogueAction):
    """Nothing is open, and the file is closed."""

    heard: An[Heard, "what came of the feedback on it"]


@frozen(kw_only=True)
class Postpone(DialogueAction):
    """It is put off."""

    reason: An[str, "a reference to the reason"]


@frozen(kw_only=True)
class Reschedule(DialogueAction):
    """It has a new time."""

    on: An[DateTime, "when it begins, with a zone"]
    place: An[str, "where"]
    last_day: An[Date | None, "its last day, if it has several"] = None


@frozen(kw_only=True)
class Cancel(DialogueAction):
    """It is not held."""

    reason: An[str, "a reference to the reason"]


@frozen(kw_only=True)
class TellOfChange(DialogueAction):
    """Whoever was told of it is told that it is moved or cancelled."""


@frozen(kw_only=True)
class Raise(DialogueAction):
    """Somebody puts a question."""

    question: An[str, "its id in this file"]


@frozen(kw_only=True)
class Solve(DialogueAction):
    """It is solved on the spot."""

    question: An[str, "which question"]


@frozen(kw_only=True)
class Explain(DialogueAction):
    """It is explained on the spot."""

    question: An[str, "which question"]


@frozen(kw_only=True)
class Instruct(DialogueAction):
    """Somebody is charged to settle it."""

    question: An[str, "which question"]
    to: An[str, "the id of the unit or the official"]
    until: An[Date | None, "the day by which; nothing where none is named"] = None


@frozen(kw_only=True)
class CarryOut(DialogueAction):
    """The instruction is carried out."""

    question: An[str, "which question"]


@frozen(kw_only=True)
class RefuseOnTheSpot(DialogueAction):
    """What was asked for is refused on the spot."""

    question: An[str, "which question"]
    reason: An[str, "a reference to the reason"]
    route: An[str, "where to turn with it"]


@frozen(kw_only=True)
class TurnInto(DialogueAction):
    """It goes on as a request or an appeal."""

    question: An[str, "which question"]
    into: An[Reference, "the file that it became"]

    @classmethod
    def of(cls, request: Request, *, at: DateTime, by: Actor) -> "TurnInto":
        """The turning of a question into the request that names it."""
        return cls(at=at, by=by, question=request.asked, into=request.reference)


@frozen(kw_only=True)
class Drop(DialogueAction):
    """It is left without an outcome."""

    question: An[str, "which question"]
    reason: An[str, "a reference to the reason"]
