"""Dues: one duty with one clock, and how it stands. Days are counted by hand, as each docstring says.

2026: 1 March is a Sunday, 1 May a Friday; in Uzbekistan 7 to 9 and 20 to 23 March, 9 to 11 and 27 to 31 May are off.
"""

import pickle
from datetime import date
from typing import Any

import pendulum
import pytest
from attrs import evolve
from one_duty import (
    ACT,
    ANN,
    BERLIN,
    CODE,
    DECREE,
    FIVE,
    LAST_DAY,
    LAW,
    MOVES,
    QUARTERLY,
    ROLLED,
    ROTA,
    SIX,
    UZ,
    UZ_2026,
    Again,
    Begin,
    Close,
    Do,
    Drop,
    Duty,
    Hold,
    Move,
    Resume,
    at,
    due_of,
    duty,
    lived,
    owed,
)

from prcomm import (
    NOT_YET_NAMED,
    PROMPTLY,
    SAME_WORKING_DAY,
    BadInput,
    Basis,
    Context,
    Dated,
    Days,
    Due,
    Hours,
    LastDay,
    Law,
    Months,
    Office,
    Reform,
    Status,
    Term,
    Until,
    Version,
    WorkingDays,
    WorkingHours,
    at_least,
    before,
    by_law,
    each_month,
    each_quarter,
    each_year,
    earliest,
    further,
    plain,
)
from prcomm.core.calendar.traces import Trace
from prcomm.core.table.dues import Traced

UNDER_ANALOGY = UZ.under(ROLLED)


def ends(due: Due) -> dict[str, str]:
    """The four days of a due."""
    return {name: str(getattr(due, name))[:16] for name in ("raw", "rolled", "control", "last")}


def four(raw: str, rolled: str, control: str, last: str) -> dict[str, str]:
    return {"raw": raw, "rolled": rolled, "control": control, "last": last}


class TestTheFourDays:
    @pytest.mark.parametrize(
        ("term", "start", "office", "raw", "rolled", "control"),
        [
            pytest.param(Days(15), "2026-03-05", FIVE, "2026-03-20", "2026-03-24", "2026-03-19", id="3"),
            pytest.param(Days(15), "2026-03-05", SIX, "2026-03-20", "2026-03-23", "2026-03-19", id="3, six days"),
            pytest.param(Days(5), "2026-04-06", FIVE, "2026-04-11", "2026-04-13", "2026-04-10", id="7"),
            pytest.param(Days(15), "2026-04-09", FIVE, "2026-04-24", "2026-04-24", "2026-04-24", id="7, the new body"),
            pytest.param(Days(5), "2026-05-26", FIVE, "2026-05-31", "2026-06-01", "2026-05-26", id="9"),
            pytest.param(Days(15), "2026-05-12", FIVE, "2026-05-27", "2026-06-01", "2026-05-26", id="13"),
            pytest.param(Days(15), "2026-12-16", FIVE, "2026-12-31", "2027-01-04", "2026-12-30", id="21"),
            pytest.param(Days(15), "2026-12-16", SIX, "2026-12-31", "2027-01-02", "2026-12-30", id="21, six days"),
            pytest.param(Days(5), "2026-10-05", FIVE, "2026-10-10", "2026-10-12", "2026-10-09", id="23"),
        ],
    )
    def test_the_worked_cases_of_appeals(
        self, term: Term, start: str, office: Office, raw: str, rolled: str, control: str
    ) -> None:
        """By their numbers in the notes, counted there. The text does not move a last day off: raw binds."""
        due = due_of(term, f"{start} 10:00", law=UZ, office=office)
        assert ends(due) == four(raw, rolled, control, raw)

    def test_the_fifth_worked_case(self) -> None:
        """From 3 March 15 days: the 18th. Extra study on the 12th: a month from the start, 3 April. Lengthened on
        1 April by a month from there: Sunday 3 May."""
        study = (Move, "2026-03-12 10:00", {"to": Months(1)})
        extend = (Move, "2026-04-01 10:00", {"to": further(Months(1))})
        assert due_of(Days(15), "2026-03-03 10:00", law=UZ).raw == date(2026, 3, 18)
        assert due_of(Days(15), "2026-03-03 10:00", study, law=UZ).raw == date(2026, 4, 3)
        assert ends(due_of(Days(15), "2026-03-03 10:00", study, extend, law=UZ)) == four(
            "2026-05-03", "2026-05-04", "2026-05-01", "2026-05-03"
        )

    def test_under_the_analogy_the_rolled_day_binds(self) -> None:
        due = due_of(Days(15), "2026-03-05 10:00", law=UNDER_ANALOGY)
        assert ends(due) == four("2026-03-20", "2026-03-24", "2026-03-19", "2026-03-24")

    def test_the_lifecycle_itself_may_be_put_under_it(self) -> None:
        strict = duty(Days(15), law=UZ)
        entity = lived(strict, FIVE, "2026-03-05 10:00")
        for lifecycle, last in ((strict, date(2026, 3, 20)), (strict.under(ROLLED), date(2026, 3, 24))):
            (due,) = lifecycle.due(entity, at("2026-03-06 10:00"))
            assert due.last == last

    def test_for_a_rota(self) -> None:
        """It rests on Saturday 21 and Sunday 22, and does not follow Monday 23."""
        due = due_of(Days(15), "2026-03-05 10:00", law=UZ, office=ROTA)
        assert ends(due) == four("2026-03-20", "2026-03-23", "2026-03-19", "2026-03-20")

    def test_a_last_day_that_is_worked(self) -> None:
        """15 days from 3 March: Wednesday 18."""
        due = due_of(Days(15), "2026-03-03 10:00", law=UZ)
        assert ends(due) == four("2026-03-18", "2026-03-18", "2026-03-18", "2026-03-18")

    def test_hours_that_end_on_a_day_off(self) -> None:
        """48 hours from Thursday 19 March, 15:00: Saturday. The office opens on Tuesday 24 at 9; on Thursday, an eve,
        it closes at 17."""
        due = due_of(Hours(48), "2026-03-19 15:00", law=UZ)
        assert ends(due) == four("2026-03-21 15:00", "2026-03-24 09:00", "2026-03-19 17:00", "2026-03-21 15:00")

    @pytest.mark.parametrize(
        ("start", "raw", "control"),
        [
            pytest.param("2026-03-16 15:00", "2026-03-17 15:00", "2026-03-17 15:00", id="in working hours"),
            pytest.param("2026-03-16 21:00", "2026-03-17 21:00", "2026-03-17 18:00", id="after closing"),
            pytest.param("2026-03-16 06:00", "2026-03-17 06:00", "2026-03-16 18:00", id="before opening"),
            pytest.param("2026-03-15 06:00", "2026-03-16 06:00", "2026-03-13 18:00", id="before opening on a Monday"),
        ],
    )
    def test_hours_that_end_on_a_working_day(self, start: str, raw: str, control: str) -> None:
        """The control is the last working instant on or before it."""
        due = due_of(Hours(24), start, law=UZ)
        assert ends(due) == four(raw, raw, control, raw)

    def test_counted_backwards_it_never_rolls_forward(self) -> None:
        """Three days before Tuesday 24 March: Saturday 21. Rolled is the last working day before it, Thursday 19."""
        due = due_of(before(date(2026, 3, 24), Days(3)), "2026-03-02 10:00", law=UZ)
        assert ends(due) == four("2026-03-21", "2026-03-19", "2026-03-19", "2026-03-21")

    def test_counted_backwards_under_the_analogy(self) -> None:
        due = due_of(before(date(2026, 3, 24), Days(3)), "2026-03-02 10:00", law=UNDER_ANALOGY)
        assert due.last == date(2026, 3, 19)

    def test_counted_backwards_as_the_earliest_of_two(self) -> None:
        """60 days, and at the latest three days before 24 March: it must not roll to after the 21st."""
        term = earliest(Days(60), before(date(2026, 3, 24), Days(3)))
        assert ends(due_of(term, "2026-03-02 10:00", law=UZ)) == four(
            "2026-03-21", "2026-03-19", "2026-03-19", "2026-03-21"
        )

    def test_the_earliest_of_two_counted_forward_rolls_forward(self) -> None:
        term = earliest(Days(15), before(date(2026, 6, 24), Days(3)))
        assert due_of(term, "2026-03-05 10:00", law=UZ).rolled == date(2026, 3, 24)

    def test_counted_backwards_and_lengthened(self) -> None:
        """Three days before 24 March is Saturday 21; one more, counted on: Sunday 22, rolled to Tuesday 24."""
        term = before(date(2026, 3, 24), Days(3))
        due = due_of(term, "2026-03-02 10:00", (Move, "2026-03-10 10:00", {"to": further(Days(1))}), law=UZ)
        assert ends(due) == four("2026-03-22", "2026-03-24", "2026-03-19", "2026-03-22")

    def test_of_a_least_term_raw_is_the_first_lawful_day(self) -> None:
        """Not before Friday 20 March; by analogy, not before Tuesday 24."""
        due = due_of(at_least(Days(15)), "2026-03-05 10:00", law=UZ)
        assert ends(due) == four("2026-03-20", "2026-03-24", "2026-03-24", "2026-03-20")
        assert due.least

    def test_a_term_without_a_number_has_none_of_them(self) -> None:
        due = due_of(PROMPTLY, "2026-03-05 10:00")
        assert ends(due) == four("None", "None", "None", "None")

    def test_the_start_is_a_day_or_an_instant_as_the_term_is(self) -> None:
        assert due_of(Days(1), "2026-03-05 10:00").start == date(2026, 3, 5)
        assert due_of(Hours(1), "2026-03-05 10:00").start == at("2026-03-05 10:00")

    def test_counted_from_a_day_that_was_named(self) -> None:
        due = due_of(Days(10), "2026-03-05 10:00", day=date(2026, 3, 10))
        assert (due.start, due.raw) == (date(2026, 3, 10), date(2026, 3, 20))

    def test_until_an_instant_counted_from_a_day_that_was_named(self) -> None:
        named = at("2026-03-18 12:00")
        due = due_of(Until(named), "2026-03-05 10:00", day=date(2026, 3, 10))
        assert (due.start, due.raw) == (date(2026, 3, 10), named)

    def test_nothing_is_owed_without_a_term(self) -> None:
        lifecycle = duty(lambda duty, action: None)
        assert lifecycle.due(lived(lifecycle, FIVE, "2026-03-05 10:00"), at("2026-03-06 10:00")) == ()

    def test_the_basis_is_the_weakest_of_what_it_rests_on(self) -> None:
        due = evolve(due_of(Days(1), "2026-03-05 10:00"), under=(ACT(1), ACT(2).by(Basis.INFERRED)))
        assert due.basis is Basis.INFERRED


