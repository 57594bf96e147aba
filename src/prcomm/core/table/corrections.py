"""Facts of a file that were stated wrongly, and are corrected: which may be, and what stands against it.

What is on file is never edited. A correction is one more record; from then on the file is read as if the record that it
names had stated the fact as it is (``entity.told``), and guards, effects and dues go by that. What was judged before is
not judged again, and the states stay as they were entered.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime
from typing import Never, TypeVar, cast, get_type_hints

import attrs
from attrs import evolve, field, frozen

from prcomm.core.sources.citations import Cited
from prcomm.core.sources.people import HIDDEN, Institution, LegalEntity, Outlet, Person
from prcomm.core.table.effects import names_of
from prcomm.core.table.entities import Action, Corrected, Correction, Entity, State
from prcomm.core.table.guards import Guard
from prcomm.core.values.errors import is_below, shown
from prcomm.core.values.fields import covers, fits
from prcomm.core.values.messages import Message

E = TypeVar("E", bound=Entity[State])

ON_FILE = Message("{action}: the record is on file")
A_FACT = Message("{action}: the field is a fact of the file that may be corrected")
FITTING = Message("{action}: the value is one that the field may have")
ANOTHER = Message("{action}: the value is another than the one on file")
IN_ORDER = Message("{action}: the records stay in order of time")
SHOWN = Message("{action}: it is said what shows it")
MAY_BE_CORRECTED = Message("may be corrected: {fields}")
NOTHING = Message("nothing")
PEOPLE = (Person, LegalEntity, Institution, Outlet)


def _as_facts(facts: "Mapping[type[Action], Iterable[str]]") -> "tuple[tuple[type[Action], tuple[str, ...]], ...]":
    return tuple((action, tuple(names)) for action, names in facts.items())


@frozen
class Corrects:
    """An effect: a fact that an earlier record states becomes what the correction says.

    It is total: what can't be corrected stays. The lifecycle then folds the file anew by what it is told.

    Attributes:
        facts: by the action that states them, the fields that may be corrected.
    """

    facts: tuple[tuple[type[Action], tuple[str, ...]], ...] = field(converter=_as_facts)

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields that may be corrected, each with its action."""
        return tuple(f"{action.__name__}.{name}" for action, names in self.facts for name in names)

    def __call__(self, entity: E, correction: Correction) -> E:
        if any(not holds(entity, correction) for holds in (self.on_file, self.a_fact, self.fitting, self.in_order)):
            return entity
        n = correction.record
        changed = {correction.field: cast("Never", correction.value)}
        action = evolve(entity.told[n].action, **changed)
        kept = tuple(one for one in entity.corrected if one.record != n)
        return evolve(entity, corrected=(*kept, Corrected(n, action)))

    def guards(self, action: type[Correction], cites: Cited) -> tuple[Guard[Entity[State], Correction], ...]:
        """The conditions under which something is corrected."""
        known = MAY_BE_CORRECTED(fields=self.fields)
        conditions: tuple[tuple[Message, Callable[[Entity[State], Correction], bool], str], ...] = (
            (ON_FILE, self.on_file, ""),
            (A_FACT, self.a_fact, known),
            (FITTING, self.fitting, ""),
            (ANOTHER, self.another, ""),
            (IN_ORDER, self.in_order, ""),
            (SHOWN, lambda _, correction: bool(correction.why), ""),
        )
        return tuple(
            Guard(f"corrects: {text[len('{action}: ') :]}", text(action=action), cites, holds, remedy)
            for text, holds, remedy in conditions
        )

    def on_file(self, entity: Entity[State], correction: Correction) -> bool:
        """Whether the record that is corrected is on file."""
        return 0 <= correction.record < len(entity.history)

    def a_fact(self, entity: Entity[State], correction: Correction) -> bool:
        """Whether what is corrected is a fact; of a record that is not there, whether it is one of any."""
        return any(correction.field in names for _, names in self._stating(entity, correction))

    def fitting(self, entity: Entity[State], correction: Correction) -> bool:
        """Whether the value is one that the field may have; where there is no record, whether any such may."""
        hints = [
            _hint(action, correction.field)
            for action, names in self._stating(entity, correction)
            if correction.field in names
        ]
        return any(fits(correction.value, hint) for hint in hints)

    def another(self, entity: Entity[State], correction: Correction) -> bool:
        """Whether a correction changes anything: to what it can't be done to, nobody knows."""
        if not (self.on_file(entity, correction) and self.a_fact(entity, correction)):
            return True
        stated: object = getattr(entity.told[correction.record].action, correction.field)
        return stated != correction.value or type(stated) is not type(correction.value)

    def in_order(self, entity: Entity[State], correction: Correction) -> bool:
        """Whether the instant of a record that is corrected stays between those of its neighbours, and not after the
        correction itself."""
        at, n = correction.value, correction.record
        if correction.field != "at" or not fits(at, datetime) or not self.on_file(entity, correction):
            return True
        instant, told = cast("datetime", at), entity.told
        later = told[n + 1].action.at if n + 1 < len(told) else correction.at
        before = n > 0 and instant.timestamp() < told[n - 1].action.at.timestamp()
        return not before and instant.timestamp() <= min(later.timestamp(), correction.at.timestamp())

    def _stating(self, entity: Entity[State], correction: Correction) -> Iterable[tuple[type[Action], tuple[str, ...]]]:
        """The facts of the record that is corrected; all there are, if it is not on file."""
        if not self.on_file(entity, correction):
            return self.facts
        kind = type(entity.history[correction.record].action)
        return tuple((action, names) for action, names in self.facts if action is kind)

    def faults(self, correction: type[Action], base: type[Action]) -> Iterator[str]:
        """What is wrong with it in a row."""
        if not is_below(correction, Correction):
            name = correction.__name__
            yield f"{name} corrects, and is no Correction: class {name}({base.__name__}, Correction)"
            return
        if not self.facts:
            yield "it corrects nothing: name the fields that may be, by their action"
        value = get_type_hints(correction)["value"]
        for action, names in self.facts:
            if not is_below(action, base):
                yield f"corrects {shown(action)}, which is no {base.__name__}"
                continue
            yield from self._of_fields(action, names, value)

    def _of_fields(self, action: type[Action], names: tuple[str, ...], value: object) -> Iterator[str]:
        hints = get_type_hints(action)
        for name in names:
            if name not in names_of(action):
                yield f"corrects {name!r}: {action.__name__} has no field {name!r}"
            elif name == "by":
                yield f"corrects 'by' of {action.__name__}: who did it is never corrected"
            elif not covers(value, hints[name]):
                yield f"corrects {name!r} of {action.__name__}: the type of 'value' does not cover {_type(hints[name])}"


def stated(entity: Entity[State], correction: Correction) -> tuple[object, object]:
    """What a file said before a correction, and what it says by it, as they may be shown."""
    action = entity.told[correction.record].action
    own = attrs.fields_dict(type(action))[correction.field]
    values = getattr(action, correction.field), correction.value
    if own.repr is not True or any(map(_of_people, values)):
        return HIDDEN, HIDDEN
    old, new = (NOTHING() if value in ("", (), None) else value for value in values)
    return old, new


def _hint(action: type[Action], name: str) -> object:
    return get_type_hints(action)[name]


def _type(hint: object) -> str:
    return hint.__name__ if isinstance(hint, type) else str(hint)


def _of_people(value: object) -> bool:
    if isinstance(value, tuple | frozenset):
        return any(map(_of_people, cast("Iterable[object]", value)))
    return isinstance(value, PEOPLE)
