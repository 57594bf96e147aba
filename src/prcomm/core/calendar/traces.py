"""How a day was reached, line by line."""

from datetime import date

from attrs import frozen
from pendulum import Date

from prcomm.core.sources.citations import Basis, Cites, under
from prcomm.core.values.messages import Message, Said, Say, in_english, named

ON = tuple(map(Message, ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")))
"""The days of the week as a trace writes them."""
WIDE = len("2026-02-28 Sat")
ON_A_DAY = Message("{day} {weekday}")
"""A day with its name, as every language writes it."""


def on_a_day(day: date) -> Said:
    """A day with its day of the week."""
    return ON_A_DAY(day=day, weekday=named(ON[day.weekday()]))


DAY_ZERO = Message("day 0: the event itself")
PROVISIONAL = Message("provisional: it meets a year whose days off are known by the general rule alone")
THE_LAST_DAY = Message("the last day: {which}")


@frozen
class TraceLine:
    """One line of a trace.

    Attributes:
        day: the day it is about, or ``None``.
        counted: whether the day was counted.
        text: why, in words.
        cites: what says so.
        basis: how we know; ``None`` for plain arithmetic.
    """

    day: Date | None
    counted: bool
    text: str
    cites: Cites = ()
    basis: Basis | None = None

    def on(self, say: Say) -> str:
        """The day it is about, with its day of the week; empty where it is about none."""
        return say(on_a_day(self.day)) if self.day else ""

    def rendered(self, say: Say, wide: int = WIDE) -> str:
        """The line in the language of ``say``.

        Args:
            say: what becomes of a word.
            wide: how many letters are kept for the day, so that lines of a trace stand one below the other.
        """
        on = self.on(say).ljust(wide)
        cites = f" ({under(self.cites, self.basis, say)})" if self.cites else ""
        return f"{on}  {'+' if self.counted else '-'}  {say(self.text)}{cites}"

    def __str__(self) -> str:
        return self.rendered(in_english)


class Trace(tuple[TraceLine, ...]):
    """How a day was reached, line by line."""

    __slots__ = ()

    def rendered(self, say: Say) -> str:
        """The trace, one line for each, in the language of ``say``."""
        wide = max((len(line.on(say)) for line in self), default=0) or WIDE
        return "\n".join(line.rendered(say, wide) for line in self)

    def __str__(self) -> str:
        return self.rendered(in_english)
