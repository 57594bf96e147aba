"""Why not: every reason against an action at once, each with its source and what would make it lawful."""

from enum import StrEnum

from attrs import field, frozen

from prcomm.core.byfields import ByFields
from prcomm.core.entities import Action, State
from prcomm.core.errors import PrcommError
from prcomm.core.law import Basis, Cites, under
from prcomm.core.sentences import Said, Say, Sentence, in_english, named, one

TRIED = Sentence("{action} of {process} by {role} on {when}")
TRIED_IN = Sentence("{action} of {process} in {state} by {role} on {when}")
ACCEPTED = Sentence("{tried} is accepted")
REFUSED = Sentence("{tried} is refused")
REFUSED_NOT_BY_LAW = Sentence("not by law: {tried} is refused")


class ReasonKind(StrEnum):
    """What stands against an action."""

    STATE = "state"
    """the table has no row for it in this state"""
    ROLE = "role"
    """somebody else may"""
    TIME = "time"
    """it is before the last record"""
    GUARD = "guard"
    """a condition is not met"""
    NEVER = "never"
    """the law forbids it in words"""


@frozen
class Reason(ByFields):
    """One reason against an action.

    Attributes:
        kind: state, role, time, guard or never.
        text: the reason as a sentence.
        cites: what it rests on; empty where no article is needed (an order of time).
        basis: the weakest basis of that; ``None`` where it rests on no source.
        remedy: what would make it lawful, or what may be done instead; may be empty.
        name: of a guard, its name, by which ``lifecycle.without`` lifts it.
    """

    kind: ReasonKind
    text: str
    cites: Cites = ()
    basis: Basis | None = None
    remedy: str = ""
    name: str = ""

    @property
    def is_law(self) -> bool:
        """False where only analogy, practice or an assumption stands behind it."""
        return self.basis is None or self.basis.is_law

    def told(self, say: Say) -> str:
        """The reason in one line, in the language of ``say``."""
        cites = f" ({under(self.cites, self.basis, say)})" if self.cites else ""
        return f"{say(self.kind)}: {say(self.text)}{cites}" + (f"; {say(self.remedy)}" if self.remedy else "")

    def __str__(self) -> str:
        return self.told(in_english)


@frozen
class Verdict(ByFields):
    """What a lifecycle says to an action: accepted, or all reasons against it.

    Attributes:
        process: the name of the lifecycle.
        action: the action.
        state: the state it was tried in; ``None`` for one that would begin an entity.
        reasons: the reasons against it; empty if it is accepted.
    """

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

    def told(self, say: Say) -> str:
        """The verdict with every reason, one a line, in the language of ``say``."""
        return say(self.head) + "".join(f"\n  - {reason.told(say)}" for reason in self.reasons)

    def __str__(self) -> str:
        return self.told(in_english)

    def _repr_html_(self) -> str:
        from prcomm.core.sheets import html

        return html(self)


class Refused(PrcommError):
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
        super().__init__(str(verdict) if step is None else f"step {step}: {verdict}")

    def __reduce__(self) -> tuple[type["Refused"], tuple[Verdict, int | None]]:
        return type(self), (self.verdict, self.step)

    def _repr_html_(self) -> str:
        from prcomm.core.sheets import html

        return html(self.verdict)
