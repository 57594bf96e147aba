"""Rows that carry their conditions and effects, what a deadline leaves unsaid, and dated numbers."""

import re
from datetime import date
from functools import partial
from typing import Annotated

import pendulum
import pytest
from attrs import evolve, frozen
from pendulum import Date

from prcomm import (
    SAME,
    WEEKS,
    Action,
    Actor,
    BadInput,
    Dated,
    Days,
    Enactment,
    Entity,
    FaultyLifecycle,
    Hours,
    Item,
    LastDay,
    Law,
    Lifecycle,
    Months,
    Office,
    Part,
    Reform,
    Refused,
    Role,
    State,
    Status,
    Until,
    Version,
    WorkingDays,
    WorkingHours,
    at_least,
    before,
    by_law,
    each_month,
    each_year,
    earliest,
    further,
    given,
    guard,
    keeps,
    owes,
    part_rows,
    rows,
)
from prcomm.core.table.effects import Begins
from prcomm.core.table.guards import how_many

ACT = Enactment("Act on kites")
PILOT, TOWER = Role("pilot"), Role("tower")
JULY = date(2026, 7, 1)


def until_july(name, first, then, cites):
    """A value that becomes another on 1 July."""
    return Dated(name, (Version(first, cites, until=JULY), Version(then, cites, since=JULY)))


MINUTES = until_july("days a flight may last", 3, 5, ACT(5))
DAY = until_july("the day of the month", 10, 20, ACT(7))
HEIGHT = Dated.of("how high", 100, ACT(6))
LAW = Law("kites", WEEKS, Dated.of("last day", LastDay.STRICT, ACT(9)), zone="UTC")
FIELD = Office("field", zone="UTC")
ANN, BOB = Actor("ann", PILOT), Actor("bob", TOWER)


class KiteState(State):
    DOWN = 1
    UP = 2
    LOST = 3


class TailState(State):
    TIED = 1
    CUT = 2


@frozen(kw_only=True)
class KiteAction(Action): ...


@frozen(kw_only=True)
class Build(KiteAction):
    kite: Annotated[str, "its name"]
    office: Office
    colour: str = "red"
    price: int = 0


@frozen(kw_only=True)
class Fly(KiteAction):
    colour: str
    height: int
    until: Date | None = None


@frozen(kw_only=True)
class Land(KiteAction): ...


@frozen(kw_only=True)
class Paint(KiteAction):
    colour: str


@frozen(kw_only=True)
class Tie(KiteAction):
    tail: str
    length: int = 1


@frozen(kw_only=True)
class Cut(KiteAction):
    tail: str
    length: int


@frozen(kw_only=True)
class Tail(Item[TailState]):
    length: int = 0


@frozen(kw_only=True)
class Kite(Entity[KiteState]):
    colour: str = "none"
    height: int = 0
    tails: tuple[Tail, ...] = ()


def at(month, day, hour=10):
    return pendulum.datetime(2026, month, day, hour, tz="UTC")


row, tail = rows(Kite, KiteState, KiteAction), part_rows(Kite, Tail, TailState, KiteAction)
owed = owes(Kite, KiteAction)
DOWN, UP, LOST = KiteState
# fmt: off
TABLE = (
    row.start(Build, DOWN, PILOT, ACT(1), given("it has a name", ACT(1), lambda a: bool(a.kite)),
        given("its price is lawful", ACT(6), lambda nothing, a, law: nothing is None and a.price <= law[HEIGHT]),
        id="kite"),
    row(DOWN, Fly, UP, PILOT, ACT(2),
        given("it is painted", ACT(2), lambda k, a: k.colour != "none", remedy="paint it"),
        given("it flies no higher than allowed", ACT(6), lambda k, a, law: a.height <= law[HEIGHT]),
        then=keeps("colour", "height")),
    row(UP, Land, DOWN, PILOT, ACT(3), then=lambda k, a: evolve(k, height=0)),
)
TAILS = Part("tails", "tail", (
    tail.start(Tie, TailState.TIED, PILOT, ACT(4),
        given("it is down", ACT(4), lambda k, a: k.state is DOWN), id="tail"),
    tail(TailState.TIED, Cut, TailState.CUT, PILOT, ACT(4), then=keeps("length")),
))
# fmt: on


def kites(*deadlines, table=TABLE, law=LAW, parts=(TAILS,)):
    return Lifecycle("kite", table, deadlines, law=law, parts=parts)


KITES = kites()


def built(lifecycle=KITES, on=None, **more):
    return lifecycle.begin(Build(at=on or at(3, 2), by=ANN, **{"kite": "k", "office": FIELD} | more))


def fly(on=None, **more):
    return Fly(at=on or at(3, 2, 11), by=ANN, **{"colour": "blue", "height": 50} | more)


