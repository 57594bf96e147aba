"""What is done about a press service: by the head of the body, by the service, by the Main Department."""

from datetime import date
from typing import Annotated as An

from attrs import frozen
from pendulum import DateTime

from prcomm.core.calendar.days import day, ordinal
from prcomm.core.sources.people import Actor, Office
from prcomm.core.table.entities import Action, Reference
from prcomm.press.briefings import ANNUAL, Briefing, Hold
from prcomm.press.press_services import model as m

__all__ = [
    "Abolish", "Advise", "AskHelp", "Establish", "FindInOrder", "NoteBriefing", "NoteConference", "Punish", "PutRight",
    "Reorganise", "ServiceAction", "Visit",
]  # fmt: skip


@frozen(kw_only=True)
class ServiceAction(Action):
    """What is done about a press service."""


@frozen(kw_only=True)
class Establish(ServiceAction):
    """It is set up."""

    case: An[str, "the reference of the file"]
    office: An[Office, "the body whose service it is"]
    kind: An[m.UnitKind, "which unit it is"]
    act: An[str, "the act by which, by reference"]
    secretary_of_minister: An[bool, "whether its head is the minister's press secretary"] = False


@frozen(kw_only=True)
class Reorganise(ServiceAction):
    """It is reorganised."""

    act: An[str, "the act by which, by reference"]


@frozen(kw_only=True)
class Abolish(ServiceAction):
    """It is abolished."""

    act: An[str, "the act by which, by reference"]


@frozen(kw_only=True)
class AskHelp(ServiceAction):
    """It asks the Main Department for help."""


@frozen(kw_only=True)
class Visit(ServiceAction):
    """The Main Department comes to see how it works."""


@frozen(kw_only=True)
class Advise(ServiceAction):
    """The Main Department advises what to put right."""

    recommendations: An[frozenset[str], "references to what it advises"]


@frozen(kw_only=True)
class FindInOrder(ServiceAction):
    """The Main Department finds nothing to advise."""


@frozen(kw_only=True)
class PutRight(ServiceAction):
    """What was advised is done."""


@frozen(kw_only=True)
class Punish(ServiceAction):
    """Somebody is punished for what a review shows."""


@frozen(kw_only=True)
class Note(ServiceAction):
    """A briefing, which has a file of its own, met the month. The note has its instant; the day of the event counts."""

    briefing: An[Reference, "its file"]
    held: An[bool, "whether it was held"]
    held_on: An[date, "the day on which; of one that was not held, that for which it stands"]
    offices: An[frozenset[str], "the ids of the bodies that held it"]


@frozen(kw_only=True)
class NoteBriefing(Note):
    """A briefing was held."""

    @classmethod
    def of(cls, briefing: Briefing, *, at: DateTime, by: Actor) -> "NoteBriefing":
        """As the file of the briefing stands."""
        held, held_on, offices = _told(briefing)
        return cls(at=at, by=by, briefing=briefing.reference, held=held, held_on=held_on, offices=offices)


@frozen(kw_only=True)
class NoteConference(Note):
    """A press conference on the yearly report was held."""

    annual: An[bool, "whether it was on the yearly report"]

    @classmethod
    def of(cls, briefing: Briefing, *, at: DateTime, by: Actor) -> "NoteConference":
        """As the file of the conference stands."""
        held, held_on, offices = _told(briefing)
        annual = briefing.kind is ANNUAL
        return cls(
            at=at, by=by, briefing=briefing.reference, held=held, held_on=held_on, offices=offices, annual=annual
        )


def _told(briefing: Briefing) -> tuple[bool, date, frozenset[str]]:
    """Whether, on which day and by which bodies it was held."""
    held = next((record.action.at for record in briefing.told if isinstance(record.action, Hold)), None)
    held_on = day(ordinal(briefing.on if held is None else held, briefing.office))
    return held is not None, held_on, briefing.together | {briefing.office.id}
