"""Laws of what is owed: that it is counted in one way, with its days in order, and told when it turns."""

import pickle
from collections.abc import Hashable, Iterable, Iterator, Mapping
from itertools import pairwise

from attrs import evolve
from pendulum import DateTime

from prcomm.core.calendar import hours
from prcomm.core.calendar.days import ordinal
from prcomm.core.table.dues import Due, Status
from prcomm.core.table.entities import Entity, State, earlier
from prcomm.processes import AnyLifecycle
from prcomm.testing.asking import Life

WATCHED = 100
"""For how many days after its last record an entity is watched."""


def what_is_owed_is_counted_the_same_each_time(life: Life) -> Iterator[str]:
    """What is owed is counted the same each time it is asked for, and asking changes nothing."""
    kept = pickle.dumps(life.entity)
    if life.of.lifecycle.due(life.entity, life.later) != life.dues:
        yield f"the dues asked for at {life.later} are others the second time"
    if pickle.dumps(life.entity) != kept and pickle.loads(kept) != life.entity:
        yield "asking for the dues changed the entity"


def what_is_open_is_part_of_what_is_owed(life: Life) -> Iterator[str]:
    """The open dues are those of all that are neither met nor ended nor lifted, save periods missed before their duty
    ended."""
    running = life.of.lifecycle.due(life.entity, life.later, open=True)
    recurring = {deadline.name for deadline in life.of.lifecycle.deadlines if deadline.recurring}
    for due in life.dues:
        missed = due.name in recurring and due.status(life.later) is Status.OVERDUE
        if _runs(due) and not missed and due not in running:
            yield f"{due.name} runs, and is not among the open dues"
    for due in running:
        if due not in life.dues or not _runs(due):
            yield f"{due.name} is among the open dues, and does not run"


def _runs(due: Due) -> bool:
    return due.met is None and due.ended is None and not due.lifted


def what_ends_a_duty_does_not_undo_its_breach(life: Life) -> Iterator[str]:
    """What is overdue stays overdue or late when it is ended, save what is owed only provided somebody finds so."""
    lifecycle = life.of.lifecycle
    for n, step in enumerate(life.steps):
        kind = type(step.action)
        ended = [owed for owed in lifecycle.deadlines if kind in owed.until and not owed.provided]
        ends = {owed.name for owed in ended if kind not in (*owed.met_by, *owed.moved_by)}
        if step.before is None or not ends:
            continue
        late = evolve(step.action, at=_past_their_days(lifecycle.due(step.before, step.action.at), step.action.at))
        after = lifecycle.audit((*life.actions[:n], late), late.at).dues
        stands = {_told_apart(due): due.status(late.at) for due in after}
        for due in lifecycle.due(step.before, late.at):
            how = stands.get(_told_apart(due))
            if due.name in ends and due.status(late.at) is Status.OVERDUE and how not in (Status.OVERDUE, Status.LATE):
                yield f"{due.name} was overdue, and after {kind.__name__} it is {how}"


def _past_their_days(dues: Iterable[Due], at: DateTime) -> DateTime:
    """An instant by which the last day of each has passed, and no earlier than another."""
    passed = (hours.midnight(ordinal(due.last, due.office) + 2, due.office) for due in dues if due.last is not None)
    return max((at, *passed), key=DateTime.timestamp)


def of_each_one_runs_at_a_time(life: Life) -> Iterator[str]:
    """Of one deadline and one key no more than one runs at a time."""
    running = [(due.name, due.key) for due in life.of.lifecycle.due(life.entity, life.later, open=True)]
    for name, key in dict.fromkeys(running):
        if running.count((name, key)) > 1:
            yield f"{name} {key} runs {running.count((name, key))} times"


def what_is_met_was_done_on_that_day(life: Life) -> Iterator[str]:
    """What is met was met by one of the actions that meet it: on its day, or on the day that it names; and a period by
    one that names it, if they name periods."""
    for due in life.dues:
        if due.met is not None:
            deadline = next(deadline for deadline in life.of.lifecycle.deadlines if deadline.name == due.name)
            done = [action for action in life.actions if type(action) in deadline.met_by]
            if deadline.recurring and deadline.per is not None:
                done = [action for action in done if deadline.told(action) == due.key]
            if ordinal(due.met, due.office) not in [ordinal(deadline.met_at(action), due.office) for action in done]:
                yield f"{due.name} is met on {due.met}, when nothing that meets it was done"


