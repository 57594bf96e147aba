"""The Civil Code: honour and reputation, article 100; terms, 145 to 148.

On terms it is what Uzbek law has for counting a term set in legislation. That it also counts the terms of a law outside
civil law is inferred from its words, and the conventions say so.
"""

from prcomm.core.calendar.law import Conventions
from prcomm.core.sources.citations import Basis, Doubt, Enactment
from prcomm.core.sources.dated import Dated, LastDay, Reform
from prcomm.law.labour_code import LABOUR_CODE
from prcomm.law.texts import articles

CIVIL_CODE = Enactment(
    "Civil Code",
    "Civil Code of the Republic of Uzbekistan, part one",
    articles=articles("""
100. Honour, dignity and business reputation
    (1) Whoever is concerned may demand through a court that what discredits them be refuted, unless who spread it
    proves it true.
    (2) After death on demand of interested persons.
    (3) What mass media spread is refuted in the same media.
    (4) What stands in a document of an organisation: the document is replaced or recalled.
    (5) In other cases the court sets the way.
    (6) Whose rights a publication infringes has a right to answer in the same media.
    (7) If a judgment is not carried out there is a fine, and the duty stays.
    (8) Damages and moral harm may be claimed besides.
    (9) The rules on business reputation hold for that of a legal entity.
145. How a term is set
    A term set in legislation, in a transaction or by a court is a date, or a period of years, months, weeks, days or
    hours; or an event that must come. Legislation is named, but in a code of civil law.
146. The beginning of a term
    The period begins with the day after the date or event: the day of receipt is day 0.
147. The end of a term
    A term in years, months or weeks ends on the matching date or weekday; a month without that date on its last day.
    Half a month is fifteen days. Half-years and quarters follow the months; quarters are counted from the start of the
    year. No rule moves a last day that is a day off.
148. Acting on the last day
    (1) What is to be done may be done until midnight of the last day.
    (2) What is to be done in an organisation: until the hour at which it stops such work.
    (3) What is handed to the post, or sent by other means of communication, before midnight is in time.
"""),
    edition=(
        "clean text of July 2026 and a copy with amendment notes of 03.03.2026, both Uzbek; the Russian text of 147 "
        "and 148, where the absence of a rule matters, was not seen"
    ),
    questions=("Whether article 100(3) asks a correction in a channel that is suspended.",),
)

SAME_CHANNELS = CIVIL_CODE(100, 3).by(Basis.ANALOGY)
"""Of mass media, taken for the own channels of a body."""
APPLIES = CIVIL_CODE(145).by(Basis.INFERRED)
"""That these articles count the terms of other laws too: a reading of the word "legislation"."""

CONVENTIONS = Conventions(day_zero=(CIVIL_CODE(146), APPLIES), months=(CIVIL_CODE(147), APPLIES))

SOURCES = (CIVIL_CODE,)
LAST_DAY = Dated.of(
    "which day binds when the last day of a term is a day off",
    LastDay.STRICT,
    (CIVIL_CODE(147), CIVIL_CODE(148), APPLIES),
)
"""The day the text gives: no rule moves it. That these articles count other laws' terms is inferred."""

ROLL_FORWARD_BY_ANALOGY = Reform(
    LAST_DAY,
    LastDay.ROLL_FORWARD,
    "by analogy: the Labour Code moves it for its own terms, as the codes of procedure and of taxes do for theirs",
    cites=LABOUR_CODE(9).by(Basis.ANALOGY),
)
"""The next working day, as other codes have it for their own terms: ``UZ.under(ROLL_FORWARD_BY_ANALOGY)``."""

DOUBTS = (
    Doubt(
        "Do articles 145 to 148 count the terms of other laws at all? They name terms set in legislation, but stand in "
        "a code of civil law. Here: they do.",
        APPLIES,
    ),
    Doubt(
        "Does a last day that is a day off move to the next working day? No rule of the Civil Code or of the laws read "
        "moves it; the Labour Code does for its own terms, and so do the codes of procedure and of taxes for theirs. "
        "Here: it stays, and each due shows both days.",
        (CIVIL_CODE(147), CIVIL_CODE(148), APPLIES, LABOUR_CODE(9).by(Basis.ANALOGY)),
    ),
)
