"""Where terms end: counted by the library, once for each term and each day on which one begins."""

from datetime import date, datetime
from typing import Final

import attrs
import numpy as np
from attrs import define, field, frozen
from pendulum import DateTime

from prcomm.adapters.columns.asking import instant_at
from prcomm.adapters.columns.batches import NONE, Bools, Ints, distinct, together, us_of
from prcomm.adapters.columns.eras import Lifecycle
from prcomm.adapters.columns.steps import NOBODY
from prcomm.core.calendar import hours
from prcomm.core.calendar.days import day, ordinal
from prcomm.core.calendar.terms import (
    AtLeast,
    Before,
    Days,
    Earliest,
    Further,
    Hours,
    Minutes,
    Months,
    NotYetNamed,
    Promptly,
    SameWorkingDay,
    Term,
    Until,
    WorkingDays,
    WorkingHours,
    WorkingMinutes,
)  # fmt: skip
from prcomm.core.engine.counting import dues_of
from prcomm.core.sources.citations import is_law
from prcomm.core.sources.people import Office
from prcomm.core.table.deadlines import Deadline
from prcomm.core.table.entities import UNBEGUN, Action, Clock, Entity, Record, State
from prcomm.core.values.errors import BadInput, NotInForce

AnyDeadline = Deadline[Entity[State], Action]
FIELDS: Final[dict[type[Term], frozenset[str]]] = {
    **dict.fromkeys((Days, Months, Hours, Minutes), frozenset({"n"})),
    **dict.fromkeys((WorkingDays, WorkingHours, WorkingMinutes), frozenset({"n", "calendar"})),
    **dict.fromkeys((SameWorkingDay, Promptly, NotYetNamed), frozenset[str]()),
    Until: frozenset({"day"}), Before: frozenset({"day", "term"}), AtLeast: frozenset({"term"}),
    Further: frozenset({"term"}), Earliest: frozenset({"one", "other"}),
}  # fmt: skip
"""The terms that are known here, and the fields by which each is told."""
BY_DAY, BY_HOURS, BY_INSTANT, BY_NOTHING = "day", "after hours or not", "instant", "nothing"


def asked_by(term: Term) -> str | None:
    """On what of its beginning the end of a term depends; ``None`` of a term that is not known here."""
    known = FIELDS.get(type(term))
    if known is None or frozenset(str(own.name) for own in attrs.fields(type(term))) != known:
        return None
    if isinstance(term, Promptly | NotYetNamed):
        return BY_NOTHING
    if getattr(term, "calendar", None) is not None:
        return None
    if isinstance(term, Hours | WorkingHours | Minutes | WorkingMinutes) or (
        isinstance(term, Until) and isinstance(term.day, datetime)
    ):
        return BY_INSTANT
    if isinstance(term, SameWorkingDay):
        return BY_HOURS
    inside = [value for own in attrs.fields(type(term)) if isinstance(value := getattr(term, own.name), Term)]
    ways = [asked_by(one) for one in inside]
    if None in ways:
        return None
    return next((way for way in (BY_INSTANT, BY_HOURS, BY_DAY) if way in ways), BY_DAY)


@frozen(eq=False)
class Ended:
    """Where terms end, in each place: days as ordinals, instants in microseconds, ``NONE`` where there is no end.

    Attributes:
        raw: as the text counts.
        rolled: to the next working day.
        last: the one that binds.
        least: whether it is the first lawful day, and not the last.
        law: whether all it rests on is law.
        instants: whether it is an instant.
        undated: whether its day is not named yet.
        unknown: whether the columns can't tell.
    """

    raw: Ints
    rolled: Ints
    last: Ints
    least: Bools
    law: Bools
    instants: Bools
    undated: Bools
    unknown: Bools


_Asked = tuple[int, int, int, bool, bool, bool, bool, bool]
UNKNOWN: Final[_Asked] = (NONE, NONE, NONE, False, False, False, False, True)


