"""The public council as a table: what is lawful when, by whom, under which paragraph, and what is owed."""

from attrs import evolve
from pendulum import DateTime

from prcomm import (
    SAME,
    Basis,
    Context,
    Lifecycle,
    Part,
    Term,
    Who,
    at_least,
    by_law,
    given,
    guard,
    keeps,
    owes,
    part_rows,
    rows,
)
from prcomm.core.table.entities import earlier
from prcomm.law import UZ, public_councils as law
from prcomm.law.house import HOUSE
from prcomm.law.practice import PRACTICE
from prcomm.law.public_councils import PF154, PQ10, PQ3837
from prcomm.law.roles import AUTHORISED, CANDIDATE, CHAIR, DEPUTY_CHAIR, HEAD, MEMBER, SECRETARY
from prcomm.law.source_article import SOURCE_ARTICLE
from prcomm.oversight.councils import actions as do, model as m

__all__ = ["COUNCIL", "DEADLINES", "TRANSITIONS"]

S, M = m.CouncilState, m.MembershipState
AT_WORK = S.ACTIVE | S.RENEWING
SET_UP = S.CONSTITUTED | AT_WORK
LIVING = S.FORMING | SET_UP
NAMED = M.NOMINATED | M.CONSENTED
AGAIN = M.NOT_APPOINTED | M.RESIGNED | M.TERM_ENDED | M.EXCLUDED
"""From which one may be nominated again."""

VOLUNTARY, BY_THE_HEAD = PQ3837(2).by(Basis.INFERRED), PQ3837(4).by(Basis.INFERRED)
"""That nobody sits against their will, "on a public basis"; that who creates a council ends it, and its seats."""
FOUNDED, THEIR_OWN = PRACTICE("Samarkand 2023"), PRACTICE("Khorezm 2019")


@guard("there is a decision of the head", PQ3837(4))
def by_an_order(it: m.Council, a: do.Constitute | do.Dissolve | do.Appoint | do.EndMembership | do.Exclude) -> bool:
    return bool(a.order)


@guard("the council's regulation is approved by the head", PQ3837(7))
def regulation_is_approved(it: m.Council, a: do.Constitute | do.AmendRegulation) -> bool:
    return bool(a.regulation)


@guard("at least one member is appointed", HOUSE(10))
def somebody_is_appointed(it: m.Council, a: do.Constitute) -> bool:
    return bool(it.appointed)


@guard("the term is over, where one is set", HOUSE(12))
def term_is_over(it: m.Council, a: do.Constitute | do.EndMembership, context: Context) -> bool:
    """The last day of the term is still within it."""
    due = context.due("end_of_term")
    return due is None or due.raw is None or due.raw < context.day


@guard("the session is one of this council", HOUSE(9))
def of_this_council(it: m.Council, a: do.OfSession) -> bool:
    return a.council == it.reference


@guard("a session is entered once", HOUSE(9))
def not_yet_entered(it: m.Council, a: do.Activate | do.NoteSession) -> bool:
    return a.session not in it.sessions


@guard("the session was held after the council was last constituted", HOUSE(9))
def of_this_convocation(it: m.Council, a: do.Activate | do.Elect) -> bool:
    """Of a file in an audit that does not say when it was constituted, nothing is known against a session."""
    return a.held_at is not None and not (it.constituted_at and earlier(a.held_at, it.constituted_at))


@guard("those elected are appointed members", HOUSE(11))
def elected_are_members(it: m.Council, a: do.Activate | do.Elect) -> bool:
    return {who for _, who in a.elections} <= {*it.appointed}


@guard("who consents, declines or resigns does so in person", VOLUNTARY)
def of_their_own_will(it: m.Council, a: do.Consent | do.Decline | do.Resign) -> bool:
    return a.by.known_as == a.member


@guard("the ground is one that is set, or that the council's regulation names", HOUSE(13))
def on_a_ground(it: m.Council, a: do.Exclude, context: Context) -> bool:
    grounds = context[law.GROUNDS_OF_EXCLUSION]
    return bool(a.ground) if grounds is None else a.ground in grounds


