"""Pauses of a clock: which of their days count, what lets it run again, and how it stands meanwhile."""

import pickle
from datetime import date
from typing import Any

import pytest
from one_duty import CODE, at
from one_request import (
    EXTENDED,
    FOI,
    LAW_THAT_ROLLS,
    Answer,
    AskToo,
    Clarify,
    Drop,
    Extend,
    Notice,
    Pay,
    Query,
    Waive,
    due,
    lived,
    owed,
    paused,
    request,
)

from prcomm import (
    NOT_YET_NAMED,
    PROMPTLY,
    SAME_WORKING_DAY,
    Basis,
    Dated,
    Days,
    EndDays,
    Hours,
    Months,
    Reform,
    Status,
    Term,
    Until,
    Version,
    WorkingDays,
    WorkingHours,
    at_least,
    before,
    earliest,
    further,
)


class TestWhichOfItsDaysCount:
    """Received on Wednesday 1 October 2008, 20 working days; notice of a fee on Wednesday 8, paid on Wednesday 22."""

    STEPS = (Notice, "2008-10-08 10:00"), (Pay, "2008-10-22 15:00")

    @pytest.mark.parametrize(
        ("counts", "last"),
        [
            # 2, 3, 6, 7 are four working days before the notice; 23 October is the day after the payment.
            pytest.param(EndDays.NEITHER, "2008-11-13", id="neither: 16 from 23 October"),
            pytest.param(EndDays.FIRST, "2008-11-12", id="the 8th is the fifth: 15 from 23 October"),
            pytest.param(EndDays.LAST, "2008-11-12", id="the 22nd is the fifth: 15 from 23 October"),
            pytest.param(EndDays.BOTH, "2008-11-11", id="the 8th and the 22nd: 14 from 23 October"),
        ],
    )
    def test_working_days(self, counts: EndDays, last: str) -> None:
        assert str(due(request(WorkingDays(20), paused(counts)), "2008-10-01 09:00", *self.STEPS).raw) == last

    @pytest.mark.parametrize(
        ("counts", "last"),
        [
            pytest.param(EndDays.NEITHER, "2008-11-05", id="8 to 22 are 15 days"),
            pytest.param(EndDays.FIRST, "2008-11-04", id="9 to 22"),
            pytest.param(EndDays.LAST, "2008-11-04", id="8 to 21"),
            pytest.param(EndDays.BOTH, "2008-11-03", id="9 to 21"),
        ],
    )
    def test_days(self, counts: EndDays, last: str) -> None:
        """20 days end on 21 October."""
        assert str(due(request(Days(20), paused(counts)), "2008-10-01 09:00", *self.STEPS).raw) == last

    @pytest.mark.parametrize(
        ("counts", "last"),
        [
            (EndDays.NEITHER, "2008-11-16"),
            (EndDays.FIRST, "2008-11-15"),
            (EndDays.LAST, "2008-11-15"),
            (EndDays.BOTH, "2008-11-14"),
        ],
    )
    def test_months(self, counts: EndDays, last: str) -> None:
        """A month ends on 1 November, and 13 to 15 days later."""
        assert str(due(request(Months(1), paused(counts)), "2008-10-01 09:00", *self.STEPS).raw) == last

    @pytest.mark.parametrize("counts", EndDays)
    def test_hours_stand_still_from_the_instant_to_the_instant(self, counts: EndDays) -> None:
        """Of 200 hours 169 had passed by the 8th, 10:00; 31 from the 22nd, 15:00. Of 50 working hours 9 on each of the
        2nd, 3rd, 6th, 7th and the 1st, and one on the 8th: 46; 3 till 18:00 on the 22nd, and one."""
        lifecycle = request(Hours(200), paused(counts))
        assert due(lifecycle, "2008-10-01 09:00", *self.STEPS).raw == at("2008-10-23 22:00")
        lifecycle = request(WorkingHours(50), paused(counts))
        assert due(lifecycle, "2008-10-01 09:00", *self.STEPS).raw == at("2008-10-23 10:00")

    @pytest.mark.parametrize(
        ("counts", "last"),
        [(EndDays.NEITHER, "2008-10-12"), (EndDays.FIRST, "2008-10-11"), (EndDays.LAST, "2008-10-11"),
         (EndDays.BOTH, "2008-10-11")],
    )  # fmt: skip
    def test_a_day_that_is_both_is_left_out_only_where_neither_counts(self, counts: EndDays, last: str) -> None:
        steps = (Notice, "2008-10-08 10:00"), (Pay, "2008-10-08 15:00")
        assert str(due(request(Days(10), paused(counts)), "2008-10-01 09:00", *steps).raw) == last

    @pytest.mark.parametrize(
        ("counts", "last"),
        [
            pytest.param(EndDays.NEITHER, "2008-10-17", id="8 to 13: six"),
            pytest.param(EndDays.FIRST, "2008-10-16", id="9 to 10, 11 to 13: five"),
            pytest.param(EndDays.LAST, "2008-10-16", id="8 to 9, 10 to 12: five"),
            pytest.param(EndDays.BOTH, "2008-10-14", id="9, 11 and 12: three"),
        ],
    )
    def test_a_day_on_which_one_pause_ends_and_another_begins_is_left_out_once(
        self, counts: EndDays, last: str
    ) -> None:
        steps = (
            (Notice, "2008-10-08 10:00"), (Pay, "2008-10-10 10:00"), (Notice, "2008-10-10 12:00"),
            (Waive, "2008-10-13 10:00"),
        )  # fmt: skip
        assert str(due(request(Days(10), paused(counts)), "2008-10-01 09:00", *steps).raw) == last

    def test_day_0_is_not_left_out_twice(self) -> None:
        """The day of the request does not count anyway: 2 and 3 are left out."""
        steps = (Notice, "2008-10-01 10:00"), (Pay, "2008-10-03 10:00")
        assert str(due(request(Days(10), paused(EndDays.NEITHER)), "2008-10-01 09:00", *steps).raw) == "2008-10-13"


