"""Registers as offices have them: what is written in their own way is read, or told with its place, and not guessed.

Each file of ``tests/data/found`` is received on Tuesday 3 March 2026 at 10:00 and asked about on the 4th at noon: an
appeal is registered on the day of its receipt, so one that is not is owed.
"""

import gzip
import io
import json
from pathlib import Path

import pendulum
import pytest
from adapters.test_registers import COLUMNS, LAWFUL, MAPPING, faults, line

from prcomm import FindingKind
from prcomm.adapters.json import BadDocument
from prcomm.adapters.registers import Order, audit_register, opened, read_mapping, read_register
from prcomm.adapters.registers.encodings import score

FOUND = Path(__file__).parents[1] / "data" / "found"
PLAIN = {name: value for name, value in MAPPING.items() if name != "on_file"}
AT = pendulum.datetime(2026, 3, 4, 12, tz="Asia/Tashkent")
OWED = FindingKind.OWED, "registration"


def judged(file, **changes):
    content = (FOUND / file).read_bytes() if isinstance(file, str) else file
    register, how = read_register(io.BytesIO(content), json.dumps(PLAIN | changes))
    return audit_register(register, how, AT)


def kinds(audit):
    return [(one.case, one.line, one.finding.kind, one.finding.name) for one in audit.found]


def told(file, **changes):
    return faults(judged, file, **changes)


def unread(audit):
    return {one.text: (one.count, one.lines) for one in audit.unread}


class TestCells:
    def test_blanks_at_their_ends_do_not_count_in_whatever_column_and_in_the_heads(self):
        audit = judged("blanks_at_ends.csv")
        assert (audit.cases, audit.lines) == (2, 3)
        assert kinds(audit) == [("119", None, *OWED)]

    def test_letters_in_two_forms_are_one_letter(self):
        """A file from a Mac has й as two characters."""
        written = f"{COLUMNS}\n" + line("A", "отказной", "03.03.2026 10:00", kind="ariza")
        actions = {"отказной": MAPPING["actions"]["received"]}
        apart = written.replace("й", "и\u0306")
        assert apart != written
        assert kinds(judged(apart.encode(), actions=actions)) == [("A", None, *OWED)]

    def test_words_stand_for_those_of_an_activity_too(self):
        words = PLAIN["words"] | {"what": {"qabul": "received"}}
        assert kinds(judged("word_of_an_activity.csv", words=words)) == [("118", None, *OWED)]
        assert kinds(judged("word_of_an_activity.csv"))[0] == ("118", 2, FindingKind.UNMAPPED, "qabul")

    def test_words_stand_for_those_of_a_case_too(self):
        audit = judged("repeats.csv", words=PLAIN["words"] | {"file": {"118": "2026/118"}})
        assert {one.case for one in audit.found} == {"2026/118"}

    def test_a_number_of_json_may_stand_where_a_text_belongs(self):
        audit = judged("numbers.jsonl")
        assert (audit.cases, audit.lines, audit.found) == (1, 2, ())

    def test_days_with_points_are_read_without_a_format(self):
        """By the law the last day is Wednesday 18 March, fifteen days after; the register gives the 20th."""
        without = {name: value for name, value in PLAIN.items() if name not in ("format", "day_format")}
        on_file = {"consideration": "{answer by:day}"}
        content = (FOUND / "day_on_a_later_line.csv").read_bytes()
        register, how = read_register(io.BytesIO(content), json.dumps(without | {"on_file": on_file}))
        assert kinds(audit_register(register, how, AT)) == [("118", None, FindingKind.CONFLICT, "consideration")]

    def test_a_day_may_be_given_on_any_line_of_its_case(self):
        audit = judged("day_on_a_later_line.csv", on_file={"consideration": "{answer by:day}"})
        assert [one.finding.text for one in audit.found] == [
            "consideration: the register gives 2026-03-20, the rule 2026-03-18"
        ]

    @pytest.mark.parametrize("format", ["%m.%d.%Y", "%m/%d/%Y"])
    def test_points_are_read_day_first_only_where_nothing_says_otherwise(self, format):
        content = f"{COLUMNS}\n" + line("A", "received", "03.03.2026 10:00", kind="ariza", answer_by="03.04.2026")
        audit = judged(content.encode(), day_format=format, on_file={"consideration": "{answer by:day}"})
        days = [one.finding.text for one in audit.found if one.finding.kind is FindingKind.CONFLICT]
        assert ("2026-03-04" in "".join(days)) == (format == "%m.%d.%Y")
        assert bool(audit.unread) == (format == "%m/%d/%Y")


