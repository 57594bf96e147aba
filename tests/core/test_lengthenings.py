"""What lengthens a term: it only ever gives time, and how the term stands without it can be asked."""

import pickle
from datetime import date

import pytest
from attrs import frozen
from samples.petition import ACT, CLERK, HEAD, LAW, TOWN, Actor, at

from prcomm import (
    PROMPTLY,
    SAME,
    Action,
    Basis,
    Days,
    Entity,
    FaultyLifecycle,
    Hours,
    Lifecycle,
    Months,
    Office,
    State,
    Status,
    Term,
    Until,
    further,
    owes,
    rows,
    runs,
)


class ClaimState(State):
    OPEN = 1
    DONE = 2


@frozen(kw_only=True)
class ClaimAction(Action): ...


@frozen(kw_only=True)
class File(ClaimAction):
    office: Office


@frozen(kw_only=True)
class Study(ClaimAction): ...


@frozen(kw_only=True)
class Drop(ClaimAction): ...


@frozen(kw_only=True)
class Grow(ClaimAction): ...


@frozen(kw_only=True)
class Extend(ClaimAction):
    until: date


@frozen(kw_only=True)
class Answer(ClaimAction): ...


@frozen(kw_only=True)
class Claim(Entity[ClaimState]): ...


row, owed = rows(Claim, ClaimState, ClaimAction), owes(Claim, ClaimAction)
OPEN, DONE = ClaimState
BOSS, DESK = Actor("b", HEAD), Actor("d", CLERK)


FIFTEEN = Days(15)


def claims(within: Term = FIFTEEN) -> Lifecycle[Claim, ClaimAction]:
    """Claims answered within a term that the head may lengthen; a study gives a month, a drop lifts it."""
    return Lifecycle(
        "claim",
        (
            row.start(File, OPEN, CLERK, ACT(1), then=lambda a: Claim(id="1", office=a.office)),
            row(OPEN, Study, SAME, CLERK, ACT(2)),
            row(OPEN, Drop, SAME, CLERK, ACT(3)),
            row(OPEN, Grow, SAME, CLERK, ACT(4)),
            row(OPEN, Extend, SAME, HEAD, ACT(5), runs("answer", ACT(5).by(Basis.INFERRED))),
            row(OPEN, Answer, DONE, CLERK, ACT(6)),
        ),
        (
            owed("answer", File, within, (Answer,), CLERK, ACT(7), owed.moved(Study, Months(1)),
                 owed.moved(Drop, None), owed.moved(Grow, further(Days(2))),
                 owed.lengthened(Extend, lambda claim, a, running: Until(a.until))),
        ),
        law=LAW,
        final=DONE,
    )  # fmt: skip


CLAIM = claims()
FILED = File(at=at(3, 3), by=DESK, office=TOWN)


def on(month: int, day: int) -> date:
    return date(2026, month, day)


def study(month: int, day: int) -> Study:
    return Study(at=at(month, day), by=DESK)


def grow(month: int, day: int) -> Grow:
    return Grow(at=at(month, day), by=DESK)


def extend(month: int, day: int, until: date) -> Extend:
    return Extend(at=at(month, day), by=BOSS, until=until)


def due(*actions: ClaimAction, lifecycle: Lifecycle[Claim, ClaimAction] = CLAIM):
    (one,) = lifecycle.due(lifecycle.replay([FILED, *actions]), at(6, 1))
    return one


