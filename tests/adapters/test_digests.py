"""Two digests of a lifecycle: nothing its dues depend on changes without the one, nothing its table says without the
other; and nothing else changes them."""

import os
import subprocess
import sys
from pathlib import Path
from random import Random

import pytest
from attrs import evolve
from made_up_duties import (
    CLERK,
    LAW,
    RULES,
    TRANSITIONS,
    Answer,
    Ask,
    Case,
    CaseState,
    Close,
    GoOn,
    Hold,
    Lengthen,
    Open,
    life,
    lifecycle,
    owed,
    row,
)

from prcomm import (
    PROCESSES,
    Context,
    Dated,
    Days,
    LastDay,
    Lifecycle,
    Reform,
    Role,
    WorkingDays,
    by_law,
    each_month,
    each_quarter,
    further,
    given,
    guard,
)
from prcomm.adapters.digests import dues_digest, table_digest
from prcomm.citizens.appeals import APPEAL
from prcomm.law.orq445 import DAYS_TO_CONSIDER

DAYS = Dated.of("how many days", 10, RULES(5))
MORE = Dated.of("how many days", 11, RULES(5))
LIMIT = 7
ANSWERS = {"a": 1, "b": 2}


def of(*duties, rows=TRANSITIONS, law=LAW, name="case"):
    return Lifecycle(name, rows, duties, law=law, final=CaseState.CLOSED)


FIVE, RULE = Days(5), RULES(3)


def duty(name="answer", begins=Open, within=FIVE, met=Close, who=CLERK, under=RULE, *moves, **more):
    return owed(name, begins, within, met, who, under, *moves, **more)


def counted(n):
    """A term that holds a figure in its closure."""
    return lambda case, action: Days(n)


def with_default(n):
    def term(case, action, days=n):
        return Days(days)

    return term


def by_global(case, action):
    return Days(LIMIT)


def by_helper(case, action):
    return Days(helper(case))


def helper(case):
    return 5


def by_table(case, action):
    return Days(ANSWERS["a"])


def by_set(case, action):
    return Days(5) if case.id in {"alpha", "beta", "gamma", "delta"} else Days(6)


def in_the_law(case, action, context: Context):
    return Days(context[DAYS])


PLAIN = of(duty())


