"""What moves a running term: to another end, to a stop and on again, or to its beginning; and terms that a function or
an outcome says."""

from collections.abc import Callable, Hashable, Mapping
from datetime import date
from typing import Generic, Never, TypeVar, overload

from attrs import field, frozen
from pendulum import Date, DateTime

from prcomm.core.calendar.terms import Term
from prcomm.core.sources.citations import Cites, as_written
from prcomm.core.sources.dated import Dated, EndDays
from prcomm.core.table.context import Context
from prcomm.core.table.entities import Action, Entity, State
from prcomm.core.table.guards import OF_BOTH
from prcomm.core.values.alternatives import alternatives

E = TypeVar("E", bound=Entity[State])
B = TypeVar("B", bound=Action)
K = TypeVar("K", bound=Hashable)
E_contra = TypeVar("E_contra", contravariant=True)
A_contra = TypeVar("A_contra", contravariant=True)
E_co = TypeVar("E_co", covariant=True)
A_co = TypeVar("A_co", covariant=True)

OF_A_MOVE = (*OF_BOTH, "running")
"""What a function that moves a term takes."""


def its_instant(entity: object, action: Action) -> DateTime:
    """The instant of the action: from there a term is counted, unless another is said."""
    return action.at


@frozen
class RunningTerm:
    """A running term, as a move finds it.

    Attributes:
        start: the day (instant) from which it is counted.
        raw: where it ends as the text counts; ``None`` if it has no end.
        last: where it ends under the Reading in force.
    """

    start: Date | DateTime
    raw: Date | DateTime | None
    last: Date | DateTime | None = None


@frozen
class ByLaw(Generic[E_contra, A_contra]):
    """A term that a function says which reads the law: made by ``by_law``.

    Attributes:
        function: of entity, action and law; of a move of entity, action, running term and law.
        recurring: whether the term it gives is one of periods, if it gives any.
    """

    function: Callable[..., Term | None]
    recurring: bool = False


@overload
def by_law(function: Callable[[E, B, Context], Term | None], *, recurring: bool = False) -> ByLaw[E, B]: ...
@overload
def by_law(function: Callable[[E, B, RunningTerm, Context], Term | None]) -> ByLaw[E, B]: ...
def by_law(function: Callable[..., Term | None], *, recurring: bool = False) -> ByLaw[Never, Never]:
    """How long, as a function says that reads the law: ``owed("reply", Ask, by_law(the_term), …)``.

    Most terms need no such function: ``Days(VALUE)`` reads a dated number by itself.

    Args:
        function: ``(entity, action, context) ->`` the term; of a move ``(entity, action, running, context) ->`` it.
        recurring: whether the term is one of periods (``each_month()``): it is asked for the first day of each, and
            ``None`` is no period then.
    """
    return ByLaw(function, recurring)


Case = tuple[Hashable, Term | Dated[Term] | Dated[Term | None] | None]
"""What an action may come to, and the term it then begins or moves to; ``None`` if nothing is owed then."""


@frozen
class ByOutcome:
    """A term that depends on what an action came to: made by ``by_field`` and ``by_state``.

    Attributes:
        field: the field of the action that tells it; empty for the state to which it led.
        cases: each outcome with its term. What is not among them owes nothing.
    """

    field: str
    cases: tuple[Case, ...]

    def term(self, entity: Entity[State], action: Action, law: Context) -> Term | None:
        """The term of what an action came to. The state it led to stands in its record: later ones change nothing."""
        if self.field:
            told: object = getattr(action, self.field)
        else:
            told = next(record.state for record in reversed(entity.told) if record.action is action)
        for outcome, term in self.cases:
            if type(outcome) is type(told) and outcome == told:
                return law[term] if isinstance(term, Dated) else term
        return None


def by_field(field: str, cases: Mapping[K, Term | Dated[Term] | Dated[Term | None] | None]) -> ByOutcome:
    """How long, by what a field of the action says: ``by_field("granted", {True: Days(10), False: Days(3)})``.

    Args:
        field: the field.
        cases: each value it may have (or several, as ``Kind.A | Kind.B``) with its term; ``None`` is not owed. Where
            the values are those of an Enum, or True and False, each is named.
    """
    return ByOutcome(field, _each(cases))


