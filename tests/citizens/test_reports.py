"""The quarterly report: small registers counted by hand, lawful lives counted a second time, the ministry's figures."""

from collections import Counter
from datetime import date

import pendulum
import pytest
from attrs import evolve
from cases import (
    BEKZOD,
    DEPUTY,
    FIRM,
    FIVE,
    NODIRA,
    REGISTRY,
    SIX,
    assign,
    at,
    considered,
    decide,
    forward,
    in_every_state,
    in_review,
    leave,
    on,
    on_the_spot,
    received,
    register,
    registered,
    reply,
    study,
    then,
)
from hypothesis import HealthCheck, Phase, given, settings, strategies as st
from payloads_appeals import PAYLOADS, SECRETS

from prcomm import BadInput, Basis, Office, Reform
from prcomm.citizens import reports as r
from prcomm.citizens.appeals import (
    APPEAL,
    APPLICATION,
    COMPLAINT,
    LETTER,
    PROPOSAL,
    AppealState,
    Channel,
    Decide,
    Extend,
    Fact,
    Form,
    InformAnswered,
    Join,
    LayAside,
    LeavingGround,
    Link,
    Outcome,
    Receive,
    Recognise,
    Register,
    SendReply,
    SolveOnTheSpot,
    Why,
)
from prcomm.citizens.counts import Count, Quarter, Share
from prcomm.citizens.reports import NINE_MONTHS_OF_2024, QuarterlyReport, ministry_split
from prcomm.core.table.dues import Status
from prcomm.core.values.messages import in_english
from prcomm.law import ROLL_FORWARD_BY_ANALOGY, UZ, office
from prcomm.law.orq445 import DAYS_TO_CONSIDER
from prcomm.testing import lives

S = AppealState
FIRST = Quarter(2026, 1)
END = at(3, 31, 23)


def report(*appeals, quarter=FIRST, as_of=END, lifecycle=APPEAL):
    return QuarterlyReport.of(appeals, quarter, as_of=as_of, lifecycle=lifecycle)


def top(made: QuarterlyReport, name) -> Count:
    """The count of that name among the five of article 35 and the five of the rating."""
    (count,) = (one for one in (made.entered, *made.article_35, *made.rating) if one.name == name)
    return count


def parts(count: Count) -> dict[object, int]:
    """Its parts that are not 0."""
    return {leaf.name: leaf.number for leaf in count.leaves if leaf.number}


def rated(made: QuarterlyReport) -> dict[str, int]:
    return {str(count.name): count.number for count in made.rating}


class TestAQuarter:
    @pytest.mark.parametrize(
        ("number", "first", "last"),
        [
            (1, date(2024, 1, 1), date(2024, 3, 31)),
            (2, date(2024, 4, 1), date(2024, 6, 30)),
            (3, date(2024, 7, 1), date(2024, 9, 30)),
            (4, date(2024, 10, 1), date(2024, 12, 31)),
        ],
    )
    def test_it_has_three_months_counted_from_the_start_of_the_year(self, number, first, last):
        quarter = Quarter(2024, number)
        assert (quarter.first, quarter.last) == (first, last)
        assert first in quarter
        assert last in quarter
        assert quarter.first.subtract(days=1) not in quarter
        assert quarter.last.add(days=1) not in quarter
        assert Quarter.of(first) == Quarter.of(last) == quarter

    def test_the_same_months_of_another_year_are_not_in_it(self):
        assert date(2025, 2, 1) not in FIRST

    def test_it_is_told_as_dues_name_their_periods(self):
        assert str(Quarter(2026, 4)) == "2026-Q4"

    @pytest.mark.parametrize(("year", "number"), [(2026, 0), (2026, 5), (0, 1), (2026, 1.5), ("2026", 1)])
    def test_there_is_no_other(self, year, number):
        with pytest.raises(BadInput, match="a quarter"):
            Quarter(year, number)

    def test_both_faults_are_told_at_once(self):
        with pytest.raises(BadInput) as bad:
            Quarter(0, 5)
        assert bad.value.faults == ("year: 1 to 9999, not 0", "number: 1 to 4, not 5")


