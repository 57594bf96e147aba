"""Pauses of a clock: from which instant to which it stood still, and which days that leaves out of the count."""

from attrs import frozen

from prcomm.core.calendar import hours
from prcomm.core.sources.citations import Cites
from prcomm.core.sources.dated import EndDays
from prcomm.core.sources.people import Office


@frozen
class Hold:
    """A time during which a clock stood still.

    Attributes:
        held: when it was stopped, in seconds of real time since 1970.
        resumed: when it ran again, in the same.
        counts: which of the days on which that was count.
        cites: what says so.
    """

    held: float
    resumed: float
    counts: EndDays = EndDays.FIRST
    cites: Cites = ()

    def days(self, office: Office) -> tuple[int, int]:
        """The office's days on which it was stopped and ran again, as ordinals."""
        return hours.instant(self.held, office).toordinal(), hours.instant(self.resumed, office).toordinal()


@frozen
class LeftOut:
    """The days that a pause leaves out of the count, one after the other; none if the last is before the first.

    Attributes:
        held: the day on which the clock was stopped, as an ordinal.
        resumed: the day on which it ran again.
        first: the first day left out.
        last: the last one.
        cites: what says so.
    """

    held: int
    resumed: int
    first: int
    last: int
    cites: Cites

    @property
    def days(self) -> int:
        """How many they are."""
        return self.last + 1 - self.first
