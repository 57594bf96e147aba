"""What becomes of a case by each of its lines: asked of the library once for each letter in each state of a file.

A node is all that a file holds but its history and its clocks, as far as it is told apart. What a letter does to a node
(what stands against it, where it leads, what it leaves in the file) is asked of a twin of the lifecycle, of which every
guard and every effect sees stand-ins. Where one of them reads what is not told apart, the case is one for Python.
"""

from collections.abc import Callable, Hashable
from typing import Final, Never, cast

import attrs
from attrs import evolve, frozen
from pendulum import DateTime

from prcomm.adapters.columns.eras import BEFORE_ALL, Eras, HeldLaw, Lifecycle
from prcomm.adapters.columns.letters import Letter
from prcomm.adapters.columns.standins import Demand, HeldHistory, Label, label_of
from prcomm.core.engine.verdicts import Refused
from prcomm.core.questions.audits import missing
from prcomm.core.sources.citations import Basis
from prcomm.core.sources.people import Actor, Office, Role
from prcomm.core.table.context import Context
from prcomm.core.table.corrections import Corrects
from prcomm.core.table.entities import Action, Correction, Entity, Record, State
from prcomm.core.table.guards import Guard
from prcomm.core.table.in_force import Row
from prcomm.core.table.reasons import Reason, ReasonKind
from prcomm.core.values.alternatives import OneOf
from prcomm.core.values.errors import BadInput, NotInForce
from prcomm.core.values.making import changer

NOTHING: Final = 0
"""The node of a case that has not begun."""
FOR_PYTHON: Final = 1
"""The node of a case that the columns can't judge."""
NOBODY = Actor("nobody", Role("nobody"))
File = Entity[State]


@frozen
class Against:
    """What stands against an action, the order of time left out.

    Attributes:
        reasons: the kind of each reason, and of a guard its name.
        law: whether any of them is law.
        way: whether steps are missing before it.
        gives_nothing: whether it is unlawful so that it moves no term.
        basis: the weakest basis of all of it; ``None`` where it rests on no source.
    """

    reasons: tuple[tuple[ReasonKind, str], ...] = ()
    law: bool = False
    way: bool = False
    gives_nothing: bool = False
    basis: Basis | None = None


LAWFUL: Final = Against()


@frozen
class Step:
    """What a letter does to a node.

    Attributes:
        node: where it leads.
        against: what stands against it.
        why: why it is one for Python, in words; empty where it is none.
        wants: the field that would have to be told apart for it not to be one.
    """

    node: int
    against: Against = LAWFUL
    why: str = ""
    wants: tuple[str, str] | None = None


def form_of(value: object) -> Hashable:
    """By what a value is told apart: what a stand-in stands for, and everything else by itself."""
    label = label_of(value)
    if label is not None:
        return ("stands for", *label)
    if isinstance(value, tuple | list):
        several = cast("tuple[object, ...]", value)
        return (type(several), *map(form_of, several))
    kind = cast("type[attrs.AttrsInstance]", type(value))
    if attrs.has(kind) and not isinstance(value, Office | Role):
        return (kind, *(form_of(getattr(value, own.name)) for own in attrs.fields(kind)))
    return kind, value


