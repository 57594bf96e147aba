"""What a host would tell prcomm.testing about councils: only what can't be guessed from the types."""

from hypothesis import strategies as st

from prcomm import Reference
from prcomm.oversight.councils import (
    Activate,
    Council,
    Elect,
    FormGroup,
    NoteSession,
    StepDown,
)

MOSTLY = st.sampled_from((True, True, True, True, False))
SESSIONS = st.sampled_from([Reference("session", n) for n in "123456"])
ELSEWHERE = Reference("council", "elsewhere")


def own(council: Council | None) -> st.SearchStrategy[Reference]:
    """The council itself; seldom another."""
    mine = ELSEWHERE if council is None else council.reference
    return st.sampled_from((mine, mine, mine, mine, ELSEWHERE))


def somebody(council: Council | None) -> st.SearchStrategy[str]:
    """Somebody who is appointed; seldom a stranger, or one who was."""
    if council is None:
        return st.just("z")
    return st.sampled_from((*council.appointed * 3, *(one.id for one in council.members), "z"))


def held(council: Council | None) -> st.SearchStrategy[object]:
    """When it was constituted, and around it."""
    on = None if council is None else council.constituted_at
    if on is None:
        return st.none()
    return st.sampled_from((on, on, on.add(hours=1), on.add(days=3), on.subtract(days=1), None))


def activated(council: Council | None):
    """By a founding session of its own that elected a member, as most are."""
    return st.fixed_dictionaries(
        {
            "session": SESSIONS,
            "council": own(council),
            "held_at": held(council),
            "founding": MOSTLY,
            "chair": somebody(council),
            "deputy": st.just("") | somebody(council),
            "secretary": st.just("") | somebody(council),
        }
    )


def elected(council: Council | None):
    """A member, at a session of this convocation, as most are."""
    fields = {"session": SESSIONS, "council": own(council), "held_at": held(council), "elected": somebody(council)}
    return st.fixed_dictionaries(fields)


def noted(council: Council | None):
    """A session of its own that was held, as most are."""
    fields = {"session": SESSIONS, "council": own(council), "held_at": held(council), "held": MOSTLY}
    return st.fixed_dictionaries(fields)


def stepped_down(council: Council | None):
    """From a post that somebody holds, if any is."""
    posts = () if council is None else tuple(post for post, _ in council.filled)
    return st.fixed_dictionaries({"post": st.sampled_from(posts)} if posts else {})


def grouped(council: Council | None):
    """Of members; seldom of nobody."""
    return st.fixed_dictionaries({"members": st.lists(somebody(council), max_size=2, unique=True).map(tuple)})


PAYLOADS = {
    Activate: activated,
    Elect: elected,
    NoteSession: noted,
    StepDown: stepped_down,
    FormGroup: grouped,
}