class TestTheOfficesDays:
    def test_an_instant_given_in_another_zone(self) -> None:
        """20:30 UTC on 4 March is 5 March in Tashkent: 15 days end on the 20th."""
        lifecycle = duty(Days(15))
        entity = lifecycle.begin(Begin(at=pendulum.datetime(2026, 3, 4, 20, 30), by=ANN, office=FIVE))
        (due,) = lifecycle.due(entity, pendulum.datetime(2026, 3, 20, 18, 59))
        assert (due.start, due.raw) == (date(2026, 3, 5), date(2026, 3, 20))

    def test_the_last_day_ends_at_the_offices_midnight(self) -> None:
        """19:00 UTC on 20 March is midnight of the 21st in Tashkent."""
        due = due_of(Days(15), "2026-03-05 10:00")
        assert due.status(pendulum.datetime(2026, 3, 20, 18, 59, 59)) is not Status.OVERDUE
        assert due.status(pendulum.datetime(2026, 3, 20, 19)) is Status.OVERDUE

    def test_a_record_read_back_from_text_meets_it_on_the_offices_day(self) -> None:
        """A trap: a round trip keeps +05:00 and loses Asia/Tashkent. And UTC has another day altogether."""
        done = pendulum.parse("2026-03-20T23:30:00+05:00")
        assert isinstance(done, pendulum.DateTime)
        assert due_of(Days(15), "2026-03-05 10:00", (Do, done)).met == date(2026, 3, 20)
        assert due_of(Days(15), "2026-03-05 10:00", (Do, done.in_timezone("UTC"))).met == date(2026, 3, 20)

    def test_instants_are_on_the_offices_clock(self) -> None:
        due = due_of(Hours(24), "2026-03-05 10:00", (Do, pendulum.datetime(2026, 3, 6, 4)))
        assert isinstance(due.met, pendulum.DateTime)
        assert due.met.isoformat() == "2026-03-06T09:00:00+05:00"

    def test_a_day_named_as_an_instant_elsewhere(self) -> None:
        """20:30 UTC on 15 April is 01:30 on the 16th in Tashkent."""
        due = due_of(Until(pendulum.datetime(2026, 4, 15, 20, 30)), "2026-03-05 10:00", law=UZ)
        assert str(due.last)[:16] == "2026-04-16 01:30"

    def test_asked_without_a_zone(self) -> None:
        with pytest.raises(BadInput, match="with a zone"):
            due_of(Days(15), "2026-03-05 10:00").status(pendulum.naive(2026, 3, 20))