def by_state(cases: Mapping[K, Term | Dated[Term] | Dated[Term | None] | None]) -> ByOutcome:
    """How long, by the state to which the action led: ``by_state({S.GRANTED: Days(10), S.REFUSED: Days(3)})``.

    Args:
        cases: each state to which the action may lead (or several, joined with ``|``), with its term; ``None`` is not
            owed. Of an action about a thing inside it is the state of that thing.
    """
    return ByOutcome("", _each(cases))


def _each(cases: Mapping[K, Term | Dated[Term] | Dated[Term | None] | None]) -> tuple[Case, ...]:
    return tuple((one, term) for several, term in cases.items() for one in alternatives(several))


Within = Term | Dated[Term | None] | ByLaw[Never, Never] | ByOutcome | Callable[..., Term | None]
"""How long: a term, a dated one, one by the outcome, or what a function of entity and action says, or of these and the
law."""


def term_of(within: Within, entity: Entity[State], action: Action, law: Context) -> Term | None:
    """How long it is from an action, under the law of its day; ``None`` if nothing is owed in this case."""
    if isinstance(within, Term):
        return within.under(law)
    if isinstance(within, Dated):
        term = law[within]
    elif isinstance(within, ByLaw):
        term = within.function(entity, action, law.at_case(entity))
    elif isinstance(within, ByOutcome):
        term = within.term(entity, action, law)
    else:
        term = within(entity, action)
    return None if term is None else term.under(law)


@frozen
class Move(Generic[E_co, A_co]):
    """An action that moves a running term.

    Attributes:
        by: the action.
        to: the new term, counted from the same start (``further(…)``: from the end of the running one);
            ``None`` lifts it, ``STANDS`` leaves it as it is.
        lengthens: whether it only ever gives more time: the term keeps the end it was given, if that is later, whatever
            moves it afterwards; and how it stood without (``Due.unlengthened``) can be asked.
    """

    by: type[Action]
    to: Term | ByLaw[Never, Never] | ByOutcome | Callable[..., Term | None] | None
    lengthens: bool = False

    @property
    def actions(self) -> tuple[type[Action], ...]:
        """The actions it hears of."""
        return (self.by,)

    def term(self, entity: Entity[State], action: Action, running: RunningTerm, law: Context) -> Term | None:
        """The new term; ``None`` if it is lifted."""
        to = self.to
        if to is None:
            return None
        if isinstance(to, ByLaw):
            to = to.function(entity, action, running, law.at_case(entity))
        elif isinstance(to, ByOutcome):
            to = to.term(entity, action, law)
        elif not isinstance(to, Term):
            to = to(entity, action, running)
        return None if to is None else to.under(law)


@frozen
class Pause(Generic[E_co, A_co]):
    """Actions between which the clock stands still.

    Attributes:
        by: the actions that stop it.
        until: the actions that let it run again.
        counts: which of the first and the last day of a pause count, or the Reading that says so.
        cites: what says that it stands still, and which of its days count.
    """

    by: tuple[type[Action], ...]
    until: tuple[type[Action], ...]
    counts: EndDays | Dated[EndDays] = EndDays.FIRST
    cites: Cites = field(default=(), converter=as_written)

    @property
    def actions(self) -> tuple[type[Action], ...]:
        """The actions it hears of."""
        return (*self.by, *self.until)


@frozen
class Restart(Generic[E_co, A_co]):
    """An action with which the clock begins anew.

    Attributes:
        by: the actions.
        within: the term that it then has; ``None`` for the whole term of the deadline.
        since: from when it is counted, as a function of entity and action.
        cites: what says that it begins anew.
    """

    by: tuple[type[Action], ...]
    within: Within | None = None
    since: Callable[[Never, Never], date] = its_instant
    cites: Cites = field(default=(), converter=as_written)

    @property
    def actions(self) -> tuple[type[Action], ...]:
        """The actions it hears of."""
        return self.by

    def begun(self, entity: Entity[State], action: Action) -> date:
        """The instant (or the day) from which the clock is counted that begins anew."""
        told: Callable[..., date] = self.since
        return told(entity, action)
