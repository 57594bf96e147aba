"""The graph of a table: its states, nothing yet among them, and the rows that lead from one to another."""

from collections.abc import Iterable, Mapping

from attrs import frozen

from prcomm.core.table.entities import State
from prcomm.core.table.in_force import Cell, Row
from prcomm.core.values.alternatives import Kind

Node = State | None
"""A state; ``None`` is nothing yet."""


@frozen(eq=False)
class Graph:
    """Which row leads from where to where. Rows that forbid lead nowhere.

    Attributes:
        edges: from each state by which row to which state.
    """

    edges: tuple[tuple[Node, Row, Node], ...]

    @classmethod
    def of(cls, rows: Iterable[Row]) -> "Graph":
        """The graph of some rows."""
        lead = (row for row in rows if not row.never)
        return cls(tuple((state, row, row.leads_to(state)) for row in lead for state in row.sources or (None,)))

    @classmethod
    def of_cells(cls, cells: Mapping[Cell, Row], kind: Kind | None) -> "Graph":
        """The graph of the cells of one kind; of all, where nothing says which."""
        mine = ((state, row) for (state, _, of), row in cells.items() if kind in (None, of) and not row.never)
        return cls(tuple((state, row, row.leads_to(state)) for state, row in mine))

    def steps_from(self, *states: Node) -> dict[Node, int]:
        """How many steps at least lead from any of these states to each that can be reached."""
        return _counted(states, ((state, target) for state, _, target in self.edges))

    def steps_to(self, *states: Node) -> dict[Node, int]:
        """How many steps at least lead to any of these states, from each from which they can be reached."""
        return _counted(states, ((target, state) for state, _, target in self.edges))

    def way(self, state: Node, ends: Iterable[Node]) -> tuple[Row, ...]:
        """The shortest way from a state to any of these, as rows; none if there is no way, or none is needed."""
        steps = self.steps_to(*ends)
        way: list[Row] = []
        while steps.get(state):
            nearer = steps[state] - 1
            row, state = next((row, to) for at, row, to in self.edges if at is state and steps.get(to) == nearer)
            way.append(row)
        return tuple(way)

    @property
    def left(self) -> frozenset[Node]:
        """The states that some row leads out of."""
        return frozenset(state for state, _, target in self.edges if target is not state)


def _counted(begin: Iterable[Node], edges: Iterable[tuple[Node, Node]]) -> dict[Node, int]:
    beside: dict[Node, list[Node]] = {}
    for one, other in edges:
        beside.setdefault(one, []).append(other)
    steps: dict[Node, int] = {}
    edge, count = dict.fromkeys(begin), 0
    while edge:
        steps |= dict.fromkeys(edge, count)
        edge, count = {to: None for at in edge for to in beside.get(at, ()) if to not in steps}, count + 1
    return steps
