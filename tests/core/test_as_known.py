"""As known at an instant: what was done later is not known yet, and instants are compared in real time.

2 March 2026 is a Monday. On 25 October 2026 the clocks of Berlin go from 3:00 back to 2:00.
"""

import pickle
from datetime import date
from typing import Any

import pendulum
import pytest
from attrs import evolve
from one_desk import Answer, Ask, Free, Set, answers, begun as desk_begun
from one_duty import (
    ACT,
    ANN,
    BERLIN,
    CLERK,
    FIVE,
    LAW,
    SEVEN,
    TRANSITIONS,
    Again,
    Begin,
    Do,
    Drop,
    Duty,
    DutyState,
    Hold,
    Move,
    Resume,
    at,
    duty,
    lived,
    owed,
)
from pendulum import DateTime

from prcomm import (
    PROMPTLY,
    BadInput,
    Days,
    Due,
    FindingKind,
    Hours,
    Lifecycle,
    Status,
    Unmapped,
    Until,
    WorkingDays,
    at_least,
    before,
    each_month,
    earliest,
    further,
    run_out,
    runs,
)
from prcomm.adapters.diagrams import timeline
from prcomm.adapters.json import Codec
from prcomm.core.questions.what_if import changed

START = "2026-03-02 10:00"
MOVED = Move, "2026-03-05 10:00", {"to": further(Days(10))}


def told(lifecycle: Lifecycle[Any, Any], entity: Any, when: str | DateTime, **how: bool) -> list[tuple[Any, ...]]:
    """All that a due says at an instant."""
    asked = at(when) if isinstance(when, str) else when
    return [
        (due.key, due.last, due.met, due.ended, due.status(asked), str(due.trace))
        for due in lifecycle.due(entity, asked, **how)
    ]