class TestAShare:
    @pytest.mark.parametrize(
        ("part", "whole", "text"),
        [
            (10, 21, "47.6 % (10 of 21)"),
            (1, 16, "6.3 % (1 of 16)"),  # 6.25: halves up
            (2, 3, "66.7 % (2 of 3)"),
            (0, 7, "0.0 % (0 of 7)"),
            (7, 7, "100.0 % (7 of 7)"),
            (11, 10, "110.0 % (11 of 10)"),
            (0, 0, "no percentage (0 of 0)"),
        ],
    )
    def test_it_is_never_shown_without_its_counts(self, part, whole, text):
        assert str(Share(part, whole)) == Share(part, whole).rendered(in_english) == text

    @pytest.mark.parametrize(("part", "whole"), [(-1, 3), (1, -3)])
    def test_there_are_no_negative_counts(self, part, whole):
        with pytest.raises(BadInput, match="a count"):
            Share(part, whole)

    def test_of_none_there_is_no_percentage(self):
        assert (Share(0, 0).percent, Share(0, 1).percent) == ("", "0.0")

    def test_its_sentence_can_be_said_again(self):
        assert (Share(1, 2).text.sentence, dict(Share(1, 2).text.words)) == (
            "{percent} % ({part} of {whole})",
            {"percent": "50.0", "part": 1, "whole": 2},
        )


class TestACount:
    two = Count("whole", 5, (Count("a", 2), Count("b", 2)))

    def test_what_its_parts_leave_open_is_its_gap(self):
        assert self.two.gap == 1
        assert self.two.text == "whole: 1 of 5 is in none of its parts"
        assert evolve(self.two, number=7).text == "whole: 3 of 7 are in none of its parts"

    def test_parts_that_come_to_more_are_a_gap_too(self):
        over = evolve(self.two, number=1)
        assert over.gap == -3
        assert over.text == "whole: its parts come to 3 more than its 1"

    def test_without_parts_or_with_all_of_them_it_has_none(self):
        assert [count.gap for count in evolve(self.two, number=4).tree()] == [0, 0, 0]
        assert evolve(self.two, number=4).text == ""

    def test_a_part_is_found_by_its_name(self):
        assert self.two["b"] is self.two.leaves[1]
        with pytest.raises(KeyError):
            self.two["c"]


