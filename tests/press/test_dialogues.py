"""Dialogues: worked cases 3, 55 to 58, 89 and 92 of the specification as far as they end here, and their neighbours."""

from fractions import Fraction
from typing import ClassVar

import pytest
from attrs import evolve
from pendulum import Date, DateTime, datetime
from press.lives_dialogues import (
    A_RELEASE,
    A_REQUEST,
    ACTORS,
    AN_APPEAL,
    ANNOUNCE,
    BODY,
    CANCEL,
    CARRY_OUT,
    CHARGED,
    CLOSE,
    DAY,
    DROP,
    EVENT,
    EXPLAIN,
    FEEDBACK_OF_ANOTHER_EVENT,
    FIVE_QUESTIONS,
    HOLD,
    INSTRUCT,
    LEADS_ANOTHER_BODY,
    LEADS_THE_BODY,
    LIVES,
    NOT_CHARGED,
    OPEN_FEEDBACK,
    OUTCOMES,
    PLAN,
    POSTPONE,
    RAISE,
    REFUSE,
    REPORT,
    RESCHEDULE,
    SOLVE,
    TELL,
    THE_NEXT_DAY,
    THIS,
    TURN,
    planned,
    question,
)

from prcomm import (
    Basis,
    Due,
    FindingKind,
    OpenTo,
    Person,
    PublicEvent,
    Reason,
    ReasonKind,
    Reference,
    Refused,
    Status,
    Verdict,
)
from prcomm.core.sources.citations import Cites
from prcomm.law.house import HOUSE
from prcomm.law.orq445 import ORQ445
from prcomm.law.practice import PRACTICE
from prcomm.law.press_acts import CM882
from prcomm.law.public_councils import PF154
from prcomm.law.roles import EXECUTOR, PRESS_OFFICER
from prcomm.law.source_article import SOURCE_ARTICLE
from prcomm.press.competences import COMPETENCE, Attest, Charge, Duty, Relieve
from prcomm.press.dialogues import (
    DIALOGUE,
    OUTSIDE,
    RECEPTIONS,
    TALKS,
    Dialogue,
    DialogueAction,
    DialogueKind,
    DialogueState,
    Place,
    RaisedState,
    Report,
    TurnInto,
    solved_share,
)
from prcomm.press.events import public_event, public_events
from prcomm.press.feedback import Heard
from prcomm.press.requests import Form, Request, RequestKind, RequestState
from prcomm.press.roles import CENTRAL
from prcomm.press.speaking import Speaker

K, S, R = DialogueKind, DialogueState, RaisedState
CUSTOM, ON_THE_SITE, OPEN_DIALOGUE = PRACTICE("receptions"), PF154("events on the site"), CM882("open dialogue")
TOTALS = {"solved": 2, "explained": 1, "instructed": 1, "refused": 0, "turned": 1, "dropped": 0}
"""Of five questions: two solved, one explained, one given to unit 4, one that became an appeal."""
AT_ONCE = (SOLVE, EXPLAIN, INSTRUCT, REFUSE, TURN, DROP)


def at(day: int, hour: int = 10, minute: int = 0, *, month: int = 10, year: int = 2026) -> DateTime:
    return datetime(year, month, day, hour, minute, tz=BODY.tz)


def file(*actions: DialogueAction, kind: DialogueKind = K.OPEN_DIALOGUE) -> Dialogue:
    return DIALOGUE.replay((planned(kind), *actions))


def then(one: Dialogue, *actions: DialogueAction) -> Dialogue:
    for action in actions:
        one = DIALOGUE.apply(one, action)
    return one


def verdict(one: Dialogue | None, action: DialogueAction) -> Verdict:
    """What is said of an action; of a beginning without a file."""
    if one is not None:
        return DIALOGUE.explain(one, action)
    with pytest.raises(Refused) as told:
        DIALOGUE.begin(action)
    return told.value.verdict


def against(one: Dialogue | None, action: DialogueAction) -> Reason:
    (reason,) = verdict(one, action).reasons
    return reason


def refused(one: Dialogue | None, action: DialogueAction, sentence: str) -> tuple[bool, Cites]:
    """By which condition alone it is refused: whether that is law, and on what it rests."""
    reason = against(one, action)
    assert reason.kind is ReasonKind.GUARD
    assert sentence in reason.text
    assert str(verdict(one, action)).startswith("not by law:") is not reason.is_law
    return reason.is_law, reason.cites


def has_no_place(one: Dialogue | None, action: DialogueAction) -> bool:
    return ReasonKind.STATE in {reason.kind for reason in verdict(one, action).reasons}


def dues(one: Dialogue, when: DateTime) -> dict[str, Status]:
    """How each duty stands."""
    return {
        due.name if due.key is None else f"{due.name} {due.key}": due.status(when) for due in DIALOGUE.due(one, when)
    }


def due(one: Dialogue, name: str, when: DateTime) -> Due:
    (found,) = (due for due in DIALOGUE.due(one, when) if due.name == name)
    return found


PLANNED, ANNOUNCED, HELD = file(), file(ANNOUNCE), file(ANNOUNCE, HOLD)
REPORTED = then(HELD, REPORT)
ASKED = then(HELD, RAISE)
FIVE = then(HELD, *FIVE_QUESTIONS)


