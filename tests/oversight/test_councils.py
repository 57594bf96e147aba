"""The public council, paragraph by paragraph and rule by rule: the model regulation, PQ-10, practice and house rules.

Numbers in brackets are those of the worked cases, which were counted by hand.
"""

import pytest
from attrs import evolve, frozen
from oversight.cases_councils import (
    ANVAR,
    BARNO,
    BODY,
    BY_THE_HEAD,
    CHIEF,
    FOUNDED,
    KEEPER,
    OFFICIAL,
    SEATED,
    VOLUNTARY,
    M,
    S,
    accepted,
    activate,
    against,
    agree,
    at,
    at_work,
    constitute,
    constituted,
    elect,
    end,
    forbidden,
    formed,
    has_no_place,
    last,
    life,
    membership,
    nominate,
    note,
    on,
    propose,
    refused,
    renew,
    seat,
    status,
)
from oversight.lives_councils import FOUNDING_SESSION, THIS
from pendulum import Date, DateTime
from sources import beside_the_actions

from prcomm import (
    PROMPTLY,
    Actor,
    Basis,
    FindingKind,
    Months,
    ReasonKind,
    Reference,
    Reform,
    Refused,
    Status,
)
from prcomm.law.house import HOUSE
from prcomm.law.practice import PRACTICE
from prcomm.law.public_councils import (
    GROUNDS_OF_EXCLUSION,
    PF154,
    PQ10,
    PQ3837,
    TERM_OF_A_COUNCIL,
    TIME_BETWEEN_SESSIONS,
)
from prcomm.law.roles import CANDIDATE, CHAIR, MEMBER
from prcomm.oversight.councils import (
    COUNCIL,
    MINISTRY,
    OTHER_CENTRAL,
    OTHER_TERRITORIAL,
    TERRITORIAL,
    Activate,
    AmendRegulation,
    Appoint,
    Category,
    Consent,
    Decline,
    Dissolve,
    Elect,
    Elections,
    EndMembership,
    Exclude,
    FormGroup,
    NoteDeath,
    NoteSession,
    PassOver,
    Post,
    Resign,
    Seat,
    StepDown,
)

ARTICLES_OF = (PQ3837, PQ10)


class TestParagraph2:
    """What a council is: its members sit of their own will."""

    def test_nobody_is_appointed_who_did_not_agree(self):
        """(1)"""
        council = life(propose(at(1, 12)), nominate("gani", at(1, 13)))
        appoint = Appoint(at=at(1, 14), by=CHIEF, member="gani", order="order 1")
        reason = forbidden(council, appoint)
        assert (reason.cites, reason.basis, reason.is_law) == ((VOLUNTARY,), Basis.INFERRED, True)
        consented = accepted(council, Consent(at=at(1, 13), by=Actor("gani", CANDIDATE), member="gani"))
        assert accepted(consented, appoint).appointed == ("gani",)

    @pytest.mark.parametrize("action", [Consent, Decline], ids=lambda one: one.__name__)
    def test_one_answers_a_nomination_in_person(self, action):
        """(1)"""
        council = life(propose(at(1, 12)), nominate("gani", at(1, 13)))
        assert refused(council, action(at=at(1, 14), by=Actor("olim", CANDIDATE), member="gani"), VOLUNTARY)
        answered = accepted(council, action(at=at(1, 14), by=Actor("gani", CANDIDATE), member="gani"))
        state = M.CONSENTED if action is Consent else M.NOT_APPOINTED
        assert membership(answered, "gani").state is state

    def test_who_agreed_may_decline_still(self):
        council = life(propose(at(1, 12)), *agree("gani", at(1, 13)))
        declined = accepted(council, Decline(at=at(1, 14), by=Actor("gani", CANDIDATE), member="gani"))
        assert membership(declined, "gani").state is M.NOT_APPOINTED

    def test_one_resigns_in_person(self):
        """(1)"""
        council = at_work(at(1, 16))
        assert refused(council, Resign(at=at(1, 17), by=Actor("anvar", MEMBER), member="barno"), VOLUNTARY)
        left = accepted(council, Resign(at=at(1, 17), by=Actor("barno", MEMBER), member="barno"))
        assert left.appointed == ("anvar", "dilnoza")

    def test_it_is_for_oneself_to_say(self):
        council = at_work(at(1, 16))
        (role, guard) = against(council, Resign(at=at(1, 17), by=CHIEF, member="barno"))
        assert (role.kind, guard.kind) == (ReasonKind.ROLE, ReasonKind.GUARD)
        assert role.cites == guard.cites == (VOLUNTARY,)

    @pytest.mark.parametrize(
        "ended",
        [
            (PassOver(at=at(1, 17), by=CHIEF, member="gani"), False, M.NOT_APPOINTED),
            (Resign(at=at(1, 17), by=Actor("gani", MEMBER), member="gani"), True, M.RESIGNED),
            (EndMembership(at=at(1, 17), by=CHIEF, member="gani", order="order 5"), True, M.TERM_ENDED),
            (Exclude(at=at(1, 17), by=CHIEF, member="gani", order="order 6", ground="para 21"), True, M.EXCLUDED),
        ],
        ids=lambda one: one[2].name,
    )
    def test_who_is_nominated_again_agrees_again(self, ended):
        """(52)"""
        action, was_seated, state = ended
        steps = seat("gani", at(1, 16)) if was_seated else (nominate("gani", at(1, 16)),)
        council = accepted(constituted(at(1, 15), *steps), action)
        assert membership(council, "gani").state is state
        again = nominate("gani", at(2, 2), category=Category.VETERAN, seat=Seat.OTHER, nominated_by="union")
        once_more = accepted(council, again)
        one = membership(once_more, "gani")
        assert (one.state, one.category, one.seat, one.nominated_by) == (
            M.NOMINATED,
            again.category,
            again.seat,
            "union",
        )
        assert len(once_more.members) == len(council.members)
        assert forbidden(once_more, Appoint(at=at(2, 3), by=CHIEF, member="gani", order="order 7")).is_law

    def test_who_died_is_not_nominated(self):
        """(52)"""
        council = at_work(at(1, 16), NoteDeath(at=at(1, 17), by=KEEPER, member="barno"))
        assert has_no_place(council, nominate("barno", at(1, 18)))


