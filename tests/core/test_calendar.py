"""The days off. Expected days are read from the law notes (the decree of 2026) or from a wall calendar.

2026: 1 January is a Thursday, 1 March a Sunday, 1 May a Friday, 1 December a Tuesday. 1 January 2027 is a Friday.
"""

import pickle
import random
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta

import pendulum
import pytest
from hypothesis import given, strategies as st
from one_duty import (
    ART_208,
    CODE,
    DECREE,
    FIVE,
    MONDAYS_OFF,
    MOVED,
    QUARTERLY,
    ROTA,
    SEVEN,
    SIGNED,
    SIX,
    UZ_2026,
)

from prcomm import EVERY_DAY, WEEKS, BadInput, Basis, Calendar, GeneralRule, Holiday, Office, SpecialDay, plain
from prcomm.core.calendar.days import DayTable, day, local, ordinal


def o(month: int, number: int, year: int = 2026) -> int:
    return date(year, month, number).toordinal()


def days_off(calendar: Calendar, office: Office, month: int, year: int = 2026) -> list[int]:
    """The numbers of the days of a month that an office does not work."""
    table = calendar.of(office)
    last = pendulum.Date(year, month, 1).days_in_month
    return [number for number in range(1, last + 1) if not table.works(o(month, number, year))]


class TestWeeks:
    @pytest.mark.parametrize(
        ("office", "off"),
        [
            pytest.param(FIVE, [7, 8], id="five days, Saturday off"),
            pytest.param(MONDAYS_OFF, [2, 8], id="five days, Monday off"),
            pytest.param(SIX, [8], id="six days"),
            pytest.param(SEVEN, [], id="seven days"),
        ],
    )
    def test_the_second_day_off_is_the_offices(self, office: Office, off: list[int]) -> None:
        """Monday 2 to Sunday 8 March 2026."""
        assert [number for number in range(2, 9) if not WEEKS.of(office).works(o(3, number))] == off

    def test_every_day_whatever_the_office_says(self) -> None:
        assert days_off(EVERY_DAY, FIVE, 3) == []

    def test_a_calendar_may_fix_the_week(self) -> None:
        """The Sundays of March 2026, though the office works five days."""
        assert days_off(plain("six days", week=6), FIVE, 3) == [1, 8, 15, 22, 29]

    def test_a_week_of_four_days_is_refused(self) -> None:
        with pytest.raises(BadInput, match="week: 5, 6 or 7 days, not 4"):
            plain("short", week=4)

    def test_given_days_and_holidays_of_every_year(self) -> None:
        house = plain("a house", week=7, off=[date(2026, 3, 4), date(2026, 3, 4)], holidays=[Holiday(3, 5, "fair", ())])
        assert days_off(house, FIVE, 3) == [4, 5]
        assert days_off(house, FIVE, 3, 2031) == [5]

    def test_why_a_weekly_day_of_rest_is_off(self) -> None:
        off = UZ_2026.of(FIVE).why_off(o(3, 7))
        assert off is not None
        assert (off.reason, off.cites, off.basis) == ("Saturday", (CODE(207),), Basis.STATUTE)

    def test_a_working_day_has_no_reason_to_be_off(self) -> None:
        assert UZ_2026.of(FIVE).why_off(o(3, 10)) is None


