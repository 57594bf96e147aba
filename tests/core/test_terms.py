"""The algebra of terms. The event is day 0; the count begins with the next day (Civil Code 146 and 147)."""

import random
from datetime import date, datetime, timedelta
from typing import Any, Final

import pendulum
import pytest
from dateutil.relativedelta import relativedelta
from hypothesis import given, strategies as st
from one_duty import ACT, BERLIN, FIVE, MOVED, QUARTERLY, SIX, UZ_2026, Move, at, due_of

from prcomm import (
    NOT_YET_NAMED,
    PROMPTLY,
    SAME_WORKING_DAY,
    STANDS,
    WEEKS,
    BadInput,
    Basis,
    Calendar,
    Days,
    Hours,
    Months,
    Office,
    Term,
    Trace,
    Until,
    WorkingDays,
    WorkingHours,
    at_least,
    before,
    each_month,
    earliest,
    further,
)
from prcomm.core.calendar.days import day
from prcomm.core.calendar.pauses import Hold
from prcomm.core.calendar.terms import Start, month_later
from prcomm.core.calendar.traces import TraceLine


def start(
    text: str, *pauses: tuple[str, str], office: Office = FIVE, calendar: Calendar = UZ_2026, instant: bool = True
) -> Start:
    """The start of a count, with its pauses."""
    begun = at(text, office.zone)
    holds = tuple(Hold.of(at(one, office.zone), at(two, office.zone), office) for one, two in pauses)
    return Start(begun.toordinal(), begun if instant else None, calendar.of(office), office, holds, (ACT(147),))


def end(term: Term, *args: Any, **kwargs: Any) -> str | None:
    """Where a term ends: a day, or an instant to the minute."""
    ends = term.end(start(*args, **kwargs))
    if isinstance(ends, int):
        return day(ends).isoformat()
    return None if ends is None else ends.format("YYYY-MM-DD HH:mm")


def lines(term: Term, *args: Any, **kwargs: Any) -> list[str]:
    """The trace, without the citations."""
    return [str(line).split(" (")[0] for line in term.lines(start(*args, **kwargs))]


class TestDays:
    @pytest.mark.parametrize(
        ("n", "last"),
        [
            pytest.param(0, "2026-03-05", id="none: the day itself"),
            pytest.param(1, "2026-03-06", id="the next day"),
            pytest.param(15, "2026-03-20", id="appeals case 3: days off are counted in"),
        ],
    )
    def test_the_day_of_the_event_is_not_counted(self, n: int, last: str) -> None:
        assert end(Days(n), "2026-03-05 10:00") == last

    @pytest.mark.parametrize("hour", ["00:00", "23:59"])
    def test_the_hour_of_the_event_does_not_matter(self, hour: str) -> None:
        assert end(Days(15), f"2026-03-05 {hour}") == "2026-03-20"

    def test_over_29_february(self) -> None:
        assert end(Days(15), "2028-02-20 10:00") == "2028-03-06"

    def test_each_day_is_told(self) -> None:
        assert lines(Days(2), "2026-03-06 10:00") == ["2026-03-07 Sat  +  day 1", "2026-03-08 Sun  +  day 2"]

    @pytest.mark.parametrize(
        ("pause", "last"),
        [
            pytest.param(("2026-03-07 10:00", "2026-03-07 18:00"), "2026-03-15", id="within a day: none"),
            pytest.param(("2026-03-07 10:00", "2026-03-10 18:00"), "2026-03-18", id="8, 9 and 10 are not counted"),
            pytest.param(("2026-03-07 23:59", "2026-03-08 00:01"), "2026-03-16", id="over midnight: one"),
            pytest.param(("2026-03-15 10:00", "2026-03-18 10:00"), "2026-03-18", id="on the last day"),
            pytest.param(("2026-03-16 10:00", "2026-03-18 10:00"), "2026-03-15", id="once it had run out"),
            pytest.param(("2026-03-01 10:00", "2026-03-03 10:00"), "2026-03-15", id="over before it began"),
            pytest.param(("2026-03-03 10:00", "2026-03-07 10:00"), "2026-03-17", id="when it began: 6 and 7"),
        ],
    )
    def test_a_pause_is_of_whole_days(self, pause: tuple[str, str], last: str) -> None:
        """Ten days from 5 March 2026: 15 March, and as many more as were paused."""
        assert end(Days(10), "2026-03-05 10:00", pause) == last

    def test_two_pauses(self) -> None:
        """15 March, two more for 7 and 8, three more for 16, 17 and 18."""
        pauses = ("2026-03-06 10:00", "2026-03-08 10:00"), ("2026-03-15 10:00", "2026-03-18 10:00")
        assert end(Days(10), "2026-03-05 10:00", *pauses) == "2026-03-20"

    def test_a_paused_day_is_told(self) -> None:
        assert lines(Days(2), "2026-03-05 10:00", ("2026-03-06 10:00", "2026-03-08 10:00")) == [
            "2026-03-06 Fri  +  day 1",
            "2026-03-07 Sat  -  the clock was paused",
            "2026-03-08 Sun  -  the clock was paused: the day on which it runs again does not count",
            "2026-03-09 Mon  +  day 2",
        ]

    def test_a_pause_on_the_last_day_is_told(self) -> None:
        assert lines(Days(1), "2026-03-05 10:00", ("2026-03-06 10:00", "2026-03-07 10:00")) == [
            "2026-03-06 Fri  +  day 1",
            "2026-03-07 Sat  -  its last day had come when the clock was stopped: it ends when it runs again",
        ]

    @pytest.mark.parametrize("n", [-1, 1.5, "15", True, None])
    def test_how_many_is_a_whole_number(self, n: Any) -> None:
        with pytest.raises(BadInput, match="a whole number, 0 or more, not"):
            Days(n)


