"""An ending undoes no breach, and as of a day nothing of a later day is known: appeals ended, asked about by each that
asks. Received on Monday 2 March 2026: fifteen days end on Tuesday 17 March, five on Saturday 7 March."""

import pytest
from cases import (
    DEPUTY,
    FIVE,
    assign,
    at,
    considered,
    due,
    extend,
    forward,
    give_back,
    in_review,
    leave,
    notify,
    on,
    receive,
    received,
    register,
    registered,
    study,
    terminate,
    then,
    withdraw,
)
from jsonschema import Draft202012Validator

from prcomm import FindingKind, Office, Reform, Status
from prcomm.adapters.case_files import CaseFile, answer, live
from prcomm.adapters.diagrams import timeline
from prcomm.adapters.json import Codec, answer_schema
from prcomm.citizens.appeals import (
    APPEAL,
    COMPLAINT,
    PROPOSAL,
    Divert,
    EndingGround,
    Fact,
    InformAnswered,
    Join,
    LeavingGround,
    Notice,
    RestoreFiling,
)
from prcomm.citizens.counts import Quarter
from prcomm.citizens.reports import LATE, QuarterlyReport
from prcomm.core.questions.what_if import changed
from prcomm.law import ROLL_FORWARD_BY_ANALOGY
from prcomm.law.orq445 import DAYS_TO_CONSIDER

CAME, LAST, AFTER, LONG_AFTER = at(3, 2), at(3, 17, 23, 59), at(3, 18, 0), at(5, 20)
NOW = at(6, 1)
UNREACHABLE = EndingGround.UNREACHABLE, Fact.APPELLANT_NEEDED, Fact.CHANGE_NOT_TOLD
FIRST = Quarter(2026, 1)


def ended_by(name, when, appeal=None):
    """A complaint of 2 March that was ended in one of the ways of the law."""
    ours = appeal or registered(CAME)
    ends = {
        "termination": lambda: terminate(when, *UNREACHABLE),
        "withdrawal": lambda: terminate(when, EndingGround.WITHDRAWN),
        "leaving": lambda: leave(when, LeavingGround.ANONYMOUS, Fact.DATA_FALSE),
        "return": lambda: give_back(when),
        "joining": lambda: Join.of(in_review(CAME, case="case 0"), exact_copy=True, at=when, by=DEPUTY),
        "answered copy": lambda: InformAnswered.of(
            considered(CAME, at(3, 3), case="case 0"), exact_copy=True, at=when, by=DEPUTY
        ),
        "another procedure": lambda: Divert(at=when, by=DEPUTY, procedure="criminal procedure"),
    }
    if name == "withdrawal":
        ours = then(ours, withdraw(when))
    return then(ours, ends[name]())


WAYS = ("termination", "withdrawal", "leaving", "return", "joining", "answered copy", "another procedure")


def late(appeal, as_of=NOW):
    (count,) = (one for one in QuarterlyReport.of([appeal], FIRST, as_of=as_of).rating if one.name == LATE)
    return {leaf.name: leaf.number for leaf in count.leaves if leaf.number}


