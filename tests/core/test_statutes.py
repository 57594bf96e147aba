"""Calendars of other countries by rule, each from its statute; expected days from official tables, or counted by hand.

The days off stand in the table as the act says them. What is expected is told with who published it.
"""

from datetime import date

import pytest

from prcomm import (
    NEXT_WORKING_DAY,
    Calendar,
    Computus,
    DayRange,
    Enactment,
    FromEaster,
    Holiday,
    Instead,
    Near,
    NthWeekday,
    Office,
    Term,
    Weekday,
    WeekdayNear,
    WorkingDays,
    YearlyRange,
    earliest,
    plain,
    until,
)

MONDAY, FRIDAY, SATURDAY, SUNDAY = Weekday.MONDAY, Weekday.FRIDAY, Weekday.SATURDAY, Weekday.SUNDAY
MONDAYISED = Instead(on=(SATURDAY, SUNDAY), to=MONDAY)
SUBSTITUTE = Instead(on=(SATURDAY, SUNDAY))

OIA = Enactment("Official Information Act 1982 (NZ)", unit="s")(2, 1)
FOIA = Enactment("Freedom of Information Act 2000 (UK)", unit="s")(10, 6)
BFDA = Enactment("Banking and Financial Dealings Act 1971 (UK)", unit="Sch")(1)
US_CODE = Enactment("5 USC", unit="s")(6103)
JAPAN = Enactment("Act on National Holidays, No. 178 of 1948 (Japan)")(3, 2)
EMILIANI = Enactment("Ley 51 de 1983 (Colombia)")(2)
SOUTH_AFRICA = Enactment("Public Holidays Act 36 of 1994 (South Africa)", unit="s")(2, 1)
CANADA = Enactment("Holidays Act, RSC 1985 c H-5 (Canada)", unit="s")(2)
SWEDEN = Enactment("Lag (1989:253) om allmänna helgdagar (Sweden)", unit="§")(1)
GREECE = Enactment("Law 1157/1981 (Greece)")(1)
SCHOOLS = Enactment("SI 2004/3364 (UK)", unit="reg")(3)

