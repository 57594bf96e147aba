"""What a picture of a table shows: its states in bands, its rows as lines of a state or of several."""

from collections.abc import Iterable, Iterator, Mapping

from attrs import evolve, field, frozen

from prcomm.core.sources.citations import Basis, is_law
from prcomm.core.sources.people import Role, Who
from prcomm.core.table.entities import Action, Phase, State
from prcomm.core.table.graph import Graph
from prcomm.core.table.in_force import Row
from prcomm.core.values.alternatives import Kind
from prcomm.labels.lacking import named_sets
from prcomm.processes import AnyLifecycle


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
class Several:
    """States that share lines: these are drawn once.

    Attributes:
        states: the states.
        lines: what they share.
        name: the name of these states together, if they have one.
    """

    states: tuple[State, ...]
    lines: tuple[Arrow, ...]
    name: str = ""

    @property
    def moves(self) -> bool:
        """Whether any of its lines leads to another state."""
        return any(line.target is not None for line in self.lines)


@frozen(eq=False)
class Band:
    """States that stand below each other: those of a phase.

    Attributes:
        phase: the phase, if they stand for one.
        states: its states, without the ends that are gathered.
    """

    phase: Phase | None
    states: tuple[State, ...]


@frozen(eq=False)
class Table:
    """One table of a lifecycle as it is drawn: that of the entity, or that of a part.

    Attributes:
        name: of a part, its name.
        states: its states.
        final: the states without a way out.
        ends: of several such states all, which are gathered in one box.
        bands: the other states, from above.
        starts: the lines that begin it.
        own: the lines of each state.
        frames: states that share lines and stand together, each within or beside each other.
        apart: states that share lines and do not.
        running: the deadlines that may run in each state.
        kinds: all kinds that the rows of the lifecycle tell apart.
    """

    name: str
    states: tuple[State, ...]
    final: tuple[State, ...]
    ends: tuple[State, ...]
    bands: tuple[Band, ...]
    starts: tuple[Arrow, ...]
    own: Mapping[State, tuple[Arrow, ...]]
    frames: tuple[Several, ...]
    apart: tuple[Several, ...]
    running: Mapping[State, tuple[str, ...]] = field(factory=dict[State, tuple[str, ...]])
    kinds: tuple[Kind, ...] = ()

    @property
    def lines(self) -> Iterator[Arrow]:
        """Every line of it."""
        yield from self.starts
        for lines in self.own.values():
            yield from lines
        for several in (*self.frames, *self.apart):
            yield from several.lines

    def band(self, state: State) -> int:
        """In which band a state stands."""
        return next(n for n, band in enumerate(self.bands) if state in band.states)