class TestWorkingDays:
    @pytest.mark.parametrize(
        ("n", "begun", "last"),
        [
            pytest.param(5, "2026-03-05 10:00", "2026-03-13", id="6, 10, 11, 12, 13: 7 to 9 are off"),
            pytest.param(3, "2026-03-18 10:00", "2026-03-25", id="19, 24, 25: 20 to 23 are off"),
            pytest.param(1, "2026-03-07 10:00", "2026-03-10", id="from a Saturday"),
            pytest.param(0, "2026-03-10 10:00", "2026-03-10", id="none: that day"),
            pytest.param(0, "2026-03-07 10:00", "2026-03-10", id="none, on a day off: the next working day"),
            pytest.param(3, "2026-12-09 10:00", "2026-12-12", id="10, 11 and the working Saturday 12"),
            pytest.param(2, "2026-12-30 10:00", "2027-01-05", id="31, 1, 2, 3 are off: 4 and 5 January"),
        ],
    )
    def test_days_off_are_not_counted(self, n: int, begun: str, last: str) -> None:
        assert end(WorkingDays(n), begun) == last

    def test_a_week_of_six_days(self) -> None:
        """6, 7, 10 (9 is off), 11, 12 March."""
        assert end(WorkingDays(5), "2026-03-05 10:00", office=SIX) == "2026-03-12"

    def test_each_day_is_told_with_its_act(self) -> None:
        told = Trace(WorkingDays(2).lines(start("2026-03-06 10:00")))
        assert str(told).split("\n") == [
            "2026-03-07 Sat  -  Saturday (Labour Code art. 207)",
            "2026-03-08 Sun  -  Women's Day (Labour Code art. 208(1))",
            "2026-03-09 Mon  -  instead of Sun 8 March (PF-257 art. 1, OFFICIAL)",
            "2026-03-10 Tue  +  working day 1",
            "2026-03-11 Wed  +  working day 2",
        ]

    def test_none_is_told_too(self) -> None:
        assert lines(WorkingDays(0), "2026-03-14 10:00") == [
            "2026-03-14 Sat  -  Saturday",
            "2026-03-15 Sun  -  Sunday",
            "2026-03-16 Mon  +  working day 0",
        ]

    @pytest.mark.parametrize(
        ("pause", "last"),
        [
            pytest.param(("2026-03-06 10:00", "2026-03-06 17:00"), "2026-03-13", id="within a day: none"),
            pytest.param(("2026-03-06 10:00", "2026-03-08 10:00"), "2026-03-13", id="over a weekend: none"),
            pytest.param(("2026-03-06 10:00", "2026-03-10 10:00"), "2026-03-16", id="to Tuesday: one, the 10th"),
            pytest.param(("2026-03-11 10:00", "2026-03-13 10:00"), "2026-03-17", id="12 and 13: two more, 16 and 17"),
            pytest.param(("2026-03-13 10:00", "2026-03-17 10:00"), "2026-03-17", id="on the last day"),
            pytest.param(("2026-03-14 10:00", "2026-03-18 10:00"), "2026-03-13", id="once it had run out"),
            pytest.param(("2026-03-02 10:00", "2026-03-04 10:00"), "2026-03-13", id="over before it began"),
        ],
    )
    def test_a_pause_is_of_working_days(self, pause: tuple[str, str], last: str) -> None:
        """Five working days from 5 March 2026: 6, 10, 11, 12, 13."""
        assert end(WorkingDays(5), "2026-03-05 10:00", pause) == last

    def test_a_pause_over_a_holiday(self) -> None:
        """From 17 March: 18, then paused 19 to 24; 20 to 23 are off anyway, so 19 and 24 are lost: 25, 26."""
        pause = "2026-03-18 10:00", "2026-03-24 10:00"
        assert end(WorkingDays(3), "2026-03-17 10:00", pause) == "2026-03-26"

    def test_a_paused_day_is_told(self) -> None:
        assert lines(WorkingDays(2), "2026-03-12 10:00", ("2026-03-13 10:00", "2026-03-16 10:00")) == [
            "2026-03-13 Fri  +  working day 1",
            "2026-03-14 Sat  -  Saturday",
            "2026-03-15 Sun  -  Sunday",
            "2026-03-16 Mon  -  the clock was paused: the day on which it runs again does not count",
            "2026-03-17 Tue  +  working day 2",
        ]


