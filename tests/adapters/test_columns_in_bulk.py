"""What makes columns quick: what days come to is kept by day, and lines are judged in chunks that grow."""

import json
import sys
from collections import Counter
from datetime import date, datetime
from pathlib import Path

import numpy as np
import pendulum
import pyarrow as pa
import pytest
from pyarrow import parquet

from prcomm.adapters import columns
from prcomm.adapters.columns.batches import distinct, together
from prcomm.adapters.columns.layouts import Layout
from prcomm.adapters.columns.registers import chunks_of
from prcomm.adapters.columns.sources import Opened, source_of
from prcomm.adapters.columns.spans import Span
from prcomm.adapters.registers import read_mapping

sys.path.append(str(Path(__file__).parents[2] / "benchmarks"))
from registers import by_hand_sql, simple_appeal  # they stand there

ON = date(2026, 3, 2).toordinal()
LAYOUT = Layout("time", "", "", (), (), {}, {})


def ints(*values):
    return np.array(values, np.int64)


class TestASpanOfDays:
    def asked(self, span, rows, days):
        asked = []

        def ask(n):
            asked.append((int(rows[n]), int(days[n])))
            return int(rows[n]) * 1000 + int(days[n]) % 1000

        return span.of(rows, days, ask).tolist(), asked

    def test_each_row_and_day_is_asked_once(self):
        span = Span()
        rows, days = ints(0, 1, 0, 1), ints(ON, ON, ON, ON + 1)
        found, asked = self.asked(span, rows, days)
        assert found == [ON % 1000, 1000 + ON % 1000, ON % 1000, 1000 + (ON + 1) % 1000]
        assert sorted(asked) == [(0, ON), (1, ON), (1, ON + 1)]
        assert self.asked(span, rows, days) == (found, [])

    @pytest.mark.parametrize("by", [-5000, 5000], ids=["earlier", "later"])
    def test_what_is_known_stays_known_when_the_span_grows(self, by):
        span = Span()
        self.asked(span, ints(0), ints(ON))
        found, asked = self.asked(span, ints(0, 2), ints(ON, ON + by))
        assert found == [ON % 1000, 2000 + (ON + by) % 1000]
        assert asked == [(2, ON + by)]

    def test_days_too_far_apart_for_a_table_are_asked_once_too(self):
        span = Span()
        rows, days = ints(0, 3, 3), ints(1, 3_650_000, 3_650_000)
        found, asked = self.asked(span, rows, days)
        assert found == [1, 3000, 3000]
        assert asked == [(0, 1), (3, 3_650_000)]
        assert self.asked(span, rows, days) == (found, [])

    def test_nothing_is_asked_of_no_place(self):
        assert self.asked(Span(), ints(), ints()) == ([], [])


class TestChunks:
    def chunks(self, cases, batch, **sizes):
        n = len(cases)
        zeros, no = pa.array(np.zeros(n, np.int64)), pa.array(np.zeros(n, np.bool_))
        columns = {"h": pa.array(cases), "check_": zeros, "line_": pa.array(range(n)), "us": zeros, "told": zeros}
        table = pa.table({**columns, "odd": no, "strange": no})
        return [chunk.case.tolist() for chunk in chunks_of(table.to_batches(max_chunksize=batch), LAYOUT, **sizes)]

    @pytest.mark.parametrize("batch", [1, 3, 7, 100])
    def test_no_case_is_cut_and_no_line_lost(self, batch):
        cases = [0, 0, 1, 2, 2, 2, 2, 2, 2, 2, 3, 4, 4, 5, 6, 6, 6, 7, 8, 9]
        chunks = self.chunks(cases, batch, first=2, most=5)
        assert [case for chunk in chunks for case in chunk] == cases
        assert sum(len(set(chunk)) for chunk in chunks) == len(set(cases))

    def test_each_is_twice_as_long_as_that_before_up_to_the_longest(self):
        chunks = self.chunks([*range(100)], 100, first=4, most=20)
        assert [len(chunk) for chunk in chunks][:4] == [3, 7, 15, 19]  # the last case of each may go on

    def test_a_register_without_lines_has_none(self):
        assert self.chunks([], 10) == []


class TestDistinct:
    @pytest.mark.parametrize("codes", [(3, 1, 3, 0, 1), (10**12, 5, 10**12, 5, 7)], ids=["near", "far"])
    def test_one_of_each_is_told_and_which_each_is(self, codes):
        codes = ints(*codes)
        place, which = distinct(codes)
        assert len(place) == 3
        assert codes[place][which].tolist() == codes.tolist()

    def test_no_day_beside_days_is_another_day_than_each(self):
        days, other = ints(-1, ON, ON + 1, -1), ints(0, 0, 0, 1)
        assert len(set(together(days, other).tolist())) == 4


class TestDuckdb:
    def test_prints_no_bar_of_its_own(self, tmp_path: Path):
        path = tmp_path / "register.csv"
        path.write_text(
            "case,activity,role,time,kind,until,request\nA,Receive,registrar,2026-03-02 10:00,COMPLAINT,,\n"
        )
        mapping = read_mapping(json.dumps(simple_appeal.MAPPING), {"simple_appeal": simple_appeal.LIFECYCLE})
        with Opened(source_of(path), mapping) as opened:
            told = opened.connection.execute("SELECT current_setting('enable_progress_bar')").fetchone()
        assert told == (False,)


class TestSqlByHand:
    def test_finds_what_the_columns_find_in_plain_cases(self, tmp_path: Path):
        path = tmp_path / "register.parquet"
        rows = [
            ("A", "Receive", "registrar", "2026-03-02 10:00", "COMPLAINT"),
            ("A", "Register", "registrar", "2026-03-10 10:00", None),
            ("B", "Receive", "registrar", "2026-03-02 10:00", "PROPOSAL"),
            ("B", "Register", "head", "2026-03-02 11:00", None),
            ("B", "Decide", "head", "2026-03-05 11:00", None),
        ]
        columns_ = [*zip(*rows, strict=True)]
        instants = pa.array([datetime.fromisoformat(f"{one}+05:00") for one in columns_[3]], pa.timestamp("us", "UTC"))
        none = pa.nulls(len(rows))
        made = pa.table({
            "case": columns_[0], "activity": columns_[1], "role": columns_[2], "time": instants, "kind": columns_[4],
            "until": none.cast(pa.date32()), "request": none.cast(pa.string()),
        })  # fmt: skip
        parquet.write_table(made, path)
        # registered a week late; registered by the head; decided before it was assigned, and no reply sent
        late = {"registration": 1, "consideration": 2, "reply": 1}
        assert by_hand_sql.audit(path, date(2026, 8, 1)) == (2, late)
        mapping = read_mapping(json.dumps(simple_appeal.MAPPING), {"simple_appeal": simple_appeal.LIFECYCLE})
        at = pendulum.datetime(2026, 8, 1, tz="Asia/Tashkent")
        found = columns.audit(path, mapping, at).findings.to_pylist()
        assert Counter(one["name"] for one in found if one["line"] is None) == late
        assert len({one["line"] for one in found if one["line"] is not None}) == 2
