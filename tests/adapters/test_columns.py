"""Registers judged as columns: the same findings as ``lifecycle.audit``, one by one."""

import csv
import json
import os
import random
from collections import Counter
from pathlib import Path

import attrs
import made_up_duties
import pendulum
import permit_register
import pytest
from attrs import evolve, frozen
from processes import payloads_of

from prcomm import PROCESSES, Actor, BadInput, Deadline, NotInForce
from prcomm.adapters import columns
from prcomm.adapters.columns.histories import batch_of
from prcomm.adapters.columns.telling import of_audit, told
from prcomm.adapters.registers import read_mapping
from prcomm.core.table.entities import Correction
from prcomm.testing import drawn, lives

ROOT = Path(__file__).parents[2]
REAL = Path(os.environ.get("PRCOMM_RECEIPT", ROOT.parent / "shared" / "data" / "receipt.csv"))
CASES = int(os.environ.get("PRCOMM_COLUMNS", "40"))
"""How many spoilt histories of a process are judged both ways: more in the deep run (.ci/deep)."""
HOURS_ON = 0, 0, 1, 5, 30, 300, 2000
HOURS_OFF = -300, -20, -1, 0, 1, 20, 700, 5000


class Spoilt:
    """Histories that chance spoils: any action, role, order, ties, times back."""

    def __init__(self, lifecycle, by, seed):
        self.chance = random.Random(seed)
        self.lifecycle, self.lives = lifecycle, [[one.action for one in life.history] for life in by]
        self.of = {}
        for action in (action for life in self.lives for action in life):
            self.of.setdefault(type(action), []).append(action)

    def case(self):
        actions = list(self.chance.choice(self.lives))
        for _ in range(self.chance.randint(0, 4)):
            self.chance.choice((self.drop, self.put, self.hand, self.shift, self.repeat, self.swap, self.cut))(actions)
        return actions

    def place(self, actions):
        return self.chance.randrange(len(actions))

    def drop(self, actions):
        if len(actions) > 1:
            del actions[self.place(actions)]

    def put(self, actions):
        n = self.place(actions)
        other = self.chance.choice(self.of[self.chance.choice(list(self.of))])
        actions.insert(n, evolve(other, at=actions[n].at.add(hours=self.chance.choice(HOURS_ON))))

    def hand(self, actions):
        n = self.place(actions)
        by = actions[n].by
        actions[n] = evolve(actions[n], by=Actor(by.id, self.chance.choice(self.lifecycle.roles), by.office))

    def shift(self, actions):
        n = self.place(actions)
        actions[n] = evolve(actions[n], at=actions[n].at.add(hours=self.chance.choice(HOURS_OFF)))

    def repeat(self, actions):
        actions.insert(self.place(actions), self.chance.choice(actions))

    def swap(self, actions):
        n = self.place(actions)
        actions[n], actions[n - 1] = actions[n - 1], actions[n]

    def cut(self, actions):
        del actions[self.place(actions) + 1 :]


def judged(lifecycle, office, cases, at):
    """What the columns find of cases, by their numbers; ``None`` of one for Python."""
    compiled = columns.compile(lifecycle, office)

    def once():
        batch, ats, steps = batch_of(compiled, cases, at)
        return compiled.judge(batch, ats), steps

    found, steps = compiled.settled(once)
    told_of = told(compiled, found, steps)
    numbers = found.fold.batch.case[found.fold.first].tolist()
    hard = {number for number, odd in zip(numbers, found.hard.tolist(), strict=True) if odd}
    return compiled, [None if n in hard else told_of.get(n, Counter()) for n in range(len(cases))]


def by_audit(lifecycle, case, at):
    try:
        return of_audit(lifecycle.audit(case, at), at)
    except (BadInput, NotInForce) as error:
        return error


def differences(lifecycle, office, cases, at):
    """The cases of which columns and Python find another thing, and how many columns judged."""
    _, mine = judged(lifecycle, office, cases, at)
    pairs = [(n, one, by_audit(lifecycle, cases[n], at)) for n, one in enumerate(mine) if one is not None]
    return [(n, one, other, cases[n]) for n, one, other in pairs if one != other], len(pairs)


def uncorrected(life):
    """The same without corrections: a case that has one is for Python, and tells nothing here."""
    return evolve(life, history=tuple(one for one in life.history if not isinstance(one.action, Correction)))


