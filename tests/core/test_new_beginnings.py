"""A clock that begins anew, a term that depends on what an action came to, and what can't be said of either."""

import pickle
from collections.abc import Mapping
from datetime import date
from enum import Enum
from typing import Any

import pytest
from attrs import frozen
from one_duty import ACT, ANN, CLERK, CODE, FIVE, LAW, at
from one_request import (
    EXTENDED,
    LAW_THAT_ROLLS,
    TRANSITIONS,
    Answer,
    Ask,
    AskToo,
    Clarify,
    Extend,
    Notice,
    Pay,
    Query,
    due,
    lived,
    owed,
    paused,
    request,
)

from prcomm import (
    SAME,
    Action,
    BadInput,
    Basis,
    Dated,
    Days,
    Entity,
    FaultKind,
    FaultyLifecycle,
    Hours,
    Item,
    Kind,
    Lifecycle,
    Office,
    Part,
    State,
    Status,
    Term,
    Version,
    WorkingDays,
    at_least,
    before,
    by_field,
    by_law,
    by_state,
    each_month,
    further,
    owes,
    part_rows,
    rows,
)

ANEW = owed.restarted(Clarify, cites=ACT(1, 3))
TODAY = "2008-10-01 09:00"


class TestItBeginsAnew:
    """Asked on Wednesday 1 October; clarified on Thursday 9."""

    @pytest.mark.parametrize(
        ("term", "last"),
        [
            (Days(10), "2008-10-19"),
            (WorkingDays(10), "2008-10-23"),
            (at_least(Days(10)), "2008-10-19"),
            (Hours(240), "2008-10-19 10:00"),
        ],
    )
    def test_the_whole_term_runs_from_it(self, term: Term, last: str) -> None:
        one = due(request(term, ANEW), TODAY, (Clarify, "2008-10-09 10:00"))
        assert str(one.raw)[:16] == last
        assert str(one.start)[:10] == "2008-10-09"

    def test_it_is_traced(self) -> None:
        one = due(request(Days(2), ANEW), TODAY, (Clarify, "2008-10-02 10:00"))
        assert [str(line) for line in one.trace][:4] == [
            "2008-10-02 Thu  -  day 0: the event itself (Civil Code art. 146)",
            "2008-10-02 Thu  -  Clarify: the clock begins anew (Civil Code art. 1)",
            "2008-10-03 Fri  +  day 1",
            "2008-10-04 Sat  +  day 2",
        ]
        assert ACT(1, 3) in one.cites

    def test_what_was_before_is_gone(self) -> None:
        """A pause that lasts, one that is over, an extension."""
        lifecycle = request(Days(10), EXTENDED, paused(), owed.paused(Query), ANEW)
        steps = (
            (Notice, "2008-10-02 10:00"), (Pay, "2008-10-04 10:00"),
            (Extend, "2008-10-05 10:00", {"to": further(Days(9))}), (Query, "2008-10-06 10:00"),
            (Clarify, "2008-10-09 10:00"),
        )  # fmt: skip
        one = due(lifecycle, TODAY, *steps, now="2008-10-15 10:00")
        assert (one.raw, one.paused, one.unlengthened) == (date(2008, 10, 19), None, date(2008, 10, 19))

    def test_what_comes_after_counts(self) -> None:
        lifecycle = request(Days(10), EXTENDED, paused(), ANEW)
        steps = (
            (Clarify, "2008-10-09 10:00"), (Notice, "2008-10-10 10:00"), (Pay, "2008-10-12 10:00"),
            (Extend, "2008-10-13 10:00", {"to": further(Days(9))}),
        )  # fmt: skip
        assert due(lifecycle, TODAY, *steps).raw == date(2008, 10, 30)

    def test_however_often(self) -> None:
        steps = (Clarify, "2008-10-09 10:00"), (Clarify, "2008-10-10 10:00"), (Clarify, "2008-10-10 11:00")
        assert due(request(Days(10), ANEW), TODAY, *steps).raw == date(2008, 10, 20)

    @pytest.mark.parametrize("by", [Clarify, Query])
    def test_by_any_of_several_actions(self, by: Any) -> None:
        lifecycle = request(Days(10), owed.restarted((Clarify, Query)))
        assert due(lifecycle, TODAY, (by, "2008-10-09 10:00")).raw == date(2008, 10, 19)

    def test_by_the_action_with_which_it_began(self) -> None:
        """A request that is repeated."""
        lifecycle = request(Days(10), owed.restarted(AskToo), keyed=True)
        steps = (AskToo, "2008-10-02 09:00", {"key": "b"}), (AskToo, "2008-10-09 09:00", {"key": "b"})
        found = lifecycle.due(lived(lifecycle, TODAY, steps), at("2008-10-10 09:00"))
        assert [(one.key, one.raw) for one in found] == [(None, date(2008, 10, 11)), ("b", date(2008, 10, 19))]

    def test_with_another_term(self) -> None:
        lifecycle = request(Days(10), owed.restarted(Clarify, WorkingDays(3)))
        assert due(lifecycle, TODAY, (Clarify, "2008-10-09 10:00")).raw == date(2008, 10, 14)

    @pytest.mark.parametrize(
        "within",
        [lambda request, action: Days(3), by_law(lambda request, action, context: Days(context.day.day - 6)),
         Dated.of("days to answer what was clarified", Days(3), ACT(3))],
        ids=["of entity and action", "of the law of that day", "dated"],
    )  # fmt: skip
    def test_with_a_term_that_is_looked_up(self, within: Any) -> None:
        one = due(request(Days(10), owed.restarted(Clarify, within)), TODAY, (Clarify, "2008-10-09 10:00"))
        assert one.raw == date(2008, 10, 12)
        assert isinstance(within, Dated) == (ACT(3) in one.cites)

    def test_from_another_day(self) -> None:
        lifecycle = request(Days(10), owed.restarted(Clarify, since=lambda request, action: date(2008, 10, 7)))
        assert due(lifecycle, TODAY, (Clarify, "2008-10-09 10:00")).raw == date(2008, 10, 17)

    def test_under_the_law_of_that_day(self) -> None:
        """10 days until 5 October, 20 from then on. What is not asked for any more is not read."""
        value = Dated(
            "days to answer",
            (
                Version(10, CODE(1).by(Basis.ANALOGY), until=date(2008, 10, 5)),
                Version(20, CODE(2), since=date(2008, 10, 5)),
            ),
        )
        lifecycle = request(Days(value), ANEW)
        one = due(lifecycle, TODAY, (Clarify, "2008-10-09 10:00"))
        assert (one.raw, one.basis) == (date(2008, 10, 29), Basis.STATUTE)
        assert "days to answer: 20 (" in str(one.trace)
        assert "days to answer: 10 (" not in str(one.trace)
        assert due(lifecycle, TODAY, (Clarify, "2008-10-04 10:00")).raw == date(2008, 10, 14)

    def test_where_nothing_is_owed_then(self) -> None:
        lifecycle = request(Days(10), owed.restarted(Clarify, lambda request, action: None))
        one = due(lifecycle, TODAY, (Clarify, "2008-10-09 10:00"))
        assert (one.raw, one.status(at("2008-10-10 09:00"))) == (None, Status.LIFTED)
        assert (
            str(one.trace)
            == "2008-10-09 Thu  -  Clarify: the clock begins anew, and nothing is owed (Civil Code art. 1)"
        )

    def test_a_term_of_periods_is_refused(self) -> None:
        lifecycle = request(Days(10), owed.restarted(Clarify, lambda request, action: each_month()))
        with pytest.raises(BadInput, match="within: once each month is given itself"):
            due(lifecycle, TODAY, (Clarify, "2008-10-09 10:00"))

    def test_a_limit_that_was_lifted_is_there_again(self) -> None:
        lifecycle = request(Days(10), EXTENDED, ANEW)
        entity = lived(lifecycle, TODAY, [(Extend, "2008-10-05 10:00", {"to": None}), (Clarify, "2008-12-09 10:00")])
        (one,) = lifecycle.due(entity, at("2008-12-10 09:00"), open=True)
        assert one.raw == date(2008, 12, 19)

    def test_what_had_run_out_is_not_saved(self) -> None:
        """10 days end on Saturday 11. On that day it begins anew, on the next one no more."""
        assert due(request(Days(10), ANEW), TODAY, (Clarify, "2008-10-11 23:00")).raw == date(2008, 10, 21)
        late = due(request(Days(10), ANEW), TODAY, (Clarify, "2008-10-12 00:00"))
        assert (late.raw, late.status(at("2008-10-12 01:00"))) == (date(2008, 10, 11), Status.OVERDUE)
        assert "Clarify: its last day had passed, so the clock does not begin anew" in str(late.trace)
        assert ACT(1, 3) not in late.cites

    def test_hours_that_had_run_out_are_not_saved(self) -> None:
        assert due(request(Hours(2), ANEW), TODAY, (Clarify, "2008-10-01 11:00")).raw == at("2008-10-01 13:00")
        assert due(request(Hours(2), ANEW), TODAY, (Clarify, "2008-10-01 11:01")).raw == at("2008-10-01 11:00")

    def test_a_pause_that_had_run_out_stays_so(self) -> None:
        """Not saved by what begins it anew, it is as it was: stopped in time or not."""
        steps = (Notice, "2008-10-20 10:00"), (Clarify, "2008-10-21 10:00")
        one = due(request(Days(10), paused(), ANEW), TODAY, *steps)
        assert (one.raw, one.status(at("2008-10-21 11:00"))) == (date(2008, 10, 11), Status.OVERDUE)

    def test_what_was_stopped_in_time_begins_anew_however_late(self) -> None:
        steps = (Query, "2008-10-10 10:00"), (Clarify, "2009-10-09 10:00")
        assert due(request(Days(10), owed.paused(Query), ANEW), TODAY, *steps).raw == date(2009, 10, 19)

    def test_a_least_term_begins_anew_on_whatever_day(self) -> None:
        one = due(request(at_least(Days(10)), ANEW), TODAY, (Clarify, "2008-12-09 10:00"))
        assert one.raw == date(2008, 12, 19)

    def test_what_is_done_after_it_was_met_changes_nothing(self) -> None:
        steps = (Answer, "2008-10-09 10:00"), (Clarify, "2008-10-10 10:00")
        one = due(request(Days(10), ANEW), TODAY, *steps)
        assert (one.raw, one.met) == (date(2008, 10, 11), date(2008, 10, 9))

    def test_an_unlawful_one_changes_nothing(self) -> None:
        lifecycle = request(Days(10), ANEW)
        audit = lifecycle.audit(
            [
                Ask(at=at(TODAY), by=ANN, office=FIVE),
                Clarify(at=at("2008-10-09 10:00"), by=ANN.__class__("c2", NOBODY)),
            ],
            at("2008-10-10 10:00"),
        )
        assert [one.raw for one in audit.dues] == [date(2008, 10, 11)]

    def test_a_law_that_is_not_known_on_that_day(self) -> None:
        value = Dated("days to answer", (Version(10, CODE(1), until=date(2008, 10, 5)),))
        one = due(request(Days(value), ANEW), TODAY, (Clarify, "2008-10-09 10:00"))
        assert one.unknown

    def test_it_is_pickled(self) -> None:
        one = due(request(Days(2), ANEW), TODAY, (Clarify, "2008-10-02 10:00"))
        kept = pickle.loads(pickle.dumps(one))
        assert (kept, kept.trace, kept.cites) == (one, one.trace, one.cites)


