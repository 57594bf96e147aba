"""How long a deadline runs, in words: its term stands beside it wherever it is shown."""

from collections.abc import Callable, Iterator
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, cast

from attrs import frozen
from pendulum import DateTime

from prcomm.adapters import says
from prcomm.core.calendar.law import Read
from prcomm.core.calendar.terms import (
    BACK,
    NO_LESS,
    NO_NUMBER,
    SO_MUCH_MORE,
    THE_DAY_SET,
    WHICHEVER,
    AtLeast,
    Before,
    Earliest,
    Further,
    Promptly,
    Stands,
    Term,
    Until,
)
from prcomm.core.sources.dated import Dated, EndDays
from prcomm.core.sources.people import Office
from prcomm.core.table.context import Context
from prcomm.core.table.deadlines import Deadline
from prcomm.core.table.entities import Action, Entity, State
from prcomm.core.table.moves import ByOutcome, Move, Pause, Restart, RunningTerm
from prcomm.core.values.alternatives import Kind
from prcomm.core.values.errors import BadInput, NotInForce
from prcomm.core.values.fields import field_docs
from prcomm.core.values.messages import Message, Said, joined, named
from prcomm.processes import AnyLifecycle

if TYPE_CHECKING:
    from prcomm.adapters.examples import AnyCodec

AnyDeadline = Deadline[Entity[State], Action]
AnyMove = Move[Entity[State], Action]
AnyPause = Pause[Entity[State], Action]
AnyRestart = Restart[Entity[State], Action]

SHOWN_ON = (2026, 3, 16, 10, 0)
"""The instant at which terms are shown as they are in force, and at which examples begin: the Monday before Navruz."""
NO_TERM, NO_MORE, STAYS = says("no term in the law"), says("no term any more"), says("the term stays as it is")
NOT_KNOWN, AS_THE_CASE_IS = says("not known to be in force"), says("as the case is")
OF_KINDS = says("{kinds}: {term}")
OF_A_FACT = says("{fact} ({cases})")
YES, NO, NOT_SAID = says("yes"), says("no"), says("not said")
WHOLE_TERM = says("the whole term again")
COUNTS = {
    EndDays.FIRST: says("of its end days the first counts"),
    EndDays.LAST: says("of its end days the last counts"),
    EndDays.BOTH: says("both its end days count"),
    EndDays.NEITHER: says("neither of its end days counts"),
}
"""Which of the end days of a pause count, beside what it is."""
MORE = says("{term}, or {case}")
"""Where one deadline has two terms for one kind: by what the action states."""


def told(term: Term | None, none: Message = NO_TERM) -> str:
    """A term in words; of one that runs up to a day it is said that somebody sets it, and not which it is."""
    match term:
        case None:
            return none()
        case Stands():
            return STAYS()
        case Promptly():
            return NO_NUMBER()
        case Until():
            return THE_DAY_SET()
        case Before():
            return BACK(term=told(term.term))
        case AtLeast():
            return NO_LESS(term=told(term.term))
        case Further():
            return SO_MUCH_MORE(term=told(term.term))
        case Earliest():
            return WHICHEVER(one=told(term.one), other=told(term.other))
        case _:
            return str(term)


