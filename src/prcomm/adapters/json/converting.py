"""Fields of any type in JSON: one table of hooks, made once for a lifecycle.

Where a field may be of several types that look alike in JSON, the value says which it is under ``type``.
"""

from collections.abc import Callable, Hashable, Mapping
from datetime import date, time
from decimal import Decimal
from enum import Enum
from functools import cache
from types import NoneType
from typing import Final, Never, cast, get_args, get_origin, get_type_hints

import attrs
from attrs import frozen
from cattrs import Converter

from prcomm.adapters.json.faults import DocumentFault, Unfit, unknown
from prcomm.adapters.json.scalars import (
    PLAIN,
    Hook,
    an_array,
    an_object,
    code,
    read_fields,
    read_items,
    read_member,
    read_office,
    remembered,
    written_office,
)
from prcomm.core.sources.people import Actor, Office, Role
from prcomm.core.values.alternatives import OneOf
from prcomm.core.values.errors import BadInput
from prcomm.core.values.fields import FORMERLY, is_union

TAG: Final = "type"
"""Under which a value says of which type it is, where the field leaves that open."""


# -- fields of several, and of one of several


@frozen
class Choice:
    """A field that may be of several types.

    Attributes:
        optional: whether it may be null.
        plain: by their kind in JSON, the types that are told by it alone.
        tagged: by their names, the types that stand under ``type``.
    """

    optional: bool
    plain: dict[str, type]
    tagged: dict[str, type]


_JSON_KINDS: Final[tuple[tuple[tuple[type, ...], str], ...]] = (
    ((Enum, str, date, time, Decimal, Role), "text"),
    ((bool,), "truth"),
    ((int, float), "number"),
    ((tuple, frozenset), "array"),
)


def choice(union: object) -> Choice:
    """How the types of a union are told apart: those alike in JSON by a tag."""
    kinds = [cast("type", kind) for kind in get_args(union) if kind is not NoneType]
    by_kind: dict[str, list[type]] = {}
    for kind in kinds:
        by_kind.setdefault(json_kind(kind), []).append(kind)
    alike = [kind for several in by_kind.values() if len(several) > 1 for kind in several]
    alike += [kind for kind in by_kind.get("object", ()) if alike and kind not in alike]
    plain = {name: several[0] for name, several in by_kind.items() if several[0] not in alike}
    tagged = {name_of(kind): kind for kind in kinds if kind in alike}
    if len(tagged) < len(alike) or any(TAG in _aliases(kind) for kind in alike):
        raise TypeError(f"{union}: its types can't be told apart in JSON by their names under {TAG!r}")
    return Choice(len(kinds) < len(get_args(union)), plain, tagged)


def name_of(kind: object) -> str:
    """The name of a class, or of what a generic alias is of."""
    return str(getattr(get_origin(kind) or kind, "__name__", kind))


def _aliases(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in attrs.fields(kind)) if attrs.has(kind) else ()


def json_kind(kind: type) -> str:
    """As what a type stands in JSON."""
    origin = get_origin(kind) or kind
    if isinstance(origin, type):
        return next((name for kinds, name in _JSON_KINDS if issubclass(origin, kinds)), "object")
    return "object"


def _kind_of_data(data: object) -> str:
    if isinstance(data, bool):
        return "truth"
    known = ((str, "text"), (int | float, "number"), (list, "array"))
    return next((name for kinds, name in known if isinstance(data, kinds)), "object")


def _read_choice(union: object, converter: Converter) -> Hook:
    told = choice(union)
    plain = {name: (converter.get_structure_hook(kind), kind) for name, kind in told.plain.items()}
    tagged = {name: (converter.get_structure_hook(kind), kind) for name, kind in told.tagged.items()}
    if len(plain) == 1 and not tagged:
        ((only, its_type),) = plain.values()
        return lambda data, _: None if data is None and told.optional else only(data, its_type)
    wanted = " or ".join((*(["null"] if told.optional else []), *map(name_of, told.plain.values()), *tagged))

    def read(data: object, _: object) -> object:
        if data is None and told.optional:
            return None
        fields = an_object(data)
        if fields is not None and tagged:
            return _read_tagged(fields, tagged)
        found = plain.get(_kind_of_data(data))
        if found is None:
            raise Unfit.of(wanted, data)
        return found[0](data, found[1])

    return read


