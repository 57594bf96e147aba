"""A refutation and a reply: article 34 of the law on mass media, article 100 of the Civil Code, house rules 103 to 141.

Worked cases 24 to 29, 81 and 82 of the specification are the classes of that number. All days are counted by hand.
"""

from datetime import date

import pytest
from attrs import evolve
from pendulum import Date, DateTime
from press.lives_refutations import (
    ACTORS,
    AGREE,
    BODY,
    CLAIMS,
    CLOSE,
    DAY,
    DECLINE,
    DELIVER,
    DEMAND,
    DESK,
    JUDGMENT,
    NAME,
    OUTLET,
    PRESS,
    PUBLISH,
    REMOVE,
    TO_COURT,
    WITHDRAW,
    lives,
    on,
)

from prcomm import Due, Lifecycle, Outlet, Reason, ReasonKind, Record, Reference, Reform, Refused, Status
from prcomm.law import UZ
from prcomm.law.civil_code import CIVIL_CODE
from prcomm.law.house import HOUSE
from prcomm.law.informatisation import INFORMATISATION
from prcomm.law.mass_media import HALF_A_YEAR, MASS_MEDIA, REPUBLISHED, SILENT_ISSUE, WEBSITE_LIMB, WebsiteLimb
from prcomm.press.monitoring import Confirm, Disprove, FoundItem, FoundKind, FoundState, LeaveOpen
from prcomm.press.refutations import (
    INCOMING,
    OUTGOING,
    REFUTATION,
    Claim,
    Demand,
    Direction,
    Harmed,
    Medium,
    Refutation,
    RefutationAction,
    RefutationState,
)

Refutations = Lifecycle[Refutation, RefutationAction]
S, M = RefutationState, Medium
ART_34, A_SITE = MASS_MEDIA(34), INFORMATISATION("12-1")


def as_a_periodical() -> Refutations:
    """The same where a site is read as a periodical."""
    return REFUTATION.under(UZ.under(Reform(WEBSITE_LIMB, WebsiteLimb.NEXT_ISSUE, "as for a periodical")))


def demand(kind: Direction = OUTGOING, **fields: object) -> Demand:
    """A demand of the body, or to it."""
    return evolve(DEMAND, kind=kind, by=PRESS if kind is OUTGOING else CLAIMS, **fields)


def received(
    day: DateTime,
    kind: Direction = OUTGOING,
    next_issue: date | None = None,
    of: Refutations | None = None,
    **fields: object,
) -> Refutation:
    """A demand made three days before a day, and received on it."""
    asked = demand(kind, at=day.subtract(days=3), **fields)
    by = PRESS if kind is OUTGOING else DESK
    return (of or REFUTATION).replay((asked, evolve(DELIVER, at=day, by=by, received=day, next_issue=next_issue)))


def then(one: Refutation, *actions: RefutationAction, of: Refutations | None = None) -> Refutation:
    for action in actions:
        one = (of or REFUTATION).apply(one, action)
    return one


def against(one: Refutation | None, action: RefutationAction, of: Refutations | None = None) -> tuple[Reason, ...]:
    """What is against an action; of a beginning without a file."""
    if one is not None:
        return (of or REFUTATION).explain(one, action).reasons
    try:
        (of or REFUTATION).begin(action)
    except Refused as refused:
        return refused.verdict.reasons
    return ()


def by_law(one: Refutation | None, action: RefutationAction, *cites: object, of: Refutations | None = None) -> bool:
    """Whether one reason stands against it, which is law and rests on these places."""
    (reason,) = against(one, action, of)
    return reason.is_law and reason.kind is ReasonKind.GUARD and reason.cites == cites


def not_by_law(one: Refutation | None, action: RefutationAction, rule: int) -> bool:
    """Whether one reason stands against it, which is a house rule."""
    (reason,) = against(one, action)
    return not reason.is_law and reason.kind is ReasonKind.GUARD and reason.cites == (HOUSE(rule),)


def has_no_place(one: Refutation | None, action: RefutationAction) -> bool:
    return ReasonKind.STATE in [reason.kind for reason in against(one, action)]


def dues(one: Refutation, when: DateTime, of: Refutations | None = None) -> dict[str, Due]:
    return {due.name: due for due in (of or REFUTATION).due(one, when)}


def status(one: Refutation, name: str, when: DateTime) -> Status:
    return dues(one, when)[name].status(when)


def days(due: Due) -> tuple[Date | DateTime | None, ...]:
    """The last day as the text counts, the office's own target, the day it rolls to."""
    return due.raw, due.control, due.rolled


