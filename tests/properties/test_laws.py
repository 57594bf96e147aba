"""Every law of every lifecycle: of the processes of the library, of samples, and of tables that Hypothesis writes."""

import pytest
from book_loan import LOAN
from permit_register import PERMIT
from processes import EXAMPLES, draw_of, payloads_of, rows_left
from samples.generated import lifecycles
from samples.petition import PETITION

from prcomm import PROCESSES
from prcomm.testing import check, drawn
from prcomm.testing.checking import draw_for_check

WRITTEN_BY_CHANCE = 32
LIVES_OF_EACH = 8
LAWS = 41
"""How many there are, counted by hand: one fewer where nobody asks whether each row is reached."""


@pytest.mark.parametrize(
    "process", [pytest.param(name, marks=pytest.mark.xdist_group(f"lives of the {name}")) for name in PROCESSES]
)
def test_a_process(process):
    report = draw_of(process).asked()
    assert (report.lives, report.refusals) == (EXAMPLES, EXAMPLES)
    assert report.laws == LAWS
    assert report.steps > report.lives
    assert report.cells


@pytest.mark.parametrize("process", [name for name in PROCESSES if hasattr(payloads_of(name), "REFORMS")])
def test_the_rows_that_only_a_reform_opens(process):
    """Where the law's figure was not read; with a Reform that sets it every row is reached, as the test above asks."""
    closed = rows_left(process)
    print(f"{process}: reached only under a Reform: {', '.join(closed)}")
    assert closed


@pytest.mark.parametrize("lifecycle", [LOAN, PETITION, PERMIT], ids=lambda lifecycle: lifecycle.name)
def test_a_lifecycle_of_somebody_elses(lifecycle):
    report = check(lifecycle, examples=EXAMPLES // 2)
    assert (report.laws, report.lives, report.refusals) == (LAWS, EXAMPLES // 2, EXAMPLES // 2)


@pytest.mark.parametrize("by", range(4))
def test_any_lifecycle_that_can_be_built(by):
    """Good or pointless: rows that nobody can reach are no fault of the library."""
    reports = [
        draw_for_check(lifecycle, examples=LIVES_OF_EACH, rows=False).asked()
        for lifecycle in drawn(lifecycles(), WRITTEN_BY_CHANCE // 4, by=by)
    ]
    assert len(reports) == WRITTEN_BY_CHANCE // 4
    assert all(report.lives for report in reports)
    assert any(report.steps > report.lives for report in reports)
