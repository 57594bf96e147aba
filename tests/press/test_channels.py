"""The channel of a body: what the ministry says of its own channels, the article behind the project, and house rules
101, 102, 112 to 114, 119 and 137.

Worked cases 4 to 6, 72, 73 and 92 of the specification have classes of their own. 13 April 2026 is a Monday, 7 May a
Thursday.
"""

import pytest
from attrs import evolve
from pendulum import Date, DateTime, datetime
from press.lives_channels import (
    A_BLOCKED_RELEASE,
    A_PUBLISHED_RELEASE,
    A_RELEASE_AS_A_FILE,
    A_SUBMITTED_RELEASE,
    A_TEXT_OF_A_BRIEFING,
    ACTIVATE,
    ACTORS,
    AIR,
    AN_EMBARGOED_RELEASE,
    BRIEFING,
    CHIEF,
    COMPROMISE,
    CONFIRM,
    DAY,
    DECLARE,
    DISOWN,
    EXAMPLES,
    NOTE,
    OFFICER,
    POST,
    RECOVER,
    RELEASE,
    RETIRE,
    SET_SLOT,
    SUSPEND,
    at,
    lives,
)

from prcomm import Basis, Due, FindingKind, Office, Reason, ReasonKind, Reference, Refused, Status
from prcomm.law.house import HOUSE
from prcomm.law.press_acts import FROM_A_PUBLISHED_RELEASE, MIA_STATEMENTS
from prcomm.law.roles import PRESS_HEAD
from prcomm.press.channels import (
    CHANNEL,
    FAMILIES,
    Air,
    Channel,
    ChannelAction,
    ChannelKind,
    ChannelState,
    Compromise,
    Confirm,
    Disown,
    Family,
    NotePosting,
    On,
    Post,
    PostingState,
    Text,
    authoritative,
    doubtful,
)

S, P, K = ChannelState, PostingState, ChannelKind
OFFICIAL_CHANNELS = MIA_STATEMENTS("official channels")
HEAD = ACTORS["HEAD"]
TELEVISION = evolve(DECLARE, kind=K.TELEVISION)


def channel(*actions: ChannelAction, kind: ChannelKind = K.OFFICIAL_SITE) -> Channel:
    """A channel that is active, and what was done about it since."""
    return CHANNEL.replay((evolve(DECLARE, kind=kind), ACTIVATE, *actions))


def then(one: Channel, *actions: ChannelAction) -> Channel:
    for action in actions:
        one = CHANNEL.apply(one, action)
    return one


def against(one: Channel | None, action: ChannelAction) -> tuple[Reason, ...]:
    """What is against an action; of a beginning without a channel."""
    if one is not None:
        return CHANNEL.explain(one, action).reasons
    try:
        CHANNEL.begin(action)
    except Refused as refused:
        return refused.verdict.reasons
    return ()


def refused_under(one: Channel | None, action: ChannelAction, *cites: object) -> Basis:
    """On what basis the one reason against it stands, which rests on these places alone."""
    (reason,) = against(one, action)
    assert reason.kind in (ReasonKind.GUARD, ReasonKind.ROLE)
    assert reason.cites == cites
    return reason.basis


def refused_not_by_law(one: Channel, action: ChannelAction, rule: int) -> bool:
    """Whether one reason stands against it, which is a house rule and says so."""
    (reason,) = against(one, action)
    assert str(CHANNEL.explain(one, action)).startswith("not by law:")
    return not reason.is_law and reason.cites == (HOUSE(rule),)


def has_no_place(one: Channel, action: ChannelAction) -> bool:
    return ReasonKind.STATE in {reason.kind for reason in against(one, action)}


def ids(postings: tuple) -> tuple[str, ...]:
    return tuple(one.id for one in postings)


def posted(id: str, when: DateTime) -> Post:
    return evolve(POST, posting=id, at=when)


def found(id: str, when: DateTime, *, told: DateTime = DAY) -> NotePosting:
    return NotePosting(at=told, by=OFFICER, posting=id, posted=when)


def broken(since: DateTime, *, told: DateTime = DAY) -> Compromise:
    return Compromise(at=told, by=OFFICER, since=since)


