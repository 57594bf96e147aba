"""What a host would tell prcomm.testing about requests: only what can't be guessed from the types."""

import pendulum
from hypothesis import strategies as st

from prcomm import LegalEntity, Person, Reference, Reform
from prcomm.law.openness import DAYS_OF_EXTENSION
from prcomm.press.requests import (
    Answer,
    AnswerInPart,
    Extend,
    Form,
    Forward,
    GiveInterview,
    Receive,
    RefusalGround,
    Refuse,
    Register,
    RequestKind,
    Turn,
    Uphold,
)
from prcomm.press.speaking import Speaker
from prcomm.testing.walking import FIRST

SECRETS = ("Karimov Jasur Otabekovich", "Buxoro, Navoiy 7", "jasur@example.uz")
REFERENCES = ("shaxs8", "shirkat9")
"""References to who asks, which nothing shows. They stand nowhere else."""
REFORMS = (Reform(DAYS_OF_EXTENSION, 10, "the law's figure was not read"),)
"""Under these every row is reached: without a figure nobody may lengthen a term."""
PUT = pendulum.datetime(FIRST.year - 1, 12, 31, 17, 30, tz="Asia/Tashkent")
MOSTLY = st.sampled_from((True, True, True, True, False))
SELDOM = st.sampled_from((False, False, False, False, True))
PERSON = Person(REFERENCES[0], name=SECRETS[0], residence=SECRETS[1], contacts=SECRETS[2:])
REASON = st.sampled_from(("digest 3", "digest 3", "digest 3", ""))
ROUTE = st.sampled_from(("the body above, or court", "court", "court", ""))
GROUND = st.sampled_from((*RefusalGround, RefusalGround.STATE_SECRET))
REPLY = st.sampled_from((Reference("release", "r7"), Reference("dialogue", "d1")))


def speaking(request):
    """Mostly who is charged by the body that is asked."""
    own = "body" if request is None else request.office.id
    where = st.sampled_from((own, own, own, "another body"))
    speaker = st.builds(Speaker, officer=st.just("press"), office=where, file=st.none(), charged=MOSTLY)
    return st.fixed_dictionaries({"speaker": speaker})


def elsewhere(request):
    """Mostly to another body; seldom to itself, or to nobody."""
    own = "body" if request is None else request.office.id
    to = st.sampled_from(("the body above", "the body above", "a neighbour", own, ""))
    return st.fixed_dictionaries({"to": to, "told": MOSTLY})


PAYLOADS = {
    Receive: st.fixed_dictionaries(
        {
            "kind": st.sampled_from(RequestKind),
            "form": st.sampled_from(Form),
            "requester": st.sampled_from((PERSON, LegalEntity(REFERENCES[1]))),
            "named": MOSTLY,
            "interview": SELDOM | st.booleans(),
            "question": st.sampled_from((None, None, Reference("briefing", "b4"))),
            "asked": st.sampled_from(("", "3")),
            "put": st.sampled_from((None, None, None, PUT)),
            "registered_outlet": MOSTLY,
        }
    ),
    Register: st.fixed_dictionaries({"number": st.sampled_from(("17", "18", "19", ""))}),
    Turn: st.fixed_dictionaries({"into": st.sampled_from((Reference("appeal", "12"), Reference("request", "13")))}),
    Answer: st.fixed_dictionaries({"reply": REPLY, "published_at": st.sampled_from(("", "link 1"))}),
    AnswerInPart: st.fixed_dictionaries(
        {
            "reply": REPLY,
            "withheld": st.sampled_from(("digest 2", "digest 2", "")),
            "ground": GROUND,
            "reasons": REASON,
            "route": ROUTE,
            "not_held": st.sampled_from(("", "digest 4")),
            "holder": st.sampled_from(("", "the registry of land")),
        }
    ),
    GiveInterview: speaking,
    Refuse: st.fixed_dictionaries({"ground": GROUND, "reasons": REASON, "route": ROUTE}),
    Forward: elsewhere,
    Extend: st.fixed_dictionaries({"told": MOSTLY}),
    Uphold: st.fixed_dictionaries({"decision": st.sampled_from(("", "decision 5"))}),
}
