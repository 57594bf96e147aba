"""Laws and lifecycles that differ from the real ones by one line, word, condition, figure or day.

Nothing here knows what any table says, or which test ought to fail: the tables are walked. Every mutant is built
without asking whether its table makes sense, since it is for the tests to find that it does not.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import cached_property

import attrs
from attrs import evolve, frozen
from conditions import changes_of

from prcomm import Action, BadInput, Dated, Law, Lifecycle, Reading, ReasonKind, Reform, Role
from prcomm.core.engine import engine as built
from prcomm.core.sources.citations import Basis, Cites
from prcomm.core.table.deadlines import Deadline
from prcomm.core.table.effects import Begins, Keeps
from prcomm.core.table.entities import State
from prcomm.core.table.graph import Graph
from prcomm.core.table.guards import Guard
from prcomm.core.table.moves import Move, its_instant
from prcomm.core.table.rows import Part, Transition


@frozen
class StandIn:
    """What stands in for something genuine.

    Attributes:
        genuine: the law or the lifecycle it stands for.
        made: how it is made, once it is asked for.
    """

    genuine: object
    made: Callable[[], object]


AGAINST = " against "
"""Stands between an action and what stands against it."""


@frozen
class Mutant:
    """A lifecycle, or a law, that differs in one thing.

    Attributes:
        what: what was done to it, in words.
        cites: what the thing rests on.
        words: words by which a test may speak of it.
        stand_ins: what stands in for the genuine lifecycle; of a law, for each lifecycle under it too.
        touches: what is asked of a lifecycle where one comes upon it, as ``asked``, ``asked_by``, ``against``, ``owed``
            and ``read`` write it, or an action by its name.
    """

    what: str
    cites: Cites
    words: tuple[str, ...]
    stand_ins: tuple[StandIn, ...]
    touches: frozenset[str] = frozenset()

    @cached_property
    def refusals(self) -> frozenset[str]:
        """Those of its touches that are refusals."""
        return frozenset(touch for touch in self.touches if AGAINST in touch)

    @property
    def rests_on_law(self) -> bool:
        """Whether anything but an assumption of ours says so: a survivor that rests on that alone is reported."""
        return not self.cites or any(cite.basis is not Basis.ASSUMED for cite in self.cites)

    def __str__(self) -> str:
        return f"{self.what} ({', '.join(map(str, self.cites)) or 'no source'})"


# -- what a test may ask


def asked(action: type[Action], state: State | None) -> str:
    """An action asked for in a state; ``None`` is nothing yet."""
    return f"{action.__name__} in {state.name if state else 'nothing yet'}"


def asked_by(action: type[Action], role: Role) -> str:
    """An action asked for by somebody in a role."""
    return f"{action.__name__} by {role.name}"


def owed(deadline: str) -> str:
    """A deadline by its name, of which a due is told."""
    return f"owes {deadline}"


def against(action: type[Action], reason: str) -> str:
    """An action against which something stands: a guard by its name, or a kind of reason."""
    return f"{action.__name__}{AGAINST}{reason}"


def read(value: str) -> str:
    """A dated value that is read."""
    return f"reads {value}"


# -- a lifecycle without a line


def _rebuilt(lifecycle: Lifecycle, **changes: object) -> tuple[StandIn, ...]:
    """The same lifecycle with other tables, however faulty."""

    def made() -> Lifecycle:
        faults_of, built.faults_of = built.faults_of, lambda lifecycle: ()
        try:
            return lifecycle._with(**changes)
        finally:
            built.faults_of = faults_of

    return (StandIn(lifecycle, made),)


def _replaced(things: Iterable, thing: object, *others: object) -> tuple:
    return tuple(other for one in things for other in (others if one is thing else (one,)))


def _without(things: Iterable, thing: object) -> tuple:
    return _replaced(things, thing)


def _with_rows(lifecycle: Lifecycle, row: object, *new: object) -> tuple[StandIn, ...]:
    """The lifecycle with a row of the whole, or of a part, replaced by another or by none."""
    parts = (evolve(part, transitions=_replaced(part.transitions, row, *new)) for part in lifecycle.parts)
    return _rebuilt(lifecycle, transitions=_replaced(lifecycle.transitions, row, *new), parts=tuple(parts))


def _of_row(
    lifecycle: Lifecycle, row: object, what: str, cites: Cites = (), touches: Iterable[str] = (), **changes: object
) -> Mutant:
    return Mutant(
        f"{what} of {_said(row)}",
        cites or row.cites,
        (row.action.__name__,),
        _with_rows(lifecycle, row, evolve(row, **changes)),
        _touches(row) | frozenset(touches),
    )


def _touches(row: object) -> frozenset[str]:
    """What is asked of a row; of one of a part, whose state the entity's does not say, its action."""
    return frozenset((row.action.__name__, *(asked(row.action, state) for state in row.sources or (None,))))


