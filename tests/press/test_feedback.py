"""What people said of an event, and the answer: worked cases 7, 8 and 74 of the specification, and their neighbours."""

import pytest
from attrs import evolve
from pendulum import Date, DateTime, datetime
from press.lives_feedback import (
    A_BRIEFING,
    A_RELEASE,
    A_REQUEST,
    ACTORS,
    AN_APPEAL,
    AN_INCIDENT,
    ANSWER,
    BODY,
    COLLECT,
    OPEN,
    SET_ASIDE,
    SILENCE,
    SUMMARISE,
    TAKE_UP,
    TURN,
)

from prcomm import Due, FindingKind, Reason, ReasonKind, Reference, Refused, Status, Verdict
from prcomm.core.sources.citations import Cites
from prcomm.law.house import HOUSE
from prcomm.law.roles import PRESS_HEAD, PRESS_OFFICER
from prcomm.law.source_article import SOURCE_ARTICLE
from prcomm.press.feedback import FEEDBACK, Feedback, FeedbackAction, FeedbackState, Heard, OpinionState, SetAside

S, P = FeedbackState, OpinionState
MANDATORY = SOURCE_ARTICLE(57)
SECOND = evolve(COLLECT, opinion="o2")


def at(month: int, day: int, hour: int = 10) -> DateTime:
    return datetime(2026, month, day, hour, tz=BODY.tz)


def file(*actions: FeedbackAction) -> Feedback:
    return FEEDBACK.replay((OPEN, *actions))


def then(one: Feedback, *actions: FeedbackAction) -> Feedback:
    for action in actions:
        one = FEEDBACK.apply(one, action)
    return one


def verdict(one: Feedback | None, action: FeedbackAction) -> Verdict:
    """What is said of an action; of a beginning without a file."""
    if one is not None:
        return FEEDBACK.explain(one, action)
    with pytest.raises(Refused) as refused:
        FEEDBACK.begin(action)
    return refused.value.verdict


def against(one: Feedback | None, action: FeedbackAction) -> Reason:
    (reason,) = verdict(one, action).reasons
    return reason


def refused(one: Feedback | None, action: FeedbackAction, sentence: str) -> tuple[bool, Cites]:
    """By which condition alone it is refused: whether that is law, and on what it rests."""
    reason = against(one, action)
    assert reason.kind is ReasonKind.GUARD
    assert sentence in reason.text
    assert str(verdict(one, action)).startswith("not by law:") is not reason.is_law
    return reason.is_law, reason.cites


def has_no_place(one: Feedback, action: FeedbackAction) -> bool:
    return ReasonKind.STATE in {reason.kind for reason in FEEDBACK.explain(one, action).reasons}


def due(one: Feedback, name: str, when: DateTime) -> Due:
    (found,) = (due for due in FEEDBACK.due(one, when) if due.name == name)
    return found


def status(one: Feedback, name: str, when: DateTime) -> Status:
    return due(one, name, when).status(when)


EMPTY = file()
ONE, TAKEN_UP = file(COLLECT), file(COLLECT, TAKE_UP)


