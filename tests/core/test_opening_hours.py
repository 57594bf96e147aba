"""Hours of several spans, by the day of the week, over midnight, on call; shorter days; clocks that change.

Monday 5 January 2026 begins a week without any change of clocks. In London they change on 29 March 2026 (1:00 becomes
2:00) and on 25 October (2:00 becomes 1:00); on Lord Howe by half an hour, on 5 April (2:00 becomes 1:30).
"""

from datetime import date, time

import pendulum
import pytest
from pendulum import DateTime

from prcomm import (
    SAME_WORKING_DAY,
    BadInput,
    Calendar,
    Count,
    GeneralRule,
    Holiday,
    Office,
    Opening,
    Term,
    WorkingHours,
    WorkingMinutes,
    openings,
    plain,
    until,
)
from prcomm.core.calendar import hours
from prcomm.core.calendar.days import WEEKS

BREAK = Office("break", zone="UTC", hours="09:00-13:00, 14:00-18:00")
HALF = Office("half", zone="UTC", hours="Mon-Thu 09:00-18:00; Fri 09:00-12:00; Sat, Sun 10:00-11:00")
NIGHT = Office("night", zone="UTC", hours="20:00-04:00")
DUTY = Office("duty", zone="UTC", rest_days=(), hours="24/7")
ON_CALL = Office("on call", zone="UTC", hours="09:00-17:00, 18:00-06:00 on call")


def at(text: str, office: Office = BREAK) -> DateTime:
    return office.instant(pendulum.parse(text, tz=office.tz))  # type: ignore[arg-type]  # an instant


def end(term: Term, text: str, office: Office, by: Calendar = WEEKS) -> str:
    found = until(at(text, office), term, office, by)
    assert found is not None
    return found.format("YYYY-MM-DD HH:mm") if isinstance(found, DateTime) else found.isoformat()


class TestHowTheyAreWritten:
    @pytest.mark.parametrize(
        ("text", "spans"),
        [
            pytest.param("09:00-18:00", [Opening(time(9), time(18))], id="every day"),
            pytest.param(
                "Mon-Thu 9:00-13:00, 14:00 – 18:00; Fri 09:00-12:30",
                [
                    Opening(time(9), time(13), (1, 2, 3, 4)),
                    Opening(time(14), time(18), (1, 2, 3, 4)),
                    Opening(time(9), time(12, 30), (5,)),
                ],
                id="by the day of the week",
            ),
            pytest.param("sat,sunday 10:00-11:00;", [Opening(time(10), time(11), (6, 7))], id="two days"),
            pytest.param(
                "Sat-Mon 20:00-04:00 on call", [Opening(time(20), time(4), (6, 7, 1), on_call=True)], id="call"
            ),
            pytest.param("24/7", [Opening(time(0), time(0))], id="round the clock"),
            pytest.param("00:00-24:00", [Opening(time(0), time(0))], id="to midnight"),
        ],
    )
    def test_as_people_write_them(self, text: str, spans: list[Opening]) -> None:
        assert list(openings(text)) == spans

    @pytest.mark.parametrize(
        ("text", "faults"),
        [
            ("9-18", ("hours, as 09:00-18:00, not '9-18'",)),
            ("25:00-26:00", ("hours, as 09:00-18:00, not '25:00-26:00'",)),
            (
                "Mox 9:00-18:00; Mon-Tue-Wed 09:00-18:00",
                ("days of the week, as Mon-Fri or Sat,Sun, not 'mon-tue-wed'",),
            ),
            ("xyz 9:00-18:00", ("days of the week, as Mon-Fri or Sat,Sun, not 'xyz'",)),
            (" ; ", ("no hours are named",)),
        ],
    )
    def test_what_can_not_be_read(self, text: str, faults: tuple[str, ...]) -> None:
        with pytest.raises(BadInput) as caught:
            openings(text)
        assert caught.value.faults == faults

    def test_an_office_takes_spans_as_well(self) -> None:
        one = Opening(time(9), time(13))
        assert Office("x", zone="UTC", hours=one).hours == (one,)
        assert Office("x", zone="UTC", hours=[one]).by_weekday[6] == (one,)
        with pytest.raises(BadInput, match="an Opening, or hours as a text, not 9"):
            Office("x", zone="UTC", hours=[9])

    def test_opens_and_closes_are_told_by_them(self) -> None:
        assert (HALF.opens, HALF.closes) == (time(9), time(18))
        assert (NIGHT.opens, NIGHT.closes) == (time(20), time(4))

    @pytest.mark.parametrize(
        ("hours", "faults"),
        [
            ("Mon-Thu 09:00-18:00", ("hours: none are named for Friday, which is worked",)),
            ("09:00-13:00, 12:00-18:00", ("hours: 09:00-13:00 runs into 12:00-18:00",)),
            ("20:00-10:00, 11:00-12:00; Tue 09:00-11:00", ("hours: 20:00-10:00 runs into 09:00-11:00",)),
        ],
    )
    def test_what_can_not_be(self, hours: str, faults: tuple[str, ...]) -> None:
        with pytest.raises(BadInput) as caught:
            Office("x", zone="UTC", hours=hours)
        assert caught.value.faults == faults

    def test_a_day_worked_by_exception_has_the_hours_of_an_earlier_one(self) -> None:
        office = Office("x", zone="UTC", hours="Mon-Thu 09:00-18:00; Fri 09:00-12:00")
        assert [one.closes for one in office.by_weekday[5]] == [time(12)]


