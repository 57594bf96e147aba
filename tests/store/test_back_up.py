"""What is backed up and restored is the store it was: opened, gone on with, and whole by every head."""

import subprocess

import pytest
from kept_appeals import assign, opened, receive, register

from prcomm import Person
from prcomm.adapters.seal import head_of, links_of
from prcomm.adapters.seal.stored import place, rows_of
from prcomm.citizens.appeals import APPEAL


@pytest.fixture
def store(url):
    with opened(url) as store:
        store.begin(APPEAL, receive("1", appellants=(Person("p-1", name="Somebody"),)))
        store.apply(APPEAL, "1", register)
        store.begin(APPEAL, receive("2"))
        yield store


@pytest.fixture
def restored(store, url, tmp_path, request):
    """Backs up, restores elsewhere, and gives the address there."""
    if url.startswith("sqlite"):
        store.backup(tmp_path / "copy.sqlite")
        return f"sqlite:///{tmp_path / 'copy.sqlite'}"
    server, schema = request.getfixturevalue("postgresql"), url.rpartition("%3D")[2]
    at = ["-h", server.folder, "-U", "postgres"]
    dump = tmp_path / "cases.dump"
    subprocess.run(
        [server.programs / "pg_dump", *at, "-Fc", "-n", schema, "-f", dump, "postgres"], check=True, capture_output=True
    )
    server.tell(f"CREATE DATABASE {schema}")
    subprocess.run([server.programs / "pg_restore", *at, "-d", schema, dump], check=True, capture_output=True)
    return url.replace("/postgres?", f"/{schema}?")


def address(url):
    return url.removeprefix("sqlite:///")


def sealed(url):
    place(address(url))
    with rows_of(address(url)) as rows:
        return head_of((one.link for one in links_of(rows.records(placed=True))), receive().at)


def verified(url, *heads):
    with rows_of(address(url)) as rows:
        return rows.verify(heads=heads)


class TestARestoredStore:
    def test_it_is_the_store_it_was(self, store, restored):
        with opened(restored) as again:
            for case in ("1", "2"):
                assert again.open(APPEAL, case) == store.open(APPEAL, case)
            assert again.dues(again.clock()) == store.dues(store.clock())

    def test_it_goes_on(self, store, restored, url):
        """Numbers and positions go on where they were."""
        before = sealed(restored)
        with opened(restored) as again:
            again.apply(APPEAL, "2", register)
            again.apply(APPEAL, "1", assign)
            assert [record.case for record in again.read_from(0)] == ["1", "1", "2", "2", "1"]
        assert verified(restored, before, sealed(restored)).holds
        assert store.open(APPEAL, "2").version == 1

    def test_a_head_of_the_store_holds_for_it_and_a_later_one_says_how_many_are_gone(self, store, url, request):
        before = sealed(url)
        restored = request.getfixturevalue("restored")
        store.apply(APPEAL, "2", register)
        assert verified(restored, before).holds
        later = verified(restored, before, sealed(url))
        assert [(one.holds, one.fewer) for one in later.heads] == [(True, 0), (False, 1)]

    def test_whom_one_has_erased_since_is_there_again_until_erased_again(self, store, restored):
        store.erase("p-1")
        with opened(restored) as again:
            assert again.open(APPEAL, "1").appellants[0].name == "Somebody"
            assert again.erase("p-1") == 1
            assert again.open(APPEAL, "1").appellants[0].name == ""
        assert verified(restored).holds
