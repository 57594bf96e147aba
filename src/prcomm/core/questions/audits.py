"""Audits: a whole history judged by the same tables, noting what is wrong and going on."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from enum import StrEnum
from typing import Generic, TypeVar, cast

from attrs import evolve, field, frozen
from pendulum import Date, DateTime

from prcomm.core.calendar.days import day, ordinal
from prcomm.core.engine.border import NOBODY, no_instant
from prcomm.core.engine.counting import NOT_IN_FORCE, UNKNOWN
from prcomm.core.engine.courses import TOLD_OF
from prcomm.core.engine.dispatch import with_recorded
from prcomm.core.engine.engine import Engine
from prcomm.core.engine.explaining import out_of_order
from prcomm.core.engine.forms import of_references
from prcomm.core.engine.verdicts import Refused, Verdict
from prcomm.core.sources.citations import Basis, Cites, is_law, weakest
from prcomm.core.table.corrections import stated
from prcomm.core.table.dues import Due, Status, which
from prcomm.core.table.entities import Action, Correction, Entity, Record, State, earlier
from prcomm.core.table.graph import Graph
from prcomm.core.table.in_force import Row
from prcomm.core.table.reasons import Reason, ReasonKind
from prcomm.core.values.display import Displayed
from prcomm.core.values.errors import BadInput, NotInForce, a
from prcomm.core.values.messages import Message, Say, in_english, joined, named

E = TypeVar("E", bound=Entity[State])
A = TypeVar("A", bound=Action)
E_co = TypeVar("E_co", bound=Entity[State], covariant=True)
A_co = TypeVar("A_co", bound=Action, covariant=True)


NO_ACTION = Message("{name} is no action of the {process}")
NOT_ON_FILE = Message("not on file before {action}: {actions}")
FOUND = Message("{due}: {how}")
FOUND_BY = Message("{due}: {how}, {last}")
NOT_BY_LAW = Message("not by law: {told}")
ANOTHER_DAY = Message("{due}: the register gives {given}, the rule {last}")
DONE_LATE = Message("done after its last day")
ENDED_LATE = Message("not done by its last day, and ended after it")
IN_TIME_BY_ANALOGY = Message("done after its last day, in time only by analogy")
NOT_DONE = Message("not done by its last day")
NOT_DONE_PROMPTLY = Message("not done, and owed promptly")
DONE_TOO_EARLY = Message("done before the first lawful day")
NOT_JUDGED = Message("not judged: {why}")
NOT_COUNTED = Message("not counted: {why}")
ENTERED_LATER = Message(
    "{action}: entered on {on}, {n} day after it was done|{action}: entered on {on}, {n} days after it was done"
)
ENTERED_BEFORE = Message("{action}: entered on {on}, before it was done")
CORRECTED = Message("{field} of {action} at step {step}: {new}, in place of {old}")
NOTED = Message("{kind}: {text}")
NOTED_AT = Message("{kind} at step {step}: {text}")


@frozen
class Unmapped:
    """An activity of a register that maps to no action. It is found, never dropped in silence.

    Attributes:
        name: what the register calls it.
        at: when it was, where known.
    """

    name: str
    at: DateTime | None = None


@frozen
class Entered(Generic[A_co]):
    """An action with the instant at which it was entered, as a register gives it.

    Attributes:
        action: the action.
        recorded: when it was entered, with a zone; ``None`` where the register does not say.
    """

    action: A_co
    recorded: DateTime | None = None


class FindingKind(StrEnum):
    """What an audit may note."""

    UNLAWFUL = "unlawful"
    DEPARTURE = "departure"
    """only analogy, practice or an assumption stands against it"""
    LATE = "late"
    """done after its last day, or ended after it without being done"""
    OWED = "owed"
    """not done, and its last day has passed, or the law says promptly"""
    MISSING = "missing"
    """steps that are not on file, without which the action had no place"""
    UNMAPPED = "unmapped"
    """an activity that is no action of the lifecycle"""
    CONFLICT = "conflict"
    """the register gives another last day than the law, or tells that something was entered before it was done; or a
    file states of another what that does not say"""
    CORRECTED = "corrected"
    """a fact of the file was stated wrongly, and was corrected"""
    ENTERED_LATER = "entered later than done"
    """entered on a later day than the one on which, by the register, it was done"""
    REPEATED = "repeated"
    """a line of a register that repeats another of its case exactly, and was not judged twice"""
    UNREAD = "unread"
    """lines of a register that can't be read, and were not judged"""
    NOT_IN_FORCE = "not in force"
    """what is not judged: it would rest on what was not in force then, or of which nobody has read that it was"""


