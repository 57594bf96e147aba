"""How long each thing that is owed may take, by the latest law known."""

from collections.abc import Mapping
from datetime import date
from typing import cast

from prcomm.core.calendar.law import OpenLaw
from prcomm.core.calendar.terms import Term
from prcomm.core.sources.dated import Dated
from prcomm.core.table.deadlines import Within
from prcomm.core.values.errors import NotInForce
from prcomm.processes import AnyLifecycle


def terms(lifecycle: AnyLifecycle) -> Mapping[str, Term]:
    """The term of each deadline by its name, as the table has it: without those that depend on the case."""
    law = lifecycle.law.on(date.max)
    found = ((deadline.name, term(deadline.within, law)) for deadline in lifecycle.deadlines)
    return {name: known for name, known in found if known is not None}


def term(within: Within, law: OpenLaw) -> Term | None:
    """A term with its numbers as they are in force; ``None`` if it is a function of the case, or none is in force."""
    try:
        known = law[cast("Dated[object]", within)] if isinstance(within, Dated) else within
        return known.under(law) if isinstance(known, Term) else None
    except NotInForce:
        return None
