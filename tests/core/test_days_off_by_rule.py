"""Days off said by rule, and any days of rest. Expected days are read from wall calendars and official tables.

1 January 2026 is a Thursday, 1 May a Friday, 25 December a Friday. Easter Sunday is 5 April 2026, 28 March 2027.
"""

import pickle
from datetime import date, datetime, time
from typing import Any

import pendulum
import pytest
from dateutil import easter as dateutil_easter

from prcomm import (
    NEXT_WORKING_DAY,
    WEEKS,
    WORKING_DAY_BEFORE,
    BadInput,
    Calendar,
    Computus,
    DayRange,
    EveryWeek,
    FromEaster,
    GeneralRule,
    Holiday,
    Instead,
    Near,
    NthWeekday,
    Office,
    SpecialDay,
    Weekday,
    WeekdayNear,
    YearlyRange,
    easter,
    plain,
)
from prcomm.core.calendar.days import Yearly, YearlyRule
from prcomm.core.calendar.days.calendars import _apart

FIVE = Office("five days", zone="Europe/London")
SEVEN = Office("seven days", zone="Europe/London", rest_days=())


def off(calendar: Calendar, first: date, last: date, office: Office = FIVE) -> list[str]:
    """The days off from one day to another that are no Saturdays and Sundays, as month and day."""
    table = calendar.of(office)
    days = (date.fromordinal(o) for o in range(first.toordinal(), last.toordinal() + 1))
    return [f"{d:%m-%d}" for d in days if d.isoweekday() < 6 and not table.works(d.toordinal())]


def of_year(year: int, *rules: Yearly, office: Office = FIVE) -> list[str]:
    return off(plain("rules", holidays=rules), date(year, 1, 1), date(year, 12, 31), office)


def faults(made: Any, *args: Any, **kwargs: Any) -> tuple[str, ...]:
    with pytest.raises(BadInput) as caught:
        made(*args, **kwargs)
    return caught.value.faults


class TestAnyDaysOfRest:
    @pytest.mark.parametrize(
        ("rest", "works"),
        [
            pytest.param((5, 6), [1, 2, 3, 4, 7], id="Friday and Saturday"),
            pytest.param((7,), [1, 2, 3, 4, 5, 6], id="Sunday alone"),
            pytest.param((), [1, 2, 3, 4, 5, 6, 7], id="none"),
            pytest.param((1, 3, 7), [2, 4, 5, 6], id="three, not in a row"),
            pytest.param((Weekday.FRIDAY, pendulum.SATURDAY), [1, 2, 3, 4, 7], id="by the names of two libraries"),
        ],
    )
    def test_of_an_office_and_of_a_calendar(self, rest: tuple[int, ...], works: list[int]) -> None:
        """Monday 5 to Sunday 11 January 2026."""
        office = Office("x", zone="UTC", rest_days=rest)
        days = [date(2026, 1, 5 + n) for n in range(7)]
        for table in (WEEKS.of(office), plain("fixed", rest_days=rest).of(FIVE)):
            assert [d.isoweekday() for d in days if table.works(d.toordinal())] == works
        assert office.week == len(works)

    def test_of_a_week_of_four_days_those_of_five_are_off(self) -> None:
        calendar = Calendar("x", (SpecialDay(date(2026, 1, 6), "a day off", (), weeks=(5,)),))
        assert not calendar.of(Office("x", zone="UTC", rest_days=(5, 6, 7))).works(date(2026, 1, 6).toordinal())

    def test_a_day_no_week_has_is_refused(self) -> None:
        assert faults(Office, "x", zone="UTC", rest_days=(0, 8, True)) == (
            "1 (Monday) to 7 (Sunday), not 0",
            "1 (Monday) to 7 (Sunday), not 8",
            "1 (Monday) to 7 (Sunday), not True",
        )

    def test_one_day_at_least_is_worked(self) -> None:
        assert faults(Office, "x", zone="UTC", rest_days=range(1, 8)) == ("rest_days: one day at least is worked",)
        assert faults(plain, "x", rest_days=range(1, 8)) == ("rest_days: one day at least is worked",)

    def test_week_and_days_of_rest_agree(self) -> None:
        assert faults(Office, "x", zone="UTC", week=6, rest_days=(5, 6)) == ("week: 5 days by its rest_days, not 6",)
        assert faults(plain, "x", week=6, rest_days=(7,)) == ("week: told by rest_days, where they are given",)
        assert Office("x", zone="UTC", week=6, rest_days=(7,)).week == 6

    def test_a_country_that_changed_its_week(self) -> None:
        """Thursday and Friday until 28 June 2013, Friday and Saturday since: 27 June 2013 is a Thursday."""
        moved = plain(
            "moved",
            rest_days=(5,),
            holidays=(
                EveryWeek(4, "Thursday", until=date(2013, 6, 28)),
                EveryWeek(6, "Saturday", since=date(2013, 6, 28)),
            ),
        )
        table = moved.of(FIVE)
        assert [n for n in range(17, 31) if not table.works(date(2013, 6, n).toordinal())] == [20, 21, 27, 28, 29]
        why = table.why_off(date(2013, 6, 20).toordinal())
        assert why is not None
        assert (why.reason, why.provisional) == ("Thursday", False)


