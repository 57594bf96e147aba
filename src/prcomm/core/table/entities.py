"""What the tables are about: states, actions, records, entities and the things inside them."""

from collections.abc import Hashable
from datetime import date, datetime
from enum import Enum
from typing import Annotated as An, Generic, TypeVar, cast

from attrs import evolve, field, frozen
from pendulum import DateTime

from prcomm.core.sources.citations import Basis, Cites, weakest
from prcomm.core.sources.people import Actor, Office
from prcomm.core.table.reasons import Reason, ReasonKind
from prcomm.core.values.alternatives import Member, counted
from prcomm.core.values.display import Displayed, as_shown


class Phase(Enum):
    """The stages through which a public-relations process goes."""

    PLAN = 1
    ACT = 2
    FEEDBACK = 3
    EVALUATION = 4


class State(Member):
    """The states of an entity, or of something inside one: ``class LoanState(State): LENT = 1``.

    A member may name its phase beside its value: ``LENT = 1, Phase.ACT``.
    """

    @property
    def phase(self) -> Phase | None:
        """The stage this state belongs to, if it names one."""
        named = cast("tuple[object, ...]", self.value) if isinstance(self.value, tuple) else ()
        return next((item for item in named if isinstance(item, Phase)), None)


class _Unbegun(State):
    """The state of an entity that no lifecycle has begun."""

    UNBEGUN = 0


UNBEGUN = _Unbegun.UNBEGUN

S_co = TypeVar("S_co", bound=State, covariant=True)


@frozen(kw_only=True)
class Action:
    """What somebody does: command, event and audit line at once.

    Each lifecycle has a class of its own below this one, and each action a class below that, with
    ``@frozen(kw_only=True)`` of its own: without it, attrs loses its fields in silence.
    """

    __rich_repr__ = as_shown

    at: An[DateTime, "the instant, with a zone"]
    by: An[Actor, "who did it"]


@frozen(kw_only=True)
class Correction(Action):
    """A fact of the file was stated wrongly, and is corrected: never who did something, or what was done.

    A lifecycle's own is of its actions too, and says which values its facts may have:
    ``class Correct(LoanAction, Correction): value: An[date | str, "what it is"]``.
    """

    record: An[int, "which record states it, by its place in the history from 0"]
    field: An[str, "which of its fields states it"]
    value: An[object, "what it is"]
    why: An[str, "a reference to what shows it"]


@frozen
class Reference:
    """What crosses from one process to another: never the other entity, only where it is."""

    process: An[str, "the name of the other's lifecycle"]
    id: An[str, "its reference there"]


def earlier(one: date, other: date) -> bool:
    """Whether one day, or one instant, is before another. Within a zone Python compares wall clocks, which is wrong in
    the hour that comes twice: then, and only then, the two are compared in real time."""
    if not (isinstance(one, datetime) and isinstance(other, datetime)) or one.fold == other.fold:
        return one < other
    return one.timestamp() < other.timestamp() if one.utcoffset() != other.utcoffset() else one < other


@frozen
class Record:
    """One accepted action. In an audited history also one that was not lawful, with what was against it.

    Attributes:
        action: the action.
        state: the state it led to: of the entity, or of the thing inside it that the action is about.
        cites: what it rests on.
        against: in an audited history, the reasons against it; empty for a lawful one.
        recorded: when it was entered, where that is another instant than the one at which it was done.
    """

    action: Action
    state: State
    cites: Cites = ()
    against: tuple[Reason, ...] = ()
    recorded: DateTime | None = None

    @property
    def basis(self) -> Basis:
        """The weakest basis of what it rests on."""
        return weakest(self.cites)

    @property
    def unlawful(self) -> bool:
        """Whether law stands against it, as an audit found: it gives no time, and takes none, and corrects nothing."""
        against = self.against
        return bool(against) and any(reason.is_law and reason.kind is not ReasonKind.TIME for reason in against)

    @property
    def known(self) -> DateTime:
        """From when it was on file: when it was entered, if that is told, else when it was done."""
        return self.recorded or self.action.at


@frozen
class Corrected:
    """What a record is told to say since it was corrected.

    Attributes:
        record: which record, by its place in the history from 0.
        action: its action with the facts as corrected.
    """

    record: int
    action: Action


@frozen
class Clock:
    """An open clock, kept as a fact: which record began it. Its dates are counted when asked for.

    Attributes:
        deadline: the name of the deadline.
        key: which of several, where the deadline runs ``per=`` something.
        begun: the index in the history of the record that began it.
        touched: the indices of the records that moved, paused or resumed it, or met a period of it.
    """

    deadline: str
    key: Hashable
    begun: int
    touched: tuple[int, ...] = ()


def _told(history: tuple[Record, ...], corrected: tuple[Corrected, ...]) -> tuple[Record, ...]:
    told = {one.record: one.action for one in corrected}
    return tuple([evolve(one, action=told[n]) if n in told else one for n, one in enumerate(history)])


@frozen(kw_only=True)
class Item(Generic[S_co]):
    """A thing inside an entity with states of its own: a membership, a question, a promise.

    The effect that starts one need not give its state: the table does.
    """

    __rich_repr__ = as_shown

    id: An[str, "how actions name it, within its entity"]
    state: An[S_co, "its state"] = UNBEGUN  # type: ignore[assignment]  # the lifecycle fills it in before anyone sees it


@frozen(kw_only=True)
class Entity(Displayed, Generic[S_co]):
    """A case, a council, a loan: what a lifecycle moves. Immutable; each action gives a new one.

    The effect that starts one gives its own fields; state, history and clocks are the lifecycle's.
    """

    __rich_repr__ = as_shown

    id: An[str, "its reference"]
    office: An[Office, "whose days and hours count for it"]
    state: An[S_co, "its state"] = UNBEGUN  # type: ignore[assignment]  # the lifecycle fills it in before anyone sees it
    history: An[tuple[Record, ...], "one record for each action, never empty once begun, never edited"] = field(
        default=(), repr=counted
    )
    clocks: An[tuple[Clock, ...], "the open clocks, as facts"] = field(default=(), repr=counted)
    corrected: An[tuple[Corrected, ...], "the records that state a fact otherwise than it is"] = field(
        default=(), repr=counted
    )

    @property
    def told(self) -> tuple[Record, ...]:
        """The history with its facts as they were corrected: what is counted, and what effects see, goes by that."""
        return _told(self.history, self.corrected) if self.corrected else self.history

    @property
    def version(self) -> int:
        """How many actions it has lived through: the host's optimistic lock."""
        return len(self.history)
