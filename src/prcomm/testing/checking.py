"""One draw of lives and refusals, and every law of every lifecycle asked of it."""

import traceback
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TypeVar, cast

from attrs import frozen

from prcomm.core.questions.lifecycle import Lifecycle
from prcomm.core.table.entities import Action, Entity, State
from prcomm.processes import AnyLifecycle
from prcomm.testing import of_days, of_documents, of_people, of_steps
from prcomm.testing.asking import Coming, Life, Subject, Tried
from prcomm.testing.drawing import drawn, reached, still_unreached
from prcomm.testing.walking import FIRST, Payloads, Walk, Walked

E = TypeVar("E", bound=Entity[State])
A = TypeVar("A", bound=Action)
C = TypeVar("C", Life, Tried, Coming)

OF_A_LIFE = (*of_steps.OF_A_LIFE, *of_days.OF_A_LIFE, *of_documents.OF_A_LIFE, *of_people.OF_A_LIFE)
OF_A_REFUSAL = (*of_steps.OF_A_REFUSAL, *of_documents.OF_A_REFUSAL, *of_people.OF_A_REFUSAL)
OF_A_CELL = of_steps.OF_A_CELL
OF_A_TABLE = of_steps.OF_A_TABLE
"""The laws of every lifecycle. Each is a function of what it holds of, which gives what is wrong; its docstring is the
law."""

MORE = 15
"""How many times as many walks are made to rows that were not reached."""
LAST = 18
"""How many steps of a history are told of a failure: the last of them."""
WIDE = 160
LINES = 8


@frozen
class Report:
    """What was asked, and of how much: every law held.

    Attributes:
        process: the name of the lifecycle.
        lives: how many lawful lives were drawn.
        steps: how many steps they have together.
        refusals: how many refusals were drawn.
        cells: how many actions were tried in the states that the lives reached.
        rows: how many rows the table has, all of them reached.
        laws: how many laws were asked.
    """

    process: str
    lives: int
    steps: int
    refusals: int
    cells: int
    rows: int
    laws: int

    def __str__(self) -> str:
        return (
            f"{self.process}: {self.laws} laws hold of {self.lives} lives in {self.steps} steps,"
            f" {self.refusals} refusals, {self.cells} cells and {self.rows} rows"
        )


def check(
    lifecycle: Lifecycle[E, A],
    payloads: Payloads | None = None,
    *,
    examples: int = 100,
    secrets: Iterable[str] = (),
    references: Iterable[str] = (),
    first: date = FIRST,
) -> Report:
    """Ask every law of every lifecycle of so many lawful lives and so many refusals, drawn once: ``check(LOAN)``.

    Raises ``AssertionError`` for the first law that does not hold, with the shortest history that was drawn of which it
    does not. The draw is the same each time under the same version of Hypothesis.

    Args:
        lifecycle: any lifecycle.
        payloads: how to fill fields that can't be guessed from their types.
        examples: how many lives, and how many refusals.
        secrets: personal data in your payloads, which nothing may show and ``redacted`` takes away. What stands in the
            people and entities of the core is known.
        references: to private persons in your payloads: nothing may show them, though ``redacted`` keeps them.
        first: the first day of the year in which lives begin.
    """
    return draw_for_check(lifecycle, payloads, examples, secrets, references, first).asked()


@frozen(eq=False)
class Draw:
    """Lives, refusals and cells of one lifecycle, drawn once.

    Attributes:
        of: the lifecycle, with what is made once for it.
        lives: the lives, the shortest first.
        refusals: the refusals, those with the shortest history first.
        cells: an action of each row, tried on an entity of each state that was reached.
        table: the table, with the rows that no walk came to; ``None`` if nobody asks.
    """

    of: Subject
    lives: tuple[Life, ...]
    refusals: tuple[Tried, ...]
    cells: tuple[Tried, ...]
    table: Coming | None

    def asked(self) -> Report:
        """Ask every law.

        Raises ``AssertionError`` for the first that does not hold.
        """
        _ask(OF_A_LIFE, self.lives)
        _ask(OF_A_REFUSAL, self.refusals)
        _ask(OF_A_CELL, self.cells)
        if self.table is not None:
            _ask(OF_A_TABLE, (self.table,))
        return Report(
            process=self.of.lifecycle.name,
            lives=len(self.lives),
            steps=sum(len(life.actions) for life in self.lives),
            refusals=len(self.refusals),
            cells=len(self.cells),
            rows=len(self.of.lifecycle.rows),
            laws=len((*OF_A_LIFE, *OF_A_REFUSAL, *OF_A_CELL)) + (0 if self.table is None else len(OF_A_TABLE)),
        )


