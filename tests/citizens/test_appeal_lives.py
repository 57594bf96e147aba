"""What holds of every lawful life of an appeal, by its article, whatever happens: over the one draw of its lives."""

from itertools import pairwise

import pytest
from processes import draw_of

from prcomm.citizens.appeals import (
    APPEAL,
    AppealState,
    Assign,
    Correct,
    Decide,
    Extend,
    Forward,
    Leave,
    Register,
    SendReply,
)
from prcomm.law import ROLL_FORWARD_BY_ANALOGY

S = AppealState
ROLLED = APPEAL.under(ROLL_FORWARD_BY_ANALOGY)


def done(life, action):
    """The actions of one class in a life."""
    return [one for one in life.actions if isinstance(one, action)]


def what_was_received_and_its_number_never_change(life):
    states = [step.after for step in life.steps]
    for before, after in pairwise(states):
        assert after.history[0] is before.history[0]
        corrected = {one.field for one in [after.history[-1].action] if isinstance(one, Correct)}
        for name in {"id", "office", "kind", "form", "appellants", "against", "questions", "came_from"} - corrected:
            assert getattr(after, name) == getattr(before, name)
        assert before.number in ("", after.number)
    assert len(done(life, Register)) <= 1


def it_never_goes_to_one_complained_of(life):
    """O'RQ-445 art. 25(3)."""
    known = [(step.action, set(step.before.against)) for step in life.steps if step.before is not None]
    assert not [one for one, against in known if isinstance(one, Forward) and one.to in against]
    assert not [one for one, against in known if isinstance(one, Assign) and set(one.executors) & against]


def its_term_is_lengthened_once_at_most(life):
    """O'RQ-445 art. 28(2)."""
    assert len(done(life, Extend)) <= 1


def it_is_considered_only_with_every_answer_and_a_reply(life):
    """O'RQ-445 art. 27(4)."""
    reached = {record.state for record in life.entity.history}
    if S.CONSIDERED in reached:
        (decision,) = done(life, Decide)
        assert {answer.question for answer in decision.answers if answer.grounds} >= set(life.entity.questions)
        assert len(done(life, SendReply)) == 1
    assert (S.OFF_CONTROL in reached) <= (S.CONSIDERED in reached)


def it_is_left_only_by_a_conclusion(life):
    """O'RQ-445 art. 29(2)."""
    left = life.entity.state is S.LEFT
    assert [bool(one.conclusion) for one in done(life, Leave)] == ([True] if left else [])


def its_last_day_stands_on_a_day_off_and_rolls_only_by_analogy(life):
    """No term of an appeal is counted back: the office's target, the day of the text, the next working day."""
    for lifecycle in (APPEAL, ROLLED):
        for due in lifecycle.due(life.entity, life.later):
            if due.raw is None:
                assert (due.control, due.rolled, due.last) == (None, None, None)
            else:
                assert due.control <= due.raw <= due.rolled
                assert due.last == (due.rolled if lifecycle is ROLLED else due.raw)
                assert due.trace


OF_A_LIFE = (
    what_was_received_and_its_number_never_change,
    it_never_goes_to_one_complained_of,
    its_term_is_lengthened_once_at_most,
    it_is_considered_only_with_every_answer_and_a_reply,
    it_is_left_only_by_a_conclusion,
    its_last_day_stands_on_a_day_off_and_rolls_only_by_analogy,
)


@pytest.mark.xdist_group("lives of the appeal")
@pytest.mark.parametrize("holds", OF_A_LIFE, ids=lambda holds: holds.__name__)
def test_of_every_life_it_holds_that(holds):
    for life in draw_of("appeal").lives:
        holds(life)


@pytest.mark.xdist_group("lives of the appeal")
@pytest.mark.parametrize("action", [Forward, Assign, Extend, Decide, SendReply, Leave, Register])
def test_there_are_lives_with(action):
    """The laws above would hold of lives in which nothing of it is done."""
    assert any(done(life, action) for life in draw_of("appeal").lives)
