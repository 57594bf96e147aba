"""Views of a department over the files of all wings: what is owed, the calendar of worked case 69, load, figures."""

import tracemalloc
from collections import Counter
from collections.abc import Iterator
from datetime import date
from itertools import cycle, islice

import pytest
from attrs import evolve
from citizens import lives_appeals as of_appeals
from oversight import lives_acts as of_acts, lives_reports as of_reports, lives_sessions as of_sessions
from pendulum import Date, DateTime, datetime
from press import (
    lives_accreditations as of_accreditations,
    lives_briefings as of_briefings,
    lives_dialogues as of_dialogues,
    lives_feedback as of_feedback,
    lives_incidents as of_incidents,
    lives_monitoring as of_monitoring,
    lives_press_services as of_services,
    lives_programmes as of_programmes,
    lives_refutations as of_refutations,
    lives_releases as of_releases,
    lives_requests as of_requests,
)
from processes import a_few_of_each
from second_book import lives_of
from views.stated import begun, file

from prcomm import PROCESSES, BadInput, OpenTo, PublicEvent, Status
from prcomm.citizens.appeals import COMPLAINT, AppealState
from prcomm.core.calendar.days import ordinal
from prcomm.labels import say
from prcomm.law.roles import CHAIR, EXECUTOR, PRESS_HEAD
from prcomm.oversight.acts import HEARING, OversightState
from prcomm.oversight.sessions import SessionState
from prcomm.press.accreditations import AccreditationState
from prcomm.press.briefings import BriefingState
from prcomm.press.dialogues import DialogueKind, DialogueState
from prcomm.press.monitoring import FoundState
from prcomm.press.press_services import ServiceState
from prcomm.press.refutations import Direction, RefutationState
from prcomm.press.releases import ReleaseState
from prcomm.press.requests import MEDIA, USER, RequestState
from prcomm.press.roles import REQUESTER
from prcomm.views.department import Figures, Load, Task, agenda, calendar, load, quarter


def at(month: int, day: int, hour: int = 10, year: int = 2026) -> DateTime:
    return datetime(year, month, day, hour, tz="Asia/Tashkent")


# -- a small office on Tuesday 10 March 2026: files of three wings

APPEAL = file("appeal", *of_appeals.lives(AppealState.IN_REVIEW, COMPLAINT))
"""Received on Thursday 5 March: fifteen days."""
REQUEST = file("request", *of_requests.lives(RequestState.REGISTERED, MEDIA))
"""Of an editorial office, registered on Thursday 5 March: seven days."""
SIGNAL = file("signal", *lives_of("signal").LIVES[lives_of("signal").S.FOUND])
SERVICE = file("press_service", *of_services.LIVES[ServiceState.OPERATING])
"""Since 12 January: the first whole month is February, and no briefing was noted."""
CANCELLED = file("briefing", *(evolve(one, at=at(3, 5)) for one in of_briefings.LIVES[BriefingState.CANCELLED][:1]),
                 evolve(of_briefings.CANCEL, at=at(3, 5)))  # fmt: skip
OFFICE = (APPEAL, REQUEST, SIGNAL, SERVICE, CANCELLED)
DISTRICT, REGION = "district IIB", "a regional IIB"