class TestStatus:
    """15 days from 5 March 2026 in Uzbekistan: raw 20 March (a holiday), rolled 24, control 19."""

    @staticmethod
    def status(asked: str, *then: tuple[Any, ...], law: Law = UZ, term: Any = None) -> Status:
        return due_of(Days(15) if term is None else term, "2026-03-05 10:00", *then, law=law).status(at(asked))

    @pytest.mark.parametrize(
        ("asked", "status"),
        [
            pytest.param("2026-03-05 10:00", Status.RUNNING, id="at once"),
            pytest.param("2026-03-19 23:59", Status.RUNNING, id="on the day of control"),
            pytest.param("2026-03-20 00:00", Status.TIGHT, id="after it"),
            pytest.param("2026-03-20 23:59:59", Status.TIGHT, id="the last second of the last day"),
            pytest.param("2026-03-21 00:00", Status.OVERDUE, id="the next day"),
        ],
    )
    def test_open(self, asked: str, status: Status) -> None:
        """Overdue by the day, not by the second: begun at 10:00, it is not overdue at 10:01 of the last day."""
        assert self.status(asked) is status

    @pytest.mark.parametrize(
        ("done", "status"),
        [
            pytest.param("2026-03-05 10:00", Status.MET, id="at once"),
            pytest.param("2026-03-20 23:59", Status.MET, id="the last day is inclusive"),
            pytest.param("2026-03-21 00:00", Status.MET_BY_ANALOGY, id="a day off after it"),
            pytest.param("2026-03-24 18:00", Status.MET_BY_ANALOGY, id="the next working day"),
            pytest.param("2026-03-25 00:00", Status.LATE, id="after that"),
        ],
    )
    def test_met(self, done: str, status: Status) -> None:
        assert self.status("2026-04-30 10:00", (Do, done)) is status

    @pytest.mark.parametrize(
        ("asked", "status"),
        [
            pytest.param("2026-03-24 23:59", Status.TIGHT, id="the rolled day"),
            pytest.param("2026-03-25 00:00", Status.OVERDUE, id="after it"),
        ],
    )
    def test_open_under_the_analogy(self, asked: str, status: Status) -> None:
        assert self.status(asked, law=UNDER_ANALOGY) is status

    @pytest.mark.parametrize(
        ("done", "status"),
        [("2026-03-24 18:00", Status.MET), ("2026-03-25 09:00", Status.LATE)],
    )
    def test_met_under_the_analogy(self, done: str, status: Status) -> None:
        assert self.status("2026-04-30 10:00", (Do, done), law=UNDER_ANALOGY) is status

    def test_what_is_done_later_is_not_yet_done(self) -> None:
        done = (Do, "2026-03-23 10:00")
        assert self.status("2026-03-18 10:00", done) is Status.RUNNING
        assert self.status("2026-03-22 10:00", done) is Status.OVERDUE
        assert self.status("2026-03-23 09:00", done) is Status.MET_BY_ANALOGY

    def test_the_trap_of_the_last_days_hour(self) -> None:
        """Begun at 18:00 and done at 19:00 fifteen days later: more than 15 times 24 hours, and in time."""
        assert (
            due_of(Days(15), "2026-03-03 18:00", (Do, "2026-03-18 19:00")).status(at("2026-03-18 20:00")) is Status.MET
        )

    @pytest.mark.parametrize(
        ("asked", "status"),
        [
            pytest.param("2026-03-06 10:00", Status.RUNNING, id="to the second"),
            pytest.param("2026-03-06 10:00:01", Status.OVERDUE, id="a second after"),
        ],
    )
    def test_hours_are_overdue_by_the_instant(self, asked: str, status: Status) -> None:
        assert self.status(asked, term=Hours(24)) is status

    def test_hours_past_the_offices_own_target(self) -> None:
        """48 hours from Thursday 10:00 end on Saturday 10:00; from Friday 18:00 on nobody is there."""
        assert self.status("2026-03-07 09:00", term=Hours(48)) is Status.TIGHT

    @pytest.mark.parametrize(
        ("done", "status"),
        [
            pytest.param("2026-03-06 10:00", Status.MET, id="to the second"),
            pytest.param("2026-03-06 10:00:01", Status.LATE, id="a second after"),
        ],
    )
    def test_hours_are_met_by_the_instant(self, done: str, status: Status) -> None:
        assert self.status("2026-04-30 10:00", (Do, done), term=Hours(24)) is status

    def test_hours_met_by_analogy(self) -> None:
        """48 hours from Thursday 5 March end on Saturday; the office opens on Tuesday 10 at 9."""
        assert self.status("2026-04-30 10:00", (Do, "2026-03-10 09:00"), term=Hours(48)) is Status.MET_BY_ANALOGY
        assert self.status("2026-04-30 10:00", (Do, "2026-03-10 09:01"), term=Hours(48)) is Status.LATE

    @pytest.mark.parametrize(
        ("done", "asked", "status"),
        [
            pytest.param(None, "2026-03-06 10:00", Status.PROMPTLY, id="not done"),
            pytest.param("2026-03-09 10:00", "2026-03-10 10:00", Status.MET, id="done, and nobody can say late"),
            pytest.param("2026-03-09 10:00", "2026-03-08 10:00", Status.PROMPTLY, id="not yet done"),
        ],
    )
    def test_promptly(self, done: str | None, asked: str, status: Status) -> None:
        assert self.status(asked, *(((Do, done),) if done else ()), term=PROMPTLY) is status

    @pytest.mark.parametrize(
        ("done", "asked", "status"),
        [
            pytest.param(None, "2026-09-06 10:00", Status.UNDATED, id="not done"),
            pytest.param("2026-03-09 10:00", "2026-03-10 10:00", Status.MET, id="done, and nobody can say late"),
            pytest.param("2026-03-09 10:00", "2026-03-08 10:00", Status.UNDATED, id="not yet done"),
        ],
    )
    @pytest.mark.parametrize(
        "term", [NOT_YET_NAMED, at_least(NOT_YET_NAMED), earliest(NOT_YET_NAMED, PROMPTLY)], ids=str
    )
    def test_owed_by_a_day_not_yet_named(self, term: Term, done: str | None, asked: str, status: Status) -> None:
        assert self.status(asked, *(((Do, done),) if done else ()), term=term) is status

    def test_a_day_not_yet_named_is_no_breach(self) -> None:
        due = due_of(NOT_YET_NAMED, "2026-03-05 10:00")
        assert (due.raw, due.last, due.lifted, due.undated) == (None, None, False, True)
        assert str(due.trace).strip() == "-  owed, and its day is not named yet"
        begin = Begin(at=at("2026-03-05 10:00"), by=ANN, office=FIVE)
        assert duty(NOT_YET_NAMED).audit([begin], at("2026-09-05 10:00")).findings == ()

    def test_once_it_is_named_it_is_a_day_as_any(self) -> None:
        """Set on 10 March to 1 April."""
        named = (Move, "2026-03-10 10:00", {"to": Until(date(2026, 4, 1))})
        assert self.status("2026-03-09 10:00", term=NOT_YET_NAMED) is Status.UNDATED
        assert self.status("2026-04-01 10:00", named, term=NOT_YET_NAMED) is Status.RUNNING
        assert self.status("2026-04-02 10:00", named, term=NOT_YET_NAMED) is Status.OVERDUE

    def test_a_function_says_it_until_the_file_does(self) -> None:
        """The day stands in the file once somebody has named it."""

        def by_its_day(entity: Duty, action: Begin) -> Term:
            named = [record.action.to for record in entity.history if isinstance(record.action, Move)]
            return next((term for term in named if term is not None), NOT_YET_NAMED)

        lifecycle = duty(by_its_day, owed.paused(Hold, Resume))
        entity, asked = lived(lifecycle, FIVE, "2026-03-05 10:00"), at("2026-03-12 10:00")
        assert lifecycle.due(entity, asked)[0].status(asked) is Status.UNDATED
        named = lifecycle.apply(entity, Move(at=at("2026-03-10 10:00"), by=ANN, to=Until(date(2026, 3, 11))))
        assert lifecycle.due(named, asked)[0].status(asked) is Status.OVERDUE

    @pytest.mark.parametrize(
        ("done", "asked", "status"),
        [
            pytest.param(None, "2026-03-19 10:00", Status.RUNNING, id="still to wait"),
            pytest.param(None, "2026-03-20 10:00", Status.MET, id="the wait is over"),
            pytest.param("2026-03-20 00:00", "2026-03-20 10:00", Status.MET, id="on the first lawful day"),
            pytest.param("2026-03-19 23:59", "2026-03-20 10:00", Status.TOO_EARLY, id="the day before"),
            pytest.param("2026-04-20 10:00", "2026-04-20 10:00", Status.MET, id="long after"),
        ],
    )
    def test_at_least(self, done: str | None, asked: str, status: Status) -> None:
        assert self.status(asked, *(((Do, done),) if done else ()), term=at_least(Days(15))) is status

    def test_a_least_term_that_was_lengthened_is_still_one(self) -> None:
        """At least 15 days from 5 March, and five more: not before 25 March."""
        longer = (Move, "2026-03-10 10:00", {"to": further(Days(5))})
        assert (
            self.status("2026-04-30 10:00", longer, (Do, "2026-03-24 10:00"), term=at_least(Days(15)))
            is Status.TOO_EARLY
        )
        assert self.status("2026-04-30 10:00", longer, (Do, "2026-03-25 10:00"), term=at_least(Days(15))) is Status.MET

    def test_dropped(self) -> None:
        assert self.status("2026-03-07 10:00", (Drop, "2026-03-06 10:00")) is Status.LIFTED

    def test_dropped_later(self) -> None:
        """What is dropped later is not yet dropped: until then it ran, and was overdue; and that is not undone."""
        dropped = (Drop, "2026-03-23 10:00")
        assert self.status("2026-03-18 10:00", dropped) is Status.RUNNING
        assert self.status("2026-03-22 10:00", dropped) is Status.OVERDUE
        assert self.status("2026-03-23 09:00", dropped) is Status.LATE

    def test_hours_dropped_later(self) -> None:
        dropped = (Drop, "2026-03-05 12:00")
        assert self.status("2026-03-05 11:59", dropped, term=Hours(4)) is Status.RUNNING
        assert self.status("2026-03-05 12:00", dropped, term=Hours(4)) is Status.LIFTED

    def test_it_says_when_it_was_dropped(self) -> None:
        assert due_of(Days(15), "2026-03-05 10:00", (Drop, "2026-03-06 10:00")).ended == date(2026, 3, 6)
        assert due_of(Days(15), "2026-03-05 10:00", (Do, "2026-03-06 10:00")).ended is None

    def test_lifted_and_dropped_later(self) -> None:
        lifted = (Move, "2026-03-06 10:00", {"to": None})
        assert self.status("2026-03-07 10:00", lifted, (Drop, "2026-03-10 10:00")) is Status.LIFTED

    def test_promptly_and_dropped_later(self) -> None:
        dropped = (Drop, "2026-03-10 10:00")
        assert self.status("2026-03-07 10:00", dropped, term=PROMPTLY) is Status.PROMPTLY
        assert self.status("2026-03-10 10:00", dropped, term=PROMPTLY) is Status.LIFTED

    def test_done_and_dropped_after(self) -> None:
        """What is met is no longer open to be dropped."""
        assert self.status("2026-03-07 10:00", (Do, "2026-03-06 10:00"), (Drop, "2026-03-06 11:00")) is Status.MET

    def test_closing_the_case_does_not_end_it(self) -> None:
        """Only ``until=`` does."""
        assert self.status("2026-04-30 10:00", (Close, "2026-03-06 10:00")) is Status.OVERDUE


class TestMoves:
    """31 January 2026 is a Saturday; nothing is off but weekends, and those do not count."""

    def test_lengthened_from_the_end_of_the_running_term(self) -> None:
        """31 January and a month is 28 February; and a month more, 28 March."""
        longer = (Move, "2026-02-10 10:00", {"to": further(Months(1))})
        assert due_of(Months(1), "2026-01-31 10:00", longer).raw == date(2026, 3, 28)

    def test_two_months_at_once(self) -> None:
        assert due_of(Months(2), "2026-01-31 10:00").raw == date(2026, 3, 31)

    def test_replaced_by_a_longer_one_from_the_same_start(self) -> None:
        replaced = (Move, "2026-02-10 10:00", {"to": Months(2)})
        assert due_of(Months(1), "2026-01-31 10:00", replaced).raw == date(2026, 3, 31)

    def test_lengthened_twice(self) -> None:
        """15 February, 25 February, 25 March."""
        first = (Move, "2026-02-10 10:00", {"to": further(Days(10))})
        second = (Move, "2026-02-20 10:00", {"to": further(Months(1))})
        assert due_of(Days(15), "2026-01-31 10:00", first, second).raw == date(2026, 3, 25)

    def test_by_a_term_that_needs_no_function(self) -> None:
        lifecycle = duty(Days(15), owed.moved(Move, further(Months(1))))
        entity = lived(lifecycle, FIVE, "2026-01-31 10:00", (Move, "2026-02-10 10:00", {"to": None}))
        (due,) = lifecycle.due(entity, at("2026-02-10 10:00"))
        assert due.raw == date(2026, 3, 15)

    def test_to_a_day_that_was_set(self) -> None:
        moved = (Move, "2026-02-10 10:00", {"to": Until(date(2026, 4, 1))})
        assert due_of(Days(15), "2026-01-31 10:00", moved).raw == date(2026, 4, 1)

    def test_lifted(self) -> None:
        due = due_of(Days(15), "2026-01-31 10:00", (Move, "2026-02-10 10:00", {"to": None}))
        assert (due.raw, due.last, due.lifted) == (None, None, True)
        assert due.status(at("2026-12-31 10:00")) is Status.LIFTED

    def test_lifted_and_then_done(self) -> None:
        due = due_of(
            Days(15), "2026-01-31 10:00", (Move, "2026-02-10 10:00", {"to": None}), (Do, "2026-09-01 10:00")
        )  # fmt: skip
        assert (due.met, due.status(at("2026-12-31 10:00"))) == (date(2026, 9, 1), Status.MET)

    def test_lifted_and_set_again(self) -> None:
        again = (Move, "2026-02-12 10:00", {"to": Days(30)})
        due = due_of(Days(15), "2026-01-31 10:00", (Move, "2026-02-10 10:00", {"to": None}), again)
        assert (due.raw, due.lifted) == (date(2026, 3, 2), False)

    @pytest.mark.parametrize(
        ("before_it", "status"),
        [
            pytest.param((Move, "2026-02-10 10:00", {"to": None}), Status.LIFTED, id="lifted"),
            pytest.param((Move, "2026-02-10 10:00", {"to": PROMPTLY}), Status.PROMPTLY, id="promptly"),
        ],
    )
    def test_what_has_no_end_is_not_lengthened(self, before_it: tuple[Any, ...], status: Status) -> None:
        """An audit may meet it on file: it must be answered, and told."""
        longer = (Move, "2026-02-12 10:00", {"to": further(Days(10))})
        due = due_of(Days(15), "2026-01-31 10:00", before_it, longer)
        assert (due.raw, due.status(at("2026-02-13 10:00"))) == (None, status)
        assert "Move: no term is running that could be longer by 10 days" in str(due.trace)

    def test_a_move_is_told_what_runs(self) -> None:
        """The start and the end of the running term, and the law of the day the clock started."""
        told: list[Any] = []

        def note(duty: object, action: Move, running: Any, context: Context) -> Term | None:
            told.append((running.start, running.raw, context.day))
            return further(Days(1))

        for term in (Days(15), Hours(24)):
            lifecycle = duty(term, owed.moved(Move, by_law(note)))
            entity = lived(lifecycle, FIVE, "2026-01-30 10:00", (Move, "2026-01-30 12:00", {"to": None}))
            lifecycle.due(entity, at("2026-02-10 10:00"))
        assert told == [
            (date(2026, 1, 30), date(2026, 2, 14), date(2026, 1, 30)),
            (at("2026-01-30 10:00"), at("2026-01-31 10:00"), date(2026, 1, 30)),
        ]

    def test_a_move_is_told_what_runs_from_a_day_that_was_named(self) -> None:
        told: list[Any] = []

        def note(duty: object, action: Move, running: Any) -> Term | None:
            told.append((running.start, running.raw))
            return None

        lifecycle = duty(Until(at("2026-02-20 12:00")), owed.moved(Move, note))
        entity = lived(
            lifecycle, FIVE, "2026-01-30 10:00", (Move, "2026-02-01 12:00", {"to": None}), day=date(2026, 2, 1)
        )
        lifecycle.due(entity, at("2026-02-10 10:00"))
        assert told == [(date(2026, 2, 1), at("2026-02-20 12:00"))]

    def test_a_move_while_paused_is_told_the_term_as_paused_until_then(self) -> None:
        """Ten days from 2 March end on the 12th; paused on the 4th, moved on the 6th: the 14th."""
        told: list[Any] = []

        def note(duty: object, action: Move, running: Any) -> Term | None:
            told.append(running.raw)
            return further(Days(1))

        lifecycle = duty(Days(10), owed.moved(Move, note), owed.paused(Hold, Resume))
        entity = lived(
            lifecycle, FIVE, "2026-03-02 10:00", (Hold, "2026-03-04 10:00"), (Move, "2026-03-06 10:00", {"to": None})
        )
        lifecycle.due(entity, at("2026-03-06 10:00"))
        assert told == [date(2026, 3, 14)]


