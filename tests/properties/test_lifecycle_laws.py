"""The laws of every lifecycle: of the written ones, and of those that Hypothesis writes."""

import pickle

import pytest
from book_loan import LOAN
from hypothesis import HealthCheck, assume, given, settings, strategies as st
from samples.generated import lifecycles
from samples.petition import PETITION
from transitions import MachineError

from prcomm import Lifecycle, Refused
from prcomm.core.deadlines import Pause
from prcomm.testing import lives, refusals, unreached

WRITTEN = st.sampled_from([LOAN, PETITION])
ANY = st.one_of(WRITTEN, lifecycles())
LAWS = settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much],
)


@st.composite
def lifecycle_and_life(draw):
    lifecycle = draw(ANY)
    return lifecycle, draw(lives(lifecycle))


@st.composite
def lifecycle_and_refusal(draw):
    lifecycle = draw(ANY)
    return lifecycle, draw(refusals(lifecycle))


def actions(entity):
    return [record.action for record in entity.history]


def steps(lifecycle, entity):
    """Each action of a life with the entity before it and after it."""
    before = None
    for action in actions(entity):
        after = lifecycle.begin(action) if before is None else lifecycle.apply(before, action)
        yield before, action, after
        before = after


@LAWS
@given(lifecycle_and_life())
def test_replay_is_apply_and_restore_is_replay(given):
    lifecycle, life = given
    assert lifecycle.replay(actions(life)) == life
    assert lifecycle.restore(life.history) == life


@LAWS
@given(lifecycle_and_life())
def test_an_audit_of_a_lawful_life_finds_nothing_unlawful_and_ends_the_same(given):
    lifecycle, life = given
    audit = lifecycle.audit(actions(life), life.history[-1].action.at)
    assert audit.entity == life
    assert all(finding.step is None for finding in audit.findings)


@LAWS
@given(lifecycle_and_life())
def test_an_action_gives_one_record_more_and_leaves_the_old_entity(given):
    lifecycle, life = given
    for before, action, after in steps(lifecycle, life):
        if before is not None:
            kept = pickle.loads(pickle.dumps(before))
            assert lifecycle.apply(before, action) == after
            assert before == kept
            assert after.history[:-1] == before.history
            assert after.history[-1].action is action
        assert lifecycle.explain(before, action).accepted


@LAWS
@given(lifecycle_and_life())
def test_values_pickle_hash_and_drag_no_machine(given):
    lifecycle, life = given
    dumped = pickle.dumps(life)
    again = pickle.loads(dumped)
    assert (again, hash(again)) == (life, hash(life))
    assert b"transitions" not in dumped
    assert b"Lifecycle" not in dumped
    at = life.history[-1].action.at
    for due in lifecycle.due(life, at):
        thawed = pickle.loads(pickle.dumps(due))
        assert (thawed, hash(thawed), thawed.trace) == (due, hash(due), due.trace)


@LAWS
@given(lifecycle_and_life(), st.integers(0, 90))
def test_due_is_pure_and_its_days_are_in_order(given, later):
    lifecycle, life = given
    at = life.history[-1].action.at.add(days=later)
    kept = pickle.dumps(life)
    dues = lifecycle.due(life, at)
    assert lifecycle.due(life, at) == dues
    assert pickle.dumps(life) == kept
    open_ones = lifecycle.due(life, at, open=True)
    recurring = {deadline.name for deadline in lifecycle.deadlines if deadline.recurring}
    left = [due for due in dues if due.met is None and not due.lifted and due not in open_ones]
    assert set(open_ones) <= set(dues)
    # a period missed before its duty ended stays missed, but nothing runs any more
    assert all(due.name in recurring and due.status(at) == "overdue" for due in left)
    for due in dues:
        assert due.status(at) is due.status(at)
        if due.raw is not None:
            assert due.control <= due.rolled
            assert due.last in (due.raw, due.rolled)
            assert due.trace


@LAWS
@given(lifecycle_and_refusal())
def test_a_refusal_is_raised_explained_and_changes_nothing(given):
    lifecycle, refusal = given
    kept = pickle.dumps(refusal.entity)
    tried = (refusal.action,) if refusal.entity is None else (refusal.entity, refusal.action)
    with pytest.raises(Refused) as caught:
        (lifecycle.begin if refusal.entity is None else lifecycle.apply)(*tried)
    assert caught.value.verdict == refusal.verdict
    assert refusal.verdict.reasons
    assert all(reason.text for reason in refusal.verdict.reasons)
    assert pickle.dumps(refusal.entity) == kept
    assert type(caught.value)(refusal.verdict).verdict == pickle.loads(pickle.dumps(caught.value)).verdict


