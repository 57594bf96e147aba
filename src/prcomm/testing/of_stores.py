"""What holds of every store, yours too; and whether an upgrade reads what was written before it."""

import json
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import timedelta
from typing import ClassVar, Generic, Protocol, TypeVar

from attrs import field, frozen
from pendulum import DateTime

from prcomm.adapters.json import BadDocument, Codec
from prcomm.core.engine.verdicts import Refused
from prcomm.core.questions.lifecycle import Lifecycle
from prcomm.core.table.entities import Action, Entity, State

E = TypeVar("E", bound=Entity[State])
A = TypeVar("A", bound=Action)
F = TypeVar("F", bound=Entity[State])
B = TypeVar("B", bound=Action)


class Owing(Protocol):
    """One line of what is owed."""

    @property
    def case(self) -> str: ...
    @property
    def name(self) -> str: ...


class Keeps(Protocol[E, A]):
    """What is asked of a store: the methods of ``prcomm.adapters.store.Store`` of which the contract knows."""

    def begin(self, lifecycle: Lifecycle[E, A], action: A, /) -> E: ...

    def apply(
        self, lifecycle: Lifecycle[E, A], case: str, decide: Callable[[E], A], /, *, version: int | None = None
    ) -> E: ...

    def open(self, lifecycle: Lifecycle[E, A], case: str, /) -> E: ...

    def cases(self, lifecycle: Lifecycle[E, A], /) -> Iterator[E]: ...

    def dues(self, at: DateTime, /) -> Iterable[Owing]: ...


@frozen
class HandClock:
    """A clock that is set by hand, for the stores of tests.

    Attributes:
        now: what it says.
    """

    now: list[DateTime] = field(factory=list)

    def __call__(self) -> DateTime:
        return self.now[-1]


@contextmanager
def raising(kind: type[Exception]) -> Generator[None, None, None]:
    """That an error of some kind is raised."""
    try:
        yield
    except kind:
        return
    except Exception as error:
        raise AssertionError(f"{type(error).__name__} was raised, and {kind.__name__} was to be") from error
    raise AssertionError(f"nothing was raised, and {kind.__name__} was to be")