class TestAReadingOfIt:
    """That which of its days count is read in the law like any other value: dated, cited, put on trial."""

    READING = Dated(
        "the end days of a pause",
        (
            Version(EndDays.FIRST, CODE(1).by(Basis.ANALOGY), until=date(2008, 10, 1)),
            Version(EndDays.NEITHER, CODE(2), since=date(2008, 10, 1)),
        ),
    )
    STEPS = (Notice, "2008-10-08 10:00"), (Pay, "2008-10-22 15:00")

    def test_it_is_that_of_the_day_on_which_the_clock_started(self) -> None:
        lifecycle = request(WorkingDays(20), paused(self.READING))
        assert due(lifecycle, "2008-10-01 09:00", *self.STEPS).raw == date(2008, 11, 13)
        assert due(lifecycle, "2008-09-30 09:00", *self.STEPS).raw == date(2008, 11, 11)

    def test_a_reform_puts_another_on_trial(self) -> None:
        lifecycle = request(WorkingDays(20), paused(self.READING)).under(Reform(self.READING, EndDays.BOTH, "a bill"))
        one = due(lifecycle, "2008-10-01 09:00", *self.STEPS)
        assert one.raw == date(2008, 11, 11)
        assert "the end days of a pause: BOTH, a bill" in str(one.trace)

    def test_the_due_rests_on_it(self) -> None:
        one = due(request(WorkingDays(20), paused(self.READING)), "2008-10-01 09:00", *self.STEPS)
        assert CODE(2) in one.cites
        assert FOI in one.cites
        assert str(one.trace).startswith("                -  the end days of a pause: NEITHER (Labour Code art. 2)")

    def test_the_table_rests_on_what_stops_the_clock(self) -> None:
        of_it = [rule.cites for rule in request(WorkingDays(20), paused()).cited() if rule.name == "answer"]
        assert (FOI,) in of_it
        plainly = request(WorkingDays(20), owed.paused(Notice, Pay))
        assert (FOI,) not in [rule.cites for rule in plainly.cited()]


