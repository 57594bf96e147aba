"""The clocks of one deadline in many cases: which line began each, which moved it, which met or ended it.

What ``core.engine.clocks`` does to the clocks of one file, action by action, is done here to a column of lines: those
that concern a deadline, by case and key. Those that close part them into stretches; in each the first that begins runs,
or, where one may begin by which nothing is owed, the first by which something is.
"""

from collections.abc import Hashable, Sequence
from typing import Final, cast

import attrs
import numpy as np
from attrs import define, field, frozen

from prcomm.adapters.columns.batches import NONE, Bools, Ints, firsts
from prcomm.adapters.columns.ends import AnyDeadline
from prcomm.adapters.columns.folds import Fold
from prcomm.adapters.columns.letters import Letter
from prcomm.adapters.columns.standins import Demand
from prcomm.core.table.deadlines import Deadline
from prcomm.core.table.entities import Action
from prcomm.core.table.moves import Move, Pause, Restart

SHAPES: Final[dict[type, frozenset[str]]] = {
    Deadline: frozenset({
        "name", "begins", "within", "met_by", "owed_by", "cites", "moves", "since", "when", "per", "only", "until",
        "provided", "met_on", "first_day", "owed_by_cites", "first", "recurring", "moved_by",
    }),
    Move: frozenset({"by", "to", "lengthens"}),
    Pause: frozenset({"by", "until", "counts", "cites"}),
    Restart: frozenset({"by", "within", "since", "cites"}),
}  # fmt: skip
"""The fields of deadlines and moves that are known here. A new one, once it says anything, is for Python."""


def strange(thing: object) -> str:
    """What of a deadline or a move is not known here, in words; empty where all is."""
    known = SHAPES.get(type(thing))
    if known is None:
        return f"{type(thing).__name__} is not known to the columns"
    for own in attrs.fields(cast("type[attrs.AttrsInstance]", type(thing))):
        if own.name not in known and getattr(thing, own.name) != own.default:
            return f"the field {own.name!r} is not known to the columns"
    return ""


@frozen(eq=False)
class Running:
    """The clocks of a deadline in a batch.

    Attributes:
        case: of each clock its case.
        begun: the line that began it.
        closed: the line that met or ended it; ``NONE`` where none did.
        met: whether that met it.
        key: which of several, by number.
        stretch: which clocks stand or fall together: of one number the first stands by which anything is owed.
        moves: the lines that may move clocks, in the order of the clocks.
        low, high: of each clock where its own are among them.
    """

    case: Ints
    begun: Ints
    closed: Ints
    met: Bools
    key: Ints
    stretch: Ints
    moves: Ints
    low: Ints
    high: Ints


