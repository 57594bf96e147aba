"""One reason against an action, with its source and what would make it lawful."""

from enum import StrEnum

from attrs import frozen

from prcomm.core.sources.citations import Basis, Cites, is_law, under
from prcomm.core.values.messages import Say, in_english


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
class Reason:
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
        """False where analogy, practice or an assumption is among what stands behind it."""
        if self.basis is None or self.kind is ReasonKind.STATE:  # of several rows the strongest counts
            return self.basis is None or self.basis.is_law
        return is_law(self.cites)

    def rendered(self, say: Say) -> str:
        """The reason in one line, in the language of ``say``."""
        cites = f" ({under(self.cites, self.basis, say)})" if self.cites else ""
        return f"{say(self.kind)}: {say(self.text)}{cites}" + (f"; {say(self.remedy)}" if self.remedy else "")

    def __str__(self) -> str:
        return self.rendered(in_english)
