"""The example that audits a permit register: a small one counted by hand, faulty ones, a long one, the real one."""

import os
import subprocess
import sys
import tracemalloc
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import permit_register as register
import pytest

from prcomm import BadInput

ROOT = Path(__file__).parents[1]
SMALL = ROOT / "tests" / "data" / "permit_register.csv"
REAL = Path(os.environ.get("PRCOMM_RECEIPT", ROOT.parent / "shared" / "data" / "receipt.csv"))
ROWS = int(os.environ.get("PRCOMM_ROWS", "12000"))
OF_A_CASE = "case:concept:name,case:startdate,case:deadline,case:enddate,case:responsible"
COLUMNS = f"{OF_A_CASE},concept:name,org:resource,time:timestamp"


Count = register.Count


def audited(*lines: str):
    """The report of some lines under the columns that are needed."""
    return register.audit_register([COLUMNS, *lines])


def line(
    case: str = "P-1",
    at: str = "2023-01-10 10:00:00+01:00",
    *,
    start: str = "2023-01-09 09:00:00+01:00",
    deadline: str = "2023-03-06 09:00:00+01:00",
    end: str = "",
    activity: str = "Visit site",
) -> str:
    return f"{case},{start},{deadline},{end},clerk-1,{activity},clerk-2,{at}"


def faults_of(*lines: str) -> tuple[str, ...]:
    with pytest.raises(BadInput, match="a register of permits") as raised:
        register.audit_register(lines)
    return raised.value.faults


def report_of(path: Path):
    with path.open(newline="", encoding="utf-8") as lines:
        return register.audit_register(lines)


@pytest.fixture(scope="module")
def small():
    return report_of(SMALL)


@pytest.fixture(scope="module")
def real():
    return report_of(REAL)


def test_the_linter_is_silent():
    assert register.PERMIT.lint(vars(register).values()) == ()