class TestMonths:
    @pytest.mark.parametrize(
        ("begun", "n", "last"),
        [
            pytest.param("2026-03-05", 1, "2026-04-05", id="the same number"),
            pytest.param("2026-01-31", 1, "2026-02-28", id="the last day of a shorter month"),
            pytest.param("2028-01-31", 1, "2028-02-29", id="of a leap year"),
            pytest.param("2026-01-31", 2, "2026-03-31", id="by two months at once"),
            pytest.param("2026-02-28", 1, "2026-03-28", id="not the last day of a longer one"),
            pytest.param("2026-12-15", 1, "2027-01-15", id="over New Year"),
            pytest.param("2028-02-29", 12, "2029-02-28", id="a year from 29 February"),
            pytest.param("2026-03-31", 0, "2026-03-31", id="none"),
        ],
    )
    def test_the_same_number_or_the_last_day(self, begun: str, n: int, last: str) -> None:
        assert end(Months(n), f"{begun} 10:00") == last

    def test_a_month_is_not_thirty_days(self) -> None:
        """A trap: ``pendulum.duration(months=1)`` is thirty days. From 31 January those end on 2 March."""
        assert pendulum.duration(months=1).days == 30
        assert end(Months(1), "2026-01-31 10:00") != end(Days(30), "2026-01-31 10:00") == "2026-03-02"

    def test_against_dateutil(self) -> None:
        """An independent implementation, on a hundred thousand days."""
        draw, first = random.Random(445), date(1990, 1, 1)
        for _ in range(100_000):
            on, months = first + timedelta(draw.randrange(40_000)), draw.randrange(-30, 60)
            assert month_later(on, months) == on + relativedelta(months=months)

    def test_the_rule_is_cited(self) -> None:
        (line,) = Months(1).lines(start("2026-03-05 10:00"))
        assert str(line) == "2026-04-05 Sun  +  1 month: the same number of the month (Civil Code art. 147)"

    def test_the_last_day_is_told(self) -> None:
        assert lines(Months(1), "2026-01-31 10:00") == ["2026-02-28 Sat  +  1 month: its last day, it has no 31"]

    def test_a_house_may_have_the_rule_without_a_source(self) -> None:
        (line,) = Months(2).lines(Start(1, None, WEEKS.of(FIVE), FIVE))
        assert (line.cites, line.basis) == ((), None)

    @pytest.mark.parametrize(
        ("pause", "last"),
        [
            pytest.param(("2026-03-10 10:00", "2026-03-14 10:00"), "2026-04-09", id="four days more"),
            pytest.param(("2026-04-05 10:00", "2026-04-07 10:00"), "2026-04-07", id="on the last day"),
            pytest.param(("2026-04-06 10:00", "2026-04-08 10:00"), "2026-04-05", id="once it had run out"),
            pytest.param(("2026-03-01 10:00", "2026-03-04 10:00"), "2026-04-05", id="over before it began"),
        ],
    )
    def test_a_pause_is_of_whole_days(self, pause: tuple[str, str], last: str) -> None:
        """A month from 5 March 2026: 5 April."""
        assert end(Months(1), "2026-03-05 10:00", pause) == last

    def test_a_pause_is_told(self) -> None:
        assert lines(Months(1), "2026-03-05 10:00", ("2026-03-10 10:00", "2026-03-14 10:00")) == [
            "2026-04-05 Sun  +  1 month: the same number of the month",
            "2026-04-09 Thu  +  4 days more: the clock was paused from 10.03 to 14.03",
        ]

    def test_a_pause_on_the_last_day_is_told(self) -> None:
        assert lines(Months(1), "2026-03-05 10:00", ("2026-04-05 10:00", "2026-04-06 10:00")) == [
            "2026-04-05 Sun  +  1 month: the same number of the month",
            "2026-04-06 Mon  +  1 day more: the clock was paused from 05.04 to 06.04",
        ]

    def test_a_pause_that_came_too_late_is_not_told(self) -> None:
        assert len(lines(Months(1), "2026-03-05 10:00", ("2026-05-10 10:00", "2026-05-14 10:00"))) == 1


