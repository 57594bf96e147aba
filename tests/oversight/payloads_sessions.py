"""What a host would tell prcomm.testing about sessions: only what can't be guessed from the types.

Few are on the roll, whom a walk can bring together and lose again. Every other life begins with an item that is taken
up with a quorum: to come so far by chance alone is rare.
"""

import pendulum
from hypothesis import strategies as st

from prcomm import Actor, Reference
from prcomm.law import UZ, office
from prcomm.law.roles import CHAIR, HEAD, MEMBER, PRESIDING, SECRETARY, TELLER
from prcomm.oversight import quorum
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
    CastBallot,
    Choice,
    Close,
    CorrectMinutes,
    CountBallots,
    CountVotes,
    DeferItem,
    ItemState,
    LeaveSession,
    ListItem,
    Minute,
    NoteOpinion,
    Open,
    Plan,
    Postpone,
    Recuse,
    RejectItem,
    Session,
    TakeChair,
    TakeUp,
    Vote,
)

COUNCIL, ANOTHER = Reference("council", "1"), Reference("council", "2")
AT_WORK = {ORDINARY: CouncilState.ACTIVE, FOUNDING: CouncilState.CONSTITUTED}
MOSTLY = st.sampled_from((True, True, True, True, False))
ROLLS = st.sampled_from((("a",), ("a", "b"), ("a", "b", "c")))
POSTS = ((Post.CHAIR, "a"), (Post.DEPUTY_CHAIR, "b"), (Post.SECRETARY, "c"))
NOTHING = st.fixed_dictionaries({})


@st.composite
def beginnings(draw):
    """A session in which an item is taken up; it may be voted on, and decided."""
    at = pendulum.datetime(2026, draw(st.integers(1, 12)), draw(st.integers(4, 28)), 10, tz=UZ.zone)
    kind, ballot, roll = draw(st.sampled_from((ORDINARY, FOUNDING))), draw(st.sampled_from(Ballot)), draw(ROLLS)
    keeper, leader = Actor("c", SECRETARY), Actor("a", PRESIDING)
    planner, opener = (keeper, Actor("a", CHAIR)) if kind is ORDINARY else (Actor("a", HEAD), Actor("a", HEAD))
    elects = draw(st.sampled_from((None, None, *Post)))
    nominee = roll[-1] if elects else ""
    done = [
        Plan(
            at=at, by=planner, session="s", kind=kind, office=office("a"), council=COUNCIL,
            council_state=AT_WORK[kind], roll=roll, day=at.date(),
        ),
        ListItem(at=at, by=keeper, item="x", ballot=ballot, elects=elects, nominee=nominee, agrees=True),
        Announce(at=at, by=keeper),
        Open(at=at, by=opener, council=COUNCIL, council_state=AT_WORK[kind], posts=POSTS),
        *(Attend(at=at, by=keeper, member=who) for who in roll),
    ]  # fmt: skip
    if nominee == "a":
        return tuple(done)
    done.append(TakeUp(at=at, by=leader, item="x"))
    if draw(st.booleans()):
        hands, in_favour = [Actor(who, MEMBER) for who in roll], draw(st.booleans())
        if ballot is Ballot.OPEN:
            choice = Choice.FOR if in_favour else Choice.AGAINST
            done += [Vote(at=at, by=hand, item="x", choice=choice) for hand in hands]
        else:
            done += [CastBallot(at=at, by=hand, item="x") for hand in hands]
            done.append(
                CountBallots(
                    at=at, by=Actor("d", TELLER), item="x", in_favour=len(roll) * in_favour,
                    against=len(roll) * (not in_favour), abstained=0, there=len(roll), deciding=len(roll),
                )
            )  # fmt: skip
        if draw(st.booleans()):
            found = AdoptItem if in_favour else RejectItem
            done.append(found(at=at, by=leader, item="x"))
    return tuple(done)


def of_this(session):
    """Of the council of the session; seldom of another."""
    council = COUNCIL if session is None else session.council
    return st.sampled_from((council, council, council, council, ANOTHER))


def led(session):
    """By who presides; now and then by another."""
    if session is None or not session.presided_by:
        return NOTHING
    hand = st.fixed_dictionaries({"by": st.just(Actor(session.presided_by, PRESIDING))})
    return st.one_of(hand, hand, hand, NOTHING)


def by_members(session):
    """By one who is there; now and then by another."""
    if session is None or not session.present:
        return NOTHING
    hand = st.sampled_from(session.present).map(lambda who: {"by": Actor(who, MEMBER)})
    return st.one_of(hand, hand, hand, NOTHING)


