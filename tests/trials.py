"""The tests run over mutants: each stands in for the genuine law or lifecycle wherever a test module holds that."""

import inspect
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from importlib import import_module
from itertools import filterfalse
from pathlib import Path
from statistics import median
from time import perf_counter
from types import CodeType, FunctionType, ModuleType

import pytest
from _pytest.assertion import util as assertions
from _pytest.outcomes import OutcomeException
from attrs import frozen
from mutants import Mutant, against, asked, read

from prcomm import PROCESSES, Action, Dated, Lifecycle, Reason, Refused
from prcomm.core.calendar.law import OpenLaw

HERE = Path(__file__).parent
NO_TRIAL = re.compile(
    r"\.(rows|transitions|deadlines|parts|cited|lint|machine|values)\b|\b(cite|unreached|drawn|draw_of)\(|@given\("
)
"""What a test does that reads a table instead of trying it, or draws lives instead of telling one. A missing line is
seen at once where a table is read, whatever it says; what is drawn is no worked case, and slow."""

ENOUGH = 12
"""So many survivors that rest on law are told at a time."""
CAPTURING = {"capfd", "caplog", "capsys"}
"""Fixtures that work only where pytest itself runs a test."""
Names = dict[str, object]
"""The global names of a module."""


# -- where the genuine one is held


def _names_of(value: object) -> Names | None:
    """The names of the module that a thing is, or comes from."""
    if isinstance(value, FunctionType):
        return value.__globals__
    module = sys.modules.get(value.__module__) if isinstance(value, type) else value
    return vars(module) if isinstance(module, ModuleType) else None


def _is_ours(names: Names) -> bool:
    return Path(str(names.get("__file__"))).is_relative_to(HERE)


class Reached:
    """The names of the test modules that a test reaches: its own, its fixtures', and those these took things from."""

    def __init__(self) -> None:
        self.beside: dict[int, list[Names]] = {}

    def by(self, item: pytest.Item) -> list[Names]:
        found: dict[int, Names] = {}
        queue = self._ours([item.module, *map(_plain, _fixtures_of(item))])
        while queue:
            names = queue.pop()
            if id(names) not in found:
                found[id(names)] = names
                if id(names) not in self.beside:
                    self.beside[id(names)] = self._ours(names.values())
                queue += self.beside[id(names)]
        return list(found.values())

    def _ours(self, values: Iterable[object]) -> list[Names]:
        found = {id(names): names for value in values if (names := _names_of(value)) is not None}
        return [names for names in found.values() if _is_ours(names)]


def homes() -> list[Names]:
    """The modules in which PROCESSES looks its lifecycles up."""
    return [vars(import_module(where.partition(":")[0])) for where in PROCESSES._where.values()]


@contextmanager
def standing_in(mutant: Mutant, places: Iterable[Names]) -> Iterator[None]:
    """While a mutant stands in, each of these names of the genuine one says the mutant."""
    put: list[tuple[Names, str, object]] = []
    try:
        for one in mutant.stand_ins:
            held = [(names, name) for names in places for name, value in names.items() if value is one.genuine]
            made = one.made() if held else None
            for names, name in held:
                put.append((names, name, one.genuine))
                names[name] = made
        yield
    finally:
        for names, name, genuine in put:
            names[name] = genuine


# -- the tests over each


