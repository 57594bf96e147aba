"""The form of a table of names: what is named, in Uzbek, in Russian, and whether the words are the law's own."""

from enum import Enum, StrEnum
from typing import Never

from prcomm.core.deadlines import Deadline
from prcomm.core.entities import Action, Entity, State
from prcomm.core.law import Dated, Source
from prcomm.core.people import Role
from prcomm.core.tables import Guard, Part


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

Named = (
    str
    | Enum
    | Role
    | Source
    | type[Action]
    | Dated[object]
    | Guard[Never, Never]
    | Deadline[Entity[State], Action]
    | Part[Entity[State], Action]
)
"""What may be named. A text stands for itself: a sentence of the core, a remedy, what the law forbids in words."""

Names = tuple[tuple[Named, str, str, Known], ...]
"""A table of names: of what, in Uzbek (Latin letters), in Russian, and how it is known. English is in the code, and
Cyrillic is derived from Latin."""
