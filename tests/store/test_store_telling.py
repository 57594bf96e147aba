"""Who wants to know is told: each record once in the feed, each message at least once by the relay."""

import threading

import pytest
from kept_appeals import APPEAL, add, at, opened, receive, register
from sqlalchemy import create_engine, text

from prcomm import Person
from prcomm.adapters.store import Damaged, Inbox, Message


@pytest.fixture
def store(url):
    with opened(url) as made:
        yield made


class TestTheFeed:
    def test_it_goes_on_from_where_one_was(self, store):
        for case in "abc":
            store.begin(APPEAL, receive(case))
        first = store.read_from(0, 2)
        assert [record.case for record in first] == ["a", "b"]
        store.apply(APPEAL, "a", register)
        rest = store.read_from(first[-1].position)
        assert [(record.case, record.version) for record in rest] == [("c", 1), ("a", 2)]
        assert store.read_from(rest[-1].position) == []
        assert store.read_from(0)[:2] == first

    def test_what_becomes_visible_later_comes_later(self, postgresql):
        """Of two open transactions the one that wrote first is committed last: it is not passed over."""
        engine = create_engine(postgresql.new())
        with opened(engine) as store:
            store.begin(APPEAL, receive("known"))
            with engine.connect() as slow, engine.connect() as quick:
                store.within(slow).begin(APPEAL, receive("slow"))
                store.within(quick).begin(APPEAL, receive("quick"))
                quick.commit()
                seen = store.read_from(0)
                slow.commit()
            seen += store.read_from(seen[-1].position)
            assert [record.case for record in seen] == ["known", "quick", "slow"]
            assert store.read_from(0) == seen
        engine.dispose()

    def test_whoever_follows_many_writers_misses_nothing(self, store, url):
        seen, done = [], threading.Event()

        def write(name):
            with opened(url) as other:
                for n in range(12):
                    other.begin(APPEAL, receive(f"{name}-{n}"))

        def follow():
            with opened(url) as other:
                while True:
                    last = done.is_set()
                    seen.extend(other.read_from(seen[-1].position if seen else 0, 5))
                    if last and len(seen) >= 36:
                        return

        writers = [threading.Thread(target=write, args=(name,)) for name in "abc"]
        follower = threading.Thread(target=follow)
        for thread in (*writers, follower):
            thread.start()
        for thread in writers:
            thread.join()
        done.set()
        follower.join(60)
        assert sorted(record.case for record in seen) == sorted(f"{name}-{n}" for name in "abc" for n in range(12))

    def test_it_needs_no_lifecycle(self, store, url):
        store.begin(APPEAL, receive())
        store.begin(APPEAL, receive("119"))
        with opened(url, APPEAL) as other:
            assert [(process, case, version) for process, case, version, _ in other.ends()] == [
                ("appeal", "118", 1),
                ("appeal", "119", 1),
            ]
            assert [chain for *_, chain in other.ends()] == [record.chain for record in other.read_from(0)]


