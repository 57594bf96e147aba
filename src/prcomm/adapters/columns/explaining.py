"""What of a lifecycle runs as columns, and what goes to Python: asked of its rules themselves, without a register.

Every guard is asked of a file and an action of which no field is known. What it reads is given it, where it may be only
one of a few things: each of them in its turn. It is one for Python where it reads the instant of an action, the history
or the running dues; whatever else it reads is told apart, line by line.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from enum import Enum
from types import UnionType
from typing import Final, Never, Union, cast, get_args, get_origin, get_type_hints

import attrs
from attrs import frozen
from pendulum import UTC, Date, DateTime

from prcomm.adapters.columns.clocks import strange
from prcomm.adapters.columns.ends import AnyDeadline
from prcomm.adapters.columns.eras import Eras, HeldLaw, Lifecycle
from prcomm.adapters.columns.standins import Demand, HeldHistory, HeldInstant, HeldThing, held_instant
from prcomm.core.sources.people import Actor
from prcomm.core.table.context import Context
from prcomm.core.table.corrections import Corrects
from prcomm.core.table.guards import Guard
from prcomm.core.table.in_force import Row
from prcomm.core.table.moves import Move

MOST: Final = 400
"""How many combinations of what a guard may read are tried at most."""
SAMPLES: Final[Mapping[object, object]] = {
    str: "a", DateTime: DateTime(2026, 3, 3, 10, tzinfo=UTC), Date: Date(2026, 3, 3), date: Date(2026, 3, 3),
}  # fmt: skip
"""What a field may hold that is told apart."""
Known = Mapping[tuple[str, str], object]


@frozen
class Explained:
    """What of a lifecycle runs as columns.

    Attributes:
        process: its name.
        conditions: how many conditions its rows have.
        deadlines: how many deadlines it has.
        python: what goes to Python, each with why. A case that comes to none of it is judged as columns whole.
    """

    process: str
    conditions: int
    deadlines: int
    python: tuple[tuple[str, str], ...]

    @property
    def whole(self) -> bool:
        """Whether nothing goes to Python."""
        return not self.python

    def __str__(self) -> str:
        if self.whole:
            return f"{self.process}: whole"
        told = (f"  to Python: {what}, since {why}" for what, why in self.python)
        return "\n".join((f"{self.process}: in part", *told))


def explained(lifecycle: Lifecycle, eras: Eras) -> Explained:
    """What of a lifecycle runs as columns, and what goes to Python.

    Args:
        lifecycle: the lifecycle.
        eras: the spans in which its law reads alike.
    """
    found: dict[tuple[str, str], None] = {}
    guards: dict[tuple[str, str], None] = {}
    for row in lifecycle.rows:
        if isinstance(row.then, Corrects):
            found[f"{row.action.__name__}", "it corrects the file"] = None
            continue
        for guard in row.given:
            guards[row.action.__name__, guard.name] = None
            for read in _Asked(lifecycle, row, guard, eras).reads():
                found[row.action.__name__, f"a condition reads {read}"] = None
    for due in lifecycle.deadlines:
        why = why_not(due)
        if why:
            found[str(due.name), why] = None
    return Explained(str(lifecycle.name), len(guards), len(lifecycle.deadlines), tuple(found))


def why_not(deadline: AnyDeadline) -> str:
    """Why a deadline is one for Python; empty where it is none."""
    why = strange(deadline) or next((odd for odd in (strange(move) for move in deadline.moves) if odd), "")
    if not why and deadline.recurring:
        return "it is owed again in each period"
    if not why and any(not isinstance(move, Move) for move in deadline.moves):
        return "it may stand still or begin anew"
    return why


class _Asked:
    """One condition of a row, asked of what it may read."""

    def __init__(self, lifecycle: Lifecycle, row: Row, guard: Guard[Never, Never], eras: Eras) -> None:
        self.lifecycle, self.row, self.guard, self.eras = lifecycle, row, guard, eras
        self.tried = 0
        self.found: dict[str, None] = {}

    def reads(self) -> tuple[str, ...]:
        """What it reads that is one for Python."""
        self._ask({})
        return tuple(self.found)

    def _ask(self, known: Known) -> None:
        self.tried += 1
        if self.tried > MOST:
            return
        action, entity = self._made(self.row.action, known), self._made(self.lifecycle.entity, known)
        law = cast("Context", HeldLaw(self.lifecycle.context_on(self.eras.day(0)), self.eras))
        try:
            self.guard.met(entity, cast("Never", action), law)
        except Demand as demand:
            self._demanded(demand.label, known)
        except AttributeError as missing:
            self._missing(missing, known)
        except Exception:  # a value of its own that nothing stands for: it is told apart
            return

    def _demanded(self, label: tuple[str, ...], known: Known) -> None:
        if label[0] == "law":
            self._ask({})
        elif label[0] == "context":
            self.found["the running dues" if label[1] == "due" else f"the {label[1]} of the law"] = None
        elif label[0] == "history":
            self.found["the history"] = None
        elif label[1] == "at":
            self.found["its instant"] = None
        else:
            self._go_on(label, known)

    def _go_on(self, label: tuple[str, ...], known: Known) -> None:
        """What is told apart does not end the asking: with a value of its own the condition may read more."""
        of = (label[0], label[1])
        kind = next((one for one in (self.row.action, self.lifecycle.entity) if one.__name__ == label[0]), None)
        hint = None if kind is None else get_type_hints(kind).get(label[1])
        plain = next((one for one in (hint, *get_args(hint)) if one in SAMPLES), None)
        if kind is self.lifecycle.entity and plain in (DateTime, Date, date):
            self.found["a day or an instant on file"] = None
        if plain is not None and (of not in known or type(known[of]) in (HeldThing, HeldInstant)):
            self._ask({**known, of: SAMPLES[plain]})

    def _missing(self, missing: AttributeError, known: Known) -> None:
        """Give it each of the few things that a field may be."""
        kind, name = type(missing.obj).__name__, str(missing.name)
        hint = get_type_hints(type(missing.obj)).get(name)
        if hint is None or (kind, name) in known:
            return
        for value in _each(hint, (kind, name)):
            self._ask({**known, (kind, name): value})

    @staticmethod
    def _made(kind: type, known: Known) -> object:
        """One of a class of which only what is known is known."""
        made = cast("object", object.__new__(kind))
        for name, hint in get_type_hints(kind).items():
            if name in attrs.fields_dict(kind):
                label = (kind.__name__, name)
                if label in known:
                    object.__setattr__(made, name, known[label])
                elif name == "history":
                    object.__setattr__(made, name, HeldHistory(None))
                elif name == "corrected":
                    object.__setattr__(made, name, ())
                elif not few(hint):
                    stands = held_instant(label) if hint is DateTime else HeldThing(label)
                    object.__setattr__(made, name, _actor(label) if hint is Actor else stands)
        return made


def _actor(label: tuple[str, str]) -> Actor:
    made = object.__new__(Actor)
    for name in ("id", "office", "of", "role", "in_form"):
        object.__setattr__(made, name, "" if name == "of" else HeldThing((label[0], f"by.{name}")))
    return made


def few(hint: object) -> bool:
    """Whether what is of a type may be only one of a few things."""
    if get_origin(hint) in (Union, UnionType):
        return True
    return isinstance(hint, type) and (hint is bool or issubclass(hint, Enum))


def _each(hint: object, label: tuple[str, str]) -> Iterator[object]:
    """Each of the few things that a field may be."""
    if get_origin(hint) in (Union, UnionType):
        for one in cast("tuple[object, ...]", get_args(hint)):
            yield from (None,) if one is type(None) else _each(one, label)
    elif hint is bool:
        yield from (False, True)
    elif isinstance(hint, type) and issubclass(hint, Enum):
        yield from hint
    else:
        yield held_instant(label) if hint is DateTime else HeldThing(label)
