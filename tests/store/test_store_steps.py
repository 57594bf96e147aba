"""A case in a store: begun, moved, opened; by two writers; at the right time; with what else belongs to it."""

import threading
from datetime import timedelta

import pytest
from attrs import evolve
from book_loan import LIBRARIAN, LOAN, READER, Lend, Renew
from kept_appeals import APPEAL, DISTRICT, Clock, add, assign, at, opened, receive, register
from pendulum import datetime
from sqlalchemy import create_engine, text

from prcomm import Actor, BadInput, LegalEntity, Office, Person, Refused
from prcomm.adapters.store import (
    CaseExists,
    Contended,
    Damaged,
    Key,
    KeyReused,
    KeyTaken,
    NoCase,
    NotYet,
    Stale,
    Store,
    TooLate,
    WrongStore,
)
from prcomm.citizens.appeals import AppealState
from prcomm.law import UZ, office

TOWN = Office("town library", zone="Europe/Amsterdam", week=6)


@pytest.fixture
def store(url):
    with opened(url, APPEAL, LOAN) as made:
        yield made


def lend(loan="b-42"):
    return Lend(at=datetime(2026, 3, 2, 11, tz=TOWN.tz), by=Actor("desk", LIBRARIAN), loan=loan, office=TOWN)


def count(store, table):
    with store.engine.connect() as connection:
        return connection.execute(text(f"SELECT count(*) FROM prcomm_{table}")).scalar_one()


def everything(store):
    names = "cases", "records", "dues", "names", "keys", "outbox"
    with store.engine.connect() as connection:
        return {name: connection.execute(text(f"SELECT * FROM prcomm_{name} ORDER BY 1, 2")
                if name != "outbox" else text("SELECT * FROM prcomm_outbox")).all() for name in names}  # fmt: skip


