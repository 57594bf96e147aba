"""On which days of the week an office works, and at which hours: what it says of itself, before any calendar."""

import re
from collections.abc import Iterable
from datetime import time
from enum import IntEnum
from itertools import pairwise
from typing import Annotated as An, Final, cast

from attrs import field, frozen
from pendulum import WeekDay

from prcomm.core.values.errors import BadInput, quoted

_DAY_LONG: Final = 86_400 * 10**6
WEEK: Final = range(1, 8)


class Weekday(IntEnum):
    """The days of the week by their numbers in ISO 8601."""

    MONDAY = 1
    TUESDAY = 2
    WEDNESDAY = 3
    THURSDAY = 4
    FRIDAY = 5
    SATURDAY = 6
    SUNDAY = 7


def weekdays(days: object) -> tuple[int, ...]:
    """Days of the week in their order, each once. Raises ``BadInput`` for what is none.

    They are 1 (Monday) to 7 (Sunday), or of the Enums ``Weekday`` and ``pendulum.WeekDay``, which begins with 0.
    """
    several = tuple(cast("Iterable[object]", days)) if hasattr(days, "__iter__") else (days,)
    faults = tuple(f"1 (Monday) to 7 (Sunday), not {quoted(one)}" for one in several if _number(one) not in WEEK)
    if faults:
        raise BadInput("days of the week", faults)
    return tuple(sorted({_number(one) for one in several}))


def _number(day: object) -> int:
    if isinstance(day, WeekDay):
        return day + 1
    return int(day) if isinstance(day, int) and not isinstance(day, bool) else 0


@frozen
class Opening:
    """One span of the hours of an office, from a time of its wall clock up to another.

    ``Opening(time(20), time(4))`` ends on the next day; one that ends when it begins, as ``Opening(time(0), time(0))``,
    lasts the clock round.
    """

    opens: An[time, "when it begins"]
    closes: An[time, "when it ends: at this time itself it is over; if it is no later than ``opens``, the next day"]
    on: An[tuple[int, ...], "the days of the week on which it begins; without any, those that no other span names"] = (
        field(default=(), converter=weekdays)
    )
    on_call: An[bool, "whether somebody only takes what comes in: it came on that day, but no working time passes"] = (
        field(default=False, kw_only=True)
    )

    @property
    def begins(self) -> int:
        """When it begins, in microseconds of the wall clock since midnight."""
        return _since_midnight(self.opens)

    @property
    def ends(self) -> int:
        """When it ends, in the same; more than a day where it ends on the next."""
        end = _since_midnight(self.closes)
        return end if end > self.begins else end + _DAY_LONG


def _since_midnight(at: time) -> int:
    return ((at.hour * 60 + at.minute) * 60 + at.second) * 10**6 + at.microsecond


_NAMES: Final = ("mo", "tu", "we", "th", "fr", "sa", "su")
_SPAN: Final = re.compile(r"(\d{1,2}(?::\d\d){1,2})\s*[-–—]\s*(\d{1,2}(?::\d\d){1,2})(\s+on call)?")
_DAYS: Final = re.compile(r"[a-z]+(?:\s*[-–—,]\s*[a-z]+)*(?=\s)")


def openings(text: str) -> tuple[Opening, ...]:
    """The hours that are written as people write them. Raises ``BadInput`` that names what can't be read.

    Days, then spans of hours, and a semicolon before the next days: ``Mon-Thu 09:00-13:00, 14:00-18:00; Fri
    09:00-12:00``. Without days, on every day that is worked. A span may end on the next day (``20:00-04:00``), or be
    ``on call``. ``24/7`` is round the clock.
    """
    faults: list[str] = []
    found = tuple(span for part in text.lower().split(";") if part.strip() for span in _of(part.strip(), faults))
    if not found and not faults:
        faults.append("no hours are named")
    if faults:
        raise BadInput("working hours", tuple(faults))
    return found


def _of(part: str, faults: list[str]) -> Iterable[Opening]:
    if part == "24/7":
        return (Opening(time(0), time(0)),)
    named = _DAYS.match(part)
    on = () if named is None else _on(named[0], faults)
    spans = part if named is None else part[named.end() :]
    return [opening for one in spans.split(",") if (opening := _span(one.strip(), on, faults)) is not None]


def _on(text: str, faults: list[str]) -> tuple[int, ...]:
    found: list[int] = []
    for one in text.split(","):
        ends = [_NAMES.index(name[:2]) + 1 if name[:2] in _NAMES else 0 for name in re.findall("[a-z]+", one)]
        if len(ends) > 2 or not all(ends):
            faults.append(f"days of the week, as Mon-Fri or Sat,Sun, not {quoted(one.strip())}")
            continue
        first, last = ends[0], ends[-1]
        found += range(first, last + 1) if first <= last else (*range(first, 8), *range(1, last + 1))
    return tuple(found)


def _span(text: str, on: tuple[int, ...], faults: list[str]) -> Opening | None:
    found = _SPAN.fullmatch(text)
    try:
        if found is not None:
            return Opening(_time(found[1]), _time(found[2]), on, on_call=bool(found[3]))
    except ValueError:
        pass
    faults.append(f"hours, as 09:00-18:00, not {quoted(text)}")
    return None


def _time(text: str) -> time:
    return time(0) if text == "24:00" else time.fromisoformat(text.zfill(5))


def hours_of(hours: object) -> tuple[Opening, ...]:
    """The hours of an office, out of a text or of spans; of an empty text none."""
    if isinstance(hours, str):
        return openings(hours) if hours else ()
    several = (hours,) if isinstance(hours, Opening) else tuple(cast("Iterable[object]", hours))
    faults = tuple(f"an Opening, or hours as a text, not {quoted(one)}" for one in several if type(one) is not Opening)
    if faults:
        raise BadInput("working hours", faults)
    return cast("tuple[Opening, ...]", several)


def by_weekday(hours: tuple[Opening, ...]) -> tuple[tuple[Opening, ...], ...]:
    """The spans that begin on each day of the week, in their order.

    A day that has none, worked by exception, has those of the nearest earlier day that has any.
    """
    named = {day for one in hours for day in one.on}
    days = [
        tuple(sorted((one for one in hours if (day in one.on if one.on else day not in named)), key=_begins))
        for day in WEEK
    ]
    return tuple(next(days[n - back] for back in WEEK if days[n - back]) if not days[n] else days[n] for n in range(7))


def _begins(one: Opening) -> int:
    return one.begins


def faults_of_hours(hours: tuple[Opening, ...], rest: tuple[int, ...]) -> list[str]:
    """What is wrong with the hours of an office that rests on some days of the week."""
    named = {day for one in hours for day in one.on}
    every = any(not one.on for one in hours)
    faults = [
        f"hours: none are named for {Weekday(day).name.capitalize()}, which is worked"
        for day in WEEK
        if not every and day not in named and day not in rest
    ]
    days = by_weekday(hours)
    for spans, following in zip(days, (*days[1:], days[0]), strict=True):
        next_day = [(one.begins + _DAY_LONG, one) for one in following[:1]]
        for (_, one), (begins, other) in pairwise([*((one.begins, one) for one in spans), *next_day]):
            if one.ends > begins:
                faults.append(f"hours: {_told(one)} runs into {_told(other)}")
    return list(dict.fromkeys(faults))


def _told(one: Opening) -> str:
    return f"{one.opens:%H:%M}-{one.closes:%H:%M}"
