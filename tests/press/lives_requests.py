"""How a request comes to each state, and what may be done about it: what the second book of requests is tried on.

All is done on Thursday 5 March 2026 at ten o'clock; in a week of five days 7 to 9 March are off. A complaint lies of a
request that was forwarded, so that this body has neither answered nor refused.
"""

import pendulum
from attrs import evolve, frozen
from pendulum import DateTime
from second_book import File

from prcomm import Actor, LegalEntity, Reference
from prcomm.law import office
from prcomm.law.openness import ORQ369
from prcomm.law.roles import (
    AUTHORISED,
    COURT,
    EXECUTOR,
    HEAD,
    OTHER_BODY,
    PRESS_HEAD,
    PRESS_OFFICER,
    REGISTRAR,
    SUPERIOR,
)
from prcomm.press.requests import (
    USER,
    Answer,
    AnswerAtOnce,
    AnswerInPart,
    Close,
    Complain,
    Dismiss,
    Extend,
    Form,
    Forward,
    GiveInterview,
    GoToCourt,
    Receive,
    RefusalGround,
    Refuse,
    Register,
    RequestAction,
    RequestKind,
    RequestState,
    SayNotHeld,
    SetAside,
    TakeBack,
    Turn,
    Uphold,
)
from prcomm.press.roles import REQUESTER
from prcomm.press.speaking import Speaker

THE_BODY = "district IIB"
BODY = office(THE_BODY, superior="region IIB")


def at(month: int, day: int, hour: int = 10, minute: int = 0, *, year: int = 2026) -> DateTime:
    """An instant on the clock of Tashkent."""
    return pendulum.datetime(year, month, day, hour, minute, tz=BODY.tz)


LAW = ORQ369
DAY = at(3, 5)
THE_DAY_BEFORE, THE_DAY_AFTER = at(3, 4), at(3, 6)
FRIDAY_EVENING = at(6, 12, 19, 10)
THE_BRIEFING = Reference("briefing", "b4")
AN_APPEAL, A_REQUEST = Reference("appeal", "12"), Reference("request", "13")
ACTORS = {
    "REGISTRAR": Actor("desk", REGISTRAR, THE_BODY),
    "PRESS_OFFICER": Actor("press", PRESS_OFFICER, THE_BODY),
    "PRESS_HEAD": Actor("spokesman", PRESS_HEAD, THE_BODY),
    "EXECUTOR": Actor("unit 4", EXECUTOR, THE_BODY),
    "HEAD": Actor("chief", HEAD, THE_BODY),
    "AUTHORISED": Actor("deputy", AUTHORISED, THE_BODY),
    "REQUESTER": Actor("u1", REQUESTER),
    "OTHER_BODY": Actor("who hears complaints", OTHER_BODY, "region IIB"),
    "SUPERIOR": Actor("general", SUPERIOR, "region IIB"),
    "COURT": Actor("judge", COURT, "district court"),
}
ANOTHER_REQUESTER = Actor("u2", REQUESTER)
DESK, PRESS, LEADER, ASKER, HEARER = (
    ACTORS[name] for name in ("REGISTRAR", "PRESS_OFFICER", "HEAD", "REQUESTER", "OTHER_BODY")
)
CHARGED = Speaker(officer="press", office=THE_BODY, file=Reference("competence", "c1"), charged=True)
UNCHARGED = Speaker(officer="press", office=THE_BODY, file=Reference("competence", "c1"), charged=False)
THE_HEAD_HERE, A_HEAD_ELSEWHERE = Speaker.leading("chief", THE_BODY), Speaker.leading("another chief", "city IIB")

