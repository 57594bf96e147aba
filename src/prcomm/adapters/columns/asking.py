"""Rules of deadlines asked once for each of the values that they turn out to read."""

from collections.abc import Callable, Hashable, Mapping, Sequence
from typing import cast

import attrs
import numpy as np
from attrs import define, field
from pendulum import DateTime

from prcomm.adapters.columns.batches import NONE, Ints, distinct, together
from prcomm.adapters.columns.letters import copied
from prcomm.adapters.columns.standins import DAY, Demand, Label, day_of, label_of
from prcomm.adapters.columns.steps import File, Steps
from prcomm.core.calendar import hours
from prcomm.core.calendar.days import day
from prcomm.core.sources.people import Office
from prcomm.core.table.entities import Action
from prcomm.core.values.errors import BadInput, NotInForce

Values = Mapping[Label, object]
"""What is known of what stand-ins stand for."""
Column = Callable[[Label, int], Ints | None]
"""What a label stands for in each place, as a day or as a whole; ``None`` where nobody knows."""


def instant_at(us: int, office: Office) -> DateTime:
    """The instant, on the office's clock, of so many microseconds since 1970."""
    at = hours.instant(us // 1_000_000, office)
    return at.replace(microsecond=us % 1_000_000) if us % 1_000_000 else at


def value_of(level: int, code: int, office: Office, label: Label, *, instant: bool) -> object:
    """The value of a code: a day; or an instant, of which only the day may be read if no more is known."""
    if not instant:
        return day(code)
    if level == DAY:
        on = day(code)
        return day_of(DateTime(on.year, on.month, on.day, tzinfo=office.tz), label)
    return instant_at(code, office)


def with_values(action: Action, values: Values, held: "Sequence[tuple[str, Label]] | None" = None) -> Action:
    """An action with what is known in the places of stand-ins.

    Args:
        action: the action.
        values: what is known.
        held: in which of its fields stand-ins are, if that is known.
    """
    own = [(name, label) for name, label in (held_in(action) if held is None else held) if label in values]
    if not own:
        return action
    made = copied(action)
    for name, label in own:
        object.__setattr__(made, name, values[label])
    return made


def held_in(of: Action | File) -> list[tuple[str, Label]]:
    """The fields in which stand-ins are, each with what it stands for."""
    labels = ((name, _short(label_of(getattr(of, name)))) for name in attrs.fields_dict(type(of)))
    return [(name, label) for name, label in labels if label is not None]


def file_with(file: File, values: Values, steps: Steps, first: Action | None) -> File:
    """A file with what is known in the places of stand-ins, as a rule sees it."""
    seen = cast("File", steps.blind(file, first))
    own = {name: values[label] for name, label in held_in(seen) if label in values}
    if not own:
        return seen
    made = object.__new__(type(seen))
    for name in attrs.fields_dict(type(seen)):
        object.__setattr__(made, name, own[name] if name in own else getattr(seen, name))
    return made


def _short(label: Label | None) -> Label | None:
    """A label without whose field it is: by whom it may be asked tells that."""
    return None if label is None else label[:2] if label[0] == "first" else label


@define
class Rule:
    """A rule, and what it came to so far.

    Attributes:
        ask: what asks it, of the codes it depends on in any case, and what is known of what it reads.
        reads: what it turned out to read, and how much of it.
        results: what it came to; each once.
        whys: why it can't be asked, in words.
    """

    ask: Callable[[tuple[int, ...], Values], object]
    reads: dict[Label, int] = field(factory=dict[Label, int])
    results: list[object] = field(factory=list[object])
    whys: dict[str, tuple[str, str] | None] = field(factory=dict[str, "tuple[str, str] | None"])
    _known: dict[tuple[int, ...], int] = field(factory=dict[tuple[int, ...], int])
    _numbers: dict[Hashable, int] = field(factory=dict[Hashable, int])
    _values: dict[tuple[Label, int, int], object] = field(factory=dict[tuple[Label, int, int], object])

    def __call__(self, codes: Sequence[Ints], column: Column, value: Callable[[Label, int, int], object],
                 wants: Callable[[tuple[int, ...], Label], tuple[str, str] | None], limit: int) -> Ints:  # fmt: skip
        """For each place the number of what the rule comes to; ``NONE`` where it can't be asked."""
        while True:
            columns = [*codes, *(cast("Ints", column(label, level)) for label, level in self.reads.items())]
            place, which = distinct(together(*columns))
            if len(place) > limit:
                self.whys["what it reads differs too often to be asked once each"] = None
                return np.full(len(codes[0]), NONE, np.int64)
            rows = [one[place].tolist() for one in columns]
            keys = [list(key) for key in zip(*cast("list[list[int]]", rows), strict=True)]
            found = self._asked(keys, len(codes), column, value, wants)
            if found is not None:
                return np.array(found, np.int64)[which] if found else np.zeros(0, np.int64)

    def _asked(
        self, keys: list[list[int]], own: int, column: Column, value: Callable[[Label, int, int], object],
        wants: Callable[[tuple[int, ...], Label], tuple[str, str] | None],
    ) -> list[int] | None:  # fmt: skip
        """What it comes to for each key; ``None`` once it turns out to read more."""
        found: list[int] = []
        reads = list(self.reads.items())
        for one in keys:
            key = tuple(one)
            known = self._known.get(key)
            if known is None:
                values = {
                    label: self._value(label, level, code, value)
                    for (label, level), code in zip(reads, key[own:], strict=True)
                }
                try:
                    known = self._number(self.ask(key[:own], values))
                except Demand as demand:
                    label = cast("Label", _short(demand.label))
                    if label[0] == "law":
                        raise
                    if self.reads.get(label, 0) < demand.level and column(label, demand.level) is not None:
                        self.reads[label] = demand.level
                        self._known.clear()
                        return None
                    known = NONE
                    self.whys[f"it reads {' '.join(demand.label)}"] = wants(key[:own], demand.label)
                except (NotInForce, BadInput) as bad:
                    known = NONE
                    self.whys[type(bad).__name__] = None
                self._known[key] = known
            found.append(known)
        return found

    def _value(self, label: Label, level: int, code: int, value: Callable[[Label, int, int], object]) -> object:
        """The value of a code, made once."""
        own = label, level, code
        if own not in self._values:
            self._values[own] = value(label, level, code)
        return self._values[own]

    def _number(self, result: object) -> int:
        label = label_of(result)
        if label is not None and label[0] == "file":
            raise Demand(label)
        form: Hashable = ("column", label) if label is not None else (type(result), result)
        number = self._numbers.get(form)
        if number is None:
            number = self._numbers[form] = len(self.results)
            self.results.append(result)
        return number