@frozen
class Finding:
    """One thing an audit noted.

    Attributes:
        kind: what it is.
        text: in words.
        step: the position of the action in the register from 0; ``None`` for what is about a due.
        at: the instant of the action; ``None`` for what is about a due.
        name: the name of the action, the activity or the deadline.
        cites: what it rests on.
        basis: the weakest basis of that; ``None`` where it rests on no source.
        reasons: of an unlawful action, every reason against it.
        due: of what is about a due, the due.
        action: of what is about an action, the action.
    """

    kind: FindingKind
    text: str
    step: int | None = None
    at: DateTime | None = None
    name: str = ""
    cites: Cites = ()
    basis: Basis | None = None
    reasons: tuple[Reason, ...] = ()
    due: Due | None = None
    action: Action | None = field(default=None, repr=False)

    def rendered(self, say: Say) -> str:
        """The finding in one line, in the language of ``say``."""
        words = {"kind": self.kind, "text": named(self.text)}
        return say(NOTED(**words) if self.step is None else NOTED_AT(step=self.step, **words))

    def __str__(self) -> str:
        return self.rendered(in_english)


@frozen
class Audit(Displayed, Generic[E_co]):
    """What an audit came to.

    Attributes:
        entity: the entity as the register leaves it; ``None`` if nothing in it begins one.
        findings: what was noted, in the order of the register, then what is about dues.
        dues: what is owed in it, met or not, as of the instant of the audit.
    """

    entity: E_co | None
    findings: tuple[Finding, ...] = ()
    dues: tuple[Due, ...] = ()

    def of(self, *kinds: FindingKind) -> tuple[Finding, ...]:
        """The findings of some kinds."""
        return tuple(finding for finding in self.findings if finding.kind in kinds)


def audited(
    lifecycle: Engine[E, A],
    entries: "Iterable[A | Entered[A] | Record | Unmapped]",
    at: DateTime,
    on_file: Mapping[str, date],
) -> Audit[E]:
    """Judge, note and go on."""
    actions, recorded = _read(lifecycle, entries)
    noted = {*recorded, *_corrections(actions)}
    lifecycle.check(None, Action(at=at, by=NOBODY), probing=True)
    entity: E | None = None
    latest: DateTime | None = None
    findings: list[Finding] = []
    begin: Callable[..., E] = lifecycle.begin
    apply: Callable[..., E] = lifecycle.apply
    for step, action in enumerate(actions):
        entered = recorded.get(step) if recorded else None
        if later(action, at) or (entered is not None and earlier(at, entered)):
            continue
        try:
            after = begin(action) if entity is None else apply(entity, action)
            if latest is None:
                before, entity = entity, after
                if noted and step in noted:
                    entity = _noted(before, entity, step, recorded.get(step), findings)
                continue
            verdict = Verdict(lifecycle.name, cast("A", action), None if entity is None else entity.state)
        except Refused as refused:
            verdict = refused.verdict
        except BadInput as bad:
            told = _on_file(lifecycle, entity, step, action, findings)
            if told is None:
                findings.append(_unmapped(lifecycle, actions, step, bad))
                continue
            verdict = told
        except NotInForce as unjudged:
            findings.append(_unjudged(step, cast("A", action), unjudged))
            verdict = Verdict(lifecycle.name, cast("A", action), None if entity is None else entity.state)
        verdict, latest = _in_time(entity, verdict, latest)
        findings += _unlawful(lifecycle, entity, step, verdict)
        before, entity = entity, _entered(lifecycle, entity, verdict)
        if entity is not None and step in noted:
            entity = _noted(before, entity, step, recorded.get(step), findings)
    dues = () if entity is None else lifecycle.due(entity, at)
    findings += _about_dues(lifecycle, dues, at, on_file)
    return Audit(entity, tuple(findings), dues)