class TestACase:
    def test_it_is_begun_acted_on_and_opened_by_another(self, store, url):
        begun = store.begin(APPEAL, receive())
        assert (begun.version, begun.history[0].recorded) == (1, at(5, 12))
        assigned = [store.apply(APPEAL, "118", decide) for decide in (register, assign)][-1]
        assert [record.action for record in assigned.history] == [receive(), register(), assign()]
        with opened(url) as other:
            assert other.open(APPEAL, "118") == assigned
            assert list(other.cases(APPEAL)) == [assigned]

    def test_what_is_done_now_was_not_entered_later(self, store):
        store.clock.now = at(4)
        assert store.begin(APPEAL, receive()) == APPEAL.begin(receive())

    def test_two_lifecycles_have_each_a_case_of_one_reference(self, store):
        appeal, loan = store.begin(APPEAL, receive("7")), store.begin(LOAN, lend("7"))
        renewed = store.apply(
            LOAN, "7", lambda _: Renew(at=datetime(2026, 3, 3, 11, tz=TOWN.tz), by=Actor("r", READER))
        )
        assert (store.open(APPEAL, "7"), store.open(LOAN, "7")) == (appeal, renewed)
        assert (loan.version, renewed.version) == (1, 2)
        assert [(due.process, due.office) for due in store.dues(at(5, 12), process="loan")] == [
            ("loan", "town library")
        ]

    def test_names_come_back_as_they_were_written_and_stand_in_no_document(self, store, url):
        named = Person("p", name="Somebody", contacts=("1", "2")), LegalEntity("e", name="Something")
        store.begin(APPEAL, evolve(receive(), appellants=named))
        with opened(url) as other:
            assert other.open(APPEAL, "118").appellants == named
            assert [case.appellants for case in other.cases(APPEAL)] == [named]
        (stored,) = store.records("appeal", "118")
        assert b"Some" not in stored.document
        assert b'"p"' in stored.document

    def test_who_is_erased_is_named_no_more_and_nothing_else_changes(self, store, url):
        store.begin(APPEAL, receive(appellants=(Person("p", name="Somebody"), Person("q", name="Another"))))
        before = store.records("appeal", "118")
        assert (store.erase("p"), store.erase("p")) == (1, 0)
        assert store.open(APPEAL, "118").appellants == (Person("p"), Person("q", name="Another"))
        assert store.records("appeal", "118") == before
        assert store.apply(APPEAL, "118", register).appellants == (Person("p"), Person("q", name="Another"))

    def test_who_is_erased_is_forgotten_by_other_stores_too(self, store, url):
        store.begin(APPEAL, receive(appellants=(Person("p", name="Somebody"),)))
        with opened(url) as other:
            assert other.open(APPEAL, "118").appellants[0].name == "Somebody"
            store.erase("p")
            assert other.open(APPEAL, "118").appellants[0].name == ""
            assert other.apply(APPEAL, "118", register).appellants[0].name == ""

    def test_who_is_named_otherwise_is_noticed(self, store, url):
        store.begin(APPEAL, receive(appellants=(Person("p", name="Somebody"),)))
        with store.engine.begin() as connection:
            connection.execute(text("UPDATE prcomm_names SET said = replace(said, 'Some', 'Any')"))
        with opened(url) as other, pytest.raises(Damaged, match="who is named in record 1") as damaged:
            other.open(APPEAL, "118")
        assert "Any" not in str(damaged.value)

    def test_those_of_an_office_and_after_one(self, store):
        city = office("city department", week=6)
        for case, of in (("1", city), ("2", DISTRICT), ("3", city), ("4", city)):
            store.begin(APPEAL, receive(case, office=of))
        assert [case.id for case in store.cases(APPEAL, office=city.id)] == ["1", "3", "4"]
        assert [case.id for case in store.cases(APPEAL, office=city.id, after="1")] == ["3", "4"]
        assert [case.id for case in store.cases(APPEAL, after="2")] == ["3", "4"]

    def test_a_refused_action_leaves_nothing(self, store):
        store.begin(APPEAL, receive())
        before = everything(store)
        with pytest.raises(Refused, match="Assign has no place in RECEIVED"):
            store.apply(APPEAL, "118", assign)
        with pytest.raises(BadInput):
            store.apply(APPEAL, "118", lambda _: register(at=at(4, 12).naive()))
        with pytest.raises(BadInput):
            store.begin(APPEAL, receive("119", on=at(4).naive()))
        assert everything(store) == before

    def test_there_is_none_and_there_is_one_already(self, store):
        with pytest.raises(NoCase, match="there is no case '7' of the process appeal"):
            store.open(APPEAL, "7")
        with pytest.raises(NoCase):
            store.apply(APPEAL, "7", register)
        store.begin(APPEAL, receive())
        with pytest.raises(CaseExists, match="there is a case '118' of the process appeal already"):
            store.begin(APPEAL, receive(on=at(4, 13)))
        assert store.open(APPEAL, "118").history[0].action.at == at(4)

    def test_few_are_kept_at_hand(self, url):
        with opened(url, keep=2) as store:
            begun = [store.begin(APPEAL, receive(str(n))) for n in range(5)]
            assert [store.open(APPEAL, str(n)) for n in range(5)] == begun

    def test_a_lifecycle_that_is_not_kept_here(self, store, url):
        with opened(url) as other:
            with pytest.raises(WrongStore, match="no loan; it keeps: appeal"):
                other.begin(LOAN, lend())
            with pytest.raises(WrongStore, match="another lifecycle of the name appeal"):
                other.open(APPEAL.under(UZ), "118")
            with pytest.raises(WrongStore):
                other.dues(at(5), process="loan")


