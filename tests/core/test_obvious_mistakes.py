"""The mistakes of those who have no type checker: each is told when the table is built, with what belongs there."""

from datetime import date
from functools import partial

import pendulum
import pytest
from attrs import evolve, frozen
from samples.petition import PETITION
from test_checks import (
    ACT,
    CLERK,
    GONE,
    GUEST,
    KNOCKS,
    LAW,
    OPEN,
    OPENS,
    SHUT,
    SHUTS,
    START,
    Build,
    Door,
    DoorAction,
    DoorKind,
    DoorState,
    Entity,
    Knock,
    Open,
    OtherKind,
    OtherState,
    Shut,
    Visit,
    VisitState,
    built,
    door,
    faults,
    found,
    has_key,
    its_day,
    opened,
    owed,
    row,
    visit,
)

from prcomm import (
    PROCESSES,
    SAME,
    WEEKS,
    Action,
    Actor,
    BadInput,
    Basis,
    Context,
    Dated,
    Days,
    FaultKind,
    FaultyLifecycle,
    Guard,
    LastDay,
    Law,
    Lifecycle,
    Office,
    Part,
    Person,
    PrcommError,
    Reform,
    Refused,
    Version,
    Who,
    given,
    guard,
    keeps,
    part_rows,
    plain,
    rows,
    runs,
)
from prcomm.core.values.errors import quoted, shown
from prcomm.core.values.messages import named
from prcomm.processes import Processes

TOWN = Office("town", zone="UTC")
ANN = Actor("a", CLERK)
STATES = "a DoorState, or several joined with |"
READ, UNREAD = "Open: SHUT -> OPEN", "a row of the Door for Open"
NO_ACTION = "action: a class below DoorAction, not 'Open'"


def at(day: int) -> pendulum.DateTime:
    return pendulum.datetime(2026, 3, day, 10, tz="UTC")


def refused(build) -> tuple[str, tuple[str, ...]]:
    with pytest.raises(FaultyLifecycle) as caught:
        build()
    return caught.value.what, caught.value.faults


def bad(ask, *args, **given) -> tuple[str, tuple[str, ...]]:
    with pytest.raises(BadInput) as caught:
        ask(*args, **given)
    return caught.value.what, caught.value.faults


@frozen(kw_only=True)
class Gate(Entity[DoorState]):
    kind: DoorKind = DoorKind.WOOD


@guard("the gate is quiet", ACT(2))
def quiet(gate: Gate, action: Open) -> bool:
    return True


def swung(gate: Gate, action: Open) -> Gate:
    return gate


def nothing(door: Door, action: Open) -> Door:
    """Its ``return`` is forgotten."""


def begun_nothing(action: Build) -> Door:
    """Its ``return`` is forgotten."""


def of(name: str, *told: str) -> tuple[str, ...]:
    """The faults of one row, or of one deadline."""
    return tuple(f"{name}: {fault}" for fault in told)


