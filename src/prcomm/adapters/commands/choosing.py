"""What a word of the command line names: by its name in the code, or by its label in any language."""

import sys
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Final, TypeVar

from prcomm.adapters.commands import wording
from prcomm.core.table.entities import Action
from prcomm.core.values.alternatives import Kind
from prcomm.core.values.errors import BadInput
from prcomm.core.values.messages import Message, joined, scoped
from prcomm.labels import LABELS
from prcomm.processes import PROCESSES, AnyLifecycle, lifecycle_of

T = TypeVar("T")

ALIKE: Final = str.maketrans({"ё": "е", "_": " ", "-": " ", **dict.fromkeys("'`´’ʻʼ‘′", "ʼ")})
"""Letters that people type for one another."""


def folded(word: str) -> str:
    """A word as it is compared: whatever its capitals, apostrophes and dashes."""
    return " ".join(word.casefold().translate(ALIKE).split())


def names_of(thing: object, code: str) -> tuple[str, ...]:
    """All by which a thing may be named: its name in the code, and its label in each language."""
    label = LABELS.of(thing)
    return (code, *(label.words.values() if label else ()))


def chosen(what: Message, given: str, among: Mapping[str, tuple[T, object]], lang: str) -> T:
    """What a word names. Raises ``BadInput`` that names the word, and what was probably meant.

    Args:
        what: what it should be, in words.
        given: the word.
        among: what there is by its name in the code, each with what has its label.
        lang: the language asked for.
    """
    names = {folded(name): code for code, (_, of) in among.items() for name in names_of(of, code)}
    code = names.get(folded(given))
    if code is not None:
        return among[code][0]
    raise BadInput(what(), (wrong_word(given, names_in(among, lang), [*names]),))


def names_in(among: Mapping[str, tuple[T, object]], lang: str) -> tuple[str, ...]:
    """What there is, by names that may be typed: with the label where that is another."""
    told = ((code, LABELS.text(of, lang)) for code, (_, of) in among.items())
    return tuple(code if folded(code) == folded(label) else f"{code} ({label})" for code, label in told)


def wrong_word(given: str, there: Iterable[str], names: Iterable[str] = ()) -> str:
    """What is said of a word that names nothing: the word, what was probably meant, and what there is."""
    known = tuple(there)
    close = nearest(given, names or known)
    meant = wording.DID_YOU_MEAN(word=close) if close else ""
    return joined(wording.NO_SUCH(word=repr(given)), meant, wording.THERE_ARE(words=", ".join(known)) if known else "")


def nearest(given: str, names: Iterable[str]) -> str:
    """The name that is most like a word; empty if none is."""
    by_fold = {folded(name): name for name in names}
    found = get_close_matches(folded(given), by_fold, n=1, cutoff=0.6)
    return by_fold[found[0]] if found else ""


def own(where: str) -> AnyLifecycle:
    """A lifecycle of one's own by where it is: where Python finds it, and last in the current folder."""
    here = str(Path.cwd())
    if here not in sys.path:
        sys.path.append(here)
    return lifecycle_of(where)


def process(given: str, lang: str) -> AnyLifecycle:
    """The lifecycle of a process, by its name in the code or in any language; or of one's own, by where it is."""
    if ":" in given:
        return own(given)
    among = {name: (name, scoped(name, name, "process")) for name in PROCESSES}
    return PROCESSES[chosen(wording.A_PROCESS, given, among, lang)]


def kind(given: str, lifecycle: AnyLifecycle, lang: str) -> Kind:
    """A kind of what a lifecycle moves."""
    return chosen(wording.A_KIND, given, {one.name: (one, one) for one in lifecycle.kinds}, lang)


def deadline(given: str, lifecycle: AnyLifecycle, lang: str) -> str:
    """The name of a deadline."""
    return chosen(wording.A_DEADLINE, given, {str(one.name): (str(one.name), one) for one in lifecycle.deadlines}, lang)


def action(given: str, lifecycle: AnyLifecycle, lang: str) -> type[Action]:
    """An action of a lifecycle."""
    among = {one.__name__: (one, one) for one in lifecycle.actions}
    return chosen(wording.AN_ACTION, given, among, lang)
