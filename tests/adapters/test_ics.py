"""The calendar of an office, read back by a library that did not write it.

On Monday 5 October 2026 a regional IIB has an appeal received that morning, a briefing on 16 October at eleven, a
dialogue of 8 and 9 October, a session of its council on 15 October, and an accreditation that ends on 31 December.
The 5th is a Monday, so is the 12th; the 10th is a Saturday, the 20th a Tuesday, 30 November a Monday.
"""

import json
from collections.abc import Iterable
from datetime import UTC, date, datetime as instant_of
from uuid import NAMESPACE_URL, uuid5

import pendulum
import pytest
from attrs import evolve
from citizens.payloads_appeals import SECRETS
from ical.calendar_stream import IcsCalendarStream
from oversight import lives_acts, lives_sessions
from pendulum import Date, DateTime
from press import lives_accreditations, lives_briefings, lives_dialogues, lives_monitoring
from second_book import lives_of

from prcomm import PROCESSES, Actor, BadInput, Basis, Entity, LegalEntity, Person, Status
from prcomm.adapters.ics import OfficeCalendar, Only, calendar
from prcomm.citizens.appeals import (
    APPEAL,
    COMPLAINT,
    Appeal,
    Channel,
    Form,
    Receive,
    Register,
)
from prcomm.labels import LABELS, text
from prcomm.law import UZ, office
from prcomm.law.press_acts import DRAFT_OF_2020_IN_HOURS
from prcomm.law.roles import REGISTRAR
from prcomm.oversight.acts import HEARING, OVERSIGHT, OversightState
from prcomm.oversight.sessions import ORDINARY, SESSION, SessionState
from prcomm.press.accreditations import ACCREDITATION
from prcomm.press.briefings import BRIEFING, BriefingState
from prcomm.press.dialogues import DIALOGUE, DialogueState
from prcomm.press.monitoring import MONITORING

RENEWAL = "accreditation 7: renewal, provided that the office wants a new term"
VALIDITY = "accreditation 7: validity, provided that the office wants a new term"
FORWARDING = "appeal 2026/118: forwarding, provided that the matter is outside this body's competence"
RETURN = (
    "appeal 2026/118: return, provided that the matter is outside this body's competence "
    "and its data don't suffice to send it on"
)
BODY = office("a regional IIB")
NOW = pendulum.datetime(2026, 10, 5, 12, tz=BODY.tz)


def at(month: int, day: int, hour: int = 10) -> DateTime:
    return pendulum.datetime(2026, month, day, hour, tz=BODY.tz)


def utc(month: int, day: int, hour: int) -> instant_of:
    return instant_of(2026, month, day, hour, tzinfo=UTC)


NAME, RESIDENCE, CONTACT, FIRM, LOCATION = SECRETS
RECEIVE = Receive(
    at=at(10, 5),
    by=Actor("desk 1", REGISTRAR),
    case="2026/118",
    kind=COMPLAINT,
    form=Form.WRITTEN,
    channel=Channel.POST,
    office=BODY,
    appellants=(
        Person("p-17", name=NAME, residence=RESIDENCE, contacts=(CONTACT,)),
        LegalEntity("e-4", name=FIRM, location=LOCATION),
    ),
)
AN_APPEAL: Appeal = APPEAL.begin(RECEIVE)
BRIEF = evolve(lives_briefings.PLAN, on=at(10, 16, 11))
A_BRIEFING = BRIEFING.replay((BRIEF, lives_briefings.ANNOUNCE))
TALK = evolve(lives_dialogues.PLAN, last_day=Date(2026, 10, 9))
A_DIALOGUE = DIALOGUE.replay((TALK, lives_dialogues.ANNOUNCE))
MEET = evolve(lives_sessions.PLAN, office=BODY, day=Date(2026, 10, 15))
A_SESSION = SESSION.replay((MEET, lives_sessions.listed("1", subject="digest 7"), lives_sessions.ANNOUNCE))
AN_ACCREDITATION = ACCREDITATION.replay(
    (
        lives_accreditations.APPLY,
        lives_accreditations.REVIEW,
        evolve(lives_accreditations.GRANT, valid_until=Date(2026, 12, 31)),
    )
)
FILES: tuple[Entity, ...] = (AN_APPEAL, A_BRIEFING, A_DIALOGUE, A_SESSION, AN_ACCREDITATION)


def made(*files: Entity, when: DateTime = NOW, **more: object) -> OfficeCalendar:
    return calendar(files or FILES, office=BODY.id, at=when, **more)


def read(found: OfficeCalendar):
    return IcsCalendarStream.calendar_from_ics(found.text)


