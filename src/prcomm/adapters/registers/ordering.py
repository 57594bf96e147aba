"""In which order the lines of a case are judged."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby, islice, pairwise
from math import inf
from typing import Final

from pendulum import DateTime

from prcomm.adapters.registers.lines import Cells, RegisterLine
from prcomm.adapters.registers.mapping import Order, RegisterMapping
from prcomm.core.engine.verdicts import Refused
from prcomm.core.questions.audits import Audit, Entered, Finding, Unmapped
from prcomm.core.table.entities import Action, Entity, State
from prcomm.core.values.errors import BadInput, NotInForce
from prcomm.processes import AnyLifecycle

Entry = tuple[int, Action | Entered[Action] | Unmapped]
"""What one line comes to, and its number."""
ASKED: Final = 1000
"""How many cases are asked in which order the register is written."""
TRIED: Final = 200
"""The longest case of which the order within one instant is looked for."""


def order_of(cases: Iterable[tuple[str, tuple[RegisterLine, ...]]], at: Callable[[Cells], DateTime | None]) -> Order:
    """Whether a register is written newest first: if more of its cases go back in time, and nowhere on, than not."""
    back = on = 0
    for _, lines in islice(cases, ASKED):
        known = [when.timestamp() for when in (at(line.cells) for line in lines) if when is not None]
        steps = {later - sooner > 0 for sooner, later in pairwise(known) if later != sooner}
        back += steps == {False}
        on += steps == {True}
    return Order.NEWEST_FIRST if back > on else Order.REGISTER


def when(entry: Entry) -> float:
    """When something was done; last of all what nobody knows of."""
    of = entry[1]
    at = of.action.at if isinstance(of, Entered) else of.at
    return inf if at is None else at.timestamp()


def in_order(entries: Sequence[Entry], mapping: RegisterMapping) -> tuple[Entry, ...]:
    """What was done in a case, by time where the register says no order."""
    return tuple(sorted(entries, key=when) if mapping.order is Order.TIME else entries)


def of_one_instant(entries: Sequence[Entry]) -> bool:
    """Whether two things that follow one another were done in the same instant."""
    return any(when(one) == when(other) < inf for one, other in pairwise(entries))


def misplaced(findings: Iterable[Finding]) -> int:
    """How many findings are about a step: the order can mend no others."""
    return sum(finding.step is not None for finding in findings)


def placed(entries: Sequence[Entry], lifecycle: AnyLifecycle, at: DateTime) -> tuple[Entry, ...]:
    """The same, but what is of one instant in the order in which the table has a place for it.

    A register that gives an hour, or only a day, does not say what came first in it: a finding that rests on that alone
    would be false.
    """
    return tuple(_placed(entries, lifecycle, at)) if len(entries) <= TRIED else tuple(entries)


def _placed(entries: Sequence[Entry], lifecycle: AnyLifecycle, at: DateTime) -> Iterator[Entry]:
    entity: Entity[State] | None = None
    done: list[Action | Entered[Action] | Unmapped] = []
    for _, together in groupby(entries, when):
        waiting = list(together)
        while waiting:
            tried = ((n, _after(lifecycle, entity, entry)) for n, (_, entry) in enumerate(waiting))
            n, after = next(((n, after) for n, after in tried if after is not None), (0, None))
            entry = waiting.pop(n)
            done.append(entry[1])
            entity = lifecycle.audit(done, at).entity if after is None else after
            yield entry


def _after(
    lifecycle: AnyLifecycle, entity: Entity[State] | None, entry: Action | Entered[Action] | Unmapped
) -> Entity[State] | None:
    """The entity after a step, if the table accepts it."""
    action = entry.action if isinstance(entry, Entered) else entry
    try:
        return lifecycle.begin(action) if entity is None else lifecycle.apply(entity, action)  # type: ignore[arg-type]  # an Unmapped is refused
    except (Refused, BadInput, NotInForce):
        return None


def better(one: Audit[Entity[State]], other: Audit[Entity[State]]) -> bool:
    """Whether one audit of the same lines finds fewer of them out of place than another."""
    return misplaced(one.findings) < misplaced(other.findings)
