"""What an officer may do for the body: who was charged with what, and when they were last trained for it."""

from datetime import date
from enum import Enum
from typing import Annotated as An

from attrs import frozen
from pendulum import DateTime

from prcomm import Action, Actor, Entity, Office, Phase, Reference, State
from prcomm.core.calendar.days import day, ordinal


class CompetenceState(State):
    """Where the charge of an officer stands."""

    CHARGED = 1, Phase.ACT
    RELIEVED = 2, Phase.EVALUATION


class Duty(Enum):
    """What an officer does for the body."""

    SPEAKS = 1
    WRITES = 2
    WATCHES = 3
    HANDLES_APPEALS = 4


S = CompetenceState


@frozen(kw_only=True)
class CompetenceAction(Action):
    """What is done about the charge of an officer."""


@frozen(kw_only=True)
class Charge(CompetenceAction):
    """An officer is charged with duties."""

    case: An[str, "the reference of the charge"]
    office: An[Office, "the body for which the officer acts"]
    officer: An[str, "the id of the officer"]
    duties: An[frozenset[Duty], "what the officer does for it"]
    act: An[str, "the act by which, by reference"]
    trained_on: An[date | None, "the day of the last training for appeals, if it lies before this"] = None

    @classmethod
    def again(
        cls, earlier: "Competence", *, case: str, office: Office, duties: frozenset[Duty], act: str, at: DateTime,
        by: Actor,
    ) -> "Charge":  # fmt: skip
        """A new charge of the same officer. The years since the training for appeals run on from the earlier file."""
        trained_on = trained(earlier, Duty.HANDLES_APPEALS)
        return cls(
            at=at, by=by, case=case, office=office, officer=earlier.officer, duties=duties, act=act,
            trained_on=trained_on,
        )  # fmt: skip


@frozen(kw_only=True)
class Train(CompetenceAction):
    """The officer was trained."""

    of: An[Duty, "for which duty"]


@frozen(kw_only=True)
class AddDuty(CompetenceAction):
    """The officer is charged with one more duty."""

    of: An[Duty, "with which"]
    act: An[str, "the act by which, by reference"]
    trained_on: An[date | None, "the day of the last training for it, if it lies before this"] = None


@frozen(kw_only=True)
class DropDuty(CompetenceAction):
    """The officer is relieved of one duty, and keeps the others."""

    of: An[Duty, "of which"]
    act: An[str, "the act by which, by reference"]


@frozen(kw_only=True)
class Attest(CompetenceAction):
    """The officer was attested."""

    passed: An[bool, "whether the officer passed"]


@frozen(kw_only=True)
class Relieve(CompetenceAction):
    """The officer is relieved of all of them."""

    act: An[str, "the act by which, by reference"]


@frozen(kw_only=True)
class Competence(Entity[CompetenceState]):
    """What an officer is charged with."""

    officer: An[str, "the id of the officer"]
    duties: An[frozenset[Duty], "what the officer does for the body"]
    attested: An[bool | None, "whether the officer passed the last attestation; nothing where there was none"] = None

    @property
    def reference(self) -> Reference:
        """Where it is, for other files."""
        return Reference("competence", self.id)


def trained(competence: Competence, of: Duty) -> date | None:
    """The day from which the file counts the training for a duty: the last training, else the one named when the duty
    was given, else the day it was given; nothing if the officer never had it in this file."""
    days: list[date] = []
    given: list[date] = []
    for record in competence.told:
        action, on = record.action, day(ordinal(record.action.at, competence.office))
        if isinstance(action, Train) and action.of is of:
            days.append(on)
        elif (isinstance(action, Charge) and of in action.duties) or (isinstance(action, AddDuty) and action.of is of):
            given.append(action.trained_on or on)
    return days[-1] if days else given[0] if given else None
