"""The case file: what was done in one case, and what the tables say to it, for programs in any language.

A refused step is reported, and the file goes on from the state before it. What is no case file at all is one error
that lists every fault with its path.
"""

from collections.abc import Mapping
from functools import partial

from attrs import field, frozen
from pendulum import DateTime

from prcomm.adapters.fields import Fields, faults_of, instant_from, process_from
from prcomm.adapters.json import FORMAT, BadDocument, Codec, header, office_from, parse
from prcomm.adapters.json.answers import DUE, REASON, DueAt, answered, cited, day_or_instant
from prcomm.adapters.json.faults import Faults, Noted, below
from prcomm.core.engine.verdicts import Refused, Verdict
from prcomm.core.sources.citations import Cites
from prcomm.core.sources.people import Office
from prcomm.core.table.dues import Due
from prcomm.core.table.entities import Action, Entity, State, earlier
from prcomm.core.values.alternatives import counted
from prcomm.core.values.display import as_shown
from prcomm.core.values.errors import FaultsError, NotInForce
from prcomm.core.values.messages import Say, in_english
from prcomm.processes import PROCESSES, AnyLifecycle


@frozen
class CaseFile:
    """What a case file holds.

    Attributes:
        lifecycle: the lifecycle of its process.
        actions: what was done, in order.
        as_of: the instant at which the dues are asked for; ``None`` for that of the last accepted action.
    """

    __rich_repr__ = as_shown

    lifecycle: AnyLifecycle
    actions: tuple[Action, ...] = field(repr=counted)
    as_of: DateTime | None = None


@frozen
class Step:
    """What the tables said to one action.

    Attributes:
        action: the action.
        state: the state of the case after it; ``None`` while nothing has begun it.
        verdict: what was said to it.
        cites: of an accepted one, what it rests on.
    """

    action: Action
    state: State | None
    verdict: Verdict
    cites: Cites = ()

    @property
    def accepted(self) -> bool:
        return self.verdict.accepted


@frozen
class Lived:
    """A case that was lived.

    Attributes:
        lifecycle: by which tables.
        entity: the case as the accepted actions leave it; ``None`` if none of them begins one.
        steps: what was said to each action.
        at: the instant at which the dues were asked for; ``None`` if there are none to ask for.
        dues: what is owed, met or not.
    """

    lifecycle: AnyLifecycle
    entity: Entity[State] | None
    steps: tuple[Step, ...]
    at: DateTime | None
    dues: tuple[Due, ...]

    @property
    def refused(self) -> tuple[Step, ...]:
        """The steps that were refused."""
        return tuple(step for step in self.steps if not step.accepted)


def read_case(text: str | bytes, processes: Mapping[str, AnyLifecycle] = PROCESSES) -> CaseFile:
    """The case file in a text. Raises ``BadDocument`` with every fault in it.

    Args:
        text: the text of the file.
        processes: the lifecycles that it may be of, by name.
    """
    fields = Fields(parse(text), ("prcomm", "process", "office", "actions", "as_of"))
    fields.version()
    lifecycle = fields.read("process", lambda name, path: process_from(name, path, processes), needed=True)
    zone = "UTC" if lifecycle is None else lifecycle.law.zone
    office = fields.read("office", lambda data, path: office_from(data, path, zone))
    clock = Office("-", zone=zone) if office is None and fields.has("office") else office
    given, actions = fields.array("actions", needed=True), list[Action]()
    if lifecycle is not None:
        codec = Codec(lifecycle)
        for n, data in enumerate(given):
            action = fields.gather(below("actions", n), partial(codec.action_from, data, office=clock))
            if action is not None:
                actions.append(action)
    as_of = fields.read("as_of", lambda at, path: instant_from(at, path, office.zone if office else zone))
    if lifecycle is None or fields.faults:
        raise BadDocument("a case file", fields.faults)
    return CaseFile(lifecycle, tuple(actions), as_of)


def live(case: CaseFile) -> Lived:
    """Live a case: each action judged by the tables; after a refusal it goes on from the state before it.

    Raises ``BadDocument`` with every action that can't be judged at all.
    """
    entity: Entity[State] | None = None
    steps: list[Step] = []
    faults = Faults()
    for n, action in enumerate(case.actions):
        state = None if entity is None else entity.state
        try:
            entity = case.lifecycle.begin(action) if entity is None else case.lifecycle.apply(entity, action)
            verdict = Verdict(case.lifecycle.name, action, state)
            steps.append(Step(action, entity.state, verdict, entity.history[-1].cites))
        except Refused as refused:
            steps.append(Step(action, state, refused.verdict))
        except (FaultsError, NotInForce) as bad:
            faults += (Noted(below("actions", n), fault) for fault in faults_of(bad))
    at = case.as_of
    dues: tuple[Due, ...] = ()
    if entity is not None:
        latest = entity.history[-1].action.at
        if at is not None and earlier(at, latest):
            faults.note("as_of", "it is before the last accepted action")
        at = at or latest
        try:
            dues = case.lifecycle.due(entity, at)
        except (FaultsError, NotInForce) as bad:
            faults += (Noted("as_of", fault) for fault in faults_of(bad))
    if faults:
        raise BadDocument("a case file", faults)
    return Lived(case.lifecycle, entity, tuple(steps), at, dues)


def answer(lived: Lived, say: Say = in_english) -> dict[str, object]:
    """The answer to a case file, as JSON has it. Names are codes in any language; texts are in that of ``say``."""
    entity = lived.entity
    return {
        "prcomm": FORMAT,
        **header(lived.lifecycle),
        "id": None if entity is None else entity.id,
        "state": None if entity is None else entity.state.name,
        "version": 0 if entity is None else entity.version,
        "as_of": day_or_instant(lived.at),
        "steps": [step_of(step, say) for step in lived.steps],
        "due": [] if lived.at is None else [due_of(due, lived.at, say) for due in lived.dues],
    }


def step_of(step: Step, say: Say) -> dict[str, object]:
    """A step, as JSON has it."""
    return {
        "action": type(step.action).__name__,
        "accepted": step.accepted,
        "state": None if step.state is None else step.state.name,
        "cites": cited(step.cites),
        "reasons": [answered(REASON, reason, say) for reason in step.verdict.reasons],
    }


def due_of(due: Due, at: DateTime, say: Say) -> dict[str, object]:
    """A due with its trace, as JSON has it."""
    return answered(DUE, DueAt(due, at), say)
