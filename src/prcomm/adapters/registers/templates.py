"""What the cells of a line come to in a template, which is made into a function once, when a mapping is made."""

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from datetime import date, datetime
from functools import partial
from typing import Final, cast

from attrs import Factory, field, frozen
from pendulum import DateTime

from prcomm.adapters.json import parse
from prcomm.adapters.json.scalars import number_as_text
from prcomm.adapters.registers.lines import Cells, clean, head
from prcomm.core.calendar.hours import on_clock
from prcomm.core.sources.people import Office
from prcomm.core.values.errors import BadInput

PLACE: Final = re.compile(r"\{(?P<column>[^{}|]+?)(?::(?P<how>at|day|json))?(?:\|(?P<default>[^{}]*))?\}")
EMPTY: Final = None, ""
HOW: Final = {"at": "instant", "day": "day", "json": "JSON value"}
DIGITS: Final = {
    "%Y": "(?P<year>[0-9]{4})", "%m": "(?P<month>[0-9]{2})", "%d": "(?P<day>[0-9]{2})",
    "%H": "(?P<hour>[0-9]{2})", "%M": "(?P<minute>[0-9]{2})", "%S": "(?P<second>[0-9]{2})",
}  # fmt: skip
"""The numbers of an instant with all their digits, as ``strptime`` names them."""
DOTTED: Final = re.compile(
    r"(?P<day>[0-9]{1,2})\.(?P<month>[0-9]{1,2})\.(?P<year>[0-9]{4})"
    r"(?:[ T]+(?P<hour>[0-9]{1,2}):(?P<minute>[0-9]{2})(?::(?P<second>[0-9]{2}))?)?"
)
"""A day, or an instant, as 18.03.2026 10:00: with points the day comes first, so it can be read in one way only."""
DAYS_FIRST: Final = re.compile("[^%]*%d.*%m|(?!.*%[dm])", re.DOTALL)
"""A format in which the day comes before the month, if it names them at all."""
Template = Mapping[str, object]
Words = Mapping[str, Mapping[str, object]]
"""For each column, what stands for its words."""
Fill = Callable[[Cells, list[str]], object]
"""What the cells of a line come to; what can't be read is told in the list."""


@frozen
class Writing:
    """How a register writes what stands in its cells.

    Attributes:
        office: on whose clock an instant without an offset is.
        words: for each column, what stands for its words.
        format: how it writes an instant, as for ``strptime``; empty for ISO 8601.
        day_format: the same of a day.
    """

    office: Office
    words: Words
    format: str
    day_format: str
    _instant: Callable[[str], datetime] = field(
        default=Factory(lambda writing: reader_of(writing.format), takes_self=True), init=False, eq=False, repr=False
    )
    _days: tuple[Callable[[str], datetime], ...] = field(
        default=Factory(lambda writing: _days(writing), takes_self=True), init=False, eq=False, repr=False
    )

    def filling(self, template: object) -> Fill:
        """What fills a template."""
        if isinstance(template, dict):
            return self._object(cast("dict[str, object]", template))
        if isinstance(template, list):
            return self._array(cast("list[object]", template))
        if not isinstance(template, str):
            return lambda _, __: template
        whole = PLACE.fullmatch(template)
        return self._text(template) if whole is None else self._place(whole)

    def _object(self, template: dict[str, object]) -> Fill:
        fills = {name: self.filling(value) for name, value in template.items()}

        def fill(cells: Cells, faults: list[str]) -> object:
            found = {name: one(cells, faults) for name, one in fills.items()}
            return {name: value for name, value in found.items() if value is not None or template[name] is None}

        return fill

    def _array(self, template: list[object]) -> Fill:
        fills = [self.filling(item) for item in template]

        def fill(cells: Cells, faults: list[str]) -> object:
            several = (one(cells, faults) for one in fills)
            return [item for item in several if item is not None]

        return fill

    def _text(self, template: str) -> Fill:
        fills = [self._place(place) for place in PLACE.finditer(template)]

        def fill(cells: Cells, faults: list[str]) -> object:
            each = iter(fills)
            return PLACE.sub(lambda _: str(next(each)(cells, faults) or ""), template)

        return fill if fills else lambda _, __: template

    def _place(self, place: re.Match[str]) -> Fill:
        cell_of, column, how, default = self.word(place["column"]), column_of(place), place["how"], place["default"]

        def fill(cells: Cells, faults: list[str]) -> object:
            cell = cell_of(cells)
            if cell in EMPTY:
                return default
            if how in ("at", "day"):
                cell = number_as_text(cell)
            if how is None or not isinstance(cell, str):
                return cell
            try:
                return self._read(cell, how)
            except (BadInput, ValueError, OverflowError):
                faults.append(f"the cell under {column!r} is no {HOW[how]}{self._as(how)}")
                return None

        return fill

    def word(self, column: str) -> Callable[[Cells], object]:
        """What gives the cell of a column, or what stands for the word in it."""
        name = head(column)
        words = {clean(word): value for word, value in self.words.get(name, {}).items()}

        def cell_of(cells: Cells) -> object:
            cell = cells.get(name)
            if isinstance(cell, str):
                cell = clean(cell)
                return words.get(cell, cell)
            return words.get(str(number_as_text(cell)), cell) if words else cell

        return cell_of

    def text(self, column: str) -> Callable[[Cells], str]:
        """What gives the same as a text; empty where there is none."""
        cell_of = self.word(column)

        def text_of(cells: Cells) -> str:
            cell = number_as_text(cell_of(cells))
            return cell if isinstance(cell, str) else ""

        return text_of

    def _read(self, cell: str, how: str) -> object:
        if how == "json":
            return parse(cell)
        return self.instant(cell).isoformat() if how == "at" else self._day(cell).isoformat()

    def _day(self, cell: str) -> date:
        for read in self._days:
            with suppress(ValueError):
                return read(cell).date()
        return self.instant(cell).date()

    def instant(self, cell: str) -> DateTime:
        """The instant that a cell tells, on the clock of the office."""
        at = self._instant(cell)
        if at.tzinfo is None:
            here = at.replace(tzinfo=self.office.tz)
            if here.utcoffset() != here.replace(fold=1).utcoffset():
                return self.office.instant(here)  # an hour that comes twice, or never
            at = here
        return on_clock(at, self.office)

    def _as(self, how: str) -> str:
        written = {"at": self.format, "day": self.day_format, "json": ""}[how]
        return f", written as {written!r}" if written else ""


