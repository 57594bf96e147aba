"""The example that tries two amendments: its figures counted again with plain dates, without the library's due code."""

import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
import what_if
from attrs import frozen

from prcomm import Office
from prcomm.citizens.appeals import (
    APPEAL,
    PROPOSAL,
    Appeal,
    AppealState,
    AskClarification,
    AskInformation,
    Assign,
    Clarify,
    Extend,
    Forward,
    GiveInformation,
    Notice,
    ReturnWithdrawn,
    SendReply,
    Study,
    Terminate,
)
from prcomm.law import CALENDAR

ROOT = Path(__file__).parents[1]
NOW = date(2026, 7, 1)


@pytest.fixture(scope="module")
def appeals() -> tuple[Appeal, ...]:
    return tuple(what_if.made_up())


# -- the second count


def off(day: date, office: Office) -> bool:
    """Whether a day is off in a week of five or six days, by the rows of the law's data."""
    special = [one for one in CALENDAR.days if one.day == day and office.week in one.weeks]
    if special:
        return not any(one.works for one in special)
    if any(one.of(day.year) == day for one in CALENDAR.holidays):
        return True
    return day.isoweekday() > office.week


def a_month_later(day: date) -> date:
    year, month = divmod(day.year * 12 + day.month, 12)
    for number in (day.day, 30, 29, 28):
        try:
            return date(year, month + 1, number)
        except ValueError:
            continue
    raise AssertionError(day)


@frozen
class Count:
    """How one law counts: the days of the first term, and whether a last day that is off moves."""

    days: int = 15
    rolls: bool = False

    def last(self, raw: date, office: Office) -> date:
        while self.rolls and off(raw, office):
            raw += timedelta(1)
        return raw

    def dues(self, appeal: Appeal) -> Iterator[tuple[tuple[str, date], date, date | None]]:
        """Each due that has a last day: which (by name and start), its last day, and when it was met."""
        done = {type(record.action): record.action for record in appeal.history}
        on = {kind: action.at.date() for kind, action in done.items()}
        came, office = appeal.history[0].action.at.date(), appeal.office
        ended = Terminate in on
        if not ended and (last := self.consideration(appeal, came)):
            yield ("consideration", came), last, on.get(SendReply, on.get(Forward))
        five = self.last(came + timedelta(5), office)
        if not ended and Assign not in on:
            yield ("forwarding", came), five, on.get(Forward)
            if Forward not in on:
                yield ("return", came), five, None
        if appeal.kind is PROPOSAL and Study in on:
            told = [one.action.at.date() for one in appeal.history if getattr(one.action, "of", 0) is Notice.STUDY]
            yield ("study_notice", came), self.last(came + timedelta(10), office), next(iter(told), None)
        if AskInformation in on:
            asked = done[AskInformation].arrived.date()
            yield ("information", asked), self.last(asked + timedelta(10), office), on.get(GiveInformation)
        for name, begins, days, meets in (
            ("clarification", AskClarification, 10, Clarify),
            ("withdrawal_return", Terminate, 3, ReturnWithdrawn),
        ):
            if begins in on:
                yield (name, on[begins]), self.last(on[begins] + timedelta(days), office), on.get(meets)

    def consideration(self, appeal: Appeal, came: date) -> date | None:
        """Its last day; ``None`` where a proposal needs study."""
        proposal = appeal.kind is PROPOSAL
        raw = a_month_later(came) if proposal else came + timedelta(self.days)
        for record in appeal.history:
            in_time = record.action.at.date() <= self.last(raw, appeal.office)
            if isinstance(record.action, Study) and in_time:
                if proposal:
                    return None
                raw = a_month_later(came)
            elif isinstance(record.action, Extend) and in_time:
                raw = record.action.until
        return self.last(raw, appeal.office)


def counted_again(appeals, new: Count):
    """What moves, what becomes late, what stops being late; and in which appeals."""
    moved, late, no_more, where = Counter(), Counter(), Counter(), set()
    for appeal in appeals:
        now = {key: last for key, last, _ in new.dues(appeal)}
        for key, last, met in Count().dues(appeal):
            if now[key] == last:
                continue
            way = (key[0], (now[key] - last).days)
            done = met or NOW
            moved[way] += 1
            late[way] += last >= done > now[key]
            no_more[way] += now[key] >= done > last
            where.add(appeal.id)
    return moved, late, no_more, where


