"""Uzbekistan: the enactments the library rests on, their figures, and the days off.

``UZ`` is all of it as one value. What is in doubt says so where it stands: in the basis of a citation, in the reason of
a day off, in the edition of an act and in its amendments that were not read.
"""

from functools import partial

from prcomm.core.law import Law
from prcomm.core.people import Office
from prcomm.law import days_off, labour_code, liability, model_regulation, orq445, rating
from prcomm.law.civil_code import CIVIL_CODE, CONVENTIONS, LAST_DAY, ROLL_FORWARD_BY_ANALOGY
from prcomm.law.days_off import CALENDAR, EXPECTED
from prcomm.law.labour_code import LABOUR_CODE
from prcomm.law.liability import ADMINISTRATIVE_CODE, CRIMINAL_CODE, ORQ586, PRESS, Fine
from prcomm.law.model_regulation import MODEL_REGULATION
from prcomm.law.orq445 import ORQ445

__all__ = [
    "ADMINISTRATIVE_CODE", "CALENDAR", "CIVIL_CODE", "CRIMINAL_CODE", "EXPECTED", "LABOUR_CODE", "MODEL_REGULATION",
    "ORQ445", "ROLL_FORWARD_BY_ANALOGY", "SOURCES", "UZ", "VALUES", "Fine", "office",
]  # fmt: skip

SOURCES = (
    ORQ445,
    CIVIL_CODE,
    LABOUR_CODE,
    ADMINISTRATIVE_CODE,
    CRIMINAL_CODE,
    MODEL_REGULATION,
    ORQ586,
    PRESS,
    *rating.SOURCES,
    *days_off.ACTS,
)
"""Every source the law cites."""

VALUES = (*orq445.VALUES, *labour_code.VALUES, *liability.VALUES, *model_regulation.VALUES)
"""Every dated value but the Reading of a last day, which the law has of its own."""

UZ = Law("Uzbekistan", CALENDAR, LAST_DAY, CONVENTIONS, SOURCES, VALUES, version="2026-11-22", zone="Asia/Tashkent")
"""The law of Uzbekistan, as far as it was read."""

office = partial(Office, zone=UZ.zone)
"""An office on the clock of Uzbekistan: ``office("district IIB", week=6)``."""