def confirmed(id: str, when: DateTime = DAY) -> Confirm:
    return Confirm(at=when, by=CHIEF, posting=id)


def disowned(id: str, when: DateTime = DAY) -> Disown:
    return Disown(at=when, by=CHIEF, posting=id)


class TestCase4:
    """Three postings, the second at the very instant from which somebody else may have written."""

    TOLD = at(14, month=4)
    POSTINGS = (
        posted("at 21:59", at(13, 21, 59, month=4)),
        posted("at 22:00", at(13, 22, month=4)),
        posted("at 8:00", at(14, 8, month=4)),
    )
    BROKEN = channel(*POSTINGS, broken(at(13, 22, month=4), told=TOLD))
    RECOVERED = evolve(RECOVER, at=TOLD)

    def test_what_was_posted_since_is_doubtful(self):
        assert self.BROKEN.state is S.COMPROMISED
        assert ids(doubtful(self.BROKEN)) == ("at 22:00", "at 8:00")

    def test_before_the_breach_is_told_nothing_is(self):
        assert doubtful(channel(*self.POSTINGS)) == ()

    def test_it_does_not_recover_until_each_is_decided(self):
        one = self.BROKEN
        assert refused_not_by_law(one, self.RECOVERED, 113)
        one = then(one, confirmed("at 8:00", self.TOLD))
        assert ids(doubtful(one)) == ("at 22:00",)
        assert refused_not_by_law(one, self.RECOVERED, 113)
        one = then(one, disowned("at 22:00", self.TOLD), self.RECOVERED)
        assert one.state is S.ACTIVE
        assert [posting.state for posting in one.postings] == [P.STANDS, P.DISOWNED, P.CONFIRMED]

    def test_that_says_what_would_meet_it(self):
        (reason,) = against(self.BROKEN, self.RECOVERED)
        assert reason.text == "each posting since then is confirmed or disowned"
        assert reason.remedy.startswith("confirm or disown each")

    def test_a_breach_does_not_begin_after_it_is_told(self):
        later = broken(at(14, 10, 1, month=4), told=self.TOLD)
        assert refused_not_by_law(channel(*self.POSTINGS), later, 113)
        assert then(channel(*self.POSTINGS), evolve(later, since=self.TOLD)).state is S.COMPROMISED

    def test_what_the_body_did_not_post_goes_by_when_it_was_posted(self):
        one = then(
            self.BROKEN,
            found("before", at(13, 21, 59, month=4), told=self.TOLD),
            found("since", at(13, 22, month=4), told=self.TOLD),
        )
        assert ids(doubtful(one)) == ("at 22:00", "at 8:00", "since")

    def test_nothing_is_doubtful_once_it_recovered(self):
        one = then(self.BROKEN, confirmed("at 8:00", self.TOLD), confirmed("at 22:00", self.TOLD), self.RECOVERED)
        assert (one.compromised_since, doubtful(one)) == (None, ())
        assert then(one, posted("at 10:00", self.TOLD)).postings[-1].state is P.STANDS


