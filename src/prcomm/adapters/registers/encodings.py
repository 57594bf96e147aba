"""In which encoding a file is: declared, or seen where nothing else fits; else told, and nothing is guessed.

A file with a mark of order, or that is UTF-8 throughout, says itself what it is. What is neither is taken for cp1251,
as offices here write it, only if all its words then are words of one script, written as words are. Anything else is
told with its line and the encoding it may be in.
"""

import codecs
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from io import TextIOWrapper
from typing import BinaryIO, Final, NoReturn

from prcomm.adapters.json import BadDocument, DocumentFault

UTF_8: Final = "utf-8"
MARKS: Final[tuple[tuple[bytes, str], ...]] = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"),
)  # fmt: skip
"""What stands before a text in some encodings."""
OTHERS: Final[Mapping[bytes, str]] = {
    b"PK\x03\x04": "a workbook or another packed file: save the sheet as CSV",
    b"\xd0\xcf\x11\xe0": "a workbook of an old Excel: save the sheet as CSV",
    b"%PDF": "a PDF, no table",
    b"\x1f\x8b": "packed by gzip twice: unpack it first",
}
"""How files begin that are no text, and what may be done."""
AT_ONCE: Final = 1 << 20
LONGEST_LINE: Final = 1_000_000
"""How many characters a line may have: a register is read line by line, and no more of it is kept."""
LIKE_WORDS: Final = 0.9
"""Which part of what is not ASCII must stand in words, or be a sign, for an encoding to be taken by sight."""
BY_SIGHT: Final = "cp1251"
MAYBE: Final = BY_SIGHT, "cp866", "koi8-r", "cp1252"
_SIGNS: Final = frozenset("№«»„“”‘’–—…•§°\u00a0")
_RUN: Final = re.compile(r"[^\W\d_]+")
_OFTEN: Final = frozenset("оеаинтсрвлк")
_CAPITALS: Final = 0.7
"""What words in capitals count for: in KOI8 small letters stand where cp1251 has capitals."""


def text_of(file: BinaryIO, encoding: str = "") -> tuple[Iterator[str], str]:
    """The lines of a file as text, and the encoding it is in. All of it is looked at once before.

    Raises ``BadDocument``, with the line, for what is not in that encoding.

    Args:
        file: it must be one that can be read from its beginning again.
        encoding: the one declared; empty to see.
    """
    start = file.read(AT_ONCE)
    for mark, what in OTHERS.items():
        if start.startswith(mark):
            _refuse(f"it is {what}")
    declared = named(encoding) if encoding else _marked(start)
    encoding = declared or UTF_8
    chunks = _from_start(file)
    try:
        _decoded(chunks, encoding)
    except UnicodeDecodeError as error:
        if declared:
            _refuse(f"it is no {encoding} from line {_line(file, error.start)} on")
        encoding = _seen(_around(file, error.start), _line(file, error.start))
        try:
            _decoded(_from_start(file), encoding)
        except UnicodeDecodeError as other:
            _refuse(_hint(_line(file, other.start), ()))
    return _lines(file, encoding), encoding


def _lines(file: BinaryIO, encoding: str) -> Iterator[str]:
    file.seek(0)
    text = TextIOWrapper(file, encoding, newline="")
    try:
        for number, line in enumerate(iter(partial(text.readline, LONGEST_LINE + 1), ""), 1):
            if len(line) > LONGEST_LINE:
                _refuse(f"line {number} is longer than {LONGEST_LINE} characters: no line of a register is")
            yield line
    finally:
        text.detach()  # the file stays whoever's it is


def named(encoding: str) -> str:
    """An encoding of text by any of its names. Raises ``BadDocument`` where there is none."""
    try:
        codec = codecs.lookup(encoding)
        "".encode(codec.name)
    except (LookupError, ValueError):
        _refuse("encoding: a name that Python has for one, as utf-8, cp1251 or utf-16")
    return codec.name


def _refuse(fault: str) -> NoReturn:
    raise BadDocument("a register", (DocumentFault("", fault),))


