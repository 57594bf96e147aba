"""The six principles over files: the worked office counted by hand, days and instants at their edges, drawn lives
counted a second time; and the bands of the openness index."""

import gc
import pickle
import weakref
from collections import Counter
from datetime import date
from decimal import Decimal
from fractions import Fraction
from random import Random

import pendulum
import pytest
from attrs import evolve
from citizens.payloads_appeals import PAYLOADS as OF_APPEALS
from hypothesis import strategies as st
from pendulum import Date
from press import (
    lives_briefings as br,
    lives_dialogues as dl,
    lives_requests as rq,
    payloads_accreditations,
    payloads_briefings,
    payloads_dialogues,
    payloads_feedback,
    payloads_programmes,
    payloads_requests,
)
from views.worked import (
    AT,
    BODY,
    FIRST,
    LAST,
    accredited,
    at_once,
    briefing,
    dialogue,
    feedback,
    heard,
    on,
    programme,
    request,
    requests,
    silent,
    worked_office,
)

from prcomm import PROCESSES, BadInput, Basis, Office, Reference, Reform
from prcomm.citizens.appeals import APPEAL
from prcomm.law import UZ, office
from prcomm.law.house import HOUSE
from prcomm.law.openness import DAYS_TO_ANSWER_THE_MEDIA
from prcomm.law.press_acts import GREEN_FROM, YELLOW_FROM
from prcomm.law.public_councils import PF154
from prcomm.law.source_article import SOURCE_ARTICLE
from prcomm.press.accreditations import ACCREDITATION
from prcomm.press.briefings import BRIEFING
from prcomm.press.dialogues import DIALOGUE, RECEPTIONS, DialogueKind
from prcomm.press.feedback import FEEDBACK, Open
from prcomm.press.programmes import PROGRAMME
from prcomm.press.requests import MEDIA, REQUEST
from prcomm.testing import drawn, lives
from prcomm.views.principles import (
    EDGES_CITES,
    PRESS,
    Band,
    Indicator,
    Principle,
    Scoreboard,
    openness_band,
    scoreboard,
)

P = Principle
ELSEWHERE = office("city IIB")
NOTHING = (0, 0)


def board(*entities, first=FIRST, last=LAST, at=AT, processes=PRESS) -> Scoreboard:
    return scoreboard(entities, first, last, at, processes)


def counted(made: Scoreboard) -> dict[Principle, tuple[int, int]]:
    """Both numbers of each principle of which there is something."""
    both = {one.principle: (one.numerator, one.denominator) for one in made}
    return {principle: numbers for principle, numbers in both.items() if numbers != NOTHING}


def beside(made: Scoreboard, principle: Principle) -> dict[str, int]:
    """What is counted beside a principle, as far as there is any."""
    return {str(one.what): one.number for one in made[principle].besides if one.number}


class TestTheWorkedOffice:
    """Worked case 67. Openness: r1, r2, r4, r5 and r8 of six decided; r3 was refused, r6 and r7 decided nothing.
    Accessibility: r1, r3 and r4 of five; r2 was late, r5 in time by analogy, r8 had no term."""

    made = board(*worked_office())

    def test_openness(self):
        one = self.made[P.OPENNESS]
        assert (one.numerator, one.denominator, one.share) == (5, 6, Fraction(5, 6))
        assert beside(self.made, P.OPENNESS) == {"requests refused": 1}

    def test_transparency(self):
        """The records of b1 and b2, the reports on the dialogue and the meeting."""
        one = self.made[P.TRANSPARENCY]
        assert (one.numerator, one.denominator, one.share) == (4, 5, Fraction(4, 5))
        assert one.beside == 0

    def test_accessibility(self):
        one = self.made[P.ACCESSIBILITY]
        assert (one.numerator, one.denominator, one.share) == (3, 5, Fraction(3, 5))
        assert beside(self.made, P.ACCESSIBILITY) == {"requests in time only by analogy": 1}

    def test_mutual_understanding(self):
        """Three and one at briefings; two solved, one explained and one done; two explained."""
        one = self.made[P.UNDERSTANDING]
        assert (one.numerator, one.denominator, one.share) == (10, 14, Fraction(5, 7))
        turned, dropped = "questions turned into a request or an appeal", "questions dropped"
        assert beside(self.made, P.UNDERSTANDING) == {turned: 3, dropped: 1}
        assert one.beside == 4

    def test_cooperation(self):
        one = self.made[P.COOPERATION]
        assert (one.numerator, one.denominator, one.share) == (1, 2, Fraction(1, 2))
        assert one.beside == 0

    def test_feedback(self):
        """On b1 and the dialogue answered, on the meeting silence; on b2 it is open, on b3 nobody asked."""
        one = self.made[P.FEEDBACK]
        assert (one.numerator, one.denominator, one.share) == (3, 5, Fraction(3, 5))
        assert beside(self.made, P.FEEDBACK) == {"events on which nobody spoke": 1}

    def test_by_the_processes_of_the_library_it_is_the_same(self):
        assert scoreboard(worked_office(), FIRST, LAST, AT, PROCESSES) == self.made

    def test_in_a_quarter_without_events_and_requests_all_six_are_undefined(self):
        for made in (board(), board(*worked_office(), first=Date(2026, 4, 1), last=Date(2026, 6, 30))):
            assert [(one.numerator, one.denominator, one.share, one.percent) for one in made] == [(0, 0, None, "")] * 6
            assert {str(one.counts) for one in made} == {"undefined (0 of 0)"}

    def test_there_is_one_for_each_principle_in_the_order_of_the_article(self):
        assert [one.principle for one in self.made] == list(Principle)
        assert [one.cites for one in self.made] == [(SOURCE_ARTICLE(n),) for n in range(52, 58)]
        assert {one.basis for one in self.made} == {Basis.REPORTED}
        assert (len(self.made), self.made[0], self.made[-1:]) == (6, self.made[P.OPENNESS], (self.made[P.FEEDBACK],))


