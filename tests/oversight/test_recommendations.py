"""Recommendations: PQ-3837 para 5, the Code of Administrative Liability arts 198⁷ and 245, what is borrowed from the
neighbours of both, and house rules 21 to 24 and 36. 10 April 2026 is a Friday, 6 July a Monday."""

from enum import Enum
from types import SimpleNamespace

import pendulum
import pytest
from attrs import evolve, fields
from oversight.lives_recommendations import (
    ACTORS,
    ADOPT,
    ANOTHER_CHAIR,
    ANOTHER_ORGANISER,
    ANOTHER_SUPERIOR,
    ANSWER,
    BY_COUNCIL,
    BY_ORGANISER,
    CHIEF,
    DESK,
    EXAMPLES,
    THE_BODY,
    at,
    lives,
    of_kind,
)
from pendulum import Date
from sources import beside_the_actions

from prcomm import (
    PROCESSES,
    Actor,
    Basis,
    Days,
    FindingKind,
    Hours,
    NotInForce,
    Reason,
    ReasonKind,
    Reference,
    Reform,
    Refused,
    Status,
)
from prcomm.law import ADMINISTRATIVE_CODE, ROLL_FORWARD_BY_ANALOGY, Fine, office
from prcomm.law.house import HOUSE
from prcomm.law.liability import FINE_FOR_A_FINAL_DOCUMENT
from prcomm.law.neighbours import town, unions
from prcomm.law.orq474 import ORQ474, TERM_TO_CONSIDER
from prcomm.law.public_councils import PQ3837
from prcomm.law.roles import MEMBER
from prcomm.law.source_article import SOURCE_ARTICLE
from prcomm.oversight.recommendations import (
    ADVICE,
    FINAL_DOCUMENT,
    RECOMMENDATION,
    Adopt,
    Answer,
    CorrectArrival,
    Decide,
    FinalForm,
    JudgeReason,
    Outcome,
    ProveDelivery,
    PublishOutcome,
    RecommendationState,
    RefuseToConsider,
    Register,
    Send,
    StateReason,
    Withdraw,
    liability,
)

S = RecommendationState
CONSIDERED = ADMINISTRATIVE_CODE("198⁷")
COURT, ABOVE = ACTORS["COURT"], ACTORS["SUPERIOR"]
FIVE_UNITS = Fine(3, 5)


def trial():
    """The law names no term of considering a final document: lateness is measured where a Reform gives days."""
    return RECOMMENDATION.under(Reform(TERM_TO_CONSIDER, Days(15), "on trial"))


def adopted(kind=FINAL_DOCUMENT, on=None, **more) -> Adopt:
    by = BY_ORGANISER if kind is FINAL_DOCUMENT else BY_COUNCIL
    return evolve(ADOPT, **{"at": on or at(4, 6), "by": by, "kind": kind} | more)


def sent_to(kind=FINAL_DOCUMENT, on=None, **more) -> list:
    """Adopted and sent on one day."""
    first = adopted(kind, on, **more)
    return [first, Send(at=first.at, by=first.by)]


def arrived_on(arrived, kind=FINAL_DOCUMENT, registered=None, sent=None, **more) -> list:
    """Sent, and entered in the body's register as arrived on a day."""
    return [
        *sent_to(kind, sent or arrived.subtract(days=2), **more),
        Register(at=registered or arrived, by=DESK, number="17", arrived=arrived),
    ]


def decided(on, outcome=Outcome.ACCEPTED, **more) -> Decide:
    return Decide(at=on, by=CHIEF, outcome=outcome, **more)


def of_april() -> list:
    """Arrived on Friday 10 April 2026, registered on Monday 13 April."""
    return arrived_on(at(4, 10), registered=at(4, 13))


def against(entity, action) -> tuple[Reason, ...]:
    return RECOMMENDATION.explain(entity, action).reasons


def only(entity, action) -> Reason:
    (reason,) = against(entity, action)
    return reason


def to_begin(action) -> tuple[Reason, ...]:
    with pytest.raises(Refused) as refused:
        RECOMMENDATION.begin(action)
    return refused.value.verdict.reasons


def due(entity, name, when, lifecycle=None):
    (one,) = (one for one in (lifecycle or RECOMMENDATION).due(entity, when) if one.name == name)
    return one


class TestParagraph5OfTheModelRegulation:
    """A council's decisions are recommendations."""

    def test_advice_rests_on_what_the_council_adopted(self):
        assert RECOMMENDATION.begin(adopted(ADVICE)).state is S.ADOPTED

    @pytest.mark.parametrize(
        "lacking",
        [{"decided": False}, {"content": ""}, {"election": True}, {"author": None}],
        ids=["not adopted", "says nothing", "an election", "of no council"],
    )
    def test_and_on_nothing_else(self, lacking):
        (reason,) = to_begin(adopted(ADVICE, **lacking))
        assert (reason.cites, reason.basis, reason.is_law) == (
            (PQ3837(5).by(Basis.INFERRED),), Basis.INFERRED, True,
        )  # fmt: skip

    def test_from_the_day_of_the_regulation(self):
        assert RECOMMENDATION.begin(adopted(ADVICE, at(7, 4, year=2018))).state is S.ADOPTED
        (reason,) = to_begin(adopted(ADVICE, at(7, 3, year=2018)))
        assert reason.kind is ReasonKind.STATE

    def test_the_body_decides_and_nothing_else_in_the_world_changes(self):
        """ "Dismiss officer X", accepted by the head: a recommendation like any other; the reply is owed."""
        there = RECOMMENDATION.replay([*arrived_on(at(4, 10), ADVICE), decided(at(4, 24))])
        assert there.state is S.DECIDED
        (owed,) = RECOMMENDATION.due(there, at(4, 24), open=True)
        assert (owed.name, owed.status(at(4, 24))) == ("reply", Status.PROMPTLY)
        assert liability(there, at(5, 30)) is None

    def test_no_term_binds_the_body(self):
        there = trial().replay(arrived_on(at(4, 10), ADVICE))
        assert [one.name for one in trial().due(there, at(6, 1))] == ["reply"]
        assert liability(there, at(6, 1), trial()) is None

    def test_not_even_to_consider_it(self):
        there = RECOMMENDATION.replay(arrived_on(at(4, 10), ADVICE))
        assert only(there, RefuseToConsider(at=at(4, 14), by=CHIEF)).kind is ReasonKind.STATE
        register = [*arrived_on(at(4, 10), ADVICE), RefuseToConsider(at=at(4, 14), by=CHIEF)]
        assert liability(RECOMMENDATION.audit(register, at(4, 14)).entity, at(4, 14)) is None


