"""How a session comes to each state, and what may be done about it: what the second book of sessions is tried on.

All is done on Thursday 5 March 2026 at ten o'clock, the day of the session. Nine are on the roll, of whom five are a
quorum; eight are there. Who presides over an ordinary session is its chair, and on the roll; over a founding one the
head, who is not. How a vote went is told in words that are read here: ``roll 12 there 7 recused 1 for 3``.
"""

from collections.abc import Iterator
from itertools import chain

from attrs import evolve, frozen
from citizens.cases import at, on
from second_book import File

from prcomm import Actor, Reference
from prcomm.law import office
from prcomm.law.house import HOUSE
from prcomm.law.roles import (
    ACTING_CHAIR,
    AUTHORISED,
    CHAIR,
    DEPUTY_CHAIR,
    HEAD,
    MEMBER,
    PRESIDING,
    PRESS_HEAD,
    PRESS_OFFICER,
    SECRETARY,
    TELLER,
)
from prcomm.oversight.councils import CouncilState, Post
from prcomm.oversight.sessions import (
    FOUNDING,
    ORDINARY,
    AdmitGuest,
    AdoptItem,
    AmendRoll,
    Announce,
    Attend,
    Ballot,
    CallOff,
    CastBallot,
    Choice,
    Close,
    CorrectMinutes,
    CountBallots,
    CountVotes,
    DeferItem,
    LeaveSession,
    ListItem,
    Minute,
    NoteOpinion,
    Open,
    Plan,
    Postpone,
    PublishMinutes,
    Recuse,
    RejectItem,
    Reschedule,
    SessionAction,
    SessionKind,
    SessionState,
    TakeChair,
    TakeUp,
    Vote,
)

LAW = HOUSE
DAY = at(3, 5)
CHIEF = "chief"
"""Chair, head, and who presides."""
ACTORS = {
    "HEAD": Actor(CHIEF, HEAD),
    "CHAIR": Actor(CHIEF, CHAIR),
    "PRESIDING": Actor(CHIEF, PRESIDING),
    "AUTHORISED": Actor("official", AUTHORISED),
    "DEPUTY_CHAIR": Actor("deputy", DEPUTY_CHAIR),
    "ACTING_CHAIR": Actor("acting", ACTING_CHAIR),
    "SECRETARY": Actor("secretary", SECRETARY),
    "MEMBER": Actor("member", MEMBER),
    "TELLER": Actor("teller", TELLER),
    "PRESS_OFFICER": Actor("press officer", PRESS_OFFICER),
    "PRESS_HEAD": Actor("press head", PRESS_HEAD),
}
THE_CHAIR, THE_HEAD, LEADER, KEEPER, VOTER, DEPUTY, COUNTER = (
    ACTORS[name] for name in ("CHAIR", "HEAD", "PRESIDING", "SECRETARY", "MEMBER", "DEPUTY_CHAIR", "TELLER")
)

THERE, ABSENT, THE_SECRETARY, STRANGER, GUEST = "fourth", "absent", "secretary", "a stranger", "guest"
OTHERS = ("deputy", "acting", "secretary", "another", THERE, "elected", "member")
ROLLS = {ORDINARY: (CHIEF, *OTHERS, ABSENT), FOUNDING: ("founder", *OTHERS, ABSENT)}
A_QUORUM = ("deputy", "secretary", "another", THERE, "member")
ONE_TOO_FEW = A_QUORUM[1:]
ONE_TWICE = (*ONE_TOO_FEW, ONE_TOO_FEW[0])
WITH_A_STRANGER = (*ONE_TOO_FEW, STRANGER)
BY_SECRETARY, BY_PRESIDING = (THE_SECRETARY,), (CHIEF,)
BY_SECRETARY_AND_THERE, BY_SECRETARY_AND_STRANGER = (THE_SECRETARY, THERE), (THE_SECRETARY, STRANGER)
THE_POST_OF_SECRETARY = Post.SECRETARY
STRANGER_AS_CHAIR, ABSENT_AS_CHAIR = Actor(STRANGER, ACTING_CHAIR), Actor(ABSENT, ACTING_CHAIR)
ELECTED = Actor("elected", CHAIR)
ANOTHER_PRESIDING, ANOTHER_MEMBER = Actor("another", PRESIDING), Actor("another", MEMBER)
ABSENT_MEMBER, OUTSIDER, GUEST_AS_MEMBER = Actor(ABSENT, MEMBER), Actor(STRANGER, MEMBER), Actor(GUEST, MEMBER)
COUNCIL, ANOTHER_COUNCIL = Reference("council", "1"), Reference("council", "2")
OVER_OWN, DEFERRED_ITEM = "over an own", "deferred"