def _read_tagged(fields: dict[str, object], tagged: dict[str, tuple[Hook, type]]) -> object:
    if TAG not in fields:
        raise Unfit(DocumentFault(TAG, f"it is missing; there are: {', '.join(tagged)}"))
    name = fields[TAG]
    if not isinstance(name, str) or name not in tagged:
        given = name if isinstance(name, str) else ""
        raise Unfit.saying(unknown("the name of a type", given, tagged)).placed(TAG)
    hook, kind = tagged[name]
    rest = {key: item for key, item in fields.items() if key != TAG}
    if json_kind(kind) == "object":
        return hook(rest, kind)
    return read_fields(rest, {"value": lambda data, _: hook(data, kind)}, ("value",), name)["value"]


def _write_choice(union: object, converter: Converter) -> Callable[[object], object]:
    told = choice(union)
    kinds = (*told.plain.values(), *told.tagged.values())
    hooks = {kind: converter.get_unstructure_hook(kind) for kind in kinds}

    def write(value: object) -> object:
        if value is None and told.optional:
            return None
        kind = _type_among(value, kinds)
        data = hooks[kind](value)
        name = name_of(kind)
        if name not in told.tagged:
            return data
        return {TAG: name, **data} if json_kind(kind) == "object" else {TAG: name, "value": data}

    return write


def _type_among(value: object, kinds: tuple[type, ...]) -> type:
    exact = [kind for kind in kinds if type(value) is (get_origin(kind) or kind)]
    below = [kind for kind in kinds if isinstance(value, get_origin(kind) or kind) and not isinstance(value, bool)]
    for kind in (*exact, *below):
        return kind
    raise BadInput("a document", (f"a {type(value).__name__} stands where its field has no place for one",))


def is_several(kind: object) -> bool:
    origin, args = get_origin(kind), get_args(kind)
    return origin in (frozenset, OneOf) or (origin is tuple and len(args) == 2 and args[1] is Ellipsis)


def is_fixed(kind: object) -> bool:
    return get_origin(kind) is tuple and not is_several(kind)


def _read_several(kind: object, converter: Converter) -> Hook:
    inner = cast("type", get_args(kind)[0])
    hook, made = converter.get_structure_hook(inner), cast("Callable[[list[object]], object]", get_origin(kind))
    apart = made is not tuple

    def read(data: object, _: object) -> object:
        items = read_items(data, lambda item: hook(item, inner))
        if apart and len(set(items)) < len(items):
            raise Unfit.saying("an array in which nothing comes twice")
        return made(items)

    return read


def _write_several(kind: object, converter: Converter) -> Callable[[object], object]:
    hook = converter.get_unstructure_hook(get_args(kind)[0])
    if get_origin(kind) is frozenset:
        return lambda value: sorted(map(hook, cast("frozenset[object]", value)), key=_order)
    return lambda value: [hook(item) for item in cast("tuple[object, ...]", value)]


def _order(data: object) -> tuple[str, str]:
    return type(data).__name__, str(data)


def _read_fixed(kind: object, converter: Converter) -> Hook:
    kinds = cast("tuple[type, ...]", get_args(kind))
    hooks = [converter.get_structure_hook(one) for one in kinds]

    def read(data: object, _: object) -> object:
        items = an_array(data)
        if items is None or len(items) != len(kinds):
            raise Unfit.of(f"an array of {len(kinds)}", data)
        each = iter(zip(hooks, kinds, strict=True))

        def read_next(item: object) -> object:
            hook, its_type = next(each)
            return hook(item, its_type)

        return tuple(read_items(data, read_next))

    return read


def _write_fixed(kind: object, converter: Converter) -> Callable[[object], object]:
    hooks = [converter.get_unstructure_hook(one) for one in get_args(kind)]
    return lambda value: [hook(item) for hook, item in zip(hooks, cast("tuple[object, ...]", value), strict=True)]


# -- classes


@frozen
class Field:
    """One field of a class, as documents have it.

    Attributes:
        name: its name.
        type: its type.
        required: whether it has no default.
        formerly: by the texts that older documents have in it, what they are today.
    """

    name: str
    type: object
    required: bool
    formerly: Mapping[str, object]


def fields_of(kind: type) -> tuple[Field, ...]:
    """The fields of a class that documents have: all with which it is made, by the names it is made with."""
    return _fields(cast("Hashable", kind))


