"""Values without the personal data in them: what is handed on, and what the host keeps of who took it out.

What is personal is declared with the field: ``name: An[str, "…"] = field(default="", repr=False, metadata=PERSONAL)``.
"""

from collections import deque
from collections.abc import Callable, Generator, Hashable, Iterable, Iterator, Mapping
from copy import copy
from dataclasses import MISSING as NO_DEFAULT, fields as fields_of_dataclass, is_dataclass, replace
from datetime import date, time, timedelta, tzinfo
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from pathlib import PurePath
from re import Pattern
from sys import stdlib_module_names
from types import BuiltinFunctionType, EllipsisType, FunctionType, GeneratorType, MappingProxyType, ModuleType, NoneType
from typing import Annotated as An, Final, Never, TypeVar, cast
from uuid import UUID

import attrs
from attrs import define, evolve, field, frozen

from prcomm.core.sources.people import PERSONAL, Actor
from prcomm.core.values.alternatives import OneOf
from prcomm.core.values.errors import BadInput, a, unlike

V = TypeVar("V")

LEAVES: Final[tuple[type, ...]] = (
    str, bytes, bytearray, int, float, complex, NoneType, EllipsisType, date, time, timedelta, tzinfo, Decimal,
    Fraction, UUID, PurePath, Pattern, range, Enum, OneOf, type, FunctionType, BuiltinFunctionType, ModuleType,
)  # fmt: skip
"""What holds nothing that could be taken out of it. What a text tells is for its author to keep clean."""
MISSING: Final = object()


@frozen
class Redaction:
    """That personal data was taken out of a value: the host stores it, for nothing in the value tells."""

    fields: An[
        tuple[str, ...], "which fields were emptied, each by the fields that lead to it; no content, no reference"
    ]
    by: An[Actor, "who had it done"]
    why: An[str, "a reference to what it was done for"]


def redacted(value: V, *, by: Actor, why: str) -> tuple[V, Redaction]:
    """The same value, in all its depth, without the personal data in it, and what the host stores of that.

    References stay; names, addresses and contacts, and whatever else is declared ``PERSONAL``, are emptied. It goes
    into attrs classes and dataclasses, named tuples, tuples, lists, sets, dicts, mappings and generators. What a text
    tells is yours to keep clean: an action carries references and digests, never the text of a document.

    Args:
        value: an entity, an action, a person, or anything made of them.
        by: who has it done.
        why: a reference to what it is done for: a decision, a request.

    Raises:
        BadInput: with every place in it that can't be looked into, or that can't be made anew.
    """
    faults = [*unlike("by", "an Actor", by, Actor), *unlike("why", "a text", why, str)]
    if not str(why).strip():
        faults.append("why: a reference to what it is done for: a decision, a request")
    walk = _Walk()
    clean = walk.whole(value, faults)
    return clean, Redaction(tuple(dict.fromkeys(walk.emptied)), by, why)


def emptied(value: V) -> V:
    """The same value without the personal data in it, where a rule hands on references alone and there is nothing to
    tell of. Raises ``BadInput`` as ``redacted`` does."""
    return _Walk().whole(value)


