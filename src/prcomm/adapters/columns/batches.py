"""Lines as columns: what of many lines the kernel is handed, and small things done to columns."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Final

import numpy as np
from attrs import field, frozen
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]
NONE: Final = -1
"""Stands in a column for no day, no line, no letter."""
EPOCH: Final = date(1970, 1, 1).toordinal()
SMALL: Final = 1 << 22
"""Up to what span a column is a digit of a code as it is; one that spans more has its distinct values numbered."""
ROOM: Final = 4
"""Up to how many times as many codes as places are counted by a table instead of by sorting."""


@frozen(eq=False)
class Held:
    """A column of days or instants that stand-ins stand for.

    Attributes:
        day: the office's day, as an ordinal; ``NONE`` where there is none.
        us: the instant, in microseconds since 1970; none of a column of days.
    """

    day: Ints
    us: Ints | None = None


@frozen(eq=False)
class Batch:
    """Lines of whole cases, in the order of the cases, and of a case in the order in which they are judged.

    Attributes:
        case: which case a line is of: equal numbers stand together.
        at: when it was done, on the office's clock.
        letter: what was done: the number of its letter; ``NONE`` of what is no action.
        fields: of the fields that are not told apart and hold a day or an instant, what they hold.
    """

    case: Ints
    at: Held
    letter: Ints
    fields: Mapping[str, Held] = field(factory=dict[str, Held])

    def __len__(self) -> int:
        return len(self.case)


def us_of(at: datetime) -> int:
    """An instant, in microseconds since 1970."""
    clock = ((at.toordinal() - EPOCH) * 24 + at.hour) * 3600 + at.minute * 60 + at.second
    offset = at.utcoffset() or timedelta()
    return (clock - offset.days * 86_400 - offset.seconds) * 1_000_000 + at.microsecond - offset.microseconds


def firsts(groups: Ints) -> Bools:
    """Where a new group begins, of groups that stand together."""
    new = np.ones(len(groups), np.bool_)
    np.not_equal(groups[1:], groups[:-1], out=new[1:])
    return new


def distinct(codes: Ints) -> tuple[Ints, Ints]:
    """Of codes from 0 the place of one of each, and for every place which of these it is."""
    if len(codes) == 0:
        return codes, codes
    top = int(codes.max()) + 1
    if top > ROOM * len(codes) + 4096:
        _, place, which = np.unique(codes, return_index=True, return_inverse=True)
        return place.astype(np.int64), which.astype(np.int64)
    place = np.full(top, NONE, np.int32)
    place[codes[::-1]] = np.arange(len(codes) - 1, -1, -1, dtype=np.int32)
    known = np.flatnonzero(place >= 0)
    number = np.empty(top, np.int32)
    number[known] = np.arange(len(known), dtype=np.int32)
    return place[known].astype(np.int64), number[codes].astype(np.int64)


def together(*columns: Ints) -> Ints:
    """One column of codes from 0, alike where all of these are alike."""
    code = np.zeros(len(columns[0]), np.int64)
    size = 1
    for column in columns:
        low = int(column.min()) if len(column) else 0
        if low == NONE:  # beside days, that would be as far from them as the year 1
            some = column != NONE
            low = int(column.min(where=some, initial=np.iinfo(np.int64).max)) - 1 if some.any() else NONE
            column = np.where(some, column, low)
        span = (int(column.max()) if len(column) else 0) - low + 1
        if span > SMALL:
            column, low = distinct_sorted(column), 0
            span = int(column.max()) + 1
        if size * span > 1 << 60:
            code = distinct_sorted(code)
            size = int(code.max()) + 1
        code = code * span + (column - low)
        size *= span
    return code


def distinct_sorted(column: Ints) -> Ints:
    """For every place which of the distinct values it holds, in their order."""
    return np.unique(column, return_inverse=True)[1].astype(np.int64)