class TestRowsAndColumns:
    @pytest.mark.parametrize("file", ["blank_rows.csv", "unnamed_columns.csv", "title_above.csv"])
    def test_what_holds_nothing_is_passed_over(self, file):
        audit = judged(file)
        assert (audit.cases, audit.lines, kinds(audit)) == (1, 1, [("118", None, *OWED)])

    def test_the_line_of_the_heads_is_told(self):
        assert judged("title_above.csv").seen.heads == 3

    def test_heads_that_each_printed_page_repeats_are_no_lines(self):
        lines = (COLUMNS, LAWFUL[0], "", f"{COLUMNS} ", LAWFUL[1])
        audit = judged("\n".join(lines).encode())
        assert (audit.lines, audit.unread) == (2, ())

    def test_a_column_that_is_there_twice_is_one_error(self):
        assert told("column_twice.csv") == (
            "line 1: there are two columns 'file' or more, in places 1 and 8: which of them is meant?",
        )

    def test_a_column_that_nobody_reads_may_be_there_twice(self):
        content = f"{COLUMNS},note,note\n{line('A', 'received', '03.03.2026 10:00', kind='ariza')},x,y\n"
        assert kinds(judged(content.encode())) == [("A", None, *OWED)]

    def test_cells_that_are_missing_at_the_end_are_missed_only_where_they_are_read(self):
        assert kinds(judged(f"{COLUMNS}\nA,received,03.03.2026 10:00,c,ariza,p,\n".encode())) == [("A", None, *OWED)]
        assert unread(judged(f"{COLUMNS}\nA,received,03.03.2026 10:00,c\n".encode())) == {
            "4 cells under 8 columns": (1, (2,))
        }

    def test_more_cells_than_columns_are_a_fault_unless_they_are_empty(self):
        whole = line("A", "received", "03.03.2026 10:00", kind="ariza")
        assert not judged(f"{COLUMNS}\n{whole},,\n".encode()).unread
        assert unread(judged(f"{COLUMNS}\n{whole},,x\n".encode())) == {"10 cells under 8 columns": (1, (2,))}

    def test_a_head_may_be_broken_into_lines(self):
        content = f"{COLUMNS.replace('answer by', chr(34) + 'answer' + chr(10) + 'by' + chr(34))}\n{LAWFUL[0]}\n"
        audit = judged(content.encode(), on_file={"consideration": "{answer by:day}"})
        assert audit.seen.heads == 1
        assert kinds(audit) == [("A", None, *OWED)]

    def test_an_exact_repeat_is_known_as_such_and_not_judged_twice(self):
        audit = judged("repeats.csv")
        assert kinds(audit) == [("118", 4, FindingKind.REPEATED, "registered")]
        assert audit.found[0].finding.text == "the line repeats line 3 exactly, and is not judged twice"
        assert (audit.lines, audit.repeated) == (3, 1)

    def test_a_line_that_differs_in_a_column_nobody_reads_is_no_repeat(self):
        lines = [f"{line('A', 'received', '03.03.2026 10:00', kind='ariza')},{n}\n" for n in (1, 2)]
        audit = judged(f"{COLUMNS},note\n{''.join(lines)}".encode())
        assert audit.repeated == 0
        assert (3, FindingKind.UNLAWFUL) in [(one.line, one.finding.kind) for one in audit.found]


