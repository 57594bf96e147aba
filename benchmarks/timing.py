"""How the runner measures: contenders take turns in short slices, so that what disturbs the machine hits all alike."""

from collections.abc import Callable, Mapping
from statistics import median
from time import process_time

Work = Callable[[], object]
ROUNDS = 9
SLICES = 15
SLICE = 0.004


def contest(contenders: Mapping[str, Work], rounds: int = ROUNDS) -> dict[str, list[float]]:
    """Seconds a call, by contender: one figure for each round.

    In a round each contender has its turn ``SLICES`` times, for ``SLICE`` seconds or one call, and the order is
    turned round each time. Its figure is that of its fastest slice. Only the time of the processor is counted,
    and the garbage collector stays on, as it is in any program.
    """
    calls = {name: _calls(work) for name, work in contenders.items()}
    found: dict[str, list[float]] = {name: [] for name in contenders}
    for _ in range(rounds):
        slices: dict[str, list[float]] = {name: [] for name in contenders}
        for turn in range(SLICES):
            for name in reversed(contenders) if turn % 2 else contenders:
                slices[name].append(_slice(contenders[name], calls[name]))
        for name, times in slices.items():
            found[name].append(min(times))
    return found


def ratio(found: Mapping[str, list[float]], one: str, other: str) -> float:
    """How many times as long one took as another: the median of the rounds."""
    return median(a / b for a, b in zip(found[one], found[other], strict=True))


def microseconds(times: list[float]) -> float:
    """The median of the rounds."""
    return median(times) * 1e6


def _slice(work: Work, calls: int) -> float:
    begin = process_time()
    for _ in range(calls):
        work()
    return (process_time() - begin) / calls


def _calls(work: Work) -> int:
    """How many calls fill a slice; finding out warms up."""
    calls = 1
    while (took := _slice(work, calls)) * calls < SLICE / 4:
        calls *= 4
    return max(1, round(SLICE / took))