class TestRules:
    def test_the_nth_and_the_last_of_its_kind(self) -> None:
        """May 2026: Mondays 4, 11, 18, 25. The Friday after the fourth Thursday of November is the 27th."""
        assert of_year(2026, NthWeekday(1, 1, 5, "early"), NthWeekday(-1, 1, 5, "spring")) == ["05-04", "05-25"]
        assert of_year(2026, NthWeekday(4, 4, 11, "thanks"), NthWeekday(4, 4, 11, "after", plus=1)) == [
            "11-26",
            "11-27",
        ]
        assert of_year(2026, NthWeekday(-2, Weekday.MONDAY, 5, "x"), NthWeekday(5, 1, 5, "none")) == ["05-18"]

    def test_a_day_of_the_week_near_another_day(self) -> None:
        """22 January 2026 is a Thursday: Monday 19 is nearer than 26. 24 May 2026 is a Sunday, 24 May 2027 a Monday."""
        assert of_year(2026, WeekdayNear(1, 1, 22, "x", near=Near.NEAREST)) == ["01-19"]
        assert of_year(2025, WeekdayNear(1, 1, 22, "x", near=Near.NEAREST)) == ["01-20"]
        assert of_year(2024, WeekdayNear(1, 1, 25, "x", near=Near.NEAREST)) == ["01-22"]
        assert of_year(2026, WeekdayNear(1, 5, 24, "x", near=Near.ON_OR_BEFORE)) == ["05-18"]
        assert of_year(2027, WeekdayNear(1, 5, 24, "x", near=Near.ON_OR_BEFORE)) == ["05-24"]
        assert of_year(2026, WeekdayNear(2, 2, 29, "x")) == ["03-03"]  # 28 February is a Saturday

    def test_days_from_easter(self) -> None:
        """Orthodox Easter is on 12 April 2026."""
        assert of_year(2026, FromEaster(-2, "Good Friday"), FromEaster(1, "Monday")) == ["04-03", "04-06"]
        assert of_year(2026, FromEaster(1, "Monday", computus=Computus.ORTHODOX)) == ["04-13"]

    def test_easter_as_another_library_has_it(self) -> None:
        ways = {Computus.WESTERN: dateutil_easter.EASTER_WESTERN, Computus.ORTHODOX: dateutil_easter.EASTER_ORTHODOX}
        years = [(year, computus, way) for year in range(1583, 4099) for computus, way in ways.items()]
        assert [one for one in years if easter(*one[:2]) != dateutil_easter.easter(one[0], one[2])] == []

    def test_a_range_over_new_year(self) -> None:
        closed = plain("closed", holidays=[YearlyRange(12, 30, 1, 2, "closed")])
        assert off(closed, date(2025, 12, 25), date(2026, 1, 9)) == ["12-30", "12-31", "01-01", "01-02"]

    def test_a_range_within_a_year(self) -> None:
        assert of_year(2026, YearlyRange(7, 30, 8, 4, "closed")) == ["07-30", "07-31", "08-03", "08-04"]
        assert of_year(2027, YearlyRange(2, 29, 3, 2, "closed")) == ["03-01", "03-02"]
        assert of_year(2024, YearlyRange(2, 28, 2, 29, "closed")) == ["02-28", "02-29"]

    def test_a_day_that_few_years_have(self) -> None:
        assert of_year(2024, Holiday(2, 29, "leap")) == ["02-29"]
        assert of_year(2026, Holiday(2, 29, "leap")) == []

    @pytest.mark.parametrize(("year", "found"), [(2022, []), (2023, ["05-08"]), (2024, [])])
    def test_once(self, year: int, found: list[str]) -> None:
        """8 May 2023 is a Monday. Years stand for their first days, and of ``until`` it is the first without."""
        assert of_year(year, Holiday(5, 8, "coronation", since=2023, until=2024)) == found

    def test_a_range_of_days(self) -> None:
        house = plain("house", off=[DayRange(date(2026, 8, 10), date(2026, 8, 12), "works"), date(2026, 8, 11)])
        assert off(house, date(2026, 8, 1), date(2026, 8, 31)) == ["08-10", "08-11", "08-12"]
        why = house.of(FIVE).why_off(date(2026, 8, 11).toordinal())
        assert why is not None
        assert why.reason == "works"
        assert house.provisional(2027)

    def test_the_ends_of_time(self) -> None:
        rules = FromEaster(1, "x"), NthWeekday(1, 1, 1, "y", plus=-9), NthWeekday(-1, 5, 12, "z", plus=9)
        for year in (0, 1, 9999, 10000):
            assert all(date.min <= on <= date.max for rule in rules for on in rule.days(year))
        assert rules[0].days(9999) == ()
        assert rules[2].days(9999) == ()
        assert faults(easter, 9999) == ("year: 1 to 9998, not 9999",)

    def test_a_rule_that_is_none(self) -> None:
        for asked in (lambda: YearlyRule().days(2026), lambda: YearlyRule().holds(date(2026, 1, 1))):
            with pytest.raises(TypeError, match="YearlyRule gives no days"):
                asked()

    @pytest.mark.parametrize(
        ("made", "told"),
        [
            pytest.param(lambda: Holiday(2, 30, "x"), ("no such day: month 2, day 30",), id="a day there is not"),
            pytest.param(
                lambda: YearlyRange(13, 1, 1, 32, "x"),
                ("no such day: month 13, day 1", "no such day: month 1, day 32"),
                id="both ends",
            ),
            pytest.param(
                lambda: NthWeekday(0, 1, 13, "x"),
                ("month: 1 to 12, not 13", "nth: 1 to 5, or -1 to -5 from the end, not 0"),
                id="the nth",
            ),
            pytest.param(lambda: WeekdayNear(1, 4, 31, "x"), ("no such day: month 4, day 31",), id="near none"),
            pytest.param(lambda: WeekdayNear(8, 4, 30, "x"), ("1 (Monday) to 7 (Sunday), not 8",), id="no weekday"),
            pytest.param(
                lambda: Holiday(1, 1, "x", since="2020"),  # type: ignore[arg-type]  # the mistake itself
                ("since and until: a day, or a year from 1 to 9999, not '2020'",),
                id="since",
            ),
            pytest.param(
                lambda: Holiday(1, 1, "x", instead=(1,)),  # type: ignore[arg-type]  # the mistake itself
                ("instead: an Instead in each place, not 1",),
                id="instead",
            ),
            pytest.param(
                lambda: DayRange(date(2026, 1, 2), date(2026, 1, 1)),
                ("last: no earlier than 2026-01-02, not 2026-01-01",),
                id="a range that ends before it begins",
            ),
            pytest.param(
                lambda: DayRange(datetime(2026, 1, 2), None),  # type: ignore[arg-type]  # noqa: DTZ001
                (
                    "first: a date, as date(2026, 7, 1), not datetime.datetime(2026, 1, 2, 0, 0)",
                    "last: a date, as date(2026, 7, 1), not 0",
                ),
                id="no days",
            ),
        ],
    )
    def test_what_can_not_be(self, made: Any, told: tuple[str, ...]) -> None:
        assert faults(made) == told

    def test_days_off_apart_from_what_is_none(self) -> None:
        assert _apart(DayRange(date(2026, 1, 1), date(2026, 1, 1)), DayRange)[1] == ()


