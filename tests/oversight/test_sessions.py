"""Sessions of public councils: worked cases 11 to 20 and 56 to 62 of the specification, and each rule they rest on.

None of it is law. A council's office is in Tashkent, in a week of five days; all is done at ten o'clock unless it is
said. Members are ``m1`` to ``mN``; ``m1`` is the chair and presides, ``m2`` the deputy.
"""

import pickle

import pytest
from attrs import astuple, evolve, frozen
from citizens.cases import at, days, on
from oversight import lives_councils
from oversight.lives_sessions import EXAMPLES, lives
from processes import draw_of
from sources import beside_the_actions

from prcomm import (
    Actor,
    BadInput,
    Basis,
    Citation,
    FindingKind,
    Office,
    Reason,
    ReasonKind,
    Reference,
    Reform,
    Refused,
    Status,
)
from prcomm.law import ADMINISTRATIVE_CODE, LABOUR_CODE, UZ, office
from prcomm.law.house import HOUSE
from prcomm.law.neighbours import DAYS_OF_AGENDA, MAJORITY, MAJORITY_OF, QUORUM, town
from prcomm.law.practice import PRACTICE
from prcomm.law.roles import (
    ACTING_CHAIR,
    AUTHORISED,
    CHAIR,
    DEPUTY_CHAIR,
    HEAD,
    MEMBER,
    PRESIDING,
    PRESS_OFFICER,
    SECRETARY,
    TELLER,
)
from prcomm.law.shares import MajorityOf, Share
from prcomm.oversight import quorum as q
from prcomm.oversight.councils import COUNCIL as COUNCIL_LIFE, MINISTRY, Activate, CouncilState, Post
from prcomm.oversight.sessions import (
    FOUNDING,
    ORDINARY,
    SESSION,
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
    ItemState,
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
    Session,
    SessionKind,
    SessionState,
    TakeChair,
    TakeUp,
    Tally,
    Vote,
)

S = SessionState
BODY = office("region IIB")
DAY = at(5, 14)
"""Thursday 14 May 2026."""
KEEPER, CHIEF, LEADER, COUNTER = (
    Actor("secretary", SECRETARY),
    Actor("m1", CHAIR),
    Actor("m1", PRESIDING),
    Actor("teller", TELLER),
)
DEPUTY, THE_HEAD = Actor("m2", DEPUTY_CHAIR), Actor("head", HEAD)
COUNCIL = Reference("council", "1")
POSTS = ((Post.CHAIR, "m1"), (Post.DEPUTY_CHAIR, "m2"), (Post.SECRETARY, "m3"))
LABOUR = LABOUR_CODE(36).by(Basis.ANALOGY)
MEETINGS = "Regulation 2742 on an open meeting(1)"
FOR, AGAINST, ABSTAINED = Choice
DECIDED = ItemState.ADOPTED | ItemState.REJECTED


@frozen
class Council:
    """What a session copies from its council."""

    state: CouncilState = CouncilState.ACTIVE
    appointed: tuple[str, ...] = ("m1", "m2", "m3")
    filled: tuple[tuple[Post, str], ...] = POSTS
    reference: Reference = COUNCIL
    office: Office = BODY


# -- what is done


def members(n: int) -> tuple[str, ...]:
    return tuple(f"m{i}" for i in range(1, n + 1))


def plan(roll: int = 9, when=DAY, day=None, kind: SessionKind = ORDINARY, **more) -> Plan:
    state = CouncilState.CONSTITUTED if kind is FOUNDING else CouncilState.ACTIVE
    said = {"by": THE_HEAD if kind is FOUNDING else KEEPER, "council_state": state, "roll": members(roll)} | more
    return Plan(
        at=when, session="7", kind=kind, office=BODY, council=COUNCIL, day=day or when.date(), **said
    )  # fmt: skip


def listed(item: str = "x", when=DAY, **more) -> ListItem:
    return ListItem(**({"at": when, "by": KEEPER, "item": item} | more))


def opening(when=DAY, by: Actor = CHIEF, **more) -> Open:
    state = CouncilState.CONSTITUTED if by.role in HEAD | AUTHORISED else CouncilState.ACTIVE
    return Open(**({"at": when, "by": by, "council": COUNCIL, "council_state": state, "posts": POSTS} | more))


def coming(*who: str, when=DAY) -> tuple[Attend, ...]:
    return tuple(Attend(at=when, by=KEEPER, member=one) for one in who)


def leaving(*who: str, when=DAY) -> tuple[LeaveSession, ...]:
    return tuple(LeaveSession(at=when, by=KEEPER, member=one) for one in who)


def take_up(item: str = "x", by: Actor = LEADER) -> TakeUp:
    return TakeUp(at=DAY, by=by, item=item)


def vote(who: str, choice: Choice = FOR, item: str = "x") -> Vote:
    return Vote(at=DAY, by=Actor(who, MEMBER), item=item, choice=choice)


def votes(*numbers: int, item: str = "x") -> tuple[Vote, ...]:
    """So many for, against, and abstained, from ``m1`` on."""
    choices = [choice for choice, n in zip(Choice, numbers, strict=False) for _ in range(n)]
    return tuple(vote(f"m{i}", choice, item) for i, choice in enumerate(choices, 1))


def ballots(n: int) -> tuple[CastBallot, ...]:
    return tuple(CastBallot(at=DAY, by=Actor(who, MEMBER), item="x") for who in members(n))


def recuse(who: str, by: Actor = LEADER) -> Recuse:
    return Recuse(at=DAY, by=by, item="x", member=who)


def adopt(item: str = "x", by: Actor = LEADER) -> AdoptItem:
    return AdoptItem(at=DAY, by=by, item=item, decision="digest 1")


def reject(item: str = "x", by: Actor = LEADER) -> RejectItem:
    return RejectItem(at=DAY, by=by, item=item)


def defer(item: str = "x", by: Actor = LEADER) -> DeferItem:
    return DeferItem(at=DAY, by=by, item=item)


POSTPONE = Postpone(at=DAY, by=LEADER)
CLOSE = Close(at=DAY, by=LEADER)


def minute(**more) -> Minute:
    return Minute(**({"at": DAY, "by": KEEPER, "minutes": "digest 2", "signed_by": ("secretary", "m1")} | more))


def correct(**more) -> CorrectMinutes:
    said = {"at": DAY, "by": KEEPER, "minutes": "digest 3", "signed_by": ("secretary", "m1"), "why": "digest 4"}
    return CorrectMinutes(**(said | more))


