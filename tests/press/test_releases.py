"""The release: what the Constitution, the laws on mass media, informatisation and personal data and the codes say of a
text of the press service, and house rules 101 to 103, 118 to 120, 138, 148 and 150.

Worked cases 9 to 18, 72, 75 to 78 and 92 of the specification have classes of their own. 2 February 2026 is a Monday.
"""

import pytest
from attrs import evolve
from pendulum import Date, DateTime, datetime
from press.lives_channels import ACTIVATE, COMPROMISE, DECLARE, RETIRE, SUSPEND
from press.lives_releases import (
    A_NAME_WITHOUT_GROUND,
    ACTORS,
    ANOTHER,
    APPROVE,
    APPROVED,
    ASK,
    BODY,
    CHIEF,
    CORRECT,
    CORRECT_DATA,
    DAY,
    DECLINE,
    DEMAND,
    DRAFT,
    DRAFT_CORRECTION,
    DROP,
    EMBARGO,
    EXAMPLES,
    FIND_WRONG,
    HEAD_OF_BODY,
    IDENTIFIABLE_WITHOUT_GROUND,
    INITIALS,
    LIFT_EMBARGO,
    OF_ONE_WANTED,
    OF_SOMEBODY_ELSE,
    OF_THE_INQUIRER,
    OF_THE_INVESTIGATOR,
    OF_THE_PROSECUTOR,
    OFFICER,
    ON_A_SUSPENDED_PAGE,
    ON_ALL_THREE,
    ON_BOTH,
    ON_THE_PAGE,
    ON_THE_SITE,
    ON_THE_SITE_AND_A_SUSPENDED_PAGE,
    PAGE,
    PUBLISH,
    REDRAFT,
    REPORT,
    SEND_BACK,
    SET_EMBARGO,
    SITE,
    SOMEBODY,
    SPOKEN,
    SUBMIT,
    TAKE_BACK,
    TAKE_DOWN,
    THE_AUTHOR_AS_HEAD,
    TV,
    WHO_REDRAFTED,
    WITHDRAW,
    WITHOUT_NUMBER,
    lives,
)

from prcomm import Basis, Due, FindingKind, Reason, ReasonKind, Reference, Refused, Status
from prcomm.core.sources.redaction import emptied
from prcomm.core.values.errors import BadInput
from prcomm.law import CRIMINAL_CODE
from prcomm.law.civil_code import SAME_CHANNELS
from prcomm.law.constitution import CONSTITUTION
from prcomm.law.criminal_procedure import CRIMINAL_PROCEDURE, FROM_THE_DEMAND
from prcomm.law.house import HOUSE
from prcomm.law.informatisation import INFORMATISATION
from prcomm.law.mass_media import MASS_MEDIA
from prcomm.law.openness import LIMITS
from prcomm.law.personal_data import NAMED_ONLY_WITH_A_GROUND, PERSONAL_DATA
from prcomm.law.press_acts import FROM_A_PUBLISHED_RELEASE, MIA_STATEMENTS
from prcomm.law.roles import PRESS_HEAD
from prcomm.press.channels import CHANNEL, Channel, ChannelKind, On, Text
from prcomm.press.releases import (
    OUT,
    RELEASE,
    DataState,
    Embargo,
    LetOut,
    Mention,
    NamingGround,
    Pending,
    Permission,
    Permitter,
    Publish,
    Release,
    ReleaseAction,
    ReleaseState,
    ReportRehabilitation,
    Shown,
    Use,
    airing,
    blocked,
    let_out,
    posting,
)
from prcomm.press.releases.actions import Correct

S, D = ReleaseState, DataState
WRONG, REHABILITATED = INFORMATISATION("12-1"), CRIMINAL_PROCEDURE(309)
CHANNELS = MIA_STATEMENTS("official channels")
INVESTIGATION, NAMING = (MASS_MEDIA(6), CRIMINAL_CODE(239)), (CONSTITUTION(31, 1), NAMED_ONLY_WITH_A_GROUND)
EVERY_CHANNEL = (SAME_CHANNELS, HOUSE(150))
LAPSED = (HOUSE(119), HOUSE(148))


def at(day: int, hour: int = 10, minute: int = 0, second: int = 0, *, month: int, year: int = 2026) -> DateTime:
    return datetime(year, month, day, hour, minute, second, tz=BODY.tz)


def release(*actions: ReleaseAction) -> Release:
    return RELEASE.replay(actions)


def then(one: Release, *actions: ReleaseAction) -> Release:
    for action in actions:
        one = RELEASE.apply(one, action)
    return one


def submitted(**fields: object) -> Release:
    return release(evolve(DRAFT, **fields), SUBMIT)


def out(*, on: tuple[On, ...] = ON_THE_SITE, **fields: object) -> Release:
    """A release that went out in these channels, with what its draft says else."""
    return release(evolve(DRAFT, **fields), SUBMIT, APPROVE, evolve(PUBLISH, on=on))


def embargoed(embargo: Embargo, when: DateTime = DAY) -> Release:
    return release(*APPROVED, evolve(SET_EMBARGO, at=when, embargo=embargo))


def until(when: DateTime, *uses: Use) -> Embargo:
    return Embargo(when, ("the media",), frozenset(uses))


def against(one: Release | None, action: ReleaseAction) -> tuple[Reason, ...]:
    """What is against an action; of a beginning without a release."""
    if one is not None:
        return RELEASE.explain(one, action).reasons
    try:
        RELEASE.begin(action)
    except Refused as refused:
        return refused.verdict.reasons
    return ()


def refused_under(one: Release | None, action: ReleaseAction, *cites: object) -> Basis:
    """On what basis the one reason against it stands, which rests on these places alone."""
    (reason,) = against(one, action)
    assert reason.kind is ReasonKind.GUARD
    assert reason.cites == cites
    return reason.basis


def refused_not_by_law(one: Release | None, action: ReleaseAction, *rules: int) -> bool:
    """Whether one reason stands against it, which is a house rule and says so."""
    (reason,) = against(one, action)
    assert one is None or str(RELEASE.explain(one, action)).startswith("not by law:")
    return not reason.is_law and reason.cites == tuple(HOUSE(rule) for rule in rules)


def role_is_refused(one: Release | None, action: ReleaseAction, rule: int) -> bool:
    (reason,) = against(one, action)
    return reason.kind is ReasonKind.ROLE and reason.cites == (HOUSE(rule),)


def lawful(one: Release, action: ReleaseAction) -> bool:
    return not against(one, action)


def has_no_place(one: Release, action: ReleaseAction) -> bool:
    return ReasonKind.STATE in {reason.kind for reason in against(one, action)}


def due(one: Release, when: DateTime, key: object = None) -> Due:
    (found,) = (due for due in RELEASE.due(one, when) if due.key == key)
    return found


def nothing_is_owed(one: Release, when: DateTime = DAY) -> bool:
    return RELEASE.due(one, when, open=True) == ()


def channel(id: str, *actions: object) -> Channel:
    """A channel that is active, and what was done about it since, all on the day of the releases."""
    declared = evolve(DECLARE, case=id, kind=ChannelKind.SOCIAL_PAGE)
    return CHANNEL.replay(evolve(action, at=DAY) for action in (declared, ACTIVATE, *actions))


ASKED_TO_APPROVE, OUT_ON_THE_SITE = submitted(), out()


