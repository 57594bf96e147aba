"""What ends a duty does not undo its breach: each day counted by hand. 2 March 2026 is a Monday, 7 March a Saturday."""

from datetime import date
from typing import Any

import pytest
from one_duty import (
    ACT,
    CLERK,
    FIVE,
    LAW,
    TRANSITIONS,
    Again,
    Begin,
    Do,
    Drop,
    Duty,
    DutyAction,
    DutyState,
    Hold,
    Move,
    Resume,
    as_it_says,
    at,
    due_of,
    duty,
    lived,
    owed,
)

from prcomm import (
    NOT_YET_NAMED,
    PROMPTLY,
    Actor,
    Days,
    Due,
    FindingKind,
    Hours,
    LastDay,
    Law,
    Lifecycle,
    Reform,
    Role,
    Status,
    Until,
    WorkingDays,
    at_least,
    before,
    each_month,
    further,
)
from prcomm.adapters.diagrams import timeline
from prcomm.core.questions.what_if import changed

START = "2026-03-02 10:00"
LONG_AFTER = at("2026-06-01 10:00")


def ended(within: Any, when: str, *before_it: tuple[Any, ...], law: Law = LAW) -> Due:
    return due_of(within, START, *before_it, (Drop, when), law=law)


class TestByItsDay:
    @pytest.mark.parametrize(
        ("within", "when", "status"),
        [
            pytest.param(Days(4), "2026-03-06 23:59", Status.LIFTED, id="on the last day"),
            pytest.param(Days(4), "2026-03-07 00:00", Status.LATE, id="on the day after"),
            pytest.param(Days(4), "2026-05-20 10:00", Status.LATE, id="long after"),
            pytest.param(WorkingDays(5), "2026-03-09 10:00", Status.LIFTED, id="on the last working day"),
            pytest.param(WorkingDays(5), "2026-03-10 10:00", Status.LATE, id="after it"),
            pytest.param(Hours(4), "2026-03-02 14:00", Status.LIFTED, id="at the last instant"),
            pytest.param(Hours(4), "2026-03-02 14:01", Status.LATE, id="a minute after it"),
            pytest.param(before(date(2026, 3, 9), Days(3)), "2026-03-06 10:00", Status.LIFTED, id="counted back"),
            pytest.param(before(date(2026, 3, 9), Days(3)), "2026-03-07 10:00", Status.LATE, id="counted back, after"),
        ],
    )
    def test_in_time_it_is_lifted_and_after_its_last_day_late(self, within: Any, when: str, status: Status) -> None:
        due = ended(within, when)
        assert (due.status(LONG_AFTER), due.lifted, due.met) == (status, status is Status.LIFTED, None)
        assert due.ended is not None

    def test_until_then_it_was_overdue(self) -> None:
        due = ended(Days(4), "2026-05-20 10:00")
        assert due.ended == date(2026, 5, 20)
        assert [due.status(at(f"2026-{day} 10:00")) for day in ("03-06", "03-09", "05-19", "05-20")] == [
            Status.RUNNING,
            Status.OVERDUE,
            Status.OVERDUE,
            Status.LATE,
        ]

    def test_the_day_that_binds_decides(self) -> None:
        """Five days end on Saturday the 7th; on Monday the 9th it is in time only if the last day rolls."""
        assert ended(Days(5), "2026-03-09 10:00").status(LONG_AFTER) is Status.LATE
        rolling = LAW.under(Reform(LAW.last_day, LastDay.ROLL_FORWARD, "on trial"))
        assert ended(Days(5), "2026-03-09 10:00", law=rolling).status(LONG_AFTER) is Status.LIFTED
        assert ended(Days(5), "2026-03-10 10:00", law=rolling).status(LONG_AFTER) is Status.LATE

    def test_the_trace_says_so(self) -> None:
        assert str(ended(Days(4), "2026-03-06 10:00").trace).endswith("2026-03-06 Fri  -  Drop: it is owed no more")
        assert str(ended(Days(4), "2026-03-09 10:00").trace).endswith(
            "2026-03-09 Mon  -  Drop: it is owed no more, and its last day had passed"
        )

    def test_a_pause_that_ran_counts_up_to_the_end(self) -> None:
        """Paused on Wednesday the 4th, ended while it stood still."""
        due = ended(Days(4), "2026-05-20 10:00", (Hold, "2026-03-04 10:00"))
        assert due.status(LONG_AFTER) is Status.LIFTED
        resumed = (Hold, "2026-03-04 10:00"), (Resume, "2026-03-09 10:00")
        assert ended(Days(4), "2026-03-11 10:00", *resumed).status(LONG_AFTER) is Status.LIFTED
        assert ended(Days(4), "2026-03-12 10:00", *resumed).status(LONG_AFTER) is Status.LATE

    def test_a_term_that_was_lengthened_ends_later(self) -> None:
        longer = Move, "2026-03-05 10:00", {"to": further(Days(10))}
        assert ended(Days(4), "2026-03-16 10:00", longer).status(LONG_AFTER) is Status.LIFTED
        assert ended(Days(4), "2026-03-17 10:00", longer).status(LONG_AFTER) is Status.LATE

    def test_what_was_done_late_stays_late_and_is_not_ended(self) -> None:
        due = due_of(Days(4), START, (Do, "2026-03-09 10:00"), (Drop, "2026-03-10 10:00"))
        assert (due.met, due.ended, due.status(LONG_AFTER)) == (date(2026, 3, 9), None, Status.LATE)

    def test_one_that_begins_anew_stands_for_itself(self) -> None:
        """Dropped late, taken up again on 1 April and dropped in time."""
        lifecycle = duty(Days(4), keyed=True)
        again = (Again, "2026-04-01 10:00", {"key": None})
        life = lived(lifecycle, FIVE, START, (Drop, "2026-03-09 10:00"), again, (Drop, "2026-04-02 10:00"))
        assert [due.status(LONG_AFTER) for due in lifecycle.due(life, LONG_AFTER)] == [Status.LATE, Status.LIFTED]