class TestWhatIsCounted:
    def test_of_nothing_there_is_nothing(self):
        made = report()
        assert {count.number for _, counts in made.tables for one in counts for count in one.tree()} == {0}
        assert list(made.gaps()) == []
        assert "satisfied: COMPLAINT  no percentage (0 of 0)" in str(made)

    def test_any_iterable_is_read_once(self):
        appeals = (received(at(2, day)) for day in (2, 3))
        made = QuarterlyReport.of(appeals, FIRST, as_of=END)
        assert made.entered.number == 2
        assert next(appeals, None) is None

    def test_letters_are_told_apart_and_in_no_other_count(self):
        letter = registered(at(2, 2), LETTER)
        laid_aside = then(letter, LayAside(at=at(2, 3), by=DEPUTY))
        made = report(letter, laid_aside, received(at(3, 31)))
        assert parts(made.entered) == {"appeals": 1, "letters that are no appeals": 2}
        assert {count.number for count in made.article_35} == {1}
        assert made.ministry.number == 1
        assert rated(made) == {"registered": 0, "satisfied": 0, "refused": 0, "late": 0, "repeated": 0}

    def test_by_kind_form_and_channel(self):
        made = report(
            received(at(1, 5), APPLICATION),
            received(at(1, 6), PROPOSAL, form=Form.ELECTRONIC, channel=Channel.OFFICIAL_SITE),
            received(at(1, 7), PROPOSAL, form=Form.ORAL, channel=Channel.TRUST_TELEPHONE),
            APPEAL.begin(on_the_spot(at(1, 8))),
        )
        assert parts(top(made, r.BY_KIND)) == {APPLICATION: 1, PROPOSAL: 2, COMPLAINT: 1}
        assert parts(top(made, r.BY_FORM)) == {Form.ORAL: 2, Form.WRITTEN: 1, Form.ELECTRONIC: 1}
        assert parts(top(made, r.BY_CHANNEL)) == {
            Channel.POST: 1,
            Channel.OFFICIAL_SITE: 1,
            Channel.TRUST_TELEPHONE: 1,
            Channel.PUBLIC_RECEPTION: 1,
        }

    def test_one_appeal_in_every_state(self):
        """Seventeen states; one of them (laid aside) is of letters only. Six are pending: received, registered, in
        review, under study, extended, decided. Three are considered: considered, off control, solved on the spot."""
        made = report(*in_every_state().values())
        by_result = top(made, r.BY_RESULT)
        assert by_result.number == 16
        assert parts(by_result) == {
            "considered": 3,
            "left without consideration": 1,
            "other": 6,
            "under consideration": 6,
        }
        assert parts(by_result["considered"]) == {"refused": 2, "solved on the spot": 1}
        assert parts(by_result["other"]) == dict.fromkeys(
            (S.FORWARDED, S.RETURNED, S.DIVERTED, S.JOINED, S.INFORMED, S.TERMINATED), 1
        )

    @pytest.mark.parametrize("outcome", Outcome)
    def test_an_outcome_counts_once_the_reply_was_sent(self, outcome):
        told = then(in_review(at(2, 2)), decide(at(2, 10), outcome=outcome), reply(at(2, 12)))
        untold = then(in_review(at(2, 2)), decide(at(2, 10), outcome=outcome))
        made = report(told, untold, untold)
        by_result = top(made, r.BY_RESULT)
        assert parts(by_result) == {"considered": 1, "under consideration": 2}
        assert parts(by_result["considered"]) == {outcome.name.lower(): 1}

    def test_a_percentage_stands_with_its_counts(self):
        made = report(*(received(at(2, 2), kind) for kind in (COMPLAINT, COMPLAINT, APPLICATION)))
        assert "appeals received, by kind: COMPLAINT  66.7 % (2 of 3)" in str(made)


class TestTheDayThatCounts:
    def test_it_is_the_day_of_receipt_by_the_clock_of_the_office(self):
        before, after = at(3, 31, 23, 59), at(4, 1, 0)
        assert report(received(before), as_of=at(4, 30)).entered.number == 1
        assert report(received(after), as_of=at(4, 30)).entered.number == 0
        second = Quarter(2026, 2)
        assert report(received(before), quarter=second, as_of=at(4, 30)).entered.number == 0
        assert report(received(after), quarter=second, as_of=at(4, 30)).entered.number == 1

    def test_an_instant_of_another_zone_is_put_on_that_clock(self):
        """19:00 in Greenwich is midnight in Tashkent."""
        for minute, number in ((59, 1), (60, 0)):
            came = pendulum.datetime(2026, 3, 31, 18, 0, tz="UTC").add(minutes=minute)
            assert report(received(came), as_of=at(4, 30)).entered.number == number

    def test_each_office_has_its_own_clock(self):
        """19:30 in Greenwich is past midnight in Tashkent, and half past seven in London in winter."""
        came = pendulum.datetime(2026, 12, 31, 19, 30, tz="UTC")
        there = Office("consulate", zone="Europe/London")
        made = report(
            received(came), received(came, office=there),
            quarter=Quarter(2026, 4), as_of=pendulum.datetime(2027, 2, 1, tz="UTC"),
        )  # fmt: skip
        assert made.entered.number == 1

    def test_registered_in_the_next_quarter_it_was_still_received_in_this(self):
        """After hours on Tuesday 31 March, registered on Wednesday: it was received in the first quarter."""
        appeal = then(received(at(3, 31, 19)), register(at(4, 1, 9)))
        assert rated(report(appeal, as_of=at(4, 2)))["registered"] == 1
        assert report(appeal, quarter=Quarter(2026, 2), as_of=at(4, 2)).entered.number == 0