def by_summary(found: OfficeCalendar) -> dict[str, object]:
    events = read(found).events
    assert len({one.summary for one in events}) == len(events)
    return {one.summary: one for one in events}


def uid(*place: object) -> str:
    """As the page on UIDs says: of a list in JSON."""
    return str(uuid5(NAMESPACE_URL, json.dumps(place)))


class TestAnOffice:
    """Each day is counted by hand."""

    found = made()
    events = by_summary(found)

    def test_what_is_in_it(self):
        assert self.events.keys() == {
            "briefing: digest 1",
            "dialogue: digest 1",
            "session: digest 7",
            "appeal 2026/118: registration",
            FORWARDING,
            RETURN,
            "appeal 2026/118: consideration",
            RENEWAL,
            VALIDITY,
        }
        assert (self.found.events, self.found.dues) == (3, 6)
        assert (self.found.without_a_day, self.found.elsewhere, self.found.later) == ((), 0, 0)

    def test_a_briefing_stands_at_its_hour(self):
        """At eleven in Tashkent, which is five hours ahead."""
        event = self.events["briefing: digest 1"]
        assert event.dtstart == utc(10, 16, 6)
        assert (event.location, event.status.value) == ("hall 1", "CONFIRMED")
        assert event.description == "who may come: MEDIA\nstate: ANNOUNCED"
        assert not event.alarm

    def test_a_dialogue_stands_on_the_whole_of_both_its_days(self):
        """The end is the day after the last."""
        event = self.events["dialogue: digest 1"]
        assert (event.dtstart, event.dtend) == (date(2026, 10, 8), date(2026, 10, 10))
        assert "begins: 2026-10-08 10:00+05:00" in event.description

    def test_a_session_stands_on_its_day(self):
        event = self.events["session: digest 7"]
        assert (event.dtstart, event.dtend) == (date(2026, 10, 15), date(2026, 10, 16))
        assert (event.location, event.status.value) == ("hall", "CONFIRMED")
        assert "who may come: MEMBERS" in event.description

    @pytest.mark.parametrize(
        ("name", "last", "control"),
        [
            # within the day of its receipt
            ("appeal 2026/118: registration", date(2026, 10, 5), date(2026, 10, 5)),
            # five days: Saturday the 10th, which binds; the office's own target is the Friday before
            (FORWARDING, date(2026, 10, 10), date(2026, 10, 9)),
            (RETURN, date(2026, 10, 10), date(2026, 10, 9)),
            # fifteen days: Tuesday the 20th
            ("appeal 2026/118: consideration", date(2026, 10, 20), date(2026, 10, 20)),
            # a month before 31 December: 30 November, which has no 31st
            (RENEWAL, date(2026, 11, 30), date(2026, 11, 30)),
            # its own last day, a Thursday that is off: it was moved there from Saturday the 12th
            (VALIDITY, date(2026, 12, 31), date(2026, 12, 30)),
        ],
    )
    def test_a_due_stands_on_its_last_day_with_one_alarm_as_the_office_opens_on_its_control_day(
        self, name: str, last: date, control: date
    ):
        event = self.events[name]
        assert (event.dtstart, event.dtend) == (last, date.fromordinal(last.toordinal() + 1))
        (alarm,) = event.alarm
        assert alarm.trigger == utc(control.month, control.day, 4)  # nine in Tashkent
        assert alarm.action == "DISPLAY"
        assert event.transparency == "TRANSPARENT"

    def test_a_due_says_who_owes_it_under_what_and_that_it_is_not_law(self):
        law = self.events["appeal 2026/118: consideration"].description
        assert "owed by: executor (House rules rule 3, ASSUMED)" in law
        assert "O‘RQ-445 art. 28(1)" in law
        assert "how it stands: running" in law
        assert "not law" not in law
        less = self.events[RENEWAL].description
        assert less.endswith("not law: it rests on ANALOGY")

    def test_its_instant_and_its_version(self):
        assert {one.dtstamp for one in self.events.values()} == {utc(10, 5, 7)}
        assert self.events[VALIDITY].sequence == 3
        assert self.events[RETURN].sequence == 1

    def test_a_day_beyond_the_decreed_years_says_so(self):
        """The days off of 2027 are known by the general rule alone."""
        late = evolve(lives_accreditations.GRANT, valid_until=Date(2027, 1, 1))
        one = ACCREDITATION.replay((lives_accreditations.APPLY, lives_accreditations.REVIEW, late))
        events = by_summary(made(one))
        told = events[VALIDITY].description
        assert told.endswith("provisional: it meets a year whose days off are known by the general rule alone")


