"""Findings and dues as rows, counted by hand; and the same taken by libraries that know nothing of this one."""

import json
import os
import subprocess
import sys
from datetime import UTC, date, datetime
from pathlib import Path

import pendulum
import pytest
from adapters.test_registers import COLUMNS, FAULTY, LAWFUL, MAPPING, NOW
from core.one_duty import FIVE, at as on, duty, lived

from prcomm import BadInput, Days, Hours
from prcomm.adapters.arrow import BATCH, Columns
from prcomm.adapters.registers import audit_register, audited_cases, read_mapping
from prcomm.adapters.rows import TYPES, By, Row, Rows, as_rows, days_late, summary

ROOT = Path(__file__).parents[2]
HOW = read_mapping(json.dumps(MAPPING))


def lines():
    return [f"{one}\n" for one in (COLUMNS, *LAWFUL, *FAULTY)]


@pytest.fixture(scope="module")
def audit():
    return audit_register(lines(), HOW, NOW)


@pytest.fixture(scope="module")
def whole():
    """Every due of both cases, and every finding."""
    return as_rows(audited_cases(lines(), HOW, NOW), NOW)


class TestRows:
    def test_a_late_due_is_a_row_with_its_days_counted_by_hand(self, audit):
        """Received on Wednesday 4 March 2026, so by Thursday the 19th; replied to on the 20th."""
        _, late, conflict = as_rows(audit)
        assert late | {"article": None, "text": None} == {
            "process": "appeal", "office": "district", "case": "B", "line": None, "kind": "late", "at": None,
            "action": None, "deadline": "consideration", "key": None, "status": "late", "start": date(2026, 3, 4),
            "last_day": date(2026, 3, 19), "done": date(2026, 3, 20), "days_late": 1, "rule": "consideration",
            "article": None, "basis": "STATUTE", "law": True, "owed_by": "executor", "text": None, "whole": True,
        }  # fmt: skip
        assert late["article"] == "O‘RQ-445 art. 28(1); O‘RQ-445 art. 28(3)"
        assert conflict["kind"] == "conflict"

    def test_what_is_about_a_line_has_its_line_and_no_due(self, audit):
        unmapped = next(iter(as_rows(audit)))
        assert (unmapped["line"], unmapped["action"], unmapped["deadline"]) == (10, "telephoned", None)

    def test_each_due_has_one_row_found_wanting_or_not(self, whole):
        considered = [row for row in whole if row["deadline"] == "consideration" and row["kind"] != "conflict"]
        assert [(row["case"], row["kind"], row["days_late"]) for row in considered] == [
            ("A", None, 0),
            ("B", "late", 1),
        ]

    def test_of_a_single_audit(self):
        entity = lived(duty(Days(2)), FIVE, "2026-03-05 10:00")
        audit = duty(Days(2)).audit([record.action for record in entity.history], on("2026-03-09 10:00"))
        (row,) = as_rows(audit, on("2026-03-09 10:00"))
        assert (row["case"], row["kind"], row["last_day"], row["days_late"]) == ("d", "owed", date(2026, 3, 7), 2)
        (same,) = as_rows(audit.findings, on("2026-03-09 10:00"))
        assert same["text"] == row["text"]
        (due,) = as_rows(audit.dues, on("2026-03-09 10:00"))
        assert (due["kind"], due["status"]) == (None, "overdue")
        (found,) = as_rows(audit.findings[0], on("2026-03-09 10:00"))
        assert found["kind"] == "owed"

    def test_what_needs_an_instant_says_so(self):
        audit = duty(Days(2)).audit(
            [lived(duty(Days(2)), FIVE, "2026-03-05 10:00").history[0].action], on("2026-03-09 10:00")
        )
        with pytest.raises(BadInput, match="at: the instant as of which its dues stand"):
            as_rows(audit)

    def test_of_anything_else_there_are_none(self):
        with pytest.raises(BadInput, match="of an audit, findings or dues, not an int"):
            as_rows([7])

    def test_the_types_are_told_of_every_column(self):
        assert list(TYPES) == list(Row.__annotations__)


class TestDaysLate:
    def late(self, term, at):
        lifecycle = duty(term)
        (due,) = lifecycle.due(lived(lifecycle, FIVE, "2026-03-05 10:00"), on(at))
        return days_late(due, on(at))

    def test_are_counted_from_the_last_day(self):
        """Two days from Thursday the 5th: the last day is Saturday the 7th, which no rule moves."""
        assert [self.late(Days(2), f"2026-03-{day} 10:00") for day in ("07", "08", "20")] == [0, 1, 13]

    def test_of_hours_they_are_the_days_begun_since(self):
        """Six hours from 10:00: at 17:00 it is late by an hour, and by no day."""
        assert [self.late(Hours(6), at) for at in ("2026-03-05 17:00", "2026-03-06 09:00")] == [0, 1]