def later(entry: "Action | Entered[Action] | Unmapped", at: DateTime) -> bool:
    """Whether something was done or entered after an instant, as of which it is not known; of what is malformed nobody
    can say."""
    entered = entry.recorded or entry.action.at if isinstance(entry, Entered) else getattr(entry, "at", None)
    done = cast("object", entered)
    return isinstance(done, DateTime) and done.tzinfo is not None and earlier(at, done)


def _on_file(
    lifecycle: Engine[E, A], entity: E | None, step: int, action: "A | Unmapped", findings: list[Finding]
) -> Verdict | None:
    """The verdict on what could not be judged for its references alone: an audit takes them as they are on file.
    ``None`` for what can't be judged at all."""
    try:
        lifecycle.check(entity, action, begins=entity is None)
        judged = cast("A", action)
        return lifecycle.verdict(entity, judged) if any(of_references(judged)) else None
    except BadInput:
        return None
    except NotInForce as unjudged:
        findings.append(_unjudged(step, cast("A", action), unjudged))
        return Verdict(lifecycle.name, cast("A", action), None if entity is None else entity.state)


def _unjudged(step: int, action: Action, error: NotInForce) -> Finding:
    """The finding of an action that is not judged: what would judge it is not known to be in force on its day."""
    why = (UNKNOWN if error.unknown else NOT_IN_FORCE)(what=named(error.value), day=error.day)
    text = TOLD_OF(action=type(action), what=NOT_JUDGED(why=why))
    return Finding(FindingKind.NOT_IN_FORCE, text, step, action.at, type(action).__name__, action=action)


_TELLING: frozenset[type] = frozenset((Entered, Record))
"""What tells of an action when it was entered."""


def _read(
    lifecycle: Engine[E, A], entries: "Iterable[A | Entered[A] | Record | Unmapped]"
) -> "tuple[tuple[A | Unmapped, ...], dict[int, DateTime]]":
    """What was done in order, and by its place when it was entered, where that is told."""
    entries = tuple(entries)
    if entries and _TELLING.isdisjoint(map(type, entries)):
        return cast("tuple[A | Unmapped, ...]", entries), {}
    actions: list[A | Unmapped] = []
    recorded: dict[int, DateTime] = {}
    faults: list[str] = []
    for step, entry in enumerate(entries):
        if isinstance(entry, Entered | Record):
            actions.append(cast("A", entry.action))
            if entry.recorded is not None:
                recorded[step] = entry.recorded
                faults += [f"step {step}: {fault}" for fault in no_instant("recorded", entry.recorded)]
        else:
            actions.append(entry)
    if faults or not actions:
        raise BadInput(f"an audit of {a(lifecycle.name)}", tuple(faults) or ("the history is empty",))
    return tuple(actions), recorded


def _corrections(actions: "tuple[A | Unmapped, ...]") -> Iterable[int]:
    """The places of what corrects the file."""
    if not any(issubclass(kind, Correction) for kind in {*map(type, actions)}):
        return ()
    return (step for step, action in enumerate(actions) if isinstance(action, Correction))


def _noted(before: "E | None", after: E, step: int, recorded: DateTime | None, findings: list[Finding]) -> E:
    """The entity with what is told of its last record; what is to be noted of it is added to the findings."""
    action = after.history[-1].action
    if recorded is not None:
        after = with_recorded(after, recorded)
        findings += _entered_at(after, step)
    if before is not None and isinstance(action, Correction) and before.corrected != after.corrected:
        findings.append(_corrected(before, action, step, after.history[-1].cites))
    return after


