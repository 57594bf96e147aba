"""What a picture of a table shows: its states in columns, its rows as lines of a state, of a frame or of a panel."""

from collections.abc import Iterable, Iterator, Mapping

from attrs import evolve, field, frozen

from prcomm.core.sources.citations import Basis, is_law
from prcomm.core.sources.people import Role, Who
from prcomm.core.table.entities import Action, Phase, State
from prcomm.core.table.graph import Graph
from prcomm.core.table.in_force import Row
from prcomm.core.values.alternatives import Kind
from prcomm.processes import AnyLifecycle

COLUMNS = 4
"""States that name no phase are put into so many columns at most."""


@frozen(eq=False)
class Arrow:
    """Rows that lead from the same states to the same one by the same action, all by law or all not: they are shown as
    one line.

    Attributes:
        rows: the rows; they may differ in kind, role and guard.
        sources: the states they start from; empty for a start.
        target: the state they lead to; ``None`` where the state stays, or the law forbids.
        meets: the deadlines that the action meets.
    """

    rows: tuple[Row, ...]
    sources: tuple[State, ...]
    target: State | None
    meets: tuple[str, ...] = ()

    @property
    def action(self) -> type[Action]:
        """The action."""
        return self.rows[0].action

    @property
    def never(self) -> str:
        """What the law says, where it forbids."""
        return self.rows[0].never

    @property
    def is_law(self) -> bool:
        """Whether its rows rest on law."""
        return is_law(self.rows[0].cites)

    @property
    def roles(self) -> tuple[Role, ...]:
        """Who may."""
        return tuple(dict.fromkeys(role for row in self.rows for role in row.roles))

    @property
    def who(self) -> tuple[Who, ...]:
        """Who may, each with what says so."""
        return tuple(dict.fromkeys(row.who for row in self.rows))

    @property
    def unread(self) -> frozenset[Role]:
        """Those of its roles that some row names by less than the text of an act."""
        return frozenset(role for who in self.who for role in who.roles if who.basis is not Basis.STATUTE)

    @property
    def kinds(self) -> tuple[Kind, ...]:
        """The kinds it is for; empty for all."""
        kinds = set[Kind]().union(*(row.only for row in self.rows))
        every = type(next(iter(kinds))) if kinds else ()
        return tuple(kind for kind in every if kind in kinds) if all(row.only for row in self.rows) else ()


@frozen(eq=False)
class Frame:
    """States that share lines: these are drawn once.

    Attributes:
        states: the states.
        lines: what they share.
    """

    states: tuple[State, ...]
    lines: tuple[Arrow, ...]


@frozen(eq=False)
class Table:
    """One table of a lifecycle as it is drawn: that of the entity, or that of a part.

    Attributes:
        name: of a part, its name.
        states: its states.
        final: the states without a way out.
        columns: the column of each state.
        phases: the phase of each column, where they stand for phases.
        starts: the lines that begin it.
        own: the lines of each state.
        frames: states that share lines, each within or beside each other.
        shared: states that share lines and lie apart.
        running: the deadlines that may run in each state.
        kinds: all kinds that the rows of the lifecycle tell apart.
    """

    name: str
    states: tuple[State, ...]
    final: tuple[State, ...]
    columns: Mapping[State, int]
    phases: tuple[Phase, ...]
    starts: tuple[Arrow, ...]
    own: Mapping[State, tuple[Arrow, ...]]
    frames: tuple[Frame, ...]
    shared: tuple[Frame, ...]
    running: Mapping[State, tuple[str, ...]] = field(factory=dict[State, tuple[str, ...]])
    kinds: tuple[Kind, ...] = ()


def tables(lifecycle: AnyLifecycle, columns: Mapping[State, int] | None = None) -> tuple[Table, ...]:
    """The tables of a lifecycle as they are drawn: that of the entity, and that of each part.

    Args:
        lifecycle: the lifecycle.
        columns: the column of a state, counted from 0, where the automatic one is not good enough.
    """
    whole = _table(lifecycle, "", lifecycle.states, lifecycle.transitions, lifecycle.final, columns or {})
    parts = (
        _table(lifecycle, part.name, tuple(part.states), part.transitions, _ends(part.transitions, part.states), {})
        for part in lifecycle.parts
    )
    return (whole, *parts)


def _ends(rows: Iterable[Row], states: Iterable[State]) -> tuple[State, ...]:
    """The states of a part that no row leads out of."""
    left = Graph.of(rows).left
    return tuple(state for state in states if state not in left)


