"""A lifecycle is ready once it is built: its first use makes nothing that threads could share half made, and another
law leaves nothing behind."""

import gc
import sys
import threading
import tracemalloc
from datetime import date
from typing import Any

from one_duty import FIVE, LAW, Do, duty, lived
from samples.petition import CARL, HEIDI, PETITION, Answer, Close, Lengthen, Take, at as petition_at, filed_on

from prcomm import Days, Lifecycle
from prcomm.core.engine.dispatch import Ready

THREADS, ROUNDS = 8, 40


def a_life(lifecycle: Lifecycle[Any, Any]) -> Any:
    """Filed on the 3rd of March, and closed on the 8th."""
    petition = lifecycle.begin(filed_on(3, 3).history[0].action)
    for action in (
        Take(at=petition_at(3, 3), by=CARL),
        Lengthen(at=petition_at(3, 6), by=HEIDI),
        Answer(at=petition_at(3, 7), by=CARL, digest="d"),
        Close(at=petition_at(3, 8), by=HEIDI),
    ):
        petition = lifecycle.apply(petition, action)
    return petition


def test_threads_that_use_a_fresh_lifecycle_at_once_all_do_what_one_does():
    """Eight threads, forced to take turns after every few instructions, on a lifecycle nobody has used."""
    expected, switch = a_life(PETITION), sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        for _ in range(ROUNDS):
            fresh = Lifecycle(
                "petition", PETITION.transitions, PETITION.deadlines, law=PETITION.law, parts=PETITION.parts
            )
            found: list[Any] = []
            start = threading.Barrier(THREADS)

            def use(fresh: Any = fresh, found: list[Any] = found, start: threading.Barrier = start) -> None:
                start.wait()
                try:
                    found.append(a_life(fresh))
                except Exception as error:
                    found.append(error)

            threads = [threading.Thread(target=use) for _ in range(THREADS)]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()
            assert found == [expected] * THREADS
    finally:
        sys.setswitchinterval(switch)


def test_its_first_use_makes_no_row_ready(monkeypatch):
    """All are ready when it is built: threads find them, and make none."""
    fresh = Lifecycle("petition", PETITION.transitions, PETITION.deadlines, law=PETITION.law, parts=PETITION.parts)

    def made(self: Ready, *given: object) -> None:
        raise AssertionError("a row was made ready")

    monkeypatch.setattr(Ready, "__init__", made)
    monkeypatch.setattr("builtins.compile", made)
    assert a_life(fresh).version == 5


def test_another_law_in_a_loop_leaves_nothing_behind():
    """Under a thousand laws one after the other, as an example that tries amendments does."""
    lifecycle = duty(Days(15))

    def under(days: range) -> None:
        for day in days:
            other = lifecycle.under(LAW.known(date.fromordinal(700_000 + day)))
            lived(other, FIVE, "2026-03-02 10:00", (Do, "2026-03-03 10:00"))

    under(range(50))
    gc.collect()
    tracemalloc.start()
    try:
        under(range(50, 100))
        gc.collect()
        before = ours()
        under(range(100, 300))
        gc.collect()
        after = ours()
        held = lifecycle.under(LAW.known(date.fromordinal(700_300)))
        with_one_held = ours()
    finally:
        tracemalloc.stop()
    assert after - before < 20_000, f"{(after - before) / 200:.0f} bytes a law are left"
    assert with_one_held > after, f"{held} is not seen"


def ours() -> int:
    """The bytes that were allocated in the library and still stand: pendulum keeps days of its own."""
    kept = tracemalloc.take_snapshot().filter_traces((tracemalloc.Filter(True, "*/prcomm/*"),))
    return sum(one.size for one in kept.statistics("filename"))
