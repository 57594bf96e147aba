"""What the lines of a register mean: asked of the mapping once for each line that differs in what is told apart."""

from collections.abc import Mapping, Sequence
from typing import Final

import numpy as np
from attrs import define, field, frozen

from prcomm.adapters.columns.batches import NONE, Ints, distinct, together
from prcomm.adapters.columns.letters import Letters
from prcomm.adapters.registers import RegisterMapping
from prcomm.adapters.registers.lines import Cells
from prcomm.adapters.registers.making import Act

MOST_LETTERS: Final = 200_000
"""How many lines that differ are asked about at most."""


@frozen
class Meaning:
    """What a line means.

    Attributes:
        letters: the actions it stands for, by their letters; ``NONE`` of what is no action.
        sound: whether they can be read.
        first: the letter of the action before a case, if its first line is this.
        last: the letter of that after it.
    """

    letters: tuple[int, ...]
    sound: bool = True
    first: int = NONE
    last: int = NONE


UNREAD: Final = Meaning((), sound=False)


@define(eq=False)
class Meanings:
    """The meanings met so far.

    Attributes:
        mapping: what tells them.
        letters: the letters.
    """

    mapping: RegisterMapping
    letters: Letters
    _all: list[Meaning] = field(factory=list[Meaning])
    _numbers: dict[int, int] = field(factory=dict[int, int])

    def unknown(self, told: Ints) -> tuple[Ints, Ints]:
        """Of what is told apart what has not been met: one place of each, and what it is."""
        place, _ = distinct(together(told))
        new = [n for n in place.tolist() if int(told[n]) not in self._numbers]
        places = np.array(new, np.int64)
        return places, told[places]

    def learn(self, told: Sequence[int], cells: Sequence[Cells | None]) -> None:
        """Note the meaning of what is told apart, by the cells of a line of each."""
        for code, held in zip(told, cells, strict=True):
            meaning = UNREAD if held is None or len(self._all) > MOST_LETTERS else self._meaning(held)
            self._numbers[code] = len(self._all)
            self._all.append(meaning)

    def of(self, told: Ints) -> tuple[Ints, list[Meaning]]:
        """For each line the number of its meaning."""
        place, which = distinct(together(told))
        return np.array([self._numbers[code] for code in told[place].tolist()], np.int64)[which], self._all

    def _meaning(self, cells: Cells) -> Meaning:
        mapping = self.mapping
        acts = mapping.of(cells)
        first, last = (self._letter(act, cells) for act in (mapping.acts.first, mapping.acts.last))
        if acts is None:
            name = mapping.acts.activity(cells)
            return Meaning((NONE,), bool(name), NONE if first is None else first, NONE if last is None else last)
        letters = [self._letter(act, cells) for act in acts]
        if None in letters or first is None:
            return UNREAD
        return Meaning(tuple(one for one in letters if one is not None), True, first, NONE if last is None else last)

    def _letter(self, act: Act | None, cells: Cells) -> int | None:
        """The letter of an action; ``NONE`` where there is none to be, ``None`` where it can't be read."""
        if act is None:
            return NONE
        made = None if act.made is None else act.made(cells)
        if made is None:
            return None
        try:
            return self.letters.of(made).number
        except TypeError:
            return None


def by_line(found: Mapping[int, Cells], lines: Sequence[int]) -> list[Cells | None]:
    """The cells of lines, in their order."""
    return [found.get(line) for line in lines]