class TestTheTrace:
    """Day by day: which were not counted, and by which rule."""

    def test_of_days(self) -> None:
        steps = (Notice, "2008-10-03 10:00"), (Pay, "2008-10-06 10:00")
        assert str(due(request(Days(3), paused(EndDays.NEITHER)), "2008-10-01 09:00", *steps).trace).split("\n") == [
            "2008-10-01 Wed  -  day 0: the event itself (Civil Code art. 146)",
            "2008-10-03 Fri  -  Notice: the clock is stopped (Civil Code art. 1)",
            "2008-10-06 Mon  -  Pay: the clock runs again (Civil Code art. 1)",
            "2008-10-02 Thu  +  day 1",
            f"2008-10-03 Fri  -  the clock was paused: the day on which it was stopped does not count ({FOI})",
            "2008-10-04 Sat  -  the clock was paused (Civil Code art. 10(2))",
            "2008-10-05 Sun  -  the clock was paused (Civil Code art. 10(2))",
            f"2008-10-06 Mon  -  the clock was paused: the day on which it runs again does not count ({FOI})",
            "2008-10-07 Tue  +  day 2",
            "2008-10-08 Wed  +  day 3",
        ]

    def test_of_working_days(self) -> None:
        """A day off is told as a day off, whether the clock stands still or not."""
        steps = (Notice, "2008-10-03 10:00"), (Pay, "2008-10-06 10:00")
        told = str(due(request(WorkingDays(2), paused(EndDays.BOTH)), "2008-10-02 09:00", *steps).trace).split("\n")
        assert told[3:] == [
            "2008-10-03 Fri  +  working day 1",
            "2008-10-04 Sat  -  Saturday",
            "2008-10-05 Sun  -  Sunday",
            "2008-10-06 Mon  +  working day 2",
        ]

    def test_of_a_term_that_was_stopped_on_its_last_day(self) -> None:
        """Both count: the last day was used up when it was stopped. It ends on the day it runs again all the same."""
        steps = (Notice, "2008-10-03 10:00"), (Pay, "2008-10-06 10:00")
        told = str(due(request(Days(2), paused(EndDays.BOTH)), "2008-10-01 09:00", *steps).trace).split("\n")
        assert told[4:] == [
            "2008-10-03 Fri  +  day 2",
            "2008-10-04 Sat  -  the clock was paused (Civil Code art. 10(2))",
            "2008-10-05 Sun  -  the clock was paused (Civil Code art. 10(2))",
            "2008-10-06 Mon  -  its last day had come when the clock was stopped: it ends when it runs again",
        ]

    def test_of_a_term_stopped_again_when_it_was_used_up(self) -> None:
        steps = (
            (Notice, "2008-10-02 10:00"), (Pay, "2008-10-03 10:00"), (Notice, "2008-10-03 11:00"),
            (Pay, "2008-10-04 10:00"),
        )  # fmt: skip
        told = str(due(request(Days(1), paused(EndDays.BOTH)), "2008-10-01 09:00", *steps).trace).split("\n")
        assert told[5:8] == [
            "2008-10-02 Thu  +  day 1",
            "2008-10-03 Fri  -  the clock was paused",
            "2008-10-04 Sat  -  its last day had come when the clock was stopped: it ends when it runs again",
        ]

    def test_of_months(self) -> None:
        steps = (Notice, "2008-10-08 10:00"), (Pay, "2008-10-22 15:00")
        told = str(due(request(Months(1), paused(EndDays.NEITHER)), "2008-10-01 09:00", *steps).trace).split("\n")
        assert told[3:5] == [
            "2008-11-01 Sat  +  1 month: the same number of the month (Civil Code art. 147)",
            "2008-11-16 Sun  +  15 days more: the clock was paused from 08.10 to 22.10 (Civil Code art. 10(2))",
        ]

    def test_of_months_stopped_on_the_last_day(self) -> None:
        steps = (Notice, "2008-11-01 10:00"), (Pay, "2008-11-02 15:00")
        told = str(due(request(Months(1), paused(EndDays.BOTH)), "2008-10-01 09:00", *steps).trace).split("\n")
        assert told[3:5] == [
            "2008-11-01 Sat  +  1 month: the same number of the month (Civil Code art. 147)",
            "2008-11-02 Sun  -  its last day had come when the clock was stopped: it ends when it runs again",
        ]

    def test_of_hours(self) -> None:
        steps = (Notice, "2008-10-01 10:00"), (Pay, "2008-10-01 12:00")
        told = str(due(request(Hours(3), paused()), "2008-10-01 09:00", *steps).trace).split("\n")
        assert told[2:] == [
            "2008-10-01 Wed  -  paused from 01.10 10:00 to 01.10 12:00 (Civil Code art. 10(2))",
            "2008-10-01 Wed  +  3 hours, until 14:00",
        ]


