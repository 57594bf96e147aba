"""Working hours. The offices work from 9 to 18; in Uzbekistan an hour less on the eve of a holiday."""

from datetime import date, datetime, time, timedelta, timezone

import pendulum
import pytest
from one_duty import BERLIN, FIVE, MONDAYS_OFF, ROTA, UZ_2026, at

from prcomm import WEEKS, BadInput, Calendar, GeneralRule, Holiday, Office
from prcomm.core.calendar import hours
from prcomm.core.calendar.days import DayTable

UZ = UZ_2026.of(FIVE)


def o(month: int, number: int, year: int = 2026) -> int:
    return date(year, month, number).toordinal()


def held(*pauses: tuple[str, str], zone: str = "Asia/Tashkent") -> tuple[hours.Span, ...]:
    return tuple((at(first, zone).timestamp(), at(last, zone).timestamp()) for first, last in pauses)


class TestOpeningAndClosing:
    def test_an_ordinary_day(self) -> None:
        assert hours.opening(o(3, 18), FIVE) == at("2026-03-18 09:00")
        assert hours.closing(o(3, 18), UZ, FIVE) == at("2026-03-18 18:00")

    def test_the_eve_of_a_holiday_closes_an_hour_earlier(self) -> None:
        """19 March 2026 is the eve of Ramazon hayit."""
        assert hours.closing(o(3, 19), UZ, FIVE) == at("2026-03-19 17:00")

    def test_an_eve_is_shorter_for_a_rota_as_well(self) -> None:
        assert hours.closing(o(3, 7), UZ_2026.of(ROTA), ROTA) == at("2026-03-07 17:00")

    def test_a_country_without_shorter_eves(self) -> None:
        table = Calendar("c", holidays=UZ_2026.holidays).of(FIVE)
        assert hours.closing(o(12, 7), table, FIVE) == at("2026-12-07 18:00")

    def test_a_day_does_not_close_before_it_opens(self) -> None:
        short = Office("short", zone="Asia/Tashkent", opens=time(9), closes=time(11))
        table = Calendar("c", holidays=(Holiday(3, 5, "fair", ()),), eve=GeneralRule((), hours=3)).of(short)
        assert hours.closing(o(3, 4), table, short) == at("2026-03-04 09:00")

    def test_hours_hold_to_the_second(self) -> None:
        exact = Office("exact", zone="Asia/Tashkent", opens=time(8, 30, 15), closes=time(17, 45, 30))
        assert hours.opening(o(3, 4), exact) == at("2026-03-04 08:30:15")
        assert hours.closing(o(3, 4), WEEKS.of(exact), exact) == at("2026-03-04 17:45:30")


class TestAfterHours:
    @pytest.mark.parametrize(
        ("instant", "after"),
        [
            pytest.param("2026-03-18 07:00", False, id="before opening"),
            pytest.param("2026-03-18 17:59:59", False, id="the last second"),
            pytest.param("2026-03-18 18:00", True, id="closing time itself"),
            pytest.param("2026-03-19 17:00", True, id="closing time of an eve"),
            pytest.param("2026-03-20 10:00", True, id="a holiday"),
            pytest.param("2026-03-21 10:00", True, id="Saturday"),
        ],
    )
    def test_when(self, instant: str, after: bool) -> None:
        assert hours.after_hours(at(instant), UZ, FIVE) is after

    def test_by_the_offices_clock(self) -> None:
        """13:00 UTC is 18:00 in Tashkent."""
        assert hours.after_hours(pendulum.datetime(2026, 3, 18, 13), UZ, FIVE)
        assert not hours.after_hours(pendulum.datetime(2026, 3, 18, 12, 59), UZ, FIVE)


class TestOnTheOfficesClock:
    @pytest.mark.parametrize(
        "instant",
        [
            pytest.param(pendulum.datetime(2026, 3, 2, 20, 30), id="UTC"),
            pytest.param(at("2026-03-03 01:30"), id="its own"),
            pytest.param(datetime(2026, 3, 3, 0, 30, tzinfo=timezone(timedelta(hours=4))), id="standard library"),
        ],
    )
    def test_an_instant(self, instant: datetime) -> None:
        there = hours.on_clock(instant, FIVE)
        assert isinstance(there, pendulum.DateTime)
        assert (there.isoformat(), there.timezone_name) == ("2026-03-03T01:30:00+05:00", "Asia/Tashkent")

    def test_without_a_zone(self) -> None:
        with pytest.raises(BadInput, match="with a zone"):
            hours.on_clock(datetime(2026, 3, 3), FIVE)  # noqa: DTZ001


