"""One date without any process: until when, how it is reached, how much has passed and is left.

2026: 1 January is a Thursday, 13 February a Friday, 2 March a Monday. Days off as decreed, at ``one_duty``.
"""

import pickle
from datetime import date, datetime, time

import pendulum
import pytest
from one_duty import ACT, BERLIN, FIVE, LAST_DAY, LAW, ROLLED, SIX, UZ, UZ_2026, Move, at, due_of, duty, lived

from prcomm import (
    NOT_YET_NAMED,
    PROMPTLY,
    SAME_WORKING_DAY,
    Amount,
    BadInput,
    Calendar,
    Conventions,
    Count,
    Dated,
    Days,
    Hours,
    Law,
    Minutes,
    Months,
    NotInForce,
    Office,
    SpecialDay,
    Term,
    Until,
    WorkingDays,
    WorkingHours,
    WorkingMinutes,
    at_least,
    before,
    each_month,
    earliest,
    further,
    plain,
    until,
)
from prcomm.core.calendar.days import WEEKS
from prcomm.core.calendar.law import OpenLaw
from prcomm.core.calendar.terms import Before

COURT = plain("court days", off=[date(2026, 3, 3)])
DAYS = Dated.of("days to answer", 15, ACT(1), since=date(2020, 1, 1))


def faults(*args: object) -> tuple[str, ...]:
    with pytest.raises(BadInput) as caught:
        _ = Count(*args).raw  # type: ignore[arg-type]  # what is tried
    return caught.value.faults


class TestUntil:
    @pytest.mark.parametrize(
        ("term", "last"),
        [
            pytest.param(Days(15), date(2026, 2, 28), id="days"),
            pytest.param(WorkingDays(15), date(2026, 3, 6), id="working days"),
            pytest.param(WorkingDays(16), date(2026, 3, 10), id="over 9 March, off instead of the 8th"),
            pytest.param(Months(1), date(2026, 3, 13), id="months"),
            pytest.param(SAME_WORKING_DAY, date(2026, 2, 13), id="the same working day"),
            pytest.param(PROMPTLY, None, id="no number"),
        ],
    )
    def test_from_a_day(self, term: Term, last: date | None) -> None:
        """Friday 13 February 2026."""
        assert until(date(2026, 2, 13), term, FIVE, UZ_2026) == last

    def test_without_a_calendar_the_week_of_the_office_counts(self) -> None:
        assert until(date(2026, 3, 6), WorkingDays(1), FIVE) == date(2026, 3, 9)
        assert until(date(2026, 3, 6), WorkingDays(1), SIX) == date(2026, 3, 7)

    @pytest.mark.parametrize(
        ("term", "last"),
        [
            (Hours(72), "2026-02-16 10:00"),
            (Minutes(90), "2026-02-13 11:30"),
            (WorkingHours(10), "2026-02-16 11:00"),
            (WorkingMinutes(490), "2026-02-16 09:10"),
        ],
    )
    def test_from_an_instant(self, term: Term, last: str) -> None:
        """Friday at 10; the office closes at 18."""
        assert until(at("2026-02-13 10:00"), term, FIVE, UZ_2026) == at(last)

    def test_the_day_is_the_offices(self) -> None:
        """23:30 in Berlin is the next day in Tashkent."""
        assert until(at("2026-02-13 23:30", BERLIN.zone), Days(1), FIVE) == date(2026, 2, 15)

    def test_by_a_law_the_last_day_binds_as_it_says(self) -> None:
        """28 February is a Saturday; the day rolls to Monday 2 March under a Reform."""
        assert until(date(2026, 2, 13), Days(15), FIVE, UZ) == date(2026, 2, 28)
        assert until(date(2026, 2, 13), Days(15), FIVE, UZ.under(ROLLED)) == date(2026, 3, 2)
        assert until(at("2026-02-13 10:00"), Hours(24), FIVE, UZ.under(ROLLED)) == at("2026-02-16 09:00")

    def test_a_dated_number_is_read_from_the_law(self) -> None:
        assert until(date(2026, 2, 13), Days(DAYS), FIVE, UZ) == date(2026, 2, 28)
        with pytest.raises(NotInForce):
            until(date(2019, 2, 13), Days(DAYS), FIVE, UZ)
        assert faults(date(2026, 2, 13), Days(DAYS), FIVE) == (
            "'days to answer' is known only under a law: term.under(law)",
        )

    @pytest.mark.parametrize(
        ("args", "told"),
        [
            ((date(2026, 2, 13), Hours(1), FIVE), "a term in hours is counted from an instant, not from a day"),
            (
                (datetime(2026, 2, 13), Days(1), FIVE),  # noqa: DTZ001  # the mistake itself
                "since: a day, or an instant with a zone, not 2026-02-13T00:00:00",
            ),
            (("2026-02-13", Days(1), FIVE), "since: a day or an instant, not '2026-02-13'"),
            ((date(2026, 2, 13), Days(1), FIVE, "UZ"), "by: a Calendar or a Law, not 'UZ'"),
        ],
    )
    def test_what_can_not_be_counted(self, args: tuple[object, ...], told: str) -> None:
        assert faults(*args) == (told,)


