"""One way through the house: begin, apply, explain, allowed; and every reason when the answer is no."""

import pickle
from datetime import UTC, date, datetime

import pendulum
import pytest
from attrs import evolve
from book_loan import LOAN, Lend, Renew
from one_duty import FIVE, Move, duty, lived
from samples.petition import (
    ACT,
    AMENDED,
    ANSWER,
    ANSWERED,
    CARL,
    CITIZEN,
    CLARA,
    CLERK,
    CLOSED,
    DEADLINES,
    EMIL,
    EXTENDED,
    HEAD,
    HEIDI,
    HOUSE,
    IDEA,
    LAW,
    OPEN,
    PETITION,
    QUESTIONS,
    RECEIVED,
    REFERRED,
    REQUEST,
    TOWN,
    TRANSITIONS,
    Answer,
    Ask,
    Close,
    Complain,
    Drop,
    File,
    Hold,
    Lengthen,
    Notify,
    Petition,
    QuestionState,
    Refer,
    Reply,
    Report,
    Resume,
    Take,
    at,
    filed_on,
    four_eyes,
    opened_on,
)

from prcomm import (
    SAME,
    Action,
    Actor,
    BadInput,
    Basis,
    Days,
    Lifecycle,
    Office,
    Phase,
    ReasonKind,
    Reform,
    Refused,
    Role,
    Rule,
    RuleKind,
    Verdict,
    Who,
    guard,
    owes,
)


def refused(petition: Petition | None, action: Action, lifecycle=PETITION) -> Verdict:
    """The verdict of a refusal, as raised and as explained: they are the same."""
    tried = (action,) if petition is None else (petition, action)
    with pytest.raises(Refused) as caught:
        (lifecycle.begin if petition is None else lifecycle.apply)(*tried)
    assert caught.value.verdict == lifecycle.explain(petition, action)
    return caught.value.verdict


def kinds(verdict: Verdict) -> list[ReasonKind]:
    return [reason.kind for reason in verdict.reasons]


class TestBegin:
    def test_the_first_action_begins_an_entity_with_one_record(self):
        petition = filed_on(3, 3)
        assert petition.state is RECEIVED
        assert petition.version == 1
        assert petition.history[0].action.case == "7"
        assert petition.history[0].state is RECEIVED
        assert petition.history[0].cites == (ACT(1), ACT(2))

    def test_an_action_that_begins_nothing_is_refused_and_told_what_does(self):
        verdict = refused(None, Take(at=at(3, 3), by=CARL))
        assert kinds(verdict) == ["state"]
        assert verdict.state is None
        assert verdict.reasons[0].remedy == "it begins with: File"

    def test_a_guard_of_the_start_is_asked(self):
        action = File(at=at(3, 3), by=EMIL, case="7", kind=REQUEST, office=TOWN, against=TOWN.id)
        (reason,) = refused(None, action).reasons
        assert reason.text == "a petition is not filed against the office it goes to"
        assert reason.cites == (ACT(2),)

    def test_role_and_guard_stand_together(self):
        action = File(at=at(3, 3), by=CARL, case="7", kind=REQUEST, office=TOWN, against=TOWN.id)
        assert kinds(refused(None, action)) == ["role", "guard"]


class TestApply:
    def test_an_action_gives_a_new_entity_and_leaves_the_old_one(self):
        before = filed_on(3, 3)
        copy = pickle.loads(pickle.dumps(before))
        after = PETITION.apply(before, Take(at=at(3, 4), by=CARL))
        assert (after.state, after.version, after.taken_by) == (OPEN, 2, "c1")
        assert before == copy
        assert before.state is RECEIVED

    def test_same_keeps_the_state_and_adds_a_record(self):
        after = PETITION.apply(opened_on(3, 3), Report(at=at(3, 31), by=CARL))
        assert after.state is OPEN
        assert after.history[-1].state is OPEN

    def test_a_record_rests_on_its_row_and_the_guards_of_it(self):
        after = PETITION.apply(filed_on(3, 3), Refer(at=at(3, 4), by=HEIDI, to="court"))
        assert after.history[-1].cites == (ACT(6, 1), ACT(6, 2))
        assert after.history[-1].basis is Basis.STATUTE

    def test_two_actions_at_one_instant_stand_in_their_order(self):
        petition = PETITION.apply(filed_on(3, 3), Take(at=at(3, 3), by=CARL))
        assert petition.history[0].action.at == petition.history[1].action.at

    def test_an_instant_of_another_zone_is_compared_as_an_instant(self):
        noon_in_tashkent = pendulum.datetime(2026, 3, 3, 14, tz="Asia/Tashkent")  # 10:00 in Berlin
        assert PETITION.apply(filed_on(3, 3), Take(at=noon_in_tashkent, by=CARL)).state is OPEN
        assert kinds(refused(filed_on(3, 3), Take(at=noon_in_tashkent.subtract(seconds=1), by=CARL))) == ["time"]

    def test_a_state_may_name_its_phase(self):
        assert OPEN.phase is Phase.ACT
        assert CLOSED.phase is None
        assert QuestionState.ASKED.phase is None

    def test_an_entity_matches_by_its_state(self):
        match opened_on(3, 3):
            case Petition(state=s, kind=k) if s is OPEN:
                assert k is REQUEST
            case _:
                pytest.fail("an entity is usable in match")