# -- lives


def then(session: Session, *actions) -> Session:
    for action in actions:
        session = SESSION.apply(session, action)
    return session


def opened(roll: int, there: int, *items: ListItem, **more) -> Session:
    """So many on the roll, so many of them there, of whom ``m1`` presides."""
    agenda = items or (listed(), listed("y"))
    first = (plan(roll, **more), *agenda, Announce(at=DAY, by=KEEPER), opening())
    return SESSION.replay([*first, *coming(*members(there))])


def voted(roll: int, there: int, *actions, ballot: Ballot = Ballot.OPEN) -> Session:
    """The item ``x`` is taken up; and what was done then."""
    return then(opened(roll, there, listed(ballot=ballot), listed("y")), take_up(), *actions)


def closed() -> Session:
    return then(voted(9, 5, *votes(3), adopt()), defer("y"), CLOSE)


# -- what is asked of them


def against(session: Session | None, action, lifecycle=None) -> tuple[Reason, ...]:
    asked = lifecycle or SESSION
    if session is not None:
        return asked.explain(session, action).reasons
    try:
        asked.begin(action)
    except Refused as refused:
        return refused.verdict.reasons
    return ()


def lawful(session: Session | None, action, lifecycle=None) -> bool:
    return not against(session, action, lifecycle)


def nbl(session: Session | None, action, *texts: str) -> tuple[tuple[Citation, ...], ...]:
    """Refused, and not by law; what the reasons cite. With texts: by these reasons and no other."""
    with pytest.raises(Refused, match="not by law:") as refused:
        SESSION.begin(action) if session is None else SESSION.apply(session, action)
    reasons = refused.value.verdict.reasons
    assert not any(reason.is_law for reason in reasons)
    if texts:
        assert [reason.text for reason in reasons] == list(texts)
    return tuple(reason.cites for reason in reasons)


def due(session: Session, name: str, when=DAY, lifecycle=None):
    """The last of its dues of that name."""
    (*_, one) = (one for one in (lifecycle or SESSION).due(session, when) if one.name == name)
    return one


COMPETENT = "the session is open and has its quorum"
FOUND = "the session is open, and a quorum was there for the item"
CARRIED = "it was voted on and has its majority"
NOT_CARRIED = "it was voted on and does not have its majority"
LEADS = "chair or deputy lead, or a member chosen to act"
ENOUGH = "more than half of those who are there may vote on it"


def under(value, figure):
    return SESSION.under(UZ.under(Reform(value, figure, "on trial")))


class TestCase11:
    """A quorum is more than half of the roll, or what a Reform says."""

    @pytest.mark.parametrize(("roll", "there", "may"), [(9, 4, False), (9, 5, True), (12, 6, False), (12, 7, True)])
    def test_more_than_half(self, roll, there, may):
        session = opened(roll, there)
        if may:
            assert then(session, take_up()).item("x").state is ItemState.TAKEN_UP
        else:
            (cites,) = nbl(session, take_up(), COMPETENT)
            assert cites == QUORUM.cites
            assert LABOUR in cites

    @pytest.mark.parametrize(("there", "may"), [(7, False), (8, True)])
    def test_two_thirds_under_a_reform(self, there, may):
        strict = under(QUORUM, Share(2, 3, more=False))
        assert lawful(opened(12, there), take_up(), strict) is may


class TestCase12:
    """Who is recused is not in the base: 7 there, one recused, base 6."""

    def test_a_tie_is_not_adopted(self):
        session = voted(12, 7, recuse("m7"), *votes(3, 0, 3))
        nbl(session, adopt(), CARRIED)
        assert then(session, reject()).item("x").state is ItemState.REJECTED

    def test_one_more_is(self):
        session = voted(12, 7, recuse("m7"), *votes(4))
        adopted = then(session, adopt()).item("x")
        assert (adopted.state, adopted.decision) == (ItemState.ADOPTED, "digest 1")
        nbl(session, reject(), NOT_CARRIED)

    def test_without_a_vote_nothing_is_found(self):
        session = voted(12, 7)
        nbl(session, adopt(), CARRIED)
        nbl(session, reject(), NOT_CARRIED)


class TestCase13:
    """Of whom a majority is counted: three readings."""

    PRESENT, MEMBERS, VOTING = MajorityOf

    @pytest.mark.parametrize(
        ("numbers", "carried"),
        [
            ((5, 3), {PRESENT: True, MEMBERS: False, VOTING: True}),
            ((3, 1), {PRESENT: False, MEMBERS: False, VOTING: True}),
            ((7,), {PRESENT: True, MEMBERS: True, VOTING: True}),
            ((6,), {PRESENT: True, MEMBERS: False, VOTING: True}),
            ((4, 3, 1), {PRESENT: False, MEMBERS: False, VOTING: False}),
        ],
        ids=["5 to 3", "3 to 1", "7 to none", "half of the roll", "half of those there"],
    )
    def test_roll_12_of_whom_8_are_there(self, numbers, carried):
        session = voted(12, 8, *votes(*numbers))
        for reading, adopted in carried.items():
            lifecycle = under(MAJORITY_OF, reading)
            assert lawful(session, adopt(), lifecycle) is adopted
            assert lawful(session, reject(), lifecycle) is not adopted

    def test_a_reform_of_the_majority(self):
        """Two thirds of 8: 6 of them are (18 is at least 16), 5 are not."""
        strict = under(MAJORITY, Share(2, 3, more=False))
        assert lawful(voted(12, 8, *votes(6)), adopt(), strict)
        assert not lawful(voted(12, 8, *votes(5)), adopt(), strict)

    def test_what_nobody_voted_on_is_not_adopted_however_it_is_counted(self):
        """At least half of those who vote: of nobody even nobody would be that."""
        generous = UZ.under(Reform(MAJORITY, Share(1, 2, more=False), "on trial"))
        lifecycle = SESSION.under(generous.under(Reform(MAJORITY_OF, self.VOTING, "on trial")))
        session = voted(12, 8)
        assert [reason.text for reason in against(session, adopt(), lifecycle)] == [CARRIED]
        assert [reason.text for reason in against(session, reject(), lifecycle)] == [NOT_CARRIED]

    def test_a_spoilt_ballot_is_cast(self):
        """VOTING: 3 of 6 cast are not more than half of them; of 5 they would be."""
        counted = CountBallots(
            at=DAY, by=COUNTER, item="x", in_favour=3, against=2, abstained=0, spoilt=1, there=7, deciding=7
        )
        session = voted(12, 7, *ballots(6), counted, ballot=Ballot.SECRET)
        assert not lawful(session, adopt(), under(MAJORITY_OF, self.VOTING))


