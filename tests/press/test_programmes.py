"""The programme: what the source article asks for, and house rules 101 to 147.

Worked cases 64, 65 and 91 of the specification have a class each.
"""

from decimal import Decimal

import pytest
from attrs import evolve
from pendulum import Date, DateTime, datetime
from press.lives_programmes import (
    ACTORS,
    ANSWERED_FEEDBACK,
    APPROVE,
    BEGIN,
    BODY,
    CLOSE,
    DAY,
    DROP,
    EVALUATE,
    FEEDBACK_OF_ANOTHER_EVENT,
    ITS_DAY,
    LATER,
    LENGTHEN,
    MEASURE,
    MEASURE_THE_OTHER,
    NO_FEEDBACK,
    OPEN_FEEDBACK,
    PROPOSE,
    STOP,
    THE_DAY_BEFORE,
    THE_FEEDBACK,
    THIS,
    TWO_AND_THREE_QUARTERS,
    lives,
)

from prcomm import Due, FindingKind, Reason, ReasonKind, Refused, Status
from prcomm.core.sources.citations import Cites
from prcomm.law.house import HOUSE
from prcomm.law.source_article import SOURCE_ARTICLE
from prcomm.press.feedback import FEEDBACK, Answer, Collect, Heard, NoteSilence, Open, Summarise, TakeUp
from prcomm.press.programmes import (
    PROGRAMME,
    Programme,
    ProgrammeAction,
    ProgrammeKind,
    ProgrammeState,
    results,
)

S, K = ProgrammeState, ProgrammeKind
MANDATORY = SOURCE_ARTICLE(57)
AN_ACT, IN_WRITING, A_REASON = "it rests on an act", "it is in writing", "a reason is given"
AHEAD = "the day of its evaluation lies ahead"
PUT_OFF = "its evaluation is put off to a later day"
IN_TIME = "it begins no later than the day of its evaluation"
HEARD = "feedback was asked for, and answered if any came"
KINDS = pytest.mark.parametrize("kind", ProgrammeKind, ids=lambda kind: kind.name)


def at(month: int, day: int, hour: int = 10, minute: int = 0, year: int = 2026) -> DateTime:
    return datetime(year, month, day, hour, minute, tz=BODY.tz)


def file(*actions: ProgrammeAction) -> Programme:
    return PROGRAMME.replay((PROPOSE, *actions))


def then(one: Programme, *actions: ProgrammeAction) -> Programme:
    for action in actions:
        one = PROGRAMME.apply(one, action)
    return one


def against(one: Programme | None, action: ProgrammeAction) -> tuple[Reason, ...]:
    """What is against an action; of a beginning without a file."""
    if one is not None:
        return PROGRAMME.explain(one, action).reasons
    try:
        PROGRAMME.begin(action)
    except Refused as refused:
        return refused.verdict.reasons
    return ()


def refused(one: Programme | None, action: ProgrammeAction, sentence: str) -> Cites:
    """By which condition alone it is refused: on what it rests."""
    (reason,) = against(one, action)
    assert (reason.kind, reason.text) == (ReasonKind.GUARD, sentence)
    return reason.cites


def not_by_law(one: Programme, action: ProgrammeAction) -> bool:
    """Whether it is refused, and the refusal says that no law refuses it."""
    return str(PROGRAMME.explain(one, action)).startswith("not by law:")


def has_no_place(one: Programme, action: ProgrammeAction) -> bool:
    return [reason.kind for reason in against(one, action)] == [ReasonKind.STATE]


def never(one: Programme, action: ProgrammeAction) -> Cites:
    """That it is forbidden in words, whoever acts, and by what."""
    ((reason,),) = {against(one, evolve(action, by=by)) for by in ACTORS.values()}
    assert (reason.kind, reason.text) == (ReasonKind.NEVER, "no programme is closed without an evaluation")
    return reason.cites


def may(one: Programme | None, action: ProgrammeAction) -> tuple[str, Cites]:
    """In which capacities it may be done, and what refuses the others."""
    said = {name: against(one, evolve(action, by=by)) for name, by in ACTORS.items()}
    assert all(reason.kind is ReasonKind.ROLE for reasons in said.values() for reason in reasons)
    (cites,) = {reason.cites for reasons in said.values() for reason in reasons}
    return " ".join(name for name, reasons in said.items() if not reasons), cites


def due(one: Programme, when: DateTime = DAY) -> Due:
    (found,) = PROGRAMME.due(one, when)
    return found


def status(one: Programme, when: DateTime) -> Status:
    return due(one, when).status(when)


PROPOSED, APPROVED, RUNNING, STOPPED, EVALUATED, CLOSED, DROPPED = (
    PROGRAMME.replay(lives(state, K.COMMUNICATION)) for state in S
)
MEASURED = then(RUNNING, MEASURE, MEASURE_THE_OTHER)


