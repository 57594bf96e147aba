"""What of the core only institutions had met: asked here of a box and of a made-up file."""

from datetime import date

import pytest
from attrs import evolve
from one_duty import ANN, CLERK, FIVE, LAST_DAY, UZ, at
from test_corrections import CASES, GRAVER, corrected
from test_in_force import ACT, BOX, DEADLINES, FEBRUARY, MARCH, OTHER, TABLE, Look, Open, Shut

from prcomm import (
    SAME_WORKING_DAY,
    WEEKS,
    Actor,
    Days,
    Doubt,
    FaultyLifecycle,
    Law,
    Lifecycle,
    NotInForce,
    each_month,
    owes,
)
from prcomm.core.calendar.terms import Start
from prcomm.core.sources.citations import RuleKind


def test_a_doubt_is_a_rule_that_can_be_asked() -> None:
    law = Law("the house", WEEKS, LAST_DAY, doubts=(Doubt("May it?", OTHER(1)),))
    assert [rule.name for rule in law.cited() if rule.kind is RuleKind.DOUBT] == ["May it?"]


def test_files_know_whom_a_login_acts_for() -> None:
    assert (Actor("login", CLERK, of="p1").known_as, Actor("p2", CLERK).known_as) == ("p1", "p2")


def test_of_a_day_without_an_hour_no_eve_is_asked() -> None:
    monday = date(2026, 3, 2).toordinal()
    start = Start(monday, None, UZ.calendar.of(FIVE), FIVE)
    assert list(SAME_WORKING_DAY.days_off(start)) == []


def test_a_correction_that_can_not_be_done_changes_nothing() -> None:
    (row,) = [row for row in CASES.rows if row.action.__name__.startswith("Correct")]
    wrong = evolve(corrected(GRAVER, "kind", GRAVER.kind), record=99)
    assert row.then is not None
    assert row.then(GRAVER, wrong) is GRAVER


def test_what_corrects_without_being_an_action_is_one_fault_of_its_table() -> None:
    rows = [evolve(row, action=int) if row.action.__name__.startswith("Correct") else row for row in CASES.transitions]
    with pytest.raises(FaultyLifecycle, match="action"):
        Lifecycle("case", rows, CASES.deadlines, law=CASES.law)


class TestBeforeItIsKnownToBeInForce:
    box = BOX.audit([Open(at=at(FEBRUARY), by=ANN, office=FIVE)], at(FEBRUARY)).entity

    def test_what_comes_before_a_record_is_refused_for_that(self) -> None:
        (reason,) = BOX.explain(self.box, Shut(at=at("2026-02-09 10:00"), by=ANN)).reasons
        assert reason.kind.value == "time"

    def test_where_no_row_is_known_nothing_is_allowed(self) -> None:
        table = tuple(evolve(row, cites=(ACT(1),)) for row in TABLE)
        unknown = Lifecycle("box", table, DEADLINES, law=BOX.law)
        with pytest.raises(NotInForce):
            unknown.allowed(self.box, ANN, at(FEBRUARY))

    def test_months_before_it_are_one_unknown_due(self) -> None:
        january = BOX.audit([Open(at=at("2026-01-10 10:00"), by=ANN, office=FIVE)], at(MARCH)).entity
        reports = [due for due in BOX.due(january, at(MARCH)) if due.name == "a report"]
        assert [due.unknown for due in reports] == [True, False]

    def test_what_an_amendment_brought_recurs_from_then_on(self) -> None:
        owed = owes(BOX.entity, BOX.action)
        monthly = owed("a round", Open, each_month(), Look, CLERK, ACT(9))
        rounds = Lifecycle("box", TABLE, (*DEADLINES, monthly), law=BOX.law)
        box = rounds.begin(Open(at=at(MARCH), by=ANN, office=FIVE))
        dues = [due for due in rounds.due(box, at("2026-05-20 10:00")) if due.name == "a round"]
        assert [due.key for due in dues] == ["2026-05"]

    def test_of_two_clocks_the_first_may_be_owed_as_far_as_is_known(self) -> None:
        owed = owes(BOX.entity, BOX.action)
        again = owed("again", (Open, Look), Days(5), Shut, CLERK, ACT(2), when=lambda it, a: True)
        twice = Lifecycle("box", TABLE, (*DEADLINES, again), law=BOX.law)
        steps = [Open(at=at(FEBRUARY), by=ANN, office=FIVE), Look(at=at("2026-02-11 10:00"), by=ANN, lamp=True)]
        box = twice.audit(steps, at(MARCH)).entity
        (due,) = [due for due in twice.due(box, at(MARCH)) if due.name == "again"]
        assert due.unknown