class TestTheSmallRegister:
    """``tests/data/permit_register.csv``: 15 cases, 30 events. Its winter is +01:00, its summer from 26.03. +02:00.

    ======  =====================================  ====================  =======================================
    case    received, deadline on file             ended                 therefore
    ======  =====================================  ====================  =======================================
    P-01    09.01. 09:00, 06.03. 09:00 (56 days)   20.01. 11:05          in time
    P-02    10.01. 08:30, 07.03. 08:30 (56)        not ended             open
    P-03    11.01. 10:00, 08.03. 10:00 (56)        08.03. 10:00:01       late by a second, in time by the day
    P-04    12.01. 14:00, 09.03. 14:00 (56)        09.03. 14:00          in time to the instant; a step then too
    P-05    13.01. 09:00, 10.03. 09:00 (56)        11.03. 00:00          late: the day after has just begun
    P-06    16.01. 09:00, 13.03. 09:00 (56)        01.02. 10:00          in time; a step a microsecond later
    P-07    17.01. 09:00, 14.03. 09:00 (56)        02.02. 16:00          in time; steps at 17:00 and on 03.02.
    P-08    18.01. 09:00, 15.03. 09:00 (56)        10.02. 12:00          in time; two steps on 17.01.
    P-09    19.01. 09:00, 16.03. 09:00 (56)        19.01. 00:00          ended before receipt; a step on 20.01.
    P-10    01.02. 00:30, 28.03. 23:30+01:00 (56)  29.03. 00:10+02:00    in time: that deadline is 29.03. 00:30
    P-11    01.02. 23:30, 29.03. 23:30 (56)        30.03. 00:30          late by a day, although one day in UTC
    P-12    02.02. 09:00, 11.05. 10:00 (98)        11.05. 18:00          in time by the day, if it was extended
    P-13    03.02. 09:00, 14.04. 09:00 (70)        10.04. 12:00          in time by the file, late by the rule
    P-14    06.02. 09:00, 02.04. 09:00 (55)        03.04. 12:00          late by the file, in time by the rule
    P-15    07.02. 09:00, 04.04. 09:00 (56)        not ended             open; one event names no activity
    ======  =====================================  ====================  =======================================

    The rule's last days: 28 days after 03.02. is 03.03., so 56 days after it is 31.03.; after 06.02. it is 03.04.
    """

    def test_everything_in_it(self, small):
        assert (small.cases[Count.ALL], small.events[Count.ALL]) == (15, 30)
        assert small.cases[Count.OPEN] == 2  # P-02, P-15; so 13 ended

    def test_by_the_deadline_on_file_to_the_day(self, small):
        assert small.cases[Count.FILE_LATE] == 3  # P-05, P-11, P-14
        assert small.cases[Count.FILE_MET] == 10

    def test_by_the_deadline_on_file_to_the_instant(self, small):
        assert small.cases[Count.INSTANT_LATE] == 5  # P-03, P-05, P-11, P-12, P-14
        assert small.cases[Count.INSTANT_MET] == 8
        assert small.cases[Count.LAST_DAY] == 2  # P-03, P-12

    def test_by_the_rule(self, small):
        assert small.cases[Count.LATE] == 3  # P-05, P-11, P-13
        assert small.cases[Count.MET] == 10

    def test_whether_the_rule_gives_the_deadline_on_file(self, small):
        assert small.cases[Count.OTHER] == 2  # P-13, P-14
        assert small.cases[Count.EXTENDED] == 1  # P-12
        assert small.cases[Count.PLAIN] == 12
        assert small.quoted[Count.OTHER] == "P-13: conflict: end: the register gives 2023-04-14, the rule 2023-03-31"

    def test_steps_after_the_end(self, small):
        # P-06 one, P-07 two, P-09 one; not the step of P-04, at the very instant of the end
        assert (small.cases[Count.AFTER_END], small.events[Count.AFTER_END]) == (3, 4)
        # one of P-07, that of P-09
        assert (small.cases[Count.LATER_DAY], small.events[Count.LATER_DAY]) == (2, 2)
        assert small.quoted[Count.AFTER_END].startswith("P-06: Send permit: unlawful at step 3")

    def test_what_was_before_the_receipt(self, small):
        # P-08: both, although the second is after the first, and both are behind another step in the file
        assert (small.cases[Count.BEFORE_RECEIPT], small.events[Count.BEFORE_RECEIPT]) == (1, 2)
        assert (small.cases[Count.END_BEFORE_RECEIPT], small.events[Count.END_BEFORE_RECEIPT]) == (1, 1)  # P-09
        assert small.quoted[Count.BEFORE_RECEIPT].startswith("P-08: Note receipt: unlawful at step 1")

    def test_an_event_without_a_name_is_found(self, small):
        assert (small.cases[Count.UNMAPPED], small.events[Count.UNMAPPED]) == (1, 1)  # P-15
        assert small.quoted[Count.UNMAPPED] == "P-15: unmapped at step 2: '' is no action of the permit"

        assert small.quoted[Count.END_BEFORE_RECEIPT] == (
            "P-09: unlawful at step 1: End: it is before the receipt, of 2023-01-19 09:00:00+01:00"
        )

    def test_the_rule_is_told_and_that_nobody_read_it(self, small):
        rule, basis = "the rule: ended in 56 days, or 98 once extended", "INFERRED from a register"
        assert str(small).startswith(f"{rule}; {basis}, nobody here has read its text\n")

    def test_the_columns_stay_apart_in_a_long_register(self, small):
        many = register.Report(dict.fromkeys(Count, 166_667), {Count.ALL: 1_000_000}, {})
        assert "    166,667  1,000,000  in the register" in str(many)

    def test_the_report_shows_every_count_with_its_finding(self, small):
        text = str(small)
        assert f"{10:>8}          ended in time by the rule" in text
        assert f"{3:>8}{4:>8}  with steps after the end" in text
        assert all(count in text for count in Count)
        assert all(quoted in text for quoted in small.quoted.values())