class TestCase57:
    """A day of reception stands in the schedule; a mobile or public reception need not."""

    def test_a_day_of_reception_without_a_schedule(self):
        action = evolve(planned(K.RECEPTION_DAY), schedule="")
        sentence = "a day of reception stands in the schedule"
        assert refused(None, action, sentence) == (True, (ORQ445(9, 3),))
        reason = against(None, action)
        assert (reason.basis, reason.remedy) == (Basis.STATUTE, "give it")

    def test_with_one(self):
        assert DIALOGUE.begin(planned(K.RECEPTION_DAY)).state is S.PLANNED

    @pytest.mark.parametrize("kind", [*OUTSIDE, *TALKS], ids=str)
    def test_any_other_without_one(self, kind):
        assert DIALOGUE.begin(evolve(planned(kind), schedule="")).kind is kind

    @pytest.mark.parametrize("kind", RECEPTIONS, ids=str)
    @pytest.mark.parametrize("where", [{Place.SITE}, {Place.STAND}, set()], ids=str)
    def test_a_reception_is_announced_on_the_site_and_on_stands(self, kind, where):
        one, action = file(kind=kind), evolve(ANNOUNCE, where=frozenset(where))
        sentence = "schedule, place and order are on the site and on stands"
        assert refused(one, action, sentence) == (True, (ORQ445(9, 4),))
        assert against(one, action).remedy == "give it"
        assert then(one, ANNOUNCE).state is S.ANNOUNCED

    @pytest.mark.parametrize("kind", TALKS, ids=str)
    def test_any_other_on_the_site(self, kind):
        one, site, stand = file(kind=kind), frozenset({Place.SITE}), frozenset({Place.STAND})
        for where in (stand, frozenset()):
            action = evolve(ANNOUNCE, where=where)
            assert refused(one, action, "it is announced on the official site") == (True, (ON_THE_SITE,))
            assert against(one, action).remedy == "give it"
            assert against(one, action).basis is Basis.REPORTED
        for where in (site, site | stand):
            assert then(one, evolve(ANNOUNCE, where=where)).state is S.ANNOUNCED


class TestCase55:
    """The open session of a body's board lives in oversight: here no days of notice are asked for, or owed."""

    @pytest.mark.parametrize("kind", DialogueKind)
    def test_announced_as_it_begins(self, kind):
        one = file(evolve(ANNOUNCE, at=EVENT), evolve(HOLD), kind=kind)
        assert one.state is S.HELD

    @pytest.mark.parametrize("kind", DialogueKind)
    def test_nothing_is_owed_before_it_is_held(self, kind):
        for actions in ((), (ANNOUNCE,)):
            assert dues(file(*actions, kind=kind), at(8, 9)) == {}


class TestCase56:
    """Nor is anybody late to one: a question is put at any hour while it is held, and not before or after."""

    @pytest.mark.parametrize("when", [EVENT, at(8, 23, 59), at(9, 18)])
    def test_while_it_is_held(self, when):
        one = then(HELD, evolve(RAISE, at=when))
        assert [raised.state for raised in one.questions] == [R.RAISED]

    def test_neither_before_nor_after(self):
        for one in (PLANNED, ANNOUNCED, file(ANNOUNCE, POSTPONE), file(CANCEL), REPORTED, then(REPORTED, CLOSE)):
            assert has_no_place(one, RAISE)

    def test_what_was_sent_before_it_is_raised_by_the_press_service(self):
        one = then(HELD, evolve(RAISE, by=ACTORS["PRESS_OFFICER"]))
        assert one.questions[0].state is R.RAISED
        for name in ("PRESS_HEAD", "HEAD", "AUTHORISED", "EXECUTOR"):
            reason = against(HELD, evolve(RAISE, by=ACTORS[name]))
            assert (reason.kind, reason.cites) == (ReasonKind.ROLE, (HOUSE(109),))

    def test_who_put_it_is_not_shown(self):
        assert "p7" not in repr(ASKED) + str(ASKED)


