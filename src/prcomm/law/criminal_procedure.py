"""The Code of Criminal Procedure: where it meets the press."""

from prcomm.core.sources.citations import Basis, Enactment
from prcomm.core.sources.dated import Dated
from prcomm.law.texts import articles

CRIMINAL_PROCEDURE = Enactment(
    "Code of Criminal Procedure",
    "Code of Criminal Procedure of the Republic of Uzbekistan",
    articles=articles("""
309. Rehabilitation, where mass media reported the case
    If detention, custody, house arrest, removal from office, placement in a clinic or a conviction was published, the
    media concerned report the rehabilitation within a month on demand of the rehabilitated person (after death: of
    relatives), of court, prosecutor, investigator or inquirer.
322. Occasions to open a case
    Reports of mass media are one of them.
327. Reports of mass media
    (1) What press, radio, television and documentary films report, and what was sent to them and not published, is an
    occasion to open a case.
    (2) Mass media and authors hand over on demand the materials that support it.
353. Data of the case kept from disclosure
    (1) The investigator may declare the file, or part of it, not to be disclosed, and take an undertaking.
    (2) It can't bind suspect or accused.
    (3) Nor counsel towards them.
    No rule: what goes out of an investigation asks for its written permission, by the law on mass media.
"""),
    edition="clean text of July 2026, in Uzbek",
    questions=(
        'Whether a body\'s own page is "mass media" under article 309.',
        "Article 309 where the channel of the news exists no more.",
        'Whether blogs are "media" under article 327.',
    ),
)
FROM_THE_DEMAND = CRIMINAL_PROCEDURE(309).by(Basis.INFERRED)
"""That the month runs from the demand, and that the report stands where the news stood."""
TO_THE_DUTY_UNIT = CRIMINAL_PROCEDURE(327, 1).by(Basis.INFERRED)
"""That who finds such a report hands it on."""

MONTHS_TO_REPORT_REHABILITATION = Dated.of("months to report a rehabilitation", 1, CRIMINAL_PROCEDURE(309))

SOURCES = (CRIMINAL_PROCEDURE,)
VALUES = (MONTHS_TO_REPORT_REHABILITATION,)