# fmt: off
NEW_ZEALAND = plain("working days of the OIA", rest_days=(6, 7), holidays=(
    Holiday(2, 6,                       "Waitangi Day",           OIA, instead=MONDAYISED),
    FromEaster(-2,                      "Good Friday",            OIA),
    FromEaster(1,                       "Easter Monday",          OIA),
    Holiday(4, 25,                      "Anzac Day",              OIA, instead=MONDAYISED),
    NthWeekday(1, MONDAY, 6,            "the Sovereign's birthday", OIA),
    NthWeekday(4, MONDAY, 10,           "Labour Day",             OIA),
    YearlyRange(12, 25, 1, 15,          "25 December to 15 January", OIA),
))
ENGLAND = plain("England and Wales", rest_days=(6, 7), holidays=(
    Holiday(1, 1,                       "New Year's Day",         BFDA, instead=SUBSTITUTE),
    FromEaster(-2,                      "Good Friday",            FOIA),
    FromEaster(1,                       "Easter Monday",          BFDA),
    NthWeekday(1, MONDAY, 5,            "early May",              BFDA),
    NthWeekday(-1, MONDAY, 5,           "spring",                 BFDA),
    NthWeekday(-1, MONDAY, 8,           "summer",                 BFDA),
    Holiday(12, 25,                     "Christmas Day",          BFDA, instead=SUBSTITUTE),
    Holiday(12, 26,                     "Boxing Day",             BFDA, instead=SUBSTITUTE),
))
IN_ANY_PART = plain("bank holidays in any part of the United Kingdom", rest_days=(6, 7), holidays=(
    *ENGLAND.holidays,
    Holiday(1, 2,                       "2nd January",            BFDA, instead=SUBSTITUTE),
    Holiday(3, 17,                      "St Patrick's Day",       BFDA, instead=SUBSTITUTE),
    Holiday(7, 12,                      "Battle of the Boyne",    BFDA, instead=SUBSTITUTE),
    NthWeekday(1, MONDAY, 8,            "summer, in Scotland",    BFDA),
    Holiday(11, 30,                     "St Andrew's Day",        BFDA, instead=SUBSTITUTE),
))
OBSERVED = Instead(back=True, on=SATURDAY), Instead(on=SUNDAY)
UNITED_STATES = plain("federal holidays", rest_days=(6, 7), holidays=(
    Holiday(1, 1,                       "New Year's Day",         US_CODE, instead=OBSERVED),
    NthWeekday(3, MONDAY, 1,            "Martin Luther King, Jr.", US_CODE),
    NthWeekday(3, MONDAY, 2,            "Washington's Birthday",  US_CODE),
    NthWeekday(-1, MONDAY, 5,           "Memorial Day",           US_CODE),
    Holiday(6, 19,                      "Juneteenth",             US_CODE, since=date(2021, 6, 17), instead=OBSERVED),
    Holiday(7, 4,                       "Independence Day",       US_CODE, instead=OBSERVED),
    NthWeekday(1, MONDAY, 9,            "Labor Day",              US_CODE),
    NthWeekday(2, MONDAY, 10,           "Columbus Day",           US_CODE),
    Holiday(11, 11,                     "Veterans Day",           US_CODE, instead=OBSERVED),
    NthWeekday(4, Weekday.THURSDAY, 11, "Thanksgiving Day",       US_CODE),
    Holiday(12, 25,                     "Christmas Day",          US_CODE, instead=OBSERVED),
))
AFTER_A_SUNDAY = Instead(on=SUNDAY)
GOLDEN_WEEK = plain("Japan, spring", holidays=(
    Holiday(4, 29,                      "Showa Day",              JAPAN, instead=AFTER_A_SUNDAY),
    Holiday(5, 3,                       "Constitution Memorial Day", JAPAN, instead=AFTER_A_SUNDAY),
    Holiday(5, 4,                       "Greenery Day",           JAPAN, instead=AFTER_A_SUNDAY),
    Holiday(5, 5,                       "Children's Day",         JAPAN, instead=AFTER_A_SUNDAY),
))
TO_MONDAY = Instead(on=(2, 3, 4, 5, 6, 7), to=MONDAY, stays=False)
COLOMBIA = plain("Colombia", rest_days=(6, 7), holidays=(
    Holiday(1, 1,                       "Año Nuevo",              EMILIANI),
    *(Holiday(month, day,               "trasladado",             EMILIANI, instead=TO_MONDAY)
      for month, day in ((1, 6), (3, 19), (6, 29), (8, 15), (10, 12), (11, 1), (11, 11))),
    *(FromEaster(plus,                  "trasladado",             EMILIANI, instead=TO_MONDAY)
      for plus in (39, 60, 68)),
    FromEaster(-3,                      "Jueves Santo",           EMILIANI),
    FromEaster(-2,                      "Viernes Santo",          EMILIANI),
    *(Holiday(month, day,               "fijo",                   EMILIANI)
      for month, day in ((5, 1), (7, 20), (8, 7), (12, 8), (12, 25))),
))
MONDAY_AFTER = Instead(on=SUNDAY, to=MONDAY)
SOUTH_AFRICAN = plain("South Africa", rest_days=(6, 7), holidays=(
    *(Holiday(month, day,               "a public holiday",       SOUTH_AFRICA, instead=MONDAY_AFTER)
      for month, day in ((1, 1), (3, 21), (4, 27), (5, 1), (6, 16), (8, 9), (9, 24), (12, 16), (12, 25), (12, 26))),
    FromEaster(-2,                      "Good Friday",            SOUTH_AFRICA),
    FromEaster(1,                       "Family Day",             SOUTH_AFRICA),
))
# fmt: on
BANGLADESH = plain("Bangladesh", rest_days=(FRIDAY, SATURDAY))
"""Friday and Saturday are the weekly holidays; no other fell between 24 August and 21 September 2022."""
SCHOOL = plain(
    "school days", rest_days=(6, 7), off=[DayRange(date(2025, 7, 23), date(2025, 9, 2), "vacation", SCHOOLS)]
)
OFFICE = Office("o", zone="UTC")