class Steps:
    """The steps asked so far.

    Args:
        lifecycle: the lifecycle.
        office: whose days and hours count.
        eras: the spans in which its law reads alike.

    Attributes:
        files: the file of each node.
    """

    def __init__(self, lifecycle: Lifecycle, office: Office, eras: Eras) -> None:
        self.lifecycle, self.office, self.eras = lifecycle, office, eras
        self._letter: Letter | None = None
        self._at: Action | None = None
        self._effects: list[tuple[object, bool, Callable[..., object]]] = []
        self._twin = self._watched(lifecycle)
        before = Action(at=DateTime(BEFORE_ALL, 1, 1, tzinfo=office.tz), by=NOBODY)
        self._before = before
        self.files: list[File | None] = [None, None]
        self._nodes: dict[Hashable, int] = {}
        self._blind = changer(lifecycle.entity, "history", "clocks", "corrected")

    # -- the twin

    def _watched(self, lifecycle: Lifecycle) -> Lifecycle:
        """The same lifecycle, its guards and effects asked of stand-ins."""
        parts = tuple(evolve(part, transitions=tuple(map(self._row, part.transitions))) for part in lifecycle.parts)
        return type(lifecycle)(
            str(lifecycle.name), tuple(map(self._row, lifecycle.transitions)), lifecycle.deadlines,
            law=lifecycle.law, parts=parts, roles=OneOf(lifecycle.roles),
            final=OneOf(lifecycle.final) if lifecycle.final else None,
        )  # fmt: skip

    def _row(self, row: Row) -> Row:
        given = tuple(evolve(guard, holds=self._guard(guard)) for guard in row.given)
        if row.then is None or isinstance(row.then, Corrects):
            return evolve(row, given=given)
        return evolve(row, given=given, then=self._effect(row.then, starts=row.starts))

    def _guard(self, guard: Guard[Never, Never]) -> Callable[..., bool]:
        holds = guard.holds

        def of_action(action: Action) -> bool:
            return holds(self._asked(action).asked)

        def of_both(entity: File | None, action: Action) -> bool:
            return holds(self.blind(entity), self._asked(action).asked)

        def of_all(entity: File | None, action: Action, context: Context) -> bool:
            return holds(self.blind(entity), self._asked(action).asked, HeldLaw(context, self.eras))

        return (of_action, of_both, of_all)[guard.takes - 1]

    def _effect(self, then: Callable[..., object], *, starts: bool) -> Callable[..., object]:
        """An effect of stand-ins; the same of what is the same, since rows are compared by their effects."""
        for known, began, effect in self._effects:
            if began is starts and (known is then or known == then):
                return effect

        def begins(action: Action) -> object:
            return then(self._asked(action).filed)

        def changes(about: object, action: Action) -> object:
            seen = self.blind(cast("File", about)) if isinstance(about, Entity) else about
            return then(seen, self._asked(action).filed)

        effect = begins if starts else changes
        self._effects.append((then, starts, effect))
        return effect

    def _asked(self, action: Action) -> Letter:
        if self._letter is None or action is not self._at:
            raise Demand(("history", "records"))
        return self._letter

    def blind(self, entity: File | None, first: object = None) -> File | None:
        """A file as a rule sees it: of its history no more than the first record, if that."""
        return None if entity is None else self._blind(entity, HeldHistory(first), (), ())

    # -- asking

    def step(self, node: int, letter: Letter, era: int) -> Step:
        """What a letter does to a node in an era."""
        if isinstance(letter.real, Correction):
            return Step(FOR_PYTHON, why=f"{letter.kind.__name__} corrects the file")
        self._letter = letter
        self._at = evolve(letter.real, at=self.eras.instant(era, self.office))
        try:
            return self._stepped(self.files[node], node, self._at)
        except Demand as demand:
            return _wanted(letter, demand)
        except (NotInForce, BadInput) as bad:
            return Step(FOR_PYTHON, why=f"{letter.kind.__name__}: {type(bad).__name__}")
        except Exception as error:  # whatever it is: Python comes to the same, and tells it
            return Step(FOR_PYTHON, why=f"{letter.kind.__name__}: {type(error).__name__}")

    def _stepped(self, file: File | None, node: int, action: Action) -> Step:
        twin = self._twin
        try:
            after = twin.begin(action) if file is None else twin.apply(file, action)
            return self._led(after, LAWFUL)
        except Refused as refused:
            reasons = refused.verdict.reasons
        way = any(reason.kind is ReasonKind.STATE for reason in reasons) and bool(missing(twin, file, action))
        against = _against(reasons, way=way)
        if file is None and twin.beginning(action) is None:
            return Step(NOTHING, against)
        return self._led(twin.enter(file, action, reasons), against)

    def _led(self, file: File, against: Against) -> Step:
        """The step that leads to a file."""
        if file.office != self.office:
            return Step(FOR_PYTHON, why="its file is of another office")
        return Step(self._node(file), against)

    def _node(self, file: File) -> int:
        plain = self._blind(file, (Record(self._before, file.state),), (), ())
        form = form_of(self._blind(file, (), (), ()))
        node = self._nodes.get(form)
        if node is None:
            node = self._nodes[form] = len(self.files)
            self.files.append(plain)
        return node


def _against(reasons: tuple[Reason, ...], *, way: bool) -> Against:
    told = tuple((reason.kind, reason.name) for reason in reasons)
    law = any(reason.is_law for reason in reasons)
    basis = min((one.basis for one in reasons if one.basis is not None), key=lambda one: one.value, default=None)
    return Against(told, law, way, law, basis)


def _wanted(letter: Letter, demand: Demand) -> Step:
    """The step of a letter of which a rule reads what is not told apart."""
    label: Label = demand.label
    if label[0] == "law":
        raise demand
    wants = wanted(letter, label)
    return Step(FOR_PYTHON, why=f"{letter.kind.__name__}: a rule reads {said(letter, label)}", wants=wants)


def wanted(letter: Letter, label: Label) -> "tuple[str, str] | None":
    """The field that would have to be told apart for a rule to be asked; ``None`` if that is no help."""
    if label[0] not in ("action", "file", "first") or label[1] in ("at", ""):
        return None
    return letter.kind.__name__ if label[0] == "action" else label[2], label[1]


def said(letter: Letter, label: Label) -> str:
    """What a rule reads, in words."""
    if label[0] == "action":
        return f"{letter.kind.__name__}.{label[1]}"
    return f"{label[2]}.{label[1]} on file" if len(label) > 2 else " ".join(label)
