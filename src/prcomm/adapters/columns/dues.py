"""What is owed in many cases: the term of each clock, its moves, where it ends, and what is to be noted of it."""

from typing import cast

import numpy as np
from attrs import frozen

from prcomm.adapters.columns.asking import Rule
from prcomm.adapters.columns.batches import NONE, Bools, Held, Ints, firsts
from prcomm.adapters.columns.clocks import DueClock, Running, strange
from prcomm.adapters.columns.courses import MOST_ASKED, Course
from prcomm.adapters.columns.ends import AnyDeadline, Ends
from prcomm.adapters.columns.eras import Eras, Lifecycle
from prcomm.adapters.columns.folds import Fold
from prcomm.adapters.columns.letters import Letter
from prcomm.adapters.columns.looked import Looked
from prcomm.adapters.columns.rules import Rules
from prcomm.adapters.columns.standins import label_of
from prcomm.adapters.columns.steps import Steps
from prcomm.core.calendar.terms import Term
from prcomm.core.sources.people import Office
from prcomm.core.table.entities import Action
from prcomm.core.table.moves import its_instant

LATE, OWED, TOO_EARLY = 1, 2, 3
"""What may be noted of a due."""


@frozen(eq=False)
class Noted:
    """What is noted of the dues of one deadline, in columns.

    Attributes:
        case: of which case.
        begun: the line that began the clock.
        how: what is noted: late, owed, or done too early.
        key: which of several, by number.
        last: the last day, or instant; ``NONE`` where there is none.
        instants: whether that is an instant.
        law: whether all it rests on is law.
    """

    case: Ints
    begun: Ints
    how: Ints
    key: Ints
    last: Ints
    instants: Bools
    law: Bools


@frozen(eq=False)
class Counted:
    """The dues of one deadline in a batch, whatever is noted of them: to compare what a register has on file.

    Attributes:
        noted: what is noted.
        case: of each due its case.
        begun: the line that began it.
        last: its last day; ``NONE`` where there is none.
        key: which of several, by number.
    """

    noted: Noted
    case: Ints
    begun: Ints
    last: Ints
    key: Ints


@frozen(eq=False)
class Dues:
    """The dues of one deadline.

    Attributes:
        deadline: what is owed.
        why: why its cases are ones for Python, whatever is in them; empty where they need not be.
    """

    office: Office
    steps: Steps
    eras: Eras
    letters: list[Letter]
    deadline: AnyDeadline
    clock: DueClock
    ends: Ends
    why: str
    since: Rule
    term: Rule
    moves: dict[type[Action], Rule]

    def counted(self, fold: Fold, at: Held) -> tuple[Counted | None, Ints]:
        """The dues of a batch, and the cases of which they can't be told.

        Args:
            fold: what became of the cases.
            at: of each case the instant as of which it is judged, as a day and as an instant.
        """
        applies = self._applies(fold)
        if self.why:
            begins = self.clock.tables(self.letters)[0]
            began = (begins[fold.batch.letter] > 0) & fold.entered & applies[fold.number]
            return None, np.unique(fold.number[began])
        running, hard = self.clock.running(fold, self.letters, applies)
        if not len(running.case):
            return None, hard
        asked = _Asked(self, fold, running)
        start, instant, unknown = asked.started()
        term, odd = asked.termed(start)
        unknown |= odd
        owed = (term != NONE) & ~unknown
        stands = _stand(running.stretch, owed | unknown)
        hard = np.concatenate((hard, running.case[stands & unknown]))
        keep = np.flatnonzero(stands & owed)
        if not len(keep):
            return None, hard
        some = _Some(asked, running, keep, start[keep], instant[keep], term[keep])
        noted, last, odd = some.noted(at)
        hard = np.concatenate((hard, some.case[odd]))
        counted = Counted(noted, some.case, running.begun[keep], np.where(odd, NONE, last), running.key[keep])
        return counted, hard

    def _applies(self, fold: Fold) -> Bools:
        """Of each case whether it has such a deadline, by its kind, and is none for Python."""
        files = self.steps.files
        only = self.deadline.only
        mine = [file is not None and (not only or getattr(file, "kind", None) in only) for file in files]
        return np.array(mine, np.bool_)[fold.node] & ~fold.hard


