"""What a new decree or Reform would move, by how much, and what would be late: due by due, entity by entity."""

from datetime import date
from typing import Any

import pytest
from attrs import evolve
from one_duty import (
    FIVE,
    LAST_DAY,
    ROLLED,
    SIX,
    UZ,
    Again,
    Do,
    Drop,
    Duty,
    Hold,
    at,
    duty,
    lived,
)

from prcomm import (
    PROMPTLY,
    Change,
    Dated,
    Days,
    Hours,
    Law,
    Lifecycle,
    Office,
    Reform,
    WorkingDays,
    by_law,
    changed,
    each_month,
)

# Five working days from 17 March 2026. As was known on the 16th: 18, 19, 20, 24, 25 (23 was moved already). With
# Ramazon hayit decreed for Friday 20 on the 17th: 18, 19, 24, 25, 26.
OLD = duty(WorkingDays(5), law=UZ.known(date(2026, 3, 16)))
NEW = OLD.under(UZ)
ASKED = at("2026-03-18 10:00")


def one(name: str, *then: tuple[Any, ...], start: str = "2026-03-17 10:00", office: Office = FIVE) -> Duty:
    return evolve(lived(OLD, office, start, *then), id=name)


def moved(changes: list[Change]) -> list[tuple[str, date | None, date | None]]:
    """The last days before and after."""
    return [(c.entity, c.before and c.before.last, c.after and c.after.last) for c in changes]


class TestADecree:
    def test_it_moves_some_open_dues(self) -> None:
        """One begun a week earlier (11 to 17 March) is not touched."""
        entities = [one("a"), one("b", start="2026-03-10 10:00"), one("c", office=SIX)]
        assert moved(list(changed(entities, OLD, NEW, ASKED))) == [
            ("a", date(2026, 3, 25), date(2026, 3, 26)),
            ("c", date(2026, 3, 24), date(2026, 3, 25)),
        ]

    def test_met_and_dropped_dues_are_not_listed(self) -> None:
        entities = [one("met", (Do, "2026-03-18 09:00")), one("dropped", (Drop, "2026-03-18 09:00"))]
        assert list(changed(entities, OLD, NEW, ASKED)) == []

    def test_nothing_changes_under_the_same_law(self) -> None:
        assert list(changed([one("a")], OLD, OLD, ASKED)) == []

    def test_both_dues_are_told_with_their_traces(self) -> None:
        (change,) = changed([one("a")], OLD, NEW, ASKED)
        assert change.before is not None
        assert change.after is not None
        assert "Ramazon" not in str(change.before.trace)
        assert "2026-03-20 Fri  -  Ramazon hayit (PQ-106 art. 1, REPORTED)" in str(change.after.trace)

    def test_a_year_that_was_provisional_becomes_sure(self) -> None:
        """On 23.12.2025 the year 2026 was not decreed. 15 days from 10 March: the 25th, before and after; but now it
        is known."""
        before = duty(Days(15), law=UZ.known(date(2025, 12, 23)))
        entity = lived(before, FIVE, "2026-03-10 10:00")
        (change,) = changed([entity], before, before.under(UZ), at("2026-03-11 10:00"))
        assert change.before is not None
        assert change.after is not None
        assert (change.before.last, change.after.last) == (date(2026, 3, 25), date(2026, 3, 25))
        assert (change.before.provisional, change.after.provisional) == (True, False)

    def test_it_moves_a_paused_clock(self) -> None:
        """Paused on the 18th and asked about on Tuesday 24: by the old calendar 19, 20 and 24 are lost, by the new 19
        and 24. So 18, then 25, 26, 27, 30: by either."""
        entity = one("a", (Hold, "2026-03-18 10:00"))
        assert list(changed([entity], OLD, NEW, at("2026-03-24 10:00"))) == []
        assert len(list(changed([entity], OLD, NEW, at("2026-03-18 11:00")))) == 1

    def test_entities_are_read_one_at_a_time(self) -> None:
        read: list[str] = []

        def entities() -> Any:
            for name in "ab":
                read.append(name)
                yield one(name)

        changes = changed(entities(), OLD, NEW, ASKED)
        assert read == []
        assert next(changes).entity == "a"
        assert read == ["a"]


