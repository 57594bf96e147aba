"""The tests run over mutants: each stands in for the genuine law or lifecycle wherever a test module holds that."""

import inspect
import re
import sys
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence, Set
from contextlib import contextmanager
from functools import cache, partial
from importlib import import_module
from pathlib import Path
from statistics import median
from time import perf_counter
from types import CodeType, FunctionType, ModuleType

import pytest
from _pytest.assertion import util as assertions
from _pytest.outcomes import OutcomeException
from attrs import frozen
from mutants import Mutant, against, asked, asked_by, owed, read

from prcomm import PROCESSES, Action, Dated, Due, Lifecycle, Reason, Refused
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


class Standing:
    """A mutant that stands in wherever a module's name says the genuine one: for all, or for what a test holds.

    To make a lifecycle under another law takes longer than most tests, and a law has many.
    """

    def __init__(self, mutant: Mutant, held: "Held") -> None:
        self.left, self.held = {id(one.genuine): one for one in mutant.stand_ins}, held
        self.put: list[tuple[Names, str, object]] = []

    def for_(self, holds: Iterable[int]) -> None:
        for one in [self.left.pop(of) for of in holds if of in self.left]:
            where = self.held.get(id(one.genuine), ())
            made = one.made() if where else None
            for names, name in where:
                put = (names, name, names[name])
                names[name] = made
                self.put.append(put)

    def ends(self) -> None:
        for names, name, genuine in self.put:
            names[name] = genuine


Held = Mapping[int, Sequence[tuple[Names, str]]]
"""Where each genuine thing is held, by its id."""


def held_in(places: Iterable[Names], genuine: Container[int]) -> Held:
    held: dict[int, list[tuple[Names, str]]] = {}
    for names in places:
        for name, value in names.items():
            if id(value) in genuine:
                held.setdefault(id(value), []).append((names, name))
    return held


@contextmanager
def standing_in(mutant: Mutant, places: Iterable[Names]) -> Iterator[None]:
    """While a mutant stands in, each of these names of the genuine one says the mutant."""
    genuine = {id(one.genuine) for one in mutant.stand_ins}
    standing = Standing(mutant, held_in(places, genuine))
    try:
        standing.for_(genuine)
        yield
    finally:
        standing.ends()


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
        reached, looked_up = Reached(), {id(one) for one in PROCESSES.values()}
        candidates: list[Candidate] = []
        for item in session.items:
            values = {id(value) for names in reached.by(item) for value in names.values()}
            held = (values | (looked_up if id(PROCESSES) in values else set())) & genuine.keys()
            if held and _tries(item):
                candidates.append(Candidate(item, held, _text(item)))
        self._as_they_are(candidates)
        if self.failed:
            return True
        places = {id(names): names for one in candidates for names in reached.by(one.item)} | {
            id(one): one for one in homes()
        }
        queue, held = Queue(candidates), held_in(places.values(), genuine)
        for mutant in self.mutants:
            began = perf_counter()
            found = queue.finds(mutant, held)
            if found is None:
                self.survivors.append(mutant)
                if sum(one.rests_on_law for one in self.survivors) == self.enough:
                    return True
            else:
                self.found_by[str(mutant)] = found.item.nodeid
                queue.first(found)
            self.seconds[str(mutant)] = perf_counter() - began
        return True

    def _as_they_are(self, candidates: Sequence["Candidate"]) -> None:
        """How long each test takes without any mutant, and what is done in it."""
        for one in candidates:
            began = perf_counter()
            with noting(one.done):
                if not one.passes():
                    self.failed.append(one.item.nodeid)
            one.took = perf_counter() - began
        if not candidates:
            self.failed.append("there are no tests")


class Candidate:
    """A test that may notice a mutant.

    Attributes:
        item: the test.
        holds: which genuine things it reaches, by their ids.
        text: what it says.
        done: what any lifecycle is asked in it.
        took: how many seconds it takes without a mutant.
        slow: whether that is long.
        found: of all mutants found, which one it found last; 0 for none.
    """

    def __init__(self, item: pytest.Item, holds: Set[int], text: "Text") -> None:
        self.item, self.holds, self.text = item, holds, text
        self.done: set[str] = set()
        self.took, self.slow, self.found = 0.0, False, 0
        self._call = _call_of(item)

    def passes(self) -> bool:
        """Whether it passes. What a failure would say is not put together: that takes longer than most tests."""
        try:
            if self._call is not None:
                self._call()
            else:
                _run(self.item)
        except (Exception, OutcomeException) as error:
            return isinstance(error, pytest.skip.Exception)
        return True