class TestPauses:
    """Without a country: only weekends are off. 2 March 2026 is a Monday."""

    @pytest.mark.parametrize(
        ("term", "raw"),
        [
            pytest.param(WorkingHours(12), "2026-03-03 16:00", id="working hours: 6 on Monday, 6 on Tuesday"),
            pytest.param(Hours(30), "2026-03-04 10:00", id="hours: 6 before, 24 after"),
            pytest.param(WorkingDays(3), "2026-03-06", id="working days: 4, 5, 6"),
            pytest.param(Days(3), "2026-03-06", id="days: 4, 5, 6"),
            pytest.param(Months(1), "2026-04-03", id="a month: one day more"),
        ],
    )
    def test_over_a_night(self, term: Term, raw: str) -> None:
        """Begun on Monday 2 March at 10:00, paused from 16:00 to 10:00 on Tuesday."""
        due = due_of(term, "2026-03-02 10:00", (Hold, "2026-03-02 16:00"), (Resume, "2026-03-03 10:00"))
        assert str(due.raw)[:16] == raw

    def test_over_a_holiday(self) -> None:
        """Five working days from 17 March in Uzbekistan; paused from 18 to 24 March. 18; 19 and 24 are lost,
        20 to 23 are off anyway; 25, 26, 27, 30."""
        due = due_of(
            WorkingDays(5), "2026-03-17 10:00", (Hold, "2026-03-18 10:00"), (Resume, "2026-03-24 10:00"), law=UZ
        )
        assert due.raw == date(2026, 3, 30)

    def test_working_hours_over_a_holiday(self) -> None:
        """Eight hours from Wednesday 18 March 14:00; paused from Thursday 10:00 (an eve, to 17:00) to Tuesday 24,
        11:00: 4 on Wednesday, 1 on Thursday, 3 on Tuesday."""
        due = due_of(
            WorkingHours(8), "2026-03-18 14:00", (Hold, "2026-03-19 10:00"), (Resume, "2026-03-24 11:00"), law=UZ
        )
        assert due.raw == at("2026-03-24 14:00")

    def test_over_a_weekend_a_working_term_loses_nothing(self) -> None:
        """Two hours from Friday 6 March, 17:30, paused from 18:00 to Monday 9:00: half an hour, and one and a half."""
        pause = (Hold, "2026-03-06 18:00"), (Resume, "2026-03-09 09:00")
        assert due_of(WorkingHours(2), "2026-03-06 17:30", *pause).raw == at("2026-03-09 10:30")
        assert due_of(WorkingDays(1), "2026-03-06 10:00", *pause).raw == date(2026, 3, 10)

    @pytest.mark.parametrize(
        ("term", "day", "raw"),
        [
            pytest.param(WorkingHours(6), "2026-03-29", "2026-03-29 09:00", id="March: 1 before, 5 from 4"),
            pytest.param(Hours(6), "2026-03-29", "2026-03-29 09:00", id="March, by any clock"),
            pytest.param(WorkingHours(6), "2026-10-25", "2026-10-25 09:00", id="October: 1 before, 5 from 4"),
            pytest.param(Hours(6), "2026-10-25", "2026-10-25 09:00", id="October, by any clock"),
        ],
    )
    def test_over_a_change_of_offset(self, term: Term, day: str, raw: str) -> None:
        """Berlin. A trap: the pause of three hours by the clock, from 1 to 4, has two hours in March and four in
        October; added as wall time to the six hours it would end elsewhere."""
        due = due_of(term, f"{day} 00:00", (Hold, f"{day} 01:00"), (Resume, f"{day} 04:00"), office=BERLIN)
        assert due.raw == at(raw, "Europe/Berlin")

    def test_days_over_a_change_of_offset(self) -> None:
        due = due_of(
            Days(3), "2026-03-28 10:00", (Hold, "2026-03-28 23:30"), (Resume, "2026-03-30 00:30"), office=BERLIN
        )
        assert due.raw == date(2026, 4, 2)

    def test_still_open_at_the_instant_asked_about(self) -> None:
        """Ten days from 2 March end on the 12th. Paused on the 4th, and still so on the 20th: 16 more."""
        paused = (Hold, "2026-03-04 10:00")
        assert due_of(Days(10), "2026-03-02 10:00", paused, asked="2026-03-20 10:00").raw == date(2026, 3, 28)
        assert due_of(Days(10), "2026-03-02 10:00", paused, asked="2026-03-04 10:00").raw == date(2026, 3, 12)

    def test_what_is_paused_in_time_does_not_become_overdue(self) -> None:
        """Paused on the last day, which is inclusive: however late one asks, it is not overdue."""
        for asked in ("2026-03-12 23:00", "2026-03-13 10:00", "2026-12-01 10:00"):
            due = due_of(Days(10), "2026-03-02 10:00", (Hold, "2026-03-12 10:00"), asked=asked)
            assert due.status(at(asked)) is Status.PAUSED

    def test_what_has_run_out_is_not_saved_by_a_pause(self) -> None:
        due = due_of(Days(10), "2026-03-02 10:00", (Hold, "2026-03-13 00:00"), asked="2026-03-20 10:00")
        assert (due.raw, due.status(at("2026-03-20 10:00"))) == (date(2026, 3, 12), Status.OVERDUE)

    def test_asked_about_before_the_pause_began(self) -> None:
        due = due_of(Days(10), "2026-03-02 10:00", (Hold, "2026-03-04 10:00"), asked="2026-03-03 10:00")
        assert due.raw == date(2026, 3, 12)

    def test_a_pause_that_was_never_ended_ends_when_it_is_done(self) -> None:
        """Paused on the 4th, done on the 9th: five more, whenever one asks."""
        for asked in ("2026-03-09 10:00", "2026-12-01 10:00"):
            due = due_of(
                Days(10), "2026-03-02 10:00", (Hold, "2026-03-04 10:00"), (Do, "2026-03-09 10:00"), asked=asked
            )
            assert due.raw == date(2026, 3, 17)

    def test_a_second_hold_changes_nothing(self) -> None:
        holds = (Hold, "2026-03-04 10:00"), (Hold, "2026-03-06 10:00"), (Resume, "2026-03-07 10:00")
        assert due_of(Days(10), "2026-03-02 10:00", *holds).raw == date(2026, 3, 15)

    def test_resuming_what_was_not_held_changes_nothing(self) -> None:
        assert due_of(Days(10), "2026-03-02 10:00", (Resume, "2026-03-04 10:00")).raw == date(2026, 3, 12)

    def test_held_again(self) -> None:
        """12 March, two more, one more."""
        first = (Hold, "2026-03-04 10:00"), (Resume, "2026-03-06 10:00")
        second = (Hold, "2026-03-13 10:00"), (Resume, "2026-03-14 10:00")
        assert due_of(Days(10), "2026-03-02 10:00", *first, *second).raw == date(2026, 3, 15)

    @pytest.mark.parametrize(
        ("hold", "resume", "raw"),
        [
            pytest.param("2026-03-06", "2026-03-09", "2026-04-15", id="in the first term: 12 and 3 is 15, and a month"),
            pytest.param("2026-03-20", "2026-03-23", "2026-04-15", id="in the second: 12 April and 3"),
            pytest.param("2026-03-11", "2026-03-14", "2026-04-15", id="begun in the first"),
        ],
    )
    def test_after_an_extension_was_chained(self, hold: str, resume: str, raw: str) -> None:
        """Ten days from 2 March: the 12th. On the 4th a month more: 12 April. Then three days of pause."""
        longer = (Move, "2026-03-04 10:00", {"to": further(Months(1))})
        pause = (Hold, f"{hold} 10:00"), (Resume, f"{resume} 10:00")
        assert str(due_of(Days(10), "2026-03-02 10:00", longer, *pause).raw) == raw

    def test_it_counts_for_the_term_that_was_running(self) -> None:
        """28 days from 2 January: the 30th, and a month: 28 February. A day of pause in January: the 31st, and a month
        is 28 February still. A day of pause in February: 1 March."""
        longer = (Move, "2026-01-05 10:00", {"to": further(Months(1))})
        early = (Hold, "2026-01-10 10:00"), (Resume, "2026-01-11 10:00")
        late = (Hold, "2026-02-10 10:00"), (Resume, "2026-02-11 10:00")
        assert due_of(Days(28), "2026-01-02 10:00", longer).raw == date(2026, 2, 28)
        assert due_of(Days(28), "2026-01-02 10:00", longer, *early).raw == date(2026, 2, 28)
        assert due_of(Days(28), "2026-01-02 10:00", longer, *late).raw == date(2026, 3, 1)

    def test_over_the_end_of_a_day_that_was_set(self) -> None:
        """A set day does not move. Set to 10 March, then ten days more; paused from the 8th to the 14th: of the second
        term, which runs from the 10th, four days were paused. 20 and 4: the 24th."""
        moves = (
            (Move, "2026-03-04 10:00", {"to": Until(date(2026, 3, 10))}),
            (Move, "2026-03-05 10:00", {"to": further(Days(10))}),
            (Hold, "2026-03-08 10:00"),
            (Resume, "2026-03-14 10:00"),
        )
        assert due_of(Days(3), "2026-03-02 10:00", *moves).raw == date(2026, 3, 24)

    def test_hours_then_days(self) -> None:
        """24 hours from 10:00, six of them paused: 16:00 on the 3rd. Two days more: the 5th; the pause is not lost
        twice."""
        pause = (Hold, "2026-03-02 12:00"), (Resume, "2026-03-02 18:00")
        longer = (Move, "2026-03-02 19:00", {"to": further(Days(2))})
        assert due_of(Hours(24), "2026-03-02 10:00", *pause, longer).raw == date(2026, 3, 5)

    def test_a_pause_known_to_an_older_table_only(self) -> None:
        """A case is opened under a table that no longer pauses the term: the term runs through."""
        entity = lived(
            duty(Days(10)), FIVE, "2026-03-02 10:00", (Hold, "2026-03-04 10:00"), (Resume, "2026-03-06 10:00")
        )
        newer = duty(Days(10), owed.moved(Move, Days(1)))
        for open_only in (False, True):
            (due,) = newer.due(entity, at("2026-03-07 10:00"), open=open_only)
            assert due.raw == date(2026, 3, 12)


