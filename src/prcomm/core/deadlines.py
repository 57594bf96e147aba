"""What is owed, by when, by whom; and one running instance of it with how its day was counted."""

from collections.abc import Callable, Hashable
from datetime import date
from typing import Generic, Never, TypeVar, cast

from attrs import field, frozen
from pendulum import Date, DateTime

from prcomm.core.entities import Action, Entity, State
from prcomm.core.law import Basis, Cited, Cites, Dated, Law, as_cites, weakest
from prcomm.core.oneof import Kind, OneOf, alternatives
from prcomm.core.people import Role
from prcomm.core.periods import Each
from prcomm.core.terms import Term

E = TypeVar("E", bound=Entity[State])
A = TypeVar("A", bound=Action)
B = TypeVar("B", bound=Action)
C = TypeVar("C", bound=Action)
K = TypeVar("K")
E_co = TypeVar("E_co", covariant=True)
A_co = TypeVar("A_co", covariant=True)

Within = Term | Dated[Term | None] | Callable[[Never, Never, Law], Term | None]
"""How long: a term, a dated one, or what a function of entity, action and law says."""


@frozen
class Running:
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
class Move(Generic[E_co, A_co]):
    """An action that moves a running term.

    Attributes:
        by: the action.
        to: the new term, counted from the same start (``further(…)``: from the end of the running one);
            ``None`` lifts it, ``STANDS`` leaves it as it is.
    """

    by: type[Action]
    to: Term | Callable[[Never, Never, Running, Law], Term | None]


@frozen
class Pause(Generic[E_co, A_co]):
    """Two actions between which the clock stands still.

    Attributes:
        by: the action that stops it.
        until: the action that lets it run again.
    """

    by: type[Action]
    until: type[Action]


@frozen
class Deadline(Generic[E_co, A_co]):
    """What is owed: one row of a table of deadlines.

    Attributes:
        name: its name, unique in the lifecycle.
        begins: the actions with which its clock begins.
        counted_from: from when it is counted, as a function of entity and action.
        within: how long.
        met_by: the actions that meet it.
        owed_by: who owes it.
        cites: what says so.
        moves: what moves or pauses it.
        per: what an action tells one running instance by (a request, a notice), if there may be several.
        only: the kinds of the entity for which it holds; empty for all.
        until: the actions that end it without meeting it.
    """

    name: str
    begins: tuple[type[Action], ...]
    counted_from: Callable[[Never, Never], date]
    within: Within
    met_by: tuple[type[Action], ...]
    owed_by: Role
    cites: Cites = field(converter=as_cites)
    moves: tuple[Move[E_co, A_co] | Pause[E_co, A_co], ...] = ()
    per: Callable[[Never], Hashable] | None = None
    only: tuple[Kind, ...] = ()
    until: tuple[type[Action], ...] = ()

    @property
    def basis(self) -> Basis:
        """The weakest basis of what it rests on."""
        return weakest(self.cites)

    @property
    def recurring(self) -> bool:
        """Whether it is owed again in each period."""
        return isinstance(self.within, Each)

    def moved_by(self) -> dict[type[Action], "Move[E_co, A_co] | Pause[E_co, A_co]"]:
        """What each action does to the running clock, besides meeting it."""
        by = {move.by: move for move in self.moves}
        return by | {move.until: move for move in self.moves if isinstance(move, Pause)}

    def key(self, action: Action) -> Hashable:
        """Which instance an action is about."""
        return None if self.per is None else cast("Callable[[Action], Hashable]", self.per)(action)

    def term(self, entity: Entity[State], action: Action, law: Law) -> Term | None:
        """The term that an action begins; ``None`` if nothing is owed in this case."""
        within = self.within
        if isinstance(within, Term):
            return within
        if isinstance(within, Dated):
            return law[within]
        return cast("Callable[[Entity[State], Action, Law], Term | None]", within)(entity, action, law)


class Owes(Generic[E, A]):
    """The maker of one table's deadlines: ``owed = owes(Appeal, AppealAction)``."""

    def __init__(self, entity: type[E], actions: type[A]) -> None:
        self.entity = entity
        self.actions = actions

    def __call__(
        self,
        name: str,
        begins: type[B] | tuple[type[B], ...],
        counted_from: Callable[[E, B], date],
        within: Term | Dated[Term] | Dated[Term | None] | Callable[[E, B, Law], Term | None],
        met_by: tuple[type[A], ...],
        owed_by: Role,
        cites: Cited,
        *moves: Move[E, A] | Pause[E, A],
        per: Callable[[K], Hashable] | None = None,
        only: Kind | OneOf[Kind] | None = None,
        until: tuple[type[A], ...] = (),
    ) -> Deadline[E, A]:
        """One deadline.

        Args:
            name: its name, unique in the lifecycle.
            begins: the action (or actions) with which its clock begins.
            counted_from: ``(entity, action) ->`` the instant (or the day) from which it is counted.
            within: the term, a ``Dated`` one, or ``(entity, action, law) ->`` the term; ``None`` is not owed.
            met_by: the actions that meet it.
            owed_by: who owes it.
            cites: what says so.
            moves: ``owed.moved(…)`` and ``owed.paused(…)``.
            per: ``(action) ->`` what tells several running instances apart.
            only: the kinds of the entity for which it holds.
            until: the actions that end it without meeting it.
        """
        return Deadline(
            name,
            begins if isinstance(begins, tuple) else (begins,),
            counted_from,
            within,
            met_by,
            owed_by,
            cites,
            moves,
            per,
            () if only is None else alternatives(only),
            until,
        )

    def moved(self, by: type[B], to: Term | Callable[[E, B, Running, Law], Term | None]) -> Move[E, A]:
        """An action that moves the running term: ``to`` is a term or ``(entity, action, running, law) ->`` one."""
        return Move(by, to)

    def paused(self, by: type[B], until: type[C]) -> Pause[E, A]:
        """Two actions between which the clock stands still, in the term's own unit: a working term loses
        no working time, a term in days no days."""
        return Pause(by, until)


def owes(entity: type[E], actions: type[A]) -> Owes[E, A]:
    """The maker of the deadlines of an entity, for one class of actions."""
    return Owes(entity, actions)