PLAN = Plan(
    at=DAY, by=KEEPER, session="7", kind=ORDINARY, office=office("region IIB"), council=COUNCIL,
    council_state=CouncilState.ACTIVE, roll=ROLLS[ORDINARY], day=on(3, 5), place="hall",
)  # fmt: skip
ANNOUNCE = Announce(at=DAY, by=KEEPER)
RESCHEDULE = Reschedule(at=DAY, by=KEEPER, day=on(3, 5))
OPEN = Open(
    at=DAY, by=THE_CHAIR, council=COUNCIL, council_state=CouncilState.ACTIVE,
    posts=((Post.CHAIR, CHIEF), (Post.DEPUTY_CHAIR, "deputy")),
)  # fmt: skip
GUEST_COMES = AdmitGuest(at=DAY, by=LEADER, guest=GUEST)
POSTPONE = Postpone(at=DAY, by=LEADER)
CALL_OFF = CallOff(at=DAY, by=KEEPER, why="digest 1")
CLOSE = Close(at=DAY, by=LEADER)
MINUTE = Minute(at=DAY, by=KEEPER, minutes="digest 2", signed_by=(CHIEF, THE_SECRETARY))
PUBLISH = PublishMinutes(at=DAY, by=KEEPER)
RECUSE = Recuse(at=DAY, by=VOTER, item="recusal", member="member")
VOTE = Vote(at=DAY, by=VOTER, item="vote", choice=Choice.FOR)
CAST = CastBallot(at=DAY, by=VOTER, item="ballot")
EXAMPLES: tuple[SessionAction, ...] = (
    PLAN,
    AmendRoll(at=DAY, by=KEEPER, council=COUNCIL, roll=ROLLS[ORDINARY]),
    ANNOUNCE,
    RESCHEDULE,
    OPEN,
    TakeChair(at=DAY, by=DEPUTY, why="digest 3"),
    GUEST_COMES,
    Attend(at=DAY, by=KEEPER, member=ABSENT),
    LeaveSession(at=DAY, by=KEEPER, member=THERE),
    POSTPONE,
    CALL_OFF,
    CLOSE,
    MINUTE,
    CorrectMinutes(
        at=DAY, by=KEEPER, minutes="digest 4", signed_by=(CHIEF, THE_SECRETARY), why="digest 5"
    ),
    PUBLISH,
    NoteOpinion(at=DAY, by=VOTER, item="adopted", opinion="digest 6"),
    ListItem(at=DAY, by=KEEPER, item="new", subject="digest 7"),
    TakeUp(at=DAY, by=LEADER, item="listed"),
    RECUSE,
    VOTE,
    CAST,
    CountBallots(at=DAY, by=COUNTER, item="cast", in_favour=3, against=1, abstained=0, spoilt=1, there=8, deciding=8),
    CountVotes(at=DAY, by=COUNTER, item="hands", in_favour=5, against=2, abstained=0, there=8, deciding=8),
    AdoptItem(at=DAY, by=LEADER, item="carried", decision="digest 8"),
    RejectItem(at=DAY, by=LEADER, item="lost"),
    DeferItem(at=DAY, by=LEADER, item="left"),
)  # fmt: skip
"""Each action once, as it is lawful wherever it has a place."""


def listed(item: str, **said: object) -> ListItem:
    return ListItem(at=DAY, by=KEEPER, item=item, **said)


