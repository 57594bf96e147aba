"""Uzbekistan: the enactments the library rests on, their figures, and the days off.

``UZ`` is all of it as one value. What is in doubt says so where it stands: in the basis of a citation, in the reason of
a day off, in the edition of an act and in its amendments that were not read. What stands nowhere is among ``DOUBTS``.
"""

from functools import partial
from importlib import import_module
from pkgutil import iter_modules
from typing import cast

from prcomm.core.calendar.law import Law
from prcomm.core.sources.citations import Doubt, Source
from prcomm.core.sources.dated import Dated
from prcomm.core.sources.people import Office
from prcomm.law.civil_code import CIVIL_CODE, CONVENTIONS, LAST_DAY, ROLL_FORWARD_BY_ANALOGY
from prcomm.law.days_off import CALENDAR, EXPECTED
from prcomm.law.labour_code import LABOUR_CODE
from prcomm.law.liability import ADMINISTRATIVE_CODE, CRIMINAL_CODE, Fine
from prcomm.law.model_regulation import MODEL_REGULATION
from prcomm.law.orq445 import ORQ445
from prcomm.law.source_article import SOURCE_ARTICLE

__all__ = [
    "ADMINISTRATIVE_CODE", "CALENDAR", "CIVIL_CODE", "CRIMINAL_CODE", "DOUBTS", "EXPECTED", "LABOUR_CODE",
    "MODEL_REGULATION", "ORQ445", "ROLL_FORWARD_BY_ANALOGY", "SOURCES", "UZ", "VALUES", "Fine", "office",
]  # fmt: skip

_MODULES = [import_module(f"{__name__}.{found.name}") for found in iter_modules(__path__)]

_OURS = (cast("tuple[Source, ...]", getattr(module, "SOURCES", ())) for module in _MODULES)
SOURCES = tuple(source for ours in _OURS for source in ours)
"""Every source the law cites: what the modules of this package name as theirs, in the order of their names."""

VALUES = tuple(
    value for module in _MODULES for value in cast("tuple[Dated[object], ...]", getattr(module, "VALUES", ()))
)
"""Every dated value but the Reading of a last day, which the law has of its own."""

DOUBTS = tuple(doubt for module in _MODULES for doubt in cast("tuple[Doubt, ...]", getattr(module, "DOUBTS", ())))
"""What to check with a lawyer, besides what rests on less than the text of an act."""

UZ = Law(
    "Uzbekistan", CALENDAR, LAST_DAY, CONVENTIONS, SOURCES, VALUES,
    version="2026-11-22", zone="Asia/Tashkent", doubts=DOUBTS,
)  # fmt: skip
"""The law of Uzbekistan, as far as it was read."""

office = partial(Office, zone=UZ.zone)
"""An office on the clock of Uzbekistan: ``office("district IIB", week=6)``."""

OFFICE_CITES = (SOURCE_ARTICLE(1),)
"""The article behind the project: the bodies of the system."""
