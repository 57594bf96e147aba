"""What a host would tell prcomm.testing about programmes: only what can't be guessed from the types."""

from hypothesis import strategies as st
from pendulum import Date

from prcomm import Reference
from prcomm.press.feedback import Heard
from prcomm.press.programmes import Approve, Close, Drop, Evaluate, Lengthen, Measure, Propose, Stop

REFERENCES = ()
SECRETS = ()
ON_FILE = st.sampled_from(("digest 1", "digest 2", "digest 3", "digest 4", ""))
INDICATORS = ("reach", "trust")
SEVERAL = st.sampled_from((frozenset({"a"}), frozenset({"a", "b"}), frozenset({"b"}), frozenset()))
MEASURED_BY = st.sampled_from(
    (frozenset(INDICATORS), frozenset(INDICATORS[:1]), frozenset(INDICATORS[1:]), frozenset())
)
FEEDBACK = Reference("feedback", "f1")


def measure(programme):
    """Mostly one of its own indicators, seldom another."""
    own = INDICATORS if programme is None else sorted(programme.indicators)
    return st.fixed_dictionaries({"indicator": st.sampled_from((*own, *own, *own, "another"))})


def later(programme):
    """Mostly to a later day."""
    until = None if programme is None else programme.until
    days = (Date(2099, 1, 1), Date(2010, 1, 1)) if until is None else (until.add(days=30), until.add(days=90), until)
    return st.fixed_dictionaries({"act": ON_FILE, "until": st.sampled_from(days)})


def heard(programme):
    """Mostly the feedback on it, answered."""
    own = Reference("programme", "a" if programme is None else programme.id)
    answered = Heard(file=FEEDBACK, event=own, done=True)
    others = (Heard(file=FEEDBACK, event=own, done=False), Heard.none())
    return st.fixed_dictionaries({"heard": st.sampled_from((answered, answered, answered, *others))})


PAYLOADS = {
    Propose: st.fixed_dictionaries(
        {
            "goals": SEVERAL,
            "audience": st.sampled_from(("schools", "drivers", "all", "")),
            "channels": SEVERAL,
            "indicators": MEASURED_BY,
        }
    ),
    Approve: st.fixed_dictionaries(
        {"act": ON_FILE, "until": st.sampled_from((Date(2098, 1, 1), Date(2098, 6, 1), Date(2010, 1, 1)))}
    ),
    Lengthen: later,
    Measure: measure,
    Evaluate: st.fixed_dictionaries({"digest": ON_FILE}),
    Stop: st.fixed_dictionaries({"reason": ON_FILE}),
    Close: heard,
    Drop: st.fixed_dictionaries({"reason": ON_FILE}),
}