class TestOfTwoOffices:
    def half_answered(self, body: Office, n: int):
        answered = (request(f"a{i}", evolve(rq.ANSWER, at=on(7, 7)), body=body) for i in range(n))
        return [*answered, *(request(f"r{i}", evolve(rq.REFUSE, at=on(7, 7)), body=body) for i in range(n))]

    def test_one_share_and_other_totals_are_told_apart(self):
        small, large = board(*self.half_answered(BODY, 1)), board(*self.half_answered(ELSEWHERE, 3))
        assert small[P.OPENNESS].share == large[P.OPENNESS].share == Fraction(1, 2)
        assert small[P.OPENNESS] != large[P.OPENNESS]
        assert str(small[P.OPENNESS].text) == "OPENNESS: 50.0 % (1 of 2)"
        assert str(large[P.OPENNESS].text) == "OPENNESS: 50.0 % (3 of 6)"

    def test_both_together_are_added_up(self):
        made = board(*self.half_answered(BODY, 1), *self.half_answered(ELSEWHERE, 3))
        assert counted(made)[P.OPENNESS] == (4, 8)


class TestWhichRequestsCount:
    def test_an_interview_is_an_answer_on_the_merits(self):
        receive = evolve(rq.RECEIVE, at=on(7, 6), kind=MEDIA, interview=True)
        given = evolve(rq.INTERVIEW, at=on(7, 13))
        one = REQUEST.replay((receive, evolve(rq.REGISTER, at=on(7, 6)), given))
        assert counted(board(one)) == {P.OPENNESS: (1, 1), P.ACCESSIBILITY: (1, 1)}

    def test_an_answer_in_part_is_a_decision_and_stands_beside(self):
        made = board(request("r1", evolve(rq.IN_PART, at=on(7, 7))))
        assert counted(made) == {P.OPENNESS: (0, 1), P.ACCESSIBILITY: (1, 1)}
        assert beside(made, P.OPENNESS) == {"requests answered in part": 1}

    def test_answered_at_once_there_was_no_term(self):
        assert counted(board(at_once("r1", on(7, 7)))) == {P.OPENNESS: (1, 1)}

    def test_answered_though_it_was_never_registered_it_had_no_term_either(self):
        """Received on Monday; on Tuesday the same working day is over, and who asked complains."""
        complain = evolve(rq.COMPLAIN, at=on(7, 7))
        steps = (evolve(rq.RECEIVE, at=on(7, 6)), complain, evolve(rq.ANSWER, at=on(7, 8)))
        assert counted(board(REQUEST.replay(steps))) == {P.OPENNESS: (1, 1)}

    @pytest.mark.parametrize(("day", "status"), [(25, "met"), (26, "by analogy"), (27, "by analogy"), (28, "late")])
    def test_the_day_that_binds(self, day, status):
        """Registered on Friday 10 July by a user: Saturday the 25th, or by analogy Monday the 27th."""
        made = board(request("r1", evolve(rq.ANSWER, at=on(7, day)), came=on(7, 10)))
        assert counted(made)[P.ACCESSIBILITY] == (int(status == "met"), 1)
        assert made[P.ACCESSIBILITY].beside == int(status == "by analogy")

    def test_under_other_figures(self):
        """Twenty days for an editorial office: r2 is in time."""
        longer = {**PRESS, "request": REQUEST.under(Reform(DAYS_TO_ANSWER_THE_MEDIA, 20))}
        assert counted(board(*requests(), processes=longer))[P.ACCESSIBILITY] == (4, 5)

    def test_decided_anew_after_a_complaint_it_counts_once_as_it_was_decided_first(self):
        steps = (
            evolve(rq.REFUSE, at=on(7, 20)),
            evolve(rq.COMPLAIN, at=on(7, 22)),
            evolve(rq.UPHOLD, at=on(7, 30)),
            evolve(rq.ANSWER, at=on(10, 2)),
        )
        one = request("r1", *steps)
        assert counted(board(one)) == {P.OPENNESS: (0, 1), P.ACCESSIBILITY: (1, 1)}
        assert counted(board(one, first=Date(2026, 10, 1), last=Date(2026, 12, 31))) == {}

    def test_the_term_that_counts_is_the_one_under_which_it_was_decided(self):
        """Said not to be held; the complaint is upheld on 20 July, and the seven days of an editorial office begin."""
        told, complain = evolve(rq.NOT_HELD, at=on(7, 8)), evolve(rq.COMPLAIN, at=on(7, 9))
        for day, n in ((27, 1), (28, 0)):
            steps = (told, complain, evolve(rq.UPHOLD, at=on(7, 20)), evolve(rq.ANSWER, at=on(7, day)))
            assert counted(board(request("r1", *steps, kind=MEDIA))) == {P.OPENNESS: (1, 1), P.ACCESSIBILITY: (n, 1)}

    def test_a_term_that_began_after_it_was_decided_does_not_count(self):
        """Never registered, answered while the complaint of that lies, and registered when the complaint is upheld."""
        complain, uphold = evolve(rq.COMPLAIN, at=on(7, 7)), evolve(rq.UPHOLD, at=on(7, 9))
        steps = (evolve(rq.RECEIVE, at=on(7, 6)), complain, evolve(rq.ANSWER, at=on(7, 8)), uphold)
        assert counted(board(REQUEST.replay(steps))) == {P.OPENNESS: (1, 1)}

    def test_what_is_not_decided_does_not_count(self):
        waiting = request("r1")
        assert counted(board(waiting, request("r2", evolve(rq.FORWARD, at=on(7, 8))))) == {}


