"""The laws on mass media and on journalists, as far as they are told: their text was not read."""

from datetime import date

from prcomm.core.sources.citations import Basis, Enactment
from prcomm.core.sources.dated import Dated, Reading
from prcomm.law.texts import articles, on_lex

MASS_MEDIA = Enactment(
    "541-I",
    "Law of the Republic of Uzbekistan on mass media",
    address=on_lex(-109972),
    articles=articles("""
4. What mass media are
    Periodic, with a permanent name, registered, coming out at least once in six months; printed or electronic:
    television, radio, video, websites.
6. What may not be published
    No materials of an inquiry or investigation without written permission of the prosecutor, investigator or inquirer.
34. Refutation and reply
    A refutation of what is false and harms honour, dignity or business reputation may be demanded; whose rights and
    lawful interests are infringed may publish a refutation or a reply in the same outlet. It comes under a special
    heading, on the same page, within a month from its receipt; in periodicals other than newspapers in the next issue;
    on air in the same programme or cycle, within a month. It is edited only by consent, and only for its size. On
    evasion or delay one may go to court.
35. Official statements
    Outlets that state bodies founded carry the official statements of their founder.
    No rule: no process of the press service asks for it.
37. Foreign media
    Their correspondents work after accreditation at the ministry of foreign affairs.
40. When an outlet does not answer
    It is not liable for what came from a press service.
    No rule: it is about the outlet's liability.
"""),
    basis=Basis.REPORTED,
    adopted=date(1997, 12, 26),
    edition=(
        "that of O‘RQ-78 of 15.01.2007, as an analysis, a database and the press tell it; that foreign media are its "
        "article 37 is inferred"
    ),
    unread=("O‘RQ-963 of 20.09.2024",),
    questions=(
        "Whether the month or the next issue of article 34 binds a registered site.",
        (
            "Article 34: who proves receipt; what an outlet owes that names no issue (here: the month), and whether it "
            "may name a later one. Laws on mass media elsewhere in the republic may show how such articles read."
        ),
    ),
)
MASS_MEDIA_SINCE = date(2007, 1, 15)
"""The day of the edition that is told: before it nothing is judged by it."""

JOURNALISTS = Enactment(
    "402-I",
    "Law of the Republic of Uzbekistan on the protection of the professional activity of journalists",
    articles=articles("""
no demand of approval or removal. What nobody may demand of a journalist
    Prior approval of what is prepared, a change of its text, or its removal from print or air.
"""),
    basis=Basis.OFFICIAL,
    unit="on",
    adopted=date(1997, 4, 24),
    edition="as the Government portal told it on 30.03.2018, with the amendment of that year",
)
NO_DEMAND = JOURNALISTS("no demand of approval or removal")


class WebsiteLimb(Reading):
    """How article 34 reads for a website."""

    A_MONTH = "as for the rest, within a month"
    NEXT_ISSUE = "as for a periodical: at the next issue it names, else within a month"


REPUBLISHED = MASS_MEDIA(34).by(Basis.INFERRED)
"""What article 34 asks of outlets that it does not name, and of those that name no issue."""
HALF_A_YEAR = MASS_MEDIA(4).by(Basis.INFERRED)
"""What follows from what mass media are: that an issue is no further off, and that a page is none."""

MONTHS_TO_PUBLISH_A_REFUTATION = Dated.of("months to publish a refutation or reply", 1, MASS_MEDIA(34))
SILENT_ISSUE = Dated.of("months to publish, for an outlet that names no issue", 1, REPUBLISHED)
MONTHS_BETWEEN_ISSUES = Dated.of("months within which a mass medium comes out", 6, MASS_MEDIA(4))
WEBSITE_LIMB = Dated.of("how the article on refutation reads for a website", WebsiteLimb.A_MONTH, REPUBLISHED)

SOURCES = (MASS_MEDIA, JOURNALISTS)
VALUES = (MONTHS_TO_PUBLISH_A_REFUTATION, SILENT_ISSUE, MONTHS_BETWEEN_ISSUES, WEBSITE_LIMB)
