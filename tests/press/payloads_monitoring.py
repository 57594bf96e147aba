"""What a host would tell prcomm.testing about found items: only what can't be guessed from the types."""

from hypothesis import strategies as st

from prcomm import Outlet, Reference
from prcomm.press.monitoring import (
    AddAllegations,
    Allegation,
    Confirm,
    Disprove,
    Find,
    FoundKind,
    HandToDuty,
    JoinTo,
    LeaveOpen,
    Reopen,
    Respond,
)

MOSTLY = st.sampled_from((True, True, True, True, False))
ON_FILE = st.sampled_from(("digest 1", "digest 2", "digest 3", ""))
ALLEGED = st.frozensets(st.sampled_from(Allegation))
A_PAPER, A_BLOG = Outlet("a paper", registered=True), Outlet("a blog")
FOUND = st.sampled_from(((FoundKind.MEDIA, A_PAPER), (FoundKind.PAGE, A_BLOG)))
AMISS = st.sampled_from(((FoundKind.MEDIA, A_BLOG), (FoundKind.PAGE, A_PAPER)))
VERDICT = st.fixed_dictionaries({"official": st.sampled_from(("a", "b", "c", "")), "why": ON_FILE})


def found(_):
    """In a paper or on a page; seldom one as the other."""
    place = MOSTLY.flatmap(lambda well: FOUND if well else AMISS)
    return st.tuples(place, ALLEGED).map(lambda said: {"kind": said[0][0], "outlet": said[0][1], "alleges": said[1]})


def more(item):
    """Mostly what was not alleged yet."""
    left = frozenset(Allegation) - (frozenset() if item is None else item.alleges)
    return st.fixed_dictionaries({"alleges": st.one_of(st.just(left), ALLEGED)})


def joined(item):
    """To another that alleges the same; seldom to itself, or to what is no found item."""
    own, alleges = ("a", frozenset()) if item is None else (item.id, item.alleges)
    others = [Reference("monitoring", "another")] * 3
    first = st.sampled_from([*others, Reference("monitoring", own), Reference("incident", "another")])
    return st.fixed_dictionaries({"first": first, "alleged": st.one_of(st.just(alleges), ALLEGED)})


PAYLOADS = {
    Find: found,
    AddAllegations: more,
    Confirm: VERDICT,
    Disprove: VERDICT,
    LeaveOpen: VERDICT,
    Respond: st.fixed_dictionaries(
        {
            "release": st.sampled_from([Reference(one, "a") for one in ("release", "release", "release", "briefing")]),
            "published": MOSTLY,
        }
    ),
    HandToDuty: st.fixed_dictionaries({"number": st.sampled_from(("14", "15", ""))}),
    Reopen: st.fixed_dictionaries({"why": ON_FILE}),
    JoinTo: joined,
}