class TestWhichEventsCount:
    def test_of_a_briefing(self):
        made = board(briefing("b1", on(7, 14), br.ANSWER, None, br.TURN, br.DROP, record=False))
        assert counted(made) == {P.TRANSPARENCY: (0, 1), P.UNDERSTANDING: (1, 4), P.FEEDBACK: (0, 1)}
        turned, dropped = "questions turned into a request or an appeal", "questions dropped"
        assert beside(made, P.UNDERSTANDING) == {turned: 1, dropped: 1}

    def test_of_a_dialogue(self):
        """One outcome for each of seven questions; one was given to somebody, one only raised."""
        outcomes = (dl.SOLVE,), (dl.EXPLAIN,), (dl.INSTRUCT, dl.CARRY_OUT), (dl.INSTRUCT,), (dl.REFUSE,), (dl.TURN,)
        one = dialogue("d1", on(7, 14), *outcomes, (dl.DROP,), (), report=False)
        made = board(one)
        assert counted(made) == {
            P.TRANSPARENCY: (0, 1), P.UNDERSTANDING: (3, 8), P.COOPERATION: (0, 1), P.FEEDBACK: (0, 1),
        }  # fmt: skip
        assert beside(made, P.UNDERSTANDING) == {
            "questions turned into a request or an appeal": 1,
            "questions dropped": 1,
            "questions refused on the spot": 1,
        }

    @pytest.mark.parametrize("kind", RECEPTIONS)
    def test_a_day_of_reception_is_an_event_but_no_cooperation(self, kind):
        made = board(dialogue("d1", on(7, 14), (dl.SOLVE,), kind=kind))
        assert counted(made) == {P.TRANSPARENCY: (1, 1), P.UNDERSTANDING: (1, 1), P.FEEDBACK: (0, 1)}

    def test_what_was_only_planned_does_not_count(self):
        planned = (evolve(br.PLAN, at=on(7, 13), on=on(7, 14)), evolve(br.ANNOUNCE, at=on(7, 13), cut_off=None))
        assert counted(board(BRIEFING.replay(planned), DIALOGUE.begin(evolve(dl.PLAN, at=on(7, 13))))) == {}

    def test_what_was_cancelled_stands_beside(self):
        plan, cancel = evolve(br.PLAN, at=on(7, 13), on=on(7, 14)), evolve(br.CANCEL, at=on(7, 13))
        before, after = (evolve(dl.CANCEL, at=when) for when in (on(6, 30), on(9, 30)))
        made = board(
            BRIEFING.replay((plan, cancel)),
            DIALOGUE.replay((evolve(dl.PLAN, at=on(6, 1)), before)),
            DIALOGUE.replay((evolve(dl.PLAN, at=on(6, 1)), after)),
        )
        assert (counted(made), beside(made, P.TRANSPARENCY)) == ({}, {"events cancelled in the days": 2})

    def test_accreditations_granted_stand_beside_cooperation(self):
        days = (on(6, 30), on(7, 1), on(9, 30), on(10, 1))
        made = board(*(accredited(f"j{n}", day) for n, day in enumerate(days)), at=on(10, 2))
        assert (counted(made), beside(made, P.COOPERATION)) == ({}, {"accreditations granted in the days": 2})

    def test_what_was_published_later_but_by_the_instant_counts(self):
        one = BRIEFING.apply(briefing("b1", on(9, 30), record=False), evolve(br.PUBLISH, at=on(10, 4)))
        assert counted(board(one))[P.TRANSPARENCY] == (1, 1)
        assert counted(board(one, at=on(10, 3)))[P.TRANSPARENCY] == (0, 1)

    def test_a_question_counts_as_it_stands_at_the_instant(self):
        held = dialogue("d1", on(9, 30), (dl.INSTRUCT,))
        done = DIALOGUE.apply(held, evolve(dl.CARRY_OUT, at=on(10, 4), question="q0"))
        assert counted(board(done))[P.UNDERSTANDING] == (1, 1)
        assert counted(board(done, at=on(10, 3)))[P.UNDERSTANDING] == (0, 1)


