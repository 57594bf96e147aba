"""The same rows as a ``transitions.Machine``, for hosts that speak it: no rule more, and none less."""

import pickle
from datetime import date

import pytest
from book_loan import LOAN
from samples.petition import (
    ANSWERED,
    CARL,
    CLARA,
    CLOSED,
    EMIL,
    EXTENDED,
    HEIDI,
    IDEA,
    OPEN,
    PETITION,
    REFERRED,
    REQUEST,
    Answer,
    Ask,
    Close,
    Complain,
    Drop,
    Hold,
    Lengthen,
    Refer,
    Reply,
    Take,
    at,
    filed_on,
    opened_on,
)
from transitions import MachineError

from prcomm import BadInput, Refused
from prcomm.core.questions import machines


class Case:
    """A host's own model: all that a machine asks of it is a state."""

    def __init__(self, state) -> None:
        self.state = state


def fired(petition, action, machine=None):
    """The state after the trigger of an action; ``None`` if the machine refuses."""
    machine = machine or PETITION.machine(petition.kind, action.at.date())
    model = Case(petition.state)
    try:
        moved = machine.events[type(action).__name__].trigger(model, petition, action)
    except MachineError:
        moved = False
    if not moved:
        assert model.state is petition.state
        return None
    return model.state


def agreed(petition, action):
    """Where an action leads, ``None`` if it is refused: of the machine, which says the same as ``apply``."""
    try:
        after = PETITION.apply(petition, action).state
    except Refused:
        after = None
    assert fired(petition, action) is after
    assert machines.fired(PETITION.machine(petition.kind, action.at.date()), petition, action) is after
    return after


class TestItsParts:
    def test_its_states_are_those_of_the_whole_in_their_order(self):
        assert list(LOAN.machine().states) == ["LENT", "RETURNED"]
        assert list(PETITION.machine(REQUEST).states) == [state.name for state in PETITION.states]

    def test_its_triggers_are_the_actions_that_go_on_by_their_names(self):
        """``File`` begins a petition, and there is no model to fire it on before."""
        going_on = [action.__name__ for action in PETITION.actions if action.__name__ != "File"]
        assert sorted(PETITION.machine(REQUEST).events) == sorted(going_on)

    def test_no_trigger_bypasses_the_table(self):
        assert set(LOAN.machine().events) == {"Renew", "Return"}

    def test_it_comes_without_a_model_and_makes_none(self):
        machine = LOAN.machine()
        assert machine.models == []
        assert machine.initial is None

    def test_an_action_starts_from_the_states_of_its_rows_and_no_other(self):
        answer = PETITION.machine(REQUEST).events["Answer"].transitions
        assert {source for source, ways in answer.items() if ways} == {"OPEN", "EXTENDED"}

    def test_what_the_law_forbids_in_words_has_no_way(self):
        lengthen = PETITION.machine(REQUEST).events["Lengthen"].transitions
        assert "EXTENDED" not in lengthen

    def test_a_thing_inside_leaves_the_whole_where_it_is_and_in_the_states_it_is_for(self):
        ask = PETITION.machine(REQUEST).events["Ask"].transitions
        assert [(source, way.dest) for source, ways in ask.items() for way in ways] == [
            ("OPEN", None),
            ("EXTENDED", None),
        ]

    def test_the_conditions_are_the_order_of_time_the_roles_and_the_guards_by_name(self):
        (refer,) = PETITION.machine(REQUEST).events["Refer"].transitions["RECEIVED"]
        assert [condition.func.__name__ for condition in refer.conditions] == ["in_order", "may", "not_to_the_accused"]


