"""What actions state of other files, compared with these: worked case 68, and one agreement and one conflict for each
line of the table."""

import itertools

import briefing
import pytest
import rumour
from attrs import evolve
from citizens import lives_appeals as of_appeals
from pendulum import Date, datetime
from press import (
    lives_briefings as of_briefings,
    lives_channels as of_channels,
    lives_competences as of_competences,
    lives_incidents as of_incidents,
    lives_monitoring as of_monitoring,
    lives_press_services as of_services,
    lives_releases as of_releases,
)
from processes import a_few_of_each, payloads_of
from views.stated import (
    CASES,
    CENTRE,
    CHARGED,
    EXISTING,
    FALSE,
    HELD,
    SITE,
    SPEAKER,
    STANDS,
    Case,
    T,
    begun,
    file,
    now,
)

from prcomm import PROCESSES, BadInput, Conflict, FindingKind, NotGiven, Reference
from prcomm.citizens.appeals import COMPLAINT, AppealState, Correct
from prcomm.core.sources.people import HIDDEN
from prcomm.law.press_acts import CHARTER
from prcomm.press.briefings import BriefingState
from prcomm.press.channels import ChannelState, On
from prcomm.press.competences import Duty
from prcomm.press.incidents import Truth
from prcomm.press.press_services import MAIN_DEPARTMENT, ServiceState
from prcomm.views.department import STATEMENTS, not_given, state_at, verify


class TestEachLine:
    @pytest.mark.parametrize("case", CASES, ids=str)
    def test_what_agrees(self, case: Case):
        assert verify(case.agreeing, PROCESSES) == ()

    @pytest.mark.parametrize("case", CASES, ids=str)
    def test_what_does_not(self, case: Case):
        own, *_ = case.conflicting
        expected = Conflict(case.process, own.id, len(case.before), case.field, case.stated, case.found)
        assert verify(case.conflicting, PROCESSES) == (expected,)

    @pytest.mark.parametrize("case", CASES, ids=str)
    def test_of_no_file_given(self, case: Case):
        assert verify(case.conflicting[:1], PROCESSES) == ()

    @pytest.mark.parametrize(("process", "before", "action", "field", "other"), EXISTING)
    def test_what_only_has_to_be_there(self, process, before, action, field, other):
        own = file(process, *before, action)
        assert verify((own, other), PROCESSES) == not_given((own, other), PROCESSES) == ()
        assert verify((own,), PROCESSES) == ()
        missing = NotGiven(process, own.id, len(before), getattr(action, field))
        assert not_given((own,), PROCESSES) == (missing,)

    def test_each_has_its_case(self):
        tried = {(type(case.action), case.field) for case in CASES}
        tried |= {(type(action), field) for _, _, action, field, _ in EXISTING}
        assert {(one.action, one.field) for one in STATEMENTS} == tried


def on(day: int, hour: int, minute: int = 0):
    return datetime(2026, 4, day, hour, minute, tz="Asia/Tashkent")


COMPROMISED = file(
    "channel", *begun(of_channels.ACTIVE, case="site"),
    evolve(of_channels.COMPROMISE, at=on(14, 9, 40), since=on(14, 9, 40)),
)  # fmt: skip


def published(at, *channels: str, active: bool = True):
    """A release that went out at an instant, in channels that are said to be active."""
    on = tuple(On(channel=Reference("channel", one), active=active) for one in channels)
    return file("release", *of_releases.APPROVED, evolve(of_releases.PUBLISH, at=at, on=on))


class TestCase68:
    """A release says that its channel was active; the file of the channel says otherwise."""

    OF_TEN = published(on(14, 10), "site")

    def test_a_channel_broken_into_twenty_minutes_before(self):
        (conflict,) = verify((self.OF_TEN, COMPROMISED), PROCESSES)
        assert conflict == Conflict("release", "1", 3, "on", stated=True, found=False)
        assert conflict.other == Reference("channel", "site")

    def test_the_file_of_the_channel_is_not_given(self):
        assert verify((self.OF_TEN,), PROCESSES) == ()
        assert not_given((self.OF_TEN,), PROCESSES) == (NotGiven("release", "1", 3, Reference("channel", "site")),)
        assert not_given((self.OF_TEN, COMPROMISED), PROCESSES) == ()

    def test_what_is_so_at_that_instant_counts(self):
        """A minute before it was broken into it was active; at that instant no more."""
        assert verify((published(on(14, 9, 39), "site"), COMPROMISED), PROCESSES) == ()
        assert len(verify((published(on(14, 9, 40), "site"), COMPROMISED), PROCESSES)) == 1
        assert verify((published(on(14, 9, 40), "site", active=False), COMPROMISED), PROCESSES) == ()

    def test_a_briefing_noted_for_the_day_of_its_announcement(self):
        note = now(of_services.NOTE, briefing=Reference("briefing", "1"), held_on=Date(2026, 9, 14))
        (conflict,) = verify((file("press_service", of_services.ESTABLISH, note), HELD), PROCESSES)
        stated, found = Date(2026, 9, 14), Date(2026, 9, 16)
        assert conflict == Conflict("press_service", "1", 1, "held_on", stated, found)


