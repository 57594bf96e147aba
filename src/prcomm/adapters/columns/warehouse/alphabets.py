"""Every action that a register can name by a few words: its name, the role, and what of its fields is one of a few."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from enum import Enum
from itertools import product
from types import UnionType
from typing import Final, Union, cast, get_args, get_origin, get_type_hints

import attrs
from attrs import frozen
from pendulum import UTC, Date, DateTime

from prcomm.adapters.columns.eras import Lifecycle
from prcomm.adapters.columns.letters import Exact, Letter, Letters
from prcomm.adapters.columns.standins import HeldThing
from prcomm.core.sources.people import Actor, Office, Role
from prcomm.core.table.corrections import Corrects
from prcomm.core.table.entities import Action
from prcomm.core.values.errors import BadInput, PrcommError

MOST_WAYS: Final = 512
"""In how many ways one action may be done, the roles aside, for SQL to tell them apart."""
SAMPLES: Final[Mapping[object, object]] = {
    str: "a", DateTime: DateTime(2026, 3, 3, 10, tzinfo=UTC), Date: Date(2026, 3, 3), date: Date(2026, 3, 3),
}  # fmt: skip
"""What stands for any text, instant or day: no rule may look at it, or the case is not judged."""


class Opaque(str):
    """Stands for a thing of many parts, as a visitor or another case: no rule may look into it."""

    __slots__ = ()


MANY: Final[Mapping[object, object]] = {tuple[str, ...]: ("a",), frozenset[str]: frozenset({"a"})}
PLAIN: Final = (*map(type, SAMPLES.values()), Opaque)
Choice = tuple[str, object]
"""How the register says it, and what it is."""


@frozen
class Told:
    """What of an action a register must say.

    Attributes:
        action: its name.
        words: the fields of which the word counts.
        given: the fields of which only counts whether they hold anything.
    """

    action: str
    words: tuple[str, ...]
    given: tuple[str, ...]


@frozen(eq=False)
class Alphabet:
    """The actions that SQL can tell apart.

    Attributes:
        told: what a register must say of each.
        said: by what a line says, its letter. Whoever did it is an id and a role, as registers have it.
        left_out: the actions that are not among them, with why.
    """

    told: tuple[Told, ...]
    said: Mapping[str, Letter]
    left_out: tuple[tuple[str, str], ...]


class NotFewError(PrcommError):
    """A field that may hold more than a few things."""


def alphabet_of(lifecycle: Lifecycle, letters: Letters, office: Office) -> Alphabet:
    """The actions of a lifecycle that SQL can tell apart.

    Args:
        lifecycle: the lifecycle.
        letters: where they are noted.
        office: the office of the register.
    """
    corrects = {row.action for row in lifecycle.rows if isinstance(row.then, Corrects)}
    told: list[Told] = []
    said: dict[str, Letter] = {}
    left_out: list[tuple[str, str]] = []
    for kind in dict.fromkeys(row.action for row in lifecycle.rows):
        if kind in corrects:
            left_out.append((kind.__name__, "it corrects the file"))
            continue
        try:
            one, choices = _choices(kind, letters.exact, office)
        except NotFewError as why:
            left_out.append((kind.__name__, str(why)))
            continue
        made = dict(_made(kind, one, choices, lifecycle.roles, letters))
        if not made:
            left_out.append((kind.__name__, "none can be made up"))
            continue
        told.append(one)
        said |= made
    return Alphabet(tuple(told), said, tuple(left_out))


def _choices(kind: type[Action], exact: Exact, office: Office) -> tuple[Told, Mapping[str, Sequence[Choice]]]:
    """What an action's fields may hold. Raises ``NotFewError`` where that is more than a few things."""
    hints = get_type_hints(kind)
    words: list[str] = []
    given: list[str] = []
    choices: dict[str, Sequence[Choice]] = {}
    ways = 1
    for own in attrs.fields(kind):
        if own.name in ("at", "by") or not own.init:
            continue
        held = [*_each(hints[own.name], office, own.name)]
        plain = all(not value or value in MANY.values() or type(value) in PLAIN for _, value in held)
        if plain and (kind.__name__, own.name) in exact:
            raise NotFewError(f"a rule reads its field {own.name}, which may hold anything")
        if plain and any(value == "a" for _, value in held) and own.default == "":
            held.append(("", ""))
        choices[own.name] = held
        ways *= len(held)
        if len(held) > 1 or not held[0][1]:
            (given if plain else words).append(own.name)
    if ways > MOST_WAYS:
        raise NotFewError(f"it may be done in {ways} ways")
    return Told(kind.__name__, tuple(words), tuple(given)), choices


def _each(hint: object, office: Office, name: str) -> Iterator[Choice]:
    """Each of the few things that a field may be."""
    if get_origin(hint) in (Union, UnionType):
        for one in cast("tuple[object, ...]", get_args(hint)):
            yield from (("", None),) if one is type(None) else _each(one, office, name)
    elif hint is bool:
        yield from (("false", False), ("true", True))
    elif isinstance(hint, type) and issubclass(hint, Enum):
        yield from ((one.name, one) for one in hint)
    elif hint is Office:
        yield "+", office
    elif hint in SAMPLES:
        yield "+", SAMPLES[hint]
    elif isinstance(hint, type) and attrs.has(hint):
        yield "+", Opaque("a")
    elif get_origin(hint) in (tuple, frozenset):
        yield "", () if get_origin(hint) is tuple else frozenset[object]()
        if hint in MANY:
            yield "+", MANY[hint]
    else:
        raise NotFewError(f"its field {name} may hold more than a few things")


def _made(
    kind: type[Action], told: Told, choices: Mapping[str, Sequence[Choice]], roles: Iterable[Role], letters: Letters
) -> Iterator[tuple[str, Letter]]:
    """What a line says, with the letter of the action."""
    at = cast("DateTime", SAMPLES[DateTime])
    for choice in product(*choices.values()):
        fields = dict(zip(choices, choice, strict=True))
        for role in roles:
            said = "/".join((kind.__name__, role.name, *(fields[name][0] for name in (*told.words, *told.given))))
            try:
                action = kind(at=at, by=Actor("a", role), **{name: value for name, (_, value) in fields.items()})
                yield said, _held(letters.of(action), fields)
            except (BadInput, TypeError, ValueError):
                continue


def _held(letter: Letter, fields: Mapping[str, Choice]) -> Letter:
    """The same letter, with stand-ins for what crosses to another case, and for several texts: no rule may look in."""
    kind = letter.kind.__name__
    for name, (_, value) in fields.items():
        if isinstance(value, Opaque) or value in MANY.values():
            object.__setattr__(letter.asked, name, HeldThing(("action", name)))
            object.__setattr__(letter.filed, name, HeldThing(("file", name, kind)))
            object.__setattr__(letter.first, name, HeldThing(("first", name, kind)))
    return letter
