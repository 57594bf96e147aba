"""What a report is made of: a quarter, counts with their parts, shares that are never shown without their counts."""

from collections.abc import Iterator
from datetime import date
from enum import Enum
from functools import partial
from typing import Annotated as An

from attrs import field, frozen
from pendulum import Date

from prcomm.core.calendar.periods import Period, each_quarter
from prcomm.core.sources.citations import Basis, Cites, as_cites, weakest
from prcomm.core.values.errors import BadInput, quoted
from prcomm.core.values.messages import Message, Said, Say, in_english, named

says = partial(Message, of="appeal")
"""A sentence of the report's own: another process may mean another thing by the same words."""

Name = str | Enum
"""A sentence of the report's own, or a member of an enumeration; either has labels."""

SHARE = says("{percent} % ({part} of {whole})")
NO_SHARE = says("no percentage ({part} of {whole})")
MISSING = says("{count}: {n} of {whole} is in none of its parts|{count}: {n} of {whole} are in none of its parts")
TOO_MANY = says("{count}: its parts come to {n} more than its {whole}")


@frozen
class Quarter:
    """A calendar quarter: three months, counted from the start of the year."""

    year: An[int, "the year"]
    number: An[int, "1 to 4"]

    def __attrs_post_init__(self) -> None:
        faults: list[str] = []
        if self.year not in range(1, 10_000):
            faults.append(f"year: 1 to 9999, not {quoted(self.year)}")
        if self.number not in range(1, 5):
            faults.append(f"number: 1 to 4, not {quoted(self.number)}")
        if faults:
            raise BadInput("a quarter", tuple(faults))

    @classmethod
    def of(cls, day: date) -> "Quarter":
        """The quarter of a day; of an instant, by its own clock."""
        return cls(day.year, (day.month + 2) // 3)

    @property
    def period(self) -> Period:
        """The period it is, as recurring duties have it."""
        return each_quarter().period(date(self.year, 3 * self.number, 1))

    @property
    def first(self) -> Date:
        """Its first day."""
        return self.period.first

    @property
    def last(self) -> Date:
        """Its last day."""
        return self.period.end

    def __contains__(self, day: date) -> bool:
        return Quarter.of(day) == self

    def __str__(self) -> str:
        return self.period.key


def _natural(n: int) -> int:
    if n < 0:
        raise BadInput("a count", (f"0 or more, not {quoted(n)}",))
    return n


@frozen
class Share:
    """A percentage that is never shown without its counts."""

    part: An[int, "how many"] = field(converter=_natural)
    whole: An[int, "of how many; of none there is no percentage"] = field(converter=_natural)

    @property
    def percent(self) -> str:
        """The percentage to a tenth, halves up; empty if there is none."""
        if not self.whole:
            return ""
        tenths = (2000 * self.part + self.whole) // (2 * self.whole)
        return f"{tenths // 10}.{tenths % 10}"

    @property
    def text(self) -> Said:
        """The percentage with its counts."""
        words = {"part": self.part, "whole": self.whole}
        return SHARE(percent=self.percent, **words) if self.whole else NO_SHARE(**words)

    def rendered(self, say: Say) -> str:
        """The same in the language of ``say``."""
        return say(self.text)

    def __str__(self) -> str:
        return self.rendered(in_english)


@frozen
class Count:
    """One count, with the parts it is made of."""

    name: An[Name, "what is counted"]
    number: An[int, "how many"] = field(converter=_natural)
    leaves: An["tuple[Count, ...]", "its parts, which may have parts of their own; empty if it has none"] = ()
    cites: An[Cites, "what asks for it"] = field(default=(), converter=as_cites)

    @property
    def basis(self) -> Basis:
        """The weakest basis of what asks for it."""
        return weakest(self.cites)

    @property
    def called(self) -> object:
        """Its name where it stands in a table or a sentence: it has labels."""
        return self.name if isinstance(self.name, Enum) else named(self.name)

    @property
    def gap(self) -> int:
        """How many its parts leave unexplained; below 0 if they come to more than it."""
        return self.number - sum(leaf.number for leaf in self.leaves) if self.leaves else 0

    @property
    def text(self) -> str:
        """Where it does not equal its parts, in words; empty if it does."""
        if not self.gap:
            return ""
        words = {"count": self.called, "n": abs(self.gap), "whole": self.number}
        return MISSING(**words) if self.gap > 0 else TOO_MANY(**words)

    def __getitem__(self, name: Name) -> "Count":
        """The part of that name. Raises ``KeyError`` if it has none."""
        return {leaf.name: leaf for leaf in self.leaves}[name]

    def tree(self) -> "Iterator[Count]":
        """It and all its parts, each before its own."""
        yield self
        for leaf in self.leaves:
            yield from leaf.tree()

    def gaps(self) -> "Iterator[Count]":
        """Those among them that do not equal their parts."""
        return (count for count in self.tree() if count.gap)