@define(eq=False)
class _Walk:
    """One way through a value, in all its depth.

    Attributes:
        faults: what could not be looked into, or made anew.
        emptied: the fields that were.
        clean: what holds nothing personal, by its identity.
        inside: what it stands in, by its identity.
    """

    faults: list[str] = field(factory=list)
    emptied: list[str] = field(factory=list)
    clean: dict[int, object] = field(factory=dict)
    inside: set[int] = field(factory=set)

    def whole(self, value: V, faults: Iterable[str] = ()) -> V:
        """A whole value without what is personal in it. Raises ``BadInput`` with every fault, after those given."""
        clean = self.into(value, "")
        if found := tuple(dict.fromkeys((*faults, *self.faults))):
            raise BadInput("what is to be redacted", found)
        return cast("V", clean)

    def into(self, value: object, where: str) -> object:
        """A value without what is personal in it: the very same, if there is nothing."""
        same: object = value
        if isinstance(value, LEAVES) or id(value) in self.clean:
            return same
        if id(value) in self.inside:
            self.faults.append(f"{where or 'the value'}: {a(type(value).__name__)} that holds itself")
            return value
        self.inside.add(id(value))
        new = self._by_kind(value, where)
        self.inside.remove(id(value))
        if new is value:
            self.clean[id(value)] = value
        return new

    def _by_kind(self, value: object, where: str) -> object:
        if attrs.has(type(value)):
            return self._attrs(cast("attrs.AttrsInstance", value), where)
        if is_dataclass(value) and not isinstance(value, type):
            return self._dataclass(value, where)
        if isinstance(value, MappingProxyType):
            mapping = cast("Mapping[object, object]", value)
            inside = dict(mapping)
            new = self._dict(inside, where)
            return mapping if new is inside else MappingProxyType(cast("Mapping[object, object]", new))
        if isinstance(value, dict):
            return self._dict(cast("dict[object, object]", value), where)
        if isinstance(value, GeneratorType):
            return _again([self.into(one, where) for one in cast("Generator[object, None, None]", value)])
        if isinstance(value, list | tuple | set | frozenset | deque):
            return self._several(cast("Iterable[object]", value), where)
        return self._other(value, where)

    def _attrs(self, value: attrs.AttrsInstance, where: str) -> object:
        changed = dict[str, object]()
        for own in attrs.fields(type(value)):
            new = self._field(value, own.name, own.metadata, _nothing(own.default), where)
            if new is MISSING:
                continue
            if not own.init:
                self._not_anew(value, _path(where, own.name))
            changed[own.alias] = new
        return self._made(
            value, where, changed, lambda: evolve(cast("Actor", value), **cast("dict[str, Never]", changed))
        )

    def _dataclass(self, value: object, where: str) -> object:
        changed = dict[str, object]()
        for own in fields_of_dataclass(cast("Never", value)):
            made: object = own.default_factory
            new = self._field(value, own.name, own.metadata, made() if callable(made) else _nothing(own.default), where)
            if new is MISSING:
                continue
            if not own.init:
                self._not_anew(value, _path(where, own.name))
            changed[own.name] = new
        return self._made(value, where, changed, lambda: replace(cast("Never", value), **changed))

    def _field(self, of: object, name: str, metadata: Mapping[object, object], default: object, where: str) -> object:
        """What a field becomes; ``MISSING`` if it stays."""
        value: object = getattr(of, name, MISSING)
        if value is MISSING:
            return MISSING
        path = _path(where, name)
        if not PERSONAL.items() <= metadata.items():
            new = self.into(value, path)
            return MISSING if new is value else new
        if value == default:
            return MISSING
        if default is MISSING:
            self.faults.append(f"{path}: it is personal, and has no default that stands for nothing")
            return MISSING
        self.emptied.append(path)
        return default

    def _made(self, value: object, where: str, changed: Mapping[str, object], make: Callable[[], object]) -> object:
        if not changed or self.faults:
            return value
        try:
            return make()
        except (TypeError, ValueError) as error:
            self.faults.append(
                f"{where or 'the value'}: {a(type(value).__name__)} can't be made anew: {type(error).__name__}"
            )
            return value

    def _dict(self, value: dict[object, object], where: str) -> object:
        new = [(self.into(key, where), self.into(one, where)) for key, one in value.items()]
        same = all(one[0] is key and one[1] is item for one, (key, item) in zip(new, value.items(), strict=True))
        again = dict(cast("Iterable[tuple[Hashable, object]]", new))
        if len(again) < len(new):
            self.faults.append(f"{where or 'the value'}: a dict whose keys are the same without their personal data")
        return self._filled(value, where, same, lambda new: new.update(again))

    def _several(self, value: Iterable[object], where: str) -> object:
        new = [self.into(one, where) for one in value]
        same = all(one is old for one, old in zip(new, value, strict=True))
        if isinstance(value, tuple | frozenset):
            return value if same else self._frozen(value, new, where)
        add = "update" if isinstance(value, set) else "extend"
        return self._filled(value, where, same, lambda made: getattr(made, add)(new))

    def _frozen(self, value: tuple[object, ...] | frozenset[object], new: list[object], where: str) -> object:
        make: object = getattr(type(value), "_make", type(value))
        kept = tuple if isinstance(value, tuple) else frozenset
        made = self._made(value, where, {"": new}, lambda: cast("Callable[[object], object]", make)(new))
        if made is not value and (type(made) is not type(value) or kept(cast("Iterable[object]", made)) != kept(new)):
            self._not_anew(value, where)
        return self._beside(value, where, made)

    def _filled(self, value: object, where: str, same: bool, fill: Callable[[Never], object]) -> object:
        """A list, a set or a dict with other things in it: of the same class, with what else that keeps."""
        if same:
            return self._beside(value, where, value)
        made = copy(value)
        cast("list[object]", made).clear()
        fill(cast("Never", made))
        return self._beside(value, where, made)

    def _beside(self, value: object, where: str, made: object) -> object:
        """What a class of one's own, below one of Python's, keeps beside what it holds."""
        for name, own in _own(value):
            if self.into(own, _path(where, name)) is not own:
                self._not_anew(value, where)
        return made

    def _other(self, value: object, where: str) -> object:
        kind = type(value)
        if isinstance(value, Iterator):
            self.faults.append(
                f"{where or 'the value'}: {a(kind.__name__)} that would be used up: hand in a tuple of it"
            )
            return cast("object", value)
        slotted = any("__slots__" in vars(one) for one in kind.__mro__)
        if kind.__module__.partition(".")[0] in stdlib_module_names or not (slotted or hasattr(value, "__dict__")):
            self.faults.append(f"{where or 'the value'}: {a(kind.__name__)}, which can't be looked into")
        return self._beside(value, where, value)

    def _not_anew(self, value: object, where: str) -> None:
        kind = a(type(value).__name__)
        self.faults.append(f"{where or 'the value'}: {kind} that holds personal data and can't be made anew without it")


def _path(where: str, name: str) -> str:
    return f"{where}.{name}" if where else name


def _again(several: list[object]) -> Generator[object, None, None]:
    yield from several


def _nothing(default: object) -> object:
    """What stands for nothing in a field; ``MISSING`` if nothing does."""
    if default is attrs.NOTHING or default is NO_DEFAULT:
        return MISSING
    factory: object = getattr(default, "factory", None)
    return factory() if callable(factory) and not getattr(default, "takes_self", False) else default


def _own(value: object) -> Iterator[tuple[str, object]]:
    """What an object keeps under names of its own."""
    slots = (name for kind in type(value).__mro__ for name in _names(vars(kind).get("__slots__", ())))
    names = dict.fromkeys((*getattr(value, "__dict__", ()), *slots))
    for name in names:
        found: object = getattr(value, name, MISSING)
        if found is not MISSING:
            yield name, found


def _names(slots: object) -> Iterable[str]:
    return (slots,) if isinstance(slots, str) else cast("Iterable[str]", slots)
