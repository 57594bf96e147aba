"""A signal of corruption in internal affairs bodies that a public council found on the internet: PQ-10, para 6(4)."""

from datetime import date
from enum import Enum
from typing import Annotated as An

from attrs import evolve, field, frozen
from pendulum import DateTime

from prcomm import (
    PROMPTLY,
    SAME,
    STANDS,
    Action,
    Actor,
    Basis,
    Entity,
    Lifecycle,
    Office,
    Phase,
    Reference,
    RunningTerm,
    State,
    Term,
    Who,
    given,
    guard,
    keeps,
    owes,
    rows,
)
from prcomm.core.calendar.days import ordinal
from prcomm.core.sources.people import hidden
from prcomm.law import CRIMINAL_CODE, UZ
from prcomm.law.constitution import CONSTITUTION
from prcomm.law.criminal_procedure import CRIMINAL_PROCEDURE
from prcomm.law.house import HOUSE
from prcomm.law.public_councils import PQ10, TERM_TO_STUDY
from prcomm.law.roles import ACTING_CHAIR, CHAIR, DEPUTY_CHAIR, MEMBER, PRESS_HEAD, PRESS_OFFICER, SECRETARY
from prcomm.oversight.sessions.model import Session


class SignalState(State):
    """Where a signal stands."""

    FOUND = 1, Phase.PLAN
    UNDER_STUDY = 2, Phase.ACT
    STUDIED = 3, Phase.ACT
    APPROVED = 4, Phase.FEEDBACK
    PUBLISHED = 5, Phase.FEEDBACK
    JOINED = 6, Phase.EVALUATION
    PASSED = 7, Phase.ACT
    HANDED_OVER = 8, Phase.ACT


class Medium(Enum):
    """Where it was published."""

    INTERNET = 1
    SOCIAL_NETWORK = 2
    OTHER = 3


class Leave(Enum):
    """Whether data of an investigation may be published. A case has ended too where none was opened."""

    NOT_NEEDED = 1
    GIVEN = 2
    CASE_ENDED = 3
    NOT_GIVEN = 4


S = SignalState
NEW = S.FOUND | S.UNDER_STUDY
OURS = NEW | S.STUDIED
AWAY = S.PASSED | S.HANDED_OVER
OVER = S.PUBLISHED | S.JOINED
STUDIES, ADOPTED = PQ10(6, 4), date(2023, 1, 20)
INVESTIGATION = (CRIMINAL_PROCEDURE(322).by(Basis.INFERRED), CRIMINAL_PROCEDURE(327).by(Basis.INFERRED))
SECRECY = CRIMINAL_CODE(239).by(Basis.INFERRED)
ELSEWHERE = "pass it to the body above, or hand it over"


@frozen(kw_only=True)
class SignalAction(Action):
    """What is done about a signal."""


@frozen(kw_only=True)
class NoteSignal(SignalAction):
    """Somebody of the council found it."""

    signal: An[str, "the reference of the signal"]
    office: An[Office, "the body at which the council is"]
    council: An[Reference, "the council"]
    medium: An[Medium, "where it was published"]
    link: An[str, "where exactly, by reference"]
    about: An[str, "the id of the body it is about"]
    corruption: An[bool, "whether it is about corruption, as who notes it judges"]
    meant: An[tuple[str, ...], "the ids of those it is about, if known"] = field(default=(), repr=hidden)
    about_the_head: An[bool, "whether it is about the head of the body at which the council is"] = False
    found: An[Reference | None, "the item of monitoring, if it came from there"] = None


@frozen(kw_only=True)
class Study(SignalAction):
    """It is given to somebody to study."""

    by_whom: An[tuple[str, ...], "the ids of those who study it"] = ()


@frozen(kw_only=True)
class JoinTo(SignalAction):
    """It repeats another, and goes on with that."""

    first: An[Reference, "the other signal"]
    first_open: An[bool, "whether that is still open"]
    about: An[str, "the id of the body which that is about"]
    same: An[bool, "whether it says the same, as a person judged it"]

    @classmethod
    def of(cls, first: "Signal", *, same: bool, at: DateTime, by: Actor) -> "JoinTo":
        """The joining to another signal as it stands."""
        first_open = first.state not in OVER
        return cls(at=at, by=by, first=first.reference, first_open=first_open, about=first.about, same=same)


@frozen(kw_only=True)
class Pass(SignalAction):
    """It goes to another body, which studies it."""

    to: An[str, "the id of that body"] = ""
    why: An[str, "a reference to the reason"] = ""


@frozen(kw_only=True)
class HandOver(SignalAction):
    """It goes to those who investigate."""

    to: An[str, "the id of that body"] = ""
    why: An[str, "a reference to the reason"] = ""