class TestWhatHasNoBreach:
    @pytest.mark.parametrize(
        "within",
        [
            pytest.param(PROMPTLY, id="no day: promptly"),
            pytest.param(NOT_YET_NAMED, id="no day yet"),
            pytest.param(at_least(Days(4)), id="to be waited for"),
        ],
    )
    def test_is_lifted_whenever_it_ends(self, within: Any) -> None:
        for when in ("2026-03-03 10:00", "2026-05-20 10:00"):
            due = ended(within, when)
            assert (due.lifted, due.status(LONG_AFTER)) == (True, Status.LIFTED)

    @pytest.mark.parametrize("when", ["2026-03-04 10:00", "2026-05-20 10:00"])
    def test_what_never_was_is_lifted_by_a_move(self, when: str) -> None:
        """Even after the day: a move to nothing says that the duty never was; so too if it is ended later still."""
        never = Move, when, {"to": None}
        assert due_of(Days(4), START, never).status(LONG_AFTER) is Status.LIFTED
        late = ended(Days(4), "2026-05-25 10:00", never)
        assert (late.lifted, late.ended, late.status(LONG_AFTER)) == (True, None, Status.LIFTED)

    def test_what_has_a_day_again_may_be_late_again(self) -> None:
        moved = (Move, "2026-03-04 10:00", {"to": None}), (Move, "2026-03-05 10:00", {"to": Until(date(2026, 3, 10))})
        assert ended(Days(4), "2026-03-11 10:00", *moved).status(LONG_AFTER) is Status.LATE


IF_FOREIGN = owed("passing", Begin, Days(4), Do, CLERK, ACT(2), owed.moved(Move, as_it_says), until=Drop,
                  provided="it is not ours")  # fmt: skip
OURS = Lifecycle("duty", TRANSITIONS, [IF_FOREIGN], law=LAW, final=DutyState.CLOSED)


