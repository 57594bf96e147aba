"""A disk that is full, on both databases: python -m full_disk. Root mounts a small one for it, on Linux.

A case is written to until there is no room. All that was answered for is there, each chain holds, and once there is
room again the case goes on. A server that has no room for its log stops, and comes back by itself with what it had.
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import databases
from kept_appeals import APPEAL, add, opened, receive
from sqlalchemy.exc import SQLAlchemyError

LOG_OF_A_SERVER = 64
"""Megabytes: PostgreSQL keeps no less of its log."""


@contextmanager
def disk(megabytes: int) -> Iterator[Path]:
    """A disk of so many megabytes."""
    with tempfile.TemporaryDirectory(dir="/tmp", prefix="full") as folder:
        subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={megabytes}m", "tmpfs", folder], check=True)
        try:
            yield Path(folder)
        finally:
            subprocess.run(["umount", "-l", folder], check=True)


def filled(url: str, room: Path) -> int:
    """Write until there is no room, then make some: how many versions were answered for."""
    with opened(url) as store:
        store.begin(APPEAL, receive())
        answered = 1
        try:
            for n in range(1_000_000):
                answered = store.apply(APPEAL, "118", add(f"a-{n}-{os.urandom(5000).hex()}")).version
        except SQLAlchemyError as full:
            print(f"  after {answered} records: {str(full.__cause__ or full).splitlines()[0]}")
        else:
            raise AssertionError("it was never full")
    room.unlink()
    return answered


def goes_on(url: str, answered: int) -> None:
    """All that was answered for is there, and the case goes on."""
    with opened(url) as store:
        records = store.records("appeal", "118")
        assert len(records) in (answered, answered + 1), (len(records), answered)  # the last one may not have been told
        assert store.open(APPEAL, "118").version == len(records)
        assert len(store.read_from(0, 1_000_000)) == len(records)
        assert store.apply(APPEAL, "118", add("more")).version == len(records) + 1


def ballast(folder: Path, megabytes: int) -> Path:
    """A file that takes room, until it is gone."""
    file = folder / "ballast"
    file.write_bytes(bytes(megabytes << 20))
    return file


def on_sqlite() -> None:
    with disk(16) as folder:
        url = f"sqlite:///{folder / 'cases.sqlite'}"
        goes_on(url, filled(url, ballast(folder, 8)))


def on_postgresql() -> None:
    with (
        disk(160) as folder,
        databases.served(sure=True, at=folder, more=f"-c max_wal_size={LOG_OF_A_SERVER}MB") as server,
    ):
        url = server.new()
        room = ballast(folder, 40)
        answered = filled(url, room)
        for _ in range(100):  # it may have stopped, and then comes back by itself
            try:
                server.tell("SELECT 1")
                break
            except subprocess.CalledProcessError:
                time.sleep(0.2)
        goes_on(url, answered)


if __name__ == "__main__":
    if os.getuid() or sys.platform != "linux":
        sys.exit("full_disk: only root on Linux can mount a small disk")
    for way in (on_sqlite, on_postgresql):
        print(way.__name__.replace("_", " "), flush=True)
        way()
        print("  all is there, and it goes on", flush=True)
