"""Uzbek in Cyrillic letters, derived from Uzbek in Latin letters."""

import re
from functools import lru_cache
from typing import Final

APOSTROPHES: Final = "ʻʼ‘’'`´"
"""Every sign that is typed for the one in oʻ and gʻ, and for the tutuq belgisi."""
_PIECE = re.compile(rf"\{{\w*\}}|[A-Za-z]+(?:[{APOSTROPHES}][A-Za-z]*)*")
_VOWELS = "aeiouўаэиоуёюяе"
# fmt: off
TOGETHER: Final = {
    "yoʻ": "йў", "oʻ": "ў", "gʻ": "ғ", "sʻh": "сҳ", "tsiya": "ция", "ksiya": "кция", "sh": "ш", "ch": "ч", "yo": "ё", "yu": "ю", "ya": "я", "ye": "е",
}
"""What several Latin letters are together; the longest first where they begin alike."""
ALONE: Final = {**dict(zip("abdefghijklmnopqrstuvxyz", "абдефгҳижклмнопқрстувхйз", strict=True)), "ʻ": "ъ"}
"""What a letter is alone. ``e`` is ``э`` at the beginning of a word and after a vowel."""
EXCEPTIONS: Final = {
    "konferensaloqa": "конференцалоқа", "konferensiya": "конференция", "konsepsiya": "концепция", "litsenziya": "лицензия",
    "obyekt": "объект", "subyekt": "субъект", "intervyu": "интервью",
    "yanvar": "январь", "fevral": "февраль", "aprel": "апрель", "iyun": "июнь", "iyul": "июль", "sentabr": "сентябрь",
    "oktabr": "октябрь", "noyabr": "ноябрь", "dekabr": "декабрь",
}
"""What the letters do not tell: these, wherever in a word they stand."""
# fmt: on
_PARTS = re.compile("|".join((*EXCEPTIONS, *TOGETHER, ".")))


@lru_cache(maxsize=4096)
def cyrillic(latin: str) -> str:
    """The same text in Cyrillic letters. What stands in ``{…}`` stays, and so do figures and signs."""
    return _PIECE.sub(lambda piece: piece[0] if piece[0][0] == "{" else _word(piece[0]), latin)


def _word(latin: str) -> str:
    plain = latin.lower().translate(dict.fromkeys(map(ord, APOSTROPHES), "ʻ"))
    found = ""
    for part in _PARTS.finditer(plain):
        found += _letters(part[0], found)
    if latin.isupper() and len(latin) > 1:
        return found.upper()
    return found[:1].upper() + found[1:] if latin[0].isupper() else found


def _letters(part: str, before: str) -> str:
    if part == "e" and (not before or before[-1] in _VOWELS):
        return "э"
    return EXCEPTIONS.get(part) or TOGETHER.get(part) or ALONE.get(part, part)