class TestProvided:
    """Owed only provided somebody finds something: who meets it finds so, who ends it does not."""

    @pytest.mark.parametrize(
        ("then", "status", "found"),
        [
            pytest.param((Drop, "2026-03-05 10:00"), Status.LIFTED, [], id="ended in time"),
            pytest.param((Drop, "2026-05-20 10:00"), Status.LIFTED, [], id="ended long after"),
            pytest.param((Do, "2026-05-20 10:00"), Status.LATE, [FindingKind.LATE], id="found so, and done late"),
            pytest.param((Move, "2026-05-20 10:00", {"to": None}), Status.LIFTED, [], id="it never was"),
        ],
    )
    def test_it_is_late_only_if_somebody_found_so(
        self, then: tuple[Any, ...], status: Status, found: list[FindingKind]
    ) -> None:
        entity = lived(OURS, FIVE, START, then)
        (due,) = OURS.due(entity, LONG_AFTER)
        assert due.status(LONG_AFTER) is status
        audit = OURS.audit([record.action for record in entity.history], LONG_AFTER)
        assert [finding.kind for finding in audit.findings] == found


class TestRecurring:
    """Owed each month from February 2026; 28 February is a Saturday."""

    @staticmethod
    def told(when: str, *then: tuple[Any, ...], law: Law = LAW) -> list[tuple[str, str, date | None]]:
        lifecycle = duty(each_month(), law=law)
        dues = lifecycle.due(lived(lifecycle, FIVE, "2026-01-31 10:00", *then, (Drop, when)), LONG_AFTER)
        return [(str(due.key), due.status(LONG_AFTER).name, due.ended) for due in dues]

    def test_a_period_missed_before_the_end_stays_overdue(self) -> None:
        assert self.told("2026-03-10 10:00") == [
            ("2026-02", "OVERDUE", None),
            ("2026-03", "LIFTED", date(2026, 3, 10)),
        ]

    def test_what_was_met_in_the_period_of_the_end_was_not_ended(self) -> None:
        assert self.told("2026-02-10 10:00", (Do, "2026-02-05 10:00")) == [("2026-02", "MET", None)]

    def test_ended_by_the_day_that_binds_it_was_ended_in_time(self) -> None:
        """On Sunday 1 March, if the last day of February rolls to Monday the 2nd: no breach."""
        rolling = LAW.under(Reform(LAW.last_day, LastDay.ROLL_FORWARD, "on trial"))
        assert self.told("2026-03-01 10:00") == [("2026-02", "OVERDUE", None), ("2026-03", "LIFTED", date(2026, 3, 1))]
        assert [status for _, status, _ in self.told("2026-03-01 10:00", law=rolling)] == ["LIFTED", "LIFTED"]
        assert [status for _, status, _ in self.told("2026-03-03 10:00", law=rolling)] == ["OVERDUE", "LIFTED"]


LIFECYCLE = duty(Days(4))
LATE = lived(LIFECYCLE, FIVE, START, (Drop, "2026-05-20 10:00"))