class TestARow:
    """It is a value like any other; what is wrong in it is told when its lifecycle is built."""

    def test_all_that_is_wrong_in_it_at_once(self):
        made = partial(
            row, "SHUT", "Open", ["OPEN"], "clerk", "art. 2", opened, then="x", only="WOOD", since="2026-01-01"
        )
        assert faults(made(until=at(3))) == of(
            "a row of the Door for 'Open'",
            f"sources: {STATES}, not 'SHUT'",
            "action: a class below DoorAction, not 'Open'",
            "target: a DoorState or SAME, not ['OPEN']",
            "only: a Kind, or several joined with |, not 'WOOD'",
            "since: a date, as date(2026, 7, 1), not '2026-01-01'",
            f"until: a date, as date(2026, 7, 1), not {at(3)!r}",
            "cites: a place in a source, as ACT(28, 2), not 'art. 2'",
            "who: a Role, several joined with |, or Who(roles, cites), not 'clerk'",
            "given that: a condition, as given(text, cites, lambda …) or made by @guard, not the function opened",
            "then: an effect, a function that gives a Door, not 'x'",
        )

    @pytest.mark.parametrize(
        ("given", "name", "fault"),
        [
            ({"sources": (SHUT, OPEN)}, UNREAD, f"sources: {STATES}, not [DoorState.SHUT, DoorState.OPEN]"),
            ({"sources": [SHUT]}, UNREAD, f"sources: {STATES}, not [DoorState.SHUT]"),
            ({"sources": DoorState}, UNREAD, f"sources: {STATES}, not the class DoorState"),
            ({"target": None}, UNREAD, "target: a DoorState or SAME, not None"),
            (
                {"action": opened},
                "a row of the Door for the function opened",
                "action: a class below DoorAction, not the function opened",
            ),
            ({"action": Door}, "a row of the Door for Door", "action: a class below DoorAction, not the class Door"),
            ({"who": [CLERK]}, READ, f"who: a Role, several joined with |, or Who(roles, cites), not [{CLERK!r}]"),
            ({"cites": ACT}, READ, "cites: a place in Act, as ACT(28, 2), not the whole act"),
            ({"cites": (ACT(1), 2)}, READ, "cites: a place in a source, as ACT(28, 2), not 2"),
            ({"then": keeps("kind"), "action": "Open"}, "a row of the Door for 'Open'", NO_ACTION),
        ],
    )
    def test_one_by_one(self, given, name, fault):
        usual = {"sources": SHUT, "action": Open, "target": OPEN, "who": CLERK, "cites": ACT(1)}
        assert faults(row(**(usual | given)), base=(START, SHUTS)) == of(name, fault)

    def test_an_instance_for_its_class(self):
        (fault,) = faults(row(SHUT, Open(at=at(3), by=ANN), OPEN, CLERK, ACT(1)))
        assert fault.startswith("a row of the Door for Open(at=DateTime(")
        assert ": action: a class below DoorAction, not Open(at=DateTime(" in fault

    def test_a_row_that_forbids(self):
        never = row.never("SHUT", Open, ["1"], "it is shut", since="now", only=OtherState.SHUT)
        assert faults(never) == of(
            "a row of the Door for Open",
            f"sources: {STATES}, not 'SHUT'",
            "only: a Kind, or several joined with |, not OtherState.SHUT",
            "since: a date, as date(2026, 7, 1), not 'now'",
            "cites: a place in a source, as ACT(28, 2), not '1'",
        )
        assert faults(row.never(OPEN, Open, ACT(1), 3)) == ("never Open in OPEN: 3: text: a text, not 3",)

    def test_a_beginning_leads_to_a_state_and_has_an_effect(self):
        assert faults(base=(row.start(Build, SAME, CLERK, ACT(1), then=None), OPENS, SHUTS)) == of(
            "a row of the Door for Build",
            "target: a DoorState, not Same.SAME",
            "id: the field that is its reference, or then: an effect, a function that gives a Door, not None",
        )
        assert faults(base=(row.start(Build, SHUT, CLERK, ACT(1), id="door", then=built), OPENS, SHUTS)) == of(
            "Build: nothing yet -> SHUT", "id: not beside then, which gives the reference itself"
        )

    def test_classes_in_the_wrong_order(self):
        """Their rows can't be read; the others are, and what is wrong in them is told too."""
        wrong = rows(DoorState, Door, "DoorAction")
        strange = part_rows(Door, "Visit", VisitState, DoorAction).start("Knock", SHUT, GUEST, ACT(3), id="guest")
        told = (
            "rows(…): entity: a class below Entity, not the class DoorState",
            "rows(…): states: a class below State, not the class Door",
            "rows(…): actions: a class below Action, not 'DoorAction'",
        )
        assert faults(base=(wrong(SHUT, Shut, OPEN, CLERK, ACT(1)),)) == told
        both = (one(SHUT, Shut, "OPEN", CLERK, ACT(1)) for one in (wrong, row))
        assert faults(*both, parts=[Part("knocks", "guest", (strange,))]) == (
            *told,
            "part_rows(…): part: a class below Item, not 'Visit'",
            "a row of the Door for Shut: target: a DoorState or SAME, not 'OPEN'",
        )

    def test_who_by_a_text(self):
        for roles in ("clerk", ["clerk"], 3, [["clerk"]]):
            said = shown(roles[0]) if isinstance(roles, list) else repr(roles)
            assert faults(row(OPEN, Open, OPEN, Who(roles, ACT(1)), ACT(1))) == of(
                "Open: OPEN -> OPEN", f"who: a Role, several joined with |, or Who(roles, cites), not {said}"
            )
        assert faults(row(OPEN, Open, OPEN, Who(CLERK, "Act"), ACT(1))) == of(
            "Open: OPEN -> OPEN", "who: cites: a place in a source, as ACT(28, 2), not 'Act'"
        )
        assert Who([CLERK, CLERK], ACT(1)).roles == (CLERK,)

    def test_a_guard_that_cites_a_text(self):
        quiet = guard("it is quiet", "Act 2")(lambda door, action: True)
        assert faults(row(OPEN, Open, OPEN, CLERK, ACT(1), quiet)) == of(
            "Open: OPEN -> OPEN", "the guard '<lambda>': cites: a place in a source, as ACT(28, 2), not 'Act 2'"
        )

    def test_a_guard_that_can_not_be_asked(self):
        assert faults(row(OPEN, Open, OPEN, CLERK, ACT(1), given(3, ACT(1), "yes", remedy=4))) == of(
            "Open: OPEN -> OPEN",
            "the guard 3: text: a text, not 3",
            "the guard 3: remedy: a text, not 4",
            "the guard 3: holds: a function that says whether it is met, not 'yes'",
        )

    def test_two_alike_are_told_apart(self):
        wrong, right = (row(OPEN, Open, target, CLERK, ACT(1)) for target in ("SHUT", SHUT))
        assert faults(wrong, right, wrong) == (
            "a row of the Door for Open (row 4): target: a DoorState or SAME, not 'SHUT'",
            "a row of the Door for Open (row 6): target: a DoorState or SAME, not 'SHUT'",
        )
        steel, wood = (row(OPEN, Open, OPEN, CLERK, "1", only=kind) for kind in (DoorKind.STEEL, DoorKind.WOOD))
        assert faults(steel, wood) == (
            "Open: OPEN -> OPEN (row 4): cites: a place in a source, as ACT(28, 2), not '1'",
            "Open: OPEN -> OPEN (row 5): cites: a place in a source, as ACT(28, 2), not '1'",
        )


