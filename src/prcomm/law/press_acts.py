"""What the press services of internal affairs bodies rest on: acts of the President and the Cabinet, and what the
ministry says. None was read whole; where one says a term that was not found, the value is ``PROMPTLY`` or ``None``.

``PF6247``, ``PF154`` and ``PQ10`` serve oversight too, and stand with its acts.
"""

from datetime import date

from prcomm.core.calendar.terms import PROMPTLY, Days, Hours, Term
from prcomm.core.sources.citations import Basis, Enactment, Source
from prcomm.core.sources.dated import Dated, Reading, Reform, Version
from prcomm.law.house import HOUSE
from prcomm.law.practice import PRACTICE
from prcomm.law.public_councils import PF154, PQ10
from prcomm.law.reporting import PF6247
from prcomm.law.source_article import SOURCE_ARTICLE
from prcomm.law.texts import articles

CM882 = Enactment(
    "Cabinet 882",
    "Resolution of the Cabinet of Ministers on the press service of the Ministry of Internal Affairs",
    articles=articles("""
press service of the ministry. What is set up
    (1) A press service of the ministry, within its headcount, on the base of the former service for work with media
    and of the press groups of territorial bodies.
    (2) In it a department for relations with the public and the mass media, with its tasks.
coordination of information. The first task, its first part
    It coordinates how the work of internal affairs bodies is accompanied by information.
    No rule: who sees the whole of it asks for the agenda of the department.
meetings and briefings. The first task, its second part
    Meetings and briefings of officials with institutions of civil society and the public.
open dialogue. The first task, its third part
    Open, direct dialogue with citizens on public safety and law and order.
timely information. The second task
    Timely and reliable information on prevention, public order and the fight against crime.
help to territorial press services. The third task
    Organisational and methodical help to the press services of territorial bodies; firm cooperation with public and
    media.
monitoring. Watching the media and the internet
    Round the clock, for what is false or harms the standing of these bodies; a response is obligatory. No hours or days
    were seen.
resonant events. Covering what causes public resonance
    Timely and reliably, operational briefings included, by a procedure that was to be approved and was not found.
head. Who leads the department
    Its head is also the minister's press secretary.
"""),
    basis=Basis.REPORTED,
    unit="on",
    adopted=date(2017, 10, 30),
    edition="its opening in a database, in English, the rest as the press tells it; the third task as the article has",
    questions=(
        "The order of the ministry on resonant events, due by 01.12.2017.",
        "Since when each act on press services and requests is in force, where only its day of adoption stands here.",
    ),
)
CM882_CITES = (SOURCE_ARTICLE(36),)
"""The article behind the project names it without its number."""
CHARTER = Enactment(
    "Main Department Charter",
    "Charter of the Main Department of Public Relations and Mass Media",
    articles=articles("""
standing. What the Main Department is
    A structural unit of the central apparatus that organises and coordinates the press services of internal affairs
    bodies.
system. Of what the press service consists
    The Main Department; the joint editorial office of newspapers and magazines; press groups of territorial bodies;
    press groups of sectoral services and of educational institutions.
contact. Who answers for a page
    A page shows the contact of who is responsible in the press service.
    No rule: nobody reports it to a process.
"""),
    basis=Basis.OFFICIAL,
    unit="on",
    edition="its opening, as the ministry's page showed it on 22.11.2026",
)
# Without a day on which it was seen: a role that rests on it beside an act does not begin with it.
CM125 = Enactment(
    "Cabinet 125",
    "Resolution of the Cabinet of Ministers on the information services of state bodies",
    articles=articles("""
monthly briefings. Meeting the media
    Press conferences or briefings with local and foreign media, heads included, at least once a month.
"""),
    basis=Basis.REPORTED,
    unit="on",
    adopted=date(2018, 2, 15),
    edition="not read; as the press tells it",
    questions=(
        'Whether "once a month" is a calendar month, and binds territorial services.',
        "Whether a joint briefing meets the month of each body.",
    ),
)
PQ4366 = Enactment(
    "PQ-4366",
    "Resolution of the President on the information services of state bodies",
    articles=articles("""
tasks. Paragraph 3, what an information service does
    Works with media and social networks, keeps the site, holds conferences and tours, has heads speak, monitors, and
    reacts promptly to critical messages.
press secretary. Whose adviser
    The press secretary is an adviser to the head.
    No rule: a post asks nothing of a process.
attestation. Of press secretaries
    They are attested by whoever coordinates press services from outside.
"""),
    basis=Basis.REPORTED,
    unit="on",
    adopted=date(2019, 6, 27),
    edition="paragraph 3 as the press tells it",
    questions=("What PQ-4366 says beyond its paragraph 3.",),
)
CM243 = Enactment(
    "Cabinet 243",
    "Regulation on the accreditation of representatives of mass media at state bodies",
    articles=articles("""
application. Who applies, and how
    The editorial office, on its form, signed by the editor and sealed.
annexes. What goes with it
    A certificate with the post, the passport, copies of diplomas, e-mail and telephones; four photographs.
expert group. Who considers it
    The expert group of the accreditation commission, then the commission.
term. By when it is decided
    Not read.
renewal. A new term
    The office asks for it a month before the certificate ends; if the term was without fault, in a simplified way.
technical staff. Who comes with a journalist
    They are attached by agreement with the body, with certificates of their own, and may not work as journalists.
disputes. Where they go
    To court.
"""),
    basis=Basis.OFFICIAL,
    unit="on",
    adopted=date(2006, 11, 23),
    edition=(
        "not read; as pages of official bodies tell it; renewal, technical staff and disputes as another committee's "
        "regulation on its model has them (paragraphs 27 to 32)"
    ),
    questions=(
        (
            "The regulation on accreditation: its term, how long a certificate is valid, the grounds of refusal and "
            "withdrawal; whether the ministry has rules of its own."
        ),
    ),
)
CM33 = Enactment(
    "Cabinet 33",
    "Resolution of the Cabinet of Ministers on the work of foreign correspondents",
    articles=articles("""
foreign correspondents. How they are accredited
    By a letter to the ministry of foreign affairs, which decides in two weeks; the certificate of a temporary
    correspondent lasts up to three months.
"""),
    basis=Basis.OFFICIAL,
    unit="on",
    adopted=date(2006, 2, 24),
    edition="not read; as the ministry of foreign affairs tells it",
    questions=(
        (
            "Permanent correspondents: how long, by which act; whether the two weeks run from filing; prolonging, and "
            "its refusal, abroad."
        ),
    ),
)
PF5653 = Enactment(
    "PF-5653",
    "Decree of the President that set up an agency for information and mass communications",
    articles=articles("""
coordination of press services. From outside
    The agency coordinates the press services of state bodies.
"""),
    basis=Basis.REPORTED,
    unit="on",
    adopted=date(2019, 2, 2),
    edition="not read; as a database and the press tell it, with PQ-4151 of the same day",
)
DECREE_2025 = Enactment(
    "Decree of 14.07.2025",
    "Decree of the President that dissolved the agency",
    articles=articles("""
coordination of press services. From outside
    The agency is dissolved; its work goes to the inspectorate.
"""),
    basis=Basis.REPORTED,
    unit="on",
    adopted=date(2025, 7, 14),
    edition="not read; as the press tells it; PQ-371 of 11.12.2025 gave the inspectorate the registration of media",
    questions=("Who attests and coordinates press secretaries since 14.07.2025.",),
)
MIA_STATEMENTS = Source(
    "Ministry of Internal Affairs, information service",
    "What the ministry's information service said to the public",
    articles=articles("""
official channels. Where the ministry speaks
    What it really wants to say comes through its own accounts and pages, which it names.
"""),
    basis=Basis.REPORTED,
    unit="on",
)

