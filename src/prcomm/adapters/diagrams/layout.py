"""Where the blocks of a picture stand: in columns, stacked, those of a frame together."""

from collections.abc import Iterable, Mapping, Sequence

from attrs import field, frozen

from prcomm.adapters.diagrams.arrows import Frame, Table
from prcomm.adapters.diagrams.blocks import Block, Setting, of_frame, of_start, of_state
from prcomm.core.table.entities import State

GAP, FRAME_PAD, START_GAP = 14, 9, 16
AIM = 16
"""An arrow that needs no bend comes in so far below the top of a block."""


@frozen(eq=False)
class Stack:
    """Blocks that stand right under each other in one column: a state, below what begins it.

    Attributes:
        column: the column.
        blocks: the blocks, from above.
    """

    column: int
    blocks: tuple[Block, ...]

    @property
    def columns(self) -> tuple[int, ...]:
        """Which columns it takes."""
        return (self.column,)


@frozen(eq=False)
class Group:
    """What stands inside a frame.

    Attributes:
        frame: the frame.
        inside: the stacks and frames in it, in order; its own lines come last.
    """

    frame: Frame
    inside: "tuple[Stack | Group, ...]"

    @property
    def columns(self) -> tuple[int, ...]:
        """Which columns it takes, without a gap."""
        taken = [column for one in self.inside for column in one.columns]
        return tuple(range(min(taken), max(taken) + 1))

    @property
    def depth(self) -> int:
        """How many frames stand in each other, this one counted."""
        return 1 + max((one.depth for one in self.inside if isinstance(one, Group)), default=0)


@frozen
class Span:
    """Where a frame is drawn.

    Attributes:
        group: what is inside.
        top: where it begins.
        bottom: where it ends.
    """

    group: Group
    top: float
    bottom: float


@frozen
class Placed:
    """Where everything stands, downwards.

    Attributes:
        tops: the top of each block.
        column: the column of each block.
        spans: the frames, outer ones first.
        bottom: where the lowest ends.
    """

    tops: Mapping[Block, float]
    column: Mapping[Block, int]
    spans: tuple[Span, ...]
    bottom: float

    def block(self, state: State) -> Block:
        """The box of a state."""
        return next(block for block in self.tops if block.state is state)


def placed(table: Table, setting: Setting, top: float) -> Placed:
    """Where the blocks of a table stand, the highest from ``top``."""
    placing = _Placing(table, setting)
    columns = sorted(set(table.columns.values()))
    tops = placing.stack(_nested(table, setting), dict.fromkeys(columns, top))
    return Placed(placing.tops, placing.column, tuple(placing.spans), max(tops.values()) - GAP)


def _nested(table: Table, setting: Setting) -> "tuple[Stack | Group, ...]":
    stacks = {state: _stack(table, state, setting) for state in table.states}
    return _inside(table.states, sorted(table.frames, key=lambda f: -len(f.states)), stacks, table, setting)


def _stack(table: Table, state: State, setting: Setting) -> Stack:
    box = of_state(table, state, setting)
    starts = tuple(line for line in table.starts if line.target is state)
    return Stack(table.columns[state], (of_start(starts, state, setting), box) if starts else (box,))


def _inside(
    states: Iterable[State], frames: Sequence[Frame], stacks: Mapping[State, Stack], table: Table, setting: Setting
) -> "tuple[Stack | Group, ...]":
    """The stacks and frames of some states: each frame stands where the first of its states does."""
    found: list[Stack | Group] = []
    left: list[State] = list(states)
    while left:
        state = left[0]
        frame = next((frame for frame in frames if state in frame.states), None)
        if frame is None:
            found.append(stacks[left.pop(0)])
            continue
        within = frames[frames.index(frame) + 1 :]
        inside = _inside(frame.states, [other for other in within if _in(other, frame)], stacks, table, setting)
        last = max(column for one in inside for column in one.columns)
        found.append(Group(frame, (*inside, Stack(last, (of_frame(frame, setting),)))))
        left = [other for other in left if other not in frame.states]
    return tuple(found)


def _in(inner: Frame, outer: Frame) -> bool:
    return set(inner.states) <= set(outer.states)


@frozen(eq=False)
class _Placing:
    """Placing in progress: what stands already."""

    table: Table
    setting: Setting
    tops: dict[Block, float] = field(factory=dict[Block, float])
    column: dict[Block, int] = field(factory=dict[Block, int])
    spans: list[Span] = field(factory=list[Span])

    def stack(self, items: "Iterable[Stack | Group]", free: dict[int, float]) -> dict[int, float]:
        """Place items below what stands, column by column; the first free place of each column afterwards."""
        left = list(items)
        while left:
            first = min(item.columns[0] for item in left)
            together = [item for item in left if item.columns[0] == first]
            item = together[self._next(together)]
            left.remove(item)
            if isinstance(item, Stack):
                free = free | {item.column: self._stacked(item, free[item.column])}
            else:
                free = free | self._framed(item, free)
        return free

    def _next(self, items: "Sequence[Stack | Group]") -> int:
        """Which comes first: that whose arrow begins highest. What no arrow leads to follows what stands before it."""
        wanted: list[float] = []
        for item in items:
            own = self._wanted(item)
            wanted.append((wanted[-1] if wanted else 0) if own is None else own)
        return wanted.index(min(wanted))

    def _wanted(self, item: "Stack | Group") -> float | None:
        """How far down the highest arrow that leads to it begins; what begins the entity comes first of all."""
        if isinstance(item, Group):
            return min((y for y in map(self._wanted, item.inside) if y is not None), default=None)
        state = item.blocks[-1].state
        if len(item.blocks) > 1 or state is None:
            return 0 if state else None
        return min(self._coming(state, item.column), default=None)

    def _coming(self, state: State, column: int) -> Iterable[float]:
        for block, top in self.tops.items():
            if self.column[block] == column - 1:
                yield from (top + entry.middle for entry in block.entries if entry.line.target is state)

    def _stacked(self, item: Stack, free: float) -> float:
        box = item.blocks[-1]
        if box.state is not None and len(item.blocks) == 1:
            coming = list(self._coming(box.state, item.column))
            free = max(free, min(coming) - AIM) if coming else free
        for block in item.blocks:
            self.tops[block] = free
            self.column[block] = item.column
            free += block.height + (START_GAP if block.begins else 0)
        return free + GAP

    def _framed(self, group: Group, free: dict[int, float]) -> dict[int, float]:
        wanted = self._wanted(group)
        top = max(free[column] for column in group.columns)
        top = top if wanted is None else max(top, wanted - AIM - FRAME_PAD)
        at = len(self.spans)
        within = self.stack(group.inside[:-1], dict.fromkeys(group.columns, top + FRAME_PAD))
        own = group.inside[-1]
        assert isinstance(own, Stack)
        lowest = self._stacked(own, max(within[c] for c in own.columns))
        bottom = max(lowest, *within.values()) - GAP + FRAME_PAD - 4
        self.spans.insert(at, Span(group, top, bottom))
        return dict.fromkeys(group.columns, bottom + GAP)
