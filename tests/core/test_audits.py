"""A whole history judged by the same tables: what is wrong is noted, and the audit goes on."""

from datetime import date

import pendulum
import pytest
from attrs import evolve
from book_loan import Renew
from samples.petition import (
    ACT,
    ANSWERED,
    CARL,
    CLERK,
    CLOSED,
    EMIL,
    EXTENDED,
    HEIDI,
    IDEA,
    OPEN,
    PETITION,
    RECEIVED,
    REFERRED,
    REQUEST,
    TOWN,
    Answer,
    Ask,
    Close,
    Drop,
    File,
    Lengthen,
    Notify,
    QuestionState,
    Refer,
    Reply,
    Report,
    Take,
    at,
)

from prcomm import Actor, BadInput, Basis, Days, FindingKind, Lifecycle, Role, Unmapped, at_least, owes
from prcomm.core.questions.audits import missing

FILE = File(at=at(3, 3), by=EMIL, case="7", kind=REQUEST, office=TOWN, against="police")
TAKE = Take(at=at(3, 3, 11), by=CARL)
REPORT = Report(at=at(4, 30), by=CARL)


def kinds(audit) -> list[str]:
    return [str(finding.kind) for finding in audit.findings]


class TestLawful:
    def test_a_lawful_life_has_no_finding_and_is_the_same_as_a_replay(self):
        life = [FILE, TAKE, Answer(at=at(3, 10), by=CARL, digest="d"), Close(at=at(3, 11), by=HEIDI)]
        audit = PETITION.audit(life, at(3, 12))
        assert audit.findings == ()
        assert audit.entity == PETITION.replay(life)
        assert audit.dues == PETITION.due(audit.entity, at(3, 12))