class TestSummary:
    def test_by_deadline(self, audit):
        of_due, of_step = summary(audit)
        assert (of_due.of, of_due.findings, of_due.cases, of_due.late, of_due.days_late) == (
            "consideration",
            2,
            1,
            1,
            1,
        )
        assert (of_step.of, of_step.findings, of_step.late) == ("", 1, 0)

    def test_by_month_in_their_order(self, audit):
        assert [(group.of, group.findings) for group in summary(audit, "month")] == [("2026-03", 3)]

    def test_by_article_a_finding_counts_under_each_of_its_own(self, audit):
        found = {group.of: group.findings for group in summary(audit, By.ARTICLE)}
        assert found == {"": 1, "O‘RQ-445 art. 28(1)": 2, "O‘RQ-445 art. 28(3)": 2}

    def test_by_office_rule_kind_and_case(self, audit):
        assert [group.of for group in summary(audit, By.OFFICE)] == ["district"]
        assert [group.of for group in summary(audit, By.RULE)] == ["consideration", ""]
        assert {group.of: group.findings for group in summary(audit, By.KIND)} == {
            "late": 1,
            "unmapped": 1,
            "conflict": 1,
        }
        assert [(group.of, group.cases) for group in summary(audit, By.CASE)] == [("B", 1)]

    def test_of_rows_with_dues_each_is_counted_once(self, whole):
        (group,) = (group for group in summary(whole) if group.of == "consideration")
        assert (group.dues, group.late) == (2, 1)

    def test_by_what_there_is_not(self, audit):
        with pytest.raises(BadInput, match="by: one of deadline, action, month, office"):
            summary(audit, "colour")


KINDS = {"text": str, "number": int, "truth": bool, "day": date, "instant": datetime}


def made(length: int) -> tuple[tuple[object, ...], ...]:
    at = datetime(2026, 1, 1, tzinfo=UTC)
    return tuple(
        (
            None if n % 3 == 0 else f"қ{n}",
            None if n % 5 == 0 else n - 7,
            None if n % 7 == 0 else n % 2 == 0,
            None if n % 4 == 0 else date(1969, 12, 1 + n % 28),
            None if n % 6 == 0 else at.replace(minute=n % 60, microsecond=n % 1000),
        )
        for n in range(length)
    )


class TestArrow:
    """Read by pyarrow, polars and pandas, cell by cell."""

    @pytest.mark.parametrize("length", [0, 1, 8, 9, BATCH + 1])
    def test_polars(self, length):
        polars = pytest.importorskip("polars")
        rows = made(length)
        assert polars.DataFrame(Columns(KINDS, rows)).rows() == list(rows)

    @pytest.mark.parametrize("length", [0, 1, 8, 9, BATCH + 1])
    def test_pyarrow_and_its_validation(self, length):
        pyarrow = pytest.importorskip("pyarrow")
        rows = made(length)
        table = pyarrow.table(Columns(KINDS, rows))
        table.validate(full=True)
        assert [tuple(row.values()) for row in table.to_pylist()] == list(rows)

    def test_pandas(self, whole):
        pandas = pytest.importorskip("pandas")
        pytest.importorskip("pyarrow")
        frame = pandas.DataFrame.from_arrow(whole)
        assert list(frame.columns) == list(TYPES)
        assert frame.groupby("deadline")["days_late"].max()["consideration"] == 1
        assert list(pandas.DataFrame(whole)["case"]) == [row["case"] for row in whole]

    def test_it_is_let_go_of_while_an_error_is_under_way(self):
        pyarrow = pytest.importorskip("pyarrow")
        columns = Columns(KINDS, made(9))
        columns.__arrow_c_stream__()  # which nobody takes
        for _ in range(3):
            with pytest.raises(ZeroDivisionError):
                print(pyarrow.table(columns), 1 / 0)
        with pytest.raises(TypeError):
            pyarrow.table(Columns({"number": int}, (("seven",),)))

    def test_whoever_holds_a_table_at_the_very_end_ends_well(self):
        pytest.importorskip("polars")
        script = (
            "import polars, builtins\n"
            "from prcomm.adapters.arrow import Columns\n"
            "one = Columns({'a': str}, (('x',),))\n"
            "builtins.kept = [polars.DataFrame(one), one.__arrow_c_stream__()]\n"
        )
        env = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
        ended = subprocess.run([sys.executable, "-c", script], env=env, capture_output=True, text=True)
        assert (ended.returncode, ended.stderr) == (0, "")

    def test_without_the_extra_it_says_what_it_needs(self, monkeypatch):
        monkeypatch.setitem(sys.modules, "nanoarrow", None)
        with pytest.raises(ModuleNotFoundError, match=r"pip install 'prcomm\[arrow\]'"):
            Columns(KINDS, ()).__arrow_c_stream__()

    def test_rows_are_such_columns(self, whole):
        assert isinstance(whole, Columns)
        assert len(whole) == len(list(whole)) == len(Rows(TYPES, whole.rows))
        assert repr(whole).endswith(f"rows=<{len(whole)}>)")


def test_instants_are_those_of_the_register(audit):
    first = next(iter(as_rows(audit)))
    assert first["at"] == pendulum.datetime(2026, 3, 5, 9, tz="Asia/Tashkent")