class TestAsOf:
    def test_what_was_done_later_is_not_yet_done(self):
        appeal = then(received(at(2, 2)), register(at(2, 3)), assign(at(2, 4)))
        appeal = then(appeal, decide(at(2, 10)), reply(at(2, 11, 12)))
        for when, done in (((2, 11, 11), "under consideration"), ((2, 11, 12), "considered")):
            assert parts(top(report(appeal, as_of=at(*when)), r.BY_RESULT)) == {done: 1}
        assert rated(report(appeal, as_of=at(2, 3, 9)))["registered"] == 0
        assert rated(report(appeal, as_of=at(2, 3)))["registered"] == 1

    def test_what_was_received_later_is_not_there(self):
        assert report(received(at(2, 2)), as_of=at(2, 2, 9, 59)).entered.number == 0
        assert report(received(at(2, 2)), as_of=at(2, 2)).entered.number == 1

    def test_it_needs_a_zone_and_a_lifecycle_that_knows_when_it_is_late(self):
        (consideration,) = (one for one in APPEAL.deadlines if one.name == "consideration")
        extensions = (row for row in APPEAL.transitions if row.action is Extend and not row.never)
        with pytest.raises(BadInput, match="a quarterly report") as bad:
            report(
                as_of=pendulum.naive(2026, 3, 31),
                lifecycle=APPEAL.without(*extensions, "extension_notice", consideration),
            )
        assert bad.value.faults == (
            "as_of: an instant with a zone, not 2026-03-31 00:00:00",
            "lifecycle: one with the deadline 'consideration'",
        )


class TestLate:
    """Received on Tuesday 3 March: fifteen days end on the 18th. On Thursday the 5th: on Friday the 20th, a holiday;
    the next working day is Tuesday the 24th."""

    @pytest.mark.parametrize(
        ("came", "replied", "late"),
        [
            (3, (3, 18, 23), {}),
            (3, (3, 19, 0), {Status.LATE: 1}),
            (5, (3, 20), {}),
            (5, (3, 21), {Status.MET_BY_ANALOGY: 1}),
            (5, (3, 24), {Status.MET_BY_ANALOGY: 1}),
            (5, (3, 25), {Status.LATE: 1}),
        ],
    )
    def test_a_reply_after_the_day_that_binds(self, came, replied, late):
        appeal = considered(at(3, came), at(*replied))
        assert parts(top(report(appeal), r.LATE)) == late

    @pytest.mark.parametrize(
        ("came", "ended", "late"),
        [
            (3, (3, 18, 23), {}),
            (3, (3, 19, 0), {Status.LATE: 1}),
            (5, (3, 20), {}),
            (5, (3, 21), {Status.LATE: 1}),
        ],
    )
    def test_an_ending_after_it_undoes_no_lateness(self, came, ended, late):
        appeal = then(in_review(at(3, came)), leave(at(*ended), LeavingGround.ANONYMOUS, Fact.DATA_FALSE))
        assert parts(top(report(appeal), r.LATE)) == late

    @pytest.mark.parametrize(("asked", "late"), [((3, 18, 23, 59), {}), ((3, 19, 0), {Status.OVERDUE: 1})])
    def test_without_one_as_of_that_instant(self, asked, late):
        appeal = considered(at(3, 3), at(3, 25))
        assert parts(top(report(appeal, as_of=at(*asked)), r.LATE)) == late

    def test_by_a_law_under_which_the_last_day_rolls_forward(self):
        rolls = APPEAL.under(ROLL_FORWARD_BY_ANALOGY)
        on_time, late = considered(at(3, 5), at(3, 24)), considered(at(3, 5), at(3, 25))
        assert parts(top(report(on_time, late, lifecycle=rolls), r.LATE)) == {Status.LATE: 1}

    def test_by_the_law_of_its_own_day(self):
        """Ten days from 1 March on: one received on 27 February has until 14 March, one on 2 March until the 12th."""
        amended = APPEAL.under(UZ.under(Reform(DAYS_TO_CONSIDER, 10, since=date(2026, 3, 1))))
        old, new = considered(at(2, 27), at(3, 13)), considered(at(3, 2), at(3, 13))
        assert rated(report(old, lifecycle=amended))["late"] == 0
        assert rated(report(new, lifecycle=amended))["late"] == 1
        assert rated(report(old, new))["late"] == 0

    def test_a_transfer_too_late_for_consideration_is_late_as_well(self):
        appeal = then(registered(at(3, 3)), forward(at(3, 19)))
        assert parts(top(report(appeal), r.LATE)) == {Status.LATE: 1}

    def test_a_proposal_under_study_has_no_last_day(self):
        """A month from 5 January is 5 February."""
        plain = in_review(at(1, 5), PROPOSAL)
        assert rated(report(plain))["late"] == 1
        assert rated(report(then(plain, study(at(1, 8)))))["late"] == 0