class TestCase9:
    """Whoever wrote it does not let it out, in whatever capacity."""

    def test_its_author_does_not_approve_it(self):
        assert refused_not_by_law(ASKED_TO_APPROVE, evolve(APPROVE, by=THE_AUTHOR_AS_HEAD), 118)

    def test_a_head_of_press_who_drafted_it_does_not_either(self):
        own = submitted(by=CHIEF)
        assert refused_not_by_law(own, APPROVE, 118)
        assert lawful(own, evolve(APPROVE, by=HEAD_OF_BODY))

    def test_somebody_else_does(self):
        assert then(ASKED_TO_APPROVE, APPROVE).state is S.APPROVED

    def test_sent_back_it_is_a_draft_again(self):
        assert then(ASKED_TO_APPROVE, SEND_BACK).state is S.DRAFTED
        assert refused_not_by_law(ASKED_TO_APPROVE, evolve(SEND_BACK, reason=""), 120)

    def test_a_login_of_the_hosts_hides_no_author(self):
        """Who acts for somebody is known by whom files know."""
        login = evolve(CHIEF, id="login 7", of=OFFICER.id)
        assert refused_not_by_law(ASKED_TO_APPROVE, evolve(APPROVE, by=login), 118)


class TestCase10:
    """What an inquiry or investigation holds goes out with its written permission alone."""

    INVESTIGATED = submitted(of_investigation=True)

    @pytest.mark.parametrize("permission", [None, SPOKEN, WITHOUT_NUMBER, OF_SOMEBODY_ELSE])
    def test_without_it_nothing_goes_out(self, permission: Permission | None):
        refused = evolve(APPROVE, permission=permission)
        assert refused_under(self.INVESTIGATED, refused, *INVESTIGATION) is Basis.REPORTED

    @pytest.mark.parametrize("permission", [OF_THE_INVESTIGATOR, OF_THE_PROSECUTOR, OF_THE_INQUIRER])
    def test_with_it_it_does(self, permission: Permission):
        assert then(self.INVESTIGATED, evolve(APPROVE, permission=permission)).state is S.APPROVED

    def test_what_is_of_no_investigation_needs_none(self):
        assert lawful(ASKED_TO_APPROVE, evolve(APPROVE, permission=None))
        assert lawful(ASKED_TO_APPROVE, evolve(APPROVE, permission=SPOKEN))

    def test_a_secret_does_not_go_out_with_any(self):
        secret = evolve(APPROVE, permission=OF_THE_PROSECUTOR, no_secret=False)
        assert refused_under(self.INVESTIGATED, secret, LIMITS) is Basis.REPORTED


class TestCase11:
    """Nobody is called guilty before a judgment in force."""

    def test_before_it(self):
        stated = evolve(APPROVE, guilt_stated=True)
        assert refused_under(ASKED_TO_APPROVE, stated, CONSTITUTION(28, 1)) is Basis.STATUTE

    def test_after_it(self):
        assert lawful(ASKED_TO_APPROVE, evolve(APPROVE, guilt_stated=True, judgment="1-204"))

    def test_a_judgment_asks_nobody_to_say_so(self):
        assert lawful(ASKED_TO_APPROVE, evolve(APPROVE, judgment="1-204"))


class TestCase12:
    """Somebody is named in full with a ground; else by initials and birth year, or by role."""

    @pytest.mark.parametrize("mentions", [A_NAME_WITHOUT_GROUND, IDENTIFIABLE_WITHOUT_GROUND])
    def test_who_it_is_needs_a_ground(self, mentions: tuple[Mention, ...]):
        assert refused_under(submitted(mentions=mentions), APPROVE, *NAMING) is Basis.INFERRED

    @pytest.mark.parametrize("shown", [Shown.INITIALS_AND_BIRTH_YEAR, Shown.ROLE_ONLY])
    def test_what_tells_nobody_who_it_is_needs_none(self, shown: Shown):
        assert lawful(submitted(mentions=(Mention(SOMEBODY, shown),)), APPROVE)

    @pytest.mark.parametrize("ground", NamingGround)
    @pytest.mark.parametrize("shown", [Shown.NAME, Shown.IDENTIFIABLE])
    def test_with_a_ground(self, shown: Shown, ground: NamingGround):
        assert lawful(submitted(mentions=(Mention(SOMEBODY, shown, ground),)), APPROVE)

    def test_each_of_several_needs_one(self):
        both = (*OF_ONE_WANTED, Mention(ANOTHER, Shown.NAME))
        assert refused_under(submitted(mentions=both), APPROVE, *NAMING) is Basis.INFERRED
        assert refused_under(submitted(mentions=both[::-1]), APPROVE, *NAMING) is Basis.INFERRED


class TestCase13:
    """An embargo until Monday 5 October 2026, eleven o'clock in Tashkent."""

    INSTANT = at(5, 11, month=10)
    BLOCKED = embargoed(until(INSTANT, Use.PUBLISH))

    def published(self, when: DateTime) -> Publish:
        return evolve(PUBLISH, at=when)

    def test_a_second_before_it_is_refused(self):
        assert refused_not_by_law(self.BLOCKED, self.published(at(5, 10, 59, 59, month=10)), 119, 148)

    def test_at_the_instant_it_goes_out_on_whatever_clock(self):
        one = then(self.BLOCKED, self.published(self.INSTANT))
        assert (one.state, one.channels) == (S.PUBLISHED, ("site",))
        assert then(self.BLOCKED, self.published(datetime(2026, 10, 5, 6, tz="UTC"))).state is S.PUBLISHED

    def test_a_second_before_it_in_utc_it_does_not(self):
        early = self.published(datetime(2026, 10, 5, 5, 59, 59, tz="UTC"))
        assert refused_not_by_law(self.BLOCKED, early, 119, 148)

    def test_lifted_it_goes_out_before(self):
        lifted = then(self.BLOCKED, evolve(LIFT_EMBARGO, at=at(5, 9, month=10)))
        assert (lifted.state, lifted.embargo) == (S.APPROVED, None)
        assert then(lifted, self.published(at(5, 9, 5, month=10))).state is S.PUBLISHED

    def test_it_lies_ahead(self):
        approved = release(*APPROVED)
        for past in (DAY.subtract(seconds=1), DAY):
            assert refused_not_by_law(approved, evolve(SET_EMBARGO, embargo=until(past, Use.PUBLISH)), 119)
        assert lawful(approved, evolve(SET_EMBARGO, embargo=until(DAY.add(seconds=1), Use.PUBLISH)))

    def test_it_binds_somebody_and_blocks_something(self):
        approved = release(*APPROVED)
        assert refused_not_by_law(approved, evolve(SET_EMBARGO, embargo=evolve(EMBARGO, binds=())), 119)
        assert refused_not_by_law(approved, evolve(SET_EMBARGO, embargo=evolve(EMBARGO, blocks=frozenset())), 119)

    @pytest.mark.parametrize("day", [DateTime(2026, 10, 5, 11), Date(2026, 10, 5)], ids=["no zone", "a day"])
    def test_what_is_no_instant_with_a_zone_is_no_end(self, day: DateTime):
        with pytest.raises(BadInput, match="until: an instant with its zone"):
            until(day, Use.PUBLISH)

    def test_it_goes_on_a_channel_all_the_same(self):
        nowhere = evolve(PUBLISH, at=self.INSTANT, on=ON_A_SUSPENDED_PAGE)
        assert refused_under(self.BLOCKED, nowhere, CHANNELS) is Basis.REPORTED