@frozen
class Terms:
    """The terms of the deadlines of a process, as they are in force at an instant.

    Attributes:
        lifecycle: the process.
        at: the instant.
    """

    lifecycle: AnyLifecycle
    at: DateTime

    @cached_property
    def codec(self) -> "AnyCodec":
        """What reads the actions that are made up, where a function says what the term is."""
        from prcomm.adapters.json import Codec  # needs an extra, which pictures and tables do without

        return Codec(self.lifecycle)

    @classmethod
    @lru_cache(maxsize=64)  # what reads made-up actions takes a quarter of a second to make, and each page asks for it
    def of(cls, lifecycle: AnyLifecycle) -> "Terms":
        """Those of a process as examples are shown."""
        zone = lifecycle.law.zone or "UTC"
        return cls(lifecycle, DateTime(*SHOWN_ON, tzinfo=Office("-", zone=zone).tz))

    @property
    def office(self) -> Office:
        """An office whose days are those of the law."""
        return Office("-", zone=self.lifecycle.law.zone or "UTC")

    def __call__(self, deadline: AnyDeadline) -> str:
        """The term of a deadline in words: of each kind, where kinds differ."""
        try:
            return self._said(deadline, self._law)
        except NotInForce:
            return NOT_KNOWN()

    def reads(self, deadline: AnyDeadline) -> tuple[Read, ...]:
        """The dated values that a term is made of, as they are in force, each once."""
        reads: list[Read] = []
        self._said(deadline, self._law.noting(reads))
        return tuple(dict.fromkeys(reads))

    def _said(self, deadline: AnyDeadline, law: Context) -> str:
        within = deadline.within
        if isinstance(within, Term):
            return told(within.under(law))
        if isinstance(within, Dated):
            term = cast("Term | None", law[cast("Dated[object]", within)])
            return told(term and term.under(law))
        if isinstance(within, ByOutcome):
            return self._by_outcome(within, deadline.begins[0], law, NO_TERM)
        return self._made_up(deadline, lambda kind: self._begins(deadline, kind, law))

    def _by_outcome(self, of: ByOutcome, by: type[Action], law: Context, none: Message) -> str:
        """What each outcome comes to, those together that come to the same."""
        found: dict[str, list[object]] = {}
        for outcome, case in of.cases:
            term = law[case] if isinstance(case, Dated) else case
            found.setdefault(told(term and term.under(law), none), []).append(_told_outcome(outcome))
        cases = joined(*(OF_KINDS(kinds=tuple(several), term=term) for term, several in found.items()))
        if not any(isinstance(outcome, bool) for outcome, _ in of.cases):
            return cases
        return OF_A_FACT(fact=named(field_docs(by).get(of.field) or of.field), cases=cases)

    def moved(self, deadline: AnyDeadline, move: AnyMove) -> str:
        """What an action moves the term to, in words."""
        if isinstance(move.to, Term):
            return told(move.to.under(self._law))
        if isinstance(move.to, ByOutcome):
            return self._by_outcome(move.to, move.by, self._law, NO_MORE)
        return NO_MORE() if move.to is None else self._made_up(deadline, lambda kind: self._moves(deadline, move, kind))

    def counts(self, pause: AnyPause) -> str:
        """Which of the end days of a pause count, in words, as the law has it."""
        return COUNTS[self.end_days(pause)]()

    def end_days(self, pause: AnyPause) -> EndDays:
        """The same as a value: that in force; where none is, the one to come."""
        counts = pause.counts
        if not isinstance(counts, Dated):
            return counts
        try:
            return self._law[counts]
        except NotInForce:
            return self.lifecycle.law.dated(counts).versions[-1].value

    def anew(self, restart: AnyRestart) -> str:
        """The term with which a clock begins anew, in words."""
        within = restart.within
        if within is None:
            return WHOLE_TERM()
        if isinstance(within, ByOutcome):
            return self._by_outcome(within, restart.by[0], self._law, NO_TERM)
        term = self._law[within] if isinstance(within, Dated) else within
        return (
            told(term.under(self._law)) if isinstance(term, Term) else NO_TERM() if term is None else AS_THE_CASE_IS()
        )

    @property
    def _law(self) -> Context:
        return self.lifecycle.context_on(self.at.toordinal())

    def _made_up(self, deadline: AnyDeadline, of: Callable[[Kind | None], str]) -> str:
        """What is found from actions that are made up; where none can be, that it is as the case is."""
        try:
            return self._by_kind(deadline, of)
        except (ImportError, BadInput):
            return AS_THE_CASE_IS()

    def _by_kind(self, deadline: AnyDeadline, of: Callable[[Kind | None], str]) -> str:
        """What is said of each kind, those together of which the same is said."""
        kinds: tuple[Kind | None, ...] = tuple(deadline.only) or self.lifecycle.kinds or (None,)
        found: dict[str, list[Kind | None]] = {}
        for kind in kinds:
            found.setdefault(of(kind), []).append(kind)
        if len(found) == 1:
            return next(iter(found))
        return joined(*(OF_KINDS(kinds=tuple(some), term=term) for term, some in found.items()))

    def _begins(self, deadline: AnyDeadline, kind: Kind | None, law: Context) -> str:
        """The terms that made-up beginnings of a kind have, each once."""
        found = dict.fromkeys(self._terms(deadline, kind, law))
        several = [term for term in found if term != NO_TERM()] or [NO_TERM()]
        return several[0] if len(several) == 1 else _or(several)

    def _terms(self, deadline: AnyDeadline, kind: Kind | None, law: Context) -> Iterator[str]:
        from prcomm.adapters.examples import begun, variants

        for given in variants(deadline.begins[0], self.at):
            try:
                entity = begun(self.codec, deadline, self.at, self.office, given, kind)
            except BadInput:
                continue
            yield told(deadline.term(entity, entity.history[-1].action, law))

    def _moves(self, deadline: AnyDeadline, move: AnyMove, kind: Kind | None) -> str:
        from prcomm.adapters.examples import begun, made

        entity = begun(self.codec, deadline, self.at, self.office, {}, kind)
        due = next((due for due in self.lifecycle.due(entity, self.at) if due.name == deadline.name), None)
        if due is None:
            return STAYS()
        running = RunningTerm(due.start, due.raw, due.last)
        action = made(self.codec, move.by, self.at, self.office, {}, None)
        return told(move.term(entity, action, running, self._law), NO_MORE)


def _told_outcome(outcome: object) -> object:
    """What an action came to, as a word."""
    if outcome is None:
        return NOT_SAID()
    return outcome if not isinstance(outcome, bool) else (YES if outcome else NO)()


def _or(several: list[str]) -> Said:
    first, *rest = several
    return MORE(term=first, case=rest[0] if len(rest) == 1 else _or(rest))
