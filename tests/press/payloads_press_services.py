"""What a host would tell prcomm.testing about press services: only what can't be guessed from the types."""

from hypothesis import strategies as st
from pendulum import Date

from prcomm import Reference
from prcomm.core.calendar.days import day, ordinal
from prcomm.press.press_services import Abolish, Advise, Establish, NoteBriefing, NoteConference, Reorganise

MOSTLY = st.sampled_from((True, True, True, True, False))
ACT = st.sampled_from(("order 1", "order 2", "order 3", ""))
BRIEFINGS = st.sampled_from([Reference("briefing", str(n)) for n in range(40)])


def noting(**more):
    """What was held by the day of the last record, since the service stands, by its body; seldom anything else."""

    def note(service):
        body, days = ("a", [Date(2026, 1, 1)])
        if service is not None:
            first, last = (ordinal(service.history[n].action.at, service.office) for n in (0, -1))
            body, days = service.office.id, [day(o) for o in (last, last, first, (first + last) // 2, first - 1)]
        ours = frozenset({body})
        return st.fixed_dictionaries(
            {
                "briefing": BRIEFINGS,
                "held": MOSTLY,
                "held_on": st.sampled_from(days),
                "offices": st.sampled_from((ours, ours | {"another body"}, ours, frozenset({"another body"}))),
                **more,
            }
        )

    return note


PAYLOADS = {
    Establish: st.fixed_dictionaries({"act": ACT, "secretary_of_minister": MOSTLY}),
    Reorganise: st.fixed_dictionaries({"act": ACT}),
    Abolish: st.fixed_dictionaries({"act": ACT}),
    Advise: st.fixed_dictionaries({"recommendations": st.sampled_from((frozenset({"a rota"}), frozenset()))}),
    NoteBriefing: noting(),
    NoteConference: noting(annual=MOSTLY),
}