def _stand(stretch: Ints, owed: Bools) -> Bools:
    """Of clocks that stand or fall together the first by which anything is owed."""
    stands = np.zeros(len(stretch), np.bool_)
    some = np.flatnonzero(owed)
    if len(some):
        order = some[np.lexsort((some, stretch[some]))]
        stands[order[firsts(stretch[order])]] = True
    return stands


class _Asked:
    """What the rules of a deadline come to in a batch."""

    def __init__(self, dues: Dues, fold: Fold, running: Running) -> None:
        self.dues, self.fold, self.running = dues, fold, running
        self.letter = fold.batch.letter[running.begun]
        self.node = fold.node[running.case]
        self.first = fold.start[running.case]
        self.looked = Looked(fold, dues.letters, dues.office)

    def asked(self, rule: Rule, *more: Ints) -> Ints:
        """What a rule comes to for each clock."""
        looked = self.looked
        column = looked.column(self.running.begun, self.first)
        return rule((self.node, self.letter, *more), column, looked.value, looked.wants, MOST_ASKED)

    def started(self) -> tuple[Ints, Ints, Bools]:
        """From which day, and instant, each clock is counted; and of which that can't be told."""
        at, line = self.fold.batch.at, self.running.begun
        instant = cast("Ints", at.us)[line]
        unknown = np.zeros(len(line), np.bool_)
        if self.dues.deadline.since is its_instant:
            return at.day[line], instant, unknown
        number = self.asked(self.dues.since)
        start = np.full(len(line), NONE, np.int64)
        instants = start.copy()
        for n, result in enumerate(self.dues.since.results):
            here = number == n
            start[here], instants[here] = self._since(result, here)
        return start, instants, number == NONE

    def _since(self, result: object, here: Bools) -> tuple[Ints | int, Ints | int]:
        label = label_of(result)
        if label is None:
            return cast("tuple[int, int]", result)
        where = self.running.begun if label[0] == "action" else self.first
        held = cast("Held", self.looked.held(label[1]))
        return held.day[where[here]], NONE if held.us is None else held.us[where[here]]

    def termed(self, start: Ints) -> tuple[Ints, Bools]:
        """Which term each clock has; ``NONE`` where nothing is owed. And of which that can't be told."""
        d = self.dues.deadline
        starts = np.array(self.dues.eras.starts, np.int64)
        era = np.searchsorted(starts, start, "right")
        number = self.asked(self.dues.term, era)
        unknown = number == NONE
        terms = [NONE if term is None else self.dues.ends.number(cast("Term", term)) for term in self.dues.term.results]
        term = np.array([*terms, NONE], np.int64)[number]
        early = np.zeros(len(start), np.bool_)
        if d.first_day is not None:
            early |= start < d.first_day.toordinal()
        if d.first is not None:
            before = (start < d.first.day.toordinal()) & ~early
            if d.first.unknown:
                unknown |= before
            else:
                early |= before
        return np.where(early | unknown, NONE, term), unknown & ~early


