"""Transitions, parts and deadlines of one kind of entity, bound to a law: what runs them."""

from bisect import bisect_right
from collections.abc import Hashable, Iterable, Iterator
from datetime import date
from typing import Generic, Never, Self, TypeVar, cast

from attrs import evolve
from pendulum import DateTime

from prcomm.core.calendar.days import ordinal
from prcomm.core.calendar.law import Law
from prcomm.core.engine.allowed import Allowed, allowed_now
from prcomm.core.engine.border import NOBODY, of_action, of_entity, of_recorded
from prcomm.core.engine.clocks import Clocks
from prcomm.core.engine.counting import dues_of, lifted, standing
from prcomm.core.engine.dispatch import Contexts, Dispatch, ReadyStart, kind_in, with_recorded
from prcomm.core.engine.explaining import reasons_against
from prcomm.core.engine.forms import of_references
from prcomm.core.engine.verdicts import Refused, Verdict
from prcomm.core.sources.citations import Rule, RuleKind
from prcomm.core.sources.dated import Reform
from prcomm.core.sources.people import Actor, Office, Role
from prcomm.core.table.context import Context
from prcomm.core.table.deadlines import Deadline, recurs
from prcomm.core.table.dues import Due
from prcomm.core.table.entities import Action, Clock, Correction, Entity, Record, State, earlier
from prcomm.core.table.faults import faults_of
from prcomm.core.table.guards import Guard
from prcomm.core.table.in_force import Match, Row, RowsInForce, editions
from prcomm.core.table.moves import Move
from prcomm.core.table.reasons import Reason
from prcomm.core.table.rows import Part, Transition
from prcomm.core.table.tables import Tables
from prcomm.core.values.alternatives import Kind, OneOf, alternatives
from prcomm.core.values.errors import BadInput, FaultyLifecycle, NotInForce, a, in_a_row, said
from prcomm.core.values.messages import Said, named, scoped

E = TypeVar("E", bound=Entity[State])
A = TypeVar("A", bound=Action)


