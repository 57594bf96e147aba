"""Why not, in words: each reason says what stands against an action, by what article, and what to do instead."""

import book_loan
import pendulum
import pytest
from attrs import evolve
from book_loan import LIBRARIAN, READER, RULES, LoanState, Renew, Return
from samples.petition import (
    ACT,
    ANSWER,
    CARL,
    CLARA,
    CLERK,
    DEADLINES,
    EMIL,
    HEIDI,
    HOUSE,
    IDEA,
    LAW,
    OPEN,
    PETITION,
    RECEIVED,
    REFERRED,
    REQUEST,
    TOWN,
    TRANSITIONS,
    Answer,
    Ask,
    Close,
    Complain,
    File,
    Lengthen,
    Petition,
    Refer,
    Reply,
    Take,
    at,
    filed_on,
    opened_on,
    row,
)

from prcomm import Actor, Basis, Context, FaultyLifecycle, Lifecycle, Reason, Refused, Who, guard, run_out, runs


def changed(*more, without=(), parts=PETITION.parts) -> Lifecycle:
    """The petition with rows more, and without those of some actions."""
    kept = [one for one in TRANSITIONS if one.action not in without]
    return Lifecycle("petition", [*kept, *more], DEADLINES, law=LAW, parts=parts)


def against(petition, action, lifecycle=PETITION) -> tuple[Reason, ...]:
    """The reasons, as raised and as explained: they are the same."""
    tried = (action,) if petition is None else (petition, action)
    with pytest.raises(Refused) as caught:
        (lifecycle.begin if petition is None else lifecycle.apply)(*tried)
    assert caught.value.verdict == lifecycle.explain(petition, action)
    return caught.value.verdict.reasons


def kinds(reasons) -> list[str]:
    return [str(reason.kind) for reason in reasons]


class TestWhere:
    def test_an_action_for_one_kind_tells_a_case_of_that_kind_where_its_place_is(self):
        (reason,) = against(filed_on(3, 3), Lengthen(at=at(3, 4), by=HEIDI))
        assert reason.text == "Lengthen has no place in RECEIVED of a REQUEST"
        assert reason.remedy == "its place is: OPEN; in RECEIVED may be done: Take, Refer"
        assert reason.cites == (ACT(7, 2),)

    def test_and_a_case_of_another_kind_that_it_has_none(self):
        (reason,) = against(filed_on(3, 3, kind=IDEA), Lengthen(at=at(3, 4), by=HEIDI))
        assert reason.text == "Lengthen has no place in RECEIVED of an IDEA"
        assert reason.remedy == "it is for: REQUEST; in RECEIVED may be done: Take, Refer"
        assert reason.cites == (ACT(7, 2),)

    def test_what_is_forbidden_here_is_not_among_what_may_be_done_here(self):
        extended = PETITION.apply(opened_on(3, 3), Lengthen(at=at(3, 4), by=HEIDI))
        (reason,) = against(extended, Take(at=at(3, 5), by=CARL))
        may = "Hold, Resume, Notify, Report, Answer, Complain, Ask"
        assert reason.remedy == f"its place is: RECEIVED; in EXTENDED may be done: {may}"

    def test_an_action_on_things_inside_is_among_what_may_be_done_once_there_is_one(self):
        petition = opened_on(3, 3)
        assert "Reply" not in against(petition, Close(at=at(3, 4), by=HEIDI))[0].remedy
        asked = PETITION.apply(petition, Ask(at=at(3, 4), by=CARL, question="q1"))
        assert against(asked, Close(at=at(3, 4), by=HEIDI))[0].remedy.endswith("Ask, Reply, Drop")

    def test_a_part_for_which_every_state_of_the_whole_will_do(self):
        always = changed(parts=[evolve(PETITION.parts[0], during=())])
        asked = always.apply(filed_on(3, 3), Ask(at=at(3, 4), by=CARL, question="q1"))
        (reason,) = against(asked, Reply(at=at(3, 4), by=EMIL, question="q9"), always)
        assert reason.text == "Reply: there is no 'q9' among the questions"
        assert reason.remedy == "its place is: ASKED; in RECEIVED may be done: Take, Refer, Ask, Reply, Drop"
        assert kinds(against(asked, Reply(at=at(3, 4), by=CARL, question="q1"), always)) == ["role"]

    def test_what_begins_a_case_is_told_whole(self):
        (reason,) = against(None, Take(at=at(3, 3), by=CARL))
        assert str(reason) == "state: Take begins no petition; it begins with: File"
        renewed = book_loan.row.start(Renew, LoanState.LENT, READER, RULES(3), then=lambda action: None)
        loan = Lifecycle("loan", [*book_loan.TRANSITIONS, renewed], book_loan.DEADLINES, law=book_loan.LAW)
        (reason,) = against(None, Return(at=at(3, 3), by=Actor("d", LIBRARIAN)), loan)
        assert reason.remedy == "it begins with: Lend, Renew"