class TestAReform:
    def test_of_the_last_day(self) -> None:
        """15 days from 5 March: Friday 20, a holiday; by analogy Tuesday 24. From 3 March: Wednesday 18, no change."""
        strict: Lifecycle[Any, Any] = duty(Days(15), law=UZ)
        entities = [
            evolve(lived(strict, FIVE, f"2026-03-0{day} 10:00"), id=name) for name, day in (("a", 5), ("b", 3))
        ]  # fmt: skip
        assert moved(list(changed(entities, strict, strict.under(ROLLED), ASKED))) == [
            ("a", date(2026, 3, 20), date(2026, 3, 24))
        ]

    def test_of_a_value(self) -> None:
        term = Dated.of("days", 15, ())
        old = duty(by_law(lambda duty, action, law: Days(law[term])), law=UZ)
        entity = lived(old, FIVE, "2026-03-02 10:00")
        assert moved(list(changed([entity], old, old.under(Reform(term, 10)), ASKED))) == [
            ("d", date(2026, 3, 17), date(2026, 3, 12))
        ]

    def test_that_lifts_a_duty_or_brings_one(self) -> None:
        term: Dated[Any] = Dated.of("term", Days(15), ())
        old = duty(term, law=Law("l", UZ.calendar, LAST_DAY))
        new = old.under(Reform(term, None))
        entity = lived(old, FIVE, "2026-03-02 10:00")
        assert moved(list(changed([entity], old, new, ASKED))) == [("d", date(2026, 3, 17), None)]
        assert moved(list(changed([entity], new, old, ASKED))) == [("d", None, date(2026, 3, 17))]

    def test_each_of_several_clocks(self) -> None:
        old = duty(Days(15), law=UZ, keyed=True)
        entity = lived(
            old, FIVE, "2026-03-03 10:00", (Again, "2026-03-05 10:00", {"key": "b"}),
            (Again, "2026-03-06 10:00", {"key": "c"}), (Do, "2026-03-07 10:00", {"key": "c"}),
        )  # fmt: skip
        changes = list(changed([entity], old, old.under(ROLLED), ASKED))
        assert [change.after.key for change in changes if change.after is not None] == ["b"]

    def test_each_of_several_periods(self) -> None:
        """31 January is before it began; 28 February is a Saturday, 31 March a Tuesday."""
        old = duty(each_month(), law=UZ)
        entity = lived(old, FIVE, "2026-02-01 10:00")
        changes = list(changed([entity], old, old.under(ROLLED), at("2026-03-10 10:00")))
        assert [change.after.key for change in changes if change.after is not None] == ["2026-02"]


TERM: Dated[Any] = Dated.of("term", Days(15), ())
FIFTEEN = duty(TERM, law=Law("l", UZ.calendar, LAST_DAY))
TEN = FIFTEEN.under(Reform(TERM, Days(10)))
NONE = FIFTEEN.under(Reform(TERM, None))
MONDAY = "2026-03-02 10:00"
"""Fifteen days from here end on Tuesday 17 March, ten on Thursday the 12th: both are working days."""


def the_change(
    *then: tuple[Any, ...],
    asked: str,
    old: Lifecycle[Any, Any] = FIFTEEN,
    new: Lifecycle[Any, Any] = TEN,
    start: str = MONDAY,
) -> Change:
    (change,) = changed([lived(FIFTEEN, FIVE, start, *then)], old, new, at(asked), met=True)
    return change


class TestHowFar:
    def test_by_calendar_days_earlier_or_later(self) -> None:
        assert the_change(asked="2026-03-03 10:00").days == -5
        assert the_change(asked="2026-03-03 10:00", old=TEN, new=FIFTEEN).days == 5

    def test_a_term_in_hours_by_the_days_it_ends_on(self) -> None:
        """Twenty hours from 10:00 end on the next day; forty-eight on the one after."""
        old = duty(TERM, law=Law("l", UZ.calendar, LAST_DAY)).under(Reform(TERM, Hours(20)))
        (change,) = changed([lived(old, FIVE, MONDAY)], old, old.under(Reform(TERM, Hours(48))), at(MONDAY))
        assert change.days == 1

    def test_no_number_where_there_is_no_last_day(self) -> None:
        for old, new in ((FIFTEEN, NONE), (NONE, FIFTEEN), (FIFTEEN, FIFTEEN.under(Reform(TERM, PROMPTLY)))):
            assert the_change(asked="2026-03-03 10:00", old=old, new=new).days is None

    def test_which_days_change(self) -> None:
        """Fifteen days from 5 March: Friday 20, a holiday. Only which day binds is another by analogy."""
        change = the_change(asked="2026-03-06 10:00", start="2026-03-05 10:00", new=FIFTEEN.under(ROLLED))
        assert change.dates == ("last",)
        assert change.days == 4
        assert the_change(asked="2026-03-03 10:00").dates == ("raw", "rolled", "control", "last")

    def test_none_does_where_it_only_becomes_sure(self) -> None:
        before = duty(Days(15), law=UZ.known(date(2025, 12, 23)))
        entity = lived(before, FIVE, "2026-03-10 10:00")
        (change,) = changed([entity], before, before.under(UZ), at("2026-03-11 10:00"))
        assert (change.dates, change.days) == ((), 0)

    def test_what_begins_and_what_ceases(self) -> None:
        ceases = the_change(asked="2026-03-03 10:00", new=NONE)
        assert (ceases.begins, ceases.ceases, ceases.due) == (False, True, "duty")
        begins = the_change(asked="2026-03-03 10:00", old=NONE, new=FIFTEEN)
        assert (begins.begins, begins.ceases, begins.due) == (True, False, "duty")
        moves = the_change(asked="2026-03-03 10:00")
        assert (moves.begins, moves.ceases, moves.due) == (False, False, "duty")


