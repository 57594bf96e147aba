"""Law O‘RQ-474 on public oversight: those of its articles that were read, in our own words, and what it leaves open.

``ORQ474(6, 1)`` cites article 6, part 1.
"""

from datetime import date

from prcomm.core.calendar.terms import PROMPTLY, Term
from prcomm.core.sources.citations import Basis, Enactment
from prcomm.core.sources.dated import Dated, Version
from prcomm.law.house import HOUSE
from prcomm.law.liability import ADMINISTRATIVE_CODE, FINAL_DOCUMENTS_SINCE
from prcomm.law.neighbours import town
from prcomm.law.texts import articles

ORQ474 = Enactment(
    "O‘RQ-474",
    "Law of the Republic of Uzbekistan on public oversight",
    articles=articles("""
1. Purpose
    Relations in organising and exercising public oversight of state bodies and organisations.
    No rule: it says what the Law is about.
2. Legislation
    (1) This Law and other acts.
    (2) Oversight by trade unions may have features of its own.
    (3) Separate acts govern it in: referendums and elections, defence, public safety and law and order, operational
    search, inquiry, pre-trial investigation, court proceedings, execution of punishments.
3. Subjects
    (1) Citizens of Uzbekistan, citizens' self-government bodies, and non-profit organisations and mass media registered
    as legislation says.
    (2) Public councils, commissions and other public structures may exercise it too, as legislation says.
4. Object
    What state bodies and officials do to heed public interest and opinion in acts, decisions and programmes; to see
    legislation on rights and interests executed; in tasks that touch social and public interests.
6. Forms
    (1) Appeals and enquiries; taking part in open board meetings; public discussion, hearing, monitoring, expertise;
    study of public opinion; hearing of officials' reports and information by citizens' self-government bodies.
    (2) Other forms, where legislation provides for them.
10. Public hearing
    (1) A meeting to discuss matters of the work of state bodies and officials that are of social weight or touch rights
    and interests.
    (2) It may be held by non-profit organisations, citizens' self-government bodies and mass media.
    (3) Representatives of various social groups may take part, also those whom the matter touches.
    (4) It is public and open; whoever takes part may give an opinion and proposals freely.
    (5) Who organises it announces beforehand the issues, the time and the order, and lets all who take part use the
    materials it holds on them.
11. Public monitoring
    (1) Observing the work of state bodies and officials by gathering, summing up and analysing information of public
    interest.
    (2) By non-profit organisations, citizens' self-government bodies, and other subjects as legislation says.
"""),
    adopted=date(2018, 4, 12),
    edition=(
        "articles 1 to 4, 6, 10 and 11 in unofficial copies (1 to 4 in translation); articles 5, 7 to 9 and from 12 on "
        "were not read"
    ),
    unread=("O‘RQ-1083 of 21.08.2025, as far as it touches this Law",),
    questions=(
        "The term of considering a final document, and from when it runs; whether O‘RQ-1083 set it.",
        "This Law from article 12 on.",
        "Whether PQ-10 is the separate act of article 2(3), and how far.",
        "Whether a council may hold a hearing under its regulation.",
        "Who may organise discussions, expertise and studies of opinion (articles 7 to 9, 12 and 13).",
        "Whether citizens and mass media may monitor.",
        "The first days in force of O‘RQ-474, PQ-3837, PQ-10 and PF-6247: their days of adoption stand here.",
    ),
)

TERM_TO_CONSIDER: Dated[Term | None] = Dated(
    "term to consider a final document",
    (
        Version(PROMPTLY, town(35, 3), until=FINAL_DOCUMENTS_SINCE),
        Version(PROMPTLY, ADMINISTRATIVE_CODE("198⁷").by(Basis.INFERRED), since=FINAL_DOCUMENTS_SINCE),
    ),
)
"""The Code of Administrative Liability presupposes a term and names none: lateness is measured where a Reform does."""
DAYS_BEFORE_A_HEARING: Dated[int | None] = Dated.of("days before a hearing by which it is announced", None, HOUSE(12))
"""It is announced beforehand. How long, no text read says."""

SOURCES = (ORQ474,)
VALUES = (TERM_TO_CONSIDER, DAYS_BEFORE_A_HEARING)