class TestCase24:
    """A newspaper has a month from receipt; then, or at once when it declines, court is open."""

    one = received(on(8, 31), medium=M.NEWSPAPER)

    def test_by_thirty_september(self):
        """September has no 31st. The thirtieth is a Wednesday."""
        owed = dues(self.one, on(8, 31))["publication"]
        assert days(owed) == (Date(2026, 9, 30),) * 3
        assert owed.start == Date(2026, 8, 31)
        assert ART_34 in owed.cites
        assert not dues(self.one, on(8, 31)).keys() - {"publication"}

    def test_it_is_counted_from_receipt_and_not_from_when_that_was_entered(self):
        asked = REFUTATION.begin(demand(at=on(8, 28)))
        late = then(asked, evolve(DELIVER, at=on(9, 10), received=on(8, 31)))
        assert dues(late, on(9, 10))["publication"].last == Date(2026, 9, 30)

    def test_published_on_that_day_and_after_it(self):
        for day, how in ((on(9, 30, hour=23), Status.MET), (on(10, 1, hour=0), Status.LATE)):
            assert status(then(self.one, evolve(PUBLISH, at=day)), "publication", day) is how

    def test_to_court_when_it_has_run_out(self):
        assert by_law(self.one, evolve(TO_COURT, at=on(9, 30)), ART_34)
        assert then(self.one, evolve(TO_COURT, at=on(10, 1))).state is S.IN_COURT

    def test_declined_to_court_at_once(self):
        declined = then(self.one, evolve(DECLINE, at=on(9, 5)))
        assert declined.state is S.DECLINED
        assert then(declined, evolve(TO_COURT, at=on(9, 5))).state is S.IN_COURT

    @pytest.mark.parametrize("who", ["PRESS_HEAD", "HEAD", "AUTHORISED"])
    def test_whoever_decides_for_the_body_goes_there(self, who):
        assert then(self.one, evolve(TO_COURT, at=on(10, 1), by=ACTORS[who])).state is S.IN_COURT

    def test_it_runs_over_the_end_of_a_year(self):
        """31 December to 31 January, a Sunday: control Friday, rolled Monday."""
        owed = dues(received(on(12, 31)), on(12, 31))["publication"]
        assert days(owed) == (Date(2027, 1, 31), Date(2027, 1, 29), Date(2027, 2, 1))


