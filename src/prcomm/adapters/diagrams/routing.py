"""The arrows of a picture. They run beside the blocks and nowhere else, so they cross no text: down on the right, back
up on the left. What leads to the same block by the same role shares its way."""

from collections.abc import Callable, Iterable, Mapping

from attrs import frozen

from prcomm.adapters.diagrams.arrows import Arrow, Table
from prcomm.adapters.diagrams.blocks import TITLE_HIGH, Block, Setting
from prcomm.adapters.diagrams.layout import FRAME_PAD, Placed, placed
from prcomm.adapters.diagrams.roles import colour

TRACK, HEAD, SLOT = 7, 10, 5
NARROWEST = 420
"""No block is narrower: where more arrows run beside it they stand closer."""
MARGIN, LANE_PAD = 2, 5
TRIES = 6
"""So often the blocks are set again, narrower, when more arrows run beside them than there was room for."""

Point = tuple[float, float]


@frozen(eq=False)
class Wire:
    """One arrow before it is given its way.

    Attributes:
        line: the line it is drawn for.
        source: the block it leaves.
        target: the block it leads to.
        begins: how far down it begins.
    """

    line: Arrow
    source: Block
    target: Block
    begins: float


@frozen(eq=False)
class Bus:
    """Arrows that share their way: to the same block, by the same role, all by law or all not.

    Attributes:
        wires: the arrows.
        first: how far up it reaches.
        last: how far down.
    """

    wires: tuple[Wire, ...]
    first: float
    last: float


@frozen
class Routed:
    """The picture from left to right.

    Attributes:
        left: where the blocks begin.
        room: how wide they are.
        arrows: the points of each arrow.
    """

    left: float
    room: float
    arrows: tuple[tuple[Wire, tuple[Point, ...]], ...]

    def frame(self, depth: int) -> tuple[float, float]:
        """Left and right of a frame of a depth."""
        return self.left - FRAME_PAD * depth, self.left + self.room + FRAME_PAD * depth


@frozen
class Sides:
    """How many arrows run beside each other on either side, and how deep the frames are.

    Attributes:
        left: on the left.
        right: on the right.
        depth: how many frames stand in each other.
    """

    left: int = 0
    right: int = 0
    depth: int = 0

    def room(self, width: float) -> float:
        """How wide the blocks of a picture of some width are."""
        beside = 2 * (MARGIN + LANE_PAD + FRAME_PAD * self.depth) + sum(map(_gutter, (self.left, self.right)))
        return max(width - beside, NARROWEST)

    def joined(self, other: "Sides") -> "Sides":
        """Room for both."""
        return Sides(max(self.left, other.left), max(self.right, other.right), max(self.depth, other.depth))


def _gutter(tracks: int) -> float:
    return HEAD + TRACK * tracks if tracks else 0


def set_out(table: Table, setting: Setting, top: float, width: float) -> tuple[Setting, Placed, Routed]:
    """The blocks of a table as wide as the arrows beside them leave room for, where they stand, and the ways of the
    arrows.

    Args:
        table: what is drawn.
        setting: how the blocks of the picture are set.
        top: where the highest begins.
        width: how wide the picture is.
    """
    beside, tries = Sides(), 0
    while True:
        narrower = setting.roomier(beside.room(width))
        stands = placed(table, narrower, top)
        needed, tries = beside.joined(_sides(table, stands)), tries + 1
        if needed == beside or tries == TRIES:
            return narrower, stands, _routed(table, stands, beside, narrower.room, width)
        beside = needed


def _sides(table: Table, stands: Placed) -> Sides:
    down, up = _tracks(table, stands)
    return Sides(_many(up), _many(down), stands.depth)


def _many(tracks: Mapping[Bus, int]) -> int:
    return 1 + max(tracks.values(), default=-1)


def _routed(table: Table, stands: Placed, beside: Sides, room: float, width: float) -> Routed:
    """The ways of all arrows. Where there is less room than they need they stand closer."""
    down, up = _tracks(table, stands)
    frames = FRAME_PAD * beside.depth
    for_arrows = width - room - 2 * (MARGIN + LANE_PAD + frames)
    closer = min(1.0, for_arrows / max(_gutter(_many(up)) + _gutter(_many(down)), 1))
    left = MARGIN + LANE_PAD + frames + _gutter(_many(up)) * closer

    def on_right(track: int) -> float:
        return left + room + frames + (HEAD + TRACK * track) * closer

    def on_left(track: int) -> float:
        return left - frames - (HEAD + TRACK * track) * closer

    ways = (*_ways(down, stands, on_right, left + room, 1), *_ways(up, stands, on_left, left, -1))
    return Routed(left, room, ways)


def _ways(
    tracks: Mapping[Bus, int], stands: Placed, at: Callable[[int], float], edge: float, side: int
) -> Iterable[tuple[Wire, tuple[Point, ...]]]:
    """The way of each arrow: out at its line, along its track, in beside the title of its block."""
    coming: dict[Block, list[Bus]] = {}
    for bus in sorted(tracks, key=lambda bus: side * tracks[bus]):
        coming.setdefault(bus.wires[0].target, []).append(bus)
    for target, buses in coming.items():
        room = min(TITLE_HIGH, target.height - 10)
        step = min(SLOT, room / len(buses))
        first = stands.tops[target] + 6 + (room - step * (len(buses) - 1)) / 2 - 2
        for n, bus in enumerate(buses):
            x, y = at(tracks[bus]), first + step * n
            for wire in bus.wires:
                yield wire, ((edge, wire.begins), (x, wire.begins), (x, y), (edge, y))


def _tracks(table: Table, stands: Placed) -> tuple[Mapping[Bus, int], Mapping[Bus, int]]:
    """The arrows that lead down and those that lead back up, each with its track, counted from the blocks."""
    down: dict[object, list[Wire]] = {}
    up: dict[object, list[Wire]] = {}
    for wire in _wires(table, stands):
        line = wire.line
        key = wire.target, line.is_law, colour(line.roles[0]) if line.roles else None
        side = down if wire.begins < stands.tops[wire.target] else up
        side.setdefault(key, []).append(wire)
    return _packed(down.values(), stands), _packed(up.values(), stands)


def _packed(several: Iterable[list[Wire]], stands: Placed) -> Mapping[Bus, int]:
    """On the nearest track that is free from where arrows begin to where they end; the shortest first."""
    buses: list[Bus] = []
    for wires in several:
        top = stands.tops[wires[0].target]
        ys = [*(wire.begins for wire in wires), top + 4, top + TITLE_HIGH + 8]
        buses.append(Bus(tuple(wires), min(ys), max(ys)))
    taken: list[list[Bus]] = []
    found: dict[Bus, int] = {}
    for bus in sorted(buses, key=lambda bus: bus.last - bus.first):
        track = next((n for n, others in enumerate(taken) if all(_clear(bus, other) for other in others)), len(taken))
        if track == len(taken):
            taken.append([])
        taken[track].append(bus)
        found[bus] = track
    return found


def _clear(one: Bus, other: Bus) -> bool:
    return one.last + 3 < other.first or other.last + 3 < one.first


def _wires(table: Table, stands: Placed) -> Iterable[Wire]:
    for block, top in stands.tops.items():
        for entry in block.entries:
            target = entry.line.target
            if target is not None:
                yield Wire(entry.line, block, stands.block(target), top + entry.middle)
