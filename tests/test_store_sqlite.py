"""The store of the examples: two writers, sudden death, old formats, a new calendar. 4 March 2026 is a Wednesday."""

import json
import os
import signal
import sqlite3
import subprocess
import sys
import threading
from datetime import date
from pathlib import Path

import pytest
import store_sqlite
from attrs import evolve
from book_loan import LIBRARIAN, LOAN, READER, Lend, Renew
from pendulum import datetime
from store_sqlite import (
    CaseExists,
    Inbox,
    NoCase,
    OldIndex,
    Stale,
    Store,
    Unreadable,
    WrongStore,
)
from what_if import made_up

from prcomm import Actor, BadInput, LegalEntity, Office, Person, Reform, Refused
from prcomm.adapters.json import Codec
from prcomm.citizens.appeals import (
    APPEAL,
    COMPLAINT,
    AddMaterials,
    AppealState,
    Assign,
    Channel,
    Form,
    Receive,
    Register,
    Visit,
)
from prcomm.law import UZ, office
from prcomm.law.orq445 import DAYS_TO_CONSIDER
from prcomm.law.roles import APPELLANT, EXECUTOR, HEAD, REGISTRAR

DISTRICT = office("district department")
DESK, HEAD_OF_IT, OFFICER, WRITER = (
    Actor("desk 1", REGISTRAR),
    Actor("head", HEAD),
    Actor("officer 5", EXECUTOR),
    Actor("p-17", APPELLANT),
)
DATA = Path(__file__).parent / "data"
EXAMPLES = Path(store_sqlite.__file__).parent


def at(day, hour=11, minute=0, month=3):
    return datetime(2026, month, day, hour, minute, tz=DISTRICT.tz)


def receive(case="118", on=None, **more):
    fields = {"kind": COMPLAINT, "form": Form.WRITTEN, "channel": Channel.POST, "office": DISTRICT}
    fields["appellants"] = (Person("p-17"),)
    return Receive(at=on or at(4), by=DESK, case=case, **(fields | more))


def register(_=None, **more):
    return Register(**{"at": at(4, 12), "by": DESK, "number": "118"} | more)


def assign(_=None):
    return Assign(at=at(5, 9), by=HEAD_OF_IT, executors=("officer 5",))


@pytest.fixture
def path(tmp_path):
    return tmp_path / "appeals.sqlite"


@pytest.fixture
def store(path):
    with Store(path, APPEAL) as opened:
        yield opened


def rows(path, table, what="*"):
    db = sqlite3.connect(path)
    try:
        return db.execute(f"SELECT {what} FROM {table} ORDER BY 1, 2").fetchall()
    finally:
        db.close()


class TestACase:
    def test_it_is_begun_acted_on_and_opened_by_another(self, store, path):
        begun = store.begin(receive())
        assigned = [store.apply("118", decide) for decide in (register, assign)][-1]
        assert assigned == APPEAL.replay([receive(), register(), assign()])
        with Store(path, APPEAL) as other:
            assert other.open("118") == assigned
            assert list(other.cases()) == [assigned]
        assert begun.version == 1

    def test_when_it_was_entered_is_kept(self, store, path):
        store.begin(receive(), recorded=at(5, 9))
        store.apply("118", register, recorded=at(6, 9))
        with Store(path, APPEAL) as other:
            assert [record.recorded for record in other.open("118").history] == [at(5, 9), at(6, 9)]

    def test_names_come_back_as_they_were_written(self, store, path):
        action = evolve(receive(), appellants=(Person("p", name="Somebody"), LegalEntity("e", name="Something")))
        store.begin(action)
        with Store(path, APPEAL) as other:
            assert other.open("118").appellants == action.appellants

    def test_a_refused_action_leaves_nothing(self, store, path):
        store.begin(receive())
        before = [rows(path, table) for table in ("records", "outbox", "dues")]
        with pytest.raises(Refused, match="Assign has no place in RECEIVED"):
            store.apply("118", assign)
        assert [rows(path, table) for table in ("records", "outbox", "dues")] == before

    def test_what_cant_be_judged_leaves_nothing(self, store, path):
        store.begin(receive())
        with pytest.raises(BadInput):
            store.apply("118", lambda _: register(at=at(4, 12).naive()))
        with pytest.raises(BadInput):
            store.begin(receive("119", on=at(4).naive()))
        assert len(rows(path, "records")) == 1

    def test_there_is_none(self, store):
        with pytest.raises(NoCase, match="there is no case '7'"):
            store.open("7")
        with pytest.raises(NoCase):
            store.apply("7", register)

    def test_there_is_one_already(self, store, path):
        store.begin(receive())
        with pytest.raises(CaseExists, match="there is a case '118' already"):
            store.begin(receive(on=at(5)))
        assert len(rows(path, "outbox")) == 1
        assert store.open("118").history[0].action.at == at(4)

    def test_few_are_kept_at_hand(self, path):
        with Store(path, APPEAL, keep=2) as store:
            begun = [store.begin(receive(str(n))) for n in range(5)]
            assert [store.open(str(n)) for n in range(5)] == begun

    def test_of_another_lifecycle(self, tmp_path):
        town = Office("town library", zone="Europe/Amsterdam", week=6)
        lend = Lend(at=datetime(2026, 3, 9, 11, tz=town.tz), by=Actor("desk", LIBRARIAN), loan="b-42", office=town)
        with Store(tmp_path / "loans", LOAN) as store:
            store.begin(lend)
            renew = Renew(at=datetime(2026, 3, 20, 11, tz=town.tz), by=Actor("r", READER))
            assert store.apply("b-42", lambda _: renew) == LOAN.replay([lend, renew])
            assert [(due.name, due.office) for due in store.dues()] == [("return", "town library")]


