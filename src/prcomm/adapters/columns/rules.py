"""The rules of one deadline, as they are asked: from when it is counted, within which term, and what moves it."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Final, cast

from attrs import define, field

from prcomm.adapters.columns.asking import Rule, Values, file_with, held_in, with_values
from prcomm.adapters.columns.batches import NONE, us_of
from prcomm.adapters.columns.ends import AnyDeadline
from prcomm.adapters.columns.eras import Eras, HeldLaw, Lifecycle
from prcomm.adapters.columns.letters import Letter
from prcomm.adapters.columns.standins import DAY, WHOLE, DayOfInstant, Demand, Label, held_day, label_of
from prcomm.adapters.columns.steps import File, Steps
from prcomm.core.calendar.days import day, ordinal
from prcomm.core.calendar.terms import Before, Term, Until
from prcomm.core.sources.people import Office
from prcomm.core.table.context import Context
from prcomm.core.table.entities import Action
from prcomm.core.table.moves import Move, RunningTerm


@define(eq=False)
class Rules:
    """What asks the rules of one deadline, of files and letters by their numbers.

    Attributes:
        lifecycle: under whose law.
        office: whose days and hours count.
        steps: what holds the files.
        eras: the spans in which the law reads alike.
        letters: the letters.
        deadline: what is owed.
    """

    lifecycle: Lifecycle
    office: Office
    steps: Steps
    eras: Eras
    letters: list[Letter]
    deadline: AnyDeadline
    _files: dict[int, File] = field(factory=dict[int, File])
    _held: dict[int, list[tuple[str, Label]]] = field(factory=dict[int, list[tuple[str, Label]]])
    _laws: dict[int, Context] = field(factory=dict[int, Context])

    def since(self) -> Rule:
        """From when a clock is counted, as a day and an instant; or which stand-in says so."""

        def ask(codes: tuple[int, ...], values: Values) -> object:
            found = self.deadline.begun(*self._asked(codes, values))
            if label_of(found) is not None:
                return found
            if isinstance(found, DayOfInstant):
                raise Demand(cast("Label", object.__getattribute__(found, "_label")), WHOLE)
            return _start(found, self.office)

        return Rule(ask)

    def term(self) -> Rule:
        """Within which term."""

        def ask(codes: tuple[int, ...], values: Values) -> object:
            return _plain(self.deadline.term(*self._asked(codes, values), self._law(codes[2])))

        return Rule(ask)

    def moves(self) -> "dict[type[Action], Rule]":
        """What moves it, by the action."""
        return {move.by: Rule(self._moving(move)) for move in self.deadline.moves if isinstance(move, Move)}

    def _moving(self, move: "Move[File, Action]") -> Callable[[tuple[int, ...], Values], object]:
        def ask(codes: tuple[int, ...], values: Values) -> object:
            law = self._law(codes[2])
            if move.to is None or isinstance(move.to, Term):
                return None if move.to is None else move.to.under(law)
            file, action = self._asked(codes, values)
            found = move.term(file, action, _running(values, ends=bool(codes[3])), law)
            if type(found) is Until and label_of(found.day) is not None:
                return "until", cast("Label", label_of(found.day))[1]
            return _plain(found)

        return ask

    def _asked(self, codes: tuple[int, ...], values: Values) -> tuple[File, Action]:
        """The file and the action that a rule is asked of, with what is known of them."""
        asked, held = self.letters[codes[1]].asked, self._held.get(codes[1])
        if held is None:
            held = self._held[codes[1]] = held_in(asked)
        action = with_values(asked, values, held)
        if not any(label[0] == "first" for label in values):
            file = self._files.get(codes[0])
            if file is None:
                file = self._files[codes[0]] = file_with(self._file(codes), {}, self.steps, None)
            return file, action
        first = cast("Action | None", values.get(("first", "")))
        seen = None if first is None else with_values(first, values)
        return file_with(self._file(codes), values, self.steps, seen), action

    def _file(self, codes: tuple[int, ...]) -> File:
        return cast("File", self.steps.files[codes[0]])

    def _law(self, era: int) -> Context:
        law = self._laws.get(era)
        if law is None:
            law = cast("Context", HeldLaw(self.lifecycle.context_on(self.eras.day(era)), self.eras))
            self._laws[era] = law
        return law


RUNNING: Final = {name: held_day(("running", name)) for name in ("start", "raw", "last")}
"""What stands for the days of a running term."""


def _running(values: Values, *, ends: bool) -> RunningTerm:
    """A running term, as a move finds it, with what is known of it."""
    made = object.__new__(RunningTerm)
    for name, held in RUNNING.items():
        label = ("running", name)
        value = values.get(label, held if ends or name == "start" else None)
        object.__setattr__(made, name, value)
    return made


def _plain(term: Term | None) -> Term | None:
    """A term, of which a day that is counted back from is the day of the instant that was named."""
    if type(term) is not Before:
        return term
    label = label_of(term.day)
    if label is not None:
        raise Demand(label, DAY)
    return Before(day(term.day.toordinal()), term.term) if isinstance(term.day, DayOfInstant) else term


def _start(found: object, office: Office) -> tuple[int, int]:
    """A start that was worked out, as a day and an instant."""
    at = cast("date", found)
    return ordinal(at, office), us_of(at) if isinstance(at, datetime) else NONE