class TestWhatWasDoneLater:
    """Four days from Monday 2 March end on Friday 6; each life in full, and as it was by 4 March."""

    @pytest.mark.parametrize(
        "later",
        [
            pytest.param((MOVED,), id="lengthened"),
            pytest.param(((Move, "2026-03-05 10:00", {"to": None}),), id="lifted"),
            pytest.param(((Do, "2026-03-05 10:00"),), id="met"),
            pytest.param(((Drop, "2026-03-05 10:00"),), id="ended"),
            pytest.param(((Hold, "2026-03-05 10:00"), (Resume, "2026-03-05 18:00")), id="paused"),
            pytest.param(((Drop, "2026-03-05 10:00"), (Again, "2026-03-06 10:00")), id="begun anew"),
            pytest.param((MOVED, (Do, "2026-03-30 10:00")), id="lengthened and done late"),
        ],
    )
    @pytest.mark.parametrize("moved", [(), ((Move, "2026-03-03 10:00", {"to": further(Days(1))}),)], ids=["", "moved"])
    def test_is_not_known(self, later: tuple[Any, ...], moved: tuple[Any, ...]) -> None:
        """Its days, how it stands, its trace and what is open, the wakeups and the audit: all as of that instant."""
        lifecycle = duty(Days(4), keyed=True)
        then, now = (lived(lifecycle, FIVE, START, *moved, *more) for more in ((), later))
        asked = at("2026-03-04 10:00")
        for how in ({}, {"open": True}):
            assert told(lifecycle, now, asked, **how) == told(lifecycle, then, asked, **how)
        assert lifecycle.next_wakeups(now, asked) == lifecycle.next_wakeups(then, asked)
        acts, known = ([record.action for record in one.history] for one in (now, then))
        assert lifecycle.audit(acts, asked) == lifecycle.audit(known, asked)
        assert lifecycle.as_known(now, asked) == then

    def test_is_known_from_its_own_instant_on(self) -> None:
        lifecycle = duty(Days(4))
        entity = lived(lifecycle, FIVE, START, MOVED)
        lasts = [lifecycle.due(entity, at(f"2026-03-05 {hour}"))[0].last for hour in ("09:59:59", "10:00")]
        assert lasts == [date(2026, 3, 6), date(2026, 3, 16)]
        assert lifecycle.as_known(entity, at("2026-03-05 10:00")) is entity

    def test_before_it_began_nothing_is_owed(self) -> None:
        lifecycle = duty(Days(4))
        entity, before_it = lived(lifecycle, FIVE, START, MOVED), at("2026-03-02 09:59")
        assert lifecycle.as_known(entity, before_it) is None
        assert lifecycle.due(entity, before_it) == lifecycle.due(entity, before_it, open=True) == ()
        assert lifecycle.next_wakeups(entity, before_it) == ()
        audit = lifecycle.audit([record.action for record in entity.history], before_it)
        assert (audit.entity, audit.findings, audit.dues) == (None, (), ())

    def test_of_two_at_one_instant_both_are_known(self) -> None:
        lifecycle = duty(Days(4))
        longer = Move, "2026-03-05 10:00", {"to": further(Days(1))}
        entity = lived(lifecycle, FIVE, START, longer, longer, (Do, "2026-03-06 10:00"))
        assert lifecycle.due(entity, at("2026-03-05 10:00"))[0].last == date(2026, 3, 8)

    def test_a_term_that_reads_the_file_reads_it_as_it_was(self) -> None:
        """As many days as steps were taken: with one, 3 March; with two, 4 March."""
        lifecycle = duty(lambda entity, action: Days(entity.version))
        entity = lived(lifecycle, FIVE, START, (Again, "2026-03-03 10:00"))
        lasts = [lifecycle.due(entity, at(f"2026-03-{day} 10:00"))[0].last for day in ("02", "03")]
        assert lasts == [date(2026, 3, 3), date(2026, 3, 4)]

    def test_a_period_was_met_only_once_it_was(self) -> None:
        lifecycle = duty(each_month())
        entity = lived(lifecycle, FIVE, "2026-01-31 10:00", (Do, "2026-02-10 10:00"), (Drop, "2026-03-10 10:00"))
        standing = [
            [status.name for *_, status, _ in told(lifecycle, entity, f"{day} 12:00")]
            for day in ("2026-02-09", "2026-02-10", "2026-03-09", "2026-03-10")
        ]
        assert standing == [["RUNNING"], ["MET"], ["MET", "RUNNING"], ["MET", "LIFTED"]]

    def test_what_is_noted_later_is_not_known_either(self) -> None:
        """Answered on the 3rd, noted on the 9th: on the 8th nobody knows of it."""
        lifecycle = answers(Days(3), met_on="on")
        done = (Ask, START, {"request": "a"}), (Answer, "2026-03-09 10:00", {"request": "a", "on": date(2026, 3, 3)})
        desk = desk_begun(lifecycle, "2026-03-01 10:00", *done)
        standing = [(met, status.name) for _, _, met, _, status, _ in told(lifecycle, desk, "2026-03-08 10:00")]
        assert standing == [(None, "OVERDUE")]
        standing = [(met, status.name) for _, _, met, _, status, _ in told(lifecycle, desk, "2026-03-09 10:00")]
        assert standing == [(date(2026, 3, 3), "MET")]

    def test_what_was_audited_keeps_what_was_against_it(self) -> None:
        lifecycle = duty(Days(4))
        begin, close = (one(at=at(START), by=ANN, **more) for one, more in ((Begin, {"office": FIVE}), (Do, {})))
        acts = [begin, close, Move(at=at("2026-03-01 10:00"), by=ANN, to=None), Do(at=at("2026-04-01 10:00"), by=ANN)]
        entity = lifecycle.audit(acts, at("2026-05-01 10:00")).entity
        assert entity is not None
        known = lifecycle.as_known(entity, at("2026-03-20 10:00"))
        assert known is not None
        assert known.history == entity.history[:3]
        assert known.history[2].against