class TestADecreedYear:
    """The year 2026: decree of 24.12.2025, with the two feasts decreed in March and May."""

    @pytest.mark.parametrize(
        ("month", "off"),
        [
            pytest.param(1, [1, 2, 3, 4, 10, 11, 17, 18, 24, 25, 31], id="January: 1 and 2 off"),
            pytest.param(3, [1, 7, 8, 9, 14, 15, 20, 21, 22, 23, 28, 29], id="March: 9, 20 and 23 off"),
            pytest.param(5, [2, 3, 9, 10, 11, 16, 17, 23, 24, 27, 28, 29, 30, 31], id="May: 11 and 27 to 29 off"),
            pytest.param(12, [5, 6, 8, 13, 19, 20, 26, 27, 31], id="December: 8 and 31 off, Saturday 12 worked"),
        ],
    )
    def test_a_week_of_five_days(self, month: int, off: list[int]) -> None:
        assert days_off(UZ_2026, FIVE, month) == off

    @pytest.mark.parametrize(
        ("month", "off"),
        [
            pytest.param(1, [1, 2, 3, 4, 11, 18, 25], id="January: 3 off too"),
            pytest.param(3, [1, 8, 9, 15, 20, 21, 22, 29], id="March: 23 worked"),
            pytest.param(5, [3, 9, 10, 17, 24, 27, 28, 29, 30, 31], id="May: 11 worked, 30 off"),
            pytest.param(12, [6, 8, 13, 20, 27, 31], id="December"),
        ],
    )
    def test_a_week_of_six_days(self, month: int, off: list[int]) -> None:
        assert days_off(UZ_2026, SIX, month) == off

    def test_a_rota_does_not_follow_moved_days(self) -> None:
        """It has its own Saturdays and Sundays and the holidays, but works 9 and 23 March and rests on 12 December."""
        assert days_off(UZ_2026, ROTA, 3) == [1, 7, 8, 14, 15, 20, 21, 22, 28, 29]
        assert days_off(UZ_2026, ROTA, 12) == [5, 6, 8, 12, 13, 19, 20, 26, 27]

    def test_a_day_off_says_why_and_by_which_act(self) -> None:
        off = UZ_2026.of(FIVE).why_off(o(3, 20))
        assert off is not None
        assert (off.reason, off.cites, off.basis) == ("Ramazon hayit", (QUARTERLY(1),), Basis.REPORTED)

    def test_a_holiday_on_a_sunday_is_told_as_the_holiday(self) -> None:
        off = UZ_2026.of(SIX).why_off(o(3, 8))
        assert off is not None
        assert (off.reason, off.cites) == ("Women's Day", (ART_208,))

    def test_the_basis_of_a_day_is_the_weakest_of_what_it_rests_on(self) -> None:
        special = SpecialDay(date(2026, 5, 27), "Qurbon hayit", (CODE(208), CODE(208).by(Basis.INFERRED)))
        assert special.basis is Basis.INFERRED


class TestEves:
    """The day before a holiday of the law is an hour shorter, by the calendar: whatever day it is."""

    @pytest.mark.parametrize(
        ("month", "number", "year"),
        [
            pytest.param(3, 7, 2026, id="Saturday before Sunday 8 March"),
            pytest.param(3, 19, 2026, id="before Ramazon, a holiday by its own decree"),
            pytest.param(8, 31, 2026, id="before 1 September, though off itself"),
            pytest.param(12, 31, 2026, id="over New Year"),
            pytest.param(12, 31, 2025, id="over New Year, of a year not decreed"),
        ],
    )
    def test_an_eve(self, month: int, number: int, year: int) -> None:
        assert UZ_2026.of(SIX).shorter(o(month, number, year))

    @pytest.mark.parametrize(
        ("month", "number"),
        [
            pytest.param(3, 8, id="before 9 March, a day of rest moved there"),
            pytest.param(3, 6, id="the last working day before, not the day before"),
            pytest.param(5, 28, id="between extra days off"),
            pytest.param(1, 1, id="before 2 January, an extra day"),
        ],
    )
    def test_no_eve(self, month: int, number: int) -> None:
        assert not UZ_2026.of(FIVE).shorter(o(month, number))

    def test_a_rule_of_eves_begins_on_a_day(self) -> None:
        since_may = Calendar("c", holidays=UZ_2026.holidays, eve=GeneralRule(CODE(187), date(2026, 5, 1), hours=1)).of(
            FIVE
        )
        assert not since_may.shorter(o(3, 20))
        assert since_may.shorter(o(5, 8))

    def test_without_the_rule_no_day_is_shorter(self) -> None:
        assert not Calendar("c", holidays=UZ_2026.holidays).of(FIVE).shorter(o(12, 7))


