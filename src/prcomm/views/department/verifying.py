"""Whether what actions state of other files agrees with these files."""

from collections.abc import Iterable, Iterator

from attrs import define, field
from pendulum import DateTime

from prcomm.core.questions.conflicts import Conflict, NotGiven
from prcomm.core.sources.people import HIDDEN
from prcomm.core.table.entities import Correction, Entity, Reference, State, earlier
from prcomm.core.values.errors import BadInput
from prcomm.views.department.files import AnyLifecycle, ByEntity, Processes
from prcomm.views.department.statements import claims
from prcomm.views.department.stating import Claim, Key, Said, found_by

__all__ = ["not_given", "verify"]


def verify(entities: Iterable[Entity[State]], processes: Processes) -> tuple[Conflict, ...]:
    """Where an action states of another file what that does not say, as it stood at the instant of the action.

    A file that is not among those given contradicts nothing: ``not_given`` tells of it. Of persons a conflict says only
    that there is one. ``conflict.finding`` is the same as a finding of an audit.

    Args:
        entities: files of any process, read twice: a collection, or anything that can be read again. What is kept
            meanwhile is what they state of each other, and none of them.
        processes: the lifecycles by name.
    """
    found = (one for one in _compared(entities, processes) if isinstance(one, Conflict))
    return tuple(sorted(found, key=_order))


def not_given(entities: Iterable[Entity[State]], processes: Processes) -> tuple[NotGiven, ...]:
    """The files of which something is stated, and which are not among those given.

    Args:
        entities: files of any process, read twice, as by ``verify``.
        processes: the lifecycles by name.
    """
    found = {one for one in _compared(entities, processes) if isinstance(one, NotGiven)}
    return tuple(sorted(found, key=_order))


def as_it_stood(lifecycle: AnyLifecycle, entity: Entity[State], at: DateTime) -> Entity[State] | None:
    """An entity by what was done in it up to an instant, with its facts as they were corrected since; ``None`` before
    it was begun."""
    done = [one for one in entity.told if not isinstance(one.action, Correction) and not earlier(at, one.action.at)]
    if len(done) == len(entity.history):
        return entity
    return lifecycle.restore(done) if done and done[0] == entity.told[0] else None


@define
class _Asked:
    """A claim, whether a file it is about was among those given, and what these said."""

    claim: Claim
    given: bool = False
    said: list[Said] = field(factory=list)


@define
class _Past:
    """A file as it stood at several instants: folded anew only where more was done in between."""

    lifecycle: AnyLifecycle
    entity: Entity[State]
    done: int = -1
    stood: Entity[State] | None = None

    def at(self, at: DateTime) -> Entity[State] | None:
        done = sum(not earlier(at, one.action.at) for one in self.entity.told)
        if done != self.done:
            self.done, self.stood = done, as_it_stood(self.lifecycle, self.entity, at)
        return self.stood


def _compared(entities: Iterable[Entity[State]], processes: Processes) -> Iterator[Conflict | NotGiven]:
    if iter(entities) is entities:
        fault = "entities: what can be read twice, a tuple say, and no iterator"
        raise BadInput("what is to be verified", (fault,))
    known = ByEntity(processes)
    asked: dict[Key, list[_Asked]] = {}
    for entity in entities:
        for claim in claims(Reference(known[type(entity)][0], entity.id), entity):
            asked.setdefault(claim.key, []).append(_Asked(claim))
    for several in asked.values():
        several.sort(key=lambda one: one.claim.action.at)
    for entity in entities:
        process, lifecycle = known[type(entity)]
        own, past = Reference(process, entity.id), _Past(lifecycle, entity)
        keys: tuple[Key, ...] = (own, *found_by(entity))
        for key in keys:
            for one in asked.get(key, ()):
                _answer(one, own, past)
    for several in asked.values():
        for one in several:
            yield from _outcome(one)


def _answer(asked: _Asked, own: Reference, past: _Past) -> None:
    claim, statement = asked.claim, asked.claim.statement
    asked.given = True
    if isinstance(past.entity, statement.of):
        stood = past.entity if statement.whenever else past.at(claim.action.at)
        asked.said.append((own, None if stood is None else statement.reads(stood, claim)))


def _outcome(asked: _Asked) -> Iterator[Conflict | NotGiven]:
    claim, statement = asked.claim, asked.claim.statement
    own = claim.own
    other = claim.key if isinstance(claim.key, Reference) else None
    told = statement.gathers(asked.said) if asked.said else None
    if told is not None:
        who, found = told
        if claim.stated != found:
            shown = (HIDDEN, HIDDEN) if statement.hides else (claim.stated, found)
            yield Conflict(own.process, own.id, claim.step, statement.field, *shown, who, statement.cites, claim.action)
    elif statement.asks and claim.stated is not None and not (asked.given and other):
        yield NotGiven(own.process, own.id, claim.step, other)


def _order(one: Conflict | NotGiven) -> tuple[str, str, int, str, str, str]:
    other = ("", "") if one.other is None else (one.other.process, one.other.id)
    return one.process, one.id, one.step, one.field if isinstance(one, Conflict) else "", other[0], other[1]