class TestTwoWriters:
    def overtaken(self, url, *faster):
        """A decision that takes so long that another store writes meanwhile."""
        tries = []

        def decide(appeal):
            tries.append(appeal.version)
            if len(tries) == 1:
                with opened(url) as other:
                    for one in faster:
                        other.apply(APPEAL, "118", one)
            return register(number="119")

        return decide, tries

    def test_the_slower_decides_again_and_is_refused(self, store, url):
        store.begin(APPEAL, receive())
        decide, tries = self.overtaken(url, register)
        with pytest.raises(Refused, match="Register has no place in REGISTERED"):
            store.apply(APPEAL, "118", decide)
        assert tries == [1, 2]
        assert store.open(APPEAL, "118").number == "118"
        assert count(store, "records") == 2

    def test_the_slower_decides_again_and_is_accepted(self, store, url):
        store.begin(APPEAL, receive())
        decide, tries = self.overtaken(url, add("a-1"))
        registered = store.apply(APPEAL, "118", decide)
        assert tries == [1, 2]
        assert (registered.number, registered.authority, registered.version) == ("119", "a-1", 3)

    def test_who_knows_an_old_version_is_not_refused_for_it(self, store, url):
        """What is kept at hand may be old: what it refuses is asked again of what stands."""
        store.begin(APPEAL, receive())
        with opened(url) as other:
            other.apply(APPEAL, "118", register)
        assert store.apply(APPEAL, "118", assign).version == 3

    def test_whoever_asks_for_a_version_gets_that_or_nothing(self, store, url):
        store.begin(APPEAL, receive())
        decide, tries = self.overtaken(url, register)
        with pytest.raises(Stale, match="was seen at version 1, and has version 2") as stale:
            store.apply(APPEAL, "118", decide, version=1)
        assert (tries, stale.value.version, stale.value.seen) == ([1], 2, 1)
        with pytest.raises(Stale):
            store.apply(APPEAL, "118", assign, version=7)
        assert store.apply(APPEAL, "118", assign, version=2).state is AppealState.IN_REVIEW

    def test_who_is_always_too_slow_is_told(self, url):
        with opened(url, tries=3) as store, opened(url) as faster:
            store.begin(APPEAL, receive())

            def decide(appeal):
                faster.apply(APPEAL, "118", add("a"))
                return add("b")(appeal)

            with pytest.raises(Contended, match="faster 3 times, and nothing was written"):
                store.apply(APPEAL, "118", decide)
            assert {record.action.authority for record in store.open(APPEAL, "118").history[1:]} == {"a"}

    def test_two_that_begin_one_case(self, store, url):
        both, begun = threading.Barrier(2), []

        def begin(name):
            with opened(url) as other:
                both.wait()
                try:
                    other.begin(APPEAL, receive(content=name))
                    begun.append(name)
                except CaseExists:
                    pass

        run_together(*(lambda name=name: begin(name) for name in ("one", "other")))
        assert len(begun) == 1
        assert store.open(APPEAL, "118").content == begun[0]

    def test_threads_share_a_store(self, store, url):
        for n in range(2):
            store.begin(APPEAL, receive(str(n)))

        def write(name):
            for n in range(15):
                store.apply(APPEAL, str(n % 2), add(f"{name}-{n}"))

        run_together(*(lambda name=name: write(name) for name in range(3)))
        written = [record.action.authority for case in store.cases(APPEAL) for record in case.history[1:]]
        assert sorted(written) == sorted(f"{name}-{n}" for name in range(3) for n in range(15))
        with opened(url) as other:
            assert list(other.cases(APPEAL)) == [store.open(APPEAL, str(n)) for n in range(2)]