class TestCase64:
    """A programme is whole, approved until a day to come, and closed once it is evaluated."""

    @KINDS
    @pytest.mark.parametrize(
        "missing",
        [{"indicators": frozenset()}, {"goals": frozenset()}, {"channels": frozenset()}, {"audience": ""}],
        ids=lambda one: next(iter(one)),
    )
    def test_it_names_goals_audience_channels_and_indicators(self, kind, missing):
        action = evolve(PROPOSE, kind=kind, **missing)
        assert refused(None, action, "it names goals, audience, channels and indicators") == (HOUSE(132),)
        with pytest.raises(Refused) as told:
            PROGRAMME.begin(action)
        assert str(told.value.verdict).startswith("not by law:")

    @KINDS
    def test_whole_it_is_proposed(self, kind):
        one = PROGRAMME.begin(evolve(PROPOSE, kind=kind))
        assert (one.id, one.office, one.state, one.kind) == ("1", BODY, S.PROPOSED, kind)
        assert (one.indicators, one.measured, one.until) == (frozenset({"reach", "trust"}), frozenset(), None)
        assert PROGRAMME.due(one, DAY) == ()

    def test_it_is_approved_until_a_day_to_come(self):
        action = evolve(APPROVE, until=THE_DAY_BEFORE)
        assert refused(PROPOSED, action, AHEAD) == (HOUSE(132),)
        assert not_by_law(PROPOSED, action)
        assert then(PROPOSED, evolve(APPROVE, until=Date(2026, 9, 1))).until == Date(2026, 9, 1)

    def test_by_the_offices_day(self):
        """The first of September in Tashkent is still the last of August by Greenwich."""
        early = evolve(APPROVE, at=datetime(2026, 8, 31, 20, tz="UTC"), until=Date(2026, 8, 31))
        assert refused(PROGRAMME.begin(evolve(PROPOSE, at=at(8, 1))), early, AHEAD) == (HOUSE(132),)

    def test_by_an_act(self):
        assert refused(PROPOSED, evolve(APPROVE, act=""), AN_ACT) == (HOUSE(132),)

    @pytest.mark.parametrize("one", [RUNNING, MEASURED, STOPPED, then(STOPPED, MEASURE)])
    def test_it_is_never_closed_without_an_evaluation(self, one):
        assert never(one, CLOSE) == (HOUSE(132),)
        assert not_by_law(one, CLOSE)

    def test_nor_before_it_began(self):
        assert all(has_no_place(one, CLOSE) for one in (PROPOSED, APPROVED, CLOSED, DROPPED))


