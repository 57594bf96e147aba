"""What a host would tell prcomm.testing about accreditations: only what can't be guessed from the types."""

from hypothesis import strategies as st
from pendulum import Date

from prcomm import Outlet
from prcomm.press.accreditations import (
    DOMESTIC,
    Annex,
    Apply,
    Attach,
    Challenge,
    Complete,
    Detach,
    FiledWith,
    GiveBack,
    Grant,
    Press,
    Prolong,
    Reconsider,
    RefuseAccreditation,
    RefuseToProlong,
    Restore,
    ReturnIncomplete,
    Review,
    Suspend,
    WithdrawAccreditation,
)

SECRETS = ()
REFERENCES = ()
"""None: whoever works with the press in public is named by an id, as an official is."""
JOURNALISTS = st.sampled_from(("j1", "j2"))
MOSTLY = st.sampled_from((True, True, True, True, False))
NAMED = st.sampled_from(("digest 1", "digest 2", "digest 3", ""))
PAPERS = frozenset(Annex)
"""All that any kind of application needs."""
ANNEXES = st.sampled_from((PAPERS, PAPERS, PAPERS - {Annex.DIPLOMA}, PAPERS - {Annex.LETTER}))
PHOTOGRAPHS = st.sampled_from((4, 4, 4, 3))
MEMBERS = st.sampled_from(("t1", "t2"))
"""Of the technical staff: as every part of a file they are shown by their ids."""
REASONED = st.fixed_dictionaries({"reasons": NAMED, "told": MOSTLY})
FILED = {kind: FiledWith.THIS_BODY if kind is DOMESTIC else FiledWith.FOREIGN_MINISTRY for kind in Press}


def applied(_):
    """Where it belongs; seldom elsewhere."""
    outlets = st.sampled_from([Outlet("gazeta", registered=registered) for registered in (True, True, True, False)])
    others = st.fixed_dictionaries({"signed": MOSTLY, "annexes": ANNEXES, "photographs": PHOTOGRAPHS})
    said = st.tuples(st.sampled_from((DOMESTIC, *Press)), MOSTLY, outlets, JOURNALISTS, others)
    return said.map(
        lambda one: {
            "kind": one[0],
            "filed_with": FILED[one[0]] if one[1] else FiledWith.THIS_BODY,
            "outlet": one[2],
            "journalist": one[3],
            **one[4],
        }
    )


def granted(file):
    """For some weeks from the last record on; seldom for a day that has passed, or for longer than a stay may be."""
    last = Date(2026, 3, 5) if file is None else file.history[-1].action.at.date()
    days = st.sampled_from([last.add(days=n) for n in (20, 40, 60, 80, 40, 60, -10, 200)])
    return st.fixed_dictionaries({"valid_until": days, "decision": NAMED, "already": st.integers(0, 5)})


def prolonged(file):
    """For some days more than it runs; seldom for fewer."""
    until = Date(2026, 5, 20) if file is None or file.valid_until is None else file.valid_until
    days = st.sampled_from([until.add(days=n) for n in (1, 10, 20, 40, 200, -1)])
    return st.fixed_dictionaries({"valid_until": days, "decision": NAMED, "simplified": MOSTLY, "flawless": MOSTLY})


def restored(file):
    """For the term that was; seldom for another."""
    until = Date(2026, 5, 20) if file is None or file.valid_until is None else file.valid_until
    return st.fixed_dictionaries(
        {"number": NAMED, "valid_until": st.sampled_from((until, until, until, until.add(days=1)))}
    )


PAYLOADS = {
    Apply: applied,
    ReturnIncomplete: st.fixed_dictionaries({"missing": NAMED}),
    Complete: st.fixed_dictionaries({"signed": MOSTLY, "annexes": ANNEXES, "photographs": PHOTOGRAPHS}),
    Review: st.fixed_dictionaries({"conclusion": NAMED}),
    Grant: granted,
    RefuseAccreditation: REASONED,
    Suspend: REASONED,
    WithdrawAccreditation: REASONED,
    Prolong: prolonged,
    RefuseToProlong: REASONED,
    GiveBack: st.fixed_dictionaries({"reason": NAMED}),
    Challenge: st.fixed_dictionaries({"case_number": NAMED}),
    Restore: restored,
    Reconsider: st.fixed_dictionaries({"number": NAMED}),
    Attach: st.fixed_dictionaries({"member": MEMBERS, "agreed": MOSTLY}),
    Detach: st.fixed_dictionaries({"member": MEMBERS}),
}
