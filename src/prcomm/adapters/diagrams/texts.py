"""Pictures of a lifecycle as text, for tools that draw it themselves."""

import re
from collections.abc import Collection, Iterable, Mapping
from typing import Final, TypeVar

from prcomm.adapters.diagrams.border import drawable
from prcomm.core.questions.lifecycle import Lifecycle
from prcomm.core.sources.citations import is_law
from prcomm.core.table.entities import Action, Entity, State
from prcomm.core.table.rows import Transition
from prcomm.core.values.characters import on_one_line, printable
from prcomm.core.values.messages import Say, in_english

E = TypeVar("E", bound=Entity[State])
A = TypeVar("A", bound=Action)

OF_MERMAID: Final = frozenset(
    {
        "accdescr", "acctitle", "as", "choice", "class", "classdef", "click", "default", "direction",
        "end", "fork", "graph", "hide", "href", "join", "note", "root", "root_end", "root_start", "scale", "start",
        "state", "statediagram", "style", "subgraph", "title",
    }
)  # fmt: skip
"""What is no name of a state in Mermaid, or was none once; it reads its own words in capitals too."""
OF_DOT: Final = frozenset({"digraph", "edge", "graph", "node", "strict", "subgraph"})
"""The words of DOT, in capitals too: in quotation marks they are names."""
_WORD, _NO_WORD = re.compile(r"[A-Za-z_][A-Za-z0-9_]*"), re.compile(r"\W")
_MARK = re.compile(r'[#;:"%{}<>&`*_~$|]|\\(?=n)')


def mermaid(lifecycle: Lifecycle[E, A], say: Say = in_english) -> str:
    """The lifecycle as the text of a Mermaid state diagram: its states, who does what, and its ends.

    Args:
        lifecycle: any lifecycle.
        say: in which language the states and actions are called.
    """
    drawable("lifecycle", lifecycle, Lifecycle)
    ids = _ids(lifecycle.states)
    names = [f"    {ids[s]}: {_plain(say(s), s.name)}" for s in lifecycle.states if say(s) != ids[s]]
    lines = (f"    {line}" for line in dict.fromkeys(_mermaid(lifecycle, ids, say)))
    return "\n".join(["stateDiagram-v2", *names, *lines])


def dot(lifecycle: Lifecycle[E, A], say: Say = in_english) -> str:
    """The lifecycle as the text of a Graphviz digraph in its DOT language. What is not law is dashed.

    Args:
        lifecycle: any lifecycle.
        say: in which language the states and actions are called.
    """
    drawable("lifecycle", lifecycle, Lifecycle)
    states = (
        f"  {_id(s.name)} [label={_quoted(say(s))}{', peripheries=2' if s in lifecycle.final else ''}];"
        for s in lifecycle.states
    )
    start = _beside("start", {s.name for s in lifecycle.states})
    arrows = dict.fromkeys(_dot(lifecycle, start, say))
    head = (f"digraph {_id(lifecycle.name)} {{", "  rankdir=LR;", "  node [shape=box, style=rounded];")
    return "\n".join((*head, f"  {start} [shape=point];", *states, *arrows, "}"))


def _moves(lifecycle: Lifecycle[E, A]) -> Iterable[tuple[Transition[E, A], State | None, State]]:
    for row in lifecycle.transitions:
        for source in row.sources or (None,):
            target = row.leads_to(source)
            if not row.never and target is not None:
                yield row, source, target


def _mermaid(lifecycle: Lifecycle[E, A], ids: Mapping[State, str], say: Say) -> Iterable[str]:
    for row, source, target in _moves(lifecycle):
        start = "[*]" if source is None else ids[source]
        yield f"{start} --> {ids[target]}: {_plain(_label(row, say), row.action.__name__)}"
    for state in lifecycle.final:
        yield f"{ids[state]} --> [*]"


def _ids(states: Iterable[State]) -> Mapping[State, str]:
    """What Mermaid knows each state by: its name, unless Mermaid takes that for a word of its own, or for no word."""
    ids: dict[State, str] = {}
    for state in states:
        word = _NO_WORD.sub("_", state.name) or "_"
        ids[state] = _beside(f"{word}_" if word.lower() in OF_MERMAID else word, ids.values())
    return ids


def _beside(word: str, taken: Collection[str]) -> str:
    while word in taken:
        word += "_"
    return word


def _dot(lifecycle: Lifecycle[E, A], start: str, say: Say) -> Iterable[str]:
    for row, source, target in _moves(lifecycle):
        dashed = "" if is_law(row.cites) else ", style=dashed"
        begins = start if source is None else _id(source.name)
        yield f"  {begins} -> {_id(target.name)} [label={_quoted(_label(row, say))}{dashed}];"


def _label(row: Transition[E, A], say: Say) -> str:
    only = f" [{', '.join(map(say, row.only))}]" if row.only else ""
    return say(row.action) + only


def _plain(text: str, name: str) -> str:
    """A text, or the name where nothing of it is seen; what Mermaid reads as its own stands by its number."""
    seen = printable(text).strip() or on_one_line(name)
    return _MARK.sub(lambda mark: f"#{ord(mark[0])};", seen)


def _quoted(text: str) -> str:
    return '"{}"'.format(printable(text).replace("\\", "\\\\").replace('"', '\\"'))


def _id(name: str) -> str:
    plain = _WORD.fullmatch(name) and name.lower() not in OF_DOT
    return name if plain else _quoted(on_one_line(name))