class TestCase25:
    """Another periodical has until its next issue; while it names none, the month of the rest."""

    one = received(on(11, 2), medium=M.PERIODICAL)
    named = then(one, evolve(NAME, at=on(11, 5), on=Date(2026, 11, 20)))

    def test_while_it_names_none_the_month(self):
        """2 December is a Wednesday."""
        assert days(dues(self.one, on(11, 2))["publication"]) == (Date(2026, 12, 2),) * 3

    def test_that_it_has_a_month_then_is_inferred(self):
        """No text says what an outlet owes that names no issue."""
        cites = dues(self.one, on(11, 2))["publication"].cites
        assert REPUBLISHED in cites
        assert REPUBLISHED not in dues(received(on(11, 2)), on(11, 2))["publication"].cites

    def test_a_reform_may_give_it_another(self):
        of = REFUTATION.under(UZ.under(Reform(SILENT_ISSUE, 2, "on trial")))
        for medium, last in ((M.PERIODICAL, Date(2027, 1, 2)), (M.NEWSPAPER, Date(2026, 12, 2))):
            one = received(on(11, 2), of=of, medium=medium)
            assert dues(one, on(11, 2), of)["publication"].last == last

    def test_an_issue_that_is_named(self):
        assert self.named.next_issue == Date(2026, 11, 20)
        assert days(dues(self.named, on(11, 5))["publication"]) == (Date(2026, 11, 20),) * 3

    def test_an_issue_that_is_named_at_receipt(self):
        one = received(on(11, 2), next_issue=Date(2026, 11, 20), medium=M.PERIODICAL)
        assert (one.next_issue, dues(one, on(11, 2))["publication"].last) == (Date(2026, 11, 20),) * 2

    def test_published_in_it_and_after_it(self):
        for day, how in ((on(11, 20), Status.MET), (on(11, 21), Status.LATE)):
            assert status(then(self.named, evolve(PUBLISH, at=day)), "publication", day) is how

    def test_to_court_after_it(self):
        assert by_law(self.named, evolve(TO_COURT, at=on(11, 20)), ART_34)
        assert then(self.named, evolve(TO_COURT, at=on(11, 21))).state is S.IN_COURT

    def test_it_is_named_once(self):
        assert not_by_law(self.named, evolve(NAME, at=on(11, 6), on=Date(2026, 11, 27)), 141)
        at_once = received(on(11, 2), next_issue=Date(2026, 11, 20), medium=M.PERIODICAL)
        assert not_by_law(at_once, evolve(NAME, at=on(11, 6), on=Date(2026, 11, 27)), 141)

    @pytest.mark.parametrize("medium", [M.NEWSPAPER, M.BROADCAST, M.WEBSITE])
    def test_what_waits_for_no_issue_names_none(self, medium):
        assert by_law(received(on(11, 2), medium=medium), evolve(NAME, at=on(11, 5), on=Date(2026, 11, 20)), ART_34)

    @pytest.mark.parametrize("kind", Direction)
    @pytest.mark.parametrize("medium", [M.NEWSPAPER, M.BROADCAST, M.WEBSITE])
    def test_nor_at_receipt(self, kind, medium):
        asked = REFUTATION.begin(demand(kind, at=on(11, 1), medium=medium))
        by = PRESS if kind is OUTGOING else DESK
        gets = evolve(DELIVER, at=on(11, 2), received=on(11, 2), by=by, next_issue=Date(2026, 11, 20))
        assert by_law(asked, gets, ART_34)
        assert then(asked, evolve(gets, next_issue=None)).state is S.RECEIVED

    def test_of_the_body_it_is_the_same(self):
        """A journal of its own."""
        one = received(on(11, 2), INCOMING, Date(2026, 11, 20), medium=M.PERIODICAL)
        assert (one.next_issue, dues(one, on(11, 2))["publication"].last) == (Date(2026, 11, 20),) * 2

    @pytest.mark.parametrize("who", ["EDITORIAL_OFFICE", "PRESS_OFFICER", "PRESS_HEAD"])
    def test_either_side_enters_it(self, who):
        assert then(self.one, evolve(NAME, at=on(11, 5), on=Date(2026, 11, 20), by=ACTORS[who])).state is S.RECEIVED


class TestCase26:
    """On air: a month, in the same programme. A last day that is a day off stays where it is."""

    one = received(on(1, 29), medium=M.BROADCAST)

    def test_by_twenty_eight_february(self):
        """February has no 29th in 2026; the 28th is a Saturday."""
        owed = dues(self.one, on(1, 29))["publication"]
        assert days(owed) == (Date(2026, 2, 28), Date(2026, 2, 27), Date(2026, 3, 2))
        assert owed.last == Date(2026, 2, 28)

    @pytest.mark.parametrize(
        ("day", "how"),
        [(on(2, 28), Status.MET), (on(3, 2), Status.MET_BY_ANALOGY), (on(3, 3), Status.LATE)],
        ids=["on it", "on the next working day", "after that"],
    )
    def test_on_air(self, day, how):
        assert status(then(self.one, evolve(PUBLISH, at=day)), "publication", day) is how

    def test_to_court_the_day_after_it_off_or_not(self):
        assert by_law(self.one, evolve(TO_COURT, at=on(2, 28)), ART_34)
        assert then(self.one, evolve(TO_COURT, at=on(3, 1))).state is S.IN_COURT

    def test_in_a_leap_year(self):
        """29 January to 29 February 2028, a Tuesday."""
        one = received(on(1, 29, 2028), medium=M.BROADCAST)
        assert dues(one, on(1, 29, 2028))["publication"].last == Date(2028, 2, 29)


class TestCase27:
    """A refutation needs falsity and harm; a reply needs neither, but an infringed right."""

    @pytest.mark.parametrize("kind", Direction)
    @pytest.mark.parametrize("false", [True, False])
    @pytest.mark.parametrize("harmful", [True, False])
    @pytest.mark.parametrize("infringed", [True, False])
    def test_what_each_rests_on(self, kind, false, harmful, infringed):
        said = {"false": false, "harmful": harmful, "infringed": infringed}
        for claim, rests in ((Claim.REFUTATION, false and harmful), (Claim.REPLY, infringed)):
            asked = demand(kind, claim=claim, **said)
            if rests:
                assert REFUTATION.begin(asked).claim is claim
            else:
                assert by_law(None, asked, ART_34)

    def test_both_have_the_month(self):
        one = received(on(8, 31), claim=Claim.REPLY, false=False, harmful=False)
        assert dues(one, on(8, 31))["publication"].last == Date(2026, 9, 30)


