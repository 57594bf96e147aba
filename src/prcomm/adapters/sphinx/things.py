"""What pages are about and refer to: processes, states, actions, articles and the rest, each with its place."""

from collections.abc import Iterable
from enum import StrEnum
from typing import Never

from attrs import frozen

from prcomm.adapters import whys
from prcomm.adapters.diagrams.words import BUT_IN, IN_EVERY, IN_STATES
from prcomm.core.sources.citations import Citation, Source
from prcomm.core.sources.people import Role
from prcomm.core.table.entities import Action, State
from prcomm.core.table.guards import Guard
from prcomm.core.values.messages import Said, Say
from prcomm.processes import AnyLifecycle

APOSTROPHES = dict.fromkeys(map(ord, "'`´ʻʼ’′ʹ"), "‘")


class Kind(StrEnum):
    """What a page may refer to."""

    PROCESS = "process"
    STATE = "state"
    ACTION = "action"
    ROW = "row"
    GUARD = "guard"
    DEADLINE = "deadline"
    ROLE = "role"
    ARTICLE = "article"
    SOURCE = "source"
    VALUE = "value"
    QUESTION = "question"
    ACT = "act"
    TERM = "term"
    WHY = "why"
    REVIEW = "review"
    DOUBTS = "doubts"
    RESTING = "resting"


@frozen
class Thing:
    """One thing that has its place on a page.

    Attributes:
        kind: what it is.
        name: its name: ``appeal.IN_REVIEW``, ``O‘RQ-445 art. 28(2)``.
    """

    kind: Kind
    name: str

    @property
    def key(self) -> tuple[str, str]:
        """By what it is found, however its apostrophes and capitals are typed."""
        name = self.name.translate(APOSTROPHES).casefold()
        return self.kind.value, "".join(name.split()) if self.kind in (Kind.ARTICLE, Kind.SOURCE) else self.name

    @property
    def anchor(self) -> str:
        """Its anchor on its page."""
        return whys.anchor(self.kind.value, self.name)


def doubts(process: str) -> Thing:
    """All of a process that is to be checked with a lawyer."""
    return Thing(Kind.DOUBTS, process)


def resting(process: str) -> Thing:
    """What each rule of a process rests on."""
    return Thing(Kind.RESTING, process)


def process(lifecycle: AnyLifecycle) -> Thing:
    """A process."""
    return Thing(Kind.PROCESS, lifecycle.name)


def state(lifecycle: AnyLifecycle, of: State, part: str = "") -> Thing:
    """A state of a process, or of a part of it."""
    return Thing(Kind.STATE, f"{lifecycle.name}.{part}.{of.name}" if part else f"{lifecycle.name}.{of.name}")


def action(lifecycle: AnyLifecycle, of: type[Action]) -> Thing:
    """An action of a process."""
    return Thing(Kind.ACTION, f"{lifecycle.name}.{of.__name__}")


def why(lifecycle: AnyLifecycle) -> Thing:
    """Why all of a process is as it is."""
    return Thing(Kind.WHY, lifecycle.name)


def review(lifecycle: AnyLifecycle) -> Thing:
    """What a lawyer is asked about a process."""
    return Thing(Kind.REVIEW, lifecycle.name)


def act(lifecycle: AnyLifecycle, of: type[Action]) -> Thing:
    """Why an act of a process is as it is."""
    return Thing(Kind.ACT, f"{lifecycle.name}.{of.__name__}")


def row(lifecycle: AnyLifecycle, number: int) -> Thing:
    """A row of a process, by its number in the table."""
    return Thing(Kind.ROW, f"{lifecycle.name}.{number + 1}")


def guard(lifecycle: AnyLifecycle, of: Guard[Never, Never]) -> Thing:
    """A guard of a process, by its sentence: that is what a refusal quotes."""
    return Thing(Kind.GUARD, f"{lifecycle.name}.{of.text}")


def deadline(lifecycle: AnyLifecycle, name: str) -> Thing:
    """A deadline of a process."""
    return Thing(Kind.DEADLINE, f"{lifecycle.name}.{name}")


def term(lifecycle: AnyLifecycle, name: str) -> Thing:
    """Why a term of a process is as it is."""
    return Thing(Kind.TERM, f"{lifecycle.name}.{name}")


def role(lifecycle: AnyLifecycle, of: Role) -> Thing:
    """A role of a process."""
    return Thing(Kind.ROLE, f"{lifecycle.name}.{of.name}")


def article(cite: Citation) -> Thing:
    """A place in a source."""
    return Thing(Kind.ARTICLE, str(cite))


def source(of: Source) -> Thing:
    """An act or another source, as a whole."""
    return Thing(Kind.SOURCE, of.code)


def value(name: str) -> Thing:
    """A dated value."""
    return Thing(Kind.VALUE, name)


UNTIL = Thing(Kind.QUESTION, "until when")
"""The page that answers until when."""


def in_states(states: Iterable[State], every: tuple[State, ...], say: Say) -> str:
    """Several of all states in the fewest words."""
    some = tuple(states)
    others = tuple(state for state in every if state not in some)
    said: Said = IN_EVERY() if not others else IN_STATES(states=some)
    return say(BUT_IN(states=others) if others and len(others) < len(some) else said)