class TestOneCase:
    def test_a_step_at_the_instant_of_the_end_is_not_after_it_in_another_offset_either(self):
        report = audited(line(at="2023-02-01 11:00:00+02:00", end="2023-02-01 10:00:00+01:00"))
        assert report.cases[Count.AFTER_END] == 0

    def test_what_is_done_at_the_instant_of_the_receipt_is_not_before_it(self):
        report = audited(line(at="2023-01-09 10:00:00+02:00", end="2023-01-09 09:00:00+01:00"))
        assert (report.cases[Count.BEFORE_RECEIPT], report.cases[Count.END_BEFORE_RECEIPT]) == (0, 0)

    def test_in_the_hour_that_comes_twice_the_instants_decide(self):
        # 29.10.2023: 02:50 summer time, then the end at 02:10 and a step at 02:20 winter time
        start, deadline = "2023-10-29 02:40:00+02:00", "2023-12-24 09:00:00+01:00"
        told = {"start": start, "deadline": deadline, "end": "2023-10-29 02:10:00+01:00"}
        before = line(at="2023-10-29 02:50:00+02:00", **told)
        after = line(at="2023-10-29 02:20:00+01:00", **told)
        report = audited(after, before)
        assert (report.cases[Count.BEFORE_RECEIPT], report.cases[Count.END_BEFORE_RECEIPT]) == (0, 0)
        assert (report.cases[Count.AFTER_END], report.events[Count.AFTER_END]) == (1, 1)

    def test_an_open_case_past_its_deadline_is_open(self):
        assert audited(line(at="2023-09-01 10:00:00+02:00")).cases[Count.OPEN] == 1

    def test_a_register_without_cases(self):
        assert audited().cases[Count.ALL] == 0

    def test_thousands_are_separated(self):
        lines = (line(f"P-{i}") for i in range(1234))
        assert "1,234   1,234  in the register" in str(audited(*lines))


class TestFaultyRegisters:
    def test_an_empty_file(self):
        assert len(faults_of()) == 8

    def test_every_missing_column(self):
        assert faults_of(COLUMNS.replace("case:deadline", "deadline").replace("org:resource", "who"), line()) == (
            "line 1: there is no column 'case:deadline'",
            "line 1: there is no column 'org:resource'",
        )

    def test_another_separator(self):
        assert faults_of(COLUMNS.replace(",", ";"))[-1] == (
            f"line 1: its only column is {COLUMNS.replace(',', ';')!r}; a comma must part columns"
        )

    def test_every_faulty_row_with_its_line(self):
        assert faults_of(
            COLUMNS,
            line("P-1"),
            line("P-2", at="yesterday"),
            line("P-3", at="2023-01-10 10:00:00"),
            line("  "),
            line("P-4", start="", deadline="06.03.2023", end="0001-01-01 00:00:00+01:00"),
            "P-5",
        ) == (
            "line 3: time:timestamp: a time with its offset, not 'yesterday'",
            "line 4: time:timestamp: a time with its offset, not '2023-01-10 10:00:00'",
            "line 5: case:concept:name is empty",
            "line 6: case:deadline: a time with its offset, not '06.03.2023'",
            "line 6: case:startdate: a time with its offset, not ''",
            "line 6: case:enddate: a time with its offset, not '0001-01-01 00:00:00+01:00'",
            "line 7: case:deadline: a time with its offset, not ''",
            "line 7: case:startdate: a time with its offset, not ''",
            "line 7: time:timestamp: a time with its offset, not ''",
        )

    def test_a_case_that_comes_again_is_not_audited_twice(self):
        assert faults_of(COLUMNS, line("P-1"), line("P-2"), line("P-1"), line("P-1")) == (
            "line 4: P-1 comes again, after other cases",
        )

    def test_a_case_that_contradicts_itself(self):
        assert faults_of(COLUMNS, line("P-1"), line("P-1").replace("clerk-1", "clerk-9")) == (
            "line 3: case:responsible is not as in the first row of P-1",
        )

    def test_nothing_is_printed_of_a_faulty_register(self, tmp_path, capsys):
        path = tmp_path / "register.csv"
        path.write_text("\n".join((COLUMNS, line("P-1"), line("P-2", at="yesterday"))), encoding="utf-8")
        with pytest.raises(BadInput, match="line 3"):
            register.main(path)
        assert capsys.readouterr().out == ""


def test_as_a_script_it_says_what_is_wrong_and_no_more(tmp_path):
    path = tmp_path / "register.csv"
    path.write_text(COLUMNS.replace("time:timestamp", "time"), encoding="utf-8")
    script = ROOT / "examples" / "permit_register.py"
    ran = subprocess.run([sys.executable, script, path], capture_output=True, text=True, check=False)
    told = "a register of permits:\n  - line 1: there is no column 'time:timestamp'\n"
    assert (ran.returncode, ran.stdout, ran.stderr) == (1, "", told)


