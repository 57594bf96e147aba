"""An entity that proves to be of another kind was of it all the time: what is owed runs from its beginning."""

import pendulum
from attrs import frozen
from one_duty import ACT, ANN, CLERK, LAW
from pendulum import Date, DateTime

from prcomm import SAME, Action, Days, Entity, Kind, Lifecycle, Office, State, Status, keeps, owes, rows
from prcomm.testing import check


class PaperKind(Kind):
    NOTE = 1
    CLAIM = 2


class PaperState(State):
    IN = 1
    DONE = 2
    ANSWERED = 3


@frozen(kw_only=True)
class Of(Action):
    """What is done about a paper."""


@frozen(kw_only=True)
class Bring(Of):
    id: str
    kind: PaperKind
    office: Office


@frozen(kw_only=True)
class Stamp(Of):
    """It is stamped."""


@frozen(kw_only=True)
class Turn(Of):
    """It proves to be of another kind."""

    kind: PaperKind


@frozen(kw_only=True)
class Shelve(Of):
    """A note is shelved."""


@frozen(kw_only=True)
class Reply(Of):
    """A claim is answered."""


@frozen(kw_only=True)
class Paper(Entity[PaperState]):
    kind: PaperKind


NOTE, CLAIM = PaperKind
OFFICE = Office("desk", zone="Asia/Tashkent")
S = PaperState
row, owed = rows(Paper, PaperState, Of), owes(Paper, Of)
PAPER = Lifecycle(
    "paper",
    (
        row.start(Bring, S.IN, CLERK, ACT(1), id="id"),
        row(S.IN, Stamp, SAME, CLERK, ACT(1)),
        row(S.IN | S.DONE, Turn, S.IN, CLERK, ACT(1), then=keeps("kind"), only=NOTE),
        row(S.IN, Shelve, S.DONE, CLERK, ACT(1), only=NOTE),
        row(S.IN, Reply, S.ANSWERED, CLERK, ACT(1), only=CLAIM),
    ),
    (
        owed("stamp", Bring, Days(1), Stamp, CLERK, ACT(1), only=CLAIM),
        owed("reply", Bring, Days(10), Reply, CLERK, ACT(1), only=CLAIM),
        owed("shelf", Bring, Days(5), Shelve, CLERK, ACT(1), only=NOTE),
    ),
    law=LAW,
    final=S.ANSWERED,
)


def on(day: int) -> DateTime:
    return pendulum.datetime(2026, 6, day, 10, tz=OFFICE.tz)


def paper(*done: Of, kind: PaperKind = NOTE) -> Paper:
    """Brought on 1 June 2026."""
    return PAPER.replay((Bring(at=on(1), by=ANN, id="1", kind=kind, office=OFFICE), *done))


STAMP, TURN = Stamp(at=on(3), by=ANN), Turn(at=on(4), by=ANN, kind=CLAIM)


def test_what_is_owed_of_the_other_kind_is_owed_from_the_beginning() -> None:
    turned = paper(TURN)
    assert {due.name: due.last for due in PAPER.due(turned, on(4), open=True)} == {
        "stamp": Date(2026, 6, 2),
        "reply": Date(2026, 6, 11),
    }
    assert PAPER.due(turned, on(4)) == PAPER.due(turned, on(4), open=True)


def test_what_was_done_before_counts() -> None:
    turned = paper(STAMP, TURN)
    stamp, reply = PAPER.due(turned, on(4))
    assert (stamp.status(on(4)), reply.status(on(4))) == (Status.LATE, Status.RUNNING)
    assert [clock.deadline for clock in turned.clocks] == ["reply"]


def test_it_goes_on_as_the_other_kind_even_from_where_the_first_had_ended() -> None:
    turned = paper(STAMP, Shelve(at=on(3), by=ANN), TURN, Reply(at=on(5), by=ANN))
    assert (turned.state, turned.kind, turned.clocks) == (S.ANSWERED, CLAIM, ())
    assert PAPER.restore(turned.history) == turned


def test_turned_into_what_it_was_it_stays() -> None:
    kept = paper(Turn(at=on(4), by=ANN, kind=NOTE))
    assert [due.name for due in PAPER.due(kept, on(4))] == ["shelf"]


def test_every_law_holds_of_it() -> None:
    assert check(PAPER, examples=30).rows == 5
