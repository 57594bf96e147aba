"""What a word of the command line names: by its name in the code, or by its label in any language."""

import sys
from collections.abc import Iterable, Mapping
from difflib import SequenceMatcher, get_close_matches
from itertools import accumulate
from pathlib import Path
from typing import Final, TypeVar

from prcomm.adapters.commands import wording
from prcomm.core.calendar.days import Calendar
from prcomm.core.calendar.law import Law
from prcomm.core.sources.citations import Basis, Source
from prcomm.core.sources.dated import Dated, LastDay
from prcomm.core.table.entities import Action
from prcomm.core.values.alternatives import Kind
from prcomm.core.values.errors import BadInput
from prcomm.core.values.messages import Message, joined, named, scoped
from prcomm.labels import LABELS
from prcomm.processes import PROCESSES, AnyLifecycle, lifecycle_of, own as own_thing

T = TypeVar("T")

ALIKE: Final = str.maketrans({"ё": "е", "_": " ", "-": " ", **dict.fromkeys("'`´’ʻʼ‘′", "ʼ")})
"""Letters that people type for one another."""
LONGEST: Final = 80
"""How much of a word that names nothing is told."""
MOST: Final = 600
"""How many letters of names are told where there are many."""


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
    names = {name: code for code, (_, of) in among.items() for name in names_of(of, code)}
    code = {folded(name): code for name, code in names.items()}.get(folded(given))
    if code is not None:
        return among[code][0]
    meant = dict.fromkeys(names[name] for name in nearest(given, names))
    close = tuple(told(one, among[one][1], lang) for one in meant)
    raise BadInput(what(), (wrong_word(given, names_in(among, lang), close),))


def told(code: str, of: object, lang: str) -> str:
    """A name that may be typed, with the label where that is another."""
    label = LABELS.text(of, lang)
    return code if folded(code) == folded(label) else f"{code} ({label})"


def names_in(among: Mapping[str, tuple[T, object]], lang: str) -> tuple[str, ...]:
    """What there is, by names that may be typed: with the label where that is another."""
    return tuple(told(code, of, lang) for code, (_, of) in among.items())


def wrong_word(given: str, there: Iterable[str], meant: tuple[str, ...] = ()) -> str:
    """What is said of a word that names nothing: the word, what was probably meant, and what there is."""
    known = tuple(there)
    meant = meant or nearest(given, known)
    return joined(
        wording.NO_SUCH(word=repr(given[:LONGEST])),
        wording.DID_YOU_MEAN(word=", ".join(meant)) if meant else "",
        wording.THERE_ARE(words=_listed(known)) if known else "",
    )


def _listed(names: tuple[str, ...]) -> str:
    """Names one after the other; of many the first, and how many more there are."""
    lengths = accumulate(len(one) + 2 for one in names)
    kept = [name for name, length in zip(names, lengths, strict=True) if length <= MOST]
    words = ", ".join(kept)
    left = len(names) - len(kept)
    return joined(named(words), wording.AND_MORE(n=left)) if left else words


def nearest(given: str, names: Iterable[str]) -> tuple[str, ...]:
    """The names that are most like a word, if any is: several where they are alike to it."""
    by_fold = {folded(name): name for name in names}
    word = folded(given)
    found = get_close_matches(word, by_fold, n=3, cutoff=0.6)
    like = [SequenceMatcher(None, name, word).ratio() for name in found]
    return tuple(by_fold[name] for name, ratio in zip(found, like, strict=True) if ratio == like[0])


def own(where: str) -> AnyLifecycle:
    """A lifecycle of one's own by where it is: where Python finds it, and last in the current folder."""
    _look_here()
    return lifecycle_of(where)


def _look_here() -> None:
    here = str(Path.cwd())
    if here not in sys.path:
        sys.path.append(here)


def law_of(where: str) -> Law:
    """The law by whose calendar a term is counted: a law or a calendar of one's own by where it is, else the library's.

    Raises ``BadInput`` for what is neither.
    """
    if not where:
        from prcomm.law import UZ

        return UZ
    _look_here()
    found = own_thing(where, "calendar")
    if isinstance(found, Law):
        return found
    if not isinstance(found, Calendar):
        raise BadInput("--calendar", (wording.NO_CALENDAR(word=repr(where), kind=type(found).__name__),))
    binds = Dated.of("a last day that is a day off", LastDay.STRICT, Source(found.name)("-").by(Basis.ASSUMED))
    return Law(found.name, found, binds, zone="UTC")


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