RECEIVE = Receive(
    at=DAY, by=DESK, case="q1", office=BODY, kind=USER, form=Form.WRITTEN, requester=LegalEntity("u1"),
    registered_outlet=True,
)  # fmt: skip
REGISTER = Register(at=DAY, by=DESK, number="17")
SET_ASIDE = SetAside(at=DAY, by=LEADER)
TURN = Turn(at=DAY, by=DESK, into=AN_APPEAL)
NOT_HELD = SayNotHeld(at=DAY, by=PRESS, holder="the registry of land")
ANSWER = Answer(at=DAY, by=PRESS, reply=Reference("release", "r7"), published_at="link 1")
IN_PART = AnswerInPart(
    at=DAY, by=LEADER, reply=Reference("release", "r8"), withheld="digest 2", ground=RefusalGround.STATE_SECRET,
    reasons="digest 3", route="the body above, or court", not_held="digest 4", holder="the registry of land",
)  # fmt: skip
INTERVIEW = GiveInterview(at=DAY, by=PRESS, speaker=CHARGED)
REFUSE = Refuse(
    at=DAY, by=LEADER, ground=RefusalGround.PROTECTED_SECRET, reasons="digest 3", route="the body above, or court"
)
FORWARD = Forward(at=DAY, by=LEADER, to="region IIB", told=True)
EXTEND = Extend(at=DAY, by=LEADER, told=True)
COMPLAIN = Complain(at=DAY, by=ASKER)
COURT_ACTION = GoToCourt(at=DAY, by=ASKER)
UPHOLD = Uphold(at=DAY, by=HEARER, decision="decision 5")
DISMISS = Dismiss(at=DAY, by=HEARER)
CLOSE = Close(at=DAY, by=ACTORS["PRESS_HEAD"])
EXAMPLES: tuple[RequestAction, ...] = (
    RECEIVE,
    REGISTER,
    AnswerAtOnce(at=DAY, by=PRESS),
    SET_ASIDE,
    NOT_HELD,
    TURN,
    ANSWER,
    IN_PART,
    INTERVIEW,
    REFUSE,
    FORWARD,
    EXTEND,
    COMPLAIN,
    COURT_ACTION,
    UPHOLD,
    DISMISS,
    TakeBack(at=DAY, by=ASKER),
    CLOSE,
)
"""Each action once, as it is lawful wherever it has a place."""

S = RequestState
REGISTERED = (RECEIVE, REGISTER)
LODGED = (*REGISTERED, FORWARD, COMPLAIN)
LIVES: dict[RequestState, tuple[RequestAction, ...]] = {
    S.RECEIVED: (RECEIVE,),
    S.REGISTERED: REGISTERED,
    S.ANSWERED: (*REGISTERED, ANSWER),
    S.PARTLY_ANSWERED: (*REGISTERED, IN_PART),
    S.REFUSED: (*REGISTERED, REFUSE),
    S.NOT_HELD: (*REGISTERED, NOT_HELD),
    S.FORWARDED: (*REGISTERED, FORWARD),
    S.COMPLAINED: LODGED,
    S.DISMISSED: (*LODGED, DISMISS),
    S.NOT_CONSIDERED: (evolve(RECEIVE, named=False), SET_ASIDE),
    S.TURNED: (RECEIVE, TURN),
    S.CLOSED: (*REGISTERED, ANSWER, CLOSE),
}


def lives(state: RequestState, kind: RequestKind) -> tuple[RequestAction, ...]:
    """What leads a request of a kind to a state."""
    begun, *steps = LIVES[state]
    return (evolve(begun, kind=kind), *steps)


def received(**fields: object) -> File:
    """A file of which the receipt says something else."""
    return File(changed={Receive: fields})


@frozen
class Interview:
    """The file of a request for an interview: where it is answered, the interview is given."""

    def of(self, steps: tuple[RequestAction, ...]) -> tuple[RequestAction, ...]:
        given = tuple(INTERVIEW if isinstance(one, Answer) else one for one in steps)
        return () if any(isinstance(one, AnswerInPart) for one in given) else received(interview=True).of(given)


@frozen
class Silence:
    """The file of a request about which nothing was said, of which was complained on 25 March; answered the next day,
    or not."""

    answered: bool = False

    def of(self, steps: tuple[RequestAction, ...]) -> tuple[RequestAction, ...]:
        if not any(isinstance(one, Complain) for one in steps):
            return ()
        silent = [one for one in steps if not isinstance(one, Forward)]
        later = (evolve(one, at=at(3, 25)) if isinstance(one, Complain | Dismiss) else one for one in silent)
        return (*later, *((evolve(ANSWER, at=at(3, 26)),) if self.answered else ()))


FILES = {
    "put the day before": received(put=THE_DAY_BEFORE),
    "received on Friday 12 June in the evening": received(at=FRIDAY_EVENING),
    "asked orally": received(form=Form.ORAL),
    "asked by electronic means": received(form=Form.ELECTRONIC),
    "nobody named": received(named=False),
    "an interview asked": Interview(),
    "registered on 28 April": File(changed={Register: {"at": at(4, 28)}}),
    "registered on 14 May": File(changed={Register: {"at": at(5, 14)}}),
    "refused on 10 March": File(changed={Refuse: {"at": at(3, 10)}}),
    "complained of silence on 25 March": Silence(),
    "complained of silence on 25 March and answered": Silence(answered=True),
}
"""How the file of a request may differ, in the words of the book."""