class TestUnlawful:
    def test_an_action_by_the_wrong_role_leads_where_its_row_leads(self):
        life = [FILE, TAKE, Lengthen(at=at(3, 10), by=CARL), Notify(at=at(3, 10), by=CARL)]
        audit = PETITION.audit(life, at(3, 12))
        (finding,) = audit.findings
        assert (finding.kind, finding.step, finding.name) == ("unlawful", 2, "Lengthen")
        assert finding.cites == (ACT(7, 2),)
        assert audit.entity.state is EXTENDED
        assert [bool(record.against) for record in audit.entity.history] == [False, False, True, False]
        assert audit.entity.history[2].against == finding.reasons
        assert audit.entity.history[2].cites == (ACT(7, 2), ACT(7, 1))

    def test_without_a_row_it_leads_where_all_rows_of_the_action_lead(self):
        """Close has one row, to CLOSED: closed unanswered it is closed all the same; an Answer is missing on file."""
        audit = PETITION.audit([FILE, TAKE, Close(at=at(3, 4), by=HEIDI)], at(3, 5))
        assert audit.entity.state is CLOSED
        assert kinds(audit)[:2] == ["unlawful", "missing"]
        assert audit.findings[1].text == "not on file before Close: Answer"
        assert audit.findings[1].cites == (ACT(8),)

    def test_where_the_rows_of_the_action_do_not_agree_the_state_stands(self):
        closing = next(row for row in PETITION.transitions if row.action is Close)
        referring = evolve(closing, sources=(OPEN,), target=REFERRED, given=())
        noting = evolve(referring, then=lambda petition, action: evolve(petition, answer="none"))
        for other, answer in ((referring, ""), (noting, "none")):
            rows = [PETITION.transitions[0], other, *PETITION.transitions[1:]]
            lifecycle = Lifecycle("petition", rows, PETITION.deadlines, law=PETITION.law, parts=PETITION.parts)
            out_of_place = lifecycle.audit([FILE, Close(at=at(3, 4), by=HEIDI)], at(3, 4)).entity
            assert (out_of_place.state, out_of_place.history[-1].state, out_of_place.answer) == (RECEIVED, RECEIVED, "")
            in_its_place = lifecycle.audit([FILE, TAKE, Close(at=at(3, 4), by=EMIL)], at(3, 4)).entity
            assert (in_its_place.state, in_its_place.answer) == (REFERRED, answer)

    def test_a_row_that_keeps_the_state_keeps_it(self):
        audit = PETITION.audit([FILE, Report(at=at(3, 4), by=CARL)], at(3, 4))
        assert audit.entity.state is RECEIVED
        assert [f.text for f in audit.of(FindingKind.MISSING)] == ["not on file before Report: Take"]

    def test_a_missing_step_is_the_shortest_way(self):
        audit = PETITION.audit([FILE, Close(at=at(3, 4), by=HEIDI)], at(3, 4))
        assert [f.text for f in audit.of(FindingKind.MISSING)] == ["not on file before Close: Take, Answer"]

    def test_what_is_done_after_the_end_misses_nothing(self):
        referred = Refer(at=at(3, 4), by=HEIDI, to="court")
        audit = PETITION.audit([FILE, referred, Take(at=at(3, 5), by=CARL)], at(3, 5))
        assert [f.kind for f in audit.findings if f.step == 2] == ["unlawful"]
        assert missing(PETITION, PETITION.replay([FILE, referred]), TAKE) == ()

    def test_an_action_before_the_last_record_is_entered_where_it_stands(self):
        audit = PETITION.audit([FILE, Take(at=at(3, 2), by=CARL)], at(3, 4))
        (finding,) = audit.of(FindingKind.UNLAWFUL)
        assert finding.reasons[0].kind == "time"
        assert finding.basis is None
        assert audit.entity.state is OPEN

    def test_all_that_stands_before_the_latest_record_is_out_of_order_until_it_is_passed(self):
        """Taken on the 10th; two reports of the 5th and the 6th, a wrong one of the 7th, then one of the 11th."""
        reports = [Report(at=at(3, d), by=by) for d, by in ((5, CARL), (6, CARL), (7, EMIL), (11, CARL), (11, CARL))]
        audit = PETITION.audit([FILE, Take(at=at(3, 10), by=CARL), *reports], at(3, 11))
        early = [(f.step, [r.kind for r in f.reasons]) for f in audit.of(FindingKind.UNLAWFUL)]
        assert early == [(2, ["time"]), (3, ["time"]), (4, ["role", "time"])]
        assert all("2026-03-10 10:00:00" in f.reasons[-1].text for f in audit.of(FindingKind.UNLAWFUL))
        assert audit.entity.version == 7

    def test_the_hour_that_comes_twice(self):
        """On 25 October 2026 the clocks of Berlin go from 3:00 back to 2:00: 2:10 may be after 2:50."""
        first, second = at(10, 25, 2, 50).replace(fold=0), at(10, 25, 2, 10).replace(fold=1)
        assert second.timestamp() - first.timestamp() == 20 * 60
        file = evolve(FILE, at=at(10, 20))
        take, report = Take(at=first, by=CARL), Report(at=second, by=CARL)
        assert PETITION.replay([file, take, report]).version == 3
        audit = PETITION.audit([file, evolve(take, at=second), evolve(report, at=first)], at(10, 26))
        assert [reason.kind for f in audit.findings for reason in f.reasons] == ["time"]

    def test_a_forbidden_action_is_noted_and_its_row_elsewhere_shows_where_it_leads(self):
        life = [FILE, TAKE, Lengthen(at=at(3, 10), by=HEIDI), Lengthen(at=at(3, 11), by=HEIDI)]
        audit = PETITION.audit([*life, Notify(at=at(3, 11), by=CARL)], at(3, 12))
        (finding,) = audit.findings
        assert finding.reasons[0].kind == "never"
        assert audit.entity.state is EXTENDED
        idea = PETITION.audit([evolve(FILE, kind=IDEA), TAKE, Lengthen(at=at(3, 10), by=HEIDI)], at(3, 12))
        assert idea.findings[0].reasons[0].text == "the term of an idea is not lengthened"
        assert idea.entity.state is EXTENDED

    def test_a_second_beginning_keeps_the_state(self):
        audit = PETITION.audit([FILE, TAKE, evolve(FILE, at=at(3, 4))], at(3, 5))
        assert (audit.entity.state, audit.entity.version) == (OPEN, 3)
        assert kinds(audit) == ["unlawful"]

    def test_parts_are_audited_too(self):
        life = [FILE, TAKE, Ask(at=at(3, 4), by=EMIL, question="q1"), Reply(at=at(3, 5), by=EMIL, question="q1")]
        audit = PETITION.audit(life, at(3, 6))
        assert kinds(audit) == ["unlawful"]
        assert audit.entity.questions[0].state is QuestionState.GIVEN

    def test_a_reply_to_no_question_changes_no_part_and_names_what_is_missing(self):
        audit = PETITION.audit([FILE, TAKE, Reply(at=at(3, 5), by=EMIL, question="q1")], at(3, 6))
        assert audit.entity.questions == ()
        assert audit.entity.version == 3
        assert audit.entity.history[-1].state is OPEN
        assert [f.text for f in audit.of(FindingKind.MISSING)] == ["not on file before Reply: Ask"]

    def test_a_question_before_the_case_is_taken_up(self):
        audit = PETITION.audit([FILE, Ask(at=at(3, 4), by=CARL, question="q1")], at(3, 4))
        assert [f.text for f in audit.of(FindingKind.MISSING)] == ["not on file before Ask: Take"]
        assert audit.entity.questions[0].state is QuestionState.ASKED
        assert audit.entity.state is RECEIVED

    def test_a_beginning_that_is_refused_begins_all_the_same(self):
        audit = PETITION.audit([evolve(FILE, by=CARL, against=TOWN.id), TAKE], at(3, 4))
        assert [reason.kind for reason in audit.findings[0].reasons] == ["role", "guard"]
        assert (audit.entity.state, audit.entity.version) == (OPEN, 2)
        assert audit.entity.history[0].against == audit.findings[0].reasons

    def test_a_register_that_begins_in_the_middle(self):
        audit = PETITION.audit([TAKE, FILE, TAKE], at(3, 4))
        assert [(f.kind, f.step) for f in audit.findings] == [("unlawful", 0), ("missing", 0)]
        assert audit.findings[1].text == "not on file before Take: File"
        assert audit.entity.state is OPEN

    def test_a_register_without_a_beginning_has_no_entity(self):
        audit = PETITION.audit([Ask(at=at(3, 4), by=CARL, question="q")], at(3, 4))
        assert audit.entity is None
        assert audit.findings[1].text == "not on file before Ask: File, Take"

    def test_an_audited_history_is_restored_as_it_is(self):
        life = [
            FILE,
            Lengthen(at=at(3, 10), by=CARL),
            Report(at=at(3, 9), by=EMIL),
            Ask(at=at(3, 4), by=EMIL, question="q"),
            Drop(at=at(3, 4), by=EMIL, question="x"),
            Close(at=at(3, 4), by=CARL),
        ]
        audited = PETITION.audit(life, at(4, 4)).entity
        assert PETITION.restore(audited.history) == audited


