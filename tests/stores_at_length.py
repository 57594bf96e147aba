"""What takes long of stores: python -m stores_at_length [--lives 2000] [--records 10000]

What is owed, at random instants, of lives of every process and of lifecycles made up by chance; and ten thousand
records on one case, on both databases.
"""

import argparse
import sys
import tempfile
import time
from pathlib import Path
from random import Random
from statistics import median

import databases
from kept_appeals import APPEAL, add, opened, receive
from made_up_duties import instants, life, lifecycle
from processes import payloads_of

from prcomm import PROCESSES
from prcomm.adapters.store.owed import open_dues, owed
from prcomm.adapters.store.rows import from_instant, instant
from prcomm.testing import drawn, lives


def compared(of, entity, chance: Random) -> tuple[int, int]:
    """At how many instants the index of a case held, and at how many it was to be counted anew. Raises
    ``AssertionError`` where it held and what is owed is another."""
    after = max((record.known for record in entity.history), key=lambda at: at.timestamp())
    held = owed(of, entity, after)
    asked = instants(after, chance, 4)
    if held.again is not None:
        asked += [from_instant(held.again), from_instant(held.again).add(microseconds=-1)]
    holds = [moment for moment in asked if held.holds(instant(moment))]
    for moment in holds:
        assert open_dues(of, entity, moment) == held.dues, (of.name, entity.id, moment)
    return len(holds), len(asked) - len(holds)


def property_of(n: int) -> str:
    """So many lives: of every process its share, the rest of lifecycles made up by chance."""
    chance, held, anew, done = Random(1), 0, 0, 0
    share = n // (2 * len(PROCESSES))
    for process, of in PROCESSES.items():
        for entity in drawn(lives(of, payloads_of(process).PAYLOADS), share, by=5) if share else ():
            one, other = compared(of, entity, chance)
            held, anew, done = held + one, anew + other, done + 1
    for seed in range(n - done):
        made = Random(seed)
        of = lifecycle(made)
        one, other = compared(of, life(of, made), chance)
        held, anew = held + one, anew + other
    return f"{n} lives: the index held at {held} instants, and was to be counted anew at {anew}; never wrong"


def long_case(url: str, records: int) -> str:
    """One case with so many records: what a step costs at the end beside the beginning, and opening it."""
    times = list[float]()
    with opened(url) as store:
        store.begin(APPEAL, receive())
        for n in range(records - 1):
            began = time.perf_counter()
            store.apply(APPEAL, "118", add(f"a-{n}"))
            times.append(time.perf_counter() - began)
        with opened(url) as other:
            began = time.perf_counter()
            assert other.open(APPEAL, "118").version == records
            took = time.perf_counter() - began
    first, last = (median(some) * 1e3 for some in (times[: len(times) // 10], times[-len(times) // 10 :]))
    return (
        f"{records} records on one case: a step {first:.2f} ms at first, {last:.2f} ms at last; opened in {took:.2f} s"
    )


def main(arguments: list[str]) -> None:
    """All of it, told line by line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--lives", type=int, default=2000)
    parser.add_argument("--records", type=int, default=10_000)
    given = parser.parse_args(arguments)
    print(property_of(given.lives), flush=True)
    with tempfile.TemporaryDirectory() as name:
        print("sqlite:", long_case(f"sqlite:///{Path(name) / 'long.sqlite'}", given.records), flush=True)
    with databases.served() as server:
        print("postgresql:", long_case(server.new(), given.records), flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