class TestKnownOnADay:
    def test_a_decree_signed_later_does_not_reach_an_older_calendar(self) -> None:
        """Ramazon 2026 was decreed on 17 March: until then Friday 20 March was a working day like any other."""
        assert UZ_2026.known(date(2026, 3, 16)).of(FIVE).works(o(3, 20))

    def test_a_decree_is_known_at_the_end_of_its_day(self) -> None:
        assert not UZ_2026.known(date(2026, 3, 17)).of(FIVE).works(o(3, 20))

    def test_tables_do_not_leak_between_them(self) -> None:
        """Asked first, the newest calendar has its table ready; the older one must not be answered from it."""
        assert not UZ_2026.of(FIVE).works(o(3, 20))
        older = UZ_2026.known(date(2026, 3, 16))
        assert older.of(FIVE).works(o(3, 20))
        assert not UZ_2026.of(FIVE).works(o(3, 20))

    def test_before_its_decree_a_year_stands_on_the_general_rule(self) -> None:
        """On 23.12.2025 only art. 208 was known of 2026: 8 March (Sunday), 21 March and 9 May (Saturdays) give the
        Mondays after; the extra days, the moved Saturday and the feasts are unknown."""
        older = UZ_2026.known(date(2025, 12, 23))
        weekdays = [n for m in (1, 3, 5, 8, 12) for n in days_off(older, FIVE, m) if date(2026, m, n).weekday() < 5]
        assert weekdays == [1, 9, 23, 11, 8]
        assert not older.of(FIVE).works(o(12, 12))
        assert older.of(FIVE).works(o(12, 31))

    def test_before_its_decree_a_year_is_provisional(self) -> None:
        """It has no decreed year at all then, and yet it is not a plain calendar."""
        assert not UZ_2026.provisional(2026)
        older = UZ_2026.known(date(2025, 12, 23))
        assert older.provisional(2026)
        assert older.of(FIVE).provisional(o(3, 2), o(3, 10))

    def test_what_was_not_known_is_not_learnt_again(self) -> None:
        older = UZ_2026.known(date(2025, 12, 23))
        assert older.known(date(2027, 1, 1)) == older

    def test_it_says_as_of_when_it_is_known(self) -> None:
        assert UZ_2026.as_known is None
        assert UZ_2026.known(SIGNED).as_known == SIGNED

    def test_what_has_no_day_of_decree_was_always_known(self) -> None:
        house = plain("a house", off=[date(2026, 3, 4)])
        assert not house.known(date(1990, 1, 1)).of(FIVE).works(o(3, 4))