class TestWhatIsCompared:
    def test_each_of_several_files(self):
        """Of three channels one is not given, one is as stated, one is not."""
        page = file("channel", *begun(of_channels.ACTIVE, case="page"), evolve(of_channels.SUSPEND, at=on(1, 9)))
        release = published(on(14, 10), "site", "page", "tv")
        (conflict,) = verify((page, release, SITE), PROCESSES)
        assert (conflict.field, conflict.other) == ("on", page.reference)
        assert not_given((page, release, SITE), PROCESSES) == (NotGiven("release", "1", 3, Reference("channel", "tv")),)

    def test_one_file_at_several_instants(self):
        early, late = published(on(14, 9), "site"), published(on(14, 11), "site")
        earliest = published(on(14, 8), "site", active=False)
        files = (evolve(late, id="late"), COMPROMISED, evolve(earliest, id="earliest"), evolve(early, id="early"))
        assert [one.id for one in verify(files, PROCESSES)] == ["earliest", "late"]

    def test_a_file_that_was_not_begun_yet(self):
        """The page was declared in March: in February nothing is said of it, whatever was stated."""
        (conflict,) = verify((published(of_releases.DAY, "site"), SITE), PROCESSES)
        assert (conflict.stated, conflict.found) == (True, None)

    def test_a_reference_to_a_file_of_another_process(self):
        """It is given, and nobody can read a channel in it."""
        on = (On(channel=FALSE.reference, active=True),)
        release = file("release", *of_releases.APPROVED, now(of_releases.PUBLISH, on=on))
        assert verify((release, FALSE), PROCESSES) == not_given((release, FALSE), PROCESSES) == ()

    def test_what_is_no_release_is_not_looked_for(self):
        post = now(of_channels.POST, what=of_channels.A_TEXT_OF_A_BRIEFING)
        assert not_given((file("channel", *of_channels.ACTIVE, post),), PROCESSES) == ()

    def test_the_order_of_the_files_changes_nothing(self):
        files = (published(on(14, 10), "site", "tv"), COMPROMISED, HELD, STANDS, CHARGED)
        expected = verify(files, PROCESSES), not_given(files, PROCESSES)
        assert len(expected[0]) == 1
        for others in itertools.permutations(files):
            assert (verify(others, PROCESSES), not_given(others, PROCESSES)) == expected

    def test_an_iterator_can_not_be_read_twice(self):
        with pytest.raises(BadInput, match="what can be read twice"):
            verify(iter((SITE,)), PROCESSES)

    def test_a_file_of_a_process_that_is_not_given(self):
        with pytest.raises(BadInput, match="files of the processes given, not of class Channel"):
            verify((SITE,), {"release": PROCESSES["release"]})

    def test_what_can_be_read_again_need_not_be_a_tuple(self):
        class Files:
            def __iter__(self):
                yield published(on(14, 10), "site")
                yield COMPROMISED

        assert len(verify(Files(), PROCESSES)) == 1

    def test_a_fact_that_was_corrected_since(self):
        """When the former appeal was received was entered wrongly: it is compared as it is told since."""
        life = of_appeals.lives(AppealState.IN_REVIEW, COMPLAINT)
        earlier = of_appeals.DAY.subtract(hours=1)
        correct = Correct(at=T.add(days=1), by=of_appeals.REGISTRY, record=0, field="at", value=earlier, why="sheet 3")
        first = file("appeal", *life, correct)
        assert first.told[0].action.at == earlier
        join = now(of_appeals.JOIN, former=Reference("appeal", "case 1"), received=earlier)
        assert verify((file("appeal", *begun(of_appeals.OURS, case="case 2"), join), first), PROCESSES) == ()
        join = evolve(join, received=of_appeals.DAY)
        (conflict,) = verify((file("appeal", *begun(of_appeals.OURS, case="case 2"), join), first), PROCESSES)
        assert (conflict.field, conflict.stated, conflict.found) == ("received", of_appeals.DAY, earlier)

    def test_a_truth_before_any_verdict(self):
        """The event is told to be confirmed by a found item that nobody has judged."""
        verify_it = now(of_incidents.VERIFY, found=Reference("monitoring", "1"))
        own = file("incident", of_incidents.NOTICE, verify_it)
        (conflict,) = verify((own, file("monitoring", of_monitoring.FIND)), PROCESSES)
        assert (conflict.field, conflict.stated, conflict.found) == ("truth", Truth.CONFIRMED, None)