class TestCase5:
    """Compromised, then suspended, then active again."""

    SUSPENDED = channel(broken(at(5, 9)), found("p1", at(5, 9, 30)), SUSPEND)
    AGAIN = evolve(ACTIVATE, at=DAY)

    def test_with_one_undecided_it_is_not(self):
        assert self.SUSPENDED.state is S.SUSPENDED
        assert refused_not_by_law(self.SUSPENDED, self.AGAIN, 113)

    def test_with_all_decided_it_is_and_nothing_is_doubtful(self):
        one = then(self.SUSPENDED, disowned("p1"), self.AGAIN)
        assert one.state is S.ACTIVE
        assert (one.compromised_since, doubtful(one)) == (None, ())

    def test_it_rests_on_an_act(self):
        assert refused_not_by_law(then(self.SUSPENDED, disowned("p1")), evolve(self.AGAIN, act=""), 112)

    def test_nothing_of_ours_goes_out_while_it_is_compromised_or_suspended(self):
        for one in (channel(COMPROMISE), channel(SUSPEND)):
            assert refused_under(one, POST, OFFICIAL_CHANNELS) is Basis.REPORTED
        (reason,) = against(channel(COMPROMISE), POST)
        assert reason.is_law
        assert reason.text == "our own posting goes out on an active channel"

    def test_what_is_found_is_noted_while_it_is_either(self):
        for one in (channel(COMPROMISE), channel(COMPROMISE, SUSPEND)):
            noted = then(one, NOTE)
            assert (noted.state, ids(noted.postings), noted.postings[0].state) == (one.state, ("p1",), P.STANDS)

    def test_but_not_without_a_breach(self):
        for one in (channel(), channel(SUSPEND)):
            assert refused_not_by_law(one, NOTE, 113)

    def test_nor_before_it_was_posted(self):
        assert refused_not_by_law(channel(COMPROMISE), evolve(NOTE, posted=at(5, 10, 1)), 113)
        assert then(channel(COMPROMISE), evolve(NOTE, posted=DAY)).postings[0].posted == DAY

    def test_nobody_of_ours_wrote_what_is_found(self):
        ours, theirs = then(channel(POST, COMPROMISE), evolve(NOTE, posting="p2")).postings
        assert (ours.what, theirs.what) == (RELEASE, None)

    def test_suspended_without_a_breach_it_is_active_again_by_an_act(self):
        assert then(channel(POST, SUSPEND), self.AGAIN).state is S.ACTIVE


