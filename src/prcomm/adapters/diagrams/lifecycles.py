"""The picture of a lifecycle."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from json import dumps
from typing import TypeVar, cast

from attrs import frozen

from prcomm.adapters.diagrams import svg
from prcomm.adapters.diagrams.arrows import Arrow, Table, tables
from prcomm.adapters.diagrams.blocks import (
    BADGE,
    BETWEEN,
    CLOCK,
    MARK_HIGH,
    PAD,
    QUIET,
    QUIET_HIGH,
    TEXT,
    TEXT_HIGH,
    TITLE,
    TITLE_HIGH,
    Block,
    Chip,
    Entry,
    Setting,
    badges,
    cited,
    mark_wide,
)
from prcomm.adapters.diagrams.border import drawable, placeable
from prcomm.adapters.diagrams.layout import GAP, Lane, Span
from prcomm.adapters.diagrams.roles import colour, letters
from prcomm.adapters.diagrams.routing import MARGIN, Routed, Wire, set_out
from prcomm.adapters.diagrams.text_metrics import width, wrapped
from prcomm.adapters.diagrams.words import (
    CLOCK_RUNS,
    ENDS,
    FOR_KINDS,
    FOR_OTHERS,
    FORBIDDEN,
    HOLLOW,
    INSIDE,
    MEETS,
    NOT_LAW,
    NOTHING,
    RUNNING,
)
from prcomm.adapters.sheets import phase_of
from prcomm.adapters.terms import AnyDeadline, Terms
from prcomm.core.calendar.terms import Promptly
from prcomm.core.questions.audits import NOT_BY_LAW
from prcomm.core.questions.lifecycle import Lifecycle
from prcomm.core.sources.citations import is_law, law_or_less, under
from prcomm.core.sources.people import Role
from prcomm.core.table.entities import Action, Entity, State
from prcomm.core.values.alternatives import Kind
from prcomm.core.values.messages import Said, Say, in_english, named
from prcomm.processes import AnyLifecycle

E = TypeVar("E", bound=Entity[State])
A = TypeVar("A", bound=Action)

WIDE = 734
"""How wide the picture is, in pixels: as the column of text of a page."""
ARTICLES = 200
"""How wide the column of articles is at most."""
MORE = width(" +9", QUIET)

Sign = tuple[Callable[[float, float], str], float, str, object]
"""What stands in the legend: a sign, how wide it is, its words, and what they are about."""


def lifecycle_picture(
    lifecycle: Lifecycle[E, A],
    say: Say = in_english,
    *,
    link: svg.Link = svg.nowhere,
    bands: Mapping[State, int] | None = None,
) -> str:
    """A lifecycle as SVG, as wide as a column of text: what may be done in each state, by whom, under which article,
    within what term, and where it leads.

    It is read from above to below. States stand in bands by phase; where they name none, in the order of how many steps
    lead there; several ends stand in one box. What may be done in a state stands in its box, what may be done in
    several in a frame round them or, where they lie apart, in a box that names them.
    Raises ``BadInput`` for what is no lifecycle, and for bands that are none.

    Args:
        lifecycle: any lifecycle.
        say: in which language: ``prcomm.labels.say("uz")``.
        link: where a state, a row, a role or a deadline (by its name) leads.
        bands: the band of a state, counted from 0, where the automatic one is not good enough.
    """
    drawable("lifecycle", lifecycle, Lifecycle)
    placeable(bands or {}, lifecycle.states)
    return _Drawing.of(cast("AnyLifecycle", lifecycle), say, link, bands).drawn()


def _terms(lifecycle: AnyLifecycle) -> Iterator[tuple[AnyDeadline, object]]:
    """How long each deadline is, in few words."""
    terms = Terms.of(lifecycle)
    for deadline in lifecycle.deadlines:
        yield deadline, deadline.within if isinstance(deadline.within, Promptly) else terms(deadline)


def _end(x: float, y: float) -> str:
    return svg.rect("end", x, y + 1, 12, 12, 3) + svg.rect("end", x + 2.5, y + 3.5, 7, 7, 1)


def _dashed(x: float, y: float) -> str:
    return svg.dashes(x, y + MARK_HIGH - 2, 14)


def _dashes(entry: Entry, x: float, y: float) -> Iterator[str]:
    for n, words in enumerate(entry.texts):
        yield svg.dashes(x, y + n * TEXT_HIGH + TEXT + 2.5, width(words, TEXT))


def _of_kinds(kinds: tuple[Kind, ...]) -> Said:
    """For which kinds something is, in the fewest words."""
    others = tuple(kind for kind in type(kinds[0]) if kind not in kinds)
    return FOR_OTHERS(kinds=others) if len(others) < len(kinds) else FOR_KINDS(kinds=kinds)


def _badge(number: str, x: float, y: float) -> str:
    wide = width(number, QUIET) + 7
    return svg.rect("badge", x, y, wide, MARK_HIGH, 7) + svg.text(x + 3.5, y + 0.5, number, QUIET, "quiet")


@frozen
class _Drawing:
    """A picture in the making.

    Attributes:
        lifecycle: of what.
        tables: its tables.
        setting: how its blocks are set.
        link: where elements lead.
    """

    lifecycle: AnyLifecycle
    tables: tuple[Table, ...]
    setting: Setting
    link: svg.Link

    @classmethod
    def of(cls, lifecycle: AnyLifecycle, say: Say, link: svg.Link, bands: Mapping[State, int] | None) -> "_Drawing":
        """The drawing of a lifecycle."""
        drawn = tables(lifecycle, bands)
        widest = max((width(c, QUIET) for table in drawn for line in table.lines for c in cited(line, say)), default=0)
        known = {deadline.name: say(word) for deadline, word in _terms(lifecycle)}
        setting = Setting(say, WIDE, badges(drawn), letters(lifecycle.roles, say), known, min(widest + MORE, ARTICLES))
        return cls(lifecycle, drawn, setting, link)

    @property
    def say(self) -> Say:
        """In which language."""
        return self.setting.say

    def drawn(self) -> str:
        """The whole picture."""
        say, lifecycle = self.say, self.lifecycle
        inside, down = self._legend(float(MARGIN))
        for table in self.tables:
            shown, down = self._table(table, down + GAP)
            inside += shown
        label = " · ".join((say(lifecycle.name), *(say(named(part.name)) for part in lifecycle.parts)))
        kinds = [say(kind) for kind in lifecycle.kinds]
        facts = {"roles": dumps([say(role) for role in lifecycle.roles]), "kinds": dumps(kinds)}
        return svg.picture(label, WIDE, down + MARGIN, *inside, roles=lifecycle.roles, facts=facts)

    def _table(self, table: Table, down: float) -> tuple[list[str], float]:
        """One table, and where it ends."""
        inside: list[str] = []
        if table.name:
            title = wrapped(self.say(INSIDE(part=named(table.name))), WIDE - 2 * MARGIN, TITLE, bold=True)
            inside.append(svg.lines(MARGIN, down + 8, title, TITLE_HIGH, TITLE, "title"))
            down += 8 + len(title) * TITLE_HIGH + 6
        setting, stands, ways = set_out(table, self.setting, down, WIDE)
        inside += (self._lane(lane, ways) for lane in stands.lanes)
        inside += (self._frame(span, ways) for span in stands.spans)
        inside += (self._arrow(wire, points) for wire, points in ways.arrows)
        inside += (self._block(block, ways.left, top, setting) for block, top in stands.tops.items())
        return inside, stands.bottom

    def _lane(self, lane: Lane, ways: Routed) -> str:
        """A band, with its phase above."""
        if lane.band is None or lane.band.phase is None:
            return ""
        phase = self.say(phase_of(self.lifecycle.name, lane.band.phase))
        name = svg.text(ways.left, lane.top + 5, phase, TEXT, "title quiet")
        return svg.rect("lane", MARGIN, lane.top, WIDE - 2 * MARGIN, lane.bottom - lane.top, 6) + name

    def _frame(self, span: Span, ways: Routed) -> str:
        left, right = ways.frame(span.depth)
        name = svg.lines(ways.left, span.top + 4, span.title, QUIET_HIGH, QUIET, "strong quiet")
        return svg.rect("frame", left, span.top, right - left, span.bottom - span.top, 7) + name

    def _block(self, block: Block, x: float, top: float, setting: Setting) -> str:
        kind = {"several": "panel", "start": "bare", "frame": "bare"}.get(block.place, "box")
        inside = [svg.rect(f"outline {kind}", x, top, setting.room, block.height)]
        if block.final:
            inside.append(svg.rect("end", x + 2.5, top + 2.5, setting.room - 5, block.height - 5, 3))
        inside.append(self._title(block, x, top, setting))
        inside += (self._chip(chip, x, top) for chip in block.chips)
        inside += (svg.text(x + PAD, top + y, words, QUIET, "quiet") for y, words in block.heads)
        inside += (self._entry(entry, x, top, setting) for entry in block.entries)
        return svg.group("block", *inside)

    def _title(self, block: Block, x: float, top: float, setting: Setting) -> str:
        state = block.state
        if block.place == "start":
            dot = svg.dot(x + PAD, top + 5, 9)
            return dot + svg.lines(x + PAD + 14, top + 3, block.title, QUIET_HIGH, QUIET, "quiet")
        if block.place == "ends":
            return svg.lines(x + PAD, top + PAD - 4, block.title, TITLE_HIGH, TITLE, "title")
        if state is None:
            return svg.lines(x + PAD, top + 3, block.title, QUIET_HIGH, QUIET, "quiet")
        title = svg.lines(x + PAD, top + PAD - 4, block.title, TITLE_HIGH, TITLE, "title")
        shown = self._state(state, title)
        if block.clocks:
            at = x + setting.room - PAD - 13
            shown += svg.linked(
                self.link(block.clocks[0]), self._clocks(block.clocks), svg.clock(at, top + 7, 13), stop=False
            )
        return shown

    def _state(self, state: State, *inside: str) -> str:
        running = next((table.running.get(state, ()) for table in self.tables if state in table.states), ())
        facts = {"state": self._key(state), **({"clocks": self._clocks(running)} if running else {})}
        return svg.linked(self.link(state), self.say(state), *inside, kind="state", facts=facts)

    def _key(self, state: State) -> str:
        """A state by its place: in which table, and which of its states."""
        number, table = next((n, table) for n, table in enumerate(self.tables) if state in table.states)
        return f"{number}.{table.states.index(state)}"

    def _clocks(self, names: Iterable[str]) -> str:
        return self.say(RUNNING(deadlines=tuple(self.setting.owed(name) for name in names)))

    def _chip(self, chip: Chip, x: float, top: float) -> str:
        left, y = x + chip.left, top + chip.top
        shape = svg.rect("box", left, y, chip.wide, chip.high, 8)
        words = svg.lines(left + 6, y + 1.5, chip.text, TEXT_HIGH, TEXT, "strong")
        return self._state(chip.state, shape, words)

    def _entry(self, entry: Entry, x: float, top: float, setting: Setting) -> str:
        line, y = entry.line, top + entry.top
        inside = list(self._marks(line, x + PAD, y + 1))
        inside.append(svg.lines(x + entry.indent, y, entry.texts, TEXT_HIGH))
        if not line.is_law:
            inside += _dashes(entry, x + entry.indent, y)
        right = x + setting.room - PAD - setting.cites
        if entry.badge:
            inside.append(_badge(entry.badge, right - BADGE, y + 1))
        inside.append(svg.lines(right, y + 1, entry.cites, QUIET_HIGH, QUIET, "quiet"))
        shown = svg.linked(self.link(line.rows[0]), self._told(line), *inside, kind="row")
        if entry.meets:
            below = y + len(entry.texts) * TEXT_HIGH
            clock = svg.clock(x + entry.indent, below + 2, 10)
            words = svg.lines(x + entry.indent + CLOCK, below, entry.meets, QUIET_HIGH, QUIET, "quiet")
            label = "; ".join(map(setting.owed, line.meets))
            shown += svg.linked(self.link(line.meets[0]), label, clock, words, kind="term", stop=False)
        return svg.group("entry", shown, facts=self._facts(line))

    def _facts(self, line: Arrow) -> svg.Facts:
        """Whose a line is, of which kinds, where it may be done: what one chooses by."""
        lifecycle = self.lifecycle
        facts = {
            "roles": " ".join(str(lifecycle.roles.index(role)) for role in line.roles),
            "kinds": " ".join(str(lifecycle.kinds.index(kind)) for kind in line.kinds),
            "in": " ".join(map(self._key, line.sources)),
            "never": "1" if line.never else "",
        }
        return {name: fact for name, fact in facts.items() if fact}

    def _marks(self, line: Arrow, x: float, y: float) -> Iterator[str]:
        if line.never:
            yield svg.cross(x + 2, y + 2, MARK_HIGH - 4)
            return
        for role in line.roles:
            short = self.setting.letters[role]
            yield svg.role_mark(role, short, x, y, hollow=role in line.unread or not line.is_law)
            x += mark_wide(short) + BETWEEN

    def _arrow(self, wire: Wire, points: tuple[svg.Point, ...]) -> str:
        line = wire.line
        kind = f"way r{colour(line.roles[0])}" if line.roles else "way"
        way = svg.arrow(points, dashed=not line.is_law)
        label = f"{self.say(line.action)} → {self.say(line.target)}"
        return svg.linked(self.link(line.rows[0]), label, way, kind=kind, stop=False)

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

    def _legend(self, down: float) -> tuple[list[str], float]:
        """What the colours, the letters, the marks and the numbers mean."""
        shown: list[str] = []
        x, high = float(MARGIN), TEXT_HIGH + 4
        for draw, sign, words, thing in self._signs():
            lines = wrapped(words, WIDE - 2 * MARGIN - sign - 6, TEXT)
            wide = sign + 6 + max(width(line, TEXT) for line in lines) + 14
            if x + wide > WIDE and x > MARGIN:
                x, down = float(MARGIN), down + high
            told = svg.lines(x + sign + 6, down, lines, TEXT_HIGH)
            facts = {"role": str(self.lifecycle.roles.index(thing))} if isinstance(thing, Role) else svg.NO_FACTS
            href = self.link(thing)
            shown.append(svg.linked(href, words, draw(x, down + 1), told, kind="sign", stop=False, facts=facts))
            x, down = x + wide, down + (len(lines) - 1) * TEXT_HIGH
        return shown, down + high

    def _signs(self) -> Iterator[Sign]:
        say, rows = self.say, self.lifecycle.rows
        for role, short in self.setting.letters.items():
            yield partial(svg.role_mark, role, short), mark_wide(short), say(role), role
        lines = (line for table in self.tables for line in table.lines)
        for role in [role for line in lines for role in line.roles if role in line.unread or not line.is_law][:1]:
            short = self.setting.letters[role]
            yield partial(svg.role_mark, role, short, hollow=True), mark_wide(short), say(HOLLOW()), None
        if not all(is_law(row.cites) for row in rows):
            yield _dashed, 14, say(NOT_LAW()), None
        if any(table.final and not table.ends for table in self.tables):
            yield _end, 12, say(ENDS()), None
        if self.lifecycle.deadlines:
            yield partial(svg.clock, size=12), 12, f"{say(CLOCK_RUNS())}; {say(MEETS())}", None
        if any(row.never for row in rows):
            yield partial(svg.cross, size=MARK_HIGH - 4), 10, say(FORBIDDEN()), None
        for kinds, number in self.setting.badges.items():
            yield partial(_badge, number), width(number, QUIET) + 7, say(_of_kinds(kinds)), None