class TestCase14:
    """Each has a reason of its own."""

    def test_a_second_vote(self):
        (cites,) = nbl(voted(9, 5, vote("m3")), vote("m3", AGAINST), "nobody votes twice")
        assert cites == (HOUSE(18),)

    def test_of_a_member_who_is_not_there(self):
        nbl(voted(9, 5), vote("m9"), "the voter is there")

    def test_of_one_who_is_recused(self):
        (cites,) = nbl(voted(9, 5, recuse("m3")), vote("m3"), "who is recused does not vote")
        assert cites == (town(36, 1),)

    def test_a_recusal_after_voting_or_of_another_by_a_member(self):
        session = voted(9, 5, vote("m3"))
        nbl(session, recuse("m3"))
        nbl(session, recuse("m4", by=Actor("m5", MEMBER)))
        nbl(session, recuse("m4", by=Actor("m2", PRESIDING)))
        nbl(session, recuse("m4", by=Actor("m1", MEMBER)))  # who presides says so as such
        assert lawful(session, recuse("m4", by=Actor("m4", MEMBER)))
        assert lawful(session, recuse("m4"))

    def test_nor_twice_nor_of_a_stranger_nor_after_a_ballot(self):
        nbl(voted(9, 5, recuse("m3")), recuse("m3"))
        nbl(voted(9, 5), recuse("stranger"))
        nbl(voted(9, 5, *ballots(2), ballot=Ballot.SECRET), recuse("m2"))


class TestCase15:
    """A quorum that is lost while an item is voted on."""

    THREE = voted(9, 5, *votes(3))

    def test_who_has_not_voted_leaves(self):
        session = then(self.THREE, *leaving("m4"))
        nbl(session, vote("m5"), COMPETENT)
        nbl(session, adopt(), FOUND)
        nbl(session, reject(), FOUND, NOT_CARRIED)
        assert lawful(session, defer())
        assert lawful(session, POSTPONE)
        nbl(self.THREE, POSTPONE, "a session is postponed only for want of a quorum")

    def test_postponed_it_is_voted_anew(self):
        postponed = then(self.THREE, *leaving("m4"), POSTPONE)
        assert postponed.present == ()
        moved, again = at(5, 15), at(5, 28)
        session = then(
            postponed,
            Reschedule(at=moved, by=KEEPER, day=on(5, 28)),
            Announce(at=moved, by=KEEPER),
            opening(again, DEPUTY),
        )
        item = session.item("x")
        assert (session.state, session.presided_by, session.opened_at) == (S.OPENED, "m2", again)
        assert (item.state, item.votes, session.present) == (ItemState.TAKEN_UP, (), ())

    def test_so_are_ballots_and_a_count_but_who_is_recused_stays_so(self):
        counted = CountBallots(at=DAY, by=COUNTER, item="x", in_favour=3, against=0, abstained=0, there=5, deciding=4)
        session = voted(9, 5, recuse("m5"), *ballots(3), counted, ballot=Ballot.SECRET)
        guest = AdmitGuest(at=DAY, by=LEADER, guest="guest")
        postponed = then(session, defer("y"), guest, *leaving("m5"), POSTPONE)
        session = then(postponed, Reschedule(at=DAY, by=KEEPER, day=on(5, 14)), Announce(at=DAY, by=KEEPER), opening())
        item = session.item("x")
        assert (item.cast, item.counted, item.counted_there, item.counted_of) == ((), None, None, None)
        assert item.recused == ("m5",)
        assert session.attended == ((), ())
        assert session.item("y").state is ItemState.DEFERRED

    def test_what_was_decided_before_is_not(self):
        session = then(self.THREE, adopt(), *leaving("m5"), POSTPONE)
        move = Reschedule(at=DAY, by=KEEPER, day=on(5, 14))
        again = then(session, move, Announce(at=DAY, by=KEEPER), opening())
        assert (again.item("x").state, len(again.item("x").votes)) == (ItemState.ADOPTED, 3)

    def test_had_one_who_voted_left(self):
        session = then(self.THREE, *leaving("m3"))
        assert q.there(session, session.item("x")) == 5
        assert lawful(session, adopt())


class TestCase16:
    """A secret vote: who cast, and never how."""

    CAST = voted(12, 7, *ballots(7), ballot=Ballot.SECRET)

    def count(self, in_favour, against, abstained, spoilt=0, **more) -> CountBallots:
        said = {"there": 7, "deciding": 7, "in_favour": in_favour, "against": against} | more
        return CountBallots(at=DAY, by=COUNTER, item="x", abstained=abstained, spoilt=spoilt, **said)

    def test_it_is_not_voted_openly(self):
        nbl(voted(12, 7, ballot=Ballot.SECRET), vote("m1"), "an open item is voted openly, a secret one by ballot")
        nbl(voted(12, 7), ballots(1)[0], "an open item is voted openly, a secret one by ballot")

    def test_before_the_count_there_is_no_result(self):
        nbl(self.CAST, adopt(), CARRIED)
        nbl(self.CAST, reject(), NOT_CARRIED)

    def test_the_count_adds_up(self):
        (cites,) = nbl(self.CAST, self.count(4, 2, 0), "ballots are counted once, and add up to those cast")
        assert cites[0] == HOUSE(19)
        nbl(self.CAST, self.count(8, 0, 0, -1))
        nbl(self.CAST, self.count(4, 2, 0, 1, there=8))
        nbl(self.CAST, self.count(4, 2, 0, 1, deciding=6))

    def test_counted_and_adopted(self):
        session = then(self.CAST, self.count(4, 2, 0, 1))
        item = session.item("x")
        assert (item.counted, item.counted_there, item.counted_of) == (Tally(4, 2, 0, 1), 7, 7)
        assert lawful(session, adopt())
        nbl(session, self.count(4, 2, 0, 1))
        nbl(session, ballots(7)[-1], "nobody votes twice", "no vote is cast after the count")

    def test_nobodys_choice_stands_anywhere(self):
        session = then(self.CAST, self.count(4, 2, 0, 1), adopt())
        said = [value for record in session.history for value in astuple(record.action, recurse=False)]
        assert not any(isinstance(value, Choice) for value in said)
        assert session.item("x").votes == ()
        assert session.item("x").cast == members(7)

    def test_of_copies_whom_the_file_has(self):
        session = then(self.CAST, *leaving("m7"))
        made = CountBallots.of(session, "x", in_favour=4, against=2, abstained=0, spoilt=1, at=DAY, by=COUNTER)
        assert made == self.count(4, 2, 0, 1)


