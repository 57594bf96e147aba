"""A faulty table is refused with all its faults; the linter is silent on good lifecycles, loud on a broken one of
each kind."""

import pickle
import sys
from datetime import date
from functools import partial
from typing import Any

import pendulum
import pytest
from attrs import evolve, frozen
from book_loan import LOAN
from samples.petition import PETITION

from prcomm import (
    NOT_YET_NAMED,
    PROMPTLY,
    SAME,
    WEEKS,
    Action,
    Actor,
    Dated,
    Days,
    Enactment,
    Entity,
    FaultKind,
    FaultyLifecycle,
    Item,
    Kind,
    LastDay,
    Law,
    Lifecycle,
    Months,
    Office,
    OneOf,
    Part,
    Reform,
    Refused,
    Role,
    State,
    Version,
    WorkingDays,
    at_least,
    by_law,
    each_month,
    earliest,
    further,
    guard,
    owes,
    part_rows,
    rows,
    run_out,
    runs,
)

ACT = Enactment("Act")
JULY = date(2026, 7, 1)
LAW = Law("a law", WEEKS, Dated.of("last day", LastDay.STRICT, ACT(1)))
CLERK, GUEST = Role("clerk"), Role("guest")


class DoorState(State):
    SHUT = 1
    OPEN = 2
    GONE = 3


class OtherState(State):
    SHUT = 1


class DoorKind(Kind):
    WOOD = 1
    STEEL = 2


class OtherKind(Kind):
    WOOD = 1


SHUT, OPEN, GONE = DoorState


@frozen(kw_only=True)
class DoorAction(Action):
    """What is done about a door."""


@frozen(kw_only=True)
class Build(DoorAction):
    door: str
    office: Office
    kind: DoorKind = DoorKind.WOOD


@frozen(kw_only=True)
class Open(DoorAction):
    key: str = ""


@frozen(kw_only=True)
class Shut(DoorAction):
    """It is shut."""


@frozen(kw_only=True)
class Knock(DoorAction):
    guest: str


@frozen(kw_only=True)
class OtherAction(Action):
    """What is done about something else."""


@frozen(kw_only=True)
class Door(Entity[DoorState]):
    kind: DoorKind = DoorKind.WOOD
    knocks: tuple["Visit", ...] = ()


@frozen(kw_only=True)
class Kindless(Entity[DoorState]):
    """A door without kinds."""


class VisitState(State):
    WAITING = 1
    IN = 2


@frozen(kw_only=True)
class Visit(Item[VisitState]):
    """Somebody at the door."""


@frozen
class Bare:
    """No id, no state."""


@guard("it has a key", ACT(2))
def has_key(door: Door, action: Open) -> bool:
    return bool(action.key)


@guard("it begins well", ACT(2))
def begins_well(action: Build) -> bool:
    return True


def built(action: Build) -> Door:
    return Door(id=action.door, office=action.office, kind=action.kind)


def opened(door: Door, action: Open) -> Door:
    return door


def knocked(action: Knock) -> Visit:
    return Visit(id=action.guest)


def kindless(action):
    return Kindless(id="1", office=Office("o", zone="UTC"))


def its_day(door: Door, action: Open) -> date:
    return action.at


row = rows(Door, DoorState, DoorAction)
visit = part_rows(Door, Visit, VisitState, DoorAction)
owed = owes(Door, DoorAction)
START = row.start(Build, SHUT, CLERK, ACT(1), then=built)
OPENS = row(SHUT, Open, OPEN, CLERK, ACT(2))
SHUTS = row(OPEN, Shut, SHUT, CLERK, ACT(2))
KNOCKS = visit.start(Knock, VisitState.WAITING, GUEST, ACT(3), then=knocked)


def door(*more, deadlines=(), parts=(), base=(START, OPENS, SHUTS), **options) -> Lifecycle:
    return Lifecycle("door", [*base, *more], deadlines, law=LAW, parts=parts, **options)


def faults(*more, **given) -> tuple[str, ...]:
    with pytest.raises(FaultyLifecycle) as caught:
        door(*more, **given)
    assert str(caught.value).startswith("the lifecycle 'door':\n  - ")
    return caught.value.faults


