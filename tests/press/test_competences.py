"""What an officer may do for the body: worked cases 1 to 3 and 71 of the specification, and their neighbours.

Where a day is said, it is counted by hand: the same day of the month three years later.
"""

import pytest
from attrs import evolve
from pendulum import Date, DateTime, datetime
from press.lives_competences import ACTORS, ATTEST, BODY, CHARGE, DROP, RELIEVE, TRAIN

from prcomm import Due, Reason, ReasonKind, Reference, Reform, Refused, Status, Verdict
from prcomm.law import UZ, office
from prcomm.law.house import HOUSE
from prcomm.law.orq445 import ORQ445, YEARS_OF_TRAINING
from prcomm.law.press_acts import CHARTER, PQ4366
from prcomm.law.roles import AUTHORISED, HEAD
from prcomm.law.source_article import SOURCE_ARTICLE
from prcomm.press.competences import (
    COMPETENCE,
    AddDuty,
    Attest,
    Charge,
    Competence,
    CompetenceAction,
    CompetenceState,
    Duty,
    trained,
)
from prcomm.press.speaking import Speaker

S = CompetenceState
APPEALS, SPEAKS, WRITES, WATCHES = Duty.HANDLES_APPEALS, Duty.SPEAKS, Duty.WRITES, Duty.WATCHES
ADD = AddDuty(at=CHARGE.at, by=ACTORS["HEAD"], of=APPEALS, act="order 4")


def at(year: int, month: int, day: int, hour: int = 10) -> DateTime:
    return datetime(year, month, day, hour, tz=BODY.tz)


def charge(when: DateTime, *duties: Duty, trained_on: Date | None = None) -> Charge:
    return evolve(CHARGE, at=when, duties=frozenset(duties), trained_on=trained_on)


def charged(when: DateTime, *duties: Duty, trained_on: Date | None = None) -> Competence:
    return COMPETENCE.begin(charge(when, *duties, trained_on=trained_on))


def then(one: Competence, *actions: CompetenceAction) -> Competence:
    for action in actions:
        one = COMPETENCE.apply(one, action)
    return one


def verdict(one: Competence | None, action: CompetenceAction) -> Verdict:
    """What is said of an action; of a beginning without a file."""
    if one is not None:
        return COMPETENCE.explain(one, action)
    with pytest.raises(Refused) as refused:
        COMPETENCE.begin(action)
    return refused.value.verdict


def against(one: Competence | None, action: CompetenceAction) -> Reason:
    (reason,) = verdict(one, action).reasons
    return reason


def refused_not_by_law(one: Competence | None, action: CompetenceAction, rule: int, sentence: str) -> bool:
    """Whether one reason stands against it, which is a house rule and says so."""
    reason = against(one, action)
    assert str(verdict(one, action)).startswith("not by law:")
    assert (reason.kind, reason.is_law, reason.cites) == (ReasonKind.GUARD, False, (HOUSE(rule),))
    return sentence in reason.text


def dues(one: Competence, when: DateTime) -> list[Due]:
    return [due for due in COMPETENCE.due(one, when) if due.met is None and due.ended is None]


def due(one: Competence, when: DateTime) -> Due:
    (only,) = dues(one, when)
    return only


def first(one: Competence, when: DateTime) -> Status:
    """How the training stands that was owed first."""
    return COMPETENCE.due(one, when)[0].status(when)


IN_2027 = at(2027, 5, 17)
WRITER = charged(at(2025, 3, 3), WRITES)