class TestWho:
    def test_a_role_that_acts_here_but_may_not_do_this(self):
        (reason,) = against(filed_on(3, 3), Refer(at=at(3, 4), by=CLARA, to="court"))
        assert str(reason) == "role: clerk may not Refer (Petitions Act art. 6(1)); who may: head"

    def test_several_who_may_are_told_one_by_one(self):
        (reason,) = against(filed_on(7, 1), Refer(at=at(7, 2), by=EMIL, to="court"))
        assert reason.remedy == "who may: head, clerk"

    def test_who_may_by_an_assumption_and_what_lifts_it(self):
        (reason,) = against(filed_on(3, 3), Take(at=at(3, 4), by=EMIL))
        assert reason.remedy == "who may: clerk; lifted by lifecycle.without(roles=[Take]) or a Reform"

    def test_where_it_has_no_place_a_role_that_may_do_it_nowhere_is_told_by_the_rows_of_its_kind(self):
        lengthen = Lengthen(at=at(3, 4), by=EMIL)
        _, role = against(filed_on(3, 3), lengthen)
        assert (role.text, role.remedy) == ("citizen may not Lengthen", "who may: head")
        assert kinds(against(filed_on(3, 3, kind=IDEA), lengthen)) == ["state"]

    def test_where_anybody_may_the_role_is_never_against_it(self):
        anybody = PETITION.without(roles=[Refer])
        assert kinds(against(filed_on(3, 3), Refer(at=at(3, 4), by=EMIL, to="police"), anybody)) == ["guard"]
        assert kinds(against(opened_on(3, 3), Refer(at=at(3, 4), by=EMIL, to="court"), anybody)) == ["state"]


class TestWhen:
    def test_what_is_before_the_last_record_is_told_when_that_was(self):
        (reason,) = against(opened_on(3, 3), Answer(at=at(3, 2), by=CARL, digest="d"))
        assert str(reason) == (
            "time: it is before the last record, of 2026-03-03 11:00:00+01:00; not before 2026-03-03 11:00:00+01:00"
        )