class TestStoppedInTime:
    """What is stopped in time ends no sooner than it runs again; what had run out is not saved."""

    @pytest.mark.parametrize("counts", EndDays)
    @pytest.mark.parametrize("term", [Days(2), WorkingDays(2), earliest(Days(2), Days(9))], ids=str)
    def test_on_the_last_day(self, term: Term, counts: EndDays) -> None:
        """2 days from Wednesday 1 October: Friday 3. Where the day on which it was stopped does not count, one day is
        left; else it ends on the Monday on which it runs again."""
        steps = (Notice, "2008-10-03 10:00"), (Pay, "2008-10-06 10:00")
        last = {EndDays.NEITHER: "2008-10-07"}.get(counts, "2008-10-06")
        assert str(due(request(term, paused(counts)), "2008-10-01 09:00", *steps).raw) == last

    @pytest.mark.parametrize("counts", EndDays)
    def test_a_least_term_has_passed_on_its_first_lawful_day(self, counts: EndDays) -> None:
        """At least 3 days: lawful from Saturday 4 on, which is not undone by what stops the clock on that day."""
        lifecycle, steps = request(at_least(Days(3)), paused(counts)), [(Notice, "2008-10-04 10:00")]
        one = due(lifecycle, "2008-10-01 09:00", *steps, now="2008-10-06 10:00")
        assert (one.raw, one.status(at("2008-10-06 10:00"))) == (date(2008, 10, 4), Status.MET)
        assert "paused" not in str(one.trace)
        before = (Notice, "2008-10-03 10:00"), (Pay, "2008-10-06 10:00")
        last = {EndDays.NEITHER: "2008-10-08", EndDays.BOTH: "2008-10-06"}.get(counts, "2008-10-07")
        assert str(due(lifecycle, "2008-10-01 09:00", *before).raw) == last

    def test_and_running_again_on_a_day_off(self) -> None:
        """A term in working days that was used up on the Friday ends on the Monday, not before it runs again."""
        steps = (Notice, "2008-10-03 10:00"), (Pay, "2008-10-05 10:00")
        assert str(due(request(WorkingDays(2), paused()), "2008-10-01 09:00", *steps).raw) == "2008-10-06"
        assert str(due(request(Days(2), paused()), "2008-10-01 09:00", *steps).raw) == "2008-10-05"

    @pytest.mark.parametrize("counts", EndDays)
    def test_a_day_too_late(self, counts: EndDays) -> None:
        steps = (Notice, "2008-10-04 00:00"), (Pay, "2008-10-06 10:00")
        assert str(due(request(Days(2), paused(counts)), "2008-10-01 09:00", *steps).raw) == "2008-10-03"

    def test_on_the_day_to_which_the_last_one_rolls(self) -> None:
        """3 days: Saturday 4, which rolls to Monday 6. Stopped on that Monday, it had not run out."""
        law = LAW_THAT_ROLLS
        steps = (Notice, "2008-10-06 10:00"), (Pay, "2008-10-09 10:00")
        assert due(request(Days(3), paused(), law=law), "2008-10-01 09:00", *steps).last == date(2008, 10, 9)
        assert due(request(Days(3), paused()), "2008-10-01 09:00", *steps).last == date(2008, 10, 4)
        late = (Notice, "2008-10-07 10:00"), (Pay, "2008-10-09 10:00")
        assert due(request(Days(3), paused(), law=law), "2008-10-01 09:00", *late).last == date(2008, 10, 6)

    def test_hours_on_the_day_to_which_they_roll(self) -> None:
        """72 hours end on Saturday at 9:00, which rolls to Monday 9:00. Stopped on the Sunday they had not run out."""
        steps = (Notice, "2008-10-05 10:00"), (Pay, "2008-10-07 10:00")
        lifecycle = request(Hours(72), paused(), law=LAW_THAT_ROLLS)
        assert due(lifecycle, "2008-10-01 09:00", *steps).last == at("2008-10-07 10:00")
        assert due(request(Hours(72), paused()), "2008-10-01 09:00", *steps).last == at("2008-10-04 09:00")

    def test_hours_stopped_at_the_instant_of_their_end_had_run_out(self) -> None:
        steps = (Notice, "2008-10-01 11:00"), (Pay, "2008-10-01 15:00")
        for term in (Hours(2), WorkingHours(2)):
            assert due(request(term, paused()), "2008-10-01 09:00", *steps).raw == at("2008-10-01 11:00")
            one = due(request(term, paused()), "2008-10-01 09:00", steps[0], now="2008-10-01 14:00")
            assert (one.paused, one.status(at("2008-10-01 14:00"))) == (None, Status.OVERDUE)

    def test_the_first_of_two_terms_hands_the_day_on(self) -> None:
        """2 days, to the 3rd, and 3 more. Stopped on the 3rd, run again on the 6th, and both days count: the 6th is the
        first of the three."""
        steps = (Extend, "2008-10-02 10:00", {"to": further(Days(3))}), (Notice, "2008-10-03 10:00"), (
            Pay, "2008-10-06 10:00",
        )  # fmt: skip
        assert (
            str(due(request(Days(2), EXTENDED, paused(EndDays.BOTH)), "2008-10-01 09:00", *steps).raw) == "2008-10-08"
        )
        assert str(due(request(Days(2), EXTENDED, paused()), "2008-10-01 09:00", *steps).raw) == "2008-10-09"


