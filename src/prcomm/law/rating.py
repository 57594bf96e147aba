"""What was reported of how bodies count and are rated by appeals: a Cabinet resolution, and figures of the ministry."""

from datetime import date

from prcomm.core.sources.citations import Basis, Enactment, Source
from prcomm.law.texts import articles

RESOLUTION_40 = Enactment(
    "Cabinet 40",
    "Resolution of the Cabinet of Ministers that rates state bodies by their work with appeals",
    articles=articles("""
the rating. By what bodies are rated
    Green, yellow or red, by the appeals registered, satisfied, refused, late and repeated. From which numbers on, over
    what time, and how each is to be counted was not reported.
"""),
    basis=Basis.REPORTED,
    unit="on",
    adopted=date(2026, 1, 30),
    edition="not read; as told by the press, its thresholds unknown",
)
MINISTRY = Source(
    "Ministry of Internal Affairs",
    "What the ministry published of its work with appeals",
    articles=articles("""
receptions of nine months of 2024. Persons received in person from January to September 2024, and what came of it
    10,933 came to personal receptions. 5,210 were advised there. Of 5,723 an appeal was accepted: 2,011 were
    satisfied, 3,210 explained, 55 refused or left without consideration, and 447 still under consideration.
"""),
    basis=Basis.REPORTED,
    unit="on",
)

RATED = RESOLUTION_40("the rating")
"""The five counts."""
PUBLISHED = MINISTRY("receptions of nine months of 2024")
"""The ministry's split, with its figures."""
SOURCES = (RESOLUTION_40, MINISTRY)
