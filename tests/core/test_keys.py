"""Several dues of one name, told apart by a field: which of them an action is about."""

from datetime import date
from typing import Any

import pytest
from one_desk import OPEN, TRANSITIONS, Answer, Ask, Free, Report, answers, begun, owed, row, told
from one_duty import ACT, ANN, CLERK, LAW, at

from prcomm import SAME, Dated, Days, FaultyLifecycle, Lifecycle, Version, run_out


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


def if_urgent(desk: Any, ask: Ask) -> bool:
    return ask.urgent


class TestWhatIsNotOwedKeepsNoPlace:
    """Three days for what is urgent. Asked on Monday 2 March, when it was not; on Wednesday the 4th it was."""

    CALM = Ask, "2026-03-02 10:00", {"request": "a", "urgent": False}
    URGENT = Ask, "2026-03-04 10:00", {"request": "a"}

    @staticmethod
    def dues(lifecycle: Any, *then: tuple[Any, ...], asked: str = "2026-03-05 10:00") -> list[tuple[Any, ...]]:
        """All that is owed; the same is open and is waited for, but for what is met."""
        desk = begun(lifecycle, "2026-02-02 10:00", *then)
        everything = lifecycle.due(desk, at(asked))
        running = tuple(due for due in everything if due.met is None and not due.lifted)
        assert lifecycle.due(desk, at(asked), open=True) == running
        waited = [(one.due.start, one.status.name) for one in lifecycle.next_wakeups(desk, at(asked))]
        assert waited == [(due.start, status) for status in ("TIGHT", "OVERDUE") for due in running]
        return told(everything, at(asked))

    def test_a_later_beginning_with_the_same_key_is_noted(self) -> None:
        """Wednesday and three days: Saturday the 7th."""
        lifecycle = answers(Days(3), when=if_urgent)
        assert self.dues(lifecycle, self.CALM, self.URGENT) == [("a", date(2026, 3, 7), "RUNNING")]

    def test_while_nothing_is_owed_there_is_nothing(self) -> None:
        assert self.dues(answers(Days(3), when=if_urgent), self.CALM, self.CALM) == []

    def test_the_first_by_which_something_is_owed_stands(self) -> None:
        lifecycle = answers(Days(3), when=if_urgent)
        again = Ask, "2026-03-05 09:00", {"request": "a"}
        assert self.dues(lifecycle, self.CALM, self.URGENT, again) == [("a", date(2026, 3, 7), "RUNNING")]

    def test_each_key_has_its_own(self) -> None:
        lifecycle = answers(Days(3), when=if_urgent)
        other = Ask, "2026-03-04 11:00", {"request": "b"}
        assert self.dues(lifecycle, self.CALM, self.URGENT, other) == [
            ("a", date(2026, 3, 7), "RUNNING"),
            ("b", date(2026, 3, 7), "RUNNING"),
        ]

    def test_what_meets_it_meets_the_one_that_stands(self) -> None:
        lifecycle = answers(Days(3), when=if_urgent)
        answered = Answer, "2026-03-05 09:00", {"request": "a"}
        assert self.dues(lifecycle, self.CALM, self.URGENT, answered) == [("a", date(2026, 3, 7), "MET")]

    def test_once_met_it_may_begin_again(self) -> None:
        """Answered on Wednesday, asked again at once: till Saturday."""
        lifecycle = answers(Days(3), when=if_urgent)
        life = (
            self.CALM,
            self.URGENT,
            (Answer, "2026-03-04 11:00", {"request": "a"}),
            (Ask, "2026-03-04 12:00", {"request": "a"}),
        )
        assert self.dues(lifecycle, *life) == [("a", date(2026, 3, 7), "MET"), ("a", date(2026, 3, 7), "RUNNING")]

    @pytest.mark.parametrize(
        "lifecycle",
        [
            answers(lambda desk, ask: Days(3) if ask.urgent else None),
            answers(Days(3), first_day=date(2026, 3, 3)),
            answers(
                Dated(
                    "days", (Version(None, ACT(1), until=date(2026, 3, 3)), Version(Days(3), ACT(2), date(2026, 3, 3)))
                )
            ),
        ],
        ids=["a function that gives none", "before its first day", "a value that was none"],
    )
    def test_whatever_it_is_by_which_nothing_is_owed(self, lifecycle: Any) -> None:
        assert self.dues(lifecycle, self.CALM, self.URGENT) == [("a", date(2026, 3, 7), "RUNNING")]

    def test_a_guard_asks_about_the_one_that_stands(self) -> None:
        """Asked anew on the 4th: the term has run out on the 8th, and not before."""
        late = row(OPEN, Report, SAME, CLERK, ACT(3), run_out("answer"))
        kept = [one for one in TRANSITIONS if one.action is not Report]
        deadlines = answers(Days(3), when=if_urgent).deadlines
        lifecycle = Lifecycle("desk", [*kept, late], deadlines, law=LAW)
        desk = begun(lifecycle, "2026-02-02 10:00", self.CALM, self.URGENT)
        for day, accepted in ((7, False), (8, True)):
            assert lifecycle.explain(desk, Report(at=at(f"2026-03-0{day} 10:00"), by=ANN)).accepted is accepted

    def test_a_table_that_knows_nothing_of_it(self) -> None:
        desk = begun(answers(Days(3), when=if_urgent), "2026-02-02 10:00", self.CALM, self.URGENT)
        without = answers(Days(3), when=if_urgent).without("answer")
        assert without.due(desk, at("2026-03-05 10:00"), open=True) == ()