# Places that are known otherwise than their act.
FROM_A_PUBLISHED_RELEASE = CM882("timely information").by(Basis.INFERRED)
HELP_IS_NO_PUNISHMENT = CM882("help to territorial press services").by(Basis.INFERRED)
A_MONTH_OF_BRIEFINGS = CM125("monthly briefings").by(Basis.INFERRED)
PRESS_SECRETARY = PQ4366("press secretary").by(Basis.INFERRED)
TERM_OF_ACCREDITATION = CM243("term").by(Basis.ASSUMED)
RENEWAL, TECHNICAL_STAFF, DISPUTES = (
    CM243(place).by(Basis.ANALOGY) for place in ("renewal", "technical staff", "disputes")
)
FROM_FILING = CM33("foreign correspondents").by(Basis.INFERRED)
ANEW_ABROAD = CM33("foreign correspondents").by(Basis.ASSUMED)
SIGNS_OF_CORRUPTION = PQ10(6, 4)
"""What is published about corruption in internal affairs bodies is for their public council."""
PRESS_CONFERENCE = PF6247(2, 3)
"""The conference on the yearly report."""


class BriefingMonth(Reading):
    """What a month of briefings is."""

    CALENDAR = "each calendar month"
    ROLLING = "within a month of the last"


BRIEFING_MONTH = Dated.of("what a month of briefings is", BriefingMonth.CALENDAR, A_MONTH_OF_BRIEFINGS)
RESPONSE_TO_A_FOUND_ITEM: Dated[Term] = Dated.of(
    "the term to respond to a found item", PROMPTLY, CM882("monitoring"), since=CM882.adopted
)
FIRST_WORD: Dated[Term] = Dated.of(
    "the term for the first word on an incident", PROMPTLY, CM882("resonant events"), since=CM882.adopted
)
DAYS_TO_ACCREDIT: Dated[int | None] = Dated.of("days to decide on accreditation", None, TERM_OF_ACCREDITATION)
"""``None``: not owed until a Reform sets a figure."""
DAYS_TO_ACCREDIT_A_FOREIGNER = Dated.of("days for the foreign ministry to decide", 14, CM33("foreign correspondents"))
MONTHS_OF_A_FOREIGN_CERTIFICATE = Dated.of(
    "months that a temporary foreign correspondent's certificate lasts, at most", 3, CM33("foreign correspondents")
)
MONTHS_TO_ASK_ANEW = Dated.of("months before its end to ask for a new term", 1, RENEWAL)
PHOTOGRAPHS = Dated.of("photographs with an application for accreditation", 4, CM243("annexes"))
PHOTOGRAPHS_ABROAD = Dated.of(
    "photographs with an application to the foreign ministry", 4, CM33("foreign correspondents")
)
QUOTA: Dated[int | None] = Dated.of("how many an outlet may have accredited", None, HOUSE(123))
"""``None``: no limit."""
GREEN_FROM = Dated.of("score of openness from which a body is green", 71, PF154("openness index"))
YELLOW_FROM = Dated.of("score of openness from which a body is yellow", 55, PF154("openness index"))