class TestHowItIsWritten:
    @pytest.mark.parametrize(
        ("file", "encoding", "delimiter"),
        [
            ("semicolons.csv", "utf-8", ";"), ("semicolons_told.csv", "utf-8", ";"),
            ("tabs_in_utf16.txt", "utf-16", "\t"),
            ("marked_utf8.csv", "utf-8-sig", ","), ("cp1251.csv", "cp1251", ","),
        ],
    )  # fmt: skip
    def test_is_seen_and_told(self, file, encoding, delimiter):
        audit = judged(file)
        assert kinds(audit) == [("118", None, *OWED)]
        assert (audit.seen.encoding, audit.seen.delimiter) == (encoding, delimiter)

    @pytest.mark.parametrize("delimiter", ["^", "~", "¦", "\x1f"])
    def test_whatever_else_stands_between_cells_is_seen_if_it_names_every_column(self, delimiter):
        content = (FOUND / "semicolons.csv").read_text("utf-8").replace(";", delimiter)
        assert judged(content.encode()).seen.delimiter == delimiter

    @pytest.mark.parametrize("end", ["\r", "\r\n", "\n"])
    def test_lines_may_end_as_they_do_anywhere(self, end):
        content = (FOUND / "semicolons.csv").read_text("utf-8").replace("\n", end)
        assert kinds(judged(content.encode())) == [("118", None, *OWED)]

    @pytest.mark.parametrize("delimiter", ["||", '"', "\n"])
    def test_what_can_stand_between_no_cells_is_a_fault_beside_what_else_is_wrong(self, delimiter):
        wrong = json.dumps({**MAPPING, "delimiter": delimiter, "format": "%q"})
        with pytest.raises(BadDocument) as caught:
            read_register(io.BytesIO((FOUND / "semicolons.csv").read_bytes()), wrong)
        assert {"delimiter", "format"} <= {fault.path for fault in caught.value.found}

    def test_a_quote_that_the_file_says_stands_between_them_is_not_believed(self):
        assert judged(b'sep="\n' + (FOUND / "semicolons.csv").read_bytes()).seen.delimiter == ";"

    @pytest.mark.parametrize(("said", "delimiter"), [("semicolon", ";"), (";", ";")])
    def test_may_be_declared(self, said, delimiter):
        assert judged("semicolons.csv", delimiter=said, encoding="utf-8").seen.delimiter == delimiter

    def test_what_is_declared_wrongly_is_told_with_what_was_seen(self):
        (one,) = told("semicolons.csv", delimiter=",")
        assert one.endswith("with a comma between its cells it has 1; with a semicolon line 1 would name 7 of them")
        assert told("cp1251.csv", encoding="utf-8") == ("it is no utf-8 from line 2 on",)

    def test_what_can_not_be_seen_safely_is_told_and_can_be_declared(self):
        (one,) = told("cp866.csv")
        assert one.startswith("it is no UTF-8 from line 2 on, perhaps cp866: declare its encoding")
        assert kinds(judged("cp866.csv", encoding="cp866")) == [("118", None, *OWED)]

    def test_utf8_with_a_spoilt_letter_is_not_taken_for_anything_else(self):
        assert told("spoilt_utf8.csv") == (
            "it is UTF-8, but for line 3 and perhaps others: a letter there is cut or spoilt",
        )

    def test_koi8_and_cp1251_are_told_apart_by_their_capitals(self):
        words = "Дежурный принял жалобу, Отдел зарегистрировал обращение"
        assert score(words.encode("koi8-r"), "koi8-r") > score(words.encode("koi8-r"), "cp1251")
        assert score(words.encode("cp1251"), "cp1251") > score(words.encode("cp1251"), "koi8-r")

    @pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
    def test_utf16_without_a_mark(self, encoding):
        content = (FOUND / "semicolons.csv").read_text("utf-8").encode(encoding)
        assert judged(content).seen.encoding == encoding

    @pytest.mark.parametrize(("begins", "said"), [(b"PK\x03\x04xx", "workbook"), (b"%PDF-1.7", "PDF")])
    def test_what_is_no_text_at_all_is_told_by_what_it_is(self, begins, said):
        (one,) = told(begins)
        assert said in one

    def test_packed_by_gzip(self):
        assert kinds(judged(gzip.compress((FOUND / "semicolons.csv").read_bytes()))) == [("118", None, *OWED)]

    def test_packed_so_that_it_grows_beyond_measure(self):
        (one,) = told(gzip.compress(bytes(65 << 20), 9))
        assert "grows beyond what a register is" in one

    def test_packed_and_cut_off(self):
        (one,) = told(gzip.compress(b"file,what" * 1000)[:-9])
        assert one == "it begins as one packed by gzip, and can't be unpacked (EOFError)"

    def test_through_a_pipe(self):
        class Pipe(io.BytesIO):
            def seekable(self):
                return False

        with opened(Pipe((FOUND / "cp1251.csv").read_bytes())) as register:
            assert register.seen().encoding == "cp1251"

    def test_an_encoding_that_there_is_not_is_told_with_the_other_faults(self):
        each = {**PLAIN["each"], "by": {"id": "x", "role": "executr"}}
        several = told("cp1251.csv", encoding="cp9999", each=each)
        assert [one.split(":")[0] for one in several] == ["encoding", "each.by.role"]