class TestCase28:
    """It is edited only by consent, and only for its size; it comes out in the same place, under a heading."""

    one = received(on(9, 1))

    def test_edited_without_consent(self):
        assert by_law(self.one, evolve(PUBLISH, edited=True), ART_34)

    def test_consent_for_another_reason_than_its_size(self):
        assert by_law(self.one, evolve(AGREE, too_long=False), ART_34)

    @pytest.mark.parametrize(("kind", "who", "other"), [(OUTGOING, PRESS, CLAIMS), (INCOMING, CLAIMS, PRESS)])
    def test_with_the_consent_of_who_demands(self, kind, who, other):
        one = received(on(9, 1), kind)
        agreed = then(one, evolve(AGREE, by=who))
        assert (agreed.state, agreed.edit_agreed, one.edit_agreed) == (S.RECEIVED, True, False)
        for edited in (True, False):
            assert then(agreed, evolve(PUBLISH, edited=edited)).state is S.PUBLISHED
        (reason,) = against(one, evolve(AGREE, by=other))
        assert reason.kind is ReasonKind.ROLE

    @pytest.mark.parametrize("state", [S.RECEIVED, S.DECLINED, S.IN_COURT], ids=lambda one: one.name)
    def test_elsewhere_or_under_no_heading(self, state):
        one = REFUTATION.replay(lives(state, OUTGOING))
        assert by_law(one, evolve(PUBLISH, same_place=False), ART_34)
        assert by_law(one, evolve(PUBLISH, under_heading=False), ART_34)
        assert len(against(one, evolve(PUBLISH, same_place=False, under_heading=False, edited=True))) == 3
        assert then(one, PUBLISH).state is S.PUBLISHED


class TestCase29:
    """A registered site has a month by the Reading in force; what proves wrong on one's own is removed at once."""

    ours = received(on(5, 4), INCOMING, medium=M.WEBSITE)
    page = received(on(5, 4), INCOMING, medium=M.WEBSITE, registered=False)

    def test_on_our_registered_site(self):
        """4 June is a Thursday."""
        owed = dues(self.ours, on(5, 4))
        assert owed.keys() == {"publication", "removal"}
        assert days(owed["publication"]) == (Date(2026, 6, 4),) * 3
        assert (owed["removal"].status(on(5, 4)), owed["removal"].last) == (Status.PROMPTLY, None)
        assert (owed["removal"].start, owed["removal"].under) == (Date(2026, 5, 4), (A_SITE,))
        assert owed["removal"].provided == "what stands there proves wrong"

    def test_its_month_rests_on_a_reading_and_says_so(self):
        owed = dues(self.ours, on(5, 4))["publication"]
        assert REPUBLISHED in owed.cites
        assert "how the article on refutation reads for a website" in str(owed.trace)

    def test_on_an_unregistered_page(self):
        assert dues(self.page, on(5, 4)).keys() == {"removal"}

    def test_removal_is_counted_from_receipt(self):
        asked = REFUTATION.begin(demand(INCOMING, at=on(5, 1), medium=M.WEBSITE))
        later = then(asked, evolve(DELIVER, by=DESK, at=on(5, 6), received=on(5, 4)))
        assert dues(later, on(5, 6))["removal"].start == Date(2026, 5, 4)

    @pytest.mark.parametrize("medium", [M.NEWSPAPER, M.PERIODICAL, M.BROADCAST])
    def test_what_is_no_site_is_not_removed(self, medium):
        assert dues(received(on(5, 4), INCOMING, medium=medium), on(5, 4)).keys() == {"publication"}

    def test_nor_is_what_stands_on_somebody_elses(self):
        assert dues(received(on(5, 4), medium=M.WEBSITE), on(5, 4)).keys() == {"publication"}

    def test_read_as_a_periodical_it_waits_for_its_issue(self):
        of = as_a_periodical()
        one = received(on(5, 4), INCOMING, of=of, medium=M.WEBSITE)
        assert dues(one, on(5, 4), of)["publication"].last == Date(2026, 6, 4)
        named = then(one, evolve(NAME, at=on(5, 5), on=Date(2026, 5, 8)), of=of)
        assert dues(named, on(5, 5), of)["publication"].last == Date(2026, 5, 8)
        at_once = received(on(5, 4), INCOMING, Date(2026, 5, 8), of=of, medium=M.WEBSITE)
        assert dues(at_once, on(5, 4), of)["publication"].last == Date(2026, 5, 8)

    def test_read_so_a_newspaper_still_waits_for_none(self):
        of = as_a_periodical()
        one = received(on(5, 4), of=of)
        assert by_law(one, evolve(NAME, at=on(5, 5), on=Date(2026, 5, 8)), ART_34, of=of)

    def test_a_page_that_is_no_mass_medium_owes_no_publication_however_it_is_read(self):
        of = as_a_periodical()
        one = received(on(5, 4), INCOMING, of=of, medium=M.WEBSITE, registered=False)
        assert dues(one, on(5, 4), of).keys() == {"removal"}
        assert by_law(one, evolve(NAME, at=on(5, 5), on=Date(2026, 5, 8)), ART_34, of=of)

    def test_of_an_unregistered_page_nothing_is_demanded(self):
        for medium in (M.WEBSITE, M.NEWSPAPER):
            assert by_law(None, demand(medium=medium, registered=False), MASS_MEDIA(4))
            assert REFUTATION.begin(demand(INCOMING, medium=medium, registered=False)).registered is False

    def test_whoever_demands_of_us_goes_to_court_when_they_like(self):
        assert then(self.ours, evolve(TO_COURT, at=on(5, 5), by=CLAIMS)).state is S.IN_COURT
        (reason,) = against(self.ours, evolve(TO_COURT, at=on(5, 5)))
        assert (reason.kind, reason.cites) == (ReasonKind.ROLE, (CIVIL_CODE(100, 1),))