def opened(session):
    """At work and on its day; now and then not."""
    if session is None:
        return NOTHING
    last, day = session.history[-1].action.at, session.day
    at = max(last, pendulum.datetime(day.year, day.month, day.day, 10, tz=session.office.tz))
    said = {
        "council": of_this(session),
        "council_state": st.sampled_from((*(AT_WORK[session.kind] for _ in range(9)), *CouncilState)),
        "posts": st.sampled_from((POSTS, POSTS, POSTS[1:], ())),
        "chosen_by": st.sampled_from((session.roll, session.roll, ("a", "a"), ())),
    }
    return st.one_of(st.fixed_dictionaries({"at": st.just(at)} | said), st.fixed_dictionaries(said))


def taking_the_chair(session):
    roll = ("a",) if session is None else session.roll
    return st.fixed_dictionaries({"chosen_by": st.sampled_from((roll, roll, ("a", "a"), ()))})


def coming(session):
    """Who is away; seldom somebody else."""
    away = () if session is None else tuple(one for one in session.roll if one not in session.present)
    return st.fixed_dictionaries({"member": st.sampled_from((*away, *away, "a", "z"))})


def leaving(session):
    """Who is there; seldom somebody else."""
    there = () if session is None else session.present
    return st.fixed_dictionaries({"member": st.sampled_from((*there, "a", "z"))})


def listed(session):
    """Now and then an election; seldom a third item, else hardly a session would come to its end."""
    roll, items = (("a",), ()) if session is None else (session.roll, session.items)
    said = {
        "ballot": st.sampled_from(Ballot),
        "raised_by": st.sampled_from((None, Reference("appeal", "5"))),
        "elects": st.sampled_from((None, None, *Post)),
        "nominee": st.sampled_from((*roll, *roll, "z")),
        "agrees": MOSTLY,
    }
    return st.fixed_dictionaries(
        said if len(items) < 2 else said | {"item": st.sampled_from((*(items[0].id for _ in range(5)), "y"))}
    )


def recused(session):
    return st.fixed_dictionaries({"member": st.sampled_from(("a", "z") if session is None else session.roll)})


def deferred(session):
    """What is still open."""
    still = () if session is None else tuple(one.id for one in session.items if one.state.value <= 2)
    item = st.sampled_from((*still, *still, "z")).map(lambda one: {"item": one})
    return st.tuples(led(session), item).map(lambda both: both[0] | both[1])


def counted(*, secret):
    """Numbers that add up, of an item that is counted so; seldom one too many."""

    def of(session):
        items = () if session is None else session.items
        taken = [one for one in items if one.state is ItemState.TAKEN_UP]
        fit = [one for one in taken if (one.ballot is Ballot.SECRET) is secret] or taken

        @st.composite
        def numbers(draw):
            item = draw(st.sampled_from(fit))
            deciding = quorum.deciding(session, item)
            left = len(item.cast) if secret else deciding
            said = {"item": item.id, "there": quorum.there(session, item), "deciding": deciding}
            for name in ("in_favour", "against"):
                said[name] = draw(st.integers(0, left))
                left -= said[name]
            return said | {"abstained": left + draw(st.sampled_from((0, 0, 0, 1)))}

        return numbers() if fit else NOTHING

    return of


def signed(session):
    """By who presided and whoever draws them up; seldom by another in the place of who is gone."""
    presided = "a" if session is None else session.presided_by
    everybody = (presided, "a", "b", "c", "d")
    signatures = st.sampled_from((everybody, everybody, everybody[1:], (presided,)))
    return st.fixed_dictionaries({"signed_by": signatures, "in_place": st.sampled_from(("", "a", "b", "d"))})


def opined(session):
    """On what was decided; seldom on something else."""
    decided = () if session is None else tuple(one.id for one in session.items if one.state.value > 2)
    item = st.sampled_from((*decided, *decided, "z")).map(lambda one: {"item": one})
    return st.tuples(by_members(session), item).map(lambda both: both[0] | both[1])


PAYLOADS = {
    Session: beginnings(),
    Plan: st.fixed_dictionaries({"council": st.just(COUNCIL), "roll": ROLLS}),
    AmendRoll: lambda session: st.fixed_dictionaries({"council": of_this(session), "roll": ROLLS}),
    Open: opened,
    TakeChair: taking_the_chair,
    AdmitGuest: led,
    Attend: coming,
    LeaveSession: leaving,
    Postpone: led,
    Close: led,
    Minute: signed,
    CorrectMinutes: signed,
    NoteOpinion: opined,
    ListItem: listed,
    TakeUp: led,
    Recuse: recused,
    Vote: by_members,
    CastBallot: by_members,
    CountVotes: counted(secret=False),
    CountBallots: counted(secret=True),
    AdoptItem: led,
    RejectItem: led,
    DeferItem: deferred,
}
