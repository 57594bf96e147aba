"""Working hours: spans of real time between an office's opening and closing, in seconds."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, time

import pendulum
from pendulum import DateTime

from prcomm.core.calendar.days import DayTable, beyond, countable, day, local
from prcomm.core.sources.people import Office

_time_of = datetime.time  # as the standard library has it: pendulum's makes a time of its own, which takes long
Span = tuple[float, float]
"""From one instant to another, in seconds of real time since 1970."""


def closing(o: int, table: DayTable, office: Office) -> DateTime:
    """When the office closes on a day: earlier on the eve of a holiday."""
    eve = table.calendar.eve
    closes = at_time(o, office, office.closes)
    if eve is None or not table.shorter(o):
        return closes
    return max(closes.subtract(hours=eve.hours), opening(o, office))


def opening(o: int, office: Office) -> DateTime:
    """When the office opens on a day."""
    return at_time(o, office, office.opens)


def midnight(o: int, office: Office) -> DateTime:
    """When a day begins: its first instant, on the office's clock. Where clocks change at midnight, that may be
    another hour, or the first of two."""
    on = day(o)
    first = pendulum.datetime(on.year, on.month, on.day, tz=office.tz, fold=0)
    return first if first.toordinal() == o else pendulum.datetime(on.year, on.month, on.day, tz=office.tz)


def at_time(o: int, office: Office, at: time) -> DateTime:
    """A time of the office's wall clock on a day."""
    on = day(o)
    return pendulum.datetime(on.year, on.month, on.day, at.hour, at.minute, at.second, at.microsecond, tz=office.tz)


def instant(seconds: float, office: Office) -> DateTime:
    """An instant of real time, on the office's clock. Raises ``BadInput`` beyond the years that can be counted."""
    try:
        return pendulum.from_timestamp(seconds, tz=office.tz)
    except (OSError, OverflowError, ValueError):
        raise beyond() from None


def on_clock(at: datetime, office: Office) -> DateTime:
    """The same instant, on the office's clock."""
    at = local(at, office)
    if isinstance(at, DateTime):
        return at
    day = at.year, at.month, at.day
    return DateTime(*day, at.hour, at.minute, at.second, at.microsecond, office.tz, fold=at.fold)


def after_hours(at: datetime, table: DayTable, office: Office) -> bool:
    """Whether an instant is at or past closing time, or on a day that is not worked."""
    if at.tzinfo is not office.tz:
        at = local(at, office)
    o = at.toordinal()
    if table.usual(o):
        return _time_of(at) >= office.closes
    return not table.works(o) or at >= closing(o, table, office)


def spans(start: float, table: DayTable, office: Office) -> Iterator[Span]:
    """The working time from an instant on, day by day, without end."""
    o = table.on_or_after(instant(start, office).toordinal())
    while True:
        opens, closes = opening(o, office).timestamp(), closing(o, table, office).timestamp()
        if closes > start:
            yield max(opens, start), closes
        o = table.add(o, 1)


def without(given: Iterable[Span], holds: tuple[Span, ...]) -> Iterator[Span]:
    """The spans, less what was held."""
    for start, end in given:
        for held, resumed in holds:
            if held < end and resumed > start:
                if held > start:
                    yield start, held
                start = max(start, resumed)
        if start < end:
            yield start, end


def up_to(given: Iterator[Span], end: float) -> Iterator[Span]:
    """The spans up to an instant that lies in one of them, without end as they may be."""
    begin, close = next(given)
    while close < end:
        yield begin, close
        begin, close = next(given)
    yield begin, end


def add_working(start: datetime, hours: int, holds: tuple[Span, ...], table: DayTable, office: Office) -> DateTime:
    """The instant by which so many working hours have passed, less what was held."""
    a_day = (datetime.combine(date.min, office.closes) - datetime.combine(date.min, office.opens)).total_seconds()
    countable(start.toordinal() + table.at_least(int(_seconds(hours) // a_day)))
    return instant(_passed(hours, without(spans(start.timestamp(), table, office), holds)), office)


def add_running(start: datetime, hours: int, holds: tuple[Span, ...], office: Office) -> DateTime:
    """The instant by which so many hours have passed on any clock, less what was held."""
    return instant(_passed(hours, without([(start.timestamp(), float("inf"))], holds)), office)


def _seconds(hours: int) -> float:
    """So many hours in seconds. Raises ``BadInput`` for more than there are in the years that can be counted."""
    return countable(hours // 24 + 1) and hours * 3600.0


def _passed(hours: int, given: Iterator[Span]) -> float:
    left = _seconds(hours)
    begin, end = next(given)
    while end - begin < left:
        left -= end - begin
        begin, end = next(given)
    return begin + left
