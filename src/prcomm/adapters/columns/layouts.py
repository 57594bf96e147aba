"""What the columns of a register are to a mapping: told apart, looked at for whether they hold anything, or a time."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Final, cast

from attrs import define, field, frozen
from pendulum import Date, DateTime

from prcomm.adapters.columns.letters import OF_AN_ACTOR
from prcomm.adapters.json.codec import ACTION
from prcomm.adapters.registers import RegisterMapping
from prcomm.adapters.registers.templates import PLACE, Template, column_of, places
from prcomm.core.values.errors import BadInput

TEXTS: Final[tuple[object, ...]] = (str, str | None)
TIMES: Final[tuple[object, ...]] = (date, Date, DateTime, date | None, Date | None, DateTime | None)


@frozen
class Layout:
    """What the columns of a register are to a mapping.

    Attributes:
        at: the column of the time of a line.
        first: that of the action before a case's lines; empty where there is none.
        last: that of the action after them.
        exact: the columns of which every word is told apart.
        texts: those of which only matters whether they hold anything.
        times: by the field of an action, the column that holds its day or instant, and how that is read.
        on_file: by the name of a deadline, the column with the day that the register gives.
    """

    at: str
    first: str
    last: str
    exact: tuple[str, ...]
    texts: tuple[str, ...]
    times: Mapping[str, tuple[str, str]]
    on_file: Mapping[str, str]


@define
class _Laying:
    """A layout, while it is made."""

    mapping: RegisterMapping
    exact: frozenset[tuple[str, str]]
    told: dict[str, None] = field(factory=dict[str, None])
    texts: dict[str, None] = field(factory=dict[str, None])
    times: dict[str, tuple[str, str]] = field(factory=dict[str, tuple[str, str]])
    faults: list[str] = field(factory=list[str])

    def at(self, templates: Iterable[Template]) -> str:
        """The column of the time of templates; all have the same."""
        found = dict.fromkeys(self._at(template) for template in templates)
        if len(found) > 1:
            self.faults.append("at: the time of all its lines stands in one column")
        return next(iter(found), "")

    def _at(self, template: Template) -> str:
        place = _whole(template.get("at"))
        if place is None or place[1] != "at" or place[2] or place[0] in self.mapping.words:
            self.faults.append("at: the place of an instant, as {when:at}, without a default or words")
            return ""
        return place[0]

    def template(self, template: Template) -> None:
        """What the columns are to one template."""
        name = template.get(ACTION)
        parts = self.mapping.codec.parts(name) if isinstance(name, str) else None
        types: Mapping[str, object] = {} if parts is None else parts.types
        for one, value in _fields(template):
            if one != "at":
                self._field(
                    str(name),
                    one,
                    value,
                    str if one.removeprefix("by.") in OF_AN_ACTOR and "." in one else types.get(one),
                )

    def _field(self, action: str, name: str, value: object, kind: object) -> None:
        place = _whole(value)
        alike = place is not None and place[0] not in self.mapping.words and (action, name) not in self.exact
        if place is not None and alike and kind in TEXTS and not place[1]:
            self.texts[place[0]] = None
        elif place is not None and alike and kind in TIMES and place[1] in ("at", "day") and not place[2]:
            if self.times.setdefault(name, (place[0], place[1])) != (place[0], place[1]):
                self.faults.append(f"{name}: it stands in two columns")
        else:
            self.told.update(dict.fromkeys(column_of(one) for one in places(value)))


def layout_of(mapping: RegisterMapping, exact: Iterable[tuple[str, str]] = ()) -> Layout:
    """What the columns of a register are to a mapping. Raises ``BadInput`` for a mapping that is one for Python: it
    says why.

    Args:
        mapping: the mapping.
        exact: fields of which every value is to be told apart, by the name of their action.
    """
    laying = _Laying(mapping, frozenset(exact))
    if mapping.recorded:
        laying.faults.append("recorded: when a line was entered is for Python")
    each = [mapping.whole(template) for several in mapping.actions.values() for template in several]
    edges = [None if one is None else mapping.whole(one) for one in (mapping.first, mapping.last)]
    at = laying.at(each)
    first, last = ("" if one is None else laying.at([one]) for one in edges)
    for template in (*each, *(one for one in edges if one is not None)):
        laying.template(template)
    on_file = {name: _whole(template) for name, template in mapping.on_file.items()}
    days = {name: place[0] for name, place in on_file.items() if place is not None and place[0] not in mapping.words}
    if len(days) < len(on_file):
        laying.faults.append("on_file: the place of a day, as {answer by:day}")
    if laying.faults:
        raise BadInput("columns", tuple(dict.fromkeys(laying.faults)))
    told = dict.fromkeys(name for name in (mapping.activity, *laying.told) if name)
    texts = tuple(name for name in laying.texts if name not in told)
    return Layout(at, first, last, tuple(told), texts, laying.times, days)


def _fields(template: Template) -> Iterator[tuple[str, object]]:
    """The fields of a template, those of the actor as ``by.id``."""
    for name, value in template.items():
        if name == "by" and isinstance(value, dict):
            yield from ((f"by.{one}", inside) for one, inside in cast("dict[str, object]", value).items())
        elif name != ACTION:
            yield name, value


def _whole(value: object) -> tuple[str, str, str | None] | None:
    """The column, the way of reading and the default of a text that is one place."""
    place = PLACE.fullmatch(value) if isinstance(value, str) else None
    return None if place is None else (column_of(place), place["how"] or "", place["default"])