class TestRefused:
    def test_where_no_row_fits_it_names_the_state_the_place_and_what_may_be_done(self):
        verdict = refused(filed_on(3, 3), Answer(at=at(3, 4), by=CARL, digest="d"))
        (reason,) = verdict.reasons
        assert reason.kind is ReasonKind.STATE
        assert reason.text == "Answer has no place in RECEIVED"
        assert reason.cites == (ACT(8),)
        assert reason.remedy == "its place is: OPEN, EXTENDED; in RECEIVED may be done: Take, Refer"

    def test_in_a_final_state_nothing_may_be_done(self):
        referred = PETITION.apply(filed_on(3, 3), Refer(at=at(3, 4), by=HEIDI, to="court"))
        (reason,) = refused(referred, Take(at=at(3, 5), by=CARL)).reasons
        assert reason.remedy.endswith("in REFERRED may be done: nothing")

    def test_where_no_row_fits_a_role_that_never_may_and_the_time_are_told_too(self):
        assert kinds(refused(filed_on(3, 3), Answer(at=at(3, 2), by=EMIL, digest="d"))) == ["state", "time", "role"]

    def test_where_the_law_forbids_it_names_the_article(self):
        extended = PETITION.apply(opened_on(3, 3), Lengthen(at=at(3, 10), by=HEIDI))
        (reason,) = refused(extended, Lengthen(at=at(3, 11), by=HEIDI)).reasons
        assert (reason.kind, reason.text, reason.cites) == ("never", "a term is lengthened once", (ACT(7, 2),))
        (reason,) = refused(opened_on(3, 3, IDEA), Lengthen(at=at(3, 11), by=HEIDI)).reasons
        assert (reason.kind, reason.cites) == ("never", (ACT(7, 3),))

    def test_every_unmet_condition_at_once(self):
        petition = PETITION.apply(opened_on(3, 3), Ask(at=at(3, 5), by=CARL, question="q"))
        verdict = refused(petition, Answer(at=at(3, 4), by=EMIL, digest=""))
        assert kinds(verdict) == ["role", "time", "guard", "guard"]
        role, time, says, open_ = verdict.reasons
        assert role.remedy == "who may: clerk"
        assert "2026-03-05 10:00:00+01:00" in time.text
        assert says.cites == open_.cites == (ACT(8),)

    def test_the_role_has_its_own_citation_where_another_source_names_it(self):
        (reason,) = refused(filed_on(3, 3), Take(at=at(3, 4), by=HEIDI)).reasons
        assert reason.cites == (HOUSE(2),)
        assert reason.basis is Basis.ASSUMED

    def test_an_unknown_role_is_named_with_who_may(self):
        (reason,) = refused(filed_on(3, 3), Refer(at=at(3, 4), by=Actor("x", Role("mayor")), to="court")).reasons
        assert reason.kind is ReasonKind.ROLE
        assert reason.text == "mayor, no role of the petition, may not Refer"
        assert reason.remedy == "who may: head"

    def test_the_remedy_of_a_guard_is_quoted(self):
        (reason,) = refused(filed_on(3, 3), Refer(at=at(3, 4), by=HEIDI, to="police")).reasons
        assert reason.remedy == "send it to another office"

    def test_it_prints_what_was_tried_and_why_not(self):
        with pytest.raises(Refused) as caught:
            PETITION.apply(filed_on(3, 3), Refer(at=at(3, 4), by=HEIDI, to="police"))
        assert str(caught.value) == (
            "Refer of a petition in RECEIVED by head on 2026-03-04 10:00+01:00 is refused\n"
            "  - guard: a petition never goes to whom it complains of (Petitions Act art. 6(2)); "
            "send it to another office"
        )

    def test_a_verdict_is_no_yes_or_no(self):
        verdict = PETITION.explain(filed_on(3, 3), Take(at=at(3, 4), by=CARL))
        assert verdict.accepted
        assert str(verdict) == "Take of a petition in RECEIVED by clerk on 2026-03-04 10:00+01:00 is accepted"
        with pytest.raises(TypeError, match=r"verdict\.accepted"):
            bool(verdict)

    def test_it_is_a_value_that_pickles(self):
        with pytest.raises(Refused) as caught:
            PETITION.apply(filed_on(3, 3), Take(at=at(3, 4), by=HEIDI))
        again = pickle.loads(pickle.dumps(caught.value))
        assert (again.verdict, again.step, str(again)) == (caught.value.verdict, None, str(caught.value))