class StoreContract(Generic[E, A]):
    """What holds of every store, as tests: ``class TestOurs(StoreContract): …`` is collected by pytest.

    Say ``lifecycle`` and ``lives``, and ``store()``: a store that is empty the first time a test asks for it, and the
    same one when it asks again, over other connections. It is to take what was done long ago, and to go by ``clock``,
    which is set before each step to the instant of its action. An error that a store raises by another name than those
    of the library is named in ``no_case``, ``case_exists`` and ``stale``.

    Attributes:
        lifecycle: a lifecycle.
        lives: entities that lived by it, no two of one reference, each of at least two steps.
        clock: what the store is to take for the clock.
    """

    lifecycle: ClassVar[object]
    lives: ClassVar[Sequence[object]]
    no_case: ClassVar[type[Exception]] = Exception
    case_exists: ClassVar[type[Exception]] = Exception
    stale: ClassVar[type[Exception]] = Exception
    clock: HandClock

    def store(self) -> Keeps[E, A]:
        """A store, as told above."""
        raise NotImplementedError("say which store is asked: def store(self): return OurStore(…)")

    def setup_method(self) -> None:
        """Set the clock back."""
        self.clock = HandClock([DateTime(2000, 1, 1, tzinfo=self._lives()[0].office.tz)])

    def _lives(self) -> list[E]:
        return [life for life in self.lives if isinstance(life, self._of.entity)]

    @property
    def _of(self) -> Lifecycle[E, A]:
        return self.lifecycle  # type: ignore[return-value]  # a class attribute can't be of a type variable

    def _act(self, store: Keeps[E, A], life: E, upto: int | None = None, since: int = 0) -> E:
        """Live a life in a store, in part or whole."""
        for record in life.history[since:upto]:
            self.clock.now.append(record.action.at)
            self._step(store, life.id, record.action)  # type: ignore[arg-type]  # an action of its lifecycle
        return store.open(self._of, life.id)

    def _step(self, store: Keeps[E, A], case: str, action: A) -> None:
        if action.__class__ in {row.action for row in self._of.transitions if row.starts}:
            store.begin(self._of, action)
        else:
            store.apply(self._of, case, lambda _: action)

    def test_a_case_is_opened_as_it_was_left(self) -> None:
        store = self.store()
        for life in self._lives():
            left = self._act(store, life)
            assert [record.action for record in left.history] == [record.action for record in life.history]
            assert self.store().open(self._of, life.id) == left

    def test_all_cases_are_told(self) -> None:
        store = self.store()
        left = {life.id: self._act(store, life) for life in self._lives()}
        assert {case.id: case for case in self.store().cases(self._of)} == left

    def test_what_is_refused_leaves_nothing(self) -> None:
        store, life = self.store(), self._lives()[0]
        left = self._act(store, life, 1)
        begins = life.history[0].action
        self.clock.now.append(begins.at)
        with raising(Refused):
            store.apply(self._of, life.id, lambda _: begins)  # type: ignore[arg-type,return-value]  # as above
        assert self.store().open(self._of, life.id) == left
        assert len(list(self.store().cases(self._of))) == 1

    def test_there_is_none(self) -> None:
        store, life = self.store(), self._lives()[0]
        with raising(self.no_case):
            store.open(self._of, life.id)
        with raising(self.no_case):
            store.apply(self._of, life.id, lambda _: life.history[1].action)  # type: ignore[arg-type,return-value]  # as above

    def test_there_is_one_already(self) -> None:
        store, life = self.store(), self._lives()[0]
        left = self._act(store, life, 1)
        with raising(self.case_exists):
            self._act(store, life, 1)
        assert self.store().open(self._of, life.id) == left

    def test_the_slower_of_two_decides_again(self) -> None:
        store, life = self.store(), self._lives()[0]
        self._act(store, life, 1)
        seen: list[int] = []

        def overtaken(case: E) -> A:
            seen.append(case.version)
            if len(seen) == 1:
                self._act(self.store(), life, 2, 1)
            return life.history[1].action  # type: ignore[return-value]  # as above

        try:
            store.apply(self._of, life.id, overtaken)
        except Refused:
            assert self.store().open(self._of, life.id).version == 2
        else:
            assert self.store().open(self._of, life.id).version == 3
        assert seen == [1, 2]

    def test_who_asks_for_a_version_gets_that_or_nothing(self) -> None:
        store, life = self.store(), self._lives()[0]
        left = self._act(store, life, 2)
        with raising(self.stale):
            store.apply(self._of, life.id, lambda _: life.history[1].action, version=1)  # type: ignore[arg-type,return-value]  # as above
        assert self.store().open(self._of, life.id) == left

    def test_what_is_owed_is_what_the_lifecycle_says(self) -> None:
        store = self.store()
        left = [self._act(store, life) for life in self._lives()]
        latest = max((record.known for case in left for record in case.history), key=DateTime.timestamp)
        for days in (0, 1, 40, 400):
            at = latest + timedelta(days=days)
            told = sorted((due.case, due.name) for due in self.store().dues(at))
            by_hand = [(case.id, str(due.name)) for case in left for due in self._of.due(case, at, open=True)]
            assert told == sorted(by_hand), f"{days} days after the last step"


def upgraded(
    old: Lifecycle[E, A],
    new: Lifecycle[F, B],
    upgrade: Callable[[dict[str, object]], dict[str, object]],
    lives: Iterable[E],
) -> tuple[F, ...]:
    """The same lives as the new lifecycle reads them: what was written under the old one, brought up.

    Raises ``AssertionError`` with everything that can't be read, or that an upgrade done twice makes otherwise.

    Args:
        old: the lifecycle as it was.
        new: the lifecycle as it is.
        upgrade: what brings a document up: ``Renamed``, or your own.
        lives: entities that lived by the old one; ``drawn(lives(old), 100, by=1)`` makes some.
    """
    writes, reads = Codec(old), Codec(new)
    found: list[F] = []
    wrong: dict[str, None] = {}
    for life in lives:
        documents = [upgrade(writes.document(record)) for record in life.history]
        if [upgrade(document) for document in documents] != documents:
            wrong["an upgrade that is done again makes another document of it"] = None
        try:
            after = reads.restore([json.dumps(document, ensure_ascii=False) for document in documents])
        except BadDocument as bad:
            wrong |= dict.fromkeys(str(bad).splitlines()[1:])
            continue
        if (after.id, after.version) != (life.id, life.version):
            wrong[f"it comes to {after.version} records of {life.version}, or to another case"] = None
        found.append(after)
    assert not wrong, "\n".join(("what was written before can't be read as it was meant:", *wrong))
    return tuple(found)
