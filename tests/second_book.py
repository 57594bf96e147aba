"""The second book: what each article says, in ``expected/<process>.csv``, and how a line of it is asked of a lifecycle.

The book is written from the text of the law, never from a table. Its columns:

article
    Which article says so; a bare number is one of the law that the process's lives name.
action
    What is done: the example of it that the lives give.
states, kinds
    Where, and of which kinds: names, ``any``, ``any but …``; ``start`` for what begins a file.
who
    In which capacities. A line that says who says all of it: there and by them it is lawful, and nowhere else and by
    nobody else. Without it, a line speaks of its own states alone. The example's own hand acts; where that is none of
    those who may, the first of them does.
given
    How the file differs (in words that the lives explain), and the action (``field=value``; ``by=ROLE``).
outcome
    ``-> STATE`` or ``same``; ``refused ARTICLE`` (or ``ARTICLE and ARTICLE``: one reason each, and no other);
    ``never ARTICLE``; ``no place``, whoever acts; ``keeps field=value``; ``due NAME DAY`` (or ``promptly``, ``as
    before``), ``not due NAME``, ``meets NAME``, ``ends NAME``, ``lifts NAME``, ``late NAME``, ``lifted NAME`` (owed no
    more, and not late); ``owes NAMES`` (or ``nothing``), all that is open.
differs
    What the table says instead, where it still departs from the text: the line fails until the table is mended.
"""

import csv
from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import Enum
from functools import cache, lru_cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType
from typing import get_args, get_type_hints

from attrs import evolve, field, frozen
from pendulum import Date, DateTime

from prcomm import PROCESSES, Action, Actor, Due, Entity, Lifecycle, Reason, ReasonKind, Reference, Refused, Status

BOOKS = Path(__file__).parent / "expected"
WRITTEN = tuple(process for process in PROCESSES if (BOOKS / f"{process}.csv").exists())
"""The processes that have a book."""


def lifecycle_of(process: str) -> Lifecycle:
    """The lifecycle that is asked: the genuine one, unless a mutant is put in its place here."""
    return PROCESSES[process]


@cache
def lives_of(process: str) -> ModuleType:
    """How the states of a process are reached, and an example of each action: a module beside its tests, or what stands
    with its payloads."""
    _, wing, module, *_ = PROCESSES[process].actions[0].__module__.split(".")
    apart, together = f"{wing}.lives_{module}", f"{wing}.payloads_{module}"
    return import_module(apart if find_spec(apart) else together)


@frozen
class File:
    """How a file differs from the usual one.

    Attributes:
        changed: by the class of an action that was done, what it said instead.
        after: by the class of an action that was done, what was done after it.
        without: the actions that were not done.
    """

    changed: Mapping[type[Action], Mapping[str, object]] = field(factory=dict)
    after: Mapping[type[Action], tuple[Action, ...]] = field(factory=dict)
    without: tuple[type[Action], ...] = ()

    def of(self, steps: tuple[Action, ...]) -> tuple[Action, ...]:
        """What was done in this file; nothing where that has no place in what leads to its state."""
        if not {type(step) for step in steps}.issuperset((*self.changed, *self.after, *self.without)):
            return ()
        return tuple(self._of_each(steps))

    def _of_each(self, steps: Iterable[Action]) -> Iterator[Action]:
        for step in steps:
            if type(step) not in self.without:
                yield evolve(step, **self.changed.get(type(step), {}))
                yield from self.after.get(type(step), ())


@frozen
class Line:
    """A line of the book, as it is written."""

    process: str
    article: str
    action: str
    states: str
    who: str
    kinds: str
    given: str
    outcome: str
    differs: str

    def __str__(self) -> str:
        said = f"{self.process}: {self.article}, {self.action}" + (f" ({self.given})" if self.given else "")
        return f"{said} {self.outcome}"


def lines_of(process: str) -> tuple[Line, ...]:
    """The book of a process."""
    with (BOOKS / f"{process}.csv").open(encoding="utf-8", newline="") as book:
        return tuple(Line(process, **line) for line in csv.DictReader(book))


