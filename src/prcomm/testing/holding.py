"""Which values a document can hold: nothing else is drawn, whoever's strategy it is."""

from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar, cast

import attrs
from hypothesis import strategies as st

from prcomm.adapters.json.scalars import PLAIN
from prcomm.core.values.errors import BadInput

T = TypeVar("T")

WRITTEN: Mapping[type, Callable[..., object]] = {kind: written for kind, _, written in PLAIN}


def fit(draw: st.DrawFn, values: st.SearchStrategy[T]) -> T:
    """One of the values that a document can hold. They are looked for only where the first is none."""
    value = draw(values)
    return value if is_held(value) else draw(values.filter(is_held))


def is_held(value: object) -> bool:
    """Whether a document can hold a value, in all its depth: no half of a surrogate pair, no NaN, no number that other
    readers of JSON would round."""
    kind = type(value)
    if kind in WRITTEN:
        try:
            WRITTEN[kind](value)
        except BadInput:
            return False
        return True
    return all(map(is_held, _inside(value)))


def _inside(value: object) -> Iterable[object]:
    if isinstance(value, Mapping):
        several = cast("Mapping[object, object]", value)
        return (*several.keys(), *several.values())
    if isinstance(value, tuple | list | set | frozenset):
        return cast("Iterable[object]", value)
    kind: type[object] = type(value)
    return [getattr(value, own.name) for own in attrs.fields(kind) if own.init] if attrs.has(kind) else ()
