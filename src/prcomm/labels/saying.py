"""Saying in another language what the library says in English: by tables of names, word by word."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from enum import Enum
from functools import cached_property
from typing import Final, Protocol, TypeGuard, TypeVar, cast

from attrs import field, frozen

from prcomm.core.questions.lifecycle import Lifecycle
from prcomm.core.sources.citations import Source
from prcomm.core.sources.dated import Dated
from prcomm.core.sources.people import Role
from prcomm.core.table.entities import Action, Entity, State
from prcomm.core.table.guards import Guard
from prcomm.core.values.alternatives import counted
from prcomm.core.values.display import as_shown
from prcomm.core.values.errors import BadInput, said
from prcomm.core.values.messages import PLAIN, Message, Said, Say, filled, in_english, named, one_or_more
from prcomm.labels.lacking import things_of
from prcomm.labels.tables import Key, Label

E = TypeVar("E", bound=Entity[State])
A = TypeVar("A", bound=Action)

ENGLISH: Final = "en"
"""The tag of the language of the code."""


def _russian(n: int) -> int:
    if n % 10 == 1 and n % 100 != 11:
        return 0
    return 1 if n % 10 in (2, 3, 4) and n % 100 not in (12, 13, 14) else 2


FORMS: Final[Mapping[str, Callable[[int], int]]] = {ENGLISH: one_or_more, "ru": _russian}
"""Which form of a sentence a language uses for a number, where it has more than one."""


DOTTED: Final = frozenset({"uz", "uz-Cyrl", "ru"})
"""The languages that write a day as 28.02.2026; in others it stays as ISO 8601 has it."""


def english(thing: object) -> str:
    """The text in the code by which a thing is known to a reader: of a guard what must hold, of the rest its name."""
    if isinstance(thing, Guard):
        return str(cast("Guard[Entity[State], Action]", thing).text)
    return thing.code if isinstance(thing, Source) else in_english(thing)


def key(thing: object) -> Key:
    """By what a thing is found: a member or a class among those of its module, a text in the scope it was said in."""
    if isinstance(thing, Said):
        return (*thing.scope, thing.sentence)
    if isinstance(thing, Enum):
        return type(thing).__module__, type(thing).__name__, thing.name
    if isinstance(thing, type):
        return thing.__module__, "action" if issubclass(thing, Action) else "entity", thing.__name__
    for kind, called in _SHARED.items():
        if isinstance(thing, kind):
            return "", called, english(thing)
    if isinstance(thing, str):
        return (*(thing.scope if isinstance(thing, Message) else PLAIN), str(thing))
    text = _text(thing)
    return key(text if isinstance(text, str) else english(thing))


def _text(thing: object) -> object:
    """By what a guard, a deadline or a part is known: a text in its scope."""
    return getattr(thing, "text" if isinstance(thing, Guard) else "name", None)


GENERAL: Final = {"again": "sentence", "cited": "source", "phase": "phase"}
"""Where a name is found that has none of its own kind: an act beside a place in it, a place after another of the same
act, a phase that a process calls as others do."""
_SHARED: Mapping[type, str] = {Role: "role", Source: "source", Dated: "value"}


@frozen
class Labels:
    """What things are called, and how whatever the library says is said with that.

    Raises ``BadInput`` for sentences with several forms in a language of which nothing says when to use which.

    Attributes:
        names: the labels; a later one of the same thing stands in for an earlier one, language by language.
        forms: of a language with several forms of a sentence, which of them it uses for a number.
    """

    __rich_repr__ = as_shown

    names: tuple[Label, ...] = field(repr=counted)
    forms: Mapping[str, Callable[[int], int]] = field(default=FORMS, repr=False, hash=False)

    def __attrs_post_init__(self) -> None:
        sentences = (one for one in self.names if one.kind == "sentence")
        several = {tag: text for one in sentences for tag, text in one.words.items() if "|" in text}
        faults = tuple(f"{tag}: which form is it for a number? {several[tag]!r}" for tag in several.keys() - self.forms)
        if faults:
            raise BadInput("the forms of a language", faults)

    @cached_property
    def _found(self) -> Mapping[Key, Label]:
        found: dict[Key, Label] = {}
        for label in self.names:
            for where in label.places:
                found[where] = found[where].merged(label) if where in found else label
        return found

    @cached_property
    def languages(self) -> tuple[str, ...]:
        """The tags of the languages there are, English first."""
        return tuple(dict.fromkeys((ENGLISH, *(tag for label in self.names for tag in label.words))))

    def extended(self, more: Iterable[Label], forms: Mapping[str, Callable[[int], int]] | None = None) -> "Labels":
        """These labels and more: of your own processes, in another language, or other words for ours.

        Args:
            more: the labels, as ``read`` gives them.
            forms: of a new language with several forms of a sentence, the number of its form for a number.
        """
        return Labels((*self.names, *more), {**self.forms, **(forms or {})})

    def __iter__(self) -> Iterator[Label]:
        return (label for where, label in self._found.items() if where == label.places[0])

    def of(self, thing: object) -> Label | None:
        """The label of a thing, if it has one."""
        space, kind, name = key(thing)
        label = self._found.get((space, kind, name))
        while label is None and space:  # a class is named with those of its module, or of a package around it
            space = space.rpartition(".")[0]
            label = self._found.get((space, kind, name)) if space else None
        return self._found.get(("", GENERAL[kind], name)) if label is None and kind in GENERAL else label

    def text(self, thing: object, lang: str = ENGLISH) -> str:
        """Anything the library names or says, in a language: a state, an action's class, a reason, a trace, a due.

        What has no label comes in English. A text is looked up as a whole; one that is nobody's name stays as it is.
        """
        return self.say(lang)(thing)

    def missing(self, lifecycle: "Lifecycle[E, A]", lang: str) -> tuple[tuple[str, str], ...]:
        """What of a lifecycle has no name in a language: the kind and the name of each."""
        self._known(lang)
        things = (thing for thing in things_of(lifecycle) if thing != "")
        lacking = (key(thing)[1:] for thing in things if not self._named(self.of(thing), lang))
        return tuple(dict.fromkeys(lacking))

    def untold(self, lang: str) -> tuple[Label, ...]:
        """The labels that have no word in a language."""
        self._known(lang)
        return tuple(label for label in self if not self._named(label, lang))

    @staticmethod
    def _named(label: Label | None, lang: str) -> bool:
        return lang == ENGLISH or (label is not None and lang in label.words)

    def _known(self, lang: str) -> None:
        if lang not in self.languages:
            raise BadInput("a language", (f"lang: one of {', '.join(self.languages)}, not {said(lang)}",))

    def say(self, lang: str) -> Say:
        """What becomes of a word in a language: for ``reason.rendered(say)``, ``sheet.html(say)``."""
        self._known(lang)
        of, form, day = self.of, self.forms.get(lang, _one_form), _day if lang in DOTTED else in_english

        def say(word: object) -> str:
            if isinstance(word, Guard):
                word = named(cast("Guard[Entity[State], Action]", word).text)
            if isinstance(word, Said):
                label = of(word)
                if label is not None and lang in label.words:
                    return filled(label.words[lang], word.words, say, form)
                return filled(word.sentence if label is None else label.english, word.words, say, one_or_more)
            if _tells(word):
                return word.rendered(say)
            if isinstance(word, tuple):
                return ", ".join(map(say, cast("tuple[object, ...]", word)))
            if isinstance(word, date):
                return day(word)
            if word is None or not _labelled(word):
                return _others(word, say)
            label = of(word)
            told = None if label is None else label.words.get(lang, label.words.get(ENGLISH))
            return english(word) if told is None else told

        return english if lang == ENGLISH and not self._in_english else say

    @cached_property
    def _in_english(self) -> bool:
        """Whether a table has a better English word for anything than its name in the code."""
        return any(ENGLISH in label.words for label in self.names)


def _day(day: date) -> str:
    """A day or an instant as Uzbek and Russian write it: 28.02.2026."""
    iso = in_english(day)
    return f"{day.day:02d}.{day.month:02d}.{day.year:04d}{iso[len('2026-02-28') :]}"


def _one_form(n: int) -> int:
    return 0


class _Tells(Protocol):
    def rendered(self, say: Say) -> str: ...


def _tells(word: object) -> TypeGuard[_Tells]:
    return not isinstance(word, type) and callable(getattr(word, "rendered", None))


_LABELLED = (str, Enum, type, Role, Source)


def _labelled(word: object) -> bool:
    return isinstance(word, _LABELLED) or hasattr(word, "name")


def _others(word: object, say: Say) -> str:
    """A word that has no label of its own, but may say itself in a sentence that has: a term, a day, nothing."""
    told = in_english(word)
    return say(told) if isinstance(told, Said) else told
