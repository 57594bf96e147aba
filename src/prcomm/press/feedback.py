"""What people said of an event, and the answer to it."""

from typing import Annotated as An

from attrs import frozen
from pendulum import Date

from prcomm import (
    PROMPTLY,
    Action,
    Entity,
    Item,
    Lifecycle,
    Office,
    Part,
    Phase,
    Reference,
    State,
    Term,
    Until,
    Who,
    given,
    keeps,
    owes,
    part_rows,
    rows,
)
from prcomm.core.calendar.days import ordinal
from prcomm.law import UZ
from prcomm.law.house import HOUSE
from prcomm.law.roles import PRESS_HEAD, PRESS_OFFICER
from prcomm.law.source_article import SOURCE_ARTICLE
from prcomm.press.roles import AUDIENCE, CHIEF, TEAM


class FeedbackState(State):
    """Where the feedback on an event stands."""

    OPEN = 1, Phase.FEEDBACK
    SUMMARISED = 2, Phase.FEEDBACK
    ANSWERED = 3, Phase.EVALUATION
    EMPTY = 4, Phase.EVALUATION


class OpinionState(State):
    """Where an opinion stands."""

    RECEIVED = 1
    TAKEN_UP = 2
    SET_ASIDE = 3
    TURNED = 4


S, P = FeedbackState, OpinionState
MANDATORY = SOURCE_ARTICLE(57)


@frozen(kw_only=True)
class FeedbackAction(Action):
    """What is done about feedback."""


@frozen(kw_only=True)
class Open(FeedbackAction):
    """Opinions on an event are asked for."""

    case: An[str, "the reference of the file"]
    office: An[Office, "the body that asks for them"]
    event: An[Reference, "the file of the event"]
    until: An[Date, "the day until which they are asked for"]


@frozen(kw_only=True)
class Collect(FeedbackAction):
    """An opinion came."""

    opinion: An[str, "its id in this file"]


@frozen(kw_only=True)
class TakeUp(FeedbackAction):
    """It is heeded."""

    opinion: An[str, "which opinion"]


@frozen(kw_only=True)
class SetAside(FeedbackAction):
    """It is not heeded."""

    opinion: An[str, "which opinion"]
    reason: An[str, "a reference to the reason"]


@frozen(kw_only=True)
class TurnOpinion(FeedbackAction):
    """It is no opinion but a request or an appeal, and goes on as that."""

    opinion: An[str, "which opinion"]
    into: An[Reference, "the file that it became"]


@frozen(kw_only=True)
class Summarise(FeedbackAction):
    """What was said is summed up."""

    digest: An[str, "a reference to the summary"]


@frozen(kw_only=True)
class Answer(FeedbackAction):
    """Whoever spoke is answered."""

    reply: An[Reference, "the file of the answer"]


@frozen(kw_only=True)
class NoteSilence(FeedbackAction):
    """Nobody said anything."""

    asked_by: An[frozenset[str], "the ids of the channels by which opinions were asked for"]


@frozen(kw_only=True)
class Opinion(Item[OpinionState]):
    """What somebody said."""


@frozen(kw_only=True)
class Feedback(Entity[FeedbackState]):
    """What was said of an event."""

    event: An[Reference, "the file of the event"]
    until: An[Date, "the day until which opinions are asked for"]
    opinions: An[tuple[Opinion, ...], "what was said"] = ()
    reply: An[Reference | None, "the file of the answer"] = None

    @property
    def reference(self) -> Reference:
        """Where it is, for other files."""
        return Reference("feedback", self.id)

    @property
    def refers_to(self) -> tuple[Reference, ...]:
        """The other files it names."""
        return tuple(one for one in (self.event, self.reply) if one is not None)


@frozen(kw_only=True)
class Heard:
    """What other files are told of feedback: whether the public was heard on an event."""

    file: An[Reference | None, "the file of the feedback; nothing where none was asked for"]
    event: An[Reference | None, "the file of the event"]
    done: An[bool, "whether it was answered, or nobody said anything"]

    @classmethod
    def of(cls, feedback: Feedback) -> "Heard":
        """As the file of the feedback stands."""
        done = feedback.state in S.ANSWERED | S.EMPTY
        return cls(file=feedback.reference, event=feedback.event, done=done)

    @classmethod
    def none(cls) -> "Heard":
        """None was asked for."""
        return cls(file=None, event=None, done=False)


def until_that_day(feedback: Feedback, action: Open) -> Term:
    return Until(action.until)


row = rows(Feedback, FeedbackState, FeedbackAction)
opinion = part_rows(Feedback, Opinion, OpinionState, FeedbackAction)
owed = owes(Feedback, FeedbackAction)
# fmt: off
TRANSITIONS = (
    #   in state        action       leads to      who may   under       given that, and then
    row.start(          Open,        S.OPEN,       TEAM,     MANDATORY,
        given("the day until which opinions are asked lies ahead", HOUSE(139),
              lambda a: ordinal(a.at, a.office) <= a.until.toordinal()), id="case"),
    row(S.OPEN,         Summarise,   S.SUMMARISED, TEAM,     MANDATORY,
        given("there is something to sum up", MANDATORY, lambda f, a: bool(f.opinions)),
        given("each opinion is taken up, set aside or turned", HOUSE(115),
              lambda f, a: all(one.state is not P.RECEIVED for one in f.opinions)),
        given("the summary is in writing", HOUSE(115), lambda f, a: bool(a.digest), remedy="give it")),
    row(S.SUMMARISED,   Answer,      S.ANSWERED,   CHIEF,    MANDATORY,  then=keeps("reply")),
    row(S.OPEN,         NoteSilence, S.EMPTY,      TEAM,     MANDATORY,
        given("nobody has said anything", MANDATORY, lambda f, a: not f.opinions),
        given("it is said by which channels it was asked for", HOUSE(115), lambda f, a: bool(a.asked_by),
              remedy="give it"),
        given("silence is noted after that day", HOUSE(139),
              lambda f, a: ordinal(a.at, f.office) > f.until.toordinal())),
)
OPINIONS = Part("opinions", "opinion", (
    opinion.start(      Collect,     P.RECEIVED,   AUDIENCE, MANDATORY,  id="opinion"),
    opinion(P.RECEIVED, TakeUp,      P.TAKEN_UP,   TEAM,     HOUSE(115)),
    opinion(P.RECEIVED, SetAside,    P.SET_ASIDE,  TEAM,     HOUSE(115),
        given("a reason is given", HOUSE(120), lambda f, a: bool(a.reason), remedy="give it")),
    opinion(P.RECEIVED, TurnOpinion, P.TURNED,     TEAM,     HOUSE(127),
        given("it names the request or appeal it became", HOUSE(127),
              lambda f, a: a.into.process in ("request", "appeal") and bool(a.into.id), remedy="give it")),
), during=S.OPEN)
DEADLINES = (
    #    what is owed begins     within          met by     owed by
    owed("summary",   Open,      until_that_day, Summarise, Who(PRESS_OFFICER, HOUSE(101)), (MANDATORY, HOUSE(115)),
         until=NoteSilence, provided="opinions came"),
    owed("answer",    Summarise, PROMPTLY,       Answer,    Who(PRESS_HEAD, HOUSE(102)),    MANDATORY),
)
# fmt: on
FEEDBACK = Lifecycle("feedback", TRANSITIONS, DEADLINES, law=UZ, parts=(OPINIONS,), final=S.ANSWERED | S.EMPTY)
"""What was said of an event, from the day it was asked for to the answer."""