@frozen(kw_only=True)
class TakeBack(SignalAction):
    """It comes back: the other body gave it back, or opened no case."""

    why: An[str, "a reference to the reason"] = ""


@frozen(kw_only=True)
class Conclude(SignalAction):
    """What was found is put on file: by the council, by the other body, or that nothing came from it."""

    result: An[str, "a reference to the findings"] = ""


@frozen(kw_only=True)
class Approve(SignalAction):
    """The council adopted the result at a session."""

    session: An[Reference, "that session"]
    council: An[Reference, "the council whose session it was"]
    adopted: An[bool, "whether the item was adopted"]
    result: An[str, "what was adopted, by reference"]

    @classmethod
    def of(cls, session: Session, item: str, *, at: DateTime, by: Actor) -> "Approve":
        """What a session decided on one of its items."""
        adopted = next((one for one in session.items if one.id == item and one.state.name == "ADOPTED"), None)
        result, where = "" if adopted is None else adopted.decision, Reference("session", session.id)
        return cls(at=at, by=by, session=where, council=session.council, adopted=adopted is not None, result=result)


@frozen(kw_only=True)
class NoteWhom(SignalAction):
    """It turns out whom it is about."""

    meant: An[tuple[str, ...], "the ids of these people"] = field(default=(), repr=hidden)
    about_the_head: An[bool, "whether it is about the head"] = False


@frozen(kw_only=True)
class SendBack(SignalAction):
    """What was found does not suffice: it is studied further."""


@frozen(kw_only=True)
class CloseSilently(SignalAction):
    """It is closed, and nobody is told."""


@frozen(kw_only=True)
class PublishStudy(SignalAction):
    """The result is brought to the public."""

    nobody_called_guilty: An[bool, "whether it calls nobody guilty whom no court has sentenced"] = True
    leave: An[Leave, "whether data of an investigation may be published"] = Leave.NOT_NEEDED


@frozen(kw_only=True)
class Signal(Entity[SignalState]):
    """A signal of corruption."""

    council: An[Reference, "the council that found it"]
    about: An[str, "the id of the body it is about"]
    meant: An[tuple[str, ...], "the ids of those it is about, if known"] = field(default=(), repr=hidden)
    about_the_head: An[bool, "whether it is about the head"] = False
    handed: An[bool, "whether it ever went to those who investigate"] = False
    found: An[Reference | None, "the item of monitoring, if it came from there"] = None
    result: An[str, "what was found, by reference"] = ""
    first: An[Reference | None, "the signal it was joined to"] = None
    session: An[Reference | None, "the session that adopted the result"] = None

    @property
    def reference(self) -> Reference:
        """Where it is, for other files."""
        return Reference("signal", self.id)

    @property
    def refers_to(self) -> tuple[Reference, ...]:
        """The other files it names."""
        return tuple(one for one in (self.council, self.found, self.first, self.session) if one is not None)


@guard("nobody acts on a signal about themselves", HOUSE(38))
def not_about_themselves(signal: Signal, action: SignalAction) -> bool:
    acting = {action.by.known_as, *action.by_whom} if isinstance(action, Study) else {action.by.known_as}
    return acting.isdisjoint(signal.meant)


@guard("a signal about the head is not studied under the head", HOUSE(38), remedy=ELSEWHERE)
def not_of_the_head(signal: Signal, action: SignalAction) -> bool:
    return not signal.about_the_head


@guard("it is said to whom it goes and why", HOUSE(29))
def says_to_whom_and_why(signal: Signal, action: Pass | HandOver) -> bool:
    return bool(action.to and action.why) and action.to != signal.council.id


@guard("the result is on file", HOUSE(28))
def result_is_named(signal: Signal, action: Conclude) -> bool:
    return bool(action.result)


@guard("data of an investigation are published with leave, or when the case has ended", SECRECY)
def investigation_allows_it(signal: Signal, action: PublishStudy) -> bool:
    if signal.handed:
        return action.leave in (Leave.GIVEN, Leave.CASE_ENDED)
    return action.leave is not Leave.NOT_GIVEN


def whom_noted(signal: Signal, action: NoteWhom) -> Signal:
    """Who was ever said to be meant stays so."""
    meant = tuple(dict.fromkeys((*signal.meant, *action.meant)))
    return evolve(signal, meant=meant, about_the_head=signal.about_the_head or action.about_the_head)


def without_a_day(signal: Signal, action: Pass | HandOver, running: RunningTerm) -> Term:
    """Elsewhere it is studied by no day of the council's; but a day that had passed stands."""
    passed = running.last is not None and ordinal(action.at, signal.office) > running.last.toordinal()
    return STANDS if passed else PROMPTLY