class TestCase7:
    """Each opinion is taken up, set aside with a reason, or turned into something else, before they are summed up."""

    two = file(COLLECT, SECOND, TAKE_UP)

    def test_one_of_two_is_open(self):
        sentence = "each opinion is taken up, set aside or turned"
        assert refused(self.two, SUMMARISE, sentence) == (False, (HOUSE(115),))

    def test_neither_is_decided(self):
        assert refused(file(COLLECT, SECOND), SUMMARISE, "each opinion is taken up") == (False, (HOUSE(115),))

    def test_the_other_is_set_aside_without_a_reason(self):
        action = evolve(SET_ASIDE, opinion="o2", reason="")
        assert refused(self.two, action, "a reason is given") == (False, (HOUSE(120),))
        assert against(self.two, action).remedy.startswith("give it; lifted by")

    def test_with_one_both_are_summed_up(self):
        one = then(self.two, evolve(SET_ASIDE, opinion="o2"))
        assert [opinion.state for opinion in one.opinions] == [P.TAKEN_UP, P.SET_ASIDE]
        assert then(one, SUMMARISE).state is S.SUMMARISED

    @pytest.mark.parametrize("action", [TAKE_UP, SET_ASIDE, TURN], ids=lambda action: type(action).__name__)
    def test_one_alone_that_was_decided_suffices(self, action):
        assert then(ONE, action, SUMMARISE).state is S.SUMMARISED

    def test_where_nothing_was_said_there_is_nothing_to_sum_up(self):
        assert refused(EMPTY, SUMMARISE, "there is something to sum up") == (True, (MANDATORY,))

    def test_the_summary_is_in_writing(self):
        action = evolve(SUMMARISE, digest="")
        assert refused(TAKEN_UP, action, "the summary is in writing") == (False, (HOUSE(115),))
        assert against(TAKEN_UP, action).remedy.startswith("give it; lifted by")

    def test_the_answer_is_owed_promptly(self):
        one = then(TAKEN_UP, evolve(SUMMARISE, at=at(3, 9)))
        owed = due(one, "answer", at(6, 1))
        assert (owed.start, owed.raw, owed.status(at(6, 1))) == (Date(2026, 3, 9), None, Status.PROMPTLY)
        assert (owed.owed_by, owed.owed_by_cites, owed.under) == (PRESS_HEAD, (HOUSE(102),), (MANDATORY,))

    def test_and_met_by_it(self):
        one = then(TAKEN_UP, SUMMARISE, evolve(ANSWER, at=at(3, 10)))
        assert (one.state, status(one, "answer", at(3, 10))) == (S.ANSWERED, Status.MET)

    def test_what_was_not_answered_is_found(self):
        findings = FEEDBACK.audit((OPEN, COLLECT, TAKE_UP, SUMMARISE), at(6, 1)).findings
        assert [(one.kind, one.name) for one in findings] == [(FindingKind.OWED, "answer")]

    def test_the_file_names_event_and_answer(self):
        assert EMPTY.refers_to == (A_BRIEFING,)
        one = then(TAKEN_UP, SUMMARISE, ANSWER)
        assert (one.reference, one.reply) == (Reference("feedback", "1"), A_RELEASE)
        assert one.refers_to == (A_BRIEFING, A_RELEASE)


