"""Labels out of CSV: a row for each thing that has a name, a column for each language."""

import csv
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from importlib.resources.abc import Traversable
from io import StringIO
from pathlib import Path
from typing import Final, TypeVar

from prcomm.core.questions.lifecycle import Lifecycle
from prcomm.core.sources.dated import UNITS
from prcomm.core.table.entities import Action, Entity, State
from prcomm.core.values.characters import printable
from prcomm.core.values.errors import BadInput
from prcomm.labels.cyrillic import cyrillic
from prcomm.labels.lacking import classes_of
from prcomm.labels.tables import Label
from prcomm.processes import PROCESSES

E = TypeVar("E", bound=Entity[State])
A = TypeVar("A", bound=Action)

COLUMNS: Final = ("kind", "name", "known")
"""What stands before the languages."""
DERIVED: Final[Mapping[str, tuple[str, Callable[[str], str]]]] = {"uz-Cyrl": ("uz", cyrillic)}
"""The scripts that are derived from another where a table does not give them, and by which rule."""
OF_THE_ACTS: Final = "uz"
"""The language in which the acts were read: words are the law's own in it, and in another script of it, but in no other
language, since a translation was compared with nothing."""
SHARED: Final = frozenset({"again", "cited", "role", "source", "told", "value"})
"""What no process has for itself."""
BESIDES: Final[Mapping[str, tuple[str, ...]]] = {
    "core": ("", "prcomm.core"),
    "law": ("", "prcomm.law"),
    "orq445": ("",),
    "acts": ("",),
    "house": ("",),
    "doubts": ("",),
    "adapters": ("adapters",),
    "views": ("views", "prcomm.views"),
    "vocabulary": ("vocabulary",),
    "source_article": ("source_article",),
    "site": ("site",),
}
"""The tables that are of no process, and where what they name is found."""
PLACE: Final = re.compile(r"\{\w*\}")
FREE: Final[Mapping[str, str]] = {"again": "{source}"}
"""The place that a translation may do without, by the kind of a sentence: an act that was named just before."""
OF_CODE: Final = "{code}"
"""The place of what only a programmer writes: a translation of whatever kind may do without it."""
_TAG = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?")
_APOSTROPHE = re.compile(r"[‘’'`´]|(?<![OoGg])ʻ|(?<=[OoGg])ʼ")


def read(path: "str | Path | Traversable", of: "str | Lifecycle[E, A]" = "core") -> tuple[Label, ...]:
    """The labels in a CSV file, in UTF-8. Raises ``BadInput`` with every fault and its line.

    Args:
        path: the file.
        of: whose names they are: a lifecycle of your own, the name of one of ours, or ``core``, ``law``, ``adapters``,
            ``views``.
    """
    file = Path(path) if isinstance(path, str) else path
    try:
        text = file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadInput(file.name, (f"it is no UTF-8 from byte {error.start} on",)) from None
    return parse(text, of, file.name)


def parse(text: str, of: "str | Lifecycle[E, A]" = "core", called: str = "labels") -> tuple[Label, ...]:
    """The same out of the text of such a file."""
    spaces, lines = _spaces(of), csv.reader(StringIO(text, newline=""), strict=True)
    labels: list[Label] = []
    first: dict[tuple[str, ...], int] = {}
    faults: list[str] = []
    try:
        head = next(lines, list[str]())
        tags = tuple(head[len(COLUMNS) :])
        faults += _of_head(head, tags)
        for row in () if faults else lines:
            found = list(_of_row(row, tags))
            if not found:
                labels.append(_label(row, tags, spaces))
                before = first.setdefault(tuple(row[:2]), lines.line_num)
                found = [] if before == lines.line_num else [f"{row[0]} {row[1]!r} stands on line {before} already"]
            faults += (f"line {lines.line_num}: {fault}" for fault in found)
    except csv.Error as error:
        faults.append(f"line {lines.line_num}: {error}")
    if faults:
        raise BadInput(called, tuple(faults))
    return tuple(labels)


def _spaces(of: "str | Lifecycle[E, A]") -> tuple[str, ...]:
    """Where the names of a table are found. What is one's own in a table of one's own is found as a plain text too."""
    if isinstance(of, Lifecycle):
        return ("", str(of.name), *dict.fromkeys(kind.__module__ for kind in classes_of(of)))
    return BESIDES[of] if of in BESIDES else (of, PROCESSES.module(of))


def _of_head(head: Sequence[str], tags: Sequence[str]) -> Iterator[str]:
    if tuple(head[: len(COLUMNS)]) != COLUMNS or not tags:
        yield f"line 1: the columns are {','.join(COLUMNS)} and the tags of languages, not {','.join(head)}"
        return
    for n, tag in enumerate(tags):
        if not _TAG.fullmatch(tag):
            yield f"line 1: the tag of a language, as uz-Cyrl, not {tag!r}"
        elif tag in tags[:n]:
            yield f"line 1: the language {tag} twice"


def _of_row(row: Sequence[str], tags: Sequence[str]) -> Iterator[str]:
    if len(row) != len(COLUMNS) + len(tags):
        yield f"{len(COLUMNS) + len(tags)} cells, not {len(row)}"
        return
    kind, name, known, *cells = row
    if not kind or not name:
        yield "it has no kind or no name"
    words = {tag: cell for tag, cell in zip(tags, cells, strict=True) if cell}
    if known not in ("law", "draft"):
        yield f"known: law or draft, not {known!r}"
    elif known == "law" and OF_THE_ACTS not in words:
        yield f"known: law is said of words in the language of the acts, {OF_THE_ACTS}, and there are none"
    wanted, free = set(PLACE.findall(words.get("en", name))), {OF_CODE, FREE.get(kind, OF_CODE)}
    for tag, cell in words.items():
        for form in cell.split("|"):
            if set(PLACE.findall(form)) | free != wanted | free:
                yield f"{tag}: the places are {' '.join(sorted(wanted)) or 'none'}, not those of {form!r}"
    if _APOSTROPHE.search(words.get("uz", "")):
        yield f"uz: ʻ stands in oʻ and gʻ, ʼ elsewhere, and no other apostrophe: {words['uz']!r}"


def _label(row: Sequence[str], tags: Sequence[str], spaces: tuple[str, ...]) -> Label:
    kind, name, known, *cells = row
    seen = {tag: printable(cell).strip() for tag, cell in zip(tags, cells, strict=True)}
    given = {tag: cell for tag, cell in seen.items() if cell}
    words: dict[str, str] = {}
    for tag, cell in given.items():
        words[tag] = cell
        words |= {one: rule(cell) for one, (of, rule) in DERIVED.items() if of == tag and one not in given}
    own = (tag for tag in words if DERIVED.get(tag, (tag,))[0] == OF_THE_ACTS)
    law = frozenset(own if known == "law" else ())
    shared = kind in SHARED or (kind in ("sentence", "phase", *UNITS) and "" in spaces)
    return Label(kind, name, words, law, ("",) if shared else tuple(filter(None, spaces)))
