"""Transitions, parts and deadlines of one kind of entity, bound to a law: the one way through the house."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Generic, Never, TypeVar, cast

from attrs import evolve
from pendulum import DateTime

from prcomm.core.calendar.days import ordinal
from prcomm.core.calendar.law import Law
from prcomm.core.engine.border import NOBODY, of_action, of_entity
from prcomm.core.engine.clocks import Clocks
from prcomm.core.engine.dispatch import Laws, Made, Steps, effected, rests_on, with_part, with_record
from prcomm.core.engine.dues import Due, dues_of, standing
from prcomm.core.engine.verdicts import Refused, Verdict
from prcomm.core.sources.citations import Rule, RuleKind
from prcomm.core.sources.dated import Reform
from prcomm.core.sources.people import Actor, Office, Role
from prcomm.core.table.deadlines import Deadline, recurs
from prcomm.core.table.entities import Action, Clock, Entity, Record, State, earlier
from prcomm.core.table.guards import Guard
from prcomm.core.table.in_force import Cell, Match, Row, RowsInForce, editions
from prcomm.core.table.linting import Fault, faults_of, lint
from prcomm.core.table.reasons import Reason
from prcomm.core.table.rows import Part, Transition
from prcomm.core.values.alternatives import Kind, OneOf, alternatives
from prcomm.core.values.errors import BadInput, FaultyLifecycle, a, in_a_row, said, unlike
from prcomm.core.values.messages import Said, named, scoped

if TYPE_CHECKING:
    from transitions import Machine

    from prcomm.core.engine.allowed import Allowed
    from prcomm.core.questions.audits import Audit, Unmapped
    from prcomm.core.questions.wakeups import Wakeup

E = TypeVar("E", bound=Entity[State])
A = TypeVar("A", bound=Action)


class Lifecycle(Generic[E, A]):
    """The law of one kind of entity as a table that runs.

    Raises ``FaultyLifecycle`` with every fault at once if the table contradicts itself.

    Args:
        name: the name of the process, in lower case: ``"loan"``.
        transitions: the rows of the entity.
        deadlines: what is owed.
        law: the values, readings and days off it stands under.
        parts: the things inside the entity that have states of their own.
        final: the states meant to have no way out. The linter reports any other dead end.
        roles: the roles that act; if given, the linter reports one that may do nothing.

    Attributes:
        name: as given.
        transitions: as given.
        deadlines: as given.
        parts: as given.
        law: as given.
        states: the states of the entity, in order of definition.
        actions: every action of the table, in its order.
        roles: every role of the table, in its order.
        kinds: the kinds of the entity, where rows differ by kind.
        final: the final states.
        entity: the class of the entity.
        action: the class of its actions.
    """

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
        self.name = scoped(name, name, "process")
        faults: list[str] = []
        transitions = in_a_row("transitions", transitions, Transition, faults)
        parts = in_a_row("parts", parts, Part, faults)
        deadlines = in_a_row("deadlines", deadlines, Deadline, faults)
        if faults:
            raise FaultyLifecycle(f"the lifecycle {name!r}", tuple(faults))
        self.law = law
        self.final: tuple[State, ...] = () if final is None else alternatives(final)
        mine = self._mine
        self.deadlines = tuple(
            evolve(d, name=mine(d.name, "deadline"), provided=mine(d.provided, "provided"), recurring=_recurs(d, law))
            for d in deadlines
        )
        self.transitions = self._resolved(transitions)
        self.parts = tuple(
            evolve(part, name=mine(part.name, "part"), transitions=self._resolved(part.transitions)) for part in parts
        )
        self.rows = (*self.transitions, *(row for part in self.parts for row in part.transitions))
        roles = roles or OneOf(dict.fromkeys(role for row in self.rows for role in row.roles))
        self.roles = alternatives(roles)
        self.actions = cast("tuple[type[A], ...]", tuple(dict.fromkeys(row.action for row in self.rows)))
        self.kinds: tuple[Kind, ...] = kinds_of(self.rows, self.deadlines)
        faults += faults_of(cast("Lifecycle[Entity[State], Action]", self))
        if faults:
            raise FaultyLifecycle(f"the lifecycle {name!r}", tuple(faults))
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
                text, cites = _about(named(text), deadline.name), deadline.cites
            return evolve(guard, text=text, cites=cites, remedy=self._mine(guard.remedy, "remedy"))

        return tuple(
            evolve(
                row,
                given=tuple(map(resolved, row.given)),
                never=self._mine(row.never, "never"),
                who_remedy=self._mine(row.who_remedy, "remedy"),
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
        self._owed = {deadline.name: deadline for deadline in deadlines}
        self._order = {name: index for index, name in enumerate(self._owed)}
        self._laws = Laws(self.law, self._running)
        self._editions = tuple(RowsInForce(table, parts, kinds) for table in tables)
        entity = cast("type[Entity[State]]", self.entity)
        self._steps = tuple(Steps(entity, edition, parts, self._clocks, self._laws) for edition in self._editions)
        self._cells = tuple(cast("Made[Cell, Callable[[E, A], E | None]]", steps.by_cell) for steps in self._steps)
        self._only = self._cells[0] if len(self._cells) == 1 else None

    # -- the one way through the house

    def begin(self, action: A) -> E:
        """Begin an entity with its first action.

        Raises ``Refused`` with every reason against it, ``BadInput`` for what can't be judged at all.
        """
        try:
            first = self._steps[self._edition_at(action.at, getattr(action, "office", None))].by_beginning
            how = (type(action), self.kind_of(action))
            begins = first.get(how) or first.find(how)
            begun = None if begins is None else begins(action)
        except (AttributeError, BadInput, TypeError):
            self.check(None, action)
            raise
        return self._begin(action, None) if begun is None else cast("E", begun)

    def apply(self, entity: E, action: A) -> E:
        """The entity after one more action; the given one is unchanged.

        Raises ``Refused`` with every reason against it, ``BadInput`` for what can't be judged at all.
        """
        try:
            cells = self._only
            if cells is None:
                cells = self._cells[self._edition_at(action.at, entity.office)]
            kind = getattr(entity, "kind") if self._kinded else None  # noqa: B009  # checked when it was built
            cell = (entity.state, type(action), kind)
            step = cells.get(cell) or cells.find(cell)
            after = None if step is None else step(entity, action)
        except (AttributeError, IndexError, TypeError, ValueError):
            self.check(entity, action, begins=False)
            row = self.found(entity, action).row
            if row is not None and row.then is not None and not row.table.inside:
                effected(row, row.then(entity, action))
            raise
        return self._slowly(entity, action) if after is None else after

    def _slowly(self, entity: E, action: A) -> E:
        """What the fast way did not accept: refused, unless only its instant is of a class of the user's own."""
        self.check(entity, action, begins=False)
        verdict = self._verdict(entity, action)
        if not verdict.accepted:
            raise Refused(verdict)
        return self._entered(entity, action, None)

    def explain(self, entity: E | None, action: A) -> Verdict:
        """The verdict on an action, without doing it; ``None`` for one that would begin an entity.

        Raises ``BadInput`` for what can't be judged at all.
        """
        self.check(entity, action)
        return self._verdict(entity, action)

    def allowed(self, entity: E, by: Actor, at: DateTime) -> "tuple[Allowed, ...]":
        """What an actor may do now.

        A guard that needs no more than who and when is asked; the others are quoted as conditions.

        Args:
            entity: the entity.
            by: who asks.
            at: when, with a zone.
        """
        probe = Action(at=at, by=by)
        self.check(entity, probe, begins=False, probing=True)
        if earlier(at, entity.history[-1].action.at):
            return ()
        edition = self._editions[self._edition_at(at, entity.office)]
        law = self._laws.on(ordinal(at, entity.office))
        from prcomm.core.engine.allowed import allowed_now  # loaded when it is asked for, as are the others below

        return tuple(allowed_now(entity, probe, self.kind_of(entity), edition, law))

    def due(self, entity: E, at: DateTime, *, open: bool = False) -> tuple[Due, ...]:
        """What is owed: every running due, and every one already met or ended, as known at an instant.

        Args:
            entity: the entity.
            at: when, with a zone: up to then recurring duties and clocks still paused are counted.
            open: only what still runs; costs what is open, however long the history. A period missed before
                a recurring duty ended is among all dues, overdue, but runs no more.
        """
        plain = at.__class__ is DateTime and at.tzinfo is not None and entity.__class__ is self.entity
        if not plain or not entity.history:
            self.check(entity, Action(at=at, by=NOBODY), begins=False, probing=True)
        if open:
            running: list[Due] = []
            for clock in self.standing(entity, entity.clocks):
                deadline = self._owed.get(clock.deadline)
                if deadline is not None:
                    for due in dues_of(deadline, entity, clock, self._laws.on, at):
                        if due.met is None and not due.lifted:
                            running.append(due)  # noqa: PERF401  # a comprehension costs more for one clock
            return tuple(running)
        found: list[Due] = []
        for clock, met, ended in self._all_clocks(entity):
            found += self.counted(entity, clock, at, met, ended)
        return tuple(found)

    def next_wakeups(self, entity: E, after: DateTime | None = None) -> "tuple[Wakeup, ...]":
        """When to look again, and why: each instant at which an open due stands otherwise, if nothing is done until
        then. The first is the next alarm for any scheduler; whatever is done about the entity makes them anew.

        Of a recurring duty the beginning of its next period is the last of them; while a clock is paused it has none.

        Args:
            entity: the entity.
            after: the instant after which, with a zone; its last record without it.
        """
        faults = tuple(of_entity(entity, self.entity, self.name))
        if faults and after is None:
            raise BadInput(f"a question of the {self.name}", faults)
        probe = entity.history[-1].action if after is None else Action(at=after, by=NOBODY)
        self.check(entity, probe, begins=False, probing=True)
        from prcomm.core.questions.wakeups import next_wakeups

        return next_wakeups(self, entity, probe.at)

    def counted(
        self, entity: E, clock: Clock, at: DateTime, met: Action | None = None, ended: Action | None = None
    ) -> Iterable[Due]:
        """The due of one clock; of a recurring duty, one for each period."""
        deadline = self._owed.get(clock.deadline)
        return () if deadline is None else dues_of(deadline, entity, clock, self._laws.on, at, met, ended)

    def standing(self, entity: E, clocks: tuple[Clock, ...]) -> Iterable[Clock]:
        """Of several clocks of one deadline and key that which stands: the first by which anything is owed."""
        return standing(clocks, self._owed, entity, self._laws.on)

    def _all_clocks(self, entity: E) -> list[tuple[Clock, Action | None, Action | None]]:
        """Every clock of the history with the record that met it and the one that ended it."""
        noted = self._clocks[self.kind_of(entity)]
        found: list[tuple[Clock, Action | None, Action | None]] = []
        clocks: tuple[Clock, ...] = ()
        first = entity.history[0].action
        at_once = noted.met_at_once(first)
        for index, record in enumerate(entity.history):
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

    def _running(self, entity: Entity[State], name: str, key: str | None, day: date, at: DateTime | None) -> Due | None:
        """The running due of that name, for a guard: ``law.due``."""
        if name not in self._owed:
            known = ", ".join(sorted(self._owed)) or "none"
            raise BadInput(f"a due of the {self.name}", (f"there is no deadline {name!r}; there are: {known}",))
        asked = at or DateTime(day.year, day.month, day.day, tzinfo=entity.office.tz)
        for clock in self.standing(cast("E", entity), entity.clocks):
            if clock.deadline == name and key in (None, clock.key):
                for due in self.counted(cast("E", entity), clock, asked):
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
                entity = self._begin(action, record)
            else:
                self.check(entity, action, begins=False)
                entity = self._entered(entity, action, record)
        return self._something(entity, "a restored history")

    def audit(
        self, actions: "Iterable[A | Unmapped]", at: DateTime, *, on_file: Mapping[str, date] | None = None
    ) -> "Audit[E]":
        """Judge a whole history, note what is wrong and go on.

        What was not lawful leads where its row leads, but moves no term: an unlawful extension gives no time.

        Args:
            actions: the actions in the order of the register, and what it holds that maps to none.
            at: up to when the dues are judged.
            on_file: the last days the register itself gives, by the name of the deadline; where the law's
                day is another, that is a conflict.
        """
        from prcomm.core.questions.audits import audited

        return audited(self, actions, at, on_file or {})

    def _something(self, entity: E | None, what: str) -> E:
        if entity is None:
            raise BadInput(f"{what} of {a(self.name)}", ("the history is empty",))
        return entity

    # -- beginning and entering

    def _begin(self, action: A, record: Record | None, against: tuple[Reason, ...] | None = None) -> E:
        """Begin with an action: judged; or as it is on file; or, in an audit, whatever is against it."""
        self.check(None, action)
        edition = self._editions[self._edition_at(action.at, getattr(action, "office", None))]
        found = edition.find(None, action, self.kind_of(action))
        row = found.row
        if found.part is None and (record is not None or against is not None):
            row = edition.noted(found, action)[0] or self.beginning(action)
        if record is None and against is None:
            verdict = self._verdict(None, action)
            if not verdict.accepted:
                raise Refused(verdict)
        if row is None or row.then is None or row.target is None:
            raise BadInput(f"the beginning of {a(self.name)}", (f"no row begins it with {type(action).__name__}",))
        made = cast("E", effected(row, row.then(action)))
        faults = tuple(unlike("office", "an Office", made.office, Office))
        if faults:
            raise BadInput(f"{type(action).__name__} of the {self.name}", faults)
        state = cast("State", row.target) if record is None else record.state
        first = record or Record(action, state, rests_on(row), against or ())
        clocks = self._clocks[self.kind_of(made)].after((), action, 0)
        return evolve(made, state=state, history=(first,), clocks=clocks)

    def _entered(self, entity: E, action: A, record: Record | None, against: tuple[Reason, ...] = ()) -> E:
        """Enter an action that was not judged lawful: its effect and its target, as far as the table says."""
        edition = self._editions[self._edition_at(action.at, entity.office)]
        kind = self.kind_of(entity)
        found = edition.find(entity, action, kind)
        row, leads = edition.noted(found, action)
        clocks = self._clocks[kind]
        if record is None:
            state = found.state if row is None or not leads else row.leads_to(found.state)
            cites = () if found.row is None else rests_on(found.row)
            record = Record(action, state or entity.state, cites, against)
        if found.part is not None:
            return cast("E", with_part(entity, found.part, found.item, row, record, clocks))
        return cast("E", with_record(entity, row, record, clocks))

    def beginning(self, action: A) -> Row | None:
        """A row by which that action begins an entity, of whatever day."""
        return next((row for row in self.transitions if row.action is type(action) and row.starts), None)

    # -- asking

    def check(self, entity: object, action: object, *, begins: bool = True, probing: bool = False) -> None:
        """Raise ``BadInput`` with every fault, if these can't be judged at all.

        Args:
            entity: the entity; ``None`` if the action begins one.
            action: the action.
            begins: whether the action may begin an entity.
            probing: whether any action will do, since only its time and actor are asked about.
        """
        faults: list[str] = []
        if entity is not None or not begins:
            faults += of_entity(entity, self.entity, self.name)
        faults += of_action(action, Action if probing else self.action, self.name, self.actions)
        if entity is None and not faults and self.kinds and getattr(action, "kind", self.kinds[0]) not in self.kinds:
            names = " or ".join(kind.name for kind in self.kinds)
            faults.append(f"kind: {names} of {type(self.kinds[0]).__name__}, not {said(getattr(action, 'kind', None))}")
        if faults:
            tried = "a question" if probing else action.__name__ if isinstance(action, type) else type(action).__name__
            raise BadInput(f"{tried} of the {self.name}", tuple(faults))

    def _verdict(self, entity: E | None, action: A) -> Verdict:
        office = getattr(action, "office", None) if entity is None else entity.office
        edition = self._editions[self._edition_at(action.at, office)]
        kind = self.kind_of(action if entity is None else entity)
        from prcomm.core.engine.explaining import reasons_against

        reasons = reasons_against(self.name, entity, action, kind, edition, self.roles, self._laws)
        return Verdict(self.name, action, None if entity is None else entity.state, reasons)

    def found(self, entity: E | None, action: A) -> Match:
        """Where an action stands in the table of its day."""
        office = getattr(action, "office", None) if entity is None else entity.office
        edition = self._editions[self._edition_at(action.at, office)]
        return edition.find(entity, action, self.kind_of(action if entity is None else entity))

    def edition(self, at: DateTime, office: Office | None = None) -> RowsInForce:
        """The rows in force on the office's day of an instant."""
        return self._editions[self._edition_at(at, office)]

    def law_on(self, o: int) -> Law:
        """The law bound to the day of an ordinal, as guards and terms are handed it."""
        return self._laws.on(o)

    def edition_on(self, day: date) -> RowsInForce:
        """The rows in force on a day."""
        return self._editions[bisect_right(self._days, day.toordinal()) - 1]

    def enter(self, entity: E | None, action: A, against: tuple[Reason, ...]) -> E:
        """Enter what happened although it was not lawful: how an audit goes on.

        It leads where its row leads; without a row, where all rows of the action lead if they agree; else the
        state stands. The record keeps what was against it.
        """
        if entity is None:
            return self._begin(action, None, against)
        return self._entered(entity, action, None, against)

    def _edition_at(self, at: DateTime, office: object) -> int:
        if len(self._days) == 1:
            return 0
        o = ordinal(at, office) if isinstance(office, Office) else at.toordinal()
        return bisect_right(self._days, o) - 1

    def kind_of(self, thing: object) -> Kind | None:
        """The kind of an entity, or of the one that an action would begin."""
        return getattr(thing, "kind", None) if self._kinded else None

    # -- other forms of the same law

    def under(self, law: Law | Reform[object], *reforms: Reform[object]) -> "Lifecycle[E, A]":
        """The same lifecycle under another law, under Reforms, or under a calendar as known on a day."""
        if isinstance(law, Reform):
            return self._with(law=self.law.under(law, *reforms))
        return self._with(law=law.under(*reforms) if reforms else law)

    def without(
        self, *rules: "str | Guard[Never, Never] | Transition[E, A] | Deadline[E, A]", roles: Iterable[type[A]] = ()
    ) -> "Lifecycle[E, A]":
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

    def _with(self, **changes: object) -> "Lifecycle[E, A]":
        given = {
            "transitions": self.transitions,
            "deadlines": self.deadlines,
            "law": self.law,
            "parts": self.parts,
        } | changes
        final = OneOf(self.final) if self.final else None
        return Lifecycle(self.name, final=final, roles=OneOf(self.roles), **given)  # type: ignore[arg-type]  # the fields' own types

    def lint(self) -> tuple[Fault, ...]:
        """What is not wrong enough to refuse the table, and yet wrong: silent on a good lifecycle."""
        return lint(cast("Lifecycle[Entity[State], Action]", self))

    def cited(self) -> Iterator[Rule]:
        """Everything in it that rests on a source."""
        for row in self.rows:
            yield Rule(RuleKind.TRANSITION, self.name, str(row), row.cites)
            if row.who_cites and row.who_cites != row.cites:
                yield Rule(RuleKind.ROLES, self.name, f"who may {row.action.__name__}", row.who_cites)
        for guard in dict.fromkeys(g for row in self.rows for g in row.given):
            yield Rule(RuleKind.GUARD, self.name, guard.text, guard.cites)
        for deadline in self.deadlines:
            yield Rule(RuleKind.DEADLINE, self.name, deadline.name, deadline.cites)

    def machine(self, kind: Kind | None = None, day: date | None = None) -> "Machine":
        """The same rows as a model-less ``transitions.Machine``, for hosts that speak it.

        Fire it with ``machine.events["Renew"].trigger(model, entity, action)``: the model only needs a
        ``state``; the guards, the roles and the order of time are its conditions.

        Args:
            kind: for which kind of entity, where rows differ by kind.
            day: under the rows of which day, where they were amended; the latest without it.
        """
        from prcomm.core.questions.machines import machine

        return machine(cast("Lifecycle[Entity[State], Action]", self), kind, day)

    def __repr__(self) -> str:
        if not hasattr(self, "states"):
            return f"<Lifecycle {getattr(self, 'name', '')}, not built>"
        counts = f"{len(self.states)} states, {len(self.rows)} transitions, {len(self.deadlines)} deadlines"
        return f"<Lifecycle {self.name}: {counts}, under {self.law.name}>"

    def _repr_svg_(self) -> str:
        from prcomm.adapters.diagrams import lifecycle_picture

        return lifecycle_picture(self)

    def _repr_html_(self) -> str:
        from prcomm.core.questions.sheets import html

        return self._repr_svg_() + html(self)


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