class TestADeadline:
    """In the same way."""

    def test_all_that_is_wrong_in_it_at_once(self):
        deadline = owed(
            1, "Open", 3, Shut, "clerk", "art. 4", Shut, per=3, only="WOOD", until=[Shut], since="today", when=True,
            provided=2,
        )  # fmt: skip
        assert faults(deadlines=[deadline]) == of(
            "deadline 1",
            "name: a text, not 1",
            "within: a term, as Days(3), a Dated one, or a function of entity and action, not 3",
            "owed_by: one Role, or Who(role, cites), not 'clerk'",
            "cites: a place in a source, as ACT(28, 2), not 'art. 4'",
            "moves: owed.moved(…), owed.paused(…) or owed.restarted(…), not the class Shut",
            "since: a function (entity, action) -> the instant, not 'today'",
            "when: a function (entity, action) -> whether it is owed, not True",
            "per: a field, or a function (action) -> what tells several apart, not 3",
            "only: a Kind, or several joined with |, not 'WOOD'",
            "provided: a text, not 2",
            "begins: an action's class, or a tuple of several, not 'Open'",
            "until: an action's class, or a tuple of several, not [the class Shut]",
        )

    @pytest.mark.parametrize(
        ("who", "fault"),
        [
            (Who(CLERK | GUEST, ACT(1)), f"owed_by: one Role, or Who(role, cites), not [{CLERK!r}, {GUEST!r}]"),
            (Who("clerk", ACT(1)), "owed_by: one Role, or Who(role, cites), not 'clerk'"),
            (Who(CLERK, "art. 4"), "owed_by: cites: a place in a source, as ACT(28, 2), not 'art. 4'"),
            (Who(CLERK, ACT), "owed_by: cites: a place in Act, as ACT(28, 2), not the whole act"),
        ],
    )
    def test_who_owes_it(self, who, fault):
        deadline = owed("opening", Open, Days(3), (Shut,), who, ACT(4))
        assert faults(deadlines=[deadline]) == of("deadline 'opening'", fault)

    def test_a_term_that_is_a_class(self):
        (fault,) = faults(deadlines=[owed("opening", Open, Days, (Shut,), CLERK, ACT(4), since=its_day)])
        assert fault.startswith("deadline 'opening': within: a term")
        assert fault.endswith("not the class Days")

    def test_moves_and_pauses(self):
        moves = owed.moved("Shut", 3), owed.paused(Shut, "Open"), owed.paused("Shut", Open)
        assert faults(deadlines=[owed("opening", Open, Days(3), (Shut, 4), CLERK, ACT(4), *moves)]) == of(
            "deadline 'opening'",
            "moved: to: a term, as Days(3), STANDS, None, or a function of entity, action and running term, not 3",
            "met_by: an action's class, or a tuple of several, not 4",
            "moved: by: an action's class, not 'Shut'",
            "paused: by: an action's class, or a tuple of several, not 'Shut'",
            "paused: until: an action's class, or a tuple of several, not 'Open'",
        )


