"""What a host would tell prcomm.testing about incidents: only what can't be guessed from the types."""

from hypothesis import strategies as st
from pendulum import Date, DateTime, datetime

from prcomm import Reference
from prcomm.press.incidents import (
    DecideBriefing,
    Dismiss,
    GiveUp,
    HandToDuty,
    JoinTo,
    Keep,
    Line,
    Notice,
    Promise,
    Rate,
    Refer,
    Reopen,
    Review,
    SayFirst,
    Truth,
    Update,
    Verify,
)

REFERENCES = ()
SECRETS = ()
MOSTLY = st.sampled_from((True, True, True, True, False))
ON_FILE = st.sampled_from(("digest 1", "digest 2", "digest 3", "digest 4", ""))
FOUND, BRIEFING, SIGNAL = Reference("monitoring", "m1"), Reference("briefing", "b4"), Reference("signal", "s1")
RELEASES = tuple(Reference("release", f"r{n}") for n in (1, 2, 3))
NOTICED: st.SearchStrategy[DateTime] = st.sampled_from(
    [datetime(year, 1, 1, tz="Asia/Tashkent") for year in (2018, 2020, 2022, 2099)]
)
A_RELEASE = st.sampled_from((*RELEASES, *RELEASES, BRIEFING))
LINE = st.builds(
    Line, known=ON_FILE, unknown=ON_FILE, doing=ON_FILE, release=A_RELEASE, published=MOSTLY
)  # fmt: skip
WHY = st.fixed_dictionaries({"why": ON_FILE})


def update(incident):
    """Mostly of the last word."""
    last = RELEASES[0] if incident is None or incident.last is None else incident.last
    return st.fixed_dictionaries(
        {"line": LINE, "supersedes": st.sampled_from((last, last, last, Reference("release", "r9")))}
    )


def join(incident):
    """To another; seldom to itself, or to what is no incident."""
    own = Reference("incident", "a" if incident is None else incident.id)
    another = Reference("incident", "another")
    return st.fixed_dictionaries({"first": st.sampled_from((another, another, own, SIGNAL))})


PAYLOADS = {
    Notice: st.fixed_dictionaries({"found": st.sampled_from((FOUND, None)), "noticed": NOTICED, "former": st.none()}),
    Verify: st.fixed_dictionaries(
        {
            "truth": st.sampled_from(Truth),
            "found": st.sampled_from((FOUND, None)),
            "official": st.sampled_from(("official 1", "official 2", "")),
        }
    ),
    Rate: st.fixed_dictionaries({"resonant": st.booleans(), "why": ON_FILE}),
    SayFirst: st.fixed_dictionaries({"line": LINE}),
    Update: update,
    DecideBriefing: st.fixed_dictionaries(
        {"hold": st.booleans(), "why": ON_FILE, "briefing": st.sampled_from((BRIEFING, BRIEFING, None, RELEASES[0]))}
    ),
    Refer: st.fixed_dictionaries({"to": st.sampled_from((SIGNAL, SIGNAL, Reference("incident", "another")))}),
    HandToDuty: st.fixed_dictionaries({"number": st.sampled_from(("14", "15", ""))}),
    JoinTo: join,
    Reopen: WHY,
    Dismiss: WHY,
    Review: st.fixed_dictionaries({"lessons": ON_FILE}),
    Promise: st.fixed_dictionaries({"until": st.sampled_from((Date(2099, 1, 1), Date(2018, 1, 1), None))}),
    Keep: st.fixed_dictionaries({"release": A_RELEASE}),
    GiveUp: st.fixed_dictionaries({"reason": ON_FILE, "release": st.one_of(A_RELEASE, st.none())}),
}