NOBODY = CLERK.__class__("nobody")


# -- by what an action came to


class G(State):
    OPEN = 1
    GRANTED = 2
    REFUSED = 3
    CLOSED = 4


class How(Kind):
    WHOLLY = 1
    PARTLY = 2
    NOT = 3


class Why(Enum):
    LATE = 1


@frozen(kw_only=True)
class GrantAction(Action): ...


@frozen(kw_only=True)
class Apply(GrantAction):
    office: Office


@frozen(kw_only=True)
class Grant(GrantAction):
    how: How
    granted: bool = True
    why: Why | None = None
    number: int = 0


@frozen(kw_only=True)
class Refuse(GrantAction): ...


@frozen(kw_only=True)
class Note(GrantAction): ...


@frozen(kw_only=True)
class Tell(GrantAction): ...


@frozen(kw_only=True)
class Appeal(GrantAction):
    part: str
    good: bool


@frozen(kw_only=True)
class PartState(Item[G]): ...


@frozen(kw_only=True)
class Application(Entity[G]):
    parts: tuple[PartState, ...] = ()


grow, gowes = rows(Application, G, GrantAction), owes(Application, GrantAction)
prow = part_rows(Application, PartState, G, GrantAction)
PARTS = Part("parts", "part", (prow.start(Appeal, G.OPEN, CLERK, ACT(1), then=lambda a: PartState(id=a.part)),))
GRANTS = (
    grow.start(Apply, G.OPEN, CLERK, ACT(1), then=lambda action: Application(id="a", office=action.office)),
    grow(G.OPEN, Grant, G.GRANTED, CLERK, ACT(1)),
    grow(G.OPEN, Refuse, G.REFUSED, CLERK, ACT(1)),
    grow(G.GRANTED | G.REFUSED, Note, SAME, CLERK, ACT(1)),
    grow(G.GRANTED | G.REFUSED, Tell, G.CLOSED, CLERK, ACT(1)),
    grow.never(G.CLOSED, Refuse, ACT(1), "what is closed is not refused"),
)


