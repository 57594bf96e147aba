"""What the application needs of a store. ``prcomm.adapters.store.Store`` has it; a store of your own may.

What it can't do it says with the errors of ``prcomm.adapters.store``.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import Protocol, TypeVar

from pendulum import DateTime

from prcomm.adapters.store import Key
from prcomm.core.questions.lifecycle import Lifecycle
from prcomm.core.table.entities import Action, Entity, State
from prcomm.processes import AnyLifecycle

E = TypeVar("E", bound=Entity[State])
A = TypeVar("A", bound=Action)


class Owed(Protocol):
    """What a store says of something that is owed."""

    @property
    def process(self) -> str: ...

    @property
    def case(self) -> str: ...

    @property
    def name(self) -> str: ...

    @property
    def key(self) -> str | None: ...


class Kept(Protocol):
    """What a store keeps of a command that came with a key: which record it made, or when it was refused."""

    @property
    def process(self) -> str: ...

    @property
    def case(self) -> str: ...

    @property
    def version(self) -> int: ...

    @property
    def recorded(self) -> DateTime: ...

    @property
    def refused(self) -> bool: ...


class Cases(Protocol):
    """A store of cases."""

    @property
    def lifecycles(self) -> Mapping[str, AnyLifecycle]: ...

    @property
    def clock(self) -> Callable[[], DateTime]: ...

    def begin(
        self,
        lifecycle: Lifecycle[E, A],
        action: A,
        *,
        signed_in: str | None = None,
        also: Callable[..., None] | None = None,
        key: Key | None = None,
        late_because: str = "",
    ) -> E: ...

    def apply(
        self,
        lifecycle: Lifecycle[E, A],
        case: str,
        decide: Callable[[E], A],
        *,
        signed_in: str | None = None,
        key: Key | None = None,
        late_because: str = "",
    ) -> E: ...

    def open(self, lifecycle: Lifecycle[E, A], case: str) -> E: ...

    def cases(self, lifecycle: Lifecycle[E, A], *, office: str | None = None, after: str = "") -> Iterator[E]: ...

    def dues(
        self, at: DateTime, *, office: str | None = None, first: date | None = None, last: date | None = None
    ) -> Sequence[Owed]: ...

    def kept(self, key: Key) -> Kept | None: ...

    def keep_refusal(self, key: Key, lifecycle: Lifecycle[E, A], case: str, version: int) -> bool: ...