class TestTheSameText:
    def test_of_the_same_files_in_any_order(self):
        assert made().text == made(*reversed(FILES)).text

    def test_lines_are_as_the_standard_has_them(self):
        lines = made(lang="ru").text.encode().split(b"\r\n")
        assert lines[-1] == b""
        assert max(map(len, lines)) <= 75
        assert not any(b"\n" in line or b"\r" in line for line in lines)

    @pytest.mark.parametrize("lang", LABELS.languages)
    def test_its_uids_are_made_of_where_it_stands_and_the_same_in_each_language(self, lang: str):
        uids = {one.uid for one in read(made(AN_APPEAL, A_DIALOGUE, lang=lang)).events}
        assert uids == {
            uid("event", "a regional IIB", "dialogue", "1"),
            *(
                uid("due", "a regional IIB", "appeal", "2026/118", name, None)
                for name in ("registration", "forwarding", "return", "consideration")
            ),
        }

    def test_a_uid_on_any_machine(self):
        """Written down once: a calendar that was subscribed to under an older prcomm knows it again."""
        assert uid("due", "a regional IIB", "appeal", "2026/118", "consideration", None) == (
            "0cd759c8-f7c9-5308-8ee0-ec0dcbeddd84"
        )

    def test_its_zone_is_none_of_the_reader(self):
        """Days are days, and instants are in UTC."""
        assert "TZID" not in made().text


class TestWhatComesLater:
    def uid_of(self, found: OfficeCalendar, summary: str) -> tuple[str, int]:
        one = by_summary(found)[summary]
        return one.uid, one.sequence

    def test_what_is_met_is_in_the_next_one_no_more(self):
        registered = APPEAL.apply(AN_APPEAL, Register(at=at(10, 5, 11), by=RECEIVE.by, number="118"))
        assert "appeal 2026/118: registration" not in by_summary(made(registered))

    def test_what_is_done_later_is_not_known(self):
        registered = APPEAL.apply(AN_APPEAL, Register(at=at(10, 5, 13), by=RECEIVE.by, number="118"))
        assert made(registered).text == made(AN_APPEAL).text

    def test_what_is_open_still_is_the_same_with_a_greater_sequence(self):
        registered = APPEAL.apply(AN_APPEAL, Register(at=at(10, 5, 11), by=RECEIVE.by, number="118"))
        before, after = (self.uid_of(made(one), "appeal 2026/118: consideration") for one in (AN_APPEAL, registered))
        assert (before[0], before[1], after[1]) == (after[0], 1, 2)

    def test_overdue_it_stays_on_its_day_and_says_so(self):
        event = by_summary(made(AN_APPEAL, when=at(10, 26)))["appeal 2026/118: consideration"]
        assert event.dtstart == date(2026, 10, 20)
        assert "how it stands: overdue" in event.description

    @pytest.mark.parametrize("state", [DialogueState.CANCELLED, DialogueState.POSTPONED])
    def test_a_dialogue_that_is_not_held_says_so_on_its_days(self, state: DialogueState):
        off = DIALOGUE.replay((TALK, *lives_dialogues.LIVES[state][1:]))
        event = by_summary(made(off))["dialogue: digest 1"]
        assert (event.status.value, event.dtstart, event.dtend) == (
            "CANCELLED",
            date(2026, 10, 8),
            date(2026, 10, 10),
        )
        assert event.uid == uid("event", "a regional IIB", "dialogue", "1")

    @pytest.mark.parametrize("state", [BriefingState.CANCELLED, BriefingState.POSTPONED])
    def test_so_does_a_briefing(self, state: BriefingState):
        off = BRIEFING.replay((BRIEF, *lives_briefings.LIVES[state][1:]))
        event = by_summary(made(off))["briefing: digest 1"]
        assert (event.status.value, event.dtstart) == ("CANCELLED", utc(10, 16, 6))

    def test_set_anew_it_is_the_same_on_its_new_day_and_not_announced(self):
        anew = evolve(lives_dialogues.RESCHEDULE, on=at(10, 22, 15), last_day=None)
        steps = (TALK, lives_dialogues.ANNOUNCE, lives_dialogues.POSTPONE, anew)
        event = by_summary(made(DIALOGUE.replay(steps)))["dialogue: digest 1"]
        assert (event.uid, event.dtstart) == (uid("event", "a regional IIB", "dialogue", "1"), utc(10, 22, 10))
        assert (event.status.value, event.sequence) == ("TENTATIVE", 4)

    def test_a_session_called_off_gives_none(self):
        """Its wing gives no event then."""
        off = SESSION.replay((MEET, *lives_sessions.lives(SessionState.CALLED_OFF, ORDINARY)[1:]))
        assert made(off).events == 0

    def test_a_public_hearing_is_in_it_until_it_is_called_off(self):
        hearing = OVERSIGHT.replay((evolve(lives_acts.lives(OversightState.PLANNED, HEARING)[0], office=BODY),))
        event = by_summary(made(hearing, only=Only.EVENTS))["oversight: digest 1"]
        assert (event.dtstart, event.location) == (date(2026, 3, 5), "hall 1")
        assert "who may come: ALL" in event.description
        assert made(OVERSIGHT.apply(hearing, lives_acts.CALL_OFF)).events == 0


