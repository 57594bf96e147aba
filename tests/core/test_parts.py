"""Rows of a part that do not all apply in the same states of the whole."""

import pytest
from attrs import evolve
from samples.petition import (
    ACT,
    CARL,
    CITIZEN,
    CLERK,
    DEADLINES,
    EMIL,
    EXTENDED,
    HEIDI,
    LAW,
    OPEN,
    PETITION,
    RUNNING,
    TRANSITIONS,
    Ask,
    Lengthen,
    QuestionState,
    Reply,
    ask,
    asked,
    at,
    filed_on,
    opened_on,
)

from prcomm import FaultyLifecycle, Lifecycle, Part, PrcommError
from prcomm.testing import check

ASKED, GIVEN = QuestionState.ASKED, QuestionState.GIVEN
ROWS = (
    ask.start(Ask, ASKED, CLERK, ACT(5, 1), then=asked, during=OPEN | EXTENDED),
    ask(ASKED, Reply, GIVEN, CITIZEN, ACT(5, 1), during=EXTENDED),
)
ASK, REPLY = Ask(at=at(3, 4), by=CARL, question="q1"), Reply(at=at(3, 6), by=EMIL, question="q1")
LENGTHEN = Lengthen(at=at(3, 5), by=HEIDI)


def petitions(*rows, during=RUNNING) -> Lifecycle:
    """The petition, whose questions are answered only once its term was lengthened."""
    part = Part("questions", "question", rows or ROWS, during)
    return Lifecycle(
        "petition", TRANSITIONS, [one for one in DEADLINES if one.name != "information"], law=LAW, parts=[part]
    )


@pytest.fixture(params=[RUNNING, ()], ids=["the part in some states", "in all"])
def lifecycle(request) -> Lifecycle:
    return petitions(during=request.param)


def test_a_row_applies_in_its_own_states_of_the_whole(lifecycle):
    petition = lifecycle.apply(lifecycle.apply(opened_on(3, 3), ASK), LENGTHEN)
    assert lifecycle.apply(petition, REPLY).questions[0].state is GIVEN


def test_elsewhere_it_has_no_place_and_the_refusal_says_where(lifecycle):
    petition = lifecycle.apply(opened_on(3, 3), ASK)
    (reason,) = lifecycle.explain(petition, REPLY).reasons
    assert reason.text == "Reply has no place in OPEN"
    assert reason.remedy.startswith("its place is: EXTENDED; in OPEN may be done: ")
    assert "Reply" not in reason.remedy
    with pytest.raises(PrcommError, match="Reply has no place in OPEN"):
        lifecycle.apply(petition, REPLY)


def test_what_begins_one_has_such_states_too(lifecycle):
    (reason,) = lifecycle.explain(filed_on(3, 3), evolve(ASK, at=at(3, 3, 12))).reasons
    assert reason.text == "Ask has no place in RECEIVED"


def test_nobody_is_offered_what_does_not_apply(lifecycle):
    petition = lifecycle.apply(opened_on(3, 3), ASK)
    assert "Reply" not in [one.action.__name__ for one in lifecycle.allowed(petition, EMIL, at(3, 6))]
    lengthened = lifecycle.apply(petition, LENGTHEN)
    assert ("Reply", ("q1",)) in [(o.action.__name__, o.items) for o in lifecycle.allowed(lengthened, EMIL, at(3, 6))]


def test_an_audit_finds_the_step_that_is_missing(lifecycle):
    actions = [record.action for record in lifecycle.apply(opened_on(3, 3), ASK).history]
    audit = lifecycle.audit([*actions, REPLY], at(3, 6))
    assert [finding.text for finding in audit.of("missing")] == ["not on file before Reply: Lengthen"]


def test_every_law_holds_of_it():
    assert check(petitions(), examples=20).rows == len(TRANSITIONS) + len(ROWS)


def test_its_states_are_of_the_whole_and_of_the_part():
    wrong = ask(ASKED, Reply, GIVEN, CITIZEN, ACT(5, 1), during=PETITION.states[0] | ASKED)
    with pytest.raises(FaultyLifecycle) as caught:
        petitions(ROWS[0], wrong)
    assert caught.value.faults == (
        f"part 'questions': during: {ASKED!r} is no PetitionState",
        f"part 'questions': {wrong}: during RECEIVED, in which the part has no rows",
        f"part 'questions': {wrong}: during ASKED, in which the part has no rows",
    )


def test_it_is_a_state():
    with pytest.raises(FaultyLifecycle, match="questions': during: 'OPEN' is no PetitionState"):
        petitions(ROWS[0], ask(ASKED, Reply, GIVEN, CITIZEN, ACT(5, 1), during="OPEN"))