class TestCase58:
    """Five questions: two solved, one explained, one instructed (to unit 4, until Monday 12 October 2026), one turned.

    Each question leaves with exactly one outcome.
    """

    REPORT = evolve(REPORT, **TOTALS)
    sentence = "the totals are those of the file, and add up"

    def test_its_report(self):
        one = then(FIVE, self.REPORT)
        assert (one.state, one.published, one.refers_to) == (S.REPORTED, A_RELEASE, (A_RELEASE, AN_APPEAL))

    def test_what_was_carried_out_before_counts_as_instructed(self):
        assert then(FIVE, evolve(CARRY_OUT, question="q4"), self.REPORT).state is S.REPORTED

    @pytest.mark.parametrize(
        "wrong",
        [
            {"instructed": 0},
            {"instructed": 0, "dropped": 1},
            {"solved": 1, "explained": 2},
            {"turned": 0, "refused": 1},
            *({name: TOTALS[name] + 1} for name in OUTCOMES),
        ],
        ids=str,
    )
    def test_other_totals(self, wrong):
        assert refused(FIVE, evolve(self.REPORT, **wrong), self.sentence) == (False, (CUSTOM,))

    @pytest.mark.parametrize(("outcome", "name"), [(REFUSE, "refused"), (DROP, "dropped"), (TURN, "turned")])
    def test_each_outcome_by_itself(self, outcome, name):
        one = then(ASKED, outcome)
        assert then(one, evolve(REPORT, **{name: 1})).state is S.REPORTED
        assert refused(one, REPORT, self.sentence) == (False, (CUSTOM,))

    def test_with_a_sixth_question_raised(self):
        one = then(FIVE, *question("q6"))
        assert refused(one, self.REPORT, "each question has an outcome") == (False, (CUSTOM,))
        dropped = then(one, evolve(DROP, question="q6"))
        assert then(dropped, evolve(self.REPORT, dropped=1)).state is S.REPORTED

    def test_where_nothing_was_asked(self):
        assert REPORTED.state is S.REPORTED

    def test_the_share_solved_on_the_spot(self):
        assert solved_share(FIVE) == Fraction(2, 5)
        assert solved_share(then(FIVE, *question("q6"))) == Fraction(1, 3)
        assert solved_share(ASKED) == 0
        assert solved_share(then(ASKED, SOLVE)) == 1
        assert solved_share(HELD) is None

    def test_a_reception_of_many_closes_to_the_last_question(self):
        """As the minister's did: of 367 that were put 156 were solved on the spot, and 211 explained."""
        put = [f"q{n}" for n in range(367)]
        outcomes = (
            *(evolve(SOLVE, question=one) for one in put[:156]),
            *(evolve(EXPLAIN, question=one) for one in put[156:]),
        )
        one = then(HELD, *(evolve(RAISE, question=each) for each in put), *outcomes)
        assert then(one, evolve(REPORT, solved=156, explained=211)).state is S.REPORTED
        for wrong in ({"solved": 156, "explained": 210}, {"solved": 157, "explained": 210}, {"solved": 156}):
            assert refused(one, evolve(REPORT, **wrong), self.sentence) == (False, (CUSTOM,))
        assert solved_share(one) == Fraction(156, 367)

    def test_an_instruction_to_nobody(self):
        action = evolve(INSTRUCT, to="")
        assert refused(ASKED, action, "an instruction names who carries it out") == (False, (HOUSE(134),))
        assert against(ASKED, action).remedy.startswith("give it; lifted by")

    def test_who_was_charged_is_kept(self):
        assert then(ASKED, INSTRUCT).questions[0].to == "unit 4"

    @pytest.mark.parametrize(("when", "status"), [(at(12), Status.MET), (at(13), Status.LATE)])
    def test_carried_out(self, when, status):
        for one in (FIVE, then(FIVE, self.REPORT)):
            done = then(one, evolve(CARRY_OUT, question="q4", at=when))
            assert dues(done, when)["instruction q4"] is status
            assert [raised.state for raised in done.questions] == [R.SOLVED, R.SOLVED, R.EXPLAINED, R.DONE, R.TURNED]

    def test_what_is_owed_until_then(self):
        owed = due(FIVE, "instruction", at(8))
        assert (owed.key, owed.start, owed.raw, owed.last) == (
            "q4", Date(2026, 10, 8), Date(2026, 10, 12), Date(2026, 10, 12),
        )  # fmt: skip
        assert (owed.owed_by, owed.owed_by_cites, owed.under) == (EXECUTOR, (HOUSE(134),), (CUSTOM,))
        assert dues(FIVE, at(12)) == {"report": Status.PROMPTLY, "instruction q4": Status.RUNNING}
        assert dues(FIVE, at(13)) == {"report": Status.PROMPTLY, "instruction q4": Status.OVERDUE}

    def test_until_a_sunday(self):
        """11 October 2026: to be on the safe side by Friday; on Monday it is late, but by analogy."""
        one = then(ASKED, evolve(INSTRUCT, until=Date(2026, 10, 11)))
        owed = due(one, "instruction", at(8))
        assert (owed.raw, owed.control, owed.rolled) == (Date(2026, 10, 11), Date(2026, 10, 9), Date(2026, 10, 12))
        for day, status in ((9, Status.RUNNING), (10, Status.TIGHT), (11, Status.TIGHT), (13, Status.OVERDUE)):
            assert due(one, "instruction", at(day)).status(at(day)) is status
        for day, status in ((11, Status.MET), (12, Status.MET_BY_ANALOGY), (13, Status.LATE)):
            assert dues(then(one, evolve(CARRY_OUT, at=at(day))), at(day))["instruction q1"] is status

    def test_without_a_day(self):
        one = then(ASKED, evolve(INSTRUCT, until=None))
        owed = due(one, "instruction", at(30))
        assert (owed.raw, owed.status(at(30))) == (None, Status.PROMPTLY)
        assert dues(then(one, evolve(CARRY_OUT, at=at(30))), at(30))["instruction q1"] is Status.MET

    def test_each_instruction_by_itself(self):
        one = then(FIVE, *question("q6", evolve(INSTRUCT, until=Date(2026, 10, 20))))
        done = then(one, evolve(CARRY_OUT, question="q6", at=at(13)))
        assert dues(done, at(13)) == {
            "report": Status.PROMPTLY,
            "instruction q4": Status.OVERDUE,
            "instruction q6": Status.MET,
        }

    @pytest.mark.parametrize(("when", "status"), [(at(12), Status.MET), (at(13), Status.LATE)])
    def test_an_instruction_that_became_a_file(self, when, status):
        for one in (FIVE, then(FIVE, self.REPORT)):
            turned = then(one, evolve(TURN, question="q4", at=when, into=A_REQUEST))
            assert dues(turned, when)["instruction q4"] is status
            assert turned.questions[3].into == A_REQUEST

    def test_what_was_asked_and_turned_owes_nothing(self):
        assert dues(then(ASKED, TURN), at(8)) == {"report": Status.PROMPTLY}

    def test_closed_before_it_was_carried_out(self):
        one = then(FIVE, self.REPORT)
        sentence = "each instruction was carried out or became a file"
        assert refused(one, CLOSE, sentence) == (False, (HOUSE(121),))
        for last in (CARRY_OUT, TURN):
            assert then(one, evolve(last, question="q4"), CLOSE).state is S.CLOSED

    def test_one_of_two_was_carried_out(self):
        both = (*question("q1", INSTRUCT), *question("q2", INSTRUCT))
        one = then(HELD, *both, evolve(REPORT, instructed=2), CARRY_OUT)
        assert refused(one, CLOSE, "each instruction was carried out or became a file") == (False, (HOUSE(121),))

    @pytest.mark.parametrize("heard", [OPEN_FEEDBACK, FEEDBACK_OF_ANOTHER_EVENT, Heard.none()])
    def test_closed_and_the_public_not_heard(self, heard):
        """As case 74 has it: nor is feedback of another event feedback on this one."""
        action, sentence = evolve(CLOSE, heard=heard), "feedback was asked for, and answered if any came"
        assert refused(REPORTED, action, sentence) == (True, (SOURCE_ARTICLE(57),))
        assert against(REPORTED, action).basis is Basis.REPORTED

    def test_a_question_is_put_once_and_settled_once(self):
        assert has_no_place(ASKED, RAISE)
        for first in (SOLVE, EXPLAIN, REFUSE, TURN, DROP):
            for second in (*AT_ONCE, CARRY_OUT):
                assert has_no_place(then(ASKED, first), second)
        for second in (SOLVE, EXPLAIN, INSTRUCT, REFUSE, DROP):
            assert has_no_place(then(ASKED, INSTRUCT), second)
        assert has_no_place(ASKED, CARRY_OUT)

    def test_once_reported_only_instructions_are_open(self):
        one = then(ASKED, INSTRUCT, evolve(REPORT, instructed=1))
        for action in (RAISE, *(evolve(action, question="q2") for action in AT_ONCE)):
            assert has_no_place(one, action)

    @pytest.mark.parametrize("into", [A_RELEASE, THIS, Reference("request", ""), Reference("appeal", "")], ids=str)
    def test_turned_into_something_else(self, into):
        action = evolve(TURN, into=into)
        for one in (ASKED, then(ASKED, INSTRUCT)):
            sentence = "it names the request or appeal it became"
            assert refused(one, action, sentence) == (False, (HOUSE(127),))
            assert against(one, action).remedy.startswith("give it; lifted by")

    def test_dropped_without_a_reason(self):
        action = evolve(DROP, reason="")
        assert refused(ASKED, action, "a reason is given") == (False, (HOUSE(127),))
        assert against(ASKED, action).remedy.startswith("give it; lifted by")


