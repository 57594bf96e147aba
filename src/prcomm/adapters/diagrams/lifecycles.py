"""The picture of a lifecycle."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import TypeVar, cast

from attrs import frozen

from prcomm.adapters.diagrams import svg
from prcomm.adapters.diagrams.arrows import Arrow, Table, tables
from prcomm.adapters.diagrams.blocks import (
    BADGE,
    BETWEEN,
    PAD,
    QUIET,
    QUIET_HIGH,
    SQUARE,
    TEXT,
    TEXT_HIGH,
    TITLE,
    TITLE_HIGH,
    Block,
    Entry,
    Setting,
    badges,
    of_panel,
)
from prcomm.adapters.diagrams.border import drawable, placeable
from prcomm.adapters.diagrams.layout import GAP, Placed, placed
from prcomm.adapters.diagrams.routing import MARGIN, Routed, Wire, far, routed
from prcomm.adapters.diagrams.text_metrics import width, wrapped
from prcomm.adapters.diagrams.words import (
    BEGINS,
    CLOCK_RUNS,
    ENDS,
    FOR_KINDS,
    FORBIDDEN,
    HOLLOW,
    INSIDE,
    MEETS,
    NOT_LAW,
    NOTHING,
    RUNNING,
)
from prcomm.core.questions.audits import NOT_BY_LAW
from prcomm.core.questions.lifecycle import Lifecycle
from prcomm.core.sources.citations import Basis, is_law, law_or_less, under
from prcomm.core.table.entities import Action, Entity, State
from prcomm.core.values.alternatives import Kind
from prcomm.core.values.messages import Say, in_english, named
from prcomm.processes import AnyLifecycle

E = TypeVar("E", bound=Entity[State])
A = TypeVar("A", bound=Action)

WIDEST = 1200
"""No picture is wider, in pixels."""
ROOMIEST, NARROWEST, STEP = 250, 110, 10
HEAD = 24


def lifecycle_picture(
    lifecycle: Lifecycle[E, A],
    say: Say = in_english,
    *,
    link: svg.Link = svg.nowhere,
    columns: Mapping[State, int] | None = None,
) -> str:
    """A lifecycle as SVG: what may be done in each state, by whom, and where it leads; at most 1,200 pixels wide.

    States stand in columns by phase; where they name none, by how many steps lead there. What may be done in a state
    stands in its box, what may be done in several in a frame round them or, where they lie apart, in a panel below.
    Raises ``BadInput`` for what is no lifecycle, and for columns that are none.

    Args:
        lifecycle: any lifecycle.
        say: in which language: ``prcomm.labels.say("uz")``.
        link: where a state, a row, a role or a deadline (by its name) leads.
        columns: the column of a state, counted from 0, where the automatic one is not good enough.
    """
    drawable("lifecycle", lifecycle, Lifecycle)
    placeable(columns or {}, lifecycle.states)
    drawing = _Drawing(cast("AnyLifecycle", lifecycle), say, link)
    drawn = tables(drawing.lifecycle, columns)
    letters = badges(drawn)
    room = ROOMIEST
    while room > NARROWEST and max(_across(table, drawing.setting(table, room, letters)) for table in drawn) > WIDEST:
        room -= STEP
    across, down = 0.0, float(MARGIN)
    inside: list[str] = []
    for table in drawn:
        shown, wide, down = drawing.table(table, drawing.setting(table, room, letters), down)
        inside += shown
        across = max(across, wide)
    across = min(max(across, 2 * room + GAP), WIDEST)
    shown, down = drawing.legend(letters, across, down)
    label = " · ".join((say(lifecycle.name), *(say(named(part.name)) for part in lifecycle.parts)))
    return svg.picture(label, across, down + MARGIN, *inside, *shown)


def _end(x: float, y: float) -> str:
    return svg.rect("end", x, y, 10, 10, 2) + svg.rect("end", x + 2, y + 2, 6, 6, 1)


def _dashed(x: float, y: float) -> str:
    return svg.dashes(x, y + SQUARE / 2, SQUARE + BETWEEN)


def _dashes(entry: Entry, x: float, y: float) -> Iterator[str]:
    for n, words in enumerate(entry.texts):
        yield svg.dashes(x, y + n * TEXT_HIGH + TEXT + 2, width(words, TEXT))


def _badge(letter: str, x: float, y: float) -> str:
    return svg.rect("badge", x, y + 1, 13, 13, 3) + svg.text(x + 3, y + 1, letter, QUIET, "quiet")


def _across(table: Table, setting: Setting) -> float:
    return routed(table, placed(table, setting, 0), setting.far, setting.room).width


@frozen
class _Drawing:
    """A picture in the making.

    Attributes:
        lifecycle: of what.
        say: in which language.
        link: where elements lead.
    """

    lifecycle: AnyLifecycle
    say: Say
    link: svg.Link

    def setting(self, table: Table, room: float, letters: dict[tuple[Kind, ...], str]) -> Setting:
        return Setting(self.say, room, letters, far(table))

    def table(self, table: Table, setting: Setting, down: float) -> tuple[list[str], float, float]:
        """One table, how wide it is, and where it ends."""
        inside: list[str] = []
        if table.name:
            title = self.say(INSIDE(part=named(table.name)))
            inside.append(svg.text(MARGIN, down + 10, title, TITLE, "title"))
            down += 10 + TITLE_HIGH + 6
        headed = HEAD if table.phases else 0
        stands = placed(table, setting, down + headed)
        ways = routed(table, stands, setting.far, setting.room)
        inside += [
            svg.text(ways.lefts[n], down + 2, self.say(phase), TEXT, "title quiet")
            for n, phase in enumerate(table.phases)
        ]
        inside += self._frames(ways)
        inside += [self._arrow(wire, points) for wire, points in ways.arrows]
        inside += [
            self._block(block, ways.lefts[stands.column[block]], top, setting) for block, top in stands.tops.items()
        ]
        inside += self._starts(stands, ways, setting)
        shown, bottom = self._panel(table, setting, max(ways.width, 2 * setting.room), stands.bottom + GAP)
        return inside + shown, ways.width, bottom

    def _frames(self, ways: Routed) -> Iterator[str]:
        for span, left, right in ways.frames:
            yield svg.rect("frame", left, span.top, right - left, span.bottom - span.top, 9)

    def _starts(self, stands: Placed, ways: Routed, setting: Setting) -> Iterator[str]:
        """A dot and a short arrow down to each state that something begins."""
        for block, top in stands.tops.items():
            if block.begins:
                x = ways.lefts[stands.column[block]] + PAD
                bottom = top + block.height
                yield svg.dot(x, bottom - 3, SQUARE)
                yield svg.arrow("dot", ((x + SQUARE / 2, bottom + 4), (x + SQUARE / 2, bottom + 16)))

    def _panel(self, table: Table, setting: Setting, across: float, down: float) -> tuple[list[str], float]:
        """What states share that lie apart, in as many columns as there is room for."""
        blocks = [of_panel(frame, table, setting) for frame in table.shared]
        many = max(1, int((min(across, WIDEST) - 2 * MARGIN + GAP) // (setting.room + GAP)))
        bottoms = [down] * many
        shown: list[str] = []
        for block in blocks:
            column = bottoms.index(min(bottoms))
            x = MARGIN + column * (setting.room + GAP)
            shown.append(self._block(block, x, bottoms[column], setting, "panel"))
            bottoms[column] += block.height + GAP
        return shown, max(bottoms)

    def _block(self, block: Block, x: float, top: float, setting: Setting, kind: str = "") -> str:
        kind = kind or ("box" if block.state is not None else "bare")
        inside = [svg.rect(f"outline {kind}", x, top, setting.room, block.height)]
        if block.final:
            inside.append(svg.rect("end", x + 2.5, top + 2.5, setting.room - 5, block.height - 5, 3))
        inside.append(self._title(block, x, top, setting))
        inside += [self._entry(entry, x, top, setting) for entry in block.entries]
        return svg.group("block", *inside)

    def _title(self, block: Block, x: float, top: float, setting: Setting) -> str:
        state = block.state
        if state is None:
            return svg.lines(x + PAD, top + 3, block.title, QUIET_HIGH, QUIET, "quiet")
        title = svg.lines(x + PAD, top + PAD - 4, block.title, TITLE_HIGH, TITLE, "title")
        shown = svg.linked(self.link(state), self.say(state), title)
        below = top + PAD - 4 + len(block.title) * TITLE_HIGH
        shown += svg.lines(x + PAD, below, block.arrivals, QUIET_HIGH, QUIET, "quiet")
        if block.clocks:
            label = self.say(RUNNING(deadlines=tuple(named(name) for name in block.clocks)))
            shown += svg.linked(
                self.link(block.clocks[0]), label, svg.clock(x + setting.room - PAD - 13, top + PAD - 2, 13)
            )
        return shown

    def _entry(self, entry: Entry, x: float, top: float, setting: Setting) -> str:
        line, y = entry.line, top + entry.top
        inside = list(self._marks(line, x + PAD, y + 3))
        inside.append(svg.lines(x + entry.indent, y, entry.texts, TEXT_HIGH))
        if not line.is_law:
            inside += _dashes(entry, x + entry.indent, y)
        if entry.badge:
            inside.append(_badge(entry.badge, x + setting.room - PAD - BADGE + 3, y))
        shown = svg.linked(self.link(line.rows[0]), self._told(line), *inside)
        if entry.meets:
            below = y + len(entry.texts) * TEXT_HIGH
            clock = svg.clock(x + entry.indent, below + 2, 10)
            words = svg.lines(x + entry.indent + 14, below, entry.meets, QUIET_HIGH, QUIET, "quiet")
            label = ", ".join(self.say(named(name)) for name in line.meets)
            shown += svg.linked(self.link(line.meets[0]), label, clock, words)
        return shown

    def _marks(self, line: Arrow, x: float, y: float) -> Iterator[str]:
        if line.never:
            yield svg.cross(x, y, SQUARE - 1)
        for n, role in enumerate(line.roles):
            number, across = self.lifecycle.roles.index(role), x + n * (SQUARE + BETWEEN)
            yield svg.role_mark(number, across, y, SQUARE, hollow=role in line.unread)

    def _arrow(self, wire: Wire, points: tuple[svg.Point, ...]) -> str:
        line = wire.line
        colour = f"r{self.lifecycle.roles.index(line.roles[0]) % svg.ROLES}" if line.roles else "arrow mark"
        return svg.linked(self.link(line.rows[0]), self._told(line), svg.arrow(colour, points, dashed=not line.is_law))

    def _told(self, line: Arrow) -> str:
        """What a line says, for those who hear it."""
        say = self.say
        if line.never:
            what = f"{say(line.action)}: {say(named(line.never))}"
        else:
            target = "" if line.target is None else f" → {say(line.target)}"
            what = f"{say(line.action)}: {say(line.sources) or say(NOTHING())}{target}"
        cites = tuple(dict.fromkeys(cite for row in line.rows for cite in row.cites))
        told = "; ".join(filter(None, (what, *map(say, line.who), under(cites, law_or_less(cites), say))))
        return told if line.is_law else say(NOT_BY_LAW(told=told))

    def legend(self, letters: Mapping[tuple[Kind, ...], str], across: float, down: float) -> tuple[list[str], float]:
        """What the colours, the marks and the letters mean."""
        shown: list[str] = []
        x, high = float(MARGIN), TEXT_HIGH + 6
        for draw, words, thing in self._signs(letters):
            lines = wrapped(words, across - 2 * MARGIN - 18, TEXT)
            wide = 18 + max(width(line, TEXT) for line in lines) + 18
            if x + wide > across and x > MARGIN:
                x, down = float(MARGIN), down + high
            told = svg.lines(x + 18, down, lines, TEXT_HIGH)
            shown.append(svg.linked(self.link(thing), words, draw(x, down + 3), told))
            x, down = x + wide, down + (len(lines) - 1) * TEXT_HIGH
        return shown, down + high

    def _signs(
        self, letters: Mapping[tuple[Kind, ...], str]
    ) -> Iterator[tuple[Callable[[float, float], str], str, object]]:
        say = self.say
        for n, role in enumerate(self.lifecycle.roles):
            yield partial(svg.role_mark, n, size=SQUARE), say(role), role
        if any(who.roles and who.basis is not Basis.STATUTE for who in (row.who for row in self.lifecycle.rows)):
            yield partial(svg.role_mark, 0, size=SQUARE, hollow=True), say(HOLLOW()), None
        if not all(is_law(row.cites) for row in self.lifecycle.rows):
            yield _dashed, say(NOT_LAW()), None
        yield partial(svg.dot, size=SQUARE), say(BEGINS()), None
        yield _end, say(ENDS()), None
        if self.lifecycle.deadlines:
            yield partial(svg.clock, size=12), f"{say(CLOCK_RUNS())}; {say(MEETS())}", None
        if any(row.never for row in self.lifecycle.rows):
            yield partial(svg.cross, size=SQUARE - 1), say(FORBIDDEN()), None
        for kinds, letter in letters.items():
            yield partial(_badge, letter), say(FOR_KINDS(kinds=kinds)), None