class TestHowItStandsWithout:
    """Filed on 3 March: fifteen days are 18 March, a month 3 April."""

    @pytest.mark.parametrize(
        ("actions", "raw", "without"),
        [
            ([], on(3, 18), on(3, 18)),
            ([study(3, 10)], on(4, 3), on(4, 3)),
            ([extend(3, 10, on(3, 28))], on(3, 28), on(3, 18)),
            ([extend(3, 10, on(3, 28)), extend(3, 20, on(4, 10))], on(4, 10), on(3, 18)),
            ([study(3, 10), extend(3, 20, on(4, 20))], on(4, 20), on(4, 3)),
            # what moves the term later, as it stood without: the later of the two ends
            ([extend(3, 10, on(3, 28)), study(3, 20)], on(4, 3), on(4, 3)),
            ([extend(3, 10, on(4, 18)), study(3, 20)], on(4, 18), on(4, 3)),
            ([extend(3, 10, on(4, 3)), study(3, 20)], on(4, 3), on(4, 3)),
            ([extend(3, 10, on(4, 18)), study(3, 20), extend(4, 17, on(5, 3))], on(5, 3), on(4, 3)),
            # two days more, from the end of each
            ([extend(3, 10, on(3, 28)), grow(3, 20)], on(3, 30), on(3, 20)),
            ([grow(3, 10), extend(3, 12, on(3, 28)), grow(3, 20)], on(3, 30), on(3, 22)),
            # it never gives less
            ([extend(3, 10, on(3, 28)), extend(3, 12, on(3, 20))], on(3, 28), on(3, 18)),
            ([extend(3, 10, on(3, 12))], on(3, 18), on(3, 18)),
        ],
        ids=lambda one: " ".join(type(a).__name__ for a in one) if isinstance(one, list) else str(one),
    )
    def test_it_is_so(self, actions, raw, without):
        one = due(*actions)
        assert (one.raw, one.unlengthened) == (raw, without)

    def test_a_term_that_was_lifted_stays_so(self):
        for actions in (
            (Drop(at=at(3, 5), by=DESK),),
            (extend(3, 4, on(4, 1)), Drop(at=at(3, 5), by=DESK)),
        ):
            one = due(*actions)
            assert (one.raw, one.unlengthened, one.status(at(3, 6))) == (None, None, Status.LIFTED)

    def test_what_has_no_last_day_is_not_lengthened(self):
        prompt = claims(PROMPTLY)
        claim = prompt.restore(CLAIM.replay([FILED, extend(3, 4, on(4, 1))]).history)
        (one,) = prompt.due(claim, at(3, 5))
        assert (one.raw, one.unlengthened, one.status(at(3, 5))) == (None, None, Status.PROMPTLY)

    def test_of_a_term_in_hours(self):
        hourly = claims(Hours(48))
        one = due(extend(3, 4, at(3, 7)), lifecycle=hourly)
        assert (one.raw, one.unlengthened) == (at(3, 7), at(3, 5))

    def test_it_survives_pickling(self):
        one = due(extend(3, 10, on(3, 28)))
        assert pickle.loads(pickle.dumps(one)).unlengthened == on(3, 18)
        assert pickle.loads(pickle.dumps(due())).unlengthened == on(3, 18)

    def test_its_trace_tells_what_gave_the_day_and_what_did_not(self):
        told = str(due(extend(3, 10, on(4, 18)), study(3, 20)).trace)
        assert "Extend: until 2026-04-18, in place of 2026-03-18" in told
        assert "2026-03-20 Fri  -  Study: the term stands as it is" in told
        assert "2026-04-18 Sat  +  the day that was set" in told


class TestAReadyGuardWithItsOwnPlace:
    def test_it_cites_what_says_so(self):
        claim = CLAIM.replay([FILED])
        (reason,) = CLAIM.explain(claim, extend(3, 19, on(4, 1))).reasons
        assert (reason.cites, reason.basis) == ((ACT(5).by(Basis.INFERRED),), Basis.INFERRED)
        assert reason.text == "the term 'answer' runs"

    def test_what_is_no_place_is_refused_when_the_table_is_built(self):
        with pytest.raises(FaultyLifecycle, match="a place in Petitions Act"):
            Lifecycle(
                "claim",
                (
                    row.start(File, OPEN, CLERK, ACT(1), then=lambda a: Claim(id="1", office=a.office)),
                    row(OPEN, Answer, DONE, CLERK, ACT(6), runs("answer", ACT)),
                ),
                (owed("answer", File, Days(3), Answer, CLERK, ACT(7)),),
                law=LAW,
                final=DONE,
            )