class TestTheReportAsTheFileStands:
    """Its totals are counted from the file."""

    def report(self, one: Dialogue) -> Report:
        return Report.of(one, published=A_RELEASE, at=at(9), by=ACTORS["PRESS_HEAD"])

    def test_of_the_five_questions(self):
        report = self.report(then(FIVE, evolve(CARRY_OUT, question="q4")))
        assert report == Report(at=at(9), by=ACTORS["PRESS_HEAD"], published=A_RELEASE, **TOTALS)

    @pytest.mark.parametrize(("outcome", "name"), [(REFUSE, "refused"), (DROP, "dropped"), (EXPLAIN, "explained")])
    def test_of_one(self, outcome, name):
        report = self.report(then(ASKED, outcome))
        assert {one: getattr(report, one) for one in OUTCOMES} == dict.fromkeys(OUTCOMES, 0) | {name: 1}

    def test_of_none(self):
        assert {getattr(self.report(HELD), one) for one in OUTCOMES} == {0}


class TestItsReport:
    """What came of it is told when it is over."""

    def test_it_is_owed_promptly(self):
        owed = due(HELD, "report", at(20))
        assert (owed.start, owed.raw, owed.status(at(20))) == (Date(2026, 10, 8), None, Status.PROMPTLY)
        assert (owed.owed_by, owed.owed_by_cites, owed.under) == (PRESS_OFFICER, (HOUSE(101),), (CUSTOM,))

    def test_and_met_by_it(self):
        assert dues(REPORTED, EVENT) == {"report": Status.MET}

    def test_one_that_never_came_is_found(self):
        findings = DIALOGUE.audit((PLAN, ANNOUNCE, HOLD), at(30)).findings
        assert [(one.kind, one.name) for one in findings] == [(FindingKind.OWED, "report")]

    def test_what_was_not_held_has_none(self):
        for one in (PLANNED, ANNOUNCED, file(ANNOUNCE, POSTPONE), file(ANNOUNCE, CANCEL), REPORTED):
            assert has_no_place(one, REPORT)

    def test_it_is_closed_once_it_is_told(self):
        for one in (PLANNED, ANNOUNCED, HELD, then(REPORTED, CLOSE), file(ANNOUNCE, CANCEL)):
            assert has_no_place(one, CLOSE)