class TestCase1:
    """Charged with appeals on 12 September 2023: trained again by Saturday 12 September 2026."""

    one = charged(at(2023, 9, 12), APPEALS, SPEAKS)

    def trained(self, *on: int) -> Competence:
        return then(self.one, evolve(TRAIN, at=at(*on)))

    def test_the_days(self):
        owed = due(self.one, at(2026, 9, 1))
        assert (owed.name, owed.key, owed.start) == ("training", APPEALS, at(2023, 9, 12).date())
        assert (owed.raw, owed.last) == (Date(2026, 9, 12), Date(2026, 9, 12))
        assert (owed.control, owed.rolled) == (Date(2026, 9, 11), Date(2026, 9, 14))

    def test_who_owes_it_and_why(self):
        """The Law says that staff are trained, not who sees to it."""
        owed = due(self.one, at(2026, 9, 1))
        assert (owed.owed_by, owed.owed_by_cites, owed.under) == (AUTHORISED, (HOUSE(103),), (ORQ445(33, 4),))
        assert YEARS_OF_TRAINING.versions[0].cites[0] in owed.cites

    @pytest.mark.parametrize(
        ("on", "status"),
        [
            ((2026, 9, 11), Status.RUNNING),
            ((2026, 9, 12), Status.TIGHT),
            ((2026, 9, 13), Status.OVERDUE),
        ],
    )
    def test_while_nobody_trains(self, on, status):
        assert first(self.one, at(*on)) is status

    @pytest.mark.parametrize(
        ("on", "status"),
        [
            ((2024, 1, 10), Status.MET),
            ((2026, 9, 12), Status.MET),
            ((2026, 9, 14), Status.MET_BY_ANALOGY),
            ((2026, 9, 15), Status.LATE),
        ],
    )
    def test_when_somebody_did(self, on, status):
        assert first(self.trained(*on), at(*on)) is status

    def test_the_next_runs_from_the_training(self):
        assert due(self.trained(2026, 9, 15), at(2026, 9, 15)).raw == Date(2029, 9, 15)
        assert due(self.trained(2025, 2, 3), at(2026, 9, 15)).raw == Date(2028, 2, 3)

    def test_each_training_meets_the_term_that_runs(self):
        twice = then(self.trained(2025, 2, 3), evolve(TRAIN, at=at(2028, 2, 4)))
        statuses = [one.status(at(2028, 2, 4)) for one in COMPETENCE.due(twice, at(2028, 2, 4))]
        assert statuses == [Status.MET, Status.LATE, Status.RUNNING]
        assert due(twice, at(2028, 2, 4)).raw == Date(2031, 2, 4)

    def test_the_years_are_those_of_the_law(self):
        five = COMPETENCE.under(UZ.under(Reform(YEARS_OF_TRAINING, 5, "on trial")))
        (owed,) = five.due(self.one, at(2026, 9, 1))
        assert owed.raw == Date(2028, 9, 12)

    def test_without_such_a_day_in_the_month_it_is_the_last(self):
        assert due(charged(at(2024, 2, 29), APPEALS), at(2024, 3, 1)).raw == Date(2027, 2, 28)

    def test_the_day_is_the_offices(self):
        late_at_night = evolve(CHARGE, at=datetime(2023, 9, 11, 20, tz="UTC"))  # 12 September, 01:00 in Tashkent
        assert due(COMPETENCE.begin(late_at_night), at(2023, 9, 12)).raw == Date(2026, 9, 12)


class TestCase2:
    """Only who handles appeals is owed it; another duty's training is another matter."""

    @pytest.mark.parametrize("duties", [(WRITES,), (SPEAKS,), (WATCHES,), (WRITES, SPEAKS, WATCHES)])
    def test_charged_with_something_else_nothing_is_owed(self, duties):
        assert COMPETENCE.due(charged(at(2023, 9, 12), *duties), at(2030, 1, 1)) == ()

    def test_training_for_speaking_does_not_meet_it(self):
        one = then(TestCase1.one, evolve(TRAIN, at=at(2024, 1, 10), of=SPEAKS))
        owed = due(one, at(2026, 9, 13))
        assert (owed.raw, owed.status(at(2026, 9, 13))) == (Date(2026, 9, 12), Status.OVERDUE)

    def test_nor_is_another_owed_from_it(self):
        one = then(charged(at(2023, 9, 12), SPEAKS), evolve(TRAIN, at=at(2024, 1, 10), of=SPEAKS))
        assert COMPETENCE.due(one, at(2030, 1, 1)) == ()

    def test_for_what_the_officer_does_not_do_nobody_trains(self):
        action = evolve(TRAIN, at=at(2024, 1, 10), of=WATCHES)
        assert refused_not_by_law(TestCase1.one, action, 110, "it is about a duty the officer has")

    def test_who_trains(self):
        """The main department, or who is authorised; the press service does not train itself."""
        for name in ("CENTRAL", "AUTHORISED"):
            assert then(TestCase1.one, evolve(TRAIN, at=at(2024, 1, 10), by=ACTORS[name])).state is S.CHARGED
        for name in ("HEAD", "PRESS_HEAD", "PRESS_OFFICER", "OTHER_BODY"):
            reason = against(TestCase1.one, evolve(TRAIN, at=at(2024, 1, 10), by=ACTORS[name]))
            assert (reason.kind, reason.is_law, reason.cites) == (ReasonKind.ROLE, False, (HOUSE(103),))

    def test_training_rests_on_the_law_and_on_the_article(self):
        one = then(TestCase1.one, evolve(TRAIN, at=at(2024, 1, 10)))
        assert {ORQ445(33, 4), SOURCE_ARTICLE(29)} <= {*one.history[-1].cites}