class TestYearsNotDecreed:
    """Outside the decreed years only the holidays and the rule that moves them are known."""

    def test_2027_by_the_code_alone(self) -> None:
        """The notes: 1 Jan (Fri), 8 Mar (Mon), 22 Mar (21 is a Sunday), 10 May (9 is a Sunday), 1 Sep (Wed),
        1 Oct (Fri), 8 Dec (Wed)."""
        for office in (FIVE, SIX):
            table = UZ_2026.of(office)
            weekdays = [d for d in range(o(1, 1, 2027), o(12, 31, 2027) + 1) if day(d).isoweekday() <= office.week]
            off = [day(d).format("D.M") for d in weekdays if not table.works(d)]
            assert off == ["1.1", "8.3", "22.3", "10.5", "1.9", "1.10", "8.12"]

    def test_the_moved_day_says_why(self) -> None:
        off = UZ_2026.of(FIVE).why_off(o(3, 22, 2027))
        assert off is not None
        assert (off.reason, off.cites) == ("instead of 21.03, a holiday on a day of rest", (MOVED,))

    def test_a_rota_does_not_follow_the_rule(self) -> None:
        assert UZ_2026.of(ROTA).works(o(3, 22, 2027))

    def test_the_rule_begins_on_a_day(self) -> None:
        """The new Code came on 30.04.2023: Sunday 1 January 2023 gave no Monday, Sunday 1 October did."""
        assert UZ_2026.of(SIX).works(o(1, 2, 2023))
        assert not UZ_2026.of(SIX).works(o(10, 2, 2023))

    def test_a_day_of_rest_is_whatever_day_the_office_has(self) -> None:
        """8 March 2027 is a Monday. Whoever rests on Mondays rests on Tuesday instead."""
        assert not UZ_2026.of(MONDAYS_OFF).works(o(3, 9, 2027))
        assert UZ_2026.of(FIVE).works(o(3, 9, 2027))

    def test_a_week_of_seven_days_has_nothing_to_move(self) -> None:
        assert UZ_2026.of(SEVEN).works(o(3, 22, 2027))

    @staticmethod
    def with_holidays(*days: tuple[int, int]) -> DayTable:
        holidays = tuple(Holiday(month, number, "a feast", ()) for month, number in days)
        return Calendar("c", holidays=holidays, shift=GeneralRule(MOVED)).of(FIVE)

    def test_two_holidays_on_one_weekend_move_to_two_days(self) -> None:
        """Saturday 9 and Sunday 10 May 2026."""
        table = self.with_holidays((5, 9), (5, 10))
        assert [n for n in range(9, 15) if not table.works(o(5, n))] == [9, 10, 11, 12]

    def test_it_does_not_move_onto_another_holiday(self) -> None:
        """Sunday 10 May 2026, and Monday 11 is a holiday itself: Tuesday."""
        table = self.with_holidays((5, 10), (5, 11))
        assert [n for n in range(9, 15) if not table.works(o(5, n))] == [9, 10, 11, 12]

    def test_it_does_not_move_onto_an_extra_day_off(self) -> None:
        table = Calendar(
            "c",
            days=(SpecialDay(date(2026, 5, 11), "an extra day", ()),),
            holidays=(Holiday(5, 10, "a feast", ()),),
            shift=GeneralRule(MOVED),
        ).of(FIVE)
        assert [n for n in range(9, 15) if not table.works(o(5, n))] == [9, 10, 11, 12]

    def test_it_moves_over_new_year(self) -> None:
        """31 December 2028 is a Sunday, 1 January 2029 a Monday and a holiday: Tuesday 2 January. The table is asked
        about 2030 first, so that 2028 lies before what it covers."""
        table = self.with_holidays((12, 31), (1, 1))
        assert table.works(o(1, 2, 2030))
        assert not table.works(o(1, 2, 2029))
        assert table.works(o(1, 3, 2029))

    def test_a_feast_expected_on_a_day_of_rest_moves_as_well(self) -> None:
        """Qurbon hayit is expected on Sunday 16 May 2027; if so, Monday 17 is off."""
        feast = SpecialDay(date(2027, 5, 16), "Qurbon hayit, expected", CODE(208).by(Basis.ASSUMED), holiday=True)
        calendar = Calendar("c", (feast,), decreed=[2026], shift=UZ_2026.shift, eve=UZ_2026.eve)
        assert not calendar.of(FIVE).works(o(5, 17, 2027))
        assert calendar.of(FIVE).shorter(o(5, 15, 2027))

    def test_a_decreed_year_lists_the_outcome_itself(self) -> None:
        """Sunday 8 March 2026: where the decree names no Monday, there is none."""
        calendar = Calendar("c", holidays=UZ_2026.holidays, decreed=[2026], shift=UZ_2026.shift)
        assert calendar.of(FIVE).works(o(3, 9))

    @pytest.mark.parametrize(
        ("low", "high", "provisional"),
        [
            pytest.param((2026, 1, 1), (2026, 12, 31), False, id="within the decreed year"),
            pytest.param((2026, 12, 20), (2027, 1, 4), True, id="into the next"),
            pytest.param((2025, 12, 20), (2026, 1, 4), True, id="out of the one before"),
            pytest.param((2027, 2, 1), (2027, 2, 3), True, id="beyond"),
            pytest.param((2025, 1, 1), (2027, 1, 1), True, id="over it"),
        ],
    )
    def test_a_span_is_provisional(
        self, low: tuple[int, int, int], high: tuple[int, int, int], provisional: bool
    ) -> None:
        table = UZ_2026.of(FIVE)
        assert table.provisional(date(*low).toordinal(), date(*high).toordinal()) is provisional

    def test_years_between_count_too(self) -> None:
        """2025 and 2027 decreed, 2026 not."""
        table = Calendar("c", decreed=[2025, 2027]).of(FIVE)
        assert table.provisional(o(12, 1, 2025), o(2, 1, 2027))
        assert not Calendar("c", decreed=[2025, 2026, 2027]).of(FIVE).provisional(o(12, 1, 2025), o(2, 1, 2027))

    def test_a_calendar_that_lists_no_days_knows_every_year(self) -> None:
        assert not WEEKS.provisional(2999)
        assert not WEEKS.of(FIVE).provisional(o(1, 1), o(1, 1, 2999))
        yearly = plain("a fair each year", holidays=[Holiday(3, 5, "fair", ())])
        assert not yearly.provisional(2031)