class TestCase6:
    """The slot of a television programme."""

    ON_7_MAY = channel(SET_SLOT, kind=K.TELEVISION)

    def at(self, day: int, hour: int = 10) -> DateTime:
        return at(day, hour, month=5)

    def aired(self, day: int, following: Date | None) -> Air:
        return evolve(AIR, at=self.at(day), next=following)

    def dues(self, one: Channel, day: int, hour: int = 12) -> list[tuple[str, Status]]:
        when = self.at(day, hour)
        return [(str(due.last), due.status(when)) for due in CHANNEL.due(one, when)]

    def due(self, one: Channel, day: int) -> Due:
        (due,) = CHANNEL.due(one, self.at(day, 12))
        return due

    def test_it_is_due_on_its_day(self):
        assert self.dues(self.ON_7_MAY, 7) == [("2026-05-07", Status.RUNNING)]
        assert self.dues(self.ON_7_MAY, 8) == [("2026-05-07", Status.OVERDUE)]

    def test_it_is_owed_by_the_head_of_the_press_service_and_is_no_law(self):
        due = self.due(self.ON_7_MAY, 7)
        assert due.owed_by == PRESS_HEAD
        assert (due.raw, due.control, due.rolled) == (Date(2026, 5, 7),) * 3
        assert due.basis is Basis.ASSUMED

    def test_aired_on_its_day_it_is_met_and_the_next_is_due(self):
        one = then(self.ON_7_MAY, self.aired(7, Date(2026, 5, 14)))
        assert self.dues(one, 7) == [("2026-05-07", Status.MET), ("2026-05-14", Status.RUNNING)]
        one = then(one, self.aired(14, None))
        assert self.dues(one, 14) == [("2026-05-07", Status.MET), ("2026-05-14", Status.MET)]

    def test_aired_a_week_later_it_is_late(self):
        one = then(self.ON_7_MAY, self.aired(15, None))
        assert self.dues(one, 15) == [("2026-05-07", Status.LATE)]

    def test_aired_naming_none_nothing_is_due(self):
        one = channel(evolve(AIR, next=None), kind=K.TELEVISION)
        assert self.dues(one, 7) == []

    def test_a_slot_set_after_that_is(self):
        one = channel(evolve(AIR, next=None), evolve(SET_SLOT, at=at(6)), kind=K.TELEVISION)
        assert self.dues(one, 7) == [("2026-05-07", Status.RUNNING)]

    def test_so_is_what_the_next_airing_names(self):
        one = channel(evolve(AIR, next=None), evolve(AIR, at=at(6)), kind=K.RADIO)
        assert self.dues(one, 7) == [("2026-05-14", Status.RUNNING)]

    def test_set_anew_it_is_due_then(self):
        one = then(self.ON_7_MAY, evolve(SET_SLOT, at=at(6), next=Date(2026, 5, 12)))
        assert self.dues(one, 8) == [("2026-05-12", Status.RUNNING)]
        assert self.dues(then(one, self.aired(12, None)), 12) == [("2026-05-12", Status.MET)]

    def test_set_anew_on_an_earlier_day_too(self):
        one = then(self.ON_7_MAY, evolve(SET_SLOT, at=at(6), next=Date(2026, 5, 5)))
        assert self.dues(one, 6) == [("2026-05-05", Status.OVERDUE)]

    @pytest.mark.parametrize("ending", [SUSPEND, RETIRE], ids=["suspended", "retired"])
    def test_suspended_or_retired_it_is_no_longer_owed(self, ending: ChannelAction):
        one = then(self.ON_7_MAY, ending)
        assert self.dues(one, 8) == [("2026-05-07", Status.LIFTED)]
        assert CHANNEL.due(one, self.at(8), open=True) == ()

    def test_but_late_is_late(self):
        one = then(self.ON_7_MAY, evolve(SUSPEND, at=self.at(8)))
        assert self.dues(one, 8) == [("2026-05-07", Status.LATE)]

    def test_a_breach_does_not_end_it(self):
        assert self.dues(then(self.ON_7_MAY, COMPROMISE), 7) == [("2026-05-07", Status.RUNNING)]
        assert has_no_place(then(self.ON_7_MAY, COMPROMISE), self.aired(7, None))

    def test_active_again_it_has_the_slot_that_is_set_then(self):
        again = (evolve(ACTIVATE, at=at(6)), evolve(SET_SLOT, at=at(6), next=Date(2026, 6, 4)))
        one = then(self.ON_7_MAY, SUSPEND, *again)
        assert self.dues(one, 8) == [("2026-05-07", Status.LIFTED), ("2026-06-04", Status.RUNNING)]

    @pytest.mark.parametrize(
        ("day", "status"), [(15, Status.MET), (16, Status.MET), (18, Status.MET_BY_ANALOGY), (19, Status.LATE)]
    )
    def test_on_a_saturday(self, day: int, status: Status):
        """16 May 2026: the day before it is a working day, and so is Monday 18 May."""
        one = channel(evolve(SET_SLOT, next=Date(2026, 5, 16)), self.aired(day, None), kind=K.TELEVISION)
        due = self.due(one, 20)
        assert (due.raw, due.control, due.rolled) == (Date(2026, 5, 16), Date(2026, 5, 15), Date(2026, 5, 18))
        assert due.status(self.at(20)) is status

    @pytest.mark.parametrize("kind", [kind for kind in K if kind not in (K.TELEVISION, K.RADIO)])
    def test_nothing_else_has_programmes(self, kind: ChannelKind):
        one = channel(kind=kind)
        for action in (SET_SLOT, AIR):
            assert has_no_place(one, action)

    def test_in_a_register_a_slot_elsewhere_is_unlawful_and_nothing_is_due(self):
        audit = CHANNEL.audit((DECLARE, ACTIVATE, SET_SLOT), self.at(8))
        assert [finding.kind for finding in audit.findings] == [FindingKind.UNLAWFUL]
        assert CHANNEL.due(audit.entity, self.at(8)) == ()

    def test_the_slot_is_set_by_the_head_of_the_press_service(self):
        assert refused_not_by_law(self.ON_7_MAY, evolve(SET_SLOT, by=OFFICER), 102)
        assert refused_not_by_law(self.ON_7_MAY, evolve(AIR, by=HEAD), 101)


