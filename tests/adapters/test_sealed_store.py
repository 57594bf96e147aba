"""A store of appeals tampered with in every way there is: what notices it, and which record is named."""

import json
import os
import random
import shutil
import sqlite3
from contextlib import closing

import pendulum
import pytest
from adapters.test_seal import PRIVATE, PUBLIC

from prcomm import Actor, Person, redacted
from prcomm.adapters.seal import BEFORE_THE_FIRST, Flaw, Head, chained, head_of, links_of, verify
from prcomm.adapters.seal.signing import private_key, signed
from prcomm.adapters.seal.stored import rows_of
from prcomm.adapters.store import Damaged, NoCase, NotYet, Store, StoreError, TooLate
from prcomm.adapters.store.rows import StoredRecord
from prcomm.citizens.appeals import (
    APPEAL,
    COMPLAINT,
    AnsweredQuestion,
    Assign,
    Channel,
    Decide,
    Form,
    Outcome,
    Receive,
    Register,
    SendReply,
)
from prcomm.core.values.errors import PrcommError
from prcomm.law import office
from prcomm.law.roles import EXECUTOR, HEAD, REGISTRAR

DISTRICT = office("district department")
DESK, CHIEF, OFFICER = Actor("desk 1", REGISTRAR), Actor("head 1", HEAD), Actor("officer 5", EXECUTOR)
FLIPS = int(os.environ.get("PRCOMM_FLIPS", "40"))
"""How many bits are flipped, one at a time; four hundred by ``.ci/deep``."""
CASES = [f"2026/{n}" for n in range(1, 5)]
CASE, OTHER = CASES[1], CASES[2]


def at(day, hour=11):
    return pendulum.datetime(2026, 3, day, hour, tz=DISTRICT.tz)


class Clock:
    """What the clock of the store says."""

    def __init__(self, now=None):
        self.now = now or at(20)

    def __call__(self):
        return self.now


def receive(case, **more):
    return Receive(
        at=at(4), by=DESK, case=case, kind=COMPLAINT, form=Form.WRITTEN, channel=Channel.POST, office=DISTRICT,
        appellants=(Person("p-17", name="Somebody", residence="somewhere"),), against=("officer 9",),
        questions=("conduct",), content="digest 118", **more,
    )  # fmt: skip


LATER = (
    Register(at=at(4, 12), by=DESK, number="118"),
    Assign(at=at(5), by=CHIEF, executors=("officer 5",)),
    Decide(at=at(9), by=CHIEF, outcome=Outcome.SATISFIED, answers=(AnsweredQuestion("conduct", "digest 77a0"),)),
    SendReply(at=at(10), by=CHIEF, to="p-17", form=Form.WRITTEN, language="uz", challenge_explained=True),
)


def live(store, clock, case):
    """Five records of a complaint."""
    clock.now = at(4)
    store.begin(APPEAL, receive(case), signed_in="desk 1")
    for action in LATER:
        clock.now = action.at
        store.apply(APPEAL, case, lambda _, action=action: action, signed_in=action.by.id)


@pytest.fixture(scope="module")
def sealed(tmp_path_factory):
    """The file of a store, its head, the list of what was sealed, and what can be read in it."""
    file, clock = tmp_path_factory.mktemp("sealed") / "cases.sqlite", Clock()
    with Store(file, [APPEAL], clock=clock) as store:
        for case in CASES:
            live(store, clock, case)
        read = {case: store.open(APPEAL, case) for case in CASES}
    with rows_of(file) as rows:
        records = tuple(rows.records())
        found = verify(records, ends=rows.ends)
    assert found.holds
    assert (found.records, found.cases) == (20, 4)
    return file, Head(found.root, found.records, at(20)), tuple(links_of(records)), read


def sealed_and_tampered(folder):
    """In a folder a store, its head signed with a key that lies there, and the store rewritten from a record on."""
    clock = Clock()
    with Store(folder / "cases.sqlite", [APPEAL], clock=clock) as store:
        for case in CASES[:2]:
            live(store, clock, case)
    with rows_of(folder / "cases.sqlite") as rows:
        head = signed(head_of((one.link for one in rows.records()), at(20)), private_key(PRIVATE))
    (folder / "head.json").write_text(json.dumps(head.document()))
    (folder / "private.pem").write_bytes(PRIVATE)
    (folder / "public.pem").write_bytes(PUBLIC)
    shutil.copy(folder / "cases.sqlite", folder / "tampered.sqlite")
    tampered(folder / "tampered.sqlite", WAYS["(3) an outcome"][0])