class TestWhoAsks:
    """Each that asks of a duty of four days from 2 March that was ended on 20 May."""

    def test_it_is_not_open_and_wakes_nobody(self) -> None:
        assert LIFECYCLE.due(LATE, LONG_AFTER, open=True) == ()
        assert LIFECYCLE.next_wakeups(LATE) == ()

    def test_an_audit_finds_it_late(self) -> None:
        for when, found in (
            ("2026-03-06 10:00", []),
            ("2026-05-20 10:00", ["late: duty: not done by its last day, and ended after it, 2026-03-06"]),
        ):
            life = lived(LIFECYCLE, FIVE, START, (Drop, when))
            audit = LIFECYCLE.audit([record.action for record in life.history], LONG_AFTER)
            assert list(map(str, audit.findings)) == found

    def test_before_it_was_ended_an_audit_finds_it_owed(self) -> None:
        (finding,) = LIFECYCLE.audit([record.action for record in LATE.history], at("2026-05-19 10:00")).findings
        assert (finding.kind, finding.due and finding.due.ended) == (FindingKind.OWED, None)

    def test_a_timeline_shows_it_late_and_when_it_ended(self) -> None:
        """Red from its last day to its end."""
        picture = timeline(LATE, LIFECYCLE.due(LATE, LONG_AFTER), at=LONG_AFTER)
        assert "1 · duty: late (last 2026-03-06; ended 2026-05-20)" in picture
        assert picture.count('class="bar badbar"') == 1
        in_time = lived(LIFECYCLE, FIVE, START, (Drop, "2026-03-06 10:00"))
        picture = timeline(in_time, LIFECYCLE.due(in_time, LONG_AFTER), at=LONG_AFTER)
        assert "1 · duty: lifted (last 2026-03-06; ended 2026-03-06)" in picture
        assert 'class="bar badbar"' not in picture

    def test_a_timeline_shows_a_lifted_one_as_lifted(self) -> None:
        """A thin broken line that ends where it was lifted, and no last day."""
        in_time = lived(LIFECYCLE, FIVE, START, (Drop, "2026-03-06 10:00"))
        before, after = at("2026-03-05 10:00"), LONG_AFTER
        picture = timeline(in_time, LIFECYCLE.due(in_time, before), at=before)
        assert (picture.count('class="bar"'), "1 · last: duty" in picture) == (1, True)
        picture = timeline(in_time, LIFECYCLE.due(in_time, after), at=after)
        assert (picture.count('class="mark less lifted"'), picture.count('class="bar"')) == (1, 0)
        assert "1 · last: duty" not in picture

    @pytest.mark.parametrize(
        ("when", "becomes_late"),
        [
            pytest.param("2026-03-06 10:00", [True], id="in time by the longer term alone"),
            pytest.param("2026-05-20 10:00", [False], id="late by both"),
            pytest.param("2026-03-04 10:00", [], id="in time by both"),
        ],
    )
    def test_by_another_term_it_may_have_ended_late(self, when: str, becomes_late: list[bool]) -> None:
        """Four days end on 6 March, two on the 4th."""
        shorter, life = duty(Days(2)), lived(LIFECYCLE, FIVE, START, (Drop, when))
        there = list(changed([life], LIFECYCLE, shorter, LONG_AFTER, met=True))
        back = list(changed([life], shorter, LIFECYCLE, LONG_AFTER, met=True))
        assert [(one.days, one.begins, one.ceases) for one in there] == [(-2, False, False) for _ in becomes_late]
        assert [one.becomes_late for one in there] == [one.stops_being_late for one in back] == becomes_late
        assert list(changed([life], LIFECYCLE, shorter, LONG_AFTER)) == []


def test_a_limit_that_was_lifted_is_no_change_by_another_term() -> None:
    life = lived(LIFECYCLE, FIVE, START, (Move, "2026-03-04 10:00", {"to": None}))
    assert list(changed([life], LIFECYCLE, duty(Days(2)), LONG_AFTER, met=True)) == []


def test_of_several_only_that_which_is_ended_late_is_late() -> None:
    """Four days for each: a from 2 March, b from the 5th; both dropped on the 9th."""
    lifecycle: Lifecycle[Duty, DutyAction] = duty(Days(4), keyed=True)
    life = lived(
        lifecycle,
        FIVE,
        START,
        (Again, "2026-03-05 10:00", {"key": "b"}),
        (Drop, "2026-03-09 10:00"),
        (Drop, "2026-03-09 10:00", {"key": "b"}),
    )
    assert [(due.key, due.status(LONG_AFTER).name) for due in lifecycle.due(life, LONG_AFTER)] == [
        (None, "LATE"),
        ("b", "LIFTED"),
    ]


@pytest.mark.parametrize(("when", "status"), [("2026-03-06 10:00", Status.LIFTED), ("2026-03-09 10:00", Status.LATE)])
def test_what_an_audit_finds_unlawful_ends_it_too(when: str, status: Status) -> None:
    """It happened all the same."""
    stranger = Actor("x", Role("stranger"))
    audit = LIFECYCLE.audit([LATE.history[0].action, Drop(at=at(when), by=stranger)], LONG_AFTER)
    assert audit.findings[0].kind is FindingKind.UNLAWFUL
    assert [due.status(LONG_AFTER) for due in audit.dues] == [status]