class TestDeparture:
    def test_what_only_an_assumption_forbids_is_no_unlawful_act(self):
        life = [FILE, TAKE, Answer(at=at(3, 10), by=CARL, digest="d"), Close(at=at(3, 11), by=CARL)]
        (finding,) = PETITION.audit(life, at(3, 12)).findings
        assert (finding.kind, finding.basis) == ("departure", Basis.ASSUMED)
        assert PETITION.without("four_eyes").audit(life, at(3, 12)).findings == ()

    def test_a_role_that_is_assumed(self):
        audit = PETITION.audit([FILE, evolve(TAKE, by=HEIDI)], at(3, 4))
        assert kinds(audit) == ["departure"]


class TestDues:
    def test_late(self):
        life = [FILE, TAKE, Answer(at=at(3, 19, 9), by=CARL, digest="d")]
        (finding,) = PETITION.audit(life, at(3, 20)).findings
        assert (finding.kind, finding.name, finding.step) == ("late", "answer", None)
        assert finding.text == "answer: done after its last day, 2026-03-18"
        assert finding.due.met == date(2026, 3, 19)

    def test_in_time_only_by_analogy(self):
        """Filed on Friday 6 March, the last day is Saturday the 21st; done on Monday the 23rd."""
        life = [evolve(FILE, at=at(3, 6)), Take(at=at(3, 6), by=CARL), Answer(at=at(3, 23), by=CARL, digest="d")]
        (finding,) = PETITION.audit(life, at(3, 24)).findings
        assert finding.text == "answer: done after its last day, in time only by analogy, 2026-03-21"

    def test_owed_and_owed_promptly(self):
        audit = PETITION.audit([FILE, TAKE, Lengthen(at=at(3, 10), by=HEIDI)], at(4, 19))
        assert [(f.kind, f.name) for f in audit.findings] == [("owed", "answer"), ("owed", "notice")]
        assert audit.findings[0].text == "answer: not done by its last day, 2026-04-18"
        assert audit.findings[1].text == "notice: not done, and owed promptly"

    def test_a_recurring_duty_is_owed_for_each_period(self):
        audit = PETITION.audit([FILE, TAKE, Answer(at=at(3, 10), by=CARL, digest="d")], at(6, 15))
        assert [(f.name, f.due.key) for f in audit.findings] == [("report", "2026-04"), ("report", "2026-05")]
        assert audit.findings[0].text == "report 2026-04: not done by its last day, 2026-04-30"

    def test_not_by_law(self):
        assumed = tuple(
            evolve(d, cites=(ACT(3).by(Basis.ASSUMED),)) if d.name == "taking" else d for d in PETITION.deadlines
        )
        lifecycle = Lifecycle("petition", PETITION.transitions, assumed, law=PETITION.law, parts=PETITION.parts)
        (finding,) = lifecycle.audit([FILE, evolve(TAKE, at=at(3, 4))], at(3, 4)).findings
        assert finding.text == "not by law: taking: done after its last day, 2026-03-03"

    @pytest.mark.parametrize(
        ("cites", "kind"),
        [
            ((ACT(3), ACT(4).by(Basis.INFERRED)), "unlawful"),
            ((ACT(3).by(Basis.ANALOGY), ACT(4).by(Basis.INFERRED)), "departure"),
        ],
    )
    def test_what_is_less_than_law_in_part(self, cites, kind):
        owed = owes(PETITION.entity, PETITION.action)
        wait = owed("wait", File, at_least(Days(5)), (Take,), CLERK, cites)
        lifecycle = Lifecycle(
            "petition", PETITION.transitions, [*PETITION.deadlines, wait], law=PETITION.law, parts=PETITION.parts
        )
        (finding,) = lifecycle.audit([FILE, TAKE], at(3, 4)).findings
        assert (finding.kind, finding.basis) == (kind, Basis.INFERRED)
        assert finding.text.startswith("not by law: ") is (kind == "departure")

    @pytest.mark.parametrize(("basis", "kind"), [(Basis.STATUTE, "unlawful"), (Basis.PRACTICE, "departure")])
    def test_too_early(self, basis, kind):
        owed = owes(PETITION.entity, PETITION.action)
        wait = owed("wait", File, at_least(Days(5)), (Take,), CLERK, ACT(3).by(basis))
        lifecycle = Lifecycle(
            "petition", PETITION.transitions, [*PETITION.deadlines, wait], law=PETITION.law, parts=PETITION.parts
        )
        (finding,) = lifecycle.audit([FILE, TAKE], at(3, 4)).findings
        assert (finding.kind, finding.due.last) == (kind, date(2026, 3, 8))
        assert "done before the first lawful day, 2026-03-08" in finding.text

    def test_a_conflict_between_the_register_and_the_law(self):
        life = [FILE, TAKE, Answer(at=at(3, 10), by=CARL, digest="d")]
        same = PETITION.audit(life, at(3, 12), on_file={"answer": date(2026, 3, 18)})
        assert same.findings == ()
        (finding,) = PETITION.audit(life, at(3, 12), on_file={"answer": date(2026, 3, 20)}).findings
        assert finding.text == "answer: the register gives 2026-03-20, the rule 2026-03-18"
        assert finding.kind == "conflict"

    def test_a_day_on_file_for_a_deadline_that_is_not_there(self):
        with pytest.raises(BadInput, match="on_file: there is no deadline 'answr'"):
            PETITION.audit([FILE], at(3, 12), on_file={"answr": date(2026, 3, 18)})


