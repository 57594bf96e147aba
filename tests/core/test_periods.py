"""Duties that come again. Quarters and half-years are counted from the start of the year (Civil Code 147)."""

from datetime import date

import pytest
from one_duty import FIVE

from prcomm import WEEKS, BadInput, each_half_year, each_month, each_quarter, each_year
from prcomm.core.calendar.periods import Each
from prcomm.core.calendar.terms import Start


class TestOnePeriod:
    @pytest.mark.parametrize(
        ("each", "on", "key", "first", "end", "last"),
        [
            pytest.param(each_month(), (2026, 2, 14), "2026-02", (2, 1), (2, 28), (2, 28), id="a month"),
            pytest.param(each_month(day=15), (2026, 2, 20), "2026-02", (2, 1), (2, 28), (2, 15), id="by the 15th"),
            pytest.param(each_month(day=31), (2026, 4, 1), "2026-04", (4, 1), (4, 30), (4, 30), id="there is no 31st"),
            pytest.param(each_month(day=31), (2026, 5, 1), "2026-05", (5, 1), (5, 31), (5, 31), id="there is a 31st"),
            pytest.param(each_quarter(), (2026, 3, 31), "2026-Q1", (1, 1), (3, 31), (3, 31), id="first quarter"),
            pytest.param(each_quarter(), (2026, 4, 1), "2026-Q2", (4, 1), (6, 30), (6, 30), id="second quarter"),
            pytest.param(each_quarter(), (2026, 12, 31), "2026-Q4", (10, 1), (12, 31), (12, 31), id="last quarter"),
            pytest.param(each_half_year(), (2026, 6, 30), "2026-H1", (1, 1), (6, 30), (6, 30), id="first half"),
            pytest.param(each_half_year(), (2026, 7, 1), "2026-H2", (7, 1), (12, 31), (12, 31), id="second half"),
            pytest.param(each_year(), (2026, 5, 5), "2026", (1, 1), (12, 31), (12, 31), id="a year"),
            pytest.param(each_year(month=3, day=1), (2026, 5, 5), "2026", (1, 1), (12, 31), (3, 1), id="by 1 March"),
            pytest.param(each_year(month=2), (2026, 5, 5), "2026", (1, 1), (12, 31), (2, 28), id="by February"),
            pytest.param(Each(3, 1, 20), (2026, 5, 5), "2026-Q2", (4, 1), (6, 30), (4, 20), id="by 20 April"),
        ],
    )  # fmt: skip
    def test_it_lies_in(
        self,
        each: Each,
        on: tuple[int, int, int],
        key: str,
        first: tuple[int, int],
        end: tuple[int, int],
        last: tuple[int, int],
    ) -> None:
        period = each.period(date(*on))
        assert period.key == key
        assert (period.first, period.end, period.last) == tuple(date(2026, *d) for d in (first, end, last))

    def test_february_of_a_leap_year(self) -> None:
        assert each_month().period(date(2028, 2, 1)).last == date(2028, 2, 29)


class TestWhichPeriods:
    @pytest.mark.parametrize(
        ("each", "begun", "until", "keys"),
        [
            pytest.param(
                each_month(), (2026, 1, 15), (2026, 4, 1), ["2026-02", "2026-03", "2026-04"], id="the first whole one"
            ),
            pytest.param(each_month(), (2026, 2, 1), (2026, 3, 31), ["2026-02", "2026-03"], id="a whole one"),
            pytest.param(each_month(), (2026, 11, 2), (2027, 1, 1), ["2026-12", "2027-01"], id="over New Year"),
            pytest.param(each_month(), (2026, 2, 2), (2026, 2, 28), [], id="none yet"),
            pytest.param(each_quarter(), (2026, 2, 1), (2026, 9, 30), ["2026-Q2", "2026-Q3"], id="quarters"),
            pytest.param(each_half_year(), (2026, 1, 2), (2027, 1, 1), ["2026-H2", "2027-H1"], id="half-years"),
            pytest.param(each_year(month=3, day=1), (2026, 1, 2), (2027, 1, 1), ["2027"], id="years"),
        ],
    )  # fmt: skip
    def test_from_one_day_to_another(
        self, each: Each, begun: tuple[int, int, int], until: tuple[int, int, int], keys: list[str]
    ) -> None:
        assert [period.key for period in each.periods(date(*begun), date(*until))] == keys


class TestAtTheEndOfTheYears:
    @pytest.mark.parametrize(
        ("each", "keys"),
        [
            (each_month(), ["9999-11", "9999-12"]),
            (each_month(day=5), ["9999-11", "9999-12"]),
            (each_quarter(), ["9999-Q4"]),
            (each_half_year(), []),
            (each_year(), []),
        ],
    )
    def test_the_last_periods_end(self, each: Each, keys: list[str]) -> None:
        """Begun on 1 October 9999 and after it, asked of the last day there is."""
        begun = date(9999, 10, 1 if each.months == 3 else 2)
        assert [period.key for period in each.periods(begun, date.max)] == keys
        assert each.period(date.max).end == date.max
        assert each.period(date.min).first == date.min


class TestFaults:
    def test_all_at_once(self) -> None:
        with pytest.raises(BadInput) as caught:
            Each(3, 4, 32)
        assert caught.value.what == "each quarter"
        assert caught.value.faults == ("month: 1 to 3, not 4", "day: 1 to 31, not 32")

    @pytest.mark.parametrize(("month", "day"), [(0, 1), (1, 0)])
    def test_there_is_no_zeroth(self, month: int, day: int) -> None:
        with pytest.raises(BadInput, match="each year"):
            each_year(month=month, day=day)

    def test_every_five_months(self) -> None:
        with pytest.raises(BadInput, match="every 1, 3, 6 or 12 months, not 5"):
            Each(5)


class TestInWords:
    @pytest.mark.parametrize(
        ("each", "words"),
        [
            (each_month(), "once each month"),
            (each_month(day=15), "each month by day 15"),
            (each_quarter(), "once each quarter"),
            (each_half_year(), "once each half-year"),
            (each_year(), "once each year"),
            (each_year(month=3, day=1), "each year by 01.03"),
        ],
    )
    def test_a_recurring_term(self, each: Each, words: str) -> None:
        assert str(each) == words

    def test_a_period_is_told(self) -> None:
        start = Start(date(2026, 4, 1).toordinal(), None, WEEKS.of(FIVE), FIVE)
        assert [str(line) for line in each_quarter().lines(start)] == [
            "2026-04-01 Wed  -  the quarter 2026-Q2 begins",
            "2026-06-30 Tue  +  once each quarter",
        ]