class TestYearsItWasNotTold:
    """An own calendar was told the years from the first of its days to the last, or those it names."""

    OWN = plain("own", off=[date(2027, 3, 5), date(2029, 3, 5)], holidays=[Holiday(5, 4, "fair", ())])

    @pytest.mark.parametrize(
        ("year", "provisional"), [(2026, True), (2027, False), (2028, False), (2029, False), (2030, True), (2031, True)]
    )
    def test_from_its_first_day_to_its_last(self, year: int, provisional: bool) -> None:
        assert self.OWN.provisional(year) is provisional
        assert self.OWN.of(FIVE).provisional(o(7, 1, year)) is provisional

    @pytest.mark.parametrize(("year", "provisional"), [(2029, False), (2031, True)])
    def test_why_a_day_is_off_says_so_too(self, year: int, provisional: bool) -> None:
        """A weekly day of rest (Sunday 4 March 2029, Sunday 2 March 2031) and a holiday of every year."""
        for month, number in ((3, 4 if year == 2029 else 2), (5, 4)):
            off = self.OWN.of(FIVE).why_off(o(month, number, year))
            assert off is not None
            assert off.provisional is provisional

    def test_years_that_are_named(self) -> None:
        """Two days off in 2027 were all there are until 2030; of 2031 nobody has said anything."""
        own = plain("own", off=[date(2027, 3, 5)], years=range(2026, 2031))
        assert [year for year in range(2024, 2033) if not own.provisional(year)] == [2026, 2027, 2028, 2029, 2030]

    def test_a_span_that_leaves_them(self) -> None:
        table = self.OWN.of(FIVE)
        assert not table.provisional(o(1, 1, 2027), o(12, 31, 2029))
        assert table.provisional(o(12, 31, 2029), o(1, 1, 2030))

    def test_as_known_before_its_days_were_given(self) -> None:
        """The days of 2027 were given in 2026, those of 2028 in 2027: early in 2027 nothing was known of 2028."""
        days = (
            SpecialDay(date(2027, 3, 5), "a day", (), decreed=date(2026, 12, 1)),
            SpecialDay(date(2028, 3, 6), "a day", (), decreed=date(2027, 12, 1)),
        )
        own = Calendar("own", days)
        assert [own.provisional(2027), own.provisional(2028)] == [False, False]
        early = own.known(date(2027, 1, 1))
        assert [early.provisional(2027), early.provisional(2028)] == [False, True]
        assert own.known(date(2026, 1, 1)).provisional(2027)

    def test_it_outlives_a_pickle(self) -> None:
        loaded = pickle.loads(pickle.dumps(self.OWN.known(date(2028, 1, 1))))
        assert (loaded.provisional(2029), loaded.provisional(2031)) == (False, True)


class TestWhatADayRestsOn:
    def test_a_day_of_rest_rests_on_the_act_of_its_day(self) -> None:
        """Saturdays 29 April and 6 May 2023: the rule began on 30 April, and before it another held."""
        before = CODE(207).by(Basis.INFERRED)
        table = Calendar("c", rest=CODE(207), rest_since=date(2023, 4, 30), rest_before=before).of(FIVE)
        offs = [table.why_off(o(month, number, 2023)) for month, number in ((4, 29), (4, 30), (5, 6))]
        assert [off and off.cites for off in offs] == [(before,), (CODE(207),), (CODE(207),)]

    def test_a_day_of_rest_that_is_worked_says_by_which_act(self) -> None:
        why = UZ_2026.of(FIVE).why_worked(o(12, 12))
        assert why is not None
        assert (why.cites, why.basis) == ((DECREE(1),), Basis.OFFICIAL)
        assert UZ_2026.of(FIVE).why_worked(o(12, 11)) is None
        assert UZ_2026.of(ROTA).why_worked(o(12, 12)) is None

    def test_an_eve_names_its_holiday(self) -> None:
        """Thursday 19 March 2026, for the feast on Friday."""
        why = UZ_2026.of(FIVE).why_shorter(o(3, 19))
        assert why is not None
        assert (why.reason, why.cites) == ("Ramazon hayit", (QUARTERLY(1),))


LAST = date.max.toordinal()
IN_A_YEAR = [(on.month, on.day) for on in (date(2024, 1, 1) + timedelta(n) for n in range(366))]


