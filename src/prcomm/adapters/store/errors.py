"""What a store can't do, each with what may be done about it."""

from pendulum import DateTime

from prcomm.adapters.seal import Broken
from prcomm.core.values.errors import PrcommError, quoted


class StoreError(PrcommError):
    """What the store can't do."""


class NoCase(StoreError):
    """There is no case of that reference.

    Attributes:
        process: the name of the process.
        case: the reference asked for.
    """

    def __init__(self, process: str, case: str) -> None:
        self.process, self.case = process, case
        super().__init__(f"there is no case {quoted(case)} of the process {process}")


class CaseExists(StoreError):
    """A case of that reference was begun before.

    Attributes:
        process: the name of the process.
        case: its reference.
    """

    def __init__(self, process: str, case: str) -> None:
        self.process, self.case = process, case
        super().__init__(f"there is a case {quoted(case)} of the process {process} already")


class Stale(StoreError):
    """The case is no longer as whoever acts has seen it: look at it again.

    Attributes:
        process: the name of the process.
        case: its reference.
        seen: the version that was seen.
        version: the version it has now.
    """

    def __init__(self, process: str, case: str, seen: int, version: int) -> None:
        self.process, self.case, self.seen, self.version = process, case, seen, version
        super().__init__(f"the case {quoted(case)} was seen at version {seen}, and has version {version}")


class Contended(StoreError):
    """Others were faster each time: nothing was written. Try again, or find out who writes so much to one case.

    Attributes:
        process: the name of the process.
        case: its reference.
        tries: how often it was decided.
    """

    def __init__(self, process: str, case: str, tries: int) -> None:
        self.process, self.case, self.tries = process, case, tries
        super().__init__(f"the case {quoted(case)}: others were faster {tries} times, and nothing was written")


class Unreadable(StoreError):
    """A case can't be read: its records were written by a newer library, or under another table.

    Attributes:
        process: the name of the process.
        case: its reference.
        faults: what can't be read, each with its place.
    """

    def __init__(self, process: str, case: str, faults: tuple[str, ...]) -> None:
        self.process, self.case, self.faults = process, case, faults
        super().__init__("\n".join((f"the case {quoted(case)} can't be read:", *(f"  {fault}" for fault in faults))))


class WrongStore(StoreError):
    """What is asked for is not kept here: another process, other tables, or tables that a newer library made."""


class Damaged(StoreError):
    """What is stored is not what was written: somebody changed it, or part of it is gone. A backup is needed.

    Attributes:
        process: the name of the process, if it is one case that is damaged.
        case: its reference.
        record: the version of the first record that is damaged or missing, if it is known.
        broken: where its chain is broken.
    """

    def __init__(
        self, why: str, process: str = "", case: str = "", record: int | None = None, broken: tuple[Broken, ...] = ()
    ) -> None:
        self.process, self.case, self.record, self.broken = process, case, record, broken
        where = f"the case {quoted(case)} of the process {process}" if case else "the store"
        super().__init__(f"{where} is damaged: {why}")


class OldIndex(StoreError):
    """What is owed was counted under another law or table: ``store.recount(lifecycle)`` counts it anew.

    Attributes:
        process: the name of the process.
    """

    def __init__(self, process: str) -> None:
        self.process = process
        super().__init__(f"what is owed of the process {process} was counted under another law: recount it")


class NotYet(StoreError):
    """An action is later than the clock of the store: nobody has done yet what is still to come.

    Attributes:
        at: when it is said to be done.
        now: what the clock says.
    """

    def __init__(self, at: DateTime, now: DateTime) -> None:
        self.at, self.now = at, now
        super().__init__(f"it is said to be done at {at.isoformat()}, and it is {now.isoformat()} now")


class TooLate(StoreError):
    """An action is entered later after it was done than the store takes without being told why.

    Attributes:
        at: when it was done.
        now: what the clock says.
    """

    def __init__(self, at: DateTime, now: DateTime) -> None:
        self.at, self.now = at, now
        super().__init__(
            f"it was done at {at.isoformat()}, and it is {now.isoformat()} now: "
            "say why it is entered so late (late_because)"
        )


class KeyReused(StoreError):
    """A key of idempotency was used before for something else: take another.

    Attributes:
        process: the process for which it was used.
        case: the case for which it was used.
    """

    def __init__(self, process: str, case: str) -> None:
        self.process, self.case = process, case
        super().__init__(f"this key was used for something else, of the case {quoted(case)} of the process {process}")


class KeyTaken(StoreError):
    """A key of idempotency was kept for a refusal: ``store.kept(key)`` says of what.

    Attributes:
        process: the process for which it was used.
        case: the case for which it was used.
    """

    def __init__(self, process: str, case: str) -> None:
        self.process, self.case = process, case
        super().__init__(f"what this key asked for was refused, of the case {quoted(case)} of the process {process}")
