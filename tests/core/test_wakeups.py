"""When to look again: each turn of a due, counted by hand. 2 March 2026 is a Monday, 7 March a Saturday."""

import pickle
from typing import Any

import pytest
from attrs import evolve
from one_duty import ANN, BERLIN, FIVE, SEVEN, Again, Begin, Do, Drop, Duty, Hold, Move, Resume, at, duty, lived
from pendulum import datetime

from prcomm import (
    PROMPTLY,
    BadInput,
    Days,
    Hours,
    Lifecycle,
    Office,
    Status,
    Wakeup,
    WorkingDays,
    WorkingHours,
    at_least,
    before,
    each_month,
)

START = "2026-03-02 10:00"


def turns(
    within: Any, *then: tuple[Any, ...], start: str = START, office: Office = FIVE, after: str = ""
) -> list[tuple[str, str]]:
    """When a duty turns, and how it stands from then on."""
    lifecycle = duty(within)
    entity = lived(lifecycle, office, start, *then)
    wakeups = lifecycle.next_wakeups(entity, at(after, office.zone) if after else None)
    return [(wakeup.at.isoformat(), wakeup.status.value) for wakeup in wakeups]


class TestOneTerm:
    def test_past_the_target_and_past_the_last_day(self) -> None:
        """Five days from Monday end on Saturday the 7th; the last working day is Friday the 6th."""
        assert turns(Days(5)) == [("2026-03-07T00:00:00+05:00", "tight"), ("2026-03-08T00:00:00+05:00", "overdue")]

    def test_a_last_day_that_is_worked_has_no_target_before_it(self) -> None:
        assert turns(WorkingDays(4)) == [("2026-03-07T00:00:00+05:00", "overdue")]

    def test_a_term_in_hours_turns_after_its_instant(self) -> None:
        """At 13:00 itself it is still in time."""
        assert turns(Hours(3), office=SEVEN) == [("2026-03-02T13:00:00.000001+05:00", "overdue")]

    def test_working_hours(self) -> None:
        """Ten from 10:00: eight on Monday until 18:00, two on Tuesday until 11:00."""
        assert turns(WorkingHours(10)) == [("2026-03-03T11:00:00.000001+05:00", "overdue")]

    def test_a_least_term_turns_when_the_act_becomes_lawful(self) -> None:
        assert turns(at_least(Days(5))) == [("2026-03-07T00:00:00+05:00", "met")]

    def test_a_least_term_in_hours(self) -> None:
        assert turns(at_least(Hours(3)), office=SEVEN) == [("2026-03-02T13:00:00+05:00", "met")]

    def test_a_term_counted_back(self) -> None:
        """Three days before the 10th: the 7th, a Saturday; its target is Friday."""
        assert turns(before(datetime(2026, 3, 10).date(), Days(3))) == [
            ("2026-03-07T00:00:00+05:00", "tight"),
            ("2026-03-08T00:00:00+05:00", "overdue"),
        ]

    def test_what_has_turned_is_not_told_again(self) -> None:
        assert turns(Days(5), after="2026-03-07 00:00") == [("2026-03-08T00:00:00+05:00", "overdue")]
        assert turns(Days(5), after="2026-03-08 00:00") == []

    def test_just_before_it_turns(self) -> None:
        assert turns(Days(5), after="2026-03-06 23:59:59")[0][0] == "2026-03-07T00:00:00+05:00"


class TestNothingToWaitFor:
    @pytest.mark.parametrize(
        "then",
        [
            pytest.param((Do, "2026-03-03 10:00"), id="met"),
            pytest.param((Drop, "2026-03-03 10:00"), id="dropped"),
            pytest.param((Move, "2026-03-03 10:00", {"to": None}), id="its limit is lifted"),
            pytest.param((Hold, "2026-03-03 10:00"), id="paused"),
        ],
    )
    def test_a_clock_that_does_not_run(self, then: tuple[Any, ...]) -> None:
        assert turns(Days(5), then) == []

    def test_promptly_has_no_number(self) -> None:
        assert turns(PROMPTLY) == []


class TestAClockThatWasMoved:
    def test_by_another_term(self) -> None:
        """Ten days from the 2nd: Thursday the 12th."""
        assert turns(Days(5), (Move, "2026-03-03 10:00", {"to": Days(10)})) == [
            ("2026-03-13T00:00:00+05:00", "overdue")
        ]

    def test_by_a_pause_that_is_over(self) -> None:
        """Held from the 3rd to the 5th: two days more, Monday the 9th."""
        then = ((Hold, "2026-03-03 10:00"), (Resume, "2026-03-05 10:00"))
        assert turns(Days(5), *then) == [("2026-03-10T00:00:00+05:00", "overdue")]


