"""How far the head may lengthen the term of an appeal, and what study does after that: O‘RQ-445 art. 28(1), 28(2).

The text says "by at most a month", not "once". That all lengthenings share the one month, that it is counted from the
end of the term as it stood without them, and that only a term that runs is lengthened is INFERRED. Counted by hand:
the day of receipt is day 0, a month ends on the same number or on the last day, nothing moves a last day.
"""

import pytest
from citizens.cases import (
    CHIEF,
    FIVE,
    SIX,
    WORKER,
    against,
    assign,
    at,
    days,
    due,
    extend,
    in_review,
    notify,
    on,
    receive,
    register,
    study,
    then,
)

from prcomm import Basis, FindingKind, ReasonKind, Reform
from prcomm.citizens.appeals import APPEAL, APPLICATION, COMPLAINT, PROPOSAL, Appeal, AppealState, Notice
from prcomm.law import ORQ445, ROLL_FORWARD_BY_ANALOGY, UZ
from prcomm.law.orq445 import DAYS_TO_CONSIDER, MONTHS_OF_EXTENSION

S = AppealState
INFERRED = ORQ445(28, 2).by(Basis.INFERRED)

CASES = {
    # received, and what was done then:                             ends on, the last day it may be lengthened to
    "nothing yet": (at(3, 3), [], on(3, 18), on(4, 18)),
    "once": (at(3, 3), [extend(at(3, 10), on(3, 28))], on(3, 28), on(4, 18)),
    "by a day": (at(3, 3), [extend(at(3, 10), on(3, 19))], on(3, 19), on(4, 18)),
    "twice": (at(3, 3), [extend(at(3, 10), on(3, 28)), extend(at(3, 28), on(4, 1))], on(4, 1), on(4, 18)),
    "three times": (
        at(3, 3),
        [extend(at(3, 10), on(3, 25)), extend(at(3, 20), on(4, 1)), extend(at(4, 1, 23), on(4, 17))],
        on(4, 17), on(4, 18),
    ),
    "study": (at(3, 3), [study(at(3, 12))], on(4, 3), on(5, 3)),
    "study, once": (at(3, 3), [study(at(3, 12)), extend(at(4, 1), on(4, 20))], on(4, 20), on(5, 3)),
    # the later of a month from receipt and the running end
    "once, study": (at(3, 3), [extend(at(3, 10), on(3, 28)), study(at(3, 20))], on(4, 3), on(5, 3)),
    "a month but a day, study": (at(3, 3), [extend(at(3, 10), on(4, 17)), study(at(3, 20))], on(4, 17), on(5, 3)),
    "the month, study": (at(3, 3), [extend(at(3, 10), on(4, 18)), study(at(3, 20))], on(4, 18), on(5, 3)),
    "to the month from receipt, study": (at(3, 3), [extend(at(3, 10), on(4, 3)), study(at(4, 3))], on(4, 3), on(5, 3)),
    "study beyond the month from receipt": (
        at(3, 3), [extend(at(3, 10), on(4, 18)), study(at(4, 10))], on(4, 18), on(5, 3),
    ),
    "once, study, once": (
        at(3, 3), [extend(at(3, 10), on(3, 28)), study(at(3, 20)), extend(at(4, 2), on(4, 30))], on(4, 30), on(5, 3),
    ),
    "study, once, study again": (
        at(3, 3), [study(at(3, 12)), extend(at(4, 1), on(4, 20)), study(at(4, 5))], on(4, 20), on(5, 3),
    ),
    # 16 January + 15 = 31 January; a month later is the last of February, and never a month after that
    "31 January": (at(1, 16), [], on(1, 31), on(2, 28)),
    "31 January, once": (at(1, 16), [extend(at(1, 30), on(2, 10))], on(2, 10), on(2, 28)),
    "31 January of a leap year": (at(1, 16, year=2024), [extend(at(1, 30, year=2024), on(2, 10, 2024))],
                                  on(2, 10, 2024), on(2, 29, 2024)),
    # 31 January + 15 = 15 February; with study 28 February
    "15 February": (at(1, 31), [extend(at(2, 10), on(2, 20))], on(2, 20), on(3, 15)),
    "28 February": (at(1, 31), [study(at(2, 15))], on(2, 28), on(3, 28)),
    "28 February, after one": (at(1, 31), [extend(at(2, 10), on(2, 20)), study(at(2, 16))], on(2, 28), on(3, 28)),
    "28 February, after a month": (at(1, 31), [extend(at(2, 10), on(3, 15)), study(at(2, 16))], on(3, 15), on(3, 28)),
    "28 February by days": (at(2, 13), [extend(at(2, 20), on(3, 10))], on(3, 10), on(3, 28)),
    "29 February by days": (at(2, 14, year=2024), [extend(at(2, 20, year=2024), on(3, 10, 2024))],
                            on(3, 10, 2024), on(3, 29, 2024)),
    # 31 March and a month: 30 April; and a month: 30 May, not 31
    "30 April": (at(3, 31), [study(at(4, 10)), extend(at(4, 20), on(5, 10))], on(5, 10), on(5, 30)),
    # 16 August + 15 = 31 August, a day off; a month later 30 September
    "31 August": (at(8, 16), [extend(at(8, 31), on(9, 2))], on(9, 2), on(9, 30)),
    # over the end of the year: 16 November + 15 = 1 December
    "1 December": (at(11, 16), [extend(at(12, 1), on(12, 31))], on(12, 31), on(1, 1, 2027)),
    "1 December, study": (at(11, 16), [extend(at(12, 1), on(12, 31)), study(at(12, 20))], on(12, 31), on(1, 16, 2027)),
    # Friday 24 April + 15 = Saturday 9 May, a holiday; Sunday 31 May follows five days off
    "9 May": (at(4, 24), [extend(at(5, 9), on(5, 31))], on(5, 31), on(6, 9)),
}  # fmt: skip