# -- what a line speaks of

Cell = tuple[object, object]
"""A state (``None`` before a file is begun) and a kind (``None`` where there are none)."""


def named(text: str, members: Iterable[Enum]) -> list[Enum]:
    """The members that a column names."""
    by_name = {member.name: member for member in members}
    if text.startswith("any"):
        but = [by_name[name] for name in text.removeprefix("any").removeprefix(" but ").split()]
        return [member for member in by_name.values() if member not in but]
    return [by_name[name] for name in text.split()]


@cache
def cells_of(line: Line) -> tuple[Cell, ...]:
    """Where a line says that something holds."""
    genuine, lives = PROCESSES[line.process], lives_of(line.process)
    states = [None] if line.states == "start" else named(line.states, genuine.states)
    kinds = named(line.kinds, genuine.kinds) if genuine.kinds else [None]
    cells = tuple((state, kind) for state in states for kind in kinds if state is None or lives.lives(state, kind))
    assert {state for state, _ in cells} == set(states), f"no life leads to each of {line.states}"
    return cells


@cache
def all_cells(process: str) -> tuple[Cell, ...]:
    """Each state of each kind that comes to it, and the beginning of each kind."""
    genuine, lives = PROCESSES[process], lives_of(process)
    kinds = genuine.kinds or (None,)
    return tuple((s, kind) for s in (None, *genuine.states) for kind in kinds if s is None or lives.lives(s, kind))


@cache
def has_place(process: str, action: str, given: str) -> frozenset[Cell]:
    """Where the book says that an action has its place: what lines say that say who."""
    lines = (line for line in lines_of(process) if line.who and (line.action, line.given) == (action, given))
    return frozenset(cell for line in lines for cell in cells_of(line))


# -- what is tried


def parted(given: str) -> tuple[tuple[str, ...], tuple[tuple[str, str], ...]]:
    """The words on the file, and the fields of the action."""
    phrases = tuple(filter(None, given.split("; ")))
    fields = tuple(phrase.split("=", 1) for phrase in phrases if "=" in phrase)
    return tuple(phrase for phrase in phrases if "=" not in phrase), tuple((name, text) for name, text in fields)


@cache
def example_of(line: Line, kind: object) -> Action:
    """What a line says is done."""
    lives = lives_of(line.process)
    (action,) = (one for one in lives.EXAMPLES if type(one).__name__ == line.action)
    fields = {name: value_of(text, action, name, lives) for name, text in parted(line.given)[1]}
    may = line.who.split()
    if may and "by" not in fields and action.by.role not in {lives.ACTORS[name].role for name in may}:
        fields["by"] = lives.ACTORS[may[0]]
    if line.states == "start" and kind is not None:
        fields["kind"] = kind
    return evolve(action, **fields)


def value_of(text: str, action: Action, name: str, lives: ModuleType) -> object:
    """What a field of an action is given: of the type that it has, or a constant of the lives."""
    now = getattr(action, name)
    if isinstance(now, bool):
        return {"yes": True, "no": False}[text]
    if text == "none":
        return None
    if isinstance(now, Enum):
        return type(now)[text]
    if isinstance(now, Actor) and text in lives.ACTORS:
        return lives.ACTORS[text]
    if text.isupper() and hasattr(lives, text):
        return getattr(lives, text)
    return text if isinstance(now, str) else OTHER_VALUES[type(now)](text, now, get_type_hints(type(action))[name])


def several(text: str, now: tuple | frozenset, declared: object) -> object:
    member, *_ = get_args(declared)
    words = filter(None, text.split(" + "))
    return type(now)(member[one] if issubclass(member, Enum) else one for one in words)


OTHER_VALUES: Mapping[type, Callable] = {
    int: lambda text, *_: int(text),
    tuple: several,
    frozenset: several,
    DateTime: lambda text, now, _: now.on(*map(int, text.split("-"))),
    Date: lambda text, *_: Date.fromisoformat(text),
    type(None): lambda text, *_: Date.fromisoformat(text),
}


