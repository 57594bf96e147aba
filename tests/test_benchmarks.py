"""What benchmarks/ compares does the same work. How long it takes is nobody's business here."""

import sys
from pathlib import Path

import pytest
from attrs import evolve

from prcomm import PROCESSES, Actor, Refused
from prcomm.adapters.json import BadDocument

BENCHMARKS = Path(__file__).parents[1] / "benchmarks"
sys.path.insert(0, str(BENCHMARKS))

from contenders import appeal, bombs, councils, dues, files, hand, hand_quick, permits, plain_transitions  # noqa: E402

APPEAL, KINDS = appeal.APPEAL, tuple(appeal.AppealKind)
ASKED = appeal.AskOther(at=appeal.at(5, 12), by=appeal.EXPERT, request="1")
ACCUSED = appeal.Assign(at=appeal.at(4), by=appeal.CHIEF, to="d")
EVERY_ACTION = (
    *appeal.STEPS,
    ACCUSED,
    appeal.Assign(at=appeal.at(4), by=Actor("b", appeal.AUTHORISED), to="c"),
    appeal.Forward(at=appeal.at(4), by=appeal.CHIEF, to="e"),
    appeal.Forward(at=appeal.at(4), by=appeal.CHIEF, to="d"),
    appeal.NotifyOfStudy(at=appeal.at(6), by=appeal.EXPERT),
    ASKED,
    appeal.Answered(at=appeal.at(6), by=dues.ANOTHER, request="1"),
    appeal.Answered(at=appeal.at(6), by=dues.ANOTHER, request="2"),
    appeal.Extend(at=appeal.at(10), by=appeal.CHIEF, until=appeal.at(25).date()),
    appeal.Decide(at=appeal.at(18), by=appeal.CHIEF, answers=("because",)),
    appeal.Decide(at=appeal.at(18), by=appeal.CLERK, answers=("because", "soon")),
)


def received(kind):
    return APPEAL.begin(evolve(appeal.RECEIPT, kind=kind))


def applied(entity, action):
    try:
        return APPEAL.apply(entity, action)
    except Refused:
        return None


def applied_by_hand(entity, action):
    try:
        return hand.apply(entity, action)
    except hand.Unlawful:
        return None


def test_by_hand_ends_in_the_same_entity():
    ours, theirs = appeal.by_prcomm(), hand.by_hand()
    assert ours == theirs == hand_quick.by_hand()
    assert (ours.state, ours.version, ours.lead, ours.clocks) == (appeal.AppealState.CONSIDERED, 6, "c", ())


@pytest.mark.parametrize("kind", KINDS)
def test_by_hand_accepts_and_refuses_the_same_with_the_same_records_and_clocks(kind):
    reached, seen, accepted = [received(kind)], set(), 0
    while reached:
        entity = reached.pop()
        for action in EVERY_ACTION:
            after = applied(entity, action)
            assert applied_by_hand(entity, action) == after
            if after is not None:
                accepted += 1
                if (after.state, after.clocks) not in seen and after.version < 9:
                    seen.add((after.state, after.clocks))
                    reached.append(after)
    assert accepted > 20


def test_the_table_by_hand_has_the_same_cells_and_articles():
    cells = APPEAL.rows_at(appeal.at(3)).cells
    lawful = {cell: row for cell, row in cells.items() if cell[0] is not None and not row.never}
    assert lawful.keys() == hand.TABLE.keys()
    for cell, (target, roles, guards, effect, cites, _) in hand.TABLE.items():
        row = lawful[cell]
        assert row.leads_to(cell[0]) is (target or cell[0])
        assert (row.roles, row.then, len(row.given)) == (roles, effect, len(guards))
        assert cites == tuple(dict.fromkeys((*row.cites, *(c for g in row.given for c in g.cites))))


def test_every_deadline_takes_part():
    begun = {clock.deadline for kind in KINDS for clock in lived(kind).clocks}
    met = {due.name for kind in KINDS for due in APPEAL.due(lived(kind), appeal.at(20)) if due.met is not None}
    assert begun | met == {deadline.name for deadline in APPEAL.deadlines}


def lived(kind):
    entity = received(kind)
    for action in EVERY_ACTION:
        entity = applied(entity, action) or entity
        if entity.state is appeal.AppealState.EXTRA_STUDY:
            entity = applied(entity, ASKED) or entity
    return entity


def same_life(case):
    ours = appeal.by_prcomm()
    assert (case.state, case.lead, len(case.history)) == (ours.state, ours.lead, ours.version)
    assert [(r.action, r.state) for r in case.history] == [(r.action, r.state) for r in ours.history]


@pytest.mark.parametrize("take", [plain_transitions.by_transitions, plain_transitions.by_lean_transitions])
def test_plain_transitions_lives_the_same_life(take):
    same_life(take())