class TestParagraph3:
    """Where it is: since when, at which bodies. What later acts add stands under them."""

    @pytest.mark.parametrize(("kind", "when", "cites"), [
        (MINISTRY,          on(2018, 7, 3),  None),
        (MINISTRY,          on(2018, 7, 4),  (PQ3837(3), PQ3837(4))),
        (MINISTRY,          on(2023, 1, 19), (PQ3837(3), PQ3837(4))),
        (MINISTRY,          on(2023, 1, 20), (PQ10(6, 1),)),
        (TERRITORIAL,       on(2023, 1, 19), None),
        (TERRITORIAL,       on(2023, 1, 20), (PQ10(6, 1),)),
        (OTHER_CENTRAL,     on(2018, 7, 3),  None),
        (OTHER_CENTRAL,     on(2018, 7, 4),  (PQ3837(3), PQ3837(4))),
        (OTHER_CENTRAL,     on(2026, 1, 16), (PQ3837(3), PQ3837(4))),
        (OTHER_TERRITORIAL, on(2018, 7, 3),  None),
        (OTHER_TERRITORIAL, on(2018, 7, 4),  (PRACTICE("Khorezm 2019"),)),
        (OTHER_TERRITORIAL, on(2026, 1, 16), (PRACTICE("Khorezm 2019"),)),
    ], ids=str)  # fmt: skip
    def test_it_may_be_proposed(self, kind, when, cites):
        """(55)"""
        if cites is None:
            with pytest.raises(Refused) as none:
                COUNCIL.begin(propose(when, kind))
            (reason,) = none.value.verdict.reasons
            assert reason.kind is ReasonKind.STATE
        else:
            assert COUNCIL.begin(propose(when, kind)).history[0].cites == cites

    def test_a_council_has_its_body_and_its_kind(self):
        council = COUNCIL.begin(propose(at(1, 16)))
        assert (council.office, council.kind, council.reference) == (BODY, TERRITORIAL, THIS)


