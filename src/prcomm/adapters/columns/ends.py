"""Where terms end: counted by the library, once for each term and each day on which one begins."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Final, TypeVar

import attrs
import numpy as np
from attrs import define, field, frozen
from pendulum import DateTime

from prcomm.adapters.columns.asking import instant_at
from prcomm.adapters.columns.batches import EPOCH, NONE, Bools, Ints, distinct, together, us_of
from prcomm.adapters.columns.eras import Lifecycle
from prcomm.adapters.columns.spans import Span
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

T = TypeVar("T", int, Ints)
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
A_DAY: Final = 86_400_000_000
A_SECOND: Final = 1_000_000
ANY_DAY: Final = date(2024, 1, 1).toordinal()
SIDES: Final = 3
"""Before hours, after hours, or nobody knows."""
SHUT: Final = 0
"""Stands for the closing hour of a day on which nobody works."""
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
    _known: list[_Asked] = field(factory=list[_Asked])
    _columns: list[Ints] = field(factory=list[Ints])
    _by_instant: dict[tuple[int, ...], int] = field(factory=dict[tuple[int, ...], int])
    _by_day: Span = field(factory=Span)
    _alone: dict[Term, AnyDeadline] = field(factory=dict[Term, AnyDeadline])
    _since: date = date.min
    _file: Entity[State] = field(init=False)
    _closing: Span = field(factory=Span)
    _working: Span = field(factory=Span)
    _rolling: Span = field(factory=Span)

    def __attrs_post_init__(self) -> None:
        before = Action(at=DateTime(2, 1, 1, tzinfo=self.office.tz), by=NOBODY)
        self._file = Entity[State](id="", office=self.office, state=UNBEGUN, history=(Record(before, UNBEGUN),))

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
        exact = np.array([way == BY_INSTANT for way in ways], np.bool_)
        hourly = np.array([way == BY_HOURS for way in ways], np.bool_)
        if self.office.hours:  # of several spans a day: which of them it came in tells the library alone
            exact, hourly = exact | hourly, hourly & False
        after = np.zeros(len(term), np.int64)
        if hourly.any():
            some = np.flatnonzero(hourly[term])
            after[some] = self._after(start[some], at[some])
        dayless = np.array([way == BY_NOTHING for way in ways], np.bool_)
        day_of = np.where(dayless[term], ANY_DAY, start) if dayless.any() else start

        def ask(n: int) -> int:
            known = ways[term[n]] is not None
            self._known.append(self._asked(self.terms[int(term[n])], int(start[n]), int(at[n])) if known else UNKNOWN)
            return len(self._known) - 1

        if exact.any() and exact[term].any():
            number = self._each((term, start, np.where(exact[term], at, 0), after), ask)
        else:
            number = self._by_day.of(term * SIDES + after, day_of, ask)
        if len(self._columns) == 0 or len(self._known) > len(self._columns[0]):
            self._columns = [np.array(one, np.int64) for one in zip(*self._known or [UNKNOWN], strict=True)]
        raw, rolled, last = (one[number] for one in self._columns[:3])
        least, law, instants, undated, unknown = (one.astype(np.bool_)[number] for one in self._columns[3:])
        return Ended(raw, rolled, last, least, law, instants, undated, unknown)

    def _each(self, columns: tuple[Ints, ...], ask: Callable[[int], int]) -> Ints:
        """The number of what is known of each end, where some depend on the very instant."""
        place, which = distinct(together(*columns))
        keys = [*zip(*(one[place].tolist() for one in columns), strict=True)]
        for key, n in zip(keys, place.tolist(), strict=True):
            if key not in self._by_instant:
                self._by_instant[key] = ask(n)
        return np.array([self._by_instant[key] for key in keys], np.int64)[which]

    def _after(self, start: Ints, at: Ints) -> Ints:
        """Whether instants are after hours: by when the office closes on their days. 2 where none is known."""
        table = self.lifecycle.law.calendar.of(self.office)

        def ask(n: int) -> int:
            o = int(start[n])
            return (
                (us_of(hours.closing(o, table, self.office)) - int(_midnight(o))) // A_SECOND
                if table.works(o)
                else SHUT
            )

        closes = self._closing.of(np.zeros(len(start), np.int64), start, ask)
        late = (closes == SHUT) | (at >= _midnight(start) + closes * A_SECOND)
        return np.where(at == NONE, 2, late.astype(np.int64))

    def _asked(self, term: Term, start: int, at: int) -> _Asked:
        since: date = day(start) if at == NONE else instant_at(at, self.office)
        self._since, own, file = since, self.deadline, self._file
        deadline = self._alone.get(term)
        if deadline is None:
            begun = (Action,), term, (Action,), own.owed_by, own.cites
            deadline = self._alone[term] = AnyDeadline(own.name, *begun, since=lambda _, __: self._since)
        clock, before = Clock(own.name, None, 0), file.history[0].action.at
        try:
            due = next(iter(dues_of(deadline, file, clock, self.lifecycle.context_on, before)))
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
        table, one_row = self.lifecycle.law.calendar.of(self.office), np.zeros(len(raw), np.int64)

        def later(n: int) -> int:
            return table.on_or_after(int(raw[n])) - int(raw[n])

        dated = np.flatnonzero(raw > 0)
        if len(dated) < len(raw):
            to = raw.copy()
            to[dated] = self.rolled(raw[dated], start[dated])[0]
        else:
            to = raw + self._working.of(one_row, raw, later)
        rolls = self._rolling.of(one_row, start, lambda n: int(self.lifecycle.context_on(int(start[n])).rolls))
        return to, np.where(rolls > 0, to, raw)


def _midnight(o: T) -> T:
    """A day before a day of UTC begins, in microseconds since 1970: no clock shows its day earlier."""
    return (o - EPOCH - 1) * A_DAY
