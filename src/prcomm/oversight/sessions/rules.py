"""The session as a table: what may be done when, by whom, and what that rests on. No row of it is law."""

from typing import Final

from attrs import evolve

from prcomm import (
    PROMPTLY,
    SAME,
    Basis,
    Context,
    Days,
    Lifecycle,
    Part,
    Term,
    Who,
    before,
    given,
    guard,
    keeps,
    owes,
    part_rows,
    rows,
)
from prcomm.core.calendar.days import day, ordinal
from prcomm.law import UZ
from prcomm.law.house import HOUSE
from prcomm.law.liability import ADMINISTRATIVE_CODE
from prcomm.law.neighbours import (
    DAYS_OF_AGENDA,
    ELECTION_CODE,
    MAJORITY,
    PLAN_OF_A_MEETING,
    QUORUM,
    SELF_GOVERNMENT_LAW,
    town,
)
from prcomm.law.practice import PRACTICE
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
from prcomm.oversight import quorum as q
from prcomm.oversight.councils import CouncilState, Post
from prcomm.oversight.sessions import actions as do, model as m

__all__ = ["DEADLINES", "SESSION", "TRANSITIONS"]

S, A = m.SessionState, m.ItemState
NOT_YET_OPEN = S.PLANNED | S.ANNOUNCED | S.POSTPONED
OF_A_MEETING = PLAN_OF_A_MEETING.by(Basis.ANALOGY)
BY_VOTE, IN_MINUTES = (SELF_GOVERNMENT_LAW("the assembly", part).by(Basis.ANALOGY) for part in (3, 4))
SIGNED = (ADMINISTRATIVE_CODE(308).by(Basis.ANALOGY), IN_MINUTES)
OWN_MATTER = town(36, 1)
OPINION = ELECTION_CODE(26).by(Basis.ANALOGY)
SAMARKAND = PRACTICE("Samarkand 2023")
AT_WORK = {m.ORDINARY: (CouncilState.ACTIVE, CouncilState.RENEWING), m.FOUNDING: (CouncilState.CONSTITUTED,)}

# -- conditions that rows share, and those that take more than a line


@guard("the council is that of the session", HOUSE(14))
def of_the_same_council(it: m.Session, a: do.AmendRoll | do.Open) -> bool:
    return a.council == it.council


def planned_of_a_council_at_work(a: do.Plan) -> bool:
    return a.council_state in AT_WORK[a.kind]


def opened_of_a_council_at_work(it: m.Session, a: do.Open) -> bool:
    return a.council_state in AT_WORK[it.kind]


COUNCIL_AT_WORK = "an ordinary session is of a council at work, a founding one of a council constituted"
at_work_when_planned = given(COUNCIL_AT_WORK, HOUSE(14), planned_of_a_council_at_work)
at_work_when_opened = given(COUNCIL_AT_WORK, HOUSE(14), opened_of_a_council_at_work)


@guard("a session is opened on its day", OF_A_MEETING, remedy="move it to another day")
def on_its_day(it: m.Session, a: do.Open) -> bool:
    return day(ordinal(a.at, it.office)) == it.day


@guard("chair or deputy lead, or a member chosen to act", HOUSE(33))
def holds_the_post_or_is_chosen(it: m.Session, a: do.Open | do.TakeChair, context: Context) -> bool:
    """Who comes as chair or deputy held the post when it was opened, or was elected in this session."""
    if a.by.role in CHAIR | DEPUTY_CHAIR:
        posts = a.posts if isinstance(a, do.Open) else (*it.posts, *it.elected)
        return any(who == a.by.known_as for post, who in posts if post is not Post.SECRETARY)
    choosing = frozenset(a.chosen_by)
    each_once = len(choosing) == len(a.chosen_by)
    return each_once and choosing.union((a.by.known_as,)).issubset(it.roll) and q.is_quorum(len(choosing), it, context)


@guard("it is done by who presides", HOUSE(14))
def who_presides(it: m.Session, a: do.SessionAction) -> bool:
    return a.by.known_as == it.presided_by