class TestCase3:
    """Who was relieved, or failed, or was never charged with it, does not speak; who leads the body does."""

    one = charged(at(2026, 3, 5), SPEAKS, WRITES)

    def test_charged_with_it(self):
        assert Speaker.of(self.one) == Speaker(
            officer="officer 7", office=BODY.id, file=Reference("competence", "1"), charged=True
        )

    def test_relieved(self):
        one = then(self.one, evolve(RELIEVE, at=at(2026, 10, 1)))
        assert one.state is S.RELIEVED
        assert Speaker.of(one) == evolve(Speaker.of(self.one), charged=False)

    @pytest.mark.parametrize("passed", [True, False])
    def test_attested(self, passed):
        one = then(self.one, evolve(ATTEST, at=at(2026, 4, 1), passed=passed))
        assert (one.attested, Speaker.of(one).charged) == (passed, passed)

    def test_attested_anew(self):
        failed = then(self.one, evolve(ATTEST, at=at(2026, 4, 1), passed=False))
        assert Speaker.of(then(failed, evolve(ATTEST, at=at(2026, 5, 1)))).charged

    def test_charged_with_something_else(self):
        assert not Speaker.of(charged(at(2026, 3, 5), WRITES, APPEALS)).charged

    def test_speaking_added_and_dropped(self):
        speaks = then(WRITER, evolve(ADD, at=at(2026, 4, 1), of=SPEAKS))
        assert (speaks.duties, Speaker.of(speaks).charged) == ({SPEAKS, WRITES}, True)
        dropped = then(speaks, evolve(DROP, at=at(2026, 5, 1), of=SPEAKS))
        assert (dropped.duties, Speaker.of(dropped).charged) == ({WRITES}, False)

    def test_who_leads_needs_no_charge(self):
        assert Speaker.leading("head 1", BODY.id) == Speaker(officer="head 1", office=BODY.id, file=None, charged=True)


class TestCase71Again:
    """A new charge does not restart the years."""

    trained_in_2024 = then(charged(at(2021, 6, 1), APPEALS, SPEAKS), evolve(TRAIN, at=at(2024, 5, 18)))

    def again(self, earlier: Competence, when: DateTime = IN_2027) -> Charge:
        """By a charge of the same officer at another body."""
        return Charge.again(
            earlier,
            case="2",
            office=office("a district IIB"),
            duties=frozenset({APPEALS}),
            act="order 9",
            at=when,
            by=ACTORS["HEAD"],
        )

    def test_trained_in_2024_and_charged_again_in_2027(self):
        relieved = then(self.trained_in_2024, evolve(RELIEVE, at=at(2027, 5, 14)))
        action = self.again(relieved)
        assert (action.officer, action.case, action.trained_on) == ("officer 7", "2", Date(2024, 5, 18))
        assert (action.office.id, action.act, action.by.role) == ("a district IIB", "order 9", HEAD)
        owed = due(COMPETENCE.begin(action), at(2027, 5, 17))
        assert (owed.start, owed.raw, owed.control) == (Date(2024, 5, 18), Date(2027, 5, 18), Date(2027, 5, 18))

    def test_so_it_may_be_overdue_on_the_day_of_the_charge(self):
        one = COMPETENCE.begin(self.again(self.trained_in_2024, at(2027, 5, 19)))
        assert due(one, at(2027, 5, 19)).status(at(2027, 5, 19)) is Status.OVERDUE

    def test_never_trained_the_years_run_from_the_first_charge(self):
        assert self.again(charged(at(2024, 9, 2), APPEALS)).trained_on == Date(2024, 9, 2)

    def test_or_from_the_day_that_charge_names(self):
        earlier = charged(at(2025, 9, 1), APPEALS, trained_on=Date(2025, 3, 10))
        assert self.again(earlier).trained_on == Date(2025, 3, 10)

    def test_or_from_when_appeals_were_added(self):
        assert self.again(then(WRITER, evolve(ADD, at=at(2025, 3, 4)))).trained_on == Date(2025, 3, 4)
        added = then(WRITER, evolve(ADD, at=at(2025, 3, 4), trained_on=Date(2024, 12, 2)))
        assert self.again(added).trained_on == Date(2024, 12, 2)

    def test_the_last_training_is_the_one_that_counts(self):
        twice = then(self.trained_in_2024, evolve(TRAIN, at=at(2026, 2, 2)))
        assert self.again(then(twice, evolve(TRAIN, at=at(2026, 3, 2), of=SPEAKS))).trained_on == Date(2026, 2, 2)

    def test_one_before_the_charge_is_not(self):
        earlier = then(charged(at(2025, 9, 1), APPEALS, trained_on=Date(2025, 3, 10)), evolve(TRAIN, at=at(2026, 1, 9)))
        assert self.again(earlier).trained_on == Date(2026, 1, 9)

    def test_who_never_had_it_begins_now(self):
        action = self.again(WRITER)
        assert action.trained_on is None
        assert due(COMPETENCE.begin(action), at(2027, 5, 17)).raw == Date(2030, 5, 17)

    def test_the_day_is_the_earlier_offices(self):
        at_night = evolve(TRAIN, at=datetime(2026, 2, 1, 21, tz="UTC"))  # 2 February, 02:00 in Tashkent
        assert self.again(then(self.trained_in_2024, at_night)).trained_on == Date(2026, 2, 2)