@cache
def _fields(one: Hashable) -> tuple[Field, ...]:
    kind = cast("type[attrs.AttrsInstance]", one)
    hints = get_type_hints(kind)
    return tuple(
        Field(
            str(field.alias),
            hints.get(field.name, field.type),  # attrs 23 makes classes without annotations
            field.default is attrs.NOTHING,
            field.metadata.get(FORMERLY, {}),
        )
        for field in attrs.fields(kind)
        if field.init
    )


_READERS: Final[Mapping[object, Hook]] = {kind: read for kind, read, _ in PLAIN}
"""The readers that need not be told the type."""


def hooks_of(kind: type, converter: Converter) -> dict[str, Hook]:
    """How each field of a class is read; the type of the field needs no telling."""
    return {
        field.name: _since(
            field.formerly,
            _READERS.get(field.type) or _typed(converter.get_structure_hook(cast("type", field.type)), field.type),
        )
        for field in fields_of(kind)
    }


def _since(formerly: Mapping[str, object], hook: Hook) -> Hook:
    """The reader of a field that may hold what an older document said there."""
    if not formerly:
        return hook
    return lambda data, _: formerly[data] if isinstance(data, str) and data in formerly else hook(data, None)


def _read_class(kind: type, converter: Converter) -> Hook:
    """A reader of the objects of a class."""
    fields, what = fields_of(kind), f"an object with the fields of {kind.__name__}"
    hooks = hooks_of(kind, converter)
    required = tuple(field.name for field in fields if field.required)

    def read(data: object, _: object) -> object:
        values = read_fields(data, hooks, required, what)
        try:
            return kind(**values)
        except Exception as error:  # what a class of the user's own refuses may tell anything
            raise Unfit.saying(f"a {kind.__name__} can't be made of this ({type(error).__name__})") from None

    return read


def _typed(hook: Callable[[object, type], object], kind: object) -> Hook:
    its_type = cast("type", kind)
    return lambda data, _: hook(data, its_type)


def _write_class(kind: type, converter: Converter) -> Callable[[object], dict[str, object]]:
    hooks = [
        (field.name, attribute.name, converter.get_unstructure_hook(cast("type", field.type)))
        for field, attribute in zip(fields_of(kind), (f for f in attrs.fields(kind) if f.init), strict=True)
    ]
    return lambda value: {name: hook(getattr(value, attribute)) for name, attribute, hook in hooks}


def is_enum(kind: object) -> bool:
    return isinstance(kind, type) and issubclass(kind, Enum)


def _is_class(kind: object) -> bool:
    return isinstance(kind, type) and attrs.has(kind)


def new_converter() -> Converter:
    """The hooks of every type that a field may have."""
    made = Converter(forbid_extra_keys=True, structure_fallback_factory=_no_form)
    for test, reader, writer in (
        (_is_class, _read_class, _write_class),
        (is_fixed, _read_fixed, _write_fixed),
        (is_several, _read_several, _write_several),
        (is_union, _read_choice, _write_choice),
    ):
        made.register_structure_hook_factory(test, reader)
        made.register_unstructure_hook_factory(test, writer)
    made.register_structure_hook_func(_exactly(Actor), remembered(_read_class(Actor, made)))
    made.register_structure_hook_func(is_enum, read_member)
    made.register_structure_hook(Enum, read_member)  # up to cattrs 25.3 it asks a hook of its own first
    made.register_unstructure_hook_func(is_enum, code)
    for kind, read, write in (*PLAIN, (Office, read_office, written_office)):  # the last one registered wins
        made.register_structure_hook_func(_exactly(kind), read)
        made.register_unstructure_hook_func(_exactly(kind), write)
        if kind in (str, int, float, bool):  # these have hooks of their own, which read a number as a text
            made.register_structure_hook(kind, _read_unless_member(read))
            made.register_unstructure_hook(kind, _write_unless_member(write))
    return made


def _no_form(kind: object) -> Callable[..., Never]:
    """Refuse, when its reader is asked for, a type that JSON has no form for."""
    raise TypeError(f"{name_of(kind)} has no form in JSON")


def _read_unless_member(read: Hook) -> Hook:
    """A reader of texts or numbers; an Enum may be below their class, and its members are read as members are."""
    return lambda data, kind: read_member(data, cast("type[Enum]", kind)) if is_enum(kind) else read(data, kind)


def _write_unless_member(write: Callable[..., object]) -> Callable[[object], object]:
    return lambda value: code(value) if isinstance(value, Enum) else write(value)


def _exactly(kind: type) -> Callable[[object], bool]:
    return lambda other: other is kind
