"""The SQL of a process, run on DuckDB: what it judges it judges as the columns do, and what it does not it names."""

import json
import sys
from collections import Counter
from datetime import date
from enum import Enum
from pathlib import Path

import duckdb
import pendulum
import pytest
from processes import payloads_of

from prcomm import PROCESSES
from prcomm.adapters import columns
from prcomm.adapters.columns.telling import of_audit
from prcomm.adapters.columns.warehouse import Dialect, text_of
from prcomm.adapters.registers import read_mapping
from prcomm.testing import drawn, lives

PROGRAMME = PROCESSES["programme"]
ROOT = Path(__file__).parents[2]
AT = pendulum.datetime(2026, 6, 1, 12, tz="Asia/Tashkent")
SINCE = date(2023, 1, 1)
VIEW = """CREATE VIEW prcomm_register AS SELECT "case" AS case_id, row_number() OVER () AS line, kind, request,
until, role, nullif(activity, 'Note') AS action, time AT TIME ZONE 'Asia/Tashkent' AS done_at FROM '{path}'"""
FOUND = "SELECT case_id, line, kind, name, reasons, key, CAST(last AS STRING) FROM prcomm_findings"
CASE = """CREATE VIEW prcomm_register AS SELECT *, NULL AS until FROM (VALUES {lines})
AS t(case_id, line, action, role, kind, request, done_at)"""


@pytest.fixture(scope="module")
def registers():
    """The registers that are made up for benchmarks."""
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(ROOT / "benchmarks"))
        from registers import made_up, simple_appeal

        yield made_up, simple_appeal
    for name in [one for one in sys.modules if one.partition(".")[0] == "registers"]:
        del sys.modules[name]


@pytest.fixture(scope="module")
def text(registers):
    _, simple = registers
    return text_of(simple.SIMPLE_APPEAL, simple.POST, Dialect.DUCKDB, AT, SINCE)


def run(text, view):
    connection = duckdb.connect()
    connection.execute(view)
    connection.execute(text)
    return connection


def told(text, *lines):
    """What is found in one case, by kind, name and last day; and what is not judged."""
    values = ", ".join(f"('A', {n}, {line})" for n, line in enumerate(lines, 1))
    connection = run(text, CASE.format(lines=values))
    found = connection.execute("SELECT kind, name, reasons, CAST(last AS STRING) FROM prcomm_findings ORDER BY ALL")
    return found.fetchall(), connection.execute("SELECT name, why FROM prcomm_not_judged").fetchall()


def line(action, role, at, kind=None, request=None):
    one, other = (f"'{word}'" if word else "NULL" for word in (kind, request))
    return f"'{action}', '{role}', {one}, {other}, TIMESTAMP '{at}'"


RECEIVED = line("Receive", "registrar", "2026-03-16 10:00", "COMPLAINT")


class TestAMadeUpRegister:
    def test_what_sql_judges_it_judges_as_the_columns_do(self, registers, text, tmp_path):
        made_up, simple = registers
        path = tmp_path / "register.parquet"
        made_up.write("appeal", 4_000, path)
        connection = run(text, VIEW.format(path=path))
        mine = Counter(connection.execute(FOUND).fetchall())
        left = set(connection.execute("SELECT case_id, name FROM prcomm_not_judged").fetchall())
        mapping = read_mapping(json.dumps(simple.MAPPING), {"simple_appeal": simple.SIMPLE_APPEAL})
        whole = columns.audit(path, mapping, AT, sample=0)
        rows = [tuple(row.values()) for row in whole.findings.to_pylist()]
        assert {name for _, name in left} == {"consideration"}
        assert mine == Counter(row for row in rows if (row[0], row[3]) not in left)
        assert {kind for _, _, kind, *_ in mine} == {"unlawful", "missing", "late", "owed"}
        assert sum(mine.values()) > 0.9 * len(rows)


