"""The law of a country, or of a house: its dated values and its calendar, one immutable book."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Protocol, TypeVar, cast

from attrs import evolve, field, frozen

from prcomm.core.values.byfields import ByFields
from prcomm.core.values.errors import BadInput

if TYPE_CHECKING:
    from pendulum import DateTime

    from prcomm.core.calendar.days import Calendar
    from prcomm.core.engine.dues import Due
    from prcomm.core.table.entities import Entity, State

from prcomm.core.sources.citations import Cites, Rule, RuleKind, Source, as_cites
from prcomm.core.sources.dated import Dated, LastDay, Reform, Version

T = TypeVar("T")


@frozen
class Conventions(ByFields):
    """What the conventions of counting rest on, for the traces. Empty where a house needs no source.

    Attributes:
        day_zero: that the day of the event is not counted.
        months: that a month ends on the same number, or on the last day.
    """

    day_zero: Cites = field(default=(), converter=as_cites)
    months: Cites = field(default=(), converter=as_cites)


class Dues(Protocol):
    """How a law bound to a day finds a running due: by the lifecycle that is being applied."""

    def __call__(
        self, entity: "Entity[State]", name: str, key: str | None, day: date, at: "DateTime | None"
    ) -> "Due | None": ...


@frozen
class Law(ByFields):
    """The dated values and readings of a country (or of one house), and its calendar: one immutable value.

    Inside a guard or a term it comes bound to a day, and ``law[VALUE]`` is the value of that day.

    Attributes:
        name: its name.
        calendar: its days off.
        last_day: the Reading for a last day that is a day off. There is no default: say it.
        conventions: what the conventions of counting rest on.
        sources: the sources it knows.
        values: its dated values; where they are listed, a Reform of another value is refused.
        reforms: the Reforms it stands under, later ones over earlier.
        day: the day it is bound to, if it is.
        version: which version of what was read: documents name it.
        zone: the time zone of the country, by name.
        rolls: whether on that day a last day that is a day off moves to the next working day, in the hands of a
            guard, a term or a move.
    """

    name: str
    calendar: "Calendar" = field(repr=False)
    last_day: Dated[LastDay] = field(repr=False)
    conventions: Conventions = field(default=Conventions(), repr=False)
    sources: tuple[Source, ...] = field(default=(), repr=False)
    values: tuple[Dated[object], ...] = field(default=(), repr=False)
    reforms: tuple[Reform[object], ...] = ()
    day: date | None = None
    version: str = field(default="", kw_only=True, repr=False)
    zone: str = field(default="", kw_only=True, repr=False)
    _dues: Dues | None = field(default=None, eq=False, repr=False)
    _reads: "list[Read] | None" = field(default=None, eq=False, repr=False)
    rolls: bool = field(default=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        if self.values:
            known = {self.last_day.name, *(value.name for value in self.values)}
            faults = [f"{r.value.name!r} is none of its values" for r in self.reforms if r.value.name not in known]
            if faults:
                raise BadInput(f"a Reform of {self.name}", tuple(faults))

    def under(self, *reforms: "Reform[T]") -> "Law":
        """The same law with some values replaced. Raises ``BadInput`` for a value it does not have."""
        return evolve(self, reforms=(*self.reforms, *cast("tuple[Reform[object], ...]", reforms)))

    def known(self, day: date) -> "Law":
        """The same law with the days off that were decreed by the end of that day."""
        return evolve(self, calendar=self.calendar.known(day))

    def on(self, day: date) -> "Law":
        """The same law bound to a day."""
        return evolve(self, day=day)

    def dated(self, value: Dated[T]) -> Dated[T]:
        """The value with the Reforms this law stands under."""
        for reform in self.reforms:
            if reform.value.name == value.name:
                value = cast("Reform[T]", reform).on(value)
        return value

    def __getitem__(self, value: Dated[T]) -> T:
        """The value on the day this law is bound to.

        Raises ``NotInForce`` before its first known version, ``BadInput`` if the law is bound to no day.
        """
        if self.day is None:
            raise BadInput(f"{value.name!r} of {self.name}", ("the law is bound to no day: law.on(day)[value]",))
        version = self.dated(value).version(self.day)
        if self._reads is not None:
            stands = (r for r in reversed(self.reforms) if r.since is None or r.since <= self.day)
            why = next((r.why for r in stands if r.value.name == value.name), "")
            self._reads.append(Read(value.name, version, why))
        return version.value

    def due(
        self, entity: "Entity[State]", name: str, key: str | None = None, at: "DateTime | None" = None
    ) -> "Due | None":
        """The running due of that name, under the lifecycle and the Reforms being applied; or ``None``.

        Only a law that was handed to a guard, a term or a move can tell: ``BadInput`` otherwise.

        Args:
            entity: the entity as the guard sees it.
            name: the name of the deadline.
            key: which of several running ones; ``None`` for the first.
            at: the instant asked about, where a clock may be paused; else the start of the law's day.
        """
        if self._dues is None or self.day is None:
            raise BadInput(f"the due {name!r} of {self.name}", ("this law was not handed out by a lifecycle",))
        return self._dues(entity, name, key, self.day, at)

    def bound(self, day: date, dues: Dues) -> "Law":
        """Bound to a day and to the lifecycle that applies it. For lifecycles; users need ``on``."""
        rolls = self.dated(self.last_day).on(day) is LastDay.ROLL_FORWARD
        return evolve(self, day=day, dues=dues, rolls=rolls)

    def noting(self, reads: "list[Read]") -> "Law":
        """The same law noting each value read: how a trace learns which values a term came from."""
        return evolve(self, reads=reads)

    def cited(self) -> Iterator["Rule"]:
        """Every value and day off, as what rests on a source."""
        for value in dict.fromkeys((self.last_day, *self.values)):
            for version in value.versions:
                yield Rule(RuleKind.VALUE, self.name, value.name, version.cites)
        for day in self.calendar.days:
            yield Rule(RuleKind.DAY, self.name, f"{day.day.isoformat()} {day.reason}", day.cites)


@frozen
class Read(ByFields):
    """One value read from a law while a term was counted.

    Attributes:
        name: the name of the value.
        version: the version in force.
        why: the reason of the Reform it came from, if it did.
    """

    name: str
    version: Version[object]
    why: str = ""
