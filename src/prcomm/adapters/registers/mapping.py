"""How a register is read: a case file whose actions are templates, filled from the cells of a line.

``"{what}"`` is the cell of the column ``what``; ``"{when:at}"`` an instant and ``"{when:day}"`` a day, written as the
mapping says; ``"{many:json}"`` any JSON value. ``"{who|unknown}"`` names what stands for an empty cell; without it, an
empty cell leaves the field out.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import cast

from attrs import field, frozen
from pendulum import DateTime

from prcomm.adapters.fields import Fields, instant_from, process_from
from prcomm.adapters.json import BadDocument, Codec, office_from, parse
from prcomm.adapters.json.faults import below, kind_of
from prcomm.adapters.registers.lines import Cells
from prcomm.core.questions.audits import Unmapped
from prcomm.core.sources.people import Office
from prcomm.core.table.entities import Action, Entity, State
from prcomm.core.values.errors import BadInput
from prcomm.processes import PROCESSES, AnyLifecycle

PLACE = re.compile(r"\{(?P<column>[^{}|]+?)(?::(?P<how>at|day|json))?(?:\|(?P<default>[^{}]*))?\}")
EMPTY = None, ""
HOW = {"at": "instant", "day": "day", "json": "JSON value"}
Template = Mapping[str, object]


@frozen
class RegisterMapping:
    """How the lines of a register become actions.

    Attributes:
        lifecycle: the lifecycle by which its cases are judged.
        codec: what makes actions of filled templates.
        office: whose days and hours count.
        case: the column that tells which case a line is of.
        activity: the column that tells what was done.
        actions: for each activity, the actions it stands for; for none, it is left out of the audit.
        each: what every template has unless it says otherwise.
        first: an action that comes before the lines of a case, filled from its first line.
        last: one that comes after them, filled from its last line, if its time is given.
        words: for each column, what stands for its words.
        format: how the register writes an instant, as for ``strptime``; empty for ISO 8601.
        day_format: the same of a day.
        delimiter: what stands between the cells of CSV.
        by_time: whether the actions of a case are put in order of time; else they stay as the file has them.
        on_file: by the name of a deadline, the last day that the register itself gives.
        as_of: up to when dues are judged, where the mapping says so.
    """

    lifecycle: AnyLifecycle
    codec: Codec[Entity[State], Action]
    office: Office
    case: str
    activity: str
    actions: Mapping[str, tuple[Template, ...]]
    each: Template = field(factory=dict[str, object])
    first: Template | None = None
    last: Template | None = None
    words: Mapping[str, Mapping[str, object]] = field(factory=dict[str, Mapping[str, object]])
    format: str = ""
    day_format: str = ""
    delimiter: str = ","
    by_time: bool = False
    on_file: Mapping[str, str] = field(factory=dict[str, str])
    as_of: DateTime | None = None

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns it reads."""
        templates: list[object] = [self.each, self.first, self.last, dict(self.on_file), *self.actions.values()]
        placed = (match["column"] for template in templates for match in _places(template))
        return tuple(dict.fromkeys((self.case, self.activity, *placed)))

    def filled(self, template: Template, cells: Cells, faults: list[str]) -> Mapping[str, object]:
        """An action's fields as the cells of a line give them; what can't be read is a fault."""
        whole = dict(self.each) | dict(template)
        if isinstance(self.each.get("by"), dict) and isinstance(template.get("by"), dict):
            whole["by"] = cast("dict[str, object]", self.each["by"]) | cast("dict[str, object]", template["by"])
        return cast("Mapping[str, object]", self._fill(whole, cells, faults))

    def templates(self, cells: Cells) -> tuple[Template, ...] | None:
        """The templates of what was done in a line; ``None`` if the mapping knows no such activity."""
        return self.actions.get(str(cells.get(self.activity) or ""))

    def timed(self, template: Template, cells: Cells) -> bool:
        """Whether the line gives the time of that action."""
        return bool(self._fill(template.get("at", self.each.get("at")), cells, []))

    def unmapped(self, cells: Cells) -> Unmapped:
        """A line whose activity the mapping does not know."""
        at = self._fill(self.each.get("at"), cells, [])
        when = self.office.instant(at) if isinstance(at, str) else None
        return Unmapped(str(cells.get(self.activity) or ""), when)

    def days_on_file(self, cells: Cells, faults: list[str]) -> Mapping[str, date]:
        """The last days that the register itself gives for a case."""
        found = {due: self._fill(template, cells, faults) for due, template in self.on_file.items()}
        return {due: date.fromisoformat(given) for due, given in found.items() if isinstance(given, str)}

    def _fill(self, template: object, cells: Cells, faults: list[str]) -> object:
        if isinstance(template, dict):
            of = cast("dict[str, object]", template)
            found = {name: self._fill(value, cells, faults) for name, value in of.items()}
            return {name: value for name, value in found.items() if value is not None or of[name] is None}
        if isinstance(template, list):
            several = (self._fill(item, cells, faults) for item in cast("list[object]", template))
            return [item for item in several if item is not None]
        if not isinstance(template, str):
            return template
        whole = PLACE.fullmatch(template)
        if whole is not None:
            return self._cell(whole, cells, faults)
        return PLACE.sub(lambda place: str(self._cell(place, cells, faults) or ""), template)

    def _cell(self, place: re.Match[str], cells: Cells, faults: list[str]) -> object:
        column, how, default = place["column"], place["how"], place["default"]
        cell = cells.get(column)
        if isinstance(cell, str):
            cell = cell.strip()
            cell = self.words.get(column, {}).get(cell, cell)
        if cell in EMPTY:
            return default
        if how is None or not isinstance(cell, str):
            return cell
        try:
            return self._read(cell, how)
        except (BadInput, ValueError, OverflowError):
            faults.append(f"the cell under {column!r} is no {HOW[how]}{self._as(how)}")
            return None

    def _read(self, cell: str, how: str) -> object:
        if how == "json":
            return parse(cell)
        if how == "day" and (self.day_format or len(cell) == len("2026-01-31")):
            return datetime.strptime(cell, self.day_format or "%Y-%m-%d").date().isoformat()  # noqa: DTZ007  # a day
        at = datetime.strptime(cell, self.format) if self.format else datetime.fromisoformat(cell)  # noqa: DTZ007  # below
        local = self.office.instant(at if at.tzinfo else at.replace(tzinfo=self.office.tz))
        return local.isoformat() if how == "at" else local.date().isoformat()

    def _as(self, how: str) -> str:
        written = {"at": self.format, "day": self.day_format, "json": ""}[how]
        return f", written as {written!r}" if written else ""


