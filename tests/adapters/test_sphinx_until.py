"""The tables of the page that answers until when: what they say is what the library says when asked."""

import random
from datetime import date, timedelta

import pytest
from own_names import OWN
from pendulum import datetime

from prcomm import PROCESSES
from prcomm.adapters.examples import begun
from prcomm.adapters.json import Codec
from prcomm.adapters.sphinx.until import NO_LIMIT, NOT_OWED, SETTINGS, Answered, Span, answered, in_runs
from prcomm.adapters.sphinx.until_page import UntilWhen
from prcomm.citizens.appeals import APPEAL, COMPLAINT, PROPOSAL, AppealKind, Extend, Study
from prcomm.law import UZ, office

SPAN = Span(date(2026, 1, 1), date(2026, 4, 30))
"""The last decreed year, as far as the tests go day by day."""


@pytest.fixture(scope="module")
def appeal() -> list[Answered]:
    return list(answered(APPEAL, SPAN))


def of(several: list[Answered], name: str, kind: AppealKind = COMPLAINT) -> Answered:
    return next(one for one in several if one.deadline.name == name and kind in one.kinds)


def day_of(one: Answered, on: date, moves: tuple[type, ...] = (), setting: str = "") -> date | None:
    """Where it ends that began on a day."""
    way = next(way for way in one.ways if way.moves == moves)
    ends = way.ends[setting][(on - SPAN.first).days]
    return None if ends is None else on + timedelta(days=ends)


FRIDAY = date(2026, 2, 13)


class TestAComplaint:
    """Received on Friday 13 February 2026."""

    def test_is_registered_on_that_day_or_after_hours_on_monday(self, appeal: list[Answered]):
        registration = of(appeal, "registration")
        assert registration.by_the_hour
        assert day_of(registration, FRIDAY, setting="5") == FRIDAY
        assert day_of(registration, FRIDAY, setting="5a") == date(2026, 2, 16)
        assert day_of(registration, FRIDAY, setting="6a") == date(2026, 2, 14)

    def test_is_considered_in_fifteen_days_with_study_in_a_month_and_at_most_a_month_longer(
        self, appeal: list[Answered]
    ):
        """28(1): 15 days, with study a month; 28(2): at most one month more."""
        consideration = of(appeal, "consideration")
        assert not consideration.by_the_hour
        assert day_of(consideration, FRIDAY) == date(2026, 2, 28)
        assert day_of(consideration, FRIDAY, (Study,)) == date(2026, 3, 13)
        assert day_of(consideration, FRIDAY, (Extend,)) == date(2026, 3, 28)
        assert day_of(consideration, FRIDAY, (Study, Extend)) == date(2026, 4, 13)

    def test_a_month_more_ends_with_a_shorter_month(self, appeal: list[Answered]):
        """Received on 16 January: until the 31st; a month more is the last of February."""
        assert day_of(of(appeal, "consideration"), date(2026, 1, 16), (Extend,)) == date(2026, 2, 28)

    def test_a_proposal_that_is_studied_has_no_number_of_days(self, appeal: list[Answered]):
        """28(3): a month, except what needs study. Nobody lengthens it."""
        consideration = of(appeal, "consideration", PROPOSAL)
        assert day_of(consideration, FRIDAY) == date(2026, 3, 13)
        assert day_of(consideration, FRIDAY, (Study,)) is None
        assert [way.moves for way in consideration.ways] == [(), (Study,)]

    def test_is_filed_within_a_year_of_the_day_it_was_learned_of(self, appeal: list[Answered]):
        filing = of(appeal, "filing")
        assert filing.named
        assert day_of(filing, date(2026, 3, 1)) == date(2027, 3, 1)


class TestEveryProcess:
    def test_each_day_drawn_at_random_is_as_the_library_says(self):
        """In each setting: of the duties that are counted from the beginning itself."""
        chance = random.Random(20261201)
        span = Span(date(2026, 9, 1), date(2026, 10, 15))
        asked = 0
        for lifecycle in PROCESSES.values():
            codec = Codec(lifecycle)
            for one in answered(lifecycle, span):
                if one.named or one.deadline.recurring:
                    continue
                for setting, (week, hour) in SETTINGS.items():
                    n = chance.randrange(len(span.days()))
                    on, where = span.days()[n], office("any", week=week)
                    at = datetime(on.year, on.month, on.day, hour.hour, tz=where.tz)
                    kind = chance.choice(one.kinds) if one.kinds else None
                    entity = begun(codec, one.deadline, at, where, {}, kind)
                    due = next((due for due in lifecycle.due(entity, at) if due.name == one.deadline.name), None)
                    if due is None:
                        continue  # it is owed only in a case that is made up otherwise
                    ends = one.ways[0].ends
                    told = ends.get("", ends.get(setting))
                    assert told is not None
                    found = None if told[n] is None else on + timedelta(days=told[n] or 0)
                    assert found == due.raw, (lifecycle.name, one.deadline.name, on, setting)
                    asked += 1
        assert asked > 40

    def test_what_recurs_is_told_by_its_first_whole_period(self):
        """A point that opens its record on 10 February reports first for the second half of the year."""
        report = next(one for one in answered(PROCESSES["reports"], SPAN) if one.deadline.name == "inspector_report")
        assert day_of(report, date(2026, 2, 10)) == date(2026, 12, 31)

    def test_a_day_counted_back_from_one_that_is_named(self):
        """Three days before a session on 13 February."""
        agenda = next(one for one in answered(PROCESSES["session"], SPAN) if one.deadline.name == "agenda")
        assert agenda.named
        assert day_of(agenda, FRIDAY) == date(2026, 2, 10)


class TestTheSpan:
    def test_it_goes_through_the_last_decreed_year_and_the_next(self):
        """Days off are decreed up to 2026."""
        assert Span.of(UZ) == Span(date(2026, 1, 1), date(2027, 12, 31))

    def test_what_is_the_same_is_said_once(self):
        assert in_runs([15, 15, 15, 14, None, None]) == [3, 15, 1, 14, 2, None]
        assert in_runs([]) == []

    def test_nothing_stands_for_two_things(self):
        assert NOT_OWED < -NO_LIMIT


class TestTheWords:
    def test_what_is_asked_and_answered_is_said_in_each_language(self):
        until = UntilWhen((PROCESSES["reception"],), OWN)
        for lang in OWN.languages:
            words = until.words(lang)
            (item,) = words["items"]
            assert (item["terms"][0], item["what"]) != ("", "")
            assert words["until"].count("{0}") == words["until"].count("{1}") == 1

    def test_days_off_say_why_and_under_which_act(self):
        until = UntilWhen((PROCESSES["reception"],), OWN)
        told = dict(until.words("ru")["reasons"])
        assert "ст. 208" in told["Навруз"]
