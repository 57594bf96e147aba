"""What makes the actions of a register at once makes what the way through JSON makes, and tells the same faults."""

import json
from datetime import UTC, datetime, timedelta
from functools import partial

import pendulum
import pytest
from attrs import evolve
from test_registers import COLUMNS, FAULTY, LAWFUL, MAPPING, NOW, line, mapping

from prcomm import Office
from prcomm.adapters.json.scalars import on_clock, read_instant, remembered
from prcomm.adapters.registers import Register, audit_register
from prcomm.adapters.registers.by_case import ByCase
from prcomm.adapters.registers.lines import RegisterLine
from prcomm.adapters.registers.templates import Writing, reader_of

TASHKENT = Office("o", zone="Asia/Tashkent")


def by_json(how):
    """The same mapping, all of whose lines go the way through JSON."""
    acts = how.acts
    slow = {name: tuple(evolve(act, made=None) for act in several) for name, several in acts.of.items()}
    first, last = (None if one is None else evolve(one, made=None) for one in (acts.first, acts.last))
    changed = evolve(how)
    object.__setattr__(changed, "acts", evolve(acts, of=slow, first=first, last=last))
    return changed


def cells(text: str):
    return dict(zip(COLUMNS.split(","), text.split(","), strict=True))


def at_once(how, given):
    """What each action of a line comes to, made at once."""
    return [None if act.made is None else act.made(given) for act in how.of(given) or ()]


def through_json(how, given):
    return [how.codec.action_from(act.fill(given, []), "", how.office, numbers=True) for act in how.of(given) or ()]


class TestTheSameActions:
    @pytest.mark.parametrize("text", [*LAWFUL, *FAULTY])
    def test_of_every_line(self, text):
        how = mapping()
        for _ in range(2):  # the second time what it read is remembered
            made = at_once(how, cells(text))
            assert made == through_json(how, cells(text))
            assert [repr(one) for one in made] == [repr(one) for one in through_json(how, cells(text))]

    @pytest.mark.parametrize(
        ("changed", "given"),
        [
            ({"number": "№ {number}/{who}"}, {}),
            ({"number": "{number|7}"}, {"number": ""}),
            ({"number": "{number|7}"}, {"number": " 8 "}),
            ({"number": "{number|7}"}, {"number": None}),
            ({"number": "constant"}, {}),
            ({"number": "{when:at}"}, {}),
            ({"number": "{answer by:day}"}, {"answer by": "18.03.2026"}),
            ({"number": "{number:json}"}, {"number": '"9"'}),
            ({"at": "2026-03-03T11:00:00+05:00"}, {}),
            ({"at": "{late:at|2026-03-03T11:00:00+05:00}"}, {}),
            ({"by": {"id": "{who}-{number}", "role": "{role|registrar}", "office": ""}}, {}),
            ({"by": {"id": "{who}", "role": {"name": "{role|guest}", "private": True}}}, {}),
        ],
    )
    def test_of_templates_of_every_kind(self, changed, given):
        how = mapping(actions={"registered": {**MAPPING["actions"]["registered"], **changed}})
        here = cells(line("A", "registered", "03.03.2026 11:00", number="5")) | given
        assert at_once(how, here) == at_once(how, here) == through_json(how, here)

    def test_words_stand_for_cells_of_any_kind(self):
        words = {"who": {"c": "clerk 2"}, "when": {"noon": "03.03.2026 12:00", "never": ""}, "number": {"one": 1}}
        how = mapping(words=words)
        here = cells("A,registered,noon,c,,p,5,")
        (made,) = at_once(how, here)
        assert [made] == through_json(how, here)
        assert (made.by.id, made.at.hour) == ("clerk 2", 12)
        assert at_once(how, here | {"when": "never"}) == [None]
        assert at_once(how, here | {"number": "one"})[0].number == "1"  # a number stands for its text

    def test_one_true_and_1_are_not_taken_for_each_other(self):
        reply = {**MAPPING["actions"]["replied"], "challenge_explained": "{number}", "by": {"id": "x", "role": "head"}}
        how = mapping(actions={"replied": reply})
        here = cells(line("A", "replied", "17.03.2026 12:00"))
        assert at_once(how, here | {"number": 1}) == [None]
        assert at_once(how, here | {"number": True})[0].challenge_explained is True
        assert at_once(how, here | {"number": 1}) == at_once(how, here | {"number": [1]}) == [None]

    def test_what_is_alike_in_two_lines_is_read_once(self):
        how = mapping()
        one, other = (at_once(how, cells(LAWFUL[n]))[0] for n in (1, 1))
        assert one.by is other.by

    def test_an_action_that_names_an_office_has_that_of_the_mapping(self):
        here = cells(LAWFUL[0])
        how = mapping()
        assert at_once(how, here)[0].office is how.office


