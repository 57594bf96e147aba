"""A report that is owed in each period: by which act a period is met, and on which day."""

import pickle
from datetime import date
from typing import Any

import pytest
from one_desk import TRANSITIONS, Answer, Ask, DeskState, Free, Report, Set, answers, begun, owed, reports, told
from one_duty import ACT, CLERK, LAW, at

from prcomm import (
    PROMPTLY,
    Dated,
    Days,
    FaultyLifecycle,
    Hours,
    Law,
    Lifecycle,
    Reading,
    Reform,
    Version,
    by_law,
    each_month,
    each_quarter,
)

HELD = {"met_on": "held"}


def dues(lifecycle: Any, start: str, *then: tuple[Any, ...], asked: str) -> list[tuple[Any, ...]]:
    return told(lifecycle.due(begun(lifecycle, start, *then), at(asked)), at(asked))


def report(when: str, held: date | None = None, period: str = "") -> tuple[Any, ...]:
    return Report, when, {"held": held, "period": period}


class TestTheDayThatIsNamed:
    """Set up on Monday 12 January 2026: the first whole month is February."""

    def test_the_month_is_met_by_the_day_it_was_held(self) -> None:
        """17 February, 31 March and 4 May, each noted a day later: of April there is nothing."""
        notes = [
            report(f"2026-{noted} 10:00", date(2026, *held))
            for noted, held in (("02-18", (2, 17)), ("04-01", (3, 31)), ("05-05", (5, 4)))
        ]
        assert dues(reports(each_month(), **HELD), "2026-01-12 10:00", *notes, asked="2026-05-05 12:00") == [
            ("2026-02", date(2026, 2, 28), "MET"),
            ("2026-03", date(2026, 3, 31), "MET"),
            ("2026-04", date(2026, 4, 30), "OVERDUE"),
            ("2026-05", date(2026, 5, 31), "MET"),
        ]

    def test_until_it_is_noted_nobody_knows(self) -> None:
        """Held on Friday 27 February, the last working day of the month, noted on Monday 2 March."""
        lifecycle = reports(each_month(), **HELD)
        desk = begun(lifecycle, "2026-01-12 10:00", report("2026-03-02 10:00", date(2026, 2, 27)))
        asked = at("2026-03-05 10:00")
        february, march = lifecycle.due(desk, asked)
        assert (february.met, february.noted) == (date(2026, 2, 27), date(2026, 3, 2))
        assert [february.status(at(when)).name for when in ("2026-02-28 10:00", "2026-03-01 10:00")] == [
            "TIGHT", "OVERDUE",
        ]  # fmt: skip
        assert (february.status(asked).name, march.status(asked).name) == ("MET", "RUNNING")
        assert pickle.loads(pickle.dumps(february)) == february

    def test_of_two_in_one_month_the_earlier_day_counts_once_it_is_noted(self) -> None:
        """By the 10th of each month: held on the 20th, and, as was noted later, on the 5th too."""
        lifecycle = reports(each_month(day=10), **HELD)
        notes = report("2026-02-21 10:00", date(2026, 2, 20)), report("2026-02-25 10:00", date(2026, 2, 5))
        assert dues(lifecycle, "2026-01-12 10:00", *notes, asked="2026-02-25 10:00")[0][-1] == "MET"
        assert dues(lifecycle, "2026-01-12 10:00", *notes, asked="2026-02-24 10:00")[0][-1] == "LATE"

    def test_who_names_no_day_means_the_day_of_the_act(self) -> None:
        lifecycle = reports(each_month(), **HELD)
        (due,) = lifecycle.due(begun(lifecycle, "2026-01-12 10:00", report("2026-02-18 10:00")), at("2026-02-20 10:00"))
        assert (due.met, due.noted) == (date(2026, 2, 18), date(2026, 2, 18))

    @pytest.mark.parametrize(
        ("on", "status"),
        [(date(2026, 3, 5), "MET"), (date(2026, 3, 6), "LATE"), (None, "LATE")],
        ids=["on its last day", "the day after", "not named: noted on the 9th"],
    )
    def test_of_a_single_duty(self, on: date | None, status: str) -> None:
        """Three days from 2 March."""
        done = (Ask, "2026-03-02 10:00", {"request": "a"}), (Answer, "2026-03-09 10:00", {"request": "a", "on": on})
        lifecycle = answers(Days(3), met_on="on")
        assert dues(lifecycle, "2026-03-01 10:00", *done, asked="2026-03-09 10:00") == [("a", date(2026, 3, 5), status)]

    def test_a_day_that_meets_a_term_in_hours_is_its_first_instant(self) -> None:
        """24 hours from 2 March 10:00: what was done on the 3rd may have been done in time, on the 4th not."""
        lifecycle, asked = answers(Hours(24), met_on="on"), at("2026-03-09 10:00")
        for day, status, met in ((3, "MET", "2026-03-03 00:00"), (4, "LATE", "2026-03-04 00:00")):
            on = {"request": "a", "on": date(2026, 3, day)}
            done = (Ask, "2026-03-02 10:00", {"request": "a"}), (Answer, "2026-03-09 10:00", on)
            (due,) = lifecycle.due(begun(lifecycle, "2026-03-01 10:00", *done), asked)
            assert (due.met, due.noted, due.status(asked).name) == (at(met), asked, status)

    def test_of_what_is_owed_promptly(self) -> None:
        on = {"request": "a", "on": date(2026, 3, 3)}
        done = (Ask, "2026-03-02 10:00", {"request": "a"}), (Answer, "2026-03-09 10:00", on)
        lifecycle = answers(PROMPTLY, met_on="on")
        (due,) = lifecycle.due(begun(lifecycle, "2026-03-01 10:00", *done), at("2026-03-09 10:00"))
        assert [due.status(at(f"2026-03-0{day} 10:00")).name for day in (8, 9)] == ["PROMPTLY", "MET"]

    def test_each_action_that_meets_it_must_name_it(self) -> None:
        with pytest.raises(FaultyLifecycle, match="deadline 'report': met_on: Answer has no field 'held'"):
            Lifecycle(
                "desk", TRANSITIONS,
                [owed("report", Set, each_month(), (Report, Answer), CLERK, ACT(2), met_on="held")], law=LAW,
            )  # fmt: skip