@define(eq=False)
class Ends:
    """The ends of one deadline's terms.

    Attributes:
        lifecycle: under whose law they are counted.
        office: whose days and hours count.
        deadline: what is owed.
        terms: the terms met so far.
    """

    lifecycle: Lifecycle
    office: Office
    deadline: AnyDeadline
    terms: list[Term] = field(factory=list[Term])
    _numbers: dict[Term, int] = field(factory=dict[Term, int])
    _known: dict[tuple[int, int, int, int], _Asked] = field(factory=dict[tuple[int, int, int, int], _Asked])

    def number(self, term: Term) -> int:
        """The number of a term."""
        number = self._numbers.setdefault(term, len(self.terms))
        if number == len(self.terms):
            self.terms.append(term)
        return number

    def of(self, term: Ints, start: Ints, at: Ints) -> Ended:
        """Where terms end.

        Args:
            term: for each place which term, by number.
            start: the day on which it begins.
            at: the instant at which it begins; ``NONE`` where only the day is known.
        """
        ways = [asked_by(one) for one in self.terms]
        exact = np.array([way == BY_INSTANT for way in ways] or [False])[term]
        hourly = np.array([way == BY_HOURS for way in ways] or [False])[term]
        if self.office.hours:  # of several spans a day: which of them it came in tells the library alone
            exact, hourly = exact | hourly, hourly & False
        dayless = np.array([way == BY_NOTHING for way in ways] or [False])[term]
        after = np.zeros(len(term), np.int64)
        if hourly.any():
            after[hourly] = self._after(start[hourly], at[hourly])
        instant = np.where(exact, at, 0)
        place, which = distinct(together(term, np.where(dayless, 0, start), instant, after))
        known: list[_Asked] = []
        for n in place.tolist():
            key = int(term[n]), 0 if dayless[n] else int(start[n]), int(instant[n]), int(after[n])
            found = self._known.get(key)
            if found is None:
                way = ways[key[0]]
                found = self._known[key] = (
                    UNKNOWN if way is None else self._asked(self.terms[key[0]], int(start[n]), int(at[n]))
                )
            known.append(found)
        columns = list(zip(*known, strict=True)) if known else [()] * 8
        raw, rolled, last = (np.array(one, np.int64)[which] for one in columns[:3])
        least, law, instants, undated, unknown = (np.array(one, np.bool_)[which] for one in columns[3:])
        return Ended(raw, rolled, last, least, law, instants, undated, unknown)

    def _after(self, start: Ints, at: Ints) -> Ints:
        """Whether instants are after hours: by when the office closes on their days. 2 where none is known."""
        table = self.lifecycle.law.calendar.of(self.office)
        days, which = np.unique(start, return_inverse=True)
        closes = [us_of(hours.closing(o, table, self.office)) if table.works(o) else 0 for o in days.tolist()]
        late = at >= np.array(closes, np.int64)[which]
        return np.where(at == NONE, 2, late.astype(np.int64))

    def _asked(self, term: Term, start: int, at: int) -> _Asked:
        since: date = day(start) if at == NONE else instant_at(at, self.office)
        before = Action(at=DateTime(2, 1, 1, tzinfo=self.office.tz), by=NOBODY)
        own = self.deadline
        deadline = AnyDeadline(own.name, (Action,), term, (Action,), own.owed_by, own.cites, since=lambda _, __: since)
        file = Entity[State](id="", office=self.office, state=UNBEGUN, history=(Record(before, UNBEGUN),))
        try:
            due = next(iter(dues_of(deadline, file, Clock(own.name, None, 0), self.lifecycle.context_on, before.at)))
        except (BadInput, NotInForce):
            return UNKNOWN
        instants = isinstance(due.raw, DateTime)
        ends = [self._code(end) for end in (due.raw, due.rolled, due.last)]
        law = is_law(due.cites) if due.least else True
        return ends[0], ends[1], ends[2], due.least, law, instants, due.undated, due.unknown

    def _code(self, end: date | None) -> int:
        if end is None:
            return NONE
        if isinstance(end, datetime):
            return us_of(end)
        return ordinal(end, self.office)

    def rolled(self, raw: Ints, start: Ints) -> tuple[Ints, Ints]:
        """Days moved to the next working day, and those of them that bind, by the law of the day it began on."""
        table = self.lifecycle.law.calendar.of(self.office)
        place, which = distinct(np.maximum(raw, 0))
        to = np.array([table.on_or_after(o) if o > 0 else o for o in raw[place].tolist()], np.int64)[which]
        place, which = distinct(start)
        rolls = np.array([self.lifecycle.context_on(o).rolls for o in start[place].tolist()], np.bool_)[which]
        to = np.where(raw == NONE, NONE, to)
        return to, np.where(rolls, to, raw)
