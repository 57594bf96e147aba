"""The laws on access to information, 400-I, and on freedom of information, 439-II, as far as they are told."""

from datetime import date

from prcomm.core.sources.citations import Basis, Enactment
from prcomm.core.sources.dated import Dated
from prcomm.law.texts import articles, on_lex

INFORMATION = Enactment(
    "400-I",
    "Law of the Republic of Uzbekistan on the guarantees and freedom of access to information",
    address=on_lex(1319),
    articles=articles("""
6. Requests
    Written and electronic requests are registered; oral ones are answered at once where that is possible. Who does not
    hold the information says so within seven days of receipt, and names the holder if known.
12. Complaints
    What is decided or left undone on a request may be complained of.
"""),
    basis=Basis.OFFICIAL,
    adopted=date(1997, 4, 24),
    edition="not read; article 6 as an official body tells it, article 12 as the press does",
    questions=("Whether a successor of the draft Information Code was adopted.",),
)
COMPLAINT_ABOUT_A_REQUEST = INFORMATION(12).by(Basis.REPORTED)
"""As the press tells it."""

FREEDOM = Enactment(
    "439-II",
    "Law of the Republic of Uzbekistan on the principles and guarantees of freedom of information",
    address=on_lex(52268),
    articles=articles("""
9. Asking for information
    Anyone may ask, in any form.
    No rule: nobody is refused for who they are or how they ask.
10. Refusal
    It is told, with its reason and with where to complain. In how many days was not read.
"""),
    basis=Basis.REPORTED,
    adopted=date(2002, 12, 12),
    edition="not read; as the press tells it",
)
FIGURES_OF_A_REFUSAL = FREEDOM(10).by(Basis.ASSUMED)
"""Its days, which were not read."""

DAYS_TO_SAY_NOT_HELD = Dated.of("days to say that the information is not held", 7, INFORMATION(6))
DAYS_TO_TELL_OF_REFUSAL: Dated[int | None] = Dated.of("days to tell of a refusal", None, FIGURES_OF_A_REFUSAL)
"""``None``: not owed until a Reform sets a figure."""

SOURCES = (INFORMATION, FREEDOM)
VALUES = (DAYS_TO_SAY_NOT_HELD, DAYS_TO_TELL_OF_REFUSAL)
