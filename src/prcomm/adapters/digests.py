"""Two digests of a lifecycle: of all that its dues depend on, and of its whole table.

``dues_digest`` guards what was counted before: where it is another, what is owed may be another. It holds the deadlines
with their terms and moves, the dated values, readings and days off they read, and what the effects make of an entity;
no sentence and no citation. ``table_digest`` holds all that the table says, and is kept with each record.

Functions enter by what they do: their code, the constants, defaults and closure values of it, the globals it reads, and
the minor version of Python, by which code is made. What stands in the library's core enters by the version of the
library; what comes from elsewhere by its name.
"""

import sys
from collections.abc import Iterable, Iterator, Mapping, Set as AbstractSet
from datetime import date, time, timedelta, tzinfo
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from functools import partial
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from re import Pattern
from types import BuiltinFunctionType, CodeType, FunctionType, MethodType, ModuleType
from typing import Final, TypeVar, cast

import attrs

from prcomm.core.calendar.law import Law
from prcomm.core.questions.lifecycle import Lifecycle
from prcomm.core.sources.citations import Citation
from prcomm.core.table.deadlines import Deadline
from prcomm.core.table.entities import Action, Entity, State

E = TypeVar("E", bound=Entity[State])
A = TypeVar("A", bound=Action)

PLAIN: Final = (str, bytes, int, float, complex, bool, type(None), type(Ellipsis), range, Decimal, Fraction, timedelta)
TOLD: Final = frozenset({"text", "cites", "owed_by_cites", "who_cites", "basis", "remedy", "why", "conventions"})
"""The fields of the core's values that tell why, and move no due."""
CORE: Final = "prcomm.core."
FOREIGN: Final = frozenset({*sys.stdlib_module_names, "attr", "attrs", "pendulum", "transitions"})


Parts = tuple[str, Iterable[bytes]]
"""Of which kind a value is, and the digests of what it is made of."""
_WRAPPED: Final[tuple[tuple[type, tuple[str, ...]], ...]] = (
    (MethodType, ("__func__", "__self__")), (partial, ("func", "args", "keywords")), (property, ("fget",)),
    (classmethod, ("__func__",)), (staticmethod, ("__func__",)),
)  # fmt: skip
"""What wraps something that does something, and where it has it."""


def dues_digest(lifecycle: Lifecycle[E, A]) -> str:
    """A digest of all that the dues of a lifecycle depend on, in hexadecimal: where it is the same, what was counted
    stands."""
    reading = _Reading(telling=False)
    inside = [part.transitions[0].table.about for part in lifecycle.parts if part.transitions]
    effects = [(row.action, row.then) for row in lifecycle.rows if row.then is not None]
    said = (str(lifecycle.name), _bound(lifecycle.law), lifecycle.deadlines, effects, lifecycle.entity, inside)
    return reading.digest((_surroundings(), said, lifecycle.actions)).hex()


def table_digest(lifecycle: Lifecycle[E, A]) -> str:
    """A digest of the whole table of a lifecycle, in hexadecimal: its rows, parts and deadlines with every sentence and
    citation, and the law it is under."""
    table = (lifecycle.transitions, lifecycle.parts, lifecycle.deadlines, lifecycle.final, lifecycle.roles)
    said = (str(lifecycle.name), _bound(lifecycle.law), lifecycle.law.conventions, table)
    return _Reading(telling=True).digest((_surroundings(), said)).hex()


def _bound(law: Law) -> tuple[object, ...]:
    """What a law says to every lifecycle under it; its dated values are looked up by whatever reads them."""
    return law.name, law.zone, law.last_day, law.reforms, law.calendar


def _surroundings() -> tuple[str, ...]:
    try:
        library = version("prcomm")
    except PackageNotFoundError:  # it is run from where it lies
        library = ""
    return library, f"{sys.version_info.major}.{sys.version_info.minor}"