@guard("who presides is there, save the head at a founding session", HOUSE(14), remedy="another takes the chair")
def presiding_is_there(it: m.Session, a: do.ItemAction) -> bool:
    """The head is not on the roll, and only who is on it and there can take the chair after the opening."""
    founder = it.kind is m.FOUNDING and it.presided_by not in it.roll
    return founder or it.presided_by in it.present


@guard("nobody presides over an item of their own", OWN_MATTER, remedy="another takes the chair")
def not_over_an_own_item(it: m.Session, a: do.ItemAction) -> bool:
    item = it.item(a.item)
    return a.by.known_as != item.nominee and a.by.known_as not in item.recused


def is_another(it: m.Session, a: do.AdmitGuest) -> bool:
    return bool(a.guest) and a.guest not in it.roll and a.guest not in it.guests


@guard(
    "who presided and the secretary sign the minutes, or another member in the place of who is gone, with a note",
    SIGNED,
)
def minutes_are_signed(it: m.Session, a: do.Minute) -> bool:
    in_place = a.in_place != a.by.known_as and a.in_place in it.roll and a.in_place in a.signed_by and bool(a.note)
    return bool(a.minutes) and a.by.known_as in a.signed_by and (in_place or it.presided_by in a.signed_by)


def on_a_decided_item(it: m.Session, a: do.NoteOpinion) -> bool:
    decided = any(one.id == a.item and one.state in A.ADOPTED | A.REJECTED for one in it.items)
    return bool(a.opinion) and a.by.known_as in it.roll and decided


@guard("the session is open and has its quorum", QUORUM.cites)
def is_competent(it: m.Session, a: do.ItemAction, context: Context) -> bool:
    return q.is_quorum(len(it.present), it, context)


@guard("the session is open, and a quorum was there for the item", QUORUM.cites)
def found_with_a_quorum(it: m.Session, a: do.ItemAction, context: Context) -> bool:
    return q.is_quorum(q.there(it, it.item(a.item)), it, context)


@guard("more than half of those who are there may vote on it", HOUSE(32), remedy="defer it")
def enough_are_left(it: m.Session, a: do.ItemAction) -> bool:
    item = it.item(a.item)
    return 2 * q.deciding(it, item) > q.there(it, item)


def is_carried(it: m.Session, a: do.AdoptItem, context: Context) -> bool:
    item = it.item(a.item)
    return q.voted_on(item) and q.carried(it, item, context)


def is_not_carried(it: m.Session, a: do.RejectItem, context: Context) -> bool:
    item = it.item(a.item)
    return q.voted_on(item) and not q.carried(it, item, context)


def one_to_a_post(it: m.Session, a: do.AdoptItem) -> bool:
    elects = it.item(a.item).elects
    return all(post is not elects for post, _ in it.elected)


def recused_has_not_voted(it: m.Session, a: do.Recuse) -> bool:
    item = it.item(a.item)
    by_who_may = a.by.known_as == a.member or (a.by.role == PRESIDING and a.by.known_as == it.presided_by)
    acted = (*item.recused, *item.cast, *item.voters)
    return by_who_may and a.member in it.roll and a.member not in acted


@guard("an open item is voted openly, a secret one by ballot", BY_VOTE)
def by_its_ballot(it: m.Session, a: do.Vote | do.CastBallot | do.TallyVotes) -> bool:
    openly = isinstance(a, do.Vote | do.CountVotes)
    return it.item(a.item).ballot is (m.Ballot.OPEN if openly else m.Ballot.SECRET)


@guard("the voter is there", HOUSE(18))
def votes_in_person(it: m.Session, a: do.Vote | do.CastBallot) -> bool:
    return a.by.known_as in it.present


@guard("who is recused does not vote", OWN_MATTER)
def not_recused(it: m.Session, a: do.Vote | do.CastBallot) -> bool:
    return a.by.known_as not in it.item(a.item).recused


@guard("nobody votes twice", HOUSE(18))
def votes_once(it: m.Session, a: do.Vote | do.CastBallot) -> bool:
    item = it.item(a.item)
    return a.by.known_as not in item.cast and a.by.known_as not in item.voters


