"""Working hours: spans of real time between an office's opening and closing, in seconds."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, time
from itertools import takewhile

import pendulum
from pendulum import DateTime

from prcomm.core.calendar.days import DayTable, beyond, countable, day, local
from prcomm.core.sources.people import Office
from prcomm.core.values.errors import BadInput, quoted

_time_of = datetime.time  # as the standard library has it: pendulum's makes a time of its own, which takes long
_NO_CLOCK_CHANGES = time(4)  # later than that no clocks change: what its wall clock shows comes once a day
HOUR = 3600
Span = tuple[float, float]
"""From one instant to another, in seconds of real time since 1970."""


def closing(o: int, table: DayTable, office: Office) -> DateTime:
    """When the office closes on a day: earlier on the eve of a holiday, or where the calendar has it end earlier."""
    if not office.hours and table.usual(o):
        return at_time(o, office, office.closes)
    return instant(
        max((end for _, end in working_time(o, table, office)), default=opening(o, office).timestamp()), office
    )


def opening(o: int, office: Office) -> DateTime:
    """When the office opens on a day."""
    return at_time(o, office, office.by_weekday[(o - 1) % 7][0].opens if office.hours else office.opens)


def working_time(o: int, table: DayTable, office: Office) -> list[Span]:
    """The working time that begins on a day which is worked: less where it is the eve of a holiday, or ends earlier."""
    spans = [span for span, on_call in _spans_of(o, office) if not on_call] if office.hours else [_one_span(o, office)]
    if table.usual(o):
        return spans
    closes = table.closes(o)
    if closes is not None:
        end = at_time(o, office, closes).timestamp()
        spans = [(begin, min(close, end)) for begin, close in spans if begin < end]
    eve = table.calendar.eve
    return _less(spans, eve.hours * 3600.0) if eve is not None and table.is_eve(o) else spans


def _one_span(o: int, office: Office) -> Span:
    """The span of a day, of an office that opens once."""
    return at_time(o, office, office.opens).timestamp(), at_time(o, office, office.closes).timestamp()


def _spans_of(o: int, office: Office) -> Iterator[tuple[Span, bool]]:
    """The spans of the hours of an office that begin on a day, and whether it is only on call in them."""
    for one in office.by_weekday[(o - 1) % 7]:
        end = at_time(o if one.closes > one.opens else o + 1, office, one.closes).timestamp()
        yield (at_time(o, office, one.opens).timestamp(), end), one.on_call


def _less(spans: list[Span], seconds: float) -> list[Span]:
    """The spans without so much of the working time at their end."""
    left: list[Span] = []
    for begin, end in reversed(spans):
        off = min(seconds, end - begin)
        seconds -= off
        if begin < end - off:
            left.insert(0, (begin, end - off))
    return left


def midnight(o: int, office: Office) -> DateTime:
    """When a day begins: its first instant, on the office's clock. Where clocks change at midnight, that may be
    another hour, or the first of two."""
    on = day(o)
    first = pendulum.datetime(on.year, on.month, on.day, tz=office.tz, fold=0)
    return first if first.toordinal() == o else pendulum.datetime(on.year, on.month, on.day, tz=office.tz)


def at_time(o: int, office: Office, at: time) -> DateTime:
    """When the office's wall clock first shows a time of a day; where clocks leave it out, when they change."""
    on = day(o)
    here = on.year, on.month, on.day, at.hour, at.minute, at.second, at.microsecond
    first = pendulum.datetime(*here, tz=office.tz, fold=0)
    shown = first.minute == at.minute and first.hour == at.hour and first.day == on.day
    return first if shown else _after_the_gap(first, office)


def _after_the_gap(at: DateTime, office: Office) -> DateTime:
    """The next change of clocks after an instant that shows a time so much earlier than one which they leave out."""
    low, high = int(at.timestamp()), int(at.timestamp()) + 86_400
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if instant(middle, office).offset == at.offset else (low, middle)
    return instant(high, office)


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
    """Whether an instant is at or past closing time, or on a day that is not worked: while nobody takes what comes."""
    if at.tzinfo is not office.tz:
        at = local(at, office)
    o = at.toordinal()
    if office.hours:
        return _after_the_last(at.timestamp(), o, table, office)
    if table.usual(o) and office.closes >= _NO_CLOCK_CHANGES:
        return _time_of(at) >= office.closes
    return not table.works(o) or at.timestamp() >= closing(o, table, office).timestamp()


