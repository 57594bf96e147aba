"""What a host would tell prcomm.testing about recommendations: only what can't be guessed from the types."""

from hypothesis import strategies as st

from prcomm import Actor, Reference
from prcomm.law.roles import CHAIR, COURT, ORGANISER, SECRETARY, SUPERIOR
from prcomm.oversight.recommendations import (
    ADVICE,
    Adopt,
    CorrectArrival,
    Decide,
    FinalForm,
    JudgeReason,
    Outcome,
    ProveDelivery,
    Register,
    Send,
    Withdraw,
)

MOSTLY = st.sampled_from((True, True, True, True, False))
NAMED = st.sampled_from(("a", "b", "c", ""))
HANDS = 3


@st.composite
def adopted(draw):
    """With what its kind asks for, as most are; seldom without a part of it."""
    return {
        "decided": draw(MOSTLY),
        "election": not draw(MOSTLY),
        "content": draw(NAMED),
        "author": draw(st.sampled_from((Reference("council", "council"), Reference("council", "council"), None))),
        "by_a_subject": draw(MOSTLY),
        "organiser": draw(st.sampled_from(("a", "b"))),
        "form": draw(st.sampled_from((*FinalForm, None))),
    }


def issuer(it):
    """Whose recommendation it is."""
    if it is None or it.kind is ADVICE:
        return Actor("a" if it is None else it.issued_by, CHAIR, "council")
    return Actor(it.issued_by, ORGANISER)


def by_its_issuer(it, **more):
    """By whose it is; seldom by somebody else."""
    own, known = issuer(it), st.fixed_dictionaries(more)
    others = (Actor("z", CHAIR, "another council"), Actor("z", ORGANISER), Actor("a", SECRETARY, "council"))
    hand = st.sampled_from((*(own,) * HANDS, *others)).map(lambda by: {"by": by})
    return st.tuples(known, st.one_of(hand, hand, hand, st.just({}))).map(lambda two: two[0] | two[1])


def arrival(it):
    """From the day it was sent on; seldom before."""
    sent = None if it is None else it.sent_at
    return () if sent is None else (sent, sent.add(minutes=7), sent.add(hours=3), sent.subtract(days=1))


def shown(it):
    """Shown by whose it is."""
    days = arrival(it)
    return by_its_issuer(it, proof=NAMED, **({"arrived": st.sampled_from(days)} if days else {}))


def registered(it):
    """Under a number, on a day that may be."""
    days = arrival(it)
    known = {"number": NAMED, **({"arrived": st.sampled_from(days)} if days else {})}
    return st.fixed_dictionaries(known)


def judged(it):
    """By a court, or the body above; seldom by the body itself."""
    above = "" if it is None else it.office.superior
    own = "" if it is None else it.office.id
    judges = (Actor("j", COURT, "court"), Actor("g", SUPERIOR, above), Actor("j", COURT, own))
    return st.fixed_dictionaries({"decision": NAMED, "by": st.sampled_from((*judges[:1] * HANDS, *judges))})


PAYLOADS = {
    Adopt: adopted(),
    Send: by_its_issuer,
    ProveDelivery: shown,
    CorrectArrival: shown,
    Register: registered,
    Decide: st.fixed_dictionaries({"outcome": st.sampled_from(Outcome), "reasons": NAMED}),
    JudgeReason: judged,
    Withdraw: by_its_issuer,
}
