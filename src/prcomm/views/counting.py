"""What is counted of which file, for the six principles."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Final, TypeVar, cast

from attrs import frozen
from pendulum import DateTime

from prcomm.core.calendar.days import ordinal
from prcomm.core.questions.lifecycle import Lifecycle
from prcomm.core.table.dues import Status
from prcomm.core.table.entities import Action, Entity, Reference, State
from prcomm.core.values.messages import Message
from prcomm.press import (
    accreditations as ac,
    briefings as br,
    dialogues as dl,
    feedback as fb,
    programmes as pg,
    requests as rq,
)
from prcomm.views import measures as me

T = TypeVar("T", bound=Action)
AnyLifecycle = Lifecycle[Entity[State], Action]
P = me.Principle
S = fb.FeedbackState
ALL, COUNTS = me.says("of how many"), me.says("how many")
Mark = tuple[me.Principle, Message]
"""Where a file counts: in the one number of a principle, in the other, or beside them."""

_Q, _R = br.QuestionState, dl.RaisedState
ANSWERED = (_Q.ANSWERED, _R.SOLVED, _R.EXPLAINED, _R.DONE)
OTHERWISE: Final[Mapping[State, Message]] = {
    _Q.TURNED: me.TURNED,
    _R.TURNED: me.TURNED,
    _Q.DROPPED: me.DROPPED,
    _R.DROPPED: me.DROPPED,
    _R.REFUSED: me.REFUSED_THERE,
}
"""How a question ends that is not answered."""


@frozen
class Window:
    """The days of a scoreboard, and the instant as of which it is known."""

    first: date
    last: date
    at: DateTime

    def first_of(self, entity: Entity[State], *actions: type[T]) -> T | None:
        """The first of any of these actions, if it lies in the days."""
        found = next((record.action for record in entity.told if isinstance(record.action, actions)), None)
        if found is None or not self.first.toordinal() <= ordinal(found.at, entity.office) <= self.last.toordinal():
            return None
        return found


def _of_request(request: rq.Request, days: Window, lifecycle: AnyLifecycle) -> Iterator[Mark]:
    decided = days.first_of(request, *rq.DECISIONS)
    if decided is None:
        return
    less = me.REFUSED if isinstance(decided, rq.Refuse) else me.IN_PART
    yield P.OPENNESS, COUNTS if isinstance(decided, rq.MERITS) else less
    yield P.OPENNESS, ALL
    due = rq.term_of_decision(request, days.at, of=cast("Lifecycle[rq.Request, rq.RequestAction]", lifecycle))
    if due is not None:
        status = due.status(days.at)
        yield P.ACCESSIBILITY, ALL
        if status in (Status.MET, Status.MET_BY_ANALOGY):
            yield P.ACCESSIBILITY, COUNTS if status is Status.MET else me.BY_ANALOGY


def _of_briefing(briefing: br.Briefing, days: Window) -> Iterator[Mark]:
    if days.first_of(briefing, br.Cancel):
        yield P.TRANSPARENCY, me.CANCELLED
    if days.first_of(briefing, br.Hold):
        yield from _of_event(briefing, br.PublishRecord, [one.state for one in briefing.questions])


def _of_dialogue(dialogue: dl.Dialogue, days: Window) -> Iterator[Mark]:
    if days.first_of(dialogue, dl.Cancel):
        yield P.TRANSPARENCY, me.CANCELLED
    if days.first_of(dialogue, dl.Hold):
        yield from _of_event(dialogue, dl.Report, [one.state for one in dialogue.questions])
        if dialogue.kind in dl.TALKS:
            yield P.COOPERATION, ALL
        if dialogue.kind is dl.DialogueKind.MEETING:
            yield P.COOPERATION, COUNTS


def _of_event(event: Entity[State], out: type[Action], questions: Iterable[State]) -> Iterator[Mark]:
    """Of an event that was held: what is counted of briefings and dialogues alike."""
    yield P.TRANSPARENCY, ALL
    if any(isinstance(record.action, out) for record in event.told):
        yield P.TRANSPARENCY, COUNTS
    for state in questions:
        yield P.UNDERSTANDING, ALL
        if state in ANSWERED:
            yield P.UNDERSTANDING, COUNTS
        elif state in OTHERWISE:
            yield P.UNDERSTANDING, OTHERWISE[state]


def _of_accreditation(accreditation: ac.Accreditation, days: Window) -> Iterator[Mark]:
    if days.first_of(accreditation, ac.Grant):
        yield P.COOPERATION, me.GRANTED


PROCESS_OF: Final[Mapping[type[Entity[State]], str]] = {
    rq.Request: "request",
    br.Briefing: "briefing",
    dl.Dialogue: "dialogue",
    ac.Accreditation: "accreditation",
    pg.Programme: "programme",
    fb.Feedback: "feedback",
}
"""The files that are counted, and of which process each is."""
_PRESS = rq.REQUEST, br.BRIEFING, dl.DIALOGUE, ac.ACCREDITATION, pg.PROGRAMME, fb.FEEDBACK
PRESS: Final[Mapping[str, AnyLifecycle]] = {one.name: cast("AnyLifecycle", one) for one in _PRESS}
"""These processes as the library has them."""


class Tally:
    """What was counted so far: numbers, and of events and feedback the references by which they meet."""

    def __init__(self, days: Window, processes: Mapping[str, AnyLifecycle]) -> None:
        self._days, self._processes = days, processes
        self._marks = Counter[Mark]()
        self._events = Counter[Reference]()
        self._heard: dict[Reference, bool] = {}

    def add(self, entity: Entity[State]) -> None:
        """Count a file as it was known; what is none of those that are counted is passed over."""
        process = next((name for kind, name in PROCESS_OF.items() if isinstance(entity, kind)), None)
        if process is None:
            return
        lifecycle = self._processes[process]
        match lifecycle.as_known(entity, self._days.at):
            case rq.Request() as request:
                self._marks.update(_of_request(request, self._days, lifecycle))
            case br.Briefing() as briefing:
                self._marks.update(_of_briefing(briefing, self._days))
                self._hold(briefing.reference, self._days.first_of(briefing, br.Hold))
            case dl.Dialogue() as dialogue:
                self._marks.update(_of_dialogue(dialogue, self._days))
                self._hold(dialogue.reference, self._days.first_of(dialogue, dl.Hold))
            case pg.Programme() as programme:
                self._hold(programme.reference, self._days.first_of(programme, pg.Close))
            case ac.Accreditation() as accreditation:
                self._marks.update(_of_accreditation(accreditation, self._days))
            case fb.Feedback(state=S.ANSWERED | S.EMPTY) as feedback:
                spoken = feedback.state is S.ANSWERED or self._heard.get(feedback.event, False)
                self._heard[feedback.event] = spoken
            case _:
                pass

    def _hold(self, event: Reference, held: Action | None) -> None:
        if held is not None:
            self._events[event] += 1

    def marks(self) -> Counter[Mark]:
        """What it all comes to."""
        heard = [(n, self._heard[event]) for event, n in self._events.items() if event in self._heard]
        feedback = {ALL: self._events.total(), COUNTS: sum(n for n, _ in heard)}
        feedback[me.SILENCE] = sum(n for n, spoken in heard if not spoken)
        return self._marks + Counter({(P.FEEDBACK, name): n for name, n in feedback.items()})
