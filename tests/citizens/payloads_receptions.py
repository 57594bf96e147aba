"""What a host would tell prcomm.testing about receptions: only what can't be guessed from the types."""

from citizens.payloads_appeals import FIRMS, MOSTLY, PEOPLE, REFERENCES, SECRETS
from hypothesis import strategies as st

from prcomm import LegalEntity, Person, Reference
from prcomm.citizens.receptions import RefuseReception

__all__ = ["PAYLOADS", "REFERENCES", "SECRETS"]


def refused(reception):
    """For the reason that the law has: the same was decided and told; now and then without a part of it."""
    whose = REFERENCES[0] if reception is None else reception.visitor.id
    return st.fixed_dictionaries(
        {
            "appellants": st.just((whose,)),
            "former": st.just(Reference("appeal", "5")),
            "same_nature": MOSTLY,
            "decided": MOSTLY,
            "told": MOSTLY,
        }
    )


PAYLOADS = {
    Person: st.sampled_from(PEOPLE),
    LegalEntity: st.sampled_from(FIRMS),
    RefuseReception: refused,
}
