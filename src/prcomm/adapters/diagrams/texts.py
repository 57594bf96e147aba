"""Pictures of a lifecycle as text, for tools that draw it themselves."""

from collections.abc import Iterable
from typing import TypeVar

from prcomm.adapters.diagrams.border import drawable
from prcomm.core.questions.lifecycle import Lifecycle
from prcomm.core.sources.citations import is_law
from prcomm.core.table.entities import Action, Entity, State
from prcomm.core.table.rows import Transition
from prcomm.core.values.messages import Say, in_english

E = TypeVar("E", bound=Entity[State])
A = TypeVar("A", bound=Action)


def mermaid(lifecycle: Lifecycle[E, A], say: Say = in_english) -> str:
    """The lifecycle as the text of a Mermaid state diagram: its states, who does what, and its ends.

    Args:
        lifecycle: any lifecycle.
        say: in which language the states and actions are called.
    """
    drawable("lifecycle", lifecycle, Lifecycle)
    names = [f"    {s.name}: {_plain(say(s))}" for s in lifecycle.states if say(s) != s.name]
    lines = (f"    {line}" for line in dict.fromkeys(_mermaid(lifecycle, say)))
    return "\n".join(["stateDiagram-v2", *names, *lines])


def dot(lifecycle: Lifecycle[E, A], say: Say = in_english) -> str:
    """The lifecycle as the text of a Graphviz digraph in its DOT language. What is not law is dashed.

    Args:
        lifecycle: any lifecycle.
        say: in which language the states and actions are called.
    """
    drawable("lifecycle", lifecycle, Lifecycle)
    states = (
        f"  {s.name} [label={_quoted(say(s))}{', peripheries=2' if s in lifecycle.final else ''}];"
        for s in lifecycle.states
    )
    arrows = dict.fromkeys(_dot(lifecycle, say))
    head = (f"digraph {lifecycle.name} {{", "  rankdir=LR;", "  node [shape=box, style=rounded];")
    return "\n".join((*head, "  start [shape=point];", *states, *arrows, "}"))


def _moves(lifecycle: Lifecycle[E, A]) -> Iterable[tuple[Transition[E, A], State | None, State]]:
    for row in lifecycle.transitions:
        for source in row.sources or (None,):
            target = row.leads_to(source)
            if not row.never and target is not None:
                yield row, source, target


def _mermaid(lifecycle: Lifecycle[E, A], say: Say) -> Iterable[str]:
    for row, source, target in _moves(lifecycle):
        yield f"{'[*]' if source is None else source.name} --> {target.name}: {_plain(_label(row, say))}"
    for state in lifecycle.final:
        yield f"{state.name} --> [*]"


def _dot(lifecycle: Lifecycle[E, A], say: Say) -> Iterable[str]:
    for row, source, target in _moves(lifecycle):
        dashed = "" if is_law(row.cites) else ", style=dashed"
        start = "start" if source is None else source.name
        yield f"  {start} -> {target.name} [label={_quoted(_label(row, say))}{dashed}];"


def _label(row: Transition[E, A], say: Say) -> str:
    only = f" [{', '.join(map(say, row.only))}]" if row.only else ""
    return say(row.action) + only


def _plain(text: str) -> str:
    """A text without what Mermaid reads as its own: the marks come back as their numbers."""
    return text.translate({ord(mark): f"#{ord(mark)};" for mark in '#;:"'})


def _quoted(text: str) -> str:
    return '"{}"'.format(text.replace("\\", "\\\\").replace('"', '\\"'))