@pytest.mark.parametrize("machine", [plain_transitions.MACHINE, plain_transitions.LEAN])
def test_plain_transitions_refuses_what_its_conditions_forbid(machine):
    case = plain_transitions.Case().received()
    register, *_ = appeal.STEPS
    trigger = machine.events["Register"].trigger
    assert not trigger(case, evolve(register, by=appeal.CHIEF))
    assert not trigger(case, evolve(register, at=appeal.at(2)))
    assert trigger(case, register)
    assert not machine.events["Assign"].trigger(case, ACCUSED)


def test_python_statemachine_lives_the_same_life():
    pytest.importorskip("statemachine")
    from contenders import with_statemachine

    same_life(with_statemachine.life_by_statemachine())


def test_automat_lives_the_same_life():
    pytest.importorskip("automat")
    from contenders import with_automat

    same_life(with_automat.life_by_automat())
    with pytest.raises(hand.Unlawful):
        with_automat.lawful(with_automat.Case().received(), evolve(appeal.STEPS[0], by=appeal.CHIEF))


def test_each_term_is_the_only_open_clock():
    for lifecycle in dues.TERMS.values():
        (due,) = lifecycle.due(dues.DUTY, dues.NOW, open=True)
        assert due.raw is not None
        assert due.met is None


def test_few_records_and_many_have_the_same_open_dues():
    assert (dues.SHORT.version, dues.LONG.version) == (5, 5001)
    assert dues.SHORT.clocks == dues.LONG.clocks
    short, long = (APPEAL.due(entity, dues.NOW, open=True) for entity in (dues.SHORT, dues.LONG))
    assert short == long
    assert len(short) == 1


@pytest.mark.parametrize("members", [10, 25])
def test_a_large_council_has_five_records_a_member_and_one_more_is_done(members):
    crowd = councils.Crowd.of(members)
    done = {name: work() for name, work in crowd.works.items()}
    before = {councils.HALF: crowd.half, councils.LAST: crowd.last, councils.NOMINATE: crowd.council}
    for name, entity in before.items():
        assert entity.version in (5 * members, 5 * members + 1)
        history, inside = done[councils.copies(name)]
        assert len(history) == done[name].version == entity.version + 1
        assert len(inside) == len(
            done[name].members if name == councils.NOMINATE else done[name].item("x").votes
        )  # fmt: skip
    assert [len(one.item("x").votes) for one in (crowd.half, crowd.last)] == [members // 2, members - 1]
    assert len(crowd.council.members) == members
    assert len(crowd.last.present) == len(crowd.last.roll) == members


def test_the_made_up_register_has_eight_actions_a_case_and_some_against_which_something_stands():
    assert round(permits.EVENTS / len(permits.CASES)) == 8
    assert 0 < len(permits.LAWFUL) < len(permits.CASES)
    assert permits.audited() > 0
    assert permits.audited_lawful() == 0


def test_the_agenda_and_each_due_are_asked_of_the_same_files():
    """Of every process and state, each apart."""
    register = list(files.several(len(files.each()) + 1))
    assert {lifecycle.name for lifecycle, _ in register} == {*PROCESSES}
    assert len({one.id for _, one in register}) == len(register)
    assert files.of_the_agenda([one for _, one in register]) == files.of_each_due(register) > 100


@pytest.mark.parametrize("make", [*bombs.BOMBS.values(), bombs.good], ids=[*bombs.BOMBS, "good"])
def test_a_bomb_is_refused_and_as_long_as_it_says(make):
    """A good document is read."""
    for size in (600, 6_000):
        text = make(size)
        assert 0.5 * size < len(text) < 1.5 * size + 9_000
        if make is bombs.good:
            bombs.CODEC.loads(text)
        else:
            with pytest.raises(BadDocument):
                bombs.CODEC.loads(text)


@pytest.fixture
def run():
    pytest.importorskip("statemachine")
    pytest.importorskip("automat")
    import run

    return run


def test_what_is_shown_side_by_side_is_what_runs(run):
    shown = "\n".join(run.side_by_side())
    for ours in ("def apply(self, entity: E, action: A, ", "def lawful(", "def with_record(", "def after("):
        assert ours in shown
    assert "TABLE[S.IN_REVIEW, Study, kind]" in shown


def test_the_page_has_a_line_for_each_figure_and_is_written_between_its_marks(run, tmp_path):
    page = tmp_path / "page.md"
    page.write_text(f"before\n{run.BEGIN}old\n{run.END}\nafter\n", encoding="utf-8")
    run.write(page, ["new"])
    assert page.read_text(encoding="utf-8") == f"before\n{run.BEGIN}\nnew\n\n{run.END}\nafter\n"
    told = run.PAGE.read_text(encoding="utf-8")
    assert run.BEGIN in told
    assert all(f"\n| {number} | " in told for number in run.figures.ALL)