@lru_cache(maxsize=2000)
def life_of(lifecycle: Lifecycle, process: str, cell: Cell, words: tuple[str, ...]) -> Entity | None:
    """A file in a state, of a kind, that differs in some words; nothing where they have no place in it."""
    lives = lives_of(process)
    steps = lives.lives(*cell)
    for word in words:
        steps = lives.FILES[word].of(steps)
    try:
        file = lifecycle.replay(steps) if steps else None
    except Refused:
        return None
    assert file is None or file.state is cell[0]
    return file


def against(lifecycle: Lifecycle, file: Entity | None, action: Action) -> tuple[Reason, ...]:
    """What is against an action; of a beginning without a file."""
    if file is not None:
        return lifecycle.explain(file, action).reasons
    try:
        lifecycle.begin(action)
    except Refused as refused:
        return refused.verdict.reasons
    return ()


def hands(process: str, action: Action) -> Iterator[tuple[str, Actor]]:
    """Everybody who might act, by the name of the role: each as the lives know them, and as the one who acts here."""
    for name, actor in lives_of(process).ACTORS.items():
        yield name, actor
        if actor.role is not action.by.role:
            yield name, evolve(action.by, role=actor.role)


def who_may(lifecycle: Lifecycle, process: str, file: Entity | None, action: Action) -> set[str]:
    """In which capacities it may be done; where it has no place, nobody is asked for theirs."""
    if any(reason.kind is ReasonKind.STATE for reason in against(lifecycle, file, action)):
        return set()
    tried = hands(process, action)
    return {name for name, by in tried if not against(lifecycle, file, evolve(action, by=by))}


# -- what is asked


def ask(line: Line, lifecycle: Lifecycle) -> None:
    """Whether a line holds."""
    words, _ = parted(line.given)
    for cell in cells_of(line):
        file = None if cell[0] is None else life_of(lifecycle, line.process, cell, words)
        assert file is not None or cell[0] is None, f"{line.given!r} has no place in a life to {cell}"
        for clause in line.outcome.split("; "):
            verb, _, rest = clause.partition(" ")
            ASKED[verb](Asked(lifecycle, line, cell, file, example_of(line, cell[1])), rest)
        if line.who:
            may = who_may(lifecycle, line.process, file, example_of(line, cell[1]))
            assert may == set(line.who.split()), f"{cell}: {sorted(may)} may"
    if line.who:
        nowhere_else(lifecycle, line)


def nowhere_else(lifecycle: Lifecycle, line: Line) -> None:
    """Where the book gives an action no place, nobody may do it."""
    words, _ = parted(line.given)
    begins = line.states == "start"
    for cell in all_cells(line.process):
        if cell in has_place(line.process, line.action, line.given) or (cell[0] is None) is not begins:
            continue
        file = None if begins else life_of(lifecycle, line.process, cell, words)
        if begins or file is not None:
            may = who_may(lifecycle, line.process, file, example_of(line, cell[1]))
            assert not may, f"{cell}: {sorted(may)} may, and the book gives it no place there"


@frozen
class Asked:
    """One line asked in one place."""

    lifecycle: Lifecycle
    line: Line
    cell: Cell
    file: Entity | None
    action: Action

    @property
    def after(self) -> Entity:
        if self.file is None:
            return self.lifecycle.begin(self.action)
        return self.lifecycle.apply(self.file, self.action)

    def due(self, name: str, file: Entity | None = None) -> Due:
        (one,) = (due for due in self.lifecycle.due(file or self.after, self.action.at) if due.name == name)
        return one


def same(found: object, said: object) -> None:
    """What was found is what the book says, and if not, what was found is told."""
    assert found == said, f"{found}, not {said}"


def leads(asked: Asked, state: str) -> None:
    after = asked.after
    same(after.state.name, state)
    assert lives_of(asked.line.process).lives(after.state, asked.cell[1]), f"{asked.cell} leads where no life leads"


def stays(asked: Asked, _: str) -> None:
    assert asked.file is not None
    same(asked.after.state.name, asked.file.state.name)