class TestCase65:
    """Two indicators; to be evaluated by Friday 30 October 2026."""

    def test_both_are_measured(self):
        for one in (RUNNING, then(RUNNING, MEASURE), then(RUNNING, MEASURE_THE_OTHER)):
            assert refused(one, EVALUATE, "each indicator was measured") == (HOUSE(132),)
            assert not_by_law(one, EVALUATE)
        assert then(MEASURED, EVALUATE).state is S.EVALUATED

    def test_in_writing(self):
        assert refused(MEASURED, evolve(EVALUATE, digest=""), IN_WRITING) == (HOUSE(132),)
        assert refused(STOPPED, evolve(EVALUATE, digest=""), IN_WRITING) == (HOUSE(132),)

    def test_no_other_indicator_is_measured(self):
        for one in (RUNNING, STOPPED):
            action = evolve(MEASURE, indicator="another")
            assert refused(one, action, "the indicator is one of its own") == (HOUSE(132),)
            assert not_by_law(one, action)

    def test_its_day(self):
        for one in (APPROVED, RUNNING, STOPPED):
            owed = due(one)
            assert (owed.name, owed.start) == ("evaluation", Date(2026, 9, 1))
            assert (owed.raw, owed.last, owed.control, owed.rolled) == (ITS_DAY,) * 4
            assert (owed.under, owed.owed_by.name) == ((HOUSE(132),), "head of the press service")
            assert owed.owed_by_cites == (HOUSE(102),)
            assert owed.status(at(10, 30, 23, 59)) is Status.RUNNING
            assert owed.status(at(10, 31, 0)) is Status.OVERDUE

    @pytest.mark.parametrize(
        ("on", "is_so"), [(at(10, 30, 23, 59), Status.MET), (at(10, 31, 0), Status.LATE), (at(11, 2), Status.LATE)]
    )
    def test_evaluated(self, on, is_so):
        assert status(then(MEASURED, evolve(EVALUATE, at=on)), on) is is_so

    def test_until_a_day_of_rest_it_may_roll(self):
        """Sunday 1 November 2026: the text's day; Friday 30 October before it, Monday 2 November after."""
        owed = due(then(PROPOSED, evolve(APPROVE, until=Date(2026, 11, 1))))
        assert (owed.raw, owed.control, owed.rolled) == (Date(2026, 11, 1), Date(2026, 10, 30), Date(2026, 11, 2))

    @pytest.mark.parametrize("heard", [OPEN_FEEDBACK, FEEDBACK_OF_ANOTHER_EVENT, NO_FEEDBACK])
    def test_the_public_was_heard_on_it(self, heard):
        assert refused(EVALUATED, evolve(CLOSE, heard=heard), HEARD) == (MANDATORY,)
        assert not not_by_law(EVALUATED, evolve(CLOSE, heard=heard))

    def test_as_the_file_of_the_feedback_stands(self):
        officer, chief = ACTORS["PRESS_OFFICER"], ACTORS["PRESS_HEAD"]
        asked = Open(at=DAY, by=officer, case="f1", office=BODY, event=THIS, until=ITS_DAY)
        opened = FEEDBACK.replay((asked, Collect(at=DAY, by=officer, opinion="o1")))
        assert Heard.of(opened) == OPEN_FEEDBACK
        done = (
            TakeUp(at=DAY, by=officer, opinion="o1"),
            Summarise(at=DAY, by=officer, digest="digest 4"),
            Answer(at=DAY, by=chief, reply=THIS),
        )
        for step in done:
            opened = FEEDBACK.apply(opened, step)
        assert Heard.of(opened) == ANSWERED_FEEDBACK
        silent = FEEDBACK.replay((asked, NoteSilence(at=at(11, 1), by=officer, asked_by=frozenset({"site"}))))
        for answered in (opened, silent):
            assert then(EVALUATED, evolve(CLOSE, heard=Heard.of(answered))).state is S.CLOSED

    def test_closed_it_names_the_feedback(self):
        assert (CLOSED.reference, CLOSED.refers_to) == (THIS, (THE_FEEDBACK,))
        assert EVALUATED.refers_to == ()
        closed = PROGRAMME.audit((*lives(S.EVALUATED, K.PREVENTION), evolve(CLOSE, heard=NO_FEEDBACK)), DAY).entity
        assert closed is not None
        assert (closed.state, closed.refers_to) == (S.CLOSED, ())

    def test_what_was_not_evaluated_is_found(self):
        findings = PROGRAMME.audit((PROPOSE, APPROVE, BEGIN), at(11, 2)).findings
        assert [(one.kind, one.name) for one in findings] == [(FindingKind.OWED, "evaluation")]