def elected(it: m.Council, a: do.Activate | do.Elect) -> m.Council:
    entered = tuple((a.session, post) for post, _ in a.elections)
    return evolve(it, posts=tuple({**dict(it.posts), **dict(a.elections)}.items()), elections=(*it.elections, *entered))


def noted(it: m.Council, a: do.Activate | do.NoteSession) -> m.Council:
    return evolve(it, sessions=(*it.sessions, a.session))


def constituted(it: m.Council, a: do.Constitute) -> m.Council:
    return evolve(it, chamber_agreed=a.chamber_agreed, constituted_at=a.at, posts=(), groups=())


def stepped_down(it: m.Council, a: do.StepDown) -> m.Council:
    return evolve(it, posts=tuple(one for one in it.posts if one[0] is not a.post))


def grouped(it: m.Council, a: do.FormGroup) -> m.Council:
    return evolve(it, groups=tuple(dict.fromkeys((*it.groups, a.group))))


def end_of_term(it: m.Council, a: do.Constitute, context: Context) -> Term | None:
    term = context[law.TERM_OF_A_COUNCIL]
    return None if term is None else at_least(term)


def when_held(it: m.Council, a: do.OfSession) -> DateTime:
    """The next session is owed from the one before, whenever that is entered."""
    return a.held_at if isinstance(a, do.NoteSession) and a.held_at is not None else a.at


CHIEF = Who(HEAD, PQ3837(4))
NOMINATOR, RECORDER = HEAD | AUTHORISED, SECRETARY | AUTHORISED
KEEPER, LEADER = Who(SECRETARY, HOUSE(9)), Who(CHAIR, HOUSE(9))
FOUNDER = Who(HEAD | AUTHORISED | SECRETARY, HOUSE(9))
HOLDERS = CHAIR | DEPUTY_CHAIR | SECRETARY
CENTRAL, CREATED = (PQ3837(3), PQ3837(4)), (PQ3837(4), PQ3837(7))