def grants(within: Any, *moves: Any, begins: Any = (Grant, Refuse)) -> Lifecycle[Application, GrantAction]:
    return Lifecycle(
        "grants", GRANTS, [gowes("notice", begins, within, Tell, CLERK, ACT(2), *moves)], law=LAW, final=G.CLOSED
    )


def notice(lifecycle: Lifecycle[Application, GrantAction], *steps: Any) -> Any:
    entity = lifecycle.begin(Apply(at=at(TODAY), by=ANN, office=FIVE))
    for kind, when, *fields in steps:
        entity = lifecycle.apply(entity, kind(at=at(when), by=ANN, **(fields[0] if fields else {})))
    found = lifecycle.due(entity, entity.history[-1].action.at)
    return found[0].raw if found else None


class TestByTheOutcome:
    """If granted 10 days, if refused 3; decided on 2 October."""

    GRANTED, REFUSED = (Grant, "2008-10-02 10:00", {"how": How.WHOLLY}), (Refuse, "2008-10-02 10:00")
    BY_STATE: Mapping[G, Term] = {G.GRANTED: Days(10), G.REFUSED: Days(3)}

    def test_by_the_state_it_led_to(self) -> None:
        lifecycle = grants(by_state(self.BY_STATE))
        assert notice(lifecycle, self.GRANTED) == date(2008, 10, 12)
        assert notice(lifecycle, self.REFUSED) == date(2008, 10, 5)

    def test_states_that_come_later_change_nothing(self) -> None:
        assert notice(grants(by_state(self.BY_STATE)), self.GRANTED, (Tell, "2008-10-20 10:00")) == date(2008, 10, 12)

    @pytest.mark.parametrize(("granted", "last"), [(True, date(2008, 10, 12)), (False, date(2008, 10, 5))])
    def test_by_a_field_that_says_yes_or_no(self, granted: bool, last: date) -> None:
        lifecycle = grants(by_field("granted", {True: Days(10), False: Days(3)}), begins=Grant)
        assert notice(lifecycle, (Grant, "2008-10-02 10:00", {"how": How.NOT, "granted": granted})) == last

    @pytest.mark.parametrize(
        ("how", "last"), [(How.WHOLLY, date(2008, 10, 12)), (How.PARTLY, date(2008, 10, 12)), (How.NOT, None)]
    )
    def test_by_a_field_of_an_enum(self, how: How, last: date | None) -> None:
        """Several at once; ``None`` owes nothing."""
        lifecycle = grants(by_field("how", {How.WHOLLY | How.PARTLY: Days(10), How.NOT: None}), begins=Grant)
        assert notice(lifecycle, (Grant, "2008-10-02 10:00", {"how": how})) == last

    @pytest.mark.parametrize(("number", "last"), [(1, date(2008, 10, 5)), (2, None)])
    def test_what_is_not_among_many_owes_nothing(self, number: int, last: date | None) -> None:
        lifecycle = grants(by_field("number", {1: Days(3)}), begins=Grant)
        assert notice(lifecycle, (Grant, "2008-10-02 10:00", {"how": How.NOT, "number": number})) == last

    def test_true_is_not_one(self) -> None:
        lifecycle = grants(by_field("number", {1: Days(3)}), begins=Grant)
        assert notice(lifecycle, (Grant, "2008-10-02 10:00", {"how": How.NOT, "number": True})) is None

    def test_by_a_field_that_may_be_empty(self) -> None:
        lifecycle = grants(by_field("why", {Why.LATE: Days(3), None: Days(10)}), begins=Grant)
        assert notice(lifecycle, self.GRANTED) == date(2008, 10, 12)

    def test_dated_terms(self) -> None:
        value = Dated.of("days to tell", Days(4), CODE(3))
        assert notice(grants(by_state({G.GRANTED: value, G.REFUSED: None})), self.GRANTED) == date(2008, 10, 6)
        number = Dated.of("days to tell", 4, CODE(3))
        assert notice(grants(by_state({G.GRANTED: Days(number), G.REFUSED: None})), self.GRANTED) == date(2008, 10, 6)

    def test_a_move_and_a_new_beginning_too(self) -> None:
        to = by_state({G.GRANTED: further(Days(1)), G.REFUSED: Days(2)})
        moved = grants(by_state(self.BY_STATE), gowes.moved(Note, to))
        assert notice(moved, self.GRANTED, (Note, "2008-10-03 10:00")) == date(2008, 10, 13)
        assert notice(moved, self.REFUSED, (Note, "2008-10-03 10:00")) == date(2008, 10, 4)
        anew = grants(
            by_state(self.BY_STATE), gowes.restarted(Note, by_state({G.GRANTED: Days(1), G.REFUSED: Days(2)}))
        )
        assert notice(anew, self.GRANTED, (Note, "2008-10-03 10:00")) == date(2008, 10, 4)
        again = grants(by_state(self.BY_STATE), gowes.restarted(Note))
        assert notice(again, self.REFUSED, (Note, "2008-10-04 10:00")) == date(2008, 10, 7)

    def test_of_an_action_about_a_thing_inside_it_is_the_state_of_that(self) -> None:
        owing = gowes("look", Appeal, by_state({G.OPEN: Days(3)}), Tell, CLERK, ACT(2))
        lifecycle = Lifecycle("grants", GRANTS, [owing], law=LAW, parts=(PARTS,), final=G.CLOSED)
        steps = self.GRANTED, (Appeal, "2008-10-03 10:00", {"part": "p", "good": True})
        assert notice(lifecycle, *steps) == date(2008, 10, 6)


