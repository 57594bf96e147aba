"""The Constitution: the articles that a rule rests on."""

from prcomm.core.sources.citations import Enactment
from prcomm.law.texts import articles

CONSTITUTION = Enactment(
    "Constitution",
    "Constitution of the Republic of Uzbekistan",
    articles=articles("""
28. Presumption of innocence
    (1) Everybody is innocent until a judgment in force, reached in open court.
31. Private life
    (1) Everybody has a right to private life, honour and dignity.
    (2) Correspondence and messages are secret.
    (3) Personal data are protected; wrong data are corrected, and data gathered unlawfully, or held without ground any
    longer, are destroyed.
33. Information
    Everybody may seek, get and spread information; it is limited only by law and for listed aims, among them secrets.
36. Taking part
    Oversight of state bodies is one way of it; its order is left to law.
    No rule: the Law on public oversight sets the order.
69. Civil society
    Its institutions; mass media are among them.
    No rule: a meeting with civil society asks no outlet to stay away.
81. Mass media
    (1) They are free.
    (2) The state guarantees that.
    (3) They answer for the reliability of what they say.
    No rule: what a press service may not ask of them rests on article 82.
82. No censorship
    (1) There is none.
    (2) Who hinders mass media answers for it.
"""),
    edition="clean text of July 2026, in Uzbek",
)

SOURCES = (CONSTITUTION,)
