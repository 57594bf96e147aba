"""What a host would tell prcomm.testing about feedback: only what can't be guessed from the types."""

from hypothesis import strategies as st
from pendulum import Date

from prcomm import Reference
from prcomm.press.feedback import Answer, NoteSilence, Open, SetAside, Summarise, TurnOpinion

UNTIL = st.sampled_from((Date(2099, 1, 1), Date(2026, 6, 30), Date(2010, 1, 1)))
INTO = st.sampled_from([Reference(process, "4") for process in ("request", "appeal", "request", "appeal", "release")])

PAYLOADS = {
    Open: st.fixed_dictionaries({"event": st.just(Reference("briefing", "b1")), "until": UNTIL}),
    TurnOpinion: st.fixed_dictionaries({"into": st.one_of(INTO, INTO, st.just(Reference("appeal", "")))}),
    SetAside: st.fixed_dictionaries({"reason": st.sampled_from(("digest 1", "digest 2", "digest 3", ""))}),
    Summarise: st.fixed_dictionaries({"digest": st.sampled_from(("digest 4", "digest 5", "digest 6", ""))}),
    Answer: st.fixed_dictionaries({"reply": st.just(Reference("release", "8"))}),
    NoteSilence: st.fixed_dictionaries(
        {"asked_by": st.sampled_from((frozenset({"site"}), frozenset({"site", "page"}), frozenset()))}
    ),
}