class TestFaults:
    def test_a_good_table_is_built(self):
        assert door().states == (SHUT, OPEN, GONE)
        assert (door().final, door(final=OPEN | GONE).final) == ((), (OPEN, GONE))

    def test_all_faults_at_once(self):
        found = faults(row(SHUT, Shut, OPEN, CLERK, ACT(1), has_key), base=(OPENS, evolve(OPENS, target=OPEN)))
        assert len(found) >= 2
        assert "no row starts it: row.start(…)" in found
        again = pickle.loads(pickle.dumps(FaultyLifecycle("x", found)))
        assert again.faults == found

    def test_no_transitions(self):
        assert faults(base=()) == ("it has no transitions",)

    def test_two_rows_for_one_cell(self):
        assert faults(row(SHUT | OPEN, Open, GONE, CLERK, ACT(1))) == ("two rows for Open in SHUT",)

    def test_two_rows_on_one_day_only(self):
        second = row(SHUT, Open, GONE, CLERK, ACT(1), since=date(2026, 7, 1))
        until = row(SHUT, Open, OPEN, CLERK, ACT(1), until=date(2026, 7, 1))
        assert door(second, base=(START, until, SHUTS)).rows_on(date(2026, 6, 30)).rows[1] == until
        overlapping = evolve(until, until=date(2026, 7, 2))
        assert faults(second, base=(START, overlapping, SHUTS)) == ("two rows for Open in SHUT from 2026-07-01",)

    def test_a_row_for_some_months(self):
        summer = row(OPEN, Open, GONE, CLERK, ACT(1), since=date(2026, 6, 1), until=date(2026, 9, 1))
        lifecycle = door(summer)
        days = (date(2026, 5, 31), date(2026, 6, 1), date(2026, 8, 31), date(2026, 9, 1))
        assert [summer in lifecycle.rows_on(day).rows for day in days] == [False, True, True, False]

    def test_a_row_for_some_kinds_stands_before_the_common_one_but_not_beside_another(self):
        steel = row(SHUT, Open, GONE, CLERK, ACT(1), only=DoorKind.STEEL)
        assert door(steel).kinds == (DoorKind.WOOD, DoorKind.STEEL)
        both = row(SHUT, Open, OPEN, CLERK, ACT(1), only=DoorKind.WOOD | DoorKind.STEEL)
        assert faults(steel, both) == ("two rows for Open in SHUT of a STEEL",)

    def test_two_common_rows_clash_for_each_kind_that_has_none_of_its_own(self):
        steel = row(SHUT, Open, GONE, CLERK, ACT(1), only=DoorKind.STEEL)
        assert faults(steel, OPENS) == ("two rows for Open in SHUT of a WOOD",)

    def test_what_is_forbidden_for_one_kind_is_not_forbidden_for_another(self):
        never = row.never(OPEN, Shut, ACT(3), "steel stays open", only=DoorKind.STEEL)
        edition = door(never).rows_on(date(2026, 1, 1))
        assert edition.cells[OPEN, Shut, DoorKind.STEEL] == never
        assert edition.cells[OPEN, Shut, DoorKind.WOOD] == SHUTS

    def test_kinds(self):
        other = row(SHUT, Open, GONE, CLERK, ACT(1), only=OtherKind.WOOD)
        steel = row(OPEN, Open, GONE, CLERK, ACT(1), only=DoorKind.STEEL)
        assert "only: kinds of several Enums: DoorKind, OtherKind" in faults(other, steel)
        bare = rows(Kindless, DoorState, DoorAction)
        start = bare.start(Knock, SHUT, CLERK, ACT(1), then=kindless)
        opens = bare(SHUT, Open, OPEN, CLERK, ACT(1), only=DoorKind.WOOD)
        assert set(faults(base=(start, opens))) == {
            "only: Kindless has no field 'kind'",
            "only: Knock has no field 'kind'",
        }

    def test_a_row_of_another_table(self):
        other = rows(Kindless, DoorState, DoorAction)(OPEN, Open, GONE, CLERK, ACT(1))
        assert faults(other) == ("Open: OPEN -> GONE: it is a row of the Kindless, not of the Door",)
        other = rows(Door, DoorState, OtherAction)(OPEN, Open, GONE, CLERK, ACT(1))
        assert len(faults(other)) == 1

    def test_an_action_of_another_lifecycle(self):
        assert faults(row(OPEN, OtherAction, GONE, CLERK, ACT(1))) == (
            "OtherAction: OPEN -> GONE: action: a class below DoorAction, not the class OtherAction",
        )

    def test_states_of_another_lifecycle(self):
        assert faults(row(OtherState.SHUT, Shut, OtherState.SHUT, CLERK, ACT(1))) == (
            "a row of the Door for Shut: sources: a DoorState, or several joined with |, not OtherState.SHUT",
            "a row of the Door for Shut: target: a DoorState or SAME, not OtherState.SHUT",
        )

    def test_a_guard_of_another_action(self):
        (fault,) = faults(row(SHUT, Shut, SHUT, CLERK, ACT(1), has_key))
        assert fault.endswith("the guard 'has_key' is not written for Shut")

    def test_a_guard_of_two_actions_fits_both_and_no_third(self):
        @guard("it is quiet", ACT(2))
        def quiet(door: Door, action: Open | Shut) -> bool:
            return True

        assert door(row(OPEN, Open, OPEN, CLERK, ACT(1), quiet), row(SHUT, Shut, SHUT, CLERK, ACT(1), quiet)).roles
        (fault,) = faults(row(SHUT, Knock, SHUT, CLERK, ACT(1), quiet))
        assert fault.endswith("the guard 'quiet' is not written for Knock")

    def test_a_guard_on_the_beginning_of_a_part_sees_the_whole(self):
        @guard("somebody is at home", ACT(2))
        def at_home(door: Door, action: Knock) -> bool:
            return bool(door.id)

        knocks = visit.start(Knock, VisitState.WAITING, GUEST, ACT(3), at_home, then=knocked)
        assert door(parts=[Part("knocks", "guest", (knocks,))]).rows[-1].given == (at_home,)

    def test_a_guard_that_takes_an_entity_on_a_start_and_one_that_takes_none_elsewhere(self):
        start = row.start(Build, SHUT, CLERK, ACT(1), has_key, then=built)
        assert [fault.split(": ", 2)[-1] for fault in faults(base=(start, OPENS, SHUTS))] == [
            "the guard 'has_key' is not written for Build",
            "the guard 'has_key' takes (door, action), not (action) or (None, action, context)",
        ]
        (fault,) = faults(row(OPEN, Open, OPEN, CLERK, ACT(1), evolve(begins_well, holds=lambda a: True)))
        assert fault.endswith("the guard 'begins_well' takes (a), not (entity, action) or (entity, action, context)")

    def test_an_effect_of_another_action(self):
        (fault,) = faults(row(SHUT, Shut, SHUT, CLERK, ACT(1), then=opened))
        assert fault.endswith("its effect 'opened' is not written for Shut")

    def test_an_effect_and_a_term_that_do_not_say_what_they_take(self):
        free = partial(opened), partial(lambda door, action: Days(3))
        deadline = owed("opening", Open, free[1], (Shut,), CLERK, ACT(4), since=its_day)
        assert door(row(OPEN, Open, OPEN, CLERK, ACT(1), then=free[0]), deadlines=[deadline]).deadlines == (deadline,)

    @pytest.mark.parametrize("asks", [run_out, runs])
    def test_a_guard_that_asks_for_the_end_of_what_is_owed_promptly(self, asks):
        more = row(OPEN, Open, OPEN, CLERK, ACT(1), asks("opening"))

        def opening(within, *moves):
            return owed("opening", Open, within, (Shut,), CLERK, ACT(4), *moves, since=its_day)

        fault = f"the guard {asks.__name__}('opening') never holds: what is owed promptly has no last day"
        still = (owed.moved(Knock, None), owed.moved(Build, further(Days(3))), owed.paused(Knock, Build))
        for deadline in (opening(PROMPTLY), opening(PROMPTLY, *still)):
            assert fault in faults(more, deadlines=[deadline])
        for deadline in (opening(Days(3)), opening(PROMPTLY, owed.moved(Open, Days(3))), opening(NOT_YET_NAMED)):
            assert door(more, deadlines=[deadline])

    def test_no_role(self):
        (fault,) = faults(row(SHUT, Shut, SHUT, OneOf(), ACT(1)))
        assert fault.endswith("it names no role")

    def test_an_end_before_the_beginning(self):
        (fault,) = faults(row(SHUT, Shut, SHUT, CLERK, ACT(1), since=date(2026, 2, 1), until=date(2026, 2, 1)))
        assert fault.endswith("it ends on 2026-02-01, not after it begins on 2026-02-01")

    def test_a_ready_guard_for_a_deadline_that_is_not_there(self):
        assert faults(row(SHUT, Shut, SHUT, CLERK, ACT(1), runs("opening"))) == (
            "a guard asks for the deadline 'opening', which it does not have",
        )

    def test_deadlines(self):
        good = owed("opening", Open, Days(3), (Shut,), CLERK, ACT(4), since=its_day)
        assert door(deadlines=[good]).deadlines == (good,)
        assert faults(deadlines=[good, good]) == ("two of the deadlines are named 'opening'",)
        assert (
            faults(deadlines=[evolve(good, begins=(OtherAction,))])[0]
            == "deadline 'opening': OtherAction is no DoorAction"
        )
        assert faults(deadlines=[evolve(good, met_by=(Knock,))]) == ("deadline 'opening': no row lets anybody Knock",)
        never = row.never(OPEN, Knock, ACT(1), "nobody knocks at an open door")
        assert faults(never, deadlines=[evolve(good, met_by=(Knock,))]) == (
            "deadline 'opening': no row lets anybody Knock",
        )
        assert faults(deadlines=[evolve(good, begins=(Build,))]) == (
            "deadline 'opening': since: 'its_day' is not written for Build",
        )
        assert faults(deadlines=[evolve(good, within=knocked, begins=(Shut,))])[-2:] == (
            "deadline 'opening': within: 'knocked' is not written for Shut",
            "deadline 'opening': within: 'knocked' takes (action), not (entity, action)",
        )
        assert faults(deadlines=[evolve(good, within=by_law(knocked), begins=(Shut,))])[-1] == (
            "deadline 'opening': within: 'knocked' takes (action), not (entity, action, context)"
        )
        moved = owed.moved(Shut, opened)
        assert faults(deadlines=[evolve(good, moves=(moved,))]) == (
            "deadline 'opening': moved: 'opened' is not written for Shut",
            "deadline 'opening': moved: 'opened' takes (door, action), not (entity, action, running)",
        )
        assert faults(deadlines=[evolve(good, when=opened, begins=(Shut,))])[-1] == (
            "deadline 'opening': when: 'opened' is not written for Shut"
        )
        assert faults(deadlines=[evolve(good, per="guest")]) == (
            "deadline 'opening': per: Open has no field 'guest'",
            "deadline 'opening': per: Shut has no field 'guest'",
        )
        assert faults(deadlines=[evolve(good, per=knocked)])[0] == (
            "deadline 'opening': per: 'knocked' is not written for Open"
        )
        paused = owed.paused(Knock, Open)
        assert faults(deadlines=[evolve(good, moves=(paused,))]) == ("deadline 'opening': no row lets anybody Knock",)

    def test_parts(self):
        good = Part("knocks", "guest", (KNOCKS,), OPEN)
        assert door(parts=[good]).parts == (good,)
        assert faults(parts=[good, good])[-1] == "two of the parts are named 'knocks'"
        assert faults(parts=[Part("knocks", "guest", ())]) == ("part 'knocks': it has no transitions",)
        assert "part 'visits': Door has no field 'visits'" in faults(parts=[evolve(good, name="visits")])
        assert faults(parts=[evolve(good, key="who")]) == ("part 'knocks': Knock has no field 'who'",)
        assert faults(parts=[evolve(good, during=OtherState.SHUT)])[0] == (
            "part 'knocks': during: <OtherState.SHUT: 1> is no DoorState"
        )
        bare = part_rows(Door, Bare, VisitState, DoorAction).start(
            Knock, VisitState.IN, GUEST, ACT(1), then=lambda a: Bare()
        )
        assert "part 'knocks': Bare needs the fields 'id' and 'state': let it be an Item" in faults(
            parts=[evolve(good, transitions=(bare,))]
        )
        goes_in = visit(VisitState.WAITING, Open, VisitState.IN, GUEST, ACT(1))
        assert set(faults(parts=[evolve(good, transitions=(goes_in,))])) == {
            "part 'knocks': no row starts one: row.start(…)",
            "part 'knocks': Open has no field 'guest'",
            "part 'knocks': Open is about the part and about the whole",
        }

    def test_a_class_without_its_own_frozen(self):
        """Of an action, of what stands between it and its base, of the base, of the entity, and of a part."""
        lost = type("LostAction", (DoorAction,), {"__annotations__": {}})
        between = type("Between", (lost,), {"__annotations__": {"since": date}})
        forgot = type("Forgot", (between,), {"__annotations__": {"until": date}})
        kept = frozen(kw_only=True)(type("Kept", (between,), {"__annotations__": {"until": date}}))
        told = "{} needs a @frozen(kw_only=True) of its own: without it, its fields are lost"
        assert faults(row(OPEN, forgot, SAME, CLERK, ACT(1)), row(OPEN, kept, SAME, CLERK, ACT(1))) == tuple(
            map(told.format, ("Forgot", "Between", "LostAction"))
        )
        gate = type("Gate", (Kindless,), {"__annotations__": {"colour": str}})
        guest = type("Guest", (Visit,), {"__annotations__": {"colour": str}})
        bare = rows(gate, DoorState, lost).start(forgot, SHUT, CLERK, ACT(1), then=kindless)
        comes = part_rows(gate, guest, VisitState, lost).start(kept, VisitState.IN, GUEST, ACT(1), then=lambda a: None)
        found = faults(base=[bare], parts=[Part("knocks", "guest", (comes,))])
        names = ("Gate", "LostAction", "Forgot", "Between", "Guest")
        assert found[:-2] == tuple(map(told.format, names))
        assert found[-2:] == ("part 'knocks': Gate has no field 'knocks'", "part 'knocks': Kept has no field 'guest'")

    def test_rows_of_a_part_are_no_rows_of_the_whole(self):
        assert faults(KNOCKS) == ("Knock: nothing yet -> WAITING: it is about a Visit inside, and belongs to a part",)
        (fault, *_) = faults(parts=[Part("knocks", "guest", (OPENS,))])
        assert fault == "part 'knocks': Open: SHUT -> OPEN: it is about the whole, and belongs to no part"

    def test_and_begin_none(self):
        knock = Knock(at=pendulum.datetime(2026, 3, 3, tz="UTC"), by=Actor("g", GUEST), guest="g")
        with pytest.raises(Refused, match="Knock begins no door; it begins with: Build"):
            door(parts=[Part("knocks", "guest", (KNOCKS,))]).begin(knock)


