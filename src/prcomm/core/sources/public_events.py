"""What the public may come to: one value for all institutions, so that one calendar can show them."""

from enum import Enum
from typing import Annotated as An

from attrs import frozen
from pendulum import Date

from prcomm.core.sources.people import Office
from prcomm.core.values.alternatives import Member


class OpenTo(Enum):
    """Who may come."""

    ALL = 1
    MEDIA = 2
    CIVIL_SOCIETY = 3
    MEMBERS = 4


@frozen
class PublicEvent:
    """One event on one day. Each process that has such gives it by a pure function of its entity; what lasts several
    days stands on each of them."""

    process: An[str, "the name of the lifecycle"]
    id: An[str, "its reference there"]
    office: An[Office, "whose event it is, and whose days these are"]
    on: An[Date, "the day"]
    place: An[str, "where it is held"]
    topic: An[str, "what it is about"]
    open_to: An[OpenTo, "who may come"]
    state: An[Member, "the state of its entity"]