class TestTheTermOfConsideration:
    @pytest.mark.parametrize("way", WAYS)
    @pytest.mark.parametrize(
        ("when", "status"),
        [(LAST, Status.LIFTED), (AFTER, Status.LATE), (LONG_AFTER, Status.LATE)],
        ids=["on 17 March", "on 18 March", "on 20 May"],
    )
    def test_ended_after_its_last_day_it_is_late(self, way, when, status):
        """In the dues, the open ones, the wakeups, the audit, the report and the picture."""
        appeal = ended_by(way, when)
        one = due(appeal, "consideration", NOW)
        assert (one.last, one.met, one.status(NOW)) == (on(3, 17), None, status)
        assert one.ended == when.date()
        assert "consideration" not in {owed.name for owed in APPEAL.due(appeal, NOW, open=True)}
        assert "consideration" not in {wakeup.due.name for wakeup in APPEAL.next_wakeups(appeal)}
        findings = APPEAL.audit([record.action for record in appeal.history], NOW).findings
        is_late = status is Status.LATE
        assert [f.kind for f in findings if f.name == "consideration"] == ([FindingKind.LATE] if is_late else [])
        assert late(appeal) == ({Status.LATE: 1} if is_late else {})
        assert f"consideration: {status.value}" in timeline(appeal, APPEAL.due(appeal, NOW), at=NOW)

    def test_the_audit_says_what_was_not_done(self):
        appeal = ended_by("termination", LONG_AFTER)
        findings = APPEAL.audit([record.action for record in appeal.history], NOW).findings
        assert [str(finding) for finding in findings] == [
            "late: consideration: not done by its last day, and ended after it, 2026-03-17"
        ]

    def test_until_it_is_ended_it_is_overdue_and_then_late_once(self):
        """A report of the quarter as of 31 March and as of 1 June: one appeal late in each."""
        appeal = ended_by("termination", LONG_AFTER)
        assert due(appeal, "consideration", at(3, 31)).status(at(3, 31)) is Status.OVERDUE
        assert late(appeal, at(3, 31)) == {Status.OVERDUE: 1}
        assert late(appeal) == {Status.LATE: 1}

    def test_late_to_forward_and_to_consider_it_counts_once(self):
        sent = then(registered(CAME), forward(AFTER))
        assert [due(sent, name).status(NOW) for name in ("forwarding", "consideration")] == [Status.LATE, Status.LATE]
        assert late(sent) == {Status.LATE: 1}

    def test_within_a_term_that_was_lengthened_it_is_ended_in_time(self):
        """Studied: until 2 April."""
        ours = in_review(CAME, COMPLAINT, study(at(3, 10)))
        for when, status in ((at(4, 2), Status.LIFTED), (at(4, 3), Status.LATE)):
            assert due(ended_by("termination", when, ours), "consideration", NOW).status(NOW) is status

    def test_a_proposal_under_study_has_no_last_day(self):
        ours = in_review(CAME, PROPOSAL, study(at(3, 10)))
        assert due(ended_by("termination", LONG_AFTER, ours), "consideration", NOW).status(NOW) is Status.LIFTED
        unstudied = in_review(CAME, PROPOSAL)
        assert due(ended_by("termination", at(4, 2), unstudied), "consideration", NOW).status(NOW) is Status.LIFTED
        assert due(ended_by("termination", at(4, 3), unstudied), "consideration", NOW).status(NOW) is Status.LATE

    def test_by_the_reading_under_which_the_last_day_rolls(self):
        """Received on Thursday 5 March: 20 March is a holiday, the next working day is Tuesday 24 March."""
        rolling = APPEAL.under(ROLL_FORWARD_BY_ANALOGY)
        for when, by_text, rolled in (
            (at(3, 20), Status.LIFTED, Status.LIFTED),
            (at(3, 24), Status.LATE, Status.LIFTED),
            (at(3, 25), Status.LATE, Status.LATE),
        ):
            appeal = ended_by("termination", when, registered(at(3, 5)))
            assert due(appeal, "consideration", NOW).status(NOW) is by_text
            assert due(appeal, "consideration", NOW, rolling).status(NOW) is rolled

    def test_under_a_shorter_term_it_would_have_been_late(self):
        ten = APPEAL.under(Reform(DAYS_TO_CONSIDER, 10, "on trial"))
        appeal = ended_by("termination", at(3, 16))
        (change,) = changed([appeal], APPEAL, ten, NOW, met=True)
        assert (change.due, change.days, change.becomes_late) == ("consideration", -5, True)

    def test_its_document_is_read_as_it_was_written(self):
        codec = Codec(APPEAL)
        one = due(ended_by("termination", LONG_AFTER), "consideration", NOW)
        again = codec.loads(codec.dumps(one))
        assert again == one
        assert (again.lifted, again.ended, again.status(NOW)) == (False, on(5, 20), Status.LATE)
        assert str(again.trace) == str(one.trace)

    def test_the_answer_to_its_case_file_is_of_its_schema(self):
        appeal = ended_by("termination", LONG_AFTER)
        lived = live(CaseFile(APPEAL, tuple(record.action for record in appeal.history)))
        told = answer(lived)
        assert [one["status"] for one in told["due"] if one["name"] == "consideration"] == ["late"]
        assert Draft202012Validator(answer_schema(APPEAL)).is_valid(told)


class TestWhatIsOwedProvidedSomebodyFindsSo:
    """Sending on and returning are owed only if the matter is foreign: nobody found so, unless it was sent or returned.
    Saturday 7 March is the last day; off until Monday the 9th."""

    @pytest.mark.parametrize("way", [way for way in WAYS if way != "return"])
    @pytest.mark.parametrize("charged", [False, True], ids=["not assigned", "assigned"])
    def test_ended_otherwise_neither_is_late(self, way, charged):
        appeal = ended_by(way, LONG_AFTER, (in_review if charged else registered)(CAME))
        for name in ("forwarding", "return"):
            assert due(appeal, name, NOW).status(NOW) is Status.LIFTED

    @pytest.mark.parametrize("charged", [False, True], ids=["not assigned", "assigned"])
    def test_what_was_found_and_done_late_is_late_and_the_other_never_was(self, charged):
        ours = (in_review if charged else registered)(CAME)
        for step, found, other in (
            (forward(at(3, 11)), "forwarding", "return"),
            (give_back(at(3, 11)), "return", "forwarding"),
        ):
            appeal = then(ours, step)
            assert due(appeal, found, NOW).status(NOW) is Status.LATE
            assert due(appeal, other, NOW).status(NOW) is Status.LIFTED
            findings = APPEAL.audit([record.action for record in appeal.history], at(3, 12)).findings
            names = [finding.name for finding in findings if finding.kind is FindingKind.LATE]
            assert names == [found]