def _days(writing: Writing) -> tuple[Callable[[str], datetime], ...]:
    """What a day alone is read by, before it is read as the day of an instant."""
    if writing.day_format:
        return (reader_of(writing.day_format),)
    alone = _day_alone if DAYS_FIRST.match(writing.format) else partial(_strictly, "%Y-%m-%d")
    return (alone,)


def _strictly(format: str, cell: str) -> datetime:
    return datetime.strptime(cell, format)  # noqa: DTZ007  # a day has no zone


def _day_alone(cell: str) -> datetime:
    found = DOTTED.fullmatch(cell)
    if found is None or found["hour"]:
        return _strictly("%Y-%m-%d", cell)
    return _dotted(found)


def _dotted(found: re.Match[str]) -> datetime:
    year, month, day, hour, minute, second = (int(one or 0) for one in found.group(3, 2, 1, 4, 5, 6))
    return datetime(year, month, day, hour, minute, second)  # noqa: DTZ001  # its zone is the office's


def _iso_or_dotted(cell: str) -> datetime:
    found = DOTTED.fullmatch(cell)
    return datetime.fromisoformat(cell) if found is None else _dotted(found)


def reader_of(format: str) -> Callable[[str], datetime]:
    """What reads an instant written so; ISO 8601, or as 18.03.2026 10:00, where it is empty.

    It reads as ``strptime`` does, which is slow. So a text in which all numbers have their full digits, as nearly all
    have, is taken apart here; any other is left to it.
    """
    if not format:
        return _iso_or_dotted
    parts = re.findall("%.", format)
    alone = len(set(parts)) == len(parts) == format.count("%") and {"%d", "%m", "%Y"} <= set(parts) <= set(DIGITS)
    written = re.sub("%.", lambda part: DIGITS[part[0]], re.escape(format)) if alone else "(?!)"
    return partial(_taken_apart, re.compile(written), format)


def _taken_apart(written: re.Pattern[str], format: str, cell: str) -> datetime:
    found = written.fullmatch(cell)
    if found is not None:
        of = {name: int(digits) for name, digits in found.groupdict().items()}
        hour = of.get("hour", 0), of.get("minute", 0), of.get("second", 0)
        with suppress(ValueError):  # what the calendar or the clock has not is left to it too
            return datetime(of["year"], of["month"], of["day"], *hour)  # noqa: DTZ001  # its zone is the office's
    return datetime.strptime(cell, format)  # noqa: DTZ007  # the same


def column_of(place: re.Match[str]) -> str:
    """The column whose cell fills a place."""
    return head(place["column"])


def places(template: object) -> Iterator[re.Match[str]]:
    """The places of a template that cells fill."""
    if isinstance(template, str):
        yield from PLACE.finditer(template)
    elif isinstance(template, Mapping):
        for value in cast("Mapping[str, object]", template).values():
            yield from places(value)
    elif isinstance(template, list | tuple):
        for value in cast("list[object]", template):
            yield from places(value)