class TestTheRating:
    def test_the_five_counts(self):
        former = considered(at(1, 5), at(1, 12))
        link = Link.of(former, on(1, 20), why=Why.DISAGREEMENT, at=at(2, 2), by=REGISTRY)
        repeat = then(registered(at(2, 2), case="case 2"), link)
        copy = registered(at(2, 2), case="case 3")
        informed = then(copy, InformAnswered.of(former, exact_copy=True, at=at(2, 2), by=DEPUTY))
        joined = then(copy, Join.of(repeat, exact_copy=True, at=at(2, 2), by=DEPUTY))
        satisfied = then(in_review(at(2, 2)), decide(at(2, 18), outcome=Outcome.SATISFIED), reply(at(2, 18)))
        spot = APPEAL.begin(on_the_spot(at(2, 2)))
        made = report(former, repeat, informed, joined, satisfied, spot, received(at(3, 31)))
        assert rated(made) == {"registered": 5, "satisfied": 1, "refused": 1, "late": 2, "repeated": 1}
        assert parts(top(made, r.REPEATED)) == {Why.DISAGREEMENT: 1}
        assert parts(top(made, r.LATE)) == {Status.LATE: 1, Status.OVERDUE: 1}

    def test_none_of_it_is_known_from_the_resolution_itself(self):
        assert [count.basis for count in report().rating] == [
            Basis.REPORTED,
            Basis.REPORTED,
            Basis.REPORTED,
            Basis.INFERRED,  # what is late was not even reported
            Basis.REPORTED,
        ]


FIGURES = {
    "received": 10_933, "advised": 5_210, "accepted": 5_723,
    "satisfied": 2_011, "explained": 3_210, "refused_or_left": 55, "pending": 447,
}  # fmt: skip


class TestTheMinistry:
    under = NINE_MONTHS_OF_2024.cites

    def test_its_published_figures_close(self):
        assert 10_933 == 5_210 + 5_723
        assert 5_723 == 2_011 + 3_210 + 55 + 447
        assert [(one.name, one.number) for one in NINE_MONTHS_OF_2024.tree()] == [
            ("received", 10_933),
            ("advised", 5_210),
            ("accepted", 5_723),
            ("satisfied", 2_011),
            ("explained", 3_210),
            ("refused or left without consideration", 55),
            ("under consideration", 447),
        ]
        assert ministry_split(**FIGURES, under=self.under) == NINE_MONTHS_OF_2024
        assert list(NINE_MONTHS_OF_2024.gaps()) == []

    def test_they_are_reported_and_no_law(self):
        assert {one.basis for one in NINE_MONTHS_OF_2024.tree()} == {Basis.REPORTED}

    @pytest.mark.parametrize(
        ("figure", "told"),
        [
            ("received", ["received: 1 of 10934 is in none of its parts"]),
            ("advised", ["received: its parts come to 1 more than its 10933"]),
            (
                "accepted",
                [
                    "received: its parts come to 1 more than its 10933",
                    "accepted: 1 of 5724 is in none of its parts",
                ],
            ),
            ("satisfied", ["accepted: its parts come to 1 more than its 5723"]),
            ("explained", ["accepted: its parts come to 1 more than its 5723"]),
            ("refused_or_left", ["accepted: its parts come to 1 more than its 5723"]),
            ("pending", ["accepted: its parts come to 1 more than its 5723"]),
        ],
    )
    def test_a_figure_that_is_off_by_one_is_told(self, figure, told):
        wrong = FIGURES | {figure: FIGURES[figure] + 1}
        assert [gap.text for gap in ministry_split(**wrong, under=self.under).gaps()] == told

    def test_its_split_of_a_register(self):
        """Advised are those solved on the spot; of the accepted one is satisfied, one explained, three refused or
        left, one pending. One that was sent on has no place in the split, and the report says so."""

        def told(outcome):
            return then(in_review(at(2, 2)), decide(at(2, 3), outcome=outcome), reply(at(2, 3)))

        spot = APPEAL.begin(on_the_spot(at(2, 2)))
        left = then(registered(at(2, 2)), leave(at(2, 3), LeavingGround.ANONYMOUS, Fact.DATA_FALSE))
        mine = (spot, spot, *map(told, Outcome), told(Outcome.REFUSED), left, received(at(2, 2)))
        made = report(*mine)
        assert parts(made.ministry) == {"advised": 2, "accepted": 6}
        assert parts(made.ministry["accepted"]) == {
            "satisfied": 1,
            "explained": 1,
            "refused or left without consideration": 3,
            "under consideration": 1,
        }
        assert list(made.gaps()) == []
        sent_on = then(registered(at(2, 2)), forward(at(2, 3)))
        assert [gap.text for gap in report(*mine, sent_on).gaps()] == ["accepted: 1 of 7 is in none of its parts"]
        assert "accepted: 1 of 7 is in none of its parts" in str(report(*mine, sent_on))