class TestAgenda:
    """Of an appeal the consideration, of a request the answer, of a signal its result, of a service its briefings."""

    NOW = at(3, 10)

    def test_of_a_small_office(self):
        not_held, silence = "the body does not hold the information", "the requester wants to go to court"
        assert sorted(agenda(OFFICE, self.NOW, PROCESSES), key=lambda one: (one.process, one.name, str(one.key))) == [
            Task("appeal", "case 1", APPEAL.office, "consideration", None, Date(2026, 3, 20), Status.RUNNING,
                 EXECUTOR),
            Task("press_service", "1", SERVICE.office, "briefing_each_month", "2026-02", Date(2026, 2, 28),
                 Status.OVERDUE, PRESS_HEAD),
            Task("press_service", "1", SERVICE.office, "briefing_each_month", "2026-03", Date(2026, 3, 31),
                 Status.RUNNING, PRESS_HEAD),
            Task("request", "q1", REQUEST.office, "answer", None, Date(2026, 3, 12), Status.RUNNING, EXECUTOR),
            Task("request", "q1", REQUEST.office, "court_for_silence", None, Date(2026, 9, 12), Status.RUNNING,
                 REQUESTER, silence),
            Task("request", "q1", REQUEST.office, "not_held", None, Date(2026, 3, 12), Status.RUNNING, EXECUTOR,
                 not_held),
            Task("signal", "1", SIGNAL.office, "result", None, None, Status.PROMPTLY, CHAIR),
        ]  # fmt: skip

    def test_file_by_file_in_their_order(self):
        assert [one.process for one in agenda((SIGNAL, APPEAL), self.NOW, PROCESSES)] == ["signal", "appeal"]

    def test_what_was_done_later_is_not_known(self):
        """In the hour before they came nothing was owed in the appeal and the request; of the briefings that of
        February was overdue."""
        assert [one.key for one in agenda(OFFICE, at(3, 5, 9), PROCESSES)] == ["2026-02", "2026-03"]

    def test_under_other_lifecycles(self):
        only = {"appeal": PROCESSES["appeal"]}
        assert len([*agenda((APPEAL,), self.NOW, only)]) == 1
        with pytest.raises(BadInput, match="files of the processes given, not of class Signal"):
            list(agenda((APPEAL, SIGNAL), self.NOW, only))


class TestLoad:
    def test_of_each_office(self):
        """In the district two files and four dues, of which two only may be owed; in the region the signal and the
        service are open, and the briefing of February is overdue."""
        assert load(OFFICE, at(3, 10), PROCESSES) == {REGION: Load(2, 3, 1), DISTRICT: Load(2, 4, 0)}

    def test_what_may_not_be_owed_at_all_is_not_overdue(self):
        """On 21 March the appeal and the answer are. That the information is not held was to be said by the 12th too,
        but nobody says that it is not."""
        assert load((APPEAL, REQUEST), at(3, 21), PROCESSES) == {DISTRICT: Load(2, 4, 2)}

    def test_offices_stand_in_order(self):
        assert [*load(OFFICE, at(3, 10), PROCESSES)] == [REGION, DISTRICT]

    def test_a_closed_file_is_no_load(self):
        assert load((CANCELLED,), at(3, 10), PROCESSES) == {REGION: Load(0, 0, 0)}

    def test_a_file_that_came_later_does_not_stand(self):
        assert load((APPEAL,), at(3, 5, 9), PROCESSES) == {}

    def test_a_file_that_was_closed_later_is_open(self):
        """The briefing was planned and cancelled on 5 March at ten."""
        later = file("briefing", CANCELLED.history[0].action, evolve(of_briefings.CANCEL, at=at(3, 6)))
        assert load((later,), at(3, 5), PROCESSES) == {REGION: Load(1, 0, 0)}
        assert load((later,), at(3, 6), PROCESSES) == {REGION: Load(0, 0, 0)}


BRIEFING = file("briefing", *of_briefings.LIVES[BriefingState.ANNOUNCED])
MEETING = file(
    "dialogue", evolve(of_dialogues.planned(DialogueKind.MEETING), on=datetime(2026, 9, 17, 15, tz="Asia/Tashkent"))
)
CALLED_OFF = file("briefing", *begun(of_briefings.LIVES[BriefingState.CANCELLED], case="2", on=at(9, 18, 11)))
SEPTEMBER = Date(2026, 9, 1), Date(2026, 9, 30)


def seen(events: tuple[PublicEvent, ...]) -> list[tuple[str, str, OpenTo, str]]:
    return [(event.process, str(event.on), event.open_to, event.state.name) for event in events]


