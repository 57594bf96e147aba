"""The ordinary way of a process: what is told of it is counted by hand from the acts themselves."""

import pytest
from attrs import evolve, frozen
from book_loan import LAW, LIBRARIAN, LOAN, RULES, LoanState
from samples.petition import PETITION

from prcomm import PROCESSES, Action, Entity, Lifecycle, Office, State, rows
from prcomm.adapters.ways import at_its_end, ordinary_way


class PaperState(State):
    WRITTEN = 1
    HANDED_IN = 2
    PRINTED = 3
    DROPPED = 4


@frozen(kw_only=True)
class PaperAction(Action): ...


@frozen(kw_only=True)
class Write(PaperAction):
    paper: str
    office: Office


@frozen(kw_only=True)
class Hand(PaperAction): ...


@frozen(kw_only=True)
class Print(PaperAction): ...


@frozen(kw_only=True)
class Drop(PaperAction): ...


@frozen(kw_only=True)
class Paper(Entity[PaperState]): ...


row = rows(Paper, PaperState, PaperAction)
PAPER = Lifecycle(
    "paper",
    [
        row.start(Write, PaperState.WRITTEN, LIBRARIAN, RULES(1), id="paper"),
        row(PaperState.WRITTEN, Hand, PaperState.HANDED_IN, LIBRARIAN, RULES(2)),
        row(PaperState.HANDED_IN, Print, PaperState.PRINTED, LIBRARIAN, RULES(2)),
        row(
            PaperState.WRITTEN | PaperState.HANDED_IN | PaperState.PRINTED,
            Drop,
            PaperState.DROPPED,
            LIBRARIAN,
            RULES(3),
        ),
    ],
    law=LAW,
    final=PaperState.DROPPED,
)
"""One of a user's own, without phases and deadlines."""

ENDS = {
    "appeal": "OFF_CONTROL",
    "reception": "HELD",
    "council": "ACTIVE",
    "session": "PUBLISHED",
    "recommendation": "PUBLISHED",
    "oversight": "CLOSED",
    "signal": "PUBLISHED",
    "reports": "CLOSED",
    "competence": "RELIEVED",
    "channel": "ACTIVE",
    "feedback": "ANSWERED",
    "release": "PUBLISHED",
    "monitoring": "CLOSED",
    "refutation": "PUBLISHED",
    "request": "CLOSED",
    "accreditation": "ACTIVE",
    "briefing": "CLOSED",
    "press_service": "OPERATING",
    "dialogue": "CLOSED",
    "incident": "REVIEWED",
    "programme": "CLOSED",
}
"""Where a file is when all has gone as it should: nothing withdrawn, joined, called off, dissolved or abolished."""


def told(process: str) -> list[tuple[str, str]]:
    return [(step.action.__name__, step.target.name) for step in ordinary_way(PROCESSES[process])]