class TestLessThanLaw:
    """What rests on analogy, practice or an assumption refuses too, but says so, and can be lifted."""

    def answered(self) -> Petition:
        return PETITION.apply(opened_on(3, 3), Answer(at=at(3, 5), by=CARL, digest="d"))

    def test_it_says_that_it_is_not_by_law_and_what_lifts_it(self):
        verdict = refused(self.answered(), Close(at=at(3, 6), by=CARL))
        assert not verdict.is_law
        assert str(verdict).startswith("not by law: Close of a petition")
        assert verdict.reasons[0].remedy == "lifted by lifecycle.without('four_eyes') or a Reform"

    def test_one_reason_of_law_among_them_makes_it_law(self):
        verdict = refused(self.answered(), Close(at=at(3, 4), by=CARL))
        assert kinds(verdict) == ["time", "guard"]
        assert verdict.is_law

    @pytest.mark.parametrize("rule", ["four_eyes", four_eyes], ids=["by name", "itself"])
    def test_without_lifts_a_guard(self, rule):
        lifted = PETITION.without(rule)
        assert lifted.apply(self.answered(), Close(at=at(3, 6), by=CARL)).state is CLOSED
        assert not PETITION.explain(self.answered(), Close(at=at(3, 6), by=CARL)).accepted

    def test_without_roles_lets_anybody(self):
        (reason,) = refused(filed_on(3, 3), Take(at=at(3, 4), by=EMIL)).reasons
        assert "lifecycle.without(roles=[Take])" in reason.remedy
        assert PETITION.without(roles=[Take]).apply(filed_on(3, 3), Take(at=at(3, 4), by=EMIL)).state is OPEN

    def test_without_a_row_and_without_a_deadline(self):
        refer = next(row for row in PETITION.transitions if row.action is Refer)
        assert kinds(refused(filed_on(3, 3), Refer(at=at(3, 4), by=HEIDI, to="x"), PETITION.without(refer))) == [
            "state"
        ]
        as_written = next(row for row in TRANSITIONS if row.action is Complain)
        complain = Complain(at=at(3, 19), by=EMIL)
        assert kinds(refused(opened_on(3, 3), complain, PETITION.without(as_written))) == ["state"]
        taking = DEADLINES[0]
        assert "taking" not in {due.name for due in PETITION.without(taking).due(filed_on(3, 3), at(3, 3))}
        assert PETITION.without("taking").deadlines == PETITION.without(taking).deadlines

    def test_without_what_it_does_not_have_is_one_error(self):
        with pytest.raises(BadInput) as caught:
            PETITION.without("six_eyes", roles=[Lend])
        assert caught.value.faults[:2] == ("there is no rule 'six_eyes'", "Lend is no action of it")
        assert "four_eyes" in caught.value.faults[2]
        bare = Lifecycle("petition", [evolve(row, given=()) for row in TRANSITIONS[:2]], law=LAW)
        with pytest.raises(BadInput, match=r"there is no rule 'six_eyes'\n  - by name there are: none$"):
            bare.without("six_eyes")

    def test_a_reform_lifts_what_a_guard_asks_of_the_law(self):
        """The term runs out after 15 days, on 18 March; under a Reform to 20, on the 23rd."""
        late = Lengthen(at=at(3, 20), by=HEIDI)
        assert kinds(refused(opened_on(3, 3), late)) == ["guard"]
        reformed = PETITION.under(Reform(ANSWER, 20, "on trial"))
        assert reformed.apply(opened_on(3, 3), late).state is EXTENDED

    def test_a_guard_asks_the_lifecycle_being_applied(self):
        """Under a Reform to 10 days the term ends on 13 March: a guard that asked the module's lifecycle would let
        the 16th pass."""
        on_the_16th = Lengthen(at=at(3, 16), by=HEIDI)
        assert PETITION.apply(opened_on(3, 3), on_the_16th).state is EXTENDED
        assert kinds(refused(opened_on(3, 3), on_the_16th, PETITION.under(Reform(ANSWER, 10)))) == ["guard"]

    def test_under_a_law_and_reforms_at_once(self):
        law = LAW.known(date(2026, 1, 1))
        assert PETITION.under(law).law.calendar.as_known == date(2026, 1, 1)
        assert PETITION.under(law, Reform(ANSWER, 10)).law.reforms[0].to == 10

    def test_all_else_is_as_it_was(self):
        for other in (PETITION.under(Reform(ANSWER, 10)), PETITION.without("four_eyes")):
            assert (other.final, other.parts, other.roles) == (PETITION.final, PETITION.parts, PETITION.roles)
            assert other.lint() == ()
            (reason,) = refused(filed_on(3, 3), Take(at=at(3, 4), by=HEIDI), other).reasons
            assert reason.cites == (HOUSE(2),)


class TestReadyGuards:
    def test_the_term_runs_until_the_end_of_its_last_day(self):
        assert PETITION.apply(opened_on(3, 3), Lengthen(at=at(3, 18, 23, 59), by=HEIDI)).state is EXTENDED
        (reason,) = refused(opened_on(3, 3), Lengthen(at=at(3, 19, 0), by=HEIDI)).reasons
        assert (reason.text, reason.cites) == ("the term 'answer' runs", (ACT(7, 1),))

    def test_the_term_has_run_out_on_the_day_after(self):
        (reason,) = refused(opened_on(3, 3), Complain(at=at(3, 18, 23), by=EMIL)).reasons
        assert reason.text == "the term 'answer' has run out"
        assert PETITION.apply(opened_on(3, 3), Complain(at=at(3, 19, 0), by=EMIL)).version == 3

    def test_a_pause_moves_the_day_on_which_it_has_run_out(self):
        """Held from the 4th to the 14th, ten days: the term ends on 28 March."""
        held = PETITION.apply(opened_on(3, 3), Hold(at=at(3, 4), by=EMIL))
        assert kinds(refused(held, Complain(at=at(4, 20), by=EMIL))) == ["guard"]  # held still: the term stands
        resumed = PETITION.apply(held, Resume(at=at(3, 14), by=EMIL))
        assert kinds(refused(resumed, Complain(at=at(3, 28), by=EMIL))) == ["guard"]
        assert PETITION.apply(resumed, Complain(at=at(3, 29), by=EMIL)).version == 5


class TestEditions:
    """An amendment of 1 July 2026 lets clerks refer, and answers are due in ten days."""

    def test_the_day_of_the_action_picks_the_row(self):
        by_clerk = Refer(at=at(6, 30, 23), by=CARL, to="court")
        (reason,) = refused(filed_on(6, 1), by_clerk).reasons
        assert reason.remedy == "who may: head"
        assert PETITION.apply(filed_on(6, 1), evolve(by_clerk, at=at(7, 1, 0))).state is REFERRED

    def test_what_an_amendment_ended_is_refused_from_its_day(self):
        rows = [row for row in TRANSITIONS if not (row.action is Refer and row.since)]
        ended = Lifecycle("petition", rows, DEADLINES, law=LAW, parts=[QUESTIONS])
        refer = Refer(at=at(6, 30, 23), by=HEIDI, to="court")
        assert ended.apply(filed_on(6, 1), refer).state is REFERRED
        assert kinds(refused(filed_on(6, 1), evolve(refer, at=at(7, 1, 0)), ended)) == ["state"]
        assert [one.action for one in ended.allowed(filed_on(6, 1), HEIDI, at(7, 1))] == []

    def test_the_day_is_the_offices(self):
        """22:30 of 30 June in UTC is half past midnight of 1 July in Berlin."""
        summer = pendulum.datetime(2026, 6, 30, 22, 30, tz="UTC")
        refer = Refer(at=summer, by=CARL, to="court")
        assert PETITION.apply(filed_on(6, 1), refer).state is REFERRED
        assert PETITION.explain(filed_on(6, 1), refer).accepted
        assert PETITION.found(filed_on(6, 1), refer).row.since == date(2026, 7, 1)

    def test_the_term_is_that_of_the_day_its_clock_started(self):
        (_, old) = PETITION.due(filed_on(6, 30), at(7, 1))
        (_, new) = PETITION.due(filed_on(7, 1), at(7, 1))
        assert (old.raw, new.raw) == (date(2026, 7, 15), date(2026, 7, 11))


