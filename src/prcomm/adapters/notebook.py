"""How a notebook shows a thing: the picture of what has one, and its tables. ``Displayed`` asks it by name."""

from typing import TypeVar

from prcomm.adapters import sheets
from prcomm.adapters.diagrams import due_picture, lifecycle_picture, timeline
from prcomm.core.engine.verdicts import Refused
from prcomm.core.questions.lifecycle import Lifecycle
from prcomm.core.table.dues import Due
from prcomm.core.table.entities import Action, Entity, State

E = TypeVar("E", bound=Entity[State])
A = TypeVar("A", bound=Action)


def svg(thing: sheets.Tabled[E, A] | Refused) -> str | None:
    """The picture of a thing, if it has one."""
    match thing:
        case Lifecycle():
            return lifecycle_picture(thing)
        case Entity():
            return timeline(thing)
        case Due():
            return due_picture(thing)
        case _:
            return None


def html(thing: sheets.Tabled[E, A] | Refused) -> str:
    """Its picture, and its tables below."""
    tables = sheets.html(thing.verdict if isinstance(thing, Refused) else thing)
    return f"{svg(thing) or ''}{tables}"
