"""Who asks, and what they may see: both are the host's word."""

from collections.abc import Callable, Iterable, Iterator
from typing import Annotated as An, cast

import attrs
from attrs import frozen
from starlette.requests import Request

from prcomm.core.sources.people import Actor, LegalEntity, Office, Person, Role
from prcomm.core.table.entities import Entity, State


@frozen
class User:
    """Whoever has signed in."""

    id: An[str, "a reference, never a name"]
    roles: An[tuple[Role, ...], "every role they hold, in any process"]
    office: An[Office | None, "the office they work for; ``None`` for whoever works for none"] = None
    of: An[str, "by which id files know them, where that is not ``id``"] = ""
    acts_for: An[str, "the id of the council, society or outlet they act for, if they work for no office"] = ""

    @property
    def known_as(self) -> str:
        """By which id files know them."""
        return self.of or self.id

    def acting(self, role: Role) -> Actor:
        """Them in a role."""
        return Actor(self.id, role, self.acts_for if self.office is None else self.office.id, of=self.of)


Who = Callable[[Request], User | None]
"""Who signs in with a request; ``None`` for nobody. The host asks its own directory, or its own session."""
May = Callable[[User, Entity[State]], bool]
"""Whether somebody may see a case, and act on it as far as the law lets them."""


def own(user: User, entity: Entity[State]) -> bool:
    """An office sees its own cases; whoever works for none sees those in which they acted, or somebody for the society
    they act for; and those that name them as a person or a legal entity in a field of their own: the appellant, the
    requester, whoever represents them.

    A lifecycle that names in such a field somebody who must not see the case needs another rule.
    """
    if user.office is not None:
        return user.office.id == entity.office.id
    acted = [record.action.by for record in entity.history]
    if user.acts_for and any(by.office == user.acts_for for by in acted):
        return True
    return user.known_as in (*(by.known_as for by in acted), *(one.id for one in _people(_own_fields(entity))))


def _own_fields(entity: Entity[State]) -> Iterator[object]:
    for field in attrs.fields(type(entity)):
        if field.name not in ("history", "clocks", "corrected"):
            yield getattr(entity, field.name)


def _people(values: Iterable[object]) -> Iterator[Person | LegalEntity]:
    for value in values:
        if isinstance(value, Person | LegalEntity):
            yield value
        elif isinstance(value, tuple):
            yield from _people(cast("tuple[object, ...]", value))