def off(calendar: Calendar, year: int) -> list[str]:
    """The days off of a year that are no Saturdays and Sundays, as month and day."""
    table, first = calendar.of(OFFICE), date(year, 1, 1).toordinal()
    days = [date.fromordinal(first + n) for n in range(365)]
    return [f"{d:%m-%d}" for d in days if d.isoweekday() < 6 and not table.works(d.toordinal())]


@pytest.mark.parametrize(
    ("calendar", "since", "term", "last"),
    [
        pytest.param(NEW_ZEALAND, date(2019, 1, 3), WorkingDays(20), date(2019, 2, 13), id="OIA over Waitangi Day"),
        pytest.param(
            NEW_ZEALAND, date(2017, 4, 16), WorkingDays(20), date(2017, 5, 16), id="OIA over Easter and Anzac"
        ),
        pytest.param(NEW_ZEALAND, date(2022, 11, 25), WorkingDays(20), date(2022, 12, 23), id="OIA, the last before"),
        pytest.param(NEW_ZEALAND, date(2022, 11, 28), WorkingDays(20), date(2023, 1, 16), id="OIA, the first after"),
        pytest.param(IN_ANY_PART, date(2021, 12, 8), WorkingDays(20), date(2022, 1, 11), id="FOIA over two New Years"),
        pytest.param(UNITED_STATES, date(2021, 12, 10), WorkingDays(20), date(2022, 1, 11), id="US FOIA"),
        pytest.param(COLOMBIA, date(2026, 1, 2), WorkingDays(15), date(2026, 1, 26), id="derecho de petición"),
        pytest.param(BANGLADESH, date(2022, 8, 24), WorkingDays(20), date(2022, 9, 21), id="RTI, Sunday to Thursday"),
        pytest.param(
            ENGLAND,
            date(2025, 7, 14),
            earliest(WorkingDays(20, calendar=SCHOOL), WorkingDays(60)),
            date(2025, 9, 22),
            id="20 school days, or 60 working days",
        ),
    ],
)
def test_a_term_of_a_statute(calendar: Calendar, since: date, term: Term, last: date) -> None:
    """Sources, in their order:

    OIA s 15(1) and s 2(1): fyi.org.nz/request/9411 (the first two); ombudsman.parliament.nz, "Official information
    requests over the holiday period" (requests from 28 November 2022 on are affected by it).
    FOIA s 10(1): 9, 10; 13 to 17; 20 to 24; 29 to 31 December, the 27th and 28th being substitute days; 5 to 7, 10, 11
    January, the 3rd and 4th being bank holidays in Scotland (gov.uk/bank-holidays).
    5 USC 552(a)(6)(A): 13 to 17; 20 to 23; 27 to 30 December; 3 to 7, 10, 11 January, with 24 and 31 December off as
    the Office of Personnel Management published.
    Ley 1755 de 2015, art. 14: 5 to 9; 13 to 16; 19 to 23; 26 January, Monday 12 being off for the 6th.
    Right to Information Act 2009 s 9(1): 25; 28 August to 1 September; 4 to 8; 11 to 15; 18 to 21 September.
    SI 2004/3364 reg 3(2): 15 to 18, 21, 22 July; 3 to 5, 8 to 12, 15 to 19, 22 September.
    """
    assert until(since, term, OFFICE, calendar) == last