class TestParts:
    def test_a_part_begins_moves_and_ends_with_the_whole_unmoved(self):
        petition = PETITION.apply(opened_on(3, 3), Ask(at=at(3, 4), by=CARL, question="q1"))
        petition = PETITION.apply(petition, Ask(at=at(3, 4), by=CLARA, question="q2"))
        assert [(q.id, q.state, q.by) for q in petition.questions] == [
            ("q1", QuestionState.ASKED, "c1"),
            ("q2", QuestionState.ASKED, "c2"),
        ]
        petition = PETITION.apply(petition, Reply(at=at(3, 5), by=EMIL, question="q2"))
        assert [q.state for q in petition.questions] == [QuestionState.ASKED, QuestionState.GIVEN]
        assert petition.state is OPEN
        assert petition.history[-1].state is QuestionState.GIVEN

    def test_a_part_names_its_states_and_its_actions(self):
        (questions,) = PETITION.parts
        assert questions.states == (QuestionState.ASKED, QuestionState.GIVEN, QuestionState.DROPPED)
        assert questions.actions == (Ask, Reply, Drop)

    def test_guards_of_a_part_see_the_whole(self):
        petition = PETITION.apply(opened_on(3, 3), Ask(at=at(3, 4), by=CARL, question="q1"))
        assert kinds(refused(petition, Drop(at=at(3, 5), by=CLARA, question="q1"))) == ["guard"]
        dropped = PETITION.apply(petition, Drop(at=at(3, 5), by=CARL, question="q1"))
        assert dropped.questions[0].state is QuestionState.DROPPED

    def test_an_unknown_part_and_one_that_is_done_are_told_apart(self):
        petition = PETITION.apply(opened_on(3, 3), Ask(at=at(3, 4), by=CARL, question="q1"))
        (reason,) = refused(petition, Reply(at=at(3, 5), by=EMIL, question="q9")).reasons
        assert reason.text == "Reply: there is no 'q9' among the questions"
        given = PETITION.apply(petition, Reply(at=at(3, 5), by=EMIL, question="q1"))
        (reason,) = refused(given, Reply(at=at(3, 6), by=EMIL, question="q1")).reasons
        assert reason.text == "Reply has no place while 'q1' of the questions is GIVEN"

    def test_a_row_of_a_part_may_keep_its_state_and_may_be_amended(self):
        asking, replying, dropping = QUESTIONS.transitions
        again = evolve(replying, target=SAME)
        amended = evolve(QUESTIONS, transitions=(evolve(asking, until=AMENDED), again, dropping))
        lifecycle = Lifecycle("petition", TRANSITIONS, DEADLINES, law=LAW, parts=[amended])
        question = Ask(at=at(6, 30), by=CARL, question="q1")
        petition = lifecycle.apply(opened_on(6, 1), question)
        petition = lifecycle.apply(petition, Reply(at=at(7, 1), by=EMIL, question="q1"))
        assert petition.questions[0].state is petition.history[-1].state is QuestionState.ASKED
        assert kinds(refused(opened_on(6, 1), evolve(question, at=at(7, 1)), lifecycle)) == ["state"]

    def test_a_part_has_its_place_only_during_some_states_of_the_whole(self):
        (reason,) = refused(filed_on(3, 3), Ask(at=at(3, 4), by=CARL, question="q1")).reasons
        assert reason.text == "Ask has no place in RECEIVED"

    def test_role_and_time_hold_for_parts_as_well(self):
        petition = opened_on(3, 3)
        assert kinds(refused(petition, Ask(at=at(3, 4), by=EMIL, question="q1"))) == ["role"]
        assert kinds(refused(petition, Ask(at=at(3, 2), by=CARL, question="q1"))) == ["time"]

    def test_each_part_has_its_own_clock(self):
        petition = PETITION.apply(opened_on(3, 3), Ask(at=at(3, 4), by=CARL, question="q1"))
        petition = PETITION.apply(petition, Ask(at=at(3, 6), by=CARL, question="q2"))
        petition = PETITION.apply(petition, Reply(at=at(3, 9), by=EMIL, question="q1"))
        first, second = (due for due in PETITION.due(petition, at(3, 10)) if due.name == "information")
        assert (first.key, first.raw, first.met) == ("q1", date(2026, 3, 14), date(2026, 3, 9))
        assert (second.key, second.raw, second.met) == ("q2", date(2026, 3, 16), None)
        assert [due.key for due in PETITION.due(petition, at(3, 10), open=True) if due.name == "information"] == ["q2"]