class TestCase14:
    """What blocks broadcasting alone lets the text be published at once, and blocks on."""

    INSTANT = at(5, 11, month=10)
    ONLY_BROADCASTING = embargoed(until(INSTANT, Use.BROADCAST))
    PUBLISHED = then(ONLY_BROADCASTING, PUBLISH)

    def test_it_goes_out_at_once(self):
        assert self.PUBLISHED.state is S.PUBLISHED

    @pytest.mark.parametrize("one", [ONLY_BROADCASTING, PUBLISHED], ids=["before", "after"])
    def test_broadcasting_is_blocked_until_the_instant(self, one: Release):
        assert blocked(one, Use.BROADCAST, at(5, 10, 59, 59, month=10))
        assert not blocked(one, Use.BROADCAST, self.INSTANT)
        assert not blocked(one, Use.PUBLISH, DAY)
        assert not blocked(one, Use.QUOTE, DAY)

    def test_nothing_is_blocked_without_an_embargo(self):
        assert not any(blocked(OUT_ON_THE_SITE, use, DAY) for use in Use)


class TestCase15:
    """It goes out on active channels, and stands in these alone."""

    def test_on_a_suspended_one_alone(self):
        suspended = evolve(PUBLISH, on=ON_A_SUSPENDED_PAGE)
        assert refused_under(release(*APPROVED), suspended, CHANNELS) is Basis.REPORTED
        assert refused_under(release(*APPROVED), evolve(PUBLISH, on=()), CHANNELS) is Basis.REPORTED

    def test_on_a_suspended_and_an_active_one(self):
        one = then(release(*APPROVED), evolve(PUBLISH, on=ON_THE_SITE_AND_A_SUSPENDED_PAGE))
        assert (one.state, one.channels) == (S.PUBLISHED, ("site",))


class TestCase16:
    """Data are corrected in three days of the request."""

    def asked(self, when: DateTime, **fields: object) -> Release:
        return then(out(**fields), evolve(ASK, at=when))

    def test_asked_on_a_friday(self):
        """Day 1 is Saturday 7 February, day 3 Monday the ninth."""
        one = self.asked(at(6, month=2))
        assert due(one, at(6, month=2), "r1").last == Date(2026, 2, 9)
        corrected = then(one, evolve(CORRECT_DATA, at=at(9, 17, month=2)))
        assert due(corrected, at(9, 17, month=2), "r1").status(at(9, 17, month=2)) is Status.MET
        assert [request.state for request in corrected.corrections] == [D.CHANGED]

    def test_a_day_too_late(self):
        late = then(self.asked(at(6, month=2)), evolve(CORRECT_DATA, at=at(10, month=2)))
        assert due(late, at(10, month=2), "r1").status(at(10, month=2)) is Status.LATE

    def test_asked_before_navroz(self):
        """Thursday 19 March: the third day is Sunday the 22nd; 20, 21 and 23 March are days off too."""
        found = due(self.asked(at(19, month=3)), at(19, month=3), "r1")
        assert (found.raw, found.control, found.rolled) == (Date(2026, 3, 22), Date(2026, 3, 19), Date(2026, 3, 24))

    def test_who_owes_it(self):
        found = due(self.asked(at(6, month=2)), at(6, month=2), "r1")
        assert (found.owed_by, found.owed_by_cites) == (PRESS_HEAD, (HOUSE(102),))
        assert found.basis is Basis.STATUTE

    def test_data_of_crime_work_have_no_day(self):
        """The law on personal data leaves them out: that they are corrected stands in the Constitution."""
        found = due(self.asked(at(6, month=2), from_crime_work=True), at(6, month=2), "r1")
        assert (found.status(at(20, month=2)), found.last) == (Status.PROMPTLY, None)

    def test_what_is_proved_is_not_declined(self):
        one = self.asked(at(6, month=2))
        proved = evolve(DECLINE, at=at(9, month=2), proved=True)
        assert refused_under(one, proved, PERSONAL_DATA(31)) is Basis.STATUTE

    def test_what_is_not_proved_is_declined_in_the_same_days(self):
        one = self.asked(at(6, month=2))
        declined = then(one, evolve(DECLINE, at=at(9, month=2)))
        assert [request.state for request in declined.corrections] == [D.DECLINED]
        assert due(declined, at(9, month=2), "r1").status(at(9, month=2)) is Status.MET

    def test_of_two_requests_each_has_its_day(self):
        one = then(self.asked(at(6, month=2)), evolve(ASK, at=at(9, month=2), request="r2"))
        one = then(one, evolve(CORRECT_DATA, at=at(9, month=2)))
        assert due(one, at(9, month=2), "r1").status(at(9, month=2)) is Status.MET
        assert due(one, at(9, month=2), "r2").last == Date(2026, 2, 12)

    def test_before_the_law_on_personal_data_there_are_no_three_days(self):
        """The law is of 2 July 2019. What is asked before has a way out all the same, by the Constitution."""
        old = [evolve(step, at=at(3, month=6, year=2019)) for step in (*APPROVED, PUBLISH)]
        eve = at(1, 23, 59, month=7, year=2019)
        before = then(release(*old), evolve(ASK, at=eve))
        assert due(before, eve, "r1").last is None
        assert lawful(before, evolve(CORRECT_DATA, at=eve))
        assert has_no_place(before, evolve(DECLINE, at=eve))
        assert lawful(before, evolve(DECLINE, at=at(2, month=7, year=2019)))
        since = then(release(*old), evolve(ASK, at=at(2, 0, 1, month=7, year=2019)))
        assert due(since, at(2, month=7, year=2019), "r1").last == Date(2019, 7, 5)

    @pytest.mark.parametrize("state", [S.DRAFTED, S.SUBMITTED, S.APPROVED, S.EMBARGOED, S.DROPPED])
    def test_of_what_never_was_out_nothing_is_asked(self, state: S):
        assert has_no_place(release(*lives(state)), ASK)

    def test_after_it_was_withdrawn_it_still_is(self):
        assert then(release(*lives(S.WITHDRAWN)), ASK, CORRECT_DATA).corrections[0].state is D.CHANGED


