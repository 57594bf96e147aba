"""What the register of appeals holds of each (art. 23)."""

from typing import Final

from attrs import frozen
from pendulum import DateTime

from prcomm.citizens.appeals.kinds import Outcome
from prcomm.citizens.appeals.model import Appeal, AppealState
from prcomm.core.entities import Reference
from prcomm.core.law import Cites
from prcomm.law.orq445 import ORQ445

REGISTER_CITES: Final[Cites] = (ORQ445(23, 3),)
"""What says what it holds."""


@frozen
class RegisterEntry:
    """One line of the register.

    Attributes:
        number: the serial number.
        received: when it was received.
        appellants: who appeals, by reference; empty where nothing about them may be disclosed.
        content: a reference to the short content.
        executors: who considers it, the lead first.
        state: where it stands.
        outcome: what was decided: the mark of execution.
        repeats: the former appeal it repeats.
        came_from: the file it was sent on from.
    """

    number: str
    received: DateTime
    appellants: tuple[str, ...]
    content: str
    executors: tuple[str, ...]
    state: AppealState
    outcome: Outcome | None
    repeats: Reference | None
    came_from: Reference | None


def register_entry(appeal: Appeal) -> RegisterEntry:
    """The line of the register for an appeal: O‘RQ-445 art. 23(3). Nobody is named in it but by reference."""
    return RegisterEntry(
        appeal.number,
        appeal.history[0].action.at,
        () if appeal.identity_protected else appeal.appellant_ids,
        appeal.content,
        appeal.executors,
        appeal.state,
        appeal.outcome,
        appeal.former,
        appeal.came_from,
    )