class TestWhatLetsItRunAgain:
    @pytest.mark.parametrize("ends", [Pay, Waive])
    def test_any_of_several(self, ends: Any) -> None:
        steps = (Notice, "2008-10-03 10:00"), (ends, "2008-10-06 10:00")
        assert due(request(Days(10), paused()), "2008-10-01 09:00", *steps).raw == date(2008, 10, 14)

    @pytest.mark.parametrize("stops", [Notice, Query])
    def test_any_of_several_stops_it(self, stops: Any) -> None:
        lifecycle = request(Days(10), owed.paused((Notice, Query), (Pay, Clarify)))
        steps = (stops, "2008-10-03 10:00"), (Pay, "2008-10-06 10:00")
        assert due(lifecycle, "2008-10-01 09:00", *steps).raw == date(2008, 10, 14)

    def test_of_two_pauses_each_is_ended_by_its_own(self) -> None:
        """For a fee from the 3rd to the 10th, for a question from the 6th to the 8th: what answers the question pays no
        fee. Seven days."""
        lifecycle = request(Days(20), paused(), owed.paused(Query, Clarify))
        steps = (
            (Notice, "2008-10-03 10:00"), (Query, "2008-10-06 10:00"), (Clarify, "2008-10-08 10:00"),
            (Pay, "2008-10-10 10:00"),
        )  # fmt: skip
        assert due(lifecycle, "2008-10-01 09:00", *steps).raw == date(2008, 10, 28)
        told = [str(line.text) for line in due(lifecycle, "2008-10-01 09:00", *steps).trace][1:3]
        assert told == ["Notice: the clock is stopped", "Pay: the clock runs again"]

    def test_two_that_overlap_stand_still_once(self) -> None:
        """From the 3rd to the 8th, from the 6th to the 10th: 4 to 10, seven days, each with its own end days."""
        lifecycle = request(Days(20), paused(), owed.paused(Query, Clarify, counts=EndDays.NEITHER))
        steps = (
            (Notice, "2008-10-03 10:00"), (Query, "2008-10-06 10:00"), (Pay, "2008-10-08 10:00"),
            (Clarify, "2008-10-10 10:00"),
        )  # fmt: skip
        assert due(lifecycle, "2008-10-01 09:00", *steps).raw == date(2008, 10, 28)

    def test_one_action_may_stop_it_in_two_rows(self) -> None:
        """As several ways were said before there was a tuple for them."""
        lifecycle = request(Days(10), owed.paused(Notice, Pay), owed.paused(Notice, Waive, counts=EndDays.NEITHER))
        for ends, last in ((Pay, "2008-10-14"), (Waive, "2008-10-15")):
            steps = (Notice, "2008-10-03 10:00"), (ends, "2008-10-06 10:00")
            assert str(due(lifecycle, "2008-10-01 09:00", *steps).raw) == last

    def test_one_that_also_moves_it_does_both(self) -> None:
        """Run again on the 6th, 3 days later, and 5 more."""
        lifecycle = request(Days(10), owed.moved(Pay, further(Days(5))), owed.paused(Notice, Pay))
        steps = (Notice, "2008-10-03 10:00"), (Pay, "2008-10-06 10:00")
        assert due(lifecycle, "2008-10-01 09:00", *steps).raw == date(2008, 10, 19)

    def test_one_that_also_stops_it_for_something_else(self) -> None:
        lifecycle = request(Days(20), owed.paused(Notice, Query), owed.paused(Query, Clarify))
        steps = (Notice, "2008-10-03 10:00"), (Query, "2008-10-06 10:00"), (Clarify, "2008-10-10 10:00")
        assert due(lifecycle, "2008-10-01 09:00", *steps).raw == date(2008, 10, 28)