class TestSeveralOfOneName:
    def test_each_key_has_its_own(self) -> None:
        lifecycle = duty(Days(10), keyed=True)
        entity = lived(lifecycle, FIVE, "2026-03-02 10:00", (Again, "2026-03-04 10:00", {"key": "b"}))
        assert [(due.key, due.raw) for due in lifecycle.due(entity, at("2026-03-05 10:00"))] == [
            (None, date(2026, 3, 12)),
            ("b", date(2026, 3, 14)),
        ]

    def test_one_is_met_the_other_runs(self) -> None:
        lifecycle, asked = duty(Days(10), keyed=True), at("2026-03-06 10:00")
        entity = lived(
            lifecycle,
            FIVE,
            "2026-03-02 10:00",
            (Again, "2026-03-04 10:00", {"key": "b"}),
            (Do, "2026-03-05 10:00", {"key": "b"}),
        )
        assert [(due.key, due.met) for due in lifecycle.due(entity, asked)] == [(None, None), ("b", date(2026, 3, 5))]
        assert [due.key for due in lifecycle.due(entity, asked, open=True)] == [None]

    def test_a_second_begin_with_the_same_key_keeps_the_first(self) -> None:
        lifecycle = duty(Days(10), keyed=True)
        begun = [(Again, f"2026-03-0{day} 10:00", {"key": "b"}) for day in (4, 6)]
        entity = lived(lifecycle, FIVE, "2026-03-02 10:00", *begun)
        assert [due.raw for due in lifecycle.due(entity, at("2026-03-07 10:00"))] == [
            date(2026, 3, 12),
            date(2026, 3, 14),
        ]

    def test_once_met_the_key_may_begin_again(self) -> None:
        lifecycle = duty(Days(10), keyed=True)
        entity = lived(
            lifecycle,
            FIVE,
            "2026-03-02 10:00",
            (Again, "2026-03-04 10:00", {"key": "b"}),
            (Do, "2026-03-05 10:00", {"key": "b"}),
            (Again, "2026-03-06 10:00", {"key": "b"}),
        )
        assert [(due.start, due.met) for due in lifecycle.due(entity, at("2026-03-07 10:00"))][1:] == [
            (date(2026, 3, 4), date(2026, 3, 5)),
            (date(2026, 3, 6), None),
        ]

    def test_moves_pauses_and_ends_are_of_one(self) -> None:
        lifecycle = duty(Days(10), keyed=True)
        entity = lived(
            lifecycle,
            FIVE,
            "2026-03-02 10:00",
            (Again, "2026-03-02 11:00", {"key": "b"}),
            (Again, "2026-03-02 12:00", {"key": "c"}),
            (Move, "2026-03-03 10:00", {"key": "b", "to": further(Days(5))}),
            (Drop, "2026-03-03 11:00", {"key": "c"}),
        )
        assert [(due.key, due.raw, due.lifted) for due in lifecycle.due(entity, at("2026-03-04 10:00"))] == [
            (None, date(2026, 3, 12), False),
            ("b", date(2026, 3, 17), False),
            ("c", date(2026, 3, 12), True),
        ]


