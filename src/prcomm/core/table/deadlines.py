"""What is owed, by when, by whom: one row of a table of deadlines."""

from collections.abc import Callable, Hashable, Mapping
from datetime import date
from typing import Generic, Never, TypeVar, cast, overload

from attrs import Factory, field, frozen
from pendulum import Date, DateTime

from prcomm.core.calendar.law import Law
from prcomm.core.calendar.periods import Each
from prcomm.core.calendar.terms import Term
from prcomm.core.sources.citations import Basis, Cited, Cites, FirstDay, as_written, weakest
from prcomm.core.sources.dated import Dated
from prcomm.core.sources.people import Role, Who
from prcomm.core.table.context import Context
from prcomm.core.table.entities import Action, Entity, State
from prcomm.core.table.guards import OF_BOTH
from prcomm.core.values.alternatives import Kind, OneOf, alternatives

E = TypeVar("E", bound=Entity[State])
A = TypeVar("A", bound=Action)
B = TypeVar("B", bound=Action)
C = TypeVar("C", bound=Action)
K = TypeVar("K")
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


Within = Term | Dated[Term | None] | ByLaw[Never, Never] | Callable[..., Term | None]
"""How long: a term, a dated one, or what a function of entity and action says, or of these and the law."""


def recurs(within: Within, law: Law | None = None) -> bool:
    """Whether something is owed again in each period: by the term as it stands in the table, or under the Reforms of a
    law."""
    if isinstance(within, Dated):
        value = cast("Dated[object]", within)
        return any(isinstance(v.value, Each) for v in (value if law is None else law.dated(value)).versions)
    return within.recurring if isinstance(within, ByLaw) else isinstance(within, Each)


def _recurs(deadline: "Deadline[object, object]") -> bool:
    return recurs(deadline.within)


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
    to: Term | ByLaw[Never, Never] | Callable[..., Term | None] | None
    lengthens: bool = False

    def term(self, entity: Entity[State], action: Action, running: RunningTerm, law: Context) -> Term | None:
        """The new term; ``None`` if it is lifted."""
        to = self.to
        if to is None:
            return None
        if isinstance(to, ByLaw):
            to = to.function(entity, action, running, law.at_case(entity))
        elif not isinstance(to, Term):
            to = to(entity, action, running)
        return None if to is None else to.under(law)


@frozen
class Pause(Generic[E_co, A_co]):
    """Two actions between which the clock stands still.

    Attributes:
        by: the action that stops it.
        until: the action that lets it run again.
    """

    by: type[Action]
    until: type[Action]


def _moved_by(deadline: "Deadline[E_co, A_co]") -> "Mapping[type[Action], Move[E_co, A_co] | Pause[E_co, A_co]]":
    moves = [move for move in deadline.moves if isinstance(cast("object", move), Move | Pause)]
    by = {move.by: move for move in moves if isinstance(cast("object", move.by), type)}
    ends = ((move.until, move) for move in moves if isinstance(move, Pause))
    return by | {until: move for until, move in ends if isinstance(cast("object", until), type)}


