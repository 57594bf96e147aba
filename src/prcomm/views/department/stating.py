"""How a line of the table of statements is written: who states what of which files, and what those say of it."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from operator import attrgetter
from typing import Annotated as An, TypeVar, cast

import attrs
from attrs import frozen
from pendulum import DateTime

from prcomm.core.sources.citations import Cites
from prcomm.core.table.entities import Action, Entity, Reference, State, earlier
from prcomm.core.values.alternatives import OneOf, alternatives
from prcomm.law.press_acts import CHARTER
from prcomm.press import competences as cp, press_services as ps

__all__ = ["Claim", "Of", "StatedAt", "Statement", "state_at"]

E = TypeVar("E", bound=Entity[State])
F = TypeVar("F", bound=Entity[State])
A = TypeVar("A", bound=Action)
AnyEntity = Entity[State]


@frozen
class Of:
    """Files that are looked for by something else than their reference."""

    what: An[str, "what they have in common"]
    id: An[str, "whose: of which office, or officer"] = ""


Key = Reference | Of
Stated = tuple[Key, object]
Said = tuple[Reference | None, object]
"""What a file says."""


@frozen
class StatedAt:
    """Where an action stands: in which file, and at which position from 0."""

    own: An[Reference, "the file"]
    entity: An[Entity[State], "the same, as it stands"]
    step: An[int, "the position"]


def _the_one(said: Sequence[Said]) -> Said | None:
    return said[0]


@frozen(kw_only=True)
class Statement:
    """One thing that an action states of other files.

    Attributes:
        action: which action.
        field: which field of it; what is in a field, after a dot.
        of: the class of the files it is about.
        names: of which files it is stated, and what.
        reads: what one of these files says, as it stood at the instant of the action.
        gathers: what all of them say together, and which of them says so; ``None`` if none says anything.
        whenever: whether the file is read as it stands now, whatever it was at that instant.
        hides: whether it would show persons.
        asks: whether the files must be among those given, or else it is told that they are not.
        cites: what asks that the two agree, where a source does.
    """

    action: type[Action]
    field: str
    of: type[AnyEntity]
    names: Callable[[Action, "StatedAt"], Iterable[Stated]]
    reads: Callable[[AnyEntity, "Claim"], object]
    gathers: Callable[[Sequence[Said]], Said | None] = _the_one
    whenever: bool = False
    hides: bool = False
    asks: bool = True
    cites: Cites = ()


@frozen
class Claim:
    """That something was stated."""

    statement: An[Statement, "which statement it is"]
    own: An[Reference, "the file that states it"]
    step: An[int, "the position of the action in that file from 0"]
    action: An[Action, "the action"]
    key: An[Key, "of which file, or files"]
    stated: An[object, "what it states"]


def state_at(entity: Entity[State], at: DateTime) -> State | None:
    """The state of an entity, and not of a part of it, after the last record up to an instant; ``None`` before it was
    begun."""
    records = (one for one in reversed(entity.told) if type(one.state) is type(entity.state))
    return next((one.state for one in records if not earlier(at, one.action.at)), None)


# -- how a line is written


def each(
    action: type[A], field: str, of: type[E], pairs: Callable[[A], Iterable[tuple[Reference | None, object]]],
    reads: Callable[[AnyEntity, Claim], object], *, whenever: bool = False, hides: bool = False,
) -> Statement:  # fmt: skip
    """A field that states something of each of several files."""

    def names(a: Action, place: StatedAt) -> Iterator[Stated]:
        return ((file, value) for file, value in pairs(cast("A", a)) if file is not None)

    hides = hides or attrs.fields_dict(action)[field.partition(".")[0]].repr is not True
    return Statement(action=action, field=field, of=of, names=names, reads=reads, whenever=whenever, hides=hides)


def in_state(
    action: type[A], field: str, of: type[E], pairs: Callable[[A], Iterable[tuple[Reference | None, object]]],
    states: State | OneOf[State],
) -> Statement:  # fmt: skip
    """A field that states of each of some files whether it stood in one of these states. Nothing but the states is
    read, so that no long file is folded anew."""
    known = alternatives(states)

    def reads(f: AnyEntity, claim: Claim) -> bool | None:
        state = state_at(f, claim.action.at)
        return None if state is None else state in known

    return each(action, field, of, pairs, reads, whenever=True)


def stated(
    action: type[A], field: str, of: type[F], file: Callable[[A], Reference | None], reads: Callable[[F, A], object], *,
    hides: bool = False,
) -> Statement:  # fmt: skip
    """A field that states of one file what is read there."""
    value = attrgetter(field)

    def read(f: AnyEntity, claim: Claim) -> object:
        return reads(cast("F", f), cast("A", claim.action))

    return each(action, field, of, lambda a: ((file(a), value(a)),), read, hides=hides)


def copied(
    action: type[A], fields: str, of: type[F], file: Callable[[A], Reference | None], again: Callable[[F, A], A], *,
    hides: str = "",
) -> Iterator[Statement]:  # fmt: skip
    """Fields that are copied from one file: what it says is what would be copied from it again."""

    def reads(field: str) -> Callable[[F, A], object]:
        value = attrgetter(field)
        return lambda f, a: value(again(f, a))

    for field in fields.split():
        yield stated(action, field, of, file, reads(field), hides=field in hides.split())


def exists(action: type[A], field: str, file: Callable[[A], Reference | None]) -> Statement:
    """A reference to a file of which nothing is said but that it is there, before the action or after it."""
    return each(action, field, Entity, lambda a: ((file(a), True),), lambda f, claim: True, whenever=True)


def points_back(
    action: type[A], field: str, of: type[F], file: Callable[[A], Reference | None], reads: Callable[[F], object]
) -> Statement:
    """A reference to a file that names this one in its turn."""

    def names(a: Action, place: StatedAt) -> Iterable[Stated]:
        named = file(cast("A", a))
        return () if named is None else ((named, place.own),)

    return Statement(
        action=action, field=field, of=of, names=names, reads=lambda f, _: reads(cast("F", f)), whenever=True
    )


# -- what is stated of files that no reference names


OF_AN_OFFICE, OF_AN_OFFICER, OF_THE_CENTRE = "press services of an office", "charges of an officer", "main departments"


def found_by(entity: AnyEntity) -> Iterator[Of]:
    """By what else than its reference a file is found."""
    if isinstance(entity, ps.PressService):
        yield Of(OF_AN_OFFICE, entity.office.id)
        if entity.kind is ps.MAIN_DEPARTMENT:
            yield Of(OF_THE_CENTRE)
    elif isinstance(entity, cp.Competence):
        yield Of(OF_AN_OFFICER, entity.officer)


def _one_of_them(said: Sequence[Said]) -> Said:
    """One is enough."""
    return next((one for one in said if one[1]), (None, False))


def _none_of_them(said: Sequence[Said]) -> Said:
    """None may be."""
    return next(((who, False) for who, value in said if value), (None, True))


def _the_last_day(said: Sequence[Said]) -> Said | None:
    """Of several days the last; nothing where none of them has one."""
    days = [(value, who) for who, value in said if isinstance(value, date)]
    return max(((who, value) for value, who in days), key=lambda one: one[1].toordinal(), default=None)


def _stands(service: AnyEntity, claim: Claim) -> bool:
    return state_at(service, claim.action.at) in ps.STANDING


def by_a_standing_service(action: type[Action]) -> Statement:
    """That a body holds an event: its press service stands."""
    return Statement(
        action=action, field="office", of=ps.PressService, reads=_stands, gathers=_one_of_them,
        names=lambda a, place: ((Of(OF_AN_OFFICE, place.entity.office.id), True),),
    )  # fmt: skip


def alone(action: type[ps.Establish]) -> Statement:
    """That a Main Department is set up: no other operates."""

    def names(a: Action, place: StatedAt) -> Iterable[Stated]:
        return ((Of(OF_THE_CENTRE), True),) if cast("ps.Establish", a).kind is ps.MAIN_DEPARTMENT else ()

    return Statement(
        action=action, field="kind", of=ps.PressService, gathers=_none_of_them, names=names, asks=False,
        reads=lambda service, claim: service.id != claim.own.id and _stands(service, claim),
        cites=(CHARTER("standing"),),
    )  # fmt: skip


def as_trained_before(action: type[cp.Charge] | type[cp.AddDuty]) -> Statement:
    """The day of the last training for a duty: the earlier files of that officer say so. A charge is read for appeals,
    for which alone the years count; a duty had before in the same file keeps its day there."""

    def names(a: Action, place: StatedAt) -> Iterable[Stated]:
        act, told = cast("cp.Charge | cp.AddDuty", a), place.entity.told
        had = any(cp.concerns(record.action, cp.about(act)) for record in told[: place.step])
        if had or (act.trained_on is None and not cp.concerns(act, cp.about(act))):
            return ()
        return ((Of(OF_AN_OFFICER, cast("cp.Competence", place.entity).officer), act.trained_on),)

    def reads(f: AnyEntity, claim: Claim) -> date | None:
        act, competence = cast("cp.Charge | cp.AddDuty", claim.action), cast("cp.Competence", f)
        before = f.id != claim.own.id and earlier(f.told[0].action.at, act.at)
        return cp.trained(competence, cp.about(act)) if before else None

    return Statement(
        action=action, field="trained_on", of=cp.Competence, names=names, reads=reads, gathers=_the_last_day
    )
