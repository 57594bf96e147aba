"""The rows of a table, and their makers. What a lawyer reads and what runs are the same lines."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from enum import Enum
from typing import Final, Generic, Never, TypeVar, cast

from attrs import evolve, field, frozen

from prcomm.core.sources.citations import Basis, Cited, Cites, FirstDay, as_written, weakest
from prcomm.core.sources.people import Role, Who
from prcomm.core.table.corrections import Corrects
from prcomm.core.table.effects import Begins
from prcomm.core.table.entities import Action, Correction, Entity, State
from prcomm.core.table.guards import Guard
from prcomm.core.values.alternatives import Kind, OneOf, alternatives

E = TypeVar("E", bound=Entity[State])
P = TypeVar("P")
S = TypeVar("S", bound=State)
A = TypeVar("A", bound=Action)
B = TypeVar("B", bound=Action)
E_co = TypeVar("E_co", covariant=True)
A_co = TypeVar("A_co", covariant=True)


class Same(Enum):
    """The target of a row that keeps the state."""

    SAME = "same"


SAME: Final = Same.SAME


@frozen
class Table:
    """What the rows of one table are about.

    Attributes:
        entity: the class of the entity.
        about: what the effects change: the entity, or a class of things inside it.
        states: the states of that.
        actions: the class of the lifecycle's actions.
    """

    entity: type[Entity[State]]
    about: type
    states: type[State]
    actions: type[Action]

    @property
    def inside(self) -> bool:
        """Whether it is about things inside the entity."""
        return self.about is not self.entity


@frozen
class Transition(Generic[E_co, A_co]):
    """One row: in these states, this action, by these roles, leads to that state, under this article.

    Attributes:
        sources: the states it starts from; empty for a row that begins the entity (or the thing inside it).
        action: the action.
        target: the state it leads to, or ``SAME``; ``None`` for a row that forbids.
        roles: who may.
        cites: the article it stands under.
        given: the guards.
        then: the effect.
        only: the kinds it is for; empty for all.
        since: the first day of the row, where an amendment brought it.
        until: the first day without it, where an amendment ended it.
        never: what the law says where it forbids.
        who_cites: what says who may: the row's own article, unless ``Who`` named another.
        who_remedy: what somebody else may do instead, in words.
        during: of a row of a part, the states of the whole in which it applies; empty for all of the part's.
        first: from when what it rests on is known to be in force, as the law of its lifecycle has it: of an earlier day
            nobody can say whether it was lawful.
        table: what the row is about.
    """

    sources: tuple[State, ...]
    action: type[Action]
    target: State | Same | None
    roles: tuple[Role, ...]
    cites: Cites = field(converter=as_written)
    given: tuple[Guard[Never, Never], ...] = ()
    then: Callable[..., object] | None = None
    only: tuple[Kind, ...] = ()
    since: date | None = None
    until: date | None = None
    never: str = ""
    who_cites: Cites = ()
    who_remedy: str = ""
    during: tuple[State, ...] = ()
    first: FirstDay | None = field(default=None, eq=False, repr=False)
    table: Table = field(kw_only=True, repr=False)

    @property
    def basis(self) -> Basis:
        """The weakest basis of what it rests on."""
        return weakest(self.cites)

    @property
    def who(self) -> Who:
        """Who may, with what says so."""
        return Who(self.roles, self.who_cites)

    @property
    def starts(self) -> bool:
        """Whether it begins the entity (or the thing inside it)."""
        return not self.sources

    def in_force(self, on: date) -> bool:
        """Whether the row stands on a day."""
        return (self.since is None or self.since <= on) and (self.until is None or on < self.until)

    def known(self, on: date) -> bool:
        """Whether what it rests on is known to be in force on a day."""
        return self.first is None or self.first.day <= on

    def asked(self, on: date) -> tuple[Guard[Never, Never], ...]:
        """The guards that are in force on a day."""
        return tuple(guard for guard in self.given if guard.in_force(on))

    def applies_in(self, whole: State) -> bool:
        """Whether the row of a part applies while the whole is in that state, as far as the row itself says."""
        return not self.during or whole in self.during

    def leads_to(self, state: State | None) -> State | None:
        """The state it leads to from one of its sources."""
        return state if self.target is SAME or self.target is None else self.target

    def __str__(self) -> str:
        sources = " | ".join(state.name for state in self.sources) or "nothing yet"
        if self.never:
            return f"never {self.action.__name__} in {sources}: {self.never}"
        return f"{self.action.__name__}: {sources} -> {self.target.name if self.target else ''}"


class _Maker(Generic[E, P, S, A]):
    """What the makers of rows have in common."""

    def __init__(self, table: Table) -> None:
        self.table = table

    def __call__(
        self,
        sources: S | OneOf[S],
        action: type[B],
        target: S | Same,
        who: Role | OneOf[Role] | Who,
        cites: Cited,
        *given: Guard[E, B],
        then: Callable[[P, B], P] | None = None,
        only: Kind | OneOf[Kind] | None = None,
        since: date | None = None,
        until: date | None = None,
    ) -> Transition[E, A]:
        """One row.

        Args:
            sources: the state or states it starts from.
            action: the action.
            target: the state it leads to, or ``SAME``.
            who: who may: a role, several, or ``Who(roles, cites)`` where another source says so;
                ``Who(roles, cites, remedy="…")`` tells anybody else what to do instead.
            cites: the article it stands under.
            given: the guards.
            then: the effect: ``(entity, action) -> entity``, pure and total; of a part, ``(part, action)``.
            only: the kinds it is for.
            since: the first day of the row.
            until: the first day without it.
        """
        return self._row(sources, action, target, who, cites, given, then, only, since, until)

    def never(
        self,
        sources: S | OneOf[S],
        action: type[B],
        cites: Cited,
        text: str,
        *,
        only: Kind | OneOf[Kind] | None = None,
        since: date | None = None,
        until: date | None = None,
    ) -> Transition[E, A]:
        """What the law forbids in words: a refusal cites it, instead of a row that is merely missing."""
        kinds = () if only is None else alternatives(only)
        return Transition(
            alternatives(sources), action, None, (), cites, (), None, kinds, since, until, text, table=self.table
        )

    def _begins(self, action: type[B], then: Callable[[B], P] | None, id: str) -> Callable[..., object] | None:
        """The effect of a row that starts: as given, or by the fields that action and entity both name."""
        return Begins.with_all(self.table.about, action, id, then) if id else then

    def _row(
        self,
        sources: S | OneOf[S],
        action: type[B],
        target: S | Same,
        who: Role | OneOf[Role] | Who,
        cites: Cited,
        given: tuple[Guard[Never, B], ...],
        then: Callable[..., object] | None,
        only: Kind | OneOf[Kind] | None,
        since: date | None,
        until: date | None,
    ) -> Transition[E, A]:
        may = Who.of(who, cites)
        kinds = () if only is None else alternatives(only)
        return Transition(
            alternatives(sources), action, target, may.roles, cites, given, then, kinds, since, until,
            who_cites=may.cites, who_remedy=may.remedy, table=self.table,
        )  # fmt: skip


class Rows(_Maker[E, P, S, A]):
    """The maker of one table's rows: ``row = rows(Appeal, AppealState, AppealAction)``.

    A maker judges nothing: what it takes is checked by the type checker, and for those who have none when the lifecycle
    is built, with all the rest.
    """

    def start(
        self,
        action: type[B],
        target: S,
        who: Role | OneOf[Role] | Who,
        cites: Cited,
        *given: Guard[None, B],
        then: Callable[[B], P] | None = None,
        id: str = "",
        only: Kind | OneOf[Kind] | None = None,
        since: date | None = None,
        until: date | None = None,
    ) -> Transition[E, A]:
        """The row that begins the entity.

        The entity gets whatever of its fields the action names too, and ``id`` says which field of the action is its
        reference. Where that is not enough an effect ``then``, ``(action) -> entity``, gives all but the state.
        """
        return self._row(OneOf(), action, target, who, cites, given, self._begins(action, then, id), only, since, until)

    def corrects(
        self,
        sources: S | OneOf[S],
        action: type[Correction],
        who: Role | OneOf[Role] | Who,
        cites: Cited,
        facts: Mapping[type[B], Iterable[str]],
        *given: Guard[E, Correction],
        only: Kind | OneOf[Kind] | None = None,
        since: date | None = None,
        until: date | None = None,
    ) -> Transition[E, A]:
        """The row by which facts of the file that were stated wrongly are corrected. The state stays as it is.

        That the record is on file, that what is corrected is such a fact, and that the value is one it may have are
        conditions of every such row, under its own articles.

        Args:
            sources: the state or states in which it may be done.
            action: the correction: ``class Correct(LoanAction, Correction)``.
            who: who may.
            cites: the article it stands under.
            facts: by the action that states them, the fields that may be corrected: ``{Lend: ("due", "at")}``.
            given: further guards.
            only: the kinds it is for.
            since: the first day of the row.
            until: the first day without it.
        """
        then = Corrects(cast("Mapping[type[Action], Iterable[str]]", facts))
        guards: tuple[Guard[Never, Correction], ...] = (*then.guards(action, cites), *given)
        return self._row(sources, action, SAME, who, cites, guards, then, only, since, until)


class PartRows(_Maker[E, P, S, A]):
    """The maker of the rows of things inside an entity. Guards see the whole, the effect changes the part."""

    def __call__(
        self,
        sources: S | OneOf[S],
        action: type[B],
        target: S | Same,
        who: Role | OneOf[Role] | Who,
        cites: Cited,
        *given: Guard[E, B],
        then: Callable[[P, B], P] | None = None,
        only: Kind | OneOf[Kind] | None = None,
        since: date | None = None,
        until: date | None = None,
        during: State | OneOf[State] | None = None,
    ) -> Transition[E, A]:
        """One row. ``during`` are the states of the whole in which this row applies, where not all rows of the part
        apply in the same; the rest is as in a row of the whole."""
        made = self._row(sources, action, target, who, cites, given, then, only, since, until)
        return self._during(made, during)

    def _during(self, row: Transition[E, A], during: State | OneOf[State] | None) -> Transition[E, A]:
        return row if during is None else evolve(row, during=alternatives(during))

    def start(
        self,
        action: type[B],
        target: S,
        who: Role | OneOf[Role] | Who,
        cites: Cited,
        *given: Guard[E, B],
        then: Callable[[B], P] | None = None,
        id: str = "",
        only: Kind | OneOf[Kind] | None = None,
        since: date | None = None,
        until: date | None = None,
        during: State | OneOf[State] | None = None,
    ) -> Transition[E, A]:
        """The row that begins a part: guards see the whole entity. ``id`` and ``then`` are as in a row that begins an
        entity: the effect is ``(action) -> part``. ``during`` is as in any row of a part."""
        begins = self._begins(action, then, id)
        made = self._row(OneOf(), action, target, who, cites, given, begins, only, since, until)
        return self._during(made, during)


def rows(entity: type[E], states: type[S], actions: type[A]) -> Rows[E, E, S, A]:
    """The maker of the rows of an entity."""
    return Rows(Table(entity, entity, states, actions))


def part_rows(entity: type[E], part: type[P], states: type[S], actions: type[A]) -> PartRows[E, P, S, A]:
    """The maker of the rows of things inside an entity."""
    return PartRows(Table(entity, part, states, actions))


def _states(during: State | tuple[State, ...]) -> tuple[State, ...]:
    return during if isinstance(during, tuple) else (during,)


@frozen
class Part(Generic[E_co, A_co]):
    """Things inside an entity with states of their own: memberships, questions, requests.

    Attributes:
        name: the entity's field that holds them, a tuple.
        key: the field by which every action of theirs says which one, by its ``id``.
        transitions: their table.
        during: the states of the whole in which it applies; empty for all.
    """

    name: str
    key: str
    transitions: tuple[Transition[E_co, A_co], ...]
    during: tuple[State, ...] = field(default=(), converter=_states)

    @property
    def states(self) -> tuple[State, ...]:
        """The states a part may be in."""
        return tuple(self.transitions[0].table.states)

    @property
    def actions(self) -> tuple[type[Action], ...]:
        """The actions about a part, in order of the table."""
        return tuple(dict.fromkeys(row.action for row in self.transitions))
