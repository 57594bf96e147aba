"""Who of the internal affairs bodies reports to whom, and how often; and the yearly report of every body."""

from datetime import date

from prcomm.core.sources.citations import Basis, Enactment
from prcomm.law.texts import articles

PQ5050 = Enactment(
    "PQ-5050",
    "Resolution of the President that has senior prevention inspectors met and heard",
    articles=articles("""
1. Senior inspectors who lead law-and-order points of mahallas
    (1) Hokims of districts and cities meet them in person every month, and act on what they raise.
    (2) Kengashes of districts and cities hear their report every half-year, and set measures.
"""),
    unit="para",
    adopted=date(2021, 4, 2),
    edition="paragraph 1, in a machine translation",
    questions=("Whether a report on a half-year, a quarter or a month may come after it, and by when.",),
)
LAW_2022 = Enactment(
    "Law of 2022 on reports",
    "Law on the reports of internal affairs bodies to Kengashes of deputies",
    articles=articles("""
reports to the Kengash. Who reports to the local Kengash of deputies, and how often
    (1) Heads of territorial internal affairs bodies, every quarter.
    (2) Their deputies, every month.
    (3) Senior inspectors, every half-year.
"""),
    basis=Basis.REPORTED,
    unit="on",
    edition="as the Senate's press service told it on 04.08.2022; number, signature and entry into force not found",
    questions=("The law of 2022 on reports: its number, its entry into force, its wording.",),
)
PF6247 = Enactment(
    "PF-6247",
    "Decree of the President on the openness of state bodies",
    articles=articles("""
2. The yearly report
    (1) By 1 March of each year a report of activity stands on the official site, without secrets.
    (2) By 10 March place and time of its discussion with the public are announced.
    (3) By 1 April there is a press conference on it.
"""),
    basis=Basis.REPORTED,
    unit="para",
    adopted=date(2021, 6, 16),
    edition="of 19.04.2024, in a translation; whether place (2) stood in earlier editions is not known",
    questions=("Since when the announcement by 10 March is owed.",),
)

SOURCES = (PQ5050, LAW_2022, PF6247)