class TestCase8:
    """Asked until 30 June 2026."""

    def test_the_day(self):
        owed = due(EMPTY, "summary", at(6, 1))
        assert (owed.raw, owed.last, owed.control, owed.rolled) == (Date(2026, 6, 30),) * 4
        assert (owed.owed_by, owed.owed_by_cites) == (PRESS_OFFICER, (HOUSE(101),))
        assert (owed.under, owed.provided) == ((MANDATORY, HOUSE(115)), "opinions came")

    def test_on_that_day_silence_is_not_noted_yet(self):
        for on in (at(6, 30), at(6, 30, 23), at(3, 6)):
            action = evolve(SILENCE, at=on)
            assert refused(EMPTY, action, "silence is noted after that day") == (False, (HOUSE(139),))

    def test_the_day_after_it_is(self):
        one = then(EMPTY, evolve(SILENCE, at=at(7, 1, 0)))
        assert (one.state, status(one, "summary", at(7, 1, 0))) == (S.EMPTY, Status.LIFTED)
        assert status(then(EMPTY, evolve(SILENCE, at=at(9, 1))), "summary", at(9, 2)) is Status.LIFTED

    def test_the_day_is_the_offices(self):
        """The first of July in Tashkent is still the last of June by Greenwich."""
        one = then(EMPTY, evolve(SILENCE, at=datetime(2026, 6, 30, 20, tz="UTC")))
        assert one.state is S.EMPTY

    @pytest.mark.parametrize(
        "done", [(), (TAKE_UP,), (SET_ASIDE,), (TURN,)], ids=["open", "taken up", "aside", "turned"]
    )
    def test_where_somebody_spoke_nobody_was_silent(self, done):
        action = evolve(SILENCE, at=at(7, 1))
        assert refused(then(ONE, *done), action, "nobody has said anything") == (True, (MANDATORY,))

    def test_it_is_said_where_it_was_asked(self):
        action = evolve(SILENCE, at=at(7, 1), asked_by=frozenset())
        assert refused(EMPTY, action, "it is said by which channels it was asked for") == (False, (HOUSE(115),))
        assert then(EMPTY, evolve(action, asked_by=frozenset({"site", "page"}))).state is S.EMPTY

    @pytest.mark.parametrize(("on", "is_so"), [(at(6, 30, 23), Status.MET), (at(7, 1, 0), Status.LATE)])
    def test_opinions_that_came_are_summed_up_by_then(self, on, is_so):
        assert status(then(TAKEN_UP, evolve(SUMMARISE, at=on)), "summary", on) is is_so

    def test_until_then_it_runs_and_after_it_is_overdue(self):
        assert status(TAKEN_UP, "summary", at(6, 30, 23)) is Status.RUNNING
        assert status(TAKEN_UP, "summary", at(7, 1, 0)) is Status.OVERDUE

    def test_what_comes_after_the_day_is_collected_still(self):
        one = then(EMPTY, evolve(COLLECT, at=at(7, 3)), evolve(TAKE_UP, at=at(7, 3)), evolve(SUMMARISE, at=at(7, 4)))
        assert (one.state, status(one, "summary", at(7, 4))) == (S.SUMMARISED, Status.LATE)

    def test_until_a_day_of_rest_it_may_roll(self):
        """Sunday 28 June 2026: the text's day; Friday 26 June before it, Monday 29 June after."""
        one = FEEDBACK.begin(evolve(OPEN, until=Date(2026, 6, 28)))
        owed = due(one, "summary", at(6, 1))
        assert (owed.raw, owed.control, owed.rolled) == (Date(2026, 6, 28), Date(2026, 6, 26), Date(2026, 6, 29))

    def test_it_is_asked_until_a_day_to_come(self):
        action = evolve(OPEN, until=Date(2026, 3, 4))
        sentence = "the day until which opinions are asked lies ahead"
        assert refused(None, action, sentence) == (False, (HOUSE(139),))
        assert FEEDBACK.begin(evolve(action, until=Date(2026, 3, 5))).until == Date(2026, 3, 5)

    def test_by_the_offices_day(self):
        early = evolve(OPEN, at=datetime(2026, 3, 4, 20, tz="UTC"), until=Date(2026, 3, 4))  # the fifth, in Tashkent
        assert refused(None, early, "lies ahead") == (False, (HOUSE(139),))


class TestCase74:
    """Other files are told whether the public was heard on their own event; what is no opinion goes on elsewhere."""

    def test_heard_is_of_its_event(self):
        assert Heard.of(EMPTY) == Heard(file=Reference("feedback", "1"), event=A_BRIEFING, done=False)
        assert Heard.of(FEEDBACK.begin(evolve(OPEN, event=AN_INCIDENT))).event == AN_INCIDENT

    def test_answered_or_silent_it_is_done(self):
        assert not Heard.of(then(TAKEN_UP, SUMMARISE)).done
        assert Heard.of(then(TAKEN_UP, SUMMARISE, ANSWER)).done
        assert Heard.of(then(EMPTY, evolve(SILENCE, at=at(7, 1)))).done

    def test_none_was_asked_for(self):
        assert Heard.none() == Heard(file=None, event=None, done=False)

    @pytest.mark.parametrize("into", [AN_APPEAL, A_REQUEST], ids=str)
    def test_an_opinion_becomes_an_appeal_or_a_request(self, into):
        one = then(file(COLLECT, SECOND), evolve(TURN, into=into))
        assert [opinion.state for opinion in one.opinions] == [P.TURNED, P.RECEIVED]
        assert then(one, evolve(TAKE_UP, opinion="o2"), SUMMARISE).state is S.SUMMARISED

    @pytest.mark.parametrize(
        "into", [A_RELEASE, AN_INCIDENT, Reference("appeal", ""), Reference("request", "")], ids=str
    )
    def test_and_nothing_else(self, into):
        action = evolve(TURN, into=into)
        assert refused(ONE, action, "it names the request or appeal it became") == (False, (HOUSE(127),))

    def test_turned_is_not_undone(self):
        for action in (TURN, TAKE_UP, SET_ASIDE):
            assert has_no_place(then(ONE, TURN), action)


