"""Until when? For each duty that runs from the beginning of a process: by how many days after each day of some years it
ends, as the library counts it. A page only looks that up: no day of a term is counted there."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from itertools import groupby
from typing import Any, Final, cast, get_type_hints

import attrs
from attrs import evolve, field, frozen
from pendulum import DateTime

from prcomm.adapters.examples import AnyCodec, beginnings, made, variants
from prcomm.adapters.json import Codec
from prcomm.core.calendar.days import ordinal
from prcomm.core.calendar.law import Law
from prcomm.core.calendar.terms import Before, Term, Until
from prcomm.core.sources.dated import Dated
from prcomm.core.sources.people import Office
from prcomm.core.table.dues import Due
from prcomm.core.table.entities import Action, Entity, State
from prcomm.core.table.moves import Move
from prcomm.core.table.reasons import ReasonKind
from prcomm.core.table.tables import AnyDeadline
from prcomm.core.values.alternatives import Kind
from prcomm.processes import AnyLifecycle

MORNING, EVENING = time(10), time(21)
"""While the office is open, and after it has closed."""
SETTINGS: Final = {"5": (5, MORNING), "5a": (5, EVENING), "6": (6, MORNING), "6a": (6, EVENING)}
"""How many days the week has, and whether it is after hours."""
AHEAD = timedelta(days=60)
"""How far after the beginning a day lies that the beginning names: when a session is held, say."""
TRIED = timedelta(days=62)
"""So many days in a row are tried to see what an answer depends on: a holiday and several weeks are among them."""
NO_LIMIT = 800
"""What may be lengthened by so many days has no limit."""

Entry = Entity[State]
Ends = int | None
"""By how many days after the day asked about a term ends; ``None`` if it is owed without a number of days."""
NOT_OWED: Final = -9999
"""What stands for a day from which nothing is owed."""


@frozen
class Span:
    """The days for which there is an answer: those of the last year that is decreed, and of the next.

    Attributes:
        first: the first day.
        last: the last.
    """

    first: date
    last: date

    @classmethod
    def of(cls, law: Law) -> "Span":
        """That of a law; of one whose calendar knows every year, this house's own."""
        sure = law.calendar.sure
        last = max(sure) if sure else date(2026, 1, 1).year
        return cls(date(last, 1, 1), date(last + 1, 12, 31))

    def days(self) -> list[date]:
        """Each of them."""
        return [self.first + timedelta(days=n) for n in range((self.last - self.first).days + 1)]

    def tried(self, law: Law) -> list[date]:
        """A few of them, from which what an answer depends on is seen: some weeks, and where values change."""
        middle = max(self.first, date(self.last.year - 1, 2, 20))
        weeks = [middle + timedelta(days=n) for n in range(TRIED.days)]
        return [day for day in (*weeks, *self.changes(law)) if self.first <= day <= self.last]

    def changes(self, law: Law) -> list[date]:
        """The first day, and those on which a value of the law begins or ends."""
        versions = (one for value in (cast("Dated[object]", law.last_day), *law.values) for one in value.versions)
        bounds = {day for one in versions for day in (one.since, one.until) if day}
        return [self.first, *sorted(day for day in bounds if self.first < day <= self.last)]


@frozen
class Way:
    """A way in which a term runs: as it begins, or after what moves it.

    Attributes:
        moves: the actions that moved it, in their order.
        ends: by how many days after each day it ends, by setting; under one empty name if it is the same in all.
    """

    moves: tuple[type[Action], ...]
    ends: Mapping[str, tuple[Ends, ...]]


@frozen
class Answered:
    """One duty that runs from the beginning.

    Attributes:
        deadline: which.
        action: what begins it.
        kinds: the kinds of entity for which the answers are these; empty where there are none.
        named: whether its days are counted from a day that the beginning names, and not from the day it began.
        least: whether it says how long to wait at least.
        terms: how long it is, from which day on.
        ways: how it runs.
    """

    deadline: AnyDeadline
    action: type[Action]
    kinds: tuple[Kind, ...]
    named: bool
    least: bool
    terms: tuple[tuple[date, Term | None], ...]
    ways: tuple[Way, ...]

    @property
    def by_the_hour(self) -> bool:
        """Whether it matters at what hour it began."""
        return any(way.ends[key] != way.ends[f"{key}a"] for way in self.ways for key in ("5", "6") if key in way.ends)