class TestAllowed:
    def test_a_guard_without_payload_is_asked_and_others_are_quoted(self):
        petition = PETITION.apply(opened_on(3, 3), Ask(at=at(3, 4), by=CARL, question="q1"))
        names = {one.action for one in PETITION.allowed(petition, CARL, at(3, 5))}
        assert names == {Report, Ask, Drop}  # Answer waits for the open question
        given = PETITION.apply(petition, Reply(at=at(3, 5), by=EMIL, question="q1"))
        answer = next(one for one in PETITION.allowed(given, CARL, at(3, 6)) if one.action is Answer)
        assert [guard.name for guard in answer.conditions] == ["says_something"]

    def test_it_names_the_parts_an_action_may_be_about(self):
        petition = PETITION.apply(opened_on(3, 3), Ask(at=at(3, 4), by=CARL, question="q1"))
        reply = next(one for one in PETITION.allowed(petition, EMIL, at(3, 5)) if one.action is Reply)
        assert reply.items == ("q1",)

    def test_it_names_only_those_that_are_where_it_fits_and_without_one_not_the_action(self):
        petition = opened_on(3, 3)
        assert Reply not in {one.action for one in PETITION.allowed(petition, EMIL, at(3, 5))}
        for question in ("q1", "q2"):
            petition = PETITION.apply(petition, Ask(at=at(3, 4), by=CARL, question=question))
        petition = PETITION.apply(petition, Reply(at=at(3, 5), by=EMIL, question="q1"))
        reply = next(one for one in PETITION.allowed(petition, EMIL, at(3, 5)) if one.action is Reply)
        assert reply.items == ("q2",)
        (ask,) = (one for one in PETITION.allowed(petition, CARL, at(3, 5)) if one.action is Ask)
        assert ask.items == ()

    def test_a_part_has_its_place_where_its_table_says_and_for_the_kinds_it_says(self):
        def may_ask(petition, **changes):
            lifecycle = Lifecycle("petition", TRANSITIONS, DEADLINES, law=LAW, parts=[evolve(QUESTIONS, **changes)])
            return Ask in {one.action for one in lifecycle.allowed(petition, CARL, at(3, 5))}

        asking, *others = QUESTIONS.transitions
        of_ideas = (evolve(asking, only=(IDEA,)), *others)
        assert not may_ask(filed_on(3, 3))
        assert may_ask(filed_on(3, 3), during=())
        assert may_ask(opened_on(3, 3, IDEA), transitions=of_ideas)
        assert not may_ask(opened_on(3, 3), transitions=of_ideas)

    def test_what_anybody_may_is_allowed_to_anybody(self):
        anybody = PETITION.without(roles=[Take])
        assert [one.action for one in anybody.allowed(filed_on(3, 3), EMIL, at(3, 4))] == [Take]

    def test_a_guard_that_does_not_say_what_it_looks_at_is_quoted(self):
        looks_everywhere = guard("all is well", ACT(3))(lambda petition, action, law: action.case == petition.id)
        rows = [evolve(row, given=(looks_everywhere,)) if row.action is Take else row for row in TRANSITIONS]
        lifecycle = Lifecycle("petition", rows, DEADLINES, law=LAW, parts=[QUESTIONS])
        (take,) = lifecycle.allowed(filed_on(3, 3), CARL, at(3, 4))
        assert take.conditions == (looks_everywhere,)

    def test_the_row_of_an_action_is_that_of_its_kind(self):
        lengthen = Lengthen(at=at(3, 10), by=HEIDI)
        assert PETITION.found(opened_on(3, 3), lengthen).row.only == (REQUEST,)
        assert PETITION.found(opened_on(3, 3, IDEA), lengthen).row.never == "the term of an idea is not lengthened"

    def test_the_kind_and_the_day_matter(self):
        assert Lengthen in {one.action for one in PETITION.allowed(opened_on(3, 3), HEIDI, at(3, 10))}
        assert Lengthen not in {one.action for one in PETITION.allowed(opened_on(3, 3, IDEA), HEIDI, at(3, 10))}
        assert Lengthen not in {one.action for one in PETITION.allowed(opened_on(3, 3), HEIDI, at(3, 19))}
        assert Refer in {one.action for one in PETITION.allowed(filed_on(6, 1), CARL, at(7, 1))}
        assert Refer not in {one.action for one in PETITION.allowed(filed_on(6, 1), CARL, at(6, 30))}

    def test_nothing_is_allowed_before_the_last_record(self):
        assert PETITION.allowed(opened_on(3, 3), CARL, at(3, 2)) == ()

    def test_everything_allowed_without_condition_is_accepted(self):
        petition = PETITION.apply(opened_on(3, 3), Lengthen(at=at(3, 10), by=HEIDI))
        for actor in (HEIDI, CARL, EMIL):
            for one in PETITION.allowed(petition, actor, at(3, 11)):
                if one.action in (Notify, Hold, Report):
                    assert PETITION.apply(petition, one.action(at=at(3, 11), by=actor)).version == 4


NAIVE = pendulum.naive(2026, 3, 4, 10)


