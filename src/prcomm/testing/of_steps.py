"""Laws of what is done: that it is judged, entered, replayed, restored and audited in one way."""

import pickle
from collections.abc import Iterator

import attrs
from attrs import evolve

from prcomm.core.engine.verdicts import Refused
from prcomm.core.questions.audits import FindingKind
from prcomm.core.table.entities import Correction
from prcomm.core.table.reasons import ReasonKind
from prcomm.core.values.errors import NotInForce
from prcomm.testing.asking import Coming, Life, Tried


def each_step_is_accepted(life: Life) -> Iterator[str]:
    """Each action of a lawful life is accepted by ``explain`` too."""
    for step in life.steps:
        verdict = life.of.lifecycle.explain(step.before, step.action)
        if not verdict.accepted:
            yield f"{_name(step.action)} was done, and explain says: {verdict.reasons[0]}"


def an_action_gives_one_record_more(life: Life) -> Iterator[str]:
    """An action gives the history before it and one record more, its own."""
    for step in life.steps:
        before = () if step.before is None else step.before.history
        *others, last = step.after.history
        if tuple(others) != before:
            yield f"{_name(step.action)} changed the history before it"
        if last.action is not step.action:
            yield f"the last record after {_name(step.action)} is of another action"


def the_old_entity_is_as_it_was(life: Life) -> Iterator[str]:
    """What is done to an entity leaves it as it was."""
    for step in life.steps:
        if pickle.dumps(step.before) != step.kept and pickle.loads(step.kept) != step.before:
            yield f"{_name(step.action)} changed the entity that it was done to"


def the_same_done_twice_gives_the_same(life: Life) -> Iterator[str]:
    """The same action done to the same entity gives the same entity: an effect looks at nothing else."""
    for step in life.steps:
        if life.of.done(step.before, step.action) != step.after:
            yield f"{_name(step.action)} gave another entity the second time"


def replaying_is_applying(life: Life) -> Iterator[str]:
    """A replay of what was done gives what doing it gave."""
    if life.of.lifecycle.replay(life.actions) != life.entity:
        yield "the replay gives another entity"


def restoring_is_replaying(life: Life) -> Iterator[str]:
    """An entity restored from its records is the entity."""
    if life.of.lifecycle.restore(life.entity.history) != life.entity:
        yield "the restored entity is another"


def when_it_was_entered_changes_nothing_else(life: Life) -> Iterator[str]:
    """An action that is entered later than it was done makes the same entity, whose last record tells when; that is
    restored as it is."""
    step = life.steps[life.n % len(life.steps)]
    recorded = step.action.at.add(days=life.n % 3)
    lifecycle = life.of.lifecycle
    if step.before is None:
        late = lifecycle.begin(step.action, recorded=recorded)
    else:
        late = lifecycle.apply(step.before, step.action, recorded=recorded)
    *before, last = late.history
    if (last.recorded, last.known) != (recorded, recorded):
        yield f"the record of {_name(step.action)} does not tell when it was entered"
    if evolve(late, history=(*before, evolve(last, recorded=None))) != step.after:
        yield f"{_name(step.action)} gives another entity when it is entered later"
    if lifecycle.restore(late.history) != late:
        yield "the entity is restored as another"


def a_correction_changes_facts_and_never_what_was_done(life: Life) -> Iterator[str]:
    """A correction leaves what is on file, its states and who did what as they were; the entity is what the records
    come to with the fact as it is corrected."""
    for step in life.steps:
        if step.before is None or not isinstance(step.action, Correction):
            continue
        n, after = step.action.record, step.after
        old, new = step.before.told[n], after.told[n]
        if after.state is not step.before.state:
            yield f"{_name(step.action)} moves the entity"
        if evolve(new.action, **{step.action.field: getattr(old.action, step.action.field)}) != old.action:
            yield f"{_name(step.action)} changes more than {step.action.field}"
        if (type(new.action), new.action.by, new.state) != (type(old.action), old.action.by, old.state):
            yield f"{_name(step.action)} changes what was done"
        plain = [record for record in after.told if not isinstance(record.action, Correction)]
        if len(plain) == len(after.told) - 1:
            folded = life.of.lifecycle.restore(plain)
            again = evolve(folded, history=after.history, corrected=after.corrected, clocks=after.clocks)
            if again != after:
                yield f"after {_name(step.action)} the records come to another entity"


def the_machine_goes_the_same_way(life: Life) -> Iterator[str]:
    """The machine of its kind and day goes where ``apply`` goes."""
    for step in life.steps:
        if step.before is not None:
            state = life.of.fired(step.before, step.action)
            if state is not step.after.state:
                yield f"{_name(step.action)} leads to {step.after.state.name}, the machine to {_state(state)}"


def an_audit_finds_nothing_unlawful(life: Life) -> Iterator[str]:
    """An audit of a lawful life notes no step of it but what was corrected, and ends with the same entity."""
    if life.audit.entity != life.entity:
        yield "the audit ends with another entity"
    for finding in life.audit.findings:
        if finding.step is not None and finding.kind is not FindingKind.CORRECTED:
            yield f"the audit notes: {finding}"


def what_is_allowed_is_accepted(life: Life) -> Iterator[str]:
    """Of actions that carry nothing but when and by whom, what ``allowed`` gives without a condition is accepted, and
    what it does not give is refused."""
    step, roles = life.steps[life.n % len(life.steps)], life.of.lifecycle.roles
    at, by = step.action.at, evolve(step.action.by, role=roles[life.n % len(roles)])
    allowed = life.of.lifecycle.allowed(step.after, by, at)
    for kind in life.of.lifecycle.actions:
        if {own.name for own in attrs.fields(kind) if own.init} == {"at", "by"}:
            given = [one.conditions for one in allowed if one.action is kind]
            accepted = life.of.lifecycle.explain(step.after, kind(at=at, by=by)).accepted
            if accepted and not given:
                yield f"{kind.__name__} is accepted, and not allowed"
            if not accepted and () in given:
                yield f"{kind.__name__} is allowed without a condition, and refused"


