"""Laws and lifecycles that differ from the real ones by one line, and a way to run the tests over each.

Nothing here knows what any table says, or which test ought to fail: the tables are walked. Every mutant is built
without asking whether its table makes sense, since it is for the tests to find that it does not.
"""

import inspect
import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import cache
from pathlib import Path
from statistics import median
from time import perf_counter

import attrs
import pytest
import second_book
from _pytest.runner import runtestprotocol
from attrs import evolve, frozen

from prcomm import BadInput, Dated, Law, Lifecycle, Reading, Reform
from prcomm.core import lifecycle as lifecycles
from prcomm.core.law import Cites

Makers = dict[str, Callable[[], object]]
"""How what stands in is made, by the name of the fixture."""

STANDING_IN = pytest.StashKey[Makers]()


def standing_in(request: pytest.FixtureRequest, genuine: object) -> object:
    """What the fixture that asks gives: the genuine law or lifecycle, unless a mutant stands in for it."""
    make = request.config.stash.get(STANDING_IN, {}).get(str(request.fixturename))
    return genuine if make is None else make()


@frozen
class Mutant:
    """A lifecycle, or a law, that differs in one thing.

    Attributes:
        what: what was done to it, in words.
        cites: what the thing rests on.
        words: words by which a test may speak of it.
        makers: how what stands in is made, once it is asked for.
    """

    what: str
    cites: Cites
    words: tuple[str, ...]
    makers: Makers

    def __str__(self) -> str:
        return f"{self.what} ({', '.join(map(str, self.cites)) or 'no source'})"


# -- a lifecycle without a line


def _rebuilt(lifecycle: Lifecycle, **changes: object) -> Makers:
    """The same lifecycle with other tables, however faulty."""

    @cache
    def made() -> Lifecycle:
        faults_of, lifecycles.faults_of = lifecycles.faults_of, lambda lifecycle: ()
        try:
            return lifecycle._with(**changes)
        finally:
            lifecycles.faults_of = faults_of

    return {"lifecycle": made}


def _replaced(things: Iterable, thing: object, *others: object) -> tuple:
    return tuple(other for one in things for other in (others if one is thing else (one,)))


def _without(things: Iterable, thing: object) -> tuple:
    return _replaced(things, thing)


def _with_rows(lifecycle: Lifecycle, row: object, *new: object) -> Makers:
    """The lifecycle with a row of the whole, or of a part, replaced by another or by none."""
    parts = (evolve(part, transitions=_replaced(part.transitions, row, *new)) for part in lifecycle.parts)
    return _rebuilt(lifecycle, transitions=_replaced(lifecycle.transitions, row, *new), parts=tuple(parts))


def _of_row(lifecycle: Lifecycle, row: object, what: str, cites: Cites = (), **changes: object) -> Mutant:
    return Mutant(
        f"{what} of {_said(row)}",
        cites or row.cites,
        (row.action.__name__,),
        _with_rows(lifecycle, row, evolve(row, **changes)),
    )


def _said(row: object) -> str:
    return f"{row}" + (f" of {' | '.join(kind.name for kind in row.only)}" if row.only else "")


def _of_deadline(lifecycle: Lifecycle, deadline: object, what: str, by: Iterable[type], **changes: object) -> Mutant:
    changed = _replaced(lifecycle.deadlines, deadline, evolve(deadline, **changes))
    return Mutant(
        f"{what} of the deadline {deadline.name!r}",
        deadline.cites,
        (deadline.name, *(action.__name__ for action in by)),
        _rebuilt(lifecycle, deadlines=changed),
    )


