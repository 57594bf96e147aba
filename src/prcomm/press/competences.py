"""What an officer may do for the body: who was charged with what, and when they were last trained for it."""

from enum import Enum
from typing import Annotated as An

from attrs import evolve, frozen
from pendulum import Date, DateTime

from prcomm import (
    SAME,
    Action,
    Actor,
    Context,
    Entity,
    Lifecycle,
    Months,
    Office,
    Phase,
    Reference,
    State,
    Term,
    Who,
    by_law,
    given,
    guard,
    owes,
    rows,
)
from prcomm.core.calendar.days import day, ordinal
from prcomm.law import UZ
from prcomm.law.house import HOUSE
from prcomm.law.orq445 import ORQ445, YEARS_OF_TRAINING
from prcomm.law.press_acts import DECREE_2025, PQ4366
from prcomm.law.roles import AUTHORISED, OTHER_BODY
from prcomm.law.source_article import SOURCE_ARTICLE
from prcomm.press.roles import CENTRAL, CENTRE, LEADERS


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
APPEALS = Duty.HANDLES_APPEALS
"""The duty for which the law asks for training again and again."""
TRAINING, ATTESTATION = (ORQ445(33, 4), SOURCE_ARTICLE(29)), PQ4366("attestation")
IN_AN_ACT, BY_NOW = "the charge, and its end, stand in an act", "the earlier training lies behind"
"""Conditions of the row that begins a charge, and of others."""


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
    trained_on: An[Date | None, "the day of the last training for appeals, if it lies before this"] = None

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
    trained_on: An[Date | None, "the day of the last training for it, if it lies before this"] = None


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


def trained(competence: Competence, of: Duty) -> Date | None:
    """The day from which the file counts the training for a duty: the last training, else the one named when the duty
    was first given, else the day it was given; nothing if the officer never had it in this file."""
    last: Date | None = None
    given_on: Date | None = None
    for record in competence.told:
        if not concerns(record.action, of):
            continue
        if isinstance(record.action, Train):
            last = counted_from(competence, record.action)
        else:
            given_on = given_on or counted_from(competence, record.action)
    return last or given_on


def concerns(action: Action, duty: Duty) -> bool:
    """Whether an officer is charged with a duty by an action, or trained for it."""
    return (isinstance(action, Train | AddDuty) and action.of is duty) or (
        isinstance(action, Charge) and duty in action.duties
    )


def counted_from(competence: Competence, action: Action) -> Date:
    """The day from which the years of training are counted."""
    named = action.trained_on if isinstance(action, Charge | AddDuty) else None
    return day(ordinal(action.at, competence.office)) if named is None else named


def about(action: CompetenceAction) -> Duty:
    """Which duty's training it is: of a charge, and of its end, that for appeals, for which alone the years count."""
    return action.of if isinstance(action, Train | AddDuty | DropDuty) else APPEALS


def behind(trained_on: Date | None, at: DateTime, office: Office) -> bool:
    """Whether a training, if there was one, was by then."""
    return trained_on is None or trained_on.toordinal() <= ordinal(at, office)


def in_an_act(competence: Competence, action: AddDuty | DropDuty | Relieve) -> bool:
    return bool(action.act)


under_an_act = given(IN_AN_ACT, HOUSE(110), in_an_act, remedy="give it")


@guard("it is about a duty the officer has", HOUSE(110))
def of_a_duty_held(competence: Competence, action: Train | DropDuty) -> bool:
    return action.of in competence.duties


@guard("a duty had before in this file keeps its day", HOUSE(149))
def as_this_file_shows(competence: Competence, action: AddDuty) -> bool:
    """Who drops a duty and takes it up again does not begin the years anew."""
    return trained(competence, action.of) in (None, action.trained_on)


def years_of_training(competence: Competence, action: CompetenceAction, context: Context) -> Term:
    return Months(12 * context[YEARS_OF_TRAINING])


row = rows(Competence, CompetenceState, CompetenceAction)
owed = owes(Competence, CompetenceAction)
# fmt: off
TRANSITIONS = (
    #   in state    action    leads to     who may                               under        given that, and then
    row.start(      Charge,   S.CHARGED,   LEADERS,                              HOUSE(110),
        given(IN_AN_ACT, HOUSE(110), lambda a: bool(a.act), remedy="give it"),
        given("at least one duty is named", HOUSE(110), lambda a: bool(a.duties)),
        given(BY_NOW, HOUSE(149), lambda a: behind(a.trained_on, a.at, a.office)), id="case"),
    row(S.CHARGED,  Train,    SAME,        Who(CENTRAL | AUTHORISED, HOUSE(103)), TRAINING,   of_a_duty_held),
    row(S.CHARGED,  AddDuty,  SAME,        LEADERS,                              HOUSE(110),
        under_an_act, as_this_file_shows,
        given(BY_NOW, HOUSE(149), lambda c, a: behind(a.trained_on, a.at, c.office)),
        then=lambda c, a: evolve(c, duties=c.duties | {a.of})),
    row(S.CHARGED,  DropDuty, SAME,        LEADERS,                              HOUSE(110),
        under_an_act, of_a_duty_held, then=lambda c, a: evolve(c, duties=c.duties - {a.of})),
    row(S.CHARGED,  Attest,   SAME,        OTHER_BODY,                           ATTESTATION,
        then=lambda c, a: evolve(c, attested=a.passed), since=PQ4366.adopted, until=DECREE_2025.adopted),
    row(S.CHARGED,  Attest,   SAME,        CENTRE,                               (ATTESTATION, HOUSE(111)),
        then=lambda c, a: evolve(c, attested=a.passed), since=DECREE_2025.adopted),
    row(S.CHARGED,  Relieve,  S.RELIEVED,  LEADERS,                              HOUSE(110),  under_an_act),
)
DEADLINES = (
    #    what is owed begins                    within                     met by  owed by
    owed("training",  (Charge, AddDuty, Train), by_law(years_of_training), Train, Who(AUTHORISED, HOUSE(103)),
         ORQ445(33, 4), since=counted_from, when=lambda c, a: concerns(a, APPEALS), per=about,
         until=(Relieve, DropDuty)),
)
# fmt: on
COMPETENCE = Lifecycle("competence", TRANSITIONS, DEADLINES, law=UZ, final=S.RELIEVED)
"""The charge of an officer, from the act that gives it to the act that ends it."""
