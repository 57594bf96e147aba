"""What of the press service may be come to: for one calendar of all institutions."""

from prcomm.core.calendar.days import day, ordinal
from prcomm.core.sources.public_events import OpenTo, PublicEvent
from prcomm.press.briefings import Briefing


def public_event(briefing: Briefing) -> PublicEvent:
    """The event that a briefing is, was, or was to be: its state says which. The media may come."""
    on = day(ordinal(briefing.on, briefing.office))
    return PublicEvent(
        "briefing", briefing.id, briefing.office, on, briefing.place, briefing.topic, OpenTo.MEDIA, briefing.state
    )
