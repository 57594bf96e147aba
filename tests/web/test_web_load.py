"""The web application under many hands at once."""

import json
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from processes import EXAMPLES
from web_served import DISTRICT, STAFF, running

from prcomm.adapters.store import Store
from prcomm.adapters.web import app, basic, own
from prcomm.citizens.appeals import APPEAL

pytestmark = pytest.mark.xdist_group("web")
LOAD = Path(__file__).parents[1] / "load_of_web.py"


def test_nothing_is_lost_or_doubled(tmp_path):
    """Hundreds of commands, every third sent twice, from another process, by eight threads on 40 cases."""
    commands = 40 * max(3, EXAMPLES // 20 if EXAMPLES > 100 else 0)
    with Store(tmp_path / "x.sqlite", [APPEAL]) as store:
        with running(app(store, [APPEAL], who=basic(STAFF, "demo"), may=own, offices=[DISTRICT])) as address:
            command = [sys.executable, str(LOAD), address, str(commands)]
            answers = json.loads(subprocess.run(command, capture_output=True, check=True, timeout=400).stdout)
        cases = {case.id: case.version for case in store.cases(APPEAL)}
        told = Counter((record.case, record.version) for record in store.read_from(0, 100_000))
    assert len(answers) > 1.2 * commands
    assert Counter(one["status"] for one in answers).keys() == {200, 201}
    by_key: dict[str, set[tuple[str, int]]] = {}
    for one in answers:
        by_key.setdefault(one["key"], set()).add((one["case"], one["version"]))
    assert len(by_key) == commands + 40
    assert {len(given) for given in by_key.values()} == {1}
    answered = sorted(only for given in by_key.values() for only in given)
    assert answered == sorted(told.elements())
    assert cases == {f"load/{case}": 1 + commands // 40 for case in range(40)}