class TestArticle1987:
    """Final documents of public oversight."""

    @pytest.mark.parametrize(
        "lacking",
        [{"by_a_subject": False}, {"form": None}, {"form": FinalForm.OTHER}],
        ids=["no subject", "no form", "a form no act provides for"],
    )
    def test_it_is_of_a_subject_in_a_form_of_legislation(self, lacking):
        (reason,) = to_begin(adopted(**lacking))
        assert (reason.cites, reason.basis) == ((CONSIDERED,), Basis.STATUTE)

    @pytest.mark.parametrize("form", FinalForm)
    def test_each_form_will_do_if_an_act_provides_for_it(self, form):
        assert RECOMMENDATION.begin(adopted(form=form, provided_by="act 1")).state is S.ADOPTED

    def test_it_is_always_considered(self):
        for steps in (sent_to(), [*sent_to(), shown(at(4, 7), BY_ORGANISER)], of_april()):
            there = RECOMMENDATION.replay(steps)
            reason = only(there, RefuseToConsider(at=at(4, 14), by=CHIEF))
            assert (reason.kind, reason.cites, reason.is_law) == (ReasonKind.NEVER, (CONSIDERED,), True)

    def test_no_term_is_named_so_it_is_owed_promptly(self):
        there = RECOMMENDATION.replay(of_april())
        (owed,) = RECOMMENDATION.due(there, at(5, 1))
        assert (owed.name, owed.last, owed.status(at(5, 1))) == ("consideration", None, Status.PROMPTLY)
        assert (owed.start, owed.basis) == (Date(2026, 4, 10), Basis.INFERRED)
        (found,) = RECOMMENDATION.audit(of_april(), at(5, 1)).findings
        assert (found.kind, found.text) == (FindingKind.OWED, "consideration: not done, and owed promptly")
        assert liability(there, at(5, 1)) is None

    @pytest.mark.parametrize(
        ("on", "status", "breach"),
        [
            (at(4, 24), Status.MET, None),
            (at(4, 25), Status.MET, None),
            (at(4, 26), Status.MET_BY_ANALOGY, None),
            (at(4, 27), Status.MET_BY_ANALOGY, None),
            (at(4, 28), Status.LATE, Date(2026, 4, 26)),
        ],
        ids=["Friday", "Saturday", "Sunday", "Monday", "Tuesday"],
    )
    def test_a_reform_gives_days_and_lateness_costs_three_to_five_units(self, on, status, breach):
        """15 days from Friday 10 April: Saturday 25 April; control Friday 24, rolled Monday 27."""
        there = trial().replay([*of_april(), decided(on)])
        term = due(there, "consideration", on, trial())
        assert (term.raw, term.control, term.rolled) == (Date(2026, 4, 25), Date(2026, 4, 24), Date(2026, 4, 27))
        assert (term.last, term.status(on)) == (term.raw, status)
        found = liability(there, on, trial())
        assert (found and found.breach) == breach
        if found:
            assert (found.fine, found.basis, found.pleaded) == (FIVE_UNITS, Basis.ASSUMED, False)
            assert found.fine.in_soum(375_000) == (1_125_000, 1_875_000)
            assert CONSIDERED in found.cites

    @pytest.mark.parametrize(
        ("on", "status", "breach"),
        [(at(4, 25), Status.TIGHT, None), (at(4, 26), Status.OVERDUE, Date(2026, 4, 26))],
        ids=["on the last day", "the day after"],
    )
    def test_open_it_is_a_breach_from_the_day_after(self, on, status, breach):
        there = trial().replay(of_april())
        assert due(there, "consideration", on, trial()).status(on) is status
        found = liability(there, on, trial())
        assert (found and found.breach) == breach

    def test_what_a_reform_says_is_not_law(self):
        (found,) = trial().audit(of_april(), at(4, 28)).findings
        assert (found.kind, found.text) == (
            FindingKind.OWED, "not by law: consideration: not done by its last day, 2026-04-25",
        )  # fmt: skip

    @pytest.mark.parametrize(
        ("arrived", "last", "breach"),
        [
            (at(8, 5, year=2025), Date(2025, 8, 20), None),
            (at(8, 6, year=2025), Date(2025, 8, 21), Date(2025, 8, 22)),
            (at(8, 7, year=2025), Date(2025, 8, 22), Date(2025, 8, 23)),
        ],
        ids=["breached before there was a fine", "on its first day", "after it"],
    )
    def test_both_sides_of_22_august_2025(self, arrived, last, breach):
        there = trial().replay(arrived_on(arrived))
        assert due(there, "consideration", at(9, 1, year=2025), trial()).last == last
        found = liability(there, at(9, 1, year=2025), trial())
        assert (found and found.breach) == breach
        assert found is None or found.fine == FIVE_UNITS

    def test_a_term_in_hours_is_broken_on_the_day_it_ends(self):
        hours = RECOMMENDATION.under(Reform(TERM_TO_CONSIDER, Hours(48)))
        there = hours.replay(arrived_on(at(4, 10)))  # Friday ten o'clock: Sunday ten o'clock
        assert liability(there, at(4, 12), hours) is None
        assert liability(there, at(4, 12, 11), hours).breach == Date(2026, 4, 12)

    def test_where_the_last_day_rolls_the_breach_begins_after_it(self):
        rolls = trial().under(ROLL_FORWARD_BY_ANALOGY)
        there = rolls.replay(of_april())
        assert liability(there, at(4, 27), rolls) is None
        assert liability(there, at(4, 28), rolls).breach == Date(2026, 4, 28)

    def test_a_refusal_to_consider_is_a_breach_on_its_own_day_without_any_term(self):
        audit = RECOMMENDATION.audit([*of_april(), RefuseToConsider(at=at(4, 14), by=CHIEF)], at(4, 14))
        assert [found.kind for found in audit.of(FindingKind.UNLAWFUL)] == [FindingKind.UNLAWFUL]
        found = liability(audit.entity, at(4, 14))
        assert (found.breach, found.fine, found.basis) == (Date(2026, 4, 14), FIVE_UNITS, Basis.STATUTE)
        assert found.cites == (CONSIDERED,)

    def test_the_first_refusal_counts_and_before_it_nothing_does(self):
        refusals = [RefuseToConsider(at=at(4, day), by=CHIEF) for day in (14, 20)]
        entity = RECOMMENDATION.audit([*of_april(), *refusals], at(5, 1)).entity
        assert liability(entity, at(5, 1)).breach == Date(2026, 4, 14)
        assert liability(entity, at(4, 13)) is None
        assert liability(entity, at(4, 1)) is None  # nothing was adopted yet

    def test_a_refusal_that_only_a_neighbouring_law_forbade_costs_nothing(self):
        steps = arrived_on(at(8, 19, year=2025))
        entity = RECOMMENDATION.audit([*steps, RefuseToConsider(at=at(8, 21, year=2025), by=CHIEF)], at(9, 1)).entity
        assert liability(entity, at(9, 1)) is None
        refused_again = RefuseToConsider(at=at(8, 22, year=2025), by=CHIEF)
        entity = RECOMMENDATION.audit([*(one.action for one in entity.history), refused_again], at(9, 1)).entity
        assert liability(entity, at(9, 1)).breach == Date(2025, 8, 22)

    def test_nor_one_that_has_no_place(self):
        """What is decided was considered; nothing is left to refuse."""
        steps = [*of_april(), decided(at(4, 13)), RefuseToConsider(at=at(4, 14), by=CHIEF)]
        assert liability(RECOMMENDATION.audit(steps, at(5, 1)).entity, at(5, 1)) is None

    def test_whoever_has_the_fine_on_no_day_finds_none(self):
        """As it is handed in: an edition of the Code in which the fine begins later."""
        later = trial().under(Reform(FINE_FOR_A_FINAL_DOCUMENT, Fine(5, 7), since=Date(2026, 5, 1)))
        assert liability(later.replay(of_april()), at(5, 2), later).fine == FIVE_UNITS
        assert liability(later.replay(arrived_on(at(4, 17))), at(6, 1), later).fine == Fine(5, 7)
        with pytest.raises(NotInForce):
            FINE_FOR_A_FINAL_DOCUMENT.on(Date(2025, 8, 21))