@pytest.fixture
def copy(sealed, tmp_path):
    shutil.copy(sealed[0], tmp_path / "copy.sqlite")
    return tmp_path / "copy.sqlite"


# -- the ways to tamper


def edited(version, change):
    """A field of a record edited in its document."""

    def tamper(db):
        ((document,),) = db.execute(
            "SELECT document FROM prcomm_records WHERE case_id = ? AND version = ?", (CASE, version)
        )
        data = json.loads(document)
        before = json.dumps(data)
        change(data["record"])
        assert json.dumps(data) != before
        new = json.dumps(data, ensure_ascii=False).encode()
        db.execute("UPDATE prcomm_records SET document = ? WHERE case_id = ? AND version = ?", (new, CASE, version))

    return tamper


def action(**fields):
    return lambda record: record["action"].update(fields)


def all_moved(db):
    for version, day in ((1, 14), (2, 14), (3, 15), (4, 19), (5, 20)):
        edited(version, action(at=f"2026-03-{day}T09:00:00+05:00"))(db)


def sql(*statements):
    def tamper(db):
        for statement in statements:
            assert db.execute(statement, {"case": CASE, "other": OTHER}).rowcount

    return tamper


TABLES = "prcomm_records", "prcomm_cases", "prcomm_names"
COLUMNS = "process, case_id, version, document, recorded, signed_in, origin, names, digest, chain"


def column(name, value):
    return sql(f"UPDATE prcomm_records SET {name} = {value} WHERE case_id = :case AND version = 2")


def copied(of, version, as_version):
    columns = f"process, :case, {as_version}, document, recorded, signed_in, origin, names, digest, chain"
    return (
        f"INSERT INTO prcomm_records ({COLUMNS}) SELECT {columns} FROM prcomm_records "
        f"WHERE case_id = {of} AND version = {version}"
    )


def dropped(version):
    return sql(f"DELETE FROM prcomm_records WHERE case_id = :case AND version = {version}")


def renumbered(version, as_version):
    return f"UPDATE prcomm_records SET version = {as_version} WHERE case_id = :case AND version = {version}"


def ended_at(version):
    return (
        f"UPDATE prcomm_cases SET version = {version}, chain = (SELECT chain FROM prcomm_records "
        f"WHERE case_id = :case AND version = {version}) WHERE case_id = :case"
    )


def with_its_chain(db):
    """What somebody does who can compute a chain: the outcome is another, and every link is made anew."""
    edited(4, action(outcome="REFUSED"))(db)
    db.row_factory = sqlite3.Row
    link = BEFORE_THE_FIRST
    for row in db.execute("SELECT * FROM prcomm_records WHERE case_id = ? ORDER BY version", (CASE,)).fetchall():
        stored = as_stored(row)
        link = chained(link, stored.sealed)
        db.execute("UPDATE prcomm_records SET chain = ? WHERE id = ?", (link, row["id"]))
    db.execute("UPDATE prcomm_cases SET chain = ? WHERE case_id = ?", (link, CASE))


def as_stored(row):
    return StoredRecord(
        0, row["process"], row["case_id"], row["version"], row["document"], row["recorded"], row["signed_in"],
        row["origin"], row["names"], row["digest"], row["chain"],
    )  # fmt: skip


