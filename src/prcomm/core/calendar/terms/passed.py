"""What the traces of several terms say of days that were passed over, or worked."""

from collections.abc import Iterator

from prcomm.core.calendar.days import day
from prcomm.core.calendar.terms.starts import Start
from prcomm.core.calendar.traces import TraceLine
from prcomm.core.sources.citations import Basis, Cites, weakest


def worked(start: Start, on: int, text: str) -> TraceLine:
    """The line of a day that is worked, with what makes it so where its week has it for a day of rest."""
    why = start.table.why_worked(on)
    return TraceLine(day(on), True, text) if why is None else TraceLine(day(on), True, text, why.cites, why.basis)


def resting_on(cites: Cites) -> tuple[Cites, Basis | None]:
    """What a line of a trace rests on; a house may have conventions without a source."""
    return cites, weakest(cites) if cites else None


def days_off(start: Start, first: int, end: int) -> Iterator[TraceLine]:
    for on in range(first, end):
        off = start.table.why_off(on)
        if off is not None:
            yield TraceLine(day(on), False, off.reason, off.cites, off.basis)


def eve(start: Start, on: int) -> Iterator[TraceLine]:
    """The holiday for which a day was shorter: by it alone the office closed when it did."""
    why = start.table.why_shorter(on) if start.table.works(on) else None
    if why is not None:
        yield TraceLine(day(on), True, why.reason, why.cites, why.basis)