class _Some:
    """The clocks of a batch by which something is owed."""

    def __init__(self, asked: _Asked, running: Running, keep: Ints, start: Ints, instant: Ints, term: Ints) -> None:
        self.asked, self.dues, self.fold = asked, asked.dues, asked.fold
        self.case, self.begun, self.closed = running.case[keep], running.begun[keep], running.closed[keep]
        self.met, self.low, self.high = running.met[keep], running.low[keep], running.high[keep]
        self.key, self.moves = running.key[keep], running.moves
        self.start, self.term = start, term
        self.end = self.dues.ends.of(term, start, instant)
        self.lifted = np.zeros(len(keep), np.bool_)

    def noted(self, at: Held) -> tuple[Noted, Ints, Bools]:
        """What is noted of each, its last day, and of which that can't be told."""
        odd = self.end.unknown.copy()
        touched = np.flatnonzero(self.high > self.low)
        if len(touched):
            odd |= self._moved(touched)
        end, d = self.end, self.dues.deadline
        exact = end.instants
        batch, closed = self.fold.batch.at, np.where(self.closed == NONE, 0, self.closed)
        done = np.where(exact, cast("Ints", batch.us)[closed], batch.day[closed])
        if d.met_on:
            odd |= self.met & exact
            named = self.fold.batch.fields.get(d.met_on)
            if named is not None:
                day = named.day[closed]
                done = np.where(self.met & (day != NONE), day, done)
        now = np.where(exact, cast("Ints", at.us)[self.case], at.day[self.case])
        met = self.met
        ended = (self.closed != NONE) & ~met & ~self.lifted
        no_day = end.last == NONE
        free = no_day | end.least | bool(d.provided)
        lifted = self.lifted | (ended & (free | (done <= end.last)))
        how = np.zeros(len(met), np.int64)
        how[~met & ~lifted & no_day & ~end.undated] = OWED
        dated = ~no_day & ~(lifted & ~met)
        least = dated & end.least
        how[least & met & (end.last > done)] = TOO_EARLY
        plain = dated & ~end.least
        how[plain & ~met & ended] = LATE
        how[plain & ~met & ~ended & (end.last < now)] = OWED
        how[plain & met & (end.last < done)] = LATE
        if d.provided:
            how[~met] = 0
        how[odd] = 0
        some = np.flatnonzero(how)
        noted = Noted(
            self.case[some], self.begun[some], how[some], self.key[some], end.last[some], exact[some], end.law[some]
        )
        return noted, np.where(exact, NONE, end.last), odd

    # -- moves

    def _moved(self, touched: Ints) -> Bools:
        """Move the clocks by the lines that touch them, one after the other; of which that can't be told."""
        odd = np.zeros(len(self.case), np.bool_)
        shut = self.dues.deadline.moved_by
        dues = self.dues
        course = Course(self.asked.looked, dues.ends, dues.eras, dues.moves, self.case, self.start, self.end, touched)
        low, left = self.low[touched].copy(), (self.high - self.low)[touched]
        place = np.arange(len(touched))
        while len(place):
            line = self.moves[low[place]]
            lawful = ~self.fold.gives_nothing[line]
            for kind in shut:
                mine = np.array([one.kind is kind for one in self.dues.letters] + [False], np.bool_)
                here = mine[self.fold.batch.letter[line]] & lawful
                if here.any() and kind not in self.dues.moves:
                    course.odd[place[here]] = True
                elif here.any():
                    course.move(kind, place[here], line[here])
            low[place] += 1
            left[place] -= 1
            place = place[left[place] > 0]
        odd[touched] = course.odd
        self.end, self.lifted = course.merged(self.end, self.lifted)
        return odd


def dues_of(
    lifecycle: Lifecycle, office: Office, steps: Steps, eras: Eras, letters: list[Letter], ends: Ends,
    beginnings: frozenset[type[Action]],
) -> Dues:  # fmt: skip
    """The dues of a deadline, made ready to be counted: that of these ends."""
    deadline = ends.deadline
    why = strange(deadline) or next((odd for odd in (strange(move) for move in deadline.moves) if odd), "")
    if not why and deadline.recurring:
        why = "it is owed again in each period"
    rules = Rules(lifecycle, office, steps, eras, letters, deadline)
    clock = DueClock(deadline, beginnings)
    return Dues(office, steps, eras, letters, deadline, clock, ends, why, rules.since(), rules.term(), rules.moves())
