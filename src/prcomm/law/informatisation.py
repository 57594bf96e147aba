"""The law on informatisation: what the owner of a site or page owes."""

from datetime import date

from prcomm.core.sources.citations import Enactment
from prcomm.law.texts import articles

INFORMATISATION = Enactment(
    "560-II",
    "Law of the Republic of Uzbekistan on informatisation",
    articles=articles("""
12-1. The owner of a site or page
    Checks that information is true before posting it, deletes at once what proves wrong, and watches the own resource.
    Otherwise access to it may be limited, and whoever was harmed may sue.
"""),
    adopted=date(2003, 12, 11),
    edition="a copy with amendment notes of 03.03.2026, in Uzbek: article 12¹ as inserted by O‘RQ-679 of 30.03.2021",
    questions=("Whether a text known to be wrong may be posted on while its correction is written.",),
)

SOURCES = (INFORMATISATION,)
