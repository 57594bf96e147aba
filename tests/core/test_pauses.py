"""Pauses and new beginnings of a clock: which of their days count, what lets it run again, how it stands meanwhile."""

from collections.abc import Iterable
from datetime import date
from typing import Any

import pytest
from attrs import frozen
from one_duty import ACT, ANN, CLERK, CODE, FIVE, LAW, at

from prcomm import (
    SAME,
    Action,
    Basis,
    Dated,
    Days,
    Due,
    EndDays,
    Entity,
    Hours,
    Lifecycle,
    Months,
    Office,
    Reform,
    State,
    Term,
    Version,
    WorkingDays,
    WorkingHours,
    owes,
    rows,
)

FOI = ACT(10, 2)


class S(State):
    OPEN = 1
    CLOSED = 2


@frozen(kw_only=True)
class RequestAction(Action):
    """What is done about a request."""

    key: str | None = None


@frozen(kw_only=True)
class Ask(RequestAction):
    office: Office


@frozen(kw_only=True)
class AskToo(RequestAction): ...


@frozen(kw_only=True)
class Notice(RequestAction):
    """A fee is asked for."""


@frozen(kw_only=True)
class Pay(RequestAction): ...


@frozen(kw_only=True)
class Waive(RequestAction): ...


@frozen(kw_only=True)
class Query(RequestAction):
    """The asker is asked what is meant."""


@frozen(kw_only=True)
class Clarify(RequestAction): ...


@frozen(kw_only=True)
class Extend(RequestAction):
    to: Term | None


@frozen(kw_only=True)
class Answer(RequestAction): ...


@frozen(kw_only=True)
class Drop(RequestAction): ...


@frozen(kw_only=True)
class Request(Entity[S]): ...


row, owed = rows(Request, S, RequestAction), owes(Request, RequestAction)
STEPS = (AskToo, Notice, Pay, Waive, Query, Clarify, Extend, Answer, Drop)
TRANSITIONS = (
    row.start(Ask, S.OPEN, CLERK, ACT(1), then=lambda action: Request(id="r", office=action.office)),
    *(row(S.OPEN, step, SAME, CLERK, ACT(1)) for step in STEPS),
)


def as_it_says(request: Request, action: Extend, running: object) -> Term | None:
    return action.to


EXTENDED = owed.moved(Extend, as_it_says)


def request(within: Any, *moves: Any, law: Any = LAW, keyed: bool = False) -> Lifecycle[Request, RequestAction]:
    one = owed(
        "answer", (Ask, AskToo) if keyed else Ask, within, Answer, CLERK, ACT(2), *moves, until=Drop,
        per="key" if keyed else None,
    )  # fmt: skip
    return Lifecycle("request", TRANSITIONS, [one], law=law, final=S.OPEN)


Step = tuple[Any, ...]


def lived(
    lifecycle: Lifecycle[Request, RequestAction], asked: str, steps: Iterable[Step], office: Office = FIVE
) -> Request:
    entity = lifecycle.begin(Ask(at=at(asked, office.zone), by=ANN, office=office))
    for kind, when, *fields in steps:
        entity = lifecycle.apply(entity, kind(at=at(when, office.zone), by=ANN, **(fields[0] if fields else {})))
    return entity


def due(lifecycle: Lifecycle[Request, RequestAction], asked: str, *steps: Step, now: str = "") -> Due:
    """The one due of a request, asked about at an instant (of its last record)."""
    entity = lived(lifecycle, asked, steps)
    (one,) = lifecycle.due(entity, at(now) if now else entity.history[-1].action.at)
    return one


def paused(counts: EndDays | Dated[EndDays] = EndDays.FIRST) -> Any:
    return owed.paused(Notice, (Pay, Waive), counts=counts, cites=FOI)


