"""The form of a table of names: what is named, in Uzbek, in Russian, and whether the words are the law's own."""

from enum import Enum, StrEnum
from typing import Never

from prcomm.core.guards import Guard
from prcomm.core.law import Dated, Source
from prcomm.core.people import Role


class Lang(StrEnum):
    """A language in one of its scripts."""

    EN = "en"
    UZ = "uz"
    """Uzbek in Latin letters"""
    UZ_CYRL = "uz-Cyrl"
    """Uzbek in Cyrillic letters"""
    RU = "ru"


class Known(Enum):
    """Whose words a name is made of."""

    LAW = "the law's own words, by the glossary"
    DRAFT = "a working translation that nobody reviewed"


LAW, DRAFT = Known

Named = str | Enum | Role | Source | type[object] | Dated[object] | Guard[Never, Never]
"""What may be named. A text stands for itself: a sentence of the core, the name of a deadline or of a part, a remedy,
what the law forbids in words. A class is that of an action or an entity."""

Name = tuple[Named, str, str, Known]
"""One row: what is named, in Uzbek, in Russian, and how it is known."""

Names = tuple[Name, ...]
"""A table of names: of what, in Uzbek (Latin letters), in Russian, and how it is known. English is in the code, and
Cyrillic is derived from Latin."""