class TestCase89:
    """A reception of Saturday 5 and Sunday 6 December 2026 is one file: held on the first, asked at until the last."""

    PLAN = evolve(planned(K.RECEPTION_DAY), at=at(1, month=12), on=at(5, month=12), last_day=Date(2026, 12, 6))
    HOLD = evolve(HOLD, at=at(5, month=12))
    HELD = DIALOGUE.replay((PLAN, evolve(ANNOUNCE, at=at(1, month=12)), HOLD))

    def test_reported_on_the_first_day(self):
        action = evolve(REPORT, at=at(5, 18, month=12))
        sentence = "it is reported once its last day has come"
        assert refused(self.HELD, action, sentence) == (False, (HOUSE(125),))

    @pytest.mark.parametrize("day", [6, 7])
    def test_reported_on_the_last_or_later(self, day):
        one = then(self.HELD, evolve(REPORT, at=at(day, month=12)))
        assert (one.state, one.last_day) == (S.REPORTED, Date(2026, 12, 6))

    def test_that_day_is_the_offices(self):
        """Half past seven in the evening of the 5th by Greenwich is the 6th in Tashkent."""
        early, late = (datetime(2026, 12, 5, hour, 30, tz="UTC") for hour in (18, 19))
        assert refused(self.HELD, evolve(REPORT, at=early), "once its last day has come") == (False, (HOUSE(125),))
        assert then(self.HELD, evolve(REPORT, at=late)).state is S.REPORTED

    def test_its_report_is_counted_from_the_last_day(self):
        owed = due(self.HELD, "report", at(5, 18, month=12))
        assert (owed.start, owed.raw, owed.status(at(8, month=12))) == (Date(2026, 12, 6), None, Status.PROMPTLY)

    def test_questions_are_put_on_both_days(self):
        one = then(self.HELD, evolve(RAISE, at=at(5, 18, month=12)))
        one = then(one, evolve(RAISE, question="q2", at=at(6, month=12)))
        assert [raised.state for raised in one.questions] == [R.RAISED, R.RAISED]

    @pytest.mark.parametrize("kind", DialogueKind)
    @pytest.mark.parametrize("last_day", [Date(2026, 10, 7), Date(2026, 1, 1)])
    def test_it_ends_no_earlier_than_it_begins(self, kind, last_day):
        action, sentence = evolve(planned(kind), last_day=last_day), "its last day is no earlier than its first"
        assert refused(None, action, sentence) == (False, (HOUSE(125),))
        again = evolve(RESCHEDULE, last_day=last_day)
        assert refused(file(POSTPONE, kind=kind), again, sentence) == (False, (HOUSE(125),))

    @pytest.mark.parametrize("kind", DialogueKind)
    @pytest.mark.parametrize("last_day", [Date(2026, 10, 8), Date(2026, 10, 9), None])
    def test_on_that_day_or_later(self, kind, last_day):
        one = DIALOGUE.begin(evolve(planned(kind), last_day=last_day))
        assert one.last_day == last_day
        assert then(one, POSTPONE, evolve(RESCHEDULE, last_day=last_day)).last_day == last_day

    def test_its_first_day_is_the_offices(self):
        """Eight in the evening of the 8th by Greenwich is the 9th in Tashkent."""
        on, eighth = datetime(2026, 10, 8, 20, tz="UTC"), Date(2026, 10, 8)
        sentence = "its last day is no earlier than its first"
        assert refused(None, evolve(PLAN, on=on, last_day=eighth), sentence)[1] == (HOUSE(125),)
        assert refused(file(POSTPONE), evolve(RESCHEDULE, on=on, last_day=eighth), sentence)[1] == (HOUSE(125),)

    def test_refused_without_saying_where_to_turn(self):
        action, sentence = evolve(REFUSE, route=""), "it says where to turn with what was refused"
        assert refused(ASKED, action, sentence) == (False, (HOUSE(127),))
        assert against(ASKED, action).remedy.startswith("give it; lifted by")

    def test_refused_without_a_reason(self):
        action = evolve(REFUSE, reason="")
        assert refused(ASKED, action, "a reason is given") == (False, (HOUSE(127),))
        assert len(verdict(ASKED, evolve(action, route="")).reasons) == 2

    def test_refused_with_both(self):
        assert then(ASKED, REFUSE).questions[0].state is R.REFUSED

    def test_moved_told_announced_and_held_in_one_file(self):
        one = file(ANNOUNCE, POSTPONE, THE_NEXT_DAY, TELL, ANNOUNCE, evolve(HOLD, at=at(9)))
        assert (one.state, one.on, dues(one, at(9))["change_notice"]) == (S.HELD, at(9), Status.MET)

    def test_held_a_day_late_without_a_word(self):
        action, sentence = evolve(HOLD, at=at(9)), "it is held on the day announced"
        assert refused(ANNOUNCED, action, sentence) == (False, (HOUSE(146),))

    def test_the_day_it_is_held_is_the_offices(self):
        late, sentence = evolve(HOLD, at=datetime(2026, 10, 8, 19, 30, tz="UTC")), "it is held on the day announced"
        assert refused(ANNOUNCED, late, sentence) == (False, (HOUSE(146),))
        assert then(ANNOUNCED, evolve(late, at=datetime(2026, 10, 8, 18, 30, tz="UTC"))).state is S.HELD

    def test_a_minute_before_its_time(self):
        action = evolve(HOLD, at=at(8, 9, 59))
        assert refused(ANNOUNCED, action, "it is not begun before its time") == (False, (HOUSE(125),))

    def test_of_several_days_it_is_not_begun_on_the_second(self):
        one = DIALOGUE.replay((self.PLAN, evolve(ANNOUNCE, at=at(1, month=12))))
        action = evolve(HOLD, at=at(6, month=12))
        assert refused(one, action, "it is held on the day announced") == (False, (HOUSE(146),))


