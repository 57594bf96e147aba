"""What moves a term and what does not, what is met at once, and what is owed only provided somebody finds so."""

import pickle
from datetime import date

import pytest
from attrs import frozen
from samples.petition import ACT, CLERK, HEAD, HOUSE, LAST_DAY, LAW, TOWN, Actor, at

from prcomm import (
    SAME,
    STANDS,
    Action,
    Basis,
    Days,
    Entity,
    FindingKind,
    LastDay,
    Lifecycle,
    Months,
    Office,
    Reform,
    RunningTerm,
    State,
    Status,
    Term,
    Who,
    further,
    owes,
    rows,
)


class ClaimState(State):
    OPEN = 1
    DONE = 2


@frozen(kw_only=True)
class ClaimAction(Action): ...


@frozen(kw_only=True)
class File(ClaimAction):
    office: Office
    learned: date


@frozen(kw_only=True)
class Restore(ClaimAction): ...


@frozen(kw_only=True)
class Take(ClaimAction): ...


@frozen(kw_only=True)
class PassOn(ClaimAction): ...


@frozen(kw_only=True)
class Study(ClaimAction): ...


@frozen(kw_only=True)
class Lengthen(ClaimAction): ...


@frozen(kw_only=True)
class Claim(Entity[ClaimState]): ...


def filed(action: File) -> Claim:
    return Claim(id="1", office=action.office)


def what_was_learned(claim: Claim, action: File) -> date:
    return action.learned


def by_study(claim: Claim, action: Study, running: RunningTerm) -> Term | None:
    return STANDS if running.last is not None and action.at.date() > running.last else Months(1)


row, owed = rows(Claim, ClaimState, ClaimAction), owes(Claim, ClaimAction)
OPEN, DONE = ClaimState
CLAIM = Lifecycle(
    "claim",
    (
        row.start(File, OPEN, CLERK, ACT(1), then=filed),
        row(OPEN, Restore, SAME, CLERK, ACT(2)),
        row(OPEN, Take, SAME, CLERK, ACT(3)),
        row(OPEN, Study, SAME, Who(CLERK, HOUSE(1)), ACT(4)),
        row(OPEN, Lengthen, SAME, HEAD, ACT(5)),
        row(OPEN, PassOn, DONE, CLERK, ACT(6)),
    ),
    (
        owed("filing", File, Months(1), (File,), CLERK, ACT(2),
             owed.moved(Restore, None), since=what_was_learned),
        owed("passing", File, Days(5), (PassOn,), CLERK, ACT(6), owed.moved(Take, None),
             owed.moved(PassOn, Days(5)), provided="it is not ours"),
        owed("answer", File, Days(10), (PassOn,), CLERK, ACT(7), owed.moved(Study, by_study),
             owed.moved(Lengthen, further(Days(10)))),
    ),
    law=LAW,
    final=DONE,
)  # fmt: skip
BOSS, DESK = Actor("b", HEAD), Actor("d", CLERK)


def live(*actions, lifecycle=CLAIM, learned=date(2026, 2, 20)):
    return lifecycle.replay([File(at=at(3, 2), by=DESK, office=TOWN, learned=learned), *actions])


def due(claim, name, lifecycle=CLAIM, now=None):
    now = now or at(6, 1)
    (found,) = (one for one in lifecycle.due(claim, now) if one.name == name)
    return found


class TestMetAtOnce:
    """An action that begins an entity meets at once what it begins: there is nothing earlier it could mean."""

    @pytest.mark.parametrize(
        ("learned", "last", "status"),
        [
            (date(2026, 2, 2), date(2026, 3, 2), Status.MET),
            (date(2026, 2, 1), date(2026, 3, 1), Status.MET_BY_ANALOGY),  # 1 March is a Sunday, filed on Monday 2
            (date(2026, 1, 20), date(2026, 2, 20), Status.LATE),
        ],
        ids=["on the last day", "on the next working day", "late"],
    )
    def test_it_is_met_on_the_day_of_the_beginning(self, learned, last, status):
        filing = due(live(learned=learned), "filing")
        assert (filing.met, filing.last, filing.status(at(3, 2))) == (date(2026, 3, 2), last, status)

    def test_it_is_never_open(self):
        claim = live()
        assert "filing" not in [clock.deadline for clock in claim.clocks]
        assert "filing" not in [one.name for one in CLAIM.due(claim, at(3, 2), open=True)]

    def test_what_moves_it_later_moves_it_still(self):
        restored = due(live(Restore(at=at(3, 4), by=DESK), learned=date(2026, 1, 20)), "filing")
        assert (restored.raw, restored.lifted, restored.status(at(3, 4))) == (None, True, Status.MET)

    def test_replay_restore_and_audit_agree(self):
        claim = live(Restore(at=at(3, 4), by=DESK))
        assert CLAIM.restore(claim.history) == claim
        assert CLAIM.audit([record.action for record in claim.history], at(3, 5)).entity == claim