class TestThePeriodThatIsNamed:
    """Set up on Thursday 29 January 2026: the first whole month is February."""

    LIFE = "2026-01-29 10:00"

    def test_the_act_meets_the_month_it_names_and_no_other(self) -> None:
        """In April for February, which is late, and for April; for March there is nothing."""
        done = report("2026-04-02 10:00", period="2026-02"), report("2026-04-30 10:00", period="2026-04")
        assert dues(reports(each_month(), per="period"), self.LIFE, *done, asked="2026-05-05 12:00") == [
            ("2026-02", date(2026, 2, 28), "LATE"),
            ("2026-03", date(2026, 3, 31), "OVERDUE"),
            ("2026-04", date(2026, 4, 30), "MET"),
            ("2026-05", date(2026, 5, 31), "RUNNING"),
        ]

    def test_it_may_be_met_ahead(self) -> None:
        done = report("2026-02-20 10:00", period="2026-03")
        assert [
            status
            for *_, status in dues(reports(each_month(), per="period"), self.LIFE, done, asked="2026-03-05 12:00")
        ] == ["OVERDUE", "MET"]

    @pytest.mark.parametrize("named", ["", "2026-01", "2026-Q1", "2025-02", "the month"])
    def test_what_names_none_that_is_owed_meets_none(self, named: str) -> None:
        done = report("2026-02-20 10:00", period=named)
        assert dues(reports(each_month(), per="period"), self.LIFE, done, asked="2026-02-21 12:00") == [
            ("2026-02", date(2026, 2, 28), "RUNNING")
        ]

    def test_the_first_of_two_counts(self) -> None:
        done = report("2026-02-20 10:00", period="2026-02"), report("2026-03-02 10:00", period="2026-02")
        (due, _) = reports(each_month(), per="period").due(
            begun(reports(each_month(), per="period"), self.LIFE, *done), at("2026-03-05 10:00")
        )
        assert due.met == date(2026, 2, 20)

    def test_by_the_day_that_it_names_too(self) -> None:
        """For February, on its last day, noted in March."""
        done = report("2026-03-02 10:00", date(2026, 2, 28), "2026-02")
        lifecycle = reports(each_month(), per="period", **HELD)
        assert dues(lifecycle, self.LIFE, done, asked="2026-03-05 10:00")[0] == ("2026-02", date(2026, 2, 28), "MET")

    def test_a_function_may_say_which(self) -> None:
        done = report("2026-03-03 10:00", period="for 2026-02")
        lifecycle = reports(each_month(), per=lambda action: action.period.removeprefix("for "))
        assert dues(lifecycle, self.LIFE, done, asked="2026-03-05 10:00")[0] == ("2026-02", date(2026, 2, 28), "LATE")

    def test_what_begins_and_ends_it_names_no_period(self) -> None:
        """Freed on 20 March: February stays owed, March is not."""
        lifecycle = reports(each_month(), per="period")
        assert dues(lifecycle, self.LIFE, (Free, "2026-03-20 10:00"), asked="2026-05-05 10:00") == [
            ("2026-02", date(2026, 2, 28), "OVERDUE"),
            ("2026-03", date(2026, 3, 31), "LIFTED"),
        ]

    def test_what_meets_it_must(self) -> None:
        deadline = owed("report", Set, each_month(), (Report, Answer), CLERK, ACT(2), per="period")
        with pytest.raises(FaultyLifecycle, match="per: Answer has no field 'period'"):
            Lifecycle("desk", TRANSITIONS, [deadline], law=LAW)