def run_together(*works):
    threads = [threading.Thread(target=work) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


class TestWhen:
    def test_what_is_still_to_come_was_done_by_nobody(self, store):
        store.clock.now = at(4, 10, 59)
        with pytest.raises(NotYet, match="said to be done at 2026-03-04T11:00:00"):
            store.begin(APPEAL, receive())
        store.clock.now = at(4)
        store.begin(APPEAL, receive())
        with pytest.raises(NotYet):
            store.apply(APPEAL, "118", register)

    def test_what_was_done_long_ago_is_entered_with_a_reason(self, url):
        with opened(url, clock=Clock(at(5)), tolerance=timedelta(hours=24)) as store:
            store.begin(APPEAL, receive())
            store.clock.now = at(5, 12, 1)
            with pytest.raises(TooLate, match="say why it is entered so late"):
                store.apply(APPEAL, "118", register)
            store.apply(APPEAL, "118", register, late_because="memo 4", signed_in="clerk 9")
            first, second = store.records("appeal", "118")
        assert (first.signed_in, first.origin) == ("", "")
        assert (second.signed_in, second.origin) == ("clerk 9", '{"late_because": "memo 4"}')
        assert second.recorded == "2026-03-05T07:01:00.000000Z"


class TestAKey:
    def test_what_is_asked_for_twice_is_done_once(self, store, url):
        begun = store.begin(APPEAL, receive(), key=Key("desk 1", "a"))
        registered = store.apply(APPEAL, "118", register, key=Key("desk 1", "b"))
        store.apply(APPEAL, "118", assign)
        with opened(url) as other:
            assert other.begin(APPEAL, receive(), key=Key("desk 1", "a")) == begun
            assert other.apply(APPEAL, "118", register, key=Key("desk 1", "b")) == registered
        assert count(store, "records") == 3

    def test_for_something_else_it_is_refused(self, store):
        store.begin(APPEAL, receive(), key=Key("desk 1", "a"))
        store.begin(APPEAL, receive("119"))
        for again in (
            lambda: store.begin(APPEAL, receive("120"), key=Key("desk 1", "a")),
            lambda: store.apply(APPEAL, "119", register, key=Key("desk 1", "a")),
            lambda: store.begin(LOAN, lend(), key=Key("desk 1", "a")),
        ):
            with pytest.raises(KeyReused, match="of the case '118' of the process appeal"):
                again()

    def test_of_somebody_else_it_is_another(self, store):
        store.begin(APPEAL, receive(), key=Key("desk 1", "a"))
        assert store.begin(APPEAL, receive("119"), key=Key("desk 2", "a")).id == "119"

    def test_it_is_told_what_it_was_used_for(self, store):
        store.begin(APPEAL, receive(), key=Key("desk 1", "a", "asked"))
        kept = store.kept(Key("desk 1", "a", "asked"))
        assert (kept.process, kept.case, kept.version, kept.refused) == ("appeal", "118", 1, False)
        assert kept.recorded == at(5, 12)
        assert store.kept(Key("desk 1", "b", "asked")) is None
        with pytest.raises(KeyReused):
            store.kept(Key("desk 1", "a", "something else"))

    def test_what_was_refused_stays_refused(self, store):
        store.begin(APPEAL, receive())
        key = Key("desk 1", "a")
        assert store.keep_refusal(key, APPEAL, "118", 1)
        assert not store.keep_refusal(key, APPEAL, "118", 1)
        assert store.kept(key).refused
        with pytest.raises(KeyTaken, match="was refused, of the case '118'"):
            store.apply(APPEAL, "118", register, key=key)
        assert count(store, "records") == 1

    def test_it_is_forgotten_by_and_by(self, store):
        store.begin(APPEAL, receive("1"), key=Key("desk 1", "a"))
        store.clock.now = at(12, 12)
        store.begin(APPEAL, receive("2"), key=Key("desk 1", "b"))
        assert count(store, "keys") == 2
        store.clock.now = at(12, 12, 1)
        store.begin(APPEAL, receive("3"), key=Key("desk 1", "c"))
        assert count(store, "keys") == 2


class TestInTheSameTransaction:
    def test_what_a_host_writes_stands_or_falls_with_the_record(self, store):
        with store.engine.begin() as connection:
            connection.execute(text("CREATE TABLE own (version INTEGER)"))

        def note(connection, appeal):
            connection.execute(text("INSERT INTO own VALUES (:version)"), {"version": appeal.version})

        def fails(connection, appeal):
            note(connection, appeal)
            raise ValueError("no")

        store.begin(APPEAL, receive(), also=note)
        with pytest.raises(ValueError, match="no"):
            store.apply(APPEAL, "118", register, also=fails)
        assert store.open(APPEAL, "118").version == 1
        assert store.apply(APPEAL, "118", register, also=note).version == 2
        with store.engine.connect() as connection:
            assert connection.execute(text("SELECT version FROM own ORDER BY 1")).scalars().all() == [1, 2]

    def test_on_a_host_s_own_engine_inside_its_own_transaction(self, url):
        engine = create_engine(url)
        with opened(engine) as store:
            store.begin(APPEAL, receive())
            with engine.connect() as connection:
                inside = store.within(connection)
                inside.apply(APPEAL, "118", register)
                with pytest.raises(ValueError, match="no"):
                    inside.apply(APPEAL, "118", assign, also=lambda *_: (_ for _ in ()).throw(ValueError("no")))
                inside.begin(APPEAL, receive("119"))
                assert inside.open(APPEAL, "118").version == 2
                connection.rollback()
            assert store.open(APPEAL, "118").version == 1
            assert [case.id for case in store.cases(APPEAL)] == ["118"]
            store.apply(APPEAL, "118", add("another"))
            with engine.connect() as connection:
                inside = store.within(connection)
                inside.apply(APPEAL, "118", register)
                inside.apply(APPEAL, "118", assign)
                connection.commit()
            assert store.open(APPEAL, "118").state is AppealState.IN_REVIEW
        engine.dispose()

    def test_a_host_that_has_no_tables_is_told(self, url):
        engine = create_engine(url)
        with (
            opened("sqlite://") as made,
            engine.connect() as connection,
            pytest.raises(WrongStore, match="make_tables"),
        ):
            made.within(connection)
        engine.dispose()


class TestTheFile:
    def test_a_copy_of_an_open_file_is_whole_by_backup(self, tmp_path):
        with opened(tmp_path / "cases.sqlite") as store:
            begun = [store.begin(APPEAL, receive(str(n))) for n in range(3)]
            store.backup(tmp_path / "copy.sqlite")
            with opened(tmp_path / "copy.sqlite") as copy:
                assert list(copy.cases(APPEAL)) == begun

    def test_a_file_that_is_no_store(self, tmp_path):
        (tmp_path / "cases.sqlite").write_bytes(b"nothing of the kind" * 100)
        with pytest.raises(Exception, match="the store is damaged"):
            Store(tmp_path / "cases.sqlite", [APPEAL])