class TestChange:
    """Moved or cancelled with a reason, and whoever was told of it is told: as case 47 has it of a briefing."""

    MOVED = (ANNOUNCE, POSTPONE, THE_NEXT_DAY)

    def test_put_off_it_owes_the_word(self):
        one = file(ANNOUNCE, evolve(POSTPONE, at=at(7)))
        owed = due(one, "change_notice", at(7, 12))
        assert (owed.start, owed.raw, owed.status(at(7, 12))) == (Date(2026, 10, 7), None, Status.PROMPTLY)
        assert (owed.owed_by, owed.owed_by_cites, owed.under) == (PRESS_OFFICER, (HOUSE(101),), (HOUSE(135),))

    @pytest.mark.parametrize("told", [TELL, ANNOUNCE], ids=["told", "announced anew"])
    def test_until_it_is_told(self, told):
        one = file(*self.MOVED)
        assert dues(one, at(6)) == {"change_notice": Status.PROMPTLY}
        assert dues(then(one, evolve(told, at=at(6))), at(6)) == {"change_notice": Status.MET}

    def test_while_only_planned_nobody_was_told(self):
        for one in (file(POSTPONE), file(POSTPONE, THE_NEXT_DAY), file(CANCEL), file(POSTPONE, CANCEL)):
            assert dues(one, at(20)) == {}

    def test_cancelled(self):
        for before in ((ANNOUNCE,), (ANNOUNCE, POSTPONE), (ANNOUNCE, POSTPONE, TELL), (*self.MOVED, TELL)):
            one = file(*before, evolve(CANCEL, at=at(6)))
            assert (one.state, dues(one, at(6))) == (S.CANCELLED, {"change_notice": Status.PROMPTLY})
            assert dues(then(one, evolve(TELL, at=at(7))), at(7)) == {"change_notice": Status.MET}

    def test_what_was_told_and_is_put_off_again_is_told_again(self):
        one = file(*self.MOVED, TELL, evolve(POSTPONE, at=at(6)))
        assert [owed.name for owed in DIALOGUE.due(one, at(6), open=True)] == ["change_notice"]

    @pytest.mark.parametrize("action", [POSTPONE, CANCEL], ids=["postponed", "cancelled"])
    def test_without_a_reason(self, action):
        for one in (PLANNED, ANNOUNCED):
            assert refused(one, evolve(action, reason=""), "a reason is given") == (False, (HOUSE(125),))
        assert against(ANNOUNCED, evolve(action, reason="")).remedy.startswith("give it; lifted by")

    def test_what_is_kept_of_the_new_time(self):
        one = file(POSTPONE, evolve(THE_NEXT_DAY, place="hall 2", last_day=Date(2026, 10, 10)))
        assert (one.on, one.place, one.last_day) == (at(9), "hall 2", Date(2026, 10, 10))

    def test_what_was_held_is_not_moved(self):
        for one in (HELD, REPORTED, then(REPORTED, CLOSE), file(ANNOUNCE, CANCEL)):
            for action in (POSTPONE, RESCHEDULE, CANCEL, ANNOUNCE, HOLD):
                assert has_no_place(one, action)
        for one in (PLANNED, ANNOUNCED):
            assert has_no_place(one, RESCHEDULE)

    def test_it_is_held_when_announced(self):
        for one in (PLANNED, file(ANNOUNCE, POSTPONE), file(*self.MOVED)):
            assert has_no_place(one, HOLD)

    def test_of_a_change_it_is_told_while_there_is_one(self):
        for one in (ANNOUNCED, HELD, REPORTED, then(REPORTED, CLOSE)):
            assert has_no_place(one, TELL)


class TestCase3:
    """Whoever speaks is charged with it, or leads this body."""

    CHARGE = Charge(
        at=DAY, by=ACTORS["HEAD"], case="3", office=BODY, officer="officer 7", duties=frozenset({Duty.SPEAKS}), act="a1"
    )
    sentence = "who speaks for the body is its head, an authorised official, or charged with it"

    @pytest.mark.parametrize("speaker", [Speaker.of(COMPETENCE.begin(CHARGE)), CHARGED, LEADS_THE_BODY])
    def test_charged_or_leading(self, speaker):
        assert then(ANNOUNCED, evolve(HOLD, speaker=speaker)).state is S.HELD

    @pytest.mark.parametrize("speaker", [NOT_CHARGED, LEADS_ANOTHER_BODY, evolve(CHARGED, office="another body")])
    def test_neither(self, speaker):
        assert refused(ANNOUNCED, evolve(HOLD, speaker=speaker), self.sentence) == (False, (HOUSE(111),))

    def test_relieved_or_failed(self):
        relieved = Relieve(at=DAY, by=ACTORS["HEAD"], act="a2")
        failed = Attest(at=DAY, by=evolve(ACTORS["HEAD"], role=CENTRAL), passed=False)
        for last in (relieved, failed):
            speaker = Speaker.of(COMPETENCE.replay((self.CHARGE, last)))
            assert refused(ANNOUNCED, evolve(HOLD, speaker=speaker), self.sentence) == (False, (HOUSE(111),))


