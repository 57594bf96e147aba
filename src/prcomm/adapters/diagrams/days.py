"""The picture of a due: a small calendar of the days that were counted and of those that were not."""

from calendar import monthrange
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import partial

from attrs import frozen

from prcomm.adapters.diagrams import svg
from prcomm.adapters.diagrams.blocks import QUIET, TEXT, TEXT_HIGH, TITLE, TITLE_HIGH
from prcomm.adapters.diagrams.border import drawable
from prcomm.adapters.diagrams.text_metrics import width, wrapped
from prcomm.adapters.diagrams.words import NOT_COUNTED
from prcomm.adapters.sheets import CONTROL, COUNTED, COUNTED_FROM, DAYS, LAST, MET, RAW, ROLLED, WHY_THIS_DAY, days_of
from prcomm.core.calendar.traces import ON
from prcomm.core.table.dues import Due
from prcomm.core.values.messages import Message, Say, in_english, joined, named

CELL, HIGH, BETWEEN, MARGIN = 32, 26, 22, 4
MONTHS_ACROSS = 3
WIDE = 7 * CELL


@frozen
class _Day:
    """What is known of a day of the count.

    Attributes:
        counted: whether it was counted.
        why: why, in words.
    """

    counted: bool
    why: str


def due_picture(due: Due, say: Say = in_english) -> str:
    """The count of a due as SVG: a calendar of its months, each day with whether it was counted, and its last days.

    Raises ``BadInput`` for what is no due.

    Args:
        due: the due.
        say: in which language: ``prcomm.labels.say("uz")``.
    """
    drawable("due", due, Due)
    known = _known(due)
    shown = {name: day for name, day in _marked(due) if day is not None}
    months = tuple(_months([*known, *shown.values()]))
    label = say(WHY_THIS_DAY(due=named(due.name)))
    across = min(len(months), MONTHS_ACROSS) * (WIDE + BETWEEN) - BETWEEN + 2 * MARGIN
    across = max(across, 2 * WIDE)
    title = wrapped(label, across, TITLE, bold=True)
    inside = [svg.lines(MARGIN, MARGIN, title, TITLE_HIGH, TITLE, "title")]
    top = MARGIN + len(title) * TITLE_HIGH + 6
    for n, (year, month) in enumerate(months):
        row, column = divmod(n, MONTHS_ACROSS)
        y = top + row * (7 * HIGH + TITLE_HIGH + TEXT_HIGH)
        inside += _month(year, month, MARGIN + column * (WIDE + BETWEEN), y, known, shown, say)
    rows = -(-len(months) // MONTHS_ACROSS)
    legend, bottom = _legend(shown, across, top + rows * (7 * HIGH + TITLE_HIGH + TEXT_HIGH), say)
    return svg.picture(label, across, bottom + MARGIN, *inside, *legend)


def _known(due: Due) -> dict[date, _Day]:
    known: dict[date, _Day] = {}
    for line in due.trace:
        if line.day is not None:
            before = known.get(line.day)
            why = joined(before.why, named(line.text)) if before else named(line.text)
            known[line.day] = _Day(line.counted or (before is not None and before.counted), why)
    return known


def _marked(due: Due) -> Iterator[tuple[Message, date | None]]:
    """The days of a due by name, without their hours."""
    for name, day in days_of(due).items():
        yield DAYS[name], None if day is None else date(day.year, day.month, day.day)


def _months(days: list[date]) -> Iterator[tuple[int, int]]:
    first, last = min(days), max(days)
    year, month = first.year, first.month
    while (year, month) <= (last.year, last.month):
        yield year, month
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)


def _month(
    year: int, month: int, x: float, y: float, known: Mapping[date, _Day], shown: Mapping[Message, date], say: Say
) -> Iterator[str]:
    yield svg.text(x, y, f"{year}-{month:02}", TEXT, "title quiet")
    for column, name in enumerate(ON):
        said = say(name)
        yield svg.text(x + column * CELL + (CELL - width(said, QUIET)) / 2, y + TITLE_HIGH, said, QUIET, "quiet")
    first, many = monthrange(year, month)
    for number in range(1, many + 1):
        week, weekday = divmod(first + number - 1, 7)
        day = date(year, month, number)
        at = x + weekday * CELL, y + TITLE_HIGH + TEXT_HIGH + 2 + week * HIGH
        yield _cell(day, *at, known.get(day), shown, say)


def _cell(day: date, x: float, y: float, known: _Day | None, shown: Mapping[Message, date], say: Say) -> str:
    names = tuple(name for name, on in shown.items() if on == day)
    inside: list[str] = []
    if known is not None:
        inside.append(svg.rect("counted" if known.counted else "skipped", x + 1, y + 1, CELL - 2, HIGH - 2, 4))
    inside += [draw(x, y) for name, draw in _draw().items() if name in names]
    number = str(day.day)
    inside.append(svg.text(x + (CELL - width(number, TEXT)) / 2, y + 5, number, TEXT, "" if known else "plain"))
    if known is None and not names:
        return inside[0]
    why = "" if known is None else say(known.why)
    return svg.linked(None, "; ".join(filter(None, (day.isoformat(), why, *map(say, names)))), *inside)


def _draw() -> dict[Message, Callable[[float, float], str]]:
    return {
        COUNTED_FROM: partial(_ring, "start", 1.5),
        RAW: partial(_ring, "raw", 1.5),
        ROLLED: partial(_ring, "rolled", 1.5),
        CONTROL: partial(_ring, "control", 1.5),
        LAST: _under,
        MET: _corner,
    }


def _ring(kind: str, inset: float, x: float, y: float) -> str:
    return svg.rect(f"ring {kind}", x + inset, y + inset, CELL - 2 * inset, HIGH - 2 * inset, 4)


def _under(x: float, y: float) -> str:
    return svg.rect("dot", x + 6, y + HIGH - 6, CELL - 12, 3, 1)


def _corner(x: float, y: float) -> str:
    return f'<path class="goodmark" d="M{x + CELL - 9:g} {y + 5:g}l2.5 3l4.5 -6"/>'


def _legend(shown: Mapping[Message, date], across: float, y: float, say: Say) -> tuple[list[str], float]:
    x = float(MARGIN)
    found: list[str] = []
    signs: list[tuple[Callable[[float, float], str], str]] = [
        (partial(svg.rect, "counted", width=CELL - 4, height=HIGH - 6, corner=4), say(COUNTED)),
        (partial(svg.rect, "skipped", width=CELL - 4, height=HIGH - 6, corner=4), say(NOT_COUNTED)),
    ]
    signs += [(draw, f"{say(name)}: {shown[name].isoformat()}") for name, draw in _draw().items() if name in shown]
    for draw, words in signs:
        wide = CELL + 6 + width(words, TEXT) + 16
        if x + wide > across and x > MARGIN:
            x, y = float(MARGIN), y + HIGH + 4
        found += [draw(x, y), svg.text(x + CELL + 6, y + 5, words)]
        x += wide
    return found, y + HIGH