class TestOrder:
    def test_newest_first_is_seen(self):
        audit = judged("newest_first.csv")
        assert (audit.found, audit.seen.order) == ((), Order.NEWEST_FIRST)

    def test_it_may_be_declared_otherwise(self):
        audit = judged("newest_first.csv", order="register")
        assert FindingKind.UNLAWFUL in [one.finding.kind for one in audit.found]

    @pytest.mark.parametrize("order", [{}, {"order": "newest first"}, {"order": "time"}])
    def test_what_is_of_one_minute_makes_no_false_finding(self, order):
        assert judged("newest_first_in_one_minute.csv", **order).found == ()

    def test_declared_the_order_of_the_register_it_counts(self):
        audit = judged("newest_first_in_one_minute.csv", order="register")
        assert FindingKind.UNLAWFUL in [one.finding.kind for one in audit.found]

    def test_of_days_without_hours_each_order_is_possible(self):
        days = [line("A", what, "03.03.2026", kind="ariza", number="1") for what in ("given", "registered", "received")]
        audit = judged("\n".join((COLUMNS, *days)).encode(), format="%d.%m.%Y")
        assert audit.found == ()

    def test_what_has_no_place_in_any_order_is_found_with_its_line(self):
        same = [
            line("A", what, "03.03.2026", kind="ariza", number="1") for what in ("replied", "registered", "received")
        ]
        audit = judged("\n".join((COLUMNS, *same)).encode(), format="%d.%m.%Y")
        assert [(one.line, one.finding.kind) for one in audit.found][:1] == [(2, FindingKind.UNLAWFUL)]

    def test_one_case_that_goes_back_makes_no_register_newest_first(self):
        back = (
            line("B", "registered", "03.03.2026 11:00", number="2"),
            line("B", "received", "03.03.2026 10:00", kind="ariza"),
        )
        audit = judged("\n".join((COLUMNS, *LAWFUL[:2], *back)).encode())
        assert audit.seen.order is Order.REGISTER
        assert {one.case for one in audit.found} == {"B"}