def shown(arrived, by, on=None, proof="receipt 1") -> ProveDelivery:
    return ProveDelivery(at=on or arrived, by=by, arrived=arrived, proof=proof)


def pleaded(on=None, reason="digest 4", by=CHIEF) -> StateReason:
    return StateReason(at=on or at(4, 20), by=by, reason=reason)


def judged(on, valid, by=COURT, decision="decision 1") -> JudgeReason:
    return JudgeReason(at=on, by=by, valid=valid, decision=decision)


class TestTheReasonOfADelay:
    """Article 198⁷: broken without a valid reason; 245: criminal courts try it."""

    def after(self, *steps, when=None):
        return liability(trial().replay([*of_april(), *steps]), when or at(5, 20), trial())

    def test_a_reason_that_is_stated_changes_nothing_but_that(self):
        found = self.after(pleaded())
        assert (found.breach, found.pleaded) == (Date(2026, 4, 26), True)

    def test_a_court_finds_it_valid(self):
        assert self.after(pleaded(), judged(at(5, 4), True)) is None

    def test_or_not(self):
        found = self.after(pleaded(), judged(at(5, 4), False))
        assert (found.breach, found.pleaded) == (Date(2026, 4, 26), False)

    def test_the_body_above_may_judge_it_until_a_court_has(self):
        assert self.after(pleaded(), judged(at(5, 4), True, by=ABOVE)) is None
        assert self.after(pleaded(), judged(at(5, 4), True, by=ABOVE), judged(at(5, 5), False)) is not None
        assert self.after(pleaded(), judged(at(5, 4), False, by=ABOVE), judged(at(5, 5), True, by=ABOVE)) is None
        after_a_court = trial().replay([*of_april(), pleaded(), judged(at(5, 4), False)])
        reason = only(after_a_court, judged(at(5, 5), True, by=ABOVE))
        assert (reason.cites, reason.is_law) == ((ADMINISTRATIVE_CODE(245),), True)
        assert against(after_a_court, judged(at(5, 5), True)) == ()

    def test_as_known_at_an_instant_a_later_judgement_excuses_nothing_yet(self):
        steps = (pleaded(), judged(at(5, 4), True))
        assert self.after(*steps, when=at(4, 30)).pleaded
        assert self.after(*steps, when=at(5, 4)) is None

    def test_not_the_head(self):
        there = RECOMMENDATION.replay([*of_april(), pleaded(by=ACTORS["AUTHORISED"])])
        (role, _) = against(there, judged(at(5, 4), True, by=CHIEF))
        assert (role.kind, role.cites) == (ReasonKind.ROLE, (ADMINISTRATIVE_CODE(245), HOUSE(36)))

    @pytest.mark.parametrize(
        "by",
        [
            ANOTHER_SUPERIOR,
            evolve(ABOVE, office=THE_BODY.id),
            evolve(COURT, office=THE_BODY.id),
            evolve(COURT, id=CHIEF.id),
        ],
        ids=["another body above", "the body itself", "its own court", "who stated it"],
    )
    def test_nor_anybody_of_the_body(self, by):
        there = RECOMMENDATION.replay([*of_april(), pleaded()])
        reason = only(there, judged(at(5, 4), True, by=by))
        assert (reason.cites, reason.is_law) == ((HOUSE(36),), False)

    def test_a_body_that_has_none_above_it_has_none_to_judge(self):
        there = RECOMMENDATION.replay([*arrived_on(at(4, 10), office=office("the ministry")), pleaded()])
        for above in (ABOVE, evolve(ABOVE, office="")):
            reason = only(there, judged(at(5, 4), True, by=above))
            assert (reason.cites, reason.is_law) == ((HOUSE(36),), False)

    def test_the_decision_is_named(self):
        there = RECOMMENDATION.replay([*of_april(), pleaded()])
        assert only(there, judged(at(5, 4), True, decision="")).cites == (HOUSE(36),)

    def test_the_reason_is_named_and_stated_before_it_is_judged(self):
        there = RECOMMENDATION.replay(of_april())
        for action in (pleaded(reason=""), judged(at(5, 4), True)):
            reason = only(there, action)
            assert (reason.cites, reason.is_law) == ((CONSIDERED,), True)

    def test_a_second_reason_replaces_the_first_until_it_is_judged(self):
        twice = RECOMMENDATION.replay([*of_april(), pleaded(), pleaded(at(4, 21), by=ACTORS["AUTHORISED"])])
        assert twice.pleaded_by == ACTORS["AUTHORISED"].id
        for valid in (True, False):
            closed = RECOMMENDATION.apply(twice, judged(at(5, 4), valid))
            assert only(closed, pleaded(at(5, 5))).cites == (CONSIDERED,)

    def test_no_reason_excuses_a_refusal_to_consider(self):
        steps = [*of_april(), RefuseToConsider(at=at(4, 14), by=CHIEF), pleaded(), judged(at(5, 4), True)]
        found = liability(trial().audit(steps, at(5, 20)).entity, at(5, 20), trial())
        assert found.breach == Date(2026, 4, 14)

    def test_what_nobody_may_judge_excuses_nothing_in_an_audit(self):
        steps = [*of_april(), pleaded(), judged(at(5, 4), True, by=CHIEF)]
        found = liability(trial().audit(steps, at(5, 20)).entity, at(5, 20), trial())
        assert (found.breach, found.pleaded) == (Date(2026, 4, 26), True)

    def test_nor_does_a_reason_that_was_not_lawfully_stated_plead(self):
        found = liability(trial().audit([*of_april(), pleaded(reason="")], at(5, 20)).entity, at(5, 20), trial())
        assert (found.breach, found.pleaded) == (Date(2026, 4, 26), False)

    def test_of_advice_no_reason_is_asked(self):
        there = RECOMMENDATION.replay(arrived_on(at(4, 10), ADVICE))
        assert only(there, pleaded()).kind is ReasonKind.STATE
        assert only(there, judged(at(5, 4), True)).kind is ReasonKind.STATE


