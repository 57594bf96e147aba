"""An appeal that a public council takes up, and what is owed by whom at each step: python examples/council.py

It opens as a council was seen to be founded in Samarkand in 2023: called together at the department, the tasks told by
a deputy head, the chair elected there. Then an appeal becomes an item, the quorum is lost and found again, one
recommendation is adopted by open and one by secret vote, and the body answers.

Below each step stands what is owed then: in which file, what, until when, by whom, and how that is known. All of a
session is ``ANALOGY``, ``PRACTICE`` or house rules, which are ``ASSUMED``: no text of law on sittings of public
councils could be read, and a refusal says so. Nor was one read on how often they are held: so nothing is owed in the
file of the council. Feedback is asked, and nobody owes it.
"""

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Generic, Protocol, TypeVar

from attrs import define
from pendulum import Date, DateTime, date, datetime

from prcomm import Action, Actor, Entity, Lifecycle, Person, Reference, Refused, State
from prcomm.citizens.appeals import (
    APPEAL,
    APPLICATION,
    AnsweredQuestion,
    Appeal,
    AppealAction,
    Assign,
    Channel,
    Decide as DecideAppeal,
    Form,
    NoteExecution,
    Outcome as AppealOutcome,
    Receive,
    Register as RegisterAppeal,
    SendReply,
)
from prcomm.law import office
from prcomm.law.roles import (
    APPELLANT,
    AUTHORISED,
    CANDIDATE,
    CHAIR,
    HEAD,
    MEMBER,
    PRESIDING,
    REGISTRAR,
    SECRETARY,
    TELLER,
)
from prcomm.oversight.councils import (
    COUNCIL,
    TERRITORIAL,
    Activate,
    Appoint,
    Category,
    Consent,
    Constitute,
    Council,
    CouncilAction,
    Nominate,
    NoteSession,
    Post,
    Propose,
)
from prcomm.oversight.recommendations import (
    RECOMMENDATION,
    Adopt,
    Answer,
    Decide,
    Outcome,
    PublishOutcome,
    Recommendation,
    RecommendationAction,
    Register,
    Send,
)
from prcomm.oversight.sessions import (
    FOUNDING,
    ORDINARY,
    SESSION,
    AdoptItem,
    Announce,
    Attend,
    Ballot,
    CastBallot,
    Choice,
    Close,
    CountBallots,
    CountVotes,
    LeaveSession,
    ListItem,
    Minute,
    Open,
    Plan,
    Postpone,
    PublishMinutes,
    Reschedule,
    Session,
    SessionAction,
    TakeUp,
    Vote,
)

REGION = office("region department of internal affairs")
CHIEF, DEPUTY, DESK, OFFICER, WRITER = (
    Actor("head", HEAD),
    Actor("deputy", AUTHORISED),
    Actor("desk 1", REGISTRAR),
    Actor("official 3", SECRETARY),
    Actor("p-17", APPELLANT),
)
SEATS = {
    Category.SCHOLAR: ("m-1", "m-2", "m-3"),
    Category.VETERAN: ("m-4", "m-5", "m-6"),
    Category.JOURNALIST: ("m-7", "m-8", "m-9"),
}
MEMBERS = tuple(chain.from_iterable(SEATS.values()))
LEADER, KEEPER, COUNTER = Actor("m-4", CHAIR, "1"), Actor("m-7", SECRETARY, "1"), Actor("m-9", TELLER)
LIGHTING, DUTY = "street lighting", "duty at the school"
E = TypeVar("E", bound=Entity[State])
A = TypeVar("A", bound=Action)


def on(month: int, day: int) -> Date:
    return date(2026, month, day)


def at(month: int, day: int, hour: int = 10) -> DateTime:
    """An instant of 2026 on the department's clock."""
    return datetime(2026, month, day, hour, tz=REGION.tz)


def named(file: Reference) -> str:
    return f"{file.process} {file.id}"


def presiding(who: Actor) -> Actor:
    return Actor(who.id, PRESIDING, who.office)


class Owing(Protocol):
    """Whatever can say what is owed in it."""

    def owed(self, now: DateTime) -> Iterator[str]: ...