class TestHours:
    def test_by_any_clock(self) -> None:
        assert end(Hours(24), "2026-03-06 17:00") == "2026-03-07 17:00"

    def test_they_are_told(self) -> None:
        assert lines(Hours(24), "2026-03-06 17:00") == ["2026-03-07 Sat  +  24 hours, until 17:00"]

    def test_a_pause_is_told(self) -> None:
        assert lines(Hours(1), "2026-03-06 17:00", ("2026-03-06 17:30", "2026-03-07 09:00")) == [
            "2026-03-06 Fri  -  paused from 06.03 17:30 to 07.03 09:00",
            "2026-03-07 Sat  +  1 hour, until 09:30",
        ]

    @pytest.mark.parametrize("term", [Hours(1), WorkingHours(1)])
    def test_a_pause_that_lay_outside_is_not_told(self, term: Term) -> None:
        """An hour from 14:00: over by then, or not begun before 15:00."""
        earlier, later = ("2026-03-05 10:00", "2026-03-06 14:00"), ("2026-03-06 15:00", "2026-03-07 12:00")
        assert not any("paused" in line for line in lines(term, "2026-03-06 14:00", earlier, later))

    @pytest.mark.parametrize("term", [Hours(3), WorkingHours(3)])
    def test_they_are_counted_from_an_instant(self, term: Term) -> None:
        with pytest.raises(BadInput, match="counted from an instant, not from a day"):
            end(term, "2026-03-06 00:00", instant=False)


class TestWorkingHours:
    def test_over_the_eve_and_the_days_off(self) -> None:
        """Thursday 19 March is an eve, 16 to 17; 20 to 23 are off; Tuesday 24 from 9."""
        assert end(WorkingHours(2), "2026-03-19 16:00") == "2026-03-24 10:00"

    def test_each_day_is_told(self) -> None:
        told = Trace(WorkingHours(2).lines(start("2026-03-19 16:00")))
        assert str(told).split("\n") == [
            "2026-03-19 Thu  +  16:00 to 17:00, the eve of a holiday",
            "2026-03-20 Fri  -  Ramazon hayit (PQ-106 art. 1, REPORTED)",
            "2026-03-21 Sat  -  Navroʻz (Labour Code art. 208(1))",
            "2026-03-22 Sun  -  Sunday (Labour Code art. 207)",
            "2026-03-23 Mon  -  instead of Sat 21 March (PF-257 art. 1, OFFICIAL)",
            "2026-03-24 Tue  +  09:00 to 10:00",
        ]

    def test_a_pause_is_told(self) -> None:
        assert lines(WorkingHours(2), "2026-03-17 17:00", ("2026-03-17 17:30", "2026-03-18 10:00")) == [
            "2026-03-17 Tue  -  paused from 17.03 17:30 to 18.03 10:00",
            "2026-03-17 Tue  +  17:00 to 17:30",
            "2026-03-18 Wed  +  10:00 to 11:30",
        ]

    def test_a_working_day_lost_to_a_pause_is_told_once(self) -> None:
        assert lines(WorkingHours(2), "2026-03-16 17:00", ("2026-03-16 17:30", "2026-03-18 09:30")) == [
            "2026-03-16 Mon  -  paused from 16.03 17:30 to 18.03 09:30",
            "2026-03-16 Mon  +  17:00 to 17:30",
            "2026-03-18 Wed  +  09:30 to 11:00",
        ]

    def test_from_a_day_off(self) -> None:
        assert lines(WorkingHours(1), "2026-03-15 12:00") == [
            "2026-03-15 Sun  -  Sunday",
            "2026-03-16 Mon  +  09:00 to 10:00",
        ]

    def test_to_closing_time(self) -> None:
        assert lines(WorkingHours(1), "2026-03-17 17:00") == ["2026-03-17 Tue  +  17:00 to 18:00"]