@frozen(eq=False)
class Beginning:
    """One way for a process to begin, made up: what is asked of it is what is owed.

    Attributes:
        lifecycle: the process.
        codec: what reads its actions.
        action: the action, with its fields.
        kind: the kind of entity, where there are kinds.
        several: whether a duty comes again, so that its first time may lie after the beginning.
    """

    lifecycle: AnyLifecycle
    codec: AnyCodec
    action: Action
    kind: Kind | None
    several: bool = False

    def on(self, day: date, week: int, hour: time, *, ahead: timedelta = AHEAD) -> Action:
        """The same on another day: what it names lies as far ahead."""
        office = _office(self.lifecycle, week)
        at = DateTime.instance(datetime.combine(day, hour), tz=office.tz)
        changed: dict[str, Any] = {"at": at}
        for one in attrs.fields(type(cast("attrs.AttrsInstance", self.action))):
            value: object = getattr(self.action, one.name)
            if isinstance(value, Office):
                changed[one.name] = office
            elif one.name != "at" and isinstance(value, datetime):
                changed[one.name] = at + ahead
            elif one.name != "at" and isinstance(value, date):
                changed[one.name] = (at + ahead).date()
        return evolve(self.action, **changed)

    def dues(self, action: Action, moves: Sequence[Action] = ()) -> Mapping[str, Due]:
        """What is owed once it has begun, and was moved: the first of each name."""
        entity = self.lifecycle.enter(None, action, ())
        for move in moves:
            entity = self.lifecycle.enter(entity, move, ())
        at = action.at.add(days=400) if self.several else action.at
        found: dict[str, Due] = {}
        for due in self.lifecycle.due(entity, at):
            found.setdefault(due.name, due)
        return found


def _office(lifecycle: AnyLifecycle, week: int) -> Office:
    return Office("-", zone=lifecycle.law.zone or "UTC", week=week)


def answered(lifecycle: AnyLifecycle, span: Span) -> Iterator[Answered]:
    """Every duty of a process that runs from its beginning, with its answers."""
    asking = _Asking(lifecycle, span)
    for beginning, deadlines in asking.beginnings():
        yield from asking.of(beginning, deadlines)