def _corrected(before: Entity[State], action: Correction, step: int, cites: Cites) -> Finding:
    """What a correction changed, with both values."""
    old, new = stated(before, action)
    of = type(before.history[action.record].action)
    text = CORRECTED(field=action.field, action=of, step=action.record, new=new, old=old)
    name, basis = type(action).__name__, weakest(cites) if cites else None
    return Finding(FindingKind.CORRECTED, text, step, action.at, name, cites, basis, action=action)


def _entered_at(entity: Entity[State], step: int) -> Iterator[Finding]:
    """What is to be noted of when the last record was entered."""
    last = entity.history[-1]
    action, recorded = last.action, last.known
    on = ordinal(recorded, entity.office)
    days = on - ordinal(action.at, entity.office)
    words = {"action": type(action), "on": day(on)}
    if days > 0:
        text, kind = ENTERED_LATER(n=days, **words), FindingKind.ENTERED_LATER
    elif earlier(recorded, action.at):
        text, kind = ENTERED_BEFORE(**words), FindingKind.CONFLICT
    else:
        return
    yield Finding(kind, text, step, action.at, type(action).__name__, action=action)


def _in_time(
    entity: Entity[State] | None, verdict: Verdict, latest: DateTime | None
) -> tuple[Verdict, DateTime | None]:
    """The verdict with the order of time judged by the latest record, and what the latest is until it is passed.

    A lifecycle judges by the last record; once one stands too early, those after it are too early as well, until
    the register has come back to where it was.
    """
    at = verdict.action.at
    told = any(reason.kind is ReasonKind.TIME for reason in verdict.reasons)
    if latest is None:
        return verdict, entity.history[-1].action.at if told and entity is not None else None
    if not earlier(at, latest):
        return verdict, None
    if not told:
        verdict = evolve(verdict, reasons=(*verdict.reasons, out_of_order(latest)))
    return verdict, latest


def _unmapped(lifecycle: Engine[E, A], actions: "tuple[A | Unmapped, ...]", step: int, bad: BadInput) -> Finding:
    """The finding of what is no action; one that is, but is malformed, is bad input, and all such at once."""
    action = actions[step]
    if not isinstance(action, lifecycle.action):
        name = action.name if isinstance(action, Unmapped) else type(action).__name__
        text = NO_ACTION(name=repr(name), process=named(lifecycle.name))
        return Finding(FindingKind.UNMAPPED, text, step, getattr(action, "at", None), name)
    faults: list[str] = []
    for other in range(step, len(actions)):
        if isinstance(actions[other], lifecycle.action):
            try:
                lifecycle.check(None, actions[other])
            except BadInput as error:
                faults += [f"step {other}: {fault}" for fault in error.faults]
    faults = faults or [f"step {step}: {fault}" for fault in bad.faults]
    raise BadInput(f"an audit of {a(lifecycle.name)}", tuple(faults))


def _entered(lifecycle: Engine[E, A], entity: "E | None", verdict: Verdict) -> "E | None":
    action = cast("A", verdict.action)
    if entity is not None:
        return lifecycle.enter(entity, action, verdict.reasons)
    return None if lifecycle.beginning(action) is None else lifecycle.enter(None, action, verdict.reasons)


def _unlawful(lifecycle: Engine[E, A], entity: "E | None", step: int, verdict: Verdict) -> Iterator[Finding]:
    action, reasons = verdict.action, verdict.reasons
    if not reasons:
        return
    kind = FindingKind.UNLAWFUL if verdict.is_law else FindingKind.DEPARTURE
    text = joined(*(named(reason.text) for reason in reasons))
    if reasons[0].kind is not ReasonKind.STATE:
        text = TOLD_OF(action=type(action), what=named(text))
    known = [reason.basis for reason in reasons if reason.basis is not None]
    basis = min(known, key=lambda b: b.value, default=None)
    cites = tuple(dict.fromkeys(c for reason in reasons for c in reason.cites))
    name = type(action).__name__
    yield Finding(kind, text, step, action.at, name, cites, basis, reasons, action=action)
    if any(reason.kind is ReasonKind.STATE for reason in reasons):
        way = missing(lifecycle, entity, cast("A", action))
        if way:
            needed = tuple(dict.fromkeys(c for row in way for c in row.cites))
            text = NOT_ON_FILE(action=type(action), actions=tuple(row.action for row in way))
            yield Finding(FindingKind.MISSING, text, step, action.at, name, needed, weakest(needed), action=action)


