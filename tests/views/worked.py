"""The worked office: a quarter of a small office, file by file, so that each figure can be counted by hand.

The third quarter of 2026, as known on 5 October. Of the media a request is to be answered in seven days, of anybody
else in fifteen. What was registered on Monday 6 July is due on the 13th or the 21st; what a user had registered on
Friday the 10th, on Saturday the 25th, and Monday the 27th is the next working day.
"""

import pendulum
from attrs import evolve
from pendulum import Date, DateTime
from press import (
    lives_accreditations as ac,
    lives_briefings as br,
    lives_dialogues as dl,
    lives_feedback as fb,
    lives_programmes as pg,
    lives_requests as rq,
)

from prcomm import LegalEntity, Office, Reference
from prcomm.law import office
from prcomm.press.accreditations import ACCREDITATION, Accreditation
from prcomm.press.briefings import BRIEFING, Briefing, BriefingAction
from prcomm.press.dialogues import DIALOGUE, Dialogue, DialogueAction, DialogueKind, Report, totals
from prcomm.press.feedback import FEEDBACK, Feedback, FeedbackAction
from prcomm.press.programmes import PROGRAMME, Programme, ProgrammeState
from prcomm.press.requests import MEDIA, REQUEST, USER, AnswerAtOnce, Form, Receive, Request, RequestAction, RequestKind
from prcomm.press.speaking import Speaker

BODY = office("district IIB", superior="region IIB")
FIRST, LAST = Date(2026, 7, 1), Date(2026, 9, 30)
ENTRY = Reference("release", "8")


def on(month: int, day: int, hour: int = 10, minute: int = 0) -> DateTime:
    """An instant of 2026 on the clock of Tashkent."""
    return pendulum.datetime(2026, month, day, hour, minute, tz=BODY.tz)


AT = on(10, 5)


def request(
    id: str, *actions: RequestAction, kind: RequestKind = USER, came: DateTime | None = None, body: Office = BODY
) -> Request:
    """Received and registered on 6 July, or at another instant, and what was then done about it."""
    when = came or on(7, 6)
    receive = evolve(rq.RECEIVE, at=when, case=id, kind=kind, office=body)
    return REQUEST.replay((receive, evolve(rq.REGISTER, at=when), *actions))


def at_once(id: str, when: DateTime, body: Office = BODY) -> Request:
    """Asked and answered by word of mouth."""
    asker = LegalEntity("u1")
    receive = Receive(at=when, by=rq.DESK, case=id, kind=USER, form=Form.ORAL, requester=asker, office=body)
    return REQUEST.replay((receive, AnswerAtOnce(at=when, by=rq.PRESS)))


def question(*actions: BriefingAction | DialogueAction, name: str, at: DateTime) -> list:
    """A question that is put, and what is done about it."""
    return [evolve(action, at=at, question=name) for action in actions]


def briefing(
    id: str, when: DateTime, *questions: BriefingAction | None, record: bool = True, body: Office = BODY
) -> Briefing:
    """Planned on the day before, held, with a question for each action; its record is published, or not."""
    before = when.subtract(days=1)
    speaker = Speaker.leading("head", body.id)
    steps = [
        evolve(br.PLAN, at=before, case=id, office=body, on=when),
        evolve(br.ANNOUNCE, at=before, cut_off=None),
        evolve(br.ADMIT, at=before),
        evolve(br.HOLD, at=when, speaker=speaker),
    ]
    for n, action in enumerate(questions):
        if action is br.ANSWER:
            action = evolve(action, speaker=speaker)
        steps += question(br.ASK, *filter(None, [action]), name=f"q{n}", at=when)
    return BRIEFING.replay([*steps, *([evolve(br.PUBLISH, at=when)] if record else [])])


def dialogue(
    id: str,
    when: DateTime,
    *questions: tuple[DialogueAction, ...],
    kind: DialogueKind = DialogueKind.OPEN_DIALOGUE,
    report: bool = True,
    body: Office = BODY,
) -> Dialogue:
    """Planned on the day before, held, with a question for each group of actions, and reported on, or not."""
    before = when.subtract(days=1)
    steps = [
        evolve(dl.planned(kind), at=before, case=id, office=body, on=when),
        evolve(dl.ANNOUNCE, at=before),
        evolve(dl.HOLD, at=when, speaker=Speaker.leading("head", body.id)),
    ]
    for n, actions in enumerate(questions):
        steps += question(dl.RAISE, *actions, name=f"q{n}", at=when)
    held = DIALOGUE.replay(steps)
    by = dl.REPORT.by
    return DIALOGUE.apply(held, Report(at=when, by=by, published=ENTRY, **totals(held))) if report else held