@frozen(eq=False)
class _Asking:
    lifecycle: AnyLifecycle
    span: Span
    codec: AnyCodec = field(init=False)
    days: Sequence[date] = field(init=False)
    tried: Sequence[date] = field(init=False)
    _moves: dict[type[Action], tuple[Action, str]] = field(factory=dict[type[Action], tuple[Action, str]], init=False)

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "codec", Codec(self.lifecycle))
        object.__setattr__(self, "days", self.span.days())
        object.__setattr__(self, "tried", self.span.tried(self.lifecycle.law))

    # -- in which ways it begins

    def beginnings(self) -> Iterator[tuple[tuple[Beginning, tuple[Kind, ...]], list[AnyDeadline]]]:
        """Each way to begin with what it begins; kinds for which all is the same are one."""
        alike: dict[object, tuple[Beginning, list[Kind], list[AnyDeadline]]] = {}
        for beginning, deadlines in self._of_each_kind():
            seen = (type(beginning.action), tuple(self._seen(beginning, one) for one in deadlines))
            known = alike.setdefault(seen, (beginning, [], deadlines))
            known[1].extend([beginning.kind] if beginning.kind else [])
        for beginning, kinds, deadlines in alike.values():
            yield (beginning, tuple(kinds)), deadlines

    def _of_each_kind(self) -> Iterator[tuple[Beginning, list[AnyDeadline]]]:
        for action in dict.fromkeys(beginnings(self.lifecycle)):
            for kind in self.lifecycle.kinds or (None,):
                wanted = [
                    one
                    for one in self.lifecycle.deadlines
                    if action in one.begins and (not one.only or kind in one.only)
                ]
                at = DateTime.instance(datetime.combine(self.tried[0], MORNING), tz=_office(self.lifecycle, 5).tz)
                for given in variants(action, at) if wanted else ():
                    begun = made(self.codec, action, at, _office(self.lifecycle, 5), given, kind)
                    several = any(one.recurring for one in wanted)
                    beginning = Beginning(self.lifecycle, self.codec, begun, kind, several)
                    dues = beginning.dues(beginning.on(self.tried[0], 5, MORNING))
                    found = [one for one in wanted if one.name in dues]
                    wanted = [one for one in wanted if one not in found]
                    if found:
                        yield beginning, found
                    if not wanted:
                        break

    def _seen(self, beginning: Beginning, deadline: AnyDeadline) -> object:
        moves = tuple(moved for moved in self._moved(deadline, beginning.kind))
        ends = [
            _ends(beginning.dues(beginning.on(day, week, hour)).get(deadline.name), day)
            for week, hour in (SETTINGS["5"], SETTINGS["6a"])
            for day in self.tried
        ]
        return deadline.name, moves, tuple(ends)

    # -- what is owed of one

    def of(self, whose: tuple[Beginning, tuple[Kind, ...]], deadlines: Iterable[AnyDeadline]) -> Iterator[Answered]:
        """The answers of one way to begin: all its duties are counted together."""
        beginning, kinds = whose
        several = list(deadlines)
        named = {one.name: self._is_named(beginning, one) for one in several}
        plain = self._plain(beginning, named)
        for one in several:
            due = beginning.dues(beginning.on(self.tried[0], 5, MORNING))[one.name]
            ways = [Way((), plain[one.name]), *self._moved_ways(beginning, one, plain[one.name])]
            terms = tuple(self._terms(beginning, one))
            yield Answered(one, type(beginning.action), kinds, named[one.name], due.least, terms, tuple(ways))

    def _is_named(self, beginning: Beginning, deadline: AnyDeadline) -> bool:
        """Whether its days move with a day that the beginning names, and not with that of the beginning."""
        day = self.tried[0]
        near, far = (
            beginning.dues(beginning.on(day, 5, MORNING, ahead=ahead)).get(deadline.name)
            for ahead in (AHEAD, AHEAD + timedelta(days=7))
        )
        return near is not None and far is not None and near.raw != far.raw

    def _plain(self, beginning: Beginning, named: Mapping[str, bool]) -> dict[str, dict[str, tuple[Ends, ...]]]:
        """The answers of all duties that begin together, by setting: asked day by day in one setting, and in the others
        only if some days that are tried show that it matters."""
        found: dict[str, dict[str, tuple[Ends, ...]]] = {name: {} for name in named}

        def ask(setting: str, days: Sequence[date]) -> dict[str, tuple[Ends, ...]]:
            week, hour = SETTINGS[setting]
            told: dict[str, list[Ends]] = {name: [] for name in named}
            for day in days:
                begun = {
                    ahead: beginning.dues(beginning.on(day - ahead, week, hour))
                    for ahead in {AHEAD if one else timedelta() for one in named.values()}
                }
                for name, by_name in named.items():
                    told[name].append(_ends(begun[AHEAD if by_name else timedelta()].get(name), day))
            return {name: tuple(ends) for name, ends in told.items()}

        tried = {setting: ask(setting, self.tried) for setting in SETTINGS}
        matters = [name for name in named if len({tried[setting][name] for setting in SETTINGS}) > 1]
        for setting in SETTINGS if matters else ("5",):
            for name, ends in ask(setting, self.days).items():
                if name in matters:
                    found[name][setting] = ends
                elif setting == "5":
                    found[name][""] = ends
        return found

    def _terms(self, beginning: Beginning, deadline: AnyDeadline) -> Iterator[tuple[date, Term | None]]:
        """How long it is from each day on which the law changes."""
        for day in self.span.changes(self.lifecycle.law):
            action = beginning.on(day, 5, MORNING)
            entity = self.lifecycle.enter(None, action, ())
            term = deadline.term(entity, action, self.lifecycle.context_on(day.toordinal()))
            yield day, term.term if isinstance(term, Before) else None if isinstance(term, Until) else term

    # -- what moves it

    def _moved(self, deadline: AnyDeadline, kind: Kind | None) -> Iterator[tuple[type[Action], ...]]:
        """What may give more time, and in which order: each alone, and all of them."""
        ends = {*deadline.until, *deadline.met_by, *deadline.begins}
        moves = [
            one.by for one in deadline.moves if isinstance(one, Move) and one.by not in ends and one.to is not None
        ]
        mine = [by for by in moves if any(self._rows(by, kind))]
        yield from ((by,) for by in mine)
        if len(mine) > 1:
            yield tuple(mine)

    def _rows(self, action: type[Action], kind: Kind | None) -> Iterator[State]:
        """The states in which an action may be done to an entity of a kind."""
        for row in self.lifecycle.rows:
            if row.action is action and not row.never and (not row.only or kind in row.only):
                yield from row.sources

    def _moved_ways(
        self, beginning: Beginning, deadline: AnyDeadline, plain: Mapping[str, tuple[Ends, ...]]
    ) -> Iterator[Way]:
        if not any(plain.get("", ())):
            return
        for moves in self._moved(deadline, beginning.kind):
            guess = NOT_OWED
            ends: list[Ends] = []
            for day in self.days:
                guess = self._moved_end(beginning, deadline, moves, day, guess)
                ends.append(None if guess == NOT_OWED else guess)
            if tuple(ends) != plain[""] and NO_LIMIT not in ends:
                yield Way(moves, {"": tuple(ends)})

    def _moved_end(
        self, beginning: Beginning, deadline: AnyDeadline, moves: tuple[type[Action], ...], day: date, guess: int
    ) -> int:
        """Where a term ends at the latest that was moved on the day it began: what names the day itself names the
        latest that nothing is against."""
        begun = beginning.on(day, *SETTINGS["5"])
        done: list[Action] = []
        due: Due | None = beginning.dues(begun).get(deadline.name)
        for move in moves:
            asked, field_of_day = self._made(move, begun.at, None), self._move(move, begun.at)[1]
            if field_of_day and due is not None and due.raw is not None:
                latest = self._latest(beginning, begun, done, move, due, guess)
                asked = self._made(move, begun.at, day + timedelta(days=latest))
            done.append(asked)
            due = beginning.dues(begun, done).get(deadline.name)
        end = _ends(due, day)
        return NOT_OWED if end is None else end

    def _made(self, move: type[Action], at: DateTime, named: date | None) -> Action:
        """An action that moves a term, at an instant, with the day that it names."""
        action, field_of_day = self._move(move, at)
        more: dict[str, Any] = {} if named is None else {field_of_day: named}
        return evolve(action, at=at, **more)

    def _move(self, move: type[Action], at: DateTime) -> tuple[Action, str]:
        """An action that moves a term, made up once, and the field in which it names a day, if it does."""
        known = self._moves.get(move)
        if known is None:
            made_up = made(self.codec, move, at, _office(self.lifecycle, 5), {})
            known = self._moves[move] = made_up, _day_named(move)
        return known

    def _latest(
        self, beginning: Beginning, begun: Action, done: Sequence[Action], move: type[Action], due: Due, guess: int
    ) -> int:
        """The latest day, after that of the beginning, to which an action may move a term: nothing is against it that
        is not against the next day after the term. Days near the guess are asked first."""
        entity = self.lifecycle.enter(None, begun, ())
        for one in done:
            entity = self.lifecycle.enter(entity, one, ())
        states = tuple(self._rows(move, beginning.kind))
        entity = evolve(entity, state=states[0])
        start = ordinal(begun.at, entity.office)

        def against(days: int) -> set[str]:
            verdict = self.lifecycle.explain(entity, self._made(move, begun.at, date.fromordinal(start + days)))
            return {one.text for one in verdict.reasons if one.kind is ReasonKind.GUARD}

        least = cast("date", due.raw).toordinal() - start + 1
        usual = against(least)
        return _last_that(lambda days: against(days) == usual, least, max(guess, least))


def _last_that(holds: Callable[[int], bool], least: int, guess: int) -> int:
    """The last number that something holds of which holds of the least and of all up to it."""
    low, high = least, NO_LIMIT
    for near in (guess, guess + 1, guess - 3, guess + 3):
        if low < near < high:
            low, high = (near, high) if holds(near) else (low, near)
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if holds(middle) else (low, middle)
    return NO_LIMIT if high == NO_LIMIT else low


def _day_named(action: type[Action]) -> str:
    """The field in which an action names a day; empty if there is none."""
    hints = ((name, hint) for name, hint in get_type_hints(action).items() if name != "at")
    return next((name for name, hint in hints if isinstance(hint, type) and issubclass(hint, date)), "")


def _ends(due: Due | None, day: date) -> Ends:
    """By how many days after a day a due ends."""
    if due is None or (due.lifted and due.raw is not None) or due.unknown:
        return NOT_OWED
    return None if due.raw is None else ordinal(due.raw, due.office) - day.toordinal()


def in_runs(ends: Iterable[object]) -> list[object]:
    """The same in short: how many, what, how many, what."""
    return [one for value, same in groupby(ends) for one in (sum(1 for _ in same), value)]