class TestAnAudit:
    """A register is not always in order of time, nor all of it of actions."""

    LIFECYCLE = duty(Days(4))

    def test_knows_of_no_line_of_a_later_day_wherever_it_stands(self) -> None:
        acts = [
            Begin(at=at(START), by=ANN, office=FIVE),
            Do(at=at("2026-04-20 10:00"), by=ANN),
            Move(at=at("2026-03-03 10:00"), by=ANN, to=further(Days(1))),
        ]
        audit = self.LIFECYCLE.audit(acts, at("2026-03-09 10:00"))
        assert audit.entity is not None
        assert [type(record.action) for record in audit.entity.history] == [Begin, Move]
        assert [(finding.kind, finding.due and finding.due.last) for finding in audit.findings] == [
            (FindingKind.OWED, date(2026, 3, 7))
        ]

    def test_tells_the_steps_of_the_register(self) -> None:
        """The second line is of April, and not known: what is wrong with the third is told of the third."""
        call, later = Unmapped("call", at("2026-03-03 10:00")), Unmapped("call", at("2026-04-20 10:00"))
        begin = Begin(at=at(START), by=ANN, office=FIVE)
        audit = self.LIFECYCLE.audit([begin, later, call, Unmapped("letter")], at("2026-03-04 10:00"))
        assert [(finding.step, finding.name) for finding in audit.findings] == [(2, "call"), (3, "letter")]

    def test_an_instant_without_a_zone_is_refused(self) -> None:
        begin = Begin(at=at(START), by=ANN, office=FIVE)
        with pytest.raises(BadInput, match="an instant with a zone"):
            self.LIFECYCLE.audit([begin], pendulum.naive(2026, 3, 9))  # type: ignore[arg-type]  # that is the mistake


def berlin(hour: int, minute: int, fold: int) -> DateTime:
    """25 October 2026 by the clock of Berlin: of the hour that comes twice, the first (0) or the second (1)."""
    return pendulum.datetime(2026, 10, 25, hour, minute, tz="Europe/Berlin", fold=fold)


NIGHT = "2026-10-25 00:30"