@guard("no vote is cast after the count", HOUSE(19))
def not_yet_counted(it: m.Session, a: do.Vote | do.CastBallot) -> bool:
    return it.item(a.item).counted is None


def of_those_there(it: m.Session, a: do.TallyVotes) -> bool:
    """Whether a count is of numbers that can be, and of the people whom the file has."""
    item = it.item(a.item)
    return a.tally.possible and (a.there, a.deciding) == (q.there(it, item), q.deciding(it, item))


def adds_up(it: m.Session, a: do.CountBallots) -> bool:
    item = it.item(a.item)
    return item.counted is None and a.tally.cast == len(item.cast) and of_those_there(it, a)


def fits_those_there(it: m.Session, a: do.CountVotes) -> bool:
    return 0 < a.tally.cast <= a.deciding and of_those_there(it, a)


# -- what is left in the file


def rescheduled(it: m.Session, a: do.Reschedule) -> m.Session:
    return evolve(it, day=a.day, place=a.place or it.place)


def opened(it: m.Session, a: do.Open) -> m.Session:
    """What was taken up before a postponement is voted anew; who is recused stays so."""
    anew = (
        evolve(one, voters=(), choices=(), cast=(), counted=None, counted_there=None, counted_of=None)
        if one.state is A.TAKEN_UP
        else one
        for one in it.items
    )
    return evolve(it, posts=a.posts, presided_by=a.by.known_as, opened_at=a.at, guests=(), items=tuple(anew))


def chair_taken(it: m.Session, a: do.TakeChair) -> m.Session:
    return evolve(it, presided_by=a.by.known_as)


def minuted(it: m.Session, a: do.Minute) -> m.Session:
    return evolve(it, minutes=(*it.minutes, a.minutes))


def voted(item: m.AgendaItem, a: do.Vote) -> m.AgendaItem:
    """What somebody told of a secret vote, as an audit may find it, the item does not keep."""
    if item.ballot is m.Ballot.SECRET:
        return item
    voters, choices = item.voters + (a.by.known_as,), item.choices + (a.choice,)  # noqa: RUF005  # twice as fast
    return evolve(item, voters=voters, choices=choices)


def with_count(item: m.AgendaItem, a: do.TallyVotes) -> m.AgendaItem:
    return evolve(item, counted=a.tally, counted_there=a.there, counted_of=a.deciding)


KEEPER = Who(SECRETARY, HOUSE(9))
KEEPERS = Who(SECRETARY | CHAIR | PRESIDING, HOUSE(9))
PLANNER = Who(SECRETARY | CHAIR, HOUSE(9))
LEADER = Who(PRESIDING, HOUSE(14))
LEADERS = CHAIR | DEPUTY_CHAIR | ACTING_CHAIR
FOUNDER = HEAD | AUTHORISED

