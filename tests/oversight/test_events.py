"""What of public councils and public oversight may be come to."""

import pytest
from attrs import evolve
from oversight import lives_sessions
from oversight.lives_acts import ACTORS, CALL_OFF, THE_BODY, UNDERTAKE, lives
from pendulum import Date

from prcomm import OpenTo, PublicEvent
from prcomm.oversight.acts import DISCUSSION, HEARING, MEETING, OVERSIGHT, REPORT, OversightKind, OversightState
from prcomm.oversight.events import public_event
from prcomm.oversight.sessions import SESSION, SessionKind, SessionState

S = OversightState
WITHOUT_A_DAY = (SessionState.PLANNED, SessionState.POSTPONED, SessionState.CALLED_OFF)
TO_COME_TO = (DISCUSSION, HEARING, MEETING, REPORT)


class TestAnActOfOversight:
    @pytest.mark.parametrize("kind", TO_COME_TO)
    @pytest.mark.parametrize("state", [S.PLANNED, S.ENDED, S.CLOSED])
    def test_it_is_an_event_of_its_day(self, kind: OversightKind, state: OversightState):
        event = public_event(OVERSIGHT.replay(lives(state, kind)))
        assert event == PublicEvent(
            "oversight", "o1", THE_BODY, Date(2026, 3, 5), "hall 1", "digest 1", OpenTo.ALL, state
        )

    @pytest.mark.parametrize("kind", [kind for kind in OversightKind if kind not in TO_COME_TO])
    def test_no_other_kind_is_one(self, kind: OversightKind):
        act = OVERSIGHT.replay(lives(S.PLANNED, kind))
        assert act.starts_on == Date(2026, 3, 5)
        assert public_event(act) is None

    def test_neither_is_one_that_was_called_off(self):
        hearing = OVERSIGHT.replay(lives(S.PLANNED, HEARING))
        assert public_event(hearing) is not None
        assert public_event(OVERSIGHT.apply(hearing, CALL_OFF)) is None

    def test_nor_one_whose_day_is_not_named(self):
        report = evolve(UNDERTAKE, kind=REPORT, by=ACTORS["SELF_GOVERNMENT"], starts_on=None)
        assert public_event(OVERSIGHT.begin(report)) is None


class TestASession:
    """It is for its members: from its announcement on, on its day, about what its items are about."""

    @pytest.mark.parametrize("kind", SessionKind)
    @pytest.mark.parametrize("state", [state for state in SessionState if state not in WITHOUT_A_DAY])
    def test_it_is_an_event_of_its_day(self, kind: SessionKind, state: SessionState):
        session = SESSION.replay(lives_sessions.lives(state, kind))
        assert public_event(session) == PublicEvent(
            "session", "7", lives_sessions.PLAN.office, Date(2026, 3, 5), "hall", "", OpenTo.MEMBERS, state
        )

    @pytest.mark.parametrize("kind", SessionKind)
    @pytest.mark.parametrize("state", WITHOUT_A_DAY)
    def test_it_is_none_without_an_announced_day(self, kind: SessionKind, state: SessionState):
        assert public_event(SESSION.replay(lives_sessions.lives(state, kind))) is None

    def test_its_topic_is_the_subjects_of_its_items_in_a_row(self):
        items = (
            lives_sessions.listed("1", subject="digest 1"),
            lives_sessions.listed("2"),
            lives_sessions.listed("3", subject="digest 3"),
        )
        event = public_event(SESSION.replay((lives_sessions.PLAN, *items, lives_sessions.ANNOUNCE)))
        assert event is not None
        assert event.topic == "digest 1, digest 3"

    def test_put_off_to_another_day_and_announced_it_is_one_of_that_day(self):
        later = evolve(lives_sessions.RESCHEDULE, day=Date(2026, 3, 19))
        put_off = lives_sessions.lives(SessionState.POSTPONED, lives_sessions.ORDINARY)
        event = public_event(SESSION.replay((*put_off, later, lives_sessions.ANNOUNCE)))
        assert event is not None
        assert event.on == Date(2026, 3, 19)
