"""A thousand lawful lives of an appeal, and a thousand refusals: what holds of each, whatever happens."""

import pickle
from itertools import pairwise

import pytest
from citizens.payloads import PAYLOADS, SECRETS
from hypothesis import HealthCheck, given, settings, strategies as st
from test_lifecycle_laws import Model, actions, steps
from transitions import MachineError

from prcomm import Actor, Reason, Refused, redacted
from prcomm.citizens.appeals import (
    APPEAL,
    LETTER,
    OPEN,
    AppealState,
    Assign,
    Decide,
    Divert,
    Extend,
    Form,
    Forward,
    LayAside,
    Leave,
    PutOnControl,
    Register,
    SendReply,
    TakeOffControl,
    register_entry,
)
from prcomm.law import ROLL_FORWARD_BY_ANALOGY
from prcomm.law.roles import HEAD, REGISTRAR
from prcomm.testing import lives, refusals, unreached

S = AppealState
ROLLED = APPEAL.under(ROLL_FORWARD_BY_ANALOGY)
MACHINES = {kind: APPEAL.machine(kind) for kind in APPEAL.kinds}
A_THOUSAND = settings(
    max_examples=1000,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much],
)


def done(appeal, action):
    """The actions of one class in a life."""
    return [one for one in actions(appeal) if isinstance(one, action)]


def fired(before, action):
    """The state to which the machine of its kind goes; ``None`` if it refuses."""
    model = Model(before.state)
    event = MACHINES[before.kind].events.get(type(action).__name__)
    try:
        moved = event is not None and event.trigger(model, before, action)
    except MachineError:
        moved = False
    return model.state if moved else None


def shown(*things):
    """All that these show of themselves."""
    texts = [f(thing) for thing in things for f in (repr, str)]
    return texts + [thing._repr_html_() for thing in things if hasattr(thing, "_repr_html_")]


def names_nobody(*things):
    found = [secret for text in shown(*things) for secret in SECRETS if secret in text]
    assert not found


# -- what holds of every lawful life


def replay_is_apply_and_restore_is_replay(life):
    assert APPEAL.replay(actions(life)) == life
    assert APPEAL.restore(life.history) == life


def each_step_leaves_the_old_entity_and_the_machine_goes_the_same_way(life):
    for before, action, after in steps(APPEAL, life):
        assert APPEAL.explain(before, action).accepted
        assert after.history[-1].action is action
        if before is not None:
            kept = pickle.dumps(before)
            assert APPEAL.apply(before, action) == after
            assert pickle.dumps(before) == kept
            assert after.history[:-1] == before.history
            assert fired(before, action) is after.state


def an_audit_finds_nothing_unlawful(life):
    audit = APPEAL.audit(actions(life), life.history[-1].action.at)
    assert audit.entity == life
    assert [finding for finding in audit.findings if finding.step is not None] == []
    names_nobody(audit, *audit.findings)


def what_was_received_and_its_number_never_change(life):
    states = [after for _, _, after in steps(APPEAL, life)]
    for before, after in pairwise(states):
        assert after.history[0] is before.history[0]
        for name in ("id", "office", "kind", "form", "appellants", "against", "questions", "came_from"):
            assert getattr(after, name) == getattr(before, name)
        assert before.number in ("", after.number)
    assert len(done(life, Register)) <= 1


def it_never_goes_to_one_complained_of(life):
    """O'RQ-445 art. 25(3)."""
    assert not [one for one in done(life, Forward) if one.to in life.against]
    assert not [one for one in done(life, Assign) if set(one.executors) & set(life.against)]


def its_term_is_lengthened_once_at_most(life):
    """O'RQ-445 art. 28(2)."""
    assert len(done(life, Extend)) <= 1


def it_is_considered_only_with_every_answer_and_a_reply(life):
    """O'RQ-445 art. 27(4)."""
    reached = {record.state for record in life.history}
    if S.CONSIDERED in reached:
        (decision,) = done(life, Decide)
        assert {answer.question for answer in decision.answers if answer.grounds} >= set(life.questions)
        assert len(done(life, SendReply)) == 1
    assert (S.OFF_CONTROL in reached) <= (S.CONSIDERED in reached)


def it_is_left_only_by_a_conclusion(life):
    """O'RQ-445 art. 29(2)."""
    assert [bool(one.conclusion) for one in done(life, Leave)] == ([True] if life.state is S.LEFT else [])


