"""What was seen to be done, where no text that was read says so."""

from prcomm.core.sources.citations import Basis, Source
from prcomm.law.texts import articles

PRACTICE = Source(
    "Practice",
    "What bodies were seen to do",
    articles=articles("""
Samarkand 2023. The founding session of a council
    It was called at the directorate; a deputy head spoke, the tasks were told, and the chair was elected there.
Khorezm 2019. Councils of territorial offices
    Territorial offices of other bodies made councils of their own, by order of their head.
"""),
    basis=Basis.PRACTICE,
    unit="of",
)

SOURCES = (PRACTICE,)