class TestParagraph4:
    """How it is created: by decision of the head."""

    @pytest.mark.parametrize("kind", [MINISTRY, OTHER_CENTRAL, TERRITORIAL], ids=lambda kind: kind.name)
    def test_the_head_proposes_it(self, kind):
        with pytest.raises(Refused) as refusal:
            COUNCIL.begin(evolve(propose(at(1, 16), kind), by=OFFICIAL))
        (reason,) = refusal.value.verdict.reasons
        assert (reason.kind, reason.is_law) == (ReasonKind.ROLE, True)
        assert PQ3837(4) in reason.cites

    def test_elsewhere_the_head_does_by_practice(self):
        with pytest.raises(Refused, match="not by law") as refusal:
            COUNCIL.begin(evolve(propose(at(1, 16), OTHER_TERRITORIAL), by=OFFICIAL))
        (reason,) = refusal.value.verdict.reasons
        assert (reason.kind, reason.cites) == (ReasonKind.ROLE, (PRACTICE("Khorezm 2019"),))

    def test_it_is_constituted_by_an_order(self):
        """(2)"""
        council = life(*formed(at(1, 15)))
        assert refused(council, constitute(at(1, 16), order=""), PQ3837(4))
        assert refused(council, constitute(at(1, 16), order="", regulation=""), PQ3837(4), PQ3837(7))
        agreed = accepted(council, constitute(at(1, 16), chamber_agreed=True))
        assert (agreed.state, agreed.chamber_agreed, agreed.constituted_at) == (S.CONSTITUTED, True, at(1, 16))

    def test_and_constituted_anew_by_another(self):
        council = at_work(at(1, 16), renew(at(2, 1)))
        assert refused(council, constitute(at(2, 2), order="", regulation=""), PQ3837(4), PQ3837(7))
        assert accepted(council, constitute(at(2, 2))).constituted_at == at(2, 2)

    @pytest.mark.parametrize(
        "action",
        [
            Appoint(at=at(1, 17), by=CHIEF, member="gani"),
            EndMembership(at=at(1, 17), by=CHIEF, member="barno"),
            Exclude(at=at(1, 17), by=CHIEF, member="barno", ground="para 21"),
            Dissolve(at=at(1, 17), by=CHIEF),
        ],
        ids=lambda one: type(one).__name__,
    )
    def test_so_are_its_seats_filled_and_emptied_and_so_it_ends(self, action):
        """(10) of Dissolve"""
        council = constituted(at(1, 16), *agree("gani", at(1, 16)))
        assert refused(council, action, PQ3837(4))
        assert accepted(council, evolve(action, order="order 5")).version == council.version + 1

    def test_the_head_passes_over_whom_he_does_not_appoint(self):
        council = constituted(at(1, 16), *agree("gani", at(1, 16)))
        assert refused(council, PassOver(at=at(1, 17), by=OFFICIAL, member="gani"), BY_THE_HEAD)
        passed = accepted(council, PassOver(at=at(1, 17), by=CHIEF, member="gani"))
        assert membership(passed, "gani").state is M.NOT_APPOINTED

    @pytest.mark.parametrize("state", [S.FORMING, S.CONSTITUTED, S.ACTIVE, S.RENEWING], ids=lambda state: state.name)
    def test_it_is_dissolved_wherever_it_stands(self, state):
        """(10)"""
        steps = [*formed(at(1, 15)), constitute(at(1, 16)), activate(at(1, 17)), renew(at(1, 18))]
        reached = {S.FORMING: 3, S.CONSTITUTED: 2, S.ACTIVE: 1, S.RENEWING: 0}
        council = life(*steps[: len(steps) - reached[state]])
        assert council.state is state
        gone = accepted(council, Dissolve(at=at(2, 2), by=CHIEF, order="order 9"))
        assert (gone.state, gone.members) == (S.DISSOLVED, council.members)
        assert has_no_place(gone, Resign(at=at(2, 3), by=Actor("barno", MEMBER), member="barno"))


class TestParagraph7:
    """Its own regulation: it and its changes are approved by decision of the head."""

    def test_no_council_without_one(self):
        """(2)"""
        assert refused(life(*formed(at(1, 15))), constitute(at(1, 16), regulation=""), PQ3837(7))

    def test_its_changes_are_approved(self):
        """(2)"""
        council = constituted(at(1, 16))
        amend = AmendRegulation(at=at(1, 17), by=CHIEF, order="order 3", regulation="regulation 2")
        assert refused(council, evolve(amend, order=""), PQ3837(7))
        assert refused(council, evolve(amend, regulation=""), PQ3837(7))
        assert refused(council, evolve(amend, by=OFFICIAL), PQ3837(7))
        assert accepted(council, amend).state is S.CONSTITUTED

    def test_whenever_it_is_set_up(self):
        active, renewing = at_work(at(1, 16)), at_work(at(1, 16), renew(at(1, 16)))
        amend = AmendRegulation(at=at(1, 17), by=CHIEF, order="order 3", regulation="regulation 2")
        assert [accepted(one, amend).state for one in (active, renewing)] == [S.ACTIVE, S.RENEWING]
        assert has_no_place(life(*formed(at(1, 16))), amend)


class TestRule8:
    """Who nominates to a public council."""

    def test_the_head_or_an_authorised_official(self):
        council = COUNCIL.begin(propose(at(1, 12)))
        assert not refused(council, evolve(nominate("gani", at(1, 13)), by=KEEPER), HOUSE(8))
        said = {"category": Category.JOURNALIST, "nominated_by": "editorial office", "seat": Seat.NGO}
        one = membership(accepted(council, nominate("gani", at(1, 13), **said)), "gani")
        assert (one.state, one.category, one.nominated_by, one.seat) == (M.NOMINATED, *said.values())