def against(action, kite=None, lifecycle=KITES):
    return [(reason.text, reason.name) for reason in lifecycle.explain(kite, action).reasons]


def faults(*table):
    """What is wrong with some rows beside the others, without the row that each fault names."""
    with pytest.raises(FaultyLifecycle) as caught:
        kites(table=(*TABLE, *table), parts=())
    return [re.sub(r"^\w+: [\w ]+ -> \w+: ", "", fault) for fault in caught.value.faults]


class TestConditions:
    def test_of_the_action_alone_where_it_begins(self):
        with pytest.raises(Refused, match="it has a name"):
            built(kite="")

    def test_of_the_law_too(self):
        with pytest.raises(Refused, match="its price is lawful"):
            built(price=101)
        assert against(fly(height=101), built()) == [("it flies no higher than allowed",) * 2]

    def test_its_sentence_is_its_name(self):
        kite = built(colour="none")
        (reason,) = KITES.explain(kite, fly()).reasons
        assert (reason.name, reason.remedy, reason.cites) == ("it is painted", "paint it", (ACT(2),))
        assert KITES.without("it is painted").explain(kite, fly()).accepted

    def test_of_a_part_of_the_whole_entity(self):
        flown = KITES.apply(built(), fly())
        assert against(Tie(at=at(3, 3), by=ANN, tail="t"), flown) == [("it is down",) * 2]

    @pytest.mark.parametrize("takes", [lambda: True, lambda k, a, law, more: True])
    def test_that_takes_too_little_or_too_much(self, takes):
        (fault,) = faults(row(UP, Fly, UP, PILOT, ACT(2), given("it is so", ACT(2), takes)))
        assert fault.startswith("the guard 'it is so' takes (")
        assert fault.endswith("), not (entity, action) or (entity, action, context)")

    def test_that_takes_two_where_it_begins(self):
        both = given("it is so", ACT(2), lambda k, a: True)
        (fault,) = faults(row.start(Tie, UP, PILOT, ACT(2), both, then=lambda a: Kite(id="1", office=FIELD)))
        assert fault.endswith("takes (k, a), not (action) or (None, action, context)")

    def test_a_function_that_does_not_say_what_it_takes_is_handed_all(self):
        assert [how_many(one) for one in (lambda a, b=1: a, len, min, partial(pow, 2))] == [1, 1, None, 1]
        assert guard("it is so", ACT(1))(min).reads_law


class TestWhatMayBeDone:
    def test_what_needs_no_more_than_the_file_is_asked(self):
        painted, bare = built(), built(colour="none")
        assert [one.action for one in KITES.allowed(painted, ANN, at(3, 3))] == [Fly, Tie]
        assert [one.action for one in KITES.allowed(bare, ANN, at(3, 3))] == [Tie]

    def test_what_needs_more_is_quoted(self):
        fly_it, _ = KITES.allowed(built(), ANN, at(3, 3))
        assert [guard.text for guard in fly_it.conditions] == ["it flies no higher than allowed"]

    def test_an_error_of_the_condition_itself_is_not_hidden(self):
        broken = row(UP, Land, DOWN, PILOT, ACT(3), given("it is so", ACT(3), lambda k, a: k.nothing_such))
        lifecycle = kites(table=(*TABLE[:2], broken))
        with pytest.raises(AttributeError, match="nothing_such"):
            lifecycle.allowed(lifecycle.apply(built(lifecycle), fly()), ANN, at(3, 3))