@pytest.mark.parametrize(
    ("name", "told"),
    [("none.csv", "No such file"), ("", "Is a directory"), ("latin.csv", "codec can't decode byte 0xe9")],
)
def test_a_file_that_cannot_be_read_is_told_in_one_line(tmp_path, name, told):
    (tmp_path / "latin.csv").write_bytes(f"{COLUMNS}\n{line('é')}".encode("latin-1"))
    script = ROOT / "examples" / "permit_register.py"
    ran = subprocess.run([sys.executable, script, tmp_path / name], capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stdout, ran.stderr.count("\n")) == (2, "", 1)
    assert told in ran.stderr


def test_main_prints_the_report_and_the_speed_apart(tmp_path, capsys):
    path = tmp_path / "register.csv"
    path.write_text("\n".join((COLUMNS, line("P-1"), line("P-1"))), encoding="utf-8-sig")
    register.main(path)
    printed = capsys.readouterr()
    assert "       1       2  in the register" in printed.out
    assert printed.err.endswith("events a second\n")


class TestALongRegister:
    """It is read as a stream. ``PRCOMM_ROWS=1000000`` makes it a long one."""

    def lines(self, rows: int) -> Iterator[str]:
        """So many events, six of each case: every third open, every fifth with a step after the end."""
        yield COLUMNS
        for case in range(rows // 6):
            start = datetime(2020, 1, 1, 9, tzinfo=UTC) + timedelta(days=case % 100)
            deadline, end = start + timedelta(days=56), "" if case % 3 == 0 else start + timedelta(days=50 + case % 10)
            for step in range(6):
                at = start + timedelta(days=60 if step == 5 and case % 5 == 0 else step)
                yield f"P-{case},{start},{deadline},{end},clerk-1,Step {step},clerk-{step},{at}"

    def test_a_case_is_there_before_the_rest_is_read(self):
        lines = self.lines(600)
        next(register.Register(lines).cases())
        assert next(lines).startswith("P-1,")

    def test_it_streams_so_its_memory_does_not_grow_with_the_file(self):
        def peak(rows: int) -> int:
            tracemalloc.start()
            report = register.audit_register(self.lines(rows))
            _, most = tracemalloc.get_traced_memory()
            tracemalloc.stop()
            assert report.cases[Count.ALL] == rows // 6
            return most

        peak(600)  # the calendar's and the law's days are counted once
        quarter, whole = peak(ROWS // 4), peak(ROWS)
        print(f"\n{ROWS // 4:,} rows: {quarter / 1e6:.1f} MB, {ROWS:,} rows: {whole / 1e6:.1f} MB")
        assert whole < quarter * 1.2 + 100_000  # kept whole, the file's actions would be four times as much


@pytest.mark.skipif(not REAL.exists(), reason="the real register is not ours to bring along")
class TestTheRealRegister:
    """1,434 cases of a Dutch municipality. The numbers were first counted without the library."""

    @pytest.mark.parametrize(
        ("count", "cases"),
        [
            ("ALL", 1_434), ("OPEN", 105), ("FILE_MET", 1_020), ("FILE_LATE", 309), ("INSTANT_MET", 952),
            ("INSTANT_LATE", 377), ("LAST_DAY", 68), ("MET", 886), ("LATE", 443), ("PLAIN", 1_080), ("EXTENDED", 58),
            ("OTHER", 296), ("AFTER_END", 145), ("LATER_DAY", 31), ("BEFORE_RECEIPT", 2), ("END_BEFORE_RECEIPT", 2),
            ("UNMAPPED", 0),
        ],
    )  # fmt: skip
    def test_cases(self, real, count, cases):
        assert real.cases[Count[count]] == cases

    @pytest.mark.parametrize(
        ("count", "events"),
        [("ALL", 8_577), ("AFTER_END", 180), ("BEFORE_RECEIPT", 12), ("END_BEFORE_RECEIPT", 2), ("UNMAPPED", 0)],
    )
    def test_events(self, real, count, events):
        assert real.events[Count[count]] == events

    @pytest.mark.parametrize(
        ("ids", "count"),
        [(("case-4677", "case-5704"), "BEFORE_RECEIPT"), (("case-8267", "case-10862"), "END_BEFORE_RECEIPT")],
    )
    def test_in_which_cases(self, ids, count):
        with REAL.open(newline="", encoding="utf-8") as lines:
            header, *rows = lines
        report = register.audit_register([header, *(row for row in rows if any(f",{case}," in row for case in ids))])
        assert (report.cases[Count.ALL], report.cases[Count[count]]) == (2, 2)
        assert report.cases[Count.OPEN] == 0  # an end before the receipt is an end