class TestWorkingTime:
    @pytest.mark.parametrize(
        ("office", "start", "minutes", "ends"),
        [
            pytest.param(BREAK, "2026-01-05 12:30", 60, "2026-01-05 14:30", id="over a break"),
            pytest.param(BREAK, "2026-01-05 13:20", 1, "2026-01-05 14:01", id="from within a break"),
            pytest.param(BREAK, "2026-01-05 12:00", 60, "2026-01-05 13:00", id="to a break"),
            pytest.param(HALF, "2026-01-09 11:00", 120, "2026-01-12 10:00", id="half a Friday, then Monday"),
            pytest.param(NIGHT, "2026-01-05 23:00", 120, "2026-01-06 01:00", id="over midnight"),
            pytest.param(NIGHT, "2026-01-06 03:00", 120, "2026-01-06 21:00", id="the rest of a night, and the next"),
            pytest.param(NIGHT, "2026-01-10 03:00", 61, "2026-01-12 20:01", id="the night that began on Friday"),
            pytest.param(DUTY, "2026-01-10 23:30", 60, "2026-01-11 00:30", id="round the clock"),
            pytest.param(ON_CALL, "2026-01-05 16:30", 60, "2026-01-06 09:30", id="on call nothing passes"),
        ],
    )
    def test_minutes(self, office: Office, start: str, minutes: int, ends: str) -> None:
        assert end(WorkingMinutes(minutes), start, office) == ends

    def test_hours(self) -> None:
        """Friday 9 to 12 is three hours; then Monday."""
        assert end(WorkingHours(10), "2026-01-08 12:00", HALF) == "2026-01-12 10:00"

    def test_an_office_on_call_alone_has_no_working_time(self) -> None:
        office = Office("x", zone="UTC", hours="09:00-18:00 on call")
        with pytest.raises(BadInput) as caught:
            until(at("2026-01-05 10:00"), WorkingHours(1), office)
        assert caught.value.faults == ("it is only on call: none passes",)

    def test_the_trace_tells_each_span(self) -> None:
        trace = Count(at("2026-01-05 12:30"), WorkingMinutes(60), BREAK).trace
        assert [str(line) for line in trace] == [
            "2026-01-05 Mon  +  12:30 to 13:00",
            "2026-01-05 Mon  +  14:00 to 14:30",
        ]