class TestEffects:
    def test_what_both_name_is_kept(self):
        kite = KITES.apply(built(), fly())
        assert (kite.colour, kite.height) == ("blue", 50)
        assert KITES.apply(kite, Land(at=at(3, 3), by=ANN)).height == 0

    def test_an_entity_begins_with_what_both_name(self):
        kite = built(colour="green")
        assert (kite.id, kite.office, kite.colour, kite.height) == ("k", FIELD, "green", 0)

    def test_so_does_a_part(self):
        tied = KITES.apply(built(), Tie(at=at(3, 3), by=ANN, tail="t", length=4))
        assert [(one.id, one.length, one.state) for one in tied.tails] == [("t", 4, TailState.TIED)]
        cut = KITES.apply(tied, Cut(at=at(3, 4), by=ANN, tail="t", length=1))
        assert [(one.length, one.state) for one in cut.tails] == [(1, TailState.CUT)]

    def test_equal_ones_are_equal(self):
        assert keeps("colour") == keeps("colour") != keeps("height")
        assert Begins.with_all(Kite, Build, "kite") == TABLE[0].then

    @pytest.mark.parametrize(
        ("effect", "told"),
        [
            (keeps(), ["keeps() names no field"]),
            (
                keeps("weight"),
                ["keeps('weight'): Kite has no field 'weight'", "keeps('weight'): Fly has no field 'weight'"],
            ),
            (keeps("until"), ["keeps('until'): Kite has no field 'until'"]),
            (keeps("tails"), ["keeps('tails'): Fly has no field 'tails'"]),
            (
                keeps("state"),
                ["keeps('state'): Fly has no field 'state'", "keeps('state'): that is the lifecycle's to fill in"],
            ),
        ],
    )
    def test_what_is_kept_is_checked(self, effect, told):
        assert faults(row(UP, Fly, UP, PILOT, ACT(2), then=effect)) == told

    def test_what_begins_is_checked(self):
        @frozen(kw_only=True)
        class Raft(Entity[KiteState]):
            logs: int

        raft = rows(Raft, KiteState, KiteAction)
        with pytest.raises(FaultyLifecycle) as caught:
            Lifecycle("raft", (raft.start(Land, DOWN, PILOT, ACT(1), id="name"),), law=LAW)
        assert caught.value.faults == (
            "Land: nothing yet -> DOWN: id='name': Land has no field 'name'",
            "Land: nothing yet -> DOWN: Raft.office has no default, and Land no field of that name",
            "Land: nothing yet -> DOWN: Raft.logs has no default, and Land no field of that name",
        )

    def test_what_is_no_attrs_class_is_told_by_what_is_wrong_with_it(self):
        class Bare(Entity[KiteState]):
            """Without its own ``@frozen`` it is what it is below."""

        assert Begins.with_all(int, Build, "kite").names == ()
        assert list(Begins.with_all(int, Build, "kite").faults(int, Build)) == []
        assert Begins.with_all(Bare, Build, "kite").names == ("office",)

    def test_the_states_of_one_row_share_it(self):
        painted = row(DOWN | UP, Paint, SAME, PILOT, ACT(2), then=keeps("colour"))
        lifecycle = kites(table=(*TABLE, painted))
        kite = built(lifecycle)
        for colour, more in (("grey", [fly(height=3)]), ("pink", [])):
            kite = lifecycle.apply(kite, Paint(at=at(3, 2, 11), by=ANN, colour=colour))
            assert kite.colour == colour
            for action in more:
                kite = lifecycle.apply(kite, action)
        assert kite.state is UP