class TestCase71DutiesAdded:
    """Appeals added on 4 March 2025: by Saturday 4 March 2028; dropped and added, the old day stands."""

    one = then(WRITER, evolve(ADD, at=at(2025, 3, 4)))
    dropped = then(one, evolve(DROP, at=at(2026, 3, 5)))

    def test_added(self):
        owed = due(self.one, at(2025, 3, 4))
        assert (owed.key, owed.raw, owed.control) == (APPEALS, Date(2028, 3, 4), Date(2028, 3, 3))
        assert (owed.rolled, self.one.duties) == (Date(2028, 3, 6), {APPEALS, WRITES})

    def test_another_duty_added_owes_nothing(self):
        assert COMPETENCE.due(then(WRITER, evolve(ADD, at=at(2025, 3, 4), of=WATCHES)), at(2029, 1, 1)) == ()

    def test_and_leaves_what_is_owed(self):
        one = then(self.one, evolve(ADD, at=at(2025, 6, 2), of=WATCHES), evolve(DROP, at=at(2025, 6, 3), of=WATCHES))
        assert due(one, at(2025, 6, 4)).raw == Date(2028, 3, 4)

    def test_added_with_a_training_of_before(self):
        one = then(WRITER, evolve(ADD, at=at(2025, 3, 4), trained_on=Date(2024, 5, 18)))
        assert due(one, at(2025, 3, 4)).raw == Date(2027, 5, 18)

    def test_dropped_in_time_it_is_owed_no_more(self):
        assert dues(self.dropped, at(2029, 1, 1)) == []
        assert first(self.dropped, at(2029, 1, 1)) is Status.LIFTED

    @pytest.mark.parametrize("end", [DROP, RELIEVE], ids=["dropped", "relieved"])
    @pytest.mark.parametrize(("day", "status"), [(4, Status.LIFTED), (5, Status.LATE)])
    def test_what_ends_it_after_its_day_leaves_it_late(self, end, day, status):
        assert first(then(self.one, evolve(end, at=at(2028, 3, day))), at(2029, 1, 1)) is status

    def test_added_again_without_the_old_day(self):
        again = evolve(ADD, at=at(2026, 3, 6))
        sentence = "a duty had before in this file keeps its day"
        assert refused_not_by_law(self.dropped, again, 149, sentence)
        assert refused_not_by_law(self.dropped, evolve(again, trained_on=Date(2025, 3, 5)), 149, sentence)

    def test_with_it_the_years_run_on(self):
        one = then(self.dropped, evolve(ADD, at=at(2026, 3, 6), trained_on=Date(2025, 3, 4)))
        assert due(one, at(2026, 3, 6)).raw == Date(2028, 3, 4)
        assert trained(then(one, evolve(DROP, at=at(2026, 3, 9))), APPEALS) == Date(2025, 3, 4)

    def test_had_it_ever_been_trained_for_that_is_the_day(self):
        trained_once = then(self.one, evolve(TRAIN, at=at(2025, 9, 8)), evolve(DROP, at=at(2026, 3, 5)))
        again = evolve(ADD, at=at(2026, 3, 6), trained_on=Date(2025, 9, 8))
        assert due(then(trained_once, again), at(2026, 3, 6)).raw == Date(2028, 9, 8)
        assert against(trained_once, evolve(again, trained_on=Date(2025, 3, 4))).cites == (HOUSE(149),)

    def test_a_training_for_something_else_is_not(self):
        one = charged(at(2025, 3, 4), APPEALS, SPEAKS)
        one = then(one, evolve(TRAIN, at=at(2025, 9, 8), of=SPEAKS), evolve(DROP, at=at(2026, 3, 5)))
        again = evolve(ADD, at=at(2026, 3, 6))
        assert against(one, evolve(again, trained_on=Date(2025, 9, 8))).cites == (HOUSE(149),)
        assert due(then(one, evolve(again, trained_on=Date(2025, 3, 4))), at(2026, 3, 6)).raw == Date(2028, 3, 4)

    def test_the_training_of_before_is_kept_too(self):
        one = then(WRITER, evolve(ADD, at=at(2025, 3, 4), trained_on=Date(2024, 5, 18)))
        one = then(one, evolve(DROP, at=at(2026, 3, 5)))
        again = evolve(ADD, at=at(2026, 3, 6))
        assert against(one, evolve(again, trained_on=Date(2025, 3, 4))).cites == (HOUSE(149),)
        assert due(then(one, evolve(again, trained_on=Date(2024, 5, 18))), at(2026, 3, 6)).raw == Date(2027, 5, 18)

    def test_what_was_entered_against_it_restarts_nothing(self):
        """In a register where the duty was added again without its day, and dropped once more."""
        anew = (evolve(ADD, at=at(2026, 3, 6)), evolve(DROP, at=at(2026, 3, 9)))
        history = (charge(at(2025, 3, 4), APPEALS), evolve(DROP, at=at(2026, 3, 5)), *anew)
        one = COMPETENCE.audit(history, at(2026, 3, 9)).entity
        assert one is not None
        again = evolve(ADD, at=at(2026, 3, 10))
        assert against(one, evolve(again, trained_on=Date(2026, 3, 6))).cites == (HOUSE(149),)
        assert APPEALS in then(one, evolve(again, trained_on=Date(2025, 3, 4))).duties

    def test_whatever_else_was_done(self):
        attested = then(WRITER, evolve(ATTEST, at=at(2026, 3, 5)), evolve(ADD, at=at(2026, 3, 6)))
        assert due(attested, at(2026, 3, 6)).raw == Date(2029, 3, 6)

    def test_of_any_duty(self):
        """Only for appeals the years count, yet each duty's day is kept."""
        one = then(WRITER, evolve(DROP, at=at(2025, 3, 4), of=WRITES))
        assert against(one, evolve(ADD, at=at(2025, 3, 5), of=WRITES)).cites == (HOUSE(149),)
        back = evolve(ADD, at=at(2025, 3, 5), of=WRITES, trained_on=Date(2025, 3, 3))
        assert then(one, back).duties == {WRITES}

    def test_what_the_officer_does_not_have_is_not_dropped(self):
        action = evolve(DROP, at=at(2025, 3, 4), of=SPEAKS)
        assert refused_not_by_law(WRITER, action, 110, "it is about a duty the officer has")