class _Reading:
    """One way through values, in all their depth; each is read once.

    Args:
        telling: whether sentences and citations count.
    """

    def __init__(self, *, telling: bool) -> None:
        self._telling = telling
        self._read: dict[int, bytes] = {}
        self._kept: list[object] = []
        self._within: set[int] = set()

    def digest(self, value: object) -> bytes:
        """The digest of a value."""
        if isinstance(value, PLAIN) and not isinstance(value, Enum):
            return sha256(f"{_plain_kind(value)}:{value!s}".encode("utf-8", "surrogatepass")).digest()
        known = self._read.get(id(value))
        if known is not None:
            return known
        if id(value) in self._within:  # it is part of itself
            return sha256(b"again:" + _name(value).encode()).digest()
        self._within.add(id(value))
        kind, parts = self._parts(value)
        made = sha256(kind.encode("utf-8", "surrogatepass"))
        for part in parts:
            made.update(part)
        self._within.remove(id(value))
        self._kept.append(value)  # its identity is nobody else's meanwhile
        return self._read.setdefault(id(value), made.digest())

    def _all(self, *values: object) -> Iterator[bytes]:
        return map(self.digest, values)

    def _parts(self, value: object) -> Parts:
        """Of which kind a value is, and the digests of what it is made of."""
        if isinstance(value, Citation) and not self._telling:
            return "citation", ()
        found = self._one(value) or self._several(value) or self._doing(value)
        if found is not None:
            return found
        if attrs.has(type(value)):
            return self._attrs(value)
        held = cast("Mapping[object, object]", getattr(value, "__dict__", {}))
        return f"object {_name(type(value))}", self._sorted_items(held)

    def _one(self, value: object) -> Parts | None:
        """Of what is one thing: a member, a day, a zone, a pattern, a law."""
        if isinstance(value, Enum):
            return f"member {_name(type(value))}.{value.name}", self._all(value.value)
        if isinstance(value, date | time):
            return f"when {value.isoformat()}", self._all(cast("object", getattr(value, "tzinfo", None)))
        if isinstance(value, tzinfo):
            return f"zone {value}", ()
        if isinstance(value, Pattern):
            pattern = cast("Pattern[str]", value)
            return f"pattern {pattern.flags}", self._all(pattern.pattern)
        if isinstance(value, Lifecycle):
            return f"lifecycle {cast('Lifecycle[Entity[State], Action]', value).name}", ()
        return ("law", self._all(*_bound(value))) if isinstance(value, Law) else None

    def _several(self, value: object) -> Parts | None:
        """Of what holds others."""
        if isinstance(value, tuple | list):
            several = cast("tuple[object, ...]", value)
            return f"several {len(several)}", self._all(*several)
        if isinstance(value, AbstractSet):
            some = cast("AbstractSet[object]", value)
            return f"set {len(some)}", sorted(self._all(*some))
        return (
            ("mapping", self._sorted_items(cast("Mapping[object, object]", value)))
            if isinstance(value, Mapping)
            else None
        )

    def _doing(self, value: object) -> Parts | None:
        """Of what does something."""
        if isinstance(value, CodeType):
            return self._code(value)
        if isinstance(value, FunctionType):
            return self._function(value)
        if isinstance(value, type):
            return self._class(cast("type[object]", value))
        if isinstance(value, BuiltinFunctionType | ModuleType):
            return f"named {_name(value)}", ()
        wrapped = _wrapped(value)
        return None if wrapped is None else (_name(type(value)), self._all(*wrapped))

    def _sorted_items(self, items: Mapping[object, object]) -> list[bytes]:
        return sorted(self.digest(key) + self.digest(value) for key, value in items.items())

    def _attrs(self, value: object) -> Parts:
        kind = type(value)
        core = kind.__module__.startswith(CORE)
        silent: AbstractSet[str] = TOLD if core and not self._telling else frozenset()
        fields = [field.name for field in attrs.fields(cast("type[attrs.AttrsInstance]", kind)) if field.init]
        if kind is Deadline and not self._telling:
            fields += ["recurring"]
        said = [name for name in fields if name not in silent]
        return f"{_name(kind)}({','.join(said)})", self._all(*(cast("object", getattr(value, name)) for name in said))

    # -- what does something

    def _function(self, function: FunctionType) -> Parts:
        if _is_elsewhere(function):
            return f"named {_name(function)}", ()
        closure = tuple(_inside(cell) for cell in function.__closure__ or ())
        given = function.__defaults__, function.__kwdefaults__ or {}
        return "function", self._all(function.__code__, closure, *given, list(self._globals(function)))

    def _globals(self, function: FunctionType) -> Iterator[tuple[str, object]]:
        """What a function reads of the module it stands in; of another module, what it reads there."""
        names = sorted(_names(function.__code__))
        for name in names:
            if name not in function.__globals__:
                continue
            value = cast("object", function.__globals__[name])
            yield name, value
            if isinstance(value, ModuleType) and not _is_elsewhere(value):
                yield from ((f"{name}.{inner}", getattr(value, inner)) for inner in names if hasattr(value, inner))

    def _code(self, code: CodeType) -> Parts:
        constants = [one for one in code.co_consts if not isinstance(one, str) or one != _doc(code)]
        shape = code.co_argcount, code.co_kwonlyargcount, code.co_posonlyargcount, code.co_flags
        return "code", self._all(code.co_code, code.co_names, shape, constants)

    def _class(self, kind: type[object]) -> Parts:
        if _is_elsewhere(kind):
            return f"named {_name(kind)}", ()
        if issubclass(kind, Enum):
            members = [(name, cast("object", member.value)) for name, member in kind.__members__.items()]
            return f"members of {_name(kind)}", self._all(members)
        held = cast("Mapping[str, object]", vars(kind))
        own = [name for name, one in held.items() if isinstance(one, _OF_A_CLASS) and not name.startswith("__")]
        does = {name: held[name] for name in own}
        has = attrs.fields(kind) if attrs.has(kind) else ()
        defaults = [(one.name, cast("object", one.default)) for one in has]
        return f"class {_name(kind)}", self._all(does, defaults, kind.__bases__)


