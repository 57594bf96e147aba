"""Which language somebody prefers, among those there are words in."""

from collections.abc import Iterable, Iterator
from typing import Final

from prcomm.labels import ENGLISH

MOST: Final = 20
"""How many preferences of one header are read."""


def language(asked: str | None, known: Iterable[str]) -> str:
    """The language that an ``Accept-Language`` prefers (RFC 4647, lookup); English if it is none of those known.

    Args:
        asked: the header, or the tag of a language; ``None`` without one.
        known: the tags of the languages there are words in.
    """
    tags = {tag.lower(): tag for tag in known}
    for weight, name in sorted(_ranges(asked or ""), key=lambda one: -one[0]):
        while name and weight > 0:
            if name in tags:
                return tags[name]
            name = name.rpartition("-")[0]
    return ENGLISH


def _ranges(asked: str) -> Iterator[tuple[float, str]]:
    for part in asked.split(",", MOST)[:MOST]:
        name, *parameters = (text.strip() for text in part.split(";"))
        quality = next((text[2:] for text in parameters if text[:2].lower() == "q="), "1")
        try:
            yield float(quality), name.lower()
        except ValueError:
            continue