class TestWhichFeedbackCounts:
    EVENT = Reference("briefing", "b1")

    def test_whether_it_comes_before_its_event_or_after(self):
        held, answer = briefing("b1", on(7, 14)), heard("f1", self.EVENT, on(7, 14))
        assert counted(board(held, answer))[P.FEEDBACK] == counted(board(answer, held))[P.FEEDBACK] == (1, 1)

    def test_of_several_files_on_one_event_each_is_heard_and_the_event_counts_once(self):
        files = [silent("f1", self.EVENT, on(7, 14)), heard("f2", self.EVENT, on(7, 14))]
        for order in (files, files[::-1]):
            made = board(briefing("b1", on(7, 14)), *order)
            assert (counted(made)[P.FEEDBACK], beside(made, P.FEEDBACK)) == ((1, 1), {})

    def test_of_another_event_it_does_not(self):
        others = [Reference("briefing", "b2"), Reference("dialogue", "b1"), Reference("incident", "b1")]
        files = [heard(f"f{n}", event, on(7, 14)) for n, event in enumerate(others)]
        assert counted(board(briefing("b1", on(7, 14)), *files))[P.FEEDBACK] == (0, 1)

    def test_a_programme_counts_on_the_day_it_was_closed(self):
        """It counts for nothing else."""
        event = Reference("programme", "p1")
        days = ((6, 30), 0), ((7, 1), 1), ((9, 30), 1), ((10, 1), 0)
        for day, n in days:
            made = board(programme("p1", on(*day)), heard("f1", event, on(6, 1)))
            assert counted(made) == ({P.FEEDBACK: (1, 1)} if n else {})
        assert counted(board(programme("p1", on(7, 1)), heard("f1", Reference("briefing", "p1"), on(6, 1)))) == {
            P.FEEDBACK: (0, 1)
        }
        assert beside(board(programme("p1", on(7, 1)), silent("f1", event, on(6, 1))), P.FEEDBACK) == {
            "events on which nobody spoke": 1
        }

    def test_a_programme_that_was_not_closed_does_not_count(self):
        *steps, _ = (record.action for record in programme("p1", on(7, 1)).history)
        assert counted(board(PROGRAMME.replay(steps))) == {}

    def test_on_an_event_of_other_days_it_does_not(self):
        assert counted(board(briefing("b1", on(6, 30)), heard("f1", self.EVENT, on(7, 14)))) == {}

    def test_open_or_summed_up_it_is_not_heard_yet(self):
        waiting = feedback("f1", self.EVENT, opened=on(7, 14))
        answer = heard("f1", self.EVENT, on(7, 14))
        made = board(briefing("b1", on(7, 14)), waiting)
        assert counted(made)[P.FEEDBACK] == (0, 1)
        earlier = board(briefing("b1", on(7, 14)), evolve_answer(answer), at=on(7, 14, 11))
        assert counted(earlier)[P.FEEDBACK] == (0, 1)

    def test_answered_after_the_days_but_by_the_instant_it_is(self):
        made = board(briefing("b1", on(9, 30)), silent("f1", self.EVENT, on(10, 2)))
        assert (counted(made)[P.FEEDBACK], beside(made, P.FEEDBACK)) == ((1, 1), {"events on which nobody spoke": 1})
        assert counted(board(briefing("b1", on(9, 30)), silent("f1", self.EVENT, on(10, 4))))[P.FEEDBACK] == (0, 1)


