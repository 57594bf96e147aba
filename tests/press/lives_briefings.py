"""How a briefing comes to each state, and what may be done about it: what the second book of briefings is tried on.

It is for Wednesday 16 September 2026 at eleven, and guests may apply until six in the evening of the day before. What
comes before it is done on the Monday of that week at ten.
"""

from attrs import evolve, frozen
from pendulum import Date, DateTime, datetime
from second_book import File

from prcomm import Actor, Reference
from prcomm.law import office
from prcomm.law.openness import ORQ369
from prcomm.law.roles import AUTHORISED, HEAD, PRESS_HEAD, PRESS_OFFICER
from prcomm.press.briefings import (
    ROUTINE,
    Admit,
    Announce,
    AnswerQuestion,
    Ask,
    BriefingAction,
    BriefingKind,
    BriefingState,
    Cancel,
    Close,
    DropQuestion,
    Hold,
    Plan,
    Postpone,
    PublishRecord,
    Reschedule,
    Standing,
    TellOfChange,
    TurnQuestion,
)
from prcomm.press.feedback import Heard
from prcomm.press.roles import JOURNALIST
from prcomm.press.speaking import Speaker

LAW = ORQ369
BODY = office("a regional IIB")
DAY = datetime(2026, 9, 14, 10, tz=BODY.tz)
EVENT = datetime(2026, 9, 16, 11, tz=BODY.tz)
AS_IT_BEGINS, A_MINUTE_BEFORE_IT_BEGINS, A_SECOND_AFTER_IT_BEGINS = (
    EVENT,
    EVENT.subtract(minutes=1),
    EVENT.add(seconds=1),
)
AT_THE_CUT_OFF = datetime(2026, 9, 15, 18, tz=BODY.tz)
A_SECOND_AFTER_THE_CUT_OFF = AT_THE_CUT_OFF.add(seconds=1)
ACTORS = {
    "HEAD": Actor("head", HEAD),
    "AUTHORISED": Actor("deputy head", AUTHORISED),
    "PRESS_HEAD": Actor("press head", PRESS_HEAD),
    "PRESS_OFFICER": Actor("press officer", PRESS_OFFICER),
    "JOURNALIST": Actor("journalist 7", JOURNALIST),
}
ANOTHER_JOURNALIST = Actor("journalist 9", JOURNALIST)
GUEST = ACTORS["JOURNALIST"].id
THIS = Reference("briefing", "1")
A_REQUEST, AN_APPEAL, A_RELEASE = Reference("request", "13"), Reference("appeal", "12"), Reference("release", "8")
CHARGED = Speaker(officer="officer 7", office=BODY.id, file=Reference("competence", "3"), charged=True)
NOT_CHARGED = evolve(CHARGED, charged=False)
LEADS_THE_BODY, LEADS_ANOTHER_BODY = Speaker.leading("head", BODY.id), Speaker.leading("head", "another body")
FEEDBACK = Reference("feedback", "5")
ANSWERED_FEEDBACK = FEEDBACK_OF_SILENCE = Heard(file=FEEDBACK, event=THIS, done=True)
OPEN_FEEDBACK = evolve(ANSWERED_FEEDBACK, done=False)
FEEDBACK_OF_ANOTHER_EVENT = evolve(ANSWERED_FEEDBACK, event=Reference("briefing", "2"))

PLAN = Plan(
    at=DAY, by=ACTORS["PRESS_HEAD"], case=THIS.id, office=BODY, kind=ROUTINE, topic="digest 1", on=EVENT,
    place="hall 1", incident=Reference("incident", "i1"),
)  # fmt: skip
ANNOUNCE = Announce(at=DAY, by=ACTORS["PRESS_OFFICER"], on_site=True, accredited_told=True, cut_off=AT_THE_CUT_OFF)
ADMIT = Admit(
    at=DAY, by=ACTORS["PRESS_OFFICER"], guest=GUEST, standing=Standing.ACCREDITED,
    certificate=Reference("accreditation", "4"), holder=GUEST, active=True, valid_until=Date(2026, 12, 31),
)  # fmt: skip
HOLD = Hold(at=EVENT, by=ACTORS["PRESS_OFFICER"], speaker=CHARGED)
POSTPONE = Postpone(at=DAY, by=ACTORS["PRESS_HEAD"], reason="digest 2")
RESCHEDULE = Reschedule(at=DAY, by=ACTORS["PRESS_HEAD"], on=EVENT, place="hall 1")
CANCEL = Cancel(at=DAY, by=ACTORS["PRESS_HEAD"], reason="digest 3")
TELL = TellOfChange(at=DAY, by=ACTORS["PRESS_OFFICER"])
PUBLISH = PublishRecord(at=EVENT, by=ACTORS["PRESS_OFFICER"], record=A_RELEASE)
CLOSE = Close(at=EVENT, by=ACTORS["PRESS_HEAD"], heard=ANSWERED_FEEDBACK)
ASK = Ask(at=EVENT, by=ACTORS["JOURNALIST"], question="q1")
ANSWER = AnswerQuestion(at=EVENT, by=ACTORS["PRESS_OFFICER"], question="q1", speaker=CHARGED)
TURN = TurnQuestion(at=EVENT, by=ACTORS["PRESS_OFFICER"], question="q1", into=A_REQUEST)
DROP = DropQuestion(at=EVENT, by=ACTORS["PRESS_HEAD"], question="q1", reason="digest 4")
EXAMPLES: tuple[BriefingAction, ...] = (
    PLAN, ANNOUNCE, ADMIT, HOLD, POSTPONE, RESCHEDULE, CANCEL, TELL, PUBLISH, CLOSE, ASK, ANSWER, TURN, DROP,
)  # fmt: skip
"""Each action once, as it is lawful wherever it has a place."""