@define
class File(Generic[E, A]):
    """A file of one process, as it stands."""

    process: Lifecycle[E, A]
    entity: E

    def do(self, *actions: A) -> None:
        for action in actions:
            self.entity = self.process.apply(self.entity, action)

    def refused(self, action: A) -> None:
        """Try what may not be done, and print why not."""
        try:
            self.process.apply(self.entity, action)
        except Refused as why:
            print(why)
        else:
            raise AssertionError(f"{action} should have been refused")

    def owed(self, now: DateTime) -> Iterator[str]:
        """A line for each thing that is owed: in which file, what, until when, by whom, and how that is known."""
        for due in self.process.due(self.entity, now, open=True):
            last = "promptly" if due.last is None else f"{due.last:%d.%m.%Y}"
            where = f"{self.process.name} {self.entity.id}"
            yield f"  {where:<20}{due.name:<15}{last:<12}{due.owed_by.name:<21}{due.basis.name}"


def begun(process: Lifecycle[E, A], first: A) -> File[E, A]:
    return File(process, process.begin(first))


def owed(now: DateTime, files: Iterable[Owing], what: str) -> None:
    """Print what was done, and what is owed then in all the files."""
    print(f"\n{now:%d.%m.%Y}  {what}")
    lines = [line for file in files for line in file.owed(now)]
    print("\n".join(lines or ["  nothing is owed"]))


def coming(when: DateTime, keeper: Actor, members: Iterable[str]) -> Iterator[SessionAction]:
    return (Attend(at=when, by=keeper, member=member) for member in members)


# -- the steps


def constituted() -> File[Council, CouncilAction]:
    """The head proposes a council, invites, appoints who agrees, and constitutes it."""
    first = Propose(at=at(1, 12), by=CHIEF, council="1", kind=TERRITORIAL, office=REGION)
    council = begun(COUNCIL, first)
    invited = ((category, who) for category, members in SEATS.items() for who in members)
    council.do(*(Nominate(at=at(1, 12), by=CHIEF, member=who, category=category) for category, who in invited))
    council.do(*(Consent(at=at(1, 14), by=Actor(who, CANDIDATE), member=who) for who in MEMBERS))
    council.do(*(Appoint(at=at(1, 16), by=CHIEF, member=who, order="order 11") for who in MEMBERS))
    council.do(Constitute(at=at(1, 16), by=CHIEF, order="order 12", regulation="digest 01", chamber_agreed=True))
    return council


def founded(council: File[Council, CouncilAction]) -> File[Session, SessionAction]:
    """The founding session: a deputy head opens it and tells the tasks, and those who will lead are elected."""
    plan = Plan.of(council.entity, session="1", kind=FOUNDING, day=on(1, 23), at=at(1, 19), by=DEPUTY)
    session = begun(SESSION, plan)
    session.do(ListItem(at=at(1, 19), by=OFFICER, item="tasks", subject="digest 02"))
    for post, nominee in ((Post.CHAIR, LEADER.id), (Post.SECRETARY, KEEPER.id)):
        session.do(ListItem(at=at(1, 19), by=OFFICER, item=post.name, elects=post, nominee=nominee, agrees=True))
    files = (council, session)
    owed(at(1, 19), files, "A founding session is planned for Friday 23 January")
    session.do(Announce(at=at(1, 20), by=OFFICER))
    owed(at(1, 20), files, "It is announced, with its agenda")

    session.do(Open.of(council.entity, at=at(1, 23), by=DEPUTY), *coming(at(1, 23), OFFICER, MEMBERS))
    for item in session.entity.items:
        session.do(TakeUp(at=at(1, 23), by=presiding(DEPUTY), item=item.id))
        hands = CountVotes.of(session.entity, item.id, in_favour=8, against=0, abstained=1, at=at(1, 23), by=OFFICER)
        session.do(hands, AdoptItem(at=at(1, 23), by=presiding(DEPUTY), item=item.id, decision=f"minutes 1, {item.id}"))
    session.do(Close(at=at(1, 23, 12), by=presiding(DEPUTY)))
    owed(at(1, 23, 12), files, "It was held: the tasks were told, a chair and a secretary elected")
    signed = (DEPUTY.id, OFFICER.id)
    session.do(Minute(at=at(1, 23, 15), by=OFFICER, minutes="digest 03", signed_by=signed))
    owed(at(1, 23, 15), files, "Its minutes are drawn up and signed")
    session.do(PublishMinutes(at=at(1, 26), by=OFFICER))
    council.do(Activate.of(session.entity, at=at(1, 26), by=DEPUTY))
    owed(at(1, 26), files, f"They are published, and the council is {council.entity.state.name}")
    return session