class TestWhatNeverWas:
    def test_a_term_of_filing_that_was_restored_is_lifted_after_its_day_too(self):
        """Learned on 20 February 2025, received on 2 March 2026: ten days late, until it is restored."""
        filed = registered(CAME, learned=on(2, 20, 2025))
        assert due(filed, "filing", NOW).status(NOW) is Status.LATE
        restored = then(filed, RestoreFiling(at=LONG_AFTER, by=DEPUTY, valid_reason=True))
        assert due(restored, "filing", NOW).last is None
        assert due(restored, "filing", NOW).status(NOW) is Status.MET

    def test_what_has_no_day_is_lifted_by_whatever_ends_it(self):
        """Nothing of it is late: a reply is owed promptly once there is a decision, and its lateness is of the term."""
        appeal = ended_by("termination", LONG_AFTER)
        assert {one.status(NOW) for one in APPEAL.due(appeal, NOW)} == {Status.MET, Status.LATE, Status.LIFTED}


class TestAsOfADay:
    """Lengthened by a month on Tuesday 10 March, to 17 April: as of Monday 9 March nobody knows of that."""

    OURS = in_review(CAME)
    LONGER = then(OURS, extend(at(3, 10), on(4, 17)), notify(at(3, 10), Notice.EXTENDED))
    BEFORE = at(3, 9)

    def test_the_day_is_the_one_before_the_extension(self):
        one = due(self.LONGER, "consideration", self.BEFORE)
        assert one == due(self.OURS, "consideration", self.BEFORE)
        assert (one.last, one.status(at(3, 18))) == (on(3, 17), Status.OVERDUE)
        assert str(one.trace) == str(due(self.OURS, "consideration", self.BEFORE).trace)
        assert "Extend" not in str(one.trace)
        assert due(self.LONGER, "consideration", at(3, 10)).last == on(4, 17)

    def test_what_is_open_is_what_was(self):
        for how in ({}, {"open": True}):
            assert APPEAL.due(self.LONGER, self.BEFORE, **how) == APPEAL.due(self.OURS, self.BEFORE, **how)
        assert [one.name for one in APPEAL.due(self.LONGER, self.BEFORE, open=True)] == ["consideration"]

    def test_an_audit_of_that_day_does_not_know_it(self):
        acts = [record.action for record in self.LONGER.history]
        audit = APPEAL.audit(acts, self.BEFORE)
        assert audit.entity == self.OURS
        assert audit == APPEAL.audit([record.action for record in self.OURS.history], self.BEFORE)

    def test_an_unlawful_one_of_the_next_day_is_not_found_yet(self):
        acts = [record.action for record in self.OURS.history] + [extend(at(3, 10), on(12, 31))]
        assert APPEAL.audit(acts, self.BEFORE).findings == ()
        assert APPEAL.audit(acts, at(3, 10)).findings[0].kind is FindingKind.UNLAWFUL

    @pytest.mark.parametrize("way", WAYS)
    def test_an_ending_of_a_later_day_is_not_known(self, way):
        appeal = ended_by(way, LONG_AFTER)
        assert due(appeal, "consideration", at(5, 19)).status(at(5, 19)) is Status.OVERDUE
        assert "consideration" in {one.name for one in APPEAL.due(appeal, at(5, 19), open=True)}
        assert due(appeal, "forwarding", at(5, 19)).ended is None

    def test_before_it_was_received_nothing_is_owed(self):
        assert APPEAL.due(self.LONGER, at(3, 1)) == ()

    def test_a_report_of_that_day_does_not_know_it_either(self):
        appeal = then(received(CAME), register(at(3, 3)), assign(at(3, 4)), terminate(LONG_AFTER, *UNREACHABLE))
        as_of = QuarterlyReport.of([appeal], FIRST, as_of=at(5, 19))
        (pending,) = (leaf for leaf in as_of.ministry.tree() if leaf.name == "under consideration")
        assert pending.number == 1

    def test_whoever_looks_again_sees_what_was_to_come_then(self):
        assert APPEAL.next_wakeups(self.LONGER, self.BEFORE) == APPEAL.next_wakeups(self.OURS, self.BEFORE)


def test_an_office_counts_by_its_own_clock():
    """Ended at half past seven in the evening of 17 March in Greenwich, past midnight in Tashkent."""
    when = at(3, 18, 0, 30).in_timezone("UTC")
    assert (when.day, FIVE.zone) == (17, "Asia/Tashkent")
    assert due(ended_by("termination", when), "consideration", NOW).status(NOW) is Status.LATE
    there = Office("consulate", zone="Europe/London")
    appeal = APPEAL.replay([receive(CAME, office=there), register(CAME), terminate(when, *UNREACHABLE)])
    assert due(appeal, "consideration", NOW).status(NOW) is Status.LIFTED
