"""The Code of Administrative Court Procedure: going to court against a body."""

from prcomm.core.sources.citations import Basis, Enactment
from prcomm.core.sources.dated import Dated
from prcomm.law.texts import articles

ADMINISTRATIVE_COURT = Enactment(
    "Code of Administrative Court Procedure",
    "Code of the Republic of Uzbekistan on Administrative Court Procedure",
    articles=articles("""
185. The right to go to court
    Against a decision, act or omission of a body or its official.
186. By when
    (1) Within six months of learning of it.
    (2) Of bailiffs: within ten days.
    (3) A term missed for a good reason is restored.
"""),
    edition="clean text of July 2026, in Uzbek",
    questions=(
        "Whether the six months run for a refused request from the day it was told, and from when for silence.",
        "What follows from a judgment for the requester, the journalist, the outlet, beyond what is entered here.",
    ),
)
FROM_LEARNING = ADMINISTRATIVE_COURT(186, 1).by(Basis.INFERRED)
"""From which day a refusal, or silence, is learned of."""

MONTHS_TO_GO_TO_COURT = Dated.of("months to go to court against a body", 6, ADMINISTRATIVE_COURT(186, 1))

SOURCES = (ADMINISTRATIVE_COURT,)
VALUES = (MONTHS_TO_GO_TO_COURT,)