class TestWithoutADay:
    """A briefing was held, and its record is owed at once; so is the report of a dialogue."""

    held = BRIEFING.replay((*lives_briefings.LIVES[BriefingState.ANNOUNCED], lives_briefings.HOLD))

    def test_it_is_told_beside_the_calendar(self):
        found = made(self.held)
        assert [(one.file.process, one.file.id, one.due.name) for one in found.without_a_day] == [
            ("briefing", "1", "record")
        ]
        assert found.without_a_day[0].due.status(NOW) is Status.PROMPTLY
        assert (found.dues, read(found).todos) == (0, [])

    def test_asked_for_it_is_a_task_without_a_day(self):
        found = made(self.held, tasks=True)
        (task,) = read(found).todos
        assert (task.summary, task.due, task.dtstart) == ("briefing 1: record", None, None)
        assert task.uid == uid("task", "a regional IIB", "briefing", "1", "record", None)
        assert "how it stands: promptly" in task.description
        assert len(found.without_a_day) == 1

    def test_one_of_many_is_told_apart_by_its_key(self):
        """Two instructions of a dialogue, until Monday the 12th and Tuesday the 13th."""
        second = {"question": "q2"}
        steps = (
            *lives_dialogues.HELD,
            lives_dialogues.RAISE,
            evolve(lives_dialogues.RAISE, **second),
            lives_dialogues.INSTRUCT,
            evolve(lives_dialogues.INSTRUCT, **second, until=Date(2026, 10, 13)),
        )
        found = made(DIALOGUE.replay(steps), when=at(10, 8, 18))
        events = {one.uid: one.dtstart for one in read(found).events if "instruction" in one.summary}
        assert events == {
            uid("due", "a regional IIB", "dialogue", "1", "instruction", "q1"): date(2026, 10, 12),
            uid("due", "a regional IIB", "dialogue", "1", "instruction", "q2"): date(2026, 10, 13),
        }
        assert [one.due.name for one in found.without_a_day] == ["report"]


class TestWithinHours:
    """By the draft of 2020 a body responds to what is found of it within 24 hours."""

    of = MONITORING.under(UZ.under(*DRAFT_OF_2020_IN_HOURS))

    def event(self, day: int):
        one = self.of.begin(evolve(lives_monitoring.FIND, at=at(10, day)))
        (event,) = read(made(one, when=at(10, day, 12), lifecycles=[self.of])).events
        return event

    def test_it_stands_at_the_last_instant_and_its_alarm_rings_as_the_office_opens_that_day(self):
        """From Monday at ten to Tuesday at ten."""
        event = self.event(5)
        (alarm,) = event.alarm
        assert (event.dtstart, alarm.trigger) == (utc(10, 6, 5), utc(10, 6, 4))
        assert event.description.endswith("not law: it rests on PRACTICE")

    def test_its_alarm_rings_no_sooner_than_it_began(self):
        """From Friday at ten to Saturday at ten; the last working hours before that are of the same Friday."""
        event = self.event(9)
        (alarm,) = event.alarm
        assert (event.dtstart, alarm.trigger) == (utc(10, 10, 5), utc(10, 9, 5))


class TestHostileTexts:
    """As they may be on file: none is judged that has more than one line."""

    TEXTS = (
        "a, b; c: d\\n \\ e",
        "one\nEND:VEVENT\nBEGIN:VEVENT\nUID:x",
        "«Очиқ мулоқот», oʻzaro; “суҳбат” – " * 9,
        'a "quoted" place',
    )

    @pytest.mark.parametrize("hostile", TEXTS)
    def test_are_read_as_they_were_written(self, hostile: str):
        one = evolve(DIALOGUE.begin(TALK), topic=hostile, place=hostile)
        (event,) = read(made(one)).events
        assert event.summary == f"dialogue: {hostile}"
        assert event.location == hostile

    def test_what_the_standard_has_no_place_for_is_a_blank(self):
        one = evolve(DIALOGUE.begin(TALK), topic="a\x00b\x0bc\x85d\u2028e\ud800f", place="one\r\ntwo\rthree")
        (event,) = read(made(one)).events
        assert event.summary == "dialogue: a b c d e f"
        assert event.location == "one\ntwo\nthree"

    def test_ids_too(self):
        one = evolve(APPEAL.begin(RECEIVE), id="118; a, b\nUID:x")
        assert "appeal 118; a, b\nUID:x: consideration" in by_summary(made(one))

    def test_two_places_that_join_to_the_same_text_are_told_apart(self):
        one, other = (DIALOGUE.begin(evolve(TALK, case=case, topic=case)) for case in ('1", "2', "1"))
        assert len({event.uid for event in read(made(one, other)).events}) == 2