class TestCase72:
    """What is no published release does not go out as one; what an embargo blocks does not; there is no other door."""

    POSTING, AIRING = channel(), channel(kind=K.RADIO)
    DOORS = ((POSTING, POST), (AIRING, AIR))

    @pytest.mark.parametrize(("one", "action"), DOORS, ids=["posted", "aired"])
    def test_what_is_not_out_stays_in(self, one: Channel, action: Post | Air):
        """Submitted, approved, withdrawn, or known to be wrong: it is not out."""
        refused = evolve(action, what=A_SUBMITTED_RELEASE)
        assert refused_under(one, refused, FROM_A_PUBLISHED_RELEASE) is Basis.INFERRED
        (reason,) = against(one, refused)
        assert reason.is_law

    @pytest.mark.parametrize(("one", "action"), DOORS, ids=["posted", "aired"])
    def test_so_does_what_is_under_an_embargo(self, one: Channel, action: Post | Air):
        reasons = against(one, evolve(action, what=AN_EMBARGOED_RELEASE))
        assert {reason.cites for reason in reasons} == {(FROM_A_PUBLISHED_RELEASE,), (HOUSE(119),)}

    @pytest.mark.parametrize(("one", "action"), DOORS, ids=["posted", "aired"])
    def test_what_is_published_goes_out_unless_blocked(self, one: Channel, action: Post | Air):
        assert refused_not_by_law(one, evolve(action, what=A_BLOCKED_RELEASE), 119)
        assert then(one, evolve(action, what=A_PUBLISHED_RELEASE)).state is S.ACTIVE

    @pytest.mark.parametrize(("one", "action"), DOORS, ids=["posted", "aired"])
    def test_a_release_is_no_file_of_another_kind(self, one: Channel, action: Post | Air):
        assert refused_not_by_law(one, evolve(action, what=A_RELEASE_AS_A_FILE), 137)
        assert then(one, evolve(action, what=A_TEXT_OF_A_BRIEFING)).state is S.ACTIVE

    def test_what_is_of_a_file_is_no_release(self):
        assert Text.of_file(BRIEFING) == Text(file=BRIEFING, release=False, out=False, blocked=False)

    def test_the_posting_names_the_file_and_its_instant(self):
        one = channel(posted("p1", at(4, 8)), evolve(POST, posting="p2", what=A_TEXT_OF_A_BRIEFING))
        assert [(posting.posted, posting.what) for posting in one.postings] == [(at(4, 8), RELEASE), (DAY, BRIEFING)]

    def test_a_release_was_aired_before_the_resolution_asked_for_reliable_information(self):
        """Cabinet 882 is of 30 October 2017: nothing is judged by an act of later days."""
        begun = (evolve(TELEVISION, at=at(2, year=2017)), evolve(ACTIVATE, at=at(3, year=2017)))
        one = CHANNEL.replay(begun)
        early = evolve(AIR, what=A_SUBMITTED_RELEASE, at=at(29, month=10, year=2017), next=None)
        assert CHANNEL.apply(one, early).state is S.ACTIVE
        late = evolve(early, at=at(30, month=10, year=2017))
        assert refused_under(one, late, FROM_A_PUBLISHED_RELEASE) is Basis.INFERRED