class TestCase17:
    """The agenda is owed three days before: for Thu 14.05 by Mon 11.05, a day off; control and rolled are Fri 08.05."""

    PLANNED = SESSION.replay([plan(when=at(5, 4), day=on(5, 14)), listed(when=at(5, 4))])

    def test_by_when(self):
        owed = due(self.PLANNED, "agenda", at(5, 4))
        assert days(owed) == (on(5, 11), on(5, 8), on(5, 8), on(5, 11))
        assert (owed.owed_by, owed.basis) == (SECRETARY, Basis.ANALOGY)

    @pytest.mark.parametrize(("day", "status"), [(11, Status.MET), (12, Status.LATE)])
    def test_announced(self, day, status):
        announced = then(self.PLANNED, Announce(at=at(5, day), by=KEEPER))
        assert due(announced, "agenda", at(5, 14)).status(at(5, 14)) is status

    def test_that_it_was_late_is_not_by_law(self):
        actions = [record.action for record in self.PLANNED.history]
        findings = SESSION.audit([*actions, Announce(at=at(5, 12), by=KEEPER)], at(5, 14)).findings
        (late,) = (found for found in findings if found.kind is FindingKind.LATE)
        assert str(late).count("not by law")

    def test_the_figure(self):
        five = under(DAYS_OF_AGENDA, 5)
        assert due(five.replay([plan(when=at(5, 4), day=on(5, 14))]), "agenda", at(5, 4), five).raw == on(5, 9)


class TestCase18:
    """Moved: the same due, by the new day; after an announcement another."""

    PLANNED = SESSION.replay([plan(when=at(1, 12), day=on(1, 26)), listed(when=at(1, 12))])
    MOVE = Reschedule(at=at(1, 22), by=KEEPER, day=on(2, 5))

    def test_an_open_one_is_moved(self):
        assert due(self.PLANNED, "agenda", at(1, 12)).raw == on(1, 23)
        moved = then(self.PLANNED, self.MOVE)
        (only,) = SESSION.due(moved, at(1, 22))
        assert (only.raw, moved.day) == (on(2, 2), on(2, 5))

    def test_after_an_announcement_a_new_one_begins(self):
        moved = then(self.PLANNED, Announce(at=at(1, 20), by=KEEPER), self.MOVE)
        first, second = SESSION.due(moved, at(1, 22))
        assert (first.raw, first.met, second.raw, second.met) == (on(1, 23), on(1, 20), on(2, 2), None)

    @pytest.mark.parametrize("kind", SessionKind)
    def test_the_place_stays_unless_another_is_named(self, kind):
        here = SESSION.begin(plan(kind=kind, place="hall"))
        assert here.place == "hall"
        assert then(here, Reschedule(at=DAY, by=KEEPER, day=on(5, 20))).place == "hall"
        assert then(here, Reschedule(at=DAY, by=KEEPER, day=on(5, 20), place="school")).place == "school"

    def test_called_off_it_is_owed_no_more(self):
        off = then(self.PLANNED, CallOff(at=at(1, 22), by=KEEPER, why="digest"))
        assert (off.state, due(off, "agenda", at(2, 1)).status(at(2, 1))) == (S.CALLED_OFF, Status.LIFTED)
        late = then(self.PLANNED, CallOff(at=at(1, 24), by=KEEPER, why="digest"))
        assert due(late, "agenda", at(2, 1)).status(at(2, 1)) is Status.LATE
        nbl(self.PLANNED, CallOff(at=at(1, 22), by=KEEPER), "a reason is given")


class TestCase19:
    """An ordinary session is of a council at work, a founding one of one that is constituted."""

    @pytest.mark.parametrize("state", CouncilState)
    def test_of_which_council(self, state):
        ordinary, founding = plan(council_state=state), plan(kind=FOUNDING, council_state=state)
        assert lawful(None, ordinary) is (state in CouncilState.ACTIVE | CouncilState.RENEWING)
        assert lawful(None, founding) is (state is CouncilState.CONSTITUTED)

    def test_what_it_rests_on(self):
        assert nbl(None, plan(council_state=CouncilState.CONSTITUTED)) == ((HOUSE(14),),)
        assert nbl(None, plan(kind=FOUNDING, council_state=CouncilState.ACTIVE)) == ((HOUSE(14),),)

    def test_a_founding_one_is_opened_by_the_head(self):
        announced = SESSION.replay([plan(kind=FOUNDING), listed(), Announce(at=DAY, by=KEEPER)])
        by_chair = opening(council_state=CouncilState.CONSTITUTED)
        (reason,) = against(announced, by_chair)
        assert (reason.kind, reason.cites) == (ReasonKind.ROLE, (PRACTICE("Samarkand 2023"),))
        nbl(announced, by_chair)
        for hand in (THE_HEAD, Actor("official", AUTHORISED)):
            assert then(announced, opening(by=hand, posts=())).presided_by == hand.id

    def test_there_the_head_takes_up_without_being_on_the_roll(self):
        first = [plan(kind=FOUNDING), listed(), Announce(at=DAY, by=KEEPER), opening(by=THE_HEAD, posts=())]
        session = SESSION.replay([*first, *coming(*members(5))])
        assert lawful(session, take_up(by=Actor("head", PRESIDING)))

    def test_a_head_who_is_on_the_roll_comes_as_a_member_does(self):
        first = [plan(kind=FOUNDING), listed(), Announce(at=DAY, by=KEEPER), opening(by=Actor("m9", HEAD), posts=())]
        session = SESSION.replay([*first, *coming(*members(5))])
        nbl(session, take_up(by=Actor("m9", PRESIDING)), "who presides is there, save the head at a founding session")


