"""Advice when asked: what may be done in good time. It refuses nothing, and nobody has to follow it.

Received on Tuesday 3 March 2026: fifteen days end on the 18th, a month on 3 April.
"""

import pytest
from citizens.cases import ANOTHER_BODY, APPEAL, Need, ask, at, due, extend, in_review, on, study, then

from prcomm import Basis
from prcomm.citizens.appeals import PROPOSAL, Extend, GiveInformation, Study, advice
from prcomm.labels import LABELS
from prcomm.law.orq445 import ORQ445


def told(appeal, when=None):
    return [(one.due.key, one.action) for one in advice(appeal, when or at(3, 12))]


class TestInformationThatComesTooLate:
    def test_it_falls_due_after_the_last_day_so_study_or_a_longer_term(self):
        """Asked on the 9th, ten days end on the 19th (art. 24(4)), a day after the fifteen (art. 28(1))."""
        asked = then(in_review(at(3, 3)), ask(at(3, 9)))
        assert told(asked) == [("1", Study), ("1", Extend)]

    def test_on_the_last_day_it_is_in_time(self):
        """Asked on the 8th, ten days end on the 18th."""
        assert told(then(in_review(at(3, 3)), ask(at(3, 8)))) == []

    def test_it_names_both_days_its_articles_and_how_sure_they_are(self):
        (one, longer) = advice(then(in_review(at(3, 3)), ask(at(3, 9))), at(3, 12))
        assert str(one) == (
            "information (1) ends on 2026-03-19, after consideration, which ends on 2026-03-18: "
            "in good time there is Study"
        )
        assert one.cites[0] == ORQ445(28, 1).by(Basis.INFERRED)
        assert longer.cites[0] == ORQ445(28, 2).by(Basis.INFERRED)
        assert {one.basis, longer.basis} == {Basis.INFERRED}
        assert one.due.last == on(3, 19)

    def test_of_study_the_month_is_enough_or_a_longer_term_is_left(self):
        """By study the last day is 3 April; asked on the 25th, information is due on 4 April."""
        studied = then(in_review(at(3, 3)), study(at(3, 9), Need.DOCUMENTS), ask(at(3, 10)))
        assert due(studied, "consideration").last == on(4, 3)
        assert told(studied) == []
        assert told(then(studied, ask(at(3, 25), "2")), at(3, 26)) == [("2", Extend)]

    def test_of_a_proposal_study_alone(self):
        """A month ends on 3 April; asked on 25 March, information is due on 4 April (art. 28(3))."""
        asked = then(in_review(at(3, 3), PROPOSAL), ask(at(3, 25)))
        assert told(asked, at(3, 26)) == [("1", Study)]
        assert advice(asked, at(3, 26))[0].cites[0] == ORQ445(28, 3).by(Basis.INFERRED)

    def test_each_request_by_itself_and_none_that_was_answered(self):
        asked = then(in_review(at(3, 3)), ask(at(3, 9)), ask(at(3, 10), "2"))
        given = then(asked, GiveInformation(at=at(3, 11), by=ANOTHER_BODY, request="1"))
        assert told(asked) == [("1", Study), ("1", Extend), ("2", Study), ("2", Extend)]
        assert told(given) == [("2", Study), ("2", Extend)]

    def test_after_the_last_day_there_is_nothing_left_to_ask_for(self):
        assert told(then(in_review(at(3, 3)), ask(at(3, 9))), at(3, 19)) == []

    def test_a_longer_term_that_covers_it_leaves_nothing_to_say(self):
        assert told(then(in_review(at(3, 3)), ask(at(3, 9)), extend(at(3, 10), on(4, 1)))) == []

    @pytest.mark.parametrize("lang", LABELS.languages)
    def test_in_each_language(self, lang):
        (one, _) = advice(then(in_review(at(3, 3)), ask(at(3, 9))), at(3, 12))
        assert (" ends on " in one.rendered(LABELS.say(lang))) is (lang == "en")

    def test_asking_changes_nothing(self):
        appeal = then(in_review(at(3, 3)), ask(at(3, 9)))
        advice(appeal, at(3, 12))
        assert APPEAL.restore(appeal.history) == appeal