class TestNobodyIsNamed:
    @pytest.mark.parametrize("lang", LABELS.languages)
    def test_of_those_who_appealed(self, lang: str):
        found = made(AN_APPEAL, lang=lang, tasks=True)
        unfolded = found.text.replace("\r\n ", "")
        assert found.dues == 4
        assert not [one for one in (*SECRETS, "p-17", "e-4", "desk 1") if one in unfolded or one in repr(found)]


class TestLanguages:
    def test_names_and_sentences_are_in_it_and_codes_are_not(self):
        found = by_summary(made(AN_APPEAL, A_DIALOGUE, AN_ACCREDITATION, lang="ru"))
        due = found["обращение 2026/118: срок рассмотрения"]
        assert due.description.startswith("кто обязан: исполнитель")
        assert "состояние исполнения: " in due.description
        dialogue = next(one for name, one in found.items() if name.endswith(": digest 1"))
        assert dialogue.description.splitlines()[1:] == [
            "для кого: для всех",
            f"состояние: {text(DialogueState.ANNOUNCED, 'ru')}",
        ]
        assert any(
            one.description.endswith(f"не закон, основание: {text(Basis.ANALOGY, 'ru')}") for one in found.values()
        )


class TestTheOneOrTheOther:
    def test_what_may_be_come_to(self):
        found = made(only=Only.EVENTS)
        assert (found.events, found.dues, len(read(found).events)) == (3, 0, 3)

    def test_what_is_owed(self):
        found = made(only=Only.DUES)
        assert (found.events, found.dues, len(read(found).events)) == (0, 6, 6)


class TestFilesThatAreLeftOut:
    def test_are_counted(self):
        other = APPEAL.begin(evolve(RECEIVE, office=office("another")))
        later = APPEAL.begin(evolve(RECEIVE, case="2026/119", at=at(10, 6)))
        found = made(AN_APPEAL, other, later)
        assert (found.elsewhere, found.later, found.dues) == (1, 1, 4)

    def test_of_no_files_it_is_empty(self):
        found = calendar((), office=BODY.id, at=NOW)
        assert read(found).events == []
        assert (found.events, found.dues) == (0, 0)


class TestBadInput:
    def test_every_fault_at_once(self):
        with pytest.raises(BadInput) as bad:
            calendar(
                (AN_APPEAL, AN_APPEAL, A_DIALOGUE),
                office="nobody's",
                at=NOW.naive(),
                lifecycles=[APPEAL],
            )
        assert bad.value.faults == (
            "at: an instant with its zone",
            "a file of the lifecycles, not a Dialogue",
            "Appeal '2026/118' of 'a regional IIB' is there twice",
            'office: no file is of "nobody\'s"; there are files of: a regional IIB',
        )

    def test_a_language_there_is_not(self):
        with pytest.raises(BadInput, match="lang"):
            made(lang="fr")


def lived(process: str) -> Iterable[Entity]:
    """A file of a process in each of its states and kinds, by the lives of its second book."""
    genuine, lives = PROCESSES[process], lives_of(process)
    cells = ((state, kind) for state in genuine.states for kind in genuine.kinds or (None,))
    return [genuine.replay(steps) for cell in cells if (steps := lives.lives(*cell))]


@pytest.mark.parametrize("process", PROCESSES)
def test_whatever_state_a_file_is_in_nothing_owed_is_lost_and_no_uid_comes_twice(process: str):
    of = PROCESSES[process]
    for one in lived(process):
        when = one.history[-1].action.at.add(days=40)
        found = calendar([one], office=one.office.id, at=when, tasks=True)
        whole = read(found)
        uids = [part.uid for part in (*whole.events, *whole.todos)]
        assert len(set(uids)) == len(uids) == found.events + len(of.due(one, when, open=True))
        assert found.dues + len(found.without_a_day) == len(of.due(one, when, open=True))
        assert sum(len(part.alarm) for part in whole.events) == found.dues
