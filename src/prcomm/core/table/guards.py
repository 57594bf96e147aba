"""Conditions the law puts on an action: written in their rows, or named where rows share them."""

from collections.abc import Callable
from datetime import date
from functools import lru_cache
from inspect import signature
from types import FunctionType, MethodType, UnionType
from typing import Generic, Never, TypeVar, Union, get_args, get_origin, get_type_hints, overload

from attrs import Factory, field, frozen

from prcomm.core.sources.citations import Basis, Cited, Cites, FirstDay, as_written, weakest
from prcomm.core.table.context import Context
from prcomm.core.table.entities import Action, Entity, State
from prcomm.core.values.messages import Message, named

E = TypeVar("E", bound=Entity[State])
B = TypeVar("B", bound=Action)
N = TypeVar("N", bound=Entity[State] | None)
E_contra = TypeVar("E_contra", contravariant=True)
A_contra = TypeVar("A_contra", contravariant=True)

OF_ACTION, OF_BOTH, OF_ALL = ("action",), ("entity", "action"), ("entity", "action", "context")
"""What a condition may take: of a row that starts the action alone; of any other both; and the law, if it reads it."""
OF_NO_ENTITY = ("None", "action", "context")
"""What a condition takes that reads the law, of a row that starts: there is no entity yet."""


def how_many(function: object) -> int | None:
    """How many arguments a function is called with, those with a default left out; ``None`` if it does not say."""
    if isinstance(function, FunctionType) and not function.__code__.co_kwonlyargcount:
        return function.__code__.co_argcount - len(function.__defaults__ or ())
    try:
        taken = signature(function).parameters.values()  # type: ignore[arg-type]  # what is no function raises
    except (TypeError, ValueError):
        return None
    needed = [one for one in taken if one.default is one.empty]
    return sum(one.kind in (one.POSITIONAL_ONLY, one.POSITIONAL_OR_KEYWORD) for one in needed)


def _takes(guard: "Guard[Never, Never]") -> int:
    taken = how_many(guard.holds)
    return len(OF_ALL) if taken is None else taken


@frozen
class Guard(Generic[E_contra, A_contra]):
    """A condition the law puts on an action.

    Attributes:
        name: by which ``lifecycle.without`` knows it: its sentence, or the name of its function.
        text: the condition as a sentence, without figures: figures are dated.
        cites: what says so.
        holds: whether it is met, of the action (on a row that starts), of entity and action, or of both and the law.
        remedy: what would meet it, in words.
        deadline: of ``runs`` and ``run_out``, the deadline they ask about.
        since: the first day on which it is asked, where an amendment brought it.
        until: the first day on which it is asked no more, where an amendment ended it.
        first: from when what it rests on is known to be in force, as the law of its lifecycle has it: before that day
            it is not asked.
        takes: how many of these its function takes.
    """

    name: str
    text: str
    cites: Cites = field(converter=as_written)
    holds: Callable[..., bool]
    remedy: str = ""
    deadline: str = ""
    since: date | None = None
    until: date | None = None
    first: FirstDay | None = field(default=None, eq=False, repr=False)
    takes: int = field(default=Factory(_takes, takes_self=True), init=False, eq=False, repr=False)

    def met(self, entity: object, action: Action, context: Context | None) -> bool:
        """Whether it is met; of a row that starts, ``entity`` is ``None``."""
        if self.takes == 2:
            return self.holds(entity, action)
        return self.holds(entity, action, context) if self.takes == 3 else self.holds(action)

    def in_force(self, on: date) -> bool:
        """Whether it is asked on a day."""
        begun = (self.since is None or self.since <= on) and (self.first is None or self.first.day <= on)
        return begun and (self.until is None or on < self.until)

    @property
    def reads_law(self) -> bool:
        """Whether it takes the law."""
        return self.takes == len(OF_ALL)

    @property
    def basis(self) -> Basis:
        """The weakest basis of what it rests on."""
        return weakest(self.cites)


def taken_by(function: object, *, given: bool = False) -> tuple[type, ...]:
    """The classes in the annotations of what a function takes, or of what it gives; none where it has none, or they
    can't be read."""
    if isinstance(function, MethodType):
        function = function.__func__
    plain = isinstance(function, FunctionType)
    return _annotated(function if plain else getattr(type(function), "__call__", None), given)  # noqa: B004  # its annotations


