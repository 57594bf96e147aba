"""The blocks of a picture: what is written in each, line by line, and how high that makes it."""

from collections.abc import Iterable, Mapping
from typing import Literal

from attrs import evolve, frozen

from prcomm.adapters.diagrams.arrows import Arrow, Several, Table
from prcomm.adapters.diagrams.text_metrics import width, wrapped
from prcomm.adapters.diagrams.words import BEGINS, BUT_IN, ENDS, IN_EACH, IN_EVERY, IN_STATES
from prcomm.core.sources.people import Role
from prcomm.core.table.entities import State
from prcomm.core.values.alternatives import Kind
from prcomm.core.values.messages import Say, named

PAD = 9
TITLE, TITLE_HIGH = 13, 18
TEXT, TEXT_HIGH = 12, 16
QUIET, QUIET_HIGH = 11, 14
MARK_HIGH, BETWEEN = 14, 3
BADGE, CLOCK, CHIP_HIGH, CHIP_GAP = 19, 15, 20, 6

Place = Literal["start", "state", "frame", "several", "ends"]


@frozen(eq=False)
class Entry:
    """One line of a block.

    Attributes:
        line: what it says.
        top: how far below the top of the block.
        texts: its text.
        meets: the deadlines it meets with their terms, as text.
        cites: its articles, as text.
        indent: how far its text stands from the left: there are the marks of its roles.
        badge: which kinds it is for, by number.
    """

    line: Arrow
    top: float
    texts: tuple[str, ...]
    meets: tuple[str, ...]
    cites: tuple[str, ...]
    indent: float
    badge: str

    @property
    def middle(self) -> float:
        """Where its arrow begins, below the top of the block."""
        return self.top + TEXT_HIGH / 2

    @property
    def bottom(self) -> float:
        """Where it ends, below the top of the block."""
        written = len(self.texts) * TEXT_HIGH + len(self.meets) * QUIET_HIGH
        return self.top + max(written, len(self.cites) * QUIET_HIGH + 2)


@frozen(eq=False)
class Chip:
    """A state in the box of the ends.

    Attributes:
        state: the state.
        text: what it is called.
        left: how far from the left of the box.
        top: how far below its top.
        wide: how wide it is.
    """

    state: State
    text: tuple[str, ...]
    left: float
    top: float
    wide: float

    @property
    def high(self) -> float:
        """How high it is."""
        return CHIP_HIGH + (len(self.text) - 1) * TEXT_HIGH


@frozen(eq=False)
class Block:
    """A box of the picture: what begins the table, a state, the lines of several, the ends.

    Attributes:
        place: what it is.
        of: the states it is about.
        title: its title.
        entries: its lines.
        height: how high it is.
        heads: words over some of its lines, each with how far below the top it stands.
        chips: of the ends each.
        clocks: the deadlines that may run in the state.
        final: whether the state has no way out.
        several: the states that share its lines.
    """

    place: Place
    of: tuple[State, ...]
    title: tuple[str, ...]
    entries: tuple[Entry, ...]
    height: float
    heads: tuple[tuple[float, str], ...] = ()
    chips: tuple[Chip, ...] = ()
    clocks: tuple[str, ...] = ()
    final: bool = False
    several: Several | None = None

    @property
    def state(self) -> State | None:
        """The state it is the box of."""
        return self.of[0] if self.place == "state" else None


@frozen
class Setting:
    """How the blocks of one picture are set.

    Attributes:
        say: in which language.
        room: how wide a block is.
        badges: the number of each set of kinds.
        letters: the letters of each role.
        terms: how long each deadline is, by its name.
        cites: how wide the column of articles is.
    """

    say: Say
    room: float
    badges: Mapping[tuple[Kind, ...], str]
    letters: Mapping[Role, str]
    terms: Mapping[str, str]
    cites: float

    def roomier(self, room: float) -> "Setting":
        """The same with blocks of another width."""
        return evolve(self, room=room)

    def owed(self, name: str) -> str:
        """A deadline with its term, if that is known."""
        term = self.terms.get(name, "")
        words = self.say(named(name))
        return f"{words}: {term}" if term else words


def badges(tables: Iterable[Table]) -> dict[tuple[Kind, ...], str]:
    """A number for each set of kinds that some lines are for."""
    sets = dict.fromkeys(line.kinds for table in tables for line in table.lines)
    told = (kinds for kinds in sets if kinds and kinds != tuple(type(kinds[0])))
    return {kinds: str(n) for n, kinds in enumerate(told, 1)}


def cited(line: Arrow, say: Say) -> tuple[str, ...]:
    """The articles of a line."""
    return tuple(dict.fromkeys(say(cite) for row in line.rows for cite in row.cites))


def mark_wide(letters: str) -> float:
    """How wide the mark of a role is."""
    return width(letters, QUIET, bold=True) + 5


