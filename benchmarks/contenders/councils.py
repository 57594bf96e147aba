"""A public council of many, and sessions of theirs: one more vote, one more nomination, and what neither can avoid."""

from collections.abc import Callable
from functools import partial

import pendulum
from attrs import frozen

from prcomm import Actor, Reference
from prcomm.law import office
from prcomm.law.roles import CANDIDATE, CHAIR, HEAD, MEMBER, PRESIDING, SECRETARY
from prcomm.oversight.councils import (
    COUNCIL,
    MINISTRY,
    Category,
    Council,
    CouncilState,
    Decline,
    Nominate,
    Post,
    Propose,
)
from prcomm.oversight.sessions import (
    ORDINARY,
    SESSION,
    Announce,
    Attend,
    Choice,
    LeaveSession,
    ListItem,
    Open,
    Plan,
    Session,
    SessionAction,
    TakeUp,
    Vote,
)

AT = pendulum.datetime(2026, 5, 14, 10, tz="Asia/Tashkent")
BODY = office("district")
THE_COUNCIL = Reference("council", "1")
HALF, LAST, NOMINATE = "Vote, half have voted", "Vote, all others have voted", "Nominate, one more"
RECORDS = 5
"""How many records there are for each member."""
CHIEF, KEEPER = Actor("head", HEAD), Actor("secretary", SECRETARY)


@frozen
class Crowd:
    """A council of so many and two sessions of theirs, each with five records a member.

    Attributes:
        half: a session in which half of them have voted; the next of them is to vote.
        last: a session in which all but the last have voted.
        council: the council; one more is to be nominated.
    """

    half: Session
    last: Session
    council: Council

    @classmethod
    def of(cls, members: int) -> "Crowd":
        """Of so many members, all of them there."""
        roll = tuple(f"m{n}" for n in range(members))
        return cls(voted_by(roll, members // 2), voted_by(roll, members - 1), nominated(roll))

    @property
    def works(self) -> dict[str, Callable[[], object]]:
        """What is done, and after each the two copies that it can't avoid."""
        nominate = Nominate(at=AT, by=CHIEF, member="another", category=Category.SCHOLAR)
        return {
            HALF: partial(SESSION.apply, self.half, next_vote(self.half)),
            copies(HALF): two_copies(self.half.history, self.half.item("x").voters),
            LAST: partial(SESSION.apply, self.last, next_vote(self.last)),
            copies(LAST): two_copies(self.last.history, self.last.item("x").voters),
            NOMINATE: partial(COUNCIL.apply, self.council, nominate),
            copies(NOMINATE): two_copies(self.council.history, self.council.members),
        }


def copies(of: str) -> str:
    """What the copies are called, beside which something stands."""
    return f"the copies of {of}"


def two_copies(history: tuple[object, ...], inside: tuple[object, ...]) -> Callable[[], object]:
    """The history with one more record, and what is inside with one more."""
    return lambda: (history + (None,), inside + (None,))  # noqa: RUF005  # as quick as can be


def vote(who: str) -> Vote:
    return Vote(at=AT, by=Actor(who, MEMBER), item="x", choice=Choice.FOR)


def next_vote(session: Session) -> Vote:
    """The vote of the first who has not voted."""
    return vote(session.roll[len(session.item("x").voters)])


def voted_by(roll: tuple[str, ...], voters: int) -> Session:
    """A session in which the first of them have voted, and before that one came and went: for the records."""
    done: list[SessionAction] = [
        Plan(at=AT, by=KEEPER, session="s", kind=ORDINARY, office=BODY, council=THE_COUNCIL,
             council_state=CouncilState.ACTIVE, roll=roll, day=AT.date()),
        ListItem(at=AT, by=KEEPER, item="x"),
        Announce(at=AT, by=KEEPER),
        Open(at=AT, by=Actor(roll[0], CHAIR), council=THE_COUNCIL, council_state=CouncilState.ACTIVE,
             posts=((Post.CHAIR, roll[0]),)),
    ]  # fmt: skip
    first, *rest = (Attend(at=AT, by=KEEPER, member=one) for one in roll)
    gone = LeaveSession(at=AT, by=KEEPER, member=roll[0])
    lacking = RECORDS * len(roll) - len((*done, *roll, TakeUp)) - voters
    then = [TakeUp(at=AT, by=Actor(roll[0], PRESIDING), item="x"), *map(vote, roll[:voters])]
    return SESSION.replay([*done, first, *(gone, first) * ((lacking + 1) // 2), *rest, *then])


def nominated(members: tuple[str, ...]) -> Council:
    """A council of these, of whom the first declined and was nominated anew again and again: for the records."""
    proposed = Propose(at=AT, by=CHIEF, council="1", kind=MINISTRY, office=BODY)
    first, *rest = (Nominate(at=AT, by=CHIEF, member=one, category=Category.SCHOLAR) for one in members)
    declined = Decline(at=AT, by=Actor(members[0], CANDIDATE), member=members[0])
    lacking = (RECORDS - 1) * len(members) - 1
    return COUNCIL.replay([proposed, first, *(declined, first) * ((lacking + 1) // 2), *rest])