class TestSameWorkingDay:
    @pytest.mark.parametrize(
        ("begun", "last"),
        [
            pytest.param("2026-03-17 10:00", "2026-03-17", id="in working hours"),
            pytest.param("2026-03-17 17:59:59", "2026-03-17", id="the last second"),
            pytest.param("2026-03-17 18:00", "2026-03-18", id="closing time itself is after hours"),
            pytest.param("2026-03-17 05:00", "2026-03-17", id="before opening is the same day"),
            pytest.param("2026-03-19 16:59", "2026-03-19", id="on an eve, before it closes at 17"),
            pytest.param("2026-03-19 17:00", "2026-03-24", id="on an eve, after it closed"),
            pytest.param("2026-03-15 10:00", "2026-03-16", id="on a day off: the next working day"),
            pytest.param("2026-03-15 22:00", "2026-03-16", id="late on a day off: the same"),
            pytest.param("2026-12-11 19:00", "2026-12-12", id="the next is a working Saturday"),
        ],
    )
    def test_when(self, begun: str, last: str) -> None:
        assert end(SAME_WORKING_DAY, begun) == last

    def test_from_a_day_only(self) -> None:
        assert end(SAME_WORKING_DAY, "2026-03-17 00:00", instant=False) == "2026-03-17"
        assert end(SAME_WORKING_DAY, "2026-03-15 00:00", instant=False) == "2026-03-16"

    def test_after_hours_is_told(self) -> None:
        assert lines(SAME_WORKING_DAY, "2026-03-13 18:00") == [
            "2026-03-13 Fri  -  it came at or after 18:00, after working hours",
            "2026-03-14 Sat  -  Saturday",
            "2026-03-15 Sun  -  Sunday",
            "2026-03-16 Mon  +  the next working day",
        ]

    def test_a_day_off_is_told(self) -> None:
        assert lines(SAME_WORKING_DAY, "2026-03-15 10:00") == [
            "2026-03-15 Sun  -  Sunday",
            "2026-03-16 Mon  +  the next working day",
        ]

    def test_the_day_itself_is_told(self) -> None:
        assert lines(SAME_WORKING_DAY, "2026-03-17 10:00") == ["2026-03-17 Tue  +  the same working day"]


class TestPromptly:
    def test_there_is_no_number(self) -> None:
        assert end(PROMPTLY, "2026-03-17 10:00") is None
        assert lines(PROMPTLY, "2026-03-17 10:00") == [" " * 14 + "  -  promptly: no number in the law"]


class TestUntil:
    def test_a_day(self) -> None:
        assert end(Until(date(2026, 4, 15)), "2026-03-17 10:00") == "2026-04-15"

    @pytest.mark.parametrize(
        "named",
        [
            pytest.param(pendulum.datetime(2026, 4, 15, 20, 30), id="pendulum"),
            pytest.param(datetime.fromisoformat("2026-04-15T20:30:00+00:00"), id="standard library"),
        ],
    )
    def test_an_instant_is_on_the_offices_clock(self, named: datetime) -> None:
        """20:30 UTC on 15 April is 01:30 on 16 April in Tashkent."""
        assert end(Until(named), "2026-03-17 10:00") == "2026-04-16 01:30"
        assert lines(Until(named), "2026-03-17 10:00") == ["2026-04-16 Thu  +  the day that was set"]

    def test_text_without_a_zone_is_no_instant(self) -> None:
        """A trap: pendulum reads it as UTC. Read as what it is, it has no day."""
        text = "2026-04-15T20:30:00"
        assert pendulum.parse(text).timezone_name == "UTC"
        with pytest.raises(BadInput, match="an instant with a zone, not 2026-04-15T20:30:00"):
            end(Until(datetime.fromisoformat(text)), "2026-03-17 10:00")

    @pytest.mark.parametrize("make", [Until, lambda named: before(named, Days(3))], ids=["until", "before"])
    def test_text_is_no_day(self, make: Any) -> None:
        """Caught by the type checker; for those who have none, when the term is made."""
        with pytest.raises(BadInput, match="up to a day or an instant, not '2026-04-15'"):
            make("2026-04-15")


