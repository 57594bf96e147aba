"""What a host would tell prcomm.testing about refutations: only what can't be guessed from the types."""

from hypothesis import strategies as st

from prcomm import Reference
from prcomm.press.refutations import (
    AgreeToEdit,
    Claim,
    Close,
    Decline,
    Deliver,
    Demand,
    Harmed,
    Medium,
    NameIssue,
    NoteJudgment,
    Publish,
)

SECRETS = ()
REFERENCES = ()
"""A demand names nobody: who makes it acts, and who answers for it is an official."""
MOSTLY = st.sampled_from((True, True, True, True, False))
SELDOM = st.sampled_from((False, False, False, False, True))
WHY = st.sampled_from(("digest 3", "digest 3", "digest 3", ""))
MEDIA = (Medium.PERIODICAL, Medium.PERIODICAL, *Medium)


def delivered(refutation):
    """Received when it was demanded, or somewhat earlier; now and then later than it is entered. Most name no issue."""
    if refutation is None:
        return st.fixed_dictionaries({})
    demanded = refutation.history[0].action.at
    received = st.sampled_from([demanded.add(days=n) for n in (0, 0, 0, -20, -31, 400)])
    named = [demanded.add(days=n).date() for n in (7, 7, 30, 180, 190, -40)]
    issues = named if refutation.medium is Medium.PERIODICAL else named[:1]
    proof = st.sampled_from(("receipt 1", "receipt 1", "receipt 2", ""))
    next_issue = st.sampled_from([None, None, None, None, None, *issues])
    return st.fixed_dictionaries({"received": received, "proof": proof, "next_issue": next_issue})


def named(refutation):
    """Some day after what was done last; now and then before the receipt, or more than half a year off."""
    if refutation is None:
        return st.fixed_dictionaries({})
    last = refutation.history[-1].action.at
    return st.fixed_dictionaries({"on": st.sampled_from([last.add(days=n).date() for n in (14, 21, 40, 190, -60)])})


PAYLOADS = {
    Demand: st.fixed_dictionaries(
        {
            "claim": st.sampled_from((*Claim, Claim.REFUTATION)),
            "medium": st.sampled_from(MEDIA),
            "registered": MOSTLY,
            "item": st.sampled_from((None, Reference("monitoring", "3"))),
            "false": MOSTLY,
            "harmful": MOSTLY,
            "infringed": MOSTLY,
            "official": st.sampled_from(("the press secretary", "a deputy head", "the press secretary", "")),
            "harmed": st.sampled_from((*Harmed, Harmed.REPUTATION)),
        }
    ),
    Deliver: delivered,
    NameIssue: named,
    AgreeToEdit: st.fixed_dictionaries({"too_long": MOSTLY}),
    Publish: st.fixed_dictionaries({"same_place": MOSTLY, "under_heading": MOSTLY, "edited": SELDOM}),
    Decline: st.fixed_dictionaries({"reason": WHY}),
    NoteJudgment: st.fixed_dictionaries({"upheld": MOSTLY, "number": WHY}),
    Close: st.fixed_dictionaries({"reason": WHY}),
}
