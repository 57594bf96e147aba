"""Public councils: the model regulation, those at internal affairs bodies, and the criteria by which they are assessed.

Of the model regulation eight paragraphs were read. What it says of number, term, quorum, sessions and exclusion was
not: each such number is a value of ``None``, by which nothing is owed and nothing refused until a Reform sets it.
"""

from datetime import date

from prcomm.core.calendar.terms import PROMPTLY, Term
from prcomm.core.sources.citations import Basis, Enactment
from prcomm.core.sources.dated import Dated
from prcomm.law.house import HOUSE
from prcomm.law.shares import Share
from prcomm.law.source_article import SOURCE_ARTICLE
from prcomm.law.texts import articles, on_lex

PQ3837 = Enactment(
    "PQ-3837",
    "Model regulation on the public council under a state body",
    address=on_lex(-3808838),
    articles=articles("""
1. What it sets
    The order of a council's work.
    No rule: it says what the regulation is about.
2. What a council is
    A permanently acting advisory body that works on a public basis: of its members' own will, unpaid.
3. Where it is
    At the central apparatus of the body; its activity extends to all territorial divisions and subordinate
    organisations.
4. How it is created
    By decision of the head of the body.
5. Its decisions
    They are recommendations.
6. What it goes by
    The Constitution, laws and other acts.
    No rule: it names the legislation.
7. Its own regulation
    It and its changes are approved by decision of the head.
8. Its tasks
    Public oversight of the body and its officials; further tasks were not read.
    No rule: the kinds of oversight say what it may do.
"""),
    basis=Basis.OFFICIAL,
    unit="para",
    adopted=date(2018, 7, 4),
    edition="paragraphs 1 to 8, as bodies show them; from paragraph 9 on not read",
    questions=(
        "What paragraph 9 and those after it say: term, number, quorum, frequency of sessions, exclusion.",
        "What they say of agreement with the Public Chamber.",
        "Whether a bare majority of those present suffices for a council's chair.",
    ),
)
PQ10 = Enactment(
    "PQ-10",
    "Resolution of the President on measures to turn internal affairs bodies into a people's professional structure",
    articles=articles("""
6. Public councils at internal affairs bodies
    (1) At the Ministry and its territorial divisions public councils are created: permanent, on a public basis,
    advisory, of scholars of the field, veterans and journalists.
    (2) They oversee how internal affairs bodies keep legislation, study public opinion of it, and monitor
    systematically.
    (3) They see to it that public opinion and society's interests are heeded when acts on these bodies are drafted.
    (4) They study in detail what is published on the internet and social networks about corruption in these bodies,
    and bring the result to the public.
"""),
    basis=Basis.REPORTED,
    unit="para",
    adopted=date(2023, 1, 20),
    edition="paragraph 6, as the press and the article tell it",
    unread=("PQ-282 of 18.08.2023",),
    questions=(
        "The whole of it, and of order 122 of the ministry.",
        "Whether a council may study its own head.",
    ),
)
ORDER_122 = Enactment(
    "MIA order 122",
    "Order of the Ministry of Internal Affairs on its public councils",
    articles=articles("""
public councils. Their activity
    It carries out what the resolution on internal affairs bodies says of public councils.
    No rule: its content was not read.
"""),
    basis=Basis.REPORTED,
    unit="on",
    adopted=date(2023, 3, 11),
    edition="not read; as told by the press",
)
PF154 = Enactment(
    "PF-154",
    "Decree of the President on openness",
    articles=articles("""
the public council. Criteria of its composition
    (1) At least half of the seats are of non-profit organisations.
    (2) The head's decision tells of agreement with the Public Chamber.
    (3) There are no fewer than fifteen members.
    (4) Working (expert) groups are formed.
events on the site. What is said of them
    Events that are planned, and those that were held, stand on the official site.
openness index. How a body is marked
    By a score: green from 71, yellow from 55, else red.
"""),
    basis=Basis.REPORTED,
    unit="on",
    adopted=date(2022, 6, 14),
    edition="its criteria of a public council, as seen on 13.01.2025; events and the index, as the press tells them",
    questions=("The bands of the openness index overlap at 71: to which of them it belongs.",),
)

_SEEN = date(2025, 1, 13)
TERM_OF_A_COUNCIL: Dated[Term | None] = Dated.of("term of a public council", None, HOUSE(12))
TIME_BETWEEN_SESSIONS: Dated[Term | None] = Dated.of(
    "time between sessions of a public council, at most", None, HOUSE(12)
)
GROUNDS_OF_EXCLUSION: Dated[tuple[str, ...] | None] = Dated.of(
    "grounds of exclusion from a public council", None, HOUSE(12)
)
TERM_TO_STUDY: Dated[Term | None] = Dated.of("term to study a signal", PROMPTLY, HOUSE(12))
SHARE_OF_NGO_SEATS = Dated.of(
    "share of a public council's seats that are of non-profit organisations",
    Share(1, 2, more=False),
    PF154("the public council", 1),
    seen=_SEEN,
)
LEAST_MEMBERS = Dated.of("members of a public council, at least", 15, PF154("the public council", 3), seen=_SEEN)

PQ10_CITES = (SOURCE_ARTICLE(11),)
"""The article behind the project names its paragraph 6."""

SOURCES = (PQ3837, PQ10, ORDER_122, PF154)
VALUES = (
    TERM_OF_A_COUNCIL,
    TIME_BETWEEN_SESSIONS,
    GROUNDS_OF_EXCLUSION,
    TERM_TO_STUDY,
    SHARE_OF_NGO_SEATS,
    LEAST_MEMBERS,
)
