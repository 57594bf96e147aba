"""The ordinary way of a process, step by step, and what leaves it at each step: from its rows and deadlines alone.

An act that does what the way owes is a step of it. Any other act cuts the matter short, and is no step of it, if it
lifts what the way owes (it stands in ``until=`` of a deadline that runs), if it leads to an end to which it leads from
an earlier or a later state too, or if it answers what may befall in the state it leaves (it meets what is begun there
by an act that changes no state): so are things withdrawn, joined, called off, dissolved and put right.

The rule: of all ways by other acts, each that of one kind of entity, on which none leads back to an earlier phase, to
where none leads on (to an end, or to where the matter stays), the ordinary one goes through the most phases; of those,
it leaves the least of what it owes undone; of ends that are as far in that, it goes to the one that takes the most acts
to come to, by the fewest acts there are. Of acts that lead to as much, the one counts that leads to the state that is
defined first, and of these the one that stands first in the table. What the law forbids is no act.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from attrs import frozen

from prcomm.core.table.deadlines import Deadline
from prcomm.core.table.entities import Action, Entity, Phase, State
from prcomm.core.table.graph import Graph, Node
from prcomm.core.table.in_force import Row
from prcomm.core.values.alternatives import Kind
from prcomm.processes import AnyLifecycle

AnyDeadline = Deadline[Entity[State], Action]
Edge = tuple[Node, Row, State]


@frozen(eq=False)
class Stay:
    """A state of the way, and what may be done in it.

    Attributes:
        state: the state; ``None`` for nothing yet.
        leaving: the rows by which it is left, other than on the way, those first that end the matter.
        staying: the rows that leave it as it is.
        forbidden: what may never be done in it.
    """

    state: Node
    leaving: tuple[Row, ...]
    staying: tuple[Row, ...]
    forbidden: tuple[Row, ...]


@frozen(eq=False)
class Step(Stay):
    """One step of the ordinary way, from the state it leaves.

    Attributes:
        target: the state it leads to.
        rows: the rows of its act that lead from there to there: one for all kinds, or some for each.
    """

    target: State
    rows: tuple[Row, ...]

    @property
    def action(self) -> type[Action]:
        """The act."""
        return self.rows[0].action


@frozen(eq=False)
class _Reached:
    """A state as a way comes to it: by which edges, through which phases, and what it owes then."""

    state: Node = None
    phases: tuple[Phase, ...] = ()
    owed: frozenset[str] = frozenset()
    way: tuple[Edge, ...] = ()


def ordinary_way(lifecycle: AnyLifecycle) -> tuple[Step, ...]:
    """The ordinary way of a process as steps; none if nothing begins it. What is told at a step is not told again at a
    later one that has it too."""
    rows: tuple[Row, ...] = lifecycle.transitions
    order: dict[Node, int] = {state: n for n, state in enumerate(lifecycle.states)}
    ends = [end for kind in lifecycle.kinds or (None,) for end in _OfAKind.of(lifecycle, kind).ends()]
    first: dict[Node, _Reached] = {}  # of kinds that go as far to one end the one counts that is defined first
    for end in sorted(ends, key=lambda one: (-len(one.phases), len(one.owed))):
        first.setdefault(end.state, end)
    best = max(
        first.values(),
        key=lambda one: (len(one.phases), -len(one.owed), len(one.way), -order.get(one.state, 0)),
        default=_Reached(),
    )
    return tuple(_steps(best.way, rows, Graph.of(rows)))


def at_its_end(lifecycle: AnyLifecycle, steps: Sequence[Step]) -> Stay | None:
    """Where the ordinary way ends, with what may be done there still: all that leaves it, and what was not told at a
    step before; nothing, if that is nothing."""
    rows: tuple[Row, ...] = lifecycle.transitions
    told = {id(row) for step in steps for row in (*step.staying, *step.forbidden)}
    there = [row for row in _here(steps[-1].target, rows) if id(row) not in told] if steps else []
    return _stay(steps[-1].target, there, Graph.of(rows)) if there else None


@frozen(eq=False)
class _OfAKind:
    """The table as it is for one kind of entity.

    Attributes:
        graph: its rows.
        deadlines: what may be owed.
        owed: what of it a way leaves done or undone: what an act meets that changes the state, and not again and again.
        order: which state is defined before which.
    """

    graph: Graph
    deadlines: tuple[AnyDeadline, ...]
    owed: tuple[AnyDeadline, ...]
    order: Mapping[Node, int]

    @classmethod
    def of(cls, lifecycle: AnyLifecycle, kind: Kind | None) -> "_OfAKind":
        """The table for a kind: a row of its own stands before the common one."""
        mine = [row for row in lifecycle.transitions if not row.only or kind in row.only]
        edges = Graph.of(mine).edges
        own = {(at, row.action) for at, row, _ in edges if row.only}
        graph = Graph(tuple(edge for edge in edges if edge[1].only or (edge[0], edge[1].action) not in own))
        deadlines = tuple(one for one in lifecycle.deadlines if not one.only or kind in one.only)
        moving = {row.action for at, row, to in graph.edges if at is not to}
        once = (one for one in deadlines if not one.recurring and not set(one.begins) & set(one.met_by))
        owed = tuple(one for one in once if moving & set(one.met_by))
        return cls(graph, deadlines, owed, {state: n for n, state in enumerate(lifecycle.states)})

    def ends(self) -> Iterator[_Reached]:
        """Where no act leads on: each end, and of states that lead to each other alone the one that is farthest in the
        phases, and nearest at hand."""
        gone, steps = self._reached()
        back = tuple((at, row, to) for at, row, to in self.graph.edges if _back(at, to))
        all_steps = Graph((*steps, *back))
        after = {one.state: frozenset(all_steps.steps_from(one.state)) for one in gone}
        there: dict[frozenset[Node], list[_Reached]] = {}
        for one in gone:
            if all(after.get(to) == after[one.state] for to in after[one.state]):
                there.setdefault(after[one.state], []).append(one)
        for several in there.values():
            yield min(
                several, key=lambda one: (-len(one.phases), len(one.owed), len(one.way), self.order.get(one.state, 0))
            )

    def _reached(self) -> tuple[list[_Reached], list[Edge]]:
        """Each state once for each number of phases and all that is owed on the way to it, by the fewest acts; and
        every step that some way takes."""
        onward: dict[Node, list[Edge]] = {}
        for at, row, to in self.graph.edges:
            if to is not None and to is not at:
                onward.setdefault(at, []).append((at, row, to))
        short = frozenset((*self._early(), *self._answers()))
        gone, steps = [_Reached()], list[Edge]()
        seen = set[tuple[Node, tuple[Phase, ...], frozenset[str]]]()
        for one in gone:  # it grows as it is read
            for step in sorted(onward.get(one.state, ()), key=lambda step: self.order[step[2]]):
                further = self._further(one, step, short)
                if further is None:
                    continue
                steps.append(step)
                if (further.state, further.phases, further.owed) not in seen:
                    seen.add((further.state, further.phases, further.owed))
                    gone.append(further)
        return gone, steps

    def _further(self, one: _Reached, step: Edge, short: frozenset[tuple[Node, type[Action]]]) -> _Reached | None:
        """A way that goes on by a row; ``None`` where that leads back, or cuts the matter short."""
        at, row, to = step
        running = [owed for owed in self.owed if owed.name in one.owed]
        met = {owed.name for owed in running if row.action in owed.met_by}
        lifted = {owed.name for owed in running if row.action in owed.until}
        back = to.phase is not None and one.phases and to.phase.value < one.phases[-1].value
        if back or (not met and (lifted or (at, row.action) in short)):
            return None
        phases = one.phases if to.phase is None or one.phases[-1:] == (to.phase,) else (*one.phases, to.phase)
        begun = {owed.name for owed in self.owed if row.action in owed.begins}
        return _Reached(to, phases, one.owed - met - lifted | begun, (*one.way, step))

    def _early(self) -> Iterator[tuple[Node, type[Action]]]:
        """By which acts an end is come to from two states of which one leads to the other."""
        onward = Graph(tuple((at, row, to) for at, row, to in self.graph.edges if not _back(at, to)))
        after = {at: onward.steps_from(at) for at in self.graph.left}
        ending = [(at, row, to) for at, row, to in self.graph.edges if to not in onward.left]
        for (at, row, to), (other, another, end) in combinations(ending, 2):
            same = row.action is another.action and to is end and at is not other and end not in (at, other)
            if same and (other in after[at] or at in after[other]):
                yield from ((at, row.action), (other, row.action))

    def _answers(self) -> Iterator[tuple[Node, type[Action]]]:
        """The acts that meet in a state what an act that changes nothing of the state begins there."""
        for at, row, to in self.graph.edges:
            if at is to:
                met = (owed.met_by for owed in self.deadlines if row.action in owed.begins)
                yield from ((at, action) for several in met for action in several)


def _back(at: Node, to: Node) -> bool:
    """Whether that is a step back to an earlier phase."""
    before, after = at and at.phase, to and to.phase
    return bool(before and after and after.value < before.value)


def _steps(way: Iterable[Edge], rows: Sequence[Row], graph: Graph) -> Iterator[Step]:
    told = set[int]()
    for state, taken, target in way:
        here = _here(state, rows)
        leads = (row for row in here if not row.never and row.leads_to(state) is target)
        mine = tuple(row for row in leads if row.action is taken.action)
        stay = _stay(state, [row for row in here if row not in mine and id(row) not in told], graph)
        told |= {id(row) for row in here}
        yield Step(state, stay.leaving, stay.staying, stay.forbidden, target, mine)


def _here(state: Node, rows: Iterable[Row]) -> list[Row]:
    return [row for row in rows if (state in row.sources if row.sources else state is None)]


def _stay(state: Node, rows: Sequence[Row], graph: Graph) -> Stay:
    """What may be done in a state by some rows."""
    forbidden = tuple(row for row in rows if row.never)
    staying = tuple(row for row in rows if not row.never and row.leads_to(state) is state)
    leaving = [row for row in rows if not row.never and row.leads_to(state) is not state]
    leaving.sort(key=lambda row: row.leads_to(state) in graph.left)
    return Stay(state, tuple(leaving), staying, forbidden)