_OF_A_CLASS: Final = (FunctionType, property, classmethod, staticmethod)


def _wrapped(value: object) -> list[object] | None:
    """What something wraps that does something; ``None`` if it wraps nothing."""
    for kind, names in _WRAPPED:
        if issubclass(type(value), kind):
            return [cast("object", getattr(value, name)) for name in names]
    return None


def _plain_kind(value: object) -> str:
    """A text is a text, whatever it is a name of."""
    return "str" if isinstance(value, str) else type(value).__name__


def _name(thing: object) -> str:
    name = getattr(thing, "__qualname__", None) or getattr(thing, "__name__", None) or type(thing).__qualname__
    return f"{getattr(thing, '__module__', '')}.{name}"


def _is_elsewhere(thing: object) -> bool:
    """Whether something stands in the core, or in another library: there it is known by its name."""
    module = str(getattr(thing, "__name__" if isinstance(thing, ModuleType) else "__module__", "") or "")
    return f"{module}.".startswith(CORE) or module.partition(".")[0] in FOREIGN


def _names(code: CodeType) -> set[str]:
    """The names that code reads, with those of the code inside it."""
    inside = (one for one in code.co_consts if isinstance(one, CodeType))
    return {*code.co_names, *(name for one in inside for name in _names(one))}


def _doc(code: CodeType) -> str | None:
    """The docstring among the constants of code."""
    first = code.co_consts[0] if code.co_consts else None
    return first if isinstance(first, str) and not code.co_name.startswith("<") else None


def _inside(cell: object) -> object:
    """What a closure holds; nothing, if it holds nothing yet."""
    try:
        return cast("object", getattr(cell, "cell_contents"))  # noqa: B009  # it may raise
    except ValueError:
        return None