class TestCase69:
    """A calendar of all wings, in order of its days."""

    def test_a_briefing_a_meeting_and_one_that_was_cancelled(self):
        assert seen(calendar((CALLED_OFF, MEETING, BRIEFING), *SEPTEMBER)) == [
            ("briefing", "2026-09-16", OpenTo.MEDIA, "ANNOUNCED"),
            ("dialogue", "2026-09-17", OpenTo.CIVIL_SOCIETY, "PLANNED"),
            ("briefing", "2026-09-18", OpenTo.MEDIA, "CANCELLED"),
        ]

    def test_the_whole_event(self):
        (event,) = calendar((BRIEFING,), *SEPTEMBER)
        assert event == PublicEvent(
            "briefing", "1", BRIEFING.office, Date(2026, 9, 16), "hall 1", "digest 1", OpenTo.MEDIA, BRIEFING.state
        )

    def test_outside_the_days_none(self):
        assert calendar((CALLED_OFF, MEETING, BRIEFING), Date(2026, 9, 19), Date(2026, 9, 30)) == ()
        assert calendar((CALLED_OFF, MEETING, BRIEFING), Date(2026, 9, 1), Date(2026, 9, 15)) == ()

    def test_the_days_are_inclusive(self):
        assert len(calendar((CALLED_OFF, MEETING, BRIEFING), Date(2026, 9, 16), date(2026, 9, 18))) == 3

    def test_receptions_of_several_days_stand_on_each_within(self):
        plan = evolve(of_dialogues.planned(DialogueKind.RECEPTION_DAY), on=at(9, 29), last_day=Date(2026, 10, 2))
        days = calendar((file("dialogue", plan),), *SEPTEMBER)
        assert [(str(event.on), event.open_to) for event in days] == [
            ("2026-09-29", OpenTo.ALL),
            ("2026-09-30", OpenTo.ALL),
        ]

    def test_acts_of_oversight_and_sessions(self):
        """A hearing on the day it is set for, and a session that is announced; what is called off there is none."""
        acts = [file("oversight", *of_acts.lives(state, HEARING)) for state in OversightState if state.value != 2]
        sessions = [file("session", *of_sessions.LIVES[of_sessions.ORDINARY][state]) for state in SessionState]
        march = calendar((*acts, *sessions), Date(2026, 3, 1), Date(2026, 3, 31))
        assert {event.open_to for event in march if event.process == "oversight"} == {OpenTo.ALL}
        assert {event.open_to for event in march if event.process == "session"} == {OpenTo.MEMBERS}
        states = {(event.process, event.state.name) for event in march}
        assert ("session", "CALLED_OFF") not in states
        assert ("oversight", "CALLED_OFF") not in states
        assert {("session", "ANNOUNCED"), ("oversight", "PLANNED")} <= states

    def test_other_files_have_no_events(self):
        assert calendar((APPEAL, REQUEST, SERVICE, file("reports", of_reports.OPEN)), *SEPTEMBER) == ()

    def test_order_changes_nothing(self):
        files = (CALLED_OFF, MEETING, BRIEFING)
        assert calendar(files[::-1], *SEPTEMBER) == calendar(files, *SEPTEMBER)


# -- a quarter, by hand

FIRST_QUARTER = Date(2026, 1, 1), Date(2026, 3, 31)
THIRD_QUARTER = Date(2026, 7, 1), Date(2026, 9, 30)
FOURTH_QUARTER = Date(2026, 10, 1), Date(2026, 12, 31)
LATER = at(12, 31, year=2027)


def counted(files, days: tuple[Date, Date] = FIRST_QUARTER, known: DateTime = LATER) -> dict[str, int]:
    """The figures that are not 0."""
    return {name: n for name, n in quarter(files, *days, known).counts if n}


def asked(state: RequestState, kind=USER):
    return file("request", *of_requests.lives(state, kind))


