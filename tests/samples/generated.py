"""Lifecycles that Hypothesis writes: random tables over one pool of states, actions, roles, guards and terms."""

from attrs import frozen
from hypothesis import strategies as st
from pendulum import DateTime

from prcomm import (
    NOT_YET_NAMED,
    PROMPTLY,
    SAME,
    SAME_WORKING_DAY,
    WEEKS,
    Action,
    Dated,
    Days,
    Enactment,
    Entity,
    Hours,
    Item,
    Kind,
    LastDay,
    Law,
    Lifecycle,
    Months,
    Office,
    OneOf,
    Part,
    Role,
    State,
    WorkingDays,
    WorkingHours,
    at_least,
    each_month,
    further,
    guard,
    owes,
    part_rows,
    rows,
    run_out,
    runs,
)

ACT = Enactment("Act of chance")
READINGS = [
    Law("strict", WEEKS, Dated.of("last day", LastDay.STRICT, ACT(1))),
    Law("rolling", WEEKS, Dated.of("last day", LastDay.ROLL_FORWARD, ACT(1))),
]
ROLES = [Role("a"), Role("b"), Role("c")]


class AnyState(State):
    S0 = 0
    S1 = 1
    S2 = 2
    S3 = 3


class AnyKind(Kind):
    K0 = 0
    K1 = 1


class ItemState(State):
    I0 = 0
    I1 = 1


@frozen(kw_only=True)
class AnyAction(Action):
    """Whatever is done."""


@frozen(kw_only=True)
class Begin(AnyAction):
    case: str
    office: Office
    kind: AnyKind


@frozen(kw_only=True)
class A0(AnyAction):
    note: str


@frozen(kw_only=True)
class A1(AnyAction):
    until: DateTime


@frozen(kw_only=True)
class A2(AnyAction):
    """Nothing but when and by whom."""


@frozen(kw_only=True)
class A3(AnyAction):
    note: str


@frozen(kw_only=True)
class Put(AnyAction):
    thing: str


@frozen(kw_only=True)
class Move(AnyAction):
    thing: str


@frozen(kw_only=True)
class Thing(Item[ItemState]):
    """A thing inside."""


@frozen(kw_only=True)
class Case(Entity[AnyState]):
    kind: AnyKind
    note: str = ""
    things: tuple[Thing, ...] = ()


def begun(action: Begin) -> Case:
    return Case(id=action.case, office=action.office, kind=action.kind)


def noted(case: Case, action: A0 | A3) -> Case:
    return Case(
        id=case.id, office=case.office, kind=case.kind, note=action.note, things=case.things,
        state=case.state, history=case.history, clocks=case.clocks,
    )  # fmt: skip


def put(action: Put) -> Thing:
    return Thing(id=action.thing)


def the_thing(action: Put | Move) -> str:
    return action.thing


@guard("it is before five o'clock", ACT(2))
def before_five(case: Case, action: Action) -> bool:
    return action.at.hour < 17


@guard("the note is new", ACT(3))
def new_note(case: Case, action: A0 | A3) -> bool:
    return action.note != case.note


@guard("the day named is not past", ACT(4))
def not_past(case: Case, action: A1) -> bool:
    return action.until >= action.at


row = rows(Case, AnyState, AnyAction)
thing = part_rows(Case, Thing, ItemState, AnyAction)
owed = owes(Case, AnyAction)
ACTIONS = [A0, A1, A2, A3]
GUARDS = {A0: new_note, A1: not_past, A2: before_five, A3: new_note}
TERMS = [Days(3), Days(15), WorkingDays(2), Months(1), Hours(30), WorkingHours(6), SAME_WORKING_DAY, PROMPTLY]
TERMS += [NOT_YET_NAMED, at_least(Days(5)), each_month()]


@st.composite
def lifecycles(draw: st.DrawFn) -> Lifecycle[Case, AnyAction]:
    """A lifecycle that can be built; good or pointless, it must obey the laws of all lifecycles."""
    roles = st.lists(st.sampled_from(ROLES), min_size=1, max_size=3, unique=True).map(OneOf)
    kinds = st.sampled_from([None, None, AnyKind.K0, AnyKind.K1])
    targets = st.sampled_from([*AnyState, SAME])
    cells = draw(st.sets(st.tuples(st.sampled_from(AnyState), st.sampled_from(ACTIONS)), min_size=3, max_size=12))
    deadlines = draw(st.lists(st.sampled_from(TERMS), min_size=1, max_size=3))
    used = sorted({action for _, action in cells}, key=lambda action: action.__name__)
    table = [row.start(Begin, draw(st.sampled_from(AnyState)), draw(roles), ACT(1), then=begun)]
    for state, action in sorted(cells, key=lambda cell: (cell[0].value, cell[1].__name__)):
        if draw(st.integers(0, 9)) == 0:
            table.append(row.never(state, action, ACT(5), "never", only=draw(kinds)))
            continue
        ready = () if deadlines[0] is PROMPTLY else draw(st.sampled_from([(), (), (runs("d0"),), (run_out("d0"),)]))
        given = (*ready, *((GUARDS[action],) if draw(st.booleans()) else ()))
        then = noted if action in (A0, A3) and draw(st.booleans()) else None
        table.append(row(state, action, draw(targets), draw(roles), ACT(6), *given, then=then, only=draw(kinds)))
    done = {one.action for one in table if not one.never}
    some = st.sampled_from(sorted(done - {Begin}, key=lambda a: a.__name__) or [Begin])
    owing = []
    for number, term in enumerate(deadlines):
        begins = draw(st.sampled_from([Begin, *(done & set(used))]))
        moves = (owed.moved(draw(some), further(Days(5))),) if isinstance(term, Days) and done - {Begin} else ()
        owing.append(owed(f"d{number}", begins, term, (draw(some),), ROLES[0], ACT(7), *moves))
    owing.append(owed("thing", Put, Days(4), (Move,), ROLES[1], ACT(8), per=the_thing))
    part = Part(
        "things",
        "thing",
        (
            thing.start(Put, ItemState.I0, draw(roles), ACT(8), then=put),
            thing(ItemState.I0, Move, draw(st.sampled_from([ItemState.I1, SAME])), draw(roles), ACT(8)),
        ),
        draw(st.sampled_from([(), AnyState.S0 | AnyState.S1])),
    )
    return Lifecycle("case", table, owing, law=draw(st.sampled_from(READINGS)), parts=(part,))