class TestBefore22August2025:
    """By analogy with the Town-Planning Code, 35: a final document is drawn up, and considered compulsorily."""

    last = at(8, 21, year=2025)

    def test_it_is_adopted_and_decided_by_analogy(self):
        begun = RECOMMENDATION.begin(adopted(on=self.last))
        assert town(35, 2) in begun.history[0].cites
        there = RECOMMENDATION.replay([*arrived_on(at(8, 19, year=2025)), decided(at(8, 20, year=2025))])
        assert (there.state, there.outcome) == (S.DECIDED, Outcome.ACCEPTED)
        assert town(35, 3) in there.history[-1].cites
        first = RECOMMENDATION.begin(adopted(on=at(8, 22, year=2025)))
        assert first.history[0].cites[0] == CONSIDERED.by(Basis.INFERRED)
        there = RECOMMENDATION.replay([*arrived_on(at(8, 19, year=2025)), decided(at(8, 22, year=2025))])
        assert there.history[-1].cites[0] == CONSIDERED.by(Basis.INFERRED)

    @pytest.mark.parametrize("lacking", [{"form": None}, {"form": FinalForm.OTHER}], ids=["none", "of no act"])
    def test_its_form_is_known_by_analogy(self, lacking):
        (reason,) = to_begin(adopted(on=self.last, **lacking))
        assert (reason.cites, reason.is_law) == ((unions(46),), False)

    def test_its_author_is_a_subject_by_law(self):
        (reason,) = to_begin(adopted(on=self.last, by_a_subject=False))
        assert (reason.cites, reason.is_law) == ((ORQ474(3, 1), ORQ474(3, 2)), True)

    def test_and_whoever_organised_the_act(self):
        (reason,) = to_begin(adopted(on=self.last, by=ANOTHER_ORGANISER))
        assert (reason.cites, reason.is_law) == ((HOUSE(21),), False)

    def test_from_the_day_of_the_law_on_public_oversight(self):
        assert RECOMMENDATION.begin(adopted(on=at(4, 12, year=2018))).state is S.ADOPTED
        (reason,) = to_begin(adopted(on=at(4, 11, year=2018)))
        assert reason.kind is ReasonKind.STATE

    def test_a_refusal_to_consider_is_forbidden_by_analogy_alone(self):
        advice = RECOMMENDATION.replay(arrived_on(at(8, 19, year=2025), ADVICE))
        assert only(advice, RefuseToConsider(at=self.last, by=CHIEF)).kind is ReasonKind.STATE
        there = RECOMMENDATION.replay(arrived_on(at(8, 19, year=2025)))
        reason = only(there, RefuseToConsider(at=self.last, by=CHIEF))
        assert (reason.kind, reason.cites, reason.is_law) == (ReasonKind.NEVER, (town(35, 3),), False)
        reason = only(there, RefuseToConsider(at=at(8, 22, year=2025), by=CHIEF))
        assert (reason.kind, reason.cites, reason.is_law) == (ReasonKind.NEVER, (CONSIDERED,), True)

    def test_what_arrived_then_is_owed_by_analogy(self):
        """The value its term comes from rests on a neighbouring law: so the finding is not by law."""
        steps = arrived_on(self.last)
        (found,) = RECOMMENDATION.audit(steps, at(9, 1, year=2025)).findings
        assert found.text.startswith("not by law: consideration")
        assert town(35, 3) in found.cites
        (found,) = RECOMMENDATION.audit(arrived_on(at(8, 22, year=2025)), at(9, 1, year=2025)).findings
        assert found.text.startswith("consideration")

    def test_a_reason_is_asked_from_that_day_on(self):
        there = RECOMMENDATION.replay(arrived_on(at(8, 19, year=2025)))
        assert only(there, pleaded(self.last)).kind is ReasonKind.STATE
        assert against(there, pleaded(at(8, 22, year=2025))) == ()
        assert only(there, judged(self.last, True)).kind is ReasonKind.STATE