S = BriefingState
HELD = (PLAN, ANNOUNCE, ADMIT, HOLD)
LIVES = {
    S.PLANNED: (PLAN,),
    S.ANNOUNCED: (PLAN, ANNOUNCE),
    S.POSTPONED: (PLAN, ANNOUNCE, POSTPONE),
    S.HELD: HELD,
    S.PUBLISHED: (*HELD, PUBLISH),
    S.CLOSED: (*HELD, PUBLISH, CLOSE),
    S.CANCELLED: (PLAN, ANNOUNCE, CANCEL),
}


def lives(state: BriefingState, kind: BriefingKind) -> tuple[BriefingAction, ...]:
    """What leads a briefing of a kind to a state."""
    plan, *rest = LIVES[state]
    return (evolve(plan, kind=kind), *rest)


def asked(*actions: BriefingAction) -> File:
    """The file of a briefing at which a question was put, and what was done about it."""
    return File(after={Hold: (ASK, *actions)})


THE_NEXT_DAY = evolve(RESCHEDULE, on=EVENT.add(days=1))
PUT_OFF, ADMITTED_ANEW = (POSTPONE, THE_NEXT_DAY, ANNOUNCE), evolve(ADMIT, by=ACTORS["PRESS_HEAD"])


class PutOff:
    """The file of a briefing that was put off to the next day, as early as it could be, and announced anew if it comes
    to be."""

    def of(self, steps: tuple[BriefingAction, ...]) -> tuple[BriefingAction, ...]:
        plan, *rest = steps
        return (plan, ANNOUNCE, POSTPONE, THE_NEXT_DAY, *rest)


@frozen
class OfDay:
    """The file of a briefing of another day, planned and announced five days before it, without a cut-off."""

    on: DateTime

    def of(self, steps: tuple[BriefingAction, ...]) -> tuple[BriefingAction, ...]:
        before = self.on.subtract(days=5)
        changed: dict[type, dict[str, object]] = {
            Plan: {"at": before, "on": self.on},
            Announce: {"at": before, "cut_off": None},
            Admit: {"at": before},
            Hold: {"at": self.on},
        }
        return tuple(evolve(step, **changed[type(step)]) for step in steps if type(step) in changed)


FILES = {
    "a question was asked": asked(),
    "a question was answered": asked(ANSWER),
    "a question became a request": asked(TURN),
    "a question was dropped": asked(DROP),
    "announced without a cut-off": File(changed={Announce: {"cut_off": None}}),
    "planned in May 2022 for 20 June": File(
        changed={
            Plan: {
                "at": datetime(2022, 5, 25, 10, tz=BODY.tz),
                "on": datetime(2022, 6, 20, 11, tz=BODY.tz),
            }
        }
    ),
    "of 25 May 2022": OfDay(datetime(2022, 5, 25, 11, tz=BODY.tz)),
    "put off and set for 17 September": PutOff(),
    "put off while only planned": File(without=(Announce,)),
    "told that it is put off": File(after={Postpone: (TELL,)}),
    "admitted only before it was put off to 17 September": File(
        after={Admit: PUT_OFF}, changed={Hold: {"at": EVENT.add(days=1)}}
    ),
    "held on 17 September and admitted anew": File(
        after={Admit: (*PUT_OFF, ADMITTED_ANEW)}, changed={Hold: {"at": EVENT.add(days=1)}}
    ),
}
"""How the file of a briefing may differ, in the words of the book."""
