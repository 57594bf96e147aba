"""The arrows of a picture. They run in the gaps between the columns and nowhere else, so they cross no text: where one
can't, the line says in words where it leads."""

from collections.abc import Iterable, Mapping

from attrs import evolve, frozen

from prcomm.adapters.diagrams.arrows import Arrow, Table
from prcomm.adapters.diagrams.blocks import Block
from prcomm.adapters.diagrams.layout import FRAME_PAD, Placed, Span

TRACK, HEAD, LOOP, SLOT = 7, 9, 6, 7
NARROWEST_GAP = 26
MARGIN = 4

Point = tuple[float, float]


@frozen(eq=False)
class Wire:
    """One arrow before it is given its way.

    Attributes:
        line: the line it is drawn for.
        source: the block it leaves.
        target: the block it leads to.
        begins: how far down it begins.
        ends: how far down it ends.
        side: by how many columns it goes to the right: 1, 0 or -1.
    """

    line: Arrow
    source: Block
    target: Block
    begins: float
    ends: float
    side: int

    @property
    def straight(self) -> bool:
        """Whether it needs no bend."""
        return self.side != 0 and abs(self.begins - self.ends) < 0.5


@frozen
class Routed:
    """The picture from left to right.

    Attributes:
        lefts: where each column begins.
        arrows: the points of each arrow.
        frames: left and right of each frame.
        width: how wide all of it is.
    """

    lefts: Mapping[int, float]
    arrows: tuple[tuple[Wire, tuple[Point, ...]], ...]
    frames: tuple[tuple[Span, float, float], ...]
    width: float


@frozen
class _Gap:
    """A column and the gap to its right.

    Attributes:
        left: where the column begins.
        right: where it ends.
        loops: the arrows between its own blocks, from the shortest.
        wires: the arrows that cross the gap with a bend, from left to right.
        border: where the outermost frame that ends with the column has its right border.
        end: where the gap ends.
    """

    left: float
    right: float
    loops: tuple[Wire, ...]
    wires: tuple[Wire, ...]
    border: float
    end: float

    def ways(self, placed: Placed, lefts: Mapping[int, float], room: float) -> Iterable[tuple[Wire, tuple[Point, ...]]]:
        """The ways of its arrows."""
        for n, wire in enumerate(self.loops):
            x = self.right + HEAD + LOOP * n
            yield wire, ((self.right, wire.begins), (x, wire.begins), (x, wire.ends), (self.right, wire.ends))
        for n, wire in enumerate(self.wires):
            x = self.border + TRACK * (n + 1)
            first, last = _ends(wire, placed, lefts, room)
            yield wire, ((first, wire.begins), (x, wire.begins), (x, wire.ends), (last, wire.ends))


def far(table: Table) -> frozenset[Arrow]:
    """The lines that have no arrow, since it would have to pass a column or to leave a panel."""
    apart = [line for frame in table.shared for line in frame.lines if line.target is not None]
    drawn = [*(line for lines in table.own.values() for line in lines), *(ln for f in table.frames for ln in f.lines)]
    return frozenset((*apart, *(line for line in drawn if line.target is not None and abs(_side(line, table)) > 1)))


def _side(line: Arrow, table: Table) -> int:
    assert line.target is not None
    return table.columns[line.target] - max(table.columns[state] for state in line.sources)


def routed(table: Table, placed: Placed, without: frozenset[Arrow], room: float) -> Routed:
    """The ways of all arrows.

    Args:
        table: what is drawn.
        placed: where everything stands, downwards.
        without: the lines without an arrow.
        room: how wide a column is.
    """
    wires = _slotted(tuple(_wires(table, placed, without)), placed)
    gaps: list[_Gap] = []
    x = float(MARGIN)
    last = max(table.columns.values())
    for column in range(last + 1):
        gaps.append(_gap(column, wires, placed, x, room, last=column == last))
        x = gaps[-1].end
    lefts = {column: gap.left for column, gap in enumerate(gaps)}
    straight = ((w, _straight(w, placed, lefts, room)) for w in wires if w.straight)
    bent = (way for gap in gaps for way in gap.ways(placed, lefts, room))
    frames = tuple(
        (
            span,
            gaps[span.group.columns[0]].left - FRAME_PAD * span.group.depth,
            _border(gaps[span.group.columns[-1]], span.group.depth),
        )
        for span in placed.spans
    )
    return Routed(lefts, (*bent, *straight), frames, x + MARGIN)