def of_state(table: Table, state: State, setting: Setting) -> Block:
    """The box of a state."""
    clocks = table.running.get(state, ())
    title = wrapped(setting.say(state), setting.room - 2 * PAD - (CLOCK if clocks else 0), TITLE, bold=True)
    entries, height = _entries(table.own[state], PAD - 3 + len(title) * TITLE_HIGH, setting)
    return Block("state", (state,), title, entries, height + PAD - 3, clocks=clocks, final=state in table.final)


def of_start(table: Table, setting: Setting) -> Block:
    """What begins the table."""
    title = (setting.say(BEGINS),)
    entries, height = _entries(table.starts, 3 + QUIET_HIGH, setting)
    return Block("start", (), title, entries, height + 3)


def of_frame(frame: Several, setting: Setting) -> Block:
    """The lines of a frame."""
    title = wrapped(setting.say(IN_EACH), setting.room - 2 * PAD, QUIET)
    entries, height = _entries(frame.lines, 3 + len(title) * QUIET_HIGH, setting)
    return Block("frame", frame.states, title, entries, height + 3, several=frame)


def of_several(several: Several, table: Table, setting: Setting) -> Block:
    """Lines that states share which do not stand together."""
    title = wrapped(called(several, table, setting.say), setting.room - 2 * PAD, QUIET)
    entries, height = _entries(several.lines, PAD - 3 + len(title) * QUIET_HIGH, setting)
    return Block("several", several.states, title, entries, height + PAD - 3, several=several)


def of_ends(table: Table, setting: Setting) -> Block:
    """The ends in one box, and below them what may still be done there."""
    say, right = setting.say, setting.room - PAD
    top = PAD - 3 + TITLE_HIGH + 2.0
    left: float = PAD
    chips: list[Chip] = []
    lowest = top
    for state in table.ends:
        text = wrapped(say(state), right - PAD - 2 * CHIP_GAP, TEXT, bold=True)
        wide = max(width(words, TEXT, bold=True) for words in text) + 2 * CHIP_GAP
        if left + wide > right and left > PAD:
            left, top = PAD, lowest + CHIP_GAP
        chips.append(Chip(state, text, left, top, wide))
        left += wide + CHIP_GAP
        lowest = max(lowest, top + chips[-1].high)
    entries: list[Entry] = []
    heads: list[tuple[float, str]] = []
    lowest += 2
    for state in table.ends:
        if table.own[state]:
            for words in wrapped(f"{say(state)}:", right - PAD, QUIET):
                heads.append((lowest + 4, words))
                lowest += QUIET_HIGH
            more, lowest = _entries(table.own[state], lowest + 4, setting)
            entries += more
    return Block(
        "ends", table.ends, (say(ENDS),), tuple(entries), lowest + PAD - 2, tuple(heads), tuple(chips), final=True
    )


def called(several: Several, table: Table, say: Say) -> str:
    """Several states by their name, if they have one, and by those of each, in the fewest words."""
    others = tuple(state for state in table.states if state not in several.states)
    if not others:
        return say(IN_EVERY())
    if several.name:
        return f"{say(named(several.name))}: {say(several.states)}"
    if len(others) < len(several.states):
        return say(BUT_IN(states=others))
    return say(IN_STATES(states=several.states))


def _entries(lines: Iterable[Arrow], top: float, setting: Setting) -> tuple[tuple[Entry, ...], float]:
    entries: list[Entry] = []
    for line in lines:
        entry = _entry(line, top + 3, setting)
        entries.append(entry)
        top = entry.bottom
    return tuple(entries), top


def _entry(line: Arrow, top: float, setting: Setting) -> Entry:
    say = setting.say
    marks = [mark_wide(setting.letters[role]) + BETWEEN for role in line.roles]
    across = MARK_HIGH + BETWEEN if line.never else sum(marks)
    indent = PAD + across + (3 if across else 0)
    badge = setting.badges.get(line.kinds, "")
    right = setting.room - PAD - setting.cites - BADGE * bool(setting.badges)
    text = say(line.action)
    if line.never:
        text = f"{text}: {say(named(line.never))}"
    elif line.target is not None:
        text = f"{text} → {say(line.target)}"
    meets = "; ".join(map(setting.owed, line.meets))
    texts = wrapped(text, right - indent - PAD, TEXT)
    owed = wrapped(meets, right - indent - CLOCK - PAD, QUIET) if meets else ()
    articles = _beside(cited(line, say), setting.cites, len(texts) + len(owed))
    return Entry(line, top, texts, owed, articles, indent, badge)


def _beside(cites: tuple[str, ...], room: float, high: int) -> tuple[str, ...]:
    """The articles in so many lines, if there is room for all; else the first, and how many more there are. Whoever
    asks what the line is hears them all."""
    lines = [line for cite in cites for line in wrapped(cite, room, QUIET)]
    if len(lines) <= high or len(cites) < 2:
        return tuple(lines)
    return wrapped(f"{cites[0]} +{len(cites) - 1}", room, QUIET)
