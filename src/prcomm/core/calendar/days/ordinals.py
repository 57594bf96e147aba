"""Days as ordinals: the day of an instant on an office's clock, and the years in which there are days to count."""

from datetime import date, datetime
from functools import lru_cache

from pendulum import Date

from prcomm.core.sources.people import Office
from prcomm.core.values.errors import BadInput

__all__ = [
    "LAST_ORDINAL", "beyond", "countable", "day", "local", "ordinal",
]  # fmt: skip

LAST_ORDINAL = date.max.toordinal()


def beyond() -> BadInput:
    """The error for what lies outside the years in which there are days to count."""
    return BadInput("a day", ("it lies beyond the years that can be counted, 1 to 9999",))


def countable(o: int) -> int:
    """The ordinal of a day, as it is. Raises ``BadInput`` if it lies beyond the years that can be counted."""
    if 1 <= o <= LAST_ORDINAL:
        return o
    raise beyond()


@lru_cache(maxsize=65536)
def day(ordinal: int) -> Date:
    """The day of an ordinal. Raises ``BadInput`` beyond the years that can be counted."""
    return Date.fromordinal(countable(ordinal))


def local(at: datetime, office: Office) -> datetime:
    """The same instant as the clock on the office's wall shows it. Raises ``BadInput`` without a zone."""
    if at.tzinfo is office.tz:
        return at
    if at.tzinfo is None:
        raise BadInput("a day of an office", (f"an instant with a zone, not {at.isoformat()}",))
    try:
        return at.astimezone(office.tz)
    except (OverflowError, ValueError):
        raise beyond() from None


def ordinal(at: date, office: Office) -> int:
    """The office's day of an instant, or of a plain date, as an ordinal."""
    return local(at, office).toordinal() if isinstance(at, datetime) else at.toordinal()
