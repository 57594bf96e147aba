"""What of public councils and public oversight may be come to: for one calendar of all institutions."""

from prcomm.core.sources.public_events import OpenTo, PublicEvent
from prcomm.oversight.acts.model import DISCUSSION, HEARING, MEETING, REPORT, Oversight, OversightState
from prcomm.oversight.sessions.model import Session, SessionState

TO_COME_TO = MEETING | DISCUSSION | HEARING | REPORT
WITHOUT_A_DAY = SessionState.PLANNED | SessionState.POSTPONED | SessionState.CALLED_OFF
"""Where no day of a session is announced, or none is any more."""


def public_event(entity: Oversight | Session) -> PublicEvent | None:
    """The event that an act of oversight or a session of a public council is, or was; ``None`` where it is none.

    Anybody may come to an act, once its day is named and unless it was called off; members to a session, once it is
    announced and unless it was put off or called off.
    """
    return _of_session(entity) if isinstance(entity, Session) else _of_act(entity)


def _of_act(act: Oversight) -> PublicEvent | None:
    on = act.starts_on
    if on is None or act.kind not in TO_COME_TO or act.state is OversightState.CALLED_OFF:
        return None
    return PublicEvent("oversight", act.id, act.office, on, act.place, act.topic, OpenTo.ALL, act.state)


def _of_session(session: Session) -> PublicEvent | None:
    """Its topic is the subjects of its items in a row."""
    if session.state in WITHOUT_A_DAY:
        return None
    topic = ", ".join(item.subject for item in session.items if item.subject)
    return PublicEvent(
        "session", session.id, session.office, session.day, session.place, topic, OpenTo.MEMBERS, session.state
    )