def decided(registered: DateTime, action, answered: DateTime, kind=USER):
    receive, register = (evolve(one, at=registered) for one in of_requests.REGISTERED)
    return file("request", evolve(receive, kind=kind), register, evolve(action, at=answered))


class TestFiguresOfRequests:
    def test_each_outcome(self):
        files = [asked(state) for state in (
            RequestState.RECEIVED, RequestState.REGISTERED, RequestState.ANSWERED, RequestState.PARTLY_ANSWERED,
            RequestState.REFUSED, RequestState.FORWARDED, RequestState.NOT_HELD,
        )]  # fmt: skip
        assert counted(files) == {
            "requests of others received": 7,
            "requests of others answered": 1,
            "requests of others partly answered": 1,
            "requests of others refused": 1,
            "requests of others forwarded": 1,
            "requests of others not held": 1,
        }

    def test_editorial_offices_and_others_apart(self):
        files = (asked(RequestState.ANSWERED, MEDIA), asked(RequestState.REFUSED, MEDIA), asked(RequestState.ANSWERED))
        assert counted(files) == {
            "requests of editorial offices received": 2,
            "requests of editorial offices answered": 1,
            "requests of editorial offices refused": 1,
            "requests of others received": 1,
            "requests of others answered": 1,
        }

    def test_late(self):
        """An editorial office has its answer in seven days, anybody else in fifteen: of 5 March by the 12th, of 2 March
        by the 17th."""
        late = decided(at(3, 5), of_requests.ANSWER, at(3, 13), MEDIA)
        assert counted((late,))["requests of editorial offices late"] == 1
        in_time = (
            decided(at(3, 5), of_requests.ANSWER, at(3, 12), MEDIA),
            decided(at(3, 5), of_requests.REFUSE, at(3, 20)),
        )
        assert not any("late" in name for name in counted(in_time))
        late = decided(at(3, 2), of_requests.REFUSE, at(3, 18))
        assert counted((late,))["requests of others late"] == 1

    def test_on_the_first_working_day_after_a_day_off(self):
        """Registered on Sunday 8 March: the seventh day is Sunday the 15th. Answered on Monday, by analogy alone."""
        answered = decided(at(3, 8), of_requests.ANSWER, at(3, 16), MEDIA)
        figures = quarter((answered,), *FIRST_QUARTER, LATER)
        assert figures["requests of editorial offices in time only by analogy"] == 1
        assert figures["requests of editorial offices late"] == 0

    def test_passed_on_after_its_last_day(self):
        """What ends a duty does not undo its breach."""
        forwarded = decided(at(3, 2), of_requests.FORWARD, at(3, 18))
        assert counted((forwarded,))["requests of others late"] == 1

    def test_late_in_the_quarter_in_which_it_was_decided(self):
        late = decided(at(3, 5), of_requests.ANSWER, at(4, 1))
        assert counted((late,)) == {"requests of others received": 1}
        second = counted((late,), (Date(2026, 4, 1), Date(2026, 6, 30)))
        assert second == {"requests of others answered": 1, "requests of others late": 1}


