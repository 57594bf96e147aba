"""The table of the briefing or press conference: what may be done about it by whom, and what is owed."""

from attrs import evolve

from prcomm import (
    PROMPTLY,
    SAME,
    Lifecycle,
    Part,
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
from prcomm.law.mass_media import MASS_MEDIA
from prcomm.law.openness import ACCREDITATION, OPENNESS_SINCE
from prcomm.law.practice import PRACTICE
from prcomm.law.press_acts import CM33, CM125, CM882, PRESS_CONFERENCE
from prcomm.law.public_councils import PF154
from prcomm.law.reporting import PF6247
from prcomm.law.roles import AUTHORISED, HEAD, PRESS_HEAD, PRESS_OFFICER
from prcomm.law.source_article import SOURCE_ARTICLE
from prcomm.press.briefings.actions import (
    Admit,
    Announce,
    AnswerQuestion,
    Ask,
    BriefingAction,
    Cancel,
    Close,
    DropQuestion,
    Hold,
    Plan,
    Postpone,
    PublishRecord,
    Reschedule,
    TellOfChange,
    TurnQuestion,
)
from prcomm.press.briefings.model import (
    ANNUAL,
    OPERATIONAL,
    ROUTINE,
    Briefing,
    BriefingState,
    Question,
    QuestionState,
    Standing,
)
from prcomm.press.roles import BODY, CHIEF, JOURNALIST, TEAM

__all__ = ["BRIEFING"]

S, Q = BriefingState, QuestionState
AHEAD, AFTER = S.PLANNED | S.ANNOUNCED, S.HELD | S.PUBLISHED
BRIEFINGS, MEETINGS, RESONANT = CM125("monthly briefings"), CM882("meetings and briefings"), CM882("resonant events")
ON_THE_SITE, CUT_OFF, FEEDBACK = PF154("events on the site"), PRACTICE("event cut-off"), SOURCE_ARTICLE(57)
ABROAD_CITES = CM33("foreign correspondents")


@guard("accredited media are told in advance", ACCREDITATION, remedy="give it")
def the_accredited_are_told(briefing: Briefing, action: Announce) -> bool:
    return action.accredited_told


@guard("the cut-off is no later than the event", CUT_OFF)
def cut_off_before_it(briefing: Briefing, action: Announce) -> bool:
    return action.cut_off is None or not earlier(briefing.on, action.cut_off)


@guard("a reason is given", HOUSE(125), remedy="give it")
def with_a_reason(briefing: Briefing, action: Postpone | Cancel) -> bool:
    return bool(action.reason)


@guard("who speaks for the body is its head, an authorised official, or charged with it", HOUSE(111))
def speaker_is_charged(briefing: Briefing, action: Hold | AnswerQuestion) -> bool:
    return action.speaker.charged and action.speaker.office == briefing.office.id


def stands_on_the_day(briefing: Briefing, action: Admit) -> bool:
    """Whether a certificate is in force on the day of the event."""
    until = action.valid_until
    return action.active and until is not None and until.toordinal() >= ordinal(briefing.on, briefing.office)


def was_announced(briefing: Briefing, action: BriefingAction) -> bool:
    """Whether anybody was told of it."""
    return any(isinstance(record.action, Announce) for record in briefing.told)


PLANNING = (BRIEFINGS, MEETINGS)
TOLD = (the_accredited_are_told, cut_off_before_it)
SPEAKING = Who(PRESS_HEAD | HEAD | AUTHORISED | PRESS_OFFICER, HOUSE(111))

row = rows(Briefing, BriefingState, BriefingAction)
question = part_rows(Briefing, Question, QuestionState, BriefingAction)
owed = owes(Briefing, BriefingAction)
# fmt: off
TRANSITIONS = (
    #   in state                  action         leads to      who may    under        given that, and then
    row.start(                    Plan,          S.PLANNED,    TEAM,      PLANNING,    id="case", only=ROUTINE,
        since=CM882.adopted),
    row.start(                    Plan,          S.PLANNED,    TEAM,      PRESS_CONFERENCE, id="case", only=ANNUAL,
        since=PF6247.adopted),
    row.start(                    Plan,          S.PLANNED,    BODY,      RESONANT,
        given("an operational briefing names its incident", HOUSE(126), lambda a: a.incident is not None,
              remedy="give it"),
        id="case", only=OPERATIONAL, since=CM882.adopted),
    row(S.PLANNED,                Announce,      S.ANNOUNCED,  TEAM,      ACCREDITATION, *TOLD,
        then=keeps("cut_off"), since=OPENNESS_SINCE, until=PF154.adopted),
    row(S.PLANNED,                Announce,      S.ANNOUNCED,  TEAM,      (ON_THE_SITE, ACCREDITATION),
        given("it is announced on the official site", ON_THE_SITE, lambda b, a: a.on_site, remedy="give it"),
        *TOLD, then=keeps("cut_off"), since=PF154.adopted),
    row(S.ANNOUNCED,              Admit,         SAME,         TEAM,      ACCREDITATION,
        given("a file that comes after the cut-off is not considered", CUT_OFF,
              lambda b, a: b.cut_off is None or not earlier(b.cut_off, a.at)),
        given("whoever was not invited shows a certificate", ACCREDITATION,
              lambda b, a: a.standing is Standing.INVITED or a.certificate is not None, remedy="give it"),
        given("the certificate stands on the day of the event", (ACCREDITATION, ABROAD_CITES),
              lambda b, a: a.standing is Standing.INVITED or stands_on_the_day(b, a)),
        given("the certificate is the guest's own", ACCREDITATION,
              lambda b, a: a.certificate is None or a.holder == a.guest),
        given("whoever works for foreign media is accredited at the Ministry of Foreign Affairs, invited or not",
              MASS_MEDIA(37),
              lambda b, a: not a.foreign or (a.certificate is not None and stands_on_the_day(b, a))),
        then=lambda b, a: evolve(b, guests=(*b.guests, a.guest)), since=OPENNESS_SINCE),
    row(S.ANNOUNCED,              Hold,          S.HELD,       TEAM,      BRIEFINGS,
        given("it is not begun before its time", HOUSE(125), lambda b, a: not earlier(a.at, b.on)),
        given("it is held on the day announced", HOUSE(146),
              lambda b, a: ordinal(a.at, b.office) == ordinal(b.on, b.office)),
        speaker_is_charged, since=CM125.adopted),
    row(AHEAD,                    Postpone,      S.POSTPONED,  CHIEF,     HOUSE(125),  with_a_reason),
    row(S.POSTPONED,              Reschedule,    S.PLANNED,    CHIEF,     HOUSE(125),
        then=lambda b, a: evolve(b, on=a.on, place=a.place, cut_off=None, guests=())),
    row(AHEAD | S.POSTPONED,      Cancel,        S.CANCELLED,  CHIEF,     HOUSE(125),  with_a_reason),
    row(S.POSTPONED | S.PLANNED | S.CANCELLED, TellOfChange, SAME, TEAM,  HOUSE(135)),
    row(S.HELD,                   PublishRecord, S.PUBLISHED,  TEAM,      ON_THE_SITE, then=keeps("record"),
        since=PF154.adopted),
    row(S.HELD,                   PublishRecord, S.PUBLISHED,  TEAM,      HOUSE(121),  then=keeps("record"),
        until=PF154.adopted),
    row(S.PUBLISHED,              Close,         S.CLOSED,     CHIEF,     (HOUSE(121), FEEDBACK),
        given("no question is open", HOUSE(121), lambda b, a: all(one.state is not Q.ASKED for one in b.questions)),
        given("feedback was asked for, and answered if any came", FEEDBACK,
              lambda b, a: a.heard.done and a.heard.event == b.reference)),
)
QUESTIONS = Part("questions", "question", (
    question.start(               Ask,            Q.ASKED,     JOURNALIST, ACCREDITATION,
        given("who asks was admitted", ACCREDITATION, lambda b, a: a.by.known_as in b.guests),
        id="question", during=S.HELD, since=OPENNESS_SINCE),
    question(Q.ASKED,             AnswerQuestion, Q.ANSWERED,  SPEAKING,  BRIEFINGS,   speaker_is_charged,
        since=CM125.adopted),
    question(Q.ASKED,             TurnQuestion,   Q.TURNED,    TEAM,      HOUSE(127),
        given("it names the request or appeal it became", HOUSE(127),
              lambda b, a: a.into.process in ("request", "appeal") and bool(a.into.id), remedy="give it"),
        then=keeps("into")),
    question(Q.ASKED,             DropQuestion,   Q.DROPPED,   CHIEF,     HOUSE(127),
        given("a reason is given", HOUSE(127), lambda b, a: bool(a.reason), remedy="give it")),
), during=AFTER)
DEADLINES = (
    #    what is owed     begins             within    met by                     owed by
    owed("record",        Hold,              PROMPTLY, PublishRecord,             Who(PRESS_OFFICER, HOUSE(101)),
         ON_THE_SITE, first_day=PF154.adopted),
    owed("change_notice", (Postpone, Cancel), PROMPTLY, (TellOfChange, Announce), Who(PRESS_OFFICER, HOUSE(101)),
         HOUSE(135), when=was_announced),
    owed("question",      Ask,               PROMPTLY, (AnswerQuestion, TurnQuestion, DropQuestion),
         Who(PRESS_HEAD, HOUSE(102)), HOUSE(127), per="question"),
)
# fmt: on
BRIEFING = Lifecycle("briefing", TRANSITIONS, DEADLINES, law=UZ, parts=(QUESTIONS,), final=S.CLOSED | S.CANCELLED)
"""The briefing or press conference, from its plan to its end."""