class TestTheOrdinaryWay:
    def test_an_appeal_is_received_registered_assigned_decided_answered_and_taken_off_control(self):
        """O‘RQ-445 arts 23, 24, 27, 34: what is sent on, returned, left or joined leaves it."""
        assert told("appeal") == [
            ("Receive", "RECEIVED"),
            ("Register", "REGISTERED"),
            ("Assign", "IN_REVIEW"),
            ("Decide", "DECIDED"),
            ("SendReply", "CONSIDERED"),
            ("TakeOffControl", "OFF_CONTROL"),
        ]

    def test_a_request_is_answered_and_not_refused(self):
        assert [action for action, _ in told("request")] == ["Receive", "Register", "Answer", "Close"]

    def test_a_session_is_held_minuted_and_published_and_not_called_off(self):
        """It is called off in two acts and in two phases; published in six, through three."""
        acts = [action for action, _ in told("session")]
        assert acts == ["Plan", "Announce", "Open", "Close", "Minute", "PublishMinutes"]

    def test_a_release_is_published_and_a_council_active_until_something_befalls_it(self):
        """Withdrawal answers a finding (O‘RQ-445 says nothing of it), dissolution comes from any state."""
        release, council = PROCESSES["release"], PROCESSES["council"]
        end = at_its_end(release, ordinary_way(release))
        assert [row.action.__name__ for row in end.leaving] == ["Withdraw", "Correct"]
        end = at_its_end(council, ordinary_way(council))
        assert {row.action.__name__ for row in end.leaving} >= {"BeginRenewal"}

    def test_what_a_refutation_owes_is_done_and_a_judgment_that_lifts_it_is_no_step(self):
        assert [action for action, _ in told("refutation")] == ["Demand", "Deliver", "Publish"]

    def test_where_kinds_go_different_ways_to_one_end_the_first_kind_is_told(self):
        """A personal reception is asked for and held (8); one by video goes by the register and the head (9)."""
        assert [action for action, _ in told("reception")] == ["AskReception", "HoldReception"]

    def test_without_phases_the_farthest_end_counts(self):
        steps = ordinary_way(LOAN)
        assert [step.action.__name__ for step in steps] == ["Lend", "Return"]
        assert [row.action.__name__ for row in steps[1].staying] == ["Renew"]

    @pytest.mark.parametrize("process", PROCESSES)
    def test_of_each_process_each_step_begins_where_the_last_one_ended_and_none_is_forbidden(self, process: str):
        lifecycle = PROCESSES[process]
        steps = ordinary_way(lifecycle)
        assert steps[0].state is None
        assert [step.state for step in steps[1:]] == [step.target for step in steps[:-1]]
        assert steps[-1].target.name == ENDS[process]
        assert not any(row.never for step in steps for row in step.rows)
        phases = [step.target.phase.value for step in steps if step.target.phase]
        assert phases == sorted(phases)

    @pytest.mark.parametrize("process", PROCESSES)
    def test_all_that_may_be_done_on_the_way_is_told_once(self, process: str):
        lifecycle = PROCESSES[process]
        steps = ordinary_way(lifecycle)
        end = at_its_end(lifecycle, steps)
        others = [id(row) for stay in steps for row in (*stay.leaving, *stay.staying, *stay.forbidden)]
        others += [id(row) for row in (*end.staying, *end.forbidden)] if end else []
        named = [*others, *(id(row) for step in steps for row in step.rows)]
        named += [id(row) for row in end.leaving] if end else []  # all of it, where the way ends
        on_the_way = {step.state for step in steps} | {steps[-1].target}
        there = {id(row) for row in lifecycle.transitions if on_the_way & set(row.sources or (None,))}
        assert set(named) == there
        assert len(others) == len({*others})

    def test_what_leaves_it_for_good_stands_before_what_comes_back(self):
        """Of the registered appeal the head may leave it without consideration (29); it may be completed, too."""
        assign = ordinary_way(PROCESSES["appeal"])[2]
        ends = [row.leads_to(assign.state) in PROCESSES["appeal"].final for row in assign.leaving]
        assert ends == sorted(ends, reverse=True)
        assert {"Leave", "Forward", "Return"} <= {row.action.__name__ for row in assign.leaving}

    def test_what_the_law_forbids_is_told_where_it_is_forbidden(self):
        register = ordinary_way(PROCESSES["appeal"])[1]
        assert "RefuseRegistration" in {row.action.__name__ for row in register.forbidden}

    def test_kinds_that_go_one_way_by_rows_of_their_own_are_one_step(self):
        plan = ordinary_way(PROCESSES["session"])[0]
        assert [[kind.name for kind in row.only] for row in plan.rows] == [["ORDINARY"], ["FOUNDING"]]

    def test_a_way_without_an_end_goes_as_far_as_it_can(self):
        """A loan that may only be renewed: a book that is never given back stays lent."""
        lend, renew, _ = LOAN.transitions
        (back,) = LOAN.deadlines
        kept = evolve(back, met_by=(renew.action,))
        endless = Lifecycle("loan", [lend, renew], [kept], law=LOAN.law, final=LoanState.LENT)
        assert [step.target for step in ordinary_way(endless)] == [LoanState.LENT]

    def test_what_may_be_called_off_at_any_time_is_not_called_off(self):
        """Without phases and deadlines too: of a paper that may be dropped from each state nothing is dropped."""
        steps = ordinary_way(PAPER)
        assert [step.action.__name__ for step in steps] == ["Write", "Hand", "Print"]
        assert [row.action.__name__ for row in at_its_end(PAPER, steps).leaving] == ["Drop"]

    def test_a_duty_that_comes_again_and_again_ends_with_the_matter(self):
        """The report of each month is no reason to leave a petition open."""
        report = next(one for one in PETITION.deadlines if one.name == "report")
        assert {action.__name__ for action in report.until} == {"Close"}
        assert ordinary_way(PETITION)[-1].action.__name__ == "Close"

    def test_of_a_petition(self):
        assert [step.action.__name__ for step in ordinary_way(PETITION)] == ["File", "Take", "Answer", "Close"]