def _gap(column: int, wires: Iterable[Wire], placed: Placed, x: float, room: float, *, last: bool) -> _Gap:
    mine = [wire for wire in wires if _left_column(wire, placed) == column]
    loops = sorted((w for w in mine if w.side == 0), key=lambda w: abs(w.begins - w.ends))
    bent = [wire for wire in mine if wire.side and not wire.straight]
    left = x + FRAME_PAD * _depth(placed, column, 0)
    right = left + room
    inner = HEAD + LOOP * len(loops) if loops else 0
    border = right + inner + FRAME_PAD * _depth(placed, column, -1)
    crossed = any(wire.side for wire in mine)
    wide = max(TRACK * (len(bent) + 1) + HEAD, NARROWEST_GAP) if crossed else TRACK
    end = border + (0 if last else wide)
    return _Gap(left, right, tuple(loops), tuple(_in_order(bent)), border, end)


def _border(gap: _Gap, depth: int) -> float:
    inner = HEAD + LOOP * len(gap.loops) if gap.loops else 0
    return gap.right + inner + FRAME_PAD * depth


def _depth(placed: Placed, column: int, end: int) -> int:
    """How many frames end with a column, on its left (0) or on its right (-1)."""
    return max((span.group.depth for span in placed.spans if span.group.columns[end] == column), default=0)


def _left_column(wire: Wire, placed: Placed) -> int:
    """The column to the left of the gap in which an arrow runs."""
    column = placed.column[wire.source]
    return column - 1 if wire.side < 0 else column


def _in_order(wires: Iterable[Wire]) -> Iterable[Wire]:
    """From left to right so that few cross: what goes down from the lowest, what goes up from the highest."""

    def ends(wire: Wire) -> tuple[float, float]:
        return (wire.begins, wire.ends) if wire.side > 0 else (wire.ends, wire.begins)

    down = sorted((w for w in wires if ends(w)[0] < ends(w)[1]), key=lambda w: -ends(w)[0])
    up = sorted((w for w in wires if ends(w)[0] >= ends(w)[1]), key=lambda w: ends(w)[0])
    return (*down, *up)


def _wires(table: Table, placed: Placed, without: frozenset[Arrow]) -> Iterable[Wire]:
    for block, top in placed.tops.items():
        for entry in block.entries:
            line = entry.line
            if block.begins or line.target is None or line in without:
                continue
            target = placed.block(line.target)
            side = placed.column[target] - placed.column[block]
            yield Wire(line, block, target, top + entry.middle, placed.tops[target] + target.height / 2, side)


def _slotted(wires: tuple[Wire, ...], placed: Placed) -> tuple[Wire, ...]:
    """The arrows with an end of its own for each: on one side of a block no two of them meet."""

    sides: dict[tuple[Block, bool], list[Wire]] = {}
    for wire in sorted(wires, key=lambda wire: wire.begins):
        sides.setdefault((wire.target, wire.side > 0), []).append(wire)
    found: list[Wire] = []
    for (block, from_left), several in sides.items():
        top = placed.tops[block]
        wanted = [w.begins if from_left else top + 8 + SLOT * n for n, w in enumerate(several)]
        ends = _apart(wanted, top + 8, top + block.height - 8)
        found += (evolve(wire, ends=end) for wire, end in zip(several, ends, strict=True))
    return tuple(found)


def _apart(wanted: Iterable[float], low: float, high: float) -> list[float]:
    """The nearest places between two ends that keep a distance, in the same order."""
    many = sorted(min(max(y, low), high) for y in wanted)
    step = min(SLOT, (high - low) / max(len(many) - 1, 1))
    for n in range(1, len(many)):
        many[n] = max(many[n], many[n - 1] + step)
    over = many[-1] - high
    for n in reversed(range(len(many))):
        limit = high - step * (len(many) - 1 - n)
        many[n] = min(many[n], limit) if over > 0 else many[n]
    return many


def _ends(wire: Wire, placed: Placed, lefts: Mapping[int, float], room: float) -> tuple[float, float]:
    source, target = lefts[placed.column[wire.source]], lefts[placed.column[wire.target]]
    return (source + room, target) if wire.side > 0 else (source, target + room)


def _straight(wire: Wire, placed: Placed, lefts: Mapping[int, float], room: float) -> tuple[Point, ...]:
    first, last = _ends(wire, placed, lefts, room)
    return (first, wire.begins), (last, wire.ends)