def refused(asked: Asked, articles: str) -> None:
    """One reason for each article, whose place has it, and no other."""
    reasons = against(asked.lifecycle, asked.file, asked.action)
    wanted = articles.split(" and ")
    assert len(reasons) == len(wanted), f"{asked.cell}: {[str(reason) for reason in reasons]}"
    assert {reason.kind for reason in reasons} <= {ReasonKind.GUARD, ReasonKind.ROLE}
    for article in wanted:
        assert any(rests(reason, article, asked) for reason in reasons), [str(reason) for reason in reasons]


def never(asked: Asked, article: str) -> None:
    """Forbidden in words, to everybody."""
    for _, by in hands(asked.line.process, asked.action):
        (reason,) = against(asked.lifecycle, asked.file, evolve(asked.action, by=by))
        same(reason.kind, ReasonKind.NEVER)
        assert rests(reason, article, asked), str(reason)


def has_none(asked: Asked, _: str) -> None:
    """It has no place there, whoever acts."""
    for _, by in hands(asked.line.process, asked.action):
        reasons = against(asked.lifecycle, asked.file, evolve(asked.action, by=by))
        assert ReasonKind.STATE in {reason.kind for reason in reasons}, [str(reason) for reason in reasons]


def rests(reason: Reason, article: str, asked: Asked) -> bool:
    """Whether a reason rests on an article."""
    law = lives_of(asked.line.process).LAW
    bare = article[0].isdigit() and " " not in article  # 541-I art. 34 names its act
    place = f"{law.code} {law.unit} {article}" if bare else article
    return place in map(str, reason.cites)


def keeps(asked: Asked, said: str) -> None:
    name, _, text = said.partition("=")
    same(written(getattr(asked.after, name)), text)


def written(value: object) -> str:
    """A value in the words of the book."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Enum):
        return value.name
    if isinstance(value, Reference):
        return f"{value.process} {value.id}"
    if isinstance(value, frozenset):
        return " + ".join(sorted(map(written, value)))
    if isinstance(value, tuple):
        return " + ".join(map(written, value))
    return written(value.state) if hasattr(value, "state") else str(value)


def is_due(asked: Asked, said: str) -> None:
    name, _, day = said.partition(" ")
    due = asked.due(name)
    if day == "as before":
        same((due.last, due.met, due.ended), (asked.due(name, asked.file).last, None, None))
    elif day == "promptly":
        same(due.status(asked.action.at), Status.PROMPTLY)
    else:
        same(str(due.last), day)


def is_not(asked: Asked, said: str) -> None:
    name = said.removeprefix("due ")
    same([due for due in asked.lifecycle.due(asked.after, asked.action.at) if due.name == name], [])


def meets(asked: Asked, name: str) -> None:
    same(asked.due(name, asked.file).met, None)
    same(asked.due(name).met, asked.action.at.date())


def ends(asked: Asked, name: str) -> None:
    same(asked.due(name, asked.file).ended, None)
    same(asked.due(name).ended, asked.action.at.date())


def lifts(asked: Asked, name: str) -> None:
    assert asked.due(name, asked.file).last is not None
    same(asked.due(name).last, None)


def is_late(asked: Asked, name: str) -> None:
    same(asked.due(name).status(asked.action.at), Status.LATE)


def is_lifted(asked: Asked, name: str) -> None:
    same(asked.due(name).status(asked.action.at), Status.LIFTED)


def owes(asked: Asked, names: str) -> None:
    """All that is open."""
    open_dues = asked.lifecycle.due(asked.after, asked.action.at, open=True)
    same(sorted(due.name for due in open_dues), sorted(names.replace("nothing", "").split()))


ASKED: Mapping[str, Callable[[Asked, str], None]] = {
    "->": leads,
    "same": stays,
    "refused": refused,
    "never": never,
    "no": has_none,
    "keeps": keeps,
    "due": is_due,
    "not": is_not,
    "meets": meets,
    "ends": ends,
    "lifts": lifts,
    "late": is_late,
    "lifted": is_lifted,
    "owes": owes,
}