class TestBeyondTheYears:
    """Days are counted from 1 January of the year 1 to 31 December 9999."""

    @pytest.mark.parametrize("calendar", [UZ_2026, WEEKS, EVERY_DAY, plain("own", off=[date(2027, 3, 5)])], ids=str)
    @pytest.mark.parametrize("on", [0, -1, LAST + 1, 10**12])
    def test_every_question_about_a_day(self, calendar: Calendar, on: int) -> None:
        table = calendar.of(FIVE)
        asked = (
            table.works, table.why_off, table.why_worked, table.why_shorter, table.shorter, table.usual,
            table.on_or_after, table.on_or_before, table.provisional, day,
        )  # fmt: skip
        for ask in asked:
            with pytest.raises(BadInput, match="beyond the years that can be counted"):
                ask(on)
        with pytest.raises(BadInput):
            table.between(o(1, 1), on) if on > 0 else table.between(on, o(1, 1))

    @pytest.mark.parametrize("days", [10**7, 10**30, -(10**7), -(10**30), 3_000_000])
    def test_so_many_working_days_at_once(self, days: int) -> None:
        """A week of five has no three million working days between 2026 and 9999."""
        with pytest.raises(BadInput, match="beyond the years"):
            UZ_2026.of(FIVE).add(o(1, 1), days)

    @pytest.mark.parametrize("days", [1, -5])
    def test_a_calendar_on_which_no_day_is_worked(self, days: int) -> None:
        """Each day of the year is a holiday: to look for a working day ends, and in an error."""
        every = [Holiday(*on, "rest", ()) for on in IN_A_YEAR]
        table = plain("never", holidays=every).of(FIVE)
        with pytest.raises(BadInput, match="no day of it is worked in"):
            table.add(o(3, 2), days)
        for ask in (table.on_or_after, table.on_or_before):
            with pytest.raises(BadInput, match="no day of it is worked"):
                ask(o(3, 2))

    def test_a_calendar_on_which_one_day_a_year_is_worked(self) -> None:
        """2 March alone, in a week of seven days."""
        every = [Holiday(*on, "rest", ()) for on in IN_A_YEAR if on != (3, 2)]
        table = plain("a day a year", week=7, holidays=every).of(FIVE)
        assert table.add(o(3, 2), 30) == date(2056, 3, 2).toordinal()
        assert table.add(o(3, 2), -30) == date(1996, 3, 2).toordinal()
        assert table.on_or_after(o(3, 3)) == date(2027, 3, 2).toordinal()

    def test_a_day_off_at_either_end(self) -> None:
        """31 December 9999 is a Friday: where Fridays are off, no working day comes after it. 1 January of the year 1
        is a Monday."""
        fridays_off = Office("f", zone="UTC", second_day_off=5)
        with pytest.raises(BadInput):
            WEEKS.of(fridays_off).on_or_after(LAST)
        with pytest.raises(BadInput):
            WEEKS.of(MONDAYS_OFF).on_or_before(1)
        assert WEEKS.of(FIVE).on_or_after(LAST) == LAST
        assert WEEKS.of(FIVE).on_or_before(1) == 1

    def test_years_that_there_are_not(self) -> None:
        for year in (0, 10_000):
            with pytest.raises(BadInput):
                UZ_2026.provisional(year)
            with pytest.raises(BadInput):
                plain("own", years=[year])

    def test_an_instant_that_has_no_day_there(self) -> None:
        """Past 19:00 UTC on 31 December 9999 it is no day in Tashkent."""
        with pytest.raises(BadInput, match="beyond the years"):
            local(datetime(9999, 12, 31, 20, tzinfo=UTC), FIVE)