class TestRecurring:
    @staticmethod
    def dues(term: Any, start: str, *then: tuple[Any, ...], asked: str, moves: Any = ()) -> list[tuple[Any, ...]]:
        lifecycle = duty(term, *moves)
        entity = lived(lifecycle, FIVE, start, *then)
        return [(due.key, due.last, due.status(at(asked)).name) for due in lifecycle.due(entity, at(asked))]

    def test_the_first_whole_month_is_the_first(self) -> None:
        """31 May is a Sunday: the last working day was the 29th, so on the 30th it is tight."""
        assert self.dues(each_month(), "2026-04-15 10:00", asked="2026-05-30 10:00") == [
            ("2026-05", date(2026, 5, 31), "TIGHT")
        ]

    def test_each_period_stands_for_itself(self) -> None:
        """February was done in February, March in April (which is April's), April on its last day, May not yet."""
        done = [(Do, f"{day} 10:00") for day in ("2026-02-10", "2026-04-01", "2026-04-30")]
        assert self.dues(each_month(), "2026-01-31 10:00", *done, asked="2026-05-05 10:00") == [
            ("2026-02", date(2026, 2, 28), "MET"),
            ("2026-03", date(2026, 3, 31), "OVERDUE"),
            ("2026-04", date(2026, 4, 30), "MET"),
            ("2026-05", date(2026, 5, 31), "RUNNING"),
        ]

    def test_late_within_its_period(self) -> None:
        assert self.dues(
            each_month(day=10), "2026-01-31 10:00", (Do, "2026-02-11 10:00"), asked="2026-02-28 10:00"
        ) == [("2026-02", date(2026, 2, 10), "LATE")]

    def test_quarters_are_of_the_year(self) -> None:
        assert [key for key, *_ in self.dues(each_quarter(), "2026-02-15 10:00", asked="2026-07-01 10:00")] == [
            "2026-Q2",
            "2026-Q3",
        ]

    def test_a_fixed_day_of_each_year(self) -> None:
        assert self.dues(each_year(month=3, day=1), "2026-01-15 10:00", asked="2027-03-02 10:00") == [
            ("2027", date(2027, 3, 1), "OVERDUE")
        ]

    def test_the_duty_ends(self) -> None:
        """February is owed; March, in which it ended, is not; and no month after it."""
        assert self.dues(each_month(), "2026-01-31 10:00", (Drop, "2026-03-10 10:00"), asked="2026-06-01 10:00") == [
            ("2026-02", date(2026, 2, 28), "OVERDUE"),
            ("2026-03", date(2026, 3, 31), "LIFTED"),
        ]

    def test_it_ends_after_the_day_by_which_it_was_owed(self) -> None:
        assert self.dues(
            each_month(day=5), "2026-02-28 10:00", (Drop, "2026-03-10 10:00"), asked="2026-06-01 10:00"
        ) == [("2026-03", date(2026, 3, 5), "OVERDUE")]

    def test_asked_about_before_it_ended(self) -> None:
        """In February it ran."""
        assert self.dues(each_month(), "2026-01-31 10:00", (Drop, "2026-03-10 10:00"), asked="2026-02-10 10:00") == [
            ("2026-02", date(2026, 2, 28), "RUNNING")
        ]

    def test_what_moves_a_clock_does_not_meet_a_period(self) -> None:
        moved = self.dues(
            each_month(), "2026-01-31 10:00", (Hold, "2026-02-10 10:00"), asked="2026-02-11 10:00", moves=MOVES
        )
        assert moved == [("2026-02", date(2026, 2, 28), "RUNNING")]

    @pytest.mark.parametrize("read", [False, True], ids=["a function", "one that reads the law"])
    def test_a_function_says_beforehand_that_it_gives_periods(self, read: bool) -> None:
        """The clocks must know beforehand that meeting one period ends none: it must not pass in silence."""
        within: Any = by_law(lambda duty, action, law: each_month()) if read else lambda duty, action: each_month()
        with pytest.raises(BadInput, match=r"within: once each month is given itself, .* by_law\(…, recurring=True\)"):
            due_of(within, "2026-01-31 10:00")

    def test_and_gives_nothing_else_then(self) -> None:
        within: Any = by_law(lambda duty, action, law: Days(3), recurring=True)
        with pytest.raises(BadInput, match=r"within: periods, as each_month\(\), not 3 days"):
            self.dues(within, "2026-01-31 10:00", asked="2026-03-01 10:00")

    def test_each_is_under_the_law_of_its_first_day(self) -> None:
        """A reading that comes on 1 April 2026: 28 February (Saturday) stays, 31 May (Sunday) moves to 1 June."""
        reform = Reform(LAST_DAY, LastDay.ROLL_FORWARD, "a bill", since=date(2026, 4, 1), cites=CODE(9))
        lifecycle = duty(each_month()).under(reform)
        entity = lived(lifecycle, FIVE, "2026-01-31 10:00")
        february, *_, may = lifecycle.due(entity, at("2026-05-05 10:00"))
        assert (february.last, may.last) == (date(2026, 2, 28), date(2026, 6, 1))
        assert "the last day: the day the text gives" in str(february.trace)
        assert "the last day: the next working day, a bill" in str(may.trace)

    def test_the_start_of_each_is_the_first_day_of_its_period(self) -> None:
        lifecycle = duty(each_quarter())
        entity = lived(lifecycle, FIVE, "2026-02-15 10:00")
        (due,) = lifecycle.due(entity, at("2026-05-01 10:00"))
        assert due.start == date(2026, 4, 1)
        assert str(due.trace).split("\n") == [
            "2026-04-01 Wed  -  the quarter 2026-Q2 begins",
            "2026-06-30 Tue  +  once each quarter",
        ]


class TestProvisional:
    """2026 is decreed, 2027 is not: there only the holidays are known."""

    def test_beyond_the_decreed_year(self) -> None:
        """15 days from 23 December 2026: 7 January 2027, a Thursday, by whatever calendar."""
        due = due_of(Days(15), "2026-12-23 10:00", law=UZ)
        assert (due.raw, due.provisional) == (date(2027, 1, 7), True)
        assert str(due.trace).endswith(
            "provisional: it meets a year whose days off are known by the general rule alone"
        )

    def test_only_the_rolled_day_lies_beyond(self) -> None:
        """Eight days from 23 December: Thursday 31, moved; the next working day is Monday 4 January 2027."""
        due = due_of(Days(8), "2026-12-23 10:00", law=UZ)
        assert (due.raw, due.rolled, due.provisional) == (date(2026, 12, 31), date(2027, 1, 4), True)

    def test_within_it(self) -> None:
        due = due_of(Days(7), "2026-12-23 10:00", law=UZ)
        assert (due.raw, due.provisional) == (date(2026, 12, 30), False)
        assert "provisional" not in str(due.trace)

    def test_hours_beyond(self) -> None:
        assert due_of(WorkingHours(9), "2026-12-30 17:00", law=UZ).provisional
        assert not due_of(WorkingHours(1), "2026-12-30 16:00", law=UZ).provisional

    def test_counted_back_from_a_day_beyond(self) -> None:
        """Ten working days back from Monday 11 January 2027 end in 2026, but half of them lie in January."""
        assert due_of(before(date(2027, 1, 11), WorkingDays(10)), "2026-12-01 10:00", law=UZ).provisional
        assert not due_of(before(date(2026, 12, 28), WorkingDays(10)), "2026-12-01 10:00", law=UZ).provisional

    @pytest.mark.parametrize(
        ("term", "begun"),
        [
            (Days(3), "2029-12-29 10:00"),
            (WorkingDays(1), "2030-03-01 10:00"),
            (Months(1), "2029-12-05 10:00"),
            (WorkingHours(3), "2030-03-01 10:00"),
            (Hours(3), "2030-03-01 10:00"),
            (SAME_WORKING_DAY, "2030-03-01 10:00"),
            (before(date(2030, 3, 1), Days(1)), "2029-03-01 10:00"),
            (at_least(Days(3)), "2026-12-30 10:00"),
        ],
        ids=str,
    )
    def test_of_every_kind_of_term_by_an_own_calendar(self, term: Term, begun: str) -> None:
        """Its days off are listed from 2027 to 2029."""
        own = Law("own", plain("own", off=[date(2027, 3, 5), date(2029, 3, 5)]), LAST_DAY)
        due = due_of(term, begun, law=own)
        assert due.provisional
        assert "provisional" in str(due.trace)
        assert not due_of(term, "2028-03-01 10:00", law=own).provisional or "before" in str(term)

    def test_an_instant_set_before_the_start(self) -> None:
        """Counted from 5 January 2027 up to an instant in 2026."""
        until = Until(at("2026-12-28 10:00"))
        assert due_of(until, "2026-12-23 10:00", law=UZ, day=date(2027, 1, 5)).provisional

    def test_before_the_decree_all_of_the_year_is(self) -> None:
        assert due_of(Days(15), "2026-03-05 10:00", law=UZ.known(date(2025, 12, 23))).provisional
        assert not due_of(Days(15), "2026-03-05 10:00", law=UZ.known(date(2025, 12, 24))).provisional


DAYS_TO_ANSWER = Dated(
    "days to answer", (Version(15, ACT(28, 1), date(2020, 1, 1)), Version(10, ACT(28, 1), date(2026, 7, 1)))
)


def to_answer(duty: object, action: Begin, context: Context) -> Term:
    return Days(context[DAYS_TO_ANSWER])