class TestCase73:
    """What is told of the beginning of a breach later than at first."""

    POSTINGS = (posted("at 8:10", at(5, 8, 10)), posted("at 9:30", at(5, 9, 30)))
    BROKEN = channel(*POSTINGS, broken(at(5, 9)))

    def test_an_earlier_one_holds(self):
        assert ids(doubtful(self.BROKEN)) == ("at 9:30",)
        one = then(self.BROKEN, broken(at(5, 7, 30)))
        assert (one.state, one.compromised_since) == (S.COMPROMISED, at(5, 7, 30))
        assert ids(doubtful(one)) == ("at 8:10", "at 9:30")

    def test_a_later_one_does_not(self):
        one = then(self.BROKEN, broken(at(5, 7, 30)), broken(at(5, 9, 15)))
        assert one.compromised_since == at(5, 7, 30)
        assert ids(doubtful(one)) == ("at 8:10", "at 9:30")

    def test_what_was_confirmed_already_is_not_doubtful_again(self):
        one = then(self.BROKEN, confirmed("at 8:10"), broken(at(5, 7, 30)))
        assert ids(doubtful(one)) == ("at 9:30",)

    def test_found_while_suspended_it_is_noted_and_suspended_it_stays(self):
        one = channel(*self.POSTINGS, SUSPEND, broken(at(5, 9)))
        assert (one.state, ids(doubtful(one))) == (S.SUSPENDED, ("at 9:30",))

    def test_before_it_is_active_too(self):
        one = CHANNEL.replay((DECLARE, broken(at(5, 9))))
        assert (one.state, one.compromised_since) == (S.DECLARED, at(5, 9))
        assert then(one, evolve(ACTIVATE, at=DAY)).compromised_since is None

    def test_it_is_not_retired_with_one_undecided(self):
        for one in (self.BROKEN, then(self.BROKEN, SUSPEND)):
            assert refused_not_by_law(one, RETIRE, 113)
            assert then(one, disowned("at 9:30"), RETIRE).state is S.RETIRED

    def test_the_same_instant_in_another_zone(self):
        """Half past four in Greenwich is half past nine in Tashkent."""
        utc = datetime(2026, 3, 5, 4, 30, tz="UTC")
        assert ids(doubtful(channel(*self.POSTINGS, broken(utc)))) == ("at 9:30",)
        assert doubtful(channel(*self.POSTINGS, broken(utc.add(seconds=1)))) == ()

    def test_in_the_hour_that_comes_twice(self):
        """On 25 October 2026 the clocks of Berlin go from three back to two: 2:40 of the first time is before 2:30 of
        the second."""
        abroad = Office("an embassy's press service", zone="Europe/Berlin")
        first, second = (datetime(2026, 10, 25, hour, 0, tz="UTC").in_timezone(abroad.tz) for hour in (0, 1))
        assert (first.hour, second.hour) == (2, 2)
        begun = (evolve(DECLARE, office=abroad), ACTIVATE, posted("p1", first.add(minutes=40)))
        broken_later = broken(second.add(minutes=30), told=second.add(minutes=50))
        assert doubtful(CHANNEL.replay((*begun, broken_later))) == ()
        earlier = broken(first.add(minutes=40), told=second.add(minutes=50))
        one = CHANNEL.replay((*begun, broken_later, earlier))
        assert ids(doubtful(one)) == ("p1",)
        told_in_between = broken(second.add(minutes=30), told=first.add(minutes=45))
        assert refused_not_by_law(CHANNEL.replay(begun), told_in_between, 113)


class TestCase92:
    """Of an earlier day than the resolution of 27 June 2019 there is no row for a posting."""

    BEGUN = CHANNEL.replay((evolve(DECLARE, at=at(3, year=2019)), evolve(ACTIVATE, at=at(4, year=2019))))

    def test_the_day_before(self):
        assert has_no_place(self.BEGUN, posted("p1", at(26, 23, 59, month=6, year=2019)))

    def test_its_own_day(self):
        one = then(self.BEGUN, posted("p1", at(27, 0, month=6, year=2019)))
        assert ids(one.postings) == ("p1",)

    def test_a_breach_and_what_was_found_are_told_of_any_day(self):
        told = at(26, month=6, year=2019)
        one = then(self.BEGUN, broken(told, told=told), found("p1", told, told=told))
        assert (one.state, ids(doubtful(one))) == (S.COMPROMISED, ("p1",))


class TestHouseRule112:
    """A channel is run under an act, and each kind is of one of the article's families."""

    @pytest.mark.parametrize("kind", K)
    def test_a_channel_of_any_kind_begins_by_an_act(self, kind: ChannelKind):
        one = CHANNEL.begin(evolve(DECLARE, kind=kind))
        assert (one.id, one.state, one.kind, one.postings, one.compromised_since) == ("1", S.DECLARED, kind, (), None)
        assert refused_under(None, evolve(DECLARE, kind=kind, act=""), HOUSE(112)) is Basis.ASSUMED

    def test_it_is_opened_by_one(self):
        declared = CHANNEL.begin(DECLARE)
        assert refused_not_by_law(declared, evolve(ACTIVATE, act=""), 112)
        assert then(declared, ACTIVATE).state is S.ACTIVE

    def test_the_families(self):
        of = {family: {kind for kind in K if FAMILIES[kind] is family} for family in Family}
        assert of == {
            Family.ONLINE: {K.OFFICIAL_SITE, K.SOCIAL_PAGE, K.MESSENGER},
            Family.MASS_COMMUNICATION: {K.OWN_PRINT},
            Family.WIDE_MEDIA: {K.NEWS_AGENCY},
            Family.PROGRAMMES: {K.TELEVISION, K.RADIO},
            Family.OTHER: {K.STAND, K.BRIEFING_HALL},
        }

    def test_what_is_retired_is_retired(self):
        one = channel(RETIRE, kind=K.TELEVISION)
        assert all(has_no_place(one, action) for action in EXAMPLES[1:])

    def test_it_may_be_retired_before_it_was_ever_active(self):
        assert then(CHANNEL.begin(DECLARE), RETIRE).state is S.RETIRED

    def test_before_it_is_active_nothing_goes_out_there(self):
        one = CHANNEL.begin(TELEVISION)
        assert all(has_no_place(one, action) for action in (POST, AIR, SET_SLOT, NOTE, SUSPEND, RECOVER))


