"""The form of a label: what is named, whose words its name is made of, and the words in each language."""

from collections.abc import Mapping
from enum import Enum

from attrs import field, frozen

Key = tuple[str, str, str]
"""By what a label is found: the space it stands in (a process, the module of a class), its kind, its name."""


class Known(Enum):
    """Whose words a name is made of."""

    LAW = "the law's own words: they were compared with the act, in the language it was read in"
    DRAFT = "a working translation that nobody reviewed"


LAW, DRAFT = Known


@frozen
class Label:
    """What one thing is called.

    Attributes:
        kind: what it is: ``action``, ``entity``, ``deadline``, ``guard``; of a member of an Enum the name of its class.
        name: its name in the code; of a text the text.
        words: what it is called, by the tag of the language.
        law: the languages in which these are the law's own words, since they were compared with the act: never a
            translation of it, though another script of the same words.
        spaces: where it is found: in a process, among the classes of a module; everywhere in ``""``.
    """

    kind: str
    name: str
    words: Mapping[str, str] = field(hash=False)
    law: frozenset[str] = frozenset()
    spaces: tuple[str, ...] = ("",)

    @property
    def english(self) -> str:
        """In English: its name in the code, unless a table has a better word."""
        return self.words.get("en", self.name)

    @property
    def known(self) -> Known:
        """Whether the words of some language are the law's own."""
        return LAW if self.law else DRAFT

    def in_(self, lang: str) -> str:
        """The name in a language; in English where it has none."""
        return self.words.get(lang, self.english)

    @property
    def places(self) -> tuple[Key, ...]:
        """By what it is found: it has a key in each of its spaces."""
        return tuple((space, self.kind, self.name) for space in self.spaces)

    def merged(self, later: "Label") -> "Label":
        """With the words of a later row: they stand in for its own, language by language."""
        law = (self.law - later.words.keys()) | later.law
        return Label(self.kind, self.name, {**self.words, **later.words}, law, later.spaces)
