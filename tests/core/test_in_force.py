"""What is known to be in force when: acts seen in force from a day on, places in them brought later, guards with a
first and a last day. A house whose act was seen in force on 1 March 2026, with article 9 brought on 1 May."""

from datetime import date

import pytest
from attrs import frozen
from one_duty import ANN, CLERK, FIVE, LAST_DAY, at

from prcomm import (
    PROMPTLY,
    SAME,
    WEEKS,
    Action,
    Basis,
    Dated,
    Days,
    Enactment,
    Entity,
    FaultyLifecycle,
    FindingKind,
    Law,
    Lifecycle,
    NotInForce,
    Office,
    Refused,
    State,
    Status,
    each_month,
    given,
    owes,
    rows,
    run_out,
    runs,
)

SEEN, BROUGHT = date(2026, 3, 1), date(2026, 5, 1)
ACT = Enactment("Act", seen=SEEN, brought=(("9", None, BROUGHT), ("8", 2, BROUGHT)))
OTHER = Enactment("Other")
LAW = Law("the house", WEEKS, LAST_DAY, sources=(ACT, OTHER))
FEBRUARY, MARCH, MAY = "2026-02-10 10:00", "2026-03-10 10:00", "2026-05-11 10:00"


class BoxState(State):
    OPEN = 1
    SHUT = 2


@frozen(kw_only=True)
class BoxAction(Action): ...


@frozen(kw_only=True)
class Open(BoxAction):
    office: Office


@frozen(kw_only=True)
class Look(BoxAction):
    lamp: bool = False
    pass_shown: bool = False


@frozen(kw_only=True)
class Lengthen(BoxAction): ...


@frozen(kw_only=True)
class Complain(BoxAction): ...


@frozen(kw_only=True)
class Shut(BoxAction): ...


@frozen(kw_only=True)
class Box(Entity[BoxState]): ...


row, owed = rows(Box, BoxState, BoxAction), owes(Box, BoxAction)
S = BoxState
TABLE = (
    row.start(Open, S.OPEN, CLERK, OTHER(1), then=lambda a: Box(id="b", office=a.office)),
    row(
        S.OPEN, Look, SAME, CLERK, OTHER(2),
        given("a pass is shown", ACT(9), lambda it, a: a.pass_shown),
        given("a lamp is brought", OTHER(2), lambda it, a: a.lamp, until=BROUGHT),
        given("no lamp is brought", OTHER(2), lambda it, a: not a.lamp, since=BROUGHT),
    ),
    row(S.OPEN, Lengthen, SAME, CLERK, OTHER(3), runs("shutting")),
    row(S.OPEN, Complain, SAME, CLERK, OTHER(3), run_out("shutting")),
    row(S.OPEN, Shut, S.SHUT, CLERK, ACT(1)),
)  # fmt: skip
DEADLINES = (
    owed("shutting", Open, Days(5), Shut, CLERK, ACT(2)),
    owed("a look", Open, PROMPTLY, Look, CLERK, OTHER(2)),
    owed("a pass", Open, Days(5), Shut, CLERK, ACT(9)),
    owed("a report", Open, each_month(), Look, CLERK, ACT(3)),
)
BOX = Lifecycle("box", TABLE, DEADLINES, law=LAW, final=S.SHUT)


def opened(text: str) -> Box:
    return BOX.begin(Open(at=at(text), by=ANN, office=FIVE))


class TestAnAct:
    @pytest.mark.parametrize(
        ("place", "day", "of", "unknown"),
        [
            (ACT(1), SEEN, "Act", True),
            (ACT(8), SEEN, "Act", True),
            (ACT(8, 1), SEEN, "Act", True),
            (ACT(8, 2), BROUGHT, "Act art. 8(2)", False),
            (ACT(9), BROUGHT, "Act art. 9", False),
            (ACT(9, 3).by(Basis.INFERRED), BROUGHT, "Act art. 9", False),
        ],
    )
    def test_the_first_day_of_a_place(self, place, day: date, of: str, unknown: bool) -> None:
        first = ACT.first_day(place)
        assert first is not None
        assert (first.day, first.of, first.unknown) == (day, of, unknown)

    def test_of_several_the_latest(self) -> None:
        first = LAW.first_day((ACT(1), ACT(9), OTHER(1)))
        assert first is not None
        assert first.day == BROUGHT
        assert LAW.first_day((OTHER(1), Enactment("not among its sources", seen=SEEN)(1))) is None


class TestRows:
    def test_before_it_was_seen_nobody_can_say(self) -> None:
        """The box was opened under another act; it is shut under this one."""
        box, shut = opened(FEBRUARY), Shut(at=at("2026-02-28 10:00"), by=ANN)
        for ask in (BOX.apply, BOX.explain):
            with pytest.raises(NotInForce, match="'Act' on 2026-02-28: unknown: it was seen in force only later"):
                ask(box, shut)
        assert BOX.apply(box, Shut(at=at("2026-03-01 10:00"), by=ANN)).state is S.SHUT

    def test_what_may_be_done_then_leaves_it_out(self) -> None:
        box = opened(FEBRUARY)
        assert Shut not in [may.action for may in BOX.allowed(box, ANN, at("2026-02-28 10:00"))]
        assert Shut in [may.action for may in BOX.allowed(box, ANN, at("2026-03-01 10:00"))]

    def test_a_condition_of_which_the_law_is_not_known_is_quoted(self) -> None:
        (lengthen,) = [may for may in BOX.allowed(opened(FEBRUARY), ANN, at(MARCH)) if may.action is Lengthen]
        assert [guard.deadline for guard in lengthen.conditions] == ["shutting"]

    def test_an_audit_finds_it_and_enters_it(self) -> None:
        steps = (Open(at=at(FEBRUARY), by=ANN, office=FIVE), Shut(at=at("2026-02-11 10:00"), by=ANN))
        audit = BOX.audit(steps, at(MARCH))
        assert audit.entity is not None
        assert audit.entity.state is S.SHUT
        assert [cite.basis for cite in audit.entity.history[-1].cites] == [Basis.ASSUMED]
        (finding, *dues) = audit.of(FindingKind.NOT_IN_FORCE)
        assert (finding.step, finding.name) == (1, "Shut")
        assert [due.name for due in dues] == ["shutting", "a report"]