class TestDeadlines:
    def due(self, deadline, *actions, on, law=LAW, begun=None):
        lifecycle = kites(deadline, law=law)
        kite = built(lifecycle, begun)
        for action in actions:
            kite = lifecycle.apply(kite, action)
        return lifecycle.due(kite, on)

    def test_counted_from_its_action_unless_another_instant_is_said(self):
        (due,) = self.due(owed("flight", Build, Days(2), Fly, PILOT, ACT(5)), on=at(3, 2))
        assert (due.start, due.raw) == (Date(2026, 3, 2), Date(2026, 3, 4))
        since = owed("flight", Build, Days(2), Fly, PILOT, ACT(5), since=lambda k, a: date(2026, 2, 1))
        (due,) = self.due(since, on=at(3, 2))
        assert due.raw == Date(2026, 2, 3)

    def test_only_in_some_cases(self):
        deadline = owed("flight", Build, Days(2), Fly, PILOT, ACT(5), when=lambda k, a: a.price > 0)
        assert self.due(deadline, on=at(3, 2)) == ()

    def test_told_apart_by_a_field(self):
        deadline = owed("cutting", Tie, Days(2), Cut, PILOT, ACT(5), per="tail")
        tied = [Tie(at=at(3, day), by=ANN, tail=name) for day, name in ((2, "a"), (3, "b"))]
        tied[0] = evolve(tied[0], at=at(3, 2, 11))
        dues = self.due(deadline, *tied, Cut(at=at(3, 4), by=ANN, tail="b", length=1), on=at(3, 5))
        assert {due.key: due.met for due in dues} == {"a": None, "b": Date(2026, 3, 4)}

    def test_lifted_by_a_move_to_none(self):
        deadline = owed("flight", Build, Days(2), Land, PILOT, ACT(5), owed.moved(Fly, None))
        (due,) = self.due(deadline, fly(), on=at(3, 9))
        assert due.status(at(3, 9)) is Status.LIFTED

    def test_a_function_says_how_long_and_reads_the_law_only_in_by_law(self):
        plain = owed("flight", Build, lambda k, a: Days(len(a.kite)), Fly, PILOT, ACT(5))
        reading = owed("flight", Build, by_law(lambda k, a, law: Days(law[HEIGHT] // 50)), Fly, PILOT, ACT(5))
        assert [self.due(one, on=at(3, 2))[0].raw for one in (plain, reading)] == [Date(2026, 3, 3), Date(2026, 3, 4)]

    def test_so_does_one_that_moves(self):
        plain = owed.moved(Fly, lambda k, a, running: Until(running.raw.add(days=a.height)))
        reading = owed.moved(Fly, by_law(lambda k, a, running, law: Days(law[MINUTES])))
        for move, raw in ((plain, Date(2026, 3, 6)), (reading, Date(2026, 3, 5))):
            deadline = owed("flight", Build, Days(2), Land, PILOT, ACT(5), move)
            assert self.due(deadline, fly(height=2), on=at(3, 3))[0].raw == raw


class TestDatedNumbers:
    @pytest.mark.parametrize(
        ("term", "in_june", "in_july"),
        [
            # 1 June 2026 is a Monday, 1 July a Wednesday; three of something then, five from July on
            (Days(MINUTES), Date(2026, 6, 4), Date(2026, 7, 6)),
            (WorkingDays(MINUTES), Date(2026, 6, 4), Date(2026, 7, 8)),
            (Months(MINUTES), Date(2026, 9, 1), Date(2026, 12, 1)),
            (earliest(Days(MINUTES), Months(1)), Date(2026, 6, 4), Date(2026, 7, 6)),
            (at_least(Days(MINUTES)), Date(2026, 6, 4), Date(2026, 7, 6)),
            (before(date(2026, 7, 20), Days(MINUTES)), Date(2026, 7, 17), Date(2026, 7, 15)),
        ],
    )
    def test_are_those_of_the_day_the_clock_begins(self, term, in_june, in_july):
        lifecycle = kites(owed("flight", Build, term, Fly, PILOT, ACT(4)))
        for begun, raw in ((at(6, 1), in_june), (at(7, 1), in_july)):
            (due,) = lifecycle.due(built(lifecycle, begun), begun)
            assert due.raw == raw
            assert ACT(5) in due.cites
            assert f"days a flight may last: {3 if begun.month == 6 else 5}" in str(due.trace)

    def test_in_hours_too(self):
        """From 17:00: three hours by any clock; one that day until 18:00 and two from 9:00 on the next."""
        for term, ends in ((Hours(MINUTES), at(6, 1, 20)), (WorkingHours(MINUTES), at(6, 2, 11))):
            lifecycle = kites(owed("flight", Build, term, Fly, PILOT, ACT(4)))
            (due,) = lifecycle.due(built(lifecycle, at(6, 1, 17)), at(6, 1, 17))
            assert due.raw == ends

    def test_in_a_move(self):
        lifecycle = kites(owed("flight", Build, Days(2), Land, PILOT, ACT(4), owed.moved(Fly, further(Days(MINUTES)))))
        (due,) = lifecycle.due(lifecycle.apply(built(lifecycle, at(6, 1)), fly(at(6, 2))), at(6, 2))
        assert due.raw == Date(2026, 6, 6)

    def test_a_reform_replaces_them(self):
        lifecycle = kites(owed("flight", Build, Days(MINUTES), Fly, PILOT, ACT(4))).under(Reform(MINUTES, 1))
        (due,) = lifecycle.due(built(lifecycle, at(6, 1)), at(6, 1))
        assert due.raw == Date(2026, 6, 2)

    def test_they_are_said_by_the_name_of_their_value(self):
        assert str(Days(MINUTES)) == "days a flight may last"
        assert str(each_month(day=DAY)) == "once each month; the day of the month"

    def test_without_a_law_they_are_not_known(self):
        with pytest.raises(BadInput, match="known only under a law"):
            _ = Days(MINUTES).number
        assert Days(3).number == 3

    def test_a_month_by_the_day_of_its_first_day(self):
        """The 10th until June, the 20th from July on."""
        lifecycle = kites(owed("report", Build, each_month(day=DAY), Land, PILOT, ACT(7)))
        dues = lifecycle.due(built(lifecycle, at(5, 20)), at(7, 5))
        assert [(due.key, due.raw) for due in dues] == [("2026-06", Date(2026, 6, 10)), ("2026-07", Date(2026, 7, 20))]
        assert "the day of the month: 20" in str(dues[-1].trace)
        assert {ACT(7)} == {cite for due in dues for cite in due.cites}
        alarm = lifecycle.next_wakeups(built(lifecycle, at(5, 20)), at(7, 5))[0]
        assert alarm.at == pendulum.datetime(2026, 7, 21, tz="UTC")

    def test_a_year_by_a_dated_day(self):
        lifecycle = kites(owed("report", Build, each_year(month=3, day=DAY), Land, PILOT, ACT(7)))
        kite = built(lifecycle, pendulum.datetime(2025, 12, 31, 10, tz="UTC"))
        assert [due.raw for due in lifecycle.due(kite, at(2, 1))] == [Date(2026, 3, 10)]