def missing(lifecycle: Engine[E, A], entity: "E | None", action: A) -> tuple[Row, ...]:
    """The shortest way over the table from the state on file to one where the action has a place.

    Empty if there is no way (it was done after the end), or none is needed.
    """
    rows = lifecycle.rows_at(action.at, None if entity is None else entity.office)
    whole = Graph.of_cells(rows.cells, lifecycle.kind_of(action if entity is None else entity))
    part, state = rows.part_of.get(type(action)), None if entity is None else entity.state
    if part is not None:
        its = [row for row in rows.rows if row.action is type(action) and not row.never]
        during = {one for row in its for one in row.during or part.during or lifecycle.states}
        during = during or {*(part.during or lifecycle.states)}
        if state is None or state not in during:
            return whole.way(state, during)
    graph = whole if part is None else Graph.of(row for row in rows.rows if rows.part_of.get(row.action) is part)
    ends = {state for state, row, _ in graph.edges if row.action is type(action)}
    return graph.way(lifecycle.found(entity, action).state, ends)


def _about_dues(
    lifecycle: Engine[E, A], dues: tuple[Due, ...], at: DateTime, on_file: Mapping[str, date]
) -> Iterator[Finding]:
    conflicts = dict(on_file)
    unknown = [name for name in conflicts if name not in {deadline.name for deadline in lifecycle.deadlines}]
    if unknown:
        faults = tuple(f"on_file: there is no deadline {name!r}" for name in unknown)
        raise BadInput(f"an audit of {a(lifecycle.name)}", faults)
    for due in dues:
        if due.status(at) is Status.UNKNOWN and (due.met is not None or not due.provided):
            text = FOUND(due=which(due), how=NOT_COUNTED(why=due.trace[0].text))
            yield Finding(FindingKind.NOT_IN_FORCE, text, None, None, due.name, due=due)
            continue
        found = None if due.provided and due.met is None else _found(due, at)
        given = _another_day(due, conflicts.pop(due.name)) if due.name in conflicts and due.last is not None else None
        if found is None and given is None:
            continue
        cites = due.cites
        basis = weakest(cites)
        if found is not None:
            kind, how = found
            if kind is FindingKind.UNLAWFUL and not is_law(cites):
                kind = FindingKind.DEPARTURE
            text = (
                FOUND(due=which(due), how=how())
                if due.last is None
                else FOUND_BY(due=which(due), how=how(), last=due.last)
            )
            told = text if is_law(cites) else NOT_BY_LAW(told=text)
            yield Finding(kind, told, None, None, due.name, cites, basis, due=due)
        if given is not None and due.last is not None:
            text = ANOTHER_DAY(due=which(due), given=given, last=due.last)
            yield Finding(FindingKind.CONFLICT, text, None, None, due.name, cites, basis, due=due)


def _another_day(due: Due, on_file: date) -> Date | None:
    """The last day that the register gives, if the law's is another."""
    given = ordinal(on_file, due.office)
    return None if due.last is None or given == ordinal(due.last, due.office) else day(given)


def _found(due: Due, at: DateTime) -> "tuple[FindingKind, Message] | None":
    """What is noted of how a due stands, if anything is."""
    status = due.status(at)
    if status is Status.LATE and due.met is None:
        return FindingKind.LATE, ENDED_LATE
    return _FOUND.get(status)


_FOUND = {
    Status.LATE: (FindingKind.LATE, DONE_LATE),
    Status.MET_BY_ANALOGY: (FindingKind.LATE, IN_TIME_BY_ANALOGY),
    Status.OVERDUE: (FindingKind.OWED, NOT_DONE),
    Status.PROMPTLY: (FindingKind.OWED, NOT_DONE_PROMPTLY),
    Status.TOO_EARLY: (FindingKind.UNLAWFUL, DONE_TOO_EARLY),
}