def lines_of(lifecycle: Lifecycle) -> Iterator[Mutant]:
    """Each row, each guard of each row, each deadline and each move of one taken away."""
    for row in lifecycle.rows:
        yield Mutant(
            f"without the row {_said(row)}",
            row.cites,
            (row.action.__name__,),
            _with_rows(lifecycle, row),
        )
        for guard in row.given:
            yield _of_row(
                lifecycle, row, f"without the guard {guard.name!r}", guard.cites, given=_without(row.given, guard)
            )
    for deadline in lifecycle.deadlines:
        yield Mutant(
            f"without the deadline {deadline.name!r}",
            deadline.cites,
            (deadline.name, *(action.__name__ for action in deadline.begins)),
            _rebuilt(lifecycle, deadlines=_without(lifecycle.deadlines, deadline)),
        )
        for move in deadline.moves:
            what = f"without the move by {move.by.__name__}"
            yield _of_deadline(lifecycle, deadline, what, [move.by], moves=_without(deadline.moves, move))


def words_of(lifecycle: Lifecycle) -> Iterator[Mutant]:
    """Each state, role and kind of each row taken away, its effect, and each action that meets or ends a deadline."""
    for row in lifecycle.rows:
        yield from _words_of_row(lifecycle, row)
    for deadline in lifecycle.deadlines:
        for field in ("met_by", "until"):
            actions = getattr(deadline, field)
            for action in actions:
                what = f"without {action.__name__} in {field}"
                yield _of_deadline(lifecycle, deadline, what, [action], **{field: _without(actions, action)})
        for kind in deadline.only:
            what, only = f"without {kind.name}", _without(deadline.only, kind)
            if only:
                yield _of_deadline(lifecycle, deadline, what, deadline.begins, only=only)
        if deadline.only:
            yield _of_deadline(lifecycle, deadline, "for every kind", deadline.begins, only=())


def _words_of_row(lifecycle: Lifecycle, row: object) -> Iterator[Mutant]:
    if len(row.sources) > 1:
        for state in row.sources:
            yield _of_row(lifecycle, row, f"without {state.name}", sources=_without(row.sources, state))
    for role in row.roles:
        roles = _without(row.roles, role) or tuple(one for one in lifecycle.roles if one is not role)
        yield _of_row(lifecycle, row, f"without {role.name!r}", row.who_cites, roles=roles)
    if row.roles:
        yield _of_row(lifecycle, row, "anybody may", row.who_cites, roles=())
    if row.then is not None and not row.starts:
        yield _of_row(lifecycle, row, "without the effect", then=None)
    if len(row.only) > 1:
        for kind in row.only:
            yield _of_row(lifecycle, row, f"without {kind.name}", only=_without(row.only, kind))
    if row.only and _more_come_to(lifecycle, row):
        yield _of_row(lifecycle, row, "for every kind", only=())


def _more_come_to(lifecycle: Lifecycle, row: object) -> bool:
    """Whether an entity of another kind, which has no row of its own for it, ever comes to a row."""
    cells = lifecycle.edition_on(date.max).cells
    come, before = {(None, kind) for kind in lifecycle.kinds}, 0
    while before < len(come):
        before = len(come)
        come |= {(row.leads_to(state), kind) for (state, _, kind), row in cells.items() if (state, kind) in come}
    states = row.sources or (None,)
    return any(state in states and (state, row.action, kind) not in cells for state, kind in come)


# -- a law with one figure or one day less


@frozen
class Shifted(Reform):
    """A value with one version changed, and nothing else about it: it cites what it cited, since when it did."""

    version: int = 0

    def on(self, value: Dated) -> Dated:
        old = value.versions[self.version]
        return evolve(value, versions=_replaced(value.versions, old, evolve(old, value=self.to)))


def _under(law: Law, lifecycle: Lifecycle) -> Makers:
    return {"law": lambda: law, "lifecycle": cache(lambda: lifecycle.under(law))}


def figures_of(law: Law, lifecycle: Lifecycle) -> Iterator[Mutant]:
    """Each dated value one more and one less, in each of its versions, and each reading replaced."""
    for value in dict.fromkeys((*law.values, law.last_day)):
        for index, version in enumerate(value.versions):
            for other in _beside(version.value):
                reform = Shifted(value, other, version=index)
                yield Mutant(
                    f"{value.name}: {other} for {version.value}",
                    version.cites,
                    (),
                    _under(law.under(reform), lifecycle),
                )