def _table(
    lifecycle: AnyLifecycle,
    name: str,
    states: tuple[State, ...],
    rows: tuple[Row, ...],
    final: tuple[State, ...],
    given: Mapping[State, int],
) -> Table:
    lines = tuple(_lines(rows, lifecycle))
    columns, phases = _columns(states, rows)
    columns = {state: given.get(state, column) for state, column in columns.items()}
    lines = tuple(single for line in lines for single in _singles(line, lines))
    sets = dict.fromkeys(line.sources for line in lines if len(line.sources) > 1)
    groups = [Frame(of, tuple(line for line in lines if line.sources == of)) for of in sets]
    frames = tuple(_frames(groups, columns, states))
    return Table(
        name,
        states,
        final,
        columns,
        phases if not given else (),
        tuple(line for line in lines if not line.sources),
        {state: tuple(line for line in lines if line.sources == (state,)) for state in states},
        frames,
        tuple(group for group in groups if group not in frames),
        _running(lifecycle, rows, states),
        lifecycle.kinds,
    )


def _lines(rows: tuple[Row, ...], lifecycle: AnyLifecycle) -> Iterator[Arrow]:
    alike: dict[tuple[object, ...], list[Row]] = {}
    for row in rows:
        alike.setdefault((row.sources, row.action, row.target, row.never, is_law(row.cites)), []).append(row)
    for several in alike.values():
        first = several[0]
        targets = {first.leads_to(source) for source in first.sources or (None,)}
        target = targets.pop() if len(targets) == 1 and not first.never else None
        stays = len(first.sources) == 1 and target is first.sources[0]
        meets = tuple(d.name for d in lifecycle.deadlines if first.action in d.met_by and not first.never)
        yield Arrow(tuple(several), first.sources, None if stays else target, meets)


def _singles(line: Arrow, lines: Iterable[Arrow]) -> tuple[Arrow, ...]:
    """Two states that share one move and nothing else have an arrow each, rather than a frame."""
    alone = not any(other is not line and other.sources == line.sources for other in lines)
    if len(line.sources) == 2 and line.target is not None and alone:
        return tuple(evolve(line, sources=(source,)) for source in line.sources)
    return (line,)


def _columns(states: tuple[State, ...], rows: Iterable[Row]) -> tuple[dict[State, int], tuple[Phase, ...]]:
    """Columns by phase; where no phase is named, by how many steps lead there."""
    if all(state.phase for state in states):
        phases = tuple(phase for phase in Phase if any(state.phase is phase for state in states))
        return {state: phases.index(state.phase) for state in states if state.phase}, phases
    steps = _steps(states, tuple(rows))
    ranks = sorted(set(steps.values()))
    many = min(len(ranks), COLUMNS)
    return {state: ranks.index(steps[state]) * many // len(ranks) for state in states}, ()


def _steps(states: tuple[State, ...], rows: tuple[Row, ...]) -> dict[State, int]:
    """How many steps lead to each state from where it begins; where none do, one more than to any other."""
    steps = Graph.of(rows).steps_from(None)
    return {state: steps.get(state, len(set(steps.values()))) for state in states}


def _frames(groups: list[Frame], columns: Mapping[State, int], states: tuple[State, ...]) -> Iterator[Frame]:
    """What can be drawn as frames: those with moves first, then those in one column, none across another."""
    taken: list[Frame] = []
    moves = sorted(groups, key=lambda group: -sum(line.target is not None for line in group.lines))
    for group in moves:
        across = {columns[state] for state in group.states}
        moving = any(line.target is not None for line in group.lines)
        near = max(across) - min(across) < 2 and len(group.states) < len(states)
        nested = all(_apart(group.states, other.states) for other in taken)
        if nested and near and (moving or len(across) == 1):
            taken.append(group)
            yield group


def _apart(one: tuple[State, ...], other: tuple[State, ...]) -> bool:
    a, b = set(one), set(other)
    return a <= b or b <= a or not a & b


def _running(lifecycle: AnyLifecycle, rows: tuple[Row, ...], states: tuple[State, ...]) -> dict[State, tuple[str, ...]]:
    """In which states each deadline may run that an action of these rows begins."""
    found: dict[State, list[str]] = {state: [] for state in states}
    for deadline in lifecycle.deadlines:
        only = set(deadline.only)
        lawful = [row for row in rows if not row.never and (not only or not row.only or only & set(row.only))]
        ends = {*deadline.met_by, *deadline.until}
        begins = [row for row in lawful if row.action in deadline.begins and row.action not in deadline.met_by]
        starts = {to for _, _, to in Graph.of(begins).edges}
        for state in Graph.of(row for row in lawful if row.action not in ends).steps_from(*starts):
            if state is not None:
                found[state].append(deadline.name)
    return {state: tuple(names) for state, names in found.items() if names}
