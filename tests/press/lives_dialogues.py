"""How a dialogue comes to each state, and what may be done about it: what the second book of dialogues is tried on.

It is for Thursday 8 October 2026 at ten. What comes before it is done on the Monday of that week, and what is done at
it and after it as it begins.
"""

from collections import Counter

from attrs import evolve, field, frozen
from pendulum import Date, datetime
from second_book import File

from prcomm import Actor, Reference
from prcomm.law import office
from prcomm.law.orq445 import ORQ445
from prcomm.law.roles import AUTHORISED, EXECUTOR, HEAD, PRESS_HEAD, PRESS_OFFICER
from prcomm.press.dialogues import (
    TALKS,
    Announce,
    Cancel,
    CarryOut,
    Close,
    DialogueAction,
    DialogueKind,
    DialogueState,
    Drop,
    Explain,
    Hold,
    Instruct,
    Place,
    Plan,
    Postpone,
    Raise,
    RefuseOnTheSpot,
    Report,
    Reschedule,
    Solve,
    TellOfChange,
    TurnInto,
)
from prcomm.press.feedback import Heard
from prcomm.press.roles import PARTICIPANT
from prcomm.press.speaking import Speaker

LAW = ORQ445
BODY = office("a regional IIB")
DAY = datetime(2026, 10, 5, 10, tz=BODY.tz)
EVENT = datetime(2026, 10, 8, 10, tz=BODY.tz)
A_MINUTE_BEFORE_IT_BEGINS = EVENT.subtract(minutes=1)
ACTORS = {
    "HEAD": Actor("head", HEAD),
    "AUTHORISED": Actor("deputy head", AUTHORISED),
    "PRESS_HEAD": Actor("press head", PRESS_HEAD),
    "PRESS_OFFICER": Actor("press officer", PRESS_OFFICER),
    "EXECUTOR": Actor("officer 4", EXECUTOR),
    "PARTICIPANT": Actor("p7", PARTICIPANT),
}
THIS = Reference("dialogue", "1")
A_REQUEST, AN_APPEAL, A_RELEASE = Reference("request", "13"), Reference("appeal", "12"), Reference("release", "8")
CHARGED = Speaker(officer="officer 7", office=BODY.id, file=Reference("competence", "3"), charged=True)
NOT_CHARGED = evolve(CHARGED, charged=False)
LEADS_THE_BODY, LEADS_ANOTHER_BODY = Speaker.leading("head", BODY.id), Speaker.leading("head", "another body")
FEEDBACK = Reference("feedback", "5")
ANSWERED_FEEDBACK = FEEDBACK_OF_SILENCE = Heard(file=FEEDBACK, event=THIS, done=True)
OPEN_FEEDBACK = evolve(ANSWERED_FEEDBACK, done=False)
FEEDBACK_OF_ANOTHER_EVENT = evolve(ANSWERED_FEEDBACK, event=Reference("dialogue", "2"))
OUTCOMES = ("solved", "explained", "instructed", "refused", "turned", "dropped")
NOTHING_RAISED = dict.fromkeys(OUTCOMES, 0)

PLAN = Plan(
    at=DAY, by=ACTORS["PRESS_OFFICER"], case=THIS.id, office=BODY, kind=DialogueKind.OPEN_DIALOGUE, topic="digest 1",
    on=EVENT, place="hall 1", schedule="digest 2",
)  # fmt: skip
ANNOUNCE = Announce(at=DAY, by=ACTORS["PRESS_OFFICER"], where=frozenset(Place))
HOLD = Hold(at=EVENT, by=ACTORS["PRESS_HEAD"], speaker=CHARGED)
REPORT = Report(at=EVENT, by=ACTORS["PRESS_OFFICER"], **NOTHING_RAISED, published=A_RELEASE)
CLOSE = Close(at=EVENT, by=ACTORS["PRESS_HEAD"], heard=ANSWERED_FEEDBACK)
POSTPONE = Postpone(at=DAY, by=ACTORS["PRESS_HEAD"], reason="digest 3")
RESCHEDULE = Reschedule(at=DAY, by=ACTORS["PRESS_HEAD"], on=EVENT, place="hall 1")
CANCEL = Cancel(at=DAY, by=ACTORS["PRESS_HEAD"], reason="digest 4")
TELL = TellOfChange(at=DAY, by=ACTORS["PRESS_OFFICER"])
RAISE = Raise(at=EVENT, by=ACTORS["PARTICIPANT"], question="q1")
SOLVE = Solve(at=EVENT, by=ACTORS["HEAD"], question="q1")
EXPLAIN = Explain(at=EVENT, by=ACTORS["HEAD"], question="q1")
INSTRUCT = Instruct(at=EVENT, by=ACTORS["HEAD"], question="q1", to="unit 4", until=Date(2026, 10, 12))
CARRY_OUT = CarryOut(at=EVENT, by=ACTORS["EXECUTOR"], question="q1")
REFUSE = RefuseOnTheSpot(at=EVENT, by=ACTORS["HEAD"], question="q1", reason="digest 5", route="digest 6")
TURN = TurnInto(at=EVENT, by=ACTORS["PRESS_OFFICER"], question="q1", into=AN_APPEAL)
DROP = Drop(at=EVENT, by=ACTORS["HEAD"], question="q1", reason="digest 7")
EXAMPLES: tuple[DialogueAction, ...] = (
    PLAN, ANNOUNCE, HOLD, REPORT, CLOSE, POSTPONE, RESCHEDULE, CANCEL, TELL,
    RAISE, SOLVE, EXPLAIN, INSTRUCT, CARRY_OUT, REFUSE, TURN, DROP,
)  # fmt: skip
"""Each action once, as it is lawful wherever it has a place: a plan, of a dialogue or a meeting."""