class TestTheNeighbours:
    """Reasons: the law on trade unions, 43, and the Town-Planning Code, 41; the answer: 46, and 37 of the Code."""

    @pytest.mark.parametrize("kind", [ADVICE, FINAL_DOCUMENT], ids=lambda kind: kind.name)
    @pytest.mark.parametrize("outcome", [Outcome.PARTLY_ACCEPTED, Outcome.REJECTED], ids=lambda one: one.name)
    def test_what_is_not_wholly_accepted_is_answered_with_reasons(self, kind, outcome):
        there = RECOMMENDATION.replay(arrived_on(at(4, 10), kind))
        reason = only(there, decided(at(4, 20), outcome))
        assert (reason.cites, reason.is_law) == ((unions(43), town(41, 4)), False)
        done = RECOMMENDATION.apply(there, decided(at(4, 20), outcome, reasons="digest 2"))
        assert (done.state, done.outcome) == (S.DECIDED, outcome)
        assert against(there, decided(at(4, 20))) == ()

    def test_before_the_code_named_final_documents_too(self):
        there = RECOMMENDATION.replay(arrived_on(at(8, 19, year=2025)))
        assert only(there, decided(at(8, 20, year=2025), Outcome.REJECTED)).cites == (unions(43), town(41, 4))

    def test_the_answer_is_on_file(self):
        there = RECOMMENDATION.replay([*of_april(), decided(at(4, 24))])
        reason = only(there, Answer(at=at(4, 27), by=CHIEF))
        assert (reason.cites, reason.is_law) == ((unions(46),), False)
        assert RECOMMENDATION.apply(there, evolve(ANSWER, at=at(4, 27))).state is S.ANSWERED

    @pytest.mark.parametrize(("on", "status"), [(29, Status.MET), (30, Status.LATE)])
    def test_the_outcome_of_a_final_document_is_told_within_five_days(self, on, status):
        """Decided on Friday 24 April: by Wednesday 29 April."""
        told = evolve(ANSWER, at=at(4, on))
        there = RECOMMENDATION.replay([*of_april(), decided(at(4, 24)), told])
        notice = due(there, "outcome_notice", told.at)
        assert (notice.raw, notice.status(told.at)) == (Date(2026, 4, 29), status)
        findings = RECOMMENDATION.audit([one.action for one in there.history], told.at).findings
        assert [one.text.startswith("not by law: outcome_notice") for one in findings] == [True] * (status == "late")

    def test_of_advice_nobody_need_be_told_in_days(self):
        there = RECOMMENDATION.replay([*arrived_on(at(4, 10), ADVICE), decided(at(4, 24))])
        assert [one.name for one in RECOMMENDATION.due(there, at(4, 24))] == ["reply"]


class TestEntry57OfTheArticle:
    """Feedback is mandatory."""

    def test_a_reply_to_advice_is_owed_from_its_arrival_promptly(self):
        proven = RECOMMENDATION.replay([*sent_to(ADVICE), shown(at(4, 8), BY_COUNCIL, on=at(4, 9))])
        for there in (
            proven,
            RECOMMENDATION.apply(proven, Register(at=at(4, 13), by=DESK, number="1", arrived=at(4, 8))),
        ):
            reply = due(there, "reply", at(4, 30))
            assert (reply.start, reply.status(at(4, 30)), reply.basis) == (
                Date(2026, 4, 8),
                Status.PROMPTLY,
                Basis.REPORTED,
            )
            assert SOURCE_ARTICLE(57) in reply.cites
        answered = RECOMMENDATION.replay(
            [*arrived_on(at(4, 10), ADVICE), decided(at(4, 24)), evolve(ANSWER, at=at(4, 27))]
        )
        assert due(answered, "reply", at(4, 27)).status(at(4, 27)) is Status.MET

    def test_it_ends_with_a_withdrawal(self):
        there = RECOMMENDATION.replay([*arrived_on(at(4, 10), ADVICE), Withdraw(at=at(4, 20), by=BY_COUNCIL)])
        assert due(there, "reply", at(5, 1)).status(at(5, 1)) is Status.LIFTED

    @pytest.mark.parametrize("feedback", [None, Reference("feedback", "f1")], ids=["none asked", "asked"])
    def test_the_outcome_is_published(self, feedback):
        there = RECOMMENDATION.replay([*of_april(), decided(at(4, 24)), evolve(ANSWER, at=at(4, 27))])
        act = PublishOutcome(at=at(4, 28), by=ACTORS["PRESS_OFFICER"], feedback=feedback)
        done = RECOMMENDATION.apply(there, act)
        assert (done.state, done.history[-1].basis) == (S.PUBLISHED, Basis.REPORTED)
        assert done.refers_to == (done.rests_on, *filter(None, [feedback]))