def _run(item: pytest.Item) -> None:
    """As pytest runs it."""
    item._initrequest()
    state = item.session._setupstate
    try:
        state.setup(item)
        item.runtest()
    finally:
        state.teardown_exact(None)


def _call_of(item: pytest.Item) -> Callable[[], object] | None:
    """A call that runs a test, if it is given nothing but its parameters: what pytest puts around it takes longer than
    most tests."""
    given = item.callspec.params if hasattr(item, "callspec") else {}
    if not isinstance(item, pytest.Function) or _fixtures_of(item) or not given.keys() >= set(item.fixturenames):
        return None
    function, of = _plain(item.obj), item.cls
    return partial(function, **given) if of is None else lambda: function(of(), **given)


class Queue:
    """In which order tests are tried over each mutant."""

    def __init__(self, candidates: Sequence[Candidate]) -> None:
        self.all = candidates
        self.by_touch: dict[str, list[Candidate]] = {}
        long = 5 * median(one.took for one in candidates)
        for one in candidates:
            one.slow = one.took > long
            for what in one.done:
                self.by_touch.setdefault(what, []).append(one)
        self.found = 0

    def finds(self, mutant: Mutant, held: Held) -> Candidate | None:
        """The test that notices a mutant. It stands in for what a test holds itself; if none notices, for all."""
        standing = Standing(mutant, held)
        try:
            for one in self.over(mutant):
                standing.for_(one.holds)
                if not one.passes():
                    return one
            some_left = bool(standing.left)
            standing.for_([*standing.left])
            return next((one for one in self.over(mutant) if not one.passes()), None) if some_left else None
        finally:
            standing.ends()

    def first(self, found: Candidate) -> None:
        """Of equals the one that found another goes first from now on."""
        self.found += 1
        found.found = self.found

    def over(self, mutant: Mutant) -> Iterator[Candidate]:
        """Those that touch what the mutant changed, before the others; these are put in order only once none of those
        has failed, which is seldom."""
        stands_for = {id(one.genuine) for one in mutant.stand_ins}
        touching = {id(one): one for what in mutant.touches for one in self.by_touch.get(what, ())}
        for some in (touching.values(), (one for one in self.all if id(one) not in touching)):
            fit = (one for one in some if not stands_for.isdisjoint(one.holds))
            yield from sorted(fit, key=partial(_order, mutant))


@contextmanager
def noting(done: set[str]) -> Iterator[None]:
    """Note what any lifecycle is asked, as the touches of a mutant are written."""

    def judged(genuine: Callable[..., object]) -> Callable[..., object]:
        def ask(lifecycle: object, *given: object) -> object:
            actions = [type(one) for one in given if isinstance(one, Action)]
            state = getattr(given[0], "state", None) if given else None
            done.update(name for action in actions for name in (action.__name__, asked(action, state)))
            done.update(asked_by(type(one), one.by.role) for one in given if isinstance(one, Action))
            try:
                verdict = genuine(lifecycle, *given)
            except Refused as error:
                done.update(refused(action, reason) for action in actions for reason in error.verdict.reasons)
                raise
            for reason in getattr(verdict, "reasons", ()):
                done.update(refused(action, reason) for action in actions)
            return verdict

        return ask

    genuine_dues, genuine_value = Lifecycle.due, OpenLaw.__getitem__

    def dues(lifecycle: object, *given: object, **how: object) -> Sequence[Due]:
        told = genuine_dues(lifecycle, *given, **how)
        done.update(owed(due.name) for due in told)
        return told

    def value(law: OpenLaw, of: Dated) -> object:
        done.add(read(of.name))
        return genuine_value(law, of)

    with pytest.MonkeyPatch.context() as patch:
        for name in ("begin", "apply", "explain"):
            patch.setattr(Lifecycle, name, judged(getattr(Lifecycle, name)))
        patch.setattr(Lifecycle, "due", dues)
        patch.setattr(OpenLaw, "__getitem__", value)
        yield


def refused(action: type[Action], reason: Reason) -> str:
    """That an action was refused: by which guard, or for which other reason."""
    return against(action, reason.name or reason.kind)


def _order(mutant: Mutant, one: Candidate) -> tuple[object, ...]:
    """How late a test is tried over a mutant: first those in which was asked what now is answered otherwise, of these
    those that were refused by it."""
    done = one.done
    touched, refused = len(mutant.touches & done), len(mutant.refusals & done)
    unnamed = done.isdisjoint(mutant.words)
    after = (unnamed, _speaks(one.text, mutant), len(done), -one.found)
    return (touched == 0 and one.slow, refused == 0, one.slow, -touched, *after)


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
