"""What comes in at the border: faults of an entity or an action that can't be judged at all."""

from collections.abc import Iterator
from datetime import date
from typing import cast

from pendulum import DateTime

from prcomm.core.engine.dispatch import unzoned
from prcomm.core.sources.people import Actor, Role
from prcomm.core.table.entities import Action, Entity, State, earlier
from prcomm.core.values.errors import a, said

NOBODY = Actor("nobody", Role("nobody"))
"""Who asks where it does not matter who asks."""


def of_entity(entity: object, kind: type[Entity[State]], process: str) -> Iterator[str]:
    """What is wrong with an entity."""
    if not isinstance(entity, kind):
        begun = f"; {process}.begin(action) begins one" if entity is None else ""
        yield f"entity: {a(kind.__name__)}, not {said(entity)}{begun}"
    elif not entity.history:
        yield f"entity: it has no history; {process}.begin(action) begins one"


def of_action(action: object, kind: type[Action], process: str, known: tuple[type[Action], ...]) -> Iterator[str]:
    """What is wrong with an action."""
    if not isinstance(action, kind):
        names = ", ".join(one.__name__ for one in known)
        yield f"action: {said(action)} is no action of the {process}; its actions are: {names}"
        return
    naive = unzoned(action)
    for name in naive:
        value: object = getattr(action, name)
        given = value.isoformat() if isinstance(value, date) else said(value)
        yield f"{name}: an instant with a zone (pendulum.datetime(…, tz=…)), not {given}"
    at, by = cast("object", action.at), cast("object", action.by)
    if "at" not in naive and not isinstance(at, DateTime):
        yield f"at: a pendulum.DateTime, not {said(at)}; pendulum.instance(at) makes one"
    if not isinstance(by, Actor):
        yield f"by: an Actor, not {said(by)}"


def no_instant(name: str, given: object) -> Iterator[str]:
    """The fault of what is no instant with a zone."""
    if not isinstance(given, DateTime) or given.tzinfo is None:
        told = given.isoformat() if isinstance(given, date) else said(given)
        yield f"{name}: an instant with a zone (pendulum.datetime(…, tz=…)), not {told}"


def of_recorded(recorded: DateTime, at: DateTime) -> Iterator[str]:
    """What is wrong with the instant at which something was entered that was done at another."""
    naive = tuple(no_instant("recorded", recorded))
    yield from naive
    if not naive and earlier(recorded, at):
        yield f"recorded: not before it was done ({at.isoformat()})"