class TestHouseRule21:
    """Who issues a recommendation, each their own."""

    def test_advice_by_chair_or_secretary(self):
        (reason,) = to_begin(adopted(ADVICE, by=Actor("p3", MEMBER, "council 1")))
        assert (reason.kind, reason.cites, reason.is_law) == (ReasonKind.ROLE, (HOUSE(21),), False)
        assert RECOMMENDATION.begin(adopted(ADVICE, by=ACTORS["SECRETARY"])).issued_by == "p2"

    def test_a_final_document_by_who_organised_the_act(self):
        (reason,) = to_begin(adopted(by=ANOTHER_ORGANISER))
        assert (reason.kind, reason.cites, reason.is_law) == (ReasonKind.GUARD, (HOUSE(21),), False)
        (role, organiser) = to_begin(adopted(by=BY_COUNCIL))
        assert (role.kind, organiser.kind) == (ReasonKind.ROLE, ReasonKind.GUARD)

    @pytest.mark.parametrize(
        ("kind", "other", "rule"),
        [(FINAL_DOCUMENT, ANOTHER_ORGANISER, 21), (ADVICE, ANOTHER_CHAIR, 21)],
        ids=["another organiser", "the chair of another council"],
    )
    def test_sent_shown_and_withdrawn_by_nobody_else(self, kind, other, rule):
        own = of_kind(ADOPT, kind).by
        issued = RECOMMENDATION.begin(adopted(kind))
        sent = RECOMMENDATION.apply(issued, Send(at=at(4, 6), by=own))
        there = RECOMMENDATION.apply(sent, Register(at=at(4, 13), by=DESK, number="1", arrived=at(4, 13)))
        correct = CorrectArrival(at=at(4, 14), by=own, arrived=at(4, 10), proof="receipt 1")
        for entity, action in (
            (issued, Send(at=at(4, 6), by=own)),
            (sent, shown(at(4, 8), own)),
            (there, correct),
            *((entity, Withdraw(at=at(4, 14), by=own)) for entity in (issued, sent, there)),
        ):
            assert against(entity, action) == ()
            reason = only(entity, evolve(action, by=other))
            shows = kind is FINAL_DOCUMENT and hasattr(action, "proof")
            assert (reason.cites, reason.is_law) == ((HOUSE(36 if shows else rule),), False)

    def test_the_secretary_takes_no_advice_back(self):
        issued = RECOMMENDATION.begin(adopted(ADVICE))
        reason = only(issued, Withdraw(at=at(4, 6), by=ACTORS["SECRETARY"]))
        assert (reason.kind, reason.cites) == (ReasonKind.ROLE, (HOUSE(21),))
        assert RECOMMENDATION.apply(issued, Withdraw(at=at(4, 6), by=BY_COUNCIL)).state is S.WITHDRAWN

    def test_withdrawn_in_time_nothing_is_owed_any_more(self):
        delivered = trial().replay([*sent_to(), shown(at(4, 10), BY_ORGANISER)])
        back = trial().apply(delivered, Withdraw(at=at(4, 25), by=BY_ORGANISER))
        assert back.state is S.WITHDRAWN
        assert {one.status(at(6, 1)) for one in trial().due(back, at(6, 1))} == {Status.LIFTED}
        assert liability(back, at(6, 1), trial()) is None

    def test_withdrawn_after_its_last_day_it_is_late_for_good(self):
        delivered = trial().replay([*sent_to(), shown(at(4, 10), BY_ORGANISER)])
        back = trial().apply(delivered, Withdraw(at=at(4, 28), by=BY_ORGANISER))
        assert due(back, "consideration", at(6, 1), trial()).status(at(6, 1)) is Status.LATE
        assert liability(back, at(6, 1), trial()).breach == Date(2026, 4, 26)

    def test_what_was_decided_is_not_taken_back(self):
        there = RECOMMENDATION.replay([*of_april(), decided(at(4, 24))])
        assert only(there, Withdraw(at=at(4, 28), by=BY_ORGANISER)).kind is ReasonKind.STATE


class TestHouseRule22:
    """A recommendation is registered."""

    @pytest.mark.parametrize("steps", [(), (at(4, 8),)], ids=["sent", "delivered"])
    def test_under_a_number_by_the_registrar(self, steps):
        there = RECOMMENDATION.replay([*sent_to(), *(shown(on, BY_ORGANISER) for on in steps)])
        entry = Register(at=at(4, 13), by=DESK, number="17", arrived=at(4, 8))
        assert RECOMMENDATION.apply(there, entry).state is S.REGISTERED
        for reason in (only(there, evolve(entry, number="")), only(there, evolve(entry, by=CHIEF))):
            assert (reason.cites, reason.is_law) == ((HOUSE(22),), False)

    def test_it_is_owed_promptly_once_the_sender_has_shown_that_it_came(self):
        delivered = RECOMMENDATION.replay([*sent_to(), shown(at(4, 8), BY_ORGANISER, on=at(4, 9))])
        entry = due(delivered, "registration", at(4, 9))
        assert (entry.start, entry.status(at(4, 30)), entry.basis) == (Date(2026, 4, 8), Status.PROMPTLY, Basis.ASSUMED)
        for meets in (Register(at=at(4, 13), by=DESK, number="17", arrived=at(4, 8)), decided(at(4, 13))):
            after = RECOMMENDATION.apply(delivered, meets)
            assert due(after, "registration", at(4, 13)).met == Date(2026, 4, 13)

    def test_registered_at_once_nothing_is_owed_of_it(self):
        assert [one.name for one in RECOMMENDATION.due(RECOMMENDATION.replay(of_april()), at(5, 1))] == [
            "consideration"
        ]


class TestHouseRules23And24:
    """Who decides and answers; who publishes the outcome."""

    def test_the_head_or_an_authorised_official(self):
        there = RECOMMENDATION.replay(of_april())
        decision = decided(at(4, 24))
        for by in (CHIEF, ACTORS["AUTHORISED"]):
            done = RECOMMENDATION.apply(there, evolve(decision, by=by))
            assert against(done, evolve(ANSWER, at=at(4, 24), by=by)) == ()
            assert against(done, pleaded(at(4, 24), by=by)) == ()
        done = RECOMMENDATION.apply(there, decision)
        acts = ((there, decision), (done, evolve(ANSWER, at=at(4, 24))), (done, pleaded(at(4, 24))))
        for entity, action in acts:
            reason = only(entity, evolve(action, by=DESK))
            assert (reason.kind, reason.cites, reason.is_law) == (ReasonKind.ROLE, (HOUSE(23),), False)

    def test_secretary_organiser_or_press_service(self):
        there = RECOMMENDATION.replay([*of_april(), decided(at(4, 24)), evolve(ANSWER, at=at(4, 27))])
        for name in ("SECRETARY", "ORGANISER", "PRESS_OFFICER", "PRESS_HEAD"):
            assert against(there, PublishOutcome(at=at(4, 28), by=ACTORS[name])) == ()
        assert only(there, PublishOutcome(at=at(4, 28), by=CHIEF)).cites == (HOUSE(24),)


