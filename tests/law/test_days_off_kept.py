"""What few days turn on: the days a rota works while others rest, which days are holidays, the years before 2023."""

from datetime import date, timedelta

import pytest
from counted import FIVE, ROTA

from prcomm import Law


class TestLabourCode208:
    """(1) The first day of each of the two feasts is a holiday. (2) A duty rota does not follow moved days of rest."""

    def test_both_feasts_of_each_year_are_holidays(self, law: Law):
        assert [special.day for special in law.calendar.days if special.holiday] == [
            date(2023, 4, 21),
            date(2023, 6, 28),
            date(2024, 4, 10),
            date(2024, 6, 16),
            date(2025, 3, 30),
            date(2025, 6, 6),
            date(2026, 3, 20),
            date(2026, 5, 27),
        ]

    @pytest.mark.parametrize(
        ("off", "instead"),
        [
            ("2023-01-03", "Saturday 7 January"),
            ("2023-03-20", "Saturday 11 March"),
            ("2023-03-22", "Saturday 25 March"),
            ("2023-10-02", "Sunday 1 October"),
            ("2024-01-02", "Saturday 6 January"),
            ("2024-04-12", "Saturday 13 April"),
            ("2024-09-02", "Sunday 1 September"),
            ("2024-12-09", "Sunday 8 December"),
            ("2024-12-30", "Saturday 14 December"),
            ("2025-01-02", "Saturday 4 January"),
            ("2025-03-10", "Saturday 8 March"),
        ],
    )
    def test_a_rota_works_the_day_that_others_have_instead(self, law: Law, off: str, instead: str):
        on = date.fromisoformat(off).toordinal()
        assert law.calendar.of(ROTA).works(on)
        assert not law.calendar.of(FIVE).works(on)


class TestBefore2023:
    """What held before the Code was not read: its fixed days are inferred, and nothing moves."""

    def test_2021(self, law: Law):
        """Friday 1 January, Monday 8 March, Wednesday 1 September, Friday 1 October, Wednesday 8 December. 21 March
        and 9 May are Sundays."""
        year = [date(2021, 1, 1) + timedelta(n) for n in range(365)]
        table = law.calendar.of(FIVE)
        off = [day for day in year if day.isoweekday() <= 5 and not table.works(day.toordinal())]
        assert [(day.day, day.month) for day in off] == [(1, 1), (8, 3), (1, 9), (1, 10), (8, 12)]