class TestShorterDays:
    """Tuesday 6 January is a holiday, or Monday 5 ends at noon."""

    EVE = Calendar("x", holidays=(Holiday(1, 6, "x"),), eve=GeneralRule((), hours=1))
    LONG_EVE = Calendar("x", holidays=(Holiday(1, 6, "x"),), eve=GeneralRule((), hours=5))
    NOON = plain("x", holidays=[Holiday(1, 5, "a fair", closes=time(12))])

    def test_an_eve_ends_earlier_by_so_much_working_time(self) -> None:
        """9 to 13 and 14 to 18: five hours less leave 9 to 12."""
        assert hours.closing(at("2026-01-05").toordinal(), self.EVE.of(BREAK), BREAK) == at("2026-01-05 17:00")
        assert hours.closing(at("2026-01-05").toordinal(), self.LONG_EVE.of(BREAK), BREAK) == at("2026-01-05 12:00")

    @pytest.mark.parametrize("office", [BREAK, Office("plain", zone="UTC")])
    def test_a_day_that_ends_at_noon(self, office: Office) -> None:
        assert end(WorkingMinutes(60), "2026-01-05 11:30", office, self.NOON) == "2026-01-06 09:30"
        assert end(SAME_WORKING_DAY, "2026-01-05 12:00", office, self.NOON) == "2026-01-06"
        assert end(SAME_WORKING_DAY, "2026-01-05 11:59", office, self.NOON) == "2026-01-05"

    def test_it_is_told(self) -> None:
        trace = Count(at("2026-01-05 11:30"), WorkingMinutes(60), BREAK, self.NOON).trace
        assert str(trace).splitlines()[0] == "2026-01-05 Mon  +  11:30 to 12:00, a shorter day"
        eve = Count(at("2026-01-05 16:30"), WorkingMinutes(60), BREAK, self.EVE).trace
        assert str(eve).splitlines()[0] == "2026-01-05 Mon  +  16:30 to 17:00, the eve of a holiday"

    def test_one_that_ends_before_it_begins_has_no_working_time(self) -> None:
        early = plain("x", holidays=[Holiday(1, 5, "a fair", closes=time(8))])
        assert end(WorkingMinutes(60), "2026-01-05 07:00", BREAK, early) == "2026-01-06 10:00"
        assert hours.closing(at("2026-01-05").toordinal(), early.of(BREAK), BREAK) == at("2026-01-05 09:00")


class TestWhatComesIn:
    @pytest.mark.parametrize(
        ("office", "text", "day"),
        [
            pytest.param(BREAK, "2026-01-05 13:30", "2026-01-05", id="in a break it comes on that day"),
            pytest.param(BREAK, "2026-01-05 18:00", "2026-01-06", id="at closing time on the next"),
            pytest.param(HALF, "2026-01-09 13:00", "2026-01-12", id="after half a Friday on Monday"),
            pytest.param(NIGHT, "2026-01-06 03:00", "2026-01-06", id="in a night on the day that it has become"),
            pytest.param(NIGHT, "2026-01-10 03:00", "2026-01-10", id="though that is a Saturday"),
            pytest.param(NIGHT, "2026-01-10 04:00", "2026-01-12", id="after the night on Monday"),
            pytest.param(ON_CALL, "2026-01-05 23:00", "2026-01-05", id="on call somebody takes it"),
            pytest.param(ON_CALL, "2026-01-06 05:00", "2026-01-06", id="after midnight too"),
            pytest.param(DUTY, "2026-01-11 23:59", "2026-01-11", id="round the clock always"),
        ],
    )
    def test_on_which_day(self, office: Office, text: str, day: str) -> None:
        assert end(SAME_WORKING_DAY, text, office) == day

    def test_on_the_first_of_all_days(self) -> None:
        first = DUTY.instant("0001-01-01T10:00:00+00:00")
        assert until(first, SAME_WORKING_DAY, DUTY) == date(1, 1, 1)
        assert until(first, WorkingMinutes(5), DUTY) == first.add(minutes=5)


