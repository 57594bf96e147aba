"""Sentences with places for words, so that what the library says can be said in another language too.

The core speaks English. What it says is a ``str`` like any other, and remembers which sentence it is and which words
stand in it. What that becomes in other languages is data, and is kept above the wings.
"""

import re
from collections import Counter
from collections.abc import Callable, Mapping
from datetime import date, datetime
from enum import Enum
from functools import lru_cache
from types import MappingProxyType
from typing import Final, cast

Say = Callable[[object], str]
"""What becomes of a word in some language."""

Scope = tuple[str, str]
"""Whose name a text is, and of what kind: ``("appeal", "deadline")``. Nobody's own are the sentences of the core."""

PLAIN: Final[Scope] = ("", "sentence")
"""The scope of a text that is no name of a process."""

LONGEST_KEPT: Final = 1000
"""How many characters a text may have for what was made of it to be kept."""
_PLACE = re.compile(r"\{(\w+)\}")


class Said(str):
    """A sentence as it was said: its English text, which sentence it is, the words in it, and whose it is.

    Attributes:
        sentence: the sentence, with its places.
        words: what stands in each place.
        scope: the process whose sentence or name it is, and the kind of name.
    """

    __slots__ = ("scope", "sentence", "words")

    sentence: str
    words: Mapping[str, object]
    scope: Scope

    def __new__(cls, sentence: str, words: Mapping[str, object], scope: Scope = PLAIN, text: str = "") -> "Said":
        said = super().__new__(cls, text or filled(sentence, words, in_english, one_or_more))
        said.sentence = sentence
        said.words = MappingProxyType(dict(words))
        said.scope = scope
        return said

    def __reduce__(self) -> tuple[type["Said"], tuple[str, Mapping[str, object], Scope]]:
        return Said, (self.sentence, dict(self.words), self.scope)


class Message(str):
    """A sentence with places for words: ``Message("{role} may not {action}")``.

    Where the words ask for it, it has a form for one and one for more, told apart by the word ``n``:
    ``{n} day|{n} days``.

    Args:
        text: the sentence.
        of: whose it is: the name of a process; of the core without it.
    """

    __slots__ = ("of",)

    of: str

    def __new__(cls, text: str, of: str = "") -> "Message":
        sentence = super().__new__(cls, text)
        sentence.of = of
        return sentence

    def __reduce__(self) -> tuple[type["Message"], tuple[str, str]]:
        return Message, (str(self), self.of)

    def __call__(self, **words: object) -> Said:
        """The sentence with its words."""
        return Said(str(self), words, self.scope)

    @property
    def scope(self) -> Scope:
        """Whose it is, among the sentences."""
        return (self.of, "sentence") if self.of else PLAIN


def filled(sentence: str, words: Mapping[str, object], say: Say, form: Callable[[int], int]) -> str:
    """A sentence with its words in it.

    Args:
        sentence: the sentence in some language.
        words: what stands in its places.
        say: what becomes of a word in that language.
        form: which of the forms that language uses for a number.
    """
    if not words:
        return sentence
    form_of, places = _pieces(_chosen(sentence, words, form))
    return form_of.format(*[in_place(words[place], say) for place in places])


def length(sentence: str, words: Mapping[str, object], say: Say, form: Callable[[int], int]) -> int:
    """How long a sentence with its words comes to be, without making it: a word may stand in it a thousand times."""
    if not words:
        return len(sentence)
    chosen = _chosen(sentence, words, form)
    places = Counter(_PLACE.findall(chosen))
    return len(chosen) + sum(n * (len(in_place(words[place], say)) - len(place) - 2) for place, n in places.items())


def _chosen(sentence: str, words: Mapping[str, object], form: Callable[[int], int]) -> str:
    """The form of a sentence that its words ask for."""
    forms = sentence.split("|")
    n = words.get("n")
    return forms[min(form(n), len(forms) - 1)] if isinstance(n, int) else forms[0]


def _pieces(sentence: str) -> tuple[str, tuple[str, ...]]:
    """A sentence as a format of its places in order, and the names of these; a long one is nobody's own, and is not
    kept."""
    return _known_pieces(sentence) if len(sentence) <= LONGEST_KEPT else _known_pieces.__wrapped__(sentence)


@lru_cache(maxsize=2048)
def _known_pieces(sentence: str) -> tuple[str, tuple[str, ...]]:
    pieces = _PLACE.split(sentence)
    texts = (text.replace("{", "{{").replace("}", "}}") for text in pieces[::2])
    return "{}".join(texts), tuple(pieces[1::2])


def in_place(word: object, say: Say) -> str:
    """A word in its place. A plain text there is somebody's own (a reference, a line of code), and stays."""
    return word if type(word) is str else say(word)


def one_or_more(n: int) -> int:
    """The form English uses for a number."""
    return 0 if n == 1 else 1


def in_english(word: object) -> str:
    """A word as English has it: by its name in the code, a day by its ISO form."""
    if word is None or isinstance(word, str):
        return str(word or "")
    if isinstance(word, type):
        return word.__name__
    if isinstance(word, Enum):
        return word.name
    told: object = getattr(word, "rendered", None)
    if callable(told):
        return str(word)
    if isinstance(word, tuple):
        return ", ".join(map(in_english, cast("tuple[object, ...]", word)))
    if isinstance(word, datetime):
        return word.isoformat(sep=" ", timespec="minutes")
    if isinstance(word, date):
        return word.isoformat()
    name: object = getattr(word, "name", None)
    return name if isinstance(name, str) else str(word)


A, AN = Message("a {thing}"), Message("an {thing}")


def one(thing: object) -> Said:
    """A thing with its article: a loan, an appeal."""
    return (AN if vowel(in_english(thing)) else A)(thing=thing)


def vowel(noun: str) -> bool:
    """Whether a noun begins as one that is spoken with a vowel."""
    return noun.lower().startswith(("a", "e", "i", "o")) and not noun.lower().startswith("one")


def named(text: str) -> Said:
    """A name or a sentence of the library's own, where it stands as a word: it has labels, as plain texts have not."""
    if isinstance(text, Said):
        return text
    return Said(text, {}, text.scope if isinstance(text, Message) else PLAIN)


def scoped(text: str, of: str, kind: str) -> str:
    """A text as somebody's name of a kind: ``scoped("reply", "appeal", "deadline")``. It reads and equals as before.

    What says nothing stays as it is, and so does a sentence with words in it: it is one whoever says it.
    """
    if not text or not isinstance(cast("object", text), str):
        return text
    said = named(text)
    return said if said.words else Said(said.sentence, {}, (of, kind))


def joined(*parts: str) -> str:
    """Several things said, one after the other; those that say nothing are left out."""
    some = [part for part in parts if part]
    if len(some) < 2:
        return some[0] if some else ""
    words = {f"p{n}": part for n, part in enumerate(some)}
    return Said("; ".join(f"{{{name}}}" for name in words), words, text="; ".join(some))