class TestThereIsOneDoor:
    def test_one_error_for_all_that_is_wrong_anywhere(self):
        lost = type("Lost", (DoorAction,), {"__annotations__": {"until": date}})
        told = faults(
            row(OPEN, Open, "SHUT", CLERK, ACT(1)),
            row("OPEN", Knock, SAME, CLERK, ACT(1)),
            row(OPEN, lost, SAME, "clerk", ACT(1)),
            row(SHUT, Shut, SHUT, CLERK, ACT(1), has_key),
            parts=[Part("knocks", "who", KNOCKS)],
            deadlines=[owed("opening", Open, 3, Shut, CLERK, ACT(4)), "closing"],
            final="GONE",
        )
        assert told == (
            "part 'knocks': transitions: a tuple, with a comma even where it is of one, not a Transition",
            "deadlines: a Deadline in each place, not 'closing'",
            "Lost needs a @frozen(kw_only=True) of its own: without it, its fields are lost",
            f"final: {STATES}, not 'GONE'",
            "a row of the Door for Open: target: a DoorState or SAME, not 'SHUT'",
            f"a row of the Door for Knock: sources: {STATES}, not 'OPEN'",
            "Lost: OPEN -> SAME: who: a Role, several joined with |, or Who(roles, cites), not 'clerk'",
            "Shut: SHUT -> SHUT: the guard 'has_key' is not written for Shut",
            "part 'knocks': Knock has no field 'who'",
            "part 'knocks': Knock is about the part and about the whole",
            "deadline 'opening': within: a term, as Days(3), a Dated one, or a function of entity and action, not 3",
        )

    @pytest.mark.parametrize("name", ["", "a loan", "public-loan", 3, None])
    def test_a_name_that_is_none(self, name):
        what, told = refused(lambda: Lifecycle(name, [START], law=LAW))
        assert (what, told) == (f"the lifecycle {name!r}", (f"name: an identifier, as 'loan', not {name!r}",))

    def test_whatever_stands_in_it(self):
        """What can't be hashed, or compared, is told like the rest."""
        junk = row({}, [], {}, [[]], {}, {}, then={}, only={}, since={}, until=[])
        asks = row(OPEN, Open, OPEN, CLERK, ACT(1), runs(3), runs("opening"))
        told = faults(junk, asks, parts=[Part([], [], (KNOCKS,), [])], deadlines=[owed({}, [], {}, {}, {}, {}, {})] * 2)
        assert {name.partition(":")[0] for name in told} == {
            "a row of the Door for []", "part []", "deadline {}", "two of the deadlines are named {}",
            "a guard asks for the deadline 3, which it does not have",
            "a guard asks for the deadline 'opening', which it does not have",
        }  # fmt: skip
        assert junk == row({}, [], {}, [[]], {}, {}, then={}, only={}, since={}, until=[])
        assert "sources=({},), action=[], target={}" in repr(junk)

    def test_no_row_at_all(self):
        assert refused(lambda: Lifecycle("door", "rows", law=LAW))[1] == (
            "transitions: a tuple, with a comma even where it is of one, not 'rows'",
            "it has no transitions",
        )