def found(lifecycle: Lifecycle, kind: FaultKind, actions=()) -> list[str]:
    return [fault.text for fault in lifecycle.lint(actions) if fault.kind is kind]


class TestLint:
    """A broken lifecycle of each kind."""

    @pytest.mark.parametrize("lifecycle", [LOAN, PETITION], ids=["loan", "petition"])
    def test_silent_on_good_lifecycles(self, lifecycle):
        assert lifecycle.lint(vars(sys.modules[lifecycle.action.__module__]).values()) == ()

    def test_unreachable_state(self):
        assert found(door(), FaultKind.UNREACHABLE) == ["GONE"]
        assert found(door(row(GONE, Open, GONE, CLERK, ACT(2))), FaultKind.UNREACHABLE) == ["GONE"]

    def test_dead_end(self):
        goes = row(OPEN, Shut, GONE, CLERK, ACT(2))
        told = ["GONE: if it is to have no way out, name it in final="]
        assert found(door(goes, base=(START, OPENS)), FaultKind.DEAD_END) == told
        assert found(door(goes, base=(START, OPENS), final=GONE), FaultKind.DEAD_END) == []
        stays = row(GONE, Shut, SAME, CLERK, ACT(2))
        assert found(door(goes, stays, base=(START, OPENS)), FaultKind.DEAD_END) == told

    def test_final_state_with_a_way_out(self):
        assert found(door(final=SHUT), FaultKind.NOT_FINAL) == ["SHUT"]
        assert found(door(row(GONE, Shut, SAME, CLERK, ACT(2)), final=GONE), FaultKind.NOT_FINAL) == []

    def test_row_without_citation(self):
        uncited = row(OPEN, Open, SAME, CLERK, (), evolve(has_key, cites=()))
        deadline = owed("opening", Open, Days(3), (Shut,), CLERK, (), since=its_day)
        assert found(door(uncited, deadlines=[deadline]), FaultKind.NO_CITATION) == [
            "Open: OPEN -> SAME",
            "the guard 'has_key'",
            "the deadline 'opening'",
        ]

    def test_deadline_nothing_can_meet(self):
        deadline = owed("opening", Open, Days(3), (), CLERK, ACT(4), since=its_day)
        assert found(door(deadlines=[deadline]), FaultKind.NEVER_MET) == ["opening"]

    def test_dated_value_that_has_ended(self):
        gone = Dated("a term", (Version(2, ACT(1), until=JULY), Version(3, ACT(1), since=JULY, until=date(2027, 1, 1))))
        stands = Dated("a day", (Version(2, ACT(1), until=JULY), Version(3, ACT(1), since=JULY)))
        term = Dated("a whole term", (Version(Days(3), ACT(1), until=JULY),))

        def ended(within, *moves, law=LAW):
            deadline = owed("opening", Open, within, Shut, CLERK, ACT(4), *moves)
            return found(door(deadlines=[deadline]).under(law), FaultKind.ENDED)

        told = ["a term, until 2027-01-01: opening"]
        assert ended(Days(gone)) == told
        assert ended(Days(3), owed.moved(Shut, further(WorkingDays(gone)))) == told
        assert ended(at_least(Days(gone))) == told
        assert ended(earliest(Days(stands), Months(gone))) == told
        assert ended(each_month(day=gone)) == told
        assert ended(term) == ["a whole term, until 2026-07-01: opening"]
        assert ended(Days(stands), owed.moved(Shut, None), owed.paused(Open, Shut)) == []
        assert ended(lambda door, action: Days(3)) == []
        assert ended(Days(gone), law=LAW.under(Reform(gone, 5))) == []
        assert ended(Days(Dated("never", ()))) == []

    def test_unused_action(self):
        """Of those that it is told of: a module, say."""
        everything = globals().values()
        assert found(door(), FaultKind.UNUSED, everything) == ["Knock"]
        assert found(door(), FaultKind.UNUSED, [Knock, Open, OtherAction]) == ["Knock"]
        assert found(door(), FaultKind.UNUSED) == []
        assert found(door(parts=[Part("knocks", "guest", (KNOCKS,))]), FaultKind.UNUSED, everything) == []

    def test_unused_action_two_classes_below(self):
        @frozen(kw_only=True)
        class GateAction(Action):
            """What is done about a gate."""

        @frozen(kw_only=True)
        class Raise(GateAction):
            """It is raised."""

        @frozen(kw_only=True)
        class RaiseHalf(Raise):
            """Half of it."""

        @frozen(kw_only=True)
        class Lower(GateAction):
            """It is lowered."""

        start = rows(Kindless, DoorState, GateAction).start(Lower, SHUT, CLERK, ACT(1), then=kindless)
        gate = Lifecycle("gate", [start], law=LAW)
        assert found(gate, FaultKind.UNUSED, [GateAction, Raise, RaiseHalf, Lower]) == ["Raise", "RaiseHalf"]

    def test_role_that_may_do_nothing(self):
        assert found(door(roles=CLERK | GUEST), FaultKind.IDLE) == ["guest"]

    def test_aliased_enum_value(self):
        class Twice(State):
            A = 1
            B = 1

        class Kinds(Kind):
            X = 1
            Y = 1

        @frozen(kw_only=True)
        class Build(DoorAction):
            kind: Kinds

        @frozen(kw_only=True)
        class Twin(Entity[Twice]):
            kind: Kinds

        make = rows(Twin, Twice, DoorAction)
        start = make.start(Build, Twice.A, CLERK, ACT(1), then=kindless)
        opens = make(Twice.A, Open, SAME, CLERK, ACT(1), only=Kinds.X)
        lifecycle = Lifecycle("twice", [start, opens], law=LAW, final=Twice.A)
        assert found(lifecycle, FaultKind.ALIAS) == ["Twice.B is A", "Kinds.Y is X"]

    def test_any_in_an_action(self):
        @frozen(kw_only=True)
        class LooseAction(Action):
            """What is done loosely."""

        @frozen(kw_only=True)
        class Loose(LooseAction):
            what: Any
            whats: tuple[Any, ...]

        make = rows(Kindless, DoorState, LooseAction)
        start = make.start(Loose, SHUT, CLERK, ACT(1), then=kindless)
        assert found(Lifecycle("loose", [start], law=LAW), FaultKind.ANY) == ["Loose.what", "Loose.whats"]

    def test_states_of_parts_are_linted_too(self):
        lifecycle = door(parts=[Part("knocks", "guest", (KNOCKS,))])
        assert "knocks: IN" in found(lifecycle, FaultKind.UNREACHABLE)

    def test_what_it_looks_for_is_told_in_words(self):
        assert {str(kind) for kind in FaultKind} == {
            "unreachable state", "dead end", "final state with a way out", "row without citation",
            "deadline nothing can meet", "move in vain", "unused action", "role that may do nothing",
            "dated value that has ended", "aliased enum value", "Any in an action",
        }  # fmt: skip

    def test_a_fault_prints_its_kind(self):
        assert "unreachable state: GONE" in map(str, door().lint())
