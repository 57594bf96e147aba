"""Histories of the permit register, ready made: what an audit is handed once the file is read.

The lifecycle is that of ``examples/permit_register.py``. The cases are made up, in the proportions of a real
register: eight actions a case and nothing against most; three in ten end late, one in ten has a step after its
end, one in fourteen is open.
"""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pendulum
from attrs import frozen
from pendulum import DateTime

from prcomm import Action, Actor


def example(name: str) -> ModuleType:
    """A module of examples/, by its path."""
    if name not in sys.modules:
        path = Path(__file__).resolve().parents[2] / "examples" / f"{name}.py"
        spec = importlib.util.spec_from_file_location(name, path)
        assert spec is not None
        assert spec.loader is not None
        sys.modules[name] = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(sys.modules[name])
    return sys.modules[name]


REGISTER = example("permit_register")
STEPS = ("confirm", "check", "adjust", "determine", "send", "advise")


@frozen
class Case:
    """One history, and the instant as of which it is audited."""

    actions: tuple[Action, ...]
    at: DateTime


def case(number: int) -> Case:
    """One made-up case."""
    official = Actor(f"official {number % 20}", REGISTER.OFFICIAL)
    received = pendulum.datetime(2011, 1, 3, 9, 30, tz=REGISTER.TOWN.tz).add(hours=5 * number)
    instants = [received.add(days=days, hours=days) for days in range(len(STEPS))]
    steps = [REGISTER.Step(at=at, by=official, activity=activity) for at, activity in zip(instants, STEPS, strict=True)]
    deadline = received.add(weeks=8)
    actions = [REGISTER.Receive(at=received, by=official, case=f"case {number}", deadline=deadline), *steps]
    if number % 14:
        end = received.add(days=70 if number % 10 in (2, 5, 8) else 30)
        actions.insert(7 - (number % 10 == 1), REGISTER.End(at=end, by=official))
        if number % 10 == 1:
            actions[7] = REGISTER.Step(at=end.add(hours=1), by=official, activity=STEPS[-1])
    return Case(tuple(actions), max(action.at for action in actions).add(days=60))


CASES = tuple(map(case, range(1434)))
EVENTS = sum(len(one.actions) for one in CASES)


def audited(cases: tuple[Case, ...] = CASES) -> int:
    """Audit every case; how many findings there are."""
    return sum(len(REGISTER.PERMIT.audit(one.actions, one.at).findings) for one in cases)


LAWFUL = tuple(one for one in CASES if not audited((one,)))
LAWFUL_EVENTS = sum(len(one.actions) for one in LAWFUL)


def audited_lawful() -> int:
    """Audit only the cases with nothing against them."""
    return audited(LAWFUL)


def audited_file(path: Path) -> int:
    """Read a register and audit it, as the example does; how many events it holds."""
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    REGISTER.audit_register(lines)
    return len(lines) - 1
