"""Spans of days in which the law reads alike: between two days on which a row, a guard or a dated value changes."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Never, TypeVar, cast

from pendulum import DateTime

from prcomm.adapters.columns.standins import Demand
from prcomm.core.calendar.days import day
from prcomm.core.calendar.law import Law
from prcomm.core.engine.engine import Engine
from prcomm.core.sources.dated import Dated
from prcomm.core.sources.people import Office
from prcomm.core.table.context import Context
from prcomm.core.table.entities import Action, Entity, State
from prcomm.core.table.in_force import editions

T = TypeVar("T")
Lifecycle = Engine[Entity[State], Action]
BEFORE_ALL = 2
"""A year in which nothing is on file."""


class Eras:
    """The days on which something that a rule may read changes.

    Attributes:
        starts: the first day of each era, as an ordinal, save the first.
    """

    def __init__(self, lifecycle: Lifecycle) -> None:
        changes = {on.toordinal() for on in editions(lifecycle.rows)[0]}
        changes.update(changes_of(lifecycle.law.last_day, lifecycle.law))
        self.starts: tuple[int, ...] = tuple(sorted(changes - {date.min.toordinal()}))

    def __len__(self) -> int:
        return len(self.starts) + 1

    def of(self, o: int) -> int:
        """The era of a day."""
        return bisect_right(self.starts, o)

    def day(self, era: int) -> int:
        """A day of an era, as an ordinal."""
        if era:
            return self.starts[era - 1]
        return (
            max(self.starts[0] - 1, date(BEFORE_ALL + 1, 1, 1).toordinal())
            if self.starts
            else date(2000, 1, 3).toordinal()
        )

    def add(self, value: Dated[object], law: Law) -> None:
        """Have the days be among them on which a value changes; those met before are numbered anew."""
        self.starts = tuple(sorted({*self.starts, *changes_of(value, law)}))

    def know(self, value: Dated[object], law: Law) -> bool:
        """Whether the days on which a value changes are among them."""
        return {*changes_of(value, law)} <= {*self.starts}

    def instant(self, era: int, office: Office) -> DateTime:
        """An instant of an era, on the office's clock."""
        on = day(self.day(era))
        return DateTime(on.year, on.month, on.day, 12, tzinfo=office.tz)


def changes_of(value: Dated[T], law: Law) -> Iterator[int]:
    """The days on which a value changes under a law, as ordinals."""
    for version in law.dated(value).versions:
        days = (version.since, version.until, version.seen)
        yield from (on.toordinal() for on in days if on is not None and on != date.min)


class HeldLaw:
    """The law of an era, as a rule is handed it that reads it: its values may be read, and nothing of the case."""

    memo = None

    def __init__(self, context: Context, eras: Eras) -> None:
        self._context, self._eras = context, eras
        self._read: dict[int, tuple[object, object]] = {}  # by its identity, a value and what it reads
        self.rolls = context.rolls
        self.law = context.law  # the whole book: it is of no day

    def __getitem__(self, value: Dated[T]) -> T:
        if id(value) not in self._read:
            if not self._eras.know(cast("Dated[object]", value), self._context.law):
                self._eras.add(cast("Dated[object]", value), self._context.law)
                raise Demand(("law", value.name))
            self._read[id(value)] = value, self._context[value]
        return cast("T", self._read[id(value)][1])

    def at_case(self, entity: object) -> "HeldLaw":
        """The same at a case."""
        return self

    def noting(self, reads: Iterable[object]) -> "HeldLaw":
        """The same: nobody asks here what was read."""
        return self

    def __getattr__(self, name: str) -> Never:
        raise Demand(("context", name))