class TestCase17:
    """Out in three channels and found wrong: it comes down from each, or is corrected in each."""

    FOUND = then(out(on=ON_ALL_THREE), FIND_WRONG)

    def down(self, *channels: str, one: Release = FOUND) -> Release:
        return then(one, *(evolve(TAKE_DOWN, channel=name) for name in channels))

    def test_it_is_owed_at_once(self):
        assert self.FOUND.wrong
        found = due(self.FOUND, DAY)
        assert (found.name, found.status(DAY), found.last) == ("takedown", Status.PROMPTLY, None)
        assert found.basis is Basis.STATUTE

    @pytest.mark.parametrize("left", ["site", "page", "tv"])
    def test_down_from_two_it_is_not_withdrawn(self, left: str):
        two = self.down(*{"site", "page", "tv"} - {left})
        assert two.stands_in == (left,)
        assert refused_under(two, WITHDRAW, WRONG) is Basis.STATUTE

    def test_down_from_three_it_is(self):
        withdrawn = then(self.down("site", "page", "tv"), WITHDRAW)
        assert withdrawn.state is S.WITHDRAWN
        assert due(withdrawn, DAY).met == DAY.date()

    def test_it_is_taken_down_in_a_channel_once(self):
        assert refused_under(self.down("page"), evolve(TAKE_DOWN, channel="page"), WRONG) is Basis.STATUTE
        assert refused_under(self.FOUND, evolve(TAKE_DOWN, channel="radio"), WRONG) is Basis.STATUTE

    def test_a_correction_in_two_of_them_is_refused(self):
        drafted = then(self.FOUND, DRAFT_CORRECTION)
        assert refused_under(drafted, evolve(CORRECT, on=ON_BOTH), *EVERY_CHANNEL) is Basis.ASSUMED
        assert not against(drafted, evolve(CORRECT, on=ON_BOTH))[0].is_law

    def test_in_all_of_them_it_goes_out(self):
        corrected = then(self.FOUND, DRAFT_CORRECTION, evolve(CORRECT, on=ON_ALL_THREE))
        assert corrected.state is S.CORRECTED
        assert due(corrected, DAY).met == DAY.date()
        assert (corrected.wrong, corrected.pending) == (False, None)
        assert corrected.digest == DRAFT_CORRECTION.digest

    def test_a_channel_that_exists_no_more_owes_nothing(self):
        drafted = then(self.FOUND, DRAFT_CORRECTION)
        assert lawful(drafted, evolve(CORRECT, on=ON_BOTH, closed=frozenset({"tv"})))
        assert not lawful(drafted, evolve(CORRECT, on=ON_BOTH, closed=frozenset({"page"})))

    def test_as_the_files_of_the_channels_tell_it(self):
        files = [channel("site"), channel("page"), channel("tv", RETIRE), channel("radio", RETIRE)]
        drafted = then(self.FOUND, DRAFT_CORRECTION)
        correct = Correct.of(drafted, files, no_secret=True, permission=None, guilt_stated=False, at=DAY, by=CORRECT.by)
        assert correct == evolve(CORRECT, on=ON_BOTH, closed=frozenset({"tv"}))
        assert then(drafted, correct).state is S.CORRECTED

    @pytest.mark.parametrize("why", [SUSPEND, COMPROMISE], ids=["suspended", "compromised"])
    def test_what_stands_in_one_that_is_not_active_is_taken_down_before(self, why: object):
        """It exists, and carries nothing."""
        files = [channel("site"), channel("page"), channel("tv", evolve(why, since=DAY) if why is COMPROMISE else why)]
        drafted = then(self.FOUND, DRAFT_CORRECTION)
        said = {"no_secret": True, "permission": None, "guilt_stated": True, "judgment": "1-204"}
        correct = Correct.of(drafted, files, **said, at=DAY, by=CORRECT.by)
        assert (correct.closed, correct.judgment, correct.guilt_stated) == (frozenset(), "1-204", True)
        assert not lawful(drafted, correct)
        corrected = then(self.down("tv", one=drafted), correct)
        assert (corrected.stands_in, corrected.down) == (("site", "page"), ("tv",))

    def test_nothing_is_corrected_nowhere(self):
        """All is down: a correction stands somewhere, or the text is withdrawn."""
        drafted = then(self.down("site", "page", "tv"), DRAFT_CORRECTION)
        assert not lawful(drafted, evolve(CORRECT, on=()))
        assert not lawful(drafted, evolve(CORRECT, on=ON_A_SUSPENDED_PAGE))
        assert lawful(drafted, evolve(CORRECT, on=ON_THE_PAGE))

    def test_corrected_where_it_was_down_it_stands_there_again(self):
        drafted = then(self.down("site", "page"), DRAFT_CORRECTION)
        corrected = then(drafted, evolve(CORRECT, on=(*ON_THE_SITE, On(channel=TV, active=True))))
        assert (corrected.channels, corrected.stands_in, corrected.down) == (
            ("site", "page", "tv"), ("site", "tv"), ("page",)
        )  # fmt: skip

    def test_what_was_down_is_found_again_when_it_is_wrong_again(self):
        corrected = then(self.FOUND, DRAFT_CORRECTION, evolve(CORRECT, on=ON_ALL_THREE))
        again = then(corrected, evolve(FIND_WRONG, at=DAY.add(days=1)))
        assert [one.status(DAY.add(days=1)) for one in RELEASE.due(again, DAY.add(days=1))] == [
            Status.MET, Status.PROMPTLY
        ]  # fmt: skip


class TestCase18:
    """A release that told of custody, and the report of rehabilitation."""

    TOLD = out(on=ON_BOTH, tells_of_restraint=True)
    DEMANDED = then(TOLD, evolve(DEMAND, at=at(31, month=8)))

    def test_it_is_owed_within_a_month(self):
        """Demanded on Monday 31 August; September has no such day."""
        assert due(self.DEMANDED, at(31, month=8), "d1").last == Date(2026, 9, 30)

    @pytest.mark.parametrize(
        ("when", "status"), [(at(30, month=9), Status.MET), (at(1, month=10), Status.LATE)], ids=["on time", "late"]
    )
    def test_it_is_reported(self, when: DateTime, status: Status):
        reported = then(self.DEMANDED, evolve(REPORT, at=when, on=ON_BOTH))
        assert due(reported, when, "d1").status(when) is status

    def test_in_one_of_two_channels_it_is_not(self):
        half = evolve(REPORT, at=at(30, month=9), on=ON_THE_SITE)
        assert refused_under(self.DEMANDED, half, FROM_THE_DEMAND) is Basis.INFERRED
        suspended = evolve(REPORT, at=at(30, month=9), on=ON_THE_SITE_AND_A_SUSPENDED_PAGE)
        assert refused_under(self.DEMANDED, suspended, FROM_THE_DEMAND) is Basis.INFERRED

    def test_where_it_was_taken_down_it_is_reported_too(self):
        """The news was there."""
        down = then(self.DEMANDED, evolve(TAKE_DOWN, at=at(1, month=9), channel="page"))
        half = evolve(REPORT, at=at(30, month=9), on=ON_THE_SITE)
        assert refused_under(down, half, FROM_THE_DEMAND) is Basis.INFERRED

    def test_of_what_tells_of_no_restraint_nothing_is_demanded(self):
        assert refused_under(OUT_ON_THE_SITE, DEMAND, REHABILITATED) is Basis.STATUTE

    def test_after_it_was_withdrawn_it_still_is(self):
        withdrawn = then(
            self.TOLD, evolve(TAKE_DOWN, channel="site"), evolve(TAKE_DOWN, channel="page"), WITHDRAW, DEMAND
        )
        assert (withdrawn.state, withdrawn.demands) == (S.WITHDRAWN, ("d1",))
        assert then(withdrawn, evolve(REPORT, on=ON_BOTH)).state is S.WITHDRAWN

    @pytest.mark.parametrize("who", ["CLAIMANT", "COURT", "OTHER_BODY"])
    def test_who_demands_it(self, who: str):
        assert lawful(self.TOLD, evolve(DEMAND, by=ACTORS[who]))

    def test_what_a_correction_tells_of_it_was_told(self):
        """And what was told stays told when the correction does not say it again."""
        corrected = then(OUT_ON_THE_SITE, evolve(DRAFT_CORRECTION, tells_of_restraint=True), CORRECT)
        assert lawful(corrected, DEMAND)
        assert lawful(then(out(tells_of_restraint=True), DRAFT_CORRECTION, CORRECT), DEMAND)