def _beside(value: object) -> Iterator[object]:
    """The lawful values beside one: numbers one more and one less, in all its depth; the other readings."""
    if isinstance(value, Reading):
        yield from (other for other in type(value) if other is not value)
    elif isinstance(value, int) and not isinstance(value, bool):
        yield from (other for other in (value + 1, value - 1) if other >= 0)
    elif attrs.has(type(value)):
        for field in attrs.fields(type(value)):
            for other in _beside(getattr(value, field.name)):
                try:
                    yield evolve(value, **{field.name: other})
                except BadInput:
                    continue


def days_of(law: Law, lifecycle: Lifecycle) -> Iterator[Mutant]:
    """Each special day and holiday taken away, or what sets it apart, and each general rule of the calendar."""
    calendar = law.calendar

    def changed(what: str, cites: Cites, words: tuple[str, ...], **changes: object) -> Mutant:
        return Mutant(what, cites, words, _under(evolve(law, calendar=evolve(calendar, **changes)), lifecycle))

    for special in calendar.days:
        said = f"{special.day.isoformat()} for weeks of {', '.join(map(str, special.weeks))}: {special.reason}"
        words = _said_of(special.day)
        yield changed(f"without {said}", special.cites, words, days=_without(calendar.days, special))
        flags = ("works",) if special.works else ("holiday", "moved")  # no rota works a Saturday that others work
        for flag in flags:
            if getattr(special, flag):
                days = _replaced(calendar.days, special, evolve(special, **{flag: False}))
                yield changed(f"not marked {flag!r}: {said}", special.cites, words, days=days)
    for holiday in calendar.holidays:
        held = f" until {holiday.until}" if holiday.until else ""
        said = f"without the holiday {holiday.day}.{holiday.month} {holiday.reason}{held}"
        yield changed(said, holiday.cites, (), holidays=_without(calendar.holidays, holiday))
    for name in ("shift", "eve"):
        rule = getattr(calendar, name)
        if rule is not None:
            yield changed(f"without the rule {name!r} of the calendar", rule.cites, (), **{name: None})
    for year in calendar.decreed:
        yield changed(f"{year[0]} is not decreed", (), (str(year[0]),), decreed=_without(calendar.decreed, year))


def _said_of(day: object) -> tuple[str, ...]:
    """A day as tests may write it."""
    return (day.isoformat(), f"{day:%d.%m.%Y}", f"{day.day}.{day.month}", f"{day.year}, {day.month}, {day.day}")


# -- the tests over each


READS_THE_TABLE = re.compile(r"\.(rows|transitions|deadlines|parts|cited|lint|machine|values)\b|\bcite\(")
"""What a test does that reads a table instead of trying it. A missing line is seen at once there, whatever it says."""


SLOW = 0.5
"""Seconds. What takes less never waits: the lines of the second book that say who are slower than the others."""


