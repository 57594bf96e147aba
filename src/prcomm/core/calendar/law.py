"""The law of a country, or of a house: its dated values and its calendar, one immutable book; and the book opened at a
day."""

from collections.abc import Iterator
from datetime import date
from typing import Self, TypeVar, cast

from attrs import evolve, field, frozen

from prcomm.core.calendar.days import Calendar
from prcomm.core.sources.citations import Cites, Doubt, FirstDay, Rule, RuleKind, Source, as_cites
from prcomm.core.sources.dated import Dated, LastDay, Reform, Version
from prcomm.core.values.errors import BadInput
from prcomm.core.values.making import changer
from prcomm.core.values.messages import Message, named

T = TypeVar("T")


EVENT_IS_DAY_ZERO = Message("the day of the event is day 0")
MONTHS_END = Message("a month ends on the same number, or on the last day")
OFF_ON = Message("{day} {reason}")


@frozen
class Conventions:
    """What the conventions of counting rest on, for the traces. Empty where a house needs no source.

    Attributes:
        day_zero: that the day of the event is not counted.
        months: that a month ends on the same number, or on the last day.
    """

    day_zero: Cites = field(default=(), converter=as_cites)
    months: Cites = field(default=(), converter=as_cites)

    def named(self) -> Iterator[tuple[str, Cites]]:
        """Each that rests on a source, in words."""
        if self.day_zero:
            yield EVENT_IS_DAY_ZERO(), self.day_zero
        if self.months:
            yield MONTHS_END(), self.months


@frozen
class Read:
    """One value read from a law while a term was counted.

    Attributes:
        name: the name of the value.
        version: the version in force.
        why: the reason of the Reform it came from, if it did.
    """

    name: str
    version: Version[object]
    why: str = ""


@frozen
class Law:
    """The dated values and readings of a country (or of one house), and its calendar: one immutable value.

    ``law.on(day)[VALUE]`` is the value of a day.

    Attributes:
        name: its name.
        calendar: its days off.
        last_day: the Reading for a last day that is a day off. There is no default: say it.
        conventions: what the conventions of counting rest on.
        sources: the sources it knows.
        values: its dated values; where they are listed, a Reform of another value is refused.
        reforms: the Reforms it stands under, later ones over earlier.
        version: which version of what was read: documents name it.
        zone: the time zone of the country, by name.
        doubts: what to check with a lawyer, besides what rests on less than the text of an act.
    """

    name: str
    calendar: Calendar = field(repr=False)
    last_day: Dated[LastDay] = field(repr=False)
    conventions: Conventions = field(default=Conventions(), repr=False)
    sources: tuple[Source, ...] = field(default=(), repr=False)
    values: tuple[Dated[object], ...] = field(default=(), repr=False)
    reforms: tuple[Reform[object], ...] = ()
    version: str = field(default="", kw_only=True, repr=False)
    zone: str = field(default="", kw_only=True, repr=False)
    doubts: tuple[Doubt, ...] = field(default=(), kw_only=True, repr=False)

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

    def first_day(self, cites: Cites) -> FirstDay | None:
        """From when all of these places are known to be in force; ``None`` where nothing was read of that."""
        sources = {source.code: source for source in self.sources}
        days = [sources[cite.source].first_day(cite) for cite in cites if cite.source in sources]
        return max((one for one in days if one is not None), key=lambda one: one.day, default=None)

    def on(self, day: date) -> "OpenLaw":
        """The law of a day. Raises ``NotInForce`` if no Reading for a last day that is a day off is known to be."""
        return OpenLaw(self, day)

    def dated(self, value: Dated[T]) -> Dated[T]:
        """The value with the Reforms this law stands under."""
        for reform in self.reforms:
            if reform.value.name == value.name:
                value = cast("Reform[T]", reform).on(value)
        return value

    def cited(self) -> Iterator["Rule"]:
        """Every value, convention, day off and doubt, as what rests on a source."""
        for value in dict.fromkeys((self.last_day, *self.values)):
            for version in value.versions:
                yield Rule(RuleKind.VALUE, self.name, value.name, version.cites, version)
        for name, cites in self.conventions.named():
            yield Rule(RuleKind.CONVENTION, self.name, name, cites)
        for name, cites in self.calendar.general():
            yield Rule(RuleKind.DAY, self.name, name, cites)
        for day in self.calendar.days:
            yield Rule(RuleKind.DAY, self.name, OFF_ON(day=day.day, reason=named(day.reason)), day.cites, day)
        for doubt in self.doubts:
            yield Rule(RuleKind.DOUBT, self.name, doubt.text, doubt.cites)


@frozen
class OpenLaw:
    """The law opened at a day: ``law.on(day)[VALUE]`` is the value of that day.

    Attributes:
        law: the law.
        day: the day.
        reads: where each value that is read is noted, if it is to be: how a trace learns from which values a term came.
        memo: terms as they are in force on that day, by their dated number, for the next who asks; ``None`` keeps none.
    """

    law: Law
    day: date
    reads: list[Read] | None = field(default=None, eq=False, repr=False)
    memo: dict[tuple[type, int], tuple[object, object]] | None = field(default=None, eq=False, repr=False)

    def __getitem__(self, value: Dated[T]) -> T:
        """The value on that day. Raises ``NotInForce`` if no version of it is known to be in force."""
        version = self.law.dated(value).version(self.day)
        if self.reads is not None:
            stands = (r for r in reversed(self.law.reforms) if r.since is None or r.since <= self.day)
            why = next((r.why for r in stands if r.value.name == value.name), "")
            self.reads.append(Read(value.name, version, why))
        return version.value

    def noting(self, reads: list[Read]) -> Self:
        """The same, noting each value read."""
        return changer(type(self), "reads", "memo")(self, reads, None)