class TestRule9:
    """Who keeps a council's papers, and that a session is entered in its own council, once."""

    def test_the_secretary_enters(self):
        council = at_work(at(1, 16))
        assert not refused(council, evolve(note(at(1, 27)), by=ANVAR), HOUSE(9))
        assert not refused(council, evolve(elect(at(1, 27)), by=ANVAR), HOUSE(9))
        assert not refused(council, NoteDeath(at=at(1, 27), by=CHIEF, member="barno"), HOUSE(9))
        assert accepted(council, note(at(1, 27))).sessions == (FOUNDING_SESSION, Reference("session", "2"))

    def test_the_chair_forms_groups(self):
        group = FormGroup(at=at(1, 27), by=KEEPER, group="experts", members=("barno",))
        assert not refused(at_work(at(1, 16)), group, HOUSE(9))

    def test_of_the_council_itself(self):
        """(7)"""
        other = Reference("council", "c2")
        assert not refused(constituted(at(1, 16)), activate(at(1, 17), council=other), HOUSE(9))
        council = at_work(at(1, 16))
        assert not refused(council, note(at(1, 27), council=other), HOUSE(9))
        assert not refused(council, elect(at(1, 27), council=other), HOUSE(9))

    def test_once(self):
        council = at_work(at(1, 16), note(at(1, 27)))
        assert not refused(council, note(at(1, 28)), HOUSE(9))
        assert not refused(council, note(at(1, 28), "1"), HOUSE(9))

    def test_and_only_if_it_was_held(self, quarterly):
        """(53)"""
        council = at_work(at(1, 27), lifecycle=quarterly)
        called_off = note(at(4, 27), held=False, held_at=None)
        assert not refused(council, called_off, HOUSE(9), lifecycle=quarterly)
        assert status(council, "next_session", at(4, 28), quarterly) is Status.OVERDUE

    def test_a_council_constituted_anew_begins_with_a_session_of_its_own(self):
        """(53)"""
        council = at_work(on(2025, 1, 16), renew(at(1, 15)), constitute(at(1, 16)))
        assert (council.state, council.posts, council.groups) == (S.CONSTITUTED, (), ())
        before = activate(at(1, 20), held_at=on(2025, 1, 16))
        assert not refused(council, before, HOUSE(9), HOUSE(9))
        new = activate(at(1, 20), session=Reference("session", "9"))
        assert accepted(council, new).state is S.ACTIVE
        assert not refused(council, evolve(new, held_at=at(1, 15)), HOUSE(9))
        assert not refused(council, evolve(new, held_at=None), HOUSE(9))
        assert accepted(council, evolve(new, held_at=at(1, 16))).state is S.ACTIVE

    def test_an_election_is_of_this_convocation_too(self):
        council = at_work(at(1, 16))
        assert not refused(council, elect(at(1, 27), held_at=at(1, 15)), HOUSE(9))
        assert not refused(council, elect(at(1, 27), held_at=None), HOUSE(9))

    def test_where_a_register_does_not_tell_when_it_was_constituted_no_session_is_said_to_be_of_before(self):
        audit = COUNCIL.audit([*formed(at(1, 15)), activate(at(1, 16)), elect(at(1, 17))], at(1, 18))
        found = [(finding.kind, finding.name) for finding in audit.findings]
        assert found == [(FindingKind.DEPARTURE, "Activate"), (FindingKind.MISSING, "Activate")]

    @pytest.mark.parametrize("by", [CHIEF, OFFICIAL, KEEPER], ids=lambda by: by.role.name)
    def test_until_a_secretary_is_elected_whoever_the_head_charges(self, by):
        council = constituted(at(1, 16))
        assert accepted(council, evolve(activate(at(1, 17)), by=by)).state is S.ACTIVE
        assert not refused(council, evolve(activate(at(1, 17)), by=ANVAR), HOUSE(9))

    @pytest.mark.parametrize("by", [KEEPER, OFFICIAL], ids=lambda by: by.role.name)
    def test_who_died_is_noted(self, by):
        council = at_work(at(1, 16), nominate("gani", at(1, 17)), *agree("olim", at(1, 17)))
        for who in ("gani", "olim", "barno"):
            council = accepted(council, NoteDeath(at=at(1, 27), by=by, member=who))
            assert membership(council, who).state is M.DECEASED