class TestCase72:
    """What a channel carries of a release: what is out, not known to be wrong, and not blocked."""

    PAGE = channel("page")
    TELEVISION = CHANNEL.replay(
        [evolve(DECLARE, at=DAY, kind=ChannelKind.TELEVISION, case="tv"), evolve(ACTIVATE, at=DAY)]
    )
    STATES = (S.DRAFTED, S.SUBMITTED, S.APPROVED, S.EMBARGOED, S.WITHDRAWN, S.DROPPED)
    INSTANT = at(12, 20, month=8)

    def post(self, one: Release, when: DateTime = DAY) -> list[Reason]:
        return list(CHANNEL.explain(self.PAGE, posting(one, posting="p1", at=when, by=OFFICER)).reasons)

    def air(self, one: Release, when: DateTime) -> list[Reason]:
        return list(CHANNEL.explain(self.TELEVISION, airing(one, next=None, at=when, by=OFFICER)).reasons)

    @pytest.mark.parametrize("state", STATES)
    def test_what_is_not_out_stays_in(self, state: S):
        one = release(*lives(state))
        assert posting(one, posting="p1", at=DAY, by=OFFICER).what.out is False
        assert (FROM_A_PUBLISHED_RELEASE,) in {reason.cites for reason in self.post(one, at(3, month=2))}

    def test_nor_does_what_is_known_to_be_wrong(self):
        (reason,) = self.post(then(OUT_ON_THE_SITE, FIND_WRONG))
        assert (reason.basis, reason.is_law) == (Basis.INFERRED, True)

    @pytest.mark.parametrize("state", OUT)
    def test_what_is_out_is_carried(self, state: S):
        assert self.post(release(*lives(state))) == []

    def test_what_is_found_right_after_all_is_carried_again(self):
        assert self.post(then(OUT_ON_THE_SITE, FIND_WRONG, TAKE_BACK)) == []

    def test_its_file_says_what_it_is(self):
        told = posting(OUT_ON_THE_SITE, posting="p1", at=DAY, by=OFFICER)
        assert (told.posting, told.at, told.by) == ("p1", DAY, OFFICER)
        assert told.what == Text(file=Reference("release", "1"), release=True, out=True, blocked=False)

    def test_an_airing_names_the_day_of_the_next(self):
        assert airing(OUT_ON_THE_SITE, next=Date(2026, 2, 9), at=DAY, by=OFFICER).next == Date(2026, 2, 9)

    def test_each_asks_for_its_own_use(self):
        """Broadcasting is blocked until eight in the evening of 12 August; the text is out."""
        one = then(embargoed(until(self.INSTANT, Use.BROADCAST)), PUBLISH)
        assert self.post(one) == []
        (reason,) = self.air(one, at(12, 19, 59, month=8))
        assert (reason.is_law, reason.cites) == (False, (HOUSE(119),))
        assert self.air(one, self.INSTANT) == []

    def test_what_blocks_publishing_blocks_no_airing(self):
        one = then(embargoed(until(self.INSTANT, Use.BROADCAST)), PUBLISH)
        kept = evolve(one, embargo=until(self.INSTANT, Use.PUBLISH))
        (reason,) = self.post(kept)
        assert reason.cites == (HOUSE(119),)
        assert self.air(kept, DAY) == []


class TestCase75:
    """Sent back for a name without ground."""

    NAMED = submitted(mentions=A_NAME_WITHOUT_GROUND)
    BACK = then(NAMED, SEND_BACK)

    def test_unchanged_it_is_refused_again(self):
        assert refused_under(then(self.BACK, SUBMIT), APPROVE, *NAMING) is Basis.INFERRED

    def test_redrafted_with_initials_it_goes_on(self):
        again = then(self.BACK, REDRAFT, SUBMIT)
        assert again.mentions == INITIALS
        assert again.digest == "digest 2"
        assert then(again, evolve(APPROVE, by=HEAD_OF_BODY)).state is S.APPROVED

    def test_but_not_by_who_redrafted_nor_by_who_drafted(self):
        again = then(self.BACK, REDRAFT, SUBMIT)
        for author in (WHO_REDRAFTED, THE_AUTHOR_AS_HEAD):
            assert refused_not_by_law(again, evolve(APPROVE, by=author), 118)

    def test_all_is_said_again(self):
        said = {"of_investigation": True, "from_crime_work": True, "tells_of_restraint": True}
        for then_said in (said, dict.fromkeys(said, False)):
            one = then(release(evolve(DRAFT, **said)), evolve(REDRAFT, **then_said))
            assert {name: getattr(one, name) for name in said} == then_said

    def test_it_has_a_text(self):
        assert refused_not_by_law(self.BACK, evolve(REDRAFT, digest=""), 120)
        assert refused_not_by_law(None, evolve(DRAFT, digest=""), 120)
        assert refused_not_by_law(OUT_ON_THE_SITE, evolve(DRAFT_CORRECTION, digest=""), 120)

    def test_sent_back_from_an_embargo_nothing_is_blocked(self):
        back = then(embargoed(until(at(5, 11, month=10), *Use)), SEND_BACK)
        assert (back.state, back.embargo) == (S.DRAFTED, None)
        assert not any(blocked(back, use, DAY) for use in Use)


