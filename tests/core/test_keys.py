"""Several dues of one name, told apart by a field: which of them an action is about."""

from datetime import date

import pytest
from one_desk import TRANSITIONS, Answer, Ask, Free, Report, answers, begun, owed, told
from one_duty import ACT, CLERK, LAW, at

from prcomm import Days, FaultyLifecycle, Lifecycle


class TestWhatEndsThemAll:
    """Three days for each request; asked on 2 and 3 March."""

    ASKED = (Ask, "2026-03-02 10:00", {"request": "a"}), (Ask, "2026-03-03 10:00", {"request": "b"})

    def test_an_action_without_the_field_ends_every_one(self) -> None:
        desk = begun(answers(Days(3)), "2026-03-01 10:00", *self.ASKED, (Free, "2026-03-04 10:00"))
        assert desk.clocks == ()
        assert told(answers(Days(3)).due(desk, at("2026-03-09 10:00")), at("2026-03-09 10:00")) == [
            ("a", date(2026, 3, 5), "LIFTED"),
            ("b", date(2026, 3, 6), "LIFTED"),
        ]

    def test_those_already_met_stay_met(self) -> None:
        lifecycle, asked = answers(Days(3)), at("2026-03-09 10:00")
        answered = (Answer, "2026-03-03 12:00", {"request": "a"})
        desk = begun(lifecycle, "2026-03-01 10:00", *self.ASKED, answered, (Free, "2026-03-04 10:00"))
        assert [status for *_, status in told(lifecycle.due(desk, asked), asked)] == ["MET", "LIFTED"]

    def test_what_meets_or_moves_one_must_have_the_field(self) -> None:
        deadline = owed("answer", Ask, Days(3), (Answer, Report), CLERK, ACT(2), owed.moved(Free, None), per="request")
        with pytest.raises(FaultyLifecycle) as caught:
            Lifecycle("desk", TRANSITIONS, [deadline], law=LAW)
        assert caught.value.faults == (
            "deadline 'answer': per: Report has no field 'request'",
            "deadline 'answer': per: Free has no field 'request'",
        )
