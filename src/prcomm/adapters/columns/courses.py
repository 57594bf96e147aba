"""The course of clocks that lines move: lifted, given another term, lengthened, one line after the other."""

from collections.abc import Mapping
from typing import Final, TypeVar, cast

import numpy as np
from attrs import evolve
from numpy.typing import NDArray

from prcomm.adapters.columns.asking import Rule
from prcomm.adapters.columns.batches import NONE, Bools, Ints
from prcomm.adapters.columns.ends import Ended, Ends
from prcomm.adapters.columns.eras import Eras
from prcomm.adapters.columns.looked import Looked
from prcomm.adapters.columns.standins import Label
from prcomm.adapters.columns.steps import File
from prcomm.core.calendar.days import day
from prcomm.core.calendar.terms import STANDS, Further, Term
from prcomm.core.table.entities import Action
from prcomm.core.table.moves import Move

N = TypeVar("N", bound=np.generic)
MOST_ASKED: Final = 200_000
"""How often a rule is asked of one batch at most."""


class Course:
    """The course of clocks that are moved."""

    def __init__(
        self, looked: Looked, ends: Ends, eras: Eras, moves: "Mapping[type[Action], Rule]", case: Ints, start: Ints,
        end: Ended, touched: Ints,
    ) -> None:  # fmt: skip
        self.looked, self.ends, self.eras, self.moves, self.touched = looked, ends, eras, moves, touched
        self.case, self.start = case[touched], start[touched]
        dayless = end.instants[touched]  # an instant is no day: such a case is for Python
        raw, rolled, last = (np.where(dayless, NONE, one[touched]) for one in (end.raw, end.rolled, end.last))
        self.raw, self.rolled, self.last = raw, rolled, last
        self.least, self.law, self.undated = end.least[touched], end.law[touched], end.undated[touched]
        self.odd = dayless.copy()
        self.legs = np.ones(len(touched), np.bool_)
        self.lengthened = np.zeros(len(touched), np.bool_)

    def move(self, kind: type[Action], place: Ints, line: Ints) -> None:
        """One move of some of them."""
        move = cast("Move[File, Action]", self.ends.deadline.moved_by[kind][0])
        rule = self.moves[kind]
        case, fold = self.case[place], self.looked.fold
        column = self.looked.column(line, fold.start[case])
        _, bound = self.ends.rolled(self.raw[place], self.start[place])
        runs = {"start": self.start[place], "raw": self.raw[place], "last": bound}

        def of(label: Label, level: int) -> Ints | None:
            return runs[label[1]] if label[0] == "running" else column(label, level)

        def value(label: Label, level: int, code: int) -> object:
            if label[0] != "running":
                return self.looked.value(label, level, code)
            return None if code == NONE else day(code)

        starts = np.array(self.eras.starts, np.int64)
        era = np.searchsorted(starts, self.start[place], "right")
        codes = (fold.node[case], fold.batch.letter[line], era, (self.raw[place] != NONE).astype(np.int64))
        number = rule(codes, of, value, self.looked.wants, MOST_ASKED)
        self.odd[place[number == NONE]] = True
        for n, result in enumerate(rule.results):
            here = number == n
            if here.any():
                self._to(move, result, place[here], line[here])

    def _to(self, move: "Move[File, Action]", result: object, place: Ints, line: Ints) -> None:
        if result is None:
            self.raw[place] = self.rolled[place] = self.last[place] = NONE
            self.legs[place] = self.lengthened[place] = self.least[place] = self.undated[place] = False
            return
        if result is STANDS:
            return
        if isinstance(result, Further):
            place = place[self.raw[place] != NONE]
            end = self._ended(result.term, self.raw[place])
            end = evolve(end, least=self.least[place], law=self.law[place])
            rolled, last = self.ends.rolled(end.raw, self.start[place])
            end = evolve(end, rolled=rolled, last=last)
        elif isinstance(result, tuple):
            held = self.looked.fold.batch.fields[cast("str", result[1])]
            if held.us is not None:
                self.odd[place] = True
                return
            raw = held.day[line]
            rolled, last = self.ends.rolled(raw, self.start[place])
            no = np.zeros(len(place), np.bool_)
            end = Ended(raw, rolled, last, no, ~no, no, no, raw == NONE)
        else:
            end = self._ended(cast("Term", result), self.start[place])
        self._take(move, end, place)

    def _ended(self, term: Term, start: Ints) -> Ended:
        number = np.full(len(start), self.ends.number(term), np.int64)
        end = self.ends.of(number, start, np.full(len(start), NONE, np.int64))
        if not end.instants.any():
            return end
        raw, rolled, last = (np.where(end.instants, NONE, one) for one in (end.raw, end.rolled, end.last))
        return evolve(end, raw=raw, rolled=rolled, last=last)

    def _take(self, move: "Move[File, Action]", end: Ended, place: Ints) -> None:
        """The new end, unless it comes sooner than one that was lengthened."""
        self.odd[place] |= end.unknown | end.instants
        old = self.raw[place]
        kept = np.zeros(len(place), np.bool_)
        checked = self.lengthened[place] | move.lengthens
        sooner = np.where((end.raw == NONE) | (old == NONE), old == NONE, end.raw <= old)
        kept = checked & sooner
        self.lengthened[place] |= move.lengthens & self.legs[place]
        new = place[~kept]
        for mine, its in (
            (self.raw, end.raw), (self.rolled, end.rolled), (self.last, end.last), (self.least, end.least),
            (self.law, end.law), (self.undated, end.undated),
        ):  # fmt: skip
            mine[new] = its[~kept]
        self.legs[new] = True

    def merged(self, end: Ended, lifted: Bools) -> tuple[Ended, Bools]:
        """The ends of all clocks, those of the moved as they came to be."""
        lifted = lifted.copy()
        lifted[self.touched] = ~self.legs
        put = self._put
        raw, rolled, last = put(end.raw, self.raw), put(end.rolled, self.rolled), put(end.last, self.last)
        least, law, undated = put(end.least, self.least), put(end.law, self.law), put(end.undated, self.undated)
        return Ended(raw, rolled, last, least, law, end.instants, undated, end.unknown), lifted

    def _put(self, own: "NDArray[N]", its: "NDArray[N]") -> "NDArray[N]":
        column = own.copy()
        column[self.touched] = its
        return column
