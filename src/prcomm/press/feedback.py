"""What people said of an event, and the answer to it."""

from datetime import date
from typing import Annotated as An

from attrs import frozen

from prcomm import Action, Entity, Item, Office, Phase, Reference, State


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


S, OF = FeedbackState, OpinionState


@frozen(kw_only=True)
class FeedbackAction(Action):
    """What is done about feedback."""


@frozen(kw_only=True)
class Open(FeedbackAction):
    """Opinions on an event are asked for."""

    case: An[str, "the reference of the file"]
    office: An[Office, "the body that asks for them"]
    event: An[Reference, "the file of the event"]
    until: An[date, "the day until which they are asked for"]


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
    until: An[date, "the day until which opinions are asked for"]
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
