"""Why not: every reason against an action at once, each with its source and what would make it lawful."""

from enum import StrEnum

from attrs import field, frozen

from prcomm.core.byfields import ByFields
from prcomm.core.entities import Action, State
from prcomm.core.errors import PrcommError, a
from prcomm.core.law import Basis, Cites


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

    def __str__(self) -> str:
        known = "" if self.basis in (None, Basis.STATUTE) else f", {self.basis.name}"
        cites = f" ({', '.join(map(str, self.cites))}{known})" if self.cites else ""
        return f"{self.kind}: {self.text}{cites}" + (f"; {self.remedy}" if self.remedy else "")


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

    def __str__(self) -> str:
        action = self.action
        where = "" if self.state is None else f" in {self.state.name}"
        when = action.at.isoformat(sep=" ", timespec="minutes")
        tried = f"{type(action).__name__} of {a(self.process)}{where} by {action.by.role.name} on {when}"
        if self.accepted:
            return f"{tried} is accepted"
        less = "" if self.is_law else "not by law: "
        return f"{less}{tried} is refused" + "".join(f"\n  - {reason}" for reason in self.reasons)

    def _repr_html_(self) -> str:
        from prcomm.core.html import verdict_html

        return verdict_html(self)


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
        from prcomm.core.html import verdict_html

        return verdict_html(self.verdict)