def taken_up(*items: str) -> tuple[SessionAction, ...]:
    return tuple(TakeUp(at=DAY, by=LEADER, item=item) for item in items)


def coming(*members: str) -> tuple[SessionAction, ...]:
    return tuple(Attend(at=DAY, by=KEEPER, member=one) for one in members)


def leaving(*members: str) -> tuple[SessionAction, ...]:
    return tuple(LeaveSession(at=DAY, by=KEEPER, member=one) for one in members)


def voting(item: str, choice: Choice, *members: str) -> tuple[SessionAction, ...]:
    return tuple(Vote(at=DAY, by=Actor(one, MEMBER), item=item, choice=choice) for one in members)


def casting(item: str, *members: str) -> tuple[SessionAction, ...]:
    return tuple(CastBallot(at=DAY, by=Actor(one, MEMBER), item=item) for one in members)


def recusing(item: str, *members: str) -> tuple[SessionAction, ...]:
    return tuple(Recuse(at=DAY, by=LEADER, item=item, member=one) for one in members)


def adopted(item: str) -> AdoptItem:
    return AdoptItem(at=DAY, by=LEADER, item=item, decision="digest 8")


def deferred(*items: str) -> tuple[SessionAction, ...]:
    return tuple(DeferItem(at=DAY, by=LEADER, item=item) for item in items)


def elected(item: str, post: Post, nominee: str) -> tuple[SessionAction, ...]:
    """An election that has its majority, and is not found yet."""
    put_up = listed(item, elects=post, nominee=nominee, agrees=True)
    return (put_up, *taken_up(item), *voting(item, Choice.FOR, *A_QUORUM))


AGENDA = {"adopted": Ballot.OPEN, DEFERRED_ITEM: Ballot.OPEN, "listed": Ballot.OPEN, "left": Ballot.OPEN}
TAKEN = {
    "recusal": Ballot.OPEN,
    "vote": Ballot.OPEN,
    "ballot": Ballot.SECRET,
    "cast": Ballot.SECRET,
    "hands": Ballot.OPEN,
    "carried": Ballot.OPEN,
    "lost": Ballot.OPEN,
}


def lives_of(kind: SessionKind) -> dict[SessionState, tuple[SessionAction, ...]]:
    """What leads a session of a kind to each state."""
    first, opening = evolve(PLAN, kind=kind, roll=ROLLS[kind]), OPEN
    own: tuple[SessionAction, ...] = (listed(OVER_OWN, elects=Post.DEPUTY_CHAIR, nominee=CHIEF, agrees=True),)
    if kind is FOUNDING:
        first, opening = (evolve(one, by=THE_HEAD, council_state=CouncilState.CONSTITUTED) for one in (first, opening))
        own = (listed(OVER_OWN),)
    planned = (first, *(listed(item, ballot=ballot) for item, ballot in (AGENDA | TAKEN).items()), *own)
    announced = (*planned, ANNOUNCE)
    everybody = ROLLS[kind][:-1]
    opened = (
        *announced,
        opening,
        *coming(*everybody),
        *taken_up("adopted", *TAKEN),
        *voting("adopted", Choice.FOR, *A_QUORUM),
        adopted("adopted"),
        *deferred(DEFERRED_ITEM),
        *casting("cast", *A_QUORUM),
        *voting("carried", Choice.FOR, *A_QUORUM),
        *voting("lost", Choice.AGAINST, *A_QUORUM),
    )
    closed = (*opened, *ALL_DECIDED, CLOSE)
    minuted = (*closed, MINUTE)
    return {
        S.PLANNED: planned,
        S.ANNOUNCED: announced,
        S.OPENED: opened,
        S.CLOSED: closed,
        S.MINUTED: minuted,
        S.PUBLISHED: (*minuted, PUBLISH),
        S.POSTPONED: (*opened, *TOO_FEW, POSTPONE),
        S.CALLED_OFF: (*planned, CALL_OFF),
    }


S = SessionState
ALL_DECIDED = deferred("listed", "left", *TAKEN, OVER_OWN)
TOO_FEW = leaving("deputy", "acting", "another", "elected")
LIVES = {kind: lives_of(kind) for kind in SessionKind}