def _places(template: object) -> Iterator[re.Match[str]]:
    """The places of a template that cells fill."""
    if isinstance(template, str):
        yield from PLACE.finditer(template)
    elif isinstance(template, Mapping):
        for value in cast("Mapping[str, object]", template).values():
            yield from _places(value)
    elif isinstance(template, list | tuple):
        for value in cast("list[object]", template):
            yield from _places(value)


ORDERS = ("register", "time")
FIELDS = (
    "prcomm", "process", "office", "case", "activity", "actions", "each", "first", "last", "words", "format",
    "day_format", "delimiter", "order", "on_file", "as_of",
)  # fmt: skip


def read_mapping(text: str | bytes, processes: Mapping[str, AnyLifecycle] = PROCESSES) -> RegisterMapping:
    """The mapping in a text. Raises ``BadDocument`` with every fault in it."""
    fields = Fields(parse(text), FIELDS)
    fields.version()
    lifecycle = fields.read("process", lambda name, path: process_from(name, path, processes), needed=True)
    zone = "UTC" if lifecycle is None else lifecycle.law.zone
    office = fields.read("office", lambda data, path: office_from(data, path, zone), needed=True)
    case, activity = fields.text("case", needed=True), fields.text("activity", needed=True)
    actions = {
        name: _templates(fields, name, given) for name, given in (fields.inside("actions", needed=True) or {}).items()
    }
    each, first, last = (fields.inside(name) for name in ("each", "first", "last"))
    written, day_written = fields.text("format"), fields.text("day_format")
    delimiter, order = fields.text("delimiter") or ",", fields.text("order") or ORDERS[0]
    if len(delimiter) != 1:
        fields.fault("delimiter", "one character")
    if order not in ORDERS:
        fields.fault("order", " or ".join(ORDERS))
    words, on_file = fields.objects("words"), fields.texts("on_file")
    as_of = fields.read("as_of", lambda at, path: instant_from(at, path, office.zone if office else zone))
    if fields.faults or lifecycle is None or office is None or case is None or activity is None:
        raise BadDocument("a mapping", fields.faults)
    return RegisterMapping(
        lifecycle, Codec(lifecycle), office, case, activity, actions, each or {}, first, last, words, written or "",
        day_written or "", delimiter, order == "time", on_file, as_of,
    )  # fmt: skip


def _templates(fields: Fields, name: str, given: object) -> tuple[Template, ...]:
    """The templates an activity stands for: one, several, or none where it is ``null``."""
    several = cast("list[object]", given) if isinstance(given, list) else [] if given is None else [given]
    for one in several:
        if not isinstance(one, dict):
            fields.fault(below("actions", name), f"an action, several in an array, or null, not {kind_of(one)}")
    return tuple(cast("Template", one) for one in several if isinstance(one, dict))