def evolve_answer(answer):
    """The same feedback, answered an hour later than it was summed up."""
    *steps, last = (record.action for record in answer.history)
    return FEEDBACK.replay((*steps, evolve(last, at=on(7, 14, 12))))


class TestTheDays:
    """By the clock of the office: the first and the last day count, those around them do not."""

    EDGES = (
        (on(6, 30, 23, 59), False),
        (on(7, 1, 0), True),
        (on(9, 30, 23, 59), True),
        (on(10, 1, 0), False),
        (pendulum.datetime(2026, 6, 30, 18, 59, tz="UTC"), False),
        (pendulum.datetime(2026, 6, 30, 19, tz="UTC"), True),
        (pendulum.datetime(2026, 9, 30, 18, 59, tz="UTC"), True),
        (pendulum.datetime(2026, 9, 30, 19, tz="UTC"), False),
    )
    """Nineteen o'clock in Greenwich is midnight in Tashkent."""

    @pytest.mark.parametrize(("when", "counts"), EDGES)
    def test_of_a_request(self, when, counts):
        one = request("r1", evolve(rq.REFUSE, at=when), came=on(6, 25))
        assert counted(board(one)) == ({P.OPENNESS: (0, 1), P.ACCESSIBILITY: counted_in_time(when)} if counts else {})

    @pytest.mark.parametrize(("when", "counts"), EDGES)
    def test_of_events(self, when, counts):
        held = [briefing("b1", when), dialogue("m1", when, kind=DialogueKind.MEETING)]
        both = {P.TRANSPARENCY: (2, 2), P.COOPERATION: (1, 1), P.FEEDBACK: (0, 2)}
        assert counted(board(*held)) == (both if counts else {})

    def test_each_office_has_its_own_clock(self):
        """Half past seven in the evening in Greenwich is past midnight in Tashkent, and in London the day before."""
        when = pendulum.datetime(2026, 9, 30, 19, 30, tz="UTC")
        there = Office("consulate", zone="Europe/London")
        assert counted(board(at_once("r1", when), at_once("r2", when, body=there))) == {P.OPENNESS: (1, 1)}

    def test_one_day_is_enough(self):
        one = at_once("r1", on(7, 7))
        for day, n in ((6, 0), (7, 1), (8, 0)):
            made = board(one, first=Date(2026, 7, day), last=Date(2026, 7, day))
            assert made[P.OPENNESS].denominator == n


def counted_in_time(when):
    """Registered on Thursday 25 June by a user: by Friday 10 July."""
    return (int(when <= on(7, 10, 23, 59)), 1)


class TestAsKnown:
    def test_what_was_done_later_is_not_yet_done(self):
        one = request("r1", evolve(rq.ANSWER, at=on(7, 13, 12)))
        assert counted(board(one, at=on(7, 13, 11))) == {}
        assert counted(board(one, at=on(7, 13, 12))) == {P.OPENNESS: (1, 1), P.ACCESSIBILITY: (1, 1)}

    def test_what_was_entered_later_is_not_yet_on_file(self):
        one = REQUEST.apply(request("r1"), evolve(rq.ANSWER, at=on(7, 13)), recorded=on(7, 16))
        assert counted(board(one, at=on(7, 15))) == {}
        assert counted(board(one, at=on(7, 16))) == {P.OPENNESS: (1, 1), P.ACCESSIBILITY: (1, 1)}

    def test_a_file_that_was_not_there_yet_is_no_file(self):
        assert counted(board(*worked_office(), at=on(7, 1))) == {}

    def test_what_is_asked_must_make_sense(self):
        with pytest.raises(BadInput, match="a scoreboard") as bad:
            board(first=LAST, last=FIRST, at=pendulum.naive(2026, 10, 5), processes={"request": PRESS["request"]})
        assert bad.value.faults == (
            "at: an instant with a zone, not 2026-10-05 00:00:00",
            "last: no earlier than the first day, 2026-09-30, not 2026-07-01",
            "processes: with briefing, dialogue, accreditation, programme, feedback",
        )


