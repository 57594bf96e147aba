"""What a host would tell prcomm.testing about briefings: only what can't be guessed from the types.

Who is admitted is shown nowhere, but who asks a question acts in the open: guests who ask have ids of their own.
"""

from datetime import timedelta

from hypothesis import strategies as st
from pendulum import Date

from prcomm import Actor, Reference
from prcomm.core.calendar.days import day, ordinal
from prcomm.press.briefings import (
    Admit,
    Announce,
    AnswerQuestion,
    Ask,
    Cancel,
    Close,
    DropQuestion,
    Hold,
    Plan,
    Postpone,
    PublishRecord,
    Reschedule,
    Standing,
    TurnQuestion,
)
from prcomm.press.feedback import Heard
from prcomm.press.roles import JOURNALIST
from prcomm.press.speaking import Speaker

REFERENCES = ("shaxs8", "shaxs9")
"""References to guests, which nothing shows. They stand nowhere else."""
SECRETS = ()
WHO_ASK = ("journalist 7", "journalist 8")
GUESTS = st.sampled_from((*WHO_ASK, *WHO_ASK, *REFERENCES))
MOSTLY = st.sampled_from((True, True, True, True, False))
REASON = st.sampled_from(("digest 1", "digest 2", "digest 3", ""))
FOREVER, OVER = Date(2099, 1, 1), Date(2010, 1, 1)
CERTIFICATE = Reference("accreditation", "4")


def speaker(briefing):
    """Somebody charged with it here, or its head; seldom anybody else."""
    here = "a" if briefing is None else briefing.office.id
    charged = Speaker(officer="officer 1", office=here, file=Reference("competence", "3"), charged=True)
    others = (Speaker.leading("head", "another body"), Speaker(officer="o", office=here, file=None, charged=False))
    return st.sampled_from((charged, charged, Speaker.leading("head", here), charged, *others))


def announced(briefing):
    """With a cut-off before it begins, or with none; seldom with one after."""
    cut_offs = [None]
    if briefing is not None:
        cut_offs += [briefing.on, briefing.on - timedelta(hours=1), None, briefing.on + timedelta(seconds=1)]
    return st.fixed_dictionaries({"on_site": MOSTLY, "accredited_told": MOSTLY, "cut_off": st.sampled_from(cut_offs)})


def admitted(briefing):
    """With a certificate of one's own, or invited; seldom with less."""
    last = FOREVER if briefing is None else day(ordinal(briefing.on, briefing.office))
    shown = st.fixed_dictionaries(
        {
            "standing": st.sampled_from((Standing.ACCREDITED, Standing.FOREIGN, Standing.ACCREDITED)),
            "foreign": st.booleans(),
            "certificate": st.just(CERTIFICATE),
            "active": MOSTLY,
            "valid_until": st.sampled_from((FOREVER, last, FOREVER, last, OVER, None)),
        }
    )
    own = st.tuples(GUESTS, shown).map(lambda one: {"guest": one[0], "holder": one[0], **one[1]})
    invited = st.fixed_dictionaries({"guest": GUESTS, "standing": st.just(Standing.INVITED), "foreign": st.booleans()})
    invited = invited.map(lambda one: {**one, "certificate": None, "holder": "", "active": False, "valid_until": None})
    others = shown.map(lambda one: {"guest": REFERENCES[0], "holder": REFERENCES[1], **one})
    return st.one_of(own, own, invited, others)


def held(briefing):
    """On its day, once its time has come, if it has not passed."""
    told = {"speaker": speaker(briefing)}
    if briefing is not None:
        told["at"] = st.just(max(briefing.on, briefing.history[-1].action.at))
    return st.fixed_dictionaries(told)


def rescheduled(briefing):
    """For some hour of the days to come."""
    if briefing is None:
        return st.fixed_dictionaries({})
    last = briefing.history[-1].action.at
    return st.fixed_dictionaries({"on": st.sampled_from([last + timedelta(hours=n) for n in (1, 24, 48, 72, 240)])})


def closed(briefing):
    """With feedback on it; seldom on another, or still open."""
    this = Reference("briefing", "1" if briefing is None else briefing.id)
    feedback = Reference("feedback", "5")
    done, open_ = (Heard(file=feedback, event=this, done=done) for done in (True, False))
    other = Heard(file=feedback, event=Reference("briefing", "another"), done=True)
    return st.fixed_dictionaries({"heard": st.sampled_from((done, done, done, open_, other, Heard.none()))})


def asking(briefing):
    """A guest; seldom somebody who was not admitted."""
    guests = () if briefing is None else tuple(one for one in briefing.guests if one in WHO_ASK)
    return st.sampled_from((*guests * 3, "journalist 0")).map(lambda who: {"by": Actor(who, JOURNALIST)})


PAYLOADS = {
    Plan: st.fixed_dictionaries(
        {"incident": st.sampled_from((Reference("incident", "i1"), Reference("incident", "i2"), None))}
    ),
    Announce: announced,
    Admit: admitted,
    Hold: held,
    Postpone: st.fixed_dictionaries({"reason": REASON}),
    Reschedule: rescheduled,
    Cancel: st.fixed_dictionaries({"reason": REASON}),
    PublishRecord: st.fixed_dictionaries({"record": st.just(Reference("release", "8"))}),
    Close: closed,
    Ask: asking,
    AnswerQuestion: lambda briefing: st.fixed_dictionaries({"speaker": speaker(briefing)}),
    TurnQuestion: st.fixed_dictionaries(
        {"into": st.sampled_from([Reference(one, "4") for one in ("request", "appeal", "request", "release")])}
    ),
    DropQuestion: st.fixed_dictionaries({"reason": REASON}),
}