class TestWho:
    """The acts name units, not persons: house rules 101, 102 and 109 say by whose hand."""

    def who(self, one: Feedback | None, action: FeedbackAction) -> tuple[set[str], Cites]:
        """Who may, by name, and what refuses the others."""
        may, cites = set(), ()
        for name, actor in ACTORS.items():
            try:
                FEEDBACK.begin(evolve(action, by=actor)) if one is None else then(one, evolve(action, by=actor))
                may.add(name)
            except Refused as told:
                (reason,) = told.verdict.reasons
                assert (reason.kind, reason.is_law) == (ReasonKind.ROLE, False)
                cites = reason.cites
        return may, cites

    def test_the_press_service_asks_weighs_and_sums_up(self):
        silent = evolve(SILENCE, at=at(7, 1))
        for one, action in (
            (None, OPEN), (ONE, TAKE_UP), (ONE, SET_ASIDE), (ONE, TURN), (TAKEN_UP, SUMMARISE), (EMPTY, silent),
        ):  # fmt: skip
            assert self.who(one, action) == ({"PRESS_OFFICER", "PRESS_HEAD"}, (HOUSE(101),))

    def test_its_head_answers(self):
        assert self.who(then(TAKEN_UP, SUMMARISE), ANSWER) == ({"PRESS_HEAD"}, (HOUSE(102),))

    def test_whoever_spoke_is_entered_by_themselves_or_an_officer(self):
        assert self.who(EMPTY, COLLECT) == ({"PARTICIPANT", "PRESS_OFFICER"}, (HOUSE(109),))


class TestOrder:
    """One thing after another."""

    def test_it_is_collected_and_weighed_while_it_is_open(self):
        for one in (
            then(TAKEN_UP, SUMMARISE),
            then(TAKEN_UP, SUMMARISE, ANSWER),
            then(EMPTY, evolve(SILENCE, at=at(7, 1))),
        ):
            for action in (SECOND, TAKE_UP, SET_ASIDE, TURN, SUMMARISE, SILENCE):
                assert has_no_place(one, action)

    def test_what_was_summed_up_with_one_left_out_is_not_taken_up_later(self):
        """In a register that did so all the same."""
        audit = FEEDBACK.audit((OPEN, COLLECT, SECOND, TAKE_UP, SUMMARISE), at(3, 9))
        assert audit.entity is not None
        assert (audit.entity.state, audit.entity.opinions[1].state) == (S.SUMMARISED, P.RECEIVED)
        for action in (evolve(TAKE_UP, opinion="o2"), evolve(SET_ASIDE, opinion="o2"), evolve(TURN, opinion="o2")):
            assert has_no_place(audit.entity, evolve(action, at=at(3, 9)))

    def test_nobody_answers_before_it_is_summed_up(self):
        for one in (EMPTY, ONE, TAKEN_UP):
            assert has_no_place(one, ANSWER)

    def test_an_opinion_is_entered_once_and_decided_once(self):
        assert has_no_place(ONE, COLLECT)
        for action in (TAKE_UP, SET_ASIDE, TURN):
            assert has_no_place(TAKEN_UP, action)
            assert has_no_place(then(ONE, SET_ASIDE), action)
            assert has_no_place(EMPTY, action)

    def test_each_opinion_by_itself(self):
        one = then(ONE, SECOND, SetAside(at=at(3, 6), by=ACTORS["PRESS_HEAD"], opinion="o2", reason="digest 9"))
        assert [(opinion.id, opinion.state) for opinion in one.opinions] == [("o1", P.RECEIVED), ("o2", P.SET_ASIDE)]