def nothing_is_owed_before_its_first_day(life: Life) -> Iterator[str]:
    """What is owed is counted from no day before the first on which it can be owed, if its deadline has one."""
    first = {deadline.name: deadline.first_day for deadline in life.of.lifecycle.deadlines}
    for due in life.dues:
        since = first[due.name]
        if since is not None and ordinal(due.start, due.office) < since.toordinal():
            yield f"{due.name} is counted from {due.start}, and can't be owed before {since}"


def its_days_are_in_order(life: Life) -> Iterator[str]:
    """The office's target is no later than the last day as the text counts, and that no later than the day it rolls
    to (backwards it rolls to the target; a least term has its target there); one of the two binds."""
    for due in life.dues:
        raw, rolled, control = due.raw, due.rolled, due.control
        if raw is None or rolled is None or control is None:
            if (raw, rolled, control, due.last) != (None, None, None, None):
                yield f"{due.name} has some of its days, and not all"
            continue
        rolls_on, rolls_back = not earlier(rolled, raw), rolled == control
        ordered = rolls_on and rolls_back if due.least else not earlier(raw, control) and (rolls_on or rolls_back)
        if not ordered or due.last not in (raw, rolled):
            yield f"{due.name}: control {control}, raw {raw}, rolled {rolled}, last {due.last}"


def every_day_has_its_trace(life: Life) -> Iterator[str]:
    """Wherever there is a last day, a trace tells how it was counted."""
    for due in life.dues:
        if due.raw is not None and not due.trace:
            yield f"{due.name} has a last day and no trace"


def whoever_looks_again_when_told_to_misses_no_turn(life: Life) -> Iterator[str]:
    """Between two wakeups nothing that is owed stands otherwise; at each one something does."""
    lifecycle, entity = life.of.lifecycle, life.entity
    now = life.actions[-1].at
    asked = now.add(days=WATCHED)
    stands = _standing(lifecycle, entity, now)
    while (wakeups := lifecycle.next_wakeups(entity, now)) and wakeups[0].at <= asked:
        if any(earlier(later.at, sooner.at) for sooner, later in pairwise(wakeups)):
            yield f"the wakeups after {now} are not in order"
        now = wakeups[0].at
        if stands != _standing(lifecycle, entity, now.subtract(microseconds=1)):
            yield f"something turned before {now}, and nobody was told"
        turned = {_told_apart(wakeup.due): wakeup.status for wakeup in wakeups if not earlier(now, wakeup.at)}
        if any(stands.get(which) is status for which, status in turned.items()):
            yield f"a wakeup at {now} tells of what stood so before"
        stands = {**stands, **turned}
    if stands != _standing(lifecycle, entity, asked):
        yield f"something turned between {now} and {asked}, and nobody was told"


Which = tuple[str, Hashable, int]


def _standing(lifecycle: AnyLifecycle, entity: Entity[State], at: DateTime) -> Mapping[Which, Status]:
    return {_told_apart(due): due.status(at) for due in lifecycle.due(entity, at, open=True)}


def _told_apart(due: Due) -> Which:
    """By its day: of two terms whichever ends first may be one in hours."""
    return due.name, due.key, ordinal(due.start, due.office)


def what_was_done_later_is_not_known(life: Life) -> Iterator[str]:
    """Asked as of an instant, whoever knows what was done later says what was said then."""
    lifecycle, at = life.of.lifecycle, life.steps[life.n % len(life.steps)].action.at
    then = [step.after for step in life.steps if not earlier(at, step.action.at)][-1]
    for alone in (False, True):
        if lifecycle.due(life.entity, at, open=alone) != lifecycle.due(then, at, open=alone):
            yield f"the {'open ' if alone else ''}dues as of {at} are others than those asked for at that instant"
    audit = lifecycle.audit(life.actions, at)
    if audit.entity != then or audit.dues != lifecycle.due(then, at):
        yield f"the audit as of {at} is of another entity or of other dues"


OF_A_LIFE = (
    what_is_owed_is_counted_the_same_each_time,
    what_is_open_is_part_of_what_is_owed,
    what_ends_a_duty_does_not_undo_its_breach,
    of_each_one_runs_at_a_time,
    what_is_met_was_done_on_that_day,
    nothing_is_owed_before_its_first_day,
    its_days_are_in_order,
    every_day_has_its_trace,
    whoever_looks_again_when_told_to_misses_no_turn,
    what_was_done_later_is_not_known,
)