class TestAnyFiles:
    def test_those_of_other_processes_are_passed_over(self):
        appeal, *_ = drawn(lives(APPEAL, OF_APPEALS), 1, by=1)
        assert board(appeal, *worked_office(), appeal) == board(*worked_office())

    def test_their_order_changes_nothing(self):
        closed = programme("p1", on(7, 7)), silent("f5", Reference("programme", "p1"), on(6, 1))
        files = [*worked_office(), accredited("j1", on(7, 7)), *closed]
        expected = board(*files)
        for seed in range(20):
            Random(seed).shuffle(files)
            assert board(*files) == expected

    def test_they_are_read_once_and_none_is_kept(self):
        """When the next is asked for, the one before is gone already."""
        seen = []

        def files():
            for n in range(3):
                for make in (lambda i: at_once(f"r{i}", on(7, 7)), lambda i: briefing(f"b{i}", on(7, 7))):
                    one = make(n)
                    seen.append(weakref.ref(one))
                    yield one
                    del one
                    gc.collect()
                    alive.append(sum(ref() is not None for ref in seen))

        alive: list[int] = []
        made = scoreboard(files(), FIRST, LAST, AT)
        assert counted(made) == {P.OPENNESS: (3, 3), P.TRANSPARENCY: (3, 3), P.FEEDBACK: (0, 3)}
        assert max(alive) <= 1


EVENTS = ("briefing", "dialogue", "programme")


@pytest.fixture(scope="module")
def register():
    """A hundred and fifty lawful lives of each process, begun on any day of 2026."""
    bodies = {Office: st.sampled_from((BODY, office("b", week=6)))}
    events = st.sampled_from([Reference(process, file) for process in EVENTS for file in "abcd"])
    opened = st.fixed_dictionaries({"event": events, "until": st.sampled_from((Date(2099, 1, 1), Date(2010, 1, 1)))})
    payloads = {
        REQUEST: payloads_requests.PAYLOADS,
        BRIEFING: payloads_briefings.PAYLOADS,
        DIALOGUE: payloads_dialogues.PAYLOADS,
        ACCREDITATION: payloads_accreditations.PAYLOADS,
        PROGRAMME: payloads_programmes.PAYLOADS,
        FEEDBACK: {**payloads_feedback.PAYLOADS, Open: opened},
    }
    made = [drawn(lives(of, {**its, **bodies}), 150, by=n) for n, (of, its) in enumerate(payloads.items())]
    return [one for lived in made for one in lived]


def name(action) -> str:
    return type(action).__name__


def both_of_a_request(actions, among):
    """Of openness and accessibility: a term that runs is not begun anew, and what tells who asked something ends it."""
    decisions = ("Answer", "AnswerAtOnce", "GiveInterview", "AnswerInPart", "Refuse")
    decided = next((one for one in actions if name(one) in decisions), None)
    if decided is None or not among(decided):
        return
    yield P.OPENNESS, name(decided) in decisions[:3]
    ends = (*decisions, "Forward", "SayNotHeld", "SetAside", "Turn", "TakeBack", "Close")
    runs, closed = None, None
    for one in actions[: actions.index(decided) + 1]:
        if runs is None and name(one) in ("Register", "Uphold"):
            runs = one
        elif runs is not None and name(one) in ends:
            runs, closed = None, (runs, one)
    if closed is not None:
        begun, end = closed
        days = 7 if actions[0].kind is MEDIA else 15
        yield P.ACCESSIBILITY, day_of(end) - day_of(begun) <= days and name(end) in (*decisions, "Forward")