class TestCase92:
    """Nothing is judged by an act of later days."""

    UNSEEN = evolve(ANNOUNCE, where=frozenset())

    def in_june(self, kind: DialogueKind) -> Dialogue:
        """One of 20 June 2022, planned in May."""
        return DIALOGUE.begin(evolve(planned(kind), at=at(20, month=5, year=2022), on=at(20, month=6, year=2022)))

    @pytest.mark.parametrize("kind", TALKS, ids=str)
    def test_planned_since_dialogues_are_a_task(self, kind):
        action = evolve(planned(kind), at=at(30, year=2017))
        assert DIALOGUE.begin(action).state is S.PLANNED
        assert has_no_place(None, evolve(action, at=at(29, year=2017)))

    @pytest.mark.parametrize("kind", RECEPTIONS, ids=str)
    def test_receptions_before_it_too(self, kind):
        one = DIALOGUE.begin(evolve(planned(kind), at=at(29, year=2017), on=at(29, year=2017)))
        assert then(one, evolve(ANNOUNCE, at=at(29, year=2017))).state is S.ANNOUNCED

    def test_but_they_are_held_here_since_it(self):
        plan, announce = planned(K.RECEPTION_DAY), evolve(ANNOUNCE, at=at(20, year=2017))
        for day in (29, 30):
            one = DIALOGUE.replay((evolve(plan, at=at(20, year=2017), on=at(day, year=2017)), announce))
            action = evolve(HOLD, at=at(day, year=2017))
            if day == 29:
                assert has_no_place(one, action)
            else:
                assert then(one, action).state is S.HELD

    @pytest.mark.parametrize("kind", TALKS, ids=str)
    @pytest.mark.parametrize("day", [1, 13])
    def test_announced_without_the_site_before_the_decree(self, kind, day):
        one = then(self.in_june(kind), evolve(self.UNSEEN, at=at(day, month=6, year=2022)))
        record = one.history[-1]
        assert (one.state, record.basis, record.cites) == (S.ANNOUNCED, Basis.ASSUMED, (HOUSE(125),))

    @pytest.mark.parametrize("kind", TALKS, ids=str)
    @pytest.mark.parametrize("day", [14, 15])
    def test_and_since(self, kind, day):
        one, action = self.in_june(kind), evolve(self.UNSEEN, at=at(day, month=6, year=2022))
        assert refused(one, action, "it is announced on the official site") == (True, (ON_THE_SITE,))
        assert then(one, evolve(action, where=frozenset({Place.SITE}))).history[-1].cites == (ON_THE_SITE,)

    @pytest.mark.parametrize("kind", RECEPTIONS, ids=str)
    def test_receptions_were_announced_before_it_too(self, kind):
        action = evolve(self.UNSEEN, at=at(1, month=6, year=2022))
        sentence = "schedule, place and order are on the site and on stands"
        assert refused(self.in_june(kind), action, sentence) == (True, (ORQ445(9, 4),))


class TestQuestionThatBecameARequest:
    """The request says which question of the dialogue it is."""

    REQUEST = Request(
        id="r1", office=BODY, state=RequestState.RECEIVED, kind=RequestKind.USER, form=Form.ORAL,
        requester=Person("p7", name="A. Karimov", residence="Tashkent"), question=THIS, asked="q2",
    )  # fmt: skip

    def test_the_dialogue_points_to_it(self):
        action = TurnInto.of(self.REQUEST, at=at(8), by=ACTORS["PRESS_OFFICER"])
        assert (action.question, action.into, action.at, action.by) == (
            "q2", Reference("request", "r1"), at(8), ACTORS["PRESS_OFFICER"],
        )  # fmt: skip
        one = then(ASKED, *question("q2"), action)
        assert [(raised.state, raised.into) for raised in one.questions] == [
            (R.RAISED, None),
            (R.TURNED, Reference("request", "r1")),
        ]
        assert one.refers_to == (Reference("request", "r1"),)

    def test_one_that_names_no_question_turns_none(self):
        action = TurnInto.of(evolve(self.REQUEST, question=None, asked=""), at=at(8), by=ACTORS["PRESS_OFFICER"])
        assert has_no_place(ASKED, action)


class TestPublicEvent:
    """Who may come depends on the kind; the state says whether it is to be, was, or was called off."""

    @pytest.mark.parametrize("state", DialogueState)
    @pytest.mark.parametrize("kind", DialogueKind)
    def test_it_is_one_of_its_day(self, kind, state):
        _, *rest = LIVES[state]
        one = file(*rest, kind=kind)
        open_to = OpenTo.CIVIL_SOCIETY if kind is K.MEETING else OpenTo.ALL
        event = PublicEvent("dialogue", "1", BODY, Date(2026, 10, 8), "hall 1", "digest 1", open_to, state)
        assert public_event(one) == event
        assert public_events(one) == (event,)

    def test_of_several_days_it_stands_on_each(self):
        one = DIALOGUE.begin(evolve(PLAN, last_day=Date(2026, 10, 10)))
        assert [event.on for event in public_events(one)] == [
            Date(2026, 10, 8), Date(2026, 10, 9), Date(2026, 10, 10),
        ]  # fmt: skip
        assert {evolve(event, on=public_event(one).on) for event in public_events(one)} == {public_event(one)}
        assert public_event(one).on == Date(2026, 10, 8)

    def test_moved_it_is_one_of_the_new_day(self):
        event = public_event(file(ANNOUNCE, POSTPONE, evolve(THE_NEXT_DAY, place="hall 2")))
        assert (event.on, event.place, event.state) == (Date(2026, 10, 9), "hall 2", S.PLANNED)

    def test_the_day_is_the_offices(self):
        one = DIALOGUE.begin(evolve(PLAN, on=datetime(2026, 10, 8, 20, tz="UTC")))
        assert public_event(one).on == Date(2026, 10, 9)