S = DialogueState
HELD = (PLAN, ANNOUNCE, HOLD)
LIVES = {
    S.PLANNED: (PLAN,),
    S.ANNOUNCED: (PLAN, ANNOUNCE),
    S.POSTPONED: (PLAN, ANNOUNCE, POSTPONE),
    S.HELD: HELD,
    S.REPORTED: (*HELD, REPORT),
    S.CLOSED: (*HELD, REPORT, CLOSE),
    S.CANCELLED: (PLAN, ANNOUNCE, CANCEL),
}


def planned(kind: DialogueKind) -> Plan:
    """The plan of a kind: of receptions by the head of the body."""
    return evolve(PLAN, kind=kind, by=PLAN.by if kind in TALKS else ACTORS["HEAD"])


def lives(state: DialogueState, kind: DialogueKind) -> tuple[DialogueAction, ...]:
    """What leads a dialogue of a kind to a state."""
    _, *rest = LIVES[state]
    return (planned(kind), *rest)


def question(name: str, *actions: DialogueAction) -> tuple[DialogueAction, ...]:
    """A question that is put, and what is done about it."""
    return tuple(evolve(action, question=name) for action in (RAISE, *actions))


FIVE_QUESTIONS = (
    *question("q1", SOLVE),
    *question("q2", SOLVE),
    *question("q3", EXPLAIN),
    *question("q4", INSTRUCT),
    *question("q5", TURN),
)
"""Two are solved on the spot, one is explained, one given to unit 4, and one becomes an appeal."""


@frozen
class WithQuestions:
    """The file of a dialogue at which questions were put, and of whose report these are the totals."""

    actions: tuple[DialogueAction, ...]
    totals: Counter[str] = field(factory=Counter)

    def of(self, steps: tuple[DialogueAction, ...]) -> tuple[DialogueAction, ...]:
        reported = {Report: {name: self.totals[name] for name in OUTCOMES}}
        changed = reported if any(isinstance(step, Report) for step in steps) else {}
        return File(changed=changed, after={Hold: self.actions}).of(steps)


def asked(*actions: DialogueAction, told: str = "") -> WithQuestions:
    """One question, what was done about it, and as what it is reported."""
    return WithQuestions(question("q1", *actions), Counter(told.split()))


THE_NEXT_DAY = evolve(RESCHEDULE, on=EVENT.add(days=1))


class PutOff:
    """The file of a dialogue that was put off to the next day, as early as it could be, and announced anew if it comes
    to be."""

    def of(self, steps: tuple[DialogueAction, ...]) -> tuple[DialogueAction, ...]:
        plan, *rest = steps
        return (plan, ANNOUNCE, POSTPONE, THE_NEXT_DAY, *rest)


PLANNED_IN_MAY = {"at": datetime(2022, 5, 20, 10, tz=BODY.tz), "on": datetime(2022, 6, 20, 10, tz=BODY.tz)}


class OfMay:
    """The file of a dialogue of 25 May 2022, before the site was asked for."""

    on = datetime(2022, 5, 25, 10, tz=BODY.tz)

    def of(self, steps: tuple[DialogueAction, ...]) -> tuple[DialogueAction, ...]:
        before = self.on.subtract(days=5)
        changed: dict[type, dict[str, object]] = {
            Plan: {"at": before, "on": self.on},
            Announce: {"at": before},
            Hold: {"at": self.on},
        }
        return tuple(evolve(step, **changed[type(step)]) for step in steps if type(step) in changed)


FILES = {
    "a question was raised": asked(),
    "a question was instructed": asked(INSTRUCT, told="instructed"),
    "a question was refused on the spot": asked(REFUSE, told="refused"),
    "a question was dropped": asked(DROP, told="dropped"),
    "an instruction was carried out": asked(INSTRUCT, CARRY_OUT, told="instructed"),
    "an instruction became an appeal": asked(INSTRUCT, TURN, told="turned"),
    "five questions have an outcome": WithQuestions(
        FIVE_QUESTIONS, Counter(solved=2, explained=1, instructed=1, turned=1)
    ),
    "five questions have an outcome and a sixth was raised": WithQuestions((*FIVE_QUESTIONS, *question("q6"))),
    "of 8 and 9 October": File(changed={Plan: {"last_day": Date(2026, 10, 9)}}),
    "planned in May 2022 for 20 June": File(changed={Plan: PLANNED_IN_MAY}),
    "of 25 May 2022": OfMay(),
    "put off and set for 9 October": PutOff(),
    "put off while only planned": File(without=(Announce,)),
}
"""How the file of a dialogue may differ, in the words of the book."""