class TestCase20:
    """Closed, minuted, published."""

    def test_not_while_something_is_open(self):
        session = voted(9, 5, *votes(3), adopt())
        (cites,) = nbl(session, CLOSE, "every item was adopted, rejected or deferred")
        assert cites == (HOUSE(17),)
        nbl(then(session, take_up("y")), CLOSE)
        assert lawful(then(session, defer("y")), CLOSE)

    def test_then_minutes_are_owed_promptly(self):
        owed = due(closed(), "minutes")
        assert (owed.status(DAY), owed.owed_by, owed.basis) == (Status.PROMPTLY, SECRETARY, Basis.ASSUMED)

    @pytest.mark.parametrize("hand", ["m1", "secretary"])
    def test_both_sign(self, hand):
        (cites,) = nbl(closed(), minute(signed_by=(hand,)))
        assert ADMINISTRATIVE_CODE(308).by(Basis.ANALOGY) in cites

    def test_minuted_and_published(self):
        minuted = then(closed(), minute())
        assert (minuted.state, minuted.minutes) == (S.MINUTED, ("digest 2",))
        assert due(minuted, "minutes").status(DAY) is Status.MET
        assert due(minuted, "publication").status(DAY) is Status.PROMPTLY
        published = then(minuted, PublishMinutes(at=DAY, by=Actor("press", PRESS_OFFICER)))
        assert published.state is S.PUBLISHED
        assert due(published, "publication").status(DAY) is Status.MET


class TestCase56:
    """Secret ballots, and who leaves: base and ballots are of one set of people."""

    def counted(self, session, in_favour, against_it) -> Session:
        count = CountBallots.of(session, "x", in_favour=in_favour, against=against_it, abstained=0, at=DAY, by=COUNTER)
        return then(session, count)

    def test_who_cast_and_left_stays_in_the_base(self):
        session = self.counted(voted(10, 8, *ballots(8), *leaving("m8"), ballot=Ballot.SECRET), 4, 4)
        assert session.item("x").counted_of == 8
        nbl(session, adopt(), CARRIED)
        assert lawful(session, reject())

    def test_who_left_without_casting_is_out_of_it(self):
        session = self.counted(voted(10, 8, *ballots(7), *leaving("m8"), ballot=Ballot.SECRET), 4, 3)
        assert session.item("x").counted_of == 7
        assert lawful(session, adopt())

    def test_unless_they_stayed_till_the_count(self):
        session = self.counted(voted(10, 8, *ballots(7), ballot=Ballot.SECRET), 4, 3)
        for now in (session, then(session, *leaving("m8")), then(session, *leaving(*members(8)[1:]))):
            nbl(now, adopt(), CARRIED)


class TestCase57:
    """A walk-out undoes no vote; it stops the next one."""

    LEFT = voted(13, 9, *votes(5, 4), *leaving("m3", "m4", "m5"))

    def test_the_next_item_is_not_taken_up(self):
        nbl(self.LEFT, take_up("y"), COMPETENT)

    def test_this_one_is_adopted(self):
        assert q.there(self.LEFT, self.LEFT.item("x")) == 9
        assert lawful(self.LEFT, adopt())

    def test_the_session_may_be_postponed(self):
        assert lawful(self.LEFT, POSTPONE)


class TestCase58:
    """More than half of those there must be left to decide."""

    def recused(self, n, in_favour) -> Session:
        away = tuple(recuse(f"m{9 - i}") for i in range(n))
        return voted(14, 9, *away, *votes(in_favour))

    def test_five_of_nine_recused(self):
        session = self.recused(5, 4)
        assert nbl(session, adopt(), ENOUGH) == ((HOUSE(32),),)
        nbl(session, reject(), ENOUGH, NOT_CARRIED)
        assert lawful(session, defer())

    def test_four_of_nine(self):
        assert lawful(self.recused(4, 3), adopt())


class TestCase59:
    """Who opens it."""

    ANNOUNCED = SESSION.replay([plan(13), listed(), Announce(at=DAY, by=KEEPER)])
    ACTING = Actor("m5", ACTING_CHAIR)

    def test_an_acting_chair_is_chosen_by_a_quorum(self):
        assert lawful(self.ANNOUNCED, opening(by=self.ACTING, chosen_by=members(7)))
        assert nbl(self.ANNOUNCED, opening(by=self.ACTING, chosen_by=members(6)), LEADS) == ((HOUSE(33),),)

    def test_of_members_each_once(self):
        nbl(self.ANNOUNCED, opening(by=self.ACTING, chosen_by=(*members(6), "m6")), LEADS)
        nbl(self.ANNOUNCED, opening(by=self.ACTING, chosen_by=(*members(7), "m7")), LEADS)
        nbl(self.ANNOUNCED, opening(by=self.ACTING, chosen_by=(*members(7), "stranger")), LEADS)
        nbl(self.ANNOUNCED, opening(by=Actor("stranger", ACTING_CHAIR), chosen_by=members(7)), LEADS)

    def test_a_deputy_holds_the_post(self):
        assert lawful(self.ANNOUNCED, opening(by=DEPUTY))
        nbl(self.ANNOUNCED, opening(by=Actor("m5", DEPUTY_CHAIR)), LEADS)
        nbl(self.ANNOUNCED, opening(by=Actor("m3", DEPUTY_CHAIR)), LEADS)  # the secretary's is no such post
        nbl(self.ANNOUNCED, opening(by=Actor("m5", DEPUTY_CHAIR), chosen_by=members(7)), LEADS)

    def test_on_its_day(self):
        reasons = against(self.ANNOUNCED, opening(at(5, 15)))
        assert [str(reason.cites[0]) for reason in reasons] == [MEETINGS]
        nbl(self.ANNOUNCED, opening(at(5, 15)), "a session is opened on its day")
        assert "move it" in reasons[0].remedy

    def test_its_day_is_the_day_in_the_office(self):
        """Eleven in the evening in Tashkent is still the 14th, six in the evening in Greenwich."""
        assert lawful(self.ANNOUNCED, opening(at(5, 14, 23).in_timezone("UTC")))

    def test_of_a_council_that_is_still_at_work(self):
        assert nbl(self.ANNOUNCED, opening(council_state=CouncilState.DISSOLVED)) == ((HOUSE(14),),)

    def test_the_roll_of_another_council(self):
        roll = AmendRoll.of(Council(reference=Reference("council", "2")), at=DAY, by=KEEPER)
        assert nbl(self.ANNOUNCED, roll, "the council is that of the session") == ((HOUSE(14),),)
        assert then(self.ANNOUNCED, AmendRoll.of(Council(), at=DAY, by=KEEPER)).roll == ("m1", "m2", "m3")