class TestCase91:
    """Stopped with a reason, one of two indicators measured; begun too late; lengthened."""

    stopped = then(RUNNING, MEASURE, STOP)

    def test_it_is_stopped_with_a_reason(self):
        assert refused(RUNNING, evolve(STOP, reason=""), A_REASON) == (HOUSE(120),)
        assert not_by_law(RUNNING, evolve(STOP, reason=""))

    def test_it_is_evaluated_as_far_as_it_went_by_the_old_day(self):
        for one in (STOPPED, self.stopped):
            assert due(one).last == ITS_DAY
            assert status(then(one, evolve(EVALUATE, at=at(10, 30))), at(10, 30)) is Status.MET
            assert status(then(one, evolve(EVALUATE, at=at(11, 2))), at(11, 2)) is Status.LATE

    def test_it_is_measured_still(self):
        one = then(self.stopped, MEASURE_THE_OTHER)
        assert (one.state, one.measured) == (S.STOPPED, frozenset({"reach", "trust"}))

    def test_values_are_exact_and_the_last_one_counts(self):
        one = then(RUNNING, MEASURE, evolve(MEASURE, value=TWO_AND_THREE_QUARTERS))
        assert dict(results(one)) == {"reach": Decimal("2.75")}
        assert one.measured == frozenset({"reach"})
        assert dict(results(then(one, MEASURE_THE_OTHER))) == {"reach": Decimal("2.75"), "trust": Decimal(3)}
        assert dict(results(RUNNING)) == {}

    def test_it_does_not_begin_after_its_day(self):
        late = evolve(BEGIN, at=at(10, 31, 0))
        assert refused(APPROVED, late, IN_TIME) == (HOUSE(147),)
        assert not_by_law(APPROVED, late)
        assert then(APPROVED, evolve(BEGIN, at=at(10, 30, 23, 59))).state is S.RUNNING

    def test_lengthened_it_does(self):
        one = then(APPROVED, evolve(LENGTHEN, at=at(10, 31)))
        assert (one.state, one.until, due(one, at(10, 31)).last) == (S.APPROVED, LATER, LATER)
        assert then(one, evolve(BEGIN, at=at(11, 30, 23))).state is S.RUNNING
        assert refused(one, evolve(BEGIN, at=at(12, 1, 0)), IN_TIME) == (HOUSE(147),)

    @pytest.mark.parametrize("until", [Date(2026, 10, 29), ITS_DAY], ids=str)
    def test_to_a_later_day_only(self, until):
        for one in (APPROVED, RUNNING):
            assert refused(one, evolve(LENGTHEN, until=until), PUT_OFF) == (HOUSE(147),)
            assert not_by_law(one, evolve(LENGTHEN, until=until))
            assert due(then(one, evolve(LENGTHEN, until=Date(2026, 10, 31)))).last == Date(2026, 10, 31)

    def test_that_lies_ahead_by_an_act(self):
        for one in (APPROVED, RUNNING):
            assert refused(one, evolve(LENGTHEN, at=at(12, 1)), AHEAD) == (HOUSE(132),)
            assert refused(one, evolve(LENGTHEN, act=""), AN_ACT) == (HOUSE(132),)
            assert then(one, evolve(LENGTHEN, at=at(11, 30, 23))).until == LATER

    def test_without_a_day_it_neither_begins_nor_is_put_off(self):
        """In a file of another hand, that was approved and names none."""
        without = evolve(APPROVED, until=None)
        assert refused(without, BEGIN, IN_TIME) == (HOUSE(147),)
        assert refused(without, LENGTHEN, PUT_OFF) == (HOUSE(147),)

    def test_the_evaluation_is_owed_by_that_day(self):
        one = then(MEASURED, LENGTHEN)
        assert status(then(one, evolve(EVALUATE, at=at(11, 30, 23))), at(11, 30, 23)) is Status.MET
        assert status(then(one, evolve(EVALUATE, at=at(12, 1, 0))), at(12, 1, 0)) is Status.LATE
        again = then(one, evolve(LENGTHEN, until=Date(2026, 12, 18)))
        assert due(again).last == Date(2026, 12, 18)

    def test_dropped_it_is_owed_no_more(self):
        one = then(APPROVED, DROP)
        assert (one.state, status(one, at(11, 5))) == (S.DROPPED, Status.LIFTED)
        assert refused(APPROVED, evolve(DROP, reason=""), A_REASON) == (HOUSE(120),)
        assert refused(PROPOSED, evolve(DROP, reason=""), A_REASON) == (HOUSE(120),)


class TestWhoActs:
    """House rules 101 to 103."""

    @pytest.mark.parametrize(
        ("one", "action", "who", "rule"),
        [
            (None, PROPOSE, "PRESS_OFFICER PRESS_HEAD", 101),
            (None, evolve(PROPOSE, kind=K.PREVENTION), "PRESS_OFFICER PRESS_HEAD AUTHORISED", 103),
            (PROPOSED, APPROVE, "HEAD AUTHORISED", 103),
            (APPROVED, LENGTHEN, "HEAD AUTHORISED", 103),
            (APPROVED, BEGIN, "PRESS_OFFICER PRESS_HEAD", 101),
            (RUNNING, MEASURE, "PRESS_OFFICER PRESS_HEAD", 101),
            (MEASURED, EVALUATE, "PRESS_OFFICER PRESS_HEAD", 101),
            (STOPPED, EVALUATE, "PRESS_OFFICER PRESS_HEAD", 101),
            (RUNNING, STOP, "PRESS_HEAD HEAD AUTHORISED", 103),
            (EVALUATED, CLOSE, "PRESS_HEAD", 102),
            (PROPOSED, DROP, "PRESS_HEAD HEAD AUTHORISED", 103),
        ],
        ids=lambda one: type(one).__name__ if isinstance(one, ProgrammeAction) else "",
    )
    def test_who_may(self, one, action, who, rule):
        assert may(one, action) == (who, (HOUSE(rule),))


class TestOrder:
    """One thing after another."""

    @pytest.mark.parametrize(
        ("action", "where"),
        [
            (APPROVE, {S.PROPOSED}),
            (LENGTHEN, {S.APPROVED, S.RUNNING}),
            (BEGIN, {S.APPROVED}),
            (MEASURE, {S.RUNNING, S.STOPPED}),
            (STOP, {S.RUNNING}),
            (DROP, {S.PROPOSED, S.APPROVED}),
        ],
        ids=lambda one: type(one).__name__ if isinstance(one, ProgrammeAction) else "",
    )
    @KINDS
    def test_where_it_has_its_place(self, action, where, kind):
        for state in S:
            one = PROGRAMME.replay(lives(state, kind))
            assert against(one, action) == () if state in where else has_no_place(one, action)

    def test_it_is_evaluated_once_begun(self):
        assert all(has_no_place(one, EVALUATE) for one in (PROPOSED, APPROVED, EVALUATED, CLOSED, DROPPED))