class TestWorkingHours:
    @pytest.mark.parametrize(
        ("start", "n", "end"),
        [
            pytest.param("2026-03-18 10:00", 3, "2026-03-18 13:00", id="within a day"),
            pytest.param("2026-03-18 15:00", 3, "2026-03-18 18:00", id="to closing time, that day still"),
            pytest.param("2026-03-17 16:00", 4, "2026-03-18 11:00", id="over a night: 2 and 2"),
            pytest.param("2026-03-18 06:00", 2, "2026-03-18 11:00", id="from before opening"),
            pytest.param("2026-03-17 22:00", 2, "2026-03-18 11:00", id="from after closing"),
            pytest.param("2026-03-13 17:00", 2, "2026-03-16 10:00", id="over a weekend: Friday 1, Monday 1"),
            pytest.param("2026-03-19 16:00", 2, "2026-03-24 10:00", id="an eve of 17:00, then five days off"),
            pytest.param("2026-03-14 12:00", 1, "2026-03-16 10:00", id="from a Saturday"),
            pytest.param("2026-03-18 10:30:30", 1, "2026-03-18 11:30:30", id="to the second"),
            pytest.param("2026-03-17 19:00", 0, "2026-03-18 09:00", id="none: the first working instant"),
            pytest.param("2026-03-16 09:00", 18, "2026-03-17 18:00", id="two whole days"),
        ],
    )
    def test_so_many(self, start: str, n: int, end: str) -> None:
        assert hours.add_working(at(start), n, (), UZ, FIVE) == at(end)

    def test_over_new_year(self) -> None:
        """31.12.2026 (moved), Fri 1.1, Sat 2.1 and Sun 3.1.2027 are off. 30 December is no eve: 1 hour, then 1."""
        assert hours.add_working(at("2026-12-30 17:00"), 2, (), UZ, FIVE) == at("2027-01-04 10:00")

    @pytest.mark.parametrize(
        ("pause", "end"),
        [
            pytest.param(("2026-03-18 11:00", "2026-03-18 12:00"), "2026-03-18 15:00", id="an hour at noon"),
            pytest.param(("2026-03-18 12:00", "2026-03-19 10:00"), "2026-03-19 12:00", id="a night: 2 and 2"),
            pytest.param(("2026-03-18 13:00", "2026-03-24 09:00"), "2026-03-24 10:00", id="holidays: 3 and 1"),
            pytest.param(("2026-03-17 10:00", "2026-03-18 09:30"), "2026-03-18 14:00", id="over before it began"),
            pytest.param(("2026-03-18 09:00", "2026-03-18 11:30"), "2026-03-18 15:30", id="when it began"),
            pytest.param(("2026-03-18 14:00", "2026-03-18 16:00"), "2026-03-18 14:00", id="once it had ended"),
            pytest.param(("2026-03-18 19:00", "2026-03-18 22:00"), "2026-03-18 14:00", id="outside working hours"),
        ],
    )
    def test_less_a_pause(self, pause: tuple[str, str], end: str) -> None:
        """Four hours from Wednesday 18 March, 10:00; Thursday is an eve, Friday a holiday, Monday 23 moved."""
        assert hours.add_working(at("2026-03-18 10:00"), 4, held(pause), UZ, FIVE) == at(end)

    def test_less_two_pauses(self) -> None:
        """10 to 11, 12 to 13, 15 to 17: four hours with two pauses between."""
        pauses = held(("2026-03-18 11:00", "2026-03-18 12:00"), ("2026-03-18 13:00", "2026-03-18 15:00"))
        assert hours.add_working(at("2026-03-18 10:00"), 4, pauses, UZ, FIVE) == at("2026-03-18 17:00")

    def test_a_second_day_off_on_monday(self) -> None:
        """Saturday 14 March is worked, Monday 16 is not: 1 hour on Saturday, 1 on Tuesday."""
        end = hours.add_working(at("2026-03-14 17:00"), 2, (), WEEKS.of(MONDAYS_OFF), MONDAYS_OFF)
        assert end == at("2026-03-17 10:00")