def some_way_leads_to_an_end(life: Life) -> Iterator[str]:
    """From every entity that lived lawfully some lawful way leads to a final state."""
    if life.of.lifecycle.final and life.end is None:
        yield f"no way on from {life.entity.state.name} was found"


def a_refusal_is_raised(tried: Tried) -> Iterator[str]:
    """What ``explain`` refuses is refused with the same verdict when it is done, and leaves the entity as it was."""
    kept = pickle.dumps(tried.entity)
    try:
        tried.of.done(tried.entity, tried.action)
    except Refused as refused:
        if refused.verdict != tried.verdict:
            yield f"it is refused for another reason: {refused}"
    else:
        yield "it is done"
    if pickle.dumps(tried.entity) != kept and pickle.loads(kept) != tried.entity:
        yield "it changed the entity that it was tried on"


def a_refusal_says_why(tried: Tried) -> Iterator[str]:
    """A refusal has reasons, each with a text; one that is by law rests on a source, or is about the state or the
    order of time."""
    verdict = tried.of.lifecycle.explain(tried.entity, tried.action) if tried.verdict is None else tried.verdict
    if not verdict.reasons:
        yield "it gives no reason"
    for reason in verdict.reasons:
        if not reason.text.strip():
            yield f"a reason of the kind {reason.kind} has no text"
    if verdict.reasons and not str(verdict).startswith("not by law: "):
        if not any(reason.cites or reason.kind in (ReasonKind.STATE, ReasonKind.TIME) for reason in verdict.reasons):
            yield f"it rests on nothing: {verdict.reasons[0]}"
        if not verdict.is_law:
            yield "it does not say that it is not by law"


def what_is_less_than_law_says_how_it_is_lifted(tried: Tried) -> Iterator[str]:
    """A reason is law only if all it rests on is; one that is less says what lifts it. Where no row fits, the strongest
    of several rows counts."""
    verdict = tried.of.lifecycle.explain(tried.entity, tried.action) if tried.verdict is None else tried.verdict
    for reason in verdict.reasons:
        if reason.kind not in (ReasonKind.STATE, ReasonKind.TIME):
            less = [cite for cite in reason.cites if not cite.basis.is_law]
            if reason.is_law is bool(less or not reason.cites):
                yield f"it is {'' if reason.is_law else 'not '}by law: {reason}"
            if not reason.is_law and "without(" not in reason.remedy:
                yield f"nothing is said to lift it: {reason}"


def the_machine_refuses_it_too(tried: Tried) -> Iterator[str]:
    """What is refused, the machine of its kind and day refuses too."""
    if tried.entity is not None:
        state = tried.of.fired(tried.entity, tried.action)
        if state is not None:
            yield f"the machine goes to {state.name}"


def an_audit_notes_it_and_goes_on(tried: Tried) -> Iterator[str]:
    """An audit notes what was refused with the reasons of the verdict, and goes on; what it ends with is restored."""
    reasons = () if tried.verdict is None else tried.verdict.reasons
    step = len(tried.actions)
    noted = [finding.reasons for finding in tried.audit.findings if finding.step == step and finding.reasons]
    if noted != [reasons]:
        yield f"the audit notes {len(noted)} findings of that step, with other reasons than the verdict"
    entity = tried.audit.entity
    if entity is not None:
        if entity.history[-1].against != reasons:
            yield "the record keeps other reasons than the verdict gives"
        if tried.of.lifecycle.restore(entity.history) != entity:
            yield "the audited entity is restored as another"


def each_cell_moves_or_refuses(tried: Tried) -> Iterator[str]:
    """Whatever is tried in a state that is reached is done, or refused with its reasons; nothing else is raised."""
    try:
        verdict = tried.of.lifecycle.explain(tried.entity, tried.action)
    except NotInForce:
        return
    try:
        tried.of.done(tried.entity, tried.action)
    except Refused as refused:
        if refused.verdict != verdict or not verdict.reasons:
            yield f"explain says: {verdict}; and it is refused so: {refused}"
    else:
        if not verdict.accepted:
            yield f"it is done, and explain says: {verdict.reasons[0]}"


def every_row_is_reached(table: Coming) -> Iterator[str]:
    """Some lawful life comes to every row, and some refusal to every row that forbids."""
    if table.left:
        rows = "".join(f"\n- {row}" for row in table.left[:10])
        yield f"{len(table.left)} not reached; if no payload is missing, they are dead:{rows}"


def _name(action: object) -> str:
    return type(action).__name__


def _state(state: object) -> str:
    return "none: it refuses" if state is None else getattr(state, "name", "")


OF_A_LIFE = (
    each_step_is_accepted,
    an_action_gives_one_record_more,
    the_old_entity_is_as_it_was,
    the_same_done_twice_gives_the_same,
    replaying_is_applying,
    restoring_is_replaying,
    when_it_was_entered_changes_nothing_else,
    a_correction_changes_facts_and_never_what_was_done,
    the_machine_goes_the_same_way,
    an_audit_finds_nothing_unlawful,
    what_is_allowed_is_accepted,
    some_way_leads_to_an_end,
)
OF_A_REFUSAL = (
    a_refusal_is_raised,
    a_refusal_says_why,
    what_is_less_than_law_says_how_it_is_lifted,
    the_machine_refuses_it_too,
    an_audit_notes_it_and_goes_on,
)
OF_A_CELL = (each_cell_moves_or_refuses,)
OF_A_TABLE = (every_row_is_reached,)
