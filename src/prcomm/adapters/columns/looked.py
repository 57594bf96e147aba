"""What stand-ins stand for in the lines of a batch, when a rule is asked of many of its places."""

from collections.abc import Callable, Sequence

from attrs import frozen

from prcomm.adapters.columns.asking import value_of
from prcomm.adapters.columns.batches import NONE, Held, Ints
from prcomm.adapters.columns.folds import Fold
from prcomm.adapters.columns.letters import Letter
from prcomm.adapters.columns.standins import DAY, Label
from prcomm.adapters.columns.steps import wanted
from prcomm.core.sources.people import Office


@frozen(eq=False)
class Looked:
    """What stand-ins stand for in a batch.

    Attributes:
        fold: what became of its cases.
        letters: the letters.
        office: whose clock it is.
    """

    fold: Fold
    letters: Sequence[Letter]
    office: Office

    def held(self, field: str) -> Held | None:
        """A field that stand-ins stand for; ``None`` of one that holds no time."""
        return self.fold.batch.at if field == "at" else self.fold.batch.fields.get(field)

    def column(self, line: Ints, first: Ints) -> Callable[[Label, int], Ints | None]:
        """What a label stands for in each place, of these lines and the first lines of their cases."""

        def of(label: Label, level: int) -> Ints | None:
            if label[0] not in ("action", "first"):
                return None
            if label == ("first", ""):
                return self.fold.batch.letter[first]
            held, place = self.held(label[1]), line if label[0] == "action" else first
            if held is None:
                return None
            return held.day[place] if level == DAY or held.us is None else held.us[place]

        return of

    def value(self, label: Label, level: int, code: int) -> object:
        """The value of a code."""
        if code == NONE:
            return None
        if label == ("first", ""):
            return self.letters[code].first
        held = self.held(label[1])
        return value_of(level, code, self.office, label, instant=held is not None and held.us is not None)

    def wants(self, codes: tuple[int, ...], label: Label) -> "tuple[str, str] | None":
        """The field that would have to be told apart for a rule to be asked."""
        return wanted(self.letters[codes[1]], label)