class TestFigures:
    def test_of_briefings(self):
        """Three were planned in September. One was held, with a question of each outcome, one cancelled."""
        one, two, three, four = (
            [evolve(step, question=f"q{n}") for step in (of_briefings.ASK, *steps)]
            for n, steps in enumerate(((of_briefings.ANSWER,), (of_briefings.TURN,), (of_briefings.DROP,), ()))
        )
        held = file("briefing", *of_briefings.HELD, *one, *two, *three, *four)
        files = (held, BRIEFING, CALLED_OFF)
        assert counted(files, THIRD_QUARTER) == {
            "briefings planned": 3,
            "briefings held": 1,
            "briefings cancelled": 1,
            "questions at briefings answered": 1,
            "questions at briefings turned": 1,
            "questions at briefings dropped": 1,
        }

    def test_of_found_items(self):
        """One was confirmed and told; one disproved, one left open; one first confirmed and then disproved."""
        changed = (of_monitoring.FIND, of_monitoring.CONFIRM, of_monitoring.DISPROVE)
        states = (FoundState.RESPONDED, FoundState.DISPROVED, FoundState.UNVERIFIABLE, FoundState.FOUND)
        files = [file("monitoring", *of_monitoring.LIVES[state]) for state in states]
        assert counted((*files, file("monitoring", *changed))) == {
            "found items confirmed": 2,
            "found items disproved": 2,
            "found items left open": 1,
            "found items responded to": 1,
        }

    def test_of_releases(self):
        states = (ReleaseState.APPROVED, ReleaseState.PUBLISHED, ReleaseState.CORRECTED, ReleaseState.WITHDRAWN)
        files = [file("release", *of_releases.LIVES[state]) for state in states]
        assert counted(files) == {"releases published": 3, "releases corrected": 1, "releases withdrawn": 1}

    def test_of_refutations(self):
        """Demanded in March, what came of them is of September: each direction for itself."""
        S = RefutationState
        lost = evolve(of_refutations.JUDGMENT, upheld=False)
        outgoing = [
            file("refutation", *of_refutations.lives(state, Direction.OUTGOING))
            for state in (S.PUBLISHED, S.JUDGED, S.WITHDRAWN, S.RECEIVED)
        ]
        incoming = [file("refutation", *of_refutations.lives(S.IN_COURT, Direction.INCOMING), lost)]
        files = (*outgoing, *incoming, file("refutation", *of_refutations.lives(S.PUBLISHED, Direction.INCOMING)))
        assert counted(files, THIRD_QUARTER) == {
            "refutations demanded by the body, published": 1,
            "refutations demanded by the body, upheld by a court": 1,
            "refutations demanded by the body, withdrawn": 1,
            "refutations demanded of the body, not upheld": 1,
            "refutations demanded of the body, published": 1,
        }
        assert counted(files) == {}

    def test_of_accreditations(self):
        states = (AccreditationState.ACTIVE, AccreditationState.REFUSED, AccreditationState.WITHDRAWN)
        files = [file("accreditation", *of_accreditations.LIVES[state]) for state in states]
        assert counted(files) == {
            "accreditations granted": 2,
            "accreditations refused": 1,
            "accreditations withdrawn": 1,
        }

    def test_of_dialogues(self):
        """A question of each outcome; what was given to somebody and carried out counts in both."""
        d = of_dialogues
        outcomes = (
            (d.SOLVE,),
            (d.EXPLAIN,),
            (d.INSTRUCT, d.CARRY_OUT),
            (d.INSTRUCT,),
            (d.REFUSE,),
            (d.TURN,),
            (d.DROP,),
        )
        questions = [step for n, steps in enumerate(outcomes) for step in d.question(f"q{n}", *steps)]
        files = (file("dialogue", *d.HELD, *questions), file("dialogue", *d.LIVES[DialogueState.ANNOUNCED]))
        assert counted(files, FOURTH_QUARTER) == {
            "dialogues held": 1,
            "questions at dialogues solved": 1,
            "questions at dialogues explained": 1,
            "questions at dialogues given to somebody": 2,
            "questions at dialogues carried out": 1,
            "questions at dialogues refused": 1,
            "questions at dialogues turned": 1,
            "questions at dialogues dropped": 1,
        }

    def test_of_incidents_and_promises(self):
        """Noticed in November; one was first rated resonant and then not; of three promises one is open."""
        i = of_incidents
        first, second, third = (
            [evolve(step, promise=f"p{n}") for step in (i.PROMISE, *steps)]
            for n, steps in enumerate(((i.KEEP,), (i.GIVE_UP,), ()))
        )
        told = file("incident", *i.SPOKEN, i.RATE, evolve(i.RATE, resonant=False), *first, *second, *third)
        files = (
            told,
            file("incident", *i.LIVES[i.S.RESOLVED]),
            file("incident", i.NOTICE, evolve(i.RATE, resonant=False)),
        )
        assert counted(files, FOURTH_QUARTER) == {
            "incidents noticed": 3,
            "incidents found resonant": 1,
            "incidents resolved": 1,
            "promises made": 3,
            "promises kept": 1,
            "promises given up": 1,
        }

    def test_of_programmes(self):
        states = (of_programmes.S.RUNNING, of_programmes.S.EVALUATED, of_programmes.S.CLOSED)
        files = [file("programme", *of_programmes.LIVES[state]) for state in states]
        assert counted(files, THIRD_QUARTER) == {"programmes evaluated": 2, "programmes closed": 1}

    def test_what_has_two_such_records_counts_once(self):
        """A release that went out in one channel, and later in one more."""
        more = evolve(of_releases.PUBLISH, at=at(2, 3), on=of_releases.ON_THE_PAGE)
        files = (file("release", *of_releases.LIVES[ReleaseState.PUBLISHED], more),)
        assert counted(files) == {"releases published": 1}

    def test_the_days_are_those_of_the_office(self):
        """On 31 March at 21:00 by Greenwich it is April in Tashkent."""
        evening = datetime(2026, 3, 31, 21, tz="UTC")
        release = file("release", *of_releases.APPROVED, evolve(of_releases.PUBLISH, at=evening))
        assert counted((release,)) == {}
        assert counted((release,), (Date(2026, 4, 1), Date(2026, 6, 30))) == {"releases published": 1}

    def test_what_was_done_or_entered_later_is_not_known(self):
        done = file("release", *of_releases.LIVES[ReleaseState.PUBLISHED])
        assert counted((done,), known=of_releases.DAY.subtract(minutes=1)) == {}
        *before, last = done.history
        late = evolve(done, history=(*before, evolve(last, recorded=at(3, 1))))
        assert counted((late,), known=at(2, 28)) == {}
        assert counted((late,), known=at(3, 1)) == {"releases published": 1}

    def test_files_of_other_processes_count_nowhere(self):
        assert counted((APPEAL, SIGNAL, file("feedback", of_feedback.OPEN))) == {}

    def test_without_files_each_is_there_and_nought(self):
        figures = quarter((), *FIRST_QUARTER, LATER)
        assert isinstance(figures, Figures)
        assert {n for _, n in figures.counts} == {0}
        assert len({name for name, _ in figures.counts}) == len(figures.counts)
        with pytest.raises(KeyError, match="briefings forgotten"):
            _ = figures["briefings forgotten"]


