"""What of the press service may be come to: for one calendar of all institutions."""

from pendulum import Date

from prcomm.core.calendar.days import day, ordinal
from prcomm.core.sources.public_events import OpenTo, PublicEvent
from prcomm.press.briefings import Briefing
from prcomm.press.dialogues import Dialogue, DialogueKind


def public_event(event: Briefing | Dialogue) -> PublicEvent:
    """The event that a briefing or a dialogue is, was, or was to be, on its first day: its state says which.

    The media may come to a briefing, civil society to a meeting with it, and anybody to any other dialogue.
    """
    return _on(day(ordinal(event.on, event.office)), event)


def public_events(event: Briefing | Dialogue) -> tuple[PublicEvent, ...]:
    """The same on each of its days: a dialogue may have several."""
    first = ordinal(event.on, event.office)
    last = None if isinstance(event, Briefing) else event.last_day
    return tuple(_on(day(o), event) for o in range(first, (first if last is None else last.toordinal()) + 1))


def _on(on: Date, event: Briefing | Dialogue) -> PublicEvent:
    process = event.reference.process
    return PublicEvent(process, event.id, event.office, on, event.place, event.topic, _open_to(event), event.state)


def _open_to(event: Briefing | Dialogue) -> OpenTo:
    if isinstance(event, Briefing):
        return OpenTo.MEDIA
    return OpenTo.CIVIL_SOCIETY if event.kind is DialogueKind.MEETING else OpenTo.ALL
