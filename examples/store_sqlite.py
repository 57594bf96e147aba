"""Keep cases in one SQLite file: python examples/store_sqlite.py [FILE]

A complaint is received and registered by two clerks at once, assigned, told to others, listed by what is owed; then the
file is backed up while it is open, and the copy opened.
"""

import sys
import tempfile
from datetime import timedelta
from pathlib import Path

from pendulum import DateTime
from sqlalchemy import create_engine

from prcomm import Actor, Person, Refused
from prcomm.adapters.store import Inbox, Store
from prcomm.citizens.appeals import APPEAL, COMPLAINT, Appeal, Assign, Channel, Form, Receive, Register
from prcomm.law import office
from prcomm.law.roles import HEAD, REGISTRAR

DISTRICT = office("district department")
DESK, HEAD_OF_IT = Actor("desk 1", REGISTRAR), Actor("head", HEAD)


def at(day: int, hour: int) -> DateTime:
    """An instant of March 2026, on the clock of the office."""
    return DateTime(2026, 3, day, hour, tzinfo=DISTRICT.tz)


def opened(path: Path) -> Store:
    """The store: with a clock of its own here, for these actions lie in March 2026."""
    return Store(path, [APPEAL], clock=lambda: at(5, 18), tolerance=timedelta(days=2))


def main(path: Path) -> None:
    """Live a complaint in a store."""
    with opened(path) as store:
        case = f"2026/{118 + sum(1 for _ in store.cases(APPEAL))}"
        received = Receive(
            at=at(4, 11), by=DESK, case=case, kind=COMPLAINT, form=Form.WRITTEN, channel=Channel.POST,
            office=DISTRICT, appellants=(Person("p-17", name="Somebody"),),
        )  # fmt: skip
        appeal = store.begin(APPEAL, received, signed_in="desk 1")
        print(f"{appeal.id}: {appeal.state.name}, version {appeal.version}")

        def slowly(seen: Appeal) -> Register:
            """Decides on what it has seen, and is overtaken."""
            if seen.version == 1:
                store.apply(APPEAL, case, lambda _: Register(at=at(4, 12), by=DESK, number="118"))
            return Register(at=at(4, 12), by=DESK, number="119")

        try:
            store.apply(APPEAL, case, slowly)
        except Refused as refused:
            print("the slower of two clerks decided again, on what then stood:")
            print(refused)
        store.apply(APPEAL, case, lambda _: Assign(at=at(5, 9), by=HEAD_OF_IT, executors=("officer 5",)))

        inbox, sent = Inbox(create_engine("sqlite://")), list[str]()
        print(f"{store.relay(sent.append)} messages sent")
        for message in (*sent, *sent):  # they may come twice
            inbox.take(message, lambda _, told: print(f"  {told.case} version {told.version}: {told.action}"))
        for due in store.dues(at(5, 18), office=DISTRICT.id, last=at(31, 0).date()):
            print(f"open: {due.name} of {due.case} by {due.last}, owed by the {due.owed_by}")
        store.backup(backup := path.with_name(f"{path.name}.{case.replace('/', '-')}"))
    with opened(backup) as copy:
        print(f"opened again: {copy.open(APPEAL, case).state.name}, version {copy.open(APPEAL, case).version}")


if __name__ == "__main__":
    if len(sys.argv) > 1:
        main(Path(sys.argv[1]))
    else:
        with tempfile.TemporaryDirectory() as folder:
            main(Path(folder) / "appeals.sqlite")