class TestTheFirstDay:
    """A duty that an act brought on a day: nothing is owed before it."""

    FIRST = date(2026, 3, 2)

    def test_the_first_month_is_the_first_whole_one_from_then_on(self) -> None:
        """2 March is not the first of its month."""
        lifecycle = reports(each_month(), first_day=self.FIRST)
        assert dues(lifecycle, "2025-11-03 10:00", asked="2026-03-31 10:00") == []
        assert dues(lifecycle, "2025-11-03 10:00", asked="2026-05-05 10:00") == [
            ("2026-04", date(2026, 4, 30), "OVERDUE"),
            ("2026-05", date(2026, 5, 31), "RUNNING"),
        ]

    def test_nobody_is_woken_before_it(self) -> None:
        """In April, and then for May: nothing is ever owed of November."""
        lifecycle = reports(each_month(), first_day=self.FIRST)
        desk = begun(lifecycle, "2025-11-03 10:00")
        assert [str(one.at)[:10] for one in lifecycle.next_wakeups(desk)] == ["2026-04-01"]

    def test_what_was_set_up_later_is_as_ever(self) -> None:
        lifecycle = reports(each_month(), first_day=self.FIRST)
        assert dues(lifecycle, "2026-04-15 10:00", asked="2026-05-05 10:00") == [
            ("2026-05", date(2026, 5, 31), "RUNNING")
        ]

    @pytest.mark.parametrize(
        ("asked", "owed"),
        [("2026-03-01 23:59", []), ("2026-03-02 00:00", [("a", date(2026, 3, 5), "RUNNING")])],
        ids=["the day before", "the first day"],
    )
    def test_of_a_single_duty_what_began_before_is_not_owed(self, asked: str, owed: list[Any]) -> None:
        lifecycle = answers(Days(3), first_day=self.FIRST)
        asks = (Ask, asked, {"request": "a"})
        assert dues(lifecycle, "2026-02-01 10:00", asks, asked="2026-03-03 10:00") == owed

    def test_it_is_a_day(self) -> None:
        with pytest.raises(FaultyLifecycle, match="first_day: a date, as"):
            reports(each_month(), first_day="2026-03-02")


class Months(Reading):
    """Which month is meant."""

    CALENDAR = "a month of the calendar"
    ANY = "whatever the month"


MONTHS = Dated.of("which month", Months.CALENDAR, ACT(7))


def often(*versions: tuple[Any, date | None]) -> Dated[Any]:
    """How often, each from its day on."""
    days = [since for _, since in versions[1:]]
    made = [
        Version(term, ACT(7 + n), since, until)
        for n, ((term, since), until) in enumerate(zip(versions, [*days, None], strict=True))
    ]
    return Dated("how often", tuple(made))


def by_the_reading(desk: Any, action: Any, law: Law) -> Any:
    return each_month() if law[MONTHS] is Months.CALENDAR else None


