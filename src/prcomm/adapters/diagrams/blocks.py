"""The blocks of a picture: what is written in each, line by line, and how high that makes it."""

from collections.abc import Iterable, Iterator

from attrs import frozen

from prcomm.adapters.diagrams.arrows import Arrow, Frame, Table
from prcomm.adapters.diagrams.text_metrics import wrapped
from prcomm.adapters.diagrams.words import BUT_IN, IN_EACH, IN_EVERY, IN_STATES
from prcomm.core.table.entities import State
from prcomm.core.values.alternatives import Kind
from prcomm.core.values.messages import Say, named

PAD = 9
TITLE, TITLE_HIGH = 13, 17
TEXT, TEXT_HIGH = 12, 15
QUIET, QUIET_HIGH = 11, 14
SQUARE, BETWEEN = 9, 3
BADGE = 16
CLOCK = 15


@frozen(eq=False)
class Entry:
    """One line of a block.

    Attributes:
        line: what it says.
        top: how far below the top of the block.
        texts: its text.
        meets: the deadlines it meets, as text.
        indent: how far its text stands from the left: there are the colours of its roles.
        badge: which kinds it is for, by letter.
    """

    line: Arrow
    top: float
    texts: tuple[str, ...]
    meets: tuple[str, ...]
    indent: float
    badge: str

    @property
    def middle(self) -> float:
        """Where its arrow begins, below the top of the block."""
        return self.top + TEXT_HIGH / 2

    @property
    def bottom(self) -> float:
        """Where it ends, below the top of the block."""
        return self.top + len(self.texts) * TEXT_HIGH + len(self.meets) * QUIET_HIGH


@frozen(eq=False)
class Block:
    """A box of the picture: a state, what begins it, the lines of a frame or of a panel.

    Attributes:
        of: the state, or the states that share lines.
        begins: whether it holds what begins the state.
        title: its title.
        entries: its lines.
        height: how high it is.
        arrivals: by which actions it is reached without an arrow.
        clocks: the deadlines that may run in the state.
        final: whether the state has no way out.
    """

    of: State | Frame
    begins: bool
    title: tuple[str, ...]
    entries: tuple[Entry, ...]
    height: float
    arrivals: tuple[str, ...] = ()
    clocks: tuple[str, ...] = ()
    final: bool = False

    @property
    def state(self) -> State | None:
        """The state it is the box of."""
        return self.of if isinstance(self.of, State) and not self.begins else None


@frozen
class Setting:
    """How the blocks of one picture are set.

    Attributes:
        say: in which language.
        room: how wide a block is.
        badges: the letter of each set of kinds.
        far: the lines without an arrow: they name where they lead.
    """

    say: Say
    room: float
    badges: dict[tuple[Kind, ...], str]
    far: frozenset[Arrow] = frozenset()


def badges(tables: Iterable[Table]) -> dict[tuple[Kind, ...], str]:
    """A letter for each set of kinds that some lines are for."""
    sets = dict.fromkeys(line.kinds for table in tables for line in all_lines(table))
    sets = {kinds: None for kinds in sets if kinds and kinds != tuple(type(kinds[0]))}
    return {kinds: "abcdefghijklmnopqrstuvwxyz"[n % 26] for n, kinds in enumerate(sets)}


def all_lines(table: Table) -> Iterator[Arrow]:
    """Every line of a table."""
    yield from table.starts
    for lines in table.own.values():
        yield from lines
    for frame in (*table.frames, *table.shared):
        yield from frame.lines


def of_state(table: Table, state: State, setting: Setting) -> Block:
    """The box of a state."""
    clocks = table.running.get(state, ())
    room = setting.room - 2 * PAD - (CLOCK if clocks else 0)
    title = wrapped(setting.say(state), room, TITLE, bold=True)
    coming = ", ".join(
        dict.fromkeys(setting.say(line.action) for line in all_lines(table) if _far_to(state, line, setting))
    )
    arrivals = wrapped(f"← {coming}", setting.room - 2 * PAD, QUIET) if coming else ()
    top = PAD - 3 + len(title) * TITLE_HIGH + len(arrivals) * QUIET_HIGH
    entries, height = _entries(table.own[state], top, setting)
    return Block(state, False, title, entries, height + PAD - 2, arrivals, clocks, state in table.final)


def _far_to(state: State, line: Arrow, setting: Setting) -> bool:
    return line in setting.far and line.target is state


def of_start(lines: tuple[Arrow, ...], state: State, setting: Setting) -> Block:
    """What begins a state."""
    entries, height = _entries(lines, 2, setting)
    return Block(state, True, (), entries, height + 2)


def of_frame(frame: Frame, setting: Setting) -> Block:
    """The lines of a frame."""
    title = wrapped(setting.say(IN_EACH), setting.room - 2 * PAD, QUIET)
    entries, height = _entries(frame.lines, 3 + len(title) * QUIET_HIGH, setting)
    return Block(frame, False, title, entries, height + 3)


def of_panel(frame: Frame, table: Table, setting: Setting) -> Block:
    """Lines that states share which lie apart."""
    title = wrapped(_states(frame, table, setting.say), setting.room - 2 * PAD, QUIET)
    entries, height = _entries(frame.lines, PAD - 3 + len(title) * QUIET_HIGH, setting)
    return Block(frame, False, title, entries, height + PAD - 2)


def _states(frame: Frame, table: Table, say: Say) -> str:
    others = tuple(state for state in table.states if state not in frame.states)
    if not others:
        return say(IN_EVERY())
    if len(others) < len(frame.states):
        return say(BUT_IN(states=others))
    return say(IN_STATES(states=frame.states))


def _entries(lines: Iterable[Arrow], top: float, setting: Setting) -> tuple[tuple[Entry, ...], float]:
    entries: list[Entry] = []
    for line in lines:
        entry = _entry(line, top + 2, setting)
        entries.append(entry)
        top = entry.bottom + 1
    return tuple(entries), top


def _entry(line: Arrow, top: float, setting: Setting) -> Entry:
    say = setting.say
    roles = 1 if line.never else len(line.roles)
    indent = PAD + roles * (SQUARE + BETWEEN) + (3 if roles else 0)
    badge = setting.badges.get(line.kinds, "")
    room = setting.room - indent - PAD - (BADGE if badge else 0)
    text = say(line.action)
    if line.never:
        text = f"{text}: {say(named(line.never))}"
    elif line in setting.far and line.target is not None:
        text = f"{text} → {say(line.target)}"
    meets = ", ".join(say(named(name)) for name in line.meets)
    return Entry(
        line,
        top,
        wrapped(text, room, TEXT),
        wrapped(meets, room - CLOCK, QUIET) if meets else (),
        indent,
        badge,
    )