@lru_cache(maxsize=512)
def _annotated(function: object, given: bool) -> tuple[type, ...]:
    try:
        hints = get_type_hints(function)
    except (NameError, TypeError):
        return ()
    told = [hint for name, hint in hints.items() if (name == "return") is given]
    members = [m for hint in told for m in (get_args(hint) if get_origin(hint) in (Union, UnionType) else (hint,))]
    return tuple(m for m in members if isinstance(m, type))


@overload
def given(
    text: str,
    cites: Cited,
    holds: Callable[[E, B], bool],
    *,
    remedy: str = "",
    since: date | None = None,
    until: date | None = None,
) -> Guard[E, B]: ...
@overload
def given(
    text: str,
    cites: Cited,
    holds: Callable[[B], bool],
    *,
    remedy: str = "",
    since: date | None = None,
    until: date | None = None,
) -> Guard[None, B]: ...
@overload
def given(
    text: str,
    cites: Cited,
    holds: Callable[[N, B, Context], bool],
    *,
    remedy: str = "",
    since: date | None = None,
    until: date | None = None,
) -> Guard[N, B]: ...
def given(
    text: str, cites: Cited, holds: Callable[..., bool], *, remedy: str = "", since: date | None = None,
    until: date | None = None,
) -> Guard[Never, Never]:  # fmt: skip
    """A condition of the row it stands in: ``given("a reason is given", ACT(3), lambda loan, renewal: …)``.

    Args:
        text: the condition as a sentence, which is its name too.
        cites: what says so.
        holds: ``(entity, action) ->`` whether it is met; on a row that starts an entity ``(action)``. One that reads
            the law takes the context third: ``(entity, action, context)``.
        remedy: what would meet it, in words.
        since: the first day on which it is asked, where an amendment brought it. What rests on a place that its act
            says was brought later needs none.
        until: the first day on which it is asked no more.
    """
    return Guard(text, text, cites, holds, remedy, since=since, until=until)


class _GuardMaker:
    """What ``guard(text, cites)`` returns: it takes the function."""

    def __init__(self, text: str, cites: Cited, remedy: str) -> None:
        self.text, self.cites, self.remedy = text, cites, remedy

    @overload
    def __call__(self, function: Callable[[E, B], bool]) -> Guard[E, B]: ...
    @overload
    def __call__(self, function: Callable[[B], bool]) -> Guard[None, B]: ...
    @overload
    def __call__(self, function: Callable[[N, B, Context], bool]) -> Guard[N, B]: ...
    def __call__(self, function: Callable[..., bool]) -> "Guard[Never, Never]":
        name = getattr(function, "__name__", type(function).__name__)
        return Guard(name, self.text, self.cites, function, self.remedy)


def guard(text: str, cites: Cited, *, remedy: str = "") -> _GuardMaker:
    """Make a guard of a function, where rows share it or it reads the law: ``(entity, action) -> bool``, of a row that
    starts ``(action) -> bool``, of one that reads the law ``(entity, action, context) -> bool``.

    Args:
        text: the condition as a sentence.
        cites: what says so.
        remedy: what would meet it, in words.
    """
    return _GuardMaker(text, cites, remedy)


RUNS = Message("the term '{deadline}' runs")
HAS_RUN_OUT = Message("the term '{deadline}' has run out")


def runs(deadline: str, cites: Cited = ()) -> Guard[Entity[State], Action]:
    """A ready guard: the term runs, or stands still in a pause, and has not run out. Cites what the deadline cites, or
    what says so if that is another place."""

    def holds(entity: Entity[State], action: Action, context: Context) -> bool:
        due = context.due(deadline)
        return due is not None and due.status(action.at) in ("running", "tight", "paused")

    return Guard(f"runs({deadline!r})", RUNS(deadline=named(deadline)), cites, holds, deadline=deadline)


def run_out(deadline: str) -> Guard[Entity[State], Action]:
    """A ready guard: the term has run out; a least term, once the act is lawful. Cites what the deadline cites."""

    def holds(entity: Entity[State], action: Action, context: Context) -> bool:
        due = context.due(deadline)
        return due is not None and due.has_run_out(action.at)

    return Guard(f"run_out({deadline!r})", HAS_RUN_OUT(deadline=named(deadline)), (), holds, deadline=deadline)