class TestCase60:
    """The chair falls ill."""

    TAKEN = then(voted(9, 6, *votes(4), adopt()), defer("y"), TakeChair(at=DAY, by=DEPUTY, why="digest 5"))

    def test_who_took_the_chair_closes(self):
        assert nbl(self.TAKEN, CLOSE, "it is done by who presides") == ((HOUSE(14),),)
        assert then(self.TAKEN, evolve(CLOSE, by=Actor("m2", PRESIDING))).state is S.CLOSED

    def test_it_is_said_why_and_by_who_is_there(self):
        session = voted(9, 6)
        spot = "who takes the chair is there, and it is said why"
        nbl(session, TakeChair(at=DAY, by=DEPUTY), spot)
        nbl(then(session, *leaving("m2")), TakeChair(at=DAY, by=DEPUTY, why="digest"), spot)

    def test_another_signs_in_the_place_of_who_is_gone(self):
        gone = then(self.TAKEN, evolve(CLOSE, by=Actor("m2", PRESIDING)))
        nbl(gone, minute(signed_by=("secretary", "m4"), in_place="m4", note=""))
        nbl(gone, minute(signed_by=("secretary",), in_place="secretary", note="digest 6"))
        nbl(gone, minute(signed_by=("secretary", "stranger"), in_place="stranger", note="digest 6"))
        nbl(gone, minute(signed_by=("secretary",), in_place="m4", note="digest 6"))
        nbl(gone, minute(signed_by=("secretary", "m1")))  # who presided before
        assert lawful(gone, minute(signed_by=("secretary", "m4"), in_place="m4", note="digest 6"))
        assert lawful(gone, minute(signed_by=("secretary", "m2")))
        assert lawful(gone, minute(signed_by=("secretary", "m2"), in_place="m4", note="digest 6"))

    def test_a_correction_says_why(self):
        published = then(closed(), minute(), PublishMinutes(at=DAY, by=KEEPER))
        assert nbl(published, correct(why=""), "it is said why the minutes are corrected") == ((HOUSE(20),),)
        nbl(published, correct(signed_by=("m1",)))
        corrected = then(published, correct())
        assert (corrected.state, corrected.minutes) == (S.PUBLISHED, ("digest 2", "digest 3"))
        assert due(corrected, "publication").status(DAY) is Status.PROMPTLY
        again = then(corrected, PublishMinutes(at=DAY, by=KEEPER))
        assert SESSION.due(again, DAY, open=True) == ()

    def test_a_separate_opinion_is_on_a_decided_item(self):
        opinion = NoteOpinion(at=DAY, by=Actor("m4", MEMBER), item="x", opinion="digest 7")
        noted = then(self.TAKEN, opinion)
        assert noted.opinions == (("x", "m4", "digest 7"),)
        nbl(self.TAKEN, evolve(opinion, item="y"))
        nbl(self.TAKEN, evolve(opinion, opinion=""))
        nbl(self.TAKEN, evolve(opinion, by=Actor("stranger", MEMBER)))
        nbl(voted(9, 5), opinion)


class TestCase61:
    """Hands are counted, without names."""

    BEFORE = voted(14, 11, recuse("m10"), recuse("m11"))

    def count(self, in_favour, against_it, abstained, **more) -> CountVotes:
        said = {"in_favour": in_favour, "against": against_it, "there": 11, "deciding": 9} | more
        return CountVotes(at=DAY, by=COUNTER, item="x", abstained=abstained, **said)

    def test_no_more_than_may_vote(self):
        assert lawful(self.BEFORE, self.count(6, 2, 1))
        assert lawful(self.BEFORE, self.count(1, 0, 0))
        (cites,) = nbl(self.BEFORE, self.count(6, 3, 1))
        assert HOUSE(19) in cites
        nbl(self.BEFORE, self.count(0, 0, 0))
        nbl(self.BEFORE, self.count(7, 3, -1))
        nbl(self.BEFORE, self.count(6, 2, 1, there=12))
        nbl(self.BEFORE, self.count(6, 2, 1, deciding=11))

    def test_by_names_or_by_a_count(self):
        both = "an item is voted by names or by a count, not both"
        nbl(then(self.BEFORE, vote("m1")), self.count(6, 2, 1), both)
        counted = then(self.BEFORE, self.count(6, 2, 1))
        nbl(counted, vote("m1"), "no vote is cast after the count")
        nbl(counted, self.count(6, 2, 1), both)

    def test_who_leaves_afterwards_changes_nothing(self):
        counted = then(self.BEFORE, self.count(6, 2, 1), *leaving("m2", "m3", "m4", "m5"))
        item = counted.item("x")
        assert (q.there(counted, item), q.deciding(counted, item)) == (11, 9)
        assert lawful(counted, adopt())

    def test_of_copies_whom_the_file_has(self):
        made = CountVotes.of(self.BEFORE, "x", in_favour=6, against=2, abstained=1, at=DAY, by=COUNTER)
        assert made == self.count(6, 2, 1)

    def test_a_guest_does_not_vote(self):
        session = then(self.BEFORE, AdmitGuest(at=DAY, by=LEADER, guest="guest"))
        assert session.attended == (members(11), ("guest",))
        nbl(session, vote("guest"), "the voter is there")
        nobody = "a guest is nobody on the roll"
        for guest in ("m12", "m1", "guest", ""):
            assert nbl(session, AdmitGuest(at=DAY, by=LEADER, guest=guest), nobody) == ((HOUSE(35),),)