def appealed() -> File[Appeal, AppealAction]:
    """Somebody asks for light in a street, and it is given to an official."""
    received = Receive(
        at=at(3, 2),
        by=DESK,
        case="2026/90",
        kind=APPLICATION,
        form=Form.WRITTEN,
        channel=Channel.POST,
        office=REGION,
        appellants=(Person(WRITER.id),),
        questions=("light",),
    )
    appeal = begun(APPEAL, received)
    appeal.do(
        RegisterAppeal(at=at(3, 2), by=DESK, number="90"),
        Assign(at=at(3, 2, 12), by=DEPUTY, executors=("inspectorate",)),
    )
    return appeal


def called(council: File[Council, CouncilAction], appeal: File[Appeal, AppealAction]) -> File[Session, SessionAction]:
    """A session is planned; the appeal is where one of its items comes from, and goes on as if it were not."""
    plan = Plan.of(council.entity, session="2", kind=ORDINARY, day=on(3, 12), at=at(3, 3), by=KEEPER)
    session = begun(SESSION, plan)
    session.do(
        ListItem(at=at(3, 3), by=KEEPER, item=LIGHTING, subject="digest 04", raised_by=appeal.entity.reference),
        ListItem(at=at(3, 3), by=KEEPER, item=DUTY, subject="digest 05", ballot=Ballot.SECRET),
    )
    return session


def lost(council: File[Council, CouncilAction], session: File[Session, SessionAction]) -> None:
    """Five of nine come, and are a quorum; one leaves, and four are none."""
    when, leader = at(3, 12), presiding(LEADER)
    there = MEMBERS[3:8]
    session.do(
        Open.of(council.entity, at=when, by=LEADER),
        *coming(when, KEEPER, there),
        TakeUp(at=when, by=leader, item=LIGHTING),
        Vote(at=when, by=Actor("m-4", MEMBER), item=LIGHTING, choice=Choice.FOR),
        LeaveSession(at=when, by=KEEPER, member="m-8"),
    )
    print(f"\n{when:%d.%m.%Y}  Five of nine came, one left")
    session.refused(Vote(at=when, by=Actor("m-5", MEMBER), item=LIGHTING, choice=Choice.FOR))
    session.do(Postpone(at=when, by=leader))


def found(council: File[Council, CouncilAction], session: File[Session, SessionAction]) -> None:
    """Seven come. One item is voted on anew, by names; of the other only numbers are known, to anybody."""
    when, leader = at(3, 19), presiding(LEADER)
    there = MEMBERS[2:]
    voting = [Actor(who, MEMBER) for who in there]
    session.do(
        Open.of(council.entity, at=when, by=LEADER),
        *coming(when, KEEPER, there),
        *(Vote(at=when, by=who, item=LIGHTING, choice=Choice.FOR) for who in voting[:4]),
        *(Vote(at=when, by=who, item=LIGHTING, choice=Choice.AGAINST) for who in voting[4:]),
        AdoptItem(at=when, by=leader, item=LIGHTING, decision="minutes 2, lighting"),
        TakeUp(at=when, by=leader, item=DUTY),
    )
    print(f"\n{when:%d.%m.%Y}  Seven of nine came. A secret item is not voted on openly")
    session.refused(Vote(at=when, by=voting[0], item=DUTY, choice=Choice.FOR))
    session.do(*(CastBallot(at=when, by=who, item=DUTY) for who in voting))
    ballots = CountBallots.of(session.entity, DUTY, in_favour=5, against=1, abstained=0, spoilt=1, at=when, by=COUNTER)
    session.do(
        ballots,
        AdoptItem(at=when, by=leader, item=DUTY, decision="minutes 2, duty"),
        Close(at=at(3, 19, 12), by=leader),
    )
    for item in session.entity.items:
        tally = item.counted or item.by_name
        print(f"  {item.id}, {item.ballot.name}: {tally.in_favour} of {tally.cast} for it, {item.state.name}")