class TestTheRelay:
    def test_it_tells_each_action_once_and_names_nobody(self, store):
        store.begin(APPEAL, receive(appellants=(Person("p-17", name="Somebody"),)))
        store.apply(APPEAL, "118", register)
        sent = []
        assert store.relay(sent.append) == 2
        assert store.relay(sent.append) == 0
        assert '"action": "Register", "state": "REGISTERED"' in sent[1]
        assert "Somebody" not in "".join(sent)
        assert "p-17" not in "".join(sent)

    def test_each_name_is_told_everything(self, store):
        store.begin(APPEAL, receive())
        assert [store.relay(lambda _: None, name=name) for name in ("a", "b", "a")] == [1, 1, 0]

    def test_what_cant_be_sent_waits_with_all_after_it(self, store):
        for case in "abc":
            store.begin(APPEAL, receive(case))
        sent = []

        def send(message):
            if '"b"' in message:
                raise OSError("nobody there")
            sent.append(message)

        with pytest.raises(OSError, match="nobody there"):
            store.relay(send)
        assert len(sent) == 1
        assert store.relay(sent.append) == 2
        assert [Message.read(message).case for message in sent] == ["a", "b", "c"]

    def test_in_portions(self, store):
        for case in "abc":
            store.begin(APPEAL, receive(case))
        assert [store.relay(lambda _: None, 2) for _ in range(3)] == [2, 1, 0]

    def test_a_second_one_does_not_wait_for_the_first(self, postgresql):
        with opened(postgresql.new()) as store, opened(store.engine.url) as other:
            store.begin(APPEAL, receive())
            beside = []
            assert store.relay(lambda _: beside.append(other.relay(beside.append))) == 1
            assert beside == [0]

    def test_two_at_once_leave_nothing_out(self, store, url):
        for n in range(20):
            store.begin(APPEAL, receive(str(n)))
        sent = []

        def relay():
            with opened(url) as other:
                for _ in range(30):
                    other.relay(sent.append, 3)

        threads = [threading.Thread(target=relay) for _ in range(2)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        while store.relay(sent.append):
            pass
        assert {Message.read(message).case for message in sent} == {str(n) for n in range(20)}

    def test_a_document_that_is_none_is_said_to_be(self, store):
        store.begin(APPEAL, receive())
        with store.engine.begin() as connection:
            connection.execute(text("UPDATE prcomm_records SET document = :none"), {"none": b"{"})
        with pytest.raises(Damaged, match="record 1 is no document") as damaged:
            store.relay(print)
        assert (damaged.value.process, damaged.value.case, damaged.value.record) == ("appeal", "118", 1)


class TestAnInbox:
    def test_what_comes_twice_is_handled_once(self, store, url):
        store.begin(APPEAL, receive())
        store.apply(APPEAL, "118", register)
        sent, handled = [], []
        store.relay(sent.append)
        inbox = Inbox(store.engine)
        for message in (*sent, *sent, sent[0]):
            inbox.take(message, lambda _, told: handled.append(told.version))
        assert handled == [1, 2]

    def test_a_receiver_that_fails_is_given_it_again(self, store):
        store.begin(APPEAL, receive())
        sent, handled = [], []
        store.relay(sent.append)

        def fails(connection, told):
            connection.execute(text("CREATE TABLE own (version INTEGER)"))
            raise ValueError("not now")

        inbox = Inbox(store.engine)
        with pytest.raises(ValueError, match="not now"):
            inbox.take(sent[0], fails)
        assert inbox.take(sent[0], lambda connection, told: connection.execute(text("CREATE TABLE own (n INTEGER)")))
        assert not inbox.take(sent[0], lambda *told: handled.append(told))
        assert handled == []

    def test_in_a_transaction_of_the_receiver_s(self, store):
        store.begin(APPEAL, receive())
        sent, handled = [], []
        store.relay(sent.append)
        for end in ("rollback", "commit", "commit"):
            with store.engine.connect() as connection:
                Inbox(connection).take(sent[0], lambda _, told: handled.append(told.at))
                getattr(connection, end)()
        assert handled == ["2026-03-04T11:00:00+05:00"] * 2

    def test_what_is_no_message_is_none(self, store):
        for wrong in ("", "{}", "[]", '{"process": 1}'):
            with pytest.raises(ValueError, match="no message"):
                Message.read(wrong)


def test_a_long_case_stays_quick_to_write(url):
    """What is written costs what is new, not what is long ago: no record is read, and none is counted."""
    with opened(url) as store:
        store.begin(APPEAL, receive())
        store.apply(APPEAL, "118", add("a"))
        asked = []
        real = store._read_from
        store._read_from = lambda *given, **more: asked.append(given) or real(*given, **more)
        for n in range(20):
            store.apply(APPEAL, "118", add(f"a-{n}", at(4, 12)))
        assert asked == []