class TestProvided:
    """What is owed only provided somebody finds so."""

    def test_the_due_says_by_when_and_on_which_condition(self):
        passing = due(live(), "passing", now=at(3, 3))
        assert (passing.last, passing.provided) == (date(2026, 3, 7), "it is not ours")
        assert pickle.loads(pickle.dumps(passing)) == passing
        assert "provided that it is not ours" in passing._repr_html_()

    def test_an_audit_does_not_miss_it(self):
        audit = CLAIM.audit([record.action for record in live().history], at(6, 1))
        assert [(f.kind, f.name) for f in audit.findings] == [(FindingKind.OWED, "answer")]

    def test_but_says_if_it_was_done_late(self):
        late = CLAIM.audit([record.action for record in live(PassOn(at=at(3, 9), by=DESK)).history], at(6, 1))
        assert [(f.kind, f.name) for f in late.findings] == [(FindingKind.LATE, "passing")]

    def test_even_after_it_was_lifted_for_a_while(self):
        """Taken on, then passed on after all: the days count from the beginning."""
        taken = live(Take(at=at(3, 3), by=DESK))
        assert due(taken, "passing").status(at(3, 20)) is Status.LIFTED
        passed = due(CLAIM.apply(taken, PassOn(at=at(3, 20), by=DESK)), "passing")
        assert (passed.raw, passed.status(at(3, 20))) == (date(2026, 3, 7), Status.LATE)


class TestATermThatStands:
    def test_moved_while_it_runs(self):
        studied = due(live(Study(at=at(3, 12), by=DESK)), "answer")
        assert studied.raw == date(2026, 4, 2)

    def test_not_once_it_has_run_out(self):
        late = due(live(Study(at=at(3, 13), by=DESK)), "answer")
        assert late.raw == date(2026, 3, 12)
        assert "2026-03-13 Fri  -  Study: the term stands as it is (Petitions Act art. 4)" in str(late.trace)

    def test_it_runs_by_the_day_that_binds(self):
        """Filed on Wednesday 4 March, ten days are Saturday 14; rolled forward, Monday 16."""
        rolled = CLAIM.under(LAW.under(Reform(LAST_DAY, LastDay.ROLL_FORWARD)))
        for lifecycle, last in ((CLAIM, date(2026, 3, 14)), (rolled, date(2026, 4, 4))):
            file = File(at=at(3, 4), by=DESK, office=TOWN, learned=date(2026, 3, 1))
            claim = lifecycle.replay([file, Study(at=at(3, 16), by=DESK)])
            assert due(claim, "answer", lifecycle).raw == last

    def test_the_trace_names_the_article_and_the_day_before(self):
        studied = due(live(Study(at=at(3, 4), by=DESK)), "answer")
        line = next(line for line in studied.trace if "Study" in line.text)
        assert line.text == "Study: 1 month, in place of 2026-03-12"
        assert (line.cites, line.basis) == ((ACT(4),), Basis.STATUTE)


class TestUnlawfulMoves:
    """In an audit: what law stands against gives no time."""

    def audited(self, by):
        history = [record.action for record in live().history]
        return CLAIM.audit([*history, Lengthen(at=at(3, 5), by=by)], at(6, 1))

    def test_an_unlawful_extension(self):
        audit = self.audited(DESK)
        (answer,) = (one for one in audit.dues if one.name == "answer")
        assert answer.raw == date(2026, 3, 12)
        assert "Lengthen: unlawful, so the term stands as it is" in str(answer.trace)

    def test_a_lawful_one(self):
        (answer,) = (one for one in self.audited(BOSS).dues if one.name == "answer")
        assert answer.raw == date(2026, 3, 22)

    def test_one_against_which_only_an_assumption_stands(self):
        """Who studies is a house rule: a departure, and the term moves."""
        history = [record.action for record in live().history]
        audit = CLAIM.audit([*history, Study(at=at(3, 5), by=BOSS)], at(6, 1))
        (answer,) = (one for one in audit.dues if one.name == "answer")
        assert answer.raw == date(2026, 4, 2)

    def test_one_that_is_merely_out_of_order_on_file(self):
        history = [record.action for record in live(Take(at=at(3, 6), by=DESK)).history]
        audit = CLAIM.audit([*history, Lengthen(at=at(3, 5), by=BOSS)], at(6, 1))
        (answer,) = (one for one in audit.dues if one.name == "answer")
        assert answer.raw == date(2026, 3, 22)
