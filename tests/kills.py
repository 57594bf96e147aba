"""Writers that are killed at random, on both databases: python -m kills [--kills 200] [--writers 4] [--sure]

Several processes write to a few cases and tell what was answered for; two relays tell others; each is killed with
SIGKILL at some instant and another begins. In the end nothing that was answered for is lost or doubled, every chain
holds, the feed has every record once, each was told at least once, and what is owed is what the lifecycle says.
"""

import argparse
import os
import random
import signal
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

import databases
from kept_appeals import APPEAL, add, at, opened, receive
from sqlalchemy import create_engine, text

from prcomm.adapters.store import Message, Store
from prcomm.adapters.store.owed import open_dues

CASES = 3


def write(store: Store, name: str, acks: Path) -> None:
    """Write for ever, and note each record that was answered for."""
    chance = random.Random(name)
    told = os.open(acks, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
    for n in range(10**9):
        case, what = str(chance.randrange(CASES)), f"{name}-{n}"
        appeal = store.apply(APPEAL, case, add(what))
        os.write(told, f"{case} {appeal.version} {what}\n".encode())


def relay(store: Store, _: str, sent: Path) -> None:
    """Tell others for ever."""
    told = os.open(sent, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
    while True:
        if not store.relay(lambda message: os.write(told, (message + "\n").encode()), 7):
            time.sleep(0.005)


def begun(work, store: Store, *given) -> int:
    """The process that does some work: a copy of this one, with connections of its own."""
    child = os.fork()
    if child:
        return child
    try:
        store.engine.dispose(close=False)
        work(store, *given)
    finally:
        os._exit(1)


def survived(url: str, folder: Path, kills: int, writers: int, seed: int = 0) -> str:
    """Kill so many, and say what was found. Raises ``AssertionError`` if anything is not as it is to be."""
    chance = random.Random(seed)
    acks, sent = folder / "acks", folder / "sent"
    store = opened(url)
    for case in range(CASES):
        store.begin(APPEAL, receive(str(case)))
    store.close()
    names = (f"w{n}" for n in range(10**9))
    new = {
        "write": lambda: begun(write, store, next(names), acks),
        "relay": lambda: begun(relay, store, next(names), sent),
    }
    running = {new[kind](): kind for kind in ("write",) * writers + ("relay",) * 2}
    try:
        time.sleep(0.3)
        for _ in range(kills):
            time.sleep(chance.uniform(0.02, 0.2))
            child = chance.choice(list(running))
            kind = running.pop(child)
            os.kill(child, signal.SIGKILL)
            assert os.waitpid(child, 0)[1] == signal.SIGKILL, "it had died by itself"
            running[new[kind]()] = kind
        time.sleep(0.3)
    finally:
        for child in running:
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
    return asked(url, acks, sent)


def asked(url: str, acks: Path, sent: Path) -> str:
    """Whether all is there, once."""
    answered = [line.split(" ") for line in acks.read_text(encoding="utf-8").splitlines()]
    assert answered, "nothing was ever written"
    with opened(url) as store:
        cases = {case.id: case for case in store.cases(APPEAL)}  # each followed along its chain
        there = {
            (case.id, version): record.action.authority
            for case in cases.values()
            for version, record in enumerate(case.history, 1)
            if version > 1
        }
        lost = [(case, version, what) for case, version, what in answered if there.get((case, int(version))) != what]
        assert not lost, f"answered for and not there: {lost[:5]}"
        doubled = [what for what, n in Counter(there.values()).items() if n > 1]
        assert not doubled, f"there more than once: {doubled[:5]}"
        feed, position = [], 0
        while found := store.read_from(position):
            feed += found
            assert [record.position for record in found] == sorted(record.position for record in found)
            position = found[-1].position
        assert sorted((record.case, record.version) for record in feed) == sorted(
            (case.id, version) for case in cases.values() for version in range(1, case.version + 1)
        )
        for case in cases:
            versions = [record.version for record in feed if record.case == case]
            assert versions == sorted(versions), "of one case in order"
        with sent.open("a", encoding="utf-8") as told:
            while store.relay(lambda message: print(message, file=told)):
                pass
        messages = [Message.read(line) for line in sent.read_text(encoding="utf-8").splitlines() if line.endswith("}")]
        assert {(one.case, one.version) for one in messages} == {(record.case, record.version) for record in feed}
        moment = at(6, 12)
        assert store.dues(moment) == sorted(
            (due for case in cases.values() for due in open_dues(APPEAL, case, moment)),
            key=lambda due: (due.day is None, due.day, due.case),
        )
    if url.startswith("sqlite"):
        engine = create_engine(url)
        with engine.connect() as connection:
            assert connection.execute(text("PRAGMA integrity_check")).scalar_one() == "ok"
        engine.dispose()
    repeats = len(messages) - len(feed)
    return f"{len(answered)} records answered for and {len(there)} there, none lost or doubled; {repeats} told again"


def main(arguments: list[str]) -> None:
    """On SQLite, then on PostgreSQL."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--writers", type=int, default=4)
    parser.add_argument("--sure", action="store_true", help="the server of PostgreSQL waits for its disk too")
    given = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "postgresql").mkdir()
        found = survived(f"sqlite:///{folder / 'cases.sqlite'}", folder, given.kills, given.writers)
        print(f"sqlite: {given.kills} kills of {given.writers} writers and two relays: {found}", flush=True)
        with databases.served(sure=given.sure) as server:
            found = survived(server.new(), folder / "postgresql", given.kills, given.writers)
        print(f"postgresql: {given.kills} kills of {given.writers} writers and two relays: {found}", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