class TestHouseRule36:
    """When a document has arrived."""

    def july(self):
        """Sent on Monday 6 July 2026."""
        return sent_to(on=at(7, 6))

    def by_receipt(self):
        """The receipt of Wednesday 8 July is shown on the 10th; it is never registered."""
        return [*self.july(), shown(at(7, 8), BY_ORGANISER, on=at(7, 10))]

    def test_by_the_sender_s_proof_though_it_was_never_registered(self):
        there = RECOMMENDATION.replay(self.by_receipt())
        assert there.state is S.DELIVERED
        assert due(there, "consideration", at(7, 24)).status(at(7, 24)) is Status.PROMPTLY
        tried = trial().replay(self.by_receipt())
        term = due(tried, "consideration", at(7, 24), trial())
        assert (term.raw, term.status(at(7, 24))) == (Date(2026, 7, 23), Status.OVERDUE)
        assert liability(tried, at(7, 24), trial()).breach == Date(2026, 7, 24)

    def test_decided_without_a_number_both_are_met(self):
        there = trial().replay([*self.by_receipt(), decided(at(7, 23))])
        assert {one.name: one.status(at(7, 23)) for one in trial().due(there, at(7, 23))} == {
            "consideration": Status.MET, "registration": Status.MET, "outcome_notice": Status.RUNNING,
        }  # fmt: skip

    def test_the_register_may_not_say_later(self):
        there = RECOMMENDATION.replay(self.by_receipt())
        late = Register(at=at(7, 14), by=DESK, number="17", arrived=at(7, 14))
        reason = only(there, late)
        assert (reason.cites, reason.is_law) == ((HOUSE(36),), False)

    @pytest.mark.parametrize(("arrived", "last"), [(at(7, 8), Date(2026, 7, 23)), (at(7, 7), Date(2026, 7, 22))])
    def test_but_as_early_or_earlier(self, arrived, last):
        entry = Register(at=at(7, 14), by=DESK, number="17", arrived=arrived)
        there = trial().replay([*self.by_receipt(), entry])
        assert there.arrived == arrived
        assert due(there, "consideration", at(7, 14), trial()).raw == last

    @pytest.mark.parametrize("arrived", [at(7, 5), at(7, 11)], ids=["before it was sent", "tomorrow"])
    def test_it_arrives_after_it_was_sent_and_not_later_than_now(self, arrived):
        sent = RECOMMENDATION.replay(self.july())
        delivered = RECOMMENDATION.replay([*self.july(), shown(at(7, 6), BY_ORGANISER)])
        for entity, action in (
            (sent, shown(arrived, BY_ORGANISER, on=at(7, 10))),
            (sent, Register(at=at(7, 10), by=DESK, number="17", arrived=arrived)),
        ):
            reason = only(entity, action)
            assert (reason.cites, reason.is_law) == ((HOUSE(36),), False)
        again = against(delivered, Register(at=at(7, 10), by=DESK, number="17", arrived=arrived))
        assert {reason.cites for reason in again} == {(HOUSE(36),)}

    def test_at_the_very_instants_it_may(self):
        sent = RECOMMENDATION.replay(self.july())
        assert against(sent, shown(at(7, 6), BY_ORGANISER, on=at(7, 10))) == ()
        assert against(sent, shown(at(7, 10), BY_ORGANISER, on=at(7, 10))) == ()

    def test_it_is_shown_and_by_who_sent_it(self):
        sent = RECOMMENDATION.replay(self.july())
        assert only(sent, shown(at(7, 8), BY_ORGANISER, proof="")).cites == (HOUSE(36),)
        reason = only(sent, shown(at(7, 8), ANOTHER_ORGANISER))
        assert (reason.kind, reason.cites, reason.is_law) == (ReasonKind.GUARD, (HOUSE(36),), False)
        (role, _) = against(sent, shown(at(7, 8), CHIEF))
        assert (role.kind, role.cites) == (ReasonKind.ROLE, (HOUSE(36),))

    def corrected(self, on, arrived=None, by=BY_ORGANISER, proof="receipt 1"):
        return CorrectArrival(at=on, by=by, arrived=arrived or at(7, 8), proof=proof)

    def test_an_arrival_corrected_later_counts_the_term_anew(self):
        """Registered as arrived on Monday 13 July: until Tuesday 28; decided on the 27th it is in time, until a receipt
        of the 8th is shown."""
        registered = [*self.july(), Register(at=at(7, 13), by=DESK, number="17", arrived=at(7, 13))]
        there = trial().replay([*registered, decided(at(7, 27))])
        term = due(there, "consideration", at(7, 27), trial())
        assert (term.raw, term.status(at(7, 27))) == (Date(2026, 7, 28), Status.MET)
        assert liability(there, at(7, 29), trial()) is None
        mended = trial().apply(there, self.corrected(at(7, 29)))
        term = due(mended, "consideration", at(7, 29), trial())
        assert (term.raw, term.status(at(7, 29))) == (Date(2026, 7, 23), Status.LATE)
        assert liability(mended, at(7, 29), trial()).breach == Date(2026, 7, 24)
        assert mended.state is S.DECIDED
        still_open = trial().apply(trial().replay(registered), self.corrected(at(7, 24)))
        assert due(still_open, "consideration", at(7, 24), trial()).status(at(7, 24)) is Status.OVERDUE

    def test_only_to_an_earlier_day_that_is_shown(self):
        there = trial().replay([*self.july(), Register(at=at(7, 13), by=DESK, number="17", arrived=at(7, 13))])
        for one in (
            self.corrected(at(7, 29), at(7, 13)),
            self.corrected(at(7, 29), at(7, 5)),
            self.corrected(at(7, 29), proof=""),
        ):
            reason = only(there, one)
            assert (reason.cites, reason.is_law) == ((HOUSE(36),), False)
        tomorrow = against(there, self.corrected(at(7, 29), at(7, 30)))
        assert [reason.cites for reason in tomorrow] == [(HOUSE(36),)] * 2

    def test_once_it_is_published_or_before_the_register_says_anything_there_is_nothing_to_correct(self):
        delivered = RECOMMENDATION.replay(self.by_receipt())
        assert only(delivered, self.corrected(at(7, 12), at(7, 7))).kind is ReasonKind.STATE


