"""What a host would tell prcomm.testing about dialogues: only what can't be guessed from the types."""

from datetime import timedelta

from hypothesis import strategies as st
from pendulum import Date

from prcomm import Reference
from prcomm.core.calendar.days import day, ordinal
from prcomm.press.dialogues import (
    Announce,
    Cancel,
    Close,
    Drop,
    Hold,
    Instruct,
    Place,
    Plan,
    Postpone,
    RefuseOnTheSpot,
    Report,
    Reschedule,
    TurnInto,
    totals,
)
from prcomm.press.feedback import Heard
from prcomm.press.speaking import Speaker

SECRETS = ()
REFERENCES = ()
ON_FILE = st.sampled_from(("digest 1", "digest 2", "digest 3", ""))
FOREVER, OVER = Date(2099, 1, 1), Date(2010, 1, 1)
PLACES = (frozenset(Place), frozenset(Place), frozenset({Place.SITE}), frozenset({Place.STAND}), frozenset())


def held(dialogue):
    """On its day, once its time has come, if it has not passed; by somebody charged with it here, or its head."""
    here = "a" if dialogue is None else dialogue.office.id
    charged = Speaker(officer="officer 1", office=here, file=Reference("competence", "3"), charged=True)
    others = (Speaker.leading("head", "another body"), Speaker(officer="o", office=here, file=None, charged=False))
    said = {"speaker": st.sampled_from((charged, charged, Speaker.leading("head", here), charged, *others))}
    if dialogue is not None:
        said["at"] = st.just(max(dialogue.on, dialogue.history[-1].action.at))
    return st.fixed_dictionaries(said)


def rescheduled(dialogue):
    """For some hour of the days to come, and for a day or two; seldom to end before it begins."""
    if dialogue is None:
        return st.fixed_dictionaries({})
    last = dialogue.history[-1].action.at
    begins = st.sampled_from([last + timedelta(hours=n) for n in (1, 24, 48, 72, 240)])

    def days(on):
        first = ordinal(on, dialogue.office)
        ends = st.sampled_from((None, None, day(first), day(first + 1), day(first + 1), OVER))
        return ends.map(lambda last_day: {"on": on, "last_day": last_day})

    return begins.flatmap(days)


def reported(dialogue):
    """With the totals of the file, once its last day has come; seldom with others, or before."""
    if dialogue is None:
        return st.fixed_dictionaries({})
    true = totals(dialogue)
    told = st.sampled_from((true, true, true, {**true, "solved": true["solved"] + 1}, {**true, "dropped": 9}))
    last = dialogue.history[-1].action.at
    behind = 0 if dialogue.last_day is None else dialogue.last_day.toordinal() - ordinal(last, dialogue.office)
    when = st.sampled_from([last + timedelta(days=max(behind, 0))] * 3 + [last])
    published = {"published": Reference("release", "8")}
    return st.tuples(told, when).map(lambda one: {**one[0], "at": one[1], **published})


def closed(dialogue):
    """With feedback on it; seldom on another, or still open."""
    this = Reference("dialogue", "1" if dialogue is None else dialogue.id)
    feedback = Reference("feedback", "5")
    done, open_ = (Heard(file=feedback, event=this, done=done) for done in (True, False))
    other = Heard(file=feedback, event=Reference("briefing", "another"), done=True)
    return st.fixed_dictionaries({"heard": st.sampled_from((done, done, done, open_, other, Heard.none()))})


PAYLOADS = {
    Plan: st.fixed_dictionaries({"schedule": ON_FILE, "last_day": st.sampled_from((None, None, None, FOREVER, OVER))}),
    Announce: st.fixed_dictionaries({"where": st.sampled_from(PLACES)}),
    Hold: held,
    Report: reported,
    Close: closed,
    Postpone: st.fixed_dictionaries({"reason": ON_FILE}),
    Reschedule: rescheduled,
    Cancel: st.fixed_dictionaries({"reason": ON_FILE}),
    Instruct: st.fixed_dictionaries(
        {"to": st.sampled_from(("unit 4", "unit 5", "")), "until": st.sampled_from((None, FOREVER, OVER))}
    ),
    RefuseOnTheSpot: st.fixed_dictionaries({"reason": ON_FILE, "route": ON_FILE}),
    TurnInto: st.fixed_dictionaries(
        {"into": st.sampled_from([Reference(one, "4") for one in ("request", "appeal", "request", "release")])}
    ),
    Drop: st.fixed_dictionaries({"reason": ON_FILE}),
}