WAYS = {
    "(1) the content's reference": (edited(1, action(content="digest 9")), [1]),
    "(2) a number": (edited(2, action(number="119")), [2]),
    "(3) an outcome": (edited(4, action(outcome="REFUSED")), [4]),
    "(4) whom it is against": (edited(1, action(against=["officer 8"])), [1]),
    "(5) whether the identity is protected": (edited(1, action(identity_protected=True)), [1]),
    "(6) a time moved within the bounds of its neighbours": (edited(3, action(at="2026-03-06T11:00:00+05:00")), [3]),
    "(7) moved before the first record": (edited(3, action(at="2026-03-01T11:00:00+05:00")), [3]),
    "(8) all moved by ten days": (all_moved, [1, 2, 3, 4, 5]),
    "(9) another actor's id": (edited(3, lambda record: record["action"]["by"].update(id="head 2")), [3]),
    "(10) another role": (edited(2, lambda record: record["action"]["by"].update(role="executor")), [2]),
    "(11) another state": (edited(2, lambda record: record.update(state="RECEIVED")), [2]),
    "(12) citations dropped": (edited(2, lambda record: record.update(cites=[])), [2]),
    "(13) the last dropped": (dropped(5), [5]),
    "(14) one in the middle dropped": (dropped(3), [3]),
    "(14) and those after it renumbered": (
        sql("DELETE FROM prcomm_records WHERE case_id = :case AND version = 3", renumbered(4, 3), renumbered(5, 4),
            ended_at(4)), [3, 4],
    ),
    "(15) the first dropped": (dropped(1), [1]),
    "(16) two swapped": (sql(renumbered(2, 9), renumbered(3, 2), renumbered(9, 3)), [2, 3]),
    "(17) one doubled": (sql(copied(":case", 3, 6), ended_at(6)), [6]),
    "(17) under the same number": (sql("DROP INDEX prcomm_records_case", copied(":case", 3, 3)), [3]),
    "(18) one of another case put in": (sql(copied(":other", 3, 6), ended_at(6)), [6]),
    "(20) another office": (
        edited(1, lambda record: record["action"]["office"].update(id="city department")), [1],
    ),
    "who was signed in": (column("signed_in", "'desk 2'"), [2]),
    "when it was entered": (column("recorded", "'2026-03-03T00:00:00.000000Z'"), [2]),
    "under which table": (column("digest", "zeroblob(32)"), [2]),
    "why it was late": (column("origin", "'{}'"), [2]),
}  # fmt: skip


def tampered(file, tamper):
    with closing(sqlite3.connect(file, isolation_level=None)) as db:
        tamper(db)


def found_in(file, **more):
    with rows_of(file) as rows:
        return rows.verify(**more)


def named(found):
    return {
        (one.case, version) for one in found.broken for version in range(one.version, max(one.version, one.last) + 1)
    }