def advised(session: Session, item: str, recommendation: str) -> File[Recommendation, RecommendationAction]:
    """What the council adopted is sent to the body."""
    advice = begun(RECOMMENDATION, Adopt.of(session, item, recommendation=recommendation, at=at(3, 24), by=KEEPER))
    advice.do(Send(at=at(3, 24, 11), by=KEEPER))
    return advice


def main() -> None:
    """Live one thread through the files of a council, an appeal, two sessions and two recommendations."""
    council = constituted()
    owed(at(1, 16), (council,), f"A council of {len(council.entity.appointed)} is {council.entity.state.name}")
    founding = founded(council)

    appeal = appealed()
    owed(at(3, 2, 12), (council, founding, appeal), "An appeal came, was registered, and given to somebody")
    session = called(council, appeal)
    files: tuple[Owing, ...] = (council, founding, appeal, session)
    owed(at(3, 3), files, "It becomes an item of the session of Thursday 12 March, beside one voted on secretly")
    session.do(Announce(at=at(3, 5), by=KEEPER))
    owed(at(3, 5), files, "The session is announced")
    lost(council, session)
    owed(at(3, 12), files, "Postponed for want of a quorum. No clock of the appeal stands still for it")
    session.do(Reschedule(at=at(3, 13), by=KEEPER, day=on(3, 19)))
    owed(at(3, 13), files, "The session is moved to Thursday 19 March")
    session.do(Announce(at=at(3, 16), by=KEEPER))
    answers = (AnsweredQuestion("light", "digest 06"),)
    appeal.do(
        DecideAppeal(at=at(3, 16), by=CHIEF, outcome=AppealOutcome.SATISFIED, answers=answers),
        SendReply(at=at(3, 16), by=CHIEF, to=WRITER.id, form=Form.WRITTEN, language="uz", challenge_explained=True),
    )
    owed(at(3, 16), files, "It is announced anew; the appeal is answered")
    found(council, session)
    owed(at(3, 19, 12), files, "Both are adopted, and the session is closed")
    session.do(Minute(at=at(3, 19, 16), by=KEEPER, minutes="digest 07", signed_by=(LEADER.id, KEEPER.id)))
    owed(at(3, 19, 16), files, "Its minutes are drawn up and signed")

    session.do(PublishMinutes(at=at(3, 24), by=KEEPER))
    council.do(NoteSession.of(session.entity, at=at(3, 24), by=KEEPER))
    lighting, duty = advised(session.entity, LIGHTING, "r1"), advised(session.entity, DUTY, "r2")
    files = (*files, lighting, duty)
    owed(at(3, 24, 11), files, "They are published; both recommendations are sent to the head of the body")
    for number, advice in enumerate((lighting, duty), 41):
        advice.do(Register(at=at(3, 25), by=DESK, number=str(number), arrived=at(3, 25, 9)))
    owed(at(3, 25), files, "They arrived, and are registered")
    print(f"\n{at(4, 1):%d.%m.%Y}  What is not accepted is answered with reasons")
    duty.refused(Decide(at=at(4, 1), by=CHIEF, outcome=Outcome.REJECTED))
    lighting.do(Decide(at=at(4, 1), by=CHIEF, outcome=Outcome.ACCEPTED))
    duty.do(Decide(at=at(4, 1), by=CHIEF, outcome=Outcome.REJECTED, reasons="digest 08"))
    owed(at(4, 1), files, "One is accepted, one rejected with reasons")
    lighting.do(Answer(at=at(4, 2), by=CHIEF, answer="digest 09"))
    duty.do(Answer(at=at(4, 2), by=CHIEF, answer="digest 10"))
    owed(at(4, 2), files, "Both are answered")
    appeal.do(NoteExecution(at=at(4, 3), by=DEPUTY))
    owed(at(4, 3), files, "The lamp burns: what was decided on the appeal is carried out")
    lighting.do(PublishOutcome(at=at(4, 6), by=KEEPER, feedback=Reference("feedback", "f1")))
    duty.do(PublishOutcome(at=at(4, 6), by=KEEPER, feedback=Reference("feedback", "f2")))
    owed(at(4, 6), files, "The results are published, and feedback is asked on them")
    for entity in (session.entity, lighting.entity, duty.entity):
        print(
            f"  {named(entity.reference)} is {entity.state.name}, and names {', '.join(map(named, entity.refers_to))}"
        )


if __name__ == "__main__":
    main()