def both_of_an_event(actions, among):
    """Of transparency, understanding and cooperation; nothing of an event that was not held in the days."""
    held = next((one for one in actions if name(one) == "Hold"), None)
    if held is None or not among(held):
        return
    yield P.TRANSPARENCY, any(name(one) in ("PublishRecord", "Report") for one in actions)
    ended = {one.question: name(one) for one in actions if hasattr(one, "question")}
    for end in ended.values():
        yield P.UNDERSTANDING, end in ("AnswerQuestion", "Solve", "Explain", "CarryOut")
    if actions[0].kind in (DialogueKind.OPEN_DIALOGUE, DialogueKind.MEETING):
        yield P.COOPERATION, actions[0].kind is DialogueKind.MEETING


def day_of(action) -> int:
    return action.at.in_timezone("Asia/Tashkent").toordinal()


def counted_again(files, first, last, until) -> dict[Principle, tuple[int, int]]:
    """The same numbers read off the bare histories, without the tables of the scoreboard."""

    def among(action):
        return first.toordinal() <= day_of(action) <= last.toordinal()

    found, held, settled = [], [], set()
    for one in files:
        actions = [record.action for record in one.history if record.action.at <= until]
        process = type(one).__name__.lower()
        if process == "request" and actions:
            found += both_of_a_request(actions, among)
        elif process in ("briefing", "dialogue"):
            found += both_of_an_event(actions, among)
            held += [Reference(process, one.id) for action in actions if name(action) == "Hold" and among(action)]
        elif process == "programme":
            held += [Reference(process, one.id) for action in actions if name(action) == "Close" and among(action)]
        elif process == "feedback":
            settled |= {one.event for action in actions if name(action) in ("Answer", "NoteSilence")}
    found += [(P.FEEDBACK, event in settled) for event in held]
    all_, good = Counter(principle for principle, _ in found), Counter(one for one, counts in found if counts)
    return {principle: (good[principle], n) for principle, n in all_.items()}


QUARTERS = [(Date(2026, n, 1), Date(2026, n, 1).add(months=3).subtract(days=1)) for n in (1, 4, 7, 10)]


@pytest.mark.xdist_group("register of files")
class TestDrawnLives:
    @pytest.mark.parametrize(("first", "last"), QUARTERS)
    @pytest.mark.parametrize("later", [0, 40])
    def test_a_second_count_agrees(self, register, first, last, later):
        until = pendulum.datetime(last.year, last.month, last.day, 12, tz=BODY.tz).add(days=later)
        made = scoreboard(iter(register), first, last, until)
        assert counted(made) == counted_again(register, first, last, until)

    def test_of_a_whole_year_there_is_enough_to_tell(self, register):
        made = scoreboard(register, Date(2026, 1, 1), Date(2028, 12, 31), on(12, 31).add(years=2))
        assert counted(made) == counted_again(register, made.first, made.last, made.at)
        assert min(one.denominator for one in made) > 15
        assert all(0 < one.numerator < one.denominator for one in made)

    @pytest.mark.parametrize("seed", range(5))
    def test_order_changes_nothing_and_no_share_is_more_than_one(self, register, seed):
        chance = Random(seed)
        files = chance.sample(register, chance.randint(0, len(register)))
        first = Date(2026, 1, 1).add(days=chance.randint(0, 300))
        days = first, first.add(days=chance.randint(0, 200)), on(12, 31)
        made = scoreboard(files, *days)
        assert scoreboard(reversed(files), *days) == made
        assert all(0 <= one.numerator <= one.denominator for one in made)
        assert all((one.share is None) == (one.denominator == 0) for one in made)