class Trials:
    """A pytest plugin: runs the tests of a session once as they are, and then over each mutant until one fails.

    Only those tests run that reach what the mutant stands in for, and try the table with worked cases. Those go first
    in which the changed thing was asked, of these those that speak of the same article, then those that do little else,
    and those that found another mutant; slow ones wait.

    A mutant that survives costs every test there is, so after ``ENOUGH`` that rest on law the rest is left untried.

    Attributes:
        failed: the tests that fail without any mutant.
        survivors: the mutants that no test noticed.
        found_by: the test that noticed each of the others.
        seconds: how long each mutant took that was tried.
    """

    def __init__(self, mutants: Iterable[Mutant], enough: int = ENOUGH) -> None:
        self.mutants = tuple(mutants)
        self.enough = enough
        self.failed: list[str] = []
        self.survivors: list[Mutant] = []
        self.found_by: dict[str, str] = {}
        self.seconds: dict[str, float] = {}

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        genuine = {id(one.genuine): one.genuine for mutant in self.mutants for one in mutant.stand_ins}
        reached, reaches, looked_up = Reached(), {}, {id(one) for one in PROCESSES.values()}
        for item in session.items:
            values = {id(value) for names in reached.by(item) for value in names.values()}
            held = (values | (looked_up if id(PROCESSES) in values else set())) & genuine.keys()
            if held and _tries(item):
                reaches[item] = held
        took, done = self._as_they_are(reaches)
        if self.failed:
            return True
        places = {id(names): names for item in reaches for names in reached.by(item)} | {
            id(one): one for one in homes()
        }
        texts = {item: _text(item) for item in reaches}
        slow = {item: took[item] > 5 * median(took.values()) for item in reaches}
        items = list(reaches)
        for mutant in self.mutants:
            began = perf_counter()
            stands_for = {id(one.genuine) for one in mutant.stand_ins}
            fit = [item for item in items if stands_for & reaches[item]]
            tries = _in_order(
                fit, lambda item, of=mutant: _order(of, done[item], texts[item], slow=slow[item]),
                lambda item, of=mutant: not of.touches.isdisjoint(done[item]),
            )  # fmt: skip
            with standing_in(mutant, places.values()):
                found = next((item for item in tries if not passes(item)), None)
            if found is None:
                self.survivors.append(mutant)
                if sum(one.rests_on_law for one in self.survivors) == self.enough:
                    return True
            else:
                self.found_by[str(mutant)] = found.nodeid
                items.sort(key=lambda item, found=found: item is not found)
            self.seconds[str(mutant)] = perf_counter() - began
        return True

    def _as_they_are(
        self, items: Iterable[pytest.Item]
    ) -> tuple[dict[pytest.Item, float], dict[pytest.Item, set[str]]]:
        """How long each test takes without any mutant, and what is done in it."""
        took: dict[pytest.Item, float] = {}
        done: dict[pytest.Item, set[str]] = {}
        for item in items:
            began = perf_counter()
            with noting(done.setdefault(item, set())):
                if not passes(item):
                    self.failed.append(item.nodeid)
            took[item] = perf_counter() - began
        if not took:
            self.failed.append("there are no tests")
        return took, done


@contextmanager
def noting(done: set[str]) -> Iterator[None]:
    """Note what any lifecycle is asked, as ``asked``, ``refused`` and ``read`` write it."""

    def judged(genuine: Callable[..., object]) -> Callable[..., object]:
        def ask(lifecycle: object, *given: object) -> object:
            actions = [type(one) for one in given if isinstance(one, Action)]
            state = getattr(given[0], "state", None) if given else None
            done.update(name for action in actions for name in (action.__name__, asked(action, state)))
            try:
                verdict = genuine(lifecycle, *given)
            except Refused as error:
                done.update(refused(action, reason) for action in actions for reason in error.verdict.reasons)
                raise
            for reason in getattr(verdict, "reasons", ()):
                done.update(refused(action, reason) for action in actions)
            return verdict

        return ask

    genuine_value = OpenLaw.__getitem__

    def value(law: OpenLaw, of: Dated) -> object:
        done.add(read(of.name))
        return genuine_value(law, of)

    with pytest.MonkeyPatch.context() as patch:
        for name in ("begin", "apply", "explain"):
            patch.setattr(Lifecycle, name, judged(getattr(Lifecycle, name)))
        patch.setattr(OpenLaw, "__getitem__", value)
        yield


def refused(action: type[Action], reason: Reason) -> str:
    """That an action was refused: by which guard, or for which other reason."""
    return against(action, reason.name or reason.kind)


def _in_order(
    items: list[pytest.Item], order: Callable[[pytest.Item], tuple[object, ...]], first: Callable[[pytest.Item], bool]
) -> Iterator[pytest.Item]:
    """Some tests before the others; these are put in order only once none of those has failed, which is seldom."""
    yield from sorted(filter(first, items), key=order)
    yield from sorted(filterfalse(first, items), key=order)