def feedback(id: str, event: Reference, *actions: FeedbackAction, opened: DateTime, body: Office = BODY) -> Feedback:
    """Asked for until the next day."""
    until = opened.add(days=1).date()
    steps = (evolve(fb.OPEN, at=opened, case=id, office=body, event=event, until=until), *actions)
    return FEEDBACK.replay(steps)


def heard(id: str, event: Reference, opened: DateTime, body: Office = BODY) -> Feedback:
    """Somebody spoke, and was answered."""
    steps = (evolve(one, at=opened) for one in (fb.COLLECT, fb.TAKE_UP, fb.SUMMARISE, fb.ANSWER))
    return feedback(id, event, *steps, opened=opened, body=body)


def silent(id: str, event: Reference, opened: DateTime, body: Office = BODY) -> Feedback:
    """Nobody spoke."""
    return feedback(id, event, evolve(fb.SILENCE, at=opened.add(days=2)), opened=opened, body=body)


def accredited(id: str, when: DateTime, body: Office = BODY) -> Accreditation:
    """A journalist who was accredited at once."""
    steps = (ac.APPLY, ac.REVIEW, ac.GRANT)
    first, *rest = (evolve(step, at=when) for step in steps)
    return ACCREDITATION.replay((evolve(first, case=id, office=body), *(_until_the_end(one) for one in rest)))


def _until_the_end(step):
    return evolve(step, valid_until=Date(2026, 12, 31)) if step.__class__ is type(ac.GRANT) else step


def programme(id: str, closed: DateTime, body: Office = BODY) -> Programme:
    """Proposed, run and evaluated in June, and closed."""
    *steps, close = pg.LIVES[ProgrammeState.CLOSED]
    first, *rest = (evolve(step, at=on(6, 1)) for step in steps)
    done = evolve(close, at=closed, heard=evolve(close.heard, event=Reference("programme", id)))
    return PROGRAMME.replay((evolve(first, case=id, office=body), *rest, done))


def requests() -> list[Request]:
    """r1 to r8."""
    return [
        request("r1", evolve(rq.ANSWER, at=on(7, 13)), kind=MEDIA),
        request("r2", evolve(rq.ANSWER, at=on(7, 15)), kind=MEDIA),
        request("r3", evolve(rq.REFUSE, at=on(7, 20))),
        request("r4", evolve(rq.ANSWER, at=on(7, 21))),
        request("r5", evolve(rq.ANSWER, at=on(7, 27)), came=on(7, 10)),
        request("r6", evolve(rq.FORWARD, at=on(7, 8))),
        request("r7", evolve(rq.NOT_HELD, at=on(7, 8))),
        at_once("r8", on(7, 9)),
    ]


def events() -> list[Briefing | Dialogue]:
    """b1 to b3, a dialogue and a meeting."""
    solved, explained, turned = (dl.SOLVE,), (dl.EXPLAIN,), (dl.TURN,)
    return [
        briefing("b1", on(7, 14), br.ANSWER, br.ANSWER, br.ANSWER, br.TURN),
        briefing("b2", on(8, 11)),
        briefing("b3", on(9, 15), br.ANSWER, br.DROP, record=False),
        dialogue("d1", on(8, 20), solved, solved, explained, (dl.INSTRUCT, dl.CARRY_OUT), turned),
        dialogue("m1", on(9, 10), explained, explained, turned, kind=DialogueKind.MEETING),
    ]


def heard_of() -> list[Feedback]:
    """Of b1 and the dialogue answered, of the meeting silence, of b2 still open, of b3 none."""
    return [
        heard("f1", Reference("briefing", "b1"), on(7, 14)),
        heard("f2", Reference("dialogue", "d1"), on(8, 20)),
        silent("f3", Reference("dialogue", "m1"), on(9, 10)),
        feedback("f4", Reference("briefing", "b2"), opened=on(8, 11)),
    ]


def worked_office() -> list[Request | Briefing | Dialogue | Feedback]:
    """All of it."""
    return [*requests(), *events(), *heard_of()]
