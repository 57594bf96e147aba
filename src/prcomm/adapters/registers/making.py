"""Actions made of the cells of a line at once, without an object of JSON between them.

What of a template is the same for every line is read once. Each of the other fields is read by the hook by which JSON
reads it, and what was read of some cells is remembered. Where anything is wrong nothing is made, and the line goes the
way through JSON, which tells what it is: so there is one place where faults are told.
"""

from collections.abc import Callable, Hashable, Mapping
from functools import lru_cache
from typing import Final, cast

from attrs import define, field, frozen
from pendulum import DateTime

from prcomm.adapters.json import Codec
from prcomm.adapters.json.codec import ACTION, Parts
from prcomm.adapters.json.faults import Unfit
from prcomm.adapters.json.scalars import YEARS, Around, Hook, around, read_instant, read_text
from prcomm.adapters.registers.lines import Cells
from prcomm.adapters.registers.templates import EMPTY, PLACE, Fill, Template, Writing, column_of, places
from prcomm.core.table.entities import Action, Entity, State

MOST: Final = 2048
"""How much each field remembers."""
LEFT_OUT: Final = object()
"""Stands for a field that the cells leave out."""
Read = Callable[[Cells], object]
"""What the cells of a line come to in one field. Raises for what can't be read."""


@frozen
class Made:
    """What makes one action.

    Attributes:
        kind: its class.
        same: its fields that are the same for every line.
        reads: how each of the others is read.
    """

    kind: type[Action]
    same: Mapping[str, object]
    reads: tuple[tuple[str, Read], ...]

    def __call__(self, cells: Cells) -> Action | None:
        """The action of a line; ``None`` where anything is wrong with it."""
        values = dict(self.same)
        try:
            for name, read in self.reads:
                value = read(cells)
                if value is not LEFT_OUT:
                    values[name] = value
            return cast("Callable[..., Action]", self.kind)(**values)
        except Exception:  # whatever it is, the way through JSON comes to the same and tells it
            return None

    def timed(self, cells: Cells) -> bool:
        """Whether a line gives the time of the action, in a way that can be read."""
        read = dict(self.reads).get("at")
        try:
            return read is not None and isinstance(read(cells), DateTime)
        except Exception:  # as above
            return False


@frozen
class Act:
    """One action that a line may stand for.

    Attributes:
        fill: what fills its fields, for the way through JSON.
        made: what makes it at once; ``None`` where only that way tells what is wrong.
        at: what fills its time.
    """

    fill: Fill
    made: Made | None
    at: Fill

    def timed(self, cells: Cells) -> bool:
        """Whether a line gives its time."""
        return (self.made is not None and self.made.timed(cells)) or bool(self.at(cells, []))


@frozen
class Acts:
    """What a mapping's templates are made into.

    Attributes:
        of: for each activity, the actions it stands for.
        first: that before the lines of a case.
        last: that after them.
        at: the time of a line, where no action has it.
        on_file: by the name of a deadline, the last day that the register gives.
        recorded: when a line was entered.
        case: which case a line is of.
        activity: what was done in it.
    """

    of: Mapping[str, tuple[Act, ...]]
    first: Act | None
    last: Act | None
    at: Fill
    on_file: Mapping[str, Fill]
    recorded: Fill
    case: Callable[[Cells], str]
    activity: Callable[[Cells], str]


@define
class Making:
    """Makes what makes the actions of one mapping. What several of them share is made, and remembered, once.

    Attributes:
        codec: what reads their fields.
        writing: how the register writes them.
    """

    codec: Codec[Entity[State], Action]
    writing: Writing
    _around: Around = field(init=False)
    _reads: dict[Hashable, Read] = field(init=False, factory=dict)

    def __attrs_post_init__(self) -> None:
        self._around = self.codec.around(self.writing.office, numbers=True)

    def made(self, template: Template) -> Made | None:
        """What makes the actions of a template; ``None`` where it can make none that is sound."""
        name = template.get(ACTION)
        parts = self.codec.parts(name) if isinstance(name, str) else None
        if parts is None:
            return None
        fields = {name: value for name, value in template.items() if name != ACTION}
        if not fields.keys() <= parts.hooks.keys():
            return None
        varying = {name: value for name, value in fields.items() if any(places(value))}
        try:
            same = self._same({name: value for name, value in fields.items() if name not in varying}, parts)
        except Exception:  # as above, for each line
            return None
        reads = tuple((name, self._shared(value, name, parts)) for name, value in varying.items())
        return Made(parts.kind, same, reads)

    def _same(self, fields: Template, parts: Parts[Action]) -> Mapping[str, object]:
        office = {"office": self.writing.office} if parts.names_office else {}
        filled = {name: self.writing.filling(value)({}, []) for name, value in fields.items()}
        with around(self._around):
            return office | {name: parts.hooks[name](value, None) for name, value in filled.items()}

    def _shared(self, template: object, name: str, parts: Parts[Action]) -> Read:
        """What reads a field; the same for all fields of that type with that template."""
        key = repr(template), parts.types[name]
        if key not in self._reads:
            self._reads[key] = self._read(template, parts.hooks[name])
        return self._reads[key]

    def _read(self, template: object, hook: Hook) -> Read:
        whole = PLACE.fullmatch(template) if isinstance(template, str) else None
        columns = tuple(dict.fromkeys(column_of(place) for place in places(template)))
        read = self._anew(template, hook)
        if whole is None:
            return _remembered(read, columns)
        if hook is read_text and whole["how"] is None:
            return self._text(whole["column"], read)
        if hook is read_instant and whole["how"] == "at":
            read = self._instant(whole["column"], read)
        return _remembered(read, columns)

    def _anew(self, template: object, hook: Hook) -> Read:
        """A field read by its hook, out of what the cells come to."""
        fill, place = self.writing.filling(template), self._around

        def read(cells: Cells) -> object:
            faults: list[str] = []
            data = fill(cells, faults)
            if faults:
                raise Unfit
            if data is None:
                return LEFT_OUT
            with around(place):
                return hook(data, None)

        return read

    def _text(self, column: str, otherwise: Read) -> Read:
        """A cell that is a text as it stands: it costs less to read than to remember."""
        cell_of = self.writing.word(column)

        def read(cells: Cells) -> object:
            cell = cell_of(cells)
            return cell if cell and isinstance(cell, str) else otherwise(cells)

        return read

    def _instant(self, column: str, otherwise: Read) -> Read:
        """A cell that is an instant: it need not be written to be read again."""
        cell_of, writing = self.writing.word(column), self.writing

        def read(cells: Cells) -> object:
            cell = cell_of(cells)
            if cell in EMPTY or not isinstance(cell, str):
                return otherwise(cells)
            at: DateTime = writing.instant(cell)
            return at if at.year in YEARS else otherwise(cells)

        return read


def _remembered(read: Read, columns: tuple[str, ...]) -> Read:
    """The same, but what was read of the texts in those columns is remembered."""
    if len(columns) == 1:
        return _of_one(read, columns[0])

    @lru_cache(MOST)
    def known(*texts: object) -> object:
        return read(dict(zip(columns, texts, strict=True)))

    def of_several(cells: Cells) -> object:
        given = tuple(map(cells.get, columns))
        return known(*given) if all(cell.__class__ is str for cell in given) else read(cells)

    return of_several


def _of_one(read: Read, column: str) -> Read:
    @lru_cache(MOST)
    def known(text: object) -> object:
        return read({column: text})

    def of_one(cells: Cells) -> object:
        cell = cells.get(column)
        return known(cell) if cell.__class__ is str else read(cells)  # 1, 1.0 and true are one key

    return of_one