class TestCase81:
    """An outlet that names no issue has a month; it names one, once, while that runs, and within half a year."""

    one = received(on(1, 14, 2027), medium=M.PERIODICAL)

    def test_silent_it_has_until_fourteen_february(self):
        """A Sunday: control Friday, rolled Monday."""
        owed = dues(self.one, on(1, 14, 2027))["publication"]
        assert days(owed) == (Date(2027, 2, 14), Date(2027, 2, 12), Date(2027, 2, 15))

    def test_court_opens_after_it(self):
        assert by_law(self.one, evolve(TO_COURT, at=on(2, 14, 2027)), ART_34)
        assert then(self.one, evolve(TO_COURT, at=on(2, 15, 2027))).state is S.IN_COURT

    def test_then_it_is_too_late_to_name_one(self):
        names = evolve(NAME, on=Date(2027, 3, 10))
        assert by_law(self.one, evolve(names, at=on(2, 15, 2027)), ART_34)
        assert then(self.one, evolve(names, at=on(2, 14, 2027, 23))).next_issue == Date(2027, 3, 10)

    def test_named_in_time_it_has_until_then(self):
        """10 March 2027 is a Wednesday. Court waits with it."""
        named = then(self.one, evolve(NAME, at=on(2, 1, 2027), on=Date(2027, 3, 10)))
        assert days(dues(named, on(2, 1, 2027))["publication"]) == (Date(2027, 3, 10),) * 3
        assert not_by_law(named, evolve(NAME, at=on(2, 2, 2027), on=Date(2027, 3, 3)), 141)
        assert by_law(named, evolve(TO_COURT, at=on(3, 10, 2027)), ART_34)
        assert then(named, evolve(TO_COURT, at=on(3, 11, 2027))).state is S.IN_COURT

    @pytest.mark.parametrize(
        ("day", "may"),
        [
            (Date(2027, 1, 13), False),
            (Date(2027, 1, 14), True),
            (Date(2027, 7, 14), True),
            (Date(2027, 7, 15), False),
            (Date(2027, 7, 20), False),
        ],
        ids=str,
    )
    @pytest.mark.parametrize("kind", Direction)
    def test_half_a_year_from_receipt(self, day, may, kind):
        """Six months from 14 January end on 14 July. So at receipt, and so when it is named later."""
        one = received(on(1, 14, 2027), kind, medium=M.PERIODICAL)
        asked = REFUTATION.begin(demand(kind, at=on(1, 11, 2027), medium=M.PERIODICAL))
        by = PRESS if kind is OUTGOING else DESK
        gets = evolve(DELIVER, by=by, at=on(1, 14, 2027), received=on(1, 14, 2027), next_issue=day)
        for file, action in ((one, evolve(NAME, at=on(2, 1, 2027), on=day)), (asked, gets)):
            if may:
                assert then(file, action).next_issue == day
            else:
                assert by_law(file, action, HALF_A_YEAR)

    def test_the_day_of_receipt_is_the_offices(self):
        """At 23:00 in Greenwich on the 13th it is the 14th in Tashkent."""
        gets = evolve(DELIVER, at=on(1, 14, 2027), received=DateTime(2027, 1, 13, 23, tzinfo=on(1, 1).in_tz("UTC").tz))
        asked = REFUTATION.begin(demand(at=on(1, 11, 2027), medium=M.PERIODICAL))
        assert by_law(asked, evolve(gets, next_issue=Date(2027, 1, 13)), HALF_A_YEAR)
        assert dues(then(asked, gets), on(1, 14, 2027))["publication"].last == Date(2027, 2, 14)

    def test_receipt_is_the_senders_to_prove(self):
        asked = REFUTATION.begin(demand())
        assert not_by_law(asked, evolve(DELIVER, proof=""), 140)
        (reason,) = against(asked, evolve(DELIVER, by=OUTLET))
        assert (reason.kind, reason.is_law, reason.cites) == (ReasonKind.ROLE, False, (HOUSE(140),))

    def test_what_is_demanded_of_us_the_desk_receives(self):
        asked = REFUTATION.begin(demand(INCOMING))
        assert then(asked, evolve(DELIVER, by=DESK, proof="")).state is S.RECEIVED
        (reason,) = against(asked, DELIVER)
        assert (reason.kind, reason.cites) == (ReasonKind.ROLE, (HOUSE(105),))