class TestCase62:
    """Elections."""

    def put_up(self, item, nominee, post=Post.SECRETARY, **more) -> ListItem:
        return listed(item, **({"elects": post, "nominee": nominee, "agrees": True} | more))

    def test_a_post_is_given_once(self):
        items = (self.put_up("x", "m4"), self.put_up("y", "m5"))
        session = then(opened(9, 5, *items), take_up("x"), *votes(4), adopt("x"), take_up("y"), *votes(4, item="y"))
        assert session.elected == ((Post.SECRETARY, "m4"),)
        assert nbl(session, adopt("y"), "a post is given once in a session") == ((HOUSE(11),),)
        assert lawful(session, defer("y"))

    def test_another_post_is_another_matter(self):
        items = (self.put_up("x", "m4"), self.put_up("y", "m5", Post.DEPUTY_CHAIR))
        session = then(opened(9, 5, *items), take_up("x"), *votes(4), adopt("x"), take_up("y"), *votes(4, item="y"))
        assert then(session, adopt("y")).elected == ((Post.SECRETARY, "m4"), (Post.DEPUTY_CHAIR, "m5"))

    def test_who_is_put_up_does_not_preside_and_votes(self):
        session = opened(9, 5, self.put_up("x", "m1", Post.CHAIR))
        (cites,) = nbl(session, take_up(), "nobody presides over an item of their own")
        assert cites == (town(36, 1),)
        taken = then(session, TakeChair(at=DAY, by=DEPUTY, why="digest 8"), take_up(by=Actor("m2", PRESIDING)))
        assert lawful(taken, vote("m1"))
        assert then(taken, *votes(4), adopt(by=Actor("m2", PRESIDING))).elected == ((Post.CHAIR, "m1"),)

    def test_nor_does_who_is_recused(self):
        session = voted(9, 6, recuse("m1"), vote("m2"), vote("m3"), vote("m4"))
        nbl(session, adopt(), "nobody presides over an item of their own")
        lost = voted(9, 6, recuse("m1"), vote("m2", AGAINST))
        nbl(lost, reject(), "nobody presides over an item of their own")

    def test_who_is_put_up_agrees_and_is_on_the_roll(self):
        session = opened(9, 5)
        agrees, member = "who is put up for a post agrees to it", "who is put up for a post is on the roll"
        assert nbl(session, self.put_up("z", "m4", agrees=False), agrees) == ((HOUSE(11),),)
        assert nbl(session, self.put_up("z", "stranger"), member) == ((HOUSE(11),),)
        assert lawful(session, self.put_up("z", "m4"))

    def test_whom_it_elected_takes_the_chair(self):
        """Section 20, 7: who held a post when it was opened, whom it elected, or whom the members chose."""
        take = TakeChair(at=DAY, by=Actor("m4", CHAIR), why="digest 9")
        session = then(opened(9, 5, self.put_up("x", "m4", Post.CHAIR)), take_up(), *votes(4))
        assert nbl(session, take, LEADS) == ((HOUSE(33),),)
        assert then(session, adopt(), take).presided_by == "m4"

    def test_so_does_whom_the_members_chose(self):
        acting = TakeChair(at=DAY, by=Actor("m4", ACTING_CHAIR), why="digest 9", chosen_by=members(5))
        assert then(opened(9, 5), acting).presided_by == "m4"
        nbl(opened(9, 5), evolve(acting, chosen_by=members(4)), LEADS)


class TestHouseRule14:
    """Who opens and leads a session."""

    def test_who_presides_is_there_when_something_is_decided(self):
        session = then(voted(9, 6, *votes(4)), *leaving("m1"))
        there = "who presides is there, save the head at a founding session"
        for action in (take_up("y"), adopt()):
            assert nbl(session, action, there) == ((HOUSE(14),),)
        lost = then(voted(9, 6, *votes(0, 4)), *leaving("m1"))
        nbl(lost, reject(), there)

    def test_a_chair_who_is_not_on_the_roll_is_not_there_in_an_ordinary_session(self):
        planned = evolve(plan(), roll=("m2", "m3", "m4"))
        session = SESSION.replay([planned, listed(), Announce(at=DAY, by=KEEPER), opening(), *coming("m2", "m3")])
        nbl(session, take_up(), "who presides is there, save the head at a founding session")

    def test_not_when_it_is_deferred_postponed_or_closed(self):
        session = then(voted(9, 5), *leaving("m1"))
        assert lawful(session, defer())
        assert lawful(session, POSTPONE)
        assert lawful(then(session, defer(), defer("y")), CLOSE)

    @pytest.mark.parametrize(
        "action", [take_up("y"), adopt(), defer(), CLOSE, POSTPONE, AdmitGuest(at=DAY, by=LEADER, guest="guest")],
        ids=lambda one: type(one).__name__,
    )  # fmt: skip
    def test_nobody_else_presides(self, action):
        session = voted(9, 5, *votes(3))
        reasons = against(session, evolve(action, by=Actor("m2", PRESIDING)))
        assert "it is done by who presides" in [reason.text for reason in reasons]

    def test_its_members_are_those_appointed_by_then(self):
        council = Council(CouncilState.RENEWING)
        made = Plan.of(council, session="7", kind=ORDINARY, day=on(5, 14), place="hall", at=DAY, by=KEEPER)
        assert (made.office, made.council, made.council_state) == (BODY, COUNCIL, CouncilState.RENEWING)
        assert SESSION.begin(made).roll == ("m1", "m2", "m3")
        assert Open.of(council, at=DAY, by=CHIEF).posts == POSTS
        assert Open.of(council, chosen_by=("m2",), at=DAY, by=CHIEF).chosen_by == ("m2",)


class TestHouseRule15:
    """Attendance is entered."""

    def test_of_those_on_the_roll_each_once(self):
        session = opened(9, 5)
        attend = "it is a member on the roll who is not there yet"
        assert nbl(session, *coming("m5"), attend) == ((HOUSE(15),),)
        nbl(session, *coming("stranger"), attend)
        assert then(session, *coming("m6")).present == members(6)

    def test_who_leaves_was_there(self):
        session = opened(9, 5)
        assert nbl(session, *leaving("m6"), "it is a member who is there") == ((HOUSE(15),),)
        assert then(session, *leaving("m3"), *coming("m3")).present == ("m1", "m2", "m4", "m5", "m3")


class TestHouseRule17:
    """The agenda is worked off."""

    def test_nothing_is_announced_without_an_agenda(self):
        planned = SESSION.begin(plan())
        reasons = against(planned, Announce(at=DAY, by=KEEPER))
        assert [(reason.text, str(reason.cites[0])) for reason in reasons] == [("there is an agenda", MEETINGS)]
        nbl(planned, Announce(at=DAY, by=KEEPER))

    def test_what_was_taken_up_before_a_postponement_is_an_agenda_what_was_deferred_is_none(self):
        move, announce = Reschedule(at=DAY, by=KEEPER, day=on(5, 14)), Announce(at=DAY, by=KEEPER)
        session = voted(9, 5, defer("y"), *leaving("m5"))
        assert lawful(then(session, POSTPONE, move), announce)
        nbl(then(session, defer(), POSTPONE, move), announce, "there is an agenda")

    def test_an_item_may_come_from_another_file(self):
        appeal = Reference("appeal", "5")
        session = SESSION.replay([plan(), listed(raised_by=appeal), listed("y")])
        assert session.refers_to == (COUNCIL, appeal)
        assert SESSION.replay([plan(), listed(subject="digest")]).item("x").subject == "digest"
        assert session.reference == Reference("session", "7")

    @pytest.mark.parametrize(
        "action", [vote("m1"), adopt(), reject(), take_up("y")], ids=lambda one: type(one).__name__
    )
    def test_nothing_is_decided_in_a_session_that_is_not_open(self, action):
        session = then(voted(9, 5, vote("m1")), *leaving("m5"), POSTPONE)
        moved = then(session, Reschedule(at=DAY, by=KEEPER, day=on(5, 14)))
        for state in (session, moved, then(moved, Announce(at=DAY, by=KEEPER))):
            (reason,) = against(state, action)
            assert reason.kind is ReasonKind.STATE
            nbl(state, action)