class TestTheHourThatComesTwice:
    """Two hours from half past midnight end at 2:30 the first time; three at 2:30 the second time."""

    FIRST, SECOND = berlin(2, 10, 0), berlin(2, 10, 1)

    @pytest.mark.parametrize(
        ("within", "done", "status"),
        [
            pytest.param(Hours(2), (2, 10, 0), Status.MET, id="in time"),
            pytest.param(Hours(2), (2, 30, 0), Status.MET, id="at the last instant"),
            pytest.param(Hours(2), (2, 10, 1), Status.LATE, id="40 minutes late, though the clock shows less"),
            pytest.param(Hours(2), (2, 30, 1), Status.LATE, id="an hour late, though the clock shows the same"),
            pytest.param(Hours(3), (2, 50, 0), Status.MET, id="in time, though the clock shows more"),
            pytest.param(Hours(3), (2, 31, 1), Status.LATE, id="a minute late"),
            pytest.param(at_least(Hours(2)), (2, 10, 0), Status.TOO_EARLY, id="too early"),
            pytest.param(at_least(Hours(2)), (2, 10, 1), Status.MET, id="late enough"),
            pytest.param(at_least(Hours(3)), (2, 50, 0), Status.TOO_EARLY, id="too early, though the clock shows more"),
            pytest.param(Until(berlin(2, 30, 0)), (2, 10, 1), Status.LATE, id="up to an instant that was set"),
            pytest.param(earliest(Hours(2), Until(berlin(2, 10, 1))), (2, 40, 0), Status.LATE, id="the first of two"),
        ],
    )
    def test_what_was_done_is_judged_in_real_time(
        self, within: Any, done: tuple[int, int, int], status: Status
    ) -> None:
        lifecycle, when = duty(within), berlin(*done)
        (due,) = lifecycle.due(lived(lifecycle, BERLIN, NIGHT, (Do, when)), when)
        assert due.status(when) is status

    @pytest.mark.parametrize(
        ("within", "done", "status"),
        [
            (Hours(2), (2, 10, 0), Status.LIFTED),
            (Hours(2), (2, 10, 1), Status.LATE),
            (Hours(3), (2, 50, 0), Status.LIFTED),
        ],
    )
    def test_so_is_what_ended_it(self, within: Any, done: tuple[int, int, int], status: Status) -> None:
        lifecycle, when = duty(within), berlin(*done)
        (due,) = lifecycle.due(lived(lifecycle, BERLIN, NIGHT, (Drop, when)), when)
        assert due.status(when) is status

    def test_and_how_it_stands(self) -> None:
        for hours, asked, status in (
            (2, self.FIRST, Status.RUNNING),
            (2, self.SECOND, Status.OVERDUE),
            (3, berlin(2, 50, 0), Status.RUNNING),
            (3, berlin(2, 50, 1), Status.OVERDUE),
        ):
            lifecycle = duty(Hours(hours))
            (due,) = lifecycle.due(lived(lifecycle, BERLIN, NIGHT), asked)
            assert due.status(asked) is status

    def test_what_is_done_the_second_time_is_not_known_the_first(self) -> None:
        lifecycle = duty(Hours(3))
        entity = lived(lifecycle, BERLIN, NIGHT, (Do, self.SECOND))
        (due,) = lifecycle.due(entity, berlin(2, 50, 0), open=True)
        assert due.met is None
        (due,) = lifecycle.due(entity, self.SECOND)
        assert (due.status(berlin(2, 50, 0)), due.status(self.SECOND)) == (Status.RUNNING, Status.MET)

    def test_a_clock_that_stands_still_stands_in_real_time(self) -> None:
        """Four hours, paused at 2:50 the first time: twenty minutes later it is 2:10, and they end at 3:50."""
        lifecycle = duty(Hours(4))
        entity = lived(lifecycle, BERLIN, NIGHT, (Hold, berlin(2, 50, 0)))
        (due,) = lifecycle.due(entity, self.SECOND)
        assert due.last == berlin(3, 50, 1)
        assert "paused from 25.10 02:50 to 25.10 02:10" in str(due.trace)

    def test_each_is_woken_for_in_its_own_hour(self) -> None:
        lifecycle = duty(Hours(2), keyed=True)
        entity = lived(lifecycle, BERLIN, NIGHT, (Again, "2026-10-25 01:30", {"key": "b"}))
        assert [(one.due.key, one.at.isoformat()) for one in lifecycle.next_wakeups(entity)] == [
            (None, "2026-10-25T02:30:00.000001+02:00"),
            ("b", "2026-10-25T02:30:00.000001+01:00"),
        ]

    def test_a_timeline_is_in_order_of_time(self) -> None:
        """Lengthened at 2:50 and done at 2:10: the last stands below."""
        lifecycle = duty(Hours(2))
        longer = Move, berlin(2, 20, 0), {"to": Hours(3)}
        entity = lived(lifecycle, BERLIN, NIGHT, longer, (Do, self.SECOND))
        picture = timeline(entity, lifecycle.due(entity, self.SECOND))
        assert 0 < picture.index("Move →") < picture.index("Do →") < picture.index("1 · last: duty")

    def test_another_last_instant_is_another_due_though_the_clock_shows_the_same(self) -> None:
        """From two hours to three: from 2:30 to 2:30 an hour later."""
        (change,) = changed([lived(duty(Hours(2)), BERLIN, NIGHT)], duty(Hours(2)), duty(Hours(3)), self.SECOND)
        assert (change.stops_being_late, change.days, change.dates) == (True, 0, ("raw", "rolled", "control", "last"))

    def test_a_document_keeps_which_of_the_two_it_was(self) -> None:
        lifecycle = answers(Hours(2))
        life = [Set(at=berlin(0, 30, 0), by=ANN, office=BERLIN), Ask(at=berlin(0, 30, 0), by=ANN, request="a")]
        for done, status in ((self.FIRST, Status.MET), (self.SECOND, Status.LATE)):
            desk = lifecycle.replay([*life, Answer(at=done, by=ANN, request="a")])
            (due,) = lifecycle.due(desk, done)
            codec = Codec(lifecycle)
            read = codec.loads(codec.dumps(due))
            assert isinstance(read, Due)
            assert read == due == pickle.loads(pickle.dumps(due))
            assert {one.status(berlin(4, 0, 1)) for one in (read, due)} == {status}

    def test_a_zone_of_its_own_changes_nothing(self) -> None:
        lifecycle = duty(Hours(2))
        done = self.SECOND.in_timezone("UTC")
        (due,) = lifecycle.due(lived(lifecycle, BERLIN, NIGHT, (Do, done)), done)
        assert due.status(done) is Status.LATE


def after(within: Any, guard: Any, *moves: Any) -> Lifecycle[Duty, Any]:
    """A duty that may be asked for again only under a guard."""
    given = [evolve(row, given=(guard,)) if row.action is Again else row for row in TRANSITIONS]
    due = owed("duty", Begin, within, Do, CLERK, ACT(2), *moves, until=Drop)
    return Lifecycle("duty", given, [due], law=LAW, final=DutyState.CLOSED)


