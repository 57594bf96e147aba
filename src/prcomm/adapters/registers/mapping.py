"""How a register is read: a case file whose actions are templates, filled from the cells of a line.

``"{what}"`` is the cell of the column ``what``; ``"{when:at}"`` an instant and ``"{when:day}"`` a day, written as the
mapping says; ``"{many:json}"`` any JSON value. ``"{who|unknown}"`` names what stands for an empty cell; without it, an
empty cell leaves the field out.
"""

from collections.abc import Mapping
from datetime import date
from functools import partial
from typing import cast

from attrs import Factory, field, frozen
from pendulum import DateTime

from prcomm.adapters.fields import Fields, instant_from, process_from
from prcomm.adapters.json import BadDocument, Codec, office_from, parse
from prcomm.adapters.json.faults import below, kind_of
from prcomm.adapters.registers.lines import Cells
from prcomm.adapters.registers.making import Act, Acts, Making
from prcomm.adapters.registers.templates import PLACE, Template, Writing, places
from prcomm.core.questions.audits import Unmapped
from prcomm.core.sources.people import Office
from prcomm.core.table.entities import Action, Entity, State
from prcomm.processes import PROCESSES, AnyLifecycle


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
        recorded: when a line was entered, as ``{entered:at}``; empty where the register does not say.
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
    recorded: str = ""

    acts: Acts = field(
        default=Factory(lambda mapping: _acts(mapping), takes_self=True), init=False, eq=False, repr=False
    )

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns it reads."""
        templates: list[object] = [
            self.each,
            self.first,
            self.last,
            self.recorded,
            dict(self.on_file),
            *self.actions.values(),
        ]
        placed = (match["column"] for template in templates for match in places(template))
        return tuple(dict.fromkeys((self.case, self.activity, *placed)))

    def whole(self, template: Template) -> Template:
        """A template with what every one has."""
        whole = dict(self.each) | dict(template)
        if isinstance(self.each.get("by"), dict) and isinstance(template.get("by"), dict):
            whole["by"] = cast("dict[str, object]", self.each["by"]) | cast("dict[str, object]", template["by"])
        return whole

    def of(self, cells: Cells) -> tuple[Act, ...] | None:
        # What was done in a line; None if the mapping knows no such activity. Not for the pages.
        return self.acts.of.get(str(cells.get(self.activity) or ""))

    def unmapped(self, cells: Cells) -> Unmapped:
        """A line whose activity the mapping does not know."""
        at = self.acts.at(cells, [])
        when = self.office.instant(at) if isinstance(at, str) else None
        return Unmapped(str(cells.get(self.activity) or ""), when)

    def recorded_at(self, cells: Cells, faults: list[str]) -> DateTime | None:
        """The instant at which a line was entered, where the register gives it."""
        given = self.acts.recorded(cells, faults) if self.recorded else None
        return self.office.instant(given) if isinstance(given, str) and given else None

    def days_on_file(self, cells: Cells, faults: list[str]) -> Mapping[str, date]:
        """The last days that the register itself gives for a case."""
        found = {due: fill(cells, faults) for due, fill in self.acts.on_file.items()}
        return {due: date.fromisoformat(given) for due, given in found.items() if isinstance(given, str)}


def _acts(mapping: RegisterMapping) -> Acts:
    """The templates of a mapping, each made into functions."""
    writing = Writing(mapping.office, mapping.words, mapping.format, mapping.day_format)
    act = partial(_act, mapping, writing, Making(mapping.codec, writing))
    return Acts(
        {name: tuple(map(act, templates)) for name, templates in mapping.actions.items()},
        None if mapping.first is None else act(mapping.first),
        None if mapping.last is None else act(mapping.last),
        writing.filling(mapping.each.get("at")),
        {due: writing.filling(template) for due, template in mapping.on_file.items()},
        writing.filling(mapping.recorded),
    )


def _act(mapping: RegisterMapping, writing: Writing, making: Making, template: Template) -> Act:
    whole = mapping.whole(template)
    return Act(writing.filling(whole), making.made(whole), writing.filling(whole.get("at")))


ORDERS = ("register", "time")
FIELDS = (
    "prcomm", "process", "office", "case", "activity", "actions", "each", "first", "last", "words", "format",
    "day_format", "delimiter", "order", "on_file", "as_of", "recorded",
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
    recorded = fields.text("recorded") or ""
    place = PLACE.fullmatch(recorded)
    if recorded and (place is None or place["how"] != "at"):
        fields.fault("recorded", "the place of an instant, as {entered:at}")
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
        day_written or "", delimiter, order == "time", on_file, as_of, recorded,
    )  # fmt: skip


def _templates(fields: Fields, name: str, given: object) -> tuple[Template, ...]:
    """The templates an activity stands for: one, several, or none where it is ``null``."""
    several = cast("list[object]", given) if isinstance(given, list) else [] if given is None else [given]
    for one in several:
        if not isinstance(one, dict):
            fields.fault(below("actions", name), f"an action, several in an array, or null, not {kind_of(one)}")
    return tuple(cast("Template", one) for one in several if isinstance(one, dict))
