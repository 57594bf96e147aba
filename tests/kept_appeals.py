"""Appeals for the tests of stores. 4 March 2026 is a Wednesday."""

from datetime import timedelta

from pendulum import datetime

from prcomm import Actor, Person
from prcomm.adapters.store import Store
from prcomm.citizens.appeals import APPEAL, COMPLAINT, AddMaterials, Assign, Channel, Form, Receive, Register
from prcomm.law import office
from prcomm.law.roles import APPELLANT, EXECUTOR, HEAD, REGISTRAR

DISTRICT = office("district department")
DESK, HEAD_OF_IT, OFFICER, WRITER = (
    Actor("desk 1", REGISTRAR),
    Actor("head", HEAD),
    Actor("officer 5", EXECUTOR),
    Actor("p-17", APPELLANT),
)


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


def add(name, on=None):
    return lambda _: AddMaterials(at=on or at(4, 12), by=WRITER, authority=name)


class Clock:
    """A clock that is set by hand."""

    def __init__(self, now=None):
        self.now = now or at(5, 12)

    def __call__(self):
        return self.now


def opened(url, *lifecycles, **more):
    """A store whose clock is set by hand, and that takes what was done long ago."""
    return Store(url, lifecycles or (APPEAL,), **{"clock": Clock(), "tolerance": timedelta(days=1000)} | more)
