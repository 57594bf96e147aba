"""The lifecycle: a table that runs, and all that is asked of it."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING, TypeVar, cast

from pendulum import DateTime

from prcomm.core.engine.border import NOBODY, of_entity
from prcomm.core.engine.engine import Engine
from prcomm.core.questions.audits import Audit, Entered, Unmapped, audited
from prcomm.core.questions.wakeups import Wakeup, next_wakeups
from prcomm.core.table.entities import Action, Entity, Record, State
from prcomm.core.table.linting import Fault, lint
from prcomm.core.table.tables import Tables
from prcomm.core.values.alternatives import Kind
from prcomm.core.values.display import Displayed
from prcomm.core.values.errors import BadInput

if TYPE_CHECKING:
    from transitions import Machine

E = TypeVar("E", bound=Entity[State])
A = TypeVar("A", bound=Action)


class Lifecycle(Displayed, Engine[E, A]):
    """The law of one kind of entity as a table that runs.

    Raises ``FaultyLifecycle`` with every fault of every row, part and deadline at once.

    Args:
        name: the name of the process, an identifier in lower case: ``"loan"``.
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

    def next_wakeups(self, entity: E, after: DateTime | None = None) -> tuple[Wakeup, ...]:
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
        return next_wakeups(self, entity, probe.at)

    def audit(
        self,
        actions: Iterable[A | Entered[A] | Record | Unmapped],
        at: DateTime,
        *,
        on_file: Mapping[str, date] | None = None,
    ) -> Audit[E]:
        """Judge a whole history, note what is wrong and go on.

        What was not lawful leads where its row leads, but moves no term: an unlawful extension gives no time. What was
        done after the instant of the audit is not known to it.

        Args:
            actions: the actions in the order of the register, and what it holds that maps to none. Where it tells when
                they were entered, as ``Entered(action, recorded)``; of a case on file, its records.
            at: the instant as of which the history is known and the dues are judged.
            on_file: the last days the register itself gives, by the name of the deadline; where the law's
                day is another, that is a conflict.
        """
        return audited(self, actions, at, on_file or {})

    def lint(self, actions: Iterable[object] = ()) -> tuple[Fault, ...]:
        """What is not wrong enough to refuse the table, and yet wrong: silent on a good lifecycle.

        Args:
            actions: the actions that its table is to use, and reports if it does not; or, since what is no action of
                this lifecycle is passed over, all that the module has in which they stand: ``vars(loans).values()``.
        """
        return lint(cast("Tables", self), actions)

    def machine(self, kind: Kind | None = None, day: date | None = None) -> "Machine":
        """The same rows as a model-less ``transitions.Machine``, for hosts that speak it.

        Fire it with ``machine.events["Renew"].trigger(model, entity, action)``: the model only needs a
        ``state``; the guards, the roles and the order of time are its conditions.

        Args:
            kind: for which kind of entity, where rows differ by kind.
            day: under the rows of which day, where they were amended; the latest without it.
        """
        from prcomm.core.questions.machines import machine  # loads transitions

        return machine(cast("Engine[Entity[State], Action]", self), kind, day)

    def __repr__(self) -> str:
        if not hasattr(self, "states"):
            return f"<Lifecycle {getattr(self, 'name', '')}, not built>"
        counts = f"{len(self.states)} states, {len(self.rows)} transitions, {len(self.deadlines)} deadlines"
        return f"<Lifecycle {self.name}: {counts}, under {self.law.name}>"