@pytest.mark.parametrize(
    ("calendar", "year", "days"),
    [
        pytest.param(
            ENGLAND, 2021, ["01-01", "04-02", "04-05", "05-03", "05-31", "08-30", "12-27", "12-28"], id="England, 2021"
        ),
        pytest.param(
            ENGLAND, 2027, ["01-01", "03-26", "03-29", "05-03", "05-31", "08-30", "12-27", "12-28"], id="England, 2027"
        ),
        pytest.param(
            UNITED_STATES,
            2021,
            [
                "01-01",
                "01-18",
                "02-15",
                "05-31",
                "06-18",
                "07-05",
                "09-06",
                "10-11",
                "11-11",
                "11-25",
                "12-24",
                "12-31",
            ],
            id="the United States, 2021",
        ),
        pytest.param(GOLDEN_WEEK, 2026, ["04-29", "05-04", "05-05", "05-06"], id="Japan: Sunday 3 May gives the 6th"),
        pytest.param(
            COLOMBIA,
            2026,
            [
                "01-01",
                "01-12",
                "03-23",
                "04-02",
                "04-03",
                "05-01",
                "05-18",
                "06-08",
                "06-15",
                "06-29",
                "07-20",
                "08-07",
                "08-17",
                "10-12",
                "11-02",
                "11-16",
                "12-08",
                "12-25",
            ],
            id="Colombia, 2026",
        ),
        pytest.param(
            SOUTH_AFRICAN,
            2023,
            ["01-02", "03-21", "04-07", "04-10", "04-27", "05-01", "06-16", "08-09", "09-25", "12-25", "12-26"],
            id="South Africa, 2023: 1 January and 24 September are Sundays",
        ),
        pytest.param(
            plain(
                "Victoria Day", holidays=[WeekdayNear(MONDAY, 5, 24, "Victoria Day", CANADA, near=Near.ON_OR_BEFORE)]
            ),
            2026,
            ["05-18"],
            id="Canada: the Monday before 25 May",
        ),
        pytest.param(
            plain(
                "Greece",
                holidays=[FromEaster(plus, "Πάσχα", GREECE, computus=Computus.ORTHODOX) for plus in (-48, -2, 1, 50)],
            ),
            2026,
            ["02-23", "04-10", "04-13", "06-01"],
            id="Greece: Clean Monday, Good Friday, Easter Monday, Whit Monday",
        ),
        pytest.param(
            plain("Wellington", holidays=[WeekdayNear(MONDAY, 1, 22, "Wellington anniversary", near=Near.NEAREST)]),
            2026,
            ["01-19"],
            id="Wellington: the Monday nearest to 22 January",
        ),
    ],
)
def test_the_days_off_of_a_year(calendar: Calendar, year: int, days: list[str]) -> None:
    """Sources, in their order: gov.uk/bank-holidays for 2021 and 2027; opm.gov, federal holidays of 2021 (18 June as
    observed for Saturday 19); the Cabinet Office of Japan; Ley 51 de 1983 as told by El Colombiano, 14 October 2025
    (Monday 12 January), the others counted by its art. 2; Cape Argus, 2 January 2023 (2 January, 25 September); the
    Holidays Act of Canada; Orthodox Easter of 2026 is on 12 April; govt.nz, anniversary days."""
    assert off(calendar, year) == days


def test_midsummer_is_the_saturday_between_20_and_26_june() -> None:
    """Lag (1989:253): 20 June 2026, 26 June 2027, 24 June 2028."""
    summer = WeekdayNear(SATURDAY, 6, 20, "midsommardagen", SWEDEN)
    assert [summer.days(year)[0].day for year in (2026, 2027, 2028)] == [20, 26, 24]


def test_next_working_day_is_what_two_in_a_row_need() -> None:
    """Scotland: 3 and 4 January 2022, as gov.uk/bank-holidays has it."""
    scotland = plain(
        "Scotland", holidays=[Holiday(1, day, "New Year", BFDA, instead=NEXT_WORKING_DAY) for day in (1, 2)]
    )
    assert off(scotland, 2022) == ["01-03", "01-04"]
