"""What is owed, by when, by whom: one row of a table of deadlines."""

from collections.abc import Callable, Hashable, Iterator, Mapping
from datetime import date
from typing import Generic, Never, TypeVar, cast

from attrs import Factory, field, frozen

from prcomm.core.calendar.law import Law
from prcomm.core.calendar.periods import Each
from prcomm.core.calendar.terms import Term
from prcomm.core.sources.citations import Basis, Cited, Cites, FirstDay, as_written, weakest
from prcomm.core.sources.dated import Dated, EndDays
from prcomm.core.sources.people import Role, Who
from prcomm.core.table.context import Context
from prcomm.core.table.entities import Action, Entity, State
from prcomm.core.table.moves import (
    ByLaw,
    ByOutcome,
    Move,
    Pause,
    Restart,
    RunningTerm,
    Within,
    its_instant,
    term_of,
)
from prcomm.core.values.alternatives import Kind, OneOf, alternatives

E = TypeVar("E", bound=Entity[State])
A = TypeVar("A", bound=Action)
B = TypeVar("B", bound=Action)
K = TypeVar("K")
E_co = TypeVar("E_co", covariant=True)
A_co = TypeVar("A_co", covariant=True)


def recurs(within: Within, law: Law | None = None) -> bool:
    """Whether something is owed again in each period: by the term as it stands in the table, or under the Reforms of a
    law."""
    if isinstance(within, Dated):
        value = cast("Dated[object]", within)
        return any(isinstance(v.value, Each) for v in (value if law is None else law.dated(value)).versions)
    return within.recurring if isinstance(within, ByLaw) else isinstance(within, Each)


def _recurs(deadline: "Deadline[object, object]") -> bool:
    return recurs(deadline.within)


Touch = Move[E_co, A_co] | Pause[E_co, A_co] | Restart[E_co, A_co]
"""What does something to a running clock."""


def _moved_by(deadline: "Deadline[E_co, A_co]") -> "Mapping[type[Action], tuple[Touch[E_co, A_co], ...]]":
    moved: dict[type[Action], tuple[Touch[E_co, A_co], ...]] = {}
    for move in deadline.moves:
        if isinstance(cast("object", move), Move | Pause | Restart):
            for action in move.actions:
                if isinstance(cast("object", action), type):
                    moved[action] = (*moved.get(action, ()), move)
    return moved


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
        moves: what moves it, pauses it or begins it anew.
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
    moves: tuple[Touch[E_co, A_co], ...] = ()
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
    moved_by: Mapping[type[Action], tuple[Touch[E_co, A_co], ...]] = field(
        default=Factory(_moved_by, takes_self=True), init=False, eq=False, repr=False
    )

    @property
    def terms(self) -> Iterator[object]:
        """Every term that its row names: its own, those to which it is moved or with which it begins anew, and of one
        by the outcome those of its cases. What a function says is the function."""
        moved: list[object] = [move.to for move in self.moves if isinstance(move, Move)]
        anew = (move.within for move in self.moves if isinstance(move, Restart))
        for term in (self.within, *moved, *anew):
            yield from (case for _, case in term.cases) if isinstance(term, ByOutcome) else (term,)

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
        return action.at if told is its_instant else told(entity, action)

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
        return within.under(law) if isinstance(within, Term) else term_of(within, entity, action, law)


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
        within: Term | Dated[Term] | Dated[Term | None] | Callable[[E, B], Term | None] | ByLaw[E, B] | ByOutcome,
        met_by: type[A] | tuple[type[A], ...],
        owed_by: Role | Who,
        cites: Cited,
        *moves: Touch[E, A],
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
            within: the term (one of periods, as ``each_month()``, is owed in each), a ``Dated`` one, one by what the
                action came to (``by_field(…)``, ``by_state(…)``), or ``(entity, action) ->`` the term (one that reads
                the law in ``by_law(…)``); ``None`` is not owed.
            met_by: the action (or actions) that meet it.
            owed_by: who owes it: a role, or ``Who(role, cites)`` where another source than the article says so.
            cites: what says that it is owed.
            moves: ``owed.moved(…)``, ``owed.lengthened(…)``, ``owed.paused(…)`` and ``owed.restarted(…)``.
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
        to: Term | Callable[[E, B, RunningTerm], Term | None] | ByLaw[E, B] | ByOutcome | None,
    ) -> Move[E, A]:
        """An action that moves the running term: ``to`` is a term, ``None``, which lifts it on whatever day, one by
        what the action came to, or ``(entity, action, running) ->`` one of these; one that reads the law in
        ``by_law(…)``."""
        return Move(by, to)

    def lengthened(
        self, by: type[B], to: Term | Callable[[E, B, RunningTerm], Term | None] | ByLaw[E, B] | ByOutcome
    ) -> Move[E, A]:
        """An action that lengthens the running term: as ``moved``, but never to an earlier end, and what moves the term
        later takes nothing of it back. ``Due.unlengthened`` says how the term stands without."""
        return Move(by, to, lengthens=True)

    def paused(
        self,
        by: type[A] | tuple[type[A], ...],
        until: type[A] | tuple[type[A], ...] = (),
        *,
        counts: EndDays | Dated[EndDays] = EndDays.FIRST,
        cites: Cited = (),
    ) -> Pause[E, A]:
        """Actions between which the clock stands still, in the term's own unit: a working term loses no working time,
        a term in days no days.

        A term in hours stands still from the instant to the instant. Of a term in days, working days or months the
        whole days between are left out, and of the day on which it is stopped and the day on which it runs again those
        that ``counts`` leaves out. One that is stopped in time ends no sooner than it runs again. One that has run out
        is not saved.

        Args:
            by: the action (or actions) that stop it. What stops it while it stands still changes nothing, unless it
                is of another pause: then it runs again when both are over.
            until: the action (or actions) that let it run again, any of them. None are needed where it begins anew
                (``restarted``), which ends every pause.
            counts: which of the first and the last day of a pause count; or a dated Reading of that, as the law has it
                on the day on which the clock started. One day that is both is left out only by ``NEITHER``.
            cites: what says so: it stands in the trace beside each day left out, and the due rests on it.
        """
        return Pause(_several(by), _several(until), counts, cites)

    def restarted(
        self,
        by: type[B] | tuple[type[B], ...],
        within: Term
        | Dated[Term]
        | Dated[Term | None]
        | Callable[[E, B], Term | None]
        | ByLaw[E, B]
        | ByOutcome
        | None = None,
        *,
        since: Callable[[E, B], date] = its_instant,
        cites: Cited = (),
    ) -> Restart[E, A]:
        """An action with which the clock begins anew: the whole term runs from it, under the law of that day, and what
        was paused or moved before it is gone. A limit that was lifted is there again.

        A term whose last day has passed stays as it is: nothing that comes later undoes a breach. A least term, which
        nothing breaches by running out, begins anew on whatever day.

        Args:
            by: the action (or actions).
            within: the term that it then has, as in the deadline itself; the deadline's own unless it is given.
            since: ``(entity, action) ->`` the instant (or the day) from which it is then counted; that of the action
                unless it is given.
            cites: what says so: the due rests on it.
        """
        return Restart(_several(by), within, since, cites)


def owes(entity: type[E], actions: type[A]) -> Owes[E, A]:
    """The maker of the deadlines of an entity, for one class of actions."""
    return Owes(entity, actions)
