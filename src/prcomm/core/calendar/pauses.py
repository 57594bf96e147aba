"""Pauses of a clock: from which instant to which it stood still, and which days that leaves out of the count."""

from datetime import datetime

from attrs import frozen

from prcomm.core.calendar.days import ordinal
from prcomm.core.sources.citations import Cites
from prcomm.core.sources.dated import EndDays
from prcomm.core.sources.people import Office
from prcomm.core.values.making import maker


@frozen
class Hold:
    """A time during which a clock stood still. Its days are the office's, as ordinals.

    Attributes:
        held: when it was stopped, in seconds of real time since 1970.
        resumed: when it ran again, in the same.
        stopped: the day on which it was stopped.
        ran: the day on which it ran again.
        first: the first day that it leaves out of the count.
        last: the last one; before the first if it leaves out none.
        cites: what says so.
    """

    held: float
    resumed: float
    stopped: int
    ran: int
    first: int
    last: int
    cites: Cites = ()

    @classmethod
    def of(
        cls, held: datetime, resumed: datetime, office: Office, counts: EndDays = EndDays.FIRST, cites: Cites = ()
    ) -> "Hold":
        """That from one instant to another.

        Args:
            held: when it was stopped.
            resumed: when it ran again.
            office: whose days these are.
            counts: which of the days on which that was count.
            cites: what says so.
        """
        stopped, ran = ordinal(held, office), ordinal(resumed, office)
        first, last = stopped + counts.first, ran - counts.last
        return new_hold(held.timestamp(), resumed.timestamp(), stopped, ran, first, last, cites)


new_hold = maker(Hold)
LeftOut = tuple[Hold, int, int]
"""A pause, with the first and the last of the days that it leaves out."""