class TestEveryProcess:
    @pytest.mark.parametrize("process", PROCESSES)
    def test_spoilt_histories_are_judged_the_same_finding_for_finding(self, process):
        lifecycle = PROCESSES[process]
        some = drawn(lives(lifecycle, payloads_of(process).PAYLOADS), max(12, CASES // 4), by=1)
        office = Counter(life.office for life in some).most_common(1)[0][0]
        mine = [life for life in some if life.office == office]
        spoilt = Spoilt(lifecycle, map(uncorrected, mine), 7)
        cases = [spoilt.case() for _ in range(CASES)]
        last = max((action.at for case in cases for action in case), key=lambda at: at.timestamp())
        for at in (last.add(days=3), last.subtract(days=200)):
            wrong, several = differences(lifecycle, office, cases, at)
            assert not wrong, wrong[0]
        assert several or process in WHOLLY_PYTHON


WHOLLY_PYTHON = ("reports",)


class TestAnyLifecycle:
    """Lifecycles made up by chance, with duties of every kind."""

    LIFECYCLES = max(12, CASES // 10)

    def test_spoilt_histories_are_judged_the_same_finding_for_finding(self):
        judged_here = 0
        for seed in range(self.LIFECYCLES):
            chance = random.Random(seed)
            of = made_up_duties.lifecycle(chance)
            some = [made_up_duties.life(of, chance, str(n)) for n in range(60)]
            office = Counter(life.office for life in some).most_common(1)[0][0]
            spoilt = Spoilt(of, [life for life in some if life.office == office], seed)
            cases = [spoilt.case() for _ in range(20)]
            last = max((action.at for case in cases for action in case), key=lambda at: at.timestamp())
            for at in (last.add(days=3), last.subtract(days=200)):
                wrong, several = differences(of, office, cases, at)
                assert not wrong, (seed, wrong[0])
                judged_here += several
        assert judged_here > self.LIFECYCLES


class TestAPermit:
    @pytest.mark.skipif(not REAL.exists(), reason="the register is not here")
    def test_the_real_register_has_the_findings_that_were_counted(self):
        found = columns.audit(REAL, receipt_mapping(), sample=1500)
        assert (found.cases, found.lines, found.by_python, found.sample) == (1434, 8577, 0, 1434)
        assert Counter(found.findings.column("kind").to_pylist()) == {
            "late": 443, "conflict": 296, "unlawful": 194, "owed": 5,
        }  # fmt: skip


def receipt_mapping():
    with REAL.open(encoding="utf-8-sig") as lines:
        names = sorted({row["concept:name"] for row in csv.DictReader(lines)})
    by = {"id": "{case:responsible|nobody}", "role": "official"}
    first = {"action": "Receive", "at": "{case:startdate:at}", "case": "{case:concept:name}", "by": by}
    mapping = {
        "prcomm": 1, "process": "permit", "office": {"id": "the municipality", "zone": "Europe/Amsterdam", "week": 7},
        "case": "case:concept:name", "activity": "concept:name", "order": "time",
        "each": {"at": "{time:timestamp:at}", "by": {"id": "{org:resource|nobody}", "role": "official"}},
        "first": first | {"deadline": "{case:deadline:at}"},
        "last": {"action": "End", "at": "{case:enddate:at}", "by": by},
        "actions": {name: {"action": "Step", "activity": "{concept:name}"} for name in names if name},
        "on_file": {"end": "{case:deadline:day}"},
    }  # fmt: skip
    return read_mapping(json.dumps(mapping), {"permit": permit_register.PERMIT})


class TestWhatIsNotKnown:
    def test_a_deadline_with_a_field_that_is_not_known_goes_to_python(self):
        @frozen
        class Stranger(Deadline):
            twice: bool = False

        lifecycle = permit_register.PERMIT
        known = {own.name: getattr(lifecycle.deadlines[0], own.name) for own in attrs.fields(Deadline) if own.init}
        other = evolve_deadlines(lifecycle, (Stranger(**known, twice=True),))
        compiled, (found,) = judged(other, permit_register.TOWN, [case_of_a_permit()], at(2024, 6, 1))
        assert found is None
        assert "Stranger" in " ".join(compiled.whys)

    def test_the_same_without_it_does_not(self):
        _, (found,) = judged(permit_register.PERMIT, permit_register.TOWN, [case_of_a_permit()], at(2024, 6, 1))
        assert found == Counter({("owed", "end", None, pendulum.date(2024, 4, 26)): 1})  # 56 days after 1 March


def evolve_deadlines(lifecycle, deadlines):
    return type(lifecycle)(
        str(lifecycle.name), lifecycle.transitions, deadlines, law=lifecycle.law, final=lifecycle.final[0]
    )


def at(*day):
    return pendulum.datetime(*day, 10, tz=permit_register.TOWN.tz)


def case_of_a_permit():
    by = Actor("somebody", permit_register.OFFICIAL)
    received = permit_register.Receive(at=at(2024, 3, 1), by=by, case="P-1", deadline=at(2024, 4, 26))
    return [received, permit_register.Step(at=at(2024, 3, 2), by=by, activity="check")]
