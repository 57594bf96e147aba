"""What the file of an appeal states wrongly is corrected, by house rule 40: never who did it, or what."""

import pytest
from citizens.cases import (
    APPEAL,
    BEKZOD,
    CHIEF,
    CITIZEN,
    DEPUTY,
    EVERYBODY,
    NODIRA,
    REGISTRY,
    assign,
    at,
    decided,
    due,
    extend,
    in_review,
    on,
    on_the_spot,
    receive,
    received,
    registered,
    study,
    then,
)

from prcomm import Basis, FindingKind, Refused
from prcomm.adapters.json import Codec
from prcomm.citizens.appeals import (
    APPLICATION,
    COMPLAINT,
    LETTER,
    PROPOSAL,
    AppealState as S,
    Correct,
    LayAside,
    Receive,
    register_entry,
)
from prcomm.core.sources.people import Person
from prcomm.law.house import HOUSE

CODEC = Codec(APPEAL)


def correct(name, value, *, record=0, when=None, by=REGISTRY, why="sheet 3"):
    return Correct(at=when or at(3, 10), by=by, record=record, field=name, value=value, why=why)


class TestTheKind:
    """Received on Tuesday 3 March 2026: fifteen days end on the 18th, a month on 3 April (arts 28(1), 28(3))."""

    def test_a_complaint_that_proves_to_be_a_proposal_is_considered_in_a_month(self):
        complaint = in_review(at(3, 3))
        proposal = then(complaint, correct("kind", PROPOSAL))
        assert (due(complaint, "consideration").last, due(proposal, "consideration").last) == (on(3, 18), on(4, 3))
        assert (proposal.state, proposal.kind) == (S.IN_REVIEW, PROPOSAL)
        assert proposal.history[:3] == complaint.history

    def test_a_proposal_that_proves_to_be_a_complaint_may_be_lengthened(self):
        proposal = in_review(at(3, 3), PROPOSAL)
        with pytest.raises(Refused):
            then(proposal, extend(at(3, 12), on(4, 18)))
        complaint = then(proposal, correct("kind", COMPLAINT))
        assert due(then(complaint, extend(at(3, 12), on(4, 18))), "consideration").last == on(4, 18)

    def test_what_was_judged_is_not_judged_again(self):
        """A complaint is lengthened; then it proves to be a proposal, of which no term is."""
        lengthened = then(in_review(at(3, 3)), extend(at(3, 12), on(4, 18)))
        proposal = then(lengthened, correct("kind", PROPOSAL, when=at(3, 13)))
        assert (proposal.state, proposal.version) == (S.EXTENDED, 5)

    @pytest.mark.parametrize("state", [received, registered])
    def test_a_letter_that_proves_to_be_an_appeal_has_its_term_from_receipt(self, state):
        letter = state(at(3, 3), LETTER)
        application = then(letter, correct("kind", APPLICATION))
        assert "consideration" not in {one.name for one in APPEAL.due(letter, at(3, 10))}
        assert due(application, "consideration").last == on(3, 18)

    def test_given_to_somebody_it_is_no_letter(self):
        (reason,) = APPEAL.explain(in_review(at(3, 3)), correct("kind", LETTER)).reasons
        assert reason.text == "whether it is an appeal at all is corrected before it is given to anybody"

    def test_laid_aside_it_is_corrected_no_more(self):
        laid_aside = then(registered(at(3, 3), LETTER), LayAside(at=at(3, 4), by=DEPUTY))
        (reason,) = APPEAL.explain(laid_aside, correct("kind", APPLICATION)).reasons
        assert reason.text == "whether it is an appeal at all is corrected before it is given to anybody"


class TestTheReceipt:
    def test_received_a_day_earlier_than_entered_the_term_ends_a_day_earlier(self):
        """From Monday 2 March fifteen days end on the 17th, and the five for sending on on the 7th."""
        earlier = then(registered(at(3, 3)), correct("at", at(3, 2)))
        assert due(earlier, "consideration").last == on(3, 17)
        assert due(earlier, "forwarding").raw == on(3, 7)
        assert register_entry(earlier).received == at(3, 2)
        assert earlier.history[0].action.at == at(3, 3)

    def test_not_after_it_was_registered(self):
        assert APPEAL.explain(registered(at(3, 3)), correct("at", at(3, 9))).reasons

    def test_learned_later_it_was_filed_in_time(self):
        """A year from 2 March 2025 ended on 2 March 2026, the day before it came (art. 22(2))."""
        late = registered(at(3, 3), learned=on(3, 2, 2025))
        in_time = then(late, correct("learned", on(3, 4, 2025)))
        assert (str(due(late, "filing").status(at(3, 10))), str(due(in_time, "filing").status(at(3, 10)))) == (
            "late",
            "met",
        )

    def test_what_was_not_stated_is_stated(self):
        """That it was an appeal to the superior body at all."""
        told = then(registered(at(3, 3)), correct("learned", on(3, 4, 2025)))
        assert due(told, "filing").last == on(3, 4)