def _touches_of(deadline: object, by: Iterable[type[Action]]) -> frozenset[str]:
    """What is asked of a deadline: itself, and what has to do with it."""
    return frozenset((owed(deadline.name), *(action.__name__ for action in by)))


def _said(row: object) -> str:
    return f"{row}" + (f" of {' | '.join(kind.name for kind in row.only)}" if row.only else "")


def _of_deadline(lifecycle: Lifecycle, deadline: object, what: str, by: Iterable[type], **changes: object) -> Mutant:
    changed = _replaced(lifecycle.deadlines, deadline, evolve(deadline, **changes))
    return Mutant(
        f"{what} of the deadline {deadline.name!r}",
        deadline.cites,
        (deadline.name, *(action.__name__ for action in by)),
        _rebuilt(lifecycle, deadlines=changed),
        _touches_of(deadline, by),
    )


def lines_of(lifecycle: Lifecycle) -> Iterator[Mutant]:
    """Each row, each guard of each row, each deadline and each move of one taken away."""
    for row in lifecycle.rows:
        yield Mutant(
            f"without the row {_said(row)}",
            row.cites,
            (row.action.__name__,),
            _with_rows(lifecycle, row),
            _touches(row),
        )
        for guard in row.given:
            what, touches = f"without the guard {guard.name!r}", [against(row.action, guard.name)]
            yield _of_row(lifecycle, row, what, guard.cites, touches, given=_without(row.given, guard))
    for deadline in lifecycle.deadlines:
        yield Mutant(
            f"without the deadline {deadline.name!r}",
            deadline.cites,
            (deadline.name, *(action.__name__ for action in deadline.begins)),
            _rebuilt(lifecycle, deadlines=_without(lifecycle.deadlines, deadline)),
            _touches_of(deadline, deadline.begins),
        )
        for move in deadline.moves:
            what = f"without the move by {_by(move)}"
            yield _of_deadline(lifecycle, deadline, what, move.actions, moves=_without(deadline.moves, move))


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
        if deadline.when is not None:
            yield _of_deadline(lifecycle, deadline, "in every case", deadline.begins, when=None)
        if deadline.since is not its_instant:
            yield _of_deadline(lifecycle, deadline, "from its instant", deadline.begins, since=its_instant)


def _words_of_row(lifecycle: Lifecycle, row: object) -> Iterator[Mutant]:
    if len(row.sources) > 1:
        for state in row.sources:
            what, touches = f"without {state.name}", [asked(row.action, state)]
            yield _of_row(lifecycle, row, what, touches=touches, sources=_without(row.sources, state))
    for role in row.roles:
        roles = _without(row.roles, role) or tuple(one for one in lifecycle.roles if one is not role)
        touches = [asked_by(row.action, role)]
        yield _of_row(lifecycle, row, f"without {role.name!r}", row.who_cites, touches, roles=roles)
    if row.roles:
        yield _of_row(lifecycle, row, "anybody may", row.who_cites, [against(row.action, ReasonKind.ROLE)], roles=())
    if row.then is not None and not row.starts:
        yield _of_row(lifecycle, row, "without the effect", then=None)
    for name in _left_out(row):
        names = _without(row.then.names, name)
        yield _of_row(lifecycle, row, f"{name!r} is not kept", then=evolve(row.then, names=names))
    if len(row.only) > 1:
        for kind in row.only:
            yield _of_row(lifecycle, row, f"without {kind.name}", only=_without(row.only, kind))
    if row.only and _more_come_to(lifecycle, row):
        yield _of_row(lifecycle, row, "for every kind", touches=[against(row.action, ReasonKind.STATE)], only=())


def _left_out(row: object) -> Iterator[str]:
    """What an effect keeps and could do without: of one that begins an entity the fields with a default."""
    if isinstance(row.then, Begins):
        fields = attrs.fields_dict(row.then.kind)
        yield from (name for name in row.then.names if fields[name].default is not attrs.NOTHING)
    elif isinstance(row.then, Keeps) and len(row.then.names) > 1:
        yield from row.then.names


def _more_come_to(lifecycle: Lifecycle, row: object) -> bool:
    """Whether an entity of another kind, which has no row of its own for it, ever comes to a row."""
    cells = lifecycle.rows_on(date.max).cells
    states = row.sources or (None,)
    come = {kind: Graph.of_cells(cells, kind).steps_from(None) for kind in lifecycle.kinds}
    return any((state, row.action, kind) not in cells for kind in come for state in states if state in come[kind])


# -- a lifecycle with one condition changed


@frozen
class Place:
    """Where a function stands in the tables, in words; what it rests on; the actions it is called with."""

    said: str
    cites: Cites
    actions: tuple[type[Action], ...]
    touches: frozenset[str] = frozenset()