class TestBefore:
    def test_of_an_office_it_is_a_day(self) -> None:
        """Three working days before Tuesday 10 March: Friday 6, Thursday 5, Wednesday 4."""
        assert before(date(2026, 3, 10), WorkingDays(3), FIVE, UZ_2026) == date(2026, 3, 4)
        assert before(date(2026, 3, 10), Days(3), FIVE) == date(2026, 3, 7)
        assert before(at("2026-03-10 10:00"), Months(1), FIVE) == date(2026, 2, 10)

    def test_without_one_a_term(self) -> None:
        assert before(date(2026, 3, 10), Days(3)) == Before(date(2026, 3, 10), Days(3))

    def test_by_a_law_it_rolls_back(self) -> None:
        """7 March is a Saturday."""
        assert before(date(2026, 3, 10), Days(3), FIVE, UZ.under(ROLLED)) == date(2026, 3, 6)


class TestTrace:
    def test_day_by_day(self) -> None:
        lines = [str(line) for line in Count(date(2026, 3, 5), WorkingDays(2), FIVE, UZ_2026).trace]
        assert lines == [
            "2026-03-05 Thu  -  day 0: the event itself",
            "2026-03-06 Fri  +  working day 1",
            "2026-03-07 Sat  -  Saturday (Labour Code art. 207)",
            "2026-03-08 Sun  -  Women's Day (Labour Code art. 208(1))",
            "2026-03-09 Mon  -  instead of Sun 8 March (PF-257 art. 1, OFFICIAL)",
            "2026-03-10 Tue  +  working day 2",
        ]

    def test_by_a_law_with_what_it_rests_on(self) -> None:
        lines = str(Count(date(2026, 2, 13), Days(15), FIVE, UZ.under(ROLLED)).trace).splitlines()
        assert lines[0] == "2026-02-13 Fri  -  day 0: the event itself (Civil Code art. 146)"
        assert lines[-3:] == [
            "2026-02-28 Sat  -  Saturday (Labour Code art. 207)",
            "2026-03-01 Sun  -  Sunday (Labour Code art. 207)",
            "2026-03-02 Mon  +  the last day: " + str(ROLLED.to.value) + " (Labour Code art. 9, ANALOGY)",
        ]

    def test_of_what_was_not_decreed_it_says_so(self) -> None:
        count = Count(date(2026, 12, 30), WorkingDays(3), FIVE, UZ_2026)
        assert count.provisional
        assert str(count.trace).splitlines()[-1].endswith("by the general rule alone")
        assert not Count(date(2026, 12, 30), PROMPTLY, FIVE, UZ_2026).provisional

    def test_of_hours_there_is_no_day_zero(self) -> None:
        assert len(Count(at("2026-03-05 10:00"), Hours(2), FIVE).trace) == 1


class TestADayItself:
    def test_rolled(self) -> None:
        assert Count(date(2026, 2, 13), Days(15), FIVE).rolled == date(2026, 3, 2)
        assert Count(date(2026, 3, 10), before(date(2026, 3, 10), Days(3)), FIVE).rolled == date(2026, 3, 6)
        assert Count(at("2026-02-13 10:00"), Hours(24), FIVE).rolled == at("2026-02-16 09:00")
        assert Count(date(2026, 2, 13), NOT_YET_NAMED, FIVE).rolled is None