class Trials:
    """A pytest plugin: runs the tests of a session once as they are, and then over each mutant until one fails.

    Only those tests run that take the fixture in which the mutant stands, and try the table with worked cases. Tests
    that speak of the same article go first, then those that found another mutant; slow ones wait.

    Attributes:
        failed: the tests that fail without any mutant.
        survivors: the mutants that no test noticed.
        found_by: the test that noticed each of the others.
        seconds: how long each mutant took.
    """

    def __init__(self, mutants: Iterable[Mutant]) -> None:
        self.mutants = mutants
        self.failed: list[str] = []
        self.survivors: list[Mutant] = []
        self.found_by: dict[str, str] = {}
        self.seconds: dict[str, float] = {}

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        items = [item for item in session.items if _tries(item)]
        took: dict[pytest.Item, float] = {}
        for item in items:
            began = perf_counter()
            if not _passes(item):
                self.failed.append(item.nodeid)
            took[item] = perf_counter() - began
        if not items:
            self.failed.append("there are no tests")
        if self.failed:
            return True
        texts = {item: _text(item) for item in items}
        slow = {item: took[item] > max(SLOW, 5 * median(took.values())) for item in items}
        for mutant in self.mutants:
            began = perf_counter()
            session.config.stash[STANDING_IN] = mutant.makers
            fit = [item for item in items if not mutant.makers.keys().isdisjoint(_asks_for(item))]
            order = {item: (slow[item], _speaks(texts[item], mutant)) for item in fit}
            with pytest.MonkeyPatch.context() as patch:
                patch.setattr(second_book, "lifecycle_of", _book_asks(mutant.makers))
                found = next((item for item in sorted(fit, key=order.__getitem__) if not _passes(item)), None)
            session.config.stash[STANDING_IN] = {}
            if found is None:
                self.survivors.append(mutant)
            else:
                self.found_by[str(mutant)] = found.nodeid
                items.sort(key=lambda item, found=found: item is not found)
            self.seconds[str(mutant)] = perf_counter() - began
        return True


def _tries(item: pytest.Item) -> bool:
    """Whether a test is one by article or worked case: with the fixture, without Hypothesis, not about the table."""
    function = getattr(item, "obj", None)
    if function is None or hasattr(function, "hypothesis") or {"law", "lifecycle"}.isdisjoint(_asks_for(item)):
        return False
    if item.get_closest_marker("xfail"):
        return False
    return not READS_THE_TABLE.search(_with_helpers(function))


def _asks_for(item: pytest.Item) -> set[str]:
    """What a test asks for that a mutant may stand in for: by a fixture, or as a line of the second book."""
    return {*item.fixturenames, *({"lifecycle"} if "line" in item.fixturenames else ())}


def _book_asks(makers: Makers) -> Callable[[str], Lifecycle]:
    """Where the second book finds the lifecycle of a process while a mutant stands in."""
    genuine = second_book.lifecycle_of

    def lifecycle_of(process: str) -> Lifecycle:
        mutant = makers["lifecycle"]()
        return mutant if mutant.name == process else genuine(process)

    return lifecycle_of


def _with_helpers(function: Callable) -> str:
    """The source of a test and of the functions of its module that it calls."""
    function = inspect.unwrap(getattr(function, "__func__", function))
    helpers = [function.__globals__.get(name) for name in function.__code__.co_names]
    mine = [one for one in helpers if inspect.isfunction(one) and one.__module__ == function.__module__]
    return "\n".join(map(inspect.getsource, (function, *mine)))


def _passes(item: pytest.Item) -> bool:
    item._initrequest()
    reports = runtestprotocol(item, log=False, nextitem=None)
    return not any(report.failed for report in reports)


@frozen
class Text:
    """What a test says: the numbers in its name and in its source, and all of it."""

    named: frozenset[str]
    numbers: frozenset[str]
    whole: str


def _text(item: pytest.Item) -> Text:
    name, source = f"{item.nodeid} {item.cls.__doc__ if item.cls else ''}", _with_helpers(item.obj)
    named, numbers = (frozenset(re.findall(r"\d+(?:-\d+)?", text)) for text in (name, source))
    return Text(named, numbers, name + source)


def _speaks(text: Text, mutant: Mutant) -> int:
    """How little a test says of what was changed: less is more."""
    articles = {cite.article for cite in mutant.cites}
    said = 4 * len(articles & text.named) + len(articles & text.numbers)
    return -said - 9 * sum(word in text.whole for word in mutant.words)


def tried(mutants: Iterable[Mutant], *where: Path) -> Trials:
    """Run the tests of some directories over each mutant."""
    trials = Trials(mutants)
    options = ["-o", "addopts=", "-p", "no:cacheprovider", "-p", "no:terminal", "--capture=no"]
    code = pytest.main([*options, *map(str, where)], plugins=[trials])
    assert code == pytest.ExitCode.OK, code
    return trials