CHRISTMAS = Holiday(12, 25, "Christmas", instead=NEXT_WORKING_DAY)
BOXING = Holiday(12, 26, "Boxing Day", instead=NEXT_WORKING_DAY)


class TestInstead:
    @pytest.mark.parametrize(
        ("year", "days"),
        [
            pytest.param(2020, ["12-25", "12-28"], id="Friday and Saturday"),
            pytest.param(2021, ["12-27", "12-28"], id="Saturday and Sunday"),
            pytest.param(2022, ["12-26", "12-27"], id="Sunday and Monday"),
            pytest.param(2026, ["12-25", "12-28"], id="Friday and Saturday again"),
        ],
    )
    def test_two_in_a_row(self, year: int, days: list[str]) -> None:
        """As the bank holidays of England and Wales were published: gov.uk/bank-holidays."""
        assert of_year(year, CHRISTMAS, BOXING) == days

    def test_two_in_a_row_over_new_year(self) -> None:
        """Scotland, 2022: Monday 3 January for Saturday 1, Tuesday 4 for Sunday 2."""
        two = Holiday(1, 1, "New Year", instead=NEXT_WORKING_DAY), Holiday(1, 2, "the second", instead=NEXT_WORKING_DAY)
        assert of_year(2022, *two) == ["01-03", "01-04"]

    def test_the_working_day_before_may_be_of_the_year_before(self) -> None:
        """1 January 2022 is a Saturday: Friday 31 December 2021."""
        assert of_year(2021, Holiday(1, 1, "New Year", instead=WORKING_DAY_BEFORE)) == ["01-01", "12-31"]

    def test_before_a_saturday_and_after_a_sunday(self) -> None:
        """4 July is a Saturday in 2020 and 2026, a Sunday in 2021 and 2027, a Tuesday in 2023."""
        fourth = Holiday(7, 4, "x", instead=(Instead(back=True, on=6), Instead(on=7)))
        found = [of_year(year, fourth) for year in (2020, 2026, 2021, 2027, 2023)]
        assert found == [["07-03"], ["07-03"], ["07-05"], ["07-05"], ["07-04"]]

    def test_moved_to_a_monday_and_no_longer_off_itself(self) -> None:
        """6 January 2026 is a Tuesday: Monday 12. In 2025 it is a Monday itself."""
        kings = Holiday(1, 6, "kings", instead=Instead(on=(2, 3, 4, 5, 6, 7), to=1, stays=False))
        assert (of_year(2026, kings), of_year(2025, kings)) == (["01-12"], ["01-06"])

    def test_a_day_of_rest_by_law_is_none_to_move_to_for_who_works_it(self) -> None:
        """26 December 2026 is a Saturday: Monday 28 also where Sundays are worked."""
        by_law = Holiday(12, 26, "x", instead=Instead(on=(6, 7)))
        table = plain("x", holidays=[by_law]).of(SEVEN)
        assert [n for n in range(20, 32) if not table.works(date(2026, 12, n).toordinal())] == [26, 28]

    def test_nothing_for_who_has_no_day_of_rest(self) -> None:
        table = plain("x", holidays=[CHRISTMAS, BOXING]).of(SEVEN)
        assert [n for n in range(20, 32) if not table.works(date(2021, 12, n).toordinal())] == [25, 26]

    def test_a_closure_neither_moves_nor_is_moved_around(self) -> None:
        """25 December 2021 is a Saturday: Monday 27 lies within the closure, and 17 January is worked."""
        closed = plain("x", holidays=[CHRISTMAS, YearlyRange(12, 25, 1, 15, "closed")])
        assert off(closed, date(2022, 1, 12), date(2022, 1, 21)) == ["01-12", "01-13", "01-14"]
        why = closed.of(FIVE).why_off(date(2021, 12, 27).toordinal())
        assert why is not None
        assert why.reason == "instead of 25.12, a holiday on a day of rest"

    def test_the_rule_of_the_calendar_stands_for_those_that_say_nothing(self) -> None:
        """1 August 2026 is a Saturday, 2 August a Sunday."""
        calendar = Calendar(
            "x", holidays=(Holiday(8, 1, "a"), Holiday(8, 2, "b", instead=WORKING_DAY_BEFORE)), shift=GeneralRule(())
        )
        assert off(calendar, date(2026, 7, 27), date(2026, 8, 7)) == ["07-31", "08-03"]

    def test_two_holidays_on_one_day_give_one_by_the_rule_of_the_calendar(self) -> None:
        calendar = Calendar("x", holidays=(Holiday(8, 1, "a"), Holiday(8, 1, "b")), shift=GeneralRule(()))
        assert off(calendar, date(2026, 7, 27), date(2026, 8, 7)) == ["08-03"]

    def test_the_eve_of_what_moved_away_is_not_shorter(self) -> None:
        """Tuesday 6 January 2026 is worked; so Monday 5 is an ordinary day."""
        kings = Holiday(1, 6, "kings", instead=Instead(on=2, to=1, stays=False))
        table = Calendar("x", holidays=(kings, Holiday(1, 15, "y")), eve=GeneralRule((), hours=1)).of(FIVE)
        assert [n for n in range(1, 20) if table.shorter(date(2026, 1, n).toordinal())] == [14]