@pytest.fixture(scope="module")
def register_of_lives():
    """Three hundred lawful lives, begun on any day of 2026 in offices of one zone."""
    found = []

    @settings(
        max_examples=300,
        database=None,
        deadline=None,
        derandomize=True,
        phases=[Phase.generate],
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much],
    )
    @given(lives(APPEAL, {**PAYLOADS, Office: st.sampled_from((office("a"), office("b", week=6)))}))
    def lived(appeal):
        found.append(appeal)

    lived()
    assert len(found) >= 300
    return found


def counted_again(appeals, months, until):
    """The same counts read off the bare histories, without the tables of the report."""
    found = Counter()
    for appeal in appeals:
        known = [record for record in appeal.history if record.action.at <= until]
        done = [record.action for record in APPEAL.restore(known).told] if known else []
        states = [one.state for one in appeal.history if one.action.at <= until and isinstance(one.state, S)]
        if not done or done[0].at.in_timezone("Asia/Tashkent").month not in months:
            continue
        first, kinds = done[0], {type(one) for one in done}
        kind = next((one.kind for one in done if isinstance(one, Recognise)), first.kind)
        if kind is LETTER:
            found["letters"] += 1
            continue
        found["appeals"] += 1
        found[kind] += 1
        found[first.form if isinstance(first, Receive) else Form.ORAL] += 1
        found[first.channel] += 1
        found["state", states[-1].name] += 1
        found["registered"] += Register in kinds
        found["repeated"] += Link in kinds
        found["advised"] += SolveOnTheSpot in kinds
        if SendReply in kinds:
            (outcome,) = (one.outcome for one in done if isinstance(one, Decide))
            found[outcome] += 1
    return found