class TestBefore:
    @pytest.mark.parametrize(
        ("term", "first"),
        [
            pytest.param(Days(3), "2026-03-22", id="days: 24, 23, 22"),
            pytest.param(WorkingDays(3), "2026-03-18", id="working days: 24, 19, 18"),
            pytest.param(WorkingDays(0), "2026-03-25", id="no working day: the day itself"),
            pytest.param(Days(0), "2026-03-25", id="no day"),
            pytest.param(Months(1), "2026-02-25", id="a month"),
        ],
    )
    def test_counted_back_from_a_later_day(self, term: Days | WorkingDays | Months, first: str) -> None:
        """A meeting on Wednesday 25 March 2026; 20 to 23 are off."""
        assert end(before(date(2026, 3, 25), term), "2026-03-02 10:00") == first

    def test_no_working_day_before_a_day_off(self) -> None:
        assert end(before(date(2026, 3, 22), WorkingDays(0)), "2026-03-02 10:00") == "2026-03-19"

    def test_a_month_before_the_31st(self) -> None:
        assert end(before(date(2026, 3, 31), Months(1)), "2026-01-02 10:00") == "2026-02-28"

    def test_an_instant_is_on_the_offices_day(self) -> None:
        assert end(before(pendulum.datetime(2026, 3, 25, 20), Days(1)), "2026-03-02 10:00") == "2026-03-25"

    def test_days_are_told(self) -> None:
        assert lines(before(date(2026, 3, 25), Days(2)), "2026-03-02 10:00") == [
            "2026-03-25 Wed  -  the later day, from which it is counted back",
            "2026-03-24 Tue  +  day 1 before",
            "2026-03-23 Mon  +  day 2 before",
        ]

    def test_working_days_are_told(self) -> None:
        assert lines(before(date(2026, 3, 25), WorkingDays(2)), "2026-03-02 10:00") == [
            "2026-03-25 Wed  -  the later day, from which it is counted back",
            "2026-03-24 Tue  +  working day 1 before",
            "2026-03-23 Mon  -  instead of Sat 21 March",
            "2026-03-22 Sun  -  Sunday",
            "2026-03-21 Sat  -  Navroʻz",
            "2026-03-20 Fri  -  Ramazon hayit",
            "2026-03-19 Thu  +  working day 2 before",
        ]

    def test_no_working_day_is_told(self) -> None:
        assert lines(before(date(2026, 3, 15), WorkingDays(0)), "2026-03-02 10:00") == [
            "2026-03-15 Sun  -  the later day, from which it is counted back",
            "2026-03-14 Sat  -  Saturday",
            "2026-03-13 Fri  +  working day 0 before",
        ]

    def test_months_are_told_with_their_rule(self) -> None:
        told = Trace(before(date(2026, 3, 25), Months(1)).lines(start("2026-01-02 10:00")))
        assert str(told).split("\n")[1] == "2026-02-25 Wed  +  1 month before (Civil Code art. 147)"

    @pytest.mark.parametrize("make", [further, lambda term: before(date(2026, 3, 25), term)], ids=["further", "before"])
    def test_hours_are_not_counted_from_a_day(self, make: Any) -> None:
        """Caught by the type checker; for those who have none, when the term is made."""
        with pytest.raises(BadInput, match="are days, working days or months, not: 3 hours"):
            make(Hours(3))


class TestAtLeast:
    def test_the_first_lawful_day(self) -> None:
        assert end(at_least(Days(15)), "2026-03-05 10:00") == "2026-03-20"

    def test_it_says_so(self) -> None:
        assert lines(at_least(Days(1)), "2026-03-05 10:00") == [
            "2026-03-06 Fri  +  day 1",
            " " * 14 + "  -  this is the first lawful day, not the last",
        ]


class TestEarliest:
    @pytest.mark.parametrize(
        ("one", "other", "last"),
        [
            pytest.param(Days(10), Until(date(2026, 3, 12)), "2026-03-12", id="days"),
            pytest.param(Until(date(2026, 3, 12)), Days(10), "2026-03-12", id="days, the other way round"),
            pytest.param(Hours(24), Hours(48), "2026-03-06 10:00", id="hours"),
            pytest.param(Hours(24), Days(1), "2026-03-06 10:00", id="hours end before the day does"),
            pytest.param(Days(1), Hours(24), "2026-03-06 10:00", id="hours end before the day does, the other way"),
            pytest.param(Days(1), Hours(48), "2026-03-06", id="a day before"),
            pytest.param(Hours(72), Days(1), "2026-03-06", id="a day before, the other way"),
            pytest.param(PROMPTLY, Days(1), "2026-03-06", id="a number ends before none"),
            pytest.param(Days(1), PROMPTLY, "2026-03-06", id="a number ends before none, the other way"),
            pytest.param(PROMPTLY, PROMPTLY, None, id="no number at all"),
        ],
    )
    def test_whichever_ends_first(self, one: Term, other: Term, last: str | None) -> None:
        assert end(earliest(one, other), "2026-03-05 10:00") == last

    def test_three_of_them(self) -> None:
        assert end(earliest(Days(10), earliest(Days(7), WorkingDays(3))), "2026-03-05 10:00") == "2026-03-11"

    def test_of_two_that_end_together_the_first_named(self) -> None:
        until = Until(date(2026, 3, 6))
        told = lines(earliest(until, Days(1)), "2026-03-05 10:00")
        assert told[0].endswith("until 2026-03-06 ends no later than 1 day")
        told = lines(earliest(Hours(24), WorkingHours(9)), "2026-03-10 09:00")
        assert told[0].endswith("9 working hours ends no later than 24 hours")
        told = lines(earliest(Hours(9), WorkingHours(9)), "2026-03-10 09:00")
        assert told[0].endswith("9 hours ends no later than 9 working hours")

    def test_it_says_which(self) -> None:
        assert lines(earliest(Days(10), Until(date(2026, 3, 12))), "2026-03-05 10:00") == [
            " " * 14 + "  -  until 2026-03-12 ends no later than 10 days",
            "2026-03-12 Thu  +  the day that was set",
        ]