class TestPersons:
    """Of persons a conflict says only that there is one."""

    @pytest.mark.parametrize("case", [case for case in CASES if case.stated == "<hidden>"], ids=str)
    def test_nobody_is_shown(self, case: Case):
        (conflict,) = verify(case.conflicting, PROCESSES)
        (wrong,) = case.wrong.values()
        ids = [wrong] if isinstance(wrong, str) else []
        for shown in (repr(conflict), str(conflict), str(conflict.finding), repr(conflict.finding)):
            assert not any(one in shown for one in (*ids, "officer 8", "j2", "aʼzo"))

    def test_so_many_are_hidden(self):
        assert {f"{type(case.action).__name__}.{case.field}" for case in CASES if case.stated == "<hidden>"} == {
            "Admit.holder", "GiveInterview.speaker.officer", "AnswerQuestion.speaker.officer", "Hold.speaker.officer",
            "Plan.roll", "AmendRoll.roll", "Open.posts", "Activate.chair", "Activate.deputy", "Activate.secretary",
            "Elect.elected", "Adopt.organiser", "Link.appellants", "Join.appellants", "InformAnswered.appellants",
            "RefuseReception.appellants",
        }  # fmt: skip


@pytest.mark.xdist_group("a few lives of each process")
class TestDrawnLives:
    """Whatever was lived lawfully is compared without an error, and shows nobody."""

    def test_what_is_found_are_differences(self):
        found = verify(a_few_of_each(), PROCESSES)
        assert len(found) > 10
        assert all(one.stated != one.found or one.stated == one.found == HIDDEN for one in found)

    def test_nobody_is_shown(self):
        found = verify(a_few_of_each(), PROCESSES)
        shown = "\n".join(told for one in found for told in (repr(one), str(one), repr(one.finding)))
        known = [payloads_of(process) for process in PROCESSES]
        telling = {who for one in known for who in (*getattr(one, "SECRETS", ()), *getattr(one, "REFERENCES", ()))}
        assert len(telling) > 10
        assert [who for who in telling if who in shown] == []


class TestPressServices:
    HOLD = now(of_briefings.HOLD, speaker=evolve(SPEAKER, file=None))

    def held(self, *services):
        return (file("briefing", of_briefings.PLAN, self.HOLD), *services)

    def test_one_that_stands_is_enough(self):
        abolished = file("press_service", *begun(of_services.LIVES[ServiceState.ABOLISHED], case="2"))
        assert verify(self.held(abolished, STANDS), PROCESSES) == ()
        assert len(verify(self.held(abolished), PROCESSES)) == 1

    def test_that_of_another_body_is_none(self):
        other = evolve(STANDS, office=evolve(STANDS.office, id="another body"))
        assert verify(self.held(other), PROCESSES) == ()
        assert not_given(self.held(other), PROCESSES) == (NotGiven("briefing", "1", 1, None),)

    def test_one_that_was_set_up_later(self):
        later = file("press_service", evolve(of_services.ESTABLISH, at=T.add(days=1)))
        (conflict,) = verify(self.held(later), PROCESSES)
        assert conflict == Conflict("briefing", "1", 1, "office", stated=True, found=False)

    def test_two_main_departments(self):
        establish = now(of_services.ESTABLISH, kind=MAIN_DEPARTMENT)
        second = file("press_service", establish)
        (conflict,) = verify((second, CENTRE), PROCESSES)
        assert conflict == Conflict("press_service", "1", 0, "kind", stated=True, found=False)
        assert conflict.other == CENTRE.reference
        assert conflict.cites == (CHARTER("standing"),)
        assert verify((second,), PROCESSES) == not_given((second,), PROCESSES) == ()

    def test_a_main_department_and_a_territorial_service(self):
        assert verify((CENTRE, STANDS), PROCESSES) == ()