class TestTheSecondCount:
    """The days that it stands on, each known from a calendar on the wall."""

    def test_days_off(self):
        five, six = what_if.OFFICES
        for day, of_five, of_six in (
            (date(2026, 3, 7), True, False),  # a Saturday
            (date(2026, 3, 9), True, True),  # for Sunday the 8th
            (date(2026, 3, 20), True, True),  # Ramazon hayit
            (date(2026, 3, 23), True, False),  # for Saturday the 21st
            (date(2026, 5, 28), True, True),  # an extra day
            (date(2026, 6, 24), False, False),  # a Wednesday
        ):
            assert (off(day, five), off(day, six)) == (of_five, of_six)

    def test_months(self):
        assert a_month_later(date(2026, 1, 31)) == date(2026, 2, 28)
        assert a_month_later(date(2026, 5, 31)) == date(2026, 6, 30)
        assert a_month_later(date(2026, 12, 5)) == date(2027, 1, 5)

    def test_a_last_day_that_rolls(self):
        """Friday 20 March, then Saturday, Sunday and Monday off for five; Monday is worked in the week of six."""
        five, six = what_if.OFFICES
        assert Count(rolls=True).last(date(2026, 3, 20), five) == date(2026, 3, 24)
        assert Count(rolls=True).last(date(2026, 3, 20), six) == date(2026, 3, 23)


class TestTheAppeals:
    def test_they_are_the_same_ones_for_the_same_seed(self, appeals):
        assert tuple(what_if.made_up(50)) == appeals[:50]
        assert tuple(what_if.made_up(50, seed=1)) != appeals[:50]

    def test_each_life_is_lawful(self, appeals):
        assert len(appeals) == 3000
        for appeal in appeals[:300]:
            assert APPEAL.replay(record.action for record in appeal.history) == appeal

    def test_nothing_is_done_after_now(self, appeals):
        assert max(appeal.history[-1].action.at for appeal in appeals) <= what_if.NOW

    def test_they_came_to_many_ends_and_some_are_open(self, appeals):
        states = Counter(appeal.state for appeal in appeals)
        S = AppealState
        for state in (S.CONSIDERED, S.FORWARDED, S.TERMINATED, S.IN_REVIEW, S.EXTRA_STUDY, S.EXTENDED, S.DECIDED):
            assert states[state] > 5


class TestWhatMoves:
    @pytest.mark.parametrize(
        ("new", "count"),
        [(what_if.TEN_DAYS, Count(days=10)), (what_if.ROLLED, Count(rolls=True))],
        ids=["ten days", "rolled"],
    )
    def test_every_figure_by_a_second_count(self, appeals, new, count):
        effect = what_if.tried(appeals, new)
        moved, late, no_more, where = counted_again(appeals, count)
        assert effect.moved == moved
        assert effect.late == late
        assert effect.late_no_more == no_more
        assert effect.appeals == where
        assert (effect.begun.total(), effect.ceased.total()) == (0, 0)

    def test_ten_days_move_one_due_alone_and_never_later(self, appeals):
        effect = what_if.tried(appeals, what_if.TEN_DAYS)
        assert {name for name, _ in effect.moved} == {"consideration"}
        assert max(days for _, days in effect.moved) == -5
        assert effect.late.total() > 100
        assert effect.late_no_more.total() == 0

    def test_a_last_day_rolls_later_and_makes_nothing_late(self, appeals):
        effect = what_if.tried(appeals, what_if.ROLLED)
        assert len({name for name, _ in effect.moved}) == 7
        assert min(days for _, days in effect.moved) == 1
        assert effect.late.total() == 0
        assert effect.late_no_more.total() > 50

    def test_the_same_law_moves_nothing(self, appeals):
        assert what_if.tried(appeals, APPEAL) == what_if.Effect()


class TestWhatIsPrinted:
    def test_a_row_for_each_number_of_days_up_to_a_week_and_the_counts_beside_each_percentage(self):
        effect = what_if.Effect(
            Counter({("a", -5): 3, ("a", -9): 1, ("a", -30): 1, ("b", 2): 2, ("b", None): 1}),
            Counter({("a", -9): 1, ("a", -30): 1}),
            Counter({("b", 2): 1}),
        )
        assert [line.split() for line in str(effect).splitlines()[1:6]] == [
            ["a", "-8", "and", "more", "2", "2", "0"],
            ["a", "-5", "3", "0", "0"],
            ["b", "no", "last", "day", "1", "0", "0"],
            ["b", "+2", "2", "0", "1"],
            ["Of", "the", "dues", "that", "move,", "late", "by", "it:", "25.0", "%", "(2", "of", "8)"],
        ]

    def test_it_runs(self):
        run = subprocess.run(
            [sys.executable, str(ROOT / "examples" / "what_if.py")], capture_output=True, text=True, check=True
        )
        assert run.stderr == ""
        assert run.stdout.startswith(
            "3,000 appeals received from 05.01.2026 on, as they stand on 01.07.2026 at 18:00\n"
        )
        for heading in ("Ten days instead of fifteen", "Last days roll forward", "One of them: why the day moves"):
            assert f"\n{heading}" in run.stdout