@pytest.mark.parametrize("kind", [APPLICATION, COMPLAINT], ids=lambda kind: kind.name)
@pytest.mark.parametrize("case", CASES)
class TestTogetherByAMonth:
    def life(self, case, kind, where=FIVE) -> Appeal:
        received, actions, _, _ = CASES[case]
        return in_review(received, kind, *actions, office=where)

    def test_when_it_ends(self, case, kind):
        for where in (FIVE, SIX):
            one = due(self.life(case, kind, where), "consideration")
            assert (one.raw, one.last) == (CASES[case][2],) * 2

    def test_how_far_it_may_be_lengthened(self, case, kind):
        _, _, end, most = CASES[case]
        for where in (FIVE, SIX):
            ours, when = self.life(case, kind, where), at(end.month, end.day, 23, year=end.year)
            assert due(then(ours, extend(when, most)), "consideration").last == most
            (reason,) = against(ours, extend(when, most.add(days=1)))
            assert (reason.kind, reason.cites) == (ReasonKind.GUARD, (ORQ445(28, 2), INFERRED))

    def test_by_a_day_at_least(self, case, kind):
        _, _, end, _ = CASES[case]
        ours, when = self.life(case, kind), at(end.month, end.day, year=end.year)
        assert against(ours, extend(when, end.add(days=1))) == ()
        for until in (end, end.subtract(days=1)):
            (reason,) = against(ours, extend(when, until))
            assert (reason.cites, reason.basis) == ((ORQ445(28, 2),), Basis.STATUTE)

    def test_after_the_end_nothing_is_lengthened_and_study_gives_nothing(self, case, kind):
        _, _, end, most = CASES[case]
        ours, late = self.life(case, kind), at(end.month, end.day, year=end.year).add(days=1)
        (reason,) = against(ours, extend(late, most))
        assert (reason.kind, reason.cites) == (ReasonKind.GUARD, (INFERRED,))
        if ours.state is not S.EXTRA_STUDY:
            assert due(then(ours, study(late)), "consideration").last == end

    def test_a_restored_file_says_the_same(self, case, kind):
        ours = self.life(case, kind)
        assert due(APPEAL.restore(ours.history), "consideration") == due(ours, "consideration")


class TestByAnalogy:
    """Where a last day off rolls to the next working day, so does the day until which may be asked; not how far."""

    rolling = APPEAL.under(UZ.under(ROLL_FORWARD_BY_ANALOGY))

    def test_asked_on_the_monday_after_a_sunday(self):
        ours = in_review(at(4, 24), COMPLAINT, extend(at(5, 8), on(5, 31)))
        assert days(due(ours, "consideration", lifecycle=self.rolling)) == (on(5, 31), on(6, 1), on(5, 26), on(6, 1))
        asked = at(6, 1)
        assert [reason.cites for reason in against(ours, extend(asked, on(6, 9)))] == [(INFERRED,)]
        assert against(ours, extend(asked, on(6, 9)), self.rolling) == ()
        assert len(against(ours, extend(asked, on(6, 10)), self.rolling)) == 1