class TestTheTermInForce:
    """A desk of 29 January 2026. The term in force on the first day of a period is its term."""

    LIFE = "2026-01-29 10:00"

    def keys(self, within: Any, *then: tuple[Any, ...], asked: str = "2026-05-05 10:00", **more: Any) -> list[str]:
        return [key for key, *_ in dues(reports(within, **more), self.LIFE, *then, asked=asked)]

    @pytest.mark.parametrize(
        ("within", "keys"),
        [
            (often((each_month(), None)), ["2026-02", "2026-03", "2026-04", "2026-05"]),
            (often((each_month(), None), (each_quarter(), date(2026, 4, 1))), ["2026-02", "2026-03", "2026-Q2"]),
            (often((each_month(), None), (each_quarter(), date(2026, 3, 15))), ["2026-02", "2026-03", "2026-Q2"]),
            (often((each_month(), None), (each_quarter(), date(2026, 3, 1))), ["2026-02", "2026-Q2"]),
            (often((each_quarter(), None), (each_month(), date(2026, 3, 1))), ["2026-03", "2026-04", "2026-05"]),
            (often((each_quarter(), None), (each_month(), date(2026, 5, 1))), ["2026-Q2"]),
            (often((None, None), (each_month(), date(2026, 3, 2))), ["2026-04", "2026-05"]),
            (often((each_month(), None), (None, date(2026, 3, 2))), ["2026-02", "2026-03"]),
        ],
        ids=[
            "one", "a quarter from its first day on", "from a day within a month", "from a day within the quarter",
            "a month within the quarter", "a month within a quarter that has begun", "none, then months",
            "months, then none",
        ],
    )  # fmt: skip
    def test_of_a_dated_value(self, within: Any, keys: list[str]) -> None:
        assert self.keys(within) == keys

    def test_each_by_its_last_day(self) -> None:
        """By the 10th, and from April on by the 20th. What meets February ends nothing."""
        within = often((each_month(day=10), None), (each_month(day=20), date(2026, 4, 1)))
        done = report("2026-02-09 10:00"), report("2026-04-15 10:00")
        assert dues(reports(within), self.LIFE, *done, asked="2026-04-30 10:00") == [
            ("2026-02", date(2026, 2, 10), "MET"),
            ("2026-03", date(2026, 3, 10), "OVERDUE"),
            ("2026-04", date(2026, 4, 20), "MET"),
        ]

    def test_the_trace_and_the_citations_name_the_value(self) -> None:
        lifecycle = reports(often((each_month(), None), (each_quarter(), date(2026, 4, 1))))
        february, _, quarter = lifecycle.due(begun(lifecycle, self.LIFE), at("2026-05-05 10:00"))
        assert (february.cites, quarter.cites) == ((ACT(2), ACT(7)), (ACT(2), ACT(8)))
        assert [str(line) for line in quarter.trace][:3] == [
            "                -  how often: once each quarter (Civil Code art. 8)",
            "2026-04-01 Wed  -  the quarter 2026-Q2 begins",
            "2026-06-30 Tue  +  once each quarter",
        ]

    def test_of_a_reading(self) -> None:
        within = by_law(by_the_reading, recurring=True)
        assert self.keys(within) == ["2026-02", "2026-03", "2026-04", "2026-05"]
        otherwise = Reform(MONTHS, Months.ANY, "as some read it", since=date(2026, 4, 1), cites=ACT(9))
        assert self.keys(within, law=LAW.under(otherwise)) == ["2026-02", "2026-03"]

    def test_under_a_reform(self) -> None:
        """The law leaves open how often."""
        value = often((None, None))
        assert self.keys(value) == []
        quarterly = LAW.under(Reform(value, each_quarter(), "on trial"))
        assert self.keys(value, report("2026-04-15 10:00"), law=quarterly) == ["2026-Q2"]
        weekly = reports(often((each_month(), None)), law=LAW.under(Reform(often((each_month(), None)), Days(7))))
        assert told(weekly.due(begun(weekly, self.LIFE), at("2026-02-09 10:00")), at("2026-02-09 10:00")) == [
            (None, date(2026, 2, 5), "OVERDUE")
        ]

    def test_one_is_woken_when_the_next_begins(self) -> None:
        """From 1 March on; and never, if there is none in the year to come."""
        for within, on in (
            (often((None, None), (each_month(), date(2026, 3, 1))), ["2026-03-01"]),
            (often((None, None), (each_month(), date(2028, 3, 1))), []),
        ):
            lifecycle = reports(within)
            wakeups = lifecycle.next_wakeups(begun(lifecycle, self.LIFE))
            assert [str(one.at)[:10] for one in wakeups] == on

    @pytest.mark.parametrize("within", [each_month(), often((each_month(), None))], ids=["itself", "dated"])
    def test_in_some_cases_only(self, within: Any) -> None:
        assert self.keys(within, when=lambda desk, action: desk.id == "desk")[:1] == ["2026-02"]
        assert self.keys(within, when=lambda desk, action: desk.id != "desk") == []

    def test_what_began_when_nothing_was_owed_keeps_no_place(self) -> None:
        """Asked on 29 January, when it was not urgent, and on 3 March, when it was: April is the first whole month."""
        deadline = owed("report", Ask, each_month(), Report, CLERK, ACT(2), when=lambda desk, ask: ask.urgent)
        lifecycle = Lifecycle("desk", TRANSITIONS, [deadline], law=LAW, final=DeskState.SHUT)
        asks = (Ask, "2026-01-29 10:00", {"request": "a", "urgent": False}), (Ask, "2026-03-03 10:00", {"request": "b"})
        assert [key for key, *_ in dues(lifecycle, "2026-01-02 10:00", *asks, asked="2026-05-05 10:00")] == [
            "2026-04",
            "2026-05",
        ]