class TestOfDues:
    """Each is another lifecycle by one thing alone."""

    @pytest.mark.parametrize(
        ("one", "other"),
        [
            pytest.param(duty(), duty("reply"), id="the name"),
            pytest.param(duty(), duty(begins=Ask), id="what begins it"),
            pytest.param(duty(), duty(met=(Close, Answer)), id="what meets it"),
            pytest.param(duty(), duty(until=Lengthen), id="what ends it"),
            pytest.param(duty(begins=Ask, met=Answer), duty(begins=Ask, met=Answer, per="question"), id="per what"),
            pytest.param(duty(), duty(who=Role("head")), id="who owes it"),
            pytest.param(duty(), duty(within=Days(6)), id="the figure"),
            pytest.param(duty(), duty(within=WorkingDays(5)), id="the unit"),
            pytest.param(duty(within=Days(DAYS)), duty(within=Days(MORE)), id="a dated figure"),
            pytest.param(duty(within=counted(5)), duty(within=counted(6)), id="a value in a closure"),
            pytest.param(duty(within=with_default(5)), duty(within=with_default(6)), id="a default"),
            pytest.param(
                duty(within=lambda case, action: Days(5)), duty(within=lambda case, action: Days(6)), id="a constant"
            ),
            pytest.param(
                duty(when=lambda case, action: case.urgent), duty(when=lambda case, action: not case.urgent), id="when"
            ),
            pytest.param(duty(), duty(since=lambda case, action: action.at.add(days=1)), id="since when"),
            pytest.param(duty(), duty("answer", Open, FIVE, Close, CLERK, RULE, owed.paused(Hold, GoOn)), id="a pause"),
            pytest.param(
                duty("answer", Open, FIVE, Close, CLERK, RULE, owed.moved(Lengthen, further(Days(1)))),
                duty("answer", Open, FIVE, Close, CLERK, RULE, owed.moved(Lengthen, further(Days(2)))),
                id="a move",
            ),
            pytest.param(duty(within=each_month()), duty(within=each_quarter()), id="the period"),
            pytest.param(duty(within=each_month(day=5)), duty(within=each_month(day=6)), id="the day of the month"),
        ],
    )  # fmt: skip
    def test_it_is_another(self, one, other):
        assert dues_digest(of(one)) != dues_digest(of(other))
        assert table_digest(of(one)) != table_digest(of(other))

    @pytest.mark.parametrize(
        ("term", "name", "value"),
        [
            pytest.param(by_global, "LIMIT", 8, id="a global"),
            pytest.param(by_helper, "helper", lambda case: 6, id="a function it calls"),
            pytest.param(by_table, "ANSWERS", {"a": 3, "b": 2}, id="a mapping"),
            pytest.param(by_law(in_the_law), "DAYS", MORE, id="a value of the law"),
        ],
    )
    def test_a_changed_global_is_seen(self, monkeypatch, term, name, value):
        before = of(duty(within=term))
        digest = dues_digest(before)
        monkeypatch.setitem(globals(), name, value)
        assert dues_digest(before) != digest

    def test_another_law_is_seen(self):
        strict = evolve(LAW, last_day=Dated.of("a last day that is a day off", LastDay.STRICT, RULES(1)))
        assert dues_digest(of(duty(), law=strict)) != dues_digest(PLAIN)
        assert dues_digest(PLAIN.under(Reform(DAYS, 12))) != dues_digest(PLAIN)
        assert dues_digest(APPEAL.under(Reform(DAYS_TO_CONSIDER, 10))) != dues_digest(APPEAL)
        known = evolve(LAW, calendar=APPEAL.law.calendar)
        assert dues_digest(of(duty(), law=known)) != dues_digest(PLAIN)

    def test_an_effect_that_makes_something_else_is_seen(self):
        said = row(CaseState.OPEN, Ask, CaseState.OPEN, CLERK, RULES(2), then=lambda case, action: case)
        assert dues_digest(of(duty(), rows=(TRANSITIONS[0], said, *TRANSITIONS[2:]))) != dues_digest(PLAIN)

    def test_a_property_of_the_entity_is_seen(self, monkeypatch):
        monkeypatch.setattr(Case, "late", property(lambda case: True), raising=False)
        assert dues_digest(PLAIN) != dues_digest_before

    def test_sentences_and_citations_are_none_of_it(self):
        told = given("the case is open", RULES(2), lambda case, action: True)
        other = given("nobody has closed the case", RULES(4), lambda case, action: True)
        one, another = (
            of(duty(), rows=(*TRANSITIONS[:-1], row(CaseState.OPEN, Close, CaseState.CLOSED, CLERK, RULES(2), which)))
            for which in (told, other)
        )
        assert dues_digest(one) == dues_digest(another) == dues_digest(PLAIN)
        assert table_digest(one) != table_digest(another)
        cited = of(duty(under=RULES(9)))
        assert dues_digest(cited) == dues_digest(PLAIN)
        assert table_digest(cited) != table_digest(PLAIN)

    def test_a_reworded_named_guard_is_none_of_it(self):
        def asked(text):
            return guard(text, RULES(2))(lambda case, action, context: True)

        digests = {
            dues_digest(of(duty(), rows=(*TRANSITIONS[:-1], row(
                CaseState.OPEN, Close, CaseState.CLOSED, CLERK, RULES(2), asked(text)))))
            for text in ("one", "another")
        }  # fmt: skip
        assert len(digests) == 1

    def test_another_docstring_is_none_of_it(self):
        def one(case, action):
            """How long."""
            return Days(5)

        def other(case, action):
            """By when."""
            return Days(5)

        assert dues_digest(of(duty(within=one))) == dues_digest(of(duty(within=other)))

    def test_what_was_asked_of_it_does_not_change_it(self):
        made = lifecycle(Random(1))
        before = dues_digest(made), table_digest(made)
        case = life(made, Random(1))
        made.due(case, case.history[-1].action.at)
        assert (dues_digest(made), table_digest(made)) == before

    def test_of_another_process_it_is_another(self):
        assert dues_digest(of(duty(), name="other")) != dues_digest(PLAIN)
        assert len({dues_digest(PROCESSES[name]) for name in PROCESSES}) == len(PROCESSES)


dues_digest_before = dues_digest(PLAIN)


class TestOfTheTable:
    def test_every_row_counts(self):
        assert table_digest(of(duty(), rows=TRANSITIONS[:-2] + TRANSITIONS[-1:])) != table_digest(PLAIN)

    def test_a_condition_counts_by_what_it_does(self):
        one, other = (
            of(duty(), rows=(*TRANSITIONS[:-1], row(CaseState.OPEN, Close, CaseState.CLOSED, CLERK, RULES(2),
                given("it is so", RULES(2), asked))))
            for asked in (lambda case, action: bool(case.asked), lambda case, action: not case.asked)
        )  # fmt: skip
        assert table_digest(one) != table_digest(other)


CHILD = """
import sys
from pathlib import Path
from random import Random
from prcomm import PROCESSES
from prcomm.adapters.digests import dues_digest, table_digest
import adapters.test_digests as ours
from made_up_duties import lifecycle
made = [PROCESSES[name] for name in ("reports", "appeal", "council")] + [lifecycle(Random(n)) for n in range(5)]
made += [ours.of(ours.duty(within=ours.by_set))]
for one in made:
    print(dues_digest(one), table_digest(one))
"""


def test_in_another_process_it_is_the_same():
    here = str(Path(__file__).parents[1])
    told = set()
    for seed in ("1", "2"):
        env = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join((here, *sys.path))}
        told.add(
            subprocess.run([sys.executable, "-c", CHILD], env=env, check=True, capture_output=True, text=True).stdout
        )
    assert len(told) == 1
    assert len(told.pop().splitlines()) == 9
