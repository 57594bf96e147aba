"""What a host would tell prcomm.testing about acts of oversight: only what can't be guessed from the types."""

from hypothesis import strategies as st

from prcomm import Reference
from prcomm.oversight.acts import (
    AnnounceAct,
    BeginAct,
    DrawUp,
    EndAct,
    Matter,
    NoteOutcome,
    OrderRepetition,
    ReplaceOrganiser,
    RescheduleAct,
    Sphere,
    Undertake,
)
from prcomm.oversight.recommendations import Outcome

MOSTLY = st.sampled_from((True, True, True, True, False))
SELDOM = MOSTLY.map(lambda said: not said)
NAMED = st.sampled_from(("a", "b", "c", ""))
FILES = st.sampled_from([Reference(process, "a") for process in ("appeal", "request", "appeal", "oversight")])
ANOTHER = Reference("oversight", "d")
UNDERTAKEN = st.fixed_dictionaries(
    {
        "act": st.sampled_from(("a", "b")),
        "topic": st.just("a"),
        "sphere": st.sampled_from((Sphere.GENERAL,) * 4 + (Sphere.PUBLIC_ORDER, Sphere.COURT)),
        "matter": st.sampled_from((*Matter, *Matter, None)),
        "subject": MOSTLY,
        "own_matter": SELDOM,
        "place": NAMED,
        "provided_by": NAMED,
        "concerns": FILES,
        "put_to": NAMED,
        "council_office": NAMED,
    }
)


def noted(act):
    """Of its document, and of the file on file; seldom of another."""
    document = "a" if act is None else act.document
    known = Reference("recommendation", "a") if act is None else act.recommendation or Reference("recommendation", "a")
    outcomes = [(outcome, False) for outcome in Outcome] + [(None, True), (None, True), (None, False)]
    return st.tuples(st.sampled_from(outcomes), st.sampled_from((document, document, document, "z"))).map(
        lambda said: {
            "outcome": said[0][0],
            "none_came": said[0][1],
            "document": said[1],
            "recommendation": known,
        }
    )


def replied(_):
    """With an answer, or none; seldom both."""
    said = [(Reference("appeal", "a"), False), (None, True), (None, False), (Reference("appeal", "a"), True)]
    return st.sampled_from(said).map(lambda one: {"reply": one[0], "none_came": one[1]})


PAYLOADS = {
    Undertake: UNDERTAKEN,
    AnnounceAct: st.fixed_dictionaries({"issues": NAMED, "time": NAMED, "procedure": NAMED}),
    RescheduleAct: st.fixed_dictionaries({"place": NAMED, "why": NAMED}),
    ReplaceOrganiser: st.fixed_dictionaries({"organiser": NAMED, "why": NAMED}),
    BeginAct: st.fixed_dictionaries(
        {
            "in_public": MOSTLY,
            "materials_free": MOSTLY,
            "entitled": st.sampled_from((3, 4, 4, 0)),
            "present": st.sampled_from((3, 2, 3, 4)),
        }
    ),
    EndAct: replied,
    DrawUp: st.fixed_dictionaries(
        {"document": NAMED, "subject": MOSTLY, "opinion": st.sampled_from((ANOTHER, ANOTHER, None))}
    ),
    NoteOutcome: noted,
    OrderRepetition: st.fixed_dictionaries({"complaint": FILES, "upheld": MOSTLY, "again": st.just(ANOTHER)}),
}