BAD = (
    line("A", "received", "soon", kind="ariza"),
    line("A", "received", "03.03.2026 10:00", kind="song"),
    line("A", "received", "", kind="ariza"),
    line("A", "received", "03.03.0001 10:00", kind="ariza"),
    line("A", "received", "31.02.2026 10:00", kind=""),
    line("A", "registered", "03.03.2026 11:00"),
    line("A", "given", "03.03.2026 11:00", answer_by="never"),
    line("A", "telephoned", "soon"),
    line("", "received", "03.03.2026 10:00", kind="ariza"),
    "A,received",
)


class TestTheSameFaults:
    def told(self, how, *lines):
        return audit_register([f"{one}\n" for one in (COLUMNS, *lines)], how, NOW).unread

    @pytest.mark.parametrize("text", BAD)
    def test_of_each_line(self, text):
        how = mapping()
        lines = (*LAWFUL, text, *BAD)
        assert self.told(how, *lines) == self.told(by_json(how), *lines)

    @pytest.mark.parametrize(
        "changed",
        [
            {"action": "{what}"},
            {"number": "{song|x}", "by": {"id": "{who}", "role": "{kind}"}},
            {"by": {"id": "{who}", "role": "{kind}"}},
            {"at": "{number}"},
        ],
    )
    def test_of_a_mapping_that_leaves_to_the_cells_what_they_can_not_say(self, changed):
        how = mapping(actions={"registered": {**MAPPING["actions"]["registered"], **changed}}, words={})
        lines = [line("A", "registered", "03.03.2026 11:00", number=str(n)) for n in range(3)]
        columns = f"{COLUMNS},song"
        told = [
            audit_register([f"{one}\n" for one in (columns, *(f"{one}," for one in lines))], made, NOW).unread
            for made in (how, by_json(how))
        ]
        assert told[0]
        assert told[0] == told[1]

    def test_the_same_findings(self):
        assert audit_register([COLUMNS, *LAWFUL, *FAULTY], mapping(), NOW) == audit_register(
            [COLUMNS, *LAWFUL, *FAULTY], by_json(mapping()), NOW
        )


class TestInstants:
    def twice(self, office: Office, at: datetime) -> pendulum.DateTime:
        """As it was: put on the clock of the office, written, and read again."""
        return office.instant(office.instant(at).isoformat())

    @pytest.mark.parametrize("zone", ["Asia/Tashkent", "Europe/Amsterdam", "America/New_York", "Australia/Lord_Howe"])
    def test_on_the_clock_of_an_office(self, zone):
        office = Office("o", zone=zone)
        writing = Writing(office, {}, "", "")
        start = datetime(1914, 1, 1, tzinfo=UTC)
        every = [start + timedelta(hours=n * 487.25) for n in range(2_000)]
        every += [
            datetime(2023, month, 1, tzinfo=UTC) + timedelta(minutes=30 * n)
            for month in (3, 4, 10, 11)
            for n in range(1500)
        ]
        for at in every:
            wall = at.astimezone(office.tz)
            for made, wanted in (
                (on_clock(at, office), office.instant(at.isoformat())),
                (writing.instant(at.isoformat()), self.twice(office, at)),
                (writing.instant(wall.replace(tzinfo=None).isoformat()), self.twice(office, wall.replace(fold=0))),
                (
                    writing.instant(at.replace(tzinfo=None).isoformat()),  # in the hour, too, that never comes
                    self.twice(office, at.replace(tzinfo=office.tz)),
                ),
            ):
                assert (made.isoformat(), made.fold, made.tzinfo) == (wanted.isoformat(), wanted.fold, wanted.tzinfo)
                assert type(made) is type(wanted)

    @pytest.mark.parametrize(
        "format",
        [
            "%d.%m.%Y %H:%M",
            "%Y%m%d",
            "%d%m%Y%H%M%S",
            "(%d) %m|%Y",
            "%d/%m/%y",
            "%Y-%m-%d %H:%M:%S.%f",
            "%d.%m",
            "%%%d.%m.%Y",
        ],
    )
    def test_as_strptime_reads_them(self, format):
        read = reader_of(format)
        start = datetime(1999, 12, 30, 23, 59, 58)  # noqa: DTZ001  # as a register writes it
        for n in range(400):
            text = (start + timedelta(hours=n * 7.77)).strftime(format)
            for given in (
                text,
                text.replace("0", "", 1),
                f" {text}",
                f"{text} ",
                text.replace(" ", "  "),
                text[1:],
                text.replace("1", "9"),
                text.replace("1", "٣"),
                text.replace("0", "6"),
            ):
                assert _came_to(read, given) == _came_to(partial(_strptime, format), given)

    def test_seconds_that_only_some_clocks_have(self):
        written = "%d.%m.%Y %H:%M:%S"
        for given in ("31.12.2016 23:59:60", "31.12.2016 23:59:61", "31.12.2016 23:59:62", "31.12.2016 24:00:00"):
            assert _came_to(reader_of(written), given) == _came_to(partial(_strptime, written), given)