row = rows(m.Session, m.SessionState, do.SessionAction)
item = part_rows(m.Session, m.AgendaItem, m.ItemState, do.SessionAction)
# fmt: off
TRANSITIONS = (
    #   in state      action             leads to     who may    under          given that, and then
    row.start(        do.Plan,           S.PLANNED,   PLANNER,   HOUSE(14),     at_work_when_planned,
        id="session", only=m.ORDINARY),
    row.start(        do.Plan,           S.PLANNED,   FOUNDER,   SAMARKAND,     at_work_when_planned,
        id="session", only=m.FOUNDING),
    row(NOT_YET_OPEN, do.AmendRoll,      SAME,        KEEPER,    HOUSE(14),     of_the_same_council,
        then=keeps("roll")),
    row(S.PLANNED,    do.Announce,       S.ANNOUNCED, KEEPER,    OF_A_MEETING,
        given("there is an agenda", OF_A_MEETING,
              lambda it, a: any(one.state in A.LISTED | A.TAKEN_UP for one in it.items), remedy="list an item")),
    row(NOT_YET_OPEN, do.Reschedule,     S.PLANNED,   KEEPERS,   HOUSE(16),     then=rescheduled),
    row(S.ANNOUNCED,  do.Open,           S.OPENED,    LEADERS,   (HOUSE(14), HOUSE(33)),
        of_the_same_council, at_work_when_opened, on_its_day, holds_the_post_or_is_chosen,
        then=opened, only=m.ORDINARY),
    row(S.ANNOUNCED,  do.Open,           S.OPENED,    FOUNDER,   SAMARKAND,
        of_the_same_council, at_work_when_opened, on_its_day, then=opened, only=m.FOUNDING),
    row(S.OPENED,     do.TakeChair,      SAME,        LEADERS,   HOUSE(33),
        given("who takes the chair is there, and it is said why", HOUSE(33),
              lambda it, a: a.by.known_as in it.present and bool(a.why)),
        holds_the_post_or_is_chosen, then=chair_taken),
    row(S.OPENED,     do.AdmitGuest,     SAME,        PRESIDING, HOUSE(35),     who_presides,
        given("a guest is nobody on the roll", HOUSE(35), is_another),
        then=lambda it, a: evolve(it, guests=(*it.guests, a.guest))),
    row(S.OPENED,     do.Attend,         SAME,        KEEPER,    HOUSE(15),
        given("it is a member on the roll who is not there yet", HOUSE(15),
              lambda it, a: a.member in it.roll and a.member not in it.present),
        then=lambda it, a: evolve(it, present=(*it.present, a.member))),
    row(S.OPENED,     do.LeaveSession,   SAME,        KEEPER,    HOUSE(15),
        given("it is a member who is there", HOUSE(15), lambda it, a: a.member in it.present),
        then=lambda it, a: evolve(it, present=tuple(one for one in it.present if one != a.member))),
    row(S.OPENED,     do.Postpone,       S.POSTPONED, LEADER,    HOUSE(16),     who_presides,
        given("a session is postponed only for want of a quorum", HOUSE(16),
              lambda it, a, context: not q.is_quorum(len(it.present), it, context)),
        then=lambda it, a: evolve(it, present=())),
    row(NOT_YET_OPEN, do.CallOff,        S.CALLED_OFF, KEEPERS,  HOUSE(16),
        given("a reason is given", HOUSE(16), lambda it, a: bool(a.why))),
    row(S.OPENED,     do.Close,          S.CLOSED,    LEADER,    HOUSE(17),     who_presides,
        given("every item was adopted, rejected or deferred", HOUSE(17),
              lambda it, a: all(one.state not in A.LISTED | A.TAKEN_UP for one in it.items), remedy="defer it")),
    row(S.CLOSED,     do.Minute,         S.MINUTED,   KEEPER,    SIGNED,        minutes_are_signed, then=minuted),
    row(S.MINUTED | S.PUBLISHED, do.PublishMinutes, S.PUBLISHED,
        Who(SECRETARY | PRESS_OFFICER | PRESS_HEAD, HOUSE(9)),   HOUSE(20)),
    row(S.MINUTED | S.PUBLISHED, do.CorrectMinutes, SAME, KEEPER, HOUSE(20),    minutes_are_signed,
        given("it is said why the minutes are corrected", HOUSE(20), lambda it, a: bool(a.why)), then=minuted),
    row(S.OPENED | S.CLOSED | S.MINUTED, do.NoteOpinion, SAME, Who(MEMBER, HOUSE(35)), OPINION,
        given("a separate opinion is of a member, on an item that was decided", OPINION, on_a_decided_item),
        then=lambda it, a: evolve(it, opinions=(*it.opinions, (a.item, a.by.known_as, a.opinion)))),
)
ITEMS = Part("items", "item", (
    #    in state     action             leads to     who may    under          given that, and then
    item.start(       do.ListItem,       A.LISTED,    KEEPERS,   HOUSE(17),
        given("who is put up for a post is on the roll", HOUSE(11),
              lambda it, a: a.elects is None or a.nominee in it.roll),
        given("who is put up for a post agrees to it", HOUSE(11), lambda it, a: a.elects is None or a.agrees),
        id="item"),
    item(A.LISTED,    do.TakeUp,         A.TAKEN_UP,  LEADER,    HOUSE(17),
        who_presides, presiding_is_there, not_over_an_own_item, is_competent, during=S.OPENED),
    item(A.TAKEN_UP,  do.Recuse,         SAME,        Who(MEMBER | PRESIDING, HOUSE(18)), OWN_MATTER,
        given("a member is recused by themselves or by who presides, once, and before voting", HOUSE(18),
              recused_has_not_voted),
        then=lambda item, a: evolve(item, recused=(*item.recused, a.member))),
    item(A.TAKEN_UP,  do.Vote,           SAME,        MEMBER,    BY_VOTE,
        is_competent, by_its_ballot, votes_in_person, not_recused, votes_once, not_yet_counted,
        then=voted, during=S.OPENED),
    item(A.TAKEN_UP,  do.CastBallot,     SAME,        MEMBER,    BY_VOTE,
        is_competent, by_its_ballot, votes_in_person, not_recused, votes_once, not_yet_counted,
        then=lambda item, a: evolve(item, cast=(*item.cast, a.by.known_as)), during=S.OPENED),
    item(A.TAKEN_UP,  do.CountBallots,   SAME,        Who(TELLER, HOUSE(19)), BY_VOTE,
        by_its_ballot, found_with_a_quorum,
        given("ballots are counted once, and add up to those cast", (HOUSE(19), HOUSE(34)), adds_up),
        then=with_count, during=S.OPENED),
    item(A.TAKEN_UP,  do.CountVotes,     SAME,        Who(TELLER | SECRETARY, HOUSE(19)), BY_VOTE,
        is_competent, by_its_ballot,
        given("an item is voted by names or by a count, not both", HOUSE(19),
              lambda it, a: it.item(a.item).counted is None and not it.item(a.item).voters),
        given("the numbers are of those who are there, and no more than may vote", (HOUSE(19), HOUSE(34)),
              fits_those_there),
        then=with_count, during=S.OPENED),
    item(A.TAKEN_UP,  do.AdoptItem,      A.ADOPTED,   LEADER,    BY_VOTE,
        who_presides, presiding_is_there, not_over_an_own_item, found_with_a_quorum, enough_are_left,
        given("it was voted on and has its majority", MAJORITY.cites, is_carried),
        given("a post is given once in a session", HOUSE(11), one_to_a_post, remedy="defer it"),
        then=keeps("decision"), during=S.OPENED),
    item(A.TAKEN_UP,  do.RejectItem,     A.REJECTED,  LEADER,    BY_VOTE,
        who_presides, presiding_is_there, not_over_an_own_item, found_with_a_quorum, enough_are_left,
        given("it was voted on and does not have its majority", MAJORITY.cites, is_not_carried),
        during=S.OPENED),
    item(A.LISTED | A.TAKEN_UP, do.DeferItem, A.DEFERRED, LEADER, HOUSE(17),    who_presides),
), during=S.PLANNED | S.ANNOUNCED | S.OPENED)


def days_before_it(it: m.Session, a: do.SetForADay) -> Term:
    return before(a.day, Days(DAYS_OF_AGENDA))


owed = owes(m.Session, do.SessionAction)
DEADLINES = (
    #    what is owed  begins                       within          met by             owed by  under
    owed("agenda",     (do.Plan, do.Reschedule),    days_before_it, do.Announce,       KEEPER,  OF_A_MEETING,
         owed.moved(do.Reschedule, lambda it, a, running: days_before_it(it, a)), until=do.CallOff),
    owed("minutes",    do.Close,                    PROMPTLY,       do.Minute,         KEEPER,  HOUSE(20)),
    owed("publication", (do.Minute, do.CorrectMinutes), PROMPTLY,   do.PublishMinutes, KEEPER,  HOUSE(20)),
)
# fmt: on
SESSION: Final = Lifecycle("session", TRANSITIONS, DEADLINES, law=UZ, parts=(ITEMS,), final=S.PUBLISHED | S.CALLED_OFF)
"""The session of a public council."""