def conditions_of(lifecycle: Lifecycle) -> Iterator[Mutant]:
    """Each condition inside each guard, effect and function of a deadline changed, wherever the function stands."""
    places: dict[int, tuple[Callable[..., object], list[Place]]] = {}
    for told, place in _functions_of(lifecycle):
        places.setdefault(id(told), (told, []))[1].append(place)
    for told, stands in places.values():
        cites = tuple(dict.fromkeys(cite for place in stands for cite in place.cites))
        words = tuple(dict.fromkeys(action.__name__ for place in stands for action in place.actions))
        for change in changes_of(told):
            what = f"{change.kind}: {change.said} in {stands[0].said}"
            touches = frozenset(touch for place in stands for touch in place.touches)
            yield Mutant(what, cites, words, _with_function(lifecycle, told, change.made), touches)


def _functions_of(lifecycle: Lifecycle) -> Iterator[tuple[Callable[..., object], Place]]:
    for row in lifecycle.rows:
        for guard in row.given:
            touches = _touches(row) | {against(row.action, guard.name)}
            yield guard.holds, Place(f"the guard {guard.name!r}", guard.cites or row.cites, (row.action,), touches)
        if row.then is not None:
            yield row.then, Place(f"the effect of {_said(row)}", row.cites, (row.action,), _touches(row))
    for deadline in lifecycle.deadlines:
        for name, told in _told(deadline):
            touches = _touches_of(deadline, deadline.begins)
            yield told, Place(f"{name} of the deadline {deadline.name!r}", deadline.cites, deadline.begins, touches)
        for move in deadline.moves:
            for _, told in _told(move):
                said = f"the move by {_by(move)} of the deadline {deadline.name!r}"
                yield told, Place(said, deadline.cites, move.actions, _touches_of(deadline, move.actions))


def _by(move: object) -> str:
    return " | ".join(action.__name__ for action in move.actions)


def _told(line: object) -> Iterator[tuple[str, Callable[..., object]]]:
    """The functions among the fields of a line of a table, by name."""
    held = ((field.name, getattr(line, field.name)) for field in attrs.fields(type(line)))
    return ((name, one) for name, one in held if callable(one) and not isinstance(one, type))


def _with_function(lifecycle: Lifecycle, old: object, new: object) -> tuple[StandIn, ...]:
    """The lifecycle with another function in place of one, in every line that has it."""
    changed = {name: _instead(getattr(lifecycle, name), old, new) for name in ("transitions", "parts", "deadlines")}
    return _rebuilt(lifecycle, **changed)


def _instead(thing: object, old: object, new: object) -> object:
    if thing is old:
        return new
    if type(thing) is tuple:
        return tuple(_instead(one, old, new) for one in thing)
    if isinstance(thing, (Transition, Guard, Part, Deadline, Move)):
        held = {field.name: getattr(thing, field.name) for field in attrs.fields(type(thing))}
        others = {name: _instead(one, old, new) for name, one in held.items()}
        return evolve(thing, **{name: one for name, one in others.items() if one is not held[name]})
    return thing


# -- a law with one figure or one day less


@frozen
class Shifted(Reform):
    """A value with one version changed, and nothing else about it: it cites what it cited, since when it did."""

    version: int = 0

    def on(self, value: Dated) -> Dated:
        old = value.versions[self.version]
        return evolve(value, versions=_replaced(value.versions, old, evolve(old, value=self.to)))


def _under(genuine: Law, law: Law, lifecycles: Iterable[Lifecycle]) -> tuple[StandIn, ...]:
    """A law in place of another, under each lifecycle that stands on that."""
    under = (StandIn(one, lambda one=one: one.under(law)) for one in lifecycles if one.law is genuine)
    return (StandIn(genuine, lambda: law), *under)


def figures_of(law: Law, lifecycles: Iterable[Lifecycle]) -> Iterator[Mutant]:
    """Each dated value one more and one less, in each of its versions, and each reading replaced."""
    for value in dict.fromkeys((*law.values, law.last_day)):
        for index, version in enumerate(value.versions):
            for other in _beside(version.value):
                reform = Shifted(value, other, version=index)
                yield Mutant(
                    f"{value.name}: {other} for {version.value}",
                    version.cites,
                    (),
                    _under(law, law.under(reform), lifecycles),
                    frozenset({read(value.name)}),
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


def days_of(law: Law, lifecycles: Iterable[Lifecycle]) -> Iterator[Mutant]:
    """Each special day and holiday taken away, or what sets it apart, and each general rule of the calendar."""
    calendar = law.calendar

    def changed(what: str, cites: Cites, words: tuple[str, ...], **changes: object) -> Mutant:
        other = evolve(law, calendar=evolve(calendar, **changes))
        return Mutant(what, cites, words, _under(law, other, lifecycles))

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