class TestHowItIsShown:
    made = board(*worked_office())

    def test_as_text(self):
        first, openness, *_ = str(self.made).splitlines()
        assert first == "the six principles, 2026-07-01 to 2026-09-30, as known at 2026-10-05 10:00+05:00"
        assert openness.startswith("  OPENNESS: 83.3 % (5 of 6) [requests refused: 1, requests answered in part: 0] (")
        assert openness.endswith(" (Source article entry 52, REPORTED)")
        assert openness == f"  {self.made[P.OPENNESS]}"
        assert str(self.made[P.COOPERATION].besides[0]) == "accreditations granted in the days: 0"

    def test_as_sheets(self):
        shares, how = self.made.sheets()
        assert [row[:4] for row in shares.texts()] == [
            ("OPENNESS", "5", "6", "83.3 % (5 of 6)"),
            ("TRANSPARENCY", "4", "5", "80.0 % (4 of 5)"),
            ("ACCESSIBILITY", "3", "5", "60.0 % (3 of 5)"),
            ("UNDERSTANDING", "10", "14", "71.4 % (10 of 14)"),
            ("COOPERATION", "1", "2", "50.0 % (1 of 2)"),
            ("FEEDBACK", "3", "5", "60.0 % (3 of 5)"),
        ]
        assert shares.head == ("principle", "how many", "of how many", "share", "beside it", "under")
        assert shares.texts()[2][4:] == ("requests in time only by analogy: 1", "Source article entry 54, REPORTED")
        assert [row[3] for row in how.texts()] == [
            "whether the answer said anything",
            "whether anybody read it",
            "how hard it was to ask",
            "whether who asked agrees",
            "what came of them",
            "whether the answer was heeded",
        ]
        assert how.texts()[3][1] == "questions answered on the merits, of the questions put"
        assert all(all(row) for row in how.texts())

    def test_a_share_never_stands_without_its_counts(self):
        shown = str(self.made) + self.made._repr_html_() + board()._repr_html_()
        assert shown.count(" %") == shown.count(" % (") == 12
        assert board()._repr_html_().count("undefined (0 of 0)") == 6

    def test_as_html(self):
        shown = self.made._repr_html_()
        assert shown.count("<table>") == 2
        assert "<td>OPENNESS</td><td>5</td><td>6</td><td>83.3 % (5 of 6)</td>" in shown

    def test_all_of_it_can_be_said_in_another_language(self):
        """A language of one word: every plain word of the library's own becomes it; figures and citations stay."""

        def say(thing):
            told = getattr(thing, "rendered", None)
            if isinstance(thing, tuple):
                return ", ".join(map(say, thing))
            return told(say) if told else thing if type(thing) is str else "word"

        shares, how = self.made.sheets()
        assert {cell for row in how.texts(say) for cell in row} == {"word"}
        assert {cell.replace("word, ", "") for row in shares.texts(say) for cell in (row[0], *row[3:5])} == {"word"}
        assert self.made.rendered(say).splitlines()[0] == "word"
        assert {say(name) for sheet in (shares, how) for name in (sheet.caption, *sheet.head)} == {"word"}

    def test_it_is_a_value(self):
        assert pickle.loads(pickle.dumps(self.made)) == self.made
        assert len({self.made, board(*worked_office()), board()}) == 2

    def test_nobody_is_named_in_it(self):
        shown = str(self.made) + repr(self.made) + self.made._repr_html_()
        assert "u1" not in shown
        assert "journalist" not in shown

    def test_a_percentage_is_rounded_to_a_tenth_and_halves_go_up(self):
        assert [Indicator(P.OPENNESS, *both).percent for both in ((2, 3), (1, 16), (0, 3))] == ["66.7", "6.3", "0.0"]


class TestTheBands:
    """Worked case 66."""

    @pytest.mark.parametrize(
        ("score", "band"),
        [
            (Decimal(40), Band.RED),
            (Decimal("54.9"), Band.RED),
            (Decimal(55), Band.YELLOW),
            (Decimal("55.5"), Band.YELLOW),
            (Decimal(69), Band.YELLOW),
            (Decimal("70.9"), Band.YELLOW),
            (Decimal(71), Band.GREEN),
            (88, Band.GREEN),
            (0, Band.RED),
        ],
    )
    def test_a_score_that_equals_a_threshold_belongs_to_the_better_band(self, score, band):
        assert openness_band(score) is openness_band(score, UZ) is band

    def test_under_a_reform(self):
        higher = UZ.under(Reform(GREEN_FROM, 80))
        assert openness_band(Decimal(75)) is Band.GREEN
        assert openness_band(Decimal(75), higher) is Band.YELLOW
        assert openness_band(Decimal(80), higher) is Band.GREEN
        assert openness_band(Decimal(56), UZ.under(Reform(YELLOW_FROM, 57))) is Band.RED

    def test_under_a_reform_that_has_a_first_day(self):
        amended = UZ.under(Reform(GREEN_FROM, 80, since=date(2027, 1, 1)))
        assert openness_band(Decimal(75), amended) is Band.YELLOW
        assert openness_band(Decimal(75), amended, date(2026, 12, 31)) is Band.GREEN
        assert openness_band(Decimal(75), amended, date(2027, 1, 1)) is Band.YELLOW

    def test_what_it_rests_on(self):
        assert (PF154("openness index"), HOUSE(133)) == EDGES_CITES
        assert [cite.basis for cite in EDGES_CITES] == [Basis.REPORTED, Basis.ASSUMED]

    @pytest.mark.parametrize("score", [Decimal("NaN"), Decimal("Infinity")])
    def test_what_is_no_number_has_none(self, score):
        with pytest.raises(BadInput, match="a number, not"):
            openness_band(score)