class TestACase:
    def test_a_step_by_another_role_is_unlawful_and_nothing_is_owed_yet(self, text):
        found, left = told(text, RECEIVED, line("Register", "executor", "2026-03-16 11:00"))
        assert ("unlawful", "Register", "role", None) in found
        assert left == []

    def test_registered_a_day_late(self, text):
        found, _ = told(text, RECEIVED, line("Register", "registrar", "2026-03-17 09:30"))
        assert ("late", "registration", "", "2026-03-16") in found

    def test_received_after_hours_it_may_be_registered_on_the_next_working_day(self, text):
        after = line("Receive", "registrar", "2026-03-16 19:00", "COMPLAINT")
        found, _ = told(text, after, line("Register", "registrar", "2026-03-17 09:30"))
        assert "registration" not in {name for _, name, *_ in found}

    def test_before_what_was_done_earlier(self, text):
        found, _ = told(text, RECEIVED, line("Register", "registrar", "2026-03-15 10:00"))
        assert ("unlawful", "Register", "time", None) in found

    def test_what_is_asked_of_another_body_is_owed_by_each_request(self, text):
        lines = (
            RECEIVED,
            line("Register", "registrar", "2026-03-16 11:00"),
            line("Assign", "head", "2026-03-16 12:00"),
        )
        asked = [line("Ask", "executor", "2026-04-01 10:00", request=one) for one in ("r1", "r2")]
        # days 1 to 10 of a week of six: 2, 3, 4, 6 to 11 and 13 April
        found, _ = told(text, *lines, *asked, line("Give", "other body", "2026-04-03 10:00", request="r2"))
        assert [one for one in found if one[1] == "information"] == [("owed", "information", "", "2026-04-13")]

    def test_a_word_it_does_not_know_takes_the_case_out(self, text):
        assert told(text, RECEIVED, line("Invented", "registrar", "2026-03-16 11:00")) == (
            [], [(None, "a step of it is not in SQL")],
        )  # fmt: skip

    def test_a_term_that_was_moved_is_not_judged(self, text):
        lines = (
            RECEIVED,
            line("Register", "registrar", "2026-03-16 11:00"),
            line("Assign", "head", "2026-03-16 12:00"),
        )
        found, left = told(text, *lines, line("Study", "executor", "2026-03-20 11:00"))
        assert left == [("consideration", "it is moved")]
        assert not [one for one in found if one[1] == "consideration"]

    def test_before_the_first_day_that_was_asked_for_nothing_is_guessed(self, text):
        _, left = told(text, line("Receive", "registrar", "2022-03-16 10:00", "COMPLAINT"))
        assert ("consideration", "its term is not in SQL") in left


class TestAProcessOfOurs:
    """Histories of programmes, each with a step left out or done twice."""

    def test_a_case_of_which_a_rule_reads_more_is_left_out_and_that_is_named(self):
        some = drawn(lives(PROGRAMME, payloads_of("programme").PAYLOADS), 60, by=3)
        some = [life for life in some if life.office.zone == "Asia/Tashkent"]
        office = Counter(life.office for life in some).most_common(1)[0][0]
        cases = dict(self.spoilt([life for life in some if life.office == office]))
        last = max((action.at for case in cases.values() for action in case), key=lambda at: at.timestamp())
        at = last.in_timezone(office.tz).add(days=40)
        first = min(action.at.date() for case in cases.values() for action in case)
        text = text_of(PROGRAMME, office, Dialect.DUCKDB, at, first)
        connection = self.register(text, office, cases)
        left = set(connection.execute("SELECT case_id, name FROM prcomm_not_judged").fetchall())
        mine = Counter(connection.execute(FOUND).fetchall())
        judged = [name for name in cases if (name, None) not in left]
        others = Counter(
            row
            for name in judged
            for row in self.by_audit(name, PROGRAMME.audit(cases[name], at), at)
            if (name, row[3]) not in left
        )
        assert mine == others
        assert (judged, {name for name, due in left if due is None}) == ([], set(cases))
        assert "--   Begin: a rule reads Begin.at\n" in text

    @staticmethod
    def spoilt(some):
        for n, life in enumerate(some):
            actions = [one.action for one in life.history]
            yield f"{n}", actions
            yield f"{n} without", actions[:1] + actions[2:]
            yield f"{n} twice", actions[:2] + actions[1:]

    @staticmethod
    def by_audit(name, audit, at):
        for (kind, *more), several in of_audit(audit, at).items():
            for _ in range(several):
                if len(more) == 3 and isinstance(more[0], int):
                    step, action, reasons = more
                    told = "; ".join(sorted(f"{of}: {guard}" if guard else str(of) for of, guard in reasons))
                    yield name, step, str(kind), action, told, None, None
                else:
                    due, key, day = more
                    yield name, None, str(kind), str(due), "", key, day and day.isoformat()

    @staticmethod
    def register(text, office, cases):
        heads = next(line for line in text.splitlines() if line.startswith("--   done_at")).partition("), ")[2]
        columns = [name for name in heads.split(", ") if name]
        rows = [
            (name, n, type(one).__name__, one.by.role.name, one.at.in_timezone(office.tz).naive().isoformat(),
             *(word(getattr(one, column, None)) for column in columns))
            for name, case in cases.items() for n, one in enumerate(case)
        ]  # fmt: skip
        told = ", ".join(f'"{name}" TEXT' for name in columns)
        connection = duckdb.connect()
        connection.execute(
            f"CREATE TABLE prcomm_register (case_id TEXT, line INT, action TEXT, role TEXT, done_at TIMESTAMP, {told})"
        )
        connection.executemany(f"INSERT INTO prcomm_register VALUES ({', '.join('?' * (len(columns) + 5))})", rows)
        connection.execute(text)
        return connection


def word(value):
    """A value as the head of the text asks for it: its word, or whether there is one."""
    if value is None or isinstance(value, bool):
        return None if value is None else str(value).lower()
    return getattr(value, "name", None) if isinstance(value, Enum) else "+" if value else ""