def some_lawful_way_leads_to_an_end(life):
    """Each open appeal may be handed to another procedure; each decided one is replied to and taken off control."""
    while life.state not in APPEAL.final:
        at = life.history[-1].action.at.add(minutes=1)
        head = Actor(life.control_by or "h1", HEAD)
        if life.state is S.RECEIVED:
            action = Register(at=at, by=Actor("r1", REGISTRAR), number="1")
        elif life.kind is LETTER:
            action = LayAside(at=at, by=head)
        elif life.state in OPEN:
            action = Divert(at=at, by=head, procedure="a court's")
        elif life.state is S.DECIDED:
            to, language = life.reply_to or life.appellant_ids[0], life.language
            action = SendReply(at=at, by=head, to=to, form=Form.ELECTRONIC, language=language, challenge_explained=True)
        elif not life.control_by:
            action = PutOnControl(at=at, by=head)
        else:
            action = TakeOffControl(at=at, by=head)
        life = APPEAL.apply(life, action)


def nothing_shows_a_person(life):
    at = life.history[-1].action.at
    names_nobody(life, *life.history, register_entry(life), *APPEAL.allowed(life, at=at, by=life.history[-1].action.by))
    for due in APPEAL.due(life, at):
        names_nobody(due, due.trace)
    kept = pickle.dumps(redacted(life))
    assert not [secret for secret in SECRETS if secret.encode() in kept]


OF_A_LIFE = (
    replay_is_apply_and_restore_is_replay,
    each_step_leaves_the_old_entity_and_the_machine_goes_the_same_way,
    an_audit_finds_nothing_unlawful,
    what_was_received_and_its_number_never_change,
    it_never_goes_to_one_complained_of,
    its_term_is_lengthened_once_at_most,
    it_is_considered_only_with_every_answer_and_a_reply,
    it_is_left_only_by_a_conclusion,
    some_lawful_way_leads_to_an_end,
    nothing_shows_a_person,
)


@A_THOUSAND
@given(lives(APPEAL, PAYLOADS), st.integers(0, 90))
def test_a_thousand_lives(life, later):
    for holds in OF_A_LIFE:
        holds(life)
    at = life.history[-1].action.at.add(days=later)
    dues_are_pure_and_their_days_in_order(APPEAL, life, at, rolls=False)
    dues_are_pure_and_their_days_in_order(ROLLED, life, at, rolls=True)


def dues_are_pure_and_their_days_in_order(lifecycle, life, at, rolls):
    kept = pickle.dumps(life)
    dues = lifecycle.due(life, at)
    assert lifecycle.due(life, at) == dues
    assert set(lifecycle.due(life, at, open=True)) == {due for due in dues if due.met is None and not due.lifted}
    assert pickle.dumps(life) == kept
    for due in dues:
        if due.raw is None:
            assert (due.control, due.rolled, due.last) == (None, None, None)
        else:
            assert due.control <= due.raw <= due.rolled
            assert due.last == (due.rolled if rolls else due.raw)
            assert due.trace


# -- what holds of every refusal


def it_is_raised_and_changes_nothing(refusal):
    kept = pickle.dumps(refusal.entity)
    tried = (refusal.action,) if refusal.entity is None else (refusal.entity, refusal.action)
    with pytest.raises(Refused) as caught:
        (APPEAL.begin if refusal.entity is None else APPEAL.apply)(*tried)
    assert caught.value.verdict == refusal.verdict
    assert pickle.dumps(refusal.entity) == kept
    assert pickle.loads(pickle.dumps(caught.value)).verdict == refusal.verdict
    names_nobody(caught.value, refusal.verdict, *refusal.verdict.reasons)


def it_says_why_and_by_what(refusal):
    reasons: tuple[Reason, ...] = refusal.verdict.reasons
    assert reasons
    assert all(reason.text for reason in reasons)
    if not str(refusal.verdict).startswith("not by law: "):
        assert any(reason.cites or reason.kind in ("state", "time") for reason in reasons)
        assert any(reason.is_law for reason in reasons)


def the_machine_refuses_it_too(refusal):
    if refusal.entity is not None:
        assert fired(refusal.entity, refusal.action) is None


def an_audit_notes_it_and_goes_on(refusal):
    before = [] if refusal.entity is None else actions(refusal.entity)
    audit = APPEAL.audit([*before, refusal.action], refusal.action.at)
    noted = [finding for finding in audit.findings if finding.step == len(before) and finding.reasons]
    assert [finding.reasons for finding in noted] == [refusal.verdict.reasons]
    names_nobody(audit, *audit.findings)
    if audit.entity is not None:
        assert audit.entity.history[-1].against == refusal.verdict.reasons
        assert APPEAL.restore(audit.entity.history) == audit.entity


OF_A_REFUSAL = (
    it_is_raised_and_changes_nothing,
    it_says_why_and_by_what,
    the_machine_refuses_it_too,
    an_audit_notes_it_and_goes_on,
)


@A_THOUSAND
@given(refusals(APPEAL, PAYLOADS))
def test_a_thousand_refusals(refusal):
    for holds in OF_A_REFUSAL:
        holds(refusal)


def test_every_row_is_reached():
    assert unreached(APPEAL, PAYLOADS, examples=1500) == ()