class TestALifecycle:
    """What no row can know is told of all rows at once."""

    def test_a_guard_and_an_effect_for_another_entity(self):
        assert faults(row(OPEN, Open, OPEN, CLERK, ACT(1), quiet, then=swung)) == (
            "Open: OPEN -> OPEN: the guard 'quiet' is written for a Gate, not for a Door",
            "Open: OPEN -> OPEN: its effect 'swung' is written for a Gate, not for a Door",
            "Open: OPEN -> OPEN: its effect 'swung' gives a Gate, not a Door",
        )

    def test_an_effect_that_begins_another_entity(self):
        def hung(action: Build) -> Gate:
            return Gate(id=action.door, office=action.office)

        assert faults(base=(evolve(START, then=hung), OPENS, SHUTS)) == (
            "Build: nothing yet -> SHUT: its effect 'hung' gives a Gate, not a Door",
        )

    def test_one_written_for_any_entity(self):
        @guard("it is quiet", ACT(2))
        def quiet_all(entity: Entity, action: Action) -> bool:
            return True

        assert door(row(OPEN, Open, OPEN, CLERK, ACT(1), quiet_all)).states

    def test_the_effect_on_a_part_is_for_the_part(self):
        goes_in = visit(VisitState.WAITING, Knock, VisitState.IN, GUEST, ACT(1), then=lambda visit, action: visit)
        assert door(parts=[Part("knocks", "guest", (KNOCKS, goes_in))]).parts

        def opened(door: Door, action: Knock) -> Door:
            return door

        wrong = evolve(goes_in, then=opened)
        assert faults(parts=[Part("knocks", "guest", (KNOCKS, wrong))]) == (
            "Knock: WAITING -> IN: its effect 'opened' is written for a Door, not for a Visit",
            "Knock: WAITING -> IN: its effect 'opened' gives a Door, not a Visit",
        )

    def test_terms_for_another_entity(self):
        def its_day(gate: Gate, action: Open) -> date:
            return action.at

        assert faults(deadlines=[owed("opening", Open, Days(3), (Shut,), CLERK, ACT(4), since=its_day)]) == (
            "deadline 'opening': since: 'its_day' is written for a Gate, not for a Door",
        )

    def test_states_of_two_enums(self):
        @frozen(kw_only=True)
        class Bare(Entity):
            """Names no states."""

        one, other = rows(Bare, DoorState, DoorAction), rows(Bare, OtherState, DoorAction)
        start = one.start(Build, SHUT, CLERK, ACT(1), then=lambda action: Bare(id="1", office=TOWN))
        shuts = other(OtherState.SHUT, Shut, SAME, CLERK, ACT(1))
        assert faults(base=(start, shuts)) == ("its rows have states of several Enums: DoorState, OtherState",)

    def test_states_that_are_not_the_entitys(self):
        other = rows(Door, OtherState, DoorAction)
        assert "Door has the states of DoorState, its rows those of OtherState" in faults(
            base=(other.start(Build, OtherState.SHUT, CLERK, ACT(1), then=built),)
        )
        ask = part_rows(Door, Visit, OtherState, DoorAction)
        knocks = ask.start(Knock, OtherState.SHUT, GUEST, ACT(3), then=lambda action: Visit(id=action.guest))
        assert faults(parts=[Part("knocks", "guest", (knocks,))]) == (
            "part 'knocks': Visit has the states of VisitState, its rows those of OtherState",
        )

    def test_kinds_that_are_not_the_entitys(self):
        steel = row(SHUT, Open, GONE, CLERK, ACT(1), only=OtherKind.WOOD)
        assert faults(steel) == (
            "only: the kind of a Door is a DoorKind",
            "only: the kind of a Build is a DoorKind",
        )

    def test_what_a_guard_and_an_effect_take(self):
        @guard("it is quiet", ACT(2))
        def quiet(door):
            return True

        def opened(door, action, law):
            return door

        assert faults(row(OPEN, Open, OPEN, CLERK, ACT(1), quiet, then=opened)) == (
            "Open: OPEN -> OPEN: the guard 'quiet' takes (door), not (entity, action) or (entity, action, context)",
            "Open: OPEN -> OPEN: its effect 'opened' takes (door, action, law), not (entity, action)",
        )

    def test_more_with_a_default_and_what_has_no_signature_will_do(self):
        def opened(door, action, *, again=False):
            return door

        assert door(row(OPEN, Open, OPEN, CLERK, ACT(1), then=opened)).states
        assert door(row(OPEN, Open, OPEN, CLERK, ACT(1), then=max)).states

    def test_annotations_that_cannot_be_read(self):
        def opened(door: "Doors", action: "Openings"):  # noqa: F821  # imported for a type checker only, say
            return door

        assert door(row(OPEN, Open, OPEN, CLERK, ACT(1), then=opened)).states

    def test_clashes_are_told_with_the_rest(self):
        second, other = row(SHUT, Open, GONE, CLERK, ACT(1)), row(OPEN, Shut, GONE, CLERK, ACT(1), only=OtherKind.WOOD)
        told = faults(second, other, final="OUT", roles="clerk")
        assert told == (
            "final: a DoorState, or several joined with |, not 'OUT'",
            "roles: a Role, or several joined with |, not 'clerk'",
            "only: the kind of a Door is a DoorKind",
            "only: the kind of a Build is a DoorKind",
            "two rows for Open in SHUT of a WOOD",
        )

    def test_final_as_a_list(self):
        assert faults(final=[SHUT, OPEN]) == (f"final: {STATES}, not [DoorState.SHUT, DoorState.OPEN]",)

    def test_one_role(self):
        assert found(door(roles=CLERK), FaultKind.IDLE) == []

    def test_a_law_whose_last_day_is_no_dated_value(self):
        law = Law("a law", WEEKS, LastDay.STRICT)
        told = "law: its last_day: a Dated, as Dated.of('last day', LastDay.STRICT, ACT(1)), not LastDay.STRICT"
        assert refused(lambda: Lifecycle("door", [START], law=law))[1] == (told,)
        assert refused(lambda: Lifecycle("door", [START], law="Act"))[1] == ("law: a Law, not 'Act'",)

    def test_one_row_without_its_comma_and_what_is_no_row(self):
        deadline = owed("opening", Open, Days(3), (Shut,), CLERK, ACT(4), since=its_day)
        assert refused(lambda: Lifecycle("door", START, deadline, law=LAW, parts=[KNOCKS]))[1] == (
            "transitions: a tuple, with a comma even where it is of one, not a Transition",
            f"parts: a Part in each place, not {KNOCKS!r}",
            "deadlines: a tuple, with a comma even where it is of one, not a Deadline",
            "deadline 'opening': no row lets anybody Open",
            "deadline 'opening': no row lets anybody Shut",
        )
        assert faults(parts=[Part("knocks", "guest", KNOCKS)]) == (
            "part 'knocks': transitions: a tuple, with a comma even where it is of one, not a Transition",
        )

    def test_during_as_a_text(self):
        part = Part("knocks", "guest", (KNOCKS,), "OPEN")
        assert faults(parts=[part]) == ("part 'knocks': during: 'OPEN' is no DoorState",)

    def test_half_built_it_has_a_repr(self):
        with pytest.raises(FaultyLifecycle) as caught:
            door(final="OUT")
        made = caught.traceback[-1].frame.f_locals["self"]
        assert repr(made) == "<Lifecycle door, not built>"