class TestAnAuditGoesOn:
    """Over a register in which steps are missing: what the file does not hold speaks for nobody."""

    def departures(self, *steps):
        return [
            (found.name, [reason.cites for reason in found.reasons])
            for found in RECOMMENDATION.audit(steps, at(5, 1)).of(FindingKind.DEPARTURE)
            if found.reasons[0].kind is ReasonKind.GUARD
        ]

    def test_what_was_never_sent_was_not_shown_to_have_arrived(self):
        entry = Register(at=at(4, 13), by=DESK, number="1", arrived=at(4, 8))
        correction = CorrectArrival(at=at(4, 14), by=BY_ORGANISER, arrived=at(4, 7), proof="receipt 1")
        assert self.departures(adopted(), entry, correction) == [("CorrectArrival", [(HOUSE(36),)])]

    def test_what_was_never_registered_has_nothing_to_correct(self):
        correction = CorrectArrival(at=at(4, 16), by=BY_ORGANISER, arrived=at(4, 16), proof="receipt 1")
        steps = (*sent_to(), decided(at(4, 15)), correction)
        assert self.departures(*steps) == [("CorrectArrival", [(HOUSE(36),)])]

    def test_advice_of_no_council_is_nobody_s_own(self):
        steps = (adopted(ADVICE, author=None), Send(at=at(4, 7), by=evolve(BY_COUNCIL, office="")))
        assert self.departures(*steps) == [("Send", [(HOUSE(21),)])]


class ItemState(Enum):
    """As those of an item of a session are called."""

    ADOPTED = 1
    REJECTED = 2


class TestWhatIsCopied:
    """Of a session and of an act of oversight."""

    def session(self, state=ItemState.ADOPTED, elects=None):
        other = SimpleNamespace(id="1", state=ItemState.REJECTED, elects=None, decision="")
        item = SimpleNamespace(id="2", state=state, elects=elects, decision="digest 1")
        return SimpleNamespace(id="s1", office=THE_BODY, council=Reference("council", "council 1"), items=(other, item))

    def advice(self, item="2", **session) -> Adopt:
        return Adopt.of(self.session(**session), item, recommendation="r1", at=at(4, 6), by=BY_COUNCIL)

    def test_what_a_session_adopted_becomes_its_council_s_advice(self):
        advice = RECOMMENDATION.begin(self.advice())
        assert (advice.kind, advice.content, advice.office) == (ADVICE, "digest 1", THE_BODY)
        assert (advice.rests_on, advice.author) == (Reference("session", "s1"), Reference("council", "council 1"))
        assert advice.reference == Reference("recommendation", "r1")
        assert RECOMMENDATION.apply(advice, Send(at=at(4, 6), by=ACTORS["SECRETARY"])).sent_at == at(4, 6)

    @pytest.mark.parametrize(
        "otherwise",
        [{"state": ItemState.REJECTED}, {"elects": "chair"}, {"item": "1"}, {"item": "3"}],
        ids=["rejected", "an election", "another item", "no such item"],
    )
    def test_nothing_else_does(self, otherwise):
        (reason,) = to_begin(self.advice(**otherwise))
        assert reason.cites == (PQ3837(5).by(Basis.INFERRED),)

    def act(self, **more):
        known = {"subject": True, "organiser": BY_ORGANISER.id, "form": FinalForm.NOTE, "document": "digest 9"}
        return SimpleNamespace(id="o1", office=THE_BODY, **known | more)

    def test_the_final_document_of_an_act(self):
        act = Adopt.of_act(self.act(), recommendation="r2", at=at(4, 6), by=BY_ORGANISER)
        document = RECOMMENDATION.begin(act)
        assert (document.kind, document.content, document.office) == (FINAL_DOCUMENT, "digest 9", THE_BODY)
        assert (document.rests_on, document.issued_by) == (Reference("oversight", "o1"), BY_ORGANISER.id)

    @pytest.mark.parametrize(
        ("more", "cite"),
        [({"subject": False}, CONSIDERED), ({"form": None}, CONSIDERED), ({"organiser": "p9"}, HOUSE(21))],
        ids=["no subject", "not drawn up", "another's"],
    )
    def test_not_of_an_act_that_lacks_something(self, more, cite):
        (reason,) = to_begin(Adopt.of_act(self.act(**more), recommendation="r2", at=at(4, 6), by=BY_ORGANISER))
        assert reason.cites == (cite,)

    def test_of_another_form_the_act_that_provides_for_it_is_named(self):
        act = self.act(form=FinalForm.OTHER)
        named = Adopt.of_act(act, recommendation="r2", at=at(4, 6), by=BY_ORGANISER, provided_by="act 1")
        assert RECOMMENDATION.begin(named).state is S.ADOPTED


class TestItsTable:
    def test_it_is_found_by_its_name(self):
        assert PROCESSES["recommendation"] is RECOMMENDATION

    def test_the_linter_is_silent(self):
        assert RECOMMENDATION.lint(beside_the_actions(RECOMMENDATION)) == ()

    def test_how_much_of_it_is_law(self):
        """3 statute, 1 official, 1 reported, 3 inferred; 4 by analogy and 8 of our own are not."""
        assert [sum(row.basis is basis for row in RECOMMENDATION.rows) for basis in Basis] == [3, 1, 1, 4, 3, 0, 8]

    def test_applying_anything_leaves_every_other_file_equal(self):
        """No action names another file but by a reference, and no effect reaches one."""
        others = [RECOMMENDATION.replay(lives(S.SENT, kind)) for kind in (ADVICE, FINAL_DOCUMENT)]
        before = [(hash(one), repr(one), one.history) for one in others]
        for kind in (ADVICE, FINAL_DOCUMENT):
            RECOMMENDATION.replay(lives(S.PUBLISHED, kind))
        assert [(hash(one), repr(one), one.history) for one in others] == before
        held = {field.type for action in map(type, EXAMPLES) for field in fields(action)}
        assert not any("Entity" in str(kind) or "Session" in str(kind) for kind in held)

    def test_an_instant_of_another_zone_is_the_same_instant(self):
        there = RECOMMENDATION.replay(sent_to(on=at(7, 6)))
        in_utc = pendulum.datetime(2026, 7, 6, 5, tz="UTC")
        assert against(there, shown(in_utc, BY_ORGANISER, on=at(7, 10))) == ()