# -- what can't be said


def faults(build: Any) -> list[str]:
    with pytest.raises(FaultyLifecycle) as refused:
        build()
    return [
        str(fault).removeprefix("deadline 'answer': ").removeprefix("deadline 'notice': ")
        for fault in refused.value.faults
    ]


class TestNonsense:
    @pytest.mark.parametrize(
        ("moves", "fault"),
        [
            ([owed.paused(Notice)], "paused: nothing lets it run again after Notice: until=, or owed.restarted(…)"),
            ([owed.paused((Notice, Query))],
             "paused: nothing lets it run again after Notice or Query: until=, or owed.restarted(…)"),
            ([owed.paused(Notice, (Notice, Pay))], "paused: Notice stops it and lets it run again"),
            ([owed.paused((), Pay)], "paused: by: names no action"),
            ([owed.restarted(())], "restarted: by: names no action"),
            ([owed.paused(Notice, Pay), owed.restarted(Pay)],
             "moves: Pay begins it anew, which ends every pause: it does no more to one"),
            ([owed.paused(Notice, Pay), owed.restarted(Notice)],
             "moves: Notice begins it anew, which ends every pause: it does no more to one"),
            ([owed.restarted(Pay), owed.moved(Pay, Days(3))],
             "moves: Pay begins it anew, and moves it: owed.restarted(…, within) says which term it has"),
            ([owed.restarted(Pay), owed.restarted(Pay, Days(3))],
             "moves: Pay begins it anew, and moves it: owed.restarted(…, within) says which term it has"),
            ([owed.moved(Pay, Days(3)), owed.moved(Pay, Days(4))],
             "moves: Pay moves it twice: one action moves it to one term"),
            ([owed.restarted(Ask)], "moves: Ask only begins an entity, and no clock runs before that"),
            ([owed.paused(Ask, Pay)], "moves: Ask only begins an entity, and no clock runs before that"),
            ([owed.paused(Notice, Pay, counts="both")],  # type: ignore[arg-type]  # that is the test
             "paused: counts: one of EndDays, as EndDays.NEITHER, or a Dated one, not 'both'"),
            ([owed.paused(Notice, Pay, counts=Dated.of("end days", 2, ACT(1)))],  # type: ignore[arg-type]  # that is the test
             "paused: counts: 'end days': one of EndDays, as EndDays.NEITHER, or a Dated one, not 2"),
            ([owed.paused(Notice, Pay, cites="art. 4")],  # type: ignore[arg-type]  # that is the test
             "paused: cites: a place in a source, as ACT(28, 2), not 'art. 4'"),
            ([owed.restarted(Pay, cites="art. 4")],  # type: ignore[arg-type]  # that is the test
             "restarted: cites: a place in a source, as ACT(28, 2), not 'art. 4'"),
            ([owed.restarted(Pay, 3)],  # type: ignore[arg-type]  # that is the test
             "restarted: within: a term, as Days(3), a Dated one, or a function of entity and action, not 3"),
            ([owed.restarted(Pay, each_month())],
             "restarted: within: once each month is of periods, which begin by the calendar and never anew"),
            ([owed.restarted(Pay, since=date(2008, 10, 1))],  # type: ignore[arg-type]  # that is the test
             "restarted: since: a function (entity, action) -> the instant, not datetime.date(2008, 10, 1)"),
            ([owed.restarted(Pay, lambda one: Days(3))],  # type: ignore[misc, arg-type]  # that is the test
             "restarted: within: '<lambda>' takes (one), not (entity, action)"),
            ([owed.restarted(Pay, since=lambda one: one)],  # type: ignore[misc, arg-type]  # that is the test
             "restarted: since: '<lambda>' takes (one), not (entity, action)"),
            ([owed.restarted("Pay")],  # type: ignore[arg-type]  # that is the test
             "restarted: by: an action's class, or a tuple of several, not 'Pay'"),
        ],
    )  # fmt: skip
    def test_of_pauses_and_new_beginnings(self, moves: list[Any], fault: str) -> None:
        assert faults(lambda: request(Days(10), *moves)) == [fault]

    def test_an_action_that_no_row_has(self) -> None:
        bare = [row for row in TRANSITIONS if row.action is not Clarify]
        one = owed("answer", Ask, Days(3), Answer, CLERK, ACT(2), owed.restarted(Clarify), owed.paused(Notice, Clarify))
        told = faults(lambda: Lifecycle("request", bare, [one], law=LAW))
        assert "no row lets anybody Clarify" in told

    @pytest.mark.parametrize(
        ("within", "begins", "told"),
        [
            (by_field("why", {None: Days(3)}), Grant,
             ["within: by_field('why', …): no case for Why.LATE; None if nothing is owed"]),
            (by_field("granted", {True: Days(3)}), Grant,
             ["within: by_field('granted', …): no case for False; None if nothing is owed"]),
            (by_field("granted", {True: Days(3), False: None, 3: None}), Grant,
             ["within: by_field('granted', …): Grant never comes to 3"]),
            (by_field("size", {True: Days(3)}), Grant, ["within: by_field('size', …): Grant has no field 'size'"]),
            (by_field("granted", {True: Days(3), False: 3}), Grant,  # type: ignore[dict-item]  # that is the test
             ["within: by_field('granted', …): False: a term, as Days(3), a Dated one, or None, not 3"]),
            (by_field("granted", {True: each_month(), False: None}), Grant,
             ["within: by_field('granted', …): True: once each month is of periods, and can't depend on one action"]),
            (by_state({G.GRANTED: Days(3)}), (Grant, Refuse),
             ["within: by_state(…): no case for G.REFUSED; None if nothing is owed"]),
            (by_state({G.GRANTED: Days(3), G.REFUSED: None, G.CLOSED: None}), (Grant, Refuse),
             ["within: by_state(…): Grant or Refuse never comes to G.CLOSED"]),
        ],
    )  # fmt: skip
    def test_of_terms_by_the_outcome(self, within: Any, begins: Any, told: list[str]) -> None:
        assert faults(lambda: grants(within, begins=begins)) == told

    def test_of_what_a_move_and_a_new_beginning_come_to(self) -> None:
        half = by_state({G.GRANTED: Days(3)})
        told = faults(lambda: grants(Days(3), gowes.moved(Note, half), gowes.restarted(Tell, by_state({G.OPEN: None}))))
        assert told == [
            "moved: to: by_state(…): no case for G.REFUSED; None if nothing is owed",
            "restarted: within: by_state(…): no case for G.CLOSED; None if nothing is owed",
            "restarted: within: by_state(…): Tell never comes to G.OPEN",
        ]