class TestBadInput:
    """What can't be judged at all: one typed error that says what was given, and the entity unchanged."""

    @pytest.mark.parametrize(
        ("action", "fault"),
        [
            (
                Take(at=NAIVE, by=CARL),
                "at: an instant with a zone (pendulum.datetime(…, tz=…)), not 2026-03-04T10:00:00",
            ),
            (Take(at="4 March", by=CARL), "at: an instant with a zone (pendulum.datetime(…, tz=…)), not '4 March'"),
            (
                Take(at=datetime(2026, 3, 4, 10, tzinfo=UTC), by=CARL),
                "at: a pendulum.DateTime, not a datetime; pendulum",
            ),
            (Take(at=at(3, 4), by="carl"), "by: an Actor, not 'carl'"),
            (Renew(at=at(3, 4), by=CARL), "action: a Renew is no action of the petition; its actions are: File, Take"),
            ("Take", "action: 'Take' is no action of the petition"),
            (Take, "action: the class Take is no action of the petition"),
            (
                Ask(at=at(3, 4), by=CARL, question="q", until=NAIVE),
                "until: an instant with a zone (pendulum.datetime(…, tz=…)), not 2026-03-04T",
            ),
        ],
        ids=[
            "naive",
            "text",
            "stdlib",
            "no actor",
            "foreign",
            "a name",
            "a class",
            "other field",
        ],
    )
    @pytest.mark.parametrize("ask", ["apply", "explain"])
    def test_a_malformed_action(self, action, fault, ask):
        petition = opened_on(3, 3) if type(action) is Ask else filed_on(3, 3)
        before = pickle.dumps(petition)
        with pytest.raises(BadInput) as caught:
            getattr(PETITION, ask)(petition, action)
        assert any(one.startswith(fault) for one in caught.value.faults)
        assert len(caught.value.faults) == 1
        assert pickle.dumps(petition) == before

    def test_all_faults_at_once(self):
        with pytest.raises(BadInput) as caught:
            PETITION.apply("petition", Take(at=NAIVE, by="carl"))
        assert [fault.split(":")[0] for fault in caught.value.faults] == ["entity", "at", "by"]
        assert str(caught.value).startswith("Take of the petition:\n  - entity: a Petition, not 'petition'")

    def test_a_class_is_named_as_what_was_tried(self):
        with pytest.raises(BadInput, match=r"^Take of the petition:\n"):
            PETITION.apply(filed_on(3, 3), Take)

    def test_a_naive_time_begins_nothing(self):
        with pytest.raises(BadInput):
            PETITION.begin(File(at=NAIVE, by=EMIL, case="7", kind=REQUEST, office=TOWN))

    def test_a_kind_by_its_name_begins_nothing(self):
        with pytest.raises(BadInput) as caught:
            PETITION.begin(File(at=at(3, 3), by=EMIL, case="7", kind="REQUEST", office=TOWN))
        assert caught.value.faults == ("kind: REQUEST or IDEA of PetitionKind, not 'REQUEST'",)

    def test_no_entity(self):
        for ask in (
            lambda: PETITION.apply(None, Take(at=at(3, 4), by=CARL)),
            lambda: PETITION.due(None, at(3, 4)),
            lambda: PETITION.allowed(None, CARL, at(3, 4)),
        ):
            with pytest.raises(BadInput, match="entity: a Petition, not None"):
                ask()

    def test_an_entity_without_history(self):
        bare = evolve(filed_on(3, 3), history=())
        for ask in (
            lambda: PETITION.apply(bare, Take(at=at(3, 4), by=CARL)),
            lambda: PETITION.due(bare, at(3, 4)),
            lambda: PETITION.allowed(bare, CARL, at(3, 4)),
        ):
            with pytest.raises(BadInput, match="it has no history; petition"):
                ask()

    def test_an_entity_of_another_lifecycle(self):
        loan = LOAN.begin(Lend(at=at(3, 3), by=Actor("d", Role("librarian")), loan="b", office=TOWN))
        for ask in (
            lambda: PETITION.apply(loan, Take(at=at(3, 4), by=CARL)),
            lambda: PETITION.explain(loan, Take(at=at(3, 4), by=CARL)),
            lambda: PETITION.due(loan, at(3, 4)),
            lambda: PETITION.allowed(loan, CARL, at(3, 4)),
        ):
            with pytest.raises(BadInput, match="entity: a Petition, not a Loan"):
                ask()

    def test_a_naive_time_in_a_question(self):
        with pytest.raises(BadInput, match="a question of the petition"):
            PETITION.due(filed_on(3, 3), NAIVE)
        with pytest.raises(BadInput, match="a question of the petition"):
            PETITION.allowed(filed_on(3, 3), CARL, NAIVE)

    def test_a_mistake_inside_a_guard_is_not_hidden(self):
        @guard("a guard with a mistake", ACT(3))
        def broken(petition: Petition, action: Take) -> bool:
            return petition.id + 1 > 0

        take = next(row for row in TRANSITIONS if row.action is Take)
        rows = [evolve(row, given=(broken,)) if row is take else row for row in TRANSITIONS]
        lifecycle = Lifecycle("petition", rows, DEADLINES, law=LAW, parts=PETITION.parts)
        with pytest.raises(TypeError, match="concatenate"):
            lifecycle.apply(filed_on(3, 3), Take(at=at(3, 4), by=CARL))


class TestHistories:
    def life(self) -> list[Action]:
        petition = PETITION.apply(opened_on(3, 3), Ask(at=at(3, 4), by=CARL, question="q1"))
        petition = PETITION.apply(petition, Reply(at=at(3, 5), by=EMIL, question="q1"))
        petition = PETITION.apply(petition, Lengthen(at=at(3, 10), by=HEIDI))
        petition = PETITION.apply(petition, Answer(at=at(4, 1), by=CARL, digest="d"))
        return [record.action for record in petition.history]

    def test_replay_judges_each_action(self):
        petition = PETITION.replay(self.life())
        assert (petition.state, petition.version, petition.answer) == (ANSWERED, 6, "d")

    def test_replay_stops_at_a_refusal_and_says_at_which_step(self):
        actions = self.life()
        actions[4] = evolve(actions[4], by=CARL)
        with pytest.raises(Refused) as caught:
            PETITION.replay(actions)
        assert caught.value.step == 4
        assert kinds(caught.value.verdict) == ["role"]
        assert str(caught.value).startswith("step 4: Lengthen of a petition in OPEN by clerk")

    def test_restore_trusts_what_is_on_file(self):
        petition = PETITION.replay(self.life())
        assert PETITION.restore(petition.history) == petition

    def test_what_is_on_file_stands_even_where_the_table_would_say_otherwise(self):
        """Filed once led to OPEN, under another article; and somebody noted what was against it."""
        (record,) = filed_on(3, 3).history
        against = PETITION.explain(None, evolve(record.action, by=CARL)).reasons
        old = evolve(record, state=OPEN, cites=(ACT(99),), against=against)
        restored = PETITION.restore([old, evolve(record, action=Report(at=at(3, 31), by=CARL), state=EXTENDED)])
        assert restored.history[0] == old
        assert PETITION.restore([old]).state is OPEN
        assert restored.state is EXTENDED

    def test_the_effect_is_that_of_the_row_of_its_day(self):
        file = TRANSITIONS[0]

        def numbered(action: File) -> Petition:
            return evolve(file.then(action), id=f"{action.at.year}/{action.case}")

        amended = (evolve(file, until=AMENDED), evolve(file, since=AMENDED, then=numbered))
        lifecycle = Lifecycle("petition", [*amended, *TRANSITIONS[1:]], DEADLINES, law=LAW, parts=[QUESTIONS])
        assert lifecycle.restore(filed_on(6, 30).history).id == "7"
        assert lifecycle.restore(filed_on(7, 1).history).id == "2026/7"

    def test_a_record_that_is_malformed_is_bad_input(self):
        (record,) = filed_on(3, 3).history
        for action, fault in (
            (Take(at=NAIVE, by=CARL), "at: an instant with a zone"),
            (Renew(at=at(3, 4), by=CARL), "action: a Renew is no action of the petition"),
        ):
            with pytest.raises(BadInput, match=fault):
                PETITION.restore([record, evolve(record, action=action)])

    def test_a_newer_table_does_not_judge_the_past(self):
        """A case was extended under a table that allowed it; a newer one has no such row. It opens all the same."""
        petition = PETITION.replay(self.life())
        lengthen = next(row for row in PETITION.transitions if row.action is Lengthen and not row.never)
        newer = PETITION.without(lengthen, "answer", "notice", "runs('answer')", "run_out('answer')")
        restored = newer.restore(petition.history)
        assert (restored.state, restored.history, restored.answer) == (ANSWERED, petition.history, "d")
        with pytest.raises(Refused):
            newer.replay(self.life())

    def test_restore_under_a_table_that_begins_otherwise(self):
        start = PETITION.transitions[0]
        moved = [evolve(start, since=date(2026, 6, 1)), *PETITION.transitions[1:]]
        newer = Lifecycle("petition", moved, DEADLINES, law=LAW, parts=PETITION.parts)
        petition = PETITION.replay(self.life())
        assert newer.restore(petition.history) == petition

    @pytest.mark.parametrize("way", ["replay", "restore"])
    def test_an_empty_history(self, way):
        with pytest.raises(BadInput, match="the history is empty"):
            getattr(PETITION, way)([])

    def test_a_record_that_begins_nothing_is_not_restored(self):
        history = PETITION.replay(self.life()).history
        with pytest.raises(BadInput, match="no row begins it with Take"):
            PETITION.restore(history[1:])
        with pytest.raises(BadInput, match="no row begins it with Ask"):
            PETITION.restore(history[2:])