class TestLinesThatCanNotBeRead:
    def test_an_unclosed_quotation_mark_is_told_at_its_line_and_the_rest_is_judged(self):
        audit = judged("unclosed_quote.csv")
        assert unread(audit) == {"a quotation mark is opened in it and not closed": (1, (2,))}
        assert kinds(audit)[1:] == [("119", None, *OWED), ("120", None, *OWED)]

    def test_one_that_swallows_lines_until_another_quotation_mark_costs_only_its_own(self):
        lines = ['A,received,03.03.2026 10:00,"c,ariza,p,,', 'B,received,03.03.2026 10:00,"c d",ariza,p,,']
        audit = judged("\n".join((COLUMNS, *lines)).encode())
        assert [lines for _, lines in unread(audit).values()] == [(2,)]
        assert kinds(audit)[1:] == [("B", None, *OWED)]

    def test_a_cell_of_several_lines_is_none(self):
        content = f'{COLUMNS}\nA,received,03.03.2026 10:00,"c\nd",ariza,p,,\nB,received,03.03.2026 10:00,c,ariza,p,,\n'
        audit = judged(content.encode())
        assert (audit.lines, audit.unread) == (2, ())

    def test_each_kind_is_told_once_with_its_count_and_first_lines(self):
        bad = [line(f"{n}", "received", "soon", kind="ariza") for n in range(330)]
        audit = judged("\n".join((COLUMNS, *bad, *LAWFUL[:2])).encode())
        wanted = "the cell under 'when' is no instant, written as '%d.%m.%Y %H:%M'"
        assert unread(audit) == {wanted: (330, (2, 3, 4, 5, 6))}
        assert [str(one.finding) for one in audit.found] == [f"unread: {wanted} (330 lines: 2, 3, 4, 5, 6, …)"]

    def test_findings_of_a_case_with_such_a_line_say_so(self):
        lines = (
            LAWFUL[0],
            line("A", "registered", "soon", number="1"),
            line("B", "received", "03.03.2026 10:00", kind="ariza"),
        )
        audit = judged("\n".join((COLUMNS, *lines)).encode())
        assert [(one.case, one.whole) for one in audit.found[1:]] == [("A", False), ("B", True)]

    def test_a_line_that_says_nothing_of_what_was_done_is_one(self):
        audit = judged("\n".join((COLUMNS, LAWFUL[0], line("A", "", "03.03.2026 11:00"))).encode())
        assert unread(audit) == {"it says nothing of what was done under 'what'": (1, (3,))}

    def test_no_more_kinds_are_kept_than_anybody_reads(self):
        lines = [line("A", "received", "03.03.2026 10:00", kind="ariza") + "," * n + "x" for n in range(1, 300)]
        audit = judged("\n".join((COLUMNS, *lines)).encode())
        assert len(audit.unread) == 201
        assert (audit.unread[-1].count, sum(one.count for one in audit.unread)) == (99, 299)


def mapped(**changes):
    return faults(read_mapping, json.dumps(PLAIN | changes))


def received(**changes):
    return {"received": {**MAPPING["actions"]["received"], **changes}}