class TestWithItsCouncil:
    """Files refer to each other by copies: nothing is circular."""

    def test_a_founding_session_elects_the_chair_and_the_council_is_at_work(self):
        council = COUNCIL_LIFE.replay(lives_councils.lives(CouncilState.CONSTITUTED, MINISTRY))
        when, presiding = council.history[-1].action.at, Actor("head", PRESIDING)
        first, *others = council.appointed
        done = [
            Plan.of(council, session="9", kind=FOUNDING, day=when.date(), at=when, by=THE_HEAD),
            listed("x", when, elects=Post.CHAIR, nominee=first, agrees=True),
            Announce(at=when, by=KEEPER),
            Open.of(council, at=when, by=THE_HEAD),
            *coming(first, *others, when=when),
            TakeUp(at=when, by=presiding, item="x"),
            *(Vote(at=when, by=Actor(who, MEMBER), item="x", choice=FOR) for who in (first, *others)),
            AdoptItem(at=when, by=presiding, item="x", decision="digest"),
            Close(at=when, by=presiding),
        ]
        active = COUNCIL_LIFE.apply(council, Activate.of(SESSION.replay(done), at=when, by=THE_HEAD))
        assert (active.state, active.filled) == (CouncilState.ACTIVE, ((Post.CHAIR, first),))


class TestQuorum:
    """The counting, which is pure."""

    def test_of_named_votes(self):
        session = voted(12, 7, recuse("m7"), *votes(3, 1, 1), *leaving("m1", "m6"))
        item, law = session.item("x"), UZ.on(DAY.date())
        assert (q.there(session, item), q.deciding(session, item)) == (6, 5)
        assert q.tally(item) == Tally(3, 1, 1)
        assert (q.base(session, item, law), q.carried(session, item, law), q.voted_on(item)) == (5, True, True)

    def test_tally_and_silent_and_recused_are_those_there(self):
        session = voted(12, 7, recuse("m7"), *votes(3, 1))
        item = session.item("x")
        silent = len(session.present) - len(item.votes) - len(item.recused)
        assert q.tally(item).cast + silent + len(item.recused) == q.there(session, item) == 7

    def test_an_item_that_it_does_not_have_is_told(self):
        with pytest.raises(BadInput, match="it has no item 'z'"):
            CountVotes.of(voted(9, 5), "z", in_favour=1, against=0, abstained=0, at=DAY, by=COUNTER)

    def test_a_quorum_of_an_empty_roll_is_none(self):
        assert not q.is_quorum(0, SESSION.begin(plan(roll=0)), UZ.on(DAY.date()))

    @pytest.mark.parametrize("reading", MajorityOf)
    def test_of_each_reading_there_is_a_base(self, reading):
        session = voted(12, 8, *votes(3, 1))
        law = UZ.under(Reform(MAJORITY_OF, reading, "on trial")).on(DAY.date())
        assert q.base(session, session.item("x"), law) == {"PRESENT": 8, "MEMBERS": 12, "VOTING": 4}[reading.name]


@pytest.fixture(scope="module")
def drawn_lives():
    """The entities of the one draw of sessions."""
    return [life.entity for life in draw_of("session").lives]


@pytest.mark.xdist_group("lives of the session")
class TestWhateverIsDone:
    """Of lives drawn by chance."""

    def test_there_are_votes_and_decisions_among_them(self, drawn_lives):
        decided = [item.state for life in drawn_lives for item in life.items if item.state in DECIDED]
        assert {*decided} == {*DECIDED}
        assert {item.ballot for life in drawn_lives for item in life.items if item.counted} == {*Ballot}

    def test_no_more_vote_than_are_there_and_may(self, drawn_lives):
        for life in drawn_lives:
            for item in life.items:
                assert q.tally(item).cast <= q.deciding(life, item) <= q.there(life, item) <= len(life.roll)

    def test_nothing_is_decided_without_a_vote_and_a_quorum_for_it(self, drawn_lives):
        """As the file stood when it was decided: who comes or leaves later changes nothing."""
        for life in drawn_lives:
            before = SESSION.begin(life.history[0].action)
            for record in life.history[1:]:
                action, law = record.action, UZ.on(record.action.at.date())
                if isinstance(action, AdoptItem | RejectItem):
                    item = before.item(action.item)
                    assert q.voted_on(item)
                    assert q.is_quorum(q.there(before, item), before, law)
                    assert q.carried(before, item, law) is isinstance(action, AdoptItem)
                before = then(before, action)

    def test_of_a_secret_vote_there_are_numbers_alone(self, drawn_lives):
        for life in drawn_lives:
            secret = {item.id for item in life.items if item.ballot is Ballot.SECRET}
            assert not any(item.votes for item in life.items if item.id in secret)
            named = (record.action for record in life.history if isinstance(record.action, Vote))
            assert not any(action.item in secret for action in named)


class TestItsTable:
    def test_the_linter_is_silent(self):
        assert SESSION.lint(beside_the_actions(SESSION)) == ()

    def test_no_row_no_guard_and_no_deadline_is_law(self):
        rows = [*SESSION.rows, *(guard for row in SESSION.rows for guard in row.given), *SESSION.deadlines]
        assert {one.basis for one in rows} == {Basis.ANALOGY, Basis.PRACTICE, Basis.ASSUMED}
        assert not any(cite.basis.is_law for one in rows for cite in one.cites)
        assert not any(cite.basis.is_law for row in SESSION.rows for cite in row.who_cites)

    def test_how_many_rest_on_what(self):
        bases = [row.basis for row in SESSION.rows]
        assert len(bases) == 28
        assert [bases.count(basis) for basis in (Basis.ANALOGY, Basis.PRACTICE, Basis.ASSUMED)] == [10, 2, 16]

    def test_there_is_an_example_of_each_action(self):
        assert {type(one) for one in EXAMPLES} == set(SESSION.actions)

    @pytest.mark.parametrize("kind", SessionKind)
    @pytest.mark.parametrize("state", S)
    def test_it_was_held_once_it_is_closed(self, state, kind):
        session = SESSION.replay(lives(state, kind))
        assert session.was_held is (state in S.CLOSED | S.MINUTED | S.PUBLISHED)
        assert session.is_founding is (kind is FOUNDING)
        assert pickle.loads(pickle.dumps(session)) == session