class TestWhoMay:
    """House rules 101 and 102: the press service does the daily work, its head decides."""

    BREACH = channel(POST, COMPROMISE)
    BY_ITS_HEAD = (
        (None, DECLARE),
        (CHANNEL.begin(DECLARE), ACTIVATE),
        (BREACH, CONFIRM),
        (BREACH, DISOWN),
        (channel(COMPROMISE), RECOVER),
        (channel(), SUSPEND),
        (channel(), RETIRE),
    )
    BY_ANY_OF_IT = ((channel(), POST), (channel(), COMPROMISE), (channel(COMPROMISE), COMPROMISE), (BREACH, NOTE))

    @pytest.mark.parametrize(("one", "action"), BY_ITS_HEAD, ids=lambda it: type(it).__name__)
    def test_its_head_alone_decides(self, one: Channel | None, action: ChannelAction):
        for name in ("PRESS_OFFICER", "HEAD", "AUTHORISED", "DUTY_OFFICER"):
            assert refused_under(one, evolve(action, by=ACTORS[name]), HOUSE(102)) is Basis.ASSUMED
        assert against(one, action) == ()

    @pytest.mark.parametrize(("one", "action"), BY_ANY_OF_IT, ids=lambda it: type(it).__name__)
    def test_any_of_it_posts_and_enters(self, one: Channel, action: ChannelAction):
        another = evolve(action, posting="p2") if isinstance(action, NotePosting) else action
        for name in ("HEAD", "AUTHORISED", "DUTY_OFFICER"):
            assert refused_not_by_law(one, evolve(another, by=ACTORS[name]), 101)
        for by in (OFFICER, CHIEF):
            assert against(one, evolve(another, by=by)) == ()


class TestOfItsPostings:
    def test_on_an_active_channel_they_may_be_confirmed_or_disowned_too(self):
        assert then(channel(POST), CONFIRM).postings[0].state is P.CONFIRMED
        assert then(channel(POST), DISOWN).postings[0].state is P.DISOWNED

    def test_what_is_decided_is_decided(self):
        for decided in (channel(POST, CONFIRM), channel(POST, DISOWN)):
            assert all(has_no_place(decided, action) for action in (CONFIRM, DISOWN))

    def test_each_has_a_reference_of_its_own(self):
        assert has_no_place(channel(POST), POST)
        assert has_no_place(channel(POST), confirmed("p9"))


class TestForOtherFiles:
    ACTIVE_ONE = channel()

    def test_what_stands_on_an_active_channel_alone_is_the_bodys_word(self):
        says = {state: authoritative(CHANNEL.replay(lives(state, K.MESSENGER))) for state in S}
        assert says == {state: state is S.ACTIVE for state in S}

    @pytest.mark.parametrize("state", S)
    def test_a_release_goes_out_on_a_channel_as_it_stands(self, state: ChannelState):
        on = On.of(CHANNEL.replay(lives(state, K.OFFICIAL_SITE)))
        assert on == On(channel=Reference("channel", "1"), active=state is S.ACTIVE)

    def test_it_names_what_was_posted_there(self):
        again = (POST, evolve(POST, posting="p2"), evolve(POST, posting="p3", what=A_TEXT_OF_A_BRIEFING))
        assert channel(*again, COMPROMISE, evolve(NOTE, posting="p4")).refers_to == (RELEASE, BRIEFING)
        assert self.ACTIVE_ONE.refers_to == ()
