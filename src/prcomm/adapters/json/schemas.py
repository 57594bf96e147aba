"""JSON Schema (2020-12) of the actions of a lifecycle, and of its case file.

The schemas say what the reader reads: what it accepts is valid, and what is valid it accepts, save for what no schema
can say (a day that its month has not, one field against another).
"""

from collections.abc import Callable, Iterable
from datetime import date, datetime, time
from decimal import Decimal
from enum import Enum
from inspect import getdoc
from typing import Final, TypeVar, cast, get_args, get_origin

from pendulum import Date, DateTime

from prcomm.adapters.json.codec import ACTION
from prcomm.adapters.json.converting import (
    TAG,
    choice,
    fields_of,
    is_enum,
    is_fixed,
    is_several,
    json_kind,
)
from prcomm.adapters.json.parsing import MOST
from prcomm.adapters.json.scalars import DAY, DECIMAL, HOUR, INSTANT, OFFICE_FIELDS, code
from prcomm.adapters.json.upcasting import FORMAT, NUMBER
from prcomm.core.questions.lifecycle import Lifecycle
from prcomm.core.sources.people import Office, Role
from prcomm.core.table.entities import Action, Entity, State
from prcomm.core.values.alternatives import OneOf
from prcomm.core.values.fields import field_docs, is_union

E = TypeVar("E", bound=Entity[State])
A = TypeVar("A", bound=Action)
Schema = dict[str, object]

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
TEXT: Final[Schema] = {"type": "string"}
_WHOLE: Final[Schema] = {"type": "integer", "minimum": -MOST, "maximum": MOST}
NULL: Final[Schema] = {"type": "null"}
TRUTH: Final[Schema] = {"type": "boolean"}
_DAY: Final[Schema] = {"type": "string", "format": "date", "pattern": DAY}
_INSTANT: Final[Schema] = {"type": "string", "pattern": INSTANT}
_HOUR: Final[Schema] = {"type": "string", "pattern": HOUR}
DAY_OR_NOT: Final[Schema] = {"anyOf": [_DAY, NULL]}
WHEN: Final[Schema] = {"anyOf": [_DAY, _INSTANT, NULL]}
_PLAIN: Final[dict[object, Schema]] = {
    str: TEXT,
    bool: TRUTH,
    int: _WHOLE,
    float: {"type": "number", "minimum": -MOST, "maximum": MOST},
    Decimal: {"type": "string", "pattern": DECIMAL},
    date: _DAY,
    Date: _DAY,
    datetime: _INSTANT,
    DateTime: _INSTANT,
    time: _HOUR,
}
_WEEKDAY: Final[Schema] = {"type": "integer", "minimum": 1, "maximum": 7}
_OFFICE_VALUES: Final[dict[str, Schema]] = {
    "week": {"enum": [5, 6, 7]},
    "second_day_off": _WEEKDAY,
    "opens": _HOUR,
    "closes": _HOUR,
    "roster": TRUTH,
    "rest_days": {"type": "array", "items": _WEEKDAY},
    "hours": {
        "type": "array",
        "items": {
            "type": "object",
            "properties": {
                "opens": _HOUR,
                "closes": _HOUR,
                "on": {"type": "array", "items": _WEEKDAY},
                "on_call": TRUTH,
            },
            "required": ["opens", "closes"],
            "additionalProperties": False,
        },
    },
}