class Engine(Generic[E, A]):
    """A table that runs: the one way through the house. What is asked of it beyond that, ``Lifecycle`` adds."""

    def __init__(
        self,
        name: str,
        transitions: Iterable[Transition[E, A]],
        deadlines: Iterable[Deadline[E, A]] = (),
        *,
        law: Law,
        parts: Iterable[Part[E, A]] = (),
        final: State | OneOf[State] | None = None,
        roles: Role | OneOf[Role] | None = None,
    ) -> None:
        faults: list[str] = []
        self.name = scoped(name, name, "process")
        self.law = law
        self.final: tuple[State, ...] = () if final is None else alternatives(final)
        self.roles: tuple[Role, ...] = () if roles is None else alternatives(roles)
        self.transitions = in_a_row("transitions", transitions, Transition, faults)
        self.parts = tuple(
            evolve(part, transitions=in_a_row(f"part {part.name!r}: transitions", part.transitions, Transition, faults))
            for part in in_a_row("parts", parts, Part, faults)
        )
        self.deadlines = in_a_row("deadlines", deadlines, Deadline, faults)
        faults += faults_of(cast("Tables", self))
        if faults:
            raise FaultyLifecycle(f"the lifecycle {name!r}", tuple(faults))
        mine = self._mine
        self.deadlines = tuple(
            evolve(
                d,
                name=mine(d.name, "deadline"),
                provided=mine(d.provided, "provided"),
                recurring=_recurs(d, law),
                first=law.first_day(d.cites),
            )
            for d in self.deadlines
        )
        self.transitions = self._resolved(self.transitions)
        self.parts = tuple(
            evolve(part, name=mine(part.name, "part"), transitions=self._resolved(part.transitions))
            for part in self.parts
        )
        self.rows = (*self.transitions, *(row for part in self.parts for row in part.transitions))
        self.roles = self.roles or tuple(dict.fromkeys(role for row in self.rows for role in row.roles))
        self.actions = cast("tuple[type[A], ...]", tuple(dict.fromkeys(row.action for row in self.rows)))
        self.kinds: tuple[Kind, ...] = kinds_of(self.rows, self.deadlines)
        table = self.transitions[0].table
        self.entity = cast("type[E]", table.entity)
        self.action = cast("type[A]", table.actions)
        self.states: tuple[State, ...] = tuple(table.states)
        self._kinded = bool(self.kinds)
        self._compile()

    def _mine(self, text: str, kind: str) -> str:
        """A text of the table as a name of this process: two processes may call two things by one word."""
        return scoped(text, str(self.name), kind)

    def _resolved(self, rows: Iterable[Transition[E, A]]) -> tuple[Transition[E, A], ...]:
        """The rows with their texts as names of this process, and with the names and citations of the deadlines that
        their ready guards ask about."""
        owed = {deadline.name: deadline for deadline in self.deadlines}

        def resolved(guard: Guard[Never, Never]) -> Guard[Never, Never]:
            text, cites = self._mine(guard.text, "guard"), guard.cites
            if guard.deadline in owed:
                deadline = owed[guard.deadline]
                text, cites = _about(named(text), deadline.name), cites or deadline.cites
            remedy, first = self._mine(guard.remedy, "remedy"), self.law.first_day(cites)
            return evolve(guard, text=text, cites=cites, remedy=remedy, first=first)

        return tuple(
            evolve(
                row,
                given=tuple(map(resolved, row.given)),
                never=self._mine(row.never, "never"),
                who_remedy=self._mine(row.who_remedy, "remedy"),
                first=self.law.first_day(row.cites),
            )
            for row in rows
        )

    def _compile(self) -> None:
        kinds: tuple[Kind | None, ...] = self.kinds or (None,)
        parts = cast("tuple[Part[Entity[State], Action], ...]", self.parts)
        deadlines = cast("tuple[Deadline[Entity[State], Action], ...]", self.deadlines)
        days, tables = editions(self.rows)
        self._days = tuple(day.toordinal() for day in days)
        later = {row.action for row in self.rows if not row.starts or row.table.inside}
        beginnings = frozenset(row.action for row in self.rows if row.action not in later)
        self._clocks = {kind: Clocks(deadlines, kind, beginnings) for kind in kinds}
        for clocks in self._clocks.values():
            clocks.of_kinds = self._clocks
        self._owed = {deadline.name: deadline for deadline in deadlines}
        self._order = {name: index for index, name in enumerate(self._owed)}
        self._contexts = Contexts(self.law, self._running)
        entity = cast("type[Entity[State]]", self.entity)
        self._dispatches = tuple(
            Dispatch(self.name, RowsInForce(table, parts, kinds, day), entity, self._clocks, self._folded)
            for day, table in zip(days, tables, strict=True)
        )
        self._only = self._dispatches[0] if len(self._dispatches) == 1 else None

    # -- the one way through the house

    def begin(self, action: A, *, recorded: DateTime | None = None) -> E:
        """Begin an entity with its first action.

        Raises ``Refused`` with every reason against it, ``BadInput`` for what can't be judged at all, ``NotInForce``
        for what can't be judged on its day.

        Args:
            action: the action.
            recorded: when it is entered, with a zone, where that is later than it was done.
        """
        if recorded is not None:
            begun = self.begin(action)
            self._check_recorded(recorded, action)
            return with_recorded(begun, recorded)
        try:
            beginnings = (self._only or self._on(action.at, getattr(action, "office", None))).beginnings
            ready = beginnings.get((type(action), getattr(action, "kind", None) if self._kinded else None))
            if ready is not None and ready.lawful(None, action, self._contexts):
                return cast("E", ready.begun(action))
        except (AttributeError, TypeError, ValueError):
            self.check(None, action)
            raise
        self.check(None, action, judging=True)
        return self._begun_slowly(action)

    def apply(self, entity: E, action: A, *, recorded: DateTime | None = None) -> E:
        """The entity after one more action; the given one is unchanged.

        Raises ``Refused`` with every reason against it, ``BadInput`` for what can't be judged at all, ``NotInForce``
        for what can't be judged on its day.

        Args:
            entity: the entity.
            action: the action.
            recorded: when it is entered, with a zone, where that is later than it was done.
        """
        if recorded is not None:
            after = self.apply(entity, action)
            self._check_recorded(recorded, action)
            return with_recorded(after, recorded)
        try:
            dispatch = self._only or self._on(action.at, entity.office)
            kind: Kind | None = kind_in(entity) if self._kinded else None
            ready = dispatch.cells.get((entity.state, type(action), kind))
            if ready is None:
                changed = dispatch.inside(entity, action, kind, self._contexts)
                if changed is not None:
                    return cast("E", changed)
            elif ready.lawful(entity, action, self._contexts):
                return cast("E", ready.entered(entity, action))
        except (AttributeError, IndexError, TypeError, ValueError):
            self.check(entity, action, begins=False)
            raise
        self.check(entity, action, begins=False, judging=True)
        verdict = self._verdict(entity, action)
        if not verdict.accepted:
            raise Refused(verdict)
        return self._entered(entity, action, None)  # its instant is of a class of the user's own

    def explain(self, entity: E | None, action: A) -> Verdict:
        """The verdict on an action, without doing it; ``None`` for one that would begin an entity.

        Raises ``BadInput`` for what can't be judged at all, ``NotInForce`` for what can't be judged on its day: the act
        it rests on was not in force then, or was seen in force only later.
        """
        self.check(entity, action, judging=True)
        return self._verdict(entity, action)

    def allowed(self, entity: E, by: Actor, at: DateTime) -> tuple[Allowed, ...]:
        """What an actor may do now.

        A guard that needs no more than who and when is asked; the others are quoted as conditions. Rows not known to be
        in force then are left out; ``NotInForce`` is raised where none is.

        Args:
            entity: the entity.
            by: who asks.
            at: when, with a zone.
        """
        probe = Action(at=at, by=by)
        self.check(entity, probe, begins=False, probing=True)
        if earlier(at, entity.history[-1].action.at):
            return ()
        context, edition = self._contexts.of(entity, probe), self._on(at, entity.office).rows
        first = edition.unknown(*edition.rows)
        if first is not None:
            raise first.before(context.day)
        return tuple(allowed_now(entity, probe, self.kind_of(entity), edition, context))

    def due(self, entity: E, at: DateTime, *, open: bool = False) -> tuple[Due, ...]:
        """What is owed: every running due, and every one already met or ended, as known at an instant: what was done
        later is not known.

        Args:
            entity: the entity.
            at: when, with a zone: up to then recurring duties and clocks still paused are counted.
            open: only what still runs; costs what is open, however long the history. A duty that was ended after its
                last day is among all dues, late, but runs no more; so is a period missed before a recurring duty
                ended, overdue.
        """
        plain = at.__class__ is DateTime and at.tzinfo is not None and entity.__class__ is self.entity
        if not plain or not entity.history:
            self.check(entity, Action(at=at, by=NOBODY), begins=False, probing=True)
        if earlier(at, entity.history[-1].known):
            known = self.as_known(entity, at)
            return () if known is None else self.due(known, at, open=open)
        if open:
            running: list[Due] = []
            for clock in self.standing(entity, entity.clocks):
                deadline = self._owed.get(clock.deadline)
                if deadline is not None and not (clock.touched and lifted(deadline, entity, clock)):
                    for due in dues_of(deadline, entity, clock, self._contexts.on, at):
                        if due.met is None and not due.lifted:
                            running.append(due)  # noqa: PERF401  # a comprehension costs more for one clock
            return tuple(running)
        found: list[Due] = []
        for clock, met, ended in self._all_clocks(entity):
            found += self.counted(entity, clock, at, met, ended)
        return tuple(found)

    def as_known(self, entity: E, at: DateTime) -> E | None:
        """The entity as known at an instant: what was done or entered later is not on file yet; ``None`` before it was
        begun. After what is not on file yet no correction is known either: it names records by their places."""
        history = entity.history
        known = [not earlier(at, record.known) for record in history]
        if not known[0]:
            return None
        if all(known):
            return entity
        first = known.index(False)
        told = [record for record, on_file in zip(history[first:], known[first:], strict=True) if on_file]
        more = () if any(isinstance(record.action, Correction) for record in told) else told
        return self.restore((*history[:first], *more))

    def counted(
        self, entity: E, clock: Clock, at: DateTime, met: Action | None = None, ended: Action | None = None
    ) -> Iterable[Due]:
        """The due of one clock; of a recurring duty, one for each period."""
        deadline = self._owed.get(clock.deadline)
        return () if deadline is None else dues_of(deadline, entity, clock, self._contexts.on, at, met, ended)

    def standing(self, entity: E, clocks: tuple[Clock, ...]) -> Iterable[Clock]:
        """Of several clocks of one deadline and key that which stands: the first by which anything is owed."""
        return standing(clocks, self._owed, entity, self._contexts.on)

    def _all_clocks(self, entity: E) -> list[tuple[Clock, Action | None, Action | None]]:
        """Every clock of the history with the record that met it and the one that ended it."""
        noted = self._clocks[self.kind_of(entity)]
        found: list[tuple[Clock, Action | None, Action | None]] = []
        clocks: tuple[Clock, ...] = ()
        told = entity.told
        first = told[0].action
        at_once = noted.met_at_once(first)
        for index, record in enumerate(told):
            action = record.action
            if type(action) not in noted.concerned:
                continue
            at_once = at_once and noted.touching(at_once, action, index)
            after = noted.after(clocks, action, index)
            if type(action) in noted.closing:
                running = {(clock.deadline, clock.key, clock.begun) for clock in after}
                met = {deadline.name for deadline in noted.met.get(type(action), ())}
                touched = noted.touching(clocks, action, index)
                closed = tuple(one for one in touched if (one.deadline, one.key, one.begun) not in running)
                for clock in self.standing(entity, closed):
                    done = clock.deadline in met
                    found.append((clock, action if done else None, None if done else action))
            clocks = after
        found += [(clock, None, None) for clock in self.standing(entity, clocks)]
        found += [(clock, first, None) for clock in at_once]
        return sorted(found, key=lambda one: (one[0].begun, self._order[one[0].deadline])) if len(found) > 1 else found

    def _running(self, entity: Entity[State], name: str, key: Hashable, at: DateTime) -> Due | None:
        """The running due of that name, for a guard: ``context.due``."""
        if name not in self._owed:
            known = ", ".join(sorted(self._owed)) or "none"
            raise BadInput(f"a due of the {self.name}", (f"there is no deadline {name!r}; there are: {known}",))
        for clock in self.standing(cast("E", entity), entity.clocks):
            if clock.deadline == name and key in (None, clock.key):
                for due in self.counted(cast("E", entity), clock, at):
                    if due.unknown and due.met is None:
                        raise NotInForce(str(due.name), due.start, unknown=True)
                    if due.met is None:
                        return due
        return None

    # -- whole histories

    def replay(self, actions: Iterable[A]) -> E:
        """Judge a whole history, and stop at the first refusal: ``Refused`` says at which step."""
        entity: E | None = None
        for step, action in enumerate(actions):
            try:
                entity = self.begin(action) if entity is None else self.apply(entity, action)
            except Refused as refused:
                raise Refused(refused.verdict, step) from None
        return self._something(entity, "a replay")

    def restore(self, records: Iterable[Record]) -> E:
        """Trust what is on file: fold the effects, judge nothing. Opening a case must not judge its past.

        Raises ``BadInput`` for an empty history, or a record no row of the table can be the effect of.
        """
        entity: E | None = None
        for record in records:
            if not isinstance(cast("object", record), Record):
                fault = f"{said(record)} where a record belongs; {self.name}.replay(…) takes actions"
                raise BadInput(f"a restored history of {a(self.name)}", (fault,))
            action = cast("A", record.action)
            if entity is None:
                entity = self._begun_slowly(action, record)
            else:
                self.check(entity, action, begins=False)
                entity = self._entered(entity, action, record)
        return self._something(entity, "a restored history")

    def _something(self, entity: E | None, what: str) -> E:
        if entity is None:
            raise BadInput(f"{what} of {a(self.name)}", ("the history is empty",))
        return entity

    # -- beginning and entering

    def _begun_slowly(self, action: A, record: Record | None = None, against: tuple[Reason, ...] | None = None) -> E:
        """Begin with an action: judged; or as it is on file; or, in an audit, whatever is against it."""
        self.check(None, action)
        if record is None and against is None:
            verdict = self._verdict(None, action)
            if not verdict.accepted:
                raise Refused(verdict)
        dispatch, kind = self._on(action.at, getattr(action, "office", None)), self.kind_of(action)
        found = dispatch.rows.find(None, action, kind)
        row = dispatch.rows.noted(found, action)[0] or self.beginning(action) if found.part is None else None
        if row is None:
            raise BadInput(f"the beginning of {a(self.name)}", (f"no row begins it with {type(action).__name__}",))
        start = ReadyStart(self.name, row, dispatch.rows.day, self._clocks, kind, dispatch.changed)
        return cast("E", start.begun(action, record, against or ()))

    def _entered(self, entity: E, action: A, record: Record | None, against: tuple[Reason, ...] = ()) -> E:
        """Enter an action that was not judged lawful: its effect and its target, as far as the table says."""
        dispatch = self._on(action.at, entity.office)
        return cast("E", dispatch.entered(entity, action, self.kind_of(entity), record, against))

    def _folded(self, entity: Entity[State]) -> Entity[State]:
        """An entity whose records are told otherwise since one was corrected, folded anew by what they tell. Nothing is
        judged again: each record leads where it led."""
        told = entity.told
        folded: Entity[State] = self._begun_slowly(cast("A", told[0].action), told[0])
        for record in told[1:]:
            dispatch, kind = self._on(record.action.at, folded.office), self.kind_of(folded)
            folded = dispatch.entered(folded, record.action, kind, record, corrects=False)
        return evolve(folded, history=entity.history, corrected=entity.corrected)

    def beginning(self, action: A) -> Row | None:
        """A row by which that action begins an entity, of whatever day."""
        return next((row for row in self.transitions if row.action is type(action) and row.starts), None)

    # -- asking

    def check(
        self, entity: object, action: object, *, begins: bool = True, probing: bool = False, judging: bool = False
    ) -> None:
        """Raise ``BadInput`` with every fault, if these can't be judged at all.

        Args:
            entity: the entity; ``None`` if the action begins one.
            action: the action.
            begins: whether the action may begin an entity.
            probing: whether any action will do, since only its time and actor are asked about.
            judging: whether it is judged, so that its references are to be in their one form: what is on file is not.
        """
        faults: list[str] = []
        if entity is not None or not begins:
            faults += of_entity(entity, self.entity, self.name)
        faults += of_action(action, Action if probing else self.action, self.name, self.actions)
        if judging and not faults:
            faults += of_references(cast("Action", action))
        if entity is None and not faults and self.kinds and getattr(action, "kind", self.kinds[0]) not in self.kinds:
            names = " or ".join(kind.name for kind in self.kinds)
            faults.append(f"kind: {names} of {type(self.kinds[0]).__name__}, not {said(getattr(action, 'kind', None))}")
        if faults:
            tried = "a question" if probing else action.__name__ if isinstance(action, type) else type(action).__name__
            raise BadInput(f"{tried} of the {self.name}", tuple(faults))

    def _check_recorded(self, recorded: DateTime, action: A) -> None:
        faults = tuple(of_recorded(recorded, action.at))
        if faults:
            raise BadInput(f"{type(action).__name__} of the {self.name}", faults)

    def verdict(self, entity: E | None, action: A) -> Verdict:
        """The verdict on what ``check`` has let pass."""
        return self._verdict(entity, action)

    def _verdict(self, entity: E | None, action: A) -> Verdict:
        office = getattr(action, "office", None) if entity is None else entity.office
        dispatch, kind = self._on(action.at, office), self.kind_of(action if entity is None else entity)
        reasons = reasons_against(self.name, entity, action, kind, dispatch, self.roles, self._contexts)
        return Verdict(self.name, action, None if entity is None else entity.state, reasons)

    def found(self, entity: E | None, action: A) -> Match:
        """Where an action stands in the table of its day."""
        office = getattr(action, "office", None) if entity is None else entity.office
        rows = self._on(action.at, office).rows
        return rows.find(entity, action, self.kind_of(action if entity is None else entity))

    def rows_at(self, at: DateTime, office: Office | None = None) -> RowsInForce:
        """The rows in force on the office's day of an instant."""
        return self._on(at, office).rows

    def rows_on(self, day: date) -> RowsInForce:
        """The rows in force on a day."""
        return self._dispatches[bisect_right(self._days, day.toordinal()) - 1].rows

    def context(self, entity: E | None, action: A) -> Context:
        """What a guard that reads the law is handed for an action."""
        return self._contexts.of(entity, action)

    def context_on(self, o: int) -> Context:
        """The law of the day of an ordinal, at no case: what dues are counted by."""
        return self._contexts.on(o)

    def enter(self, entity: E | None, action: A, against: tuple[Reason, ...]) -> E:
        """Enter what happened although it was not lawful: how an audit goes on.

        It leads where its row leads; without a row, where all rows of the action lead if they agree; else the
        state stands. The record keeps what was against it.
        """
        if entity is None:
            return self._begun_slowly(action, None, against)
        return self._entered(entity, action, None, against)

    def _on(self, at: DateTime, office: object) -> Dispatch:
        """The rows in force on the office's day of an instant, made ready."""
        if self._only is not None:
            return self._only
        o = ordinal(at, office) if isinstance(office, Office) else at.toordinal()
        return self._dispatches[-1 if o >= self._days[-1] else bisect_right(self._days, o) - 1]

    def kind_of(self, thing: object) -> Kind | None:
        """The kind of an entity, or of the one that an action would begin."""
        return getattr(thing, "kind", None) if self._kinded else None

    # -- other forms of the same law

    def under(self, law: Law | Reform[object], *reforms: Reform[object]) -> Self:
        """The same lifecycle under another law, under Reforms, or under a calendar as known on a day."""
        if isinstance(law, Reform):
            return self._with(law=self.law.under(law, *reforms))
        return self._with(law=law.under(*reforms) if reforms else law)

    def without(
        self, *rules: "str | Guard[Never, Never] | Transition[E, A] | Deadline[E, A]", roles: Iterable[type[A]] = ()
    ) -> Self:
        """The same lifecycle without some of its rules: how a rule that rests on less than law is lifted.

        Raises ``BadInput`` for a rule it does not have.

        Args:
            rules: guards (by name, or themselves), rows, deadlines (by name, or themselves).
            roles: actions which anybody may do.
        """
        named = {g.name for row in self.rows for g in row.given} | set(self._owed)
        out = {self._resolved([r])[0] if isinstance(r, Transition) else getattr(r, "name", r) for r in rules}
        anybody = set(roles)
        missing = [f"there is no rule {said(rule)}" for rule in out if rule not in named and rule not in self.rows]
        missing += [f"{kind.__name__} is no action of it" for kind in anybody if kind not in self.actions]
        if missing:
            raise BadInput(
                f"{self.name}.without", (*missing, f"by name there are: {', '.join(sorted(named)) or 'none'}")
            )

        def kept(rows: Iterable[Transition[E, A]]) -> tuple[Transition[E, A], ...]:
            return tuple(
                evolve(
                    row,
                    given=tuple(g for g in row.given if g.name not in out),
                    roles=() if row.action in anybody else row.roles,
                    who_cites=() if row.action in anybody else row.who_cites,
                )
                for row in rows
                if row not in out
            )

        return self._with(
            transitions=kept(self.transitions),
            parts=tuple(evolve(part, transitions=kept(part.transitions)) for part in self.parts),
            deadlines=tuple(d for d in self.deadlines if d.name not in out),
        )

    def _with(self, **changes: object) -> Self:
        given = {
            "transitions": self.transitions,
            "deadlines": self.deadlines,
            "law": self.law,
            "parts": self.parts,
        } | changes
        final = OneOf(self.final) if self.final else None
        return type(self)(self.name, final=final, roles=OneOf(self.roles), **given)  # type: ignore[arg-type]  # the fields' own types

    def cited(self) -> Iterator[Rule]:
        """Everything in it that rests on a source."""
        for row in self.rows:
            yield Rule(RuleKind.TRANSITION, self.name, str(row), row.cites, row)
            if row.who_cites and row.who_cites != row.cites:
                yield Rule(RuleKind.ROLES, self.name, f"who may {row.action.__name__}", row.who_cites, row)
        for guard in dict.fromkeys(g for row in self.rows for g in row.given):
            yield Rule(RuleKind.GUARD, self.name, guard.text, guard.cites, guard)
        for deadline in self.deadlines:
            yield Rule(RuleKind.DEADLINE, self.name, deadline.name, deadline.cites, deadline)
            for move in deadline.moves:
                if not isinstance(move, Move) and move.cites:
                    yield Rule(RuleKind.DEADLINE, self.name, deadline.name, move.cites, deadline)
            if deadline.owed_by_cites and deadline.owed_by_cites != deadline.cites:
                yield Rule(RuleKind.ROLES, self.name, f"who owes {deadline.name}", deadline.owed_by_cites, deadline)


def _about(text: Said, deadline: str) -> Said:
    """The sentence of a ready guard about the name of a deadline; what is no such sentence stays as it is."""
    return Said(text.sentence, {**text.words, "deadline": deadline}, text.scope) if text.words else text


def _recurs(deadline: Deadline[E, A], law: object) -> bool:
    """Whether a deadline is owed again in each period; what is no law is a fault that is told later."""
    return recurs(deadline.within, law if isinstance(law, Law) else None)


def kinds_of(rows: Iterable[Row], deadlines: Iterable[Deadline[Entity[State], Action]]) -> tuple[Kind, ...]:
    """All kinds of the Enum that rows and deadlines name; empty where none is named."""
    named = [kind for row in rows for kind in row.only] + [kind for d in deadlines for kind in d.only]
    return tuple(type(named[0])) if named else ()