class TestValues:
    def test_a_version_since_a_text(self):
        fault = "since: a date, as date(2026, 7, 1), not '2026-01-01'"
        assert bad(Dated.of, "a term", 3, ACT(1), since="2026-01-01") == ("a Version", (fault,))
        last = LAW.last_day
        assert bad(Reform, last, LastDay.STRICT, since="2026-01-01") == ("a Reform", (fault,))
        assert bad(Version, 3, "1")[1] == ("cites: a place in a source, as ACT(28, 2), not '1'",)
        assert len(bad(Version, 3, ACT(1), "a", "b", 3)[1]) == 3

    def test_days_off_that_are_none(self):
        assert bad(plain, "house", off=["2026-01-01", at(3), date(2026, 1, 1), None], holidays=[date(2026, 1, 1)]) == (
            "the calendar 'house'",
            (
                "off: a date in each place, not '2026-01-01'",
                "off: a date in each place, not None",
                f"off: a date, as date(2026, 7, 1), not {at(3)!r}",
                "holidays: a Holiday in each place, not datetime.date(2026, 1, 1)",
            ),
        )
        told = "off: a tuple, with a comma even where it is of one, not a date"
        assert bad(plain, "house", off=date(2026, 1, 1)) == ("the calendar 'house'", (told,))
        assert bad(plain, "house", off="2026-01-01")[1] == (told.replace("a date", "'2026-01-01'"),)

    def test_an_actor_of_no_role(self):
        """Whatever stands where it does not belong, personal data is not shown."""
        assert bad(Actor, "x", "agency") == ("an Actor", ("role: a Role, not 'agency'",))
        assert bad(Actor, Person("p", "Zzyzx"), CLERK | GUEST, TOWN) == (
            "an Actor",
            ("id: a text, not a Person", "role: a Role, not a OneOf", "office: a text, not an Office"),
        )
        assert Actor(named("x"), CLERK).id == "x"

    def test_a_guard_that_is_an_object(self):
        class Quiet:
            def __call__(self, door: Door, action: Open, context: Context) -> bool:
                return True

        made = guard("it is quiet", ACT(2))(Quiet())
        assert (made.name, made.reads_law) == ("Quiet", True)
        assert Guard("quiet", "it is quiet", ACT(2), partial(lambda door, action, law: True, None)).takes == 2
        assert door(row(OPEN, Open, OPEN, CLERK, ACT(1), made)).states
        (fault,) = faults(row(OPEN, Shut, OPEN, CLERK, ACT(1), made), base=(START, OPENS))
        assert fault.endswith("the guard 'Quiet' is not written for Shut")

    def test_a_guard_that_is_a_method(self):
        class Rules:
            def quiet(self, door: Door, action: Open, law: Law) -> bool:
                return True

        made = guard("it is quiet", ACT(2))(Rules().quiet)
        assert made.reads_law
        assert door(row(OPEN, Open, OPEN, CLERK, ACT(1), made)).states

    def test_what_is_written_is_shown_by_its_name(self):
        assert [shown(thing) for thing in (SHUT, Door, opened, (1, None))] == [
            "DoorState.SHUT", "the class Door", "the function opened", "[1, None]",
        ]  # fmt: skip