class TestInVain:
    """Not wrong enough to refuse: what stops a clock that can't be stopped. The linter says so."""

    @staticmethod
    def found(lifecycle: Lifecycle[Any, Any]) -> list[str]:
        return [fault.text for fault in lifecycle.lint() if fault.kind is FaultKind.IN_VAIN]

    def test_periods_are_moved_by_nothing(self) -> None:
        assert self.found(request(each_month(), EXTENDED, paused(), ANEW)) == [
            "Extend, Notice, Pay, Waive, Clarify: answer is owed in each period, whose last day the calendar says"
        ]

    def test_a_day_of_its_own_is_stopped_by_nothing(self) -> None:
        from prcomm import Until

        assert self.found(request(Until(date(2008, 10, 10)), paused())) == [
            "Notice, Pay, Waive: answer ends on a day of its own, which no pause moves"
        ]

    @pytest.mark.parametrize(
        "lifecycle",
        [request(Days(3), EXTENDED, paused(), ANEW), request(lambda it, a: Days(3), paused()), request(each_month())],
    )
    def test_what_has_its_use_is_not_told(self, lifecycle: Any) -> None:
        assert self.found(lifecycle) == []


class TestCountedBack:
    """Before a meeting on Wednesday 8 October: three days back is Sunday 5, which rolls back to Friday 3."""

    def test_it_begins_anew_up_to_the_day_that_binds(self) -> None:
        lifecycle = request(before(date(2008, 10, 8), Days(3)), ANEW, law=LAW_THAT_ROLLS)
        on_friday = due(lifecycle, TODAY, (Clarify, "2008-10-03 10:00"))
        assert (on_friday.start, on_friday.last) == (date(2008, 10, 3), date(2008, 10, 3))
        on_saturday = due(lifecycle, TODAY, (Clarify, "2008-10-04 10:00"))
        assert on_saturday.start == date(2008, 10, 1)
