"""What a host would tell prcomm.testing about signals: only what can't be guessed from the types."""

from hypothesis import strategies as st

from prcomm import Reference
from prcomm.oversight.signals import (
    Approve,
    Conclude,
    HandOver,
    JoinTo,
    Leave,
    Medium,
    NoteSignal,
    NoteWhom,
    Pass,
    PublishStudy,
    Study,
    TakeBack,
)

REFERENCES = ("shaxs6", "shaxs7")
"""References to people whom a signal is about, which nothing shows. They stand nowhere else."""
SECRETS = ()
COUNCIL = Reference("council", "the council")
MOSTLY = st.sampled_from((True, True, True, True, False))
SELDOM = st.sampled_from((False, False, False, False, True))
WHY = st.sampled_from(("digest 3", "digest 3", "digest 3", ""))
MEANT = st.sampled_from(((), (), REFERENCES, REFERENCES[:1]))


def elsewhere(signal):
    """To the body above, where there is one; now and then to a neighbour, and seldom to the council itself."""
    above = "" if signal is None else signal.office.superior
    to = st.sampled_from((above or "a neighbour", "a neighbour", COUNCIL.id))
    return st.fixed_dictionaries({"to": to, "why": WHY})


def joined(signal):
    """To another one about the same body; seldom to itself."""
    about, own = ("the body", "1") if signal is None else (signal.about, signal.id)
    first = st.sampled_from([Reference("signal", one) for one in ("another", "another", "another", own)])
    return st.fixed_dictionaries({"first": first, "first_open": MOSTLY, "same": MOSTLY, "about": st.just(about)})


def approved(signal):
    """What is on file, by a session of its own council; seldom anything else."""
    result = "" if signal is None else signal.result
    session = st.just(Reference("session", "1"))
    return st.fixed_dictionaries(
        {"session": session, "council": st.just(COUNCIL), "adopted": MOSTLY, "result": st.just(result)}
    )


PAYLOADS = {
    NoteSignal: st.fixed_dictionaries(
        {
            "council": st.just(COUNCIL),
            "medium": st.sampled_from((Medium.INTERNET, Medium.SOCIAL_NETWORK, Medium.INTERNET, Medium.OTHER)),
            "link": st.sampled_from(("link 1", "link 2", "link 3", "")),
            "corruption": MOSTLY,
            "meant": MEANT,
            "about_the_head": SELDOM,
        }
    ),
    Study: st.fixed_dictionaries({"by_whom": st.sampled_from((("a",), ("a", "b"), ("c",), ()))}),
    JoinTo: joined,
    Pass: elsewhere,
    HandOver: elsewhere,
    TakeBack: st.fixed_dictionaries({"why": WHY}),
    Conclude: st.fixed_dictionaries({"result": st.sampled_from(("digest 1", "digest 2", "digest 1", ""))}),
    Approve: approved,
    NoteWhom: st.fixed_dictionaries({"meant": MEANT, "about_the_head": SELDOM}),
    PublishStudy: st.fixed_dictionaries(
        {"nobody_called_guilty": MOSTLY, "leave": st.sampled_from((*Leave, Leave.GIVEN, Leave.CASE_ENDED))}
    ),
}
