"""What the register of appeals holds of each (art. 23)."""

from typing import Annotated as An, Final

from attrs import frozen
from pendulum import DateTime

from prcomm.citizens.appeals import kinds as k, model as m
from prcomm.core.sources.citations import Cites
from prcomm.core.table.entities import Reference
from prcomm.law.orq445 import ORQ445

__all__ = [
    "RegisterEntry", "register_entry",
]  # fmt: skip

REGISTER_CITES: Final[Cites] = (ORQ445(23, 3),)
"""What says what it holds."""


@frozen
class RegisterEntry:
    """One line of the register."""

    number: An[str, "the serial number"]
    received: An[DateTime, "when it was received"]
    appellants: An[tuple[str, ...], "who appeals, by reference; empty where nothing about them may be disclosed"]
    content: An[str, "a reference to the short content"]
    executors: An[tuple[str, ...], "who considers it, the lead first"]
    state: An[m.AppealState, "where it stands"]
    outcome: An[k.Outcome | None, "what was decided: the mark of execution"]
    repeats: An[Reference | None, "the former appeal it repeats"]
    came_from: An[Reference | None, "the file it was sent on from"]


def register_entry(appeal: m.Appeal) -> RegisterEntry:
    """The line of the register for an appeal: O‘RQ-445 art. 23(3). Nobody is named in it but by reference."""
    return RegisterEntry(
        appeal.number,
        appeal.told[0].action.at,
        () if appeal.identity_protected else appeal.appellant_ids,
        appeal.content,
        appeal.executors,
        appeal.state,
        appeal.outcome,
        appeal.former,
        appeal.came_from,
    )