class TestDue:
    def test_open_dues_and_all_of_them(self):
        petition = PETITION.apply(opened_on(3, 3), Lengthen(at=at(3, 10), by=HEIDI))
        every = PETITION.due(petition, at(3, 12))
        assert [(due.name, due.met) for due in every] == [
            ("taking", date(2026, 3, 3)),
            ("answer", None),
            ("notice", None),
        ]
        assert [due.name for due in PETITION.due(petition, at(3, 12), open=True)] == ["answer", "notice"]

    def test_a_duty_of_some_kinds_is_owed_only_in_those(self):
        lengthen = next(row for row in PETITION.transitions if row.action is Lengthen and not row.never)
        anyone = evolve(lengthen, only=(), given=())
        rows = [row for row in PETITION.transitions if row.action is not Lengthen] + [anyone]
        free = Lifecycle("petition", rows, DEADLINES, law=LAW, parts=PETITION.parts)
        idea = free.apply(opened_on(3, 3, IDEA), Lengthen(at=at(3, 10), by=HEIDI))
        assert "notice" not in {due.name for due in free.due(idea, at(3, 11))}
        request = free.apply(opened_on(3, 3), Lengthen(at=at(3, 10), by=HEIDI))
        assert "notice" in {due.name for due in free.due(request, at(3, 11))}

    def test_an_ended_duty_is_lifted(self):
        petition = PETITION.apply(opened_on(3, 3), Ask(at=at(3, 4), by=CARL, question="q1"))
        petition = PETITION.apply(petition, Drop(at=at(3, 5), by=CARL, question="q1"))
        due = next(due for due in PETITION.due(petition, at(4, 1)) if due.name == "information")
        assert due.lifted
        assert due.status(at(4, 1)) == "lifted"

    def test_a_clock_of_a_deadline_that_is_gone_is_passed_over(self):
        assert [due.name for due in PETITION.without("taking").due(filed_on(3, 3), at(3, 4), open=True)] == ["answer"]

    def test_asking_for_a_deadline_that_is_not_there(self):
        petition, take = filed_on(3, 3), Take(at=at(3, 3), by=CARL)
        context = PETITION.context(petition, take)
        with pytest.raises(BadInput, match="there is no deadline 'replying'; there are: answer, information"):
            context.due("replying")
        assert context.due("information") is None
        assert context.due("answer").raw == date(2026, 3, 18)
        owing_nothing = Lifecycle("petition", TRANSITIONS[:2], law=LAW)
        with pytest.raises(BadInput, match="there is no deadline 'answer'; there are: none"):
            owing_nothing.context(petition, take).due("answer")

    def test_of_a_duty_of_every_month_the_running_due_is_the_first_not_yet_done(self):
        """Taken up on 3 March: nothing runs before the first whole month; then April, and once it is reported, May."""
        petition = opened_on(3, 3)

        def running(day):
            return PETITION.context(petition, Report(at=day, by=CARL)).due("report")

        assert running(at(3, 20)) is None
        assert running(at(4, 20)).key == "2026-04"
        assert running(at(5, 20)).key == "2026-04"
        march = PETITION.context(petition, Report(at=at(3, 20), by=CARL))
        assert evolve(march, at=None).due("report") is None
        day_begins = evolve(PETITION.context(petition, Report(at=at(4, 20), by=CARL)), at=None)
        assert day_begins.due("report").key == "2026-04"  # as its day begins, where no instant is given
        petition = PETITION.apply(petition, Report(at=at(4, 21), by=CARL))
        assert running(at(4, 22)) is None
        assert running(at(5, 20)).key == "2026-05"
        reports = [due.key for due in PETITION.due(petition, at(5, 20), open=True) if due.name == "report"]
        assert reports == ["2026-05"]

    def test_of_several_questions_the_running_due_is_that_of_its_key(self):
        petition = PETITION.apply(opened_on(3, 3), Ask(at=at(3, 4), by=CARL, question="q1"))
        petition = PETITION.apply(petition, Ask(at=at(3, 6), by=CARL, question="q2"))
        context = PETITION.context(petition, Report(at=at(3, 7), by=CARL))
        assert context.due("information").key == "q1"
        assert context.due("information", "q2").raw == date(2026, 3, 16)
        assert context.due("information", "q3") is None

    def test_an_act_that_meets_a_duty_may_begin_the_next(self):
        """Word is due ten days after the last: taken up on the 3rd, told on the 5th, so again by the 15th."""
        owed = owes(PETITION.entity, PETITION.action)
        word = owed("word", (Take, Report), Days(10), (Report,), CLERK, ACT(10))
        lifecycle = Lifecycle("petition", TRANSITIONS, [*DEADLINES, word], law=LAW, parts=[QUESTIONS])
        told = lifecycle.apply(
            lifecycle.apply(lifecycle.begin(filed_on(3, 3).history[0].action), Take(at=at(3, 3), by=CARL)),
            Report(at=at(3, 5), by=CARL),
        )
        first, second = (due for due in lifecycle.due(told, at(3, 6)) if due.name == "word")
        assert (first.last, first.met) == (date(2026, 3, 13), date(2026, 3, 5))
        assert (second.last, second.met) == (date(2026, 3, 15), None)

    def test_a_term_that_was_lifted_is_told_but_is_not_open(self):
        lifted = lived(duty(Days(10)), FIVE, "2026-03-02 10:00", (Move, "2026-03-04 10:00", {"to": None}))
        (due,) = duty(Days(10)).due(lifted, at(3, 20))
        assert due.lifted
        assert duty(Days(10)).due(lifted, at(3, 20), open=True) == ()

    def test_what_its_own_beginning_meets_is_met_at_once_and_does_not_run(self):
        """A petition is registered by its filing: the same act begins the duty and meets it."""
        owed = owes(PETITION.entity, PETITION.action)
        entry = owed("entry", File, Days(1), (File,), CLERK, ACT(3))
        lifecycle = Lifecycle("petition", TRANSITIONS, [*DEADLINES, entry], law=LAW, parts=PETITION.parts)
        filed = lifecycle.begin(filed_on(3, 3).history[0].action)
        (due,) = (due for due in lifecycle.due(filed, at(3, 9)) if due.name == "entry")
        assert (due.met, due.last, due.status(at(3, 9))) == (date(2026, 3, 3), date(2026, 3, 4), "met")
        assert "entry" not in {due.name for due in lifecycle.due(filed, at(3, 9), open=True)}


