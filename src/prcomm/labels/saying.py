"""Saying in another language what the library says in English: by tables of names, word by word."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import Enum
from functools import cached_property
from typing import Protocol, TypeGuard, cast

from attrs import field, frozen

from prcomm.core.entities import Action, Entity, State
from prcomm.core.errors import BadInput, unlike
from prcomm.core.guards import Guard
from prcomm.core.law import Source
from prcomm.core.oneof import counted
from prcomm.core.people import Role
from prcomm.core.sentences import Said, Say, filled, in_english, one_or_more
from prcomm.labels.cyrillic import cyrillic
from prcomm.labels.tables import Known, Lang, Name, Named, Names


@frozen
class Label:
    """What one thing is called.

    Attributes:
        english: its name in the code.
        uz: in Uzbek, in Latin letters.
        ru: in Russian.
        known: whether these are the law's own words.
    """

    english: str
    uz: str
    ru: str
    known: Known

    def in_(self, lang: Lang) -> str:
        """The name in a language; the Cyrillic one is derived from the Latin."""
        match lang:
            case Lang.EN:
                return self.english
            case Lang.UZ:
                return self.uz
            case Lang.UZ_CYRL:
                return cyrillic(self.uz)
            case Lang.RU:
                return self.ru


def _one_form(n: int) -> int:
    return 0


def _russian(n: int) -> int:
    if n % 10 == 1 and n % 100 != 11:
        return 0
    return 1 if n % 10 in (2, 3, 4) and n % 100 not in (12, 13, 14) else 2


FORMS: Mapping[Lang, Callable[[int], int]] = {
    Lang.EN: one_or_more,
    Lang.UZ: _one_form,
    Lang.UZ_CYRL: _one_form,
    Lang.RU: _russian,
}
"""Which form of a sentence each language uses for a number."""

Key = str | type | tuple[type[object], str]


def english(thing: object) -> str:
    """The text in the code by which a thing is known to a reader: of a guard what must hold, of the rest its name."""
    if isinstance(thing, Guard):
        return str(cast("Guard[Entity[State], Action]", thing).text)
    return thing.code if isinstance(thing, Source) else in_english(thing)


def key(thing: object) -> Key:
    """By what a thing is found in a table: an enum's member and a role apart from texts that read the same."""
    if isinstance(thing, Enum | Role):
        return type(thing), thing.name
    return thing if isinstance(thing, type) else str(english(thing))


@frozen
class Labels:
    """What things are called, and how whatever the library says is said with that.

    Attributes:
        names: the table; a later row of the same thing stands in for an earlier one.
    """

    names: Names = field(repr=counted)

    @cached_property
    def _found(self) -> Mapping[Key, Label]:
        return {key(thing): Label(english(thing), uz, ru, known) for thing, uz, ru, known in self.names}

    def extended(self, more: Iterable[Name]) -> "Labels":
        """These labels and more: of your own processes, or other words for ours."""
        return Labels((*self.names, *more))

    def __iter__(self) -> Iterator[Label]:
        return iter(self._found.values())

    def of(self, thing: Named) -> Label | None:
        """The label of a thing, if it has one."""
        return self._found.get(key(thing))

    def text(self, thing: object, lang: Lang = Lang.EN) -> str:
        """Anything the library names or says, in a language: a state, an action's class, a reason, a trace, a due.

        What has no label comes in English. A text is looked up as a whole; one that is nobody's name stays as it is.
        """
        return self.say(lang)(thing)

    def say(self, lang: Lang) -> Say:
        """What becomes of a word in a language: for ``reason.told(say)``, ``sheet.html(say)``."""
        faults = tuple(unlike("lang", f"one of Lang ({', '.join(Lang)})", lang, Lang))
        if faults:
            raise BadInput("a language", faults)
        found = self._found

        def say(word: object) -> str:
            if isinstance(word, Said):
                label = found.get(word.sentence)
                if label is None:
                    return filled(word.sentence, word.words, say, one_or_more)
                return filled(label.in_(lang), word.words, say, FORMS[lang])
            if _tells(word):
                return word.told(say)
            if isinstance(word, tuple):
                return ", ".join(map(say, cast("tuple[object, ...]", word)))
            if word is None or not _labelled(word):
                return _others(word, say)
            label = found.get(key(word))
            return english(word) if label is None else label.in_(lang)

        return english if lang is Lang.EN else say


class _Tells(Protocol):
    def told(self, say: Say) -> str: ...


def _tells(word: object) -> TypeGuard[_Tells]:
    return not isinstance(word, type) and callable(getattr(word, "told", None))


def _labelled(word: object) -> bool:
    return isinstance(word, str | Enum | type | Role | Source) or hasattr(word, "name")


def _others(word: object, say: Say) -> str:
    """A word that has no label of its own, but may say itself in a sentence that has: a term, a day, nothing."""
    told = in_english(word)
    return say(told) if isinstance(told, Said) else told