class TestCase82:
    """Whose honour, what is left on the site, and what a judgment asks for."""

    ours = received(on(5, 4), INCOMING, medium=M.WEBSITE)
    in_court = REFUTATION.replay(lives(S.IN_COURT, OUTGOING))
    upheld = then(in_court, JUDGMENT)
    not_upheld = then(in_court, evolve(JUDGMENT, upheld=False))

    def test_for_an_officers_honour_the_officer_demands(self):
        assert by_law(None, demand(harmed=Harmed.PERSON), CIVIL_CODE(100, 9))
        assert REFUTATION.begin(demand(harmed=Harmed.PERSON, claim=Claim.REPLY)).state is S.DEMANDED
        assert REFUTATION.begin(demand(harmed=Harmed.REPUTATION)).state is S.DEMANDED
        assert REFUTATION.begin(demand(INCOMING, harmed=Harmed.PERSON)).state is S.DEMANDED

    def test_declining_removes_nothing(self):
        declined = then(self.ours, evolve(DECLINE, by=PRESS, at=on(5, 6)))
        assert status(declined, "removal", on(7, 1)) is Status.PROMPTLY
        removed = then(declined, evolve(REMOVE, at=on(5, 7)))
        assert removed.state is S.DECLINED
        assert dues(removed, on(5, 7))["removal"].met == Date(2026, 5, 7)
        assert status(removed, "removal", on(5, 7)) is Status.MET

    def test_nor_does_court_or_a_judgment(self):
        judged = then(
            self.ours,
            evolve(TO_COURT, by=CLAIMS, at=on(5, 6)),
            evolve(JUDGMENT, at=on(5, 7), upheld=False),
        )
        assert status(judged, "removal", on(5, 8)) is Status.PROMPTLY
        assert status(then(judged, evolve(REMOVE, at=on(5, 8))), "removal", on(5, 8)) is Status.MET
        assert status(then(judged, evolve(CLOSE, at=on(5, 8))), "removal", on(5, 8)) is Status.LIFTED

    def test_a_refutation_that_is_out_meets_it_too(self):
        assert status(then(self.ours, evolve(PUBLISH, at=on(5, 8))), "removal", on(5, 8)) is Status.MET

    def test_what_is_withdrawn_is_owed_no_more(self):
        gone = then(self.ours, evolve(WITHDRAW, by=CLAIMS, at=on(5, 8)))
        assert [status(gone, name, on(5, 8)) for name in ("publication", "removal")] == [Status.LIFTED] * 2

    def test_withdrawn_too_late_its_term_was_missed_all_the_same(self):
        gone = then(self.ours, evolve(WITHDRAW, by=CLAIMS, at=on(6, 5)))
        assert [status(gone, name, on(6, 5)) for name in ("publication", "removal")] == [Status.LATE, Status.LIFTED]

    def test_upheld_it_is_carried_out_promptly(self):
        owed = dues(self.upheld, DAY)["execution"]
        assert (owed.status(DAY), owed.last, owed.under) == (Status.PROMPTLY, None, (CIVIL_CODE(100, 7),))
        out = then(self.upheld, evolve(PUBLISH, at=DAY.add(days=9)))
        assert (out.state, status(out, "execution", DAY.add(days=9))) == (S.PUBLISHED, Status.MET)

    def test_in_whatever_form_the_judgment_asks(self):
        asks = evolve(PUBLISH, same_place=False, under_heading=False, edited=True)
        assert then(self.upheld, asks).state is S.PUBLISHED

    def test_not_upheld_nothing_is_published_and_the_file_is_closed(self):
        assert "execution" not in dues(self.not_upheld, DAY)
        assert by_law(self.not_upheld, PUBLISH, CIVIL_CODE(100, 7))
        assert not_by_law(self.not_upheld, evolve(CLOSE, reason=""), 120)
        assert then(self.not_upheld, CLOSE).state is S.CLOSED

    def test_closed_it_is_carried_out_no_more(self):
        assert status(then(self.upheld, CLOSE), "execution", DAY) is Status.LIFTED