def lives(state: SessionState, kind: SessionKind) -> tuple[SessionAction, ...]:
    """What leads a session of a kind to a state."""
    return LIVES[kind][state]


@frozen
class Then:
    """What else was done in a session that is open."""

    more: tuple[SessionAction, ...]

    def of(self, steps: tuple[SessionAction, ...]) -> tuple[SessionAction, ...]:
        return (*steps, *self.more) if steps in (lives(S.OPENED, kind) for kind in SessionKind) else ()


@frozen
class Voting:
    """An ordinary session of its own, in which ``x`` is put to the vote and ``y`` is listed, as its words tell."""

    words: str

    def of(self, steps: tuple[SessionAction, ...]) -> tuple[SessionAction, ...]:
        return tuple(Told(self.words).steps()) if steps == lives(S.OPENED, ORDINARY) else ()


class Told:
    """How a vote went, in order. Who presides votes first, the voter of the examples last, who is recused is another;
    neither leaves, save the voter where nobody else is silent."""

    def __init__(self, words: str) -> None:
        self.said = iter(words.split())
        self.reopened = words.startswith("reopened")
        self.secret = "secret" in words.split()
        self.present: list[str] = []
        self.recused: list[str] = []
        self.acted: list[str] = []

    def steps(self) -> Iterator[SessionAction]:
        for word in self.said:
            if word not in ("reopened", "secret"):
                yield from getattr(self, f"_{word}")()
        if self.reopened:
            yield from self._anew()

    def number(self) -> int:
        return int(next(self.said))

    def silent(self) -> list[str]:
        return [one for one in self.present if one not in (*self.recused, *self.acted)]

    def _roll(self) -> Iterator[SessionAction]:
        self.roll = (CHIEF, *(f"m{n}" for n in range(1, self.number() - 1)), "member")
        yield evolve(PLAN, roll=self.roll)
        yield listed("x", ballot=Ballot.SECRET if self.secret else Ballot.OPEN)
        yield listed("y")
        yield from (ANNOUNCE, OPEN)

    def _there(self) -> Iterator[SessionAction]:
        many = self.number()
        self.present = [*self.roll[: many - 1], "member"]
        yield from coming(*self.present)
        if 2 * many > len(self.roll):
            yield from taken_up("x")

    def _recused(self) -> Iterator[SessionAction]:
        free = [one for one in self.present if one not in (CHIEF, "member")]
        yield from self._recuse(*free[len(free) - self.number() :])

    def _presiding(self) -> Iterator[SessionAction]:
        assert next(self.said) == "recused"
        yield from self._recuse(CHIEF)

    def _recuse(self, *members: str) -> Iterator[SessionAction]:
        self.recused += members
        yield from recusing("x", *members)

    def _act(self) -> list[str]:
        acting = self.silent()[: self.number()]
        self.acted += acting
        return acting

    def _for(self) -> Iterator[SessionAction]:
        yield from voting("x", Choice.FOR, *self._act())

    def _against(self) -> Iterator[SessionAction]:
        yield from voting("x", Choice.AGAINST, *self._act())

    def _abstained(self) -> Iterator[SessionAction]:
        yield from voting("x", Choice.ABSTAINED, *self._act())

    def _cast(self) -> Iterator[SessionAction]:
        yield from casting("x", *self._act())

    def _counted(self) -> Iterator[SessionAction]:
        numbers = {name: self.number() for name in ("in_favour", "against", "abstained")}
        there = {*self.present, *self.acted}
        numbers |= {"there": len(there), "deciding": len(there.difference(self.recused))}
        if self.secret:
            yield CountBallots(at=DAY, by=COUNTER, item="x", spoilt=self.number(), **numbers)
        else:
            yield CountVotes(at=DAY, by=COUNTER, item="x", **numbers)

    def _left(self) -> Iterator[SessionAction]:
        among = self.silent() if next(self.said) == "silent" else [one for one in self.acted if one in self.present]
        free = [one for one in among if one not in (CHIEF, "member")] or ["member"]
        yield from self._leave(*free[: self.number()])

    def _leave(self, *members: str) -> Iterator[SessionAction]:
        self.present = [one for one in self.present if one not in members]
        yield from leaving(*members)

    def _anew(self) -> Iterator[SessionAction]:
        there = tuple(self.present)
        yield from self._leave(*there[1:])
        yield from (POSTPONE, RESCHEDULE, ANNOUNCE, OPEN)
        yield from coming(*there)