class TestHolidays:
    def test_29_february_is_one_only_where_there_is_one(self) -> None:
        leap = Holiday(2, 29, "leap day", ())
        assert (leap.of(2027), leap.of(2028)) == (None, date(2028, 2, 29))

    def test_a_holiday_may_begin_and_end(self) -> None:
        short_lived = Holiday(7, 1, "a feast", (), since=date(2026, 7, 1), until=date(2028, 7, 1))
        assert [short_lived.of(year) is not None for year in range(2025, 2030)] == [False, True, True, False, False]

    @pytest.mark.parametrize("month", range(1, 13))
    def test_the_last_day_of_each_month_may_be_one(self, month: int) -> None:
        last = (date(2028, month, 28) + timedelta(4)).replace(day=1) - timedelta(1)
        assert Holiday(month, last.day, "a feast", ()).of(2028) == last
        with pytest.raises(BadInput):
            Holiday(month, last.day + 1, "a feast", ())

    @pytest.mark.parametrize(("month", "number"), [(2, 30), (13, 1), (0, 1), (4, 31), (4, 0)])
    def test_a_day_that_no_year_has_is_refused(self, month: int, number: int) -> None:
        with pytest.raises(BadInput, match=f"no such day: month {month}, day {number}"):
            Holiday(month, number, "a feast", ())

    def test_a_day_given_twice_is_one_error_that_lists_all(self) -> None:
        twice, of_five = date(2026, 3, 4), date(2026, 3, 5)
        with pytest.raises(BadInput) as caught:
            Calendar(
                "c",
                (
                    SpecialDay(twice, "one reason", ()),
                    SpecialDay(twice, "another", (), weeks=(5, 6)),
                    SpecialDay(of_five, "of five", (), weeks=(5,)),
                    SpecialDay(of_five, "of six", (), weeks=(6,)),
                ),
                week=3,
            )
        assert caught.value.faults == (
            "week: 5, 6 or 7 days, not 3",
            "2026-03-04 is given twice for a week of 5 days",
            "2026-03-04 is given twice for a week of 6 days",
        )


class TestCounting:
    """Working days, without country: five a week, so that a hundred years are 26,000 of them in 36,400 days."""

    @pytest.mark.parametrize("weeks", [1, 200, 5200])
    def test_whole_weeks_in_both_directions(self, weeks: int) -> None:
        table, monday = plain("weeks").of(FIVE), o(3, 2)
        assert table.add(monday, 5 * weeks) == monday + 7 * weeks
        assert table.add(monday, -5 * weeks) == monday - 7 * weeks
        assert table.between(monday, monday + 7 * weeks) == 5 * weeks
        assert table.add(monday, 1) == monday + 1

    def test_backwards_first(self) -> None:
        table, monday = plain("weeks").of(FIVE), o(3, 2)
        assert table.add(monday, -26000) == monday - 36400
        assert table.between(monday - 36400, monday) == 26000

    def test_none_after_a_day_is_the_day(self) -> None:
        assert WEEKS.of(FIVE).add(o(3, 7), 0) == o(3, 7)

    @pytest.mark.parametrize(
        ("number", "after", "before"),
        [pytest.param(6, 6, 6, id="Friday"), pytest.param(7, 9, 6, id="Saturday"), pytest.param(8, 9, 6, id="Sunday")],
    )
    def test_the_nearest_working_day(self, number: int, after: int, before: int) -> None:
        table = WEEKS.of(FIVE)
        assert table.on_or_after(o(3, number)) == o(3, after)
        assert table.on_or_before(o(3, number)) == o(3, before)

    def test_over_years_without_a_working_day(self) -> None:
        """All days of 2025 to 2027 off. Around them: Tuesday 31 December 2024 and, as 1 January 2028 is a Saturday,
        Monday 3 January 2028."""
        off = [date(2025, 1, 1) + timedelta(n) for n in range(365 * 3)]
        closed, asked = plain("closed", off=off), o(6, 1)
        before, after = o(12, 31, 2024), o(1, 3, 2028)
        assert closed.of(FIVE).on_or_after(asked) == after
        assert closed.of(SIX).on_or_before(asked) == before
        assert closed.of(MONDAYS_OFF).add(asked, 1) == o(1, 1, 2028)
        assert closed.of(SEVEN).add(asked, -1) == before

    @given(
        start=st.integers(o(1, 1, 2024), o(12, 31, 2028)),
        n=st.integers(1, 60),
        office=st.sampled_from([FIVE, SIX, MONDAYS_OFF, ROTA, SEVEN]),
    )
    def test_the_table_agrees_with_walking(self, start: int, n: int, office: Office) -> None:
        table = UZ_2026.of(office)
        for step in (1, -1):
            on, left = start, n
            while left:
                on += step
                left -= table.works(on)
            assert table.add(start, step * n) == on
        assert table.between(start, table.add(start, n)) == n

    def test_many_threads_on_one_table(self) -> None:
        """Each grows the table in its own direction; none may be answered from another's half."""
        table, asked = plain("weeks").of(FIVE), random.Random(7)
        weeks = [(o(3, 2) + 7 * asked.randrange(-1000, 1000), asked.randrange(1, 1000)) for _ in range(200)]

        def right(one: tuple[int, int]) -> bool:
            monday, n = one
            far = monday + 7 * n
            return (
                table.add(monday, 5 * n) == far
                and table.add(far, -5 * n) == monday
                and table.between(monday, far) == 5 * n
                and table.on_or_after(monday - 2) == monday
                and table.on_or_before(far + 6) == far + 4
            )

        interval = sys.getswitchinterval()
        sys.setswitchinterval(1e-6)
        try:
            with ThreadPoolExecutor(8) as pool:
                assert all(pool.map(right, weeks))
        finally:
            sys.setswitchinterval(interval)