EDGES = [
    ("2026-03-12 23:59", False),
    ("2026-03-13 00:00", True),
    ("2026-03-17 23:59", True),
    ("2026-03-18 00:00", False),
]


class TestWhatWouldBeLate:
    """By the 17th under the old law, by the 12th under the new."""

    def late(self, change: Change) -> tuple[bool, bool]:
        return change.becomes_late, change.stops_being_late

    @pytest.mark.parametrize(
        ("asked", "late"),
        EDGES,
    )
    def test_what_is_open_as_of_the_instant(self, asked: str, late: bool) -> None:
        """From the 18th on it is late by either."""
        assert self.late(the_change(asked=asked)) == (late, False)
        assert self.late(the_change(asked=asked, old=TEN, new=FIFTEEN)) == (False, late)

    @pytest.mark.parametrize(
        ("done", "late"),
        EDGES,
    )
    def test_what_was_met_by_the_day_it_was_met(self, done: str, late: bool) -> None:
        assert self.late(the_change((Do, done), asked="2026-04-30 10:00")) == (late, False)
        assert self.late(the_change((Do, done), asked="2026-04-30 10:00", old=TEN, new=FIFTEEN)) == (False, late)

    def test_what_was_met_later_was_not_met_yet(self) -> None:
        """Done on the 16th, it was open on the 12th, and late by the new law on the 13th."""
        assert not the_change((Do, "2026-03-16 10:00"), asked="2026-03-12 10:00").becomes_late
        assert the_change((Do, "2026-03-16 10:00"), asked="2026-03-13 10:00").becomes_late

    def test_in_time_only_by_analogy_is_late_by_the_law_that_has_none(self) -> None:
        """Fifteen days from 5 March: Friday 20; by analogy Tuesday 24. Done on Monday 23, a day off."""
        rolled = FIFTEEN.under(ROLLED)
        change = the_change((Do, "2026-03-23 10:00"), asked="2026-04-30 10:00", start="2026-03-05 10:00", new=rolled)
        assert self.late(change) == (False, True)

    def test_what_ceases_is_late_no_more_and_what_begins_may_be(self) -> None:
        assert self.late(the_change(asked="2026-03-18 10:00", new=NONE)) == (False, True)
        assert self.late(the_change(asked="2026-03-18 10:00", old=NONE, new=FIFTEEN)) == (True, False)


class TestWhichAreAskedFor:
    def test_met_ones_only_where_asked_for(self) -> None:
        met = lived(FIFTEEN, FIVE, MONDAY, (Do, "2026-03-03 10:00"))
        assert list(changed([met], FIFTEEN, TEN, at("2026-03-04 10:00"))) == []
        assert len(list(changed([met], FIFTEEN, TEN, at("2026-03-04 10:00"), met=True))) == 1

    def test_what_ended_without_being_met_in_no_case(self) -> None:
        dropped = lived(FIFTEEN, FIVE, MONDAY, (Drop, "2026-03-03 10:00"))
        assert list(changed([dropped], FIFTEEN, TEN, at("2026-03-04 10:00"), met=True)) == []

    def test_of_several_alike_each(self) -> None:
        """Begun, met and begun again on one day, under one key: two clocks, and both are moved."""
        old: Lifecycle[Any, Any] = duty(TERM, law=Law("l", UZ.calendar, LAST_DAY), keyed=True)
        entity = lived(old, FIVE, MONDAY, (Do, "2026-03-02 11:00"), (Again, "2026-03-02 12:00"))
        new, asked = old.under(Reform(TERM, Days(10))), at("2026-03-03 10:00")
        assert [c.days for c in changed([entity], old, new, asked, met=True)] == [-5, -5]
        assert [c.before and c.before.met for c in changed([entity], old, new, asked)] == [None]
