"""The short functions written out for a table: a hearing, adjourned to a day, with a field it works out by itself."""

import linecache
from datetime import UTC, date, datetime

import pendulum
import pytest
from attrs import Factory, evolve, field, frozen
from pendulum import DateTime

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
    Kind,
    LastDay,
    Law,
    Lifecycle,
    Office,
    Refused,
    Role,
    State,
    further,
    owes,
    rows,
)

ACT = Enactment("Hearings Act")
LAW = Law("the court", WEEKS, Dated.of("last day", LastDay.STRICT, ACT(9)))
JUDGE, PARTY = Role("judge"), Role("party")
ANN, PAUL = Actor("j1", JUDGE), Actor("p1", PARTY)
COURT = Office("the court", zone="Europe/Berlin")


class HearingState(State):
    CALLED = 1
    HEARD = 2


class HearingKind(Kind):
    OPEN = 1
    CLOSED = 2


@frozen(kw_only=True)
class HearingAction(Action):
    """What is done about a hearing."""


@frozen(kw_only=True)
class Call(HearingAction):
    case: str
    office: Office
    kind: HearingKind = HearingKind.OPEN


@frozen(kw_only=True)
class Adjourn(HearingAction):
    to: DateTime
    papers_by: DateTime | None = None


@frozen(kw_only=True)
class Hear(HearingAction):
    """It takes place."""


@frozen(kw_only=True)
class Hearing(Entity[HearingState]):
    kind: HearingKind = HearingKind.OPEN
    to: DateTime | None = None
    label: str = field(init=False, default=Factory(lambda hearing: f"hearing {hearing.id}", takes_self=True))


def called(action: Call) -> Hearing:
    return Hearing(id=action.case, office=action.office, kind=action.kind)


def adjourned(hearing: Hearing, action: Adjourn) -> Hearing:
    return evolve(hearing, to=action.to)


def its_instant(hearing: Hearing, action: Action) -> DateTime:
    return action.at


row, owed = rows(Hearing, HearingState, HearingAction), owes(Hearing, HearingAction)
TRANSITIONS = (
    row.start(Call, HearingState.CALLED, JUDGE, ACT(1), then=called),
    row(HearingState.CALLED, Adjourn, SAME, JUDGE, ACT(2), then=adjourned),
    row(HearingState.CALLED, Hear, HearingState.HEARD, JUDGE, ACT(3)),
)
HEARING = Lifecycle("hearing", TRANSITIONS, law=LAW, final=HearingState.HEARD)


def at(day: int, hour: int = 10) -> DateTime:
    return DateTime(2026, 3, day, hour, tzinfo=COURT.tz)


CALLED = HEARING.begin(Call(at=at(3), by=ANN, case="7", office=COURT))


class TestInstantsBesideTheTime:
    """A day to which something is put off is an instant as much as the time of the act: it needs its zone."""

    def test_with_its_zone_it_is_accepted(self):
        assert HEARING.apply(CALLED, Adjourn(at=at(4), by=ANN, to=at(20))).to == at(20)
        both = Adjourn(at=at(4), by=ANN, to=at(20), papers_by=at(18))
        assert HEARING.apply(CALLED, both).history[-1].action.papers_by == at(18)

    @pytest.mark.parametrize(
        ("to", "papers_by", "faults"),
        [
            (pendulum.naive(2026, 3, 20, 10), None, ["to"]),
            (at(20), pendulum.naive(2026, 3, 18, 10), ["papers_by"]),
            (pendulum.naive(2026, 3, 20, 10), pendulum.naive(2026, 3, 18, 10), ["to", "papers_by"]),
        ],
    )
    def test_without_a_zone_it_is_bad_input_and_named(self, to, papers_by, faults):
        adjourn = Adjourn(at=at(4), by=ANN, to=to, papers_by=papers_by)
        for ask in (HEARING.apply, HEARING.explain):
            with pytest.raises(BadInput) as caught:
                ask(CALLED, adjourn)
            assert [fault.split(":")[0] for fault in caught.value.faults] == faults
            assert caught.value.faults[0].endswith(":00:00")

    def test_one_that_is_left_out_where_it_may_not_be_is_no_less(self):
        with pytest.raises(BadInput, match="to: an instant with a zone, not None"):
            HEARING.apply(CALLED, Adjourn(at=at(4), by=ANN, to=None))

    def test_an_audit_says_at_which_step(self):
        adjourn = Adjourn(at=at(4), by=ANN, to=pendulum.naive(2026, 3, 20, 10))
        with pytest.raises(BadInput, match="step 1: to: an instant with a zone, not 2026-03-20T10:00:00"):
            HEARING.audit([CALLED.history[0].action, adjourn], at(5))


class TestFieldsOfItsOwn:
    def test_a_field_an_entity_works_out_by_itself_stays(self):
        heard = HEARING.apply(HEARING.apply(CALLED, Adjourn(at=at(4), by=ANN, to=at(20))), Hear(at=at(20), by=ANN))
        assert (heard.label, heard.to, heard.state) == ("hearing 7", at(20), HearingState.HEARD)