def _from_start(file: BinaryIO) -> Iterator[bytes]:
    file.seek(0)
    while chunk := file.read(AT_ONCE):
        yield chunk


def _decoded(chunks: Iterator[bytes], encoding: str) -> None:
    """Go through the bytes. Raises ``UnicodeDecodeError`` where they are not in the encoding, with the place."""
    decoder = codecs.getincrementaldecoder(encoding)("strict")
    before, chunk = 0, b""
    try:
        for chunk in chunks:
            decoder.decode(chunk)
            before += len(chunk)
        chunk = b""
        decoder.decode(b"", final=True)
    except UnicodeDecodeError as error:
        kept = len(error.object) - len(chunk)  # what was left over from the chunk before
        start = max(0, before - kept + error.start)
        raise UnicodeDecodeError(encoding, b"", start, start + 1, error.reason) from None


def _line(file: BinaryIO, place: int) -> int:
    """The line in which a byte stands."""
    line, before = 1, 0
    for chunk in _from_start(file):
        line += chunk[: max(0, place - before)].count(b"\n")
        before += len(chunk)
        if before >= place:
            break
    return line


def _around(file: BinaryIO, place: int) -> bytes:
    """What stands around a byte, from the beginning of a line."""
    file.seek(max(0, place - AT_ONCE // 2))
    return file.read(AT_ONCE)


def _marked(start: bytes) -> str:
    """The encoding that the beginning of a file tells; empty if it tells none."""
    for mark, encoding in MARKS:
        if start.startswith(mark):
            return encoding
    odd, even = start[1:4096:2].count(0), start[:4096:2].count(0)
    some = min(len(start), 4096) // 20
    if odd > some and not even:
        return "utf-16-le"
    return "utf-16-be" if even > some and not odd else ""


def _seen(sample: bytes, line: int) -> str:
    """The encoding of a text that is no UTF-8, if it can be seen which it is."""
    replaced = sample.decode(UTF_8, "replace")
    damaged = replaced.count("\ufffd")
    if sum(not char.isascii() for char in replaced) > 2 * damaged:
        _refuse(f"it is UTF-8, but for line {line} and perhaps others: a letter there is cut or spoilt")
    scores = {encoding: score(sample, encoding) for encoding in MAYBE}
    like, fit = scores[BY_SIGHT]
    if like >= LIKE_WORDS and fit >= max(other for _, other in scores.values()):
        return BY_SIGHT
    likely = sorted((name for name in MAYBE if scores[name][0] >= LIKE_WORDS), key=lambda name: -scores[name][1])
    _refuse(_hint(line, likely))


def _hint(line: int, likely: Sequence[str]) -> str:
    maybe = f", perhaps {' or '.join(likely)}" if likely else ""
    best = likely[0] if likely else BY_SIGHT
    return f'it is no UTF-8 from line {line} on{maybe}: declare its encoding, as "encoding": "{best}"'


def score(sample: bytes, encoding: str) -> tuple[float, float]:
    """Which part of what is not ASCII reads as words or signs in an encoding, and how well it fits."""
    text = sample.decode(encoding, "replace")
    every = sum(not char.isascii() for char in text)
    like = sum(char in _SIGNS for char in text)
    weight, often, letters = float(like), 0, 0
    for found in _RUN.finditer(text):
        word = found[0]
        if word.isascii() or not _is_word(word, encoding):
            continue
        like += len(word) - sum(char.isascii() for char in word)
        weight += len(word) * (_CAPITALS if word.isupper() and len(word) > 1 else 1)
        often += sum(char in _OFTEN for char in word.lower())
        letters += len(word)
    if not every:
        return 0.0, 0.0
    return like / every, weight / every * (0.2 + (often / letters if letters else 0))


def _is_word(word: str, encoding: str) -> bool:
    """Whether letters make a word: of one script, small after the first, or all capitals."""
    cased = word.islower() or word.isupper() or word[1:].islower()
    if encoding == "cp1252":
        return cased and all(char < "\u0250" for char in word)
    return cased and all("\u0400" <= char <= "\u04ff" for char in word)