class TestPassedAndLeft:
    @pytest.mark.parametrize(
        ("term", "passed", "left"),
        [
            pytest.param(Days(15), "5 days", "10 days", id="days"),
            pytest.param(WorkingDays(15), "3 working days", "12 working days", id="working days"),
            pytest.param(Months(2), "5 days", "1 month and 26 days", id="months"),
            pytest.param(at_least(Days(15)), "5 days", "10 days", id="at least"),
            pytest.param(further(WorkingDays(15)), "3 working days", "12 working days", id="so much more"),
            pytest.param(earliest(Days(40), WorkingDays(15)), "3 working days", "12 working days", id="the earlier"),
            pytest.param(Until(date(2026, 2, 20)), "5 days", "2 days", id="a day that was named"),
            pytest.param(
                before(date(2026, 3, 10), WorkingDays(3)), "3 working days", "10 working days", id="backwards"
            ),
            pytest.param(SAME_WORKING_DAY, "5 days", "5 days over", id="the same day"),
        ],
    )
    def test_from_friday_13_to_wednesday_18_february(self, term: Term, passed: str, left: str) -> None:
        count = Count(date(2026, 2, 13), term, FIVE, UZ_2026)
        assert (str(count.passed(date(2026, 2, 18))), str(count.left(date(2026, 2, 18)))) == (passed, left)

    @pytest.mark.parametrize(
        ("term", "passed", "left"),
        [
            pytest.param(Hours(72), "3 hours and 30 minutes", "68 hours and 30 minutes", id="hours"),
            pytest.param(Minutes(300), "210 minutes", "90 minutes", id="minutes"),
            pytest.param(WorkingHours(4), "3 working hours and 30 working minutes", "30 working minutes", id="working"),
            pytest.param(WorkingMinutes(200), "210 working minutes", "10 working minutes over", id="working minutes"),
            pytest.param(
                Until(at("2026-02-13 12:00")), "3 hours and 30 minutes", "1 hour and 30 minutes over", id="until"
            ),
        ],
    )
    def test_from_10_to_half_past_one(self, term: Term, passed: str, left: str) -> None:
        count = Count(at("2026-02-13 10:00"), term, FIVE, UZ_2026)
        asked = at("2026-02-13 13:30")
        assert (str(count.passed(asked)), str(count.left(asked))) == (passed, left)

    def test_of_a_day_it_is_its_beginning(self) -> None:
        assert str(Count(at("2026-02-13 10:00"), Hours(72), FIVE).left(date(2026, 2, 16))) == "10 hours"

    def test_on_the_last_day_nothing_is_left_and_after_it_so_much_is_over(self) -> None:
        count = Count(date(2026, 2, 13), WorkingDays(2), FIVE)
        assert count.left(date(2026, 2, 17)) == Amount((WorkingDays(0),))
        assert count.left(date(2026, 2, 19)) == Amount((WorkingDays(2),), over=True)
        over = count.left(date(2026, 2, 19))
        assert over is not None
        assert (over.n, str(over)) == (-2, "2 working days over")

    def test_of_what_has_no_number_there_is_none(self) -> None:
        count = Count(date(2026, 2, 13), PROMPTLY, FIVE)
        assert (count.passed(date(2026, 2, 18)), count.left(date(2026, 2, 18)), count.last) == (None, None, None)

    def test_of_a_term_without_a_unit_nobody_asks(self) -> None:
        start = Count(date(2026, 2, 13), Days(1), FIVE).start
        with pytest.raises(TypeError, match="Promptly has no unit"):
            PROMPTLY.lasting(start, 1, 2)

    def test_in_another_language(self) -> None:
        from prcomm.labels import say

        left = Count(date(2026, 2, 13), Months(2), FIVE).left(date(2026, 2, 18))
        assert left is not None
        assert left.rendered(say("ru")) == "1 месяц и 26 дней"


class TestOfADue:
    def test_left_and_passed(self) -> None:
        due = due_of(WorkingDays(15), "2026-02-13 10:00", law=UZ)
        assert str(due.left(at("2026-02-18 09:00"))) == "12 working days"
        assert str(due.passed(at("2026-02-18 09:00"))) == "3 working days"
        assert str(due.left(at("2026-03-11 09:00"))) == "2 working days over"

    def test_of_hours(self) -> None:
        due = due_of(Hours(4), "2026-02-13 10:00")
        assert str(due.left(at("2026-02-13 13:30"))) == "30 minutes"
        assert str(due.passed(at("2026-02-13 13:30"))) == "3 hours and 30 minutes"

    def test_of_what_has_no_number(self) -> None:
        due = due_of(PROMPTLY, "2026-02-13 10:00")
        assert (due.left(at("2026-02-18 09:00")), due.passed(at("2026-02-18 09:00"))) == (None, None)

    def test_in_the_unit_of_the_last_of_its_terms(self) -> None:
        due = due_of(Days(10), "2026-02-13 10:00", (Move, "2026-02-16 10:00", {"to": further(WorkingDays(5))}))
        assert str(due.left(at("2026-02-24 10:00"))) == "4 working days"

    def test_of_a_period_it_is_told_in_days(self) -> None:
        lifecycle = duty(each_month(day=10))
        due = lifecycle.due(lived(lifecycle, FIVE, "2026-03-01 00:00"), at("2026-03-08 10:00"))[0]
        assert str(due.left(at("2026-03-08 10:00"))) == "2 days"

    def test_a_pickled_one_has_no_days_off(self) -> None:
        days = pickle.loads(pickle.dumps(due_of(Days(3), "2026-03-05 10:00")))
        assert str(days.left(at("2026-03-06 10:00"))) == "2 days"
        working = pickle.loads(pickle.dumps(due_of(WorkingDays(3), "2026-03-05 10:00")))
        with pytest.raises(BadInput, match="it was pickled, without its days off: ask the lifecycle for it again"):
            working.left(at("2026-03-06 10:00"))
        assert pickle.loads(pickle.dumps(due_of(PROMPTLY, "2026-03-05 10:00"))).left(at("2026-03-06 10:00")) is None