class TestTheLastWorkingInstant:
    def test_of_several_spans(self) -> None:
        table = WEEKS.of(BREAK)
        cases = {"2026-01-05 13:30": "2026-01-05 13:00", "2026-01-05 15:00": "2026-01-05 15:00",
                 "2026-01-05 08:00": "2026-01-02 18:00", "2026-01-05 20:00": "2026-01-05 18:00"}  # fmt: skip
        for text, last in cases.items():
            assert hours.around(at(text), table, BREAK) == (at(text), at(last))
        assert hours.around(at("2026-01-10 10:00"), table, BREAK) == (at("2026-01-12 09:00"), at("2026-01-09 18:00"))

    def test_of_a_night(self) -> None:
        table = WEEKS.of(NIGHT)
        assert hours.around(at("2026-01-10 03:00"), table, NIGHT) == (at("2026-01-10 03:00"), at("2026-01-10 03:00"))
        assert hours.around(at("2026-01-10 05:00"), table, NIGHT) == (at("2026-01-12 20:00"), at("2026-01-10 04:00"))


class TestChangesOfClocks:
    LONDON = Office("l", zone="Europe/London", rest_days=(), hours="22:00-06:00")
    ROUND = Office("r", zone="Europe/London", rest_days=(), hours="24/7")
    SHORT = Office("s", zone="Europe/London", rest_days=(), hours="00:30-01:30, 01:30-03:00")
    HOWE = Office("h", zone="Australia/Lord_Howe", rest_days=(), hours="00:00-03:00")

    @pytest.mark.parametrize(
        ("office", "start", "minutes", "ends"),
        [
            pytest.param("LONDON", "2026-03-28 22:00", 420, "2026-03-29 06:00", id="a night in March has seven hours"),
            pytest.param("LONDON", "2026-10-24 22:00", 540, "2026-10-25 06:00", id="one in October nine"),
            pytest.param("ROUND", "2026-03-29 00:00", 23 * 60, "2026-03-30 00:00", id="a day in March 23"),
            pytest.param("ROUND", "2026-10-25 00:00", 25 * 60, "2026-10-26 00:00", id="one in October 25"),
            pytest.param(
                "SHORT", "2026-03-29 00:00", 90, "2026-03-29 03:00", id="half past one is left out: 30 and 60"
            ),
            pytest.param("SHORT", "2026-10-25 00:00", 210, "2026-10-25 03:00", id="from the first half past one on"),
            pytest.param("HOWE", "2026-04-05 00:00", 210, "2026-04-05 03:00", id="half an hour twice"),
            pytest.param("HOWE", "2026-10-04 00:00", 150, "2026-10-04 03:00", id="half an hour left out"),
        ],
    )
    def test_working_time_is_real_time(self, office: str, start: str, minutes: int, ends: str) -> None:
        assert end(WorkingMinutes(minutes), start, getattr(self, office)) == ends

    def test_a_time_that_is_left_out_is_when_the_clocks_change(self) -> None:
        assert hours.at_time(date(2026, 3, 29).toordinal(), self.LONDON, time(1, 30)) == at(
            "2026-03-29 02:00", self.LONDON
        )

    def test_a_day_that_is_left_out_has_no_working_time(self) -> None:
        """Samoa had no 30 December 2011: Thursday 29, then Saturday 31."""
        apia = Office("a", zone="Pacific/Apia", rest_days=())
        assert end(WorkingMinutes(60), "2011-12-29 17:30", apia) == "2011-12-31 09:30"

    def test_an_office_that_closes_while_they_change_closes_once(self) -> None:
        """On 25 October 2026 it closes at the first half past one."""
        office = Office("x", zone="Europe/London", rest_days=(), opens=time(0), closes=time(1, 30))
        again = pendulum.datetime(2026, 10, 25, 1, 10, tz=office.tz, fold=1)
        assert hours.after_hours(again, WEEKS.of(office), office)
        assert not hours.after_hours(again.subtract(hours=1), WEEKS.of(office), office)