class TestAsAValue:
    def test_a_calendar_survives_pickling(self) -> None:
        UZ_2026.of(FIVE).works(o(3, 2))
        loaded = pickle.loads(pickle.dumps(UZ_2026))
        assert loaded == UZ_2026
        assert hash(loaded) == hash(UZ_2026)
        assert not loaded.of(FIVE).works(o(3, 20))

    def test_a_pickle_carries_no_tables(self) -> None:
        fresh = Calendar("c", UZ_2026.days, UZ_2026.holidays)
        before = len(pickle.dumps(fresh))
        fresh.of(FIVE).works(o(3, 2))
        assert len(pickle.dumps(fresh)) == before

    def test_tables_are_no_part_of_equality(self) -> None:
        asked, fresh = plain("weeks"), plain("weeks")
        asked.of(FIVE).works(o(3, 2))
        assert asked == fresh
        assert hash(asked) == hash(fresh)

    def test_a_calendar_as_known_is_another(self) -> None:
        assert UZ_2026.known(date(2026, 3, 16)) != UZ_2026

    def test_its_repr_is_short(self) -> None:
        assert repr(UZ_2026).startswith("Calendar(name='Uzbekistan, 2026', days=<14>, holidays=<7>, week=None")


class TestTheOfficesDay:
    def test_an_instant_given_in_another_zone(self) -> None:
        """20:30 UTC on 2 March is 01:30 on 3 March in Tashkent."""
        assert ordinal(pendulum.datetime(2026, 3, 2, 20, 30), FIVE) == o(3, 3)

    def test_an_instant_of_the_standard_library(self) -> None:
        assert ordinal(datetime(2026, 3, 2, 20, 30, tzinfo=UTC), FIVE) == o(3, 3)

    def test_a_round_trip_keeps_the_offset_and_loses_the_zone(self) -> None:
        """A trap: after it the zone is +05:00, not Asia/Tashkent. The day must still be the office's."""
        there = pendulum.datetime(2026, 3, 3, 1, 30, tz="Asia/Tashkent")
        back = pendulum.parse(there.isoformat())
        assert isinstance(back, pendulum.DateTime)
        assert back.timezone_name == "+05:00"
        berlin = Office("b", zone="Europe/Berlin")
        assert (ordinal(back, FIVE), ordinal(back, berlin)) == (o(3, 3), o(3, 2))
        assert local(back, FIVE).tzinfo is FIVE.tz

    def test_a_plain_day_is_itself(self) -> None:
        assert ordinal(date(2026, 3, 2), FIVE) == o(3, 2)

    def test_an_instant_without_a_zone_has_no_day(self) -> None:
        """It must not be taken for the machine's own time, or for UTC."""
        with pytest.raises(BadInput, match="an instant with a zone, not 2026-03-02T20:30:00"):
            ordinal(pendulum.naive(2026, 3, 2, 20, 30), FIVE)


class TestKnownTo:
    """Up to which day decrees are in a calendar."""

    DAYS = tuple(SpecialDay(date(2026, 5, day), "decreed", (), decreed=date(2026, 1, day)) for day in (4, 6, 5))

    def test_that_of_the_latest_decree(self):
        assert Calendar("", days=self.DAYS).known_to == date(2026, 1, 6)

    def test_the_day_it_was_asked_for(self):
        assert Calendar("", days=self.DAYS).known(date(2026, 1, 5)).known_to == date(2026, 1, 5)

    def test_none_without_any(self):
        assert Calendar("").known_to is None


def test_the_first_thing_asked_of_a_calendar_may_be_whether_a_day_is_usual():
    """A calendar nobody has used: its table has no year yet. 8 March 2026 is a Sunday, 2 March a Monday."""
    assert plain("new").of(FIVE).usual(o(3, 2))
    assert not plain("new").of(FIVE).usual(o(3, 8))