class TestCase76:
    """A correction is a text: one writes it, another lets it out, and what an approval asks is asked of it."""

    DRAFTED = then(OUT_ON_THE_SITE, DRAFT_CORRECTION)
    BY_THE_HEAD = evolve(CORRECT, by=HEAD_OF_BODY)

    def corrected_with(self, **fields: object) -> Release:
        return then(OUT_ON_THE_SITE, evolve(DRAFT_CORRECTION, **fields))

    def test_not_by_who_drafted_it(self):
        assert refused_not_by_law(self.DRAFTED, evolve(CORRECT, by=THE_AUTHOR_AS_HEAD), 118)

    def test_nor_by_who_drafted_a_part_of_it(self):
        """Two wrote it since the last correction; neither lets it out."""
        twice = then(self.DRAFTED, evolve(DRAFT_CORRECTION, by=CHIEF))
        assert refused_not_by_law(twice, CORRECT, 118)
        assert refused_not_by_law(twice, evolve(CORRECT, by=THE_AUTHOR_AS_HEAD), 118)
        assert lawful(twice, self.BY_THE_HEAD)

    def test_who_drafted_the_one_before_may_let_out_this(self):
        once = then(OUT_ON_THE_SITE, evolve(DRAFT_CORRECTION, by=CHIEF), self.BY_THE_HEAD)
        assert lawful(then(once, DRAFT_CORRECTION), CORRECT)

    def test_who_wrote_the_release_may_let_out_a_correction_of_another(self):
        own = then(
            release(evolve(DRAFT, by=CHIEF), SUBMIT, evolve(APPROVE, by=HEAD_OF_BODY), PUBLISH), DRAFT_CORRECTION
        )
        assert lawful(own, CORRECT)

    def test_no_secret(self):
        assert refused_under(self.DRAFTED, evolve(self.BY_THE_HEAD, no_secret=False), LIMITS) is Basis.REPORTED

    @pytest.mark.parametrize("mentions", [A_NAME_WITHOUT_GROUND, IDENTIFIABLE_WITHOUT_GROUND])
    def test_no_name_without_a_ground(self, mentions: tuple[Mention, ...]):
        assert refused_under(self.corrected_with(mentions=mentions), self.BY_THE_HEAD, *NAMING) is Basis.INFERRED

    def test_nothing_of_an_investigation_without_permission(self):
        one = self.corrected_with(of_investigation=True)
        assert refused_under(one, self.BY_THE_HEAD, *INVESTIGATION) is Basis.REPORTED
        assert lawful(one, evolve(self.BY_THE_HEAD, permission=OF_THE_INQUIRER))

    def test_nobody_is_called_guilty(self):
        stated = evolve(self.BY_THE_HEAD, guilt_stated=True)
        assert refused_under(self.DRAFTED, stated, CONSTITUTION(28, 1)) is Basis.STATUTE

    def test_it_is_the_new_text_that_is_asked(self):
        """What stood in the release before it is not asked again."""
        one = out(mentions=OF_ONE_WANTED)
        clean = then(one, evolve(DRAFT_CORRECTION, mentions=INITIALS), CORRECT)
        assert (clean.state, clean.mentions) == (S.CORRECTED, INITIALS)

    def test_what_it_is_of_goes_over_to_the_release(self):
        with_permission = evolve(CORRECT, permission=OF_THE_INQUIRER)
        assert then(self.corrected_with(of_investigation=True), with_permission).of_investigation
        permitted = evolve(APPROVE, permission=OF_THE_INVESTIGATOR)
        once = release(evolve(DRAFT, of_investigation=True), SUBMIT, permitted, PUBLISH)
        assert not then(once, DRAFT_CORRECTION, CORRECT).of_investigation

    def test_clean_and_in_every_channel_it_goes_out(self):
        corrected = then(self.DRAFTED, self.BY_THE_HEAD)
        assert corrected.state is S.CORRECTED
        assert then(corrected, DRAFT_CORRECTION, CORRECT).state is S.CORRECTED

    def test_without_a_draft_there_is_none(self):
        assert refused_not_by_law(OUT_ON_THE_SITE, self.BY_THE_HEAD, 138)

    def test_a_register_may_tell_of_one_without_a_draft(self):
        """That is found, and the text is what it was."""
        audit = RELEASE.audit((*(record.action for record in OUT_ON_THE_SITE.history), CORRECT), DAY)
        assert FindingKind.DEPARTURE in {finding.kind for finding in audit.findings}
        assert audit.entity is not None
        assert (audit.entity.state, audit.entity.digest) == (S.CORRECTED, "digest 1")
        assert [one.text for one in let_out(audit.entity)] == ["digest 1"]

    def test_it_says_what_it_corrects(self):
        assert refused_not_by_law(OUT_ON_THE_SITE, evolve(DRAFT_CORRECTION, what=""), 120)

    def test_what_is_drafted_changes_nothing_of_what_stands(self):
        pending = Pending("digest 1", "digest 4", frozenset({OFFICER.id}))
        assert evolve(OUT_ON_THE_SITE, pending=pending, history=self.DRAFTED.history) == self.DRAFTED


class TestCase77:
    """Broadcasting was blocked until Monday 3 August 2026, 18:00; it went out at ten and was lifted at noon."""

    OUT_AT_TEN = then(
        embargoed(until(at(3, 18, month=8), Use.BROADCAST), at(3, 9, month=8)), evolve(PUBLISH, at=at(3, month=8))
    )

    def test_publishing_ends_nothing(self):
        assert blocked(self.OUT_AT_TEN, Use.BROADCAST, at(3, 11, 59, month=8))

    def test_lifting_does(self):
        lifted = then(self.OUT_AT_TEN, evolve(LIFT_EMBARGO, at=at(3, 12, month=8)))
        assert not blocked(lifted, Use.BROADCAST, at(3, 12, month=8))
        assert (lifted.state, lifted.embargo) == (S.PUBLISHED, None)

    def test_what_has_lapsed_is_not_lifted(self):
        for late in (at(3, 18, month=8), at(3, 18, 1, month=8)):
            assert refused_not_by_law(self.OUT_AT_TEN, evolve(LIFT_EMBARGO, at=late), 148)
        assert lawful(self.OUT_AT_TEN, evolve(LIFT_EMBARGO, at=at(3, 17, 59, month=8)))

    def test_what_has_none_is_not_lifted_either(self):
        assert refused_not_by_law(OUT_ON_THE_SITE, LIFT_EMBARGO, 148)

    def test_it_goes_out_in_a_second_channel(self):
        both = then(OUT_ON_THE_SITE, evolve(PUBLISH, on=ON_THE_PAGE))
        assert (both.state, both.channels) == (S.PUBLISHED, ("site", "page"))
        assert then(both, PUBLISH).channels == ("site", "page")

    def test_not_while_it_is_known_to_be_wrong(self):
        wrong = then(OUT_ON_THE_SITE, FIND_WRONG)
        assert refused_under(wrong, evolve(PUBLISH, on=ON_THE_PAGE), WRONG) is Basis.STATUTE

    def test_nor_on_a_suspended_one(self):
        assert refused_under(OUT_ON_THE_SITE, evolve(PUBLISH, on=ON_A_SUSPENDED_PAGE), CHANNELS) is Basis.REPORTED

    def test_where_it_was_taken_down_it_stands_again(self):
        again = then(OUT_ON_THE_SITE, TAKE_DOWN, evolve(PUBLISH, on=ON_BOTH))
        assert (again.channels, again.down, again.stands_in) == (("site", "page"), (), ("site", "page"))

    def test_a_finding_is_taken_back_with_a_reason(self):
        wrong = then(OUT_ON_THE_SITE, FIND_WRONG)
        assert refused_not_by_law(wrong, evolve(TAKE_BACK, reason=""), 120)
        right = then(wrong, TAKE_BACK)
        assert not right.wrong
        assert nothing_is_owed(right)

    def test_what_was_not_found_wrong_is_not_taken_back(self):
        assert refused_not_by_law(OUT_ON_THE_SITE, TAKE_BACK, 120)


class TestCase78:
    """Two demands, of 12 and of 20 January 2027."""

    FIRST, SECOND = at(12, month=1, year=2027), at(20, month=1, year=2027)
    BOTH = then(
        out(on=ON_BOTH, tells_of_restraint=True), evolve(DEMAND, at=FIRST), evolve(DEMAND, at=SECOND, demand="d2")
    )
    ON_THE_DAY = at(12, month=2, year=2027)

    def test_each_has_its_month(self):
        """Until Friday 12 February and Saturday 20 February."""
        assert due(self.BOTH, self.SECOND, "d1").last == Date(2027, 2, 12)
        assert due(self.BOTH, self.SECOND, "d2").last == Date(2027, 2, 20)

    def test_one_is_reported_the_other_stays(self):
        reported = then(self.BOTH, evolve(REPORT, at=self.ON_THE_DAY, on=ON_BOTH))
        assert due(reported, self.ON_THE_DAY, "d1").status(self.ON_THE_DAY) is Status.MET
        assert due(reported, self.ON_THE_DAY, "d2").status(self.ON_THE_DAY) in (Status.RUNNING, Status.TIGHT)

    def test_no_report_without_a_demand(self):
        strange = evolve(REPORT, at=self.ON_THE_DAY, on=ON_BOTH, demand="d9")
        assert refused_under(self.BOTH, strange, REHABILITATED) is Basis.STATUTE

    def test_where_one_of_two_channels_is_gone_the_other_carries_it(self):
        files = [channel("site"), channel("page", RETIRE), channel("tv")]
        one = ReportRehabilitation.of(self.BOTH, files[:2], demand="d1", at=self.ON_THE_DAY, by=CHIEF)
        assert one == evolve(REPORT, at=self.ON_THE_DAY, closed=frozenset({"page"}))
        assert lawful(self.BOTH, one)

    def test_where_both_are_gone_another_does(self):
        gone = evolve(REPORT, at=self.ON_THE_DAY, closed=frozenset({"site", "page"}))
        assert lawful(self.BOTH, evolve(gone, on=(On(channel=TV, active=True),)))
        for nowhere in ((), (On(channel=TV, active=False),)):
            assert refused_not_by_law(self.BOTH, evolve(gone, on=nowhere), 150)

    def test_a_demand_made_twice_is_one(self):
        again = then(self.BOTH, evolve(DEMAND, at=self.SECOND))
        assert again.demands == ("d1", "d2")