class TestJudgments:
    """A judgment is noted under its number; that of a higher court after it, and what it asks for follows the last."""

    in_court = REFUTATION.replay(lives(S.IN_COURT, OUTGOING))

    def noted(self, *upheld: bool) -> Refutation:
        """One judgment after another, a day apart."""
        notes = [evolve(JUDGMENT, at=DAY.add(days=n), upheld=said) for n, said in enumerate(upheld)]
        return then(self.in_court, *notes)

    def test_it_has_a_number(self):
        for one in (self.in_court, self.noted(True)):
            assert not_by_law(one, evolve(JUDGMENT, number="", at=DAY.add(days=5)), 105)

    def test_reversed_it_asks_for_nothing(self):
        one = self.noted(True, False)
        assert (one.state, one.upheld) == (S.JUDGED, False)
        assert "execution" not in dues(one, DAY.add(days=5))
        assert by_law(one, evolve(PUBLISH, at=DAY.add(days=5)), CIVIL_CODE(100, 7))

    def test_upheld_in_the_end_it_is_owed_from_that_judgment(self):
        one = self.noted(False, True)
        assert dues(one, DAY.add(days=5))["execution"].start == Date(2026, 9, 9)
        assert one.upheld is True

    def test_upheld_twice_it_is_owed_from_the_first(self):
        assert dues(self.noted(True, True), DAY.add(days=5))["execution"].start == Date(2026, 9, 8)

    def test_what_was_to_be_published_by_a_day_is_no_more(self):
        """Received on 1 September, by 1 October: judged before, and after."""
        one = received(on(9, 1))
        for day, how in ((on(10, 1), Status.LIFTED), (on(10, 2), Status.LATE)):
            declined = then(one, evolve(DECLINE, at=on(9, 8)), evolve(TO_COURT, at=on(9, 8)))
            assert status(then(declined, evolve(JUDGMENT, at=day)), "publication", day) is how


class TestHouseRules:
    """Who answers, who enters, and that reasons are given."""

    def test_116_a_named_official_answers_for_what_a_body_demands(self):
        assert not_by_law(None, demand(official=""), 116)
        assert REFUTATION.begin(demand(INCOMING, official="")).state is S.DEMANDED

    @pytest.mark.parametrize("kind", Direction)
    def test_105_it_was_received_by_now(self, kind):
        asked, by = REFUTATION.begin(demand(kind)), PRESS if kind is OUTGOING else DESK
        assert not_by_law(asked, evolve(DELIVER, by=by, received=DELIVER.at.add(seconds=1)), 105)
        assert then(asked, evolve(DELIVER, by=by, received=DELIVER.at)).state is S.RECEIVED

    def test_120_it_is_said_why_it_is_declined(self):
        one = received(on(9, 1))
        (reason,) = against(one, evolve(DECLINE, reason=""))
        assert reason.cites == (HOUSE(120),)
        assert reason.remedy.startswith("give it")
        assert str(REFUTATION.explain(one, evolve(DECLINE, reason=""))).startswith("not by law:")
        assert then(one, DECLINE).state is S.DECLINED

    @pytest.mark.parametrize(("kind", "who", "other"), [(OUTGOING, PRESS, CLAIMS), (INCOMING, CLAIMS, PRESS)])
    @pytest.mark.parametrize("state", [S.DEMANDED, S.RECEIVED, S.DECLINED, S.IN_COURT], ids=lambda one: one.name)
    def test_121_until_it_is_judged_whoever_demands_may_withdraw_it(self, kind, who, other, state):
        one = REFUTATION.replay(lives(state, kind))
        assert then(one, evolve(WITHDRAW, by=who)).state is S.WITHDRAWN
        (reason,) = against(one, evolve(WITHDRAW, by=other))
        assert reason.kind is ReasonKind.ROLE

    @pytest.mark.parametrize("kind", Direction)
    @pytest.mark.parametrize("state", [S.PUBLISHED, S.CLOSED, S.WITHDRAWN], ids=lambda one: one.name)
    def test_what_is_over_is_over(self, kind, state):
        one = REFUTATION.replay(lives(state, kind))
        after = (DELIVER, NAME, AGREE, PUBLISH, REMOVE, DECLINE, TO_COURT, JUDGMENT, CLOSE, WITHDRAW)
        assert all(has_no_place(one, action) for action in after)

    def test_what_stands_on_somebody_elses_site_is_not_ours_to_remove(self):
        assert has_no_place(received(on(9, 1), medium=M.WEBSITE), REMOVE)