row = rows(m.Council, m.CouncilState, do.CouncilAction)
seat = part_rows(m.Council, m.Membership, m.MembershipState, do.CouncilAction)
owed = owes(m.Council, do.CouncilAction)
# fmt: off
TRANSITIONS = (
    #   in state         action              leads to         who may    under       given that, and then
    row.start(           do.Propose,         S.FORMING,       CHIEF,     PQ10(6, 1), id="council",
        only=m.MINISTRY | m.TERRITORIAL, since=PQ10.adopted),
    row.start(           do.Propose,         S.FORMING,       HEAD,      CENTRAL,    id="council",
        only=m.MINISTRY, since=PQ3837.adopted, until=PQ10.adopted),
    row.start(           do.Propose,         S.FORMING,       HEAD,      CENTRAL,    id="council",
        only=m.OTHER_CENTRAL, since=PQ3837.adopted),
    row.start(           do.Propose,         S.FORMING,       HEAD,      THEIR_OWN,  id="council",
        only=m.OTHER_TERRITORIAL, since=PQ3837.adopted),
    row(S.FORMING,       do.Constitute,      S.CONSTITUTED,   HEAD,      CREATED,
        by_an_order, regulation_is_approved, somebody_is_appointed, then=constituted),
    row(S.RENEWING,      do.Constitute,      S.CONSTITUTED,   HEAD,      CREATED,
        by_an_order, regulation_is_approved, somebody_is_appointed, term_is_over, then=constituted),
    row(S.CONSTITUTED,   do.Activate,        S.ACTIVE,        FOUNDER,   FOUNDED,
        of_this_council, not_yet_entered, of_this_convocation, elected_are_members,
        given("the chair is elected at a founding session that was held", FOUNDED,
              lambda it, a: a.founding and bool(a.chair)),
        then=lambda it, a: noted(elected(it, a), a)),
    row(AT_WORK,         do.Elect,           SAME,            KEEPER,    HOUSE(11),
        of_this_council, of_this_convocation, elected_are_members,
        given("an election is entered once", HOUSE(11), lambda it, a: (a.session, a.post) not in it.elections),
        then=elected),
    row(AT_WORK,         do.StepDown,        SAME,            HOLDERS,   HOUSE(11),
        given("it is one's own post", HOUSE(11), lambda it, a: (a.post, a.by.known_as) in it.filled),
        then=stepped_down),
    row(AT_WORK,         do.FormGroup,       SAME,            LEADER,    PF154("the public council", 4),
        given("a working group is of appointed members", HOUSE(11),
              lambda it, a: bool(a.members) and {*a.members} <= {*it.appointed}), then=grouped),
    row(SET_UP,          do.AmendRegulation, SAME,            HEAD,      PQ3837(7),
        given("its changes are approved by decision of the head", PQ3837(7), lambda it, a: bool(a.order)),
        regulation_is_approved),
    row(AT_WORK,         do.NoteSession,     SAME,            SECRETARY, HOUSE(9),
        of_this_council, not_yet_entered, given("the session was held", HOUSE(9), lambda it, a: a.held), then=noted),
    row(S.CONSTITUTED | S.ACTIVE, do.BeginRenewal, S.RENEWING, HEAD,     HOUSE(12)),
    row(LIVING,          do.Dissolve,        S.DISSOLVED,     HEAD,      BY_THE_HEAD, by_an_order),
)
MEMBERS = Part("members", "member", (
    seat.start(          do.Nominate,        M.NOMINATED,     NOMINATOR, HOUSE(8),    id="member"),
    seat(AGAIN,          do.Nominate,        M.NOMINATED,     NOMINATOR, HOUSE(8),
        then=keeps("category", "seat", "nominated_by")),
    seat(M.NOMINATED,    do.Consent,         M.CONSENTED,     CANDIDATE, VOLUNTARY,   of_their_own_will),
    seat(NAMED,          do.Decline,         M.NOT_APPOINTED, CANDIDATE, VOLUNTARY,   of_their_own_will),
    seat(NAMED,          do.PassOver,        M.NOT_APPOINTED, HEAD,      BY_THE_HEAD),
    seat(M.CONSENTED,    do.Appoint,         M.APPOINTED,     HEAD,      PQ3837(4),   by_an_order),
    seat.never(M.NOMINATED, do.Appoint, VOLUNTARY, "nobody sits in a council without having agreed to"),
    seat(M.APPOINTED,    do.Resign,          M.RESIGNED,      MEMBER,    VOLUNTARY,   of_their_own_will),
    seat(M.APPOINTED,    do.EndMembership,   M.TERM_ENDED,    HEAD,      BY_THE_HEAD, by_an_order, term_is_over),
    seat(M.APPOINTED,    do.Exclude,         M.EXCLUDED,      HEAD,      BY_THE_HEAD, by_an_order, on_a_ground),
    seat(NAMED | M.APPOINTED, do.NoteDeath,  M.DECEASED,      RECORDER,  HOUSE(9)),
), during=LIVING)
DEADLINES = (
    #    what is owed    begins         within                 met by           owed by  under
    owed("term",         do.Constitute, law.TERM_OF_A_COUNCIL, do.BeginRenewal, HEAD,    HOUSE(12), until=do.Dissolve),
    owed("end_of_term",  do.Constitute, by_law(end_of_term),   do.Constitute,   HEAD,    HOUSE(12), until=do.Dissolve),
    owed("next_session", (do.Activate, do.NoteSession), law.TIME_BETWEEN_SESSIONS, do.NoteSession, CHAIR, HOUSE(12),
         since=when_held, until=(do.Constitute, do.Dissolve), met_on="held_at"),
)
# fmt: on
COUNCIL = Lifecycle("council", TRANSITIONS, DEADLINES, law=UZ, parts=(MEMBERS,), final=S.DISSOLVED)
"""The public council under a state body."""
COUNCIL_CITES = (SOURCE_ARTICLE(14), SOURCE_ARTICLE(15))
"""The article behind the project: permanent, voluntary, advisory."""
