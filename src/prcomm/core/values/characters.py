"""Which characters nobody sees, and what stands for them where somebody reads.

Controls move a cursor, clear a screen or end a line; marks of direction turn a text round; others have no width. In a
text that others wrote they hide what is there, or make two texts look like one.
"""

import re
from html import escape
from typing import Final

_RANGES: Final = (
    (0x00, 0x1F),  # controls, with the tab and the ends of lines
    (0x7F, 0x9F),  # and those above ASCII
    (0xAD, 0xAD),  # a soft hyphen
    (0x034F, 0x034F),  # a joiner of letters
    (0x061C, 0x061C),  # a mark of direction
    (0x115F, 0x1160),  # fillers
    (0x17B4, 0x17B5),
    (0x180B, 0x180F),
    (0x200B, 0x200F),  # of no width, and marks of direction
    (0x2028, 0x202E),  # ends of lines and paragraphs; what turns the direction
    (0x2060, 0x206F),
    (0x2800, 0x2800),  # a pattern of no dots
    (0x3164, 0x3164),
    (0xD800, 0xDFFF),  # halves of a pair, that no text in UTF-8 can hold
    (0xFDD0, 0xFDEF),  # no characters at all
    (0xFE00, 0xFE0F),  # choices among the forms of the one before
    (0xFEFF, 0xFEFF),
    (0xFFA0, 0xFFA0),
    (0xFFF0, 0xFFFB),
    *((plane + 0xFFFE, plane + 0xFFFF) for plane in range(0, 0x110000, 0x10000)),
    (0x1BCA0, 0x1BCA3),
    (0x1D173, 0x1D17A),
    (0xE0000, 0xE0FFF),  # tags
)
UNSEEN: Final = "".join(f"{re.escape(chr(first))}-{re.escape(chr(last))}" for first, last in _RANGES)
"""All of them, as the inside of a class of a regular expression."""
_UNSEEN: Final = re.compile(f"[{UNSEEN}]")
_IN_A_TEXT: Final = re.compile(rf"(?![\t\n])[{UNSEEN}]")
_ENDS: Final = re.compile(r"[\t\n\v\f\r\x1c-\x1f\x85\u2028\u2029]+")


def visible(text: str) -> str:
    r"""A text of one or more lines in which all can be seen: what can't is told by its number, ``\x1b`` or ``\u202e``.

    Tabs and the ends of lines stay.
    """
    return text if text.isascii() and text.isprintable() else _IN_A_TEXT.sub(_number, text)


def on_one_line(text: str) -> str:
    r"""A text of one line in which all can be seen: tabs and the ends of lines stand by their numbers too."""
    return text if text.isascii() and text.isprintable() else _UNSEEN.sub(_number, text)


def printable(text: str) -> str:
    """A text of one line without what can't be seen: a name in a picture. Tabs and the ends of lines are one blank."""
    return text if text.isascii() and text.isprintable() else _UNSEEN.sub("", _ENDS.sub(" ", text))


def markup(text: str) -> str:
    """The same for XML and HTML, in a text or in an attribute: what would be read as a tag is none."""
    return escape(printable(text))


def escaped(text: str) -> str:
    r"""A text that is JSON, with what can't be seen as ``\u202e``: it says the same. The ends of lines stay."""
    return text if text.isascii() and text.isprintable() else _IN_A_TEXT.sub(_units, text)


def _number(found: re.Match[str]) -> str:
    return found[0].encode("unicode-escape").decode("ascii")


def _units(found: re.Match[str]) -> str:
    code = ord(found[0])
    if code < 0x10000:
        return f"\\u{code:04x}"
    return f"\\u{0xD800 + (code - 0x10000 >> 10):04x}\\u{0xDC00 + (code & 0x3FF):04x}"