class TestHowItStands:
    """10 days from Wednesday 1 October: Saturday 11, of which Friday 10 is the office's own target."""

    @pytest.mark.parametrize("term", [Days(10), WorkingDays(7), Hours(240), WorkingHours(70), PROMPTLY, NOT_YET_NAMED])
    def test_stopped_in_time_it_is_paused_and_stays_so(self, term: Term) -> None:
        lifecycle = request(term, paused())
        entity = lived(lifecycle, "2008-10-01 09:00", [(Notice, "2008-10-10 09:00")])
        for now in ("2008-10-10 09:00", "2008-10-11 12:00", "2008-10-12 12:00", "2009-06-01 09:00"):
            (one,) = lifecycle.due(entity, at(now), open=True)
            assert one.status(at(now)) is Status.PAUSED
            assert one.status(at("2010-01-01 09:00")) is Status.PAUSED
            assert not one.has_run_out(at("2010-01-01 09:00"))
        assert lifecycle.next_wakeups(entity, at("2008-10-10 09:00")) == ()

    def test_since_when_is_told(self) -> None:
        steps = [(Notice, "2008-10-10 09:00")]
        assert due(request(Days(10), paused()), "2008-10-01 09:00", *steps).paused == date(2008, 10, 10)
        assert due(request(Hours(240), paused()), "2008-10-01 09:00", *steps).paused == at("2008-10-10 09:00")

    def test_before_it_was_stopped_it_ran(self) -> None:
        one = due(request(Days(10), paused()), "2008-10-01 09:00", (Notice, "2008-10-10 09:00"))
        assert one.status(at("2008-10-09 09:00")) is Status.RUNNING

    def test_stopped_too_late_it_is_overdue(self) -> None:
        one = due(request(Days(10), paused()), "2008-10-01 09:00", (Notice, "2008-10-12 09:00"), now="2008-10-20 09:00")
        assert (one.paused, one.raw, one.status(at("2008-10-20 09:00"))) == (None, date(2008, 10, 11), Status.OVERDUE)

    def test_running_again_it_is_as_its_days_say(self) -> None:
        steps = (Notice, "2008-10-10 09:00"), (Pay, "2008-10-12 09:00")
        one = due(request(Days(10), paused()), "2008-10-01 09:00", *steps)
        assert (one.paused, one.raw, one.status(at("2008-10-12 09:00"))) == (None, date(2008, 10, 13), Status.RUNNING)

    @pytest.mark.parametrize(("done", "how"), [(Answer, Status.MET), (Drop, Status.LIFTED)])
    def test_met_or_ended_it_is_paused_no_more(self, done: Any, how: Status) -> None:
        """Neither is ever too late for it: a pause that was never ended lasts until then."""
        lifecycle = request(Days(10), paused())
        one = due(lifecycle, "2008-10-01 09:00", (Notice, "2008-10-10 09:00"), (done, "2008-12-01 09:00"))
        assert (one.paused, one.status(at("2008-12-02 09:00"))) == (None, how)

    def test_lifted_it_is_lifted(self) -> None:
        steps = (Notice, "2008-10-10 09:00"), (Extend, "2008-10-11 09:00", {"to": None})
        one = due(request(Days(10), EXTENDED, paused()), "2008-10-01 09:00", *steps)
        assert (one.paused, one.status(at("2008-10-12 09:00"))) == (None, Status.LIFTED)

    def test_a_least_term_is_paused_before_its_first_lawful_day_only(self) -> None:
        lifecycle = request(at_least(Days(10)), paused())
        early = due(lifecycle, "2008-10-01 09:00", (Notice, "2008-10-10 09:00"), now="2008-12-01 09:00")
        assert early.status(at("2008-12-01 09:00")) is Status.PAUSED
        late = due(lifecycle, "2008-10-01 09:00", (Notice, "2008-10-12 09:00"), now="2008-12-01 09:00")
        assert late.status(at("2008-12-01 09:00")) is Status.MET

    @pytest.mark.parametrize(
        "term", [Until(date(2008, 10, 10)), before(date(2008, 10, 13), Days(3)), at_least(Until(date(2008, 10, 10)))]
    )
    def test_a_day_of_its_own_does_not_stand_still(self, term: Term) -> None:
        lifecycle = request(term, paused())
        one = due(lifecycle, "2008-10-01 09:00", (Notice, "2008-10-08 09:00"), now="2008-10-09 09:00")
        assert (one.paused, one.raw, one.status(at("2008-10-09 09:00"))) == (None, date(2008, 10, 10), Status.RUNNING)
        (wakeup, *_) = lifecycle.next_wakeups(
            lived(lifecycle, "2008-10-01 09:00", [(Notice, "2008-10-08 09:00")]), at("2008-10-09 09:00")
        )
        assert wakeup.status is (Status.MET if term.least else Status.OVERDUE)

    def test_nor_does_the_same_working_day(self) -> None:
        one = due(request(SAME_WORKING_DAY, paused()), "2008-10-01 09:00", (Notice, "2008-10-01 10:00"))
        assert (one.paused, one.raw) == (None, date(2008, 10, 1))

    @pytest.mark.parametrize(
        "term",
        [earliest(Days(10), Until(date(2008, 10, 20))), earliest(Until(date(2008, 10, 20)), Days(10)),
         earliest(earliest(Days(10), Until(date(2008, 10, 20))), Until(date(2008, 12, 1)))],
        ids=["the other", "the one", "both"],
    )  # fmt: skip
    def test_of_two_the_one_with_a_day_of_its_own_runs_on(self, term: Term) -> None:
        lifecycle = request(term, paused())
        one = due(lifecycle, "2008-10-01 09:00", (Notice, "2008-10-08 09:00"), now="2008-10-13 09:00")
        assert (one.paused, one.raw) == (None, date(2008, 10, 20))
        assert "Notice: while the clock stands still, only this runs: until 2008-10-20" in str(one.trace)
        again = due(lifecycle, "2008-10-01 09:00", (Notice, "2008-10-08 09:00"), (Pay, "2008-10-13 09:00"))
        assert again.raw == date(2008, 10, 16)

    def test_it_is_pickled(self) -> None:
        one = due(request(Hours(240), paused()), "2008-10-01 09:00", (Notice, "2008-10-10 09:00"))
        assert pickle.loads(pickle.dumps(one)) == one
        assert pickle.loads(pickle.dumps(one)).paused == at("2008-10-10 09:00")

    def test_one_of_several_is_paused_alone(self) -> None:
        lifecycle = request(Days(10), paused(), keyed=True)
        steps = (AskToo, "2008-10-02 09:00", {"key": "b"}), (Notice, "2008-10-08 09:00", {"key": "b"})
        found = lifecycle.due(lived(lifecycle, "2008-10-01 09:00", steps), at("2008-10-10 09:00"))
        assert [(one.key, one.status(at("2008-10-10 09:00"))) for one in found] == [
            (None, Status.RUNNING),
            ("b", Status.PAUSED),
        ]