class TestInUse:
    def built(self, **given) -> Build:
        return Build(**({"at": at(3), "by": ANN, "door": "d", "office": TOWN} | given))

    def test_an_effect_without_return(self):
        lifecycle = door(base=(START, row(SHUT, Open, OPEN, CLERK, ACT(2), then=nothing)))
        shut = lifecycle.begin(self.built())
        opens = Open(at=at(4), by=ANN)
        told = ("the effect of Open", ("'nothing' returns None, not a Door",))
        assert bad(lifecycle.apply, shut, opens) == told
        assert bad(lifecycle.audit, [self.built(), opens], at(5)) == (
            "an audit of a door",
            ("step 1: 'nothing' returns None, not a Door",),
        )
        with pytest.raises(BadInput, match="'nothing' returns None"):
            lifecycle.restore([*shut.history, evolve(shut.history[0], action=opens, state=OPEN)])

    def test_a_beginning_without_return(self):
        lifecycle = door(base=(evolve(START, then=begun_nothing), OPENS))
        told = ("the effect of Build", ("'begun_nothing' returns None, not a Door",))
        assert bad(lifecycle.begin, self.built()) == told

    def test_an_effect_on_a_part_without_return(self):
        knocks = evolve(KNOCKS, then=lambda action: None)
        lifecycle = door(parts=[Part("knocks", "guest", (knocks,))])
        knock = Knock(at=at(4), by=Actor("g", GUEST), guest="g")
        told = ("the effect of Knock", ("'<lambda>' returns None, not a Visit",))
        assert bad(lifecycle.apply, lifecycle.begin(self.built()), knock) == told

    def test_a_mistake_inside_the_effect_of_a_beginning_is_not_hidden(self):
        lifecycle = door(base=(evolve(START, then=lambda action: built(action.what)), OPENS))
        with pytest.raises(AttributeError, match="what"):
            lifecycle.begin(self.built())

    def test_an_office_by_its_name(self):
        for lifecycle in (door(), door(base=(evolve(START, roles=(), who_cites=()), OPENS))):
            assert bad(lifecycle.begin, self.built(office="gate")) == (
                "Build of the door",
                ("office: an Office, not 'gate'",),
            )

    def test_actions_are_replayed_and_records_restored(self):
        assert bad(door().restore, [self.built()]) == (
            "a restored history of a door",
            ("a Build where a record belongs; door.replay(…) takes actions",),
        )

    def test_an_action_on_nothing_yet(self):
        fault = "entity: a Door, not None; door.begin(action) begins one"
        assert bad(door().apply, None, Open(at=at(4), by=ANN))[1] == (fault,)

    def test_a_time_without_a_zone(self):
        naive = Open(at=pendulum.naive(2026, 3, 4, 10), by=ANN)
        assert bad(door().apply, door().begin(self.built()), naive)[1] == (
            "at: an instant with a zone (pendulum.datetime(…, tz=…)), not 2026-03-04T10:00:00",
        )

    def test_a_role_refused_where_the_row_cites_nothing(self):
        lifecycle = door(base=(START, row(SHUT, Open, OPEN, CLERK, ())))
        with pytest.raises(Refused) as caught:
            lifecycle.apply(lifecycle.begin(self.built()), Open(at=at(4), by=Actor("g", GUEST)))
        (reason,) = caught.value.verdict.reasons
        assert (reason.cites, reason.basis) == ((), Basis.ASSUMED)

    def test_before_the_first_row_an_audit_begins_as_a_restored_history_does(self):
        lifecycle = door(base=(evolve(START, since=date(2026, 6, 1)), OPENS, SHUTS))
        with pytest.raises(Refused) as caught:
            lifecycle.begin(self.built())
        (reason,) = caught.value.verdict.reasons
        assert (reason.text, reason.remedy) == ("Build begins no door", "no row begins it on that day")
        audit = lifecycle.audit([self.built(), Open(at=at(4), by=ANN, key="k")], at(5))
        assert (audit.entity.state, len(audit.findings)) == (OPEN, 1)
        assert [record.against for record in audit.entity.history] == [(reason,), ()]
        assert lifecycle.restore(audit.entity.history) == audit.entity

    def test_a_process_misspelt(self):
        with pytest.raises(KeyError, match="there is no process 'apeal'; there are: appeal, reception") as caught:
            PROCESSES["apeal"]
        assert isinstance(caught.value, PrcommError)
        assert PROCESSES.get("apeal") is None
        with pytest.raises(KeyError, match="there are: none"):
            Processes({})["appeal"]

    def test_a_process_is_looked_up(self):
        processes = Processes({"petition": "samples.petition:PETITION"})
        assert processes["petition"] is PETITION
        assert (len(processes), repr(processes)) == (1, "<Processes: petition>")


def test_the_petition_has_none_of_these():
    assert PETITION.lint() == ()


class TestWhatIsTooLongToShow:
    """A value in an error is told by its beginning, and how long it is."""

    @pytest.mark.parametrize("thing", ["x" * 1000, b"x" * 1000], ids=["text", "bytes"])
    def test_a_text_is_cut_before_it_is_written(self, thing):
        told = quoted(thing)
        assert told.startswith(repr(thing[:20])[:-1])
        assert told.endswith("… (1,000 characters)")
        assert len(told) < 600

    def test_a_short_one_is_as_code_has_it(self):
        assert quoted("it's") == '"it\'s"'

    def test_a_number_that_nobody_writes_is_told_by_its_kind(self):
        assert quoted(10**5000) == "an int too long to show"