class TestTampering:
    @pytest.mark.parametrize("way", WAYS)
    def test_it_is_noticed_and_the_record_named(self, way, copy, sealed):
        tamper, versions = WAYS[way]
        tampered(copy, tamper)
        found = found_in(copy)
        assert not found.holds
        assert {case for case, _ in named(found)} == {CASE}
        assert {version for _, version in named(found)} >= set(versions)

    @pytest.mark.parametrize("way", WAYS)
    def test_the_case_is_not_opened_and_the_others_are(self, way, copy, sealed):
        tamper, versions = WAYS[way]
        tampered(copy, tamper)
        with Store(copy, [APPEAL]) as store:
            with pytest.raises(Damaged) as damaged:
                store.open(APPEAL, CASE)
            assert (damaged.value.case, damaged.value.record) == (CASE, versions[0])
            for case in CASES:
                if case != CASE:
                    assert store.open(APPEAL, case) == sealed[3][case]

    def test_19_another_cases_reference(self, copy):
        tampered(copy, sql(
            "UPDATE prcomm_records SET case_id = '2026/99' WHERE case_id = :case",
            "UPDATE prcomm_cases SET case_id = '2026/99' WHERE case_id = :case",
            "UPDATE prcomm_names SET case_id = '2026/99' WHERE case_id = :case",
        ))  # fmt: skip
        assert named(found_in(copy)) == {("2026/99", n) for n in range(1, 6)}
        with Store(copy, [APPEAL]) as store:
            with pytest.raises(NoCase):
                store.open(APPEAL, CASE)
            with pytest.raises(Damaged) as damaged:
                store.open(APPEAL, "2026/99")
        assert damaged.value.record == 1

    def test_13_the_last_dropped_and_the_case_ended_before_it_is_told_by_a_head_alone(self, copy, sealed):
        _, head, listed, _ = sealed
        tampered(copy, sql("DELETE FROM prcomm_records WHERE case_id = :case AND version = 5", ended_at(4)))
        assert found_in(copy).holds
        found = found_in(copy, heads=[head])
        assert (found.heads[0].holds, found.heads[0].fewer) == (False, 1)
        assert named(found_in(copy, heads=[head], sealed=listed)) == {(CASE, 5)}

    def test_21_everything_rewritten_with_its_chain_is_told_by_a_head_alone(self, copy, sealed):
        _, head, listed, _ = sealed
        tampered(copy, with_its_chain)
        assert found_in(copy).holds
        with Store(copy, [APPEAL]) as store:
            assert store.open(APPEAL, CASE).outcome is Outcome.REFUSED
        found = found_in(copy, heads=[head])
        assert [one.holds for one in found.heads] == [False]
        assert (APPEAL.name, CASE, 4) in found.heads[0].suspects
        named_by_the_list = found_in(copy, heads=[head], sealed=listed)
        assert [(one.case, one.version, one.flaw) for one in named_by_the_list.broken] == [
            (CASE, 4, Flaw.NOT_AS_SEALED), (CASE, 5, Flaw.NOT_AS_SEALED),
        ]  # fmt: skip

    def test_a_whole_case_dropped_with_all_that_tells_of_it_is_told_by_a_head_alone(self, copy, sealed):
        _, head, listed, _ = sealed
        gone = [
            f"DELETE FROM {table} WHERE case_id = :case" for table in ("prcomm_records", "prcomm_cases", "prcomm_names")
        ]
        tampered(copy, sql(*gone))
        assert found_in(copy).holds
        assert named(found_in(copy, heads=[head], sealed=listed)) == {(CASE, n) for n in range(1, 6)}


class TestAHead:
    def test_an_older_one_holds_when_the_store_has_grown(self, copy, sealed):
        clock = Clock()
        with Store(copy, [APPEAL], clock=clock) as store:
            live(store, clock, "2026/9")
        found = found_in(copy, heads=[sealed[1]], sealed=sealed[2])
        assert found.holds
        assert found.records == 25

    def test_nothing_is_written_where_it_is_read(self, copy, sealed):
        before = copy.read_bytes()
        copy.chmod(0o400)
        assert found_in(copy, heads=[sealed[1]]).holds
        assert copy.read_bytes() == before
        assert not copy.with_name("copy.sqlite-journal").exists()