@frozen
class Deadline(Generic[E_co, A_co]):
    """What is owed: one row of a table of deadlines.

    Attributes:
        name: its name, unique in the lifecycle.
        begins: the actions with which its clock begins.
        within: how long.
        met_by: the actions that meet it.
        owed_by: who owes it.
        cites: what says that it is owed.
        moves: what moves or pauses it.
        since: from when it is counted, as a function of entity and action.
        when: in which cases it is owed, as a function of entity and action; ``None`` for all.
        per: what an action tells one running instance by (a request, a notice), if there may be several: the name of
            a field, or a function of the action. Of a recurring duty by what an action that meets it names the period.
        only: the kinds of the entity for which it holds; empty for all.
        until: the actions that end it without meeting it: of one that does not have the field ``per``, every instance.
            In time that lifts it; after its last day it is late.
        provided: what somebody must find for it to be owed at all, in words. Who meets it finds so: an audit does not
            miss it, and what ends it lifts it on whatever day.
        met_on: the field of the actions that meet it which names the day (instant) on which it was met; empty where
            that is their own instant.
        first_day: the first day from which it can be counted: what began before is not owed, and of a recurring duty
            only the periods from then on. ``None`` for all days.
        owed_by_cites: what says who owes it: the deadline's own article, unless ``Who`` named another.
        first: from when what it rests on is known to be in force, as the law of its lifecycle has it: what began before
            is unknown, or not owed if it was not in force.
        recurring: whether it is owed again in each period; a lifecycle finds it anew under its law.
    """

    name: str
    begins: tuple[type[Action], ...]
    within: Within
    met_by: tuple[type[Action], ...]
    owed_by: Role
    cites: Cites = field(converter=as_written)
    moves: tuple[Move[E_co, A_co] | Pause[E_co, A_co], ...] = ()
    since: Callable[[Never, Never], date] = its_instant
    when: Callable[[Never, Never], bool] | None = None
    per: str | Callable[[Never], Hashable] | None = None
    only: tuple[Kind, ...] = ()
    until: tuple[type[Action], ...] = ()
    provided: str = ""
    met_on: str = ""
    first_day: date | None = None
    owed_by_cites: Cites = ()
    first: FirstDay | None = field(default=None, eq=False, repr=False)
    recurring: bool = field(default=Factory(_recurs, takes_self=True), eq=False, repr=False)
    moved_by: Mapping[type[Action], Move[E_co, A_co] | Pause[E_co, A_co]] = field(
        default=Factory(_moved_by, takes_self=True), init=False, eq=False, repr=False
    )

    @property
    def basis(self) -> Basis:
        """The weakest basis of what it rests on."""
        return weakest(self.cites)

    @property
    def who(self) -> Who:
        """Who owes it, with what says so."""
        return Who(self.owed_by, self.owed_by_cites)

    @property
    def certain(self) -> bool:
        """Whether something is owed whenever it begins, whatever the case and the law."""
        return isinstance(self.within, Term) and self.when is None and self.first_day is None

    @property
    def keyed(self) -> bool:
        """Whether several may run at a time; the periods of a recurring duty are of one instance."""
        return self.per is not None and not self.recurring

    def tells(self, action: type[Action]) -> bool:
        """Whether an action says which instance it is about; one that does not is about every one of them."""
        return not isinstance(self.per, str) or hasattr(action, self.per)

    def key(self, action: Action) -> Hashable:
        """Which instance an action is about."""
        return self.told(action) if self.keyed else None

    def told(self, action: Action) -> Hashable:
        """What an action says by ``per``: which instance it is about, or which period it meets."""
        per = self.per
        if isinstance(per, str):
            return cast("Hashable", getattr(action, per))
        told = cast("Callable[..., Hashable]", per)
        return told(action)

    def met_at(self, action: Action) -> date:
        """The day (or the instant) on which an action meets it: the one it names, if it names one."""
        named = cast("date | None", getattr(action, self.met_on)) if self.met_on else None
        return action.at if named is None else named

    def begun(self, entity: Entity[State], action: Action) -> date:
        """The instant (or the day) from which the clock that an action begins is counted."""
        told: Callable[..., date] = self.since
        return told(entity, action)

    def not_before(self, o: int) -> int:
        """That day, as an ordinal, or the first on which it can be owed, if that is later."""
        return o if self.first_day is None else max(o, self.first_day.toordinal())

    def arises(self, entity: Entity[State], action: Action) -> bool:
        """Whether it is owed in this case, if the law has a term for it."""
        holds: Callable[..., bool] | None = self.when
        return holds is None or holds(entity, action)

    def term(self, entity: Entity[State], action: Action, law: Context) -> Term | None:
        """The term that an action begins; ``None`` if nothing is owed in this case."""
        if self.when is not None and not self.arises(entity, action):
            return None
        within = self.within
        if isinstance(within, Dated):
            term = law[within]
        elif isinstance(within, Term):
            term = within
        elif isinstance(within, ByLaw):
            term = within.function(entity, action, law.at_case(entity))
        else:
            term = within(entity, action)
        return None if term is None else term.under(law)


def _several(actions: "type[A] | tuple[type[A], ...]") -> tuple[type[A], ...]:
    """One action or several, as a tuple."""
    return actions if isinstance(actions, tuple) else (actions,)


def _one(roles: tuple[Role, ...]) -> Role:
    """The one role that owes; several are told when the lifecycle is built."""
    return roles[0] if len(roles) == 1 else cast("Role", OneOf(roles))