def test_it_names_its_states_actions_and_roles():
    assert PETITION.states[0] is RECEIVED
    assert PETITION.actions[:3] == (File, Take, Refer)
    assert set(PETITION.roles) == {HEAD, CLERK, CITIZEN}
    assert str(next(row for row in PETITION.rows if row.action is Hold)) == "Hold: OPEN | EXTENDED -> SAME"
    assert repr(PETITION) == "<Lifecycle petition: 6 states, 17 transitions, 5 deadlines, under the town>"


def test_what_rests_on_an_article():
    from prcomm import cite

    rules = cite("petitions act", 7, 2, among=[PETITION, LAW])
    assert {(rule.kind, rule.name) for rule in rules} == {
        ("transition", "Lengthen: OPEN -> EXTENDED"),
        ("transition", "never Lengthen in EXTENDED: a term is lengthened once"),
        ("transition", "Notify: EXTENDED -> SAME"),
        ("deadline", "notice"),
        ("value", "months by which the term is lengthened"),
    }
    assert {rule.kind for rule in cite("House rules", 2, among=[PETITION])} == {"roles"}
    assert {rule.kind for rule in cite("House rules", 1, among=[PETITION])} == {"guard"}
    assert all(rule.cites for rule in PETITION.cited())


def test_an_office_of_another_zone_counts_its_own_days():
    """20:30 on 3 March in UTC is already the 4th in Tashkent."""
    tashkent = Office("iib", zone="Asia/Tashkent")
    late = pendulum.datetime(2026, 3, 3, 20, 30, tz="UTC")
    petition = PETITION.begin(File(at=late, by=EMIL, case="7", kind=REQUEST, office=tashkent))
    (_, answer) = PETITION.due(petition, late)
    assert (answer.start, answer.raw) == (date(2026, 3, 4), date(2026, 3, 19))


class TestWhoOwes:
    """A deadline names who owes it, and what says so, where that is not its own article."""

    PLAIN = owes(PETITION.entity, PETITION.action)("entry", File, Days(1), Take, CLERK, ACT(3))
    OTHER = owes(PETITION.entity, PETITION.action)("entry", File, Days(1), Take, Who(CLERK, HOUSE(2)), ACT(3))

    def lifecycle(self, deadline):
        return Lifecycle("petition", TRANSITIONS, [*DEADLINES, deadline], law=LAW, parts=PETITION.parts)

    def test_it_stays_a_role(self):
        assert self.PLAIN.owed_by == self.OTHER.owed_by == CLERK
        assert (self.PLAIN.owed_by_cites, self.PLAIN.who) == ((ACT(3),), Who(CLERK, ACT(3)))
        assert (self.OTHER.owed_by_cites, self.OTHER.who) == ((HOUSE(2),), Who(CLERK, HOUSE(2)))
        assert self.OTHER.cites == (ACT(3),)

    def test_a_due_tells_it_and_rests_on_its_own_article(self):
        lifecycle = self.lifecycle(self.OTHER)
        due = next(one for one in lifecycle.due(filed_on(3, 3), at(3, 3)) if one.name == "entry")
        assert (due.owed_by, due.owed_by_cites) == (CLERK, (HOUSE(2),))
        assert HOUSE(2) not in due.cites
        assert due.basis is Basis.STATUTE

    def test_it_is_among_what_rests_on_a_source(self):
        def owing(deadline):
            return [rule for rule in self.lifecycle(deadline).cited() if rule.name == "who owes entry"]

        assert owing(self.PLAIN) == []
        assert owing(self.OTHER) == [Rule(RuleKind.ROLES, "petition", "who owes entry", (HOUSE(2),))]
        assert owing(self.OTHER)[0].about in self.lifecycle(self.OTHER).deadlines