class TestTrainedBefore:
    CHARGE = now(of_competences.CHARGE, case="2", trained_on=None)

    def charged(self, **said: object):
        return file("competence", evolve(self.CHARGE, **said))

    def test_nothing_is_asked_of_the_first_charge(self):
        assert verify((self.charged(),), PROCESSES) == not_given((self.charged(),), PROCESSES) == ()

    def test_an_earlier_day_whose_file_is_not_given(self):
        own = self.charged(trained_on=Date(2026, 3, 5))
        assert verify((own,), PROCESSES) == ()
        assert not_given((own,), PROCESSES) == (NotGiven("competence", "2", 0, None),)

    def test_an_earlier_file_that_does_not_say(self):
        """That officer only wrote there: another earlier file may say so."""
        wrote = file("competence", evolve(of_competences.CHARGE, duties=frozenset({Duty.WRITES})))
        own = self.charged(trained_on=Date(2026, 3, 5))
        assert verify((own, wrote), PROCESSES) == ()
        assert not_given((own, wrote), PROCESSES) == (NotGiven("competence", "2", 0, None),)

    def test_the_last_of_several(self):
        trained = file("competence", evolve(of_competences.CHARGE, case="0"), evolve(of_competences.TRAIN, at=on(2, 9)))
        assert verify((self.charged(trained_on=Date(2026, 4, 2)), CHARGED, trained), PROCESSES) == ()
        (conflict,) = verify((self.charged(trained_on=Date(2026, 3, 5)), CHARGED, trained), PROCESSES)
        assert (conflict.found, conflict.other) == (Date(2026, 4, 2), trained.reference)

    def test_training_after_the_new_charge(self):
        trained = file("competence", of_competences.CHARGE, evolve(of_competences.TRAIN, at=T.add(days=1)))
        assert verify((self.charged(trained_on=Date(2026, 3, 5)), trained), PROCESSES) == ()

    def test_without_that_duty_nothing_need_be_carried(self):
        own = self.charged(duties=frozenset({Duty.SPEAKS}))
        assert verify((own, CHARGED), PROCESSES) == ()

    def test_another_officer(self):
        own = self.charged(officer="officer 9")
        assert verify((own, CHARGED), PROCESSES) == ()

    def test_a_duty_taken_up_again_in_the_same_file(self):
        """The day stands in the file itself."""
        again = of_competences.EXAMPLES[2]
        own = file(
            "competence", self.CHARGE, evolve(of_competences.DROP, at=T),
            evolve(again, at=T, of=Duty.HANDLES_APPEALS, trained_on=Date(2026, 12, 1)),
        )  # fmt: skip
        (conflict,) = verify((own, CHARGED), PROCESSES)
        assert conflict.step == 0


class TestStateAt:
    def test_of_the_whole_up_to_an_instant(self):
        at = [on(14, 9, 39), on(14, 9, 40), on(20, 12)]
        states = [state_at(COMPROMISED, one) for one in at]
        assert states == [ChannelState.ACTIVE, ChannelState.COMPROMISED, ChannelState.COMPROMISED]

    def test_before_it_was_begun(self):
        assert state_at(COMPROMISED, on(1, 9).subtract(years=1)) is None

    def test_a_record_of_a_part_is_passed_over(self):
        asked = file("briefing", *of_briefings.HELD, of_briefings.ASK)
        assert asked.history[-1].state is not BriefingState.HELD
        assert state_at(asked, T) is BriefingState.HELD


class TestAsFindings:
    def test_a_conflict_is_a_finding(self):
        (conflict,) = verify((TestCase68.OF_TEN, COMPROMISED), PROCESSES)
        finding = conflict.finding
        assert (finding.kind, finding.step, finding.at) == (FindingKind.CONFLICT, 3, on(14, 10))
        assert (finding.name, finding.action) == ("Publish", TestCase68.OF_TEN.history[3].action)
        assert str(conflict) == (
            "conflict at step 3: Publish: on is stated of channel site as True; its file says False"
        )


class TestExamples:
    """The files of an example were lived by copying from each other: nothing contradicts, and nothing is missing but
    what the example does not keep."""

    def files(self, module, monkeypatch: pytest.MonkeyPatch):
        """All files of an example as they stand at its end."""
        begun_ones, charged_ones = [], []

        def kept(made, into):
            return lambda *given: into.append(made(*given)) or into[-1]

        monkeypatch.setattr(module, "begun", kept(module.begun, begun_ones))
        if hasattr(module, "charged"):
            monkeypatch.setattr(module, "charged", kept(module.charged, charged_ones))
        module.main()
        return (*(one.entity for one in begun_ones), *charged_ones)

    @pytest.mark.parametrize(("module", "several"), [(rumour, 6), (briefing, 12)])
    def test_nothing_contradicts(self, module, several, monkeypatch):
        files = self.files(module, monkeypatch)
        assert len(files) >= several
        assert verify(files, PROCESSES) == ()
        assert not_given(files, PROCESSES) == ()
        assert any(not_given((*files[:n], *files[n + 1 :]), PROCESSES) for n in range(len(files)))