class Schemas:
    """The definitions of one lifecycle, each made when it is first referred to.

    Args:
        roles: the names of its roles.
        zoned: whether an office must name its zone.

    Attributes:
        definitions: what was referred to, by name.
    """

    def __init__(self, roles: Iterable[str], zoned: bool) -> None:
        self.definitions: dict[str, Schema] = {}
        self._roles = list(roles)
        self._zoned = zoned
        self._names: dict[object, str] = {}

    def of(self, kind: object) -> Schema:
        """The schema of a type."""
        if kind in _PLAIN:
            return _PLAIN[kind]
        if kind is Role:
            return self.named(Role, "role", self._role)
        if kind is Office:
            return self.named(Office, "office", self._office)
        if is_union(kind):
            return self._choice(kind)
        if is_fixed(kind):
            items = [self.of(one) for one in get_args(kind)]
            return {"type": "array", "prefixItems": items, "minItems": len(items), "maxItems": len(items)}
        if is_several(kind):
            array: Schema = {"type": "array", "items": self.of(get_args(kind)[0])}
            return array | ({"uniqueItems": True} if get_origin(kind) in (frozenset, OneOf) else {})
        made = cast("type[object]", kind)
        if is_enum(made):
            return self.named(made, made.__name__, lambda: _enum(cast("type[Enum]", made)))
        return self.named(made, made.__name__, lambda: self.of_class(made))

    def named(self, kind: object, name: str, make: Callable[[], Schema]) -> Schema:
        """A reference to a definition; of two classes with one name, the later is told apart by a number."""
        if kind not in self._names:
            taken = sum(one.split("~")[0] == name for one in self.definitions)
            self._names[kind] = name = f"{name}~{taken + 1}" if taken else name
            self.definitions[name] = {}
            self.definitions[name] = make()
        return {"$ref": f"#/$defs/{self._names[kind].replace('~', '~0')}"}

    def of_class(self, kind: type, tag: Schema | None = None) -> Schema:
        """The schema of the objects of a class, with a field before its own."""
        told = field_docs(kind)
        properties: Schema = dict(tag or {})
        for field in fields_of(kind):
            its, words = self.of(field.type), told.get(field.name)
            if field.formerly:
                its = {"anyOf": [its, {"enum": list(field.formerly), "deprecated": True}]}
            properties[field.name] = {**its, "description": words} if words else its
        required = [*(tag or {}), *(field.name for field in fields_of(kind) if field.required)]
        return object_of(properties, required, summary(kind))

    def _choice(self, union: object) -> Schema:
        told = choice(union)
        some = [self.of(kind) for kind in told.plain.values()]
        some += [self._tagged(name, kind) for name, kind in told.tagged.items()]
        some += [NULL] if told.optional else []
        return some[0] if len(some) == 1 else {"anyOf": some}

    def _tagged(self, name: str, kind: type) -> Schema:
        """One of several types that stand in one field: it says which it is."""
        tag: Schema = {TAG: {"const": name}}
        if json_kind(kind) != "object":
            return object_of({**tag, "value": self.of(kind)}, [TAG, "value"])
        return self.named((kind, TAG), f"{name}_among_others", lambda: self.of_class(kind, tag))

    def _role(self) -> Schema:
        stranger = object_of({"name": TEXT, "private": TRUTH}, ["name"], "A role that is none of these.")
        known: Schema = {"enum": self._roles} if self._roles else TEXT
        return {"anyOf": [known, stranger], "description": "In what capacity somebody acts."}

    def _office(self) -> Schema:
        told = field_docs(Office)
        fields = {name: _OFFICE_VALUES.get(name, TEXT) for name in OFFICE_FIELDS}
        properties: Schema = {name: {**its, "description": told[name]} for name, its in fields.items()}
        return object_of(properties, ["id", "zone"] if self._zoned else ["id"], summary(Office))

    def action(self, kind: type[Action], *, within: bool = False) -> Schema:
        """The schema of an action; within a case file its office need not be named again."""
        schema = self.of_class(kind, {ACTION: {"const": kind.__name__}})
        office = any(field.name == "office" and field.type is Office for field in fields_of(kind))
        if within and office:
            schema["required"] = [name for name in cast("list[str]", schema["required"]) if name != "office"]
        return schema


def object_of(properties: Schema, required: Iterable[str], description: str = "") -> Schema:
    """An object of these fields and no others."""
    told: Schema = {"description": description} if description else {}
    return {
        "type": "object",
        **told,
        "properties": properties,
        "required": list(required),
        "additionalProperties": False,
    }


def opened(properties: Schema, required: Iterable[str]) -> Schema:
    """An object that has these fields; it may come to say more."""
    return {"type": "object", "properties": properties, "required": list(required)}


def array_of(items: Schema) -> Schema:
    """Any number of them."""
    return {"type": "array", "items": items}


def one_of(*schemas: Schema) -> Schema:
    """Any of several."""
    return {"anyOf": list(schemas)}


def _enum(kind: type[Enum]) -> Schema:
    told = summary(kind)
    return {"enum": [code(member) for member in kind], **({"description": told} if told else {})}


def summary(kind: type) -> str:
    """The first paragraph of the docstring of a class; empty where it has none of its own."""
    doc = getdoc(kind) if vars(kind).get("__doc__") else None
    first = (doc or "").split("\n\n")[0].replace("\n", " ").strip()
    return "" if first.startswith(("Method generated by attrs", "Attributes:")) else first


def _schemas(lifecycle: Lifecycle[E, A]) -> Schemas:
    return Schemas((role.name for role in lifecycle.roles), not lifecycle.law.zone)


def action_schema(action: type[A], lifecycle: Lifecycle[E, A] | None = None) -> Schema:
    """The schema of one action. The lifecycle it is of tells which roles there are, and where an office must name
    its zone."""
    schemas = Schemas((), False) if lifecycle is None else _schemas(lifecycle)
    made = schemas.action(action)
    return {"$schema": DIALECT, "title": action.__name__, **made, "$defs": schemas.definitions}


def _named_action(schemas: Schemas, action: type[Action]) -> Schema:
    return schemas.named(action, action.__name__, lambda: schemas.action(action, within=True))


def schema(lifecycle: Lifecycle[E, A]) -> Schema:
    """The schema of the case file of a lifecycle: an office, what was done, and as of when it is asked."""
    schemas = _schemas(lifecycle)
    actions = [_named_action(schemas, kind) for kind in lifecycle.actions]
    properties: Schema = {
        NUMBER: {"const": FORMAT, "description": "The version of the format."},
        "process": {"const": lifecycle.name},
        "office": schemas.of(Office),
        "actions": {"type": "array", "items": {"anyOf": actions}},
        "as_of": {**_INSTANT, "description": "The instant up to which what is owed is counted."},
    }
    file = object_of(properties, (NUMBER, "process", "actions"), f"A case file of the process {lifecycle.name}.")
    return {"$schema": DIALECT, "title": f"case file: {lifecycle.name}", **file, "$defs": schemas.definitions}
