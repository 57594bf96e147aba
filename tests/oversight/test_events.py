"""What of public oversight anybody may come to."""

import pytest
from attrs import evolve
from oversight.lives_acts import ACTORS, CALL_OFF, THE_BODY, UNDERTAKE, lives
from pendulum import Date

from prcomm import OpenTo, PublicEvent
from prcomm.oversight.acts import DISCUSSION, HEARING, MEETING, OVERSIGHT, REPORT, OversightKind, OversightState
from prcomm.oversight.events import public_event

S = OversightState
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
