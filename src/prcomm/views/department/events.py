"""One calendar of all that the public may come to."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Final, cast

from prcomm.core.sources.public_events import PublicEvent
from prcomm.core.table.entities import Entity, State
from prcomm.oversight import events as of_oversight
from prcomm.oversight.acts import Oversight
from prcomm.oversight.sessions import Session
from prcomm.press import events as of_press
from prcomm.press.briefings import Briefing
from prcomm.press.dialogues import Dialogue

__all__ = ["calendar"]

Events = Callable[[Entity[State]], Iterable[PublicEvent]]


def _on_one_day(entity: Oversight | Session) -> Iterable[PublicEvent]:
    event = of_oversight.public_event(entity)
    return () if event is None else (event,)


EVENTS: Final[Mapping[type, Events]] = MappingProxyType(
    {
        Briefing: cast("Events", of_press.public_events),
        Dialogue: cast("Events", of_press.public_events),
        Oversight: cast("Events", _on_one_day),
        Session: cast("Events", _on_one_day),
    }
)
"""Which files are of public events, and what gives these. Files of other processes have none."""


def calendar(entities: Iterable[Entity[State]], first: date, last: date) -> tuple[PublicEvent, ...]:
    """The public events of some days, in order of their days; what lasts several days stands on each of them.

    A briefing or a dialogue that was cancelled is listed with its state; of an act of oversight, or a session of a
    council, that was called off there is no event: so each wing has it.

    Args:
        entities: files of any process, read one at a time.
        first: the first day.
        last: the last day.
    """
    found = (event for entity in entities if type(entity) in EVENTS for event in EVENTS[type(entity)](entity))
    within = (event for event in found if first <= event.on <= last)
    return tuple(sorted(within, key=lambda event: (event.on, event.process, event.id)))