class TestWhoseTermItIs:
    def test_a_proposal_has_no_term_that_is_lengthened_before_or_after_study(self):
        for actions in ((), (study(at(3, 5)),)):
            (reason,) = against(in_review(at(3, 3), PROPOSAL, *actions), extend(at(3, 6), on(4, 10)))
            assert reason.kind is ReasonKind.NEVER

    def test_each_lengthening_is_told(self):
        first = in_review(at(3, 3), COMPLAINT, extend(at(3, 10), on(3, 28)), notify(at(3, 10), Notice.EXTENDED))
        assert due(first, "extension_notice").met == on(3, 10)
        second = then(first, extend(at(3, 20), on(4, 1)))
        notices = [one for one in APPEAL.due(second, at(3, 21)) if one.name == "extension_notice"]
        assert [one.met for one in notices] == [on(3, 10), None]

    def test_where_it_stands(self):
        longer = in_review(at(3, 3), COMPLAINT, extend(at(3, 10), on(3, 28)))
        studied = then(longer, study(at(3, 20)))
        again = then(studied, extend(at(3, 21), on(4, 20)))
        assert [one.state for one in (longer, studied, again)] == [S.EXTENDED, S.EXTRA_STUDY, S.EXTENDED]


class TestUnderAnotherLaw:
    def test_two_months(self):
        ours = in_review(at(3, 3), COMPLAINT, extend(at(3, 10), on(3, 28)))
        longer = APPEAL.under(UZ.under(Reform(MONTHS_OF_EXTENSION, 2, "on trial")))
        assert against(ours, extend(at(3, 20), on(5, 18)), longer) == ()
        assert len(against(ours, extend(at(3, 20), on(5, 19)), longer)) == 1

    def test_ten_days_to_consider(self):
        # 3 March + 10 = 13 March; a month later 13 April
        ours = in_review(at(3, 3), COMPLAINT, extend(at(3, 10), on(3, 28)))
        shorter = APPEAL.under(UZ.under(Reform(DAYS_TO_CONSIDER, 10, "on trial")))
        assert against(ours, extend(at(3, 20), on(4, 13)), shorter) == ()
        assert len(against(ours, extend(at(3, 20), on(4, 14)), shorter)) == 1


class TestInAnAudit:
    begun = receive(at(3, 3)), register(at(3, 3)), assign(at(3, 3))

    def unlawful(self, *actions):
        audit = APPEAL.audit([*self.begun, *actions], at(3, 25))
        return [f.step for f in audit.of(FindingKind.UNLAWFUL)], audit.entity

    def test_several_within_the_month_are_lawful(self):
        steps, ours = self.unlawful(extend(at(3, 10), on(3, 28)), extend(at(3, 20), on(4, 18)))
        assert (steps, due(ours, "consideration", at(3, 25)).last) == ([], on(4, 18))

    @pytest.mark.parametrize(
        "wrong",
        [extend(at(3, 10), on(4, 18), by=WORKER), extend(at(3, 10), on(4, 19)), extend(at(3, 10), on(5, 3))],
        ids=["by the executor", "a month and a day", "as if studied"],
    )
    def test_an_unlawful_one_takes_nothing_of_the_month(self, wrong):
        steps, ours = self.unlawful(wrong, extend(at(3, 16), on(4, 18), by=CHIEF))
        assert (steps, due(ours, "consideration", at(3, 25)).last) == ([3], on(4, 18))

    def test_together_by_more_than_a_month_the_last_gives_no_time(self):
        steps, ours = self.unlawful(extend(at(3, 10), on(4, 1)), extend(at(3, 20), on(4, 19)))
        assert (steps, due(ours, "consideration", at(3, 25)).last) == ([4], on(4, 1))

    def test_study_after_an_unlawful_one_is_noted_too_late(self):
        """19 March is after 18 March: the term was not lengthened by the executor."""
        steps, ours = self.unlawful(extend(at(3, 10), on(4, 1), by=WORKER), study(at(3, 19)))
        assert (steps, due(ours, "consideration", at(3, 25)).last) == ([3], on(3, 18))