class TestCase71EarlierTraining:
    """A training that the act names lies behind."""

    sentence = "the earlier training lies behind"

    def test_at_the_charge(self):
        assert refused_not_by_law(
            None, charge(at(2026, 3, 5), APPEALS, trained_on=Date(2026, 3, 6)), 149, self.sentence
        )
        assert charged(at(2026, 3, 5), APPEALS, trained_on=Date(2026, 3, 5)).state is S.CHARGED

    def test_and_when_a_duty_is_added(self):
        action = evolve(ADD, at=at(2026, 3, 5), trained_on=Date(2026, 3, 6))
        assert refused_not_by_law(WRITER, action, 149, self.sentence)
        assert APPEALS in then(WRITER, evolve(action, trained_on=Date(2026, 3, 5))).duties

    def test_by_the_offices_day(self):
        """The fifth of March in Tashkent is still the fourth by Greenwich."""
        early = datetime(2026, 3, 4, 20, tz="UTC")
        assert charged(early, APPEALS, trained_on=Date(2026, 3, 5)).state is S.CHARGED
        action = evolve(ADD, at=early, trained_on=Date(2026, 3, 5))
        assert APPEALS in then(WRITER, action).duties


class TestCase71Attestation:
    """The agency attested press secretaries until it was dissolved on 14 July 2025; since then the main department."""

    one = charged(at(2019, 6, 3), SPEAKS)

    def by(self, name: str, when: DateTime) -> Attest:
        return Attest(at=when, by=ACTORS[name], passed=True)

    @pytest.mark.parametrize("when", [at(2019, 6, 27), at(2024, 6, 11), at(2025, 7, 13, 23)])
    def test_by_the_agency(self, when):
        attested = then(self.one, self.by("OTHER_BODY", when))
        assert (attested.attested, attested.history[-1].cites[0]) == (True, PQ4366("attestation"))
        reason = against(self.one, self.by("CENTRAL", when))
        assert (reason.kind, reason.is_law, reason.cites) == (ReasonKind.ROLE, True, (PQ4366("attestation"),))

    @pytest.mark.parametrize("when", [at(2025, 7, 14, 0), at(2025, 12, 1)])
    def test_by_the_main_department(self, when):
        """Who attests now was not read: a house rule stands beside the resolution."""
        attested = then(self.one, self.by("CENTRAL", when))
        assert attested.attested
        assert {PQ4366("attestation"), HOUSE(111)} <= {*attested.history[-1].cites}
        reason = against(self.one, self.by("OTHER_BODY", when))
        assert (reason.kind, reason.cites) == (ReasonKind.ROLE, (CHARTER("standing"),))

    def test_by_nobody_before_the_resolution(self):
        for name in ("OTHER_BODY", "CENTRAL"):
            reasons = COMPETENCE.explain(self.one, self.by(name, at(2019, 6, 26))).reasons
            assert [one.kind for one in reasons] == [ReasonKind.STATE]

    def test_by_nobody_of_the_body_itself(self):
        for name in ("HEAD", "AUTHORISED", "PRESS_HEAD", "PRESS_OFFICER"):
            assert against(self.one, self.by(name, at(2025, 12, 1))).kind is ReasonKind.ROLE


