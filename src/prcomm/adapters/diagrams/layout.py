"""Where the blocks of a picture stand: below each other, those of a band and those of a frame together."""

from collections.abc import Mapping

from attrs import field, frozen

from prcomm.adapters.diagrams.arrows import Band, Inside, Nested, Several, Table, flat, nested
from prcomm.adapters.diagrams.blocks import (
    PAD,
    QUIET,
    QUIET_HIGH,
    Block,
    Setting,
    of_ends,
    of_frame,
    of_several,
    of_start,
    of_state,
)
from prcomm.adapters.diagrams.text_metrics import wrapped
from prcomm.core.table.entities import State
from prcomm.core.values.messages import named

GAP, BAND_PAD, BAND_HEAD = 10, 8, 20
FRAME_PAD = 7
"""How far a frame stands from what is in it, and from a frame in it."""


@frozen
class Lane:
    """Where a band is drawn.

    Attributes:
        band: the band; ``None`` for what belongs to no phase.
        top: where it begins.
        bottom: where it ends.
    """

    band: Band | None
    top: float
    bottom: float


@frozen
class Span:
    """Where a frame is drawn.

    Attributes:
        frame: the frame.
        title: its title, if its states have a name.
        depth: how many frames stand in each other, this one counted.
        top: where it begins.
        bottom: where it ends.
    """

    frame: Several
    title: tuple[str, ...]
    depth: int
    top: float
    bottom: float


@frozen
class Placed:
    """Where everything stands, downwards.

    Attributes:
        tops: the top of each block, from above.
        lanes: the bands.
        spans: the frames, outer ones first.
        depth: how many frames stand in each other at most.
        bottom: where the lowest ends.
    """

    tops: Mapping[Block, float]
    lanes: tuple[Lane, ...]
    spans: tuple[Span, ...]
    depth: int
    bottom: float

    def block(self, state: State) -> Block:
        """The box in which a state stands."""
        boxes = (block for block in self.tops if block.place in ("state", "ends"))
        return next(block for block in boxes if state in block.of)


def placed(table: Table, setting: Setting, top: float) -> Placed:
    """Where the blocks of a table stand, the highest from ``top``."""
    order = nested(table.bands, table.frames)
    placing = _Placing(table, setting, top)
    if table.starts:
        placing.block(of_start(table, setting))
    moving = [several for several in table.apart if several.moves and not set(several.states) <= set(table.ends)]
    placing.items(order, 0, moving)
    placing.closed()
    if table.ends:
        placing.block(of_ends(table, setting))
    for several in table.apart:
        if several not in moving:
            placing.block(of_several(several, table, setting))
    depth = max((item.depth for item in order if isinstance(item, Inside)), default=0)
    spans = sorted(placing.spans, key=lambda span: -span.depth)
    return Placed(placing.tops, tuple(placing.lanes), tuple(spans), depth, placing.free - GAP)


@frozen(eq=False)
class _Opened:
    """A band that has begun."""

    number: int
    top: float


@frozen(eq=False)
class _Placing:
    """Placing in progress: what stands already."""

    table: Table
    setting: Setting
    at: float
    tops: dict[Block, float] = field(factory=dict[Block, float])
    lanes: list[Lane] = field(factory=list[Lane])
    spans: list[Span] = field(factory=list[Span])
    opened: list[_Opened] = field(factory=list["_Opened"])
    down: list[float] = field(factory=list[float])

    @property
    def free(self) -> float:
        """The first free place."""
        return self.down[-1] if self.down else self.at

    def block(self, block: Block) -> None:
        """Place a block below what stands."""
        self.tops[block] = self.free
        self.down.append(self.free + block.height + GAP)

    def items(self, items: Nested, inside: int, waiting: list[Several]) -> None:
        """Place states and frames; below each that stands in no frame what is shared up to there."""
        for item in items:
            if isinstance(item, Inside):
                self._framed(item, inside)
            else:
                self._state(item)
            if not inside:
                self._shared(waiting)

    def _shared(self, waiting: list[Several]) -> None:
        stand = {state for block in self.tops if block.place == "state" for state in block.of} | set(self.table.ends)
        for several in waiting:
            mine = [b for b in self.tops if b.several is several]
            if set(several.states) <= stand and not mine:
                self.block(of_several(several, self.table, self.setting))

    def _state(self, state: State) -> None:
        self._begun(state)
        self.block(of_state(self.table, state, self.setting))

    def closed(self) -> None:
        """End the band that has begun, if one has."""
        if self.opened and len(self.lanes) < len(self.opened):
            last = self.opened[-1]
            self.lanes.append(Lane(self.table.bands[last.number], last.top, self.free - GAP + BAND_PAD))
            self.down.append(self.free + BAND_PAD)

    def _framed(self, group: Inside, inside: int) -> None:
        setting, frame = self.setting, group.frame
        title = _title(frame, setting)
        first = next(flat(group.inside))
        self._begun(first)
        top = self.free
        self.down.append(top + FRAME_PAD + len(title) * QUIET_HIGH + 3 * bool(title))
        self.items(group.inside, inside + 1, [])
        self.block(of_frame(frame, setting))
        bottom = self.free - GAP + FRAME_PAD - 2
        self.spans.append(Span(frame, title, group.depth, top, bottom))
        self.down.append(bottom + GAP)

    def _begun(self, state: State) -> None:
        """Begin the band of a state, if it has not begun."""
        number = self.table.band(state)
        if not self.opened or self.opened[-1].number != number:
            self.closed()
            self.opened.append(_Opened(number, self.free))
            headed = BAND_HEAD if self.table.bands[number].phase else 0
            self.down.append(self.free + headed + BAND_PAD * bool(headed))


def _title(frame: Several, setting: Setting) -> tuple[str, ...]:
    return wrapped(setting.say(named(frame.name)), setting.room - 2 * PAD, QUIET, bold=True) if frame.name else ()