class TestGuardsGoByIt:
    def test_whoever_proves_to_be_complained_of_is_given_nothing(self):
        accused = then(registered(at(3, 3)), correct("against", ("worker",)))
        with pytest.raises(Refused, match="an appeal never goes to the body or official complained of"):
            then(accused, assign(at(3, 11), "worker"))

    def test_a_residence_that_was_there_makes_it_no_longer_anonymous(self):
        anonymous = registered(at(3, 3), named=False)
        with pytest.raises(Refused, match="an anonymous appeal is not considered"):
            then(anonymous, assign(at(3, 11)))
        known = then(anonymous, correct("named", True))
        assert then(known, assign(at(3, 11))).state is S.IN_REVIEW

    def test_the_reply_goes_to_whom_it_proves_to_be_from(self):
        his = then(decided(at(3, 3), at(3, 9)), correct("appellants", (BEKZOD,)))
        assert his.appellant_ids == ("p2",)
        assert NODIRA.name not in str(his.told[0]) + repr(his)

    def test_somebody_appeals(self):
        (reason,) = APPEAL.explain(registered(at(3, 3)), correct("appellants", ())).reasons
        assert reason.text == "somebody appeals"

    def test_what_proves_not_to_be_so(self):
        unnamed = then(registered(at(3, 3)), correct("named", False))
        with pytest.raises(Refused, match="an anonymous appeal is not considered"):
            then(unnamed, assign(at(3, 11)))


class TestNeverWhoNorWhat:
    @pytest.mark.parametrize("name", ["by", "case", "office", "came_from", "identity_protected", "number"])
    def test_no_fact_of_the_file(self, name):
        reasons = APPEAL.explain(registered(at(3, 3)), correct(name, "x")).reasons
        assert "Correct: the field is a fact of the file that may be corrected" in {reason.text for reason in reasons}

    @pytest.mark.parametrize("record", [1, 2])
    def test_of_what_was_done_since_nothing(self, record):
        for name in ("at", "number", "executors"):
            assert APPEAL.explain(in_review(at(3, 3)), correct(name, at(3, 3), record=record)).reasons

    def test_minutes_too(self):
        minutes = APPEAL.begin(on_the_spot(at(3, 3)))
        assert then(minutes, correct("content", "digest 9")).content == "digest 9"


class TestWhoMay:
    def test_the_registry_and_whoever_decides_where_it_goes(self):
        appeal = registered(at(3, 3))
        may = {by.id for by in EVERYBODY if APPEAL.explain(appeal, correct("minor", True, by=by)).accepted}
        assert may == {REGISTRY.id, CHIEF.id, DEPUTY.id}

    def test_it_is_a_house_rule_and_says_so(self):
        verdict = APPEAL.explain(registered(at(3, 3)), correct("minor", True, by=CITIZEN))
        (reason,) = verdict.reasons
        assert (reason.cites, reason.basis, verdict.is_law) == ((HOUSE(40),), Basis.ASSUMED, False)

    def test_ended_or_kept_it_is_corrected_all_the_same(self):
        sent = then(decided(at(3, 3), at(3, 9)), correct("minor", True, when=at(4, 30)))
        assert (sent.state, sent.minor) == (S.DECIDED, True)


class TestInAnAudit:
    def test_both_values_and_by_which_the_dues_are_judged(self):
        life = [record.action for record in in_review(at(3, 3)).history]
        audit = APPEAL.audit([*life, correct("kind", PROPOSAL)], at(3, 25))
        (found,) = audit.of(FindingKind.CORRECTED)
        assert found.text == "kind of Receive at step 0: PROPOSAL, in place of COMPLAINT"
        assert [one.name for one in audit.of(FindingKind.OWED)] == []
        without = APPEAL.audit(life, at(3, 25))
        assert [one.name for one in without.of(FindingKind.OWED)] == ["consideration"]

    def test_nobody_is_shown(self):
        life = [record.action for record in in_review(at(3, 3)).history]
        person = Person("p9", name="Karimov Aziz", residence="1 Navoiy street")
        audit = APPEAL.audit([*life, correct("appellants", (person,))], at(3, 12))
        (found,) = audit.of(FindingKind.CORRECTED)
        assert found.text == "appellants of Receive at step 0: <hidden>, in place of <hidden>"
        assert "Karim" not in str(found) + repr(found) + repr(audit.entity)

    def test_in_json_and_back(self):
        for value in (PROPOSAL, True, "x", ("x", "y"), (NODIRA,), NODIRA, None, on(3, 4, 2025), at(3, 2)):
            action = correct("kind", value)
            assert CODEC.loads(CODEC.dumps(action)) == action

    def test_as_of_the_day_before_the_old_fact_counts(self):
        corrected = then(in_review(at(3, 3)), correct("kind", PROPOSAL))
        known = APPEAL.restore(record for record in corrected.history if record.known < at(3, 10))
        assert due(known, "consideration").last == on(3, 18)

    def test_the_file_sent_on_is_as_it_was_corrected(self):
        his = then(in_review(at(3, 3)), correct("kind", PROPOSAL), study(at(3, 11)))
        again = Receive.of_forwarded(his, at=at(3, 12), by=REGISTRY, case="case 2", office=his.office)
        assert (again.kind, receive(at(3, 3)).kind) == (PROPOSAL, COMPLAINT)


def test_who_may_is_told_by_the_table_too():
    rows = [row for row in APPEAL.rows if row.action is Correct]
    assert [role.name for role in rows[0].roles] == ["head", "authorised official", "registrar"]