@LAWS
@given(lifecycle_and_refusal())
def test_an_audit_notes_a_refusal_and_goes_on(given):
    lifecycle, refusal = given
    before = () if refusal.entity is None else actions(refusal.entity)
    audit = lifecycle.audit([*before, refusal.action], refusal.action.at)
    noted = [finding for finding in audit.findings if finding.step == len(before) and finding.reasons]
    assert [finding.reasons for finding in noted] == [refusal.verdict.reasons]
    if audit.entity is not None:
        assert audit.entity.history[-1].against == refusal.verdict.reasons
        assert lifecycle.restore(audit.entity.history) == audit.entity


class Model:
    """All that a machine asks of a model."""

    def __init__(self, state) -> None:
        self.state = state


def fire(lifecycle: Lifecycle, entity, action) -> object:
    """The state after a trigger of the machine, or ``None`` if it refuses."""
    machine = lifecycle.machine(lifecycle.kind_of(entity), action.at.in_timezone(entity.office.tz).date())
    model = Model(entity.state)
    event = machine.events.get(type(action).__name__)
    try:
        moved = event is not None and event.trigger(model, entity, action)
    except MachineError:
        moved = False
    return model.state if moved else None


@LAWS
@given(lifecycle_and_life())
def test_the_machine_goes_the_same_way(given):
    lifecycle, life = given
    for before, action, after in steps(lifecycle, life):
        if before is not None:
            assert fire(lifecycle, before, action) is after.state


@LAWS
@given(lifecycle_and_refusal())
def test_the_machine_refuses_the_same(given):
    lifecycle, refusal = given
    if refusal.entity is not None:
        assert fire(lifecycle, refusal.entity, refusal.action) is None


@pytest.mark.parametrize("lifecycle", [LOAN, PETITION], ids=["loan", "petition"])
def test_every_row_is_reached(lifecycle):
    assert unreached(lifecycle) == ()


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(lifecycles())
def test_what_may_be_done_is_what_the_table_says(lifecycle):
    """Every action that ``allowed`` gives without a condition is accepted; roles it does not give are refused."""

    @settings(max_examples=10, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(lives(lifecycle))
    def over_lives(life) -> None:
        at, by = life.history[-1].action.at, life.history[-1].action.by
        may = {one.action for one in lifecycle.allowed(life, by, at)}
        for action in lifecycle.actions:
            if action.__name__ == "A2":
                assert lifecycle.explain(life, action(at=at, by=by)).accepted is (action in may)

    over_lives()


@LAWS
@given(lifecycle_and_life(), st.integers(0, 300 * 24 * 60))
def test_whoever_looks_again_when_told_to_misses_no_turn(given, minutes):
    """Looking only at the wakeups, each time asking for the next ones, knows at any instant how every due stands."""
    lifecycle, life = given
    assume(not paused(lifecycle, life))
    now = life.history[-1].action.at
    asked = now.add(minutes=minutes)
    stands = standing(lifecycle, life, now)
    while (wakeups := lifecycle.next_wakeups(life, now)) and wakeups[0].at <= asked:
        assert [wakeup.at for wakeup in wakeups] == sorted(wakeup.at for wakeup in wakeups)
        now = wakeups[0].at
        assert stands == standing(lifecycle, life, now.subtract(microseconds=1))
        stands |= {told_apart(wakeup.due): wakeup.status for wakeup in wakeups if wakeup.at == now}
    assert stands == standing(lifecycle, life, asked)


def standing(lifecycle, life, at):
    return {told_apart(due): due.status(at) for due in lifecycle.due(life, at, open=True)}


def told_apart(due):
    return due.name, due.key, due.start


def paused(lifecycle, life):
    """Whether a clock stands still: its days move with the day it is asked about, and so has none to wait for."""
    pauses = [move for deadline in lifecycle.deadlines for move in deadline.moves if isinstance(move, Pause)]
    touched = [[type(life.history[index].action) for index in clock.touched] for clock in life.clocks]
    return any(
        max((n for n, kind in enumerate(kinds) if kind is pause.by), default=-1)
        > max((n for n, kind in enumerate(kinds) if kind is pause.until), default=-1)
        for pause in pauses
        for kinds in touched
    )
