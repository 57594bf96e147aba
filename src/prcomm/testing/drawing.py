"""Values of a lifecycle, drawn: lives, refusals, registers, and the rows that no walk comes to."""

from collections.abc import Iterable, Iterator
from datetime import date
from random import Random
from typing import Protocol, TypeVar, cast

from hypothesis import HealthCheck, given, settings, strategies as st

from prcomm.core.questions.lifecycle import Lifecycle
from prcomm.core.table.entities import Action, Entity, State
from prcomm.core.table.in_force import Row
from prcomm.core.table.reasons import ReasonKind
from prcomm.core.table.rows import Transition
from prcomm.core.values.errors import BadInput
from prcomm.testing.walking import FIRST, Payloads, Refusal, Walk

E = TypeVar("E", bound=Entity[State])
A = TypeVar("A", bound=Action)
T = TypeVar("T")

ROUND = 25
BYTES = 8192
GIVEN_UP = 1000
SLOW = (HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much, HealthCheck.large_base_example)
"""What Hypothesis would complain of: walks are long."""


def lives(lifecycle: Lifecycle[E, A], payloads: Payloads | None = None, *, first: date = FIRST) -> st.SearchStrategy[E]:
    """Entities that lived lawfully; ``entity.history`` holds what was done.

    Args:
        lifecycle: any lifecycle.
        payloads: how to fill fields that can't be guessed from their types.
        first: the first day of the year in which lives begin.
    """
    walk = Walk(lifecycle, payloads, first)
    return walk.lives(walk.rows)


def refusals(
    lifecycle: Lifecycle[E, A], payloads: Payloads | None = None, *, first: date = FIRST
) -> st.SearchStrategy[Refusal[E, A]]:
    """Actions that are refused, of every kind: no row, a forbidding row, the wrong role, too early, a guard.

    Args:
        lifecycle: any lifecycle.
        payloads: how to fill fields that can't be guessed from their types.
        first: the first day of the year in which lives begin.
    """
    walk = Walk(lifecycle, payloads, first)
    return walk.refusals(walk.rows)


def drawn(strategy: st.SearchStrategy[T], n: int, *, by: int) -> tuple[T, ...]:
    """So many values of a strategy: a register to try things on, the same each time.

    They are the same for the same number ``by`` under the same version of Hypothesis. Values may come twice. Raises
    ``BadInput`` if ``n`` is less than 1.

    Args:
        strategy: any strategy: ``lives(APPEAL, payloads)``, or your own of what a register holds.
        n: how many.
        by: by which number they are drawn; another gives others.
    """
    if n < 1:
        raise BadInput("drawn", (f"n: at least 1, not {n}",))
    found: list[T] = []

    @settings(database=None, deadline=None, suppress_health_check=SLOW)
    @given(strategy)
    def keep(value: T) -> None:
        found.append(value)

    # From bytes by chance: the engine that looks for failures makes most examples by changing others a little.
    once = cast("_Given", keep).hypothesis.fuzz_one_input
    chance, in_vain = Random(by), 0
    while len(found) < n:
        so_far = len(found)
        once(chance.randbytes(BYTES))
        in_vain = 0 if len(found) > so_far else in_vain + 1
        if in_vain == GIVEN_UP:
            raise BadInput("drawn", (f"strategy: it gave nothing in {GIVEN_UP} tries",))
    return tuple(found)


class _Once(Protocol):
    def fuzz_one_input(self, buffer: bytes) -> bytes | None: ...


class _Given(Protocol):
    """What ``given`` makes of a function: by the documentation of Hypothesis, not by its types."""

    hypothesis: _Once


def unreached(
    lifecycle: Lifecycle[E, A], payloads: Payloads | None = None, *, examples: int = 300, first: date = FIRST
) -> tuple[Transition[E, A], ...]:
    """The rows that no walk came to: none, where your payloads are rich enough and no row is dead.

    Forbidding rows count as reached when a refusal cites them.

    Args:
        lifecycle: any lifecycle.
        payloads: how to fill fields that can't be guessed from their types.
        examples: how many lives and refusals to try at most. After each 25 only the rows still left are goals.
        first: the first day of the year in which lives begin.
    """
    return still_unreached(Walk(lifecycle, payloads, first), lifecycle.rows, examples)


def still_unreached(walk: Walk[E, A], rows: Iterable[Transition[E, A]], examples: int) -> tuple[Transition[E, A], ...]:
    """Of some rows those to which so many more walks do not come."""
    left = {id(row): row for row in rows}
    for by, tried in enumerate(range(0, examples, ROUND)):
        if left:
            goals = cast("tuple[Row, ...]", tuple(left.values()))
            for walked in drawn(walk.walks(goals, ends=False), min(ROUND, examples - tried), by=by):
                for row in reached(walk.lifecycle, walked.life, walked.refusal):
                    left.pop(id(row), None)
    return tuple(left.values())


def reached(lifecycle: Lifecycle[E, A], life: E, refusal: Refusal[E, A] | None) -> Iterator[Row | None]:
    """The rows that a life came to, and one that forbids, if a refusal cites it."""
    before: E | None = None
    for record in life.history:
        action = cast("A", record.action)
        yield lifecycle.found(before, action).row
        before = lifecycle.begin(action) if before is None else lifecycle.apply(before, action)
    if refusal is not None and any(reason.kind is ReasonKind.NEVER for reason in refusal.verdict.reasons):
        yield lifecycle.found(refusal.entity, refusal.action).row