def tables(lifecycle: AnyLifecycle, bands: Mapping[State, int] | None = None) -> tuple[Table, ...]:
    """The tables of a lifecycle as they are drawn: that of the entity, and that of each part.

    Args:
        lifecycle: the lifecycle.
        bands: the band of a state, counted from 0, where the automatic one is not good enough.
    """
    whole = _table(lifecycle, "", lifecycle.states, lifecycle.transitions, lifecycle.final, bands or {})
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
    names = named_sets(lifecycle)
    lines = tuple(_lines(rows, lifecycle))
    lines = tuple(single for line in lines for single in _singles(line, lines, names))
    sets = dict.fromkeys(line.sources for line in lines if len(line.sources) > 1)
    groups = [Several(of, tuple(x for x in lines if x.sources == of), names.get(frozenset(of), "")) for of in sets]
    ends = final if len(final) > 1 else ()
    bands = tuple(_bands(tuple(state for state in states if state not in ends), rows, given))
    frames = tuple(_frames(groups, bands))
    return Table(
        name,
        states,
        final,
        ends,
        bands,
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


def _singles(line: Arrow, lines: Iterable[Arrow], names: Mapping[frozenset[State], str]) -> tuple[Arrow, ...]:
    """Two states that share one move and nothing else, not even a name, have an arrow each, rather than a frame."""
    alone = not any(other is not line and other.sources == line.sources for other in lines)
    if len(line.sources) == 2 and line.target is not None and alone and frozenset(line.sources) not in names:
        return tuple(
            evolve(line, sources=(source,), target=None if line.target is source else line.target)
            for source in line.sources
        )
    return (line,)


def _bands(states: tuple[State, ...], rows: tuple[Row, ...], given: Mapping[State, int]) -> Iterator[Band]:
    """Bands by phase, or as they are given; one of all where no phase is named. In each comes first what fewer steps
    lead to."""
    steps = Graph.of(rows).steps_from(None)
    inside = sorted(states, key=lambda state: (steps.get(state, len(states)), states.index(state)))
    phased = all(state.phase for state in states)
    phases = tuple(phase for phase in Phase if any(state.phase is phase for state in states)) if phased else ()
    own = {state: phases.index(state.phase) if phased and state.phase else 0 for state in states}
    places = {state: given.get(state, own[state]) for state in inside}
    for n in sorted(set(places.values())):
        phase = phases[n] if n < len(phases) and not given else None
        yield Band(phase, tuple(state for state in inside if places[state] == n))


def _frames(groups: list[Several], bands: tuple[Band, ...]) -> Iterator[Several]:
    """What can be drawn as frames: those with most moves first, none across another, each of states that can stand
    together while every band stays whole."""
    taken: list[Several] = []
    every = [state for band in bands for state in band.states]
    for group in sorted(groups, key=lambda group: -sum(line.target is not None for line in group.lines)):
        within = all(_apart(group.states, other.states) for other in taken)
        if within and set(group.states) <= set(every) and _whole(bands, [*taken, group]):
            taken.append(group)
            yield group


def _apart(one: tuple[State, ...], other: tuple[State, ...]) -> bool:
    a, b = set(one), set(other)
    return a <= b or b <= a or not a & b


def _whole(bands: tuple[Band, ...], frames: list[Several]) -> bool:
    place = {state: n for n, band in enumerate(bands) for state in band.states}
    order = [place[state] for state in flat(nested(bands, frames))]
    return order == sorted(order)


Nested = tuple["State | Inside", ...]


@frozen(eq=False)
class Inside:
    """What stands in a frame.

    Attributes:
        frame: the frame.
        inside: its states and the frames in it, in order.
    """

    frame: Several
    inside: Nested

    @property
    def depth(self) -> int:
        """How many frames stand in each other, this one counted."""
        return 1 + max((one.depth for one in self.inside if isinstance(one, Inside)), default=0)


def nested(bands: tuple[Band, ...], frames: Iterable[Several]) -> Nested:
    """All states from above, those of a frame together. A frame of several bands stands at the end of its first."""
    place = {state: (n, k) for n, band in enumerate(bands) for k, state in enumerate(band.states)}
    outer = sorted(frames, key=lambda frame: -len(frame.states))
    return _nested(list(place), outer, place)


def _nested(states: list[State], frames: list[Several], place: Mapping[State, tuple[int, int]]) -> Nested:
    found: list[tuple[tuple[int, int, int], State | Inside]] = []
    left: list[State] = list(states)
    while left:
        state = left[0]
        frame = next((one for one in frames if state in one.states), None)
        if frame is None:
            found.append(((place[state][0], 0, place[state][1]), state))
            left = left[1:]
            continue
        members = [other for other in left if other in frame.states]
        within = [one for one in frames[frames.index(frame) + 1 :] if set(one.states) <= set(frame.states)]
        across = len({place[member][0] for member in members}) > 1
        key = (min(place[member][0] for member in members), int(across), place[members[0]][1])
        found.append((key, Inside(frame, _nested(members, within, place))))
        left = [other for other in left if other not in frame.states]
    return tuple(one for _, one in sorted(found, key=lambda pair: pair[0]))


def flat(items: Nested) -> Iterator[State]:
    """The states as they stand, from above."""
    for item in items:
        if isinstance(item, Inside):
            yield from flat(item.inside)
        else:
            yield item


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