class TestShorterDays:
    """24 December 2026 is a Thursday."""

    EVE = Holiday(12, 24, "Christmas Eve", holiday=False, closes=time(13))

    def test_it_is_worked(self) -> None:
        table = plain("x", holidays=[self.EVE, CHRISTMAS]).of(FIVE)
        on = date(2026, 12, 24).toordinal()
        why = table.why_shorter(on)
        assert (table.works(on), table.usual(on), table.shorter(on), table.is_eve(on)) == (True, False, True, False)
        assert (table.closes(on), table.closes(on - 1)) == (time(13), None)
        assert why is not None
        assert why.reason == "Christmas Eve"

    def test_of_two_that_end_earlier_the_earlier_counts(self) -> None:
        special = SpecialDay(date(2026, 12, 24), "a storm", (), closes=time(11))
        for calendar in (
            Calendar("x", (special,), (self.EVE,)),
            Calendar(
                "x",
                (SpecialDay(date(2026, 12, 24), "a fair", (), closes=time(15)),),
                (Holiday(12, 24, "x", closes=time(11)),),
            ),
        ):
            assert calendar.of(FIVE).closes(date(2026, 12, 24).toordinal()) == time(11)
            assert calendar.of(FIVE).works(date(2026, 12, 24).toordinal())


class TestCalendarsOfTheirOwn:
    COURT = plain("court days", off=[date(2026, 3, 4)])
    BOTH = Calendar("country", holidays=(Holiday(3, 3, "x"),), own=(COURT,))

    def test_an_office_names_its_own(self) -> None:
        court = Office("c", zone="UTC", calendar="court days")
        assert off(self.BOTH, date(2026, 3, 1), date(2026, 3, 7), court) == ["03-04"]
        assert off(self.BOTH, date(2026, 3, 1), date(2026, 3, 7)) == ["03-03"]
        assert off(self.BOTH, date(2026, 3, 1), date(2026, 3, 7), Office("c", zone="UTC", calendar="country")) == [
            "03-03"
        ]

    def test_one_that_is_not_listed(self) -> None:
        school = Office("s", zone="UTC", calendar="school days")
        assert faults(self.BOTH.of, school) == ("own: it lists 'court days', not 'school days'",)
        assert faults(WEEKS.of, school) == ("own: it lists none, not 'school days'",)

    def test_two_of_one_name(self) -> None:
        assert faults(Calendar, "x", own=(self.COURT, self.COURT)) == ("own: 'court days' is there twice",)

    def test_what_was_decreed_later_is_not_known_in_them_either(self) -> None:
        decreed = Calendar("d", (SpecialDay(date(2026, 3, 4), "x", (), decreed=date(2026, 2, 1)),))
        calendar = Calendar("x", own=(decreed,)).known(date(2026, 1, 1))
        assert calendar.of(Office("d", zone="UTC", calendar="d")).works(date(2026, 3, 4).toordinal())

    def test_a_pickle_keeps_all_of_it(self) -> None:
        calendar = Calendar("x", holidays=(CHRISTMAS,), rest_days=(5,), own=(self.COURT,))
        kept = pickle.loads(pickle.dumps(calendar))
        assert kept == calendar
        assert not kept.of(FIVE).works(date(2026, 3, 6).toordinal())