FINDERS = SECRETARY | MEMBER | CHAIR
LEADERS = CHAIR | DEPUTY_CHAIR | ACTING_CHAIR
LEADING = Who(LEADERS, HOUSE(28))
REPORTING = Who(MEMBER | SECRETARY, HOUSE(28))
TELLING = Who(SECRETARY | PRESS_OFFICER | PRESS_HEAD, HOUSE(28))

row = rows(Signal, SignalState, SignalAction)
owed = owes(Signal, SignalAction)
# fmt: off
TRANSITIONS = (
    #   in state                        action         leads to       who may    under       given that, and then
    row.start(                          NoteSignal,    S.FOUND,       Who(FINDERS, HOUSE(28)), STUDIES,
        given("it was published on the internet or a social network", STUDIES,
              lambda a: a.medium is not Medium.OTHER and bool(a.link), remedy="register it as an appeal"),
        given("it is about corruption in internal affairs bodies", STUDIES, lambda a: a.corruption),
        id="signal", since=ADOPTED),
    row(S.FOUND,                        Study,         S.UNDER_STUDY, LEADING,   STUDIES,
        not_about_themselves, not_of_the_head,
        given("somebody is named to study it", HOUSE(28), lambda s, a: bool(a.by_whom))),
    row(NEW,                            JoinTo,        S.JOINED,      LEADING,   HOUSE(29),
        not_about_themselves,
        given("it repeats another, still open, about the same body", HOUSE(29),
              lambda s, a: a.same and a.first_open and a.about == s.about and a.first != s.reference),
        then=keeps("first")),
    row(OURS,                           Pass,          S.PASSED,      LEADING,   HOUSE(29),
        not_about_themselves, says_to_whom_and_why,
        given("a signal about the head goes to the body above", HOUSE(38),
              lambda s, a: not s.about_the_head or a.to == s.office.superior != "")),
    row(OURS | S.APPROVED | S.PASSED,   HandOver,      S.HANDED_OVER, LEADING,   INVESTIGATION,
        not_about_themselves, says_to_whom_and_why, then=lambda s, a: evolve(s, handed=True)),
    row(AWAY,                           TakeBack,      S.UNDER_STUDY, LEADERS,   HOUSE(29),
        not_about_themselves, not_of_the_head,
        given("it is said why it comes back", HOUSE(29), lambda s, a: bool(a.why))),
    row(S.UNDER_STUDY,                  Conclude,      S.STUDIED,     REPORTING, STUDIES,
        not_about_themselves, result_is_named, then=keeps("result")),
    row(AWAY,                           Conclude,      S.STUDIED,     REPORTING, HOUSE(29),
        not_about_themselves, result_is_named, then=keeps("result")),
    row(S.STUDIED,                      Approve,       S.APPROVED,    LEADERS,   HOUSE(28),
        not_about_themselves,
        given("the council adopted this result", HOUSE(28),
              lambda s, a: a.adopted and (a.council, a.result) == (s.council, s.result)),
        then=keeps("session")),
    row(S.STUDIED,                      SendBack,      S.UNDER_STUDY, LEADERS,   HOUSE(28),
        not_about_themselves, not_of_the_head),
    row(S.APPROVED,                     PublishStudy,  S.PUBLISHED,   TELLING,   STUDIES,
        not_about_themselves, investigation_allows_it,
        given("what is about the head is published by the council's secretary", HOUSE(38),
              lambda s, a: not s.about_the_head or a.by.role == SECRETARY),
        given("nobody is called guilty before a sentence", CONSTITUTION(28), lambda s, a: a.nobody_called_guilty)),
    row.never(OURS | S.APPROVED | AWAY, CloseSilently, STUDIES, "the result of the study is brought to the public"),
    row(OURS,                           NoteWhom,      SAME,          FINDERS,   HOUSE(38),
        given("it is said whom it is about", HOUSE(38), lambda s, a: bool(a.meant) or a.about_the_head),
        then=whom_noted),
)
DEADLINES = (
    #    what is owed begins      within         met by        owed by
    owed("result",    NoteSignal, TERM_TO_STUDY, PublishStudy, Who(CHAIR, HOUSE(28)), STUDIES,
         owed.moved(Pass, without_a_day), owed.moved(HandOver, without_a_day), until=JoinTo),
)
# fmt: on
SIGNAL = Lifecycle("signal", TRANSITIONS, DEADLINES, law=UZ, final=OVER)
"""The signal of corruption, from its finding to the publication of what was found."""