def _strptime(format: str, text: str) -> datetime:
    return datetime.strptime(text, format)  # noqa: DTZ007  # as a register writes it


def _came_to(read, text: str) -> object:
    try:
        return read(text)
    except ValueError as error:
        return str(error)


class TestLines:
    def test_of_csv_only_the_columns_that_are_read_are_kept(self):
        (only,) = Register(["a,b,c\n", "1,2,3\n"]).lines(("c", "a"))
        assert isinstance(only, RegisterLine)
        assert only.cells == {"a": "1", "c": "3"}

    @pytest.mark.parametrize("together", [1, 2, 63, 64, 65, 200])
    def test_by_case_in_the_order_of_the_file(self, together):
        every = [
            (f"case {n // together % 7}", RegisterLine(n, {"n": n, "s": "\udfff", "o": [{"x": None}]}))
            for n in range(2000)
        ]
        wanted: dict[str, list[RegisterLine]] = {}
        with ByCase() as kept:
            for case, one in every:
                kept.add(case, one)
                wanted.setdefault(case, []).append(one)
            assert len(kept) == len(wanted)
            assert list(kept) == [(case, tuple(lines)) for case, lines in wanted.items()]
            assert list(kept) == list(kept)


class TestRemembered:
    def test_it_reads_once_what_comes_again_and_not_what_only_looks_alike(self):
        read: list[object] = []
        hook = remembered(lambda data, _: read.append(data) or len(read), 2)
        assert [hook({"x": 1}, None), hook({"x": 1}, None), hook({"x": True}, None)] == [1, 1, 2]
        assert [hook({"x": 1.0}, None), hook({"x": 1}, None)] == [3, 4]  # two are remembered, then it begins anew

    def test_what_has_more_inside_is_read_each_time(self):
        read: list[object] = []
        hook = remembered(lambda data, _: read.append(data) or len(read))
        assert [hook(data, None) for data in ({"x": []}, {"x": []}, [], [], "x", "x")] == [1, 2, 3, 4, 5, 6]

    def test_citations_of_records(self):
        codec = mapping().codec
        cite = {"source": "ЗРУ-445", "article": "1", "part": 1, "basis": "STATUTE", "unit": "article"}
        assert codec._things.cites.read([cite], None)[0] is codec._things.cites.read([dict(cite)], None)[0]
        assert codec._things.cites.read([], None) == ()
        for wrong in ([cite | {"part": True}], [cite | {"part": "1"}], [cite, {}], "", {}, None, [None], [[]]):
            with pytest.raises(Exception, match="unfit"):
                codec._things.cites.read(wrong, None)
        assert codec._things.cites.read([cite | {"part": 1.0}], None)[0].part == 1


def test_json_cells_go_the_same_ways():
    names = COLUMNS.split(",")
    good = [json.dumps(dict(zip(names, one.split(","), strict=True))) for one in (*LAWFUL, *FAULTY)]
    assert audit_register(good, mapping(), NOW) == audit_register(good, by_json(mapping()), NOW)
    bad = [
        json.dumps({"file": "A", "what": "received", "when": when}) for when in (1, True, [1], {"a": 1}, "soon", None)
    ]
    assert audit_register(bad, mapping(), NOW) == audit_register(bad, by_json(mapping()), NOW)


def test_an_instant_through_the_hook_is_on_no_clock_without_an_office():
    assert read_instant("2026-03-03T11:00:00+05:00").utcoffset() == timedelta(hours=5)
