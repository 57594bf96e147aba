"""The short functions written out for a table: a hearing, adjourned to a day, with a field it works out by itself."""

from datetime import date

import pendulum
import pytest
from attrs import Factory, evolve, field, frozen
from pendulum import DateTime
from samples.petition import (
    CARL,
    EMIL,
    HEIDI,
    PETITION,
    QUESTIONS,
    Answer,
    Ask,
    Close,
    Lengthen,
    Reply,
    Take,
    at as petition_at,
    filed_on,
)

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
    LastDay,
    Law,
    Lifecycle,
    Office,
    Role,
    State,
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


@frozen(kw_only=True)
class HearingAction(Action):
    """What is done about a hearing."""


@frozen(kw_only=True)
class Call(HearingAction):
    case: str
    office: Office


@frozen(kw_only=True)
class Adjourn(HearingAction):
    to: DateTime
    papers_by: DateTime | None = None


@frozen(kw_only=True)
class Hear(HearingAction):
    """It takes place."""


@frozen(kw_only=True)
class Hearing(Entity[HearingState]):
    to: DateTime | None = None
    label: str = field(init=False, default=Factory(lambda hearing: f"hearing {hearing.id}", takes_self=True))


def called(action: Call) -> Hearing:
    return Hearing(id=action.case, office=action.office)


def adjourned(hearing: Hearing, action: Adjourn) -> Hearing:
    return evolve(hearing, to=action.to)


row = rows(Hearing, HearingState, HearingAction)
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

    @pytest.mark.parametrize(
        ("given", "told"), [(None, "None"), ("tomorrow", "'tomorrow'"), (date(2026, 3, 20), "2026-03-20")]
    )
    def test_what_is_no_instant_at_all_is_bad_input_too(self, given, told):
        for ask in (HEARING.apply, HEARING.explain):
            with pytest.raises(BadInput) as caught:
                ask(CALLED, Adjourn(at=at(4), by=ANN, to=given))
            assert caught.value.faults == (f"to: an instant with a zone (pendulum.datetime(…, tz=…)), not {told}",)

    def test_an_audit_says_at_which_step(self):
        adjourn = Adjourn(at=at(4), by=ANN, to=pendulum.naive(2026, 3, 20, 10))
        with pytest.raises(
            BadInput,
            match=r"step 1: to: an instant with a zone \(pendulum.datetime\(…, tz=…\)\), not 2026-03-20T10:00:00",
        ):
            HEARING.audit([CALLED.history[0].action, adjourn], at(5))


class TestFieldsOfItsOwn:
    def test_a_field_an_entity_works_out_by_itself_stays(self):
        heard = HEARING.apply(HEARING.apply(CALLED, Adjourn(at=at(4), by=ANN, to=at(20))), Hear(at=at(20), by=ANN))
        assert (heard.label, heard.to, heard.state) == ("hearing 7", at(20), HearingState.HEARD)

    def test_state_history_and_clocks_are_not_the_effects_to_give(self):
        """An effect may make the entity anew: what has been, and what is owed, stay."""

        def anew(hearing: Hearing, action: Adjourn) -> Hearing:
            return Hearing(id=hearing.id, office=hearing.office, to=action.to)

        owed = owes(Hearing, HearingAction)("hearing", Call, Days(30), (Hear,), JUDGE, ACT(4))
        table = [evolve(row, then=anew) if row.action is Adjourn else row for row in TRANSITIONS]
        lifecycle = Lifecycle("hearing", table, [owed], law=LAW)
        called = lifecycle.begin(CALLED.history[0].action)
        later = lifecycle.apply(called, Adjourn(at=at(4), by=ANN, to=at(20)))
        assert (later.to, later.state, later.clocks) == (at(20), HearingState.CALLED, called.clocks)
        assert later.history[:-1] == called.history
        assert [due.name for due in lifecycle.due(later, at(5), open=True)] == ["hearing"]


class Instant(DateTime):
    """An instant of a class of somebody's own."""


class TestAnInstantOfAnotherClass:
    """It is looked at closer, and does what any other does."""

    def test_begins_and_moves_all_the_same(self):
        at = Instant(2026, 3, 3, 10, tzinfo=COURT.tz)
        called = HEARING.begin(Call(at=at, by=ANN, case="7", office=COURT))
        assert (called.state, called.history[0].cites) == (HearingState.CALLED, (ACT(1),))
        heard = HEARING.apply(called, Hear(at=at, by=ANN))
        assert (heard.state, heard.history[1].cites) == (HearingState.HEARD, (ACT(3),))


class TestTheFastWay:
    """What is lawful is never judged twice: the slow way is asked only for the reasons of a refusal."""

    @pytest.fixture(autouse=True)
    def no_slow_way(self, monkeypatch):
        def slowly(self, entity, action):
            raise AssertionError(f"{type(action).__name__} went the slow way")

        monkeypatch.setattr(Lifecycle, "_verdict", slowly)

    def test_an_action_with_instants_and_an_effect(self):
        later = HEARING.apply(CALLED, Adjourn(at=at(4), by=ANN, to=at(20), papers_by=at(18)))
        assert HEARING.apply(later, Hear(at=at(20), by=ANN)).version == 3

    def test_what_anybody_may(self):
        anybody = HEARING.without(roles=[Hear])
        assert anybody.apply(CALLED, Hear(at=at(4), by=PAUL)).state is HearingState.HEARD

    def test_rows_of_kinds_guards_clocks_and_things_inside_on_both_sides_of_an_amendment(self):
        for month in (3, 7):
            petition = PETITION.apply(filed_on(month, 3), Take(at=petition_at(month, 3), by=CARL))
            petition = PETITION.apply(petition, Ask(at=petition_at(month, 4), by=CARL, question="q"))
            petition = PETITION.apply(petition, Reply(at=petition_at(month, 5), by=EMIL, question="q"))
            petition = PETITION.apply(petition, Lengthen(at=petition_at(month, 6), by=HEIDI))
            petition = PETITION.apply(petition, Answer(at=petition_at(month, 7), by=CARL, digest="d"))
            assert PETITION.apply(petition, Close(at=petition_at(month, 8), by=HEIDI)).version == 7

    def test_things_inside_in_every_state_of_the_whole(self):
        parts = [evolve(QUESTIONS, during=())]
        always = Lifecycle("petition", PETITION.transitions, PETITION.deadlines, law=PETITION.law, parts=parts)
        asked = always.apply(filed_on(3, 3), Ask(at=petition_at(3, 4), by=CARL, question="q"))
        assert always.apply(asked, Reply(at=petition_at(3, 5), by=EMIL, question="q")).version == 3

    def test_what_is_refused_asks_for_its_reasons(self):
        with pytest.raises(AssertionError, match="Hear went the slow way"):
            HEARING.apply(CALLED, Hear(at=at(4), by=PAUL))
