"""The Constitution: the articles that a rule rests on."""

from prcomm.core.sources.citations import Enactment
from prcomm.law.texts import articles

CONSTITUTION = Enactment(
    "Constitution",
    "Constitution of the Republic of Uzbekistan",
    articles=articles("""
28. Presumption of innocence
    Nobody is guilty before a final sentence.
36. Taking part
    Oversight of state bodies is one way of it; its order is left to law.
    No rule: the Law on public oversight sets the order.
"""),
    edition="clean text of July 2026, in Uzbek",
)

SOURCES = (CONSTITUTION,)