class TestCase92:
    """No row stands before the act it rests on: Cabinet 882 is of 30 October 2017."""

    def test_the_day_before_nothing_is_drafted(self):
        early = evolve(DRAFT, at=at(29, month=10, year=2017))
        assert [reason.kind for reason in against(None, early)] == [ReasonKind.STATE]

    def test_from_that_day_on_it_is(self):
        first = at(30, month=10, year=2017)
        steps = [evolve(step, at=first) for step in (DRAFT, SUBMIT, SEND_BACK, REDRAFT, SUBMIT, APPROVE)]
        assert release(*steps).state is S.APPROVED


class TestWhoActs:
    """The acts name units: who drafts, decides and signs is ours, and a refusal says so."""

    @pytest.mark.parametrize(("one", "action"), [
        (release(*APPROVED), SET_EMBARGO),
        (release(*lives(S.EMBARGOED)), LIFT_EMBARGO),
        (then(OUT_ON_THE_SITE, FIND_WRONG), TAKE_BACK),
        (then(OUT_ON_THE_SITE, FIND_WRONG, TAKE_DOWN), WITHDRAW),
    ], ids=lambda one: type(one).__name__)  # fmt: skip
    def test_the_head_of_the_press_service_decides_for_it(self, one: Release, action: ReleaseAction):
        assert role_is_refused(one, evolve(action, by=OFFICER), 102)
        assert role_is_refused(one, evolve(action, by=HEAD_OF_BODY), 102)
        assert lawful(one, action)

    def test_who_publishes_after_an_embargo(self):
        one = embargoed(until(DAY.add(hours=1), Use.PUBLISH))
        lapsed = evolve(PUBLISH, at=DAY.add(hours=1))
        assert lawful(one, lapsed)
        assert lawful(one, evolve(lapsed, by=CHIEF))
        assert role_is_refused(one, evolve(lapsed, by=HEAD_OF_BODY), 101)

    def test_who_declines_to_change_data(self):
        assert role_is_refused(then(OUT_ON_THE_SITE, ASK), evolve(DECLINE, by=OFFICER), 102)

    @pytest.mark.parametrize("who", ["PRESS_HEAD", "HEAD", "AUTHORISED"])
    def test_who_approves(self, who: str):
        assert lawful(ASKED_TO_APPROVE, evolve(APPROVE, by=ACTORS[who]))

    def test_no_press_officer_does(self):
        assert role_is_refused(ASKED_TO_APPROVE, evolve(APPROVE, by=ACTORS["PRESS_OFFICER"]), 103)

    def test_the_subject_asks_for_their_own_data(self):
        (reason,) = against(OUT_ON_THE_SITE, evolve(ASK, by=OFFICER))
        assert (reason.kind, reason.is_law) == (ReasonKind.ROLE, True)


class TestEndings:
    """What is over, what rests, and what has no way back."""

    def test_what_was_dropped_stays_dropped(self):
        dropped = release(*lives(S.DROPPED))
        assert all(has_no_place(dropped, action) for action in EXAMPLES[1:])

    @pytest.mark.parametrize("state", [S.DRAFTED, S.SUBMITTED, S.APPROVED, S.EMBARGOED])
    def test_what_was_never_out_is_dropped_with_a_reason(self, state: S):
        one = release(*lives(state))
        assert then(one, DROP).state is S.DROPPED
        assert refused_not_by_law(one, evolve(DROP, reason=""), 120)

    @pytest.mark.parametrize("state", [S.PUBLISHED, S.CORRECTED, S.WITHDRAWN])
    def test_what_was_out_is_not(self, state: S):
        assert has_no_place(release(*lives(state)), DROP)

    def test_it_is_withdrawn_with_a_reason(self):
        down = then(OUT_ON_THE_SITE, TAKE_DOWN)
        assert refused_not_by_law(down, evolve(WITHDRAW, reason=""), 120)
        assert then(down, WITHDRAW).is_out is False

    def test_another_file_names_it_by_reference(self):
        assert OUT_ON_THE_SITE.reference == Reference("release", "1")

    def test_it_names_the_channels_in_which_it_was(self):
        assert then(out(on=ON_BOTH), TAKE_DOWN).refers_to == (SITE, PAGE)


class TestMistakesOfOthers:
    """What other programs get wrong about an embargo and a withdrawal."""

    INSTANT = at(5, 11, month=10)
    LAPSED = then(embargoed(until(INSTANT, *Use)), evolve(PUBLISH, at=INSTANT))

    def test_an_embargo_ends_at_its_instant_not_with_its_day(self):
        assert not blocked(self.LAPSED, Use.QUOTE, at(5, 11, 0, 1, month=10))
        assert blocked(self.LAPSED, Use.QUOTE, at(5, 0, 1, month=10))

    def test_nor_with_the_day_of_another_clock(self):
        """In Tashkent it is Monday already, in London still Sunday."""
        night = embargoed(until(at(5, 0, 30, month=10), Use.PUBLISH))
        assert blocked(night, Use.PUBLISH, datetime(2026, 10, 4, 20, 29, tz="Europe/London"))
        assert not blocked(night, Use.PUBLISH, datetime(2026, 10, 4, 20, 30, tz="Europe/London"))

    def test_in_the_hour_that_comes_twice_it_is_the_named_one(self):
        """On 25 October 2026 it is half past two in Berlin twice, an hour apart."""
        first, second = (datetime(2026, 10, 25, 2, 30, tz="Europe/Berlin", fold=fold) for fold in (0, 1))
        one = embargoed(until(second, Use.PUBLISH))
        assert second.timestamp() - first.timestamp() == 3600
        assert blocked(one, Use.PUBLISH, first)
        assert not blocked(one, Use.PUBLISH, second)
        assert refused_not_by_law(release(*APPROVED), evolve(SET_EMBARGO, at=second, embargo=until(first, *Use)), 119)

    def test_what_has_lapsed_is_not_judged_again(self):
        """Whatever is done months later stands on no embargo, though the file still tells of it."""
        later = at(1, month=12)
        steps = (
            evolve(PUBLISH, at=later, on=ON_BOTH), evolve(FIND_WRONG, at=later), evolve(DRAFT_CORRECTION, at=later),
            evolve(CORRECT, at=later, on=ON_BOTH), evolve(PUBLISH, at=later),
        )  # fmt: skip
        after = then(self.LAPSED, *steps)
        assert after.state is S.CORRECTED
        assert after.embargo == until(self.INSTANT, *Use)

    def test_an_audit_judges_it_at_the_time_of_the_action(self):
        """That its instant lies behind by now is no finding: it lay ahead when it was set."""
        steps = [record.action for record in self.LAPSED.history]
        audit = RELEASE.audit(steps, at(1, month=12, year=2027))
        assert [finding for finding in audit.findings if finding.kind is FindingKind.UNLAWFUL] == []

    def test_what_went_out_too_early_frees_nobody(self):
        """In a register: found as a breach of the embargo, and blocked until the instant all the same."""
        early = evolve(PUBLISH, at=at(5, 10, month=10))
        audit = RELEASE.audit(
            (*(record.action for record in embargoed(until(self.INSTANT, *Use)).history), early), early.at
        )
        one = audit.entity
        assert one is not None
        assert one.state is S.PUBLISHED
        assert blocked(one, Use.BROADCAST, at(5, 10, 30, month=10))
        again = evolve(PUBLISH, at=at(5, 10, 30, month=10), on=ON_THE_PAGE)
        assert refused_not_by_law(one, again, 119, 148)
        assert lawful(one, evolve(again, at=self.INSTANT))

    def test_an_embargo_set_anew_is_the_one_that_counts(self):
        moved = then(
            embargoed(until(self.INSTANT, Use.PUBLISH)), LIFT_EMBARGO,
            evolve(SET_EMBARGO, embargo=until(at(7, 11, month=10), Use.PUBLISH)),
        )  # fmt: skip
        assert blocked(moved, Use.PUBLISH, self.INSTANT)

    def test_no_draft_is_under_one(self):
        for state in (S.DRAFTED, S.SUBMITTED, S.EMBARGOED, S.PUBLISHED, S.CORRECTED, S.WITHDRAWN, S.DROPPED):
            assert has_no_place(release(*lives(state)), SET_EMBARGO)


