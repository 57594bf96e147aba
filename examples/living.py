"""What the stories beside it share: a file as it stands, what is tried in it, and what is owed in all of them."""

from collections.abc import Iterable, Iterator
from typing import Generic, Protocol, TypeVar

from attrs import define
from pendulum import DateTime

from prcomm import Action, Entity, Lifecycle, Refused, State, Status

E = TypeVar("E", bound=Entity[State])
A = TypeVar("A", bound=Action)


class Owing(Protocol):
    """Whatever can say what is owed in it."""

    def owed(self, now: DateTime) -> Iterator[str]: ...


@define
class File(Generic[E, A]):
    """A file of one process, as it stands."""

    process: Lifecycle[E, A]
    entity: E

    def do(self, *actions: A) -> None:
        for action in actions:
            self.entity = self.process.apply(self.entity, action)

    def refused(self, action: A) -> None:
        """Try what may not be done, and print why not."""
        try:
            self.process.apply(self.entity, action)
        except Refused as why:
            print(why)
        else:
            raise AssertionError(f"{action} should have been refused")

    def owed(self, now: DateTime) -> Iterator[str]:
        """A line for each thing that is owed: in which file, what, until when, by whom, and how that is known."""
        for due in self.process.due(self.entity, now, open=True):
            last = "promptly" if due.last is None else f"{due.last:%d.%m.%Y}"
            if due.status(now) is Status.OVERDUE:
                last += ", overdue"
            where, what = f"{self.process.name} {self.entity.id}", due.name
            if isinstance(due.key, str):
                what += f" {due.key}"
            known = due.basis.name + (f", if {due.provided}" if due.provided else "")
            yield f"  {where:<20}{what:<28}{last:<21}{due.owed_by.name:<26}{known}"


def begun(process: Lifecycle[E, A], first: A) -> File[E, A]:
    return File(process, process.begin(first))


def tried(now: DateTime, what: str, *, form: str = "%d.%m.%Y %H:%M") -> None:
    """Print what is tried: why it is refused stands below."""
    print(f"\n{now.strftime(form)}  {what}")


def owed(now: DateTime, files: Iterable[Owing], what: str, *, form: str = "%d.%m.%Y %H:%M") -> None:
    """Print what was done, and what is owed then in all the files."""
    tried(now, what, form=form)
    lines = [line for file in files for line in file.owed(now)]
    print("\n".join(lines or ["  nothing is owed"]))