CENTRAL_UNIT: Dated[str | None] = Dated(
    "the central unit's name",
    (
        Version("department", CM882("press service of the ministry"), since=CM882.adopted),
        Version(None, CHARTER("standing").by(Basis.ASSUMED), since=date(2023, 1, 21)),
        Version("main department", CHARTER("standing"), seen=date(2026, 11, 22)),
    ),
)
"""``None`` for the span in which nobody saw it: no name is claimed for it."""
CENTRAL_UNIT_CITES = (SOURCE_ARTICLE(37),)
"""The article behind the project calls it the department."""
COORDINATOR: Dated[str] = Dated(
    "who coordinates press services from outside",
    (
        Version(
            "Agency of Information and Mass Communications",
            PF5653("coordination of press services"),
            since=PF5653.adopted,
        ),
        Version(
            "Inspectorate (Uzkomnazorat)",
            (
                DECREE_2025("coordination of press services"),
                DECREE_2025("coordination of press services").by(Basis.INFERRED),
            ),
            since=DECREE_2025.adopted,
        ),
    ),
)
"""That the second begins with the day of the decree is inferred."""


def _both(term: Term, why: str, practice: str) -> tuple[Reform[Term], Reform[Term]]:
    cites = PRACTICE(practice)
    return Reform(RESPONSE_TO_A_FOUND_ITEM, term, why, cites=cites), Reform(FIRST_WORD, term, why, cites=cites)


DRAFT_OF_2020 = _both(Days(1), "a draft of 2020 asked for an answer within a day", "draft of 2020")
"""A day to respond and to say the first word: ``law.under(*DRAFT_OF_2020)``."""
DRAFT_OF_2020_IN_HOURS = _both(
    Hours(24), "a draft of 2020 asked for an answer within a day, read as hours", "draft of 2020"
)
"""The same, its day read as twenty-four hours."""
AS_PRACTISED = _both(
    Days(2), "official responses were seen to come on the same day or up to two days later", "reaction lags"
)
"""The longest lag that was seen."""

SOURCES = (CM882, CHARTER, CM125, PQ4366, CM243, CM33, PF5653, DECREE_2025, MIA_STATEMENTS)
VALUES = (
    BRIEFING_MONTH,
    RESPONSE_TO_A_FOUND_ITEM,
    FIRST_WORD,
    DAYS_TO_ACCREDIT,
    DAYS_TO_ACCREDIT_A_FOREIGNER,
    MONTHS_OF_A_FOREIGN_CERTIFICATE,
    MONTHS_TO_ASK_ANEW,
    PHOTOGRAPHS,
    PHOTOGRAPHS_ABROAD,
    QUOTA,
    GREEN_FROM,
    YELLOW_FROM,
    CENTRAL_UNIT,
    COORDINATOR,
)