class TestNobodyIsShown:
    """No text, error or log tells of whom a release tells; what is kept after it keeps no name."""

    NAMED = out(mentions=(*OF_ONE_WANTED, Mention(ANOTHER, Shown.NAME, NamingGround.CONSENT)))
    HIDDEN = ("Surname Name", "Another Name", "p8", "p9")

    def tells(self, *things: object) -> list[str]:
        texts = [text for thing in things for text in (repr(thing), str(thing))]
        return [word for word in self.HIDDEN if any(word in text for text in texts)]

    def test_not_the_file_its_actions_or_its_records(self):
        pending = then(self.NAMED, evolve(DRAFT_CORRECTION, mentions=A_NAME_WITHOUT_GROUND))
        actions = [record.action for record in pending.history]
        assert self.tells(self.NAMED, pending, pending.pending, *actions, *pending.history, *self.NAMED.mentions) == []

    def test_not_a_refusal(self):
        named = submitted(mentions=A_NAME_WITHOUT_GROUND)
        with pytest.raises(Refused) as refused:
            RELEASE.apply(named, APPROVE)
        assert self.tells(refused.value, refused.value.verdict, *refused.value.verdict.reasons) == []

    def test_redacted_it_holds_no_name(self):
        clean = emptied(then(self.NAMED, evolve(DRAFT_CORRECTION, mentions=A_NAME_WITHOUT_GROUND)))
        mentions = (*clean.mentions, *clean.pending.mentions, *clean.history[0].action.mentions)
        assert {one.person.name for one in mentions} == {""}
        assert [one.person.id for one in clean.mentions] == ["p8", "p9"]
        assert [one.shown for one in clean.mentions] == [Shown.NAME, Shown.NAME]

    def test_that_it_stood_there_stays_after_the_data_had_to_go(self):
        gone = emptied(then(self.NAMED, FIND_WRONG, TAKE_DOWN, WITHDRAW))
        assert (gone.channels, gone.down, gone.state) == (("site",), ("site",), S.WITHDRAWN)
        assert [type(record.action).__name__ for record in gone.history] == [
            "Draft", "Submit", "Approve", "Publish", "FindWrong", "TakeDown", "Withdraw",
        ]  # fmt: skip
        (told,) = let_out(gone)
        assert (told.text, told.channels) == ("digest 1", ("site",))


class TestWhatWasLetOut:
    """Which text, who wrote it, who let it out, and of whom it told."""

    PERMITTED = evolve(APPROVE, permission=OF_THE_INVESTIGATOR)

    def test_what_is_not_out_was_not(self):
        for state in (S.DRAFTED, S.SUBMITTED, S.APPROVED, S.EMBARGOED, S.DROPPED):
            assert let_out(release(*lives(state))) == ()

    def test_the_release(self):
        steps = (evolve(DRAFT, mentions=A_NAME_WITHOUT_GROUND), SUBMIT, SEND_BACK, REDRAFT, SUBMIT, self.PERMITTED)
        one = release(*steps, evolve(PUBLISH, at=at(3, month=2), on=ON_THE_SITE_AND_A_SUSPENDED_PAGE))
        assert let_out(one) == (
            LetOut(
                at=at(3, month=2), text="digest 2", authors=frozenset({"author", "another officer"}),
                let_out_by="press head", permission=OF_THE_INVESTIGATOR, names=(), channels=("site",),
            ),
        )  # fmt: skip

    def test_whom_it_let_be_known_without_their_data(self):
        mentions = (*INITIALS, *OF_ONE_WANTED, Mention(ANOTHER, Shown.IDENTIFIABLE, NamingGround.CONSENT))
        (told,) = let_out(out(mentions=mentions))
        assert [(one.person.id, one.person.name, one.ground) for one in told.names] == [
            ("p8", "", NamingGround.WANTED), ("p9", "", NamingGround.CONSENT),
        ]  # fmt: skip
        assert "p9" not in repr(told)

    def test_further_channels_let_out_no_further_text(self):
        assert len(let_out(then(OUT_ON_THE_SITE, evolve(PUBLISH, on=ON_THE_PAGE)))) == 1

    def test_its_corrections_in_order(self):
        by_two = evolve(DRAFT_CORRECTION, digest="digest 5", by=CHIEF)
        first = then(OUT_ON_THE_SITE, evolve(DRAFT_CORRECTION, mentions=OF_ONE_WANTED), by_two)
        second = then(
            first,
            evolve(CORRECT, by=HEAD_OF_BODY),
            evolve(DRAFT_CORRECTION, what="digest 5", digest="digest 6"),
            CORRECT,
        )
        assert len(let_out(first)) == 1
        own, *corrections = let_out(second)
        assert (own.what, own.text, own.let_out_by) == ("", "digest 1", "press head")
        assert [(one.what, one.text, one.authors, one.let_out_by, one.names) for one in corrections] == [
            ("digest 1", "digest 5", frozenset({"author", "press head"}), "head", ()),
            ("digest 5", "digest 6", frozenset({"author"}), "press head", ()),
        ]  # fmt: skip


class TestWhatEachValueSays:
    def test_a_permission_says_whose_it_is(self):
        assert {one.of for one in (OF_THE_INVESTIGATOR, OF_THE_PROSECUTOR, OF_THE_INQUIRER)} == set(Permitter)

    def test_a_channel_is_named_by_reference(self):
        assert On.of(channel("site")) == On(channel=SITE, active=True)
        assert On.of(channel("page", SUSPEND)) == On(channel=PAGE, active=False)