class TestRule10:
    """A council has somebody in it."""

    def test_nobody_is_none(self):
        """(2)"""
        nobody = life(propose(at(1, 12)), *agree("gani", at(1, 13)))
        assert not refused(nobody, constitute(at(1, 16)), HOUSE(10))
        assert refused(nobody, constitute(at(1, 16), order=""), PQ3837(4), HOUSE(10))

    def test_nor_is_it_constituted_anew_without_anybody(self):
        left = [Resign(at=at(2, 2), by=Actor(who, MEMBER), member=who) for who in SEATED]
        council = at_work(at(1, 16), renew(at(2, 1)), *left)
        assert not refused(council, constitute(at(2, 3)), HOUSE(10))

    def test_nine_are_enough(self):
        """(3): fifteen is a criterion of composition."""
        nine = life(*formed(at(1, 15), map(str, range(9))), constitute(at(1, 16)))
        assert (nine.state, len(nine.appointed)) == (S.CONSTITUTED, 9)


class TestRule11:
    """Posts and groups are of members."""

    @pytest.mark.parametrize("post", ["chair", "deputy", "secretary"])
    def test_who_is_elected_is_a_member(self, post):
        """(7)"""
        council = constituted(at(1, 16), nominate("gani", at(1, 16)))
        assert not refused(council, activate(at(1, 17), **{post: "gani"}), HOUSE(11))

    def test_a_council_begins_with_those_elected(self):
        active = accepted(constituted(at(1, 16)), activate(at(1, 17), deputy="barno", secretary="dilnoza"))
        wanted = ((Post.CHAIR, "anvar"), (Post.DEPUTY_CHAIR, "barno"), (Post.SECRETARY, "dilnoza"))
        assert active.posts == active.filled == wanted
        assert active.sessions == (FOUNDING_SESSION,)

    def test_all_members_may_hold_posts_and_be_in_a_group(self):
        active = accepted(constituted(at(1, 16)), activate(at(1, 17), deputy="barno", secretary="dilnoza"))
        group = FormGroup(at=at(1, 27), by=ANVAR, group="experts", members=SEATED)
        assert accepted(active, group).groups == ("experts",)

    def test_groups_are_formed_while_it_is_renewed_too(self):
        group = FormGroup(at=at(1, 27), by=ANVAR, group="experts", members=("barno",))
        assert accepted(at_work(at(1, 16), renew(at(1, 17))), group).groups == ("experts",)

    def test_one_may_be_elected_later(self):
        council = at_work(at(1, 16))
        assert not refused(council, elect(at(1, 27), elected="gani"), HOUSE(11))
        assert not refused(council, elect(at(1, 27), elected=""), HOUSE(11))
        elected = accepted(council, elect(at(1, 27)))
        assert elected.filled == ((Post.CHAIR, "anvar"), (Post.DEPUTY_CHAIR, "barno"))
        assert (elected.state, elected.sessions) == (S.ACTIVE, council.sessions)
        another = accepted(elected, elect(at(2, 27), Post.CHAIR, "dilnoza", session=Reference("session", "3")))
        assert another.filled == ((Post.CHAIR, "dilnoza"), (Post.DEPUTY_CHAIR, "barno"))

    def test_an_election_is_entered_once(self):
        council = at_work(at(1, 16), elect(at(1, 27)))
        assert not refused(council, elect(at(1, 28)), HOUSE(11))
        assert accepted(council, elect(at(1, 28), Post.SECRETARY)).version == council.version + 1

    def test_no_old_session_puts_back_who_stepped_down(self):
        council = at_work(at(1, 16), StepDown(at=at(2, 2), by=ANVAR, post=Post.CHAIR))
        old = elect(at(2, 3), Post.CHAIR, "anvar", session=FOUNDING_SESSION, held_at=at(1, 16))
        assert not refused(council, old, HOUSE(11))
        new = evolve(old, session=Reference("session", "3"), held_at=at(2, 3))
        assert accepted(council, new).filled == ((Post.CHAIR, "anvar"),)

    def test_one_steps_down_from_one_s_own_post_and_stays_a_member(self):
        """(54)"""
        council = at_work(at(1, 16), elect(at(1, 27)))
        step_down = StepDown(at=at(2, 2), by=ANVAR, post=Post.CHAIR)
        assert not refused(council, evolve(step_down, by=BARNO), HOUSE(11))
        left = accepted(council, step_down)
        assert (left.filled, left.appointed) == (((Post.DEPUTY_CHAIR, "barno"),), SEATED)
        assert not refused(left, evolve(step_down, at=at(2, 3)), HOUSE(11))

    @pytest.mark.parametrize(
        "gone",
        [
            NoteDeath(at=at(2, 2), by=KEEPER, member="anvar"),
            Resign(at=at(2, 2), by=Actor("anvar", MEMBER), member="anvar"),
            Exclude(at=at(2, 2), by=CHIEF, member="anvar", order="order 6", ground="para 21"),
        ],
        ids=lambda one: type(one).__name__,
    )
    def test_who_is_no_member_any_more_holds_no_post(self, gone):
        """(54)"""
        council = accepted(at_work(at(1, 16)), gone)
        assert council.filled == ()
        assert not refused(council, StepDown(at=at(2, 3), by=ANVAR, post=Post.CHAIR), HOUSE(11))

    def test_a_group_is_of_members(self):
        """(7)"""
        council = at_work(at(1, 16), nominate("gani", at(1, 17)))
        group = FormGroup(at=at(1, 27), by=ANVAR, group="experts", members=("anvar", "gani"))
        assert not refused(council, group, HOUSE(11))
        assert not refused(council, evolve(group, members=()), HOUSE(11))
        with_one = accepted(council, evolve(group, members=("anvar", "barno")))
        assert with_one.groups == ("experts",)
        assert with_one.history[-1].cites[0] == PF154("the public council", 4)
        again = accepted(with_one, FormGroup(at=at(1, 28), by=ANVAR, group="experts", members=("barno",)))
        more = accepted(again, FormGroup(at=at(1, 28), by=ANVAR, group="scholars", members=("barno",)))
        assert more.groups == ("experts", "scholars")


