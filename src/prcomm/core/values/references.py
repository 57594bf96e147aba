"""References are one form: what looks the same is the same.

A reference is composed (Unicode's NFC), has no character that can't be seen and no blank but plain ones, and none at
its ends. Where texts come in from outside, they are brought to it; where an action is judged, any other is refused.
"""

import re
import unicodedata
from collections.abc import Iterator

from prcomm.core.values.characters import UNSEEN, printable

_UNSEEN = re.compile(f"[{UNSEEN}]")
_BLANK = re.compile(r"[^\S ]")
_ODD = re.compile(rf"[{UNSEEN}]|[^\S ]")


def in_one_form(text: str) -> str:
    """The one form of a reference: composed, with plain blanks, none at its ends, and nothing that can't be seen.

    Tabs and the ends of lines inside are one blank. It is the same for what looks the same, as far as Unicode says so:
    letters of two alphabets that look alike stay two.
    """
    if text.isascii() and text.isprintable():
        return text.strip()
    return unicodedata.normalize("NFC", _BLANK.sub(" ", printable(text))).strip()


def is_one_form(text: str) -> bool:
    """Whether a reference is in its one form."""
    if text.isascii():
        return text.isprintable() and text.strip() == text
    if _ODD.search(text) or text.strip() != text:
        return False
    return unicodedata.is_normalized("NFC", text)


def oddities(text: str) -> Iterator[str]:
    """In what a reference is not in its one form: the text itself is not quoted."""
    if text.strip() != text:
        yield "a blank at its ends"
    unseen = dict.fromkeys(f"U+{ord(one):04X}" for one in _UNSEEN.findall(text.strip()))
    if unseen:
        yield f"what can't be seen ({', '.join(unseen)})"
    blanks = dict.fromkeys(f"U+{ord(one):04X}" for one in _BLANK.findall(_UNSEEN.sub("", text).strip()))
    if blanks:
        yield f"other blanks than plain ones ({', '.join(blanks)})"
    if not unicodedata.is_normalized("NFC", text):
        yield "letters that are not composed (NFC)"
