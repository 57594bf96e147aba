"""The ordinary way of a process: what is told of it is counted by hand from the acts themselves."""

import pytest
from attrs import evolve
from book_loan import LOAN, LoanState
from samples.petition import PETITION

from prcomm import PROCESSES, Lifecycle
from prcomm.adapters.ways import ordinary_way


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
        assert steps[-1].target in lifecycle.final
        assert not any(row.never for step in steps for row in step.rows)
        phases = [step.target.phase.value for step in steps if step.target.phase]
        assert phases == sorted(phases)

    @pytest.mark.parametrize("process", PROCESSES)
    def test_all_that_may_be_done_on_the_way_is_told_once(self, process: str):
        lifecycle = PROCESSES[process]
        steps = ordinary_way(lifecycle)
        named = [id(row) for step in steps for row in (*step.rows, *step.leaving, *step.staying, *step.forbidden)]
        on_the_way = {step.state for step in steps}
        there = {id(row) for row in lifecycle.transitions if on_the_way & set(row.sources or (None,))}
        assert set(named) == there
        assert len([id(row) for step in steps for row in (*step.leaving, *step.staying, *step.forbidden)]) == len(
            {id(row) for step in steps for row in (*step.leaving, *step.staying, *step.forbidden)}
        )

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

    def test_of_a_petition(self):
        assert [step.action.__name__ for step in ordinary_way(PETITION)] == ["File", "Take", "Answer", "Close"]