class TestUnmapped:
    def test_an_unknown_activity_is_a_finding(self):
        audit = PETITION.audit([FILE, Unmapped("Phoned twice", at(3, 3, 12)), TAKE], at(3, 4))
        (finding,) = audit.findings
        assert (finding.kind, finding.step, finding.at) == ("unmapped", 1, at(3, 3, 12))
        assert str(finding) == "unmapped at step 1: 'Phoned twice' is no action of the petition"
        assert audit.entity.state is OPEN

    def test_an_action_of_another_lifecycle_is_unmapped(self):
        audit = PETITION.audit([FILE, Renew(at=at(3, 4), by=Actor("r", Role("reader")))], at(3, 4))
        assert audit.of(FindingKind.UNMAPPED)[0].name == "Renew"

    def test_a_malformed_action_is_bad_input_and_all_of_them_are_named(self):
        naive = pendulum.naive(2026, 3, 4)
        with pytest.raises(BadInput) as caught:
            PETITION.audit([FILE, Take(at=naive, by=CARL), Unmapped("x"), Report(at=naive, by="carl")], at(3, 4))
        assert [fault.split(":")[0] for fault in caught.value.faults] == ["step 1", "step 3", "step 3"]

    def test_an_empty_register(self):
        with pytest.raises(BadInput, match="the history is empty"):
            PETITION.audit([], at(3, 4))


def test_findings_of_some_kinds():
    audit = PETITION.audit([FILE, Unmapped("x"), evolve(TAKE, by=HEIDI)], at(3, 4))
    assert len(audit.of(FindingKind.UNMAPPED, FindingKind.DEPARTURE)) == 2
    assert audit.of(FindingKind.LATE) == ()
    assert audit.entity.state is not ANSWERED