class TestTrace:
    def test_each_day_with_its_reason_and_act(self) -> None:
        due = due_of(WorkingDays(2), "2026-03-06 10:00", law=UZ)
        assert str(due.trace).split("\n") == [
            "2026-03-06 Fri  -  day 0: the event itself (Civil Code art. 146)",
            "2026-03-07 Sat  -  Saturday (Labour Code art. 207)",
            "2026-03-08 Sun  -  Women's Day (Labour Code art. 208(1))",
            "2026-03-09 Mon  -  instead of Sun 8 March (PF-257 art. 1, OFFICIAL)",
            "2026-03-10 Tue  +  working day 1",
            "2026-03-11 Wed  +  working day 2",
        ]

    def test_a_last_day_off_and_the_reading_in_force(self) -> None:
        """Two days from 5 March: Saturday 7. It says why it is off and which day binds, by which article."""
        due = due_of(Days(2), "2026-03-05 10:00", law=UZ)
        assert str(due.trace).split("\n") == [
            "2026-03-05 Thu  -  day 0: the event itself (Civil Code art. 146)",
            "2026-03-06 Fri  +  day 1",
            "2026-03-07 Sat  +  day 2",
            "2026-03-07 Sat  -  day off: Saturday (Labour Code art. 207)",
            "2026-03-08 Sun  -  day off: Women's Day (Labour Code art. 208(1))",
            "2026-03-09 Mon  -  day off: instead of Sun 8 March (PF-257 art. 1, OFFICIAL)",
            "2026-03-07 Sat  +  the last day: the day the text gives, even if it is a day off (Civil Code art. 148)",
        ]

    def test_under_a_reform_it_says_why(self) -> None:
        due = due_of(Days(2), "2026-03-05 10:00", law=UNDER_ANALOGY)
        assert str(due.trace).split("\n")[-1] == (
            "2026-03-10 Tue  +  the last day: the next working day, as other codes do (Labour Code art. 9, ANALOGY)"
        )

    def test_hours_that_end_on_a_day_off(self) -> None:
        due = due_of(Hours(24), "2026-03-06 10:00", law=UNDER_ANALOGY)
        assert str(due.trace).split("\n")[-1].startswith("2026-03-10 Tue  +  the last day: the next working day")

    def test_months(self) -> None:
        due = due_of(Months(1), "2026-03-05 10:00", (Move, "2026-03-10 10:00", {"to": further(Months(1))}), law=UZ)
        assert str(due.trace).split("\n") == [
            "2026-03-05 Thu  -  day 0: the event itself (Civil Code art. 146)",
            "2026-03-10 Tue  -  Move: 1 month more (Civil Code art. 1)",
            "2026-04-05 Sun  +  1 month: the same number of the month (Civil Code art. 147)",
            "2026-04-05 Sun  -  counted on from the end of the running term",
            "2026-05-05 Tue  +  1 month: the same number of the month (Civil Code art. 147)",
        ]

    def test_a_value_that_was_read(self) -> None:
        due = due_of(by_law(to_answer), "2026-03-05 10:00")
        assert str(due.trace).split("\n")[0] == " " * 14 + "  -  days to answer: 15 (Civil Code art. 28(1))"
        assert due.raw == date(2026, 3, 20)

    def test_the_value_of_the_day_it_started(self) -> None:
        """From 1 July ten days: the 11th; begun on 30 June still fifteen, the 15th."""
        assert due_of(by_law(to_answer), "2026-07-01 10:00").raw == date(2026, 7, 11)
        assert due_of(by_law(to_answer), "2026-06-30 10:00").raw == date(2026, 7, 15)

    def test_a_reform_says_why(self) -> None:
        reform = Reform(DAYS_TO_ANSWER, 7, "a bill on trial")
        due = due_of(by_law(to_answer), "2026-03-05 10:00", law=LAW.under(reform))
        assert due.raw == date(2026, 3, 12)
        assert "days to answer: 7, a bill on trial (a Reform on trial, ASSUMED)" in str(due.trace)

    def test_a_value_read_by_a_move(self) -> None:
        def longer(duty: object, action: Move, running: object, context: Context) -> Term:
            return further(Days(context[DAYS_TO_ANSWER]))

        lifecycle = duty(Days(1), owed.moved(Move, by_law(longer)))
        entity = lived(lifecycle, FIVE, "2026-03-02 10:00", (Move, "2026-03-02 12:00", {"to": None}))
        (due,) = lifecycle.due(entity, at("2026-03-03 10:00"))
        assert due.raw == date(2026, 3, 18)
        assert "days to answer: 15 (Civil Code art. 28(1))" in str(due.trace)

    def test_a_value_given_as_the_term(self) -> None:
        dated = Dated("the term", (Version(Days(3), ACT(7), date(2020, 1, 1)),))
        due = due_of(dated, "2026-03-02 10:00")
        assert due.raw == date(2026, 3, 5)
        assert str(due.trace).split("\n")[0].endswith("the term: 3 days (Civil Code art. 7)")

    def test_a_pause(self) -> None:
        due = due_of(Days(1), "2026-03-02 10:00", (Hold, "2026-03-02 11:00"), (Resume, "2026-03-03 10:00"))
        assert [str(line) for line in due.trace][1:] == [
            "2026-03-02 Mon  -  Hold: the clock is stopped (Civil Code art. 1)",
            "2026-03-03 Tue  -  Resume: the clock runs again (Civil Code art. 1)",
            "2026-03-03 Tue  -  the clock was paused: the day on which it runs again does not count",
            "2026-03-04 Wed  +  day 1",
        ]

    def test_a_limit_that_was_lifted(self) -> None:
        due = due_of(Days(15), "2026-03-02 10:00", (Move, "2026-03-03 10:00", {"to": None}))
        assert str(due.trace) == "2026-03-03 Tue  -  Move: the limit is lifted (Civil Code art. 1)"

    def test_a_duty_that_was_ended(self) -> None:
        due = due_of(Days(1), "2026-03-02 10:00", (Drop, "2026-03-03 10:00"))
        assert str(due.trace).split("\n")[-1] == "2026-03-03 Tue  -  Drop: it is owed no more"

    @pytest.mark.parametrize("term", [PROMPTLY, SAME_WORKING_DAY, Until(date(2026, 3, 10)), Hours(3)])
    def test_day_0_is_told_only_where_days_are_counted_from_it(self, term: Term) -> None:
        assert "day 0" not in str(due_of(term, "2026-03-02 10:00").trace)

    @pytest.mark.parametrize(
        "term", [Days(1), WorkingDays(1), Months(1), at_least(Days(1)), earliest(Days(1), Days(2))]
    )
    def test_day_0_is_told_where_they_are(self, term: Term) -> None:
        assert "day 0: the event itself" in str(due_of(term, "2026-03-02 10:00").trace)

    def test_a_house_may_have_conventions_without_a_source(self) -> None:
        due = due_of(Months(1), "2026-03-05 10:00", law=Law("a house", UZ_2026, LAST_DAY))
        assert str(due.trace).split("\n")[:2] == [
            "2026-03-05 Thu  -  day 0: the event itself",
            "2026-04-05 Sun  +  1 month: the same number of the month",
        ]

    def test_of_what_is_not_owed_there_is_none(self) -> None:
        due = due_of(Days(1), "2026-03-02 10:00")
        assert due.trace == due.trace
        assert evolve(due, facts=(Trace(), ()), counting=Traced).trace == ()


class TestAsAValue:
    @pytest.mark.parametrize(
        "term",
        [Days(15), Hours(24), PROMPTLY, at_least(Days(3)), before(date(2026, 3, 24), Days(3))],
        ids=str,
    )
    def test_it_survives_pickling_with_its_trace(self, term: Term) -> None:
        due = due_of(term, "2026-03-05 10:00", law=UZ)
        loaded = pickle.loads(pickle.dumps(due))
        assert loaded == due
        assert hash(loaded) == hash(due)
        assert loaded.trace == due.trace
        assert loaded.status(at("2026-03-06 09:00")) is due.status(at("2026-03-06 09:00"))

    def test_a_pickle_drags_no_lifecycle_and_no_function(self) -> None:
        due = due_of(by_law(to_answer), "2026-03-05 10:00", (Do, "2026-03-06 10:00"), law=UZ)
        kept = pickle.dumps(due)
        for name in (b"Lifecycle", b"Deadline", b"Count", b"Calendar", b"to_answer", b"its_day", b"Begin"):
            assert name not in kept

    def test_a_loaded_due_may_be_kept_again(self) -> None:
        due = due_of(Days(3), "2026-03-05 10:00")
        assert pickle.loads(pickle.dumps(pickle.loads(pickle.dumps(due)))).trace == due.trace

    def test_the_trace_is_no_part_of_equality(self) -> None:
        assert due_of(Days(2), "2026-03-05 10:00") == due_of(Until(date(2026, 3, 7)), "2026-03-05 10:00")

    def test_dues_differ_by_their_days(self) -> None:
        assert due_of(Days(2), "2026-03-05 10:00") != due_of(Days(3), "2026-03-05 10:00")

    def test_asking_twice_gives_the_same(self) -> None:
        lifecycle = duty(Days(2))
        entity = lived(lifecycle, FIVE, "2026-03-05 10:00")
        assert {*lifecycle.due(entity, at("2026-03-06 10:00")), *lifecycle.due(entity, at("2026-03-06 10:00"))} == {
            due_of(Days(2), "2026-03-05 10:00")
        }

    def test_its_repr_tells_the_days_and_not_the_count(self) -> None:
        shown = repr(due_of(Days(2), "2026-03-05 10:00"))
        assert "raw=Date(2026, 3, 7)" in shown
        assert "Count" not in shown

    def test_in_a_notebook(self) -> None:
        assert "2026-03-07" in due_of(Days(2), "2026-03-05 10:00")._repr_html_()


def test_a_status_is_its_word() -> None:
    assert [str(status) for status in Status] == [
        "running", "tight", "paused", "overdue", "met", "met by analogy", "late", "too early", "promptly", "undated",
        "unknown", "lifted",
    ]  # fmt: skip


def test_the_reading_is_that_of_the_day_the_clock_started() -> None:
    """Rolled from 1 April on: 15 days from 5 March keep 20 March, 2 days from 2 April (Saturday 4) give Monday 6."""
    law = UZ.under(Reform(LAST_DAY, LastDay.ROLL_FORWARD, "a bill", since=date(2026, 4, 1), cites=CODE(9)))
    assert due_of(Days(15), "2026-03-05 10:00", law=law).last == date(2026, 3, 20)
    assert due_of(Days(2), "2026-04-02 10:00", law=law).last == date(2026, 4, 6)


def test_a_due_of_a_monday_off_office() -> None:
    """10 days from 6 March: Monday 16, the day off of that office. Saturday 14 is worked, Sunday 15 is not."""
    office = Office("Mondays off", zone="Asia/Tashkent", second_day_off=1)
    due = due_of(Days(10), "2026-03-06 10:00", office=office)
    assert ends(due) == four("2026-03-16", "2026-03-17", "2026-03-14", "2026-03-16")


def in_days(duty: Any, action: Any, running: object, context: Context) -> Term:
    return context[LONGER]


LONGER = Dated.of("the longer term", Days(4), ACT(8).by(Basis.PRACTICE), since=date(2020, 1, 1))
HAYIT, DECREED = QUARTERLY(1), DECREE(1)
"""What makes 20 March 2026 a day off, as the press has it; and 23 March, as an official body has it."""


