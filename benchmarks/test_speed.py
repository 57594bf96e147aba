"""The same contenders under pytest-benchmark: pytest benchmarks --benchmark-only"""

from collections.abc import Callable

import pytest
from contenders import appeal, councils, dues, hand, permits, plain_transitions, with_automat, with_statemachine
from pytest_benchmark.fixture import BenchmarkFixture

Work = Callable[[], object]


@pytest.mark.benchmark(group="1 and 2: five steps")
@pytest.mark.parametrize("work", [appeal.by_prcomm, hand.by_hand, plain_transitions.by_transitions])
def test_five_steps(benchmark: BenchmarkFixture, work: Work) -> None:
    benchmark(work)


@pytest.mark.benchmark(group="3: one term with its Due")
@pytest.mark.parametrize("term", list(dues.TERMS))
def test_one_due(benchmark: BenchmarkFixture, term: str) -> None:
    benchmark(lambda: dues.TERMS[term].due(dues.DUTY, dues.NOW, open=True))


@pytest.mark.benchmark(group="4: the open dues")
@pytest.mark.parametrize("entity", [dues.SHORT, dues.LONG], ids=["5 records", "5,001 records"])
def test_open_dues(benchmark: BenchmarkFixture, entity: appeal.Appeal) -> None:
    benchmark(lambda: appeal.APPEAL.due(entity, dues.NOW, open=True))


@pytest.mark.benchmark(group="5: audits")
@pytest.mark.parametrize("work", [permits.audited, permits.audited_lawful])
def test_audits(benchmark: BenchmarkFixture, work: Work) -> None:
    benchmark(work)


@pytest.mark.benchmark(group="8: six steps, from nothing to the end")
@pytest.mark.parametrize(
    "work", [appeal.life_by_prcomm, with_automat.life_by_automat, with_statemachine.life_by_statemachine]
)
def test_lives(benchmark: BenchmarkFixture, work: Work) -> None:
    benchmark(work)


@pytest.mark.benchmark(group="10 and 11: a large council")
@pytest.mark.parametrize("members", [1_000, 5_000])
def test_large_councils(benchmark: BenchmarkFixture, members: int) -> None:
    benchmark(councils.Crowd.of(members).works[councils.LAST])