class TestADutyThatComesAgain:
    def test_before_its_first_whole_period(self) -> None:
        assert turns(each_month(), start="2026-01-15 10:00") == [("2026-02-01T00:00:00+05:00", "running")]

    def test_within_a_period(self) -> None:
        """28 February 2026 is a Saturday: the target is Friday the 27th."""
        assert turns(each_month(), start="2026-01-15 10:00", after="2026-02-10 10:00") == [
            ("2026-02-28T00:00:00+05:00", "tight"),
            ("2026-03-01T00:00:00+05:00", "overdue"),
            ("2026-03-01T00:00:00+05:00", "running"),
        ]

    def test_done_in_this_period(self) -> None:
        done = (Do, "2026-02-10 10:00")
        assert turns(each_month(), done, start="2026-01-15 10:00") == [("2026-03-01T00:00:00+05:00", "running")]

    def test_one_that_begins_on_a_later_day(self) -> None:
        """Begun on 2 March for the time from 1 May on."""
        lifecycle = duty(each_month())
        for day, begins in ((datetime(2026, 5, 1), "2026-05-01"), (datetime(2026, 5, 2), "2026-06-01")):
            entity = lived(lifecycle, FIVE, START, day=day.date())
            assert [wakeup.at.to_date_string() for wakeup in lifecycle.next_wakeups(entity)] == [begins]


class TestSeveralClocks:
    LIFECYCLE = duty(Days(5), keyed=True)

    def entity(self) -> Duty:
        entity = lived(self.LIFECYCLE, FIVE, START)
        return self.LIFECYCLE.apply(entity, Again(at=at("2026-03-04 10:00"), by=ANN, key="second"))

    def test_each_turns_by_itself_in_the_order_of_time(self) -> None:
        """Five days from Wednesday the 4th end on Monday the 9th, which is worked under this calendar."""
        wakeups = self.LIFECYCLE.next_wakeups(self.entity())
        assert [(w.at.to_date_string(), w.due.key, w.status) for w in wakeups] == [
            ("2026-03-07", None, Status.TIGHT),
            ("2026-03-08", None, Status.OVERDUE),
            ("2026-03-10", "second", Status.OVERDUE),
        ]

    def test_a_clock_whose_deadline_was_lifted_wakes_nobody(self) -> None:
        assert self.LIFECYCLE.without("duty").next_wakeups(self.entity()) == ()


class TestMidnightWhereClocksChange:
    def test_a_day_that_begins_at_one_o_clock(self) -> None:
        """In São Paulo 15 October 2017 had no hour from 0 to 1."""
        office = Office("a", zone="America/Sao_Paulo", week=7)
        assert turns(Days(1), start="2017-10-13 10:00", office=office) == [("2017-10-15T01:00:00-02:00", "overdue")]

    def test_a_day_that_begins_twice(self) -> None:
        """In Havana the first hour of 3 November 2024 came twice."""
        office = Office("a", zone="America/Havana", week=7)
        assert turns(Days(1), start="2024-11-01 10:00", office=office) == [("2024-11-03T00:00:00-04:00", "overdue")]

    def test_an_instant_of_another_zone(self) -> None:
        """23:30 in Berlin on the 1st is the 2nd in Tashkent."""
        lifecycle = duty(Days(1))
        entity = lifecycle.begin(Begin(at=at("2026-03-01 23:30", BERLIN.zone), by=ANN, office=FIVE))
        assert [w.at.isoformat() for w in lifecycle.next_wakeups(entity)] == ["2026-03-04T00:00:00+05:00"]


class TestAWakeup:
    LIFECYCLE: Lifecycle[Duty, Any] = duty(Days(5))

    def one(self) -> Wakeup:
        return self.LIFECYCLE.next_wakeups(lived(self.LIFECYCLE, FIVE, START))[-1]

    def test_it_says_when_and_why(self) -> None:
        assert str(self.one()) == "2026-03-08 00:00+05:00  duty: overdue, 2026-03-07"

    def test_it_has_the_due_with_its_trace(self) -> None:
        due = self.one().due
        assert due.last == datetime(2026, 3, 7).date()
        assert "2026-03-07 Sat  +  day 5" in str(due.trace)

    def test_it_can_be_kept(self) -> None:
        assert pickle.loads(pickle.dumps(self.one())) == self.one()


class TestWhatCantBeAsked:
    LIFECYCLE = duty(Days(5))

    def test_a_time_without_a_zone(self) -> None:
        with pytest.raises(BadInput, match="at: an instant with a zone"):
            self.LIFECYCLE.next_wakeups(lived(self.LIFECYCLE, FIVE, START), datetime(2026, 3, 3).naive())

    @pytest.mark.parametrize("after", [None, at("2026-03-03 10:00")])
    def test_what_is_no_entity_of_it(self, after: Any) -> None:
        with pytest.raises(BadInput, match="entity: a Duty, not None") as raised:
            self.LIFECYCLE.next_wakeups(None, after)  # type: ignore[arg-type]  # the mistake
        assert len(raised.value.faults) == 1

    def test_an_entity_that_nothing_began(self) -> None:
        nothing = evolve(lived(self.LIFECYCLE, FIVE, START), history=())
        with pytest.raises(BadInput, match="it has no history"):
            self.LIFECYCLE.next_wakeups(nothing)