class TestGuards:
    def look(self, text: str, *, lamp: bool, pass_shown: bool) -> tuple[str, ...]:
        verdict = BOX.explain(opened(text), Look(at=at(text), by=ANN, lamp=lamp, pass_shown=pass_shown))
        return tuple(reason.text for reason in verdict.reasons)

    def test_each_is_asked_in_its_days(self) -> None:
        assert self.look(MARCH, lamp=True, pass_shown=False) == ()
        assert self.look(MARCH, lamp=False, pass_shown=False) == ("a lamp is brought",)
        assert self.look(MAY, lamp=True, pass_shown=False) == ("a pass is shown", "no lamp is brought")
        assert self.look(MAY, lamp=False, pass_shown=True) == ()

    @pytest.mark.parametrize(("day", "asked"), [("2026-04-30", False), ("2026-05-01", True)])
    def test_from_the_first_day_on(self, day: str, asked: bool) -> None:
        told = self.look(f"{day} 10:00", lamp=not asked, pass_shown=False)
        assert told == (("a pass is shown",) if asked else ())

    def test_a_record_rests_on_those_that_were_asked(self) -> None:
        looks = (Look(at=at(text), by=ANN, lamp=text == MARCH, pass_shown=True) for text in (MARCH, MAY))
        march, may = (BOX.apply(opened(FEBRUARY), look).history[-1].cites for look in looks)
        assert (march, may) == ((OTHER(2),), (OTHER(2), ACT(9)))

    def test_what_may_be_done_quotes_those(self) -> None:
        for text, quoted in ((MARCH, ["a lamp is brought"]), (MAY, ["a pass is shown", "no lamp is brought"])):
            (look,) = [may for may in BOX.allowed(opened(text), ANN, at(text)) if may.action is Look]
            assert [guard.text for guard in look.conditions] == quoted

    def test_days_that_are_none_are_faults(self) -> None:
        for since, until in (("2026-05-01", None), (None, "2026"), (BROUGHT, SEEN)):
            strange = given("it is so", OTHER(2), lambda it, a: True, since=since, until=until)  # type: ignore[arg-type]  # no days
            with pytest.raises(FaultyLifecycle, match="it is so"):
                Lifecycle("box", (TABLE[0], row(S.OPEN, Look, SAME, CLERK, OTHER(2), strange)), law=LAW, final=S.OPEN)


class TestDues:
    def test_what_can_be_counted_is_counted(self) -> None:
        """Opened in February: by when to shut it is unknown, and what article 9 brought is not owed."""
        dues = BOX.due(opened(FEBRUARY), at("2026-04-10 10:00"))
        told = [(due.name, due.key, due.status(at("2026-04-10 10:00"))) for due in dues]
        assert told == [
            ("shutting", None, Status.UNKNOWN),
            ("a look", None, Status.PROMPTLY),
            ("a report", None, Status.UNKNOWN),
            ("a report", "2026-03", Status.OVERDUE),
            ("a report", "2026-04", Status.RUNNING),
        ]
        assert str(dues[0].trace).strip() == "-  Act on 2026-02-10: unknown, it was seen in force only later"
        assert (dues[0].cites, dues[0].basis) == ((ACT(2).by(Basis.ASSUMED),), Basis.ASSUMED)

    def test_what_began_since_is_counted(self) -> None:
        (shutting, *_) = BOX.due(opened(MARCH), at(MARCH))
        assert (shutting.raw, shutting.basis) == (date(2026, 3, 15), Basis.STATUTE)
        assert "a pass" in [due.name for due in BOX.due(opened(MAY), at(MAY))]

    @pytest.mark.parametrize("kind", [Lengthen, Complain])
    def test_a_guard_that_asks_about_an_unknown_one_is_not_judged(self, kind: type[BoxAction]) -> None:
        with pytest.raises(NotInForce, match="'shutting' on 2026-02-10: unknown"):
            BOX.explain(opened(FEBRUARY), kind(at=at(MARCH), by=ANN))
        if kind is Complain:
            with pytest.raises(Refused):
                BOX.apply(opened(MARCH), kind(at=at(MARCH), by=ANN))

    def test_shut_in_time_or_not_nobody_can_say(self) -> None:
        shut = BOX.apply(opened(FEBRUARY), Shut(at=at(MARCH), by=ANN))
        (due, *_) = BOX.due(shut, at(MAY))
        assert (due.met, due.status(at(MAY))) == (date(2026, 3, 10), Status.UNKNOWN)

    def test_a_figure_that_was_not_in_force_stops_no_other(self) -> None:
        days = Dated.of("the days", 3, OTHER(4), since=SEEN)
        box = Lifecycle(
            "box", TABLE[:2], (owed("it", Open, Days(days), Look, CLERK, OTHER(4)), DEADLINES[1]), law=LAW, final=S.OPEN
        )
        dues = box.due(opened(FEBRUARY), at(MARCH))
        assert [due.name for due in dues] == ["it", "a look"]
        assert "the days on 2026-02-10: not in force" in str(dues[0].trace)
