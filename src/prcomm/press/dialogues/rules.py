"""The table of the dialogue: what may be done about it by whom, and what is owed."""

from datetime import date

from prcomm import (
    PROMPTLY,
    SAME,
    Lifecycle,
    Office,
    Part,
    Term,
    Until,
    Who,
    given,
    guard,
    keeps,
    owes,
    part_rows,
    rows,
)
from prcomm.core.calendar.days import ordinal
from prcomm.core.table.entities import earlier
from prcomm.law import UZ
from prcomm.law.house import HOUSE
from prcomm.law.orq445 import ORQ445
from prcomm.law.practice import PRACTICE
from prcomm.law.press_acts import CM882
from prcomm.law.public_councils import PF154
from prcomm.law.roles import AUTHORISED, EXECUTOR, PRESS_OFFICER
from prcomm.law.source_article import SOURCE_ARTICLE
from prcomm.press.dialogues.actions import (
    Announce,
    Cancel,
    CarryOut,
    Close,
    DialogueAction,
    Drop,
    Explain,
    Hold,
    Instruct,
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
from prcomm.press.dialogues.model import (
    OUTSIDE,
    RECEPTIONS,
    TALKS,
    Dialogue,
    DialogueKind,
    DialogueState,
    Place,
    Raised,
    RaisedState,
)
from prcomm.press.roles import AUDIENCE, BODY, CHIEF, LEADERS, TEAM

__all__ = ["DIALOGUE"]

K, S, R = DialogueKind, DialogueState, RaisedState
AHEAD, AFTER = S.PLANNED | S.ANNOUNCED, S.HELD | S.REPORTED
OPEN_DIALOGUES = (CM882("open dialogue"), SOURCE_ARTICLE(40))
MEETINGS = (CM882("meetings and briefings"), SOURCE_ARTICLE(39))
ON_THE_SITE, CUSTOM, FEEDBACK = PF154("events on the site"), PRACTICE("receptions"), SOURCE_ARTICLE(57)


def last_after_first(action: Plan | Reschedule, office: Office) -> bool:
    """Whether its last day, if it has one, is no earlier than its first."""
    return action.last_day is None or action.last_day.toordinal() >= ordinal(action.on, office)


@guard("its last day is no earlier than its first", HOUSE(125))
def ends_no_earlier(action: Plan) -> bool:
    return last_after_first(action, action.office)


@guard("a reason is given", HOUSE(125), remedy="give it")
def with_a_reason(dialogue: Dialogue, action: Postpone | Cancel) -> bool:
    return bool(action.reason)


@guard("a reason is given", HOUSE(127), remedy="give it")
def left_with_a_reason(dialogue: Dialogue, action: RefuseOnTheSpot | Drop) -> bool:
    return bool(action.reason)


def adds_up(dialogue: Dialogue, action: Report) -> bool:
    """Whether a report has the totals of the file."""
    return action == Report.of(dialogue, published=action.published, at=action.at, by=action.by)


def was_announced(dialogue: Dialogue, action: DialogueAction) -> bool:
    """Whether anybody was told of it."""
    return any(isinstance(record.action, Announce) for record in dialogue.told)


def its_last_day(dialogue: Dialogue, action: Hold) -> date:
    return dialogue.last_day or action.at


def by_the_day_named(dialogue: Dialogue, action: Instruct) -> Term:
    return PROMPTLY if action.until is None else Until(action.until)


OFFICER, EXECUTORS = Who(PRESS_OFFICER, HOUSE(101)), Who(EXECUTOR | AUTHORISED, HOUSE(103))

row = rows(Dialogue, DialogueState, DialogueAction)
question = part_rows(Dialogue, Raised, RaisedState, DialogueAction)
owed = owes(Dialogue, DialogueAction)
# fmt: off
TRANSITIONS = (
    #   in state             action       leads to     who may  under           given that, and then
    row.start(               Plan,        S.PLANNED,   TEAM,    OPEN_DIALOGUES, ends_no_earlier,
        id="case", only=K.OPEN_DIALOGUE, since=CM882.adopted),
    row.start(               Plan,        S.PLANNED,   TEAM,    MEETINGS,       ends_no_earlier,
        id="case", only=K.MEETING, since=CM882.adopted),
    row.start(               Plan,        S.PLANNED,   LEADERS, ORQ445(9, 3),   ends_no_earlier,
        given("a day of reception stands in the schedule", ORQ445(9, 3), lambda a: bool(a.schedule),
              remedy="give it"),
        id="case", only=K.RECEPTION_DAY),
    row.start(               Plan,        S.PLANNED,   LEADERS, (ORQ445(9, 2), ORQ445(9, 5)),
        ends_no_earlier, id="case", only=OUTSIDE),
    row(S.PLANNED,           Announce,    S.ANNOUNCED, TEAM,    ON_THE_SITE,
        given("it is announced on the official site", ON_THE_SITE, lambda d, a: Place.SITE in a.where,
              remedy="give it"),
        only=TALKS, since=PF154.adopted),
    row(S.PLANNED,           Announce,    S.ANNOUNCED, TEAM,    HOUSE(125),     only=TALKS, until=PF154.adopted),
    row(S.PLANNED,           Announce,    S.ANNOUNCED, TEAM,    ORQ445(9, 4),
        given("schedule, place and order are on the site and on stands", ORQ445(9, 4),
              lambda d, a: a.where >= {Place.SITE, Place.STAND}, remedy="give it"),
        only=RECEPTIONS),
    row(S.ANNOUNCED,         Hold,        S.HELD,      BODY,    CM882("open dialogue"),
        given("it is not begun before its time", HOUSE(125), lambda d, a: not earlier(a.at, d.on)),
        given("it is held on the day announced", HOUSE(146),
              lambda d, a: ordinal(a.at, d.office) == ordinal(d.on, d.office)),
        given("who speaks for the body is its head, an authorised official, or charged with it", HOUSE(111),
              lambda d, a: a.speaker.charged and a.speaker.office == d.office.id),
        since=CM882.adopted),
    row(S.HELD,              Report,      S.REPORTED,  TEAM,    CUSTOM,
        given("it is reported once its last day has come", HOUSE(125),
              lambda d, a: d.last_day is None or d.last_day.toordinal() <= ordinal(a.at, d.office)),
        given("each question has an outcome", CUSTOM,
              lambda d, a: all(one.state is not R.RAISED for one in d.questions)),
        given("the totals are those of the file, and add up", CUSTOM, adds_up),
        then=keeps("published")),
    row(S.REPORTED,          Close,       S.CLOSED,    CHIEF,   (HOUSE(121), FEEDBACK),
        given("each instruction was carried out or became a file", HOUSE(121),
              lambda d, a: all(one.state is not R.INSTRUCTED for one in d.questions)),
        given("feedback was asked for, and answered if any came", FEEDBACK,
              lambda d, a: a.heard.done and a.heard.event == d.reference)),
    row(AHEAD | S.POSTPONED, Cancel,      S.CANCELLED, BODY,    HOUSE(125),     with_a_reason),
    row(AHEAD,               Postpone,    S.POSTPONED, BODY,    HOUSE(125),     with_a_reason),
    row(S.POSTPONED,         Reschedule,  S.PLANNED,   BODY,    HOUSE(125),
        given("its last day is no earlier than its first", HOUSE(125), lambda d, a: last_after_first(a, d.office)),
        then=keeps("on", "place", "last_day")),
    row(S.POSTPONED | S.PLANNED | S.CANCELLED, TellOfChange, SAME, TEAM, HOUSE(135)),
)
QUESTIONS = Part("questions", "question", (
    question.start(          Raise,       R.RAISED,    AUDIENCE, CM882("open dialogue"),
        id="question", during=S.HELD, since=CM882.adopted),
    question(R.RAISED,       Solve,       R.SOLVED,    LEADERS, CUSTOM,         during=S.HELD),
    question(R.RAISED,       Explain,     R.EXPLAINED, LEADERS, CUSTOM,         during=S.HELD),
    question(R.RAISED,       Instruct,    R.INSTRUCTED, LEADERS, CUSTOM,
        given("an instruction names who carries it out", HOUSE(134), lambda d, a: bool(a.to), remedy="give it"),
        then=keeps("to"), during=S.HELD),
    question(R.RAISED,       RefuseOnTheSpot, R.REFUSED, LEADERS, CUSTOM,       left_with_a_reason,
        given("it says where to turn with what was refused", HOUSE(127), lambda d, a: bool(a.route),
              remedy="give it"),
        during=S.HELD),
    question(R.RAISED | R.INSTRUCTED, TurnInto, R.TURNED, TEAM, HOUSE(127),
        given("it names the request or appeal it became", HOUSE(127),
              lambda d, a: a.into.process in ("request", "appeal") and bool(a.into.id), remedy="give it"),
        then=keeps("into")),
    question(R.INSTRUCTED,   CarryOut,    R.DONE,      EXECUTORS, CUSTOM),
    question(R.RAISED,       Drop,        R.DROPPED,   LEADERS, HOUSE(127),     left_with_a_reason, during=S.HELD),
), during=AFTER)
DEADLINES = (
    #    what is owed     begins              within            met by                    owed by
    owed("change_notice", (Postpone, Cancel), PROMPTLY,         (TellOfChange, Announce), OFFICER,
         HOUSE(135), when=was_announced),
    owed("report",        Hold,               PROMPTLY,         Report,                   OFFICER,
         CUSTOM, since=its_last_day),
    owed("instruction",   Instruct,           by_the_day_named, (CarryOut, TurnInto),     Who(EXECUTOR, HOUSE(134)),
         CUSTOM, per="question"),
)
# fmt: on
DIALOGUE = Lifecycle("dialogue", TRANSITIONS, DEADLINES, law=UZ, parts=(QUESTIONS,), final=S.CLOSED | S.CANCELLED)
"""The dialogue with the public, from its plan to its end."""
