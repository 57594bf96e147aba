"""How a register is read: a case file whose actions are templates, filled from the cells of a line.

``"{what}"`` is the cell of the column ``what``; ``"{when:at}"`` an instant and ``"{when:day}"`` a day, written as the
mapping says; ``"{many:json}"`` any JSON value. ``"{who|unknown}"`` names what stands for an empty cell; without it, an
empty cell leaves the field out.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from enum import StrEnum
from functools import partial
from typing import BinaryIO, Final, cast

from attrs import Factory, field, frozen
from pendulum import DateTime

from prcomm.adapters.fields import Fields, instant_from, process_from
from prcomm.adapters.json import BadDocument, Codec, DocumentFault, office_from, parse
from prcomm.adapters.json.faults import kind_of, meant
from prcomm.adapters.registers.checking import Checking, inside, words_wrong
from prcomm.adapters.registers.encodings import named
from prcomm.adapters.registers.lines import Cells, clean, head
from prcomm.adapters.registers.making import Act, Acts, Making
from prcomm.adapters.registers.reading import Register, opened
from prcomm.adapters.registers.templates import PLACE, Template, Words, Writing, column_of, places
from prcomm.core.questions.audits import Unmapped
from prcomm.core.sources.people import Office
from prcomm.core.table.entities import Action, Entity, State
from prcomm.core.values.errors import BadInput
from prcomm.processes import PROCESSES, AnyLifecycle

DELIMITERS: Final = {"comma": ",", "semicolon": ";", "tab": "\t", "bar": "|"}
"""What may be said in a word of what stands between the cells."""


class Order(StrEnum):
    """The order in which the lines of a case stand."""

    REGISTER = "register"
    """that in which they are judged"""
    TIME = "time"
    """none: they are put in order of time"""
    NEWEST_FIRST = "newest first"


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
        delimiter: what stands between the cells of CSV; empty to see.
        order: the order of the lines of a case; ``None`` to see.
        on_file: by the name of a deadline, the last day that the register itself gives.
        as_of: up to when dues are judged, where the mapping says so.
        recorded: when a line was entered, as ``{entered:at}``; empty where the register does not say.
        encoding: the encoding of the file; empty to see.
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
    words: Words = field(factory=dict[str, Mapping[str, object]])
    format: str = ""
    day_format: str = ""
    delimiter: str = ""
    order: Order | None = None
    on_file: Mapping[str, str] = field(factory=dict[str, str])
    as_of: DateTime | None = None
    recorded: str = ""
    encoding: str = ""

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
        placed = (column_of(place) for template in templates for place in places(template))
        return tuple(dict.fromkeys((self.case, self.activity, *placed)))

    @property
    def needed(self) -> tuple[str, ...]:
        """The columns that a register must have: those it reads, and those for whose words it has others."""
        return tuple(dict.fromkeys((*self.columns, *self.words)))

    def whole(self, template: Template) -> Template:
        """A template with what every one has."""
        whole = dict(self.each) | dict(template)
        if isinstance(self.each.get("by"), dict) and isinstance(template.get("by"), dict):
            whole["by"] = cast("dict[str, object]", self.each["by"]) | cast("dict[str, object]", template["by"])
        return whole

    def case_of(self, cells: Cells) -> str:
        # Which case a line is of; empty if it names none. Not for the pages, nor are those below.
        return self.acts.case(cells)

    def of(self, cells: Cells) -> tuple[Act, ...] | None:
        # What was done in a line; None if the mapping knows no such activity.
        return self.acts.of.get(self.acts.activity(cells))

    def at(self, cells: Cells) -> DateTime | None:
        # When it was done; None if that can't be read.
        at = self.acts.at(cells, [])
        try:
            return self.office.instant(at) if isinstance(at, str) else None
        except BadInput:
            return None

    def unmapped(self, cells: Cells) -> Unmapped:
        """A line whose activity the mapping does not know."""
        return Unmapped(self.acts.activity(cells), self.at(cells))

    def recorded_at(self, cells: Cells, faults: list[str]) -> DateTime | None:
        """The instant at which a line was entered, where the register gives it."""
        given = self.acts.recorded(cells, faults) if self.recorded else None
        return self.office.instant(given) if isinstance(given, str) and given else None

    def days_on_file(self, lines: Iterable[Cells], faults: list[str]) -> Mapping[str, date]:
        """The last days that the register itself gives for a case, on whatever line of it; the last given counts."""
        found: dict[str, date] = {}
        for cells in lines if self.on_file else ():
            for due, fill in self.acts.on_file.items():
                given = fill(cells, faults)
                if isinstance(given, str):
                    found[due] = date.fromisoformat(given)
        return found


def _acts(mapping: RegisterMapping) -> Acts:
    """The templates of a mapping, each made into functions."""
    writing = Writing(mapping.office, mapping.words, mapping.format, mapping.day_format)
    act = partial(_act, mapping, writing, Making(mapping.codec, writing))
    return Acts(
        {clean(name): tuple(map(act, templates)) for name, templates in mapping.actions.items()},
        None if mapping.first is None else act(mapping.first),
        None if mapping.last is None else act(mapping.last),
        writing.filling(mapping.each.get("at")),
        {due: writing.filling(template) for due, template in mapping.on_file.items()},
        writing.filling(mapping.recorded),
        writing.text(mapping.case),
        writing.text(mapping.activity),
    )


def _act(mapping: RegisterMapping, writing: Writing, making: Making, template: Template) -> Act:
    whole = mapping.whole(template)
    return Act(writing.filling(whole), making.made(whole), writing.filling(whole.get("at")))


FIELDS = (
    "prcomm", "process", "office", "case", "activity", "actions", "each", "first", "last", "words", "format",
    "day_format", "delimiter", "order", "on_file", "as_of", "recorded", "encoding",
)  # fmt: skip


def read_mapping(
    text: str | bytes, processes: Mapping[str, AnyLifecycle] = PROCESSES, register: Register | None = None
) -> RegisterMapping:
    """The mapping in a text.

    Raises ``BadDocument`` with every fault in it: what is misspelt, missing or of another kind, in the mapping itself,
    in its templates as the process has actions and fields, and in its columns as the register has them.

    Args:
        text: the mapping, as JSON.
        processes: the lifecycles that it may name.
        register: the register that it is for, if it is at hand: then the columns that it has not are faults too.
    """
    return _mapping(parse(text), processes, register)


def read_register(
    file: BinaryIO, text: str | bytes, processes: Mapping[str, AnyLifecycle] = PROCESSES,
    declared: Mapping[str, str | None] | None = None,
) -> tuple[Register, RegisterMapping]:  # fmt: skip
    """A register that is opened by its mapping, and the mapping.

    Raises ``BadDocument`` with every fault of the mapping, of the columns and of how the file is written.

    Args:
        file: the file of the register.
        text: the mapping, as JSON.
        processes: the lifecycles that it may name.
        declared: what is said besides the mapping, and goes before it: ``encoding``, ``delimiter``, ``order``.
    """
    data, encoding = parse(text), None
    if isinstance(data, dict):
        said = {name: one for name, one in (declared or {}).items() if one}
        data = {**cast("dict[str, object]", data), **said}
        encoding = data.get("encoding")
    try:
        register = opened(file, encoding if isinstance(encoding, str) else "")
    except BadDocument as bad:
        try:
            _mapping(data, processes, None)
        except BadDocument as other:
            faults = (*other.found, *(fault for fault in bad.found if fault not in other.found))
            raise BadDocument("a mapping and its register", faults) from None
        raise
    return register, _mapping(data, processes, register)


def _mapping(data: object, processes: Mapping[str, AnyLifecycle], register: Register | None) -> RegisterMapping:
    fields = Fields(data, FIELDS)
    fields.version()
    lifecycle = fields.read("process", lambda name, path: process_from(name, path, processes), needed=True)
    zone = "UTC" if lifecycle is None else lifecycle.law.zone
    office = fields.read("office", lambda data, path: office_from(data, path, zone), needed=True)
    case, activity = (head(fields.text(name, needed=True) or "") for name in ("case", "activity"))
    given = fields.inside("actions", needed=True) or {}
    actions = {name: _templates(fields, name, one) for name, one in given.items()}
    each, first, last = (fields.inside(name) for name in ("each", "first", "last"))
    words = {head(column): of for column, of in fields.objects("words").items()}
    delimiter = fields.text("delimiter") or ""
    delimiter = DELIMITERS.get(delimiter, delimiter)
    if len(delimiter) > 1 or delimiter in ('"', "\n", "\r"):
        fields.fault("delimiter", f"one character, or {', '.join(DELIMITERS)}")
        delimiter = ""  # and what else is wrong is told by the one that is seen
    written, day_written = _format(fields, "format"), _format(fields, "day_format")
    as_of = fields.read("as_of", lambda at, path: instant_from(at, path, office.zone if office else zone))
    encoding = fields.text("encoding") or ""
    fields.gather("", lambda _: named(encoding) if encoding else "")
    order = _order(fields)
    if lifecycle is None or office is None:
        raise BadDocument("a mapping", (*fields.faults, *_columns_wrong(register, (case, activity), delimiter)))
    mapping = RegisterMapping(
        lifecycle, Codec(lifecycle), office, case, activity, actions, each or {}, first, last, words, written,
        day_written, delimiter, order, fields.texts("on_file"), as_of, fields.text("recorded") or "", encoding,
    )  # fmt: skip
    faults = (*fields.faults, *_wrong(mapping), *_columns_wrong(register, mapping.needed, delimiter))
    if faults:
        raise BadDocument("a mapping", tuple(dict.fromkeys(faults)))
    return mapping


def _order(fields: Fields) -> Order | None:
    order = fields.text("order")
    if order is not None and order not in tuple(Order):
        fields.fault("order", " or ".join(Order))
        return None
    return None if order is None else Order(order)


def _format(fields: Fields, name: str) -> str:
    """A format for ``strptime``, if it is one by which a day can be written and read again."""
    written = fields.text(name) or ""
    try:
        datetime.strptime(datetime(2026, 1, 31, 10).strftime(written), written)  # noqa: DTZ001, DTZ007  # no clock
    except ValueError:
        fields.fault(name, "a format as strptime has them, as %d.%m.%Y %H:%M")
        return ""
    return written


def _columns_wrong(register: Register | None, columns: Iterable[str], delimiter: str) -> tuple[DocumentFault, ...]:
    named = tuple(name for name in columns if name)
    return () if register is None else register.wrong(named, delimiter)


def _wrong(mapping: RegisterMapping) -> Iterator[DocumentFault]:
    """What is wrong with what a mapping says, by its process."""
    checking = Checking(mapping.codec, mapping.office, mapping.words, mapping.each)
    templates = [("first", mapping.first), ("last", mapping.last)]
    for name, several in mapping.actions.items():
        path = inside("actions", name)
        templates += [(path if len(several) == 1 else f"{path}[{n}]", one) for n, one in enumerate(several)]
    for path, template in templates:
        if template is not None:
            yield from checking.faults(path, template, mapping.whole(template))
    yield from checking.of_each()
    yield from (DocumentFault("words", text) for text in words_wrong(mapping.words, mapping.activity, mapping.actions))
    if mapping.recorded and _how(mapping.recorded) != "at":
        yield DocumentFault("recorded", "the place of an instant, as {entered:at}")
    deadlines = [deadline.name for deadline in mapping.lifecycle.deadlines]
    for name, given in mapping.on_file.items():
        if name not in deadlines:
            there = ", ".join(deadlines) or "none"
            yield DocumentFault("on_file", f"the name of a deadline; there are: {there}{meant(name, deadlines)}")
        if _how(given) != "day":
            yield DocumentFault(inside("on_file", name), "the place of a day, as {answer by:day}")


def _how(template: str) -> str | None:
    """How the cell of a place is read, of a text that is one place."""
    place = PLACE.fullmatch(template)
    return place["how"] if place else None


def _templates(fields: Fields, name: str, given: object) -> tuple[Template, ...]:
    """The templates an activity stands for: one, several, or none where it is ``null``."""
    several = cast("list[object]", given) if isinstance(given, list) else [] if given is None else [given]
    for one in several:
        if not isinstance(one, dict):
            fields.fault(inside("actions", name), f"an action, several in an array, or null, not {kind_of(one)}")
    return tuple(cast("Template", one) for one in several if isinstance(one, dict))