class TestFaultsOfAMapping:
    """Each is told once, where it stands, and all at once with those of the columns."""

    @pytest.mark.parametrize(
        ("changes", "begins"),
        [
            ({"actions": {"x": {"action": "Recieve"}}}, "actions.x.action: the name of an action, which this is not"),
            ({"actions": {"x": {"action": 7}}}, "actions.x.action: the name of an action, not a number"),
            ({"actions": {"x": {}}}, "actions.x.action: it is missing; there are: Receive"),
            ({"actions": {"x y": {"action": "Recieve"}}}, "actions['x y'].action: the name of an action"),
            ({"actions": {"x": [None]}}, "actions.x: an action, several in an array, or null, not null"),
            ({"actions": received(by={"role": "registrr"})}, "actions.received.by.role: the name of a role"),
            ({"actions": received(by={"rol": "registrar"})}, "actions.received.by: the field rol is not known"),
            ({"actions": received(form="WRITEN")}, "actions.received.form: a name of Form, which this is not"),
            ({"actions": received(chanel="POST")}, "actions.received: the field chanel is not known"),
            ({"actions": received(kind="{kind|COMPLAIN}")}, "actions.received.kind: a name of AppealKind"),
            ({"actions": received(kind="{kind")}, "actions.received.kind: a place for a cell that can't be read"),
            ({"actions": received(appellants=[{"type": "Persn", "id": "x"}])}, "actions.received.appellants[0].type: "),
            ({"actions": received(at="soon")}, "actions.received.at: an instant of 1900 to 2199"),
            ({"actions": received(by=None)}, "actions.received.by: "),
            ({"actions": {"x": {"action": "Register"}}}, "actions.x.number: it is missing, and Register needs it"),
            ({"words": {"kind": {"ariza": "APLICATION"}}}, "words.kind.ariza: a name of AppealKind, which this is not"),
            ({"words": {"what": {"qabul": "recieved"}}}, "words: what: a word stands for what is none of the actions"),
            ({"first": {"action": "Recieve"}}, "first.action: the name of an action"),
            ({"on_file": {"considertion": "{answer by:day}"}}, "on_file: the name of a deadline; there are: "),
            ({"on_file": {"consideration": "{answer by}"}}, "on_file.consideration: the place of a day, as {answer"),
            ({"format": "%d.%m.%Q"}, "format: a format as strptime has them"),
            ({"encoding": "cp9999"}, "encoding: a name that Python has for one"),
            ({"delimiter": "||"}, "delimiter: one character, or comma, semicolon, tab, bar"),
            ({"order": "alphabet"}, "order: register or time or newest first"),
        ],
    )  # fmt: skip
    def test_each_stops_it_once(self, changes, begins):
        (one,) = mapped(**changes)
        assert one.startswith(begins)

    def test_what_every_action_has_is_told_once(self):
        each = {**PLAIN["each"], "by": {"id": "{who}", "role": "executr"}}
        (one,) = mapped(each=each, actions={name: {**of, "by": {}} for name, of in PLAIN["actions"].items() if of})
        assert one.startswith("each.by.role: the name of a role, which this is not")
        (one,) = mapped(each={**PLAIN["each"], "by": {"id": "{who}", "rol": "x"}})
        assert one.startswith("each.by: the field rol is not known")

    def test_what_every_action_has_is_checked_where_each_says_otherwise_too(self):
        each = {**PLAIN["each"], "by": {"id": "{who}", "role": "executr"}}
        (one,) = mapped(each=each, actions={"registered": PLAIN["actions"]["registered"]})
        assert one.startswith("each.by.role: the name of a role, which this is not")

    def test_one_that_only_some_actions_have_no_place_for_names_them(self):
        actions = {"registered": PLAIN["actions"]["registered"]}
        assert mapped(each={**PLAIN["each"], "numbr": "7"}, actions=actions) == (
            "each: Register has no field numbr; did you mean number?",
        )

    def test_what_a_cell_may_still_make_right_is_none(self):
        for actions in (received(by={"id": "{who}", "role": "{role}"}), {"x": {"action": "{what}"}}):
            assert read_mapping(json.dumps(PLAIN | {"actions": actions})).case == PLAIN["case"]

    def test_a_misspelt_role_and_a_misspelt_column_stand_in_one_error(self):
        actions = received(by={"role": "registrr"}, kind="{knd}")
        assert [one.split(":")[0] for one in told("semicolons.csv", actions=actions)] == [
            "actions.received.by.role",
            "line 1",
        ]

    def test_a_column_for_whose_words_there_are_others_must_be_there(self):
        assert told("semicolons.csv", words=PLAIN["words"] | {"knd": {}}) == ("line 1: there is no column 'knd'",)

    def test_a_column_that_differs_only_in_capitals_is_told(self):
        assert told(f"{COLUMNS.replace('who', 'Who')}\n{LAWFUL[0]}".encode()) == (
            "line 1: there is no column 'who'; column 4 differs from it only in capitals",
        )

    def test_no_cell_is_quoted(self):
        lines = (line("Karimova", "Karimova", "Karimova", kind="Karimova"), "Karimova", '"Karimova')
        audit = judged("\n".join((COLUMNS, line("A", "received", "Karimova"), *lines)).encode())
        assert audit.unread
        assert not [one for one in audit.unread if "Karimova" in one.text]
        with pytest.raises(BadDocument) as raised:
            judged(b"Karimova,Nodira\nx,y\n")
        assert "Karimova" not in str(raised.value)