VOTES = (
    "roll 12 there 7",
    "roll 9 there 5",
    "roll 9 there 4",
    "roll 12 there 6",
    "roll 9 there 5 for 3 left silent 1",
    "roll 13 there 9 for 5 against 4 left voted 3",
    "secret roll 12 there 7",
    "roll 9 there 5 for 3",
    "roll 14 there 11 recused 2 counted 6 2 1",
    "reopened roll 9 there 5 for 3",
    "secret roll 9 there 5 cast 3 left silent 1",
    "secret roll 12 there 7 cast 7 counted 4 2 0 1",
    "secret roll 12 there 7 cast 7",
    "secret roll 9 there 5 cast 3 left cast 1",
    "roll 14 there 11 recused 2",
    "roll 14 there 11 recused 2 for 1",
    "roll 9 there 5 left silent 1",
    "roll 12 there 7 recused 1 for 3 abstained 3",
    "roll 12 there 7 recused 1 for 4 abstained 2",
    "roll 12 there 8 for 5 against 3",
    "roll 12 there 8 for 4 against 4",
    "roll 12 there 8 for 3 against 1",
    "roll 12 there 8 for 5",
    "roll 9 there 5 against 3 left silent 1",
    "roll 9 there 5 for 3 left voted 1",
    "roll 13 there 9 for 4 against 5 left voted 3",
    "roll 14 there 11 recused 2 counted 6 2 1 left silent 3",
    "secret roll 12 there 7 cast 7 counted 3 2 1 1",
    "secret roll 10 there 8 cast 8 left cast 1 counted 4 4 0 0",
    "secret roll 10 there 8 cast 7 left silent 1 counted 4 3 0 0",
    "secret roll 10 there 8 cast 7 counted 4 3 0 0 left silent 1",
    "roll 14 there 9 recused 5 for 4",
    "roll 14 there 9 recused 5 against 4",
    "roll 14 there 9 recused 4 for 3",
    "roll 14 there 8 recused 4 for 3",
    "roll 12 there 8 presiding recused for 5",
    "roll 12 there 8 presiding recused for 3",
)
FILES = {word: Voting(word) for word in VOTES} | {
    "set for 9 March": File(changed={Plan: {"day": on(3, 9)}}),
    "set for 16 March": File(changed={Plan: {"day": on(3, 16)}}),
    "nothing listed": File(without=(ListItem,)),
    "postponed before": File(after={Announce: (
        OPEN, *coming(CHIEF, "deputy", "acting", "another"), GUEST_COMES, POSTPONE, RESCHEDULE, ANNOUNCE,
    )}),
    "too few there": Then(TOO_FEW),
    "all is decided": Then(ALL_DECIDED),
    "who presides left": Then(leaving(CHIEF)),
    "the guest is there": Then((GUEST_COMES,)),
    "a chair is elected": Then((*elected("election", Post.CHAIR, ELECTED.id), adopted("election"))),
    "a second election to a post": Then(tuple(chain(
        elected("first", Post.SECRETARY, THERE), (adopted("first"),), elected("x", Post.SECRETARY, "another"),
    ))),
    "the voter has voted": Then((VOTE,)),
    "the voter has cast": Then((CAST,)),
    "the voter is recused": Then(recusing("vote", "member")),
    "the caster is recused": Then(recusing("ballot", "member")),
    "the recused has voted": Then(voting("recusal", Choice.FOR, "member")),
    "the recused is recused already": Then((RECUSE,)),
}  # fmt: skip
"""How the file of a session may differ, in the words of the book."""