class TestFiguresTold:
    FIGURES = quarter((CALLED_OFF, BRIEFING), *THIRD_QUARTER, LATER)

    def test_as_text(self):
        caption, first, *_ = str(self.FIGURES).splitlines()
        assert caption == "the figures of 2026-07-01 to 2026-09-30, as known at 2027-12-31 10:00+05:00"
        assert first == "  briefings planned  2"
        assert len(str(self.FIGURES).splitlines()) == 1 + len(self.FIGURES.counts)

    @pytest.mark.parametrize(("lang", "planned"), [
        ("uz", "rejalashtirilgan brifinglar"), ("ru", "запланированные брифинги"),
    ])  # fmt: skip
    def test_in_other_languages(self, lang, planned):
        assert f"  {planned}  2" in self.FIGURES.rendered(say(lang)).splitlines()

    def test_as_a_table(self):
        (sheet,) = self.FIGURES.sheets()
        assert sheet.texts()[0] == ("briefings planned", "2")
        assert len(sheet.rows) == len(self.FIGURES.counts)
        assert "<td>briefings planned</td>" in self.FIGURES._repr_html_()


# -- over lives that are drawn

SECOND_COUNT: dict[str, tuple[str, set[str], str]] = {
    "briefings planned": ("Briefing", {"Plan"}, ""),
    "briefings held": ("Briefing", {"Hold"}, ""),
    "briefings cancelled": ("Briefing", {"Cancel"}, ""),
    "questions at briefings answered": ("Briefing", {"AnswerQuestion"}, "question"),
    "questions at briefings turned": ("Briefing", {"TurnQuestion"}, "question"),
    "questions at briefings dropped": ("Briefing", {"DropQuestion"}, "question"),
    "found items confirmed": ("FoundItem", {"Confirm"}, ""),
    "found items disproved": ("FoundItem", {"Disprove"}, ""),
    "found items left open": ("FoundItem", {"LeaveOpen"}, ""),
    "found items responded to": ("FoundItem", {"Respond"}, ""),
    "releases published": ("Release", {"Publish"}, ""),
    "releases corrected": ("Release", {"Correct"}, ""),
    "releases withdrawn": ("Release", {"Withdraw"}, ""),
    "accreditations granted": ("Accreditation", {"Grant"}, ""),
    "accreditations refused": ("Accreditation", {"RefuseAccreditation"}, ""),
    "accreditations withdrawn": ("Accreditation", {"WithdrawAccreditation"}, ""),
    "dialogues held": ("Dialogue", {"Hold"}, ""),
    "questions at dialogues solved": ("Dialogue", {"Solve"}, "question"),
    "questions at dialogues explained": ("Dialogue", {"Explain"}, "question"),
    "questions at dialogues given to somebody": ("Dialogue", {"Instruct"}, "question"),
    "questions at dialogues carried out": ("Dialogue", {"CarryOut"}, "question"),
    "questions at dialogues refused": ("Dialogue", {"RefuseOnTheSpot"}, "question"),
    "questions at dialogues turned": ("Dialogue", {"TurnInto"}, "question"),
    "questions at dialogues dropped": ("Dialogue", {"Drop"}, "question"),
    "incidents noticed": ("Incident", {"Notice"}, ""),
    "incidents resolved": ("Incident", {"Resolve"}, ""),
    "promises made": ("Incident", {"Promise"}, "promise"),
    "promises kept": ("Incident", {"Keep"}, "promise"),
    "promises given up": ("Incident", {"GiveUp"}, "promise"),
    "programmes evaluated": ("Programme", {"Evaluate"}, ""),
    "programmes closed": ("Programme", {"Close"}, ""),
    **{
        f"requests of {who} {outcome}": (f"Request {kind}", actions, "")
        for who, kind in (("editorial offices", "MEDIA"), ("others", "USER"))
        for outcome, actions in {
            "received": {"Receive"}, "answered": {"Answer", "AnswerAtOnce", "GiveInterview"},
            "partly answered": {"AnswerInPart"}, "refused": {"Refuse"}, "forwarded": {"Forward"},
            "not held": {"SayNotHeld"},
        }.items()
    },
    **{
        f"refutations demanded {whose}, {end}": (f"Refutation {kind}", {action}, "")
        for whose, kind in (("by the body", "OUTGOING"), ("of the body", "INCOMING"))
        for end, action in (("published", "Publish"), ("withdrawn", "Withdraw"))
    },
}  # fmt: skip


