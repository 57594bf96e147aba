"""The states of many cases at once: the k-th line of every case, whatever the automaton."""

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from prcomm.adapters.columns.batches import NONE, Batch, Bools, Ints, distinct, firsts
from prcomm.adapters.columns.eras import Eras
from prcomm.adapters.columns.letters import Letter
from prcomm.adapters.columns.steps import FOR_PYTHON, LAWFUL, NOTHING, Against, Steps

MOST_CELLS = 1 << 25
"""How many cells of steps are kept at most; what is beyond goes to Python."""


@frozen(eq=False)
class Fold:
    """What became of the cases of a batch.

    Attributes:
        batch: the lines.
        first: of each case its first line.
        number: of each line which case it is of.
        start: of each case the line that begins it; ``NONE`` where none does.
        node: of each case what it holds in the end.
        against: of each line what stands against it, by number.
        late: of each line whether it is before one that was done earlier.
        entered: of each line whether it is on file: an action, from the beginning on.
        gives_nothing: of each line whether it moves no term.
        hard: of each case whether it is one for Python.
    """

    batch: Batch
    first: Ints
    number: Ints
    start: Ints
    node: Ints
    against: "NDArray[np.int32]"
    late: Bools
    entered: Bools
    gives_nothing: Bools
    hard: Bools


class Folding:
    """Folds batches by steps, each asked once.

    Attributes:
        against: what stands against actions, each once; the first is nothing.
        whys: why cases are ones for Python.
        wants: the fields that would have to be told apart for them not to be.
    """

    def __init__(self, steps: Steps, letters: "list[Letter]", eras: Eras) -> None:
        self.steps, self.letters, self.eras = steps, letters, eras
        self.against: list[Against] = [LAWFUL]
        self._numbers: dict[Against, int] = {LAWFUL: 0}
        self._next = np.full((0, 8), NONE, np.int32)
        self._said = np.zeros((0, 8), np.int32)
        self.whys: dict[str, int] = {}
        self.wants: set[tuple[str, str]] = set()
        self.asked = 0

    def __call__(self, batch: Batch) -> Fold:
        """What becomes of the cases of a batch."""
        n = len(batch)
        new = firsts(batch.case)
        first = np.flatnonzero(new)
        number = np.cumsum(new) - 1
        size = np.diff(np.append(first, n))
        row = self._rows_of(batch)
        start = np.full(len(first), NONE, np.int64)
        against = np.zeros(n, np.int32)
        node = np.full(len(first), NOTHING, np.int64)
        live, at, left, state = np.arange(len(first)), first.copy(), size.copy(), node.copy()
        while len(live):
            of = row[at]
            acts = of >= 0
            if acts.all():
                after, said = self._stepped(of, state)
            else:
                after, said = state.copy(), np.zeros(len(state), np.int32)
                after[acts], said[acts] = self._stepped(of[acts], state[acts])
            against[at] = said
            began = (state == NOTHING) & (after != NOTHING)
            start[live[began]] = at[began]
            node[live] = after
            keep = left > 1
            live, at, left, state = live[keep], at[keep] + 1, left[keep] - 1, after[keep]
        begun = np.where(start == NONE, n, start)
        entered = (np.arange(n) >= begun[number]) & (batch.letter >= 0)
        late = self._late(batch, entered, begun, number, first, size)
        gives = np.array([one.gives_nothing for one in self.against], np.bool_)[against]
        return Fold(batch, first, number, start, node, against, late, entered, gives, node == FOR_PYTHON)

    def _rows_of(self, batch: Batch) -> Ints:
        """For each line the row of the steps of its letter, in the era of its day; ``NONE`` of what is no action."""
        eras = len(self.eras)
        if self._next.shape[0] < len(self.letters) * eras:
            more = len(self.letters) * eras - self._next.shape[0]
            self._next = np.concatenate((self._next, np.full((more, self._next.shape[1]), NONE, np.int32)))
            self._said = np.concatenate((self._said, np.zeros((more, self._said.shape[1]), np.int32)))
            self._next[:, FOR_PYTHON] = FOR_PYTHON
        era = np.searchsorted(np.array(self.eras.starts, np.int64), batch.at.day, "right")
        return np.where(batch.letter >= 0, batch.letter * eras + era, NONE)

    def _stepped(self, of: Ints, state: Ints) -> tuple[Ints, "NDArray[np.int32]"]:
        after = self._next[of, state]
        unknown = np.flatnonzero(after == NONE)
        if len(unknown):
            place, _ = distinct(of[unknown] * self._next.shape[1] + state[unknown])
            for n in unknown[place].tolist():
                self._ask(int(of[n]), int(state[n]))
            after = self._next[of, state]
        return after.astype(np.int64), self._said[of, state]

    def _ask(self, of: int, node: int) -> None:
        letter, era = divmod(of, len(self.eras))
        to, said = self.step(letter, era, node)
        if to >= self._next.shape[1] and not self._grown():
            to = FOR_PYTHON
            self.whys["too many files differ"] = 1
        self._next[of, node], self._said[of, node] = to, said

    def step(self, letter: int, era: int, node: int) -> tuple[int, int]:
        """Where a letter leads from a node, and what stands against it, by number.

        Args:
            letter: the number of the letter.
            era: in which era it is done.
            node: what the case holds before.
        """
        self.asked += 1
        step = self.steps.step(node, self.letters[letter], era)
        if step.why:
            self.whys[step.why] = self.whys.get(step.why, 0) + 1
            if step.wants is not None:
                self.wants.add(step.wants)
        number = self._numbers.setdefault(step.against, len(self.against))
        if number == len(self.against):
            self.against.append(step.against)
        return step.node, number

    def _grown(self) -> bool:
        """Room for twice as many nodes, if there may be."""
        if self._next.size * 2 > MOST_CELLS:
            return False
        self._next = np.concatenate((self._next, np.full_like(self._next, NONE)), 1)
        self._said = np.concatenate((self._said, np.zeros_like(self._said)), 1)
        return True

    @staticmethod
    def _late(batch: Batch, entered: Bools, begun: Ints, number: Ints, first: Ints, size: Ints) -> Bools:
        """Whether a line is before one of its case that stands above it: only where some step goes back."""
        us = batch.at.us
        late = np.zeros(len(batch), np.bool_)
        if us is None or len(batch) < 2:
            return late
        back = np.zeros(len(batch), np.bool_)
        back[1:] = us[1:] < us[:-1]
        back &= np.arange(len(batch)) > begun[number]
        odd = np.zeros(len(first), np.bool_)
        odd[number[back]] = True
        lines = np.flatnonzero(odd[number] & entered)
        if not len(lines):
            return late
        which = np.cumsum(firsts(number[lines])) - 1
        of = us[lines] - us[begun[number[lines]]]
        of -= of.min()
        span = int(of.max()) + 1
        chunk = max(1, (1 << 62) // span)  # so many cases have room beside one another
        above = np.empty(len(lines), np.int64)
        for low in range(0, int(which[-1]) + 1, chunk):
            here = (which >= low) & (which < low + chunk)
            raised = of[here] + (which[here] - low) * span
            above[here] = np.maximum.accumulate(raised) > raised
        late[lines] = above.astype(np.bool_)
        return late