class TestWhichOfItsDaysCount:
    """Received on Wednesday 1 October 2008, 20 working days; notice of a fee on Wednesday 8, paid on Wednesday 22."""

    STEPS = (Notice, "2008-10-08 10:00"), (Pay, "2008-10-22 15:00")

    @pytest.mark.parametrize(
        ("counts", "last"),
        [
            # 2, 3, 6, 7 are four working days before the notice; 23 October is the day after the payment.
            pytest.param(EndDays.NEITHER, "2008-11-13", id="neither: 16 from 23 October"),
            pytest.param(EndDays.FIRST, "2008-11-12", id="the 8th is the fifth: 15 from 23 October"),
            pytest.param(EndDays.LAST, "2008-11-12", id="the 22nd is the fifth: 15 from 23 October"),
            pytest.param(EndDays.BOTH, "2008-11-11", id="the 8th and the 22nd: 14 from 23 October"),
        ],
    )
    def test_working_days(self, counts: EndDays, last: str) -> None:
        assert str(due(request(WorkingDays(20), paused(counts)), "2008-10-01 09:00", *self.STEPS).raw) == last

    @pytest.mark.parametrize(
        ("counts", "last"),
        [
            pytest.param(EndDays.NEITHER, "2008-11-05", id="8 to 22 are 15 days"),
            pytest.param(EndDays.FIRST, "2008-11-04", id="9 to 22"),
            pytest.param(EndDays.LAST, "2008-11-04", id="8 to 21"),
            pytest.param(EndDays.BOTH, "2008-11-03", id="9 to 21"),
        ],
    )
    def test_days(self, counts: EndDays, last: str) -> None:
        """20 days end on 21 October."""
        assert str(due(request(Days(20), paused(counts)), "2008-10-01 09:00", *self.STEPS).raw) == last

    @pytest.mark.parametrize(
        ("counts", "last"),
        [
            (EndDays.NEITHER, "2008-11-16"),
            (EndDays.FIRST, "2008-11-15"),
            (EndDays.LAST, "2008-11-15"),
            (EndDays.BOTH, "2008-11-14"),
        ],
    )
    def test_months(self, counts: EndDays, last: str) -> None:
        """A month ends on 1 November, and 13 to 15 days later."""
        assert str(due(request(Months(1), paused(counts)), "2008-10-01 09:00", *self.STEPS).raw) == last

    @pytest.mark.parametrize("counts", EndDays)
    def test_hours_stand_still_from_the_instant_to_the_instant(self, counts: EndDays) -> None:
        """Of 200 hours 169 had passed by the 8th, 10:00; 31 from the 22nd, 15:00. Of 50 working hours 9 on each of the
        2nd, 3rd, 6th, 7th and the 1st, and one on the 8th: 46; 3 till 18:00 on the 22nd, and one."""
        lifecycle = request(Hours(200), paused(counts))
        assert due(lifecycle, "2008-10-01 09:00", *self.STEPS).raw == at("2008-10-23 22:00")
        lifecycle = request(WorkingHours(50), paused(counts))
        assert due(lifecycle, "2008-10-01 09:00", *self.STEPS).raw == at("2008-10-23 10:00")

    @pytest.mark.parametrize(
        ("counts", "last"),
        [(EndDays.NEITHER, "2008-10-12"), (EndDays.FIRST, "2008-10-11"), (EndDays.LAST, "2008-10-11"),
         (EndDays.BOTH, "2008-10-11")],
    )  # fmt: skip
    def test_a_day_that_is_both_is_left_out_only_where_neither_counts(self, counts: EndDays, last: str) -> None:
        steps = (Notice, "2008-10-08 10:00"), (Pay, "2008-10-08 15:00")
        assert str(due(request(Days(10), paused(counts)), "2008-10-01 09:00", *steps).raw) == last

    @pytest.mark.parametrize(
        ("counts", "last"),
        [
            pytest.param(EndDays.NEITHER, "2008-10-17", id="8 to 13: six"),
            pytest.param(EndDays.FIRST, "2008-10-16", id="9 to 10, 11 to 13: five"),
            pytest.param(EndDays.LAST, "2008-10-16", id="8 to 9, 10 to 12: five"),
            pytest.param(EndDays.BOTH, "2008-10-14", id="9, 11 and 12: three"),
        ],
    )
    def test_a_day_on_which_one_pause_ends_and_another_begins_is_left_out_once(
        self, counts: EndDays, last: str
    ) -> None:
        steps = (
            (Notice, "2008-10-08 10:00"), (Pay, "2008-10-10 10:00"), (Notice, "2008-10-10 12:00"),
            (Waive, "2008-10-13 10:00"),
        )  # fmt: skip
        assert str(due(request(Days(10), paused(counts)), "2008-10-01 09:00", *steps).raw) == last

    def test_day_0_is_not_left_out_twice(self) -> None:
        """The day of the request does not count anyway: 2 and 3 are left out."""
        steps = (Notice, "2008-10-01 10:00"), (Pay, "2008-10-03 10:00")
        assert str(due(request(Days(10), paused(EndDays.NEITHER)), "2008-10-01 09:00", *steps).raw) == "2008-10-13"


class TestAReadingOfIt:
    """That which of its days count is read in the law like any other value: dated, cited, put on trial."""

    READING = Dated(
        "the end days of a pause",
        (
            Version(EndDays.FIRST, CODE(1).by(Basis.ANALOGY), until=date(2008, 10, 1)),
            Version(EndDays.NEITHER, CODE(2), since=date(2008, 10, 1)),
        ),
    )
    STEPS = (Notice, "2008-10-08 10:00"), (Pay, "2008-10-22 15:00")

    def test_it_is_that_of_the_day_on_which_the_clock_started(self) -> None:
        lifecycle = request(WorkingDays(20), paused(self.READING))
        assert due(lifecycle, "2008-10-01 09:00", *self.STEPS).raw == date(2008, 11, 13)
        assert due(lifecycle, "2008-09-30 09:00", *self.STEPS).raw == date(2008, 11, 11)

    def test_a_reform_puts_another_on_trial(self) -> None:
        lifecycle = request(WorkingDays(20), paused(self.READING)).under(Reform(self.READING, EndDays.BOTH, "a bill"))
        one = due(lifecycle, "2008-10-01 09:00", *self.STEPS)
        assert one.raw == date(2008, 11, 11)
        assert "the end days of a pause: BOTH, a bill" in str(one.trace)

    def test_the_due_rests_on_it(self) -> None:
        one = due(request(WorkingDays(20), paused(self.READING)), "2008-10-01 09:00", *self.STEPS)
        assert CODE(2) in one.cites
        assert FOI in one.cites
        assert str(one.trace).startswith("                -  the end days of a pause: NEITHER (Labour Code art. 2)")