def flipped(file, bit):
    """The file with one bit of it flipped."""
    data = bytearray(file.read_bytes())
    data[bit // 8] ^= 1 << bit % 8
    return bytes(data)


def passes_in_silence(file, read):
    """What can be read of a store and is not what was written, though nothing refuses it."""
    try:
        found = found_in(file)
    except PrcommError:
        found = None
    if found is not None and not found.holds:
        found = None
    wrong = []
    try:
        with Store(file, [APPEAL]) as store:
            for case, before in read.items():
                try:
                    same = store.open(APPEAL, case) == before
                except StoreError:
                    continue
                if not same:
                    wrong.append(case)
            if found is not None:
                listed = {one.id: one for one in store.cases(APPEAL)}
                wrong += [case for case in read if listed.get(case) != read[case]]
    except StoreError:
        pass
    return wrong


class TestABitFlipped:
    def test_no_case_changes_in_silence(self, sealed, tmp_path):
        file, _, _, read = sealed
        dice, size = random.Random(25), 8 * file.stat().st_size
        for number in range(FLIPS):
            bit = dice.randrange(size)
            spoilt = tmp_path / f"{number}.sqlite"
            spoilt.write_bytes(flipped(file, bit))
            assert passes_in_silence(spoilt, read) == [], f"bit {bit}"
            spoilt.unlink()


class TestOnceSealed:
    def test_erasing_a_person_leaves_the_chain_whole(self, copy, sealed):
        _, head, listed, _ = sealed
        with Store(copy, [APPEAL]) as store:
            assert store.open(APPEAL, CASE).appellants == (Person("p-17", name="Somebody", residence="somewhere"),)
            store.erase("p-17")
            assert [store.open(APPEAL, case).appellants for case in CASES] == [(Person("p-17"),)] * 4
        assert found_in(copy, heads=[head], sealed=listed).holds
        assert b"Somebody" not in copy.read_bytes()

    def test_a_name_that_is_changed_is_noticed(self, copy):
        tampered(copy, sql("UPDATE prcomm_names SET said = replace(said, 'Somebody', 'Nobody') WHERE case_id = :case"))
        with Store(copy, [APPEAL]) as store, pytest.raises(Damaged) as damaged:
            store.open(APPEAL, CASE)
        assert (damaged.value.case, damaged.value.record) == (CASE, 1)
        assert [(one.case, one.version, one.flaw) for one in found_in(copy).broken] == [(CASE, 1, Flaw.MISNAMED)]

    def test_a_name_that_is_gone_is_told_from_one_that_was_erased(self, copy):
        tampered(copy, sql("DELETE FROM prcomm_names WHERE case_id = :case"))
        with Store(copy, [APPEAL]) as store, pytest.raises(Damaged):
            store.open(APPEAL, CASE)
        assert [(one.case, one.version, one.flaw) for one in found_in(copy).broken] == [(CASE, 1, Flaw.MISNAMED)]

    def test_what_is_redacted_before_is_in_no_table(self, tmp_path):
        file = tmp_path / "cases.sqlite"
        nameless, redaction = redacted(receive("2026/1"), by=DESK, why="names are kept apart")
        with Store(file, [APPEAL], clock=Clock(at(4))) as store:
            store.begin(APPEAL, nameless)
        assert "appellants.name" in redaction.fields
        assert found_in(file).holds
        assert b"Somebody" not in file.read_bytes()


class TestTheClockOfTheStore:
    """Whoever was late can't write that they were not."""

    def test_what_is_still_to_come_is_refused(self, tmp_path):
        with Store(tmp_path / "cases.sqlite", [APPEAL], clock=Clock(at(4, 10))) as store:
            with pytest.raises(NotYet):
                store.begin(APPEAL, receive("2026/1"))
            with pytest.raises(NoCase):
                store.open(APPEAL, "2026/1")

    def test_a_reply_sent_late_and_dated_back_is_refused_unless_somebody_says_why(self, tmp_path):
        file, clock = tmp_path / "cases.sqlite", Clock()
        with Store(file, [APPEAL], clock=clock) as store:
            live(store, clock, "2026/1")
            clock.now = at(4)
            store.begin(APPEAL, receive("2026/2"), signed_in="desk 1")
            clock.now = at(30)
            dated_back = Register(at=at(4, 15), by=DESK, number="119")
            with pytest.raises(TooLate):
                store.apply(APPEAL, "2026/2", lambda _: dated_back, signed_in="desk 2")
            assert store.open(APPEAL, "2026/2").version == 1
            told = store.apply(
                APPEAL, "2026/2", lambda _: dated_back, signed_in="desk 2", late_because="the memo of 30 March"
            )
            assert (told.history[-1].action.at, told.history[-1].recorded) == (at(4, 15), at(30))
            (_, stored) = store.records("appeal", "2026/2")
        assert (stored.recorded, stored.signed_in) == ("2026-03-30T06:00:00.000000Z", "desk 2")
        assert "the memo of 30 March" in stored.origin

    def test_within_a_day_it_is_entered_and_the_instant_of_entering_stands_beside_it(self, tmp_path):
        clock = Clock(at(4))
        with Store(tmp_path / "cases.sqlite", [APPEAL], clock=clock) as store:
            store.begin(APPEAL, receive("2026/1"))
            clock.now = at(5, 9)
            after = store.apply(APPEAL, "2026/1", lambda _: Register(at=at(4, 12), by=DESK, number="1"))
        assert after.history[-1].recorded == at(5, 9)

    def test_that_instant_can_not_be_changed_afterwards(self, copy):
        """It is in the chain: the way *when it was entered* above; and so is who was signed in."""
        tampered(copy, column("recorded", "'2026-03-04T08:00:00.000000Z'"))
        assert named(found_in(copy)) == {(CASE, 2)}