class TestItsFirstDay:
    """Nothing is judged by the edition of 15 January 2007 before that day; the Civil Code is as old as was read."""

    def test_no_body_demands_before(self):
        assert has_no_place(None, demand(at=on(1, 14, 2007)))
        assert REFUTATION.begin(demand(at=on(1, 15, 2007))).state is S.DEMANDED

    def test_whoever_is_concerned_does_and_grounds_are_asked_from_then_on(self):
        no_grounds = demand(INCOMING, false=False)
        assert REFUTATION.begin(evolve(no_grounds, at=on(1, 14, 2007))).state is S.DEMANDED
        assert by_law(None, evolve(no_grounds, at=on(1, 15, 2007)), ART_34)

    def test_it_is_delivered_by_that_article(self):
        asked = REFUTATION.begin(demand(INCOMING, at=on(1, 10, 2007)))
        gets = evolve(DELIVER, by=DESK, received=on(1, 10, 2007))
        assert has_no_place(asked, evolve(gets, at=on(1, 14, 2007)))
        assert then(asked, evolve(gets, at=on(1, 15, 2007))).state is S.RECEIVED


class TestDemandOfAFoundItem:
    """What was found is copied: whether it is false is what the last verdict on it says."""

    FOUND = FoundItem(
        id="3",
        office=BODY,
        state=FoundState.FOUND,
        kind=FoundKind.MEDIA,
        outlet=Outlet("a journal", registered=True),
    )

    def judged(self, *verdicts: type) -> FoundItem:
        done = [said(at=DAY, by=PRESS, official="a deputy head", why="digest 1") for said in verdicts]
        return evolve(self.FOUND, history=tuple(Record(one, FoundState.FOUND) for one in done))

    def of(self, found: FoundItem, **fields: object) -> Demand:
        return Demand.of(
            found,
            at=DAY,
            by=PRESS,
            case="9",
            office=BODY,
            claim=Claim.REFUTATION,
            medium=M.PERIODICAL,
            harmful=True,
            infringed=False,
            official="the press secretary",
            **fields,
        )

    @pytest.mark.parametrize(
        ("verdicts", "false"),
        [
            ((), False),
            ((Disprove,), True),
            ((Confirm, Disprove), True),
            ((Disprove, Confirm), False),
            ((LeaveOpen,), False),
        ],
    )
    def test_false_is_what_the_last_verdict_says(self, verdicts, false):
        asks = self.of(self.judged(*verdicts))
        assert asks.false is false
        if false:
            assert REFUTATION.begin(asks).state is S.DEMANDED
        else:
            assert by_law(None, asks, ART_34)

    def test_the_rest_is_copied_or_said(self):
        asks = self.of(self.judged(Disprove))
        assert (asks.item, asks.registered, asks.kind) == (Reference("monitoring", "3"), True, OUTGOING)
        assert (asks.case, asks.harmed, asks.official) == ("9", Harmed.REPUTATION, "the press secretary")
        page = evolve(self.judged(Disprove), outlet=Outlet("a blog"))
        assert by_law(None, self.of(page), MASS_MEDIA(4))
        assert self.of(page, harmed=Harmed.PERSON).harmed is Harmed.PERSON

    def test_the_file_names_the_item_and_has_a_place_of_its_own(self):
        one = REFUTATION.begin(self.of(self.judged(Disprove)))
        assert (one.reference, one.refers_to) == (Reference("refutation", "9"), (Reference("monitoring", "3"),))
        assert REFUTATION.begin(demand(item=None)).refers_to == ()
