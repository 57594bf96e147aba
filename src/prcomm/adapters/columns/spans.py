"""What is known of days, by row: a table over the span of days that were met, which grows with them."""

from collections.abc import Callable
from typing import Final

import numpy as np
from attrs import define, field
from numpy.typing import NDArray

from prcomm.adapters.columns.batches import NONE, Ints, distinct, together

AHEAD: Final = 400
"""How many days more there is room for at both ends, so that it need not grow with each batch."""
MOST: Final = 1 << 22
"""How many cells there are at most."""


@define(eq=False)
class Span:
    """Whole numbers from 0 by row and day, each asked once."""

    _low: int = 0
    _far: dict[tuple[int, int], int] = field(factory=dict[tuple[int, int], int])
    _table: "NDArray[np.int32]" = field(factory=lambda: np.zeros((0, 0), np.int32))

    def of(self, row: Ints, day: Ints, ask: Callable[[int], int]) -> Ints:
        """The number of each place.

        Args:
            row: of each place its row.
            day: its day, as an ordinal.
            ask: what is asked of a place whose row and day were not met together.
        """
        if not len(row):
            return row
        if not self._room(int(row.max()) + 1, int(day.min()), int(day.max())):
            return self._far_apart(row, day, ask)
        place = row * self._table.shape[1] + (day - self._low)
        cells: NDArray[np.int32] = self._table.reshape(-1)
        found: NDArray[np.int32] = cells[place]
        new = np.flatnonzero(found == NONE)
        if len(new):
            one, _ = distinct(place[new])
            for n in new[one].tolist():
                cells[place[n]] = ask(n)
            found = cells[place]
        return found.astype(np.int64)

    def _far_apart(self, row: Ints, day: Ints, ask: Callable[[int], int]) -> Ints:
        """The same without a table, for days that lie too far from one another."""
        one, which = distinct(together(row, day))
        keys = [*zip(row[one].tolist(), day[one].tolist(), strict=True)]
        for key, n in zip(keys, one.tolist(), strict=True):
            if key not in self._far:
                self._far[key] = ask(n)
        return np.array([self._far[key] for key in keys], np.int64)[which]

    def _room(self, rows: int, low: int, high: int) -> bool:
        """Have room for so many rows of these days, if there may be."""
        had, span = self._table.shape
        if rows <= had and low >= self._low and high < self._low + span:
            return True
        new_low = min(low - AHEAD, self._low) if span else low - AHEAD
        new_high = max(high + AHEAD, self._low + span - 1) if span else high + AHEAD
        if max(rows, had) * (new_high - new_low + 1) > MOST:
            return False
        table = np.full((max(rows, had), new_high - new_low + 1), NONE, np.int32)
        table[:had, self._low - new_low : self._low - new_low + span] = self._table
        self._table, self._low = table, new_low
        return True