class TestWhichRows:
    def test_those_of_one_kind(self):
        assert "Lengthen" in PETITION.machine(REQUEST).events
        assert "Lengthen" not in PETITION.machine(IDEA).events

    def test_those_of_a_day_and_the_latest_without_one(self):
        """From 1 July a clerk may refer too."""
        petition, refer = filed_on(7, 1), Refer(at=at(7, 2), by=CARL, to="court")
        assert fired(petition, refer, PETITION.machine(REQUEST, date(2026, 6, 30))) is None
        assert fired(petition, refer, PETITION.machine(REQUEST, date(2026, 7, 1))) is REFERRED
        assert fired(petition, refer, PETITION.machine(REQUEST)) is REFERRED

    def test_one_row_for_a_cell_on_any_day(self):
        for machine in (PETITION.machine(REQUEST, date(2026, 6, 30)), PETITION.machine(REQUEST)):
            assert len(machine.events["Refer"].transitions["RECEIVED"]) == 1

    def test_those_of_the_lifecycle_that_is_asked(self):
        """Who took it up may not close it: a house rule. Without it the machine lets them too."""
        answered = PETITION.apply(opened_on(3, 3), Answer(at=at(3, 5), by=CARL, digest="d"))
        close = Close(at=at(3, 6), by=CARL)
        assert fired(answered, close) is None
        assert fired(answered, close, PETITION.without("four_eyes").machine(REQUEST)) is CLOSED

    def test_a_kind_that_is_missing(self):
        with pytest.raises(BadInput) as caught:
            PETITION.machine()
        assert str(caught.value).startswith("a machine of the petition:")
        assert caught.value.faults == ("kind: one of its kinds, not None; they are REQUEST, IDEA",)

    @pytest.mark.parametrize("kind", ["REQUEST", OPEN], ids=["its name", "another Enum"])
    def test_a_kind_it_does_not_have_makes_no_machine_without_a_way(self, kind):
        with pytest.raises(BadInput, match=r"kind: one of its kinds, not .*; they are REQUEST, IDEA"):
            PETITION.machine(kind)

    def test_a_kind_that_is_not_wanted(self):
        with pytest.raises(BadInput, match="they are none: give no kind"):
            LOAN.machine(REQUEST)


class TestItGoesTheSameWay:
    """As ``apply``: what one accepts the other accepts, and both lead to one state."""

    def test_through_a_whole_life(self):
        petition = filed_on(3, 3)
        for action, state in (
            (Take(at=at(3, 3, 11), by=CARL), OPEN),
            (Ask(at=at(3, 4), by=CARL, question="q"), OPEN),
            (Reply(at=at(3, 5), by=EMIL, question="q"), OPEN),
            (Lengthen(at=at(3, 10), by=HEIDI), EXTENDED),
            (Hold(at=at(3, 11), by=EMIL), EXTENDED),
            (Answer(at=at(4, 1), by=CARL, digest="d"), ANSWERED),
            (Close(at=at(4, 2), by=CLARA), CLOSED),
        ):
            assert agreed(petition, action) is state
            petition = PETITION.apply(petition, action)

    @pytest.mark.parametrize(
        "action",
        [
            Answer(at=at(3, 4), by=EMIL, digest="d"),
            Answer(at=at(3, 2), by=CARL, digest="d"),
            Answer(at=at(3, 4), by=CARL, digest=""),
            Lengthen(at=at(3, 19), by=HEIDI),
            Complain(at=at(3, 18), by=EMIL),
            Close(at=at(3, 4), by=HEIDI),
            Reply(at=at(3, 4), by=EMIL, question="q9"),
            Drop(at=at(3, 4), by=CARL, question="q9"),
            Ask(at=at(3, 2), by=CARL, question="q1"),
        ],
        ids=["role", "time", "guard", "too late", "too early", "state", "no part", "not its part", "time of a part"],
    )
    def test_a_refusal(self, action):
        assert agreed(opened_on(3, 3), action) is None

    def test_at_one_instant(self):
        assert agreed(filed_on(3, 3), Take(at=at(3, 3), by=CARL)) is OPEN

    def test_a_row_that_anybody_may_take(self):
        anybody = PETITION.without(roles=[Take])
        assert fired(filed_on(3, 3), Take(at=at(3, 4), by=EMIL), anybody.machine(REQUEST)) is OPEN

    def test_the_entity_is_read_and_not_changed(self):
        petition = filed_on(3, 3)
        kept = pickle.dumps(petition)
        fired(petition, Take(at=at(3, 4), by=CARL))
        assert pickle.dumps(petition) == kept


def test_a_machine_that_does_not_know_an_action_refuses_it():
    """The term of an idea is not lengthened: its machine has no such event."""
    assert machines.fired(PETITION.machine(IDEA), opened_on(7, 1, IDEA), Lengthen(at=at(7, 2), by=HEIDI)) is None


def test_an_entity_that_lived_with_a_machine_pickles_without_it():
    petition = PETITION.apply(opened_on(3, 3), Lengthen(at=at(3, 4), by=HEIDI))
    fired(petition, Answer(at=at(3, 5), by=CARL, digest="d"))
    dumped = pickle.dumps(petition)
    assert b"transitions" not in dumped
    assert b"Machine" not in dumped
    assert pickle.loads(dumped) == petition
    assert PETITION.apply(petition, Answer(at=at(3, 5), by=CARL, digest="d")).version == 4