class TestWhatItRestsOn:
    """The articles of the deadline; then whatever else its days came from, where that is less than law."""

    def test_a_term_that_meets_nothing_rests_on_its_deadline(self) -> None:
        """Fifteen days from 4 March: Thursday the 19th, a working day."""
        due = due_of(Days(15), "2026-03-04 10:00", law=UZ)
        assert (due.cites, due.under, due.basis) == ((ACT(2),), (ACT(2),), Basis.STATUTE)

    def test_on_the_version_of_a_dated_value_that_its_term_read(self) -> None:
        old = Version(Days(9), CODE(1), date(2000, 1, 1), date(2020, 1, 1))
        dated = Dated("the term", (old, Version(Days(3), ACT(7).by(Basis.INFERRED), date(2020, 1, 1))))
        due = due_of(dated, "2026-03-02 10:00")
        assert due.cites == (ACT(2), ACT(7).by(Basis.INFERRED))
        assert due.basis is Basis.INFERRED

    def test_on_a_reform_of_it(self) -> None:
        """A trial that nothing stands behind: the due is assumed, whatever its deadline rests on."""
        dated = Dated.of("the term", Days(3), ACT(7), since=date(2020, 1, 1))
        due = due_of(dated, "2026-03-02 10:00", law=LAW.under(Reform(dated, Days(2), "a bill")))
        assert due.raw == date(2026, 3, 4)
        assert [str(cite) for cite in due.cites] == ["Civil Code art. 2", "a Reform on trial"]
        assert due.basis is Basis.ASSUMED

    def test_on_a_value_that_a_move_read(self) -> None:
        """Four days from 2 March once it was moved; before that, the ten of the deadline."""
        lifecycle = duty(Days(10), owed.moved(Move, by_law(in_days)))
        entity = lived(lifecycle, FIVE, "2026-03-02 10:00")
        (before_it,) = lifecycle.due(entity, at("2026-03-03 10:00"))
        moved = lifecycle.apply(entity, Move(at=at("2026-03-03 10:00"), by=ANN, to=None))
        (due,) = lifecycle.due(moved, at("2026-03-03 10:00"))
        assert (before_it.raw, before_it.cites) == (date(2026, 3, 12), (ACT(2),))
        assert (due.raw, due.cites) == (date(2026, 3, 6), (ACT(2), ACT(8).by(Basis.PRACTICE)))

    def test_on_days_off_that_are_less_than_law_where_its_last_day_is_one(self) -> None:
        """Fifteen days from 5 March: the 20th, off as reported. The next working day is Tuesday the 24th: Saturday
        and Sunday are off by the Code, Monday the 23rd by decree."""
        due = due_of(Days(15), "2026-03-05 10:00", law=UZ)
        assert due.cites == (ACT(2), HAYIT, DECREED)
        assert due.basis is Basis.REPORTED

    def test_on_the_reading_where_that_moved_its_last_day(self) -> None:
        due = due_of(Days(15), "2026-03-05 10:00", law=UNDER_ANALOGY)
        assert due.cites == (ACT(2), CODE(9).by(Basis.ANALOGY), HAYIT, DECREED)
        assert due.basis is Basis.ANALOGY

    def test_not_on_a_reading_that_moved_nothing(self) -> None:
        assert due_of(Days(15), "2026-03-04 10:00", law=UNDER_ANALOGY).cites == (ACT(2),)

    def test_on_days_off_that_a_count_of_working_days_passed_over(self) -> None:
        """One working day from Thursday 19 March: Tuesday the 24th. Six from there on meet none that is in doubt."""
        due = due_of(WorkingDays(1), "2026-03-19 10:00", law=UZ)
        assert (due.raw, due.cites) == (date(2026, 3, 24), (ACT(2), HAYIT, DECREED))
        assert due_of(WorkingDays(6), "2026-03-24 10:00", law=UZ).cites == (ACT(2),)

    def test_on_the_decree_by_which_a_day_of_rest_is_worked(self) -> None:
        """Saturday 12 December 2026 is worked by decree alone. One working day from Friday 11, and three from Thursday
        10, to Monday the 14th; fifteen calendar days from 27 November, ending on that Saturday; fifteen from 28
        November, of which it is the office's own target; and what came on it, on the same working day."""
        for term, begun, raw in (
            (WorkingDays(1), "2026-12-11 10:00", 12),
            (WorkingDays(3), "2026-12-10 10:00", 14),
            (Days(15), "2026-11-27 10:00", 12),
            (Days(15), "2026-11-28 10:00", 13),
            (SAME_WORKING_DAY, "2026-12-12 10:00", 12),
            (before(date(2026, 12, 14), WorkingDays(1)), "2026-12-01 10:00", 12),
        ):
            due = due_of(term, begun, law=UZ)
            assert (due.raw, due.cites) == (date(2026, 12, raw), (ACT(2), DECREED)), term
            assert "worked instead of Thu 31 December" in str(due.trace) or "PF-257" in str(due.trace)
        hours = due_of(WorkingHours(9), "2026-12-11 14:00", law=UZ)
        assert (hours.raw, hours.cites) == (at("2026-12-12 14:00"), (ACT(2), DECREED))

    def test_not_on_it_where_nothing_hangs_on_it(self) -> None:
        """Counted in as a calendar day, in a week of six, and in a term that ends on the Friday before."""
        assert due_of(Days(15), "2026-11-30 10:00", law=UZ).cites == (ACT(2),)
        assert due_of(WorkingDays(1), "2026-12-11 10:00", law=UZ, office=SIX).cites == (ACT(2),)
        assert due_of(WorkingDays(1), "2026-12-10 10:00", law=UZ).cites == (ACT(2),)

    def test_on_the_feast_whose_eve_is_shorter(self) -> None:
        """Ten hours from nine on Wednesday 18 March: one of the eve. Come on it after it closed at 17:00: the 24th."""
        due = due_of(WorkingHours(10), "2026-03-18 09:00", law=UZ)
        assert (str(due.raw)[:16], due.cites) == ("2026-03-19 10:00", (ACT(2), HAYIT))
        late = due_of(SAME_WORKING_DAY, "2026-03-19 17:30", law=UZ)
        assert (late.raw, late.cites) == (date(2026, 3, 24), (ACT(2), HAYIT, DECREED))

    def test_on_the_days_off_for_which_the_office_aims_earlier(self) -> None:
        """Fifteen days from 16 May: Sunday 31, off by the Code; but Wednesday to Friday before it by decree, so that
        the office aims at Tuesday the 26th."""
        due = due_of(Days(15), "2026-05-16 10:00", law=UZ)
        assert (due.raw, due.rolled, due.control) == tuple(date(2026, m, d) for m, d in ((5, 31), (6, 1), (5, 26)))
        assert due.cites == (ACT(2), QUARTERLY(2), DECREED)

    def test_on_days_off_that_working_hours_passed_over(self) -> None:
        """Nine hours from noon of Thursday 19 March: five until 17:00, it being an eve, and four of Tuesday the 24th,
        from nine on."""
        due = due_of(WorkingHours(9), "2026-03-19 12:00", law=UZ)
        assert str(due.raw)[:16] == "2026-03-24 13:00"
        assert due.cites == (ACT(2), HAYIT, DECREED)

    def test_not_on_days_off_that_a_count_of_days_counted_in(self) -> None:
        """Ten days from 16 March: Thursday the 26th. The days off between were counted like any other."""
        assert due_of(Days(10), "2026-03-16 10:00", law=UZ).cites == (ACT(2),)

    def test_each_citation_once_in_the_order_of_the_trace(self) -> None:
        """Ten working days from 19 March, under a value from the same article as the deadline: 24 to 27, 30 and 31
        March, 1 to 3 April and Monday the 6th."""
        dated = Dated.of("the term", WorkingDays(10), (ACT(2), ACT(7)), since=date(2020, 1, 1))
        due = due_of(dated, "2026-03-19 10:00", law=UZ)
        assert (due.raw, due.cites) == (date(2026, 4, 6), (ACT(2), ACT(7), HAYIT, DECREED))

    def test_each_period_on_the_reading_of_its_first_day(self) -> None:
        """The last of February 2026 is a Saturday, of May a Sunday; the bill moves last days from April on."""
        reform = Reform(LAST_DAY, LastDay.ROLL_FORWARD, "a bill", since=date(2026, 4, 1), cites=CODE(9))
        lifecycle = duty(each_month()).under(reform)
        february, *_, may = lifecycle.due(lived(lifecycle, FIVE, "2026-01-31 10:00"), at("2026-05-05 10:00"))
        assert (february.cites, may.cites) == ((ACT(2),), (ACT(2), CODE(9)))
        assert "a bill" not in str(february.trace)

    def test_it_survives_pickling(self) -> None:
        due = due_of(Days(15), "2026-03-05 10:00", law=UNDER_ANALOGY)
        loaded = pickle.loads(pickle.dumps(pickle.loads(pickle.dumps(due))))
        assert (loaded, loaded.cites, loaded.basis) == (due, due.cites, due.basis)

    def test_an_audit_says_so_too(self) -> None:
        """Not done by a last day that a bill without a source has set: not by law."""
        dated = Dated.of("the term", Days(3), ACT(7), since=date(2020, 1, 1))
        lifecycle = duty(dated).under(Reform(dated, Days(2), "a bill"))
        begin = Begin(at=at("2026-03-02 10:00"), by=ANN, office=FIVE)
        (finding,) = lifecycle.audit([begin], at("2026-03-05 10:00")).findings
        assert (finding.basis, finding.cites) == (Basis.ASSUMED, finding.due.cites if finding.due else ())
        assert finding.text.startswith("not by law: ")
