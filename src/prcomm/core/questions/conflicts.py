"""Where one file states of another what that does not say: a value for all wings, found by comparing their files."""

from typing import Annotated as An

import attrs
from attrs import frozen

from prcomm.core.questions.audits import Finding, FindingKind
from prcomm.core.sources.citations import Cites, weakest
from prcomm.core.table.corrections import NOTHING
from prcomm.core.table.entities import Action, Reference
from prcomm.core.values.messages import Message, Say, in_english

STATES = Message("{action}: {field} is stated of {other} as {stated}; its file says {found}")
STATES_OF_OTHERS = Message("{action}: {field} is stated as {stated}; other files say {found}")


@frozen
class Conflict:
    """What an action stated, and what the files it is about say. Where that would show persons, neither is told."""

    process: An[str, "the name of the lifecycle of the file that states it"]
    id: An[str, "the reference of that file"]
    step: An[int, "the position of the action in it from 0"]
    field: An[str, "which field of the action states it; what is in a field, after a dot: ``heard.done``"]
    stated: An[object, "what it states"]
    found: An[object, "what the other file says; ``None`` if it says nothing, or there was none yet"]
    other: An[Reference | None, "the other file, where it is one"] = attrs.field(default=None, eq=False)
    cites: An[Cites, "what asks that the two agree, where a source does"] = attrs.field(default=(), eq=False)
    action: An[Action | None, "the action"] = attrs.field(default=None, eq=False, repr=False)

    @property
    def finding(self) -> Finding:
        """The same as a finding of an audit of that file."""
        action = self.action
        words = {
            "action": action and type(action), "field": self.field,
            "stated": _told(self.stated), "found": _told(self.found),
        }  # fmt: skip
        other = self.other
        text = STATES_OF_OTHERS(**words) if other is None else STATES(other=f"{other.process} {other.id}", **words)
        at, name = (None, "") if action is None else (action.at, type(action).__name__)
        basis = weakest(self.cites) if self.cites else None
        return Finding(FindingKind.CONFLICT, text, self.step, at, name, self.cites, basis, action=action)

    def rendered(self, say: Say) -> str:
        """The conflict in one line, in the language of ``say``."""
        return self.finding.rendered(say)

    def __str__(self) -> str:
        return self.rendered(in_english)


def _told(value: object) -> object:
    return NOTHING() if value in ("", (), None) else value


@frozen
class NotGiven:
    """A file of which an action states something, and which is not among those given: neither for it nor against it."""

    process: An[str, "the name of the lifecycle of the file that states it"]
    id: An[str, "the reference of that file"]
    step: An[int, "the position of the action in it from 0"]
    other: An[Reference | None, "the file that is not given, where the action names it"]