class TestACalendarOfItsOwn:
    """Tuesday 3 March is no court day, and is worked elsewhere; the 9th is a day off elsewhere."""

    def test_of_working_days(self) -> None:
        term = WorkingDays(3, calendar=COURT)
        assert until(date(2026, 3, 2), term, FIVE, UZ_2026) == date(2026, 3, 6)
        assert until(date(2026, 3, 2), WorkingDays(3), FIVE, UZ_2026) == date(2026, 3, 5)
        assert until(date(2026, 3, 6), term, FIVE, UZ_2026) == date(2026, 3, 11)
        assert str(term) == "3 working days by the calendar court days"
        assert before(date(2026, 3, 5), WorkingDays(2, calendar=COURT), FIVE) == date(2026, 3, 2)

    def test_of_working_hours(self) -> None:
        assert until(at("2026-03-02 17:00"), WorkingHours(2, calendar=COURT), FIVE, UZ_2026) == at("2026-03-04 10:00")
        left = Count(at("2026-03-02 17:00"), WorkingMinutes(120, calendar=COURT), FIVE).left(at("2026-03-03 12:00"))
        assert left == Amount((WorkingMinutes(60, calendar=COURT),))

    def test_its_days_off_are_told(self) -> None:
        lines = str(Count(date(2026, 3, 2), WorkingDays(1, calendar=COURT), FIVE, UZ_2026).trace).splitlines()
        assert lines[1] == "2026-03-03 Tue  -  a day off"

    def test_a_due_rolls_by_it(self) -> None:
        """From Friday 27 February: 28, 1, 2 and 3 March, which is no court day; it rolls to the 4th."""
        court = at_least(WorkingDays(0, calendar=COURT))
        due = due_of(court, "2026-03-03 10:00", law=UZ)
        assert due.raw == date(2026, 3, 4)
        other = due_of(WorkingDays(2, calendar=COURT), "2026-03-02 10:00", law=UZ)
        assert (other.raw, other.rolled, other.control) == (date(2026, 3, 5),) * 3
        assert "a day off" in str(other.trace)

    def test_whichever_ends_first_by_its_own(self) -> None:
        both = earliest(WorkingDays(20), WorkingDays(1, calendar=COURT))
        assert due_of(both, "2026-03-02 10:00", law=UZ).last == date(2026, 3, 4)
        assert due_of(earliest(Days(1), WorkingDays(5, calendar=COURT)), "2026-03-02 10:00", law=UZ).last == date(
            2026, 3, 3
        )

    def test_a_dated_number(self) -> None:
        term = WorkingDays(DAYS, calendar=COURT)
        law = UZ.on(date(2026, 3, 2))
        assert term.under(law) == WorkingDays(15, calendar=COURT)
        assert WorkingDays(3, calendar=COURT).under(law) == WorkingDays(3, calendar=COURT)

    def test_as_known_on_a_day_it_knows_no_more_than_the_law(self) -> None:
        decreed = Calendar("court", (SpecialDay(date(2026, 3, 4), "x", (), decreed=date(2026, 3, 1)),))
        law = Law("x", WEEKS.known(date(2026, 2, 1)), LAST_DAY, Conventions()).on(date(2026, 2, 2))
        assert isinstance(law, OpenLaw)
        known = WorkingDays(2, calendar=decreed).under(law)
        assert until(date(2026, 3, 3), known, FIVE) == date(2026, 3, 5)
        assert known.under(law) is known
        assert until(date(2026, 3, 3), WorkingDays(1, calendar=decreed), FIVE) == date(2026, 3, 5)

    def test_an_office_with_a_calendar_of_its_own(self) -> None:
        country = Calendar("country", own=(COURT,))
        court = Office("court", zone="Asia/Tashkent", calendar="court days", opens=time(10), closes=time(17))
        assert until(date(2026, 3, 2), WorkingDays(1), court, country) == date(2026, 3, 4)
        assert until(date(2026, 3, 2), WorkingDays(1, calendar=UZ_2026), court, country) == date(2026, 3, 3)


def test_a_law_without_conventions_cites_nothing() -> None:
    lines = Count(date(2026, 3, 2), Days(1), FIVE, Law("x", WEEKS, LAST_DAY)).trace
    assert [line.cites for line in lines] == [(), ()]
    assert LAW.conventions.months == Count(date(2026, 3, 2), Months(1), FIVE, LAW).start.months
    assert pendulum.Date(2026, 4, 2) == Count(date(2026, 3, 2), Months(1), FIVE, LAW).last