class TestFurther:
    def test_counted_from_the_end_of_the_running_term(self) -> None:
        """The start handed to it is that end."""
        assert end(further(Months(1)), "2026-02-28 10:00") == "2026-03-28"
        assert lines(further(Days(1)), "2026-02-28 10:00") == [
            "2026-02-28 Sat  -  counted on from the end of the running term",
            "2026-03-01 Sun  +  day 1",
        ]


class TestStands:
    def test_a_move_may_leave_the_running_term_as_it_is_and_the_trace_says_so(self):
        """Asked for too late, say: the ten days from 2 March end on the 12th all the same."""
        for then in ((Move, "2026-03-04 10:00", {"to": STANDS}), (Move, "2026-03-14 10:00", {"to": STANDS})):
            due = due_of(Days(10), "2026-03-02 10:00", then)
            assert (due.last, due.met) == (date(2026, 3, 12), None)
            assert "Move: the term stands as it is" in str(due.trace)
        assert due.status(at("2026-03-14 10:00")) == "overdue"


class TestInWords:
    @pytest.mark.parametrize(
        ("term", "words"),
        [
            (Days(1), "1 day"),
            (Days(15), "15 days"),
            (WorkingDays(2), "2 working days"),
            (Months(1), "1 month"),
            (Hours(24), "24 hours"),
            (WorkingHours(1), "1 working hour"),
            (SAME_WORKING_DAY, "the same working day"),
            (PROMPTLY, "promptly"),
            (NOT_YET_NAMED, "by a day that is still to be named"),
            (Until(date(2026, 4, 15)), "until 2026-04-15"),
            (before(date(2026, 4, 15), Days(3)), "3 days before 2026-04-15"),
            (at_least(Days(15)), "at least 15 days"),
            (earliest(Days(15), Months(1)), "15 days or 1 month, whichever ends first"),
            (further(Months(1)), "1 month more"),
        ],
    )
    def test_a_term(self, term: Term, words: str) -> None:
        assert str(term) == words

    def test_a_line_names_a_basis_that_is_less_than_statute(self) -> None:
        line = TraceLine(day(date(2026, 3, 9).toordinal()), False, "off", (MOVED, QUARTERLY(1)), Basis.REPORTED)
        assert str(line) == "2026-03-09 Mon  -  off (Labour Code art. 208(2), PQ-106 art. 1, REPORTED)"

    def test_a_line_without_a_source_names_none(self) -> None:
        assert str(TraceLine(None, True, "so it is", (), Basis.ASSUMED)) == " " * 14 + "  +  so it is"


class TestTheRest:
    def test_terms_are_values(self) -> None:
        assert Days(15) == Days(15) != WorkingDays(15)
        assert hash(further(Days(1))) == hash(further(Days(1)))

    def test_a_bare_term_has_no_lines(self) -> None:
        assert list(Term().lines(start("2026-03-05 10:00"))) == []

    def test_a_period_is_not_counted_from_a_start(self) -> None:
        with pytest.raises(TypeError, match="Each is counted by periods or not at all"):
            end(each_month(), "2026-03-05 10:00")

    @given(
        begun=st.datetimes(datetime.fromisoformat("2025-06-01"), datetime.fromisoformat("2027-06-01")),
        term=st.one_of(st.builds(Days, st.integers(0, 40)), st.builds(WorkingDays, st.integers(0, 40))),
        pauses=st.lists(st.tuples(st.integers(0, 400), st.integers(0, 300)), max_size=3),
    )
    def test_the_trace_ends_where_the_term_does(
        self, begun: datetime, term: Days | WorkingDays, pauses: list[tuple[int, int]]
    ) -> None:
        """And counts as many days as the term has, whatever was paused."""
        first = pendulum.instance(begun, tz=FIVE.tz)
        holds, now = [], first
        for wait, length in pauses:
            held = now.add(hours=wait)
            now = held.add(hours=length)
            holds.append(Hold.of(held, now, FIVE))
        counted_from = Start(first.toordinal(), first, UZ_2026.of(FIVE), FIVE, tuple(holds))
        told = list(term.lines(counted_from))
        if term.n:
            assert sum(line.counted for line in told) == term.n
            assert told[-1].day == day(term.end(counted_from))

    def test_a_change_of_offset_does_not_touch_days(self) -> None:
        """Berlin, from 28 March 23:30 (before the clock goes forward): ten days."""
        assert end(Days(10), "2026-03-28 23:30", office=BERLIN, calendar=WEEKS) == "2026-04-07"


