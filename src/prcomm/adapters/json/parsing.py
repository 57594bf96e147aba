"""Strict JSON: what other readers pass over in silence is a fault here, with its place."""

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import islice
from typing import Final, cast

from attrs import frozen

from prcomm.adapters.json.faults import BadDocument, DocumentFault, below, kind_of, shown_key
from prcomm.core.values.errors import MOST_FAULTS

DEEPEST: Final = 64
"""How deep objects and arrays may lie in each other."""
MOST: Final = 2**53 - 1
"""The largest whole number that every reader of JSON takes as it is (RFC 7493)."""
SOME_KEYS: Final = 10
"""How many of the keys that come more than once in one object are named."""
_SURROGATE = re.compile("[\ud800-\udfff]")
_WHAT = "a JSON document"


@frozen
class _Odd:
    """What stands for a part of a document that is not to be read.

    Attributes:
        why: the fault.
        inside: of an object, its fields all the same.
    """

    why: str
    inside: dict[str, object] | None = None


_Node = dict[str, object] | list[object] | _Odd
_DEEP: Final = dict, list, _Odd


def parse(text: str | bytes) -> object:
    """The value of a JSON text.

    Raises ``BadDocument`` with every fault: what is no JSON or no UTF-8, a byte order mark, a key that comes twice, a
    number that is none or too large, half a surrogate pair, and what lies too deep.
    """
    text = _decoded(text)
    reading = _Reading()
    try:
        tree = reading.decoder.decode(text)
    except json.JSONDecodeError as error:
        problem = error.msg.split(":")[0].lower()
        raise _bad(f"it is no JSON from line {error.lineno}, column {error.colno} on: {problem}") from None
    except RecursionError:
        raise _bad(f"it lies more than {DEEPEST} levels deep") from None
    if text.count("{") + text.count("[") > DEEPEST and _too_deep(tree):
        raise _bad(f"it lies more than {DEEPEST} levels deep")
    if reading.odd or "\\ud" in text or "\\uD" in text or _SURROGATE.search(text):
        found = _faults(tree, ())
        told = [DocumentFault(_written(place), why) for place, why in islice(found, MOST_FAULTS)]
        if told:
            raise BadDocument(_WHAT, told, sum(1 for _ in found))
    return tree


def _bad(text: str) -> BadDocument:
    return BadDocument(_WHAT, (DocumentFault("", text),))


def _decoded(text: str | bytes) -> str:
    if not isinstance(cast("object", text), str | bytes):
        raise _bad(f"a text, not {kind_of(text)}")
    if isinstance(text, bytes):
        try:
            text = text.decode("utf-8")
        except UnicodeDecodeError as error:
            raise _bad(f"it is no UTF-8 from byte {error.start} on") from None
    if text.startswith("\ufeff"):
        raise _bad("it begins with a byte order mark, which JSON has not")
    return text


class _Reading:
    """One reading of a text: notes whether there is anything odd in it, so that only then it is searched for."""

    def __init__(self) -> None:
        self.odd = False
        self.decoder = json.JSONDecoder(
            object_pairs_hook=self._object, parse_int=self._int, parse_float=self._float, parse_constant=self._constant
        )

    def _object(self, pairs: list[tuple[str, object]]) -> object:
        fields = dict(pairs)
        if len(fields) == len(pairs):
            return fields
        times = Counter(key for key, _ in pairs)
        twice = dict.fromkeys(shown_key(key) for key, n in times.items() if n > 1)
        names = ", ".join([*islice(twice, SOME_KEYS), *(["…"] if len(twice) > SOME_KEYS else [])])
        return self._noted(f"a key comes more than once: {names}", fields)

    def _int(self, digits: str) -> object:
        if len(digits) <= 17:
            number = int(digits)
            if -MOST <= number <= MOST:
                return number
        return self._noted(f"a number beyond {MOST}")

    def _float(self, digits: str) -> object:
        number = float(digits)
        return number if -MOST <= number <= MOST else self._noted(f"a number beyond {MOST}")

    def _constant(self, name: str) -> object:
        return self._noted(f"{name} is no number of JSON")

    def _noted(self, why: str, inside: dict[str, object] | None = None) -> _Odd:
        self.odd = True
        return _alone(why) if inside is None else _Odd(why, inside)


@cache
def _alone(why: str) -> _Odd:
    """What stands for something alone: of that there are four kinds, and may be a hundred thousand."""
    return _Odd(why)


def _too_deep(tree: object) -> bool:
    level = _deep((tree,))
    for _ in range(DEEPEST):
        if not level:
            return False
        level = _deep(child for node in level for child in _children(node))
    return bool(level)


def _deep(several: Iterable[object]) -> "list[_Node]":
    """Those that may have more inside."""
    return cast("list[_Node]", [one for one in several if one.__class__ in _DEEP])


def _children(node: "_Node") -> Iterable[object]:
    if isinstance(node, dict):
        return node.values()
    return node if isinstance(node, list) else (node.inside or {}).values()


_Place = tuple[object, ...]
"""Where something is: the place that holds it, and under what it stands there. It is written out only for faults that
are told."""


def _written(place: _Place) -> str:
    keys: list[object] = []
    while place:
        place, key = cast("_Place", place[0]), place[1]
        keys.append(key)
    path = ""
    for key in reversed(keys):
        path = below(path, key)
    return path


def _faults(node: object, place: _Place) -> Iterator[tuple[_Place, str]]:
    if isinstance(node, _Odd):
        yield place, node.why
        node = node.inside
    if isinstance(node, str):
        if _SURROGATE.search(node):
            yield place, "a text with half a surrogate pair"
    elif isinstance(node, dict):
        for key, item in cast("dict[str, object]", node).items():
            if _SURROGATE.search(key):
                yield place, "a key with half a surrogate pair"
            yield from _faults(item, (place, key))
    elif isinstance(node, list):
        for index, item in enumerate(cast("list[object]", node)):
            yield from _faults(item, (place, index))
