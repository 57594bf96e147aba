"""What a store survives: sudden death, a full disk, a plain copy that is not whole."""

import shutil
import sqlite3

import kills
import pytest
from kept_appeals import APPEAL, add, opened, receive
from sqlalchemy import create_engine, event
from sqlalchemy.exc import OperationalError

from prcomm.adapters.store import NoCase


def test_killed_at_any_instant_it_has_what_it_answered_for(url, tmp_path):
    kills.survived(url, tmp_path, 6, 2)


class TestAFullDisk:
    def test_what_was_answered_for_is_there_and_it_goes_on_when_there_is_room(self, tmp_path):
        engine, room = create_engine(f"sqlite:///{tmp_path / 'cases.sqlite'}"), [60]

        @event.listens_for(engine, "connect")
        def bounded(connection, _):
            connection.execute(f"PRAGMA max_page_count = {room[0]}")

        with opened(engine) as store:
            store.begin(APPEAL, receive())
            versions = [1]

            def fill():
                versions.extend(store.apply(APPEAL, "118", add(f"a-{n}")).version for n in range(10_000))

            with pytest.raises(OperationalError, match="full"):
                fill()
            answered = versions[-1]
            assert answered > 1
            assert store.open(APPEAL, "118").version == answered
            assert len(store.records("appeal", "118")) == answered == len(store.read_from(0))
            room[0] = 10_000
            engine.dispose()
            assert store.apply(APPEAL, "118", add("more")).version == answered + 1
        engine.dispose()


class TestACopyOfAnOpenFile:
    """``docs/how_to/store.md`` says so."""

    def test_of_the_file_alone_it_has_not_what_was_answered_for_and_by_backup_it_has(self, tmp_path):
        with opened(tmp_path / "cases.sqlite") as store:
            store.begin(APPEAL, receive())
            for n in range(20):
                store.apply(APPEAL, "118", add(f"a-{n}"))
            shutil.copy(tmp_path / "cases.sqlite", tmp_path / "plain.sqlite")
            store.backup(tmp_path / "whole.sqlite")
            with opened(tmp_path / "plain.sqlite") as plain, pytest.raises(NoCase):
                plain.open(APPEAL, "118")
            with opened(tmp_path / "whole.sqlite") as whole:
                assert whole.open(APPEAL, "118").version == 21

    def test_a_backup_does_not_write_over_another_store(self, tmp_path):
        with opened(tmp_path / "one.sqlite") as one, opened(tmp_path / "other.sqlite") as other:
            one.begin(APPEAL, receive("1"))
            other.begin(APPEAL, receive("2"))
            with pytest.raises(FileExistsError):
                one.backup(tmp_path / "other.sqlite")
            assert other.open(APPEAL, "2").version == 1

    def test_what_a_killed_backup_leaves_is_no_store(self, tmp_path):
        (tmp_path / "half").write_bytes(sqlite3.sqlite_version.encode() * 5000)
        with pytest.raises(Exception, match="damaged"):
            opened(tmp_path / "half")