class TestAChangeOfOffset:
    """Berlin: on 29 March 2026 the clock goes from 2 to 3, on 25 October from 3 back to 2. The office works 0 to 23."""

    TABLE: DayTable = WEEKS.of(BERLIN)

    @pytest.mark.parametrize(
        ("start", "n", "end"),
        [
            pytest.param("2026-03-29 00:00", 4, "2026-03-29 05:00", id="in March the fifth hour is the fourth"),
            pytest.param("2026-10-25 00:00", 4, "2026-10-25 03:00", id="in October there are two from 2 to 3"),
            pytest.param("2026-03-29 00:00", 22, "2026-03-29 23:00", id="a day in March has 22 hours of work"),
            pytest.param("2026-10-25 00:00", 24, "2026-10-25 23:00", id="a day in October has 24"),
        ],
    )
    def test_hours_are_of_real_time(self, start: str, n: int, end: str) -> None:
        zone = "Europe/Berlin"
        assert hours.add_working(at(start, zone), n, (), self.TABLE, BERLIN) == at(end, zone)

    @pytest.mark.parametrize(
        ("pause", "end"),
        [
            pytest.param(("2026-03-29 01:00", "2026-03-29 04:00"), "2026-03-29 07:00", id="March: 2 in truth"),
            pytest.param(("2026-10-25 01:00", "2026-10-25 04:00"), "2026-10-25 07:00", id="October: 4 in truth"),
        ],
    )
    def test_a_pause_is_of_real_time(self, pause: tuple[str, str], end: str) -> None:
        """Four hours from midnight: one before the pause (of three hours by the clock), three after it."""
        zone = "Europe/Berlin"
        start = at(pause[0][:10] + " 00:00", zone)
        assert hours.add_working(start, 4, held(pause, zone=zone), self.TABLE, BERLIN) == at(end, zone)

    def test_a_running_clock(self) -> None:
        """24 hours from noon on 28 March end at 13:00; from noon on 24 October at 11:00."""
        zone = "Europe/Berlin"
        assert hours.add_running(at("2026-03-28 12:00", zone), 24, (), BERLIN) == at("2026-03-29 13:00", zone)
        assert hours.add_running(at("2026-10-24 12:00", zone), 24, (), BERLIN) == at("2026-10-25 11:00", zone)


class TestRunningHours:
    def test_by_any_clock(self) -> None:
        """Over a weekend: Friday 13 March, 17:00."""
        assert hours.add_running(at("2026-03-13 17:00"), 48, (), FIVE) == at("2026-03-15 17:00")

    def test_on_the_offices_clock(self) -> None:
        end = hours.add_running(pendulum.datetime(2026, 3, 13, 12), 24, (), FIVE)
        assert end.isoformat() == "2026-03-14T17:00:00+05:00"

    def test_less_a_pause(self) -> None:
        """10:00 and 24 hours; ten of them paused, over the night."""
        pause = held(("2026-03-18 20:00", "2026-03-19 06:00"))
        assert hours.add_running(at("2026-03-18 10:00"), 24, pause, FIVE) == at("2026-03-19 20:00")

    def test_a_pause_that_began_before_it(self) -> None:
        pause = held(("2026-03-18 08:00", "2026-03-18 12:00"))
        assert hours.add_running(at("2026-03-18 10:00"), 5, pause, FIVE) == at("2026-03-18 17:00")


@pytest.mark.parametrize(
    ("held", "left"),
    [
        pytest.param((), [(0, 10), (20, 30)], id="nothing held"),
        pytest.param(((3, 5),), [(0, 3), (5, 10), (20, 30)], id="in the middle of one"),
        pytest.param(((0, 10),), [(20, 30)], id="one whole"),
        pytest.param(((8, 22),), [(0, 8), (22, 30)], id="over the gap"),
        pytest.param(((12, 15),), [(0, 10), (20, 30)], id="in the gap"),
        pytest.param(((1, 2), (4, 6)), [(0, 1), (2, 4), (6, 10), (20, 30)], id="two"),
    ],
)
def test_spans_less_what_was_held(held: tuple[hours.Span, ...], left: list[hours.Span]) -> None:
    assert list(hours.without([(0, 10), (20, 30)], held)) == left