@pytest.mark.xdist_group("register of lives")
@pytest.mark.parametrize("number", [1, 2, 3, 4])
@pytest.mark.parametrize("month", [3, 8, 12])
def test_a_second_count_of_lawful_lives_agrees(register_of_lives, number, month):
    until = at(month, 31, 12)
    made = QuarterlyReport.of(iter(register_of_lives), Quarter(2026, number), as_of=until)
    again = counted_again(register_of_lives, range(3 * number - 2, 3 * number + 1), until)
    assert (made.entered.number > 20) == (month > 3 * number - 3)
    by_result, accepted = top(made, r.BY_RESULT), made.ministry["accepted"]
    assert parts(made.entered) == {
        name: n for name, n in (("appeals", again["appeals"]), (str(r.LETTERS), again["letters"])) if n
    }
    for name, values in ((r.BY_KIND, (APPLICATION, PROPOSAL, COMPLAINT)), (r.BY_FORM, Form), (r.BY_CHANNEL, Channel)):
        assert parts(top(made, name)) == {one: again[one] for one in values if again[one]}
    other = ("FORWARDED", "RETURNED", "DIVERTED", "JOINED", "INFORMED", "TERMINATED")
    assert by_result["other"].number == sum(again["state", name] for name in other)
    assert by_result["considered"].number == sum(
        again["state", name] for name in ("CONSIDERED", "OFF_CONTROL", "SOLVED_ON_SPOT")
    )
    assert [by_result["considered"][name].number for name in ("satisfied", "refused", "explained")] == [
        again[one] for one in Outcome
    ]
    assert made.ministry["advised"].number == again["advised"]
    assert [accepted[name].number for name in ("satisfied", "explained", str(r.REFUSED_OR_LEFT))] == [
        again[Outcome.SATISFIED],
        again[Outcome.EXPLAINED],
        again[Outcome.REFUSED] + again["state", "LEFT"],
    ]
    assert rated(made) | {"late": 0} == {
        "registered": again["registered"],
        "satisfied": again[Outcome.SATISFIED],
        "refused": again[Outcome.REFUSED],
        "late": 0,
        "repeated": again["repeated"],
    }


@pytest.mark.xdist_group("register of lives")
@pytest.mark.parametrize("days", range(0, 365, 30))
def test_every_total_equals_its_parts_or_says_by_how_much_not(register_of_lives, days):
    """Only the ministry's split has no part for what ended otherwise: that is its gap, and no more."""
    made = QuarterlyReport.of(register_of_lives, FIRST, as_of=at(1, 1).add(days=days))
    for _, counts in made.tables:
        for one in (part for count in counts for part in count.tree() if part.leaves):
            gap = one.number - sum(leaf.number for leaf in one.leaves)
            assert (gap == 0) == (one.text == "")
            assert gap == (top(made, r.BY_RESULT)["other"].number if one is made.ministry["accepted"] else 0)
    assert made.ministry.number == top(made, r.BY_RESULT).number == made.entered["appeals"].number


class TestHowItIsShown:
    made = report(received(at(2, 2), appellants=(NODIRA, FIRM)), considered(at(2, 2), at(2, 3), office=SIX))

    def test_nobody_is_named_in_it(self):
        shown = str(self.made) + repr(self.made) + self.made._repr_html_()
        persons = (NODIRA, BEKZOD)
        for hidden in (*SECRETS, *(one.name for one in persons), NODIRA.residence, FIRM.name, "case 1", FIVE.id):
            assert hidden not in shown
        assert "'p1'" not in shown

    def test_it_says_what_was_counted_and_as_of_when(self):
        assert str(self.made).startswith(
            "2026-Q1: what article 35 counts, of what was received in it, as of 2026-03-31 23:00+05:00\n"
        )

    def test_its_tables_are_sheets(self):
        law, ministry, rating = self.made.sheets()
        assert law.texts()[0] == ("what was received", "2", "", "", "O‘RQ-445 art. 23(3)")
        assert ministry.texts()[1][:3] == ("received: advised", "0", "0.0 % (0 of 2)")
        assert [row[:2] for row in rating.texts()][:2] == [("registered", "1"), ("registered: APPLICATION", "0")]
        assert self.made._repr_html_().count("<table>") == 3

    def test_all_of_it_can_be_said_in_another_language(self):
        """A language of one word: every plain word of the library's own becomes it; figures and citations stay."""

        def say(thing):
            told = getattr(thing, "rendered", None)
            return told(say) if told else thing if type(thing) is str else "word"

        assert {row[0] for sheet in self.made.sheets() for row in sheet.texts(say)} == {"word"}
        assert {say(sheet.caption) for sheet in self.made.sheets()} == {"word"}

    def test_a_part_that_does_not_close_is_said_in_its_row(self):
        sent_on = then(registered(at(2, 2)), forward(at(2, 3)))
        _, ministry, _ = report(sent_on).sheets()
        assert ministry.texts()[2][3] == "accepted: 1 of 1 is in none of its parts"
