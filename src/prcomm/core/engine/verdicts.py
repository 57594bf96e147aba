"""Why not: every reason against an action at once, each with its source and what would make it lawful."""

from attrs import field, frozen

from prcomm.core.table.entities import Action, State
from prcomm.core.table.reasons import Reason
from prcomm.core.values.display import Displayed, as_shown
from prcomm.core.values.errors import PrcommError
from prcomm.core.values.messages import Message, Said, Say, in_english, named, one

TRIED = Message("{action} of {process} by {role} on {when}")
TRIED_IN = Message("{action} of {process} in {state} by {role} on {when}")
ACCEPTED = Message("{tried} is accepted")
REFUSED = Message("{tried} is refused")
REFUSED_NOT_BY_LAW = Message("not by law: {tried} is refused")


@frozen
class Verdict(Displayed):
    """What a lifecycle says to an action: accepted, or all reasons against it.

    Attributes:
        process: the name of the lifecycle.
        action: the action.
        state: the state it was tried in; ``None`` for one that would begin an entity.
        reasons: the reasons against it; empty if it is accepted.
    """

    __rich_repr__ = as_shown

    process: str
    action: Action = field(repr=lambda action: f"<{type(action).__name__}>")
    state: State | None
    reasons: tuple[Reason, ...] = ()

    @property
    def accepted(self) -> bool:
        return not self.reasons

    @property
    def is_law(self) -> bool:
        """Whether any reason against it is law. False for one that only departs from practice."""
        return any(reason.is_law for reason in self.reasons)

    def __bool__(self) -> bool:
        raise TypeError("a verdict is not a yes or no: ask verdict.accepted, and read verdict.reasons")

    @property
    def head(self) -> Said:
        """What was tried, and what became of it, without the reasons."""
        action, became = self.action, ACCEPTED if self.accepted else REFUSED if self.is_law else REFUSED_NOT_BY_LAW
        words = {"action": type(action), "process": one(named(self.process)), "role": action.by.role, "when": action.at}
        tried = TRIED(**words) if self.state is None else TRIED_IN(state=self.state, **words)
        return became(tried=tried)

    def rendered(self, say: Say) -> str:
        """The verdict with every reason, one a line, in the language of ``say``."""
        return say(self.head) + "".join(f"\n  - {reason.rendered(say)}" for reason in self.reasons)

    def __str__(self) -> str:
        return self.rendered(in_english)


class Refused(PrcommError, Displayed):
    """The one error for an unlawful action.

    Attributes:
        verdict: the action, the state, and every reason against it.
        step: in a replay, the position of the action from 0; else ``None``.
    """

    verdict: Verdict
    step: int | None

    def __init__(self, verdict: Verdict, step: int | None = None) -> None:
        self.verdict = verdict
        self.step = step
        super().__init__(verdict, step)

    def __str__(self) -> str:
        return str(self.verdict) if self.step is None else f"step {self.step}: {self.verdict}"

    def __reduce__(self) -> tuple[type["Refused"], tuple[Verdict, int | None]]:
        return type(self), (self.verdict, self.step)