@pytest.fixture
def three_years():
    return COUNCIL.under(Reform(TERM_OF_A_COUNCIL, Months(36), "on trial"))


@pytest.fixture
def two_years():
    return COUNCIL.under(Reform(TERM_OF_A_COUNCIL, Months(24), "on trial"))


@pytest.fixture
def quarterly():
    return COUNCIL.under(Reform(TIME_BETWEEN_SESSIONS, Months(3), "on trial"))


class TestRule12:
    """Numbers the law leaves open."""

    def test_where_none_is_set_nothing_is_owed_and_nothing_refused(self):
        """(4)"""
        council = at_work(at(1, 16))
        assert COUNCIL.due(council, on(2036, 1, 1)) == ()
        assert accepted(council, end("barno", at(1, 17))).appointed == ("anvar", "dilnoza")
        renewing = accepted(council, renew(at(2, 1)))
        assert accepted(renewing, constitute(at(2, 2))).state is S.CONSTITUTED

    @pytest.mark.parametrize(
        ("when", "how"), [(on(2029, 1, 16), Status.MET), (on(2029, 1, 17), Status.LATE)], ids=["last day", "day after"]
    )
    def test_a_renewal_begins_within_the_term_that_is_set(self, when, how, three_years):
        """(4): constituted on Friday 16 January 2026 for 36 months, to Tuesday 16 January 2029."""
        council = at_work(at(1, 16), lifecycle=three_years)
        due = last(council, "term", at(1, 17), three_years)
        assert (due.raw, due.owed_by, due.cites[0]) == (Date(2029, 1, 16), CHIEF.role, HOUSE(12))
        assert status(accepted(council, renew(when), three_years), "term", on(2029, 3, 1), three_years) is how

    @pytest.mark.parametrize("state", [S.CONSTITUTED, S.ACTIVE], ids=lambda state: state.name)
    def test_whether_or_not_it_ever_worked(self, state, three_years):
        council = (constituted if state is S.CONSTITUTED else at_work)(at(1, 16), lifecycle=three_years)
        renewing = accepted(council, renew(on(2028, 12, 1)), three_years)
        assert renewing.state is S.RENEWING
        assert status(renewing, "term", on(2030, 1, 1), three_years) is Status.MET
        assert not refused(council, evolve(renew(on(2028, 12, 1)), by=OFFICIAL), HOUSE(12), lifecycle=three_years)

    def test_seats_and_convocation_end_the_day_after(self, three_years):
        """(4): on 16 January 2029 the term runs still."""
        council = at_work(at(1, 16), renew(on(2028, 11, 1)), lifecycle=three_years)
        assert not refused(council, end("barno", on(2029, 1, 16)), HOUSE(12), lifecycle=three_years)
        assert not refused(council, constitute(on(2029, 1, 16)), HOUSE(12), lifecycle=three_years)
        assert membership(accepted(council, end("barno", on(2029, 1, 17)), three_years), "barno").state is M.TERM_ENDED
        assert accepted(council, constitute(on(2029, 1, 17)), three_years).state is S.CONSTITUTED

    def test_a_term_to_a_day_off_is_met_by_analogy_on_the_next_working_day(self, two_years):
        """(51): constituted on Thursday 15 February 2024 for 24 months, to Sunday 15 February 2026."""
        council = at_work(on(2024, 2, 15), lifecycle=two_years)
        due = last(council, "term", on(2024, 2, 16), two_years)
        assert (due.raw, due.last, due.rolled) == (Date(2026, 2, 15), Date(2026, 2, 15), Date(2026, 2, 16))
        for when, how in ((on(2025, 11, 12), Status.MET), (at(2, 16), Status.MET_BY_ANALOGY), (at(2, 17), Status.LATE)):
            assert status(accepted(council, renew(when), two_years), "term", at(3, 1), two_years) is how
        assert not refused(council, end("barno", at(2, 15)), HOUSE(12), lifecycle=two_years)
        assert accepted(council, end("barno", at(2, 16)), two_years).appointed == ("anvar", "dilnoza")

    @pytest.mark.parametrize(("begun", "months", "last_day", "first"), [
        (on(2025, 8, 31), 6,  at(2, 28),        at(3, 1)),         # a month without that number: its last day
        (on(2025, 8, 30), 6,  at(2, 28),        at(3, 1)),
        (on(2025, 8, 28), 6,  at(2, 28),        at(3, 1)),
        (on(2023, 8, 31), 6,  on(2024, 2, 29),  on(2024, 3, 1)),   # a leap year
        (on(2024, 2, 29), 12, on(2025, 2, 28),  on(2025, 3, 1)),
    ], ids=["31 August", "30 August", "28 August", "to a leap day", "from a leap day"])  # fmt: skip
    def test_the_last_day_of_a_term_is_within_it(self, begun, months, last_day, first):
        lifecycle = COUNCIL.under(Reform(TERM_OF_A_COUNCIL, Months(months), "on trial"))
        council = at_work(begun, lifecycle=lifecycle)
        assert not refused(council, end("barno", last_day), HOUSE(12), lifecycle=lifecycle)
        assert accepted(council, end("barno", first), lifecycle).appointed == ("anvar", "dilnoza")

    def test_a_term_without_a_number_refuses_nothing(self):
        promptly = COUNCIL.under(Reform(TERM_OF_A_COUNCIL, PROMPTLY, "on trial"))
        council = at_work(at(1, 16), lifecycle=promptly)
        assert accepted(council, end("barno", at(1, 17)), promptly).appointed == ("anvar", "dilnoza")

    def test_a_council_works_on_while_it_is_renewed(self, two_years):
        """(51)"""
        council = at_work(on(2024, 2, 15), renew(on(2025, 11, 12)), note(on(2025, 12, 1)), lifecycle=two_years)
        assert (council.state, council.filled) == (S.RENEWING, ((Post.CHAIR, "anvar"),))
        new = accepted(council, constitute(at(2, 16)), two_years)
        assert (new.appointed, new.posts) == (SEATED, ())
        ends = last(new, "end_of_term", at(2, 17), two_years)
        assert (ends.raw, ends.status(at(2, 17))) == (Date(2028, 2, 16), Status.RUNNING)
        assert not refused(new, end("barno", at(2, 17)), HOUSE(12), lifecycle=two_years)

    def test_dissolved_it_owes_nothing(self, three_years):
        gone = at_work(at(1, 16), Dissolve(at=at(2, 2), by=CHIEF, order="order 9"), lifecycle=three_years)
        assert three_years.due(gone, on(2030, 1, 1), open=True) == ()
        assert status(gone, "term", on(2030, 1, 1), three_years) is Status.LIFTED

    def test_sessions_follow_each_other_where_a_time_is_set(self, quarterly):
        """(5)"""
        council = at_work(at(1, 27), lifecycle=quarterly)
        due = last(council, "next_session", at(1, 28), quarterly)
        assert (due.raw, due.owed_by) == (Date(2026, 4, 27), CHAIR)
        founded_before = constituted(at(1, 16), activate(at(1, 27), held_at=at(1, 26)), lifecycle=quarterly)
        assert last(founded_before, "next_session", at(1, 28), quarterly).raw == Date(2026, 4, 27)
        met, running = quarterly.due(accepted(council, note(at(4, 27)), quarterly), at(4, 28))
        assert (met.status(at(4, 28)), running.raw) == (Status.MET, Date(2026, 7, 27))

    def test_a_session_that_is_not_held_is_owed(self, quarterly):
        """(5)"""
        steps = [*formed(at(1, 27)), constitute(at(1, 27)), activate(at(1, 27))]
        assert status(quarterly.replay(steps), "next_session", at(4, 28), quarterly) is Status.OVERDUE
        (finding,) = quarterly.audit(steps, at(4, 28)).findings
        assert finding.kind is FindingKind.OWED
        assert "not by law:" in str(finding)

    def test_it_counts_on_which_day_a_session_was_held_and_not_when_it_is_entered(self, quarterly):
        council = at_work(at(1, 27), note(at(5, 4), held_at=at(4, 24)), lifecycle=quarterly)
        met, running = quarterly.due(council, at(5, 5))
        assert (met.met, met.status(at(5, 5))) == (Date(2026, 4, 24), Status.MET)
        assert (running.start, running.raw) == (Date(2026, 4, 24), Date(2026, 7, 24))
        told_without = at_work(at(1, 27), note(at(4, 24), held_at=None), lifecycle=quarterly)
        assert last(told_without, "next_session", at(5, 5), quarterly).raw == Date(2026, 7, 24)

    @pytest.mark.parametrize(
        "ended",
        [(renew(at(2, 2)), constitute(at(2, 3))), (Dissolve(at=at(2, 3), by=CHIEF, order="order 9"),)],
        ids=["constituted anew", "dissolved"],
    )
    def test_no_session_is_owed_by_a_council_that_is_no_more(self, ended, quarterly):
        council = at_work(at(1, 27), *ended, lifecycle=quarterly)
        assert status(council, "next_session", at(6, 1), quarterly) is Status.LIFTED