def draw_for_check(
    lifecycle: Lifecycle[E, A],
    payloads: Payloads | None = None,
    examples: int = 100,
    secrets: Iterable[str] = (),
    references: Iterable[str] = (),
    first: date = FIRST,
    *,
    rows: bool = True,
) -> Draw:
    """What is drawn for ``check``, whose arguments these are; without ``rows`` nobody asks whether all are reached.

    Raises ``AssertionError`` if something but a refusal is raised meanwhile.
    """
    of = Subject(cast("AnyLifecycle", lifecycle), tuple(secrets), tuple(references))
    walk = Walk(of.lifecycle, payloads, first)
    try:
        return _drawn(of, walk, examples, rows=rows)
    except Exception as error:  # whatever an effect, a guard or a term raises
        entity, action = walk.tried or (None, None)
        case = None if action is None else Tried(of, 0, entity, action)
        raise _failure(of_steps.each_cell_moves_or_refuses, of, case, _raised(error)) from None


def _drawn(of: Subject, walk: "Walk[Entity[State], Action]", examples: int, *, rows: bool) -> Draw:
    walked = drawn(walk.walks(walk.rows), examples, by=1)
    refusals = [one.refusal for one in walked if one.refusal is not None]
    if len(refusals) < examples:
        refusals += drawn(walk.refusals(walk.rows), examples - len(refusals), by=2)
    lives = [Life(of, n, one.life, one.end) for n, one in enumerate(walked)]
    tried = [Tried(of, n, one.entity, one.action, one.verdict) for n, one in enumerate(refusals)]
    return Draw(
        of,
        tuple(sorted(lives, key=lambda life: len(life.actions))),
        tuple(sorted(tried, key=lambda one: len(one.actions))),
        tuple(_cells(of, walk, lives)),
        _table(of, walk, walked) if rows else None,
    )


def _table(
    of: Subject, walk: "Walk[Entity[State], Action]", walked: Sequence["Walked[Entity[State], Action]"]
) -> Coming:
    come_to = {id(row) for one in walked for row in reached(of.lifecycle, one.life, one.refusal)}
    left = still_unreached(walk, [row for row in walk.rows if id(row) not in come_to], MORE * len(walked))
    return Coming(of, tuple(map(str, left)))


def _cells(of: Subject, walk: "Walk[Entity[State], Action]", lives: Iterable[Life]) -> Iterator[Tried]:
    met: dict[State, Entity[State]] = {}
    for life in lives:
        for step in life.steps:
            met.setdefault(step.after.state, step.after)
    for by, entity in enumerate(met.values()):
        for action in drawn(walk.anything(entity), 1, by=by)[0]:
            yield Tried(of, by, entity, action)


# -- how a failure is told


def _ask(laws: "Iterable[Callable[[C], Iterable[str]]]", cases: Sequence[C]) -> None:
    for law in laws:
        for case in cases:
            wrong = _wrong(law, case)
            if wrong is not None:
                raise _failure(law, case.of, case, wrong) from None


def _wrong(law: Callable[[C], Iterable[str]], case: C) -> str | None:
    try:
        return next(iter(law(case)), None)
    except Exception as error:  # whatever the lifecycle raises
        return _raised(error)


def _raised(error: Exception) -> str:
    """What was raised, and by which line."""
    frame = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__} was raised ({Path(frame.filename).name}, line {frame.lineno}): {error}"


def _failure(law: Callable[..., object], of: Subject, case: object, wrong: str) -> AssertionError:
    sentence = " ".join((law.__doc__ or law.__name__.replace("_", " ")).split())
    lines = [f"a law of every lifecycle does not hold of the {of.lifecycle.name}", f"the law: {sentence}"]
    told = [line if len(line) <= WIDE else f"{line[:WIDE]}…" for line in wrong.splitlines()]
    lines += [f"but: {told[0] if told else ''}", *told[1:LINES]]
    if isinstance(case, Life | Tried):
        lines += _history(case.actions)
    if isinstance(case, Tried):
        lines.append(f"tried: {_step(case.action)}")
    return AssertionError("\n".join(lines))


def _history(actions: Sequence[Action]) -> Iterator[str]:
    yield f"after {len(actions)} steps:" if actions else "at the beginning"
    if len(actions) > LAST:
        yield "  …"
    yield from (f"  {_step(action)}" for action in actions[-LAST:])


def _step(action: Action) -> str:
    return f"{type(action).__name__}  {action.at.isoformat(timespec='minutes')}  {action.by.role.name}"
