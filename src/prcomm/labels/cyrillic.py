"""Uzbek in Cyrillic letters, derived from Uzbek in Latin letters."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from prcomm.labels.spellings import ENDINGS, EXCEPTIONS, STEMS

APOSTROPHES: Final = "ʻʼ‘’'`´"
"""Every sign that is typed for the one in oʻ and gʻ, and for the tutuq belgisi."""
CLOSES: Final = {"‘": "’", "’": "’", "'": "'", "`": "`'´", "´": "´", "ʼ": "ʼ"}
"""Those that are typed for quotation marks too: what opens, and what closes it."""
_SITES: Final = (
    "uz|com|org|net|info|gov|edu|int|io|me|ru|kz|kg|tj|tm|eu|app|dev|html?|pdf|docx?|xlsx?|csv|json|xml|jpe?g|png"
)
_PIECE = re.compile(
    r"\{\w*\}"
    r"|</?[A-Za-z][^<>]*>|&\w+;"
    r"|(?:https?://|www\.)[^\s<>«»“”]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|@\w+"
    rf"|(?:[A-Za-z0-9_-]+\.)+(?:{_SITES})(?=(?:da|dan|dagi|ga|ni|ning)?\b)(?:/[^\s<>«»“”]*)?"
    rf"|(?P<word>[A-Za-z]+(?:[{APOSTROPHES}][A-Za-z]*)*)",
    re.ASCII,
)
"""What stays as it is (a place, a mark of HTML, an address, the name of a file), and words."""
_OPENING = re.compile(rf"(?<![A-Za-z0-9{APOSTROPHES}])[{''.join(CLOSES)}](?=[A-Za-z0-9])")
_CLOSING = re.compile(rf"(?<=[A-Za-z0-9.,!?…)])[{''.join(CLOSES.values())}](?![A-Za-z0-9])")
_NOT_UZBEK = re.compile(
    r"\w*(?:[wW]|[cC](?![hH]))\w*"  # letters that its alphabet has not
    r"|\w*[a-z][A-Z][a-z]\w*"  # words written together
    r"|(?=..)X{0,3}(?:IX|IV|V?I{0,3})"  # numbers
)
_ONE_APOSTROPHE = dict.fromkeys(map(ord, APOSTROPHES), "ʻ")
_VOWELS = "aeiouўаэиоуёюяе"
# fmt: off
TOGETHER: Final = {
    "yoʻ": "йў", "oʻ": "ў", "gʻ": "ғ", "sʻh": "сҳ", "tsiya": "ция", "ksiya": "кция", "nsiya": "нция", "psiya": "пция",
    "sh": "ш", "ch": "ч", "yo": "ё", "yu": "ю", "ya": "я", "ye": "е",
}
"""What several Latin letters are together; the longest first where they begin alike."""
ALONE: Final = {**dict(zip("abdefghijklmnopqrstuvxyz", "абдефгҳижклмнопқрстувхйз", strict=True)), "ʻ": "ъ"}
"""What a letter is alone. ``e`` is ``э`` at the beginning of a word and after a vowel."""
# fmt: on
_PARTS = re.compile("|".join((*sorted(EXCEPTIONS, key=len, reverse=True), *TOGETHER, ".")))
_STEM = re.compile(rf"({'|'.join(sorted(STEMS, key=len, reverse=True))})(?=(?:{ENDINGS})$)")


@lru_cache(maxsize=4096)
def cyrillic(latin: str) -> str:
    """The same text in Cyrillic letters. What stands in ``{…}`` stays, and so do figures, signs, addresses, and words that
    are no Uzbek ones by their letters."""
    pieces, since = list[str](), 0
    for closing in sorted(_closing(latin)):
        pieces += (_PIECE.sub(_piece, latin[since:closing]), latin[closing])
        since = closing + 1
    return "".join((*pieces, _PIECE.sub(_piece, latin[since:])))


def _closing(text: str) -> Iterator[int]:
    """Where quotations end. After o and g the sign is rather the letter's, if another may end it."""
    for opening in _OPENING.finditer(text):
        ends = [end.start() for end in _CLOSING.finditer(text, opening.end()) if end[0] in CLOSES[opening[0]]]
        told = [end for end in ends if text[end - 1] not in "oOgG"]
        if ends:
            yield told[0] if told else ends[-1]


def _piece(found: re.Match[str]) -> str:
    word: str | None = found["word"]
    return found[0] if word is None or _NOT_UZBEK.fullmatch(word) else _known(word)


@lru_cache(maxsize=16384)  # of five words in the tables four stood there before
def _known(latin: str) -> str:
    return _word(latin)


def _word(latin: str) -> str:
    plain = latin.lower().translate(_ONE_APOSTROPHE)
    found, start = "", 0
    if first := _STEM.match(plain):
        start = first.end()
        found = _cased(_stem(STEMS[first[0]], start < len(plain)), latin[:start], latin, start)
    for part in _PARTS.finditer(plain, start):
        letters = _letters(part[0], found.lower(), part.end() < len(plain))
        found += _cased(letters, latin[part.start() : part.end()], latin, part.end())
    return found


def _letters(part: str, before: str, goes_on: bool) -> str:
    if part == "e" and (not before or before[-1] in _VOWELS):
        return "э"
    if part in EXCEPTIONS:
        return _stem(EXCEPTIONS[part], goes_on)
    return TOGETHER.get(part) or ALONE.get(part, part)


def _stem(written: str, goes_on: bool) -> str:
    """A stem as it is written before an ending, which takes the soft sign from its end."""
    return written.removesuffix("ь") if goes_on else written


def _cased(letters: str, latin: str, word: str, end: int) -> str:
    """Letters with the capitals of those they are for. What has no capital of its own is as those on both sides."""
    if latin.isupper() and (len(latin) > 1 or len(letters) == 1):
        return letters.upper()
    if latin[0] not in APOSTROPHES:
        return letters[:1].upper() + letters[1:] if latin[0].isupper() else letters
    around = word[end - 2] + word[end : end + 1]
    return letters.upper() if around.isupper() else letters