class TestRule13:
    """Exclusion on a named ground."""

    exclude = Exclude(at=at(2, 2), by=CHIEF, member="barno", order="order 6", ground="para 21 of its regulation")

    def test_a_ground_is_named(self):
        """(6)"""
        council = at_work(at(1, 16))
        assert not refused(council, evolve(self.exclude, ground=""), HOUSE(13))
        assert membership(accepted(council, self.exclude), "barno").state is M.EXCLUDED

    def test_where_some_are_set_it_is_one_of_them(self):
        """(6)"""
        council = at_work(at(1, 16))
        named = COUNCIL.under(Reform(GROUNDS_OF_EXCLUSION, ("absent three times",), "on trial"))
        assert not refused(council, self.exclude, HOUSE(13), lifecycle=named)
        absent = evolve(self.exclude, ground="absent three times")
        assert accepted(council, absent, named).appointed == ("anvar", "dilnoza")


@frozen
class Session:
    """What a council takes from the file of a session."""

    reference: Reference = FOUNDING_SESSION
    council: Reference = THIS
    opened_at: DateTime | None = at(1, 20)
    was_held: bool = True
    is_founding: bool = True
    elected: Elections = ((Post.CHAIR, "anvar"), (Post.SECRETARY, "dilnoza"))


class TestSamarkand:
    """The practice of a founding session."""

    @pytest.mark.parametrize("lacking", [{"founding": False}, {"chair": ""}], ids=["ordinary", "no chair"])
    def test_the_chair_is_elected_there(self, lacking):
        """(7)"""
        council = constituted(at(1, 16))
        assert not refused(council, activate(at(1, 17), **lacking), FOUNDED)
        assert accepted(council, activate(at(1, 17))).state is S.ACTIVE

    def test_it_is_copied_from_the_file_of_the_session(self):
        copied = Activate.of(Session(), at=at(1, 21), by=OFFICIAL)
        active = accepted(constituted(at(1, 16)), copied)
        assert active.filled == ((Post.CHAIR, "anvar"), (Post.SECRETARY, "dilnoza"))
        assert (copied.held_at, copied.deputy) == (at(1, 20), "")

    @pytest.mark.parametrize("other", [{"was_held": False}, {"is_founding": False}], ids=["called off", "ordinary"])
    def test_of_another_session_nothing_begins(self, other):
        copied = Activate.of(Session(**other), at=at(1, 21), by=OFFICIAL)
        assert not refused(constituted(at(1, 16)), copied, FOUNDED)

    def test_so_are_elections_and_sessions(self):
        council, second = at_work(at(1, 16)), Session(Reference("session", "2"), is_founding=False)
        elected = accepted(council, Elect.of(second, Post.SECRETARY, at=at(1, 21), by=KEEPER))
        assert elected.filled == ((Post.CHAIR, "anvar"), (Post.SECRETARY, "dilnoza"))
        assert not refused(council, Elect.of(second, Post.DEPUTY_CHAIR, at=at(1, 21), by=KEEPER), HOUSE(11))
        held = NoteSession.of(second, at=at(1, 21), by=KEEPER)
        assert (held.held, held.held_at, held.council) == (True, at(1, 20), THIS)
        assert accepted(council, held).sessions == (FOUNDING_SESSION, second.reference)
        not_held = NoteSession.of(evolve(second, was_held=False), at=at(1, 21), by=KEEPER)
        assert not refused(council, not_held, HOUSE(9))


class TestTheTable:
    def test_the_linter_is_silent(self):
        assert COUNCIL.lint(beside_the_actions(COUNCIL)) == ()

    def test_a_council_of_which_no_figure_is_known_has_no_never_but_one(self):
        assert [row.action for row in COUNCIL.rows if row.never] == [Appoint]
        assert len(COUNCIL.rows) == 25