class TestWho:
    """The acts name units and bodies: house rules 101 to 103 and 109 say by whose hand."""

    TEAM = ({"PRESS_OFFICER", "PRESS_HEAD"}, (HOUSE(101),))
    LEADERS = ({"HEAD", "AUTHORISED"}, (HOUSE(103),))
    BODY = ({"PRESS_HEAD", "HEAD", "AUTHORISED"}, (HOUSE(103),))

    def who(self, one: Dialogue | None, action: DialogueAction) -> tuple[set[str], Cites]:
        """Who may, by name, and what refuses the others."""
        may, cites = set(), ()
        for name, actor in ACTORS.items():
            try:
                DIALOGUE.begin(evolve(action, by=actor)) if one is None else then(one, evolve(action, by=actor))
                may.add(name)
            except Refused as told:
                (reason,) = told.verdict.reasons
                assert reason.kind is ReasonKind.ROLE
                cites = reason.cites
        return may, cites

    @pytest.mark.parametrize("kind", DialogueKind)
    def test_planned(self, kind):
        assert self.who(None, planned(kind)) == (self.TEAM if kind in TALKS else self.LEADERS)

    @pytest.mark.parametrize("kind", DialogueKind)
    def test_announced(self, kind):
        assert self.who(file(kind=kind), ANNOUNCE) == self.TEAM

    @pytest.mark.parametrize("kind", TALKS, ids=str)
    def test_before_the_decree_too(self, kind):
        one = TestCase92().in_june(kind)
        assert self.who(one, evolve(ANNOUNCE, at=at(1, month=6, year=2022))) == self.TEAM

    def test_the_press_service_does_the_daily_work(self):
        for one, action in (
            (HELD, REPORT), (ASKED, TURN), (then(ASKED, INSTRUCT), TURN),
            (file(ANNOUNCE, POSTPONE), TELL), (file(ANNOUNCE, CANCEL), TELL), (file(POSTPONE, RESCHEDULE), TELL),
        ):  # fmt: skip
            assert self.who(one, action) == self.TEAM

    def test_its_head_closes(self):
        assert self.who(REPORTED, CLOSE) == ({"PRESS_HEAD"}, (HOUSE(102),))

    def test_the_body_holds_and_moves_it(self):
        for one, action in (
            (ANNOUNCED, HOLD), (PLANNED, POSTPONE), (ANNOUNCED, POSTPONE), (file(ANNOUNCE, POSTPONE), RESCHEDULE),
            (PLANNED, CANCEL), (ANNOUNCED, CANCEL), (file(ANNOUNCE, POSTPONE), CANCEL),
        ):  # fmt: skip
            assert self.who(one, action) == self.BODY

    def test_its_leaders_settle_questions(self):
        for action in (SOLVE, EXPLAIN, INSTRUCT, REFUSE, DROP):
            assert self.who(ASKED, action) == self.LEADERS

    def test_whoever_is_charged_carries_it_out(self):
        assert self.who(then(ASKED, INSTRUCT), CARRY_OUT) == ({"EXECUTOR", "AUTHORISED"}, (HOUSE(103),))

    def test_the_public_asks(self):
        assert self.who(HELD, RAISE) == ({"PARTICIPANT", "PRESS_OFFICER"}, (HOUSE(109),))


class TestWhatItRestsOn:
    """The articles that stand in the file."""

    CITES: ClassVar = {
        K.OPEN_DIALOGUE: (OPEN_DIALOGUE, SOURCE_ARTICLE(40)),
        K.MEETING: (CM882("meetings and briefings"), SOURCE_ARTICLE(39)),
        K.RECEPTION_DAY: (ORQ445(9, 3),),
        K.MOBILE_RECEPTION: (ORQ445(9, 2), ORQ445(9, 5)),
        K.PUBLIC_RECEPTION: (ORQ445(9, 2), ORQ445(9, 5)),
    }

    @pytest.mark.parametrize("kind", DialogueKind)
    def test_its_plan(self, kind):
        assert file(kind=kind).history[0].cites == (*self.CITES[kind], HOUSE(125))

    @pytest.mark.parametrize(
        ("n", "cites", "basis"),
        [
            (1, (ON_THE_SITE,), Basis.REPORTED),
            (2, (OPEN_DIALOGUE, HOUSE(125), HOUSE(146), HOUSE(111)), Basis.ASSUMED),
            (3, (OPEN_DIALOGUE,), Basis.REPORTED),
            (4, (CUSTOM,), Basis.PRACTICE),
            (5, (CUSTOM, HOUSE(125)), Basis.ASSUMED),
            (6, (HOUSE(121), SOURCE_ARTICLE(57)), Basis.ASSUMED),
        ],
    )
    def test_each_step(self, n, cites, basis):
        record = file(ANNOUNCE, HOLD, RAISE, SOLVE, evolve(REPORT, solved=1), CLOSE).history[n]
        assert (record.cites, record.basis) == (cites, basis)

    @pytest.mark.parametrize("kind", DialogueKind)
    def test_what_is_kept_of_its_plan(self, kind):
        one = file(kind=kind)
        assert (one.id, one.office, one.kind, one.topic, one.on) == ("1", BODY, kind, "digest 1", EVENT)
        assert (one.place, one.last_day, one.questions, one.published) == ("hall 1", None, (), None)
