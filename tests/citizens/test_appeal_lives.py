"""What holds of every lawful life of an appeal, by its article, whatever happens: over the one draw of its lives."""

from itertools import pairwise

import pytest
from processes import draw_of

from prcomm.citizens.appeals import (
    APPEAL,
    AppealState,
    Assign,
    Complete,
    Correct,
    Decide,
    Extend,
    Forward,
    ForwardPart,
    Leave,
    Recognise,
    Register,
    SendReply,
)
from prcomm.core.calendar.terms import month_later
from prcomm.law import ROLL_FORWARD_BY_ANALOGY

S = AppealState
ROLLED = APPEAL.under(ROLL_FORWARD_BY_ANALOGY)


def done(life, action):
    """The actions of one class in a life."""
    return [one for one in life.actions if isinstance(one, action)]


def what_was_received_and_its_number_never_change(life):
    """Save that what was lacking may be made up, and that a letter may prove to be an appeal."""
    states = [step.after for step in life.steps]
    for before, after in pairwise(states):
        assert after.history[0] is before.history[0]
        done_now = after.history[-1].action
        changed = {one.field for one in [done_now] if isinstance(one, Correct)}
        changed |= {"appellants", "against"} if isinstance(done_now, Complete) else set()
        changed |= {"kind"} if isinstance(done_now, Recognise) else set()
        for name in {"id", "office", "kind", "form", "appellants", "against", "questions", "came_from"} - changed:
            assert getattr(after, name) == getattr(before, name)
        if isinstance(done_now, Complete):
            assert after.against[: len(before.against)] == before.against
        assert before.number in ("", after.number)
    assert len(done(life, Register)) <= 1


def it_never_goes_to_one_complained_of(life):
    """O'RQ-445 art. 25(3): to nobody who was known as such by then."""
    for step in life.steps:
        one, known = step.action, set() if step.before is None else set(step.before.against)
        if isinstance(one, Forward | ForwardPart):
            assert one.to not in known
        if isinstance(one, Assign):
            assert not set(one.executors) & known


def its_lengthenings_together_are_by_a_month_at_most(life):
    """O'RQ-445 art. 28(2)."""
    last = life.entity.history[-1].action.at
    for due in APPEAL.due(life.entity, last) if done(life, Extend) else ():
        if due.name == "consideration" and due.raw is not None:
            assert due.raw <= month_later(due.unlengthened, 1)


def it_is_considered_only_with_every_answer_and_a_reply(life):
    """O'RQ-445 art. 27(4)."""
    reached = {record.state for record in life.entity.history}
    if S.CONSIDERED in reached:
        (decision,) = done(life, Decide)
        asked = next(step.before.own_questions for step in life.steps if step.action is decision)
        assert {answer.question for answer in decision.answers if answer.grounds} >= set(asked)
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
    its_lengthenings_together_are_by_a_month_at_most,
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
@pytest.mark.parametrize(
    "action", [Forward, Assign, Complete, Extend, Decide, ForwardPart, Recognise, SendReply, Leave, Register]
)
def test_there_are_lives_with(action):
    """The laws above would hold of lives in which nothing of it is done."""
    assert any(done(life, action) for life in draw_of("appeal").lives)
