"""A lifecycle compiled to columns: what the library was asked, and the one function that judges batches by it."""

from collections.abc import Callable, Iterable
from typing import Final, TypeVar

import numpy as np
from attrs import define, field, frozen

from prcomm.adapters.columns.batches import Batch, Bools, Held, Ints
from prcomm.adapters.columns.dues import Counted, Dues, dues_of
from prcomm.adapters.columns.ends import Ends
from prcomm.adapters.columns.eras import Eras, Lifecycle
from prcomm.adapters.columns.explaining import Explained, explained
from prcomm.adapters.columns.folds import Fold, Folding
from prcomm.adapters.columns.letters import Exact, Letters
from prcomm.adapters.columns.standins import Demand
from prcomm.adapters.columns.steps import Against, Steps
from prcomm.core.sources.people import Office
from prcomm.core.table.entities import Action
from prcomm.core.table.moves import ByOutcome, Move

T = TypeVar("T")
ROUNDS: Final = 40
"""How often at most it is begun anew, since a rule turned out to read more."""


@frozen(eq=False)
class Judged:
    """What was found in a batch, in columns. Of a case for Python nothing is.

    Attributes:
        fold: what became of the cases.
        line: the lines that something stands against.
        against: what stands against each, by number.
        late: whether each is before one that was done earlier.
        dues: what is owed, by deadline.
        hard: of each case whether it is one for Python.
    """

    fold: Fold
    line: Ints
    against: Ints
    late: Bools
    dues: "tuple[tuple[int, Counted], ...]"
    hard: Bools


@define(eq=False)
class Compiled:
    """A lifecycle compiled to columns.

    Attributes:
        lifecycle: the lifecycle.
        office: whose days and hours count.
        exact: the fields of which every value is told apart, since a rule reads them.
    """

    lifecycle: Lifecycle
    office: Office
    exact: Exact = frozenset()
    eras: Eras = field(init=False)
    letters: Letters = field(init=False)
    steps: Steps = field(init=False)
    folding: Folding = field(init=False)
    ends: tuple[Ends, ...] = field(init=False)
    dues: tuple[Dues, ...] = field(init=False)

    def __attrs_post_init__(self) -> None:
        self.eras = Eras(self.lifecycle)
        self.ends = tuple(Ends(self.lifecycle, self.office, one) for one in self.lifecycle.deadlines)
        self.anew(self.exact)

    def anew(self, exact: Exact) -> None:
        """Forget what was asked, but for where terms end: more is told apart, or there are more eras.

        Which part an action is about is told apart from the first, since by that the library itself finds the row; and
        so is what a term depends on by its value."""
        lifecycle = self.lifecycle
        its_part = {(row.action.__name__, part.key) for part in lifecycle.parts for row in part.transitions}
        outcomes = {
            (kind.__name__, one.field)
            for due in lifecycle.deadlines
            for kinds, one in ((due.begins, due.within), *(((m.by,), m.to) for m in due.moves if isinstance(m, Move)))
            if isinstance(one, ByOutcome) and one.field
            for kind in kinds
        }
        self.exact = exact = exact | its_part | outcomes
        later = {row.action for row in lifecycle.rows if not row.starts or row.table.inside}
        beginnings = frozenset[type[Action]](row.action for row in lifecycle.rows if row.action not in later)
        self.letters = Letters(exact, beginnings)
        self.steps = Steps(lifecycle, self.office, self.eras)
        self.folding = Folding(self.steps, self.letters.all, self.eras)
        self.dues = tuple(
            dues_of(lifecycle, self.office, self.steps, self.eras, self.letters.all, ends, beginnings)
            for ends in self.ends
        )

    def against(self, number: int) -> Against:
        """What stands against an action, by its number."""
        return self.folding.against[number]

    def judge(self, batch: Batch, at: Held) -> Judged:
        """What is found in a batch: the one kernel.

        Args:
            batch: the lines.
            at: of each case the instant as of which it is judged.
        """
        fold = self.folding(batch)
        hard = fold.hard.copy()
        dues: list[tuple[int, Counted]] = []
        for n, one in enumerate(self.dues):
            counted, odd = one.counted(fold, at)
            hard[odd] = True
            if counted is not None:
                dues.append((n, counted))
        line = np.flatnonzero((fold.against > 0) | fold.late)
        line = line[~hard[fold.number[line]]]
        return Judged(fold, line, fold.against[line].astype(np.int64), fold.late[line], tuple(dues), hard)

    @property
    def wants(self) -> Exact:
        """The fields that would have to be told apart for fewer cases to be ones for Python."""
        rules = (rule for due in self.dues for rule in (due.since, due.term, *due.moves.values()))
        asked = (want for rule in rules for want in rule.whys.values() if want is not None)
        return frozenset({*self.folding.wants, *asked, *(want for due in self.dues for want in due.clock.wants)})

    def explain(self) -> Explained:
        """What of the lifecycle runs as columns, and what goes to ``lifecycle.audit``, with why."""
        return explained(self.lifecycle, self.eras)

    @property
    def whys(self) -> tuple[str, ...]:
        """Why cases were ones for Python, in words, as far as they were met."""
        found = dict.fromkeys(self.folding.whys)
        for due in self.dues:
            rules = (due.since, due.term, *due.moves.values())
            told = [due.why, *(why for rule in rules for why in rule.whys)]
            found.update(dict.fromkeys(f"{due.deadline.name}: {why}" for why in told if why))
        return tuple(found)

    def settled(self, judge: Callable[[], T]) -> T:
        """What judging comes to, begun anew for as long as a rule turns out to read more."""
        for _ in range(ROUNDS):
            try:
                found = judge()
            except Demand as demand:
                if demand.label[0] != "law":
                    raise
                self.anew(self.exact)
                continue
            wants = self.wants - self.exact
            if not wants:
                return found
            self.anew(self.exact | wants)
        return judge()


def compile(  # noqa: A001  # as re.compile
    lifecycle: Lifecycle, office: Office, exact: Iterable[tuple[str, str]] = ()
) -> Compiled:
    """A lifecycle compiled to columns: it is asked as it is needed.

    Args:
        lifecycle: the lifecycle, under the law by which it judges.
        office: whose days and hours count.
        exact: fields of which every value is to be told apart, if that is known beforehand.
    """
    return Compiled(lifecycle, office, frozenset(exact))