class TestTwoWriters:
    def overtaken(self, path, *faster):
        """A decision that takes so long that another store writes meanwhile."""
        tries = []

        def decide(appeal):
            tries.append(appeal.version)
            if len(tries) == 1:
                with Store(path, APPEAL) as other:
                    for one in faster:
                        other.apply("118", one)
            return register(number="119")

        return decide, tries

    def test_the_slower_decides_again_and_is_refused(self, store, path):
        store.begin(receive())
        decide, tries = self.overtaken(path, register)
        with pytest.raises(Refused, match="Register has no place in REGISTERED"):
            store.apply("118", decide)
        assert tries == [1, 2]
        assert store.open("118").number == "118"
        assert len(rows(path, "records")) == len(rows(path, "outbox")) == 2

    def test_the_slower_decides_again_and_is_accepted(self, store, path):
        store.begin(receive())
        decide, tries = self.overtaken(path, lambda _: AddMaterials(at=at(4, 11, 30), by=WRITER, authority="a-1"))
        registered = store.apply("118", decide)
        assert tries == [1, 2]
        assert (registered.number, registered.authority, registered.version) == ("119", "a-1", 3)
        assert [row[2] for row in rows(path, "records")] == [1, 2, 3]

    def test_whoever_asks_for_a_version_gets_that_or_nothing(self, store, path):
        store.begin(receive())
        decide, tries = self.overtaken(path, register)
        with pytest.raises(Stale, match="was seen at version 1, and has version 2") as stale:
            store.apply("118", decide, version=1)
        assert (tries, stale.value.version) == ([1], 2)
        with pytest.raises(Stale):
            store.apply("118", assign, version=7)
        assert store.apply("118", assign, version=2).state is AppealState.IN_REVIEW

    def test_two_that_begin_one_case(self, store, path):
        both, begun = threading.Barrier(2), []

        def begin(name):
            with Store(path, APPEAL) as other:
                both.wait()
                try:
                    other.begin(receive(content=name))
                    begun.append(name)
                except CaseExists:
                    pass

        threads = [threading.Thread(target=begin, args=(name,)) for name in ("one", "other")]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert len(begun) == 1
        assert store.open("118").content == begun[0]

    def test_threads_share_a_store(self, store, path):
        for n in range(4):
            store.begin(receive(str(n)))

        def write(name):
            for n in range(40):
                act = AddMaterials(at=at(4, 12), by=WRITER, authority=f"{name}-{n}")
                store.apply(str(n % 4), lambda _, act=act: act)

        threads = [threading.Thread(target=write, args=(name,)) for name in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        written = [record.action.authority for case in store.cases() for record in case.history[1:]]
        assert sorted(written) == sorted(f"{name}-{n}" for name in range(4) for n in range(40))
        with Store(path, APPEAL) as other:
            assert list(other.cases()) == [store.open(str(n)) for n in range(4)]


WRITER_OF_200 = """
import sys, pendulum
from store_sqlite import Store
from prcomm import Actor
from prcomm.citizens.appeals import APPEAL, AddMaterials
from prcomm.law.roles import APPELLANT
path, name = sys.argv[1:]
tries = 0
def decide(appeal):
    global tries
    tries += 1
    at = max(pendulum.now(appeal.office.tz), appeal.history[-1].action.at)
    return AddMaterials(at=at, by=Actor("p-17", APPELLANT), authority=f"{name}-{n}")
with Store(path, APPEAL) as store:
    print("ready", flush=True)
    sys.stdin.readline()
    for n in range(200):
        store.apply("118", decide)
print(tries)
"""


def child(code, *arguments, **more):
    env = {**os.environ, "PYTHONPATH": str(EXAMPLES)}
    return subprocess.Popen(
        [sys.executable, "-c", code, *map(str, arguments)], env=env, text=True, stdout=subprocess.PIPE, **more
    )


def test_two_processes_write_two_hundred_times_each_to_one_case(store, path):
    store.begin(receive())
    writers = [child(WRITER_OF_200, path, name, stdin=subprocess.PIPE) for name in ("a", "b")]
    for writer in writers:
        assert writer.stdout.readline() == "ready\n"
    for writer in writers:
        writer.stdin.write("go\n")
        writer.stdin.flush()
    tries = sum(int(writer.communicate(timeout=120)[0]) for writer in writers)
    appeal = store.open("118")
    written = [record.action.authority for record in appeal.history[1:]]
    assert sorted(written) == sorted(f"{name}-{n}" for name in "ab" for n in range(200))
    assert [n for n in written if n[0] == "a"] == [f"a-{n}" for n in range(200)]
    assert tries > 400, "nobody was ever overtaken: this did not test what it should"
    versions = [row[0] for row in rows(path, "records", "version, case_id")]
    assert versions == list(range(1, 402))
    told = [json.loads(row[1])["version"] for row in rows(path, "outbox")]
    assert told == versions
    assert appeal == APPEAL.replay([record.action for record in appeal.history])


KILLED = """
import os, signal, sqlite3, sys
import store_sqlite
from store_sqlite import Store
from prcomm.citizens.appeals import APPEAL
import test_store_sqlite as ours
path, when = sys.argv[1:3]
real = sqlite3.connect
armed = False
def watch(sql):
    if armed and sql.startswith(when):
        os.kill(os.getpid(), signal.SIGKILL)
    print(sql.split(" (")[0].split(" VALUES")[0], flush=True)
def connect(*args, **more):
    db = real(*args, **more)
    db.set_trace_callback(watch)
    return db
sqlite3.connect = connect
store = Store(path, APPEAL)
armed = True
"""


def killed(path, when, code, *arguments):
    """What was done by a process that was killed before a statement. Its last statements are its output."""
    here = str(Path(__file__).parent)
    env = {**os.environ, "PYTHONPATH": os.pathsep.join((str(EXAMPLES), here))}
    done = subprocess.run(
        [sys.executable, "-c", KILLED + code, path, when, *map(str, arguments)],
        env=env, text=True, capture_output=True, check=False, timeout=60,
    )  # fmt: skip
    assert done.returncode == -signal.SIGKILL, done.stderr
    return done.stdout.splitlines()


class TestKilled:
    @pytest.mark.parametrize(
        ("when", "last"),
        [
            pytest.param("INSERT INTO outbox", "INSERT INTO records", id="between the two inserts"),
            pytest.param("COMMIT", "INSERT INTO dues", id="before all of it is on the disk"),
        ],
    )
    def test_a_write_is_there_whole_or_not_at_all(self, store, path, when, last):
        before = store.begin(receive())
        there = [rows(path, table) for table in ("records", "outbox", "dues")]
        done = killed(path, when, "store.apply('118', ours.register)\n")
        assert last in done[-1]
        assert [rows(path, table) for table in ("records", "outbox", "dues")] == there
        with Store(path, APPEAL) as other:
            assert other.open("118") == before
            assert other.apply("118", register).version == 2
        assert len(rows(path, "outbox")) == 2
        assert rows(path, "pragma_integrity_check", "integrity_check, 1") == [("ok", 1)]

    def test_between_sent_and_marked_it_is_sent_again_and_dropped(self, store, path, tmp_path):
        store.begin(receive())
        store.apply("118", register)
        sent = tmp_path / "sent"
        code = "sent = open(sys.argv[3], 'a')\nstore.relay(lambda text: (sent.write(text + '\\n'), sent.flush()))\n"
        killed(path, "UPDATE outbox", code, sent)
        with sent.open("a", encoding="utf-8") as more:
            assert store.relay(lambda text: print(text, file=more)) == 2
        messages = sent.read_text(encoding="utf-8").splitlines()
        assert len(messages) == 3
        assert messages[0] == messages[1]
        db = sqlite3.connect(":memory:", isolation_level=None)
        inbox, handled = Inbox(db), []
        assert [inbox.take(message, handled.append) for message in messages] == [True, False, True]
        assert [(told.version, told.action) for told in handled] == [(1, "Receive"), (2, "Register")]
        db.close()


class TestTheOutbox:
    def test_it_tells_each_action_once_and_names_nobody(self, store):
        store.begin(receive(appellants=(Person("p-17", name="Somebody"),)))
        store.apply("118", register)
        sent = []
        assert store.relay(sent.append) == 2
        assert store.relay(sent.append) == 0
        assert '"action": "Register", "state": "REGISTERED"' in sent[1]
        assert "Somebody" not in "".join(sent)
        assert "p-17" not in "".join(sent)

    def test_what_cant_be_sent_waits_with_all_after_it(self, store):
        for case in "abc":
            store.begin(receive(case))
        sent = []

        def send(text):
            if '"b"' in text:
                raise OSError("nobody there")
            sent.append(text)

        with pytest.raises(OSError, match="nobody there"):
            store.relay(send)
        assert len(sent) == 1
        assert store.relay(sent.append) == 2

    def test_in_portions(self, store):
        for case in "abc":
            store.begin(receive(case))
        sent = []
        assert [store.relay(sent.append, 2) for _ in range(3)] == [2, 1, 0]

    def test_a_receiver_that_fails_is_given_it_again(self):
        db = sqlite3.connect(":memory:", isolation_level=None)
        message = '{"process": "p", "case": "1", "version": 1, "action": "A", "state": "S", "office": "o", "at": ""}'
        inbox, handled = Inbox(db), []

        def fails(_):
            raise ValueError("not now")

        with pytest.raises(ValueError, match="not now"):
            inbox.take(message, fails)
        assert inbox.take(message, handled.append)
        assert not inbox.take(message, handled.append)
        assert len(handled) == 1
        db.close()


class TestInTheSameTransaction:
    def test_what_a_host_writes_stands_or_falls_with_the_record(self, store, path):
        store.begin(receive(), lambda db, appeal: db.execute("CREATE TABLE own (case_id, version)"))

        def note(db, appeal):
            db.execute("INSERT INTO own VALUES (?, ?)", (appeal.id, appeal.version))

        store.apply("118", register, also=note)
        assert rows(path, "own") == [("118", 2)]

        def fails(db, appeal):
            note(db, appeal)
            raise ValueError("no")

        with pytest.raises(ValueError, match="no"):
            store.apply("118", assign, also=fails)
        assert rows(path, "own") == [("118", 2)]
        assert store.open("118").version == 2
        assert store.apply("118", assign).version == 3


class TestOlderAndNewer:
    def test_a_store_of_an_older_format(self, path):
        """Its records are read as they were meant; its index, counted by an old release, is not trusted."""
        db = sqlite3.connect(path)
        db.executescript((DATA / "store_of_format_0.sql").read_text(encoding="utf-8"))
        db.close()
        with Store(path, APPEAL) as store:
            appeal = store.open("2025/7")
            assert appeal.state is AppealState.REGISTERED
            assert appeal.appellants == (Person("p-17", name="Somebody"),)
            with pytest.raises(OldIndex, match="another law"):
                store.dues()
            with pytest.raises(OldIndex):
                store.apply("2025/7", assign)
            assert store.recount(at(4, 12)) == ()
            assert [(due.name, due.last) for due in store.dues() if due.name == "consideration"] == [
                ("consideration", "2026-03-19")
            ]
            assert store.apply("2025/7", assign).version == 3
        assert [row[3][:12] for row in rows(path, "records")] == ['{\n    "prcom', '{\n    "prcom', '{"prcomm": 1']

    def test_a_record_of_a_newer_format_is_not_guessed_at(self, store, path):
        store.begin(receive(appellants=(Person("p-17", name="Somebody"),)))
        db = sqlite3.connect(path)
        db.execute("""UPDATE records SET document = replace(document, '"prcomm": 1', '"prcomm": 99')""")
        db.commit()
        db.close()
        with Store(path, APPEAL) as other, pytest.raises(Unreadable) as unreadable:
            other.open("118")
        assert "the case '118'" in str(unreadable.value)
        assert "records[0].prcomm: the format 99 is newer than 1" in str(unreadable.value)
        assert "Somebody" not in str(unreadable.value)

    def test_tables_of_a_newer_store(self, path):
        db = sqlite3.connect(path)
        db.execute("PRAGMA user_version = 2")
        db.close()
        with pytest.raises(WrongStore, match="its tables have version 2; 1 is the newest known here"):
            Store(path, APPEAL)

    def test_a_store_of_another_process(self, store, path):
        with pytest.raises(WrongStore, match="it holds cases of the process appeal, not of loan"):
            Store(path, LOAN)

    def test_a_file_that_is_no_store(self, path):
        path.write_bytes(b"nothing of the kind" * 100)
        with pytest.raises(store_sqlite.Damaged, match="is damaged, or no store"):
            Store(path, APPEAL)


def by_hand(lifecycle, cases, moment):
    """What is open, without the index."""
    return sorted(
        (appeal.id, due.name, str(due.key), None if due.last is None else due.last.isoformat())
        for appeal in cases
        for due in lifecycle.due(appeal, moment, open=True)
    )


def listed(dues):
    return sorted((due.case, due.name, str(due.key), due.last) for due in dues)


@pytest.fixture(scope="module")
def cases():
    return tuple(made_up(150))


class TestWhatIsOwed:
    NOW = at(1, 18, month=7)

    @pytest.fixture
    def filled(self, path, cases):
        with Store(path, APPEAL.under(UZ.known(date(2026, 5, 1)))) as store:
            for appeal in cases:
                first, *rest = (record.action for record in appeal.history)
                store.begin(first)
                for action in rest:
                    store.apply(appeal.id, lambda _, action=action: action)
        return path

    def test_by_office_and_day(self, store):
        """Received on Wednesday 4 March: five days to the 9th, fifteen to the 19th; registration on the same day."""
        city = office("city department", week=6)
        store.begin(receive("a"))
        store.begin(receive("b", on=at(5), office=city))
        assert [(due.name, due.last) for due in store.dues(DISTRICT.id)] == [
            ("registration", "2026-03-04"),
            ("forwarding", "2026-03-09"),
            ("return", "2026-03-09"),
            ("consideration", "2026-03-19"),
        ]
        assert [due.case for due in store.dues(last=date(2026, 3, 5))] == ["a", "b"]
        assert {due.case for due in store.dues("city department")} == {"b"}
        week = store.dues(first=date(2026, 3, 9), last=date(2026, 3, 15))
        assert [(due.case, due.name, due.last) for due in week] == [
            ("a", "forwarding", "2026-03-09"),
            ("a", "return", "2026-03-09"),
            ("b", "forwarding", "2026-03-10"),
            ("b", "return", "2026-03-10"),
        ]
        assert week[0].owed_by == "authorised official"
        assert week[0].control == "2026-03-06"  # 9 March 2026 is a day off instead of the 8th

    def test_what_is_met_is_owed_no_more(self, store):
        store.begin(receive())
        store.apply("118", register)
        assert "registration" not in {due.name for due in store.dues()}

    def test_the_index_says_what_the_tables_say(self, filled, cases):
        law = APPEAL.under(UZ.known(date(2026, 5, 1)))
        with Store(filled, law) as store:
            assert listed(store.dues()) == by_hand(law, cases, self.NOW)
            assert len(store.dues()) > 20

    def test_a_new_decree_moves_a_day(self, path):
        """Qurbon hayit, Wednesday 27 May 2026, was decreed on the 20th; 28 and 29 May were days off already. What came
        on the 26th after hours is to be registered on Monday 1 June instead of the 27th."""
        old = APPEAL.under(UZ.known(date(2026, 5, 1)))
        with Store(path, old) as store:
            store.begin(receive("a", on=at(26, 19, month=5)))
            store.begin(receive("b", on=at(25, 10, month=5)))
        with Store(path, APPEAL) as store:
            moved = store.recount(at(26, 20, month=5), old)
            assert [(change.entity, change.due) for change in moved if change.days] == [("a", "registration")]
            days = [(due.case, due.last) for due in store.dues() if due.name == "registration"]
            assert days == [("b", "2026-05-25"), ("a", "2026-06-01")]

    def test_a_new_calendar_moves_only_what_it_moves(self, filled, cases):
        old = APPEAL.under(UZ.known(date(2026, 5, 1)))
        with Store(filled, APPEAL) as store:
            with pytest.raises(OldIndex):
                store.dues()
            with pytest.raises(OldIndex):
                store.recount(self.NOW, APPEAL.under(Reform(DAYS_TO_CONSIDER, 10)))
            before = rows(filled, "dues")
            moved = store.recount(self.NOW, old)
            assert listed(store.dues()) == by_hand(APPEAL, cases, self.NOW)
            touched = {change.entity for change in moved}
            assert {row[0] for row in set(before) ^ set(rows(filled, "dues"))} <= touched

    def test_a_reform_moves_them_and_back(self, filled, cases):
        """Ten days instead of fifteen, then the law as it stands."""
        old = APPEAL.under(UZ.known(date(2026, 5, 1)))
        short = old.under(Reform(DAYS_TO_CONSIDER, 10))
        with Store(filled, short) as store:
            moved = store.recount(self.NOW, old)
            assert {change.due for change in moved} == {"consideration"}
            assert {change.days for change in moved} == {-5}
            changed_index = rows(filled, "dues")
            store.recount(self.NOW)
            assert rows(filled, "dues") == changed_index
        with Store(filled, old) as store:
            assert len(store.recount(self.NOW, short)) == len(moved)
            assert listed(store.dues()) == by_hand(old, cases, self.NOW)

    def test_a_writer_under_the_old_law_is_told(self, store, path):
        store.begin(receive())
        with Store(path, APPEAL.under(Reform(DAYS_TO_CONSIDER, 10))) as new:
            new.recount(at(4), APPEAL)
            assert new.apply("118", register).version == 2
        with pytest.raises(OldIndex):
            store.apply("118", assign)
        assert len(rows(path, "records")) == 2

    def test_if_counting_fails_the_index_stays(self, store, path):
        store.begin(receive())
        before = rows(path, "dues")
        db = sqlite3.connect(path)
        db.execute("UPDATE records SET document = '{}'")
        db.commit()
        db.close()
        with Store(path, APPEAL) as other, pytest.raises(Unreadable):
            other.recount(at(4))
        assert rows(path, "dues") == before


def test_what_the_example_prints(capsys, path):
    store_sqlite.main(path)
    told = capsys.readouterr().out
    assert "2026/118: RECEIVED, version 1\n" in told
    assert "Register has no place in REGISTERED" in told
    assert "3 messages sent\n  2026/118 version 1: Receive\n  2026/118 version 2: Register\n" in told
    assert "open: consideration of 2026/118 by 2026-03-19, owed by the executor\n" in told
    assert told.endswith("opened again: IN_REVIEW, version 3\n")
    store_sqlite.main(path)
    assert "2026/119: RECEIVED" in capsys.readouterr().out


def test_a_document_is_the_same_from_any_writer(store):
    """Whoever writes them: a codec of one's own reads what the store has written."""
    store.begin(receive())
    assert Codec(APPEAL).restore([row[3] for row in rows(store.path, "records")]) == store.open("118")


def test_it_was_visited(store):
    """A step that may come again and again is one record each time."""
    store.begin(receive())
    for decide in (register, assign):
        store.apply("118", decide)
    for hour in (12, 12, 13):
        visited = store.apply("118", lambda _, hour=hour: Visit(at=at(6, hour), by=OFFICER))
    assert visited.version == 6
