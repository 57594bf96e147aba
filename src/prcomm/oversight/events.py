"""What of public oversight anybody may come to: for one calendar of all institutions."""

from prcomm.core.sources.public_events import OpenTo, PublicEvent
from prcomm.oversight.acts.model import DISCUSSION, HEARING, MEETING, REPORT, Oversight, OversightState

TO_COME_TO = MEETING | DISCUSSION | HEARING | REPORT


def public_event(entity: Oversight) -> PublicEvent | None:
    """The event that an act of oversight is, once its day is named and unless it was called off."""
    on = entity.starts_on
    if on is None or entity.kind not in TO_COME_TO or entity.state is OversightState.CALLED_OFF:
        return None
    return PublicEvent("oversight", entity.id, entity.office, on, entity.place, entity.topic, OpenTo.ALL, entity.state)