class Owes(Generic[E, A]):
    """The maker of one table's deadlines: ``owed = owes(Appeal, AppealAction)``."""

    def __init__(self, entity: type[E], actions: type[A]) -> None:
        self.entity = entity
        self.actions = actions

    def __call__(
        self,
        name: str,
        begins: type[B] | tuple[type[B], ...],
        within: Term | Dated[Term] | Dated[Term | None] | Callable[[E, B], Term | None] | ByLaw[E, B],
        met_by: type[A] | tuple[type[A], ...],
        owed_by: Role | Who,
        cites: Cited,
        *moves: Move[E, A] | Pause[E, A],
        since: Callable[[E, B], date] = its_instant,
        when: Callable[[E, B], bool] | None = None,
        per: str | Callable[[K], Hashable] | None = None,
        only: Kind | OneOf[Kind] | None = None,
        until: type[A] | tuple[type[A], ...] = (),
        provided: str = "",
        met_on: str = "",
        first_day: date | None = None,
    ) -> Deadline[E, A]:
        """One deadline.

        Args:
            name: its name, unique in the lifecycle.
            begins: the action (or actions) with which its clock begins.
            within: the term (one of periods, as ``each_month()``, is owed in each), a ``Dated`` one, or ``(entity,
                action) ->`` the term (one that reads the law in ``by_law(…)``); ``None`` is not owed.
            met_by: the action (or actions) that meet it.
            owed_by: who owes it: a role, or ``Who(role, cites)`` where another source than the article says so.
            cites: what says that it is owed.
            moves: ``owed.moved(…)`` and ``owed.paused(…)``.
            since: ``(entity, action) ->`` the instant (or the day) from which it is counted; that of the action
                unless it is given.
            when: ``(entity, action) ->`` whether it is owed in this case.
            per: the field that tells several running instances apart, which all its actions have, save those that
                end it; or ``(action) ->`` what does. Of a recurring duty the field by which what meets it names the
                period, as ``2026-03``: that one it meets, late or not, and no other.
            only: the kinds of the entity for which it holds.
            until: the action (or actions) that end it without meeting it; one that has no field ``per`` ends all of
                the running instances. Done in time it lifts the duty, done after the last day it leaves it late; of a
                recurring duty, a period whose last day had passed stays overdue. What says that a duty never was is
                a move to ``None`` instead, which lifts it on whatever day.
            provided: what somebody must find for it to be owed at all, in words; what meets it finds so. Until then it
                tells by when it would have to be done, an audit does not miss it, and what ends it lifts it on
                whatever day.
            met_on: the field of the actions that meet it, in which they name the day it was done: what is noted later
                than it was done. Until it is noted nobody knows of it. ``None`` in it is the instant of the action.
            first_day: the first day on which it can begin to be owed, where an act brought it. What is counted from an
                earlier day is not owed; of a recurring duty the first period is the first whole one from then on.
        """
        kinds = () if only is None else alternatives(only)
        owes = Who.of(owed_by, cites)
        return Deadline(
            name, _several(begins), within, _several(met_by), _one(owes.roles), cites, moves, since, when, per, kinds,
            _several(until), provided, met_on, first_day, owes.cites,
        )  # fmt: skip

    def moved(
        self,
        by: type[B],
        to: Term | Callable[[E, B, RunningTerm], Term | None] | ByLaw[E, B] | None,
    ) -> Move[E, A]:
        """An action that moves the running term: ``to`` is a term, ``None``, which lifts it on whatever day, or
        ``(entity, action, running) ->`` one of these; one that reads the law in ``by_law(…)``."""
        return Move(by, to)

    def lengthened(
        self, by: type[B], to: Term | Callable[[E, B, RunningTerm], Term | None] | ByLaw[E, B]
    ) -> Move[E, A]:
        """An action that lengthens the running term: as ``moved``, but never to an earlier end, and what moves the term
        later takes nothing of it back. ``Due.unlengthened`` says how the term stands without."""
        return Move(by, to, lengthens=True)

    def paused(self, by: type[B], until: type[C]) -> Pause[E, A]:
        """Two actions between which the clock stands still, in the term's own unit: a working term loses
        no working time, a term in days no days."""
        return Pause(by, until)


def owes(entity: type[E], actions: type[A]) -> Owes[E, A]:
    """The maker of the deadlines of an entity, for one class of actions."""
    return Owes(entity, actions)
