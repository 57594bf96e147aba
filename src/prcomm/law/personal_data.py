"""Law O‘RQ-547 on personal data: the articles that a rule of publication or correction rests on."""

from datetime import date

from prcomm.core.sources.citations import Basis, Enactment
from prcomm.core.sources.dated import Dated
from prcomm.law.texts import articles

PERSONAL_DATA = Enactment(
    "O‘RQ-547",
    "Law of the Republic of Uzbekistan on personal data",
    articles=articles("""
3. Scope
    (1) Relations in processing and protecting personal data, by whatever means.
    (2) Not data that were gained in operative work, in fighting crime or in keeping order, nor state secrets, nor
    archives.
11. Change
    (1) At the subject's request data are changed no later than three days from it.
    (2) What proves wrong is changed at once.
14. Dissemination
    (1) Publishing data in media or online is dissemination.
    (2) What goes beyond the purpose for which data were gathered needs consent.
    No rule: whoever lets a text out asks for a ground, by article 28.
28. Confidence
    (1) Who holds data keeps them in confidence.
    (2) They are not disclosed or spread without the subject's consent or another lawful ground.
29. Data open to all
    (1) Access to data is free by the subject's consent.
    (2) There are public sources of personal data.
    (3) What such a source may hold.
    (4) At the subject's request data are taken out of a public source.
    No rule: a correction and taking down are what the press service does with a text.
31. Duties of the operator
    Among others: to change data where documents prove the new ones, else to destroy what proves wrong.
"""),
    adopted=date(2019, 7, 2),
    edition="an undated unofficial copy, read whole; art. 27¹ since replaced",
    unread=("O‘RQ-1115", "O‘RQ-1125 of 26.03.2026"),
    questions=("Whether article 3(2) of O‘RQ-547 frees press releases on crime from its three days.",),
)
NAMED_ONLY_WITH_A_GROUND = PERSONAL_DATA(28, 2).by(Basis.INFERRED)
"""What it means for naming a person in a text."""

DAYS_TO_CORRECT_DATA = Dated.of("days to correct personal data", 3, PERSONAL_DATA(11, 1))

SOURCES = (PERSONAL_DATA,)
VALUES = (DAYS_TO_CORRECT_DATA,)
