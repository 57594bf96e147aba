"""The article behind the project: those of its entries that a rule rests on. It is no act, and asks nothing of anybody
by itself."""

from prcomm.core.sources.citations import Basis, Source
from prcomm.law.texts import articles

SOURCE_ARTICLE = Source(
    "Article",
    "The article behind the project",
    articles=articles("""
14. Public councils
    Permanent, voluntary, advisory.
16. Their members
    Scholars of the field, veterans, journalists.
57. Feedback is mandatory
    A principle of relations with the public, with advanced technologies.
"""),
    basis=Basis.REPORTED,
    unit="entry",
)

SOURCES = (SOURCE_ARTICLE,)
