"""Documents made to cost much, and a good one to compare with: each kind in two sizes, one ten times the other."""

import json
from collections.abc import Callable, Mapping
from contextlib import suppress

from contenders.real_appeal import APPEAL
from prcomm.adapters.json import BadDocument, Codec

FEW, MANY = 60_000, 600_000
"""Characters of each."""
CODEC = Codec(APPEAL)


def of(name: str, thing: object) -> str:
    law = {"pack": APPEAL.law.name, "version": "", "calendar_known": None}
    return json.dumps({"prcomm": 1, "document": name, "process": "appeal", "law": law, name: thing})


def several(one: object, size: int) -> list[object]:
    return [one] * (size // len(json.dumps([one, one])[len(json.dumps(one)) + 1 : -1]))


def reason(sentence: str, word: object) -> str:
    text = {"text": "short", "sentence": sentence, "words": {"a": word}}
    return of("reason", {"kind": "guard", "text": text})


def good(size: int) -> str:
    """The trace of a long term."""
    return of("trace", several({"day": "2026-03-02", "counted": True, "text": "day 1"}, size))


BOMBS: Mapping[str, Callable[[int], str]] = {
    "faults everywhere": lambda size: of("trace", several(0, size)),
    "names that nobody knows": lambda size: of("trace", several({"dya": "x", "counted": 1}, size)),
    "fields that nobody knows": lambda size: of("trace", [{f"u{n:06}": 0 for n in range(size // 12)}]),
    "keys that come twice": lambda size: "{" + ",".join(f'"k{n:06}":1,"k{n:06}":1' for n in range(size // 24)) + "}",
    "numbers that are none": lambda size: "[" + ",".join(["NaN"] * (size // 4)) + "]",
    "a sentence of one word": lambda size: reason("{a}" * (size // 6), "y" * (size // 2)),
    "a sentence of many words": lambda size: reason("{a}" * (size // 6), ["y"] * (size // 10)),
}


def read(text: str) -> None:
    with suppress(BadDocument):
        CODEC.loads(text)