def _order(mutant: Mutant, done: set[str], text: "Text", *, slow: bool) -> tuple[object, ...]:
    """How late a test is tried over a mutant: first those in which was asked what now is answered otherwise."""
    touched = len(mutant.touches & done)
    return (touched == 0 and slow, -touched, slow, done.isdisjoint(mutant.words), _speaks(text, mutant), len(done))


def passes(item: pytest.Item) -> bool:
    """Whether a test passes. What a failure would say is not put together: that takes longer than most tests."""
    item._initrequest()
    state = item.session._setupstate
    try:
        try:
            state.setup(item)
            item.runtest()
        finally:
            state.teardown_exact(None)
    except (Exception, OutcomeException) as error:
        return isinstance(error, pytest.skip.Exception)
    return True


def _tries(item: pytest.Item) -> bool:
    """Whether a test is one by article or worked case, and so is all that it is given; one of no cases is none."""
    apart = item.get_closest_marker("xfail") or "NOTSET" in item.nodeid or not CAPTURING.isdisjoint(item.fixturenames)
    told = None if apart else getattr(item, "obj", None)
    functions = [] if told is None else [told, *_fixtures_of(item)]
    return bool(functions) and not any(_is_no_trial(_plain(one)) for one in functions)


def _fixtures_of(item: pytest.Item) -> list[Callable[..., object]]:
    """The functions of the fixtures that are ours."""
    several = item._fixtureinfo.name2fixturedefs.values()
    return [given.func for each in several for given in each if _is_ours(_plain(given.func).__globals__)]


def _plain(function: Callable[..., object]) -> FunctionType:
    return inspect.unwrap(getattr(function, "__func__", function))


@cache
def _is_no_trial(function: FunctionType) -> bool:
    seen: set[FunctionType] = set()
    queue = [function]
    while queue:
        one = queue.pop()
        if one not in seen:
            seen.add(one)
            if NO_TRIAL.search(inspect.getsource(one)):
                return True
            queue += [other for other in _named_by(one) if _is_ours(other.__globals__)]
    return False


def _named_by(function: FunctionType) -> list[FunctionType]:
    """The functions that a function, or a lambda inside it, names."""
    codes, names = [function.__code__], dict[str, None]()
    while codes:
        code = codes.pop()
        names |= dict.fromkeys(code.co_names)
        codes += [const for const in code.co_consts if isinstance(const, CodeType)]
    found = (function.__globals__.get(name) for name in names)
    return [one for one in found if isinstance(one, FunctionType)]


def _with_helpers(function: FunctionType) -> str:
    """The source of a test and of the functions of its module that it calls."""
    mine = [one for one in _named_by(function) if one.__module__ == function.__module__]
    return "\n".join(map(inspect.getsource, (function, *mine)))


@frozen
class Text:
    """What a test says: the numbers in its name and in its source, and all of it."""

    named: frozenset[str]
    numbers: frozenset[str]
    whole: str


def _text(item: pytest.Item) -> Text:
    name, source = f"{item.nodeid} {item.cls.__doc__ if item.cls else ''}", _source(_plain(item.obj))
    named, numbers = (frozenset(re.findall(r"\d+(?:-\d+)?", text)) for text in (name, source))
    return Text(named, numbers, name + source)


_source = cache(_with_helpers)


def _speaks(text: Text, mutant: Mutant) -> int:
    """How little a test says of what was changed: less is more."""
    articles = {cite.article for cite in mutant.cites}
    said = 4 * len(articles & text.named) + len(articles & text.numbers)
    return -said - 3 * sum(word in text.whole for word in mutant.words)


def tried(mutants: Iterable[Mutant], *where: Path) -> Trials:
    """Run the tests of some directories over each mutant."""
    trials = Trials(mutants)
    options = ["-o", "addopts=", "-p", "no:cacheprovider", "-p", "no:terminal", "--capture=no"]
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("PYTEST_ADDOPTS", raising=False)  # what is measured outside is not measured twice
        patch.setattr(assertions, "_reprcompare", None)  # nobody reads in what two sides differ
        code = pytest.main([*options, *map(str, where)], plugins=[trials])
    assert code == pytest.ExitCode.OK, code
    return trials