def _after_the_last(at: float, o: int, table: DayTable, office: Office) -> bool:
    """The same of hours that may be several spans, or last into the next day."""
    if o > 1 and within(at, o - 1, table, office):
        return False
    return not table.works(o) or all(end <= at for _, end in _taking(o, table, office))


def within(at: float, o: int, table: DayTable, office: Office) -> bool:
    """Whether an instant lies in the hours that begin on a day, on call or not."""
    return table.works(o) and any(begin <= at < end for begin, end in _taking(o, table, office))


def _taking(o: int, table: DayTable, office: Office) -> list[Span]:
    """When somebody takes what comes in: the working time of a day, and the time on call."""
    return [*working_time(o, table, office), *(span for span, on_call in _spans_of(o, office) if on_call)]


def spans(start: float, table: DayTable, office: Office) -> Iterator[Span]:
    """The working time from an instant on, day by day, without end."""
    o = table.on_or_after(max(instant(start, office).toordinal() - bool(office.hours), 1))
    while True:
        for opens, closes in working_time(o, table, office):
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


def add_working(
    start: datetime, hours: int, holds: tuple[Span, ...], table: DayTable, office: Office, *, unit: int = HOUR
) -> DateTime:
    """The instant by which so many working hours have passed, less what was held. ``unit``: if not hours are counted,
    how many seconds one of the unit has. Raises ``BadInput`` for an
    office that is only on call, or for more than there are in the years that can be counted."""
    a_day, seconds = longest(office), hours * unit
    if not a_day:
        raise BadInput(f"the working time of office {quoted(office.id)}", ("it is only on call: none passes",))
    countable(start.toordinal() + table.at_least(int(_countable(seconds) // a_day)))
    return instant(_passed(seconds, without(spans(start.timestamp(), table, office), holds)), office)


def longest(office: Office) -> float:
    """How long the longest of its working days is by the wall clock, in seconds, and no shorter by any change of it."""
    if not office.hours:
        begin, end = (datetime.combine(date.min, at) for at in (office.opens, office.closes))
        return (end - begin).total_seconds()
    days = (sum(one.ends - one.begins for one in spans if not one.on_call) for spans in office.by_weekday)
    return max(days) / 10**6


def add_running(start: datetime, hours: int, holds: tuple[Span, ...], office: Office, *, unit: int = HOUR) -> DateTime:
    """The instant by which so many hours, or what else is counted, have passed on any clock, less what was held."""
    return instant(_passed(_countable(hours * unit), without([(start.timestamp(), float("inf"))], holds)), office)


def _countable(seconds: int) -> int:
    """So many seconds. Raises ``BadInput`` for more than there are in the years that can be counted."""
    return countable(seconds // 86_400 + 1) and seconds


def _passed(seconds: int, given: Iterator[Span]) -> float:
    left = float(seconds)
    begin, end = next(given)
    while end - begin < left:
        left -= end - begin
        begin, end = next(given)
    return begin + left


def lasting(start: float, end: float, holds: tuple[Span, ...], table: DayTable, office: Office) -> float:
    """How many seconds of working time lie between two instants, less what was held."""
    several = without(spans(start, table, office), holds)
    before_it = takewhile(lambda span: span[0] < end, several)
    return sum(min(close, end) - begin for begin, close in before_it)


def around(end: DateTime, table: DayTable, office: Office) -> tuple[DateTime, DateTime]:
    """An instant rolled to the next working day, and the last working instant on or before it."""
    o = local(end, office).toordinal()
    works = table.works(o)
    if office.hours:
        return _around(end, o, table, office)
    rolled = end if works else opening(table.on_or_after(o), office)
    if works and end.timestamp() >= opening(o, office).timestamp():
        return rolled, min(end, closing(o, table, office), key=DateTime.timestamp)
    return rolled, closing(table.add(o, -1), table, office)


def _around(end: DateTime, o: int, table: DayTable, office: Office) -> tuple[DateTime, DateTime]:
    """The same of hours that may be several spans, or last into the next day."""
    at = end.timestamp()
    inside = table.works(o) or (
        o > 1 and table.works(o - 1) and any(b <= at <= e for b, e in working_time(o - 1, table, office))
    )
    rolled = end if inside else opening(table.on_or_after(o), office)
    while True:
        begun = [close for begin, close in working_time(o, table, office) if begin <= at] if table.works(o) else []
        if begun:
            return rolled, min(instant(max(begun), office), end, key=DateTime.timestamp)
        o = table.on_or_before(o - 1)