@define(eq=False)
class DueClock:
    """What letters do to the clocks of one deadline.

    Attributes:
        deadline: what is owed.
        beginnings: the actions that can only begin a case.
        keys: the keys met so far.
        wants: the fields that would have to be told apart to know a key.
    """

    deadline: AnyDeadline
    beginnings: frozenset[type[Action]]
    keys: list[Hashable] = field(factory=lambda: [None])
    wants: set[tuple[str, str]] = field(factory=set[tuple[str, str]])
    _numbers: dict[Hashable, int] = field(factory=lambda: dict[Hashable, int]({None: 0}))
    _rows: list[tuple[bool, bool, bool, bool, bool, bool, bool, int]] = field(factory=list)

    def tables(self, letters: Sequence[Letter]) -> "list[Ints]":
        """What each letter does: begins, meets, closes, moves, what is for Python, at once, closes all, and its key."""
        self._rows += [self._row(letter) for letter in letters[len(self._rows) :]]
        nothing = (False, False, False, False, False, False, False, 0)
        return [np.array(one, np.int64) for one in zip(*self._rows, nothing, strict=True)]

    def _row(self, letter: Letter) -> tuple[bool, bool, bool, bool, bool, bool, bool, int]:
        d, kind = self.deadline, letter.kind
        begins, meets, ends = kind in d.begins, kind in d.met_by, kind in d.until
        moves = cast("tuple[object, ...]", d.moved_by.get(kind, ()))
        alone = not d.keyed or not (meets or ends) or d.tells(kind)
        told = d.keyed and (begins or ((meets or ends) and d.tells(kind)) or bool(moves))
        key = self._key(letter) if told else 0
        at_once = begins and meets and kind in self.beginnings
        odd = len(moves) > 1 or any(not isinstance(move, Move) for move in moves)
        return begins, meets, meets or ends, bool(moves), odd, at_once, not alone, key

    def _key(self, letter: Letter) -> int:
        try:
            key = self.deadline.key(letter.asked)
            number = self._numbers.setdefault(key, len(self.keys))
        except Demand as demand:
            self.wants.add((letter.kind.__name__, demand.label[-1]))
            return NONE
        if number == len(self.keys):
            self.keys.append(key)
        return number

    def running(self, fold: Fold, letters: Sequence[Letter], applies: Bools) -> tuple[Running, Ints]:
        """The clocks of a batch, and the cases of which that can't be told.

        Args:
            fold: what became of the cases.
            letters: the letters.
            applies: of each case whether there is such a deadline in it.
        """
        begins, meets, closes, moves, odd, at_once, closes_all, key = self.tables(letters)
        only = np.array([one.kind in self.beginnings for one in letters] + [False], np.bool_)
        odd = (key == NONE) | (odd > 0)
        as_first, as_later = (begins > 0) & (at_once == 0), (begins > 0) & ~only
        letter = fold.batch.letter
        concerned = (begins | closes | moves).astype(np.bool_)
        line = np.flatnonzero(concerned[letter] & fold.entered)
        line = line[applies[fold.number[line]]]
        of, case = letter[line], fold.number[line]
        hard = case[odd[of]]
        begun = np.where(fold.start[case] == line, as_first[of], as_later[of])
        several = len(self.keys)
        group = case * several + np.maximum(key, 0)[of] if several > 1 else case
        stopped = (closes > 0)[of]
        n = len(fold.batch) + 1
        moved = np.flatnonzero((moves > 0)[of])
        move_code = np.sort(group[moved] * n + line[moved])
        if closes_all.any() and (closes_all[of] > 0).any():
            line, group, begun, stopped = self._for_each_key(line, group, begun, stopped, closes_all[of] > 0, several)
        kept = begun | stopped
        line, group, begun, stopped = line[kept], group[kept], begun[kept], stopped[kept]
        if several > 1:
            order = np.argsort(group, kind="stable")
            line, group, begun, stopped = line[order], group[order], begun[order], stopped[order]
        made = self._stretches(line, group, begun, stopped, (meets > 0)[letter[line]])
        once = np.zeros(0, np.int64)
        if at_once.any():
            once = np.flatnonzero((at_once[letter[fold.start]] > 0) & (fold.start != NONE) & applies)
        begun_line, closed, met, grouped, stretch = self._with(
            made, once, fold.start[once], several, key[letter[fold.start[once]]]
        )
        until = np.where(closed == NONE, n - 1, closed)
        until[len(until) - len(once) :] = n - 1
        low = high = np.zeros(len(until), np.int64)
        if len(move_code):
            low = np.searchsorted(move_code, grouped * n + begun_line, "right")
            high = np.searchsorted(move_code, grouped * n + until, "right")
        case, of_key = (grouped, np.zeros(len(grouped), np.int64)) if several == 1 else np.divmod(grouped, several)
        return Running(case, begun_line, closed, met, of_key, stretch, move_code % n, low, high), hard

    @staticmethod
    def _for_each_key(
        line: Ints, group: Ints, begun: Bools, stopped: Bools, all_of_them: Bools, several: int
    ) -> tuple[Ints, Ints, Bools, Bools]:
        """The same lines, those that close every clock of their case once for each key of it."""
        groups = np.unique(group[begun])
        cases = groups // several
        sweeping = np.flatnonzero(all_of_them)
        of = group[sweeping] // several
        low, high = np.searchsorted(cases, of, "left"), np.searchsorted(cases, of, "right")
        count = high - low
        repeated = np.repeat(sweeping, count)
        place = np.repeat(low, count) + np.arange(len(repeated)) - np.repeat(np.cumsum(count) - count, count)
        own = ~all_of_them | begun
        closing = np.ones(len(repeated), np.bool_)
        line = np.concatenate((line[own], line[repeated]))
        group = np.concatenate((group[own], groups[place]))
        begun = np.concatenate((begun[own], ~closing))
        stopped = np.concatenate((stopped[own] & ~all_of_them[own], closing))
        order = np.lexsort((~stopped, line))
        return line[order], group[order], begun[order], stopped[order]

    def _stretches(
        self, line: Ints, group: Ints, begun: Bools, stopped: Bools, meets: Bools
    ) -> tuple[Ints, Ints, Bools, Ints, Ints]:
        """The clocks of lines that stand together by group, in order: begun, closed, met, group, stretch."""
        n = len(line)
        stretch = np.cumsum(firsts(group) | stopped).astype(np.int64)
        begins = np.flatnonzero(begun)
        if self.deadline.certain and len(begins):
            begins = begins[firsts(stretch[begins])]
        after = np.full(n + 1, n, np.int64)
        after[:-1] = np.minimum.accumulate(np.where(stopped, np.arange(n), n)[::-1])[::-1]
        end = after[begins + 1]
        ok = end < n
        ok[ok] = group[end[ok]] == group[begins[ok]]
        end = np.where(ok, end, 0)
        closed = np.where(ok, line[end] if n else NONE, NONE)
        met = ok & (meets[end] if n else ok)
        return line[begins], closed, met, group[begins], stretch[begins]

    @staticmethod
    def _with(
        made: tuple[Ints, Ints, Bools, Ints, Ints], once: Ints, start: Ints, several: int, key: Ints
    ) -> tuple[Ints, Ints, Bools, Ints, Ints]:
        """The same clocks, and those that the beginning of a case begins and meets at once."""
        line, closed, met, group, stretch = made
        top = int(stretch.max()) + 1 if len(stretch) else 0
        return (
            np.concatenate((line, start)),
            np.concatenate((closed, start)),
            np.concatenate((met, np.ones(len(once), np.bool_))),
            np.concatenate((group, once * several + np.maximum(key, 0))),
            np.concatenate((stretch, top + np.arange(len(once)))),
        )
