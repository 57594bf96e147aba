"""The answer first: until when, in one line; and why, with runs of plain days folded."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Final

from pendulum import DateTime

from prcomm.adapters import sheets
from prcomm.adapters.commands import wording
from prcomm.core.calendar.terms import (
    NO_DAY_YET,
    NO_NUMBER,
    NTH_DAY,
    NTH_DAY_BEFORE,
    NTH_WORKING_DAY,
    NTH_WORKING_DAY_BEFORE,
    PAUSED,
)
from prcomm.core.calendar.traces import ON, TraceLine
from prcomm.core.sources.citations import UNDER, Under
from prcomm.core.table.dues import Due
from prcomm.core.values.display import Sheet
from prcomm.core.values.messages import Message, Said, named

SEVERAL: Final = 3
"""From how many plain days a run of them is folded."""
RUNS: Final[Mapping[str, Message]] = {
    NTH_DAY: wording.DAYS_RUN,
    NTH_WORKING_DAY: wording.WORKING_DAYS_RUN,
    NTH_DAY_BEFORE: wording.DAYS_BEFORE_RUN,
    NTH_WORKING_DAY_BEFORE: wording.WORKING_DAYS_BEFORE_RUN,
    PAUSED: PAUSED,
}
"""What is said of a run of days, by what is said of each."""


def dotted(*parts: str) -> str:
    """Several things said in one line, with a dot between them; those that say nothing are left out."""
    some = [named(part) for part in parts if part]
    return Said(" · ".join(f"{{p{n}}}" for n in range(len(some))), {f"p{n}": part for n, part in enumerate(some)})


def on(day: date) -> Said:
    """A day, or an instant, with its day of the week: 28.02.2026 (Sat)."""
    hour = f" {day:%H:%M}" if isinstance(day, datetime) else ""
    return Said("{date}{hour} ({weekday})", {**_of_day(day), "hour": hour})


def short(day: date, beside: date) -> str:
    """A day beside another: without the year, if that is the same; an hour is told."""
    hour = f" {day:%H:%M}" if isinstance(day, datetime) else ""
    return (f"{day:%d.%m}" if day.year == beside.year else f"{day:%d.%m.%Y}") + hour


def answer(due: Due) -> str:
    """Until when, as a sentence: the day that binds, the office's own target, the day by analogy."""
    if due.unknown:
        return dotted(wording.UNKNOWN(), *(named(line.text) for line in due.trace))
    last, raw = due.last, due.raw
    if last is None or raw is None:
        return NO_DAY_YET() if due.undated else NO_NUMBER()
    first = wording.NOT_BEFORE(day=on(last)) if due.least else on(last)
    control = wording.FIRST_WORKING_DAY if due.least else wording.CONTROL_DAY
    beside = control(day=short(due.control, last)) if due.control not in (None, last) else ""
    analogy = wording.BY_ANALOGY_ONLY(day=short(due.rolled, last)) if due.rolled not in (None, last) else ""
    text = wording.BY_THE_TEXT(day=short(raw, last)) if raw != last else ""
    return dotted(first, beside, analogy, text, wording.PROVISIONAL() if due.provisional else "")


def rests_on(due: Due) -> str:
    """Who owes it, and under which articles."""
    return dotted(
        wording.OWED_BY(who=due.who), wording.UNDER_ACTS(under=Under(due.cites, due.basis)),
        wording.COUNTED_FROM(day=on(due.start)),
    )  # fmt: skip


def why(due: Due, *, full: bool) -> Sheet:
    """The trace of a due as a table, with runs of plain days folded unless it is to be told in full."""
    rows = tuple(folded(due, full=full))
    return Sheet(sheets.WHY_THIS_DAY(due=sheets.name_of(due)), (sheets.DAY, sheets.COUNTED, sheets.WHY, UNDER), rows)


def folded(due: Due, *, full: bool) -> Iterator[tuple[object, ...]]:
    """The lines of a trace as rows. The day on which the count ends always stands by itself."""
    run: list[TraceLine] = []
    for line in due.trace:
        if run and (_is_end(line, due) or not _follows(run[-1], line)):
            yield from _told(run, full=full)
            run = []
        run.append(line)
    yield from _told(run, full=full)


def _is_end(line: TraceLine, due: Due) -> bool:
    raw = due.raw
    return raw is not None and line.counted and line.day == (raw.date() if isinstance(raw, DateTime) else raw)


def _follows(one: TraceLine, other: TraceLine) -> bool:
    """Whether two plain days follow one another, for the same reason."""
    if one.day is None or other.day is None or one.cites or other.cites or one.counted is not other.counted:
        return False
    sentence = _sentence(one)
    return sentence in RUNS and sentence == _sentence(other) and abs((other.day - one.day).days) == 1


def _told(run: Sequence[TraceLine], *, full: bool) -> Iterator[tuple[object, ...]]:
    if full or len(run) < SEVERAL:
        yield from map(_row, run)
        return
    first, last = run[0], run[-1]
    text = RUNS[_sentence(first)]
    ends = {"first": _which(first), "last": _which(last)}
    yield _days(first, last), "+" if first.counted else "-", text(**ends), Under((), None)


def _days(first: TraceLine, last: TraceLine) -> str:
    one, other = first.day, last.day
    return "" if one is None or other is None else wording.FROM_TO(first=short(one, other), last=short(other, one))


def _sentence(line: TraceLine) -> str:
    return named(line.text).sentence


def _which(line: TraceLine) -> object:
    return named(line.text).words.get("which")


def _row(line: TraceLine) -> tuple[object, ...]:
    on_day = "" if line.day is None else on(line.day)
    return on_day, "+" if line.counted else "-", named(line.text), Under(line.cites, line.basis)


def _of_day(day: date) -> dict[str, object]:
    return {"date": f"{day:%d.%m.%Y}", "weekday": ON[day.weekday()]}