def naive(name: str, first: date, last: date) -> int:
    """The same figure, counted record by record and with no table."""
    of, actions, per = SECOND_COUNT[name]
    found = set()
    for n, entity in enumerate(a_few_of_each()):
        kind = f" {entity.kind.name}" if " " in of and hasattr(entity, "kind") else ""
        for record in entity.history:
            day = date.fromordinal(ordinal(record.action.at, entity.office))
            if type(entity).__name__ + kind == of and type(record.action).__name__ in actions and first <= day <= last:
                found.add((n, getattr(record.action, per) if per else ""))
    return len(found)


JUDGED_BY_MORE = ("upheld by a court", "not upheld", " late", "by analogy", "found resonant")
"""What looks into the record, or at what is owed, and is counted by hand above."""
HALVES = (date(2026, 1, 1), date(2026, 6, 30)), (date(2026, 7, 1), date(2026, 12, 31))


@pytest.mark.xdist_group("a few lives of each process")
class TestDrawnLives:
    """What holds of any files."""

    END = at(12, 31, year=2040)

    @pytest.mark.parametrize("days", [(date(2000, 1, 1), date(2040, 12, 31)), *HALVES], ids=str)
    def test_figures_are_those_of_a_second_count(self, days):
        figures = quarter(a_few_of_each(), *days, self.END)
        assert {name: figures[name] for name in SECOND_COUNT} == {name: naive(name, *days) for name in SECOND_COUNT}
        by_judgment = {name for name, _ in figures.counts if name.endswith(JUDGED_BY_MORE)}
        assert {name for name, _ in figures.counts} == by_judgment | {*SECOND_COUNT}

    def test_the_second_count_is_of_something(self):
        assert sum(naive(name, date(2000, 1, 1), date(2040, 12, 31)) > 0 for name in SECOND_COUNT) > 25

    def test_the_agenda_is_what_is_open_in_each(self):
        found = Counter((one.process, one.name) for one in agenda(a_few_of_each(), self.END, PROCESSES))
        names = {lifecycle.entity: name for name, lifecycle in PROCESSES.items()}
        expected = Counter(
            (names[type(one)], due.name)
            for one in a_few_of_each()
            for due in PROCESSES[names[type(one)]].due(one, self.END, open=True)
        )
        assert found == expected
        offices, loads = {one.office.id for one in a_few_of_each()}, load(a_few_of_each(), self.END, PROCESSES)
        assert sum(loads[office].open_dues for office in offices) == found.total()

    def test_order_changes_nothing(self):
        there, back = a_few_of_each(), a_few_of_each()[::-1]
        assert load(back, self.END, PROCESSES) == load(there, self.END, PROCESSES)
        assert quarter(back, *HALVES[0], self.END) == quarter(there, *HALVES[0], self.END)
        assert calendar(back, *HALVES[0]) == calendar(there, *HALVES[0])


