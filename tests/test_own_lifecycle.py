"""A stranger's own lifecycle: the loan of a library book, as in examples/book_loan.py."""

import ast
import subprocess
import sys
from datetime import date
from pathlib import Path

import book_loan
import pendulum
import pytest
from book_loan import LIBRARIAN, LOAN, READER, RULES, Lend, Loan, LoanState, Renew, Return

from prcomm import Actor, BadInput, Office, Refused
from prcomm.adapters.diagrams import mermaid

TOWN = Office("town library", zone="Europe/Amsterdam", week=6)
ANNA, DESK = Actor("reader 7", READER), Actor("desk 1", LIBRARIAN)


def at(month: int, day: int, hour: int = 11) -> pendulum.DateTime:
    return pendulum.datetime(2026, month, day, hour, tz="Europe/Amsterdam")


@pytest.fixture
def loan() -> Loan:
    """Lent on Saturday 7 March 2026."""
    return LOAN.begin(Lend(at=at(3, 7), by=DESK, loan="b-42", office=TOWN))


def last(loan: Loan) -> date:
    """Its last day, as known since its last record."""
    (due,) = LOAN.due(loan, loan.history[-1].action.at)
    return due.last


def test_it_takes_at_most_25_statements():
    source = Path(book_loan.__file__).read_text(encoding="utf-8")
    statements = [s for s in ast.parse(source).body if not isinstance(s, ast.Import | ast.ImportFrom)]
    assert len(statements) <= 25


def test_three_weeks(loan):
    """7 March and 21 days: 28 March, a Saturday, on which a library of six days is open."""
    assert last(loan) == date(2026, 3, 28)


def test_it_is_renewed_once_for_three_weeks_more(loan):
    """28 March and 21 days: 18 April, again a Saturday."""
    renewed = LOAN.apply(loan, Renew(at=at(3, 28, 23), by=ANNA))
    assert (renewed.renewed, last(renewed)) == (True, date(2026, 4, 18))
    with pytest.raises(Refused) as caught:
        LOAN.apply(renewed, Renew(at=at(4, 1), by=ANNA))
    (reason,) = caught.value.verdict.reasons
    assert (reason.text, reason.cites) == ("a loan is renewed once", (RULES(3),))


def test_it_is_not_renewed_once_it_is_late(loan):
    with pytest.raises(Refused) as caught:
        LOAN.apply(loan, Renew(at=at(3, 29, 0), by=ANNA))
    assert [reason.text for reason in caught.value.verdict.reasons] == ["the term 'return' runs"]


def test_it_is_late_the_day_after(loan):
    in_time = LOAN.apply(loan, Return(at=at(3, 28, 23), by=DESK))
    assert LOAN.due(in_time, at(4, 1))[0].status(at(4, 1)) == "met"
    late = LOAN.apply(loan, Return(at=at(3, 29, 0), by=DESK))
    assert LOAN.due(late, at(4, 1))[0].status(at(4, 1)) == "late"


def test_a_last_day_on_which_it_is_closed_rolls_forward():
    """Lent on Sunday 1 March: 21 days end on Sunday the 22nd, so it may come back on Monday the 23rd (rule 4)."""
    (due,) = LOAN.due(LOAN.begin(Lend(at=at(3, 1), by=DESK, loan="b", office=TOWN)), at(3, 1))
    assert (due.raw, due.last, due.control) == (date(2026, 3, 22), date(2026, 3, 23), date(2026, 3, 21))
    assert "Library rules rule 4" in str(due.trace)


def test_it_is_audited():
    register = [
        Lend(at=at(3, 7), by=DESK, loan="b-42", office=TOWN),
        Renew(at=at(3, 20), by=ANNA),
        Renew(at=at(4, 10), by=DESK),
        Return(at=at(5, 20), by=DESK),
    ]
    audit = LOAN.audit(register, at(6, 1))
    # 7 March + 21 days is 28 March, renewed to 18 April; the unlawful renewal gives no time
    assert [(str(f.kind), f.name) for f in audit.findings] == [("unlawful", "Renew"), ("late", "return")]
    assert [reason.kind for reason in audit.findings[0].reasons] == ["role", "guard"]
    assert audit.findings[1].due.last == date(2026, 4, 18)
    assert audit.entity.state is LoanState.RETURNED


def test_its_picture():
    assert mermaid(LOAN).split("\n") == [
        "stateDiagram-v2",
        "    [*] --> LENT: Lend",
        "    LENT --> LENT: Renew",
        "    LENT --> RETURNED: Return",
        "    RETURNED --> [*]",
    ]


def test_the_example_runs_and_shows_it_all():
    run = subprocess.run([sys.executable, book_loan.__file__], capture_output=True, text=True, check=True)
    for line in (
        "LENT, to be returned by 2026-04-18: running. Why that day?",
        "  - guard: a loan is renewed once (Library rules rule 3)",
        "returned on 2026-04-25: late",
        "- unlawful at step 2: Renew: librarian may not Renew; a loan is renewed once; the term 'return' runs",
        "    RETURNED --> [*]",
    ):
        assert line in run.stdout


class TestObviousMistakes:
    """The three most obvious mistakes: their errors say what was given and what to do."""

    def test_a_naive_time(self, loan):
        with pytest.raises(BadInput) as caught:
            LOAN.apply(loan, Return(at=pendulum.naive(2026, 3, 20, 11), by=DESK))
        told = "at: an instant with a zone (pendulum.datetime(…, tz=…)), not 2026-03-20T11:00:00"
        assert str(caught.value) == f"Return of the loan:\n  - {told}"

    def test_a_wrong_role(self, loan):
        with pytest.raises(Refused) as caught:
            LOAN.apply(loan, Return(at=at(3, 20), by=ANNA))
        assert str(caught.value) == (
            "Return of a loan in LENT by reader on 2026-03-20 11:00+01:00 is refused\n"
            "  - role: reader may not Return (Library rules rule 2); who may: librarian"
        )

    def test_a_misspelt_field(self):
        with pytest.raises(TypeError, match="unexpected keyword argument 'libary'"):
            Lend(at=at(3, 7), by=DESK, loan="b-42", libary=TOWN)

    def test_a_misspelt_name(self):
        import prcomm

        with pytest.raises(AttributeError, match="module 'prcomm' has no attribute 'Lifecyle'"):
            _ = prcomm.Lifecyle