class TestConditions:
    def test_a_term_that_never_began_neither_runs_nor_has_run_out(self):
        """Nothing was asked, so no information is owed: it can't be late, and there is no term to keep to."""
        for ready in (runs("information"), run_out("information")):
            lifecycle = changed(row(OPEN, Complain, OPEN, EMIL.role, ACT(11), ready), without=[Complain])
            (reason,) = against(opened_on(3, 3), Complain(at=at(3, 4), by=EMIL), lifecycle)
            assert (reason.name, reason.cites, reason.remedy) == (ready.name, (ACT(5, 1),), "")
        assert reason.text == "the term 'information' has run out"

    def test_a_term_runs_on_a_last_day_that_is_a_day_off(self):
        """Filed on Friday 6 March, the last day is Saturday the 21st, past the office's own target of Friday."""
        assert PETITION.apply(opened_on(3, 6), Lengthen(at=at(3, 21), by=HEIDI)).version == 3
        assert kinds(against(opened_on(3, 6), Lengthen(at=at(3, 22), by=HEIDI))) == ["guard"]

    def test_what_would_meet_it_and_what_lifts_it_stand_together(self):
        @guard("it is not referred on a whim", HOUSE(3), remedy="say why")
        def not_on_a_whim(petition: Petition, action: Refer) -> bool:
            return False

        lifecycle = changed(row(RECEIVED, Refer, OPEN, HEIDI.role, ACT(6, 1), not_on_a_whim), without=[Refer])
        (reason,) = against(filed_on(3, 3), Refer(at=at(3, 4), by=HEIDI, to="court"), lifecycle)
        assert reason.remedy == "say why; lifted by lifecycle.without('not_on_a_whim') or a Reform"

    def test_what_only_an_assumption_forbids_in_words_is_lifted_with_its_row(self):
        never = row.never(OPEN, Refer, HOUSE(4), "what is taken up is not passed on")
        (reason,) = against(opened_on(3, 3), Refer(at=at(3, 4), by=HEIDI, to="court"), changed(never))
        assert reason.remedy == "lifted by lifecycle.without(its row) or a Reform"
        assert kinds(against(opened_on(3, 3), Refer(at=at(3, 4), by=HEIDI, to="x"), changed(never).without(never))) == [
            "state"
        ]

    def test_the_law_a_guard_is_handed_is_that_of_the_offices_day(self):
        """Ten days instead of fifteen from 1 July: in Berlin that is 22:00 of 30 June by UTC."""

        @guard("there is time to refer it", ACT(6, 3))
        def time_to_refer(petition: Petition, action: Refer, context: Context) -> bool:
            return context[ANSWER] > 10

        @guard("there is time to file it", ACT(6, 4))
        def time_to_file(nothing: None, action: File, context: Context) -> bool:
            return context[ANSWER] > 10

        refer = row(RECEIVED, Refer, OPEN, HEIDI.role, ACT(6, 1), time_to_refer)
        file = row.start(File, RECEIVED, EMIL.role, ACT(1), time_to_file, then=TRANSITIONS[0].then)
        lifecycle = changed(refer, file, without=[Refer, File])
        june, july = (pendulum.datetime(2026, 6, 30, hour, 30, tz="UTC") for hour in (21, 22))
        filing = {"by": EMIL, "case": "7", "kind": REQUEST, "office": TOWN}
        assert lifecycle.apply(filed_on(6, 1), Refer(at=june, by=HEIDI, to="x")).state is OPEN
        assert lifecycle.begin(File(at=june, **filing)).state is RECEIVED
        assert kinds(against(filed_on(6, 1), Refer(at=july, by=HEIDI, to="x"), lifecycle)) == ["guard"]
        assert kinds(against(None, File(at=july, **filing), lifecycle)) == ["guard"]