class TestHouseRule110:
    """A charge stands in an act, and so does its end."""

    sentence = "the charge, and its end, stand in an act"

    def test_a_charge(self):
        assert refused_not_by_law(None, evolve(CHARGE, act=""), 110, self.sentence)
        one = COMPETENCE.begin(CHARGE)
        assert (one.id, one.officer, one.office) == ("1", "officer 7", BODY)
        assert (one.duties, one.attested, one.reference) == (
            {APPEALS, SPEAKS},
            None,
            Reference("competence", "1"),
        )

    def test_with_a_duty(self):
        assert refused_not_by_law(None, charge(at(2026, 3, 5)), 110, "at least one duty is named")

    @pytest.mark.parametrize("action", [ADD, DROP, RELIEVE], ids=lambda action: type(action).__name__)
    def test_what_changes_or_ends_it(self, action):
        one = COMPETENCE.begin(charge(at(2026, 3, 5), APPEALS)) if action is not ADD else WRITER
        assert refused_not_by_law(one, evolve(action, act=""), 110, self.sentence)
        assert len(then(one, action).history) == 2

    def test_what_would_meet_it_is_said(self):
        assert against(None, evolve(CHARGE, act="")).remedy.startswith("give it; lifted by")
        assert against(WRITER, evolve(RELIEVE, act="")).remedy.startswith("give it; lifted by")

    def test_by_the_head_or_who_is_authorised(self):
        for name in ("PRESS_HEAD", "PRESS_OFFICER", "CENTRAL", "OTHER_BODY"):
            for one, action in ((None, CHARGE), (WRITER, ADD), (WRITER, evolve(DROP, of=WRITES)), (WRITER, RELIEVE)):
                reason = against(one, evolve(action, by=ACTORS[name]))
                assert (reason.kind, reason.is_law, reason.cites) == (ReasonKind.ROLE, False, (HOUSE(103),))

    def test_relieved_is_the_end(self):
        relieved = then(WRITER, RELIEVE)
        for action in (ADD, evolve(DROP, of=WRITES), evolve(TRAIN, of=WRITES), ATTEST, RELIEVE):
            reasons = COMPETENCE.explain(relieved, action).reasons
            assert ReasonKind.STATE in {one.kind for one in reasons}

    def test_several_things_against_it_are_told_at_once(self):
        action = evolve(CHARGE, act="", duties=frozenset(), trained_on=Date(2026, 3, 6), by=ACTORS["PRESS_HEAD"])
        reasons = verdict(None, action).reasons
        assert [one.kind for one in reasons].count(ReasonKind.GUARD) == 3
        assert {cite for one in reasons for cite in one.cites} == {HOUSE(103), HOUSE(110), HOUSE(149)}