def one_of_each() -> Iterator:
    """A file of each process, in its second state or its only one."""
    for process, lifecycle in PROCESSES.items():
        reached = (
            lives_of(process).lives(state, kind) for kind in lifecycle.kinds or (None,) for state in lifecycle.states
        )
        *_, life = islice((one for one in reached if one), 2)
        yield lifecycle.replay(life)


class TestStreaming:
    """Files are read one at a time, and none is kept."""

    EACH = (*one_of_each(),)

    def files(self, n: int) -> Iterator:
        """So many files of all processes, each made when it is asked for."""
        return (evolve(one, id=f"{k}") for k, one in enumerate(islice(cycle(self.EACH), n)))

    def test_the_first_task_is_told_before_the_second_file_is_read(self):
        read = []

        def files():
            for one in (APPEAL, SIGNAL):
                read.append(one)
                yield one

        tasks = agenda(files(), at(3, 10), PROCESSES)
        assert next(tasks).process == "appeal"
        assert read == [APPEAL]

    def test_memory_does_not_grow_with_them(self):
        def peak(n: int) -> int:
            tracemalloc.reset_peak()
            before, _ = tracemalloc.get_traced_memory()
            assert sum(1 for _ in agenda(self.files(n), at(12, 31), PROCESSES)) > n / 2
            return tracemalloc.get_traced_memory()[1] - before

        tracemalloc.start()
        try:
            peak(1_000)
            few, many = peak(1_000), peak(20_000)
        finally:
            tracemalloc.stop()
        assert many < few + 20_000, "not a byte more for a file more"

    @pytest.mark.parametrize("view", [
        lambda files: load(files, at(12, 31), PROCESSES),
        lambda files: quarter(files, *FIRST_QUARTER, LATER),
        lambda files: calendar(files, *FIRST_QUARTER),
    ])  # fmt: skip
    def test_the_others_take_a_stream_too(self, view):
        assert view(iter(a_few_of_each())) == view(a_few_of_each())