class TestRunOut:
    """Each term that has a day runs out after it; a least term once its first lawful day has come."""

    @pytest.mark.parametrize(
        ("within", "runs_still", "has_run_out"),
        [
            pytest.param(Days(4), "2026-03-06 23:59", "2026-03-07 00:00", id="days"),
            pytest.param(WorkingDays(4), "2026-03-06 23:59", "2026-03-07 00:00", id="working days"),
            pytest.param(Hours(4), "2026-03-02 14:00", "2026-03-02 14:01", id="hours"),
            pytest.param(Until(date(2026, 3, 6)), "2026-03-06 23:59", "2026-03-07 00:00", id="a day that was set"),
            pytest.param(before(date(2026, 3, 9), Days(3)), "2026-03-06 23:59", "2026-03-07 00:00", id="counted back"),
            pytest.param(at_least(Days(4)), "2026-03-05 23:59", "2026-03-06 00:00", id="at least so many days"),
            pytest.param(at_least(Hours(4)), "2026-03-02 13:59", "2026-03-02 14:00", id="at least so many hours"),
            pytest.param(earliest(Days(4), Days(9)), "2026-03-06 23:59", "2026-03-07 00:00", id="the earlier of two"),
        ],
    )
    def test_by_its_day(self, within: Any, runs_still: str, has_run_out: str) -> None:
        for guard, lawful in ((run_out("duty"), (False, True)), (runs("duty"), (True, False))):
            lifecycle = after(within, guard)
            entity = lived(lifecycle, SEVEN, START)
            tried = [Again(at=at(when), by=ANN) for when in (runs_still, has_run_out)]
            assert tuple(lifecycle.explain(entity, one).accepted for one in tried) == lawful

    def test_a_period_that_was_missed(self) -> None:
        lifecycle = after(each_month(), run_out("duty"))
        entity = lived(lifecycle, SEVEN, "2026-01-31 10:00")
        tried = [Again(at=at(when), by=ANN) for when in ("2026-02-28 23:59", "2026-03-01 00:00")]
        assert [lifecycle.explain(entity, one).accepted for one in tried] == [False, True]

    @pytest.mark.parametrize("least", [False, True])
    @pytest.mark.parametrize("then", [(Do, "2026-03-20 10:00"), (Drop, "2026-03-20 10:00")])
    def test_what_was_met_or_ended_neither_runs_nor_has_run_out(self, then: tuple[Any, ...], least: bool) -> None:
        for guard in (run_out("duty"), runs("duty")):
            lifecycle = after(at_least(Days(4)) if least else Days(4), guard)
            entity = lived(lifecycle, SEVEN, START, then)
            assert not lifecycle.explain(entity, Again(at=at("2026-03-30 10:00"), by=ANN)).accepted

    def test_what_has_no_day_does_not(self) -> None:
        """Its limit lifted; or promptly, until a day was set."""
        lifecycle = after(Days(4), run_out("duty"), owed.moved(Move, None))
        entity = lived(lifecycle, SEVEN, START, (Move, "2026-03-03 10:00", {"to": None}))
        assert not lifecycle.explain(entity, Again(at=at("2026-03-30 10:00"), by=ANN)).accepted
        lifecycle = after(PROMPTLY, run_out("duty"), owed.moved(Move, Days(4)))
        for then, lawful in (((), False), (((Move, "2026-03-03 10:00", {"to": None}),), True)):
            entity = lived(lifecycle, SEVEN, START, *then)
            assert lifecycle.explain(entity, Again(at=at("2026-03-30 10:00"), by=ANN)).accepted is lawful


def test_the_desk_frees_as_of_its_instant() -> None:
    """Several at once: what is freed on the 4th was open on the 3rd."""
    lifecycle = answers(Days(3))
    asked = (Ask, START, {"request": "a"}), (Ask, "2026-03-03 10:00", {"request": "b"})
    desk = desk_begun(lifecycle, "2026-03-01 10:00", *asked, (Free, "2026-03-04 10:00"))
    opens = [[key for key, *_ in told(lifecycle, desk, f"2026-03-0{day} 10:00", open=True)] for day in (1, 2, 3, 4)]
    assert opens == [[], ["a"], ["a", "b"], []]