class TestLawAndLess:
    """What is taken from a neighbouring law stays less than law, whatever else follows from what was read."""

    MIXED = (ACT(4).by(Basis.ANALOGY), ACT(4).by(Basis.INFERRED))

    def verdict(self, by=CARL, **fields):
        rows = [evolve(one, **fields) if one.action is Take else one for one in TRANSITIONS]
        lifecycle = Lifecycle("petition", rows, DEADLINES, law=LAW, parts=PETITION.parts)
        return lifecycle, lifecycle.explain(filed_on(3, 3), Take(at=at(3, 4), by=by))

    def test_of_a_guard(self):
        @guard("it is a leap year", self.MIXED)
        def leap(petition, action):
            return False

        _, verdict = self.verdict(given=(leap,))
        assert not verdict.is_law
        assert verdict.reasons[0].basis is Basis.INFERRED
        assert verdict.reasons[0].remedy == "lifted by lifecycle.without('leap') or a Reform"

    def test_of_roles(self):
        _, verdict = self.verdict(EMIL, who_cites=self.MIXED)
        assert not verdict.is_law
        assert verdict.reasons[0].remedy.endswith("lifted by lifecycle.without(roles=[Take]) or a Reform")

    def test_of_a_row_that_forbids(self):
        never = row.never(RECEIVED, Take, self.MIXED, "nothing is taken")
        rows = [*(one for one in TRANSITIONS if one.action is not Take), never]
        left = [one for one in DEADLINES if Take not in (*one.begins, *one.met_by)]
        lifecycle = Lifecycle("petition", rows, left, law=LAW, parts=PETITION.parts)
        verdict = lifecycle.explain(filed_on(3, 3), Take(at=at(3, 4), by=CARL))
        assert not verdict.is_law
        assert verdict.reasons[0].remedy == "lifted by lifecycle.without(its row) or a Reform"

    @pytest.mark.parametrize(
        ("cites", "basis", "law"),
        [
            (MIXED, Basis.ANALOGY, False),
            (ACT(4).by(Basis.INFERRED), Basis.INFERRED, True),
            (ACT(4), Basis.STATUTE, True),
        ],
    )
    def test_of_a_missing_row(self, cites, basis, law):
        lifecycle, _ = self.verdict(cites=cites if isinstance(cites, tuple) else (cites,))
        (reason,) = lifecycle.explain(opened_on(3, 3), Take(at=at(3, 4), by=CARL)).reasons
        assert (reason.basis, reason.is_law) == (basis, law)


class TestWhereSeveralRowsSayWho:
    """No row fits, and others do it by several rows: each role is told by what says so of it."""

    def test_by_the_places_of_all_of_them(self):
        again = row(REFERRED, Take, OPEN, Who(HEIDI.role, ACT(7)), ACT(3))
        (_, reason) = against(opened_on(3, 3), Take(at=at(3, 4), by=EMIL), changed(again))
        assert reason.remedy.startswith("who may: clerk, head")
        assert reason.cites == (HOUSE(2), ACT(7))
        assert (reason.basis, reason.is_law) == (Basis.ASSUMED, False)


class TestWhatSomebodyElseMayDo:
    """A row may tell who may not what to do instead."""

    @pytest.fixture
    def lifecycle(self):
        take = row(RECEIVED, Take, OPEN, Who(CLERK, HOUSE(2), remedy="ask the desk to take it"), ACT(3))
        return Lifecycle(
            "petition", [*(one for one in TRANSITIONS if one.action is not Take), take], DEADLINES, law=LAW,
            parts=PETITION.parts,
        )  # fmt: skip

    def test_the_reason_says_it(self, lifecycle):
        (reason,) = against(filed_on(3, 3), Take(at=at(3, 4), by=EMIL), lifecycle)
        assert reason.remedy == (
            "who may: clerk; ask the desk to take it; lifted by lifecycle.without(roles=[Take]) or a Reform"
        )

    def test_where_no_row_fits_too(self, lifecycle):
        assert "ask the desk to take it" in against(opened_on(3, 3), Take(at=at(3, 4), by=EMIL), lifecycle)[1].remedy

    def test_it_is_a_name_of_the_process(self, lifecycle):
        (take,) = (one for one in lifecycle.transitions if one.action is Take)
        assert take.who_remedy.scope == ("petition", "remedy")

    def test_without_the_roles_nobody_is_told(self, lifecycle):
        assert lifecycle.without(roles=[Take]).explain(filed_on(3, 3), Take(at=at(3, 4), by=EMIL)).accepted

    def test_it_is_a_text(self):
        take = row(RECEIVED, Take, OPEN, Who(CLERK, HOUSE(2), remedy=7), ACT(3))
        with pytest.raises(FaultyLifecycle, match="Take: RECEIVED -> OPEN: who: remedy: a text, not 7"):
            Lifecycle("petition", [TRANSITIONS[0], take], law=LAW)
