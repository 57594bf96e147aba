"""The ordinary way of a process, step by step, and what leaves it at each step: from the graph of its table alone.

The rule: of all ways from the beginning to an end of the entity, on which no act leads back to an earlier phase, the
ordinary one goes through the most phases; of ends that are as far in that, it goes to the one that takes the most acts
to come to, by the fewest acts there are. Of acts that lead to as much, the one counts that leads to the state that is
defined first, and of these the one that stands first in the table. What the law forbids is no act.
"""

from collections.abc import Iterable, Iterator, Sequence

from attrs import frozen

from prcomm.core.table.entities import Action, Phase, State
from prcomm.core.table.graph import Graph, Node
from prcomm.core.table.in_force import Row
from prcomm.processes import AnyLifecycle


@frozen(eq=False)
class Step:
    """One step of the ordinary way.

    Attributes:
        state: the state it leaves; ``None`` for nothing yet.
        target: the state it leads to.
        rows: the rows of its act that lead from there to there: one for all kinds, or some for each.
        leaving: the rows of the state by which it is left otherwise, those first that end the matter.
        staying: the rows that leave the state as it is.
        forbidden: what may never be done in it.
    """

    state: Node
    target: State
    rows: tuple[Row, ...]
    leaving: tuple[Row, ...]
    staying: tuple[Row, ...]
    forbidden: tuple[Row, ...]

    @property
    def action(self) -> type[Action]:
        """The act."""
        return self.rows[0].action


@frozen(eq=False)
class _Reached:
    """A state as a way comes to it: by which edges, and through which phases."""

    state: Node
    phases: tuple[Phase, ...]
    way: tuple[tuple[Node, State], ...]


def ordinary_way(lifecycle: AnyLifecycle) -> tuple[Step, ...]:
    """The ordinary way of a process as steps; none if nothing begins it. What is told at a step is not told again at a
    later one that has it too."""
    rows: tuple[Row, ...] = lifecycle.transitions
    graph = Graph.of(rows)
    found = tuple(_reached(graph, lifecycle.states))
    ends = [one for one in found if one.state not in graph.left] or [one for one in found if one.way]
    best = max(ends, key=lambda one: (len(one.phases), len(one.way), -_place(one.state, lifecycle)), default=None)
    return tuple(_steps(best.way if best else (), rows, graph))


def _place(state: Node, lifecycle: AnyLifecycle) -> int:
    return lifecycle.states.index(state) if state in lifecycle.states else -1


def _reached(graph: Graph, states: Sequence[State]) -> Iterator[_Reached]:
    """Each state once for each number of phases on the way to it, by the fewest acts."""
    order = {state: n for n, state in enumerate(states)}
    onward: dict[Node, list[State]] = {}
    for at, _, to in graph.edges:
        if to is not None and to is not at and to not in onward.setdefault(at, []):
            onward[at].append(to)
    edge, seen = [_Reached(None, (), ())], set[tuple[Node, tuple[Phase, ...]]]()
    while edge:
        following: list[_Reached] = []
        for one in edge:
            yield one
            for to in sorted(onward.get(one.state, ()), key=lambda to: order.get(to, len(order))):
                phases = _further(one.phases, to)
                if phases is not None and (to, phases) not in seen:
                    seen.add((to, phases))
                    following.append(_Reached(to, phases, (*one.way, (one.state, to))))
        edge = following


def _further(phases: tuple[Phase, ...], to: State) -> tuple[Phase, ...] | None:
    """The phases of a way that goes on to a state; ``None`` where that leads back."""
    if to.phase is None or phases[-1:] == (to.phase,):
        return phases
    return None if phases and to.phase.value < phases[-1].value else (*phases, to.phase)


def _steps(way: Iterable[tuple[Node, State]], rows: Sequence[Row], graph: Graph) -> Iterator[Step]:
    told = set[int]()
    for state, target in way:
        here = [row for row in rows if (state in row.sources if row.sources else state is None)]
        leads = [row for row in here if not row.never and row.leads_to(state) is target]
        mine = tuple(row for row in leads if row.action is leads[0].action)
        others = [row for row in here if row not in mine and id(row) not in told]
        told |= {id(row) for row in here}
        forbidden = tuple(row for row in others if row.never)
        staying = tuple(row for row in others if not row.never and row.leads_to(state) is state)
        leaving = [row for row in others if not row.never and row.leads_to(state) is not state]
        leaving.sort(key=lambda row: row.leads_to(state) in graph.left)
        yield Step(state, target, mine, tuple(leaving), staying, forbidden)