class TestBeyondTheYears:
    """Between the years 1 and 9999 there are 3,652,059 days."""

    MOST: Final = {Days: 366_000, WorkingDays: 366_000, Months: 12_000, Hours: 8_784_000, WorkingHours: 100_000}
    """A thousand years, and of working hours some forty of eight a day."""

    @pytest.mark.parametrize("kind", MOST)
    def test_a_term_too_long_is_bad_input_when_it_is_built(self, kind: type[Days]) -> None:
        for n in (self.MOST[kind] + 1, 10**9, 10**30, 10**5000):
            with pytest.raises(BadInput, match=f"no more than {kind(self.MOST[kind])} can be counted, not "):
                kind(n)

    @pytest.mark.parametrize("kind", MOST)
    @pytest.mark.parametrize("n", [pytest.param(-(10**5000), id="huge"), -1, True, 1.5, "3", None, float("nan")])
    def test_what_is_no_number_of_them_is_bad_input_too(self, kind: type[Days], n: object) -> None:
        with pytest.raises(BadInput, match="how many must be a whole number, 0 or more, not "):
            kind(n)  # type: ignore[arg-type]  # that is the test

    @pytest.mark.parametrize(
        ("kind", "ends"),
        [
            (Days, f"{date(2026, 3, 2) + timedelta(366_000)}"),
            (WorkingDays, f"{date(2026, 3, 2) + timedelta(weeks=73_200)}"),
            (Months, "3026-03-02"),
            (Hours, f"{date(2026, 3, 2) + timedelta(366_000)} 10:00"),
            (WorkingHours, f"{date(2026, 3, 2) + timedelta(2222 * 7 + 1)} 11:00"),
        ],
    )
    def test_the_longest_term_can_be_counted(self, kind: type[Days], ends: str) -> None:
        """From a Monday, 10:00, in a week of five days of nine hours: 8 hours on the first, 11,110 whole days, and 2
        hours more."""
        assert end(kind(self.MOST[kind]), "2026-03-02 10:00", calendar=WEEKS) == ends

    @pytest.mark.parametrize(
        "term",
        [Days(10_000), WorkingDays(7_000), Months(400), Hours(240_000), WorkingHours(60_000), further(Months(400)),
         at_least(Days(10_000)), earliest(Days(10_000), WorkingDays(7_000))],
        ids=str,
    )  # fmt: skip
    def test_a_term_that_ends_after_them_is_bad_input(self, term: Term) -> None:
        """Of 26 years at the least, from 9980 on."""
        with pytest.raises(BadInput, match="beyond the years that can be counted"):
            term.end(start("9980-03-02 10:00"))

    @pytest.mark.parametrize("term", [Days(10_000), WorkingDays(7_000), Months(400)], ids=str)
    def test_so_is_one_that_ends_before_them(self, term: Days) -> None:
        with pytest.raises(BadInput, match="beyond the years that can be counted"):
            before(date(20, 3, 2), term).end(start("2026-03-02 10:00"))

    @pytest.mark.parametrize(
        "term", [Days(1), WorkingDays(1), Months(1), Hours(24), WorkingHours(9), SAME_WORKING_DAY], ids=str
    )
    def test_so_is_the_day_after_the_last(self, term: Term) -> None:
        """31 December 9999, after hours."""
        with pytest.raises(BadInput, match="beyond the years"):
            term.end(start("9999-12-31 18:30"))

    @pytest.mark.parametrize("kind", [Days, WorkingDays, Months])
    def test_so_is_the_day_before_the_first(self, kind: type[Days]) -> None:
        with pytest.raises(BadInput, match="beyond the years"):
            before(date(1, 1, 1), kind(1)).end(start("2026-03-02 10:00"))

    def test_the_last_day_itself_can_be_counted(self) -> None:
        assert end(Days(1), "9999-12-30 10:00") == "9999-12-31"
        assert end(WorkingDays(1), "9999-12-30 10:00") == "9999-12-31"
        assert end(Months(1), "9999-11-30 10:00") == "9999-12-30"

    def test_a_month_later_than_the_last(self) -> None:
        with pytest.raises(BadInput):
            month_later(date(9999, 12, 1), 1)
        with pytest.raises(BadInput):
            month_later(date(1, 1, 31), -1)
