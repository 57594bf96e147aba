"""What is told of what runs as columns."""

import sys
from pathlib import Path

import permit_register

from prcomm import PROCESSES
from prcomm.adapters import columns
from prcomm.law import office

ROOT = Path(__file__).parents[2]
sys.path.append(str(ROOT / "benchmarks"))
from registers import which  # noqa: E402  # it stands there


class TestWhatGoesToPython:
    def test_the_table_of_the_documentation_is_current(self):
        assert which.table() in (ROOT / "docs" / "performance.md").read_text(encoding="utf-8")

    def test_of_an_appeal_it_is_what_reads_dues_or_the_history_and_what_corrects(self):
        found = columns.compile(PROCESSES["appeal"], office("district")).explain()
        assert not found.whole
        assert dict(found.python) == {
            "Extend": "a condition reads the running dues",  # that the term runs, and by how much it is lengthened
            "Terminate": "a condition reads the history",  # whether it repeats what was answered: its last Link
            "ReturnWithdrawn": "a condition reads the running dues",
            "Correct": "it corrects the file",
        }

    def test_of_a_permit_it_is_nothing(self):
        found = columns.compile(permit_register.PERMIT, permit_register.TOWN).explain()
        assert (found.whole, str(found)) == (True, "permit: whole")

    def test_a_duty_of_each_period_is_named(self):
        found = columns.compile(PROCESSES["press_service"], office("district")).explain()
        assert ("briefing_each_month", "it is owed again in each period") in found.python
        assert "to Python: briefing_each_month, since it is owed again in each period" in str(found)
